/* How far words reach in a line: the place of the first of a list, a past, a head, a relative clause, the reasons of an
 * exclusion, the tests in which something is looked for, labels and capitals that part alternatives. */
#include "tests/unit/readings.h"

static const reading place_of_first_cases[] = {
    {'E', "Lung nodule, mass or infection", "(pulmonary nodule or \"mass\" or infection) / or, read otherwise: (pulmonary nodule or \"mass\" {\"Lung\"} or pulmonary infection)"},
    {'E', "Liver abscess, tumour or cyst", "(liver abscess or neoplasm or \"cyst\") / or, read otherwise: (liver abscess or neoplasm {\"Liver\"} or \"cyst\" {\"Liver\"})"},
    {'E', "Thyroid nodule or abscess", "(thyroid nodule or abscess) / or, read otherwise: (thyroid nodule or abscess {\"Thyroid\"})"},
    {'E', "Brain abscess, tumor or bleeding", "(brain abscess or neoplasm or hemorrhage) / or, read otherwise: (brain abscess or brain tumor or hemorrhage {\"Brain\"})"},
    {'E', "Brain tumor, fracture, pregnancy", "brain tumor or bone fracture or pregnancy"},
    {'E', "Viral infection, injury or fracture", "viral infection or injury or bone fracture"},
    {'E', "Infection, abscess or tumor", "infection or abscess or neoplasm"},
};
CHECK_READINGS(lines, place_of_first)

static const reading past_cases[] = {
    {'E', "Previous cardiac or thoracic surgery, renal failure, anemia", "(history of cardiac surgery or history of thoracic surgery or history of renal failure or history of anemia) / or, read otherwise: (history of cardiac surgery or history of thoracic surgery or renal failure or anemia)"},
    {'E', "Prior stroke or myocardial infarction, anemia", "(history of stroke or history of myocardial infarction or history of anemia) / or, read otherwise: (history of stroke or history of myocardial infarction or anemia)"},
    {'E', "History of cardiac or thoracic surgery, anemia", "history of cardiac surgery or history of thoracic surgery or history of anemia"},
    {'E', "Previous cardiac or thoracic surgery", "history of cardiac surgery or history of thoracic surgery"},
    {'E', "Previous cancer or gout", "history of malignant neoplasm or history of gout"},
};
CHECK_READINGS(lines, past)

static const reading head_cases[] = {
    {'E', "Known hepatic or biliary structural abnormalities or prior abdominal surgery", "confirmed \"hepatic\" or \"biliary structural abnormalities\" or history of abdominal surgery"},
    {'E', "Renal or urethral anatomic malformations or previous pelvic surgery", "\"Renal\" or congenital anomaly {\"urethral\"; \"anatomic\"} or history of pelvic surgery"},
    {'E', "Renal, hepatic or cardiac failure", "renal failure or liver failure or heart failure"},
    {'E', "Significant renal, hepatic or other medical illness or disorder", "significant kidney disease or significant liver disease or other \"medical illness\" {about disease} or \"disorder\" {about disease}"},
};
CHECK_READINGS(lines, head)

static const reading what_it_does_cases[] = {
    {'E', "Gout, pacemaker or eczema which affects sleep", "(gout or cardiac pacemaker or dermatitis {\"sleep\"}) / or, read otherwise: (gout {\"sleep\"} or cardiac pacemaker {\"sleep\"} or dermatitis {\"sleep\"})"},
    {'E', "Pacemaker or eczema that interferes with MRI", "(cardiac pacemaker or dermatitis {about magnetic resonance imaging}) / or, read otherwise: (cardiac pacemaker {about magnetic resonance imaging} or dermatitis {about magnetic resonance imaging})"},
    {'E', "Pregnancy or any condition that would affect sleep", "pregnancy or \"condition\" {about disease; \"affect\"; \"sleep\"}"},
    {'E', "Pacemaker, or eczema which affects sleep", "cardiac pacemaker or dermatitis {\"sleep\"}"},
};
CHECK_READINGS(lines, what_it_does)

static const reading reason_cases[] = {
    {'E', "Patients with epilepsy should be excluded from this clinical trial because of their poor prognosis and because they often develop infections", "epilepsy"},
    {'E', "Lactating women are ineligible because the drug is a class D agent with the potential for harm", "lactation"},
    {'E', "Patients with active hepatitis are excluded due to the risk of bleeding", "current hepatitis"},
    {'E', "Gout is not eligible because of asthma unless treated", "gout {about asthma}, except treated gout {about asthma}"},
    {'E', "Patients excluded because of gout", "gout"},
    {'E', "Patients with gout are excluded due to infections. Patients with asthma are excluded", "gout or asthma"},
};
CHECK_READINGS(lines, reason)

static const reading looked_for_in_cases[] = {
    {'I', "No significant abnormalities on physical examination, ECG or urinalysis", "not (significant \"abnormalities\" {about physical examination} or \"abnormalities: ECG\" {about electrocardiography} or \"abnormalities: urinalysis\" {about urinalysis (procedure)})"},
    {'I', "No abnormal findings, as judged by the investigator, on chest x-ray or ECG", "not abnormal \"findings\" and for a person to judge (investigator opinion): \"as judged by the investigator\""},
    {'I', "No abnormal findings, in the opinion of the investigator, on physical examination, vital signs, ECG, or laboratory tests", "not abnormal \"findings\" and for a person to judge (investigator opinion): \"in the opinion of the investigator\""},
    {'E', "Asthma, on dialysis", "(asthma and current dialysis) / or, read otherwise: (asthma or current dialysis)"},
    {'I', "Normal and symmetrical foot pulses", "peripheral pulses {result \"normal\"} and peripheral pulses {\"symmetrical\"}"},
    {'I', "Pulse < 100", "heart rate < 100"},
};
CHECK_READINGS(lines, looked_for_in)

static const reading beginning_cases[] = {
    {'E', "Seizures within the first 24 hours", "seizure {time \"within the first 24 hours\"}"},
    {'E', "Dialysis in the first week", "dialysis {time \"in the first week\"}"},
    {'E', "Seizures in the first 24 hours of life", "seizure within 24 hours after \"birth\""},
    {'E', "Fever within the first 72 hours prior to enrollment", "fever within 72 hours before enrollment"},
    {'E', "Planned dialysis in the next 24 hours", "planned dialysis within 24 hours after the index date"},
    {'I', "Gout or asthma (for at least 6 months) in the past 2 years", "gout for >= 6 months within 2 years before the index date or asthma for >= 6 months within 2 years before the index date"},
    {'E', "Presence or history of gout or asthma", "history of gout or history of asthma"},
};
CHECK_READINGS(lines, beginning)

