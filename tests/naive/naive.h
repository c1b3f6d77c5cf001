/* A second evaluator: what docs/semantics.md says, taken at its word and done the slow way.
 *
 * It shares nothing with the engine but the shapes of rules and facts, so that a mistake would have to
 * be made twice. Dates that may mean several days are tried day by day, records that may or may not
 * lie in a window are tried in and out. It knows few units, no derived quantities and no anchors in the
 * record; tests/unit/test_two_engines.c asks it for nothing else. */
#ifndef ELIGO_TESTS_NAIVE_H
#define ELIGO_TESTS_NAIVE_H

#include "patients/fact.h"
#include "rules/rule.h"

typedef enum naive { NO,
                     OPEN,
                     YES } naive;

typedef struct naive_world {
    const patient *patient;
    day as_of;
    bool closed[CATEGORIES];
    bool default_ranges;
    bool coarse; /* set where hours or ranges were asked for: an evaluator by days may then be less sure */
} naive_world;

naive naive_truth(naive_world *w, const rule *r);

#endif
