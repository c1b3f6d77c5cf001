/* What the names of a list have in common: one count, one noun, the people who have them. */
#include "tests/unit/readings.h"

/* other names for the same */
static const reading other_names_cases[] = {
    {'E', "Auto-immune disorders", "autoimmune disease"},
    {'E', "Decubital ulcers, cardiac shock or thyroid problems",
     "pressure ulcer or cardiogenic shock or thyroid disease"},
    {'E', "Cluster of differentiation 4 (CD4) count < 250/uL", "CD4 count < 250 /uL"},
    {'E', "Serotonin-selective re-uptake inhibitors", "selective serotonin reuptake inhibitor"},
    {'E', "Employee of the sponsor or CRO", "study staff member or \"CRO\""},
    {'E', "5-ARI within 6 months", "5-alpha reductase inhibitor within 6 months before the index date"},
    {'E', "Positive anti-HCV or anti-HIV 1/2", "positive hepatitis C antibody or positive HIV test"},
    {'E', "2nd or 3rd degree AVB", "second degree AV block or complete heart block"},
    {'E', "Waist > 102 cm (men), > 88 cm (women)", "(waist circumference > 102 cm and male) or (waist circumference > 88 cm and female)"},
    {'E', "Hx gout or Wilson's", "history of gout or history of Wilson's disease"},
    {'E', "Family hx gout", "gout (family)"},
    {'E', "Creat Cl < 60 mL/min", "creatinine clearance < 60 mL/min"},
};
CHECK_READINGS(named, other_names)

/* kinds that have a name, and a row, of their own: a record of the wider thing does not say that they are there */
static const reading kinds_of_their_own_cases[] = {
    {'E', "Femoral or parastomal hernia", "femoral hernia or parastomal hernia"},
    {'I', "Klatskin tumor", "perihilar cholangiocarcinoma"},
    {'I', "High-grade serous carcinoma of the ovary", "high-grade serous ovarian cancer"},
    {'I', "Serous carcinoma of the ovary", "ovarian cancer {\"Serous\"}"},
    {'I', "WHO group 1 pulmonary arterial hypertension", "pulmonary arterial hypertension"},
    {'I', "Pulmonary hypertension, WHO group 3", "pulmonary hypertension due to lung disease and hypoxia"},
    {'I', "Exudative AMD", "neovascular age-related macular degeneration"},
    {'E', "Dry AMD", "dry age-related macular degeneration"},
    {'E', "S. aureus bacteremia", "Staphylococcus aureus bacteremia"},
    {'E', "Focal onset seizures", "focal seizure"},
    {'E', "Cervical HSIL", "high-grade squamous intraepithelial lesion {\"Cervical\"}"},
    {'E', "Folic acid deficiency", "folate deficiency"},
    {'E', "Runny nose or ear pain", "rhinorrhea or otalgia"},
    {'E', "Terminally ill patients", "terminal illness"},
    {'E', "Orexin antagonists", "orexin receptor antagonist"},
};
CHECK_READINGS(named, kinds_of_their_own)

/* the first word of a name may be meant of the second thing, where that makes a kind of it with a name of its own */
static const reading a_word_of_both_cases[] = {
    {'E', "Gestational diabetes or hypertension",
     "(gestational diabetes mellitus or hypertension) / or, read otherwise: (gestational diabetes mellitus or gestational hypertension)"},
    {'E', "Viral hepatitis or pneumonia",
     "(viral hepatitis or pneumonia) / or, read otherwise: (viral hepatitis or viral pneumonia)"},
    {'E', "Focal seizures or epilepsy",
     "(focal seizure or epilepsy) / or, read otherwise: (focal seizure or focal epilepsy)"},
    {'I', "Total knee or hip arthroplasty",
     "(total knee replacement or hip replacement) / or, read otherwise: (total knee replacement or total hip replacement)"},
    {'I', "Primary total hip or knee replacement",
     "(primary total hip replacement or primary knee replacement) / or, read otherwise: (primary total hip replacement or primary total knee replacement)"},
    {'E', "Viral hepatitis or gout", "viral hepatitis or gout"},
    {'E', "Pneumonia or viral hepatitis", "pneumonia or viral hepatitis"},
    {'E', "Viral hepatitis, or pneumonia", "viral hepatitis or pneumonia"},
    {'E', "Viral hepatitis or bacterial pneumonia", "viral hepatitis or bacterial pneumonia"},
    {'E', "Chronic kidney disease or heart failure", "chronic kidney disease or heart failure"},
};
CHECK_READINGS(named, a_word_of_both)

