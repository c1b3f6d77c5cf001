#include "engine/impact.h"

#include "engine/base/limits.h"
#include "engine/screen.h"
#include "rules/variants.h"

#include <stdlib.h>
#include <string.h>

typedef struct question { /* a finding with readings */
    size_t criterion;     /* its place among the trial's criteria */
    const rule *const *readings;
    size_t count;
    finding_impact told;
    const char **ids;
    size_t room;
} question;

struct impact {
    const rules *trial;
    arena *arena;
    question *list; /* one for each finding; count 0: the readings are not known */
};

static size_t place_of(const rules *r, const char *id)
{
    for (size_t i = 0; id && i < r->criterion_count; i++)
        if (strcmp(r->criteria[i].id, id) == 0)
            return i;
    return r->criterion_count;
}

impact *impact_new(const rules *trial)
{
    impact *i = calloc(1, sizeof *i);

    if (!i)
        return NULL;
    i->trial = trial;
    i->arena = arena_new(LIMIT_TRIAL_ARENA);
    i->list = i->arena ? arena_array(i->arena, trial->finding_count, sizeof *i->list) : NULL;
    for (size_t k = 0; i->list && k < trial->finding_count; k++) {
        const finding *f = &trial->findings[k];
        question *q = &i->list[k];

        q->criterion = place_of(trial, f->criterion);
        if (q->criterion < trial->criterion_count)
            q->readings = finding_variants(f, &trial->criteria[q->criterion], i->arena, &q->count);
        q->told.known = q->count > 1;
    }
    if (!i->list || arena_failed(i->arena)) {
        impact_delete(i);
        return NULL;
    }
    return i;
}

/* The verdict on the trial where criterion `own` has another one: fail beats unknown beats pass. */
static verdict with_verdict(const screen_result *r, const size_t count[VERDICT_PASS + 1],
                            size_t own, verdict v)
{
    for (verdict x = VERDICT_FAIL; x < v; x++)
        if (count[x] > (r->criteria[own].verdict == x))
            return x;
    return v;
}

static bool depends(const question *q, const screen_result *r, const size_t count[VERDICT_PASS + 1],
                    const eval_record *of)
{
    const criterion *c = r->criteria[q->criterion].criterion;
    const eval_record *x = eval_record_beside(of, r->trial);
    verdict first = VERDICT_PASS;

    for (size_t i = 0; x && i < q->count; i++) {
        size_t nodes = 0;
        const eval_node *n = eval_rule(x, q->readings[i], c->kind, &nodes);
        verdict v = with_verdict(r, count, q->criterion, nodes ? n[0].verdict : VERDICT_UNKNOWN);

        if (i == 0)
            first = v;
        else if (v != first)
            return true;
    }
    return false;
}

bool impact_patient(impact *i, const eval_record *x, const char *id)
{
    screen_result r = screen_trial(x, i->trial);
    size_t count[VERDICT_PASS + 1] = {0};
    const char *kept = NULL;

    for (size_t k = 0; k < r.count; k++)
        count[r.criteria[k].verdict]++;
    for (size_t k = 0; k < i->trial->finding_count && r.count; k++) {
        question *q = &i->list[k];

        if (!q->told.known)
            continue;
        q->told.patients++;
        if (!depends(q, &r, count, x))
            continue;
        q->told.changed++;
        if (q->told.id_count >= LIMIT_IMPACT_IDS)
            continue;
        if (!kept && !(kept = arena_text(i->arena, id, strlen(id))))
            return false;
        if (!arena_grow(i->arena, (void **)&q->ids, q->told.id_count, &q->room, sizeof *q->ids))
            return false;
        q->ids[q->told.id_count++] = kept;
        q->told.ids = q->ids;
    }
    return !arena_failed(i->arena);
}

const finding_impact *impact_of(const impact *i, size_t at)
{
    return i->trial->findings[at].readings ? &i->list[at].told : NULL;
}

static size_t changed(const finding *f)
{
    return f->impact ? f->impact->changed : 0;
}

static int by_impact(const void *a, const void *b)
{
    const finding *x = a, *y = b;

    if (changed(x) != changed(y))
        return changed(x) > changed(y) ? -1 : 1;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    return x->span.end < y->span.end ? -1 : x->span.end > y->span.end;
}

const finding *impact_findings(impact *i)
{
    finding *list = arena_copy(i->arena, i->trial->findings, i->trial->finding_count, sizeof *list);

    if (!list)
        return NULL;
    for (size_t k = 0; k < i->trial->finding_count; k++)
        list[k].impact = impact_of(i, k);
    if (i->trial->finding_count)
        qsort(list, i->trial->finding_count, sizeof *list, by_impact);
    return list;
}

void impact_delete(impact *i)
{
    if (i)
        arena_delete(i->arena);
    free(i);
}
