/* What a bracket, a word or a time at one item of a list leaves to its neighbours, and what is of somebody or something else. */
#include "tests/unit/readings.h"

static const reading aims_cases[] = {
    {'E', "Radiotherapy to treat breast or lung cancer", "radiotherapy {about breast cancer} or radiotherapy {about lung cancer}"},
    {'E', "Chemotherapy for bladder or prostate cancer", "chemotherapy {about bladder cancer} or chemotherapy {about prostate cancer}"},
    {'E', "Surgery to treat hip or knee fracture", "surgery {about hip fracture} or fracture surgery {\"knee\"}"},
    {'E', "Antibiotics given to prevent pneumonia or sepsis", "antibiotic {about pneumonia} or antibiotic {about sepsis}"},
    {'E', "Prednisone > 12 mg to prevent gout or asthma", "prednisone {about gout} at a dose > 12 mg or prednisone {about asthma} at a dose > 12 mg"},
    {'E', "Prednisone > 12 mg/day for gout or asthma", "prednisone {about gout} at a dose > 12 mg/day or prednisone {about asthma} at a dose > 12 mg/day"},
    {'E', "Prednisone 12 mg/day for asthma or COPD", "prednisone {about asthma; number \"12 mg/day\"} or prednisone {about chronic obstructive pulmonary disease; number \"12 mg/day\"}"},
    {'E', "Methotrexate >= 12.5 mg/week to treat psoriasis, arthritis or lupus", "methotrexate {about psoriasis} at a dose >= 12.5 mg/week or methotrexate {about arthritis} at a dose >= 12.5 mg/week or methotrexate {about lupus erythematosus} at a dose >= 12.5 mg/week"},
    {'E', "Steroids within 5 weeks to treat asthma or COPD", "corticosteroid {about asthma} within 5 weeks before the index date or corticosteroid {about chronic obstructive pulmonary disease} within 5 weeks before the index date"},
    {'E', "Oxygen > 3 L/min to treat COPD or asthma", "\"Oxygen\" > 3 L/min and (chronic obstructive pulmonary disease {\"to treat\"} or asthma {\"to treat\"})"},
    {'E', "Currently taking drugs to prevent malaria or tuberculosis", "current \"drugs\" (medication) {about medication (any); about malaria} or current \"drugs: tuberculosis\" {about tuberculosis}"},
    {'E', "Use of steroids for asthma, or pregnancy", "current corticosteroid {about asthma} or current pregnancy"},
    {'E', "Chemotherapy for cancer within 4 years, or HIV", "chemotherapy {about malignant neoplasm} within 4 years before the index date or human immunodeficiency virus infection"},
    {'E', "Surgery for cancer, pregnancy, asthma", "(cancer surgery or pregnancy or asthma) / or, read otherwise: (cancer surgery or pregnancy {\"Surgery for\"} or asthma {\"Surgery for\"})"},
    {'E', "Metformin to treat diabetes, or pregnancy", "metformin {about diabetes mellitus} or pregnancy"},
    {'E', "HbA1c > 9% for asthma or gout", "HbA1c > 9% and (asthma or gout)"},
    {'E', "Antibiotics for pneumonia or current asthma", "(antibiotic {about pneumonia} or current asthma) / or, read otherwise: (antibiotic {about pneumonia} or current asthma {\"Antibiotics for\"})"},
    {'E', "Unable to treat infection or gout", "for a person to judge (inability): \"Unable to treat infection\" or for a person to judge (inability): \"gout\""},
    {'I', "No antibiotics to treat pneumonia or sepsis", "not (antibiotic {about pneumonia} or antibiotic {about sepsis})"},
    {'E', "Prednisone > 12 mg/day in patients with gout or asthma", "prednisone at a dose > 12 mg/day and (gout or asthma)"},
    {'E', "Surgery for breast, colon or lung cancer", "surgery {about breast cancer} or surgery {about colon cancer} or surgery {about lung cancer}"},
    {'E', "Antibiotics for skin, urinary tract or lung infection", "antibiotic {about skin and soft tissue infection} or antibiotic {about urinary tract infection} or antibiotic {about pulmonary infection}"},
    {'E', "Steroids > 25 mg/day for > 10 days for asthma or COPD", "corticosteroid {about asthma} at a dose > 25 mg/day for > 10 days or corticosteroid {about chronic obstructive pulmonary disease} at a dose > 25 mg/day for > 10 days"},
    {'E', "Allergy to penicillin, latex, or any component of the formulation", "penicillin allergy or latex allergy or allergy to study product"},
    {'E', "Hypersensitivity to metformin or any ingredient of the study drug", "allergy {about metformin} or allergy to study product"},
    {'E', "Severe allergy to penicillin or any component of the formulation", "(severe allergy {about penicillin} or allergy to study product) / or, read otherwise: (severe allergy {about penicillin} or severe allergy to study product)"},
    {'E', "Allergy to penicillin or a component of the wound dressing", "penicillin allergy or \"component\" {about wound dressing}"},
    {'E', "Tacrolimus to prevent rejection or GVHD", "tacrolimus {about transplant rejection} or tacrolimus {about graft-versus-host disease}"},
    {'E', "Insulin for type 1 or type 2 diabetes", "insulin {about type 1 diabetes mellitus} or insulin {about type 2 diabetes mellitus}"},
};
CHECK_READINGS(lent, aims)

