/* Whole texts, from the outline to the rules: whom a line is about, what stands over a list, lines that
 * belong together or have run into each other. */
#include "engine/base/buffer.h"
#include "grammar/compile.h"
#include "grammar/source.h"
#include "rules/print.h"
#include "tests/unit/table.h"

#include <string.h>

/* A text, and the rules of its criteria in words, each with its id. */
typedef struct text_case {
    const char *text, *words;
} text_case;

static void check_text(const text_case *k)
{
    arena *a = arena_new((size_t)64 << 20);
    size_t size = strlen(k->text);
    eligo_error err = {0};
    source_reader *reader = source_open(k->text, size, "t.txt", &err);
    eligo_span span;
    bool as_rules;
    source s;
    rules *r;
    buffer b;

    cr_assert_not_null(reader);
    cr_assert_eq(source_next(reader, a, &s, &as_rules, &span, &err), ELIGO_OK, "%s", err.message);
    r = compile_source(&s, a, lexicon_core(), "t.txt", k->text, size, true, &err);
    cr_assert_not_null(r, "%s", k->text);
    buffer_init(&b, 0);
    for (size_t i = 0; i < r->criterion_count; i++) {
        const criterion *m = &r->criteria[i];

        buffer_printf(&b, "%s%s: ", i ? " | " : "", m->id);
        rule_print_words(&b, m->rule, m->text, m->span);
        cr_expect_leq(m->span.end, size);
    }
    buffer_putc(&b, 0);
    cr_expect_str_eq(b.data, k->words, "%s\n    is      %s\n    not     %s", k->text, b.data, k->words);
    buffer_free(&b);
    source_close(reader);
    arena_delete(a);
}

#define CHECK_TEXTS(name) CHECK_TABLE(texts, name, check_text)

#define I "Inclusion Criteria:\n"
#define E "Exclusion Criteria:\n"

/* What the head of a list says behind the words that count it is said of all of it. */
static const text_case tails_of_heads_cases[] = {
    {E "- Any of the following in the treated ear:\n  - Otitis media\n  - Surgery within 80 days",
     "E1: otitis media {\"in the treated ear\"} or surgery {\"in the treated ear\"} within 80 days before the index date"},
    {E "- Any of the following requiring dialysis:\n  - Gout\n  - Creatinine > 3 mg/dL", "E1: gout {\"requiring dialysis\"} or serum creatinine {\"requiring dialysis\"} > 3 mg/dL"},
    {E "- The following in the affected limb:\n  - Fracture\n  - Abscess", "E1: bone fracture {\"in the affected limb\"} or abscess {\"in the affected limb\"}"},
    {E "- Any of the following that the investigator considers significant:\n  - Gout\n  - Abscess",
     "E1: gout {\"that the investigator considers significant\"} or abscess {\"that the investigator considers significant\"}"},
    {E "- Any of the following within 6 weeks, unless resolved for more than 3 days:\n  - Gout\n  - Abscess",
     "E1: gout {\"unless resolved\"} within 6 weeks before the index date or abscess {\"unless resolved\"} within 6 weeks before the index date"},
    {E "- Any of the following within 11 weeks before screening:\n  - Seizure\n  - Intubation at any time",
     "E1: seizure within 11 weeks before screening or history of endotracheal intubation"},
    {E "- Laboratory values outside the following limits:\n  - Hemoglobin >= 10 g/dL\n  - Platelets >= 80 x 10^9/L",
     "E1: not understood (what lies outside a list of limits): \"Laboratory values outside the following limits: - Hemoglobin >= 10 g/dL - Platelets >= 80 x 10^9/L\""},
    {E "- Any of the following for which treatment is given:\n  - Gout\n  - Abscess",
     "E1: gout {\"for which treatment\"} or abscess {\"for which treatment\"}"},
    {E "- Any of the following on ECG:\n  - Atrial fibrillation\n  - QTc > 480 ms", "E1: atrial fibrillation or QTc interval > 480 ms"},
    {E "- Any of the following laboratory abnormalities at screening:\n  - ALT > 100 U/L\n  - Hemoglobin < 9 g/dL", "E1: alanine aminotransferase > 100 U/L or hemoglobin < 9 g/dL"},
    {E "1. In the study eye:\n   - cataract\n   - uveitis\n2. Requiring insulin:\n   - pancreatitis\n   - cystic fibrosis",
     "E1: cataract {\"In the study eye\"} or uveitis {\"In the study eye\"} | E2: pancreatitis {\"Requiring insulin\"} or cystic fibrosis {\"Requiring insulin\"}"},
    {E "1. Any of the following treated with insulin:\n   - pancreatitis\n   - cystic fibrosis\n2. Conditions listed below that are severe:\n   - gout\n   - psoriasis",
     "E1: pancreatitis {\"treated with insulin\"} or cystic fibrosis {\"treated with insulin\"} | E2: (gout {\"that are severe\"} / or, read otherwise: severe gout {\"that are severe\"}) or (psoriasis {\"that are severe\"} / or, read otherwise: severe psoriasis {\"that are severe\"})"},
};
CHECK_TEXTS(tails_of_heads)

