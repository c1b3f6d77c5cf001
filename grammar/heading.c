#include "grammar/heading.h"

#include "engine/base/text.h"
#include "grammar/label.h"
#include "rules/roles.h"
#include "rules/sayings.h"

#include <ctype.h>

#include <string.h>

#define WORDS 24          /* a heading has fewer */
#define NEUTRAL_WORDS 3   /* and one without a meaning of its own at most so many */
#define PLAIN_WORDS 8     /* and one without a colon so many */
#define GROUP_WORDS 5     /* and the name of a group by itself */
#define HEADING_BYTES 200 /* beyond it a line is no heading */

typedef struct word {
    size_t start, end;
    uint32_t roles; /* rules/headings.tsv */
} word;

typedef struct phrase {
    size_t at, count;
    size_t end;  /* behind the last byte of the phrase */
    size_t rest; /* behind colon and blanks */
    bool colon, too_long;
    uint32_t roles;      /* of all its words */
    eligo_span bracket;  /* the first "(...)", without the brackets */
    size_t bracket_word; /* words before it */
    word words[WORDS];
    char lower[HEADING_BYTES]; /* the bytes from `at` on, in lower case */
} phrase;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Letters, digits, the apostrophe, and all that is not ASCII. */
static const bool word_bytes[256] = {
    /* clang-format off */
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0,
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    /* clang-format on */
};

static bool is_word_byte(char c)
{
    return word_bytes[(unsigned char)c];
}

static bool is_marker(char c)
{
    switch (c) {
    case '#':
    case '*':
    case '_':
    case '=':
    case '"':
    case '[':
    case '<':
    case '>':
    case '|': return true;
    default: return is_blank(c);
    }
}

/* Skips what may stand before a heading: bullets, a number, Markdown and quotes. */
static size_t skip_markers(const char *line, size_t size)
{
    size_t p = 0;
    label l;

    for (int i = 0; i < 4; i++) {
        size_t before = p;

        while (p < size && is_marker(line[p]))
            p++;
        /* "E.3 Principal inclusion criteria" */
        if (p + 3 < size && line[p] == 'E' && line[p + 1] == '.' && line[p + 2] >= '1' &&
            line[p + 2] <= '9') {
            p += 3;
            while (p < size && (line[p] == '.' || (line[p] >= '0' && line[p] <= '9')))
                p++;
        } else if (p < size && label_read(line, p, size, false, &l) && l.style != LABEL_CODE) {
            p = l.text;
        }
        if (p == before)
            break;
    }
    return p;
}

static bool is_long_dash(const char *p, size_t size)
{
    return (size >= 2 && memcmp(p, "--", 2) == 0) ||
           (size >= 3 && (memcmp(p, "\xE2\x80\x93", 3) == 0 || memcmp(p, "\xE2\x80\x94", 3) == 0));
}

/* The end of a bracket that opens at p, behind it; `stop` where it is not closed. */
static size_t skip_bracket(const char *line, size_t p, size_t stop)
{
    const char *to = memchr(line + p, line[p] == '(' ? ')' : ']', stop - p);

    return to ? (size_t)(to - line) + 1 : stop;
}

/* Does what stands at p end the heading, and how many bytes is it? "Inclusion criteria: adults",
 * "Inclusion criteria -- adults", "Inclusion criteria - adults". */
static size_t colon_at(const char *line, size_t p, size_t at, size_t stop, size_t words)
{
    char c = line[p];

    if (c == ':' || c == '|' || c == '\t')
        return 1;
    if (words == 0 || words > 4)
        return 0;
    if (is_long_dash(line + p, stop - p))
        return c == '-' ? 2 : 3;
    return c == '-' && p + 1 < stop && is_blank(line[p + 1]) && p > at && is_blank(line[p - 1]);
}

