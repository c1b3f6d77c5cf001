#include "rules/audit.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/page.h"
#include "rules/print.h"
#include "rules/unit.h"
#include "rules/roles.h"
#include "rules/words.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- findings ---- */

/* Of two codes that fit the same words the one that comes first here is said. */
static const char *const precedence[] = {"damaged-notation",
                                         "garbled",
                                         "incomplete",
                                         "implausible-unit",
                                         "implausible-value",
                                         "missing-unit",
                                         "contradiction",
                                         "multiple-thresholds",
                                         "redundant",
                                         "registry-mismatch",
                                         "polarity",
                                         "exception-scope",
                                         "negation-scope",
                                         "and-or-scope",
                                         "modifier-scope",
                                         "boundary",
                                         "missing-anchor",
                                         "missing-window",
                                         "discretion",
                                         "vague-term",
                                         "population",
                                         "future-event",
                                         "not-a-criterion",
                                         "open-list",
                                         "undefined-abbreviation",
                                         "unrecognized-term"};
enum { CODES = sizeof precedence / sizeof *precedence };

static bool same_code(const char *a, const char *b)
{
    return *a == *b && strcmp(a, b) == 0;
}

unsigned finding_rank(const char *code)
{
    unsigned i = 0;

    while (i < CODES && !same_code(precedence[i], code))
        i++;
    return i;
}

bool finding_is_code(const char *code, size_t size)
{
    for (size_t i = 0; i < CODES; i++)
        if (strlen(precedence[i]) == size && memcmp(precedence[i], code, size) == 0)
            return true;
    return false;
}

severity finding_severity(const char *code)
{
    for (size_t i = 0; i < page_count; i++)
        if (same_code(page_table[i].code, code))
            return strcmp(page_table[i].severity, "error") == 0     ? SEVERITY_ERROR
                   : strcmp(page_table[i].severity, "warning") == 0 ? SEVERITY_WARNING
                                                                    : SEVERITY_NOTE;
    return SEVERITY_NOTE;
}

finding *finding_add(finding_list *f, const char *code, eligo_span span, const char *suggestion,
                     const char *message, ...)
{
    va_list args;
    const char *said;

    if (f->count >= LIMIT_FINDINGS ||
        !arena_grow(f->arena, (void **)&f->list, f->count, &f->room, sizeof *f->list))
        return NULL;
    va_start(args, message);
    said = arena_vprintf(f->arena, message, args);
    va_end(args);
    f->list[f->count] = (finding){.code = code,
                                  .severity = finding_severity(code),
                                  .span = span,
                                  .message = said,
                                  .suggestion = suggestion};
    return &f->list[f->count++];
}

const char *finding_words(arena *a, const rule *r)
{
    buffer b;
    const char *text;

    buffer_init(&b, 0);
    rule_print_sentence(&b, r);
    text = b.failed ? NULL : arena_text(a, b.data ? b.data : "", b.size);
    if (!text)
        arena_fail(a);
    buffer_free(&b);
    return text;
}

static const char *open_question(const char *code)
{
    static const char *const questions[][2] = {
        {"boundary", "is the limit itself included?"},
        {"and-or-scope", "\"and\" and \"or\" can be grouped in more than one way"},
        {"negation-scope", "how far does the negation reach?"},
        {"exception-scope", "how far does the exception reach?"},
        {"modifier-scope", "which of the things does the modifier bind?"}};

    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
        if (strcmp(questions[i][0], code) == 0)
            return questions[i][1];
    return "the words can be read in more than one way";
}

/* Whether all leaves are things that a record can answer: where one is not, the grouping of "and"
 * and "or" around it matters less than what it is, and the readings may come from words that the
 * grammar did not know. */
static bool all_known(const rule *r)
{
    if (r->op == RULE_OPAQUE || r->op == RULE_JUDGEMENT)
        return false;
    if ((r->op == RULE_HAS || r->op == RULE_COMPARE) && !r->subject.concept)
        return false;
    for (size_t i = 0; i < r->count; i++)
        if (!all_known(r->of[i]))
            return false;
    return true;
}

/* What somebody has, takes or does, where a reader may group one with the other; a high or a low
 * value is something that one has. */
static category kind_of(const rule *r)
{
    switch (r->subject.category) {
    case CATEGORY_MEASUREMENT: return r->op == RULE_HAS ? CATEGORY_CONDITION : CATEGORY_MEASUREMENT;
    case CATEGORY_MEDICATION:
    case CATEGORY_ALLERGY:
    case CATEGORY_SOCIAL: return CATEGORY_CONDITION;
    default: return r->subject.category;
    }
}

