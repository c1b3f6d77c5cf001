/* What registry entries say every day, in plain words that any reader understands: what is used beside a limit, units of
 * alcohol, an "unless" behind a list. */
#include "tests/unit/readings.h"

/* An "unless" behind a list takes from its last thing, or from all of it. */
static const reading unless_behind_a_list_cases[] = {
    {'E', "Gout, or INR > 3 unless on warfarin", "(gout or (INR > 3, except current warfarin)) / or, read otherwise: ((gout or INR > 3), except current warfarin)"},
    {'E', "Gout or asthma unless on prednisone", "(gout or (asthma, except current prednisone)) / or, read otherwise: ((gout or asthma), except current prednisone)"},
    {'E', "ALT or AST > 4 x ULN unless hemolysis", "(alanine aminotransferase > 4 x ULN or aspartate aminotransferase > 4 x ULN), except hemolysis"},
    {'E', "INR > 3 unless on warfarin", "INR > 3, except current warfarin"},
    {'E', "Severe asthma or gout unless on prednisone", "((severe asthma or (gout, except current prednisone)) / or, read otherwise: ((severe asthma or gout), except current prednisone)) / or, read otherwise: ((severe asthma or (severe gout, except current prednisone)) / or, read otherwise: ((severe asthma or severe gout), except current prednisone))"},
};
CHECK_READINGS(everyday, unless_behind_a_list)

/* "On" a drug is its use, whatever stands between the two. */
static const reading on_a_drug_cases[] = {
    {'I', "LDL > 90 mg/dL on a statin", "LDL cholesterol > 90 mg/dL and current statin"},
    {'I', "HbA1c 7 to 9% on a stable dose of metformin", "HbA1c from 7 to 9% and current stable metformin"},
    {'I', "HbA1c 7 to 9% on a stable dose of metformin > 900 mg/day", "HbA1c from 7 to 9% and current stable metformin at a dose > 900 mg/day"},
    {'I', "Triglycerides 160 to 480 mg/dL on a stable fibrate dose for at least 5 weeks", "triglycerides from 160 to 480 mg/dL and current stable fibrate for >= 5 weeks"},
    {'I', "LDL > 90 mg/dL on maximally tolerated statins", "LDL cholesterol > 90 mg/dL and current statin {\"maximally\"; \"tolerated\"}"},
    {'I', "Gout on a stable dose of allopurinol", "gout and current stable allopurinol"},
    {'E', "Surgery on a fractured hip", "surgery {\"fractured\"; \"hip\"}"},
    {'I', "SpO2 > 90% on room air", "room air oxygen saturation > 90%"},
};
CHECK_READINGS(everyday, on_a_drug)

/* Units of alcohol are no international units, and no drinks. */
static const reading units_of_alcohol_cases[] = {
    {'E', "Alcohol intake > 20 units/week", "alcohol intake > 20 AU/week"},
    {'E', "Alcohol intake > 13 units per week for women or > 20 units per week for men", "(alcohol intake > 13 AU/week and female) or (alcohol intake > 20 AU/week and male)"},
    {'E', "More than 20 units of alcohol per week", "units of alcohol > 20 /week"},
    {'E', "More than 20 alcohol units per week", "units of alcohol > 20 /week"},
    {'E', "More than 20 alcoholic drinks per week", "alcoholic drinks > 20 drinks/week"},
    {'E', "More than 90 units of insulin per day", "insulin at a dose > 90 IU/day"},
};
CHECK_READINGS(everyday, units_of_alcohol)

/* How far a pregnancy is narrows nothing else; of what was before, or is over, it is a week of then. */
static const reading weeks_of_gestation_cases[] = {
    {'I', "Singleton pregnancy between 22+0 and 31+6 weeks of gestation", "gestational age from 22 to 31.857142857142858 weeks and singleton pregnancy"},
    {'I', "Pregnant women at 21 to 35 weeks' gestation", "gestational age from 21 to 35 weeks and pregnancy"},
    {'I', "Preterm infants born at < 31 weeks gestation", "gestational age < 31 weeks and preterm infant"},
    {'I', "History of preterm birth at < 33 weeks gestation", "history of preterm birth {about gestational age} and \"gestation\" < 33 weeks"},
    {'I', "Stillbirth at > 25 weeks of gestation", "gestational age > 25 weeks and stillbirth {about gestational age}"},
};
CHECK_READINGS(everyday, weeks_of_gestation)

/* Whichever of the two it is, an eye disease is one of the eye; a limit is one eye's. */
static const reading either_eye_cases[] = {
    {'E', "Uveitis in either eye", "uveitis"},
    {'E', "Glaucoma, uveitis or previous vitrectomy in either eye", "glaucoma or uveitis or history of vitrectomy"},
    {'E', "Infection or other eye disease in either eye", "infection {\"eye\"} or other eye disease"},
    {'E', "Infection in either eye", "eye infection"},
    {'E', "Glaucoma in the study eye", "glaucoma {\"study\"; \"eye\"}"},
    {'E', "Intraocular pressure > 26 mmHg in either eye", "intraocular pressure {\"eye\"} > 26 mmHg"},
};
CHECK_READINGS(everyday, either_eye)

/* One means of confirmation says no more than several. */
static const reading one_means_cases[] = {
    {'I', "Genetically confirmed cystic fibrosis", "confirmed cystic fibrosis"},
    {'I', "Angiographically documented coronary artery disease", "confirmed coronary artery disease"},
    {'I', "Culture-confirmed tuberculosis", "confirmed tuberculosis"},
    {'I', "Biopsy-confirmed celiac disease", "confirmed celiac disease"},
    {'I', "Clinically suspected pneumonia", "suspected pneumonia {\"Clinically\"}"},
};
CHECK_READINGS(everyday, one_means)

/* Visual acuity is a fraction; what is counted in letters is another quantity, and both say the same of one eye. */
static const reading visual_acuity_cases[] = {
    {'I', "Visual acuity of 20/50 or worse", "visual acuity <= 0.4"},
    {'I', "Visual acuity of 20/50 or better", "visual acuity >= 0.4"},
    {'I', "Visual acuity between 20/50 and 20/400", "visual acuity from 0.05 to 0.4"},
    {'I', "BCVA >= 6/12", "best corrected visual acuity >= 0.5"},
    {'I', "BCVA >= 20/60", "best corrected visual acuity >= 0.33"},
    {'I', "BCVA <= 20/60", "best corrected visual acuity <= 0.34"},
    {'I', "BCVA of 20/60", "\"BCVA\" (measurement) = 20"},
    {'I', "Visual acuity worse than 20/50", "visual acuity < 0.4"},
    {'I', "BCVA <= 76 letters", "ETDRS letter score <= 76 letters"},
    {'I', "BCVA <= 76 letters (Snellen equivalent 20/32 or worse)", "ETDRS letter score <= 76 letters"},
    {'I', "ETDRS letter score of 70 to 25 (approximately 20/40 to 20/320)", "ETDRS letter score from 25 to 70"},
    {'I', "Uveitis (20/40 to 20/320)", "not understood (no condition was found in these words): \"Uveitis (20/40 to 20/320)\""},
};
CHECK_READINGS(everyday, visual_acuity)

/* "Recurrent" is said by how often it was. */
static const reading how_often_cases[] = {
    {'I', "Recurrent cystitis (>= 4 in 10 months or >= 2 in 5 months)", "number of cystitis >= 4 within 10 months before the index date or number of cystitis >= 2 within 5 months before the index date"},
    {'I', "Recurrent UTI (at least 4 episodes in the last 10 months)", "number of urinary tract infection >= 4 within 10 months before the index date"},
    {'I', "Recurrent UTI (4 in 10 months)", "number of urinary tract infection >= 4 within 10 months before the index date / or, read otherwise: number of urinary tract infection = 4 within 10 months before the index date"},
    {'I', "Recurrent UTI (>= 4 infections in 10 months)", "number of urinary tract infection >= 4 within 10 months before the index date"},
    {'I', "Recurrent cystitis (>= 2 strokes in 10 months)", "recurrent cystitis and number of stroke >= 2 within 10 months before the index date"},
    {'I', "Asthma (>= 4 in 10 months)", "not understood (a number without anything that it measures): \"Asthma (>= 4 in 10 months)\""},
};
CHECK_READINGS(everyday, how_often)

/* A stage is that of the cancer that stands behind the last kind of it. */
static const reading stages_of_one_cancer_cases[] = {
    {'I', "Stage IV or recurrent gastric cancer", "(cancer stage 4 and gastric cancer) or recurrent gastric cancer"},
    {'I', "Stage IIIB, stage IV, or recurrent gastric cancer", "(cancer stage = 3.4 and gastric cancer) or (cancer stage 4 and gastric cancer) or recurrent gastric cancer"},
    {'I', "Unresectable stage III or stage IV gastric cancer", "(cancer stage 3 and unresectable gastric cancer) or (cancer stage 4 and gastric cancer)"},
    {'I', "Locally advanced or stage IV gastric cancer", "advanced gastric cancer or (cancer stage 4 and gastric cancer)"},
    {'I', "Stage IV gastric cancer", "cancer stage 4 and gastric cancer"},
    {'E', "Stage IV or brain metastases", "\"Stage\" (score) = 4 or brain metastasis"},
    {'I', "Grade II-IV acute GVHD", "acute GVHD grade 2, 3 or 4 and acute graft versus host disease"},
};
CHECK_READINGS(everyday, stages_of_one_cancer)

