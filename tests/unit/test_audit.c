#include "engine/base/limits.h"
#include "grammar/compile.h"
#include "rules/audit.h"
#include "rules/page.h"
#include "tests/unit/audit_examples.h"
#include "tests/unit/audit_words.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

static const struct example examples[] = {
    /* boundary */
    {"boundary", "I: Aged over 21 years", "over 21"},
    {"boundary", "I: Older than 40 years of age", "40"},
    {"boundary", "I: Aged 21 years or older", NULL},
    {"boundary", "I: Younger than 70 years", NULL},
    {"boundary", "E: < 16 years", NULL},
    {"boundary", "I: Ferritin between 40 and 90 ng/mL", "40 and 90"},
    {"boundary", "I: Ferritin between 40 and 90 ng/mL, inclusive", NULL},
    {"boundary", "I: Ferritin 40 to 90 ng/mL", NULL},
    {"boundary", "I: Surgery between 2011 and 2014", NULL},
    {"boundary", "I: ECOG between 0 and 1", NULL},
    {"boundary", "E: anemia (hemoglobin 9 g/dL)", "9 g/dL"},
    {"boundary", "E: anemia (hemoglobin below 9 g/dL)", NULL},
    {"boundary", "E: ALT 3 times the upper limit of normal", "3 times"},
    {"boundary", "I: aged 20 years (inclusive) to 60 years", "20 years"},
    {"boundary", "I: BMI < 30 kg/m2|E: BMI > 30 kg/m2", "30"},
    {"boundary", "I: BMI < 30 kg/m2|E: BMI >= 30 kg/m2", NULL},
    {"boundary", "I: trained for over 10 hours a week", NULL},
    {"boundary", "I: span of the palm less than 7 cm|E: span of the palm more than 7 cm", "7 cm"},
    {"boundary", "I: a gap exceeding 4 mm|E: a gap below 4 mm", "4 mm"},
    {"boundary", "I: a gap exceeding 4 mm|E: a gap below 3 mm", NULL},
    /* units */
    {"missing-unit", "E: creatinine > 1.8", "1.8"},
    {"missing-unit", "E: fasting glucose above 11", "11"},
    {"missing-unit", "E: creatinine > 1.8 mg/dL", NULL},
    {"missing-unit", "E: creatinine > 2 x ULN", NULL},
    {"missing-unit", "I: BMI < 35", NULL},
    {"missing-unit", "E: blood pressure > 150/95", NULL},
    {"missing-unit", "E: INR > 1.7", NULL},
    {"missing-unit", "E: weight < 45 or > 110 kg", NULL},
    {"implausible-unit", "E: potassium < 3.1 mg/h", "mg/h"},
    {"implausible-unit", "E: eGFR < 45 mL/min", NULL},
    {"implausible-unit", "E: absolute neutrophil count < 900 mg/mm3", "900"},
    {"implausible-value", "I: hemoglobin above 9 g/L", "9 g/L"},
    {"implausible-value", "I: hemoglobin above 9 g/dL", NULL},
    {"implausible-value", "I: hemoglobin above 90 g/L", NULL},
    {"implausible-value", "E: BMI above 62 kg/m2", NULL},
    {"implausible-value", "E: serum creatinine > 1.7 ng/dL", "1.7"},
    /* notation */
    {"damaged-notation", "I: platelets > 80 x 109/L", "109/L"},
    {"damaged-notation", "I: platelets > 80 x 10^9/L", NULL},
    {"damaged-notation", "E: HIV RNA > 105 copies/mL", "> 105 copies/mL"},
    {"damaged-notation", "E: HIV RNA > 10^5 copies/mL", NULL},
    {"implausible-unit", "I: HBV DNA > 2 x 10^6 copies/mL", NULL},
    {"damaged-notation", "I: platelets > 80,000/mm3", NULL},
    {"damaged-notation", "E: BMI > = 40 kg/m2", NULL},
    {"damaged-notation", "I: gestation of 36and2 weeks", "36and2"},
    {"damaged-notation", "E: fever (> 38,2 \xC2\xB0"
                         "C)",
     NULL},
    {"damaged-notation", "E: steroid therapy (> 25) Outcome: death", "> 25"},
    /* words of degree */
    {"vague-term", "E: severe liver disease", "severe"},
    {"vague-term", "E: severe liver disease (Child-Pugh C)", NULL},
    {"vague-term", "E: clinically significant heart disease", "significant"},
    {"vague-term", "I: adequate bone marrow function", "adequate"},
    {"vague-term", "I: adequate bone marrow function (neutrophils > 1.5 x 10^9/L)", NULL},
    {"vague-term", "E: unstable angina", NULL},
    {"vague-term", "E: chronic kidney disease", NULL},
    {"vague-term", "I: severe aortic stenosis", NULL},
    {"vague-term", "E: uncontrolled diabetes", "uncontrolled"},
    {"vague-term", "E: uncontrolled hypertension (> 170/100 mmHg)", NULL},
    {"vague-term", "E: ALT > 3 times the upper limit of normal", NULL},
    {"vague-term", "I: good understanding of German", NULL},
    {"vague-term", "E: recent surgery", "recent"},
    {"vague-term", "E: recent surgery (< 30 days)", NULL},
    {"vague-term", "E: active infection", NULL},
    /* judgement */
    {"discretion", "E: any disease that in the opinion of the investigator forbids surgery", "opinion"},
    {"discretion", "E: considered unfit by the investigator", "considered"},
    {"discretion", "E: any illness that may interfere with participation in the study", "interfere"},
    {"discretion", "E: pain that prevents walking", NULL},
    {"discretion", "E: asthma diagnosed by a physician", NULL},
    {"discretion", "I: willing to give informed consent", NULL},
    {"discretion", "E: employees of the investigator", NULL},
    /* what is missing */
    {"incomplete", "I: Women with", "with"},
    {"incomplete", "E: drugs listed in Appendix 3", "Appendix"},
    {"incomplete", "I: other protocol-defined criteria apply", "protocol-defined"},
    {"incomplete", "I: able to follow the protocol", NULL},
    {"incomplete", "I: meets the ACR criteria for gout,", NULL},
    /* time */
    {"missing-anchor", "E: stroke within 3 months", "within 3 months"},
    {"missing-anchor", "E: stroke within 3 months before screening", NULL},
    {"missing-anchor", "E: stroke within 3 months of randomization", NULL},
    {"missing-anchor", "E: steroids for at least 3 months", NULL},
    /* a later window of the sentence names the event of all of them */
    {"missing-anchor", "E: UVA therapy within 6 weeks or tacrolimus ointment within 10 days before baseline", NULL},
    {"missing-anchor", "E: clopidogrel within 5 days, warfarin within 8 days, or heparin within 12 hours before surgery", NULL},
    {"missing-anchor", "E: belimumab within 4 months, or abatacept within 2 months, prior to enrollment", NULL},
    {"missing-anchor", "E: vaccination within 21 days before enrollment or planned within 21 days after", NULL},
    {"missing-anchor", "E: Angioplasty within 2 months before, or stroke within 9 months before, screening", NULL},
    {"missing-anchor", "E: Stroke within 8 months or head injury within 3 days of the bleeding", "within 8 months"},
    {"missing-anchor", "E: Stroke within 8 months (any), or surgery within 3 weeks", "within 8 months"},
    {"missing-anchor", "E: Stroke within 8 months. Surgery within 3 weeks before screening", "within 8 months"},
    {"missing-anchor", "E: Cancer within 4 years except carcinoma treated 2 years before screening", "within 4 years"},
    {"missing-window", "I: Treatment-naive or previously treated with interferon", NULL},
    {"missing-window", "E: Previously treated with antidepressants", "Previously treated"},
    {"vague-term", "E: Serious infection within 6 weeks before baseline that required hospital admission", NULL},
    {"vague-term", "E: Severe asthma attack that led to intubation", NULL},
    {"vague-term", "E: Serious infection within 6 weeks before baseline", "Serious"},
    {"vague-term", "E: Drives a heavy vehicle for a living", NULL},
    {"implausible-unit", "E: Factor VIII inhibitor > 5 BU/mL", NULL},
    {"implausible-unit", "E: Factor VIII inhibitor > 5 mmHg", "5 mmHg"},
    {"implausible-value", "E: Oxygen saturation < 80% for more than 5% of the night", NULL},
    {"implausible-value", "E: Oxygen saturation < 5%", "5%"},
    {"modifier-scope", "E: Other cancer, except non-melanoma skin cancer or carcinoma in situ of the cervix", NULL},
    {"modifier-scope", "E: Basal cell carcinoma or cancer of the prostate", NULL},
    {"modifier-scope", "E: Basal cell carcinoma or carcinoma of the vulva", "Basal cell"},
    {"modifier-scope", "E: Sarcoma or carcinoma of the prostate", "Sarcoma"},
    {"missing-window", "E: history of alcohol abuse", "alcohol abuse"},
    {"missing-window", "E: any history of alcohol abuse", NULL},
    {"missing-window", "E: history of alcohol abuse within 2 years before screening", NULL},
    {"missing-window", "E: history of stroke", NULL},
    {"missing-window", "E: previous use of corticosteroids", "corticosteroids"},
    {"missing-window", "E: previous chemotherapy", NULL},
    /* how far words reach */
    {"and-or-scope", "E: epilepsy and asthma", "and"},
    {"and-or-scope", "E: pregnant and lactating women", NULL},
    {"and-or-scope", "E: asthma, epilepsy and gout", NULL},
    {"and-or-scope", "I: epilepsy and asthma", NULL},
    {"modifier-scope", "E: severe migraine or epilepsy", "severe"},
    {"modifier-scope", "E: severe hepatic or renal disease", NULL},
    {"modifier-scope", "E: history of asthma or epilepsy", NULL},
    {"negation-scope", "I: no asthma and epilepsy", "no asthma"},
    {"negation-scope", "I: no asthma or epilepsy", NULL},
    {"exception-scope", "E: asthma or epilepsy unless treated", "unless"},
    {"exception-scope", "E: malignancy except basal cell carcinoma", NULL},
    {"polarity", "E: No history of epilepsy", "No history"},
    {"polarity", "I: No history of epilepsy", NULL},
    {"polarity", "E: Patients must speak Dutch", "must"},
    {"polarity", "E: Unable to consent", NULL},
    {"polarity", "E: No access to a telephone", NULL},
    /* two lines */
    {"contradiction", "E: QTc < 390 and > 470 ms", "390"},
    {"contradiction", "E: QTc < 390 or > 470 ms", NULL},
    {"contradiction", "I: epilepsy|E: epilepsy", "epilepsy"},
    {"contradiction", "I: Further detailed inclusion criteria are laid down in the protocol|E: Further detailed exclusion criteria are laid down in the protocol", NULL},
    {"contradiction", "I: meets the criteria for migraine|E: meets the criteria for migraine", "migraine"},
    {"contradiction", "I: age >= 18 years|I: age <= 12 years", "12"},
    {"redundant", "I: Age 18 years or older|E: Age below 18 years", "18"},
    {"redundant", "E: HIV infection|E: epilepsy|E: HIV infection", "HIV"},
    {"redundant", "I: BMI >= 20 kg/m2|E: BMI > 35 kg/m2", NULL},
    {"redundant", "I: ulcerative colitis|E: Crohn's disease", NULL},
    {"multiple-thresholds", "I: platelets >= 100 x10^9/L|E: platelets < 75 x10^9/L", "platelets"},
    {"multiple-thresholds", "E: QTc > 450 ms in men or > 470 ms in women", NULL},
    {"contradiction", "E: younger than 20 years and older than 60 years", "20"},
    {"contradiction", "I: body weight >= 50 kg|I: mother's body weight <= 40 kg", NULL},
    {"redundant", "E: asthma that requires oral corticosteroids|E: corticosteroids", NULL},
    {"redundant", "E: sarcoma|E: Ewing sarcoma", "Ewing"},
    {"redundant", "E: HIV (AIDS or CD4 count < 200 /mm3)|E: syphilis, HIV or hepatitis B", "HIV"},
    {"redundant", "E: HIV with a CD4 count < 200 /mm3|E: AIDS", NULL},
    {"implausible-unit", "E: weight loss of 12 % or more", NULL},
    {"implausible-value", "I: pain VAS >= 40", NULL},
    {"discretion", "E: malnutrition as judged by the ratio of weight to height", NULL},
    {"incomplete", "I: Additional inclusion criteria are an age above 40 years", NULL},
    {"incomplete", "I: aged 40 to 60 years|I: Further criteria may apply", "Further"},
    {"polarity", "I: migraine|E: No migraine in the last month", NULL},
    {"missing-window", "E: history of epilepsy or use of antidepressants", NULL},
    {"polarity", "E: No diagnosis of gout", NULL},
    {"polarity", "I: patients with gout will be excluded", "excluded"},
    {"not-a-criterion", "E: None", NULL},
    {"and-or-scope", "E: diabetes and gout or epilepsy", "gout"},
    {"and-or-scope", "E: neck and head infections", NULL},
    {"missing-anchor", "E: surgery in the 6 months preceding enrollment", NULL},
    /* lists and abbreviations */
    {"open-list", "E: garlic, ginseng, etc.", "etc"},
    {"undefined-abbreviation", "I: treated at XQZH", "XQZH"},
    {"undefined-abbreviation", "I: multi-phase growth hold (XQZH)|E: XQZH > 3", NULL},
    {"undefined-abbreviation", "E: COPD or an abnormal ECG", NULL},
};

