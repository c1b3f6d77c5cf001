/* Windows, episodes and partial dates. Every answer is three-valued: true or false only where all
 * days that a date may mean agree. */
#include "engine/leaf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static day lesser(day a, day b)
{
    return a < b ? a : b;
}

static day greater(day a, day b)
{
    return a > b ? a : b;
}

/* ---- windows ---- */

/* The end `p` after an anchor that is a whole day: the first and last day in which it may fall. */
static void shifted(day anchor, period p, bool open, int inward, day *first, day *last)
{
    double days = period_days(p);

    *first = *last = day_add(anchor, p);
    if (strchr("hns", p.unit)) {
        bool within = days != floor(days);

        /* an anchor is a whole day, so that a limit within a day may fall into the next one, too;
         * and an open end in hours leaves the day of the limit open */
        if (within || (open && days != 0)) {
            *last = (day)(*first + (inward > 0 || within));
            *first = (day)(*first - (inward < 0));
        }
        return;
    }
    if (open)
        *first = *last = (day)(*first + inward);
}

/* The latest event of the anchor's concept that has a date, and is none of `about`. */
static const fact *anchor_event(const eval_record *x, const concept *c, const concept *about)
{
    const fact *found = NULL;

    for (size_t g = 0; g < x->group_count; g++) {
        if (!concept_is(x->groups[g].concept, c) ||
            (about && concept_is(x->groups[g].concept, about)))
            continue;
        for (size_t i = 0; i < x->groups[g].count; i++) {
            const entry *e = &x->groups[g].entries[i];
            const fact *f = e->fact;

            if (!entry_is(e) || !is_record_of_patient(f) || f->kind == FACT_ALLERGY ||
                f->certainty != FACT_CONFIRMED || f->planned || f->history ||
                !date_known(f->start) || result_sign_of(f) < 0)
                continue;
            if (!found || f->start.first > found->start.first ||
                (f->start.first == found->start.first && f->start.last > found->start.last))
                found = f;
        }
    }
    return found;
}

bool when_resolve(const eval_record *x, const concept *about, const rule_window *w,
                  when_window *out, eval_reason *reason, const char **message)
{
    day now = x->policy->as_of, a1 = now, a2 = now;

    memset(out, 0, sizeof *out);
    if (w->anchor_concept) {
        const fact *f = anchor_event(x, w->anchor_concept, about);

        if (!f) {
            *reason = REASON_NO_RECORD;
            *message = arena_printf(
                x->arena, "the window is counted from %s, which has no date in the record",
                w->anchor_concept->name);
            return false;
        }
        if (!w->from_given && !w->to_given) {
            *reason = REASON_AMBIGUOUS;
            *message =
                arena_printf(x->arena, "how far from %s is not said", w->anchor_concept->name);
            return false;
        }
        a1 = f->start.first;
        a2 = lesser(f->start.last, now);
    } else if (w->anchor && strcmp(w->anchor, "birth") == 0 && date_known(x->patient->birth)) {
        a1 = x->patient->birth.first;
        a2 = lesser(x->patient->birth.last, now);
    } else if (!rule_anchor_of_study(w->anchor)) {
        *reason = REASON_NO_RECORD;
        *message = arena_printf(
            x->arena,
            "the window is counted from %s, and the record does not say which day that is",
            w->anchor);
        return false;
    }
    out->unlimited = !w->from_given && !w->to_given && w->half_lives == 0;
    out->lo_min = out->lo_max = DAY_FIRST;
    out->hi_min = out->hi_max = now;
    if (w->from_given) {
        day spare;

        shifted(a1, w->from, w->from_open, 1, &out->lo_min, &spare);
        shifted(a2, w->from, w->from_open, 1, &spare, &out->lo_max);
    }
    if (w->to_given) {
        day spare;

        shifted(a1, w->to, w->to_open, -1, &out->hi_min, &spare);
        shifted(a2, w->to, w->to_open, -1, &spare, &out->hi_max);
        out->future = out->hi_max > now;
        out->hi_min = lesser(out->hi_min, now);
        out->hi_max = lesser(out->hi_max, now);
    }
    return true;
}

truth when_inside(const when_window *w, day first, day last)
{
    if (first >= w->lo_max && last <= w->hi_min)
        return TRUTH_TRUE;
    if (last < w->lo_min || first > w->hi_max)
        return TRUTH_FALSE;
    return TRUTH_UNKNOWN;
}

truth when_overlaps(const when_window *w, const episode *e)
{
    if (w->lo_max > w->hi_min)
        return e->s1 > w->hi_max || e->e2 < w->lo_min ? TRUTH_FALSE : TRUTH_UNKNOWN;
    if (e->s2 <= w->hi_min && e->e1 >= w->lo_max)
        return TRUTH_TRUE;
    if (e->s1 > w->hi_max || e->e2 < w->lo_min)
        return TRUTH_FALSE;
    return TRUTH_UNKNOWN;
}

bool when_observed(const eval_record *x, const when_window *w, bool ever)
{
    day now = x->policy->as_of, first = w ? w->lo_min : now, last = w ? w->hi_max : now;

    if (x->observed_count == 0)
        return true;
    if (ever || first == DAY_FIRST)
        first = x->observed[0].first;
    for (size_t i = 0; i < x->observed_count; i++)
        if (x->observed[i].first <= first && x->observed[i].last >= last)
            return last >= x->observed[i].first;
    return false;
}