static const reading parted_cases[] = {
    {'I', "Newly diagnosed asthma. No gout. OR Recurrent eczema with fever", "(newly diagnosed asthma and not gout and (recurrent dermatitis and fever)) / or, read otherwise: ((newly diagnosed asthma and not gout) or (recurrent dermatitis and fever))"},
    {'I', "Newly diagnosed asthma OR Recurrent eczema", "newly diagnosed asthma or recurrent dermatitis"},
    {'I', "Newly diagnosed asthma. No gout or eczema", "newly diagnosed asthma and not (gout or dermatitis)"},
    {'I', "Anemia: hemoglobin < 10 g/dL and MCV < 80 fL, OR Neutropenia: neutrophils < 1.0 x 10^9/L", "(hemoglobin < 10 g/dL and mean corpuscular volume < 80 fL) or neutrophil count < 1 x10^9/L"},
    {'I', "Severe asthma: FEV1 < 50 % or severe COPD: FEV1 < 40 %", "(FEV1 < 50% / or, read otherwise: (severe asthma and FEV1 < 50%)) or (FEV1 < 40% / or, read otherwise: (chronic obstructive pulmonary disease and FEV1 < 40%))"},
    {'I', "Heart disease: recent or unstable angina: chest pain", "(recent unstable angina pectoris and chest pain) / or, read otherwise: chest pain"},
    {'I', "Hypoxemia: PaO2/FiO2 < 250 or SpO2:FiO2 < 220", "PaO2/FiO2 ratio < 250 or SpO2/FiO2 ratio < 220"},
};
CHECK_READINGS(lines, parted)

/* A ratio that is written out is one quantity, and neither of the two by itself. */
static const reading ratios_cases[] = {
    {'I', "Ratio of the partial pressure of arterial oxygen to the fraction of inspired oxygen (PaO2:FiO2) at most 250", "PaO2/FiO2 ratio <= 250"},
    {'I', "Arterial oxygen tension to inspired oxygen fraction ratio below 150", "PaO2/FiO2 ratio < 150"},
    {'I', "Partial pressure of oxygen in arterial blood to fraction of inspired oxygen ratio (PaO2/FiO2) of 280 mmHg or less", "PaO2/FiO2 ratio <= 280 mmHg"},
    {'I', "Ratio of oxygen saturation to fraction of inspired oxygen (SpO2/FiO2) < 300", "SpO2/FiO2 ratio < 300"},
    {'I', "SpO2 to FiO2 ratio of less than 280", "SpO2/FiO2 ratio < 280"},
    {'I', "Partial pressure of oxygen < 60 mmHg and fraction of inspired oxygen > 0.5", "arterial partial pressure of oxygen < 60 mmHg and fraction of inspired oxygen > 0.5"},
    {'I', "Children class A", "\"Children class\" (score) = 1"},
    {'I', "Child class B", "Child-Pugh score 2"},
};
CHECK_READINGS(lines, ratios)

/* How long somebody has had a thing, and no age. */
static const reading lengths_cases[] = {
    {'I', "At least a 1-year history of migraine", "history of migraine for >= 1 years"},
    {'I', "At least 12 months history of rheumatoid arthritis, gout or psoriatic arthritis", "history of rheumatoid arthritis for >= 12 months or history of gout for >= 12 months or history of psoriatic arthritis for >= 12 months"},
    {'I', "A 6-month or longer history of eczema", "history of dermatitis for >= 6 months"},
    {'I', "Migraine history of at least 12 months", "history of migraine for >= 12 months"},
    {'I', "Asthma history >= 2 years", "history of asthma for >= 2 years"},
    {'E', "Less than 1-year history of diabetes", "history of diabetes mellitus for < 1 years"},
    {'I', "At least 18 years of age with a history of asthma", "age >= 18 years and history of asthma"},
    {'I', "Age 18 to 65 years, history of asthma", "age from 18 to 65 years and history of asthma"},
    {'I', "A 2-year history of asthma, no gout", "history of asthma for >= 2 years and not history of gout"},
    {'I', "A 2-year history of asthma or current eczema", "history of asthma for >= 2 years or current dermatitis"},
    {'I', "Smoking history of at least 10 pack-years", "pack-years >= 10 pack-years"},
};
CHECK_READINGS(lines, lengths)

/* So long without a thing: none in that time, whatever stands first. */
static const reading without_cases[] = {
    {'I', "At least 2 years seizure-free", "not seizure within 2 years before the index date"},
    {'I', "At least 5 years free of cancer", "not (malignant neoplasm within 5 years before the index date / or, read otherwise: malignant neoplasm for >= 5 years)"},
    {'I', "More than 6 months without steroids", "not corticosteroid within 6 months before the index date"},
    {'I', "Have been cancer-free 5 years or more", "not (history of malignant neoplasm within 5 years before the index date / or, read otherwise: history of malignant neoplasm for >= 5 years)"},
    {'I', "No cancer >= 5 years", "not (malignant neoplasm within 5 years before the index date / or, read otherwise: malignant neoplasm for >= 5 years)"},
    {'I', "At least 5 years free of cancer or stroke", "not (malignant neoplasm {\"At least 5 years\"} or stroke {\"At least 5 years\"})"},
    {'I', "At least 3 years with diabetes", "diabetes mellitus {\"At least 3 years\"}"},
    {'I', "At least 18 years with diabetes", "age >= 18 years and diabetes mellitus"},
    {'I', "Patients >= 3 years with asthma", "age >= 3 years and asthma"},
    {'I', "At least 1 year on dialysis", "current dialysis {\"At least 1 year\"}"},
    {'I', "At least 6 months on dialysis", "current dialysis for >= 6 months"},
    {'I', "More than 2 years treatment with metformin", "current metformin {\"More than 2 years\"}"},
    {'I', "Treatment-naive, age 18 years or older", "not history of \"Treatment\" (procedure) {about treatment} and age >= 18 years"},
};
CHECK_READINGS(lines, without)

