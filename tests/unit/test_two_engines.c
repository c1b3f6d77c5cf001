/* Random rules over random patients: the evaluator and a second, naive one must agree on every node.
 * And the laws of Kleene's logic over rules with real leaves.
 *
 * ELIGO_TWO_ENGINES=N asks for N rules instead of 5000, ELIGO_SEED=N for others. */
#include "engine/eval.h"
#include "tests/naive/naive.c" /* of its own: no object of the library may see it */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- chance: Marsaglia's xorshift64*, the same on every machine ---- */

typedef struct dice {
    uint64_t state;
} dice;

static unsigned roll(dice *d, unsigned n) /* 0 to n - 1 */
{
    d->state ^= d->state >> 12;
    d->state ^= d->state << 25;
    d->state ^= d->state >> 27;
    return (unsigned)((d->state * 2685821657736338717u >> 33) % n);
}
static bool chance(dice *d, unsigned percent)
{
    return roll(d, 100) < percent;
}
#define ONE_OF(d, list) ((list)[roll(d, sizeof(list) / sizeof *(list))])

static const concept *named(const char *id)
{
    const concept *c = lexicon_concept(lexicon_core(), id, strlen(id));

    cr_assert(c, "no concept %s", id);
    return c;
}

/* ---- patients ---- */

static const char *const conditions[] = {"malignancy", "solid_tumor", "colon_cancer", "basal_cell_carcinoma", "prostate_cancer", "stroke", "myocardial_infarction",
                                         "gout", "asthma", "pregnancy", "hiv_infection", "heart_disease", "heart_failure"};
static const char *const drugs[] = {"metformin", "antibiotic", "penicillin", "amoxicillin", "warfarin", "anticoagulant", "prednisone"};
static const char *const procedures[] = {"dialysis", "hemodialysis", "appendectomy", "hysterectomy"};
static const char *const allergies[] = {"penicillin_allergy", "drug_allergy"};

typedef struct quantity {
    const char *concept;
    const char *units[4];
    double typical[4]; /* values about which bounds and results lie, in units[0..2] */
} quantity;

static const quantity quantities[] = {
    {"potassium", {"mmol/L", "meq/L"}, {4, 4}},
    {"glucose", {"mmol/L", "mg/dL"}, {8, 144.1248}},
    {"hemoglobin", {"g/dL", "g/L"}, {9, 90}},
    {"alt", {"U/L"}, {80}},
    {"crp", {"mg/L", "mg/dL"}, {40, 4}},
    {"platelets", {"10*9/L", "10*3/uL", "/uL"}, {100, 100, 100000}},
    {"ecog", {NULL}, {2}},
    {"child_pugh", {NULL}, {9}},
    {"body_temperature", {"Cel", "[degF]"}, {30, 86}},
    {"inr", {NULL}, {1.5}},
};

static day index_day;

static date random_date(dice *d, day around, unsigned back)
{
    day at = around - (day)roll(d, back);
    int y, m, dom;
    unsigned kind = roll(d, 10);
    date out = {at, at, INSTANT_NONE};

    split(at, &y, &m, &dom);
    if (kind == 0) {
        out.first = join(y, 1, 1);
        out.last = join(y, 12, 31);
    } else if (kind <= 2) {
        out.first = join(y, m, 1);
        out.last = join(y, m, days_in(y, m));
    } else if (kind <= 4) {
        out.instant = (int64_t)at * 86400 + 3600 * (int64_t)roll(d, 4);
    }
    return out;
}

/* Days that windows end on are where mistakes are. */
static date telling_date(dice *d)
{
    static const int edges[] = {0, 1, 7, 14, 28, 30, 31, 59, 60, 89, 90, 91, 181, 182, 365, 366, 730, 731};

    switch (roll(d, 8)) {
    case 0: return date_none();
    case 1:
    case 2:
    case 3: return random_date(d, index_day + 3, 60);
    case 4: return random_date(d, index_day + 400, 1200);
    case 5: return random_date(d, index_day, 4000);
    default: {
        date out = random_date(d, index_day, 1);

        out.first = out.last = index_day - ONE_OF(d, edges) + (day)roll(d, 3) - 1;
        out.instant = INSTANT_NONE;
        return out;
    }
    }
}

static double jitter(dice *d, double typical)
{
    static const double steps[] = {0.5, 0.75, 0.875, 1, 1, 1, 1.125, 1.25, 1.5, 2, 3};

    return typical * ONE_OF(d, steps);
}

