/* Which patients show what a clause admits. Truths are worked out from the bounds and the calendar;
 * what a record looks like is in example_fhir.c. */
#include "engine/examples.h"

#include "engine/base/json.h"
#include "engine/base/limits.h"
#include "engine/example_fhir.h"
#include "engine/leaf.h"
#include "patients/fhir.h"
#include "rules/landmark.h"
#include "rules/print.h"
#include "rules/unit.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ANCHOR_DAYS = 400, /* how long ago the event was that a window is counted from */
    MOST_RECORDS = 40, /* of one patient, where they are counted */
    MOST_VALUES = 40   /* of a list of grades */
};

typedef struct maker {
    const rules *rules;
    const lexicon *lx;
    const examples_policy *limits;
    eval_policy policy;
    bool (*take)(const example *e, void *context);
    void *context;
    json_reader *json;
    fhir_words *words;
    arena *a;       /* of one clause */
    arena *patient; /* of one patient that is read back */
    buffer text;
    size_t made;
    bool stopped;

    const criterion *criterion; /* at hand */
    const rule *r;
    size_t node;      /* its number in the criterion */
    const char *name; /* of the clause, as it stands in ids */
    example_person person;
} maker;

/* ---- one patient ---- */

/* Reads the text as it would be read from a file; false: it cannot be. */
static bool read_back(maker *m, patient *p)
{
    json_doc doc;
    fhir_set set;
    size_t size = m->text.size;
    char *copy = arena_alloc(m->patient, size + JSON_PADDING);

    memset(&set, 0, sizeof set);
    set.words = m->words;
    if (!copy)
        return false;
    memcpy(copy, m->text.data, size);
    if (!json_parse(m->json, copy, size, "example", &doc, NULL) ||
        !fhir_set_read(&set, m->patient, &doc) || set.patients != 1)
        return false;
    patient_begin(p, m->patient, m->lx, "");
    fhir_patient(&set, 0, p);
    return !arena_failed(m->patient);
}

/* The truth of the clause at hand, with the message; false: the text cannot be read. */
static bool judge(maker *m, truth *out, const char **message)
{
    patient p;
    eval_record *x;
    const eval_node *nodes;
    size_t count;

    if (!read_back(m, &p) || !(x = eval_record_new(&p, &m->policy, m->patient)))
        return false;
    nodes = eval_rule(x, m->criterion->rule, m->criterion->kind, &count);
    if (arena_failed(m->patient) || m->node >= count || nodes[m->node].rule != m->r)
        return false;
    *out = nodes[m->node].truth;
    *message = nodes[m->node].message;
    return true;
}

static void hand_out(maker *m, const example *e)
{
    if (!m->stopped && !m->take(e, m->context))
        m->stopped = true;
}

static void cannot(maker *m, const char *side, const char *why)
{
    example e = {.criterion = m->criterion,
                 .clause = m->r,
                 .side = side,
                 .patient = "",
                 .expected = TRUTH_UNKNOWN,
                 .got = TRUTH_UNKNOWN,
                 .reason = why};

    hand_out(m, &e);
}

static bool begin(maker *m, example_writer *w, const char *side)
{
    buffer_clear(&m->text);
    m->person.id = arena_printf(m->a, "%s-%s", m->name, side);
    return m->person.id && !m->stopped && example_begin(w, &m->text, &m->person);
}

static const char *truth_word(truth t)
{
    return t == TRUTH_TRUE ? "true" : t == TRUTH_FALSE ? "false" : "unknown";
}

static void finish(maker *m, example_writer *w, const char *side, truth expected)
{
    example e = {.criterion = m->criterion,
                 .clause = m->r,
                 .side = side,
                 .patient = m->person.id,
                 .expected = expected,
                 .got = TRUTH_UNKNOWN,
                 .tried = false};
    const char *message = "";
    bool whole = example_end(w);

    if (m->limits->most && m->made >= m->limits->most)
        m->stopped = true;
    if (!whole || arena_failed(m->a) || m->stopped) {
        m->stopped = true;
        return;
    }
    buffer_putc(&m->text, '\n');
    arena_reset(m->patient);
    if (!judge(m, &e.got, &message)) {
        e.reason = "the record cannot be read";
        e.tried = true;
    } else if (e.got != expected) {
        e.reason = arena_printf(m->a, "made to be %s, but screening says %s: %s",
                                truth_word(expected), truth_word(e.got), message);
        e.tried = true;
    } else {
        e.bundle = m->text.data;
        e.size = m->text.size;
        m->made++;
    }
    hand_out(m, &e);
}

/* ---- windows ---- */

typedef struct times {
    bool windowed;
    when_window window;
    day anchor; /* when the event was that the window is counted from; DAY_NONE: none */
    day inside; /* a day that surely counts */
} times;

static void put_anchor(maker *m, example_writer *w, const times *t)
{
    const concept *c = t->anchor != DAY_NONE ? m->r->window->anchor_concept : NULL;

    if (c) {
        thing event = {.name = example_name_of(m->lx, c, true, m->a),
                       .category = c->category,
                       .state = THING_OVER,
                       .start = t->anchor,
                       .end = t->anchor,
                       .dose = NAN};

        if (event.name.concept)
            example_put_thing(w, &event);
    }
}