/* Where the rest of the line begins, behind such a sign: `c`, of so many bytes. */
static size_t rest_from(const char *line, size_t p, size_t size, char c, size_t bytes)
{
    bool sign = c == ':' || c == '|' || c == '\t';

    if (!sign && bytes == 1)
        return p + 1; /* the blank behind the dash */
    while (p < size &&
           (is_blank(line[p]) ||
            (sign ? line[p] == ':' || line[p] == '*' || line[p] == '|' : line[p] == '-')))
        p++;
    return p;
}

/* Without a colon only these words make a heading; most lines have none. */
enum { KEYS = HEAD_INCLUSION | HEAD_EXCLUSION | HEAD_ELIGIBILITY };

static role_set roles_at(const phrase *f, size_t i)
{
    const word *w = &f->words[i];

    return roles_find(&heading_roles, f->lower + (w->start - f->at), w->end - w->start);
}

static bool has_key(const phrase *f)
{
    uint32_t letters = 0;

    for (unsigned bit = 0; 1u << bit <= KEYS; bit++)
        letters |= KEYS & 1u << bit ? heading_roles.letters[bit] : 0;
    for (size_t i = 0; i < f->count; i++)
        if ((letters & role_letter(f->lower[f->words[i].start - f->at])) && (roles_at(f, i) & KEYS))
            return true;
    return false;
}

static void take_roles(phrase *f)
{
    for (size_t i = 0; i < f->count; i++) {
        f->words[i].roles = (uint32_t)roles_at(f, i);
        f->roles |= f->words[i].roles;
    }
}

static void read_roles(phrase *f)
{
    if (f->colon || f->count <= NEUTRAL_WORDS || has_key(f))
        take_roles(f); /* else no heading, whatever its words are */
}

/* Is there a sign behind so many words that ends a heading? */
static bool colon_ahead(const char *line, size_t p, size_t stop)
{
    return memchr(line + p, ':', stop - p) || memchr(line + p, '|', stop - p) ||
           memchr(line + p, '\t', stop - p);
}

/* Is the one word before a full stop no number or letter of a list: "Asthma. Exclusion: gout"? */
static bool ends_sentence(const char *line, const phrase *f)
{
    size_t at = f->count ? f->words[0].start + 1 : 0;

    while (f->count && at < f->words[0].end && !islower((unsigned char)line[at]))
        at++;
    return f->count && at < f->words[0].end;
}

/* The words up to a colon outside brackets, or to the end of the line. What is too long for a
 * heading, and has more than one word, is not read to its end; `most`: nor what has more words
 * without a colon. */
static void read_phrase(const char *line, size_t size, size_t at, size_t most, phrase *f)
{
    size_t stop = size - at > HEADING_BYTES ? at + HEADING_BYTES : size;
    size_t p = at, colon;

    f->at = f->end = at;
    f->count = f->bracket_word = 0;
    f->rest = size;
    f->colon = f->too_long = false;
    f->roles = 0;
    f->bracket = (eligo_span){0, 0};
    while (p < stop && !(f->too_long && f->count > 1)) {
        char c = line[p];

        if (c == ' ') {
            p++;
            continue;
        }
        if (is_word_byte(c) &&
            !(c == '\xE2' && f->count && f->count <= 4 && is_long_dash(line + p, stop - p))) {
            word *w;

            if (f->count == WORDS || (f->count == most && !colon_ahead(line, p, stop))) {
                f->too_long = true;
                break;
            }
            w = &f->words[f->count++];
            w->start = p;
            p += text_word_size(line + p, stop - p);
            while (p < stop && is_word_byte(line[p]))
                p++;
            w->end = f->end = p;
        } else if (c == '(' || c == '[') {
            size_t to = skip_bracket(line, p, stop);

            if (line[to - 1] != (c == '(' ? ')' : ']')) {
                f->too_long = true;
                break;
            }
            if (!f->bracket.end) {
                f->bracket = (eligo_span){p + 1, to - 1};
                f->bracket_word = f->count;
            }
            f->end = p = to;
        } else if ((colon = colon_at(line, p, at, stop, f->count)) > 0) {
            f->colon = true;
            f->rest = rest_from(line, p + colon, size, c, colon);
            stop = size;
            break;
        } else {
            if (c == ';' || (c == '.' && p + 1 < size && is_blank(line[p + 1]) &&
                             (f->count > 1 || ends_sentence(line, f))))
                f->too_long = true;
            p++;
        }
    }
    if (stop < size)
        f->too_long = true;
    if (f->too_long && f->count > 1)
        return;
    text_lower_copy(f->lower, line + at, f->end - at);
    read_roles(f);
}

