/* What protocols bar with: what is said once of all of a list, when it was, and of what an infection is. */
#include "tests/unit/readings.h"

/* Behind the words that count a list it is said where, how or of whom all of it is; how it was found asks for nothing. */
static const reading tails_of_heads_cases[] = {
    {'E', "Any of the following at the biopsy site: psoriasis, abscess or tattoo", "psoriasis {\"at the biopsy site\"} or abscess {\"at the biopsy site\"} or tattooing {\"at the biopsy site\"}"},
    {'E', "Any of the following in the treated ear: otitis media, hearing loss", "otitis media {\"in the treated ear\"} or hearing loss {\"in the treated ear\"}"},
    {'E', "Any of the following requiring dialysis: gout, asthma", "gout {\"requiring dialysis\"} or asthma {\"requiring dialysis\"}"},
    {'E', "Any of the following on ECG: atrial fibrillation, sinus bradycardia", "current atrial fibrillation or current sinus bradycardia"},
    {'E', "Any of the following conditions: gout, asthma", "gout or asthma"},
    {'E', "Any of the following at screening: gout, asthma", "gout or asthma"},
};
CHECK_READINGS(barring, tails_of_heads)

/* At birth, at onset: a value of then has a name of its own, or is not that of today. */
static const reading values_of_then_cases[] = {
    {'E', "Weighing less than 1800 g at birth", "birth weight < 1800 g"},
    {'E', "Body weight < 2 kg at the time of birth", "body weight {time \"at the time of birth\"} < 2 kg"},
    {'E', "Apgar score below 6 at birth", "Apgar score < 6"},
    {'E', "Hemoglobin < 9 g/dL at delivery", "hemoglobin {time \"at delivery\"} < 9 g/dL"},
    {'E', "Weighing less than 3 kg at enrolment", "body weight < 3 kg"},
    {'E', "Asthma at birth", "asthma {time \"at birth\"}"},
    {'I', "Ferritin > 500 ng/mL at onset", "ferritin {time \"at onset\"} > 500 ng/mL"},
};
CHECK_READINGS(barring, values_of_then)

/* An episode that somebody is in is no word of the thing that was then. */
static const reading during_what_cases[] = {
    {'E', "Lithium during the current episode", "lithium {\"episode\"}"},
    {'E', "Dialysis during the event", "dialysis {\"event\"}"},
    {'E', "Seizure episodes", "seizure"},
};
CHECK_READINGS(barring, during_what)

/* How bad the allergy is belongs to each thing that it is to. */
static const reading class_of_allergies_cases[] = {
    {'E', "Severe allergy to nuts, wool or kanamycin", "severe allergy {\"nuts\"} or severe allergy {about \"wool\"} or severe allergy {about kanamycin}"},
    {'E', "Severe allergy to penicillin, nuts or kanamycin", "severe allergy {about penicillin} or severe allergy {about \"nuts\"} or severe allergy {about kanamycin}"},
    {'E', "Penicillin allergy, kanamycin or nuts", "penicillin allergy or allergy {about kanamycin} or kanamycin {about \"nuts\"}"},
};
CHECK_READINGS(barring, class_of_allergies)

/* As much of the next name as makes one with a word is lent to it. */
static const reading as_much_of_the_name_cases[] = {
    {'E', "Aortic or mitral valve disease", "aortic valve disease or mitral valve disease"},
    {'E', "Severe mitral or tricuspid valve disorder", "severe mitral valve disease or severe tricuspid valve disease"},
    {'E', "Aortic or peripheral vascular disease", "aortic disease or peripheral vascular disease"},
};
CHECK_READINGS(barring, as_much_of_the_name)

/* What is tied to one noun is of all the adjectives before it; of names of organs it may be of the last. */
static const reading one_noun_with_adjectives_cases[] = {
    {'E', "Permanent or persistent atrial fibrillation with a heart rate above 120 bpm", "(permanent atrial fibrillation or persistent atrial fibrillation) and heart rate > 120 /min"},
    {'E', "Type 1 or type 2 diabetes with HbA1c > 10%", "(type 1 diabetes mellitus or type 2 diabetes mellitus) and HbA1c > 10%"},
    {'E', "Second or third degree AV block without a pacemaker", "(second degree AV block or complete heart block) and not cardiac pacemaker"},
    {'E', "Liver or kidney failure with encephalopathy", "((liver failure or renal failure) and encephalopathy) / or, read otherwise: (liver failure or (renal failure and encephalopathy))"},
    {'E', "Gout or asthma with fever", "((gout or asthma) and fever) / or, read otherwise: (gout or (asthma and fever))"},
};
CHECK_READINGS(barring, one_noun_with_adjectives)

