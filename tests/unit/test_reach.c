/* Limits that differ by a condition, who never had a treatment, and other words whose reach is easily taken too far. */
#include "tests/unit/readings.h"

/* That somebody thinks so bars nobody, and neither does what he does not think: the opinion is of the list, or of its last. */
static const reading opinion_of_a_list_cases[] = {
    {'E', "Asthma, migraine or gout, in the opinion of the investigator", "(for a person to judge (investigator opinion): \"in the opinion of the investigator\" and (asthma or migraine or gout)) / or, read otherwise: (asthma or migraine or (gout and for a person to judge (investigator opinion): \"in the opinion of the investigator\"))"},
    {'E', "Drug abuse or gout, at the discretion of the investigator", "(for a person to judge (investigator opinion): \"at the discretion of the investigator\" and (drug abuse or gout)) / or, read otherwise: (drug abuse or (gout and for a person to judge (investigator opinion): \"at the discretion of the investigator\"))"},
    {'E', "In the opinion of the investigator, asthma or gout", "for a person to judge (investigator opinion): \"In the opinion of the investigator\" and (asthma or gout)"},
    {'E', "Asthma or gout, severe in the opinion of the investigator", "(for a person to judge (investigator opinion): \"severe in the opinion of the investigator\" and (asthma or gout)) / or, read otherwise: (asthma or (gout and for a person to judge (investigator opinion): \"severe in the opinion of the investigator\"))"},
    {'I', "Asthma or gout, in the opinion of the investigator", "(asthma or gout) and for a person to judge (investigator opinion): \"in the opinion of the investigator\""},
    {'E', "Asthma or gout, or unsuitable in the opinion of the investigator", "asthma or gout or for a person to judge (investigator opinion): \"unsuitable in the opinion of the investigator\""},
    {'E', "Severe gout, in the opinion of the investigator", "for a person to judge (investigator opinion): \"Severe gout, in the opinion of the investigator\""},
};
CHECK_READINGS(reach, opinion_of_a_list)

/* who judges, between two commas, parts no list: the thing before it is what is judged */
static const reading in_the_opinion_of_cases[] = {
    {'E', "Psychiatric disorder that, in the opinion of the investigator, makes travel unsafe",
     "for a person to judge (investigator opinion): \"Psychiatric disorder that, in the opinion of the investigator, makes travel unsafe\""},
    {'E', "Gout or psoriasis which, in the investigator's judgment, is unstable",
     "(gout or for a person to judge (investigator opinion): \"psoriasis which, in the investigator's judgment, is unstable\") / or, read otherwise: "
     "for a person to judge (investigator opinion): \"Gout or psoriasis which, in the investigator's judgment, is unstable\""},
    {'E', "Psychiatric disorder that would, in the opinion of the principal investigator, make travel unsafe",
     "for a person to judge (investigator opinion): \"Psychiatric disorder that would, in the opinion of the principal investigator, make travel unsafe\""},
    {'E', "Psychiatric disorder which in the opinion of the investigator, may be unstable",
     "for a person to judge (investigator opinion): \"Psychiatric disorder which in the opinion of the investigator, may be unstable\""},
    {'E', "Severe gout, in the opinion of the investigator", "for a person to judge (investigator opinion): \"Severe gout, in the opinion of the investigator\""},
    {'E', "Gout, psoriasis, asthma", "gout or psoriasis or asthma"},
};
CHECK_READINGS(reach, in_the_opinion_of)

/* a beginning that hangs there has the end of the name behind it, and the head before it is that of both */
static const reading beginnings_cases[] = {
    {'E', "Hospitalization for hypo- or hyperglycemia", "hospitalization {about hypoglycemia} or hospitalization {about hyperglycemia}"},
    {'E', "Risk of hyper- or hypotension", "\"Risk\" {about hypertension} or \"Risk: hypotension\" {about hypotension}"},
    {'E', "Severe hypo- or hyperglycemia", "severe hypoglycemia or severe hyperglycemia"},
    {'E', "History of hypo- and hyperthyroidism", "history of hypothyroidism or history of hyperthyroidism"},
};
CHECK_READINGS(reach, beginnings)

/* what is planned is on no record yet, and is not counted; "OR" may be where surgery is done */
static const reading planned_numbers_cases[] = {
    {'I', "Planned to have at least 2 surgeries", "number of \"surgeries\" (procedure) >= 2"},
    {'I', "At least 2 surgeries", "number of surgery >= 2"},
    {'E', "Intubated in the OR", "endotracheal intubation {\"OR\"}"},
    {'E', "Blood transfusion in OR (more than 4 units)",
     "not understood (a number without anything that it measures): \"Blood transfusion in OR (more than 4 units)\""},
    {'E', "Gout OR psoriasis", "gout or psoriasis"},
    {'E', "History of gout OR current psoriasis", "history of gout or current psoriasis"},
};
CHECK_READINGS(reach, planned_numbers)

/* what one word for an allergy is about is what the words beside it are about; "extra-" is elsewhere */
static const reading allergies_cases[] = {
    {'E', "Hypersensitivity or allergy to latex", "latex allergy or latex allergy"},
    {'E', "Allergy or hypersensitivity to penicillin or aspirin", "penicillin allergy or aspirin allergy"},
    {'E', "Known hypersensitivity or other contraindications to heparin",
     "confirmed heparin allergy or for a person to judge (safety): \"other contraindications to heparin\""},
    {'E', "Intolerance or allergy to latex", "\"Intolerance\" {about latex allergy} or latex allergy"},
    {'E', "Allergy or gout", "allergy or gout"},
    {'E', "Extra-pulmonary tuberculosis", "extrapulmonary tuberculosis"},
    {'E', "Pulmonary tuberculosis", "pulmonary tuberculosis"},
};
CHECK_READINGS(reach, allergies)

/* "or not" leaves nobody out */
static const reading or_not_cases[] = {
    {'I', "HbA1c > 9% (may or may not be on insulin)", "HbA1c > 9%"},
    {'I', "Diastolic blood pressure > 95 mmHg (may be treated with diuretics or not)", "diastolic blood pressure > 95 mmHg"},
    {'I', "Gout (on allopurinol or not)", "gout"},
    {'I', "Gout, on allopurinol or not", "gout"},
    {'E', "Asthma, treated or not", "asthma"},
    {'E', "Asthma (whether or not treated)", "asthma"},
    {'I', "Gout, on allopurinol or not on colchicine", "(gout and (current allopurinol or not current colchicine)) / or, read otherwise: ((gout and current allopurinol) or not current colchicine)"},
};
CHECK_READINGS(reach, or_not)

