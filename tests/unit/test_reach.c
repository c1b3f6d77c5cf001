/* Limits that differ by a condition, who never had a treatment, and other words whose reach is easily taken too far. */
#include "tests/unit/readings.h"

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
    {'I', "Statin-naive or on stable ezetimibe", "not history of statin or stable ezetimibe"},
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
    {'E', "Need for non-invasive ventilation", "noninvasive ventilation {\"needed\"}"},
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