/* A device lacks to what stands before it; a condition behind the comma is one by itself. */
static const reading devices_that_lack_cases[] = {
    {'E', "AV block without a pacemaker, sick sinus syndrome, or heart rate < 45 bpm", "(heart block and not cardiac pacemaker) or sick sinus syndrome or heart rate < 45 /min"},
    {'E', "Long QT syndrome without a defibrillator, or syncope", "(long QT syndrome and not implantable cardioverter-defibrillator) or syncope"},
    {'E', "Diabetes without retinopathy, hypertension, or asthma", "(diabetes mellitus and not (retinopathy or hypertension or asthma)) / or, read otherwise: ((diabetes mellitus and not retinopathy) or hypertension or asthma)"},
};
CHECK_READINGS(barring, devices_that_lack)

/* An infection with something is of that, and comes with nothing. */
static const reading infections_with_cases[] = {
    {'E', "Infection with HIV", "human immunodeficiency virus infection"},
    {'E', "Infection with hepatitis B or C", "hepatitis b or hepatitis c"},
    {'E', "Gout, or infection with Staphylococcus aureus", "gout or Staphylococcus aureus infection"},
    {'E', "Gout, or infection with another Plasmodium species", "gout or (infection and other Plasmodium)"},
    {'E', "Infection with fever", "infection and fever"},
    {'E', "Hepatitis C (HCV RNA detectable) infection", "hepatitis c and positive HCV RNA"},
};
CHECK_READINGS(barring, infections_with)

/* The point that all times of a list are counted from may stand apart from it. */
static const reading points_said_once_cases[] = {
    {'E', "Radiotherapy within 3 weeks, or surgery within 5 weeks, of the first dose", "radiotherapy within 3 weeks before the index date or surgery within 5 weeks before the index date"},
    {'E', "Steroids within 2 months before, or planned during, the study", "corticosteroid within 2 months before the index date or planned corticosteroid"},
    {'E', "Vaccination within 20 days before, or planned within 20 days after, enrolment", "vaccine within 20 days before the index date or planned vaccine within 20 days after the index date"},
    {'E', "Insulin within 5 months or 5 half-lives (whichever is longer) of baseline", "insulin within 5 half-lives or within 5 months before the index date"},
    {'E', "Weight loss of more than 4 kg between screening and baseline", "weight loss {time \"between screening and baseline\"} > 4 kg"},
    {'E', "Surgery within 3 weeks of the first dose", "surgery within 3 weeks before treatment start"},
};
CHECK_READINGS(barring, points_said_once)

/* Treatments that cannot be stopped, or things that rule something out: one, or all of them. */
static const reading what_cannot_be_stopped_cases[] = {
    {'E', "Warfarin or heparin that cannot be stopped", "(warfarin or for a person to judge (inability): \"heparin that cannot be stopped\") / or, read otherwise: for a person to judge (inability): \"Warfarin or heparin that cannot be stopped\""},
    {'E', "Warfarin, heparin or aspirin which cannot be interrupted", "(warfarin or heparin or for a person to judge (inability): \"aspirin which cannot be interrupted\") / or, read otherwise: for a person to judge (inability): \"Warfarin, heparin or aspirin which cannot be interrupted\""},
    {'E', "Gout or aspirin that cannot be stopped", "gout or for a person to judge (inability): \"aspirin that cannot be stopped\""},
    {'E', "Gout, or use of steroids, that contraindicates surgery", "(gout or current corticosteroid {about surgery}) / or, read otherwise: (gout {about surgery} or current corticosteroid {about surgery})"},
    {'E', "Gout or asthma that contraindicates surgery", "gout {about surgery} or asthma {about surgery}"},
};
CHECK_READINGS(barring, what_cannot_be_stopped)

/* Who may take part, enter or join is taken from what bars. */
static const reading who_may_take_part_cases[] = {
    {'E', "Diabetes. Patients with mild diabetes may take part", "diabetes mellitus, except mild diabetes mellitus"},
    {'E', "HIV infection; patients with treated HIV infection may enter the study", "human immunodeficiency virus infection, except treated human immunodeficiency virus infection"},
    {'E', "Asthma. Those with mild asthma are welcome to join", "asthma, except mild asthma"},
};
CHECK_READINGS(barring, who_may_take_part)

