/* What stands behind a list, beside another exception or limit, or is counted: of which it is meant. Where the words leave it
 * open, both readings are kept. */
#include "tests/unit/readings.h"

static const reading ages_and_times_behind_cases[] = {
    {'E', "Pregnancy or lactation period", "pregnancy or lactation"},
    {'I', "Asthma or COPD aged over 45 years", "((asthma or chronic obstructive pulmonary disease) and age > 45 years) / or, read otherwise: (asthma or (chronic obstructive pulmonary disease and age > 45 years))"},
    {'I', "Gout or psoriasis, aged 20 to 60 years", "(gout or psoriasis) and age from 20 to 60 years"},
    {'E', "Smokers or asthmatics aged over 70 years", "((current smoker or asthma) and age > 70 years) / or, read otherwise: (current smoker or (asthma and age > 70 years))"},
    {'I', "Neck pain with or without headache for at least 6 weeks", "neck pain for >= 6 weeks"},
    {'I', "Taking metformin with or without insulin for 3 months", "current metformin for >= 3 months"},
    {'I', "Gout with or without tophi before surgery", "gout before \"surgery\""},
    {'E', "Pregnancy, lactation or who have used aspirin in the last 2 weeks", "(pregnancy or lactation or history of aspirin within 2 weeks before the index date) / or, read otherwise: (pregnancy within 2 weeks before the index date or lactation within 2 weeks before the index date or history of aspirin within 2 weeks before the index date)"},
    {'E', "Pneumonia, and no antibiotics for more than 3 days", "pneumonia and not (antibiotic within 3 days before the index date / or, read otherwise: antibiotic for > 3 days)"},
    {'I', "Surfactant in the first 12 hours of life", "surfactant within 12 hours after \"birth\""},
    {'I', "Weight loss > 10 % (or 8 kg) in the last 6 months", "(percent weight loss > 10% or weight loss > 8 kg within 6 months before the index date) / or, read otherwise: (percent weight loss > 10% within 6 months before the index date or weight loss > 8 kg within 6 months before the index date)"},
    {'I', "Men > 20 drinks/week, women > 10 drinks/week in the last 30 days", "((alcoholic drinks > 20 drinks/week and male) or (alcoholic drinks > 10 drinks/week within 30 days before the index date and female)) / or, read otherwise: ((alcoholic drinks > 20 drinks/week within 30 days before the index date and male) or (alcoholic drinks > 10 drinks/week within 30 days before the index date and female))"},
};
CHECK_READINGS(ends, ages_and_times_behind)

static const reading names_and_places_behind_cases[] = {
    {'E', "Asthma or bronchitis exacerbation", "(asthma or \"bronchitis exacerbation\" {about bronchitis}) / or, read otherwise: (asthma {\"exacerbation\"} or \"bronchitis exacerbation\" {about bronchitis})"},
    {'E', "Anorexia or bulimia nervosa", "anorexia nervosa or bulimia nervosa"},
    {'E', "Gout or psoriasis flare", "(gout or \"psoriasis flare\" {about psoriasis}) / or, read otherwise: (gout {\"flare\"} or \"psoriasis flare\" {about psoriasis})"},
    {'E', "Metastatic or recurrent breast cancer", "metastatic breast cancer or recurrent breast cancer"},
    {'E', "Pacemaker or clip incompatible with MRI", "(cardiac pacemaker or \"clip incompatible\" {about magnetic resonance imaging}) / or, read otherwise: (cardiac pacemaker {\"incompatible with MRI\"} or \"clip incompatible\" {about magnetic resonance imaging})"},
    {'E', "IOP > 25 mmHg or cataract in the study eye", "(intraocular pressure > 25 mmHg or cataract {\"study\"; \"eye\"}) / or, read otherwise: (intraocular pressure {\"study\"} > 25 mmHg or cataract {\"study\"; \"eye\"})"},
    {'E', "Aspirin or clopidogrel > 100 mg/day", "(aspirin or clopidogrel at a dose > 100 mg/day) / or, read otherwise: (aspirin at a dose > 100 mg/day or clopidogrel at a dose > 100 mg/day)"},
    {'E', "SBP > 170 or DBP > 100 mmHg despite treatment, gout", "((systolic blood pressure > 170 or diastolic blood pressure > 100 mmHg) and \"despite treatment\") or gout"},
};
CHECK_READINGS(ends, names_and_places_behind)