/* ---- the words of headings ---- */

/* Parts of old registry texts, and sub-headings without a meaning of their own. */
static bool is_neutral(const phrase *f)
{
    char all[64];
    size_t n = 0;

    if (!f->count || f->count > NEUTRAL_WORDS || f->bracket.end || f->too_long)
        return false;
    for (size_t i = 0; i < f->count; i++) {
        const word *w = &f->words[i];

        if (n + (w->end - w->start) + 2 > sizeof all)
            return false;
        if (n)
            all[n++] = ' ';
        memcpy(all + n, f->lower + (w->start - f->at), w->end - w->start);
        n += w->end - w->start;
    }
    all[n] = 0;
    for (size_t i = 0; saying_neutral_titles[i]; i++)
        if (*all == *saying_neutral_titles[i] && strcmp(all, saying_neutral_titles[i]) == 0)
            return true;
    return false;
}

static bool names_key(const phrase *f)
{
    return (f->roles & KEYS) || is_neutral(f);
}

/* What the words of the phrase say; counts of what matters. */
typedef struct sense {
    size_t inclusion, exclusion, criteria, eligibility, sentence, foreign, person, generic;
    bool negated, following, barred, let_in, any, all, leading;
    bool hanging; /* ends in a word that wants another: "must be", "who have" */
} sense;

static sense read_sense(const phrase *f)
{
    sense s = {0};

    for (size_t i = 0; i < f->count; i++) {
        uint32_t w = f->words[i].roles, before = i ? f->words[i - 1].roles : 0,
                 next = i + 1 < f->count ? f->words[i + 1].roles : 0;
        bool includes = w & HEAD_INCLUSION, excludes = w & HEAD_EXCLUSION;

        if (excludes || (includes && (before & (HEAD_NON | HEAD_NOT))))
            s.exclusion++;
        else if (includes)
            s.inclusion++;
        if ((includes || excludes) && i <= (before & HEAD_NON ? 1 : 0))
            s.leading = true;
        if (w & HEAD_CRITERIA)
            s.criteria++;
        else if ((w & HEAD_SENTENCE) && !((w & HEAD_NOT) && (next & HEAD_INCLUSION)))
            s.sentence++;
        s.eligibility += (w & HEAD_ELIGIBILITY) != 0;
        s.foreign += !(w & (HEAD_INCLUSION | HEAD_EXCLUSION | HEAD_CRITERIA | HEAD_PLAIN));
        s.person += (w & HEAD_PERSON) != 0;
        s.generic += (w & (HEAD_CRITERIA | HEAD_GENERIC)) != 0;
        s.hanging = w & HEAD_HANGING;
    }
    s.negated = f->roles & HEAD_NEGATED;
    s.following = f->roles & HEAD_FOLLOWING;
    s.barred = f->roles & HEAD_BARRED;
    s.let_in = f->roles & HEAD_LET_IN;
    s.any = f->roles & HEAD_ANY;
    s.all = f->roles & HEAD_ALL;
    return s;
}

/* "Cohort A", "Group 2": the two words from i on. */
static bool is_marked(const char *line, const phrase *f, size_t i)
{
    size_t n;

    if (i + 1 >= f->count || f->words[i + 1].end - f->words[i + 1].start > 3)
        return false;
    n = f->words[i].end - f->words[i].start;
    return text_is_any(line + f->words[i].start, n, saying_parts_of_study);
}

