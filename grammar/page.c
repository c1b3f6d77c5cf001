#include "grammar/page.h"

#include "engine/base/text.h"
#include "grammar/clean.h"
#include "grammar/heading.h"
#include "grammar/label.h"
#include "rules/registry.h"
#include "rules/sayings.h"

#include <string.h>

#define RESUME_LINES                                                                               \
    40 /* a second criteria heading may follow this far behind what interrupts the first */

typedef struct page_line {
    size_t start, end;
    heading_kind kind;
    int other;  /* 2: the section is over, 1: something else stands here */
    bool field; /* a registry field: no criterion */
} page_line;

typedef struct page {
    const mapped *text;
    page_line *lines;
    heading_line *read; /* the same lines, as heading_read() had them */
    size_t count;
    source *out;
    bool strong; /* a heading or field that only pages have */
    int id_rank;
} page;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return text_lower(c) >= 'a' && text_lower(c) <= 'z';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* ---- values ---- */

size_t page_age(const char *value, size_t size, double *number, char *unit)
{
    static const struct {
        const char *word;
        char unit;
    } units[] = {{"year", 'a'}, {"yr", 'a'},   {"month", 'm'}, {"week", 'w'},
                 {"day", 'd'},  {"hour", 'h'}, {"minute", 'n'}};
    size_t p = 0, digits;
    double n = 0, scale = 1;

    while (p < size && is_digit(value[p]) && p < 4)
        n = n * 10 + (value[p++] - '0');
    digits = p;
    if (p == 0 || (p < size && is_digit(value[p])))
        return 0;
    if (p + 1 < size && value[p] == '.' && is_digit(value[p + 1]))
        for (p++; p < size && is_digit(value[p]) && p < digits + 6; p++)
            n += (value[p] - '0') * (scale /= 10);
    while (p < size && (is_blank(value[p]) || value[p] == '-'))
        p++;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!text_starts_nocase(value + p, size - p, units[i].word))
            continue;
        p += strlen(units[i].word);
        if (p < size && text_lower(value[p]) == 's')
            p++;
        else if (p + 3 <= size && text_starts_nocase(value + p, 3, "(s)"))
            p += 3;
        if (p < size && (is_letter(value[p]) || is_digit(value[p])))
            return 0;
        *number = n;
        *unit = units[i].unit;
        return p;
    }
    return 0;
}

const char *page_sex(const char *value, size_t size)
{
    static const struct {
        const char *word, *sex;
    } words[] = {{"all", "all"},
                 {"both", "all"},
                 {"female", "female"},
                 {"females", "female"},
                 {"male", "male"},
                 {"males", "male"},
                 {"women", "female"},
                 {"men", "male"},
                 {"male and female", "all"},
                 {"female and male", "all"},
                 {"male & female", "all"},
                 {"both males and females", "all"},
                 {"males and females", "all"},
                 {"both male and female", "all"},
                 {"male/female", "all"},
                 {"male, female", "all"},
                 {"female, male", "all"},
                 {"any", "all"},
                 {"both sexes", "all"},
                 {"all genders", "all"},
                 {"female only", "female"},
                 {"male only", "male"}};

    while (size && (is_blank(*value) || *value == '|')) {
        value++;
        size--;
    }
    while (size && (is_blank(value[size - 1]) || strchr("|.", value[size - 1])))
        size--;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal_nocase(value, size, words[i].word))
            return words[i].sex;
    return NULL;
}

static int page_yes(const char *value, size_t size)
{
    while (size && (is_blank(*value) || *value == '|')) {
        value++;
        size--;
    }
    if (text_starts_nocase(value, size, "no") && (size == 2 || !is_letter(value[2])))
        return 0;
    if ((text_starts_nocase(value, size, "yes") && (size == 3 || !is_letter(value[3]))) ||
        text_starts_nocase(value, size, "accepts healthy"))
        return 1;
    return -1;
}

static bool is_number(const char *value, size_t size)
{
    size_t p = 0;

    while (p < size && is_digit(value[p]))
        p++;
    return p > 0 && p == size;
}

enum { LONGEST_NO = 20 }; /* of the words below */

static bool is_no_limit(const char *value, size_t size)
{
    while (size && (is_blank(value[size - 1]) || value[size - 1] == '|'))
        size--;
    if (size > LONGEST_NO)
        return false;
    return text_is_any(value, size, saying_no_limit);
}

/* ---- fields ---- */