static const text_case groups_cases[] = {
    {I "- Group 1: asthma\n- Group 2: gout\n- All groups: age 18 or older",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"Group 1\", then asthma | I2: if not understood (for one group only, and the record does not say who is in it): \"Group 2\", then gout | I3: age >= 18 years"},
    {I "- Arm A: asthma\n" E "- Arm A: gout",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"Arm A\", then asthma | E1: not understood (for one group only, and the record does not say who is in it): \"Arm A\" and gout"},
    {I "- Age-related macular degeneration group (control group): patients with drusen\n- Age group: 18 to 30 years",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"Age-related macular degeneration group (control group)\", then macular drusen | I2: age from 18 to 30 years"},
    {I "- Specific to daily smokers: asthma\n- Specific to never-smokers - gout",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"Specific to daily smokers\", then asthma | I2: if not understood (for one group only, and the record does not say who is in it): \"Specific to never-smokers\", then gout"},
    {I "- one of the following:\n   - Cohort 1: asthma\n   - Cohort 2: gout",
     "I1: asthma or gout"},
    {I "- one of the following: Group A: asthma Group B: gout",
     "I1: asthma or gout"},
    {I "- migraine with aura\n- one of the following: Group A: asthma Group B: gout",
     "I1: migraine with aura | I2: asthma or gout"},
    {I "- asthma (groups 1 and 2)\n- age 50 or older (healthy controls only)\n- gout (acute)",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"groups 1 and 2\", then asthma | I2: if not understood (for one group only, and the record does not say who is in it): \"healthy controls only\", then age >= 50 years | I3: acute gout"},
    {E "- asthma (control group)",
     "E1: not understood (for one group only, and the record does not say who is in it): \"control group\" and asthma"},
    {I "Patients with:\n- stroke\n- epilepsy\n- migraine",
     "I1: (stroke and epilepsy and migraine) / or, read otherwise: (stroke or epilepsy or migraine)"},
    {I "Patients with:\n- stroke\n- epilepsy",
     "I1: stroke and epilepsy"},
    {I "Patients with all of the following:\n- stroke\n- epilepsy\n- migraine",
     "I1: stroke | I2: epilepsy | I3: migraine"},
    {I "- Postmenopausal women\n- Men over 55 years\n- gout",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"Postmenopausal\", then postmenopausal state | I2: if not understood (for one group only, and the record does not say who is in it): \"Men\", then (age > 55 years and male) | I3: gout"},
    {I "- Men or women\n- Men must use condoms\n- Women must not be pregnant",
     "I1: female or male | I2: if male, then condom | I3: if female, then not pregnancy"},
    {I "- ventilation tube(s) (VTs)\n- otorrhea after VT",
     "I1: tympanostomy tube | I2: \"otorrhea\" after tympanostomy tube"},
    {I "Persons with\n  - stroke\n  - epilepsy\n  - migraine\n  - age over 18 years",
     "I1: not understood (no condition was found in these words): \"Persons with\" | I2: if not understood (for one group only, and the record does not say who is in it): \"stroke\", then stroke | I3: if not understood (for one group only, and the record does not say who is in it): \"epilepsy\", then epilepsy | I4: if not understood (for one group only, and the record does not say who is in it): \"migraine\", then migraine | I5: age > 18 years"},
    {I "- asthma\n- Healthy controls: no asthma",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"asthma\", then asthma | I2: if not understood (for one group only, and the record does not say who is in it): \"Healthy controls\", then not asthma"},
    {I "- asthma\n- age-matched healthy controls",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"asthma\", then asthma | I2: if not understood (for one group only, and the record does not say who is in it): \"age-matched healthy controls\", then healthy {\"matched\"}"},
    {I "- asthma\nInclusion Criteria for caregivers:\n- age 21 or older\n" E "- gout\nExclusion criteria for caregivers:\n- epilepsy",
     "I1: asthma | I2: age (caregiver) >= 21 years | E1: gout | E2: epilepsy (caregiver)"},
    {I "Patients:\n- asthma\nHealthy controls:\n- no asthma\n" E "- gout",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"asthma\", then asthma | I2: if not understood (for one group only, and the record does not say who is in it): \"no\", then not asthma | E1: gout"},
    {I "- asthma\n" E "- gout\n\nHealthy volunteers\n" I "- no asthma\n" E "- epilepsy",
     "I1: asthma | E1: gout | I2: if not understood (for one group only, and the record does not say who is in it): \"no\", then not asthma | E2: not understood (for one group only, and the record does not say who is in it): \"epilepsy\" and epilepsy"},
    {I "- Patients aged 65 years or more: creatinine < 2 mg/dL",
     "I1: (age >= 65 years and serum creatinine < 2 mg/dL) / or, read otherwise: (if age >= 65 years, then serum creatinine < 2 mg/dL)"},
    {"Clinic patients:\n" I "- asthma\n" E "- gout",
     "I1: asthma | E1: gout"},
    {I "- Age group: 18-65 years",
     "I1: age from 18 to 65 years"},
    {I "- Blood group: A",
     "I1: ABO blood group"},
    {"Inclusion Criteria - Cohort A\n- asthma\nInclusion criteria, cohort B:\n- gout\nCohort C - Inclusion Criteria:\n- epilepsy",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"asthma\", then asthma | I2: if not understood (for one group only, and the record does not say who is in it): \"gout\", then gout | I3: if not understood (for one group only, and the record does not say who is in it): \"epilepsy\", then epilepsy"},
    {I "- Arm A: age over 18\n- Arm B patients with gout",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"Arm A\", then age > 18 years | I2: if not understood (for one group only, and the record does not say who is in it): \"Arm B\", then gout"},
    {I "- Age over 18\n- Any of:\n  - Cohort A patients with asthma\n  - Cohort B patients with gout",
     "I1: age > 18 years | I2: asthma or gout"},
    {I "- Group B streptococcus infection\n- Group A streptococcus infection",
     "I1: group B streptococcal infection or not understood (the line beside it may do instead): \"Group\" | I2: group A streptococcal infection or not understood (the line beside it may do instead): \"Group\""},
    {I "- Age below 18 years: recruited in Lyon",
     "I1: (age < 18 years and \"Lyon\") / or, read otherwise: (if age < 18 years, then \"Lyon\")"},
    {I "- Group B streptococcus infection",
     "I1: group B streptococcal infection"},
    {E "- Donor: hepatitis B",
     "E1: hepatitis b (donor)"},
};
CHECK_TEXTS(groups)

