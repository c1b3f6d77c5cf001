/* Entries that nobody understood, beside what is asked: a closed world does not deny a thing of
 * which such an entry may speak. */
#include "engine/leaf.h"

#include "patients/mention.h"
#include "rules/table.h"

#include <string.h>

const fact *hint_unread(const eval_record *x, const concept *const *targets, size_t count)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();

    for (size_t i = 0; i < x->fact_count; i++) {
        const fact *f = x->facts[i];

        if (f->concept || !*f->text || f->kind == FACT_OBSERVATION || f->kind == FACT_FAMILY ||
            f->kind == FACT_CONSENT || f->certainty == FACT_DENIED || f->planned ||
            mention_otherwise(f->text))
            continue;
        for (size_t k = 0; k < count; k++)
            if (mention_shares_head(f->text, targets[k]->name) ||
                mention_shares_head(f->text, lexicon_row(lx, targets[k])->synonyms))
                return f;
    }
    return NULL;
}

const fact *hint_unnamed(const eval_record *x, category asked, const concept *const *targets,
                         size_t count)
{
    fact_kind kind;

    if (!x->unnamed)
        return NULL;
    switch (asked) {
    case CATEGORY_CONDITION: kind = FACT_CONDITION; break;
    case CATEGORY_MEDICATION: kind = FACT_MEDICATION; break;
    case CATEGORY_PROCEDURE: kind = FACT_PROCEDURE; break;
    case CATEGORY_IMMUNIZATION: kind = FACT_IMMUNIZATION; break;
    case CATEGORY_DEVICE: kind = FACT_DEVICE; break;
    case CATEGORY_ALLERGY: kind = FACT_ALLERGY; break;
    case CATEGORY_ENCOUNTER: kind = FACT_ENCOUNTER; break;
    default: return NULL;
    }
    for (size_t i = 0; i < x->fact_count; i++) {
        const fact *f = x->facts[i];
        bool other = f->code && strncmp(f->code, "icd10cm:", 8) == 0;

        if (!f->unnamed || f->kind != kind || f->certainty == FACT_DENIED || f->planned)
            continue;
        for (size_t t = 0; other && t < count; t++)
            other = (targets[t]->flags & CONCEPT_ICD10) != 0;
        if (!other)
            return f;
    }
    return NULL;
}

bool result_may_be_positive(const fact *f)
{
    const fact_value *v = &f->value;

    if (result_sign_of(f))
        return result_sign_of(f) > 0;
    if (v->interpretation == 'N' || v->interpretation == 'L' || v->kind == VALUE_NONE)
        return false;
    return v->kind != VALUE_NUMBER ||
           (v->high > 0 && !(v->range_high_given && v->high <= v->range_high));
}
