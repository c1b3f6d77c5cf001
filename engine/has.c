/* Is a thing recorded: of the patient, at the time asked for, with what narrows it?
 *
 * Each record of the thing is asked by itself (true, false, unknown), then they are put together
 * with what denies it. No record at all is open, or false where the world is closed. */
#include "engine/dose.h"
#include "engine/question.h"

#include "patients/mention.h"

#include "rules/landmark.h"
#include "rules/unit.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what is asked ---- */

static bool any_allergy(const concept *c)
{
    return is_landmark(c, LANDMARK_ALLERGY) || is_landmark(c, LANDMARK_DRUG_ALLERGY);
}

/* "Known allergy to penicillin": an allergy of any kind, and the drug behind it. */
static void ask_of_substance(question *q)
{
    const rule *r = q->rule;
    const rule_qualifier *only = NULL;

    if (!q->allergy || q->target_count != 1 || !any_allergy(q->targets[0]))
        return;
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (qualifier_is(&r->qualifiers[i], "about")) {
            if (only)
                return;
            only = &r->qualifiers[i];
        }
    if (!only || !only->concept || only->concept->category != CATEGORY_MEDICATION)
        return;
    q->targets[0] = only->concept;
    q->substance = only;
}

static question ask(const eval_record *x, const rule *r)
{
    question q = {.rule = r};

    if (r->subject.concept)
        q.targets[q.target_count++] = r->subject.concept;
    else
        q.unrecognized = true;
    for (size_t i = 0; i < r->qualifier_count; i++) {
        const rule_qualifier *k = &r->qualifiers[i];

        if (qualifier_is(k, "example") && k->concept && example_counts(r, k->concept) &&
            q.target_count < sizeof q.targets / sizeof *q.targets)
            q.targets[q.target_count++] = k->concept;
        if (qualifier_is(k, "certainty")) {
            q.suspected_only |= qualifier_says(k, "suspected");
            q.suspected_counts |=
                qualifier_says(k, "suspected") || qualifier_says(k, "confirmed_or_suspected");
            q.confirmed |= qualifier_says(k, "confirmed");
        }
        q.positive |= qualifier_is(k, "result") && qualifier_says(k, "positive");
        q.onset |= asks_onset(k);
        q.vague_time |= speaks_of_time(k);
        q.other_time |= asks_other_time(r, k);
        q.confirmed |= asks_method(k); /* a test has shown it */
    }
    if (q.confirmed)
        q.suspected_only = false;
    q.allergy = r->subject.category == CATEGORY_ALLERGY ||
                (r->subject.concept && r->subject.concept->category == CATEGORY_ALLERGY);
    ask_of_substance(&q);
    if (r->window) {
        eval_reason reason = REASON_NONE;

        if (!when_resolve(x, r->subject.concept, r->window, &q.window, &reason, &q.blocked_message))
            q.blocked = reason;
        q.windowed = !q.window.unlimited || r->window->half_lives > 0;
    }
    q.listing = told_lists_others(&q);
    if (r->tense == TENSE_HISTORY && !r->window)
        told_also(x, &q, "ever");
    if (r->window && q.windowed && q.blocked == REASON_NONE && !q.window.future &&
        q.window.lo_min != DAY_FIRST && r->window->half_lives == 0)
        told_also(x, &q, "began");
    return q;
}

/* Is the concept of a fact, or of an allergy's substance, what is asked for? */
static bool is_asked(const question *q, const concept *c, const fact *f)
{
    if ((f->kind == FACT_ALLERGY) != q->allergy)
        return q->allergy && c && c->category == CATEGORY_ALLERGY && question_covers(q, c);
    if (question_covers(q, c))
        return true;
    if (!q->allergy || !c)
        return false;
    for (size_t i = 0; i < q->target_count; i++) {
        const concept *t = q->targets[i],
                      *substance = t->category == CATEGORY_ALLERGY ? t->substance : t;

        if (substance && (concept_is(c, substance) || concept_is(c->substance, substance)))
            return true;
        if (c->category == CATEGORY_MEDICATION && any_allergy(t))
            return true;
    }
    return false;
}

/* "No known problems": the diseases that there would be now; a pregnancy is none of them, and a
 * stroke is over. */
static bool no_problems(const question *q, const concept *c, const fact *f)
{
    const rule *r = q->rule;

    if (f->kind != FACT_CONDITION || !is_landmark(c, LANDMARK_DISEASE) || r->window ||
        (r->tense != TENSE_NONE && r->tense != TENSE_CURRENT))
        return false;
    for (size_t i = 0; i < q->target_count; i++) {
        const concept *t = q->targets[i];

        if (t->category != CATEGORY_CONDITION || (t->flags & (CONCEPT_EVENT | CONCEPT_FEMALE)))
            return false;
        for (const concept *const *p = t->above; p && *p; p++)
            if ((*p)->flags & (CONCEPT_EVENT | CONCEPT_FEMALE))
                return false;
    }
    return true;
}

/* Does a denial of `c` deny everything that is asked? It counts for `c` and what lies below. */
static bool denies_asked(const question *q, const concept *c, const fact *f)
{
    if (!c || q->target_count == 0 || q->unrecognized || f->part)
        return false;
    if ((f->kind == FACT_ALLERGY) != q->allergy && !(q->allergy && c->category == CATEGORY_ALLERGY))
        return false;
    if (no_problems(q, c, f))
        return true;
    for (size_t i = 0; i < q->target_count; i++) {
        const concept *t = q->targets[i],
                      *substance = t->category == CATEGORY_ALLERGY ? t->substance : t;
        bool below =
            concept_is(t, c) || (q->allergy && substance &&
                                 (concept_is(substance, c) || concept_is(substance, c->substance) ||
                                  (substance->category == CATEGORY_MEDICATION && any_allergy(c))));

        if (!below)
            return false;
    }
    return true;
}

/* What is excluded, of what is asked, where this is so: a former smoker is no current one, and, as
 * one who has smoked, no never-smoker; twins are no single pregnancy, while they go on. A state
 * that no list of problems holds is denied by itself: whoever cannot have children may be pregnant,
 * for all that this says. NULL: nothing. */
static const concept *excluded(const question *q, const concept *c, const fact *f)
{
    if (category_is_quantity(c->category) ||
        (c->category != CATEGORY_SOCIAL &&
         (f->planned || (f->kind == FACT_CONDITION && (f->ended || date_known(f->end))))))
        return NULL;
    for (const concept *const *p = c->above; c; c = p ? *p++ : NULL)
        if (c->denies && denies_asked(q, c->denies, f) &&
            (!(c->denies->flags & CONCEPT_UNLISTED) || c->category == CATEGORY_SOCIAL ||
             (q->target_count == 1 && q->targets[0] == c->denies)))
            return c->denies;
    return NULL;
}

/* What an entry that denies speaks of. */
static const concept *denied_concept(const question *q, const entry *e)
{
    const concept *c = e->concept, *other = excluded(q, c, e->fact);

    if (denies_asked(q, c->confirms, e->fact))
        return c->confirms;
    return other ? other : c;
}

/* What one entry of the record says of the question. */
typedef enum says { SAYS_NOTHING, SAYS_YES, SAYS_NO, SAYS_PERHAPS } says;

