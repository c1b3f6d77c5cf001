/* What a text names as an example of a thing, where a record has the example. */
#include "engine/leaf.h"

/* "Antibiotics such as penicillin": is having the example having the thing? */
bool example_counts(const rule *r, const concept *k)
{
    const concept *of = r->subject.concept;

    if (!of || concept_is(k, of))
        return true;
    /* "insulin (diabetes drugs)": says what it is, and what comes of something else may come of
     * another thing */
    return k->category == of->category && !concept_is(of, k) && !(of->flags & CONCEPT_OUTCOME);
}

/* "Lung disease, including use of a pacemaker": not recorded, and an example that is none of its
 * kinds is. */
void open_by_example(const eval_record *x, const rule *r, const has_minus *minus, eval_node *out)
{
    for (size_t i = 0; out->truth == TRUTH_FALSE && i < r->qualifier_count; i++) {
        const concept *k = r->qualifiers[i].concept;
        eval_reason reason = REASON_NONE;
        rule own = *r;
        truth t;

        if (!qualifier_is(&r->qualifiers[i], "example") || !k || example_counts(r, k) ||
            category_is_quantity(k->category) || concept_is(r->subject.concept, k))
            continue;
        own.subject.concept = k;
        own.subject.category = k->category;
        own.qualifiers = NULL;
        own.qualifier_count = 0;
        t = has_truth(x, &own, minus, &reason);
        if (t == TRUTH_TRUE || (t == TRUTH_UNKNOWN && reason != REASON_NO_RECORD))
            node_set(out, TRUTH_UNKNOWN, REASON_AMBIGUOUS,
                     arena_printf(x->arena, "%s is not recorded, but %s is, an example of it",
                                  subject_name(r), k->name));
    }
}
