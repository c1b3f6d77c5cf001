/* Numbers in the shapes that people write them in: what is none, what each is a bound of, how many of what. */
#include "tests/unit/readings.h"

static const reading ages_without_a_comparator_cases[] = {
    {'I', "18 years of age", "age = 18 years / or, read otherwise: age >= 18 years"},
    {'I', "Age: 18 years", "age = 18 years / or, read otherwise: age >= 18 years"},
    {'I', "Age 40 years",
     "age = 40 years / or, read otherwise: age >= 40 years / or, read otherwise: age <= 40 years"},
    {'E', "Age 18 years",
     "age = 18 years / or, read otherwise: age >= 18 years / or, read otherwise: age <= 18 years"},
    {'I', "Age equal to 18 years", "age = 18 years"},
    {'I', "Exactly 18 years of age", "age = 18 years"},
};
CHECK_READINGS(numbers, ages_without_a_comparator)

static const reading amounts_of_something_cases[] = {
    {'E', "Loss of more than 400 mL of blood within 6 weeks or surgery within 10 days", "\"Loss\" > 400 mL within 6 weeks before the index date or surgery within 10 days before the index date"},
    {'E', "More than 20 mg of prednisone per day or psoriasis", "prednisone at a dose > 20 mg/day or psoriasis"},
    {'E', "Metformin >= 1 g/day for 3 months or gout", "metformin at a dose >= 1 g/day for >= 3 months or gout"},
    {'I', "18 years or older at clinic A or B", "age >= 18 years and (\"clinic\" or \"B\")"},
    {'I', "At least 25 % of marrow cells or blood cells", "not understood (a number without anything that it measures): \"At least 25 %\" and (\"marrow cells\" or \"blood cells\")"},
};
CHECK_READINGS(numbers, amounts_of_something)

static const reading isolates_cases[] = {
    {'I', "Klebsiella pneumoniae isolate with imipenem MIC > 4 mg/L", "Klebsiella pneumoniae and imipenem MIC > 4 mg/L"},
    {'I', "Klebsiella pneumoniae with imipenem MIC > 4 mg/L", "Klebsiella pneumoniae and imipenem MIC > 4 mg/L"},
};
CHECK_READINGS(numbers, isolates)

static const reading doses_among_drugs_cases[] = {
    {'I', "Metformin >= 850 mg/day, sulfonylurea or insulin", "metformin at a dose >= 850 mg/day or sulfonylurea or insulin"},
    {'I', "HbA1c > 7%, sulfonylurea or insulin", "HbA1c > 7% and (sulfonylurea or insulin)"},
    {'E', "Aspirin > 100 mg/day, clopidogrel or warfarin within 10 days before screening", "(aspirin at a dose > 100 mg/day or clopidogrel within 10 days before screening or warfarin within 10 days before screening) / or, read otherwise: (aspirin at a dose > 100 mg/day within 10 days before screening or clopidogrel within 10 days before screening or warfarin within 10 days before screening)"},
    {'E', "Warfarin, aspirin > 100 mg/day or clopidogrel within 10 days before screening", "(warfarin or aspirin at a dose > 100 mg/day or clopidogrel within 10 days before screening) / or, read otherwise: (warfarin within 10 days before screening or aspirin at a dose > 100 mg/day within 10 days before screening or clopidogrel within 10 days before screening)"},
    {'E', "Warfarin, clopidogrel or aspirin > 100 mg/day", "(warfarin or clopidogrel or aspirin at a dose > 100 mg/day) / or, read otherwise: (warfarin at a dose > 100 mg/day or clopidogrel at a dose > 100 mg/day or aspirin at a dose > 100 mg/day)"},
};
CHECK_READINGS(numbers, doses_among_drugs)

static const reading ages_from_one_to_another_cases[] = {
    {'I', "Aged 20 and 75 years", "age from 20 to 75 years"},
    {'I', "Aged 18 years and 65 years", "age from 18 to 65 years"},
    {'I', "18 years old to 75 years old", "age from 18 to 75 years"},
    {'I', "Aged 18 years of age and < 75 years", "age >= 18 years and < 75 years"},
    {'I', "Aged between 12 and to 17 with a minimum body weight of 40 kg",
     "age from 12 to 17 years and body weight >= 40 kg"},
    {'I', "Ages 6 and 7 years", "age from 6 to 7 years"},
    {'I', "From 8 months to 7 years of age", "age >= 8 months and age <= 7 years"},
    {'I', "Children from 6 months up to 5 years", "age >= 6 months and age <= 5 years"},
    {'I', "At least 6 months but less than 2 years of age", "age >= 6 months and age < 2 years"},
    {'I', "Eighteen months old to twenty-one years old", "age >= 18 months and age <= 21 years"},
    {'I', "Thirty-five to forty years of age", "age from 35 to 40 years"},
    {'I', "Men over 50", "age > 50 years and male"},
    {'I', "Women (18-45 years) with endometriosis", "age from 18 to 45 years and female and endometriosis"},
    {'I', "Adults (≥18 years)", "age >= 18 years"},
    {'I', "12 to 17 years with a weight of at least 35 kg, or 18 years or older",
     "(age from 12 to 17 years and body weight >= 35 kg) or age >= 18 years"},
    {'I', "Patients with type 2 diabetes ≥ 18 years",
     "type 2 diabetes mellitus for >= 18 years / or, read otherwise: (type 2 diabetes mellitus and age >= 18 years)"},
    {'I', "Patients with type 2 diabetes ≥ 18 years of age", "age >= 18 years and type 2 diabetes mellitus"},
};
CHECK_READINGS(numbers, ages_from_one_to_another)

