#include "rules/audit.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/page.h"
#include "rules/print.h"
#include "rules/unit.h"
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

static const char *in_words(arena *a, const rule *r)
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

/* What somebody has, takes or does, where a reader may group one with the other. */
static category kind_of(const rule *r)
{
    switch (r->subject.category) {
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
    static const char *const people[] = {"women", "woman",   "men",     "man",  "female",
                                         "male",  "patient", "subject", "child"};

    for (size_t i = 0; text && i < sizeof people / sizeof *people; i++)
        if (text_starts_nocase(text, strlen(text), people[i]))
            return true;
    return false;
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

/* Does a reader see the two readings, too? Where things of several kinds stand together, only one
 * of the groupings makes sense to people ("stroke confirmed by CT or MRI", "women with cancer who
 * receive chemotherapy or radiotherapy"); how long a state has not been there is no question of
 * grouping. */
static bool seen_by_readers(const rule *r, const char *code)
{
    category kind = CATEGORY_NONE;

    if (strcmp(code, "boundary") == 0 || strcmp(code, "exception-scope") == 0)
        return true;
    if (!of_one_kind(r, &kind))
        return false;
    if (strcmp(code, "modifier-scope") == 0)
        return of_one_category(r, CATEGORY_CONDITION) &&
               !names_people(first_leaf(r)->subject.text) &&
               !(first_leaf(r)->subject.concept->flags & CONCEPT_WEAK) &&
               !is_of_kind(r, first_leaf(r)->subject.concept);
    if (strcmp(code, "negation-scope") == 0)
        return r->count && rule_size(r->of[0]) > 3;
    return true;
}

/* "Weight stable (+/- 5 kg)", "abduction to 90 degrees": the number is no limit that lacks its
 * side. */
static bool is_tolerance(const rule *r, const criterion *of)
{
    static const char *const signs[] = {"\xC2\xB1", "+/-", " to ", "by factor"};
    size_t from = r->span.start - of->span.start, size = r->span.end - r->span.start;

    if (!r->finding || strcmp(r->finding, "boundary") != 0 || from + size > strlen(of->text))
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (memmem(of->text + from, size, signs[i], strlen(signs[i])))
            return r->count == 2 && r->of[0]->low.given != r->of[1]->low.given;
    return false;
}

void audit_readings(const rule *r, const criterion *of, finding_list *f)
{
    if (r->op == RULE_READINGS && all_known(r) && !is_tolerance(r, of) &&
        seen_by_readers(r, r->finding ? r->finding : "and-or-scope")) {
        const char *code = r->finding ? r->finding : "and-or-scope",
                   **list = arena_array(f->arena, r->count + 1, sizeof *list);
        finding *x = finding_add(f, code, r->span, NULL, "%s", open_question(code));

        for (size_t i = 0; list && i < r->count; i++)
            list[i] = in_words(f->arena, r->of[i]);
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

static const char *number(arena *a, double value)
{
    char text[32];

    number_rounded(value, 6, text);
    return arena_text(a, text, strlen(text));
}

/* ---- one comparison ---- */

/* Words that narrow a quantity; a title over it ("good control (HbA1c ...)") does not. */
static bool narrowed(const rule *r)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (strcmp(r->qualifiers[i].kind, "label") != 0)
            return true;
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

static const char *printed(arena *a, const char *ucum)
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

    if (*ucum == '{' || *ucum == '/')
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(ucum, others[i]) == 0)
            return false;
    return strncmp(ucum, "{", 1) != 0;
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
                        number(f->arena, bounds[i]->value));
            return;
        }
}

