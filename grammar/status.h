/* Tests that are positive or negative, by the short names that mean them beside a result: "ER+",
 * "HR-positive, HER2-negative breast cancer". */
#ifndef ELIGO_GRAMMAR_STATUS_H
#define ELIGO_GRAMMAR_STATUS_H

#include "grammar/clause.h"

/* "ER", "HR" beside a result are no rooms and no rates, but what "ER status", "HR status" are names
 * of. NULL: the words are no such short name. */
const concept *status_named(const lexicon *lx, arena *a, const char *text, eligo_span words);
/* Is it a gene, of which mutations are looked for: "KRAS"? */
bool status_of_gene(const lexicon *lx, arena *a, const char *text, eligo_span words);
/* The same for the subject of an item, which is then that test. */
bool status_of_item(const clause *c, item *x);
/* "positive" or "negative", where an item says it; else NULL. */
const char *status_result(const item *x);
/* "ALK-positive", "ER positivity": does the name of its subject say the result? */
bool status_in_name(const clause *c, const item *x);
/* Do the words, several, end in one for a result? */
bool status_ends(const clause *c, eligo_span words);
/* "HER2-negative breast cancer": takes the tests named before a disease, with their results, out of
 * what narrows it; a rule for each, at most `most`. */
size_t status_taken(const clause *c, rule *r, const rule **tests, size_t most);

#endif