static const reading ages_at_an_event_cases[] = {
    {'I', "Age at onset < 60 years", "\"Age at onset\" (demographic) < 60 years"},
    {'I', "Age at diagnosis of 40 years or more", "\"Age at diagnosis of\" (demographic) >= 40 years"},
    {'E', "Age of onset under 18 years", "\"Age of onset\" (demographic) < 18 years"},
    {'I', "Epilepsy with onset between 5 and 15 years of age",
     "epilepsy and \"onset\" {time \"between 5 and 15 years of age\"}"},
    {'I', "Type 1 diabetes diagnosed before the age of 18",
     "confirmed type 1 diabetes mellitus {time \"before the age of 18\"}"},
    {'I', "Asthma diagnosed at age 12 or older", "confirmed asthma {time \"at age 12 or older\"}"},
    {'E', "Stroke under the age of 55", "stroke {time \"under the age of 55\"}"},
    {'I', "First-degree relative with heart disease below 60 years", "heart disease (family) {relative \"first-degree\"; time \"below 60 years\"}"},
    {'I', "Age at screening between 18 and 65 years", "age from 18 to 65 years"},
    {'I', "Pregnant women before 24 weeks of gestation", "gestational age < 24 weeks and pregnancy"},
};
CHECK_READINGS(numbers, ages_at_an_event)

static const reading two_comparators_cases[] = {
    {'I', "Aged greater than and equal to 30 years", "age >= 30 years"},
    {'I', "BMI less than and equal to 30 kg/m2", "body mass index <= 30 kg/m2"},
    {'I', "BMI > or = 30", "body mass index >= 30"},
    {'I', "BMI equal to or more than 25", "body mass index >= 25"},
    {'E', "BMI not between 18.5 and 30 kg/m2", "body mass index < 18.5 kg/m2 or body mass index > 30 kg/m2"},
    {'E', "BMI outside the range of 18.5 to 30", "body mass index < 18.5 or body mass index > 30"},
    {'I', "No more than mild asthma", "mild asthma {\"No more than\"}"},
    {'E', "Over spondylolisthesis Gr II", "Meyerding grade > 2"},
    {'I', "Grade ≥ 2 diarrhea", "diarrhea grade >= 2"},
    {'I', "Age greater than, or equal to, 20 years", "age >= 20 years"},
    {'I', "BMI equal to, or less than 33", "body mass index <= 33"},
    {'I', "Weight greater, or equal to 3 kg", "body weight >= 3 kg"},
    {'I', "Age equal to, or older than 20 years", "age >= 20 years"},
    {'I', "Age equal, or above 20", "age >= 20 years"},
    {'E', "Ferritin less than 8, or above 800 ng/mL", "ferritin < 8 ng/mL or ferritin > 800 ng/mL"},
    {'E', "ECOG equal to 3, or more than 3 falls", "ECOG performance status = 3 or number of \"falls\" > 3"},
    {'I', "20 years of age, or older", "age >= 20 years"},
    {'I', "Gout for 3 months, or longer", "gout for >= 3 months"},
    {'E', "Older than 90 years, or gout", "age > 90 years or gout"},
};
CHECK_READINGS(numbers, two_comparators)

static const reading digits_that_stick_cases[] = {
    {'I', "Age20-35years", "age from 20 to 35 years"},
    {'I', "Gestational age between6 to 8weeks", "gestational age from 6 to 8 weeks"},
    {'I', "Younger than18 years old", "age < 18 years"},
    {'I', "Age 18years to65 years", "age from 18 to 65 years"},
    {'I', "BMI18.5-30", "body mass index from 18.5 to 30"},
    {'I', "ECOG0-1", "ECOG performance status from 0 to 1"},
    {'I', "Age. 18-80", "age from 18 to 80 years"},
    {'I', "GCS - 15/15", "Glasgow coma scale = 15"},
    {'I', "Hemoglobin - less than 10 g/dL", "hemoglobin < 10 g/dL"},
};
CHECK_READINGS(numbers, digits_that_stick)

static const reading numbers_that_are_names_cases[] = {
    {'E', "Personal or family history of MEN 2",
     "history of multiple endocrine neoplasia type 2 or multiple endocrine neoplasia type 2 (family)"},
    {'E', "MEN2B", "multiple endocrine neoplasia type 2B"},
    {'E', "Men 2 years after surgery", "male {\"2 years after surgery\"}"},
    {'E', "Past TENS or massage", "history of transcutaneous electrical nerve stimulation or history of massage"},
    {'I', "Cancer stage III by the 8th edition of the manual", "cancer stage 3"},
    {'I', "Asthma [2]", "asthma"},
    {'I', "Cystic fibrosis by consensus guidelines [5, 7-9]", "cystic fibrosis"},
    {'I', "Depression according to DSM-5", "depressive disorder"},
    {'E', "Lung surgery under one-lung ventilation", "lung surgery and current \"one-lung ventilation\""},
    {'I', "Contraception until week 28", "contraception {\"week 28\"}"},
    {'E', "As said in question #9 of the PHQ-9", "\"said\" {\"question #9\"; about PHQ-9 score}"},
    {'I', "PC-PTSD-5 ≥ 3", "PC-PTSD-5 >= 3"},
    {'I', "Strong inhibitors of CYP3A4", "strong CYP3A4 inhibitor"},
    {'I', "ASA class Ι", "ASA physical status 1"},
    {'I', "ASA І or ІІ", "ASA physical status 1 or 2"},
    {'I', "eGFR > 60 mL/min/1.73 m2", "estimated glomerular filtration rate > 60 mL/min/1.73 m2"},
    {'I', "Colonoscopy at visit 2", "colonoscopy {\"visit 2\"}"},
    {'I', "Stage T3-4 N0-1 disease", "\"Stage T3-4 N0-1 disease\" {about cancer stage; about disease}"},
};
CHECK_READINGS(numbers, numbers_that_are_names)