/* When a relative had it says nothing of the patient's own. */
static const reading of_a_relative_then_cases[] = {
    {'E', "Asthma, or family history of gout before the age of 40", "asthma or gout (family) {time \"before the age of 40\"}"},
};
CHECK_READINGS(barring, of_a_relative_then)

/* What was or is planned of a list is planned of each of it; a planned receipt is to come. */
static const reading planned_too_cases[] = {
    {'E', "Surgery or radiotherapy within 5 weeks or planned during the study", "surgery within 5 weeks before the index date or radiotherapy within 5 weeks before the index date or (planned surgery or planned radiotherapy)"},
    {'E', "Steroids within 5 weeks or surgery within 3 weeks or planned", "corticosteroid within 5 weeks before the index date or surgery within 3 weeks before the index date or planned surgery"},
    {'E', "Planned receipt of a live vaccine within 5 weeks", "planned live vaccine within 5 weeks after the index date"},
    {'E', "Receipt of a live vaccine within 5 weeks", "history of live vaccine within 5 weeks before the index date"},
    {'E', "Pregnant women, nursing women, and women of childbearing potential who are not using highly effective contraception", "pregnancy or lactation or (woman of childbearing potential and not current highly effective contraception)"},
};
CHECK_READINGS(barring, planned_too)

/* An earlier pregnancy is no number of them; in this or an earlier one is at any time. */
static const reading earlier_pregnancies_cases[] = {
    {'E', "Preeclampsia in the current or a previous pregnancy", "history of preeclampsia"},
    {'E', "Preeclampsia in a previous pregnancy", "preeclampsia {time \"in a previous pregnancy\"}"},
    {'E', "Gestational diabetes in this or a prior pregnancy", "history of gestational diabetes mellitus"},
    {'E', "Psychosis in the current or a previous episode", "psychotic disorder {time \"in the current or a previous episode\"}"},
    {'E', "Previous pregnancy", "history of pregnancy"},
    {'E', "More than 4 previous pregnancies", "gravidity > 4"},
};
CHECK_READINGS(barring, earlier_pregnancies)

/* A time since something that is no thing of the list is another alternative. */
static const reading times_without_a_thing_cases[] = {
    {'E', "More than 20 hours since intubation, or more than 40 hours since admission", "(endotracheal intubation more than 20 hours before the index date and not endotracheal intubation within 20 hours before the index date) or not understood (a time without a thing): \"more than 40 hours since admission\""},
    {'E', "At least 5 months since stroke", "stroke at least 5 months before the index date and not stroke within less than 5 months before the index date"},
};
CHECK_READINGS(barring, times_without_a_thing)

/* A comma before "or" leaves what is tied to the last to that; so does where an infection is. */
static const reading of_the_last_alone_cases[] = {
    {'E', "Gout, or asthma with fever", "gout or (asthma and fever)"},
    {'E', "Gout, or asthma, with fever", "((gout or asthma) and fever) / or, read otherwise: (gout or (asthma and fever))"},
    {'E', "Active tuberculosis, or latent tuberculosis that has not been treated", "current tuberculosis or current treated latent tuberculosis infection {\"not\"}"},
    {'E', "Septic shock, necrotising fasciitis or infection of prosthetic material", "septic shock or necrotizing fasciitis or infection {\"prosthetic\"; \"material\"}"},
    {'E', "Osteoarthritis or infection of the knee", "osteoarthritis {\"knee\"} or infection {\"knee\"}"},
    {'E', "Hypertrophic, restrictive or infiltrative cardiomyopathy, myocarditis or pericarditis", "hypertrophic cardiomyopathy or restrictive cardiomyopathy or cardiomyopathy {\"infiltrative\"} or myocarditis or pericarditis"},
    {'E', "Traumatic brain injury or encephalopathy after cardiac arrest", "(traumatic brain injury after cardiac arrest or encephalopathy after cardiac arrest) / or, read otherwise: (traumatic brain injury or encephalopathy after cardiac arrest)"},
    {'E', "Bleeding or infection after biopsy", "hemorrhage after biopsy or infection after biopsy"},
};
CHECK_READINGS(barring, of_the_last_alone)

