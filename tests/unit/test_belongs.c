/* What belongs to a neighbour: means and signs in a bracket, examples of what comes of something, relative clauses, places.
 */
#include "tests/unit/readings.h"

/* A test is positive that something was detected by; an example of what it is found by asks for nothing. */
static const reading found_for_example_cases[] = {
    {'E', "Hepatitis C (HCV RNA detected)", "hepatitis c and positive HCV RNA"},
    {'E', "HCV RNA is detected", "positive HCV RNA"},
    {'E', "Gout detected by ultrasound", "gout"},
    {'E', "Active hepatitis B (e.g., HBsAg reactive) or hepatitis C (e.g., HCV RNA [qualitative] is detected)", "current hepatitis b or current hepatitis c"},
    {'E', "HIV infection (e.g. positive HIV test)", "human immunodeficiency virus infection"},
    {'E', "Hepatitis B (HBsAg positive)", "hepatitis b and positive hepatitis B surface antigen"},
    {'E', "Breast cancer (e.g. HER2 negative)", "breast cancer {example HER2; \"negative\"}"},
};
CHECK_READINGS(belongs, found_for_example)

/* What there was, treated so, or what there is of it now: two things. */
static const reading treated_or_now_cases[] = {
    {'E', "History of gout that required surgery or current gout", "(history of gout and surgery {\"needed\"}) or current gout"},
    {'E', "Has a history of (non-infectious) pneumonitis that required steroids or has current pneumonitis", "(history of pneumonitis and not history of pneumonitis {\"infectious\"} and corticosteroid {\"needed\"}) or current pneumonitis"},
    {'E', "History of gout that required surgery or current asthma", "(history of gout and (surgery {\"needed\"} or current asthma)) / or, read otherwise: ((history of gout and surgery {\"needed\"}) or current asthma)"},
    {'E', "History of gout that required surgery or opioids", "(history of gout and (surgery {\"needed\"} or opioid)) / or, read otherwise: ((history of gout and surgery {\"needed\"}) or opioid) / or, read otherwise: (history of gout and (surgery {\"needed\"} or opioid {\"needed\"})) / or, read otherwise: ((history of gout and surgery {\"needed\"}) or opioid {\"needed\"})"},
};
CHECK_READINGS(belongs, treated_or_now)

/* A bracket that lists other things beside limits says what is meant, or is asked of those who have it; kinds of it are both. */
static const reading ways_of_it_cases[] = {
    {'E', "Immunosuppression (chemotherapy within 20 days, HIV with CD4 < 250)", "(chemotherapy within 20 days before the index date or (human immunodeficiency virus infection and CD4 count < 250)) / or, read otherwise: (immunosuppression and (chemotherapy within 20 days before the index date or (human immunodeficiency virus infection and CD4 count < 250)))"},
    {'E', "HIV infection (AIDS or CD4 < 250)", "human immunodeficiency virus infection and (acquired immunodeficiency syndrome or CD4 count < 250)"},
    {'E', "Diabetes (> 4 years or insulin use)", "diabetes mellitus and (diabetes mellitus for > 4 years or insulin)"},
    {'I', "Immunosuppression (chemotherapy within 20 days or CD4 < 250)", "(chemotherapy within 20 days before the index date or CD4 count < 250) / or, read otherwise: (immunosuppression and (chemotherapy within 20 days before the index date or CD4 count < 250))"},
};
CHECK_READINGS(belongs, ways_of_it)

