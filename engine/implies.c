/* Does one rule follow from another? Only what is sure counts: everything else is false. */
#include "engine/diff.h"

#include "engine/leaf.h"
#include "rules/landmark.h"
#include "rules/unit.h"

#include <math.h>
#include <string.h>

/* Pairs of nodes that one question may look at: two long lists in each other would take for ever.
 */
enum { MOST_STEPS = 20000 };

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static int order(double a, double b)
{
    double scale = fabs(a) > fabs(b) ? fabs(a) : fabs(b);

    if (a == b || (isfinite(a) && isfinite(b) && fabs(a - b) <= scale * 1e-9))
        return 0;
    return a < b ? -1 : 1;
}

/* ---- words ---- */

const char *diff_words(const criterion *c, eligo_span span, size_t *size)
{
    size_t all = strlen(c->text);

    *size = all;
    /* places are known only where the text is the input's own bytes */
    if (all != c->span.end - c->span.start || span.start < c->span.start ||
        span.end > c->span.end || span.start >= span.end)
        return c->text;
    *size = span.end - span.start;
    return c->text + (span.start - c->span.start);
}

static bool blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool diff_same_words(const char *a, size_t a_size, const char *b, size_t b_size)
{
    size_t i = 0, k = 0;

    while (a_size && (blank(a[a_size - 1]) || strchr(".;,", a[a_size - 1])))
        a_size--;
    while (b_size && (blank(b[b_size - 1]) || strchr(".;,", b[b_size - 1])))
        b_size--;
    for (;;) {
        bool gap_a = i < a_size && blank(a[i]), gap_b = k < b_size && blank(b[k]);

        if (gap_a != gap_b && i && k)
            return false;
        while (i < a_size && blank(a[i]))
            i++;
        while (k < b_size && blank(b[k]))
            k++;
        if (i == a_size || k == b_size)
            return i == a_size && k == b_size;
        if (small(a[i++]) != small(b[k++]))
            return false;
    }
}

/* ---- ranges ---- */

typedef struct range {
    rule_bound low, high;
} range;

static bool low_inside(const rule_bound *x, const rule_bound *y)
{
    int o;

    if (!y->given)
        return true;
    if (!x->given)
        return false;
    o = order(x->value, y->value);
    return o > 0 || (o == 0 && (y->inclusive || !x->inclusive));
}

static bool inside(const range *x, const range *y)
{
    rule_bound a = {x->high.given, x->high.inclusive, -x->high.value},
               b = {y->high.given, y->high.inclusive, -y->high.value};

    return low_inside(&x->low, &y->low) && low_inside(&a, &b);
}

static bool convert_bound(rule_bound *b, const char *from, const char *to, const concept *c)
{
    return !b->given || unit_convert_codes(b->value, from, to, c, &b->value) == UNIT_OK;
}

/* Can the bounds be compared as bare numbers? */
static bool same_unit(const rule_unit *a, const rule_unit *b)
{
    return a->ucum || b->ucum ? same(a->ucum, b->ucum)
                              : same(a->text ? a->text : "", b->text ? b->text : "");
}

static bool to_unit(range *r, const rule_unit *from, const rule_unit *to, const concept *c)
{
    if (same_unit(from, to))
        return true;
    return from->ucum && to->ucum && convert_bound(&r->low, from->ucum, to->ucum, c) &&
           convert_bound(&r->high, from->ucum, to->ucum, c);
}

/* An age is counted in completed units: "above 17 years" is "from 18 years", and "to 75" is "below
 * 76". */
static range age_range(const rule *r, char step)
{
    range out = {r->low, r->high};
    double factor = step == 'a' ? 12 : 1;

    if (out.low.given) {
        out.low.value = out.low.inclusive ? ceil(out.low.value) : floor(out.low.value) + 1;
        out.low.inclusive = true;
    }
    if (out.high.given) {
        out.high.value = out.high.inclusive ? floor(out.high.value) + 1 : ceil(out.high.value);
        out.high.inclusive = false;
    }
    out.low.value *= factor;
    out.high.value *= factor;
    return out;
}

static bool fraction(const rule *r)
{
    return (r->low.given && r->low.value != floor(r->low.value)) ||
           (r->high.given && r->high.value != floor(r->high.value));
}

static bool age_inside(const rule *x, const rule *y)
{
    char a = x->unit.ucum ? when_unit(x->unit.ucum) : 'a',
         b = y->unit.ucum ? when_unit(y->unit.ucum) : 'a';
    range rx, ry;

    if (x->value_count || y->value_count)
        return false;
    if (a == b && (fraction(x) || fraction(y))) {
        rx = (range){x->low, x->high};
        ry = (range){y->low, y->high};
        return inside(&rx, &ry);
    }
    /* years and months are of one calendar; a week in months is not */
    if (fraction(x) || fraction(y) || !((strchr("am", a) && strchr("am", b)) || a == b))
        return false;
    rx = age_range(x, a);
    ry = age_range(y, b);
    return inside(&rx, &ry);
}

