/* A rule and a patient's facts -> the truth of every node, with reason and evidence.
 *
 * What a verdict means is in docs/semantics.md. Everything here is pure: no I/O, no clock, no
 * global state; results live in the caller's arena and point into the rules and the patient, which
 * must live as long. Out of memory: check arena_failed() of that arena; results are then not to be
 * used. */
#ifndef ELIGO_ENGINE_EVAL_H
#define ELIGO_ENGINE_EVAL_H

#include "engine/truth.h"
#include "patients/fact.h"
#include "rules/rule.h"

typedef enum verdict { VERDICT_FAIL, VERDICT_UNKNOWN, VERDICT_PASS } verdict;
const char *verdict_name(verdict v); /* "pass" ... */

typedef enum eval_reason { /* of an unknown */
                           REASON_NONE,
                           REASON_NO_RECORD,
                           REASON_OUTSIDE_WINDOW,
                           REASON_IMPRECISE_DATE,
                           REASON_UNIT_MISMATCH,
                           REASON_MISSING_REFERENCE_RANGE,
                           REASON_CONFLICT,
                           REASON_AMBIGUOUS,
                           REASON_JUDGEMENT,
                           REASON_OPAQUE,
                           REASON_UNRECOGNIZED_CONCEPT,
                           REASONS
} eval_reason;
const char *reason_name(eval_reason r); /* "no-record" ...; "" for REASON_NONE */

enum { /* what a truth rests on beside the record */
       ASSUMED_CLOSED_WORLD = 1,
       ASSUMED_DEFAULT_RANGE = 2,
       ASSUMED_UNIT = 4,
       ASSUMED_DERIVED = 8,
       ASSUMED_ATTESTED = 16,
       ASSUMPTIONS = 5 /* how many there are: bits 0..4 */
};
const char *assumed_name(unsigned bit); /* of one ASSUMED_ bit: "closed-world" ... */

/* What a person says of a criterion or clause that the record leaves open. */
typedef struct eval_attest {
    const char *id; /* "E17", "I3.2" */
    bool pass;
} eval_attest;

typedef struct eval_policy {
    day as_of;
    bool closed_world[CATEGORIES]; /* no record of this category means that there is none */
    bool default_ranges;           /* the lexicon's adult range where a result came without one */
    const eval_attest *attested;
    size_t attested_count;
} eval_policy;

typedef struct eval_evidence {
    const char *fact; /* its id: "Observation/8f2" */
    bool valued;      /* `low`, `high` and `unit` say what was recorded */
    double low, high; /* equal for an ordinary result; infinite where a comparator leaves it open */
    const char *unit; /* as recorded; NULL: none */
    date date;
    const char *text; /* what the record calls it, or its result in words; may be NULL */
} eval_evidence;

typedef struct eval_node {
    const rule *rule;
    truth truth;
    verdict verdict;     /* under the node's polarity */
    eval_reason reason;  /* of an unknown */
    const char *message; /* plain words; never NULL */
    bool margin_given;
    double margin;           /* distance from the bound that decides, 0 or more */
    const char *margin_unit; /* as printed; NULL: none */
    unsigned assumed;        /* ASSUMED_ bits */
    const eval_evidence *evidence;
    size_t evidence_count;
} eval_node;

/* A patient's record made ready for questions: facts of after the index date are gone. */
typedef struct eval_record eval_record;

/* `policy` and `p` must live as long as the record; everything is drawn from `a`. NULL: no memory.
 */
eval_record *eval_record_new(const patient *p, const eval_policy *policy, arena *a);

/* The same record, beside a trial: what it asks for is known where its text speaks of others. NULL:
 * no memory. */
const eval_record *eval_record_beside(const eval_record *x, const rules *trial);

/* Every node of `r`, parents first, in the order of rule_walk; *count of them. A rule NULL gives
 * none. `kind` sets the polarity of the root. */
const eval_node *eval_rule(const eval_record *x, const rule *r, criterion_kind kind, size_t *count);

#endif