/* Words that the field says with a name. */
static const reading said_with_a_few_words_cases[] = {
    {'E', "Prolonged QTc (> 490 ms)", "QTc interval > 490 ms"},
    {'E', "Gestational age below 29 completed weeks", "gestational age < 29 weeks"},
    {'E', "Cervical cerclage in place", "cervical cerclage"},
    {'E', "Immunosuppressants within 5 months (inhaled steroids excepted)", "(immunosuppressant within 5 months before the index date, except inhaled corticosteroid) / or, read otherwise: immunosuppressant within 5 months before the index date"},
};
CHECK_READINGS(barring, said_with_a_few_words)

/* Behind "or more" a word for a time is the unit of the number before it. */
static const reading so_many_or_more_cases[] = {
    {'E', "Fever for 3 or more days", "fever for >= 3 days"},
    {'E', "Fever of 3 or more days", "fever {number \"3 or more days\"}"},
    {'E', "Antibiotics for 5 or more consecutive days", "antibiotic for >= 5 days"},
    {'E', "Steroids within 3 or fewer weeks", "corticosteroid within 3 weeks before the index date"},
    {'E', "Asthma for 6 or more years", "asthma for >= 6 years"},
    {'E', "Three or more seizures", "number of seizure >= 3"},
    {'E', "Temperature of 39 °C or more", "body temperature >= 39 °C"},
};
CHECK_READINGS(barring, so_many_or_more)

/* A limit in a bracket for some of those who have a thing leaves open the others. */
static const reading limits_of_some_who_have_cases[] = {
    {'E', "Anticoagulation (INR > 3 if on warfarin)", "anticoagulant and ((if current warfarin, then INR > 3) / or, read otherwise: (current warfarin and INR > 3))"},
    {'E', "Gout (uric acid > 9 mg/dL)", "gout and uric acid > 9 mg/dL"},
};
CHECK_READINGS(barring, limits_of_some_who_have)

/* One point behind all times, and the place of all that is done in one time. */
static const reading before_the_point_cases[] = {
    {'E', "Platelet transfusion in the 6 days, or filgrastim in the 13 days, preceding screening", "platelet transfusion within 6 days before the index date or filgrastim within 13 days before the index date"},
    {'E', "Laser therapy, chemical peel or dermabrasion of the face within 5 months, isotretinoin within 11 months", "laser therapy {\"face\"} within 5 months before the index date or chemical peel {\"face\"} within 5 months before the index date or dermabrasion {\"face\"} within 5 months before the index date or isotretinoin within 11 months before the index date"},
};
CHECK_READINGS(barring, before_the_point)

/* Names of their own, which no adjective of their neighbours widens. */
static const reading names_that_bar_cases[] = {
    {'E', "Migraine with aura, hemiplegic migraine or medication overuse headache", "migraine with aura or hemiplegic migraine or medication overuse headache"},
    {'E', "Uterine rupture, or polymicrobial bacteremia", "uterine rupture or polymicrobial bacteremia"},
    {'E', "Relapse of multiple sclerosis within 40 days", "multiple sclerosis relapse within 40 days before the index date"},
    {'E', "Regular use of opioids, or chronic pain", "current regular opioid or current chronic pain"},
    {'E', "Regular use of opioids or benzodiazepines", "(current regular opioid or current benzodiazepine) / or, read otherwise: (current regular opioid or current regular benzodiazepine)"},
};
CHECK_READINGS(barring, names_that_bar)

/* A hyphen parts no adjective from its noun, as a comma does. */
static const reading hanging_adjectives_cases[] = {
    {'E', "Second- or third-degree AV block without a pacemaker, sick sinus syndrome, or heart rate < 45 bpm", "((second degree AV block or complete heart block) and (not (cardiac pacemaker or sick sinus syndrome) or heart rate < 45 /min)) / or, read otherwise: (second degree AV block or (complete heart block and not cardiac pacemaker) or sick sinus syndrome or heart rate < 45 /min)"},
    {'E', "Gout, or asthma with eczema", "gout or (asthma and dermatitis)"},
};
CHECK_READINGS(barring, hanging_adjectives)

