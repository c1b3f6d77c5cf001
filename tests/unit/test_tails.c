/* What stands behind or before a list, or one of its members: relative clauses, brackets, tails and heads. It is meant of
 * one of them or of all, and never stands beside them as one more. */
#include "tests/unit/readings.h"

/* "The diagnosis of" a thing is that thing, and a point of the study may be a day of its own. */
static const reading diagnosis_and_day_cases[] = {
    {'I', "With the diagnosis of gout or epilepsy", "confirmed gout or confirmed epilepsy"},
    {'I', "Patients who meet the diagnosis of gout", "confirmed gout"},
    {'E', "Surgery within 5 months of the diagnosis of gout", "surgery from 5 months before to 5 months after gout"},
    {'I', "Pain score >= 3 at screening and on the day of randomization", "pain score >= 3"},
    {'I', "Pain score >= 3 at screening and on opioids", "pain score >= 3 and current opioid"},
    {'E', "Subjects who report gout or epilepsy", "gout or epilepsy"},
    {'E', "Reporting more than 3 seizures", "number of seizure > 3"},
    {'E', "Cognitive impairment limiting reporting", "cognitive impairment {\"reporting\"}"},
};
CHECK_READINGS(tails, diagnosis_and_day)

/* an unknown word in the middle of what bars is of its own thing; at the beginning it may be of all */
static const reading words_in_the_middle_cases[] = {
    {'E', "Gout, occupational asthma, psoriasis, hepatitis B", "gout or occupational asthma or psoriasis or hepatitis b"},
    {'E', "Gout, cutaneous lymphoma or psoriasis", "gout or lymphoma {\"cutaneous\"} or psoriasis {\"cutaneous\"}"},
    {'E', "Cutaneous lymphoma, psoriasis", "lymphoma {\"Cutaneous\"} or psoriasis {\"Cutaneous\"}"},
};
CHECK_READINGS(tails, words_in_the_middle)

static const reading relative_clauses_cases[] = {
    {'E', "Patients with a stroke, whose NIHSS is over 12", "stroke and NIH stroke scale > 12"},
    {'E', "Aphasia, who have epilepsy", "aphasia and epilepsy"},
    {'E', "Myopathy or neuropathy, with raised creatine kinase", "((myopathy or neuropathy) and high creatine kinase) / or, read otherwise: (myopathy or (neuropathy and high creatine kinase))"},
    {'E', "Neurological disease, including epilepsy, or head injury with loss of consciousness for more than 10 minutes", "neurological disease or epilepsy or (head injury and loss of consciousness for > 10 minutes)"},
    {'E', "Atrial fibrillation, which in the investigator's opinion makes surgery unsafe", "atrial fibrillation and for a person to judge (investigator opinion): \"investigator's opinion makes surgery unsafe\""},
    {'I', "Adults, with asthma, with FEV1 > 60%", "\"Adults\" and asthma and FEV1 > 60%"},
    {'E', "Taking warfarin and is unwilling to stop", "(current warfarin or for a person to judge (refusal): \"unwilling to stop\") / or, read otherwise: (current warfarin and for a person to judge (refusal): \"unwilling to stop\")"},
    {'E', "Asthma and is on insulin", "(asthma or current insulin) / or, read otherwise: (asthma and current insulin)"},
    {'E', "The patient is pregnant and is breastfeeding", "pregnancy or lactation"},
    {'E', "Patients who have gout and patients who have asthma", "gout or asthma"},
};
CHECK_READINGS(tails, relative_clauses)

static const reading brackets_cases[] = {
    {'E', "Scoliosis (Cobb angle over 25 degrees)", "Cobb angle > 25 deg / or, read otherwise: (scoliosis and Cobb angle > 25 deg)"},
    {'E', "Heart failure (LVEF < 35%)", "left ventricular ejection fraction < 35% / or, read otherwise: (heart failure and left ventricular ejection fraction < 35%)"},
    {'E', "Severe depression (PHQ-9 over 17)", "PHQ-9 score > 17"},
    {'E', "Liver failure (defined as ALT > 4 x ULN or a diagnosis of cirrhosis)", "alanine aminotransferase > 4 x ULN or confirmed cirrhosis of liver"},
    {'E', "Type 2 diabetes (LDL > 3 mmol/L)", "type 2 diabetes mellitus and LDL cholesterol > 3 mmol/L"},
    {'I', "Patients (LVEF < 35%) with heart failure", "heart failure and left ventricular ejection fraction < 35%"},
    {'E', "Chronic pain (treated with opioids, antidepressants or NSAIDs)", "chronic pain and (opioid or antidepressant or non-steroidal anti-inflammatory drug)"},
    {'E', "Asthma (requiring oral steroids or oxygen)", "asthma and (oral corticosteroid {\"needed\"} or \"oxygen\")"},
    {'E', "Epilepsy (taking valproate or phenytoin)", "epilepsy and (current valproate or current phenytoin)"},
    {'E', "Diabetes (with nephropathy or retinopathy)", "diabetes mellitus and (kidney disease or retinopathy)"},
    {'E', "Asthma or COPD (treated with prednisone or oxygen)", "(asthma or (chronic obstructive pulmonary disease and (prednisone or \"oxygen\"))) / or, read otherwise: ((asthma or chronic obstructive pulmonary disease) and (prednisone or \"oxygen\"))"},
    {'E', "Hepatitis (B or C)", "hepatitis b or hepatitis c"},
    {'E', "Lung disease (asthma, tumor)", "lung disease or asthma or neoplasm {\"example\"}"},
};
CHECK_READINGS(tails, brackets)

/* What a bracket says behind something denied: what is denied, or what is there instead. */
static const reading brackets_behind_denials_cases[] = {
    {'I', "No gout (no allopurinol)", "not ((gout or allopurinol) / or, read otherwise: (gout and not allopurinol))"},
    {'I', "No asthma (without rhinitis), epilepsy", "not (((asthma or rhinitis) / or, read otherwise: (asthma and not rhinitis)) or epilepsy)"},
    {'I', "Non-diabetic (not on insulin)", "not diabetes mellitus and not current insulin"},
    {'I', "Non-pregnant women (no gout, asthma)", "not pregnancy and female and not (gout or asthma)"},
    {'I', "Non-diabetic men (no gout)", "not diabetes mellitus and male and not gout"},
    {'I', "Asthma (no rhinitis)", "asthma and not rhinitis"},
    {'I', "No asthma (treated with prednisone)", "not asthma {about prednisone}"},
    {'I', "Not obese (BMI < 30)", "body mass index < 30"},
    {'I', "No obesity (BMI > 30)", "not body mass index > 30"},
    {'I', "Non-obese men (BMI < 30 kg/m2)", "body mass index < 30 kg/m2 and male"},
    {'I', "No hypertension (BP < 140/90 mmHg)", "systolic blood pressure < 140 mmHg and diastolic blood pressure < 90 mmHg"},
    {'I', "No hypertension (BP > 140/90 mmHg)", "not (systolic blood pressure > 140 mmHg or diastolic blood pressure > 90 mmHg)"},
    {'I', "No gout, anemia (hemoglobin > 12 g/dL) or asthma", "not (gout or not hemoglobin > 12 g/dL or asthma)"},
    {'E', "Not anemic (hemoglobin > 12 g/dL)", "hemoglobin > 12 g/dL"},
    {'I', "Not diabetic (HbA1c < 6%)", "not (diabetes mellitus or not HbA1c < 6%)"},
    {'I', "No diabetes (HbA1c > 6%)", "not (diabetes mellitus and HbA1c > 6%)"},
    {'I', "No asthma (FeNO < 25 ppb)", "not ((asthma or not fractional exhaled nitric oxide < 25 ppb) / or, read otherwise: (asthma and fractional exhaled nitric oxide < 25 ppb))"},
};
CHECK_READINGS(tails, brackets_behind_denials)

/* Names joined by a slash, or by "or" behind a comma: what stands behind the last. */
static const reading behind_a_slash_cases[] = {
    {'E', "Fracture/infection of the wrist", "bone fracture {\"wrist\"} or infection {\"wrist\"}"},
    {'E', "Gout/asthma requiring steroids", "gout {about corticosteroid} or asthma {about corticosteroid}"},
    {'E', "Neuropathy/myopathy limiting gait", "neuropathy {\"gait\"} or myopathy {\"gait\"}"},
    {'I', "No chemotherapy/radiotherapy for lung cancer", "not (chemotherapy {about lung cancer} or radiotherapy {about lung cancer})"},
    {'E', "Gout/asthma", "gout or asthma"},
    {'E', "Gout/asthma within 3 months", "gout within 3 months before the index date or asthma within 3 months before the index date"},
    {'E', "Allergy, or contraindication to aspirin", "(allergy or for a person to judge (safety): \"contraindication to aspirin\") / or, read otherwise: (aspirin allergy or for a person to judge (safety): \"contraindication to aspirin\")"},
    {'E', "Allergy, or hypersensitivity to penicillin", "(allergy or penicillin allergy) / or, read otherwise: (penicillin allergy or penicillin allergy)"},
    {'E', "Contraindication or allergy to aspirin", "for a person to judge (safety): \"Contraindication\" or aspirin allergy"},
    {'E', "Contraindication or hypersensitivity to codeine or ketamine", "for a person to judge (safety): \"Contraindication\" or codeine allergy or allergy {about ketamine}"},
    {'I', "Contraindication or intolerance to statins", "for a person to judge (safety): \"Contraindication\" or for a person to judge (safety): \"intolerance to statins\""},
    {'I', "No contraindication or allergy to aspirin", "not (for a person to judge (safety): \"contraindication\" or aspirin allergy)"},
    {'E', "Contraindication to, or allergy to, aspirin", "for a person to judge (safety): \"Contraindication to\" or allergy {about aspirin}"},
    {'E', "Contraindications, allergy or intolerance to aspirin", "for a person to judge (safety): \"Contraindications\" or aspirin allergy or \"intolerance\" {about aspirin}"},
    {'E', "Allergy, intolerance or contraindication to aspirin", "aspirin allergy or for a person to judge (safety): \"intolerance\" or for a person to judge (safety): \"contraindication to aspirin\""},
    {'E', "Allergy, intolerance or contraindication", "allergy {\"intolerance\"} or for a person to judge (safety): \"intolerance\" or for a person to judge (safety): \"contraindication\""},
    {'E', "Allergy, contraindication or asthma", "allergy {about asthma} or for a person to judge (safety): \"contraindication\" or for a person to judge (safety): \"asthma\""},
    {'E', "Contraindication to aspirin or heparin", "for a person to judge (safety): \"Contraindication to aspirin\" or for a person to judge (safety): \"heparin\""},
    {'E', "Allergy or contraindication to aspirin", "aspirin allergy or for a person to judge (safety): \"contraindication to aspirin\""},
    {'E', "Allergies, or asthma", "allergy or asthma"},
};
CHECK_READINGS(tails, behind_a_slash)