static says entry_says(const question *q, const entry *e, bool *test)
{
    const fact *f = e->fact;
    const concept *c = e->concept;
    int sign = result_sign_of(f);

    *test = false;
    if (f->kind == FACT_FAMILY || !entry_is(e))
        return SAYS_NOTHING;
    if (e->role == ROLE_ALSO && (f->certainty == FACT_DENIED || is_asked(q, f->concept, f)))
        return SAYS_NOTHING; /* a denial of the one is none of the other; what is said once */
    if (f->kind == FACT_OBSERVATION && e->role == ROLE_CODE) {
        *test = true;
        if (f->certainty == FACT_DENIED)
            return denies_asked(q, c, f) ? SAYS_NO : SAYS_NOTHING;
        if (f->certainty != FACT_CONFIRMED)
            return SAYS_NOTHING;
        if (c->confirms && sign > 0 && is_asked(q, c->confirms, f))
            return SAYS_YES;
        if (sign < 0 && (denies_asked(q, c->confirms, f) || denies_asked(q, c->denies, f)))
            return SAYS_NO;
        if (category_is_quantity(c->category)) /* a value is not the thing itself */
            return SAYS_NOTHING;
        if (sign > 0 && is_asked(q, c, f))
            return SAYS_YES;
        if (sign < 0 && denies_asked(q, c, f))
            return SAYS_NO;
        return sign > 0 && c->category == CATEGORY_SOCIAL && excluded(q, c, f) ? SAYS_NO
                                                                               : SAYS_NOTHING;
    }
    if (f->kind == FACT_OBSERVATION && c->category != CATEGORY_SOCIAL &&
        c->category != CATEGORY_ORGANISM && c->category != CATEGORY_DEMOGRAPHIC &&
        !(f->concept &&
          (concept_is(c, f->concept->confirms) || f->concept->category == CATEGORY_CONDITION)))
        /* an answer to a question that may be anything: a cause of death, a relative's disease */
        return f->certainty == FACT_CONFIRMED && sign >= 0 && is_asked(q, c, f) ? SAYS_PERHAPS
                                                                                : SAYS_NOTHING;
    if (f->kind == FACT_OBSERVATION) { /* an answer, or an isolate */
        if (f->certainty == FACT_DENIED || sign < 0)
            return denies_asked(q, c, f) ? SAYS_NO : SAYS_NOTHING;
        *test = true;
        if (f->certainty == FACT_CONFIRMED && is_asked(q, c, f))
            return SAYS_YES;
        if (f->certainty == FACT_CONFIRMED && excluded(q, c, f))
            return SAYS_NO;
        return SAYS_NOTHING;
    }
    if (f->certainty == FACT_DENIED)
        return denies_asked(q, c, f) ? SAYS_NO : SAYS_NOTHING;
    if (!is_asked(q, c, f))
        return f->certainty == FACT_CONFIRMED && excluded(q, c, f) ? SAYS_NO : SAYS_NOTHING;
    if (f->certainty == FACT_UNCONFIRMED ||
        (f->certainty == FACT_SUSPECTED && !q->suspected_counts))
        return SAYS_PERHAPS;
    return SAYS_YES;
}

/* ---- one record ---- */

typedef struct answer {
    truth truth;
    eval_reason reason; /* why it is not true */
    const char *why;
} answer;

static answer no(eval_reason reason, const char *why)
{
    return (answer){TRUTH_FALSE, reason, why};
}

static answer open_(eval_reason reason, const char *why)
{
    return (answer){TRUTH_UNKNOWN, reason, why};
}

/* Another, later answer to the same question: -1 none, 0 one that decides nothing, 1 another
 * answer. */
static int superseded(const eval_record *x, const question *q, const fact *f)
{
    const record_group *group = NULL;
    size_t count = x->fact_count;

    for (size_t i = 0; f->concept && i < x->group_count; i++)
        if (x->groups[i].concept == f->concept)
            group = &x->groups[i];
    if (group)
        count = group->count;
    for (size_t i = count; i-- > 0;) { /* the record is in the order of time: the latest first */
        const fact *g = group ? group->entries[i].fact : x->facts[i];
        bool test;
        says s;

        if (date_known(f->start) && date_known(g->start) && g->start.first < f->start.first)
            break;
        if (g == f || g->kind != FACT_OBSERVATION || g->value.kind == VALUE_NONE ||
            g->certainty == FACT_UNCONFIRMED)
            continue;
        if (f->concept ? g->concept != f->concept
                       : !(f->code && g->code && strcmp(f->code, g->code) == 0))
            continue;
        if (when_order(f, g) >= 0)
            continue;
        s = g->concept ? entry_says(q, &(entry){g->concept, g, ROLE_CODE}, &test) : SAYS_NOTHING;
        if (s == SAYS_NOTHING && g->value.concept)
            s = entry_says(q, &(entry){g->value.concept, g, ROLE_VALUE}, &test);
        return s != SAYS_NOTHING || g->value.concept
                   ? 1
                   : 0; /* where it says the same, it is asked itself */
    }
    return -1;
}

/* How long an open-ended record of a passing state is taken to be current, in days; 0: without
 * limit. */
static double lasts(const concept *c)
{
    for (const concept *const *p = c ? c->above : NULL; c; c = p ? *p++ : NULL) {
        size_t size;
        const char *text = concept_attribute(c, "lasts", &size);

        if (text)
            return strtod(text, NULL);
    }
    return 0;
}

/* Does a concept, or what lies above it, have the flag? */
static bool has_flag(const concept *c, unsigned flag)
{
    if (c->flags & flag)
        return true;
    for (const concept *const *p = c->above; p && *p; p++)
        if ((*p)->flags & flag)
            return true;
    return false;
}

static bool one_off(const concept *c)
{
    return c && ((c->flags & CONCEPT_EVENT) || c->category == CATEGORY_IMMUNIZATION ||
                 has_flag(c, CONCEPT_ONCE));
}

static bool asks_event(const question *q)
{
    for (size_t i = 0; i < q->target_count; i++)
        if (has_flag(q->targets[i], CONCEPT_EVENT))
            return true;
    return false;
}

/* "Arthritis in remission" */
static bool asks_remission(const rule *r)
{
    bool asks = r->subject.text && strcasestr(r->subject.text, "remission");

    for (size_t i = 0; i < r->qualifier_count; i++)
        asks |= r->qualifiers[i].text && strcasestr(r->qualifiers[i].text, "remission");
    return asks;
}

/* Is it so at the index date? */
static answer now(const eval_record *x, const question *q, const concept *c, const fact *f)
{
    episode e = when_episode(x, f);
    double limit;

    /* "current transplant": had, or being done */
    if (f->kind != FACT_MEDICATION && q->rule->tense == TENSE_CURRENT && c &&
        has_flag(c, CONCEPT_ONCE))
        return open_(REASON_AMBIGUOUS, "it was done, and whether it is to be done now is not said");
    /* an old infarction is over, and the disease of the heart behind it need not be */
    if (f->history)
        return (f->kind == FACT_PROCEDURE && q->rule->tense == TENSE_NONE) ||
                       (f->kind == FACT_CONDITION && f->concept &&
                        has_flag(f->concept, CONCEPT_EVENT) && !asks_event(q))
                   ? open_(REASON_NO_RECORD, "it is recorded as past")
                   : no(REASON_NO_RECORD, "it is recorded as past only");
    if (f->kind == FACT_OBSERVATION) {
        int later = q->confirmed && result_sign_of(f) > 0
                        ? -1
                        : superseded(x, q, f); /* confirmed once is confirmed */

        if (later >= 0)
            return later ? no(REASON_NO_RECORD, "a later answer is another one")
                         : open_(REASON_CONFLICT, "a later result decides nothing");
        e.open = true;
    }
    if (says_remission(f) && !asks_remission(q->rule))
        return open_(REASON_NO_RECORD, "the record says that it is in remission");
    limit = lasts(c);
    if (limit > 0 && e.open && e.dated && x->policy->as_of - e.s2 > limit)
        return open_(REASON_OUTSIDE_WINDOW, "the record is too old to say that it is still so");
    if (e.open)
        return (answer){TRUTH_TRUE, REASON_NONE, ""};
    if (f->kind == FACT_MEDICATION && !f->order && date_known(f->start) &&
        !(date_known(f->end) && f->end.last > f->start.last))
        return e.s1 == x->policy->as_of ? (answer){TRUTH_TRUE, REASON_NONE, ""}
               : e.s2 == x->policy->as_of
                   ? open_(REASON_IMPRECISE_DATE,
                           "its date does not say whether it was given on the index date")
                   : no(REASON_NO_RECORD, "it was given earlier");
    if (!(f->order && f->ended) && date_known(f->start) && date_known(f->end) && e.s1 == e.s2 &&
        e.s1 == e.e1 && e.e1 == e.e2 && e.s1 == x->policy->as_of)
        return (answer){TRUTH_TRUE, REASON_NONE, ""}; /* of the day itself */
    if (e.maybe)
        return open_(REASON_IMPRECISE_DATE,
                     "its date does not say whether it has ended by the index date");
    return no(REASON_NO_RECORD, "it has ended");
}

