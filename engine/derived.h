/* Derived quantities of a patient: derive_table over the record. */
#ifndef ELIGO_ENGINE_DERIVED_H
#define ELIGO_ENGINE_DERIVED_H

#include "engine/leaf.h"

typedef struct derived_value {
    const fact *fact; /* made up: the concept, the value and its unit, the moment of its parts */
    const fact *const *parts;
    size_t part_count;
    unsigned assumed; /* what its states rest on */
} derived_value;

/* The values of `c` that can be worked out, one for each moment that has all parts. A moment whose
 * parts are there but cannot be used (no unit, a range) gives a value without a number, so that
 * nothing older takes its place. */
const derived_value *derived_values(const eval_record *x, const concept *c, size_t *count);

#endif