/* The words of a table that may begin with a byte: from *first on, how many. */
static size_t words_of(const registry_table *t, char begin, const registry_words **first)
{
    unsigned char b = (unsigned char)text_lower(begin);

    *first = t->words + t->first[b];
    return (size_t)(t->first[b + 1] - t->first[b]);
}

static bool ends_name(char c)
{
    return c == ':' || c == '|' || is_blank(c);
}

/* The field whose name begins a line; *value: where its value begins, or end where it stands below.
 */
static const registry_words *read_field(const char *t, size_t start, size_t end, size_t *value)
{
    const registry_words *best = NULL, *words;
    size_t count;

    while (start < end && (is_blank(t[start]) || t[start] == '|' || t[start] == '*'))
        start++;
    count = start < end ? words_of(&registry_fields, t[start], &words) : 0;
    for (size_t i = 0; i < count; i++) {
        size_t n = words[i].size, p = start + n;

        if ((best && n <= best->size) || !text_starts_nocase(t + start, end - start, words[i].text))
            continue;
        if (p < end && !ends_name(t[p]))
            continue;
        while (p < end && is_blank(t[p]))
            p++;
        /* behind the name: nothing, a colon or a table's bar; "Age from 18" and "Gender Both" also
         * stand bare */
        if (p < end && t[p] != ':' && t[p] != '|' && !(p > start + n && t[p - 1] == '\t') &&
            !(p > start + n && (is_digit(t[p]) || page_sex(t + p, end - p))))
            continue;
        while (p < end && (ends_name(t[p]) || t[p] == '*'))
            p++;
        best = &words[i];
        *value = p;
    }
    return best;
}

static eligo_span span_of(const page *g, size_t start, size_t end)
{
    return mapped_span(g->text, start, end);
}

static void set_age(const page *g, registry_age *age, size_t at, size_t end)
{
    const char *t = g->text->text;
    double n = 0;
    char unit = 0;
    size_t used = page_age(t + at, end - at, &n, &unit);

    if (used && !age->given)
        *age = (registry_age){true, n, unit, span_of(g, at, at + used)};
}

/* "18 Years to 75 Years (...)", "18 Years and older", "up to 17 Years". */
static void set_ages(const page *g, size_t at, size_t end)
{
    const char *t = g->text->text;
    double n = 0;
    char unit = 0;
    size_t used, p;
    bool upper = text_starts_nocase(t + at, end - at, "up to");

    if (upper)
        at += 5;
    while (at < end && is_blank(t[at]))
        at++;
    used = page_age(t + at, end - at, &n, &unit);
    if (!used) {
        /* "18-75 Years", "18 to 75 Years" */
        double low = 0;

        for (p = at; p < end && is_digit(t[p]) && p < at + 3; p++)
            low = low * 10 + (t[p] - '0');
        size_t low_end = p;
        while (p < end && is_blank(t[p]))
            p++;
        bool dash = p < end && t[p] == '-';
        bool to = text_starts_nocase(t + p, end - p, "to ");
        if (low_end == at || (!dash && !to))
            return;
        p += dash ? 1 : 2;
        while (p < end && is_blank(t[p]))
            p++;
        used = page_age(t + p, end - p, &n, &unit);
        if (!used)
            return;
        if (!g->out->minimum_age.given)
            g->out->minimum_age = (registry_age){true, low, unit, span_of(g, at, low_end)};
        set_age(g, &g->out->maximum_age, p, end);
        return;
    }
    if (upper) {
        set_age(g, &g->out->maximum_age, at, end);
        return;
    }
    p = at + used;
    while (p < end && is_blank(t[p]))
        p++;
    if (text_starts_nocase(t + p, end - p, "and under") ||
        text_starts_nocase(t + p, end - p, "and younger") ||
        text_starts_nocase(t + p, end - p, "or younger")) {
        set_age(g, &g->out->maximum_age, at, end);
        return;
    }
    set_age(g, &g->out->minimum_age, at, end);
    if (text_starts_nocase(t + p, end - p, "to ") || (p < end && t[p] == '-')) {
        p += t[p] == '-' ? 1 : 3;
        while (p < end && is_blank(t[p]))
            p++;
        set_age(g, &g->out->maximum_age, p, end);
    }
}

/* The first letters of the prefixes below. */
static const bool begins_id[256] = {
    ['A'] = 1, ['C'] = 1, ['D'] = 1, ['E'] = 1, ['I'] = 1, ['J'] = 1, ['K'] = 1,
    ['N'] = 1, ['P'] = 1, ['R'] = 1, ['T'] = 1, ['U'] = 1, ['j'] = 1};