/* "4 weeks or 5 half-lives, whichever is longer" (or shorter): the words of the window say which.
 */
static bool whichever(const char *text, bool longer)
{
    static const char *const words[2][4] = {{"shorter", "shortest", "first", "earlier"},
                                            {"longer", "longest", "greater", "later"}};
    const char *at = text ? strcasestr(text, "whichever") : NULL;

    for (size_t i = 0; at && i < 4; i++)
        if (strcasestr(at, words[longer][i]))
            return true;
    return false;
}

/* Has that what was before it ended when it began: a former smoker? */
static bool ends_another(const concept *c)
{
    for (const concept *const *p = c && c->category == CATEGORY_SOCIAL && c->denies ? c->parents
                                                                                    : NULL;
         p && *p; p++)
        if (concept_is(c->denies, *p))
            return true;
    return false;
}

/* Does the record lie in the window? */
static answer in_window(const eval_record *x, const question *q, const concept *c, const fact *f)
{
    static const rule_qualifier chronic = {.kind = "course", .value = "chronic"};
    const when_window *w = &q->window;
    episode e = when_episode(x, f);
    /* "quit smoking within a year": when, and not since when */
    bool ended = ends_another(c) && !q->rule->duration,
         event =
             c && ((c->flags & CONCEPT_EVENT) || q->onset || ended) && f->kind == FACT_CONDITION;
    truth t;

    if (q->blocked != REASON_NONE)
        return open_(q->blocked, q->blocked_message);
    if (q->rule->window->half_lives > 0) {
        truth current = now(x, q, c, f).truth;
        bool longer = whichever(q->rule->window->text, true),
             shorter = whichever(q->rule->window->text, false);

        if (current == TRUTH_TRUE)
            return (answer){TRUTH_TRUE, REASON_NONE, ""};
        if (longer && !w->unlimited && q->rule->window->from_given &&
            when_overlaps(w, &e) == TRUTH_TRUE)
            return (answer){TRUTH_TRUE, REASON_NONE, ""};
        if (shorter && !w->unlimited && q->rule->window->from_given &&
            when_overlaps(w, &e) == TRUTH_FALSE)
            return no(REASON_OUTSIDE_WINDOW, "it lies outside the time asked about");
        return open_(REASON_OUTSIDE_WINDOW, "the half-life is not known");
    }
    if (f->history || (ended && !event)) { /* when it was is not said, but not after the record */
        t = w->lo_max == DAY_FIRST && e.s2 <= w->hi_min ? TRUTH_TRUE
            : date_known(f->start) && e.s2 < w->lo_min  ? TRUTH_FALSE
                                                        : TRUTH_UNKNOWN;
    } else if (event || f->kind == FACT_OBSERVATION) {
        t = when_inside(w, e.s1, f->kind == FACT_OBSERVATION ? e.e2 : e.s2);
        if (!e.dated && t != TRUTH_FALSE && w->lo_min != DAY_FIRST)
            t = TRUTH_UNKNOWN;
        /* "chronic deep vein thrombosis", of long ago and not over */
        if (event && t == TRUTH_FALSE && e.open && carries(&chronic, f) == TRUTH_TRUE)
            return open_(REASON_AMBIGUOUS, "it is chronic, and began before the time asked about");
    } else {
        t = when_overlaps(w, &e);
        /* an open episode of a passing state may have ended any day since */
        if (t == TRUTH_TRUE && e.open && e.dated && lasts(c) > 0 &&
            x->policy->as_of - e.s2 > lasts(c) && e.s1 < w->lo_max)
            t = TRUTH_UNKNOWN;
        /* it may have been in remission since before */
        if (t == TRUTH_TRUE && e.open && says_remission(f) && !asks_remission(q->rule) &&
            w->lo_min != DAY_FIRST && when_inside(w, e.s1, e.s2) != TRUTH_TRUE)
            return open_(REASON_NO_RECORD, "the record says that it is in remission");
        /* "diagnosed within 6 months": found in them, or had in them */
        if (t == TRUTH_TRUE && q->confirmed && f->kind == FACT_CONDITION &&
            w->lo_min != DAY_FIRST && when_inside(w, e.s1, e.s2) != TRUTH_TRUE)
            return open_(REASON_AMBIGUOUS, "it was there in the window, but was found before it");
    }
    if (t == TRUTH_TRUE)
        return (answer){TRUTH_TRUE, REASON_NONE, ""};
    return t == TRUTH_FALSE
               ? no(REASON_OUTSIDE_WINDOW, "it lies outside the time asked about")
               : open_(REASON_IMPRECISE_DATE,
                       "its date does not say whether that is in the time asked about");
}

static answer in_known_time(const eval_record *x, const question *q, const concept *c,
                            const fact *f)
{
    const rule *r = q->rule;

    if (r->tense == TENSE_PLANNED) {
        if (!f->planned)
            return no(REASON_NO_RECORD, "it is not planned");
        if (q->windowed)
            return open_(REASON_NO_RECORD, "when it is planned for is not recorded");
        return (answer){TRUTH_TRUE, REASON_NONE, ""};
    }
    if (f->planned)
        return no(REASON_NO_RECORD, "it is planned only");
    if (r->window && (q->blocked != REASON_NONE || q->windowed))
        return in_window(x, q, c, f);
    if (r->tense == TENSE_HISTORY)
        return (answer){TRUTH_TRUE, REASON_NONE, ""};
    if (r->tense == TENSE_NONE && (f->kind == FACT_PROCEDURE || f->kind == FACT_IMMUNIZATION)) {
        answer a = now(x, q, c, f);

        if (a.truth == TRUTH_TRUE || one_off(c))
            return (answer){TRUTH_TRUE, REASON_NONE, ""};
        return a.truth == TRUTH_FALSE
                   ? open_(REASON_AMBIGUOUS, "it is over, and whether it may be is not said")
                   : a;
    }
    if (r->tense == TENSE_NONE && f->kind == FACT_ENCOUNTER) {
        answer a = now(x, q, c, f);

        /* "children hospitalized in ...": a stay that took place, or one that goes on */
        return a.truth == TRUTH_FALSE
                   ? open_(REASON_AMBIGUOUS, "it has ended, and whether it may have is not said")
                   : a;
    }
    return now(x, q, c, f);
}

static answer in_time(const eval_record *x, const question *q, const concept *c, const fact *f)
{
    answer a = in_known_time(x, q, c, f);

    if (q->vague_time && a.truth == TRUTH_FALSE && !f->planned)
        return open_(REASON_AMBIGUOUS, "words about a time are not understood");
    return a;
}

/* ---- dose ---- */

static answer in_dose(const rule_amount *d, const fact *f)
{
    double v;

    switch (dose_of_record(d, f, &v)) {
    case DOSE_KNOWN: break;
    case DOSE_NOT_SAID: return open_(REASON_NO_RECORD, "the dose is not recorded");
    case DOSE_NO_EQUIVALENT: return open_(REASON_NO_RECORD, "the equivalent dose is not known");
    default:
        return open_(REASON_UNIT_MISMATCH,
                     "the recorded dose cannot be compared with the one asked for");
    }
    if (dose_side(d, v) < 0)
        return no(REASON_NO_RECORD, "the recorded dose is lower");
    if (dose_side(d, v) > 0)
        return no(REASON_NO_RECORD, "the recorded dose is higher");
    return (answer){TRUTH_TRUE, REASON_NONE, ""};
}