/* What a title names may be asked for beside a list of limits, or be what that list means. */
static const text_case titles_of_limits_cases[] = {
    {I "- Asthma meeting the following criteria:\n  - BMI < 30 kg/m2\n  - smokers",
     "I1: (asthma and (body mass index < 30 kg/m2 and current smoker)) / or, read otherwise: (body mass index < 30 kg/m2 and current smoker)"},
    {E "- Gout satisfying the following:\n  - BMI > 30 kg/m2\n  - age over 70",
     "E1: (gout and (body mass index > 30 kg/m2 or age > 70 years)) / or, read otherwise: (body mass index > 30 kg/m2 or age > 70 years)"},
    {E "- Heart disease, as follows:\n  - heart failure\n  - angina", "E1: heart failure or angina pectoris"},
    {I "- Patients meeting the following criteria:\n  - BMI < 30 kg/m2\n  - smokers",
     "I1: body mass index < 30 kg/m2 | I2: current smoker"},
    {I "- Hypertension, defined as follows:\n  - systolic blood pressure > 140 mmHg",
     "I1: systolic blood pressure > 140 mmHg"},
};
CHECK_TEXTS(titles_of_limits)

static const text_case heads_cases[] = {
    {I "- None of the following:\n  - gout\n  - asthma", "I1: not (gout or asthma)"},
    {I "Patients must not have:\n- gout\n- asthma", "I1: not (gout or asthma)"},
    {I "- Patients must have:\n  - gout\n  - asthma", "I1: gout | I2: asthma"},
    {E "- Patients must not have:\n  - gout\n  - asthma", "E1: (gout or asthma) / or, read otherwise: not (gout or asthma)"},
    {I "- Patients must not have any of the following:\n  - gout and asthma", "I1: not (gout or asthma)"},
    {I "- Patients must have any of the following:\n  - gout and asthma", "I1: gout and asthma"},
    {E "- For hospitalized patients:\n  - gout\n  - asthma", "E1: hospitalization and (gout or asthma)"},
    {I "- For diabetic patients:\n  - gout\n  - asthma", "I1: if diabetes mellitus, then (gout and asthma)"},
    {E "- Patients who are not eligible:\n  - gout\n  - asthma", "E1: gout | E2: asthma"},
    {E "- Women:\n  - pregnant\n  - breastfeeding",
     "E1: female and (pregnancy or lactation)"},
    {I "- Women:\n  - negative pregnancy test\n  - contraception",
     "I1: if female, then (negative pregnancy test and contraception)"},
    {E "- Patients with diabetes:\n  - HbA1c > 9%\n  - gout",
     "E1: (diabetes mellitus and (HbA1c > 9% or gout)) / or, read otherwise: (diabetes mellitus or (HbA1c > 9% or gout))"},
    {E "- Patients undergoing emergency surgery\n  - asthma\n  - gout",
     "E1: current emergency surgery or (asthma or gout)"},
    {I "- Patients aged 65 or older:\n  - HbA1c > 9%\n  - gout",
     "I1: (age >= 65 years and (HbA1c > 9% and gout)) / or, read otherwise: (if age >= 65 years, then (HbA1c > 9% and gout))"},
    {E "- Apart from gout:\n  - any arthritis\n  - epilepsy",
     "E1: (arthritis or epilepsy), except gout"},
    {I "- Apart from gout:\n  - no arthritis",
     "I1: not (arthritis, except gout)"},
    {E "- Heart disease:\n  - heart failure\n  - angina",
     "E1: (heart failure or angina pectoris) / or, read otherwise: (heart disease or (heart failure or angina pectoris))"},
    {E "- Heart disease, including:\n  - heart failure\n  - angina",
     "E1: heart disease or (heart failure or angina pectoris)"},
    {E "- Gout:\n  - LDL > 160 mg/dL\n  - insulin",
     "E1: (gout and (LDL cholesterol > 160 mg/dL or insulin)) / or, read otherwise: (gout or (LDL cholesterol > 160 mg/dL or insulin))"},
    {E "- Gout with:\n  - LDL > 160 mg/dL\n  - asthma", "E1: gout and (LDL cholesterol > 160 mg/dL or asthma)"},
    {E "- Gout with the following:\n  - LDL > 160 mg/dL\n  - asthma", "E1: gout and (LDL cholesterol > 160 mg/dL or asthma)"},
    {I "- Gout with the following:\n  - LDL > 160 mg/dL\n  - asthma", "I1: gout and (LDL cholesterol > 160 mg/dL and asthma)"},
    {E "- Patients with:\n  - LDL > 160 mg/dL\n  - asthma", "E1: LDL cholesterol > 160 mg/dL or asthma"},
    {E "- Women who:\n  - are pregnant\n  - have gout",
     "E1: female and (pregnancy or gout)"},
    {I "- Adults aged 18 or older: any of the following:\n  - cough\n  - gout",
     "I1: age >= 18 years and (cough or gout)"},
    {I "- Patients, aged 18 years or older with asthma, defined by the following criteria:\n  - wheeze\n  - FEV1 < 80%",
     "I1: age >= 18 years and (wheezing and FEV1 < 80%)"},
    {I "- All of the following conditions for more than 2 weeks:\n  - cough\n  - fever",
     "I1: cough for > 2 weeks and fever for > 2 weeks"},
    {E "- In the last 6 months:\n  - stroke\n  - LDL > 4 mmol/L",
     "E1: stroke within 6 months before the index date or LDL cholesterol > 4 mmol/L within 6 months before the index date"},
    {E "- Any of the following within 3 months:\n  - stroke within 1 week\n  - gout",
     "E1: stroke within 1 week before the index date or gout within 3 months before the index date"},
    {E "- Uncontrolled:\n  - gout\n  - asthma",
     "E1: uncontrolled gout or uncontrolled asthma"},
    {E "- The following are allowed:\n  - aspirin\n  - statins",
     "E1: not understood (it permits something and asks for nothing): \"The following are allowed: - aspirin - statins\""},
    {E "- cancer\n- Exceptions:\n  - basal cell carcinoma",
     "E1: malignant neoplasm | E2: not understood (it permits something and asks for nothing): \"Exceptions: - basal cell carcinoma\""},
    {I "- If female:\n  - not pregnant\n  - contraception",
     "I1: if female, then (not pregnancy and contraception)"},
    {I "- Not allowed:\n  - warfarin\n  - insulin", "I1: not (warfarin or insulin)"},
    {E "- Cardiovascular disease within 6 months:\n  - stroke\n  - angina",
     "E1: (stroke within 6 months before the index date or angina pectoris within 6 months before the index date) / or, read otherwise: (cardiovascular disease within 6 months before the index date or (stroke within 6 months before the index date or angina pectoris within 6 months before the index date))"},
    {E "- Family history of cancer:\n  - breast cancer",
     "E1: breast cancer (family) / or, read otherwise: (malignant neoplasm (family) or breast cancer (family))"},
    /* so many of a list are asked of the group that is named before it, and of nobody else */
    {I "- Patients without gout must have at least one of: asthma, stroke, or LDL > 130 mg/dL",
     "I1: if not gout, then (asthma or stroke or LDL cholesterol > 130 mg/dL)"},
    {I "- If no gout, at least one of: asthma, stroke", "I1: if not gout, then (asthma or stroke)"},
    {I "- Women must have at least two of: asthma, stroke, gout", "I1: if female, then (at least 2 of: asthma; stroke; gout)"},
    {I "- Patients must have at least one of: asthma, stroke", "I1: asthma or stroke"},
    {I "- Patients with gout and at least one of: asthma, stroke", "I1: gout and (asthma or stroke)"},
    {E "- Patients with gout who have at least one of: asthma, stroke", "E1: gout and (asthma or stroke)"},
    /* what the head announces as exceptions is taken from what it names, and bars nobody */
    {E "- Malignancy within 5 years, with the following exceptions:\n  - basal cell carcinoma\n  - DCIS",
     "E1: malignant neoplasm within 5 years before the index date, except (basal cell carcinoma or ductal carcinoma in situ)"},
    {E "- Malignancy except for the following:\n  - basal cell carcinoma\n  - DCIS",
     "E1: malignant neoplasm, except (basal cell carcinoma or ductal carcinoma in situ)"},
    {E "- Malignancy (except the following):\n  - basal cell carcinoma", "E1: malignant neoplasm, except basal cell carcinoma"},
    {E "- Malignancy. Exceptions include:\n  - basal cell carcinoma", "E1: malignant neoplasm, except basal cell carcinoma"},
    {E "- Malignancy. The following are allowed:\n  - basal cell carcinoma", "E1: malignant neoplasm, except basal cell carcinoma"},
    {I "- No malignancy, with the following exceptions:\n  - basal cell carcinoma", "I1: not (malignant neoplasm, except basal cell carcinoma)"},
    {E "- Malignancy, except for the following treated tumors:\n  - basal cell carcinoma\n  - DCIS",
     "E1: not understood (an exception that is not understood): \"Malignancy, except for the following treated tumors: - basal cell carcinoma - DCIS\""},
    {E "- Allergy to antibiotics, except:\n  - penicillin", "E1: antibiotic allergy, except penicillin allergy"},
    {E "- Known hypersensitivity to any of the following:\n  - aspirin\n  - penicillin",
     "E1: aspirin allergy or penicillin allergy"},
    {I "- No hypersensitivity to:\n  - aspirin\n  - penicillin", "I1: not (aspirin allergy or penicillin allergy)"},
    {I "- No contraindications to MRI:\n  - pacemaker\n  - claustrophobia",
     "I1: not for a person to judge (safety): \"contraindications to MRI\" and not (cardiac pacemaker or claustrophobia)"},
    {E "- Contraindications to MRI including any of the following:\n  - pacemaker\n  - claustrophobia",
     "E1: for a person to judge (safety): \"Contraindications to MRI\" or (cardiac pacemaker or claustrophobia)"},
    {I "- Willing to stop the following:\n  - aspirin\n  - warfarin",
     "I1: for a person to judge (willingness): \"Willing to stop the following: - aspirin - warfarin\""},
    {E "- Expectation of receiving any of the following:\n  - receiving insulin within 2 weeks before screening\n  - aspirin",
     "E1: (planned insulin / or, read otherwise: current insulin within 2 weeks before screening) or planned aspirin"},
};
CHECK_TEXTS(heads)

