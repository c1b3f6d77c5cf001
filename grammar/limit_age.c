/* Ages beyond the usual ones: "aged 18 to 50; for those aged 51 to 55, FSH < 20 IU/L". */
#include "grammar/limit.h"

#include "engine/base/text.h"
#include "grammar/list.h"
#include "grammar/permit.h"
#include "rules/landmark.h"

static bool is_age(const rule *r)
{
    return r->op == RULE_COMPARE && r->subject.concept && !r->subject.who && !r->value_count &&
           is_landmark(r->subject.concept, LANDMARK_AGE);
}

/* The age that is asked for, alone or beside other things; NULL: none. */
static const rule *age_in(const rule *r)
{
    if (is_age(r))
        return r;
    if (r->op == RULE_READINGS) /* "for women aged 46 to 50": those */
        return age_in(r->of[0]);
    for (size_t i = 0; r->op == RULE_ALL && i < r->count; i++)
        if (is_age(r->of[i]))
            return r->of[i];
    return NULL;
}

/* Is nobody of both ages, as b begins where a ends? */
static bool ends_before(const rule *a, const rule *b)
{
    return rule_below(a, b) ||
           (a->high.given && b->low.given && !(a->high.inclusive && b->low.inclusive) &&
            a->high.value == b->low.value && a->unit.ucum && b->unit.ucum &&
            strcmp(a->unit.ucum, b->unit.ucum) == 0);
}

/* What is asked of some: "if A, then B", or that in one of its readings ("those aged 61 to 70 must
 * have B"). NULL: it is something else. */
static const rule *asked_of_some(const rule *r)
{
    if (r && r->op == RULE_READINGS)
        for (size_t i = 0; i < r->count; i++)
            if (r->of[i]->op == RULE_IF)
                return r->of[i];
    return r && r->op == RULE_IF && r->count == 2 ? r : NULL;
}

/* A number that may be an age: "patients 66 to 70". */
static bool may_be_age(const rule *r)
{
    if (r->op == RULE_OPAQUE)
        return strcmp(r->reason, OPAQUE_NUMBER) == 0;
    for (size_t i = 0; r->op == RULE_ALL && i < r->count; i++)
        if (may_be_age(r->of[i]))
            return true;
    return false;
}

const rule *limit_other_age(arena *a, const rule *usual, const rule *r)
{
    const rule *age = usual ? age_in(usual) : NULL, *some = asked_of_some(r), *other, *whom,
               *two[2];

    if (!age || !some)
        return NULL;
    whom = some->of[0];
    other = age_in(whom);
    if (other ? !ends_before(age, other) && !ends_before(other, age) : !may_be_age(whom))
        return NULL;
    whom = other && whom->op == RULE_READINGS ? whom->of[0] : whom;
    two[0] = rule_two(a, RULE_ALL, usual, r);
    two[1] = combine_limit(a, usual, rule_two(a, RULE_ALL, whom, some->of[1]));
    if (other)
        return two[1];
    return two[0] && two[1]
               ? rule_readings(a, span_hull(usual->span, r->span), "modifier-scope", two, 2)
               : NULL;
}

/* Where people are called older (1) or younger (-1) than the usual ones, without a number, in front
 * of what they may; 0: they are not. */
static int beyond(const clause *c, const part *list, size_t from, size_t to)
{
    int side = 0;
    bool may = false;

    for (size_t i = from; i < to && list[i].kind != PART_IF; i++) {
        const part *p = &list[i];

        if (p->kind == PART_QUANTITY || p->kind == PART_THING)
            return 0;
        if (p->kind == PART_COMMA)
            break;
        may = may || permission_says_may(c, p) ||
              (p->kind == PART_EXCEPT && (part_allows(p) || text_is(p->value, "included")));
        if (p->kind == PART_FILL && (p->value[0] == '<' || p->value[0] == '>') &&
            role_is_of(ROLE_SAYS_AGE, c->text + p->span.start, p->span.end - p->span.start))
            side = p->value[0] == '>' ? 1 : -1;
    }
    return may ? side : 0;
}

/* Whoever is beyond the ages of `r`, and of whom nobody knows: `open`. */
static const rule *open_beyond(arena *a, const rule *r, int side, const rule *open)
{
    const rule *of[2] = {r, NULL};
    rule *end;

    if (r->op == RULE_ALL) {
        const rule **each = arena_copy(a, r->of, r->count, sizeof *each);

        for (size_t i = 0; each && i < r->count; i++)
            if (is_age(each[i]))
                each[i] = open_beyond(a, each[i], side, open);
        return each ? rule_join(a, RULE_ALL, r->span, each, r->count) : NULL;
    }
    if (!(side > 0 ? r->high.given : r->low.given) || !(end = arena_copy(a, r, 1, sizeof *end)))
        return r;
    if (side > 0)
        end->low.given = false;
    else
        end->high.given = false;
    of[1] = rule_two(a, RULE_ALL, rule_not(a, end->span, end), open);
    return of[1] ? rule_join(a, RULE_ANY, span_hull(r->span, open->span), of, 2) : NULL;
}

size_t limit_people_from(const clause *c, const part *list, size_t from, size_t to)
{
    if (c->exclusion)
        return to;
    for (size_t i = from; i < to; i++)
        if ((i == from || list[i - 1].kind == PART_COMMA) && beyond(c, list, i, to))
            return i;
    return to;
}

const rule *limit_beyond(const clause *c, const rule *usual, const part *list, size_t from,
                         size_t to)
{
    const rule *open = rule_opaque(c->arena, parts_span(list, from, to),
                                   "who of them may take part is not understood");

    if (!open || !usual || !age_in(usual) || usual->op == RULE_READINGS)
        return NULL;
    return open_beyond(c->arena, usual, beyond(c, list, from, to), open);
}
