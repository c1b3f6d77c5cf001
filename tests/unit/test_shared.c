/* What the members of a list share with each other and what is said of one alone: a bound, what was found, a route, a time. */
#include "tests/unit/readings.h"

static const reading bounds_of_one_cases[] = {
    {'E', "Elevated lactate or procalcitonin (> 2 ng/mL)", "(lactate > 2 ng/mL or procalcitonin > 2 ng/mL) / or, read otherwise: (high lactate or procalcitonin > 2 ng/mL)"},
    {'E', "Raised ferritin or CRP (> 80 mg/L)", "(ferritin > 80 mg/L or C-reactive protein > 80 mg/L) / or, read otherwise: (high ferritin or C-reactive protein > 80 mg/L)"},
    {'E', "Elevated ferritin, CRP or fibrinogen (> 5 g/L)", "high ferritin or high C-reactive protein or fibrinogen > 5 g/L"},
    {'E', "Elevated ALT or AST (> 120 U/L)", "high alanine aminotransferase > 120 U/L or high aspartate aminotransferase > 120 U/L"},
    {'E', "Elevated ALT or bilirubin (> 3 x ULN)", "high alanine aminotransferase > 3 x ULN or high total bilirubin > 3 x ULN"},
    {'E', "ALT or AST (> 120 U/L)", "alanine aminotransferase > 120 U/L or aspartate aminotransferase > 120 U/L"},
    {'E', "High glucose or HbA1c (above 9 %)", "high glucose or HbA1c > 9%"},
    {'E', "Body weight or BMI > 45 kg/m2", "not understood (nothing is said of what is measured): \"Body weight\" or body mass index > 45 kg/m2"},
    {'E', "Creatinine or BMI > 35", "not understood (nothing is said of what is measured): \"Creatinine\" or body mass index > 35"},
    {'E', "Urea or potassium > 7 mmol/L", "urea > 7 mmol/L or potassium > 7 mmol/L"},
    {'I', "Platelets or neutrophils < 100", "platelet count < 100 or neutrophil count < 100"},
    {'E', "BMI or seizures > 4", "not understood (nothing is said of what is measured): \"BMI\" or \"seizures\" > 4"},
};
CHECK_READINGS(shared, bounds_of_one)

static const reading found_and_given_cases[] = {
    {'I', "Low haemoglobin, platelets or neutrophils", "anemia or low platelet count or low neutrophil count"},
    {'E', "High cholesterol or triglycerides", "hypercholesterolemia or high triglycerides"},
    {'E', "Low potassium or calcium", "hypokalemia or low total calcium"},
    {'E', "Calcium or vitamin D", "calcium supplement or vitamin D"},
    {'E', "Low hemoglobin or asthma", "anemia or asthma"},
    {'E', "Low haemoglobin or neutrophils < 0.5 x 10^9/L", "anemia or neutrophil count < 0.5 x10^9/L"},
    {'E', "Oral or topical retinoids or antifungals", "(systemic retinoid or topical retinoid or antifungal) / or, read otherwise: (systemic retinoid or topical retinoid or topical antifungal)"},
    {'E', "Topical steroids, retinoids or antibiotics", "(topical corticosteroid or retinoid or antibiotic) / or, read otherwise: (topical corticosteroid or topical retinoid or topical antibiotic)"},
    {'E', "Systemic steroids or immunosuppressants", "systemic corticosteroid or immunosuppressant"},
    {'E', "Oral contraceptives or antibiotics", "oral contraceptive or antibiotic"},
    {'E', "Inhaled steroids or oral antibiotics", "inhaled corticosteroid or oral antibiotic"},
    {'E', "Oral steroids or phototherapy", "oral corticosteroid or phototherapy"},
};
CHECK_READINGS(shared, found_and_given)