static const text_case lines_cases[] = {
    {I "- urinary infection.\n- Including prostatitis or pyelonephritis.\n- gout",
     "I1: urinary tract infection or prostatitis or pyelonephritis | I2: gout"},
    {E "- any infection\n- such as prostatitis or pyelonephritis\n- gout",
     "E1: infection or prostatitis or pyelonephritis | E2: gout"},
    {I "According to groups:\n  - Part A:\n    - Group S: asthma\n    - Group T: gout\n  - Part B: epilepsy",
     "I1: asthma or gout or epilepsy"},
    {I "- Children of group 1: asthma\n- Children of groups 2 & 3: no asthma",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"Children of group 1\", then asthma | I2: if not understood (for one group only, and the record does not say who is in it): \"Children of groups 2 & 3\", then not asthma"},
    {I "- hypertension or\n- earlier bypass surgery\n- gout\n" E "- asthma or\n- epilepsy",
     "I1: hypertension or not understood (the line beside it may do instead): \"or\" | I2: history of surgery {\"bypass\"} or not understood (the line beside it may do instead): \"earlier\" | I3: gout | E1: asthma | E2: epilepsy"},
    {I "- primary hyperparathyroidism\n- secondary hyperparathyroidism\n- able to walk\n" E "- acute gout\n- chronic gout",
     "I1: primary hyperparathyroidism or not understood (the line beside it may do instead): \"primary\" | I2: secondary hyperparathyroidism or not understood (the line beside it may do instead): \"secondary\" | I3: able to walk | E1: gout flare | E2: chronic gout"},
    {I "- history of stroke\n- history of asthma\n- normal renal function\n- normal hepatic function\n- no gout\n- no acute gout",
     "I1: history of stroke | I2: history of asthma | I3: \"renal function\" {result \"normal\"} | I4: \"hepatic function\" {result \"normal\"} | I5: not gout | I6: not gout flare"},
    {I "- severe pain (NRS of 4 or more) after an injury, such as\n  - fractures\n  - burns",
     "I1: pain score >= 4 / or, read otherwise: (pain after injury and pain score >= 4) / or, read otherwise: ((pain score >= 4 / or, read otherwise: (pain after injury and pain score >= 4)) or (bone fracture or burn))"},
    {I "- lung disease, such as:\n  - asthma\n  - COPD",
     "I1: lung disease or (asthma or chronic obstructive pulmonary disease)"},
    {I "- Patients with gout, 18 years and older, were included if they had:\n  - asthma\n  - migraine",
     "I1: gout and age >= 18 years and (asthma and migraine)"},
    {I "- hypertension and\n- gout",
     "I1: hypertension | I2: gout"},
};
CHECK_TEXTS(lines)