/* Behind a denial and "or" stands what there may be instead: more of the same, long ago; a treatment; that it is over. */
static const reading what_there_is_instead_cases[] = {
    {'I', "No prior chemotherapy, or at least 7 months since chemotherapy",
     "not history of chemotherapy or (chemotherapy at least 7 months before the index date and not chemotherapy within less than 7 months before the index date)"},
    {'I', "No prior cancer, or more than 4 years since treatment",
     "not history of malignant neoplasm or (treatment more than 4 years before the index date and not treatment within 4 years before the index date)"},
    {'I', "Gout or at least 7 months since chemotherapy",
     "gout or (chemotherapy at least 7 months before the index date and not chemotherapy within less than 7 months before the index date)"},
    {'I', "No previous surgery, or surgery more than 7 months ago",
     "not history of surgery or not surgery within 7 months before the index date"},
    {'I', "No stroke, or stroke within 7 months",
     "not (stroke or stroke within 7 months before the index date) / or, read otherwise: (not stroke or stroke within 7 months before the index date)"},
    {'I', "No latent tuberculosis, or completion of isoniazid",
     "not latent tuberculosis infection or \"completion\" {about isoniazid}"},
    {'I', "No hepatitis C, or a sustained virologic response",
     "not (hepatitis c or \"sustained virologic response\") / or, read otherwise: (not hepatitis c or \"sustained virologic response\")"},
    {'I', "No hepatitis B, or a completed antiviral therapy",
     "not (hepatitis b or antiviral {\"completed\"}) / or, read otherwise: (not hepatitis b or antiviral {\"completed\"})"},
    {'I', "No gout, or on allopurinol",
     "not (gout or current allopurinol) / or, read otherwise: (not gout or current allopurinol)"},
    {'I', "No gout or on allopurinol",
     "not (gout or current allopurinol)"},
    {'I', "No gout, asthma, or allopurinol",
     "not (gout or asthma or allopurinol)"},
    {'I', "No steroids, or prednisone at a stable dose",
     "not (corticosteroid or stable prednisone) / or, read otherwise: (not corticosteroid or stable prednisone)"},
    {'I', "No gout, or asthma",
     "not (gout or asthma)"},
    {'I', "No ongoing or completed chemotherapy",
     "not current chemotherapy {\"completed\"}"},
    {'I', "No infection, or resolution of infection",
     "not infection or \"resolution\" {about infection}"},
};
CHECK_READINGS(barring, what_there_is_instead)

/* A cause that is denied or taken out is on no record. */
static const reading causes_taken_out_cases[] = {
    {'E', "Asthma, not due to occupational exposure",
     "asthma {\"not\"; about occupational exposure}"},
    {'E', "Fever, not explained by infection",
     "fever {\"not\"; about infection}"},
    {'E', "Anemia, unrelated to chemotherapy",
     "anemia {about chemotherapy}"},
    {'E', "Anemia, unless due to chemotherapy",
     "anemia, except chemotherapy {\"due to\"}"},
    {'E', "Renal failure, unless related to gout or asthma",
     "renal failure, except (gout {\"related to\"} or asthma {\"related to\"})"},
    {'E', "Fever (unless due to infection)",
     "fever, except infection {\"due to\"}"},
    {'E', "Anemia, except if explained by iron deficiency",
     "anemia, except iron deficiency {\"explained by\"}"},
    {'E', "Anemia, unless on chemotherapy",
     "anemia, except current chemotherapy"},
};
CHECK_READINGS(barring, causes_taken_out)

/* What is excepted where it is long ago, and what it is given for. */
static const reading long_ago_cases[] = {
    {'E', "Stroke, unless more than 7 months ago",
     "stroke within 7 months before the index date"},
    {'E', "Stroke or gout unless > 7 months before enrollment",
     "(stroke within 7 months before enrollment or gout within 7 months before enrollment) / or, read otherwise: (stroke or gout within 7 months before enrollment)"},
    {'E', "Stroke, or gout, unless it occurred more than 7 months ago",
     "stroke within 7 months before the index date or gout within 7 months before the index date"},
    {'E', "Rituximab, unless last dose was more than 7 months ago",
     "rituximab within 7 months before the index date"},
    {'E', "Stroke (unless > 7 months ago)",
     "stroke within 7 months before the index date"},
    {'E', "Stroke, unless older than 7 months",
     "stroke, except not understood (an exception that is not understood): \"older than 7 months\""},
    {'E', "Asthma, unless older than 65 years",
     "asthma, except age > 65 years"},
    {'E', "Stroke, unless within 7 months",
     "stroke, except not understood (an exception that is not understood): \"within 7 months\""},
    {'I', "No stroke unless more than 7 months ago",
     "not stroke within 7 months before the index date"},
    {'E', "Chemotherapy, other than for breast cancer",
     "chemotherapy, except breast cancer {\"for\"}"},
    {'E', "Steroids other than for asthma or gout",
     "corticosteroid, except (asthma {\"for\"} or gout {\"for\"})"},
    {'I', "No steroids except for asthma",
     "not (corticosteroid, except asthma {\"for\"})"},
    {'E', "Steroids, except in patients with asthma",
     "corticosteroid, except asthma"},
};
CHECK_READINGS(barring, long_ago)