static const reading beside_each_other_cases[] = {
    {'E', "Cancer other than basal cell carcinoma, with the exception of breast cancer", "malignant neoplasm, except (basal cell carcinoma or breast cancer)"},
    {'E', "Cancer other than skin cancer, except melanoma", "(malignant neoplasm, except (skin cancer or malignant melanoma)) / or, read otherwise: (malignant neoplasm, except (skin cancer, except malignant melanoma))"},
    {'I', "At least 18 teeth, excluding crowns, with probing depth > 4 mm", "(((if not \"crowns\", then number of \"teeth\" >= 18) / or, read otherwise: (number of \"teeth\" >= 18, except \"crowns\")) and probing depth > 4 mm) / or, read otherwise: (if not (\"crowns\" and probing depth > 4 mm), then number of \"teeth\" >= 18) / or, read otherwise: (number of \"teeth\" >= 18, except (\"crowns\" and probing depth > 4 mm))"},
    {'I', "Asthma or COPD, FEV1 > 45%", "(asthma or chronic obstructive pulmonary disease) and FEV1 > 45%"},
    {'I', "Heart failure, LVEF > 30%, on digoxin or not on digoxin", "heart failure and (left ventricular ejection fraction > 30% and (current digoxin or not current digoxin))"},
    {'E', "Non-smoker, or living in an institution", "non-smoker or living in an institution"},
    {'I', "BMI between 20 and 26, BMI up to 29 is allowed if asthma", "body mass index from 20 to 26 or (body mass index from 20 to 29 and asthma)"},
    {'I', "Adults with obesity (BMI between 32 and 42; BMI up to 48 is allowed if under 50 years)", "body mass index from 32 to 42 or (body mass index from 32 to 48 and age < 50 years)"},
    {'I', "Age >= 18 (>= 20 in Japan)", "(age >= 18 years and not not understood (a limit for some, who are not understood): \"(>= 20 in Japan)\") or age >= 20 years"},
    {'E', "Age < 18 (< 20 in Japan)", "age < 18 years or (age < 20 years and not understood (a limit for some, who are not understood): \"(< 20 in Japan)\")"},
    {'I', "HbA1c 7 to 9 % for patients on insulin, or 8 to 10 % for those on metformin", "(current insulin and HbA1c from 7 to 9%) or (current metformin and HbA1c from 8 to 10%)"},
    {'I', "Women with gout at 12 to 20 weeks: haemoglobin > 9 g/dL", "((female and gout for from 12 to 20 weeks) and hemoglobin > 9 g/dL) / or, read otherwise: (if (female and gout for from 12 to 20 weeks), then hemoglobin > 9 g/dL)"},
};
CHECK_READINGS(ends, beside_each_other)

static const reading so_many_of_cases[] = {
    {'I', "At least two of: asthma or COPD, gout, epilepsy", "at least 2 of: (asthma or chronic obstructive pulmonary disease); gout; epilepsy"},
    {'I', "At least two of: asthma, COPD or gout", "at least 2 of: asthma; chronic obstructive pulmonary disease; gout"},
    {'I', "At least two of: asthma or COPD, gout, stroke or epilepsy", "(at least 2 of: (asthma or chronic obstructive pulmonary disease); gout; (stroke or epilepsy)) / or, read otherwise: (at least 2 of: (asthma or chronic obstructive pulmonary disease); gout; stroke; epilepsy)"},
    {'I', "At least two of: asthma with eczema, gout", "at least 2 of: (asthma and dermatitis); gout"},
    {'I', "Two out of three: asthma, gout", "not understood (not as many as the text counts): \"asthma, gout\""},
    {'I', "2 of the 3: asthma, gout, stroke", "at least 2 of: asthma; gout; stroke"},
    {'I', "Age over 30 years and a score of 3 or more on at least two of the following: delusions, hallucinations", "age > 30 years and not understood (a limit for so many of a list): \"a score of 3 or more on at least two of the following: delusions, hallucinations\""},
};
CHECK_READINGS(ends, so_many_of)