static const reading times_of_needs_cases[] = {
    {'E', "Pancreatitis, or respiratory failure requiring ventilation for more than 12 hours", "pancreatitis or respiratory failure {\"ventilation\"} for > 12 hours"},
    {'E', "Gastrointestinal bleeding or aspirin that cannot be withheld 7 days before biopsy", "gastrointestinal hemorrhage or for a person to judge (inability): \"aspirin that cannot be withheld 7 days before biopsy\""},
    {'E', "Pregnancy, or unwilling to use contraception for 3 months", "pregnancy or for a person to judge (refusal): \"unwilling to use contraception for 3 months\""},
    {'E', "Diabetes or hypertension requiring two drugs for > 1 year", "(diabetes mellitus or hypertension {about medication (any); number \"two\"} for > 1 years) / or, read otherwise: (diabetes mellitus {\"requiring two drugs for > 1 year\"} or hypertension {about medication (any); number \"two\"} for > 1 years)"},
    {'E', "Gout, asthma or infection requiring antibiotics within 10 days", "(gout {about antibiotic} or asthma {about antibiotic} or infection {about antibiotic} within 10 days before the index date) / or, read otherwise: (gout {about antibiotic} within 10 days before the index date or asthma {about antibiotic} within 10 days before the index date or infection {about antibiotic} within 10 days before the index date)"},
    {'E', "Stroke or myocardial infarction within 5 months", "stroke within 5 months before the index date or myocardial infarction within 5 months before the index date"},
    {'I', "Asthma or eczema for 3 months", "asthma for >= 3 months or dermatitis for >= 3 months"},
};
CHECK_READINGS(shared, times_of_needs)

static const reading places_cases[] = {
    {'E', "Pain in the knee or hip", "knee pain or hip pain"},
    {'E', "Surgery of the wrist or elbow within 6 months", "(surgery {\"wrist\"} or surgery {\"elbow\"} within 6 months before the index date) / or, read otherwise: (surgery {\"wrist\"} within 6 months before the index date or surgery {\"elbow\"} within 6 months before the index date)"},
    {'I', "T-score of -2.5 or less at the lumbar spine or total hip", "bone mineral density T-score {\"lumbar\"; \"spine\"; \"hip\"} <= -2.5"},
    {'I', "T-score < -1.5 at the hip, spine, or wrist", "bone mineral density T-score {\"hip\"; \"spine\"; \"wrist\"} < -1.5"},
    {'I', "BMD T-score <= -2 at the spine or at the hip", "bone mineral density T-score {\"spine\"; \"hip\"} <= -2"},
    {'E', "Surgery on the hip or asthma", "surgery {\"hip\"} or asthma"},
    {'E', "Pain in the back or depression", "back pain or depressive disorder"},
    {'E', "Amputation of the foot or toe", "foot amputation or toe amputation"},
    {'E', "Tumor of the head or neck", "neoplasm {\"head or neck\"}"},
    {'I', "Osteoarthritis of the hip or knee", "osteoarthritis of hip or osteoarthritis of knee"},
    {'E', "Infection of the foot, osteomyelitis or hip", "infection {\"foot\"} or osteomyelitis or \"hip\""},
    {'E', "Thrombosis in the arm or leg", "thrombosis {\"arm\"} or thrombosis {\"leg\"}"},
};
CHECK_READINGS(shared, places)

static const reading meant_limits_cases[] = {
    {'E', "Leukopenia < 3500", "white blood cell count < 3500"},
    {'E', "Leukopenia (< 3500), thrombocytopenia (< 80 000) or anemia (< 7.5 g/dL)", "white blood cell count < 3500 or platelet count < 80000 or hemoglobin < 7.5 g/dL"},
    {'E', "Neutropenia < 800 or hyponatremia < 128", "neutrophil count < 800 or sodium < 128"},
    {'E', "Leukopenia or thrombocytopenia < 80000", "leukopenia or platelet count < 80000"},
    {'E', "Proteinuria > 300", "24-hour urine protein > 300"},
    {'E', "Anemia < 30", "\"Anemia\" < 30"},
    {'I', "Thrombocytopenia > 50000", "\"Thrombocytopenia\" > 50000"},
    {'E', "Hypoglycemia < 3 in the past year", "\"Hypoglycemia\" < 3 within 1 year before the index date"},
    {'E', "Neutropenia > 5 days", "neutropenia for > 5 days"},
    {'E', "Fever > 3 days", "fever {number \"> 3 days\"}"},
    {'E', "Osteoporosis (< -2.5)", "bone mineral density T-score < -2.5"},
    {'E', "Smokers (> 15/day)", "current smoker and cigarettes per day > 15 /day"},
    {'E', "Smoking > 15/day", "cigarettes per day > 15 /day"},
    {'E', "Smokers (> 15 years)", "current smoker for > 15 years / or, read otherwise: (current smoker and age > 15 years)"},
    {'E', "Smokers (2 per day)", "not understood (no condition was found in these words): \"Smokers (2 per day)\""},
    {'E', "Drinkers (> 2/day)", "alcohol use and alcoholic drinks > 2 /day"},
    {'E', "Diarrhea (> 3/day)", "not understood (a number without anything that it measures): \"Diarrhea (> 3/day)\""},
};
CHECK_READINGS(shared, meant_limits)

