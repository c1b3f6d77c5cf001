/* What a finding costs: of how many patients the verdict on the trial depends on how its words are
 * read.
 *
 * Each reading is a rule of its own (rules/variants.h). A patient counts for a finding where the
 * trial's verdict, with the criterion read in one way and all others as they are, is not the same
 * in every reading. The calling sequence: impact_new; impact_patient for each record; impact_of. */
#ifndef ELIGO_ENGINE_IMPACT_H
#define ELIGO_ENGINE_IMPACT_H

#include "engine/eval.h"

typedef struct impact impact;

/* For one trial, which must live as long. NULL: no memory. */
impact *impact_new(const rules *trial);
/* Judges a record by every reading. `id` is copied. False: no memory (of the record's arena or its
 * own). */
bool impact_patient(impact *i, const eval_record *x, const char *id);
/* Of the trial's finding number `at`; NULL: it has no readings. Lives as long as `i`. */
const finding_impact *impact_of(const impact *i, size_t at);
/* The trial's findings with their impact, those first of which the verdict depends on the reading
 * of most patients, else in the order of the text; as long as `i` lives. NULL: no memory. */
const finding *impact_findings(impact *i);
void impact_delete(impact *i);

#endif
