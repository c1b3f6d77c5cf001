#include "tests/naive/naive.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static naive of(bool b)
{
    return b ? YES : NO;
}
static naive least(naive a, naive b)
{
    return a < b ? a : b;
}
static naive most(naive a, naive b)
{
    return a > b ? a : b;
}
static naive opposite(naive a)
{
    return (naive)(YES - a);
}

/* ---- what was tried so far: the same for all is the answer ---- */

typedef struct trials {
    bool seen[3];
} trials;

static void tried(trials *t, naive outcome)
{
    t->seen[outcome] = true;
}
static naive outcome(const trials *t)
{
    return t->seen[YES] && !t->seen[NO] && !t->seen[OPEN] ? YES : t->seen[NO] && !t->seen[YES] && !t->seen[OPEN] ? NO
                                                                                                                 : OPEN;
}

/* ---- calendar: a day is counted from 1970-01-01 ---- */

#define LONG_AGO (-200000)
#define FOREVER 200000

static bool leap(int y)
{
    return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}
static int days_in(int y, int m)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    return m == 2 && leap(y) ? 29 : days[m - 1];
}
static void split(day d, int *y, int *m, int *dom)
{
    for (*y = 1970; d < 0; d += leap(*y) ? 366 : 365)
        --*y;
    for (; d >= (leap(*y) ? 366 : 365); ++*y)
        d -= leap(*y) ? 366 : 365;
    for (*m = 1; d >= days_in(*y, *m); ++*m)
        d -= days_in(*y, *m);
    *dom = d + 1;
}
static day join(int y, int m, int dom)
{
    day d = dom - 1;

    while (--m >= 1)
        d += days_in(y, m);
    for (; y > 1970; y--)
        d += leap(y - 1) ? 366 : 365;
    for (; y < 1970; y++)
        d -= leap(y) ? 366 : 365;
    return d;
}
static day months_later(day d, int n)
{
    int y, m, dom;

    split(d, &y, &m, &dom);
    for (m += n; m < 1; m += 12)
        y--;
    for (; m > 12; m -= 12)
        y++;
    return join(y, m, dom < days_in(y, m) ? dom : days_in(y, m));
}
static day later(day d, double n, char unit)
{
    switch (unit) {
    case 'a': return months_later(d, (int)n * 12);
    case 'm': return months_later(d, (int)n);
    case 'w': return d + 7 * (int)n;
    case 'h': return d + (int)floor(n / 24);
    default: return d + (int)n;
    }
}
static char unit_of_time(const char *ucum)
{
    return !ucum ? 0 : strcmp(ucum, "a") == 0 ? 'a'
                   : strcmp(ucum, "mo") == 0  ? 'm'
                   : strcmp(ucum, "wk") == 0  ? 'w'
                   : strcmp(ucum, "d") == 0   ? 'd'
                                              : 0;
}

/* ---- concepts ---- */

static bool is(const concept *c, const concept *above)
{
    if (!c || !above)
        return false;
    if (c == above)
        return true;
    for (const concept *const *p = c->parents; *p; p++)
        if (is(*p, above))
            return true;
    return false;
}
static bool flagged(const concept *c, unsigned flag)
{
    if (c->flags & flag)
        return true;
    for (const concept *const *p = c->parents; *p; p++)
        if (flagged(*p, flag))
            return true;
    return false;
}

/* ---- units ---- */

static const struct {
    const char *concept, *unit;
    double factor, offset; /* to one unit of the concept */
} units[] = {
    {"potassium", "mmol/L", 1, 0},
    {"potassium", "meq/L", 1, 0},
    {"potassium", "mg/dL", 10 / 39.098, 0},
    {"glucose", "mmol/L", 1, 0},
    {"glucose", "mg/dL", 10 / 180.156, 0},
    {"glucose", "g/L", 1000 / 180.156, 0},
    {"hemoglobin", "g/dL", 1, 0},
    {"hemoglobin", "g/L", 0.1, 0},
    {"hemoglobin", "mmol/L", 1.61145, 0},
    {"alt", "U/L", 1, 0},
    {"alt", "ukat/L", 60, 0},
    {"crp", "mg/L", 1, 0},
    {"crp", "mg/dL", 10, 0},
    {"crp", "ug/mL", 1, 0},
    {"body_temperature", "Cel", 1, 0},
    {"body_temperature", "[degF]", 5.0 / 9, -32},
    {"platelets", "10*9/L", 1, 0},
    {"platelets", "10*3/uL", 1, 0},
    {"platelets", "/uL", 1e-3, 0},
    {"platelets", "/mm3", 1e-3, 0},
};

static bool to_one(const concept *c, double v, const char *unit, double *out)
{
    for (size_t i = 0; unit && i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].concept, c->id) == 0 && strcmp(units[i].unit, unit) == 0) {
            *out = isinf(v) ? v : (v + units[i].offset) * units[i].factor;
            return true;
        }
    return false;
}
static bool same(double a, double b)
{
    return a == b || (isfinite(a) && isfinite(b) && fabs(a - b) <= 1e-9 * fmax(fabs(a), fabs(b)));
}
static bool unitless(const concept *c)
{
    return c->category == CATEGORY_SCORE || strcmp(c->id, "inr") == 0;
}

/* Could somebody have a value near the bounds, in this unit? */
static bool sensible(const concept *c, const rule *r, const char *unit)
{
    double one, v, low = c->plausible.low, high = c->plausible.high;
    bool fits = true;

    if (to_one(c, 1, c->units[0], &one) && !isnan(low))
        fits = (!r->low.given || (to_one(c, r->low.value, unit, &v) && v >= low * one)) && (!r->high.given || (to_one(c, r->high.value, unit, &v) && v >= low * one));
    if (to_one(c, 1, c->units[0], &one) && !isnan(high))
        fits = fits && (!r->low.given || (to_one(c, r->low.value, unit, &v) && v <= high * one)) && (!r->high.given || (to_one(c, r->high.value, unit, &v) && v <= high * one));
    /* nor a thousandth of what is usual */
    if (to_one(c, 1, c->units[0], &one) && c->normal.low > 0)
        fits = fits && !(r->low.given && to_one(c, r->low.value, unit, &v) && v > 0 && v < c->normal.low / 1000 * one) &&
               !(r->high.given && to_one(c, r->high.value, unit, &v) && v > 0 && v < c->normal.low / 1000 * one);
    return fits;
}

