/* What if the record said something else? A copy of a patient with facts set, added or dropped, and
 * what that changes in a trial's verdict. */
#ifndef ELIGO_ENGINE_WHATIF_H
#define ELIGO_ENGINE_WHATIF_H

#include "engine/screen.h"

/* A copy whose facts can be changed; text and names stay those of `from`, which must live as long.
 */
void whatif_copy(patient *to, const patient *from, arena *a);

/* "BMI=27 kg/m2", "HBsAg=negative", "diabetes=no", "age=70 years", "sex=female": from here on, at
 * the index date. What the record says of that day or of an unknown one gives way; older facts
 * stay, but for the last value of a part that something is worked out from: it gives way, so that
 * the result changes, too, and a recorded result of that day or later is out of date. A value
 * without a unit takes the only one that makes sense (and is then assumed), or it is refused. */
eligo_code whatif_set(patient *p, const char *text, size_t size, day as_of, eligo_error *err);
/* "myocardial infarction @ 2021-02-01", "potassium=5.9 mmol/L @ 2021-02-01". Without a date: the
 * index date. A condition begins then, a drug, procedure, vaccination or stay is of that day. */
eligo_code whatif_add(patient *p, const char *text, size_t size, day as_of, eligo_error *err);
/* A name (with all that lies below it) or the id of a fact. It is an error where there is none. */
eligo_code whatif_drop(patient *p, const char *text, size_t size, eligo_error *err);

/* What the name of such a statement stands for; NULL: not in the lexicon (age and sex are always).
 */
const concept *whatif_concept(const patient *p, const char *text, size_t size);

typedef struct whatif_change {
    const criterion *criterion;
    const eval_node *before, *after; /* of one rule; truth or verdict differs */
} whatif_change;

typedef struct whatif_leaf {
    const criterion *criterion;
    const eval_node *node;
} whatif_leaf;

typedef struct whatif_result {
    screen_result before, after;
    const whatif_change *changes; /* in the order of the text */
    size_t change_count;
    /* leaves that make a criterion fail, or leave it open, after the change */
    const whatif_leaf *keeping_out, *open;
    size_t keeping_out_count, open_count;
} whatif_result;

/* `was` and `is` differ in what is attested. Everything is drawn from `a` (check arena_failed()).
 */
whatif_result whatif_compare(const rules *trial, const patient *before, const patient *after,
                             const eval_policy *was, const eval_policy *is, arena *a);

#endif
