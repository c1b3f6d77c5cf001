/* Lines that differ from plain ones by a word or two: what is added is said of what it stands at, and never lost. */
#include "tests/unit/readings.h"

/* What stands behind the point of the study that a time is counted from is not of that point. */
static const reading behind_a_point_cases[] = {
    {'E', "Cancer within 5 years before study enrollment suggestive of gout",
     "malignant neoplasm {\"suggestive\"; about gout} within 5 years before enrollment"},
    {'E', "Rituximab within 4 weeks before screening to treat malaria",
     "rituximab {about malaria} within 4 weeks before screening"},
    {'E', "Fracture in the 6 months prior to the study with stiff features",
     "bone fracture within 6 months before study entry and \"stiff features\""},
    {'E', "Aspirin within 30 days before the first dose of study medication", "aspirin within 30 days before treatment start"},
    {'E', "Aspirin within 30 days before the start of treatment with study drug", "aspirin within 30 days before treatment start"},
    {'E', "Aspirin within 30 days before randomization to treatment", "aspirin within 30 days before randomization"},
    {'E', "Aspirin within 30 days before the screening visit of the trial", "aspirin within 30 days before screening"},
};
CHECK_READINGS(nearly, behind_a_point)

/* What is planned, or was, may be of that item alone, in the middle of a list or before a state. */
static const reading tense_of_one_cases[] = {
    {'E', "Gout, history of asthma, or anemia",
     "(gout or history of asthma or history of anemia) / or, read otherwise: (gout or history of asthma or anemia)"},
    {'E', "History of asthma, gout, or anemia", "history of asthma or history of gout or history of anemia"},
    {'E', "History of gout, history of asthma or anemia", "history of gout or history of asthma or history of anemia"},
    {'E', "Planned surgery or gout", "planned surgery or gout"},
    {'E', "Planned surgery or chemotherapy", "planned surgery or planned chemotherapy"},
    {'E', "Planned surgery for asthma or gout", "planned surgery {about asthma} or planned surgery {about gout}"},
    {'E', "Sepsis in progress", "current sepsis"},
    {'E', "History of gout in the last 6 months or sepsis in progress", "history of gout within 6 months before the index date or current sepsis"},
};
CHECK_READINGS(nearly, tense_of_one)

/* An item with a verb of its own has its time for itself, or it is that of all. */
static const reading time_of_one_cases[] = {
    {'E', "Prior transplant or received a live vaccine within 30 days",
     "(history of transplantation or history of live vaccine within 30 days before the index date) / or, read otherwise: "
     "(history of transplantation within 30 days before the index date or history of live vaccine within 30 days before the index date)"},
    {'E', "History of stroke or transplantation within 3 months",
     "history of stroke within 3 months before the index date or history of transplantation within 3 months before the index date"},
};
CHECK_READINGS(nearly, time_of_one)

/* Words between the ends of a range, and a type that is part of a name. */
static const reading parted_cases[] = {
    {'I', "Between the ages of 18 years at screening and 65 years", "age >= 18 years and age <= 65 years"},
    {'I', "Hemoglobin between 8 g/dL at baseline and 10 g/dL", "hemoglobin >= 8 g/dL and hemoglobin <= 10 g/dL"},
    {'I', "Aged between 20 odd and 75 years", "age {\"odd\"} >= 20 years and age <= 75 years"},
    {'I', "Between 18 full years and 65 years of age", "age from 18 to 65 years"},
    {'I', "Weight between 50 kg at screening and BMI > 20", "body weight >= 50 kg and body mass index > 20"},
    {'I', "Any type 1 diabetes", "type 1 diabetes mellitus"},
    {'E', "Any type of diabetes", "diabetes mellitus"},
    {'E', "Cancer, any type", "malignant neoplasm"},
};
CHECK_READINGS(nearly, parted)