/* Where the window of the clause lies. False: it cannot be placed, or lies ahead; *why. */
static bool place_window(maker *m, times *t, const char **why)
{
    const rule_window *w = m->r->window;
    example_writer out;
    eval_reason reason = REASON_NONE;
    patient p;
    eval_record *x;

    *t = (times){.anchor = DAY_NONE, .inside = m->policy.as_of - 1};
    if (!w)
        return true;
    if (w->half_lives > 0) {
        *why = "the window is counted in half-lives";
        return false;
    }
    if (w->anchor_concept)
        t->anchor = m->policy.as_of - ANCHOR_DAYS;
    if (!begin(m, &out, "window")) {
        m->stopped = true;
        return false;
    }
    put_anchor(m, &out, t);
    arena_reset(m->patient);
    if (!example_end(&out) || !read_back(m, &p) ||
        !(x = eval_record_new(&p, &m->policy, m->patient))) {
        *why = "no record can be made";
        return false;
    }
    if (!when_resolve(x, NULL, w, &t->window, &reason, why)) {
        *why = arena_printf(m->a, "%s", *why);
        return false;
    }
    *why = "it can only be known later";
    if (t->window.future)
        return false;
    t->windowed = !t->window.unlimited;
    *why = "no day lies surely in the window";
    if (t->windowed && t->window.lo_max > t->window.hi_min)
        return false;
    if (t->windowed)
        t->inside = t->window.hi_min > t->window.lo_max && t->window.hi_min == m->policy.as_of
                        ? t->window.hi_min - 1
                        : t->window.hi_min;
    if (t->inside < t->window.lo_max && t->windowed)
        t->inside = t->window.hi_min;
    return true;
}

/* Days that can be printed. */
static bool printable(day d)
{
    return d > day_of(1600, 1, 1) && d < day_of(9000, 1, 1);
}

/* ---- numbers ---- */

/* One step beyond a bound as it is printed: the last digit, but never lost in the conversion of
 * units. */
static double step_of(double v)
{
    double step = 1;

    for (int digits = 0;
         digits < 9 && fabs(v / step - round(v / step)) > 1e-6 * fmax(1, fabs(v / step)) * 1e-3;
         digits++)
        step /= 10;
    while (step < fabs(v) * 1e-7)
        step *= 10;
    return step;
}

/* The sum as a decimal of as many digits as its parts have. */
static double sum(double a, double b)
{
    char text[64];

    snprintf(text, sizeof text, "%.12g", a + b);
    return strtod(text, NULL);
}

static bool fits(const compare_bounds *b, double v)
{
    if (b->count) {
        for (size_t i = 0; i < b->count; i++)
            if (b->values[i] == v)
                return true;
        return false;
    }
    return (!b->low.given || v > b->low.value || (v == b->low.value && b->low.inclusive)) &&
           (!b->high.given || v < b->high.value || (v == b->high.value && b->high.inclusive));
}

typedef struct point {
    double value;
    const char *side;
} point;

typedef struct points {
    point list[MOST_VALUES + 8];
    size_t count;
} points;

static void add_point(points *p, double v, const char *side)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->list[i].value == v)
            return;
    if (p->count < sizeof p->list / sizeof *p->list)
        p->list[p->count++] = (point){v, side};
}

/* A bound, and a step to each side of it. */
static void add_bound(points *p, const rule_bound *b, const char *const sides[3], bool stages)
{
    double step = stages ? 1 : step_of(b->value);
    bool letter = stages && b->value != floor(b->value);

    add_point(p, b->value, sides[0]);
    add_point(p, letter ? floor(b->value) - 1 : sum(b->value, -step), sides[1]);
    add_point(p, letter ? floor(b->value) + 1 : sum(b->value, step), sides[2]);
}

static points points_of(const compare_bounds *b, maker *m)
{
    static const char *const one[3] = {"at", "below", "above"},
                             *const low[3] = {"at-low", "below-low", "above-low"},
                             *const high[3] = {"at-high", "below-high", "above-high"};
    points p = {.count = 0};
    bool both = b->low.given && b->high.given && b->low.value != b->high.value;

    if (b->count) {
        double least = INFINITY, most = -INFINITY;

        for (size_t i = 0; i < b->count && i < MOST_VALUES; i++) {
            char n[32];

            least = fmin(least, b->values[i]);
            most = fmax(most, b->values[i]);
            add_point(&p, b->values[i],
                      arena_printf(m->a, "value-%s", number_text(b->values[i], n)));
        }
        add_point(&p, floor(least) - 1, "below");
        add_point(&p, floor(most) + 1, "above");
        return p;
    }
    if (b->low.given)
        add_bound(&p, &b->low, both ? low : one, b->stages);
    if (b->high.given)
        add_bound(&p, &b->high, both ? high : one, b->stages);
    return p;
}