static const reading minus_that_cannot_be_cases[] = {
    {'E', "Hematocrit > -48%", "hematocrit > 48% / or, read otherwise: hematocrit >= 48%"},
    {'I', "Base excess < -4 mmol/L", "base excess < -4 mmol/L"},
    {'I', "T-score < -2.5", "bone mineral density T-score < -2.5"},
};
CHECK_READINGS(numbers, minus_that_cannot_be)

static const reading multiples_of_what_is_named_late_cases[] = {
    {'E', "AST more than 3 times, compared to the upper limit of normal", "aspartate aminotransferase > 3 x ULN"},
    {'E', "Total bilirubin increased by a factor of 1.5 than normal",
     "total bilirubin >= 1.5 x ULN / or, read otherwise: total bilirubin > 1.5 x ULN"},
    {'E', "aPTT more than 4 times", "not understood (a multiple of what is not said): \"aPTT more than 4\""},
    {'E', "ALT twice the upper limit of normal",
     "alanine aminotransferase <= 2 x ULN / or, read otherwise: alanine aminotransferase >= 2 x ULN"},
};
CHECK_READINGS(numbers, multiples_of_what_is_named_late)

static const reading pairs_of_pressures_cases[] = {
    {'I', "BP of at least 100/60 mmHg and no higher than 150/95 mmHg",
     "systolic blood pressure from 100 to 150 mmHg and diastolic blood pressure from 60 to 95 mmHg"},
    {'I', "Blood pressure 140-179/90-109 mmHg",
     "systolic blood pressure from 140 to 179 mmHg and diastolic blood pressure from 90 to 109 mmHg"},
    {'I', "Blood pressure between 110/60 and 140/90 mmHg",
     "systolic blood pressure from 110 to 140 mmHg and diastolic blood pressure from 60 to 90 mmHg"},
    {'E', "Blood pressure < 90/60 mmHg",
     "(systolic blood pressure < 90 mmHg and diastolic blood pressure < 60 mmHg) / or, read otherwise: (systolic blood pressure < 90 mmHg or diastolic blood pressure < 60 mmHg)"},
    {'I', "Hypertension 140/90 mmHg",
     "(systolic blood pressure >= 140 mmHg or diastolic blood pressure >= 90 mmHg) / or, read otherwise: (systolic blood pressure <= 140 mmHg and diastolic blood pressure <= 90 mmHg)"},
    {'E', "Blood pressure over 160 systolic or 100 diastolic",
     "systolic blood pressure > 160 or diastolic blood pressure > 100"},
};
CHECK_READINGS(numbers, pairs_of_pressures)

static const reading not_the_quantity_itself_cases[] = {
    {'I', "BMI ≥ 85th percentile", "BMI percentile >= 85%"},
    {'I', "Weight below the 5th percentile", "\"Weight below the 5th percentile\" (measurement) < 5%"},
    {'I', "FEV1 < 50% predicted", "FEV1 percent predicted < 50%"},
    {'I', "FEV1 less than 80% of the predicted value", "FEV1 percent predicted < 80%"},
    {'E', "7-10 mixed dentition ICDAS score 1",
     "not understood (a number of something else): \"7-10\" and ICDAS score {\"dentition\"; \"mixed\"} = 1"},
    {'I', "HbA1c ≥ 7% at two visits 2 weeks apart", "HbA1c {\"visits\" = clinical encounter; number \"2 weeks\"; \"apart\"} >= 7%"},
    {'I', "HbA1c < 7% at 12 weeks", "HbA1c {time \"at 12 weeks\"} < 7%"},
    {'E', "Weight loss > 5 kg", "weight loss > 5 kg"},
    {'I', "Three menstrual cycles", "\"Three menstrual cycles\" (demographic) = 3"},
};
CHECK_READINGS(numbers, not_the_quantity_itself)

/* a value of a long scale without a comparator: exactly, at least or at most */
static const reading values_of_scales_cases[] = {
    {'I', "PANSS total score of 65",
     "PANSS total score = 65 / or, read otherwise: PANSS total score >= 65 / or, read otherwise: PANSS total score <= 65"},
    {'I', "ECOG performance status of 2", "ECOG performance status = 2"},
    {'I', "Glasgow coma scale of 15", "Glasgow coma scale = 15"},
    {'E', "MMSE of 21 or less", "mini-mental state examination <= 21"},
};
CHECK_READINGS(numbers, values_of_scales)

/* two diseases run into the name of a quantity: a line end was lost */
static const reading names_run_together_cases[] = {
    {'E', "Mild to moderate mitral stenosis mild to moderate pericarditis LVEF < 45%",
     "not understood (names that run into each other): \"Mild to moderate mitral stenosis mild to moderate pericarditis LVEF < 45%\""},
    {'E', "Severe aortic stenosis LVEF < 45%", "severe left ventricular ejection fraction {about aortic stenosis} < 45%"},
    {'E', "Gout or asthma, creatinine > 2 mg/dL", "gout or asthma or serum creatinine > 2 mg/dL"},
};
CHECK_READINGS(numbers, names_run_together)