/* A title before a colon is asked for beside its limits, but where they say what it is. */
static const reading titles_before_limits_cases[] = {
    {'I', "Type 2 diabetes: HbA1c > 7.5%", "type 2 diabetes mellitus and HbA1c > 7.5%"},
    {'E', "Type 2 diabetes: HbA1c > 7.5%", "type 2 diabetes mellitus and HbA1c > 7.5%"},
    {'I', "Gout with hyperuricemia: uric acid > 7 mg/dL", "gout and uric acid > 7 mg/dL"},
    {'I', "Multiple myeloma with measurable disease: serum M-protein > 0.6 g/dL or urine M-protein > 210 mg/24 h",
     "multiple myeloma and (serum M-protein > 0.6 g/dL or urine M-protein > 210 mg/day)"},
    {'I', "Lung cancer with adequate marrow function: hemoglobin > 9.5 g/dL", "lung cancer and hemoglobin > 9.5 g/dL"},
    {'I', "Heart failure: LVEF < 38%", "left ventricular ejection fraction < 38% / or, read otherwise: (heart failure and left ventricular ejection fraction < 38%)"},
    {'E', "Obesity: BMI > 41 kg/m2", "body mass index > 41 kg/m2"},
    {'I', "Adequate organ function: ANC > 1600/uL, platelets > 110,000/uL", "neutrophil count > 1600 /uL and platelet count > 110000 /uL"},
};
CHECK_READINGS(everyday, titles_before_limits)

/* What stands behind "despite" is one list of treatments; what is nothing of the kind is said by itself. */
static const reading despite_a_list_cases[] = {
    {'I', "Crohn's disease despite steroids, methotrexate or azathioprine", "Crohn's disease and (corticosteroid or methotrexate or azathioprine)"},
    {'I', "Hypertension despite amlodipine, losartan, and chlorthalidone", "hypertension and (amlodipine and losartan and chlorthalidone)"},
    {'I', "Crohn's disease despite foobar, methotrexate or azathioprine", "Crohn's disease and (\"foobar\" or methotrexate or azathioprine)"},
    {'I', "Crohn's disease despite methotrexate, and on prednisone", "\"despite methotrexate\" {about Crohn's disease} and \"despite methotrexate\" and current prednisone"},
    {'I', "Crohn's disease despite methotrexate, asthma", "\"despite methotrexate\" {about Crohn's disease} and \"despite methotrexate\" and asthma"},
};
CHECK_READINGS(everyday, despite_a_list)

/* What was during a stay or a pregnancy is not of today because that is. */
static const reading during_a_stay_cases[] = {
    {'E', "Stroke during current hospitalization", "stroke {about hospitalization}"},
    {'E', "Stroke during the current admission", "stroke {time \"during the current admission\"}"},
    {'E', "Bleeding in the current pregnancy", "hemorrhage {time \"in the current pregnancy\"}"},
    {'E', "Stroke and current hospitalization", "stroke or current hospitalization"},
    {'I', "Gout in current smokers", "gout {about current smoker}"},
};
CHECK_READINGS(everyday, during_a_stay)

/* How long a plan will last says nothing of what is there before it. */
static const reading lengths_of_plans_cases[] = {
    {'I', "Pregnant and planning to breastfeed for at least 5 months", "pregnancy and planned \"breastfeed\" for >= 5 months"},
    {'I', "Intubated and expected to require mechanical ventilation for more than 20 hours", "endotracheal intubation and planned mechanical ventilation {\"required\"} for > 20 hours"},
    {'I', "Intubated and mechanically ventilated for more than 20 hours", "endotracheal intubation for > 20 hours and mechanical ventilation for > 20 hours"},
    {'I', "Aspirin or clopidogrel for at least 5 months", "aspirin for >= 5 months or clopidogrel for >= 5 months"},
};
CHECK_READINGS(everyday, lengths_of_plans)

/* How bad one of a list is says nothing of what stands before it; a grade says it again. */
static const reading degrees_in_a_list_cases[] = {
    {'E', "Gout, or severe (grade >= 3) neuropathy", "gout or neuropathy grade >= 3"},
    {'E', "Aspirin allergy, or severe (grade >= 3) neuropathy", "aspirin allergy or neuropathy grade >= 3"},
    {'E', "Gout, or severe neuropathy", "gout or severe neuropathy"},
    {'E', "Birth weight below the 4th percentile", "birth weight percentile < 4%"},
    {'E', "Estimated fetal weight below the 4th percentile", "fetal weight percentile < 4%"},
};
CHECK_READINGS(everyday, degrees_in_a_list)

/* A title before what is no kind of it may be asked for as well. */
static const reading titles_before_others_cases[] = {
    {'I', "Type 2 diabetes: HbA1c > 7.5% and on metformin", "(type 2 diabetes mellitus and (HbA1c > 7.5% and current metformin)) / or, read otherwise: (HbA1c > 7.5% and current metformin)"},
    {'E', "Type 2 diabetes: HbA1c > 7.5% or on insulin", "(type 2 diabetes mellitus and (HbA1c > 7.5% or current insulin)) / or, read otherwise: (HbA1c > 7.5% or current insulin)"},
    {'E', "Heart disease: myocardial infarction within 5 months or LVEF < 41%", "myocardial infarction within 5 months before the index date or left ventricular ejection fraction < 41%"},
    {'E', "Gout: asthma or migraine", "asthma or migraine"},
    {'E', "Infections: HIV, hepatitis C", "human immunodeficiency virus infection or hepatitis c"},
};
CHECK_READINGS(everyday, titles_before_others)

static const reading plain_names_cases[] = {
    {'I', "IGA >= 3 and EASI >= 17", "investigator's global assessment >= 3 and EASI score >= 17"},
    {'E', "IgA nephropathy", "IgA nephropathy"},
    {'I', "Relapsing-remitting MS", "relapsing-remitting multiple sclerosis"},
    {'I', "Gaucher disease type 1", "Gaucher disease type 1"},
    {'I', "2 to 9 vaso-occlusive crises in the past 11 months", "number of vaso-occlusive crisis from 2 to 9 within 11 months before the index date"},
    {'E', "Bilirubin > 2.5 mg/dL unless Gilbert's", "total bilirubin > 2.5 mg/dL, except Gilbert's syndrome"},
    {'I', "Scheduled for elective cholecystectomy", "planned cholecystectomy"},
    {'I', "Elective cholecystectomy", "cholecystectomy {\"Elective\"}"},
    {'I', "Planned to undergo elective cholecystectomy", "planned cholecystectomy"},
    {'I', "Patients scheduled to receive chemotherapy", "planned chemotherapy"},
    {'I', "Women who plan to undergo cholecystectomy", "female and planned cholecystectomy"},
};
CHECK_READINGS(everyday, plain_names)

/* One name, several quantities: the unit says which is meant. */
static const reading named_alike_cases[] = {
    {'I', "Urine protein >= 2 g/day", "24-hour urine protein >= 2 g/day"},
    {'I', "Urine protein > 700 mg/g", "urine protein-to-creatinine ratio > 700 mg/g"},
    {'I', "Urine albumin > 45 mg/g", "urine albumin-to-creatinine ratio > 45 mg/g"},
    {'I', "Urine albumin > 45 mg/day", "urinary albumin excretion > 45 mg/day"},
    {'I', "Creatinine > 55 mL/min", "creatinine clearance > 55 mL/min"},
    {'I', "Creatinine > 2 mg/dL", "serum creatinine > 2 mg/dL"},
    {'I', "Eosinophils > 4%", "eosinophil percentage > 4%"},
    {'I', "Eosinophils > 400/uL", "eosinophil count > 400 /uL"},
    {'I', "CD4 count < 14%", "CD4 percentage < 14%"},
    {'I', "Creatinine > 55 kg", "serum creatinine > 55 kg"},
};
CHECK_READINGS(everyday, named_alike)

/* Exposure to a drug is its use at any time; to anything else it is something of its own. */
static const reading exposure_cases[] = {
    {'E', "Prior exposure to any statin", "history of statin"},
    {'E', "Exposure to a statin", "history of statin"},
    {'E', "Exposed to statins or fibrates within 3 months", "history of statin within 3 months before the index date or history of fibrate within 3 months before the index date"},
    {'E', "No prior exposure to methotrexate", "not history of methotrexate"},
    {'E', "Exposure to asbestos", "\"Exposure\" {\"asbestos\"}"},
    {'E', "Exposure to measles", "\"Exposure\" {about measles}"},
    {'E', "Previous exposure to more than two statins", "\"exposure\" {\"statins\" = statin} > 2"},
};
CHECK_READINGS(everyday, exposure)

/* Little words in capitals are abbreviations, where they can be; in small letters, or said with stress, they are not. */
static const reading little_words_in_capitals_cases[] = {
    {'I', "AML or ALL", "acute myeloid leukemia or acute lymphoblastic leukemia"},
    {'I', "ALL in first remission", "acute lymphoblastic leukemia {\"remission\"}"},
    {'I', "ALL, AML or MDS", "acute lymphoblastic leukemia or acute myeloid leukemia or myelodysplastic syndrome"},
    {'I', "Philadelphia chromosome-positive ALL", "positive BCR-ABL and acute lymphoblastic leukemia"},
    {'I', "ALL patients must have asthma", "asthma"},
    {'I', "Must meet ALL of these: asthma, gout", "asthma and gout"},
    {'E', "AS or mitral stenosis", "\"AS\" or mitral valve stenosis"},
    {'E', "Gout AS defined by the guidelines", "gout"},
    {'E', "Gout as well as asthma", "gout or asthma"},
    {'E', "IT chemotherapy", "chemotherapy {\"IT\"}"},
    {'E', "Diabetes with CAN", "diabetes mellitus and \"CAN\""},
    {'I', "Hoehn and Yahr stage 2 to 4 in the OFF state", "Hoehn and Yahr stage {state \"off\"} from 2 to 4"},
    {'E', "RELAPSED LEUKEMIA OR ALL OTHER CANCERS", "relapsed leukemia or other malignant neoplasm"},
};
CHECK_READINGS(everyday, little_words_in_capitals)