/* what lies above a degree that has a name of its own is not that degree */
static const reading above_a_name_cases[] = {
    {'E', "Greater than first degree AV block", "\"Greater than first degree AV block\" {about first degree AV block}"},
    {'E', "> first degree AV block or gout", "\"> first degree AV block\" {about first degree AV block} or gout"},
    {'E', "At least moderate asthma", "moderate \"At least moderate asthma\" {about asthma}"},
    {'I', "No more than mild asthma", "mild asthma {\"No more than\"}"},
    {'E', "First degree AV block", "first degree AV block"},
};
CHECK_READINGS(reach, above_a_name)

/* what a thing is for may go on behind the connective: nobody needs to have it, and who has it may not be meant */
static const reading what_it_is_for_cases[] = {
    {'E', "Drugs to treat gout or psoriasis", "\"Drugs\" (medication) {about medication (any); about gout} or \"Drugs: psoriasis\" {about psoriasis}"},
    {'E', "Heparin to prevent stroke or pulmonary embolism", "heparin {about stroke} or heparin {about pulmonary embolism}"},
    {'I', "Plans to exercise to lower the risk of gout and stroke", "planned physical activity {about gout} and planned physical activity {about stroke}"},
    {'I', "A vow to fast to lower the risk of gout and stroke",
     "(\"vow\" {\"fast\"; about gout} and stroke) / or, read otherwise: (\"vow\" {\"fast\"; about gout} and "
     "\"vow to fast to lower the risk of: stroke\")"},
    {'E', "Allergy to penicillin or gout", "penicillin allergy or gout"},
    {'E', "Drugs to treat gout", "\"Drugs\" (medication) {about medication (any); about gout}"},
};
CHECK_READINGS(reach, what_it_is_for)

/* Each limit is for those whom its own words name; what else is asked is asked of all. */
static const reading limits_by_condition_cases[] = {
    {'I', "Asthma with FEV1 > 60%, or > 50% if on omalizumab", "asthma and (FEV1 > 60% or (current omalizumab and FEV1 > 50%))"},
    {'I', "Gout and uric acid < 10 mg/dL (or < 12 mg/dL if on dialysis; < 8 mg/dL if pregnant)", "gout and (((uric acid < 10 mg/dL or (current dialysis and uric acid < 12 mg/dL)) and not pregnancy) or (pregnancy and uric acid < 8 mg/dL))"},
    {'I', "Ferritin 100 to 300 ng/mL if on dialysis or 50 to 200 ng/mL if pregnant", "(current dialysis and ferritin from 100 to 300 ng/mL) or (pregnancy and ferritin from 50 to 200 ng/mL)"},
    {'I', "Ferritin > 100 ng/mL if insulin-naive, > 200 ng/mL if on insulin, and LDL < 100 mg/dL", "((not history of insulin and ferritin > 100 ng/mL) or (current insulin and ferritin > 200 ng/mL)) and LDL cholesterol < 100 mg/dL"},
    {'I', "Ferritin > 100 ng/mL (dialysis) or > 50 ng/mL (no dialysis)", "(dialysis and ferritin > 100 ng/mL) or (not dialysis and ferritin > 50 ng/mL)"},
    {'I', "Ferritin > 100 ng/mL (asthma) or > 50 ng/mL (measured twice)", "(asthma and ferritin > 100 ng/mL) or (\"twice\" and ferritin > 50 ng/mL)"},
    {'E', "Potassium > 5.5 mmol/L unless on dialysis, in which case > 6.5 mmol/L", "(potassium > 5.5 mmol/L and not current dialysis) or (current dialysis and potassium > 6.5 mmol/L)"},
    {'I', "Potassium < 5.5 mmol/L unless on dialysis, in which case < 6.5 mmol/L", "potassium < 5.5 mmol/L or (current dialysis and potassium < 6.5 mmol/L)"},
    {'I', "Albumin > 30 g/L, INR < 1.4 unless on warfarin", "(albumin > 30 g/L and (if not current warfarin, then INR < 1.4)) / or, read otherwise: (if not current warfarin, then (albumin > 30 g/L and INR < 1.4))"},
    {'I', "AST and ALT < 3 x ULN unless on methotrexate", "if not current methotrexate, then (aspartate aminotransferase < 3 x ULN and alanine aminotransferase < 3 x ULN)"},
};
CHECK_READINGS(reach, limits_by_condition)

/* The ends of a range in different measures are two limits. */
static const reading ends_of_a_range_cases[] = {
    {'I', "AST > 1.5 but < 8 x ULN", "aspartate aminotransferase > 1.5 x ULN and < 8 x ULN"},
    {'I', "AST > 50 U/L but < 8 x ULN", "aspartate aminotransferase > 50 U/L and aspartate aminotransferase < 8 x ULN"},
    {'I', "AST < 8 x ULN and > 50 U/L", "aspartate aminotransferase > 50 U/L and aspartate aminotransferase < 8 x ULN"},
    {'I', "Glucose 80 mg/dL to 14 mmol/L", "glucose >= 80 mg/dL and glucose <= 14 mmol/L"},
    {'I', "Glucose > 80 mg/dL and < 14 mmol/L", "glucose > 80 mg/dL and glucose < 14 mmol/L"},
    {'I', "AST 1 to 8 x ULN", "aspartate aminotransferase from 1 to 8 x ULN"},
    {'I', "Glucose 80 to 140 mg/dL", "glucose from 80 to 140 mg/dL"},
};
CHECK_READINGS(reach, ends_of_a_range)

/* Who never had a treatment has what stands behind, and the denial reaches nothing else. */
static const reading never_had_cases[] = {
    {'I', "Insulin-naive type 2 diabetes", "not history of insulin and type 2 diabetes mellitus"},
    {'I', "Statin-naive, gout", "not history of statin and gout"},
    {'I', "Statin-naive or on stable ezetimibe", "not history of statin or current stable ezetimibe"},
    {'I', "Naive to statins or ezetimibe", "not (history of statin or history of ezetimibe)"},
    {'I', "Insulin- and statin-naive", "not history of insulin and not history of statin"},
    {'I', "Gout-free status, adequate creatinine clearance (> 60 mL/min) and asthma", "not gout {\"status\"} and adequate creatinine clearance > 60 mL/min and asthma"},
    {'E', "Insulin-naive diabetes or gout", "(not history of insulin and (diabetes mellitus or gout)) / or, read otherwise: ((not history of insulin and diabetes mellitus) or gout)"},
};
CHECK_READINGS(reach, never_had)

