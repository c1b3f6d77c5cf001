/* Between clause.c, which makes the rule of an item, and bound.c, which makes those of its numbers.
 */
#ifndef ELIGO_GRAMMAR_BOUND_H
#define ELIGO_GRAMMAR_BOUND_H

#include "grammar/clause.h"

/* The rule of one number of an item. NULL: it bounds nothing. */
const rule *bound_rule(const clause *c, const item *x, const part *q);

/* What some quantity was at another time ("onset before 12 years of age"), which no record tells: a
 * bound of a subject that is known by its words alone. */
const rule *bound_of_words(const clause *c, eligo_span subject, const part *q);
/* One record of the subject of an item; *other is what a negation may deny instead (NULL: nothing
 * else). */
rule *clause_has(const clause *c, const item *x, rule **other);
const rule_amount *clause_amount(const clause *c, const part *q);
/* A window out of a bare length of time behind an event ("infarction < 6 months"). */
const rule_window *clause_window(const clause *c, const part *q);
/* A drug, a procedure and the like: what is given or done. */
bool concept_is_treatment(const concept *k);
/* Letters and digits by turns, twice or more: "T3N2", "pT1N0M0", and no "T3" (apposed.c). */
bool word_is_code(const char *text, size_t size);
/* What the limit of a condition or habit is one of, where it does not say so: "leukopenia < 4000",
 * "smokers (> 10/day)"; NULL: that is open. */
const concept *bound_meant(const clause *c, const concept *of, const part *q);
/* The quantity that has a unit for its own: pack-years, kg/m2. NULL: the unit tells none. */
const concept *quantity_of_unit(const clause *c, const part *q);

#endif