enum { EXAMPLES = sizeof examples / sizeof *examples,
       WORDED = sizeof worded_examples / sizeof *worded_examples };

/* The examples' short form as a document. */
static size_t document(const char *text, char *out, size_t room)
{
    size_t n = 0;
    char kind = 0;

    while (*text) {
        size_t size = strcspn(text, "|");

        if (text[0] != kind)
            n += (size_t)snprintf(out + n, room - n, "%s Criteria:\n\n", text[0] == 'I' ? "Inclusion" : "Exclusion");
        kind = text[0];
        n += (size_t)snprintf(out + n, room - n, "  - %.*s\n", (int)(size - 3), text + 3);
        text += size + (text[size] == '|');
    }
    return n;
}

static rules *compiled(const char *text, size_t size, arena *a)
{
    eligo_error err = {0};
    source_reader *r = source_open(text, size, "test", &err);
    source s = {0};
    bool json = false;
    eligo_span span;
    rules *out = NULL;

    cr_assert_not_null(r);
    if (source_next(r, a, &s, &json, &span, &err) == ELIGO_OK)
        out = compile_source(&s, a, lexicon_core(), "test", text, size, true, &err);
    source_close(r);
    return out;
}

ParameterizedTestParameters(audit, finds)
{
    static size_t index[EXAMPLES + WORDED];

    for (size_t i = 0; i < sizeof index / sizeof *index; i++)
        index[i] = i;
    return cr_make_param_array(size_t, index, sizeof index / sizeof *index);
}