/* cancers by their organ, in the words that trials use; the organ behind the last may be that of the one before it */
static const reading cancers_of_an_organ_cases[] = {
    {'I', "Histologically confirmed adenocarcinoma of the pancreas", "confirmed pancreatic adenocarcinoma"},
    {'E', "Malignancy of the breast, ovary or endometrium", "breast cancer or ovarian cancer or endometrial cancer"},
    {'I', "Carcinoma of the oral cavity, oropharynx or larynx", "oral cavity cancer or oropharyngeal cancer or laryngeal cancer"},
    {'E', "Adenocarcinoma or squamous cell carcinoma of the esophagus",
     "(adenocarcinoma or esophageal squamous cell carcinoma) / or, read otherwise: (esophageal adenocarcinoma or esophageal squamous cell carcinoma)"},
    {'E', "Sarcoma or carcinoma of the uterus",
     "(sarcoma or uterine cancer) / or, read otherwise: (uterine sarcoma or uterine cancer)"},
    {'E', "Gout or carcinoma of the breast", "gout or breast cancer"},
};
CHECK_READINGS(named, cancers_of_an_organ)

/* a thing and where it is, said apart, where both together have a name */
static const reading where_it_is_cases[] = {
    {'E', "Surgery of the spine", "spine surgery"},
    {'E', "Transplantation of the kidney within 3 months", "kidney transplantation within 3 months before the index date"},
    {'E', "Severe infection of the skin", "severe skin and soft tissue infection"},
    {'E', "Osteoarthritis of the hand or knee", "osteoarthritis of hand or osteoarthritis of knee"},
    {'E', "Rupture of the Achilles tendon", "Achilles tendon rupture"},
    {'E', "Diseases of the heart", "heart disease"},
    {'E', "Failure of the liver", "liver failure"},
    {'E', "Fracture of the hip or spine", "hip fracture or vertebral fracture"},
    {'E', "Diseases of the heart, lung or kidney", "heart disease or lung disease or kidney disease"},
    {'E', "Infection of the skin, asthma or gout", "skin and soft tissue infection or asthma or gout"},
    {'E', "Stenosis of the aortic valve", "aortic stenosis"},
    {'E', "Fracture of the sternum", "bone fracture {\"sternum\"}"},
    {'E', "Surgery of the left hip", "left surgery {\"hip\"}"},
    {'E', "Infection of the skin graft", "infection {about skin graft}"},
};
CHECK_READINGS(named, where_it_is)

/* names that lend what stands in them before the name of the wider thing */
static const reading words_that_are_lent_cases[] = {
    {'I', "High-grade serous ovarian cancer or fallopian tube cancer",
     "high-grade serous ovarian cancer or fallopian tube cancer {\"High-grade serous\"}"},
    {'I', "Platinum-resistant ovarian, fallopian tube or primary peritoneal cancer",
     "platinum-resistant ovarian cancer or fallopian tube cancer {\"Platinum-resistant\"} or primary peritoneal cancer {\"Platinum-resistant\"}"},
    {'E', "Neoadjuvant chemotherapy or radiotherapy", "neoadjuvant chemotherapy or radiotherapy {\"Neoadjuvant\"}"},
    {'I', "Revision hip or knee arthroplasty", "(revision hip arthroplasty or knee replacement) / or, read otherwise: (revision hip arthroplasty or revision knee arthroplasty)"},
    {'I', "Fallopian tube cancer or high-grade serous ovarian cancer", "fallopian tube cancer or high-grade serous ovarian cancer"},
    {'I', "Distal femur or tibia fracture", "distal femur fracture or fracture of tibia {\"Distal\"}"},
    {'I', "Laparoscopic cholecystectomy or appendectomy", "laparoscopic cholecystectomy or appendectomy {\"Laparoscopic\"}"},
    {'E', "Femoral hernia or gout", "femoral hernia or gout"},
};
CHECK_READINGS(named, words_that_are_lent)

/* "non-" and a name of several words: of the wider thing what is not of that kind; where the kind has no name of its own, no
 * record of it tells */