/* a bracket inside the name of a quantity: the words behind it are of the name */
static const reading bracket_in_name_cases[] = {
    {'I', "Body mass index (BMI) percentile above 90", "BMI percentile > 90"},
    {'I', "BMI (kg/m2) z-score over 1.5", "BMI z-score > 1.5"},
    {'I', "FEV1 (L) percent predicted below 70", "FEV1 percent predicted < 70"},
    {'I', "Height (cm) percentile below 4", "\"Height (cm) percentile\" (measurement) < 4"},
    {'I', "BMI in percentiles > 90", "BMI percentile > 90"},
    {'E', "Hemoglobin (Hb) drop > 3 g/dL", "\"Hemoglobin (Hb) drop\" (measurement) > 3 g/dL"},
    {'E', "Systolic blood pressure (SBP) variability > 12 mmHg",
     "\"Systolic blood pressure (SBP) variability\" (measurement) > 12 mmHg"},
    {'E', "Hemoglobin (Hb) level < 9 g/dL", "hemoglobin < 9 g/dL"},
    {'E', "Platelet (PLT) count < 70,000/uL", "platelet count < 70000 /uL"},
    {'E', "Hemoglobin (g/dL) at enrollment < 9", "hemoglobin < 9 g/dL"},
};
CHECK_READINGS(numbers, bracket_in_name)

static const reading rates_cases[] = {
    {'I', "More than 28 hot flashes per week", "hot flashes per day > 28 /week"},
    {'I', "4 or less stools per day", "bowel movements per week <= 4 /day"},
    {'E', "More than two alcoholic beverages per night", "alcoholic drinks > 2 /night"},
    {'I', "At least 3 exacerbations per year", "number of exacerbations >= 3 /year"},
    {'E', "Smokes more than 1 cigarette per day", "cigarettes per day > 1 cigarettes/day"},
    {'E', "Smoker (> 5 cigarettes per day)", "current smoker and cigarettes per day > 5 cigarettes/day"},
    {'I', "≥30-pack years of smoking", "pack-years >= 30 pack-years"},
    {'I', "2 vomiting episodes in one day",
     "number of vomiting {time \"in one day\"} >= 2 / or, read otherwise: number of vomiting {time \"in one day\"} = 2"},
};
CHECK_READINGS(numbers, rates)

static const reading one_unit_for_one_quantity_cases[] = {
    {'I', "Obesity 30 kg/m2", "body mass index <= 30 kg/m2 / or, read otherwise: body mass index >= 30 kg/m2"},
    {'E', "Less than 50 kg or over 100 kg in weight", "body weight < 50 kg or body weight > 100 kg"},
    {'I', "Pregnancy (> 37 weeks)", "gestational age > 37 weeks"},
    {'E', "INR > 1.4 without warfarin, or > 3.5 under warfarin",
     "(INR > 1.4 and not warfarin) or (INR > 3.5 and current warfarin)"},
};
CHECK_READINGS(numbers, one_unit_for_one_quantity)

static const reading so_many_cases[] = {
    {'E', "Taking two antihypertensive drugs",
     "number of antihypertensive >= 2 / or, read otherwise: number of antihypertensive = 2"},
    {'I', "No more than two antihypertensive drugs", "number of antihypertensive <= 2"},
    {'I', "Two prior strokes", "number of stroke >= 2 / or, read otherwise: number of stroke = 2"},
    {'I', "Had 2 strokes", "number of stroke >= 2 / or, read otherwise: number of stroke = 2"},
    {'I', "Three types of cancer", "malignant neoplasm {number \"Three\"}"},
    {'I', "Two episodes of stroke", "number of stroke >= 2 / or, read otherwise: number of stroke = 2"},
    {'E', "Two-vessel coronary disease", "coronary artery disease {\"Two-vessel\"}"},
    {'E', "Triple therapy with aspirin", "current \"Triple\" {about aspirin}"},
    {'I', "Up to one prior chemotherapy regimen is allowed", "number of chemotherapy <= 1"},
    {'I', "Prior chemotherapy up to 2 regimens is allowed", "number of chemotherapy <= 2"},
    {'I', "At least 2 of 4 criteria: fever, cough, dyspnea, fatigue",
     "at least 2 of: fever; cough; dyspnea; fatigue"},
    {'I', "2 or more of: fever, cough, dyspnea", "at least 2 of: fever; cough; dyspnea"},
    {'I', "Three out of five signs: fever, cough, dyspnea, fatigue, headache",
     "at least 3 of: fever; cough; dyspnea; fatigue; headache"},
    {'I', "At least 2 of fever, cough and dyspnea", "at least 2 of: fever; cough; dyspnea"},
    {'I', "At least one of: asthma, COPD, and cystic fibrosis",
     "asthma or chronic obstructive pulmonary disease or cystic fibrosis"},
    {'I', "At least the following scores: EASI 16, MMSE 24",
     "EASI score >= 16 and mini-mental state examination >= 24"},
    {'E', "Diabetes (> 3 years or insulin)", "diabetes mellitus and (diabetes mellitus for > 3 years or insulin)"},
};
CHECK_READINGS(numbers, so_many)