/* "IIIB" of 3.4, as the scanner counts letters. */
static const char *stage_text(double v, arena *a)
{
    static const char *const roman[] = {"0",  "I",   "II",   "III", "IV", "V",
                                        "VI", "VII", "VIII", "IX",  "X"};
    int letter = (int)round((v - floor(v)) / 0.2);

    if (!(v >= 0 && v < 11) || letter > 4)
        return NULL;
    return arena_printf(a, "%s%s", roman[(int)v],
                        letter ? (const char *const[]){"", "A", "B", "C", "D"}[letter] : "");
}

/* ---- compare ---- */

static void missing(maker *m, const times *t)
{
    example_writer w;

    if (!begin(m, &w, "missing"))
        return;
    if (t)
        put_anchor(m, &w, t);
    finish(m, &w, "missing", TRUTH_UNKNOWN);
}

static void put_one(maker *m, const times *t, const result *r, const char *side, truth expected)
{
    example_writer w;

    if (!printable(r->when) || !begin(m, &w, side))
        return;
    put_anchor(m, &w, t);
    example_put_result(&w, r);
    finish(m, &w, side, expected);
}

/* The last and the first day on which an `inside` record counts, and the days beyond. */
static void put_edges(maker *m, const times *t, const result *inside)
{
    result r = *inside;

    if (!t->windowed)
        return;
    if (t->window.lo_max > DAY_FIRST) {
        r.when = t->window.lo_max;
        put_one(m, t, &r, "first-day", TRUTH_TRUE);
        r.when = t->window.lo_min - 1;
        put_one(m, t, &r, "day-before", TRUTH_UNKNOWN);
    }
    if (t->window.hi_max < m->policy.as_of) {
        r.when = t->window.hi_min;
        put_one(m, t, &r, "last-day", TRUTH_TRUE);
        r.when = t->window.hi_max + 1;
        put_one(m, t, &r, "day-after", TRUTH_UNKNOWN);
    }
}

static double limit_of_normal(const concept *c, bool upper)
{
    double own = upper ? c->normal_female.high : c->normal_female.low,
           all = upper ? c->normal.high : c->normal.low;
    double limit = isfinite(own) && own > 0   ? own
                   : isfinite(all) && all > 0 ? all
                   : upper                    ? 40
                                              : 10;

    return limit;
}

static void make_values(maker *m, const compare_bounds *b, const times *t)
{
    const rule *r = m->r;
    const concept *c = r->subject.concept;
    bool relative = r->relative_to != RELATIVE_NONE, upper = r->relative_to == RELATIVE_ULN,
         some = false;
    result one = {.name = example_name_of(m->lx, c, true, m->a),
                  .when = t->inside,
                  .value = NAN,
                  .low = NAN,
                  .high = NAN};
    result edge = one, bare_range;
    points p = points_of(b, m);
    double limit = 1;

    if (!one.name.concept) {
        cannot(m, "", "no code and no name of its own says this in a record");
        return;
    }
    one.ucum = b->ucum;
    if (relative || !one.ucum)
        one.ucum = one.name.concept->units[0] && c->category != CATEGORY_SCORE
                       ? one.name.concept->units[0]
                       : NULL;
    if (one.ucum &&
        (strcmp(one.ucum, "{score}") == 0 || (!relative && !b->ucum && strcmp(one.ucum, "1") == 0)))
        one.ucum = NULL;
    if (relative) {
        limit = limit_of_normal(one.name.concept, upper);
        *(upper ? &one.high : &one.low) = limit;
    }
    for (size_t i = 0; i < p.count && !m->stopped; i++) {
        double v = p.list[i].value;
        truth expected = truth_of(fits(b, v));

        if (v < 0 && !(b->low.given && b->low.value < 0) && !(b->high.given && b->high.value < 0) &&
            !(c->plausible.low < 0))
            continue;
        if (v < c->scale.low || v > c->scale.high)
            continue;
        one.value = relative ? sum(v * limit, 0) : v;
        one.text = b->stages ? stage_text(v, m->a) : NULL;
        if (b->stages && !one.text)
            continue;
        if (!relative && !b->stages && !compare_possible(one.name.concept, v, one.ucum))
            expected = TRUTH_UNKNOWN; /* nobody has it */
        put_one(m, t, &one, p.list[i].side, expected);
        if (expected == TRUTH_TRUE && !some) {
            edge = one;
            some = true;
        }
    }
    if (some) {
        put_edges(m, t, &edge);
        if (relative) {
            bare_range = edge;
            bare_range.low = bare_range.high = NAN;
            put_one(m, t, &bare_range, "no-reference-range", TRUTH_UNKNOWN);
        }
    }
    missing(m, t);
}

/* ---- age ---- */

static void put_age(maker *m, day birth, const char *side, truth expected)
{
    example_writer w;
    day usual = m->person.birth;

    if (birth != DAY_NONE && (birth > m->policy.as_of || !printable(birth)))
        return;
    m->person.birth = birth;
    if (begin(m, &w, side))
        finish(m, &w, side, expected);
    m->person.birth = usual;
}

/* The last day from which n units are full on the index date: of the end of a month there may be
 * several. */