/* A bracket that ends in the word for a group, and a title over a list, are labels without a sign. */
static const text_case unsigned_labels_cases[] = {
    {I "- HbA1c >= 9 % (DSME cohort only)\n- gout (diabetic arm)\n- asthma (blood group)",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"DSME cohort only\", then HbA1c >= 9% | I2: if not understood (for one group only, and the record does not say who is in it): \"diabetic arm\", then gout | I3: asthma {about ABO blood group}"},
    {I "- Specific to smokers\n  - BMI > 20\n- Specific to heavy drinkers\n  - BMI > 30",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"Specific to smokers\", then body mass index > 20 | I2: if not understood (for one group only, and the record does not say who is in it): \"Specific to heavy drinkers\", then body mass index > 30"},
};
CHECK_TEXTS(unsigned_labels)

/* Groups that have no label, but ranges of their own: nobody is in both. */
static const text_case ranges_cases[] = {
    {I "- BMI 32 to 40 kg/m2\n- BMI 19 to 24 kg/m2\n- gout",
     "I1: body mass index from 32 to 40 kg/m2 or not understood (nobody meets it and the line beside it, which may do instead): \"BMI 32 to 40 kg/m2\" | I2: body mass index from 19 to 24 kg/m2 or not understood (nobody meets it and the line beside it, which may do instead): \"BMI 19 to 24 kg/m2\" | I3: gout"},
    {I "- BMI 19 to 32 kg/m2\n- BMI 24 to 40 kg/m2",
     "I1: body mass index from 19 to 32 kg/m2 | I2: body mass index from 24 to 40 kg/m2"},
    {I "- LVEF >= 45 %\n- LVEF < 45 %", "I1: left ventricular ejection fraction >= 45% | I2: left ventricular ejection fraction < 45%"},
    {I "- age 20 to 30 years\n- gout\n- age 60 to 70 years", "I1: age from 20 to 30 years | I2: gout | I3: age from 60 to 70 years"},
    {E "- BMI 32 to 40 kg/m2\n- BMI 10 to 18 kg/m2", "E1: body mass index from 32 to 40 kg/m2 | E2: body mass index from 10 to 18 kg/m2"},
};
CHECK_TEXTS(ranges)