/* "No A or B and C", "no A and diagnosed with B": how far a denial reaches. */
static const reading reach_of_a_denial_cases[] = {
    {'I', "No gout or asthma and epilepsy", "not (gout or asthma or epilepsy) / or, read otherwise: (not (gout or asthma) and epilepsy)"},
    {'I', "No gout or asthma, and epilepsy", "not (gout or asthma or epilepsy) / or, read otherwise: (not (gout or asthma) and epilepsy)"},
    {'I', "No gout or asthma and able to walk", "not (gout or asthma) and able to walk"},
    {'I', "No gout or asthma and age over 20", "not (gout or asthma) and age > 20 years"},
    {'I', "No known or suspected gout and asthma", "not (suspected gout or suspected asthma)"},
    {'I', "No known or suspected gout, asthma and epilepsy", "not (suspected gout or suspected asthma or suspected epilepsy)"},
    {'I', "No thrombosis and diagnosed with gout", "not (thrombosis or confirmed gout) / or, read otherwise: (not thrombosis and confirmed gout)"},
    {'I', "No thrombosis and with gout", "not (thrombosis or gout) / or, read otherwise: (not thrombosis and gout)"},
    {'I', "No diagnosis of thrombosis and gout", "not (confirmed thrombosis or confirmed gout)"},
    {'E', "No gout or asthma and epilepsy", "not (gout or asthma or epilepsy)"},
    {'I', "Neither pregnant nor able to become pregnant", "not (pregnancy or for a person to judge (ability): \"able to become pregnant\")"},
    {'I', "Neither gout nor age over 70", "not (gout or age > 70 years)"},
    {'I', "No gout, asthma nor unable to consent", "not (gout or asthma or for a person to judge (legally incompetent): \"unable to consent\")"},
    {'E', "History of stroke or pregnancy", "(history of stroke or history of pregnancy) / or, read otherwise: (history of stroke or pregnancy)"},
    {'E', "History of stroke or gout", "history of stroke or history of gout"},
    {'E', "Able to walk. Two relapses", "not understood (a number without anything that it measures): \"Able to walk. Two\""},
    {'I', "Able to walk 20 m", "walking distance >= 20 m"},
};
CHECK_READINGS(tails, reach_of_a_denial)

/* Lists of different sorts of things, and what bars that comes without another. */
static const reading mixed_lists_cases[] = {
    {'I', "No gout, BMI > 33 or pregnancy", "not (gout or body mass index > 33 or pregnancy) / or, read otherwise: (not gout and (body mass index > 33 or pregnancy))"},
    {'I', "No gout, BMI > 33 or age over 70", "not (gout or body mass index > 33 or age > 70 years) / or, read otherwise: (not gout and (body mass index > 33 or age > 70 years))"},
    {'I', "No gout, pregnancy or warfarin", "not (gout or pregnancy or warfarin)"},
    {'I', "No gout, able to walk or to stand", "not gout or able to walk or able to stand"},
    {'E', "No gout, BMI > 33 or pregnancy", "not (gout or body mass index > 33 or pregnancy) / or, read otherwise: (not gout or body mass index > 33 or pregnancy)"},
    {'I', "Diabetes, BMI > 33 or smoking", "(diabetes mellitus and (body mass index > 33 or current smoker)) / or, read otherwise: (diabetes mellitus or body mass index > 33 or current smoker)"},
    {'I', "Diabetes, HbA1c > 9% or fasting glucose > 130 mg/dL", "diabetes mellitus and (HbA1c > 9% or fasting glucose > 130 mg/dL)"},
    {'I', "Age over 20, gout or asthma", "age > 20 years and (gout or asthma)"},
    {'E', "Age over 70 and no caregiver", "age > 70 years and not not understood (no condition was found in these words): \"no caregiver\""},
    {'E', "Age over 70 and no gout", "age > 70 years and not gout"},
    {'E', "Unable to read and no interpreter", "for a person to judge (inability): \"Unable to read\" and not \"interpreter\""},
    {'E', "Gout, but no tophi and no asthma", "gout and (not \"tophi\" and not asthma)"},
    {'E', "Gout, but no asthma or epilepsy", "gout and not (asthma or epilepsy)"},
    {'I', "Gout, but no asthma and no epilepsy", "gout and (not asthma and not epilepsy)"},
    {'E', "Gout, no asthma and no epilepsy", "(gout and not asthma and not epilepsy) / or, read otherwise: (gout or not asthma or not epilepsy)"},
};
CHECK_READINGS(tails, mixed_lists)

/* What is said before the first or behind the last, of each member: how long, when found, with which result. */
static const reading said_of_each_cases[] = {
    {'I', "Gout, asthma or epilepsy for at least 5 months", "gout for >= 5 months or asthma for >= 5 months or epilepsy for >= 5 months"},
    {'I', "Gout or asthma for at least 5 months", "gout for >= 5 months or asthma for >= 5 months"},
    {'I', "Gout; asthma or epilepsy for at least 5 months", "gout and (asthma for >= 5 months or epilepsy for >= 5 months)"},
    {'E', "Gout or asthma before age 30", "gout {time \"before age 30\"} or asthma {time \"before age 30\"}"},
    {'E', "Gout, psoriasis or asthma diagnosed within 5 months", "confirmed gout within 5 months before the index date or confirmed psoriasis within 5 months before the index date or confirmed asthma within 5 months before the index date"},
    {'E', "Gout or known asthma within 5 months", "gout within 5 months before the index date or confirmed asthma within 5 months before the index date"},
    {'E', "Recurrent gout or asthma", "(recurrent gout or asthma) / or, read otherwise: (recurrent gout or recurrent asthma)"},
    {'E', "Chronic gout or asthma", "chronic gout or asthma"},
    {'E', "Elevated ALT, AST or bilirubin", "high alanine aminotransferase or high aspartate aminotransferase or high total bilirubin"},
    {'E', "Abnormal ECG or echocardiogram", "abnormal electrocardiography or abnormal echocardiography"},
    {'E', "Abnormal colonoscopy or splenectomy", "abnormal colonoscopy or splenectomy"},
    {'E', "Low hemoglobin or platelets", "anemia or low platelet count"},
    {'E', "Elevated ALT or gout", "high alanine aminotransferase or gout"},
    {'E', "Elevated ALT or AST > 90 U/L", "high alanine aminotransferase > 90 U/L or high aspartate aminotransferase > 90 U/L"},
    {'E', "Heart rate", "not understood (nothing is said of what is measured): \"Heart rate\""},
    {'I', "Insulin or metformin naive", "not history of insulin and not history of metformin"},
    {'I', "On metformin and insulin-naive", "current metformin and not history of insulin"},
    {'E', "Daily aspirin or ibuprofen", "(regular aspirin or ibuprofen) / or, read otherwise: (regular aspirin or regular ibuprofen)"},
};
CHECK_READINGS(tails, said_of_each)

/* A word cut in two by a hyphen, a line without small letters. */
static const reading as_it_is_printed_cases[] = {
    {'E', "Un-controlled gout or asthma", "(uncontrolled gout or asthma) / or, read otherwise: (uncontrolled gout or uncontrolled asthma)"},
    {'E', "Un-treated epilepsy", "untreated epilepsy"},
    {'E', "Un-corrected strabismus", "strabismus {\"Un\"; \"corrected\"}"},
    {'E', "On-going infection", "current infection"},
    {'E', "Non-controlled gout", "gout and not controlled gout"},
    {'E', "ALLERGY TO ASPIRIN OR OPIOIDS", "aspirin allergy or opioid allergy"},
    {'E', "FRACTURE OR INFECTION OF THE WRIST", "bone fracture {\"WRIST\"} or infection {\"WRIST\"}"},
    {'E', "Fracture OR infection of the wrist", "bone fracture or infection {\"wrist\"}"},
};
CHECK_READINGS(tails, as_it_is_printed)

