/* The impact of a finding: of which patients the verdict on the trial depends on how its words are read.
 * Each ambiguous line is put beside two lines that say what it may mean; whoever is judged otherwise by the
 * one than by the other, by ordinary screening, is who the impact names, and nobody else. */
#include "engine/api.h"
#include "engine/base/limits.h"
#include "engine/impact.h"
#include "engine/screen.h"
#include "rules/variants.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const conditions[] = {"Gout", "Epilepsy", "Hypertension", "Diabetes mellitus", "HIV infection"};
static const char *const births[] = {"1973-05-01", "1973-11-01", "1974-05-02", "1974-05-01"};
static const double masses[] = {19.5, 20, 22.5, 25, 25.5};

enum { CONDITIONS = sizeof conditions / sizeof *conditions,
       PATIENTS = 1 << CONDITIONS };

/* All subsets of the conditions, with ages around 50 and a body mass index around 20 and 25; every third
 * condition is of last month, the others are old. */
static void write_patients(char path[32])
{
    FILE *f = NULL;
    int file;

    strcpy(path, "/tmp/eligo-impact-XXXXXX");
    file = mkstemp(path);
    cr_assert(file >= 0 && (f = fdopen(file, "w")) != NULL);
    for (int i = 0; i < PATIENTS; i++) {
        fprintf(f,
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\","
                "\"id\":\"p%d\",\"gender\":\"%s\",\"birthDate\":\"%s\"}},{\"resource\":{\"resourceType\":\"Observation\","
                "\"id\":\"b%d\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/p%d\"},\"code\":{\"coding\":[{\"system\":"
                "\"http://loinc.org\",\"code\":\"39156-5\"}]},\"effectiveDateTime\":\"2024-04-20\",\"valueQuantity\":{\"value\":%g,"
                "\"unit\":\"kg/m2\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg/m2\"}}}",
                i, i % 2 ? "female" : "male", births[i % 4], i, i, masses[i % 5]);
        for (int c = 0; c < CONDITIONS; c++)
            if (i >> c & 1)
                fprintf(f,
                        ",{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"c%d-%d\",\"subject\":{\"reference\":\"Patient/p%d\"},"
                        "\"code\":{\"text\":\"%s\"},\"clinicalStatus\":{\"coding\":[{\"code\":\"active\"}]},\"onsetDateTime\":\"%s\"}}",
                        i, c, i, conditions[c], (i + c) % 3 ? "2010-02-03" : "2024-04-10");
        fprintf(f, "]}\n");
    }
    fclose(f);
}

static eligo_rules *compiled(const char *lines)
{
    char text[1024] = "", kind = 0;
    eligo_error err = {0};
    eligo_rules *r = NULL;
    eligo_trials *t;

    for (const char *p = lines; *p;) {
        size_t n = strcspn(p, "|");

        if (*p != kind)
            snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s Criteria:\n\n", *text ? "\n" : "",
                     *p == 'I' ? "Inclusion" : "Exclusion");
        kind = *p;
        snprintf(text + strlen(text), sizeof text - strlen(text), " - %.*s\n", (int)n - 3, p + 3);
        p += n + (p[n] == '|');
    }
    t = eligo_trials_open_memory(text, strlen(text), "t", NULL, NULL, NULL, &err);
    cr_assert(t && eligo_trials_next(t, &r, &err) == ELIGO_OK, "%s: %s", text, err.message);
    eligo_trials_close(t);
    return r;
}

struct twice {
    char code[20];
    char text[160];        /* I: and E: begin the lines, | parts them; the last line is the one in question */
    char readings[2][160]; /* the trial with that line read in one way, and in the other */
};

