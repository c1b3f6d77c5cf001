/* When, and for how long: windows with their anchors, durations, tenses. */
#include "tests/unit/readings.h"

/* A time in a bracket before two things is of both. */
static const reading time_before_two_cases[] = {
    {'E', "Recent (< 6 weeks) gout attack or seizure",
     "(recent gout flare within less than 6 weeks before the index date or seizure within less than 6 weeks before the index date) / or, read otherwise: "
     "(recent gout flare within less than 6 weeks before the index date or recent seizure within less than 6 weeks before the index date)"},
    {'E', "Prolonged (> 10 days) steroids or opioids",
     "(prolonged corticosteroid for > 10 days or opioid for > 10 days) / or, read otherwise: (prolonged corticosteroid for > 10 days or prolonged opioid for > 10 days)"},
    {'I', "Adults (18 years or older) with gout or asthma", "age >= 18 years and (gout or asthma)"},
};
CHECK_READINGS(windows, time_before_two)

/* "At any time" is the whole of the past, and takes no time of its neighbours. */
static const reading at_any_time_cases[] = {
    {'E', "Gout at any time, or kidney stones within 90 days", "history of gout or nephrolithiasis within 90 days before the index date"},
    {'E', "Seizure within 3 months or head injury at any time", "seizure within 3 months before the index date or history of head injury"},
    {'E', "Head injury at any time or seizure within 3 months", "history of head injury or seizure within 3 months before the index date"},
    {'E', "Breast cancer at any point in time", "history of breast cancer"},
    {'E', "Opioid use at any time within 1 month", "opioid within 1 month before the index date"},
    {'E', "Gout or psoriasis at any time", "(gout or history of psoriasis) / or, read otherwise: (history of gout or history of psoriasis)"},
    {'I', "No head injury at any time", "not history of head injury"},
    {'E', "Gout or psoriasis at any time, or surgery within 30 days",
     "(gout or history of psoriasis or surgery within 30 days before the index date) / or, read otherwise: (history of gout or history of psoriasis or surgery within 30 days before the index date)"},
    {'E', "Head injury or seizure within 3 months", "head injury within 3 months before the index date or seizure within 3 months before the index date"},
};
CHECK_READINGS(windows, at_any_time)

/* a bracket that says the same length again */
static const reading same_length_again_cases[] = {
    {'I', "Gout for more than 2 years (24 months)", "gout for > 2 years"},
    {'E', "Stroke within 3 months (90 days)", "stroke within 3 months before the index date"},
    {'E', "Stroke within 3 months (6 weeks)", "stroke {number \"6 weeks\"} within 3 months before the index date"},
};
CHECK_READINGS(windows, same_length_again)

/* the time behind examples is that of what they are examples of, and of the list before it */
static const reading behind_examples_cases[] = {
    {'E', "Gout attack, seizure, or bleeding, including hematuria, within 5 months",
     "gout flare within 5 months before the index date or seizure within 5 months before the index date or hemorrhage {example hematuria} "
     "within 5 months before the index date"},
    {'E', "Infection, including sepsis and pneumonia, within 5 weeks",
     "infection within 5 weeks before the index date or sepsis within 5 weeks before the index date or pneumonia within 5 weeks before the index date"},
    {'E', "Infection, including sepsis within 5 weeks and pneumonia within 9 weeks",
     "infection or sepsis within 5 weeks before the index date or pneumonia within 9 weeks before the index date"},
    {'E', "Infection within 5 weeks, including sepsis", "infection {example sepsis} within 5 weeks before the index date"},
};
CHECK_READINGS(windows, behind_examples)

/* What is counted from the vaccination that the trial gives is counted from no other one that is on record; what came after one, is. */
static const reading vaccination_to_come_cases[] = {
    {'E', "Fever within 3 days prior to vaccination", "fever within 3 days before \"vaccination\""},
    {'E', "Fever within 3 days of vaccination", "fever from 3 days before to 3 days after \"vaccination\""},
    {'E', "Opioids within 10 days before vaccine administration", "opioid within 10 days before \"vaccine administration\""},
    {'E', "Seizure before immunization", "seizure before \"immunization\""},
    {'E', "Seizure within 3 days after vaccination", "seizure within 3 days after vaccine"},
    {'E', "Seizure within 3 days of a previous vaccination", "seizure from 3 days before to 3 days after vaccine"},
    {'E', "Seizure within 3 days of influenza vaccination", "seizure from 3 days before to 3 days after influenza vaccine"},
    {'E', "Opioids within 10 days before study vaccination", "opioid within 10 days before treatment start"},
    {'E', "Less than 3 weeks since vaccination", "vaccine within less than 3 weeks before the index date"},
};
CHECK_READINGS(windows, vaccination_to_come)

/* How long "chronic" is may stand in a bracket of its own, and between the word for taking and what is taken; when is of all. */
static const reading so_long_taken_cases[] = {
    {'E', "Prolonged use (> 10 days) of opioids", "current prolonged opioid for > 10 days"},
    {'E', "Prolonged use (defined as > 10 days) of opioids", "current prolonged opioid for > 10 days"},
    {'E', "Long-term intake (defined as at least 3 weeks) of aspirin or opioids", "(current prolonged aspirin for >= 3 weeks or current opioid for >= 3 weeks) / or, read otherwise: (current prolonged aspirin for >= 3 weeks or current prolonged opioid for >= 3 weeks)"},
    {'E', "Chronic administration (> 10 days) of opioids or other sedatives within 5 months before the first dose", "(current chronic opioid for > 10 days within 5 months before treatment start or current other sedative within 5 months before treatment start) / or, read otherwise: (current chronic opioid for > 10 days within 5 months before treatment start or current other chronic sedative within 5 months before treatment start)"},
    {'E', "Chronic (defined as more than 10 days) opioids", "chronic opioid for > 10 days"},
    {'E', "Prolonged (> 10 days) opioids or aspirin within 5 months", "(prolonged opioid for > 10 days within 5 months before the index date or aspirin within 5 months before the index date) / or, read otherwise: (prolonged opioid for > 10 days within 5 months before the index date or prolonged aspirin within 5 months before the index date)"},
    {'E', "Opioids for more than 10 days or aspirin within 5 months", "opioid for > 10 days or aspirin within 5 months before the index date"},
    {'E', "Use (oral) of opioids", "current oral opioid"},
    {'E', "Use (defined as daily) of opioids", "current regular opioid"},
};
CHECK_READINGS(windows, so_long_taken)