static const reading said_again_in_another_unit_cases[] = {
    {'I', "HbA1c: 7.5% - 11.0%", "HbA1c from 7.5 to 11%"},
    {'I', "HbA1c between 7.0% and 10.5% (53 and 91 mmol/mol)", "HbA1c from 7 to 10.5%"},
    {'I', "Infants 6 weeks (42 days) to 12 weeks of age", "age from 6 to 12 weeks"},
    {'E', "CKD stage >= 4 (eGFR < 30)", "estimated glomerular filtration rate < 30"},
    {'E', "ALT > 3xULN", "alanine aminotransferase > 3 x ULN"},
    {'E', "ALT three times higher than normal",
     "alanine aminotransferase >= 3 x ULN / or, read otherwise: alanine aminotransferase > 3 x ULN"},
    {'E', "Transaminases greater than 3 fold the upper limit of normal", "transaminase > 3 x ULN"},
    {'E', "< 18 or > 65 years old", "age < 18 years or age > 65 years"},
    {'I', "AHI 5 or more/hour", "apnea-hypopnea index >= 5 /h"},
    {'I', "At least one, but no more than 3 strokes", "number of stroke from 1 to 3"},
};
CHECK_READINGS(numbers, said_again_in_another_unit)

static const reading a_unit_behind_the_name_cases[] = {
    {'I', "Age (in years) between 20 and 70", "age from 20 to 70 years"},
    {'I', "Age (years): 25 to 64", "age from 25 to 64 years"},
    {'I', "Body weight (kg) from 45 to 95", "body weight from 45 to 95 kg"},
    {'E', "Creatinine level (in µmol/L) above 130", "serum creatinine > 130 umol/L"},
    {'I', "Platelet count (x10^9/L) of at least 90", "platelet count >= 90 x10^9/L"},
    /* a power of ten that is the number itself */
    {'I', "HBV DNA of at least 10^3 IU/mL", "HBV DNA >= 1000 IU/mL"},
    {'E', "HCV RNA > 10**5 IU/mL", "HCV RNA > 100000 IU/mL"},
    {'I', "HIV-1 RNA \xE2\x89\xA5 10\xE2\x81\xB4 copies/mL", "HIV viral load >= 10000 copies/mL"},
    {'I', "Neutrophils > 10^9/L", "neutrophil count > 1000000000 /L"},
    {'E', "HBV DNA between 10^3 and 10^5 copies/mL", "HBV DNA from 1000 to 100000 copies/mL"},
    {'E', "HBV DNA > 10E4 copies/mL", "HBV DNA > 10000 copies/mL / or, read otherwise: HBV DNA > 100000 copies/mL"},
    {'E', "HIV RNA above 104 copies/mL", "HIV viral load > 104 copies/mL / or, read otherwise: HIV viral load > 10000 copies/mL"},
    {'E', "HIV RNA above 100 copies/mL", "HIV viral load > 100 copies/mL"},
    {'E', "Platelets < 105 x 10^9/L", "platelet count < 105 x10^9/L"},
    {'E', "Body mass index (BMI, kg/m2) over 38", "body mass index > 38 kg/m2"},
    {'E', "Serum potassium in mmol/L < 3.2", "potassium < 3.2 mmol/L"},
    {'I', "HbA1c (%) 7.5-9.5", "HbA1c from 7.5 to 9.5%"},
    {'E', "Bilirubin (mg/dL) > 2 x ULN", "total bilirubin > 2 x ULN"},
    {'I', "Hemoglobin (g/dL) > 8 g/dL", "hemoglobin > 8 g/dL"},
    {'E', "Blood glucose (fasting) > 200 mg/dL", "glucose {\"fasting\" = fasting} > 200 mg/dL"},
};
CHECK_READINGS(numbers, a_unit_behind_the_name)

static const reading plus_signs_cases[] = {
    {'I', "Gestational age 24+0 to 27+6 weeks", "gestational age from 24 to 27.857142857142858 weeks"},
    {'I', "Gleason score 7 (3+4)", "Gleason score {\"3+4\"} = 7"},
    {'I', "Proteinuria ≥ 2+", "\"Proteinuria\" (measurement) >= 2"},
    {'E', "Proteinuria ≥ 2+, or > 1.2 g/24h", "\"Proteinuria\" (measurement) >= 2 or 24-hour urine protein > 1.2 g/day"},
    {'I', "18+ years", "age >= 18 years"},
};
CHECK_READINGS(numbers, plus_signs)

static const reading brackets_and_scales_cases[] = {
    {'I', "Pain score of at least 4 on a 0-10 numeric rating scale", "pain score >= 4"},
    {'I', "HAM-D score ≥ 20 at screening and baseline", "Hamilton depression rating scale >= 20"},
    {'I', "HDL cholesterol < 1.0 mmol/L (men), < 1.3 mmol/L (women)",
     "(HDL cholesterol < 1 mmol/L and male) or (HDL cholesterol < 1.3 mmol/L and female)"},
    {'I', "Blood pressure < 150/90 mmHg on no more than two antihypertensives",
     "systolic blood pressure < 150 mmHg and diastolic blood pressure < 90 mmHg and number of antihypertensive <= 2"},
    {'E', "Any grade ≥ 2 toxicity (CTCAE v5.0) of the treatment", "\"toxicity\" (score) {\"CTCAE\" = CTCAE grade; \"v5.0\"; \"treatment\" = treatment} >= 2"},
    {'E', "3 grade heart block", "\"heart block\" (score) {\"grade\"} = 3"},
    {'I', "Patients in the ICU > 18 years", "intensive care unit admission and age > 18 years"},
};
CHECK_READINGS(numbers, brackets_and_scales)

