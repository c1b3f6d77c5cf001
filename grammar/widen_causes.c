#include "grammar/widen.h"

/* What something is due to, where a cause of a list says more than its name ("heart failure due to
 * amyloidosis, active myocarditis or sarcoidosis"), or is a kind of what it causes ("anemia due to
 * bleeding, thalassemia or cancer"): it, and what stands behind it, may bar by itself as well. */

/* May the thing of entry i be one more cause of y's, or a thing by itself? */
static bool may_cause(const clause *c, const entry *x, const item *y)
{
    const item *z = &x->item;

    return entry_plain(x) && !z->caused && !z->history && !z->planned && !z->window &&
           !z->duration && !z->event && !x->example && z->subject.concept &&
           z->subject.category == CATEGORY_CONDITION &&
           z->subject.span.end > z->subject.span.start && (!x->loose || x[-1].link == PART_COMMA) &&
           y->subject.concept != z->subject.concept && c->text[z->subject.span.start - 1] == ' ';
}

bool widen_causes(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 0; i + 1 < e->count; i++) {
        const item *y = &e->at[i].item;

        if (!y->caused || y->judge || !y->subject.concept || !entry_linked(&e->at[i + 1]) ||
            !list_ends_in_word(e, i + 1) ||
            /* "causing pain or fever, heart failure, gout or asthma": the causes have ended */
            (e->at[i].link == PART_OR && i > 0 && e->at[i - 1].item.caused))
            continue;
        for (size_t m = i + 1;
             m < e->count && entry_linked(&e->at[m]) && may_cause(c, &e->at[m], y); m++) {
            item *x = &wide->at[m].item;
            rule_subject own = x->subject;

            if (concept_is(own.concept, y->subject.concept))
                continue; /* "anemia due to bleeding or thalassemia": it is one */
            x->subject = y->subject;
            x->subject_part = y->subject_part;
            x->head = y->head;
            x->current = y->current;
            item_qualify(c, x, "about", NULL, own.span, own.concept);
            changed = true;
        }
    }
    return changed;
}
