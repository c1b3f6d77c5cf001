/* Names of the lexicon that would stand for another thing than their concept: a check of the
 * tables. Of what it knows, reading texts needs the ambiguous abbreviations alone. */
#ifndef ELIGO_RULES_NARROW_H
#define ELIGO_RULES_NARROW_H

#include "engine/base/buffer.h"
#include "rules/concept.h"

/* A row of rules/same.tsv (in names of `of`, a concept, a category or "any", these words change
 * nothing) or of rules/ambiguous.tsv (an abbreviation, and what it is short for). */
typedef struct name_row {
    const char *of;
    const char *const *words; /* ended by NULL */
} name_row;

extern const name_row same_table[], ambiguous_table[]; /* generated; ended by a row of NULLs */

/* A line for each name of `c` that is another of its names and words that narrow it ("severe
 * asthma" of asthma), and for each that is an ambiguous abbreviation. Their number. */
size_t narrow_names(const lexicon *lx, const concept *c, buffer *out);

#endif
