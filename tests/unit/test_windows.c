/* When, and for how long: windows with their anchors, durations, tenses. */
#include "tests/unit/readings.h"

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
     "chemotherapy within 5 half-lives before or 4 weeks before the index date"},
    {'E', "Hospitalization for heart failure within 6 months",
     "heart failure hospitalization within 6 months before the index date"},
};
CHECK_READINGS(windows, looking_back)

static const reading not_too_recent_cases[] = {
    {'I', "Stroke at least 3 months ago", "stroke at least 3 months before the index date"},
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
    {'I', "Stroke between 3 and 12 months ago", "stroke from 12 months to 3 months before the index date"},
    {'I', "1 to 6 months after stroke", "stroke from 6 months to 1 month before the index date"},
    {'I', "Stroke 3-12 months before screening", "stroke from 12 months to 3 months before screening"},
    {'I', "Diabetes diagnosed at least 6 months before screening",
     "confirmed diabetes mellitus at least 6 months before screening"},
};
CHECK_READINGS(windows, not_too_recent)

static const reading ahead_cases[] = {
    {'E', "Surgery planned within 4 weeks", "planned surgery within 4 weeks after the index date"},
    {'E', "Planned surgery within 3 months", "planned surgery within 3 months after the index date"},
    {'E', "Scheduled for elective surgery", "planned elective surgery"},
    {'I', "Candidate for surgery", "planned surgery"},
};
CHECK_READINGS(windows, ahead)

static const reading how_long_cases[] = {
    {'I', "Type 2 diabetes for more than 6 months", "type 2 diabetes mellitus for > 6 months"},
    {'I', "Symptoms lasting at least 3 months", "Symptoms \"Symptoms\" for >= 3 months"},
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
