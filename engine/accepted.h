/* Findings that somebody has accepted: one by one, with a reason, in a suppression file; or all
 * that were there when a baseline was written.
 *
 * A suppression file has a line a finding, in four columns parted by tabs: the trial's id (or *),
 * the code, the words that the finding marks (or *), and the reason, without which nothing is
 * suppressed. Lines that are empty or begin with # say nothing. A baseline is what `eligo audit`
 * wrote, as json, ndjson or sarif: findings with the same fingerprint are known, each as often as
 * it stands there. */
#ifndef ELIGO_ENGINE_ACCEPTED_H
#define ELIGO_ENGINE_ACCEPTED_H

#include "engine/base/buffer.h"
#include "rules/rule.h"

enum { FINGERPRINT = 65 }; /* bytes of one: 64 hexadecimal digits and a NUL */

typedef struct accepted accepted;

/* Nothing is accepted yet. NULL: no memory. */
accepted *accepted_new(void);
void accepted_delete(accepted *a);
/* Adds the lines of a suppression file; the findings of a baseline. False: *err names the line, or
 * says what the file is not. */
bool accepted_suppressions(accepted *a, const char *path, eligo_error *err);
bool accepted_baseline(accepted *a, const char *path, eligo_error *err);

/* What stays of a finding when lines move: its code and its words, and the trial's id. */
void finding_fingerprint(const finding *f, const char *words, size_t size, const char *trial,
                         char out[FINGERPRINT]);
/* The reason why a finding is suppressed; NULL: it is not. It is the file's, as long as `a` lives.
 */
const char *accepted_reason(accepted *a, const char *trial, const finding *f, const char *words,
                            size_t size);
/* True where the baseline has the finding; each of its entries counts once. */
bool accepted_known(accepted *a, const char *fingerprint);
/* Calls `tell` for each line of a suppression file that suppressed nothing. */
void accepted_unused(const accepted *a, void (*tell)(const char *path, size_t line, void *context),
                     void *context);

#endif