/* Does a line have four digits, as every registry number? Most lines have fewer. */
static bool four_digits(const char *t, size_t size)
{
    size_t digits = 0, i = 0;

    for (; i + 8 <= size && digits < 4; i += 8)
        for (uint64_t d = text_between(text_bytes(t + i, 8), '0', '9'); d; d &= d - 1)
            digits++;
    for (; i < size && digits < 4; i++)
        digits += is_digit(t[i]);
    return digits >= 4;
}

/* The registry number in t[start, end), as it is printed; its size, 0: none. */
static size_t find_id(const char *t, size_t start, size_t end, size_t *at)
{
    if (!four_digits(t + start, end - start))
        return 0;
    for (size_t p = start; p < end; p++) {
        if (!begins_id[(unsigned char)t[p]] ||
            (p > start && (is_letter(t[p - 1]) || is_digit(t[p - 1]))))
            continue;
        for (size_t i = 0; saying_registry_numbers[i]; i++) {
            size_t n = strlen(saying_registry_numbers[i]), q = p + n, digits = 0;

            if (t[p] != saying_registry_numbers[i][0] || q >= end ||
                memcmp(t + p, saying_registry_numbers[i], n) != 0)
                continue;
            while (q < end && q < p + 40 &&
                   (is_digit(t[q]) || is_letter(t[q]) || t[q] == '-' || t[q] == '/'))
                digits += is_digit(t[q++]);
            if (digits < 4 || (i == 0 && digits != 8))
                continue;
            *at = p;
            return q - p;
        }
    }
    return 0;
}

/* A first word with four digits or more: a number of a registry that has no prefix. */
static size_t find_number(const char *t, size_t start, size_t end, size_t *at)
{
    size_t p = start, digits = 0;

    for (; p < end && p < start + 40 && !is_blank(t[p]) && t[p] != '|'; p++)
        digits += is_digit(t[p]);
    *at = start;
    return digits >= 4 ? p - start : 0;
}

static void set_id(page *g, arena *a, size_t at, size_t size, int rank)
{
    if (rank > g->id_rank && size) {
        g->id_rank = rank;
        g->out->trial_id = arena_text(a, g->text->text + at, size);
    }
}

/* ---- lines ---- */

/* 2: the section is over, 1: something else stands here, 0: neither. */
static int read_other(const char *t, size_t start, size_t end)
{
    const registry_words *words;
    size_t count;
    bool begins = false;

    if (end - start > 1 && t[start] == '*' && t[start + 1] == ' ')
        return 0; /* an item */
    while (start < end &&
           (t[start] == '#' || t[start] == '*' || t[start] == '|' || is_blank(t[start])))
        start++;
    while (end > start && (t[end - 1] == '#' || t[end - 1] == '*' || ends_name(t[end - 1])))
        end--;
    count = start < end ? words_of(&registry_lines, t[start], &words) : 0;
    for (size_t i = 0; i < count; i++) {
        const registry_words *w = &words[i];

        if (w->size > end - start || !text_starts_nocase(t + start, end - start, w->text))
            continue;
        if (w->kind == REGISTRY_OVER_BEGINS)
            begins = true;
        else if (w->size == end - start)
            return w->kind == REGISTRY_OVER ? 2 : 1;
    }
    return begins ? 2 : 0;
}

static bool read_lines(page *g, arena *a)
{
    const char *t = g->text->text;
    size_t size = g->text->size, room = 0, read_room = 0;

    for (size_t p = 0; p < size;) {
        const char *newline = memchr(t + p, '\n', size - p);
        size_t end = newline ? (size_t)(newline - t) : size, next = end + 1;
        heading h;

        while (p < end && is_blank(t[p]))
            p++;
        while (end > p && is_blank(t[end - 1]))
            end--;
        if (end > p) {
            if (!arena_grow(a, (void **)&g->lines, g->count, &room, sizeof *g->lines) ||
                !arena_grow(a, (void **)&g->read, g->count, &read_room, sizeof *g->read))
                return false;
            h = heading_read(t + p, end - p);
            g->read[g->count] = (heading_line){
                t + p, end - p, h.kind == HEADING_NONE ? NULL : arena_copy(a, &h, 1, sizeof h), 0};
            if (h.kind == HEADING_NONE) {
                g->read[g->count].inside = heading_inside(t + p, end - p, 0);
                if (g->read[g->count].inside < end - p)
                    h.kind = HEADING_PREAMBLE; /* one in the middle: the section is not over */
            }
            g->lines[g->count++] = (page_line){p, end, h.kind, read_other(t, p, end), false};
        }
        p = next;
    }
    return true;
}