static const reading or_more_cases[] = {
    {'I', "Asthma for 3 or more weeks", "asthma for >= 3 weeks"},
    {'I', "3 or more months of asthma", "asthma for >= 3 months"},
    {'E', "Stroke 3 or more months ago", "stroke at least 3 months before the index date"},
    {'I', "Diabetes diagnosed 5 or more years ago", "confirmed diabetes mellitus at least 5 years before the index date"},
    {'I', "Asthma diagnosed 2 years or more before enrollment", "confirmed asthma at least 2 years before enrollment"},
    {'E', "2 or more weeks of antibiotics within the last month", "antibiotic for >= 2 weeks within 1 month before the index date"},
    {'I', "Aged 18 or more years", "age >= 18 years"},
    {'I', "2 or more episodes of fever", "number of fever >= 2"},
    {'I', "At least 2 attacks of hypotension", "number of hypotension >= 2"},
    {'I', "At least two episodes of weight loss", "number of weight loss >= 2"},
    {'I', "Fever >= 38.5 on two occasions", "any body temperature {number \"two\"} >= 38.5"},
};
CHECK_READINGS(lines, or_more)

/* Capitals alone set nothing apart from what is judged. */
static const reading capitals_cases[] = {
    {'E', "Absolute contraindications for thrombolysis AND thrombectomy", "for a person to judge (safety): \"Absolute contraindications for thrombolysis\" or for a person to judge (safety): \"thrombectomy\""},
    {'E', "Unable to take aspirin OR heparin", "for a person to judge (inability): \"Unable to take aspirin\" or for a person to judge (inability): \"heparin\""},
    {'E', "Unable to undergo MRI OR claustrophobia", "for a person to judge (inability): \"Unable to undergo MRI\" or claustrophobia"},
    {'E', "Contraindication to MRI, or pregnancy", "for a person to judge (safety): \"Contraindication to MRI\" or pregnancy"},
};
CHECK_READINGS(lines, capitals)

/* The unit of an age may stand before its number. */
static const reading units_of_age_cases[] = {
    {'I', "Day of life 3 to 10", "age from 3 to 10 days"},
    {'I', "Infants on day of life 1-3", "age from 1 to 3 days"},
    {'I', "Month of life 3 to 6", "age from 3 to 6 months"},
    {'I', "Age in weeks: 2 to 6", "age from 2 to 6 weeks"},
    {'I', "Age in years: 18 to 65", "age from 18 to 65 years"},
    {'I', "Age (years): 18-65", "age from 18 to 65 years"},
    {'I', "Age 18-65 on the day of screening", "age from 18 to 65 years"},
    {'I', "On the day of screening aged 18-65", "age from 18 to 65 years"},
    {'I', "Newborns less than 28 days", "age < 28 days and newborn"},
    {'I', "Neonates (< 72 hours)", "age < 72 hours and newborn"},
    {'I', "Neonates younger than 7 days", "age < 7 days and newborn"},
};
CHECK_READINGS(lines, units_of_age)

/* So many in one time, or so many in another. */
static const reading counts_in_times_cases[] = {
    {'I', "Two or more urinary tract infections in 6 months or three in 12 months", "number of urinary tract infection >= 2 within 6 months before the index date or number of urinary tract infection >= 3 within 12 months before the index date"},
    {'I', "At least 2 seizures in 6 months or at least 3 in 12 months", "number of seizure >= 2 within 6 months before the index date or number of seizure >= 3 within 12 months before the index date"},
    {'I', "Three or more infections in 12 months or two in 6 months", "number of infection >= 3 within 12 months before the index date or number of infection >= 2 within 6 months before the index date"},
    {'I', "At least one stroke within 6 months or two within 12 months", "stroke within 6 months before the index date or not understood (no condition was found in these words): \"two within 12 months\""},
    {'I', "Platelets < 50 or > 400 x 10^9/L", "platelet count < 50 x10^9/L or platelet count > 400 x10^9/L"},
};
CHECK_READINGS(lines, counts_in_times)

/* A value of another day is none of now. */
static const reading other_days_cases[] = {
    {'I', "HbA1c > 8 % at diagnosis", "HbA1c {time \"at diagnosis\"} > 8%"},
    {'I', "Weight < 1500 g at birth", "birth weight < 1500 g"},
    {'I', "Age < 18 at diagnosis", "age {time \"at diagnosis\"} < 18 years"},
    {'I', "NIHSS >= 6 at onset", "NIH stroke scale {time \"at onset\"} >= 6"},
    {'I', "Lactate > 4 mmol/L at ICU admission", "lactate {time \"at ICU admission\"} > 4 mmol/L"},
    {'I', "Aged 18 or older at admission", "age >= 18 years"},
    {'I', "Creatinine > 2 mg/dL at baseline", "serum creatinine > 2 mg/dL"},
    {'I', "Normal folate at the onset of the study", "folate {result \"normal\"}"},
    {'I', "Weight at birth < 1500 g", "birth weight < 1500 g"},
    {'I', "SpO2 < 88 % at rest or during exercise", "oxygen saturation {state \"resting\"; \"exercise\" = physical activity} < 88%"},
    {'I', "Angina at rest or with exercise", "angina pectoris {\"at rest or with exercise\"}"},
    {'I', "Pain during walking or exercise", "(pain {\"walking\"} or physical activity) / or, read otherwise: (pain {\"walking\"} or physical activity {\"Pain during\"})"},
    {'I', "Heart rate > 100 at rest", "heart rate {state \"resting\"} > 100"},
};
CHECK_READINGS(lines, other_days)

/* The steps of some scores carry a plus sign: 1+ is that step, and not 1 or more. */
static const reading steps_cases[] = {
    {'I', "HER2 IHC 0 or 1+", "HER2 immunohistochemistry score = 0 or HER2 immunohistochemistry score = 1"},
    {'I', "HER2 IHC 1+ or 2+ with FISH negative", "HER2 immunohistochemistry score = 1 or (HER2 immunohistochemistry score = 2 and negative \"FISH\")"},
    {'I', "HER2 IHC 2+ or greater", "HER2 immunohistochemistry score >= 2"},
    {'I', "HER2 IHC at least 2+", "HER2 immunohistochemistry score >= 2"},
    {'I', "HER2 1+ or less", "HER2 <= 1"},
    {'I', "Proteinuria 2+ or more", "\"Proteinuria\" (measurement) >= 2"},
    {'I', "Aged 18+", "age >= 18 years"},
};
CHECK_READINGS(lines, steps)