static day turns(const maker *m, double n, char step)
{
    day d = day_add(m->policy.as_of, (period){-n, step});

    for (int i = 0; i < 4 && day_add((day)(d + 1), (period){n, step}) <= m->policy.as_of; i++)
        d++;
    return d;
}

static void make_age(maker *m)
{
    const rule *r = m->r;
    char step = r->unit.ucum ? when_unit(r->unit.ucum) : 'a';
    compare_bounds b = {r->low, r->high, NULL, 0, NULL, false};
    double edge[2] = {NAN, NAN};
    static const char *const sides[2][2] = {{"low-reached", "day-too-young"},
                                            {"day-still-young-enough", "day-too-old"}};

    if (!step || strchr("hns", step) || r->value_count || (!b.low.given && !b.high.given)) {
        cannot(m, "",
               !step ? "the age limit is not in a unit of time" : "the age is not limited by days");
        return;
    }
    if (r->window &&
        (r->window->anchor_concept || (r->window->from_given && r->window->from.n != 0) ||
         (r->window->to_given && r->window->to.n != 0))) {
        cannot(m, "", "the age at another time than the index date is asked for");
        return;
    }
    if (step == 'a' && ((b.low.given && b.low.value != floor(b.low.value)) ||
                        (b.high.given && b.high.value != floor(b.high.value)))) {
        step = 'm'; /* 18.5 years are 222 months */
        b.low.value *= 12;
        b.high.value *= 12;
    }
    /* the first completed age that is in, and the first that is out again */
    if (b.low.given)
        edge[0] = b.low.inclusive ? ceil(b.low.value) : floor(b.low.value) + 1;
    if (b.high.given)
        edge[1] = b.high.inclusive ? floor(b.high.value) + 1 : ceil(b.high.value);
    for (int i = 0; i < 2; i++) {
        double n = edge[i];

        if (isnan(n) || !(n >= 0 && n < 200000))
            continue;
        /* of the day itself: n is reached; a day younger: it is not */
        put_age(m, turns(m, n, step), sides[i][i], truth_of(i == 0 && fits(&b, n)));
        if (n > 0)
            put_age(m, (day)(turns(m, n, step) + 1), sides[i][!i],
                    truth_of(i == 1 && fits(&b, n - 1)));
    }
    put_age(m, DAY_NONE, "missing", TRUTH_UNKNOWN);
}

/* ---- how many ---- */

static void put_count(maker *m, const thing *like, const times *t, size_t n, const char *side,
                      truth expected)
{
    example_writer w;
    day first = t->windowed ? t->window.hi_min : m->policy.as_of - 1;

    if (n > MOST_RECORDS || (t->windowed && first - (day)n < t->window.lo_max) ||
        !begin(m, &w, side))
        return;
    put_anchor(m, &w, t);
    for (size_t i = 0; i < n; i++) {
        thing one = *like;

        one.start = one.end = (day)(first - (day)i);
        example_put_thing(&w, &one);
    }
    finish(m, &w, side, expected);
}

static void make_count(maker *m, const times *t)
{
    const rule *r = m->r;
    const concept *c = r->subject.concept;
    thing one = {.name = example_name_of(m->lx, c, true, m->a),
                 .category = c->category,
                 .state = THING_OVER,
                 .dose = NAN};
    double low =
        r->low.given ? (r->low.inclusive ? ceil(r->low.value) : floor(r->low.value) + 1) : 0;
    double out =
        r->high.given ? (r->high.inclusive ? floor(r->high.value) + 1 : ceil(r->high.value)) : NAN;

    if (r->value_count || r->qualifier_count || !one.name.concept ||
        !(c->category == CATEGORY_PROCEDURE || c->category == CATEGORY_ENCOUNTER ||
          c->category == CATEGORY_IMMUNIZATION ||
          (c->category == CATEGORY_CONDITION && (c->flags & CONCEPT_EVENT)))) {
        cannot(m, "", "records of it are not the same as how many there were");
        return;
    }
    /* there may have been more than are recorded */
    if (low > 0) {
        put_count(m, &one, t, (size_t)low, "enough", r->high.given ? TRUTH_UNKNOWN : TRUTH_TRUE);
        put_count(m, &one, t, (size_t)low - 1, "one-fewer", TRUTH_UNKNOWN);
    }
    if (out > 0) {
        put_count(m, &one, t, (size_t)out, "too-many", TRUTH_FALSE);
        put_count(m, &one, t, (size_t)out - 1, "one-fewer-than-too-many", TRUTH_UNKNOWN);
    }
}

/* ---- compare ---- */

static bool has_restriction(const rule *r)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (restricts(&r->qualifiers[i]))
            return true;
    return false;
}