/* Whose a limit is, and what an allergy is to. */
static const reading whose_cases[] = {
    {'E', "Mother with obesity (BMI > 30 kg/m2)", "body mass index (family) > 30 kg/m2"},
    {'E', "Family history of anemia (hemoglobin < 8 g/dL)", "hemoglobin (family) < 8 g/dL"},
    {'E', "Personal or family history of obesity (BMI > 30 kg/m2)", "body mass index > 30 kg/m2 or body mass index (family) > 30 kg/m2"},
    {'E', "Family hx of stroke", "stroke (family)"},
    {'E', "Past medical hx of gout", "history of gout"},
    {'E', "Allergy to local anesthetic drug lumeracin or opioids",
     "\"Allergy to local anesthetic drug lumeracin\" (allergy) {about local anesthetic allergy} or opioid allergy"},
    {'E', "In hospitalized patients, fever", "hospitalization and fever"},
    {'I', "For asthmatic patients: FEV1 > 50%", "if asthma, then FEV1 > 50%"},
    {'E', "BMI > 40 KG/M2", "body mass index > 40 kg/m2"},
};
CHECK_READINGS(nearly, whose)

/* Sentences that deny, in words of their own. */
static const reading denying_cases[] = {
    {'I', "No gout or asthma is present", "not (gout or current asthma)"},
    {'I', "No evidence of gout, asthma or psoriasis is present", "not (gout or asthma or current psoriasis)"},
    {'I', "Gout or asthma is present", "gout or current asthma"},
    {'I', "No gout, and asthma is present", "not gout and current asthma"},
    {'I', "Subjects with gout or asthma cannot be enrolled", "not (gout or asthma)"},
    {'E', "Subjects with gout or asthma cannot be enrolled", "gout or asthma"},
    {'I', "Gout is an exclusion", "not gout"},
    {'E', "Gout is exclusionary", "gout"},
    {'I', "Exclusion of gout or asthma", "not (gout or asthma)"},
    {'E', "Exclusion of gout", "gout"},
    {'I', "Asthma, exclusion of gout", "asthma and not gout"},
    {'I', "Asthma after exclusion of gout", "asthma and not gout"},
    {'I', "Diagnosis of asthma by exclusion of gout", "confirmed asthma and not gout"},
    {'I', "Negative history of gout", "not history of gout"},
    {'I', "Patients with stroke within 3 months prior to screening will be excluded", "not stroke within 3 months before screening"},
    {'I', "Stroke in the past 8 weeks prior to study entry is not allowed", "not stroke within 8 weeks before study entry"},
    {'I', "No evidence of gout or presence of asthma",
     "not (gout or current asthma) / or, read otherwise: (not gout or current asthma)"},
    {'I', "No BMI below 20 and above 30 kg/m2", "not (body mass index > 30 kg/m2 or body mass index < 20 kg/m2)"},
    {'I', "BMI below 20 and above 30 kg/m2", "not understood (no value lies below the one and above the other): \"BMI below 20 and above 30 kg/m2\""},
    {'I', "T-score between -1 and -2.5", "bone mineral density T-score from -2.5 to -1"},
};
CHECK_READINGS(nearly, denying)