static const reading signs_cases[] = {
    {'I', "T-score of -2.0 or less", "bone mineral density T-score <= -2"},
    {'I', "T-score -2.0 or less at the spine", "bone mineral density T-score {\"spine\"} <= -2"},
    {'I', "RASS of -3 to +1", "Richmond agitation-sedation scale from -3 to 1"},
    {'I', "RASS between -2 and +2", "Richmond agitation-sedation scale from -2 to 2"},
    {'E', "RASS -4 or -5", "Richmond agitation-sedation scale -4 or -5"},
    {'I', "Base excess minus 6 mmol/L or lower", "base excess <= -6 mmol/L"},
    {'I', "T-score from minus 1 to minus 2", "bone mineral density T-score from -2 to -1"},
    {'I', "T-score - 2 or less", "bone mineral density T-score <= -2 / or, read otherwise: bone mineral density T-score <= 2"},
    {'I', "T-score 1-2", "bone mineral density T-score from 1 to 2"},
    {'I', "Weight -50 kg", "not understood (nothing is said of what is measured): \"Weight\" and not understood (no condition was found in these words): \"50 kg\""},
    {'I', "Glasgow coma scale - 15", "Glasgow coma scale = 15"},
    {'I', "T-score plus fracture", "not understood (nothing is said of what is measured): \"T-score\" and bone fracture"},
    {'I', "Metformin +5 mg glipizide", "metformin and glipizide {number \"5 mg\"}"},
};
CHECK_READINGS(numbers, signs)

/* what the unit counts is what is measured, where nothing else is named */
static const reading counted_in_the_unit_cases[] = {
    {'I', ">= 300 eosinophils/uL", "eosinophil count >= 300 /uL"},
    {'E', "Fewer than 50,000 platelets/uL", "platelet count < 50000 /uL"},
    {'I', "At least 15 eosinophils per high-power field", "tissue eosinophil count >= 15 /HPF"},
    {'I', "Eosinophils >= 15/hpf", "tissue eosinophil count >= 15 /HPF"},
    {'I', "Eosinophils > 300/uL", "eosinophil count > 300 /uL"},
    {'I', "> 200 cells/mm3", "not understood (a number without anything that it measures): \"> 200 cells/mm3\""},
    {'I', "Ascites with > 250 neutrophils/mm3", "ascites and not understood (a number without anything that it measures): \"> 250 neutrophils/mm3\""},
};
CHECK_READINGS(numbers, counted_in_the_unit)

/* one abbreviation for two quantities is the one whose unit it is */
static const reading one_whose_unit_it_is_cases[] = {
    {'I', "PVR > 3 Wood units", "pulmonary vascular resistance > 3 Wood units"},
    {'I', "PVR < 100 mL", "post-void residual urine volume < 100 mL"},
    {'I', "PVR > 5", "\"PVR\" > 5"},
    {'E', "Alcohol > 30 g/day", "alcohol intake > 30 g/day"},
    {'E', "Alcohol within 2 days", "\"Alcohol\" within 2 days before the index date"},
    {'E', "Oliguria < 0.5 mL/kg/h", "urine output per body weight < 0.5 mL/kg/h"},
    {'E', "Oliguria (< 400 mL/day)", "urine output < 400 mL/day"},
    {'E', "Factor VIII < 1%", "factor VIII activity < 1%"},
    {'I', "ODI >= 20%", "\"ODI\" >= 20%"},
    {'I', "ODI >= 10 events/h", "oxygen desaturation index >= 10 /h"},
    {'I', "ESS > 10", "Epworth sleepiness scale > 10"},
    {'E', "ESS > 6 months ago", "\"ESS\" more than 6 months before the index date"},
};
CHECK_READINGS(numbers, one_whose_unit_it_is)

/* a quantity named behind a second number, in whose unit it has values */
static const reading named_behind_its_number_cases[] = {
    {'I', "PaO2/FiO2 < 200 mmHg on at least 5 cmH2O PEEP",
     "PaO2/FiO2 ratio < 200 mmHg and positive end-expiratory pressure >= 5 cmH2O"},
    {'E', "SpO2 < 90% on >= 50% FiO2", "oxygen saturation < 90% and fraction of inspired oxygen >= 50%"},
    {'I', "PaO2/FiO2 < 200 mmHg with PEEP >= 5 cmH2O",
     "PaO2/FiO2 ratio < 200 mmHg and positive end-expiratory pressure >= 5 cmH2O"},
    {'I', "At least two of the four SIRS criteria", "SIRS criteria count >= 2"},
    {'I', "At least 2 SIRS criteria", "SIRS criteria count >= 2"},
    {'E', "Alcohol intake > 2 drinks per day", "alcoholic drinks > 2 drinks/day"},
    {'E', "Expected to survive less than 6 months", "life expectancy < 6 months"},
    {'I', "Expected length of stay > 48 hours", "planned hospitalization for > 48 hours"},
    {'I', "ICU length of stay of at least 3 days", "intensive care unit admission for >= 3 days"},
};
CHECK_READINGS(numbers, named_behind_its_number)

