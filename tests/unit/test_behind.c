/* What stands behind a thing and turns it: a denial, an "unless", another time. */
#include "tests/unit/readings.h"

/* "Ruled out", "absent", "not detected", said behind a thing, deny it, and nothing else; how it was found out asks for nothing. */
static const reading denied_behind_cases[] = {
    {'I', "Appendicitis ruled out", "not appendicitis"},
    {'I', "Appendicitis ruled out by ultrasound", "not appendicitis"},
    {'I', "Appendicitis has been ruled out by CT or MRI", "not appendicitis"},
    {'I', "Pregnancy must be ruled out by serum hCG", "not pregnancy"},
    {'I', "Dengue was not detected by PCR", "not dengue fever"},
    {'I', "Fracture not identified by X-ray", "not bone fracture"},
    {'I', "Sarcoidosis was not found on chest X-ray", "not sarcoidosis"},
    {'I', "Cough with sarcoidosis ruled out", "cough and not sarcoidosis"},
    {'I', "Sarcoidosis ruled out and cough", "not sarcoidosis and cough"},
    {'I', "Cough, sarcoidosis absent, and gout", "cough and not sarcoidosis and gout"},
    {'I', "Cough and sarcoidosis ruled out", "not (cough or sarcoidosis) / or, read otherwise: (cough and not sarcoidosis)"},
    {'I', "Dengue and influenza must be ruled out", "not (dengue fever or influenza)"},
    {'I', "Absent spleen", "not \"spleen\""},
    {'I', "Gout, asthma not controlled by salbutamol", "((gout and uncontrolled asthma {about salbutamol}) / or, read otherwise: (gout or uncontrolled asthma {about salbutamol})) / or, read otherwise: ((uncontrolled gout and uncontrolled asthma {about salbutamol}) / or, read otherwise: (uncontrolled gout or uncontrolled asthma {about salbutamol}))"},
    /* what it is of, or whether it is, is open */
    {'I', "Cough in whom sarcoidosis was ruled out", "not not understood (more is said at once than is read as one clause): \"Cough in whom sarcoidosis was ruled out\""},
    {'I', "Appendicitis ruled out as the cause of pain", "not not understood (more is said at once than is read as one clause): \"Appendicitis ruled out as the cause of pain\""},
    {'E', "Pregnancy was not ruled out", "not understood (more is said at once than is read as one clause): \"Pregnancy was not ruled out\""},
};
CHECK_READINGS(behind, denied_behind)

/* "Excluded" in a condition is "ruled out"; elsewhere it says who is left out. */
static const reading excluded_in_a_condition_cases[] = {
    {'E', "Hematuria unless bladder cancer was excluded", "hematuria, except not bladder cancer"},
    {'E', "Hematuria unless bladder cancer has been excluded by cystoscopy", "hematuria, except not bladder cancer"},
    {'E', "Hematuria unless bladder cancer and cystitis have been excluded", "hematuria, except (not (bladder cancer or cystitis) / or, read otherwise: (bladder cancer and not cystitis))"},
    {'I', "Endometrial thickness > 6 mm if endometrial cancer has been excluded", "if not endometrial cancer, then endometrial thickness > 6 mm"},
    {'I', "Appendicitis excluded by ultrasound", "not appendicitis {about ultrasonography}"},
    {'E', "Appendicitis will be excluded", "appendicitis"},
    {'I', "If pregnant, excluded", "not pregnancy"},
};
CHECK_READINGS(behind, excluded_in_a_condition)

