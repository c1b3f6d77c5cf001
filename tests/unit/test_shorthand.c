/* Shorthand: short forms of words, how often and how much in a few signs, limits in brackets behind a name. */
#include "tests/unit/readings.h"

/* Weeks in one letter, days behind a plus sign, "at least one" of a time, a number said twice. */
static const reading lengths_in_short_cases[] = {
    {'I', "Gestational age from 29w to 33w", "gestational age from 29 to 33 weeks"},
    {'E', "Stroke within 9w before inclusion", "stroke within 9 weeks before study entry"},
    {'I', "Gestational age < 29w+4d", "gestational age < 207 days"},
    {'I', "Gestational age < 29 weeks+4 days", "gestational age < 207 days"},
    {'I', "Adults over 19 w/ gout", "\"Adults\" > 19 and gout"},
    {'I', "Gout for at least one year", "gout for >= 1 years"},
    {'I', "Gout for at least one (1) year", "gout for >= 1 years"},
    {'E', "Gout-free for at least one month", "not (gout within 1 month before the index date / or, read otherwise: gout for >= 1 months)"},
    {'I', "At least one of gout or asthma", "gout or asthma"},
    {'I', "At least one second-line drug", "secondary \"line drug\" (medication) {about medication (any)}"},
};
CHECK_READINGS(shorthand, lengths_in_short)

static const reading short_forms_cases[] = {
    {'I', "Adults w/ asthma", "asthma"},
    {'I', "Asthma w/FEV1 < 60%", "asthma and FEV1 < 60%"},
    {'I', "Gout w/ or w/o tophi", "gout"},
    {'I', "Asthma w/o gout", "asthma and not gout"},
    {'I', "Stroke w/in the past 6 months", "stroke within 6 months before the index date"},
    {'I', "Asthma d/t obesity", "asthma {about obesity}"},
    {'I', "Age b/w 20 and 50 years", "age from 20 to 50 years"},
    {'I', "GCS < 12 s/p stroke", "Glasgow coma scale < 12 and history of stroke"},
    {'I', "NIHSS < 12 s after stroke", "NIH stroke scale within less than 12 seconds after stroke"},
};
CHECK_READINGS(shorthand, short_forms)

static const reading how_often_cases[] = {
    {'I', "At least 3 urinary tract infections/year", "number of urinary tract infection >= 3 /year"},
    {'I', "Epistaxis, 4 or more episodes/6 months", "epistaxis and number of \"episodes\" {time \"/6 months\"} >= 4"},
    {'I', "At least 2 seizures per 28 days", "number of seizure {time \"per 28 days\"} >= 2"},
    {'I', "Gout attacks >= 4/12 months", "\"Gout attacks\" {time \"4/12 months\"} >= 4"},
    {'I', "Gestational age of 24 3/7 weeks or more", "gestational age >= 24.428571428571427 weeks"},
    {'I', "Fewer than 3 bowel movements/week", "bowel movements per week < 3 /week"},
    {'I', "Fewer than 3 bowel movements/week or more than 3/day", "bowel movements per week < 3 /week or bowel movements per week > 3 /day"},
    {'I', "Asthma/COPD", "asthma or chronic obstructive pulmonary disease"},
    {'E', "Opioids (> 2x/week), insulin", "opioid at a dose > 2 /week or insulin"},
    {'I', "ALT < 2x ULN", "alanine aminotransferase < 2 x ULN"},
    {'I', "Respiratory rate > 22 breaths/minute", "respiratory rate > 22 /min"},
};
CHECK_READINGS(shorthand, how_often)

static const reading given_for_so_long_cases[] = {
    {'E', "More than 48 hours of effective antibiotic therapy", "antibiotic {\"effective\"} for > 48 hours"},
    {'E', "Received more than 2 weeks of potentially effective prednisone within 3 months", "history of prednisone {\"potentially\"; \"effective\"} for > 2 weeks within 3 months before the index date"},
    {'E', "More than 48 hours of antibiotics", "antibiotic for > 48 hours"},
};
CHECK_READINGS(shorthand, given_for_so_long)