/* A partner's pregnancy, a list with its own denials, what only sounds like a refusal or a denial. */
static const reading whose_and_whether_cases[] = {
    {'E', "Men whose partner is pregnant", "pregnancy (partner) {\"Men\"}"},
    {'I', "Absence of comorbidity: no asthma, no gout", "not asthma and not gout"},
    {'I', "No evidence of any of these: asthma, gout", "not (asthma or gout)"},
    {'E', "Decline in FVC of more than 5%", "\"Decline in FVC\" (measurement) > 5%"},
    {'E', "Patients who decline surgery", "not understood (a consent, among what bars): \"decline surgery\""},
    {'E', "Need for non-invasive ventilation", "noninvasive ventilation {\"required\"}"},
    {'E', "Non-invasive cardiac monitoring", "\"Non-invasive cardiac monitoring\""},
    {'I', "Non-pregnant women", "not pregnancy and female"},
    {'I', "Current or ex-smokers", "ever smoker"},
};
CHECK_READINGS(reach, whose_and_whether)

/* A change or a start of a treatment is not its use; a target is no limit. */
static const reading what_changes_cases[] = {
    {'E', "Start of a statin within 5 weeks", "\"Start\" {about statin} within 5 weeks before the index date"},
    {'E', "Change in dose of statins or insulin within 5 weeks", "(\"Change\" {\"dose\"; about statin} within 5 weeks before the index date or insulin within 5 weeks before the index date) / or, read otherwise: (\"Change\" {\"dose\"; about statin} within 5 weeks before the index date or insulin {\"Change in dose of\"} within 5 weeks before the index date)"},
    {'E', "Oxygen therapy to keep SpO2 > 91%", "oxygen therapy {\"to keep SpO2 > 91%\"}"},
    {'E', "Inability to maintain SpO2 > 91%", "for a person to judge (inability): \"Inability to maintain SpO2 > 91%\""},
};
CHECK_READINGS(reach, what_changes)

/* The standard that a diagnosis was made by asks for nothing. */
static const reading standards_cases[] = {
    {'I', "ARDS (Berlin definition)", "acute respiratory distress syndrome"},
    {'I', "Rheumatoid arthritis (ACR/EULAR 2010)", "rheumatoid arthritis"},
    {'I', "Ankylosing spondylitis (modified New York criteria), BASDAI > 5", "ankylosing spondylitis and BASDAI > 5"},
    {'I', "Urine ACR > 40 mg/g", "urine albumin-to-creatinine ratio > 40 mg/g"},
};
CHECK_READINGS(reach, standards)

/* Commas behind an "or", what is of another sort behind an exception, and what is allowed and not known: both readings. */
static const reading commas_and_exceptions_cases[] = {
    {'I', "Gout or asthma, psoriasis", "(gout or asthma or psoriasis) / or, read otherwise: ((gout or asthma) and psoriasis)"},
    {'I', "Gout, asthma or psoriasis", "gout or asthma or psoriasis"},
    {'I', "BMI > 30 and/or gout, asthma, psoriasis", "(body mass index > 30 or gout or asthma or psoriasis) / or, read otherwise: ((body mass index > 30 or gout) and asthma and psoriasis)"},
    {'E', "Liver disease other than hepatitis C, planned liver transplantation or ALT > 4 x ULN", "(liver disease, except (hepatitis c or planned liver transplantation or alanine aminotransferase > 4 x ULN)) / or, read otherwise: ((liver disease, except hepatitis c) or planned liver transplantation or alanine aminotransferase > 4 x ULN)"},
    {'E', "Cancer except basal cell carcinoma or cervical carcinoma in situ", "malignant neoplasm, except (basal cell carcinoma or cervical carcinoma in situ)"},
    {'E', "Warfarin; heparin or brandaid is permitted", "(warfarin, except (heparin or \"brandaid\")) / or, read otherwise: warfarin"},
};
CHECK_READINGS(reach, commas_and_exceptions)

/* What is counted in front of a list is the list; "or" between two sides of one member counts once. */
static const reading counts_before_a_list_cases[] = {
    {'I', "Two or more risk factors: gout, asthma, hypertension", "at least 2 of: gout; asthma; hypertension"},
    {'I', "At least 2 of the following: temperature > 38 or < 36 °C, heart rate > 95/min or gout, cough", "at least 2 of: (body temperature > 38 °C or body temperature < 36 °C); (heart rate > 95 /min or gout); cough"},
    {'I', "At least two of the following: gout, asthma or COPD", "at least 2 of: gout; asthma; chronic obstructive pulmonary disease"},
    {'I', "LVEF > 45% and at least one of gout, asthma, psoriasis", "left ventricular ejection fraction > 45% and (gout or asthma or psoriasis)"},
    {'I', "No current: gout; asthma; psoriasis", "not (current gout or current asthma or current psoriasis)"},
    {'I', "Shock for less than 20 hours defined as lactate > 2.5 mmol/L", "lactate > 2.5 mmol/L and not understood (how long what is defined has lasted): \"for less than 20 hours\""},
};
CHECK_READINGS(reach, counts_before_a_list)

/* Sexes, times and plans in a list. */
static const reading sexes_and_times_cases[] = {
    {'I', "Men with ferritin > 310 ng/mL or women with ferritin > 210 ng/mL", "(male and ferritin > 310 ng/mL) or (female and ferritin > 210 ng/mL)"},
    {'E', "LDL > 185 mg/dL in women or > 195 mg/dL in men within 5 months", "((LDL cholesterol > 185 mg/dL and female) or (LDL cholesterol > 195 mg/dL within 5 months before the index date and male)) / or, read otherwise: ((LDL cholesterol > 185 mg/dL within 5 months before the index date and female) or (LDL cholesterol > 195 mg/dL within 5 months before the index date and male))"},
    {'E', "Liver transplant scheduled within 20 weeks or failed transplant less than 5 months ago", "planned liver transplantation within 20 weeks after the index date or failed transplantation within less than 5 months before the index date"},
    {'E', "Angiography, CABG or valve surgery planned", "(angiography or coronary artery bypass grafting or planned heart valve surgery) / or, read otherwise: (planned angiography or planned coronary artery bypass grafting or planned heart valve surgery)"},
    {'E', "A kidney from a donor younger than 6 years or > 64 years of age", "age (donor) {\"kidney\"} < 6 years or age (donor) > 64 years"},
    {'E', "ECOG > 2, or > 1 in patients aged over 72", "ECOG performance status > 2 or not understood (more is said at once than is read as one clause): \"> 1 in patients aged over 72\""},
    {'I', "Statin-naive (at most 9 days of it)", "not not understood (more is said at once than is read as one clause): \"Statin-naive (at most 9 days of it)\""},
    {'I', "At most 13 days of prior insulin", "not history of insulin for > 13 days / or, read otherwise: history of insulin for <= 13 days"},
    {'I', "No surgery within 3 months (6 months for bypass)", "not (surgery within 3 months before the index date or \"bypass\" within 6 months before the index date)"},
};
CHECK_READINGS(reach, sexes_and_times)