ParameterizedTestParameters(impact, by_brute_force)
{
    static struct twice cases[] = {
        {"boundary", "E: HIV infection|I: Over 50 years of age", {"E: HIV infection|I: 50 years or older", "E: HIV infection|I: 51 years or older"}},
        {"boundary", "E: HIV infection|I: BMI between 20 and 25 kg/m2", {"E: HIV infection|I: BMI >= 20 and <= 25 kg/m2", "E: HIV infection|I: BMI > 20 and < 25 kg/m2"}},
        {"boundary", "E: HIV infection|I: BMI 25 kg/m2", {"E: HIV infection|I: BMI <= 25 kg/m2", "E: HIV infection|I: BMI >= 25 kg/m2"}},
        {"and-or-scope", "I: BMI < 25 kg/m2|E: gout and epilepsy", {"I: BMI < 25 kg/m2|E: gout or epilepsy", "I: BMI < 25 kg/m2|E: both gout and epilepsy"}},
        {"and-or-scope", "E: HIV infection|E: gout and epilepsy or hypertension", {"E: HIV infection|E: both gout and epilepsy|E: hypertension", "E: HIV infection|E: gout|E: epilepsy|E: hypertension"}},
        {"modifier-scope", "E: HIV infection|E: severe gout or epilepsy", {"E: HIV infection|E: severe gout|E: epilepsy", "E: HIV infection|E: severe gout|E: severe epilepsy"}},
        {"exception-scope", "E: HIV infection|E: gout or epilepsy unless hypertension", {"E: HIV infection|E: gout|E: epilepsy unless hypertension", "E: HIV infection|E: gout unless hypertension|E: epilepsy unless hypertension"}},
        {"contradiction", "E: HIV infection|E: BMI below 20 and above 25 kg/m2", {"E: HIV infection|E: BMI below 20 or above 25 kg/m2", "E: HIV infection"}},
    };

    return cr_make_param_array(struct twice, cases, sizeof cases / sizeof *cases);
}

static bool listed(const finding_impact *i, const char *id)
{
    for (size_t k = 0; k < i->id_count; k++)
        if (strcmp(i->ids[k], id) == 0)
            return true;
    return false;
}

static size_t the_finding(const rules *r, const char *code)
{
    for (size_t i = 0; i < r->finding_count; i++)
        if (strcmp(r->findings[i].code, code) == 0 && r->findings[i].readings)
            return i;
    cr_assert_fail("no finding %s with readings", code);
    return 0;
}

/* The records of the file, each made ready for questions of the policy, one after the other. */
struct record_file {
    char path[32];
    eligo_patients *patients;
    eligo_policy *policy;
};

static void open_records(struct record_file *f)
{
    eligo_error err = {0};

    write_patients(f->path);
    f->policy = eligo_policy_new(&err);
    cr_assert(f->policy && eligo_policy_as_of(f->policy, "2024-05-01", &err) == ELIGO_OK);
    cr_assert(eligo_policy_closed_world(f->policy, "all", &err) == ELIGO_OK);
    f->patients = eligo_patients_open(f->path, NULL, NULL, NULL, &err);
    cr_assert_not_null(f->patients, "%s", err.message);
}

static eligo_patient *next_record(struct record_file *f)
{
    eligo_error err = {0};
    eligo_patient *p = NULL;
    eligo_code code = eligo_patients_next(f->patients, &p, &err);

    if (code == ELIGO_END)
        return NULL;
    cr_assert_eq(code, ELIGO_OK, "%s", err.message);
    p->record = eval_record_new(&p->patient, &f->policy->policy, p->arena);
    cr_assert_not_null(p->record);
    return p;
}

static void close_records(struct record_file *f)
{
    eligo_patients_close(f->patients);
    eligo_policy_delete(f->policy);
    unlink(f->path);
}