/* Who is well and who is not, on lines that begin so; a denial that goes on behind the "or" at the end of a line. */
static const text_case well_or_not_cases[] = {
    {I "- Patients who have had a stroke\n- Healthy people aged over 20 years",
     "I1: history of stroke or not understood (nobody meets it and the line beside it, which may do instead): \"who have had a stroke\" | I2: (age > 20 years and healthy) or not understood (nobody meets it and the line beside it, which may do instead): \"Healthy people aged over 20 years\""},
    {I "- Healthy volunteers aged 18 to 45 years\n- Patients must have a BMI of 18 to 28",
     "I1: age from 18 to 45 years and healthy | I2: body mass index from 18 to 28"},
    {I "- Free of gout or\n- previous stroke",
     "I1: not gout or not understood (the line beside it may do instead): \"or\" | I2: (history of stroke / or, read otherwise: not history of stroke) or not understood (the line beside it may do instead): \"previous\""},
};
CHECK_TEXTS(well_or_not)

/* What a text writes out once is known in all of it. */
static const text_case abbreviations_cases[] = {
    {I "- cervical radiculopathy (CR)\n- severe CR\n" E "- CR or gout",
     "I1: cervical radiculopathy | I2: severe cervical radiculopathy | E1: cervical radiculopathy or gout"},
    {I "- severe MS\n- mitral stenosis (MS)",
     "I1: severe mitral valve stenosis | I2: mitral valve stenosis"},
    {I "- atrial septal defect (ASD)\n- autism spectrum disorder (ASD)\n- ASD",
     "I1: atrial septal defect | I2: autism spectrum disorder | I3: \"ASD\""},
    {I "- heart failure (HF)\n- gout (see CR)\n- CR",
     "I1: heart failure | I2: gout {\"see CR\"} | I3: \"CR\""},
};
CHECK_TEXTS(abbreviations)

/* The end of a line was lost: read apart, and as it is printed; only what is true of both decides. */
static const text_case run_on_cases[] = {
    {E "- BMI < 18 5) asthma (8) gout", "E1: body mass index < 18 or asthma or gout"},
    {E "- epilepsy B. asthma C. gout", "E1: epilepsy or asthma or gout"},
    {E "- hepatitis B. asthma", "E1: hepatitis b or asthma"},
    {I "- any of the following: a) asthma b) gout", "I1: asthma or gout"},
    {I "- Patients: asthma. Healthy controls: no lung disease", "I1: asthma or not lung disease"},
    {I "- Cases: gout; Controls: no arthritis", "I1: gout or not arthritis"},
    {E "- Any heart disease other than small VSD and mild PDA Complete placental abruption",
     "E1: ((heart disease, except (small ventricular septal defect or mild patent ductus arteriosus)) or abruptio placentae {\"Complete\"}) / or, read otherwise: ((heart disease, except (small ventricular septal defect or mild abruptio placentae (as a kind) {about patent ductus arteriosus; \"Complete\"})) / or, read otherwise: ((heart disease, except small ventricular septal defect) or mild abruptio placentae {about patent ductus arteriosus; \"Complete\"}))"},
    {E "- BMI < 18 and > 28 kg/m2 current smoker no history of leg injury",
     "E1: ((body mass index > 28 kg/m2 or body mass index < 18 kg/m2) or current smoker or not history of injury {\"leg\"}) / or, read otherwise: ((body mass index {\"current smoker\" = current smoker} > 28 kg/m2 or body mass index {\"current smoker\" = current smoker} < 18 kg/m2) and not history of injury {\"leg\"})"},
    {E "- type  1 or  type 2   diabetes", "E1: type 1 diabetes mellitus or type 2 diabetes mellitus"},
    {E "- history of heart failure Pregnancy or breast feeding",
     "E1: (history of heart failure or (pregnancy or lactation)) / or, read otherwise: ((history of pregnancy {about heart failure} or history of lactation) / or, read otherwise: (history of pregnancy {about heart failure} or lactation))"},
    {E "- allergy to latex Known asthma Severe gout",
     "E1: (latex allergy or confirmed asthma or severe gout) / or, read otherwise: confirmed severe \"allergy to latex Known asthma Severe gout\" (allergy) {about latex allergy; about asthma; about gout}"},
    {I "- Crohn's disease treated at Mayo clinic",
     "I1: treated Crohn's disease {\"Mayo\"; \"clinic\"}"},
    {I "- Severe Heart Failure Patients",
     "I1: severe heart failure"},
    {I "- at least 2 previous operations",
     "I1: number of surgery >= 2"},
    {E "- Type 2 diabetes Mellitus",
     "E1: type 2 diabetes mellitus"},
};
CHECK_TEXTS(run_on)

