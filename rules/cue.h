/* The classes of the words of the grammar (rules/cues.tsv): what a word or phrase is to it. */
#ifndef ELIGO_RULES_CUE_H
#define ELIGO_RULES_CUE_H

#include <stddef.h>

/* Sorted. What each becomes: the table at the head of grammar/tag.c. */
#define CUE_CLASSES(X)                                                                             \
    X(AFTER)                                                                                       \
    X(AGEWORD)                                                                                     \
    X(AGO)                                                                                         \
    X(ALLOF)                                                                                       \
    X(ANCHOR)                                                                                      \
    X(AND)                                                                                         \
    X(ANDOR)                                                                                       \
    X(ANYOF)                                                                                       \
    X(ATTIME)                                                                                      \
    X(BEFORE)                                                                                      \
    X(BETWEEN)                                                                                     \
    X(BOTHPERIOD)                                                                                  \
    X(BUT)                                                                                         \
    X(CAUSED)                                                                                      \
    X(CMP)                                                                                         \
    X(CONSENT)                                                                                     \
    X(COUNTOF)                                                                                     \
    X(CURRENT)                                                                                     \
    X(DEFINED)                                                                                     \
    X(DIAGNOSIS)                                                                                   \
    X(EDGE)                                                                                        \
    X(EVERY)                                                                                       \
    X(EXCEPT)                                                                                      \
    X(EXCLUDED)                                                                                    \
    X(FAMILY)                                                                                      \
    X(FILL)                                                                                        \
    X(FOLD)                                                                                        \
    X(FOLLOW)                                                                                      \
    X(FOLLOWING)                                                                                   \
    X(FOR)                                                                                         \
    X(FORGROUP)                                                                                    \
    X(FROM)                                                                                        \
    X(HALFLIFE)                                                                                    \
    X(HISTORY)                                                                                     \
    X(IF)                                                                                          \
    X(INCLUDE)                                                                                     \
    X(INCLUSION)                                                                                   \
    X(JUDGE)                                                                                       \
    X(LAST)                                                                                        \
    X(LONGER)                                                                                      \
    X(MULT)                                                                                        \
    X(MUST)                                                                                        \
    X(NAIVE)                                                                                       \
    X(NEED)                                                                                        \
    X(NEXT)                                                                                        \
    X(NORMAL)                                                                                      \
    X(NOT)                                                                                         \
    X(NUMBER)                                                                                      \
    X(OF)                                                                                          \
    X(ON)                                                                                          \
    X(OR)                                                                                          \
    X(ORLESS)                                                                                      \
    X(ORMORE)                                                                                      \
    X(PERSON)                                                                                      \
    X(PLANNED)                                                                                     \
    X(PREDICTED)                                                                                   \
    X(PRIOR)                                                                                       \
    X(QUAL)                                                                                        \
    X(SEX)                                                                                         \
    X(TO)                                                                                          \
    X(ULN)                                                                                         \
    X(UNLESS)                                                                                      \
    X(WHEN)                                                                                        \
    X(WHO)                                                                                         \
    X(WITH)                                                                                        \
    X(WITHIN)                                                                                      \
    X(WORD)

#define CUE_MEMBER(name) CUE_##name,
typedef enum cue_class { CUE_NONE, CUE_CLASSES(CUE_MEMBER) CUE_KINDS } cue_class;
#undef CUE_MEMBER

/* "AFTER" ...; "" for CUE_NONE. */
const char *cue_class_name(cue_class c);
/* CUE_NONE where no class is called so. */
cue_class cue_class_find(const char *name, size_t size);

#endif
