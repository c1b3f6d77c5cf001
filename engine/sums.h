/* What all verdicts of a run come to: attrition, criterion by criterion, and which missing data
 * would settle most open questions. Its memory grows with trials and kinds of data, not with
 * patients. */
#ifndef ELIGO_ENGINE_SUMS_H
#define ELIGO_ENGINE_SUMS_H

#include "engine/screen.h"

/* Attrition of one trial. */
typedef struct sums_trial {
    const rules *trial;
    size_t patients, verdicts[3];
    size_t (*criteria)[4]; /* fail, unknown, pass (as verdict), not yet failed */
} sums_trial;

/* Something whose absence leaves clauses open. */
typedef struct sums_datum {
    const char *name;
    bool judgement;
    size_t clauses, patients;
    size_t alone; /* patients of whom nothing else is open */
    size_t seen;  /* the verdict that counted it last */
} sums_datum;

typedef struct sums sums;

sums *sums_new(void); /* NULL: no memory */
void sums_delete(sums *t);
/* The trials, and what its rules call things, must stay. */
void sums_add(sums *t, const screen_result *s);
const sums_trial *sums_trials(const sums *t, size_t *count);
/* What settles most alone first. */
const sums_datum *const *sums_worklist(const sums *t, size_t *count);
unsigned sums_reasons(const sums *t); /* 1 << reason: those that occurred */
bool sums_failed(const sums *t);      /* no memory: the sums are wrong */

#endif