static const reading tails_and_heads_cases[] = {
    {'E', "Chronic use of steroids, opioids, or other sedatives", "(current chronic corticosteroid or current opioid or current other sedative) / or, read otherwise: (current chronic corticosteroid or current chronic opioid or current other chronic sedative)"},
    {'E', "Treatment for gout or other arthritis", "(treated gout or other arthritis) / or, read otherwise: (treated gout or other treated arthritis)"},
    {'I', "Interest in lowering the risk of gout and asthma", "\"Interest\" {\"lowering\"; \"risk\"; about gout} and \"Interest: asthma\" {about asthma}"},
    {'I', "Ferritin above 40 ng/mL for women", "(ferritin > 40 ng/mL and female) / or, read otherwise: (if female, then ferritin > 40 ng/mL)"},
    {'I', "Women with gout", "female and gout"},
    {'E', "Knee arthroplasty candidates", "knee replacement {\"candidates\"}"},
    {'E', "Asthma, COPD or heart failure, which limits walking", "asthma {\"walking\"} or chronic obstructive pulmonary disease {\"walking\"} or heart failure {\"walking\"}"},
    {'E', "Renal failure, due to gout", "renal failure {about gout}"},
    {'E', "Glaucoma, cataract or other diseases that affect reading", "glaucoma or cataract or other \"diseases\" {about disease; \"reading\"}"},
    {'E', "Drug abuse or craving that is deemed to interfere", "(drug abuse or for a person to judge (investigator opinion): \"craving that is deemed to interfere\") / or, read otherwise: for a person to judge (investigator opinion): \"Drug abuse or craving that is deemed to interfere\""},
    {'E', "Pacemaker or metal splinters not suitable for MRI", "(cardiac pacemaker or for a person to judge (investigator opinion): \"metal splinters not suitable for MRI\") / or, read otherwise: for a person to judge (investigator opinion): \"Pacemaker or metal splinters not suitable for MRI\""},
    {'E', "Psoriasis, pustular type", "psoriasis {\"pustular type\"}"},
    {'E', "Metastatic or recurrent breast cancer", "metastatic breast cancer or recurrent breast cancer"},
    {'E', "Acute or chronic pancreatitis", "pancreatitis"},
    {'E', "Anal, vulvar or laryngeal HPV cancer", "anal cancer {about human papillomavirus infection} or vulvar cancer {about human papillomavirus infection} or malignant neoplasm {\"laryngeal\"; about human papillomavirus infection}"},
    {'E', "Lung disease or surgery", "(lung disease or surgery) / or, read otherwise: (lung disease or lung surgery)"},
    {'E', "Stroke or surgery", "stroke or surgery"},
    {'E', "Warfarin, heparin or aspirin before admission", "warfarin before \"admission\" or heparin before \"admission\" or aspirin before \"admission\""},
    {'E', "Bypass surgery, including valve replacement and stenting, within 3 months", "surgery {\"Bypass\"} within 3 months before the index date or heart valve replacement {\"Bypass\"} within 3 months before the index date or stent placement {\"Bypass\"} within 3 months before the index date"},
    {'E', "Preoperative chemotherapy", "chemotherapy {\"Preoperative\"}"},
    {'I', "Preoperative hemoglobin > 10 g/dL", "hemoglobin > 10 g/dL"},
    {'E', "Preoperative anemia", "anemia"},
    {'E', "Moderate or severe, open fracture", "moderate or severe open fracture"},
    {'E', "Severe, uncontrolled asthma", "uncontrolled severe asthma"},
    {'E', "Mild, moderate or severe asthma", "mild asthma or moderate or severe asthma"},
    {'E', "Depression or learning problems that prevent driving", "depressive disorder {about driving} or \"learning problems\" {about driving}"},
    {'E', "Stroke, or driving is considered unsafe", "stroke or driving {\"unsafe\"}"},
};
CHECK_READINGS(tails, tails_and_heads)

static const reading sentences_cases[] = {
    {'I', "The time between injury and surgery should not exceed 24 hours", "\"time between injury and surgery\" for <= 24 hours"},
    {'I', "Interval from diagnosis to surgery of less than 3 months", "\"Interval from diagnosis to surgery\" for < 3 months"},
    {'I', "Asthma, and at least 4 weeks between the last chemotherapy and surgery", "asthma and \"at least 4 weeks between the last chemotherapy and surgery\""},
    {'E', "CT or ultrasound showed a kidney stone", "confirmed nephrolithiasis"},
    {'E', "Imaging (such as CT or MRI) and endoscopy revealed a tumor", "confirmed neoplasm"},
    {'I', "Chest X-ray found no pneumonia", "(not pneumonia and not understood (words that nothing was found for): \"Chest X-ray\") / or, read otherwise: not confirmed pneumonia"},
    {'I', "Mothers aged 20 to 40 years", "age (parent) from 20 to 40 years"},
    {'I', "Age under 18 years, and over 65 years", "age < 18 years or age > 65 years"},
    {'I', "Age over 18 years, and under 65 years", "age > 18 years and age < 65 years"},
    {'E', "Contraindicating to MRI", "for a person to judge (safety): \"Contraindicating to MRI\""},
    {'E', "ICU stay - less than 3 days", "intensive care unit admission for < 3 days"},
    {'I', "Documented family history of gout", "gout (family)"},
    {'I', "One or more diseases of the following two groups: gout, asthma", "gout or asthma"},
    {'I', "At least two conditions of the following: gout, asthma, epilepsy", "at least 2 of: gout; asthma; epilepsy"},
};
CHECK_READINGS(tails, sentences)

static const reading limits_of_several_cases[] = {
    {'I', "At least 20 pack years of smoking or at least 15 years duration", "pack-years >= 20 pack-years or current smoker for >= 15 years"},
    {'E', "Illness or condition that would preclude the use of anesthesia (ASA 4)", "(\"Illness\" {about disease; about anesthesia} or current \"condition\" {about disease; about anesthesia}) and ASA physical status = 4"},
    {'I', "The cumulative dose of epirubicin is expected to exceed 400 mg", "\"cumulative dose\" {\"epirubicin\" = epirubicin} > 400 mg"},
    {'I', "At least two cups of tea or coffee", "(number of \"cups\" {\"tea\"} >= 2 or \"coffee\") / or, read otherwise: (number of \"cups\" {\"tea\"} >= 2 or number of \"coffee\" {\"tea\"} >= 2)"},
    {'I', "Shadows not fully explained by effusion, collapse/scars, or nodules", "\"Shadows\" {\"not\"; \"fully\"; \"effusion\"} or \"Shadows\" {about \"collapse\"; \"not\"} or \"Shadows\" {about \"scars\"; \"not\"} or \"Shadows\" {about \"nodules\"; \"not\"}"},
};
CHECK_READINGS(tails, limits_of_several)

static const reading of_which_kind_cases[] = {
    {'E', "Operation (thoracic or vascular) within 4 weeks", "surgery {\"thoracic\"} within 4 weeks before the index date or vascular surgery within 4 weeks before the index date"},
    {'E', "Hepatitis (viral or autoimmune)", "viral hepatitis or autoimmune hepatitis"},
    {'E', "Vascular disease (such as aneurysm or stroke)", "vascular disease or aneurysm or stroke"},
    {'E', "Bleeding disorder, which requires transfusion", "bleeding disorder and blood transfusion {\"needed\"}"},
    {'E', "Fracture, dislocation or surgery of the elbow", "bone fracture {\"elbow\"} or joint dislocation {\"elbow\"} or surgery {\"elbow\"}"},
    {'E', "Abdominal surgery or radiotherapy", "(abdominal surgery or radiotherapy) / or, read otherwise: (abdominal surgery or abdominal radiotherapy)"},
    {'E', "Intolerance of, or contraindication to, aspirin", "for a person to judge (safety): \"Intolerance\" or for a person to judge (safety): \"contraindication to, aspirin\""},
    {'E', "First or second degree AV block", "first degree AV block or second degree AV block"},
    {'E', "COPD, GOLD 3 or 4", "chronic obstructive pulmonary disease and GOLD stage 3 or 4"},
    {'E', "Uremia, sodium < 120 mmol/L", "(uremia and sodium < 120 mmol/L) / or, read otherwise: (uremia or sodium < 120 mmol/L)"},
    {'I', "Either gout or asthma, but not both", "(gout or asthma) and not (gout and asthma)"},
    {'I', "At least 3 weeks between the doses", "\"At least 3 weeks between the doses\""},
    {'I', "One or more risk factors: gout, asthma, epilepsy", "gout or asthma or epilepsy"},
    {'I', "Two of the following symptoms: fever, cough, dyspnea", "at least 2 of: fever; cough; dyspnea"},
    {'E', "Kidney disease, stage 3 or higher, or gout", "kidney disease {number \"stage 3 or higher\"} or gout"},
    {'E', "Lung cancer, stage IV", "lung cancer and cancer stage 4"},
};
CHECK_READINGS(tails, of_which_kind)

static const reading one_list_of_what_they_have_cases[] = {
    {'E', "Participants are excluded if they have gout, epilepsy, or a stroke", "gout or epilepsy or stroke"},
    {'I', "Eligible if they have gout, HbA1c < 9%", "gout and HbA1c < 9%"},
    {'E', "If they have gout, epilepsy, or a stroke", "(gout or epilepsy or stroke) / or, read otherwise: (gout and (epilepsy or stroke))"},
    {'I', "If diabetic, HbA1c < 9%", "if diabetes mellitus, then HbA1c < 9%"},
};
CHECK_READINGS(tails, one_list_of_what_they_have)

static const reading other_than_of_reasons_cases[] = {
    {'E', "Admission for reasons other than asthma", "hospitalization {\"reasons\"}, except asthma {\"reasons\"}"},
    {'E', "Corneal transplant for a disease other than keratitis", "corneal transplant {about disease}, except keratitis {\"disease\"}"},
    {'E', "Antibiotics for indications other than cystitis or acne", "antibiotic {\"indications\"}, except (cystitis {\"indications\"} or acne vulgaris {\"indications\"})"},
    {'E', "Cancer of any kind other than basal cell carcinoma", "malignant neoplasm, except basal cell carcinoma"},
};
CHECK_READINGS(tails, other_than_of_reasons)

static const reading current_or_recent_cases[] = {
    {'E', "Current or recent pneumonia", "current pneumonia or recent pneumonia"},
    {'E', "Active or latent TB", "current tuberculosis or current latent tuberculosis infection"},
    {'E', "Active or chronic hepatitis B", "current hepatitis b or current chronic hepatitis b"},
    {'E', "Current and/or untreated brain metastases", "current brain metastasis or current untreated brain metastasis"},
    {'E', "Active tuberculosis", "current tuberculosis"},
    {'E', "Second- or third-degree heart block", "second degree AV block or complete heart block"},
    {'I', "Creatinine clearance above 40 mL/min as calculated by the Cockcroft-Gault equation", "creatinine clearance > 40 mL/min"},
    {'I', "Creatinine clearance above 40 mL/min (by Cockcroft-Gault formula)", "creatinine clearance > 40 mL/min"},
    {'I', "Measurable lesion according to RECIST v1.1", "measurable disease"},
    {'I', "Measurable disease as defined by RECIST version 1.1", "measurable disease"},
    {'E', "Live vaccine within 20 days of planned start of study therapy", "live vaccine within 20 days before treatment start"},
    {'E', "Liver disease, current or recent", "recent liver disease"},
    {'E', "Current or recent (within 2 months) infection", "current infection or recent infection within 2 months before the index date"},
    {'E', "Current infection after recent surgery", "current infection after \"surgery\""},
};
CHECK_READINGS(tails, current_or_recent)

