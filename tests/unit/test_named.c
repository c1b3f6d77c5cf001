/* What the names of a list have in common: one count, one noun, the people who have them. */
#include "tests/unit/readings.h"

static const reading one_of_a_list_cases[] = {
    {'I', "At least one of gout, asthma and LDL > 3 mmol/L", "gout or asthma or LDL cholesterol > 3 mmol/L"},
    {'I', "Any of gout, asthma and psoriasis", "gout or asthma or psoriasis"},
    {'I', "Use of one or more of insulin, metformin and warfarin", "current insulin or current metformin or current warfarin"},
    {'I', "At least one of gout and asthma", "(gout or asthma) / or, read otherwise: (gout and asthma)"},
    {'E', "At least one of gout and asthma", "gout or asthma"},
    {'I', "At least one of gout, asthma or psoriasis", "gout or asthma or psoriasis"},
    {'I', "Two or more of gout, asthma and psoriasis", "at least 2 of: gout; asthma; psoriasis"},
};
CHECK_READINGS(named, one_of_a_list)

static const reading people_behind_a_name_cases[] = {
    {'I', "Obese adults", "obesity"},
    {'I', "Asthmatic or obese children on insulin", "((asthma or obesity) and current insulin) / or, read otherwise: (asthma or (obesity and current insulin))"},
    {'E', "Children of asthmatic adults", "\"asthmatic adults\" {about asthma}"},
    {'E', "Adults living with asthmatic children", "\"Adults living\" {about asthma; \"children\"}"},
    {'I', "Obese adolescents aged 13 to 16", "age from 13 to 16 years and obesity"},
    {'I', "HIV-1 infected adults", "human immunodeficiency virus infection"},
    {'I', "Preterm infants born at 25 to 30 weeks of gestation", "gestational age from 25 to 30 weeks and preterm infant {about gestational age}"},
};
CHECK_READINGS(named, people_behind_a_name)

static const reading adjectives_of_one_noun_cases[] = {
    {'E', "Oral or topical antibiotics", "oral antibiotic or topical antibiotic"},
    {'E', "Oral, inhaled or topical antibiotics, statins", "oral antibiotic or inhaled antibiotic or topical antibiotic or statin"},
    {'E', "Acute, chronic or latent hepatitis", "acute hepatitis or chronic hepatitis or latent hepatitis"},
    {'E', "Oral or inhaled steroids, oral contraceptives", "oral corticosteroid or inhaled corticosteroid or oral contraceptive"},
    {'E', "Severe or uncontrolled asthma", "severe asthma or uncontrolled asthma"},
    {'I', "Active or latent tuberculosis (TB)", "current tuberculosis or current latent tuberculosis infection"},
    {'E', "Latent tuberculosis (TB)", "latent tuberculosis infection"},
    {'E', "Chronic obstructive lung disease (COPD)", "chronic obstructive pulmonary disease"},
};
CHECK_READINGS(named, adjectives_of_one_noun)

static const reading how_it_is_given_cases[] = {
    {'E', "Oral corticosteroids within 2 months", "oral corticosteroid within 2 months before the index date"},
    {'E', "Systemic corticosteroids within 2 months", "systemic corticosteroid within 2 months before the index date"},
    {'E', "Cortisone or anesthetic injections within 2 months", "(cortisone within 2 months before the index date or anesthetic injection within 2 months before the index date) / or, read otherwise: (corticosteroid injection within 2 months before the index date or anesthetic injection within 2 months before the index date)"},
    {'E', "Insulin injections", "insulin"},
};
CHECK_READINGS(named, how_it_is_given)

static const reading with_or_without_so_far_cases[] = {
    {'I', "Able to walk with or without a cane for at least 20 m", "walking distance >= 20 m"},
    {'I', "Gout with or without tophi for at least 2 years", "gout for >= 2 years"},
};
CHECK_READINGS(named, with_or_without_so_far)