/* What is of another kind behind an exception may bar by itself; what has an exception of its own does. */
static const reading unless_behind_exceptions_cases[] = {
    {'E', "Cancer other than basal cell carcinoma unless treated with surgery", "(malignant neoplasm, except (basal cell carcinoma, except history of surgery)) / or, read otherwise: ((malignant neoplasm, except basal cell carcinoma), except history of surgery)"},
    {'E', "Cancer (other than basal cell carcinoma) unless treated with surgery", "(malignant neoplasm, except basal cell carcinoma), except history of surgery"},
    {'E', "Cancer other than basal cell carcinoma", "malignant neoplasm, except basal cell carcinoma"},
};
CHECK_READINGS(barring, unless_behind_exceptions)

static const reading behind_exceptions_cases[] = {
    {'E', "Liver disease except fatty liver, hepatitis except hepatitis A, cirrhosis except early cirrhosis", "not understood (no condition was found in these words): \"Liver disease except fatty liver, hepatitis except hepatitis A, cirrhosis except early cirrhosis\""}, /* each would be read twice as often as the one before */
    {'E', "Cancer except in situ, lactation", "(malignant neoplasm, except (\"situ\" or lactation)) / or, read otherwise: ((malignant neoplasm, except \"situ\") or lactation)"},
    {'E', "Infection except cystitis, pregnancy, dialysis or HIV", "(infection, except (cystitis or pregnancy (as a kind) or dialysis or human immunodeficiency virus infection)) / or, read otherwise: ((infection, except cystitis) or pregnancy or dialysis or human immunodeficiency virus infection)"},
    {'E', "Disease other than gout, smoking", "(\"Disease\" {about disease}, except (gout or current smoker)) / or, read otherwise: ((\"Disease\" {about disease}, except gout) or current smoker)"},
    {'E', "Surgery except appendectomy, stroke within 5 months", "((surgery within 5 months before the index date / or, read otherwise: surgery), except ((appendectomy or stroke within 5 months before the index date) / or, read otherwise: (appendectomy within 5 months before the index date or stroke within 5 months before the index date))) / or, read otherwise: (((surgery within 5 months before the index date / or, read otherwise: surgery), except appendectomy) or stroke within 5 months before the index date)"},
    {'E', "Cancer except skin cancer, gout with HbA1c > 8%", "(malignant neoplasm, except (skin cancer or (gout and HbA1c > 8%))) / or, read otherwise: ((malignant neoplasm, except skin cancer) or (gout and HbA1c > 8%))"},
    {'E', "Cancer unless cured, gout, or asthma", "(malignant neoplasm, except (\"cured\" or gout or asthma)) / or, read otherwise: ((malignant neoplasm, except \"cured\") or gout or asthma)"},
    {'E', "Asthma unless on steroids, cirrhosis", "(asthma, except (current corticosteroid or current cirrhosis of liver)) / or, read otherwise: ((asthma, except current corticosteroid) or current cirrhosis of liver)"},
    {'E', "Cancer except skin cancer, arrhythmia except atrial fibrillation", "(malignant neoplasm, except skin cancer) or (cardiac arrhythmia, except atrial fibrillation)"},
    {'E', "Diabetes unless HbA1c < 8%, gout unless on allopurinol", "(diabetes mellitus, except HbA1c < 8%) or (gout, except current allopurinol)"},
    {'I', "No cancer except skin cancer, gout or stroke", "not (malignant neoplasm, except (skin cancer or gout or stroke)) / or, read otherwise: not ((malignant neoplasm, except skin cancer) or gout or stroke)"},
    {'I', "No surgery except appendectomy, asthma", "not (surgery, except (appendectomy or asthma)) / or, read otherwise: not ((surgery, except appendectomy) or asthma)"},
    {'E', "Autoimmune disease other than vitiligo, hypothyroidism or psoriasis", "autoimmune disease, except (vitiligo or hypothyroidism (as a kind) or psoriasis)"},
    {'E', "Chronic disease other than gout, asthma or diabetes", "\"Chronic disease\" {about chronic disease}, except (gout or asthma or diabetes mellitus)"},
    {'E', "Heart failure unless NYHA class I, EF > 50%", "heart failure, except (NYHA class 1 or left ventricular ejection fraction > 50%)"},
    {'E', "Atrial fibrillation unless on warfarin, apixaban or aspirin", "atrial fibrillation, except (current warfarin or current apixaban or current aspirin)"},
    {'E', "Surgery except appendectomy, cholecystectomy", "surgery, except (appendectomy or cholecystectomy)"},
    {'I', "No cancer except skin cancer, carcinoma in situ of the cervix", "not (malignant neoplasm, except (skin cancer or cervical carcinoma in situ))"},
    {'E', "Liver disease except fatty liver, hepatitis other than hepatitis A", "(liver disease, except ((fatty liver disease or hepatitis), except hepatitis a)) / or, read otherwise: ((liver disease, except fatty liver disease) or (hepatitis, except hepatitis a))"},
    {'E', "Infection, except for cystitis, or pneumonia", "(infection, except (cystitis or pneumonia)) / or, read otherwise: ((infection, except cystitis) or pneumonia)"},
    {'E', "Infection except cystitis or pneumonia", "infection, except (cystitis or pneumonia)"},
    {'E', "Infection, except cystitis, pneumonia, or sinusitis", "infection, except (cystitis or pneumonia or sinusitis)"},
    {'I', "No cancer except skin cancer, and no gout", "not (malignant neoplasm, except skin cancer) and not gout"},
    {'I', "No cancer except skin cancer, and HbA1c < 8%", "not (malignant neoplasm, except skin cancer) and HbA1c < 8%"},
    {'I', "No cancer except skin cancer, and cervical carcinoma in situ", "not (malignant neoplasm, except (skin cancer or cervical carcinoma in situ))"},
    {'E', "Diabetes other than gestational, gout", "(diabetes mellitus, except (gestational diabetes mellitus or gout (as a kind))) / or, read otherwise: ((diabetes mellitus, except gestational diabetes mellitus) or gout)"},
    {'E', "Hypertension except gestational, asthma", "(hypertension, except (\"gestational\" or asthma (as a kind))) / or, read otherwise: ((hypertension, except \"gestational\") or asthma)"},
    {'E', "Anemia other than aplastic", "anemia, except aplastic anemia"},
    {'E', "Asthma other than severe, gout", "(asthma, except severe asthma) or gout"},
    {'E', "Heart disease other than hypertension, asthma", "(heart disease, except (hypertension (as a kind) or asthma (as a kind))) / or, read otherwise: ((heart disease, except hypertension (as a kind)) or asthma)"},
};
CHECK_READINGS(barring, behind_exceptions)

