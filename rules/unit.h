/* Units of measure: UCUM, what is printed instead of it, and conversion.
 *
 * Sources: The Unified Code for Units of Measure (ucum.org), version 2.2, for the meaning of codes;
 * values of the base constants from the SI brochure, 9th edition. The table is hand-written. */
#ifndef ELIGO_RULES_UNIT_H
#define ELIGO_RULES_UNIT_H

#include "engine/eligo.h"
#include "rules/concept.h"

/* m, s, g, rad, K, C, cd of UCUM, and mol and eq, which UCUM counts as numbers: what lies between a
 * mole, an equivalent and a number is known of an analyte only. */
enum { UNIT_DIMENSIONS = 9 };

/* A unit: value_in_base = value * factor; with a special function, special(value * factor). Plain
 * data, comparable with unit_same. */
typedef struct unit {
    double factor;
    double reference; /* what a special function counts from, in base units */
    signed char power[UNIT_DIMENSIONS];
    signed char arbitrary_power;
    unsigned char special; /* 0: none; else Cel, degF, pH, ... (index of the table) */
    unsigned short
        arbitrary; /* 0: none; else which arbitrary unit ([iU], ...), or a basis told by an
                      annotation ({FEU}, {DDU}, {Log_...}): compares with itself only */
    bool amounts;  /* a ratio of amounts of substance (mmol/mol): matters for HbA1c only */
} unit;

/* A UCUM code, case sensitive, annotations and all. False: not valid; *err (may be NULL) says why.
 */
bool unit_parse(const char *code, size_t size, unit *out, eligo_error *err);

/* What laboratories print ("mm Hg", "K/uL", "x10E3/uL", "Thousand/uL", "mcg/dL", "IU/L",
 * "ml/min/1.73m2", "cells/mm3", "109/L"): the UCUM code meant, NUL-terminated, in `out`; a valid
 * UCUM code stands for itself, except where the laboratory's meaning is another (K/uL, G/L for
 * counts: `quantity` tells; it may be NULL). False: not known. */
bool unit_spelling(const char *text, size_t size, const concept *quantity, char out[64]);

typedef struct unit_hit {
    char ucum[64];
    size_t size;  /* bytes of text, with the blanks before it */
    bool damaged; /* lost formatting: "109/L" for 10*9/L */
    bool of_time; /* a unit of time: year, month, week, day, hour, minute, second */
    char period;  /* then: 'a' 'm' 'w' 'd' 'h' 'n' 's' (as in engine/base/date.h) */
} unit_hit;

/* The longest unit printed at the start of `text` (which follows a number; blanks or a hyphen
 * before it are skipped and counted): symbols, words ("ml per minute"), powers of ten with their
 * sign ("x 10^9/L", "× 109 /L", "*10(9)/L", "thousand/mm3"), exponents (m2, m^2, m²), blanks inside
 * ("mmol/ l"). A power alone ("x 10^9") is "10*9". Of "years of age", "years old" and "weeks'
 * gestation" only the unit is taken
 * ("years", "weeks'"); "y/o" and "yo" are whole. A word that is no unit is none. Looks at no more
 * than a fixed number of characters. `quantity` (may be NULL) decides between meanings (K, G, U).
 * False: none. */
bool unit_match(const char *text, size_t size, const concept *quantity, unit_hit *out);

typedef enum unit_result {
    UNIT_OK,
    UNIT_MISMATCH /* other dimension, arbitrary against another, mass against substance without
                     analyte */
} unit_result;

/* `value` in `from` -> *out in `to`. `analyte` (may be NULL) gives molar mass and valence, where
 * mass, substance and equivalents meet, and its own linear relations (HbA1c % against mmol/mol). */
unit_result unit_convert(double value, const unit *from, const unit *to, const concept *analyte,
                         double *out);
/* The same from codes; a code that is not valid is UNIT_MISMATCH. "" or "1" is a bare number. */
unit_result unit_convert_codes(double value, const char *from, const char *to,
                               const concept *analyte, double *out);
/* True for two ways to say how much of a thing there is between which no factor is known of all
 * substances: its mass, its amount, its equivalents, its arbitrary units, each in the same
 * (ng/mL, pmol/L, u[IU]/mL). A count of cells is none of them. */
bool unit_other_measure(const unit *a, const unit *b);
bool unit_same(const unit *a, const unit *b);
bool unit_commensurable(const unit *a, const unit *b);
/* True where the quantity allows this unit: it converts to one of the concept's units. */
bool unit_fits(const concept *quantity, const char *ucum);
/* A unit that was read before it was known of what quantity, and that does not fit it: what its
 * words mean of that quantity ("21 units per week", "1000 mm3" of cells, where the slash is lost),
 * in `out`. False: it fits, or nothing does. */
bool unit_refit(const concept *quantity, const char *ucum, const char *text, char out[64]);
/* A UCUM code as a person prints it: "mm[Hg]" -> "mmHg", "10*9/L" -> "x10^9/L"; into `out`. */
char *unit_printed(const char *ucum, char out[64]);

#endif
