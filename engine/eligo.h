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

/* The first thing that went wrong. `line` and `column` count from 1 (columns in bytes), 0: no
 * place. `message` says what, and what to do, in one line without the place. */
typedef struct eligo_error {
    eligo_code code;
    char file[256];
    size_t line, column;
    eligo_span span;
    char message[384];
} eligo_error;

/* Told of each thing that went wrong in an input; reading then goes on with the next record. */
typedef void eligo_listener(const eligo_error *err, void *context);
/* Takes a piece of output; false where it cannot be written, which ends the writing. */
typedef bool eligo_sink(const char *data, size_t size, void *context);

/* ---- Types, all opaque ---- */

typedef struct eligo_lexicon eligo_lexicon;   /* what words and codes mean; immutable */
typedef struct eligo_trials eligo_trials;     /* a document with trials, read one by one */
typedef struct eligo_rules eligo_rules;       /* one trial, compiled; immutable */
typedef struct eligo_policy eligo_policy;     /* index date, closed world, ...: how to judge */
typedef struct eligo_patients eligo_patients; /* records, read one by one */
typedef struct eligo_patient eligo_patient;   /* the one that was read last */
typedef struct eligo_verdict eligo_verdict;   /* of a patient on a trial */
typedef struct eligo_report eligo_report;     /* verdicts being written */
typedef struct eligo_whatif eligo_whatif;     /* a record with changes in thought */

typedef enum eligo_format {
    ELIGO_TREE,   /* rules for people */
    ELIGO_TEXT,   /* verdicts for people */
    ELIGO_JSON,   /* one object, or an array where there are several */
    ELIGO_NDJSON, /* one object a line */
    ELIGO_CSV,    /* verdicts: one row a patient, trial and criterion */
    ELIGO_HTML    /* verdicts: one file by itself, to be looked at or printed */
} eligo_format;

/* ---- Lexicon ---- */

/* The built-in lexicon with the terms of `path` (a site's own file) on top; NULL: only the
 * built-in. It must outlive what is made with it. NULL: *err, with the line. */
ELIGO_API eligo_lexicon *eligo_lexicon_open(const char *path, eligo_error *err);
ELIGO_API void eligo_lexicon_close(eligo_lexicon *lx);

/* ---- Trials ---- */

/* Opens a document: registry JSON or XML, text, or rules as JSON; `path` "-" is standard input. The
 * listener, which may be NULL, hears of each part that cannot be used. NULL: *err. */
ELIGO_API eligo_trials *eligo_trials_open(const char *path, const eligo_lexicon *lx,
                                          eligo_listener *listener, void *context,
                                          eligo_error *err);
/* The same from memory, which is copied; `name` stands in messages. */
ELIGO_API eligo_trials *eligo_trials_open_memory(const char *bytes, size_t size, const char *name,
                                                 const eligo_lexicon *lx, eligo_listener *listener,
                                                 void *context, eligo_error *err);
/* The next trial, compiled, into *out (the caller's: eligo_rules_delete). ELIGO_OK; ELIGO_END after
 * the last; ELIGO_ENOMEM where nothing more can be done (*err). Documents that cannot be read are
 * told to the listener and passed over. */
ELIGO_API eligo_code eligo_trials_next(eligo_trials *t, eligo_rules **out, eligo_error *err);
/* Are the trials still to come audited, too? They are, unless told otherwise. Without it rules and
 * verdicts are the same and take two thirds of the time; eligo_rules_write then has no findings to
 * write, and JSON no "findings" (an empty list says that there are none). Rules that are read as
 * rules keep the findings that stand with them. */
ELIGO_API void eligo_trials_findings(eligo_trials *t, bool wanted);
ELIGO_API void eligo_trials_close(eligo_trials *t);

ELIGO_API void eligo_rules_delete(eligo_rules *r);
/* The registry's id, "" where there is none. Lives as long as the rules. */
ELIGO_API const char *eligo_rules_trial(const eligo_rules *r);
ELIGO_API size_t eligo_rules_criteria(const eligo_rules *r);
/* Writes the rules of some trials: ELIGO_TREE, ELIGO_JSON or ELIGO_NDJSON. ELIGO_EWRITE where the
 * sink gave up. */
ELIGO_API eligo_code eligo_rules_write(const eligo_rules *const *trials, size_t count,
                                       eligo_format format, eligo_sink *sink, void *context,
                                       eligo_error *err);

/* ---- Policy ---- */

/* Today by the local clock, open world, no default ranges. NULL: no memory. */
ELIGO_API eligo_policy *eligo_policy_new(eligo_error *err);
ELIGO_API void eligo_policy_delete(eligo_policy *p);
/* A whole day: "2021-03-01". */
ELIGO_API eligo_code eligo_policy_as_of(eligo_policy *p, const char *date, eligo_error *err);
/* Categories of which no record means that there is none: "condition,medication", or "all". Those
 * with a value (measurement, score, demographic) cannot be closed and are refused. */
ELIGO_API eligo_code eligo_policy_closed_world(eligo_policy *p, const char *categories,
                                               eligo_error *err);
