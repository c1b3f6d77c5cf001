/* Cutting a text into atoms, each with its numbers in the lexicon. */
#include "engine/base/text.h"
#include "rules/concept.h"
#include "rules/fold.h"
#include "rules/known.h"
#include "rules/pattern.h"
#include "rules/words.h"

/* A word that stands as it is in a vocabulary: the core's, then the site's (NULL: there is none).
 */
static inline uint32_t plain_key(const vocabulary *more, const char *text, size_t size)
{
    const vocabulary *core = &lexicon_core_table.words;
    uint32_t key = word_find(core, core->folded, core->folded_mask, text, size);

    if (!key && more)
        key = word_find(more, more->folded, more->folded_mask, text, size);
    return key & ~WORD_STABLE;
}

/* The same of one with capitals of its own. */
static uint32_t cased_key(const vocabulary *more, bool cased, const char *text, size_t size)
{
    const vocabulary *core = &lexicon_core_table.words;
    uint32_t key = cased ? word_find(core, core->exact, core->exact_mask, text, size) : 0;

    if (!key && more)
        key = word_find(more, more->exact, more->exact_mask, text, size);
    return key & ~WORD_STABLE;
}

/* A text that is cut, and where. */
typedef struct place {
    const char *text;
    size_t size, at;
    bool numbered; /* as of a fold_cutter */
} place;

/* A known word of ASCII letters here. False: another one. */
static inline bool known_here(const vocabulary *more, place *p, atom *out)
{
    const char *word = p->text + p->at;
    const known_word *k;
    printed_word w;

    if (p->numbered || !(k = known_at(word, p->size - p->at, &w)) || (!k->key && more))
        return false;
    out->start = (uint32_t)p->at;
    p->at += w.size;
    out->end = (uint32_t)p->at;
    out->key = out->exact = k->key;
    out->kind = ATOM_WORD;
    out->capitals = !w.capitals ? 0 : w.capitals == w.size ? 2 : 1;
    out->known = known_number(k);
    out->begins = k->begins;
    if (w.capitals) {
        out->exact = k->cased || more ? cased_key(more, k->cased, word, w.size) : 0;
        if (out->exact)
            out->begins = (uint8_t)(out->begins | word_begins(out->exact));
    }
    p->numbered = k->numbered;
    return true;
}

/* Digits or a sign of ASCII here. False: something else. */
static inline bool plain_here(const vocabulary *more, place *p, atom *out)
{
    const char *text = p->text + p->at;
    size_t n = 1, room = p->size - p->at;

    if (*text >= '0' && *text <= '9') {
        while (n < room && text[n] >= '0' && text[n] <= '9')
            n++;
        if (n > FOLD_ROOM)
            return false;
        out->kind = ATOM_NUMBER;
    } else if (*text == '/' || *text == '+' || *text == '%')
        out->kind = ATOM_SIGN;
    else
        return false;
    out->start = (uint32_t)p->at;
    p->at += n;
    out->end = (uint32_t)p->at;
    out->key = out->exact = plain_key(more, text, n);
    out->capitals = 0;
    out->begins = (uint8_t)word_begins(out->key);
    out->known = 0;
    p->numbered = false;
    return true;
}

/* The next atom where it is what nearly every one is. False: another one, or none; nothing is
 * taken. */
static inline bool quick_atom(const vocabulary *more, place *p, atom *out)
{
    atom_gap gap = GAP_NONE;
    place here = *p;

    if (here.at < p->size && p->text[here.at] == ' ') {
        gap = GAP_BLANK;
        here.at++;
    }
    if (here.at < p->size && !text_is_letter(p->text[here.at]))
        here.at = fold_gap(p->text, p->size, p->at, &gap);
    if (here.at == p->size || !(text_is_letter(p->text[here.at]) ? known_here(more, &here, out)
                                                                 : plain_here(more, &here, out)))
        return false;
    out->gap = (uint8_t)gap;
    *p = here;
    return true;
}

bool cut_next(const lexicon *lx, fold_cutter *cut, fold_atom *one, uint32_t *key, uint32_t *exact)
{
    const vocabulary *core = &lexicon_core_table.words, *more = lexicon_own_words(lx);

    if (!fold_begin_next(cut, one))
        return false;
    *key = one->raw ? word_stable(core, one->folded, one->size) : 0;
    fold_finish(cut, one, *key != 0);
    if (*key)
        *exact = word_exact(core, more, one, *key);
    else
        word_keys(core, more, one, key, exact);
    return true;
}

/* Any other atom. */
__attribute__((noinline)) static bool other_atom(const lexicon *lx, place *p, atom *out)
{
    fold_cutter cut = {.text = p->text, .size = p->size, .at = p->at, .numbered = p->numbered};
    uint32_t key, exact;
    fold_atom one;

    if (p->at == p->size || !cut_next(lx, &cut, &one, &key, &exact))
        return false;
    *out = (atom){.start = (uint32_t)one.start,
                  .end = (uint32_t)one.end,
                  .key = key,
                  .exact = exact,
                  .kind = (uint8_t)one.kind,
                  .gap = (uint8_t)one.gap,
                  .capitals = (uint8_t)one.capitals,
                  .begins = (uint8_t)(word_begins(key) | word_begins(exact))};
    p->at = cut.at;
    p->numbered = cut.numbered;
    return true;
}

atoms lexicon_cut(const lexicon *lx, const char *text, size_t size, arena *a)
{
    atoms out = {.text = text, .size = size};
    size_t room = size / 4 + 8, count = 0;
    const vocabulary *more = lexicon_own_words(lx);
    place p = {.text = text, .size = size};
    atom *list;

    if (size >= UINT32_MAX || !(list = arena_room(a, room * sizeof *list))) {
        arena_fail(a);
        return out;
    }
    do {
        place quick = p; /* not seen by who reads other atoms, so that it stays in registers */

        while (count < room && quick_atom(more, &quick, &list[count]))
            count++;
        p = quick;
        if (!arena_grow(a, (void **)&list, count, &room, sizeof *list))
            return out;
    } while (other_atom(lx, &p, &list[count]) && ++count);
    out.list = list;
    out.count = count;
    out.work = pattern_work_new(a);
    return out;
}

/* The number in the core of the next word, 0: it has none. False: there is no more. */
static bool next_key(fold_cutter *at, uint32_t *key)
{
    const vocabulary *core = &lexicon_core_table.words;
    size_t end;
    const known_word *k = known_ahead(at, &end);
    fold_atom x;

    if (k) {
        at->at = end;
        at->numbered = k->numbered;
        *key = k->key;
        return true;
    }
    if (!fold_begin_next(at, &x))
        return false;
    *key = x.raw ? word_stable(core, x.folded, x.size) : 0;
    fold_finish(at, &x, *key != 0);
    if (!*key)
        *key = word_find(core, core->folded, core->folded_mask, x.folded, x.size) & ~WORD_STABLE;
    return true;
}

uint32_t phrase_whole(const phrases *p, const char *text, size_t size)
{
    uint32_t state = 0, key;
    fold_cutter at;
    bool first = true;

    fold_begin(&at, text, size);
    for (; next_key(&at, &key); first = false) {
        state = !key ? 0 : first ? phrase_first(p, key) : phrase_step(p, state, key);
        if (!state)
            return 0;
    }
    return state;
}