/* Exceptions that are of one member only, or may be. */
static const reading more_exceptions_cases[] = {
    {'E', "Bronchiectasis other than mild, gout within 11 months", "(bronchiectasis, except mild bronchiectasis) or gout within 11 months before the index date"},
    {'E', "SBP > 175 mmHg, or SBP > 145 mmHg unless on amlodipine", "(systolic blood pressure > 175 mmHg or (systolic blood pressure > 145 mmHg, except current amlodipine)) / or, read otherwise: ((systolic blood pressure > 175 mmHg or systolic blood pressure > 145 mmHg), except current amlodipine)"},
    {'I', "Anti-HBc negative or, if anti-HBc positive, on entecavir", "negative hepatitis B core antibody or (positive hepatitis B core antibody and current entecavir)"},
    {'E', "Non-alcoholic or alcoholic liver disease", "\"Non-alcoholic\" or alcoholic liver disease"},
    {'I', "Bronchiectasis on CT", "bronchiectasis"},
    {'I', "Gout on allopurinol", "gout and current allopurinol"},
    {'E', "Seizures other than febrile, tics, psychosis", "(seizure, except (febrile seizure or \"tics\" or psychotic disorder (as a kind))) / or, read otherwise: ((seizure, except febrile seizure) or \"tics\" or psychotic disorder)"},
    {'E', "Arrhythmia other than atrial fibrillation, stroke, angina", "(cardiac arrhythmia, except (atrial fibrillation or stroke (as a kind) or angina pectoris (as a kind))) / or, read otherwise: ((cardiac arrhythmia, except atrial fibrillation) or stroke or angina pectoris)"},
    {'E', "Headache other than migraine or tension headache, gout", "(headache, except (migraine or tension-type headache or gout (as a kind))) / or, read otherwise: ((headache, except (migraine or tension-type headache)) or gout)"},
    {'E', "Cancer other than basal cell carcinoma, cervical cancer", "malignant neoplasm, except (basal cell carcinoma or cervical cancer)"},
    {'I', "Seizures other than febrile, psychosis", "seizure, except (febrile seizure or psychotic disorder (as a kind))"},
    {'E', "Drugs that affect bone other than steroids and heparin", "\"Drugs\" (medication) {about medication (any); \"bone\"}, except not understood (an exception that is not understood): \"steroids and heparin\""},
    {'E', "Allergy except to penicillin, gout", "(allergy, except (penicillin allergy or gout)) / or, read otherwise: ((allergy, except penicillin allergy) or gout)"},
    {'E', "Drugs other than aspirin, gout", "(\"Drugs\" (medication) {about medication (any)}, except (aspirin or gout)) / or, read otherwise: ((\"Drugs\" (medication) {about medication (any)}, except not understood (an exception that is not understood): \"aspirin\") or gout)"},
    {'E', "Kidney disease other than diabetic nephropathy, hypertension", "(kidney disease, except (diabetic nephropathy or hypertension (as a kind))) / or, read otherwise: ((kidney disease, except diabetic nephropathy) or hypertension)"},
};
CHECK_READINGS(reach, more_exceptions)

/* "A, B or C, and D": the commas before "or" are of its list, or of the list that "and" ends. */
static const reading alternatives_before_and_cases[] = {
    {'I', "Gout, asthma or psoriasis, and LVEF > 45%", "(gout or asthma or psoriasis) and left ventricular ejection fraction > 45%"},
    {'I', "Gout, asthma or psoriasis, and epilepsy", "((gout or asthma or psoriasis) and epilepsy) / or, read otherwise: (gout and (asthma or psoriasis) and epilepsy)"},
    {'I', "Gout, asthma, or psoriasis and epilepsy",
     "(gout or asthma or (psoriasis and epilepsy)) / or, read otherwise: ((gout or asthma or psoriasis) and epilepsy) / or, read otherwise: (gout and (asthma or psoriasis) and epilepsy)"},
    {'I', "Gout or asthma, and epilepsy", "(gout or asthma) and epilepsy"},
    {'I', "Age > 21 years, gout or asthma, and LVEF > 45%", "age > 21 years and (gout or asthma) and left ventricular ejection fraction > 45%"},
    {'I', "Gout, asthma, and psoriasis or epilepsy", "gout and asthma and (psoriasis or epilepsy)"},
    {'I', "Gout and ALT or AST > 4 x ULN", "gout and (alanine aminotransferase > 4 x ULN or aspartate aminotransferase > 4 x ULN)"},
};
CHECK_READINGS(reach, alternatives_before_and)

/* Words between two commas, of what kind the thing before them is. */
static const reading kinds_between_commas_cases[] = {
    {'I', "Psoriasis, mild or moderate, without gout", "mild or moderate psoriasis and not gout"},
    {'I', "Psoriasis, severe, and no gout", "severe psoriasis and not gout"},
    {'I', "Epilepsy, recurrent, within 5 months", "recurrent epilepsy within 5 months before the index date"},
    {'I', "Psoriasis, guttate or inverse, for at least 7 months", "psoriasis {\"guttate\"; \"inverse\"} for >= 7 months"},
    {'I', "Psoriasis, severe gout, without asthma", "psoriasis and severe gout and not asthma"},
    {'E', "Psoriasis, severe, uncontrolled gout", "psoriasis or uncontrolled severe gout"},
};
CHECK_READINGS(reach, kinds_between_commas)

/* What the steps of a scale are called asks for nothing. */
static const reading steps_of_a_scale_cases[] = {
    {'I', "MIC of meropenem or imipenem > 3 mg/L (4 mg/L was intermediate and 8 mg/L was resistant)", "meropenem MIC > 3 mg/L or imipenem MIC > 3 mg/L"},
    {'I', "MIC of meropenem > 3 mg/L, of which 4 mg/L is intermediate and > 8 mg/L is resistant", "meropenem MIC > 3 mg/L"},
    {'I', "MIC of meropenem > 3 mg/L (4 mg/L was intermediate)", "meropenem MIC > 3 mg/L and \"intermediate\" {number \"4 mg/L\"}"},
};
CHECK_READINGS(reach, steps_of_a_scale)