/* What narrows all examples from behind narrows what they are examples of; words for whatever there is leave nothing open of them. */
static const reading examples_of_whatever_cases[] = {
    {'E', "Comorbidities such as gout, epilepsy or asthma", "\"Comorbidities\" {about disease} or gout or epilepsy or asthma"},
    {'E', "Other medical conditions including gout and epilepsy", "other \"medical conditions\" {about disease} or gout or epilepsy"},
    {'E', "Medications such as aspirin or opioids", "\"Medications\" (medication) {about medication (any)} or aspirin or opioid"},
    {'E', "Serious medical conditions such as gout or epilepsy", "severe \"medical conditions\" {about disease} or gout {\"example\"} or epilepsy {\"example\"}"},
    {'E', "Comorbidities such as gout or epilepsy that may affect safety", "\"Comorbidities\" {about disease; \"safety\"} or gout {\"safety\"; \"example\"} or epilepsy {\"safety\"; \"example\"}"},
    {'E', "Comorbidities that may affect safety, such as gout or epilepsy", "\"Comorbidities\" {about disease; \"safety\"} or gout {\"example\"} or epilepsy {\"example\"}"},
    {'E', "Heart disease such as angina or arrhythmia that may affect safety", "heart disease {\"safety\"} or angina pectoris {\"safety\"} or cardiac arrhythmia {\"safety\"}"},
    {'E', "Heart disease including angina or arrhythmia requiring surgery", "heart disease {about surgery} or angina pectoris {about surgery} or cardiac arrhythmia {about surgery}"},
    {'E', "Heart disease such as angina or uncontrolled arrhythmia", "heart disease or angina pectoris or uncontrolled cardiac arrhythmia"},
    {'E', "Heart disease such as angina or arrhythmia", "heart disease or angina pectoris or cardiac arrhythmia"},
    {'E', "Heart disease including angina, family history of arrhythmia", "heart disease or angina pectoris or cardiac arrhythmia (family)"},
    {'E', "Medical conditions including gout, personal or family history of stroke", "\"Medical conditions\" {about disease} or gout or (history of stroke or stroke (family))"},
    {'E', "Complications such as gout or epilepsy", "\"Complications\" or gout {\"example\"} or epilepsy {\"example\"}"},
};
CHECK_READINGS(belongs, examples_of_whatever)

/* By what a thing was found asks for nothing; what it shows by is not yet the thing. */
static const reading found_by_cases[] = {
    {'I', "Asthma (as determined by spirometry)", "asthma"},
    {'I', "Diagnosis of heart failure (as shown by echocardiography)", "confirmed heart failure"},
    {'I', "Chronic pancreatitis (as documented by CT or MRI)", "chronic pancreatitis"},
    {'I', "Asthma (as evidenced by wheezing)", "asthma {\"(as evidenced by wheezing)\"}"},
    {'I', "Iron deficiency (as shown by low ferritin)", "iron deficiency {\"(as shown by low ferritin)\"}"},
    {'I', "Cirrhosis (as evidenced by ascites or encephalopathy)", "cirrhosis of liver {\"(as evidenced by ascites or encephalopathy)\"}"},
    {'E', "Renal failure (as indicated by dialysis)", "renal failure {\"(as indicated by dialysis)\"}"},
    {'E', "Organ damage (demonstrated by retinopathy, nephropathy)", "\"Organ damage\" {\"(demonstrated by retinopathy, nephropathy)\"}"},
    {'I', "Heart failure (evidenced by BNP > 400 pg/mL)", "BNP > 400 pg/mL"},
    {'I', "Sarcopenia (defined as low muscle mass)", "low lean body mass"},
};
CHECK_READINGS(belongs, found_by)

/* What comes of a thing may come of others, too: an example of it is one only where it is a kind of it. */
static const reading comes_of_another_cases[] = {
    {'E', "Complications of pregnancy such as hypertension, diabetes, seizure", "pregnancy complication or hypertension {\"example\"} or diabetes mellitus {\"example\"} or seizure {\"example\"}"},
    {'E', "Diabetic complications, including ketoacidosis, metabolic acidosis", "diabetic complication or ketoacidosis {\"example\"} or metabolic acidosis {\"example\"}"},
    {'E', "Diabetic complications (diabetic retinopathy, diabetic nephropathy)", "diabetic complication or diabetic retinopathy or diabetic nephropathy"},
    {'E', "Chronic liver disease including hepatitis, cirrhosis", "chronic liver disease or hepatitis or cirrhosis of liver"},
};
CHECK_READINGS(belongs, comes_of_another)

/* "That", "which" and a verb: what follows is said of the thing before it, all of it, and none of it is asked for by itself. */
static const reading said_of_the_thing_cases[] = {
    {'E', "Neuropathy that may prevent dialysis or rehabilitation", "neuropathy {about dialysis} or neuropathy {about rehabilitation}"},
    {'E', "Contracture that might hinder walking or dialysis", "joint contracture {\"walking\"} or joint contracture {about dialysis}"},
    {'E', "Obesity that increases the risk of anesthesia or surgery", "obesity {\"risk\"; about anesthesia} or obesity {about surgery}"},
    {'E', "Allergy that worsens gout or eczema", "allergy {about gout} or allergy {about dermatitis}"},
    {'E', "Any drug that may interact with warfarin or digoxin", "\"drug\" (medication) {about medication (any); about warfarin} or \"drug\" (medication) {about digoxin}"},
    {'E', "Condition that predisposes to stroke, seizures or syncope", "\"Condition\" {about disease; about stroke} or \"Condition\" {about seizure} or \"Condition\" {about syncope}"},
    {'E', "Lesion which will complicate dialysis or surgery", "\"Lesion\" {about lesion; about dialysis} or \"Lesion\" {about surgery}"},
    {'E', "Patients that have gout or asthma", "gout or asthma"},
    {'E', "Patients that may need dialysis or transplantation", "(dialysis {\"required\"} or transplantation) / or, read otherwise: (dialysis {\"required\"} or transplantation {\"required\"})"},
    {'E', "A device that may fail or asthma", "\"device\" (device) {about medical device; \"may\"; \"fail\"} or asthma"},
    {'E', "Asthma that persists or gout", "asthma {\"persists\"} or gout"},
    {'E', "Disease that does not affect walking or gout", "(\"Disease\" {about disease} and not (\"affect walking\" or gout)) / or, read otherwise: ((\"Disease\" {about disease} and not \"affect walking\") or gout)"},
};
CHECK_READINGS(belongs, said_of_the_thing)

