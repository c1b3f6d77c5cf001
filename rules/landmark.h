/* Concepts that the code itself reasons about: an age is told by a date of birth, a pregnancy goes
 * on by the week. Everything else about them is a row of the lexicon like any other; their ids
 * stand here and nowhere else. */
#ifndef ELIGO_RULES_LANDMARK_H
#define ELIGO_RULES_LANDMARK_H

#include "rules/concept.h"

#include <string.h>

/* LANDMARK(name, id) of each. */
#define LANDMARKS(LANDMARK)                                                                        \
    /* Demographics, which a birth date or an administrative sex tells */                          \
    LANDMARK(AGE, "age")                                                                           \
    LANDMARK(BIRTH_DATE, "birth_date")                                                             \
    LANDMARK(SEX, "sex")                                                                           \
    LANDMARK(FEMALE, "female")                                                                     \
    LANDMARK(MALE, "male")                                                                         \
    LANDMARK(HEIGHT, "height")                                                                     \
    /* Pregnancy and birth: weeks go on, an age may be that of a child in them, sexes are implied  \
     */                                                                                            \
    LANDMARK(PREGNANCY, "pregnancy")                                                               \
    LANDMARK(PLANNED_PREGNANCY, "planned_pregnancy")                                               \
    LANDMARK(PREGNANCY_OR_PLAN, "pregnancy_or_plan")                                               \
    LANDMARK(GESTATIONAL_AGE, "gestational_age")                                                   \
    LANDMARK(GRAVIDITY, "gravidity")                                                               \
    LANDMARK(FIBROSIS_STAGE, "metavir")                                                            \
    LANDMARK(DELIVERY, "delivery")                                                                 \
    LANDMARK(NEWBORN, "newborn")                                                                   \
    LANDMARK(PREMATURITY, "prematurity")                                                           \
    LANDMARK(LACTATION, "lactation")                                                               \
    LANDMARK(MENOPAUSE, "menopause")                                                               \
    LANDMARK(CHILDBEARING_POTENTIAL, "childbearing_potential")                                     \
    LANDMARK(CONTRACEPTION, "contraception")                                                       \
    LANDMARK(PREGNANCY_TEST, "pregnancy_test")                                                     \
    LANDMARK(PREGNANCY_TESTING, "pregnancy_testing")                                               \
    /* Pressures come in pairs, acuities as fractions, and scales belong to what they grade */     \
    LANDMARK(BLOOD_PRESSURE, "blood_pressure")                                                     \
    LANDMARK(SYSTOLIC_BP, "systolic_bp")                                                           \
    LANDMARK(DIASTOLIC_BP, "diastolic_bp")                                                         \
    LANDMARK(AMBULATORY_SYSTOLIC_BP, "ambulatory_systolic_bp")                                     \
    LANDMARK(AMBULATORY_DIASTOLIC_BP, "ambulatory_diastolic_bp")                                   \
    LANDMARK(VISUAL_ACUITY, "visual_acuity")                                                       \
    LANDMARK(ETDRS_LETTERS, "etdrs_letters")                                                       \
    LANDMARK(CTCAE_GRADE, "ctcae_grade")                                                           \
    LANDMARK(CANCER_STAGE, "cancer_stage")                                                         \
    LANDMARK(TUMOR_GRADE, "tumor_grade")                                                           \
    LANDMARK(HEPATIC_ENCEPHALOPATHY_GRADE, "hepatic_encephalopathy_grade")                         \
    LANDMARK(MIC, "mic")                                                                           \
    LANDMARK(BMI, "bmi")                                                                           \
    LANDMARK(HBA1C, "hba1c")                                                                       \
    LANDMARK(PAIN, "pain")                                                                         \
    /* Wide words whose kinds are told by what stands beside them: "allergy to A", "infection with \
     * B" */                                                                                       \
    LANDMARK(ALLERGY, "allergy")                                                                   \
    LANDMARK(DRUG_ALLERGY, "drug_allergy")                                                         \
    LANDMARK(SEVERE_ALLERGY, "severe_allergy")                                                     \
    LANDMARK(HYPERSENSITIVITY, "hypersensitivity")                                                 \
    LANDMARK(INFECTION, "infection")                                                               \
    LANDMARK(INFECTION_CONTACT, "infection_contact")                                               \
    LANDMARK(MALIGNANCY, "malignancy")                                                             \
    LANDMARK(METASTATIC_CANCER, "metastatic_cancer")                                               \
    LANDMARK(NEOPLASM, "neoplasm")                                                                 \
    LANDMARK(SKIN_CANCER, "skin_cancer")                                                           \
    LANDMARK(CERVICAL_CANCER, "cervical_cancer")                                                   \
    LANDMARK(CERVICAL_NEOPLASIA, "cin")                                                            \
    LANDMARK(PROSTATE_DISEASE, "prostate_disease")                                                 \
    LANDMARK(BLADDER_CANCER, "bladder_cancer")                                                     \
    LANDMARK(DISEASE, "disease")                                                                   \
    LANDMARK(SYMPTOM, "symptom")                                                                   \
    LANDMARK(LANGUAGE_FLUENCY, "language_fluency")                                                 \
    LANDMARK(HEALTHY, "healthy")                                                                   \
    LANDMARK(IMMUNOSUPPRESSION, "immunosuppression")                                               \
    /* What is done or agreed to, and people of a sex of their own */                              \
    LANDMARK(TREATMENT, "treatment")                                                               \
    LANDMARK(ANY_MEDICATION, "any_medication")                                                     \
    LANDMARK(OXYGEN_THERAPY, "oxygen_therapy")                                                     \
    LANDMARK(RESPIRATORY_SUPPORT, "respiratory_support")                                           \
    LANDMARK(ARTIFICIAL_AIRWAY, "artificial_airway")                                               \
    LANDMARK(TRANSPLANTATION, "transplantation")                                                   \
    LANDMARK(ANESTHESIA, "anesthesia")                                                             \
    LANDMARK(DIAGNOSTIC_PROCEDURE, "diagnostic_procedure")                                         \
    LANDMARK(RT_PCR, "rt_pcr")                                                                     \
    LANDMARK(TRIAL_PARTICIPATION, "trial_participation")                                           \
    LANDMARK(INFORMED_CONSENT, "informed_consent")                                                 \
    LANDMARK(TRANSGENDER, "transgender")

typedef enum landmark {
#define LANDMARK_NAME(name, id) LANDMARK_##name,
    LANDMARKS(LANDMARK_NAME)
#undef LANDMARK_NAME
        LANDMARK_COUNT
} landmark;

/* Its id, as the tables have it. */
const char *landmark_id(landmark l);
/* The concept in a lexicon: the core has all of them. */
const concept *lexicon_landmark(const lexicon *lx, landmark l);
/* Is it that concept, in whatever lexicon? NULL is none. */
static inline bool is_landmark(const concept *k, landmark l)
{
    return k && strcmp(k->id, landmark_id(l)) == 0;
}
/* Is it that concept, or one below it? */
static inline bool is_under_landmark(const concept *k, landmark l)
{
    if (is_landmark(k, l))
        return true;
    for (size_t i = 0; k && k->above[i]; i++)
        if (is_landmark(k->above[i], l))
            return true;
    return false;
}

#endif
