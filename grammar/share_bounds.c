/* A bound said once, behind the last quantity of a list or before the first ("ALT or AST > 100
 * U/L"): of which of the others it is one. */
#include "grammar/bound.h"
#include "grammar/list.h"
#include "grammar/permit.h"
#include "grammar/widen.h"
#include "rules/measures.h"

#include <string.h>

/* The quantity that the first number of an item bounds; NULL: it bounds none that is known. */
static const concept *measured(const item *y)
{
    const concept *k = y->has_subject ? y->subject.concept : NULL;

    if (k && category_is_quantity(k->category))
        return k;
    for (size_t i = 0; i < y->thing_count; i++)
        if (y->things[i]->hit.quantity)
            return y->things[i]->hit.quantity;
    return NULL;
}

/* Have they a unit in common, so that a number without one may be of either? */
static bool one_unit(const concept *a, const concept *b)
{
    for (size_t i = 0; a->units[i]; i++)
        for (size_t k = 0; b->units[k]; k++)
            if (strcmp(a->units[i], b->units[k]) == 0)
                return true;
    return !a->units[0] && !b->units[0];
}

/* Can the number of y be one of x as well? "BMI or creatinine > 2 mg/dL" is of the second alone,
 * and so is "creatinine and BMI > 30", as no number is said of both. */
static bool bound_fits(const item *x, const item *y)
{
    const part *q = y->quantities[0];
    const concept *own = x->subject.concept, *other = measured(y);
    const char *ucum = q->unit.ucum && *q->unit.ucum ? q->unit.ucum : NULL;

    if (q->relative != RELATIVE_NONE || q->predicted || q->age || y->age)
        return true;
    /* "sodium or potassium < 130 mmol/L": there is no such potassium */
    if (other && part_one_sided(q)) {
        double v = q->low.given ? q->low.value : q->high.value;

        if (own->units[0] && other->units[0] && !measures_possible(own, v, ucum) &&
            measures_possible(other, v, ucum))
            return false;
    }
    if (ucum && unit_fits(own, ucum))
        return true;
    if (!other) /* "BMI or strokes > 2": so many of those; of what is not known it may be both */
        return !y->subject.concept;
    return ucum ? !unit_fits(other, ucum) : one_unit(own, other);
}

/* "Elevated", before the name of what was measured; NULL: nothing of the kind. */
static const rule_qualifier *degree_before(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "result") && x->has_subject &&
            x->qualifiers[i].span.end <= x->subject.span.start)
            return &x->qualifiers[i];
    return NULL;
}

/* "ALT and AST < 60 (80 allowed)": what is allowed is said of the last, and the like of those
 * before it, which is not read. */
static const permission *permission_lent(const clause *c, const permission *p, const item *y)
{
    const rule bounded = {.op = RULE_COMPARE, .subject = {.concept = measured(y)}};
    permission *lent;

    if (!p || !p->what || !combine_bounds_same(&bounded, p->what))
        return p;
    lent = arena_copy(c->arena, p, 1, sizeof *lent);
    if (!lent)
        return NULL;
    lent->proviso = NULL;
    lent->what = rule_opaque(c->arena, p->span, OPAQUE_NUMBER);
    return lent;
}

/* "Low HDL or triglycerides > 300": on the other side of what the number says. */
static bool opposed(const item *x, const part *q)
{
    const rule_qualifier *degree = degree_before(x);

    return degree && part_one_sided(q) && q->relative == RELATIVE_NONE &&
           text_is(degree->value, q->low.given ? "low" : "high");
}

/* The comparator that stands without its number in the words of an item, "creatinine above and
 * hemoglobin below normal": '<', '>'; 0: none does. */
static char side_said(const clause *c, const item *x)
{
    for (size_t i = x->from; i < x->to; i++) {
        const part *p = &x->in[i];
        role_set roles = p->kind != PART_THING && p->span.start >= x->subject.span.end
                             ? roles_all(c->text + p->span.start, p->span.end - p->span.start)
                             : 0;

        if (roles & (ROLE_LINE_ABOVE | ROLE_LINE_BELOW))
            return roles & ROLE_LINE_ABOVE ? '>' : '<';
    }
    return 0;
}

/* The number of the next with the side that x has by itself; NULL: no memory. */
static const part *on_its_side(const clause *c, const item *x, const part *q)
{
    char side = side_said(c, x);
    part *own;

    if (!side || !part_one_sided(q) || (side == '>') == q->low.given)
        return q;
    if (!(own = arena_copy(c->arena, q, 1, sizeof *own)))
        return NULL;
    own->low = q->high;
    own->high = q->low;
    if (q->relative == RELATIVE_ULN || q->relative == RELATIVE_LLN) /* of the normal range */
        own->relative = side == '>' ? RELATIVE_ULN : RELATIVE_LLN;
    return own;
}