static const reading monotherapies_cases[] = {
    {'I', "On metformin monotherapy", "current metformin {\"monotherapy\"}"},
    {'E', "Previous monotherapy with warfarin", "history of warfarin {\"monotherapy\"}"},
};
CHECK_READINGS(tails, monotherapies)

static const reading somebodys_child_cases[] = {
    {'I', "Lives with a child under 3 years of age", "age (family) {\"child\"; \"Lives\"} < 3 years"},
    {'I', "At least one child aged 2 to 4 years", "age (family) from 2 to 4 years"},
    {'I', "Having an infant aged 6 months or less", "age (family) <= 6 months"},
    {'I', "A child aged 4 to 10 years", "age from 4 to 10 years"},
    {'I', "With a Child-Pugh class of B", "Child-Pugh score 2"},
};
CHECK_READINGS(tails, somebodys_child)

static const reading not_required_cases[] = {
    {'I', "Gout (joint aspiration not required)", "gout"},
    {'I', "Internet access; a smartphone is not mandatory", "internet access / or, read otherwise: (internet access or smartphone)"},
    {'I', "Epilepsy; EEG is not needed", "epilepsy"},
    {'E', "Diabetes not requiring insulin", "diabetes mellitus {\"not\"; about insulin}"},
};
CHECK_READINGS(tails, not_required)

static const reading judged_lists_cases[] = {
    {'I', "Tumor amenable to lobectomy, pneumonectomy", "neoplasm and for a person to judge (candidacy): \"amenable to lobectomy\" and for a person to judge (candidacy): \"pneumonectomy\""},
    {'I', "Candidate for surgery, gout", "for a person to judge (candidacy): \"Candidate for surgery\" and gout"},
    {'E', "Contraindication to aspirin, warfarin", "for a person to judge (safety): \"Contraindication to aspirin\" or for a person to judge (safety): \"warfarin\""},
    {'E', "COPD, or history of seizure that in the opinion of the investigator is unsafe", "(chronic obstructive pulmonary disease or for a person to judge (investigator opinion): \"history of seizure that in the opinion of the investigator is unsafe\") / or, read otherwise: for a person to judge (investigator opinion): \"COPD, or history of seizure that in the opinion of the investigator is unsafe\""},
};
CHECK_READINGS(tails, judged_lists)

/* A word and its denial, or with and without, leave nobody out. */
static const reading nobody_left_out_cases[] = {
    {'E', "Gout with/without tophi", "gout"},
    {'E', "Retinopathy with and without macular edema, glaucoma", "retinopathy or glaucoma"},
    {'I', "Adults with / without gout", "\"Adults\""},
    {'E', "Gout with asthma and without COPD", "gout and asthma and not chronic obstructive pulmonary disease"},
    {'I', "Smokers and non-smokers", "not understood (it permits something and asks for nothing): \"Smokers and non-smokers\""},
    {'I', "Diabetic and non-diabetic patients with glaucoma", "glaucoma"},
    {'I', "Non-smokers or smokers with gout", "gout"},
    {'I', "Valvular and nonvalvular atrial fibrillation", "\"Valvular\" or nonvalvular atrial fibrillation"},
    {'I', "Non-ischemic or ischemic cardiomyopathy", "\"Non-ischemic\" or ischemic cardiomyopathy"},
    {'I', "Non-smokers and diabetics", "(non-smoker and diabetes mellitus) / or, read otherwise: (non-smoker or diabetes mellitus)"},
    {'I', "Non-lactating and non-pregnant women", "not lactation and (not pregnancy and female)"},
};
CHECK_READINGS(tails, nobody_left_out)

/* A prefix denies its own word, and nothing else. */
static const reading prefixes_cases[] = {
    {'E', "Non-smoker, asthma", "non-smoker or asthma"},
    {'E', "Non-English or Spanish speaking", "not (speaks English or speaks Spanish)"},
    {'I', "Non-pregnant women aged 20 to 40 years", "not pregnancy and age from 20 to 40 years and female"},
    {'I', "Non-smoking men", "not current smoker and male"},
    {'I', "Non-pregnant", "not pregnancy"},
    {'I', "Not pregnant, aged 20 or over", "not pregnancy and age >= 20 years"},
    {'I', "Non-diabetic patients over 40 years", "not diabetes mellitus and not understood (a number without anything that it measures): \"Non-diabetic patients over 40 years\""},
    {'E', "No asthma, gout", "not (asthma or gout)"},
};
CHECK_READINGS(tails, prefixes)

/* Nobody is of both sexes, and few are of both sorts of people. */
static const reading sorts_of_people_cases[] = {
    {'I', "Men and women of childbearing potential must use contraception", "if (male or woman of childbearing potential), then contraception"},
    {'I', "Men and non-pregnant women", "male or (not pregnancy and female)"},
    {'I', "Male and not pregnant", "male and not pregnancy"},
    {'I', "Women with PCOS and men with infertility", "(female and polycystic ovary syndrome) or (male and infertility)"},
    {'E', "Women who are pregnant and men with pregnant partners", "(female and pregnancy) or (male and pregnancy (partner))"},
    {'I', "Men and non-pregnant, non-lactating women", "male or (not pregnancy and not lactation and female)"},
    {'I', "Men or non-smoking, non-pregnant women aged 21 to 66 years", "(male or (not current smoker and not pregnancy and female)) and age from 21 to 66 years"},
    {'I', "Men, and non-pregnant and non-nursing women with gout", "((male or (not pregnancy and not lactation and female)) and gout) / or, read otherwise: (male or (not pregnancy and not lactation and female and gout))"},
    {'I', "Non-smoking, non-diabetic, non-pregnant women", "not current smoker and (not diabetes mellitus and not pregnancy and female)"},
    {'I', "Asthma, non-smoker or not pregnant", "asthma or non-smoker or not pregnancy"},
    {'I', "For women of childbearing potential and men of that age contraception", "not understood (what is asked of men, and what of women?): \"women of childbearing potential and men of that age contraception\""},
    {'I', "Patients with gout and patients with psoriasis", "(gout and psoriasis) / or, read otherwise: (gout or psoriasis)"},
    {'I', "Male patients with gout and psoriasis", "male and (gout and psoriasis)"},
};
CHECK_READINGS(tails, sorts_of_people)

/* What a tail is about may go on behind the connective. */
static const reading objects_of_tails_cases[] = {
    {'E', "Health reasons preventing exercise and exercise test", "(\"Health reasons\" {about physical activity} or exercise test) / or, read otherwise: (\"Health reasons\" {about physical activity} or exercise test {\"Health reasons preventing\"})"},
    {'E', "Device for step count or physical activity", "(\"Device\" (device) {about medical device; about steps per day} or physical activity) / or, read otherwise: (\"Device\" (device) {about medical device; about steps per day} or physical activity {\"Device for\"})"},
    {'E', "Stroke before hysterectomy or oophorectomy", "(stroke before hysterectomy or oophorectomy) / or, read otherwise: (stroke before hysterectomy or oophorectomy {\"Stroke before hysterectomy\"})"},
    {'E', "Stroke before hysterectomy, or gout", "stroke before hysterectomy or gout"},
    {'E', "Allergic reaction or intolerance to aspirin", "aspirin allergy or \"intolerance\" {about aspirin}"},
    {'E', "Allergic reaction, gout or asthma", "hypersensitivity disorder or gout or asthma"},
    {'E', "Allergic reactions to aspirin, lumeracin or heparin", "aspirin allergy or hypersensitivity disorder {about \"lumeracin\"} or heparin allergy"},
    {'E', "Contact with patients or pregnancy", "\"Contact\" or pregnancy"},
    {'E', "Patients with gout who need to take steroids", "gout and corticosteroid {\"take\"; \"needed\"}"},
    {'E', "Patients need to have gout", "not gout / or, read otherwise: gout"},
};
CHECK_READINGS(tails, objects_of_tails)

/* "Previous" before what was done is not of a state behind it. */
static const reading whose_previous_cases[] = {
    {'E', "Previous knee surgery, anemia or gout", "(history of knee surgery or history of anemia or history of gout) / or, read otherwise: (history of knee surgery or anemia or gout)"},
    {'E', "Prior radiotherapy and pregnancy", "(history of radiotherapy or history of pregnancy) / or, read otherwise: (history of radiotherapy or pregnancy)"},
    {'E', "Prior stroke or epilepsy", "(history of stroke or history of epilepsy) / or, read otherwise: (history of stroke or epilepsy)"},
    {'E', "Prior stroke or myocardial infarction", "history of stroke or history of myocardial infarction"},
    {'E', "History of knee surgery, anemia", "history of knee surgery or history of anemia"},
    {'E', "Prior depression or anxiety", "history of depressive disorder or history of anxiety disorder"},
    {'E', "Previous knee surgery and gout within 6 months", "history of knee surgery within 6 months before the index date or history of gout within 6 months before the index date"},
};
CHECK_READINGS(tails, whose_previous)