static double near(dice *d, const quantity *q, unsigned unit)
{
    if (!q->units[0] && q->typical[0] != 1.5) /* a score */
        return q->typical[0] == 2 ? roll(d, 6) : 4 + roll(d, 13);
    return jitter(d, q->typical[unit]);
}

static unsigned random_unit(dice *d, const quantity *q)
{
    unsigned n = 0;

    while (q->units[n])
        n++;
    return n ? roll(d, n) : 0;
}

static void random_value(dice *d, patient *p)
{
    const quantity *q = &ONE_OF(d, quantities);
    unsigned unit = random_unit(d, q);
    fact *f = patient_fact(p, FACT_OBSERVATION);
    fact_value *v = &f->value;

    f->concept = named(q->concept);
    f->start = f->end = telling_date(d);
    if (chance(d, 4))
        f->certainty = FACT_UNCONFIRMED;
    v->kind = VALUE_NUMBER;
    v->low = v->high = near(d, q, unit);
    v->low_inclusive = v->high_inclusive = true;
    v->ucum = v->unit_text = q->units[0] ? q->units[unit] : NULL;
    if (q->units[0] && chance(d, 8)) {
        v->ucum = chance(d, 50) ? NULL : "m";
        v->unit_text = v->ucum;
    }
    if (chance(d, 8)) {
        v->low_inclusive = chance(d, 50);
        v->high = chance(d, 50) ? INFINITY : v->low * 1.25;
        v->high_inclusive = chance(d, 50);
    } else if (chance(d, 4)) {
        v->high_inclusive = chance(d, 50);
        v->low = -INFINITY;
    } else if (chance(d, 3)) {
        v->kind = VALUE_TEXT;
        v->text = "see comment";
    }
    if (chance(d, 40)) {
        v->range_high_given = chance(d, 90);
        v->range_low_given = chance(d, 90);
        v->range_high = q->typical[unit] * 0.75;
        v->range_low = q->typical[unit] * 0.5;
    }
}

static const fact_qualifier told[] = {{"severity", "severe", NULL}, {"severity", "mild", NULL}, {"site", "Left lung", NULL}, {"site", "right leg", NULL}, {"site", "bilateral", NULL}};

static void random_record(dice *d, patient *p)
{
    static const fact_kind kinds[] = {FACT_CONDITION, FACT_CONDITION, FACT_CONDITION, FACT_CONDITION, FACT_MEDICATION, FACT_MEDICATION, FACT_PROCEDURE,
                                      FACT_ALLERGY, FACT_FAMILY, FACT_ENCOUNTER, FACT_IMMUNIZATION};
    fact_kind kind = ONE_OF(d, kinds);
    fact *f = patient_fact(p, kind);
    unsigned end;

    f->start = telling_date(d);
    f->dose = NAN;
    switch (kind) {
    case FACT_MEDICATION:
        f->concept = named(ONE_OF(d, drugs));
        f->order = chance(d, 70);
        if (chance(d, 40)) {
            f->dose = 5 * (1 + (double)roll(d, 6));
            f->dose_unit = "mg/d";
        }
        break;
    case FACT_PROCEDURE: f->concept = named(ONE_OF(d, procedures)); break;
    case FACT_ALLERGY: f->concept = named(chance(d, 30) ? "amoxicillin" : ONE_OF(d, allergies)); break;
    case FACT_ENCOUNTER: f->concept = named("hospitalization"); break;
    case FACT_IMMUNIZATION: f->concept = named("influenza_vaccine"); break;
    default: f->concept = named(ONE_OF(d, conditions));
    }
    f->text = f->concept->name;
    end = roll(d, 10);
    if (kind == FACT_PROCEDURE || kind == FACT_ENCOUNTER || kind == FACT_IMMUNIZATION) {
        f->end = f->start;
    } else if (end < 3 && date_known(f->start)) { /* an end no earlier than the start */
        f->end = random_date(d, f->start.last + 700, 700);
        if (f->end.first < f->start.last)
            f->end = date_none();
        f->ended = chance(d, 50) && (kind != FACT_MEDICATION || f->order);
    } else if (end < 5 && kind != FACT_MEDICATION) {
        f->ended = true;
    } else if (end < 5) {
        f->ended = f->order;
    }
    if (kind == FACT_CONDITION && chance(d, 8))
        f->history = true;
    f->certainty = chance(d, 75) ? FACT_CONFIRMED : chance(d, 50) ? FACT_DENIED
                                                : chance(d, 70)   ? FACT_SUSPECTED
                                                                  : FACT_UNCONFIRMED;
    f->planned = (kind == FACT_PROCEDURE || kind == FACT_MEDICATION) && f->certainty == FACT_CONFIRMED && chance(d, 12);
    if (chance(d, 25)) {
        f->qualifiers = &ONE_OF(d, told);
        f->qualifier_count = 1;
    }
    if (chance(d, 3)) { /* a code that nothing knows */
        f->concept = NULL;
        f->text = "";
        f->unnamed = true;
    }
}

