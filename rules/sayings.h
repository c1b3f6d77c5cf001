/* Words and phrases of rules/sayings.tsv, compiled in: each list ends in NULL. They are compared as
 * they are printed, case aside; a list that is used and not in the table is an error of the
 * linker. */
#ifndef ELIGO_RULES_SAYINGS_H
#define ELIGO_RULES_SAYINGS_H

#include <stddef.h>

/* "(alone)", "monotherapy": of one treatment and no other. */
extern const char *const saying_alone[];
/* Values of cues that bind one or all of the things behind them. */
extern const char *const saying_binding[];
/* Words that lead from people to the limit that holds for them: "in whom it may be". */
extern const char *const saying_case_words[];
/* Somebody's child: "lives with a child". */
extern const char *const saying_children[];
/* Beginnings of names of what comes again. */
extern const char *const saying_comes_again[];
/* "18 completed years": says no more than the unit. */
extern const char *const saying_completed[];
/* Treatment and course that no limit says: they are meant beside it. */
extern const char *const saying_courses_of_limits[];
/* Behind "study": a time of it, and no event. */
extern const char *const saying_course_of_study[];
/* Behind a thing: that it is not so. */
extern const char *const saying_denied[];
/* Topics of a judgement that deny what stands behind them. */
extern const char *const saying_denying_topics[];
/* In spite of what follows. */
extern const char *const saying_despite[];
/* And the father. */
extern const char *const saying_fathers[];
/* "(receiving insulin)": what is given to whoever has the thing before the bracket. */
extern const char *const saying_given_now[];
/* A line that ends in one of them goes on. */
extern const char *const saying_joining[];
/* Events that "after admission" or "of birth" counts from by themselves. */
extern const char *const saying_known_events[];
/* Among what bars, behind a limit: who takes none of what follows. */
extern const char *const saying_lacks[];
/* Words of a window that look back. */
extern const char *const saying_looks_back[];
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
/* No age limit, as registries print it. */
extern const char *const saying_no_limit[];
/* Behind a thing: it is not there. */
extern const char *const saying_not_there[];
/* Beginnings of words for one time that something takes place: "3 episodes of ...". */
extern const char *const saying_occurrences[];
/* The beginning of what stands before it. */
extern const char *const saying_onset[];
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
/* Values of cues that say that a disease came again or resists. */
extern const char *const saying_returning[];
/* Behind "not": what is said of a thing that is there. */
extern const char *const saying_seen[];
/* Words within two names that say that both are meant together; a beginning is enough. */
extern const char *const saying_together[];
/* What a list of treatments begins with. */
extern const char *const saying_uses[];
/* "the study eye": which of two it is. */
extern const char *const saying_which_of_two[];
/* Beginnings of words for what somebody wants, folded (rules/fold.h). */
extern const char *const saying_will_stems[];

#endif
