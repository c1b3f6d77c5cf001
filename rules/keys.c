/* The numbers of a folded word in the vocabularies of the core and of a site. */
#include "rules/table.h"

static uint32_t exact_key(const vocabulary *v, const fold_atom *a)
{
    uint32_t key = word_find(v, v->exact, v->exact_mask, a->exact, a->exact_size);

    if (!key && a->acronym_plural)
        key = word_find(v, v->exact, v->exact_mask, a->exact, a->exact_size - 1);
    return key & ~WORD_STABLE;
}

uint32_t word_exact(const vocabulary *core, const vocabulary *more, const fold_atom *a,
                    uint32_t key)
{
    uint32_t exact;

    if (a->capitals == 0 || a->kind != ATOM_WORD)
        return key;
    exact = exact_key(core, a);
    return exact || !more ? exact : exact_key(more, a);
}

void word_keys(const vocabulary *core, const vocabulary *more, const fold_atom *a, uint32_t *key,
               uint32_t *exact)
{
    *key = word_find(core, core->folded, core->folded_mask, a->folded, a->size);
    if (!*key && more)
        *key = word_find(more, more->folded, more->folded_mask, a->folded, a->size);
    *key &= ~WORD_STABLE;
    *exact = word_exact(core, more, a, *key);
}