static void make_compare(maker *m)
{
    const rule *r = m->r;
    const concept *c = r->subject.concept;
    compare_bounds b;
    const char *why = "";
    times t;

    if (r->subject.who || r->tense == TENSE_PLANNED || r->relative_to == RELATIVE_BASELINE ||
        r->duration || has_restriction(r)) {
        cannot(m, "",
               r->subject.who              ? "it is not about the patient"
               : r->tense == TENSE_PLANNED ? "it can only be known later"
               : r->relative_to == RELATIVE_BASELINE
                   ? "a record does not say which value is the baseline"
               : r->duration ? "a record does not say how long a value has been so"
                             : "a record does not say that it was measured as the text asks");
        return;
    }
    if (is_landmark(c, LANDMARK_AGE) && !r->counting) {
        make_age(m);
        return;
    }
    if (!place_window(m, &t, &why)) {
        cannot(m, "", why);
        return;
    }
    if (r->counting) {
        make_count(m, &t);
        return;
    }
    if (!compare_bounds_of(r, m->a, &b, &why)) {
        cannot(m, "", arena_printf(m->a, "%s", why));
        return;
    }
    make_values(m, &b, &t);
}

/* ---- has: results ---- */

static void make_result(maker *m, const times *t)
{
    const rule *r = m->r;
    const concept *c = r->subject.concept;
    const char *asked = c->flags & CONCEPT_POSITIVE ? "positive" : NULL;
    result yes = {.name = example_name_of(m->lx, c, true, m->a),
                  .when = t->inside,
                  .value = NAN,
                  .low = NAN,
                  .high = NAN},
           no;
    bool several = false;

    for (size_t i = 0; i < r->qualifier_count; i++)
        if (qualifier_is(&r->qualifiers[i], "result")) {
            several |= asked && strcmp(asked, r->qualifiers[i].value) != 0 &&
                       !(c->flags & CONCEPT_POSITIVE);
            asked = r->qualifiers[i].value;
        } else if (restricts(&r->qualifiers[i])) {
            cannot(m, "", "a record does not say that it was measured as the text asks");
            return;
        }
    if (!asked || several || !yes.name.concept) {
        cannot(m, "",
               !yes.name.concept ? "no code and no name of its own says this in a record"
                                 : "which result is asked for is not said");
        return;
    }
    no = yes;
    if (strcmp(asked, "positive") == 0 || strcmp(asked, "negative") == 0) {
        yes.sign = *asked == 'p' ? 1 : -1;
        no.sign = -yes.sign;
    } else {
        static const char *const words[][3] = {{"elevated", "H", "N"},  {"high", "H", "N"},
                                               {"decreased", "L", "N"}, {"low", "L", "N"},
                                               {"abnormal", "A", "N"},  {"normal", "N", "A"}};

        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (strcmp(asked, words[i][0]) == 0) {
                yes.interpretation = *words[i][1];
                no.interpretation = *words[i][2];
            }
        if (!yes.interpretation) {
            cannot(m, "", "no record says this of a result");
            return;
        }
        yes.text = no.text = "see interpretation";
    }
    put_one(m, t, &yes, "present", TRUTH_TRUE);
    put_one(m, t, &no, "contrary", TRUTH_FALSE);
    put_edges(m, t, &yes);
    missing(m, t);
}

/* ---- has: things ---- */

static bool only_of(const concept *c, unsigned flag)
{
    for (const concept *const *p = c->above; c; c = p ? *p++ : NULL)
        if (c->flags & flag)
            return true;
    return false;
}

static void put_thing(maker *m, const times *t, const thing *like, const char *side, truth expected)
{
    example_writer w;

    if ((like->start != DAY_NONE && !printable(like->start)) || !begin(m, &w, side))
        return;
    put_anchor(m, &w, t);
    if (example_put_thing(&w, like)) {
        finish(m, &w, side, expected);
    } else {
        json_out_delete(w.o);
        cannot(m, side, "a record of this kind cannot say it");
    }
}

/* With a word in front, is it still the name of the thing? A code says it in any case. */
static bool still_named(maker *m, const thing *t, const char *word)
{
    const char *text = arena_printf(m->a, "%s %s", word, t->name.words);

    return t->name.system != CODE_UNKNOWN ||
           (text && lexicon_display(m->lx, text, strlen(text), m->a) == t->name.concept);
}

/* What the words ask beside the thing: as a record says it. False: no record does; *why. */
static bool dress(maker *m, thing *t, bool *negative, const char **why)
{
    const rule *r = m->r;

    for (size_t i = 0; i < r->qualifier_count; i++) {
        const rule_qualifier *q = &r->qualifiers[i];

        if (qualifier_is(q, "label") || qualifier_is(q, "example"))
            continue;
        if (qualifier_is(q, "certainty") && (t->category == CATEGORY_CONDITION || !q->value ||
                                             strcmp(q->value, "suspected") != 0)) {
            t->suspected |= q->value && strcmp(q->value, "suspected") == 0;
            if (q->value && strcmp(q->value, "confirmed") == 0)
                t->suspected = false;
        } else if (qualifier_is(q, "result") && q->value && strcmp(q->value, "positive") == 0) {
            continue;
        } else if (qualifier_is(q, "result") && q->value && strcmp(q->value, "negative") == 0) {
            *negative = true;
        } else if (qualifier_is(q, "severity") && !t->severity && q->value &&
                   t->category == CATEGORY_CONDITION) {
            t->severity = strncmp(q->value, "moderate_or", 11) == 0 ||
                                  strcmp(q->value, "mild_or_moderate") == 0
                              ? "moderate"
                              : q->value;
        } else if (qualifier_is(q, "route") && !t->route && q->value &&
                   t->category == CATEGORY_MEDICATION) {
            t->route = strcmp(q->value, "systemic") == 0 ? "oral" : q->value;
        } else if (qualifier_is(q, "site") && !t->site && q->value &&
                   (t->category == CATEGORY_CONDITION || t->category == CATEGORY_PROCEDURE)) {
            t->site = q->text ? q->text : q->value;
        } else if (qualifier_is(q, "course") && !t->words && q->value &&
                   t->category == CATEGORY_CONDITION && still_named(m, t, q->value)) {
            t->words = q->value;
        } else {
            *why = arena_printf(m->a, "no record says \"%s\" of it in a way that can be relied on",
                                q->text    ? q->text
                                : q->value ? q->value
                                           : "");
            return false;
        }
    }
    return true;
}

