/* Which quantities a condition is defined by: rules/measures.tsv, compiled in. */
#ifndef ELIGO_RULES_MEASURES_H
#define ELIGO_RULES_MEASURES_H

#include "rules/concept.h"

typedef struct measure_row {
    const char *condition;
    const char *const *quantities; /* ids; ended by NULL */
} measure_row;

extern const measure_row measure_table[]; /* generated; ended by a row of NULLs */

typedef struct side_row {
    const char *side;       /* "high", "low" */
    const char *const *ids; /* conditions, quantities; ended by NULL */
} side_row;

extern const side_row side_table[]; /* rules/sides.tsv; generated; ended by a row of NULLs */

/* Is a limit of the quantity what the condition means: a body mass index for obesity? */
bool measures(const lexicon *lx, const concept *quantity, const concept *condition);

/* Is it what the condition, or a wider one, means: platelets for an immune thrombocytopenia?
 * Whoever has the kind has a cause of their own as well, which the quantity does not tell. */
bool measures_wider(const lexicon *lx, const concept *quantity, const concept *condition);

/* The one quantity that the condition means and that has values in the unit; NULL: none, or
 * several. */
const concept *measures_in_unit(const lexicon *lx, const concept *condition, const char *ucum);

/* On which side of a limit of the quantity the condition lies: '>', '<'; 0: not known. */
char measures_side(const lexicon *lx, const concept *quantity, const concept *condition);

/* Is it what some condition means? */
bool measures_any(const lexicon *lx, const concept *quantity);

#endif