/* A place behind the last is meant of those before it that say little without one, also where it is part of a name or examples follow. */
static const reading where_the_last_is_cases[] = {
    {'E', "Biopsy or surgery on the breast, including lumpectomy", "biopsy {\"breast\"} or surgery {\"breast\"; example lumpectomy}"},
    {'E', "Trauma or infection of the knee, including fracture", "injury {\"knee\"} or infection {\"knee\"; example bone fracture}"},
    {'E', "Surgery or fracture of the hip", "surgery {\"of the hip\"} or hip fracture"},
    {'E', "Surgery, radiotherapy or biopsy of the prostate", "prostate surgery or radiotherapy {\"of the prostate\"} or prostate biopsy"},
    {'E', "Pain or fracture of the hip within 3 months", "pain {\"of the hip\"} within 3 months before the index date or hip fracture within 3 months before the index date"},
    {'E', "Inflammation or cancer of the pancreas", "pancreatitis or pancreatic cancer"},
    {'E', "Injury or loss of consciousness", "injury or loss of consciousness"},
    {'E', "Heart failure or cancer of the breast", "heart failure or breast cancer"},
    {'E', "Gout or fracture of the hip", "gout or hip fracture"},
    {'E', "Major surgery or cancer of the breast", "major surgery or breast cancer"},
    {'E', "Bleeding, including menorrhagia, or gout", "hemorrhage or heavy menstrual bleeding or gout"},
};
CHECK_READINGS(belongs, where_the_last_is)

/* A bracket behind the first of a list does not end what its head is about. */
static const reading head_before_a_bracket_cases[] = {
    {'I', "ICU admission for a large hemorrhage (GCS < 9) or stroke", "((intensive care unit admission {\"large\"; about hemorrhage} and Glasgow coma scale < 9) or stroke) / or, read otherwise: ((intensive care unit admission {\"large\"; about hemorrhage} and Glasgow coma scale < 9) or stroke {\"ICU admission for\"})"},
    {'E', "Emergency visit for a bad migraine (VAS > 7) or gout within 12 hours", "((emergency department visit {\"bad\"; about migraine} within 12 hours before the index date and pain score > 7) or gout within 12 hours before the index date) / or, read otherwise: ((emergency department visit {\"bad\"; about migraine} within 12 hours before the index date and pain score > 7) or gout {\"Emergency visit for\"} within 12 hours before the index date)"},
    {'E', "Diabetes (HbA1c > 9 %) or gout", "(diabetes mellitus and HbA1c > 9%) or gout"},
    {'E', "Uncontrolled hypertension (SBP > 160 mmHg) or gout", "systolic blood pressure > 160 mmHg or gout"},
};
CHECK_READINGS(belongs, head_before_a_bracket)

/* One of a list is read as any other list: what stands at one end of it may be meant of all. */
static const reading one_of_these_cases[] = {
    {'E', "Any of the following: severe asthma or COPD", "(severe asthma or chronic obstructive pulmonary disease) / or, read otherwise: (severe asthma or severe chronic obstructive pulmonary disease)"},
    {'I', "At least one of the following: recent stroke or gout", "(recent stroke or gout) / or, read otherwise: (recent stroke or recent gout)"},
    {'E', "One or more of the following conditions: bronchitis or COPD exacerbation", "bronchitis or acute exacerbation of COPD"},
    {'I', "None of the following: severe asthma or gout", "not ((severe asthma or gout) / or, read otherwise: (severe asthma or severe gout))"},
    {'I', "One or more of: gout, asthma except mild asthma, or stroke", "gout or (asthma, except mild asthma) or stroke"},
    {'E', "Any of the following within 6 months: stroke, TIA, or MI", "stroke within 6 months before the index date or transient ischemic attack within 6 months before the index date or myocardial infarction within 6 months before the index date"},
    {'I', "Any of the following: gout and uric acid > 9 mg/dL, stroke", "(gout and uric acid > 9 mg/dL) or stroke"},
    {'E', "Any of the following: no phone, asthma or gout", "not \"phone\" or asthma or gout"},
    {'E', "Two of the following: severe asthma, gout, stroke", "at least 2 of: severe asthma; gout; stroke"},
};
CHECK_READINGS(belongs, one_of_these)

