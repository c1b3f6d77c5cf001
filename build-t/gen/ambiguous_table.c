#include "rules/narrow.h"
static const char *const row0[] = {"anticoagulation", "anterior chamber", "adjuvant chemotherapy", "doxorubicin and cyclophosphamide", NULL};
static const char *const row1[] = {"Alzheimer disease", "atopic dermatitis", "antidepressant", NULL};
static const char *const row2[] = {"attention deficit disorder", "average daily dose", NULL};
static const char *const row3[] = {"aortic insufficiency", "aromatase inhibitor", "adrenal insufficiency", NULL};
static const char *const row4[] = {"above-knee amputation", "also known as", NULL};
static const char *const row5[] = {"antipsychotic drug", "automated peritoneal dialysis", NULL};
static const char *const row6[] = {"aortic regurgitation", "allergic rhinitis", "androgen receptor", NULL};
static const char *const row7[] = {"acute renal failure", "acute respiratory failure", NULL};
static const char *const row8[] = {"aortic stenosis", "ankylosing spondylitis", "active surveillance", NULL};
static const char *const row9[] = {"autism spectrum disorder", "atrial septal defect", NULL};
static const char *const row10[] = {"antithrombin", "atrial tachycardia", "ataxia telangiectasia", NULL};
static const char *const row11[] = {"bronchopulmonary dysplasia", "borderline personality disorder", "biparietal diameter", NULL};
static const char *const row12[] = {"bariatric surgery", "blood sugar", NULL};
static const char *const row13[] = {"bloodstream infection", "Brief Symptom Inventory", NULL};
static const char *const row14[] = {"cancer", "cardiac arrest", "coronary artery", NULL};
static const char *const row15[] = {"carotid artery stenting", "clinical activity score", NULL};
static const char *const row16[] = {"cubic centimeter", "colon cancer", "cervical cancer", NULL};
static const char *const row17[] = {"chronic hepatitis C", "combined hormonal contraceptive", NULL};
static const char *const row18[] = {"coronary heart disease", "congenital heart disease", NULL};
static const char *const row19[] = {"cervical intraepithelial neoplasia", "contrast-induced nephropathy", NULL};
static const char *const row20[] = {"cardiac magnetic resonance", "complete metabolic response", NULL};
static const char *const row21[] = {"cerebral palsy", "chronic pancreatitis", "Child-Pugh", NULL};
static const char *const row22[] = {"carbapenemase-producing Enterobacterales", "cardiogenic pulmonary edema", NULL};
static const char *const row23[] = {"complete response", "creatinine", NULL};
static const char *const row24[] = {"chronic renal failure", "case report form", "cancer-related fatigue", NULL};
static const char *const row25[] = {"chronic renal insufficiency", "catheter-related infection", NULL};
static const char *const row26[] = {"cesarean section", "corticosteroid", "cardiogenic shock", NULL};
static const char *const row27[] = {"central venous catheter", "a clinic", NULL};
static const char *const row28[] = {"chronic venous insufficiency", "cortical visual impairment", NULL};
static const char *const row29[] = {"direct antiglobulin test", "dopamine transporter", "dementia of Alzheimer type", NULL};
static const char *const row30[] = {"dialectical behavior therapy", "digital breast tomosynthesis", NULL};
static const char *const row31[] = {"developmental delay", "drug dependence", "diastolic dysfunction", NULL};
static const char *const row32[] = {"donor-specific antibody", "digital subtraction angiography", NULL};
static const char *const row33[] = {"emergency department", "erectile dysfunction", "eating disorder", NULL};
static const char *const row34[] = {"Epworth sleepiness scale", "endoscopic sinus surgery", NULL};
static const char *const row35[] = {"external ventricular drain", "Ebola virus disease", NULL};
static const char *const row36[] = {"familial adenomatous polyposis", "familial amyloid polyneuropathy", NULL};
static const char *const row37[] = {"familial hypercholesterolemia", "family history", NULL};
static const char *const row38[] = {"hemodialysis", "Huntington disease", "Hodgkin disease", "heart disease", NULL};
static const char *const row39[] = {"Hodgkin lymphoma", "hearing loss", "hyperlipidemia", NULL};
static const char *const row40[] = {"hidradenitis suppurativa", "hereditary spherocytosis", "healthy subjects", NULL};
static const char *const row41[] = {"informed consent", "interstitial cystitis", "inspiratory capacity", NULL};
static const char *const row42[] = {"Kawasaki disease", "ketogenic diet", NULL};
static const char *const row43[] = {"legally authorized representative", "low anterior resection", NULL};
static const char *const row44[] = {"lung injury score", "locked-in syndrome", "lateral internal sphincterotomy", NULL};
static const char *const row45[] = {"lumbar puncture", "lichen planus", NULL};
static const char *const row46[] = {"Mycobacterium avium complex", "monitored anesthesia care", "minimum alveolar concentration", NULL};
static const char *const row47[] = {"morphine equivalent dose", "minimal erythema dose", NULL};
static const char *const row48[] = {"myasthenia gravis", "milligram", NULL};
static const char *const row49[] = {"multiple myeloma", "malignant melanoma", "millimeter", NULL};
static const char *const row50[] = {"mucopolysaccharidosis", "myofascial pain syndrome", NULL};
static const char *const row51[] = {"mitral regurgitation", "magnetic resonance", "mental retardation", NULL};
static const char *const row52[] = {"multiple sclerosis", "mitral stenosis", "metabolic syndrome", NULL};
static const char *const row53[] = {"mechanical ventilation", "mitral valve", NULL};
static const char *const row54[] = {"motor vehicle accident", "mitral valve area", NULL};
static const char *const row55[] = {"neonatal abstinence syndrome", "NAFLD activity score", NULL};
static const char *const row56[] = {"novel coronavirus pneumonia", "nerve conduction", NULL};
static const char *const row57[] = {"nasopharyngeal carcinoma", "Niemann-Pick disease type C", NULL};
static const char *const row58[] = {"Oswestry disability index", "oxygen desaturation index", NULL};
static const char *const row59[] = {"otitis media", "osteomyelitis", NULL};
static const char *const row60[] = {"otitis media with effusion", "oral morphine equivalent", NULL};
static const char *const row61[] = {"patient-controlled analgesia", "posterior cerebral artery", "prostate cancer", NULL};
static const char *const row62[] = {"prothrombin complex concentrate", "primary care clinic", NULL};
static const char *const row63[] = {"Pneumocystis pneumonia", "primary care provider", "phencyclidine", NULL};
static const char *const row64[] = {"Parkinson disease", "peritoneal dialysis", "progressive disease", "panic disorder", NULL};
static const char *const row65[] = {"pulmonary embolism", "preeclampsia", "pleural effusion", "physical examination", NULL};
static const char *const row66[] = {"plantar fasciitis", "pulmonary fibrosis", NULL};
static const char *const row67[] = {"physician global assessment", "patient global assessment", NULL};
static const char *const row68[] = {"pelvic inflammatory disease", "primary immunodeficiency", NULL};
static const char *const row69[] = {"pacemaker", "polymyositis", NULL};
static const char *const row70[] = {"premature ovarian insufficiency", "postoperative ileus", NULL};
static const char *const row71[] = {"purified protein derivative", "probing pocket depth", "postpartum depression", "packs per day", NULL};
static const char *const row72[] = {"postpartum hemorrhage", "primary pulmonary hypertension", NULL};
static const char *const row73[] = {"partial response", "progesterone receptor", "pulmonary regurgitation", NULL};
static const char *const row74[] = {"plasma renin activity", "panel reactive antibody", NULL};
static const char *const row75[] = {"angioplasty", "hearing threshold", "posttraumatic amnesia", "prior to admission", NULL};
static const char *const row76[] = {"peripheral vascular disease", "posterior vitreous detachment", NULL};
static const char *const row77[] = {"post-void residual", "pulmonary vascular resistance", NULL};
static const char *const row78[] = {"rheumatoid arthritis", "room air", "right atrium", NULL};
static const char *const row79[] = {"right atrial pressure", "recurrent abdominal pain", NULL};
static const char *const row80[] = {"retinal detachment", "respiratory distress", NULL};
static const char *const row81[] = {"retinitis pigmentosa", "radical prostatectomy", "Raynaud phenomenon", NULL};
static const char *const row82[] = {"systolic arterial pressure", "severe acute pancreatitis", NULL};
static const char *const row83[] = {"sickle cell disease", "sudden cardiac death", NULL};
static const char *const row84[] = {"severe combined immunodeficiency", "Structured Clinical Interview for DSM", NULL};
static const char *const row85[] = {"small for gestational age", "subjective global assessment", NULL};
static const char *const row86[] = {"selective laser trabeculoplasty", "speech and language therapy", NULL};
static const char *const row87[] = {"spinal muscular atrophy", "superior mesenteric artery", NULL};
static const char *const row88[] = {"solid organ transplant", "supraglottic obstruction", NULL};
static const char *const row89[] = {"stereotactic radiosurgery", "Social Responsiveness Scale", "Scoliosis Research Society", NULL};
static const char *const row90[] = {"Sjogren syndrome", "systemic sclerosis", "serotonin syndrome", NULL};
static const char *const row91[] = {"sick sinus syndrome", "Scandinavian stroke scale", NULL};
static const char *const row92[] = {"superior vena cava", "slow vital capacity", NULL};
static const char *const row93[] = {"supraventricular tachycardia", "superficial vein thrombosis", NULL};
static const char *const row94[] = {"tardive dyskinesia", "type 2 diabetes", "Tourette disorder", NULL};
static const char *const row95[] = {"total leukocyte count", "total lung capacity", "therapeutic lifestyle change", NULL};
static const char *const row96[] = {"temporomandibular disorder", "total mood disturbance", NULL};
static const char *const row97[] = {"viral load", "visceral leishmaniasis", "vastus lateralis", NULL};
const name_row ambiguous_table[] = {
{"AC", row0},
{"AD", row1},
{"ADD", row2},
{"AI", row3},
{"AKA", row4},
{"APD", row5},
{"AR", row6},
{"ARF", row7},
{"AS", row8},
{"ASD", row9},
{"AT", row10},
{"BPD", row11},
{"BS", row12},
{"BSI", row13},
{"CA", row14},
{"CAS", row15},
{"CC", row16},
{"CHC", row17},
{"CHD", row18},
{"CIN", row19},
{"CMR", row20},
{"CP", row21},
{"CPE", row22},
{"CR", row23},
{"CRF", row24},
{"CRI", row25},
{"CS", row26},
{"CVC", row27},
{"CVI", row28},
{"DAT", row29},
{"DBT", row30},
{"DD", row31},
{"DSA", row32},
{"ED", row33},
{"ESS", row34},
{"EVD", row35},
{"FAP", row36},
{"FH", row37},
{"HD", row38},
{"HL", row39},
{"HS", row40},
{"IC", row41},
{"KD", row42},
{"LAR", row43},
{"LIS", row44},
{"LP", row45},
{"MAC", row46},
{"MED", row47},
{"MG", row48},
{"MM", row49},
{"MPS", row50},
{"MR", row51},
{"MS", row52},
{"MV", row53},
{"MVA", row54},
{"NAS", row55},
{"NCP", row56},
{"NPC", row57},
{"ODI", row58},
{"OM", row59},
{"OME", row60},
{"PCA", row61},
{"PCC", row62},
{"PCP", row63},
{"PD", row64},
{"PE", row65},
{"PF", row66},
{"PGA", row67},
{"PID", row68},
{"PM", row69},
{"POI", row70},
{"PPD", row71},
{"PPH", row72},
{"PR", row73},
{"PRA", row74},
{"PTA", row75},
{"PVD", row76},
{"PVR", row77},
{"RA", row78},
{"RAP", row79},
{"RD", row80},
{"RP", row81},
{"SAP", row82},
{"SCD", row83},
{"SCID", row84},
{"SGA", row85},
{"SLT", row86},
{"SMA", row87},
{"SOT", row88},
{"SRS", row89},
{"SS", row90},
{"SSS", row91},
{"SVC", row92},
{"SVT", row93},
{"TD", row94},
{"TLC", row95},
{"TMD", row96},
{"VL", row97},
{0}};