static const reading two_limits_cases[] = {
    {'I', "ASA 1/2", "ASA physical status 1 or 2"},
    {'I', "ECOG 0/1", "ECOG performance status 0 or 1"},
    {'I', "Kellgren-Lawrence grade 3/4", "Kellgren-Lawrence grade 3 or 4"},
    {'E', "Blood pressure outside 95-145 mmHg systolic or 55-95 mmHg diastolic", "systolic blood pressure < 95 mmHg or systolic blood pressure > 145 mmHg or (diastolic blood pressure < 55 mmHg or diastolic blood pressure > 95 mmHg)"},
    {'E', "Heart rate outside 50-100 bpm or BMI 30-40 kg/m2", "heart rate < 50 /min or heart rate > 100 /min or not understood (more is said at once than is read as one clause): \"BMI 30-40 kg/m2\""},
    {'E', "QTcB or QTcF > 450 ms (males) or > 470 ms (females)", "not understood (more is said at once than is read as one clause): \"QTcB\" or (QTcF interval > 450 ms and male) or (QTcF interval > 470 ms and female)"},
    {'E', "BP > 140/90 mmHg before 20 weeks", "systolic blood pressure {number \"before 20 weeks\"} > 140 mmHg or diastolic blood pressure {number \"before 20 weeks\"} > 90 mmHg"},
    {'I', "Cervical length < 30 mm between 16+0 and 24+0 weeks, no fever", "cervical length {number \"16+0 and 24+0 weeks\"} < 30 mm and not fever"},
    {'I', "BMI 19 to 24 or 31 to 36 kg/m2", "body mass index from 19 to 24 kg/m2 or body mass index from 31 to 36 kg/m2"},
};
CHECK_READINGS(ends, two_limits)

static const reading names_of_their_own_cases[] = {
    {'I', "Base deficit > 12 mmol/L", "base deficit > 12 mmol/L"},
    {'E', "Flexion contracture > 15 degrees", "\"contracture\" {\"Flexion\"} > 15 deg"},
    {'I', "ODI > 30 %", "\"ODI\" > 30%"},
    {'E', "Fetal weight > 4200 g", "estimated fetal weight > 4200 g"},
    {'E', "Intravenous bisphosphonate", "intravenous bisphosphonate"},
};
CHECK_READINGS(ends, names_of_their_own)