static const reading or_equivalent_cases[] = {
    {'E', "Prednisone (or equivalent) > 7.5 mg/day, methotrexate", "systemic corticosteroid at a dose > 7.5 mg/day prednisone equivalent or methotrexate"},
    {'E', "Prednisone or equivalent > 7.5 mg/day, methotrexate", "systemic corticosteroid at a dose > 7.5 mg/day prednisone equivalent or methotrexate"},
    {'E', "Prednisone > 7.5 mg/day (or equivalent), methotrexate", "prednisone at a dose > 7.5 mg/day or systemic corticosteroid at a dose > 7.5 mg/day prednisone equivalent or methotrexate"},
    {'E', "> 7.5 mg/day prednisone (or equiv.), methotrexate", "systemic corticosteroid at a dose > 7.5 mg/day prednisone equivalent or methotrexate"},
    {'E', "Fentanyl (or equivalent) > 25 ug/h", "\"Fentanyl (or equivalent)\" > 25 ug/h"},
    {'E', "Fentanyl > 25 ug/h or equivalent", "fentanyl at a dose > 25 ug/h or \"or equivalent\""},
    {'I', "MMSE > 25 or equivalent", "mini-mental state examination > 25 or \"or equivalent\""},
};
CHECK_READINGS(shorthand, or_equivalent)

static const reading limits_of_a_kind_cases[] = {
    {'I', "Immune thrombocytopenia (platelets < 25 x10^9/L)", "platelet count < 25 x10^9/L / or, read otherwise: (immune thrombocytopenia and platelet count < 25 x10^9/L)"},
    {'I', "Thrombocytopenia (platelets < 25 x10^9/L)", "platelet count < 25 x10^9/L"},
    {'I', "Polycystic kidney disease (eGFR > 45 mL/min/1.73m2)", "estimated glomerular filtration rate > 45 mL/min/1.73 m2 / or, read otherwise: (polycystic kidney disease and estimated glomerular filtration rate > 45 mL/min/1.73 m2)"},
    {'I', "Chronic kidney disease (eGFR < 45 mL/min/1.73m2)", "estimated glomerular filtration rate < 45 mL/min/1.73 m2"},
    {'E', "Hemophilia (INR > 1.4)", "INR > 1.4 / or, read otherwise: (hemophilia and INR > 1.4)"},
    {'E', "Cognitive impairment (MMSE < 22)", "mini-mental state examination < 22"},
    {'I', "Alzheimer's disease (MMSE > 14)", "mini-mental state examination > 14 and Alzheimer's disease"},
    {'I', "Depression (MADRS > 14)", "Montgomery-Asberg depression rating scale > 14"},
    {'I', "Postpartum depression (MADRS > 14)", "Montgomery-Asberg depression rating scale > 14 and postpartum depression"},
};
CHECK_READINGS(shorthand, limits_of_a_kind)

static const reading counted_from_itself_cases[] = {
    {'I', "Stroke (> 4 months post-stroke)", "stroke more than 4 months before the index date"},
    {'I', "Chronic stroke, at least 4 months after stroke", "stroke at least 4 months before the index date"},
    {'I', "Ischemic stroke at least 4 months after stroke", "ischemic stroke at least 4 months before the index date"},
    {'E', "Recurrent stroke more than 4 months after stroke", "recurrent stroke more than 4 months after stroke"},
    {'E', "Pneumonia more than 2 days after stroke", "pneumonia more than 2 days after stroke"},
};
CHECK_READINGS(shorthand, counted_from_itself)

static const reading weeks_of_a_pregnancy_cases[] = {
    {'I', "Labor at >= 37 weeks", "labor and gestational age >= 37 weeks"},
    {'I', "Preeclampsia < 33 weeks", "preeclampsia and gestational age < 33 weeks"},
    {'E', "Previous preterm birth < 33 weeks", "history of preterm birth {time \"< 33 weeks\"}"},
    {'I', "Hyperemesis gravidarum > 3 weeks", "hyperemesis gravidarum {time \"> 3 weeks\"}"},
    {'I', "Gestational diabetes diagnosed at 26 weeks", "confirmed gestational diabetes mellitus {time \"at 26 weeks\"}"},
    {'I', "Cesarean section at >= 38 weeks", "cesarean section {time \">= 38 weeks\"}"},
};
CHECK_READINGS(shorthand, weeks_of_a_pregnancy)

