/* What a leaf asks of the record, its words settled: which concepts, when, how certain. */
#ifndef ELIGO_ENGINE_QUESTION_H
#define ELIGO_ENGINE_QUESTION_H

#include "engine/leaf.h"

typedef struct question {
    const rule *rule;
    const concept *targets[24]; /* the subject, and its examples */
    size_t target_count;
    bool unrecognized; /* the subject is not in the lexicon; examples may be */
    bool allergy;
    bool suspected_counts, suspected_only, confirmed;
    bool positive;                   /* "X positive": the result is part of what is asked */
    bool vague_time;                 /* words about a time that nobody understood */
    bool onset;                      /* "onset of X": when it began */
    const rule_qualifier *substance; /* "allergy to X": X is asked for itself; NULL: not so */
    when_window window;
    bool windowed;
    eval_reason blocked; /* the window cannot be placed */
    const char *blocked_message;
    const has_minus *minus;
} question;

/* Is this one of the things asked for, or a kind of one? */
static inline bool question_covers(const question *q, const concept *c)
{
    for (size_t i = 0; i < q->target_count; i++)
        if (concept_is(c, q->targets[i]))
            return true;
    return false;
}

/* Is the latest result of the test as asked? */
void has_result(const eval_record *x, const question *q, eval_node *out);

#endif