/* So much of a drug, or of what does as much. */
static const reading equivalents_cases[] = {
    {'E', "Prednisone > 12 mg/day or equivalent",
     "prednisone at a dose > 12 mg/day or systemic corticosteroid at a dose > 12 mg/day prednisone equivalent"},
    {'E', "Taking prednisone > 12 mg daily or equivalent within 9 days before the first dose",
     "current prednisone at a dose > 12 mg/day within 9 days before treatment start or current systemic corticosteroid at a dose > 12 mg/day prednisone equivalent within 9 days before treatment start"},
    {'E', "Corticosteroids > 12 mg/day prednisolone equivalent", "systemic corticosteroid at a dose > 12 mg/day prednisone equivalent"},
    {'E', "Dexamethasone > 12 mg/day prednisone equivalent", "dexamethasone at a dose > 12 mg/day prednisone equivalent"},
    {'E', "Chronic steroid use (> 12 mg of prednisone or equivalent daily)", "chronic corticosteroid and systemic corticosteroid at a dose > 12 mg prednisone equivalent"},
    {'E', "Prednisone > 12 mg/day", "prednisone at a dose > 12 mg/day"},
};
CHECK_READINGS(reach, equivalents)

/* A result is of all that the test is for. */
static const reading what_a_test_is_for_cases[] = {
    {'E', "Positive drug screen for opioids or cocaine", "positive urine drug screen {about opioid} or positive urine drug screen {about cocaine use}"},
    {'E', "Positive PCR for influenza or gout", "positive polymerase chain reaction {about influenza} or positive polymerase chain reaction {about gout}"},
    {'E', "Positive for cocaine or opioids", "positive cocaine use or positive opioid"},
    {'E', "HIV positive or taking opioids", "human immunodeficiency virus infection or current opioid"},
};
CHECK_READINGS(reach, what_a_test_is_for)

/* "Negative A, B and C": each of them is. */
static const reading negative_lists_cases[] = {
    {'I', "Negative HIV, HBsAg and HCV antibody tests", "negative human immunodeficiency virus infection and negative hepatitis B surface antigen and negative hepatitis C antibody"},
    {'I', "Negative HBsAg, HCV antibody or HIV", "negative hepatitis B surface antigen and negative hepatitis C antibody and negative human immunodeficiency virus infection"},
    {'I', "Negative HIV and positive HBsAg", "negative human immunodeficiency virus infection and positive hepatitis B surface antigen"},
    {'I', "Negative pregnancy test and asthma", "negative pregnancy test and asthma"},
    {'I', "Negative pregnancy test or hysterectomy", "negative pregnancy test or hysterectomy"},
    {'E', "Negative HBsAb or VZV antibody", "negative hepatitis B surface antibody or negative varicella zoster IgG"},
};
CHECK_READINGS(reach, negative_lists)

/* The bound for the other sex behind a semicolon. */
static const reading sexes_behind_a_semicolon_cases[] = {
    {'I', "Hemoglobin > 10.5 g/dL for women; > 12.5 g/dL for men", "(hemoglobin > 10.5 g/dL and female) or (hemoglobin > 12.5 g/dL and male)"},
    {'I', "QTc < 440 ms (men); < 465 ms (women)", "(QTc interval < 440 ms and male) or (QTc interval < 465 ms and female)"},
    {'I', "Age 21-66; > 51 kg", "age from 21 to 66 years and not understood (a number without anything that it measures): \"> 51 kg\""},
};
CHECK_READINGS(reach, sexes_behind_a_semicolon)

/* A limit beside the name of what it defines: what is measured goes without saying, where it can only be one thing. */
static const reading measured_by_cases[] = {
    {'E', "Bradycardia < 52 beats per minute", "heart rate < 52 /min"},
    {'E', "Tachycardia (> 118 bpm)", "heart rate > 118 /min"},
    {'E', "Critical anemia (< 6.5 g/dL)", "hemoglobin < 6.5 g/dL"},
    {'E', "Hyperkalemia > 5.7 mmol/L", "potassium > 5.7 mmol/L"},
    {'E', "Neutropenia < 900/mm3", "neutrophil count < 900 /mm3"},
    {'E', "Uncontrolled hypertension (> 175/95 mmHg)", "systolic blood pressure > 175 mmHg or diastolic blood pressure > 95 mmHg"},
    {'E', "Gout (> 175/95 mmHg)", "not understood (a number without anything that it measures): \"Gout (> 175/95 mmHg)\""},
    {'E', "Hypotension < 85 mmHg", "\"Hypotension\" < 85 mmHg"},
    {'E', "Gout < 85 mmHg", "\"Gout\" < 85 mmHg"},
    {'E', "Systemic corticosteroids for more than 12 consecutive days", "systemic corticosteroid for > 12 days"},
    {'E', "Antibiotics for at least 8 calendar days", "antibiotic for >= 8 days"},
    {'I', "Physician diagnosis of asthma", "confirmed asthma"},
    {'I', "Doctor-diagnosed gout", "confirmed gout"},
};
CHECK_READINGS(reach, measured_by)

/* One age for men and for women. */
static const reading sexes_of_an_age_cases[] = {
    {'I', "Men and non-pregnant women, 31 to 78 years of age", "(male or (not pregnancy and female)) and age from 31 to 78 years"},
    {'I', "Men and non-pregnant women aged 21 to 66 years", "(male or (not pregnancy and female)) and age from 21 to 66 years"},
    {'I', "Male or non-pregnant female aged 21 years or older", "(male or (not pregnancy and female)) and age >= 21 years"},
    {'I', "Men aged 21 to 66 years and women aged 21 to 61 years", "(age from 21 to 66 years and male) or (age from 21 to 61 years and female)"},
    {'I', "Men and non-pregnant women", "male or (not pregnancy and female)"},
};
CHECK_READINGS(reach, sexes_of_an_age)

/* The time of a stay in hospital may be meant of the illness before it. */
static const reading stays_behind_states_cases[] = {
    {'E', "Heart failure or hospitalization within 5 months",
     "(heart failure or hospitalization within 5 months before the index date) / or, read otherwise: (heart failure within 5 months before the index date or hospitalization within 5 months before the index date)"},
    {'E', "Stroke or hospitalization within 5 months", "stroke within 5 months before the index date or hospitalization within 5 months before the index date"},
};
CHECK_READINGS(reach, stays_behind_states)

/* A time in a bracket before the first of a list. */
static const reading times_before_a_list_cases[] = {
    {'E', "Recent (within 25 days) myocardial infarction or PCI",
     "recent myocardial infarction within 25 days before the index date or percutaneous coronary intervention within 25 days before the index date"},
    {'E', "Recent (within 25 days) surgery or history of stroke", "recent surgery within 25 days before the index date or history of stroke"},
};
CHECK_READINGS(reach, times_before_a_list)