/* "Systemic corticosteroids": a cream of a drug that may be one is not; nor are tablets one of the
 * inhaled. What is not said to be given otherwise counts. */
static bool other_route(const question *q, const fact *f)
{
    static const rule_qualifier ways[] = {{.kind = "route", .value = "systemic"},
                                          {.kind = "route", .value = "inhaled"},
                                          {.kind = "route", .value = "nasal"},
                                          {.kind = "route", .value = "topical"}};

    for (size_t i = 0; i < q->target_count; i++)
        for (size_t k = 0; k < sizeof ways / sizeof *ways; k++)
            if (concept_attribute_is(q->targets[i], "route", ways[k].value) &&
                concept_is(f->concept, q->targets[i]) && f->concept != q->targets[i] &&
                carries(&ways[k], f) == TRUTH_FALSE)
                return true;
    return false;
}

/* An ointment, eye drops: by its way of giving, or by its name where that is not said. */
static bool given_locally(const fact *f)
{
    for (size_t i = 0; i < f->qualifier_count; i++) {
        const fact_qualifier *have = &f->qualifiers[i];

        if (have->kind && strcmp(have->kind, "route") == 0 && have->value)
            return mention_is_local(have->value);
    }
    return mention_is_local(f->text);
}

/* "Immunosuppressants": whether an ointment or eye drops of one count is not said. */
static bool only_local(const question *q, const fact *f)
{
    const rule *r = q->rule;
    bool either = false;

    for (size_t i = 0; i < r->qualifier_count; i++)
        if (qualifier_is(&r->qualifiers[i], "route"))
            return false;
    for (size_t i = 0; i < q->target_count; i++)
        either |=
            concept_attribute_is(q->targets[i], "route", "either") && f->concept != q->targets[i];
    return either && given_locally(f);
}

static void narrow(answer *a, answer by)
{
    if (by.truth < a->truth)
        *a = by;
}

/* Is what the word means said by the time beside it, and is this record so: "recent stroke within 6
 * months", "acute stroke within 24 hours", "chronic use of opioids for more than 3 months"? A
 * disease that was there before is not surely a recent one. */
static bool told_by_time(const eval_record *x, const question *q, const rule_qualifier *k,
                         const fact *f)
{
    const rule_amount *lasting = q->rule->duration;
    bool acute = qualifier_is(k, "course") && qualifier_says(k, "acute") &&
                 f->kind == FACT_CONDITION && f->concept && (f->concept->flags & CONCEPT_EVENT);
    episode e;

    if (qualifier_is(k, "course") && !acute)
        return lasting && lasting->low.given &&
               (qualifier_says(k, "chronic") || qualifier_says(k, "prolonged"));
    if ((!acute && !qualifier_is(k, "recency")) || !q->windowed || q->blocked != REASON_NONE ||
        q->window.future || q->window.lo_min == DAY_FIRST || f->history || f->planned)
        return false;
    if (f->kind != FACT_CONDITION)
        return qualifier_says(k, "recent");
    e = when_episode(x, f);
    return e.dated && when_inside(&q->window, e.s1, e.s2) == TRUTH_TRUE;
}

/* Is this record (which names what is asked for) one that makes the clause true? */
static answer record_answer(const eval_record *x, const question *q, const concept *c,
                            const fact *f)
{
    const rule *r = q->rule;
    answer a = in_time(x, q, c, f);

    if (q->suspected_only && f->certainty == FACT_CONFIRMED)
        narrow(&a, open_(REASON_AMBIGUOUS, "it is confirmed, and the text asks for a suspicion"));
    for (size_t i = 0; i < r->qualifier_count; i++) {
        const rule_qualifier *k = &r->qualifiers[i];
        truth t;

        if (!restricts(k) || k == q->substance ||
            (r->subject.concept && !qualifier_is(k, "other") &&
             qualifier_names_again(k, r->subject.concept)) ||
            (qualifier_is(k, "result") && qualifier_says(k, "positive")) ||
            (q->windowed && f->kind == FACT_CONDITION && asks_onset(k)) || told_by_time(x, q, k, f))
            continue;
        t = f->kind == FACT_OBSERVATION && !result_leaves_open(k, f) ? TRUTH_TRUE
                                                                     : carries_one(x, r, k, f);
        if (t == TRUTH_FALSE)
            narrow(&a, no(REASON_NO_RECORD, "the record says otherwise"));
        else if (t == TRUTH_UNKNOWN)
            narrow(&a, open_(REASON_NO_RECORD,
                             arena_printf(x->arena, "the record does not say \"%s\" of it",
                                          k->text ? k->text : k->value)));
    }
    if (r->duration) {
        episode e = when_episode(x, f);
        truth t = f->history ? TRUTH_UNKNOWN : when_lasted(x, r->duration, &e);

        if (t == TRUTH_FALSE)
            narrow(&a, no(REASON_NO_RECORD, "what is recorded has not lasted as asked"));
        else if (t == TRUTH_UNKNOWN)
            narrow(&a, open_(REASON_IMPRECISE_DATE, "how long it has lasted is not recorded"));
    }
    if (r->dose)
        narrow(&a, f->kind == FACT_MEDICATION
                       ? in_dose(r->dose, f)
                       : open_(REASON_NO_RECORD, "the dose is not recorded"));
    if (f->kind == FACT_MEDICATION && other_route(q, f))
        narrow(&a, no(REASON_NO_RECORD, "it is given by another route"));
    else if (f->kind == FACT_MEDICATION && only_local(q, f))
        narrow(&a,
               open_(REASON_AMBIGUOUS, "it is given locally, and whether that counts is not said"));
    if (q->minus && a.truth != TRUTH_FALSE) {
        truth taken = q->minus->names(x, q->minus->context, f);

        if (taken == TRUTH_TRUE)
            narrow(&a, no(REASON_NO_RECORD, "the exception covers it"));
        else if (taken == TRUTH_UNKNOWN)
            narrow(&a, open_(REASON_NO_RECORD, "it is open whether the exception covers it"));
    }
    return a;
}

/* ---- put together ---- */

/* A stroke that was ruled out, or a drug that was not taken, half a year ago says nothing of today.
 */
enum { DENIAL_DAYS = 180 };

typedef struct tally {
    const fact *yes, *perhaps, *no, *denial, *hint; /* one of each, for the report */
    const concept *denied_concept; /* what the denial speaks of: this, or something wider */
    answer why_open, why_no;
    bool yes_test;
    day denied;      /* the latest denial: its last day, */
    day denied_from; /* and its first */
    bool denied_test;
    bool positive_after_denial; /* or perhaps so: a date may be partial, a record a suspicion */
    bool yes_after_denial;      /* surely */
    day shown;                  /* the last day of what says so, or perhaps so */
    date *days;                 /* of those that are true, for counting */
    size_t day_count, day_room;
    size_t vague; /* that are open, or without a day */
} tally;

static bool strictly_above(const question *q, const concept *c)
{
    if (!c || (c->flags & (CONCEPT_WEAK | CONCEPT_UNLISTED)))
        return false;
    for (size_t i = 0; i < q->target_count; i++)
        if (q->targets[i] != c && concept_is(q->targets[i], c) && !told_comes_of(q->targets[i], c))
            return true;
    return false;
}

/* A question to which what is asked for is an answer: "smoking status" of "current smoker". */
static bool asks(const eval_record *x, const concept *c, const question *q)
{
    return told_lists(x, c, "asks", q, TARGET_BELOW);
}

/* A stay that has an end: something ended it ("hospital discharge"). */
static bool ends_asked(const eval_record *x, const question *q, const entry *e)
{
    const fact *f = e->fact;
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    size_t size;

    if (f->kind != FACT_ENCOUNTER || f->certainty == FACT_DENIED || f->planned ||
        !(f->ended || date_known(f->end)))
        return false;
    for (size_t i = 0; i < q->target_count; i++) {
        const char *stay = concept_attribute(q->targets[i], "ends", &size);

        if (stay && concept_is(e->concept, lexicon_concept(lx, stay, size)))
            return true;
    }
    return false;
}