static const reading brackets_before_cases[] = {
    {'E', "Resected basal cell or squamous cell carcinoma of the skin", "basal cell carcinoma {\"Resected\"} or squamous cell carcinoma of skin {\"Resected\"}"},
    {'E', "Stroke or squamous cell carcinoma of the skin", "stroke or squamous cell carcinoma of skin"},
    {'E', "Severe (< 28 mL/min) renal or hepatic impairment", "(not understood (a number without anything that it measures): \"Severe (< 28 mL/min) renal\" or hepatic impairment) / or, read otherwise: (not understood (a number without anything that it measures): \"Severe (< 28 mL/min) renal\" or severe hepatic impairment)"},
    {'E', "Severe (eGFR < 28 mL/min) renal or hepatic impairment", "(estimated glomerular filtration rate < 28 mL/min or hepatic impairment) / or, read otherwise: (estimated glomerular filtration rate < 28 mL/min or severe hepatic impairment)"},
    {'E', "Severe renal (eGFR < 28 mL/min) or hepatic (Child-Pugh C) impairment", "estimated glomerular filtration rate < 28 mL/min or Child-Pugh score {\"impairment\"} 3"},
    {'E', "Chronic (>= 7 months) hepatitis B or C", "chronic hepatitis b for >= 7 months or hepatitis c for >= 7 months"},
    {'E', "Prolonged (> 9 days) fever or diarrhea", "prolonged fever for > 9 days or diarrhea for > 9 days"},
    {'E', "Prolonged (> 9 days) use of steroids or NSAIDs", "(current prolonged corticosteroid for > 9 days or current non-steroidal anti-inflammatory drug for > 9 days) / or, read otherwise: (current prolonged corticosteroid for > 9 days or current prolonged non-steroidal anti-inflammatory drug for > 9 days)"},
    {'E', "Persistent (> 36 hours) vomiting or diarrhea", "(persistent vomiting for > 36 hours or diarrhea for > 36 hours) / or, read otherwise: (persistent vomiting for > 36 hours or persistent diarrhea for > 36 hours)"},
    {'E', "Recent stroke (< 7 months) or TIA", "(recent stroke within less than 7 months before the index date or transient ischemic attack) / or, read otherwise: (recent stroke within less than 7 months before the index date or recent transient ischemic attack)"},
    {'E', "Recent (< 7 months) stroke or TIA", "(recent stroke within less than 7 months before the index date or transient ischemic attack within less than 7 months before the index date) / or, read otherwise: (recent stroke within less than 7 months before the index date or recent transient ischemic attack within less than 7 months before the index date)"},
    {'E', "Stroke (< 7 months) or TIA", "stroke within less than 7 months before the index date or transient ischemic attack"},
    {'E', "Severe anemia (< 7.5 g/dL) or thrombocytopenia", "hemoglobin < 7.5 g/dL or thrombocytopenia"},
    {'E', "Uncontrolled asthma (ACT < 18) or COPD", "(asthma control test < 18 and uncontrolled asthma) or chronic obstructive pulmonary disease"},
    {'E', "Severe renal insufficiency (eGFR < 28 mL/min) or receiving hemodialysis", "estimated glomerular filtration rate < 28 mL/min or current hemodialysis"},
    {'E', "Severe thrombocytopenia (< 40 x 10^9/L), any bleeding", "platelet count < 40 x10^9/L or hemorrhage"},
    {'E', "Previous (less than 5 weeks) chemotherapy or radiotherapy", "history of chemotherapy within less than 5 weeks before the index date or history of radiotherapy within less than 5 weeks before the index date"},
    {'E', "High (> 31 kg/m2) BMI or diabetes", "body mass index > 31 kg/m2 or diabetes mellitus"},
    {'E', "Active (requiring treatment) tuberculosis or hepatitis", "current tuberculosis {about treatment} or current hepatitis {about treatment}"},
    {'E', "Major (requiring hospitalization) bleeding or trauma", "(major hemorrhage {about hospitalization} or injury) / or, read otherwise: (major hemorrhage {about hospitalization} or major injury {about hospitalization})"},
    {'E', "History of (within 4 years) malignancy or transplant", "history of malignant neoplasm within 4 years before the index date or history of transplantation within 4 years before the index date"},
    {'E', "History of stroke within 4 years or transplant", "history of stroke within 4 years before the index date or history of transplantation"},
    {'E', "Poorly controlled (HbA1c > 11%) type 1 or type 2 diabetes", "(uncontrolled HbA1c > 11% and (type 1 diabetes mellitus or type 2 diabetes mellitus)) / or, read otherwise: ((uncontrolled HbA1c > 11% and type 1 diabetes mellitus) or type 2 diabetes mellitus)"},
    {'E', "Chronic (>= 7 months) type 1 or type 2 diabetes", "chronic type 1 diabetes mellitus for >= 7 months or type 2 diabetes mellitus for >= 7 months"},
    {'E', "Poorly controlled type 1 or type 2 diabetes", "uncontrolled type 1 diabetes mellitus or uncontrolled type 2 diabetes mellitus"},
    {'E', "Acute or chronic (> 4 months) hepatitis", "hepatitis"},
    {'E', "Acute (< 4 months) or chronic (> 4 months) hepatitis", "acute hepatitis {number \"< 4 months\"} or chronic hepatitis for > 4 months"},
    {'E', "Acute or severe (> 4 months) hepatitis", "acute hepatitis or severe hepatitis for > 4 months"},
    {'E', "Mild or severe (FEV1 < 45%) asthma", "(mild asthma or (asthma and FEV1 < 45%)) / or, read otherwise: ((mild asthma or severe asthma) and FEV1 < 45%)"},
    {'E', "Moderate or severe (FEV1 < 45%) asthma", "asthma and FEV1 < 45%"},
    {'E', "Stable or unstable (within 5 weeks) angina", "stable angina pectoris or unstable angina pectoris within 5 weeks before the index date"},
};
CHECK_READINGS(lent, brackets_before)

