#include "engine/screen.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <string.h>

/* ---- facts and rules in short ---- */

#define T TRUTH_TRUE
#define F TRUTH_FALSE
#define U TRUTH_UNKNOWN

typedef struct given { /* of a fact */
    fact_kind kind;
    char concept[32];
    char start[28], end[28];
    double low, high; /* both 0: no number */
    char unit[16];
    int sign;
    fact_certainty certainty;
    bool ended, planned, history, one_time;
    char text[32], answer[24];
    double upper;      /* of the reference range; 0: none */
    double dose;       /* mg a day; 0: none */
    char relative[24]; /* whose it is */
} given;

typedef struct asked { /* of a leaf */
    rule_op op;
    char concept[32];
    char low[16], high[16]; /* ">= 5", "< 3"; "" none */
    char unit[16];
    rule_relative relative;
    rule_pick pick;
    rule_tense tense;
    char from[16], to[16]; /* "-P3M"; a trailing "(" or ")" leaves the end out; "" open */
    char qualifier[32];    /* "severity:severe" */
    char lasting[16];      /* ">= 6 mo" */
    bool counting;
    char who[12];
} asked;

typedef struct trial_case {
    char name[56];
    given facts[3];
    asked rule;
    truth expected;
    eval_reason reason;
    bool closed, default_ranges;
    unsigned assumed;
} trial_case;

static const char *const as_of = "2021-03-01";

static const concept *named(const char *id)
{
    const concept *c = lexicon_concept(lexicon_core(), id, strlen(id));

    cr_assert(!*id || c, "no concept %s", id);
    return c;
}

static date when(const char *text)
{
    date d = date_none();

    if (*text)
        cr_assert(date_parse(text, strlen(text), &d), "%s", text);
    return d;
}

static void record(patient *p, const given *g)
{
    fact *f = patient_fact(p, g->kind);

    cr_assert(f);
    f->id = arena_printf(p->arena, "fact/%zu", p->fact_count);
    f->concept = *g->concept ? named(g->concept) : NULL;
    f->text = *g->text ? g->text : f->concept ? f->concept->name
                                              : "";
    f->start = when(g->start);
    f->end = g->one_time ? f->start : when(g->end);
    f->certainty = g->certainty;
    f->ended = g->ended;
    f->planned = g->planned;
    f->history = g->history;
    f->order = g->kind == FACT_MEDICATION && !g->one_time;
    if (*g->relative) {
        fact_qualifier *q = arena_alloc(p->arena, sizeof *q);

        *q = (fact_qualifier){"relative", g->relative, NULL};
        f->qualifiers = q;
        f->qualifier_count = 1;
    }
    if (g->dose) {
        f->dose = g->dose;
        f->dose_unit = "mg/d";
    }
    if (g->kind != FACT_OBSERVATION)
        return;
    f->end = f->start;
    f->value.sign = g->sign;
    if (*g->answer && *g->answer != '"')
        f->value.concept = named(g->answer);
    if (g->sign || *g->answer) {
        f->value.kind = VALUE_CODED;
        f->value.text = *g->answer == '"' ? g->answer + 1 : g->answer;
    } else {
        f->value.kind = VALUE_NUMBER;
        f->value.low = g->low;
        f->value.high = g->high ? g->high : g->low;
        f->value.low_inclusive = f->value.high_inclusive = true;
        f->value.ucum = *g->unit ? g->unit : NULL;
        f->value.unit_text = f->value.ucum;
        f->value.range_high_given = g->upper > 0;
        f->value.range_high = g->upper;
    }
}

static rule_bound bound(const char *text)
{
    rule_bound b = {0};

    if (*text) {
        b.given = true;
        b.inclusive = strchr(text, '=') != NULL;
        b.value = strtod(text + strcspn(text, "-.0123456789"), NULL);
    }
    return b;
}

static const rule *leaf(arena *a, const asked *q)
{
    rule *r = rule_new(a, q->op, (eligo_span){0, 1});

    r->id = "I1";
    r->subject.concept = *q->concept ? named(q->concept) : NULL;
    r->subject.category = r->subject.concept ? r->subject.concept->category : CATEGORY_NONE;
    r->subject.text = *q->concept ? q->concept : "something unheard of";
    r->subject.who = *q->who ? q->who : NULL;
    r->low = bound(q->low);
    r->high = bound(q->high);
    r->unit.ucum = *q->unit ? q->unit : NULL;
    r->unit.text = r->unit.ucum;
    r->relative_to = q->relative;
    r->pick = q->pick;
    r->tense = q->tense;
    r->counting = q->counting;
    if (*q->from || *q->to) {
        rule_window *w = arena_alloc(a, sizeof *w);

        w->anchor = w->text = "unstated";
        w->from_given = *q->from && period_parse(q->from, strcspn(q->from, "()"), &w->from);
        w->from_open = strpbrk(q->from, "()") != NULL;
        w->to_given = *q->to && period_parse(q->to, strcspn(q->to, "()"), &w->to);
        w->to_open = strpbrk(q->to, "()") != NULL;
        r->window = w;
    }
    if (*q->qualifier) {
        rule_qualifier *k = arena_alloc(a, sizeof *k);
        const char *colon = strchr(q->qualifier, ':');

        k->kind = arena_text(a, q->qualifier, (size_t)(colon - q->qualifier));
        k->value = k->text = colon + 1;
        if (strcmp(k->kind, "example") == 0)
            k->concept = named(k->value);
        r->qualifiers = k;
        r->qualifier_count = 1;
    }
    if (*q->lasting) {
        rule_amount *d = arena_alloc(a, sizeof *d);
        const char *step = strrchr(q->lasting, ' ') + 1;

        *(q->lasting[0] == '>' ? &d->low : &d->high) = bound(q->lasting);
        d->unit.ucum = step;
        r->duration = d;
    }
    return r;
}

typedef struct bench {
    arena *arena;
    patient patient;
    eval_policy policy;
} bench;

static void bench_begin(bench *b)
{
    memset(b, 0, sizeof *b);
    b->arena = arena_new((size_t)1 << 24);
    b->policy.as_of = when(as_of).first;
    patient_begin(&b->patient, b->arena, lexicon_core(), "p");
    b->patient.birth = when("1970-06-15");
    b->patient.sex = SEX_FEMALE;
}

static const eval_node *bench_ask(bench *b, const rule *r, criterion_kind kind)
{
    size_t count;
    const eval_node *n;

    patient_settle(&b->patient);
    n = eval_rule(eval_record_new(&b->patient, &b->policy, b->arena), r, kind, &count);
    cr_assert(n && count == rule_size(r) && !arena_failed(b->arena));
    return n;
}

static void check(trial_case *c)
{
    bench b;
    const eval_node *n;

    bench_begin(&b);
    for (size_t i = 0; i < 3; i++)
        if (*c->facts[i].concept || *c->facts[i].start || *c->facts[i].text)
            record(&b.patient, &c->facts[i]);
    for (int i = 1; i < CATEGORIES; i++)
        b.policy.closed_world[i] = c->closed;
    b.policy.default_ranges = c->default_ranges;
    n = bench_ask(&b, leaf(b.arena, &c->rule), CRITERION_INCLUSION);
    cr_expect_eq(n->truth, c->expected, "%s: %d, %s (%s)", c->name, n->truth, n->message, reason_name(n->reason));
    cr_expect_eq(n->reason, c->reason, "%s: %s (%s)", c->name, n->message, reason_name(n->reason));
    cr_expect(!c->assumed || n->assumed == c->assumed, "%s: assumed %u", c->name, n->assumed);
    arena_delete(b.arena);
}

#define CASES(suite, test, list)                                                  \
    ParameterizedTestParameters(suite, test)                                      \
    {                                                                             \
        return cr_make_param_array(trial_case, list, sizeof list / sizeof *list); \
    }                                                                             \
    ParameterizedTest(trial_case *c, suite, test)                                 \
    {                                                                             \
        check(c);                                                                 \
    }

#define OBS(c, when_, v, u)                                                         \
    {                                                                               \
        .kind = FACT_OBSERVATION, .concept = c, .start = when_, .low = v, .unit = u \
    }
#define TEST(c, when_, s)                                                 \
    {                                                                     \
        .kind = FACT_OBSERVATION, .concept = c, .start = when_, .sign = s \
    }
#define CONDITION(c, from_, to_)                                         \
    {                                                                    \
        .kind = FACT_CONDITION, .concept = c, .start = from_, .end = to_ \
    }
#define DRUG(c, from_, to_)                                               \
    {                                                                     \
        .kind = FACT_MEDICATION, .concept = c, .start = from_, .end = to_ \
    }