/* A way of giving in a bracket behind the last class of drugs may be that of all. */
static const reading given_alike_cases[] = {
    {'E', "Antibiotics or antifungals (oral)", "(antibiotic or oral antifungal) / or, read otherwise: (oral antibiotic or oral antifungal)"},
    {'E', "Use of any of these in the last 3 months: antibiotics, antifungals or antivirals (oral)", "(current antibiotic within 3 months before the index date or current antifungal within 3 months before the index date or current oral antiviral within 3 months before the index date) / or, read otherwise: (current oral antibiotic within 3 months before the index date or current oral antifungal within 3 months before the index date or current oral antiviral within 3 months before the index date)"},
    {'E', "Insulin or antibiotics (intravenous)", "insulin or intravenous antibiotic"},
    {'E', "Gout or antibiotics (intravenous)", "gout or intravenous antibiotic"},
};
CHECK_READINGS(belongs, given_alike)

/* What two operations are done for is one list: the other one is no operation of the whole organ. */
static const reading done_for_cases[] = {
    {'E', "Breast or prostate cancer surgery", "surgery {about breast cancer} or surgery {about prostate cancer}"},
    {'E', "Breast, lung or prostate cancer surgery", "surgery {about breast cancer} or surgery {about lung cancer} or surgery {about prostate cancer}"},
    {'E', "Hip or knee replacement surgery", "hip replacement or knee replacement"},
    {'E', "Cardiac or thoracic surgery", "cardiac surgery or thoracic surgery"},
    {'E', "Cardiac, renal, hepatic, pulmonary, neurological, endocrine, psychiatric or metabolic disease", "heart disease or kidney disease or liver disease or lung disease or neurological disease or endocrine disease or psychiatric disorder or metabolic disease"},
};
CHECK_READINGS(belongs, done_for)

/* What stands behind "after" and an operation as an example of it is not enough by itself. */
static const reading behind_an_event_cases[] = {
    {'I', "Post plastic surgery, including oral or lip cancer", "oral cavity cancer after plastic surgery or malignant neoplasm {\"lip\"} after plastic surgery"},
    {'I', "Post-stroke, including hemiparesis", "stroke {example hemiplegia}"},
};
CHECK_READINGS(belongs, behind_an_event)

/* The quantity of a limit by another of its names asks for nothing more. */
static const reading named_again_cases[] = {
    {'I', "Patient age 25 years or older", "age >= 25 years"},
    {'I', "Pain intensity > 4 on the visual analogue scale (VAS)", "pain score > 4"},
    {'E', "Depression as indicated by the Patient Health Questionnaire (PHQ-9 score > 17)", "PHQ-9 score > 17"},
    {'I', "Increase of HbA1c from baseline HbA1c > 2 %", "\"Increase of HbA1c from baseline HbA1c\" (measurement) > 2%"},
};
CHECK_READINGS(belongs, named_again)

/* A range of ages behind several groups of people says who is meant; a limit of one of them does not. */
static const reading whose_ages_cases[] = {
    {'I', "Children and adolescents 3 years old to 14 years old", "age from 3 to 14 years"},
    {'I', "Children or adolescents, between 7 and 16 years of age, with gout", "age from 7 to 16 years and gout"},
    {'I', "Infants, children and adults aged 1 to 40 years", "age from 1 to 40 years"},
    {'I', "Adults and children over 6 years", "\"Adults\" and age > 6 years"},
    {'I', "Parents of children and adolescents aged 6 to 12 years", "\"children\" (parent) and age (parent) from 6 to 12 years"},
};
CHECK_READINGS(belongs, whose_ages)

/* Everyday words for what is denied, beside something, taken or judged. */
static const reading said_in_other_words_cases[] = {
    {'I', "Absence of any signs of heart failure", "not heart failure"},
    {'E', "Co-morbid or co-existing epilepsy", "epilepsy"},
    {'E', "Women who receive metformin", "female and current metformin"},
    {'E', "Gout as determined by clinical discretion", "for a person to judge (investigator opinion): \"Gout as determined by clinical discretion\""},
};
CHECK_READINGS(belongs, said_in_other_words)

