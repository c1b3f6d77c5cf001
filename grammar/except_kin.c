#include "grammar/except_kin.h"

#include "rules/landmark.h"

bool kin_named(const rule *r, const concept *k)
{
    if (r->subject.concept &&
        (concept_is(r->subject.concept, k) || concept_is(k, r->subject.concept) ||
         concept_counted_among(k, r->subject.concept)))
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (kin_named(r->of[i], k))
            return true;
    return false;
}

bool kin_may_be(const rule *a, const rule *b)
{
    if (b->op == RULE_HAS)
        return !b->subject.concept || kin_named(a, b->subject.concept);
    for (size_t i = 0; i < b->count; i++)
        if (kin_may_be(a, b->of[i]))
            return true;
    return b->op == RULE_OPAQUE || b->op == RULE_JUDGEMENT;
}

/* Have the two a class in common that says something? */
static bool have_class(const concept *a, const concept *b)
{
    if (concept_is(a, b) || concept_is(b, a))
        return true;
    for (size_t i = 0; a->above[i]; i++)
        if (!(a->above[i]->flags & CONCEPT_WEAK) && concept_is(b, a->above[i]))
            return true;
    return false;
}

bool kin_related(const rule *r, const concept *k)
{
    if (r->subject.concept && have_class(r->subject.concept, k))
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (kin_related(r->of[i], k))
            return true;
    return false;
}

bool kin_known(const rule *a)
{
    for (size_t i = 0; i < a->count; i++)
        if (!kin_known(a->of[i]))
            return false;
    return a->count || (a->op == RULE_HAS && a->subject.category != CATEGORY_NONE);
}

bool kin_one(const rule *r, const rule *a, bool like)
{
    const concept *k = r->subject.concept;

    for (size_t i = 0; i < r->count; i++)
        if (kin_one(r->of[i], a, like))
            return true;
    return k &&
           (!like || (k->category == CATEGORY_CONDITION ? kin_named(a, k) : kin_related(a, k)));
}

bool kin_unlike(const rule *a, const rule *r)
{
    const concept *k = r->op == RULE_HAS ? r->subject.concept : NULL;

    if (k && a->op == RULE_HAS && !a->subject.concept) /* "drugs other than aspirin, asthma" */
        return k->category == CATEGORY_CONDITION && a->subject.category != CATEGORY_CONDITION;
    return kin_one(r, NULL, false) && !kin_one(r, a, true);
}

bool kin_no_disease(const rule *r)
{
    const concept *k = r->subject.concept;

    return r->op == RULE_HAS && k &&
           (k->category != CATEGORY_CONDITION || is_landmark(k, LANDMARK_PREGNANCY) ||
            is_landmark(k, LANDMARK_LACTATION));
}

bool kin_unlike_first(const rule *a, const rule *first, const rule *r, bool known)
{
    const concept *k = r->subject.concept;
    bool treats = first->op == RULE_HAS && first->subject.category != CATEGORY_NONE &&
                  first->subject.category != CATEGORY_CONDITION,
         kin = first->op == RULE_HAS && first->subject.category == CATEGORY_CONDITION &&
               !(known && !kin_unlike(a, first));

    if (r->op == RULE_COMPARE || !kin_one(r, NULL, false) || kin_one(r, first, true) ||
        (known && !kin_unlike(a, r)) || (treats && k && first->subject.category == k->category))
        return false;
    return !kin || kin_no_disease(r);
}

bool kin_only(const rule *r, category k)
{
    for (size_t i = 0; i < r->count; i++)
        if (!kin_only(r->of[i], k))
            return false;
    return r->count ? r->op == RULE_ANY || r->op == RULE_READINGS
                    : r->op == RULE_HAS && r->subject.category == k;
}
