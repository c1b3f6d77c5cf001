#include "grammar/group.h"

#include "engine/base/text.h"
#include "rules/words.h"

#include <string.h>

enum { LABEL_BYTES = 120, LABEL_WORDS = 10, WORD_BYTES = 24 };

typedef struct words {
    char text[LABEL_WORDS][WORD_BYTES]; /* lower case, cut */
    eligo_span span[LABEL_WORDS];
    size_t count;
    bool more; /* than fit */
} words;

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool in_list(const char *w, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(w, *list) == 0)
            return true;
    return false;
}

static bool starts_with_any(const char *text, size_t size, const char *const *list)
{
    for (; *list; list++)
        if (text_starts_nocase(text, size, *list))
            return true;
    return false;
}

/* The words of text[start, end), without what stands in brackets. */
static words read_words(const char *text, size_t start, size_t end)
{
    words w = {.count = 0};
    int depth = 0;

    for (size_t p = start; p < end;) {
        size_t n = 0, from = p;

        if (text[p] == '(' || text[p] == ')') {
            depth += text[p] == '(' ? 1 : depth > 0 ? -1 : 0;
            p++;
            continue;
        }
        if (depth || !is_alnum(text[p])) {
            p++;
            continue;
        }
        for (; p < end && is_alnum(text[p]); p++)
            if (w.count < LABEL_WORDS && n + 1 < WORD_BYTES)
                w.text[w.count][n++] =
                    text[p] >= 'A' && text[p] <= 'Z' ? (char)(text[p] | 0x20) : text[p];
        if (w.count == LABEL_WORDS) {
            w.more = true;
            break;
        }
        w.text[w.count][n] = 0;
        w.span[w.count++] = (eligo_span){from, p};
    }
    return w;
}

static bool is_group_noun(const char *w)
{
    static const char *const list[] = {
        "group", "groups", "arm",   "arms",   "cohort",  "cohorts", "subgroup", "subgroups",
        "part",  "parts",  "phase", "phases", "stratum", "strata",  "substudy", NULL};

    return in_list(w, list);
}

/* A number, a letter or both: "2", "B", "S1", "iii". */
static bool is_mark(const char *text, eligo_span s)
{
    size_t n = s.end - s.start;

    if (n > 3)
        return false;
    if (n == 1 || is_digit(text[s.end - 1]))
        return true;
    for (size_t i = s.start; i < s.end; i++)
        if (!strchr("IVXivx", text[i]) && !is_digit(text[i]))
            return false;
    return true;
}

/* "Age group: ...", "left arm: ...": no group of those who take part. */
static bool is_other_sense(const char *w)
{
    static const char *const list[] = {"age",        "blood",   "ethnic", "racial", "target",
                                       "risk",       "left",    "right",  "upper",  "dominant",
                                       "functional", "muscle",  "serum",  "abo",    "sex",
                                       "gender",     "support", NULL};

    return in_list(w, list);
}

static const char *who_of(const words *w, const char *class)
{
    static const char *const carers[] = {"caregiver", "caregivers", "carer", "carers", NULL};
    static const char *const partners[] = {"partner", "partners", "spouse", "spouses",
                                           "husband", "wife",     NULL};

    if (strcmp(class, "parent") == 0 || strcmp(class, "donor") == 0 || strcmp(class, "staff") == 0)
        return class;
    for (size_t i = 0; i < w->count; i++) {
        if (in_list(w->text[i], carers))
            return "caregiver";
        if (in_list(w->text[i], partners))
            return "partner";
    }
    return "relative";
}

/* "Site: knee", "School: ..." say where, not who. */
static bool is_place(const char *w)
{
    static const char *const list[] = {"hospital", "hospitals", "clinic", "school",   "schools",
                                       "site",     "sites",     "center", "practice", NULL};

    return in_list(w, list);
}

static bool is_specific(const words *w, size_t from, size_t to)
{
    return to - from > 2 && strcmp(w->text[from], "specific") == 0 &&
           (strcmp(w->text[from + 1], "to") == 0 || strcmp(w->text[from + 1], "for") == 0);
}