/* What somebody is unable to do, behind a denial and "or"; a denial that goes on behind a full stop. */
static const reading denials_that_go_on_cases[] = {
    {'I', "No asthma or unable to exercise",
     "not (asthma or for a person to judge (inability): \"unable to exercise\") / or, read otherwise: (not asthma or for a person to judge (inability): \"unable to exercise\")"},
    {'E', "No asthma or unable to exercise",
     "not asthma or for a person to judge (inability): \"unable to exercise\""},
    {'I', "No asthma and able to exercise",
     "not asthma and for a person to judge (ability): \"able to exercise\""},
    {'I', "Not willing to exercise or unable to walk",
     "for a person to judge (refusal): \"Not willing to exercise\" or for a person to judge (inability): \"unable to walk\""},
    {'I', "No gout. Nor asthma.", "not (gout or asthma)"},
    {'I', "No history of gout. Nor of asthma.", "not (history of gout or history of asthma)"},
    {'I', "Not pregnant. Nor breastfeeding.", "not (pregnancy or lactation)"},
    {'I', "No gout. Asthma.", "not gout and asthma"},
    {'I', "No gout; or asthma", "(not gout or asthma) / or, read otherwise: not (gout or asthma)"},
    {'I', "No fever; cough; or gout",
     "(not fever or cough or gout) / or, read otherwise: (not fever and (cough or gout)) / or, read otherwise: not (fever or cough or gout)"},
    {'I', "Gout; or asthma", "gout or asthma"},
};
CHECK_READINGS(reach, denials_that_go_on)

/* What is said not to be so of a thing is neither its time nor its tense. */
static const reading not_so_cases[] = {
    {'E', "Gout, not active", "gout {\"not active\"}"},
    {'E', "Gout that is not active", "gout {\"not\"; \"active\"}"},
    {'E', "Gout which is not active", "gout {\"not\"}"},
    {'E', "Gout that is not planned for surgery", "gout {\"not\"; \"planned for\"; about surgery}"},
    {'E', "Gout which is not within the last 3 months", "gout {\"is not\"; time \"within the last 3 months\"}"},
    {'E', "Gout which is active", "current gout"},
    {'I', "In-active gout", "gout {\"In-active\"}"},
    {'I', "In active rehabilitation", "current rehabilitation"},
    {'E', "Non-active gout", "gout and not gout {\"active\"}"},
    {'I', "No active gout", "not current gout"},
};
CHECK_READINGS(reach, not_so)

/* How long something was treated is not how long it has lasted, but where it is at least so long. */
static const reading treated_so_long_cases[] = {
    {'E', "Deep vein thrombosis treated for less than 2 days", "treated deep vein thrombosis {time \"for less than 2 days\"}"},
    {'E', "Hypothyroidism on treatment for less than 3 months", "treated hypothyroidism {time \"for less than 3 months\"}"},
    {'I', "Tuberculosis treated for at least 6 months", "treated tuberculosis for >= 6 months"},
    {'E', "Stroke treated within 3 months", "treated stroke within 3 months before the index date"},
};
CHECK_READINGS(reach, treated_so_long)

/* What any condition goes with says which is meant. */
static const reading conditions_that_go_with_cases[] = {
    {'E', "Any medical condition associated with bleeding",
     "\"medical condition\" {about disease; about hemorrhage}"},
    {'E', "Stroke, or diseases associated with gout",
     "stroke or \"diseases\" {about disease; about gout}"},
    {'E', "Asthma associated with gout", "asthma and gout"},
    {'E', "Symptoms consistent with gout", "\"Symptoms\" {about symptom; about gout}"},
    {'E', "Concern about gout", "\"Concern\" {about gout}"},
    {'E', "Any medical condition with gout", "\"medical condition\" {about disease} and gout"},
};
CHECK_READINGS(reach, conditions_that_go_with)

/* What is tied to the noun of several adjectives is said of all of them. */
static const reading of_one_noun_cases[] = {
    {'I', "Relapsed or refractory lymphoma with ECOG 0-2", "(relapsed lymphoma or refractory lymphoma) and ECOG performance status from 0 to 2"},
    {'I', "Relapsed, refractory or progressive lymphoma with ECOG 0-2", "(relapsed lymphoma or refractory lymphoma or lymphoma {\"progressive\"}) and ECOG performance status from 0 to 2"},
    {'I', "Unresectable or metastatic melanoma without brain metastases", "(unresectable malignant melanoma or metastatic malignant melanoma) and not brain metastasis"},
    {'I', "Asthma or COPD with FEV1 < 80%", "((asthma or chronic obstructive pulmonary disease) and FEV1 < 80%) / or, read otherwise: (asthma or (chronic obstructive pulmonary disease and FEV1 < 80%))"},
    {'I', "Recurrent or metastatic lung cancer with gout or asthma", "((recurrent lung cancer or metastatic lung cancer) and (gout or asthma)) / or, read otherwise: (recurrent lung cancer or (metastatic lung cancer and gout) or asthma)"},
    {'E', "Relapsed or refractory lymphoma with asthma", "(relapsed lymphoma or refractory lymphoma) and asthma"},
};
CHECK_READINGS(reach, of_one_noun)

/* People of two sorts: nobody needs to be of both. */
static const reading people_and_all_others_cases[] = {
    {'I', "Women over 66 and all men", "(age > 66 years and female) or male"},
    {'I', "Smokers and all diabetics", "current smoker or diabetes mellitus"},
    {'I', "All smokers and all patients over 52", "current smoker or age > 52 years"},
    {'I', "All patients with gout and all patients with hepatitis C", "gout or hepatitis c"},
    {'I', "Patients over 52 and patients with gout", "(age > 52 years and gout) / or, read otherwise: (age > 52 years or gout)"},
    {'I', "All patients must be over 52 and all patients must have gout", "not understood (a number without anything that it measures): \"over 52\" and gout"},
    {'I', "All patients have gout and all patients have asthma", "gout and asthma"},
    {'I', "All patients with gout and age > 52", "gout and age > 52 years"},
    {'I', "Patients over 22 and patients under 72", "age > 22 years and age < 72 years"},
    {'I', "Pregnant women and all children", "pregnancy or \"children\""},
    {'E', "Women with gout and all diabetics", "(female and gout) or diabetes mellitus"},
    {'E', "Women with gout and patients with asthma", "(female and gout) or asthma"},
    {'I', "Women with gout and patients with asthma", "((female and gout) or asthma) / or, read otherwise: (female and (gout and asthma))"},
    {'I', "Age over 20 and all laboratory values normal", "age > 20 years and \"laboratory\" {result \"normal\"}"},
    {'E', "Women with gout and diabetes", "female and (gout or diabetes mellitus)"},
    {'I', "HIV infection and all vaccinations", "human immunodeficiency virus infection and vaccine"},
};
CHECK_READINGS(reach, people_and_all_others)

