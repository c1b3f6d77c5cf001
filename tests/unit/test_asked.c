/* What is asked for, and what only says how it was shown, when it was, or for whom: words that look like one more of a
 * list and are none. */
#include "tests/unit/readings.h"

static const reading means_cases[] = {
    {'I', "Measurable disease per RECIST 1.1", "measurable disease"},
    {'I', "Measurable disease as defined by RECIST v1.1, gout", "measurable disease and gout"},
    {'I', "Measurable disease (mRECIST 1.1)", "measurable disease"},
    {'I', "Lymphoma by Lugano criteria", "lymphoma"},
    {'I', "Histologically or cytologically confirmed sarcoma", "confirmed sarcoma"},
    {'I', "Cytologically and/or histologically proven diagnosis of thymoma", "confirmed thymoma"},
    {'I', "Histologically, cytologically or clinically confirmed glioma", "confirmed glioma"},
    {'I', "Sarcoma confirmed clinically or radiographically", "confirmed sarcoma"},
    {'I', "CT- or MRI-proven stroke", "confirmed stroke"},
    {'I', "Clinically stable or had a biopsy", "stable \"Clinically\" or history of biopsy"},
    {'I', "Prior biopsy or known sarcoma", "(history of biopsy or history of confirmed sarcoma) / or, read otherwise: (history of biopsy or confirmed sarcoma)"},
    {'I', "Sarcoma and they were diagnosed by biopsy and ultrasound", "sarcoma"},
    {'I', "Gout, based on signs and/or symptoms of gout, presenting with fever", "gout and fever"},
    {'I', "Sarcoma according to the guidelines. The general condition is stable", "sarcoma and stable \"general condition\" {about disease}"},
    {'I', "Methotrexate ± folic acid", "methotrexate"},
    {'I', "LVEF > 45% by MUGA or echo within 5 weeks", "left ventricular ejection fraction > 45% within 5 weeks before the index date"},
    {'I', "LVEF > 45% as measured by MUGA or echocardiography within 5 weeks", "left ventricular ejection fraction > 45% within 5 weeks before the index date"},
    {'E', "QTcF > 460 ms on a 12-lead ECG or syncope", "QTcF interval > 460 ms or syncope"},
    {'E', "Ejection fraction < 35% on echocardiography or cardiac MRI", "left ventricular ejection fraction < 35%"},
    {'E', "FEV1 < 45% using spirometry, gout", "FEV1 < 45% or gout"},
    {'E', "LVEF < 45% by methotrexate", "left ventricular ejection fraction {\"methotrexate\" = methotrexate} < 45%"},
    {'I', "Metformin +/- sitagliptin for 6 months", "metformin for >= 6 months"},
    {'I', "Weight change of +/- 4 kg", "weight change {number \"+/- 4 kg\"}"},
};
CHECK_READINGS(asked, means)