/* What stands behind the last of several, and is of it or of all. */
static const reading behind_the_last_cases[] = {
    {'E', "Gout or asthma in women",
     "(gout or (asthma and female)) / or, read otherwise: ((gout and female) or (asthma and female))"},
    {'E', "Gout in men or asthma in women", "(gout and male) or (asthma and female)"},
    {'E', "QTc > 450 ms in men or > 470 ms in women", "(QTc interval > 450 ms and male) or (QTc interval > 470 ms and female)"},
    {'E', "Gout or asthma and BMI > 35 kg/m2",
     "(gout or asthma or body mass index > 35 kg/m2) / or, read otherwise: ((gout or asthma) and body mass index > 35 kg/m2)"},
    {'E', "Gout, asthma and BMI > 35 kg/m2", "gout or asthma or body mass index > 35 kg/m2"},
    {'E', "Gout and age over 60", "(gout or age > 60 years) / or, read otherwise: (gout and age > 60 years)"},
    {'E', "Lactating women and patients under 18 years of age", "lactation or age < 18 years"},
    {'E', "Excluding gout, asthma or psoriasis",
     "((asthma or psoriasis), except gout) / or, read otherwise: (gout or asthma or psoriasis)"},
    {'E', "Smoking or vaping, daily", "(current smoker or regular electronic cigarette use) / or, read otherwise: (regular current smoker or regular electronic cigarette use)"},
    {'E', "Hepatitis B or C, chronic, untreated", "(untreated hepatitis b or chronic untreated hepatitis c) / or, read otherwise: (chronic untreated hepatitis b or chronic untreated hepatitis c)"},
    {'I', "LDL > 110 mg/dL on a statin, or unable to tolerate statins", "(LDL cholesterol > 110 mg/dL and (current statin or for a person to judge (inability): \"unable to tolerate statins\")) / or, read otherwise: ((LDL cholesterol > 110 mg/dL and current statin) or for a person to judge (inability): \"unable to tolerate statins\")"},
    {'I', "BP > 145/95 mmHg on amlodipine, or pregnancy", "((systolic blood pressure > 145 mmHg or diastolic blood pressure > 95 mmHg) and (current amlodipine or current pregnancy)) / or, read otherwise: (((systolic blood pressure > 145 mmHg or diastolic blood pressure > 95 mmHg) and current amlodipine) or current pregnancy)"},
    {'I', "LDL > 110 mg/dL on a statin or ezetimibe", "LDL cholesterol > 110 mg/dL and (current statin or current ezetimibe)"},
    {'I', "Stage III ovarian, or primary peritoneal cancer", "cancer stage 3 and (ovarian cancer or primary peritoneal cancer)"},
    {'I', "DAS28 > 5.3 or CRP > 12 mg/L after methotrexate", "(DAS28 score > 5.3 or C-reactive protein {time \"after methotrexate\"} > 12 mg/L) / or, read otherwise: (DAS28 score {time \"after methotrexate\"} > 5.3 or C-reactive protein {time \"after methotrexate\"} > 12 mg/L)"},
    {'E', "Phototherapy or unknown drug < 5 weeks, lithium", "(phototherapy or \"unknown drug\" (medication) {about medication (any)} for < 5 weeks or lithium) / or, read otherwise: (phototherapy within less than 5 weeks before the index date or \"unknown drug\" (medication) {about medication (any)} for < 5 weeks or lithium)"},
    {'E', "Asthma or xyzitis < 5 months, lithium", "asthma or \"xyzitis\" for < 5 months or lithium"},
};
CHECK_READINGS(nearly, behind_the_last)

/* "Excluded" ends whatever stands before it: a remark, a choice, a bracket. */
static const reading excluded_behind_cases[] = {
    {'I', "Heart failure regardless of ejection fraction will be excluded", "not heart failure"},
    {'I', "Cancer with or without metastases is not allowed", "not malignant neoplasm"},
    {'I', "Cancer with or without metastases if pregnant", "if pregnancy, then malignant neoplasm"},
    {'I', "Cancer with or without need of surgery", "malignant neoplasm"},
    {'I', "Gout diagnosed by biopsy or CT will be excluded", "not gout"},
    {'I', "Gout diagnosed by biopsy or CT is required", "gout"},
    {'E', "Gout irrespective of whether it is treated or not", "gout"},
    {'I', "Gout or asthma (excluded)", "not (gout or asthma)"},
    {'E', "Gout (excluded)", "gout"},
    {'I', "Lung disease (asthma excluded)", "lung disease, except asthma"},
    {'E', "Cancer (basal cell carcinoma excluded)", "malignant neoplasm, except basal cell carcinoma"},
    {'I', "VAS < 3.5 or > 8: exclusion", "not (pain score < 3.5 or pain score > 8)"},
    {'I', "Pregnancy: exclusion criterion", "not pregnancy"},
    {'I', "Creatinine > 2.2 mg/dL - exclusion", "not serum creatinine > 2.2 mg/dL"},
    {'I', "Previous stroke = exclusion", "not history of stroke"},
    {'I', "Hemoglobin < 8 g/dL (exclusion)", "not hemoglobin < 8 g/dL"},
    {'E', "Pregnancy: exclusion", "pregnancy"},
    {'I', "Diabetes leads to exclusion", "not diabetes mellitus"},
    {'I', "eGFR < 28: exclude", "not estimated glomerular filtration rate < 28"},
    {'I', "Gout (exclude)", "not gout"},
    {'I', "Exclude gout", "not gout"},
    {'E', "Exclude gout", "gout"},
    {'E', "Asthma; exclude patients", "asthma"},
    {'I', "Do not enroll patients with gout", "not gout"},
    {'I', "Gout: not included", "not gout"},
    {'I', "Gout (not included)", "not gout"},
    {'I', "HbA1c 7 to 9 %, not included", "HbA1c >= 7% and < 9%"},
    {'I', "Ultrasound to exclude a stroke", "ultrasonography {\"exclude\"; about stroke}"},
    {'I', "Exclusion of gout", "not gout"},
    {'I', "VAS from 4 to 7: inclusion", "pain score from 4 to 7"},
    {'I', "Exclusion if HbA1c > 11 %", "not HbA1c > 11%"},
    {'I', "Pregnancy -> exclusion", "not pregnancy"},
    {'I', "Gout. Exclusion: asthma", "gout and not asthma"},
    {'I', "Patients with gout; exclusions: asthma", "gout and not asthma"},
    {'I', "Asthma (gout excluded)", "asthma and not gout"},
    {'I', "Statin (never)", "statin {\"never\"}"},
    {'E', "Asthma (gout excluded)", "asthma, except gout (as a kind)"},
};
CHECK_READINGS(nearly, excluded_behind)