/* The condition, the exception or the permission behind the last of several. */
static const reading of_the_last_cases[] = {
    {'I', "Gout or asthma if FEV1 > 60%", "(gout or (FEV1 > 60% and asthma)) / or, read otherwise: (if FEV1 > 60%, then (gout or asthma))"},
    {'I', "Gout if on insulin", "if current insulin, then gout"},
    {'I', "If on insulin, gout or asthma", "if current insulin, then (gout or asthma)"},
    {'E', "Gout or asthma if FEV1 < 60%", "(gout or (FEV1 < 60% and asthma)) / or, read otherwise: (FEV1 < 60% and (gout or asthma))"},
    {'I', "BMI > 32 or BMI > 28 if diabetic", "body mass index > 32 or (diabetes mellitus and body mass index > 28)"},
    {'E', "Liver disease other than alcoholic", "liver disease, except alcoholic liver disease"},
    {'E', "Heart disease other than hypertension", "heart disease, except hypertension (as a kind)"},
    {'E', "Cancer other than melanoma", "malignant neoplasm, except malignant melanoma"},
    {'I', "Patients with gout will be included if HbA1c < 7%", "(gout and HbA1c < 7%) / or, read otherwise: (if gout, then HbA1c < 7%)"},
    {'I', "Patients with gout are eligible if HbA1c < 7%", "(if gout, then HbA1c < 7%) / or, read otherwise: (gout and HbA1c < 7%)"},
    {'I', "BMI 20 to 24 kg/m2; up to 27 is allowed if HbA1c is below 7%",
     "body mass index from 20 to 24 kg/m2 or (HbA1c < 7% and body mass index from 20 to 27)"},
    {'I', "HbA1c 6 to 8%; up to 75 mmol/mol is allowed if BMI is below 30 kg/m2",
     "HbA1c from 6 to 8% or (body mass index < 30 kg/m2 and HbA1c from 42.08 to 75 mmol/mol)"},
    {'I', "BMI 20-24; those with BMI up to 27 are eligible if HbA1c < 7%", "body mass index from 20 to 24 or (body mass index from 20 to 27 and HbA1c < 7%)"},
    {'I', "Patients on insulin were also included", "not understood (it permits something and asks for nothing): \"Patients on insulin were also included\""},
    {'I', "Patients will be included if they have gout", "gout"},
};
CHECK_READINGS(tails, of_the_last)

/* The first of its kind, what is planned or only possible, and what is no disorder. */
static const reading first_or_planned_cases[] = {
    {'I', "First ever stroke", "stroke {course \"first\"}"},
    {'I', "First episode of depression within 2 years", "depressive disorder {course \"first\"} within 2 years before the index date"},
    {'I', "Stroke", "stroke"},
    {'E', "Surgical plan for hip replacement", "planned hip replacement"},
    {'E', "Patients who might be pregnant", "suspected pregnancy"},
    {'E', "Women who are or might be pregnant", "female and confirmed or suspected pregnancy"},
    {'I', "Planned chemotherapy with carboplatin or paclitaxel", "(planned chemotherapy and (planned carboplatin or planned paclitaxel)) / or, read otherwise: ((planned chemotherapy and planned carboplatin) or planned paclitaxel)"},
    {'I', "Surgery with carboplatin", "surgery and carboplatin"},
    {'I', "Good mental condition", "adequate \"mental condition\" {about disease}"},
    {'I', "Stroke for at least 6 months ago", "stroke at least 6 months before the index date"},
    {'I', "Gout for at least 6 months", "gout for >= 6 months"},
    {'I', "Gout for at least 6 months before screening", "gout for >= 6 months within 6 months before screening"},
};
CHECK_READINGS(tails, first_or_planned)

/* How something was found is asked of nobody. */
static const reading ways_to_find_out_cases[] = {
    {'I', "Cytologically or histologically confirmed sarcoma", "confirmed sarcoma"},
    {'I', "Clinically, radiologically and/or surgically proven gout", "confirmed gout"},
    {'I', "Histologically confirmed, unresectable or metastatic melanoma", "confirmed unresectable malignant melanoma or metastatic confirmed malignant melanoma"},
    {'E', "Known, uncontrolled asthma", "confirmed uncontrolled asthma"},
    {'E', "Known asthma, uncontrolled gout", "confirmed asthma or uncontrolled gout"},
    {'I', "Healthy as indicated by medical history, physical examination and ECG", "healthy"},
    {'I', "Asthma confirmed by spirometry, COPD and gout", "asthma and chronic obstructive pulmonary disease and gout"},
    {'I', "Gout diagnosed either by physical exam or ultrasound", "gout"},
    {'I', "Of any race or ethnicity, aged 30 or older", "age >= 30 years"},
    {'I', "Gout even in the presence of asthma", "gout"},
};
CHECK_READINGS(tails, ways_to_find_out)

/* Not of the patient, not of the whole list, not of a number alone. */
static const reading not_of_it_cases[] = {
    {'I', "Sexually active with men", "\"Sexually active with men\" (social) {about sexually active}"},
    {'E', "Surgery on or around the knee", "surgery {\"knee\"}"},
    {'E', "Gout (active arthritis, tophi) or knee surgery", "gout or current arthritis or current \"tophi\" {\"example\"} or knee surgery"},
    {'E', "Insomnia, currently with sedatives", "insomnia and current sedative"},
    {'E', "Lidocaine or prilocaine allergy", "(lidocaine or allergy {about prilocaine}) / or, read otherwise: (lidocaine {\"allergy\"} or allergy {about prilocaine})"},
    {'E', "Aspirin, ibuprofen or latex allergy", "(aspirin or ibuprofen or latex allergy) / or, read otherwise: (aspirin allergy or ibuprofen allergy or latex allergy)"},
    {'E', "Treatment for gout or severe asthma", "(treated gout or severe asthma) / or, read otherwise: (treated gout or treated severe asthma)"},
    {'E', "No improvement in symptoms and histology", "(not (\"improvement\" {about symptom} or histopathological examination) / or, read otherwise: not (\"improvement\" {about symptom} and histopathological examination)) / or, read otherwise: (not (\"improvement\" {about symptom} or histopathological examination {\"improvement in\"}) / or, read otherwise: not (\"improvement\" {about symptom} and histopathological examination {\"improvement in\"}))"},
    {'I', "Best corrected visual acuity of 20/40 or better", "best corrected visual acuity >= 0.5"},
    {'I', "Best corrected visual acuity >= 0.5", "best corrected visual acuity >= 0.5"},
    {'E', "Alcohol intake above 20 g and 30 g for women and men, respectively", "(alcohol intake > 20 g and female) or (alcohol intake > 30 g and male)"},
    {'E', "Waist > 102 cm in men and > 88 cm in women, respectively", "(waist circumference > 102 cm and male) or (waist circumference > 88 cm and female) or \"respectively\""},
    {'I', "Gout; or asthma and on insulin", "gout or (asthma and current insulin)"},
    {'I', "Gout; asthma; or COPD", "(gout or asthma or chronic obstructive pulmonary disease) / or, read otherwise: (gout and (asthma or chronic obstructive pulmonary disease))"},
    {'I', "Gout; asthma; and COPD", "gout and asthma and chronic obstructive pulmonary disease"},
};
CHECK_READINGS(tails, not_of_it)

/* Whose it is, what it is about, what it is for. */
static const reading whose_and_what_for_cases[] = {
    {'I', "Premenopausal women must use contraception", "if premenopausal, then contraception"},
    {'I', "Lives in Boston, speaks English or Spanish, has a history of gout", "\"Lives\" {\"Boston\"} and (speaks English or speaks Spanish) and history of gout"},
    {'I', "Gout, asthma or COPD", "gout or asthma or chronic obstructive pulmonary disease"},
    {'E', "Vasopressors to maintain SBP > 90 mmHg or MAP > 60 mmHg", "vasopressor {\"to maintain SBP > 90 mmHg or MAP > 60 mmHg\"}"},
    {'E', "SBP < 90 mmHg or MAP < 60 mmHg", "systolic blood pressure < 90 mmHg or mean arterial pressure < 60 mmHg"},
    {'E', "Hypersensitivity to lumeracin or aspirin", "allergy {\"lumeracin\"} or aspirin allergy"},
    {'E', "Hypersensitivity to lumeracin or other volatile anesthetics, or to heparin", "allergy {\"lumeracin\"} or other allergy {about volatile anaesthetic} or heparin allergy"},
    {'E', "Hypersensitivity or gout", "allergy or gout"},
    {'E', "Seizure not induced by drug withdrawal, a relative with epilepsy or gout", "seizure {\"not\"; about withdrawal syndrome} or epilepsy (family) or gout (family)"},
    {'E', "Asthma, a relative with gout, psoriasis or lupus, stroke", "(asthma or gout (family) or psoriasis (family) or lupus erythematosus (family) or stroke) / or, read otherwise: (asthma or gout (family) or psoriasis or lupus erythematosus or stroke)"},
    {'E', "Family history of gout, psoriasis or lupus", "gout (family) or psoriasis (family) or lupus erythematosus (family)"},
    {'I', "Indications of surgery: gout and psoriasis", "for a person to judge (candidacy): \"Indications of surgery\" and (gout or psoriasis)"},
    {'I', "Patients who met the diagnostic criteria for schizophrenia", "schizophrenia"},
};
CHECK_READINGS(tails, whose_and_what_for)

/* "Needed", "allergic to", "abuse of" go on behind the connective. */
static const reading heads_that_go_on_cases[] = {
    {'E', "Need for dialysis or mechanical ventilation", "(dialysis {\"required\"} or mechanical ventilation) / or, read otherwise: (dialysis {\"required\"} or mechanical ventilation {\"required\"})"},
    {'E', "Dependence on steroids or opioids", "(corticosteroid {\"required\"} or opioid) / or, read otherwise: (corticosteroid {\"required\"} or opioid {\"required\"})"},
    {'E', "Need for insulin or insulin within a year", "insulin {\"required\"} or insulin within 1 year before the index date"},
    {'E', "Need for dialysis or pregnancy", "dialysis {\"required\"} or pregnancy"},
    {'E', "Serious allergy to, or a reaction to aspirin", "severe allergy {about aspirin} or \"reaction\" {about aspirin}"},
    {'E', "Allergy, or gout", "allergy or gout"},
    {'E', "Drug abuse of depressants, hallucinogens, opioids, or cocaine", "drug abuse {about sedative} or hallucinogen use or drug abuse {about opioid} or cocaine use"},
    {'E', "Gout, without or with any treatment within 6 months", "gout within 6 months before the index date / or, read otherwise: gout"},
};
CHECK_READINGS(tails, heads_that_go_on)