static bool is_key(heading_kind k)
{
    return k == HEADING_INCLUSION || k == HEADING_EXCLUSION;
}

/* "18 Years", "70 Years", "ALL", "No" one below the other, without names: marks them, returns how
 * many. */
static size_t read_bare_fields(page *g, size_t i)
{
    const char *t = g->text->text;
    size_t ages = 0, at[2] = {0, 0}, k = i;
    double n;
    char unit;
    const char *sex;

    for (; k < g->count && ages < 2; k++, ages++) {
        const page_line *l = &g->lines[k];
        size_t used = page_age(t + l->start, l->end - l->start, &n, &unit);

        if (used != l->end - l->start && !is_no_limit(t + l->start, l->end - l->start))
            break;
        at[ages] = k;
    }
    if (!ages || k >= g->count)
        return 0;
    sex = page_sex(t + g->lines[k].start, g->lines[k].end - g->lines[k].start);
    if (!sex)
        return 0;
    if (ages == 2) {
        set_age(g, &g->out->minimum_age, g->lines[at[0]].start, g->lines[at[0]].end);
        set_age(g, &g->out->maximum_age, g->lines[at[1]].start, g->lines[at[1]].end);
    }
    if (!g->out->sex) {
        g->out->sex = sex;
        g->out->sex_span = span_of(g, g->lines[k].start, g->lines[k].end);
    }
    k++;
    if (k < g->count) {
        int yes = page_yes(t + g->lines[k].start, g->lines[k].end - g->lines[k].start);

        if (yes >= 0 && g->lines[k].end - g->lines[k].start <= 3) {
            if (g->out->healthy_volunteers < 0)
                g->out->healthy_volunteers = yes;
            k++;
        }
    }
    for (size_t j = i; j < k; j++)
        g->lines[j].field = true;
    g->strong = true;
    return k - i;
}

/* The fields of the page; lines that hold one are marked. The criteria begin at line `first`: a
 * number in them is that of another trial ("completed NCT..."). */
static void read_fields(page *g, arena *a, bool all, size_t first)
{
    const char *t = g->text->text;
    bool related = false, inside = false, asked = false;

    for (size_t i = 0; i < g->count; i++) {
        page_line *l = &g->lines[i];
        size_t value = l->end, from, to, n, at = 0;
        const registry_words *f = read_field(t, l->start, l->end, &value);
        bool taken = false, below;
        label mark;

        if (is_key(l->kind))
            asked = l->kind == HEADING_INCLUSION;
        if (l->other)
            related = text_starts_nocase(t + l->start, l->end - l->start, "more related") ||
                      text_starts_nocase(t + l->start, l->end - l->start, "related");
        inside = (inside || i == first) && !l->other && !(f && f->sure);
        if (!related && !inside && g->id_rank < 1 && (n = find_id(t, l->start, l->end, &at)) > 0 &&
            (first < g->count || at == l->start))
            set_id(g, a, at, n, 1);
        if (!f) {
            if (is_digit(t[l->start]) || is_no_limit(t + l->start, l->end - l->start)) {
                n = read_bare_fields(g, i);
                i += n ? n - 1 : 0;
            }
            continue;
        }
        if (!f->sure && !all)
            continue;
        /* an item of the list ("- Age 18 to 80 years") is a criterion, and so is what stands among
         * the things asked for; behind the list of exclusions it is the page's own again */
        if (f->kind == REGISTRY_AGES && !f->sure && inside && value < l->end &&
            (asked || label_read(t, l->start, l->end, false, &mark)))
            continue;
        below = value >= l->end;
        if (below && i + 1 >= g->count)
            continue;
        from = below ? g->lines[i + 1].start : value;
        to = below ? g->lines[i + 1].end : l->end;
        switch (f->kind) {
        case REGISTRY_AGES:
            if (f->sure || is_digit(t[from])) {
                set_ages(g, from, to);
                taken = true;
            }
            break;
        case REGISTRY_MINIMUM_AGE:
        case REGISTRY_MAXIMUM_AGE: {
            registry_age *age =
                f->kind == REGISTRY_MINIMUM_AGE ? &g->out->minimum_age : &g->out->maximum_age;
            double number;
            char unit;

            taken = page_age(t + from, to - from, &number, &unit) > 0 ||
                    is_no_limit(t + from, to - from) || is_number(t + from, to - from);
            if (taken)
                set_age(g, age, from, to);
            break;
        }
        case REGISTRY_SEX:
            taken = page_sex(t + from, to - from) != NULL;
            if (taken && !g->out->sex) {
                g->out->sex = page_sex(t + from, to - from);
                g->out->sex_span = span_of(g, from, to);
            }
            break;
        case REGISTRY_HEALTHY:
            taken = page_yes(t + from, to - from) >= 0;
            if (taken && g->out->healthy_volunteers < 0)
                g->out->healthy_volunteers = page_yes(t + from, to - from);
            break;
        case REGISTRY_ID:
            if ((n = find_id(t, from, to, &at)) == 0)
                n = find_number(t, from, to, &at);
            if (n > 0) {
                set_id(g, a, at, n, 4);
                taken = true;
            }
            break;
        case REGISTRY_OTHER_ID:
            if (label_read(t, from, to, false, &mark))
                from = mark.text;
            for (n = 0; from + n < to && !is_blank(t[from + n]) && t[from + n] != '|';)
                n++;
            set_id(g, a, from, n, g->id_rank > 0 ? 0 : 2);
            taken = n > 0;
            break;
        case REGISTRY_TITLE:
            if (!*g->out->title) {
                while (to > from && (is_blank(t[to - 1]) || t[to - 1] == '|'))
                    to--;
                g->out->title = arena_text(a, t + from, to - from);
            }
            break;
        default: break;
        }
        if (taken) {
            l->field = true;
            if (below)
                g->lines[i + 1].field = true;
            g->strong = g->strong || f->sure;
        }
    }
}

