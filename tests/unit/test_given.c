/* How long something was given or has lasted and how old somebody is, brackets with another limit for some, what is let off or
 * asked of some alone, courses, the ends of lists. */
#include "tests/unit/readings.h"

/* A bracket with another limit for some ends there: what stands behind it is one more of the list. */
static const reading limit_in_bracket_cases[] = {
    {'E', "QTcF > 480 ms (or > 500 ms with bundle branch block), or torsades de pointes", "(QTcF interval > 480 ms and not bundle branch block) or (QTcF interval > 500 ms and bundle branch block) or torsades de pointes"},
    {'E', "Gout, BMI > 40 (or > 35 with diabetes), asthma", "gout or (body mass index > 40 or (body mass index > 35 and diabetes mellitus)) or asthma"},
    {'I', "ALT < 3 x ULN (or < 5 x ULN with liver metastases), and gout", "(alanine aminotransferase < 3 x ULN or (alanine aminotransferase < 5 x ULN and liver metastasis)) and gout"},
    {'E', "BMI > 40 (or > 35 with diabetes or asthma)", "body mass index > 40 or (body mass index > 35 and (diabetes mellitus or asthma))"},
};
CHECK_READINGS(given, limit_in_bracket)

/* So long of a treatment and no longer: who had none has not had more; a bare sign may say when it was. */
static const reading given_so_long_cases[] = {
    {'I', "No more than 24 hours of antibiotics", "not antibiotic for > 24 hours"},
    {'E', "At most 24 hours of antibiotics", "not antibiotic for > 24 hours / or, read otherwise: antibiotic for <= 24 hours"},
    {'I', "Less than 3 days of prednisone", "not prednisone for >= 3 days / or, read otherwise: prednisone for < 3 days"},
    {'E', "< 4 weeks of radiotherapy", "not radiotherapy for >= 4 weeks / or, read otherwise: radiotherapy for < 4 weeks / or, read otherwise: radiotherapy within less than 4 weeks before the index date"},
    {'I', "No more than 2 days of prednisone, unless the patient has gout", "not (prednisone for > 2 days, except gout)"},
    {'I', "Prednisone for less than 3 days", "prednisone for < 3 days"},
    {'E', "Stroke within 3 days of surgery", "stroke from 3 days before to 3 days after \"surgery\""},
    {'I', "No prior antibiotics for more than 24 hours", "not (history of antibiotic within 24 hours before the index date / or, read otherwise: history of antibiotic for > 24 hours)"},
    {'I', "No systemic steroids for at least 4 weeks", "not systemic corticosteroid within 4 weeks before the index date"},
    {'I', "Off prednisone for more than 3 months", "not prednisone within 3 months before the index date"},
};
CHECK_READINGS(given, given_so_long)

/* Who never had it needs no time without it; times in the middle of a list, and before the same, planned. */
static const reading never_had_cases[] = {
    {'I', "Insulin-naive or no insulin for at least 6 months", "not history of insulin or not insulin within 6 months before the index date"},
    {'I', "Never treated with metformin or not treated with metformin for 3 months", "not history of metformin or not history of metformin within 3 months before the index date"},
    {'E', "Insulin or metformin for at least 6 months", "insulin for >= 6 months or metformin for >= 6 months"},
    {'E', "Stroke, coronary bypass surgery within 3 months or uncontrolled hypertension", "(stroke or coronary artery bypass grafting within 3 months before the index date or uncontrolled hypertension) / or, read otherwise: (stroke within 3 months before the index date or coronary artery bypass grafting within 3 months before the index date or uncontrolled hypertension)"},
    {'E', "Asthma, stroke within 3 months or gout", "asthma or stroke within 3 months before the index date or gout"},
    {'E', "Heart attack, stroke/TIA, major surgery, or PCI within 90 days or planned", "(myocardial infarction or stroke within 90 days before the index date or transient ischemic attack within 90 days before the index date or major surgery within 90 days before the index date or percutaneous coronary intervention within 90 days before the index date or (planned major surgery or planned percutaneous coronary intervention)) / or, read otherwise: (myocardial infarction within 90 days before the index date or stroke within 90 days before the index date or transient ischemic attack within 90 days before the index date or major surgery within 90 days before the index date or percutaneous coronary intervention within 90 days before the index date or (planned major surgery or planned percutaneous coronary intervention))"},
    {'E', "Stroke/TIA, or PCI within 90 days", "(stroke or transient ischemic attack or percutaneous coronary intervention within 90 days before the index date) / or, read otherwise: (stroke within 90 days before the index date or transient ischemic attack within 90 days before the index date or percutaneous coronary intervention within 90 days before the index date)"},
};
CHECK_READINGS(given, never_had)

