/* What is measured, against which bound: ages, comparators, notations, multiples of a limit, grades, counts. */
#include "tests/unit/readings.h"

static const reading ages_cases[] = {
    {'I', "Age > 18", "age > 18 years"},
    {'E', "Age under 16, or over 45 years of age", "age < 16 years or age > 45 years"},
    {'E', "Younger than 18, or above 65 years", "age < 18 years or age > 65 years"},
    {'I', "Aged 18 to 65 years", "age from 18 to 65 years"},
    {'I', "Between 18 and 65 years of age", "age from 18 to 65 years"},
    {'I', "18-65 years", "age from 18 to 65 years"},
    {'I', "Age (years): 18 to 75", "age from 18 to 75 years"},
    {'I', "Aged 18 or more and under 65", "age >= 18 years and < 65 years"},
    {'I', "Older than 18 but younger than 60", "age > 18 years and < 60 years"},
    {'I', "Eighteen years or older", "age >= 18 years"},
    {'I', "Not older than 65", "age <= 65 years"},
    {'I', "Not less than 18 years", "age >= 18 years"},
    {'I', "Below the age of 18", "age < 18 years"},
    {'I', "≥18 years old, ≤75 years old", "age from 18 to 75 years"},
    {'I', "12 to less than 18 years", "age >= 12 years and < 18 years"},
    {'I', "Between 2 and 17 years, inclusive", "age from 2 to 17 years"},
    {'I', "Children aged 6 months to 9 years", "age >= 6 months and age <= 9 years"},
    {'I', "Infants < 28 days old", "age < 28 days"},
    {'E', "Age under 18 or over 75", "age < 18 years or age > 75 years"},
    {'I', "Boys aged 10 to 14", "age from 10 to 14 years and male"},
    {'I', "Adults", "\"Adults\""},
};
CHECK_READINGS(values, ages)

static const reading comparators_cases[] = {
    {'I', "BMI ≥ 30", "body mass index >= 30"},
    {'I', "BMI >/= 30", "body mass index >= 30"},
    {'I', "BMI => 30", "body mass index >= 30"},
    {'I', "BMI of at least 30", "body mass index >= 30"},
    {'I', "BMI no less than 30", "body mass index >= 30"},
    {'I', "BMI 30 or more", "body mass index >= 30"},
    {'I', "BMI of 30 or above", "body mass index >= 30"},
    {'I', "BMI greater than or equal to 30", "body mass index >= 30"},
    {'I', "BMI > 30", "body mass index > 30"},
    {'I', "BMI over 30", "body mass index > 30"},
    {'I', "BMI exceeding 30", "body mass index > 30"},
    {'I', "BMI ≤ 30", "body mass index <= 30"},
    {'I', "BMI </= 30", "body mass index <= 30"},
    {'I', "BMI up to 30", "body mass index <= 30"},
    {'I', "BMI not exceeding 30", "body mass index <= 30"},
    {'I', "BMI < 30", "body mass index < 30"},
    {'I', "BMI below 30", "body mass index < 30"},
    {'I', "BMI 18.5–30", "body mass index from 18.5 to 30"},
    {'I', "BMI from 18.5 to 30", "body mass index from 18.5 to 30"},
    {'I', "BMI between 18.5 and 30", "body mass index from 18.5 to 30"},
    {'I', "BMI above 25 but below 40", "body mass index > 25 and < 40"},
    {'E', "BMI greater than or equal to 40 or less than or equal to 18", "body mass index >= 40 or body mass index <= 18"},
    {'E', "Heart rate less than 50 or more than or equal to 110", "heart rate < 50 or heart rate >= 110"},
    {'E', "Haemoglobin less than 8, or over 18 g/dL", "hemoglobin < 8 g/dL or hemoglobin > 18 g/dL"},
    {'I', "BMI ≥ 25 and < 40 kg/m2", "body mass index >= 25 kg/m2 and < 40 kg/m2"},
};
CHECK_READINGS(values, comparators)

static const reading bounds_printed_first_cases[] = {
    {'I', "18 ≤ age ≤ 70", "age from 18 to 70 years"},
    {'I', "18 < age < 70 years", "age > 18 years and < 70 years"},
    {'I', "18 years ≤ age < 70 years", "age >= 18 years and < 70 years"},
    {'I', "30 > BMI > 18.5", "body mass index > 18.5 and < 30"},
    {'I', "7.0% ≤ HbA1c ≤ 10.0%", "HbA1c from 7 to 10%"},
    {'I', "18.5 kg/m2 < BMI", "body mass index > 18.5 kg/m2"},
};
CHECK_READINGS(values, bounds_printed_first)

static const reading outside_a_range_cases[] = {
    {'E', "BMI < 18.5 or >= 30 kg/m2", "body mass index < 18.5 kg/m2 or body mass index >= 30 kg/m2"},
    {'E', "BMI <18.5 or ≥ 30", "body mass index < 18.5 or body mass index >= 30"},
    {'E', "Age <18 and >75 years", "age > 75 years or age < 18 years"},
    {'E', "Heart rate < 50 or > 100 bpm", "heart rate < 50 /min or heart rate > 100 /min"},
    {'E', "Systolic BP <90 or >180 mmHg, diastolic BP <50 or >110 mmHg",
     "systolic blood pressure < 90 mmHg or systolic blood pressure > 180 mmHg or diastolic blood pressure < 50 mmHg or diastolic blood pressure > 110 mmHg"},
};
CHECK_READINGS(values, outside_a_range)