static const reading found_positive_cases[] = {
    {'E', "HBsAg+/HCV RNA+, MRI+", "positive hepatitis B surface antigen or positive HCV RNA or positive magnetic resonance imaging"},
    {'E', "HIV+, gout", "human immunodeficiency virus infection or gout"},
    {'I', "Calcium + vitamin D", "calcium supplement and vitamin D"},
};
CHECK_READINGS(shorthand, found_positive)

static const reading length_of_a_scale_cases[] = {
    {'I', "VAS pain >= 3 on a 10-point scale", "pain score >= 3"},
    {'I', "VAS pain >= 30 on a 100-mm scale", "pain score >= 30"},
};
CHECK_READINGS(shorthand, length_of_a_scale)

static const reading when_and_which_cases[] = {
    {'E', "Gout (exc. tophi)", "gout, except \"tophi\""},
    {'E', "Seizure at stroke onset", "seizure {time \"at stroke onset\"}"},
    {'E', "Seizure at screening", "seizure"},
    {'I', "Cocaine use on at least 5 days in the past month", "cocaine use {time \"on at least 5 days\"} within 1 month before the index date"},
    {'E', "Asthma (mild or severe)", "asthma {\"mild or severe\"}"},
    {'E', "Asthma (severe, uncontrolled)", "severe uncontrolled asthma"},
};
CHECK_READINGS(shorthand, when_and_which)

/* tests that are positive or negative: each result is of its own test, and what is named behind it a disease */
static const reading results_of_tests_cases[] = {
    {'I', "ER-positive and HER2-negative", "positive estrogen receptor and negative HER2"},
    {'I', "HER2-positive, ER negative", "positive HER2 and negative estrogen receptor"},
    {'I', "ER and PR negative", "negative estrogen receptor and negative progesterone receptor"},
    {'I', "ER positive or PR positive, and HER2 negative", "(positive estrogen receptor or positive progesterone receptor) and negative HER2"},
    {'I', "HR-positive, HER2-negative breast cancer", "positive hormone receptor status and (negative HER2 and breast cancer)"},
    {'I', "HR+/HER2- breast cancer", "positive hormone receptor status and (negative HER2 and breast cancer)"},
    {'I', "ER+ and/or PR+, HER2- breast cancer", "(positive estrogen receptor or positive progesterone receptor) and (negative HER2 and breast cancer)"},
    {'I', "ER/PR positive, HER2 negative",
     "((positive estrogen receptor and positive progesterone receptor) / or, read otherwise: (positive estrogen receptor or positive progesterone "
     "receptor)) and negative HER2"},
    {'E', "HBsAg+/HCV RNA+", "positive hepatitis B surface antigen or positive HCV RNA"},
    {'I', "ER-, PR-, HER2-", "negative estrogen receptor and negative progesterone receptor and negative HER2"},
    {'I', "Metastatic HER2-positive gastric cancer", "positive HER2 and metastatic gastric cancer"},
    {'I', "ALK-positive lung cancer", "ALK rearrangement and lung cancer"},
    {'E', "HBeAg-positive chronic hepatitis B", "positive hepatitis B e antigen and chronic hepatitis b"},
    {'I', "HR < 95 bpm", "heart rate < 95 /min"},
    {'I', "Anti-HCV positive, HBsAg negative and HIV negative",
     "positive hepatitis C antibody and negative hepatitis B surface antigen and negative human immunodeficiency virus infection"},
};
CHECK_READINGS(shorthand, results_of_tests)