/* In spite of is despite; a name that nobody knows is not let off by its limit alone. */
static const reading in_spite_cases[] = {
    {'I', "Asthma or COPD in spite of prednisone", "(asthma or chronic obstructive pulmonary disease) and prednisone"},
    {'I', "HbA1c > 8 % in spite of metformin for 3 months", "HbA1c > 8% and metformin for >= 3 months"},
    {'E', "Cancer other than foobar (Gleason score < 7)", "malignant neoplasm, except (\"foobar\" and Gleason score < 7)"},
    {'E', "Cancer other than prostate ca (Gleason score < 7)", "malignant neoplasm, except (Gleason score < 7 and prostate cancer)"},
    {'E', "Foobaritis (CRP > 5 mg/L)", "C-reactive protein > 5 mg/L"},
};
CHECK_READINGS(given, in_spite)

/* What a disease was relapsed after or refractory to narrows it, and is no other thing. */
static const reading courses_cases[] = {
    {'I', "Diffuse large B-cell lymphoma, relapsed or refractory after at least two prior lines of therapy", "diffuse large B-cell lymphoma {\"relapsed or refractory after at least two prior lines of therapy\"}"},
    {'I', "Multiple myeloma, relapsed and/or refractory to lenalidomide, with ECOG 0-1", "multiple myeloma {\"relapsed and/or refractory to lenalidomide\"} and ECOG performance status from 0 to 1"},
    {'I', "Multiple myeloma, refractory to lenalidomide, bortezomib, and daratumumab", "multiple myeloma {\"refractory to lenalidomide, bortezomib, and daratumumab\"}"},
    {'I', "Follicular lymphoma, relapsed or refractory", "relapsed refractory follicular lymphoma"},
    {'E', "Asthma, refractory to steroids or COPD", "asthma or history of refractory corticosteroid or chronic obstructive pulmonary disease"},
};
CHECK_READINGS(given, courses)

/* So many of what a bracket lists are enough. */
static const reading enough_cases[] = {
    {'I', "Age 75 or older or at least one comorbidity (ECOG 2-3, LVEF <= 50 %, DLCO <= 65 %)", "age >= 75 years or (ECOG performance status from 2 to 3 or left ventricular ejection fraction <= 50% or diffusing capacity for carbon monoxide <= 65%)"},
    {'I', "Two or more comorbidities (LVEF < 50 %, creatinine > 2 mg/dL, BMI > 40)", "number of \"comorbidities\" >= 2 and (at least 2 of: left ventricular ejection fraction < 50%; serum creatinine > 2 mg/dL; body mass index > 40)"},
    {'I', "At least one sign of sepsis (temperature > 38 C, heart rate > 90/min, and CRP > 50 mg/L)", "body temperature {\"sepsis\" = sepsis} > 38 °C or heart rate > 90 /min or C-reactive protein > 50 mg/L"},
    {'I', "Adequate organ function (platelets > 100 x 10^9/L, creatinine < 2 mg/dL)", "adequate platelet count > 100 x10^9/L and serum creatinine < 2 mg/dL"},
};
CHECK_READINGS(given, enough)

/* How long for some stands in a bracket: the wider one lets them in, the narrower is asked of them alone. */
static const reading other_lengths_cases[] = {
    {'I', "Infertility for > 1 year (> 6 months if over 35 years of age)", "infertility for > 1 years or (age > 35 years and infertility for > 6 months)"},
    {'I', "Metformin for at least 3 months (at least 6 months if HbA1c > 8 %)", "(metformin for >= 3 months and not HbA1c > 8%) or (HbA1c > 8% and metformin for >= 6 months)"},
    {'I', "Hypertension for more than 1 year (more than 5 years in patients with diabetes)", "(hypertension for > 1 years and not diabetes mellitus) or (diabetes mellitus and hypertension for > 5 years)"},
    {'E', "Back pain for > 6 months (> 3 months if treated with opioids)", "back pain for > 6 months or (history of opioid and back pain for > 3 months)"},
};
CHECK_READINGS(given, other_lengths)