/* "No A" among what bars: who has none, where the trial asks for it; else who has one may be meant. */
static const text_case denied_bars_cases[] = {
    {"Inclusion Criteria:\n- Gout\nExclusion Criteria:\n- No asthma\n", "I1: gout | E1: not asthma / or, read otherwise: asthma"},
    {"Inclusion Criteria:\n- Gout\nExclusion Criteria:\n- No asthma or food allergy\n", "I1: gout | E1: not (asthma or food allergy) / or, read otherwise: (asthma or food allergy)"},
    {"Inclusion Criteria:\n- Asthma\nExclusion Criteria:\n- No asthma\n", "I1: asthma | E1: not asthma"},
    {"Inclusion Criteria:\n- Severe asthma\nExclusion Criteria:\n- No lung disease\n", "I1: severe asthma | E1: not lung disease"},
    {"Inclusion Criteria:\n- No asthma\nExclusion Criteria:\n- No asthma\n", "I1: not asthma | E1: not asthma / or, read otherwise: asthma"},
    {"Inclusion Criteria:\n- Gout\nExclusion Criteria:\n- No informed consent\n", "I1: gout | E1: not for a person to judge (consent): \"informed consent\""},
    {"Inclusion Criteria:\n- Gout\nExclusion Criteria:\n- Not on dialysis\n", "I1: gout | E1: not current dialysis"},
    {"Inclusion Criteria:\n- Gout\nExclusion Criteria:\n- No epilepsy or asthma that impacts the ability to run\n", "I1: gout | E1: (not epilepsy / or, read otherwise: epilepsy) or for a person to judge (ability): \"asthma that impacts the ability to run\""},
    {"Exclusion Criteria:\n- No asthma\n", "E1: not asthma"},
};
CHECK_TEXTS(denied_bars)

/* Beside the label of a group, people who are named otherwise in front of a sign are another one. */
static const text_case people_beside_a_group_cases[] = {
    {I "- \"Healthy\" subjects: age 20 to 40\n- \"Ill\" participants: must have gout",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"\"Healthy\" subjects\", then age from 20 to 40 years | I2: if not understood (for one group only, and the record does not say who is in it): \"\"Ill\" participants\", then gout"},
    {I "- Key criteria for healthy volunteers: age 20 to 50\n- Key criteria for gout patients: age 20 to 60 and gout",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"Key criteria for healthy volunteers\", then age from 20 to 50 years | I2: if not understood (for one group only, and the record does not say who is in it): \"Key criteria for gout patients\", then (age from 20 to 60 years and gout)"},
    {I "- Gout patients: BMI < 40\n- Healthy controls: BMI < 30\n- Age 20 to 50\n- All participants: able to walk",
     "I1: if not understood (for one group only, and the record does not say who is in it): \"Gout patients\", then body mass index < 40 | I2: if not understood (for one group only, and the record does not say who is in it): \"Healthy controls\", then body mass index < 30 | I3: age from 20 to 50 years | I4: able to walk"},
    /* no group beside them */
    {I "- Gout patients: BMI < 40\n- Age 20 to 50",
     "I1: (gout and body mass index < 40) / or, read otherwise: (if gout, then body mass index < 40) | I2: age from 20 to 50 years"},
};
CHECK_TEXTS(people_beside_a_group)