/* All leaves are of one kind; *kind: which. */
static bool of_one_kind(const rule *r, category *kind)
{
    if (r->op == RULE_HAS || r->op == RULE_COMPARE) {
        if (*kind == CATEGORY_NONE)
            *kind = kind_of(r);
        return *kind == kind_of(r);
    }
    for (size_t i = 0; i < r->count; i++)
        if (!of_one_kind(r->of[i], kind))
            return false;
    return true;
}

/* All leaves are drugs and procedures, which stand together as treatments. */
static bool of_treatments(const rule *r)
{
    if ((r->op == RULE_HAS || r->op == RULE_COMPARE) &&
        r->subject.category != CATEGORY_MEDICATION && r->subject.category != CATEGORY_PROCEDURE)
        return false;
    for (size_t i = 0; i < r->count; i++)
        if (!of_treatments(r->of[i]))
            return false;
    return true;
}

static const rule *first_leaf(const rule *r)
{
    while (r->count)
        r = r->of[0];
    return r;
}

/* All of it is a kind of the first thing, or that is a word for everything of its sort: "infection
 * with syphilis or chlamydia" says of what. */
static bool is_of_kind(const rule *r, const concept *c)
{
    if ((r->op == RULE_HAS || r->op == RULE_COMPARE) && !concept_is(r->subject.concept, c))
        return false;
    for (size_t i = 0; i < r->count; i++)
        if (!is_of_kind(r->of[i], c))
            return false;
    return true;
}

/* "Women of childbearing age who ...": what follows is said of them. */
static bool names_people(const char *text)
{
    size_t size = text ? strcspn(text, " ") : 0;

    return size && (roles_find(&audit_roles, text, size) & AUDIT_PEOPLE);
}

static bool of_one_category(const rule *r, category c)
{
    if ((r->op == RULE_HAS || r->op == RULE_COMPARE) && r->subject.category != c)
        return false;
    for (size_t i = 0; i < r->count; i++)
        if (!of_one_category(r->of[i], c))
            return false;
    return true;
}

static bool denies(const rule *r)
{
    bool found = r->op == RULE_NOT;

    for (size_t i = 0; i < r->count && !found; i++)
        found = denies(r->of[i]);
    return found;
}

/* "Severe infection like hepatitis A or B": the things are examples. */
static bool gives_examples(const rule *r)
{
    for (size_t i = 0; i < r->qualifier_count; i++) {
        const char *text = r->qualifiers[i].text;

        if (text && words_entry(WORD_EXAMPLE, text, strlen(text)))
            return true;
    }
    for (size_t i = 0; i < r->count; i++)
        if (gives_examples(r->of[i]))
            return true;
    return false;
}

/* The two differ in nothing but in whether a thing is of the past: "A or B in the past" is both. */
static bool same_but_tense(const rule *a, const rule *b)
{
    if (a->op != b->op || a->count != b->count || a->qualifier_count != b->qualifier_count ||
        a->subject.concept != b->subject.concept || !a->window != !b->window)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!same_but_tense(a->of[i], b->of[i]))
            return false;
    return true;
}

/* There is something for an exception to be from one or all of. */
static bool excepts_several(const rule *r)
{
    if (r->op == RULE_ANY || r->op == RULE_ALL)
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (excepts_several(r->of[i]))
            return true;
    return false;
}

/* What is excepted is a kind of one of the things: "endocrine or metabolic disease, except
 * hypothyroidism" leaves no choice. */
static bool is_kind_of_one(const rule *r)
{
    const rule *but = r->op == RULE_EXCEPT && r->count == 2 ? r->of[1] : NULL;

    if (but && but->op == RULE_ALL && but->count) /* "if on a stable dose" */
        but = but->of[0];
    if (but && but->op == RULE_HAS && but->subject.concept)
        for (size_t i = 0; i < r->of[0]->count; i++)
            if (r->of[0]->of[i]->op == RULE_HAS &&
                concept_is(but->subject.concept, r->of[0]->of[i]->subject.concept))
                return true;
    for (size_t i = 0; i < r->count; i++)
        if (is_kind_of_one(r->of[i]))
            return true;
    return false;
}

/* "Cancer other than basal cell carcinoma, or HIV": of what is said to be excepted one thing is a
 * kind of what it is excepted from, and another is not. */