/* Who may have a treatment has not had it. */
static const reading may_have_a_treatment_cases[] = {
    {'I', "Transplant-eligible multiple myeloma", "multiple myeloma {\"Transplant-eligible\"}"},
    {'I', "Newly diagnosed, transplant-ineligible multiple myeloma", "newly diagnosed multiple myeloma {\"transplant-ineligible\"}"},
    {'I', "Carboplatin-ineligible bladder cancer", "bladder cancer {\"Carboplatin-ineligible\"}"},
    {'E', "Transplant ineligible", "for a person to judge (candidacy): \"Transplant ineligible\""},
    {'I', "Considered for heart transplantation", "for a person to judge (candidacy): \"Considered for heart transplantation\""},
    {'I', "Patients will be considered for inclusion if they have gout", "gout"},
    {'E', "Patients with gout are ineligible", "gout"},
};
CHECK_READINGS(everyday, may_have_a_treatment)

/* A loss or a gain is a change of so much, and no loss of any size. */
static const reading loss_or_gain_cases[] = {
    {'E', "Weight loss or gain of more than 6% in the last 4 months", "percent weight change > 6% within 4 months before the index date"},
    {'E', "Weight loss of more than 6%", "percent weight loss > 6%"},
};
CHECK_READINGS(everyday, loss_or_gain)

/* An average, or the worst, is not the latest value. */
static const reading averages_cases[] = {
    {'I', "Average pain over the past week > 5", "average pain score > 5 within 1 week before the index date"},
    {'I', "Worst pain in the last 24 hours >= 6", "worst pain score >= 6 within 24 hours before the index date"},
    {'I', "Mean daily steps < 4000", "steps per day {\"Mean\"} < 4000"},
    {'I', "Mean arterial pressure < 60 mmHg", "mean arterial pressure < 60 mmHg"},
};
CHECK_READINGS(everyday, averages)

/* "On or off" a drug leaves nobody out. */
static const reading on_or_off_cases[] = {
    {'I', "Hypertension, on or off statins", "hypertension"},
    {'I', "Diabetes on or off insulin", "diabetes mellitus"},
    {'I', "Triglycerides > 480 mg/dL, on or off statins", "triglycerides > 480 mg/dL"},
    {'I', "Off insulin", "not insulin"},
    {'I', "Irritable bowel syndrome by Rome IV criteria", "irritable bowel syndrome"},
};
CHECK_READINGS(everyday, on_or_off)

/* Two drugs with a slash between them, behind something that is not known, narrow it: neither stands by itself. */
static const reading while_on_two_drugs_cases[] = {
    {'I', "At least 1 exacerbation while on LAMA/LABA", "number of \"exacerbation\" {\"LAMA\" = long-acting muscarinic antagonist; \"LABA\" = long-acting beta-2 agonist} >= 1"},
    {'I', "Asthma on LAMA/LABA", "(asthma and (current long-acting muscarinic antagonist or current long-acting beta-2 agonist)) / or, read otherwise: ((asthma and current long-acting muscarinic antagonist) or current long-acting beta-2 agonist)"},
};
CHECK_READINGS(everyday, while_on_two_drugs)

/* Behind "except", or in a sentence of its own: another limit for those who are named, and none for the others. */
static const reading other_limits_of_some_cases[] = {
    {'I', "Bilirubin <= 1.5 x ULN, except for subjects with Gilbert's syndrome, who may have bilirubin < 3 mg/dL", "total bilirubin <= 1.5 x ULN or (Gilbert's syndrome and total bilirubin < 3 mg/dL)"},
    {'I', "Bilirubin <= 1.5 x ULN except patients with Gilbert syndrome who can have bilirubin < 3 mg/dL", "total bilirubin <= 1.5 x ULN or (Gilbert's syndrome and total bilirubin < 3 mg/dL)"},
    {'I', "Bilirubin <= 1.5 x ULN (except participants with Gilbert syndrome, who must have bilirubin <= 3 mg/dL)", "total bilirubin <= 1.5 x ULN or (Gilbert's syndrome and total bilirubin <= 3 mg/dL)"},
    {'I', "AST <= 2.5 x ULN except for patients with liver metastases, in whom <= 5 x ULN is acceptable", "aspartate aminotransferase <= 2.5 x ULN or (liver metastasis and aspartate aminotransferase <= 5 x ULN)"},
    {'I', "Bilirubin <= 1.5 x ULN; patients with Gilbert's syndrome may have bilirubin up to 3 x ULN", "total bilirubin <= 1.5 x ULN or (Gilbert's syndrome and total bilirubin <= 3 x ULN)"},
    {'I', "AST and ALT <= 2.5 x ULN. Subjects with liver metastases must have AST and ALT <= 5 x ULN.", "(aspartate aminotransferase <= 2.5 x ULN and alanine aminotransferase <= 2.5 x ULN) or (liver metastasis and (aspartate aminotransferase <= 5 x ULN and alanine aminotransferase <= 5 x ULN))"},
    {'I', "HbA1c <= 8%, except for people with asthma, who may have HbA1c up to 9%", "HbA1c <= 8% or (asthma and HbA1c <= 9%)"},
    {'I', "Hemoglobin >= 9 g/dL, except for patients with gout", "(if not gout, then hemoglobin >= 9 g/dL) / or, read otherwise: (hemoglobin >= 9 g/dL, except gout)"},
    {'E', "Bilirubin > 1.5 x ULN, except in patients with Gilbert's syndrome, where > 3 x ULN", "(total bilirubin > 1.5 x ULN and not Gilbert's syndrome) or (Gilbert's syndrome and total bilirubin > 3 x ULN)"},
};
CHECK_READINGS(everyday, other_limits_of_some)

/* A limit for each of several ages is asked of those alone. */
static const reading limits_by_age_cases[] = {
    {'I', "Weight between 10 and 25 kg for children under 6 years, or at least 25 kg for those 6 years and older", "(age < 6 years and body weight from 10 to 25 kg) or (age >= 6 years and body weight >= 25 kg)"},
    {'I', "Hemoglobin >= 9 g/dL for participants under 12 years and >= 11 g/dL for those 12 years or older", "(age < 12 years and hemoglobin >= 9 g/dL) or (age >= 12 years and hemoglobin >= 11 g/dL)"},
    {'I', "eGFR > 60 for patients younger than 70 years, > 45 for patients aged 70 or older", "(age < 70 years and estimated glomerular filtration rate > 60) or (age >= 70 years and estimated glomerular filtration rate > 45)"},
    {'I', "SBP < 140 mmHg for patients aged < 60 years and < 150 mmHg for patients aged >= 60 years", "(age < 60 years and systolic blood pressure < 140 mmHg) or (age >= 60 years and systolic blood pressure < 150 mmHg)"},
    {'I', "Weight >= 10 kg in infants below 2 years and >= 12 kg in children from 2 to 5 years of age", "(age < 2 years and body weight >= 10 kg) or (age from 2 to 5 years and body weight >= 12 kg)"},
    {'I', "Heart rate > 110 bpm for patients with asthma or > 120 bpm for those with gout", "(asthma and heart rate > 110 /min) or (gout and heart rate > 120 /min)"},
    {'I', "Age >= 12 years and weight >= 40 kg", "age >= 12 years and body weight >= 40 kg"},
    {'I', "Beighton score cut-off >= 5", "Beighton score >= 5"},
    {'I', "FEV1 >= 70% for those under 12 years of age or FEV1 >= 60% for those 12 and older", "(age < 12 years and FEV1 >= 70%) or (age >= 12 years and FEV1 >= 60%)"},
    {'I', "FEV1 >= 70% for those with asthma and FEV1 >= 60% for those with gout", "(asthma and FEV1 >= 70%) or (gout and FEV1 >= 60%)"},
};
CHECK_READINGS(everyday, limits_by_age)

/* So many signs, or criteria of a score, in front of a colon: of the list behind it. */
static const reading criteria_counted_cases[] = {
    {'I', "Two or more qSOFA criteria: respiratory rate >= 22/min, confusion, systolic blood pressure <= 100 mmHg", "at least 2 of: respiratory rate >= 22 /min; confusion; systolic blood pressure <= 100 mmHg"},
    {'I', "Heart failure with at least two signs of congestion: edema, ascites, dyspnea", "heart failure and (at least 2 of: edema; ascites; dyspnea)"},
    {'I', ">= 2 of the SIRS criteria: temperature > 38 °C, heart rate > 90 bpm, WBC > 12", "at least 2 of: body temperature > 38 °C; heart rate > 90 /min; white blood cell count > 12"},
    {'I', "Sepsis with at least 2 of the 3 SIRS criteria: temperature > 38 °C, heart rate > 90 bpm, WBC > 12", "sepsis and (at least 2 of: body temperature > 38 °C; heart rate > 90 /min; white blood cell count > 12)"},
    {'I', "At least two risk factors: asthma, gout or stroke", "at least 2 of: asthma; gout; stroke"},
    {'I', "qSOFA >= 2", "qSOFA score >= 2"},
    {'I', "At least 3 episodes of gout", "number of gout >= 3"},
    {'I', "BMI >= 27 kg/m2 and at least one weight-related comorbidity: hypertension, dyslipidemia or sleep apnea", "body mass index >= 27 kg/m2 and (hypertension or dyslipidemia or sleep apnea)"},
    {'I', "Positive PCR and at least one risk factor for severe disease: age >= 60 years, BMI > 30, diabetes", "positive polymerase chain reaction and (age >= 60 years or body mass index > 30 or diabetes mellitus)"},
    {'I', "At least one of the following stroke risk factors: age >= 75 years, hypertension", "age >= 75 years or hypertension"},
    {'I', "Any of the following allergies: penicillin, aspirin", "penicillin allergy or aspirin allergy"},
    {'I', "Asthma with at least one systemic sign: fever or leukocytosis", "asthma and (fever or leukocytosis)"},
};
CHECK_READINGS(everyday, criteria_counted)

