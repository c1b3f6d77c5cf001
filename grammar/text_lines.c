#include "grammar/text_lines.h"

#include "engine/base/text.h"
#include "rules/unit.h"

#include <ctype.h>
#include <string.h>

#define TAB 8

static const unsigned char spot_bytes[256] = {
    [' '] = BEFORE_LABEL, ['\t'] = BEFORE_LABEL, ['\n'] = BEFORE_LABEL, [':'] = BEFORE_LABEL,
    [','] = BEFORE_LABEL, ['.'] = BEFORE_LABEL,  [0x82] = BEFORE_LABEL, [';'] = BEFORE_LABEL | SPOT,
    ['('] = SPOT,         [')'] = SPOT};

unsigned text_lines_spot(char c)
{
    return spot_bytes[(unsigned char)c];
}

const heading_line *text_lines_known(text_lines *s, const char *text, size_t size)
{
    uintptr_t at = (uintptr_t)text;
    const heading_line *k;

    if (!s->known_count)
        return NULL;
    while (s->known_at > 0 && (uintptr_t)s->known[s->known_at - 1].at >= at)
        s->known_at--;
    while (s->known_at < s->known_count && (uintptr_t)s->known[s->known_at].at < at)
        s->known_at++;
    k = &s->known[s->known_at];
    return s->known_at < s->known_count && k->at == text && k->size == size ? k : NULL;
}

/* Is it known that no heading stands in the middle of a line? */
static bool has_none_inside(text_lines *s, const char *text, size_t size)
{
    const heading_line *k = text_lines_known(s, text, size);

    return k && !k->heading && k->inside == size;
}

static void add_line(text_lines *s, size_t *room, size_t start, size_t end, int indent, bool blank)
{
    const char *t = s->text->text;
    line *l;

    if (!arena_grow(s->arena, (void **)&s->lines, s->line_count, room, sizeof *s->lines))
        return;
    l = &s->lines[s->line_count++];
    *l = (line){.start = start,
                .end = trim_end(t, start, end),
                .words = start,
                .indent = indent,
                .column = indent,
                .blank_before = blank};
}

static void cut_lines(text_lines *s)
{
    const char *t = s->text->text;
    size_t size = s->text->size, room = 0;
    bool blank = false;

    for (size_t p = 0; p < size;) {
        const char *newline = memchr(t + p, '\n', size - p);
        size_t end = newline ? (size_t)(newline - t) : size;
        size_t at = p;
        int indent = 0;

        for (; at < end && (t[at] == ' ' || t[at] == '\t'); at++)
            indent = t[at] == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
        size_t last = trim_end(t, at, end);

        if (last == at) {
            blank = true;
        } else if (has_none_inside(s, t + at, last - at)) {
            add_line(s, &room, at, last, indent, blank);
            blank = false;
        } else {
            size_t from = at;

            for (;;) {
                size_t next = from + heading_inside(t + from, end - from, from == at ? 3 : 9);

                if (trim_end(t, from, next) > from)
                    add_line(s, &room, from, next, indent, blank && from == at);
                if (next >= end)
                    break;
                from = next;
            }
            blank = false;
        }
        p = end + 1;
    }
}

bool line_is_rule(const char *t, size_t start, size_t end)
{
    for (size_t i = end; i > start; i--) /* most lines end in a letter */
        switch (t[i - 1]) {
        case '-':
        case '=':
        case '_':
        case '*':
        case '|':
        case '.':
        case ' ': break;
        default: return false;
        }
    return end - start > 1;
}

static void note_present(text_lines *s, const label *l)
{
    for (int k = 0; k < ALPHABETS; k++) {
        int v = label_value(l, (label_alphabet)k);

        if (v > 0 && v <= LABEL_VALUES)
            s->present[l->style][k][v] = true;
    }
}

bool text_lines_has_neighbour(const text_lines *s, const label *l)
{
    if (l->style == LABEL_NONE || l->alphabet == ALPHABET_NUMBER)
        return true;
    for (int k = 0; k < ALPHABETS; k++) {
        int v = label_value(l, (label_alphabet)k);

        if (v > 0 && v < LABEL_VALUES &&
            (s->present[l->style][k][v + 1] || (v > 1 && s->present[l->style][k][v - 1])))
            return true;
    }
    return false;
}

/* Two letters, of which the first begins neither a Roman number nor a code: most words are told by
 * them (label_may_begin()). */
static inline bool is_word(const char *t, size_t p, size_t end)
{
    enum { a = 'a' };
    const uint32_t begin_labels =
        1u << ('i' - a) | 1u << ('v' - a) | 1u << ('x' - a) | 1u << ('e' - a);
    unsigned first = (unsigned char)((t[p] | 0x20) - a);

    return first < 26 && !(begin_labels >> first & 1) && p + 1 < end && text_is_letter(t[p + 1]);
}