/* So long, or so recently: either is enough. */
static const reading so_long_or_so_recent_cases[] = {
    {'E', "Use of denosumab for > 2 years, or within the last 8 months", "current denosumab for > 2 years or current denosumab within 8 months before the index date"},
    {'E', "Denosumab within the last 8 months or for > 2 years", "denosumab within 8 months before the index date or denosumab for > 2 years"},
    {'E', "Prednisone > 20 mg/day for more than 3 weeks or within 10 days", "prednisone at a dose > 20 mg/day for > 3 weeks or prednisone at a dose > 20 mg/day within 10 days before the index date"},
    {'E', "Severe gout for > 4 months or within 2 years of screening", "severe gout for > 4 months or severe gout within 2 years before screening"},
    {'E', "Gout diagnosed before age 40 or for at least 12 years", "confirmed gout {time \"before age 40\"} or confirmed gout for >= 12 years"},
    {'E', "Hospital stay of more than 4 days or within 20 days", "(hospitalization for > 4 days or hospitalization within 20 days before the index date) / or, read otherwise: (hospitalization for > 4 days within 20 days before the index date or hospitalization within 20 days before the index date)"},
    {'E', "Denosumab for > 2 years and within the last 8 months", "denosumab for > 2 years within 8 months before the index date"},
    {'E', "Denosumab for > 2 years within the last 8 years", "denosumab for > 2 years within 8 years before the index date"},
    {'E', "Methotrexate within 2 months or more than 3 years ago", "methotrexate within 2 months before the index date or methotrexate more than 3 years before the index date"},
};
CHECK_READINGS(behind, so_long_or_so_recent)

/* A diagnosis of nothing that is named is a point in time that no record tells, and no certainty. */
static const reading within_some_time_of_diagnosis_cases[] = {
    {'I', "Radiotherapy within 5 weeks of diagnosis", "radiotherapy from 5 weeks before to 5 weeks after \"diagnosis\""},
    {'I', "Radiotherapy within 5 weeks from diagnosis", "radiotherapy from 5 weeks before to 5 weeks after \"diagnosis\""},
    {'I', "Radiotherapy within 5 weeks after diagnosis", "radiotherapy within 5 weeks after \"diagnosis\""},
    {'I', "Radiotherapy within 5 weeks of the diagnosis of lymphoma", "radiotherapy from 5 weeks before to 5 weeks after lymphoma"},
    {'I', "Lymphoma diagnosed within 5 weeks", "confirmed lymphoma within 5 weeks before the index date"},
    {'I', "Diagnosis of lymphoma within 5 weeks", "confirmed lymphoma within 5 weeks before the index date"},
};
CHECK_READINGS(behind, within_some_time_of_diagnosis)

/* How something must be, and for how long, is no record's to tell; it narrows nothing that stands before it. */
static const reading unless_it_is_so_for_some_time_cases[] = {
    {'E', "Syphilis or hepatitis B unless treated for at least 5 months", "(syphilis or (hepatitis b, except not understood (an exception that is not understood): \"treated for at least 5 months\")) / or, read otherwise: ((syphilis or hepatitis b), except not understood (an exception that is not understood): \"treated for at least 5 months\")"},
    {'E', "Active or latent tuberculosis unless treated for at least 5 months", "(current tuberculosis or (current latent tuberculosis infection, except not understood (an exception that is not understood): \"treated for at least 5 months\")) / or, read otherwise: ((current tuberculosis or current latent tuberculosis infection), except not understood (an exception that is not understood): \"treated for at least 5 months\")"},
    {'E', "Brain metastases unless stable for at least 5 weeks and off steroids", "brain metastasis, except not understood (an exception that is not understood): \"stable for at least 5 weeks and off steroids\""},
    {'E', "Hypertension, unless controlled for more than 5 months", "hypertension, except not understood (an exception that is not understood): \"controlled for more than 5 months\""},
    {'E', "Gout unless treated with allopurinol for 5 months", "gout, except history of allopurinol for >= 5 months"},
    {'E', "Active or latent tuberculosis except treated", "(current tuberculosis or current latent tuberculosis infection), except not understood (an exception that is not understood): \"treated\""},
    {'E', "Active or latent tuberculosis requiring prednisone", "current tuberculosis {about prednisone} or current latent tuberculosis infection {about prednisone}"},
};
CHECK_READINGS(behind, unless_it_is_so_for_some_time)