/* a sign alone is a result; a result in a bracket is that of the test beside it, never of the disease before */
static const reading signs_and_brackets_cases[] = {
    {'I', "HIV (-)", "negative human immunodeficiency virus infection"},
    {'I', "HIV-", "negative human immunodeficiency virus infection"},
    {'E', "COPD- GOLD 3",
     "chronic obstructive pulmonary disease and GOLD stage = 3"},
    {'I', "HIV-infected adults", "human immunodeficiency virus infection"},
    {'I', "HIV -ve, HBsAg +ve", "negative human immunodeficiency virus infection and positive hepatitis B surface antigen"},
    {'I', "Anti-CCP (++)", "positive anti-CCP antibody"},
    {'I', "Pregnancy test: (-)", "negative pregnancy test"},
    {'I', "ER (+), HER2 (-)", "positive estrogen receptor and negative HER2"},
    {'I', "HER2 (-) breast cancer", "negative HER2 and breast cancer"},
    {'I', "HBsAg (+/-) patients", "\"HBsAg (+/-)\" (measurement) {about hepatitis B surface antigen}"},
    {'I', "Gastric cancer (HER2+)", "gastric cancer and positive HER2"},
    {'I', "Breast cancer (ER positive, HER2 negative)", "breast cancer and (positive estrogen receptor and negative HER2)"},
    {'E', "Active hepatitis B (HBeAg positive or HBV DNA positive)",
     "current hepatitis b and (positive hepatitis B e antigen or positive HBV DNA)"},
    {'I', "Tuberculosis (HIV-negative)", "tuberculosis and negative human immunodeficiency virus infection"},
    {'I', "Lung cancer (KRAS positive)", "lung cancer and positive \"KRAS\""},
    {'I', "Influenza (PCR positive)", "positive influenza"},
    {'I', "Breast cancer (triple negative)", "breast cancer {\"negative\"; \"triple negative\"}"},
};
CHECK_READINGS(shorthand, signs_and_brackets)

/* results before a list whose head is shared stand before all of it */
static const reading results_before_a_list_cases[] = {
    {'I', "HER2-positive unresectable or metastatic breast cancer", "positive HER2 and (unresectable breast cancer or metastatic breast cancer)"},
    {'I', "HR-positive, HER2-negative locally advanced or metastatic breast cancer",
     "positive hormone receptor status and (negative HER2 and (advanced breast cancer or metastatic breast cancer))"},
    {'I', "ER-positive breast or ovarian cancer", "positive estrogen receptor and (breast cancer or ovarian cancer)"},
    {'I', "ER-positive or PR-positive breast cancer", "(positive estrogen receptor or positive progesterone receptor) and breast cancer"},
    {'I', "Unresectable or metastatic breast cancer", "unresectable breast cancer or metastatic breast cancer"},
    {'I', "RET fusion-positive lung cancer or thyroid cancer",
     "(RET fusion and (lung cancer or thyroid cancer)) / or, read otherwise: ((RET fusion and lung cancer) or thyroid cancer)"},
    {'I', "Flurbin-positive advanced or metastatic breast cancer", "positive \"Flurbin\" and (advanced breast cancer or metastatic breast cancer)"},
};
CHECK_READINGS(shorthand, results_before_a_list)

/* A list in a bracket: whether one of it is enough is open but where function is asked to be sound, and so is whether some
 * kinds of the thing are named, or all. */
static const reading list_in_bracket_cases[] = {
    {'I', "Severe heart disease (unstable angina, recent MI, NYHA IV)", "heart disease and ((unstable angina pectoris and recent myocardial infarction and NYHA class 4) / or, read otherwise: (unstable angina pectoris or recent myocardial infarction or NYHA class 4))"},
    {'I', "Organ dysfunction (creatinine > 2 mg/dL, bilirubin > 2 mg/dL)", "organ dysfunction and ((serum creatinine > 2 mg/dL and total bilirubin > 2 mg/dL) / or, read otherwise: (serum creatinine > 2 mg/dL or total bilirubin > 2 mg/dL))"},
    {'I', "Adequate hepatic function (bilirubin < 1.5 mg/dL, ALT < 60 U/L)", "adequate total bilirubin < 1.5 mg/dL and alanine aminotransferase < 60 U/L"},
    {'I', "Acceptable liver function (bilirubin < 1.5 mg/dL, ALT < 60 U/L)", "total bilirubin < 1.5 mg/dL and alanine aminotransferase < 60 U/L"},
    {'I', "Stable vital signs (SBP > 90 mmHg, HR < 120 bpm)", "systolic blood pressure > 90 mmHg and heart rate < 120 /min"},
    {'E', "Respiratory failure (PaO2 < 60 mmHg, PaCO2 > 50 mmHg)", "arterial partial pressure of oxygen < 60 mmHg or arterial partial pressure of carbon dioxide > 50 mmHg"},
    {'E', "Immunosuppression (HIV, transplant, prednisone > 20 mg)", "(human immunodeficiency virus infection or transplantation or prednisone at a dose > 20 mg) / or, read otherwise: (human immunodeficiency virus infection or \"transplant\" > 20 mg or prednisone at a dose > 20 mg) / or, read otherwise: (immunosuppression and ((human immunodeficiency virus infection or transplantation or prednisone at a dose > 20 mg) / or, read otherwise: (human immunodeficiency virus infection or \"transplant\" > 20 mg or prednisone at a dose > 20 mg))) / or, read otherwise: (immunosuppression or ((human immunodeficiency virus infection or transplantation or prednisone at a dose > 20 mg) / or, read otherwise: (human immunodeficiency virus infection or \"transplant\" > 20 mg or prednisone at a dose > 20 mg)))"},
    {'E', "Immunocompromised patients (HIV, transplant, neutrophils < 500/mm3)", "(human immunodeficiency virus infection or transplantation or neutrophil count < 500 /mm3) / or, read otherwise: (immunosuppression and (human immunodeficiency virus infection or transplantation or neutrophil count < 500 /mm3)) / or, read otherwise: (immunosuppression or (human immunodeficiency virus infection or transplantation or neutrophil count < 500 /mm3))"},
    {'E', "Renal insufficiency (creatinine > 2 mg/dL or dialysis)", "serum creatinine > 2 mg/dL or dialysis"},
};
CHECK_READINGS(shorthand, list_in_bracket)

