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

/* Do the words of whom it is for begin at i: "if", "for patients with", "patients with", "those
 * on", "women", "children"? *who: where they say whom. */
static bool people_at(const part *list, size_t i, size_t to, size_t *who)
{
    if (i + 1 >= to)
        return false;
    switch (list[i].kind) {
    case PART_PERSON: *who = i + 1 + (list[i + 1].kind == PART_WITH); return true;
    case PART_IF: *who = i + 1; return !list[i].value[0];
    case PART_FORGROUP:
    case PART_WITH: *who = i + 1; return true;
    case PART_SEX: *who = i; return true;
    default: *who = i; return list[i].kind == PART_WORD && (list[i].roles & ROLE_AGE_GROUP);
    }
}

#define SAYS_MORE (KIND(PART_IF) | KIND(PART_EXCEPT) | KIND(PART_UNLESS) | KIND(PART_EXCLUDED))

/* False: the sentence [from, to) says something else. */
static bool find_limit(const part *list, size_t from, size_t to, other_limit *x)
{
    while (from < to && list[from].kind == PART_FILL)
        from++;
    while (to > from && (list[to - 1].kind == PART_FILL || list[to - 1].kind == PART_COMMA))
        to--;
    if (to - from < 2)
        return false;
    if (is_bound(&list[from])) {
        *x = (other_limit){from, from, to};
        return people_at(list, from + 1, to, &x->who) && list[from + 1].kind != PART_SEX &&
               parts_name_something(list, x->who, to) &&
               (list[from + 1].kind != PART_WITH ||
                parts_find(list, x->who, to, PART_QUANTITY) == to);
    }
    *x = (other_limit){to - 1, from, to - 1};
    if (!people_at(list, from, to, &x->who) || parts_kinds(list, x->who, to) & SAYS_MORE)
        return false; /* "patients with A may be included if <= 3" */
    while (x->end > x->who &&
           (list[x->end - 1].kind == PART_COMMA || list[x->end - 1].kind == PART_COLON ||
            list[x->end - 1].kind == PART_FILL || list[x->end - 1].kind == PART_MUST))
        x->end--;
    return is_bound(&list[x->bound]) && x->end > x->who &&
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

/* What is asked of some: "if A, then B", or that in one of its readings. NULL: it is none. */
static const rule *asked_of_some(const rule *r)
{
    if (r && r->op == RULE_READINGS)
        for (size_t i = 0; i < r->count; i++)
            if (r->of[i]->op == RULE_IF && r->of[i]->count == 2)
                return r->of[i];
    return r && r->op == RULE_IF && r->count == 2 ? r : NULL;
}

/* Do the names of two quantities end in one word, "total bilirubin" and "direct bilirubin"? */
static bool names_end_alike(const rule *a, const rule *b)
{
    const char *x = a->subject.concept ? a->subject.concept->name : "",
               *y = b->subject.concept ? b->subject.concept->name : "", *i = strrchr(x, ' '),
               *j = strrchr(y, ' ');

    return strcmp(i ? i + 1 : x, j ? j + 1 : y) == 0;
}

/* Does it limit the quantity of `limit` for everybody, and not for some ("men: Hb > 13 g/dL")? */
static bool limits_all(const rule *r, const rule *limit)
{
    bool some = r->op == RULE_COMPARE && combine_bounds_same(r, limit);

    for (size_t i = 0; (r->op == RULE_ALL || r->op == RULE_ANY) && i < r->count; i++)
        if (combine_bounds_same(r->of[i], limit)) {
            if (r->of[i]->op != RULE_COMPARE &&
                !(r->op == RULE_ANY && r->of[i]->op == RULE_ALL && limits_all(r->of[i], limit)))
                return false; /* "> 13 g/dL in men or > 12 g/dL in women" are everybody */
            some = true;
        }
    return some;
}

const rule *limit_again(arena *a, const rule *usual, const rule *r, bool exclusion)
{
    const rule *some = usual && !exclusion ? asked_of_some(r) : NULL,
               *limit = some ? some->of[1] : NULL, *two[2];

    if (exclusion && usual && r && r->op == RULE_ALL && r->count == 2 &&
        r->of[1]->op == RULE_COMPARE && limits_all(usual, r->of[1]))
        return combine_limit(a, usual, r);
    if (!limit || limit->op != RULE_COMPARE || !limit->subject.concept || limit->counting)
        return NULL;
    two[0] = rule_two(a, RULE_ALL, some->of[0], limit);
    if (combine_bounds_same(usual, limit))
        return limits_all(usual, limit) ? combine_limit(a, usual, two[0]) : NULL;
    if (usual->op != RULE_COMPARE || !names_end_alike(usual, limit))
        return NULL;
    /* another quantity that stands for the first in some, or is asked beside it */
    two[1] = rule_two(a, RULE_ANY, usual, two[0]);
    two[0] = rule_two(a, RULE_ALL, usual, r);
    return two[0] && two[1]
               ? rule_readings(a, span_hull(usual->span, r->span), "modifier-scope", two, 2)
               : NULL;
}