static bool excepts_a_stranger(const rule *r)
{
    const rule *from = r->op == RULE_EXCEPT && r->count == 2 ? r->of[0] : NULL;
    size_t kinds = 0, known = 0;

    if (from && from->op == RULE_HAS && from->subject.concept)
        for (size_t i = 0; i < r->of[1]->count; i++)
            if (r->of[1]->of[i]->op == RULE_HAS && r->of[1]->of[i]->subject.concept) {
                known++;
                kinds += concept_is(r->of[1]->of[i]->subject.concept, from->subject.concept);
            }
    if (kinds && kinds < known)
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (excepts_a_stranger(r->of[i]))
            return true;
    return false;
}

/* A thing behind the first has a degree of its own: "severe asthma, impaired renal function". */
static bool has_own_degree(const rule *list)
{
    for (size_t i = 1; i < list->count; i++) {
        const char *text = list->of[i]->subject.text;
        word_hit h = words_whole(text ? text : "", text ? strcspn(text, " ") : 0);

        if (word_is(&h, WORD_VAGUE_FUNCTION))
            return true;
    }
    return false;
}

/* Words of the text join something, beside "and/or": that one groups nothing. */
static bool joins_otherwise(const rule *r, const criterion *of)
{
    size_t from = r->span.start - of->span.start, end = from + (r->span.end - r->span.start),
           size = strlen(of->text);

    for (size_t i = from, stop; i < end && i < size; i = stop + 1) {
        bool alone = i == 0 || of->text[i - 1] == ' ' || of->text[i - 1] == '\n';
        size_t before = i, after;

        for (stop = i; stop < size && isalpha((unsigned char)of->text[stop]); stop++)
            ;
        if (!alone || !((stop - i == 3 && text_starts_nocase(of->text + i, 3, "and")) ||
                        (stop - i == 2 && text_starts_nocase(of->text + i, 2, "or"))))
            continue;
        for (after = stop; after < size && of->text[after] == ' '; after++)
            ;
        while (before > 0 && of->text[before - 1] == ' ')
            before--;
        if (!(after < size && of->text[after] == '/') &&
            !(before > 0 && of->text[before - 1] == '/'))
            return true;
    }
    return false;
}

static bool graded(const char *text)
{
    word_hit h = words_whole(text, strlen(text));

    return word_is(&h, WORD_GRADED) != NULL;
}

/* "Moderate or severe aortic stenosis or regurgitation": the field grades both in one way, and the
 * second is a word of one name with the first. */
static bool graded_alike(const rule *r)
{
    const rule *list = r->count ? r->of[0] : r;

    if (list->count != 2 || list->of[0]->op != RULE_HAS || list->of[1]->op != RULE_HAS ||
        !list->of[0]->subject.text || !list->of[1]->subject.text)
        return false;
    return strchr(list->of[0]->subject.text, ' ') && !strchr(list->of[1]->subject.text, ' ') &&
           graded(list->of[0]->subject.text) && graded(list->of[1]->subject.text);
}

/* Does a reader see the two readings, too? Where things of several kinds stand together, only one
 * of the groupings makes sense to people ("stroke confirmed by CT or MRI", "women with cancer who
 * receive chemotherapy or radiotherapy"); how long a state has not been there is no question of
 * grouping. */
static bool seen_by_readers(const rule *r, const char *code)
{
    category kind = CATEGORY_NONE;

    if (strcmp(code, "boundary") == 0)
        return true;
    if (strcmp(code, "exception-scope") == 0)
        return excepts_several(r) && !is_kind_of_one(r) && !excepts_a_stranger(r);
    if (!of_one_kind(r, &kind) && !(strcmp(code, "and-or-scope") == 0 && of_treatments(r)))
        return false;
    if (strcmp(code, "modifier-scope") == 0)
        return !denies(r) && of_one_category(r, CATEGORY_CONDITION) && !gives_examples(r) &&
               !(r->count == 2 && same_but_tense(r->of[0], r->of[1])) && !graded_alike(r) &&
               !(r->count && has_own_degree(r->of[0])) &&
               !names_people(first_leaf(r)->subject.text) &&
               !(first_leaf(r)->subject.concept->flags & CONCEPT_WEAK) &&
               !is_of_kind(r, first_leaf(r)->subject.concept);
    if (strcmp(code, "negation-scope") == 0)
        return r->count && rule_size(r->of[0]) > 3;
    return true;
}

static bool counts_things(const rule *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (r->of[i]->counting)
            return true;
    return false;
}