/* A limit or a grade behind the last of several: of that one, or of all. */
static const reading limit_of_the_last_cases[] = {
    {'E', "Anemia or bleeding (hemoglobin < 8 g/dL)", "(anemia or (hemorrhage and hemoglobin < 8 g/dL)) / or, read otherwise: ((anemia or hemorrhage) and hemoglobin < 8 g/dL)"},
    {'I', "Gout or asthma (FEV1 < 60%)", "(gout or (FEV1 < 60% / or, read otherwise: (asthma and FEV1 < 60%))) / or, read otherwise: ((gout or asthma) and FEV1 < 60%)"},
    {'I', "No history of anemia or bleeding (hemoglobin < 8 g/dL)", "not (history of anemia or (history of hemorrhage and hemoglobin < 8 g/dL)) / or, read otherwise: not ((history of anemia or history of hemorrhage) and hemoglobin < 8 g/dL)"},
    {'E', "Hyperkalemia or hyponatremia (< 130 mmol/L)", "hyperkalemia or sodium < 130 mmol/L"},
    {'E', "Smoking or alcohol abuse (> 14 drinks/week)", "current smoker or (alcoholic drinks > 14 drinks/week / or, read otherwise: (alcohol use disorder and alcoholic drinks > 14 drinks/week))"},
    {'E', "Neutropenia, thrombocytopenia, or anemia (Hb < 9 g/dL)", "neutropenia or thrombocytopenia or hemoglobin < 9 g/dL"},
    {'E', "Asthma, COPD (FEV1 < 50%)", "asthma or (FEV1 < 50% / or, read otherwise: (chronic obstructive pulmonary disease and FEV1 < 50%))"},
    {'E', "Neuropathy or mucositis (grade > 1)", "(neuropathy or oral mucositis grade > 1) / or, read otherwise: (neuropathy {\"grade > 1\"} or oral mucositis grade > 1)"},
    {'E', "Nausea, vomiting or diarrhea of grade 2 or higher", "(nausea or vomiting or diarrhea grade >= 2) / or, read otherwise: (nausea {\"grade 2 or higher\"} or vomiting {\"grade 2 or higher\"} or diarrhea grade >= 2)"},
    {'I', "Melanoma or sarcoma stage III or IV", "(malignant melanoma or (cancer stage 3 or 4 and sarcoma)) / or, read otherwise: (malignant melanoma {\"stage III or IV\"} or (cancer stage 3 or 4 and sarcoma))"},
    {'E', "Asthma or heart failure NYHA class III", "asthma or (NYHA class 3 and heart failure)"},
    {'E', "Stroke within 2 days or mucositis grade 3-4", "stroke within 2 days before the index date or oral mucositis grade from 3 to 4"},
    {'E', "Prednisone or methylprednisolone (> 10 mg/day)", "(prednisone or methylprednisolone at a dose > 10 mg/day) / or, read otherwise: (prednisone at a dose > 10 mg/day or methylprednisolone at a dose > 10 mg/day)"},
};
CHECK_READINGS(tails, limit_of_the_last)

/* A limit behind a denial and "or" may be denied, too; one in a bracket is. */
static const reading denied_limits_cases[] = {
    {'I', "No renal failure or creatinine > 2 mg/dL", "not (renal failure or serum creatinine > 2 mg/dL) / or, read otherwise: (not renal failure or serum creatinine > 2 mg/dL)"},
    {'I', "No gout, fever or WBC > 12 x 10^9/L", "not (gout or fever or white blood cell count > 12 x10^9/L) / or, read otherwise: (not (gout or fever) or white blood cell count > 12 x10^9/L)"},
    {'I', "No neuropathy or mucositis (grade > 1)", "not (neuropathy or oral mucositis grade > 1) / or, read otherwise: not (neuropathy {\"grade > 1\"} or oral mucositis grade > 1)"},
    {'I', "No diabetes, or HbA1c < 8%", "not diabetes mellitus or HbA1c < 8%"},
    {'I', "No diabetes and HbA1c < 6%", "not diabetes mellitus and HbA1c < 6%"},
    {'I', "Non-smoker or < 5 pack-years", "non-smoker or pack-years < 5 pack-years"},
    {'I', "Without metastases or with < 3 brain metastases", "not metastatic cancer or number of brain metastasis < 3"},
};
CHECK_READINGS(tails, denied_limits)

/* What somebody is on, behind denials: denied with them, or asked for. */
static const reading taken_behind_denials_cases[] = {
    {'I', "No history of stroke, gout, and currently taking heparin", "not (history of stroke or history of gout or current heparin) / or, read otherwise: (not (history of stroke or history of gout) and current heparin)"},
    {'I', "No asthma and on insulin", "not (asthma or current insulin) / or, read otherwise: (not asthma and current insulin)"},
    {'I', "No cancer, no gout, and receiving dialysis", "not malignant neoplasm and not gout and current dialysis"},
    {'I', "No history of HIV, hepatitis B, and active hepatitis C", "not (history of human immunodeficiency virus infection or history of hepatitis b or current hepatitis c)"},
    {'I', "No history of epilepsy, and currently not taking steroids", "not history of epilepsy and not current corticosteroid"},
    {'I', "No fever, gout, or currently taking antibiotics", "not (fever or gout or current antibiotic)"},
    {'I', "No history of seizures, and on a stable dose of valproate for 3 months", "not (history of seizure or current stable valproate for >= 3 months) / or, read otherwise: (not history of seizure and current stable valproate for >= 3 months)"},
    {'I', "Gout and taking allopurinol for 6 months", "gout and current allopurinol for >= 6 months"},
    {'I', "HIV infection and antiretroviral therapy for 12 months", "human immunodeficiency virus infection for >= 12 months and antiretroviral for >= 12 months"},
};
CHECK_READINGS(tails, taken_behind_denials)

/* What somebody is treated with, behind what they have, is no more of that list. */
static const reading treated_behind_cases[] = {
    {'I', "Asthma, on medium or high dose inhaled corticosteroids", "asthma and current medium or high dose inhaled corticosteroid"},
    {'I', "Gout, asthma, on allopurinol or febuxostat", "(((gout and asthma) / or, read otherwise: (gout or asthma)) and (current allopurinol or current febuxostat)) / or, read otherwise: (gout or asthma or current allopurinol or current febuxostat)"},
    {'I', "Epilepsy, with or without gout, on valproate or phenytoin", "epilepsy and (current valproate or current phenytoin)"},
    {'I', "Psychosis, on oral or injectable antipsychotics", "(psychotic disorder and (current oral antipsychotic or current antipsychotic {\"injectable\"})) / or, read otherwise: ((psychotic disorder and current oral antipsychotic) or current antipsychotic {\"injectable\"})"},
    {'E', "Asthma, gout, on oral or inhaled steroids", "((asthma or gout) and (current oral corticosteroid or current inhaled corticosteroid)) / or, read otherwise: (asthma or gout or current oral corticosteroid or current inhaled corticosteroid)"},
    {'E', "Epilepsy, on valproate or phenytoin", "(epilepsy and (current valproate or current phenytoin)) / or, read otherwise: (epilepsy or current valproate or current phenytoin)"},
    {'E', "Epilepsy, use of steroids or NSAIDs", "epilepsy or current corticosteroid or current non-steroidal anti-inflammatory drug"},
    {'I', "Diabetes, on diet, metformin or insulin", "diabetes mellitus and (current \"diet\" or current metformin or current insulin)"},
    {'I', "Gout, epilepsy, or on dialysis", "gout or epilepsy or current dialysis"},
    {'I', "Gout, psoriasis, or taking steroids", "gout or psoriasis or current corticosteroid"},
    {'I', "Gout, epilepsy, or surgery", "gout or epilepsy or surgery"},
    {'I', "On a stable dose of aspirin", "current stable aspirin"},
    {'E', "Surgery on the left knee", "left surgery {\"knee\"}"},
};
CHECK_READINGS(tails, treated_behind)

/* What stands behind a list that has had its last connective is not counted. */
static const reading beside_what_is_counted_cases[] = {
    {'I', "Two or more of gout, asthma and smoking, and age over 18 years", "(at least 2 of: gout; asthma; current smoker) and age > 18 years"},
    {'I', "At least two of the following: fever, cough or dyspnea; and age >= 18", "(at least 2 of: fever; cough; dyspnea) and age >= 18 years"},
    {'I', "At least two of gout, asthma or COPD, aged 40 or older", "(at least 2 of: gout; asthma; chronic obstructive pulmonary disease) and age >= 40 years"},
    {'I', "At least two of fever, cough, dyspnea, and SpO2 < 94%", "at least 2 of: fever; cough; dyspnea; oxygen saturation < 94%"},
    {'E', "Two or more of asthma, COPD and smoking, and pregnancy", "((at least 2 of: asthma; chronic obstructive pulmonary disease; current smoker) and pregnancy) / or, read otherwise: ((at least 2 of: asthma; chronic obstructive pulmonary disease; current smoker) or pregnancy) / or, read otherwise: (at least 2 of: asthma; chronic obstructive pulmonary disease; current smoker; pregnancy)"},
    {'I', "At least one of ataxia, tremor or rigidity, and age over 18", "(ataxia or tremor or \"rigidity\") and age > 18 years"},
    {'I', "Two or more of: renal and hepatic failure, stroke, and gout", "at least 2 of: (renal failure and liver failure); stroke; gout"},
    {'I', "Three of fever, cough, dyspnea and fatigue", "at least 3 of: fever; cough; dyspnea; fatigue"},
    {'E', "Two of the patient's siblings with asthma", "number of asthma (family) >= 2 / or, read otherwise: number of asthma (family) = 2"},
    {'E', "Any cancer, infection or bleeding disorder, and pregnancy", "malignant neoplasm or infection or bleeding disorder or pregnancy"},
};
CHECK_READINGS(tails, beside_what_is_counted)

