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

word_hits words_find(const char *text, size_t size, arena *a)
{
    fold_cutter at;
    word_hit *list = NULL;
    size_t count = 0, room = 0;
    fold_atom x;

    fold_begin(&at, text, size);
    while (fold_next(&at, &x)) {
        fold_cutter ahead = at, behind = at;
        words_key key = {.size = 0};
        size_t start = x.start, end = 0;
        const word_entry *best = NULL;

        for (unsigned n = 0; n < WORD_PHRASE && key_add(&key, &x); n++) {
            size_t i = lower_bound(&key);

            if (i == word_count || strncmp(word_table[i].phrase, key.text, key.size) != 0)
                break;
            if (!word_table[i].phrase[key.size]) {
                best = &word_table[i];
                end = x.end;
                behind = ahead;
            }
            if (!fold_next(&ahead, &x) || !joins(&x))
                break;
        }
        if (best) {
            if (!arena_grow(a, (void **)&list, count, &room, sizeof *list))
                break;
            list[count++] = (word_hit){{start, end}, best, classes_of(best)};
            at = behind;
        }
    }
    return (word_hits){list, count};
}

const word_entry *word_is(const word_hit *h, const char *class)
{
    for (size_t i = 0; i < h->count; i++)
        if (strcmp(h->entries[i].class, class) == 0)
            return &h->entries[i];
    return NULL;
}

const word_hit *words_in(const word_hits *w, const char *class, size_t start, size_t end)
{
    size_t low = 0, high = w->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (w->list[middle].span.start < start)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = low; i < w->count && w->list[i].span.start < end; i++)
        if (w->list[i].span.end <= end && word_is(&w->list[i], class))
            return &w->list[i];
    return NULL;
}

const word_entry *words_entry(const char *class, const char *text, size_t size)
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
        if (strcmp(word_table[i].class, class) == 0)
            return &word_table[i];
    return NULL;
}