/* Limits of two quantities, each for its own group. */
static const reading limits_of_each_cases[] = {
    {'I', "Karnofsky >= 50% for patients > 16 years of age and Lansky >= 50% for patients <= 16 years of age", "(if age > 16 years, then Karnofsky performance status >= 50%) and (if age <= 16 years, then Lansky performance status >= 50%)"},
    {'I', "Lansky score >= 50 (under 16 years) or Karnofsky score >= 50 (16 years and older)", "(age < 16 years and Lansky performance status >= 50) or (age >= 16 years and Karnofsky performance status >= 50)"},
    {'I', "ECOG 0-2 if >= 18 years, or Lansky >= 60 if < 18 years", "(age >= 18 years and ECOG performance status from 0 to 2) or (age < 18 years and Lansky performance status >= 60)"},
    {'I', "LVEF >= 50% for those with asthma and BMI < 30 for those with gout", "(if asthma, then left ventricular ejection fraction >= 50%) and (if gout, then body mass index < 30)"},
    {'E', "Ferritin > 500 ng/mL for those with asthma or BMI > 40 for those with gout", "(asthma and ferritin > 500 ng/mL) or (gout and body mass index > 40)"},
    {'I', "Hemoglobin < 8 g/dL (anemia), platelets < 50 (thrombocytopenia)", "hemoglobin < 8 g/dL and platelet count < 50"},
};
CHECK_READINGS(everyday, limits_of_each)

/* What "and either" begins is a statement of its own. */
static const reading and_either_cases[] = {
    {'I', "Not pregnant or breastfeeding, and either postmenopausal, surgically sterile or using highly effective contraception", "not (pregnancy or lactation) and (postmenopausal state or surgical sterilization or current highly effective contraception)"},
    {'I', "Asthma or gout, and either BMI > 30 kg/m2, diabetes or hypertension", "(asthma or gout) and (body mass index > 30 kg/m2 or diabetes mellitus or hypertension)"},
    {'I', "Asthma and either gout or psoriasis", "asthma and (gout or psoriasis)"},
    {'I', "ALT > 60 U/L in men or > 38 U/L in women and HBV DNA >= 20000 IU/mL if HBeAg positive or >= 2000 IU/mL if HBeAg negative", "((alanine aminotransferase > 60 U/L and male) or (alanine aminotransferase > 38 U/L and female)) and ((positive hepatitis B e antigen and HBV DNA >= 20000 IU/mL) or (negative hepatitis B e antigen and HBV DNA >= 2000 IU/mL))"},
    {'I', "Suspected infection plus two or more organ dysfunctions of less than 24 hours", "suspected infection and (number of organ dysfunction >= 2 and organ dysfunction for < 24 hours)"},
    {'I', "Hemophilia A with factor VIII < 1% and at least 150 exposure days", "hemophilia A and factor VIII activity < 1% and factor exposure days >= 150"},
};
CHECK_READINGS(everyday, and_either)

/* "If higher" says no more than that the first limit is not met; another limit behind "if A, and" is asked of all. */
static const reading if_higher_cases[] = {
    {'I', "Creatinine < 1.5 mg/dL or, if higher, creatinine clearance > 60 mL/min", "serum creatinine < 1.5 mg/dL or creatinine clearance > 60 mL/min"},
    {'I', "Age >= 65 years, or, if younger, asthma", "age >= 65 years or asthma"},
    {'I', "BMI >= 30 kg/m2, or, if diabetic, BMI >= 27 kg/m2", "body mass index >= 30 kg/m2 or (diabetes mellitus and body mass index >= 27 kg/m2)"},
    {'I', "Platelets >= 100, or >= 50 if on dialysis, and hemoglobin >= 9", "(platelet count >= 100 or (current dialysis and platelet count >= 50)) and hemoglobin >= 9"},
};
CHECK_READINGS(everyday, if_higher)

/* Worse and better go the way of the scale, before a number, a class or the name of the scale; where no scale is
 * known they are words. */
static const reading worse_than_cases[] = {
    {'I', "ECOG performance status is worse than 2", "ECOG performance status > 2"},
    {'E', "ECOG worse than 1", "ECOG performance status > 1"},
    {'I', "Performance status no worse than 1", "ECOG performance status <= 1"},
    {'I', "ECOG equal to or better than 2", "ECOG performance status <= 2"},
    {'I', "Karnofsky better than 70", "Karnofsky performance status > 70"},
    {'E', "MMSE worse than 24", "mini-mental state examination < 24"},
    {'E', "Heart failure worse than NYHA class II", "NYHA class > 2 and heart failure"},
    {'E', "Neuropathy worse than grade 1", "neuropathy grade > 1"},
    {'I', "Child-Pugh class better than C", "Child-Pugh score < 3"},
    {'E', "Visual acuity worse than 20/200", "visual acuity < 0.1"},
    {'E', "ECOG worse than baseline", "\"ECOG worse than baseline\" (score) {about ECOG performance status}"},
    {'E', "Asthma worse than before", "\"Asthma worse than before\" {about asthma}"},
};
CHECK_READINGS(everyday, worse_than)

/* A class with the score behind it is the score; beside scores a class is those that it stands for. */
static const reading class_and_score_cases[] = {
    {'I', "Child-Pugh B7 or higher", "Child-Pugh score >= 7"},
    {'E', "Child-Pugh class B8 or worse", "Child-Pugh score >= 8"},
    {'I', "Child-Pugh A5-B7", "Child-Pugh score from 5 to 7"},
    {'I', "Child-Pugh score <= B7", "Child-Pugh score <= 7"},
    {'I', "Child-Pugh class A5, A6 or B7", "Child-Pugh score 5, 6 or 7"},
    {'I', "Child-Pugh A or B7", "Child-Pugh score 5, 6 or 7"},
    {'I', "Child-Pugh class A or B", "Child-Pugh score 1 or 2"},
    {'I', "Child-Pugh B5", "\"Child-Pugh B5\" (score) {about Child-Pugh score}"},
    {'I', "Child-Pugh A; vitamin B12 deficiency", "Child-Pugh score 1 and vitamin B12 deficiency"},
};
CHECK_READINGS(everyday, class_and_score)

/* Halves and quarters belong to the whole number, or to the unit, before them. */
static const reading fractions_cases[] = {
    {'I', "Age 1½ to 3 years", "age from 1.5 to 3 years"},
    {'I', "Age 1 1/2 to 3 years", "age from 1.5 to 3 years"},
    {'E', "Bilirubin > 2 ½ x ULN", "total bilirubin > 2.5 x ULN"},
    {'E', "Stroke within the past year and a half", "stroke within 18 months before the index date"},
    {'E', "Stroke in the last one year and a half", "stroke within 18 months before the index date"},
    {'I', "Asthma for a month and a half", "asthma for >= 1.5 months"},
    {'E', "Blood pressure above 140/90", "systolic blood pressure > 140 or diastolic blood pressure > 90"},
    {'I', "ECOG 0, 1 or 2", "ECOG performance status 0, 1 or 2"},
};
CHECK_READINGS(everyday, fractions)

/* A comparator that is shortened has no full stop of its own. */
static const reading shortened_cases[] = {
    {'I', "BMI max. 35", "body mass index <= 35"},
    {'I', "Min. age 18 years", "age >= 18 years"},
    {'I', "Age min. 18, max. 65 years", "age from 18 to 65 years"},
    {'E', "BMI min. 20 and max. 35", "body mass index from 20 to 35"},
    {'I', "BMI 35 max. Age 18 to 65", "(body mass index <= 35 / or, read otherwise: body mass index >= 35) and age from 18 to 65 years"},
};
CHECK_READINGS(everyday, shortened)

/* The other end of a range stands behind "but" or "and", also behind "or more". */
static const reading other_end_cases[] = {
    {'I', "HbA1c >= 7.5% or above, but not more than 11%", "HbA1c from 7.5 to 11%"},
    {'E', "HbA1c 7.5% or above but not above 11%", "HbA1c from 7.5 to 11%"},
    {'E', "BMI 25 or more and less than 40", "body mass index >= 25 and < 40"},
    {'E', "BMI 40 or less but more than 25", "body mass index > 25 and <= 40"},
    {'E', "BMI 35 or more and less than 18", "body mass index >= 35 or body mass index < 18"},
    {'I', "Age 18 years or older, but below 65", "age >= 18 years and < 65 years"},
};
CHECK_READINGS(everyday, other_end)