static const reading limits_that_are_allowed_cases[] = {
    {'I', "ECOG 0-1 (2 allowed)", "ECOG performance status from 0 to 1 or ECOG performance status from 0 to 2"},
    {'I', "ECOG <= 1 (2 permitted if due to gout)", "ECOG performance status <= 1 or (ECOG performance status <= 2 and gout {\"due to\"})"},
    {'I', "ECOG 0-1 (or 2 if due to gout)", "ECOG performance status from 0 to 1 or (gout {\"due to\"} and ECOG performance status = 2)"},
    {'I', "ECOG 0 or 1, or 2 for patients with gout", "ECOG performance status 0 or 1 or (gout and ECOG performance status 2)"},
    {'I', "ECOG 0, 1 or 2 for patients with gout", "if gout, then ECOG performance status 0, 1 or 2"},
    {'I', "ECOG 0-2 (ECOG 3 if due to gout)", "ECOG performance status from 0 to 2 or (gout {\"due to\"} and ECOG performance status from 0 to 3)"},
    {'I', "ECOG 0-1 (0-2 allowed in patients aged over 65)", "ECOG performance status from 0 to 1 or (ECOG performance status from 0 to 2 and age > 65 years)"},
    {'I', "ECOG 0-1; 2 is allowed", "ECOG performance status from 0 to 1 or not understood (a number without anything that it measures): \"2 is allowed\""},
    {'I', "NYHA I-II (III allowed)", "NYHA class 1 or 2 or not understood (a number without anything that it measures): \"III\""},
    {'I', "Creatinine < 1.4 mg/dL (up to 1.8 allowed)", "serum creatinine < 1.4 mg/dL or serum creatinine <= 1.8 mg/dL"},
    {'I', "Creatinine < 1.4 mg/dL (dialysis allowed)", "serum creatinine < 1.4 mg/dL"},
    {'I', "Bilirubin <= 1.2 mg/dL (2.5 allowed for Gilbert syndrome)", "total bilirubin <= 1.2 mg/dL or (total bilirubin <= 2.5 mg/dL and Gilbert's syndrome)"},
    {'I', "Bilirubin <= 1.2 mg/dL (2.5 if Gilbert syndrome)", "total bilirubin <= 1.2 mg/dL or (Gilbert's syndrome and total bilirubin <= 2.5 mg/dL)"},
    {'I', "Karnofsky >= 80 (60 allowed)", "Karnofsky performance status >= 80 or Karnofsky performance status >= 60"},
    {'I', "Age 18 to 65 years (70 allowed)", "age from 18 to 65 years or age from 18 to 70 years"},
    {'I', "HbA1c 7-9 % (10 % if on insulin)", "HbA1c from 7 to 9% or (current insulin and HbA1c from 7 to 10%)"},
    {'I', "AST and ALT <= 50 U/L (90 allowed)", "(aspartate aminotransferase <= 50 U/L or not understood (a number without anything that it measures): \"ALT <= 50 U/L (90 allowed\") and (alanine aminotransferase <= 50 U/L or alanine aminotransferase <= 90 U/L)"},
    {'E', "Creatinine > 2.2 mg/dL (3 allowed)", "serum creatinine > 2.2 mg/dL, except serum creatinine <= 3 mg/dL"},
    {'E', "QTc > 440 ms (460 if bundle branch block)", "(QTc interval > 440 ms and not bundle branch block) or (bundle branch block and QTc interval > 460 ms)"},
    {'I', "Pain score 4-8 (2 readings allowed)", "pain score from 4 to 8"},
};
CHECK_READINGS(shared, limits_that_are_allowed)