/* The built-in adult reference ranges where a result came without its own. */
ELIGO_API void eligo_policy_default_ranges(eligo_policy *p, bool on);
/* What a person says of a criterion or clause: "E17=pass", "I3.2=fail". */
ELIGO_API eligo_code eligo_policy_attest(eligo_policy *p, const char *statement, eligo_error *err);

/* ---- Patients and verdicts ---- */

/* Opens a file, a folder, "-" or a PostgreSQL connection, and finds out which format it has. NULL:
 * *err. */
ELIGO_API eligo_patients *eligo_patients_open(const char *path, const eligo_lexicon *lx,
                                              eligo_listener *listener, void *context,
                                              eligo_error *err);
typedef struct eligo_patients_options {
    const char *columns; /* a table (column, meaning, unit) that says what the columns of a CSV file
                            mean; NULL: by their names */
} eligo_patients_options;
/* The same with options; NULL: none. */
ELIGO_API eligo_patients *eligo_patients_open_with(const char *path, const eligo_lexicon *lx,
                                                   const eligo_patients_options *options,
                                                   eligo_listener *listener, void *context,
                                                   eligo_error *err);
/* The next patient into *out, valid until the next call. ELIGO_OK; ELIGO_END; another code where
 * reading cannot go on (*err). */
ELIGO_API eligo_code eligo_patients_next(eligo_patients *p, eligo_patient **out, eligo_error *err);
/* Records that were read, and that were refused (each was told to the listener, up to a limit). */
ELIGO_API size_t eligo_patients_read(const eligo_patients *p);
ELIGO_API size_t eligo_patients_refused(const eligo_patients *p);
/* Of those refused: too damaged to tell whose they are; any patient's record may lack one. */
ELIGO_API size_t eligo_patients_astray(const eligo_patients *p);
/* What was passed over because nothing here reads it: "3 DocumentReference, 1 ServiceRequest", ""
 * where there is none. Valid until the next call. */
ELIGO_API const char *eligo_patients_unread(eligo_patients *p);
ELIGO_API void eligo_patients_close(eligo_patients *p);
/* The record's own id. */
ELIGO_API const char *eligo_patient_id(const eligo_patient *p);

typedef enum eligo_answer { ELIGO_FAIL, ELIGO_UNKNOWN, ELIGO_PASS } eligo_answer;

/* The verdict of a patient on a trial, valid until the next patient is read or the policy is
 * deleted; one policy a patient. NULL: *err. */
ELIGO_API const eligo_verdict *eligo_screen(const eligo_rules *r, eligo_patient *p,
                                            const eligo_policy *policy, eligo_error *err);
ELIGO_API eligo_answer eligo_verdict_answer(const eligo_verdict *v);
/* Of a criterion by its id ("E9"); unknown where the trial has no such criterion. */
ELIGO_API eligo_answer eligo_verdict_criterion(const eligo_verdict *v, const char *id);

/* Verdicts are written as they come, what sums them up at the end. `colour`: escape sequences of a
 * terminal in ELIGO_TEXT. NULL: no memory, or a format that is not for verdicts. */
ELIGO_API eligo_report *eligo_report_new(eligo_format format, bool colour, eligo_sink *sink,
                                         void *context, eligo_error *err);
/* The trial's rules must stay until the report is deleted. */
ELIGO_API eligo_code eligo_report_add(eligo_report *r, const eligo_verdict *v, eligo_error *err);
ELIGO_API eligo_code eligo_report_end(eligo_report *r, eligo_error *err);
ELIGO_API void eligo_report_delete(eligo_report *r);

/* ---- What if ---- */

/* The record of the patient that was read last, to be changed in thought; valid until the next is
 * read. NULL: *err. */
ELIGO_API eligo_whatif *eligo_whatif_new(eligo_patient *p, const eligo_policy *policy,
                                         eligo_error *err);
/* "BMI=27 kg/m2", "pregnant=no", "age=17": what is so on the index date. ELIGO_USAGE, with nothing
 * changed, for a name that the lexicon does not have (the message names those near it), or a value
 * that makes no sense. */
ELIGO_API eligo_code eligo_whatif_set(eligo_whatif *w, const char *statement, eligo_error *err);
/* "DVT @ 2024-05-01", "potassium=5.9 mmol/L @ 2024-05-01": one more fact; without a date, of the
 * index date. */
ELIGO_API eligo_code eligo_whatif_add(eligo_whatif *w, const char *statement, eligo_error *err);
/* "warfarin": all that the record has of it; or the id of one fact. ELIGO_USAGE where there is
 * none. */
ELIGO_API eligo_code eligo_whatif_drop(eligo_whatif *w, const char *name, eligo_error *err);
/* "I1=pass": what a person would say of a criterion or clause that is open. */
ELIGO_API eligo_code eligo_whatif_attest(eligo_whatif *w, const char *statement, eligo_error *err);
/* Before and after, clause by clause, and what is left: ELIGO_TEXT, ELIGO_JSON or ELIGO_NDJSON. */
ELIGO_API eligo_code eligo_whatif_write(eligo_whatif *w, const eligo_rules *r, eligo_format format,
                                        bool colour, eligo_sink *sink, void *context,
                                        eligo_error *err);

#ifdef __cplusplus
}
#endif
#endif