static const reading notations_cases[] = {
    {'I', "HbA1c 7,5% or higher", "HbA1c >= 7.5%"},
    {'I', "HbA1c 7,5 - 10,5 %", "HbA1c from 7.5 to 10.5%"},
    {'I', "Platelets ≥ 100,000/mm3", "platelet count >= 100000 /mm3"},
    {'I', "Platelets ≥ 100 000/µL", "platelet count >= 100000 /uL"},
    {'I', "Platelets between 150 000 and 450 000 /µL", "platelet count from 150000 to 450000 /uL"},
    {'I', "Platelets > 100.000/mm3", "platelet count > 100000 /mm3"},
    {'I', "Platelets > 1.500.000/mm3", "platelet count > 1500000 /mm3"},
    {'I', "Neutrophils > 1.500/mm3", "neutrophil count > 1500 /mm3"},
    {'I', "Hb > 8.500 g/dL", "hemoglobin > 8.5 g/dL"},
    {'I', "Platelets >= 100 x 10^9/L", "platelet count >= 100 x10^9/L"},
    {'I', "Platelets >= 100 x 109/L", "platelet count >= 100 x10^9/L"},
    {'I', "Platelets ≥ 100×10⁹/L", "platelet count >= 100 x10^9/L"},
    {'I', "Platelets ≥ 100 x 10E9/L", "platelet count >= 100 x10^9/L"},
    {'I', "Platelets > 100 G/L", "platelet count > 100 x10^9/L"},
    {'I', "Platelet count > 1.0 x 10(5)/uL", "platelet count > 1 x10^5/uL"},
    {'I', "ANC ≥1.5 × 10e9 /l", "neutrophil count >= 1.5 x10^9/L"},
    {'I', "WBC 4-10 x 10^3/µL", "white blood cell count from 4 to 10 x10^3/uL"},
    {'I', "CD4+ count between 200 and 500 cells/µL", "CD4 count from 200 to 500 /uL"},
    {'I', "T-score < -2.5", "bone mineral density T-score < -2.5"},
    {'I', "T-score between -1 and -2.5", "bone mineral density T-score from -2.5 to -1"},
    {'I', "Qp/Qs < 1.5:1", "pulmonary-to-systemic flow ratio < 1.5"},
    {'I', "ANA titer ≥ 1:80", "antinuclear antibody titer >= 80"},
    {'I', "Gestational age between 24 and 32 weeks", "gestational age from 24 to 32 weeks"},
};
CHECK_READINGS(values, notations)

static const reading multiples_cases[] = {
    {'I', "ALT and AST < 3 x ULN",
     "alanine aminotransferase < 3 x ULN and aspartate aminotransferase < 3 x ULN"},
    {'E', "ALT or AST > 3 x ULN", "alanine aminotransferase > 3 x ULN or aspartate aminotransferase > 3 x ULN"},
    {'I', "ALT/AST < 3 x ULN", "alanine aminotransferase < 3 x ULN and aspartate aminotransferase < 3 x ULN"},
    {'I', "Creatinine ≤ 1.5 times ULN", "serum creatinine <= 1.5 x ULN"},
    {'I', "Creatinine ≤ 1.5 x upper limit of normal or creatinine clearance ≥ 60 mL/min",
     "serum creatinine <= 1.5 x ULN or creatinine clearance >= 60 mL/min"},
    {'E', "ALT > 3 times the upper limit of normal", "alanine aminotransferase > 3 x ULN"},
    {'E', "ALT more than three times above normal", "alanine aminotransferase > 3 x ULN"},
    {'E', "Creatinine > ULN", "serum creatinine > 1 x ULN"},
    {'E', "Hemoglobin < LLN", "hemoglobin < 1 x LLN"},
    {'E', "Hemoglobin below normal", "hemoglobin < 1 x LLN"},
    {'E', "Troponin > 99th percentile URL", "troponin > 1 x ULN"},
    {'E', "Troponin > 4 x the 99th percentile URL", "troponin > 4 x ULN"},
    {'I', "Hemoglobin not below normal", "hemoglobin >= 1 x LLN"},
    {'I', "Platelets ≥ normal", "platelet count >= 1 x LLN"},
    {'I', "ALT ≤ institutional normal", "alanine aminotransferase <= 1 x ULN"},
    {'I', "Bilirubin not above normal", "total bilirubin <= 1 x ULN"},
    {'E', "Creatinine above the laboratory normal", "serum creatinine > 1 x ULN"},
    {'I', "SpO2 ≤ 92% on room air or respiratory rate > 28/min", "room air oxygen saturation <= 92% or respiratory rate > 28 /min"},
    {'I', "SpO2 ≤ 92% while breathing ambient air, or fever", "room air oxygen saturation <= 92% or fever"},
    {'E', "ALT three times ULN",
     "alanine aminotransferase <= 3 x ULN / or, read otherwise: alanine aminotransferase >= 3 x ULN"},
    {'E', "AST or ALT ≥ 3 × ULN or bilirubin ≥ 2 × ULN",
     "aspartate aminotransferase >= 3 x ULN or alanine aminotransferase >= 3 x ULN or total bilirubin >= 2 x ULN"},
    {'I', "ALT, AST and bilirubin within normal limits",
     "alanine aminotransferase {result \"normal\"} and aspartate aminotransferase {result \"normal\"} and total bilirubin {result \"normal\"}"},
};
CHECK_READINGS(values, multiples)

static const reading blood_pressure_cases[] = {
    {'E', "BP > 175/105 mmHg on two readings", "any systolic blood pressure {number \"two\"} > 175 mmHg or any diastolic blood pressure {number \"two\"} > 105 mmHg"},
    {'E', "SBP > 175 or DBP > 105 mmHg on two days", "systolic blood pressure {number \"two days\"} > 175 or diastolic blood pressure {number \"two days\"} > 105 mmHg"},
    {'E', "AST or ALT > 4 x ULN on 2 occasions", "aspartate aminotransferase {number \"2\"} > 4 x ULN or any alanine aminotransferase {number \"2\"} > 4 x ULN"},
    {'E', "Blood pressure > 140/90 mmHg",
     "systolic blood pressure > 140 mmHg or diastolic blood pressure > 90 mmHg"},
    {'I', "Blood pressure < 140/90 mmHg",
     "systolic blood pressure < 140 mmHg and diastolic blood pressure < 90 mmHg"},
    {'I', "Systolic blood pressure between 90 and 140 mmHg", "systolic blood pressure from 90 to 140 mmHg"},
    {'E', "Systolic blood pressure > 180 or diastolic > 110 mmHg",
     "systolic blood pressure > 180 or diastolic blood pressure > 110 mmHg"},
};
CHECK_READINGS(values, blood_pressure)