/* Words that nobody knows may stand in the list that a comma goes on. */
static const reading unknown_of_a_list_cases[] = {
    {'I', "Any of ataxia, tremor or rigidity, and age over 18", "((ataxia or tremor or \"rigidity\") and age > 18 years) / or, read otherwise: (ataxia and (tremor or \"rigidity\") and age > 18 years)"},
    {'I', "Ataxia, tremor or rigidity, and age over 18", "((ataxia or tremor or \"rigidity\") and age > 18 years) / or, read otherwise: (ataxia and (tremor or \"rigidity\") and age > 18 years)"},
    {'I', "Gout, psoriasis or bluish nails, and on insulin", "((gout or psoriasis or \"bluish nails\") and current insulin) / or, read otherwise: (gout and (psoriasis or \"bluish nails\") and current insulin)"},
    {'I', "Bluish nails, psoriasis or gout, and on insulin", "((\"Bluish nails\" or psoriasis or gout) and current insulin) / or, read otherwise: (\"Bluish nails\" and (psoriasis or gout) and current insulin)"},
};
CHECK_READINGS(tails, unknown_of_a_list)

/* What is required by something, and when. */
static const reading required_within_cases[] = {
    {'E', "Infection requiring antibiotics or antifungals (within 2 weeks)", "(infection {about antibiotic} or infection {about antifungal} within 2 weeks before the index date) / or, read otherwise: (infection {about antibiotic} within 2 weeks before the index date or infection {about antifungal} within 2 weeks before the index date)"},
    {'E', "Asthma requiring steroids, COPD or lung fibrosis", "asthma {about corticosteroid} or chronic obstructive pulmonary disease or pulmonary fibrosis"},
    {'E', "History of allergy to penicillin or hospitalization within 3 months", "history of penicillin allergy within 3 months before the index date or history of hospitalization within 3 months before the index date"},
};
CHECK_READINGS(tails, required_within)

/* A limit that lets some in is another one for those; with nothing before it, it may tell whom the trial is about. */
static const reading limits_that_let_some_in_cases[] = {
    {'I', "Total bilirubin <= 1.5 x ULN; patients with gout may be included if <= 3 x ULN", "total bilirubin <= 1.5 x ULN or (total bilirubin <= 3 x ULN and gout)"},
    {'I', "INR < 1.5. Patients on warfarin may enroll if INR < 3", "INR < 1.5 or (INR < 3 and current warfarin)"},
    {'I', "AST and ALT <= 2 x ULN (patients with gout may be included if <= 4 x ULN)", "(aspartate aminotransferase <= 2 x ULN or (aspartate aminotransferase <= 4 x ULN and gout)) and (alanine aminotransferase <= 2 x ULN or (alanine aminotransferase <= 4 x ULN and gout))"},
    {'I', "HbA1c < 8%, patients on insulin may be included if < 9%", "HbA1c < 8% or (HbA1c < 9% and current insulin)"},
    {'I', "BMI 20-30 kg/m2; women may be included if 18-27 kg/m2", "(body mass index from 20 to 30 kg/m2 or (body mass index from 18 to 27 kg/m2 and female)) / or, read otherwise: ((not female and body mass index from 20 to 30 kg/m2) or (body mass index from 18 to 27 kg/m2 and female))"},
    {'I', "FEV1 >= 50% predicted; smokers may be included if FEV1/FVC > 0.7", "FEV1 percent predicted >= 50% and (if current smoker, then FEV1/FVC ratio > 0.7)"},
    {'E', "Creatinine > 2 mg/dL; patients on dialysis may be included if < 8 mg/dL", "((serum creatinine > 2 mg/dL, except (current dialysis and serum creatinine < 8 mg/dL)) / or, read otherwise: serum creatinine > 2 mg/dL) or (current dialysis and not serum creatinine < 8 mg/dL)"},
    {'I', "Asthma patients are eligible if FEV1 > 70 %", "(if asthma, then FEV1 > 70%) / or, read otherwise: (asthma and FEV1 > 70%)"},
    {'I', "Insulin is allowed if HbA1c < 9%", "if insulin, then HbA1c < 9%"},
};
CHECK_READINGS(tails, limits_that_let_some_in)

/* A time that is counted from one of several events. */
static const reading counted_from_either_cases[] = {
    {'E', "Within 6 months of myocardial infarction or stroke", "myocardial infarction within 6 months before the index date or stroke within 6 months before the index date"},
    {'E', "Within 14 days of vaccination, surgery or transfusion", "vaccine within 14 days before the index date or surgery within 14 days before the index date or blood transfusion within 14 days before the index date"},
    {'E', "Within 2 weeks of major surgery, or pregnancy", "major surgery within 2 weeks before the index date or pregnancy"},
    {'E', "Fracture within 12 months of menopause or hysterectomy", "(bone fracture from 12 months before to 12 months after postmenopausal state or hysterectomy) / or, read otherwise: (bone fracture from 12 months before to 12 months after postmenopausal state or hysterectomy {\"Fracture within 12 months of menopause\"})"},
    {'I', "Within 72 hours of stroke or transient ischemic attack", "stroke within 72 hours before the index date or transient ischemic attack within 72 hours before the index date"},
    {'E', "Radiotherapy within 3 weeks of randomization or pregnancy", "radiotherapy within 3 weeks before randomization or pregnancy"},
};
CHECK_READINGS(tails, counted_from_either)

/* An exception in front of a colon. */
static const reading exceptions_before_a_sign_cases[] = {
    {'E', "Apart from gout: any arthritis", "arthritis, except gout"},
    {'I', "Apart from well controlled hypertension: no cardiovascular disease", "not (cardiovascular disease, except controlled hypertension)"},
    {'E', "Except for psoriasis, any skin disease", "skin disease, except psoriasis"},
    {'E', "Gout: any arthritis", "arthritis"},
};
CHECK_READINGS(tails, exceptions_before_a_sign)

/* What something is said to be has its time. */
static const reading defined_with_a_time_cases[] = {
    {'E', "Major bleeding within 6 months, defined as intracranial hemorrhage or hematoma", "intracranial hemorrhage within 6 months before the index date or hematoma within 6 months before the index date"},
    {'E', "Major bleeding within 6 months (defined as intracranial hemorrhage or hematoma)", "intracranial hemorrhage within 6 months before the index date or hematoma within 6 months before the index date"},
    {'E', "Infection within 6 months defined as pneumonia", "pneumonia within 6 months before the index date"},
    {'I', "No major bleeding, defined as intracranial hemorrhage or hematoma", "not (intracranial hemorrhage or hematoma)"},
    {'I', "Cure, defined as absence of pneumonia", "\"Cure\" and not pneumonia"},
    {'E', "Immunosuppression within 3 months, defined as chemotherapy or CD4 count < 200/mm3", "chemotherapy within 3 months before the index date or CD4 count < 200 /mm3 within 3 months before the index date"},
    {'E', "Significant infection in the past month, i.e. pneumonia or sepsis", "significant pneumonia within 1 month before the index date or significant sepsis within 1 month before the index date"},
    {'E', "Type 2 diabetes as defined by the guidelines", "type 2 diabetes mellitus"},
};
CHECK_READINGS(tails, defined_with_a_time)

/* What somebody was treated with is no more of what they have. */
static const reading treated_with_behind_cases[] = {
    {'E', "Breast cancer, treated with tamoxifen or letrozole", "(breast cancer and (history of tamoxifen or history of letrozole)) / or, read otherwise: (breast cancer or history of tamoxifen or history of letrozole)"},
    {'I', "Gout, previously treated with allopurinol or febuxostat", "(gout and (history of allopurinol or history of febuxostat)) / or, read otherwise: ((gout and history of allopurinol) or history of febuxostat)"},
    {'I', "Prostate cancer, treated by surgery or radiotherapy", "(prostate cancer and (history of surgery or history of radiotherapy)) / or, read otherwise: ((prostate cancer and history of surgery) or history of radiotherapy)"},
    {'I', "HIV infection, not treated with efavirenz or nevirapine", "human immunodeficiency virus infection and not (history of efavirenz or history of nevirapine)"},
};
CHECK_READINGS(tails, treated_with_behind)

/* How bad it is, behind a pair in a list, or of which kind, in a bracket. */
static const reading degrees_of_a_pair_cases[] = {
    {'E', "Gout, hypertension/diabetes uncontrolled, pregnancy", "(gout or hypertension or uncontrolled diabetes mellitus or pregnancy) / or, read otherwise: (gout or uncontrolled hypertension or uncontrolled diabetes mellitus or pregnancy)"},
    {'E', "Gout, asthma, COPD uncontrolled, pregnancy", "gout or asthma or uncontrolled chronic obstructive pulmonary disease or pregnancy"},
    {'E', "Stroke, hypertension or diabetes uncontrolled, pregnancy", "(stroke or hypertension or uncontrolled diabetes mellitus or pregnancy) / or, read otherwise: (stroke or uncontrolled hypertension or uncontrolled diabetes mellitus or pregnancy)"},
    {'E', "Tuberculosis (active, latent)", "tuberculosis {\"active, latent\"}"},
    {'E', "Depression (mild, moderate)", "depressive disorder {\"mild, moderate\"}"},
    {'E', "Asthma (severe, uncontrolled)", "severe uncontrolled asthma"},
    {'E', "Tuberculosis (latent)", "latent tuberculosis"},
    {'E', "Asthma (current, past)", "history of asthma"},
};
CHECK_READINGS(tails, degrees_of_a_pair)