/* A test for what is asked, for something wider or for something that it is, which is positive, or
 * was not read: it shows that it may be so. */
static bool test_of_asked(const eval_record *x, const question *q, const entry *e)
{
    const concept *c = e->concept;

    return e->role == ROLE_CODE && c->attributes && *c->attributes &&
           (question_covers(q, c->confirms) || strictly_above(q, c->confirms) ||
            question_covers(q, c->denies) || strictly_above(q, c->denies) ||
            told_lists(x, c, "concerns", q, TARGET_BELOW | TARGET_ABOVE)) &&
           result_may_be_positive(e->fact);
}

/* A result that says nothing of today any more: what grew in a culture years ago. */
static bool long_past(const eval_record *x, const question *q, const entry *e)
{
    double limit = lasts(e->concept);

    return limit > 0 && !q->windowed && q->rule->tense != TENSE_HISTORY &&
           date_known(e->fact->start) && x->policy->as_of - e->fact->start.last > limit;
}

/* A drug that stands in the words of the one that is asked for: which of them is meant, or both, is
 * not sure. */
static bool is_beside(const question *q, const concept *c)
{
    if (asked_category(q->rule) != CATEGORY_MEDICATION || c->category != CATEGORY_MEDICATION)
        return false;
    for (size_t i = 0; i < q->rule->qualifier_count; i++) {
        const rule_qualifier *k = &q->rule->qualifiers[i];

        if ((qualifier_is(k, "about") || qualifier_is(k, "other")) && k->concept &&
            k->concept->category == CATEGORY_MEDICATION && concept_is(c, k->concept))
            return true;
    }
    return false;
}

/* Is a recorded kind of the same class one that may be what is asked for? */
static bool may_be_asked(const eval_record *x, const question *q, const concept *c)
{
    for (size_t i = 0; i < q->target_count; i++)
        if (divided_otherwise(x, q->targets[i], c))
            return true;
    return false;
}

/* Does a record that neither says what is asked nor denies it show that it may be so? Something
 * more general is recorded; or the thing itself, or the question to which it is an answer, without
 * an answer that commits itself. */
static bool leaves_open(const eval_record *x, const question *q, const entry *e)
{
    const fact *f = e->fact;
    bool more_general = strictly_above(q, e->concept);

    if (!entry_is(e)) /* its words or its code may mean it */
        return (f->kind == FACT_ALLERGY) == q->allergy && f->kind != FACT_FAMILY && !f->planned &&
               !(f->kind == FACT_IMMUNIZATION && /* what a vaccine is against */
                 asked_category(q->rule) == CATEGORY_CONDITION) &&
               f->certainty != FACT_DENIED &&
               (question_covers(q, e->concept) ||
                (e->role == ROLE_NAMED &&
                 (more_general ||
                  told_lists(x, e->concept, "concerns", q, TARGET_BELOW | TARGET_ABOVE))));
    if (e->role == ROLE_ALSO) /* it is something more special */
        return false;
    if (q->allergy && f->kind == FACT_ALLERGY && f->certainty != FACT_DENIED)
        return told_wider_allergy(q, e->concept);
    if (f->kind == FACT_FAMILY || f->kind == FACT_ALLERGY || q->allergy || f->planned ||
        f->certainty == FACT_DENIED || result_sign_of(f) < 0)
        return false;
    if (f->kind != FACT_OBSERVATION)
        return more_general || ends_asked(x, q, e) ||
               (q->listing && (told_listed_by(x, q, "ever", e->concept) ||
                               told_listed_by(x, q, "began", e->concept))) ||
               (f->certainty == FACT_UNCONFIRMED && asks(x, e->concept, q)) ||
               ((f->kind == FACT_CONDITION || f->kind == FACT_PROCEDURE) &&
                may_be_asked(x, q, e->concept)) ||
               told_lists(x, e->concept, "concerns", q, TARGET_BELOW | TARGET_ABOVE) ||
               (told_lists(x, e->concept, "perhaps", q, TARGET_ABOVE) && !given_locally(f)) ||
               is_beside(q, e->concept);
    /* a test for it that came out neither way */
    if (e->role == ROLE_CODE && e->concept->confirms && !result_sign_of(f) &&
        f->value.kind != VALUE_NONE && question_covers(q, e->concept->confirms))
        return true;
    if (category_is_quantity(e->concept->category)) /* a test is not the thing itself */
        return x->policy->closed_world[asked_category(q->rule)] && test_of_asked(x, q, e) &&
               !long_past(x, q, e);
    if (e->role != ROLE_CODE || result_sign_of(f) > 0)
        return more_general ||
               told_lists(x, e->concept, "concerns", q, TARGET_BELOW | TARGET_ABOVE) ||
               told_grown(x, q, e) ||
               (f->certainty != FACT_CONFIRMED && question_covers(q, e->concept));
    return (f->certainty != FACT_CONFIRMED || !f->value.concept) &&
           (more_general || question_covers(q, e->concept) || asks(x, e->concept, q));
}

static day denial_day(const eval_record *x, const fact *f)
{
    return date_known(f->start)
               ? (f->start.last < x->policy->as_of ? f->start.last : x->policy->as_of)
               : x->policy->as_of;
}

/* For how many days a denial speaks of what comes and goes; 0: without limit. */
static double denial_lasts(const question *q)
{
    double least = 0;

    for (size_t i = 0; i < q->target_count; i++) {
        const concept *c = q->targets[i];
        double own =
            lasts(c) > 0 ? lasts(c) / 3
            : (c->flags & CONCEPT_EVENT) || (c->category == CATEGORY_MEDICATION && !q->allergy)
                ? DENIAL_DAYS
                : 0;

        if (own > 0 && (least == 0 || own < least))
            least = own;
    }
    return least;
}

/* Whether a denial speaks of the time that is asked about. */
static bool denial_counts(const eval_record *x, const question *q, const fact *f, bool test)
{
    const rule *r = q->rule;
    double limit = denial_lasts(q);

    if (r->tense == TENSE_PLANNED || q->blocked != REASON_NONE)
        return false;
    if (r->tense == TENSE_HISTORY && test) /* says nothing of any other day */
        return false;
    if (f->history && f->certainty == FACT_DENIED) { /* "never": of any day up to its own */
        if (!(r->window && q->windowed))
            return limit <= 0 || x->policy->as_of - denial_day(x, f) <= limit;
        return r->window->half_lives == 0 && !q->window.future &&
               denial_day(x, f) >= q->window.lo_max;
    }
    if (r->window && q->windowed) {
        day last = denial_day(x, f), first = date_known(f->start) ? f->start.first : last;

        /* it speaks of its day: only where that is all of the window */
        return r->window->half_lives <= 0 && !q->window.future && q->window.lo_min >= first &&
               q->window.hi_max <= last && f->kind != FACT_MEDICATION && f->kind != FACT_PROCEDURE;
    }
    if (r->tense == TENSE_HISTORY) /* not taking a drug says nothing of earlier */
        return f->kind == FACT_CONDITION || f->kind == FACT_ALLERGY;
    if (f->kind == FACT_PROCEDURE && r->tense == TENSE_NONE && f->certainty == FACT_DENIED)
        return false;
    if (f->kind == FACT_CONDITION && f->certainty == FACT_CONFIRMED) /* twins, and no single one */
        limit = lasts(f->concept);
    return limit <= 0 || x->policy->as_of - denial_day(x, f) <= limit;
}

/* A record on a day of its own is another time; without a day it may be the same one again. */
static void count_day(const eval_record *x, tally *t, const fact *f, truth how)
{
    if (how == TRUTH_FALSE)
        return;
    if (how == TRUTH_UNKNOWN || !date_known(f->start))
        t->vague++;
    else if (arena_grow(x->arena, (void **)&t->days, t->day_count, &t->day_room, sizeof *t->days))
        t->days[t->day_count++] = f->start;
}