/* The one unit in which a bound makes sense; NULL: none, or several. */
static const char *sensible_unit(const concept *c, const rule *r)
{
    const char *found = NULL;
    double one, other;

    for (const char *const *u = c->units; *u; u++) {
        if (!sensible(c, r, *u))
            continue;
        if (found && !(to_one(c, 1, *u, &one) && to_one(c, 1, found, &other) && same(one, other)))
            return NULL;
        found = found ? found : *u;
    }
    return found;
}

/* ---- windows ---- */

typedef struct span {
    double low, high;           /* days, both in it; a fraction: somewhere within that day */
    bool low_vague, high_vague; /* "more than 24 hours": somewhere in the day of the limit */
    bool later;                 /* reaches beyond the index date */
} span;

static double limit(naive_world *w, const rule_window *win, const period *p, bool open, int inward, bool *vague)
{
    (void)win;
    *vague = false;
    if (p->unit == 'h') {
        w->coarse = true;
        *vague = open && p->n != 0;
        return w->as_of + p->n / 24;
    }
    return later(w->as_of, p->n, p->unit) + (open ? inward : 0);
}
static span placed(naive_world *w, const rule_window *win)
{
    span s = {LONG_AGO * 2, w->as_of, false, false, false};

    if (win->from_given)
        s.low = limit(w, win, &win->from, win->from_open, 1, &s.low_vague);
    if (win->to_given)
        s.high = limit(w, win, &win->to, win->to_open, -1, &s.high_vague);
    s.later = s.high > w->as_of;
    return s;
}
static naive from_low(const span *s, day d)
{
    if (s->low_vague && d == floor(s->low))
        return OPEN;
    return d >= s->low ? YES : d + 1 <= s->low ? NO
                                               : OPEN;
}
static naive to_high(const span *s, day d)
{
    if (s->high_vague && d == floor(s->high))
        return OPEN;
    return d + 1 <= s->high || d == s->high ? YES : d > s->high ? NO
                                                                : OPEN;
}
static naive inside(const span *s, day first, day last)
{
    return least(to_high(s, first), from_low(s, last));
}
/* One time, not an episode: `from_low` and `to_high` of the same day. */

/* ---- records of a thing ---- */

typedef struct lifetime {
    day start1, start2, end1, end2; /* FOREVER: goes on */
    bool dated;
} lifetime;

static lifetime lived(const naive_world *w, const fact *f)
{
    lifetime t = {LONG_AGO, w->as_of, FOREVER, FOREVER, f->start.first != DAY_NONE};
    bool moment = f->kind == FACT_OBSERVATION || f->kind == FACT_IMMUNIZATION || (f->kind == FACT_MEDICATION && !f->order);

    if (t.dated) {
        t.start1 = f->start.first;
        t.start2 = f->start.last < w->as_of ? f->start.last : w->as_of;
    }
    if (f->history) {
        t.end1 = LONG_AGO;
        t.end2 = w->as_of;
    } else if (f->end.first != DAY_NONE) {
        t.end1 = f->order && f->ended ? LONG_AGO : f->end.first;
        t.end2 = f->end.last;
        if (f->end.first == f->start.first && f->end.last == f->start.last && t.end2 > w->as_of)
            t.end2 = t.end1 > w->as_of ? t.end1 : w->as_of; /* one time, up to the index date */
        if (!t.dated && t.end2 < t.start2)
            t.start2 = t.end2;
    } else if (moment) {
        t.end1 = t.start1;
        t.end2 = t.start2;
    } else if (f->ended) {
        t.end1 = LONG_AGO;
        t.end2 = w->as_of;
    }
    return t;
}

/* The concept that a positive result shows, else what the record is of. */
static const concept *shown(const fact *f)
{
    return f->kind == FACT_OBSERVATION ? f->concept->confirms : f->concept;
}

/* The lexicon says how long such a state may last: older records may decide less. */
static bool passes(const concept *c)
{
    return strstr(c->attributes ? c->attributes : "", "lasts=") != NULL;
}

static naive current(naive_world *w, const fact *f)
{
    lifetime t = lived(w, f);
    trials all = {{0}};

    w->coarse |= passes(shown(f));
    if (f->history || (f->ended && f->end.first == DAY_NONE && !(f->kind == FACT_MEDICATION && !f->order)))
        return NO;
    if (f->start.first != DAY_NONE && t.start1 == t.start2 && t.end1 == t.start1 && t.end2 == t.start1)
        return of(t.start1 == w->as_of);
    for (int i = 0; i < 2; i++) {
        day e = i ? t.end2 : t.end1;

        tried(&all, e > w->as_of ? YES : e < w->as_of ? NO
                                                      : OPEN);
    }
    return outcome(&all);
}

/* Some day of the episode, or the onset of an event, in the window: every start and end that it may have had. */
static naive in_span(naive_world *w, const concept *c, const fact *f, const span *s)
{
    lifetime t = lived(w, f);
    trials all = {{0}};
    bool onset = ((c->flags & CONCEPT_EVENT) && f->kind == FACT_CONDITION) || f->kind == FACT_OBSERVATION;

    w->coarse |= passes(c);
    if (f->history) /* at a day not known, up to the day of the record */
        t = (lifetime){LONG_AGO, t.start2, LONG_AGO, t.start2, t.dated};
    for (int i = 0; i < 4; i++) {
        day edges[] = {t.start1, t.start2, (day)fmax(s->low, LONG_AGO), (day)fmax(s->low, LONG_AGO) + 1, (day)s->high, (day)s->high + 1};

        for (size_t k = 0; k < sizeof edges / sizeof *edges; k++) {
            day start = edges[k], end = i & 1 ? t.end2 : t.end1;

            if (start < t.start1 || start > t.start2)
                continue;
            if (end < start)
                end = start;
            tried(&all, onset ? inside(s, start, start) : inside(s, start, end));
        }
    }
    return outcome(&all);
}