/* What the words [from, to) of a label name. */
static group_kind kind_of(const char *text, const words *w, size_t from, size_t to,
                          const char **who)
{
    static const char *const every[] = {"all", "both", "each", "every", "either", NULL};
    static const char *const self[] = {"patients", "patient", "participants", "subjects", NULL};
    static const char *const fill[] = {"for", "the", "in", NULL};
    const word_entry *e;
    const char *first, *last;
    eligo_span s;

    while (from < to && in_list(w->text[from], fill))
        from++;
    if (from >= to)
        return GROUP_NONE;
    first = w->text[from];
    last = w->text[to - 1];
    s = (eligo_span){w->span[from].start, w->span[to - 1].end};
    if (in_list(first, every))
        return to - from >= 2 && is_group_noun(last) ? GROUP_ALL : GROUP_NONE;
    if (to - from == 1 && in_list(first, self))
        return GROUP_SELF;
    if ((e = words_entry(WORD_SOMEONE, text + s.start, s.end - s.start)) != NULL &&
        !is_place(last)) {
        *who = who_of(w, e->value);
        return GROUP_OTHER;
    }
    if (words_entry(WORD_GROUP, text + s.start, s.end - s.start))
        return GROUP_SOME;
    if (is_group_noun(first) && to - from >= 2 && is_mark(text, w->span[from + 1]))
        return GROUP_SOME;
    /* "children of group 1", "patients in arms 2 and 3" */
    for (size_t i = to - 1, marks = 0; i > from && to - from <= 7; i--) {
        if (is_group_noun(w->text[i]) && marks && !is_other_sense(w->text[i - 1]))
            return GROUP_SOME;
        marks += is_mark(text, w->span[i]);
        if (!is_mark(text, w->span[i]) && strcmp(w->text[i], "and") != 0)
            break;
    }
    if (to - from >= 2 && to - from <= 5 && is_group_noun(last) && last[0] != 'p' &&
        last[strlen(last) - 1] != 's' &&
        (!is_other_sense(first) || text[w->span[from].end] == '-') && /* "age-related X group" */
        !is_other_sense(w->text[to - 2]))
        return GROUP_SOME;
    /* "specific to smokers" */
    if (is_specific(w, from, to))
        return GROUP_SOME;
    return GROUP_NONE;
}

/* Is there a dash between blanks? */
static bool has_dash(const char *text, size_t size, size_t end)
{
    for (const char *at = text; (at = memchr(at, '-', end - (size_t)(at - text))) != NULL; at++)
        if (at > text && at[-1] == ' ' && at + 1 < text + size && at[1] == ' ')
            return true;
    return false;
}

group_label group_read(const char *text, size_t size)
{
    group_label none = {GROUP_NONE, {0, 0}, 0, NULL}, g = none;
    size_t end = size < LABEL_BYTES ? size : LABEL_BYTES, stop = 0, rest = 0;
    bool dash = false;
    int depth = 0;
    words w;

    /* a label ends in one of these, and most texts have none */
    if (!memchr(text, ':', end) && !memchr(text, 0xE2, end) && !has_dash(text, size, end))
        return none;
    for (size_t p = 0; p < end && !rest; p++) {
        char c = text[p];

        if (c == '(')
            depth++;
        else if (c == ')' && depth > 0)
            depth--;
        else if (depth == 0 && (c == '.' || c == ';' || c == '<' || c == '>' || c == '='))
            return none;
        else if (depth == 0 && c == ':') {
            stop = p;
            rest = p + 1;
        } else if (depth == 0 && p > 0 && text[p - 1] == ' ' &&
                   ((c == '-' && p + 1 < size && text[p + 1] == ' ') ||
                    (p + 3 < size && memcmp(text + p, "\xE2\x80\x93 ", 4) == 0))) {
            stop = p;
            rest = p + (c == '-' ? 2 : 4);
            dash = true;
        }
    }
    if (!rest)
        return none;
    w = read_words(text, 0, stop);
    if (!w.count || w.more ||
        (dash && !(w.count == 2 && is_group_noun(w.text[0])) && !is_specific(&w, 0, w.count)))
        return none;
    g.kind = kind_of(text, &w, 0, w.count, &g.who);
    while (stop > 0 && text[stop - 1] == ' ')
        stop--;
    while (rest < size && (text[rest] == ' ' || text[rest] == '\n' || text[rest] == '\t'))
        rest++;
    g.words = (eligo_span){0, stop};
    g.rest = rest;
    return g.kind == GROUP_NONE ? none : g;
}