/* Within so many times a limit: no more than that. */
static const reading within_limit_cases[] = {
    {'I', "Bilirubin within 1.5 x ULN", "total bilirubin <= 1.5 x ULN"},
    {'I', "AST and ALT within 2.5 times the upper limit of normal", "aspartate aminotransferase <= 2.5 x ULN and alanine aminotransferase <= 2.5 x ULN"},
    {'I', "Bilirubin within 1.5 x ULN within 14 days of enrollment", "total bilirubin <= 1.5 x ULN within 14 days before enrollment"},
};
CHECK_READINGS(lines, within_limit)

/* What was so at some age says nothing of the age of now. */
static const reading other_ages_cases[] = {
    {'I', "BMI > 30 at age 18", "body mass index {time \"at age 18\"} > 30"},
    {'I', "Weight > 5 kg at 6 months of age", "body weight {time \"at 6 months of age\"} > 5 kg"},
    {'I', "First pregnancy at age 35 or older", "primigravida {time \"at age 35 or older\"}"},
    {'I', "Women at age 18-40", "age from 18 to 40 years and female"},
    {'I', "Infants at age 6 weeks", "age = 6 weeks / or, read otherwise: age >= 6 weeks"},
};
CHECK_READINGS(lines, other_ages)

/* A stage and the result of a test, side by side, are each of the cancer. */
static const reading stage_and_result_cases[] = {
    {'I', "Stage II HER2-negative breast cancer", "cancer stage 2 and (negative HER2 and breast cancer)"},
    {'I', "HER2-negative stage IV breast cancer", "negative HER2 and (cancer stage 4 and breast cancer)"},
    {'I', "ER positive, HER2 negative stage I to III breast cancer", "positive estrogen receptor and (negative HER2 and (cancer stage 1, 2 or 3 and breast cancer))"},
    {'I', "Patients with stage III HER2-positive breast cancer", "cancer stage 3 and (positive HER2 and breast cancer)"},
};
CHECK_READINGS(lines, stage_and_result)

/* A birthday is an age; whether until and after include it is open. */
static const reading birthdays_cases[] = {
    {'I', "Before the 18th birthday", "age < 18 years"},
    {'I', "Prior to her 5th birthday", "age < 5 years"},
    {'I', "On or after the 18th birthday", "age >= 18 years"},
    {'I', "Until 18 years of age", "age <= 18 years / or, read otherwise: age < 18 years"},
    {'I', "After the 18th birthday", "age >= 18 years / or, read otherwise: age > 18 years"},
    {'I', "Has reached the 12th birthday", "age >= 12 years"},
};
CHECK_READINGS(lines, birthdays)

static const reading diabetics_cases[] = {
    {'I', "Type 2 diabetics", "type 2 diabetes mellitus"},
    {'I', "Type I diabetic patients", "type 1 diabetes mellitus"},
};
CHECK_READINGS(lines, diabetics)

/* Completed months are months. */
static const reading whole_units_cases[] = {
    {'I', "Infants 12 to 23 completed months of age", "age from 12 to 23 months"},
    {'I', "At least 37 completed weeks of gestation", "gestational age >= 37 weeks"},
    {'I', "18 full years of age", "age = 18 years / or, read otherwise: age >= 18 years"},
};
CHECK_READINGS(lines, whole_units)

/* A second bound is of whom the first is. */
static const reading of_the_mother_cases[] = {
    {'E', "Maternal heart rate less than 60 or above 130 bpm", "heart rate (parent) < 60 /min or heart rate (parent) > 130 /min"},
    {'E', "Mother's BMI < 18 or > 35", "body mass index (relative) < 18 or body mass index (relative) > 35"},
};
CHECK_READINGS(lines, of_the_mother)

/* What a bracket says of why narrows nothing. */
static const reading purposes_cases[] = {
    {'E', "Prior axillary surgery (to ensure one group)", "history of surgery {\"axillary\"}"},
    {'E', "Bilateral gout (to avoid a second biopsy)", "Bilateral gout"},
};
CHECK_READINGS(lines, purposes)

/* Stenosis by itself is no number. */
static const reading stenoses_cases[] = {
    {'E', "Known nasal congestion/stenosis", "confirmed nasal congestion or \"stenosis\""},
    {'E', "Significant stenosis", "significant \"stenosis\""},
    {'E', "Stenosis > 50 %", "stenosis percentage > 50%"},
};
CHECK_READINGS(lines, stenoses)

/* How old the newborn and the preterm are is their age; before how many weeks they were born is not. */
static const reading born_cases[] = {
    {'I', "Preterm infants younger than 14 days", "age < 14 days and preterm infant"},
    {'I', "Preterm infants below 7 days", "age < 7 days and preterm infant"},
    {'I', "Preterm infants < 32 weeks", "gestational age < 32 weeks"},
};
CHECK_READINGS(lines, born)

/* A half belongs to the number before it. */
static const reading halves_cases[] = {
    {'I', "ALT not exceeding two and a half times ULN", "alanine aminotransferase <= 2.5 x ULN"},
    {'I', "Bilirubin at most one and a half times the ULN", "total bilirubin <= 1.5 x ULN"},
    {'I', "Stroke within the past two-and-a-half years", "stroke within 30 months before the index date"},
    {'I', "Aged 2 and a half years or more", "age >= 30 months"},
};
CHECK_READINGS(lines, halves)

/* Comparators in words. */
static const reading bounds_in_words_cases[] = {
    {'I', "BMI cannot be greater than 40", "body mass index <= 40"},
    {'I', "BMI may not exceed 40", "body mass index <= 40"},
    {'I', "Hemoglobin should not be below 9 g/dL", "hemoglobin >= 9 g/dL"},
    {'I', "Neutrophils at or above 1.0 x 10^9/L", "neutrophil count >= 1 x10^9/L"},
    {'I', "Bilirubin not in excess of 2 mg/dL", "total bilirubin <= 2 mg/dL"},
    {'I', "eGFR that is at least 60", "estimated glomerular filtration rate >= 60"},
    {'I', "Albumin 3 g/dL minimum", "albumin >= 3 g/dL"},
    {'I', "Age not less than 18 nor more than 65", "age from 18 to 65 years"},
    {'I', "Age neither below 18 nor above 65", "not (age < 18 years or age > 65 years)"},
    {'I', "Age: from 18 up to but not including 65", "age >= 18 years and < 65 years"},
    {'I', "SBP between 100 and 160, exclusive", "systolic blood pressure > 100 and < 160"},
};
CHECK_READINGS(lines, bounds_in_words)