static bool made_dose(maker *m, thing *t, points *p, compare_bounds *b)
{
    const rule_amount *d = m->r->dose;
    const char *ucum = d->unit.ucum;
    size_t n = ucum ? strlen(ucum) : 0;

    if (!n || t->category != CATEGORY_MEDICATION || (!d->low.given && !d->high.given) ||
        d->equivalent_of)
        return false;
    if (n > 2 && strcmp(ucum + n - 2, "/d") == 0)
        n -= 2;
    else if (strchr(ucum, '/'))
        return false;
    t->dose_unit = arena_text(m->a, ucum, n);
    *b = (compare_bounds){d->low, d->high, NULL, 0, NULL, false};
    *p = points_of(b, m);
    return t->dose_unit != NULL;
}

static bool passes(const concept *c) /* at once: a day of it is all of it */
{
    return c->category == CATEGORY_IMMUNIZATION;
}

/* How long it has lasted: at the length, and a day to the wrong side. */
static void make_duration(maker *m, const times *t, const thing *like)
{
    const rule_amount *d = m->r->duration;
    char step = when_unit(d->unit.ucum);
    thing one = *like;

    if (!step || strchr("hns", step) || t->windowed || like->category == CATEGORY_SOCIAL ||
        like->category == CATEGORY_ORGANISM || !(d->low.given || d->high.given) ||
        m->r->tense == TENSE_HISTORY) {
        cannot(m, "", "no day tells how long it has lasted");
        return;
    }
    one.state = THING_OPEN;
    if (d->low.given) {
        day reached = turns(m, d->low.value, step);

        one.start = d->low.inclusive ? reached : (day)(reached - 1);
        put_thing(m, t, &one, "long-enough",
                  d->high.given && d->high.value <= d->low.value ? TRUTH_UNKNOWN : TRUTH_TRUE);
        one.start++;
        put_thing(m, t, &one, "day-too-short", TRUTH_UNKNOWN);
    }
    if (d->high.given) {
        day reached = turns(m, d->high.value, step);

        one.start = d->high.inclusive ? reached : (day)(reached + 1);
        put_thing(m, t, &one, "short-enough",
                  d->low.given && d->low.value >= d->high.value ? TRUTH_UNKNOWN : TRUTH_TRUE);
        one.start--;
        put_thing(m, t, &one, "day-too-long", TRUTH_UNKNOWN);
    }
    missing(m, t);
}

static void make_dose(maker *m, const times *t, const thing *like)
{
    thing one = *like;
    points p;
    compare_bounds b;

    if (t->windowed || m->r->duration || !made_dose(m, &one, &p, &b)) {
        cannot(m, "", "no record says this dose");
        return;
    }
    /* another dose is recorded: that there is none beside it is not */
    for (size_t i = 0; i < p.count; i++)
        if (p.list[i].value > 0) {
            one.dose = p.list[i].value;
            put_thing(m, t, &one, p.list[i].side, fits(&b, one.dose) ? TRUTH_TRUE : TRUTH_UNKNOWN);
        }
    missing(m, t);
}

static bool has_examples(const rule *r)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (qualifier_is(&r->qualifiers[i], "example"))
            return true;
    return false;
}

static truth turned(truth t, bool negative)
{
    return negative ? truth_not(t) : t;
}

static void make_window(maker *m, const times *t, const thing *like, bool negative)
{
    thing one = *like;

    one.state = THING_OVER;
    one.start = one.end = t->inside;
    put_thing(m, t, &one, "inside", turned(TRUTH_TRUE, negative));
    if (t->window.lo_max > DAY_FIRST) {
        one.start = one.end = t->window.lo_max;
        put_thing(m, t, &one, "first-day", turned(TRUTH_TRUE, negative));
        one.start = one.end = t->window.lo_min - 1;
        put_thing(m, t, &one, "day-before", TRUTH_UNKNOWN);
    }
    if (t->window.hi_max < m->policy.as_of) {
        one.start = one.end = t->window.hi_min;
        put_thing(m, t, &one, "last-day", turned(TRUTH_TRUE, negative));
        one.start = one.end = t->window.hi_max + 1;
        put_thing(m, t, &one, "day-after", TRUTH_UNKNOWN);
    }
    missing(m, t);
}