/* Limits for each sex beside others, people with several things, and what a denial of a wish reaches. */
static const reading of_people_cases[] = {
    {'I', "Hemoglobin >= 12 g/dL for women and >= 13 g/dL for men, and age over 18 years",
     "((hemoglobin >= 12 g/dL and female) or (hemoglobin >= 13 g/dL and male)) and age > 18 years"},
    {'I', "Age over 18 years, hemoglobin >= 12 g/dL (women) or >= 13 g/dL (men), and no gout",
     "age > 18 years and ((hemoglobin >= 12 g/dL and female) or (hemoglobin >= 13 g/dL and male)) and not gout"},
    {'E', "Hemoglobin < 12 g/dL (women), < 13 g/dL (men), gout",
     "(hemoglobin < 12 g/dL and female) or (hemoglobin < 13 g/dL and male) or gout"},
    {'I', "A history of gout or asthma must be present", "history of gout or history of asthma"},
    {'I', "No gout, and scheduled for surgery",
     "not (gout or planned surgery) / or, read otherwise: (not gout and planned surgery)"},
    {'I', "No gout, and the patient has asthma", "not gout and asthma"},
    {'E', "Women who are pregnant and breastfeeding", "female and (pregnancy or lactation)"},
    {'E', "Women with gout or asthma", "female and (gout or asthma)"},
    {'E', "Women who are pregnant, and patients with gout", "(female and pregnancy) or gout"},
    {'I', "Women with gout and asthma", "female and (gout and asthma)"},
    {'E', "Patients over 60 years with gout and asthma",
     "(age > 60 years and (gout and asthma)) / or, read otherwise: (age > 60 years and (gout or asthma))"},
    {'I', "Patients with gout, and the patient must be on aspirin", "gout and current aspirin"},
    {'I', "Patients with gout and asthma must be on aspirin", "if (gout and asthma), then current aspirin"},
    {'E', "No informed consent, and current anticoagulant treatment",
     "not (for a person to judge (consent): \"informed consent\" or current anticoagulant) / or, read otherwise: "
     "(not for a person to judge (consent): \"informed consent\" or current anticoagulant)"},
};
CHECK_READINGS(nearly, of_people)