/* A time behind the second of two things that a comma parts may be of that one alone; what was "ever" has no other time. */
static const reading time_of_the_second_cases[] = {
    {'E', "Prior heart transplant, or kidney transplant within 80 days", "(history of heart transplantation or history of kidney transplantation within 80 days before the index date) / or, read otherwise: (history of heart transplantation within 80 days before the index date or history of kidney transplantation within 80 days before the index date)"},
    {'E', "Stroke ever or pneumonia within 4 months", "history of stroke or pneumonia within 4 months before the index date"},
    {'E', "Stroke (ever), or pneumonia within 4 months", "history of stroke or pneumonia within 4 months before the index date"},
    {'E', "Stroke at any time, or pneumonia within 4 months", "history of stroke or pneumonia within 4 months before the index date"},
    {'E', "Stroke or pneumonia within 4 months", "stroke within 4 months before the index date or pneumonia within 4 months before the index date"},
    {'E', "Stroke, pneumonia, or sepsis within 4 months", "stroke within 4 months before the index date or pneumonia within 4 months before the index date or sepsis within 4 months before the index date"},
    {'E', "Stroke within 2 years, or pneumonia within 4 months", "stroke within 2 years before the index date or pneumonia within 4 months before the index date"},
};
CHECK_READINGS(behind, time_of_the_second)

/* "> 48 h before": begun so long ago, or going on for so long; an operation is over. */
static const reading so_long_before_cases[] = {
    {'E', "Mechanical ventilation > 36 h before randomization", "mechanical ventilation more than 36 hours before randomization / or, read otherwise: mechanical ventilation for > 36 hours within 36 hours before randomization"},
    {'E', "Intubated more than 36 hours prior to enrollment", "endotracheal intubation more than 36 hours before enrollment / or, read otherwise: endotracheal intubation for > 36 hours within 36 hours before enrollment"},
    {'E', "Hospitalized > 5 days before screening", "hospitalization more than 5 days before screening / or, read otherwise: hospitalization for > 5 days within 5 days before screening"},
    {'E', "Mechanical ventilation for > 36 h before randomization", "mechanical ventilation for > 36 hours within 36 hours before randomization"},
    {'E', "Surgery > 36 weeks before randomization", "surgery more than 36 weeks before randomization"},
    {'E', "Mechanical ventilation within 36 h before randomization", "mechanical ventilation within 36 hours before randomization"},
};
CHECK_READINGS(behind, so_long_before)

/* What stands "with" behind an event that a time is counted from is asked for beside it. */
static const reading with_behind_an_event_cases[] = {
    {'I', "2-5 months post stroke with neglect", "stroke from 5 months before to 2 months before the index date and \"neglect\""},
    {'I', "Within 5 months of stroke with aphasia", "stroke within 5 months before the index date and aphasia"},
    {'I', "At least 2 years after kidney transplantation with proteinuria", "kidney transplantation at least 2 years before the index date and not kidney transplantation within less than 2 years before the index date and proteinuria"},
    {'I', "Patients 2-5 months after stroke who have aphasia", "stroke from 5 months before to 2 months before the index date and aphasia"},
    {'I', "Within 5 months of treatment with rituximab", "rituximab within 5 months before the index date"},
    {'E', "Pneumonia within 5 weeks of stroke with dysphagia", "pneumonia from 5 weeks before to 5 weeks after stroke and dysphagia"},
};
CHECK_READINGS(behind, with_behind_an_event)

/* A bracket that names something others have, too, says what is meant, or what is asked of whoever has the thing. */
static const reading defined_loosely_cases[] = {
    {'I', "Malnutrition (BMI < 15 or edema)", "(body mass index < 15 or edema) / or, read otherwise: (malnutrition and (body mass index < 15 or edema)) / or, read otherwise: (malnutrition or (body mass index < 15 or edema))"},
    {'I', "Renal failure (creatinine > 4 mg/dL or dialysis)", "serum creatinine > 4 mg/dL or dialysis"},
    {'I', "Obesity (BMI > 33)", "body mass index > 33"},
};
CHECK_READINGS(behind, defined_loosely)