static bool among(double v, const rule *r)
{
    for (size_t i = 0; i < r->value_count; i++)
        if (order(v, r->values[i]) == 0)
            return true;
    return false;
}

/* A list of grades that follow one another as a range; of a scale's first and last grade that end
 * is open. */
static bool list_range(const rule *r, range *out)
{
    const concept *c = r->subject.concept;
    double low = INFINITY, high = -INFINITY;

    if (!r->value_count || !c || c->category != CATEGORY_SCORE || (c->flags & CONCEPT_STAGES))
        return false;
    for (size_t i = 0; i < r->value_count; i++) {
        low = fmin(low, r->values[i]);
        high = fmax(high, r->values[i]);
    }
    if (!(high - low < 100))
        return false;
    for (double v = low; v <= high; v++)
        if (!among(v, r))
            return false;
    *out = (range){{!(low <= c->scale.low), true, low}, {!(high >= c->scale.high), true, high}};
    return true;
}

static bool compare_inside(const rule *x, const rule *y)
{
    range rx = {x->low, x->high}, ry = {y->low, y->high};

    if (!x->value_count && !x->low.given && !x->high.given)
        return false;
    if (!y->value_count && !y->low.given && !y->high.given)
        return false;
    if (is_landmark(x->subject.concept, LANDMARK_AGE) && !x->counting)
        return age_inside(x, y);
    if (x->value_count) {
        if (!same_unit(&x->unit, &y->unit))
            return false;
        for (size_t i = 0; i < x->value_count; i++) {
            range one = {{true, true, x->values[i]}, {true, true, x->values[i]}};

            if (y->value_count ? !among(x->values[i], y) : !inside(&one, &ry))
                return false;
        }
        /* IIIb belongs to III, but not to "from IIIc": values of a stage are ranges themselves */
        return y->value_count ||
               !(x->subject.concept && (x->subject.concept->flags & CONCEPT_STAGES));
    }
    if (y->value_count && (!list_range(y, &ry) || !same_unit(&x->unit, &y->unit)))
        return false;
    return to_unit(&rx, &x->unit, &y->unit, x->subject.concept) && inside(&rx, &ry);
}

static bool amount_inside(const rule_amount *x, const rule_amount *y, const concept *c)
{
    range rx, ry;

    if (!y)
        return true;
    if (!x || x->equivalent_of != y->equivalent_of || (!x->low.given && !x->high.given))
        return false;
    rx = (range){x->low, x->high};
    ry = (range){y->low, y->high};
    return to_unit(&rx, &x->unit, &y->unit, c) && inside(&rx, &ry);
}

/* ---- windows ---- */

/* Where an end lies, in days: a month has 28 to 31, a year 365 or 366. */
static void days_of(period p, double *least, double *most)
{
    double days = period_days(p), play = p.n == 0 ? 0 : p.unit == 'a' ? 2 : p.unit == 'm' ? 3 : 0;

    *least = days - play;
    *most = days + play;
}

/* -1 surely earlier, 0 the same, 1 surely later, 2: it depends on the month. */
static int order_periods(period a, period b)
{
    double a1, a2, b1, b2;

    if (a.n == 0 && b.n == 0)
        return 0;
    if (a.unit == 'a' && b.unit == 'm')
        a = (period){a.n * 12, 'm'};
    if (b.unit == 'a' && a.unit == 'm')
        b = (period){b.n * 12, 'm'};
    if (a.unit == b.unit)
        return order(a.n, b.n);
    days_of(a, &a1, &a2);
    days_of(b, &b1, &b2);
    if (a1 == a2 && b1 == b2)
        return order(a1, b1);
    return a2 < b1 ? -1 : b2 < a1 ? 1 : 2;
}

static bool own_anchor(const rule_window *w)
{
    return !w->anchor_concept;
}

/* Does every day of x lie in y? */
static bool window_inside(const rule_window *x, const rule_window *y)
{
    static const period now = {0, 'd'};
    bool to_x = x->to_given, to_y = y->to_given;
    period end_x = x->to, end_y = y->to;
    int o;

    if (!same(x->anchor, y->anchor) || x->anchor_concept != y->anchor_concept)
        return false;
    if (x->half_lives > 0 || y->half_lives > 0)
        return x->half_lives > 0 && y->half_lives > 0 && x->half_lives <= y->half_lives &&
               x->from_given == y->from_given &&
               (!x->from_given || order_periods(x->from, y->from) == 0) && to_x == to_y &&
               (!to_x || order_periods(end_x, end_y) == 0) && x->from_open == y->from_open &&
               x->to_open == y->to_open;
    if (y->from_given) {
        if (!x->from_given)
            return false;
        o = order_periods(x->from, y->from);
        if (!(o == 1 || (o == 0 && (x->from_open || !y->from_open))))
            return false;
    }
    if (own_anchor(x)) { /* an end that is not given is the index date */
        end_x = to_x ? end_x : now;
        end_y = to_y ? end_y : now;
        to_x = to_y = true;
    }
    if (!to_y)
        return true;
    if (!to_x)
        return false;
    o = order_periods(end_x, end_y);
    return o == -1 || (o == 0 && (x->to_open || !y->to_open));
}