/* The unit may stand behind the words that say where the bound ends. */
static const reading units_behind_words_cases[] = {
    {'I', "Platelets 100 or more x 10^9/L", "platelet count >= 100 x10^9/L"},
    {'I', "ANC 1,500 or greater per mcL", "neutrophil count >= 1500 /uL"},
    {'I', "A resting pulse of 50 to 100 beats a minute", "heart rate from 50 to 100 /min"},
    {'I', "Blood pressure < 160 mmHg systolic and < 100 mmHg diastolic", "systolic blood pressure < 160 mmHg and diastolic blood pressure < 100 mmHg"},
};
CHECK_READINGS(lines, units_behind_words)

/* So many times, of the limit that was said before. */
static const reading same_limit_cases[] = {
    {'I', "AST <= 2.5 x ULN (<= 5x if liver metastases)", "aspartate aminotransferase <= 2.5 x ULN or (liver metastasis and aspartate aminotransferase <= 5 x ULN)"},
    {'I', "AST <= 2.5 x ULN or <= 5 times if liver metastases are present", "aspartate aminotransferase <= 2.5 x ULN or (current liver metastasis and aspartate aminotransferase <= 5 x ULN)"},
    {'I', "ALT > 3 times on two occasions", "not understood (a multiple of what is not said): \"ALT > 3\" and not understood (not all of the words were understood): \"ALT > 3 times on two occasions\""},
};
CHECK_READINGS(lines, same_limit)

/* "Duration of" says what stands behind: for how long. */
static const reading durations_cases[] = {
    {'I', "Duration of diabetes > 5 years", "diabetes mellitus for > 5 years"},
    {'I', "Duration of diabetes of at least 5 years", "diabetes mellitus for >= 5 years"},
    {'I', "Duration of type 2 diabetes between 5 and 10 years", "type 2 diabetes mellitus for from 5 to 10 years"},
    {'I', "Duration of chronic pain for more than 3 months", "chronic pain for > 3 months"},
    {'I', "Duration of mechanical ventilation < 48 hours", "duration of mechanical ventilation < 48 hours"},
    {'I', "Duration of QRS > 120 ms", "QRS duration {\"Duration of\"} > 120 ms"},
};
CHECK_READINGS(lines, durations)

/* The scale that is asked for narrows the condition no more; a pain that has a score is there. */
static const reading own_scales_cases[] = {
    {'E', "Heart failure of NYHA class III or higher", "NYHA class >= 3 and heart failure"},
    {'E', "Pain > 4 on VAS", "pain score > 4"},
    {'E', "Knee pain > 4 on VAS", "pain score > 4 and knee pain"},
    {'E', "Pain < 3 on VAS", "pain score < 3 and pain"},
};
CHECK_READINGS(lines, own_scales)

/* Plus is with, and one that is said to be together with another does not bar by itself. */
static const reading plus_cases[] = {
    {'E', "Metformin plus a DPP-4 inhibitor", "metformin and DPP-4 inhibitor"},
    {'E', "Metformin + insulin", "metformin and insulin"},
    {'E', "Fever plus cough or dyspnea", "(fever and (cough or dyspnea)) / or, read otherwise: ((fever and cough) or dyspnea)"},
    {'E', "Metformin and insulin simultaneously", "(metformin or insulin) / or, read otherwise: (metformin and insulin)"},
    {'E', "Coexisting asthma and COPD", "(asthma or chronic obstructive pulmonary disease) / or, read otherwise: (asthma and chronic obstructive pulmonary disease)"},
    {'E', "Metformin and insulin", "metformin or insulin"},
};
CHECK_READINGS(lines, plus)

/* What either parts belongs to what stands before it. */
static const reading either_cases[] = {
    {'E', "Fever with either cough or dyspnea", "fever and (cough or dyspnea)"},
    {'E', "Fever and either cough or dyspnea", "fever and (cough or dyspnea)"},
    {'E', "Metformin, plus either insulin or a sulfonylurea", "metformin or insulin or sulfonylurea"},
    {'E', "Gout on either allopurinol or febuxostat", "(gout and (current allopurinol or current febuxostat)) / or, read otherwise: ((gout and current allopurinol) or current febuxostat)"},
    {'E', "Allergy to either penicillin or aspirin", "penicillin allergy or aspirin allergy"},
    {'E', "Either asthma or gout", "asthma or gout"},
};
CHECK_READINGS(lines, either)

/* The first of them is not any of them. */
static const reading first_cases[] = {
    {'I', "First stroke", "stroke {course \"first\"}"},
    {'I', "First acute ischemic stroke", "acute ischemic stroke {course \"first\"}"},
    {'E', "First-ever seizure", "seizure {course \"first\"}"},
    {'I', "First degree AV block", "first degree AV block"},
    {'I', "Gout within the first 3 months of life", "gout within 3 months after \"birth\""},
    {'I', "Within 30 days of the first dose", "not understood (no condition was found in these words): \"Within 30 days of the first dose\""},
};
CHECK_READINGS(lines, first)

/* A sentence that names exceptions takes them from the one before it. */
static const reading exceptions_cases[] = {
    {'E', "Cancer within 5 years. Exceptions: basal cell carcinoma, or cervical carcinoma in situ.", "malignant neoplasm within 5 years before the index date, except (basal cell carcinoma or cervical carcinoma in situ)"},
    {'E', "Any cancer within 5 years; exceptions include basal cell carcinoma", "malignant neoplasm within 5 years before the index date, except basal cell carcinoma"},
    {'E', "Cancer in the past 2 years. An exception is basal cell carcinoma.", "malignant neoplasm within 2 years before the index date, except basal cell carcinoma"},
    {'E', "Cancer. Exceptions to this criterion are basal cell carcinoma and squamous cell carcinoma of the skin", "malignant neoplasm, except (basal cell carcinoma or squamous cell carcinoma of skin)"},
    {'E', "Gout. Cancer within 5 years. Except basal cell carcinoma", "gout or (malignant neoplasm within 5 years before the index date, except basal cell carcinoma)"},
    {'E', "Cancer within 5 years. Exceptions: see the protocol", "malignant neoplasm within 5 years before the index date, except \"see the protocol\""},
    {'I', "No cancer within 5 years. Exception: basal cell carcinoma", "not (malignant neoplasm within 5 years before the index date, except basal cell carcinoma)"},
    {'E', "Gout. Excluding asthma", "gout or not understood (an exception from what is not said): \"Excluding asthma\""},
    {'E', "Exceptions: gout", "not understood (an exception from what is not said): \"Exceptions: gout\""},
    {'E', "Asthma. Inhaled steroids are not considered systemic treatment.", "(asthma, except inhaled corticosteroid) / or, read otherwise: asthma"},
};
CHECK_READINGS(lines, exceptions)