/* That a thing is there does not say that it is the cause. */
static const reading due_to_cases[] = {
    {'E', "Creatinine > 2 mg/dL unless due to dehydration", "serum creatinine > 2 mg/dL, except dehydration {\"due to\"}"},
    {'I', "Hemoglobin > 10 g/dL unless there is thalassemia", "if not thalassemia, then hemoglobin > 10 g/dL"},
    {'I', "ALT < 3 x ULN (< 5 x ULN if due to liver metastases)", "alanine aminotransferase < 3 x ULN or (liver metastasis {\"due to\"} and alanine aminotransferase < 5 x ULN)"},
};
CHECK_READINGS(given, due_to)

/* An or of its own before each, or any, parts them; other sorts behind what is excepted. */
static const reading own_ors_cases[] = {
    {'E', "Stroke, or PCI within 3 months, or dialysis", "stroke or percutaneous coronary intervention within 3 months before the index date or dialysis"},
    {'E', "Stroke, MI, or PCI within 3 months", "stroke within 3 months before the index date or myocardial infarction within 3 months before the index date or percutaneous coronary intervention within 3 months before the index date"},
    {'E', "Asthma with fever, or any gout", "(asthma and fever) or gout"},
    {'E', "Asthma with fever, or gout", "(asthma and (fever or gout)) / or, read otherwise: ((asthma and fever) or gout)"},
    {'E', "Substance use disorder other than nicotine or caffeine, or positive urine drug screen", "(substance use disorder, except (nicotine use or caffeine or positive urine drug screen)) / or, read otherwise: ((substance use disorder, except (nicotine use or caffeine)) or positive urine drug screen)"},
};
CHECK_READINGS(given, own_ors)

/* min. and max. before a number; a cycle's first day; what is planned for the time of the treatment; nobody is pregnant for years. */
static const reading short_least_cases[] = {
    {'I', "Weight min. 50 kg, max. 120 kg", "body weight from 50 to 120 kg"},
    {'I', "Metformin for min. 4 weeks", "metformin for >= 4 weeks"},
    {'E', "Radiotherapy within 4 weeks before cycle 1 day 1", "radiotherapy within 4 weeks before treatment start"},
    {'E', "Chemotherapy within 14 days of C1D1", "chemotherapy within 14 days before treatment start"},
    {'E', "Live vaccine within 4 weeks or planned during the treatment period", "live vaccine within 4 weeks before the index date or planned live vaccine"},
    {'I', "Pregnant women 18-45 years", "pregnancy and age from 18 to 45 years"},
};
CHECK_READINGS(given, short_least)

/* A choice between two times of one thing is beside what stands before its comma. */
static const reading twice_at_end_cases[] = {
    {'I', "Asthma, FEV1 > 50 %, at least 1 exacerbation in the previous year or 2 in the previous 2 years", "asthma and FEV1 > 50% and (number of \"exacerbation\" >= 1 within 1 year before the index date or number of \"exacerbation\" >= 2 within 2 years before the index date)"},
    {'I', "Definite, probable or possible multiple sclerosis", "confirmed multiple sclerosis or suspected multiple sclerosis or suspected multiple sclerosis"},
    {'I', "Gout, BMI < 30, uric acid > 8 mg/dL or creatinine < 2 mg/dL", "gout and ((body mass index < 30 and (uric acid > 8 mg/dL or serum creatinine < 2 mg/dL)) / or, read otherwise: (body mass index < 30 or uric acid > 8 mg/dL or serum creatinine < 2 mg/dL))"},
};
CHECK_READINGS(given, twice_at_end)

/* What non- is joined to narrows what stands behind it, and denies nothing; the time of an unknown name may be that of what was done. */
static const reading non_names_cases[] = {
    {'E', "Phototherapy or non-biologic systemic therapy within 4 weeks", "phototherapy within 4 weeks before the index date or systemic \"non-biologic systemic therapy\" (procedure) {about treatment} within 4 weeks before the index date"},
    {'E', "Aspirin or non-study antibiotics within 4 weeks", "aspirin within 4 weeks before the index date or (antibiotic within 4 weeks before the index date and not antibiotic {\"study\"} within 4 weeks before the index date)"},
    {'E', "Phototherapy or foobar < 4 weeks", "(phototherapy or \"foobar\" for < 4 weeks) / or, read otherwise: (phototherapy within less than 4 weeks before the index date or \"foobar\" for < 4 weeks)"},
    {'E', "Non-diabetic patients", "not diabetes mellitus"},
    {'I', "LVEF < 40 % or NT-proBNP > 600 pg/mL within 6 months", "(left ventricular ejection fraction < 40% or NT-proBNP > 600 pg/mL within 6 months before the index date) / or, read otherwise: (left ventricular ejection fraction < 40% within 6 months before the index date or NT-proBNP > 600 pg/mL within 6 months before the index date)"},
    {'I', "Hemoglobin > 9 g/dL, platelets > 100 x 10^9/L within 7 days", "hemoglobin > 9 g/dL and platelet count > 100 x10^9/L within 7 days before the index date"},
};
CHECK_READINGS(given, non_names)