/* What a head says in front of its sign is said of all that stands behind it: where, what for, how bad. */
static const reading head_of_all_cases[] = {
    {'E', "In the study eye: cataract, glaucoma",
     "cataract {\"In the study eye\"} or glaucoma {\"In the study eye\"}"},
    {'E', "Fellow eye: uveitis",
     "uveitis {\"Fellow eye\"}"},
    {'E', "In the affected knee, arthritis or fracture",
     "arthritis {\"In the affected knee\"} or bone fracture {\"In the affected knee\"}"},
    {'E', "In the control group, asthma",
     "asthma {\"In the control\"}"},
    {'E', "Heart: asthma, gout",
     "asthma or gout"},
    {'E', "At the screening visit: BMI > 30, gout",
     "body mass index > 30 or gout"},
    {'E', "In the past 3 months, stroke or asthma",
     "stroke within 3 months before the index date or asthma within 3 months before the index date"},
    {'I', "In the study eye: BCVA of 22 letters or more and IOP < 20 mmHg",
     "ETDRS letter score {\"In the study eye\"} >= 22 letters and intraocular pressure {\"In the study eye\"} < 20 mmHg"},
    {'E', "Requiring insulin: pancreatitis, cystic fibrosis",
     "pancreatitis {\"Requiring insulin\"} or cystic fibrosis {\"Requiring insulin\"}"},
    {'E', "Uncontrolled: epilepsy, gout",
     "uncontrolled epilepsy or uncontrolled gout"},
    {'E', "One of these if symptomatic: epilepsy, gout",
     "symptomatic epilepsy or symptomatic gout"},
    {'I', "Any of these: epilepsy, gout",
     "epilepsy or gout"},
    {'E', "Any of these requiring oxygen: epilepsy, gout",
     "epilepsy {\"requiring oxygen\"} or gout {\"requiring oxygen\"}"},
    {'E', "Any of the following treated with insulin: pancreatitis, cystic fibrosis",
     "history of pancreatitis {\"treated with insulin\"} or history of cystic fibrosis {\"treated with insulin\"}"},
    {'E', "Any condition listed below that is not controlled: epilepsy, gout",
     "uncontrolled epilepsy or uncontrolled gout"},
    {'I', "Active disease: CRP > 6 mg/L, ESR > 25 mm/h",
     "C-reactive protein > 6 mg/L and erythrocyte sedimentation rate > 25 mm/h"},
};
CHECK_READINGS(nearly, head_of_all)

/* What is asked of those who lack what stands before it. */
static const reading otherwise_cases[] = {
    {'I', "Biopsy is not available",
     "for a person to judge (compliance): \"Biopsy is not available\""},
    {'E', "Liver biopsy not available or refused",
     "for a person to judge (compliance): \"Liver biopsy not available\" or for a person to judge (refusal): \"refused\""},
    {'E', "Not available for follow-up",
     "not for a person to judge (willingness to attend follow-up): \"available for follow-up\""},
    {'I', "Negative PCR or, if PCR is not available, negative antigen test",
     "negative polymerase chain reaction or (for a person to judge (compliance): \"PCR is not available\" and negative \"antigen test\")"},
    {'I', "Biopsy-proven cirrhosis or, when biopsy is not available, FibroScan > 11 kPa",
     "confirmed cirrhosis of liver or (for a person to judge (compliance): \"biopsy is not available\" and liver stiffness > 11 kPa)"},
    {'I', "Either aspirin or, in the absence of gout, warfarin",
     "aspirin or (not gout and warfarin)"},
    {'I', "Osteoporosis and aspirin, or, without osteoporosis, previous hip fracture",
     "(osteoporosis and aspirin) or (not osteoporosis and history of hip fracture)"},
    {'E', "Osteoporosis and aspirin, or, if no osteoporosis, previous hip fracture",
     "(osteoporosis and aspirin) or (not osteoporosis and history of hip fracture)"},
    {'E', "Asthma and gout or, if pregnant, psoriasis",
     "asthma or gout or (pregnancy and psoriasis)"},
    {'I', "HbA1c > 7.5% and on metformin, or, if not on metformin, HbA1c > 8.5%",
     "((HbA1c > 7.5% and current metformin) or (not current metformin and HbA1c > 8.5%)) / or, read otherwise: (HbA1c > 7.5% and (current metformin or (not current metformin and HbA1c > 8.5%)))"},
    {'I', "HIV positive and on ART, or, if not on ART, CD4 > 500",
     "((human immunodeficiency virus infection and current antiretroviral) or (not current antiretroviral and CD4 count > 500)) / or, read otherwise: (human immunodeficiency virus infection and (current antiretroviral or (not current antiretroviral and CD4 count > 500)))"},
};
CHECK_READINGS(nearly, otherwise)