static void random_test(dice *d, patient *p)
{
    fact *f = patient_fact(p, FACT_OBSERVATION);

    f->concept = named("hiv_test");
    f->start = f->end = random_date(d, index_day + 20, 200);
    f->start.last = f->end.last = f->start.first;
    f->start.instant = f->end.instant = INSTANT_NONE;
    f->value.kind = VALUE_CODED;
    f->value.sign = chance(d, 50) ? 1 : -1;
    f->value.text = f->value.sign > 0 ? "Positive" : "Negative";
}

static void random_patient(dice *d, patient *p, arena *a)
{
    static const sex sexes[] = {SEX_FEMALE, SEX_MALE, SEX_FEMALE, SEX_MALE, SEX_OTHER, SEX_UNKNOWN};
    unsigned values = roll(d, 9), records = roll(d, 7);

    patient_begin(p, a, lexicon_core(), "p");
    p->sex = ONE_OF(d, sexes);
    if (chance(d, 95)) {
        p->birth = random_date(d, index_day - 365 * (int)roll(d, 80) + 2, 5);
        if (chance(d, 40)) { /* a birthday about the index date */
            int y, m, dom;

            split(index_day, &y, &m, &dom);
            p->birth.first = p->birth.last = months_later(index_day, -12 * (int)(roll(d, 3) * 18)) + (day)roll(d, 3) - 1;
        }
    }
    while (values--)
        random_value(d, p);
    while (records--)
        random_record(d, p);
    if (chance(d, 20))
        random_test(d, p);
    if (chance(d, 8))
        random_test(d, p);
    p->incomplete = chance(d, 5);
    patient_settle(p);
    for (size_t i = 0; i < p->fact_count; i++)
        p->facts[i].id = arena_printf(a, "fact/%zu", i);
}

/* ---- rules ---- */

static period random_period(dice *d)
{
    static const period some[] = {{0, 'd'}, {1, 'd'}, {7, 'd'}, {14, 'd'}, {28, 'd'}, {30, 'd'}, {90, 'd'}, {4, 'w'}, {12, 'w'}, {1, 'm'}, {2, 'm'}, {3, 'm'}, {6, 'm'}, {12, 'm'}, {1, 'a'}, {2, 'a'}, {5, 'a'}, {12, 'h'}, {24, 'h'}, {36, 'h'}, {72, 'h'}};

    return ONE_OF(d, some);
}

static const rule_window *random_window(dice *d, arena *a)
{
    rule_window *w = arena_alloc(a, sizeof *w);
    period from = random_period(d), to = random_period(d);

    w->anchor = w->text = "unstated";
    w->from_given = chance(d, 80);
    w->to_given = !w->from_given || chance(d, 60);
    w->from = (period){-from.n, from.unit};
    w->to = (period){chance(d, 60) && w->from_given ? 0 : -to.n, chance(d, 50) ? 'd' : to.unit};
    if (chance(d, 3) && w->to_given)
        w->to = (period){30, 'd'};
    if (w->from_given && w->to_given && later(index_day, w->from.n, w->from.unit) >= later(index_day, w->to.n, w->to.unit) - 3)
        w->to = (period){0, 'd'};
    w->from_open = w->from.n < 0 && chance(d, 25);
    w->to_open = w->to.n < 0 && chance(d, 40);
    return w;
}

static void random_bounds(dice *d, rule *r, double (*value)(dice *, const void *), const void *context)
{
    unsigned kind = roll(d, 5);

    r->low = (rule_bound){kind != 0 && kind != 1, chance(d, 50), 0};
    r->high = (rule_bound){kind != 2 && kind != 3, chance(d, 50), 0};
    if (r->low.given)
        r->low.value = value(d, context);
    if (r->high.given)
        r->high.value = value(d, context);
    if (r->low.given && r->high.given && r->low.value >= r->high.value) {
        if (r->low.value > r->high.value) {
            double swap = r->low.value;

            r->low.value = r->high.value;
            r->high.value = swap;
        } else {
            r->low.inclusive = r->high.inclusive = true;
        }
    }
}