/* What one of two things is called again, or which verb stands behind the last, leaves open what is said of both. */
static const reading past_one_of_two_cases[] = {
    {'E', "Severe asthma or heart failure (HF)", "(severe asthma or heart failure) / or, read otherwise: (severe asthma or severe heart failure)"},
    {'E', "Severe or uncontrolled psoriasis or COPD (chronic obstructive pulmonary disease)", "(severe psoriasis or uncontrolled psoriasis or chronic obstructive pulmonary disease) / or, read otherwise: (severe psoriasis or uncontrolled psoriasis or uncontrolled chronic obstructive pulmonary disease)"},
    {'E', "Severe asthma or heart failure (LVEF < 30 %)", "(severe asthma or (left ventricular ejection fraction < 30% / or, read otherwise: (heart failure and left ventricular ejection fraction < 30%))) / or, read otherwise: ((severe asthma or heart failure) and left ventricular ejection fraction < 30%)"},
    {'E', "A pacemaker or a pump which hides the liver", "(cardiac pacemaker or \"pump\" {\"hides\"; \"liver\"}) / or, read otherwise: (cardiac pacemaker {\"hides\"} or \"pump\" {\"hides\"; \"liver\"})"},
    {'E', "Gout or a scar that covers the target area", "(gout or \"scar\" {\"covers\"; \"target\"; \"area\"}) / or, read otherwise: (gout {\"covers\"} or \"scar\" {\"covers\"; \"target\"; \"area\"})"},
    {'E', "Gout, or a scar that covers the target area", "gout or \"scar\" {\"covers\"; \"target\"; \"area\"}"},
    {'E', "Gout or any disease that covers the joint", "gout or \"disease\" {about disease; \"covers\"; \"joint\"}"},
    {'E', "Difficult mask ventilation/intubation", "(difficult mask ventilation or endotracheal intubation) / or, read otherwise: (difficult mask ventilation or difficult airway)"},
    {'E', "Difficult mask ventilation or pneumonia", "difficult mask ventilation or pneumonia"},
    {'E', "Hospitalisation for respiratory, metabolic or cardiovascular events", "(hospitalization {\"respiratory\"} or \"metabolic\" or cardiovascular event) / or, read otherwise: (hospitalization {\"respiratory\"} or \"metabolic\" or cardiovascular event {\"Hospitalisation for\"})"},
    {'E', "Hospitalisation for respiratory, metabolic or cardiovascular events (< 3 months)", "(hospitalization {\"respiratory\"} or \"metabolic\" for < 3 months or cardiovascular event within less than 3 months before the index date) / or, read otherwise: (hospitalization {\"respiratory\"} within less than 3 months before the index date or \"metabolic\" for < 3 months or cardiovascular event {\"Hospitalisation for\"} within less than 3 months before the index date)"},
};
CHECK_READINGS(reach, past_one_of_two)

/* An allergy to what is used in the study is none to other drugs. */
static const reading drugs_of_the_study_cases[] = {
    {'E', "Hypersensitivity or resistance to the drugs used in the study", "drug allergy {\"used\"; \"study\"} or \"resistance\" {about medication (any); \"used\"; \"study\"}"},
    {'E', "Hypersensitivity, allergic response, intolerance to drugs (fentanyl, lidocaine)", "drug allergy {about \"fentanyl\"} or drug allergy {about \"fentanyl\"} or (\"intolerance\" {about medication (any)} or \"intolerance: fentanyl\" {about fentanyl; \"example\"} or \"intolerance: lidocaine\" {about lidocaine; \"example\"})"},
    {'E', "Hypersensitivity, allergic response or intolerance to opioids", "opioid allergy or opioid allergy or \"intolerance\" {about opioid}"},
    {'E', "Allergy or contraindications to misoprostol (uterine surgery)", "allergy {about misoprostol} or for a person to judge (safety): \"contraindications to misoprostol (uterine surgery)\""},
    {'E', "Allergy, gout, intolerance to aspirin", "allergy or gout or \"intolerance\" {about aspirin}"},
};
CHECK_READINGS(reach, drugs_of_the_study)

/* What people "have" behind a past is of today. */
static const reading verbs_of_their_own_cases[] = {
    {'E', "Patients who had a stroke or have diabetes", "history of stroke or diabetes mellitus"},
    {'E', "Patients who have had surgery or who have gout", "history of surgery or gout"},
    {'E', "Patients who have had a transfusion within 1 month and patients having dialysis", "history of blood transfusion within 1 month before the index date or dialysis"},
    {'E', "History of stroke and patients with gout", "history of stroke or gout"},
    {'E', "Had a stroke, gout or asthma", "history of stroke or history of gout or history of asthma"},
    {'E', "History of stroke or gout", "history of stroke or history of gout"},
    {'E', "Previously treated with insulin or have gout", "history of insulin or gout"},
    {'E', "Have had a stroke or have had gout", "history of stroke or history of gout"},
};
CHECK_READINGS(reach, verbs_of_their_own)

static const reading besides_the_last_cases[] = {
    {'E', "Prior immunotherapy or another PD-1 inhibitor besides nivolumab", "(history of cancer immunotherapy or (history of other PD-1 inhibitor, except nivolumab)) / or, read otherwise: ((history of cancer immunotherapy or history of other PD-1 inhibitor), except nivolumab)"},
    {'E', "Chemotherapy or another PD-1 inhibitor besides nivolumab", "(chemotherapy or other PD-1 inhibitor), except nivolumab"},
    {'E', "Gout or any other skin disease except psoriasis", "(gout or other skin disease), except psoriasis"},
    {'E', "Arthritis or another joint disease besides gout", "(arthritis or (other joint disease, except gout)) / or, read otherwise: ((arthritis or other joint disease), except gout)"},
};
CHECK_READINGS(reach, besides_the_last)

static const reading why_admitted_cases[] = {
    {'I', "Admitted with pneumonia", "hospitalization and pneumonia"},
    {'I', "Admitted for heart failure", "hospitalization {about heart failure}"},
    {'I', "Admitted to the hospital for stroke", "hospitalization {about stroke}"},
    {'E', "Patients admitted for asthma or COPD", "hospitalization {about asthma} or hospitalization {about chronic obstructive pulmonary disease}"},
};
CHECK_READINGS(reach, why_admitted)

/* Verbs that say no more than that somebody has it, or takes it. */
static const reading said_with_a_verb_cases[] = {
    {'E', "Patients who take antiviral drugs", "current antiviral"},
    {'E', "Experiencing a bleeding disorder", "bleeding disorder"},
    {'E', "Those who report having gout", "gout"},
    {'E', "Who sustained a hip fracture", "history of hip fracture"},
    {'E', "Sustained ventricular tachycardia", "sustained ventricular tachycardia"},
    {'E', "Sustained hypertension", "hypertension {\"Sustained\"}"},
    {'E', "Will start methotrexate", "planned methotrexate"},
    {'E', "Plans to start insulin for gout", "planned insulin {about gout}"},
    {'E', "Cardiac pacemaker in situ", "cardiac pacemaker"},
    {'E', "Carcinoma in situ", "carcinoma in situ"},
    {'E', "In situ breast cancer", "breast cancer {\"situ\"}"},
    {'E', "Pregnant ladies", "pregnancy"},
    {'E', "Elective or emergency abdominal surgery", "abdominal surgery"},
    {'E', "Elective abdominal surgery", "abdominal surgery {\"Elective\"}"},
};
CHECK_READINGS(reach, said_with_a_verb)