/* A name that is not known in a list of conditions leaves open, too, whether one is enough. */
static const reading unknown_among_cases[] = {
    {'I', "Asthma, COPD, zorbitis", "(asthma and chronic obstructive pulmonary disease and \"zorbitis\") / or, read otherwise: (asthma or chronic obstructive pulmonary disease or \"zorbitis\")"},
    {'I', "Gout, zorbitis, BMI > 30 kg/m2", "gout and \"zorbitis\" and body mass index > 30 kg/m2"},
    {'E', "Asthma, COPD, zorbitis", "asthma or chronic obstructive pulmonary disease or \"zorbitis\""},
};
CHECK_READINGS(belongs, unknown_among)

/* What something unknown is for stands behind it, and so may what stands behind the connective: no condition of the patient by itself. */
static const reading what_it_is_for_cases[] = {
    {'I', "Progression after methotrexate for gout or psoriasis", "\"Progression\" after \"methotrexate for gout\" or \"Progression: psoriasis\" {about psoriasis}"},
    {'I', "Progression on a second regimen for gout or psoriasis", "secondary \"Progression\" {\"regimen\"; about gout} or \"Progression: psoriasis\" {about psoriasis}"},
    {'I', "Relapse on or after surgery for recurrent or metastatic disease", "\"Relapse\" after \"surgery\" or \"Relapse: metastatic disease\" {about metastatic cancer}"},
    {'I', "Relapse within 6 months of surgery for gout or psoriasis", "\"Relapse\" from 6 months before to 6 months after \"surgery\" or \"Relapse: psoriasis\" {about psoriasis}"},
    {'I', "Candidate for surgery for recurrent or metastatic disease", "for a person to judge (candidacy): \"Candidate for surgery for recurrent\" or for a person to judge (candidacy): \"metastatic disease\""},
    {'I', "Second-line treatment of recurrent or metastatic breast cancer", "secondary treated recurrent \"line\" or \"line: metastatic breast cancer\" {about metastatic breast cancer}"},
    {'I', "Prior treatment for recurrent or metastatic lung cancer", "history of treated recurrent lung cancer or history of metastatic treated lung cancer"},
    {'I', "Progression on imatinib or gout", "current \"Progression\" {about imatinib} or current gout"},
    {'E', "Progression after surgery, or gout", "\"Progression\" after \"surgery\" or gout"},
};
CHECK_READINGS(belongs, what_it_is_for)

/* What stands before "with" is asked for beside the limit that says what stands behind it. */
static const reading defined_beside_cases[] = {
    {'I', "Gout with hyperuricemia defined as uric acid > 7 mg/dL", "gout and uric acid > 7 mg/dL"},
    {'I', "Multiple myeloma with measurable disease defined as at least one of: serum M-protein >= 1 g/dL, urine M-protein >= 200 mg/24 h", "multiple myeloma and (serum M-protein >= 1 g/dL or urine M-protein >= 200 mg/day)"},
    {'E', "Diabetes with nephropathy, defined as UACR > 300 mg/g", "diabetes mellitus and urine albumin-to-creatinine ratio > 300 mg/g"},
    {'I', "Patients with obesity, defined as BMI > 30 kg/m2", "body mass index > 30 kg/m2"},
    {'I', "Adults with hypertension defined as SBP > 140 mmHg", "systolic blood pressure > 140 mmHg"},
};
CHECK_READINGS(belongs, defined_beside)

/* What is asked "in patients ..." is asked of those who have the disease before it. */
static const reading asked_of_people_cases[] = {
    {'I', "Newly diagnosed AML in patients aged >= 75 years or with asthma", "newly diagnosed acute myeloid leukemia and (age >= 75 years or asthma)"},
    {'I', "Newly diagnosed AML in patients aged >= 75 years", "age >= 75 years and newly diagnosed acute myeloid leukemia"},
    {'I', "Infants with asthma younger than 12 months", "age < 12 months and asthma"},
    {'I', "Children with asthma younger than 12 months", "age < 12 months and asthma"},
    {'I', "Asthma: at least 2 exacerbations", "(asthma and number of \"exacerbations\" >= 2) / or, read otherwise: number of \"exacerbations\" >= 2"},
    {'I', "BMI: > 18 and < 30", "body mass index > 18 and < 30"},
    {'I', "Unilateral inguinal hernia, primary or recurrent, scheduled for surgery", "Unilateral inguinal hernia and planned surgery"},
};
CHECK_READINGS(belongs, asked_of_people)