static const reading needs_cases[] = {
    {'E', "Psoriasis requiring treatment with methotrexate or infliximab", "(psoriasis and (methotrexate {\"needed\"} or infliximab)) / or, read otherwise: ((psoriasis and methotrexate {\"needed\"}) or infliximab) / or, read otherwise: (psoriasis and (methotrexate {\"needed\"} or infliximab {\"needed\"})) / or, read otherwise: ((psoriasis and methotrexate {\"needed\"}) or infliximab {\"needed\"})"},
    {'E', "Gout requiring therapy with steroids in the past year", "gout and corticosteroid {\"needed\"} within 1 year before the index date"},
    {'E', "Psoriasis that requires oral or topical steroids, methotrexate or infliximab", "(oral psoriasis or topical corticosteroid or methotrexate or infliximab) / or, read otherwise: (oral psoriasis or topical corticosteroid {\"Psoriasis that requires\"} or methotrexate {\"Psoriasis that requires\"} or infliximab {\"Psoriasis that requires\"})"},
    {'E', "Psoriasis requiring methotrexate or gout", "psoriasis {about methotrexate} or gout"},
    {'E', "Psoriasis or gout requiring methotrexate", "psoriasis {about methotrexate} or gout {about methotrexate}"},
    {'I', "Adults aged 40 years or more requiring dialysis", "age >= 40 years and dialysis {\"required\"}"},
    {'I', "Patients with gout requiring dialysis", "gout {about dialysis}"},
    {'E', "Dependence upon nasal or oral decongestants", "nasal \"Dependence\" {about decongestant} or oral \"Dependence: decongestants\" {about decongestant}"},
    {'E', "Fear of severe or chronic pain", "severe \"Fear\" {about chronic pain} or \"Fear: chronic pain\" {about chronic pain}"},
    {'E', "Treatment with oral or nasal steroids", "current oral corticosteroid or current nasal corticosteroid"},
    {'E', "Cognitive or psychiatric impairment precluding informed consent", "(cognitive impairment or for a person to judge (investigator opinion): \"psychiatric impairment precluding informed consent\") / or, read otherwise: for a person to judge (investigator opinion): \"Cognitive or psychiatric impairment precluding informed consent\""},
    {'E', "Epilepsy or gout precluding informed consent or the ability to walk", "(epilepsy or for a person to judge (investigator opinion): \"gout precluding informed consent\" or for a person to judge (investigator opinion): \"ability to walk\") / or, read otherwise: (for a person to judge (investigator opinion): \"Epilepsy or gout precluding informed consent\" or for a person to judge (investigator opinion): \"ability to walk\")"},
    {'E', "Not possible for epidural anesthesia", "for a person to judge (inability): \"Not possible for epidural anesthesia\""},
    {'E', "HIV/TB coinfection", "(human immunodeficiency virus infection {\"coinfection\"} or \"TB coinfection\" {about tuberculosis}) / or, read otherwise: (human immunodeficiency virus infection {\"coinfection\"} and \"TB coinfection\" {about tuberculosis})"},
    {'E', "Gout/COPD exacerbation", "gout or acute exacerbation of COPD"},
    {'E', "Cataract or glaucoma surgery", "(cataract or glaucoma surgery) / or, read otherwise: (cataract surgery or glaucoma surgery)"},
    {'E', "Epilepsy or hypertension treatment", "(epilepsy or \"hypertension treatment\" (procedure) {about hypertension; about treatment}) / or, read otherwise: (epilepsy {\"treatment\"} or \"hypertension treatment\" (procedure) {about hypertension; about treatment})"},
    {'E', "Epilepsy or lung surgery", "(epilepsy or lung surgery) / or, read otherwise: (epilepsy surgery or lung surgery)"},
    {'I', "Opacities not explained by effusion, lobar/lung collapse, or nodules", "\"Opacities\" {\"not\"; \"effusion\"} or \"Opacities\" {about \"lobar\"; \"not\"} or \"Opacities\" {about atelectasis; \"not\"} or \"Opacities\" {about pulmonary nodule; \"not\"}"},
    {'I', "Premenopausal women must agree to use contraception", "if premenopausal, then for a person to judge (agreement to use contraception): \"agree to use contraception\""},
    {'I', "Patients must agree to stop smoking", "for a person to judge (willingness): \"agree to stop smoking\""},
    {'I', "Vasopressors to maintain SBP > 95 mmHg or MAP > 62 mmHg, or lactate > 3 mmol/L", "vasopressor {\"to maintain SBP > 95 mmHg or MAP > 62 mmHg\"} or lactate > 3 mmol/L"},
    {'I', "MAP > 62 mmHg, or lactate > 3 mmol/L", "mean arterial pressure > 62 mmHg or lactate > 3 mmol/L"},
    {'E', "No history of any of the following conditions: bleeding disorders, or taking heparin", "not (history of bleeding disorder or current heparin) / or, read otherwise: (history of bleeding disorder or current heparin)"},
    {'I', "S. aureus or E. coli endocarditis", "(Staphylococcus aureus or endocarditis {about Escherichia coli}) / or, read otherwise: (Staphylococcus aureus {\"endocarditis\"} or endocarditis {about Escherichia coli})"},
    {'I', "S. aureus or endocarditis", "Staphylococcus aureus or endocarditis"},
    {'I', "Bipolar disorder or schizophrenia per DSM-IV-TR", "bipolar disorder or schizophrenia"},
    {'E', "Panic disorder (DSM-5)", "panic disorder"},
    {'I', "Seronegative for hepatitis C, HIV and syphilis", "negative hepatitis C antibody and negative HIV test and negative treponemal syphilis test"},
    {'I', "Able to walk 20 m", "walking distance >= 20 m"},
    {'E', "Very low birth weight (< 1500 g)", "birth weight < 1500 g"},
    {'E', "TIA/transient ischaemic attack (< 3 months)", "transient ischemic attack {\"TIA\" = transient ischemic attack} within less than 3 months before the index date"},
    {'E', "Type 1 diabetes, diabetes due to acromegaly, or MODY", "type 1 diabetes mellitus or diabetes mellitus {about acromegaly} or maturity onset diabetes of the young"},
    {'I', "Elective surgery for endometriosis (including salpingectomy, tubal ligation) or breast disease", "(elective surgery {about endometriosis} or salpingectomy or tubal ligation or breast disease) / or, read otherwise: (elective surgery {about endometriosis} or salpingectomy or tubal ligation or breast disease {\"Elective surgery for\"})"},
    {'E', "Due to the magnet, patients with a pacemaker or metal implants", "cardiac pacemaker or metal implant"},
    {'E', "Due to asthma", "asthma"},
    {'I', "Adults (18 years of age or older) with gout, asthma or stroke", "age >= 18 years and (gout or asthma or stroke)"},
    {'I', "Urge incontinence (as measured by the consultation questionnaire)", "urge incontinence"},
    {'I', "Depression (as measured by PHQ-9 > 11)", "PHQ-9 score > 11"},
    {'I', "Stroke (ICD 10: I64)", "stroke {\"ICD 10: I64\"}"},
    {'I', "Gout or asthma, living in a nursing home", "((gout or asthma) and nursing home residence) / or, read otherwise: (gout or (asthma and nursing home residence))"},
    {'I', "Gout or asthma, receiving aspirin", "((gout or asthma) and current aspirin) / or, read otherwise: (gout or (asthma and current aspirin))"},
    {'E', "Gout or asthma, receiving aspirin", "((gout or asthma) and current aspirin) / or, read otherwise: (gout or (asthma and current aspirin)) / or, read otherwise: (gout or asthma or current aspirin)"},
};
CHECK_READINGS(asked, needs)