static const reading not_of_a_kind_cases[] = {
    {'I', "Non-cardiac surgery", "surgery, except cardiac surgery"},
    {'I', "Scheduled for non-cardiac surgery", "planned surgery, except planned cardiac surgery"},
    {'I', "Non-ischemic cardiomyopathy", "cardiomyopathy, except ischemic cardiomyopathy"},
    {'E', "Non-autoimmune hepatitis", "hepatitis, except autoimmune hepatitis"},
    {'I', "Non-infectious uveitis", "uveitis and not uveitis {\"infectious\"}"},
    {'I', "Non-small cell lung cancer", "non-small cell lung cancer"},
    {'I', "Non-heart failure", "\"Non-heart failure\""},
    {'I', "Non-pregnant women", "not pregnancy and female"},
};
CHECK_READINGS(named, not_of_a_kind)

static const reading treated_with_a_drug_cases[] = {
    {'I', "Insulin-treated type 2 diabetes", "type 2 diabetes mellitus and current insulin"},
    {'E', "Steroid-treated asthma", "asthma and current corticosteroid"},
    {'I', "Treated hypertension", "treated hypertension"},
    {'E', "History of insulin-treated diabetes", "history of treated diabetes mellitus {about insulin}"},
};
CHECK_READINGS(named, treated_with_a_drug)

static const reading one_of_a_list_cases[] = {
    {'I', "At least one of gout, asthma and LDL > 3 mmol/L", "gout or asthma or LDL cholesterol > 3 mmol/L"},
    {'I', "Any of gout, asthma and psoriasis", "gout or asthma or psoriasis"},
    {'I', "Use of one or more of insulin, metformin and warfarin", "current insulin or current metformin or current warfarin"},
    {'I', "At least one of gout and asthma", "(gout or asthma) / or, read otherwise: (gout and asthma)"},
    {'E', "At least one of gout and asthma", "gout or asthma"},
    {'I', "At least one of gout, asthma or psoriasis", "gout or asthma or psoriasis"},
    {'I', "Two or more of gout, asthma and psoriasis", "at least 2 of: gout; asthma; psoriasis"},
};
CHECK_READINGS(named, one_of_a_list)

static const reading people_behind_a_name_cases[] = {
    {'I', "Obese adults", "obesity"},
    {'I', "Asthmatic or obese children on insulin", "((asthma or obesity) and current insulin) / or, read otherwise: (asthma or (obesity and current insulin))"},
    {'E', "Children of asthmatic adults", "\"asthmatic adults\" {about asthma}"},
    {'E', "Adults living with asthmatic children", "\"Adults living\" {about asthma; \"children\"}"},
    {'I', "Obese adolescents aged 13 to 16", "age from 13 to 16 years and obesity"},
    {'I', "HIV-1 infected adults", "human immunodeficiency virus infection"},
    {'I', "Preterm infants born at 25 to 30 weeks of gestation", "gestational age from 25 to 30 weeks and preterm infant"},
};
CHECK_READINGS(named, people_behind_a_name)

static const reading adjectives_of_one_noun_cases[] = {
    {'E', "Oral or topical antibiotics", "oral antibiotic or topical antibiotic"},
    {'E', "Oral, inhaled or topical antibiotics, statins", "oral antibiotic or inhaled antibiotic or topical antibiotic or statin"},
    {'E', "Acute, chronic or latent hepatitis", "acute hepatitis or chronic hepatitis or latent hepatitis"},
    {'E', "Oral or inhaled steroids, oral contraceptives", "oral corticosteroid or inhaled corticosteroid or oral contraceptive"},
    {'E', "Severe or uncontrolled asthma", "severe asthma or uncontrolled asthma"},
    {'I', "Active or latent tuberculosis (TB)", "current tuberculosis or current latent tuberculosis infection"},
    {'E', "Latent tuberculosis (TB)", "latent tuberculosis infection"},
    {'E', "Chronic obstructive lung disease (COPD)", "chronic obstructive pulmonary disease"},
};
CHECK_READINGS(named, adjectives_of_one_noun)

static const reading how_it_is_given_cases[] = {
    {'E', "Oral corticosteroids within 2 months", "oral corticosteroid within 2 months before the index date"},
    {'E', "Systemic corticosteroids within 2 months", "systemic corticosteroid within 2 months before the index date"},
    {'E', "Cortisone or anesthetic injections within 2 months", "(cortisone within 2 months before the index date or anesthetic injection within 2 months before the index date) / or, read otherwise: (corticosteroid injection within 2 months before the index date or anesthetic injection within 2 months before the index date)"},
    {'E', "Insulin injections", "insulin"},
};
CHECK_READINGS(named, how_it_is_given)

