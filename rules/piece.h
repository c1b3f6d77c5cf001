/* Pieces of the text of a table: cells, and what stands in them. */
#ifndef ELIGO_RULES_PIECE_H
#define ELIGO_RULES_PIECE_H

#include "rules/concept.h"

typedef struct piece { /* bytes of the table; not NUL-terminated */
    const char *at;
    size_t size;
} piece;

/* Without the blanks around it. */
piece piece_trim(piece p);
/* The next of the parts between `sign`, trimmed, taken off `rest`; false: none is left. Empty parts
 * are passed over. */
bool piece_next(piece *rest, char sign, piece *part);
bool piece_is(piece p, const char *text);
bool piece_starts(piece p, const char *text);
/* A finite decimal number and nothing else; false: it is none. */
bool piece_number(piece p, double *out);
/* "low..high", either of which may be missing (NAN). False: it is not that, or low is above high.
 */
bool piece_limits(piece p, concept_limits *out);

typedef struct piece_bound { /* "hemoglobin<11", "bmi>=30" */
    piece id;
    char side; /* '<' or '>' */
    bool inclusive;
    double value; /* in the unit that the quantity comes in first */
} piece_bound;

/* False: it is no such bound. */
bool piece_bound_of(piece p, piece_bound *out);

#endif