static const reading grades_and_scores_cases[] = {
    {'E', "Heart failure ≥ NYHA III", "NYHA class >= 3 and heart failure"},
    {'E', "> NYHA class II", "NYHA class > 2"},
    {'E', "Heart failure (more than NYHA class I)", "NYHA class > 1 and heart failure"},
    {'E', "Heart failure NYHA class IV", "NYHA class 4 and heart failure"},
    {'E', "Cirrhosis ≥ Child-Pugh B", "Child-Pugh score >= 2 and cirrhosis of liver"},
    {'E', "At least ECOG 3", "ECOG performance status >= 3"},
    {'E', "Neuropathy > CTCAE grade 1", "neuropathy grade > 1"},
    {'E', "Neuropathy of grade 2 or higher", "neuropathy grade >= 2"},
    {'I', "Grade 2 or 3 glioma", "tumor grade 2 or 3 and glioma"},
    {'I', "ECOG 0-1", "ECOG performance status from 0 to 1"},
    {'I', "ECOG 0, 1 or 2", "ECOG performance status 0, 1 or 2"},
    {'I', "ECOG ≤ 2", "ECOG performance status <= 2"},
    {'I', "Temperature > 38.5 0C",
     "body temperature > 38.5 and not understood (a number of something else): \"0C\""},
    /* nobody is in two classes of one scale at once */
    {'I', "ECOG 0, ECOG 2", "ECOG performance status = 0 or ECOG performance status = 2"},
    {'I', "Child-Pugh A. Child-Pugh B with ascites",
     "Child-Pugh score 1 or (Child-Pugh score 2 and ascites)"},
    {'I', "Age 18 to 30 years and age 60 to 75 years",
     "age from 18 to 30 years or age from 60 to 75 years"},
    {'I', "Asthma, Child-Pugh A and Child-Pugh B",
     "not understood (nobody can meet all that it seems to ask): \"Asthma, Child-Pugh A and "
     "Child-Pugh B\""},
    {'I', "ECOG 0-1, NYHA class II", "ECOG performance status from 0 to 1 and NYHA class 2"},
    {'I', "ECOG performance status of 2 or better", "ECOG performance status <= 2"},
    {'I', "ECOG performance status of 0 or 1 5. An adequate bone marrow",
     "ECOG performance status 0 or 1 and adequate \"bone marrow\""},
    {'I', "Karnofsky 70 or better", "Karnofsky performance status >= 70"},
    {'E', "NYHA class III or IV", "NYHA class 3 or 4"},
    {'E', "NYHA III-IV", "NYHA class 3 or 4"},
    /* a scale whose ends the lexicon does not have */
    {'I', "Los Angeles grade B or C", "Los Angeles esophagitis grade 2 or 3"},
    /* a year is no limit: "the ACR criteria of 1990" */
    {'I', "urine ACR 1990", "not understood (a year, and no limit): \"urine ACR 1990\""},
    {'E', "NYHA ≥ III", "NYHA class >= 3"},
    {'E', "Child-Pugh B or C", "Child-Pugh score 2 or 3"},
    {'E', "Child-Pugh class B or worse", "Child-Pugh score >= 2"},
    {'I', "Stage IIIB or IV lung cancer", "cancer stage 3.4 or 4 and lung cancer"},
    {'I', "Stage I-III colorectal cancer", "cancer stage 1, 2 or 3 and colorectal cancer"},
    {'I', "CKD stage 3", "chronic kidney disease stage 3"},
    {'I', "CKD stage 3 or 4", "CKD stage 3 or 4"},
    {'I', "Chronic kidney disease stage 3 to 5", "CKD stage from 3 to 5"},
    {'I', "ASA I or II", "ASA physical status 1 or 2"},
    {'I', "ASA I-III male and female patients aged between 18 to 80",
     "ASA physical status 1, 2 or 3 and age from 18 to 80 years"},
    {'I', "MMSE 10-26/30", "mini-mental state examination from 10 to 26"},
    {'I', "GCS < 8", "Glasgow coma scale < 8"},
};
CHECK_READINGS(values, grades_and_scores)

static const reading not_the_value_of_the_quantity_cases[] = {
    {'E', "Decrease in hemoglobin > 2 g/dL", "\"Decrease in hemoglobin\" (measurement) > 2 g/dL"},
    {'I', "Change from baseline in FEV1 > 12%", "\"Change from baseline in FEV1\" (measurement) > 12%"},
    {'I', "Fasting glucose < 7.0 mmol/l and a 2-hour glucose load ≥ 7.8 mmol/l",
     "fasting glucose < 7 mmol/L and 2-hour post-load glucose >= 7.8 mmol/L"},
    {'I', "24-hour urine protein > 1 g", "24-hour urine protein > 1 g"},
    {'I', "SpO2 < 90% on 4 L oxygen",
     "oxygen saturation {\"oxygen\"} < 90% and not understood (a number of something else): \"4 L\""},
    {'I', "Visual acuity of 20/40 or better", "visual acuity >= 0.5"},
    {'I', "HIV RNA < 50 copies/mL for at least 6 months",
     "HIV viral load {\"for at least 6 months\"} < 50 copies/mL"},
    {'I', "Peak troponin > 0.04 ng/mL", "highest troponin > 0.04 ng/mL"},
    {'I', "Lowest hemoglobin < 7 g/dL", "lowest hemoglobin < 7 g/dL"},
    {'I', "Any blood glucose > 200 mg/dL", "any glucose > 200 mg/dL"},
    {'E', "BMI outside 18.5 to 30", "body mass index < 18.5 or body mass index > 30"},
};
CHECK_READINGS(values, not_the_value_of_the_quantity)