/* Ages without their unit, and who wrote what it is diagnosed by; letters in capitals are no pronoun. */
static const reading bare_ages_cases[] = {
    {'I', "Healthy men 18 to 55, non-smoker", "age from 18 to 55 years and healthy and male and non-smoker"},
    {'I', "Adults 18-60 with gout", "age from 18 to 60 years and gout"},
    {'I', "Adults with foobar 20-40", "\"foobar\" from 20 to 40"},
    {'I', "Males and females 18-65", "age from 18 to 65 years"},
    {'I', "Healthy adults 18-45 years", "healthy and age from 18 to 45 years"},
    {'I', "Multiple sclerosis (McDonald 2017)", "multiple sclerosis"},
    {'I', "Asthma (since 2017)", "asthma {time \"since 2017\"}"},
    {'E', "Ascites or HE", "ascites or \"HE\""},
};
CHECK_READINGS(given, bare_ages)

/* An age behind how long something has lasted, or behind a score, is no other end of it. */
static const reading ages_behind_lengths_cases[] = {
    {'I', "Asthma for at least 2 years, age < 40", "asthma for >= 2 years and age < 40 years"},
    {'I', "Amenorrhea for >= 4 months, younger than 40 years", "amenorrhea for >= 4 months and age < 40 years"},
    {'I', "Gout > 3 months, < 80 years of age", "gout for > 3 months and age < 80 years"},
    {'I', "Asthma for > 2 years but < 10 years", "asthma for > 2 years and < 10 years"},
    {'I', "ECOG 0-1, 18-60 years", "ECOG performance status from 0 to 1 and age from 18 to 60 years"},
    {'I', "ASA I-II, 18-60 yr, Mallampati 1-2", "ASA physical status 1 or 2 and age from 18 to 60 years and Mallampati class from 1 to 2"},
    {'E', "ECOG 3-4 or > 80 years", "ECOG performance status from 3 to 4 or age > 80 years"},
    {'I', "Age >= 18 years, < 40 years of age", "age >= 18 years and < 40 years"},
};
CHECK_READINGS(given, ages_behind_lengths)

/* What is asked of those alone whom it concerns. */
static const reading if_it_applies_cases[] = {
    {'I', "Hydroxyurea, stable for at least 90 days if taking", "if current hydroxyurea {\"for at least 90 days\"}, then stable hydroxyurea"},
    {'I', "On stable metformin for 3 months, if on metformin", "if current metformin, then current stable metformin for >= 3 months"},
};
CHECK_READINGS(given, if_it_applies)

/* What is excepted is not counted, and who has it may have as many others; a verb of its own behind what is denied; more that is asked for behind an exception. */
static const reading others_counted_cases[] = {
    {'E', "More than one DMARD other than methotrexate", "number of disease-modifying antirheumatic drug {\"other than\" = methotrexate} > 1"},
    {'E', "At least 2 antidepressants except SSRIs", "number of antidepressant {\"other than\" = selective serotonin reuptake inhibitor} >= 2"},
    {'E', "Not on statins, or using prednisone", "not (current statin or current prednisone) / or, read otherwise: (not current statin or current prednisone)"},
    {'E', "No asthma or COPD", "not (asthma or chronic obstructive pulmonary disease)"},
    {'I', "No cancer except basal cell carcinoma, ECOG 0-1", "not (malignant neoplasm, except basal cell carcinoma) and ECOG performance status from 0 to 1"},
    {'I', "No cancer except basal cell carcinoma, squamous cell carcinoma", "not (malignant neoplasm, except (basal cell carcinoma or squamous cell carcinoma))"},
    {'I', "T-score <= -2.5 at the lumbar spine, or <= -2 with a vertebral fracture", "bone mineral density T-score {\"lumbar\"; \"spine\"} <= -2.5 or (bone mineral density T-score <= -2 and vertebral fracture)"},
    {'I', "Platelets < 30 x 10^9/L on 2 occasions, or < 50 if on steroids", "any platelet count {number \"2\"} < 30 x10^9/L or (current corticosteroid and platelet count < 50)"},
};
CHECK_READINGS(given, others_counted)