static naive lasted(const naive_world *w, const fact *f, const rule_amount *a)
{
    lifetime t = lived(w, f);
    trials all = {{0}};
    char unit = unit_of_time(a->unit.ucum);

    if (!t.dated || f->history || !unit)
        return OPEN;
    for (day start = t.start1; start <= t.start2; start++)
        for (int i = 0; i < 2; i++) {
            day end = i ? t.end2 : t.end1, reached;
            naive is_so = YES;

            end = end < start ? start : end > w->as_of ? w->as_of
                                                       : end;
            if (a->low.given) {
                reached = later(start, a->low.value, unit);
                is_so = least(is_so, of(a->low.inclusive ? reached <= end : reached < end));
            }
            if (a->high.given) {
                reached = later(start, a->high.value, unit);
                is_so = least(is_so, of(a->high.inclusive ? reached >= end : reached > end));
            }
            tried(&all, is_so);
        }
    return outcome(&all);
}

static naive dosed(const fact *f, const rule_amount *a)
{
    if (isnan(f->dose) || f->kind != FACT_MEDICATION)
        return OPEN;
    return of((!a->low.given || (a->low.inclusive ? f->dose >= a->low.value : f->dose > a->low.value)) &&
              (!a->high.given || (a->high.inclusive ? f->dose <= a->high.value : f->dose < a->high.value)));
}

/* "left", where some words of the record begin with "Left" or are "bilateral". */
static naive on_side(const fact *f, const char *side)
{
    naive so = OPEN;

    for (size_t i = 0; i < f->qualifier_count; i++) {
        const char *v = f->qualifiers[i].value;

        if (strcmp(v, "bilateral") == 0 || strncasecmp(v, side, strlen(side)) == 0)
            return YES;
        if (strncasecmp(v, "left ", 5) == 0 || strncasecmp(v, "right ", 6) == 0)
            so = NO;
    }
    return so;
}

static naive qualified(const fact *f, const rule_qualifier *q)
{
    if (strcmp(q->kind, "side") == 0)
        return on_side(f, q->value);
    for (size_t i = 0; i < f->qualifier_count; i++)
        if (strcmp(f->qualifiers[i].kind, q->kind) == 0)
            return of(strcmp(f->qualifiers[i].value, q->value) == 0);
    return OPEN;
}

static bool about_certainty(const rule_qualifier *q)
{
    return strcmp(q->kind, "certainty") == 0;
}
static bool says(const rule *r, const char *certainty)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (about_certainty(&r->qualifiers[i]) && strcmp(r->qualifiers[i].value, certainty) == 0)
            return true;
    return false;
}

static bool names(const concept *asked, const fact *f)
{
    const concept *c = shown(f);

    if ((asked->category == CATEGORY_ALLERGY) != (f->kind == FACT_ALLERGY))
        return false;
    if (strcmp(asked->id, "drug_allergy") == 0 && c->category == CATEGORY_MEDICATION)
        return true;
    return is(c, asked) || (asked->category == CATEGORY_ALLERGY && is(c, asked->substance));
}
/* An allergy to a class of drugs may be one to a drug of it. */
static bool wider_substance(const concept *asked, const concept *c)
{
    const concept *to = c && c->category == CATEGORY_ALLERGY ? c->substance : c;

    return asked->category == CATEGORY_ALLERGY && asked->substance && to && to != asked->substance && is(asked->substance, to);
}

/* A denial of c denies all that lies below c. */
static bool denies(const concept *asked, const fact *f)
{
    const concept *c = shown(f);

    if ((asked->category == CATEGORY_ALLERGY) != (f->kind == FACT_ALLERGY))
        return false;
    return is(asked, c) || (asked->category == CATEGORY_ALLERGY && is(asked->substance, c));
}

static bool ever(const rule *r)
{
    return r->tense == TENSE_HISTORY;
}

static naive in_time(naive_world *w, const rule *r, const fact *f)
{
    if (r->tense == TENSE_PLANNED)
        return !f->planned ? NO : r->window ? OPEN
                                            : YES;
    if (f->planned)
        return NO;
    if (r->window) {
        span s = placed(w, r->window);
        naive t = in_span(w, shown(f), f, &s);

        /* "diagnosed within 6 months": found in them, or had in them */
        if (t == YES && says(r, "confirmed") && f->kind == FACT_CONDITION && !f->history && s.low > LONG_AGO * 2) {
            lifetime l = lived(w, f);

            if (inside(&s, l.start1, l.start1) != YES || inside(&s, l.start2, l.start2) != YES)
                return OPEN;
        }
        return t;
    }
    /* what is had once: had, or being done? */
    if (r->tense == TENSE_CURRENT && f->kind != FACT_MEDICATION && flagged(shown(f), CONCEPT_ONCE))
        return OPEN;
    return ever(r) ? YES : current(w, f);
}

/* Later results of the same test take the place of this one. */
static naive still(const naive_world *w, const rule *r, const fact *f)
{
    naive t = YES;

    if (f->kind != FACT_OBSERVATION || r->window || ever(r) || says(r, "confirmed"))
        return t;
    for (size_t i = 0; i < w->patient->fact_count; i++) {
        const fact *g = &w->patient->facts[i];

        if (g->concept == f->concept && g->value.sign < 0 && g->start.first <= w->as_of && g->start.first > f->start.first)
            t = NO;
    }
    return t;
}