static const reading reasons_of_limits_cases[] = {
    {'E', "eGFR < 30 (contraindication to gadolinium)", "estimated glomerular filtration rate < 30"},
    {'E', "eGFR < 30 mL/min (contraindication for contrast agent)", "estimated glomerular filtration rate < 30 mL/min"},
    {'E', "eGFR < 45 (metformin contraindicated)", "estimated glomerular filtration rate < 45"},
    {'E', "GFR < 30 mL/min/1.73m2 (contraindicated for the study drug)", "estimated glomerular filtration rate < 30 mL/min/1.73 m2"},
    {'E', "Weight > 140 kg (contraindication to MRI)", "body weight > 140 kg"},
    {'E', "Weight > 140 kg (if contraindication to MRI)", "body weight {\"contraindication to\"; \"MRI\" = magnetic resonance imaging} > 140 kg"},
    {'E', "eGFR < 30 (without contraindication to MRI)", "estimated glomerular filtration rate < 30 and not for a person to judge (safety): \"contraindication to MRI\""},
    {'E', "Claustrophobia (contraindication to MRI)", "claustrophobia {about magnetic resonance imaging; \"contraindication to\"}"},
    {'E', "eGFR < 30 (women with a contraindication to contrast)", "estimated glomerular filtration rate {\"women\"; \"contraindication to\"; \"contrast\"} < 30"},
    {'E', "Platelets < 50 x 10^9/L (contraindication to biopsy) or INR > 1.5", "platelet count < 50 x10^9/L or INR > 1.5"},
    {'E', "Creatinine > 2 (contraindication to metformin), gout", "serum creatinine > 2 or gout"},
};
CHECK_READINGS(shared, reasons_of_limits)

static const reading numbers_nobody_knows_cases[] = {
    {'I', "Pain or stiffness >= 5 on a 10-point scale", "(pain or \"stiffness\" >= 5) / or, read otherwise: (pain {\">= 5\"} or \"stiffness\" >= 5)"},
    {'E', "Pain or fatigue >= 5", "(pain or \"fatigue\" >= 5) / or, read otherwise: (pain {\">= 5\"} or \"fatigue\" >= 5)"},
    {'E', "Surgery or radiotherapy within 6 or 3 weeks", "(surgery or radiotherapy {number \"6\"} or radiotherapy {number \"3 weeks\"}) / or, read otherwise: (surgery {\"6\"} or radiotherapy {number \"6\"} or radiotherapy {number \"3 weeks\"})"},
    {'E', "Dementia or FAST score > 3", "dementia or \"FAST score\" > 3"},
    {'E', "Asthma, or itching > 6", "asthma or \"itching\" > 6"},
    {'E', "Nausea or vomiting > 3 episodes", "nausea or number of vomiting > 3"},
    {'E', "Asthma or two strokes", "asthma or (number of stroke >= 2 / or, read otherwise: number of stroke = 2)"},
};
CHECK_READINGS(shared, numbers_nobody_knows)

static const reading limits_in_pairs_cases[] = {
    {'E', "SBP and DBP > 150 and 95 mmHg", "systolic blood pressure > 150 or diastolic blood pressure > 95 mmHg"},
    {'E', "SBP and DBP > 170 and 105 mmHg, respectively", "systolic blood pressure > 170 or diastolic blood pressure > 105 mmHg"},
    {'I', "Platelets and hemoglobin of at least 90 and 10", "platelet count >= 90 and hemoglobin >= 10"},
    {'I', "Hemoglobin (Hb), platelets, neutrophils >= 10, 90, 1.2, and creatinine < 1.6", "hemoglobin >= 10 and platelet count >= 90 and neutrophil count >= 1.2 and serum creatinine < 1.6"},
    {'I', "Age and BMI of at least 21 and 27", "age >= 21 years and body mass index >= 27"},
    {'I', "Height and weight between 145-190 cm and 45-110 kg", "body height from 145 to 190 cm and body weight from 45 to 110 kg"},
    {'E', "HR and SBP < 45 and 85 or asthma", "heart rate < 45 or systolic blood pressure < 85 or asthma"},
    {'E', "Alcohol more than 20 g and 30 g in women and men, respectively", "(\"Alcohol\" > 20 g and female) or (\"Alcohol\" > 30 g and male)"},
    {'I', "Hemoglobin > 12 and 13.5 g/dL for women and men, respectively", "(hemoglobin > 12 g/dL and female) or (hemoglobin > 13.5 g/dL and male)"},
    {'I', "QTc < 452 or < 472 ms in males and females, age > 22", "((QTc interval < 452 ms and male) or (QTc interval < 472 ms and female)) and age > 22 years"},
    {'I', "Hemoglobin 12-16 and 13-17 g/dL in women and men, respectively", "(hemoglobin from 12 to 16 g/dL and female) or (hemoglobin from 13 to 17 g/dL and male)"},
    {'I', "Grip strength < 27/16 kg in men/women", "(grip strength < 27 kg and male) or (grip strength < 16 kg and female)"},
    {'I', "Creatinine < 1.2/1.5 mg/dL (women/men)", "(serum creatinine < 1.2 mg/dL and female) or (serum creatinine < 1.5 mg/dL and male)"},
    {'I', "Hemoglobin < 12/13 g/dL", "\"Hemoglobin\" (measurement) < 12 g/dL"},
    {'E', "SBP/DBP > 162/102 mmHg", "systolic blood pressure > 162 mmHg or diastolic blood pressure > 102 mmHg"},
    {'I', "SBP/DBP < 132/82 mmHg", "systolic blood pressure < 132 mmHg and diastolic blood pressure < 82 mmHg"},
    {'E', "BP > 162/102 mmHg for men and women", "systolic blood pressure > 162 mmHg or diastolic blood pressure > 102 mmHg"},
    {'I', "MMSE >= 24/30", "mini-mental state examination >= 24"},
    {'E', "AUDIT score >= 7 and 8 for women and men", "(AUDIT score >= 7 and female) or (AUDIT score >= 8 and male)"},
    {'I', "Age > 22 and < 65 for men and women", "age > 22 years and < 65 years"},
    {'I', "ALT > 40 and AST > 30 U/L in men and women", "alanine aminotransferase > 40 and aspartate aminotransferase > 30 U/L"},
    {'I', "BMI > 22 or hemoglobin > 12 g/dL for men and women", "body mass index > 22 or hemoglobin > 12 g/dL"},
    {'E', "Sodium or potassium < 130 or > 150", "sodium < 130 or potassium < 130 or potassium > 150"},
    {'E', "Ferritin or CRP > 90 or 2 measurements", "not understood (nothing is said of what is measured): \"Ferritin\" or C-reactive protein > 90 or number of \"measurements\" > 2"},
    {'E', "ALT and AST > 45 and > 55", "alanine aminotransferase > 45 or aspartate aminotransferase > 55"},
    {'E', "Creatinine or urea > 25 mmol/L", "not understood (nothing is said of what is measured): \"Creatinine\" or urea > 25 mmol/L"},
};
CHECK_READINGS(shared, limits_in_pairs)

