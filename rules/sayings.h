/* Words and phrases of rules/sayings.tsv, compiled in: each list ends in NULL. They are compared as
 * they are printed, case aside; a list that is used and not in the table is an error of the
 * linker. */
#ifndef ELIGO_RULES_SAYINGS_H
#define ELIGO_RULES_SAYINGS_H

#include <stddef.h>

/* "(alone)", "monotherapy": of one treatment and no other. */
extern const char *const saying_alone[];
/* Tests that find genetic material. */
extern const char *const saying_amplification[];
/* In the name of a test: it is one of them. */
extern const char *const saying_amplifying_tests[];
/* Behind the name of a column: how it answers. */
extern const char *const saying_answer_form[];
/* A sample of whatever it was. */
extern const char *const saying_any_sample[];
/* Values of cues that bind one or all of the things behind them. */
extern const char *const saying_binding[];
/* A sample of blood. */
extern const char *const saying_blood_samples[];
/* Words that lead from people to the limit that holds for them: "in whom it may be". */
extern const char *const saying_case_words[];
/* Somebody's child: "lives with a child". */
extern const char *const saying_children[];
/* The last word of the name of a column, which says no more. */
extern const char *const saying_column_ends[];
/* Beginnings of names of what comes again. */
extern const char *const saying_comes_again[];
/* Too common to say that two names mean the same, folded. */
extern const char *const saying_common_in_names[];
/* "18 completed years": says no more than the unit. */
extern const char *const saying_completed[];
/* Behind "study": a time of it, and no event. */
extern const char *const saying_course_of_study[];
/* Treatment and course that no limit says: they are meant beside it. */
extern const char *const saying_courses_of_limits[];
/* Behind a thing: that it is not so. */
extern const char *const saying_denied[];
/* Topics of a judgement that deny what stands behind them. */
extern const char *const saying_denying_topics[];
/* In spite of what follows. */
extern const char *const saying_despite[];
/* And the father. */
extern const char *const saying_fathers[];
/* The patient's sex, in words of a criterion or a record. */
extern const char *const saying_female[];
/* "(receiving insulin)": what is given to whoever has the thing before the bracket. */
extern const char *const saying_given_now[];
/* In a cell: it is not sure. */
extern const char *const saying_in_doubt[];
/* In a cell: it was so, and is no more. */
extern const char *const saying_in_the_past[];
/* In the name of a place: a ward of intensive care. */
extern const char *const saying_intensive_care[];
/* In the name of a place: one for children. */
extern const char *const saying_intensive_care_of_children[];
/* A line that ends in one of them goes on. */
extern const char *const saying_joining[];
/* Events that "after admission" or "of birth" counts from by themselves. */
extern const char *const saying_known_events[];
/* Among what bars, behind a limit: who takes none of what follows. */
extern const char *const saying_lacks[];
/* Words of a window that look back. */
extern const char *const saying_looks_back[];
/* And male. */
extern const char *const saying_male[];
/* In the words of a record: more than slight (ascites, encephalopathy). */
extern const char *const saying_marked[];
/* Kinds of what something can be shown by: ids of concepts. */
extern const char *const saying_means[];
/* "(as measured by ...)": with what, and no bound of it. */
extern const char *const saying_measured_by[];
/* A line that goes on with the one before it, whatever its label. */
extern const char *const saying_more_of_it[];
/* Of these, the mother. */
extern const char *const saying_mothers[];
/* Titles that say nothing of who is let in or kept out. */
extern const char *const saying_neutral_titles[];
/* The other answer. */
extern const char *const saying_no[];
/* In a cell: nothing is known. */
extern const char *const saying_no_answer[];
/* In the name of a place: it is none. */
extern const char *const saying_no_intensive_care[];
/* No age limit, as registries print it. */
extern const char *const saying_no_limit[];
/* In a cell of a list: there are none. */
extern const char *const saying_none_listed[];
/* What is needed, threatens or is possible has not come about. */
extern const char *const saying_not_come_about[];
/* Behind a thing: it is not there. */
extern const char *const saying_not_there[];
/* Beginnings of words for one time that something takes place: "3 episodes of ...". */
extern const char *const saying_occurrences[];
/* The beginning of what stands before it. */
extern const char *const saying_onset[];
/* Brands that are ordinary words. */
extern const char *const saying_ordinary_brands[];
/* Routes that do not go by the gut. */
extern const char *const saying_parenteral_routes[];
/* Parents: "infants of diabetic mothers". */
extern const char *const saying_parents[];
/* "Cohort A", "Group 2": parts of a study that are told by a number or letter. */
extern const char *const saying_parts_of_study[];
/* People who are named a second time in a list: "patients with A and patients with B". */
extern const char *const saying_people_again[];
/* "(to avoid a second operation)": why something is asked for. */
extern const char *const saying_purpose[];
/* Beginnings of words that put a condition: a line that has one is no title. */
extern const char *const saying_puts_condition[];
/* What numbers of registries begin with; the first has eight digits behind it. */
extern const char *const saying_registry_numbers[];
/* Where a sample came from: the airways. */
extern const char *const saying_respiratory_samples[];
/* Values of cues that say that a disease came again or resists. */
extern const char *const saying_returning[];
/* With one of them a name of a terminology is no name of the thing itself. */
extern const char *const saying_says_otherwise[];
/* Behind "not": what is said of a thing that is there. */
extern const char *const saying_seen[];
/* And slight. */
extern const char *const saying_slight[];
/* Routes by which a drug goes through the whole body. */
extern const char *const saying_systemic_routes[];
/* Units of time, as they are written out. */
extern const char *const saying_times[];
/* Words within two names that say that both are meant together; a beginning is enough. */
extern const char *const saying_together[];
/* Routes that put a drug where it works. */
extern const char *const saying_topical_routes[];
/* In the words of a record: they may turn what stands beside them round. */
extern const char *const saying_turns_round[];
/* What a list of treatments begins with. */
extern const char *const saying_uses[];
/* Words of when something was. */
extern const char *const saying_when[];
/* "the study eye": which of two it is. */
extern const char *const saying_which_of_two[];
/* Beginnings of words for what somebody wants, folded (rules/fold.h). */
extern const char *const saying_will_stems[];
/* An answer in a cell, or of a user. */
extern const char *const saying_yes[];

#endif
