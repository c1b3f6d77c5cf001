#include "grammar/bound.h"
#include "grammar/list.h"
#include "grammar/measured.h"

#include "engine/base/text.h"
#include "rules/sayings.h"

#include <stdlib.h>
#include <string.h>

/* How often makes a thing recurrent: "recurrent cystitis (>= 3 in 12 months or >= 2 in 6 months)".
 * The numbers are times of the thing itself, each within its own window. */

/* A plain number of times. */
static bool times(const part *q)
{
    const rule_bound *end = q->low.given ? &q->low : &q->high;

    return q->kind == PART_QUANTITY && !q->unit.text && !q->period && !q->value_count && !q->pair &&
           !q->age && !q->predicted && q->relative == RELATIVE_NONE && end->value >= 1 &&
           end->value < 100;
}

static const rule *count_within(const clause *c, const part *of, const part *q, const part *within)
{
    rule *r = rule_new(c->arena, RULE_COMPARE, span_hull(q->span, within->span));

    if (!r)
        return NULL;
    r->counting = true;
    r->subject.concept = of->hit.thing;
    r->subject.category = of->hit.thing->category;
    r->subject.span = of->span;
    r->subject.text = arena_text(c->arena, c->text + of->span.start, of->span.end - of->span.start);
    r->low = q->low;
    r->high = q->high;
    r->bound_span = q->span;
    r->window = within->window;
    if (!q->low.given || !q->high.given || q->low.value != q->high.value)
        return r;
    return measured_least(c, r);
}

/* "Recurrent cystitis", "frequent falls": the thing that comes again. False: it is none. */
static bool comes_again(const clause *c, const item *x, const part *thing, part *of)
{
    *of = *thing;
    if (text_starts_any(c->text + thing->span.start, thing->span.end - thing->span.start,
                        saying_comes_again))
        return part_without_first_word(c, thing, of);
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "course") &&
            (text_is(x->qualifiers[i].value, "recurrent") ||
             text_is(x->qualifiers[i].value, "frequent")))
            return true;
    return false;
}

const rule *recur_counts(const clause *c, const item *x, const part *in, size_t n)
{
    const part *thing = x->thing_count ? x->things[x->thing_count - 1] : NULL, *q = NULL;
    const rule **each = arena_array(c->arena, n, sizeof *each);
    size_t count = 0;
    part of;

    if (!each || !thing || !thing->hit.thing || thing->hit.quantity ||
        thing->hit.thing->category != CATEGORY_CONDITION || !comes_again(c, x, thing, &of))
        return NULL;
    for (size_t i = 0; i < n; i++)
        switch (in[i].kind) {
        case PART_QUANTITY:
            if (q || !times(&in[i]))
                return NULL;
            q = &in[i];
            break;
        case PART_WINDOW:
            if (!q || !in[i].window)
                return NULL;
            each[count++] = count_within(c, &of, q, &in[i]);
            q = NULL;
            break;
        case PART_WORD:
            if (!q || !(in[i].roles & ROLE_COUNTED))
                return NULL;
            break;
        case PART_THING: /* "infections", of a cystitis */
            if (!q || !in[i].hit.thing || !concept_is(of.hit.thing, in[i].hit.thing))
                return NULL;
            break;
        case PART_FILL: break;
        case PART_OR:
        case PART_COMMA:
            if (q)
                return NULL;
            break;
        default: return NULL;
        }
    if (q || !count)
        return NULL;
    for (size_t i = 0; i < n; i++)
        clause_take(c, in[i].span);
    return rule_join(c->arena, RULE_ANY, parts_span(in, 0, n), each, count);
}

/* "..., or three in 12 months": a number in words that stands by itself. False: it is none. */
static bool number_alone(const part *list, size_t i, size_t to, part *q)
{
    char *end;
    double n;

    if (!i || list[i].kind != PART_FILL || !list[i].value || i + 1 >= to ||
        list[i + 1].kind != PART_WINDOW || !list[i - 1].value ||
        (list[i - 1].kind != PART_OR && list[i - 1].kind != PART_ANDOR))
        return false;
    n = strtod(list[i].value, &end);
    if (!(n >= 1) || *end)
        return false;
    *q = list[i];
    q->kind = PART_QUANTITY;
    q->value = "";
    q->low = q->high = (rule_bound){.given = true, .value = n, .inclusive = true};
    return true;
}

/* "Two or more episodes of fever": times of the thing, and no value of the quantity that has the
 * same name. */
const part *list_with_episodes(const clause *c, const part *list, size_t from, size_t *to)
{
    enum { NEAR = 5 };
    part *told = NULL;

    for (size_t i = from; i + 1 < *to; i++) {
        bool counted = false;
        size_t k = i + 1;
        part alone;

        if (i > from && number_alone(list, i, *to, &alone)) {
            if (!told && !(told = arena_copy(c->arena, list, *to, sizeof *list)))
                return list;
            told[i] = alone;
        }
        if (!times(&list[i]))
            continue;
        for (; k < *to && k < i + NEAR &&
               (list[k].kind == PART_WORD || list[k].kind == PART_FILL || list[k].kind == PART_OF ||
                list[k].kind == PART_QUAL);
             k++)
            counted = counted || list[k].roles & ROLE_COUNTED;
        if (!counted || k == *to || list[k].kind != PART_THING || !list[k].hit.thing ||
            !list[k].hit.quantity)
            continue;
        if (!told && !(told = arena_copy(c->arena, list, *to, sizeof *list)))
            return list;
        told[k].hit.quantity = NULL;
    }
    return told ? told : list;
}
