#include "grammar/group.h"

#include "engine/base/text.h"
#include "rules/roles.h"
#include "rules/words.h"

#include <string.h>

enum { LABEL_BYTES = 120, LABEL_WORDS = 10, OVER_WORDS = 5, WORD_BYTES = 24 };

typedef struct words {
    char text[LABEL_WORDS][WORD_BYTES]; /* lower case, cut */
    role_set roles[LABEL_WORDS];        /* rules/groups.tsv */
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
        w.roles[w.count] = roles_find(&group_roles, w.text[w.count], n);
        w.span[w.count++] = (eligo_span){from, p};
    }
    return w;
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

static const char *who_of(const words *w, const char *class)
{
    if (strcmp(class, "parent") == 0 || strcmp(class, "donor") == 0 || strcmp(class, "staff") == 0)
        return class;
    for (size_t i = 0; i < w->count; i++) {
        if (w->roles[i] & WHO_CARER)
            return "caregiver";
        if (w->roles[i] & WHO_PARTNER)
            return "partner";
    }
    return "relative";
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
    const word_entry *e;
    role_set first, last;
    eligo_span s;

    while (from < to && w->roles[from] & WHO_FILL)
        from++;
    if (from >= to)
        return GROUP_NONE;
    first = w->roles[from];
    last = w->roles[to - 1];
    s = (eligo_span){w->span[from].start, w->span[to - 1].end};
    if (first & WHO_EVERY)
        return to - from >= 2 && last & WHO_NOUN ? GROUP_ALL : GROUP_NONE;
    if (to - from == 1 && first & WHO_OWN)
        return GROUP_SELF;
    if ((e = words_entry(WORD_SOMEONE, text + s.start, s.end - s.start)) != NULL &&
        !(last & WHO_PLACE)) { /* "Site: knee", "School: ..." say where, not who */
        *who = who_of(w, e->value);
        return GROUP_OTHER;
    }
    if (words_entry(WORD_GROUP, text + s.start, s.end - s.start))
        return GROUP_SOME;
    if (first & WHO_NOUN && to - from >= 2 && is_mark(text, w->span[from + 1]))
        return GROUP_SOME;
    /* "children of group 1", "patients in arms 2 and 3" */
    for (size_t i = to - 1, marks = 0; i > from && to - from <= 7; i--) {
        if (w->roles[i] & WHO_NOUN && marks && !(w->roles[i - 1] & WHO_OTHER_SENSE))
            return GROUP_SOME;
        marks += is_mark(text, w->span[i]);
        if (!is_mark(text, w->span[i]) && strcmp(w->text[i], "and") != 0)
            break;
    }
    if (to - from >= 2 && to - from <= 5 && last & WHO_ONE &&
        (!(first & WHO_OTHER_SENSE) ||
         text[w->span[from].end] == '-') && /* "age-related X group" */
        !(w->roles[to - 2] & WHO_OTHER_SENSE))
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

/* Where a label at the head of a text ends: at a colon, or a dash between blanks. */
typedef struct label_end {
    size_t stop, rest; /* of its words; behind the sign */
    bool dash;
} label_end;

/* The words of the label; none: there is no label. */
static words find_label(const char *text, size_t size, label_end *at)
{
    size_t end = size < LABEL_BYTES ? size : LABEL_BYTES;
    label_end l = {0, 0, false};
    words none = {.count = 0}, w;
    int depth = 0;

    /* a label ends in one of these, and most texts have none */
    if (!memchr(text, ':', end) && !memchr(text, 0xE2, end) && !has_dash(text, size, end))
        return none;
    for (size_t p = 0; p < end && !l.rest; p++) {
        char c = text[p];

        if (c == '(')
            depth++;
        else if (c == ')' && depth > 0)
            depth--;
        else if (depth == 0 && (c == '.' || c == ';' || c == '<' || c == '>' || c == '='))
            return none;
        else if (depth == 0 && c == ':') {
            l.stop = p;
            l.rest = p + 1;
        } else if (depth == 0 && p > 0 && text[p - 1] == ' ' &&
                   ((c == '-' && p + 1 < size && text[p + 1] == ' ') ||
                    (p + 3 < size && memcmp(text + p, "\xE2\x80\x93 ", 4) == 0))) {
            l.stop = p;
            l.rest = p + (c == '-' ? 2 : 4);
            l.dash = true;
        }
    }
    if (!l.rest)
        return none;
    w = read_words(text, 0, l.stop);
    while (l.stop > 0 && text[l.stop - 1] == ' ')
        l.stop--;
    while (l.rest < size && (text[l.rest] == ' ' || text[l.rest] == '\n' || text[l.rest] == '\t'))
        l.rest++;
    *at = l;
    return w.more ? none : w;
}

group_label group_read(const char *text, size_t size)
{
    group_label none = {GROUP_NONE, {0, 0}, 0, NULL}, g = none;
    label_end l;
    words w = find_label(text, size, &l);

    if (!w.count)
        return none;
    /* behind a dash most labels are of something else: "Controls - ", "Group 2 - " */
    if (l.dash && !(w.count == 2 && w.roles[0] & WHO_NOUN) && !is_specific(&w, 0, w.count) &&
        !words_entry(WORD_GROUP, text, l.stop))
        return none;
    g.kind = kind_of(text, &w, 0, w.count, &g.who);
    g.words = (eligo_span){0, l.stop};
    g.rest = l.rest;
    return g.kind == GROUP_NONE ? none : g;
}

group_label group_people(const char *text, size_t size)
{
    enum { WORDS = 7 };
    label_end l;
    words w = find_label(text, size, &l);
    size_t n = w.count;

    /* "Asthma patients: ...", "Subjects with asthma - ..." */
    if (n < 2 || n > WORDS ||
        !((w.roles[n - 1] & WHO_OWN && !l.dash) ||
          (w.roles[0] & WHO_OWN && w.roles[1] & WHO_BEHIND_CONTROL && n > 2)) ||
        w.roles[0] & (WHO_EVERY | WHO_WHOLE))
        return (group_label){GROUP_NONE, {0, 0}, 0, NULL};
    return (group_label){GROUP_SELF, {0, l.stop}, l.rest, NULL};
}

group_label group_marked(const char *text, size_t size)
{
    group_label g = {GROUP_NONE, {0, 0}, 0, NULL};
    size_t rest;
    words w;

    for (rest = 0; rest < size && is_alnum(text[rest]);)
        rest++;
    if (!(roles_find(&group_roles, text, rest) & WHO_ONE)) /* nearly none has it */
        return g;
    w = read_words(text, 0, size < LABEL_BYTES ? size : LABEL_BYTES);
    /* "group B streptococcus" */
    if (w.count > 2 && w.roles[2] & WHO_DISEASE_CLASS)
        return g;
    if (w.count < 2 || w.span[0].start != 0 || !is_mark(text, w.span[1]) ||
        w.span[1].start != w.span[0].end + 1)
        return g;
    rest = w.span[1].end;
    while (rest < size && strchr(" \t\n,", text[rest]))
        rest++;
    if (rest < size)
        g = (group_label){GROUP_SOME, {0, w.span[1].end}, rest, NULL};
    return g;
}

group_label group_over(const char *text, size_t size)
{
    group_label g = {GROUP_NONE, {0, size}, size, NULL};
    words w;

    if (size >= LABEL_BYTES)
        return g;
    w = read_words(text, 0, size);
    if (!w.count || w.more || w.count > OVER_WORDS)
        return g;
    g.kind = kind_of(text, &w, 0, w.count, &g.who);
    return g.kind == GROUP_SOME ? g : (group_label){GROUP_NONE, {0, size}, size, NULL};
}

bool group_persons(const char *text, size_t size)
{
    words w;

    if (size >= LABEL_BYTES)
        return false;
    w = read_words(text, 0, size);
    return w.count >= 2 && !w.more && w.count <= OVER_WORDS && w.roles[w.count - 1] & WHO_OWN &&
           !(w.roles[0] & (WHO_EVERY | WHO_WHOLE));
}

/* Does a line say at its head, or as a whole, of which group it is? */
static bool leads(const char *text, size_t size)
{
    return size && (group_read(text, size).kind == GROUP_SOME ||
                    group_marked(text, size).kind == GROUP_SOME ||
                    group_over(text, size).kind == GROUP_SOME);
}

bool group_leads(const char *text, eligo_span own, eligo_span before, bool listed)
{
    bool below = leads(text + before.start, before.end - before.start);
    size_t size = own.end - own.start;

    if (below && listed && group_persons(text + own.start, size))
        return true;
    return leads(text + own.start, size) && (!below || listed);
}

/* "Pulmonary hypertension (group 1)": a class of the disease. */
static bool names_class(const char *text, size_t size)
{
    for (size_t p = 0, end; p < size; p = end + 1) {
        for (end = p; end < size && is_alnum(text[end]);)
            end++;
        if (roles_find(&group_roles, text + p, end - p) & WHO_DISEASE_CLASS)
            return true;
    }
    return false;
}

group_label group_behind(const char *text, size_t size)
{
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
    w = read_words(text, start + 1, end - 1);
    if (w.count > 1 && strcmp(w.text[w.count - 1], "only") == 0)
        w.count--;
    /* "(healthy controls)", "(cohort 2)", "(diabetic cohort)" */
    if (!w.count || w.more ||
        !(w.roles[0] & WHO_BEHIND || (w.count > 1 && w.roles[w.count - 1] & WHO_ONE)))
        return none;
    if (names_class(text, start))
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
    group_label g = {GROUP_NONE, {0, size}, size, NULL};
    words w = read_words(text, 0, size);
    bool plain = true;

    if (!w.count)
        return g;
    for (size_t i = 0; i < w.count; i++) {
        if (w.roles[i] & WHO_WHOLE) {
            g.kind = GROUP_ALL;
            return g;
        }
        plain = plain && w.roles[i] & WHO_PEOPLE;
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
    size_t end = size < LABEL_BYTES ? size : LABEL_BYTES;
    words w;

    if (!has_control(text, end)) /* nearly none has */
        return 0;
    w = read_words(text, 0, end);
    for (size_t i = 0; i < w.count && i < 6; i++)
        if (w.roles[i] & WHO_CONTROLS ||
            (i + 1 < w.count && w.roles[i] & WHO_CONTROL && w.roles[i + 1] & WHO_CONTROL_NOUN))
            return (i == 0 || w.roles[i - 1] & WHO_BEFORE_CONTROL) &&
                           (i + 1 == w.count || w.roles[i + 1] & WHO_BEHIND_CONTROL)
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
        if (w.count == 2 && w.roles[0] & WHO_NOUN && is_mark(text, w.span[1]) &&
            w.span[0].start == p)
            return p;
    }
    return size;
}
