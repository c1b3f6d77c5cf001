/* Which quantities a condition is defined by, and which share a name: rules/measures.tsv and
 * others, compiled in. */
#ifndef ELIGO_RULES_MEASURES_H
#define ELIGO_RULES_MEASURES_H

#include "rules/concept.h"

typedef struct measure_row {
    const char *condition;         /* its id; in sibling_table that of a quantity */
    const char *const *quantities; /* ids, "=" before the one that is meant; ended by NULL */
} measure_row;

extern const measure_row measure_table[]; /* generated; ended by a row of NULLs */
extern const measure_row sibling_table[]; /* rules/siblings.tsv; the same */

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

/* The quantity that the name of another one stands for beside this unit, in which only the first
 * has values: "eosinophils > 5%". NULL: the unit is its own, or nobody's. */
const concept *measures_sibling(const lexicon *lx, const concept *quantity, const char *ucum);

/* May a value be so high? Without a unit: in some unit in use. */
bool measures_possible(const concept *k, double value, const char *ucum);

/* The same of a limit without a unit, "leukopenia < 4000": that can have such a value in some unit
 * in use. `side`: '<' or '>', as the limit has it; what lies on the other side of the condition is
 * no limit that its name means. */
const concept *measures_in_number(const lexicon *lx, const concept *condition, double value,
                                  char side);

/* On which side of a limit of the quantity the condition lies: '>', '<'; 0: not known. */
char measures_side(const lexicon *lx, const concept *quantity, const concept *condition);

/* Is it what some condition means? */
bool measures_any(const lexicon *lx, const concept *quantity);

#endif
