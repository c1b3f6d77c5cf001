/* Lines that have run into each other: "heart disease other than a small VSD Pregnancy". */
#ifndef ELIGO_GRAMMAR_APART_H
#define ELIGO_GRAMMAR_APART_H

#include "grammar/token.h"

/* The parts of a criterion, with a sign wherever a statement seems to begin that has none before
 * it. It is a guess: the text has to be read without the signs, too. NULL: there is no such place,
 * or no memory. */
const part *parts_set_apart(const char *text, const parts *p, arena *a, size_t *count);

/* The parts with a sign in place of each label of an item inside the line: "gout 2) asthma 3)
 * COPD". NULL: there is none. */
const part *parts_at_labels(const char *text, const parts *p, arena *a, size_t *count);

#endif
