/* Behind a comma, among what bars: one more of a list, or said of what stands before it. */
#include "tests/unit/readings.h"

/* Where its words look like the second, both are kept. */
static const reading said_of_what_stands_before_cases[] = {
    {'E', "Heart failure, NYHA class III, hospitalised within 6 months", "(heart failure and (NYHA class 3 and hospitalization within 6 months before the index date)) / or, read otherwise: ((heart failure and NYHA class 3 and hospitalization within 6 months before the index date) / or, read otherwise: ((heart failure and NYHA class 3) or hospitalization within 6 months before the index date))"},
    {'E', "Gout, refractory to allopurinol", "gout {\"refractory to allopurinol\"}"},
    {'E', "Lupus, under immunosuppressants", "(lupus erythematosus and current immunosuppressant) / or, read otherwise: (lupus erythematosus or current immunosuppressant)"},
    {'E', "Renal failure, dialysis-dependent", "(renal failure and chronic dialysis) / or, read otherwise: (renal failure or chronic dialysis)"},
    {'E', "Hypertension, BP > 180/110 mmHg", "(hypertension and (systolic blood pressure > 180 mmHg or diastolic blood pressure > 110 mmHg)) / or, read otherwise: (hypertension or (systolic blood pressure > 180 mmHg or diastolic blood pressure > 110 mmHg))"},
    {'E', "Cancer, in remission", "(malignant neoplasm and \"remission\") / or, read otherwise: (malignant neoplasm or \"remission\")"},
    {'E', "Obesity, waiting for surgery", "(obesity and planned surgery) / or, read otherwise: (obesity or planned surgery)"},
    {'E', "Leukemia, newly diagnosed, aged under 10", "(newly diagnosed leukemia and age < 10 years) / or, read otherwise: (newly diagnosed leukemia or age < 10 years)"},
    {'E', "Smokers, older than 45 years", "(current smoker and age > 45 years) / or, read otherwise: (current smoker or age > 45 years)"},
    {'E', "Women, breastfeeding", "(female and lactation) / or, read otherwise: (female or lactation)"},
    {'E', "Gout, on colchicine, or lupus", "((gout and current colchicine) or current lupus erythematosus) / or, read otherwise: (gout or current colchicine or current lupus erythematosus)"},
    {'E', "Migraine, refractory, and on topiramate", "(refractory migraine or current topiramate) / or, read otherwise: (refractory migraine and current topiramate)"},
    {'E', "Epilepsy, uncontrolled, or migraine", "uncontrolled epilepsy or migraine"},
    {'E', "Gout, asthma, relapsed, seizure", "gout or relapsed asthma or seizure"},
    {'E', "Gout and taking colchicine", "(gout or current colchicine) / or, read otherwise: (gout and current colchicine)"},
    {'E', "Heart failure, reduced ejection fraction", "(heart failure and low left ventricular ejection fraction) / or, read otherwise: (heart failure or low left ventricular ejection fraction)"},
    {'E', "Asthma, well controlled on inhaled steroids", "(asthma and current controlled inhaled corticosteroid) / or, read otherwise: (asthma or current controlled inhaled corticosteroid)"},
    {'E', "Hypertension, male", "(hypertension and male) / or, read otherwise: (hypertension or male)"},
    {'E', "HIV infection, CD4 < 190, not on antiretrovirals", "((human immunodeficiency virus infection and CD4 count < 190) / or, read otherwise: (human immunodeficiency virus infection or CD4 count < 190)) and not current antiretroviral"},
    {'E', "HIV infection, not on antiretrovirals", "human immunodeficiency virus infection and not current antiretroviral"},
    {'I', "Diabetes (type 1, on insulin)", "diabetes mellitus and (\"type\" {number \"1\"} and current insulin)"},
    {'E', "Gout (in remission, on allopurinol)", "gout and (\"remission\" and current allopurinol)"},
    {'E', "Transplant at least 2 years ago, on tacrolimus or cyclosporine", "(transplantation at least 2 years before the index date and (current tacrolimus or current ciclosporin)) / or, read otherwise: (transplantation at least 2 years before the index date or current tacrolimus or current ciclosporin)"},
    {'E', "Atrial fibrillation, on warfarin or apixaban, gout", "((atrial fibrillation and (current warfarin or current apixaban)) or current gout) / or, read otherwise: (atrial fibrillation or current warfarin or current apixaban or current gout)"},
    {'E', "Hypertension, on a diuretic and an ACE inhibitor", "(hypertension and (current diuretic and current ACE inhibitor)) / or, read otherwise: (hypertension or current diuretic or current ACE inhibitor)"},
    {'E', "Epilepsy, taking valproate, or pregnancy", "((epilepsy and current valproate) or current pregnancy) / or, read otherwise: (epilepsy or current valproate or current pregnancy)"},
    {'E', "Pregnancy, current use of anticoagulants", "pregnancy or current anticoagulant"},
    {'E', "Ulcer, gastric or duodenal, bleeding", "((ulcer and (\"gastric\" or \"duodenal\")) or hemorrhage) / or, read otherwise: (ulcer or \"gastric\" or \"duodenal\" or hemorrhage)"},
    {'E', "Breast cancer, ER or PR positive, gout", "((breast cancer and (positive estrogen receptor or positive progesterone receptor)) or gout) / or, read otherwise: (breast cancer or positive estrogen receptor or positive progesterone receptor or gout)"},
    {'E', "Pregnancy, HIV or HCV positive", "pregnancy or human immunodeficiency virus infection or positive hepatitis c"},
    {'E', "Kidney or liver transplant, taking tacrolimus or everolimus", "((kidney transplantation or liver transplantation) and (current tacrolimus or current everolimus)) / or, read otherwise: (kidney transplantation or (liver transplantation and (current tacrolimus or current everolimus))) / or, read otherwise: (kidney transplantation or liver transplantation or current tacrolimus or current everolimus)"},
    {'E', "Peeling, wrinkle improvement or scar treatment, gout", "\"Peeling\" or \"wrinkle improvement\" or \"scar treatment\" (procedure) {about treatment} or gout"},
};
CHECK_READINGS(apposed, said_of_what_stands_before)