/* The words that name a group: a bracket, what follows "for", or what stands before. */
static eligo_span find_group(const char *line, const phrase *f)
{
    size_t from = f->count, to = 0, key = f->count;

    if (f->bracket.end > f->bracket.start && f->bracket_word > 0 && f->bracket_word >= f->count)
        return f->bracket;
    for (size_t i = 0; i < f->count; i++) {
        if (f->words[i].roles & (HEAD_INCLUSION | HEAD_EXCLUSION)) {
            key = i;
            break;
        }
    }
    for (size_t i = key; i + 1 < f->count; i++) {
        if ((f->words[i].roles & HEAD_FOR) && !(f->words[f->count - 1].roles & HEAD_PLAIN))
            return (eligo_span){f->words[i + 1].start, f->end};
        if (f->words[i].roles & HEAD_FOR)
            for (size_t k = i + 1; k < f->count; k++)
                if (!(f->words[k].roles & HEAD_PLAIN))
                    return (eligo_span){f->words[i + 1].start, f->end};
    }
    for (size_t i = 0; i < key; i++) {
        if (f->words[i].roles & HEAD_PLAIN)
            continue;
        if (from == f->count)
            from = i;
        to = i + 1;
    }
    if (from < to) {
        while (to < key && (f->words[to].roles & HEAD_PERSON))
            to++;
        return (eligo_span){f->words[from].start, f->words[to - 1].end};
    }
    /* "Inclusion criteria, cohort A" */
    if (f->count > 2 && is_marked(line, f, f->count - 2))
        return (eligo_span){f->words[f->count - 2].start, f->words[f->count - 1].end};
    return (eligo_span){0, 0};
}

/* Most lines are too much for a heading, whatever their words. */
static bool may_head(const phrase *f)
{
    return f->count && !f->too_long && (f->colon || f->rest >= f->end);
}

static heading_kind kind_of(const phrase *f, const sense *s, bool rest_empty)
{
    if (s->inclusion && s->exclusion) {
        /* "Additional inclusion and exclusion criteria apply" refers to what is not there */
        bool refers = f->words[f->count - 1].roles & HEAD_APPLY;

        return s->foreign <= 1 && !s->sentence && !refers && f->count <= 8 ? HEADING_BOTH
                                                                           : HEADING_NONE;
    }
    if (s->inclusion || s->exclusion) {
        heading_kind kind = s->exclusion ? HEADING_EXCLUSION : HEADING_INCLUSION;
        bool plain = s->foreign == 0 && (s->criteria || f->count <= 2);

        if (!f->colon) {
            if (s->sentence)
                return HEADING_NONE;
            if (plain && f->count <= 8)
                return kind;
            /* "Key inclusion criteria for healthy controls" */
            return s->criteria && f->count <= 8 && (s->leading || s->person) && rest_empty
                       ? kind
                       : HEADING_NONE;
        }
        if (s->sentence == 0 && (s->criteria || (f->count <= 3 && s->foreign <= 1)) &&
            f->count <= 14)
            return kind;
        /* "Patients who meet any of the following exclusion criteria:" */
        if (rest_empty && s->following && !s->negated && s->generic == f->count)
            return kind;
        return HEADING_NONE;
    }
    if (is_neutral(f) && (f->colon || f->count >= 2))
        return HEADING_NEUTRAL;
    if (s->eligibility && s->foreign == 0 && !s->sentence && f->count <= 6 &&
        (s->criteria || f->count == 1))
        return HEADING_BOTH;
    if (!f->colon || !rest_empty || s->generic != f->count || f->count < 3)
        return HEADING_NONE;
    if (s->barred || (s->let_in && s->negated))
        return s->barred && s->negated ? HEADING_NONE : HEADING_EXCLUSION;
    if (s->let_in && !s->any)
        return HEADING_INCLUSION;
    /* "Must not have:" denies what stands below it, and is read as a head */
    return (s->following || s->hanging) && !s->negated ? HEADING_PREAMBLE : HEADING_NONE;
}