/* bounds: backwards to quantities without one, subjects forwards to bounds without one */
void list_share_bounds(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;

        if (item_wants_bound(x) && y->quantity_count && (y->has_subject || y->thing_count) &&
            entry_linked(&e->at[i]) && bound_fits(x, y) && !opposed(x, y->quantities[0])) {
            x->quantities[0] = on_its_side(c, x, y->quantities[0]);
            x->quantity_count = x->quantities[0] != NULL;
            x->special = y->special;
            x->permits = permission_lent(c, y->permits, y);
            if (!x->window)
                x->window = y->window;
            /* "A or B > 450 (men) or > 470 (women)": A has the first limit only; which one is whose
             * is told by the last */
            if (y->sex && !x->sex) {
                x->sex = y->sex;
                for (size_t k = i + 1; k < e->count; k++)
                    x->overflow =
                        x->overflow || (e->at[k].item.sex && e->at[k].item.quantity_count);
            }
        }
    }
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;

        /* "1.5 times the limit of A, B or C" */
        if (item_wants_bound(x) && y->quantity_count && y->has_subject &&
            y->quantities[0]->span.end <= y->subject.span.start && entry_linked(&e->at[i]) &&
            bound_fits(x, y)) {
            x->quantities[0] = y->quantities[0];
            x->quantity_count = 1;
            x->special = y->special;
        }
    }
}

/* "At least 2 moderate or 1 severe exacerbation": what is counted stands behind the last, each
 * number before words that say how bad it was. */
void list_share_counted(entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;
        const part *q = y->quantity_count == 1 ? y->quantities[0] : NULL;

        if (!q || !y->has_subject || q->span.end > y->subject.span.start || q->unit.text ||
            q->period || !entry_linked(&e->at[i]) || !item_wants_subject(x) || x->thing_count ||
            !x->qualifier_count || x->quantity_count != 1 || x->quantities[0]->unit.text ||
            x->quantities[0]->period || x->qualifiers[0].span.start < x->quantities[0]->span.end)
            continue;
        x->has_subject = true;
        x->subject = y->subject;
        x->subject_part = y->subject_part;
        x->window = x->window ? x->window : y->window;
        x->history = x->history || y->history;
        if (y->thing_count)
            x->things[x->thing_count++] = y->things[0];
    }
}

/* Are they two of one kind, which are read together: ALT and AST? */
static bool of_one_kind(const concept *a, const concept *b)
{
    for (size_t i = 0; a->above[i]; i++)
        for (size_t k = 0; b->above[k]; k++)
            if (a->above[i] == b->above[k])
                return true;
    return concept_is(a, b) || concept_is(b, a);
}

/* "Elevated troponin or BNP (> 100 pg/mL)": the first says what it is to be without the number,
 * which may be of the second alone. */
bool widen_bounds(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    (void)c;
    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;
        const part *q = y->quantity_count ? y->quantities[0] : NULL;
        const concept *of = q ? measured(y) : NULL;
        const rule_qualifier *degree = NULL;
        size_t first = i;

        if (!of || q->relative != RELATIVE_NONE || q->span.start < y->subject.span.end ||
            degree_before(y))
            continue;
        while (first > 0 && entry_linked(&e->at[first]) &&
               e->at[first - 1].item.quantity_count == 1 &&
               e->at[first - 1].item.quantities[0] == q)
            first--;
        for (size_t m = first; m < i; m++) {
            const rule_qualifier *own = degree_before(&e->at[m].item);
            item *x = &wide->at[m].item;

            degree = own ? own : degree;
            if (!degree || !x->subject.concept || of_one_kind(x->subject.concept, of))
                continue;
            x->quantity_count = 0;
            x->special = NULL;
            x->permits = NULL;
            if (!own && !x->qualifier_count)
                x->qualifiers[x->qualifier_count++] = *degree;
            changed = true;
        }
    }
    return changed;
}

/* Is it a number without a unit that may be a multiple of the limit that the next is a multiple of?
 */
static bool may_be_multiple(const item *x, const part *next)
{
    enum { MULTIPLES = 20 };
    const part *q = x->quantity_count == 1 ? x->quantities[0] : NULL;
    const concept *k = q ? measured(x) : NULL;

    return k && q != next && q->relative == RELATIVE_NONE && !q->unit.text && !q->predicted &&
           !q->plus && k->units[0] && strcmp(k->units[0], "1") != 0 && part_one_sided(q) &&
           part_one_sided(next) && q->low.given == next->low.given &&
           (q->low.given ? q->low.value : q->high.value) < MULTIPLES;
}

static bool lend_multiple(const clause *c, item *x, const part *next)
{
    part *q = arena_copy(c->arena, x->quantities[0], 1, sizeof *q);

    if (!q)
        return false;
    q->relative = next->relative;
    q->times = q->fold = false;
    x->quantities[0] = q;
    return true;
}

void list_share_multiples(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;

        if (entry_linked(&e->at[i]) && y->quantity_count == 1 &&
            y->quantities[0]->relative == RELATIVE_ULN && may_be_multiple(x, y->quantities[0]) &&
            (x->quantities[0]->times || x->quantities[0]->fold))
            lend_multiple(c, x, y->quantities[0]);
    }
}

/* "ALT <= 2.5 and bilirubin <= 1.5 x ULN": what the last is a multiple of may be said for all. */
bool widen_multiples(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = e->count; i-- > 1;) {
        const item *y = &wide->at[i].item;
        const part *q = y->quantity_count == 1 ? y->quantities[0] : NULL;
        item *x = &wide->at[i - 1].item;

        if (!q || q->relative != RELATIVE_ULN || !entry_linked(&e->at[i]) || x->judge ||
            x->special || !may_be_multiple(x, q) || !lend_multiple(c, x, q))
            continue;
        wide->at[i - 1].rule = item_rule(c, x);
        changed = changed || wide->at[i - 1].rule;
    }
    return changed;
}