/* ---- episodes ---- */

/* Takes place at one time where the record gives no end. */
static bool one_time(const fact *f)
{
    return f->kind == FACT_OBSERVATION || f->kind == FACT_IMMUNIZATION ||
           (f->kind == FACT_MEDICATION && !f->order);
}

episode when_episode(const eval_record *x, const fact *f)
{
    day now = x->policy->as_of;
    episode e = {.dated = date_known(f->start)};

    if (e.dated) {
        e.s1 = f->start.first;
        e.s2 = lesser(f->start.last, now);
    } else {
        e.s1 = DAY_FIRST;
        e.s2 = date_known(f->end) ? lesser(f->end.last, now) : now;
    }
    if (date_known(f->end)) {
        e.e1 = f->order && f->ended ? e.s1 : greater(f->end.first, e.s1);
        e.e2 = greater(f->end.last, e.e1);
        e.open = e.e1 > now;
        e.maybe = !e.open && e.e2 >= now;
        e.e1 = lesser(e.e1, now);
        e.e2 = lesser(e.e2, now);
    } else if (f->ended || f->history) {
        e.e1 = e.s1;
        e.e2 = now;
    } else if (one_time(f)) {
        e.e1 = e.s1;
        e.e2 = e.s2;
        e.maybe = e.e2 >= now;
    } else {
        e.e1 = e.e2 = now;
        e.open = true;
    }
    return e;
}

char when_unit(const char *ucum)
{
    static const struct {
        const char *ucum;
        char unit;
    } units[] = {{"a", 'a'}, {"mo", 'm'},  {"wk", 'w'}, {"d", 'd'},
                 {"h", 'h'}, {"min", 'n'}, {"s", 's'}};

    for (size_t i = 0; ucum && i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].ucum, ucum) == 0)
            return units[i].unit;
    return 0;
}

truth when_lasted(const eval_record *x, const rule_amount *duration, const episode *e)
{
    char unit = when_unit(duration->unit.ucum);
    truth t = TRUTH_TRUE;
    bool low = duration->low.given, high = duration->high.given;
    day end1 = e->open ? x->policy->as_of : e->e1, end2 = e->open ? x->policy->as_of : e->e2;
    day s1 = e->s1, s2 = e->s2;

    if (!e->dated || !unit || (!low && !high))
        return TRUTH_UNKNOWN;
    if (low) {
        period p = {duration->low.value, unit};
        day least = day_add(s2, p),
            most = day_add(s1, p); /* the day on which the length is reached */
        int more = duration->low.inclusive ? 0 : 1;

        if (least + more <= end1)
            ;
        else if (most + more > end2)
            t = TRUTH_FALSE;
        else
            t = TRUTH_UNKNOWN;
        if (strchr("hns", unit) && t != TRUTH_FALSE && least >= end1 - 1)
            t = TRUTH_UNKNOWN; /* by the clock, which a day does not tell */
        else if (strchr("hns", unit) && t == TRUTH_FALSE && most <= end2 + 1)
            t = TRUTH_UNKNOWN;
    }
    if (high) {
        period p = {duration->high.value, unit};
        day least = day_add(s1, p), most = day_add(s2, p);
        int more = duration->high.inclusive ? 0 : 1;
        truth below = least - more >= end2 ? TRUTH_TRUE
                      : most - more < end1 ? TRUTH_FALSE
                                           : TRUTH_UNKNOWN;

        if (strchr("hns", unit) && ((below == TRUTH_TRUE && least <= end2 + 1) ||
                                    (below == TRUTH_FALSE && most >= end1 - 1)))
            below = TRUTH_UNKNOWN;
        t = truth_and(t, below);
    }
    return t;
}

/* ---- order ---- */

/* The days on which an observation may have been taken: a period is one time within it. */
static void taken(const fact *f, day *first, day *last)
{
    *first = f->start.first;
    *last = date_known(f->end) && f->end.last > f->start.last ? f->end.last : f->start.last;
}

int when_order(const fact *a, const fact *b)
{
    day a1, a2, b1, b2;

    if (!date_known(a->start) || !date_known(b->start))
        return 0;
    taken(a, &a1, &a2);
    taken(b, &b1, &b2);
    if (a2 < b1)
        return -1;
    if (b2 < a1)
        return 1;
    if (a1 == a2 && b1 == b2 && a->start.instant != INSTANT_NONE &&
        b->start.instant != INSTANT_NONE && a->start.instant != b->start.instant)
        return a->start.instant < b->start.instant ? -1 : 1;
    return 0;
}

/* By the last day that each may mean, the narrower of two first. */
static int compare_days(const void *a, const void *b)
{
    const date *x = a, *y = b;

    if (x->last != y->last)
        return x->last < y->last ? -1 : 1;
    return (x->first < y->first) - (x->first > y->first);
}

void when_different(date *days, size_t count, size_t *sure, size_t *perhaps)
{
    day taken_to = DAY_FIRST;

    *sure = *perhaps = 0;
    if (count)
        qsort(days, count, sizeof *days, compare_days);
    for (size_t i = 0; i < count; i++) {
        const date *d = &days[i];

        if (d->first > taken_to) {
            ++*sure;
            taken_to = d->last;
        } else if (d->first < d->last)
            ++*perhaps;
    }
    *perhaps += *sure;
}