/* "Either A with B or C" ties B to A; "not only" denies nothing. */
static const reading either_with_cases[] = {
    {'I', "Not only asthma but also gout",
     "asthma and gout"},
    {'E', "Not only asthma but also gout",
     "asthma and gout"},
    {'I', "Either asthma with eosinophilia or gout",
     "(asthma and eosinophilia) or gout"},
    {'E', "Either CRP > 12 mg/L with ESR > 25 mm/h or ferritin > 450 ng/mL",
     "(C-reactive protein > 12 mg/L and erythrocyte sedimentation rate > 25 mm/h) or ferritin > 450 ng/mL"},
    {'I', "CRP > 12 mg/L with ESR > 25 mm/h or ferritin > 450 ng/mL",
     "(C-reactive protein > 12 mg/L and (erythrocyte sedimentation rate > 25 mm/h or ferritin > 450 ng/mL)) / or, read otherwise: ((C-reactive protein > 12 mg/L and erythrocyte sedimentation rate > 25 mm/h) or ferritin > 450 ng/mL)"},
};
CHECK_READINGS(nearly, either_with)

/* A thing of another kind behind "regardless of A and" may be asked for by itself. */
static const reading behind_regardless_cases[] = {
    {'E', "Gout regardless of treatment and asthma", "gout / or, read otherwise: (gout or asthma)"},
    {'I', "Gout irrespective of stage or asthma", "gout / or, read otherwise: (gout or asthma)"},
    {'I', "Gout, no matter how long ago, or asthma", "gout or asthma"},
    {'I', "Gout regardless of treatment and BMI > 31", "gout and body mass index > 31"},
    {'I', "Patients with gout regardless of uric acid level who are on allopurinol", "gout and current allopurinol"},
    {'I', "Gout regardless of prior chemotherapy or radiotherapy", "gout"},
    {'I', "Gout regardless of sex and age", "gout"},
    {'E', "Gout regardless of dose or indication", "gout"},
    {'I', "Gout, irrespective of severity or treatment, and asthma", "gout and asthma"},
};
CHECK_READINGS(nearly, behind_regardless)

/* "... or not" leaves nobody out, wherever the list goes on. */
static const reading or_not_cases[] = {
    {'E', "Gout treated or not and asthma", "gout or asthma"},
    {'I', "Gout, on allopurinol or not, or asthma", "gout or asthma"},
    {'I', "Gout treated or not", "gout"},
    {'E', "Asthma or not asthma", "asthma or not asthma"},
};
CHECK_READINGS(nearly, or_not)

/* "A and one or more of B or C", "A and on B": A with one of them. */
static const reading one_of_them_cases[] = {
    {'I', "Hypertension and one or more of diabetes, gout, or smoking",
     "hypertension and (diabetes mellitus or gout or current smoker)"},
    {'E', "Hypertension and at least one of diabetes, gout, or smoking",
     "hypertension and (diabetes mellitus or gout or current smoker)"},
    {'I', "Hypertension with any of diabetes, gout, or smoking",
     "hypertension and (diabetes mellitus or gout or current smoker)"},
    {'I', "Hypertension and one of diabetes or gout",
     "hypertension and (diabetes mellitus or gout)"},
    {'I', "Age > 52 years and one or more of diabetes, gout or asthma",
     "age > 52 years and (diabetes mellitus or gout or asthma)"},
    {'E', "Diabetes and on insulin",
     "(diabetes mellitus or current insulin) / or, read otherwise: (diabetes mellitus and current insulin)"},
    {'E', "Asthma and treated with omalizumab",
     "(asthma or history of omalizumab) / or, read otherwise: (asthma and history of omalizumab)"},
    {'E', "Diabetes and insulin",
     "diabetes mellitus or insulin"},
    {'E', "Gout, asthma and on prednisone",
     "gout or asthma or current prednisone"},
    {'E', "Gout, asthma, and any of diabetes or psoriasis",
     "gout or asthma or diabetes mellitus or psoriasis"},
    {'I', "Gout, asthma, and any of diabetes or psoriasis",
     "((gout and asthma) / or, read otherwise: (gout or asthma)) and (diabetes mellitus or psoriasis)"},
    {'I', "Age >= 52 years and diabetes, smoking or hypertension",
     "((age >= 52 years and diabetes mellitus and current smoker) or hypertension) / or, read otherwise: (age >= 52 years and diabetes mellitus and (current smoker or hypertension)) / or, read otherwise: (age >= 52 years and (diabetes mellitus or current smoker or hypertension))"},
    {'I', "Asthma and diabetes, gout, or hypertension",
     "((asthma and diabetes mellitus) or gout or hypertension) / or, read otherwise: (asthma and (diabetes mellitus or gout or hypertension)) / or, read otherwise: (asthma and diabetes mellitus and (gout or hypertension))"},
};
CHECK_READINGS(nearly, one_of_them)