/* What is said behind the point of the study that a time is counted from is said of the thing. */
static const reading behind_a_point_of_the_study_cases[] = {
    {'E', "Asthma exacerbation within 4 months of screening requiring prednisone", "asthma exacerbation {about prednisone} within 4 months before screening"},
    {'E', "Infection within 5 weeks before randomization requiring antibiotics", "infection {about antibiotic} within 5 weeks before randomization"},
    {'E', "Bleeding within 4 months before screening leading to hospitalization", "hemorrhage {about hospitalization} within 4 months before screening"},
    {'E', "Infection within 5 weeks prior to enrollment treated with antibiotics", "infection within 5 weeks before enrollment and history of antibiotic"},
    {'E', "Kidney transplant within 2 years of enrollment taking tacrolimus", "kidney transplantation within 2 years before enrollment and current tacrolimus"},
    {'E', "Deep vein thrombosis within 4 months of randomization on warfarin", "deep vein thrombosis within 4 months before randomization and current warfarin"},
    {'E', "Fracture within 10 months of baseline due to osteoporosis", "bone fracture {about osteoporosis} within 10 months before baseline"},
    {'E', "Infection within 3 weeks prior to consent requiring antibiotics", "infection {about antibiotic} within 3 weeks before consent"},
    {'E', "Stroke within 4 months prior to inclusion causing disability", "stroke {about disability} within 4 months before study entry"},
    {'E', "Surgery within 3 weeks before consent for the study", "surgery within 3 weeks before consent"},
    {'E', "Surgery within 25 days of first dose with the investigational product", "surgery within 25 days before treatment start"},
    {'E', "Surgery within 5 weeks before first treatment with rituximab", "surgery within 5 weeks before treatment start"},
    {'E', "Radiotherapy within 5 weeks of last dose of prior chemotherapy", "radiotherapy from 5 weeks before to 5 weeks after chemotherapy"},
    {'E', "Surgery within 25 days of the planned first dose", "surgery within 25 days before treatment start"},
    {'E', "Infection within 3 weeks of screening with persistent fever", "infection within 3 weeks before screening and persistent fever"},
    {'E', "Surgery within 5 weeks of enrollment in the current study", "surgery within 5 weeks before enrollment"},
    {'E', "Surgery within 5 weeks of the first dose of study drug", "surgery within 5 weeks before treatment start"},
};
CHECK_READINGS(behind, behind_a_point_of_the_study)

/* What is said behind a bracket is said of what the bracket names, too. */
static const reading behind_a_bracket_cases[] = {
    {'E', "Anemia (hemoglobin < 9 g/dL) after surgery", "hemoglobin < 9 g/dL after \"surgery\""},
    {'E', "Anemia (hemoglobin < 9 g/dL or hematocrit < 27%) within 2 months", "hemoglobin < 9 g/dL within 2 months before the index date or hematocrit < 27% within 2 months before the index date"},
    {'E', "Arrhythmia (i.e. ventricular tachycardia, atrial fibrillation) requiring amiodarone", "cardiac arrhythmia {about amiodarone} or ventricular tachycardia {about amiodarone} or atrial fibrillation {about amiodarone}"},
    {'E', "Arrhythmia (i.e. ventricular tachycardia or atrial fibrillation) for at least 2 months", "cardiac arrhythmia for >= 2 months or ventricular tachycardia for >= 2 months or atrial fibrillation for >= 2 months"},
    {'E', "Complications of diabetes, such as neuropathy", "diabetic complication {example neuropathy}"},
};
CHECK_READINGS(behind, behind_a_bracket)

/* Two times, of which one is looked at; and what is said behind a limit, of more than its degree. */
static const reading more_is_said_behind_cases[] = {
    {'E', "Surgery within 2 months of screening after chemotherapy", "surgery {time \"after chemotherapy\"} within 2 months before screening"},
    {'E', "Heparin prior to bypass surgery within the last 5 days", "heparin {time \"prior to bypass surgery\"} within 5 days before the index date"},
    {'E', "Hyponatremia (sodium < 127 mEq/L), untreated", "sodium < 127 meq/L and not understood (what is said behind the bracket is not understood): \"untreated\""},
    {'E', "Severe hyponatremia (sodium < 127 mEq/L)", "sodium < 127 meq/L"},
    {'E', "Anemia (hemoglobin < 9 g/dL) of unknown cause", "hemoglobin < 9 g/dL and not understood (what is said behind the bracket is not understood): \"unknown cause\""},
};
CHECK_READINGS(behind, more_is_said_behind)