/* What is refuted must be all that is asked; not to take a drug, or to smoke, says nothing of
 * earlier. */
static bool deniable(const rule *r, category c)
{
    return c == CATEGORY_CONDITION || c == CATEGORY_ALLERGY ||
           (r->tense != TENSE_HISTORY && (c == CATEGORY_MEDICATION || c == CATEGORY_SOCIAL));
}

static bool asks_result(const rule *r)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (qualifier_is(&r->qualifiers[i], "result"))
            return true;
    return false;
}

/* No record can say all that is asked of the thing. It can say that there is none at all, and that
 * there is one of which nothing more is known. */
static void undressed(maker *m, const times *t, const thing *like, const char *why)
{
    const rule *r = m->r;
    thing plain = {.name = like->name,
                   .category = like->category,
                   .state = r->tense == TENSE_HISTORY ? THING_OVER : THING_OPEN,
                   .start = m->policy.as_of - 1,
                   .end = m->policy.as_of - 1,
                   .dose = NAN};

    cannot(m, "present", why);
    if (like->family || r->tense == TENSE_PLANNED || r->dose || r->duration || t->windowed ||
        asks_result(r) || has_examples(r))
        return;
    put_thing(m, t, &plain, "not-all", TRUTH_UNKNOWN);
    if (plain.name.concept == r->subject.concept && deniable(r, plain.category)) {
        plain.state = THING_REFUTED;
        put_thing(m, t, &plain, "refuted", TRUTH_FALSE);
    }
    missing(m, t);
}

static void make_thing(maker *m, const times *t)
{
    const rule *r = m->r;
    const concept *c = r->subject.concept;
    bool negative = false, history = r->tense == TENSE_HISTORY, exact;
    thing one = {.category = c->category,
                 .state = THING_OPEN,
                 .start = m->policy.as_of - 1,
                 .end = m->policy.as_of - 1,
                 .dose = NAN};
    thing other;
    const char *why = "";

    one.name = example_name_of(m->lx, c, true, m->a);
    exact = one.name.concept == c && !has_examples(r);
    one.family = r->subject.who != NULL;
    if (!one.name.concept || (r->subject.who && strcmp(r->subject.who, "family") != 0)) {
        cannot(m, "",
               r->subject.who ? "it is not about the patient"
                              : "no code and no name of its own says this in a record");
        return;
    }
    one.category = one.name.concept->category; /* of what lies below */
    if (!dress(m, &one, &negative, &why)) {
        undressed(m, t, &one, why);
        return;
    }
    if (one.family) {
        put_thing(m, t, &one, "present", TRUTH_TRUE);
        missing(m, t);
        return;
    }
    if (r->tense == TENSE_PLANNED) {
        one.state = THING_PLANNED;
        if (t->windowed || r->duration || r->dose)
            cannot(m, "", "a record does not say for when, how long or how much it is planned");
        else
            put_thing(m, t, &one, "present", TRUTH_TRUE);
        return;
    }
    if (r->dose) {
        make_dose(m, t, &one);
        return;
    }
    if (r->duration) {
        make_duration(m, t, &one);
        return;
    }
    if (t->windowed) {
        make_window(m, t, &one, negative);
        return;
    }
    if (passes(c))
        one.start = one.end = m->policy.as_of;
    if (history && !passes(c))
        one.state = THING_OVER;
    put_thing(m, t, &one, "present", turned(TRUTH_TRUE, negative));
    other = one;
    if (!history && (one.category == CATEGORY_CONDITION || one.category == CATEGORY_MEDICATION)) {
        other.state = THING_OVER;
        other.start = m->policy.as_of - 60;
        other.end = m->policy.as_of - 30;
        put_thing(m, t, &other, "ended", TRUTH_UNKNOWN);
    }
    if (exact && deniable(r, one.category)) {
        other = one;
        other.state = THING_REFUTED;
        other.suspected = false;
        other.words = other.severity = other.site = other.route = NULL;
        put_thing(m, t, &other, "refuted", turned(TRUTH_FALSE, negative));
    }
    missing(m, t);
}

static sex sex_of(const rule *r)
{
    const char *id = r->subject.concept->id;

    if (r->subject.who || r->subject.concept->category != CATEGORY_DEMOGRAPHIC)
        return SEX_UNKNOWN;
    return strcmp(id, "female") == 0 ? SEX_FEMALE
           : strcmp(id, "male") == 0 ? SEX_MALE
                                     : SEX_UNKNOWN;
}

static void make_sex(maker *m, sex asked)
{
    static const struct {
        sex sex;
        const char *side;
    } all[] = {{SEX_FEMALE, "female"}, {SEX_MALE, "male"}, {SEX_UNKNOWN, "missing"}};

    if (has_restriction(m->r)) {
        cannot(m, "", "a record does not say all that is asked");
        return;
    }
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        example_writer w;

        m->person.sex = all[i].sex;
        if (begin(m, &w, all[i].side))
            finish(m, &w, all[i].side,
                   all[i].sex == SEX_UNKNOWN ? TRUTH_UNKNOWN : truth_of(all[i].sex == asked));
    }
}