/* What a reaction was to is nothing beside it, and was there before anyway. */
static const reading reaction_to_previous_cases[] = {
    {'E', "Anaphylaxis to vaccine or penicillin", "anaphylaxis {about vaccine} or anaphylaxis {about penicillin}"},
    {'E', "History of anaphylaxis or severe allergic reaction to any vaccine", "history of anaphylaxis {about vaccine} or history of severe vaccine allergy"},
    {'E', "Anaphylaxis or asthma", "anaphylaxis or asthma"},
    {'E', "Anaphylaxis, or allergy to aspirin", "(anaphylaxis or aspirin allergy) / or, read otherwise: (anaphylaxis {about aspirin allergy} or aspirin allergy)"},
    {'E', "Asthma or allergy to aspirin", "asthma or aspirin allergy"},
    {'E', "Anaphylaxis to a previous vaccine", "anaphylaxis {about vaccine}"},
    {'E', "History of anaphylaxis to any prior vaccination", "history of anaphylaxis {about vaccine}"},
    {'E', "Hypersensitivity to previous penicillin", "penicillin allergy"},
    {'E', "Hypersensitivity to opioids, previous surgery", "opioid allergy or history of surgery"},
    {'E', "Gout and previous opioids", "gout or history of opioid"},
    {'E', "Asthma refractory to previous steroids", "refractory asthma and history of corticosteroid"},
};
CHECK_READINGS(windows, reaction_to_previous)

static const reading looking_back_cases[] = {
    {'E', "Stroke within 3 months", "stroke within 3 months before the index date"},
    {'E', "Stroke within 3 months prior to randomization", "stroke within 3 months before randomization"},
    {'E', "Stroke in the last 3 months", "stroke within 3 months before the index date"},
    {'E', "Stroke during the past year", "stroke within 1 year before the index date"},
    {'E', "Stroke less than 3 months ago", "stroke within less than 3 months before the index date"},
    {'E', "Stroke < 3 months", "stroke within less than 3 months before the index date"},
    {'E', "Myocardial infarction less than 6 months before enrolment",
     "myocardial infarction within less than 6 months before enrollment"},
    {'E', "Blood transfusion within 2 weeks of screening", "blood transfusion within 2 weeks before screening"},
    {'E', "Blood donation in the previous 8 weeks", "blood donation within 8 weeks before the index date"},
    {'E', "Surgery within 4 weeks before the first dose of study drug",
     "surgery within 4 weeks before treatment start"},
    {'E', "Use of aspirin within 7 days and of warfarin within 14 days",
     "current aspirin within 7 days before the index date or current warfarin within 14 days before the index date"},
    {'E', "Corticosteroids within 28 days, or antibiotics within 7 days",
     "corticosteroid within 28 days before the index date or antibiotic within 7 days before the index date"},
    {'E', "Chemotherapy within 4 weeks or 5 half-lives, whichever is longer",
     "chemotherapy within 5 half-lives or within 4 weeks before the index date"},
    {'E', "Hospitalization for heart failure within 6 months",
     "hospitalization {about heart failure} within 6 months before the index date"},
};
CHECK_READINGS(windows, looking_back)

static const reading not_too_recent_cases[] = {
    {'I', "Stroke at least 3 months ago", "stroke at least 3 months before the index date"},
    {'E', "In the last 6 months, stroke or major surgery",
     "stroke within 6 months before the index date or major surgery within 6 months before the index date"},
    {'I', "Within 30 days, no sepsis", "not sepsis within 30 days before the index date"},
    {'E', "In the last year, stroke, or gout for 3 months",
     "stroke within 1 year before the index date or gout for >= 3 months"},
    /* a number alone: up to, or from */
    {'I', "Patients 3 months after stroke",
     "stroke within 3 months before the index date / or, read otherwise: stroke at least 3 months before the index date"},
    {'I', "Stroke 3 months ago",
     "stroke within 3 months before the index date / or, read otherwise: stroke at least 3 months before the index date"},
    {'I', "Kidney transplantation, at least 3 months post-transplantation",
     "kidney transplantation at least 3 months before the index date"},
    {'E', "Stroke 3 months ago", "stroke within 3 months before the index date"},
    {'I', "Within 3 months after stroke", "stroke within 3 months before the index date"},
    {'I', "Age over 18 years, within 3 months after stroke",
     "age > 18 years and stroke within 3 months before the index date"},
    {'I', "Stroke more than 3 months before enrollment", "stroke more than 3 months before enrollment"},
    {'I', "At least 4 weeks since last chemotherapy",
     "chemotherapy at least 4 weeks before the index date and not "
     "chemotherapy within less than 4 weeks before the index date"},
    {'I', "At least 4 weeks since major surgery",
     "major surgery at least 4 weeks before the index date and not "
     "major surgery within less than 4 weeks before the index date"},
    {'I', "More than 6 months after kidney transplantation",
     "kidney transplantation more than 6 months before the index date and not "
     "kidney transplantation within 6 months before the index date"},
    {'I', "Stroke between 3 and 12 months ago", "stroke from 12 months before to 3 months before the index date"},
    {'I', "1 to 6 months after stroke", "stroke from 6 months before to 1 month before the index date"},
    {'I', "Stroke 3-12 months before screening", "stroke from 12 months before to 3 months before screening"},
    {'I', "Diabetes diagnosed at least 6 months before screening",
     "confirmed diabetes mellitus at least 6 months before screening"},
};
CHECK_READINGS(windows, not_too_recent)