typedef struct in_unit {
    const quantity *quantity;
    unsigned unit;
} in_unit;

static double of_quantity(dice *d, const void *context)
{
    const in_unit *u = context;

    return near(d, u->quantity, u->unit);
}
static double of_score(dice *d, const void *context)
{
    (void)context;
    return 5 + roll(d, 10);
}
static double of_class(dice *d, const void *context)
{
    (void)context;
    return 1 + roll(d, 3);
}
static double of_ratio(dice *d, const void *context)
{
    (void)context;
    return 0.5 * (1 + roll(d, 6));
}
static double of_age(dice *d, const void *context)
{
    (void)context;
    return 18 * (1 + roll(d, 4)) + (chance(d, 30) ? 1 : 0);
}
static double of_count(dice *d, const void *context)
{
    (void)context;
    return 1 + roll(d, 3);
}

static const rule_qualifier asked_side[] = {{"side", "left", "left", {0, 0}, NULL}, {"side", "right", "right", {0, 0}, NULL}};
static const rule_qualifier asked_severity[] = {{"severity", "severe", "severe", {0, 0}, NULL}, {"severity", "mild", "mild", {0, 0}, NULL}};
static const rule_qualifier asked_certainty[] = {{"certainty", "suspected", "suspected", {0, 0}, NULL}, {"certainty", "confirmed", "confirmed", {0, 0}, NULL}};

static rule *blank(arena *a, rule_op op)
{
    rule *r = rule_new(a, op, (eligo_span){0, 1});

    r->id = "I1";
    r->reason = r->topic = "x";
    r->subject.text = "x";
    return r;
}

static void about(rule *r, const char *id)
{
    r->subject.concept = named(id);
    r->subject.category = r->subject.concept->category;
    r->subject.text = r->subject.concept->name;
}

static rule *random_compare(dice *d, arena *a)
{
    const quantity *q = &ONE_OF(d, quantities);
    in_unit u = {q, random_unit(d, q)};
    rule *r = blank(a, RULE_COMPARE);
    static const rule_pick picks[] = {PICK_LATEST, PICK_LATEST, PICK_LATEST, PICK_ANY, PICK_LOWEST, PICK_HIGHEST};

    if (chance(d, 8)) {
        static const char *const steps[] = {"a", "a", "mo", "wk", NULL};

        about(r, "age");
        r->unit.ucum = r->unit.text = ONE_OF(d, steps);
        random_bounds(d, r, of_age, NULL);
        return r;
    }
    if (chance(d, 10)) {
        static const char *const counts[] = {"stroke", "appendectomy", "hospitalization", "gout", "myocardial_infarction"};

        about(r, ONE_OF(d, counts));
        r->counting = true;
        random_bounds(d, r, of_count, NULL);
        if (chance(d, 40))
            r->window = random_window(d, a);
        return r;
    }
    about(r, q->concept);
    r->pick = ONE_OF(d, picks);
    if (chance(d, 45))
        r->window = random_window(d, a);
    if (chance(d, 5))
        r->tense = chance(d, 80) ? TENSE_HISTORY : TENSE_PLANNED;
    if (chance(d, 3)) {
        r->qualifiers = asked_severity;
        r->qualifier_count = 1;
    }
    if (chance(d, 2))
        r->subject.who = "donor";
    if (q->units[0] && strcmp(q->units[0], "Cel") != 0 && chance(d, 20)) { /* no multiples of a temperature */
        r->relative_to = chance(d, 10) ? RELATIVE_BASELINE : chance(d, 75) ? RELATIVE_ULN
                                                                           : RELATIVE_LLN;
        random_bounds(d, r, of_ratio, NULL);
        return r;
    }
    if (!q->units[0] && chance(d, 30)) {
        static const double lists[][3] = {{0, 1, 2}, {1, 3, 4}, {2, 3, 5}, {1, 2, 3}};

        r->values = ONE_OF(d, lists);
        r->value_count = 1 + roll(d, 3);
        if (strcmp(q->concept, "inr") != 0 && strcmp(q->concept, "child_pugh") != 0)
            return r;
        r->values = NULL;
        r->value_count = 0;
    }
    if (strcmp(q->concept, "child_pugh") == 0)
        random_bounds(d, r, chance(d, 50) ? of_class : of_score, NULL);
    else
        random_bounds(d, r, of_quantity, &u);
    if (q->units[0] && chance(d, 85))
        r->unit.ucum = r->unit.text = q->units[u.unit];
    return r;
}