/* What says that a value was found again is no item of the list. */
static const reading found_again_cases[] = {
    {'E', "HIV RNA > 900 copies/mL, confirmed by a second test", "HIV viral load {repeated \"confirmed\"} > 900 copies/mL"},
    {'E', "QTc > 490 ms, and confirmed on a repeat ECG", "QTc interval {repeated \"confirmed\"} > 490 ms"},
    {'I', "Potassium > 5.6 mmol/L and confirmed by a second sample", "potassium {repeated \"confirmed\"; \"sample\"} > 5.6 mmol/L"},
    {'E', "ALT > 4 x ULN, confirmed within 10 days", "alanine aminotransferase {repeated \"confirmed\"} > 4 x ULN within 10 days before the index date"},
    {'E', "Platelets < 90, on two separate occasions", "any platelet count {number \"two\"; \"separate\"} < 90"},
    {'E', "Hemoglobin < 7 g/dL, documented on at least 2 visits", "any hemoglobin {number \"at least 2\"} < 7 g/dL"},
    {'E', "Glucose > 200 mg/dL, measured twice", "glucose {\"twice\"} > 200 mg/dL"},
    {'E', "ALT > 4 x ULN, documented within 10 days", "alanine aminotransferase > 4 x ULN within 10 days before the index date"},
    {'E', "Hemoglobin < 7 g/dL, HIV test positive", "hemoglobin < 7 g/dL or positive HIV test"},
    {'E', "Hemoglobin < 7 g/dL, confirmed anemia", "hemoglobin < 7 g/dL or confirmed anemia"},
    {'E', "Hemoglobin < 7 g/dL on at least 2 visits", "any hemoglobin {number \"at least 2\"} < 7 g/dL"},
    {'E', "Ferritin > 290, and at 2 visits weight > 95 kg", "ferritin > 290 or any body weight {\"visits\"; number \"2\"} > 95 kg"},
};
CHECK_READINGS(given, found_again)

/* A condition between commas behind "which" narrows the thing; behind people it says of whom the rest is asked. */
static const reading conditions_between_commas_cases[] = {
    {'I', "Arrhythmia which, if untreated, may be fatal", "cardiac arrhythmia {\"if\"; \"untreated\"; \"may\"; \"fatal\"}"},
    {'E', "Infection that, unless drained, could be fatal", "infection {\"unless\"; \"drained\"; \"fatal\"}"},
    {'E', "Epilepsy which, even when mild, limits driving", "epilepsy {\"even\"; \"when\"; \"mild\"; \"limits\"; about driving}"},
    {'I', "Patients who, if female, are not pregnant", "if female, then not pregnancy"},
    {'I', "Patients, if diabetic, have an HbA1c < 8.5%", "if diabetes mellitus, then HbA1c < 8.5%"},
    {'E', "Patients are excluded if they have gout, asthma or stroke", "gout or asthma or stroke"},
    {'I', "Asthma, if present, must be controlled", "if asthma, then controlled asthma"},
};
CHECK_READINGS(given, conditions_between_commas)

/* Two limits that say what stands before their bracket say it at the head of a list, too. */
static const reading defined_first_cases[] = {
    {'E', "Hypertension (BP > 165/105 mmHg) or gout", "(systolic blood pressure > 165 mmHg or diastolic blood pressure > 105 mmHg) or gout"},
    {'E', "Uncontrolled hypertension (systolic BP > 165 mmHg or diastolic BP > 105 mmHg), gout", "(systolic blood pressure > 165 mmHg or diastolic blood pressure > 105 mmHg) or gout"},
    {'E', "Gout or hypertension (BP > 165/105 mmHg)", "gout or (systolic blood pressure > 165 mmHg or diastolic blood pressure > 105 mmHg)"},
    {'E', "Hypertension, uncontrolled (BP > 165/105 mmHg), gout", "(systolic blood pressure > 165 mmHg or diastolic blood pressure > 105 mmHg) or gout"},
    {'E', "BP > 165/105 mmHg or gout", "systolic blood pressure > 165 mmHg or diastolic blood pressure > 105 mmHg or gout"},
    {'E', "Gout or asthma, or anemia", "gout or asthma or anemia"},
};
CHECK_READINGS(given, defined_first)