static bool in_past(const rule_window *w)
{
    return !w->anchor_concept && (!w->to_given || w->to.n <= 0) &&
           (!w->from_given || w->from.n <= 0);
}

/* ---- leaves ---- */

/* Of a side the value says only that there is one. */
static bool same_qualifier(const rule_qualifier *a, const rule_qualifier *b)
{
    if (qualifier_is(a, "side") && a->text && b->text &&
        !diff_same_words(a->text, strlen(a->text), b->text, strlen(b->text)))
        return false;
    return same(a->kind, b->kind) && same(a->value, b->value) && a->concept == b->concept;
}

static bool carried(const rule_qualifier *q, const rule *r)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (same_qualifier(q, &r->qualifiers[i]))
            return true;
    return false;
}

/* A qualifier that does not just take some away: which result is asked for, that it is only
 * suspected, what counts, too. */
static bool turns(const rule_qualifier *q)
{
    return qualifier_is(q, "result") || qualifier_is(q, "example") ||
           (qualifier_is(q, "certainty") && !same(q->value, "confirmed"));
}

static bool qualifiers_narrower(const rule *x, const rule *y)
{
    for (size_t i = 0; i < y->qualifier_count; i++)
        if (!carried(&y->qualifiers[i], x))
            return false;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (turns(&x->qualifiers[i]) && !carried(&x->qualifiers[i], y))
            return false;
    return true;
}

/* Examples make a subject wider: all that x counts, y counts. */
static bool examples_wider(const rule *x, const rule *y)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (!carried(&x->qualifiers[i], y))
            return false;
    for (size_t i = 0; i < y->qualifier_count; i++)
        if (!qualifier_is(&y->qualifiers[i], "example") && !carried(&y->qualifiers[i], x))
            return false;
    return true;
}

static bool same_subject(const rule *x, const rule *y)
{
    rule a, b;

    memset(&a, 0, sizeof a);
    a.op = RULE_HAS;
    a.subject = x->subject;
    b = a;
    b.subject = y->subject;
    return rule_equal(&a, &b);
}

static bool compare_implies(const rule *x, const rule *y)
{
    rule_pick px = x->pick, py = y->pick;

    if (!same_subject(x, y) || x->tense != y->tense || px != py ||
        x->relative_to != y->relative_to || x->counting != y->counting ||
        !qualifiers_narrower(x, y) || !qualifiers_narrower(y, x) ||
        !amount_inside(x->duration, y->duration, NULL) || x->dose || y->dose)
        return false;
    if (x->window || y->window) {
        rule a = *x, b = *x;
        bool wider = x->window && y->window && window_inside(x->window, y->window);

        b.window = y->window;
        /* in a longer window another value may be the latest; any value that fits still does */
        if (!rule_equal(&a, &b) &&
            !(wider && (px == PICK_ANY ||
                        (x->counting && !x->high.given && !y->high.given && !x->value_count))))
            return false;
    }
    return compare_inside(x, y);
}

static bool has_implies(const rule *x, const rule *y)
{
    const concept *cx = x->subject.concept, *cy = y->subject.concept;
    bool narrower = cx && cy && cx != cy && concept_is(cx, cy) &&
                    same(x->subject.who, y->subject.who) && !category_is_quantity(cx->category) &&
                    !category_is_quantity(cy->category) && cx->category != CATEGORY_DEMOGRAPHIC;

    if (!same_subject(x, y) && !narrower)
        return false;
    if (rule_equal(x, y))
        return qualifiers_narrower(x, y);
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (narrower &&
            qualifier_is(&x->qualifiers[i], "result")) /* "negative for" turns it round */
            return false;
    if (!qualifiers_narrower(x, y) && !examples_wider(x, y))
        return false;
    if (!amount_inside(x->duration, y->duration, NULL) || !amount_inside(x->dose, y->dose, cx))
        return false;
    if (x->tense == TENSE_PLANNED || y->tense == TENSE_PLANNED)
        return x->tense == y->tense && !x->window && !y->window;
    if (y->tense == TENSE_HISTORY && !y->window)
        return !x->window || in_past(x->window);
    if (x->window && y->window)
        return window_inside(x->window, y->window);
    return x->tense == y->tense && !x->window && !y->window;
}