static const reading names_in_use_cases[] = {
    {'I', "English speaker", "speaks English"},
    {'I', "Single fetus pregnancy", "singleton pregnancy"},
    {'E', "Allogenic stem cell transplant", "allogeneic stem cell transplantation"},
    {'E', "Small bowel malabsorption", "malabsorption syndrome"},
    {'E', "Pregnant or nursing females", "pregnancy or lactation"},
    {'E', "Prior treatment with a poly (ADP-ribose) polymerase (PARP) inhibitor", "history of PARP inhibitor"},
    {'E', "Plans to get pregnant", "planning pregnancy"},
    {'E', "Pregnant or planning pregnancy over the course of the study", "pregnancy or planning pregnancy"},
    {'I', "Physical status ASA I-II", "ASA physical status 1 or 2"},
    {'E', "Pre-gestational diabetes", "pregestational diabetes"},
    {'E', "Aspects of pregnancy", "\"Aspects\" {about pregnancy}"},
    {'E', "ASPECTS < 6", "Alberta Stroke Program Early CT Score < 6"},
    {'E', "Complaining of vertigo", "vertigo"},
    {'E', "Residing in an urban area", "urban residence"},
    {'E', "Regularly taking anticoagulants", "regular anticoagulant"},
    {'E', "Gastro-intestinal disorder", "gastrointestinal disease"},
};
CHECK_READINGS(reach, names_in_use)

/* A word nobody knows stays with its own thing where the next begins with an article. */
static const reading words_of_one_alone_cases[] = {
    {'E', "Multiple drug allergies or an allergy to aspirin", "drug allergy {\"Multiple\"} or aspirin allergy"},
    {'E', "Scaly eczema or active herpes simplex infection", "dermatitis {\"Scaly\"} or current herpes simplex infection"},
    {'E', "Scaly eczema or herpes simplex infection", "dermatitis {\"Scaly\"} or herpes simplex infection {\"Scaly\"}"},
    {'E', "Gout or eczema of the hand", "gout {\"hand\"} or hand eczema"},
    {'E', "Taking heparin or experiencing any bleeding disorder", "current heparin or current bleeding disorder"},
    {'E', "Heparin or latex allergy", "(heparin or latex allergy) / or, read otherwise: (heparin allergy or latex allergy)"},
};
CHECK_READINGS(reach, words_of_one_alone)

static const reading women_with_a_definition_cases[] = {
    {'I', "Women with obesity defined as BMI > 30 kg/m2", "female and body mass index > 30 kg/m2"},
    {'E', "Men with anemia defined as hemoglobin < 10 g/dL", "male and hemoglobin < 10 g/dL"},
    {'I', "Obesity defined as BMI > 30 kg/m2", "body mass index > 30 kg/m2"},
};
CHECK_READINGS(reach, women_with_a_definition)

static const reading first_words_of_three_cases[] = {
    {'E', "Viral hepatitis, pneumonia or meningitis", "(viral hepatitis or pneumonia or meningitis) / or, read otherwise: (viral hepatitis or viral pneumonia or viral meningitis)"},
    {'E', "Food allergies or hypersensitivity", "(food allergy or allergy) / or, read otherwise: (food allergy or food allergy)"},
    {'E', "Pulmonary hypertension or hypertension", "pulmonary hypertension or hypertension"},
    {'E', "Viral hepatitis, pneumonia, gout", "viral hepatitis or pneumonia or gout"},
};
CHECK_READINGS(reach, first_words_of_three)

static const reading in_the_current_time_cases[] = {
    {'E', "Has had ECT or has taken ketamine within the current depressive episode", "history of electroconvulsive therapy {time \"within the current depressive episode\"} or history of ketamine {time \"within the current depressive episode\"}"},
    {'E', "Surgery within the current admission", "surgery {time \"within the current admission\"}"},
    {'E', "Stroke during the current pregnancy", "stroke {time \"during the current pregnancy\"}"},
    {'E', "Aspirin in current smokers", "aspirin {about current smoker}"},
    {'E', "History of gout or surgery, and these conditions can affect absorption", "((history of gout or history of surgery) and for a person to judge (ability): \"can affect absorption\") / or, read otherwise: (history of gout or (history of surgery and for a person to judge (ability): \"can affect absorption\"))"},
    {'E', "History of gout or surgery, which can affect absorption", "((history of gout or history of surgery) and for a person to judge (ability): \"can affect absorption\") / or, read otherwise: (history of gout or (history of surgery and for a person to judge (ability): \"can affect absorption\"))"},
    {'E', "Surgery in presence of infection", "infection and surgery"},
    {'E', "Change in use of steroids", "current \"Change\" {about corticosteroid}"},
    {'E', "Previous inclusion in the present study", "history of \"study\""},
};
CHECK_READINGS(reach, in_the_current_time)

static const reading own_times_of_verbs_cases[] = {
    {'E', "Gout or have had a stroke within 6 months", "gout or history of stroke within 6 months before the index date"},
    {'E', "Patients who have had surgery or have had a stroke within 6 months", "(history of surgery or history of stroke within 6 months before the index date) / or, read otherwise: (history of surgery within 6 months before the index date or history of stroke within 6 months before the index date)"},
    {'E', "Surgery or have had a stroke within 6 months", "(surgery or history of stroke within 6 months before the index date) / or, read otherwise: (surgery within 6 months before the index date or history of stroke within 6 months before the index date)"},
    {'E', "Allergy to IV furosemide", "allergy {about furosemide}"},
};
CHECK_READINGS(reach, own_times_of_verbs)

/* People of some age behind what they are: both are asked for. */
static const reading adults_who_are_cases[] = {
    {'I', "Community-dwelling adults aged 72 or older", "age >= 72 years and community-dwelling"},
    {'I', "Ambulatory adults aged 22 to 62", "age from 22 to 62 years and able to walk"},
    {'E', "Hospitalized children aged 2 to 12", "age from 2 to 12 years and hospitalization"},
    {'I', "Smoking adults over 42", "age > 42 years and current smoker"},
    {'I', "Obese adults over 42", "age > 42 years and obesity"},
    {'I', "Adults aged 22 to 62", "age from 22 to 62 years"},
};
CHECK_READINGS(reach, adults_who_are)
