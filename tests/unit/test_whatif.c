#include "engine/whatif.h"

#include "grammar/compile.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
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
    w = whatif_compare(&trial, &before, &after, &policy, a);
    cr_assert(!arena_failed(a) && w.before.count == 1 && w.after.count == 1);
    cr_expect_eq(w.before.criteria[0].nodes[0].truth, c->before, "%s", w.before.criteria[0].nodes[0].message);
    cr_expect_eq(w.after.criteria[0].nodes[0].truth, c->after, "%s: %s", c->set[0], w.after.criteria[0].nodes[0].message);
    cr_expect_eq(w.change_count > 0, c->before != c->after);
    cr_expect_eq(w.keeping_out_count > 0, c->after == TRUTH_FALSE);
    arena_delete(a);
}

struct refused {
    char how, text[40];
};

ParameterizedTestParameters(whatif, refusals)
{
    static struct refused cases[] = {
        {'=', "BMI"},           {'=', "BMI="},       {'=', "BMI=tall"},  {'=', "zorblax=3"},         {'=', "=3"},
        {'=', "glucose=7 kg"},  {'=', "sex=maybe"},  {'=', "age=old"},   {'=', "gout=sometimes"},    {'=', ""},
        {'+', "stroke @ soon"}, {'+', "potassium"},  {'+', "gout=3 mg"}, {'+', "zorblax @ 2021-01-01"}, {'+', ""},
        {'-', "asthma"},        {'-', "zorblax"},    {'-', ""},
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