/* that something was measured in some time bars nobody */
static const reading measured_in_a_time_cases[] = {
    {'E', "Ascites, SBP or encephalopathy within 3 months", "ascites within 3 months before the index date or not understood (nothing is said of what is measured): \"SBP\" or encephalopathy within 3 months before the index date"},
    {'E', "Gout or serum creatinine within 3 months", "gout within 3 months before the index date or not understood (nothing is said of what is measured): \"serum creatinine within 3 months\""},
    {'E', "Gout or echocardiogram within 3 months", "gout within 3 months before the index date or echocardiography within 3 months before the index date"},
    {'I', "Serum creatinine and echocardiogram within 3 months", "serum creatinine within 3 months before the index date and echocardiography within 3 months before the index date"},
};
CHECK_READINGS(barring, measured_in_a_time)

/* Each exception may be of the one before it, or of all: a chain of them comes to an end all the same, in bounded memory. */
Test(barring, chains_of_exceptions_end, .timeout = 20)
{
    static const char first[] = "asthma unless mild", again[] = ", gout or surgery unless healed";
    char text[sizeof first + 300 * (sizeof again - 1)] = "";
    arena *a = arena_new(1 << 26);
    const rule *r;

    memcpy(text, first, sizeof first);
    for (size_t i = 0, at = sizeof first - 1; i < 300; i++, at += sizeof again - 1)
        memcpy(text + at, again, sizeof again);
    r = compile_criterion(text, strlen(text), CRITERION_EXCLUSION, lexicon_core(), a);
    cr_assert_not_null(r);
    cr_expect_not(arena_failed(a));
    arena_delete(a);
}