/* A word of that role stands by itself in text[from, end). */
static bool has_word(const char *text, size_t from, size_t end, role_set role)
{
    for (size_t i = from, stop; i < end; i = stop + 1) {
        for (stop = i; stop < end && isalpha((unsigned char)text[stop]); stop++)
            ;
        if (stop > i && (roles_find(&audit_roles, text + i, stop - i) & role))
            return true;
    }
    return false;
}

/* One reading is a lower limit, the other an upper one. */
static bool two_sides(const rule *r)
{
    return r->count == 2 && r->of[0]->low.given != r->of[1]->low.given;
}

/* "Weight stable (+/- 5 kg)", "abduction to 90 degrees": the number is no limit that lacks its
 * side. */
static bool is_tolerance(const rule *r, const criterion *of)
{
    static const char *const signs[] = {"\xC2\xB1", "+/-"};
    size_t from = r->span.start - of->span.start, size = r->span.end - r->span.start;

    if (!r->finding || strcmp(r->finding, "boundary") != 0 || from + size > strlen(of->text))
        return false;
    if (counts_things(r)) /* "receiving two inotropes" */
        return true;
    if (has_word(of->text, 0, from + size, AUDIT_CAN)) /* "able to walk 100 m": or more */
        return true;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (memmem(of->text + from, size, signs[i], strlen(signs[i])))
            return two_sides(r);
    return has_word(of->text, from, from + size, AUDIT_NO_SIDE) && two_sides(r);
}

/* The words of a rule, for messages: one line, its beginning where they are many. */
static const char *printed(arena *a, const rule *r, const criterion *of)
{
    enum { MOST = 60 };
    char line[MOST];
    size_t from = r->span.start - of->span.start, size = strlen(of->text), n = 0, end;

    end = from + (r->span.end - r->span.start);
    end = end < size ? end : size;
    for (; from < end && n < MOST; from++) {
        char c = isspace((unsigned char)of->text[from]) ? ' ' : of->text[from];

        if (c != ' ' || (n && line[n - 1] != ' '))
            line[n++] = c;
    }
    while (n && from < end && ((unsigned char)line[n - 1] & 0x80)) /* no half character */
        n--;
    return arena_printf(a, "%.*s%s", (int)n, line, from < end ? "..." : "");
}

void audit_readings(const rule *r, const criterion *of, finding_list *f)
{
    if (r->op == RULE_READINGS && all_known(r) && !is_tolerance(r, of) &&
        seen_by_readers(r, r->finding ? r->finding : "and-or-scope") &&
        !(r->finding && strcmp(r->finding, "and-or-scope") == 0 && !joins_otherwise(r, of))) {
        const char *code = r->finding ? r->finding : "and-or-scope",
                   **list = arena_array(f->arena, r->count + 1, sizeof *list);
        finding *x = finding_add(f, code, r->span, NULL, "\"%s\": %s", printed(f->arena, r, of),
                                 open_question(code));

        for (size_t i = 0; list && i < r->count; i++)
            list[i] = finding_words(f->arena, r->of[i]);
        if (x) {
            x->severity = SEVERITY_WARNING;
            x->criterion = of->id;
            x->node = r->id;
            x->about = r;
            x->drawn = true;
            x->readings = list;
            x->suggestion =
                list && r->count ? arena_printf(f->arena, "if this is meant: %s", list[0]) : NULL;
        }
    }
    for (size_t i = 0; i < r->count; i++)
        audit_readings(r->of[i], of, f);
}

const char *finding_number(arena *a, double value)
{
    char text[32];

    number_rounded(value, 6, text);
    return arena_text(a, text, strlen(text));
}

/* ---- one comparison ---- */

/* An adjective of a title that stands right behind it: "adequate glycemic control (HbA1c ...)". */
static bool of_a_title(const rule *r, const rule_qualifier *q)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (strcmp(r->qualifiers[i].kind, "label") == 0 && q->span.end > q->span.start &&
            q->span.end < r->qualifiers[i].span.start &&
            r->qualifiers[i].span.start <= q->span.end + 2)
            return true;
    return false;
}

/* Words that narrow a quantity; a title over it ("good control (HbA1c ...)") does not. */
bool finding_narrowed(const rule *r)
{
    for (size_t i = 0; i < r->qualifier_count; i++) {
        const rule_qualifier *q = &r->qualifiers[i];
        bool narrows = strcmp(q->kind, "label") != 0 && !of_a_title(r, q);

        if (narrows && q->text)
            narrows = !(roles_find(&audit_roles, q->text, strlen(q->text)) & AUDIT_HARMLESS);
        if (narrows)
            return true;
    }
    return false;
}

