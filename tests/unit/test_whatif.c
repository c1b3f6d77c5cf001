#include "engine/whatif.h"

#include "grammar/compile.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

struct change {
    char criterion[48];
    char set[3][40]; /* "+..." adds, "-..." drops, else sets */
    truth before, after;
};

static day as_of(void)
{
    return day_of(2021, 3, 1);
}

static void observe(patient *p, const char *concept, const char *at, double value, const char *ucum)
{
    fact *f = patient_fact(p, FACT_OBSERVATION);

    f->concept = lexicon_concept(lexicon_core(), concept, strlen(concept));
    cr_assert(f->concept && date_parse(at, strlen(at), &f->start));
    f->end = f->start;
    f->id = "Observation/1";
    f->value = (fact_value){.kind = VALUE_NUMBER, .low = value, .high = value, .low_inclusive = true, .high_inclusive = true, .ucum = ucum};
}

static void make_patient(patient *p, arena *a)
{
    fact *f;

    patient_begin(p, a, lexicon_core(), "p");
    p->sex = SEX_FEMALE;
    p->birth = date_of_day(day_of(1970, 1, 1));
    observe(p, "bmi", "2021-02-11", 31.2, "kg/m2");
    f = patient_fact(p, FACT_CONDITION);
    f->concept = lexicon_concept(lexicon_core(), "gout", 4);
    f->text = "Gout";
    f->start = date_of_day(day_of(2019, 1, 1));
    patient_settle(p);
}

