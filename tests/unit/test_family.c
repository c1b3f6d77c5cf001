/* Whose disease it is: a relative's, and which relative's. */
#include "rules/relatives.h"
#include "tests/unit/readings.h"

static const reading whose_cases[] = {
    {'I', "First-degree relative with gout", "gout (family) {relative \"first-degree\"}"},
    {'I', "At least one first-degree relative diagnosed with celiac disease", "celiac disease (family) {relative \"first-degree\"}"},
    {'I', "First-degree relatives of patients with celiac disease", "celiac disease (family) {relative \"first-degree\"}"},
    {'I', "First or second degree relative with psoriasis", "psoriasis (family) {relative \"first-degree or second-degree\"}"},
    {'I', "Gout in a first-degree relative", "gout (family) {relative \"first-degree\"}"},
    {'I', "Family history of gout in first-degree relatives", "gout (family) {relative \"first-degree\"}"},
    {'I', "Family history of gout or lupus in a first-degree relative", "gout (family) {relative \"first-degree\"} or lupus erythematosus (family) {relative \"first-degree\"}"},
    {'I', "Family history of gout (parents, siblings)", "gout (family) {relative \"parent or sibling\"}"},
    {'I', "Gout (mother or sister)", "gout (family) {relative \"mother or sister\"}"},
    {'I', "Gout in mother or sister", "gout (family) {relative \"mother or sister\"}"},
    {'I', "Celiac disease in siblings", "celiac disease (family) {relative \"sibling\"}"},
    {'I', "Parent with epilepsy", "epilepsy (family) {relative \"parent\"}"},
    {'I', "Mother with epilepsy or asthma", "epilepsy (family) {relative \"mother\"} or asthma (family) {relative \"mother\"}"},
    {'I', "Infants of asthmatic mothers", "asthma (family) {relative \"mother\"}"},
    {'I', "Mother with gout and a sister with asthma", "gout (family) {relative \"mother\"} and asthma (family) {relative \"sister\"}"},
    {'E', "No first-degree relative with asthma", "not asthma (family) {relative \"first-degree\"}"},
    {'E', "Personal or first-degree family history of gout or lupus", "history of gout or gout (family) {relative \"first-degree\"} or (history of lupus erythematosus or lupus erythematosus (family) {relative \"first-degree\"})"},
    {'E', "Personal or family history of gout", "history of gout or gout (family)"},
    {'E', "Relative with gout", "gout (family)"},
    {'E', "Family member who has asthma", "asthma (family)"},
    {'I', "Signed consent (parents)", "for a person to judge (consent): \"Signed consent (parents)\""},
    {'I', "Gout, lupus or asthma in a first-degree relative", "(gout (family) {relative \"first-degree\"} or lupus erythematosus (family) {relative \"first-degree\"} or asthma (family) {relative \"first-degree\"}) / or, read otherwise: (gout or lupus erythematosus or asthma (family) {relative \"first-degree\"})"},
    {'I', "Diabetes, or gout in a sibling", "diabetes mellitus or gout (family) {relative \"sibling\"}"},
    {'E', "Current smoker or lung cancer in a first-degree relative", "current smoker or lung cancer (family) {relative \"first-degree\"}"},
    {'I', "BMI > 30 or gout in a parent", "body mass index > 30 or gout (family) {relative \"parent\"}"},
};
CHECK_READINGS(family, whose)

typedef struct relative_case {
    const char *recorded, *asked;
    bool is;
} relative_case;

static void check_relative(const relative_case *c)
{
    cr_expect_eq(relative_is(c->recorded, c->asked), c->is, "%s, where a %s is asked", c->recorded, c->asked);
}

static const relative_case relative_cases[] = {
    {"mother", "mother", true},
    {"MTH", "mother", true},
    {"Natural mother", "first-degree", true},
    {"mother", "parent or sibling", true},
    {"twin brother", "first-degree", true},
    {"daughter", "first-degree", true},
    {"father", "mother", false},
    {"father", "mother or sister", false},
    {"parent", "mother", false},
    {"MGRMTH", "mother", false},
    {"maternal grandmother", "first-degree", false},
    {"maternal grandmother", "second-degree", true},
    {"maternal grandmother", "first-degree or second-degree", true},
    {"half brother", "first-degree", false},
    {"stepmother", "first-degree", false},
    {"STPMTH", "mother", false},
    {"cousin", "first-degree or second-degree", false},
    {"first cousin", "third-degree", true},
    {"family member", "first-degree", false},
    {"", "first-degree", false},
    {"mother", "close", false},
};
CHECK_TABLE(family, relative, check_relative)

/* What is said of whom somebody lives with is not said of the patient. */
static const reading with_a_partner_cases[] = {
    {'I', "Living with a partner with HIV who is not on antiretrovirals", "(human immunodeficiency virus infection (partner) and not current antiretroviral (partner)) / or, read otherwise: (human immunodeficiency virus infection (partner) and not current antiretroviral)"},
    {'E', "Living with a partner who smokes", "current smoker (partner)"},
    {'E', "Living with a partner with hepatitis C", "hepatitis c (partner)"},
    {'I', "Living with a partner", "in a relationship"},
    {'I', "Living with a partner and diabetes", "in a relationship and diabetes mellitus"},
};
CHECK_READINGS(family, with_a_partner)

/* Whom somebody is married to, cares for or lives with has what stands behind; the patient need not. */
static const reading whose_person_cases[] = {
    {'I', "Partner of a man with prostate cancer", "prostate cancer (partner)"},
    {'I', "Wives of men with gout", "gout (partner)"},
    {'E', "Married to a person with HIV", "human immunodeficiency virus infection (partner)"},
    {'I', "Family caregiver of a person with heart failure", "heart failure (caregiver)"},
    {'I', "Lives with a smoker who has COPD", "chronic obstructive pulmonary disease (household)"},
    {'I', "Daughter of a woman with breast cancer", "breast cancer (parent)"},
    {'I', "Mother of a boy with autism", "autism spectrum disorder (parent)"},
    {'I', "Works with patients who have tuberculosis", "tuberculosis (other person)"},
    {'I', "Caring for a relative with stroke", "stroke (other person)"},
    {'E', "Spouse of a veteran with PTSD", "veteran (partner) and post-traumatic stress disorder (partner)"},
    {'I', "Widow of a man with cancer", "malignant neoplasm (partner)"},
    {'I', "No family history of breast cancer and no asthma", "(not breast cancer (family) and not asthma (family)) / or, read otherwise: (not breast cancer (family) and not asthma)"},
    {'I', "No family history of breast cancer or asthma", "not (breast cancer (family) or asthma (family))"},
    /* the patient's own */
    {'I', "Married, with gout", "married and gout"},
    {'I', "Living with HIV", "human immunodeficiency virus infection"},
    {'I', "Has a family caregiver", "caregiver"},
    {'I', "Veteran with PTSD", "veteran and post-traumatic stress disorder"},
};
CHECK_READINGS(family, whose_person)