static void audit_units(const rule *r, finding_list *f, bool shared_unit)
{
    const concept *c = r->subject.concept;
    arena *a = f->arena;
    const rule_bound *bounds[2] = {&r->low, &r->high};

    if (!c || c->category != CATEGORY_MEASUREMENT || !c->units[0] ||
        r->relative_to != RELATIVE_NONE || r->counting || r->value_count)
        return;
    if (!r->unit.text && !r->unit.ucum && is_pure(c)) {
        audit_bare(r, f);
        return;
    }
    if (!r->unit.text && !r->unit.ucum) {
        const char *one = NULL;
        double value = r->low.given ? r->low.value : r->high.value;

        if (shared_unit || !words_name(c, WORD_SEVERAL_UNITS) || value == 0)
            return;
        unsigned n = units_for(r, &one);
        finding *x =
            finding_add(f, "missing-unit", r->span,
                        one ? arena_printf(a, "%s %s", number(a, value), printed(a, one)) : NULL,
                        "%s %s: in which unit?%s", c->name, number(a, value),
                        n > 1 ? " The number is possible in more than one" : "");
        if (x && n == 1)
            x->severity = SEVERITY_NOTE;
        return;
    }
    if (!r->unit.ucum)
        return;
    if (!unit_fits(c, r->unit.ucum)) {
        if (!of_a_measurement(r->unit.ucum) || !r->unit.text || r->window || narrowed(r) ||
            words_name(c, WORD_HABIT))
            return;
        finding_add(f, "implausible-unit", r->span, arena_printf(a, "%s", printed(a, c->units[0])),
                    "%s is not measured in %s", c->name,
                    r->unit.text ? r->unit.text : r->unit.ucum);
        return;
    }
    for (size_t i = 0; i < 2; i++) {
        double value;

        if (!bounds[i]->given || bounds[i]->value <= 0 ||
            !usable(bounds[i]->value, r->unit.ucum, c, &value) ||
            (possible(c, value) && !far_below(c, value)))
            continue;
        finding_add(f, "implausible-value", r->span,
                    arena_printf(a, "%s %s", number(a, bounds[i]->value), printed(a, c->units[0])),
                    "%s of %s %s (%s %s): nobody has that", c->name, number(a, bounds[i]->value),
                    r->unit.text ? r->unit.text : r->unit.ucum, number(a, value),
                    printed(a, c->units[0]));
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
                        c->name, number(f->arena, bounds[i]->value),
                        r->unit.text ? r->unit.text : printed(f->arena, c->units[0]));
            return;
        }
}