static const reading ahead_cases[] = {
    {'E', "Surgery planned within 4 weeks", "planned surgery within 4 weeks after the index date"},
    {'E', "Planned surgery within 3 months", "planned surgery within 3 months after the index date"},
    {'E', "Scheduled for elective surgery", "planned elective surgery"},
    {'I', "Candidate for surgery", "for a person to judge (candidacy): \"Candidate for surgery\""},
    {'E', "Pregnant, breastfeeding or planning pregnancy within 6 months", "pregnancy or lactation or planning pregnancy within 6 months after the index date"},
    {'E', "Pregnant or plan to become pregnant in the next year", "pregnancy or planning pregnancy within 1 year after the index date"},
    {'E', "Current or planned pregnancy within 6 months", "current or planned pregnancy within 6 months after the index date"},
    {'E', "Pregnancy or childbirth within 6 months", "pregnancy within 6 months before the index date or childbirth within 6 months before the index date"},
};
CHECK_READINGS(windows, ahead)

static const reading how_long_cases[] = {
    {'I', "Type 2 diabetes for more than 6 months", "type 2 diabetes mellitus for > 6 months"},
    {'I', "Symptoms lasting at least 3 months", "\"Symptoms\" {about symptom} for >= 3 months"},
    {'I', "Diabetes duration of 5 to 10 years", "diabetes mellitus for from 5 to 10 years"},
    {'I', "Diagnosed with diabetes for at least 1 year", "confirmed diabetes mellitus for >= 1 years"},
    {'I', "Postmenopausal for at least 12 months", "postmenopausal state for >= 12 months"},
};
CHECK_READINGS(windows, how_long)

static const reading tense_cases[] = {
    {'E', "History of epilepsy", "history of epilepsy"},
    {'E', "Prior stroke", "history of stroke"},
    {'E', "Previous myocardial infarction", "history of myocardial infarction"},
    {'E', "Ever had a seizure", "history of seizure"},
    {'E', "Previously treated with rituximab", "history of rituximab"},
    {'E', "Prior treatment with rituximab or cyclophosphamide",
     "history of rituximab or history of cyclophosphamide"},
    {'E', "Current use of warfarin", "current warfarin"},
    {'E', "Currently taking metformin", "current metformin"},
    {'I', "On dialysis", "current dialysis"},
    {'E', "Active infection", "current infection"},
    {'E', "Current or past alcohol abuse", "history of alcohol use disorder"},
};
CHECK_READINGS(windows, tense)

static const reading one_of_a_unit_cases[] = {
    {'E', "Antibiotics within a month", "antibiotic within 1 month before the index date"},
    {'E', "Recent (within a month) stroke", "recent stroke within 1 month before the index date"},
    {'I', "Never used insulin for more than a month", "not history of insulin {\"used\"} for > 1 months"},
    {'E', "Hospitalization in the last half year", "hospitalization within 6 months before the index date"},
    {'E', "Surgery within 3 (three) months", "surgery within 3 months before the index date"},
};
CHECK_READINGS(windows, one_of_a_unit)

static const reading both_sides_cases[] = {
    {'E', "Aspirin within 2 weeks before and 1 week after surgery",
     "aspirin from 2 weeks before to 1 week after \"surgery\""},
    {'E', "Live vaccine within 30 days before or after enrollment",
     "live vaccine from 30 days before to 30 days after enrollment"},
    {'E', "Delirium within 24 hours of ICU admission", "delirium from 24 hours before to 24 hours after \"admission\""},
    {'E', "Infection within 1 week of a known clinical insult",
     "infection from 1 week before to 1 week after \"known clinical insult\""},
    {'E', "Stroke within 6 months of screening", "stroke within 6 months before screening"},
};
CHECK_READINGS(windows, both_sides)

static const reading counted_from_cases[] = {
    {'E', "Antibiotics within 90 days preceding the first dose", "antibiotic within 90 days before treatment start"},
    {'E', "Steroids in a 3-month period preceding screening", "corticosteroid within 3 months before screening"},
    {'E', "Blood pressure > 140/90 mmHg at the time of testing or with in the 2 weeks prior to testing",
     "systolic blood pressure > 140 mmHg within 2 weeks before \"assessment\" or diastolic blood pressure > 90 mmHg within 2 weeks before \"assessment\""},
    {'I', "3 months to 5 years post-stroke onset", "stroke from 5 years before to 3 months before the index date"},
    {'I', "Within the 14 weeks before screening steroids", "corticosteroid within 14 weeks before screening"},
    {'I', "Post resuscitation Glasgow coma scale ≤ 12",
     "Glasgow coma scale <= 12 after cardiopulmonary resuscitation"},
    {'I', "Stroke no earlier than 6 months before screening", "stroke within 6 months before screening"},
    {'E', "Stroke more recent than 6 months", "stroke within less than 6 months before the index date"},
};
CHECK_READINGS(windows, counted_from)