static const reading brackets_of_time_cases[] = {
    {'E', "Peptic ulcer (active) or GI bleeding (within 4 months)", "peptic ulcer disease or gastrointestinal hemorrhage within 4 months before the index date"},
    {'E', "Infection (active) or surgery (within 5 weeks)", "infection or surgery within 5 weeks before the index date"},
    {'E', "Peptic ulcer (active) or asthma", "peptic ulcer disease or asthma"},
    {'E', "Prior or current (within 20 days) use of biologics", "history of biologic agent {\"within 20 days\"}"},
    {'E', "Prior or current use of biologics within 20 days", "history of biologic agent within 20 days before the index date"},
    {'E', "Pregnancy (or planned pregnancy within 10 months) or lactation", "pregnancy or planning pregnancy within 10 months after the index date or lactation"},
};
CHECK_READINGS(lent, brackets_of_time)

/* Words that change nothing before a name change nothing before the names of several; what narrows may be the beginning of a name. */
static const reading before_several_cases[] = {
    {'E', "Underlying liver or kidney disease", "liver disease or kidney disease"},
    {'E', "Severe coexisting liver or kidney disease", "severe liver disease or severe kidney disease"},
    {'E', "Congenital liver or kidney disease", "congenital liver disease or congenital kidney disease"},
    {'E', "Small cell or non-small cell lung cancer", "small cell lung cancer or non-small cell lung cancer"},
    {'E', "Small or large bowel obstruction", "small bowel obstruction or intestinal obstruction {\"large\"}"},
    {'E', "High-grade serous or endometrioid ovarian cancer", "high-grade serous ovarian cancer or ovarian cancer {\"endometrioid\"}"},
    {'E', "Diabetes (type 1/type 2)", "type 1 or type 2 diabetes mellitus"},
    {'E', "Pregnant or lactating females", "pregnancy or lactation"},
};
CHECK_READINGS(lent, before_several)

static const reading degrees_cases[] = {
    {'E', "Second to third degree AV block", "second degree AV block or complete heart block"},
    {'E', "First- to second-degree burns", "first degree burn or second degree burn"},
    {'E', "First to third degree AV block or gout", "heart block {compared \"First to\"} or gout"},
    {'E', "Second-third degree AV block", "second degree AV block or complete heart block"},
    {'E', "II-III degree AV block", "second degree AV block or complete heart block"},
    {'E', "I - II degree AV block, gout", "first degree AV block or second degree AV block or gout"},
    {'E', "I-III degree AV block", "heart block {compared \"I\"}"},
    {'E', "2nd-3rd degree AV block", "second degree AV block or complete heart block"},
    {'E', "2nd to 3rd degree AV block", "second degree AV block or complete heart block"},
    {'E', "2nd or 3rd degree AV block", "second degree AV block or complete heart block"},
    {'E', "II or III degree atrioventricular block", "second degree AV block or complete heart block"},
    {'E', "Second or third-degree AV block", "second degree AV block or complete heart block"},
    {'E', "First/second-degree AV block", "first degree AV block or second degree AV block"},
    {'E', "Gout or third-degree AV block", "gout or complete heart block"},
    {'E', "3rd degree AV block", "complete heart block"},
    {'E', "AV block grade III", "complete heart block"},
    {'E', "Second or third degree AV block", "second degree AV block or complete heart block"},
    {'E', "First degree AV block", "first degree AV block"},
    {'E', "Progression from first degree AV block to third degree AV block", "\"Progression\" {about first degree AV block; about complete heart block}"},
};
CHECK_READINGS(lent, degrees)

