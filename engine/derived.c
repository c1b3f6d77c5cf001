/* Finds the parts of derived quantities: of one sample or one moment, as derive.h tells. What was
 * so on a day (a dialysis, ascites) is asked of has.c, as of that day. */
#include "engine/derived.h"

#include "engine/derive.h"
#include "rules/landmark.h"
#include "rules/sayings.h"
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

/* Of one entry: components of a result, columns of a row. They are of one moment, whatever the
 * hour.
 */
static bool of_one_entry(const fact *a, const fact *b)
{
    const char *column = strstr(a->id, " column ");

    if (strcmp(a->id, "what-if") == 0 || strcmp(b->id, "what-if") == 0)
        return true;
    size_t n = column ? (size_t)(column - a->id) + 1 : strlen(a->id) + 1;

    return strncmp(a->id, b->id, n) == 0;
}

/* What is breathed is changed within the day: only where the hours of both are known. */
static bool by_the_hour(const derivation *row)
{
    for (size_t i = 0; i < row->part_count; i++)
        if (strcmp(row->parts[i].concept, "fio2") == 0)
            return true;
    return false;
}

/* The fact of the pool that goes with `at`: the nearest within the hours, or the only one of the
 * day. *several: there is more than one, and no telling which. *hour: whether they are of one hour
 * is not known, and it has to be (`clock`). */
static const fact *beside(const eval_record *x, const pool *p, const fact *at,
                          const derive_part *part, double hours, bool clock,
                          const derived_value **from, bool *several, bool *hour)
{
    const fact *best = NULL;
    double nearest = INFINITY;
    day around = hours > 0 ? (day)(hours / 24) + 1 : 0;

    *several = *hour = false;
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
            if (clock && best && !*hour && !of_one_entry(f, at))
                continue;
            *hour = clock && !of_one_entry(f, at);
            best = f;
            *from = p->list[i].from;
        }
    }
    *hour = *hour && !(nearest < INFINITY);
    if (!best && (part->flags & DERIVE_OLDER_ADULT)) {
        size_t before = pool_from(p, p->count, at->start.first);
        date birth = x->patient->birth;

        if (before > 0 && date_known(birth) &&
            birth.last <= p->list[before - 1].fact->start.first &&
            period_between(birth.last, p->list[before - 1].fact->start.first, 'a') >= 18) {
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
    } else if (v->low != v->high || !isfinite(v->low) ||
               !compare_possible(f->concept, v->low, v->ucum)) {
        return false;
    }
    if (!v->ucum) {
        if (v->unit_text && *v->unit_text)
            return false;
        if (number)
            *out = value;
        return number || (compare_fraction(f->concept, value) &&
                          unit_convert_codes(value, "1", part->ucum, f->concept, out) == UNIT_OK);
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

            if (entry_is(&x->groups[g].entries[i]) && is_record_of_patient(f) &&
                f->certainty == FACT_CONFIRMED && !f->planned && e.s1 <= at && e.e2 >= at)
                return true;
        }
    }
    return false;
}

static fact *made_up(const eval_record *x, const concept *c, date at, const derivation *row)
{
    fact *f = arena_alloc(x->arena, sizeof *f);

    if (!f)
        return NULL;
    f->kind = FACT_OBSERVATION;
    f->concept = c;
    f->text = row->method ? row->method : c->name;
    f->id = "derived";
    f->start = f->end = at;
    f->dose = NAN;
    f->recorded = DAY_NONE;
    f->value.kind = VALUE_NUMBER;
    f->value.low_inclusive = f->value.high_inclusive = true;
    f->value.ucum = row->ucum;
    return f;
}

static void add(const eval_record *x, found *all, const derived_value *one)
{
    if (one->fact &&
        arena_grow(x->arena, (void **)&all->list, all->count, &all->room, sizeof *all->list))
        all->list[all->count++] = *one;
}

enum { PARTS = DERIVE_PARTS, EVIDENCE = 24, DEPTH = 6, CORNERS = 64 };

/* ---- what was so on a day ---- */