/* What is a name of its own is one more of the list, and what is asked for is asked for together. */
static const reading one_more_cases[] = {
    {'E', "Gout, asthma, psoriasis", "gout or asthma or psoriasis"},
    {'E', "Pregnancy, in labor", "pregnancy or labor"},
    {'E', "Gout, asthma, BMI > 35", "gout or asthma or body mass index > 35"},
    {'E', "Pregnancy, lactation, HIV-positive", "pregnancy or lactation or human immunodeficiency virus infection"},
    {'E', "Gout, moderate to severe asthma", "gout or moderate or severe asthma"},
    {'E', "Gout, evidence of asthma", "gout or confirmed asthma"},
    {'E', "Interstitial lung disease, drug-induced liver injury", "interstitial lung disease or drug-induced liver injury"},
    {'E', "Warfarin and on aspirin", "warfarin or current aspirin"},
    {'I', "Heart failure, NYHA class III, hospitalised within 6 months", "heart failure and NYHA class 3 and hospitalization within 6 months before the index date"},
    {'E', "Pregnant, breastfeeding, not using contraception", "pregnancy or lactation or (female and not current contraception)"},
    {'E', "Inflammatory bowel disease (Crohn's disease, ulcerative colitis)", "inflammatory bowel disease or Crohn's disease or ulcerative colitis"},
};
CHECK_READINGS(apposed, one_more)

/* Limits alone in a bracket, among what bars: each by itself, or together. */
static const reading limits_in_brackets_cases[] = {
    {'E', "Psoriasis (PASI > 11, BSA > 12%)", "(PASI score > 11 or total body surface area affected > 12%) / or, read otherwise: (psoriasis and (PASI score > 11 or total body surface area affected > 12%))"},
    {'E', "Chronic pain (> 3 months, VAS > 4)", "chronic pain and ((chronic pain for > 3 months or pain score > 4) / or, read otherwise: (chronic pain for > 3 months and pain score > 4))"},
    {'E', "Liver disease (e.g. ALT > 3 x ULN, bilirubin > 2 mg/dL)", "alanine aminotransferase > 3 x ULN or total bilirubin > 2 mg/dL"},
    {'E', "Liver disease (ALT > 3 x ULN or bilirubin > 2 mg/dL)", "alanine aminotransferase > 3 x ULN or total bilirubin > 2 mg/dL"},
};
CHECK_READINGS(apposed, limits_in_brackets)