static const reading half_lives_cases[] = {
    {'E', "Chemotherapy within 4 weeks or 5 half-lives, whichever is shorter, before screening",
     "chemotherapy within 5 half-lives or within 4 weeks before screening"},
    {'E', "Chemotherapy within 5 half-lives or 4 weeks, whichever is longer",
     "chemotherapy within 5 half-lives or within 4 weeks before the index date"},
    {'E', "Warfarin within 5 half-lives before randomization", "warfarin within 5 half-lives before randomization"},
};
CHECK_READINGS(windows, half_lives)

static const reading calendar_cases[] = {
    {'I', "Admitted between October 1, 2018 and October 1, 2019",
     "hospitalization {time \"between October 1, 2018 and October 1, 2019\"}"},
    {'E', "Surgery after 02.02.2015", "surgery {time \"after 02.02.2015\"}"},
    {'E', "Stroke in 2019", "stroke {time \"in 2019\"}"},
    {'E', "Surgery between 01/01/2015 and 31/12/2017", "surgery {time \"between 01/01/2015 and 31/12/2017\"}"},
};
CHECK_READINGS(windows, calendar)

/* "At screening" behind another "at", behind what a time is of: when it is looked at, and no more. */
static const reading at_a_point_cases[] = {
    {'E', "Infection at the wrist at screening", "infection {\"wrist\"}"},
    {'E', "Pain at the knee at the screening visit", "pain {\"knee\"}"},
    {'E', "Infection at screening", "infection"},
    {'I', "Gestational age < 30 weeks of gestation at screening", "gestational age < 30 weeks"},
    {'I', "Gestational age < 30 weeks of pregnancy", "gestational age {\"pregnancy\" = pregnancy} < 30 weeks"},
    {'I', "Gestational age < 30 weeks at screening", "gestational age < 30 weeks"},
    {'E', "Stroke < 3 months of enrollment", "stroke within less than 3 months before enrollment"},
    {'E', "Gout before or at screening", "gout before screening"},
    {'I', "At least 9 months of rowing experience at screening", "\"rowing experience\" for >= 9 months"},
    {'I', "At least 5 months after brittle stroke", "stroke {\"brittle\"} at least 5 months before the index date and not stroke {\"brittle\"} within less than 5 months before the index date"},
    {'I', "At least 5 months after their first stroke", "stroke at least 5 months before the index date and not stroke within less than 5 months before the index date"},
    {'E', "Gout within 4 weeks after brittle stroke", "gout within 4 weeks after \"brittle stroke\""},
    {'E', "Gout within 4 weeks after stroke", "gout within 4 weeks after stroke"},
};
CHECK_READINGS(windows, at_a_point)

static const reading no_window_cases[] = {
    {'E', "Asthma and participation in the 9-week program", "asthma or \"participation\" {time \"9-week\"; \"program\"}"},
    {'I', "HbA1c > 7% at week 8", "HbA1c {\"week 8\"} > 7%"},
    {'E', "Vomiting 2 times in one day", "vomiting {time \"in one day\"; number \"2\"}"},
};
CHECK_READINGS(windows, no_window)

static const reading none_in_that_time_cases[] = {
    {'I', "No antibiotics for 2 weeks before randomization", "not antibiotic within 2 weeks before randomization"},
    {'I', "Off steroids for 4 weeks", "not corticosteroid within 4 weeks before the index date"},
    {'I', "Never on dialysis for more than 3 months", "not history of dialysis for > 3 months"},
};
CHECK_READINGS(windows, none_in_that_time)

static const reading lengths_cases[] = {
    {'I', "Fever for < 48 hours", "fever for < 48 hours"},
    {'I', "Cough of at least 8 weeks' duration", "cough for >= 8 weeks"},
    {'E', "Chronic diarrhea (> 10 days)", "chronic diarrhea for > 10 days"},
    {'E', "Chronic (> 10 days) diarrhea", "chronic diarrhea for > 10 days"},
    {'I', "ICU stay less than 3 days", "intensive care unit admission for < 3 days"},
    {'I', "Low back pain of any duration", "low back pain"},
    {'I', "Diabetes (5 to 10 years)", "diabetes mellitus for from 5 to 10 years"},
};
CHECK_READINGS(windows, lengths)

static const reading so_long_and_no_window_cases[] = {
    {'E', "More than 72 hours of hospitalization in the last 30 days",
     "hospitalization for > 72 hours within 30 days before the index date"},
    {'I', "At least 12 weeks of treatment with metformin", "current metformin for >= 12 weeks"},
    {'I', "Diabetes recently diagnosed (< 2 months)",
     "recent diabetes mellitus within less than 2 months before the index date"},
    {'E', "At most 4 weeks from major surgery or 2 weeks from minor surgery",
     "major surgery within 4 weeks before the index date or minor surgery within 2 weeks before the index date"},
    {'E', "Organ transplantation in the past 6 months or likely within the next 6 months",
     "organ transplantation within 6 months before the index date or suspected organ transplantation within 6 months after the index date"},
    {'E', "Work at night (22:00-6:00) within 1 week",
     "employed {\"22:00-6:00\"; \"night\"} within 1 week before the index date"},
    {'I', "At least 6 months post-onset of stroke",
     "stroke at least 6 months before the index date and not stroke within less than 6 months before the index date"},
};
CHECK_READINGS(windows, so_long_and_no_window)