/* A quantity and its limits for each sex, parted by a colon. */
static const reading head_of_sexes_cases[] = {
    {'I', "Hemoglobin: men 13-17 g/dL, women 12-15 g/dL", "(hemoglobin from 13 to 17 g/dL and male) or (hemoglobin from 12 to 15 g/dL and female)"},
    {'E', "QTc: male > 450 ms; female > 470 ms", "(QTc interval > 450 ms and male) or (QTc interval > 470 ms and female)"},
    {'E', "Hemoglobin: men: < 13 g/dL; women: < 12 g/dL", "(hemoglobin < 13 g/dL and male) or (hemoglobin < 12 g/dL and female)"},
    {'I', "Serum creatinine: males < 1.5 mg/dL and females < 1.4 mg/dL", "(serum creatinine < 1.5 mg/dL and male) or (serum creatinine < 1.4 mg/dL and female)"},
    {'I', "Hemoglobin: men only; women > 12 g/dL", "male or (not understood (a number without anything that it measures): \"> 12 g/dL\" and female)"},
};
CHECK_READINGS(everyday, head_of_sexes)

/* What is said of a treatment behind its name, or before it, narrows it. */
static const reading said_of_treatments_cases[] = {
    {'I', "Metformin monotherapy", "metformin {\"monotherapy\"}"},
    {'E', "Monotherapy with metformin", "metformin {\"Monotherapy\"}"},
    {'I', "Receiving methotrexate as monotherapy", "current methotrexate {\"as monotherapy\"}"},
    {'E', "Methotrexate started within 4 weeks", "methotrexate {\"started\"} within 4 weeks before the index date"},
    {'E', "Initiation of insulin within 4 weeks", "insulin {\"Initiation\"} within 4 weeks before the index date"},
    {'E', "Dialysis initiated within 3 months", "dialysis {\"initiated\"} within 3 months before the index date"},
    {'I', "Statin dose unchanged for 8 weeks", "statin {\"unchanged\"} for >= 8 weeks"},
    {'E', "Metformin, sulfonylurea or insulin started within 3 months", "metformin {\"started\"} within 3 months before the index date or sulfonylurea {\"started\"} within 3 months before the index date or insulin {\"started\"} within 3 months before the index date"},
    {'E', "Asthma started before age 18", "\"Asthma started\" {time \"before age 18\"; about asthma}"},
    {'E', "Symptoms started within 3 days", "\"Symptoms started\" {about symptom} within 3 days before the index date"},
};
CHECK_READINGS(everyday, said_of_treatments)

/* The time since something is how long ago it was; a disease that stays is counted from its beginning. */
static const reading time_since_cases[] = {
    {'I', "Time since diagnosis of multiple sclerosis at least 1 year", "confirmed multiple sclerosis at least 1 year before the index date"},
    {'E', "Time since diagnosis of asthma > 1 year", "confirmed asthma more than 1 year before the index date"},
    {'I', "At least 1 year since diagnosis of asthma", "confirmed asthma at least 1 year before the index date"},
    {'I', "Less than 5 years since diagnosis of type 2 diabetes", "confirmed type 2 diabetes mellitus within less than 5 years before the index date"},
    {'E', "Less than 1 year since onset of psoriasis", "psoriasis {course \"onset\"} within less than 1 year before the index date"},
    {'E', "Within 2 years of diagnosis of asthma", "confirmed asthma within 2 years before the index date"},
    {'I', "Time since stroke > 6 months", "stroke more than 6 months before the index date and not stroke within 6 months before the index date"},
    {'E', "Interval since last chemotherapy less than 4 weeks", "chemotherapy within less than 4 weeks before the index date"},
    {'E', "At least 4 weeks since pneumonia", "pneumonia at least 4 weeks before the index date and not pneumonia within less than 4 weeks before the index date"},
    {'I', "Time since diagnosis at least 1 year", "not understood (no condition was found in these words): \"Time since diagnosis at least 1 year\""},
    {'I', "Time from diagnosis at least 1 year", "\"Time from diagnosis\" for >= 1 years"},
};
CHECK_READINGS(everyday, time_since)

/* A stage that stands before a cancer, or behind it, is of that cancer; among what bars it may bar by itself. */
static const reading stage_ahead_cases[] = {
    {'I', "Stage I-III, ER-positive breast cancer", "cancer stage 1, 2 or 3 and (positive estrogen receptor and breast cancer)"},
    {'E', "Stage I-III, ER-positive breast cancer", "(cancer stage 1, 2 or 3 and (positive estrogen receptor and breast cancer)) / or, read otherwise: (cancer stage 1, 2 or 3 or (positive estrogen receptor and breast cancer))"},
    {'I', "Stage III or IV, high-grade serous ovarian cancer", "cancer stage 3 or 4 and high-grade serous ovarian cancer"},
    {'I', "Histologically confirmed stage III, HER2-negative breast cancer", "cancer stage 3 and (negative HER2 and breast cancer)"},
    {'I', "Stage III, recurrent or metastatic breast cancer", "\"Stage\" (score) = 3 and (recurrent breast cancer or metastatic breast cancer)"},
    {'I', "Breast cancer, stage IV", "breast cancer and cancer stage 4"},
    {'I', "Stage 3, hypertension", "\"Stage\" (score) = 3 and hypertension"},
};
CHECK_READINGS(everyday, stage_ahead)

/* A drug with the last word of what follows names an illness, and nobody means the drug. */
static const reading shared_deficiency_cases[] = {
    {'E', "Vitamin B12 or folic acid deficiency", "vitamin B12 deficiency or folate deficiency"},
    {'E', "Iron, vitamin B12 or folate deficiency", "iron deficiency or vitamin B12 deficiency or folate deficiency"},
    {'E', "Opioid or alcohol dependence", "opioid dependence or alcohol dependence"},
    {'E', "Opioids or alcohol dependence", "(opioid or alcohol dependence) / or, read otherwise: (opioid dependence or alcohol dependence)"},
    {'E', "Methotrexate or iron deficiency", "(methotrexate or iron deficiency) / or, read otherwise: (methotrexate {\"deficiency\"} or iron deficiency)"},
    {'E', "Taking iron or vitamin D deficiency", "(current iron supplement or current vitamin D deficiency) / or, read otherwise: (current iron deficiency or current vitamin D deficiency)"},
};
CHECK_READINGS(everyday, shared_deficiency)

/* A dose behind a comma is of the drug before it. */
static const reading dose_behind_cases[] = {
    {'E', "Metformin for 3 months or more, at a dose of at least 1500 mg", "metformin at a dose >= 1500 mg for >= 3 months"},
    {'E', "Prednisone, at a dose of > 10 mg/day, within 4 weeks", "prednisone at a dose > 10 mg/day within 4 weeks before the index date"},
    {'E', "Aspirin, dose > 100 mg/day", "aspirin at a dose > 100 mg/day"},
    {'I', "Methotrexate for at least 12 weeks, at a stable dose of 10 to 25 mg/week", "stable methotrexate at a dose from 10 to 25 mg/week for >= 12 weeks"},
    {'E', "Asthma, at a dose of at least 1500 mg", "(asthma and not understood (a number without anything that it measures): \"at least 1500 mg\") / or, read otherwise: (asthma or not understood (a number without anything that it measures): \"at least 1500 mg\")"},
};
CHECK_READINGS(everyday, dose_behind)

/* A functional class is that of the illness before it. */
static const reading functional_class_cases[] = {
    {'I', "Heart failure, functional class III", "heart failure and NYHA class 3"},
    {'E', "Pulmonary arterial hypertension in functional class III or IV", "WHO functional class 3 or 4 and pulmonary arterial hypertension"},
    {'I', "Rheumatoid arthritis, functional class I-III", "rheumatoid arthritis and functional class 1, 2 or 3"},
    {'I', "Functional class III or IV", "functional class 3 or 4"},
    {'E', "Renal insufficiency stage 4 or 5", "CKD stage 4 or 5"},
};
CHECK_READINGS(everyday, functional_class)

/* A pain on a scale from 0 to 10 is its score. */
static const reading pain_on_scale_cases[] = {
    {'I', "Pain of at least 4 on a 0-10 scale", "pain score >= 4"},
    {'E', "Pain >= 4 on a 0 to 10 numeric rating scale", "pain score >= 4"},
    {'I', "Pain of at least 3 months", "pain for >= 3 months"},
};
CHECK_READINGS(everyday, pain_on_scale)

/* Results in a bracket that share their word are asked of what stands before it. */
static const reading results_that_share_cases[] = {
    {'I', "Rheumatoid arthritis (RF or anti-CCP positive)", "rheumatoid arthritis and (positive rheumatoid factor or positive anti-CCP antibody)"},
    {'I', "Breast cancer (ER or PR positive)", "breast cancer and (positive estrogen receptor or positive progesterone receptor)"},
    {'E', "Chronic hepatitis B (HBsAg or HBV DNA positive)", "chronic hepatitis b and (positive hepatitis B surface antigen or positive HBV DNA)"},
};
CHECK_READINGS(everyday, results_that_share)

/* "Known" says nothing of the allergy; what follows the name of what it is to is no treatment. */
static const reading known_allergy_cases[] = {
    {'E', "Known allergy to eggs, soy or peanuts", "confirmed egg allergy or soy allergy or peanut allergy"},
    {'E', "Known allergy to penicillin or latex", "confirmed penicillin allergy or latex allergy"},
    {'E', "Severe allergy to eggs", "severe allergy {\"eggs\"}"},
    {'E', "Allergy to penicillin antibiotics", "penicillin allergy"},
    {'E', "Known allergy to latex products", "confirmed latex allergy"},
    {'E', "Allergy to iodine-containing contrast agents", "iodinated contrast allergy"},
};
CHECK_READINGS(everyday, known_allergy)