static bool usable(double value, const char *ucum, const concept *c, double *out)
{
    if (!ucum || !c->units[0])
        return false;
    return unit_convert_codes(value, ucum, c->units[0], c, out) == UNIT_OK;
}

static bool possible(const concept *c, double value)
{
    return !(value < c->plausible.low) && !(value > c->plausible.high);
}

/* A bound that is a thousand times below what is normal: the multiple of the unit is lost. */
static bool far_below(const concept *c, double value)
{
    return c->normal.low > 0 && value > 0 && value < c->normal.low / 1000;
}

/* How many of the units in use, told apart by their size, make sense of a bare number; *one is the
 * first. */
static unsigned units_for(const rule *r, const char **one)
{
    const concept *c = r->subject.concept;
    double seen[16];
    unsigned n = 0;
    double value = r->low.given ? r->low.value : r->high.value;

    for (size_t i = 0; c->units[i]; i++) {
        double in_default, size;
        bool again = false;

        if (!usable(value, c->units[i], c, &in_default) || !usable(1, c->units[i], c, &size) ||
            !possible(c, in_default))
            continue;
        for (unsigned k = 0; k < n; k++)
            again = again || fabs(seen[k] - size) <= 1e-3 * fabs(size);
        /* a bound is set near what is measured: within a hundredfold of the usual range */
        if (again || n == sizeof seen / sizeof *seen ||
            (isfinite(c->normal.high) &&
             (in_default > 100 * c->normal.high || in_default * 100 < c->normal.high)))
            continue;
        if (!n)
            *one = c->units[i];
        seen[n++] = size;
    }
    return n;
}

const char *finding_unit(arena *a, const char *ucum)
{
    char text[64];

    unit_printed(ucum, text);
    return arena_text(a, text, strlen(text));
}

/* A unit that belongs to what is measured, not to a dose, a time, a share, a count or a change of
 * it: those are said of many quantities in words that the rule does not keep. */
static bool of_a_measurement(const char *ucum)
{
    static const char *const others[] = {"%", "1", "a", "mo", "wk", "d", "h", "min", "s"};

    if (strncmp(ucum, "10*", 3) == 0) /* so many of them are counted all the same */
        ucum += strcspn(ucum, "./{");
    if (*ucum == '.')
        ucum++;
    if (*ucum == '{' || *ucum == '/')
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(ucum, others[i]) == 0)
            return false;
    return true;
}

/* "Saturation below 80 % for more than 5 % of the night": a share of what is named behind it. */
static bool share_of(const rule *r)
{
    if (!r->unit.ucum || strcmp(r->unit.ucum, "%") != 0)
        return false;
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (strcmp(r->qualifiers[i].kind, "other") == 0 && r->qualifiers[i].span.end == r->span.end)
            return true;
    return false;
}

/* A quantity without a unit: INR, pH. */
static bool is_pure(const concept *c)
{
    for (size_t i = 0; c->units[i]; i++)
        if (strcmp(c->units[i], "1") != 0 && c->units[i][0] != '{' &&
            strcmp(c->units[i], "[pH]") != 0)
            return false;
    return c->units[0] != NULL;
}

/* A bare number of it. */
static void audit_bare(const rule *r, finding_list *f)
{
    const concept *c = r->subject.concept;
    const rule_bound *bounds[2] = {&r->low, &r->high};

    for (size_t i = 0; i < 2 && !words_name(c, WORD_HABIT); i++)
        if (bounds[i]->given && bounds[i]->value > 0 && !possible(c, bounds[i]->value)) {
            finding_add(f, "implausible-value", r->span, NULL, "%s of %s: nobody has that", c->name,
                        finding_number(f->arena, bounds[i]->value));
            return;
        }
}

/* A value far below what is usual, which would be a usual one in a larger unit of the same
 * quantity: "calcium above 2.6 mg/dL" is in mmol/L. Only where nobody would set such a limit. */
static bool in_another_unit(const concept *c, double printed, double value)
{
    const word_entry *e = words_entry(WORD_SEVERAL_UNITS, c->id, strlen(c->id));
    double low = c->normal.low > 0 ? c->normal.low / 3 : c->normal.high / 10;

    if (!e || strcmp(e->value, "slips") != 0 || !(value < low))
        return false;
    for (size_t i = 0; c->units[i]; i++) {
        double other;

        if (usable(printed, c->units[i], c, &other) && other > value &&
            other > (c->normal.low > 0 ? c->normal.low : c->normal.high) / 2 &&
            other < c->normal.high * 3)
            return true;
    }
    return false;
}

