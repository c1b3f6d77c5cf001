#include "rules/words.h"

#include "rules/known.h"

#include <string.h>

static bool joins(const atom *x)
{
    return x->gap == GAP_NONE || x->gap == GAP_BLANK || x->gap == GAP_HYPHEN ||
           x->gap == GAP_LINE || x->gap == GAP_DOT;
}

/* Classes of hits before that reach over [start, ...): these are theirs. *open: the first hit that
 * may; none before it will again. */
static uint64_t taken(const word_hit *list, size_t *open, size_t count, size_t start)
{
    uint64_t classes = 0;

    while (*open < count && list[*open].span.end <= start)
        ++*open;
    for (size_t i = *open; i < count; i++)
        if (list[i].span.end > start)
            classes |= list[i].classes;
    return classes;
}

typedef struct phrase_found {
    const phrase_meaning *meaning;
    size_t end; /* byte */
} phrase_found;

/* The phrases that begin at atom i, the shortest first. */
static size_t begin_at(const atoms *t, size_t i, phrase_found out[WORD_PHRASE])
{
    const phrases *p = &lexicon_word_table.phrases;
    uint32_t state = phrase_first(p, t->list[i].key);
    size_t n = 0, start = t->list[i].start;

    for (size_t k = i; state && t->list[k].end - start < WORD_HIT_BYTES; k++) {
        if (p->meanings[state].thing)
            out[n++] = (phrase_found){&p->meanings[state], t->list[k].end};
        if (k + 1 == t->count || k + 1 - i == WORD_PHRASE || !t->list[k + 1].key ||
            !joins(&t->list[k + 1]))
            break;
        state = phrase_step(p, state, t->list[k + 1].key);
    }
    return n;
}

word_hits words_find(const atoms *text, arena *a)
{
    word_hits out = {0};
    word_hit *list = NULL;
    size_t room = 0, open = 0, reach = 0; /* how far the hits go */

    if (!arena_reserve(a, (void **)&list, &room, text->count / 2 + 4, sizeof *list))
        return out;
    for (size_t i = 0; i < text->count; i++) {
        phrase_found found[WORD_PHRASE];
        size_t n = text->list[i].begins & BEGINS_WORDS ? begin_at(text, i, found) : 0;

        while (n-- > 0) { /* the longest first */
            const phrase_meaning *m = found[n].meaning;
            word_hit h = {{text->list[i].start, found[n].end},
                          &lexicon_word_table.entries[m->thing - 1],
                          m->quantity,
                          0};

            h.classes = h.entries->classes;
            if (reach > h.span.start)
                h.classes &= ~taken(list, &open, out.count, h.span.start);
            if (!h.classes)
                continue;
            if (!arena_grow(a, (void **)&list, out.count, &room, sizeof *list))
                return out;
            list[out.count++] = h;
            reach = h.span.end > reach ? h.span.end : reach;
            out.list = list;
            out.classes |= h.classes;
        }
    }
    return out;
}

const word_entry *word_entry_of(const word_hit *h, word_class c)
{
    for (uint32_t i = 0; i < h->count; i++)
        if (h->entries[i].class == c)
            return &h->entries[i];
    return NULL;
}