static const reading how_old_it_is_cases[] = {
    {'E', "Fracture less than 4 weeks old", "bone fracture within less than 4 weeks before the index date"},
    {'E', "Stroke at least 7 months old", "stroke at least 7 months before the index date"},
    {'E', "Myocardial infarction older than 5 weeks", "myocardial infarction more than 5 weeks before the index date"},
    {'E', "Asthma diagnosis at least 14 months old", "confirmed asthma for >= 14 months"},
    {'E', "Diagnosis of asthma at least 14 months old", "confirmed asthma for >= 14 months"},
    {'E', "Bronchiolitis at least 3 months old", "bronchiolitis for >= 3 months / or, read otherwise: (bronchiolitis and age >= 3 months)"},
    {'E', "Diabetes older than 5 years", "diabetes mellitus for > 5 years / or, read otherwise: (diabetes mellitus and age > 5 years)"},
    {'E', "Wound older than 4 months", "wound more than 4 months before the index date"},
    {'I', "Patients with asthma at least 12 years old", "age >= 12 years and asthma"},
    {'I', "Infants with bronchiolitis at least 3 months old", "age >= 3 months and bronchiolitis"},
    {'I', "Asthma at least 12 years old", "age >= 12 years and asthma"},
    {'I', "Pregnant women at least 18 years old", "age >= 18 years and pregnancy"},
    {'E', "Asthma, at least 12 years old", "(asthma and age >= 12 years) / or, read otherwise: (asthma or age >= 12 years)"},
    {'E', "Stroke under the age of 50", "stroke {time \"under the age of 50\"}"},
    {'E', "Stroke 3 to 6 months old", "stroke {time \"3 to 6 months\"}"},
};
CHECK_READINGS(lent, how_old_it_is)

static const reading lent_window_cases[] = {
    {'E', "Stroke, or carotid stenosis needing surgery within 4 months", "stroke or carotid artery stenosis {about surgery} within 4 months before the index date"},
    {'E', "Asthma, or COPD requiring hospitalization within 7 months", "asthma or chronic obstructive pulmonary disease {about hospitalization} within 7 months before the index date"},
    {'E', "Asthma or COPD requiring hospitalization within 7 months", "(asthma {about hospitalization} or chronic obstructive pulmonary disease {about hospitalization} within 7 months before the index date) / or, read otherwise: (asthma {about hospitalization} within 7 months before the index date or chronic obstructive pulmonary disease {about hospitalization} within 7 months before the index date)"},
    {'E', "Gout, or stroke within 7 months", "(gout or stroke within 7 months before the index date) / or, read otherwise: (gout within 7 months before the index date or stroke within 7 months before the index date)"},
};
CHECK_READINGS(lent, lent_window)

static const reading no_one_of_two_cases[] = {
    {'I', "No pregnant women; lactating women", "(not pregnancy and lactation) / or, read otherwise: not (pregnancy or lactation)"},
    {'I', "No asthma; gout", "(not asthma and gout) / or, read otherwise: not (asthma or gout)"},
    {'I', "No prior chemotherapy; radiotherapy", "(not history of chemotherapy and radiotherapy) / or, read otherwise: not (history of chemotherapy or radiotherapy)"},
    {'I', "No allergy to penicillin; cephalosporins", "(not penicillin allergy and cephalosporin) / or, read otherwise: not (penicillin allergy or cephalosporin)"},
    {'I', "No asthma; able to walk", "not asthma and able to walk"},
    {'I', "No asthma; age over 18 years", "not asthma and age > 18 years"},
    {'I', "No asthma; no gout", "not asthma and not gout"},
    {'I', "No metastases; confirmed breast cancer", "not metastatic cancer and confirmed breast cancer"},
    {'I', "No asthma. Gout.", "not asthma and gout"},
};
CHECK_READINGS(lent, no_one_of_two)