heading heading_read(const char *line, size_t size)
{
    heading h = {HEADING_NONE, 0, 0, size, {0, 0}, false, false, false};
    size_t at = skip_markers(line, size);
    phrase f;
    sense s;
    bool rest_empty = true;

    if (at >= size)
        return h;
    read_phrase(line, size, at, PLAIN_WORDS, &f);
    /* "Criteria: Inclusion", "Criteria: Inclusion Criteria:" */
    if (f.colon && f.rest < size && f.count == 1 && (f.roles & HEAD_CRITERIA)) {
        heading inner = heading_read(line + f.rest, size - f.rest);

        if (inner.kind == HEADING_INCLUSION || inner.kind == HEADING_EXCLUSION) {
            inner.start += f.rest;
            inner.end += f.rest;
            inner.rest += f.rest;
            inner.group.start += f.rest;
            inner.group.end += f.rest;
            return inner;
        }
    }
    /* "Cohort A - Inclusion criteria:" */
    if (f.colon && f.rest < size && f.count == 2 && is_marked(line, &f, 0)) {
        heading inner = heading_read(line + f.rest, size - f.rest);

        if (inner.kind == HEADING_INCLUSION || inner.kind == HEADING_EXCLUSION) {
            inner.start += f.rest;
            inner.end += f.rest;
            inner.rest += f.rest;
            inner.group = (eligo_span){f.words[0].start, f.words[1].end};
            return inner;
        }
    }
    if (!may_head(&f) || (!f.colon && !names_key(&f)))
        return h;
    for (size_t i = f.rest; i < size && rest_empty; i++)
        rest_empty = is_blank(line[i]);
    s = read_sense(&f);
    h.kind = kind_of(&f, &s, rest_empty);
    if (h.kind == HEADING_NONE)
        return h;
    h.start = at;
    h.end = f.end;
    h.rest = f.colon ? f.rest : size;
    h.colon = f.colon;
    h.quantified_any = s.any;
    h.quantified_all = s.all;
    if (h.kind == HEADING_INCLUSION || h.kind == HEADING_EXCLUSION)
        h.group = s.generic == f.count && (s.following || !f.bracket.end) ? (eligo_span){0, 0}
                                                                          : find_group(line, &f);
    /* "Inclusion criteria - cohort A" */
    if ((h.kind == HEADING_INCLUSION || h.kind == HEADING_EXCLUSION) && h.rest < size &&
        h.group.end == h.group.start) {
        size_t words = h.rest, stop = size;
        phrase more;

        while (words < size && is_blank(line[words]))
            words++;
        while (stop > words && (is_blank(line[stop - 1]) || line[stop - 1] == ':'))
            stop--;
        read_phrase(line, stop, words, PLAIN_WORDS, &more);
        if (more.count == 2 && !more.colon && !more.too_long && is_marked(line, &more, 0)) {
            h.group = (eligo_span){more.words[0].start, more.words[1].end};
            h.rest = size;
        }
    }
    return h;
}

/* "clusion criteria" at p, a colon soon behind it, and a beginning before it. */
static size_t heading_begins(const char *line, size_t size, size_t p)
{
    size_t start = p >= 2 ? p - 2 : p, after = p + 7;
    static const char *const before[] = {"key ", "main ", "principal ", "major ",
                                         "non-", "non ",  NULL};

    after += after < size && text_lower(line[after]) == 's';
    while (after < size && is_blank(line[after]))
        after++;
    if (!text_starts_nocase(line + after, size - after, "criteri"))
        return size;
    while (after < size && is_word_byte(line[after]))
        after++;
    while (after < size && (is_blank(line[after]) || line[after] == '*'))
        after++;
    if (after < size && line[after] == '(') {
        const char *to = memchr(line + after, ')', size - after > 80 ? 80 : size - after);

        after = to ? (size_t)(to - line) + 1 : size;
        while (after < size && is_blank(line[after]))
            after++;
    }
    if (after >= size || line[after] != ':')
        return size;
    for (size_t i = 0; before[i]; i++) {
        size_t n = strlen(before[i]);

        if (start >= n && text_starts_nocase(line + start - n, n, before[i]))
            start -= n;
    }
    /* a sentence ends before it, or it begins with a capital in a line of small letters */
    size_t q = start;
    while (q > 0 && (is_blank(line[q - 1]) || line[q - 1] == '*' || line[q - 1] == '-'))
        q--;
    if (q == 0 || strchr(".;:)]", line[q - 1]) || (line[start] >= 'A' && line[start] <= 'Z'))
        return start;
    return size;
}