/* A cause that says more than its name, or is a kind of what it causes, may bar by itself. */
static const reading causes_cases[] = {
    {'E', "Heart failure due to amyloidosis, active myocarditis or sarcoidosis", "(heart failure {about amyloidosis} or current myocarditis or current sarcoidosis) / or, read otherwise: (heart failure {about amyloidosis} or heart failure {about myocarditis} or heart failure {about sarcoidosis})"},
    {'E', "Heart failure due to amyloidosis or current myocarditis", "(heart failure {about amyloidosis} or current myocarditis) / or, read otherwise: (heart failure {about amyloidosis} or heart failure {about myocarditis})"},
    {'E', "Anemia due to bleeding, thalassemia or cancer", "(anemia {about hemorrhage} or thalassemia or malignant neoplasm) / or, read otherwise: (anemia {about hemorrhage} or thalassemia or anemia {about malignant neoplasm})"},
    {'E', "Anemia due to bleeding or thalassemia", "anemia {about hemorrhage} or thalassemia"},
    {'E', "Anemia due to bleeding, or gout", "anemia {about hemorrhage} or gout"},
    {'E', "Heart failure due to amyloidosis, myocarditis or sarcoidosis", "heart failure {about amyloidosis} or heart failure {about myocarditis} or heart failure {about sarcoidosis}"},
    {'E', "Arrhythmia causing fever or cough, active gout, asthma or stroke", "cardiac arrhythmia {about fever} or cardiac arrhythmia {about cough} or current gout or current asthma or current stroke"},
    {'I', "No anemia due to bleeding or active infection", "not (anemia {about hemorrhage} or current infection) / or, read otherwise: not (anemia {about hemorrhage} or anemia {about infection})"},
};
CHECK_READINGS(lines, causes)

/* A limit written in two units is one; what its bracket denies is denied with both. */
static const reading two_units_cases[] = {
    {'I', "Hemoglobin >= 9 g/dL or >= 5.6 mmol/L (no transfusion within 7 days)", "(hemoglobin >= 9 g/dL and not blood transfusion within 7 days before the index date) or (hemoglobin >= 5.6 mmol/L and not blood transfusion within 7 days before the index date)"},
    {'I', "Hemoglobin >= 9 g/dL (no transfusion within 7 days)", "hemoglobin >= 9 g/dL and not blood transfusion within 7 days before the index date"},
    {'I', "Hemoglobin >= 9 g/dL or >= 8 g/dL (no transfusion within 7 days)", "hemoglobin >= 9 g/dL or (hemoglobin >= 8 g/dL and not blood transfusion within 7 days before the index date)"},
};
CHECK_READINGS(lines, two_units)

/* Short words for a time, for people, for how a drug is given; and groups by their abbreviation. */
static const reading short_words_cases[] = {
    {'E', "Stroke within the last yr", "stroke within 1 year before the index date"},
    {'E', "Stroke in the past mo.", "stroke within 1 month before the index date"},
    {'E', "Stroke in the last wk", "stroke within 1 week before the index date"},
    {'I', "ALT <= 5 x ULN in pts with liver metastases", "if liver metastasis, then alanine aminotransferase <= 5 x ULN"},
    {'E', "Dx of gout within 2 years", "confirmed gout within 2 years before the index date"},
    {'E', "Treatment with i.v. iron within 4 weeks", "current intravenous iron supplement within 4 weeks before the index date"},
    {'I', "WOCBP must have a negative serum pregnancy test within 72 h prior to first dose", "if woman of childbearing potential, then negative pregnancy test within 72 hours before treatment start"},
    {'I', "WOCBP must use contraception", "if woman of childbearing potential, then contraception"},
    {'I', "WOCBP with a negative pregnancy test", "woman of childbearing potential and negative pregnancy test"},
    {'E', "Pregnant or planning to become pregnant while enrolled in the study", "pregnancy or planning pregnancy"},
    {'I', "At least 2 prior lines of therapy including lenalidomide and daratumumab", "number of \"lines\" {\"therapy\" = treatment} >= 2 and history of lenalidomide and history of daratumumab"},
    {'I', "At least 2 drugs including a diuretic and a beta blocker", "number of \"drugs\" (medication) >= 2 and diuretic and beta blocker"},
};
CHECK_READINGS(lines, short_words)

/* The quantity named again in a sentence of its own, or a limit behind "or", for some: the first is not for those. */
static const reading limit_again_cases[] = {
    {'I', "Platelets >= 100 x 10^9/L. For patients with liver metastases, platelets >= 75 x 10^9/L", "platelet count >= 100 x10^9/L or (liver metastasis and platelet count >= 75 x10^9/L)"},
    {'I', "ALT <= 3 x ULN. If liver metastases are present, ALT <= 5 x ULN", "alanine aminotransferase <= 3 x ULN or (current liver metastasis and alanine aminotransferase <= 5 x ULN)"},
    {'I', "ALT <= 3 x ULN. If diabetes, ALT <= 2 x ULN", "(alanine aminotransferase <= 3 x ULN and not diabetes mellitus) or (diabetes mellitus and alanine aminotransferase <= 2 x ULN)"},
    {'I', "ALT <= 3 x ULN; for patients with gout, AST <= 2 x ULN", "(alanine aminotransferase <= 3 x ULN and (if gout, then aspartate aminotransferase <= 2 x ULN)) / or, read otherwise: (alanine aminotransferase <= 3 x ULN or (gout and aspartate aminotransferase <= 2 x ULN))"},
    {'I', "Total bilirubin <= 1.5 x ULN; for patients with Gilbert's syndrome: direct bilirubin <= ULN", "(total bilirubin <= 1.5 x ULN and (if Gilbert's syndrome, then direct bilirubin <= 1 x ULN)) / or, read otherwise: (total bilirubin <= 1.5 x ULN or (Gilbert's syndrome and direct bilirubin <= 1 x ULN))"},
    {'E', "ALT > 3 x ULN. For patients with liver metastases, ALT > 5 x ULN", "(alanine aminotransferase > 3 x ULN and not liver metastasis) or (liver metastasis and alanine aminotransferase > 5 x ULN)"},
    {'E', "QTcF > 450 ms, or > 480 ms with bundle branch block", "(QTcF interval > 450 ms and not bundle branch block) or (QTcF interval > 480 ms and bundle branch block)"},
    {'E', "ALT > 3 x ULN, or > 5 x ULN in patients with liver metastases", "(alanine aminotransferase > 3 x ULN and not liver metastasis) or (alanine aminotransferase > 5 x ULN and liver metastasis)"},
    {'E', "QTc > 450 ms (males) or > 470 ms (females); > 480 ms with bundle branch block", "(((QTc interval > 450 ms and male) or (QTc interval > 470 ms and female)) and not bundle branch block) or (bundle branch block and QTc interval > 480 ms)"},
    {'I', "Hb > 13 g/dL in men and > 12 g/dL in women. For patients with gout, Hb > 10 g/dL", "(hemoglobin > 13 g/dL and male) or (hemoglobin > 12 g/dL and female) or (gout and hemoglobin > 10 g/dL)"},
    {'I', "Hb > 13 g/dL. For women: Hb > 12 g/dL", "hemoglobin > 13 g/dL or (female and hemoglobin > 12 g/dL)"},
    {'I', "ALT <= 3 x ULN, or <= 5 x ULN with liver metastases", "alanine aminotransferase <= 3 x ULN or (alanine aminotransferase <= 5 x ULN and liver metastasis)"},
};
CHECK_READINGS(lines, limit_again)