/* The first line with the words of a title, above the criteria. */
static void find_title(const page *g, arena *a, size_t before)
{
    const char *t = g->text->text;

    for (size_t i = 0; i < before && i < 12 && !*g->out->title; i++) {
        const page_line *l = &g->lines[i];
        size_t words = 1, at;

        for (size_t p = l->start; p < l->end; p++)
            words += t[p] == ' ';
        if (words >= 4 && l->kind == HEADING_NONE && !l->field && l->end - l->start < 600 &&
            t[l->start] != '!' && !find_id(t, l->start, l->end, &at))
            g->out->title = arena_text(a, t + l->start, l->end - l->start);
    }
}

static mapped cut(const mapped *m, size_t start, size_t end)
{
    return (mapped){m->text + start, end - start, m->at + start, m->after + start};
}

/* The lines of the section, as one text without what stands in between. */
static mapped join_lines(const page *g, arena *a, size_t first, size_t behind, const bool *drop)
{
    const mapped *m = g->text;
    size_t start = g->lines[first].start, end = g->lines[behind - 1].end;
    bool whole = true;
    mapping out;

    while (start > 0 && is_blank(m->text[start - 1]))
        start--; /* its indent counts */
    for (size_t i = first; i < behind; i++)
        whole = whole && !drop[i];
    if (whole)
        return cut(m, start, end);
    if (!mapping_new(&out, a, end - start))
        return (mapped){"", 0, NULL, NULL};
    for (size_t i = first; i < behind; i++) {
        size_t from = i == first ? start : g->lines[i - 1].end, to = g->lines[i].end;

        if (drop[i])
            continue;
        memcpy(out.text + out.size, m->text + from, to - from);
        memcpy(out.at + out.size, m->at + from, (to - from) * sizeof *out.at);
        memcpy(out.after + out.size, m->after + from, (to - from) * sizeof *out.after);
        out.size += to - from;
    }
    return mapping_done(&out);
}

/* Where the section begins: the first inclusion or exclusion heading with words below it; else the
 * heading of both. g->count: nowhere. */
static size_t find_start(const page *g, bool *key)
{
    size_t both = g->count;

    *key = false;
    for (size_t i = 0; i < g->count; i++) {
        const page_line *l = &g->lines[i];
        const page_line *next = i + 1 < g->count ? l + 1 : NULL;

        if (l->kind == HEADING_BOTH && next && !next->other)
            both = i;
        if (!is_key(l->kind) &&
            !(l->kind == HEADING_PREAMBLE &&
              heading_inside(g->text->text + l->start, l->end - l->start, 0) < l->end - l->start))
            continue;
        /* a list of the page's own parts names it, too */
        if (next && (is_key(next->kind) || next->other) &&
            heading_read(g->text->text + l->start, l->end - l->start).rest >= l->end - l->start) {
            bool later = false;

            for (size_t k = i + 2; k < g->count && !later; k++)
                later = is_key(g->lines[k].kind) && k > i + 2;
            if (later && next->other)
                continue;
        }
        *key = true;
        while (i > 0 && heading_is_group(g->text->text + g->lines[i - 1].start,
                                         g->lines[i - 1].end - g->lines[i - 1].start, false))
            i--;
        return i;
    }
    return both;
}

