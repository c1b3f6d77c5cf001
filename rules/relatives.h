/* Who of a family is meant: rules/relatives.tsv, compiled in. */
#ifndef ELIGO_RULES_RELATIVES_H
#define ELIGO_RULES_RELATIVES_H

#include <stdbool.h>
#include <stddef.h>

typedef struct relative_row {
    const char *relative;     /* "mother", "first-degree" */
    const char *const *words; /* of records, and relatives that it stands for; ended by NULL */
} relative_row;

extern const relative_row relative_table[]; /* generated; ended by a row of NULLs */

/* Is the word one of them: "mother", "sibling"? */
bool relative_known(const char *word, size_t size);

/* Is whom a record names ("MTH", "natural mother"; case does not count) one of those who are asked
 * about: "mother", "first-degree", "first-degree or second-degree"? False also where it cannot be
 * told. */
bool relative_is(const char *recorded, const char *asked);

#endif