ParameterizedTest(size_t *i, audit, finds)
{
    const struct example *x = *i < EXAMPLES ? &examples[*i] : &worded_examples[*i - EXAMPLES];
    char text[2048] = {0};
    size_t size = document(x->text, text, sizeof text - 64);
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    rules *r = compiled(text, size, a);
    bool found = false;

    cr_assert_not_null(r);
    for (size_t k = 0; k < r->finding_count; k++) {
        const finding *f = &r->findings[k];

        if (strcmp(f->code, x->code) != 0)
            continue;
        cr_expect_not_null(f->message);
        cr_expect_leq(f->span.end, size);
        if (!x->words) {
            cr_expect(false, "%s: %s was found: %s", x->text, x->code, f->message);
            continue;
        }
        for (const char *p = text; (p = strstr(p, x->words)) != NULL; p++) {
            size_t at = (size_t)(p - text);
            found = found || (at < f->span.end && f->span.start < at + strlen(x->words));
        }
    }
    if (x->words)
        cr_expect(found, "%s: %s was not found", x->text, x->code);
    arena_delete(a);
}

/* Many lines of each code: nine in ten of the true ones are found, and of the near-misses none but one in
 * twenty is reported. (Single lines whose reading matters stand above.) */
Test(audit, finds_most_of_each_code)
{
    enum { MOST = sizeof plain_examples / sizeof *plain_examples };

    for (size_t from = 0, to; from < MOST; from = to) {
        const char *code = plain_examples[from].code;
        size_t count[2] = {0, 0}, wrong[2] = {0, 0}; /* near-misses, true ones */
        char list[4096] = "";

        for (to = from; to < MOST && strcmp(plain_examples[to].code, code) == 0; to++) {
            const struct plain_example *x = &plain_examples[to];
            char text[2048] = {0};
            size_t size = document(x->text, text, sizeof text - 64);
            arena *a = arena_new(LIMIT_TRIAL_ARENA);
            rules *r = compiled(text, size, a);
            bool found = false;

            cr_assert_not_null(r, "%s", x->text);
            for (size_t k = 0; k < r->finding_count; k++)
                found = found || strcmp(r->findings[k].code, code) == 0;
            count[x->found]++;
            if (found != x->found) {
                wrong[x->found]++;
                snprintf(list + strlen(list), sizeof list - strlen(list), "\n  %s", x->text);
            }
            arena_delete(a);
        }
        cr_expect_leq(10 * wrong[1], count[1], "%s: %zu of %zu not found:%s", code, wrong[1], count[1], list);
        cr_expect_leq(20 * wrong[0], count[0], "%s: %zu of %zu reported:%s", code, wrong[0], count[0], list);
    }
}

