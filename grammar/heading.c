#include "grammar/heading.h"

#include "engine/base/text.h"
#include "grammar/label.h"

#include <string.h>

#define WORDS 24          /* a heading has fewer */
#define HEADING_BYTES 200 /* beyond it a line is no heading */

typedef struct word {
    size_t start, end;
    char text[24]; /* lower case, cut */
} word;

typedef struct phrase {
    word words[WORDS];
    size_t count;
    size_t end;  /* behind the last byte of the phrase */
    size_t rest; /* behind colon and blanks */
    bool colon, too_long;
    eligo_span bracket;  /* the first "(...)", without the brackets */
    size_t bracket_word; /* words before it */
} phrase;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '\'' || (unsigned char)c >= 0x80;
}

static bool word_in(const char *w, const char *const *list)
{
    for (; *list; list++)
        if (*w == **list && strcmp(w, *list) == 0)
            return true;
    return false;
}

/* Skips what may stand before a heading: bullets, a number, Markdown and quotes. */
static size_t skip_markers(const char *line, size_t size)
{
    size_t p = 0;
    label l;

    for (int i = 0; i < 4; i++) {
        size_t before = p;

        while (p < size && (is_blank(line[p]) || strchr("#*_=\"[<>|", line[p])))
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

/* The words up to a colon outside brackets, or to the end of the line. */
static phrase read_phrase(const char *line, size_t size, size_t at)
{
    phrase f = {.end = at, .rest = size};
    size_t stop = size - at > HEADING_BYTES ? at + HEADING_BYTES : size;
    size_t p = at;

    while (p < stop) {
        char c = line[p];

        if (c == '(' || c == '[') {
            char close = c == '(' ? ')' : ']';
            const char *to = memchr(line + p, close, stop - p);

            if (!to) {
                f.too_long = true;
                break;
            }
            if (!f.bracket.end) {
                f.bracket = (eligo_span){p + 1, (size_t)(to - line)};
                f.bracket_word = f.count;
            }
            p = (size_t)(to - line) + 1;
            f.end = p;
        } else if (c == ':' || c == '|' || c == '\t') {
            f.colon = true;
            p++;
            while (p < size &&
                   (is_blank(line[p]) || line[p] == ':' || line[p] == '*' || line[p] == '|'))
                p++;
            f.rest = p;
            return f;
        } else if (f.count && f.count <= 4 && is_long_dash(line + p, stop - p)) {
            f.colon = true; /* "Inclusion criteria -- adults" */
            p += line[p] == '-' ? 2 : 3;
            while (p < size && (is_blank(line[p]) || line[p] == '-'))
                p++;
            f.rest = p;
            return f;
        } else if (is_word_byte(c)) {
            word *w;
            size_t n = 0;

            if (f.count == WORDS) {
                f.too_long = true;
                break;
            }
            w = &f.words[f.count++];
            w->start = p;
            while (p < stop && is_word_byte(line[p])) {
                if (n + 1 < sizeof w->text)
                    w->text[n++] = lower(line[p]);
                p++;
            }
            w->text[n] = 0;
            w->end = f.end = p;
        } else if ((c == '-' && p + 1 < stop && is_blank(line[p + 1]) && p > at &&
                    is_blank(line[p - 1])) &&
                   f.count && f.count <= 4) {
            f.colon = true; /* "Inclusion criteria - adults" */
            f.rest = p + 2;
            return f;
        } else {
            if (c == ';' || c == ',' || (c == '.' && p + 1 < size))
                f.too_long =
                    f.too_long || c == ';' || (c == '.' && is_blank(line[p + 1]) && f.count > 1);
            p++;
        }
    }
    if (stop < size)
        f.too_long = true;
    return f;
}

/* ---- the words of headings ---- */

static bool says_inclusion(const char *w)
{
    static const char *const list[] = {"inclusion", "inclusions",        "inculsion",
                                       "inlcusion", "inclution",         "inclusionary",
                                       "include",   "inclusioncriteria", NULL};

    return word_in(w, list);
}

static bool says_exclusion(const char *w)
{
    static const char *const list[] = {
        "exclusion",    "exclusions",   "excusion", "exlusion",          "exclution",
        "noninclusion", "exclusionary", "exclude",  "exclusioncriteria", NULL};

    return word_in(w, list);
}

static bool says_criteria(const char *w)
{
    static const char *const list[] = {
        "criteria",          "criterion",         "critera",   "criterias",    "critieria",
        "criteriae",         "creteria",          "criterium", "requirements", "criterions",
        "inclusioncriteria", "exclusioncriteria", NULL};

    return word_in(w, list);
}

/* Words that may stand in a heading without a colon, and that name no group. */
static bool is_plain_word(const char *w)
{
    static const char *const list[] = {"key",
                                       "main",
                                       "principal",
                                       "primary",
                                       "major",
                                       "additional",
                                       "other",
                                       "general",
                                       "specific",
                                       "subject",
                                       "subjects",
                                       "patient",
                                       "patients",
                                       "participant",
                                       "participants",
                                       "study",
                                       "trial",
                                       "for",
                                       "the",
                                       "of",
                                       "and",
                                       "criteria",
                                       "detailed",
                                       "details",
                                       "list",
                                       "a",
                                       "an",
                                       "are",
                                       "is",
                                       "as",
                                       "follows",
                                       "following",
                                       "selection",
                                       "eligibility",
                                       "entry",
                                       "enrollment",
                                       "enrolment",
                                       "important",
                                       "minor",
                                       "s",
                                       "in",
                                       "this",
                                       "to",
                                       "only",
                                       "patient's",
                                       "non",
                                       "brief",
                                       "full",
                                       "summary",
                                       "recruitment",
                                       "protocol",
                                       "apply",
                                       "include",
                                       "all",
                                       "both",
                                       "groups",
                                       "individual",
                                       "individuals",
                                       "per",
                                       "common",
                                       "participation",
                                       NULL};

    return word_in(w, list);
}

/* Words of a sentence about criteria, which is no heading: "does not meet the inclusion criteria".
 */
static bool is_sentence_word(const char *w)
{
    static const char *const list[] = {
        "meet",      "meets",      "meeting",   "met",     "fulfil",    "fulfill",    "fulfils",
        "fulfills",  "fulfilling", "fulfilled", "satisfy", "satisfies", "satisfying", "lack",
        "any",       "does",       "do",        "did",     "must",      "who",        "have",
        "has",       "having",     "may",       "could",   "can",       "applies",    "not",
        "no",        "none",       "never",     "if",      "will",      "should",     "defined",
        "according", "by",         "comply",    "applied", "unable",    "see",        NULL};

    return word_in(w, list);
}

/* Words of "Patients must meet all of the following criteria to be included in the study". */
static bool is_generic_word(const char *w)
{
    static const char *const list[] = {"patients",     "patient",
                                       "subjects",     "subject",
                                       "participants", "participant",
                                       "individuals",  "persons",
                                       "people",       "volunteers",
                                       "must",         "meet",
                                       "meets",        "fulfil",
                                       "fulfill",      "satisfy",
                                       "satisfied",    "fulfilled",
                                       "met",          "the",
                                       "following",    "criteria",
                                       "criterion",    "to",
                                       "be",           "eligible",
                                       "for",          "study",
                                       "this",         "trial",
                                       "enrolled",     "enroled",
                                       "included",     "excluded",
                                       "from",         "will",
                                       "with",         "who",
                                       "any",          "all",
                                       "each",         "of",
                                       "have",         "having",
                                       "if",           "they",
                                       "are",          "as",
                                       "follows",      "in",
                                       "order",        "a",
                                       "an",           "or",
                                       "one",          "more",
                                       "at",           "least",
                                       "conditions",   "condition",
                                       "should",       "enrollment",
                                       "enrolment",    "inclusion",
                                       "exclusion",    "participation",
                                       "participate",  "considered",
                                       "only",         "requirements",
                                       "these",        "has",
                                       "above",        "below",
                                       "and",          "entry",
                                       "into",         "none",
                                       "may",          "not",
                                       "ineligible",   "can",
                                       "is",           "apply",
                                       "applies",      "present",
                                       "we",           "exclude",
                                       "include",      "recruited",
                                       "project",      "potential",
                                       "when",         "those",
                                       "fulfilling",   "meeting",
                                       "require",      "required",
                                       "that",         "presence",
                                       "which",        "candidates",
                                       "eligibility",  "either",
                                       "were",         "was",
                                       "being",        "he",
                                       "she",          "their",
                                       "admission",    "randomized",
                                       "randomised",   "entered",
                                       "study's",      NULL};

    return word_in(w, list);
}

static bool is_person_word(const char *w)
{
    static const char *const list[] = {
        "patients",      "subjects",   "participants", "controls",    "control",
        "volunteers",    "group",      "groups",       "cohort",      "cohorts",
        "arm",           "donors",     "donor",        "children",    "adults",
        "women",         "men",        "caregivers",   "caregiver",   "parents",
        "parent",        "providers",  "staff",        "cases",       "members",
        "siblings",      "neonates",   "infants",      "adolescents", "clinicians",
        "nurses",        "physicians", "mothers",      "fathers",     "families",
        "family",        "partners",   "partner",      "relatives",   "carers",
        "residents",     "students",   "survivors",    "individuals", "athletes",
        "twins",         "recipients", "recipient",    "coaches",     "healthcare",
        "professionals", "smokers",    "nonsmokers",   "females",     "males",
        "newborns",      "phase",      "phases",       "part",        "stage",
        "veterans",      "couples",    "dyads",        "spouses",     "teachers",
        "informants",    "patient",    "subject",      "participant", "persons",
        "people",        "elderly",    "sample",       "population",  NULL};

    return word_in(w, list);
}

/* Parts of old registry texts, and sub-headings without a meaning of their own. */
static bool is_neutral(const phrase *f)
{
    static const char *const list[] = {"disease characteristics",
                                       "patient characteristics",
                                       "prior concurrent therapy",
                                       "characteristics",
                                       "general",
                                       "other",
                                       "description",
                                       "details",
                                       "main criteria",
                                       "general criteria",
                                       "other criteria",
                                       "criteria",
                                       "medical criteria",
                                       "clinical criteria",
                                       "additional criteria",
                                       "specific criteria",
                                       "key criteria",
                                       "main",
                                       "detailed description",
                                       NULL};
    char all[64];
    size_t n = 0;

    if (!f->count || f->count > 3 || f->bracket.end || f->too_long)
        return false;
    for (size_t i = 0; i < f->count; i++) {
        size_t size = strlen(f->words[i].text);

        if (n + size + 2 > sizeof all)
            return false;
        if (n)
            all[n++] = ' ';
        memcpy(all + n, f->words[i].text, size);
        n += size;
    }
    all[n] = 0;
    return word_in(all, list);
}

static bool says_eligibility(const char *w)
{
    return strcmp(w, "eligibility") == 0 || strcmp(w, "selection") == 0 || strcmp(w, "entry") == 0;
}

/* Without a colon only these words make a heading: most lines have none. */
static bool names_key(const phrase *f)
{
    for (size_t i = 0; i < f->count; i++)
        if (says_inclusion(f->words[i].text) || says_exclusion(f->words[i].text) ||
            says_eligibility(f->words[i].text))
            return true;
    return is_neutral(f);
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
        const char *w = f->words[i].text;
        const char *before = i ? f->words[i - 1].text : "";
        bool non = strcmp(before, "non") == 0;
        bool includes = says_inclusion(w), excludes = says_exclusion(w),
             criteria = says_criteria(w);

        if (excludes || (includes && (non || strcmp(before, "not") == 0)))
            s.exclusion++;
        else if (includes)
            s.inclusion++;
        if ((includes || excludes) && i <= (size_t)(non ? 1 : 0))
            s.leading = true;
        if (criteria)
            s.criteria++;
        else if (is_sentence_word(w) && !(strcmp(w, "not") == 0 && i + 1 < f->count &&
                                          says_inclusion(f->words[i + 1].text)))
            s.sentence++;
        if (says_eligibility(w))
            s.eligibility++;
        if (!includes && !excludes && !criteria && !is_plain_word(w))
            s.foreign++;
        if (is_person_word(w))
            s.person++;
        if (criteria || is_generic_word(w))
            s.generic++;
        if (strcmp(w, "not") == 0 || strcmp(w, "none") == 0 || strcmp(w, "no") == 0)
            s.negated = true;
        if (strcmp(w, "following") == 0 || strcmp(w, "follows") == 0)
            s.following = true;
        if (strcmp(w, "excluded") == 0 || strcmp(w, "ineligible") == 0 || strcmp(w, "exclude") == 0)
            s.barred = true;
        if (strcmp(w, "included") == 0 || strcmp(w, "eligible") == 0 ||
            strcmp(w, "enrolled") == 0 || strcmp(w, "recruited") == 0)
            s.let_in = true;
        if (strcmp(w, "any") == 0 || strcmp(w, "one") == 0 || strcmp(w, "either") == 0)
            s.any = true;
        if (strcmp(w, "all") == 0 || strcmp(w, "each") == 0 || strcmp(w, "both") == 0)
            s.all = true;
        s.hanging = strcmp(w, "be") == 0 || strcmp(w, "have") == 0 || strcmp(w, "are") == 0 ||
                    strcmp(w, "if") == 0 || strcmp(w, "who") == 0 || strcmp(w, "must") == 0;
    }
    return s;
}

/* The words that name a group: a bracket, what follows "for", or what stands before. */
static eligo_span find_group(const phrase *f)
{
    size_t from = f->count, to = 0, key = f->count;

    if (f->bracket.end > f->bracket.start && f->bracket_word > 0 && f->bracket_word >= f->count)
        return f->bracket;
    for (size_t i = 0; i < f->count; i++) {
        if (says_inclusion(f->words[i].text) || says_exclusion(f->words[i].text)) {
            key = i;
            break;
        }
    }
    for (size_t i = key; i + 1 < f->count; i++) {
        if (strcmp(f->words[i].text, "for") == 0 && !is_plain_word(f->words[f->count - 1].text))
            return (eligo_span){f->words[i + 1].start, f->end};
        if (strcmp(f->words[i].text, "for") == 0)
            for (size_t k = i + 1; k < f->count; k++)
                if (!is_plain_word(f->words[k].text))
                    return (eligo_span){f->words[i + 1].start, f->end};
    }
    for (size_t i = 0; i < key; i++) {
        if (is_plain_word(f->words[i].text))
            continue;
        if (from == f->count)
            from = i;
        to = i + 1;
    }
    if (from < to) {
        while (to < key && is_person_word(f->words[to].text))
            to++;
        return (eligo_span){f->words[from].start, f->words[to - 1].end};
    }
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
        bool refers = strcmp(f->words[f->count - 1].text, "apply") == 0;

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
    return s->following || s->hanging ? HEADING_PREAMBLE : HEADING_NONE;
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
    f = read_phrase(line, size, at);
    /* "Criteria: Inclusion", "Criteria: Inclusion Criteria:" */
    if (f.colon && f.rest < size && f.count == 1 && (says_criteria(f.words[0].text))) {
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
                                                                          : find_group(&f);
    return h;
}

/* "clusion criteria" at p, a colon soon behind it, and a beginning before it. */
static size_t heading_begins(const char *line, size_t size, size_t p)
{
    size_t start = p >= 2 ? p - 2 : p, after = p + 7;
    static const char *const before[] = {"key ", "main ", "principal ", "major ",
                                         "non-", "non ",  NULL};

    after += after < size && lower(line[after]) == 's';
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

size_t heading_inside(const char *line, size_t size, size_t from)
{
    for (size_t p = from; p + 7 <= size; p++) {
        size_t start;

        if (lower(line[p]) != 'c' || p < 2 || !text_starts_nocase(line + p, size - p, "clusion"))
            continue;
        if (!text_starts_nocase(line + p - 2, 2, "in") &&
            !text_starts_nocase(line + p - 2, 2, "ex"))
            continue;
        start = heading_begins(line, size, p);
        if (start < size && start >= from)
            return start;
    }
    return size;
}

bool heading_names_people(const char *words, size_t size)
{
    phrase f = read_phrase(words, size, 0);

    for (size_t i = 0; i < f.count; i++)
        if (is_person_word(f.words[i].text))
            return true;
    return false;
}

bool heading_is_group(const char *line, size_t size, bool leads)
{
    size_t at = skip_markers(line, size);
    phrase f = read_phrase(line, size, at);
    sense s;
    static const char *const terms[] = {"years", "year", "months",   "weeks",
                                        "aged",  "must", "presence", NULL};
    const char *last;

    if (!f.colon && leads) { /* "Healthy subjects" by itself, right above a heading */
        if (at || !f.count || f.count > 5 || f.too_long || f.end < size)
            return false;
    } else if (!f.colon || f.rest < size || !f.count || f.count > 12 || f.too_long) {
        return false;
    }
    s = read_sense(&f);
    if (s.sentence || s.following || s.criteria)
        return false;
    for (size_t i = 0; i < f.count; i++)
        if (word_in(f.words[i].text, terms))
            return false;
    last = f.words[f.count - 1].text;
    if (strcmp(last, "with") == 0 || strcmp(last, "of") == 0 || strcmp(last, "by") == 0)
        return false;
    return strcmp(f.words[0].text, "for") == 0 || is_person_word(last) ||
           (s.person > 0 && f.bracket.end && f.bracket_word == f.count) ||
           (f.count >= 2 && is_person_word(f.words[f.count - 2].text)); /* "Phase 2:", "Group B:" */
}
