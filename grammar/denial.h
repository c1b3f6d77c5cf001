/* How far a denial in a list reaches (denial.c). */
#ifndef ELIGO_GRAMMAR_DENIAL_H
#define ELIGO_GRAMMAR_DENIAL_H

#include "grammar/list.h"

/* What the entries before one have denied. */
typedef struct denials {
    size_t count;
    bool sound;   /* what is wished for */
    bool people;  /* people of one sex */
    size_t open;  /* an entry that a denial before it may reach; 0: none */
    size_t lacks; /* one that may be said of the entry before it: "gout, without tophi"; 0: none */
} denials;

/* Behind the denial that begins at `at` and stands behind what it denies, "malaria must be ruled
 * out", "was not detected", with the words of being before it; `at`: there is none. */
size_t denial_behind(const clause *c, const part *list, size_t at, size_t to);
/* Whether the denials before entry i reach it: before its rule is made. */
void denial_reach(const clause *c, entries *e, size_t i, denials *before);
/* Entry i among the denials: once its rule is made. */
void denial_count(const clause *c, entries *e, size_t i, denials *before);
/* "Pregnant, breastfeeding, or not using contraception": the last bars women, as the others do; a
 * man who uses none is not meant. NULL: it is no such entry. */
const rule *denial_of_unprotected(const clause *c, const entries *e, size_t i);
/* The rule of entries that have theirs, with another reading where a denial may reach as well. */
const rule *denial_joined(const clause *c, entries *e, const denials *d, eligo_span span);

#endif
