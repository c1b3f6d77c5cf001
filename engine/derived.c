/* Finds the parts of derived quantities: of one sample or one moment, as derive.h tells. */
#include "engine/derived.h"

#include "engine/derive.h"
#include "rules/unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct found {
    derived_value *list;
    size_t count, room;
} found;

static found derive(const eval_record *x, const concept *c, unsigned depth);

/* What may serve as a part: recorded values, then derived ones. */
typedef struct pooled {
    const fact *fact;
    const derived_value *from; /* of a derived one: its own parts; else NULL */
} pooled;

typedef struct pool { /* in the order of their days */
    pooled *list;
    size_t count, room;
} pool;

static void pool_add(const eval_record *x, pool *p, const fact *f, const derived_value *from)
{
    if (arena_grow(x->arena, (void **)&p->list, p->count, &p->room, sizeof *p->list))
        p->list[p->count++] = (pooled){f, from};
}

static int compare_pooled(const void *a, const void *b)
{
    const fact *x = ((const pooled *)a)->fact, *y = ((const pooled *)b)->fact;

    if (x->start.first != y->start.first)
        return x->start.first < y->start.first ? -1 : 1;
    if (x->start.instant != y->start.instant)
        return x->start.instant < y->start.instant ? -1 : 1;
    return 0;
}