static const reading beside_or_of_it_cases[] = {
    {'I', "Taking metformin alone or in combination with insulin", "current \"metformin alone\" (medication) {about metformin} or (current metformin and current insulin)"},
    {'I', "Metformin (alone or in combination with insulin)", "metformin {\"(alone or in combination with insulin)\"}"},
    {'I', "Metformin, either alone or with insulin", "metformin {\"alone\"} or (metformin and insulin)"},
    {'E', "Infants whose mother has taken aspirin or who is HIV positive", "(history of \"mother\" {about aspirin} or human immunodeficiency virus infection (family) {relative \"mother\"}) / or, read otherwise: (history of \"mother\" {about aspirin} or human immunodeficiency virus infection)"},
    {'E', "Surgery, i.e. appendectomy, within 2 months", "appendectomy within 2 months before the index date"},
    {'E', "Infection, i.e. HIV or hepatitis C", "human immunodeficiency virus infection or hepatitis c"},
    {'I', "Older than 30 years at diagnosis of gout", "confirmed gout and \"diagnosis of\" > 30 years"},
    {'I', "Aged 20 to 50 years at onset", "age {time \"at onset\"} from 20 to 50 years"},
    {'I', "Age over 30 years at the time of screening", "age > 30 years"},
    {'I', "Those included were smokers, asthmatics and diabetics", "(current smoker and asthma and diabetes mellitus) / or, read otherwise: (current smoker or asthma or diabetes mellitus)"},
    {'I', "Both obese and hypertensive patients", "(obesity and hypertension) / or, read otherwise: (obesity or hypertension)"},
    {'I', "Both gout and asthma", "gout and asthma"},
    {'E', "Personal or family history of gout, asthma", "history of gout or gout (family) or (history of asthma or asthma (family))"},
    {'E', "Treatment with methotrexate, ciclosporin or alemtuzumab ever", "(current methotrexate or current ciclosporin or history of alemtuzumab) / or, read otherwise: (history of methotrexate or history of ciclosporin or history of alemtuzumab)"},
    {'E', "Current gout or asthma in the past", "current gout or history of asthma"},
    {'E', "Phototherapy or systemics within 3 weeks, biologics within 2 months", "phototherapy within 3 weeks before the index date or \"systemics\" within 3 weeks before the index date or biologic agent within 2 months before the index date"},
    {'I', "COPD GOLD II-III, >= 15 pack years", "GOLD stage 2 or 3 and chronic obstructive pulmonary disease and pack-years >= 15 pack-years"},
    {'E', "Haemoglobin < 9 g/dL before surgery", "hemoglobin < 9 g/dL before \"surgery\""},
    {'E', "Pain score > 5 before the stroke, gout", "pain score > 5 before stroke or gout"},
    {'E', "Oral steroids, lung disease other than asthma, or gout", "oral corticosteroid or (lung disease, except asthma) or gout"},
    {'E', "Alcohol dependence other than nicotine use within a year", "alcohol dependence within 1 year before the index date, except nicotine use within 1 year before the index date"},
    {'E', "Insulin use except during hospitalization", "insulin, except not understood (an exception that is not understood): \"hospitalization\""},
    {'E', "Antidepressants within 3 weeks (fluoxetine 6 weeks)", "antidepressant within 3 weeks before the index date or not understood (another time for some of them): \"(fluoxetine 6 weeks)\""},
    {'E', "Fever > 38.5 °C axillary or gout", "body temperature {\"axillary\"} > 38.5 °C or gout"},
    {'E', "More than one seizure or syncope within a year", "(number of seizure > 1 or syncope within 1 year before the index date) / or, read otherwise: (number of seizure > 1 within 1 year before the index date or number of syncope > 1 within 1 year before the index date)"},
    {'E', "Gout, asthma, UVA/UVB within 3 weeks", "(gout or asthma or \"UVA\" within 3 weeks before the index date or \"UVB\" within 3 weeks before the index date) / or, read otherwise: (gout within 3 weeks before the index date or asthma within 3 weeks before the index date or \"UVA\" within 3 weeks before the index date or \"UVB\" within 3 weeks before the index date)"},
    {'I', "Fasting glucose 100-125 mg/dl or HbA1c 5.7-6.4 %, BMI > 26", "(fasting glucose from 100 to 125 mg/dL or HbA1c from 5.7 to 6.4%) and body mass index > 26"},
    {'I', "Graves disease, CAS < 4", "Graves' disease and \"CAS\" < 4"},
    {'I', "Two or more miscarriages before 12 weeks", "number of spontaneous abortion {number \"before 12 weeks\"} >= 2"},
    {'E', "Cancer except skin cancer, gout", "(malignant neoplasm, except (skin cancer or gout (as a kind))) / or, read otherwise: ((malignant neoplasm, except skin cancer) or gout)"},
    {'E', "Malignancy except basal cell carcinoma or cervical carcinoma in situ", "malignant neoplasm, except (basal cell carcinoma or cervical carcinoma in situ)"},
    {'E', "Psoriasis, except in patients with hepatitis B or gout", "psoriasis, except (hepatitis b or gout)"},
    {'I', "At least 2 relapses or a lesion", "number of \"relapses\" >= 2 or \"lesion\" {about lesion}"},
};
CHECK_READINGS(ends, beside_or_of_it)

