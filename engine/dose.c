#include "engine/dose.h"

#include "rules/unit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double equivalence(const concept *c)
{
    size_t size;
    const char *text = c ? concept_attribute(c, "prednisolone_equivalent", &size) : NULL;

    return text ? strtod(text, NULL) : 0;
}

dose_found dose_of_record(const rule_amount *d, const fact *f, double *v)
{
    const char *want = d->unit.ucum, *have = f->dose_unit;
    char per_day[64];

    *v = f->dose;
    if (isnan(*v) || !have || !want)
        return DOSE_NOT_SAID;
    if (d->equivalent_of && d->equivalent_of != f->concept) {
        double own = equivalence(f->concept), other = equivalence(d->equivalent_of);

        if (own <= 0 || other <= 0)
            return DOSE_NO_EQUIVALENT;
        *v *= other / own;
    }
    if (!strchr(want, '/') && strlen(want) < sizeof per_day - 3) { /* doses are those of a day */
        snprintf(per_day, sizeof per_day, "%s/d", want);
        want = per_day;
    }
    return unit_convert_codes(*v, have, want, f->concept, v) == UNIT_OK ? DOSE_KNOWN
                                                                        : DOSE_OTHER_UNIT;
}

int dose_side(const rule_amount *d, double v)
{
    if (d->low.given &&
        (v < d->low.value - 1e-9 || (!d->low.inclusive && v <= d->low.value + 1e-9)))
        return -1;
    return d->high.given &&
           (v > d->high.value + 1e-9 || (!d->high.inclusive && v >= d->high.value - 1e-9));
}
