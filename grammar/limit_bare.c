/* A limit in a bracket that says neither of what it is nor on which side: "ECOG 0-1 (2 allowed)",
 * "creatinine < 1.5 mg/dL (2.0 if on dialysis)". It is one of the quantity before the bracket, and
 * goes as far as it says. */
#include "grammar/limit.h"

#include <string.h>

/* What stands before the first limit of such a bracket: the part behind it. */
static size_t first_said(const part *in, size_t n)
{
    size_t i = 0;

    while (i < n &&
           (in[i].kind == PART_FILL || in[i].kind == PART_OR || in[i].kind == PART_ANDOR ||
            in[i].kind == PART_BUT || in[i].kind == PART_COMMA || in[i].kind == PART_COLON))
        i++;
    return i;
}

/* Does what stands behind a limit say whom it is for ('w'), or that it is allowed ('a')? 0: neither
 * does. */
static char said_behind(const part *in, size_t i, size_t n)
{
    for (i++; i < n && in[i].kind == PART_FILL;)
        i++;
    if (i == n)
        return 0;
    switch (in[i].kind) {
    case PART_IF:
    case PART_FORGROUP:
    case PART_WHEN: return 'w';
    case PART_EXCEPT: return part_allows(&in[i]) ? 'a' : 0;
    default: return 0;
    }
}

/* The least and greatest that a limit names. */
static void ends_of(const part *limit, double *low, double *high)
{
    *low = limit->low.value;
    *high = limit->high.value;
    for (size_t i = 0; i < limit->value_count; i++) {
        *low = i == 0 || limit->values[i] < *low ? limit->values[i] : *low;
        *high = i == 0 || limit->values[i] > *high ? limit->values[i] : *high;
    }
}

/* Gives the number q, which says no side, that of the limit it goes beyond. `allowed` of what is
 * barred: it lies on the other one. False: it does not go beyond it. */
static bool take_side(part *q, const part *limit, char behind, bool barred)
{
    double v = q->low.value, low, high;
    bool up = limit->high.given;

    if (!limit->value_count && limit->low.given != limit->high.given) {
        if (barred && behind == 'a')
            up = !up;
        q->low.given = !up;
        q->high.given = up;
        q->low.inclusive = behind == 'a' || limit->low.inclusive;
        q->high.inclusive = behind == 'a' || limit->high.inclusive;
        q->value = limit->value;
        return true;
    }
    ends_of(limit, &low, &high);
    if (barred || (v >= low && v <= high))
        return false;
    q->low = (rule_bound){.given = true, .inclusive = true, .value = v < low ? v : low};
    q->high = (rule_bound){.given = true, .inclusive = true, .value = v < low ? high : v};
    q->value = "range";
    return true;
}

/* Has it one number, in no unit but that of the limit? */
static bool is_plain(const part *q, const part *limit)
{
    return q->value_count < 2 && !q->pair && !q->times && !q->plus &&
           (q->age ? limit->age : !q->period || q->period == limit->period) &&
           (!q->unit.ucum || (limit->unit.ucum && strcmp(q->unit.ucum, limit->unit.ucum) == 0)) &&
           (q->relative == RELATIVE_NONE || q->relative == limit->relative);
}

const part *limit_bare(const clause *c, const item *x, const part *bracket)
{
    const part *limit = x->quantity_count ? x->quantities[x->quantity_count - 1] : NULL,
               *name = x->thing_count ? x->things[x->thing_count - 1] : NULL;
    size_t n = bracket->inside_count, at = first_said(bracket->inside, n), rest = at;
    bool named = name && name->hit.quantity;
    char behind;
    part *in, *b, q;

    if (!named)
        name = NULL;
    if (!limit || limit->pair || limit->outside || (!name && !x->age && !limit->age) || at == n ||
        !c->arena)
        return bracket;
    if (name && bracket->inside[rest].kind == PART_THING &&
        bracket->inside[rest].hit.quantity == name->hit.quantity)
        for (rest++; rest < n && bracket->inside[rest].kind == PART_FILL;)
            rest++;
    if (rest == n || bracket->inside[rest].kind != PART_QUANTITY ||
        !is_plain(&bracket->inside[rest], limit) ||
        !(behind = said_behind(bracket->inside, rest, n)))
        return bracket;
    q = bracket->inside[rest];
    if (q.value_count == 1) { /* a grade */
        q.low = q.high = (rule_bound){.given = true, .inclusive = true, .value = q.values[0]};
        q.value_count = 0;
    }
    if (q.low.given && q.high.given && q.low.value == q.high.value) {
        if (!take_side(&q, limit, behind, c->exclusion) && rest > at)
            return bracket;
    } else if (rest > at || behind == 'w') /* it says all; its name is lent where it is read */
        return bracket;
    if (behind == 'w')
        name = NULL;
    if (!q.unit.text) {
        q.unit = limit->unit;
        q.period = limit->period;
        q.age = limit->age || (!named && x->age);
        q.relative = limit->relative;
        q.predicted = limit->predicted;
    }
    if (!(in = arena_array(c->arena, n + 1, sizeof *in)) ||
        !(b = arena_copy(c->arena, bracket, 1, sizeof *b)))
        return bracket;
    memcpy(in, bracket->inside, rest * sizeof *in);
    n = rest;
    if (name && rest == at)
        in[n++] = *name;
    in[n++] = q;
    memcpy(in + n, bracket->inside + rest + 1, (bracket->inside_count - rest - 1) * sizeof *in);
    b->inside = in;
    b->inside_count = n + bracket->inside_count - rest - 1;
    return b;
}