static const reading with_or_without_so_far_cases[] = {
    {'I', "Able to walk with or without a cane for at least 20 m", "walking distance >= 20 m"},
    {'I', "Able to walk with or without a cane a minimum of 20 m", "walking distance >= 20 m"},
    {'I', "Able to walk with or without a cane for a distance of 20 m", "walking distance >= 20 m"},
    {'I', "Gout with or without a CRP above 8 mg/L", "gout"},
    {'I', "Gout with or without tophi for at least 2 years", "gout for >= 2 years"},
};
CHECK_READINGS(named, with_or_without_so_far)

static const reading what_they_are_on_cases[] = {
    {'I', "Diabetes, on insulin or metformin", "(diabetes mellitus and (current insulin or current metformin)) / or, read otherwise: ((diabetes mellitus and current insulin) or current metformin)"},
    {'I', "Diabetes for over a year, treated with insulin or metformin", "(diabetes mellitus for > 1 years and (history of insulin or history of metformin)) / or, read otherwise: ((diabetes mellitus for > 1 years and history of insulin) or history of metformin)"},
    {'E', "Diabetes, on insulin or metformin", "(diabetes mellitus and (current insulin or current metformin)) / or, read otherwise: (diabetes mellitus or current insulin or current metformin)"},
    {'I', "Diabetes, gout or on insulin", "diabetes mellitus or gout or current insulin"},
    {'I', "Diabetes, history of stroke or gout", "(diabetes mellitus or history of stroke or history of gout) / or, read otherwise: (diabetes mellitus or history of stroke or gout)"},
};
CHECK_READINGS(named, what_they_are_on)

static const reading times_behind_the_last_cases[] = {
    {'E', "Steroids/opioids < 3 months", "corticosteroid within less than 3 months before the index date or opioid within less than 3 months before the index date"},
    {'E', "Infarction or stroke < 6 months", "\"Infarction\" for < 6 months or stroke within less than 6 months before the index date"},
    {'I', "Asthma or COPD >= 2 years", "(asthma or chronic obstructive pulmonary disease for >= 2 years) / or, read otherwise: (asthma for >= 2 years or chronic obstructive pulmonary disease for >= 2 years)"},
    {'E', "Chemotherapy < 4 weeks or radiotherapy < 2 weeks", "chemotherapy within less than 4 weeks before the index date or radiotherapy within less than 2 weeks before the index date"},
    {'E', "Pregnancy or warfarin < 3 months",
     "(pregnancy or warfarin within less than 3 months before the index date) / or, read otherwise: ((pregnancy for < 3 months / or, read otherwise: pregnancy within less than 3 months before the index date) or warfarin within less than 3 months before the index date)"},
};
CHECK_READINGS(named, times_behind_the_last)

static const reading behind_a_bound_cases[] = {
    {'E', "QTcF > 440 ms (M), > 460 ms (F)", "(QTcF interval > 440 ms and male) or (QTcF interval > 460 ms and female)"},
    {'E', "QTcF > 440 ms (M)", "QTcF interval > 440 ms"},
    {'I', "Vitamin (F)", "vitamin"},
    {'I', "Relapsed/refractory follicular lymphoma, mucosal lymphoma grade 3, or mantle cell lymphoma",
     "relapsed follicular lymphoma or refractory follicular lymphoma or (tumor grade = 3 and \"mucosal lymphoma grade\" {about lymphoma}) or mantle cell lymphoma"},
    {'I', "IQ >= 75 (7-12 years)", "intelligence quotient {number \"7-12 years\"} >= 75"},
    {'I', "HbA1c > 8% (64 mmol/mol)", "HbA1c > 8%"},
};
CHECK_READINGS(named, behind_a_bound)

static const reading ages_beside_limits_cases[] = {
    {'I', "BMI < 31, age > 41", "body mass index < 31 and age > 41 years"},
    {'I', "LDL < 3 mmol/L and age > 41 years", "LDL cholesterol < 3 mmol/L and age > 41 years"},
    {'I', "eGFR > 50 mL/min, aged < 71 years", "estimated glomerular filtration rate > 50 mL/min and age < 71 years"},
    {'I', "Age > 18, and age < 66", "age > 18 years and < 66 years"},
    {'I', "Aged > 18 years, < 66 years", "age > 18 years and < 66 years"},
};
CHECK_READINGS(named, ages_beside_limits)