/* A difference from what somebody had before, or should have, is no value. */
static const reading differences_cases[] = {
    {'I', "SOFA score >= 3 points above baseline", "SOFA score {compared \"above baseline\"} >= 3 points"},
    {'I', "Creatinine > 0.4 mg/dL above baseline", "serum creatinine {compared \"above baseline\"} > 0.4 mg/dL"},
    {'I', "Weight > 6 kg above dry weight", "body weight {compared \"above dry weight\"} > 6 kg"},
    {'I', "FEV1 > 75% of baseline", "FEV1 {compared \"of baseline\"} > 75%"},
    {'I', "Temperature 2 °C above normal", "not understood (more is said at once than is read as one clause): \"Temperature 2 °C above normal\""},
    {'I', "SOFA score >= 3 at baseline", "SOFA score >= 3"},
    {'I', "Creatinine above 2 mg/dL", "serum creatinine > 2 mg/dL"},
};
CHECK_READINGS(behind, differences)

/* How long somebody was free of something, and not whether. */
static const reading free_intervals_cases[] = {
    {'I', "Platinum-free interval of 5 to 11 months", "not understood (more is said at once than is read as one clause): \"Platinum-free interval of 5 to 11 months\""},
    {'I', "Disease-free interval > 9 months", "not understood (more is said at once than is read as one clause): \"Disease-free interval > 9 months\""},
    {'I', "Cancer-free for 9 years", "not (malignant neoplasm within 9 years before the index date / or, read otherwise: malignant neoplasm for >= 9 years)"},
    {'I', "Two or more seizures in the last year, or one in the last month", "number of seizure >= 2 within 1 year before the index date or number of seizure >= 1 within 1 month before the index date"},
};
CHECK_READINGS(behind, free_intervals)

/* The last of something was then, and none has been since; a stay of so long lasts. */
static const reading the_last_of_it_cases[] = {
    {'I', "Last dose of rituximab more than 5 months ago", "rituximab more than 5 months before the index date and not rituximab within 5 months before the index date"},
    {'I', "Most recent dose of methotrexate at least 5 months before screening", "methotrexate at least 5 months before screening and not methotrexate within less than 5 months before screening"},
    {'I', "Last radiotherapy > 5 months prior to inclusion", "radiotherapy more than 5 months before study entry and not radiotherapy within 5 months before study entry"},
    {'I', "Dose of rituximab more than 5 months ago", "rituximab more than 5 months before the index date"},
    {'I', "Current hospitalization of less than 36 hours", "current hospitalization for < 36 hours"},
    {'I', "Hospitalization < 25 days", "hospitalization within less than 25 days before the index date"},
};
CHECK_READINGS(behind, the_last_of_it)

/* What a limit is relative to, and by what a thing was found, ask for nothing. */
static const reading norms_and_means_cases[] = {
    {'I', "FEV1 40-90% of predicted for age, sex and height", "FEV1 percent predicted from 40 to 90%"},
    {'I', "BMI >= 95th percentile for age and sex", "BMI percentile >= 95%"},
    {'I', "BMI >= 95th percentile for age < 5 years", "BMI percentile >= 95% and age < 5 years"},
    {'I', "BMI >= 85th percentile for age and sex, and HbA1c > 6%", "BMI percentile >= 85% and HbA1c > 6%"},
    {'I', "ADHD, any presentation, confirmed by the K-SADS-PL", "attention deficit hyperactivity disorder"},
    {'I', "Potassium (K) > 5 mmol/L", "potassium > 5 mmol/L"},
    {'I', "Psoriasis involving the scalp", "psoriasis {\"scalp\"}"},
    {'I', "WOMAC pain >= 4 on a 0-10 scale", "WOMAC pain subscale >= 4"},
    {'I', "WOMAC pain >= 4", "WOMAC pain subscale >= 4"},
    {'I', "Pain score of at least 4 on a scale of 0-10", "pain score >= 4"},
};
CHECK_READINGS(behind, norms_and_means)

/* How bad it is, between two commas, before "and". */
static const reading degrees_between_commas_cases[] = {
    {'I', "Asthma, severe, and on omalizumab", "severe asthma and current omalizumab"},
    {'I', "Opioid use disorder, moderate or severe, and currently receiving buprenorphine", "moderate or severe opioid use disorder and current buprenorphine"},
    {'I', "Gout, zorbitis, and hypertension", "gout and \"zorbitis\" and hypertension"},
};
CHECK_READINGS(behind, degrees_between_commas)

