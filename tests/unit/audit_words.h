/* Texts, a code, and the words on which it is found, for test_audit.c: single lines whose reading matters, by phenomenon. "I:"
 * and "E:" begin the criteria of each kind, "|" parts them. */
#ifndef ELIGO_TESTS_AUDIT_WORDS_H
#define ELIGO_TESTS_AUDIT_WORDS_H

static const struct example {
    const char *code, *text, *words; /* a finding must overlap the words; NULL: must not be found */
} worded_examples[] = {
    /* clang-format off */
    /* a limit in a bracket is that of what stands right before it */
    {"vague-term", "E: uncontrolled epilepsy, obesity (BMI > 40 kg/m2)", "uncontrolled"},
    {"vague-term", "E: obesity (BMI > 40 kg/m2), uncontrolled epilepsy", "uncontrolled"},
    {"vague-term", "E: uncontrolled diabetes (HbA1c > 9 %), obesity", NULL},
    {"vague-term", "E: serious disease of the skin, ulcers, more than three lesions", "serious"},
    {"vague-term", "E: serious skin disease, gout, psoriasis with a PASI score of 10", "serious"},
    {"vague-term", "E: serious skin disease, such as pemphigus or psoriasis", NULL},
    {"vague-term", "E: serious skin disease, gout, joint disease such as arthritis", "serious"},
    {"vague-term", "I: reduced shoulder abduction", "reduced"},
    {"vague-term", "E: frequent episodic tension-type headache", NULL},
    /* groups */
    {"population", "E: hip pain (healthy control group)", "healthy control group"},
    /* judgement, and a reason */
    {"discretion", "E: imaging that is felt to be discordant with the complaints", "felt"},
    {"discretion", "E: smokers, as nicotine would affect the results", NULL},
    {"discretion", "E: habits which would affect the results", "affect"},
    {"discretion", "I: able to lie still (in the opinion of the surgeon) Women who take statins may take part", "opinion"},
    /* and, or */
    {"and-or-scope", "E: mental illness and communication disorders", "and"},
    {"and-or-scope", "E: cognitive impairment and language barriers", "and"},
    {"and-or-scope", "E: heart disease and heart failure", NULL},
    {"and-or-scope", "E: any chronic disease (renal and hepatic)", "renal and hepatic"},
    {"and-or-scope", "E: any chronic disease (renal or hepatic)", NULL},
    {"and-or-scope", "E: allergy or prolonged use of midazolam and ketamine", "midazolam and"},
    {"modifier-scope", "E: severe infections like malaria or dengue", NULL},
    {"modifier-scope", "E: suicidal thoughts or suicide attempts in the past or at present", NULL},
    {"negation-scope", "I: No history of asthma, gout, and currently taking metformin", "No history"},
    {"negation-scope", "I: No history of asthma, gout or epilepsy", NULL},
    {"exception-scope", "I: All must be 50 years or older. For patients with gout, any age is allowed", NULL},
    {"exception-scope", "E: asthma or epilepsy, excluding patients with a pacemaker", "excluding"},
    /* under the wrong heading */
    {"polarity", "E: Not pregnant or breastfeeding", "Not pregnant"},
    {"polarity", "E: Not postmenopausal", NULL},
    {"polarity", "E: No respiratory (e.g. asthma) or inflammatory disease", "No respiratory"},
    /* a score without its side */
    {"boundary", "I: MMSE of 25", "25"},
    {"boundary", "I: MMSE of 25 (+/- 3) or above", NULL},
    {"boundary", "I: ECOG of 2", NULL},
    {"boundary", "I: hearing level up to 50 dB (measured at 250, 500 and 1000 Hz)", NULL},
    /* lost signs and line ends */
    {"damaged-notation", "E: Creatinine clearance below 55 mLmin", "mLmin"},
    {"damaged-notation", "E: history of heart disease Epilepsy, gout", "Epilepsy"},
    {"damaged-notation", "E: history of Crohn's disease", NULL},
    /* two lines */
    {"redundant", "I: Able and willing to give informed consent|I: Signed informed consent", "Signed"},
    {"redundant", "I: Able and willing to give informed consent|I: Signed consent for a liver biopsy", NULL},
    {"redundant", "I: Negative pregnancy test|E: Pregnancy", "Pregnancy"},
    {"redundant", "I: Positive pregnancy test|E: Ectopic pregnancy", NULL},
    {"redundant", "E: Kidney disease with an eGFR < 35 mL/min|E: eGFR < 50 mL/min", "eGFR < 35"},
    {"redundant", "E: Kidney disease with an eGFR < 50 mL/min|E: eGFR < 35 mL/min", NULL},
    {"missing-window", "E: Persons who have donated blood", "donated"},
    /* lines that begin with what another denies */
    {"redundant", "I: Good glycaemic control with an HbA1c below 8 %|E: Poor glycaemic control", "Poor glycaemic control"},
    {"redundant", "I: Elective hip surgery under spinal anaesthesia|E: Emergency hip surgery", "Emergency"},
    {"redundant", "I: Primiparous women|E: Multiparous women", "Multiparous"},
    {"redundant", "I: Haemodynamically stable patients|E: Haemodynamic instability", "instability"},
    {"redundant", "I: Willing to follow the visit schedule and to keep a diary|E: Unwilling or unable to follow the visit schedule", "Unwilling"},
    {"redundant", "I: Elective or urgent hip surgery|E: Emergency hip surgery of the left side", NULL},
    {"redundant", "I: Adequate glycaemic control (HbA1c 6.5 to 9 %)|E: HbA1c > 9 %", "> 9"},
    {"multiple-thresholds", "E: eGFR below 35 or below 50 mL/min", "below 35"},
    {"contradiction", "I: Persons with a history of epilepsy|E: History of epilepsy", "epilepsy"},
    /* values */
    {"implausible-value", "E: Child-Pugh class D", "class D"},
    {"implausible-value", "E: Child-Pugh class B or C", NULL},
    {"implausible-value", "I: visual analogue scale (0-10) of 35 or more", "35"},
    {"implausible-value", "I: visual analogue scale (0-100) of 35 or more", NULL},
    {"implausible-value", "I: Appropriate values of kidney function, creatinine < 1.5 ng/dL, in the opinion of the investigator", "1.5 ng/dL"},
    {"missing-unit", "I: Vitamin D below 25", "25"},
    {"missing-unit", "E: taking vitamin D", NULL},
    {"damaged-notation", "I: Age \xC2\xA1\xC3\x9D 20 years", "\xC2\xA1\xC3\x9D"},
    /* the past, and lengths of time */
    {"missing-window", "E: Persons who have been hospitalized", "hospitalized"},
    {"missing-window", "I: wards on which somebody has been admitted", NULL},
    {"vague-term", "E: long-term use of drugs (such as aspirin or statins)", "long-term"},
    {"vague-term", "E: long-term use of drugs (more than 3 months)", NULL},
    {"vague-term", "I: pain sufficient to limit walking", NULL},
    {"vague-term", "I: LDL cholesterol above the recommended level", "recommended level"},
    /* how far words reach */
    {"and-or-scope", "I: treated for asthma and/or epilepsy beyond the age of 20 years", NULL},
    {"modifier-scope", "E: acute pancreatitis or appendicitis", "acute"},
    {"modifier-scope", "E: neuropathy or arthritis that may impair walking", "that may"},
    {"negation-scope", "I: no metastases, effusion and an ECOG of 0 or 1", "no metastases"},
    {"exception-scope", "E: cardiac or renal disease unless mild", "unless"},
    {"exception-scope", "E: renal disease unless mild", NULL},
    {"exception-scope", "E: endocrine or psychiatric disease (hypothyroidism is acceptable if treated)", NULL},
    {"polarity", "E: The patient does not suffer from epilepsy", "not suffer"},
    {"polarity", "E: Persons who have given informed consent", "given informed consent"},
    {"incomplete", "E: did not come within the specified time limit", "specified time limit"},
    {"discretion", "E: any other reason that the study team considers a barrier to participation", "study team considers"},
    /* signs and powers that were lost, limits that nobody sets */
    {"damaged-notation", "I: Platelets at least 80 109/L", "80 109/L"},
    {"implausible-value", "I: Platelets at least 80 000/mm3", NULL},
    {"damaged-notation", "E: attendance below %75", "%75"},
    {"implausible-value", "E: AST > 400 times the upper limit of normal", "400"},
    {"implausible-value", "E: AST > 40 times the upper limit of normal", NULL},
    {"boundary", "E: alcohol intake above 25 g and 35 g for women and men respectively", NULL},
    /* how often, and what has a name */
    {"vague-term", "E: regular opioid use in the weeks before surgery", "regular"},
    {"vague-term", "E: regular opioid use (4 times a week or more)", NULL},
    {"vague-term", "E: instable angina", NULL},
    /* how far words reach */
    {"modifier-scope", "E: severe aphasia or dysarthria or deafness", "severe"},
    {"and-or-scope", "E: auditory and visual problems", "and"},
    {"polarity", "E: No history or diagnosis of any of the following conditions: gout, epilepsy", "No history"},
    {"discretion", "E: smokers should be left out because nicotine would affect the results", NULL},
    {"discretion", "E: the sponsor may exclude anybody", "may exclude"},
    /* the past, and two lines */
    {"missing-window", "E: Vaccinated against influenza", "Vaccinated"},
    {"missing-window", "I: Vaccinated against influenza", NULL},
    {"contradiction", "I: Patients receiving warfarin for at least 2 months|E: Current warfarin therapy", "Current warfarin"},
    {"redundant", "I: Nonsmoking volunteers|E: Smokers", "Smokers"},
    /* pairs of a thing and what is judged, or of a limit and a condition */
    {"and-or-scope", "E: Cognitive impairment and inability to communicate", "and"},
    {"and-or-scope", "E: Epilepsy and contraindications to MRI", "and"},
    {"and-or-scope", "E: Contraindications to thrombolysis and thrombectomy", NULL},
    {"and-or-scope", "E: Claustrophobia and pacemaker", "and"},
    {"and-or-scope", "E: BMI > 40 kg/m2 and gout", "and"},
    {"and-or-scope", "E: heart failure and LVEF < 30 %", NULL},
    /* what a reader takes for two things, or for one */
    {"modifier-scope", "E: substance abuse or psychiatric disorder that prevents independent living", "that prevents"},
    {"modifier-scope", "E: heart disease or heart failure that prevents walking", NULL},
    {"modifier-scope", "E: moderate or severe mitral stenosis or regurgitation", NULL},
    {"modifier-scope", "E: Scoliosis or obesity making the block impossible", "making"},
    /* negations */
    {"negation-scope", "E: Persons without a bank account and a permanent residence", "without a bank"},
    {"negation-scope", "I: Free from infection and inflammation", "Free from"},
    {"negation-scope", "E: Cannot undergo MRI and CT", "Cannot"},
    {"negation-scope", "E: No telephone and no computer", NULL},
    {"negation-scope", "E: are not willing to take part and do not sign the consent", "not willing"},
    /* exceptions */
    {"exception-scope", "E: Cardiac or cerebrovascular disease (stable disease is permitted)", "stable disease"},
    {"exception-scope", "E: Cerebrovascular disease (stable disease is permitted)", NULL},
    {"exception-scope", "E: Cancer other than basal cell carcinoma, or HIV infection", NULL},
    /* two lines */
    {"redundant", "I: Patients who can speak Arabic|E: Patients who cannot speak Arabic", "cannot speak"},
    {"redundant", "I: Consent of the parents|E: Refusal of the parents", "Refusal"},
    {"redundant", "I: Signed informed consent|E: Refusal of a liver biopsy", NULL},
    {"redundant", "I: Age 50 to 79 years|E: Age 80 years or more", "80"},
    {"multiple-thresholds", "I: Age 50 to 79 years|E: Age 82 years or more", "82"},
    {"undefined-abbreviation", "E: Antibacterial items/XQZ-PU", "XQZ-PU"},
    /* blanks and signs between a number and its unit */
    {"damaged-notation", "E: fever > 38.2 0C", "0C"},
    {"missing-unit", "E: fever > 38.2 oC", NULL},
    {"damaged-notation", "I: 21 yearsof age or older", "yearsof"},
    {"incomplete", "I: Age 21 - years", "21 - years"},
    {"incomplete", "I: Age 3 months to 2 years", NULL},
    {"damaged-notation", "I: Ages 21 60 years", "21 60"},
    {"damaged-notation", "I: BMI 195-25 kg/m2", "195-25"},
    {"damaged-notation", "I: BMI 19-25 kg/m2", NULL},
    {"damaged-notation", "I: platelets > 80.000/mm3", NULL},
    {"missing-window", "E: Subjects who have been in another drug trial", "have been in"},
    {"polarity", "E: Does not have gout", "not have gout"},
    {"discretion", "E: at the surgeon's preference", "preference"},
    {"vague-term", "E: strong family history of breast cancer", "strong family history"},
    {"incomplete", "I: a score above the cut-off", "above the cut-off"},
    {"incomplete", "I: a score above the cut-off of 12", NULL},
    /* people, windows and unknown nouns in pairs and lists */
    {"and-or-scope", "E: patients with asthma and patients with gout", NULL},
    {"and-or-scope", "E: Antibiotics in the last 2 months and antidepressants", "and"},
    {"and-or-scope", "I: Patients with ankle pain and swelling or stiffness", "swelling or"},
    {"modifier-scope", "E: severe cardiac disease, impaired renal function", NULL},
    {"missing-window", "E: Previous treatment with the study drug", NULL},
    {"missing-unit", "I: Serum PSA of 4 to 10", NULL},
    {"discretion", "E: Any contraindication to exercise as determined by the cardiologist", "determined by"},
    {"redundant", "I: Women of childbearing potential must have a negative pregnancy test|E: Pregnant women", "Pregnant women"},
    {"redundant", "I: Women of childbearing potential must have a negative HIV test|E: Pregnant women", NULL},
    {"negation-scope", "E: persons who are not yet adults, prisoners and pregnant women", NULL},
    {"redundant", "I: Normotensive patients|E: Hypertension", "Hypertension"},
    {"redundant", "I: Normotensive patients|E: Portal hypertension", NULL},
    /* clang-format on */
};

#endif