/* so many of the one and so many of the other: the comparator is said once */
static const reading a_side_of_both_cases[] = {
    {'I', "At least 6 tender joints and 6 swollen joints", "tender joint count >= 6 and swollen joint count >= 6"},
    {'I', "At least 6 tender joints and at most 3 swollen joints", "tender joint count >= 6 and swollen joint count <= 3"},
    {'I', "6 tender joints and at least 6 swollen joints", "tender joint count = 6 and swollen joint count >= 6"},
    {'I', "ECOG of at most 2 and ASA 3", "ECOG performance status <= 2 and ASA physical status = 3"},
};
CHECK_READINGS(numbers, a_side_of_both)

/* A number behind a limit that counts what stands behind it is no other end of the limit. */
static const reading limits_and_counts_cases[] = {
    {'I', "BMI <= 40 kg/m2 and >= 2 strokes", "body mass index <= 40 kg/m2 and number of stroke >= 2"},
    {'I', "BMI <= 40 kg/m2 and >= 2 prior knee surgeries", "body mass index <= 40 kg/m2 and number of knee surgery >= 2"},
    {'I', "BMI < 40 kg/m2 and at least 2 of the following: asthma, gout, stroke", "body mass index < 40 kg/m2 and (at least 2 of: asthma; gout; stroke)"},
    {'I', "Hemoglobin < 8 g/dL, and at least 2 vaso-occlusive crises", "hemoglobin < 8 g/dL and number of vaso-occlusive crisis >= 2"},
    {'I', "BMI < 40 and > 20 kg/m2", "body mass index > 20 kg/m2 and < 40 kg/m2"},
    {'I', "BMI < 40 and > 20 kgs/m2", "body mass index > 20 kg/m2 and < 40 kg/m2"},
    {'I', "Platelets < 100 and > 50 thousand/uL", "platelet count > 50 x10^3/uL and < 100 x10^3/uL"},
    {'I', "SBP <= 180 mmHg and >= 140 systolic", "systolic blood pressure from 140 to 180 mmHg"},
};
CHECK_READINGS(numbers, limits_and_counts)

/* Weeks at which somebody was born are no age of today. */
static const reading weeks_at_birth_cases[] = {
    {'I', "Infants born at term (>= 37 weeks)", "gestational age >= 37 weeks"},
    {'I', "Infants 6 to 10 weeks of age born at >= 37 weeks of gestation", "age from 6 to 10 weeks and gestational age >= 37 weeks"},
    {'I', "Infants aged 2 months born at 37 weeks or more", "(age = 2 months / or, read otherwise: age >= 2 months) and gestational age >= 37 weeks"},
    {'I', "Infants born before 32 weeks", "gestational age < 32 weeks"},
    {'I', "Infants 6 to 10 weeks of age born at term (>= 37 weeks) and weighing at least 3 kg", "age from 6 to 10 weeks and (gestational age >= 37 weeks and body weight >= 3 kg)"},
    {'I', "Born within 2 weeks before screening", "\"Born\" within 2 weeks before screening"},
};
CHECK_READINGS(numbers, weeks_at_birth)

/* How many there are to be of what follows, and how often something was measured, belong to what they stand behind. */
static const reading how_many_cases[] = {
    {'I', "Fasting glucose >= 126 mg/dL (7 mmol/L) on 2 occasions or HbA1c >= 6.5%", "any fasting glucose {number \"2\"} >= 126 mg/dL or HbA1c >= 6.5%"},
    {'I', "Temperature > 38 °C on two occasions, or > 38.5 °C once", "any body temperature {number \"two\"} > 38 °C or body temperature > 38.5 °C"},
    {'E', "Glucose > 200 mg/dL (fasting) at two visits or HbA1c > 9%", "glucose {\"fasting\" = fasting; \"visits\" = clinical encounter} > 200 mg/dL or HbA1c > 9%"},
    {'I', "Sodium < 130 mmol/L or potassium < 3 mmol/L on two occasions", "sodium {number \"two\"} < 130 mmol/L or any potassium {number \"two\"} < 3 mmol/L"},
    {'I', "At least 3 of the following 4 criteria: temperature > 38 °C; heart rate > 90/min; asthma; gout", "at least 3 of: body temperature > 38 °C; heart rate > 90 /min; asthma; gout"},
    {'I', "At least two of these four symptoms: fever, cough, dyspnea, headache", "at least 2 of: fever; cough; dyspnea; headache"},
    {'E', "Two out of the following three features: asthma, gout, lupus", "at least 2 of: asthma; gout; lupus erythematosus"},
    {'I', "At least 6 swollen joints (of 66) and at least 6 tender joints (of 68)", "swollen joint count >= 6 and tender joint count >= 6"},
    {'I', "MMSE >= 24 (out of 30)", "mini-mental state examination >= 24"},
    {'I', "MMSE >= 24 (of 12 patients)", "mini-mental state examination >= 24 and not understood (no condition was found in these words): \"MMSE >= 24 (of 12 patients)\""},
};
CHECK_READINGS(numbers, how_many)