/* A time behind the words that say how a condition was found is when it was found. */
static const reading found_then_cases[] = {
    {'I', "Celiac disease confirmed by biopsy within 9 years", "confirmed celiac disease within 9 years before the index date"},
    {'I', "Influenza diagnosed by PCR within 50 hours", "confirmed influenza within 50 hours before the index date"},
    {'I', "LVEF < 41 % confirmed by echocardiography within 9 weeks", "left ventricular ejection fraction < 41% within 9 weeks before the index date"},
    {'I', "Celiac disease confirmed by biopsy", "celiac disease"},
    {'I', "Asthma (proven by spirometry within 2 years)", "confirmed asthma within 2 years before the index date"},
    {'I', "Biopsy proven celiac disease (within 9 years)", "confirmed celiac disease within 9 years before the index date"},
    {'I', "Biopsy proven lupus nephritis (< 2 years)", "confirmed lupus nephritis for < 2 years / or, read otherwise: confirmed lupus nephritis within less than 2 years before the index date"},
    {'I', "Lupus nephritis < 2 years", "lupus nephritis for < 2 years"},
    {'I', "Melanoma, confirmed within 3 months", "confirmed malignant melanoma within 3 months before the index date"},
    {'I', "Melanoma or lymphoma, confirmed within 3 months", "confirmed malignant melanoma within 3 months before the index date or confirmed lymphoma within 3 months before the index date"},
    {'I', "Surgery, likely within 6 months", "surgery within 6 months before the index date"},
    {'I', "CD4 < 210 after 6 months of ART", "CD4 count {number \"6 months\"; \"ART\" = antiretroviral} < 210"},
    {'I', "ALT > 85 after 2 weeks of treatment", "alanine aminotransferase {number \"2 weeks\"; \"treatment\" = treatment} > 85"},
    {'I', "NASH on a liver biopsy in the last 7 months", "confirmed nonalcoholic steatohepatitis within 7 months before the index date"},
};
CHECK_READINGS(behind, found_then)

/* A kind that a bracket denies is taken out; with another time it may bar as well. */
static const reading denied_in_a_bracket_cases[] = {
    {'E', "PCSK9 inhibitor within 11 weeks (never inclisiran)", "(PCSK9 inhibitor within 11 weeks before the index date and not history of inclisiran) / or, read otherwise: (PCSK9 inhibitor within 11 weeks before the index date or history of inclisiran)"},
    {'E', "Opioids within 2 weeks (never methadone)", "(opioid within 2 weeks before the index date, except history of methadone) / or, read otherwise: (opioid within 2 weeks before the index date or history of methadone)"},
    {'E', "Opioids within 2 weeks (no methadone)", "opioid within 2 weeks before the index date, except methadone"},
    {'I', "Opioids within 2 weeks (never methadone)", "opioid within 2 weeks before the index date and not history of methadone"},
    {'I', "No opioids within 2 weeks (never methadone)", "not ((opioid within 2 weeks before the index date or history of methadone) / or, read otherwise: (opioid within 2 weeks before the index date and not history of methadone))"},
    {'E', "Diabetes (never insulin)", "diabetes mellitus and not history of insulin"},
    {'E', "Asthma (without COPD)", "asthma and not chronic obstructive pulmonary disease"},
    {'E', "Anticoagulants within a week (ever warfarin)", "anticoagulant within 1 week before the index date or not understood (another time for some of them): \"(ever warfarin)\""},
    {'I', "No opioids within 2 weeks (methadone within 8 weeks)", "not (opioid within 2 weeks before the index date or not understood (another time for some of them): \"(methadone within 8 weeks)\")"},
    {'E', "Statins within 8 weeks (simvastatin within 2 weeks)", "not understood (more is said at once than is read as one clause): \"Statins within 8 weeks (simvastatin within 2 weeks)\""},
    {'E', "Chemotherapy within 4 weeks (history of radiotherapy)", "chemotherapy {about radiotherapy} within 4 weeks before the index date"},
};
CHECK_READINGS(behind, denied_in_a_bracket)
