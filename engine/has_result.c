/* A leaf that asks for the result of a test: positive, negative, high, low, abnormal. */
#include "engine/question.h"

#include <string.h>

/* Where a number lies: 1 beyond this limit of normal, -1 not beyond it, 0 it has none. */
static int beyond(const eval_record *x, const fact *f, bool upper, unsigned *assumed)
{
    const fact_value *v = &f->value;
    double limit;

    if (v->kind != VALUE_NUMBER || v->low != v->high || !f->concept ||
        !compare_normal_limit(x, f->concept, v, upper, &limit, assumed))
        return 0;
    return (upper ? v->low > limit : v->low < limit) ? 1 : -1;
}

/* What a result says of the qualifier: +1 it is so, -1 it is not, 0 it does not tell. */
static int result_is(const eval_record *x, const char *asked, const fact *f, unsigned *assumed)
{
    char i = f->value.interpretation;
    int high, low, abnormal;

    if (strcmp(asked, "positive") == 0)
        return result_sign_of(f);
    if (strcmp(asked, "negative") == 0)
        return -result_sign_of(f);
    if (strcmp(asked, "elevated") == 0 || strcmp(asked, "high") == 0)
        return i == 'H' ? 1 : i == 'N' || i == 'L' ? -1 : beyond(x, f, true, assumed);
    if (strcmp(asked, "decreased") == 0 || strcmp(asked, "low") == 0)
        return i == 'L' ? 1 : i == 'N' || i == 'H' ? -1 : beyond(x, f, false, assumed);
    if (strcmp(asked, "abnormal") != 0 && strcmp(asked, "normal") != 0)
        return 0;
    if (i == 'A' || i == 'H' || i == 'L' || i == 'N')
        abnormal = i == 'N' ? -1 : 1;
    else {
        high = beyond(x, f, true, assumed);
        low = beyond(x, f, false, assumed);
        abnormal = high > 0 || low > 0 ? 1 : high < 0 && low < 0 ? -1 : 0;
    }
    return strcmp(asked, "normal") == 0 ? -abnormal : abnormal;
}

/* The results of a test that count, and what stood in the way of others. */
typedef struct results {
    const fact *best;  /* the latest */
    const fact *any;   /* one that is as asked */
    const fact *other; /* of the same moment as the latest, and not the same; NULL: none */
    bool outside;      /* some lie outside the window */
    bool unsure;       /* of some, only a day decides */
} results;

/* Does it lie in the window? Within where there is none. */
static truth result_inside(const eval_record *x, const question *q, const fact *f)
{
    int today = x->policy->as_of;

    if (!q->rule->window || !q->windowed)
        return TRUTH_TRUE;
    return date_known(f->start) ? when_inside(&q->window, f->start.first,
                                              f->start.last < today ? f->start.last : today)
                                : TRUTH_UNKNOWN;
}

static void add_result(const eval_record *x, results *s, const fact *f, const char *asked)
{
    int order = s->best ? when_order(s->best, f) : -1;
    unsigned assumed = 0;

    if (result_is(x, asked, f, &assumed) > 0)
        s->any = f;
    if (order < 0) {
        s->best = f;
        s->other = NULL;
    } else if (order == 0 &&
               result_is(x, asked, f, &assumed) != result_is(x, asked, s->best, &assumed))
        s->other = f;
}

static results results_of(const eval_record *x, const question *q, const char *asked)
{
    results s = {0};

    for (size_t g = 0; g < x->group_count; g++) {
        if (!question_covers(q, x->groups[g].concept))
            continue;
        for (size_t i = 0; i < x->groups[g].count; i++) {
            const entry *e = &x->groups[g].entries[i];
            const fact *f = e->fact;

            if (e->role != ROLE_CODE || f->kind != FACT_OBSERVATION ||
                f->value.kind == VALUE_NONE || f->certainty == FACT_UNCONFIRMED || f->planned)
                continue;
            switch (result_inside(x, q, f)) {
            case TRUTH_FALSE: s.outside = true; break;
            case TRUTH_UNKNOWN: s.unsure = true; break;
            case TRUTH_TRUE: add_result(x, &s, f, asked); break;
            }
        }
    }
    if (q->rule->tense == TENSE_HISTORY && s.any) {
        s.best = s.any;
        s.other = NULL;
    }
    return s;
}

