/* What a sentence or a bracket allows: "insulin is allowed if its dose is stable". It asks for
 * nothing; it may take something from what bars, or widen what is asked for. */
#ifndef ELIGO_GRAMMAR_PERMIT_H
#define ELIGO_GRAMMAR_PERMIT_H

#include "grammar/clause.h"

typedef struct permission {
    eligo_span span;
    const rule *what;    /* NULL: nothing is allowed here */
    const rule *proviso; /* what is asked of whoever makes use of it; NULL: nothing */
    bool included;       /* "are included if": it may be whom the trial is about */
    bool admitted;       /* "are eligible if": so it may with nothing before it */
    const part *terms;   /* the words of the proviso */
    size_t terms_count;
} permission;

/* What the parts [from, to) of one sentence allow; their words are accounted for. In an exclusion
 * "may be included" allows, too. `what` NULL with a span that is not empty: it allows something and
 * what was not understood. */
permission permission_read(const clause *c, const part *list, size_t from, size_t to);
/* Nothing is allowed in a sentence without these kinds (list.h) that does not begin like "Patients
 * may ...". */
#define PERMISSION_KINDS KIND(PART_EXCEPT)
bool permission_says_may(const clause *c, const part *p);
bool permission_may(const clause *c, const part *list, size_t from, size_t to);
/* Whom it exempts from what bars. */
const rule *permission_exempts(const clause *c, const permission *p);
/* Is what it allows (p->what, which must be there) a thing that the rule speaks of? */
bool permission_concerns(const permission *p, const rule *r);
/* A rule (NULL: none) with what is allowed behind it. NULL: no memory. */
const rule *permission_join(const clause *c, const rule *before, const permission *p);
/* Is the proviso a limit that does not say of what: "if <= 3 x ULN"? */
bool permission_bare_limit(const permission *p);
/* "Bilirubin <= 2 mg/dL; patients with A may be included if bilirubin <= 3 mg/dL": `before` with
 * the other limit for those. NULL: it is none. */
const rule *permission_limit(const clause *c, const rule *before, const permission *p);
/* What is allowed with nothing before it: opaque, as it asks for nothing, or under an exclusion
 * what it exempts. NULL: no memory. */
const rule *permission_alone(const clause *c, const permission *p);

/* "BMI 20 to 25, up to 30 is allowed if ...": a limit, and behind the comma at i another one that
 * is allowed. */
bool permission_limit_behind(const part *list, size_t start, size_t i, size_t to);
/* "HbA1c < 8 %, patients on A may be included if ...": the same with people behind the comma. */
bool permission_people_behind(const part *list, size_t start, size_t i, size_t to);
/* "up to one prior regimen is allowed": that many, and no more. */
bool permission_limits(const rule *r);

#endif