static naive record_says(naive_world *w, const rule *r, const fact *f)
{
    naive t = f->kind == FACT_OBSERVATION && !r->window && r->tense != TENSE_PLANNED ? still(w, r, f) : in_time(w, r, f);

    if (says(r, "suspected") && f->certainty == FACT_CONFIRMED)
        t = least(t, OPEN);
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (!about_certainty(&r->qualifiers[i]))
            t = least(t, qualified(f, &r->qualifiers[i]));
    if (r->duration)
        t = least(t, lasted(w, f, r->duration));
    if (r->dose)
        t = least(t, dosed(f, r->dose));
    return t;
}

static bool there(const naive_world *w, const fact *f)
{
    return f->start.first == DAY_NONE || f->start.first <= w->as_of;
}
static bool negative(const fact *f)
{
    return f->certainty == FACT_DENIED || (f->kind == FACT_OBSERVATION && f->value.sign < 0);
}
static bool sure(const rule *r, const fact *f)
{
    return f->certainty == FACT_CONFIRMED || (f->certainty == FACT_SUSPECTED && says(r, "suspected"));
}

static day day_of_denial(const naive_world *w, const fact *f)
{
    return f->start.first == DAY_NONE || f->start.last > w->as_of ? w->as_of : f->start.last;
}

/* For how many days a denial of it holds: a third of what it lasts; half a year for what happens on a day, and drugs. */
static double denial_lasts(const concept *c)
{
    for (const concept *at = c; at; at = at->parents[0]) {
        const char *said = strstr(at->attributes ? at->attributes : "", "lasts=");

        if (said)
            return strtod(said + 6, NULL) / 3;
    }
    return (c->flags & CONCEPT_EVENT) || c->category == CATEGORY_MEDICATION ? 180 : FOREVER;
}

/* Does a denial speak of the time that is asked about? */
static bool denial_in_time(naive_world *w, const rule *r, const fact *f)
{
    if (r->tense == TENSE_PLANNED)
        return false;
    if (r->window) { /* it speaks of its own days only */
        span s = placed(w, r->window);
        day last = day_of_denial(w, f), first = f->start.first == DAY_NONE ? last : f->start.first;

        if (f->history) /* never, up to then */
            return !s.later && from_low(&s, day_of_denial(w, f)) == YES;
        if (s.later || f->kind == FACT_MEDICATION || f->kind == FACT_PROCEDURE)
            return false;
        return s.low >= first && s.high <= last;
    }
    if (ever(r) && !f->history)
        return f->kind == FACT_CONDITION || f->kind == FACT_ALLERGY;
    return w->as_of - day_of_denial(w, f) <= denial_lasts(r->subject.concept);
}

/* What records of a thing of a category are. */
static fact_kind kind_of(category c)
{
    return c == CATEGORY_MEDICATION     ? FACT_MEDICATION
           : c == CATEGORY_PROCEDURE    ? FACT_PROCEDURE
           : c == CATEGORY_IMMUNIZATION ? FACT_IMMUNIZATION
           : c == CATEGORY_DEVICE       ? FACT_DEVICE
           : c == CATEGORY_ALLERGY      ? FACT_ALLERGY
           : c == CATEGORY_ENCOUNTER    ? FACT_ENCOUNTER
                                        : FACT_CONDITION;
}

/* What is not recorded of a category is not so: the record was said to be complete there, no part of it is damaged, and
 * none of it has a code that nobody knows. */
static bool complete(const naive_world *w, category c)
{
    for (size_t i = 0; i < w->patient->fact_count; i++) {
        const fact *f = &w->patient->facts[i];

        if (f->unnamed && there(w, f) && f->kind == kind_of(c) && f->certainty != FACT_DENIED && !f->planned)
            return false;
    }
    return w->closed[c] && !w->patient->incomplete;
}

/* An illness that outlasts what its test finds: not long after a positive one a negative one leaves it open. */
static bool may_go_on(const naive_world *w, const rule *r, day last)
{
    const char *said = strstr(r->subject.concept->attributes ? r->subject.concept->attributes : "", "outlasts=");

    return said && last != DAY_NONE && r->tense == TENSE_NONE && !r->window && w->as_of - last <= strtod(said + 9, NULL);
}

/* Orders of one drug that answer all but how much is taken: added up, do they leave the limits? */
static bool beyond_together(naive_world *w, const rule *r, bool above)
{
    rule any = *r;
    const rule_amount *a = r->dose;

    if (!a || r->window || ever(r) || r->tense == TENSE_PLANNED || !(above ? a->high.given : a->low.given))
        return false;
    any.dose = NULL;
    for (size_t i = 0; i < w->patient->fact_count; i++) {
        const fact *f = &w->patient->facts[i];
        double sum = 0;
        int n = 0;

        for (size_t k = i; k < w->patient->fact_count; k++) {
            const fact *g = &w->patient->facts[k];

            if (g->kind == FACT_MEDICATION && g->concept == f->concept && there(w, g) && !negative(g) && names(r->subject.concept, g) &&
                sure(r, g) && record_says(w, &any, g) == YES && !isnan(g->dose)) {
                sum += g->dose;
                n++;
            } else if (k == i)
                break;
        }
        if (n < 2)
            continue;
        if (above ? (a->high.inclusive ? sum > a->high.value : sum >= a->high.value)
                  : (a->low.inclusive ? sum >= a->low.value : sum > a->low.value))
            return true;
    }
    return false;
}

/* What an exception names is meant whenever it was, if it says nothing of the time. */
static naive excepted(naive_world *w, const rule *minus, const fact *f)
{
    rule any = *minus;

    if (any.tense == TENSE_NONE)
        any.tense = TENSE_HISTORY;
    return record_says(w, &any, f);
}

/* Is just this kind of it denied later? */
static bool kind_denied(naive_world *w, const rule *r, const fact *f)
{
    for (size_t i = 0; i < w->patient->fact_count; i++) {
        const fact *d = &w->patient->facts[i];

        if (!ever(r) && !r->window && f->kind == FACT_CONDITION && f->start.first != DAY_NONE && d->kind == FACT_CONDITION && d->certainty == FACT_DENIED && there(w, d) &&
            is(f->concept, d->concept) && !denies(r->subject.concept, d) && day_of_denial(w, d) >= f->start.first)
            return true;
    }
    return false;
}