/* Verbs of the third person before a treatment; where they are denied; what somebody has used. */
static const reading who_uses_cases[] = {
    {'I', "Uses insulin", "current insulin"},
    {'E', "Takes warfarin or heparin", "current warfarin or current heparin"},
    {'E', "Patient wears a hearing aid", "current hearing aid"},
    {'I', "Does not take anticoagulants", "not current anticoagulant"},
    {'E', "Has taken aspirin within 7 days", "history of aspirin within 7 days before the index date"},
    {'E', "Antibiotic use within 2 weeks", "antibiotic within 2 weeks before the index date"},
    {'E', "Takes more than 10 mg of prednisone a day", "prednisone at a dose > 10 mg/day"},
};
CHECK_READINGS(everyday, who_uses)

/* What was done with a treatment adds nothing behind its name. */
static const reading done_to_a_treatment_cases[] = {
    {'E', "Blood transfusion given within 3 months", "blood transfusion within 3 months before the index date"},
    {'E', "Antibiotics taken within the previous 2 weeks", "antibiotic within 2 weeks before the index date"},
    {'E', "Lumbar puncture done in the previous 48 hours", "lumbar puncture within 48 hours before the index date"},
    {'E', "Radiotherapy completed less than 4 weeks ago", "radiotherapy {\"completed\"} within less than 4 weeks before the index date"},
};
CHECK_READINGS(everyday, done_to_a_treatment)

/* The time from a treatment is how long ago it was. */
static const reading time_from_cases[] = {
    {'I', "Time from last radiotherapy at least 4 weeks", "radiotherapy at least 4 weeks before the index date and not radiotherapy within less than 4 weeks before the index date"},
    {'I', "Time from stroke onset less than 6 hours", "stroke {course \"onset\"} within less than 6 hours before the index date"},
    {'I', "Time from surgery to chemotherapy < 8 weeks", "\"Time from surgery to chemotherapy\" for < 8 weeks"},
};
CHECK_READINGS(everyday, time_from)

/* A scale right behind its own illness, with a comma or without, is asked for beside it. */
static const reading own_scale_beside_cases[] = {
    {'E', "Liver cirrhosis Child-Pugh B or C", "Child-Pugh score 2 or 3 and cirrhosis of liver"},
    {'I', "Asthma ACQ > 1.5", "asthma control questionnaire > 1.5 and asthma"},
    {'I', "Rheumatoid arthritis DAS28 > 3.2", "DAS28 score > 3.2 and rheumatoid arthritis"},
    {'E', "Heart failure, NYHA class III", "heart failure and NYHA class 3"},
    {'E', "Asthma, heart failure, NYHA class III or IV, stroke", "asthma or (heart failure and NYHA class 3 or 4) or stroke"},
    {'E', "Asthma, NYHA class III or IV, stroke", "asthma or NYHA class 3 or 4 or stroke"},
    {'E', "Hypertension grade 2", "hypertension grade = 2"},
};
CHECK_READINGS(everyday, own_scale_beside)

/* Comparators of what is measured. */
static const reading slower_than_cases[] = {
    {'E', "Resting heart rate faster than 100 bpm", "heart rate > 100 /min"},
    {'E', "Gait speed slower than 0.8 m/s", "gait speed < 0.8 m/s"},
    {'E', "Weight heavier than 120 kg", "body weight > 120 kg"},
};
CHECK_READINGS(everyday, slower_than)

/* What somebody has received or taken is past of the treatments of a list, and of nothing else in it. */
static const reading past_of_treatments_cases[] = {
    {'E', "Has received chemotherapy or is pregnant", "history of chemotherapy or pregnancy"},
    {'E', "Has taken warfarin, asthma, gout", "history of warfarin or asthma or gout"},
    {'E', "Have used steroids, current smoker, or pregnancy", "history of corticosteroid or current smoker or pregnancy"},
    {'E', "Received radiotherapy or chemotherapy", "history of radiotherapy or history of chemotherapy"},
    {'E', "History of stroke or gout", "history of stroke or history of gout"},
};
CHECK_READINGS(everyday, past_of_treatments)

/* An end in another unit is one of another thing. */
static const reading ends_of_other_things_cases[] = {
    {'I', "Age 18 years or older and less than 100 kg", "age >= 18 years and not understood (a number without anything that it measures): \"less than 100 kg\""},
    {'I', "Weight 50 kg or more and less than 80 years old", "body weight >= 50 kg and age < 80 years"},
    {'I', "Platelets 50 x 10^9/L or more and less than 100 x 10^9/L", "platelet count >= 50 x10^9/L and < 100 x10^9/L"},
    {'E', "BMI 18 or more and less than 40 kg/m2", "body mass index >= 18 kg/m2 and < 40 kg/m2"},
};
CHECK_READINGS(everyday, ends_of_other_things)

/* What is given to somebody is narrowed by whom. */
static const reading given_to_another_cases[] = {
    {'E', "Steroids given to the mother within 7 days", "corticosteroid {\"mother\"} within 7 days before the index date"},
    {'E', "Vaccine given to the mother", "vaccine {\"mother\"}"},
};
CHECK_READINGS(everyday, given_to_another)

/* Drinks without another word are alcoholic ones; to drink is no drink. */
static const reading other_drinks_cases[] = {
    {'E', "Drinks > 5 caffeinated drinks a day", "number of \"caffeinated drinks\" > 5 /day"},
    {'E', "More than 3 sugary drinks per day", "number of \"sugary drinks per day\" > 3"},
    {'E', "Nutritional drinks within a week", "\"Nutritional drinks\" within 1 week before the index date"},
    {'E', "Drinks more than 4 cups of coffee per day", "cups of coffee per day > 4 /day"},
    {'E', "Drinks > 3 units of alcohol a day", "units of alcohol > 3 /day"},
    {'E', "Drinks more than 12 drinks per week", "alcoholic drinks > 12 drinks/week"},
    {'E', "9 or more drinks a week", "alcoholic drinks >= 9 /week"},
    {'E', "Drinks per week > 13", "alcoholic drinks > 13 /week"},
    {'E', "Drinks more than 2 alcoholic drinks per day", "alcoholic drinks > 2 drinks/day"},
    {'E', "Drinks > 3 L of water per day", "\"water\" {rate \"/d\"} > 3 L"},
};
CHECK_READINGS(everyday, other_drinks)

/* Who has smoked within a time was a smoker then. */
static const reading smoked_lately_cases[] = {
    {'E', "Has smoked within the last year", "current smoker within 1 year before the index date"},
    {'I', "Has not smoked in the past 6 months", "not current smoker within 6 months before the index date"},
    {'I', "Smoked in the past", "ever smoker"},
    {'E', "Smokes more than 12 cigarettes per day", "cigarettes per day > 12 cigarettes/day"},
    {'I', "12 or more cigarettes daily", "cigarettes per day >= 12 /day"},
};
CHECK_READINGS(everyday, smoked_lately)

/* Castrate or castration, cancer or carcinoma: the same thing. */
static const reading castrate_resistant_cases[] = {
    {'I', "Castrate-resistant prostate cancer", "castration-resistant prostate cancer"},
    {'I', "Metastatic castrate resistant prostate cancer", "metastatic castration-resistant prostate cancer"},
    {'I', "Castration-resistant adenocarcinoma of the prostate", "castration-resistant prostate cancer"},
    {'I', "Hormone-refractory prostate cancer", "castration-resistant prostate cancer"},
};
CHECK_READINGS(everyday, castrate_resistant)

/* A recipient has had what was received, whoever gave it. */
static const reading recipients_cases[] = {
    {'I', "Recipient of a kidney transplant from a living or deceased donor", "history of kidney transplantation"},
    {'E', "Recipients of a liver transplant", "history of liver transplantation"},
    {'I', "Kidney transplant from a deceased donor", "kidney transplantation {\"donor\"; about death}"},
    {'E', "Donor or recipient of a kidney transplant", "not understood (no condition was found in these words): \"Donor\" or history of kidney transplantation (donor)"},
};
CHECK_READINGS(everyday, recipients)

/* A number behind people, without a unit and with nothing to count, is their age. */
static const reading age_of_people_cases[] = {
    {'I', "Patients >= 16", "age >= 16 years"},
    {'I', "Subjects > 16 undergoing dialysis", "age > 16 years and current dialysis"},
    {'I', "Women > 45 with gout", "age > 45 years and female and gout"},
    {'I', "Participants over 60, with a BMI < 40", "age > 60 years and body mass index < 40"},
    {'I', "Any patient >= 21 who has gout", "any age >= 21 years and gout"},
    {'I', "Patients > 25 and < 70", "age > 25 years and < 70 years"},
    {'E', "Patients < 16", "age < 16 years"},
    /* counted, measured */
    {'I', "Patients with > 3 strokes", "number of stroke > 3"},
    {'I', "Patients >= 2 with gout", "not understood (a number without anything that it measures): \">= 2\" and gout"},
    {'I', "Patients > 40 kg", "not understood (a number without anything that it measures): \"> 40 kg\""},
    {'I', "Women > 14 weeks pregnant", "gestational age {\"Women\"} > 14 weeks"},
    {'I', "Patients > 20 strokes", "number of stroke > 20"},
};
CHECK_READINGS(everyday, age_of_people)

