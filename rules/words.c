#include "rules/words.h"

static bool joins(const atom *x)
{
    return x->gap == GAP_NONE || x->gap == GAP_BLANK || x->gap == GAP_HYPHEN ||
           x->gap == GAP_LINE || x->gap == GAP_DOT;
}

static uint64_t bit(word_class c)
{
    return (uint64_t)1 << c;
}

/* The longest phrase that begins at atom i: what it means, and how many atoms it covers; NULL:
 * none.
 */
static const phrase_meaning *longest(const atoms *t, size_t i, size_t *covered)
{
    const phrases *p = &lexicon_word_table.phrases;
    const phrase_meaning *best = NULL;
    uint32_t state = 0;

    for (size_t k = i; k < t->count && k - i < WORD_PHRASE; k++) {
        const atom *x = &t->list[k];

        if (!x->key || (k > i && !joins(x)))
            break;
        state = k == i ? phrase_first(p, x->key) : phrase_step(p, state, x->key);
        if (!state)
            break;
        if (p->meanings[state].thing) {
            best = &p->meanings[state];
            *covered = k - i + 1;
        }
    }
    return best;
}

word_hits words_find(const atoms *text, arena *a)
{
    word_hits out = {0};
    word_hit *list = NULL;
    size_t room = 0, covered = 1;

    for (size_t i = 0; i < text->count; i += covered) {
        const phrase_meaning *m = longest(text, i, &covered);
        word_hit *h;

        if (!m) {
            covered = 1;
            continue;
        }
        if (!arena_grow(a, (void **)&list, out.count, &room, sizeof *list))
            break;
        h = &list[out.count++];
        *h = (word_hit){{text->list[i].start, text->list[i + covered - 1].end},
                        &lexicon_word_table.entries[m->thing - 1],
                        m->quantity,
                        0};
        for (uint32_t k = 0; k < h->count; k++)
            h->classes |= bit(h->entries[k].class);
        out.classes |= h->classes;
    }
    out.list = list;
    return out;
}

const word_entry *word_is(const word_hit *h, word_class c)
{
    if (!(h->classes & bit(c)))
        return NULL;
    for (uint32_t i = 0; i < h->count; i++)
        if (h->entries[i].class == c)
            return &h->entries[i];
    return NULL;
}

const word_hit *words_in(const word_hits *w, word_class c, size_t start, size_t end)
{
    size_t low = 0, high = w->count;

    if (!words_have(w, c))
        return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (w->list[middle].span.start < start)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i < w->count && w->list[i].span.start < end; i++)
        if (w->list[i].span.end <= end && (w->list[i].classes & bit(c)))
            return &w->list[i];
    return NULL;
}

const word_entry *words_entry(word_class c, const char *text, size_t size)
{
    const phrases *p = &lexicon_word_table.phrases;
    const phrase_meaning *m;
    uint32_t state = 0, key, exact;
    fold_cutter at;
    fold_atom x;

    fold_begin(&at, text, size);
    while (fold_next(&at, &x)) {
        word_keys(&lexicon_core_table.words, NULL, &x, &key, &exact);
        if (!key || !(state = phrase_step(p, state, key)))
            return NULL;
    }
    m = &p->meanings[state];
    for (uint32_t i = 0; i < m->quantity; i++)
        if (lexicon_word_table.entries[m->thing - 1 + i].class == c)
            return &lexicon_word_table.entries[m->thing - 1 + i];
    return NULL;
}