/* Another limit of the same quantity for some, in a sentence that begins with them. */
static const reading limit_of_some_behind_a_sign_cases[] = {
    {'I', "Weight > 45 kg; if under 16 years, > 25 kg",
     "body weight > 45 kg or (age < 16 years and body weight > 25 kg)"},
    {'I', "Hemoglobin >= 11 g/dL. If female, >= 10 g/dL",
     "hemoglobin >= 11 g/dL or (female and hemoglobin >= 10 g/dL)"},
    {'I', "Creatinine < 1.6 mg/dL; if diabetic, < 1.3 mg/dL",
     "(serum creatinine < 1.6 mg/dL and not diabetes mellitus) or (diabetes mellitus and serum creatinine < 1.3 mg/dL)"},
    {'I', "ANC > 1800/mm3; in patients with HIV infection, > 1200/mm3",
     "neutrophil count > 1800 /mm3 or (human immunodeficiency virus infection and neutrophil count > 1200 /mm3)"},
    {'I', "QTc < 440 ms; < 460 ms if female",
     "QTc interval < 440 ms or (female and QTc interval < 460 ms)"},
    {'E', "QTc > 440 ms; > 460 ms if female",
     "(QTc interval > 440 ms and not female) or (female and QTc interval > 460 ms)"},
    {'E', "BMI > 36 kg/m2; if diabetic, > 31 kg/m2",
     "body mass index > 36 kg/m2 or (diabetes mellitus and body mass index > 31 kg/m2)"},
    {'I', "Hemoglobin > 11 g/dL for women; > 13 g/dL for men",
     "(hemoglobin > 11 g/dL and female) or (hemoglobin > 13 g/dL and male)"},
    {'I', "Weight > 45 kg; if under 16 years, informed assent",
     "body weight > 45 kg and (if age < 16 years, then for a person to judge (consent): \"informed assent\")"},
    {'I', "BMI > 31 kg/m2; if diabetic, HbA1c > 8%",
     "body mass index > 31 kg/m2 and (if diabetes mellitus, then HbA1c > 8%)"},
    {'I', "Creatinine <= 1.6 mg/dL; <= 2.1 mg/dL in patients with kidney cancer",
     "serum creatinine <= 1.6 mg/dL or (kidney cancer and serum creatinine <= 2.1 mg/dL)"},
    {'I', "Bilirubin <= 1.6 x ULN; for patients with Gilbert's syndrome <= 3.5 x ULN",
     "total bilirubin <= 1.6 x ULN or (Gilbert's syndrome and total bilirubin <= 3.5 x ULN)"},
    {'I', "Bilirubin <= 1.6 x ULN; patients with Gilbert's syndrome: <= 3.5 x ULN",
     "total bilirubin <= 1.6 x ULN or (Gilbert's syndrome and total bilirubin <= 3.5 x ULN)"},
    {'I', "ALT <= 2.4 x ULN; with liver metastases <= 4.8 x ULN",
     "alanine aminotransferase <= 2.4 x ULN or (liver metastasis and alanine aminotransferase <= 4.8 x ULN)"},
    {'E', "ALT > 2.4 x ULN; with liver metastases > 4.8 x ULN",
     "(alanine aminotransferase > 2.4 x ULN and not liver metastasis) or (liver metastasis and alanine aminotransferase > 4.8 x ULN)"},
    {'I', "Age 18 to 70 years; up to 78 years if ECOG 0",
     "age from 18 to 70 years or (ECOG performance status = 0 and age from 18 to 78 years)"},
    {'I', "Age 18-70; if ECOG 0, up to 78 years",
     "age from 18 to 70 years or (ECOG performance status = 0 and age from 18 to 78 years)"},
    {'I', "Systolic BP > 145 mmHg; with antihypertensives > 135 mmHg",
     "systolic blood pressure > 145 mmHg or (antihypertensive and systolic blood pressure > 135 mmHg)"},
    {'I', "Hemoglobin > 8 g/dL; with ESR > 25 mm/h",
     "hemoglobin > 8 g/dL and erythrocyte sedimentation rate > 25 mm/h"},
    {'I', "HbA1c > 7.5%; with metformin > 1500 mg",
     "HbA1c > 7.5% and metformin at a dose > 1500 mg"},
    {'I', "Gout; with psoriasis > 6 years",
     "gout and psoriasis for > 6 years"},
    {'I', "Glucose < 210 mg/dL; those on steroids < 240 mg/dL",
     "glucose < 210 mg/dL or (current corticosteroid and glucose < 240 mg/dL)"},
    {'I', "Weight > 35 kg; children under 12 years: > 20 kg",
     "body weight > 35 kg or (age < 12 years and body weight > 20 kg)"},
    {'I', "Hb > 10.5 g/dL; women > 9.5 g/dL",
     "hemoglobin > 10.5 g/dL or (female and hemoglobin > 9.5 g/dL)"},
    {'E', "Hb < 10.5 g/dL; women < 9.5 g/dL",
     "(hemoglobin < 10.5 g/dL and not female) or (female and hemoglobin < 9.5 g/dL)"},
    {'I', "Age > 52 years; women > 62 years",
     "(age > 52 years and not female) or (female and age > 62 years)"},
    {'I', "Ferritin > 110 ng/mL; men",
     "ferritin > 110 ng/mL and male"},
};
CHECK_READINGS(ends, limit_of_some_behind_a_sign)