/* The record as it was on a day: later entries are not there yet. */
static const eval_record *record_of(const eval_record *x, day at)
{
    eval_policy *policy;

    if (at == x->policy->as_of)
        return x;
    policy = arena_alloc(x->arena, sizeof *policy);
    if (!policy)
        return NULL;
    *policy = *x->policy;
    policy->as_of = at;
    return eval_record_new(x->patient, policy, x->arena);
}

static const fact *fact_by_id(const eval_record *x, const char *id)
{
    for (size_t i = 0; i < x->fact_count; i++)
        if (x->facts[i]->id == id)
            return x->facts[i];
    return NULL;
}

/* The first concept of a list parted by '|'; *rest: behind it, NULL at the end. */
static const concept *one_of(const lexicon *lx, const char *list, const char **rest)
{
    const char *bar = strchr(list, '|');

    *rest = bar ? bar + 1 : NULL;
    return lexicon_concept(lx, list, bar ? (size_t)(bar - list) : strlen(list));
}

static bool has_any(const char *text, const char *const *words)
{
    for (; text && *words; words++)
        if (strcasestr(text, *words))
            return true;
    return false;
}

/* 1 slight, 2 more, 0: it does not say. */
static int grade_in(const char *text)
{
    return has_any(text, saying_marked) ? 2 : has_any(text, saying_slight) ? 1 : 0;
}

/* The grade of the latest record of it; 0: none says so. */
static int grade_of(const eval_record *y, const concept *c)
{
    int grade = 0;
    const fact *last = NULL;

    for (size_t i = 0; i < y->fact_count; i++) {
        const fact *f = y->facts[i];
        int own;

        if (!concept_is(f->concept, c) || !is_record_of_patient(f) || f->certainty == FACT_DENIED ||
            f->certainty == FACT_SUSPECTED)
            continue;
        own = grade_in(f->value.text);
        own = own ? own : grade_in(f->text);
        for (size_t q = 0; !own && q < f->qualifier_count; q++)
            own = grade_in(f->qualifiers[q].value);
        if (own && (!last || when_order(last, f) <= 0)) {
            grade = own;
            last = f;
        }
    }
    return grade;
}

typedef struct part_range {
    double low, high;
    const fact *fact; /* that it rests on; NULL: none */
    unsigned assumed;
} part_range;

/* "Ascites: mild", or the grade of an encephalopathy, as a result of that very day. */
static bool graded_on(const eval_record *y, const derive_part *part, part_range *out)
{
    const lexicon *lx = y->patient->lexicon ? y->patient->lexicon : lexicon_core();
    const concept *c = lexicon_concept(lx, part->concept, strlen(part->concept)),
                  *scale = lexicon_landmark(lx, LANDMARK_HEPATIC_ENCEPHALOPATHY_GRADE);

    for (size_t i = 0; i < y->fact_count; i++) {
        const fact *f = y->facts[i];
        bool scored = scale && concept_is(f->concept, scale) && f->value.kind == VALUE_NUMBER &&
                      f->value.low == f->value.high &&
                      strcmp(part->concept, "hepatic_encephalopathy") == 0;
        int grade = 0;

        if (f->kind != FACT_OBSERVATION || !date_known(f->start) ||
            f->start.first != y->policy->as_of || f->start.last != f->start.first ||
            !(scored || concept_is(f->concept, c)))
            continue;
        if (scored) {
            grade = f->value.low >= 3 ? 2 : f->value.low >= 1 ? 1 : 0;
        } else {
            grade = grade_in(f->value.text);
            if (!grade)
                continue;
        }
        if (out->fact && out->low != grade)
            return false;
        out->low = out->high = grade;
        out->fact = f;
    }
    return out->fact != NULL;
}