/* "... and who ..." says one more thing of the same people, or bars by itself. */
static const reading and_who_cases[] = {
    {'E', "Women who are pregnant and who smoke", "female and ((pregnancy or current smoker) / or, read otherwise: (pregnancy and current smoker))"},
    {'E', "Patients with gout whose BMI is above 31 and who are in NYHA class III", "((body mass index > 31 and gout) or NYHA class 3) / or, read otherwise: (body mass index > 31 and gout and NYHA class 3)"},
    {'E', "Gout and asthma", "gout or asthma"},
    {'E', "Women of childbearing potential, not using contraception", "(woman of childbearing potential and (female and not current contraception)) / or, read otherwise: (woman of childbearing potential or (female and not current contraception))"},
    {'E', "Hepatitis B surface antigen positive, HBV DNA > 2000 IU/mL", "(positive hepatitis B surface antigen and HBV DNA > 2000 IU/mL) / or, read otherwise: (positive hepatitis B surface antigen or HBV DNA > 2000 IU/mL)"},
};
CHECK_READINGS(apposed, and_who)

/* An adjective behind a noun, and a limit of what stands before it, in any list. */
static const reading adjectives_and_limits_cases[] = {
    {'E', "Seizures, febrile, under 5 years of age", "(seizure and fever and age < 5 years) / or, read otherwise: (seizure or fever or age < 5 years)"},
    {'E', "Ulcer, gastric or duodenal", "(ulcer and (\"gastric\" or \"duodenal\")) / or, read otherwise: (ulcer or \"gastric\" or \"duodenal\")"},
    {'E', "Renal impairment, eGFR < 29, or gout", "((renal insufficiency and estimated glomerular filtration rate < 29) or gout) / or, read otherwise: (renal insufficiency or estimated glomerular filtration rate < 29 or gout)"},
    {'E', "Gout, BMI > 36, or asthma", "gout or body mass index > 36 or asthma"},
    {'E', "Pregnant, diabetic", "pregnancy or diabetes mellitus"},
    {'E', "Suicidal ideation, intent, or plan", "suicidal ideation or suicidal intent or planned suicidal intent"},
};
CHECK_READINGS(apposed, adjectives_and_limits)

/* Behind "A or B," it may be said of both. */
static const reading said_of_both_cases[] = {
    {'E', "Gout or asthma, aged over 64", "((gout or asthma) and age > 64 years) / or, read otherwise: (gout or (asthma and age > 64 years)) / or, read otherwise: (gout or asthma or age > 64 years)"},
    {'E', "Cancer or lupus, in remission", "((malignant neoplasm or lupus erythematosus) and \"remission\") / or, read otherwise: (malignant neoplasm or (lupus erythematosus and \"remission\")) / or, read otherwise: (malignant neoplasm or lupus erythematosus or \"remission\")"},
    {'E', "Angina or heart failure, NYHA III or IV", "((angina pectoris or heart failure) and NYHA class 3 or 4) / or, read otherwise: (angina pectoris or (heart failure and NYHA class 3 or 4))"},
    {'E', "Gout or asthma, on dialysis", "((gout or asthma) and current dialysis) / or, read otherwise: (gout or asthma or current dialysis)"},
    {'E', "Gout or asthma, epilepsy", "gout or asthma or epilepsy"},
    {'E', "Rheumatoid arthritis, mobility-limiting amputations", "rheumatoid arthritis or \"mobility\" {about amputation}"},
    {'I', "Gout or asthma, aged over 64", "(gout or asthma) and age > 64 years"},
};
CHECK_READINGS(apposed, said_of_both)

/* What stands apart and says nothing but when the thing before it is, says nothing of the thing behind it. */
static const reading when_it_is_cases[] = {
    {'E', "Pregnancy, current or planned, breastfeeding", "pregnancy or planned pregnancy or lactation"},
    {'I', "Surgery, planned or recent, anticoagulation", "(recent surgery or planned surgery) and anticoagulant"},
    {'E', "Depression, past or present, suicide attempt", "history of depressive disorder or suicide attempt"},
    {'E', "Alcohol abuse (past), gout", "history of alcohol use disorder or gout"},
    {'E', "Surgery, planned, gout", "planned surgery or gout"},
    {'E', "Gout, planned surgery", "gout or planned surgery"},
    {'E', "Gout, current smoking, asthma", "gout or current smoker or asthma"},
    {'E', "Liver disease, current or recent", "recent liver disease"},
    {'E', "Gout, severe, asthma", "severe gout or asthma"},
    {'E', "Surgery, planned, current or past smoking", "planned surgery or history of current smoker"},
    {'E', "Surgery, past, current or planned, gout", "not understood (more is said at once than is read as one clause): \"Surgery, past, current or planned\" or gout"},
};
CHECK_READINGS(apposed, when_it_is)