/* Means that nobody knows beside drugs that treat the same. */
static const reading means_of_it_cases[] = {
    {'I', "Diabetes on diet or metformin",
     "(diabetes mellitus and (current \"diet\" or current metformin)) / or, read otherwise: ((diabetes mellitus and current \"diet\") or current metformin)"},
    {'I', "Diabetes controlled by diet, metformin, or insulin",
     "(controlled diabetes mellitus and (current \"diet\" or current metformin or current insulin)) / or, read otherwise: ((controlled diabetes mellitus and current \"diet\") or current metformin or current insulin)"},
    {'I', "Asthma, steroid-naive or on inhaled steroids",
     "(asthma and (not history of corticosteroid or current inhaled corticosteroid)) / or, read otherwise: ((asthma and not history of corticosteroid) or current inhaled corticosteroid)"},
};
CHECK_READINGS(nearly, means_of_it)

/* Nor does the lexicon know all that "with or without" leaves open: what goes on behind it may be asked for. */
static const reading behind_with_or_without_cases[] = {
    {'I', "Migraine with or without aura and asthma", "migraine / or, read otherwise: (migraine and asthma)"},
    {'E', "Asthma with or without treatment and gout", "asthma / or, read otherwise: (asthma or gout)"},
    {'I', "Nausea with or without vomiting and diarrhea", "nausea"},
    {'I', "Gout with or without tophi", "gout"},
    {'I', "Gout with or without tophi, and asthma", "gout and asthma"},
};
CHECK_READINGS(nearly, behind_with_or_without)

/* The time behind a treatment that is left open may be that of the treatment. */
static const reading perhaps_treated_then_cases[] = {
    {'E', "Any prior cancer, with or without treatment within 5 months", "history of malignant neoplasm within 5 months before the index date / or, read otherwise: history of malignant neoplasm"},
    {'E', "Gout with or without allopurinol in the past 5 months", "gout within 5 months before the index date / or, read otherwise: gout"},
    {'E', "Stroke with or without thrombolysis within 5 months", "stroke within 5 months before the index date / or, read otherwise: stroke"},
    {'E', "Chemotherapy with or without radiotherapy within 5 weeks", "chemotherapy within 5 weeks before the index date"},
    {'E', "Stroke with or without aphasia within 5 months", "stroke within 5 months before the index date"},
    {'I', "Metformin with or without insulin for 5 months", "metformin for >= 5 months"},
};
CHECK_READINGS(nearly, perhaps_treated_then)

/* When it was, "or" of what kind: what was need not be of that kind. */
static const reading was_or_is_such_cases[] = {
    {'E', "Previous or severe gout", "history of gout or history of severe gout"},
    {'E', "Past or chronic hepatitis C", "history of hepatitis c or history of chronic hepatitis c"},
    {'I', "Pre-existing or gestational diabetes", "(history of diabetes mellitus or history of gestational diabetes mellitus) / or, read otherwise: (history of diabetes mellitus or gestational diabetes mellitus)"},
    {'E', "Prior or untreated syphilis", "history of syphilis or history of untreated syphilis"},
    {'E', "Former or heavy smoker", "history of current smoker or history of heavy smoker"},
    {'E', "History of severe or recurrent gout", "history of severe gout or history of recurrent gout"},
    {'E', "History or evidence of abnormal bleeding", "history of confirmed abnormal hemorrhage"},
    {'E', "Prior or current gout", "history of gout"},
    {'E', "Prior hemorrhagic or ischemic stroke", "history of hemorrhagic stroke or history of ischemic stroke"},
    {'E', "Previous or planned surgery", "history of surgery or planned surgery"},
    {'E', "Previously treated or severe gout", "history of treated gout or history of severe gout"},
};
CHECK_READINGS(nearly, was_or_is_such)