static rule *random_has(dice *d, arena *a)
{
    rule *r = blank(a, RULE_HAS);
    unsigned kind = roll(d, 12);
    static const rule_tense tenses[] = {TENSE_NONE, TENSE_CURRENT, TENSE_HISTORY, TENSE_HISTORY, TENSE_PLANNED};

    r->tense = ONE_OF(d, tenses);
    if (kind < 6) {
        about(r, ONE_OF(d, conditions));
        if (chance(d, 8))
            r->subject.who = chance(d, 70) ? "family" : "partner";
    } else if (kind < 9) {
        about(r, ONE_OF(d, drugs));
        if (chance(d, 30)) {
            rule_amount *dose = arena_alloc(a, sizeof *dose);

            *(chance(d, 50) ? &dose->low : &dose->high) = (rule_bound){true, chance(d, 50), 5 * (1 + (double)roll(d, 6))};
            dose->unit.ucum = "mg/d";
            r->dose = dose;
        }
    } else if (kind < 10) {
        about(r, ONE_OF(d, procedures));
    } else if (kind < 11) {
        about(r, chance(d, 50) ? ONE_OF(d, allergies) : "influenza_vaccine");
    } else if (chance(d, 50)) {
        about(r, "hospitalization");
    } else {
        r->subject.category = CATEGORY_CONDITION; /* words that are not in the lexicon */
    }
    /* what was done is over: without a tense, the words decide what is asked */
    if (r->tense == TENSE_NONE && r->subject.concept && r->subject.concept->category != CATEGORY_CONDITION && r->subject.concept->category != CATEGORY_MEDICATION)
        r->tense = TENSE_HISTORY;
    if (chance(d, 40)) {
        r->window = random_window(d, a);
        if (r->tense == TENSE_CURRENT)
            r->tense = TENSE_NONE;
    }
    if (chance(d, 12)) {
        static const char *const steps[] = {"a", "mo", "wk", "d"};
        rule_amount *lasting = arena_alloc(a, sizeof *lasting);

        *(chance(d, 60) ? &lasting->low : &lasting->high) = (rule_bound){true, chance(d, 50), 1 + roll(d, 6)};
        lasting->unit.ucum = ONE_OF(d, steps);
        r->duration = lasting;
    }
    if (chance(d, 15)) {
        r->qualifiers = chance(d, 35)   ? &ONE_OF(d, asked_side)
                        : chance(d, 60) ? &ONE_OF(d, asked_severity)
                                        : &ONE_OF(d, asked_certainty);
        r->qualifier_count = 1;
    }
    return r;
}

static const rule *random_rule(dice *d, arena *a, unsigned depth)
{
    static const rule_op inner[] = {RULE_ALL, RULE_ANY, RULE_AT_LEAST, RULE_NOT, RULE_EXCEPT, RULE_IF, RULE_READINGS};
    rule *r;
    const rule **of;

    if (depth == 0 || chance(d, 35)) {
        if (chance(d, 4))
            return blank(a, chance(d, 50) ? RULE_OPAQUE : RULE_JUDGEMENT);
        return chance(d, 45) ? random_compare(d, a) : random_has(d, a);
    }
    r = blank(a, ONE_OF(d, inner));
    r->count = r->op == RULE_NOT ? 1 : r->op == RULE_EXCEPT || r->op == RULE_IF ? 2
                                                                                : 1 + roll(d, 3);
    of = arena_array(a, r->count, sizeof *of);
    for (size_t i = 0; i < r->count; i++)
        of[i] = random_rule(d, a, depth - 1);
    if (r->op == RULE_EXCEPT) { /* one thing, and what is left out of it */
        of[0] = random_has(d, a);
        of[1] = random_has(d, a);
    }
    r->n = 1 + roll(d, 3);
    r->of = of;
    return r;
}

/* ---- the same answers ---- */

static unsigned long asked_for(const char *name, unsigned long otherwise)
{
    const char *text = getenv(name);

    return text && *text ? strtoul(text, NULL, 10) : otherwise;
}

typedef struct nodes {
    const rule *list[400];
    size_t count;
} nodes;

static void collect(const rule *r, void *context)
{
    nodes *n = context;

    if (n->count < 400)
        n->list[n->count++] = r;
}