/* A limit in a bracket behind "elevated" or "low" is one of what comes behind it, on that side. */
static const reading limit_before_cases[] = {
    {'E', "Elevated (> 2.5 x ULN) lipase", "lipase > 2.5 x ULN"},
    {'E', "Low (< 3 g/dL) albumin", "albumin < 3 g/dL"},
    {'E', "Elevated (> 2 x ULN) AST or ALT", "aspartate aminotransferase > 2 x ULN or alanine aminotransferase > 2 x ULN"},
    {'E', "Elevated (> 2 x ULN) AST, ALT, or lipase", "aspartate aminotransferase > 2 x ULN or alanine aminotransferase > 2 x ULN or lipase > 2 x ULN"},
    {'E', "High (> 170/105 mmHg) blood pressure", "systolic blood pressure > 170 mmHg or diastolic blood pressure > 105 mmHg"},
    /* on the other side */
    {'E', "Low (> 3 g/dL) albumin", "not understood (a number without anything that it measures): \"Low (> 3 g/dL) albumin\""},
    /* a grade of the first is none of the second */
    {'E', "Severe (grade 3 or 4) rash or vomiting", "\"3 or 4\" (score) 3 or 4 and (rash or vomiting)"},
};
CHECK_READINGS(values, limit_before)

/* One value is enough where it is said so, or where the past is asked for; of several at least a record says too little. */
static const reading once_was_enough_cases[] = {
    {'I', "At least one platelet count < 50 x 10^9/L in the past year", "any platelet count < 50 x10^9/L within 1 year before the index date"},
    {'I', "One or more documented potassium values > 6 mmol/L", "any potassium > 6 mmol/L"},
    {'I', "At least 1 serum sodium < 125 mmol/L", "any sodium < 125 mmol/L"},
    {'E', "QTc > 500 ms on at least one occasion", "any QTc interval > 500 ms"},
    {'E', "eGFR < 25 at least once", "any estimated glomerular filtration rate < 25"},
    {'I', "LVEF ≤ 35% at any time in the last 2 years", "any left ventricular ejection fraction <= 35% within 2 years before the index date"},
    {'E', "History of serum sodium < 120 mmol/L", "any sodium < 120 mmol/L"},
    {'E', "Prior HbA1c > 11%", "any HbA1c > 11%"},
    {'I', "No history of QTc > 500 ms", "not any QTc interval > 500 ms"},
    {'I', "At least two HbA1c values > 9% within 1 year", "any HbA1c {number \"At least two\"} > 9% within 1 year before the index date"},
    {'I', "Ferritin > 500 ng/mL on at least two occasions", "any ferritin {number \"at least two\"} > 500 ng/mL"},
    {'I', "3 or more platelet counts < 50 x 10^9/L", "any platelet count {number \"3 or more\"} < 50 x10^9/L"},
    {'I', "One platelet count < 50 x 10^9/L", "any platelet count < 50 x10^9/L"},
    {'E', "Platelet count < 50 x 10^9/L on more than one occasion", "any platelet count {number \"more than one\"} < 50 x10^9/L"},
    {'E', "Not more than two glucose values > 200 mg/dL", "any glucose {number \"Not more than two\"} > 200 mg/dL"},
    {'I', "At least two pain scores ≥ 4 within 1 week", "any pain score {number \"At least two\"} >= 4 within 1 week before the index date"},
    {'E', "History of anemia (hemoglobin < 9 g/dL)", "any hemoglobin < 9 g/dL"},
    {'E', "Anemia (hemoglobin < 9 g/dL)", "hemoglobin < 9 g/dL"},
    {'E', "History of hypotension (blood pressure < 90/50 mmHg)", "(any systolic blood pressure < 90 mmHg and any diastolic blood pressure < 50 mmHg) / or, read otherwise: (any systolic blood pressure < 90 mmHg or any diastolic blood pressure < 50 mmHg)"},
    /* a second one is asked for, too */
    {'I', "Ferritin > 300 ng/mL confirmed by a second value", "ferritin {repeated \"confirmed\"} > 300 ng/mL"},
    {'I', "Ferritin > 300 ng/mL verified on repeat measurement", "ferritin {repeated \"confirmed\"} > 300 ng/mL"},
    {'I', "LVEF < 45% confirmed by echocardiography", "left ventricular ejection fraction < 45%"},
    /* what it is of is another thing */
    {'I', "any of hemoglobin < 9 g/dL or platelets < 50 x 10^9/L", "hemoglobin < 9 g/dL or platelet count < 50 x10^9/L"},
    {'I', "At least one of: sodium < 125 mmol/L, potassium > 6 mmol/L", "sodium < 125 mmol/L or potassium > 6 mmol/L"},
    {'I', "Has a score of 24 or above on the MMSE", "mini-mental state examination >= 24"},
    {'I', "History of gout and uric acid > 8 mg/dL", "history of gout and uric acid > 8 mg/dL"},
    {'I', "At least one seizure and sodium > 125 mmol/L", "seizure and sodium > 125 mmol/L"},
    {'I', "Age of at least 18 years at any time point of screening", "age >= 18 years"},
};
CHECK_READINGS(values, once_was_enough)