/* A state on a day: 0 or 1, or its grade. False: not known. */
static bool state_on(const eval_record *y, const derive_part *part, part_range *out)
{
    const lexicon *lx = y->patient->lexicon ? y->patient->lexicon : lexicon_core();
    truth any = TRUTH_FALSE;
    int grade = 0;

    for (const char *rest = part->concept; rest;) {
        const concept *c = one_of(lx, rest, &rest);
        rule asked = {.op = RULE_HAS};
        eval_node n;

        if (!c)
            return false;
        asked.subject.concept = c;
        asked.subject.category = c->category;
        asked.subject.text = c->name;
        asked.tense = part->flags & DERIVE_EVER ? TENSE_HISTORY : TENSE_CURRENT;
        memset(&n, 0, sizeof n);
        has_leaf(y, &asked, &n);
        any = truth_or(any, n.truth);
        out->assumed |= n.truth == TRUTH_UNKNOWN ? 0 : n.assumed;
        if (n.truth == TRUTH_TRUE) {
            out->fact = n.evidence_count ? fact_by_id(y, n.evidence[0].fact) : out->fact;
            grade = grade_of(y, c);
        }
    }
    if (any == TRUTH_UNKNOWN && (part->flags & DERIVE_GRADE) && graded_on(y, part, out))
        return true;
    if (any == TRUTH_UNKNOWN) {
        *out = (part_range){0, 1, NULL, 0};
        return (part->flags & DERIVE_EITHER) != 0;
    }
    out->low = out->high = any == TRUTH_TRUE ? 1 : 0;
    if (any == TRUTH_TRUE && (part->flags & DERIVE_GRADE)) {
        out->low = grade ? grade : 1;
        out->high = grade ? grade : 2;
    }
    return true;
}

/* ---- the equation ---- */

/* All that comes out where a part, the age or the equation may be several: from the least to the
 * most. False: one of them gives no result. */
static bool work_out(const derivation *row, const part_range *parts, const double age[2],
                     bool female, fact_value *out)
{
    size_t open[PARTS], count = 0, corners;
    double values[PARTS], low = INFINITY, high = -INFINITY;

    for (size_t i = 0; i < row->part_count; i++) {
        values[i] = parts[i].low;
        if (parts[i].low < parts[i].high)
            open[count++] = i;
    }
    for (corners = 1; count && corners >> count == 0;)
        corners <<= 1;
    if (corners > CORNERS)
        return false;
    for (size_t k = 0; k < corners; k++)
        for (int a = 0; a < (age[0] == age[1] || isnan(age[0]) ? 1 : 2); a++)
            for (int e = 0; e < (row->other ? 2 : 1); e++) {
                double one = NAN;

                for (size_t i = 0; i < count; i++)
                    values[open[i]] = k >> i & 1 ? parts[open[i]].high : parts[open[i]].low;
                if (!(e ? row->other : row->derive)(values, age[a], female, &one) || !isfinite(one))
                    return false;
                low = fmin(low, one);
                high = fmax(high, one);
            }
    out->low = low;
    out->high = high;
    return true;
}

/* The ages that the patient may have had on a day; false: none is known. */
static bool ages_on(const patient *p, day at, double out[2])
{
    if (!date_known(p->birth) || p->birth.first > at)
        return false;
    out[0] = period_between(p->birth.last < at ? p->birth.last : at, at, 'a');
    out[1] = period_between(p->birth.first, at, 'a');
    return true;
}

/* Is there more than one value on the day? */
static bool several_on(const pool *p, day at)
{
    size_t first = pool_from(p, p->count, at);

    for (size_t i = first; i < p->count && p->list[i].fact->start.first == at; i++)
        if (p->list[i].fact->value.low != p->list[first].fact->value.low)
            return true;
    return false;
}

static bool is_recorded(const eval_record *x, const concept *c)
{
    for (size_t g = 0; g < x->group_count; g++)
        for (size_t i = 0; concept_is(x->groups[g].concept, c) && i < x->groups[g].count; i++)
            if (x->groups[g].entries[i].fact->value.kind != VALUE_NONE)
                return true;
    return false;
}

/* The patient as a part: of what day, which sex. */
static const fact *person(const eval_record *x, unsigned needs)
{
    fact *f = arena_alloc(x->arena, sizeof *f);

    if (!f)
        return NULL;
    f->kind = FACT_CONDITION;
    f->id = arena_printf(x->arena, "Patient/%s", x->patient->id);
    f->text = !(needs & DERIVE_SEX)           ? "date of birth"
              : x->patient->sex == SEX_FEMALE ? "female; date of birth"
                                              : "male; date of birth";
    f->start = f->end = x->patient->birth;
    return f->id ? f : NULL;
}

/* The result of one row at a moment: that of `at`, a value of the row's first part, or, of a row of
 * states, the index date (`at` NULL). */