static const reading times_cases[] = {
    {'E', "Seizure-free for less than 10 months", "not not understood (free of it for no longer than that): \"Seizure-free for less than 10 months\""},
    {'E', "Breastfeeding, or planning to become pregnant during the study", "lactation or planning pregnancy"},
    {'E', "Gout, or planned surgery within the trial period", "gout or planned surgery"},
    {'E', "Gout, or an anticipated need during the study", "gout or planned \"study\" {\"required\"}"},
    {'E', "Alcohol use during the study", "alcohol use {\"study\"}"},
    {'E', "Epilepsy, gout or stroke in the past", "(epilepsy or gout or history of stroke) / or, read otherwise: (history of epilepsy or history of gout or history of stroke)"},
    {'E', "Epilepsy or gout, past or present", "(epilepsy or history of gout) / or, read otherwise: (history of epilepsy or history of gout)"},
    {'E', "Epilepsy (past or present)", "history of epilepsy"},
    {'E', "Suicide attempts at present or in the past", "history of suicide attempt"},
    {'E', "Past or present epilepsy", "history of epilepsy"},
    {'E', "Transfusion within 6 weeks. fever", "blood transfusion within 6 weeks before the index date or fever"},
    {'E', "Gout for 4 years. asthma", "gout for >= 4 years or asthma"},
    {'E', "Transfusion within 6 wks. before surgery", "blood transfusion within 6 weeks before \"surgery\""},
    {'E', "Hospitalised within 2 months before screening for asthma", "hospitalization {about asthma} within 2 months before screening"},
    {'E', "Transfusion within 2 months before screening", "blood transfusion within 2 months before screening"},
    {'I', "Currently treated with methotrexate or insulin", "current methotrexate or current insulin"},
    {'I', "Currently or previously treated with methotrexate", "history of methotrexate"},
    {'I', "38 weeks of gestation", "gestational age = 38 weeks / or, read otherwise: gestational age >= 38 weeks"},
    {'I', "Late onset of epilepsy (> 20 years of age)", "\"Late onset\" {about epilepsy} and \"onset\" > 20 years"},
    {'I', "Epilepsy (> 20 years of age)", "epilepsy and age > 20 years"},
    {'E', "Requiring surgery such as appendectomy or hysterectomy", "surgery {\"required\"} or appendectomy {\"required\"} or hysterectomy {\"required\"}"},
    {'E', "Surgery such as appendectomy or hysterectomy", "surgery or appendectomy or hysterectomy"},
    {'I', "Preeclampsia diagnosed before 33 weeks of gestation", "confirmed preeclampsia {about gestational age} and \"gestation\" < 33 weeks"},
    {'I', "Gestational age of 22 to 33 weeks and preeclampsia", "gestational age from 22 to 33 weeks and preeclampsia"},
    {'I', "Confirmed pregnancy of 22 to 26 weeks of gestation", "gestational age from 22 to 26 weeks and confirmed pregnancy"},
};
CHECK_READINGS(asked, times)