group_label group_marked(const char *text, size_t size)
{
    static const char *const nouns[] = {"group", "arm", "cohort", "subgroup", "stratum", NULL};
    group_label g = {GROUP_NONE, {0, 0}, 0, NULL};
    size_t rest;
    words w;

    if (!starts_with_any(text, size, nouns)) /* nearly none does */
        return g;
    w = read_words(text, 0, size < LABEL_BYTES ? size : LABEL_BYTES);
    /* "group B streptococcus" */
    if (w.count > 2 && (strncmp(w.text[2], "strep", 5) == 0 || strcmp(w.text[2], "beta") == 0))
        return g;
    if (w.count < 2 || w.span[0].start != 0 || !in_list(w.text[0], nouns) ||
        !is_mark(text, w.span[1]) || w.span[1].start != w.span[0].end + 1)
        return g;
    rest = w.span[1].end;
    while (rest < size && strchr(" \t\n,", text[rest]))
        rest++;
    if (rest < size)
        g = (group_label){GROUP_SOME, {0, w.span[1].end}, rest, NULL};
    return g;
}

group_label group_behind(const char *text, size_t size)
{
    static const char *const heads[] = {"group",    "groups",    "arm",      "arms",    "cohort",
                                        "cohorts",  "patient",   "patients", "control", "controls",
                                        "healthy",  "case",      "cases",    "for",     "in",
                                        "subgroup", "subgroups", NULL};
    /* classes of a disease that are called groups */
    static const char *const classes[] = {"hypertension", "strep", "hemolytic", NULL};
    group_label none = {GROUP_NONE, {0, 0}, 0, NULL}, g = none;
    size_t end = size, start;
    words w;

    while (end > 0 && strchr(" \n\t.;,", text[end - 1]))
        end--;
    if (end < 3 || text[end - 1] != ')')
        return none;
    for (start = end - 1; start > 0 && text[start] != '(' && end - start < LABEL_BYTES;)
        start--;
    if (text[start] != '(' || start == 0)
        return none;
    for (size_t i = 0; classes[i]; i++)
        for (size_t p = 0, n = strlen(classes[i]); p + n <= start; p++)
            if (text_equal_nocase(text + p, n, classes[i]))
                return none;
    w = read_words(text, start + 1, end - 1);
    if (w.count > 1 && strcmp(w.text[w.count - 1], "only") == 0)
        w.count--;
    if (!w.count || w.more || !in_list(w.text[0], heads))
        return none;
    g.kind = kind_of(text, &w, 0, w.count, &g.who);
    if (g.kind != GROUP_SOME)
        return none;
    g.words = (eligo_span){start + 1, end - 1};
    g.rest = start;
    return g;
}