static void derive_at(const eval_record *x, const concept *c, const derivation *row,
                      const pool *pools, const pooled *first, found *all)
{
    bool states = !first, female = x->patient->sex == SEX_FEMALE, usable = true;
    date when = states ? date_of_day(x->policy->as_of) : first->fact->start;
    day at = when.first, latest = DAY_NONE;
    const fact *facts[PARTS] = {NULL};
    const derived_value *from[PARTS] = {NULL};
    part_range ranges[PARTS] = {{0}};
    double age[2] = {NAN, NAN};
    const eval_record *y = NULL;
    derived_value made = {0};
    const fact **parts;
    size_t n = 0;
    bool clock = by_the_hour(row), vague = false;
    fact *f;

    if (first) {
        facts[0] = first->fact;
        from[0] = first->from;
        usable = !((row->needs & DERIVE_ONE) && several_on(&pools[0], at));
    }
    for (size_t i = first ? 1 : 0; i < row->part_count; i++) {
        const derive_part *part = &row->parts[i];
        bool several = false, hour = false;

        if (part->flags & DERIVE_STATE)
            continue;
        if (!first)
            return;
        facts[i] =
            beside(x, &pools[i], first->fact, part, row->hours, clock, &from[i], &several, &hour);
        if (!facts[i] && !(part->flags & DERIVE_OPTIONAL))
            return;
        usable = usable && !several && !hour &&
                 !((row->needs & DERIVE_ONE) && several_on(&pools[i], at));
        vague |= hour;
    }
    if (((row->needs & DERIVE_AGE) && !ages_on(x->patient, at, age)) ||
        ((row->needs & DERIVE_SEX) && x->patient->sex != SEX_FEMALE &&
         x->patient->sex != SEX_MALE) ||
        barred(x, row->unless, at))
        return;
    for (size_t i = 0; i < row->part_count; i++) {
        part_range *r = &ranges[i];

        if (row->parts[i].flags & DERIVE_STATE) {
            y = y ? y : record_of(x, at);
            if (!y || !state_on(y, &row->parts[i], r))
                return;
            facts[i] = r->fact;
            if (r->fact && date_known(r->fact->start) && r->fact->start.first > latest)
                latest = r->fact->start.first;
            made.assumed |= r->assumed;
            continue;
        }
        r->low = NAN;
        if (facts[i] && !part_value(facts[i], &row->parts[i], &r->low)) {
            if ((row->parts[i].flags & DERIVE_UPPER_LIMIT) && !facts[i]->value.range_high_given)
                return;
            usable = false;
        }
        r->high = r->low;
    }
    if (states && latest != DAY_NONE)
        when = date_of_day(latest);
    if (states && latest == DAY_NONE && is_recorded(x, c))
        return; /* that nothing is recorded is no news beside it */
    f = made_up(x, c, when, row);
    parts = arena_array(x->arena, EVIDENCE, sizeof *parts);
    if (!f || !parts)
        return;
    for (size_t i = 0; i < row->part_count; i++) {
        if (facts[i] && !from[i] && n < EVIDENCE)
            parts[n++] = facts[i];
        for (size_t k = 0; from[i] && k < from[i]->part_count && n < EVIDENCE; k++)
            parts[n++] = from[i]->parts[k];
        made.assumed |= from[i] ? from[i]->assumed : 0;
        /* the moment is that of the latest part */
        if (facts[i] && !(row->parts[i].flags & DERIVE_STATE) && when_order(f, facts[i]) < 0)
            f->start = f->end = facts[i]->start;
    }
    if ((row->needs & DERIVE_AGE) && n < EVIDENCE) {
        parts[n] = person(x, row->needs);
        n += parts[n] != NULL;
    }
    if (!usable) {
        f->value.ucum = NULL;
        f->value.low = f->value.high = NAN;
        f->value.unit_text = "?";
        f->value.text = vague ? "hours" : NULL;
    } else if (!work_out(row, ranges, age, female, &f->value)) {
        return;
    }
    made.fact = f;
    made.parts = parts;
    made.part_count = n;
    add(x, all, &made);
}

/* ---- pregnancy ---- */