/* So much more or less is a range where both are in one unit, and open elsewhere. */
static const reading tolerance_cases[] = {
    {'I', "Temperature 37 ± 1 °C", "body temperature from 36 to 38 °C"},
    {'I', "Age 12 months (± 1 month)", "age from 11 to 13 months"},
    {'I', "BMI of 25 kg/m2 +/- 5", "body mass index from 20 to 30 kg/m2"},
    {'I', "Infants aged 6 months (±3 weeks)", "age {number \"±3 weeks\"} = 6 months / or, read otherwise: age {number \"±3 weeks\"} >= 6 months"},
    {'I', "Weight 70 kg ± 10%", "body weight {number \"± 10%\"} <= 70 kg / or, read otherwise: body weight {number \"± 10%\"} >= 70 kg"},
    {'E', "Hemoglobin > 10 ± 1 g/dL", "hemoglobin {number \"± 1 g/dL\"} > 10"},
    {'I', "Stroke 90 days (± 7 days) before enrollment", "stroke from 97 days before to 83 days before enrollment"},
    {'I', "Metformin ± insulin", "metformin"},
};
CHECK_READINGS(numbers, tolerance)

/* A dose says what "low dose" means. */
static const reading degree_of_dose_cases[] = {
    {'I', "Low dose aspirin (<= 100 mg/day)", "aspirin at a dose <= 100 mg/day"},
    {'E', "High-dose omega-3 fatty acids > 3 g/day", "omega-3 fatty acids at a dose > 3 g/day"},
    {'I', "Low-dose prednisone (> 5 mg/day)", "low prednisone {\"dose\"} at a dose > 5 mg/day"},
    {'I', "Low-dose aspirin", "low aspirin {\"dose\"}"},
};
CHECK_READINGS(numbers, degree_of_dose)

/* Tumours have grades; of heart failure a class is another scale than a stage. */
static const reading grade_or_class_cases[] = {
    {'I', "Grade IV glioblastoma", "tumor grade 4 and glioblastoma"},
    {'I', "Glioblastoma grade IV", "tumor grade 4 and glioblastoma"},
    {'I', "Breast cancer grade 3", "tumor grade = 3 and breast cancer"},
    {'I', "Stage III breast cancer", "cancer stage 3 and breast cancer"},
    {'I', "Grade 3 or 4 astrocytoma", "tumor grade 3 or 4 and astrocytoma"},
    {'E', "Class IV congestive heart failure", "NYHA class 4 and congestive heart failure"},
    {'E', "Class III or IV heart failure", "NYHA class 3 or 4 and heart failure"},
    {'E', "Heart failure class III", "NYHA class 3"},
    {'E', "Stage C heart failure", "ACC/AHA heart failure stage 3"},
    {'E', "Neuropathy grade 3", "neuropathy grade = 3"},
    {'E', "Acute GVHD grade 2 or more", "acute GVHD grade >= 2"},
};
CHECK_READINGS(numbers, grade_or_class)

static const reading weeks_of_a_pregnancy_cases[] = {
    {'I', "Pregnancy between 12 and 40 weeks of amenorrhea", "gestational age from 12 to 40 weeks and pregnancy"},
    {'I', "Pregnant women beyond 20 weeks of amenorrhoea", "gestational age > 20 weeks and pregnancy"},
    {'E', "Born before 32 weeks of amenorrhea", "gestational age < 32 weeks"},
    {'I', "Amenorrhea for more than 6 months", "amenorrhea for > 6 months"},
    {'I', "60 weeks of amenorrhea", "amenorrhea {number \"60 weeks\"}"},
    {'E', "12 months of amenorrhea", "amenorrhea {number \"12 months\"}"},
};
CHECK_READINGS(numbers, weeks_of_a_pregnancy)

/* A condition right before the quantity that it means says no more than the limit does. */
static const reading named_by_its_condition_cases[] = {
    {'E', "Morbid obesity BMI > 40", "body mass index > 40"},
    {'E', "Severe anemia Hb < 8 g/dL", "hemoglobin < 8 g/dL"},
    {'E', "Uncontrolled hypertension SBP > 170 mmHg", "systolic blood pressure > 170 mmHg"},
    {'E', "Gout uric acid > 9 mg/dL", "uric acid {about gout} > 9 mg/dL"},
    {'E', "Hypertension with SBP > 170 mmHg", "hypertension and systolic blood pressure > 170 mmHg"},
    {'E', "No obesity BMI > 35", "not body mass index > 35"},
    {'E', "History of anemia Hb < 8 g/dL", "any hemoglobin < 8 g/dL"},
};
CHECK_READINGS(numbers, named_by_its_condition)

/* a quantity that is made of two and has no name: the number bounds neither */
static const reading ratio_of_two_cases[] = {
    {'E', "Weight (kg)/height (cm) ratio > 1", "\"Weight (kg)/height (cm) ratio\" > 1"},
    {'E', "Gout or weight to height ratio > 1 kg/cm", "(gout or \"weight to height ratio\" > 1 kg/cm) / or, read otherwise: (gout {\"> 1 kg/cm\"} or \"weight to height ratio\" > 1 kg/cm)"},
    {'E', "AST/ALT ratio > 2", "\"AST/ALT ratio\" > 2"},
    {'E', "AST/ALT > 2 x ULN", "aspartate aminotransferase > 2 x ULN or alanine aminotransferase > 2 x ULN"},
    {'E', "Waist-to-hip ratio > 1", "waist-to-hip ratio > 1"},
};
CHECK_READINGS(numbers, ratio_of_two)

/* so many in a minute; a minimum is no time */
static const reading so_many_a_minute_cases[] = {
    {'E', "Frequent ectopy (> 10 PVCs/min)", "number of premature ventricular contraction > 10 /min"},
    {'E', "> 4 seizures/min", "number of seizure > 4 /min"},
    {'I', "Weight min 40 kg", "body weight >= 40 kg"},
};
CHECK_READINGS(numbers, so_many_a_minute)