/* What mothers have is theirs, also where it stands before them. */
static const reading of_mothers_cases[] = {
    {'I', "Infants of diabetic mothers", "diabetes mellitus (family) {relative \"mother\"}"},
    {'I', "Infants of mothers with diabetes", "diabetes mellitus (family) {relative \"mother\"}"},
    {'I', "Babies born to HIV-positive mothers", "\"Babies born\" (family) {relative \"mother\"; about human immunodeficiency virus infection}"},
    {'I', "Pregnant diabetic women", "diabetes mellitus {about pregnancy} and female"},
};
CHECK_READINGS(belongs, of_mothers)

/* Men, women and transgender people in one list: nobody is all of them. */
static const reading genders_cases[] = {
    {'I', "Men and transgender women", "male or transgender woman"},
    {'I', "HIV-uninfected men", "not human immunodeficiency virus infection and male"},
    {'I', "Women and transgender men aged 18 to 35 years", "(female or transgender man) and age from 18 to 35 years"},
    {'I', "Men and smokers", "male and current smoker"},
};
CHECK_READINGS(belongs, genders)

/* What is no kind of what is asked for excuses from the last, or says who is not meant. */
static const reading excused_cases[] = {
    {'I', "Asthma and gout, except psoriasis", "(asthma and (if not psoriasis, then gout)) / or, read otherwise: ((asthma and gout), except psoriasis)"},
    {'I', "Asthma and malignancy, except basal cell carcinoma", "(asthma and malignant neoplasm), except basal cell carcinoma"},
};
CHECK_READINGS(belongs, excused)

/* Who has what behind a relative and a thing of his: he, or the patient. */
static const reading whose_clause_cases[] = {
    {'I', "Relative with gout who has asthma",
     "(gout (family) and asthma (family)) / or, read otherwise: (gout (family) and asthma)"},
    {'E', "First-degree relative with gout who has asthma",
     "(gout (family) {relative \"first-degree\"} and asthma (family) {relative \"first-degree\"}) / or, read otherwise: (gout (family) {relative \"first-degree\"} and asthma)"},
    {'I', "Sibling with asthma who is on omalizumab",
     "asthma (family) {relative \"sibling\"} and current omalizumab (family) {relative \"sibling\"}"},
    {'I', "Patient with gout who has asthma",
     "gout and asthma"},
    {'I', "Child of a mother with gout who has obesity",
     "(gout (family) {relative \"mother\"} and obesity (family) {relative \"mother\"}) / or, read otherwise: (gout (family) {relative \"mother\"} and obesity)"},
    {'E', "Mother with epilepsy on valproate",
     "epilepsy (family) {relative \"mother\"} and current valproate (family) {relative \"mother\"}"},
};
CHECK_READINGS(belongs, whose_clause)

/* The state in which something is measured is said of the value. */
static const reading states_of_measuring_cases[] = {
    {'E', "Schirmer test <= 10 mm without anesthesia", "Schirmer test {time \"without anesthesia\"} <= 10 mm"},
    {'I', "Schirmer test < 5 mm with topical anesthesia", "Schirmer test {time \"with topical anesthesia\"} < 5 mm"},
    {'I', "Oxygen saturation < 91% without supplemental oxygen", "room air oxygen saturation < 91%"},
    {'E', "Intraocular pressure > 22 mmHg off treatment", "intraocular pressure {time \"off treatment\"} > 22 mmHg"},
    {'E', "Intraocular pressure > 22 mmHg in the absence of any medication", "intraocular pressure {time \"in the absence of any medication\"} > 22 mmHg"},
    {'I', "FEV1 < 70% predicted after salbutamol", "FEV1 percent predicted {time \"after salbutamol\"} < 70%"},
    {'I', "Heart rate > 110 bpm after exercise", "heart rate {time \"after exercise\"} > 110 /min"},
    {'I', "Visual acuity < 0.5 without glasses", "visual acuity {state \"uncorrected\"} < 0.5"},
    {'E', "Heart rate < 48 bpm, without beta blockers", "heart rate < 48 /min and not beta blocker"},
    {'E', "Creatinine > 2 mg/dL without dialysis", "serum creatinine > 2 mg/dL and not dialysis"},
    {'I', "Hemoglobin < 9 g/dL after stroke", "hemoglobin < 9 g/dL after stroke"},
    {'I', "BMI > 31 no medication", "body mass index > 31 and not \"medication\" (medication) {about medication (any)}"},
    {'I', "LDL cholesterol > 170 mg/dL without statin", "LDL cholesterol > 170 mg/dL and not statin"},
    {'I', "Off-treatment blood pressure > 165 mmHg systolic", "systolic blood pressure {time \"Off-treatment\"} > 165 mmHg"},
    {'E', "Off-medication HbA1c > 8%", "HbA1c {time \"Off-medication\"} > 8%"},
};
CHECK_READINGS(belongs, states_of_measuring)