static day last_day(const eval_record *x, const fact *f)
{
    return f->start.last < x->policy->as_of ? f->start.last : x->policy->as_of;
}

/* Denials of single kinds of what is asked. More than these are not looked at: a record has few. */
typedef struct kinds_denied {
    const fact *at[32];
    size_t count;
} kinds_denied;

static kinds_denied kinds_denied_of(const eval_record *x, const question *q)
{
    kinds_denied k = {.count = 0};

    if (q->rule->tense == TENSE_HISTORY || (q->rule->window && q->windowed))
        return k;
    for (size_t i = 0; i < x->fact_count && k.count < sizeof k.at / sizeof *k.at; i++) {
        const fact *f = x->facts[i];

        if (f->kind == FACT_CONDITION && f->certainty == FACT_DENIED && f->concept && !f->part &&
            !denies_asked(q, f->concept, f))
            k.at[k.count++] = f;
    }
    return k;
}

/* A diabetes is not known from a type 2 diabetes that was refuted later. */
static bool denied_later(const eval_record *x, const kinds_denied *k, const entry *e)
{
    for (size_t i = 0; e->fact->kind == FACT_CONDITION && i < k->count; i++)
        if (concept_is(e->concept, k->at[i]->concept) && date_known(e->fact->start) &&
            denial_day(x, k->at[i]) >= e->fact->start.first)
            return true;
    return false;
}

/* Does the exception surely cover what is no wider thing? What may be the one asked for, and does
 * not count, leaves nothing open. */
static bool excepted(const eval_record *x, const question *q, const entry *e)
{
    return q->minus && !strictly_above(q, e->concept) &&
           q->minus->names(x, q->minus->context, e->fact) == TRUTH_TRUE;
}

static tally take(const eval_record *x, const question *q)
{
    tally t = {.denied = DAY_NONE};
    day last_positive = DAY_NONE, last_yes = DAY_NONE;
    kinds_denied denied = kinds_denied_of(x, q);

    for (size_t g = 0; g < x->group_count; g++)
        for (size_t i = 0; i < x->groups[g].count; i++) {
            const entry *e = &x->groups[g].entries[i];
            const fact *f = e->fact;
            bool test;
            says s = entry_says(q, e, &test);

            if (s == SAYS_NOTHING) {
                if ((!t.hint || !entry_is(e)) && leaves_open(x, q, e) && !excepted(x, q, e) &&
                    (ends_asked(x, q, e) || in_time(x, q, e->concept, f).truth != TRUTH_FALSE)) {
                    t.hint = t.hint ? t.hint : f;
                    if (!entry_is(e) && date_known(f->start) && last_day(x, f) > last_positive)
                        last_positive = last_day(x, f);
                }
                continue;
            }
            if (s == SAYS_PERHAPS) {
                t.hint = f;
                if (date_known(f->start) && !f->planned && last_day(x, f) > last_positive)
                    last_positive = last_day(x, f);
                continue;
            }
            if (s == SAYS_NO) {
                if (denial_counts(x, q, f, test) &&
                    (t.denied == DAY_NONE || denial_day(x, f) >= t.denied)) {
                    t.denied = denial_day(x, f);
                    t.denied_from = date_known(f->start) ? f->start.first : t.denied;
                    t.denial = f;
                    t.denied_concept = denied_concept(q, e);
                    t.denied_test = test;
                }
                continue;
            }
            /* is it so because the test or the answer says so: then of its concept */
            answer a = record_answer(
                x, q, test && e->concept->confirms ? e->concept->confirms : e->concept, f);

            if (a.truth == TRUTH_TRUE && denied_later(x, &denied, e))
                a = (answer){TRUTH_UNKNOWN, REASON_CONFLICT, "it is denied later"};
            if (date_known(f->start) && !f->planned && last_day(x, f) > last_positive)
                last_positive = last_day(x, f);
            if (a.truth == TRUTH_TRUE && !date_known(f->start))
                last_yes = x->policy->as_of; /* without a day: as it is now */
            else if (a.truth == TRUTH_TRUE && f->start.first > last_yes)
                last_yes = f->start.first;
            count_day(x, &t, f, a.truth);
            if (a.truth == TRUTH_TRUE) {
                if (!t.yes || when_order(t.yes, f) < 0 || (t.yes_test && !test))
                    t.yes = f;
                t.yes_test = t.yes == f ? test : t.yes_test;
            } else if (a.truth == TRUTH_UNKNOWN) {
                if (!t.perhaps)
                    t.why_open = a;
                t.perhaps = t.perhaps ? t.perhaps : f;
            } else {
                if (!t.no || when_order(t.no, f) < 0) {
                    t.why_no = a;
                    t.no = f;
                }
            }
        }
    t.positive_after_denial =
        t.denial && last_positive != DAY_NONE && last_positive > t.denied_from;
    t.shown = last_positive;
    t.yes_after_denial = t.denial && last_yes != DAY_NONE && last_yes > t.denied;
    return t;
}

/* The dose of a record that answers all but how much is taken; false: it does not, or says none. */
static bool dose_taken(const eval_record *x, const question *q, const fact *f, double *v)
{
    rule any = *q->rule;
    question bare = *q;
    bool test;

    any.dose = NULL;
    bare.rule = &any;
    return f->kind == FACT_MEDICATION && f->concept &&
           entry_says(&bare, &(entry){f->concept, f, ROLE_CODE}, &test) == SAYS_YES &&
           record_answer(x, &bare, f->concept, f).truth == TRUTH_TRUE &&
           dose_of_record(q->rule->dose, f, v) == DOSE_KNOWN;
}

/* What is taken of a drug today, or of a class by its equivalents, may be several orders, each of
 * them within the limit or below it, and their sum not: then it is open. */
static void add_doses(const eval_record *x, const question *q, tally *t)
{
    const rule_amount *d = q->rule->dose;

    if (!d || q->rule->window || q->rule->tense == TENSE_HISTORY ||
        q->rule->tense == TENSE_PLANNED || !(t->yes ? d->high.given : d->low.given))
        return;
    for (size_t i = 0; i + 1 < x->fact_count; i++) {
        double sum, v;
        size_t n = 1;

        if (!dose_taken(x, q, x->facts[i], &sum))
            continue;
        for (size_t k = i + 1; k < x->fact_count; k++)
            if ((d->equivalent_of || x->facts[k]->concept == x->facts[i]->concept) &&
                dose_taken(x, q, x->facts[k], &v)) {
                sum += v;
                n++;
            }
        if (n < 2 || (t->yes ? dose_side(d, sum) <= 0 : dose_side(d, sum) < 0))
            continue;
        t->yes = NULL;
        t->perhaps = t->perhaps ? t->perhaps : x->facts[i];
        t->why_open = open_(REASON_NO_RECORD, "the doses of several orders may be taken together");
        return;
    }
}

/* Is the world closed for what is asked, and does the record speak of the time that is asked about?
 */
static bool closed(const eval_record *x, const question *q, bool *silent)
{
    const rule *r = q->rule;
    category c = asked_category(r);
    bool timed = r->window && q->windowed && q->blocked == REASON_NONE;

    *silent = false;
    for (size_t i = 0; i < r->qualifier_count; i++) {
        /* "positive stool test": a result is measured, and may be recorded without its test */
        if (c == CATEGORY_PROCEDURE && qualifier_is(&r->qualifiers[i], "result"))
            return false;
        if (r->tense != TENSE_HISTORY &&
            (asks_less(&r->qualifiers[i]) ||
             (c == CATEGORY_PROCEDURE && qualifier_is(&r->qualifiers[i], "certainty") &&
              qualifier_says(&r->qualifiers[i], "suspected")))) /* "surgery is possible" */
            return false;
    }
    if (!x->policy->closed_world[c] || x->patient->incomplete || category_is_quantity(c) ||
        r->tense == TENSE_PLANNED || (asks_too_wide(r) && !q->substance) || asks_resistance(r) ||
        (r->subject.concept && ((r->subject.concept->flags & CONCEPT_UNLISTED) ||
                                told_of_own_birth(x, r->subject.concept))))
        return false;
    *silent = !when_observed(x, timed ? &q->window : NULL,
                             !timed && (r->tense == TENSE_HISTORY || one_off(r->subject.concept)));
    return !*silent && !hint_unnamed(x, asked_category(r), q->targets, q->target_count);
}