/* A limit in a bracket behind the last of several places of one thing: of the thing in all of them, or in the last alone. */
static const reading places_with_a_limit_cases[] = {
    {'I', "Osteoarthritis of the hip or knee (KL grade 3-4)", "(osteoarthritis of hip or (Kellgren-Lawrence grade from 3 to 4 and osteoarthritis of knee)) / or, read otherwise: ((osteoarthritis of hip or osteoarthritis of knee) and Kellgren-Lawrence grade from 3 to 4)"},
    {'E', "Pain in the neck or back (VAS > 4)", "(neck pain or (pain score > 4 and back pain)) / or, read otherwise: ((neck pain or back pain) and pain score > 4)"},
    {'I', "Fracture of the arm or leg (NRS > 4)", "(bone fracture {\"arm\"} or (pain score > 4 and bone fracture {\"leg\"})) / or, read otherwise: ((bone fracture {\"arm\"} or bone fracture {\"leg\"}) and pain score > 4)"},
    {'I', "Arthritis of the wrist, hand or ankle (VAS >= 5)", "(arthritis {\"wrist\"} or arthritis {\"hand\"} or (pain score >= 5 and arthritis {\"ankle\"})) / or, read otherwise: ((arthritis {\"wrist\"} or arthritis {\"hand\"} or arthritis {\"ankle\"}) and pain score >= 5)"},
    {'I', "Asthma or thingummy syndrome (FEV1 < 60 %)", "(asthma or FEV1 < 60%) / or, read otherwise: ((asthma or \"thingummy syndrome\") and FEV1 < 60%)"},
    /* one place, and no place */
    {'I', "Pain in the back (VAS > 4)", "pain score > 4 and back pain"},
    {'I', "Osteoarthritis of the knee (KL grade 3-4) or hip", "(Kellgren-Lawrence grade from 3 to 4 and osteoarthritis of knee) or osteoarthritis of hip"},
    {'I', "Anemia or thrombocytopenia (platelets < 50 x 10^9/L)", "anemia or platelet count < 50 x10^9/L"},
};
CHECK_READINGS(ends, places_with_a_limit)