/* The first of the pool that is of the day or later. */
static size_t pool_from(const pool *p, size_t count, day at)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (p->list[middle].fact->start.first < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static pool pool_of(const eval_record *x, const concept *c, unsigned depth)
{
    pool p = {0};
    found more;
    size_t recorded;

    for (size_t g = 0; g < x->group_count; g++) {
        if (!concept_is(x->groups[g].concept, c))
            continue;
        for (size_t i = 0; i < x->groups[g].count; i++) {
            const entry *e = &x->groups[g].entries[i];
            const fact *f = e->fact;

            if (e->role == ROLE_CODE && f->kind == FACT_OBSERVATION &&
                f->certainty == FACT_CONFIRMED && !f->planned && f->value.kind == VALUE_NUMBER &&
                date_known(f->start) && f->start.first == f->start.last)
                pool_add(x, &p, f, NULL);
        }
    }
    recorded = p.count;
    if (recorded)
        qsort(p.list, recorded, sizeof *p.list, compare_pooled);
    more = derive(x, c, depth + 1);
    for (size_t i = 0; i < more.count; i++) {
        day at = more.list[i].fact->start.first;
        size_t k = pool_from(&p, recorded, at);

        if (k == recorded ||
            p.list[k].fact->start.first != at) /* of one day the recorded value wins */
            pool_add(x, &p, more.list[i].fact, &more.list[i]);
    }
    if (p.count > recorded)
        qsort(p.list, p.count, sizeof *p.list, compare_pooled);
    return p;
}

static bool timed(const fact *f)
{
    return f->start.instant != INSTANT_NONE;
}

/* The fact of the pool that goes with `at`: the nearest within the hours, or the only one of the
 * day. *several: there is more than one, and no telling which. */
static const fact *beside(const eval_record *x, const pool *p, const fact *at,
                          const derive_part *part, double hours, const derived_value **from,
                          bool *several)
{
    const fact *best = NULL;
    double nearest = INFINITY;
    day around = hours > 0 ? (day)(hours / 24) + 1 : 0;

    *several = false;
    for (size_t i = pool_from(p, p->count, at->start.first - around); i < p->count; i++) {
        const fact *f = p->list[i].fact;

        if (f->start.first > at->start.first + around)
            break;

        if (hours > 0 && timed(f) && timed(at)) {
            double apart = fabs((double)(f->start.instant - at->start.instant)) / 3600;

            if (apart > hours || apart > nearest)
                continue;
            *several = apart == nearest && best && best->value.low != f->value.low;
            nearest = apart;
            best = f;
            *from = p->list[i].from;
        } else if (f->start.first == at->start.first) {
            if (best && best->value.low != f->value.low) {
                /* by the clock the later one, where no moment is asked for */
                if (hours > 0 || !timed(best) || !timed(f))
                    *several = true;
                else if (f->start.instant < best->start.instant)
                    continue;
            }
            if (nearest < INFINITY)
                continue;
            best = f;
            *from = p->list[i].from;
        }
    }
    if (!best && (part->flags & DERIVE_OLDER_ADULT)) {
        size_t before = pool_from(p, p->count, at->start.first);
        double age;

        if (before > 0 &&
            derive_age_years(x->patient->birth, p->list[before - 1].fact->start.first, &age) &&
            age >= 18) {
            best = p->list[before - 1].fact;
            *from = p->list[before - 1].from;
        }
    }
    return best;
}

/* A part's value in the unit that the equation wants. */
static bool part_value(const fact *f, const derive_part *part, double *out)
{
    const fact_value *v = &f->value;
    double value = v->low;
    bool number = strcmp(part->ucum, "1") == 0;

    if (part->flags & DERIVE_UPPER_LIMIT) {
        if (!v->range_high_given)
            return false;
        value = v->range_high;
    } else if (v->low != v->high || !isfinite(v->low)) {
        return false;
    }
    if (!v->ucum) {
        if (!number || (v->unit_text && *v->unit_text))
            return false;
        *out = value;
        return true;
    }
    if (f->concept && f->concept->category == CATEGORY_SCORE) {
        *out = value;
        return true;
    }
    return unit_convert_codes(value, v->ucum, part->ucum, f->concept, out) == UNIT_OK &&
           isfinite(*out);
}

static bool barred(const eval_record *x, const char *unless, day at)
{
    const concept *c;

    if (!unless)
        return false;
    c = lexicon_concept(x->patient->lexicon ? x->patient->lexicon : lexicon_core(), unless,
                        strlen(unless));
    for (size_t g = 0; c && g < x->group_count; g++) {
        if (!concept_is(x->groups[g].concept, c))
            continue;
        for (size_t i = 0; i < x->groups[g].count; i++) {
            const fact *f = x->groups[g].entries[i].fact;
            episode e = when_episode(x, f);

            if (is_record_of_patient(f) && f->certainty == FACT_CONFIRMED && !f->planned &&
                e.s1 <= at && e.e2 >= at)
                return true;
        }
    }
    return false;
}

static fact *made_up(const eval_record *x, const concept *c, const fact *at, const derivation *row)
{
    fact *f = arena_alloc(x->arena, sizeof *f);

    if (!f)
        return NULL;
    f->kind = FACT_OBSERVATION;
    f->concept = c;
    f->text = row->method ? row->method : c->name;
    f->id = "derived";
    f->start = f->end = at->start;
    f->dose = NAN;
    f->value.kind = VALUE_NUMBER;
    f->value.low_inclusive = f->value.high_inclusive = true;
    f->value.ucum = row->ucum;
    return f;
}

static void add(const eval_record *x, found *all, const fact *f, const fact *const *parts,
                size_t count)
{
    if (f && arena_grow(x->arena, (void **)&all->list, all->count, &all->room, sizeof *all->list))
        all->list[all->count++] = (derived_value){f, parts, count};
}

enum { PARTS = sizeof(((derivation *)0)->parts) / sizeof(derive_part), EVIDENCE = 24, DEPTH = 6 };

/* The result of one row at the moment of `at`, a value of the row's first part. */
static void derive_at(const eval_record *x, const concept *c, const derivation *row,
                      const pool *pools, size_t index, found *all)
{
    const fact *at = pools[0].list[index].fact, *facts[PARTS] = {at};
    const derived_value *from[PARTS] = {pools[0].list[index].from};
    double values[PARTS], age = NAN, out;
    const fact **parts;
    size_t n = 0;
    bool usable = true, female = x->patient->sex == SEX_FEMALE;
    fact *f;

    for (size_t i = 1; i < row->part_count; i++) {
        bool several;

        facts[i] = beside(x, &pools[i], at, &row->parts[i], row->hours, &from[i], &several);
        if (!facts[i] && !(row->parts[i].flags & DERIVE_OPTIONAL))
            return;
        usable = usable && !several;
    }
    if (((row->needs & DERIVE_AGE) &&
         !derive_age_years(x->patient->birth, at->start.first, &age)) ||
        ((row->needs & DERIVE_SEX) && x->patient->sex != SEX_FEMALE &&
         x->patient->sex != SEX_MALE) ||
        barred(x, row->unless, at->start.first))
        return;
    for (size_t i = 0; i < row->part_count; i++) {
        values[i] = NAN;
        if (facts[i] && !part_value(facts[i], &row->parts[i], &values[i])) {
            if ((row->parts[i].flags & DERIVE_UPPER_LIMIT) && !facts[i]->value.range_high_given)
                return;
            usable = false;
        }
    }
    f = made_up(x, c, at, row);
    parts = arena_array(x->arena, EVIDENCE, sizeof *parts);
    if (!f || !parts)
        return;
    for (size_t i = 0; i < row->part_count; i++) {
        if (facts[i] && !from[i] && n < EVIDENCE)
            parts[n++] = facts[i];
        for (size_t k = 0; from[i] && k < from[i]->part_count && n < EVIDENCE; k++)
            parts[n++] = from[i]->parts[k];
        /* the moment is that of the latest part */
        if (facts[i] && when_order(f, facts[i]) < 0)
            f->start = f->end = facts[i]->start;
    }
    if (!usable) {
        f->value.ucum = NULL;
        f->value.low = f->value.high = NAN;
        f->value.unit_text = "?";
    } else if (row->derive(values, age, female, &out) && isfinite(out)) {
        f->value.low = f->value.high = out;
    } else {
        return;
    }
    add(x, all, f, parts, n);
}

static found derive(const eval_record *x, const concept *c, unsigned depth)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    found all = {0};

    if (depth > DEPTH)
        return all;
    for (size_t r = 0; r < derive_table_size; r++) {
        const derivation *row = &derive_table[r];
        pool pools[PARTS] = {{0}};
        const concept *parts[PARTS];
        bool possible = true;
        size_t before = all.count;

        if (strcmp(row->concept, c->id) != 0)
            continue;
        for (size_t i = 0; i < row->part_count && possible; i++) {
            parts[i] = lexicon_concept(lx, row->parts[i].concept, strlen(row->parts[i].concept));
            pools[i] = parts[i] ? pool_of(x, parts[i], depth) : (pool){0};
            possible = pools[i].count > 0 || (row->parts[i].flags & DERIVE_OPTIONAL);
        }
        for (size_t i = 0; possible && i < pools[0].count; i++) {
            bool taken = false;

            /* the first row that gives a result at a moment counts */
            for (size_t k = 0; k < before && !taken; k++)
                taken = when_order(all.list[k].fact, pools[0].list[i].fact) == 0;
            if (!taken)
                derive_at(x, c, row, pools, i, &all);
        }
    }
    return all;
}

const derived_value *derived_values(const eval_record *x, const concept *c, size_t *count)
{
    found all = derive(x, c, 0);

    *count = all.count;
    return all.list;
}