/* The next "clusion" behind from, or size: the letters are looked at from its end, so that most of
 * a line is passed over. */
static size_t find_clusion(const char *line, size_t size, size_t from)
{
    /* how far the end may go on where this letter stands there (Horspool) */
    static const unsigned char step[256] = {
        ['C'] = 6, ['c'] = 6, ['L'] = 5, ['l'] = 5, ['U'] = 4, ['u'] = 4,
        ['S'] = 3, ['s'] = 3, ['I'] = 2, ['i'] = 2, ['O'] = 1, ['o'] = 1};

    for (size_t end = from + 7; end <= size;) {
        unsigned char last = (unsigned char)line[end - 1];

        if ((last | 0x20) == 'n' && text_equal_nocase(line + end - 7, 7, "clusion"))
            return end - 7;
        end += step[last] ? step[last] : 7;
    }
    return size;
}

size_t heading_inside(const char *line, size_t size, size_t from)
{
    for (size_t p = find_clusion(line, size, from); p < size; p = find_clusion(line, size, p + 1)) {
        size_t start;

        if (p < 2 || (!text_starts_nocase(line + p - 2, 2, "in") &&
                      !text_starts_nocase(line + p - 2, 2, "ex")))
            continue;
        start = heading_begins(line, size, p);
        if (start < size && start >= from)
            return start;
    }
    return size;
}

/* The last byte of a line that is nothing but a heading and its colon, bar or dash. */
static bool may_end(char c)
{
    return is_blank(c) || c == ':' || c == '*' || c == '|' || c == '-' || (unsigned char)c >= 0x80;
}

bool heading_names_people(const char *words, size_t size)
{
    phrase f;

    read_phrase(words, size, 0, WORDS, &f);
    if (f.too_long && f.count > 1)
        text_lower_copy(f.lower, words, f.end < HEADING_BYTES ? f.end : HEADING_BYTES);
    take_roles(&f);
    for (size_t i = 0; i < f.count; i++)
        if (f.words[i].roles & HEAD_PERSON)
            return true;
    return false;
}

bool heading_is_group(const char *line, size_t size, bool leads)
{
    phrase f;
    sense s;
    const word *last;

    size_t at, most = PLAIN_WORDS;

    while (leads && size && (line[size - 1] == '-' || is_blank(line[size - 1])))
        size--; /* "Cohort A - ", right before a heading */
    if (size && !may_end(line[size - 1])) {
        if (!leads || is_marker(*line))
            return false;
        most = GROUP_WORDS; /* no colon ends it */
    }
    at = skip_markers(line, size);
    if (at && most == GROUP_WORDS)
        return false;
    read_phrase(line, size, at, most, &f);
    if (!f.colon && leads) { /* "Healthy subjects" by itself, right above a heading */
        if (at || !f.count || f.count > GROUP_WORDS || f.too_long || f.end < size)
            return false;
        take_roles(&f);
    } else if (!f.colon || f.rest < size || !f.count || f.count > 12 || f.too_long) {
        return false;
    }
    s = read_sense(&f);
    if (s.sentence || s.following || s.criteria || (f.roles & HEAD_OF_A_CONDITION))
        return false;
    last = &f.words[f.count - 1];
    if (last->roles & HEAD_DANGLING)
        return false;
    return (f.words[0].roles & HEAD_FOR) || (last->roles & HEAD_PERSON) ||
           (s.person > 0 && f.bracket.end && f.bracket_word == f.count) ||
           (f.count >= 2 && (last[-1].roles & HEAD_PERSON)); /* "Phase 2:", "Group B:" */
}
