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
    bool other_time;                 /* "during pregnancy": what is so today says nothing of it */
    bool onset;                      /* "onset of X": when it began */
    const rule_qualifier *substance; /* "allergy to X": X is asked for itself; NULL: not so */
    when_window window;
    bool windowed;
    eval_reason blocked; /* the window cannot be placed */
    const char *blocked_message;
    const has_minus *minus;
    bool listing; /* the lexicon lists others that answer it (`ever`, `began`) */
} question;

/* Is this one of the things asked for, or a kind of one? */
static inline bool question_covers(const question *q, const concept *c)
{
    for (size_t i = 0; i < q->target_count; i++)
        if (concept_is(c, q->targets[i]))
            return true;
    return false;
}

/* May a record whose concept nobody knows be of the time that is asked about? */
bool question_in_time(const eval_record *x, const question *q, const fact *f);

/* ---- entries that nobody understood: hint.c ---- */

/* An entry without a concept whose words share the last word of a name of what is asked for ("ETOH
 * abuse" and alcohol abuse), of what was done, or where a wide class is asked for, any word of its
 * name ("repair of inguinal hernia", "autoimmune gastritis"): it may be the thing. NULL: there is
 * none. */
const fact *hint_unread(const eval_record *x, const question *q);
/* A drug that is taken at the time and whose name nobody knows may be what is asked for, and so may
 * be what an unknown test has found. A condition in words of which none is known may be one of the
 * kinds of a wide class. NULL: there is none. */
const fact *hint_unknown(const eval_record *x, const question *q);

/* ---- what the lexicon tells: told.c ---- */

/* Does the lexicon list others that answer what is asked for? */
bool told_lists_others(const question *q);
/* Adds what an attribute of the subject lists to what is asked for. `ever`: "history of seizures",
 * and epilepsy. `began`: "acute infarction within 4 weeks", and an infarction that began in them.
 */
void told_also(const eval_record *x, question *q, const char *attribute);

enum { TARGET_BELOW = 1, TARGET_ABOVE = 2 };

/* Is what is asked for a concept of the list that an attribute of `c` gives, or does it lie below
 * or above one of them, as `sides` says? */
bool told_lists(const eval_record *x, const concept *c, const char *attribute, const question *q,
                unsigned sides);
/* Does the list that an attribute of what is asked for gives have `c`, or what it is a kind of? */
bool told_listed_by(const eval_record *x, const question *q, const char *attribute,
                    const concept *c);
/* What has grown lately may be an infection: "active infection", and a germ in the blood. */
bool told_grown(const eval_record *x, const question *q, const entry *e);

/* Is an allergy to `c`, or `c` itself, one to something wider than what is asked for: "drug
 * allergy", and penicillin? */
bool told_wider_allergy(const question *q, const concept *c);

/* Is the one a kind of the other, or only something that comes of it: eclampsia of a pregnancy? */
bool told_comes_of(const concept *t, const concept *c);
/* Of a small child: what only women have, but for a pregnancy itself, is said of the mother
 * ("rupture of membranes"), or of what came of it ("growth restriction"). */
bool told_of_own_birth(const eval_record *x, const concept *c);

/* Is the latest result of the test as asked? */
void has_result(const eval_record *x, const question *q, eval_node *out);

#endif
