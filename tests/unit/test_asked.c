/* What is asked for, and what only says how it was shown, when it was, or for whom: words that look like one more of a
 * list and are none. */
#include "tests/unit/readings.h"

static const reading means_cases[] = {
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
    {'I', "Metformin +/- sitagliptin for 6 months", "metformin for >= 6 months"},
    {'I', "Weight change of +/- 4 kg", "weight change <= 4 kg / or, read otherwise: weight change >= 4 kg"},
};
CHECK_READINGS(asked, means)

static const reading needs_cases[] = {
    {'E', "Psoriasis requiring treatment with methotrexate or infliximab", "(psoriasis and (planned methotrexate or planned infliximab)) / or, read otherwise: ((psoriasis and planned methotrexate) or planned infliximab)"},
    {'E', "Psoriasis that requires oral or topical steroids, methotrexate or infliximab", "(systemic psoriasis or topical corticosteroid or methotrexate or infliximab) / or, read otherwise: (systemic psoriasis or topical corticosteroid {\"Psoriasis that requires\"} or methotrexate {\"Psoriasis that requires\"} or infliximab {\"Psoriasis that requires\"})"},
    {'E', "Psoriasis requiring methotrexate or gout", "psoriasis {about methotrexate} or gout"},
    {'E', "Psoriasis or gout requiring methotrexate", "psoriasis {about methotrexate} or gout {about methotrexate}"},
    {'I', "Adults aged 40 years or more requiring dialysis", "age >= 40 years and dialysis {\"needed\"}"},
    {'I', "Patients with gout requiring dialysis", "gout {about dialysis}"},
    {'E', "Dependence upon nasal or oral decongestants", "nasal \"Dependence\" {about decongestant} or systemic \"Dependence: decongestants\" {about decongestant}"},
    {'E', "Fear of severe or chronic pain", "severe \"Fear\" {about chronic pain} or \"Fear: chronic pain\" {about chronic pain}"},
    {'E', "Treatment with oral or nasal steroids", "current systemic corticosteroid or current nasal corticosteroid"},
    {'E', "Cognitive or psychiatric impairment precluding informed consent", "(cognitive impairment or for a person to judge (investigator opinion): \"psychiatric impairment precluding informed consent\") / or, read otherwise: for a person to judge (investigator opinion): \"Cognitive or psychiatric impairment precluding informed consent\""},
    {'E', "Epilepsy or gout precluding informed consent or the ability to walk", "(epilepsy or for a person to judge (investigator opinion): \"gout precluding informed consent\" or for a person to judge (investigator opinion): \"ability to walk\") / or, read otherwise: (for a person to judge (investigator opinion): \"Epilepsy or gout precluding informed consent\" or for a person to judge (investigator opinion): \"ability to walk\")"},
    {'E', "Not possible for epidural anesthesia", "for a person to judge (inability): \"Not possible for epidural anesthesia\""},
    {'E', "HIV/TB coinfection", "human immunodeficiency virus infection {\"coinfection\"} or \"TB coinfection\" {about tuberculosis}"},
    {'E', "Gout/COPD exacerbation", "gout or acute exacerbation of COPD"},
    {'I', "S. aureus or E. coli endocarditis", "(Staphylococcus aureus or endocarditis {about Escherichia coli}) / or, read otherwise: (Staphylococcus aureus {\"endocarditis\"} or endocarditis {about Escherichia coli})"},
    {'I', "S. aureus or endocarditis", "Staphylococcus aureus or endocarditis"},
    {'I', "Elective surgery for endometriosis (including salpingectomy, tubal ligation) or breast disease", "(elective surgery {about endometriosis} or salpingectomy or tubal ligation or breast disease) / or, read otherwise: (elective surgery {about endometriosis} or salpingectomy or tubal ligation or breast disease {\"Elective surgery for\"})"},
    {'E', "Due to the magnet, patients with a pacemaker or metal implants", "cardiac pacemaker or metal implant"},
    {'E', "Due to asthma", "asthma"},
    {'I', "Adults (18 years of age or older) with gout, asthma or stroke", "age >= 18 years and (gout or asthma or stroke)"},
    {'I', "Urge incontinence (as measured by the consultation questionnaire)", "urge incontinence"},
    {'I', "Depression (as measured by PHQ-9 > 11)", "PHQ-9 score > 11"},
    {'I', "Stroke (ICD 10: I64)", "stroke {\"ICD 10: I64\"}"},
    {'I', "Gout or asthma, living in a nursing home", "((gout or asthma) and nursing home residence) / or, read otherwise: (gout or (asthma and nursing home residence))"},
    {'I', "Gout or asthma, receiving aspirin", "((gout or asthma) and current aspirin) / or, read otherwise: (gout or (asthma and current aspirin))"},
    {'E', "Gout or asthma, receiving aspirin", "gout or asthma or current aspirin"},
};
CHECK_READINGS(asked, needs)