/* What it takes to see a difference by eye. */
static void show(const rule *r, int indent)
{
    const rule_window *w = r->window;

    fprintf(stderr, "%*s%s", indent, "", rule_op_name(r->op));
    if (r->op == RULE_AT_LEAST)
        fprintf(stderr, " %u", r->n);
    if (r->op == RULE_HAS || r->op == RULE_COMPARE) {
        fprintf(stderr, " %s%s tense=%s", r->subject.concept ? r->subject.concept->id : "?", r->counting ? " count" : "", rule_tense_name(r->tense));
        if (r->subject.who)
            fprintf(stderr, " of %s", r->subject.who);
        if (r->low.given)
            fprintf(stderr, " %s %g", r->low.inclusive ? ">=" : ">", r->low.value);
        if (r->high.given)
            fprintf(stderr, " %s %g", r->high.inclusive ? "<=" : "<", r->high.value);
        for (size_t i = 0; i < r->value_count; i++)
            fprintf(stderr, " [%g]", r->values[i]);
        fprintf(stderr, " %s %s pick=%s", r->unit.ucum ? r->unit.ucum : "", rule_relative_name(r->relative_to), rule_pick_name(r->pick));
        if (w && w->from_given)
            fprintf(stderr, " from %s%g%c", w->from_open ? "after " : "", w->from.n, w->from.unit);
        if (w && w->to_given)
            fprintf(stderr, " to %s%g%c", w->to_open ? "before " : "", w->to.n, w->to.unit);
        if (r->duration)
            fprintf(stderr, " lasting %s%g..%s%g %s", r->duration->low.inclusive ? "=" : "", r->duration->low.given ? r->duration->low.value : -1,
                    r->duration->high.inclusive ? "=" : "", r->duration->high.given ? r->duration->high.value : -1, r->duration->unit.ucum);
        if (r->dose)
            fprintf(stderr, " dose %g..%g", r->dose->low.given ? r->dose->low.value : -1, r->dose->high.given ? r->dose->high.value : -1);
        for (size_t i = 0; i < r->qualifier_count; i++)
            fprintf(stderr, " %s", r->qualifiers[i].value);
    }
    fprintf(stderr, "\n");
    for (size_t i = 0; i < r->count; i++)
        show(r->of[i], indent + 2);
}

static void show_patient(const patient *p, const eval_policy *policy)
{
    static const char *const kinds[] = {"observation", "condition", "medication", "procedure", "immunization", "device", "allergy", "encounter", "consent", "family"};
    static const char *const certainties[] = {"", "suspected", "unconfirmed", "denied"};
    char a[32], b[32];

    fprintf(stderr, "sex %d, born %s, as of %s, closed %d, ranges %d\n", p->sex, date_text(p->birth, a), day_text(policy->as_of, b),
            policy->closed_world[CATEGORY_CONDITION], policy->default_ranges);
    for (size_t i = 0; i < p->fact_count; i++) {
        const fact *f = &p->facts[i];

        fprintf(stderr, "  %s %s [%s, %s] %s%s%s%s%s", kinds[f->kind], f->concept ? f->concept->id : "?", date_text(f->start, a), date_text(f->end, b), certainties[f->certainty],
                f->ended ? " ended" : "", f->planned ? " planned" : "", f->history ? " history" : "", f->order ? " order" : "");
        if (f->start.instant != INSTANT_NONE)
            fprintf(stderr, " %dh", (int)(f->start.instant % 86400 / 3600));
        if (f->kind == FACT_OBSERVATION)
            fprintf(stderr, " %s%g..%g%s %s range %g..%g %s", f->value.low_inclusive ? "=" : "", f->value.low, f->value.high, f->value.high_inclusive ? "=" : "", f->value.ucum ? f->value.ucum : "-",
                    f->value.range_low_given ? f->value.range_low : NAN, f->value.range_high_given ? f->value.range_high : NAN, f->value.text ? f->value.text : "");
        if (!isnan(f->dose))
            fprintf(stderr, " %g mg/d", f->dose);
        if (f->qualifier_count)
            fprintf(stderr, " %s", f->qualifiers[0].value);
        fprintf(stderr, "\n");
    }
}

enum { PATIENTS = 50,
       BATCH = 250 };

/* An evaluator that is less sure where only hours or ranges decide is let pass. */
static bool differs(naive_world *w, const rule *r, truth t)
{
    naive expected;

    w->coarse = false;
    expected = naive_truth(w, r);
    return (int)expected != (int)t && !(w->coarse && t == TRUTH_UNKNOWN);
}