/* `minus`: records that it names do not count; NULL: all count. */
static naive has(naive_world *w, const rule *r, const rule *minus)
{
    const concept *c = r->subject.concept;
    naive best = NO, taken;
    /* denials, what is certain, and all that may be so: from the first to the last day of the latest */
    day denial1 = DAY_NONE, denial2 = DAY_NONE, certain1 = DAY_NONE, certain2 = DAY_NONE, possible = DAY_NONE;
    bool any_denial = false, only_tests_deny = true, hint = false, only_tests_say = true;
    const concept *denied = c;

    if (r->subject.who && strcmp(r->subject.who, "family") != 0)
        return OPEN;
    if (!c)
        return OPEN;
    if (r->subject.who) {
        for (size_t i = 0; i < w->patient->fact_count; i++) {
            const fact *f = &w->patient->facts[i];

            if (f->kind == FACT_FAMILY && f->certainty == FACT_CONFIRMED && there(w, f) && is(f->concept, c)) {
                naive t = YES;

                for (size_t k = 0; k < r->qualifier_count; k++)
                    if (!about_certainty(&r->qualifiers[k]))
                        t = least(t, qualified(f, &r->qualifiers[k]));
                if (t == YES)
                    return YES;
            }
        }
        return OPEN;
    }
    if ((w->patient->sex == SEX_MALE && flagged(c, CONCEPT_FEMALE)) || (w->patient->sex == SEX_FEMALE && flagged(c, CONCEPT_MALE)))
        return NO;
    for (size_t i = 0; i < w->patient->fact_count; i++) {
        const fact *f = &w->patient->facts[i];

        if (f->kind == FACT_FAMILY || !there(w, f) || !shown(f))
            continue;
        if (negative(f)) {
            if (denies(c, f) && denial_in_time(w, r, f) && !(f->kind == FACT_OBSERVATION && ever(r))) {
                if (!any_denial || day_of_denial(w, f) >= denial2) {
                    denial2 = day_of_denial(w, f);
                    denial1 = f->start.first == DAY_NONE ? denial2 : f->start.first;
                    only_tests_deny = f->kind == FACT_OBSERVATION;
                    denied = shown(f);
                }
                any_denial = true;
            }
            continue;
        }
        if (!names(c, f)) {
            /* something wider is there: it may be the thing */
            if (f->kind != FACT_OBSERVATION && (f->kind == FACT_ALLERGY) == (c->category == CATEGORY_ALLERGY) &&
                !f->planned && f->concept != c && (is(c, f->concept) || wider_substance(c, f->concept)) && in_time(w, r, f) != NO)
                hint = true;
            continue;
        }
        if (!sure(r, f)) {
            hint = true;
            if (f->start.first != DAY_NONE && !f->planned && day_of_denial(w, f) > possible)
                possible = day_of_denial(w, f);
            continue;
        }
        taken = record_says(w, r, f);
        if (taken == YES && kind_denied(w, r, f))
            taken = OPEN;
        if (minus && taken != NO)
            taken = least(taken, opposite(minus->op == RULE_HAS ? (names(minus->subject.concept, f)                                                 ? sure(minus, f) ? excepted(w, minus, f) : OPEN
                                                                   : is(minus->subject.concept, f->concept) && minus->subject.concept != f->concept ? OPEN
                                                                                                                                                    : NO)
                                                                : OPEN));
        if (f->start.first != DAY_NONE && !f->planned && day_of_denial(w, f) > possible)
            possible = day_of_denial(w, f);
        if (taken == YES) {
            day first = f->start.first == DAY_NONE ? w->as_of : f->start.first, last = f->start.first == DAY_NONE ? w->as_of : f->start.last;

            only_tests_say &= f->kind == FACT_OBSERVATION;
            if (first > certain1)
                certain1 = first;
            if (last > certain2)
                certain2 = last;
        }
        best = most(best, taken);
    }
    if (beyond_together(w, r, best == YES))
        best = OPEN;
    if (best == YES) {
        if (!any_denial || r->window || ever(r) || certain1 > denial2 || (only_tests_deny && says(r, "confirmed")))
            return YES;
        return only_tests_say && only_tests_deny && denial1 > certain2 && !may_go_on(w, r, possible) ? NO : OPEN;
    }
    if (any_denial && !(possible != DAY_NONE && possible > denial1) && !(best == OPEN && (r->window || (only_tests_deny && says(r, "confirmed"))))) {
        rule wider = *r;
        rule_qualifier certainty;

        if (denied == c || (c->category == CATEGORY_ALLERGY && denied == c->substance))
            return only_tests_deny && may_go_on(w, r, possible) ? OPEN : NO;
        /* of something wider: it must not be there itself */
        wider.subject.concept = denied;
        wider.duration = wider.dose = NULL;
        wider.qualifier_count = 0;
        for (size_t i = 0; i < r->qualifier_count; i++)
            if (about_certainty(&r->qualifiers[i])) {
                certainty = r->qualifiers[i];
                wider.qualifiers = &certainty;
                wider.qualifier_count = 1;
            }
        return has(w, &wider, NULL) == NO ? NO : OPEN;
    }
    if (best == OPEN || hint || (r->window && placed(w, r->window).later) || r->tense == TENSE_PLANNED)
        return OPEN;
    if (c->category == CATEGORY_PROCEDURE && r->tense != TENSE_HISTORY && says(r, "suspected"))
        return OPEN; /* it is possible, and need not have come about */
    return complete(w, c->category) ? NO : OPEN;
}

/* ---- quantities ---- */