#define COMPARE(c, l, h, u) .op = RULE_COMPARE, .concept = c, .low = l, .high = h, .unit = u
#define HAS(c) .op = RULE_HAS, .concept = c

/* ---- measurements ---- */

static trial_case values[] = {
    {"the latest counts", {OBS("potassium", "2021-01-01", 6, "mmol/L"), OBS("potassium", "2021-02-01", 4, "mmol/L")}, {COMPARE("potassium", "> 5", "", "mmol/L")}, F, REASON_NONE, 0, 0, 0},
    {"the day itself belongs to the record", {OBS("potassium", "2021-03-01", 6, "mmol/L")}, {COMPARE("potassium", "> 5", "", "mmol/L")}, T, REASON_NONE, 0, 0, 0},
    {"the day after does not", {OBS("potassium", "2021-03-02", 6, "mmol/L")}, {COMPARE("potassium", "> 5", "", "mmol/L")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"no value is open in a closed world", {{0}}, {COMPARE("potassium", "> 5", "", "mmol/L")}, U, REASON_NO_RECORD, true, 0, 0},
    {"at an included bound", {OBS("potassium", "2021-02-01", 5, "mmol/L")}, {COMPARE("potassium", ">= 5", "", "mmol/L")}, T, REASON_NONE, 0, 0, 0},
    {"at an excluded bound", {OBS("potassium", "2021-02-01", 5, "mmol/L")}, {COMPARE("potassium", "> 5", "", "mmol/L")}, F, REASON_NONE, 0, 0, 0},
    {"units are converted", {OBS("creatinine", "2021-02-01", 150, "umol/L")}, {COMPARE("creatinine", "> 1.5", "", "mg/dL")}, T, REASON_NONE, 0, 0, 0},
    {"at the bound in another unit", {OBS("albumin", "2021-02-01", 35, "g/L")}, {COMPARE("albumin", ">= 3.5", "", "g/dL")}, T, REASON_NONE, 0, 0, 0},
    {"no unit recorded", {OBS("glucose", "2021-02-01", 189, "")}, {COMPARE("glucose", "> 7", "", "mmol/L")}, U, REASON_UNIT_MISMATCH, 0, 0, 0},
    {"no older value takes its place", {OBS("glucose", "2021-01-01", 9, "mmol/L"), OBS("glucose", "2021-02-01", 189, "")}, {COMPARE("glucose", "> 7", "", "mmol/L")}, U, REASON_UNIT_MISMATCH, 0, 0, 0},
    {"a ratio needs no unit", {OBS("inr", "2021-02-01", 1.9, "")}, {COMPARE("inr", "> 1.7", "", "")}, T, REASON_NONE, 0, 0, 0},
    {"a percentage is no count", {OBS("neutrophils", "2021-02-01", 60, "%")}, {COMPARE("neutrophils", "< 1.5", "", "10*9/L")}, U, REASON_UNIT_MISMATCH, 0, 0, 0},
    {"the only unit that makes sense", {OBS("platelets", "2021-02-01", 92, "10*9/L")}, {COMPARE("platelets", ">= 100000", "", "")}, F, REASON_NONE, 0, 0, ASSUMED_UNIT},
    {"a printed unit in which nobody has it, and two others", {OBS("hemoglobin", "2021-02-01", 6, "g/dL")}, {COMPARE("hemoglobin", ">= 11", "", "mg/dL")}, U, REASON_UNIT_MISMATCH, 0, 0, 0},
    {"a thousandth of what is usual, and one other unit", {OBS("neutrophils", "2021-02-01", 0.2, "10*9/L")}, {COMPARE("neutrophils", ">= 1500", "", "/mL")}, F, REASON_NONE, 0, 0, ASSUMED_UNIT},
    {"platelets in a unit of a thousandth", {OBS("platelets", "2021-02-01", 20, "10*3/uL")}, {COMPARE("platelets", ">= 50000", "", "/mL")}, F, REASON_NONE, 0, 0, ASSUMED_UNIT},
    {"low, and yet possible", {OBS("platelets", "2021-02-01", 20, "10*3/uL")}, {COMPARE("platelets", ">= 10000", "", "/uL")}, T, REASON_NONE, 0, 0, 0},
    {"a printed unit in which nobody has it, and one other", {OBS("psa", "2021-02-01", 12, "ng/mL")}, {COMPARE("psa", "> 11", "", "mg/dL")}, T, REASON_NONE, 0, 0, ASSUMED_UNIT},
    {"a low bound in the unit that is printed", {OBS("hemoglobin", "2021-02-01", 6, "g/dL")}, {COMPARE("hemoglobin", ">= 7", "", "g/dL")}, F, REASON_NONE, 0, 0, 0},
    {"a comparator on one side", {{.kind = FACT_OBSERVATION, .concept = "egfr", .start = "2021-02-01", .low = 60, .high = INFINITY, .unit = "mL/min/{1.73_m2}"}}, {COMPARE("egfr", ">= 45", "", "mL/min/{1.73_m2}")}, T, REASON_NONE, 0, 0, 0},
    {"a comparator on both sides", {{.kind = FACT_OBSERVATION, .concept = "egfr", .start = "2021-02-01", .low = 60, .high = INFINITY, .unit = "mL/min/{1.73_m2}"}}, {COMPARE("egfr", ">= 90", "", "mL/min/{1.73_m2}")}, U, REASON_AMBIGUOUS, 0, 0, 0},
    {"results of one moment that differ", {OBS("potassium", "2021-02-01T08:00:00Z", 4, "mmol/L"), OBS("potassium", "2021-02-01T08:00:00Z", 6, "mmol/L")}, {COMPARE("potassium", "> 5", "", "mmol/L")}, U, REASON_CONFLICT, 0, 0, 0},
    {"results of one moment that agree", {OBS("potassium", "2021-02-01", 6, "mmol/L"), OBS("potassium", "2021-02-01", 7, "mmol/L")}, {COMPARE("potassium", "> 5", "", "mmol/L")}, T, REASON_NONE, 0, 0, 0},
    {"later on the same day", {OBS("potassium", "2021-02-01T08:00:00Z", 4, "mmol/L"), OBS("potassium", "2021-02-01T09:00:00Z", 6, "mmol/L")}, {COMPARE("potassium", "> 5", "", "mmol/L")}, T, REASON_NONE, 0, 0, 0},
    {"a month may be later than a day in it", {OBS("potassium", "2021-02", 4, "mmol/L"), OBS("potassium", "2021-02-10", 6, "mmol/L")}, {COMPARE("potassium", "> 5", "", "mmol/L")}, U, REASON_IMPRECISE_DATE, 0, 0, 0},
    {"a month before", {OBS("potassium", "2021-01", 4, "mmol/L"), OBS("potassium", "2021-02-10", 6, "mmol/L")}, {COMPARE("potassium", "> 5", "", "mmol/L")}, T, REASON_NONE, 0, 0, 0},
    {"the limit of the result", {{.kind = FACT_OBSERVATION, .concept = "alt", .start = "2021-02-01", .low = 95, .unit = "U/L", .upper = 40}}, {COMPARE("alt", "> 2", "", ""), .relative = RELATIVE_ULN}, T, REASON_NONE, 0, 0, 0},
    {"no limit came with it", {OBS("alt", "2021-02-01", 95, "U/L")}, {COMPARE("alt", "> 2", "", ""), .relative = RELATIVE_ULN}, U, REASON_MISSING_REFERENCE_RANGE, 0, 0, 0},
    {"the lexicon's limit, where asked for", {OBS("alt", "2021-02-01", 95, "U/L")}, {COMPARE("alt", "> 2", "", ""), .relative = RELATIVE_ULN}, T, REASON_NONE, 0, true, ASSUMED_DEFAULT_RANGE},
    {"baseline", {OBS("alt", "2021-02-01", 95, "U/L")}, {COMPARE("alt", "> 2", "", ""), .relative = RELATIVE_BASELINE}, U, REASON_NO_RECORD, 0, 0, 0},
    {"any of them", {OBS("potassium", "2021-01-01", 6, "mmol/L"), OBS("potassium", "2021-02-01", 4, "mmol/L")}, {COMPARE("potassium", "> 5", "", "mmol/L"), .pick = PICK_ANY}, T, REASON_NONE, 0, 0, 0},
    {"any, none fits", {OBS("potassium", "2021-01-01", 3, "mmol/L"), OBS("potassium", "2021-02-01", 4, "mmol/L")}, {COMPARE("potassium", "> 5", "", "mmol/L"), .pick = PICK_ANY}, F, REASON_NONE, 0, 0, 0},
    {"the highest", {OBS("potassium", "2021-01-01", 6, "mmol/L"), OBS("potassium", "2021-02-01", 4, "mmol/L")}, {COMPARE("potassium", "", "<= 5", "mmol/L"), .pick = PICK_HIGHEST}, F, REASON_NONE, 0, 0, 0},
    {"in the window", {OBS("hba1c", "2020-12-01", 8.1, "%")}, {COMPARE("hba1c", "> 7.5", "", "%"), .from = "-P3M", .to = "P0D"}, T, REASON_NONE, 0, 0, 0},
    {"a day before the window", {OBS("hba1c", "2020-11-30", 8.1, "%")}, {COMPARE("hba1c", "> 7.5", "", "%"), .from = "-P3M", .to = "P0D"}, U, REASON_OUTSIDE_WINDOW, true, 0, 0},
    {"a month on the edge of the window", {OBS("hba1c", "2020-11", 8.1, "%")}, {COMPARE("hba1c", "> 7.5", "", "%"), .from = "-P100D", .to = "P0D"}, U, REASON_IMPRECISE_DATE, 0, 0, 0},
    {"a result in words is no number", {OBS("hba1c", "2020-11-01", 8.1, "%"), TEST("hba1c", "2021-01-01", 1)}, {COMPARE("hba1c", "> 7.5", "", "%")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"an unknown quantity", {{0}}, {COMPARE("", "> 5", "", "mmol/L")}, U, REASON_UNRECOGNIZED_CONCEPT, true, 0, 0},
    {"BMI of weight and an older height", {OBS("weight", "2021-02-01", 75, "kg"), OBS("height", "2015-02-01", 158, "cm")}, {COMPARE("bmi", "> 28", "", "kg/m2")}, T, REASON_NONE, 0, 0, ASSUMED_DERIVED},
    {"of one day the recorded value wins", {OBS("weight", "2021-02-01", 75, "kg"), OBS("height", "2021-02-01", 158, "cm"), OBS("bmi", "2021-02-01", 27, "kg/m2")}, {COMPARE("bmi", "> 28", "", "kg/m2")}, F, REASON_NONE, 0, 0, 0},
    {"a later derived value wins", {OBS("weight", "2021-02-01", 75, "kg"), OBS("height", "2015-02-01", 158, "cm"), OBS("bmi", "2021-01-01", 27, "kg/m2")}, {COMPARE("bmi", "> 28", "", "kg/m2")}, T, REASON_NONE, 0, 0, ASSUMED_DERIVED},
    {"parts of two hours are no ratio", {OBS("pao2", "2021-02-01T08:00:00Z", 60, "mm[Hg]"), OBS("fio2", "2021-02-01T11:00:00Z", 40, "%")}, {COMPARE("pf_ratio", "", "< 300", "mm[Hg]")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"parts of one hour are", {OBS("pao2", "2021-02-01T08:00:00Z", 60, "mm[Hg]"), OBS("fio2", "2021-02-01T08:30:00Z", 40, "%")}, {COMPARE("pf_ratio", "", "< 300", "mm[Hg]")}, T, REASON_NONE, 0, 0, ASSUMED_DERIVED},
};
CASES(eval, values, values)

/* Classes and scores of Child-Pugh: C is 10 to 15, and 3 as a bound. */
static trial_case grades[] = {
    {"a score in the class", {OBS("child_pugh", "2021-02-01", 11, "")}, {COMPARE("child_pugh", ">= 3", "", "")}, T, REASON_NONE, 0, 0, 0},
    {"a score below the class", {OBS("child_pugh", "2021-02-01", 9, "")}, {COMPARE("child_pugh", ">= 3", "", "")}, F, REASON_NONE, 0, 0, 0},
    {"a class in words", {{.kind = FACT_OBSERVATION, .concept = "child_pugh", .start = "2021-02-01", .answer = "\"Class B"}}, {COMPARE("child_pugh", ">= 3", "", "")}, F, REASON_NONE, 0, 0, 0},
    {"a class against a score", {{.kind = FACT_OBSERVATION, .concept = "child_pugh", .start = "2021-02-01", .answer = "\"Class C"}}, {COMPARE("child_pugh", "> 12", "", "")}, U, REASON_AMBIGUOUS, 0, 0, 0},
    {"a score against a score", {OBS("child_pugh", "2021-02-01", 13, "")}, {COMPARE("child_pugh", "> 12", "", "")}, T, REASON_NONE, 0, 0, 0},
    {"off the scale", {OBS("child_pugh", "2021-02-01", 2, "")}, {COMPARE("child_pugh", "> 12", "", "")}, U, REASON_AMBIGUOUS, 0, 0, 0},
    {"a roman class", {{.kind = FACT_OBSERVATION, .concept = "nyha", .start = "2021-02-01", .answer = "\"NYHA Class III"}}, {COMPARE("nyha", ">= 3", "", "")}, T, REASON_NONE, 0, 0, 0},
    {"two classes are none", {{.kind = FACT_OBSERVATION, .concept = "nyha", .start = "2021-02-01", .answer = "\"Class II or III"}}, {COMPARE("nyha", ">= 3", "", "")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"IIIb is a III", {{.kind = FACT_OBSERVATION, .concept = "nyha", .start = "2021-02-01", .answer = "\"IIIb"}}, {COMPARE("nyha", "", "<= 3", "")}, T, REASON_NONE, 0, 0, 0},
    {"percent of a score is its points", {OBS("karnofsky", "2021-02-01", 80, "%")}, {COMPARE("karnofsky", ">= 70", "", "")}, T, REASON_NONE, 0, 0, 0},
};
CASES(eval, grades, grades)

/* ---- conditions, drugs, procedures ---- */

static trial_case records[] = {
    {"no record", {{0}}, {HAS("gout")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"no record, closed world", {{0}}, {HAS("gout")}, F, REASON_NONE, true, 0, ASSUMED_CLOSED_WORLD},
    {"not in the lexicon, closed world", {{0}}, {HAS("")}, U, REASON_UNRECOGNIZED_CONCEPT, true, 0, 0},
    {"goes on", {CONDITION("gout", "2015-02-01", "")}, {HAS("gout")}, T, REASON_NONE, 0, 0, 0},
    {"has ended", {CONDITION("gout", "2015-02-01", "2016-01-01")}, {HAS("gout")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"has ended, closed world", {CONDITION("gout", "2015-02-01", "2016-01-01")}, {HAS("gout")}, F, REASON_NONE, true, 0, ASSUMED_CLOSED_WORLD},
    {"has ended, but is history", {CONDITION("gout", "2015-02-01", "2016-01-01")}, {HAS("gout"), .tense = TENSE_HISTORY}, T, REASON_NONE, 0, 0, 0},
    {"ends after the index date", {CONDITION("gout", "2015-02-01", "2021-04-01")}, {HAS("gout")}, T, REASON_NONE, 0, 0, 0},
    {"dates win over the status", {{.kind = FACT_CONDITION, .concept = "gout", .start = "2015-02-01", .end = "2021-04-01", .ended = true}}, {HAS("gout")}, T, REASON_NONE, 0, 0, 0},
    {"ended on an unknown day", {{.kind = FACT_CONDITION, .concept = "gout", .start = "2015-02-01", .ended = true}}, {HAS("gout")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"begins after the index date", {CONDITION("gout", "2021-03-02", "")}, {HAS("gout")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"a kind of it", {CONDITION("colon_cancer", "2020-02-01", "")}, {HAS("malignancy")}, T, REASON_NONE, 0, 0, 0},
    {"what it is a kind of", {CONDITION("malignancy", "2020-02-01", "")}, {HAS("colon_cancer")}, U, REASON_NO_RECORD, true, 0, 0},
    {"refuted", {{.kind = FACT_CONDITION, .concept = "gout", .start = "2020-01-01", .certainty = FACT_DENIED}}, {HAS("gout")}, F, REASON_NONE, 0, 0, 0},
    {"refuted, and later confirmed", {{.kind = FACT_CONDITION, .concept = "gout", .start = "2020-01-01", .certainty = FACT_DENIED}, CONDITION("gout", "2020-06-01", "")}, {HAS("gout")}, T, REASON_NONE, 0, 0, 0},
    {"a kind is denied, not the class", {{.kind = FACT_CONDITION, .concept = "colon_cancer", .start = "2020-01-01", .certainty = FACT_DENIED}}, {HAS("malignancy")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"the class is denied, and so its kinds", {{.kind = FACT_CONDITION, .concept = "malignancy", .start = "2020-01-01", .certainty = FACT_DENIED}}, {HAS("colon_cancer")}, F, REASON_NONE, 0, 0, 0},
    {"provisional", {{.kind = FACT_CONDITION, .concept = "gout", .start = "2020-01-01", .certainty = FACT_SUSPECTED}}, {HAS("gout")}, U, REASON_NO_RECORD, true, 0, 0},
    {"provisional, and suspected is asked", {{.kind = FACT_CONDITION, .concept = "gout", .start = "2020-01-01", .certainty = FACT_SUSPECTED}}, {HAS("gout"), .qualifier = "certainty:suspected"}, T, REASON_NONE, 0, 0, 0},
    {"confirmed, where either counts", {CONDITION("gout", "2020-01-01", "")}, {HAS("gout"), .qualifier = "certainty:confirmed_or_suspected"}, T, REASON_NONE, 0, 0, 0},
    {"provisional, and confirmed is asked", {{.kind = FACT_CONDITION, .concept = "gout", .start = "2020-01-01", .certainty = FACT_SUSPECTED}}, {HAS("gout"), .qualifier = "certainty:confirmed"}, U, REASON_NO_RECORD, 0, 0, 0},
    {"a severity that is not recorded", {CONDITION("gout", "2020-01-01", "")}, {HAS("gout"), .qualifier = "severity:severe"}, U, REASON_NO_RECORD, true, 0, 0},
    {"a severity in the record's words", {{.kind = FACT_CONDITION, .concept = "gout", .start = "2020-01-01", .text = "Severe gout"}}, {HAS("gout"), .qualifier = "severity:severe"}, T, REASON_NONE, 0, 0, 0},
    {"a severity turned round", {{.kind = FACT_CONDITION, .concept = "gout", .start = "2020-01-01", .text = "Gout, not severe"}}, {HAS("gout"), .qualifier = "severity:severe"}, U, REASON_NO_RECORD, 0, 0, 0},
    {"no such thing, however severe", {{0}}, {HAS("gout"), .qualifier = "severity:severe"}, F, REASON_NONE, true, 0, ASSUMED_CLOSED_WORLD},
    {"an example is enough", {CONDITION("gout", "2020-01-01", "")}, {HAS(""), .qualifier = "example:gout"}, T, REASON_NONE, 0, 0, 0},
    {"lasting long enough", {CONDITION("gout", "2020-08-01", "")}, {HAS("gout"), .lasting = ">= 6 mo"}, T, REASON_NONE, 0, 0, 0},
    {"lasting not long enough", {CONDITION("gout", "2020-10-01", "")}, {HAS("gout"), .lasting = ">= 6 mo"}, U, REASON_NO_RECORD, 0, 0, 0},
    {"lasting since some day of a year", {CONDITION("gout", "2020", "")}, {HAS("gout"), .lasting = ">= 6 mo"}, U, REASON_IMPRECISE_DATE, 0, 0, 0},
    {"planned", {{.kind = FACT_PROCEDURE, .concept = "lung_transplant", .start = "2021-02-01", .planned = true}}, {HAS("lung_transplant")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"planned, as asked", {{.kind = FACT_PROCEDURE, .concept = "lung_transplant", .start = "2021-02-01", .planned = true}}, {HAS("lung_transplant"), .tense = TENSE_PLANNED}, T, REASON_NONE, 0, 0, 0},
    {"an operation has taken place", {{.kind = FACT_PROCEDURE, .concept = "lung_transplant", .start = "2011-02-01", .one_time = true}}, {HAS("lung_transplant")}, T, REASON_NONE, 0, 0, 0},
    {"a dialysis that is over", {{.kind = FACT_PROCEDURE, .concept = "hemodialysis", .start = "2020-02-01", .end = "2020-02-03"}}, {HAS("dialysis"), .tense = TENSE_CURRENT}, U, REASON_NO_RECORD, 0, 0, 0},
    {"a status code of a transplant", {{.kind = FACT_PROCEDURE, .concept = "lung_transplant", .start = "2021-02-01", .history = true}}, {HAS("lung_transplant")}, T, REASON_NONE, 0, 0, 0},
    {"a relative's", {{.kind = FACT_FAMILY, .concept = "colon_cancer", .start = "2020-01-01"}}, {HAS("colon_cancer"), .tense = TENSE_HISTORY}, U, REASON_NO_RECORD, 0, 0, 0},
    {"a relative's, as asked", {{.kind = FACT_FAMILY, .concept = "colon_cancer", .start = "2020-01-01"}}, {HAS("malignancy"), .who = "family"}, T, REASON_NONE, 0, 0, 0},
    {"of the relative that is asked", {{.kind = FACT_FAMILY, .concept = "gout", .relative = "mother"}}, {HAS("gout"), .who = "family", .qualifier = "relative:first-degree"}, T, REASON_NONE, 0, 0, 0},
    {"of another relative", {{.kind = FACT_FAMILY, .concept = "gout", .relative = "maternal grandmother"}}, {HAS("gout"), .who = "family", .qualifier = "relative:first-degree"}, U, REASON_NO_RECORD, 0, 0, 0},
    {"of nobody knows which relative", {{.kind = FACT_FAMILY, .concept = "gout"}}, {HAS("gout"), .who = "family", .qualifier = "relative:mother"}, U, REASON_NO_RECORD, 0, 0, 0},
    {"the patient's, where a relative's is asked", {CONDITION("colon_cancer", "2020-01-01", "")}, {HAS("malignancy"), .who = "family"}, U, REASON_NO_RECORD, true, 0, 0},
    {"a donor's", {CONDITION("gout", "2020-01-01", "")}, {HAS("gout"), .who = "donor"}, U, REASON_NO_RECORD, true, 0, 0},
    {"a drug in use", {DRUG("metformin", "2019", "")}, {HAS("metformin"), .tense = TENSE_CURRENT}, T, REASON_NONE, 0, 0, 0},
    {"a course that is over", {DRUG("prednisone", "2021-02-01", "2021-02-12")}, {HAS("prednisone"), .tense = TENSE_CURRENT}, U, REASON_NO_RECORD, 0, 0, 0},
    {"a course in the window", {DRUG("prednisone", "2021-01-01", "2021-02-12")}, {HAS("prednisone"), .from = "-P4W", .to = "P0D"}, T, REASON_NONE, 0, 0, 0},
    {"a course before the window", {DRUG("prednisone", "2020-01-01", "2020-02-12")}, {HAS("prednisone"), .from = "-P4W", .to = "P0D"}, U, REASON_OUTSIDE_WINDOW, 0, 0, 0},
    {"stopped on an unknown day", {{.kind = FACT_MEDICATION, .concept = "prednisone", .start = "2020-01-01", .ended = true}}, {HAS("prednisone"), .from = "-P4W", .to = "P0D"}, U, REASON_IMPRECISE_DATE, 0, 0, 0},
    {"not taken", {{.kind = FACT_MEDICATION, .concept = "warfarin", .start = "2021-02-01", .certainty = FACT_DENIED}}, {HAS("warfarin"), .tense = TENSE_CURRENT}, F, REASON_NONE, 0, 0, 0},
    {"not taken says nothing of earlier", {{.kind = FACT_MEDICATION, .concept = "warfarin", .start = "2021-02-01", .certainty = FACT_DENIED}}, {HAS("warfarin"), .tense = TENSE_HISTORY}, U, REASON_NO_RECORD, 0, 0, 0},
    {"an allergy to the substance", {{.kind = FACT_ALLERGY, .concept = "penicillin", .start = "2010-01-01"}}, {HAS("penicillin_allergy")}, T, REASON_NONE, 0, 0, 0},
    {"an allergy is no use", {{.kind = FACT_ALLERGY, .concept = "penicillin", .start = "2010-01-01"}}, {HAS("penicillin")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"no known allergy", {{.kind = FACT_ALLERGY, .concept = "allergy", .start = "2010-01-01", .certainty = FACT_DENIED}}, {HAS("penicillin_allergy")}, F, REASON_NONE, 0, 0, 0},
    {"twice at least, on different days",
     {{.kind = FACT_ENCOUNTER, .concept = "hospitalization", .start = "2020-02-01", .one_time = true}, {.kind = FACT_ENCOUNTER, .concept = "hospitalization", .start = "2020-05-01", .one_time = true}},
     {COMPARE("hospitalization", ">= 2", "", ""), .counting = true},
     T,
     REASON_NONE,
     0,
     0,
     0},
    {"one day is once", {{.kind = FACT_ENCOUNTER, .concept = "hospitalization", .start = "2020-02-01", .one_time = true}, {.kind = FACT_ENCOUNTER, .concept = "hospitalization", .start = "2020-02-01", .one_time = true}}, {COMPARE("hospitalization", ">= 2", "", ""), .counting = true}, U, REASON_NO_RECORD, 0, 0, 0},
    {"refills are no lines of therapy", {DRUG("metformin", "2020-01-01", ""), DRUG("metformin", "2020-05-01", "")}, {COMPARE("metformin", ">= 2", "", ""), .counting = true}, U, REASON_NO_RECORD, 0, 0, 0},
};
CASES(eval, records, records)

/* Records that leave open what a closed world would deny. */
static trial_case open_questions[] = {
    {"a question without an answer", {TEST("smoking_status", "2021-02-01", 0)}, {HAS("current_smoker")}, U, REASON_NO_RECORD, true, 0, 0},
    {"one that says nothing", {{.kind = FACT_OBSERVATION, .concept = "smoking_status", .start = "2021-02-01", .certainty = FACT_UNCONFIRMED}}, {HAS("heavy_smoker")}, U, REASON_NO_RECORD, true, 0, 0},
    {"answered later", {TEST("smoking_status", "2020-02-01", 0), {.kind = FACT_OBSERVATION, .concept = "smoking_status", .start = "2021-02-01", .answer = "never_smoker"}}, {HAS("current_smoker")}, F, REASON_NONE, true, 0, 0},
    {"a question about something else", {TEST("smoking_status", "2021-02-01", 0)}, {HAS("alcohol_use")}, F, REASON_NONE, true, 0, ASSUMED_CLOSED_WORLD},
    {"an answer that is more general", {{.kind = FACT_OBSERVATION, .concept = "smoking_status", .start = "2021-02-01", .answer = "current_smoker"}}, {HAS("heavy_smoker")}, U, REASON_NO_RECORD, true, 0, 0},
    {"the thing itself, unconfirmed", {{.kind = FACT_OBSERVATION, .concept = "current_smoker", .start = "2021-02-01", .certainty = FACT_UNCONFIRMED}}, {HAS("current_smoker")}, U, REASON_NO_RECORD, true, 0, 0},
    {"something more general, suspected", {{.kind = FACT_CONDITION, .concept = "malignancy", .start = "2020-02-01", .certainty = FACT_SUSPECTED}}, {HAS("colon_cancer")}, U, REASON_NO_RECORD, true, 0, 0},
};
CASES(eval, open_questions, open_questions)

/* Outside of all observation periods the record is silent, which no closed world can change. The index date
 * is 2021-03-01. */
typedef struct silence_case {
    char name[48];
    char spans[2][2][12]; /* first and last days */
    asked rule;
    given fact;
    truth expected;
} silence_case;

static silence_case silences[] = {
    {"the index date is covered", {{"2019-01-01", "2021-03-01"}}, {HAS("gout")}, {0}, F},
    {"it ends the day before", {{"2019-01-01", "2021-02-28"}}, {HAS("gout")}, {0}, U},
    {"it begins the day after", {{"2021-03-02", "2022-01-01"}}, {HAS("gout")}, {0}, U},
    {"the index date lies between two", {{"2019-01-01", "2020-01-01"}, {"2021-06-01", "2022-01-01"}}, {HAS("gout")}, {0}, U},
    {"the window is covered", {{"2020-12-01", "2021-03-01"}}, {HAS("gout"), .from = "-P3M", .to = "P0D"}, {0}, F},
    {"by two, one behind the other", {{"2021-01-01", "2021-03-01"}, {"2020-11-01", "2020-12-31"}}, {HAS("gout"), .from = "-P3M", .to = "P0D"}, {0}, F},
    {"a day of it is not", {{"2021-01-02", "2021-03-01"}, {"2020-11-01", "2020-12-31"}}, {HAS("gout"), .from = "-P3M", .to = "P0D"}, {0}, U},
    {"it begins in the window", {{"2020-12-02", "2021-03-01"}}, {HAS("gout"), .from = "-P3M", .to = "P0D"}, {0}, U},
    {"ever, as far as it goes back", {{"2020-12-02", "2021-03-01"}}, {HAS("gout"), .tense = TENSE_HISTORY}, {0}, F},
    {"ever, with a gap", {{"2015-01-01", "2016-01-01"}, {"2018-01-01", "2021-03-01"}}, {HAS("gout"), .tense = TENSE_HISTORY}, {0}, U},
    {"a surgery is asked for as ever", {{"2015-01-01", "2016-01-01"}, {"2018-01-01", "2021-03-01"}}, {HAS("hysterectomy")}, {0}, U},
    {"what is recorded counts", {{"2019-01-01", "2020-01-01"}}, {HAS("gout")}, CONDITION("gout", "2019-05-01", ""), T},
    {"what is denied, too", {{"2019-01-01", "2020-01-01"}}, {HAS("gout")}, {.kind = FACT_CONDITION, .concept = "gout", .start = "2021-02-01", .certainty = FACT_DENIED}, F},
    {"what has ended may be back", {{"2015-01-01", "2020-01-01"}}, {HAS("gout")}, CONDITION("gout", "2016-05-01", "2016-07-01"), U},
    {"counting, covered", {{"2015-01-01", "2021-03-01"}}, {COMPARE("hospitalization", ">= 1", "", ""), .counting = true}, {0}, F},
    {"counting, not covered", {{"2015-01-01", "2020-03-01"}}, {COMPARE("hospitalization", ">= 1", "", ""), .counting = true}, {0}, U},
};

ParameterizedTestParameters(eval, silence)
{
    return cr_make_param_array(silence_case, silences, sizeof silences / sizeof *silences);
}

ParameterizedTest(silence_case *c, eval, silence)
{
    bench b;
    const eval_node *n;
    patient_span spans[2];

    bench_begin(&b);
    for (size_t i = 0; i < 2 && *c->spans[i][0]; i++) {
        spans[i] = (patient_span){when(c->spans[i][0]).first, when(c->spans[i][1]).first};
        b.patient.observed_count = i + 1;
    }
    b.patient.observed = spans;
    if (*c->fact.concept)
        record(&b.patient, &c->fact);
    for (int i = 1; i < CATEGORIES; i++)
        b.policy.closed_world[i] = true;
    n = bench_ask(&b, leaf(b.arena, &c->rule), CRITERION_INCLUSION);
    cr_expect_eq(n->truth, c->expected, "%s: %d, %s", c->name, n->truth, n->message);
    cr_expect(c->expected != U || n->reason == REASON_NO_RECORD, "%s: %s", c->name, reason_name(n->reason));
    arena_delete(b.arena);
}

/* ---- windows ---- */

static trial_case windows[] = {
    {"an event in it", {CONDITION("myocardial_infarction", "2020-12-01", "")}, {HAS("myocardial_infarction"), .from = "-P3M", .to = "P0D"}, T, REASON_NONE, 0, 0, 0},
    {"an event a day earlier", {CONDITION("myocardial_infarction", "2020-11-30", "")}, {HAS("myocardial_infarction"), .from = "-P3M", .to = "P0D"}, U, REASON_OUTSIDE_WINDOW, 0, 0, 0},
    {"the same in a closed world", {CONDITION("myocardial_infarction", "2020-11-30", "")}, {HAS("myocardial_infarction"), .from = "-P3M", .to = "P0D"}, F, REASON_NONE, true, 0, ASSUMED_CLOSED_WORLD},
    {"a state that began earlier", {CONDITION("gout", "2015-01-01", "")}, {HAS("gout"), .from = "-P3M", .to = "P0D"}, T, REASON_NONE, 0, 0, 0},
    {"a state that ended in it", {CONDITION("gout", "2015-01-01", "2020-12-01")}, {HAS("gout"), .from = "-P3M", .to = "P0D"}, T, REASON_NONE, 0, 0, 0},
    {"a state that ended before it", {CONDITION("gout", "2015-01-01", "2020-11-30")}, {HAS("gout"), .from = "-P3M", .to = "P0D"}, U, REASON_OUTSIDE_WINDOW, 0, 0, 0},
    {"a month inside it", {CONDITION("stroke", "2020-10", "")}, {HAS("stroke"), .from = "-P6M", .to = "P0D"}, T, REASON_NONE, 0, 0, 0},
    {"a month across its end", {CONDITION("stroke", "2020-08", "")}, {HAS("stroke"), .from = "-P199D", .to = "P0D"}, U, REASON_IMPRECISE_DATE, 0, 0, 0},
    {"this year, as far as it went", {CONDITION("stroke", "2021", "")}, {HAS("stroke"), .from = "-P2M", .to = "P0D"}, T, REASON_NONE, 0, 0, 0},
    {"without a day", {CONDITION("stroke", "", "")}, {HAS("stroke"), .from = "-P2M", .to = "P0D"}, U, REASON_IMPRECISE_DATE, 0, 0, 0},
    {"a code that says in the past", {{.kind = FACT_CONDITION, .concept = "stroke", .start = "2021-02-01", .history = true}}, {HAS("stroke"), .from = "-P2M", .to = "P0D"}, U, REASON_IMPRECISE_DATE, 0, 0, 0},
    {"more than 6 months ago", {CONDITION("stroke", "2020-08-31", "")}, {HAS("stroke"), .to = "-P6M("}, T, REASON_NONE, 0, 0, 0},
    {"exactly 6 months ago is not more", {CONDITION("stroke", "2020-09-01", "")}, {HAS("stroke"), .to = "-P6M("}, U, REASON_OUTSIDE_WINDOW, 0, 0, 0},
    {"yet to come", {{0}}, {HAS("stroke"), .from = "P0D", .to = "P6M"}, U, REASON_NO_RECORD, true, 0, 0},
    {"a day, by the clock", {CONDITION("stroke", "2021-02-28", "")}, {HAS("stroke"), .from = "-PT24H", .to = "P0D"}, T, REASON_NONE, 0, 0, 0},
    {"half a day, by the clock", {CONDITION("stroke", "2021-02-28", "")}, {HAS("stroke"), .from = "-PT12H", .to = "P0D"}, U, REASON_IMPRECISE_DATE, 0, 0, 0},
    {"a denial before the window", {{.kind = FACT_CONDITION, .concept = "stroke", .start = "2019-01-01", .certainty = FACT_DENIED}}, {HAS("stroke"), .from = "-P2M", .to = "P0D"}, U, REASON_NO_RECORD, 0, 0, 0},
};
CASES(eval, windows, windows)

/* ---- tests and answers ---- */

static trial_case tests[] = {
    {"a positive test", {TEST("hiv_test", "2021-02-01", 1)}, {HAS("hiv_infection")}, T, REASON_NONE, 0, 0, 0},
    {"a negative test", {TEST("hiv_test", "2021-02-01", -1)}, {HAS("hiv_infection")}, F, REASON_NONE, 0, 0, 0},
    {"a negative test says nothing of earlier", {TEST("hiv_test", "2021-02-01", -1)}, {HAS("hiv_infection"), .tense = TENSE_HISTORY}, U, REASON_NO_RECORD, 0, 0, 0},
    {"the later test", {TEST("hiv_test", "2021-01-01", 1), TEST("hiv_test", "2021-02-01", -1)}, {HAS("hiv_infection")}, F, REASON_NONE, 0, 0, 0},
    {"a case once confirmed", {TEST("covid_pcr", "2021-02-01", 1), TEST("covid_pcr", "2021-02-20", -1)}, {HAS("covid_19"), .tense = TENSE_HISTORY}, T, REASON_NONE, 0, 0, 0},
    {"a diagnosis and a later negative test", {CONDITION("hiv_infection", "2020-01-01", ""), TEST("hiv_test", "2021-02-20", -1)}, {HAS("hiv_infection")}, U, REASON_CONFLICT, 0, 0, 0},
    {"an antibody proves nothing", {TEST("hcv_antibody", "2021-02-01", 1)}, {HAS("hepatitis_c")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"no antibody, no disease", {TEST("hcv_antibody", "2021-02-01", -1)}, {HAS("hepatitis_c")}, F, REASON_NONE, 0, 0, 0},
    {"a negative for a member", {TEST("hcv_antibody", "2021-02-01", -1)}, {HAS("viral_hepatitis")}, U, REASON_NO_RECORD, 0, 0, 0},
    {"positive, as asked", {TEST("hbsag", "2021-02-01", 1)}, {HAS("hbsag"), .qualifier = "result:positive"}, T, REASON_NONE, 0, 0, 0},
    {"negative, as asked", {TEST("hbsag", "2021-02-01", -1)}, {HAS("hbsag"), .qualifier = "result:negative"}, T, REASON_NONE, 0, 0, 0},
    {"not positive", {TEST("hbsag", "2021-02-01", -1)}, {HAS("hbsag"), .qualifier = "result:positive"}, F, REASON_NONE, 0, 0, 0},
    {"no test", {{0}}, {HAS("hbsag"), .qualifier = "result:positive"}, U, REASON_NO_RECORD, true, 0, 0},
    {"HIV negative", {TEST("hiv_test", "2021-02-01", -1)}, {HAS("hiv_infection"), .qualifier = "result:negative"}, T, REASON_NONE, 0, 0, 0},
    {"two tests of a day that differ", {TEST("hbsag", "2021-02-01", 1), TEST("hbsag", "2021-02-01", -1)}, {HAS("hbsag"), .qualifier = "result:positive"}, U, REASON_CONFLICT, 0, 0, 0},
    {"an answer", {{.kind = FACT_OBSERVATION, .concept = "smoking_status", .start = "2020-01-01", .answer = "current_smoker"}}, {HAS("current_smoker")}, T, REASON_NONE, 0, 0, 0},
    {"a later answer",
     {{.kind = FACT_OBSERVATION, .concept = "smoking_status", .start = "2020-01-01", .answer = "current_smoker"}, {.kind = FACT_OBSERVATION, .concept = "smoking_status", .start = "2021-01-01", .answer = "former_smoker"}},
     {HAS("current_smoker"), .tense = TENSE_CURRENT},
     F,
     REASON_NONE,
     0,
     0,
     0},
    {"never so", {{.kind = FACT_OBSERVATION, .concept = "smoking_status", .start = "2020-01-01", .answer = "never_smoker"}}, {HAS("current_smoker")}, F, REASON_NONE, 0, 0, 0},
    {"a test too old to say it is still so", {TEST("pregnancy_test", "2019-01-01", 1)}, {HAS("pregnancy")}, U, REASON_OUTSIDE_WINDOW, 0, 0, 0},
};
CASES(eval, tests, tests)

/* ---- age and sex ---- */

struct age_case {
    char birth[12], low[8], high[8], unit[4];
    truth expected;
};

ParameterizedTestParameters(eval, age)
{
    static struct age_case cases[] = {
        {"1945-03-02", "", "<= 75", "a", T}, /* 76 tomorrow */
        {"1945-03-01", "", "<= 75", "a", F}, /* 76 today */
        {"2003-03-01", ">= 18", "", "a", T},
        {"2003-03-02", ">= 18", "", "a", F},
        {"2003-03", ">= 18", "", "a", U},
        {"1955", ">= 65", "", "a", T},
        {"1956", ">= 65", "", "a", U},
        {"1956", ">= 18", "", "a", T},
        {"2003-02-28", "> 18", "", "a", F},
        {"2020-08-31", ">= 6", "", "mo", T},
        {"2020-09-02", ">= 6", "", "mo", F},
        {"2022-01-01", ">= 18", "", "a", U},
        {"", ">= 18", "", "a", U},
        {"2002-09-01", ">= 18.5", "", "a", T},
        {"2002-09-02", ">= 18.5", "", "a", F},
        {"1970-06-15", ">= 18", "<= 50", "", T},
    };
    return cr_make_param_array(struct age_case, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct age_case *c, eval, age)
{
    bench b;
    asked q = {.op = RULE_COMPARE, .concept = "age"};
    const eval_node *n;

    bench_begin(&b);
    b.patient.birth = when(c->birth);
    strcpy(q.low, c->low);
    strcpy(q.high, c->high);
    strcpy(q.unit, c->unit);
    n = bench_ask(&b, leaf(b.arena, &q), CRITERION_INCLUSION);
    cr_expect_eq(n->truth, c->expected, "born %s, %s %s %s: %s", c->birth, c->low, c->high, c->unit, n->message);
    arena_delete(b.arena);
}

Test(eval, a_male_patient_is_not_pregnant)
{
    bench b;
    asked q = {.op = RULE_HAS, .concept = "pregnancy"};

    bench_begin(&b);
    b.patient.sex = SEX_MALE;
    cr_expect_eq(bench_ask(&b, leaf(b.arena, &q), CRITERION_INCLUSION)->truth, F);
    b.patient.sex = SEX_UNKNOWN;
    cr_expect_eq(bench_ask(&b, leaf(b.arena, &q), CRITERION_INCLUSION)->truth, U);
    arena_delete(b.arena);
}

/* ---- operators ---- */

static const rule *has(bench *b, const char *concept)
{
    asked q = {.op = RULE_HAS};

    strcpy(q.concept, concept);
    return leaf(b->arena, &q);
}

static const rule *parts(bench *b, rule_op op, const rule *one, const rule *two)
{
    rule *r = rule_new(b->arena, op, (eligo_span){0, 1});
    const rule **of = arena_array(b->arena, 2, sizeof *of);

    of[0] = one;
    of[1] = two;
    r->of = of;
    r->count = two ? 2 : 1;
    r->id = "I1";
    return r;
}

Test(eval, an_exception_takes_records_away)
{
    bench b;
    given bcc = CONDITION("basal_cell_carcinoma", "2019-01-01", ""), colon = CONDITION("colon_cancer", "2020-01-01", "");
    const rule *r;

    bench_begin(&b);
    r = parts(&b, RULE_EXCEPT, has(&b, "malignancy"), has(&b, "basal_cell_carcinoma"));
    record(&b.patient, &bcc);
    cr_expect_eq(bench_ask(&b, r, CRITERION_EXCLUSION)->truth, U);
    b.policy.closed_world[CATEGORY_CONDITION] = true;
    cr_expect_eq(bench_ask(&b, r, CRITERION_EXCLUSION)->truth, F);
    record(&b.patient, &colon);
    cr_expect_eq(bench_ask(&b, r, CRITERION_EXCLUSION)->truth, T);
    arena_delete(b.arena);
}

Test(eval, an_exception_elsewhere_is_and_not)
{
    bench b;
    given psoriasis = CONDITION("psoriasis", "2019-01-01", ""), hepatitis = CONDITION("hepatitis_b", "2020-01-01", "");
    const rule *r;

    bench_begin(&b);
    r = parts(&b, RULE_EXCEPT, has(&b, "psoriasis"), has(&b, "hepatitis_b"));
    record(&b.patient, &psoriasis);
    cr_expect_eq(bench_ask(&b, r, CRITERION_EXCLUSION)->truth, U);
    record(&b.patient, &hepatitis);
    cr_expect_eq(bench_ask(&b, r, CRITERION_EXCLUSION)->truth, F);
    arena_delete(b.arena);
}

Test(eval, verdicts_turn_with_the_polarity)
{
    bench b;
    given gout = CONDITION("gout", "2019-01-01", "");
    const eval_node *n;

    bench_begin(&b);
    record(&b.patient, &gout);
    cr_expect_eq(bench_ask(&b, has(&b, "gout"), CRITERION_INCLUSION)->verdict, VERDICT_PASS);
    cr_expect_eq(bench_ask(&b, has(&b, "gout"), CRITERION_EXCLUSION)->verdict, VERDICT_FAIL);
    n = bench_ask(&b, parts(&b, RULE_NOT, has(&b, "gout"), NULL), CRITERION_INCLUSION);
    cr_expect(n[0].verdict == VERDICT_FAIL && n[0].truth == F && n[1].verdict == VERDICT_FAIL && n[1].truth == T);
    n = bench_ask(&b, parts(&b, RULE_IF, has(&b, "gout"), has(&b, "stroke")), CRITERION_INCLUSION);
    cr_expect(n[0].verdict == VERDICT_UNKNOWN && n[1].verdict == VERDICT_FAIL && n[2].verdict == VERDICT_UNKNOWN);
    cr_expect_eq(n[0].reason, REASON_NO_RECORD);
    n = bench_ask(&b, parts(&b, RULE_EXCEPT, has(&b, "stroke"), has(&b, "gout")), CRITERION_EXCLUSION);
    cr_expect(n[0].verdict == VERDICT_PASS && n[2].verdict == VERDICT_PASS && n[2].truth == T);
    arena_delete(b.arena);
}

Test(eval, a_mic_belongs_to_its_germ)
{
    bench b;
    given mic = OBS("mic_meropenem", "2021-02-01", 16, "mg/L");
    asked q = {.op = RULE_COMPARE, .concept = "mic_meropenem", .low = ">= 2", .unit = "ug/mL"};
    const rule *r;

    bench_begin(&b);
    r = parts(&b, RULE_ALL, has(&b, "klebsiella_pneumoniae"), leaf(b.arena, &q));
    record(&b.patient, &mic);
    b.patient.facts[0].organism = named("klebsiella_pneumoniae");
    cr_expect_eq(bench_ask(&b, r, CRITERION_INCLUSION)->truth, T);
    b.patient.facts[0].organism = named("escherichia_coli");
    cr_expect_eq(bench_ask(&b, r, CRITERION_INCLUSION)[2].truth, U);
    cr_expect_eq(bench_ask(&b, leaf(b.arena, &q), CRITERION_INCLUSION)->truth, T);
    arena_delete(b.arena);
}

Test(eval, readings_that_differ_are_ambiguous)
{
    bench b;
    given gout = CONDITION("gout", "2019-01-01", "");
    const eval_node *n;

    bench_begin(&b);
    record(&b.patient, &gout);
    n = bench_ask(&b, parts(&b, RULE_READINGS, has(&b, "gout"), has(&b, "stroke")), CRITERION_INCLUSION);
    cr_expect(n->truth == U && n->reason == REASON_AMBIGUOUS);
    n = bench_ask(&b, parts(&b, RULE_READINGS, has(&b, "gout"), has(&b, "gout")), CRITERION_INCLUSION);
    cr_expect_eq(n->truth, T);
    arena_delete(b.arena);
}

Test(eval, what_is_open_can_be_attested)
{
    bench b;
    eval_attest said[] = {{"I1", true}};
    rule *r;
    const eval_node *n;

    bench_begin(&b);
    r = rule_new(b.arena, RULE_JUDGEMENT, (eligo_span){0, 1});
    r->id = "I1";
    r->topic = "willingness";
    n = bench_ask(&b, r, CRITERION_INCLUSION);
    cr_expect(n->truth == U && n->reason == REASON_JUDGEMENT);
    b.policy.attested = said;
    b.policy.attested_count = 1;
    n = bench_ask(&b, r, CRITERION_EXCLUSION);
    cr_expect(n->verdict == VERDICT_PASS && n->truth == F && n->assumed == ASSUMED_ATTESTED);
    arena_delete(b.arena);
}

Test(eval, message_margin_and_evidence)
{
    bench b;
    given bmi = OBS("bmi", "2021-02-11", 31.2, "kg/m2");
    asked q = {.op = RULE_COMPARE, .concept = "bmi", .low = "> 28", .unit = "kg/m2"};
    const eval_node *n;

    bench_begin(&b);
    record(&b.patient, &bmi);
    n = bench_ask(&b, leaf(b.arena, &q), CRITERION_EXCLUSION);
    cr_expect(n->margin_given && fabs(n->margin - 3.2) < 1e-9);
    cr_expect(strstr(n->message, "31.2 kg/m2 (2021-02-11) is above 28"), "%s", n->message);
    cr_assert_eq(n->evidence_count, 1);
    cr_expect_str_eq(n->evidence[0].fact, "fact/1");
    cr_expect_float_eq(n->evidence[0].low, 31.2, 1e-9);
    arena_delete(b.arena);
}

/* A record of the one or the other meets "stroke or TIA", and is the evidence of it. */
Test(eval, one_of_the_alternatives_is_traced)
{
    bench b;
    given either = CONDITION("cerebrovascular_event", "2020-01-01", "");
    asked stroke = {.op = RULE_HAS, .concept = "stroke"}, tia = {.op = RULE_HAS, .concept = "tia"};
    const rule *of[2];
    const eval_node *n;

    bench_begin(&b);
    record(&b.patient, &either);
    of[0] = leaf(b.arena, &stroke);
    of[1] = leaf(b.arena, &tia);
    n = bench_ask(&b, rule_join(b.arena, RULE_ANY, (eligo_span){0, 1}, of, 2), CRITERION_EXCLUSION);
    cr_assert(n->truth == T && n[1].truth == U && n[2].truth == U);
    cr_expect(strstr(n->message, "cerebrovascular event is recorded"), "%s", n->message);
    cr_assert_eq(n->evidence_count, 1);
    cr_expect_str_eq(n->evidence[0].fact, "fact/1");
    arena_delete(b.arena);
}

/* "Other viral pneumonia" beside a trial of one virus: another kind is another, and what may be the one asked for is not. */
Test(screen, others_beside_what_is_asked_for)
{
    static const rule_qualifier other = {.kind = "cause", .value = "other", .text = "other"};
    static const struct {
        const char *asked, *recorded;
        truth expected;
    } cases[] = {
        {"covid_19_pneumonia", "influenza_pneumonia", T},
        {"covid_19", "adenoviral_pneumonia", T},
        {"covid_pcr", "influenza_pneumonia", T},
        {"covid_19_pneumonia", "covid_19_pneumonia", U},
        {"covid_19_pneumonia", "viral_pneumonia", U},
        {"covid_19_pneumonia", "pneumonia", U},
        {"gout", "influenza_pneumonia", U},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bench b;
        given g = {.kind = FACT_CONDITION, .start = "2021-02-20"};
        criterion list[2];
        rules trial = {.criteria = list, .criterion_count = 2};
        rule barred;
        screen_result s;

        bench_begin(&b);
        strcpy(g.concept, cases[i].recorded);
        record(&b.patient, &g);
        memset(list, 0, sizeof list);
        list[0].rule = has(&b, cases[i].asked);
        barred = *has(&b, "viral_pneumonia");
        barred.qualifiers = &other;
        barred.qualifier_count = 1;
        list[1].rule = &barred;
        list[1].kind = CRITERION_EXCLUSION;
        s = screen_trial(eval_record_new(&b.patient, &b.policy, b.arena), &trial);
        cr_expect_eq(s.criteria[1].nodes[0].truth, cases[i].expected, "%s beside %s", cases[i].recorded, cases[i].asked);
        arena_delete(b.arena);
    }
}

/* "History of cancer" beside a trial of lung cancer: what the trial asks for turns nobody away, another one does. */
Test(screen, bars_what_it_asks_for)
{
    static const struct {
        const char *asked, *barred;
        rule_tense tense;
        const char *recorded[2], *start[2];
        truth expected;
    } cases[] = {
        {"non_small_cell_lung_cancer", "malignancy", TENSE_HISTORY, {"non_small_cell_lung_cancer"}, {"2021-01-10"}, U},
        {"non_small_cell_lung_cancer", "malignancy", TENSE_NONE, {"non_small_cell_lung_cancer"}, {"2021-01-10"}, U},
        {"non_small_cell_lung_cancer", "lung_disease", TENSE_NONE, {"non_small_cell_lung_cancer"}, {"2021-01-10"}, U},
        {"non_small_cell_lung_cancer", "malignancy", TENSE_HISTORY, {"lung_cancer"}, {"2021-01-10"}, U},
        {"non_small_cell_lung_cancer", "malignancy", TENSE_HISTORY, {"malignancy"}, {"2021-01-10"}, U},
        {"non_small_cell_lung_cancer", "malignancy", TENSE_HISTORY, {"non_small_cell_lung_cancer", "brain_metastasis"}, {"2021-01-10", "2021-02-01"}, U},
        {"non_small_cell_lung_cancer", "malignancy", TENSE_HISTORY, {"non_small_cell_lung_cancer", "breast_cancer"}, {"2021-01-10", "2012-02-01"}, T},
        {"non_small_cell_lung_cancer", "malignancy", TENSE_HISTORY, {"breast_cancer"}, {"2012-02-01"}, T},
        {"non_small_cell_lung_cancer", "lung_disease", TENSE_NONE, {"non_small_cell_lung_cancer", "copd"}, {"2021-01-10", "2012-02-01"}, T},
        {"non_small_cell_lung_cancer", "malignancy", TENSE_HISTORY, {"gout"}, {"2012-02-01"}, U},
        /* what happens on a day: an earlier one is another one */
        {"stemi", "myocardial_infarction", TENSE_HISTORY, {"stemi"}, {"2021-02-20"}, U},
        {"stemi", "myocardial_infarction", TENSE_HISTORY, {"stemi", "myocardial_infarction"}, {"2021-02-20", "2015-02-20"}, T},
        {"stroke", "stroke", TENSE_HISTORY, {"stroke"}, {"2021-02-20"}, U},
        {"stroke", "stroke", TENSE_HISTORY, {"stroke", "stroke"}, {"2021-02-20", "2015-02-20"}, T},
        {"pci", "pci", TENSE_HISTORY, {"pci"}, {"2021-03-01"}, U},
        {"pci", "coronary_revascularization", TENSE_HISTORY, {"pci"}, {"2021-03-01"}, U},
        {"pci", "pci", TENSE_HISTORY, {"pci", "pci"}, {"2021-03-01", "2015-02-20"}, T},
        {"pci", "pci", TENSE_HISTORY, {"pci"}, {"2015-02-20"}, T},
        /* no wider thing, and no earlier one: by the letter */
        {"gout", "gout", TENSE_NONE, {"gout"}, {"2021-01-10"}, T},
        {"malignancy", "non_small_cell_lung_cancer", TENSE_NONE, {"non_small_cell_lung_cancer"}, {"2021-01-10"}, T},
        {"gout", "malignancy", TENSE_HISTORY, {"non_small_cell_lung_cancer"}, {"2021-01-10"}, T},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int under = 0; under < 3; under++) { /* by itself; among others; beside what narrows it */
            bench b;
            criterion list[2];
            rules trial = {.criteria = list, .criterion_count = 2};
            rule asked, barred;
            screen_result s;
            truth expected = under == 2 && *cases[i].recorded[0] != 'g' ? T : cases[i].expected;

            bench_begin(&b);
            for (size_t k = 0; k < 2 && cases[i].recorded[k]; k++) {
                bool done = named(cases[i].recorded[k])->category == CATEGORY_PROCEDURE;
                given g = {.kind = done ? FACT_PROCEDURE : FACT_CONDITION, .one_time = done};

                strcpy(g.concept, cases[i].recorded[k]);
                strcpy(g.start, cases[i].start[k]);
                record(&b.patient, &g);
            }
            memset(list, 0, sizeof list);
            asked = *has(&b, cases[i].asked);
            asked.tense = asked.subject.category == CATEGORY_PROCEDURE ? TENSE_CURRENT : TENSE_NONE;
            list[0].rule = &asked;
            barred = *has(&b, cases[i].barred);
            barred.tense = cases[i].tense;
            list[1].rule = under ? parts(&b, under == 1 ? RULE_ANY : RULE_ALL, has(&b, "psoriasis"), &barred) : &barred;
            list[1].kind = CRITERION_EXCLUSION;
            s = screen_trial(eval_record_new(&b.patient, &b.policy, b.arena), &trial);
            cr_expect_eq(s.criteria[1].nodes[under ? 2 : 0].truth, expected, "%s beside %s, %d", cases[i].barred, cases[i].asked, under);
            if (s.criteria[1].nodes[under ? 2 : 0].truth == TRUTH_TRUE)
                cr_expect_eq(s.criteria[1].nodes[under ? 2 : 0].evidence_count, 1, "%s beside %s", cases[i].barred, cases[i].asked);
            arena_delete(b.arena);
        }
}

/* "Stroke within the last 3 months" of those who have one now: that one is none before it. */
Test(screen, bars_an_earlier_one)
{
    static const struct {
        rule_tense asked;
        const char *from, *start[2];
        truth expected;
    } cases[] = {
        {TENSE_NONE, "-P2D", {"2021-02-28"}, U},
        {TENSE_NONE, "-P2D", {"2021-02-28", "2021-01-10"}, T},
        {TENSE_NONE, "-P2D", {"2021-01-10"}, T}, /* not the one that is asked for */
        {TENSE_NONE, "-P2D", {"2021-02-28", "2015-01-10"}, U},
        {TENSE_HISTORY, "", {"2021-01-10"}, T}, /* who has had one at any time */
    };
    static const asked barred = {.op = RULE_HAS, .concept = "stroke", .tense = TENSE_HISTORY, .from = "-P3M", .to = "P0D"};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bench b;
        asked own = {.op = RULE_HAS, .concept = "stroke", .tense = cases[i].asked};
        criterion list[2];
        rules trial = {.criteria = list, .criterion_count = 2};
        screen_result s;

        bench_begin(&b);
        for (size_t k = 0; k < 2 && cases[i].start[k]; k++) {
            given g = CONDITION("stroke", "", "");

            strcpy(g.start, cases[i].start[k]);
            record(&b.patient, &g);
        }
        strcpy(own.from, cases[i].from);
        strcpy(own.to, *own.from ? "P0D" : "");
        memset(list, 0, sizeof list);
        list[0].rule = leaf(b.arena, &own);
        list[1].rule = leaf(b.arena, &barred);
        list[1].kind = CRITERION_EXCLUSION;
        s = screen_trial(eval_record_new(&b.patient, &b.policy, b.arena), &trial);
        cr_expect_eq(s.criteria[1].nodes[0].truth, cases[i].expected, "case %zu", i);
        arena_delete(b.arena);
    }
}

Test(screen, fail_beats_unknown_beats_pass)
{
    bench b;
    given gout = CONDITION("gout", "2019-01-01", "");
    criterion list[3];
    rules trial = {.criteria = list};
    screen_result s;

    bench_begin(&b);
    record(&b.patient, &gout);
    memset(list, 0, sizeof list);
    list[0].rule = has(&b, "gout");
    list[1].rule = has(&b, "stroke");
    list[2].rule = has(&b, "gout");
    list[2].kind = CRITERION_EXCLUSION;
    b.patient.deceased = true;
    for (size_t n = 0; n <= 3; n++) {
        static const verdict expected[] = {VERDICT_UNKNOWN, VERDICT_PASS, VERDICT_UNKNOWN, VERDICT_FAIL};

        trial.criterion_count = n;
        s = screen_trial(eval_record_new(&b.patient, &b.policy, b.arena), &trial);
        cr_expect_eq(s.verdict, expected[n], "%zu criteria", n);
        cr_expect(s.deceased && s.count == n);
    }
    arena_delete(b.arena);
}
