/* Kinds of a thing that divide it by something else: what is asked for by its tissue or its place
 * may be what is recorded by its cause. */
#include "engine/leaf.h"
#include "rules/landmark.h"
#include "rules/piece.h"

#include <string.h>

/* By what a concept divides its class; an empty piece: as most names do. */
static piece divides_by(const concept *c)
{
    piece p = {"", 0};
    const char *at = concept_attribute(c, "divides", &p.size);

    if (at && (piece_is((piece){at, p.size}, "wholly") || piece_starts((piece){at, p.size}, "by_")))
        p.at = at;
    else
        p.size = 0;
    return p;
}

static bool same_division(piece a, piece b)
{
    return a.size == b.size && memcmp(a.at, b.at, a.size) == 0;
}

/* Is whoever has one of them taken to have no other: a second type of diabetes, while a kidney may
 * fail again and again? */
static bool has_one(piece by)
{
    return piece_is(by, "wholly") || piece_is(by, "by_type");
}

/* Is it a kind of the class, and does it, or what it is a kind of there, divide the class so? */
static bool divides_class(const concept *c, const concept *class, piece by)
{
    if (!concept_is(c, class))
        return false;
    if (same_division(divides_by(c), by))
        return true;
    for (const concept *const *p = c->above; p && *p; p++)
        if (concept_is(*p, class) && same_division(divides_by(*p), by))
            return true;
    return false;
}

/* "Community-acquired pneumonia" and one by a germ: where one gets it says nothing of its cause,
 * and every other of its class may be one, unless the record says that it is of another such kind.
 * "Chronic heart failure", and one with a reduced ejection fraction: this may be that, as its
 * course is not said; an acute one is not. */
static bool divides_wholly(const eval_record *x, const concept *t, const concept *c)
{
    const piece by = divides_by(t);
    const concept *class = t;

    if (!by.size)
        return false;
    while (class->parents[0] && same_division(divides_by(class), by))
        class = class->parents[0];
    if (!concept_is(c, class) || divides_class(c, class, by))
        return false;
    for (size_t g = 0; has_one(by) && g < x->group_count; g++) {
        const concept *k = x->groups[g].concept;

        if (divides_class(k, class, by) && !concept_is(k, t) && !concept_is(t, k))
            return false;
    }
    return true;
}

bool divided_otherwise(const eval_record *x, const concept *asked, const concept *c)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();

    /* "major surgery", "cancer surgery": any operation may be one */
    if (concept_attribute_is(asked, "divides", "any"))
        return asked->parents[0] && concept_is(c, asked->parents[0]);
    if (asked->category != CATEGORY_CONDITION)
        return false;
    if (divides_wholly(x, asked, c))
        return true;
    for (size_t k = 0; concept_attribute_is(asked, "divides", "otherwise") && asked->parents[k];
         k++)
        if (concept_is(c, asked->parents[k]) && concepts_share_kinds(lx, asked, c))
            return true;
    return false;
}

/* ---- several things of one class ---- */

/* Is it one that a value of `since` may be of? */
static bool may_own(const eval_record *x, const entry *e, date since)
{
    const fact *f = e->fact;
    episode at;

    if (e->role != ROLE_CODE || f->kind != FACT_CONDITION || f->certainty != FACT_CONFIRMED ||
        f->planned || f->history || !is_record_of_patient(f))
        return false;
    at = when_episode(x, f);
    return !date_known(since) || at.open || at.e2 >= since.first;
}

enum { KNOWN = 16 };

bool record_has_several(const eval_record *x, const concept *value, date since)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    size_t size;
    const char *id = concept_attribute(value, "one_of", &size);
    const concept *class = id ? lexicon_concept(lx, id, size) : NULL,
                  *spread = lexicon_landmark(lx, LANDMARK_METASTATIC_CANCER), *known[KNOWN];
    size_t n = 0;

    for (size_t g = 0; class && g < x->group_count; g++) {
        const concept *k = x->groups[g].concept;
        bool owns = false;

        if (!concept_is(k, class) || k == class || concept_is(k, spread))
            continue;
        for (size_t i = 0; i < x->groups[g].count && !owns; i++)
            owns = may_own(x, &x->groups[g].entries[i], since);
        for (size_t i = 0; owns && i < n; i++)
            if (!concepts_share_kinds(lx, known[i], k))
                return true;
        if (owns && n < KNOWN)
            known[n++] = k;
    }
    return false;
}
