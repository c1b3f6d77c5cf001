#include "patients/fact.h"

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

fact *patient_fact(patient *p, fact_kind kind)
{
    fact *f;

    if (!arena_grow(p->arena, (void **)&p->facts, p->fact_count, &p->fact_room, sizeof *p->facts))
        return NULL;
    f = &p->facts[p->fact_count++];
    memset(f, 0, sizeof *f);
    f->kind = kind;
    f->text = f->id = "";
    f->start = f->end = date_none();
    f->dose = NAN;
    f->recorded = DAY_NONE;
    return f;
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

/* The first day it may have been; of one day by the clock, where both have one. */
static bool later(const fact *a, const fact *b)
{
    if (date_known(a->start) != date_known(b->start))
        return !date_known(a->start);
    if (a->start.first != b->start.first)
        return a->start.first > b->start.first;
    if (a->start.instant != INSTANT_NONE && b->start.instant != INSTANT_NONE)
        return a->start.instant > b->start.instant;
    return false;
}

/* A merge sort: stable, and without qsort's worst case. Offsets into the copy keep what was read
 * first in front. */
static void sort(fact *facts, fact *spare, size_t count)
{
    size_t half = count / 2, i = 0, j = half, n = 0;

    if (count < 2)
        return;
    sort(facts, spare, half);
    sort(facts + half, spare, count - half);
    if (!later(&facts[half - 1], &facts[half]))
        return;
    memcpy(spare, facts, half * sizeof *facts);
    while (i < half)
        facts[n++] = j < count && later(&spare[i], &facts[j]) ? facts[j++] : spare[i++];
}

void patient_settle(patient *p)
{
    fact *spare = arena_array(p->arena, p->fact_count / 2 + 1, sizeof *spare);

    if (spare)
        sort(p->facts, spare, p->fact_count);
}