/* ---- the pages: rules/findings.tsv, `eligo explain`, docs/findings.md ---- */

/* The lines of a page as a trial: "Inclusion: " and "Exclusion: " say where they stand, "Minimum age: " is of the
 * registry. */
static size_t page_document(const char *lines, char *out, size_t room)
{
    static const char *const kinds[] = {"Inclusion", "Exclusion"};
    size_t n = 0;

    if (strncmp(lines, "Minimum age: ", 13) == 0) {
        size_t size = strcspn(lines, "\n");

        n += (size_t)snprintf(out, room, "ClinicalTrials.gov Identifier: NCT00000001\n%.*s\nGender: All\nCriteria:\n\n", (int)size, lines);
        lines += size + (lines[size] == '\n');
    }
    for (int k = 0; k < 2; k++) {
        bool headed = false;

        for (const char *p = lines; *p;) {
            size_t size = strcspn(p, "\n"), label = strlen(kinds[k]) + 2;
            bool said = strncmp(p, "Inclusion: ", 11) == 0 || strncmp(p, "Exclusion: ", 11) == 0;
            bool own = said ? strncmp(p, kinds[k], label - 2) == 0 : k == 0;

            if (own) {
                if (!headed)
                    n += (size_t)snprintf(out + n, room - n, "%s Criteria:\n\n", kinds[k]);
                headed = true;
                n += (size_t)snprintf(out + n, room - n, "  - %.*s\n", (int)(said ? size - label : size), said ? p + label : p);
            }
            p += size + (p[size] == '\n');
        }
        if (headed)
            n += (size_t)snprintf(out + n, room - n, "\n");
    }
    return n;
}

