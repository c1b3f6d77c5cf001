/* Rules as JSON (eligo.rules/1), as this engine wrote them or a person corrected them, back to
 * rules. */
#ifndef ELIGO_RULES_LOAD_H
#define ELIGO_RULES_LOAD_H

#include "engine/base/json.h"
#include "rules/rule.h"

#include <stdarg.h>

/* Told of each thing that is wrong, with its place. */
typedef void load_report(const eligo_error *err, void *context);

/* What is wrong with rules that are read, from JSON here, from a tree in rules/plain.h. */
typedef struct load_errors {
    const char *bytes, *name; /* the file, and what it is called in messages */
    size_t size;
    load_report *report;
    void *context;
    eligo_error *err; /* the first one; may be NULL */
    size_t count;
} load_errors;

/* One more, at a byte of the file: up to LIMIT_REPORTS of them are told. */
void load_error(load_errors *e, size_t at, const char *format, va_list args);

/* Reads the object that is bytes[at.start, at.end) of a file of `size` bytes, with JSON_PADDING
 * readable bytes behind the file. The rules live in `a`, and keep it (as compile_source); `lx` must
 * outlive them.
 *
 * Spans, ids and texts may be missing; ids of nodes are given anew by place. What could change a
 * verdict is not guessed: an unknown op, field, concept or unit is an error that names the nearest
 * one known. Fields that begin with "_" are a person's own notes. NULL where anything is wrong:
 * *err is the first trouble, `report` (may be NULL) is told of up to LIMIT_REPORTS. */
rules *rules_load(const char *bytes, size_t size, eligo_span at, const char *name,
                  const lexicon *lx, arena *a, load_report *report, void *context,
                  eligo_error *err);

#endif