/* Limits for groups of an age, and ages that are let in with more. */
static const reading limits_by_age_cases[] = {
    {'E', "Hemoglobin < 10 g/dL in adults or < 9 g/dL in children", "(\"adults\" and hemoglobin < 10 g/dL) or (\"children\" and hemoglobin < 9 g/dL)"},
    {'I', "Creatinine < 1.5 mg/dL for adults, < 1 mg/dL for children", "(\"adults\" and serum creatinine < 1.5 mg/dL) or (\"children\" and serum creatinine < 1 mg/dL)"},
    {'I', "Hemoglobin >= 12 g/dL in women or >= 13 g/dL in men", "(hemoglobin >= 12 g/dL and female) or (hemoglobin >= 13 g/dL and male)"},
    {'E', "Hemoglobin < 10 g/dL in adults", "hemoglobin < 10 g/dL"},
    {'I', "Aged 18-50 years; for patients aged 51-55 years, FSH < 20 IU/L", "age from 18 to 50 years or (age from 51 to 55 years and follicle-stimulating hormone < 20 IU/L)"},
    {'I', "Aged 18 to 65; patients 66 to 70 must have ECOG 0", "(age from 18 to 65 years and (if not understood (a number without anything that it measures): \"66 to 70\", then ECOG performance status = 0)) / or, read otherwise: (age from 18 to 65 years or (not understood (a number without anything that it measures): \"66 to 70\" and ECOG performance status = 0))"},
    {'I', "Age 18-65 years. If older than 65 years, MMSE > 26", "age from 18 to 65 years or (age > 65 years and mini-mental state examination > 26)"},
    {'I', "Age between 18 and 60 years (61-65 years if on insulin)", "age from 18 to 60 years or (current insulin and age from 61 to 65 years)"},
    {'I', "Age 18-75 years; for patients aged 60-75, ECOG 0-1", "age from 18 to 75 years and (if age from 60 to 75 years, then ECOG performance status from 0 to 1)"},
    {'I', "Aged 40-70; for men, PSA < 4 ng/mL", "age from 40 to 70 years and (if male, then prostate-specific antigen < 4 ng/mL)"},
};
CHECK_READINGS(tails, limits_by_age)

/* How long something is, and what letters stand for. */
static const reading how_long_it_is_cases[] = {
    {'E', "Surgery expected to last > 2 hours", "planned surgery for > 2 hours"},
    {'E', "ICU stay longer than 72 h before inclusion", "intensive care unit admission for > 72 hours within 72 hours before study entry"},
    {'E', "Chemotherapy more than 3 weeks before inclusion", "chemotherapy more than 3 weeks before study entry"},
    {'E', "Surgery within the last 3 months", "surgery within 3 months before the index date"},
    {'E', "Active OI", "current \"OI\""},
    {'I', "OI of 15 or more", "oxygenation index >= 15"},
    {'E', "Current CRP > 10 mg/L", "C-reactive protein > 10 mg/L"},
    {'E', "HbA1c within 3 months", "not understood (nothing is said of what is measured): \"HbA1c within 3 months\""},
};
CHECK_READINGS(tails, how_long_it_is)

/* What something lacks, in the middle of what bars. */
static const reading lacking_inside_cases[] = {
    {'E', "Heart block, w/o pacemaker, HR < 50 bpm", "((heart block and not cardiac pacemaker and heart rate < 50 /min) / or, read otherwise: ((heart block and not cardiac pacemaker) or heart rate < 50 /min)) / or, read otherwise: (heart block or not cardiac pacemaker or heart rate < 50 /min)"},
    {'E', "Gout, without tophi, asthma", "(gout and (not \"tophi\" and asthma)) / or, read otherwise: ((gout and not \"tophi\") or asthma) / or, read otherwise: (gout or not \"tophi\" or asthma)"},
    {'E', "Gout, no tophi, asthma", "(gout and (not \"tophi\" and asthma)) / or, read otherwise: ((gout and not \"tophi\") or asthma) / or, read otherwise: (gout or not \"tophi\" or asthma)"},
    {'E', "Hepatitis B, not on antivirals", "hepatitis b and not current antiviral"},
    {'E', "Dementia, non-English speaking", "dementia or not speaks English"},
    {'I', "No heart disease, or heart disease well controlled", "not heart disease or controlled heart disease"},
    {'I', "No heart disease or heart failure", "not (heart disease or heart failure)"},
    {'E', "Diabetes, without insulin", "(diabetes mellitus and not insulin) / or, read otherwise: (diabetes mellitus or not insulin)"},
    {'E', "Pregnant, breastfeeding, without contraception", "pregnancy or lactation or (female and not contraception)"},
    {'I', "Gout, without asthma", "gout and not asthma"},
};
CHECK_READINGS(tails, lacking_inside)

/* Signs of the sexes, numbers that may be ages, and what stands behind the last of two limits. */
static const reading signs_and_numbers_cases[] = {
    {'I', "♀ 18-45 years", "age from 18 to 45 years and female"},
    {'E', "Hb < 13 g/dL (♂) or < 12 g/dL (♀)", "(hemoglobin < 13 g/dL and male) or (hemoglobin < 12 g/dL and female)"},
    {'I', "♂/♀ aged 18-65 years", "age from 18 to 65 years"},
    {'I', "18-65 yo T2DM", "age from 18 to 65 years and type 2 diabetes mellitus"},
    {'I', "Diabetes >= 5 years", "diabetes mellitus for >= 5 years"},
    {'I', "18-50 PCOS", "polycystic ovary syndrome {number \"18-50\"}"},
    {'I', "Male 18-50 gout", "gout {number \"18-50\"} and male"},
    {'I', "3-14 migraines per month", "number of migraine from 3 to 14 /month"},
    {'I', "2-4 strokes", "number of stroke from 2 to 4"},
    {'I', "Birth weight < 1500 g or gestational age < 32 weeks admitted to NICU", "(birth weight < 1500 g or gestational age {\"admitted to NICU\"} < 32 weeks) / or, read otherwise: (birth weight {\"admitted to NICU\"} < 1500 g or gestational age {\"admitted to NICU\"} < 32 weeks)"},
    {'E', "BMI > 40 kg/m2 or pregnancy", "body mass index > 40 kg/m2 or pregnancy"},
};
CHECK_READINGS(tails, signs_and_numbers)

/* A time that is counted from what happened, and not from what that was about. */
static const reading counted_from_what_cases[] = {
    {'I', "More than 2 days from engraftment post transplantation", "not understood (no condition was found in these words): \"More than 2 days from engraftment post transplantation\""},
    {'E', "Within 30 days of relapse following transplantation", "not understood (no condition was found in these words): \"Within 30 days of relapse following transplantation\""},
    {'E', "Within 14 days of contact with COVID-19", "not understood (no condition was found in these words): \"Within 14 days of contact with COVID-19\""},
    {'E', "Within 30 days of exposure to tuberculosis", "not understood (no condition was found in these words): \"Within 30 days of exposure to tuberculosis\""},
    {'E', "Within 2 weeks of dose increase of metformin", "not understood (no condition was found in these words): \"Within 2 weeks of dose increase of metformin\""},
    {'I', "At least 4 weeks since completion of chemotherapy", "chemotherapy at least 4 weeks before the index date and not chemotherapy within less than 4 weeks before the index date"},
    {'I', "At least 100 days post kidney transplant", "kidney transplantation at least 100 days before the index date and not kidney transplantation within less than 100 days before the index date"},
};
CHECK_READINGS(tails, counted_from_what)

/* Something of another sort, behind a denial and a comma alone, may stand by itself. */
static const reading denials_and_a_comma_cases[] = {
    {'E', "Without phone, asthma", "not (\"phone\" or asthma) / or, read otherwise: (not \"phone\" or asthma)"},
    {'E', "No informed consent, pregnancy", "not (for a person to judge (consent): \"informed consent\" or pregnancy) / or, read otherwise: (not for a person to judge (consent): \"informed consent\" or pregnancy)"},
    {'I', "Without insulin, type 2 diabetes", "not (insulin or type 2 diabetes mellitus) / or, read otherwise: (not insulin and type 2 diabetes mellitus)"},
    {'I', "No diabetes, hypertension, cancer", "not (diabetes mellitus or hypertension or malignant neoplasm)"},
    {'I', "No use of tobacco, alcohol", "not (tobacco use or alcohol use)"},
};
CHECK_READINGS(tails, denials_and_a_comma)

/* A sex in front of a list is asked for beside it; whom a third word adds to both leaves nobody out. */
static const reading sexes_and_more_cases[] = {
    {'I', "Male, female or transgender", "not understood (it permits something and asks for nothing): \"Male, female or transgender\""},
    {'I', "Men, women, or non-binary adults aged 18-65", "age from 18 to 65 years"},
    {'I', "Female, gout or asthma", "female and (gout or asthma)"},
    {'I', "Male, hypertensive, taking beta blockers or diuretics", "male and (hypertension and (current beta blocker or current diuretic))"},
    {'E', "Female, gout or asthma", "female or gout or asthma"},
};
CHECK_READINGS(tails, sexes_and_more)

/* Who or where they are, in front of a list of what they have. */
static const reading who_they_are_first_cases[] = {
    {'I', "Hospitalized, pneumonia or influenza", "(hospitalization and (pneumonia or influenza)) / or, read otherwise: (hospitalization or pneumonia or influenza)"},
    {'I', "Male, age 40-70, PSA > 4 ng/mL or gout", "male and ((age from 40 to 70 years and (prostate-specific antigen > 4 ng/mL or gout)) / or, read otherwise: (age from 40 to 70 years or prostate-specific antigen > 4 ng/mL or gout))"},
    {'I', "Gout, asthma or COPD", "gout or asthma or chronic obstructive pulmonary disease"},
    {'I', "Smoker, or hypertension", "current smoker or hypertension"},
};
CHECK_READINGS(tails, who_they_are_first)

/* A bracket between a thing and who judges it. */
static const reading judged_behind_bracket_cases[] = {
    {'E', "Any psychiatric disorder (e.g., psychosis) which, in the opinion of the investigator, would interfere with participation", "for a person to judge (investigator opinion): \"psychiatric disorder (e.g., psychosis) which, in the opinion of the investigator, would interfere with participation\""},
    {'E', "Severe liver disease (cirrhosis) that, according to the investigator, precludes participation", "for a person to judge (investigator opinion): \"Severe liver disease (cirrhosis) that, according to the investigator, precludes participation\""},
    {'E', "Asthma (mild), gout, in the opinion of the investigator", "(for a person to judge (investigator opinion): \"in the opinion of the investigator\" and (mild asthma or gout)) / or, read otherwise: (mild asthma or (gout and for a person to judge (investigator opinion): \"in the opinion of the investigator\"))"},
};
CHECK_READINGS(tails, judged_behind_bracket)
