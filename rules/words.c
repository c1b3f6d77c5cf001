#include "rules/words.h"

#include <string.h>

/* Words of a phrase as they are compared, built up one by one. */
typedef struct words_key {
    char text[WORD_PHRASE * (FOLD_ROOM + 1)];
    size_t size;
} words_key;

static int compare(const word_entry *e, const words_key *k)
{
    int order = strncmp(e->phrase, k->text, k->size);

    return order ? order : (int)(unsigned char)e->phrase[k->size];
}

/* The first entry that is not before the key. */
static size_t lower_bound(const words_key *k)
{
    size_t low = 0, high = word_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (compare(&word_table[middle], k) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t classes_of(const word_entry *e)
{
    size_t n = 1;

    while (e[n].phrase && strcmp(e[n].phrase, e->phrase) == 0)
        n++;
    return n;
}

static bool key_add(words_key *k, const fold_atom *x)
{
    if (!x->size || k->size + x->size + 1 > sizeof k->text)
        return false;
    if (k->size)
        k->text[k->size++] = ' ';
    memcpy(k->text + k->size, x->folded, x->size);
    k->size += x->size;
    return true;
}

static bool joins(const fold_atom *x)
{
    return x->gap == GAP_NONE || x->gap == GAP_BLANK || x->gap == GAP_HYPHEN ||
           x->gap == GAP_LINE || x->gap == GAP_DOT;
}

static uint64_t bit(word_class c)
{
    return (uint64_t)1 << c;
}

/* Classes of hits before that reach over [start, end): these are theirs. */
static uint64_t taken(const word_hit *list, size_t count, size_t start, size_t end)
{
    uint64_t classes = 0;

    for (size_t i = count; i-- > 0 && list[i].span.start + WORD_HIT_BYTES > start;)
        if (list[i].span.end >= end || list[i].span.end > start)
            classes |= list[i].classes;
    return classes;
}

word_hits words_find(const char *text, size_t size, arena *a)
{
    fold_cutter at;
    word_hit *list = NULL;
    size_t count = 0, room = 0;
    fold_atom x;

    fold_begin(&at, text, size);
    while (fold_next(&at, &x)) {
        fold_cutter ahead = at;
        words_key key = {.size = 0};
        struct {
            const word_entry *entry;
            size_t end;
        } found[WORD_PHRASE];
        size_t start = x.start, n = 0;

        for (unsigned k = 0; k < WORD_PHRASE && key_add(&key, &x) && x.end - start < WORD_HIT_BYTES;
             k++) {
            size_t i = lower_bound(&key);

            if (i == word_count || strncmp(word_table[i].phrase, key.text, key.size) != 0)
                break;
            if (!word_table[i].phrase[key.size]) {
                found[n].entry = &word_table[i];
                found[n++].end = x.end;
            }
            if (!fold_next(&ahead, &x) || !joins(&x))
                break;
        }
        while (n-- > 0) { /* the longest first */
            word_hit h = {{start, found[n].end}, found[n].entry, classes_of(found[n].entry), 0};

            for (size_t k = 0; k < h.count; k++)
                h.classes |= bit(h.entries[k].class);
            h.classes &= ~taken(list, count, h.span.start, h.span.end);
            if (!h.classes)
                continue;
            if (!arena_grow(a, (void **)&list, count, &room, sizeof *list))
                return (word_hits){list, count};
            list[count++] = h;
        }
    }
    return (word_hits){list, count};
}

const word_entry *word_is(const word_hit *h, word_class c)
{
    if (!(h->classes & bit(c)))
        return NULL;
    for (size_t i = 0; i < h->count; i++)
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
    for (size_t i = words_from(w, start); i < w->count && w->list[i].span.start < end; i++)
        if (w->list[i].span.end <= end && (w->list[i].classes & bit(c)))
            return &w->list[i];
    return NULL;
}

const word_entry *words_entry(word_class c, const char *text, size_t size)
{
    fold_cutter at;
    fold_atom x;
    words_key key = {.size = 0};

    fold_begin(&at, text, size);
    while (fold_next(&at, &x))
        if (!key_add(&key, &x))
            return NULL;
    for (size_t i = key.size ? lower_bound(&key) : word_count;
         i < word_count && compare(&word_table[i], &key) == 0; i++)
        if (word_table[i].class == c)
            return &word_table[i];
    return NULL;
}