static const reading own_times_cases[] = {
    {'E', "NSAIDs, steroids (8 days) or antibiotics (15 days)", "(non-steroidal anti-inflammatory drug or corticosteroid {number \"8 days\"} or antibiotic {number \"15 days\"}) / or, read otherwise: (non-steroidal anti-inflammatory drug {number \"8 days\"} or corticosteroid {number \"8 days\"} or antibiotic {number \"15 days\"})"},
    {'E', "Aspirin, clopidogrel (within 8 days) or warfarin (within 4 days)", "(aspirin or clopidogrel within 8 days before the index date or warfarin within 4 days before the index date) / or, read otherwise: (aspirin within 8 days before the index date or clopidogrel within 8 days before the index date or warfarin within 4 days before the index date)"},
    {'E', "Stroke, MI (< 7 months) or surgery (< 4 months)", "(stroke or myocardial infarction within less than 7 months before the index date or surgery within less than 4 months before the index date) / or, read otherwise: (stroke within less than 7 months before the index date or myocardial infarction within less than 7 months before the index date or surgery within less than 4 months before the index date)"},
    {'E', "MI, stroke (in the last 4 months), or unstable angina", "myocardial infarction or stroke within 4 months before the index date or unstable angina pectoris"},
    {'E', "Antibiotics (within 3 weeks), steroids (within 5 weeks) or biologics", "antibiotic within 3 weeks before the index date or corticosteroid within 5 weeks before the index date or biologic agent"},
    {'E', "Surgery (5 weeks), chemotherapy (2 weeks), radiotherapy", "surgery {number \"5 weeks\"} or chemotherapy {number \"2 weeks\"} or radiotherapy"},
};
CHECK_READINGS(lent, own_times)

static const reading parents_cases[] = {
    {'I', "Mother took valproate", "valproate (parent) {\"took\"}"},
    {'I', "Mother has syphilis", "syphilis (parent)"},
    {'I', "Mother is 17 years or older", "age (parent) >= 17 years"},
    {'E', "BMI of the mother > 36 kg/m2", "body mass index (parent) > 36 kg/m2"},
    {'E', "Hemoglobin < 6 g/dL in the mother", "hemoglobin (family) < 6 g/dL"},
    {'E', "Preeclampsia of the mother", "preeclampsia (parent)"},
    {'E', "Gout or asthma in the mother", "(gout (family) {relative \"mother\"} or asthma (family) {relative \"mother\"}) / or, read otherwise: (gout or asthma (family) {relative \"mother\"})"},
    {'E', "Depression in mothers", "depressive disorder (family) {relative \"mother\"}"},
    {'E', "Fever in the father", "fever (family) {relative \"father\"}"},
    {'I', "Mother received antenatal steroids", "history of corticosteroid (parent) {\"antenatal\"}"},
    {'I', "Mothers with gout", "gout (family) {relative \"mother\"}"},
    {'I', "Nursing mothers", "lactation"},
    {'I', "Mother or infant with sepsis", "\"Mother\" {about sepsis} or \"infant\" {about sepsis}"},
    {'E', "Fever in the child", "fever {\"child\"}"},
    {'E', "Gout in the past", "history of gout"},
    {'E', "Mother with epilepsy on valproate", "epilepsy (family) {relative \"mother\"} and current valproate (family) {relative \"mother\"}"},
    {'E', "Family history of asthma in patients with eczema", "asthma (family) and dermatitis"},
    {'I', "Infants whose mothers had preeclampsia or gestational diabetes", "(history of \"mothers\" {about preeclampsia} or history of gestational diabetes mellitus (family) {relative \"mother\"}) / or, read otherwise: (history of \"mothers\" {about preeclampsia} or gestational diabetes mellitus (family) {relative \"mother\"})"},
};
CHECK_READINGS(lent, parents)

static const reading recent_or_planned_cases[] = {
    {'E', "Recent or planned surgery", "recent surgery or planned surgery"},
    {'E', "Recent (< 4 months) or planned surgery", "recent surgery within less than 4 months before the index date or planned surgery"},
    {'E', "Planned or recent (< 4 months) surgery", "planned surgery or recent surgery within less than 4 months before the index date"},
    {'E', "Recent (last 5 weeks) or scheduled vaccination", "recent vaccine within 5 weeks before the index date or planned vaccine"},
    {'E', "Recent or planned surgery or chemotherapy", "(history of recent surgery or planned recent surgery or (history of chemotherapy or planned chemotherapy)) / or, read otherwise: (history of recent surgery or planned recent surgery or (history of recent chemotherapy or planned recent chemotherapy))"},
    {'E', "Recent or planned surgery, asthma", "recent surgery or planned surgery or asthma"},
    {'E', "Prior or planned transplantation", "history of transplantation or planned transplantation"},
    {'E', "Current or planned use of steroids", "current corticosteroid or planned corticosteroid"},
    {'E', "Recent and planned vaccinations", "recent vaccine or planned vaccine"},
};
CHECK_READINGS(lent, recent_or_planned)

