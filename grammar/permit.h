/* What a sentence or a bracket allows: "insulin is allowed if its dose is stable". It asks for
 * nothing; it may take something from what bars, or widen what is asked for. */
#ifndef ELIGO_GRAMMAR_PERMIT_H
#define ELIGO_GRAMMAR_PERMIT_H

#include "grammar/clause.h"

typedef struct permission {
    eligo_span span;
    const rule *what;    /* NULL: nothing is allowed here */
    const rule *proviso; /* what is asked of whoever makes use of it; NULL: nothing */
} permission;

/* What the parts [from, to) of one sentence allow. */
permission permission_read(const clause *c, const part *list, size_t from, size_t to);
/* Whom it exempts from what bars. */
const rule *permission_exempts(const clause *c, const permission *p);
/* Is what it allows a thing that the rule speaks of? */
bool permission_concerns(const permission *p, const rule *r);
/* A rule with what is allowed behind it. */
const rule *permission_join(const clause *c, const rule *before, const permission *p);
/* What is allowed with nothing before it. */
const rule *permission_alone(const clause *c, const permission *p);

/* "up to one prior regimen is allowed": that many, and no more. */
bool permission_limits(const rule *r);

#endif