static const reading lengths_of_lists_cases[] = {
    {'E', "Stroke or seizure < 3 months",
     "stroke within less than 3 months before the index date or seizure within less than 3 months before the index date"},
    {'E', "Stroke/seizure/syncope < 3 mos",
     "stroke within less than 3 months before the index date or seizure within less than 3 months before the index date or syncope within less than 3 months before the index date"},
    {'E', "Gout, stroke or seizure < 3 months",
     "(gout for < 3 months / or, read otherwise: gout within less than 3 months before the index date) or stroke within less than 3 months before the index date or seizure within less than 3 months before the index date"},
    {'E', "Stroke, seizure, syncope < 3 months",
     "(stroke or seizure or syncope within less than 3 months before the index date) / or, read otherwise: (stroke within less than 3 months before the index date or seizure within less than 3 months before the index date or syncope within less than 3 months before the index date)"},
    {'E', "Asthma or gout < 2 years",
     "(asthma for < 2 years / or, read otherwise: asthma within less than 2 years before the index date) or (gout for < 2 years / or, read otherwise: gout within less than 2 years before the index date)"},
    {'E', "Asthma, stroke or life expectancy < 3 months",
     "asthma or stroke or life expectancy < 3 months"},
    {'E', "Asthma, stroke/seizure within 3 months",
     "(asthma or stroke within 3 months before the index date or seizure within 3 months before the index date) / or, read otherwise: (asthma within 3 months before the index date or stroke within 3 months before the index date or seizure within 3 months before the index date)"},
};
CHECK_READINGS(windows, lengths_of_lists)

static const reading another_time_for_some_cases[] = {
    {'E', "Antibiotics within 2 weeks (4 weeks for rifampicin)",
     "antibiotic within 2 weeks before the index date or rifampicin within 4 weeks before the index date"},
    {'E', "Antibiotics or antifungals within 2 weeks (or 4 weeks for rifampicin and azithromycin) prior to screening",
     "antibiotic within 2 weeks before the index date or antifungal within 2 weeks before the index date or rifampicin {number \"4 weeks\"} or azithromycin before screening"},
    {'I', "No vaccine within 2 weeks (4 weeks for live vaccines)",
     "not (vaccine within 2 weeks before the index date or live vaccine within 4 weeks before the index date)"},
    {'E', "Antibiotics within 4 weeks (2 weeks for rifampicin)",
     "not understood (more is said at once than is read as one clause): \"Antibiotics within 4 weeks (2 weeks for rifampicin)\""},
    {'E', "Stroke within 3 months (6 months for women)",
     "stroke {number \"6 months\"; \"women\"} within 3 months before the index date"},
};
CHECK_READINGS(windows, another_time_for_some)

static const reading several_points_of_the_study_cases[] = {
    {'E', "Stroke at screening or admission",
     "stroke"},
    {'E', "Stroke within 14 days before screening or randomization",
     "stroke within 14 days before screening"},
    {'E', "Stroke at baseline or previous surgery",
     "stroke or history of surgery"},
    {'E', "Stroke within 14 days before screening or admission for asthma",
     "stroke within 14 days before screening or hospitalization {about asthma}"},
    {'E', "Stroke w/in 3 months",
     "stroke within 3 months before the index date"},
};
CHECK_READINGS(windows, several_points_of_the_study)

static const reading off_for_so_long_cases[] = {
    {'I', "Has not taken aspirin for at least 2 weeks",
     "not history of aspirin within 2 weeks before the index date"},
    {'I', "Off aspirin for >= 2 weeks, clopidogrel >= 4 weeks",
     "not (aspirin within 2 weeks before the index date or clopidogrel within 4 weeks before the index date)"},
    {'I', "Has been free of asthma for at least 4 weeks",
     "not (history of asthma within 4 weeks before the index date / or, read otherwise: history of asthma for >= 4 weeks)"},
    {'I', "No history of aspirin use for more than 2 weeks",
     "not history of aspirin for > 2 weeks"},
    {'E', "No asthma for 4 weeks, diabetes >= 8 weeks",
     "not (asthma within 4 weeks before the index date / or, read otherwise: asthma for >= 4 weeks) or diabetes mellitus for >= 8 weeks"},
    {'I', "Discontinued aspirin for >= 2 weeks, clopidogrel >= 4 weeks",
     "aspirin {course \"stopped\"} for >= 2 weeks and clopidogrel {course \"stopped\"} for >= 4 weeks"},
    {'E', "Stroke within 4 weeks of starting warfarin",
     "stroke from 4 weeks before to 4 weeks after \"starting warfarin\""},
    {'E', "within 4 weeks of starting warfarin",
     "not understood (no condition was found in these words): \"within 4 weeks of starting warfarin\""},
    {'I', "At least 6 months after heart transplantation",
     "heart transplantation at least 6 months before the index date and not heart transplantation within less than 6 months before the index date"},
};
CHECK_READINGS(windows, off_for_so_long)

static const reading over_for_so_long_cases[] = {
    {'I', "4 weeks since major surgery",
     "major surgery at least 4 weeks before the index date and not major surgery within less than 4 weeks before the index date"},
    {'E', "Less than 4 weeks since major surgery",
     "major surgery within less than 4 weeks before the index date"},
    {'I', "Radiotherapy must have been completed at least 2 weeks before enrollment",
     "not radiotherapy within less than 2 weeks before enrollment"},
    {'I', "Radiotherapy or chemotherapy must have been completed > 2 weeks before enrollment",
     "not radiotherapy within 2 weeks before enrollment and not chemotherapy within 2 weeks before enrollment"},
    {'E', "Aspirin must be stopped at least 7 days before enrollment",
     "aspirin {course \"over\"} at least 7 days before enrollment"},
    {'I', "Vaccination must have been completed",
     "vaccine {course \"over\"}"},
    {'E', "Drug abuse < 2 years",
     "drug abuse for < 2 years / or, read otherwise: drug abuse within less than 2 years before the index date"},
    {'I', "Diabetes < 2 years",
     "diabetes mellitus for < 2 years"},
};
CHECK_READINGS(windows, over_for_so_long)