static const reading denials_cases[] = {
    {'E', "No history of stroke or gout", "not (history of stroke or history of gout) / or, read otherwise: (history of stroke or history of gout)"},
    {'E', "Have not had a seizure", "not history of seizure / or, read otherwise: history of seizure"},
    {'E', "No prior chemotherapy", "not history of chemotherapy"},
    {'E', "No headache in the last 2 months", "not headache within 2 months before the index date"},
    {'I', "No history of stroke or gout", "not (history of stroke or history of gout)"},
    {'I', "No illness that would additionally limit the life expectancy to less than 3 months", "not (life expectancy < 3 months and \"illness\" {about disease; \"limit\"; about life expectancy})"},
    {'I', "No tumor with a life expectancy of less than 2 years", "not (neoplasm and life expectancy < 2 years) / or, read otherwise: (not neoplasm and life expectancy < 2 years)"},
    {'I', "No cardiomyopathy with LVEF < 30%", "not (cardiomyopathy and left ventricular ejection fraction < 30%) / or, read otherwise: (not cardiomyopathy and left ventricular ejection fraction < 30%)"},
    {'I', "Without gout who are over 45 years", "not gout and age > 45 years"},
    {'I', "Femoral fracture, associated or not with other fractures", "femoral fracture"},
    {'E', "MMSE < 22 and absence of an available guardian", "mini-mental state examination < 22 and not for a person to judge (compliance): \"an available guardian\""},
    {'E', "MMSE < 22 and not willing to be followed", "mini-mental state examination < 22 or for a person to judge (refusal): \"not willing to be followed\""},
    {'E', "Cancer except for: skin cancer excluding melanoma, bladder tumor, prostate cancer", "(malignant neoplasm, except (skin cancer, except (malignant melanoma or neoplasm {\"bladder\"} or prostate cancer (as a kind)))) / or, read otherwise: (malignant neoplasm, except ((skin cancer, except malignant melanoma) or (neoplasm {\"bladder\"} or prostate cancer {\"bladder\"})))"},
    {'E', "Cancer except skin cancer, cervical carcinoma in situ", "malignant neoplasm, except (skin cancer or cervical carcinoma in situ)"},
};
CHECK_READINGS(asked, denials)

