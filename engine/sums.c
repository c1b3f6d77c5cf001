#include "engine/sums.h"

#include "engine/base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct sums {
    arena *arena;
    sums_trial *trials;
    size_t count, trial_count, trial_room, trial_last;
    sums_datum **data; /* hash table: a power of two of places */
    size_t data_count, data_places;
    unsigned reasons;
};

sums *sums_new(void)
{
    sums *t = calloc(1, sizeof *t);

    if (!t || !(t->arena = arena_new((size_t)256 << 20))) {
        free(t);
        return NULL;
    }
    return t;
}

void sums_delete(sums *t)
{
    if (t)
        arena_delete(t->arena);
    free(t);
}

/* ---- attrition ---- */

static sums_trial *sum_of(sums *t, const rules *trial)
{
    size_t next = t->trial_last + 1 < t->trial_count ? t->trial_last + 1 : 0;
    sums_trial *s;

    if (t->trial_count &&
        t->trials[next].trial == trial) { /* trials come round in the same order */
        t->trial_last = next;
        return &t->trials[next];
    }
    for (size_t i = 0; i < t->trial_count; i++)
        if (t->trials[i].trial == trial) {
            t->trial_last = i;
            return &t->trials[i];
        }
    if (!arena_grow(t->arena, (void **)&t->trials, t->trial_count, &t->trial_room,
                    sizeof *t->trials))
        return NULL;
    t->trial_last = t->trial_count++;
    s = &t->trials[t->trial_last];
    *s = (sums_trial){.trial = trial};
    s->criteria = arena_array(t->arena, trial->criterion_count, sizeof *s->criteria);
    return s->criteria ? s : NULL;
}

static void count_criteria(sums *t, const screen_result *s)
{
    sums_trial *sum = sum_of(t, s->trial);
    bool still = true;

    if (!sum)
        return;
    sum->patients++;
    sum->verdicts[s->verdict]++;
    for (size_t i = 0; i < s->count && i < s->trial->criterion_count; i++) {
        still = still && s->criteria[i].verdict != VERDICT_FAIL;
        sum->criteria[i][s->criteria[i].verdict]++;
        sum->criteria[i][3] += still;
    }
}

/* ---- the worklist ---- */

static size_t hash(const char *text)
{
    uint64_t h = 14695981039346656037u; /* FNV-1a */

    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * 1099511628211u;
    return (size_t)(h ^ h >> 32);
}

static sums_datum **place_of(sums_datum **table, size_t places, const char *name, bool judgement)
{
    size_t i = hash(name) & (places - 1);

    while (table[i] && (table[i]->judgement != judgement || strcmp(table[i]->name, name) != 0))
        i = (i + 1) & (places - 1);
    return &table[i];
}

static sums_datum *datum_of(sums *t, const char *name, bool judgement)
{
    sums_datum **at;

    if ((t->data_count + 1) * 2 > t->data_places) {
        size_t places = t->data_places ? t->data_places * 2 : 64;
        sums_datum **table = arena_array(t->arena, places, sizeof(sums_datum *));

        if (!table)
            return NULL;
        for (size_t i = 0; i < t->data_places; i++)
            if (t->data[i])
                *place_of(table, places, t->data[i]->name, t->data[i]->judgement) = t->data[i];
        t->data = table;
        t->data_places = places;
    }
    at = place_of(t->data, t->data_places, name, judgement);
    if (!*at) {
        *at = arena_alloc(t->arena, sizeof **at);
        if (!*at)
            return NULL;
        (*at)->name = name;
        (*at)->judgement = judgement;
        t->data_count++;
    }
    return *at;
}

static void count_open(sums *t, const screen_result *s)
{
    size_t distinct = 0;
    bool beyond = false; /* open for something that no datum settles */
    sums_datum *last = NULL;

    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->criteria[i].count; k++) {
            const eval_node *n = &s->criteria[i].nodes[k];
            const char *name;

            t->reasons |= 1u << n->reason;
            if (s->verdict != VERDICT_UNKNOWN || s->criteria[i].verdict != VERDICT_UNKNOWN ||
                n->rule->count || n->verdict != VERDICT_UNKNOWN)
                continue;
            name = screen_wanted(n);
            beyond = beyond || !name;
            if (!name || !(last = datum_of(t, name, n->rule->op == RULE_JUDGEMENT)))
                continue;
            last->clauses++;
            if (last->seen != t->count) {
                last->seen = t->count;
                last->patients++;
                distinct++;
            }
        }
    if (distinct == 1 && !beyond && last)
        last->alone++;
}

/* Most last open questions first, then most patients, then by name: the same bytes on every run. */
static int by_use(const void *a, const void *b)
{
    const sums_datum *x = *(const sums_datum *const *)a, *y = *(const sums_datum *const *)b;

    if (x->alone != y->alone)
        return x->alone > y->alone ? -1 : 1;
    if (x->patients != y->patients)
        return x->patients > y->patients ? -1 : 1;
    if (x->clauses != y->clauses)
        return x->clauses > y->clauses ? -1 : 1;
    return strcmp(x->name, y->name);
}

/* ---- in and out ---- */

void sums_add(sums *t, const screen_result *s)
{
    t->count++;
    count_criteria(t, s);
    count_open(t, s);
}

const sums_trial *sums_trials(const sums *t, size_t *count)
{
    *count = t->trial_count;
    return t->trials;
}

const sums_datum *const *sums_worklist(const sums *t, size_t *count)
{
    const sums_datum **list = arena_array(t->arena, t->data_count, sizeof *list);
    size_t n = 0;

    for (size_t i = 0; list && i < t->data_places; i++)
        if (t->data[i])
            list[n++] = t->data[i];
    if (n)
        qsort(list, n, sizeof *list, by_use);
    *count = n;
    return list;
}

unsigned sums_reasons(const sums *t)
{
    return t->reasons;
}

bool sums_failed(const sums *t)
{
    return arena_failed(t->arena);
}