/* "A other than B (e.g. C)": what is no B is an example of A. */
static const reading examples_left_cases[] = {
    {'E', "Inflammatory arthritis other than rheumatoid arthritis (e.g., psoriatic arthritis, gout)", "(inflammatory arthritis, except rheumatoid arthritis) / or, read otherwise: ((inflammatory arthritis, except rheumatoid arthritis) or (psoriatic arthritis or gout))"},
    {'E', "Lung disease other than COPD e.g. asthma or interstitial lung disease", "lung disease, except chronic obstructive pulmonary disease"},
    {'E', "Lung disease other than COPD (e.g. asthma)", "lung disease, except chronic obstructive pulmonary disease"},
    {'E', "Lung disease other than COPD, including stroke", "(lung disease, except chronic obstructive pulmonary disease) / or, read otherwise: ((lung disease, except chronic obstructive pulmonary disease) or stroke)"},
    {'E', "Cancer other than skin cancer (e.g. basal cell carcinoma)", "malignant neoplasm, except skin cancer {example basal cell carcinoma}"},
    {'E', "Cancer other than skin cancer such as basal cell carcinoma", "malignant neoplasm, except skin cancer {example basal cell carcinoma}"},
    {'I', "Lung disease other than COPD (e.g. asthma)", "lung disease, except chronic obstructive pulmonary disease"},
};
CHECK_READINGS(lines, examples_left)

/* An allergy to what nobody knows goes on with what follows, whatever the sign between them. */
static const reading unknown_allergy_cases[] = {
    {'E', "Hypersensitivity to zorblin, or macrolides", "allergy {\"zorblin\"} or macrolide allergy"},
    {'E', "Hypersensitivity to zorblin, gumix proteins or macrolides", "allergy {\"zorblin\"} or allergy {about \"gumix proteins\"} or macrolide allergy"},
    {'E', "Allergy to zorblin, aspirin, macrolides", "allergy {\"zorblin\"} or aspirin allergy or macrolide allergy"},
    {'E', "Allergy to zorblin, use of metformin", "allergy {\"zorblin\"} or current metformin"},
    {'E', "Allergy to zorblin; metformin", "allergy {\"zorblin\"} or metformin"},
    {'E', "Allergy to zorblin, pregnancy", "allergy {\"zorblin\"} or pregnancy"},
};
CHECK_READINGS(lines, unknown_allergy)

static const reading abbreviated_cases[] = {
    {'E', "Active infection incl. tuberculosis", "current infection or tuberculosis"},
    {'I', "HCV RNA neg", "negative HCV RNA"},
    {'I', "Current or ex-smokers with a smoking hx of >= 10 pack-years", "ever smoker and pack-years >= 10 pack-years"},
    {'I', "Post-BD FEV1/FVC < 0.70", "post-bronchodilator FEV1/FVC ratio < 0.7"},
    {'I', "Alk. phosphatase <= 2 x ULN", "alkaline phosphatase <= 2 x ULN"},
};
CHECK_READINGS(lines, abbreviated)

/* One limit behind two scales for two ages is that of each. */
static const reading two_ages_cases[] = {
    {'I', "Karnofsky (age >= 16) or Lansky (age < 16) >= 50", "(Karnofsky performance status >= 50 and age >= 16 years) or (Lansky performance status >= 50 and age < 16 years)"},
    {'I', "Karnofsky (age >= 16 years) or Lansky (age < 16 years) performance status >= 50", "(Karnofsky performance status >= 50 and age >= 16 years) or (Lansky performance status >= 50 and age < 16 years)"},
    {'I', "Lansky (age < 16) and Karnofsky (age >= 16) >= 60", "(Lansky performance status >= 60 and age < 16 years) or (Karnofsky performance status >= 60 and age >= 16 years)"},
    {'I', "Karnofsky >= 50 (age >= 16) or Lansky >= 50 (age < 16)", "(Karnofsky performance status >= 50 and age >= 16 years) or (Lansky performance status >= 50 and age < 16 years)"},
    {'I', "Lansky or Karnofsky >= 60", "Lansky performance status >= 60 or Karnofsky performance status >= 60"},
};
CHECK_READINGS(lines, two_ages)