static const reading impossible_cases[] = {
    {'E', "NYHA grade VI heart failure", "not understood (a grade that there is not): \"VI\" or not understood (not all of the words were understood): \"NYHA grade VI heart failure\""},
    {'E', "NYHA grade IV heart failure", "NYHA class 4 and heart failure"},
    {'E', "ASA IV to VI", "ASA physical status 4, 5 or 6"},
    {'E', "MoCA of 21 (+/- 3) or under", "Montreal cognitive assessment <= 21 and not understood (no condition was found in these words): \"MoCA of 21 (+/- 3)\""},
    {'I', "Epilepsy, migraine", "(epilepsy and migraine) / or, read otherwise: (epilepsy or migraine)"},
    {'I', "Epilepsy, controlled", "controlled epilepsy"},
    {'I', "Women, pregnant", "female and pregnancy"},
    {'I', "ASA 1 or 2 (ASA 1 for the healthy and ASA 2 for the mildly ill)", "ASA physical status 1 or 2 and not understood (nobody can meet all that it seems to ask): \"ASA 1 or 2 (ASA 1 for the healthy and ASA 2 for the mildly ill)\""},
    {'I', "BMI < 18 and BMI > 35", "body mass index < 18 or body mass index > 35"},
    {'E', "BMI < 18 and BMI > 35", "body mass index < 18 or body mass index > 35"},
    {'E', "Younger than 4 months and older than 85 years", "age > 85 years or age < 4 months"},
    {'I', "Both smokers and non-smokers will be enrolled", "not understood (it permits something and asks for nothing): \"Both smokers and non-smokers will be enrolled\""},
    {'E', "Use of analgesics (prescription or over-the-counter)", "current analgesic"},
    {'E', "Congenital or acquired immunodeficiency", "immunodeficiency"},
    {'I', "Scheduled for laparoscopic cholecystectomy under general anesthesia",
     "planned laparoscopic cholecystectomy {about general anesthesia}"},
    {'I', "Tanner stage 3 for girls and pubic hair in boys", "not understood (what is asked of men, and what of women?): \"Tanner stage 3 for girls and pubic hair in boys\""},
    {'I', "Women with gout, non-smokers", "female and (gout and non-smoker)"},
    {'E', "Pain treated with an opioid and a non-opioid", "(pain and (history of opioid and history of \"non-opioid\")) / or, read otherwise: ((pain and history of opioid) or history of \"non-opioid\")"},
    {'E', "Non-smokers", "non-smoker"},
    {'E', "Patients without gout and asthma", "not (gout or asthma) / or, read otherwise: not (gout and asthma)"},
    {'E', "Patients without gout or asthma", "not (gout or asthma)"},
    {'I', "Patients without gout and asthma", "not (gout or asthma)"},
};
CHECK_READINGS(asked, impossible)

/* What is asked "if any" is asked of those who have it. */
static const reading if_any_cases[] = {
    {'I', "Stable antihypertensives, if any, for 5 weeks",
     "if antihypertensive, then stable antihypertensive for >= 5 weeks"},
    {'I', "Stable dose of statins (if applicable) for 5 weeks",
     "if statin, then stable statin for >= 5 weeks"},
    {'I', "Asthma, if present, must be mild",
     "if asthma, then mild asthma"},
    {'E', "Asthma, if present, must be mild",
     "mild asthma"},
    {'I', "Methotrexate, if taken, at a stable dose",
     "if methotrexate, then (methotrexate and stable \"dose\")"},
    {'I', "If previously treated, at least 5 weeks since last chemotherapy",
     "if not understood (no condition was found in these words): \"previously treated\", then (chemotherapy at least 5 weeks before the index date and not chemotherapy within less than 5 weeks before the index date)"},
};
CHECK_READINGS(asked, if_any)

/* How a limit may be reached asks for nothing. */
static const reading may_be_reached_so_cases[] = {
    {'I', "Hemoglobin >= 8.5 g/dL (may be transfused)", "hemoglobin >= 8.5 g/dL"},
    {'I', "Platelets >= 60 x 10^9/L (patients may receive transfusion or romiplostim)", "platelet count >= 60 x10^9/L"},
    {'I', "Hemoglobin >= 8.5 g/dL, but may be transfused", "hemoglobin >= 8.5 g/dL"},
    {'I', "Blood pressure < 155/95 mmHg, patients may be on antihypertensives", "systolic blood pressure < 155 mmHg and diastolic blood pressure < 95 mmHg"},
    {'I', "Hemoglobin >= 8.5 g/dL (with transfusion)", "hemoglobin {\"transfusion\" = blood transfusion} >= 8.5 g/dL"},
    {'I', "Bilirubin <= 1.4 mg/dL (may be higher in Gilbert syndrome)", "total bilirubin <= 1.4 mg/dL or not understood (a number without anything that it measures): \"(may be higher in Gilbert syndrome)\""},
    {'I', "Bilirubin <= 1.4 mg/dL. It may be higher in Gilbert syndrome.", "total bilirubin <= 1.4 mg/dL or not understood (a number without anything that it measures): \"may be higher in Gilbert syndrome\""},
    {'I', "ALT <= 3 x ULN, may be up to 6 x ULN with liver metastases", "alanine aminotransferase <= 3 x ULN or not understood (a number without anything that it measures): \"may be up to 6 x ULN with liver metastases\""},
    {'I', "Platelets >= 90. Patients may have up to 2 prior lines of therapy.", "platelet count >= 90 and number of \"lines\" {\"therapy\" = treatment} <= 2"},
    {'I', "Hemoglobin >= 8.5 g/dL (may not be transfused)", "hemoglobin >= 8.5 g/dL and not blood transfusion"},
};
CHECK_READINGS(asked, may_be_reached_so)