static const reading or_over_cases[] = {
    {'E', "Opioids within 10 days, or over-the-counter ibuprofen within 5 days", "opioid within 10 days before the index date or ibuprofen {\"nonprescription\"} within 5 days before the index date"},
    {'E', "Opioids within 10 days or over the counter drugs within 5 days", "opioid within 10 days before the index date or over-the-counter medicine within 5 days before the index date"},
    {'E', "Opioids for 10 days or over", "opioid for >= 10 days"},
};
CHECK_READINGS(windows, or_over)

static const reading counted_in_one_time_cases[] = {
    {'I', "At least 2 strokes or at least 1 seizure in the past year", "number of stroke >= 2 within 1 year before the index date or number of seizure >= 1 within 1 year before the index date"},
    {'E', ">= 3 seizures or >= 2 strokes within 6 months before screening", "number of seizure >= 3 within 6 months before screening or number of stroke >= 2 within 6 months before screening"},
    {'E', "Asthma or at least 2 strokes within 6 months before screening", "asthma or number of stroke >= 2 within 6 months before screening"},
    {'E', "At least 2 strokes within 3 years or at least 1 seizure within 6 months", "number of stroke >= 2 within 3 years before the index date or number of seizure >= 1 within 6 months before the index date"},
};
CHECK_READINGS(windows, counted_in_one_time)

static const reading windows_before_a_list_cases[] = {
    {'E', "Use within 90 days of insulin, metformin, or aspirin",
     "insulin within 90 days before the index date or metformin within 90 days before the index date or aspirin within 90 days before the index date"},
    {'E', "Current or previous (within 3 months) use of aspirin, warfarin or heparin",
     "history of aspirin within 3 months before the index date or history of warfarin within 3 months before the index date or history of heparin within 3 months before the index date"},
    {'E', "In the past 3 months use of aspirin or heparin",
     "current aspirin within 3 months before the index date or current heparin within 3 months before the index date"},
    {'E', "Recent (within 3 months) stroke, uncontrolled asthma or gout",
     "(recent stroke within 3 months before the index date or uncontrolled asthma or gout) / or, read otherwise: (recent stroke within 3 months before the index date or uncontrolled asthma or uncontrolled gout)"},
    {'E', "Within 6 months stroke or history of TIA",
     "stroke within 6 months before the index date or history of transient ischemic attack"},
    {'E', "Pacemaker implanted within 90 days or planned",
     "implanted device {about cardiac pacemaker} within 90 days before the index date or planned implanted device {about cardiac pacemaker}"},
    {'E', "Kidney transplantation or planned",
     "kidney transplantation or planned kidney transplantation"},
    {'E', "Asthma or planned surgery",
     "asthma or planned surgery"},
};
CHECK_READINGS(windows, windows_before_a_list)

/* Another point of its course than its beginning, one of its kind: no record tells when that was. */
static const reading counted_from_its_course_cases[] = {
    {'E', "Radiotherapy within 4 weeks of progression of glioma",
     "radiotherapy from 4 weeks before to 4 weeks after \"progression of glioma\""},
    {'E', "Stroke within 3 months after resolution of endocarditis",
     "stroke within 3 months after \"resolution of endocarditis\""},
    {'E', "Prednisone within 1 month before a flare of gout",
     "prednisone within 1 month before \"flare of gout\""},
    {'E', "Fever within 2 days of vaccination against influenza",
     "fever from 2 days before to 2 days after \"vaccination against influenza\""},
    {'E', "Surgery within 3 months of a severe pneumonia",
     "surgery from 3 months before to 3 months after \"severe pneumonia\""},
    {'E', "Surgery within 3 months of pneumonia requiring dialysis",
     "surgery from 3 months before to 3 months after \"pneumonia requiring dialysis\""},
    {'E', "Surgery within 3 months of a confirmed stroke",
     "surgery from 3 months before to 3 months after stroke"},
    {'E', "Surgery within 3 months of the diagnosis of gout",
     "surgery from 3 months before to 3 months after gout"},
    {'E', "Opioid use within 14 days of stroke", "opioid from 14 days before to 14 days after stroke"},
    {'E', "Use within 14 days of opioids", "opioid within 14 days before the index date"},
};
CHECK_READINGS(windows, counted_from_its_course)

/* How long each of several lasts says nothing of how long somebody has had them. */
static const reading length_of_each_cases[] = {
    {'I', "Regular menstrual cycles (24-35 days)", "menstrual cycle length from 24 to 35 days"},
    {'I', "Regular menses of 24 to 35 days", "menstrual cycle length from 24 to 35 days"},
    {'I', "Regular menstrual cycles lasting 24 to 35 days",
     "menstrual cycle length from 24 to 35 days and regular menstrual cycle"},
    {'E', "Irregular cycles (< 21 or > 35 days)",
     "menstrual cycle length < 21 days or menstrual cycle length > 35 days"},
    {'I', "Regular menstrual cycles for at least 6 months", "regular menstrual cycle for >= 6 months"},
    {'E', "Migraine attacks (4-72 hours)", "migraine {time \"4-72 hours\"}"},
    {'E', "Migraine attacks lasting 4 to 72 hours", "migraine {time \"lasting 4 to 72 hours\"}"},
    {'I', "Migraine attacks for at least 1 year", "migraine for >= 1 years"},
    {'E', "Seizures lasting more than 5 minutes", "seizure for > 5 minutes"},
};
CHECK_READINGS(windows, length_of_each)