ParameterizedTest(struct twice *c, impact, by_brute_force)
{
    eligo_rules *asked = compiled(c->text), *one = compiled(c->readings[0]), *other = compiled(c->readings[1]);
    size_t at = the_finding(asked->rules, c->code), changed = 0, count = 0;
    impact *i = impact_new(asked->rules);
    struct record_file f;
    const finding_impact *told;
    bool differs[PATIENTS] = {false};

    cr_assert_not_null(i);
    open_records(&f);
    for (eligo_patient *p; (p = next_record(&f)) != NULL; count++) {
        size_t n = (size_t)atoi(p->patient.id + 1);

        cr_assert_lt(n, PATIENTS);
        cr_expect(impact_patient(i, p->record, p->patient.id));
        differs[n] = screen_trial(p->record, one->rules).verdict != screen_trial(p->record, other->rules).verdict;
        changed += differs[n];
    }
    cr_assert_eq(count, PATIENTS);
    told = impact_of(i, at);
    cr_assert_not_null(told);
    cr_expect(told->known, "%s", c->text);
    cr_expect_eq(told->patients, PATIENTS);
    cr_expect_eq(told->changed, changed, "%s: %zu, not %zu", c->text, told->changed, changed);
    cr_expect(changed > 0, "%s: nobody tells the readings apart", c->text);
    for (size_t n = 0; n < PATIENTS; n++) {
        char id[16];

        snprintf(id, sizeof id, "p%zu", n);
        cr_expect_eq(listed(told, id), differs[n], "%s: %s", c->text, id);
    }
    close_records(&f);
    impact_delete(i);
    eligo_rules_delete(asked);
    eligo_rules_delete(one);
    eligo_rules_delete(other);
}

/* The same from the rules: the whole trial is screened once for each reading, with that one criterion
 * exchanged. Whatever the code, whatever the readings are. */
Test(impact, of_many_lines)
{
    static const char lines[] =
        "I: BMI between 20 and 25 kg/m2|I: gout and epilepsy or hypertension|I: no gout and epilepsy|I: aged 20 years (inclusive) to 50 years|"
        "I: Over 50 years of age|E: gout and hypertension|E: active gout or epilepsy|E: severe gout, epilepsy or hypertension|"
        "E: gout or epilepsy except if hypertension|E: epilepsy or diabetes mellitus within 3 months|E: BMI below 20 and above 25 kg/m2";
    eligo_rules *r = compiled(lines);
    impact *i = impact_new(r->rules);
    size_t count = r->rules->finding_count, *expected = calloc(count, sizeof *expected), with = 0;
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    struct record_file f;
    const finding *sorted;

    cr_assert(i && expected && a);
    open_records(&f);
    for (eligo_patient *p; (p = next_record(&f)) != NULL;) {
        cr_expect(impact_patient(i, p->record, p->patient.id));
        for (size_t k = 0; k < count; k++) {
            const finding *x = &r->rules->findings[k];
            rules changed = *r->rules;
            criterion *list = arena_copy(a, changed.criteria, changed.criterion_count, sizeof *list), *own = NULL;
            const rule *const *readings;
            size_t n = 0;
            verdict first = VERDICT_PASS;
            bool depends = false;

            changed.criteria = list;
            for (size_t c = 0; x->criterion && c < changed.criterion_count; c++)
                if (strcmp(list[c].id, x->criterion) == 0)
                    own = &list[c];
            if (!own)
                continue;
            readings = finding_variants(x, own, a, &n);
            for (size_t c = 0; c < n; c++) {
                verdict v;

                own->rule = readings[c];
                v = screen_trial(p->record, &changed).verdict;
                if (c == 0)
                    first = v;
                depends = depends || v != first;
            }
            expected[k] += depends;
        }
        arena_reset(a);
    }
    for (size_t k = 0; k < count; k++) {
        const finding_impact *told = impact_of(i, k);

        if (!told)
            continue;
        with++;
        cr_expect(told->known, "%s %s", r->rules->findings[k].code, r->rules->findings[k].message);
        cr_expect_eq(told->changed, expected[k], "%s %s: %zu, not %zu", r->rules->findings[k].code,
                     r->rules->findings[k].message, told->changed, expected[k]);
    }
    cr_expect_geq(with, 9);
    sorted = impact_findings(i);
    for (size_t k = 1; sorted && k < count; k++)
        cr_expect_geq(sorted[k - 1].impact ? sorted[k - 1].impact->changed : 0, sorted[k].impact ? sorted[k].impact->changed : 0);
    close_records(&f);
    arena_delete(a);
    free(expected);
    impact_delete(i);
    eligo_rules_delete(r);
}