static const reading said_between_commas_cases[] = {
    {'E', "Asthma, treated with steroids", "asthma and history of corticosteroid"},
    {'E', "Breast cancer, treated with anastrozole", "breast cancer and history of anastrozole"},
    {'E', "Gout, on allopurinol", "gout and current allopurinol"},
    {'E', "Hypertension, currently receiving beta-blockers", "hypertension and current beta blocker"},
    {'E', "Asthma or COPD, treated with steroids", "((asthma or chronic obstructive pulmonary disease) and history of corticosteroid) / or, read otherwise: (asthma or (chronic obstructive pulmonary disease and history of corticosteroid)) / or, read otherwise: (asthma or chronic obstructive pulmonary disease or history of corticosteroid)"},
    {'E', "Pregnancy, current aspirin", "pregnancy or current aspirin"},
    {'E', "Breast cancer, metastatic, treated with anastrozole", "metastatic breast cancer and history of anastrozole"},
    {'E', "Asthma, mild or moderate, treated with steroids", "mild or moderate asthma and history of corticosteroid"},
    {'E', "Breast cancer, whether or not metastatic, treated with anastrozole", "breast cancer and history of anastrozole"},
    {'E', "Asthma, regardless of severity, treated with inhaled steroids", "asthma and history of inhaled corticosteroid"},
    {'E', "Asthma, with or without allergy, treated with steroids", "asthma and history of corticosteroid"},
    {'E', "Gout, with or without tophi, psoriasis", "gout or psoriasis"},
    {'E', "Gout, whether or not on allopurinol, colchicine or febuxostat", "gout"},
    {'E', "Asthma, whether or not on steroids, azithromycin or biologics, and smoking", "asthma or current smoker"},
    {'E', "Gout, whether or not on allopurinol, asthma, psoriasis", "gout or asthma or psoriasis"},
    {'E', "Use of NSAIDs whether or not prescribed within 9 days", "current non-steroidal anti-inflammatory drug {\"within 9 days\"}"},
    {'E', "Use of NSAIDs, whether or not prescribed, within 9 days", "current non-steroidal anti-inflammatory drug within 9 days before the index date"},
    {'E', "Gout (whether or not treated within 6 months)", "gout"},
    {'E', "Breast cancer, HER2 positive, treated with trastuzumab", "(((breast cancer and positive HER2) / or, read otherwise: (breast cancer or positive HER2)) and history of trastuzumab) / or, read otherwise: ((breast cancer and (positive HER2 and history of trastuzumab)) / or, read otherwise: (breast cancer or (positive HER2 and history of trastuzumab))) / or, read otherwise: (((breast cancer and positive HER2) or history of trastuzumab) / or, read otherwise: (breast cancer or positive HER2 or history of trastuzumab))"},
    {'E', "Asthma, on dialysis", "(asthma and current dialysis) / or, read otherwise: (asthma or current dialysis)"},
};
CHECK_READINGS(lent, said_between_commas)

static const reading told_again_cases[] = {
    {'I', "Gout. Gout causes pain.", "gout / or, read otherwise: (gout and pain {about gout; \"causes\"})"},
    {'I', "Diabetes. Diabetes is treated with insulin.", "diabetes mellitus / or, read otherwise: (diabetes mellitus and (diabetes mellitus and history of insulin))"},
    {'E', "Planned surgery. Surgery is performed under general anesthesia.", "planned surgery / or, read otherwise: (planned surgery or (surgery and current general anesthesia))"},
    {'I', "Hypertension. Hypertension must be controlled.", "hypertension and controlled hypertension"},
    {'I', "Asthma. Asthma for at least 3 years.", "asthma and asthma for >= 3 years"},
    {'I', "Gout. No gout flare.", "gout and not gout flare"},
    {'I', "Asthma. Gout.", "asthma and gout"},
    {'E', "Steroid use, which may mask infection", "corticosteroid {about infection}"},
};
CHECK_READINGS(lent, told_again)