/* A word that ends in "for", before a length of time. */
static const reading for_so_long_cases[] = {
    {'I', "HBsAg positive for more than 6 months", "positive hepatitis B surface antigen for > 6 months"},
    {'I', "Hypertension treated for 3 months", "treated hypertension for >= 3 months"},
    {'I', "HIV positive for 5 years", "human immunodeficiency virus infection for >= 5 years"},
    {'I', "Hypertension treated with aspirin for 3 months", "hypertension and history of aspirin for >= 3 months"},
    {'I', "Tested positive for COVID-19", "positive COVID-19"},
};
CHECK_READINGS(windows, for_so_long)

/* "With onset within ...": when the condition before it began. */
static const reading onset_of_cases[] = {
    {'I', "Acute stroke with onset within 4.5 hours", "acute stroke {course \"onset\"} within 4.5 hours before the index date"},
    {'I', "Septic arthritis with onset of symptoms within the last 2 weeks", "septic arthritis {course \"onset\"} within 2 weeks before the index date"},
    {'I', "Headache with onset before age 50", "headache and \"onset\" {time \"before age 50\"}"},
    {'I', "Asthma with fever within 3 days", "asthma and fever within 3 days before the index date"},
};
CHECK_READINGS(windows, onset_of)

/* Nothing is planned for a time that is over. */
static const reading what_is_over_cases[] = {
    {'I', "Expected to need mechanical ventilation and intubated within the previous 24 hours", "planned mechanical ventilation {\"required\"} and endotracheal intubation within 24 hours before the index date"},
    {'I', "Planned surgery and hospitalized within the previous 24 hours", "planned surgery and hospitalization within 24 hours before the index date"},
    {'I', "Planned surgery or chemotherapy in the past 6 months", "planned surgery or chemotherapy within 6 months before the index date"},
    {'I', "Planned surgery or chemotherapy within 6 months", "planned surgery within 6 months after the index date or planned chemotherapy within 6 months after the index date"},
    {'I', "Planned or prior surgery within 6 months", "history of surgery within 6 months before the index date or planned surgery within 6 months after the index date"},
};
CHECK_READINGS(windows, what_is_over)

/* An age at an event is not the age of today, and asks for no event of its own. */
static const reading age_at_event_cases[] = {
    {'E', "Age < 40 years at the time of stroke", "age {time \"at the time of stroke\"} < 40 years"},
    {'E', "Infants < 6 weeks at the time of vaccination", "age {time \"at the time of vaccination\"} < 6 weeks"},
    {'I', "Age 6-12 weeks at the time of the first vaccination", "age {time \"at the time of the first vaccination\"} from 6 to 12 weeks"},
    {'I', "Adults aged 18 to 50 at vaccination", "age {time \"at vaccination\"} from 18 to 50 years"},
    {'I', "Age >= 18 years at the time of consent", "age >= 18 years"},
    {'E', "Fever at the time of vaccination", "fever {about vaccine}"},
};
CHECK_READINGS(windows, age_at_event)

/* Behind a comma, how long it lasts may be said of the last alone. */
static const reading last_or_all_so_long_cases[] = {
    {'I', "Metformin, or insulin, for 4 months", "(metformin or insulin for >= 4 months) / or, read otherwise: (metformin for >= 4 months or insulin for >= 4 months)"},
    {'E', "Cough, or fever, lasting 10 days", "(cough or fever for >= 10 days) / or, read otherwise: (cough for >= 10 days or fever for >= 10 days)"},
    {'I', "Gout, and hypertension, for 4 years", "(gout and hypertension for >= 4 years) / or, read otherwise: (gout for >= 4 years and hypertension for >= 4 years)"},
    {'E', "Statins, or a diet, for at least 10 weeks", "(statin or \"diet\" for >= 10 weeks) / or, read otherwise: (statin for >= 10 weeks or \"diet\" for >= 10 weeks)"},
    {'I', "Metformin or insulin for 4 months", "metformin for >= 4 months or insulin for >= 4 months"},
    {'I', "Metformin, acarbose or insulin for 4 months", "metformin for >= 4 months or acarbose for >= 4 months or insulin for >= 4 months"},
    {'E', "Smoking, or gout for more than 9 years", "current smoker or gout for > 9 years"},
};
CHECK_READINGS(windows, last_or_all_so_long)

/* "> 48 h before": so long ago, or for so long; what is long ago has been washed out. */
static const reading ago_or_so_long_cases[] = {
    {'E', "Hospital stay > 36 h before enrolment", "hospitalization more than 36 hours before enrollment / or, read otherwise: hospitalization for > 36 hours within 36 hours before enrollment"},
    {'E', "ICU stay longer than 36 h before enrolment", "intensive care unit admission for > 36 hours within 36 hours before enrollment"},
    {'E', "Antibiotics > 36 h before enrolment", "antibiotic more than 36 hours before enrollment / or, read otherwise: antibiotic for > 36 hours within 36 hours before enrollment"},
    {'I', "Steroids > 5 days before randomization", "corticosteroid more than 5 days before randomization / or, read otherwise: corticosteroid for > 5 days within 5 days before randomization"},
    {'I', "Steroids > 5 weeks before randomization", "corticosteroid more than 5 weeks before randomization"},
    {'I', "Antibiotics stopped > 36 h before enrolment", "\"Antibiotics stopped\" (medication) {about antibiotic} more than 36 hours before enrollment"},
    {'E', "Hospitalised for > 36 h before enrolment", "hospitalization for > 36 hours within 36 hours before enrollment"},
};
CHECK_READINGS(windows, ago_or_so_long)