static void audit_compare(const rule *r, finding_list *f, bool shared_unit)
{
    const concept *c = r->subject.concept;

    audit_units(r, f, shared_unit);
    if (c && c->category == CATEGORY_DEMOGRAPHIC && c->units[0])
        audit_years(r, f);
    if (c && c->category == CATEGORY_SCORE && !isnan(c->scale.low) && !r->unit.ucum &&
        r->subject.span.start <= r->span.start && !(c->flags & CONCEPT_STAGES) &&
        c->scale.high < 100 && c->scale.high != 10)
        for (int i = 0; i < 2; i++) {
            const rule_bound *b = i ? &r->high : &r->low;

            /* a performance status of 70 is one of another scale, with the same name */
            if (b->given && b->value > c->scale.high && (c->scale.high > 10 || b->value <= 10)) {
                finding_add(f, "implausible-value", r->span, NULL,
                            "%s goes from %s to %s; there is no %s", c->name,
                            number(f->arena, c->scale.low), number(f->arena, c->scale.high),
                            number(f->arena, b->value));
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

static void audit_nodes(const rule *r, const rule *all, finding_list *f)
{
    if (r->op == RULE_COMPARE)
        audit_compare(r, f, !r->unit.text && unit_elsewhere(all, r));
    if (r->op == RULE_READINGS) { /* its readings say the same words several times */
        if (r->count)
            audit_nodes(r->of[0], all, f);
        return;
    }
    for (size_t i = 0; i < r->count; i++)
        audit_nodes(r->of[i], all, f);
}

/* ---- what a trial demands, leaf by leaf ---- */

/* A leaf that must hold, or must not, for everybody who is enrolled. */
typedef struct demand {
    const rule *rule;
    const criterion *of;
    bool holds, denied;                                /* denied: a negation stands around it */
    unsigned group;                                    /* audit_group() */
    enum { ALONE_UNKNOWN, ALONE_YES, ALONE_NO } alone; /* stands_alone(), once it was asked */
    bool any;                                          /* bare_but_any() */
    bool repeats; /* it says what an earlier one says, and that was told */
} demand;

typedef struct demands {
    demand *list;
    size_t count, room;
    unsigned group; /* of the criterion that is being read */
    arena *arena;
} demands;

static void demand_rule(demands *d, const criterion *of, const rule *r, bool holds, bool denied)
{
    switch (r->op) {
    case RULE_COMPARE:
    case RULE_HAS:
    case RULE_JUDGEMENT:
        if (d->count < LIMIT_COMPARED &&
            arena_grow(d->arena, (void **)&d->list, d->count, &d->room, sizeof *d->list))
            d->list[d->count++] =
                (demand){.rule = r, .of = of, .holds = holds, .denied = denied, .group = d->group};
        return;
    case RULE_NOT:
        if (r->count)
            demand_rule(d, of, r->of[0], !holds, true);
        return;
    case RULE_ALL:
    case RULE_ANY:
        if (r->count == 1 || (r->op == RULE_ALL) == holds)
            for (size_t i = 0; i < r->count; i++)
                demand_rule(d, of, r->of[i], holds, denied);
        return;
    default: return;
    }
}

static bool same_period(period a, period b)
{
    return a.n == b.n && a.unit == b.unit;
}

static bool same_window(const rule_window *a, const rule_window *b)
{
    if (!a || !b)
        return a == b;
    return a->from_given == b->from_given && a->to_given == b->to_given &&
           (!a->from_given || same_period(a->from, b->from)) &&
           (!a->to_given || same_period(a->to, b->to)) && a->half_lives == b->half_lives;
}

static bool same_who(const rule_subject *a, const rule_subject *b)
{
    if (!a->who || !b->who)
        return a->who == b->who;
    return strcmp(a->who, b->who) == 0;
}

static bool bare(const rule *r)
{
    return !r->window && !r->duration && !r->dose && r->qualifier_count == 0;
}

/* ---- two comparisons ---- */

/* What values are allowed: between low and high, or outside of them. */
typedef struct range {
    double low, high;
    bool low_in, high_in;
} range;

static bool range_of(const rule *r, const char *ucum, range *out)
{
    const concept *c = r->subject.concept;
    double low = r->low.value, high = r->high.value;
    const char *own = r->unit.ucum ? r->unit.ucum : ucum;

    *out = (range){-INFINITY, INFINITY, true, true};
    if (own && ucum && strcmp(own, ucum) != 0) {
        if (r->low.given && unit_convert_codes(low, own, ucum, c, &low) != UNIT_OK)
            return false;
        if (r->high.given && unit_convert_codes(high, own, ucum, c, &high) != UNIT_OK)
            return false;
    }
    if (r->low.given) {
        out->low = low;
        out->low_in = r->low.inclusive;
    }
    if (r->high.given) {
        out->high = high;
        out->high_in = r->high.inclusive;
    }
    return (r->low.given || r->high.given) && out->low <= out->high;
}

/* The values that a demand leaves, where they are one range: of "not below 30" those from 30 on. */
static bool allowed(const demand *d, const char *ucum, range *out)
{
    range r;

    if (!range_of(d->rule, ucum, &r))
        return false;
    if (d->holds) {
        *out = r;
        return true;
    }
    if (isfinite(r.low) && isfinite(r.high))
        return false;
    *out = isfinite(r.low) ? (range){-INFINITY, r.low, true, !r.low_in}
                           : (range){r.high, INFINITY, !r.high_in, true};
    return true;
}

static bool near(double a, double b)
{
    return a == b || (isfinite(a) && isfinite(b) && fabs(a - b) <= 1e-6 * fmax(fabs(a), fabs(b)));
}

static bool within(const range *a, const range *b)
{
    bool low = a->low > b->low || (near(a->low, b->low) && (b->low_in || !a->low_in));
    bool high = a->high < b->high || (near(a->high, b->high) && (b->high_in || !a->high_in));

    return low && high;
}

static bool apart(const range *a, const range *b)
{
    return a->high < b->low || b->high < a->low ||
           (near(a->high, b->low) && !(a->high_in && b->low_in)) ||
           (near(b->high, a->low) && !(b->high_in && a->low_in));
}

static const char *mention(arena *a, const criterion *c)
{
    return arena_text(a, c->id, strlen(c->id));
}

/* Grades that are kept out, and that the range which is asked for does not reach: "ASA I to III",
 * and "ASA IV or V" among the exclusions. */
static bool lists_outside(const demand *asked, const demand *denied)
{
    const rule *p = asked->rule, *q = denied->rule;
    range r;

    if (!asked->holds || denied->holds || asked->denied || denied->denied || !q->value_count ||
        p->value_count || p->subject.concept != q->subject.concept || !p->subject.concept ||
        p->window || q->window || narrowed(p) || narrowed(q) || p->unit.ucum || q->unit.ucum ||
        !allowed(asked, NULL, &r))
        return false;
    for (size_t i = 0; i < q->value_count; i++)
        if (q->values[i] >= r.low && q->values[i] <= r.high)
            return false;
    return true;
}

static void compare_two(const demand *x, const demand *y, finding_list *f)
{
    const rule *p = x->rule, *q = y->rule;
    arena *a = f->arena;
    const char *ucum = p->unit.ucum ? p->unit.ucum : q->unit.ucum;
    range r, s;
    finding *found;

    if (lists_outside(x, y))
        finding_add(f, "redundant", q->span, "leave the line out", "%s (%s) says it already",
                    mention(a, x->of), in_words(a, p));
    if (!p->subject.concept || p->subject.concept != q->subject.concept ||
        p->relative_to != q->relative_to || p->counting != q->counting || p->pick != q->pick ||
        !same_window(p->window, q->window) || !same_who(&p->subject, &q->subject) || narrowed(p) ||
        narrowed(q) || p->value_count || q->value_count || p->duration || q->duration)
        return;
    if (!allowed(x, ucum, &r) || !allowed(y, ucum, &s) || near(r.low, r.high) ||
        near(s.low, s.high))
        return;
    if (apart(&r, &s)) {
        if (near(r.high, s.low) || near(s.high, r.low)) {
            finding_add(f, "boundary", q->span, NULL, "%s and this line do not agree on exactly %s",
                        mention(a, x->of), number(a, near(r.high, s.low) ? s.low : r.low));
            return;
        }
        finding_add(f, "contradiction", q->span, NULL, "no %s meets this and %s (%s)",
                    p->subject.concept->name, mention(a, x->of), in_words(a, p));
        return;
    }
    /* the same limit, and only the value itself is left to neither */
    for (int side = 0; side < 2; side++) {
        double u = side ? r.high : r.low, v = side ? s.high : s.low;
        bool ui = side ? r.high_in : r.low_in, vi = side ? s.high_in : s.low_in;

        if (!isfinite(u) || !isfinite(v))
            continue;
        if (!near(u, v)) {
            found = finding_add(f, "multiple-thresholds", q->span, NULL,
                                "%s gives another limit of %s: %s and %s%s%s", mention(a, x->of),
                                p->subject.concept->name, number(a, u), number(a, v),
                                ucum ? " " : "", ucum ? printed(a, ucum) : "");
            (void)found;
            return;
        }
        if (ui != vi && x->holds != y->holds) {
            finding_add(f, "boundary", q->span, NULL,
                        "%s and this line leave exactly %s%s%s to neither", mention(a, x->of),
                        number(a, u), ucum ? " " : "", ucum ? printed(a, ucum) : "");
            return;
        }
    }
    if (within(&r, &s))
        finding_add(f, "redundant", q->span, "leave the line out", "%s (%s) says it already",
                    mention(a, x->of), in_words(a, p));
    else if (within(&s, &r))
        finding_add(f, "redundant", p->span, "leave the line out", "%s (%s) says it already",
                    mention(a, y->of), in_words(a, q));
}

/* ---- two records ---- */

static bool tense_covers(rule_tense wide, rule_tense narrow)
{
    if (wide == TENSE_PLANNED || narrow == TENSE_PLANNED)
        return wide == narrow;
    return wide == TENSE_HISTORY || narrow != TENSE_HISTORY;
}

/* The same concept, or right below it: what lies further up is too wide for a reader to think of.
 */
static bool one_step(const concept *low, const concept *high)
{
    if (low == high)
        return true;
    for (const concept *const *p = low->parents; *p; p++)
        if (*p == high)
            return true;
    return false;
}

/* Without the people at the end: "pregnant women". */
static size_t named_bytes(const char *text)
{
    static const char *const people[] = {" women",    " woman",   " patients", " patient",
                                         " subjects", " females", " persons"};
    size_t n = strlen(text);

    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        size_t size = strlen(people[i]);

        if (n > size && text_equal_nocase(text + n - size, size, people[i]))
            return n - size;
    }
    return n;
}

/* The lexicon takes some words for one thing that a reader keeps apart. */
static bool same_words(const rule_subject *a, const rule_subject *b)
{
    size_t n = a->text ? named_bytes(a->text) : 0, m = b->text ? named_bytes(b->text) : 0, same = 0;

    while (same < n && same < m &&
           tolower((unsigned char)a->text[same]) == tolower((unsigned char)b->text[same]))
        same++;
    /* "pregnant", "pregnancy" */
    return n && m && ((same == n && same == m) || (same >= 5 && same + 3 > n && same + 3 > m));
}

static bool is_listed(const char *word, const char *const *list)
{
    for (size_t i = 0; word && list[i]; i++)
        if (strcmp(word, list[i]) == 0)
            return true;
    return false;
}

/* Nothing narrows it, and it says that all kinds are meant: "diabetes of any type". */
static bool bare_but_any(const demand *d)
{
    const rule *r = d->rule;
    size_t at = r->subject.span.start;
    const criterion *of = d->of;

    static const char *const kinds[] = {"any",      "all",   "type",     "kind",   "form",
                                        "sort",     "cause", "etiology", "origin", "degree",
                                        "severity", "types", "kinds",    "forms",  NULL};
    bool any = at >= of->span.start + 4 && at - of->span.start < strlen(of->text) &&
               text_starts_nocase(of->text + (at - of->span.start) - 4, 4, "any ");

    if (r->window || r->duration || r->dose)
        return false;
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (is_listed(r->qualifiers[i].value, kinds))
            any = true;
        else
            return false;
    return any;
}

/* Whoever has what `narrow` says has what `wide` says. */
static bool covers(const demand *whole, const demand *part)
{
    const rule *wide = whole->rule, *narrow = part->rule;
    const concept *c = wide->subject.concept, *d = narrow->subject.concept;

    if (!c || !d || !(one_step(d, c) || (whole->any && concept_is(d, c))) ||
        !same_who(&wide->subject, &narrow->subject))
        return false;
    if (c->flags & CONCEPT_WEAK)
        return false;
    if (rule_equal(wide, narrow))
        return true;
    return bare(wide) &&
           (c == d ? bare(narrow) || wide->tense == TENSE_HISTORY || narrow->qualifier_count
                   : bare(narrow)) &&
           (!narrow->window || wide->tense == TENSE_HISTORY) &&
           tense_covers(wide->tense, narrow->tense);
}

/* "The second trimester of pregnancy": who is in it has the thing that it is of. */
static bool is_a_part_of(const rule *r, const concept *c)
{
    static const char *const parts[] = {"trimester", "stage", "phase", "week",   "weeks",
                                        "month",     "term",  "end",   "course", NULL};

    if (r->subject.concept || !r->subject.text || !is_listed(r->subject.text, parts))
        return false;
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (r->qualifiers[i].concept == c)
            return true;
    return false;
}

/* Everybody who has what `yes` asks for is kept out by `no`: "type 1 diabetes" against "diabetes of
 * any type". */
static bool forbids(const demand *denied, const demand *asked)
{
    const rule *no = denied->rule, *yes = asked->rule;
    const concept *c = no->subject.concept, *d = yes->subject.concept;

    if (c && bare(no) && no->tense != TENSE_HISTORY && is_a_part_of(yes, c))
        return true;
    if (!c || !d || !concept_is(d, c) || (c->flags & CONCEPT_WEAK) ||
        !same_who(&no->subject, &yes->subject) || !tense_covers(no->tense, yes->tense) ||
        (no->tense == TENSE_HISTORY && yes->tense != TENSE_HISTORY))
        return false;
    if (denied->any)
        return true;
    if (c != d || !same_words(&no->subject, &yes->subject))
        return false;
    return bare(no) && (bare(yes) || c->category == CATEGORY_CONDITION);
}

static const char *sex_of(const rule *r)
{
    const concept *c = r->subject.concept;

    return c && !r->subject.who && (strcmp(c->id, "female") == 0 || strcmp(c->id, "male") == 0)
               ? c->id
               : NULL;
}

/* "Women", and "female sex" among the exclusions; "women", and "men" among the exclusions. A line
 * that says more than the sex is about a group. */
static void sexes_two(const demand *x, const demand *y, finding_list *f)
{
    const char *a = sex_of(x->rule), *b = sex_of(y->rule);

    if (!a || !b || x->of->rule != x->rule || y->of->rule != y->rule || x->denied || y->denied)
        return;
    if ((x->holds != y->holds) == (strcmp(a, b) == 0))
        finding_add(f, x->holds != y->holds ? "contradiction" : "redundant", y->rule->span, NULL,
                    x->holds != y->holds ? "%s demands the opposite" : "%s says it already",
                    mention(f->arena, x->of));
    else if (x->holds != y->holds)
        finding_add(f, "redundant", y->rule->span, "leave the line out", "%s says it already",
                    mention(f->arena, x->of));
}

static void has_two(const demand *x, const demand *y, finding_list *f)
{
    const rule *p = x->rule, *q = y->rule;
    arena *a = f->arena;

    if (p->subject.category == CATEGORY_DEMOGRAPHIC && q->subject.category == CATEGORY_DEMOGRAPHIC)
        sexes_two(x, y, f);
    if (p->subject.category == CATEGORY_DEMOGRAPHIC || (!p->subject.concept && !q->subject.concept))
        return;
    if (x->holds != y->holds) {
        if (!x->denied && !y->denied && forbids(x->holds ? y : x, x->holds ? x : y))
            finding_add(f, "contradiction", q->span, NULL, "%s (%s) demands the opposite",
                        mention(a, x->of), in_words(a, p));
        return;
    }
    if (!p->subject.concept || !q->subject.concept)
        return;
    /* of two requirements the narrower one is no repetition to a reader: "pregnant women", and "a
     * singleton pregnancy" */
    if (x->holds &&
        (p->subject.concept != q->subject.concept || !same_words(&p->subject, &q->subject)))
        return;
    if (!x->holds ? covers(x, y) : covers(y, x))
        finding_add(f, "redundant", q->span, "leave the line out", "%s (%s) says it already",
                    mention(a, x->of), in_words(a, p));
    else if (!x->holds ? covers(y, x) : covers(x, y))
        finding_add(f, "redundant", p->span, "leave the line out", "%s (%s) says it already",
                    mention(a, y->of), in_words(a, q));
}

/* "Specific to smokers:", and a list: the title says of whom it is. */
static bool of_some(const rules *r, const criterion *c, arena *scratch)
{
    const char *end = strchr(c->text, ':');
    size_t size = end ? (size_t)(end - c->text) : 0;
    atoms text;
    word_hits words;

    if (!size || size > 80 || (end[1] != '\n' && end[1] != '\r'))
        return false;
    text = lexicon_cut(r->lexicon, c->text, size, scratch);
    words = words_find(&text, scratch);
    return words_have(&words, WORD_OTHERS);
}

/* Is the leaf said by itself, or does it hang on other words of its line: "asthma that requires
 * corticosteroids"? Of a limit: may it be meant for somebody else, or for a group: "mother 18 years
 * or older"? */
static bool says_alone(const rules *r, const demand *d, arena *scratch)
{
    const criterion *c = d->of;
    size_t size = strlen(c->text),
           at = d->rule->span.start >= c->span.start ? d->rule->span.start - c->span.start : 0,
           from;
    atoms text;
    word_hits words;

    if (size > LIMIT_CRITERION_BYTES || at > size || of_some(r, c, scratch))
        return false;
    if (d->rule->op == RULE_COMPARE) {
        text = lexicon_cut(r->lexicon, c->text, size, scratch);
        words = words_find(&text, scratch);
        return !words_have(&words, WORD_OTHERS);
    }
    for (from = at; from > 0 && !strchr(";\n", c->text[from - 1]) &&
                    !(c->text[from - 1] == ' ' && from > 1 && c->text[from - 2] == '.');)
        from--;
    text = lexicon_cut(r->lexicon, c->text + from, at - from, scratch);
    words = words_find(&text, scratch);
    return !words_have(&words, WORD_DEPENDS);
}

static bool stands_alone(const rules *r, demand *d, arena *scratch)
{
    if (d->alone == ALONE_UNKNOWN)
        d->alone = says_alone(r, d, scratch) ? ALONE_YES : ALONE_NO;
    return d->alone == ALONE_YES;
}

/* Can two leaves say the same or the opposite? Nearly all pairs cannot. */
static bool may_meet(const demand *x, const demand *y)
{
    const rule *p = x->rule, *q = y->rule;
    const concept *c = p->subject.concept, *d = q->subject.concept;

    if (x->of == y->of || x->group != y->group || p->op != q->op)
        return false;
    if (c == d)
        return c != NULL;
    if (p->op != RULE_HAS)
        return false;
    if (p->subject.category == CATEGORY_DEMOGRAPHIC && q->subject.category == CATEGORY_DEMOGRAPHIC)
        return true;
    if (!c || !d)
        return x->holds != y->holds && is_a_part_of(c ? q : p, c ? c : d);
    return one_step(c, d) || one_step(d, c) || (x->any && concept_is(d, c)) ||
           (y->any && concept_is(c, d));
}

/* True where y only says again what x says, and the finding that was added last tells so: whatever
 * else is found of y as the first of two is told of x already, in the same place. */
static bool told_again(const demand *x, const demand *y, const finding_list *f, size_t before)
{
    const finding *last = f->count > before ? &f->list[f->count - 1] : NULL;
    const char *said = x->rule->subject.text, *again = y->rule->subject.text;

    return last && same_code(last->code, "redundant") && last->span.start == y->rule->span.start &&
           last->span.end == y->rule->span.end && x->holds == y->holds && x->denied == y->denied &&
           x->any == y->any && x->rule->subject.category != CATEGORY_DEMOGRAPHIC && said && again &&
           strcmp(said, again) == 0 && rule_equal(x->rule, y->rule);
}

static void compare_demands(const rules *r, demands *d, arena *scratch, finding_list *f)
{
    for (size_t i = 0; i < d->count; i++)
        d->list[i].any = d->list[i].rule->op == RULE_HAS && bare_but_any(&d->list[i]);
    for (size_t i = 0; i < d->count && f->count < LIMIT_FINDINGS; i++)
        for (size_t k = i + 1; k < d->count && !d->list[i].repeats; k++) {
            demand *x = &d->list[i], *y = &d->list[k];
            size_t before = f->count;

            if (!may_meet(x, y) || !stands_alone(r, x, scratch) || !stands_alone(r, y, scratch))
                continue;
            if (x->rule->op == RULE_COMPARE)
                compare_two(x, y, f);
            else if (x->rule->op == RULE_HAS)
                has_two(x, y, f);
            y->repeats = y->repeats || told_again(x, y, f, before);
        }
}

/* ---- the registry's fields ---- */

static double in_years(double value, const char *ucum)
{
    double years = value;

    if (ucum && unit_convert_codes(value, ucum, "a", NULL, &years) != UNIT_OK)
        return NAN;
    return years;
}

static const char *period_ucum(char ucum)
{
    switch (ucum) {
    case 'm': return "mo";
    case 'w': return "wk";
    case 'd': return "d";
    case 'h': return "h";
    case 'n': return "min";
    default: return "a";
    }
}

static bool disagrees(const rule *r, bool upper, const registry_age *registry)
{
    const rule_bound *b = upper ? &r->high : &r->low;
    double text = in_years(b->value, r->unit.ucum ? r->unit.ucum : "a"),
           field = in_years(registry->value, period_ucum(registry->unit));

    if (isnan(text) || isnan(field) || fabs(text - field) <= 0.02 * fmax(1, field))
        return false;
    /* in completed years: "below 65" is 64, "over 18" may be 19 */
    return b->inclusive || fabs(text + (upper ? -1 : 1) - field) > 0.02;
}

static void audit_registry(const rules *r, const demands *d, finding_list *f)
{
    const rule *low = NULL, *high = NULL, *sex = NULL;
    arena *a = f->arena;

    for (size_t i = 0; i < d->count; i++) {
        const rule *x = d->list[i].rule;
        const concept *c = x->subject.concept;

        if (d->list[i].of->kind == CRITERION_REGISTRY || !c || x->subject.who)
            continue;
        if (x->op == RULE_COMPARE && strcmp(c->id, "age") == 0 && d->list[i].holds && !x->window) {
            if (x->low.given && !low)
                low = x;
            if (x->high.given && !high)
                high = x;
        }
        if (x->op == RULE_HAS && d->list[i].holds &&
            (strcmp(c->id, "female") == 0 || strcmp(c->id, "male") == 0) && !sex)
            sex = x;
    }
    if (low && (r->minimum_age.given || r->maximum_age.given) &&
        (!r->minimum_age.given || disagrees(low, false, &r->minimum_age)))
        finding_add(f, "registry-mismatch", low->span, NULL,
                    "the text asks for %s; the registry's minimum age is %s", in_words(a, low),
                    r->minimum_age.given
                        ? arena_printf(a, "%s %s", number(a, r->minimum_age.value),
                                       printed(a, period_ucum(r->minimum_age.unit)))
                        : "not given");
    if (high && (r->minimum_age.given || r->maximum_age.given) &&
        (!r->maximum_age.given || disagrees(high, true, &r->maximum_age)))
        finding_add(f, "registry-mismatch", high->span, NULL,
                    "the text asks for %s; the registry's maximum age is %s", in_words(a, high),
                    r->maximum_age.given
                        ? arena_printf(a, "%s %s", number(a, r->maximum_age.value),
                                       printed(a, period_ucum(r->maximum_age.unit)))
                        : "not given");
    if (low && !high && r->maximum_age.given)
        finding_add(f, "registry-mismatch", low->span, NULL,
                    "the text has no maximum age; the registry's is %s %s",
                    number(a, r->maximum_age.value), printed(a, period_ucum(r->maximum_age.unit)));
    if (high && !low && r->minimum_age.given)
        finding_add(f, "registry-mismatch", high->span, NULL,
                    "the text has no minimum age; the registry's is %s %s",
                    number(a, r->minimum_age.value), printed(a, period_ucum(r->minimum_age.unit)));
    if (sex && r->sex && strcmp(r->sex, sex->subject.concept->id) != 0)
        finding_add(f, "registry-mismatch", sex->span, NULL,
                    "the text asks for %s; the registry's sex is %s", in_words(a, sex), r->sex);
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

unsigned audit_group(const rules *r, size_t i)
{
    word_hit h = words_whole(r->criteria[i].text, strlen(r->criteria[i].text));

    return word_is(&h, WORD_SOMEONE) || word_is(&h, WORD_GROUP) ||
           (i > 0 && r->criteria[i].kind == CRITERION_INCLUSION &&
            r->criteria[i - 1].kind == CRITERION_EXCLUSION);
}

void audit_rules(const rules *r, const char *document, size_t size, arena *scratch, finding_list *f)
{
    demands d = {.arena = scratch};

    if (!r->criteria)
        return;
    for (size_t i = 0; i < r->criterion_count; i++) {
        const criterion *c = &r->criteria[i];

        if (c->kind == CRITERION_REGISTRY)
            continue;
        d.group += audit_group(r, i);
        audit_nodes(c->rule, c->rule, f);
        audit_unrecognized(c->rule, f);
        demand_rule(&d, c, c->rule, c->kind != CRITERION_EXCLUSION, false);
    }
    audit_registry(r, &d, f);
    compare_demands(r, &d, scratch, f);
    audit_lines(r, scratch, f);
    audit_entities(r, document, size, f);
    audit_short_forms(r, document, size, scratch, f);
}

/* ---- one defect, one finding ---- */

/* Of two of a code that begin at one place the longer one tells more. */
static int by_rank(const void *a, const void *b)
{
    const finding *x = a, *y = b;
    unsigned i = finding_rank(x->code), k = finding_rank(y->code);

    if (i != k)
        return i < k ? -1 : 1;
    if (x->drawn != y->drawn)
        return x->drawn ? 1 : -1;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    return x->span.end > y->span.end ? -1 : x->span.end < y->span.end;
}

static int by_place(const void *a, const void *b)
{
    const finding *x = a, *y = b;

    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end < y->span.end ? -1 : 1;
    return by_rank(a, b);
}

static bool is(const finding *f, const char *code)
{
    return same_code(f->code, code);
}

/* Do two findings tell of one defect? How far a word reaches and how vague it is are two. */
static bool same_defect(const finding *first, const finding *second)
{
    if (!(first->span.start < second->span.end && second->span.start < first->span.end))
        return false;
    if (is(second, "unrecognized-term") || is(second, "undefined-abbreviation") ||
        is(first, "registry-mismatch") || is(second, "registry-mismatch"))
        return is(first, second->code);
    if (is(first, "incomplete"))
        return is(first, second->code) || is(second, "implausible-value") ||
               is(second, "implausible-unit") || is(second, "missing-unit") ||
               is(second, "boundary");
    if (is(first, "redundant") || is(first, "polarity"))
        return is(first, second->code) || is(second, "multiple-thresholds");
    if (is(second, "modifier-scope") && is(first, "and-or-scope"))
        return second->span.end <= first->span.end;
    if (is(second, "vague-term"))
        return is(first, "discretion") || is(first, "vague-term");
    if (is(second, "missing-anchor") || is(second, "missing-window") || is(second, "discretion") ||
        is(second, "boundary"))
        return finding_rank(first->code) < finding_rank("contradiction") ||
               is(first, second->code) || is(first, "contradiction") ||
               is(first, "multiple-thresholds");
    return true;
}

/* The criterion around a place, and the smallest node of it that is not one of several readings. */
static const rule *node_at(const rule *r, eligo_span s)
{
    if (r->op == RULE_READINGS)
        return r;
    for (size_t i = 0; i < r->count; i++)
        if (r->of[i]->span.start <= s.start && s.end <= r->of[i]->span.end)
            return node_at(r->of[i], s);
    return r;
}

static void place(const rules *r, finding *f)
{
    size_t low = 0, high = r->criterion_count;

    if (f->criterion)
        return;
    while (low < high) { /* they are in the order of the text, but for the registry's */
        size_t middle = low + (high - low) / 2;

        if (r->criteria[middle].kind != CRITERION_REGISTRY &&
            r->criteria[middle].span.end <= f->span.start)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < r->criterion_count && r->criteria[low].kind != CRITERION_REGISTRY &&
        r->criteria[low].span.start <= f->span.start && f->span.end <= r->criteria[low].span.end) {
        f->criterion = r->criteria[low].id;
        f->about = node_at(r->criteria[low].rule, f->span);
        f->node = f->about->id;
    }
}

/* The first concept that a leaf under the words names; NULL: none. */
static const concept *concept_at(const rule *r, eligo_span s)
{
    if (!(r->span.start < s.end && s.start < r->span.end))
        return NULL;
    if (r->op == RULE_HAS || r->op == RULE_COMPARE)
        return r->subject.concept;
    for (size_t i = 0; i < r->count; i++) {
        const concept *c = concept_at(r->of[i], s);

        if (c)
            return c;
    }
    return NULL;
}

static bool speaks_of(const rule *r, const concept *c)
{
    if ((r->op == RULE_HAS || r->op == RULE_COMPARE) && r->subject.concept &&
        (concept_is(r->subject.concept, c) || concept_is(c, r->subject.concept)))
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (speaks_of(r->of[i], c))
            return true;
    return false;
}

/* "No migraine" among the exclusions of a trial in migraine means what it says. */
static bool asked_for(const rules *r, const finding *f)
{
    const concept *c = NULL;

    for (size_t i = 0; i < r->criterion_count && !c; i++)
        if (r->criteria[i].kind == CRITERION_EXCLUSION)
            c = concept_at(r->criteria[i].rule, f->span);
    for (size_t i = 0; c && i < r->criterion_count; i++)
        if (r->criteria[i].kind == CRITERION_INCLUSION && speaks_of(r->criteria[i].rule, c))
            return true;
    return false;
}

void audit_settle(const rules *r, finding_list *f)
{
    size_t kept = 0;

    if (!f->count)
        return;
    for (size_t i = 0; i < f->count; i++)
        place(r, &f->list[i]);
    /* findings that overlap lie in one run of places; runs are short */
    qsort(f->list, f->count, sizeof *f->list, by_place);
    for (size_t i = 0; i < f->count;) {
        size_t k = i + 1, end = f->list[i].span.end, first = kept;

        while (k < f->count && f->list[k].span.start < end) {
            end = f->list[k].span.end > end ? f->list[k].span.end : end;
            k++;
        }
        qsort(f->list + i, k - i, sizeof *f->list, by_rank);
        for (; i < k; i++) {
            bool told = is(&f->list[i], "polarity") && asked_for(r, &f->list[i]);

            for (size_t j = first; j < kept && !told; j++)
                told = same_defect(&f->list[j], &f->list[i]);
            if (!told)
                f->list[kept++] = f->list[i];
        }
    }
    f->count = kept;
    qsort(f->list, f->count, sizeof *f->list, by_place);
}