static const reading words_of_one_cases[] = {
    {'E', "Asthma in the past, or gout", "history of asthma or gout"},
    {'E', "Stroke ever, or gout", "history of stroke or gout"},
    {'E', "Steroid use in the past or asthma", "history of corticosteroid or asthma"},
    {'E', "Gout, or asthma in the past", "(gout or history of asthma) / or, read otherwise: (history of gout or history of asthma)"},
    {'E', "History of stroke or gout", "history of stroke or history of gout"},
    {'E', "Surgery planned, or pregnancy", "planned surgery or pregnancy"},
    {'E', "Scheduled for surgery or asthma", "planned surgery or asthma"},
    {'E', "Planned surgery or pregnancy", "(planned surgery or planned pregnancy) / or, read otherwise: (planned surgery or pregnancy)"},
    {'E', "Planned surgery or radiotherapy", "planned surgery or planned radiotherapy"},
    {'E', "Evidence of gout or asthma", "confirmed gout or confirmed asthma"},
    {'E', "Diagnosed with gout or asthma within 8 months", "confirmed gout within 8 months before the index date or confirmed asthma within 8 months before the index date"},
    {'E', "Confirmed or suspected gout or asthma", "confirmed or suspected gout or confirmed or suspected asthma"},
    {'E', "Known gout, or current asthma", "confirmed gout or current asthma"},
    {'E', "Suspected gout or asthma", "suspected gout or suspected asthma"},
};
CHECK_READINGS(lent, words_of_one)

/* What the last of several causes, the others may cause as well; behind its "or" a list of what it causes is over. */
static const reading what_both_may_cause_cases[] = {
    {'E', "Asthma or gout causing dyspnea",
     "asthma {about dyspnea} or gout {about dyspnea}"},
    {'E', "Stroke or tumor responsible for epilepsy",
     "stroke {about epilepsy} or neoplasm {about epilepsy}"},
    {'E', "Gout causing pain, or asthma",
     "gout {about pain} or asthma"},
    {'E', "Hypertension or gout, or asthma causing disability",
     "hypertension or gout or asthma {about disability}"},
    {'E', "Uncontrolled arrhythmia causing dyspnea or syncope, aortic stenosis, heart failure, acute myocarditis or pericarditis",
     "uncontrolled cardiac arrhythmia {about dyspnea} or cardiac arrhythmia {about syncope} or aortic stenosis or heart failure or acute myocarditis or pericarditis"},
    {'E', "Arrhythmia causing dyspnea, syncope or angina",
     "cardiac arrhythmia {about dyspnea} or cardiac arrhythmia {about syncope} or cardiac arrhythmia {about angina pectoris}"},
};
CHECK_READINGS(lent, what_both_may_cause)

/* What a bracket plans is to come, or also then; a name that begins with a plan may plan what stands behind it. */
static const reading plans_cases[] = {
    {'E', "Planned pregnancy or surgery",
     "(planning pregnancy or planned surgery) / or, read otherwise: (planning pregnancy or surgery)"},
    {'E', "Planning pregnancy, surgery or chemotherapy",
     "(planning pregnancy or planned surgery or planned chemotherapy) / or, read otherwise: (planning pregnancy or surgery or chemotherapy)"},
    {'E', "Planned pregnancy or asthma",
     "planning pregnancy or asthma"},
    {'E', "Planned pregnancy or breastfeeding",
     "planning pregnancy or lactation"},
    {'E', "Pregnancy, planned pregnancy or chemotherapy within 5 weeks",
     "pregnancy or planning pregnancy within 5 weeks after the index date or chemotherapy within 5 weeks before the index date"},
    {'E', "Wish to become pregnant or surgery",
     "planning pregnancy or surgery"},
    {'E', "Vaccination (planned)",
     "planned vaccine"},
    {'E', "Surgery (planned) or chemotherapy",
     "planned surgery or chemotherapy"},
    {'E', "Chemotherapy or surgery (planned)",
     "(chemotherapy or planned surgery) / or, read otherwise: (planned chemotherapy or planned surgery)"},
    {'E', "Surgery (planned within 5 weeks)",
     "planned surgery within 5 weeks after the index date"},
    {'E', "Pregnancy (current or planned)",
     "pregnancy or planned pregnancy"},
    {'E', "Pregnancy (current or planned) or gout",
     "pregnancy or planned pregnancy or gout"},
    {'E', "Surgery (prior or planned) or chemotherapy",
     "history of surgery or planned surgery or chemotherapy"},
    {'E', "Surgery (recent or planned)",
     "recent surgery or planned surgery"},
    {'E', "Surgery (planned or within 5 weeks)",
     "surgery within 5 weeks before the index date or planned surgery"},
    {'E', "Surgery (within 5 weeks or planned)",
     "surgery within 5 weeks before the index date or planned surgery"},
    {'E', "Surgery (current or planned within 5 weeks)",
     "not understood (more is said at once than is read as one clause): \"Surgery (current or planned within 5 weeks)\""},
    {'E', "Surgery (planned, elective)",
     "surgery {\"planned, elective\"}"},
    {'E', "Asthma (current or past)",
     "history of asthma"},
    {'I', "Surgery (planned)",
     "planned surgery"},
    {'E', "No surgery (planned)",
     "not planned surgery"},
    {'E', "Surgery (already planned)",
     "planned surgery"},
    {'E', "Chemotherapy (planned or ongoing) or gout",
     "chemotherapy or planned chemotherapy or gout"},
    {'E', "Pregnancy or breastfeeding (current or planned)",
     "(pregnancy or (lactation or planned lactation)) / or, read otherwise: (pregnancy or planned pregnancy or (lactation or planned lactation))"},
};
CHECK_READINGS(lent, plans)