/* What a person can, will or speaks stands beside what he has; one of several is enough. */
static const reading beside_what_they_have_cases[] = {
    {'I', "Gout, able to speak Danish or Swedish", "gout and (for a person to judge (ability): \"able to speak Danish\" or for a person to judge (ability): \"Swedish\")"},
    {'I', "Adults with gout or asthma, able to speak Danish or Swedish", "(gout or asthma) and (for a person to judge (ability): \"able to speak Danish\" or for a person to judge (ability): \"Swedish\")"},
    {'I', "Gout, Danish or Swedish speaking", "gout and (speaks Danish or speaks Swedish)"},
    {'I', "Gout, willing to stop smoking or drinking", "gout and (for a person to judge (willingness): \"willing to stop smoking\" or for a person to judge (willingness): \"drinking\")"},
    {'I', "Gout, living in the community or a nursing home", "(gout and (community-dwelling or nursing home residence)) / or, read otherwise: (gout or community-dwelling or nursing home residence)"},
    {'I', "Gout, able to walk, or willing to use a cane", "(gout and (able to walk or for a person to judge (willingness): \"willing to use a cane\")) / or, read otherwise: (gout or able to walk or for a person to judge (willingness): \"willing to use a cane\")"},
    /* one list */
    {'I', "Gout, smoking or alcohol abuse", "gout or current smoker or alcohol use disorder"},
    {'I', "Obesity, sedentary lifestyle or smoking", "obesity or sedentary lifestyle or current smoker"},
    {'I', "Danish or Swedish speaking", "speaks Danish or speaks Swedish"},
    {'I', "Gout with an indication for surgery, dialysis or transplantation", "(gout and (for a person to judge (candidacy): \"indication for surgery\" or for a person to judge (candidacy): \"dialysis\" or for a person to judge (candidacy): \"transplantation\")) / or, read otherwise: ((gout and for a person to judge (candidacy): \"indication for surgery\") or for a person to judge (candidacy): \"dialysis\" or for a person to judge (candidacy): \"transplantation\")"},
    {'E', "Gout, unable to speak Danish or Swedish", "gout or for a person to judge (inability): \"unable to speak Danish\" or for a person to judge (inability): \"Swedish\""},
};
CHECK_READINGS(everyday, beside_what_they_have)

/* A plus-minus before "or below" makes no range, also where a citation stands between. */
static const reading tolerance_and_open_end_cases[] = {
    {'E', "MMSE of 20 (+/- 2) (Smith, 2012) or below", "(mini-mental state examination = 20 / or, read otherwise: mini-mental state examination >= 20 / or, read otherwise: mini-mental state examination <= 20) and not understood (no condition was found in these words): \"MMSE of 20 (+/- 2) (Smith, 2012) or below\""},
    {'E', "MMSE of 20 (+/- 2)", "mini-mental state examination from 18 to 22"},
};
CHECK_READINGS(everyday, tolerance_and_open_end)

/* Where the last of two is, in front of more that is listed, the first may be, too. */
static const reading place_of_the_last_cases[] = {
    {'E', "Pain or surgery of the hip, gout", "pain {\"of the hip\"} or surgery {\"hip\"} or gout"},
    {'E', "Injury or surgery of the index knee, or gout", "injury {\"of the index knee\"} or surgery {\"index\"; \"knee\"} or gout"},
    {'E', "Asthma, fracture or surgery of the left hip or gout", "asthma or bone fracture {\"of the left hip\"} or left surgery {\"hip\"} or gout"},
    {'E', "Gout or surgery of the hip, asthma", "gout or surgery {\"hip\"} or asthma"},
    {'E', "Pain of the hip, surgery, asthma", "hip pain or surgery or asthma"},
};
CHECK_READINGS(everyday, place_of_the_last)

/* What was not done to a tumour may have been done elsewhere. */
static const reading not_done_to_it_cases[] = {
    {'I', "At least one measurable lesion that was not previously irradiated", "measurable disease and not history of radiotherapy {about measurable disease}"},
    {'E', "Aneurysm that has not been operated on", "aneurysm and not surgery {about aneurysm}"},
    {'E', "Brain metastases not treated with radiotherapy", "brain metastasis and not history of radiotherapy {about brain metastasis}"},
    {'I', "Breast cancer without prior surgery", "breast cancer and not history of surgery"},
    {'I', "Patients with brain metastases who have not received radiotherapy", "brain metastasis and not history of radiotherapy"},
    {'I', "Hypertension not treated with diuretics", "hypertension and not history of diuretic"},
};
CHECK_READINGS(everyday, not_done_to_it)

/* The cause of one deformity may be that of the next; it is said of no other disease. */
static const reading lent_to_its_kind_cases[] = {
    {'E', "Idiopathic scoliosis or kyphosis", "idiopathic scoliosis or kyphosis {\"Idiopathic\"}"},
    {'E', "Neuromuscular scoliosis, asthma, pregnancy", "neuromuscular scoliosis or asthma or pregnancy"},
    {'E', "Focal epilepsy, asthma", "focal epilepsy or asthma"},
    {'E', "Focal epilepsy or seizures, asthma", "(focal epilepsy or seizure or asthma) / or, read otherwise: (focal epilepsy or focal seizure or asthma)"},
};
CHECK_READINGS(everyday, lent_to_its_kind)

/* What no limit tells is asked of whoever meets it. */
static const reading no_limit_says_cases[] = {
    {'I', "Newly diagnosed sleep apnea, i.e. AHI > 10", "newly diagnosed apnea-hypopnea index > 10"},
    {'I', "Untreated hypertension (SBP > 150 mmHg)", "untreated systolic blood pressure > 150 mmHg"},
    {'I', "Untreated hypertension, defined as SBP > 150 or DBP > 95 mmHg", "systolic blood pressure {\"Untreated\"} > 150 or diastolic blood pressure {\"Untreated\"} > 95 mmHg"},
    {'I', "Recurrent hypoglycemia (glucose < 54 mg/dL)", "recurrent glucose < 54 mg/dL"},
    /* how bad, and how often, is what the limit says */
    {'I', "Severe anemia, defined as hemoglobin < 7 g/dL", "hemoglobin < 7 g/dL"},
    {'I', "Uncontrolled hypertension (SBP > 170 mmHg)", "systolic blood pressure > 170 mmHg"},
    {'I', "Recurrent cystitis (>= 4 in 10 months)", "number of cystitis >= 4 within 10 months before the index date"},
};
CHECK_READINGS(everyday, no_limit_says)

/* The signs of a range whose second end has one. */
static const reading signs_of_a_range_cases[] = {
    {'I', "Children with -2 to -8 diopters of myopia", "spherical equivalent refraction from -8 to -2 D"},
    {'I', "Children with -2- to -8 diopters (D) myopia", "spherical equivalent refraction from -8 to -2 D"},
    {'I', "Children with 2 - 8 diopters of myopia", "spherical equivalent refraction from 2 to 8 D"},
};
CHECK_READINGS(everyday, signs_of_a_range)

/* An example of others is another one by its name. */
static const reading examples_of_others_cases[] = {
    {'E', "Other immunosuppressants, including azathioprine or methotrexate", "other immunosuppressant or azathioprine or methotrexate"},
    {'E', "Other anticoagulants such as warfarin", "other anticoagulant or warfarin"},
    {'E', "Other sleep disorders (e.g., narcolepsy, parasomnia)", "other sleep disorder or narcolepsy or parasomnia"},
    {'E', "Azathioprine or other immunosuppressants", "azathioprine or other immunosuppressant"},
};
CHECK_READINGS(everyday, examples_of_others)

/* A treatment that is to begin is planned; one that was used, at the head of a criterion, is past. */
static const reading to_begin_cases[] = {
    {'I', "Planning to start treatment with warfarin", "planned warfarin"},
    {'I', "About to begin dialysis", "planned dialysis"},
    {'I', "Planned initiation of dialysis", "planned dialysis"},
    {'E', "Pending heart transplantation", "planned heart transplantation"},
    {'E', "Used opioids in the past 5 months", "history of opioid within 5 months before the index date"},
    {'E', "Drugs used for gout", "\"Drugs used\" (medication) {about medication (any); about gout}"},
};
CHECK_READINGS(everyday, to_begin)

/* A name whose first word a hyphen has cut in two. */
static const reading cut_in_two_cases[] = {
    {'E', "Intra-cranial hypertension", "intracranial hypertension"},
    {'E', "Cerebro-vascular accident or hepato-cellular carcinoma", "stroke or hepatocellular carcinoma"},
    {'E', "Immuno-suppressants within 3 months", "immunosuppressant within 3 months before the index date"},
    {'E', "Non-smoker", "non-smoker"},
    {'E', "Hypo-zorbitis", "\"Hypo-zorbitis\""},
};
CHECK_READINGS(everyday, cut_in_two)

/* A bracket that names what the limit means. */
static const reading limit_with_its_name_cases[] = {
    {'E', "BMI > 32 (obese)", "body mass index > 32"},
    {'E', "eGFR < 25 mL/min/1.73 m2 (severe renal impairment)", "estimated glomerular filtration rate < 25 mL/min/1.73 m2"},
    {'E', "BP > 150/95 mmHg (hypertension)", "systolic blood pressure > 150 mmHg or diastolic blood pressure > 95 mmHg"},
    {'E', "Hemoglobin < 10 g/dL (iron deficiency anemia)", "hemoglobin {\"iron deficiency anemia\" = iron deficiency anemia} < 10 g/dL"},
    {'E', "LVEF < 40% (heart failure)", "left ventricular ejection fraction {\"heart failure\" = heart failure} < 40%"},
    {'E', "BMI > 32 (diabetes)", "body mass index {\"diabetes\" = diabetes mellitus} > 32"},
};
CHECK_READINGS(everyday, limit_with_its_name)

