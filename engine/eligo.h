/* libeligo: eligibility criteria in, rules and verdicts out.
 *
 * A trial's text is compiled once into rules (immutable, for any number of threads); a patient's
 * record is read into facts (one thread at a time); screening a patient against rules gives a
 * verdict, clause by clause, with the evidence.
 *
 * Nothing here prints, exits or installs a signal handler. What can fail returns a pointer (NULL on
 * failure) or an eligo_code, and fills an eligo_error of the caller's; the error may be NULL. */
#ifndef ELIGO_H
#define ELIGO_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ELIGO_VERSION "0.1.0"

#if defined(__GNUC__)
#define ELIGO_API __attribute__((visibility("default")))
#else
#define ELIGO_API
#endif

/* ---- Places and errors ---- */

/* A half-open range of bytes of an input, as it was given. */
typedef struct eligo_span {
    size_t start, end;
} eligo_span;

typedef enum eligo_code {
    ELIGO_OK = 0,
    ELIGO_USAGE,  /* an argument that makes no sense */
    ELIGO_EREAD,  /* an input could not be opened or read */
    ELIGO_EPARSE, /* an input is not what it should be */
    ELIGO_ELIMIT, /* an input is larger or deeper than a limit of engine/base/limits.h */
    ELIGO_EWRITE, /* an output failed */
    ELIGO_ENOMEM, /* no memory */
    ELIGO_END     /* no error: there is nothing more to read */
} eligo_code;

/* The first thing that went wrong. `line` and `column` count from 1 (columns in bytes), 0: no place.
 * `message` says what, and what to do, in one line without the place. */
typedef struct eligo_error {
    eligo_code code;
    char file[256];
    size_t line, column;
    eligo_span span;
    char message[384];
} eligo_error;

#ifdef __cplusplus
}
#endif
#endif