static naive compared(double low, bool low_in, double high, bool high_in, const rule_bound *from, const rule_bound *to)
{
    naive t = YES;

    if (from->given) {
        bool all = low > from->value ? !same(low, from->value) : false, none = high < from->value && !same(high, from->value);

        if (same(low, from->value))
            all = from->inclusive || !low_in;
        if (same(high, from->value))
            none = !(from->inclusive && high_in);
        t = least(t, all ? YES : none ? NO
                                      : OPEN);
    }
    if (to->given) {
        bool all = high < to->value ? !same(high, to->value) : false, none = low > to->value && !same(low, to->value);

        if (same(high, to->value))
            all = to->inclusive || !high_in;
        if (same(low, to->value))
            none = !(to->inclusive && low_in);
        t = least(t, all ? YES : none ? NO
                                      : OPEN);
    }
    return t;
}

typedef struct reading {
    bool usable;
    double low, high; /* in the one unit of the concept, or as a multiple of the limit */
    bool low_in, high_in;
} reading;

/* Nobody has such a value: its unit cannot be meant. */
static bool impossible(const concept *c, const fact_value *v)
{
    double d = v->low, one;

    if (v->low != v->high || v->low == 0 || c->category == CATEGORY_SCORE || !c->units || !c->units[0])
        return false;
    if (v->ucum && (!to_one(c, v->low, v->ucum, &d) || !to_one(c, 1, c->units[0], &one)))
        return false;
    if (v->ucum)
        d /= one; /* no unit of these tests but the first of a temperature has a zero of its own */
    return d < c->plausible.low || d > c->plausible.high;
}

static reading value_of(const naive_world *w, const rule *r, const fact *f)
{
    const concept *c = r->subject.concept;
    const fact_value *v = &f->value;
    reading out = {false, v->low, v->high, v->low_inclusive, v->high_inclusive};

    if (v->kind != VALUE_NUMBER)
        return out;
    if (v->low == v->high)
        out.low_in = out.high_in = true;
    if (r->relative_to != RELATIVE_NONE) {
        bool upper = r->relative_to == RELATIVE_ULN;
        double reference;

        if (!v->ucum)
            return out;
        if (upper ? v->range_high_given : v->range_low_given) {
            reference = upper ? v->range_high : v->range_low;
        } else {
            concept_limits n = c->normal;
            double one, other;

            if (!w->default_ranges)
                return out;
            if (w->patient->sex == SEX_FEMALE && (!isnan(c->normal_female.low) || !isnan(c->normal_female.high)))
                n = c->normal_female;
            if (w->patient->sex == SEX_MALE && (!isnan(c->normal_male.low) || !isnan(c->normal_male.high)))
                n = c->normal_male;
            reference = upper ? n.high : n.low;
            if (isnan(reference) || !to_one(c, 1, c->units[0], &one) || !to_one(c, 1, v->ucum, &other))
                return out;
            reference *= one / other;
        }
        if (!(reference > 0))
            return out;
        out.low /= reference;
        out.high /= reference;
        out.usable = true;
        return out;
    }
    if (impossible(c, v))
        return out;
    if (unitless(c)) {
        out.usable = !v->ucum && !v->unit_text;
        if (c->category == CATEGORY_SCORE && (v->high < c->scale.low || v->low > c->scale.high))
            out.usable = false;
        return out;
    }
    out.usable = v->ucum && to_one(c, v->low, v->ucum, &out.low) && to_one(c, v->high, v->ucum, &out.high);
    return out;
}

/* A class of a score as its scores. */
static void as_scores(const concept *c, rule_bound *low, rule_bound *high)
{
    for (int i = 0; c->grades && c->grades[i].name; i++) {
        if (low->given && low->value == i + 1 && low->value < c->scale.low) {
            low->value = low->inclusive ? c->grades[i].low : c->grades[i].high;
            break;
        }
    }
    for (int i = 0; c->grades && c->grades[i].name; i++) {
        if (high->given && high->value == i + 1 && high->value < c->scale.low) {
            high->value = high->inclusive ? c->grades[i].high : c->grades[i].low;
            break;
        }
    }
}

static naive judged(const rule *r, const reading *v, const char *unit)
{
    const concept *c = r->subject.concept;
    rule_bound low = r->low, high = r->high;

    if (!v->usable)
        return OPEN;
    if (unit && low.given)
        to_one(c, low.value, unit, &low.value);
    if (unit && high.given)
        to_one(c, high.value, unit, &high.value);
    if (r->value_count) {
        naive t = NO;

        for (size_t i = 0; i < r->value_count; i++) {
            rule_bound both[2] = {{true, true, r->values[i]}, {true, true, r->values[i]}};

            as_scores(c, &both[0], &both[1]);
            t = most(t, compared(v->low, v->low_in, v->high, v->high_in, &both[0], &both[1]));
        }
        return t;
    }
    as_scores(c, &low, &high);
    return compared(v->low, v->low_in, v->high, v->high_in, &low, &high);
}

enum { MOST_VALUES = 16 };

/* The days of a value on which something may change: ends of its date, of the window, of other dates. */
static size_t days_of(const naive_world *w, const fact *f, const fact *const *all, size_t n, const span *s, day *out)
{
    day first = f->start.first == DAY_NONE ? LONG_AGO : f->start.first;
    day last = f->start.first == DAY_NONE || f->start.last > w->as_of ? w->as_of : f->start.last;
    size_t count = 0;

    for (size_t i = 0; i <= n; i++) {
        day a = i < n ? all[i]->start.first : (day)fmax(s->low, LONG_AGO), b = i < n ? all[i]->start.last : (day)s->high;

        if (i < n && a == DAY_NONE)
            continue;
        day some[] = {a - 1, a, a + 1, b - 1, b, b + 1};

        for (size_t k = 0; k < 6; k++)
            if (some[k] > first && some[k] < last)
                out[count++] = some[k];
    }
    out[count++] = first;
    out[count++] = last;
    return count;
}

static bool exact(const fact *f)
{
    return f->start.first != DAY_NONE && f->start.first == f->start.last && f->start.instant != INSTANT_NONE;
}