static const reading multiples_and_degrees_cases[] = {
    {'E', "ALT or AST more than twice, or creatinine more than 1.5 times the ULN", "alanine aminotransferase > 2 x ULN or aspartate aminotransferase > 2 x ULN or serum creatinine > 1.5 x ULN"},
    {'E', "ALT more than double or bilirubin > 1.5 x ULN", "alanine aminotransferase > 2 x ULN or total bilirubin > 1.5 x ULN"},
    {'E', "ALT more than twice", "not understood (a multiple of what is not said): \"ALT more than twice\""},
    {'I', "ALT and AST <= 3 and bilirubin <= 2 x ULN", "(alanine aminotransferase <= 3 and aspartate aminotransferase <= 3 and total bilirubin <= 2 x ULN) / or, read otherwise: (alanine aminotransferase <= 3 x ULN and aspartate aminotransferase <= 3 x ULN and total bilirubin <= 2 x ULN)"},
    {'I', "INR <= 1.4 and ALT <= 3 x ULN", "INR <= 1.4 and alanine aminotransferase <= 3 x ULN"},
    {'I', "Creatinine <= 1.4 mg/dL and ALT <= 3 x ULN", "serum creatinine <= 1.4 mg/dL and alanine aminotransferase <= 3 x ULN"},
    {'I', "Platelets >= 90, ANC >= 1.2, bilirubin <= 2 x ULN", "platelet count >= 90 and neutrophil count >= 1.2 and total bilirubin <= 2 x ULN"},
    {'E', "High LDL, low HDL or triglycerides > 350 mg/dL", "high LDL cholesterol or low HDL cholesterol or triglycerides > 350 mg/dL"},
    {'E', "Elevated ferritin, raised CRP or procalcitonin > 1 ng/mL", "(ferritin > 1 ng/mL or C-reactive protein > 1 ng/mL or procalcitonin > 1 ng/mL) / or, read otherwise: (high ferritin or high C-reactive protein or procalcitonin > 1 ng/mL)"},
    {'I', "Hemoglobin (Hb) and asthma", "not understood (nothing is said of what is measured): \"Hemoglobin (Hb)\" and asthma"},
};
CHECK_READINGS(shared, multiples_and_degrees)