/* Results behind a comma or in a bracket are of what stands before them, with the result of the next. */
static const reading results_of_it_cases[] = {
    {'I', "Breast cancer, ER and/or PR positive, HER2 negative",
     "breast cancer and ((positive estrogen receptor or positive progesterone receptor) and negative HER2)"},
    {'I', "Breast cancer, ER or PR positive, HER2 negative",
     "breast cancer and ((positive estrogen receptor or positive progesterone receptor) and negative HER2)"},
    {'I', "Breast cancer (ER and/or PR positive, HER2 negative)",
     "breast cancer and ((positive estrogen receptor or positive progesterone receptor) and negative HER2)"},
    {'I', "Breast cancer (positive ER, negative HER2)",
     "breast cancer and (positive estrogen receptor and negative HER2)"},
    {'I', "Lupus (ANA or anti-dsDNA positive)",
     "lupus erythematosus and (positive antinuclear antibody or positive anti-dsDNA antibody)"},
    {'I', "Leukemia (BCR-ABL or FLT3 positive)", "leukemia and (positive BCR-ABL or positive \"FLT3\")"},
    {'E', "Lung cancer (EGFR mutation or ALK rearrangement)", "lung cancer and (EGFR mutation or ALK rearrangement)"},
    {'E', "Leukemia (FLT3 or NPM1 mutated)", "leukemia {\"FLT3 or NPM1 mutated\"}"},
    {'E', "Colorectal cancer (KRAS or NRAS mutated)", "colorectal cancer {\"KRAS or NRAS mutated\"}"},
    {'I', "Myasthenia gravis (AChR or MuSK antibody positive)", "myasthenia gravis and (positive acetylcholine receptor antibody or positive anti-MuSK antibody)"},
    {'I', "Lung cancer (EGFR mutation)", "lung cancer {about EGFR mutation}"},
    {'E', "Urine drug screen (positive for cocaine or opioids)", "urine drug screen {\"positive for\"; example cocaine use; example opioid}"},
};
CHECK_READINGS(belongs, results_of_it)

/* How often a limit is met is no alternative of what an "or" adds. */
static const reading how_often_and_or_cases[] = {
    {'I', "SBP >= 145 mmHg on two occasions or gout",
     "any systolic blood pressure {number \"two\"} >= 145 mmHg or gout"},
    {'I', "SBP >= 145 mmHg on two occasions or on antihypertensives",
     "any systolic blood pressure {number \"two\"} >= 145 mmHg or current antihypertensive"},
    {'I', "SBP >= 145 mmHg on two visits or use of antihypertensives",
     "systolic blood pressure {\"visits\" = clinical encounter} >= 145 mmHg or current antihypertensive"},
};
CHECK_READINGS(belongs, how_often_and_or)

static const reading found_by_means_cases[] = {
    {'E', "Aortic stenosis (by echocardiography)", "aortic stenosis"},
    {'E', "LVEF < 40 % (by echocardiography)", "left ventricular ejection fraction < 40%"},
    {'E', "Breast-feeding or test positive for pregnancy (by urinalysis)", "lactation or positive pregnancy"},
    {'E', "Anemia (by hemorrhage)", "anemia {about hemorrhage}"},
    {'E', "Immunosuppression (by chemotherapy)", "immunosuppression {about chemotherapy}"},
};
CHECK_READINGS(belongs, found_by_means)

static const reading one_or_more_of_these_cases[] = {
    {'I', "One or more vascular risk factors (hypertension, diabetes, obesity)", "\"vascular risk factors\" or hypertension or diabetes mellitus or obesity"},
    {'I', "One or more vascular risk factors (e.g. hypertension, diabetes)", "\"vascular risk factors\" or hypertension {\"example\"} or diabetes mellitus {\"example\"}"},
    {'I', "Vascular risk factors (hypertension, diabetes, obesity)", "\"Vascular risk factors\" or hypertension {\"example\"} or diabetes mellitus {\"example\"} or obesity {\"example\"}"},
    {'I', "At least one diabetes-related complication (neuropathy, retinopathy)", "\"diabetes-related complication\" {about diabetes mellitus} or neuropathy {\"example\"} or retinopathy {\"example\"}"},
    {'E', "Gastrointestinal cancer (gastric, colorectal)", "gastric cancer or colorectal cancer"},
    {'E', "Gastrointestinal cancer (gastric, advanced)", "advanced gastrointestinal cancer {\"gastric, advanced\"}"},
};
CHECK_READINGS(belongs, one_or_more_of_these)