static naive latest(const naive_world *w, const fact *const *all, const naive *fits, size_t n, const span *s)
{
    static const size_t room = 6 * (MOST_VALUES + 1) + 2;
    day days[MOST_VALUES][6 * (MOST_VALUES + 1) + 2];
    size_t count[MOST_VALUES];
    trials t = {{0}};
    bool none = true;

    (void)room;
    for (size_t i = 0; i < n; i++) {
        bool out = false;

        count[i] = days_of(w, all[i], all, n, s, days[i]);
        for (size_t k = 0; k < count[i]; k++)
            out |= inside(s, days[i][k], days[i][k]) != YES;
        none &= out;
    }
    if (none)
        return OPEN; /* there may be none in the window */
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < count[i]; k++) {
            day d = days[i][k];
            bool possible = inside(s, d, d) != NO;

            for (size_t j = 0; j < n && possible; j++) { /* can j be out of the way? */
                bool away = j == i;

                for (size_t m = 0; m < count[j] && !away; m++) {
                    day e = days[j][m];

                    away = inside(s, e, e) != YES || e < d || (e == d && !(exact(all[i]) && exact(all[j]) && all[j]->start.instant > all[i]->start.instant));
                }
                possible = away;
            }
            if (possible)
                tried(&t, fits[i]);
        }
    return outcome(&t);
}

/* Values that are perhaps in the window are tried in and out of it. */
static naive over_choices(naive_world *w, const rule *r, const fact *const *all, const reading *value, const naive *fits, size_t n, const span *s, const char *unit)
{
    size_t perhaps[MOST_VALUES], choices = 0;
    trials t = {{0}};

    for (size_t i = 0; i < n; i++) {
        bool dated = all[i]->start.first != DAY_NONE;
        day first = dated ? all[i]->start.first : LONG_AGO, last = dated && all[i]->start.last < w->as_of ? all[i]->start.last : w->as_of;
        naive a = inside(s, first, first), b = inside(s, last, last);

        perhaps[i] = a == YES && b == YES ? 0 : a == NO && b == NO && !(to_high(s, first) == YES && from_low(s, last) == YES) ? 2
                                                                                                                              : 1;
        choices += perhaps[i] == 1;
    }
    for (size_t bits = 0; bits < (size_t)1 << choices; bits++) {
        naive any = NO;
        bool some = false, open = false;
        reading x = {true, 0, 0, true, true};

        for (size_t i = 0, k = 0; i < n; i++) {
            if (perhaps[i] == 2 || (perhaps[i] == 1 && !(bits >> k++ & 1)))
                continue;
            any = most(any, fits[i]);
            open |= !value[i].usable;
            if (value[i].low != value[i].high)
                w->coarse = true;
            if (!some || (r->pick == PICK_HIGHEST ? value[i].low > x.low : value[i].low < x.low))
                x.low = value[i].low, x.low_in = value[i].low_in;
            else if (value[i].low == x.low)
                x.low_in = r->pick == PICK_HIGHEST ? x.low_in && value[i].low_in : x.low_in || value[i].low_in;
            if (!some || (r->pick == PICK_HIGHEST ? value[i].high > x.high : value[i].high < x.high))
                x.high = value[i].high, x.high_in = value[i].high_in;
            else if (value[i].high == x.high)
                x.high_in = r->pick == PICK_HIGHEST ? x.high_in || value[i].high_in : x.high_in && value[i].high_in;
            some = true;
        }
        if (r->pick == PICK_LOWEST || r->pick == PICK_HIGHEST)
            tried(&t, !some || open ? OPEN : judged(r, &x, unit));
        else
            tried(&t, some ? any : OPEN);
    }
    return outcome(&t);
}

static naive age(naive_world *w, const rule *r)
{
    char unit = r->unit.ucum ? unit_of_time(r->unit.ucum) : 'a';
    trials t = {{0}};
    date b = w->patient->birth;

    if (b.first == DAY_NONE || b.first > w->as_of || !unit)
        return OPEN;
    w->coarse |= b.first != b.last && r->low.given && r->high.given; /* no whole number between 54 and 55 */
    for (day born = b.first; born <= b.last && born <= w->as_of; born++) {
        int n = 0, step = 1024;
        reading v = {true, 0, 0, true, true};

        for (; step; step /= 2)
            while (later(born, n + step, unit) <= w->as_of)
                n += step;
        v.low = v.high = n;
        tried(&t, compared(v.low, true, v.high, true, &r->low, &r->high));
    }
    return outcome(&t);
}

/* Records on different days are different times; a day that is not known may be one of the others, a
 * month or a year is another time than every day outside it. */
static naive counted(naive_world *w, const rule *r)
{
    const concept *c = r->subject.concept;
    struct {
        day from, to;
        bool taken;
    } times[64];
    size_t certain = 0, perhaps = 0, n = 0;
    rule one = *r;
    bool vague_yes = false, countable = c->category == CATEGORY_PROCEDURE || c->category == CATEGORY_ENCOUNTER || c->category == CATEGORY_IMMUNIZATION || (c->flags & CONCEPT_EVENT);

    one.tense = TENSE_HISTORY;
    if (r->window && placed(w, r->window).later)
        countable = false;
    for (size_t i = 0; i < w->patient->fact_count; i++) {
        const fact *f = &w->patient->facts[i];
        naive t;
        bool seen = false;

        if (f->kind == FACT_FAMILY || !there(w, f) || negative(f) || !names(c, f) || !sure(r, f) || n == 64)
            continue;
        t = record_says(w, &one, f);
        if (t == NO)
            continue;
        if (t == OPEN || f->start.first == DAY_NONE) {
            perhaps++;
            vague_yes |= t == YES;
            continue;
        }
        for (size_t k = 0; k < n; k++)
            seen |= f->start.first == f->start.last && times[k].from == f->start.first && times[k].to == f->start.last;
        if (seen)
            continue;
        times[n].from = f->start.first;
        times[n].to = f->start.last;
        times[n++].taken = false;
    }
    perhaps += n;
    for (;;) { /* of those that meet none that was taken, the one that is over first */
        size_t best = n;

        for (size_t i = 0; i < n; i++) {
            bool meets = times[i].taken;

            for (size_t k = 0; k < n; k++)
                meets |= times[k].taken && times[k].from <= times[i].to && times[i].from <= times[k].to;
            if (!meets && (best == n || times[i].to < times[best].to || (times[i].to == times[best].to && times[i].from > times[best].from)))
                best = i;
        }
        if (best == n)
            break;
        times[best].taken = true;
        certain++;
    }
    if (!certain && vague_yes)
        certain = 1;
    if (!countable) /* a state that lasts is written down again and again: that it was there once is sure */
        return compared(certain > 1 ? 1 : (double)certain, true, INFINITY, false, &r->low, &r->high);
    return compared((double)certain, true, complete(w, c->category) ? (double)perhaps : INFINITY, complete(w, c->category), &r->low, &r->high);
}

