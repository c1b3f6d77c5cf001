/* The rules that a number can make, once it is known what it measures: the comparison of a
 * quantity, a count, a length of time. */
#ifndef ELIGO_GRAMMAR_MEASURED_H
#define ELIGO_GRAMMAR_MEASURED_H

#include "grammar/clause.h"

static inline bool unit_is(const part *q, const char *ucum)
{
    return q->unit.ucum && strcmp(q->unit.ucum, ucum) == 0;
}

/* A number without comparator, range or unit of a measure measures nothing by itself ("ICD 10",
 * "DSM-5", "n = 20"). */
bool number_is_bare(const part *q);
/* Can it say how many there are of something? */
bool number_counts(const part *q);
/* Does a word that counts ("regimens", "episodes") stand right behind the number? */
bool counted_behind(const clause *c, const part *q);
/* "three episodes of X" counts X; "three types of X", "three lines of X" count something else. */
bool counts_the_thing(const clause *c, const part *q, const item *x);
/* "per week", "daily" behind a number or behind what it counts (t, or NULL): UCUM of the rate.
 * NULL: none. */
const rule_qualifier *measured_rate(const clause *c, const item *x, const part *q, const part *t,
                                    const char **ucum);

/* Where the number q says how many values of the quantity t there are to be ("at least two glucose
 * values > 126 mg/dL"): their bound. NULL: it does not. */
const part *measured_times(const clause *c, const item *x, const part *t, const part *q);

/* One compare of a subject against a bound; two readings where it is open whether an end is
 * included. `about` NULL: a quantity that is not known, of this category. */
const rule *measured_compare(const clause *c, const item *x, const concept *about, category cat,
                             eligo_span subject, const part *q);
/* The same, of ends as they are. */
rule *measured_bounds(const clause *c, const item *x, const concept *about, category cat,
                      eligo_span subject, const part *q);
/* "140/90": two quantities. */
const rule *measured_pressures(const clause *c, const item *x, eligo_span subject, const part *q);
/* A count without a comparator: at least so many, or exactly. NULL: no memory. */
const rule *measured_least(const clause *c, const rule *r);
/* How many there are of the subject. */
const rule *measured_count(const clause *c, const item *x, const part *q);
/* How long the subject has lasted, or, of an event, when it was. */
const rule *measured_length(const clause *c, const item *x, const part *q);

/* "Ventilation > 48 h before randomization": so long before it, or for so long up to it (readings).
 * Any other rule is given back as it is. NULL: no memory. */
const rule *measured_before(const clause *c, const rule *r);

/* "No more than 24 hours of antibiotics": who had none has not had more; "less than 3 days of" may
 * ask for some. Any other rule of x is given back as it is. NULL: no memory. */
const rule *measured_at_most(const clause *c, const item *x, const rule *r);

/* "No antibiotics for more than 24 hours", "no prior A for": a course that went on for longer may
 * be what is denied, and no length of time without any. */
bool measured_denies_course(const clause *c, const item *x);

/* "BMI > 30 (obese)": does the bracket b name what the limit before it means? Then x has it as a
 * label. */
bool measured_has_name(const clause *c, item *x, const part *b);

/* "Severe anemia hemoglobin < 8 g/dL": the name of what the limit means stands right before it; x
 * has it as a label. */
void measured_named_before(const clause *c, item *x);

#endif