/* It, or what it is a kind of: "fasting triglycerides" are triglycerides. */
static bool in_several_units(const concept *c)
{
    bool several = words_name(c, WORD_SEVERAL_UNITS);

    for (size_t i = 0; c->above[i] && !several; i++)
        several = words_name(c->above[i], WORD_SEVERAL_UNITS);
    return several;
}

/* What may be meant: the number in a unit in which somebody has it, else what is possible at all.
 */
static const char *possible_value(const concept *c, double printed, arena *a)
{
    for (size_t i = 0; c->units[i]; i++) {
        double value;

        if (usable(printed, c->units[i], c, &value) && possible(c, value) && !far_below(c, value) &&
            !in_another_unit(c, printed, value))
            return arena_printf(a, "%s %s, if the unit is the slip", finding_number(a, printed),
                                finding_unit(a, c->units[i]));
    }
    return isfinite(c->plausible.low) && isfinite(c->plausible.high)
               ? arena_printf(a, "a value from %s to %s %s", finding_number(a, c->plausible.low),
                              finding_number(a, c->plausible.high), finding_unit(a, c->units[0]))
               : NULL;
}

/* "More than 300 times the upper limit of normal": a digit too many. */
static void audit_multiple(const rule *r, finding_list *f)
{
    enum { MOST = 100 };
    double value = r->high.given ? r->high.value : r->low.value;

    if (value > MOST)
        finding_add(f, "implausible-value", r->span, NULL,
                    "%s of %s times the upper limit of normal: nobody sets such a limit",
                    r->subject.concept->name, finding_number(f->arena, value));
}

static void audit_units(const rule *r, finding_list *f, bool shared_unit)
{
    const concept *c = r->subject.concept;
    arena *a = f->arena;
    const rule_bound *bounds[2] = {&r->low, &r->high};

    if (c && r->relative_to == RELATIVE_ULN)
        audit_multiple(r, f);
    if (!c || !(c->category == CATEGORY_MEASUREMENT || in_several_units(c)) || !c->units[0] ||
        r->relative_to != RELATIVE_NONE || r->counting || r->value_count)
        return;
    if (!r->unit.text && !r->unit.ucum && is_pure(c)) {
        audit_bare(r, f);
        return;
    }
    if (!r->unit.text && !r->unit.ucum) {
        const char *one = NULL;
        double value = r->low.given ? r->low.value : r->high.value;

        if (shared_unit || !in_several_units(c) || value == 0)
            return;
        unsigned n = units_for(r, &one);
        finding *x = finding_add(
            f, "missing-unit", r->span,
            one ? arena_printf(a, "%s %s", finding_number(a, value), finding_unit(a, one)) : NULL,
            "%s %s: in which unit?%s", c->name, finding_number(a, value),
            n > 1 ? " The number is possible in more than one" : "");
        if (x && n == 1)
            x->severity = SEVERITY_NOTE;
        return;
    }
    if (!r->unit.ucum)
        return;
    if (!unit_fits(c, r->unit.ucum)) {
        if (!r->unit.text ||
            !(of_a_measurement(r->unit.ucum) ||
              text_equal_nocase(r->unit.text, strlen(r->unit.text), "bpm")) ||
            r->window || finding_narrowed(r) || words_name(c, WORD_HABIT))
            return;
        finding_add(f, "implausible-unit", r->span,
                    arena_printf(a, "%s", finding_unit(a, c->units[0])), "%s is not measured in %s",
                    c->name, r->unit.text ? r->unit.text : r->unit.ucum);
        return;
    }
    for (size_t i = 0; i < 2; i++) {
        double value;

        if (!bounds[i]->given || bounds[i]->value <= 0 || share_of(r) ||
            !usable(bounds[i]->value, r->unit.ucum, c, &value) ||
            (possible(c, value) && !far_below(c, value) &&
             !in_another_unit(c, bounds[i]->value, value)))
            continue;
        finding_add(f, "implausible-value", r->span, possible_value(c, bounds[i]->value, a),
                    "%s of %s %s%s: nobody has that", c->name, finding_number(a, bounds[i]->value),
                    r->unit.text ? r->unit.text : r->unit.ucum,
                    value == bounds[i]->value
                        ? ""
                        : arena_printf(a, " (%s %s)", finding_number(a, value),
                                       finding_unit(a, c->units[0])));
        return;
    }
}

