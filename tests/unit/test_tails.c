/* What stands behind or before a list, or one of its members: relative clauses, brackets, tails and heads. It is meant of
 * one of them or of all, and never stands beside them as one more. */
#include "tests/unit/readings.h"

static const reading relative_clauses_cases[] = {
    {'E', "Patients with a stroke, whose NIHSS is over 12", "stroke and NIH stroke scale > 12"},
    {'E', "Aphasia, who have epilepsy", "aphasia and epilepsy"},
    {'E', "Myopathy or neuropathy, with raised creatine kinase", "((myopathy or neuropathy) and high creatine kinase) / or, read otherwise: (myopathy or (neuropathy and high creatine kinase))"},
    {'E', "Asthma, COPD or heart failure, which limits walking", "((asthma or chronic obstructive pulmonary disease or heart failure) and \"limits walking\") / or, read otherwise: (asthma or chronic obstructive pulmonary disease or (heart failure and \"limits walking\"))"},
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
    {'E', "Asthma (requiring oral steroids or oxygen)", "asthma and (needed systemic corticosteroid or \"oxygen\")"},
    {'E', "Epilepsy (taking valproate or phenytoin)", "epilepsy and (current valproate or current phenytoin)"},
    {'E', "Diabetes (with nephropathy or retinopathy)", "diabetes mellitus and (kidney disease or retinopathy)"},
    {'E', "Asthma or COPD (treated with prednisone or oxygen)", "(asthma or (chronic obstructive pulmonary disease and (prednisone or \"oxygen\"))) / or, read otherwise: ((asthma or chronic obstructive pulmonary disease) and (prednisone or \"oxygen\"))"},
    {'E', "Hepatitis (B or C)", "hepatitis b or hepatitis c"},
};
CHECK_READINGS(tails, brackets)