/* A denial of something wider denies what lies below it, unless the record shows the wider thing
 * itself: later, or confirmed. */
static bool wider_stands(const eval_record *x, const question *q, const tally *t)
{
    rule wider = *q->rule;
    rule_qualifier *list;
    size_t n = 0;
    eval_reason ignored;

    for (size_t i = 0; i < q->target_count; i++)
        if (q->targets[i] == t->denied_concept)
            return false;
    list = arena_array(x->arena, wider.qualifier_count, sizeof *list);
    for (size_t i = 0; list && i < wider.qualifier_count; i++)
        if (qualifier_is(&wider.qualifiers[i], "certainty"))
            list[n++] = wider.qualifiers[i];
    wider.qualifiers = list;
    wider.qualifier_count = n;
    wider.subject.concept = t->denied_concept;
    wider.duration = NULL;
    wider.dose = NULL;
    return has_truth(x, &wider, NULL, &ignored) != TRUTH_FALSE;
}

/* An illness that goes on when its test finds no more of it (COVID-19): not long after a positive
 * test a negative one does not say that it is over, but that nothing of it is found today. */
static bool may_go_on(const eval_record *x, const question *q, const tally *t)
{
    size_t size;
    const char *days = q->rule->subject.concept
                           ? concept_attribute(q->rule->subject.concept, "outlasts", &size)
                           : NULL;

    return days && t->denied_test && t->shown != DAY_NONE && q->rule->tense == TENSE_NONE &&
           !q->rule->window && x->policy->as_of - t->shown <= strtod(days, NULL);
}

/* It is recorded. */
static void tell_recorded(const eval_record *x, const question *q, const tally *t, eval_node *out)
{
    const rule *r = q->rule;
    const char *name = subject_name(r);
    bool timed = r->window && q->windowed;
    size_t room = 0;

    add_evidence(x, out, &room, t->yes);
    if (!t->denial || timed || r->tense == TENSE_HISTORY || t->yes_after_denial ||
        (t->denied_test && q->confirmed)) {
        node_set(out, TRUTH_TRUE, REASON_NONE,
                 q->unrecognized ? arena_printf(x->arena, "an example of it is recorded: %s%s",
                                                t->yes->text, dated(x, t->yes))
                                 : arena_printf(x->arena, "%s is recorded: %s%s", name,
                                                t->yes->text, dated(x, t->yes)));
        return;
    }
    add_evidence(x, out, &room, t->denial);
    if (t->yes_test && t->denied_test && date_known(t->yes->start) &&
        t->denied_from > t->yes->start.last && !may_go_on(x, q, t))
        node_set(out, TRUTH_FALSE, REASON_NONE,
                 arena_printf(x->arena, "%s: the record denies it%s, later than it says so%s", name,
                              dated(x, t->denial), dated(x, t->yes)));
    else
        node_set(out, TRUTH_UNKNOWN, REASON_CONFLICT,
                 arena_printf(x->arena, "%s is recorded%s, and denied%s", name, dated(x, t->yes),
                              dated(x, t->denial)));
}

/* It is denied, and nothing that counts says that it is there. */
static void tell_denied(const eval_record *x, const question *q, const tally *t, eval_node *out)
{
    const char *name = subject_name(q->rule);
    size_t room = 0;

    add_evidence(x, out, &room, t->denial);
    if (wider_stands(x, q, t)) {
        node_set(out, TRUTH_UNKNOWN, REASON_CONFLICT,
                 arena_printf(x->arena, "the record denies %s%s, and shows it at another place",
                              t->denied_concept->name, dated(x, t->denial)));
        return;
    }
    if (may_go_on(x, q, t)) {
        if (t->no)
            add_evidence(x, out, &room, t->no);
        node_set(out, TRUTH_UNKNOWN, REASON_CONFLICT,
                 arena_printf(x->arena,
                              "%s was there, and is no longer found%s: whether it is over is not "
                              "said",
                              name, dated(x, t->denial)));
        return;
    }
    node_set(out, TRUTH_FALSE, REASON_NONE,
             arena_printf(x->arena, "the record denies %s: %s%s", name, t->denial->text,
                          dated(x, t->denial)));
}

bool question_in_time(const eval_record *x, const question *q, const fact *f)
{
    return in_time(x, q, NULL, f).truth != TRUTH_FALSE;
}

/* Nothing that is recorded says that it is there, or that it is not: it is absent where the world
 * is closed, and else why it is unknown. */
static void tell_absent(const eval_record *x, const question *q, tally *t, eval_node *out)
{
    const rule *r = q->rule;
    const char *name = subject_name(r);
    const fact *nameless;
    bool silent = false;
    size_t room = 0;

    if (t->no)
        add_evidence(x, out, &room, t->no);
    if (t->hint && !t->no)
        add_evidence(x, out, &room, t->hint);
    if (!t->hint && !t->no && closed(x, q, &silent)) {
        t->hint = hint_unread(x, q);
        if (!t->hint)
            t->hint = q->allergy ? hint_allergen(x, r) : hint_unknown(x, q);
        if (t->hint)
            add_evidence(x, out, &room, t->hint);
    }
    if (!t->hint && closed(x, q, &silent) && (t->hint = hint_shown(x, r)))
        add_evidence(x, out, &room, t->hint);
    if (closed(x, q, &silent) && !t->hint) {
        out->assumed |= ASSUMED_CLOSED_WORLD;
        node_set(out, TRUTH_FALSE, REASON_NONE,
                 t->no ? arena_printf(x->arena, "%s is recorded%s, but %s", name, dated(x, t->no),
                                      t->why_no.why)
                       : arena_printf(x->arena, "%s is not recorded", name));
        return;
    }
    if (t->no)
        node_set(out, TRUTH_UNKNOWN, t->why_no.reason,
                 arena_printf(x->arena, "%s is recorded%s, but %s", name, dated(x, t->no),
                              t->why_no.why));
    else if (t->hint)
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 arena_printf(x->arena,
                              "%s is not recorded, but %.120s%s is, which decides nothing", name,
                              t->hint->text, dated(x, t->hint)));
    else if (x->patient->incomplete && x->policy->closed_world[asked_category(r)])
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 arena_printf(x->arena,
                              "%s is not recorded, but a part of the record could not be read",
                              name));
    else if (!silent && x->policy->closed_world[asked_category(r)] &&
             (nameless = hint_unnamed(x, asked_category(r), q->targets, q->target_count)) != NULL) {
        add_evidence(x, out, &room, nameless);
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 arena_printf(x->arena, "%s is not recorded, but a code that is not known is: %s",
                              name, nameless->code ? nameless->code : nameless->text));
    } else
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 arena_printf(x->arena,
                              silent ? "%s is not recorded, and no observation period of the "
                                       "patient covers that time"
                                     : "%s is not recorded",
                              name));
}

