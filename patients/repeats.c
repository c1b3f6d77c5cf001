/* A filter of fixed size tells which names were perhaps there before: all that were, and by chance
 * a few that were not. Those are kept, with the place where that was: who is first asked for there
 * was not there before. */
#include "patients/repeats.h"

#include "engine/base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { FILTER_WORDS = 1 << 20, BLOCK_WORDS = 8, BITS_EACH = 5, FIRST_ROOM = 64 };

typedef struct kept {
    const char *name;
    size_t size;
    uint64_t hash;
    size_t place;
    bool again; /* it was noted once more, too */
    bool asked;
} kept;

struct repeats {
    uint64_t *filter; /* blocks of one cache line */
    arena *names;
    kept *table; /* size 2^n; name NULL: free */
    size_t count, mask;
    uint64_t seed; /* so that nobody can make names for one place of the table */
};

repeats *repeats_new(void)
{
    repeats *r = calloc(1, sizeof *r);

    if (r) {
        r->filter = calloc(FILTER_WORDS, sizeof *r->filter);
        r->names = arena_new(SIZE_MAX);
        r->table = calloc(FIRST_ROOM, sizeof *r->table);
        r->mask = FIRST_ROOM - 1;
        if (getrandom(&r->seed, sizeof r->seed, GRND_NONBLOCK) != sizeof r->seed)
            r->seed = (uintptr_t)r;
    }
    if (r && r->filter && r->names && r->table)
        return r;
    repeats_delete(r);
    return NULL;
}

void repeats_delete(repeats *r)
{
    if (!r)
        return;
    free(r->filter);
    free(r->table);
    arena_delete(r->names);
    free(r);
}

static uint64_t mixed(uint64_t h)
{
    h = (h ^ h >> 31) * 0x9E3779B97F4A7C15u;
    h = (h ^ h >> 29) * 0xBF58476D1CE4E5B9u;
    return h ^ h >> 32;
}

static uint64_t hash_of(const repeats *r, const char *name, size_t size)
{
    uint64_t h = r->seed ^ size, word;

    for (; size >= sizeof word; name += sizeof word, size -= sizeof word) {
        memcpy(&word, name, sizeof word);
        h = mixed(h ^ word);
    }
    word = 0;
    memcpy(&word, name, size);
    return mixed(h ^ word);
}

/* Puts a name into the filter; true: it was perhaps there. */
static bool filtered(repeats *r, uint64_t h)
{
    uint64_t *block = r->filter + (h & (FILTER_WORDS / BLOCK_WORDS - 1)) * BLOCK_WORDS;
    uint64_t bits = mixed(h + 1);
    bool there = true;

    for (int i = 0; i < BITS_EACH; i++, bits >>= 9) {
        uint64_t bit = (uint64_t)1 << (bits & 63);
        uint64_t *word = &block[bits >> 6 & (BLOCK_WORDS - 1)];

        there &= (*word & bit) != 0;
        *word |= bit;
    }
    return there;
}

static kept *place_of(const repeats *r, uint64_t h, const char *name, size_t size)
{
    size_t at = h >> 20 & r->mask;

    for (; r->table[at].name; at = (at + 1) & r->mask)
        if (r->table[at].hash == h && r->table[at].size == size &&
            memcmp(r->table[at].name, name, size) == 0)
            break;
    return &r->table[at];
}

static bool grow(repeats *r)
{
    repeats larger = *r;

    larger.mask = r->mask * 2 + 1;
    larger.table = calloc(larger.mask + 1, sizeof *larger.table);
    if (!larger.table)
        return false;
    for (size_t i = 0; i <= r->mask; i++)
        if (r->table[i].name)
            *place_of(&larger, r->table[i].hash, r->table[i].name, r->table[i].size) = r->table[i];
    free(r->table);
    r->table = larger.table;
    r->mask = larger.mask;
    return true;
}

bool repeats_note(repeats *r, const char *name, size_t size, size_t place)
{
    uint64_t h = hash_of(r, name, size);
    kept *k;

    if (!filtered(r, h))
        return true;
    k = place_of(r, h, name, size);
    k->again = k->name != NULL;
    if (k->name)
        return true;
    *k = (kept){arena_text(r->names, name, size), size, h, place, false, false};
    return k->name && (++r->count * 2 <= r->mask || grow(r));
}

repeat repeats_ask(repeats *r, const char *name, size_t size, size_t place)
{
    kept *k = place_of(r, hash_of(r, name, size), name, size);

    if (!k->name)
        return REPEAT_NOT;
    if (k->asked)
        return REPEAT_LATER;
    k->asked = true;
    return k->again || k->place != place ? REPEAT_FIRST : REPEAT_NOT;
}