/* Adjectives of one noun have one time. */
static const reading one_noun_one_time_cases[] = {
    {'E', "Oral, intravenous, inhaled or topical corticosteroids within 6 months", "(oral corticosteroid within 6 months before the index date or intravenous corticosteroid within 6 months before the index date or inhaled corticosteroid within 6 months before the index date or topical corticosteroid within 6 months before the index date) / or, read otherwise: (oral corticosteroid within 6 months before the index date or intravenous corticosteroid within 6 months before the index date or intravenous inhaled corticosteroid within 6 months before the index date or topical corticosteroid within 6 months before the index date)"},
    {'E', "Mild, moderate or severe asthma within 2 years", "mild asthma within 2 years before the index date or moderate or severe asthma within 2 years before the index date"},
    {'E', "Injected or oral corticosteroids within 2 weeks", "parenteral corticosteroid within 2 weeks before the index date or oral corticosteroid within 2 weeks before the index date"},
    {'E', "Pregnant, planning pregnancy or pregnant within 6 months", "pregnancy or planning pregnancy or pregnancy within 6 months before the index date"},
};
CHECK_READINGS(everyday, one_noun_one_time)

/* Words of those who report, and languages. */
static const reading said_by_them_cases[] = {
    {'E', "A reported history of gout", "history of gout"},
    {'E', "Non-Danish speakers", "not speaks Danish"},
    {'I', "Having no gout, and agreeing to take part in the research", "not gout and for a person to judge (willingness): \"agreeing to take part in the research\""},
    {'E', "Children with known and documented gout", "confirmed gout"},
    {'I', "Clinical diagnosed as gout", "confirmed gout"},
    {'I', "At least 36 completed gestational weeks", "gestational age >= 36"},
};
CHECK_READINGS(everyday, said_by_them)

/* A stage before a list is that of all of it, whoever has it and whatever stands before. */
static const reading stage_of_a_list_cases[] = {
    {'I', "Patients with stage III breast or lung cancer", "cancer stage 3 and (breast cancer or lung cancer)"},
    {'I', "Has confirmed stage II or III gastric, liver or lung cancer", "cancer stage 2 or 3 and (gastric cancer or liver cancer or lung cancer)"},
    {'I', "Women aged 20 to 60 with stage I-II breast or ovarian cancer", "age from 20 to 60 years and female and (cancer stage 1 or 2 and (breast cancer or ovarian cancer))"},
    {'I', "Patients with HER2-positive breast or gastric cancer", "positive HER2 and (breast cancer or gastric cancer)"},
    {'I', "Female, stage III breast or lung cancer", "female and (breast cancer {\"stage III\"} or lung cancer {\"stage III\"})"},
    {'I', "Age >= 20 years, stage III breast, gastric or lung cancer", "age >= 20 years and (breast cancer {\"stage III\"} or gastric cancer {\"stage III\"} or lung cancer {\"stage III\"})"},
    {'E', "History of stage II breast or lung cancer", "history of breast cancer {\"stage II\"} or history of lung cancer {\"stage II\"}"},
    {'E', "Gout, grade 3 hepatic or renal failure", "gout or liver failure {\"grade 3\"} or renal failure {\"grade 3\"}"},
    /* a stage of its own, a condition behind */
    {'I', "Patients with stage III lung cancer", "cancer stage 3 and lung cancer"},
    {'E', "Patients with NYHA class III heart failure or gout", "(NYHA class 3 and heart failure) or gout"},
    {'E', "Gout, stage 4 chronic kidney disease or asthma", "gout or chronic kidney disease stage 4 or asthma"},
};
CHECK_READINGS(everyday, stage_of_a_list)

/* Examples of a cause are asked for by nobody. */
static const reading examples_of_a_cause_cases[] = {
    {'E', "Confusion due to any cause, including stroke or sepsis", "confusion or stroke {\"example\"} or sepsis {\"example\"}"},
    {'E', "Renal failure of any etiology including diabetes or lupus", "renal failure or diabetes mellitus {\"example\"} or lupus erythematosus {\"example\"}"},
    {'E', "Psychiatric disorders, including anxiety or insomnia", "psychiatric disorder or anxiety disorder or insomnia"},
};
CHECK_READINGS(everyday, examples_of_a_cause)

/* What is used is what one may be allergic to. */
static const reading allergy_or_use_cases[] = {
    {'E', "Allergy or long-term use of propofol", "allergy {\"propofol\"} or current prolonged propofol"},
    {'E', "Asthma, allergy or use of steroids", "asthma or allergy {\"steroids\"} or current corticosteroid"},
    {'E', "Allergy or current aspirin", "allergy or current aspirin"},
    {'E', "Latex allergy or use of aspirin", "latex allergy or current aspirin"},
};
CHECK_READINGS(everyday, allergy_or_use)

/* The name of what a limit means, right before it. */
static const reading name_before_its_limit_cases[] = {
    {'E', "Uncontrolled hypertension systolic blood pressure > 170 mmHg", "systolic blood pressure > 170 mmHg"},
    {'E', "Severe thrombocytopenia platelets < 40", "platelet count < 40"},
    {'E', "Untreated hypertension SBP > 150 mmHg", "untreated systolic blood pressure > 150 mmHg"},
    {'E', "Asthma FEV1 < 70%", "FEV1 {about asthma} < 70%"},
    {'E', "Heart failure LVEF < 40%", "left ventricular ejection fraction {about heart failure} < 40%"},
};
CHECK_READINGS(everyday, name_before_its_limit)

/* Words around what is asked for. */
static const reading words_around_cases[] = {
    {'I', "Adults with the diagnosis of gout", "confirmed gout"},
    {'I', "Patients aged 20 to 60 will be enrolled", "age from 20 to 60 years"},
    {'E', "Co-treatment with warfarin", "current warfarin"},
    {'E', "Attended a pulmonary rehabilitation programme in the last 5 months", "history of pulmonary rehabilitation within 5 months before the index date"},
    {'E', "Currently participating in another clinical study", "current participation in another clinical trial"},
    {'I', "Fluent in Danish language", "speaks Danish"},
};
CHECK_READINGS(everyday, words_around)

/* Adjectives of one noun are alternatives, also where the last one is two, and whoever stands before them. */
static const reading adjectives_of_one_noun_cases[] = {
    {'I', "Patients with mild, moderate or severe asthma", "mild asthma or moderate or severe asthma"},
    {'I', "Children with mild, moderate or severe asthma", "mild asthma or moderate or severe asthma"},
    {'I', "Adults with mild or severe depression", "mild depressive disorder or severe depressive disorder"},
    {'I', "Women with acute, chronic or recurrent sinusitis", "female and (acute sinusitis or chronic sinusitis or recurrent sinusitis)"},
    {'I', "Gout with mild, moderate or severe asthma", "(gout and (mild asthma or moderate or severe asthma)) / or, read otherwise: (gout and mild asthma and moderate or severe asthma)"},
    {'E', "Mild, moderate or severe asthma", "mild asthma or moderate or severe asthma"},
    {'E', "Gout with severe, uncontrolled hypertension", "gout and uncontrolled severe hypertension"},
    {'I', "Hospitalized with acute or subacute stroke", "(hospitalization and (acute stroke or stroke {\"subacute\"})) / or, read otherwise: ((hospitalization and acute stroke) or stroke {\"subacute\"})"},
    {'E', "Pain with sudden onset, fever", "(pain and (sudden \"onset\" and fever)) / or, read otherwise: ((pain and sudden \"onset\") or fever)"},
    /* nouns of their own */
    {'I', "Mild asthma, moderate or severe gout", "(mild asthma and moderate or severe gout) / or, read otherwise: (mild asthma or moderate or severe gout)"},
    {'E', "Asthma that is severe, gout", "severe asthma or gout"},
    {'I', "Children with asthma", "asthma"},
};
CHECK_READINGS(everyday, adjectives_of_one_noun)

/* A time behind "with" is that of the noun that comes, and of nobody before it. */
static const reading time_behind_with_cases[] = {
    {'I', "Women with current or past gout", "female and history of gout"},
    {'I', "Women with a current or recent infection", "female and (current infection or recent infection)"},
    {'I', "Adults with previous or current gout", "history of gout"},
    {'I', "Women with prior or planned surgery", "female and (history of surgery or planned surgery)"},
    {'I', "Adults with active, moderate to severe rheumatoid arthritis", "current moderate or severe rheumatoid arthritis"},
    {'I', "Asthma with prior or current smoking", "asthma and history of current smoker"},
    {'I', "Adults with panic disorder, social phobia or gout", "panic disorder or social anxiety disorder or gout"},
};
CHECK_READINGS(everyday, time_behind_with)

/* People named by what they have are narrowed by all that follows. */
static const reading people_with_one_of_two_cases[] = {
    {'I', "Pregnant women with anemia or diabetes", "pregnancy and (anemia or diabetes mellitus)"},
    {'I', "Asthma patients with gout or epilepsy", "asthma and (gout or epilepsy)"},
    {'E', "Smokers with gout or asthma", "current smoker and (gout or asthma)"},
    {'I', "Patients with asthma with gout or epilepsy", "(asthma and (gout or epilepsy)) / or, read otherwise: ((asthma and gout) or epilepsy)"},
    {'I', "Current or previous smokers", "ever smoker"},
};
CHECK_READINGS(everyday, people_with_one_of_two)

/* A word of any age asks for nothing beside what people have; "elderly" does, and so does any among what bars. */
static const reading people_of_any_age_cases[] = {
    {'I', "Pediatric patients with asthma", "asthma"},
    {'I', "Children, adolescents and adults with gout", "gout"},
    {'I', "Adult men with gout", "male and gout"},
    {'I', "Adults with gout and children with asthma", "(gout and asthma) / or, read otherwise: (gout or asthma)"},
    {'I', "Elderly patients with gout", "\"Elderly\" {about gout}"},
    {'E', "Adult women", "\"Adult\" and female"},
    {'E', "Children, gout", "\"Children\" or gout"},
};
CHECK_READINGS(everyday, people_of_any_age)