/* The latest day that the record gives for it ("last menstrual period: 2020-08-25"). */
static const fact *dated_answer(const eval_record *x, const char *id, date *out)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    const concept *c = lexicon_concept(lx, id, strlen(id));
    const fact *last = NULL;

    for (size_t g = 0; c && g < x->group_count; g++) {
        if (!concept_is(x->groups[g].concept, c))
            continue;
        for (size_t i = 0; i < x->groups[g].count; i++) {
            const fact *f = x->groups[g].entries[i].fact;
            date d;

            if (f->kind != FACT_OBSERVATION || f->certainty != FACT_CONFIRMED || !f->value.text ||
                !date_parse(f->value.text, strlen(f->value.text), &d) ||
                (last && when_order(last, f) > 0))
                continue;
            last = f;
            *out = d;
        }
    }
    return last;
}

/* Is a pregnancy of those days refuted, even if too long ago to say so of the index date? */
static bool refuted_since(const eval_record *x, day from)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    const concept *c = lexicon_landmark(lx, LANDMARK_PREGNANCY);

    for (size_t i = 0; c && i < x->fact_count; i++) {
        const fact *f = x->facts[i];

        if (f->kind == FACT_CONDITION && f->certainty == FACT_DENIED && date_known(f->start) &&
            f->start.last >= from && concept_is(c, f->concept))
            return true;
    }
    return false;
}

/* Weeks that were recorded on an earlier day of a woman, and have gone on since; whether they have
 * is not known where no pregnancy is recorded, or it would be too long. Of a child they are those
 * at birth. */
static void count_on(const eval_record *x, const concept *c, bool pregnant, found *all)
{
    enum { A_CHILD = 10, LONGEST = 44 }; /* years; weeks, beyond any pregnancy that goes on */
    static const derive_part weeks = {"gestational_age", "wk", 0};
    static const derivation row = {.ucum = "wk", .method = "weeks as recorded, and those since"};
    const fact *last = NULL, **parts;
    derived_value made = {.part_count = 1};
    day now = x->policy->as_of;
    double value = NAN, age[2], since;
    fact *f;

    for (size_t g = 0; g < x->group_count; g++)
        for (size_t i = 0; x->groups[g].concept == c && i < x->groups[g].count; i++) {
            const fact *one = x->groups[g].entries[i].fact;

            if (one->kind == FACT_OBSERVATION && one->value.kind == VALUE_NUMBER &&
                date_known(one->start) && (!last || when_order(last, one) < 0))
                last = one;
        }
    if (!last || last->start.last >= now || !ages_on(x->patient, last->start.first, age) ||
        age[1] < A_CHILD)
        return;
    f = made_up(x, c, date_of_day(now), &row);
    parts = arena_array(x->arena, 1, sizeof *parts);
    if (!f || !parts)
        return;
    since = now - last->start.last;
    if (!pregnant || last->start.first != last->start.last || !part_value(last, &weeks, &value) ||
        value + since / 7 > LONGEST) {
        f->value.ucum = NULL;
        f->value.low = f->value.high = NAN;
        f->value.unit_text = "?";
        f->value.text = "since";
    } else { /* completed weeks, or weeks with days */
        f->value.low = value + floor(since / 7);
        f->value.high = value + (since + (value == floor(value) ? 6 : 0)) / 7;
    }
    parts[0] = last;
    made.fact = f;
    made.parts = parts;
    add(x, all, &made);
}

/* Weeks of a pregnancy that is recorded as going on, by its day of delivery or else the last
 * menstrual period. Completed weeks and weeks with days are both in use: the result is from the one
 * to the other. */