static const reading times_cases[] = {
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
    {'E', "Requiring surgery such as appendectomy or hysterectomy", "surgery {\"needed\"} or appendectomy {\"needed\"} or hysterectomy {\"needed\"}"},
    {'E', "Surgery such as appendectomy or hysterectomy", "surgery or appendectomy or hysterectomy"},
    {'I', "Preeclampsia diagnosed before 33 weeks of gestation", "confirmed preeclampsia {about gestational age} and \"gestation\" < 33 weeks"},
    {'I', "Gestational age of 22 to 33 weeks and preeclampsia", "gestational age from 22 to 33 weeks and preeclampsia"},
    {'I', "Confirmed pregnancy of 22 to 26 weeks of gestation", "gestational age from 22 to 26 weeks and confirmed pregnancy {about gestational age}"},
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
    {'E', "MMSE < 22 and absence of an available guardian", "mini-mental state examination < 22 and for a person to judge (compliance): \"absence of an available guardian\""},
    {'E', "MMSE < 22 and not willing to be followed", "mini-mental state examination < 22 or for a person to judge (refusal): \"not willing to be followed\""},
    {'E', "Cancer except for: skin cancer excluding melanoma, bladder tumor, prostate cancer", "(malignant neoplasm, except (skin cancer, except (malignant melanoma or neoplasm {\"bladder\"} or prostate cancer {\"bladder\"}))) / or, read otherwise: (malignant neoplasm, except ((skin cancer, except malignant melanoma) or (neoplasm {\"bladder\"} or prostate cancer {\"bladder\"})))"},
    {'E', "Cancer except skin cancer, cervical carcinoma in situ", "malignant neoplasm, except (skin cancer or cervical carcinoma in situ)"},
};
CHECK_READINGS(asked, denials)

static const reading impossible_cases[] = {
    {'I', "ASA 1 or 2 (ASA 1 for the healthy and ASA 2 for the mildly ill)", "ASA physical status 1 or 2 and not understood (nobody can meet all that it seems to ask): \"ASA 1 or 2 (ASA 1 for the healthy and ASA 2 for the mildly ill)\""},
    {'I', "BMI < 18 and BMI > 35", "body mass index < 18 or body mass index > 35"},
    {'E', "BMI < 18 and BMI > 35", "body mass index < 18 or body mass index > 35"},
    {'E', "Younger than 4 months and older than 85 years", "age > 85 years or age < 4 months"},
    {'I', "Both smokers and non-smokers will be enrolled", "planned \"enrolled\""},
    {'I', "Tanner stage 3 for girls and pubic hair in boys", "not understood (what is asked of men, and what of women?): \"Tanner stage 3 for girls and pubic hair in boys\""},
    {'I', "Women with gout, non-smokers", "female and (gout and non-smoker)"},
    {'E', "Pain treated with an opioid and a non-opioid", "(pain and (history of opioid and history of \"non-opioid\")) / or, read otherwise: ((pain and history of opioid) or history of \"non-opioid\")"},
    {'E', "Non-smokers", "non-smoker"},
    {'E', "Patients without gout and asthma", "not (gout or asthma) / or, read otherwise: not (gout and asthma)"},
    {'E', "Patients without gout or asthma", "not (gout or asthma)"},
    {'I', "Patients without gout and asthma", "not (gout or asthma)"},
};
CHECK_READINGS(asked, impossible)