/* Words and signs that put a condition: with one of them a line above the headings is no title. */
static bool asks(const char *t, size_t start, size_t end)
{
    for (size_t p = start; p < end; p++)
        if (t[p] == '<' || t[p] == '>' || t[p] == '=' ||
            text_starts_nocase(t + p, end - p, "\u2264") ||
            text_starts_nocase(t + p, end - p, "\u2265"))
            return true;
    for (size_t p = start; p < end; p++)
        if ((p == start || !is_letter(t[p - 1])) &&
            text_starts_any(t + p, end - p, saying_puts_condition))
            return true;
    return false;
}

/* How many lines of a bare section are its title or an introduction, above the first heading. None
 * where that heading is one of exclusion (what stands above it is the list it excludes from), or
 * where one of the lines is marked as an item, is a heading, announces something or asks for it. */
static size_t count_title(const page *g)
{
    const char *t = g->text->text;

    for (size_t i = 0; i < g->count; i++) {
        const page_line *l = &g->lines[i];
        label mark;

        if (l->kind == HEADING_INCLUSION || l->kind == HEADING_BOTH)
            return i;
        if (l->kind != HEADING_NONE || t[l->end - 1] == ':' || t[l->end - 1] == ';' ||
            heading_is_group(t + l->start, l->end - l->start, false) ||
            label_read(t, l->start, l->end, false, &mark) || asks(t, l->start, l->end))
            return 0;
    }
    return 0;
}

/* The section by itself: all of the text but what stands above its first heading. */
static void read_section(const page *g, arena *a)
{
    const mapped *m = g->text;
    source *out = g->out;
    size_t first = count_title(g), start = g->lines[first].start;

    while (start > 0 && is_blank(m->text[start - 1]))
        start--;
    out->criteria = cut(m, start, g->lines[g->count - 1].end);
    out->bare = true;
    for (size_t i = 0; i < g->count; i++)
        out->bare = out->bare && g->lines[i].kind == HEADING_NONE;
    if (first) {
        find_title(g, a, first);
        out->above = mapped_span(m, g->lines[0].start, g->lines[first - 1].end);
    }
}

bool page_read(const mapped *text, arena *a, source *out)
{
    page g = {.text = text, .out = out};
    size_t first, behind, hard = 0, soft = 0, last_key = 0;
    bool key, any, *drop;

    if (!read_lines(&g, a) || !g.count || arena_failed(a))
        return false;
    out->lines = g.read;
    out->line_count = g.count;
    for (size_t i = 0; i < g.count; i++) {
        hard += g.lines[i].other == 2;
        soft += g.lines[i].other == 1;
        if (is_key(g.lines[i].kind))
            last_key = i;
    }
    any = hard >= 2 || (hard && soft); /* one alone may be a heading of the criteria's own */
    first = find_start(&g, &key);
    read_fields(&g, a, any, first);
    if (g.strong && !any)
        read_fields(&g, a, true, first); /* a page: names that a criterion may have count, too */
    any = any || g.strong;
    if (!any) {
        read_section(&g, a);
        return true;
    }
    if (first == g.count)
        return false;
    find_title(&g, a, first);
    drop = arena_array(a, g.count, sizeof *drop);
    if (!drop)
        return false;
    behind = first + 1;
    bool between = false;
    size_t since = 0;
    for (size_t i = first; i < g.count; i++) {
        int other = g.lines[i].other;

        /* a list of criteria that goes on behind it is not over */
        if (other == 2 && last_key > i && last_key - i <= RESUME_LINES)
            other = 1;
        if (is_key(g.lines[i].kind)) {
            between = false;
        } else if (g.lines[i].field) {
            drop[i] = true;
            continue;
        } else if (other == 2 && i > first) {
            break;
        } else if (other == 1 && i > first) {
            between = true;
            since = i;
        }
        if (between) {
            drop[i] = true;
            if (i - since > RESUME_LINES)
                break;
            continue;
        }
        behind = i + 1;
    }
    out->criteria = join_lines(&g, a, first, behind, drop);
    return true;
}