group_label group_named(const char *text, size_t size)
{
    static const char *const whole[] = {"all", "both", "main", "overall", "entire", "whole", NULL};
    static const char *const people[] = {"patients",    "patient",  "participants", "participant",
                                         "subjects",    "subject",  "eligible",     "study",
                                         "individuals", "persons",  "trial",        "people",
                                         "human",       "enrolled", "population",   "volunteers",
                                         "candidates",  "survey",   "in",           "of",
                                         NULL};
    group_label g = {GROUP_NONE, {0, size}, size, NULL};
    words w = read_words(text, 0, size);
    bool plain = true;

    if (!w.count)
        return g;
    for (size_t i = 0; i < w.count; i++) {
        if (in_list(w.text[i], whole)) {
            g.kind = GROUP_ALL;
            return g;
        }
        plain = plain && (in_list(w.text[i], people) || strcmp(w.text[i], "for") == 0 ||
                          strcmp(w.text[i], "the") == 0);
    }
    if (plain) {
        g.kind = GROUP_SELF;
        return g;
    }
    g.kind = kind_of(text, &w, 0, w.count, &g.who);
    /* "primary caregivers", "parents of children": the last or the first words name them */
    for (size_t i = 1; i < w.count && g.kind == GROUP_NONE; i++) {
        const char *who = NULL;

        if (kind_of(text, &w, i, w.count, &who) == GROUP_OTHER ||
            kind_of(text, &w, 0, i, &who) == GROUP_OTHER) {
            g.kind = GROUP_OTHER;
            g.who = who;
        }
    }
    if (g.kind == GROUP_NONE || g.kind == GROUP_SELF)
        g.kind = GROUP_SOME;
    return g;
}

/* Is there a "control" in it? The letters are looked at from its end, so that most of a text is
 * passed over. */
static bool has_control(const char *text, size_t size)
{
    /* how far the end may go on where this letter stands there (Horspool) */
    static const unsigned char step[256] = {['C'] = 6, ['c'] = 6, ['N'] = 4, ['n'] = 4, ['T'] = 3,
                                            ['t'] = 3, ['R'] = 2, ['r'] = 2, ['O'] = 1, ['o'] = 1};

    for (size_t end = 7; end <= size;) {
        unsigned char last = (unsigned char)text[end - 1];

        if ((last | 0x20) == 'l' && text_equal_nocase(text + end - 7, 7, "control"))
            return true;
        end += step[last] ? step[last] : 7;
    }
    return false;
}

size_t group_control(const char *text, size_t size)
{
    static const char *const before[] = {"healthy",   "matched", "normal", "unaffected",
                                         "unmatched", "control", "and",    NULL};
    static const char *const after[] = {"matched",  "with", "without", "who",  "aged", "of",
                                        "from",     "for",  "in",      "age",  "sex",  "group",
                                        "subjects", "are",  "must",    "will", NULL};
    size_t end = size < LABEL_BYTES ? size : LABEL_BYTES;
    words w;

    if (!has_control(text, end)) /* nearly none has */
        return 0;
    w = read_words(text, 0, end);
    for (size_t i = 0; i < w.count && i < 6; i++)
        if (strcmp(w.text[i], "controls") == 0 ||
            (i + 1 < w.count && strcmp(w.text[i], "control") == 0 &&
             (strcmp(w.text[i + 1], "group") == 0 || strcmp(w.text[i + 1], "subjects") == 0)))
            return (i == 0 || in_list(w.text[i - 1], before)) &&
                           (i + 1 == w.count || in_list(w.text[i + 1], after))
                       ? w.span[i].end
                       : 0;
    return 0;
}

size_t group_inside(const char *text, size_t size, size_t from)
{
    if (!memchr(text, ':', size)) /* what a label ends in */
        return size;
    for (size_t p = from ? from : 1; p < size; p++) {
        words w;
        size_t end = p;

        if (text[p] < 'A' || text[p] > 'Z' || is_alnum(text[p - 1]) ||
            !strchr(" \n;.", text[p - 1]))
            continue;
        while (end < size && end < p + 24 && text[end] != ':')
            end++;
        if (end >= size || text[end] != ':')
            continue;
        w = read_words(text, p, end);
        /* "Patients: A, B. Controls: C" */
        if (p > 1 && strchr(";.\n", text[text[p - 1] == ' ' ? p - 2 : p - 1]) && w.count <= 3 &&
            w.count && w.span[0].start == p && w.span[w.count - 1].end == end) {
            const char *who;
            group_kind kind = kind_of(text, &w, 0, w.count, &who);

            if (kind == GROUP_SOME || kind == GROUP_SELF ||
                group_control(text + p, end - p) == end - p)
                return p;
        }
        if (w.count == 2 && is_group_noun(w.text[0]) && is_mark(text, w.span[1]) &&
            w.span[0].start == p)
            return p;
    }
    return size;
}