static const reading counts_and_amounts_cases[] = {
    {'I', "Metformin (≥ 1200 mg/day) for at least 2 months", "metformin at a dose >= 1200 mg/day for >= 2 months"},
    {'E', "Prednisone (> 15 mg/day)", "prednisone at a dose > 15 mg/day"},
    {'E', "Digoxin (> 1.3 ng/mL)", "digoxin level > 1.3 ng/mL"},
    {'I', "Septic shock requiring norepinephrine > 0.3 ug/kg/min", "norepinephrine at a dose > 0.3 ug/kg/min and septic shock"},
    {'I', "MIC ≤ 1 mg/L to vancomycin", "vancomycin MIC <= 1 mg/L"},
    {'I', "Staphylococcus aureus isolate with vancomycin MIC ≤ 1 mg/L", "Staphylococcus aureus and vancomycin MIC <= 1 mg/L"},
    {'I', "Isolates of Candida species", "Candida"},
    {'E', "More than 3 exacerbations in the past year",
     "number of \"exacerbations\" > 3 within 1 year before the index date"},
    {'I', "At least two exacerbations in the past 12 months",
     "number of \"exacerbations\" >= 2 within 12 months before the index date"},
    {'I', "≥ 2 relapses within 24 months",
     "number of \"relapses\" >= 2 within 24 months before the index date"},
    {'I', "Two or more seizures in the last month",
     "number of seizure >= 2 within 1 month before the index date"},
    {'E', "More than one pregnancy", "number of pregnancy > 1"},
    {'E', "Prednisone > 10 mg/day", "prednisone at a dose > 10 mg/day"},
    {'E', "Prednisone more than 10 mg daily", "prednisone at a dose > 10 mg/day"},
    {'E', "Aspirin > 325 mg/day", "aspirin at a dose > 325 mg/day"},
    {'I', "Insulin > 0.5 U/kg/day", "insulin at a dose > 0.5 U/kg/day"},
    {'E', "Alcohol consumption of more than 21 drinks per week for men or 14 for women",
     "(alcoholic drinks > 21 drinks/week and male) or (alcoholic drinks > 14 drinks/week and female)"},
};
CHECK_READINGS(values, counts_and_amounts)

static const reading letters_for_sexes_cases[] = {
    {'E', "QTc > 440 ms (M) or > 460 ms (F)",
     "(QTc interval > 440 ms and male) or (QTc interval > 460 ms and female)"},
    {'E', "QTc>440(M)/>460ms(F), asthma",
     "(QTc interval > 440 ms and male) or (QTc interval > 460 ms and female) or asthma"},
    {'I', "Weight >= 45kg(F)/50kg(M)",
     "(body weight >= 45 kg and female) or (body weight >= 50 kg and male)"},
    {'I', "Hemoglobin (M > 13 g/dL, F > 12 g/dL)",
     "(hemoglobin > 13 g/dL and male) or (hemoglobin > 12 g/dL and female)"},
    {'E', "QTc > 440 ms in M or > 460 ms in F",
     "(QTc interval > 440 ms and male) or (QTc interval > 460 ms and female)"},
    {'I', "Potassium > 5 mM (M)",
     "potassium > 5 mmol/L"},
};
CHECK_READINGS(values, letters_for_sexes)

static const reading ages_in_brackets_cases[] = {
    {'I', "Hemoglobin >= 9 g/dL (< 12 years) or >= 10 g/dL (12-18 years)",
     "(age < 12 years and hemoglobin >= 9 g/dL) or (age from 12 to 18 years and hemoglobin >= 10 g/dL)"},
    {'I', "Hemoglobin > 9 g/dL (> 6 years)",
     "hemoglobin {number \"> 6 years\"} > 9 g/dL"},
    {'I', "Life expectancy >= 3 months (12 weeks)",
     "life expectancy >= 3 months"},
    {'I', "AST < 2 x ULN (< 4 x ULN if METs > 4)",
     "aspartate aminotransferase < 2 x ULN or not understood (a limit for some, who are not understood): \"(< 4 x ULN if METs > 4)\""},
    {'I', "ALT < 3 x ULN (< 5 x ULN if hepatic mets)",
     "alanine aminotransferase < 3 x ULN or (liver metastasis and alanine aminotransferase < 5 x ULN)"},
};
CHECK_READINGS(values, ages_in_brackets)

static const reading classes_with_slashes_cases[] = {
    {'I', "ASA 1/2/3",
     "ASA physical status 1, 2 or 3"},
    {'E', "Rutherford 0/1/6",
     "Rutherford class 0, 1 or 6"},
    {'E', "Grade 3/4 neuropathy",
     "neuropathy grade 3 or 4"},
    {'I', "GCS 3/15",
     "Glasgow coma scale = 3"},
};
CHECK_READINGS(values, classes_with_slashes)

