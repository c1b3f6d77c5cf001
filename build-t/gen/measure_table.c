#include "rules/measures.h"
static const char *const row0[] = {"bmi", "waist_circumference", "weight", NULL};
static const char *const row1[] = {"bmi", "weight", NULL};
static const char *const row2[] = {"bmi", "weight", "albumin", "weight_change", NULL};
static const char *const row3[] = {"blood_pressure", "systolic_bp", "diastolic_bp", "mean_arterial_pressure", NULL};
static const char *const row4[] = {"blood_pressure", "systolic_bp", "diastolic_bp", "mean_arterial_pressure", NULL};
static const char *const row5[] = {"systolic_bp", "mean_arterial_pressure", "lactate", NULL};
static const char *const row6[] = {"hemoglobin", "hematocrit", NULL};
static const char *const row7[] = {"hemoglobin", "hematocrit", NULL};
static const char *const row8[] = {"platelets", NULL};
static const char *const row9[] = {"platelets", NULL};
static const char *const row10[] = {"neutrophils", "wbc", NULL};
static const char *const row11[] = {"wbc", "neutrophils", NULL};
static const char *const row12[] = {"wbc", NULL};
static const char *const row13[] = {"lymphocytes", NULL};
static const char *const row14[] = {"hemoglobin", "platelets", "neutrophils", "wbc", NULL};
static const char *const row15[] = {"egfr", "creatinine_clearance", "creatinine", "urea", "urine_acr", "urine_protein", NULL};
static const char *const row16[] = {"alt", "ast", "bilirubin_total", "alp", "ggt", "albumin", "inr", "child_pugh", NULL};
static const char *const row17[] = {"child_pugh", "bilirubin_total", "inr", "alt", "ast", "meld", NULL};
static const char *const row18[] = {"alt", "ast", "bilirubin_total", "alp", "ggt", NULL};
static const char *const row19[] = {"body_temperature", NULL};
static const char *const row20[] = {"body_temperature", NULL};
static const char *const row21[] = {"glucose", "hba1c", NULL};
static const char *const row22[] = {"glucose", NULL};
static const char *const row23[] = {"glucose", "hba1c", NULL};
static const char *const row24[] = {"potassium", NULL};
static const char *const row25[] = {"potassium", NULL};
static const char *const row26[] = {"sodium", NULL};
static const char *const row27[] = {"sodium", NULL};
static const char *const row28[] = {"calcium_total", NULL};
static const char *const row29[] = {"calcium_total", NULL};
static const char *const row30[] = {"spo2", "pao2", "pf_ratio", NULL};
static const char *const row31[] = {"spo2", "pao2", "paco2", "pf_ratio", NULL};
static const char *const row32[] = {"respiratory_rate", NULL};
static const char *const row33[] = {"heart_rate", NULL};
static const char *const row34[] = {"heart_rate", NULL};
static const char *const row35[] = {"respiratory_rate", NULL};
static const char *const row36[] = {"urine_protein", "urine_acr", "urine_pcr", NULL};
static const char *const row37[] = {"ferritin", "transferrin_saturation", NULL};
static const char *const row38[] = {"vitamin_d", NULL};
static const char *const row39[] = {"triglycerides", NULL};
static const char *const row40[] = {"cholesterol_total", "ldl", NULL};
static const char *const row41[] = {"cholesterol_total", "ldl", "hdl", "triglycerides", NULL};
static const char *const row42[] = {"inr", "aptt", "platelets", "pt", NULL};
static const char *const row43[] = {"bilirubin_total", NULL};
static const char *const row44[] = {"arterial_ph", "bicarbonate", "base_excess", NULL};
static const char *const row45[] = {"paco2", NULL};
static const char *const row46[] = {"qtc", NULL};
static const char *const row47[] = {"blood_loss", NULL};
static const char *const row48[] = {"gestational_age", "birth_weight", NULL};
static const char *const row49[] = {"birth_weight", NULL};
static const char *const row50[] = {"tsh", "free_t4", NULL};
static const char *const row51[] = {"tsh", "free_t4", NULL};
static const char *const row52[] = {"phq9", "ham_d", "madrs", "bdi", "bdi_ii_score", "hads_depression_subscale", "gds", "gds_15", "epds", NULL};
static const char *const row53[] = {"gad7", "ham_a", "hads_anxiety_subscale", NULL};
static const char *const row54[] = {"isi", NULL};
static const char *const row55[] = {"ahi", NULL};
static const char *const row56[] = {"max_vertical_pocket", "amniotic_fluid_index", NULL};
static const char *const row57[] = {"barthel", NULL};
static const char *const row58[] = {"bmd_t_score", NULL};
static const char *const row59[] = {"bmd_t_score", NULL};
static const char *const row60[] = {"birth_weight", NULL};
static const char *const row61[] = {"bmi", "weight", NULL};
static const char *const row62[] = {"bmi", "weight", NULL};
static const char *const row63[] = {"blood_pressure", "systolic_bp", "diastolic_bp", NULL};
static const char *const row64[] = {"blood_pressure", "systolic_bp", "diastolic_bp", NULL};
static const char *const row65[] = {"blood_pressure", "systolic_bp", "diastolic_bp", NULL};
static const char *const row66[] = {"ferritin", "transferrin_saturation", NULL};
static const char *const row67[] = {"neutrophils", NULL};
static const char *const row68[] = {"egfr", "creatinine_clearance", "creatinine", "urea", NULL};
static const char *const row69[] = {"egfr", "creatinine_clearance", "creatinine", "urea", NULL};
static const char *const row70[] = {"egfr", "creatinine_clearance", "creatinine", "urea", NULL};
static const char *const row71[] = {"egfr", "creatinine_clearance", "creatinine", "urea", NULL};
static const char *const row72[] = {"egfr", "creatinine_clearance", "creatinine", "urea", "urine_acr", "urine_protein", NULL};
static const char *const row73[] = {"egfr", "creatinine_clearance", NULL};
static const char *const row74[] = {"egfr", "creatinine_clearance", NULL};
static const char *const row75[] = {"egfr", "creatinine_clearance", NULL};
static const char *const row76[] = {"egfr", "creatinine_clearance", NULL};
static const char *const row77[] = {"egfr", "creatinine_clearance", NULL};
static const char *const row78[] = {"egfr", "creatinine_clearance", NULL};
static const char *const row79[] = {"egfr", "creatinine_clearance", NULL};
static const char *const row80[] = {"egfr", "creatinine_clearance", NULL};
static const char *const row81[] = {"egfr", "creatinine_clearance", NULL};
static const char *const row82[] = {"egfr", "creatinine_clearance", NULL};
static const char *const row83[] = {"egfr", "creatinine_clearance", NULL};
static const char *const row84[] = {"egfr", "creatinine_clearance", NULL};
static const char *const row85[] = {"alt", "ast", "bilirubin_total", "alp", "ggt", NULL};
static const char *const row86[] = {"child_pugh", "meld", NULL};
static const char *const row87[] = {"glucose", NULL};
static const char *const row88[] = {"glucose", NULL};
static const char *const row89[] = {"spo2", "pao2", "pf_ratio", NULL};
static const char *const row90[] = {"spo2", "pao2", "pf_ratio", NULL};
static const char *const row91[] = {"paco2", NULL};
static const char *const row92[] = {"paco2", "arterial_ph", NULL};
static const char *const row93[] = {"spo2", "pao2", "paco2", "pf_ratio", NULL};
static const char *const row94[] = {"spo2", "pao2", "paco2", "pf_ratio", NULL};
static const char *const row95[] = {"heart_rate", NULL};
static const char *const row96[] = {"heart_rate", NULL};
static const char *const row97[] = {"urine_acr", "urine_protein", "urine_pcr", NULL};
static const char *const row98[] = {"urine_acr", "urine_protein", "urine_pcr", NULL};
static const char *const row99[] = {"urine_acr", "urine_protein", "urine_pcr", NULL};
static const char *const row100[] = {"cholesterol_total", "ldl", "hdl", "triglycerides", NULL};
static const char *const row101[] = {"lactate", "arterial_ph", NULL};
static const char *const row102[] = {"gestational_age", "birth_weight", NULL};
static const char *const row103[] = {"birth_weight", NULL};
static const char *const row104[] = {"birth_weight", NULL};
static const char *const row105[] = {"mmse", "moca", NULL};
const measure_row measure_table[] = {
{"obesity", row0},
{"overweight", row1},
{"malnutrition", row2},
{"hypertension", row3},
{"hypotension", row4},
{"shock", row5},
{"anemia", row6},
{"polycythemia", row7},
{"thrombocytopenia", row8},
{"thrombocytosis", row9},
{"neutropenia", row10},
{"leukopenia", row11},
{"leukocytosis", row12},
{"lymphopenia", row13},
{"pancytopenia", row14},
{"kidney_disease", row15},
{"liver_dysfunction", row16},
{"liver_failure", row17},
{"liver_disease", row18},
{"fever", row19},
{"hypothermia", row20},
{"hyperglycemia", row21},
{"hypoglycemia", row22},
{"prediabetes", row23},
{"hyperkalemia", row24},
{"hypokalemia", row25},
{"hyponatremia", row26},
{"hypernatremia", row27},
{"hypercalcemia", row28},
{"hypocalcemia", row29},
{"hypoxemia", row30},
{"respiratory_failure", row31},
{"respiratory_distress", row32},
{"tachycardia", row33},
{"bradycardia", row34},
{"tachypnea", row35},
{"proteinuria", row36},
{"iron_deficiency", row37},
{"vitamin_d_deficiency", row38},
{"hypertriglyceridemia", row39},
{"hypercholesterolemia", row40},
{"lipid_disorder", row41},
{"coagulopathy", row42},
{"hyperbilirubinemia", row43},
{"metabolic_acidosis", row44},
{"hypercapnia", row45},
{"long_qt_syndrome", row46},
{"postpartum_hemorrhage", row47},
{"prematurity", row48},
{"fetal_macrosomia", row49},
{"hypothyroidism", row50},
{"hyperthyroidism", row51},
{"depression", row52},
{"anxiety_disorder", row53},
{"insomnia", row54},
{"sleep_apnea", row55},
{"oligohydramnios", row56},
{"independent_living_skills", row57},
{"osteoporosis", row58},
{"osteopenia", row59},
{"low_birth_weight", row60},
{"morbid_obesity", row61},
{"underweight", row62},
{"essential_hypertension", row63},
{"hypertensive_crisis", row64},
{"hypertensive_urgency", row65},
{"iron_deficiency_anemia", row66},
{"agranulocytosis", row67},
{"renal_insufficiency", row68},
{"renal_failure", row69},
{"chronic_renal_insufficiency", row70},
{"chronic_renal_failure", row71},
{"chronic_kidney_disease", row72},
{"ckd_stage_1", row73},
{"ckd_stage_2", row74},
{"ckd_stage_2_or_higher", row75},
{"ckd_stage_3", row76},
{"ckd_stage_3a", row77},
{"ckd_stage_3b", row78},
{"ckd_stage_3_or_higher", row79},
{"ckd_stage_3b_or_higher", row80},
{"ckd_stage_4", row81},
{"ckd_stage_4_or_higher", row82},
{"ckd_stage_5", row83},
{"esrd", row84},
{"chronic_liver_disease", row85},
{"decompensated_liver_disease", row86},
{"impaired_fasting_glucose", row87},
{"impaired_glucose_tolerance", row88},
{"hypoxemic_respiratory_failure", row89},
{"acute_hypoxemic_respiratory_failure", row90},
{"hypercapnic_respiratory_failure", row91},
{"acute_hypercapnic_respiratory_failure", row92},
{"acute_respiratory_failure", row93},
{"chronic_respiratory_failure", row94},
{"sinus_tachycardia", row95},
{"sinus_bradycardia", row96},
{"albuminuria", row97},
{"macroalbuminuria", row98},
{"microalbuminuria", row99},
{"hyperlipidemia", row100},
{"lactic_acidosis", row101},
{"extremely_preterm_infant", row102},
{"very_low_birth_weight", row103},
{"extremely_low_birth_weight", row104},
{"cognitive_impairment", row105},
{0}};