/* Who has not the negative result that is asked for is let in by the exception. */
static const reading let_in_cases[] = {
    {'I', "Negative HIV test, with the following exception: patients with a positive HIV test are eligible provided CD4 >= 200/uL", "negative HIV test or (CD4 count >= 200 /uL and positive HIV test)"},
    {'I', "HIV negative, except patients on antiretrovirals with CD4 >= 200/uL", "negative human immunodeficiency virus infection or (current antiretroviral and CD4 count >= 200 /uL)"},
    {'I', "Negative HBsAg; patients with positive HBsAg may be included if HBV DNA < 500 IU/mL", "negative hepatitis B surface antigen or (positive hepatitis B surface antigen and HBV DNA < 500 IU/mL)"},
    {'I', "Negative pregnancy test, except postmenopausal women", "negative pregnancy test or postmenopausal state"},
    {'I', "HBsAg negative. Patients with gout are eligible", "negative hepatitis B surface antigen"},
    {'I', "HER2-negative breast cancer, except triple-negative breast cancer", "(negative HER2 and breast cancer), except triple-negative breast cancer"},
    {'E', "Negative HIV test, except gout", "negative HIV test, except gout"},
};
CHECK_READINGS(lines, let_in)

/* Who failed a treatment had it; the failure is that of all of a list. */
static const reading failed_cases[] = {
    {'I', "Failed methotrexate, infliximab or adalimumab", "history of failed methotrexate or history of failed infliximab or history of failed adalimumab"},
    {'I', "Failed at least one of: methotrexate, infliximab", "history of failed methotrexate or history of failed infliximab"},
    {'I', "Refractory to infliximab", "history of refractory infliximab"},
    {'I', "Previously failed methotrexate", "history of failed methotrexate"},
    {'I', "Asthma, failed treatment with steroids", "asthma and current failed corticosteroid"},
    {'I', "Failed back surgery syndrome", "failed back surgery syndrome"},
    {'I', "Refractory asthma", "refractory asthma"},
    {'E', "Failed kidney transplant", "history of failed kidney transplantation"},
};
CHECK_READINGS(lines, failed)

/* "Only" narrows the disease beside it; of people, numbers and conditions it says nothing. */
static const reading only_cases[] = {
    {'E', "Bone metastases only", "bone metastasis {extent \"only\"}"},
    {'E', "Only bone metastases", "bone metastasis {extent \"only\"}"},
    {'E', "Gout, or hypertension only", "(gout or hypertension {extent \"only\"}) / or, read otherwise: (gout {extent \"only\"} or hypertension {extent \"only\"})"},
    {'E', "Smokers only", "current smoker"},
    {'E', "Pregnant women only", "pregnancy"},
    {'E', "Diabetes only if on insulin", "current insulin and diabetes mellitus"},
    {'E', "Hypertension only during pregnancy", "hypertension {about pregnancy}"},
};
CHECK_READINGS(lines, only)

static const reading others_named_cases[] = {
    {'I', "Female, postmenopausal: bilateral oophorectomy, or age >= 60", "((female and postmenopausal state) and (bilateral oophorectomy or age >= 60 years)) / or, read otherwise: (if (female and postmenopausal state), then (bilateral oophorectomy or age >= 60 years))"},
    {'I', "Women: FSH > 40 IU/L", "if female, then follicle-stimulating hormone > 40 IU/L"},
    {'I', "Dyspnea <= grade 1", "\"Dyspnea\" (score) <= 1"},
    {'I', "mMRC dyspnea grade <= 1", "mMRC dyspnea scale <= 1"},
    {'E', "Burkitt's lymphoma/leukemia", "Burkitt lymphoma"},
    {'E', "6-TG within 1 week", "thioguanine within 1 week before the index date"},
    {'E', "Asthma or MTC", "asthma or medullary thyroid carcinoma"},
};
CHECK_READINGS(lines, others_named)

/* What was done until now is said of a disease, however far it has spread. */
static const reading untreated_cases[] = {
    {'I', "Previously untreated, advanced or metastatic breast cancer", "untreated advanced breast cancer or untreated metastatic breast cancer"},
    {'I', "Histologically confirmed, previously untreated, locally advanced or metastatic gastric adenocarcinoma", "confirmed untreated advanced gastric adenocarcinoma or metastatic confirmed untreated gastric adenocarcinoma"},
    {'I', "Newly diagnosed, untreated asthma", "newly diagnosed untreated asthma"},
    {'E', "Untreated, unstable or uncontrolled hypertension", "untreated hypertension or unstable hypertension or uncontrolled hypertension"},
};
CHECK_READINGS(lines, untreated)

/* "If A, B or C, D": D is asked of whoever has any; among what bars, "if A, B must be", who has A and not B. */
static const reading if_must_cases[] = {
    {'I', "If on metformin, insulin or pioglitazone, stable dose for 3 months", "if (current metformin or current insulin or current pioglitazone), then stable \"dose\" for >= 3 months"},
    {'I', "If on metformin, HbA1c < 8% or gout", "if current metformin, then (HbA1c < 8% or gout)"},
    {'E', "If intermediate uveitis, MRI must be negative", "intermediate uveitis and not negative magnetic resonance imaging"},
    {'E', "If diabetic, HbA1c must be < 8%", "diabetes mellitus and not HbA1c < 8%"},
    {'E', "If diabetic, HbA1c > 8%", "diabetes mellitus and HbA1c > 8%"},
    {'I', "If diabetic, HbA1c must be < 8%", "if diabetes mellitus, then HbA1c < 8%"},
    {'I', "Hemoglobin >= 9 g/dL or >= 5.6 mmol/L (no erythropoietin and no transfusion within 2 weeks)", "(hemoglobin >= 9 g/dL and (not erythropoiesis-stimulating agent within 2 weeks before the index date and not blood transfusion within 2 weeks before the index date)) or (hemoglobin >= 5.6 mmol/L and (not erythropoiesis-stimulating agent within 2 weeks before the index date and not blood transfusion within 2 weeks before the index date))"},
    {'I', "LVOT gradient >= 50 mmHg at rest or after Valsalva maneuver or exercise", "left ventricular outflow tract gradient {state \"provoked\"} >= 50 mmHg"},
};
CHECK_READINGS(lines, if_must)

/* Stages of fibrosis are written with a letter before the number. */
static const reading fibrosis_cases[] = {
    {'I', "Fibrosis stage F2 or F3", "liver fibrosis stage 2 or 3"},
    {'I', "METAVIR stage >= F3", "liver fibrosis stage >= 3"},
    {'I', "Fibrosis stage F1 to F3", "liver fibrosis stage from 1 to 3"},
    {'E', "Liver fibrosis F4", "liver fibrosis stage = 4"},
    {'I', "Cancer stage T3", "\"Cancer stage T3\" (score) {about cancer stage}"},
    {'I', "NYHA class F2", "\"NYHA class F2\" (score) {about NYHA class}"},
};
CHECK_READINGS(lines, fibrosis)