/* In how many lines of the text a code is found. */
static size_t lines_with(const char *lines, const char *code)
{
    char text[4096];
    size_t size = page_document(lines, text, sizeof text), n = 0;
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    rules *r = compiled(text, size, a);
    const char *last = NULL;

    cr_assert_not_null(r, "%s", text);
    for (size_t k = 0; k < r->finding_count; k++) {
        const finding *f = &r->findings[k];
        const char *line = text + f->span.start;

        if (strcmp(f->code, code) != 0)
            continue;
        while (line > text && line[-1] != '\n')
            line--;
        n += line != last;
        last = line;
    }
    arena_delete(a);
    return n;
}

/* What two lines say together is found in one of them. */
static bool of_two_lines(const char *code)
{
    static const char *const codes[] = {"contradiction", "redundant", "registry-mismatch", "multiple-thresholds"};

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(codes[i], code) == 0)
            return true;
    return false;
}

Test(audit, pages_hold)
{
    size_t pages = 0;

    for (size_t i = 0; i < page_count; i++) {
        const page *p = &page_table[i];
        size_t lines = 1;

        if (strcmp(p->severity, "reason") == 0)
            continue;
        pages++;
        for (const char *c = p->failing; *c; c++)
            lines += *c == '\n';
        cr_expect(of_two_lines(p->code) ? lines_with(p->failing, p->code) >= 1 : lines_with(p->failing, p->code) == lines,
                  "%s: %zu of the lines that should have it do:\n%s", p->code, lines_with(p->failing, p->code), p->failing);
        cr_expect_eq(lines_with(p->mended, p->code), 0, "%s is found in what is said to be mended:\n%s", p->code, p->mended);
        cr_expect_eq(lines_with(p->fine, p->code), 0, "%s is found in a near-miss:\n%s", p->code, p->fine);
    }
    cr_expect_eq(pages, 26);
}