size_t words_from(const word_hits *w, size_t byte)
{
    size_t low = 0, high = w->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (w->list[middle].span.start < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const word_hit *words_in(const word_hits *w, word_class c, size_t start, size_t end)
{
    if (!words_have(w, c))
        return NULL;
    for (size_t i = words_from(w, start); i < w->count && w->list[i].span.start < end; i++)
        if (w->list[i].span.end <= end && (w->list[i].classes & WORD_BIT(c)))
            return &w->list[i];
    return NULL;
}

static word_hit entries_of(uint32_t state)
{
    const phrase_meaning *m = &lexicon_word_table.phrases.meanings[state];
    word_hit h = {0};

    if (m->thing) {
        h.entries = &lexicon_word_table.entries[m->thing - 1];
        h.count = m->quantity;
        h.classes = h.entries->classes;
    }
    return h;
}

word_hit words_whole(const char *text, size_t size)
{
    uint32_t state = phrase_whole(&lexicon_word_table.phrases, text, size);

    return state ? entries_of(state) : (word_hit){0};
}

bool words_name(const concept *c, word_class class)
{
    const lexicon_table *core = &lexicon_core_table;
    uintptr_t at = (uintptr_t)c, first = (uintptr_t)core->concepts;

    if (at >= first && at < first + core->count * sizeof *c)
        return core->id_words[(at - first) / sizeof *c] & WORD_BIT(class);
    return words_whole(c->id, strlen(c->id)).classes & WORD_BIT(class);
}

/* Did folding leave a word of `size` letters as it was? Not sure where it did not. */
static bool is_unfolded(const fold_atom *x, size_t size)
{
    bool same = x->size == size;

    for (size_t i = 0; i < size && same; i += 8)
        same = (text_bytes(x->exact + i, 8) | TEXT_EACH(0x20)) == text_bytes(x->folded + i, 8);
    return same;
}

/* A known word, as nearly every one is. False: another one; nothing is taken. */
static bool next_known(fold_cutter *cut, folded_word *out)
{
    const vocabulary *v = &lexicon_core_table.words;
    size_t end;
    const known_word *k = known_ahead(cut, &end);

    if (!k || !k->settled)
        return false;
    cut->at = end;
    cut->numbered = k->numbered;
    out->text = v->pool + v->place[k->key - v->first];
    out->size = v->place[k->key - v->first + 1] - v->place[k->key - v->first];
    out->kind = ATOM_WORD;
    out->roles = known_roles_of(known_number(k))->folded;
    out->hit = entries_of(phrase_first(&lexicon_word_table.phrases, k->key));
    return true;
}

/* Any other one. */
__attribute__((noinline)) static bool next_other(fold_cutter *cut, fold_atom *x, folded_word *out)
{
    const vocabulary *v = &lexicon_core_table.words;
    uint32_t key;
    size_t size;
    bool plain;

    if (!fold_begin_next(cut, x))
        return false;
    plain = x->raw; /* letters of ASCII, one word also when it is folded */
    size = x->size;
    key = plain ? word_stable(v, x->folded, x->size) : 0;
    fold_finish(cut, x, key != 0);
    out->text = x->folded;
    out->size = x->size;
    out->kind = x->kind;
    out->roles = roles_all(x->folded, x->size);
    if (!plain && x->kind == ATOM_WORD) {
        out->hit = words_whole(x->folded, x->size);
        return true;
    }
    if (!plain)
        key = word_find(v, v->folded, v->folded_mask, x->folded, x->size) & ~WORD_STABLE;
    else if (!key && !is_unfolded(x, size)) { /* as it is it would have been found */
        char again[FOLD_ROOM];
        size_t n;

        memcpy(again, x->folded, x->size);
        n = fold_word(again, x->size); /* as words_whole() does with what it is given */
        key = word_find(v, v->folded, v->folded_mask, again, n) & ~WORD_STABLE;
    }
    out->hit = entries_of(phrase_first(&lexicon_word_table.phrases, key));
    return true;
}

bool words_next(fold_cutter *cut, fold_atom *room, folded_word *out)
{
    return next_known(cut, out) || next_other(cut, room, out);
}

/* Can a phrase of the class be all of it? Told by its first letter, but for one that folding takes
 * away ("oedema"). */
static bool may_be(word_class c, const char *text, size_t size)
{
    uint32_t letter = size ? role_letter(text_lower(*text)) : 0;

    return !letter || (size > 1 && (text[1] | 0x20) == 'e') ||
           (lexicon_word_table.letters[c] & letter);
}

const word_entry *words_entry(word_class c, const char *text, size_t size)
{
    word_hit h;

    if (!may_be(c, text, size))
        return NULL;
    h = words_whole(text, size);
    return word_is(&h, c);
}
