/* A trial's rules x a patient -> the verdict, criterion by criterion, clause by clause.
 *
 * The calling sequence, one patient at a time: reader_next -> eval_record_new (once a patient) ->
 * screen_trial (once a trial) -> write it out -> arena_reset. */
#ifndef ELIGO_ENGINE_SCREEN_H
#define ELIGO_ENGINE_SCREEN_H

#include "engine/eval.h"

typedef struct screen_criterion {
    const criterion *criterion;
    verdict verdict;        /* of its root: nodes[0].verdict */
    const eval_node *nodes; /* parents first; NULL where the criterion has no rule */
    size_t count;
} screen_criterion;

typedef struct screen_result {
    const rules *trial;
    const patient *patient;
    const eval_policy *policy;
    verdict verdict; /* fail beats unknown beats pass */
    bool deceased;   /* died on or before the index date, or on an unknown day */
    const screen_criterion *criteria;
    size_t count;
} screen_result;

/* All of it is drawn from the record's arena, or points into rules, patient and policy. Check
 * arena_failed() of that arena before use. A trial without criteria is unknown. */
screen_result screen_trial(const eval_record *x, const rules *trial);

/* The leaf that makes a criterion what it is: with evidence, if one has it. NULL: there is no rule.
 */
const eval_node *screen_deciding(const screen_criterion *c);
/* What would have to be known to settle an open leaf: a thing's name, or who has to be asked for
 * what; NULL: no datum settles it. */
const char *screen_wanted(const eval_node *n);

/* A datum whose absence leaves clauses of one verdict open. */
typedef struct screen_missing {
    const char *name;
    bool judgement; /* to be asked of a person */
    size_t clauses;
} screen_missing;

enum { SCREEN_MISSING = 64 };
/* What would settle an open verdict, what settles most clauses first; at most SCREEN_MISSING. 0
 * where the verdict is not open. */
size_t screen_worklist(const screen_result *s, screen_missing list[SCREEN_MISSING]);
/* Does the clause wait for this datum? */
bool screen_waits(const screen_result *s, const screen_criterion *c, const eval_node *n,
                  const screen_missing *m);

/* What the record has, but the lexicon not: the words of its entries, each once. *entries: how many
 * there are in all. */
enum { SCREEN_UNNAMED = 20 };
size_t screen_unnamed(const patient *p, const char *list[SCREEN_UNNAMED], size_t *entries);

#endif
