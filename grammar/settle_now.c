/* The time of what goes on now: "within the current depressive episode", "during the current
 * admission". */
#include "grammar/settle.h"

size_t settle_current_time(const settler *s, size_t i)
{
    const concept *k;

    if (settle_kind(s, i) != PART_CURRENT ||
        !(settle_word_is(s, i, "current") || settle_word_is(s, i, "present")))
        return 0; /* "in use of" */
    for (i++; settle_kind(s, i) == PART_QUAL || settle_kind(s, i) == PART_FILL;)
        i++;
    if (settle_kind(s, i) == PART_ANCHOR && settle_word_is(s, i, "admission"))
        return i + 1;
    k = settle_kind(s, i) == PART_THING ? s->in[i].hit.thing : NULL;
    if (!k || (k->category != CATEGORY_CONDITION && k->category != CATEGORY_ENCOUNTER))
        return 0;
    return i + 1 + settle_word_is(s, i + 1, "episode");
}