static void conclude(const eval_record *x, const question *q, eval_node *out)
{
    const rule *r = q->rule;
    const char *name = subject_name(r);
    tally t = take(x, q);
    bool timed = r->window && q->windowed;
    size_t room = 0;

    add_doses(x, q, &t);
    if (t.yes)
        tell_recorded(x, q, &t, out);
    else if (q->unrecognized)
        node_set(out, TRUTH_UNKNOWN, REASON_UNRECOGNIZED_CONCEPT,
                 arena_printf(x->arena, "\"%s\" is not in the lexicon", name));
    else if (q->blocked != REASON_NONE && !t.denial)
        node_set(out, TRUTH_UNKNOWN, q->blocked, q->blocked_message);
    else if (t.denial && q->other_time)
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 arena_printf(x->arena, "the record denies %s of another time%s", name,
                              dated(x, t.denial)));
    else if (t.denial && !t.positive_after_denial && !(t.perhaps && timed) &&
             !(t.perhaps && t.denied_test && q->confirmed))
        tell_denied(x, q, &t, out);
    else if (t.perhaps) {
        add_evidence(x, out, &room, t.perhaps);
        node_set(out, TRUTH_UNKNOWN, t.why_open.reason,
                 arena_printf(x->arena, "%s is recorded%s, but %s", name, dated(x, t.perhaps),
                              t.why_open.why));
    } else if (timed && q->window.future)
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD, "it can only be known later");
    else
        tell_absent(x, q, &t, out);
}

/* ---- who the patient is ---- */

static void has_family(const eval_record *x, const rule *r, const question *q, eval_node *out)
{
    size_t room = 0;

    for (size_t g = 0; g < x->group_count; g++) {
        const record_group *group = &x->groups[g];

        for (size_t i = 0; i < group->count; i++) {
            const fact *f = group->entries[i].fact;
            bool yes = question_covers(q, group->concept);
            bool restricted = false;

            if (!entry_is(&group->entries[i]))
                continue;
            if (f->kind != FACT_FAMILY || f->certainty == FACT_SUSPECTED ||
                f->certainty == FACT_UNCONFIRMED)
                continue;
            for (size_t k = 0; k < r->qualifier_count; k++)
                restricted |=
                    restricts(&r->qualifiers[k]) && carries(&r->qualifiers[k], f) != TRUTH_TRUE;
            if (yes && f->certainty == FACT_CONFIRMED) {
                out->evidence = NULL;
                out->evidence_count = room = 0;
                add_evidence(x, out, &room, f);
                if (!restricted) {
                    node_set(out, TRUTH_TRUE, REASON_NONE,
                             arena_printf(x->arena, "%s is recorded of a relative: %s",
                                          subject_name(r), f->text));
                    return;
                }
            }
        }
    }
    node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
             arena_printf(x->arena,
                          out->evidence_count
                              ? "%s is recorded of a relative, but not all that is asked"
                              : "%s is not recorded of a relative",
                          subject_name(r)));
}

/* ---- the leaf ---- */

static bool negative_result(const rule *r)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (qualifier_is(&r->qualifiers[i], "result") &&
            qualifier_says(&r->qualifiers[i], "negative"))
            return true;
    return false;
}

void has_leaf_without(const eval_record *x, const rule *r, const has_minus *minus, eval_node *out)
{
    const concept *c = r->subject.concept;
    sex asked = sex_asked(r);
    question q;

    if (r->subject.who && strcmp(r->subject.who, "family") != 0) {
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 arena_printf(x->arena, "the record is not about the %s", r->subject.who));
        return;
    }
    if (asked != SEX_UNKNOWN && !r->subject.who) {
        has_sex(x, r, asked, out);
        return;
    }
    q = ask(x, r);
    q.minus = minus;
    if (r->subject.who) {
        if (q.target_count == 0)
            node_set(out, TRUTH_UNKNOWN, REASON_UNRECOGNIZED_CONCEPT,
                     arena_printf(x->arena, "\"%s\" is not in the lexicon", subject_name(r)));
        else
            has_family(x, r, &q, out);
        return;
    }
    if (c &&
        ((x->patient->sex == SEX_MALE && has_flag(c, CONCEPT_FEMALE) && !told_of_own_birth(x, c)) ||
         (x->patient->sex == SEX_FEMALE && has_flag(c, CONCEPT_MALE)))) {
        node_set(out, TRUTH_FALSE, REASON_NONE,
                 arena_printf(x->arena, "the patient is %s",
                              x->patient->sex == SEX_MALE ? "male" : "female"));
        return;
    }
    if (c && (c->category == CATEGORY_MEASUREMENT || c->category == CATEGORY_SCORE)) {
        has_result(x, &q, out);
        return;
    }
    if (c && negative_result(r)) { /* "HIV negative": what denies the condition */
        rule positive = *r;
        rule_qualifier *list =
            arena_copy(x->arena, r->qualifiers, r->qualifier_count, sizeof *list);

        for (size_t i = 0; list && i < r->qualifier_count; i++)
            if (qualifier_is(&list[i], "result"))
                list[i].value = "positive";
        positive.qualifiers = list;
        if (list) {
            has_leaf_without(x, &positive, minus, out);
            out->truth = truth_not(out->truth);
        }
        return;
    }
    if (q.target_count == 0) {
        node_set(out, TRUTH_UNKNOWN, REASON_UNRECOGNIZED_CONCEPT,
                 arena_printf(x->arena, "\"%s\" is not in the lexicon", subject_name(r)));
        return;
    }
    conclude(x, &q, out);
    open_by_example(x, r, minus, out);
}

void has_leaf(const eval_record *x, const rule *r, eval_node *out)
{
    has_leaf_without(x, r, NULL, out);
}

truth has_truth(const eval_record *x, const rule *r, const has_minus *minus, eval_reason *reason)
{
    eval_node n;

    memset(&n, 0, sizeof n);
    has_leaf_without(x, r, minus, &n);
    *reason = n.reason;
    return n.truth;
}

truth has_fact(const eval_record *x, const rule *r, const fact *f)
{
    question q = ask(x, r);
    const concept *of[3] = {f->concept, f->value.concept, f->organism};
    static const role roles[3] = {ROLE_CODE, ROLE_VALUE, ROLE_ORGANISM};
    truth t = TRUTH_FALSE;

    if (q.unrecognized)
        t = TRUTH_UNKNOWN;
    for (size_t i = 0; i < 3; i++) {
        bool test;
        says s;

        if (!of[i])
            continue;
        s = entry_says(&q, &(entry){of[i], f, roles[i]}, &test);
        if (s == SAYS_YES)
            t = truth_or(t, record_answer(x, &q, of[i], f).truth);
        else if (s == SAYS_PERHAPS || strictly_above(&q, of[i]))
            t = truth_or(t, TRUTH_UNKNOWN);
    }
    for (size_t i = 0; t != TRUTH_TRUE && i < f->mention_count; i++) {
        const fact_mention *m = &f->mentions[i];

        if (m->how == MENTION_IS && is_asked(&q, m->concept, f) && f->certainty == FACT_CONFIRMED)
            t = truth_or(t, record_answer(x, &q, m->concept, f).truth);
        else if (question_covers(&q, m->concept) ||
                 (m->how == MENTION_NAMED && strictly_above(&q, m->concept)))
            t = truth_or(t, TRUTH_UNKNOWN);
    }
    return t;
}

void has_count(const eval_record *x, const rule *r, size_t *sure, size_t *perhaps, bool *countable,
               bool *closed_, eval_node *out)
{
    const concept *c = r->subject.concept;
    question q = ask(x, r);
    tally t;
    size_t room = 0;
    rule past = *r;
    bool silent;

    /* an order, or an entry of a state that lasts, is written more than once for one time that it
     * was so */
    *countable = c->category == CATEGORY_PROCEDURE || c->category == CATEGORY_ENCOUNTER ||
                 c->category == CATEGORY_IMMUNIZATION || (c->flags & CONCEPT_EVENT);
    if (q.blocked != REASON_NONE || q.unrecognized) {
        *countable = *closed_ = false;
        *sure = *perhaps = 0;
        return;
    }
    *countable = *countable && !q.window.future;
    past.tense = TENSE_HISTORY;
    q.rule = &past;
    *closed_ = closed(x, &q, &silent);
    t = take(x, &q);
    when_different(t.days, t.day_count, sure, perhaps);
    *perhaps += t.vague;
    if (*sure == 0 && t.vague)
        *sure = 1 <= t.vague && t.yes ? 1 : 0;
    if (t.yes)
        add_evidence(x, out, &room, t.yes);
}