static naive compare(naive_world *w, const rule *r)
{
    const concept *c = r->subject.concept;
    const fact *all[MOST_VALUES];
    reading value[MOST_VALUES];
    naive fits[MOST_VALUES], t;
    size_t n = 0;
    const char *unit = NULL;
    span s = {LONG_AGO * 2, w->as_of, false, false, false};

    if (!c || r->subject.who || r->tense == TENSE_PLANNED)
        return OPEN;
    if (r->counting)
        return counted(w, r);
    if (strcmp(c->id, "age") == 0)
        return age(w, r);
    if (r->relative_to == RELATIVE_BASELINE)
        return OPEN;
    if (r->window)
        s = placed(w, r->window);
    if (s.later)
        return OPEN;
    if (r->relative_to == RELATIVE_NONE && !unitless(c)) {
        double ignored;

        unit = r->unit.ucum && to_one(c, 1, r->unit.ucum, &ignored) && sensible(c, r, r->unit.ucum) ? r->unit.ucum : sensible_unit(c, r);
        if (!unit)
            return OPEN;
    }
    for (size_t i = 0; i < w->patient->fact_count && n < MOST_VALUES; i++) {
        const fact *f = &w->patient->facts[i];

        if (f->kind != FACT_OBSERVATION || f->concept != c || !there(w, f) || f->certainty != FACT_CONFIRMED || f->value.kind == VALUE_NONE)
            continue;
        all[n] = f;
        value[n] = value_of(w, r, f);
        fits[n] = judged(r, &value[n], unit);
        n++;
    }
    if (n == 0)
        return OPEN;
    t = r->pick == PICK_LATEST && !ever(r) ? latest(w, all, fits, n, &s) : over_choices(w, r, all, value, fits, n, &s, unit);
    if (r->duration)
        t = least(t, OPEN);
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (!about_certainty(&r->qualifiers[i]))
            t = OPEN;
    return t;
}

/* ---- operators ---- */

static bool names_unknown(const rule *r)
{
    bool any = r->op == RULE_OPAQUE || (r->op == RULE_HAS && !r->subject.concept);

    for (size_t i = 0; i < r->count; i++)
        any = any || names_unknown(r->of[i]);
    return any;
}

static bool is_drug(const rule *r)
{
    return r->op == RULE_HAS && !r->subject.who && r->subject.concept && r->subject.concept->category == CATEGORY_MEDICATION;
}

/* A drug, except drugs: whether they are of its kind may not be known. */
static bool drugs_apart(const rule *a, const rule *b)
{
    bool several = (b->op == RULE_ANY || b->op == RULE_READINGS) && b->count, all = is_drug(a) && (is_drug(b) || several);

    for (size_t i = 0; all && several && i < b->count; i++)
        all = drugs_apart(a, b->of[i]);
    return all;
}

static bool takes_from(const rule *a, const rule *b)
{
    return a->op == RULE_HAS && b->op == RULE_HAS && !a->subject.who && !b->subject.who && a->subject.concept && b->subject.concept &&
           (is(a->subject.concept, b->subject.concept) || is(b->subject.concept, a->subject.concept));
}

naive naive_truth(naive_world *w, const rule *r)
{
    naive t = OPEN;
    unsigned trues = 0, open = 0;

    switch (r->op) {
    case RULE_COMPARE: return compare(w, r);
    case RULE_HAS: return has(w, r, NULL);
    case RULE_ALL:
        t = YES;
        for (size_t i = 0; i < r->count; i++)
            t = least(t, naive_truth(w, r->of[i]));
        return t;
    case RULE_ANY:
        t = NO;
        for (size_t i = 0; i < r->count; i++)
            t = most(t, naive_truth(w, r->of[i]));
        return t;
    case RULE_AT_LEAST:
        for (size_t i = 0; i < r->count; i++) {
            t = naive_truth(w, r->of[i]);
            trues += t == YES;
            open += t == OPEN;
        }
        return trues >= r->n ? YES : trues + open < r->n ? NO
                                                         : OPEN;
    case RULE_NOT: return opposite(naive_truth(w, r->of[0]));
    case RULE_IF: return most(opposite(naive_truth(w, r->of[0])), naive_truth(w, r->of[1]));
    case RULE_EXCEPT:
        if (takes_from(r->of[0], r->of[1]))
            return has(w, r->of[0], r->of[1]);
        if ((names_unknown(r->of[0]) || drugs_apart(r->of[0], r->of[1])) && naive_truth(w, r->of[0]) != NO && naive_truth(w, r->of[1]) != NO)
            return OPEN;
        return least(naive_truth(w, r->of[0]), opposite(naive_truth(w, r->of[1])));
    case RULE_READINGS:
        t = naive_truth(w, r->of[0]);
        for (size_t i = 1; i < r->count; i++)
            t = naive_truth(w, r->of[i]) == t ? t : OPEN;
        return t;
    default: return OPEN; /* a judgement, words that were not understood */
    }
}