/* What else a bracket says does not take its limit from the condition that it measures. */
static const reading measured_in_bracket_cases[] = {
    {'E', "Uncontrolled hypertension (> 160/100 mmHg despite treatment)", "(systolic blood pressure > 160 mmHg or diastolic blood pressure > 100 mmHg) and \"treatment\" (procedure) {about treatment}"},
    {'E', "Anemia (< 8 g/dL without transfusion)", "hemoglobin < 8 g/dL and not blood transfusion"},
    {'E', "Thrombocytopenia (< 50 x 10^9/L with bleeding)", "platelet count < 50 x10^9/L and hemorrhage"},
    {'E', "Hypertension (> 160 mmHg systolic)", "systolic blood pressure > 160 mmHg"},
    {'E', "Diabetes (> 7% HbA1c)", "diabetes mellitus and HbA1c > 7%"},
};
CHECK_READINGS(shorthand, measured_in_bracket)

/* The condition of a bracket that begins with "or" is of what that holds. */
static const reading alternative_in_bracket_cases[] = {
    {'I', "Prostate volume 30-80 mL, PSA < 4 ng/mL (or negative biopsy if PSA 4-10 ng/mL)", "prostate volume from 30 to 80 mL and (prostate-specific antigen < 4 ng/mL or (prostate-specific antigen from 4 to 10 ng/mL and negative biopsy))"},
    {'I', "Gout, asthma (or COPD if FEV1 < 50%)", "gout and (asthma or (FEV1 < 50% and chronic obstructive pulmonary disease))"},
    {'E', "Gout (or asthma if on prednisone)", "gout or (current prednisone and asthma)"},
    {'I', "ALT <= 2.5 x ULN (or <= 5 x ULN if liver metastases)", "alanine aminotransferase <= 2.5 x ULN or (liver metastasis and alanine aminotransferase <= 5 x ULN)"},
    {'I', "Complications of diabetes (either neuropathy or retinopathy)", "diabetic complication {\"neuropathy or retinopathy\"} or neuropathy {\"example\"} or retinopathy {\"example\"}"},
};
CHECK_READINGS(shorthand, alternative_in_bracket)

/* "T3N2" is no abbreviation of what it stands behind, and "T1-2" no half-life. */
static const reading codes_of_a_stage_cases[] = {
    {'E', "Stage II (T3N2) rectal cancer", "cancer stage {\"T3N2\"} 2 and rectal cancer"},
    {'E', "Rectal cancer, T1N0", "(rectal cancer and \"T1N0\") / or, read otherwise: (rectal cancer or \"T1N0\")"},
    {'I', "Clinical stage T1-2", "\"Clinical stage T1-2\" (score) {about cancer stage}"},
    {'I', "Chronic obstructive pulmonary disease (COPD)", "chronic obstructive pulmonary disease"},
    {'I', "Rectal cancer (CRC)", "rectal cancer"},
};
CHECK_READINGS(shorthand, codes_of_a_stage)
