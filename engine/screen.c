/* A trial's verdict: fail beats unknown beats pass. */
#include "engine/screen.h"

#include "engine/leaf.h"

#include <stdlib.h>
#include <string.h>

screen_result screen_trial(const eval_record *x, const rules *trial)
{
    screen_result out = {
        .trial = trial, .patient = x->patient, .policy = x->policy, .verdict = VERDICT_PASS};
    screen_criterion *list = arena_array(x->arena, trial->criterion_count, sizeof *list);
    const patient *p = x->patient;
    const eval_record *beside = eval_record_beside(x, trial);

    out.deceased = p->deceased && (!date_known(p->death) || p->death.first <= x->policy->as_of);
    if (trial->criterion_count == 0)
        out.verdict = VERDICT_UNKNOWN;
    for (size_t i = 0; list && beside && i < trial->criterion_count; i++) {
        screen_criterion *s = &list[i];

        s->criterion = &trial->criteria[i];
        s->nodes = eval_rule(beside, s->criterion->rule, s->criterion->kind, &s->count);
        s->verdict = s->count ? s->nodes[0].verdict : VERDICT_UNKNOWN;
        if (s->verdict < out.verdict)
            out.verdict = s->verdict;
    }
    out.criteria = list;
    out.count = list && beside ? trial->criterion_count : 0;
    return out;
}

const eval_node *screen_deciding(const screen_criterion *c)
{
    const eval_node *best = c->count ? &c->nodes[0] : NULL;

    for (size_t i = 0; i < c->count; i++) {
        const eval_node *n = &c->nodes[i];

        if (n->rule->count || n->verdict != c->verdict)
            continue;
        if (best->rule->count || (n->evidence_count && !best->evidence_count))
            best = n;
    }
    return best;
}

const char *screen_wanted(const eval_node *n)
{
    const rule *r = n->rule;

    switch (n->reason) {
    case REASON_NO_RECORD:
    case REASON_OUTSIDE_WINDOW:
    case REASON_IMPRECISE_DATE:
    case REASON_UNIT_MISMATCH:
    case REASON_MISSING_REFERENCE_RANGE:
    case REASON_CONFLICT: return r->subject.concept ? r->subject.concept->name : r->subject.text;
    case REASON_JUDGEMENT:
        return r->op == RULE_JUDGEMENT ? (r->topic ? r->topic : "a person's judgement") : NULL;
    default: return NULL;
    }
}

bool screen_waits(const screen_result *s, const screen_criterion *c, const eval_node *n,
                  const screen_missing *m)
{
    const char *name = s->verdict == VERDICT_UNKNOWN && c->verdict == VERDICT_UNKNOWN &&
                               n->rule->count == 0 && n->verdict == VERDICT_UNKNOWN
                           ? screen_wanted(n)
                           : NULL;

    return name &&
           (!m || (m->judgement == (n->rule->op == RULE_JUDGEMENT) && strcmp(m->name, name) == 0));
}

static int by_clauses(const void *a, const void *b)
{
    const screen_missing *x = a, *y = b;

    if (x->clauses != y->clauses)
        return x->clauses > y->clauses ? -1 : 1;
    if (x->judgement != y->judgement)
        return x->judgement ? 1 : -1;
    return strcmp(x->name, y->name);
}

size_t screen_worklist(const screen_result *s, screen_missing list[SCREEN_MISSING])
{
    size_t count = 0;

    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->criteria[i].count; k++) {
            const eval_node *n = &s->criteria[i].nodes[k];
            size_t at = 0;

            if (!screen_waits(s, &s->criteria[i], n, NULL))
                continue;
            while (at < count && !screen_waits(s, &s->criteria[i], n, &list[at]))
                at++;
            if (at == SCREEN_MISSING)
                continue;
            if (at == count)
                list[count++] =
                    (screen_missing){screen_wanted(n), n->rule->op == RULE_JUDGEMENT, 0};
            list[at].clauses++;
        }
    if (count)
        qsort(list, count, sizeof *list, by_clauses);
    return count;
}

size_t screen_unnamed(const patient *p, const char *list[SCREEN_UNNAMED], size_t *entries)
{
    size_t count = 0;

    *entries = 0;
    for (size_t i = 0; i < p->fact_count; i++) {
        const fact *f = &p->facts[i];
        const char *words = *f->text ? f->text : f->code ? f->code : f->id;
        size_t at = 0;

        if (f->concept || f->value.concept || f->organism)
            continue;
        ++*entries;
        while (at < count && strcmp(list[at], words) != 0)
            at++;
        if (at == count && count < SCREEN_UNNAMED)
            list[count++] = words;
    }
    return count;
}