/* Which result is asked for; NULL: none that can be told, and `out` says why. */
static const char *result_asked(const eval_record *x, const rule *r, eval_node *out)
{
    const char *asked = NULL;

    for (size_t i = 0; i < r->qualifier_count; i++)
        if (qualifier_is(&r->qualifiers[i], "result")) {
            if (asked && !qualifier_says(&r->qualifiers[i], asked)) {
                node_set(out, TRUTH_UNKNOWN, REASON_AMBIGUOUS, "more than one result is asked for");
                return NULL;
            }
            asked = r->qualifiers[i].value;
        }
    if (!asked && (r->subject.concept->flags & CONCEPT_POSITIVE))
        asked = "positive";
    if (!asked)
        node_set(
            out, TRUTH_UNKNOWN, REASON_AMBIGUOUS,
            arena_printf(x->arena, "which result of %s is asked for is not said", subject_name(r)));
    return asked;
}

static void tell_no_result(const eval_record *x, const results *s, const char *name, eval_node *out)
{
    if (s->unsure)
        node_set(out, TRUTH_UNKNOWN, REASON_IMPRECISE_DATE,
                 arena_printf(x->arena,
                              "whether a result of %s lies in the window depends on its day",
                              name));
    else if (s->outside)
        node_set(out, TRUTH_UNKNOWN, REASON_OUTSIDE_WINDOW,
                 arena_printf(x->arena, "no result of %s in the window, only outside it", name));
    else
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 arena_printf(x->arena, "no result of %s is recorded", name));
}

void has_result(const eval_record *x, const question *q, eval_node *out)
{
    const rule *r = q->rule;
    const char *asked = result_asked(x, r, out), *name = subject_name(r);
    size_t room = 0;
    results s;
    unsigned assumed = 0;
    int is;

    if (!asked)
        return;
    if (q->blocked != REASON_NONE) {
        node_set(out, TRUTH_UNKNOWN, q->blocked, q->blocked_message);
        return;
    }
    s = results_of(x, q, asked);
    if (!s.best) {
        tell_no_result(x, &s, name, out);
        return;
    }
    add_evidence(x, out, &room, s.best);
    if (s.other) {
        add_evidence(x, out, &room, s.other);
        node_set(
            out, TRUTH_UNKNOWN, REASON_CONFLICT,
            arena_printf(x->arena, "results of %s of one moment differ%s", name, dated(x, s.best)));
        return;
    }
    is = result_is(x, asked, s.best, &assumed);
    if (s.unsure || is == 0) {
        bool ranged = s.best->value.kind == VALUE_NUMBER && strcmp(asked, "positive") != 0 &&
                      strcmp(asked, "negative") != 0;

        node_set(out, TRUTH_UNKNOWN,
                 s.unsure ? REASON_IMPRECISE_DATE
                 : ranged ? REASON_MISSING_REFERENCE_RANGE
                          : REASON_NO_RECORD,
                 arena_printf(x->arena, "%s%s does not tell whether it is %s", name,
                              dated(x, s.best), asked));
        return;
    }
    out->assumed |= assumed;
    node_set(out, truth_of(is > 0), REASON_NONE,
             arena_printf(x->arena, "%s%s is %s%s", name, dated(x, s.best), is > 0 ? "" : "not ",
                          asked));
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (result_leaves_open(&r->qualifiers[i], s.best)) {
            node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                     arena_printf(x->arena, "%s; \"%s\" is not recorded", out->message,
                                  r->qualifiers[i].text ? r->qualifiers[i].text : ""));
            return;
        }
}
