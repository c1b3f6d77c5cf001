#include "grammar/bars.h"

/* A condition or an allergy: what mostly bars those who have it. */
static bool is_trouble(const rule *r)
{
    return r->op == RULE_HAS && r->subject.concept && !r->subject.who &&
           (r->subject.category == CATEGORY_CONDITION || r->subject.category == CATEGORY_ALLERGY);
}

/* Is all that a rule names, one or several, trouble? */
static bool only_trouble(const rule *r)
{
    size_t known = 0;

    if (r->op != RULE_ANY)
        return is_trouble(r);
    for (size_t i = 0; i < r->count; i++) {
        if (r->of[i]->op != RULE_HAS || (r->of[i]->subject.concept && !is_trouble(r->of[i])))
            return false;
        known += r->of[i]->subject.concept != NULL;
    }
    return known > 0;
}

/* Does a rule ask for the thing, or a kind of it, or what it is a kind of? */
static bool asks_for(const rule *r, const concept *k)
{
    const concept *own = r->subject.concept;

    if (r->op == RULE_NOT)
        return false;
    if (own && (r->op == RULE_HAS || r->op == RULE_COMPARE))
        return concept_is(own, k) || concept_is(k, own);
    for (size_t i = 0; i < r->count; i++)
        if (asks_for(r->of[i], k))
            return true;
    return false;
}

static bool trial_asks_for(const criterion *list, size_t count, const rule *denied)
{
    size_t n = denied->op == RULE_ANY ? denied->count : 1;

    for (size_t i = 0; i < n; i++) {
        const rule *r = denied->op == RULE_ANY ? denied->of[i] : denied;

        for (size_t m = 0; r->subject.concept && m < count; m++)
            if (list[m].kind == CRITERION_INCLUSION && asks_for(list[m].rule, r->subject.concept))
                return true;
    }
    return false;
}

/* Both readings of a denial of trouble that the trial does not ask for; NULL: it is none. */
static const rule *read_denial(arena *a, const criterion *list, size_t count, const rule *r)
{
    const rule *two[2];

    if (r->op != RULE_NOT || !only_trouble(r->of[0]) || trial_asks_for(list, count, r->of[0]))
        return NULL;
    two[0] = r;
    two[1] = r->of[0];
    return rule_readings(a, r->span, "polarity", two, 2);
}

/* The same of a line that bars by one of several: "No heart disease, or asthma that ...". */
static const rule *read_line(arena *a, const criterion *list, size_t count, const rule *r)
{
    const rule **of, *open;
    bool changed = false;

    if (r->op != RULE_ANY)
        return read_denial(a, list, count, r);
    of = arena_copy(a, r->of, r->count, sizeof *of);
    if (!of)
        return NULL;
    for (size_t i = 0; i < r->count; i++)
        if ((open = read_denial(a, list, count, r->of[i]))) {
            of[i] = open;
            changed = true;
        }
    return changed ? rule_join(a, RULE_ANY, r->span, of, r->count) : NULL;
}

void bars_read_denials(arena *a, criterion *list, size_t count)
{
    bool asks = false;

    for (size_t i = 0; i < count; i++)
        asks = asks || list[i].kind == CRITERION_INCLUSION;
    for (size_t i = 0; asks && i < count; i++) {
        const rule *r =
            list[i].kind == CRITERION_EXCLUSION ? read_line(a, list, count, list[i].rule) : NULL;

        if (r && (r = rule_settle(a, r, list[i].id, list[i].span)))
            list[i].rule = r;
    }
}