/* "Between 18 and 180 years", "60 weeks of gestation" */
static void audit_years(const rule *r, finding_list *f)
{
    const concept *c = r->subject.concept;
    const rule_bound *bounds[2] = {&r->low, &r->high};
    double value;

    for (size_t i = 0; i < 2; i++)
        if (bounds[i]->given &&
            usable(bounds[i]->value, r->unit.ucum ? r->unit.ucum : c->units[0], c, &value) &&
            value > c->plausible.high && bounds[i]->value < 1500 /* else it is a year */) {
            finding_add(f, "implausible-value", r->span, NULL, "%s of %s %s: nobody has that",
                        c->name, finding_number(f->arena, bounds[i]->value),
                        r->unit.text ? r->unit.text : finding_unit(f->arena, c->units[0]));
            return;
        }
}

void audit_limit(const rule *r, finding_list *f, bool shared_unit)
{
    const concept *c = r->subject.concept;

    audit_units(r, f, shared_unit);
    if (c && c->category == CATEGORY_DEMOGRAPHIC && c->units[0])
        audit_years(r, f);
    if (c && c->category == CATEGORY_SCORE && !isnan(c->scale.low) && !r->unit.ucum &&
        r->subject.span.start <= r->span.start && !(c->flags & CONCEPT_STAGES) &&
        c->scale.high <= 100)
        for (int i = 0; i < 2; i++) {
            const rule_bound *b = i ? &r->high : &r->low;

            /* a performance status of 70 is one of another scale, with the same name */
            if (b->given &&
                b->value > (c->scale.high == 10 && b->value > 20 ? 100 : c->scale.high) &&
                (c->scale.high >= 10 || b->value <= 10)) {
                finding_add(
                    f, "implausible-value", r->span, NULL, "%s goes from %s to %s; there is no %s",
                    c->name, finding_number(f->arena, c->scale.low),
                    finding_number(f->arena, c->scale.high), finding_number(f->arena, b->value));
                break;
            }
            /* an upper limit that nobody falls under */
            if (i && b->given && !r->low.given &&
                (b->value < c->scale.low || (b->value == c->scale.low && !b->inclusive))) {
                finding_add(f, "implausible-value", r->span, NULL,
                            "%s begins at %s; nobody has less", c->name,
                            finding_number(f->arena, c->scale.low));
                break;
            }
        }
}

/* The unit is printed with another number of the same quantity: "< 150 or > 180 cm". */
static bool unit_elsewhere(const rule *all, const rule *r)
{
    if (all->op == RULE_COMPARE && all != r && all->unit.ucum &&
        (all->subject.concept == r->subject.concept ||
         (!all->subject.concept && unit_fits(r->subject.concept, all->unit.ucum))))
        return true;
    for (size_t i = 0; i < all->count; i++)
        if (unit_elsewhere(all->of[i], r))
            return true;
    return false;
}

static double grade_count(const concept *c)
{
    double n = 0;

    while (c->grades[(size_t)n].name)
        n++;
    return n;
}

/* "NYHA class II to VI", "Child-Pugh D": a grade that the scale does not have. */
static void audit_grades(const rule *r, finding_list *f)
{
    const concept *c = r->op == RULE_COMPARE ? r->subject.concept : NULL;
    bool none = r->op == RULE_OPAQUE && r->reason && strcmp(r->reason, OPAQUE_GRADE) == 0;

    for (size_t i = 0; c && !isnan(c->scale.high) && i < r->value_count; i++)
        none = none || r->values[i] >= c->scale.high + 1 ||
               (c->grades && r->values[i] > grade_count(c) && r->values[i] < c->scale.low);
    if (none)
        finding_add(f, "implausible-value", r->span, NULL, "the scale has no such grade");
}

static void audit_nodes(const rule *r, const rule *all, finding_list *f)
{
    audit_grades(r, f);
    if (r->op == RULE_COMPARE)
        audit_limit(r, f, !r->unit.text && unit_elsewhere(all, r));
    if (r->op == RULE_READINGS) { /* its readings say the same words several times */
        if (r->count)
            audit_nodes(r->of[0], all, f);
        return;
    }
    for (size_t i = 0; i < r->count; i++)
        audit_nodes(r->of[i], all, f);
}

/* ---- what the lexicon lacks ---- */