static const reading results_beside_limits_cases[] = {
    {'I', "HBsAg negative, ALT < 41 U/L", "negative hepatitis B surface antigen and alanine aminotransferase < 41 U/L"},
    {'I', "Pregnancy test negative and hemoglobin > 9 g/dL", "negative pregnancy test and hemoglobin > 9 g/dL"},
    {'I', "HBsAg, anti-HCV and HIV negative", "negative hepatitis B surface antigen and negative hepatitis C antibody and negative human immunodeficiency virus infection"},
    {'E', "Rheumatoid factor or anti-CCP positive", "positive rheumatoid factor or positive anti-CCP antibody"},
    {'I', "ALT, AST and bilirubin within normal limits", "alanine aminotransferase {result \"normal\"} and aspartate aminotransferase {result \"normal\"} and total bilirubin {result \"normal\"}"},
    {'I', "Creatinine and elevated bilirubin", "not understood (nothing is said of what is measured): \"Creatinine\" and high total bilirubin"},
};
CHECK_READINGS(named, results_beside_limits)

static const reading counts_beside_limits_cases[] = {
    {'I', "EDSS <= 5, >= 1 relapse in the past year", "expanded disability status scale <= 5 and number of \"relapse\" >= 1 within 1 year before the index date"},
    {'I', "FEV1 < 55%, >= 2 asthma exacerbations", "FEV1 < 55% and number of asthma exacerbation >= 2"},
    {'I', "BMI >= 18, <= 31 kg/m2", "body mass index from 18 to 31 kg/m2"},
    {'I', "MMSE >= 11, <= 24 points", "mini-mental state examination from 11 to 24 points"},
};
CHECK_READINGS(named, counts_beside_limits)

/* Short names in lines of capitals, and "ALL" where it is one; "minor", of people and of things. */
static const reading short_names_cases[] = {
    {'E', "HISTORY OF PREVIOUS DVT", "history of deep vein thrombosis"},
    {'I', "DIAGNOSIS OF NSCLC", "confirmed non-small cell lung cancer"},
    {'E', "PATIENTS WITH SEVERE AS", "not understood (no condition was found in these words): \"PATIENTS WITH SEVERE AS\""},
    {'E', "AML, ALL", "acute myeloid leukemia or \"ALL\""},
    {'E', "ALL or AML", "acute lymphoblastic leukemia or acute myeloid leukemia"},
    {'E', "ALL patients with gout", "gout"},
    {'E', "Minors, prisoners, pregnant women", "\"Minors\" or prisoner or pregnancy"},
    {'E', "Minor subjects or gout", "\"Minor\" or gout"},
    {'E', "Minor or moderate bleeding", "minor hemorrhage or moderate hemorrhage"},
    {'E', "Minor surgery", "minor surgery"},
};
CHECK_READINGS(named, short_names)

/* What is found by serology are antibodies, which a vaccine leaves as well; where they show the infection it is that. */
static const reading serology_cases[] = {
    {'I', "Seronegative for SARS-CoV-2", "negative SARS-CoV-2 antibody"},
    {'I', "Seronegative for HIV", "not human immunodeficiency virus infection"},
    {'I', "Seronegative for HIV and hepatitis C", "negative HIV test and negative hepatitis C antibody"},
    {'E', "Seropositive for HIV or hepatitis C", "positive HIV test or positive hepatitis C antibody"},
    {'I', "Measles seropositive", "positive measles IgG"},
    {'I', "EBV seronegative", "negative EBV serology"},
    {'I', "Women seronegative for rubella or varicella", "negative rubella IgG and female and negative varicella zoster IgG"},
    {'I', "HIV seropositive", "human immunodeficiency virus infection"},
    {'I', "Dengue seropositive", "positive \"Dengue\""},
    {'E', "Seropositive rheumatoid arthritis", "positive rheumatoid arthritis"},
    {'E', "Seropositive for CMV or EBV, or gout", "positive CMV IgG or positive EBV serology or gout"},
};
CHECK_READINGS(named, serology)

/* A word that is the name of two things means the one whose kind stands beside it. */
static const reading namesakes_cases[] = {
    {'E', "Anorexia, bulimia", "anorexia nervosa or bulimia nervosa"},
    {'I', "Current bulimia, anorexia or gout", "current bulimia nervosa or current anorexia nervosa or current gout"},
    {'E', "Eating disorders such as anorexia", "eating disorder {example anorexia nervosa}"},
    {'E', "Anorexia or depression", "\"Anorexia\" (condition) or depressive disorder"},
    {'E', "Anorexia, nausea or vomiting", "loss of appetite or nausea or vomiting"},
    {'E', "Anorexia", "loss of appetite"},
    {'E', "Poor appetite or bulimia", "loss of appetite or bulimia nervosa"},
};
CHECK_READINGS(named, namesakes)