/* "Negative for HIV" is a `has` that holds where the thing is not: what narrows the thing widens
 * it. */
static bool negative(const rule *r)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (qualifier_is(&r->qualifiers[i], "result"))
            return true;
    return false;
}

/* ---- nodes ---- */

typedef struct asking {
    const criterion *of_x, *of_y;
    size_t steps;
} asking;

static bool implies(asking *k, const rule *x, const rule *y);

/* The other way round, as under a negation. */
static bool implied_by(asking *k, const rule *x, const rule *y)
{
    const criterion *of_x = k->of_x, *of_y = k->of_y;
    bool does;

    k->of_x = of_y;
    k->of_y = of_x;
    does = implies(k, y, x);
    k->of_x = of_x;
    k->of_y = of_y;
    return does;
}

/* Of what was not understood, and of what a person judges, only the words tell what it means. */
static bool same_words(const asking *k, const rule *x, const rule *y)
{
    size_t m, n;
    const char *a = diff_words(k->of_x, x->span, &m), *b = diff_words(k->of_y, y->span, &n);

    return same(x->topic, y->topic) && diff_same_words(a, m, b, n);
}

static bool every_left(asking *k, const rule *x, const rule *y)
{
    for (size_t i = 0; i < x->count; i++)
        if (!implies(k, x->of[i], y))
            return false;
    return x->count > 0;
}

static bool every_right(asking *k, const rule *x, const rule *y)
{
    for (size_t i = 0; i < y->count; i++)
        if (!implies(k, x, y->of[i]))
            return false;
    return y->count > 0;
}

static bool some_left(asking *k, const rule *x, const rule *y)
{
    for (size_t i = 0; i < x->count; i++)
        if (implies(k, x->of[i], y))
            return true;
    return false;
}

static bool some_right(asking *k, const rule *x, const rule *y)
{
    for (size_t i = 0; i < y->count; i++)
        if (implies(k, x, y->of[i]))
            return true;
    return false;
}

/* n of x's parts hold: how many of those are y's parts at least? */
static bool enough(asking *k, const rule *x, const rule *y)
{
    size_t common = 0;
    bool used[256] = {false};

    if (x->count > 256 || y->count > 256)
        return false;
    for (size_t i = 0; i < x->count; i++)
        for (size_t j = 0; j < y->count; j++)
            if (!used[j] && implies(k, x->of[i], y->of[j])) {
                used[j] = true;
                common++;
                break;
            }
    return (size_t)x->n >= (size_t)y->n + (x->count - common);
}

static bool pairwise(asking *k, const rule *x, const rule *y)
{
    for (size_t i = 0; i < x->count; i++)
        if (!implies(k, x->of[i], y->of[i]))
            return false;
    return x->count > 0;
}

static bool implies(asking *k, const rule *x, const rule *y)
{
    if (!x || !y || k->steps++ >= MOST_STEPS)
        return false;
    if (x == y)
        return true;
    /* more than one reading: only reading by reading, in the same order */
    if (x->op == RULE_READINGS && y->op == RULE_READINGS)
        return x->count == y->count && pairwise(k, x, y);
    if (y->op == RULE_ALL)
        return every_right(k, x, y);
    if (x->op == RULE_ANY)
        return every_left(k, x, y);
    if (x->op == y->op)
        switch (x->op) {
        case RULE_COMPARE:
            return (rule_equal(x, y) && qualifiers_narrower(x, y)) || compare_implies(x, y);
        case RULE_HAS:
            return !negative(x) && !negative(y) ? has_implies(x, y)
                                                : rule_equal(x, y) && qualifiers_narrower(x, y);
        case RULE_NOT: return x->count == 1 && y->count == 1 && implied_by(k, x->of[0], y->of[0]);
        case RULE_AT_LEAST: return enough(k, x, y);
        case RULE_JUDGEMENT:
        case RULE_OPAQUE: return same_words(k, x, y);
        case RULE_IF:
            return x->count == 2 && y->count == 2 && implied_by(k, x->of[0], y->of[0]) &&
                   implies(k, x->of[1], y->of[1]);
        case RULE_EXCEPT:
            if (x->count == 2 && y->count == 2 && implies(k, x->of[0], y->of[0]) &&
                implied_by(k, x->of[1], y->of[1]))
                return true;
            break;
        default: break;
        }
    if (x->op == RULE_EXCEPT && x->count == 2 && implies(k, x->of[0], y))
        return true;
    if (y->op == RULE_IF && y->count == 2 && implies(k, x, y->of[1]))
        return true;
    if (x->op == RULE_ALL && some_left(k, x, y))
        return true;
    return y->op == RULE_ANY && some_right(k, x, y);
}

bool diff_implies(const criterion *x, const criterion *y)
{
    asking k = {x, y, 0};

    return implies(&k, x->rule, y->rule);
}