Test(two_engines, agree, .timeout = 0)
{
    unsigned long how_many = asked_for("ELIGO_TWO_ENGINES", 5000); /* 50 patients each: 700,000 nodes in 3 s */
    unsigned long most_shown = asked_for("ELIGO_SHOWN", 3), differences = 0, seen[3] = {0}, nodes_seen = 0;
    dice d = {asked_for("ELIGO_SEED", 20210301) * 2654435769u + 1};
    arena *people = arena_new((size_t)1 << 28), *scratch = arena_new((size_t)1 << 26);
    patient *all = calloc(PATIENTS, sizeof *all);
    eval_policy *policies = calloc(PATIENTS, sizeof *policies);

    for (unsigned long i = 0; i < how_many; i++) {
        const rule *r;
        nodes n = {.count = 0};

        if (i % BATCH == 0) {
            arena_reset(people);
            for (size_t k = 0; k < PATIENTS; k++) {
                static const int days[][3] = {{2021, 3, 1}, {2024, 2, 29}, {2020, 3, 31}, {2023, 12, 31}, {2019, 7, 15}};
                const int *at = ONE_OF(&d, days);
                bool closed = chance(&d, 50);

                index_day = join(at[0], at[1], at[2]);
                policies[k] = (eval_policy){.as_of = index_day, .default_ranges = chance(&d, 50)};
                for (int c = 0; c < CATEGORIES; c++)
                    policies[k].closed_world[c] = closed && (c == CATEGORY_CONDITION || chance(&d, 80));
                random_patient(&d, &all[k], people);
            }
        }
        arena_reset(scratch);
        {
            arena *own = arena_new((size_t)1 << 22);

            r = random_rule(&d, own, roll(&d, 4));
            rule_walk(r, collect, &n);
            for (size_t k = 0; k < PATIENTS; k++) {
                naive_world w = {.patient = &all[k], .as_of = policies[k].as_of, .default_ranges = policies[k].default_ranges};
                const eval_node *out;
                size_t count;

                memcpy(w.closed, policies[k].closed_world, sizeof w.closed);
                arena_reset(scratch);
                out = eval_rule(eval_record_new(&all[k], &policies[k], scratch), r, CRITERION_INCLUSION, &count);
                cr_assert(out && count == n.count && !arena_failed(scratch));
                for (size_t pass = 0, found = 0; pass < 2 && !found; pass++) /* leaves, then what is made of them */
                    for (size_t j = 0; j < count; j++) {
                        if ((n.list[j]->count > 0) != (pass == 1))
                            continue;
                        seen[out[j].truth]++;
                        nodes_seen++;
                        if (!differs(&w, n.list[j], out[j].truth))
                            continue;
                        found = 1;
                        if (differences++ >= most_shown)
                            continue;
                        fprintf(stderr, "---- rule %lu: naive %d, engine %d: %s\n", i, naive_truth(&w, n.list[j]), out[j].truth, out[j].message);
                        show(n.list[j], 2);
                        show_patient(&all[k], &policies[k]);
                    }
            }
            arena_delete(own);
        }
    }
    free(all);
    free(policies);
    arena_delete(people);
    arena_delete(scratch);
    cr_expect_eq(differences, 0, "%lu of %lu nodes differ", differences, nodes_seen);
    /* all three answers are there, or nothing was tested */
    for (int t = 0; t < 3; t++)
        cr_expect(seen[t] * 20 > nodes_seen, "%lu of %lu nodes are %d", seen[t], nodes_seen, t);
}

/* ---- laws ---- */

typedef struct room {
    arena *people, *rules, *scratch;
    patient patient;
    eval_policy policy;
} room;

static void room_begin(room *m)
{
    m->people = arena_new((size_t)1 << 24);
    m->rules = arena_new((size_t)1 << 24);
    m->scratch = arena_new((size_t)1 << 24);
}
static void room_end(room *m)
{
    arena_delete(m->people);
    arena_delete(m->rules);
    arena_delete(m->scratch);
}
static void room_fill(room *m, dice *d)
{
    bool closed = chance(d, 50);

    arena_reset(m->people);
    arena_reset(m->rules);
    index_day = join(2021, 3, 1);
    memset(&m->policy, 0, sizeof m->policy);
    m->policy.as_of = index_day;
    for (int c = 0; c < CATEGORIES; c++)
        m->policy.closed_world[c] = closed;
    random_patient(d, &m->patient, m->people);
}
static truth truth_in(room *m, const rule *r)
{
    size_t count;
    const eval_node *n;

    arena_reset(m->scratch);
    n = eval_rule(eval_record_new(&m->patient, &m->policy, m->scratch), r, CRITERION_INCLUSION, &count);
    cr_assert(n && !arena_failed(m->scratch));
    return n[0].truth;
}
static const rule *join_rules(room *m, rule_op op, const rule *a, const rule *b)
{
    rule *r = blank(m->rules, op);
    const rule **of = arena_array(m->rules, 2, sizeof *of);

    of[0] = a;
    of[1] = b;
    r->of = of;
    r->count = b ? 2 : 1;
    return r;
}

