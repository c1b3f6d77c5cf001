/* The state in which something is measured or felt: "at rest or during exercise", "off treatment",
 * "after salbutamol". It is said of the value, and is no condition beside it. */
#include "grammar/list.h"
#include "grammar/measured.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <string.h>

/* "At rest or during exercise", where `i` is the first: the last part of such a list of states in
 * which something is measured or felt; i: there is none. */
static size_t states_end(const part *list, size_t i, size_t to)
{
    size_t end = i;

    for (size_t k = i + 1; k + 2 < to && part_links(list[k].kind);) {
        size_t at = k + 1;

        if (list[k].kind == PART_COMMA && part_links(list[at].kind) &&
            list[at + 1 < to ? at + 1 : at].kind != PART_CURRENT) /* "..., or use of A" */
            at++;
        if (list[at].kind != PART_FILL && list[at].kind != PART_WITH &&
            list[at].kind != PART_ATTIME && list[at].kind != PART_CURRENT)
            break;
        for (at++; at < to && (list[at].kind == PART_QUAL || list[at].kind == PART_FILL); at++)
            ;
        if (at == to || (list[at].kind != PART_THING && list[at].kind != PART_WORD))
            break;
        while (at + 1 < to && list[at + 1].kind == PART_WORD)
            at++;
        end = at;
        k = at + 1;
    }
    return end;
}

/* Does a limit of what is measured end right before i, "SpO2 < 90% | in the absence of oxygen"?
 * *first: the part behind it. */
static bool behind_limit(const part *list, size_t from, size_t i, size_t *first)
{
    const part *q;

    *first = i > from && list[i - 1].kind == PART_FILL ? i - 1 : i;
    if (*first < from + 2)
        return false;
    q = &list[*first - 1];
    if (q->kind != PART_QUANTITY || q->age || q->period || !(q->low.given || q->high.given))
        return false;
    for (size_t m = *first - 1; m > from && !part_divides(list[m - 1].kind); m--)
        if (list[m - 1].hit.quantity && list[m - 1].hit.quantity->category == CATEGORY_MEASUREMENT)
            return true;
    return false;
}

static bool numbs(const clause *c, const part *p)
{
    const concept *numb = lexicon_landmark(c->lx, LANDMARK_ANESTHESIA);

    return p->kind == PART_THING && p->hit.thing && numb && concept_is(p->hit.thing, numb);
}

/* Is it something that changes what is measured while it goes on, and is recorded of no value? */
static bool is_aid(const clause *c, const part *p)
{
    static const landmark aids[] = {LANDMARK_TREATMENT, LANDMARK_ANY_MEDICATION,
                                    LANDMARK_OXYGEN_THERAPY};

    for (size_t i = 0; p->kind == PART_THING && i < sizeof aids / sizeof *aids; i++)
        if (is_landmark(p->hit.thing, aids[i]))
            return true;
    return numbs(c, p);
}

/* Behind a limit, at i: "without oxygen", "off treatment", "with topical anesthesia", and "after
 * salbutamol", "after exercise", which are no points in time; the last part of it. i: none is. */
static size_t aid_end(const clause *c, const part *list, size_t i, size_t to)
{
    const rule_window *w = list[i].kind == PART_EVENT ? list[i].window : NULL;
    size_t end = i + 1;

    if (w && w->anchor_concept)
        return w->anchor_concept->category == CATEGORY_MEDICATION ||
                       w->anchor_concept->category == CATEGORY_SOCIAL
                   ? i + 1
                   : i;
    if ((list[i].kind != PART_NOT && list[i].kind != PART_WITH && list[i].kind != PART_CURRENT) ||
        part_is(c, &list[i], "no")) /* "BMI > 18, no medication" without its comma */
        return i;
    while (end < to && (list[end].kind == PART_FILL || list[end].kind == PART_QUAL ||
                        list[end].kind == PART_CURRENT || list[end].kind == PART_OF ||
                        list[end].kind == PART_ANYOF))
        end++;
    if (end == to || !is_aid(c, &list[end]) ||
        (list[i].kind != PART_NOT && !numbs(c, &list[end])) ||
        (end + 1 < to && !part_divides(list[end + 1].kind)))
        return i;
    return end + 1;
}

/* "Off-treatment blood pressure": what stands at i is said of the quantity behind it. */
static bool leads_quantity(const clause *c, const part *list, size_t i, size_t to)
{
    return i + 2 < to && list[i].kind == PART_NOT && part_is(c, &list[i], "off") &&
           is_aid(c, &list[i + 1]) && list[i + 2].hit.quantity &&
           list[i + 2].hit.quantity->category == CATEGORY_MEASUREMENT;
}

const part *list_with_states(const clause *c, const part *list, size_t from, size_t *to)
{
    part *told = NULL;

    for (size_t i = from; i < *to; i++) {
        size_t first = i, end = i;
        bool aid = part_kinds(&list[i]) & AID_KINDS;

        if (list[i].kind == PART_QUAL &&
            text_starts_nocase(list[i].value, strlen(list[i].value), "state:")) {
            end = states_end(list, i, *to);
            end += end > i;
        } else if (aid && leads_quantity(c, list, i, *to))
            end = i + 2;
        else if (aid && behind_limit(list, from, i, &first))
            end = aid_end(c, list, i, *to);
        if (end == i)
            continue;
        if (!told && !(told = arena_copy(c->arena, list, *to, sizeof *list)))
            return list;
        told[first] = part_narrowing(c, list, first, end);
        if (aid) { /* as when it was, which a limit keeps (measured.c) */
            const char *when =
                arena_printf(c->arena, "time:%s", strchr(told[first].value, ':') + 1);

            told[first].value = when ? when : told[first].value;
        }
        memmove(&told[first + 1], &told[end], (*to - end) * sizeof *told);
        *to -= end - first - 1;
        list = told;
        i = first;
    }
    return told ? told : list;
}
