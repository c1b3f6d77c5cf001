/* "Bilirubin <= 1.5 x ULN, except for patients with A, who may have bilirubin <= 3 x ULN", "...;
 * patients with A may have bilirubin up to 3 x ULN": another limit for some, put as "unless A, in
 * which case ...". */
#include "grammar/limit.h"
#include "grammar/list.h"
#include "grammar/permit.h"

#include "rules/sayings.h"

#include <string.h>

static bool is_whom(const clause *c, const part *p)
{

    return p->kind == PART_MUST ||
           ((p->kind == PART_WORD || p->kind == PART_FILL || p->kind == PART_JUDGE) &&
            part_is_any(c, p, saying_case_words));
}

/* The words from i on that lead from those who are named to their limit, "who may have", "in whom":
 * the part behind them; i: they do not. */
static size_t case_end(const clause *c, const part *list, size_t i, size_t to)
{
    size_t k = i;
    bool led = false;

    for (; k < to &&
           (is_whom(c, &list[k]) || list[k].kind == PART_FILL || list[k].kind == PART_COMMA ||
            (list[k].kind == PART_WITH && part_is(c, &list[k], "who")));
         k++) {
        if (list[k].kind == PART_COMMA && k > i)
            return i;
        led = led || is_whom(c, &list[k]);
    }
    return led && k < to &&
                   (list[k].kind == PART_QUANTITY ||
                    (list[k].kind == PART_THING && list[k].hit.quantity))
               ? k
               : i;
}

/* Is a quantity named and bounded in [from, to), of this name where `of` is not NULL? */
static bool bounds(const part *list, size_t from, size_t to, const concept *of)
{
    bool named = false, bound = false;

    for (size_t i = from; i < to; i++) {
        named = named || (list[i].kind == PART_THING && list[i].hit.quantity &&
                          (!of || list[i].hit.quantity == of));
        bound = bound || (named && list[i].kind == PART_QUANTITY && list[i].value[0] &&
                          !list[i].age && !list[i].period);
    }
    return bound;
}

/* Do the parts [from, to) say nothing but a limit of what has one in [start, end)? */
static bool is_other_limit(const part *list, size_t start, size_t end, size_t from, size_t to)
{
    size_t limits = 0;

    for (size_t i = from; i < to; i++) {
        const part *p = &list[i];

        if (p->kind == PART_QUANTITY)
            limits++;
        else if (p->kind == PART_THING
                     ? !p->hit.quantity || !bounds(list, start, end, p->hit.quantity)
                     : p->kind != PART_FILL && p->kind != PART_OF && p->kind != PART_QUAL &&
                           p->kind != PART_AND)
            return false;
    }
    return limits == 1;
}

/* Are those named in [from, to) told by a thing that they have? */
static bool names_some(const part *list, size_t from, size_t to)
{
    bool named = false;

    for (size_t i = from; i < to; i++)
        switch (list[i].kind) {
        case PART_THING: named = named || (list[i].hit.thing && !list[i].hit.quantity); break;
        case PART_PERSON:
        case PART_WITH:
        case PART_FILL:
        case PART_FORGROUP:
        case PART_QUAL:
        case PART_CURRENT:
        case PART_OR:
        case PART_OF: break;
        default: return false;
        }
    return named;
}

/* Does another limit for some begin at `at`, with "except" or with a sentence of its own? */
static bool begins_case(const part *list, size_t at, size_t to)
{
    const part *p = &list[at];

    if (p->kind == PART_UNLESS)
        return true;
    if (p->kind == PART_EXCEPT)
        return !part_allows(p) && !text_is(p->value, "included");
    while (at + 1 < to && list[at + 1].kind == PART_FILL)
        at++;
    return (p->kind == PART_SEMICOLON || p->kind == PART_PERIOD) && at + 1 < to &&
           (list[at + 1].kind == PART_PERSON || list[at + 1].kind == PART_FORGROUP);
}

/* Where nobody is named any more. */
static bool ends_case(const part *p)
{
    return p->kind == PART_PERIOD || p->kind == PART_SEMICOLON || p->kind == PART_EXCEPT ||
           p->kind == PART_UNLESS;
}

const part *limit_cases(const clause *c, const part *list, size_t from, size_t *to)
{
    size_t start = from;

    for (size_t at = from; at < *to; at++) {
        size_t group, lead = at, end;
        part *kept;

        if (!begins_case(list, at, *to)) {
            if (list[at].kind == PART_PERIOD || list[at].kind == PART_SEMICOLON)
                start = at + 1;
            continue;
        }
        for (group = at + 1; group < *to && !ends_case(&list[group]) &&
                             (lead = case_end(c, list, group, *to)) == group;)
            group++;
        for (end = group; end < *to && !ends_case(&list[end]);)
            end++;
        if (group < *to && lead > group && bounds(list, start, at, NULL) &&
            names_some(list, at + 1, group) && is_other_limit(list, start, at, lead, end) &&
            (kept = arena_copy(c->arena, list, *to, sizeof *kept)) != NULL) {
            kept[at].kind = PART_UNLESS;
            kept[at].value = "";
            kept[group].kind = PART_IF;
            kept[group].value = "then";
            kept[group].span = parts_span(list, group, lead);
            for (size_t i = group + 1; i < lead; i++)
                kept[i].kind = PART_FILL;
            clause_take(c, kept[group].span);
            if (end < *to && part_allows(&list[end])) {
                kept[end].kind = PART_FILL;
                clause_take(c, list[end].span);
            }
            return kept;
        }
        if (list[at].kind == PART_PERIOD || list[at].kind == PART_SEMICOLON)
            start = at + 1;
    }
    return list;
}