/* De Morgan, double negation, absorption, distributivity, what `if` and `readings` are made of. */
Test(two_engines, laws_of_three_values, .timeout = 0)
{
    dice d = {4711};
    room m;

    room_begin(&m);
    for (int i = 0; i < 3000; i++) {
        const rule *a, *b, *c;

        room_fill(&m, &d);
        a = random_rule(&d, m.rules, 1);
        b = random_rule(&d, m.rules, 1);
        c = random_rule(&d, m.rules, 0);
#define NOT(x) join_rules(&m, RULE_NOT, x, NULL)
#define AND(x, y) join_rules(&m, RULE_ALL, x, y)
#define OR(x, y) join_rules(&m, RULE_ANY, x, y)
#define SAME(x, y) cr_assert_eq(truth_in(&m, x), truth_in(&m, y), "law %s = %s, round %d", #x, #y, i)
        SAME(NOT(NOT(a)), a);
        SAME(NOT(AND(a, b)), OR(NOT(a), NOT(b)));
        SAME(NOT(OR(a, b)), AND(NOT(a), NOT(b)));
        SAME(AND(a, b), AND(b, a));
        SAME(AND(a, OR(a, b)), a);
        SAME(OR(a, AND(a, b)), a);
        SAME(AND(a, OR(b, c)), OR(AND(a, b), AND(a, c)));
        SAME(OR(a, AND(b, c)), AND(OR(a, b), OR(a, c)));
        SAME(join_rules(&m, RULE_IF, a, b), OR(NOT(a), b));
        SAME(join_rules(&m, RULE_READINGS, a, a), a);
        SAME(join_rules(&m, RULE_READINGS, a, b), join_rules(&m, RULE_READINGS, b, a));
    }
    room_end(&m);
}

/* Learning more decides what was open. It makes nothing false that was true, unless a denial, a result or
 * another value takes the place of what was known. */
Test(two_engines, learning_more, .timeout = 0)
{
    dice d = {815};
    room m;
    unsigned learned = 0;

    room_begin(&m);
    for (int i = 0; i < 60000; i++) {
        const rule *r;
        const fact *f;
        truth before, after;
        bool replaces;

        room_fill(&m, &d);
        r = chance(&d, 50) ? random_has(&d, m.rules) : random_compare(&d, m.rules);
        before = truth_in(&m, r);
        if (chance(&d, 50))
            random_record(&d, &m.patient);
        else
            random_value(&d, &m.patient);
        f = &m.patient.facts[m.patient.fact_count - 1];
        m.patient.facts[m.patient.fact_count - 1].id = "fact/new";
        replaces = f->certainty == FACT_DENIED || (r->op == RULE_COMPARE && (f->concept == r->subject.concept ? r->pick != PICK_ANY : r->counting));
        if (r->op == RULE_COMPARE && r->pick == PICK_LATEST && r->tense == TENSE_NONE && date_known(f->start)) {
            bool newer = false;

            for (size_t k = 0; k + 1 < m.patient.fact_count; k++)
                newer |= m.patient.facts[k].concept == f->concept && m.patient.facts[k].start.first <= f->start.last;
            replaces = replaces && (newer || r->counting);
        }
        after = truth_in(&m, r);
        learned += before != after;
        if (before == TRUTH_TRUE && after == TRUTH_FALSE && !replaces) {
            show(r, 0);
            show_patient(&m.patient, &m.policy);
            cr_expect(false, "round %d: a new %s makes it false", i, f->concept->id);
        }
        if (before == TRUTH_FALSE && after == TRUTH_UNKNOWN && r->op == RULE_HAS && !m.policy.closed_world[CATEGORY_CONDITION] && f->certainty == FACT_DENIED) {
            show(r, 0);
            show_patient(&m.patient, &m.policy);
            cr_expect(false, "round %d: a further denial opens it", i);
        }
    }
    cr_expect(learned > 500, "%u", learned);
    room_end(&m);
}