static const reading doses_by_their_equivalent_cases[] = {
    {'E', "Oral steroids > 15 mg/day prednisolone equivalent",
     "oral systemic corticosteroid at a dose > 15 mg/day prednisone equivalent"},
    {'E', "Prednisone > 15 mg/day or equivalent",
     "prednisone at a dose > 15 mg/day or systemic corticosteroid at a dose > 15 mg/day prednisone equivalent"},
    {'E', "Prednisone > 15 mg/day or methotrexate",
     "prednisone at a dose > 15 mg/day or methotrexate"},
    {'E', "Systemic steroids (>= 15 mg prednisolone daily)",
     "systemic corticosteroid at a dose >= 15 mg/day prednisolone equivalent"},
    {'E', "Oral steroids at a dose of more than 15 mg of prednisolone per day",
     "oral corticosteroid at a dose > 15 mg/day prednisolone equivalent"},
    {'E', "Opioids > 40 mg morphine daily",
     "opioid at a dose > 40 mg/day morphine equivalent"},
    {'E', "Chronic corticosteroids (more than 15 mg/day of prednisone)",
     "chronic corticosteroid at a dose > 15 mg/day prednisone equivalent"},
    {'E', "Corticosteroids (prednisone > 15 mg/day)",
     "corticosteroid and (corticosteroid at a dose > 15 mg/day prednisone equivalent / or, read otherwise: prednisone at a dose > 15 mg/day)"},
    {'E', "Corticosteroids (e.g. prednisone > 15 mg/day)",
     "corticosteroid and (corticosteroid at a dose > 15 mg/day prednisone equivalent / or, read otherwise: prednisone at a dose > 15 mg/day)"},
    {'E', "Prednisone (> 15 mg/day)",
     "prednisone at a dose > 15 mg/day"},
    {'E', "Immunosuppressants (methotrexate > 15 mg weekly)",
     "immunosuppressant and (immunosuppressant at a dose > 15 mg/week methotrexate equivalent / or, read otherwise: methotrexate at a dose > 15 mg/week)"},
    {'E', "Corticosteroids > 15 mg after prednisone",
     "corticosteroid at a dose > 15 mg after prednisone"},
    {'E', "Corticosteroids and prednisone > 15 mg/day",
     "((corticosteroid or prednisone at a dose > 15 mg/day) / or, read otherwise: (corticosteroid and prednisone at a dose > 15 mg/day)) / or, read otherwise: (corticosteroid at a dose > 15 mg/day or prednisone at a dose > 15 mg/day)"},
    {'E', "Steroids > 12 mg prednisone/day, infliximab within 5 weeks", "corticosteroid at a dose > 12 mg/day prednisone equivalent or infliximab within 5 weeks before the index date"},
    {'E', "Steroids > 12 mg prednisone per day or infliximab", "corticosteroid at a dose > 12 mg/day prednisone equivalent or infliximab"},
    {'E', "Opioids > 55 mg oxycodone/24 hours, gabapentin", "opioid at a dose > 55 mg/day oxycodone equivalent or gabapentin"},
    {'E', "Steroids > 12 mg of prednisone or dexamethasone", "corticosteroid at a dose > 12 mg and (prednisone or dexamethasone)"},
    {'I', "Seizures > 3/week, or night/day reversal", "\"Seizures\" > 3 /week or \"night\" or \"day reversal\""},
};
CHECK_READINGS(values, doses_by_their_equivalent)

static const reading limits_for_those_with_a_drug_cases[] = {
    {'I', "Hemoglobin 8-10 g/dL without epoetin or 9-11 g/dL with epoetin",
     "(hemoglobin from 8 to 10 g/dL and not epoetin) or (hemoglobin from 9 to 11 g/dL and epoetin)"},
    {'I', "HbA1c 7-9% on insulin or 6.5-8.5% on metformin",
     "(HbA1c from 7 to 9% and current insulin) or (HbA1c from 6.5 to 8.5% and current metformin)"},
    {'I', "BMI >= 40 or >= 35 with diabetes",
     "body mass index >= 40 or (body mass index >= 35 and diabetes mellitus)"},
    {'I', "Hemoglobin > 9 g/dL (no transfusion <= 7 days)",
     "hemoglobin > 9 g/dL and not blood transfusion within 7 days before the index date"},
    {'E', "ALT > 3×",
     "not understood (a multiple of what is not said): \"ALT > 3\""},
    {'E', "ALT > 3× ULN",
     "alanine aminotransferase > 3 x ULN"},
};
CHECK_READINGS(values, limits_for_those_with_a_drug)

/* A limit of those who have a thing, and another one of those who lack it. */
static const reading with_one_and_without_another_cases[] = {
    {'I', "BMI 26-31 with, or > 31 without, diabetes", "(body mass index from 26 to 31 and diabetes mellitus) or (body mass index > 31 and not diabetes mellitus)"},
    {'E', "BMI 26-31 with diabetes or > 31 without", "(body mass index from 26 to 31 and diabetes mellitus) or (body mass index > 31 and not diabetes mellitus)"},
    {'I', "LDL >= 95 mg/dL without, or >= 65 mg/dL with, coronary artery disease", "LDL cholesterol >= 95 mg/dL or (LDL cholesterol >= 65 mg/dL and coronary artery disease)"},
    {'E', "ALT > 6 x ULN with liver metastases, or > 4 x ULN without liver metastases", "(alanine aminotransferase > 4 x ULN and not liver metastasis) or (alanine aminotransferase > 6 x ULN and liver metastasis)"},
    {'I', "ALT and AST <= 4 x ULN with liver metastases or <= 2 x ULN without", "(alanine aminotransferase <= 2 x ULN and aspartate aminotransferase <= 2 x ULN) or ((alanine aminotransferase <= 4 x ULN and aspartate aminotransferase <= 4 x ULN) and liver metastasis)"},
    {'I', "Blood pressure > 135/85 mmHg with, and > 145/95 mmHg without, diabetes", "systolic blood pressure > 145 mmHg or diastolic blood pressure > 95 mmHg or ((systolic blood pressure > 135 mmHg or diastolic blood pressure > 85 mmHg) and diabetes mellitus)"},
    {'I', "Age > 20 and ferritin < 90 ng/mL without, or < 190 ng/mL with, heart failure, and gout", "age > 20 years and (ferritin < 90 ng/mL or (ferritin < 190 ng/mL and heart failure)) and gout"},
    {'E', "Women with BMI >= 28 with or >= 31 without hypertension", "female and (body mass index >= 31 or (body mass index >= 28 and hypertension))"},
    {'E', "Gout, BMI >= 28 with or >= 31 without hypertension", "(gout and (body mass index >= 31 or (body mass index >= 28 and hypertension))) / or, read otherwise: (gout or (body mass index >= 31 or (body mass index >= 28 and hypertension)))"},
    {'I', "No BMI > 28 with, or > 31 without, diabetes", "not understood (two limits, and what else is said of them): \"No BMI > 28 with, or > 31 without, diabetes\""},
    {'I', "Weight > 52 kg with or without shoes", "body weight > 52 kg"},
    {'I', "FEV1 > 45% with asthma or > 55% with COPD", "(FEV1 > 45% and asthma) or (FEV1 > 55% and chronic obstructive pulmonary disease)"},
};
CHECK_READINGS(values, with_one_and_without_another)