static void make_has(maker *m)
{
    const rule *r = m->r;
    const concept *c = r->subject.concept;
    const char *why = "";
    times t;

    if (sex_of(r) != SEX_UNKNOWN) {
        make_sex(m, sex_of(r));
        return;
    }
    if (c->category == CATEGORY_DEMOGRAPHIC) {
        cannot(m, "", "no record is looked at for this");
        return;
    }
    if (!place_window(m, &t, &why)) {
        cannot(m, "", why);
        return;
    }
    if (!r->subject.who && (c->category == CATEGORY_MEASUREMENT || c->category == CATEGORY_SCORE))
        make_result(m, &t);
    else
        make_thing(m, &t);
}

/* ---- clauses ---- */

/* A name for ids and files. A rule that a person wrote may call itself anything. */
static const char *clause_name(maker *m, size_t place, size_t of_kind)
{
    const criterion_kind kind = m->criterion->kind;
    const char *own = arena_printf(m->a, "%c%zu", "IER"[kind], of_kind), *id = m->r->id;
    size_t n = own ? strlen(own) : 0;
    bool plain = own && id && strcmp(m->criterion->id, own) == 0 && strncmp(id, own, n) == 0 &&
                 strlen(id) < 36;

    for (const char *p = id ? id + (plain ? n : 0) : ""; plain && *p; p++)
        plain = isdigit((unsigned char)*p) || *p == '.';
    return plain ? id : arena_printf(m->a, "c%zu.n%zu", place + 1, m->node + 1);
}

static void make_clause(maker *m)
{
    const rule *r = m->r;
    const concept *c = r->subject.concept;

    if (r->op == RULE_OPAQUE || r->op == RULE_JUDGEMENT) {
        cannot(m, "",
               r->op == RULE_OPAQUE ? "the words were not understood" : "only a person can say");
        return;
    }
    if (!c) {
        cannot(m, "", "the lexicon does not have it");
        return;
    }
    m->person = (example_person){.sex = only_of(c, CONCEPT_MALE) ? SEX_MALE : SEX_FEMALE,
                                 .birth = turns(m, 40, 'a')};
    if (r->op == RULE_COMPARE)
        make_compare(m);
    else
        make_has(m);
}

typedef struct walking {
    maker *m;
    size_t criterion, of_kind, at;
} walking;

static void visit(const rule *r, void *context)
{
    walking *w = context;
    maker *m = w->m;

    m->node = w->at++;
    if (r->count || m->stopped ||
        (r->op != RULE_COMPARE && r->op != RULE_HAS && r->op != RULE_OPAQUE &&
         r->op != RULE_JUDGEMENT))
        return;
    m->r = r;
    arena_reset(m->a);
    m->name = clause_name(m, w->criterion, w->of_kind);
    if (m->name)
        make_clause(m);
    if (arena_failed(m->a))
        m->stopped = true;
}

bool examples_make(const rules *r, const examples_policy *policy,
                   bool (*take)(const example *e, void *context), void *context)
{
    maker m = {.rules = r,
               .lx = r->lexicon ? r->lexicon : lexicon_core(),
               .limits = policy,
               .take = take,
               .context = context};
    size_t kinds[3] = {0};
    bool done;

    m.policy.as_of = policy->as_of;
    m.json = json_reader_new();
    m.words = fhir_words_new();
    if (m.json && m.words)
        json_reader_filter(m.json, &m.words->everything);
    m.a = arena_new(LIMIT_TRIAL_ARENA);
    m.patient = arena_new(LIMIT_PATIENT_ARENA);
    buffer_init(&m.text, LIMIT_RECORD_BYTES);
    m.stopped = !m.json || !m.words || !m.a || !m.patient;
    for (size_t i = 0; i < r->criterion_count && !m.stopped; i++) {
        walking w = {&m, i, ++kinds[r->criteria[i].kind], 0};

        m.criterion = &r->criteria[i];
        rule_walk(m.criterion->rule, visit, &w);
    }
    done = !m.stopped;
    buffer_free(&m.text);
    arena_delete(m.a);
    arena_delete(m.patient);
    json_reader_delete(m.json);
    fhir_words_delete(m.words);
    return done;
}

/* ---- the index ---- */

void example_print_json(json_out *o, const example *e)
{
    buffer words;

    buffer_init(&words, 4096);
    rule_print_words(&words, e->clause, e->criterion->text, e->criterion->span);
    json_open(o, '{');
    if (!e->reason)
        json_text_member(o, "patient", e->patient);
    json_text_member(o, "criterion", e->criterion->id);
    json_text_member(o, "clause", e->clause->id);
    json_put_key(o, "words");
    json_put_bytes(o, words.data ? words.data : "", words.size);
    if (*e->side)
        json_text_member(o, "side", e->side);
    if (!e->reason) {
        json_put_key(o, "truth");
        if (e->expected == TRUTH_UNKNOWN)
            json_put_null(o);
        else
            json_put_bool(o, e->expected == TRUTH_TRUE);
    } else {
        json_text_member(o, "reason", e->reason);
    }
    json_close(o, '}');
    buffer_free(&words);
}