/* who cannot bear children: what the bracket says it is by is not denied with it */
static const reading nonchildbearing_cases[] = {
    {'I', "Females of non-childbearing potential (i.e. surgically sterile or postmenopausal for at least 1 year)", "woman of nonchildbearing potential {\"surgically sterile or postmenopausal for at least 1 year\"} or surgical sterilization {\"example\"} or postmenopausal state for >= 1 years"},
    {'I', "Women not of child-bearing potential (surgically sterile or postmenopausal), or using contraception", "woman of nonchildbearing potential {\"surgically sterile or postmenopausal\"} or surgical sterilization {\"example\"} or postmenopausal state or current contraception"},
    {'I', "Male, or female of nonchildbearing potential", "male or woman of nonchildbearing potential"},
    {'E', "Women of childbearing potential, not surgically sterile", "(woman of childbearing potential and (female and not surgical sterilization)) / or, read otherwise: (woman of childbearing potential or (female and not surgical sterilization))"},
    {'I', "Women of childbearing potential (not surgically sterile or postmenopausal)", "woman of childbearing potential and not (surgical sterilization or postmenopausal state)"},
    {'I', "Women must be of non-childbearing potential, defined as surgically sterile or postmenopausal", "if female, then (surgical sterilization or postmenopausal state)"},
    {'I', "Women must be of non-childbearing potential, defined as surgically sterile (hysterectomy or tubal ligation) or postmenopausal", "if female, then (surgical sterilization {\"hysterectomy or tubal ligation\"} or hysterectomy or tubal ligation or postmenopausal state)"},
    {'I', "Non-smokers, defined as users of nicotine gum or former smokers", "\"users\" {about nicotine replacement therapy} or former smoker"},
    {'I', "Non-smokers (including asthmatics)", "non-smoker {example asthma}"},
    {'I', "Females must be of non-childbearing potential (i.e., surgically sterilized or postmenopausal for at least 12 months) or must agree to use contraception", "if female, then (woman of nonchildbearing potential {\"i.e., surgically sterilized or postmenopausal for at least 12 months\"} or surgical sterilization {\"example\"} or postmenopausal state for >= 12 months or for a person to judge (agreement to use contraception): \"agree to use contraception\")"},
};
CHECK_READINGS(named, nonchildbearing)

/* one result or the other one: neither is asked for */
static const reading either_result_cases[] = {
    {'I', "HBeAg (+) or (-)", "hepatitis B e antigen"},
    {'I', "HBsAg (+), HBeAg (-) or (+)", "positive hepatitis B surface antigen and hepatitis B e antigen"},
    {'I', "HBeAg positive or negative", "hepatitis B e antigen"},
    {'I', "HBsAg (+) or anti-HCV (-)", "positive hepatitis B surface antigen or negative hepatitis C antibody"},
    {'I', "Major depressive disorder, single or recurrent, without dementia", "major depressive disorder and not dementia"},
};
CHECK_READINGS(named, either_result)

/* what is found by serology, and other names of everyday */
static const reading positive_serology_cases[] = {
    {'E', "Positive serology for HIV, hepatitis C or syphilis", "positive HIV test or positive hepatitis C antibody or positive treponemal syphilis test"},
    {'E', "Positive serology for hepatitis B (surface antigen)", "positive hepatitis b {\"surface antigen\"}"},
    {'I', "Negative serology for HIV and hepatitis C", "negative HIV test and negative hepatitis C antibody"},
    {'E', "Immunosuppressive or immunodeficient condition", "immunosuppression or immunodeficiency"},
    {'E', "Immunosuppressants or immunodeficiency", "immunosuppressant or immunodeficiency"},
    {'E', "Suicidal intent or plan (C-SSRS) in the past 6 months or suicide attempt in the past year", "suicidal intent or plan within 6 months before the index date or suicide attempt within 1 year before the index date"},
    {'E', "Ever intubated/ventilated for asthma", "history of endotracheal intubation {about asthma} or history of mechanical ventilation {about asthma}"},
    {'E', "Dx of gout", "confirmed gout"},
};
CHECK_READINGS(named, positive_serology)