ParameterizedTestParameters(whatif, changes)
{
    static struct change cases[] = {
        {"BMI > 28 kg/m2", {"BMI=27 kg/m2"}, TRUTH_TRUE, TRUTH_FALSE},
        {"BMI > 28 kg/m2", {"BMI = 27"}, TRUTH_TRUE, TRUTH_FALSE},
        {"BMI > 28 kg/m2", {"-BMI"}, TRUTH_TRUE, TRUTH_UNKNOWN},
        {"BMI > 28 kg/m2", {"-Observation/1"}, TRUTH_TRUE, TRUTH_UNKNOWN},
        {"Potassium > 5 mmol/L", {"potassium=6 mmol/L"}, TRUTH_UNKNOWN, TRUTH_TRUE},
        {"Potassium > 5 mmol/L", {"+potassium=6 mmol/L @ 2021-02-01"}, TRUTH_UNKNOWN, TRUTH_TRUE},
        {"Potassium > 5 mmol/L", {"+potassium=6 mmol/L @ 2021-04-01"}, TRUTH_UNKNOWN, TRUTH_UNKNOWN},
        {"Gout", {"gout=no"}, TRUTH_TRUE, TRUTH_FALSE},
        {"Gout", {"-gout"}, TRUTH_TRUE, TRUTH_UNKNOWN},
        {"Asthma", {"asthma=yes"}, TRUTH_UNKNOWN, TRUTH_TRUE},
        {"Stroke within 6 months before screening", {"+stroke @ 2021-01-01"}, TRUTH_UNKNOWN, TRUTH_TRUE},
        {"Stroke within 6 months before screening", {"+stroke @ 2020-01-01"}, TRUTH_UNKNOWN, TRUTH_UNKNOWN},
        {"Age >= 60 years", {"age=61 years"}, TRUTH_FALSE, TRUTH_TRUE},
        {"Pregnant", {"sex=male"}, TRUTH_UNKNOWN, TRUTH_FALSE},
        {"Pregnant", {"gender=M"}, TRUTH_UNKNOWN, TRUTH_FALSE},
        {"Female", {"female=no"}, TRUTH_TRUE, TRUTH_FALSE},
        {"Age >= 60 years", {"date of birth=1950-01-01"}, TRUTH_FALSE, TRUTH_TRUE},
        {"NYHA class III or IV", {"NYHA class=III"}, TRUTH_UNKNOWN, TRUTH_TRUE},
        {"Child-Pugh class A", {"Child-Pugh=B"}, TRUTH_UNKNOWN, TRUTH_FALSE},
        {"Gestational age >= 26 weeks", {"due date=2021-06-01"}, TRUTH_UNKNOWN, TRUTH_TRUE},
        {"Current use of warfarin", {"Coumadin=yes"}, TRUTH_UNKNOWN, TRUTH_TRUE},
        {"Platelets < 100 x 10^9/L", {"PLT=80 K/uL"}, TRUTH_UNKNOWN, TRUTH_TRUE},
    };
    return cr_make_param_array(struct change, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct change *c, whatif, changes)
{
    arena *a = arena_new((size_t)1 << 24);
    patient before, after;
    eval_policy policy = {.as_of = as_of()};
    criterion one = {.id = "I1", .kind = CRITERION_INCLUSION};
    rules trial = {.criteria = &one, .criterion_count = 1};
    whatif_result w;

    one.rule = compile_criterion(c->criterion, strlen(c->criterion), CRITERION_INCLUSION, lexicon_core(), a);
    make_patient(&before, a);
    whatif_copy(&after, &before, a);
    for (size_t i = 0; i < 3 && *c->set[i]; i++) {
        const char *text = c->set[i];
        eligo_error err = {0};
        eligo_code code = *text == '+'   ? whatif_add(&after, text + 1, strlen(text + 1), as_of(), &err)
                          : *text == '-' ? whatif_drop(&after, text + 1, strlen(text + 1), &err)
                                         : whatif_set(&after, text, strlen(text), as_of(), &err);
        cr_assert_eq(code, ELIGO_OK, "%s: %s", text, err.message);
    }
    w = whatif_compare(&trial, &before, &after, &policy, &policy, a);
    cr_assert(!arena_failed(a) && w.before.count == 1 && w.after.count == 1);
    cr_expect_eq(w.before.criteria[0].nodes[0].truth, c->before, "%s", w.before.criteria[0].nodes[0].message);
    cr_expect_eq(w.after.criteria[0].nodes[0].truth, c->after, "%s: %s", c->set[0], w.after.criteria[0].nodes[0].message);
    cr_expect_eq(w.change_count > 0, c->before != c->after);
    cr_expect_eq(w.keeping_out_count > 0, c->after == TRUTH_FALSE);
    arena_delete(a);
}

/* What is put in has nothing of what was taken out before it. */
Test(whatif, nothing_of_what_was_dropped)
{
    arena *a = arena_new((size_t)1 << 24);
    eligo_error err = {0};
    patient p;
    fact *f;

    make_patient(&p, a);
    f = patient_fact(&p, FACT_CONDITION);
    f->concept = lexicon_concept(lexicon_core(), "asthma", 6);
    f->certainty = FACT_SUSPECTED;
    f->value = (fact_value){.kind = VALUE_NUMBER, .low = 3, .high = 3, .ucum = "mg/L"};
    cr_assert_eq(whatif_drop(&p, "asthma", 6, &err), ELIGO_OK);
    cr_assert_eq(whatif_add(&p, "stroke @ 2021-01-01", 19, as_of(), &err), ELIGO_OK);
    f = NULL;
    for (size_t i = 0; i < p.fact_count; i++)
        if (strcmp(p.facts[i].concept->id, "stroke") == 0)
            f = &p.facts[i];
    cr_assert_not_null(f);
    cr_expect_neq(f->certainty, FACT_SUSPECTED);
    cr_expect_eq(f->value.kind, VALUE_NONE);
    cr_expect_null(f->value.ucum);
    arena_delete(a);
}

struct refused {
    char how, text[40];
};

ParameterizedTestParameters(whatif, refusals)
{
    static struct refused cases[] = {
        {'=', "BMI"},
        {'=', "BMI="},
        {'=', "BMI=tall"},
        {'=', "zorblax=3"},
        {'=', "=3"},
        {'=', "glucose=7 kg"},
        {'=', "sex=maybe"},
        {'=', "age=old"},
        {'=', "age=200"},
        {'=', "date of birth=2030-01-01"},
        {'=', "NYHA class=X"},
        {'=', "gout=sometimes"},
        {'=', ""},
        {'+', "stroke @ soon"},
        {'+', "potassium"},
        {'+', "gout=3 mg"},
        {'+', "zorblax @ 2021-01-01"},
        {'+', ""},
        {'-', "asthma"},
        {'-', "zorblax"},
        {'-', ""},
    };
    return cr_make_param_array(struct refused, cases, sizeof cases / sizeof *cases);
}

/* What is refused changes nothing, and says why. */
ParameterizedTest(struct refused *c, whatif, refusals)
{
    arena *a = arena_new((size_t)1 << 24);
    patient p;
    eligo_error err = {0};
    eligo_code code;

    make_patient(&p, a);
    code = c->how == '+'   ? whatif_add(&p, c->text, strlen(c->text), as_of(), &err)
           : c->how == '-' ? whatif_drop(&p, c->text, strlen(c->text), &err)
                           : whatif_set(&p, c->text, strlen(c->text), as_of(), &err);
    cr_expect_eq(code, ELIGO_USAGE, "%c%s", c->how, c->text);
    cr_expect(*err.message, "%c%s", c->how, c->text);
    cr_expect_eq(p.fact_count, 2);
    arena_delete(a);
}

/* ---- what is worked out from a part ---- */

struct derived {
    char recorded[4][56]; /* CONCEPT DATE VALUE UNIT */
    char criterion[32], set[32];
    truth before, after;
};

ParameterizedTestParameters(whatif, parts)
{
    static struct derived cases[] = {
        {{"pao2 2021-02-20 90 mm[Hg]", "fio2 2021-02-20 30 %"}, "P/F ratio < 200 mmHg", "PaO2=45 mmHg", TRUTH_FALSE, TRUTH_TRUE},
        {{"pao2 2021-02-20 90 mm[Hg]", "fio2 2021-02-20 30 %"}, "P/F ratio < 200 mmHg", "FiO2=60 %", TRUTH_FALSE, TRUTH_TRUE},
        /* of the index date itself */
        {{"pao2 2021-03-01 90 mm[Hg]", "fio2 2021-03-01 30 %"}, "P/F ratio < 200 mmHg", "PaO2=45 mmHg", TRUTH_FALSE, TRUTH_TRUE},
        /* a result that was recorded beside its parts is worked out anew */
        {{"weight 2021-02-20 95 kg", "height 2021-02-20 170 cm", "bmi 2021-02-20 32.9 kg/m2"}, "BMI > 30 kg/m2", "weight=70 kg", TRUTH_TRUE, TRUTH_FALSE},
        /* and is not known where a part is missing: neither it nor an older one counts */
        {{"weight 2021-02-20 95 kg", "bmi 2020-01-20 34 kg/m2", "bmi 2021-02-20 32.9 kg/m2"}, "BMI > 30 kg/m2", "weight=70 kg", TRUTH_TRUE, TRUTH_UNKNOWN},
        {{"creatinine 2021-02-20 1 mg/dL"}, "eGFR < 30 mL/min/1.73m2", "creatinine=4 mg/dL", TRUTH_FALSE, TRUTH_TRUE},
        {{"creatinine 2021-02-20 1 mg/dL"}, "eGFR < 50 mL/min/1.73m2", "age=110", TRUTH_FALSE, TRUTH_TRUE},
        /* another thing stays as it is */
        {{"bmi 2021-02-20 32.9 kg/m2"}, "BMI > 30 kg/m2", "sodium=140 mmol/L", TRUTH_TRUE, TRUTH_TRUE},
    };
    return cr_make_param_array(struct derived, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct derived *c, whatif, parts)
{
    arena *a = arena_new((size_t)1 << 24);
    patient before, after;
    eval_policy policy = {.as_of = as_of()};
    criterion one = {.id = "I1", .kind = CRITERION_INCLUSION};
    rules trial = {.criteria = &one, .criterion_count = 1};
    eligo_error err = {0};
    whatif_result w;

    one.rule = compile_criterion(c->criterion, strlen(c->criterion), CRITERION_INCLUSION, lexicon_core(), a);
    patient_begin(&before, a, lexicon_core(), "p");
    before.sex = SEX_FEMALE;
    before.birth = date_of_day(day_of(1970, 1, 1));
    for (size_t i = 0; i < 4 && *c->recorded[i]; i++) {
        char concept[24], at[16], unit[16];
        double value;

        cr_assert_eq(sscanf(c->recorded[i], "%23s %15s %lf %15s", concept, at, &value, unit), 4);
        observe(&before, concept, at, value, arena_text(a, unit, strlen(unit)));
    }
    patient_settle(&before);
    whatif_copy(&after, &before, a);
    cr_assert_eq(whatif_set(&after, c->set, strlen(c->set), as_of(), &err), ELIGO_OK, "%s", err.message);
    w = whatif_compare(&trial, &before, &after, &policy, &policy, a);
    cr_expect_eq(w.before.criteria[0].nodes[0].truth, c->before, "%s: %s", c->criterion, w.before.criteria[0].nodes[0].message);
    cr_expect_eq(w.after.criteria[0].nodes[0].truth, c->after, "%s: %s", c->set, w.after.criteria[0].nodes[0].message);
    arena_delete(a);
}

/* A leaf counts only where all above it have its verdict. */
Test(whatif, what_keeps_out_is_on_the_way_down)
{
    static const char *const texts[] = {"Gout", "BMI < 20 kg/m2", "potassium > 5 mmol/L"};
    const rule *parts[3];
    arena *a = arena_new((size_t)1 << 24);
    patient before, after;
    eval_policy policy = {.as_of = as_of()};
    criterion one = {.id = "E1", .kind = CRITERION_EXCLUSION};
    rules trial = {.criteria = &one, .criterion_count = 1};
    eligo_error err = {0};
    whatif_result w;

    for (size_t i = 0; i < 3; i++)
        parts[i] = compile_criterion(texts[i], strlen(texts[i]), CRITERION_EXCLUSION, lexicon_core(), a);
    parts[1] = rule_join(a, RULE_ALL, (eligo_span){0, 30}, parts + 1, 2);
    one.rule = rule_settle(a, rule_join(a, RULE_ANY, (eligo_span){0, 30}, parts, 2), "E1", (eligo_span){0, 30});
    make_patient(&before, a);
    whatif_copy(&after, &before, a);
    cr_assert_eq(whatif_set(&after, "potassium=6 mmol/L", 18, as_of(), &err), ELIGO_OK);
    w = whatif_compare(&trial, &before, &after, &policy, &policy, a);
    cr_assert_eq(w.after.verdict, VERDICT_FAIL);
    cr_assert_eq(w.keeping_out_count, 1);
    cr_expect(strstr(w.keeping_out[0].node->message, "gout"), "%s", w.keeping_out[0].node->message);
    arena_delete(a);
}

/* A criterion that is open is named, also where each of its parts is decided. */
Test(whatif, what_is_open_is_named_where_its_parts_are_decided)
{
    static const char *const texts[][2] = {{"Cancer, except basal cell carcinoma", "basal cell carcinoma=yes"}, {"Platelets 100 x 10^9/L", "platelets=120 10*9/L"}};
    eval_policy policy = {.as_of = as_of()};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        arena *a = arena_new((size_t)1 << 24);
        criterion one = {.id = "E1", .kind = CRITERION_EXCLUSION};
        rules trial = {.criteria = &one, .criterion_count = 1};
        patient before, after;
        eligo_error err = {0};
        whatif_result w;

        one.rule = rule_settle(a, compile_criterion(texts[i][0], strlen(texts[i][0]), CRITERION_EXCLUSION, lexicon_core(), a), "E1", (eligo_span){0, strlen(texts[i][0])});
        make_patient(&before, a);
        whatif_copy(&after, &before, a);
        cr_assert_eq(whatif_set(&after, texts[i][1], strlen(texts[i][1]), as_of(), &err), ELIGO_OK, "%s", err.message);
        w = whatif_compare(&trial, &before, &after, &policy, &policy, a);
        cr_assert_eq(w.after.verdict, VERDICT_UNKNOWN, "%s", texts[i][0]);
        cr_assert_eq(w.open_count, 1, "%s: %zu", texts[i][0], w.open_count);
        cr_expect_str_eq(w.open[0].node->rule->id, "E1", "%s", texts[i][0]);
        arena_delete(a);
    }
}

Test(whatif, names_near_are_named)
{
    arena *a = arena_new((size_t)1 << 24);
    patient p;
    eligo_error err = {0};

    make_patient(&p, a);
    cr_expect_eq(whatif_set(&p, "pottasium=5 mmol/L", 18, as_of(), &err), ELIGO_USAGE);
    cr_expect(strstr(err.message, "near it: potassium"), "%s", err.message);
    arena_delete(a);
}
