/* A trial's verdict: fail beats unknown beats pass. */
#include "engine/screen.h"

#include "engine/leaf.h"

screen_result screen_trial(const eval_record *x, const rules *trial)
{
    screen_result out = {
        .trial = trial, .patient = x->patient, .policy = x->policy, .verdict = VERDICT_PASS};
    screen_criterion *list = arena_array(x->arena, trial->criterion_count, sizeof *list);
    const patient *p = x->patient;

    out.deceased = p->deceased && (!date_known(p->death) || p->death.first <= x->policy->as_of);
    if (trial->criterion_count == 0)
        out.verdict = VERDICT_UNKNOWN;
    for (size_t i = 0; list && i < trial->criterion_count; i++) {
        screen_criterion *s = &list[i];

        s->criterion = &trial->criteria[i];
        s->nodes = eval_rule(x, s->criterion->rule, s->criterion->kind, &s->count);
        s->verdict = s->count ? s->nodes[0].verdict : VERDICT_UNKNOWN;
        if (s->verdict < out.verdict)
            out.verdict = s->verdict;
    }
    out.criteria = list;
    out.count = list ? trial->criterion_count : 0;
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