/* "Anemia, aplastic" is a name as an index has it; "depression, bipolar" may be one thing or two. */
static const reading names_turned_round_cases[] = {
    {'I', "Pneumonia, bacterial", "bacterial pneumonia"},
    {'E', "Neuropathy, diabetic", "diabetic neuropathy"},
    {'E', "History of hepatitis, autoimmune", "history of autoimmune hepatitis"},
    {'I', "Arthritis, psoriatic", "psoriatic arthritis"},
    {'E', "Gout; hypertension, pulmonary", "gout or pulmonary hypertension"},
    {'E', "Depression, bipolar", "(depressive disorder and bipolar disorder) / or, read otherwise: (depressive disorder or bipolar disorder)"},
    {'E', "Gout, bipolar, asthma", "gout or bipolar disorder or asthma"},
    {'E', "Asthma, pregnant", "(asthma and pregnancy) / or, read otherwise: (asthma or pregnancy)"},
    {'E', "Pneumonia, COVID-19", "pneumonia or COVID-19"},
    {'I', "Obesity, diabetic or hypertensive", "(obesity and (diabetes mellitus or hypertension)) / or, read otherwise: (obesity or diabetes mellitus or hypertension)"},
    {'E', "Hepatitis, viral or autoimmune", "(hepatitis and (\"viral\" or \"autoimmune\")) / or, read otherwise: (hepatitis or \"viral\" or \"autoimmune\")"},
    {'I', "Asthma, gout or psoriasis", "asthma or gout or psoriasis"},
    {'E', "Asthma, bacterial", "(asthma and \"bacterial\") / or, read otherwise: (asthma or \"bacterial\")"},
};
CHECK_READINGS(apposed, names_turned_round)

/* A grade behind a comma is of the condition before it, and so is a limit behind an adjective there. */
static const reading graded_behind_cases[] = {
    {'E', "Neutropenia, grade 3, gout", "neutropenia grade = 3 or gout"},
    {'E', "Neutropenia, grade 3 (ANC < 900/mm3), gout", "(neutropenia grade = 3 and neutrophil count < 900 /mm3) or gout"},
    {'E', "Neuropathy, grade 2 or higher, gout", "neuropathy grade >= 2 or gout"},
    {'E', "Diarrhea, grade >= 2", "diarrhea grade >= 2"},
    {'E', "Renal failure, acute or chronic (eGFR < 25), gout", "estimated glomerular filtration rate < 25 or gout"},
    {'E', "Hernia, left or right (> 2 cm), gout", "not understood (a number without anything that it measures): \"Hernia, left or right (> 2 cm)\" or gout"},
    {'E', "Obesity, morbid (BMI > 45), gout", "body mass index > 45 or gout"},
    {'E', "Obesity, morbid, gout", "severe obesity or gout"},
    {'E', "Ulcer, gastric, gout", "gastric ulcer or gout"},
    {'E', "Asthma, severe, gout", "severe asthma or gout"},
    {'E', "Gout, neutropenia, grade 3", "((gout and neutropenia grade = 3) / or, read otherwise: (gout or neutropenia grade = 3)) / or, read otherwise: ((gout {\"grade 3\"} and neutropenia grade = 3) / or, read otherwise: (gout {\"grade 3\"} or neutropenia grade = 3))"},
    {'E', "Gout, grade 3 neutropenia, asthma", "((gout and neutropenia grade = 3) or asthma) / or, read otherwise: (gout or neutropenia grade = 3 or asthma)"},
    {'E', "Pancreatitis, acute or chronic, gout", "pancreatitis or gout"},
    {'E', "Gout, asthma (FEV1 < 50%), anemia", "gout or (FEV1 < 50% / or, read otherwise: (asthma and FEV1 < 50%)) or anemia"},
};
CHECK_READINGS(apposed, graded_behind)