/* A line without a bullet that names a group stands over the bullets below it, also where it has no colon at its end. */
static const text_case groups_over_lists_cases[] = {
    {I "Group 1: Patients with migraine\n- BMI < 40\n- Age over 30\nGroup 2: Healthy controls\n- No history of migraine\n- BMI < 30", "I1: if not understood (for one group only, and the record does not say who is in it): \"Group 1\", then (migraine and (body mass index < 40 and age > 30 years)) | I2: if not understood (for one group only, and the record does not say who is in it): \"Group 2\", then (healthy and (not history of migraine and body mass index < 30))"},
    {I "Group A: adults with sepsis\n1. Heart rate > 90\n2. Age over 18\nGroup B: adults with gout\n1. Urate > 7 mg/dL\n2. Age over 20", "I1: if not understood (for one group only, and the record does not say who is in it): \"Group A\", then (sepsis and (heart rate > 90 and age > 18 years)) | I2: if not understood (for one group only, and the record does not say who is in it): \"Group B\", then (gout and (uric acid > 7 mg/dL and age > 20 years))"},
    {I "Healthy controls\n- Age over 50\n- No gout\nGout patients\n- Urate > 7 mg/dL\n- Use of colchicine", "I1: if not understood (for one group only, and the record does not say who is in it): \"Healthy controls\", then (age > 50 years and not gout) | I2: if not understood (for one group only, and the record does not say who is in it): \"Gout patients\", then (uric acid > 7 mg/dL and current colchicine)"},
    {I "A. Gout patients\n1. Gout\n2. Urate > 7 mg/dL\nB. Healthy subjects\n1. Urate <= 7 mg/dL\n2. Non-smoker", "I1: if not understood (for one group only, and the record does not say who is in it): \"Gout patients\", then (gout and uric acid > 7 mg/dL) | I2: if not understood (for one group only, and the record does not say who is in it): \"Healthy subjects\", then (uric acid <= 7 mg/dL and non-smoker)"},
    {I "- Subjects with gout - urate > 7 mg/dL, on colchicine\n- Healthy controls - urate < 7 mg/dL, no gout", "I1: if not understood (for one group only, and the record does not say who is in it): \"Subjects with gout\", then (uric acid > 7 mg/dL and current colchicine) | I2: if not understood (for one group only, and the record does not say who is in it): \"Healthy controls\", then (uric acid < 7 mg/dL and not gout)"},
    {E "Cohort A (gout)\n- Kidney stones\nCohort B (migraine)\n- Stroke", "E1: not understood (for one group only, and the record does not say who is in it): \"Cohort A (gout)\" and nephrolithiasis | E2: not understood (for one group only, and the record does not say who is in it): \"Cohort B (migraine)\" and stroke"},
    {I "1. Group 1\n- Gout\n- BMI > 30\n2. Group 2\n- No gout\n- BMI < 25", "I1: if not understood (for one group only, and the record does not say who is in it): \"Group 1\", then (gout and body mass index > 30) | I2: if not understood (for one group only, and the record does not say who is in it): \"Group 2\", then (not gout and body mass index < 25)"},
    {I "Inclusion Criteria for Patients:\n1. Gout\n\nInclusion Criteria for Healthy Volunteers:\n1. BMI < 30\n\n" E "1. Asthma", "I1: if not understood (for one group only, and the record does not say who is in it): \"Gout\", then gout | I2: if not understood (for one group only, and the record does not say who is in it): \"BMI\", then body mass index < 30 | E1: asthma"},
    /* they are all there are */
    {I "Inclusion Criteria for Patients:\n1. Gout\n\nExclusion Criteria for Patients:\n1. Asthma", "I1: gout | E1: asthma"},
    {I "Inclusion Criteria for all participants:\n1. Gout\n\nInclusion Criteria for Healthy Volunteers:\n1. BMI < 30", "I1: gout | I2: if not understood (for one group only, and the record does not say who is in it): \"BMI\", then body mass index < 30"},
    /* the bullets may be of both */
    {I "Group 1: Patients with gout\nGroup 2: Healthy controls\n- Age over 50\n- Able to walk", "I1: if not understood (for one group only, and the record does not say who is in it): \"Group 1\", then gout | I2: if not understood (for one group only, and the record does not say who is in it): \"Group 2\", then healthy | I3: age > 50 years | I4: able to walk"},
    /* one line among others, and a sign of something else */
    {I "* Healthy volunteers\n* Age 18 to 45\n* BMI 18-30 kg/m2", "I1: healthy | I2: age from 18 to 45 years | I3: body mass index from 18 to 30 kg/m2"},
    {I "Subjects with gout\n- Urate > 7 mg/dL\n- Age over 18", "I1: gout | I2: uric acid > 7 mg/dL | I3: age > 18 years"},
    {I "- Subjects with gout - urate > 7 mg/dL\n- Age over 18", "I1: gout and uric acid > 7 mg/dL | I2: age > 18 years"},
};
CHECK_TEXTS(groups_over_lists)

/* Of what something is indicated for, each reason is enough; whoever is a candidate for it may have to meet all. */
static const text_case reasons_cases[] = {
    {I "- Indications for splenectomy:\n  1. lymphoma\n  2. thrombocytopenia\n" E "- Indication for dialysis:\n  - hyperkalemia\n  - acidosis", "I1: for a person to judge (candidacy): \"Indications for splenectomy\" and (lymphoma or thrombocytopenia) | E1: for a person to judge (candidacy): \"Indication for dialysis\" and (hyperkalemia or acidosis)"},
    {I "- Indication for amputation: 1. gangrene 2. sarcoma 3. osteomyelitis", "I1: for a person to judge (candidacy): \"Indication for amputation\" and (gangrene or sarcoma or osteomyelitis)"},
    {I "- Candidate for bypass surgery:\n  - angina\n  - age < 70 years", "I1: for a person to judge (candidacy): \"Candidate for bypass surgery\" and (angina pectoris and age < 70 years)"},
};
CHECK_TEXTS(reasons)

/* What stands below a line: its exceptions, its limit for some, the limits that it is a name of. */
static const text_case below_a_line_cases[] = {
    {E "- Cancer within 5 years\n  - Exceptions: basal cell carcinoma\n- Asthma", "E1: malignant neoplasm within 5 years before the index date, except basal cell carcinoma | E2: asthma"},
    {E "- Cancer within 5 years\n  - Exceptions include:\n    - Basal cell carcinoma\n    - Cervical carcinoma in situ\n- Asthma",
     "E1: malignant neoplasm within 5 years before the index date, except (basal cell carcinoma or cervical carcinoma in situ) | E2: asthma"},
    {I "- Platelets >= 100 x 10^9/L\n  - For patients with liver metastases: platelets >= 75 x 10^9/L", "I1: platelet count >= 100 x10^9/L or (liver metastasis and platelet count >= 75 x10^9/L)"},
    {I "- Adequate organ function:\n  - ANC >= 1.5 x 10^9/L\n  - Platelets >= 100 x 10^9/L", "I1: neutrophil count >= 1.5 x10^9/L and platelet count >= 100 x10^9/L"},
    {I "- Adequate renal and hepatic function\n  - Creatinine < 1.5 mg/dL", "I1: serum creatinine < 1.5 mg/dL"},
    {I "- Adequate contraception:\n  - Sterilization", "I1: contraception and surgical sterilization"},
};
CHECK_TEXTS(below_a_line)