static void derive_gestation(const eval_record *x, const concept *c, found *all)
{
    static const derive_part pregnant = {"pregnancy", "", DERIVE_STATE};
    static const derivation row = {.ucum = "wk", .method = "weeks since the last menstrual period"};
    date first;
    part_range state = {0};
    derived_value made = {0};
    bool known = state_on(x, &pregnant, &state);
    const fact *due = dated_answer(x, "expected_delivery_date", &first), **parts;
    double low, high;
    fact *f;

    if (x->patient->sex == SEX_MALE)
        return;
    if (known && state.low == 0) {
        count_on(x, c, false, all);
        return;
    }
    if (due) {
        first.first -= 280;
        first.last -= 280;
    } else if (!known || !(due = dated_answer(x, "last_menstrual_period", &first))) {
        count_on(x, c, known, all);
        return;
    }
    if (refuted_since(x, first.first))
        return;
    if (!derive_gestational_weeks(first.last, x->policy->as_of, &low) ||
        !derive_gestational_weeks(first.first, x->policy->as_of, &high))
        return;
    f = made_up(x, c, date_of_day(x->policy->as_of), &row);
    parts = arena_array(x->arena, 2, sizeof *parts);
    if (!f || !parts)
        return;
    f->value.low = floor(low);
    f->value.high = high;
    parts[0] = due;
    parts[1] = state.fact;
    made = (derived_value){f, parts, state.fact ? 2 : 1, state.assumed};
    add(x, all, &made);
}

/* ---- stages ---- */

/* The stage that a fact names of a class of diseases, by itself (attribute `stage`: "stage 4
 * chronic kidney disease") or beside it (Condition.stage of a cancer). False: it names none. */
static bool stage_named(const eval_record *x, const concept *c, const concept *k, const fact *f,
                        double *out)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    size_t size, name = strlen(c->id);
    const char *stage = concept_attribute(k, "stage", &size), *id;

    if (stage && size > name + 1 && strncmp(stage, c->id, name) == 0 && stage[name] == ':') {
        *out = strtod(stage + name + 1, NULL);
        return true;
    }
    if (!is_landmark(c, LANDMARK_CANCER_STAGE) || !(id = concept_attribute(c, "one_of", &size)) ||
        !concept_is(k, lexicon_concept(lx, id, size)))
        return false;
    for (size_t i = 0; i < f->qualifier_count; i++)
        if (strcmp(f->qualifiers[i].kind, "stage") == 0)
            return compare_class_in(f->qualifiers[i].value, out) && *out >= c->scale.low &&
                   *out <= c->scale.high + 1;
    return false;
}

/* A disease on the list of problems that has not ended gives the stage its value. */
static void derive_stage(const eval_record *x, const concept *c, found *all)
{
    static const derivation row = {.ucum = "1"};

    for (size_t g = 0; g < x->group_count; g++) {
        const concept *k = x->groups[g].concept;

        if (k->category != CATEGORY_CONDITION)
            continue;
        for (size_t i = 0; i < x->groups[g].count; i++) {
            const fact *of = x->groups[g].entries[i].fact, **parts;
            episode e = when_episode(x, of);
            derived_value made = {.part_count = 1};
            double stage;
            fact *f;

            if (of->kind != FACT_CONDITION || of->certainty != FACT_CONFIRMED || of->planned ||
                of->history || !e.open || x->groups[g].entries[i].role != ROLE_CODE ||
                !stage_named(x, c, k, of, &stage))
                continue;
            f = made_up(x, c, e.dated ? of->start : date_of_day(x->policy->as_of), &row);
            parts = arena_array(x->arena, 1, sizeof *parts);
            if (!f || !parts)
                return;
            f->value.low = f->value.high = stage;
            parts[0] = of;
            made.fact = f;
            made.parts = parts;
            add(x, all, &made);
        }
    }
}

static found derive(const eval_record *x, const concept *c, unsigned depth)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    found all = {0};

    if (depth > DEPTH)
        return all;
    if (is_landmark(c, LANDMARK_GESTATIONAL_AGE))
        derive_gestation(x, c, &all);
    if (c->flags & CONCEPT_STAGES)
        derive_stage(x, c, &all);
    for (size_t r = 0; r < derive_table_size; r++) {
        const derivation *row = &derive_table[r];
        pool pools[PARTS] = {{0}};
        const concept *parts[PARTS];
        bool possible = true;
        size_t before = all.count;

        if (strcmp(row->concept, c->id) != 0)
            continue;
        if (row->parts[0].flags & DERIVE_STATE) {
            derive_at(x, c, row, pools, NULL, &all);
            continue;
        }
        for (size_t i = 0; i < row->part_count && possible; i++) {
            if (row->parts[i].flags & DERIVE_STATE)
                continue;
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
                derive_at(x, c, row, pools, &pools[0].list[i], &all);
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
