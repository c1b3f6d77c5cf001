/* What a bracket, a word or a time at one item of a list leaves to its neighbours, and what is of somebody or something else. */
#include "tests/unit/readings.h"

static const reading brackets_before_cases[] = {
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
};
CHECK_READINGS(lent, brackets_before)

static const reading parents_cases[] = {
    {'I', "Mother took valproate", "valproate (parent) {\"took\"}"},
    {'I', "Mother has syphilis", "syphilis (parent)"},
    {'I', "Mother is 17 years or older", "age (parent) >= 17 years"},
    {'E', "BMI of the mother > 36 kg/m2", "body mass index (parent) > 36 kg/m2"},
    {'E', "Hemoglobin < 6 g/dL in the mother", "hemoglobin (parent) < 6 g/dL"},
    {'E', "Preeclampsia of the mother", "preeclampsia (parent)"},
    {'E', "Gout or asthma in the mother", "gout (parent) or asthma (parent)"},
    {'E', "Depression in mothers", "depressive disorder (parent)"},
    {'E', "Fever in the father", "fever (parent)"},
    {'I', "Mother received antenatal steroids", "history of corticosteroid (parent) {\"antenatal\"}"},
    {'I', "Mothers with gout", "gout (family)"},
    {'I', "Nursing mothers", "lactation"},
    {'I', "Mother or infant with sepsis", "\"Mother\" {about sepsis} or \"infant\" {about sepsis}"},
    {'E', "Fever in the child", "fever {\"child\"}"},
    {'E', "Gout in the past", "history of gout"},
};
CHECK_READINGS(lent, parents)
