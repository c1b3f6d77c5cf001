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
    rule_print_words(&b, r, NULL, r->span);
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

void audit_readings(const rule *r, const criterion *of, finding_list *f)
{
    if (r->op == RULE_READINGS && all_known(r)) {
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

/* Concentrations, counts, activities, clearances, pressures: their units are never left out or put
 * in other words, as those of a dose, a time or a percentage are. */
static bool of_samples(const char *ucum)
{
    static const char *const ends[] = {"/L",     "/dL",       "/mL",   "/uL",   "/mm3",
                                       "mL/min", "{1.73_m2}", "kg/m2", "mm[Hg]"};
    size_t size = strlen(ucum);

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (size >= strlen(ends[i]) && strcmp(ucum + size - strlen(ends[i]), ends[i]) == 0)
            return true;
    return false;
}

static void audit_units(const rule *r, finding_list *f, bool shared_unit)
{
    const concept *c = r->subject.concept;
    arena *a = f->arena;
    const rule_bound *bounds[2] = {&r->low, &r->high};

    if (!c || c->category != CATEGORY_MEASUREMENT || !c->units[0] ||
        r->relative_to != RELATIVE_NONE || r->counting || r->value_count)
        return;
    if (!r->unit.text && !r->unit.ucum) {
        const char *one = NULL;
        double value = r->low.given ? r->low.value : r->high.value;

        if (shared_unit || !words_entry(WORD_SEVERAL_UNITS, c->id, strlen(c->id)) || value == 0)
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
        if (!of_samples(c->units[0]) || !r->unit.text || !strchr(r->unit.text, '/'))
            return;
        finding_add(f, "implausible-unit", r->span, arena_printf(a, "%s", printed(a, c->units[0])),
                    "%s is not measured in %s", c->name,
                    r->unit.text ? r->unit.text : r->unit.ucum);
        return;
    }
    for (size_t i = 0; i < 2; i++) {
        double value;

        if (!bounds[i]->given || bounds[i]->value <= 0 ||
            !usable(bounds[i]->value, r->unit.ucum, c, &value) || possible(c, value))
            continue;
        finding_add(f, "implausible-value", r->span,
                    arena_printf(a, "%s %s", number(a, bounds[i]->value), printed(a, c->units[0])),
                    "%s of %s %s (%s %s): nobody has that", c->name, number(a, bounds[i]->value),
                    r->unit.text ? r->unit.text : r->unit.ucum, number(a, value),
                    printed(a, c->units[0]));
        return;
    }
}

static void audit_compare(const rule *r, finding_list *f, bool shared_unit)
{
    const concept *c = r->subject.concept;

    audit_units(r, f, shared_unit);
    if (c && c->category == CATEGORY_SCORE && !isnan(c->scale.low) && !r->unit.ucum &&
        !(c->flags & CONCEPT_STAGES) && c->scale.high > 10 && c->scale.high < 100)
        for (int i = 0; i < 2; i++) {
            const rule_bound *b = i ? &r->high : &r->low;

            if (b->given && b->value > c->scale.high) {
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
    if (all->op == RULE_COMPARE && all != r && all->subject.concept == r->subject.concept &&
        all->unit.ucum)
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
    enum { ALONE_UNKNOWN, ALONE_YES, ALONE_NO } alone; /* stands_alone(), once it was asked */
    bool repeats; /* it says what an earlier one says, and that was told */
} demand;

typedef struct demands {
    demand *list;
    size_t count, room;
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
            d->list[d->count++] = (demand){r, of, holds, denied, ALONE_UNKNOWN, false};
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

/* Words that narrow a quantity; a title over it ("good control (HbA1c ...)") does not. */
static bool narrowed(const rule *r)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (strcmp(r->qualifiers[i].kind, "label") != 0)
            return true;
    return false;
}

static const char *mention(arena *a, const criterion *c)
{
    return arena_text(a, c->id, strlen(c->id));
}

static void compare_two(const demand *x, const demand *y, finding_list *f)
{
    const rule *p = x->rule, *q = y->rule;
    arena *a = f->arena;
    const char *ucum = p->unit.ucum ? p->unit.ucum : q->unit.ucum;
    range r, s;
    finding *found;

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

/* Whoever has what `narrow` says has what `wide` says. */
static bool covers(const rule *wide, const rule *narrow)
{
    const concept *c = wide->subject.concept, *d = narrow->subject.concept;

    if (!c || !d || !one_step(d, c) || !same_who(&wide->subject, &narrow->subject))
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

static void has_two(const demand *x, const demand *y, finding_list *f)
{
    const rule *p = x->rule, *q = y->rule;
    arena *a = f->arena;

    if (!p->subject.concept || !q->subject.concept || p->subject.category == CATEGORY_DEMOGRAPHIC)
        return;
    if (x->holds != y->holds) {
        const rule *yes = x->holds ? p : q, *no = x->holds ? q : p;

        if (!x->denied && !y->denied && yes->subject.concept == no->subject.concept && bare(no) &&
            bare(yes) && covers(no, yes))
            finding_add(f, "contradiction", q->span, NULL, "%s (%s) demands the opposite",
                        mention(a, x->of), in_words(a, p));
        return;
    }
    if (!x->holds ? covers(p, q) : covers(q, p))
        finding_add(f, "redundant", q->span, "leave the line out", "%s (%s) says it already",
                    mention(a, x->of), in_words(a, p));
    else if (!x->holds ? covers(q, p) : covers(p, q))
        finding_add(f, "redundant", p->span, "leave the line out", "%s (%s) says it already",
                    mention(a, y->of), in_words(a, q));
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

    if (size > LIMIT_CRITERION_BYTES || at > size)
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
    const concept *c = x->rule->subject.concept, *d = y->rule->subject.concept;

    return x->of != y->of && x->rule->op == y->rule->op && c && d &&
           (c == d || (x->rule->op == RULE_HAS && (one_step(c, d) || one_step(d, c))));
}

/* True where y only says again what x says, and the finding that was added last tells so: whatever
 * else is found of y as the first of two is told of x already, in the same place. */
static bool told_again(const demand *x, const demand *y, const finding_list *f, size_t before)
{
    const finding *last = f->count > before ? &f->list[f->count - 1] : NULL;

    return last && same_code(last->code, "redundant") && last->span.start == y->rule->span.start &&
           last->span.end == y->rule->span.end && x->holds == y->holds && x->denied == y->denied &&
           rule_equal(x->rule, y->rule);
}

static void compare_demands(const rules *r, demands *d, arena *scratch, finding_list *f)
{
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

/* ---- abbreviations ---- */

typedef struct short_form {
    const char *text;
    size_t size;
} short_form;

enum { SHORT_MOST = 6, SHORT_LEAST = 3, SHORT_TOLD = 200, SHORT_SEARCHES = 16 };

/* The abbreviations of a document: those told, and, once more than a few were asked about, all that
 * are written out in it. */
typedef struct short_forms {
    const char *document;
    size_t size;
    short_form told[SHORT_TOLD];
    size_t count, searches;
    uint64_t *expanded; /* a hash table of their letters; NULL: not made yet */
    size_t places;      /* a power of two */
    arena *arena;
} short_forms;

/* Do the letters p[0, n), behind which no letter or digit stands, stand as "(ABC)" behind words, or
 * as "ABC (words", or as "ABC = words"? */
static bool written_out(const short_forms *s, const char *p, size_t n)
{
    const char *next = p + n, *end = s->document + s->size;

    if (p - s->document > 3 && (p[-1] == '(' || p[-1] == '['))
        return true;
    while (next < end && *next == ' ')
        next++;
    if (next + 1 < end && (*next == '(' || *next == '[') && isalpha((unsigned char)next[1]) &&
        next + 5 < end && memchr(next, ' ', (size_t)(end - next < 40 ? end - next : 40)))
        return true;
    return next < end && (*next == '=' || *next == ':') && next - p <= (ptrdiff_t)n + 2;
}

static bool ends_word(const short_forms *s, const char *next)
{
    return next == s->document + s->size || !isalnum((unsigned char)*next);
}

/* The place of some letters in the table, or of where they belong. */
static uint64_t *place_of(const short_forms *s, uint64_t letters)
{
    size_t i = (size_t)(letters * 0x9E3779B97F4A7C15u >> 32) & (s->places - 1);

    while (s->expanded[i] && s->expanded[i] != letters)
        i = (i + 1) & (s->places - 1);
    return &s->expanded[i];
}

static bool add_expanded(short_forms *s, uint64_t letters, size_t *count)
{
    uint64_t *place = s->expanded ? place_of(s, letters) : NULL;

    if (place && *place)
        return true;
    if ((*count + 1) * 2 > s->places) {
        uint64_t *old = s->expanded;
        size_t had = s->places;

        s->places = had ? had * 2 : 64;
        s->expanded = arena_array(s->arena, s->places, sizeof *s->expanded);
        if (!s->expanded)
            return false;
        for (size_t i = 0; i < had; i++)
            if (old[i])
                *place_of(s, old[i]) = old[i];
        place = place_of(s, letters);
    }
    *place = letters;
    ++*count;
    return true;
}

/* All that is written out, in one pass over the document. */
static bool list_expanded(short_forms *s)
{
    size_t count = 0;

    if (!add_expanded(s, 1, &count)) /* so that there is a table, also of nothing */
        return false;
    for (size_t i = 0, capitals = 0; i < s->size; i++) {
        capitals = s->document[i] >= 'A' && s->document[i] <= 'Z' ? capitals + 1 : 0;
        if (capitals < SHORT_LEAST || !ends_word(s, s->document + i + 1))
            continue;
        for (size_t n = SHORT_LEAST; n <= capitals && n <= SHORT_MOST; n++)
            if (written_out(s, s->document + i + 1 - n, n) &&
                !add_expanded(s, text_bytes(s->document + i + 1 - n, n), &count))
                return false;
    }
    return true;
}

/* Is it written out somewhere in the document? */
static bool expanded(short_forms *s, short_form f)
{
    const char *end = s->document + s->size;

    if (s->searches++ >= SHORT_SEARCHES && (s->expanded || list_expanded(s)))
        return *place_of(s, text_bytes(f.text, f.size)) != 0;
    for (const char *p = s->document; (p = memchr(p, f.text[0], (size_t)(end - p))) != NULL; p++)
        if ((size_t)(end - p) >= f.size && memcmp(p, f.text, f.size) == 0 &&
            ends_word(s, p + f.size) && written_out(s, p, f.size))
            return true;
    return false;
}

static bool plain_capitals(const char *w, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (w[i] < 'A' || w[i] > 'Z')
            return false;
    return true;
}

static bool roman(const char *w, size_t n)
{
    if (n > 1 && w[n - 1] >= 'A' && w[n - 1] <= 'D')
        n--; /* stage IVB */
    for (size_t i = 0; i < n; i++)
        if (!strchr("IVX", w[i]))
            return false;
    return true;
}

/* Most letters of the line are capitals: nothing can be told from them. */
static bool shouted(const char *text, size_t size)
{
    size_t capitals = 0, letters = 0;

    for (size_t i = 0; i < size; i++) {
        letters += isalpha((unsigned char)text[i]) != 0;
        capitals += isupper((unsigned char)text[i]) != 0;
    }
    return capitals * 2 > letters && letters > 12;
}

static bool is_letter(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* Signs and digits that make a code, a gene or a name of the letters behind or before them; of a
 * NUL nobody knows what it was. */
static bool makes_code(char c)
{
    return c == 0 || c == '-' || c == '/' || c == '+' || (c >= '0' && c <= '9');
}

static bool three_capitals(uint64_t x)
{
    uint64_t capitals = text_between(x, 'A', 'Z');

    return capitals & capitals >> 8 & capitals >> 16;
}

/* Is a word of three to six capitals in the text that is no Roman number and not common? Most
 * criteria have none. */
static bool may_abbreviate(const char *text, size_t size)
{
    for (size_t i = 0, end; i < size; i = end) {
        size_t n;

        /* where eight bytes hold no three capitals in a row, none begin in the first six */
        while (i + 8 <= size && !three_capitals(text_bytes(text + i, 8)))
            i += 6;

        end = i + 1;
        if (!(text[i] >= 'A' && text[i] <= 'Z')) {
            if (is_letter(text[i]))
                while (end < size && is_letter(text[end]))
                    end++;
            continue;
        }
        while (end < size && is_letter(text[end]))
            end++;
        n = end - i - (text[end - 1] == 's');
        if (n >= SHORT_LEAST && n <= SHORT_MOST && plain_capitals(text + i, n) &&
            !roman(text + i, n) && !(i > 0 && (makes_code(text[i - 1]) || text[i - 1] == '.')) &&
            !(end < size && makes_code(text[end])) && !words_entry(WORD_COMMON, text + i, n))
            return true;
    }
    return false;
}

/* Abbreviations of one criterion that are written out nowhere. */
static void audit_short_forms(const rules *r, const criterion *c, short_forms *all, arena *scratch,
                              finding_list *f)
{
    size_t length = c->span.end - c->span.start;
    const char *text = all->document + c->span.start;
    atoms words = lexicon_cut(r->lexicon, text, length, scratch);
    word_hits hits = words_find(&words, scratch);

    if (words_have(&hits, WORD_GENES))
        return;
    for (size_t k = 0; k < words.count && all->count < SHORT_TOLD; k++) {
        const atom *w = &words.list[k];
        size_t n = w->end - w->start, covered;
        lexicon_hit hit;
        bool known = false;
        short_form s = {text + w->start, n};

        if (lexicon_match(r->lexicon, &words, k, &hit)) {
            k += hit.atoms - 1;
            continue;
        }
        if (n > 1 && s.text[n - 1] == 's')
            s.size = --n;
        if (w->kind != ATOM_WORD || n < SHORT_LEAST || n > SHORT_MOST ||
            !plain_capitals(s.text, n) || roman(s.text, n) || cue_match(&words, k, &covered) ||
            words_entry(WORD_COMMON, s.text, n))
            continue;
        /* with a number or a hyphen it is a code, a gene or a name */
        if ((w->start > 0 && (makes_code(text[w->start - 1]) || text[w->start - 1] == '.')) ||
            (w->end < length && makes_code(text[w->end])))
            continue;
        if (k + 1 < words.count && words_entry(WORD_GENE_CONTEXT, text + words.list[k + 1].start,
                                               words.list[k + 1].end - words.list[k + 1].start))
            continue;
        for (size_t j = 0; j < all->count && !known; j++)
            known = all->told[j].size == n && memcmp(all->told[j].text, s.text, n) == 0;
        if (known || expanded(all, s))
            continue;
        all->told[all->count++] = s;
        finding_add(f, "undefined-abbreviation",
                    (eligo_span){c->span.start + w->start, c->span.start + w->start + n},
                    arena_printf(f->arena, "... (%.*s)", (int)n, s.text),
                    "\"%.*s\" is written out nowhere in the document", (int)n, s.text);
    }
}

static void audit_abbreviations(const rules *r, const char *document, size_t size, arena *scratch,
                                finding_list *f)
{
    short_forms all;

    all.document = document;
    all.size = size;
    all.count = all.searches = all.places = 0;
    all.expanded = NULL;
    all.arena = f->arena;
    for (size_t i = 0; i < r->criterion_count && all.count < SHORT_TOLD; i++) {
        const criterion *c = &r->criteria[i];
        size_t length = c->span.end - c->span.start;

        if (c->kind == CRITERION_REGISTRY || c->span.end > size || length > LIMIT_CRITERION_BYTES ||
            !may_abbreviate(document + c->span.start, length) ||
            shouted(document + c->span.start, length))
            continue;
        arena_reset(scratch);
        audit_short_forms(r, c, &all, scratch, f);
    }
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

void audit_rules(const rules *r, const char *document, size_t size, arena *scratch, finding_list *f)
{
    demands d = {.arena = scratch};

    if (!r->criteria)
        return;
    for (size_t i = 0; i < r->criterion_count; i++) {
        const criterion *c = &r->criteria[i];

        if (c->kind == CRITERION_REGISTRY)
            continue;
        audit_nodes(c->rule, c->rule, f);
        audit_unrecognized(c->rule, f);
        demand_rule(&d, c, c->rule, c->kind != CRITERION_EXCLUSION, false);
    }
    audit_registry(r, &d, f);
    compare_demands(r, &d, scratch, f);
    audit_abbreviations(r, document, size, scratch, f);
}

/* ---- one defect, one finding ---- */

static int by_rank(const void *a, const void *b)
{
    const finding *x = a, *y = b;
    unsigned i = finding_rank(x->code), k = finding_rank(y->code);

    if (i != k)
        return i < k ? -1 : 1;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    return x->span.end < y->span.end ? -1 : x->span.end > y->span.end;
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
    if (is(first, "redundant") || is(first, "polarity") || is(first, "incomplete"))
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

/* The criterion around a place, and the smallest node of it. */
static const rule *node_at(const rule *r, eligo_span s)
{
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
