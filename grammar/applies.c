#include "grammar/bound.h"
#include "grammar/list.h"

#include "engine/base/text.h"

/* What is asked of those alone whom it concerns, "hydroxyurea, stable for 90 days if taking": who
 * takes none of it need not begin. */

/* Do nothing but words of taking stand in [from, to)? */
static bool only_takes(const part *list, size_t from, size_t to)
{
    enum { WORDS = 3 };

    for (size_t i = from; i < to; i++)
        if (list[i].kind != PART_CURRENT && list[i].kind != PART_HISTORY &&
            list[i].kind != PART_PERIOD &&
            !(list[i].kind == PART_WORD && list[i].roles & (ROLE_LIGHT_TREATMENT | ROLE_VERB)))
            return false;
    return from < to && to - from <= WORDS;
}

/* Where such words begin at the end of [from, to); `to`: they do not. */
static size_t applies_at(const clause *c, const part *list, size_t from, size_t to)
{
    size_t end = to;

    while (end > from && list[end - 1].kind == PART_PERIOD)
        end--;
    for (size_t i = end; i > from && end - i < 4; i--)
        if (list[i - 1].kind == PART_IF && part_is(c, &list[i - 1], "if"))
            return only_takes(list, i, end) ? i - 1 : to;
    return to;
}

/* Is there a treatment among what it asks for? */
static bool names_treatment(const rule *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (names_treatment(r->of[i]))
            return true;
    return r->op == RULE_HAS && concept_is_treatment(r->subject.concept);
}

static bool judged_only(const rule *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (!judged_only(r->of[i]))
            return false;
    return r->count || r->op == RULE_JUDGEMENT;
}

/* The rule for those whom it concerns: the treatments in it are asked of those who have them now,
 * and what stands before them of all; of other things nobody knows whom they concern. */
static const rule *for_those(const clause *c, const rule *r, eligo_span words)
{
    rule *copy;
    const rule **of;

    if (judged_only(r))
        return r; /* a consent is asked of everybody */
    if (!names_treatment(r))
        return rule_two(c->arena, RULE_IF,
                        rule_opaque(c->arena, words, "whom it concerns is not said"), r);
    if (!(copy = arena_copy(c->arena, r, 1, sizeof *copy)))
        return NULL;
    if (r->op == RULE_HAS) {
        copy->tense = TENSE_CURRENT;
        copy->window = NULL;
        copy->duration = copy->dose = NULL;
        copy->qualifier_count = 0;
        return rule_two(c->arena, RULE_IF, copy, r);
    }
    if (r->op != RULE_ALL && r->op != RULE_ANY && r->op != RULE_READINGS)
        return rule_two(c->arena, RULE_IF,
                        rule_opaque(c->arena, words, "whom it concerns is not said"), r);
    of = arena_copy(c->arena, r->of, r->count, sizeof *of);
    for (size_t i = 0; of && i < r->count; i++)
        if (names_treatment(r->of[i]) && !(of[i] = for_those(c, r->of[i], words)))
            return NULL;
    copy->of = of;
    return of ? copy : NULL;
}

const rule *list_if_it_applies(const clause *c, const part *list, size_t from, size_t to)
{
    size_t at = c->exclusion ? to : applies_at(c, list, from, to), end = at;
    clause in = *c;
    const rule *r;

    while (end > from && (list[end - 1].kind == PART_COMMA || list[end - 1].kind == PART_FILL))
        end--;
    if (at == to || !parts_name_something(list, from, end) || in.depth++ > CLAUSE_DEPTH ||
        !(r = scope_condition(&in, list, from, end)))
        return NULL;
    clause_take(c, parts_span(list, at, to));
    return for_those(&in, r, parts_span(list, at, to));
}
