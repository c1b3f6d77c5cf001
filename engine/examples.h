/* Synthetic patients for each clause of a trial: just inside, just outside, and with the datum
 * missing.
 *
 * Each is a FHIR R4 Bundle of one patient with the record that one clause asks about and nothing
 * else, made for a truth that is known beforehand: worked out from the clause's own bound here, not
 * by the engine. Before it is handed out it is read and judged as any other record is; what does
 * not come out as intended is not handed out, and it is said why. All that is not recorded is open
 * (no closed world, no default ranges). */
#ifndef ELIGO_ENGINE_EXAMPLES_H
#define ELIGO_ENGINE_EXAMPLES_H

#include "engine/base/buffer.h"
#include "engine/base/jsonout.h"
#include "engine/screen.h"

typedef struct example {
    const criterion *criterion;
    const rule *clause;
    const char *side;    /* "at", "below", "first-day", "missing", ...; "" where none can be made of
                            the clause */
    const char *patient; /* "I3.2-below": letters, digits, dots and hyphens only, at most 64 */
    truth expected;      /* of the clause */
    truth got;           /* what screening says of it */
    const char *reason;  /* NULL: made; else why not, in plain words */
    bool tried;          /* it was made, but screening disagrees */
    const char *bundle;  /* FHIR; NULL where there is none */
    size_t size;
} example;

typedef struct examples_policy {
    day as_of;
    size_t most; /* examples at the most; 0: no limit */
} examples_policy;

/* Calls `take` for each example, clause by clause; what it is given is valid until it returns. It
 * gives false to stop. True: all were made; false: stopped, no memory, or more than the most. */
bool examples_make(const rules *r, const examples_policy *policy,
                   bool (*take)(const example *e, void *context), void *context);

/* The object of one example for the index. */
void example_print_json(json_out *o, const example *e);

#endif
