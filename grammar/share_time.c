#include "grammar/bound.h"
#include "grammar/list.h"

/* Lengths of time without a word that says what they are: "A or B < 6 months". */

/* Is it no quantity that is so long ("life expectancy < 6 months"), and no unknown word that may be
 * one, but behind a slash? */
static bool takes_time(const entry *y)
{
    const item *x = &y->item;

    for (size_t i = 0; i < x->thing_count; i++)
        if (x->things[i]->hit.quantity)
            return false;
    return x->subject.concept || y->link == PART_SLASH;
}

/* "MI or TIA < 6 months", "MI/CVA/TIA < 6 mos": a bare length of time, which tells of each of them
 * when it was, or how long it has lasted. */
void list_share_lengths(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;
        const part *q = y->quantities[0];
        bool goes_on = e->at[i].link == PART_COMMA && i + 1 < e->count &&
                       e->at[i + 1].item.quantity_count == 1 &&
                       e->at[i + 1].item.quantities[0] == q && list_ends_in_word(e, i + 1);

        if (y->quantity_count != 1 || !q->period || q->age || y->age || q->low.given ||
            !q->high.given || !y->has_subject || q->span.start < y->subject.span.end ||
            !takes_time(&e->at[i]) || x->quantity_count || x->window || x->duration || x->event ||
            !x->has_subject || x->judge || x->age || x->who ||
            !(goes_on || list_said_before(c, e, i)))
            continue;
        x->quantities[0] = q;
        x->quantity_count = 1;
    }
}