/* Findings come in the order of the text, each with its criterion, and no two say the same of the same words. */
Test(audit, is_in_order)
{
    static const char text[] = "Inclusion Criteria:\n\n - over 30 years of age\n - creatinine < 2\n - severe asthma\n\nExclusion Criteria:\n\n"
                               " - stroke within 2 months\n - HIV infection\n - HIV infection\n";
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    rules *r = compiled(text, sizeof text - 1, a);

    cr_assert_not_null(r);
    cr_expect_geq(r->finding_count, 4);
    for (size_t i = 0; i < r->finding_count; i++) {
        cr_expect_not_null(r->findings[i].criterion);
        if (i)
            cr_expect_leq(r->findings[i - 1].span.start, r->findings[i].span.start);
    }
    arena_delete(a);
}

/* How many findings of a code the rules of a text carry. */
static size_t findings_of(const char *text, const char *code)
{
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    rules *r = compiled(text, strlen(text), a);
    size_t n = 0;

    cr_assert_not_null(r);
    for (size_t k = 0; k < r->finding_count; k++)
        n += strcmp(r->findings[k].code, code) == 0;
    arena_delete(a);
    return n;
}

/* Two limits of a line that another line has both of are one repetition. */
Test(audit, one_repetition)
{
    static const char text[] = "Inclusion Criteria:\n\n - aged 20 to 60 years\n\nExclusion Criteria:\n\n - below 20 or above 60 years of age\n";

    cr_expect_eq(findings_of(text, "redundant"), 1);
}

/* One long finding and many short ones in it: each is kept, and none is compared with all the others. */
Test(audit, many_that_overlap, .timeout = 20)
{
    enum { MANY = 200000 };
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    finding_list all = {.arena = a, .count = MANY};
    rules none = {0};

    all.list = arena_array(a, MANY, sizeof *all.list);
    cr_assert_not_null(all.list);
    all.list[0] = (finding){.code = "unrecognized-term", .span = {0, (size_t)3 * MANY}};
    for (size_t i = 1; i < MANY; i++)
        all.list[i] = (finding){.code = i % 4 ? "vague-term" : "exception-scope", .span = {3 * i, 3 * i + (i % 2 ? 4 : 2)}};
    audit_settle(&none, &all);
    /* of a word and the one that it runs into, both of degree, one is told */
    cr_expect_gt(all.count, MANY / 2);
    cr_expect_lt(all.count, MANY);
    for (size_t i = 1; i < all.count; i++)
        cr_expect(all.list[i - 1].span.start <= all.list[i].span.start);
    arena_delete(a);
}

/* What is asked of the staff repeats nothing that is asked of the family. */
Test(audit, lists_of_others)
{
    static const char text[] = "Family inclusion criteria:\n\n - Speaks Dutch\n - Owns a telephone\n\nStaff inclusion criteria:\n\n"
                               " - Speaks Dutch\n - Speaks Dutch\n\nExclusion criteria:\n\n - none\n";

    cr_expect_eq(findings_of(text, "redundant"), 1); /* the third repeats the second */
}
