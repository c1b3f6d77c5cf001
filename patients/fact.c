#include "patients/fact.h"

#include "patients/mention.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void patient_begin(patient *p, arena *a, const lexicon *lx, const char *id)
{
    memset(p, 0, sizeof *p);
    p->arena = a;
    p->lexicon = lx;
    p->id = id ? id : "";
    p->birth = p->death = date_none();
}

void patient_reserve(patient *p, size_t count)
{
    if (!p->facts && count && (p->facts = arena_array(p->arena, count, sizeof *p->facts)))
        p->fact_room = count;
}

fact *patient_fact(patient *p, fact_kind kind)
{
    fact *f;

    if (!arena_grow(p->arena, (void **)&p->facts, p->fact_count, &p->fact_room, sizeof *p->facts))
        return NULL;
    f = &p->facts[p->fact_count++];
    /* the rest is zero: so is all room that is new, and what patient_keep() has emptied */
    f->kind = kind;
    f->text = f->id = "";
    f->start = f->end = date_none();
    f->dose = NAN;
    f->recorded = DAY_NONE;
    return f;
}

void patient_keep(patient *p, size_t count)
{
    if (count < p->fact_count)
        memset(p->facts + count, 0, (p->fact_count - count) * sizeof *p->facts);
    p->fact_count = count;
}

void patient_note(patient *p, const char *text)
{
    size_t count = 0;
    const char **list;

    while (p->notes && p->notes[count])
        count++;
    list = arena_array(p->arena, count + 2, sizeof *list);
    if (!list || !text)
        return;
    for (size_t i = 0; i < count; i++)
        list[i] = p->notes[i];
    list[count] = text;
    p->notes = list;
}

/* Where a fact belongs: what is sorted in its place. */
typedef struct rank {
    day first;
    uint32_t run; /* from which index on it and those before it are in order as they came */
    int64_t instant;
    size_t index;
} rank;

/* The first day it may have been; of one day by the clock, where both have one. */
static bool later(const rank *a, const rank *b)
{
    if ((a->first == DAY_NONE) != (b->first == DAY_NONE))
        return a->first == DAY_NONE;
    if (a->first != b->first)
        return a->first > b->first;
    return a->instant != INSTANT_NONE && b->instant != INSTANT_NONE && a->instant > b->instant;
}

/* A merge sort: stable, and without qsort's worst case. Offsets into the copy keep what was read
 * first in front. */
static void sort(rank *ranks, rank *spare, size_t count)
{
    size_t half = count / 2, i = 0, j = half, n = 0;

    if (count < 2 ||
        ranks[count - 1].run <= ranks[0].index) /* mostly: a record is kept as it goes */
        return;
    sort(ranks, spare, half);
    sort(ranks + half, spare, count - half);
    if (!later(&ranks[half - 1], &ranks[half]))
        return;
    memcpy(spare, ranks, half * sizeof *ranks);
    while (i < half)
        ranks[n++] = j < count && later(&spare[i], &ranks[j]) ? ranks[j++] : spare[i++];
}

/* Moves each fact to its place, a ring of places at a time. */
static void move(fact *facts, rank *ranks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t at = i, from;
        fact kept;

        if (ranks[i].index == i)
            continue;
        kept = facts[i];
        while ((from = ranks[at].index) != i) {
            facts[at] = facts[from];
            ranks[at].index = at;
            at = from;
        }
        facts[at] = kept;
        ranks[at].index = at;
    }
}

void patient_settle(patient *p)
{
    size_t count = p->fact_count;
    rank *ranks = arena_array(p->arena, count + count / 2 + 1, sizeof *ranks);

    for (size_t i = 0; i < count; i++) {
        const lexicon *lx = p->lexicon ? p->lexicon : lexicon_core();

        mention_part(&p->facts[i], lx, p->arena);
        mention_route(&p->facts[i], lx, p->arena);
    }
    if (!ranks)
        return;
    for (size_t i = 0; i < count; i++) {
        ranks[i] = (rank){p->facts[i].start.first, 0, p->facts[i].start.instant, i};
        if (i)
            ranks[i].run = later(&ranks[i - 1], &ranks[i]) ? (uint32_t)i : ranks[i - 1].run;
    }
    sort(ranks, ranks + count, count);
    move(p->facts, ranks, count);
}