static const reading bare_limits_for_some_cases[] = {
    {'E', "Urine protein: creatinine ratio > 2",
     "urine protein-to-creatinine ratio > 2"},
    {'I', "ALT <= 3 x ULN (5 x ULN if liver metastases)",
     "alanine aminotransferase <= 3 x ULN or (liver metastasis and alanine aminotransferase <= 5 x ULN)"},
    {'I', "Transaminases no more than 3 times the upper limit of normal (5 times if liver metastases)",
     "transaminase <= 3 x ULN or (liver metastasis and transaminase <= 5 x ULN)"},
    {'I', "Hemoglobin > 9 g/dL (8 g/dL for patients with bone metastases)",
     "hemoglobin > 9 g/dL or (bone metastasis and hemoglobin > 8 g/dL)"},
    {'I', "Platelets > 100 (75 if bone marrow involvement)",
     "platelet count > 100 or (\"bone marrow involvement\" and platelet count > 75)"},
    {'I', "QTc < 450 ms (470 ms for females)",
     "QTc interval < 450 ms or (QTc interval < 470 ms and female)"},
    {'E', "QTc > 450 ms (470 ms for females)",
     "(QTc interval > 450 ms and not female) or (QTc interval > 470 ms and female)"},
    {'I', "Hemoglobin > 9 g/dL (90 g/L)",
     "hemoglobin > 9 g/dL"},
    {'I', "HbA1c < 8% (64 mmol/mol)",
     "HbA1c < 8%"},
};
CHECK_READINGS(values, bare_limits_for_some)

/* No number is what a cancer is called after: both are asked for. */
static const reading cancers_in_brackets_cases[] = {
    {'I', "HER2-positive breast cancer (IHC 3+ or ISH amplified)", "positive HER2 and breast cancer and (\"IHC\" >= 3 or \"ISH amplified\")"},
    {'I', "Breast cancer (tumor size > 2 cm)", "breast cancer and tumor size > 2 cm"},
    {'I', "Prostate cancer (PSA > 10 ng/mL)", "prostate cancer and prostate-specific antigen > 10 ng/mL"},
    {'I', "Obesity (BMI > 30 kg/m2)", "body mass index > 30 kg/m2"},
};
CHECK_READINGS(values, cancers_in_brackets)

/* Limits in a bracket behind a condition are what it is known by: one is enough where "or" stands before the last. */
static const reading limits_that_define_cases[] = {
    {'I', "Prediabetes (fasting glucose 100-125 mg/dL, 2-h glucose 140-199 mg/dL or HbA1c 5.7-6.4%)", "fasting glucose from 100 to 125 mg/dL or 2-hour post-load glucose from 140 to 199 mg/dL or HbA1c from 5.7 to 6.4%"},
    {'I', "Hypotension (SBP < 90 mmHg, MAP < 65 mmHg or lactate > 2 mmol/L)", "systolic blood pressure < 90 mmHg or mean arterial pressure < 65 mmHg or lactate > 2 mmol/L"},
    {'I', "Asthma (FEV1 < 80%, prednisone or omalizumab)", "asthma and (FEV1 < 80% and (prednisone or omalizumab))"},
};
CHECK_READINGS(values, limits_that_define)

/* What stands before the first of two limits on one side denies the second, too. */
static const reading not_beyond_cases[] = {
    {'I', "Heart rate not above 120 or below 48 bpm", "heart rate from 48 to 120 /min"},
    {'I', "Not younger than 21 and older than 79 years", "age from 21 to 79 years"},
    {'I', "Weight no more than 130 kg or less than 41 kg", "body weight from 41 to 130 kg"},
    {'E', "Heart rate not above 120 or below 48 bpm", "(heart rate <= 120 /min or heart rate < 48 /min) / or, read otherwise: not understood (which of the limits is meant of which): \"Heart rate not above 120 or below 48 bpm\""},
    {'I', "Heart rate not above 120 and not below 48 bpm", "heart rate from 48 to 120 /min"},
    {'I', "Heart rate not above 120 or above 130 bpm", "heart rate <= 120 /min or heart rate > 130 /min"},
    {'I', "NRS < 2 or > 5: excluded", "not (pain score < 2 or pain score > 5)"},
    {'E', "At least one visit and >= 2: gout, asthma, lupus", "\"visit\" (encounter) {about clinical encounter} and (at least 2 of: gout; asthma; lupus erythematosus)"},
};
CHECK_READINGS(values, not_beyond)

/* A sign that is denied is the other one. */
static const reading denied_signs_cases[] = {
    {'I', "QTc not > 460 ms", "QTc interval <= 460 ms"},
    {'E', "Platelet count is not >= 90,000", "platelet count < 90000"},
    {'I', "Potassium not < 3.4 or > 5.6 mmol/L", "potassium from 3.4 to 5.6 mmol/L"},
    {'I', "QTc > 460 ms", "QTc interval > 460 ms"},
};
CHECK_READINGS(values, denied_signs)

/* One grade in a bracket behind two degrees is that of one of them. */
static const reading degrees_and_one_grade_cases[] = {
    {'I', "Mild or moderate hepatic impairment (Child-Pugh B)", "Child-Pugh score 2 / or, read otherwise: (mild hepatic impairment or Child-Pugh score 2)"},
    {'E', "Moderate to severe heart failure (NYHA III)", "NYHA class 3 / or, read otherwise: (heart failure and NYHA class 3) / or, read otherwise: (moderate heart failure or (NYHA class 3 / or, read otherwise: (heart failure and NYHA class 3)))"},
    {'I', "Mild or severe hepatic impairment (Child-Pugh C)", "(mild hepatic impairment or Child-Pugh score 3) / or, read otherwise: ((mild hepatic impairment or severe hepatic impairment) and Child-Pugh score 3)"},
    {'I', "Mild or moderate hepatic impairment (Child-Pugh A or B)", "Child-Pugh score 1 or 2"},
    {'E', "Moderate or severe renal impairment (eGFR < 55 mL/min)", "estimated glomerular filtration rate < 55 mL/min"},
    {'I', "Acute or chronic liver failure (Child-Pugh C)", "Child-Pugh score 3"},
    {'E', "Severe hepatic impairment (Child-Pugh C)", "Child-Pugh score 3"},
    {'E', "Hepatic impairment, moderate or severe (Child-Pugh C)", "Child-Pugh score 3 / or, read otherwise: (moderate hepatic impairment or Child-Pugh score 3)"},
    {'E', "Gout, asthma, severe (FEV1 < 51 %)", "gout or (FEV1 < 51% / or, read otherwise: (asthma and FEV1 < 51%))"},
    {'E', "Heart failure, chronic (LVEF < 41 %), gout", "(left ventricular ejection fraction < 41% / or, read otherwise: (chronic heart failure and left ventricular ejection fraction < 41%)) or gout"},
};
CHECK_READINGS(values, degrees_and_one_grade)