static const reading sides_and_stops_cases[] = {
    {'E', "Creatinine above and hemoglobin below normal", "serum creatinine > 1 x ULN or hemoglobin < 1 x LLN"},
    {'E', "Platelets below or INR above normal limits", "platelet count < 1 x LLN or INR > 1 x ULN"},
    {'E', "Creatinine or ALT above normal", "serum creatinine > 1 x ULN or alanine aminotransferase > 1 x ULN"},
    {'E', "High or low potassium or sodium", "hyperkalemia or hypokalemia or abnormal sodium"},
    {'E', "Low potassium or sodium", "hypokalemia or low sodium"},
    {'E', "Taking aspirin (and unwilling to stop)", "(current aspirin or for a person to judge (refusal): \"unwilling to stop\") / or, read otherwise: (current aspirin and for a person to judge (refusal): \"unwilling to stop\")"},
    {'E', "Taking warfarin and unable to stop it for 5 days", "(current warfarin or for a person to judge (inability): \"unable to stop it for 5 days\") / or, read otherwise: (current warfarin and for a person to judge (inability): \"unable to stop it for 5 days\")"},
    {'E', "On prednisone and inability to swallow tablets", "current prednisone or current unable to swallow"},
    {'E', "Asthma and unable to perform spirometry", "(asthma or for a person to judge (inability): \"unable to perform spirometry\") / or, read otherwise: (asthma and for a person to judge (inability): \"unable to perform spirometry\")"},
};
CHECK_READINGS(shared, sides_and_stops)

/* A limit for some is theirs; an age with a word of its own lends that to no number before it. */
static const reading limits_of_some_cases[] = {
    {'I', "Hemoglobin >= 13 for men and >= 12 for women, and age >= 21 years", "((hemoglobin >= 13 and male) or (hemoglobin >= 12 and female)) and age >= 21 years"},
    {'I', "CHADS2 >= 2 for men and >= 3 for women, and age above 64", "((CHADS2 score >= 2 and male) or (CHADS2 score >= 3 and female)) and age > 64 years"},
    {'I', "< 21 or > 64 years old", "age < 21 years or age > 64 years"},
    {'I', "ECG for those above 51 years and all men", "if (age > 51 years or male), then electrocardiography"},
    {'I', "BMI > 31 for women, and for men over 41", "((body mass index > 31 and female) or (age > 41 years and male)) / or, read otherwise: not understood (which of the limits is meant of which): \"BMI > 31 for women, and for men over 41\""},
    {'I', "BMI > 31 for women and > 29 for men", "(body mass index > 31 and female) or (body mass index > 29 and male)"},
    {'E', "Hemoglobin > 12 g/dL for women and all patients over 61", "((hemoglobin > 12 g/dL and female) or age > 61 years) / or, read otherwise: not understood (which of the limits is meant of which): \"Hemoglobin > 12 g/dL for women and all patients over 61\""},
    {'I', "Mammogram for women aged 41 or older", "((age >= 41 years and mammography) and female) / or, read otherwise: (if (female and age >= 41 years), then mammography)"},
};
CHECK_READINGS(shared, limits_of_some)

/* Two that are said to come together, among what bars. */
static const reading coming_together_cases[] = {
    {'E', "Co-infection with HIV and hepatitis C", "(human immunodeficiency virus infection or hepatitis c) / or, read otherwise: (human immunodeficiency virus infection and hepatitis c)"},
    {'I', "HIV/HCV co-infection", "(human immunodeficiency virus infection and infection {about hepatitis c; \"co\"}) / or, read otherwise: (human immunodeficiency virus infection or infection {about hepatitis c; \"co\"})"},
    {'E', "Combination therapy with aspirin and warfarin", "(current \"Combination\" {about aspirin} or current warfarin) / or, read otherwise: (current \"Combination\" {about aspirin} and current warfarin)"},
    {'E', "Aspirin and warfarin", "aspirin or warfarin"},
    {'I', "Twin pregnancies are not eligible, and gout", "not (twin pregnancy or gout) / or, read otherwise: (not twin pregnancy and gout)"},
    {'I', "Twin pregnancies are not eligible", "not twin pregnancy"},
    {'E', "Twin pregnancies are not eligible, and gout", "twin pregnancy or gout"},
};
CHECK_READINGS(shared, coming_together)

/* What nobody knows at the end of a list of allergies is one more of them, and no kind of the one before it. */
static const reading allergens_cases[] = {
    {'E', "Known hypersensitivity to penicillins, cephalosporins or any excipient", "confirmed penicillin allergy or cephalosporin allergy or excipient allergy"},
    {'E', "Known allergy to penicillin or any component of the formulation", "confirmed penicillin allergy or allergy to study product"},
    {'E', "Known or suspected allergy to aspirin or its excipients", "confirmed or suspected aspirin allergy or confirmed or suspected excipient allergy"},
    {'E', "Known allergy to penicillin or gout", "confirmed penicillin allergy or gout"},
};
CHECK_READINGS(shared, allergens)