/* a condition with a length of time, and others behind its comma: one list, or the others beside it */
static const reading lasts_before_comma_cases[] = {
    {'I', "Asthma > 2 years, COPD or gout", "(asthma for > 2 years and (chronic obstructive pulmonary disease or gout)) / or, read otherwise: (asthma for > 2 years or chronic obstructive pulmonary disease or gout)"},
    {'I', "Asthma for more than 2 years, COPD or gout", "asthma for > 2 years or chronic obstructive pulmonary disease or gout"},
    {'I', "Asthma > 2 years, non-smoker or ex-smoker", "(asthma for > 2 years and (non-smoker or former smoker)) / or, read otherwise: (asthma for > 2 years or non-smoker or former smoker)"},
    {'I', "HbA1c > 7 %, asthma or gout", "HbA1c > 7% and (asthma or gout)"},
    {'E', "Spine surgery ever, or epidural injection < 3 months", "(history of spine surgery or epidural injection within less than 3 months before the index date) / or, read otherwise: (history of spine surgery within less than 3 months before the index date or epidural injection within less than 3 months before the index date)"},
    {'E', "Spine surgery or epidural injection < 3 months", "spine surgery within less than 3 months before the index date or epidural injection within less than 3 months before the index date"},
};
CHECK_READINGS(ends, lasts_before_comma)
/* A limit for those with something: beside it, or of those alone; the narrower one is for them, and the other for the rest. */
static const reading limits_in_the_ill_cases[] = {
    {'I', "LDL < 90 mg/dL in patients with gout", "(LDL cholesterol < 90 mg/dL and gout) / or, read otherwise: (if gout, then LDL cholesterol < 90 mg/dL)"},
    {'I', "HbA1c < 9% in diabetic patients", "(HbA1c < 9% and diabetes mellitus) / or, read otherwise: (if diabetes mellitus, then HbA1c < 9%)"},
    {'E', "HbA1c > 9% in diabetic patients", "HbA1c > 9% and diabetes mellitus"},
    {'I', "SBP < 145 mmHg, or < 135 mmHg in patients with gout", "(systolic blood pressure < 145 mmHg and not gout) or (systolic blood pressure < 135 mmHg and gout)"},
    {'I', "SBP < 145 mmHg, or < 155 mmHg in patients with gout", "systolic blood pressure < 145 mmHg or (systolic blood pressure < 155 mmHg and gout)"},
    {'I', "Blood pressure < 145/95 mmHg (< 135/85 mmHg in patients with gout)", "((systolic blood pressure < 145 mmHg and diastolic blood pressure < 95 mmHg) and not gout) or (systolic blood pressure < 135 mmHg and diastolic blood pressure < 85 mmHg and gout)"},
    {'I', "Blood pressure < 145/95 mmHg, or < 135/85 mmHg in diabetic patients", "((systolic blood pressure < 145 mmHg and diastolic blood pressure < 95 mmHg) and not diabetes mellitus) or (systolic blood pressure < 135 mmHg and diastolic blood pressure < 85 mmHg and diabetes mellitus)"},
    {'E', "Neuropathy in diabetic patients", "diabetic neuropathy"},
    {'I', "Hemoglobin > 9 g/dL in women", "(hemoglobin > 9 g/dL and female) / or, read otherwise: (if female, then hemoglobin > 9 g/dL)"},
};
CHECK_READINGS(ends, limits_in_the_ill)

/* a limit, and another one for some, whose name stands there again */
static const reading limit_named_again_cases[] = {
    {'E', "QTc > 450 ms or QTc > 480 ms in subjects with bundle branch block", "(QTc interval > 450 ms and not bundle branch block) or (bundle branch block and QTc interval > 480 ms)"},
    {'I', "QTc < 450 ms or QTc < 480 ms in subjects with bundle branch block", "QTc interval < 450 ms or (bundle branch block and QTc interval < 480 ms)"},
    {'E', "Hemoglobin < 10 g/dL or hemoglobin > 16 g/dL in patients with COPD", "hemoglobin < 10 g/dL or (hemoglobin > 16 g/dL and chronic obstructive pulmonary disease)"},
    {'E', "ALT > 3 x ULN or bilirubin > 2 x ULN in patients with gout", "((alanine aminotransferase > 3 x ULN or total bilirubin > 2 x ULN) and gout) / or, read otherwise: (alanine aminotransferase > 3 x ULN or (total bilirubin > 2 x ULN and gout))"},
};
CHECK_READINGS(ends, limit_named_again)
