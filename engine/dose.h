/* How much of a drug a record says is taken, beside what a rule asks for. */
#ifndef ELIGO_ENGINE_DOSE_H
#define ELIGO_ENGINE_DOSE_H

#include "patients/fact.h"
#include "rules/rule.h"

typedef enum dose_found {
    DOSE_KNOWN,
    DOSE_NOT_SAID,
    DOSE_NO_EQUIVALENT,
    DOSE_OTHER_UNIT
} dose_found;

/* *v: the recorded dose in the unit that is asked for, of a day where it names no time, and as so
 * much of the drug that it is to be the equivalent of. */
dose_found dose_of_record(const rule_amount *d, const fact *f, double *v);
/* -1: below the limits, 1: above them, 0: within. */
int dose_side(const rule_amount *d, double v);

#endif