static void audit_unrecognized(const rule *r, finding_list *f)
{
    if ((r->op == RULE_HAS || r->op == RULE_COMPARE) && !r->subject.concept &&
        r->subject.span.end > r->subject.span.start)
        finding_add(f, "unrecognized-term", r->subject.span, NULL, "\"%s\" is not in the lexicon",
                    r->subject.text ? r->subject.text : "");
    if (r->op == RULE_READINGS) {
        if (r->count)
            audit_unrecognized(r->of[0], f);
        return;
    }
    for (size_t i = 0; i < r->count; i++)
        audit_unrecognized(r->of[i], f);
}

/* ---- what came through another program ---- */

/* "&lt; 30": an entity that is left in plain text. Where the document is marked up, they belong
 * there. */
static void audit_entities(const rules *r, const char *document, size_t size, finding_list *f)
{
    static const struct {
        const char *entity, *sign;
    } known[] = {{"&lt;", "<"},    {"&gt;", ">"},   {"&le;", "<="},    {"&ge;", ">="},
                 {"&amp;", "&"},   {"&nbsp;", " "}, {"&#8804;", "<="}, {"&#8805;", ">="},
                 {"&quot;", "\""}, {"&#39;", "'"},  {"&micro;", "u"}};
    size_t first = 0;

    while (first < size && isspace((unsigned char)document[first]))
        first++;
    if (first == size || document[first] == '<' || document[first] == '{' || document[first] == '[')
        return;
    for (size_t i = 0; i < r->criterion_count; i++) {
        eligo_span s = r->criteria[i].span;

        if (r->criteria[i].kind == CRITERION_REGISTRY || s.start >= size ||
            !memchr(document + s.start, '&', (s.end < size ? s.end : size) - s.start))
            continue;
        for (size_t at = s.start; at < s.end && at < size; at++)
            for (size_t k = 0; document[at] == '&' && k < sizeof known / sizeof *known; k++) {
                size_t n = strlen(known[k].entity);
                finding *x;

                if (at + n > s.end || at + n > size ||
                    memcmp(document + at, known[k].entity, n) != 0)
                    continue;
                x = finding_add(f, "damaged-notation", (eligo_span){at, at + n}, known[k].sign,
                                "\"%s\": a code of another program stands for a sign",
                                known[k].entity);
                if (x)
                    x->replaces = true;
                break;
            }
    }
}

/* A heading stands between criterion i and the one before it, of the same kind: "Staff inclusion
 * criteria", behind those of the family. */
static bool behind_heading(const rules *r, size_t i, const char *document, size_t size)
{
    size_t from = i > 0 ? r->criteria[i - 1].span.end : 0, to = r->criteria[i].span.start;

    return i > 0 && r->criteria[i - 1].kind == r->criteria[i].kind && from < to && to <= size &&
           memmem(document + from, to - from, "riteria", 7) != NULL;
}

/* Where criterion i begins lists of another group or phase: inclusion again after exclusion, or the
 * name of a group. */
static bool begins_group(const rules *r, size_t i, const char *document, size_t size)
{
    word_hit h = words_whole(r->criteria[i].text, strlen(r->criteria[i].text));

    if (behind_heading(r, i, document, size))
        return true;
    return word_is(&h, WORD_SOMEONE) || word_is(&h, WORD_GROUP) ||
           (i > 0 && r->criteria[i].kind == CRITERION_INCLUSION &&
            r->criteria[i - 1].kind == CRITERION_EXCLUSION);
}

static const unsigned *groups_of(const rules *r, const char *document, size_t size, arena *scratch)
{
    unsigned *groups = arena_array(scratch, r->criterion_count, sizeof *groups);

    for (size_t i = 0; groups && i < r->criterion_count; i++)
        groups[i] = (i ? groups[i - 1] : 0) + begins_group(r, i, document, size);
    return groups;
}

void audit_rules(const rules *r, const char *document, size_t size, arena *scratch, finding_list *f)
{
    const unsigned *groups;

    if (!r->criteria)
        return;
    for (size_t i = 0; i < r->criterion_count; i++) {
        const criterion *c = &r->criteria[i];

        if (c->kind == CRITERION_REGISTRY)
            continue;
        audit_nodes(c->rule, c->rule, f);
        audit_unrecognized(c->rule, f);
    }
    if ((groups = groups_of(r, document, size, scratch)) != NULL) {
        audit_demands(r, groups, scratch, f);
        audit_lines(r, groups, scratch, f);
    }
    audit_entities(r, document, size, f);
    audit_short_forms(r, document, size, scratch, f);
}