/* Whether those beyond the usual ages may take part is open; of the others it asks for nothing. */
static const reading beyond_the_ages_cases[] = {
    {'I', "Age 20-60. Patients may be older if fit", "age from 20 to 60 years or (not age <= 60 years and not understood (who of them may take part is not understood): \"Patients may be older if fit\")"},
    {'I', "Age 20 to 60 years and gout. Older patients may be enrolled if ECOG is 0", "(age from 20 to 60 years or (not age <= 60 years and not understood (who of them may take part is not understood): \"Older patients may be enrolled if ECOG is 0\")) and gout"},
    {'I', "Age 20 to 60 years; younger patients are eligible if mature", "age from 20 to 60 years or (not age >= 20 years and not understood (who of them may take part is not understood): \"younger patients are eligible if mature\")"},
    {'I', "Age 20-60, older patients allowed if fit", "age from 20 to 60 years or (not age <= 60 years and not understood (who of them may take part is not understood): \"older patients allowed if fit\")"},
    {'I', "Age >= 20 years. Younger patients may participate with parental consent", "age >= 20 years or (not age >= 20 years and not understood (who of them may take part is not understood): \"Younger patients may participate with parental consent\")"},
    {'I', "Gout. Older patients may be included if fit", "gout and not understood (it permits something and asks for nothing): \"Older patients may be included if fit\""},
    {'I', "Age 20 to 60 years. Patients older than 60 may be included if ECOG is 0", "age from 20 to 60 years or (age > 60 years and ECOG performance status = 0)"},
    {'I', "Age 20-60 (younger patients may be included if postmenopausal)", "age from 20 to 60 years or (not age >= 20 years and not understood (who of them may take part is not understood): \"younger patients may be included if postmenopausal\")"},
    {'I', "Age 20 to 60 years. Patients may have asthma", "age from 20 to 60 years"},
};
CHECK_READINGS(asked, beyond_the_ages)

/* A condition between two commas is one of all that is said of those before it. */
static const reading condition_between_cases[] = {
    {'I', "Women, if fertile, must use contraception", "if \"fertile\", then (if female, then contraception)"},
    {'I', "Women, if of childbearing potential, must not be pregnant or breastfeeding", "if woman of childbearing potential, then (if female, then not (pregnancy or lactation))"},
    {'I', "Men, unless sterilized, must use contraception", "if not surgical sterilization, then (if male, then contraception)"},
    {'I', "Diabetics, if on insulin, must have HbA1c < 8%", "if current insulin, then (if diabetes mellitus, then HbA1c < 8%)"},
    {'I', "Patients, if diabetic, must have HbA1c < 8%", "if diabetes mellitus, then HbA1c < 8%"},
    {'I', "Gout, if present, must be controlled", "if gout, then controlled gout"},
    {'I', "Age over 20, if able, must sign consent", "age > 20 years and (if for a person to judge (ability): \"able\", then for a person to judge (consent): \"sign consent\")"},
    {'I', "Women who are fertile must use contraception", "if (female and \"fertile\"), then contraception"},
    {'E', "Women, if of childbearing potential, without contraception", "female and not contraception and woman of childbearing potential"},
    {'E', "Women, unless sterilized, who do not use contraception", "female and not current contraception and not surgical sterilization"},
    {'E', "Women, if pregnant, breastfeeding, or planning pregnancy", "female and (pregnancy or lactation or planning pregnancy)"},
    {'E', "Patients, if on warfarin, with INR > 4", "INR > 4 and current warfarin"},
    {'E', "Women, if breastfeeding", "lactation and female"},
};
CHECK_READINGS(asked, condition_between)