/* A bracket says what kind of the thing is meant, or a limit: either is enough. */
static const reading kind_or_limit_cases[] = {
    {'I', "Carotid stenosis (unilateral > 65 % or bilateral)", "carotid artery stenosis and (unilateral carotid stenosis percentage > 65% or bilateral carotid artery stenosis)"},
    {'E', "Asthma (severe or FEV1 < 55 %)", "asthma and (severe asthma or FEV1 < 55%)"},
    {'I', "Psoriasis (PASI > 11 or severe)", "psoriasis and (PASI score > 11 or severe psoriasis)"},
    {'E', "Pain (severe or > 4 months)", "pain and (severe pain or pain for > 4 months)"},
    {'E', "Pneumonia (severe, SpO2 < 91 %)", "severe pneumonia and oxygen saturation < 91%"},
    {'I', "Carotid artery stenosis (left or right > 75 %)", "carotid artery stenosis and stenosis percentage > 75%"},
    {'I', "Hyperkalemia (persistent, or potassium > 6.1 mmol/L)", "persistent hyperkalemia or potassium > 6.1 mmol/L"},
};
CHECK_READINGS(values, kind_or_limit)

/* A range that goes on where a limit ends is another limit of the same quantity, for some; a bracket before its name is of another. */
static const reading range_that_goes_on_cases[] = {
    {'I', "Ferritin < 90 ng/mL or 90-250 ng/mL if TSAT < 18 %", "ferritin < 90 ng/mL or (transferrin saturation < 18% and ferritin from 90 to 250 ng/mL)"},
    {'I', "Hb < 12.5 (women), < 13.5 (men), ferritin < 90 or 90-250 if TSAT < 18 %", "((hemoglobin < 12.5 and female) or (hemoglobin < 13.5 and male)) and (ferritin < 90 or (transferrin saturation < 18% and ferritin from 90 to 250))"},
    {'E', "BMI > 33 kg/m2, or 28-33 kg/m2 if diabetes", "body mass index > 33 kg/m2 or (diabetes mellitus and body mass index from 28 to 33 kg/m2)"},
    {'I', "Platelets > 110 x 10^9/L or 40-70 x 10^9/L if on warfarin", "platelet count > 110 x10^9/L or (current warfarin and platelet count from 40 to 70 x10^9/L)"},
    {'I', "Hb < 11.5 g/dL (women), < 12.5 g/dL (men), xyzin < 50 or 50-80 if ferritin < 35", "(((hemoglobin < 11.5 g/dL and female) or (hemoglobin < 12.5 g/dL and male)) and \"xyzin\" < 50) or not understood (a number without anything that it measures): \"50-80 if ferritin < 35\""},
    {'I', "BMI >= 41 or >= 36 kg/m2 with diabetes or gout, age < 61 years", "((body mass index >= 41 kg/m2 or (body mass index >= 36 kg/m2 and (diabetes mellitus or gout))) and age < 61 years) / or, read otherwise: (body mass index >= 41 kg/m2 or (body mass index >= 36 kg/m2 and ((diabetes mellitus or gout) and age < 61 years)))"},
    {'I', "LVEF < 36 %, or 36-41 % with NYHA III, QRS > 132 ms", "((left ventricular ejection fraction < 36% or (left ventricular ejection fraction from 36 to 41% and NYHA class 3)) and QRS duration > 132 ms) / or, read otherwise: (left ventricular ejection fraction < 36% or (left ventricular ejection fraction from 36 to 41% and NYHA class 3 and QRS duration > 132 ms))"},
    {'I', "BMI >= 41 or >= 36 kg/m2 with diabetes, asthma or gout", "body mass index >= 41 kg/m2 or (body mass index >= 36 kg/m2 and (diabetes mellitus or asthma or gout))"},
};
CHECK_READINGS(values, range_that_goes_on)

/* A class behind a comma and "or", with more said of it, is not the last of the list. */
static const reading classes_for_some_cases[] = {
    {'I', "At least 5 swollen and 5 tender joints", "number of \"swollen\" >= 5 and tender joint count >= 5"},
    {'E', "Child-Pugh B or C, or A with ascites", "Child-Pugh score 2 or 3 or (Child-Pugh score 1 and ascites)"},
    {'E', "NYHA III or IV, or II with angina", "NYHA class 3 or 4 or (NYHA class 2 and angina pectoris)"},
    {'I', "ECOG 0 or 1, or 2 with bone pain", "ECOG performance status 0 or 1 or (ECOG performance status = 2 and pain {\"bone\"})"},
    {'E', "Cirrhosis Child-Pugh B or C, or A with ascites", "(Child-Pugh score 2 or 3 and cirrhosis of liver) or (Child-Pugh score 1 and cirrhosis of liver and ascites)"},
    {'E', "NYHA class II, III or IV", "NYHA class 2, 3 or 4"},
    {'E', "NYHA class II, III, or IV with angina", "NYHA class 2, 3 or 4 and angina pectoris"},
};
CHECK_READINGS(values, classes_for_some)