/* Behind "or" a time that is counted from an event is an alternative of its own, where what stands before it has none. */
static const reading time_of_another_event_cases[] = {
    {'E', "Gout, or less than 5 weeks after a stroke", "gout or stroke within less than 5 weeks before the index date"},
    {'E', "Asthma or within 20 days of a myocardial infarction", "asthma or myocardial infarction within 20 days before the index date"},
    {'E', "Currently breastfeeding, or less than 7 weeks after delivery", "current lactation or not understood (a time without a thing): \"less than 7 weeks after delivery\""},
    {'I', "Dementia or less than 5 months since a stroke", "dementia or stroke within less than 5 months before the index date"},
    {'E', "Pain at rest or within 3 hours after exercise", "pain {state \"resting\"} within 3 hours after physical activity"},
    {'E', "Bleeding during or within 20 hours after delivery", "hemorrhage within 20 hours after \"birth\""},
    {'E', "Gout or asthma within 5 weeks of surgery", "gout from 5 weeks before to 5 weeks after \"surgery\" or asthma from 5 weeks before to 5 weeks after \"surgery\""},
    {'E', "Gout, or within 5 weeks of randomization", "gout within 5 weeks before randomization"},
};
CHECK_READINGS(windows, time_of_another_event)

/* Behind "unless B," the time is that of what B is taken from. */
static const reading time_behind_an_exception_cases[] = {
    {'E', "Surgery, unless minor, within 4 months", "surgery within 4 months before the index date, except \"minor\""},
    {'E', "Participation in another trial, unless only observational, in the last 4 months", "participation in another clinical trial within 4 months before the index date, except \"observational\""},
    {'E', "Stroke, unless more than 7 months ago", "stroke within 7 months before the index date"},
    {'E', "Cancer, unless cured, or gout within 4 months", "(malignant neoplasm, except \"cured\") or gout within 4 months before the index date"},
    {'E', "Cancer, unless cured or in remission, or gout", "(malignant neoplasm, except (\"cured\" or \"remission\")) or gout"},
    {'I', "Cancer, unless localized, or active hepatitis", "(if not localized malignant neoplasm, then malignant neoplasm) or current hepatitis"},
    {'E', "Allergy to penicillin, unless tolerated since, or to any other beta-lactam", "(penicillin allergy, except \"tolerated since\") or not understood (more of the list, behind an exception): \"to any other beta-lactam\""},
    {'E', "Surgery within 4 months, unless minor", "surgery within 4 months before the index date, except \"minor\""},
};
CHECK_READINGS(windows, time_behind_an_exception)

/* What both times are counted from stands once, behind the last, also between commas; "during" it is no other thing. */
static const reading on_both_sides_cases[] = {
    {'E', "Warfarin within 5 weeks before, or within 3 weeks after, surgery", "warfarin from 5 weeks before to 3 weeks after \"surgery\""},
    {'E', "Stroke within 5 weeks before, or within 3 weeks after surgery", "stroke from 5 weeks before to 3 weeks after \"surgery\""},
    {'E', "Stroke within 5 weeks before, or after, surgery", "stroke from 5 weeks before to 5 weeks after \"surgery\""},
    {'E', "Warfarin within 5 weeks before, during, or within 3 weeks after surgery", "warfarin from 5 weeks before to 3 weeks after \"surgery\""},
    {'E', "Warfarin within 5 weeks before or during surgery", "warfarin within 5 weeks before \"surgery\""},
    {'E', "Transfusion within 5 weeks prior to, or within 3 weeks after, enrollment", "blood transfusion from 5 weeks before to 3 weeks after the index date"},
    {'E', "Warfarin within 5 weeks before or within 3 weeks after surgery", "warfarin from 5 weeks before to 3 weeks after \"surgery\""},
    {'E', "Stroke within 5 weeks before, or gout", "stroke within 5 weeks before the index date or gout"},
    {'E', "Warfarin within 5 weeks prior to, or during, the study", "warfarin within 5 weeks before the index date"},
};
CHECK_READINGS(windows, on_both_sides)

/* What is planned for after a vaccination comes after the trial's; a pregnancy test before the trial is about today. */
static const reading of_the_trial_itself_cases[] = {
    {'E', "Surgery planned within 5 weeks after vaccination", "planned surgery within 5 weeks after \"vaccination\""},
    {'E', "Planned pregnancy within 5 months after immunization", "planning pregnancy within 5 months after \"immunization\""},
    {'E', "Planned surgery within 5 weeks after stroke", "planned surgery within 5 weeks after stroke"},
    {'E', "Fever within 5 weeks after vaccination", "fever within 5 weeks after vaccine"},
    {'E', "Positive pregnancy test before the trial", "pregnancy"},
    {'E', "Pregnant before randomization", "pregnancy"},
    {'E', "Pregnancy within 5 weeks before enrollment", "pregnancy within 5 weeks before enrollment"},
    {'E', "History of pregnancy before enrollment", "history of pregnancy before enrollment"},
    {'E', "Gout before enrollment", "gout before enrollment"},
};
CHECK_READINGS(windows, of_the_trial_itself)
/* from one length to another, and how far back is not said: no window that who had it lately is outside of */
static const reading from_four_to_eight_cases[] = {
    {'E', "Antibiotics in the previous 4-8 weeks", "antibiotic {time \"in the previous 4-8 weeks\"}"},
    {'E', "Antibiotics within 4 to 8 weeks", "antibiotic {time \"within 4 to 8 weeks\"}"},
    {'I', "Stroke in the last 6 to 12 months", "stroke {time \"in the last 6 to 12 months\"}"},
    {'I', "Stroke 6-12 months ago", "stroke from 12 months before to 6 months before the index date"},
    {'I', "Stroke 6 to 12 months before screening", "stroke from 12 months before to 6 months before screening"},
    {'I', "Stroke within 6 to 12 months before screening", "stroke from 12 months before to 6 months before screening"},
};
CHECK_READINGS(windows, from_four_to_eight)
