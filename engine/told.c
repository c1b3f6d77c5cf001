/* What the lexicon tells of a question beside names and kinds: which records of another thing
 * answer it, and which leave it open. */
#include "engine/question.h"

#include "rules/piece.h"
#include "rules/table.h"

#include <string.h>

bool told_lists_others(const question *q)
{
    size_t size;

    for (size_t i = 0; i < q->target_count; i++)
        if (concept_attribute(q->targets[i], "ever", &size) ||
            concept_attribute(q->targets[i], "began", &size))
            return true;
    return false;
}

void told_also(const eval_record *x, question *q, const char *attribute)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    piece list = {"", 0}, id;

    if (q->target_count)
        list.at = concept_attribute(q->targets[0], attribute, &list.size);
    while (list.at && piece_next(&list, ',', &id)) {
        const concept *known = lexicon_concept(lx, id.at, id.size);

        if (known && q->target_count < sizeof q->targets / sizeof *q->targets)
            q->targets[q->target_count++] = known;
    }
}

bool told_lists(const eval_record *x, const concept *c, const char *attribute, const question *q,
                unsigned sides)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    size_t size;
    const char *list = concept_attribute(c, attribute, &size), *end = list ? list + size : NULL;

    for (const char *at = list; at && at < end;) {
        const char *comma = memchr(at, ',', (size_t)(end - at)), *stop = comma ? comma : end;
        const concept *known = lexicon_concept(lx, at, (size_t)(stop - at));

        for (size_t i = 0; known && i < q->target_count; i++)
            if ((sides & TARGET_BELOW && concept_is(q->targets[i], known)) ||
                (sides & TARGET_ABOVE && concept_is(known, q->targets[i])))
                return true;
        at = stop + 1;
    }
    return false;
}

bool told_listed_by(const eval_record *x, const question *q, const char *attribute,
                    const concept *c)
{
    question one = {.targets = {c}, .target_count = 1};

    for (size_t i = 0; i < q->target_count; i++)
        if (told_lists(x, q->targets[i], attribute, &one, TARGET_BELOW))
            return true;
    return false;
}

bool told_grown(const eval_record *x, const question *q, const entry *e)
{
    enum { DAYS = 90 };
    const fact *f = e->fact;
    const concept *c = e->concept;

    if (c->category != CATEGORY_ORGANISM ||
        (!q->windowed && q->rule->tense != TENSE_HISTORY && date_known(f->start) &&
         f->start.last < x->policy->as_of - DAYS))
        return false;
    for (const concept *const *p = c->above; c; c = p ? *p++ : NULL)
        if (told_lists(x, c, "perhaps", q, TARGET_ABOVE))
            return true;
    return false;
}

bool told_comes_of(const concept *t, const concept *c)
{
    for (const concept *const *p = t->above; t; t = p ? *p++ : NULL)
        if (t->flags & CONCEPT_OUTCOME && t != c && concept_is(t, c))
            return true;
    return false;
}

bool told_of_own_birth(const eval_record *x, const concept *c)
{
    enum { DAYS = 2 * 366 };

    if (!date_known(x->patient->birth) || x->policy->as_of - x->patient->birth.first > DAYS ||
        c->category != CATEGORY_CONDITION || c->flags & CONCEPT_WHOLE)
        return false;
    for (const concept *const *p = c->above; c; c = p ? *p++ : NULL)
        if (c->flags & CONCEPT_FEMALE)
            return true;
    return false;
}

/* Does `t` lie below `c`, and is it not the same? */
static bool below(const concept *t, const concept *c)
{
    return t && c && t != c && concept_is(t, c);
}

bool told_wider_allergy(const question *q, const concept *c)
{
    const concept *to = c->category == CATEGORY_ALLERGY ? c->substance : c;

    for (size_t i = 0; i < q->target_count; i++) {
        const concept *t = q->targets[i];
        bool drug = t->category == CATEGORY_MEDICATION;

        if (below(t, c) || below(drug ? t : t->substance, to) ||
            (drug && (strcmp(c->id, "allergy") == 0 || strcmp(c->id, "drug_allergy") == 0)))
            return true;
    }
    return false;
}
