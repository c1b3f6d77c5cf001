#include "grammar/limit.h"

#include "grammar/list.h"

#include <string.h>

/* A limit in a sentence of its own, that names no quantity: that of the sentence before it, for
 * some. "Weight > 40 kg; if under 18 years, > 30 kg", "ALT <= 2.5 x ULN; with liver metastases <= 5
 * x ULN", "creatinine <= 1.5 mg/dL; <= 2 mg/dL in patients with A". */

/* Where in the parts the limit stands, and the words of whom it is for. */
typedef struct other_limit {
    size_t bound, who, end;
} other_limit;

static bool is_bound(const part *p)
{
    return p->kind == PART_QUANTITY && p->value[0];
}

/* Behind "if", "for patients with", "patients with" at i; i: nobody is named there. */
static size_t people_at(const part *list, size_t i, size_t to)
{
    if (i + 1 < to && list[i].kind == PART_PERSON && list[i + 1].kind == PART_WITH)
        return i + 2;
    return i < to && (list[i].kind == PART_FORGROUP || list[i].kind == PART_WITH ||
                      (list[i].kind == PART_IF && !list[i].value[0]))
               ? i + 1
               : i;
}

/* False: the sentence [from, to) says something else. */
static bool find_limit(const part *list, size_t from, size_t to, other_limit *x)
{
    while (from < to && list[from].kind == PART_FILL)
        from++;
    while (to > from && (list[to - 1].kind == PART_FILL || list[to - 1].kind == PART_COMMA))
        to--;
    if (to - from < 3)
        return false;
    if (is_bound(&list[from]) && people_at(list, from + 1, to) > from + 1) {
        *x = (other_limit){from, people_at(list, from + 1, to), to};
        return parts_name_something(list, x->who, to) &&
               (list[from + 1].kind != PART_WITH ||
                parts_find(list, x->who, to, PART_QUANTITY) == to);
    }
    *x = (other_limit){to - 1, people_at(list, from, to), to - 1};
    while (x->end > x->who &&
           (list[x->end - 1].kind == PART_COMMA || list[x->end - 1].kind == PART_COLON ||
            list[x->end - 1].kind == PART_FILL || list[x->end - 1].kind == PART_MUST))
        x->end--;
    return is_bound(&list[x->bound]) && x->who > from && x->end > x->who &&
           parts_name_something(list, x->who, x->end) &&
           !(list[x->end - 1].kind == PART_THING && list[x->end - 1].hit.quantity) &&
           list[x->end - 1].kind != PART_AGEWORD;
}

/* May the two be bounds of one quantity, that is no time? */
static bool bounds_alike(const part *a, const part *b)
{
    return !a->period && !b->period && a->relative == b->relative && a->pair == b->pair &&
           (!a->unit.text || !b->unit.text ||
            (a->unit.ucum && b->unit.ucum && strcmp(a->unit.ucum, b->unit.ucum) == 0));
}

/* Is the part at `at` a bound of ages? */
static bool bounds_age(const part *list, size_t before, size_t at)
{
    return list[at].age || (at > before && list[at - 1].kind == PART_AGEWORD);
}

/* The bound at `at` as one of ages; NULL: it is none. */
static const rule *limit_of_age(const clause *c, const part *list, size_t at)
{
    part *age = arena_copy(c->arena, &list[at], 1, sizeof *age);

    if (!age || age->relative != RELATIVE_NONE || (age->unit.text && !age->period))
        return NULL;
    age->age = true;
    return list_rule(c, age, 0, 1);
}

const rule *limit_behind(const clause *c, const part *list, size_t before, size_t from, size_t to)
{
    other_limit x;
    size_t last = from;
    const rule *of, *limit;
    clause positive = *c;

    while (last > before && list[last - 1].kind != PART_QUANTITY)
        last--;
    if (last == before || !find_limit(list, from, to, &x) || positive.depth++ > CLAUSE_DEPTH)
        return NULL;
    positive.exclusion = false;
    limit = bounds_age(list, before, last - 1) ? limit_of_age(&positive, list, x.bound)
            : bounds_alike(&list[last - 1], &list[x.bound])
                ? limit_of(c, list, before, from, x.bound, x.bound + 1)
                : NULL;
    if (!limit ||
        (limit->op != RULE_COMPARE && limit->op != RULE_ALL && limit->op != RULE_READINGS))
        return NULL;
    of = list_rule(&positive, list, x.who, x.end);
    return of ? rule_join(c->arena, RULE_ALL, parts_span(list, from, to),
                          (const rule *[]){of, limit}, 2)
              : NULL;
}