bool line_label_inside(const char *t, size_t start, size_t p, size_t end, label *out)
{
    if (!label_may_begin(t, p, end))
        return false;
    if (t[p - 1] == '\x82' && (p - start < 3 || memcmp(t + p - 3, "\xE3\x80\x82", 3) != 0))
        return false;
    return label_read_number(t, p, end, out);
}

bool line_counts_time(const char *t, size_t start, size_t p, size_t end, const label *l)
{
    unit_hit u;

    while (p > start && is_blank(t[p - 1]))
        p--;
    return l->style == LABEL_BOTH && l->alphabet == ALPHABET_NUMBER && p > start &&
           text_is_letter(t[p - 1]) && unit_match(t + l->text, end - l->text, NULL, &u) &&
           u.of_time;
}

void text_lines_read_label(const text_lines *s, line *n)
{
    const char *t = s->text->text;

    n->labelled = n->bare = false;
    n->words = n->start;
    n->column = n->indent;
    if (line_is_rule(t, n->start, n->end) ||
        !label_read(t, n->start, n->end, s->dash_digit, &n->mark))
        return;
    if (!text_lines_has_neighbour(s, &n->mark)) {
        size_t used;

        if (!n->mark.bullet)
            return;
        /* the bullet stays, the letter belongs to the words */
        utf8_decode(t + n->start, n->end - n->start, &used);
        n->mark.style = LABEL_NONE;
        n->mark.end = n->start + used;
        for (n->mark.text = n->mark.end; n->mark.text < n->end && is_blank(t[n->mark.text]);)
            n->mark.text++;
    }
    n->labelled = true;
    n->bare = n->mark.text >= n->end;
    n->words = n->bare ? n->end : n->mark.text;
    n->column = n->indent + (int)(n->words - n->start > 60 ? 60 : n->words - n->start);
}

static void add_spot(text_lines *s, size_t p)
{
    if (arena_grow(s->arena, (void **)&s->spots, s->spot_count, &s->spot_room, sizeof *s->spots))
        s->spots[s->spot_count++] = p;
}

/* The spots of a line; letters that are labels there are noted. */
static void find_spots(text_lines *s, size_t start, size_t end)
{
    const char *t = s->text->text;
    unsigned last; /* what the byte before is */
    label l;

    if (start == end)
        return;
    if (label_may_begin(t, start, end) || (text_lines_spot(t[start]) & SPOT))
        add_spot(s, start);
    if (label_read_number(t, start, end, &l) && l.alphabet != ALPHABET_NUMBER)
        note_present(s, &l);
    last = text_lines_spot(t[start]);
    for (size_t p = start + 1; p < end; p++) {
        unsigned here = text_lines_spot(t[p]);
        bool begins;

        if (!last) { /* nearly every byte is none of them */
            while (!here && ++p < end)
                here = text_lines_spot(t[p]);
            if (p >= end)
                break;
        }
        begins = last & BEFORE_LABEL && !is_word(t, p, end) && label_may_begin(t, p, end);
        last = here;
        if (!begins && !(here & SPOT))
            continue;
        add_spot(s, p);
        if (begins && line_label_inside(t, start, p, end, &l) && l.alphabet != ALPHABET_NUMBER)
            note_present(s, &l);
    }
}

static void read_labels(text_lines *s)
{
    const char *t = s->text->text;
    size_t longest = 0, near = 0;

    for (size_t i = 0; i < s->line_count; i++) {
        const line *n = &s->lines[i];

        if (t[n->start] == '-' && n->start + 1 < n->end && (t[n->start + 1] | 0x20) >= 'a' &&
            (t[n->start + 1] | 0x20) <= 'z')
            s->dash_digit = true;
        if (n->end - n->start + (size_t)n->indent > longest)
            longest = n->end - n->start + (size_t)n->indent;
        find_spots(s, n->start, n->end);
    }
    for (size_t i = 0; i < s->line_count; i++)
        near += s->lines[i].end - s->lines[i].start + (size_t)s->lines[i].indent + 22 > longest;
    s->wrap_width = longest;
    s->wraps = longest <= 110 && longest >= 55 && near >= 3;
    bool small = false;
    for (size_t i = 0; i < s->line_count; i++) {
        text_lines_read_label(s, &s->lines[i]);
        small = small || (!s->lines[i].labelled && islower((unsigned char)t[s->lines[i].start]));
    }
    /* a text whose lines all begin with capitals is cut into items by them, however long they are
     */
    s->wraps = s->wraps && small;
    int next[LABEL_STYLES][ALPHABETS] = {{0}};
    for (size_t i = s->line_count; i-- > 0;) {
        line *n = &s->lines[i];

        if (!n->labelled || n->mark.style == LABEL_NONE)
            continue;
        n->next_value = next[n->mark.style][n->mark.alphabet];
        next[n->mark.style][n->mark.alphabet] = n->mark.value;
    }
}

void text_lines_read(text_lines *s)
{
    cut_lines(s);
    read_labels(s);
}
