/* Findings of trials, written for people and for programs. */
#ifndef ELIGO_ENGINE_FINDINGS_H
#define ELIGO_ENGINE_FINDINGS_H

#include "engine/accepted.h"
#include "engine/base/buffer.h"
#include "rules/rule.h"

typedef enum findings_format {
    FINDINGS_TEXT,
    FINDINGS_JSON,
    FINDINGS_NDJSON,
    FINDINGS_SARIF,
    FINDINGS_HTML
} findings_format;

/* Which findings are shown. Lists of codes are separated by commas; NULL: none. */
typedef struct findings_choice {
    severity least;
    const char *only, *ignore;
    accepted *accepted; /* NULL: nothing is */
} findings_choice;

/* True where every code of the list is one; else the one that is not, in *bad (bytes of the list)
 * and *size. */
bool findings_codes_known(const char *list, const char **bad, size_t *size);
/* What the lexicon lacks is shown where it is asked for by name. */
bool findings_shows(const findings_choice *choice, const finding *f);

typedef struct findings_out findings_out;

/* Writes to `to`, which the caller may empty after each call. `colour`: escape sequences of a
 * terminal in text. NULL: no memory. */
findings_out *findings_begin(findings_format format, const findings_choice *choice, bool colour,
                             buffer *to);
/* A trial, and its findings in the order in which they are to be told (those of `r`, or as
 * impact_findings() gives them); `bytes` are the input that its spans lie in, `path` its name as
 * the user gave it. */
void findings_add(findings_out *o, const rules *r, const finding *list, const char *bytes,
                  size_t size, const char *path);
/* What sums up or closes. How many were shown: of a severity. */
void findings_end(findings_out *o);
size_t findings_shown(const findings_out *o, severity s);
/* False: memory failed on the way. */
bool findings_delete(findings_out *o);

#endif