/* The time behind the first way in which something was found, and another way behind it, which asks for no test. */
static const reading another_way_cases[] = {
    {'I', "Coronary artery disease documented by angiography within 6 months or stress test", "confirmed coronary artery disease {\"within 6 months or stress test\"}"},
    {'I', "Gout confirmed by ultrasound in the last year or biopsy", "confirmed gout {\"in the last year or biopsy\"}"},
    {'E', "Cirrhosis diagnosed by biopsy within 5 years, or by elastography", "confirmed cirrhosis of liver {\"within 5 years, or by elastography\"}"},
    {'I', "Deep vein thrombosis confirmed by ultrasound within 7 days or venography within 14 days", "confirmed deep vein thrombosis {\"within 7 days or venography within 14 days\"}"},
    {'I', "Asthma confirmed by spirometry or bronchoscopy within 1 year", "confirmed asthma within 1 year before the index date"},
    {'I', "Coronary artery disease documented by angiography within 6 months or stroke", "confirmed coronary artery disease within 6 months before the index date or stroke"},
    {'I', "Osteoporosis confirmed by DXA within 2 years or fracture", "confirmed osteoporosis within 2 years before the index date or bone fracture"},
};
CHECK_READINGS(belongs, another_way)

/* What is given behind the last of several examples may be given for all; what comes with it is of the last. */
static const reading treated_examples_cases[] = {
    {'I', "Disease such as asthma or COPD treated with steroids", "((\"Disease\" {about disease} or asthma or chronic obstructive pulmonary disease) and history of corticosteroid) / or, read otherwise: (\"Disease\" {about disease} or asthma or (chronic obstructive pulmonary disease and history of corticosteroid))"},
    {'E', "Lung disease such as asthma or COPD on inhaled steroids", "((lung disease or asthma or chronic obstructive pulmonary disease) and current inhaled corticosteroid) / or, read otherwise: (lung disease or asthma or (chronic obstructive pulmonary disease and current inhaled corticosteroid))"},
    {'I', "Infection such as hepatitis treated with antivirals", "((infection or hepatitis) and history of antiviral) / or, read otherwise: (infection or (hepatitis and history of antiviral))"},
    {'E', "Neurological disease, including seizure or head injury with loss of consciousness", "neurological disease or seizure or (head injury and loss of consciousness)"},
    {'I', "Inflammatory disease such as sinusitis with polyps", "inflammatory disease or (sinusitis and polyp)"},
};
CHECK_READINGS(belongs, treated_examples)

/* What an allergy in a list is to, its first item may say. */
static const reading allergies_in_a_list_cases[] = {
    {'E', "Food intolerances, allergies or hypersensitivity", "(food intolerance or allergy) / or, read otherwise: (food intolerance or food allergy)"},
    {'E', "Food intolerances or allergies", "(food intolerance or allergy) / or, read otherwise: (food intolerance or food allergy)"},
    {'E', "Drug allergies, intolerances or hypersensitivity", "(drug allergy or \"intolerances\" or allergy) / or, read otherwise: (drug allergy or \"intolerances\" or drug allergy)"},
    {'E', "Food intolerance, allergy or celiac disease", "(food intolerance or allergy or celiac disease) / or, read otherwise: (food intolerance or food allergy or celiac disease)"},
    {'E', "Food allergies or intolerance", "food allergy or food intolerance"},
    {'E', "Allergies or hypersensitivity", "allergy"},
    {'E', "Food or drug allergies", "food allergy or drug allergy"},
    {'E', "Food allergy, asthma or eczema", "food allergy or asthma or dermatitis"},
};
CHECK_READINGS(belongs, allergies_in_a_list)

/* A comma before the bracket with a definition is no sign of a list. */
static const reading comma_before_definition_cases[] = {
    {'I', "No previous chemotherapy, (defined as any cytotoxic drug)", "not chemotherapy"},
    {'I', "No history of cancer, (defined as any malignancy within 6 years)", "not malignant neoplasm within 6 years before the index date"},
    {'E', "Obesity, (defined as BMI > 31)", "body mass index > 31"},
    {'E', "Gout, (tophi) and asthma", "gout or asthma {\"tophi\"} or asthma {\"tophi\"}"},
};
CHECK_READINGS(belongs, comma_before_definition)