/* Which of several diagnoses it is, is said of all of them. */
static const reading rank_of_diagnosis_cases[] = {
    {'I', "Primary diagnosis of gout or lupus", "primary confirmed gout or primary confirmed lupus erythematosus"},
    {'E', "Secondary diagnosis of gout, lupus or asthma", "secondary confirmed gout or secondary lupus erythematosus or secondary asthma"},
    {'I', "Primary discharge diagnosis of gout or asthma", "primary confirmed gout {about hospital discharge} or primary confirmed asthma"},
    {'I', "Primary diagnosis: gout or lupus", "primary confirmed gout or primary confirmed lupus erythematosus"},
    {'I', "Main diagnosis: gout or lupus", "primary gout or primary lupus erythematosus"},
    {'I', "Current primary diagnosis of gout or lupus", "current primary confirmed gout or current primary lupus erythematosus"},
    {'I', "Primary diagnosis of gout and BMI > 31", "primary confirmed gout and body mass index > 31"},
    {'E', "Primary diagnosis of gout, pregnancy", "primary confirmed gout or pregnancy"},
    {'I', "Primary hyperparathyroidism or osteoporosis", "primary hyperparathyroidism or osteoporosis"},
    {'I', "Clinical diagnosis of gout or lupus", "confirmed gout or confirmed lupus erythematosus"},
};
CHECK_READINGS(lent, rank_of_diagnosis)

/* What somebody is suppressed or treated for is a treatment, or a disease. */
static const reading aims_of_two_sorts_cases[] = {
    {'E', "Immunosuppression for transplantation or autoimmune disease", "immunosuppression {about transplantation} or immunosuppression {about autoimmune disease}"},
    {'E', "Immunosuppressants for kidney transplantation, lupus or gout", "immunosuppressant {about kidney transplantation} or immunosuppressant {about lupus erythematosus} or immunosuppressant {about gout}"},
    {'E', "Immunosuppression for lupus, gout or cancer", "(immunosuppression {about lupus erythematosus} or immunosuppression {about gout} or immunosuppression {about malignant neoplasm}) / or, read otherwise: (immunosuppression {about lupus erythematosus} or immunosuppression {about gout; \"Immunosuppression for\"} or immunosuppression {about malignant neoplasm; \"Immunosuppression for\"})"},
    {'E', "Steroids for surgery or asthma", "corticosteroid {about surgery} or corticosteroid {about asthma}"},
    {'E', "Steroids for asthma, or pregnancy", "corticosteroid {about asthma} or pregnancy"},
    {'E', "Heart disease other than a small ventricular septal defect or ductus arteriosus", "heart disease, except ((small ventricular septal defect or \"ductus arteriosus\") / or, read otherwise: (small ventricular septal defect or small \"ductus arteriosus\"))"},
    {'E', "Lung disease other than trivial asthma or bronchitis", "lung disease, except ((trivial asthma or bronchitis) / or, read otherwise: (trivial asthma or trivial bronchitis))"},
    {'E', "Small cell lung cancer or gout", "small cell lung cancer or gout"},
};
CHECK_READINGS(lent, aims_of_two_sorts)

/* What something comes from, or is planned for, goes on behind the connective. */
static const reading from_two_cases[] = {
    {'E', "Pain from cancer or gout", "(cancer pain or pain {about gout}) / or, read otherwise: (cancer pain or pain {about gout; \"Pain from\"})"},
    {'E', "Recovering from surgery or stroke", "\"Recovering\" {about surgery} or \"Recovering: stroke\" {about stroke}"},
    {'E', "Anticoagulants for mechanical valves or atrial fibrillation", "anticoagulant {about mechanical heart valve} or anticoagulant {about atrial fibrillation}"},
    {'E', "Steroids, or immunosuppressants, for lupus", "((corticosteroid or immunosuppressant) and lupus erythematosus) / or, read otherwise: (corticosteroid or (immunosuppressant and lupus erythematosus)) / or, read otherwise: (corticosteroid or immunosuppressant or lupus erythematosus)"},
    {'E', "Planning pregnancy or dialysis", "(planning pregnancy or planned dialysis) / or, read otherwise: (planning pregnancy or dialysis)"},
    {'E', "Planning pregnancy or lactation", "planning pregnancy or lactation"},
    {'E', "Planning pregnancy, dialysis", "(planning pregnancy or planned dialysis) / or, read otherwise: (planning pregnancy or dialysis)"},
};
CHECK_READINGS(lent, from_two)
