/* The verbs of the program: each takes its own arguments (argv[0] is the verb) and gives the exit
 * status. What they share is in common.c. */
#ifndef ELIGO_CLI_H
#define ELIGO_CLI_H

#include "engine/base/buffer.h"
#include "engine/base/file.h"
#include "engine/eligo.h"

#include <popt.h>

enum { /* exit status: the contract's */
       CLI_DONE = 0,
       CLI_FOUND = 1, /* of audit */
       CLI_USAGE = 2,
       CLI_INPUT = 3,
       CLI_SYSTEM = 4
};

int cli_audit(int argc, const char **argv);
int cli_compile(int argc, const char **argv);
int cli_screen(int argc, const char **argv);
int cli_whatif(int argc, const char **argv);
int cli_diff(int argc, const char **argv);
int cli_examples(int argc, const char **argv);
int cli_explain(int argc, const char **argv);
int cli_lexicon(int argc, const char **argv);

/* The status that an error means. */
int cli_status(eligo_code code);
/* The worse of two: the system's failure before an input's, before a finding. */
int cli_worse(int a, int b);

/* ---- errors, on standard error ---- */

/* "file:line:column: message"; gives the status. */
int cli_fail(const eligo_error *err);
/* A listener: prints the error and keeps the status in the int that `context` points to. */
void cli_hear(const eligo_error *err, void *context);
/* "eligo VERB: message", and where help is to be had; CLI_USAGE. */
int cli_usage(const char *verb, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- arguments ---- */

typedef struct cli_list {
    const char **item;
    size_t count;
} cli_list;

/* Keeps a string that popt has allocated; false: no memory. */
bool cli_list_add(cli_list *l, char *item);
void cli_list_free(cli_list *l);

/* The context of a verb; `name` ("eligo screen") is what its help calls it. argv[0] is set to it.
 * NULL: no memory. */
poptContext cli_context(const char *name, int argc, const char **argv,
                        const struct poptOption *table);
/* Prints usage and options of `table`, which holds what popt knows of a verb, then the examples; a
 * status. */
int cli_help(poptContext context, const char *about, const char *examples);
/* What popt says of a bad option, as a usage error. */
int cli_bad_option(const char *verb, poptContext context, int got);
/* True where `name` is one of `names` (NULL-terminated, in the order of `formats`). */
bool cli_format(const char *name, const char *const *names, const eligo_format *formats,
                eligo_format *out);

/* ---- inputs ---- */

/* The one trial of a document, without findings. NULL: *status, and it is said why. */
eligo_rules *cli_read_trial(const char *path, const eligo_lexicon *lx, int *status);

/* What a verb does with a patient; a status. */
typedef int cli_patient(void *context, eligo_patient *p);
/* All patients of a path, one after the other, to `each`, until `*stop` (may be NULL) is set; then
 * what was read, screened and refused is told on standard error where something was refused or not
 * read. The worst status. */
int cli_patients(const char *verb, const char *path, const eligo_lexicon *lx,
                 const eligo_patients_options *how, const bool *stop, cli_patient *each,
                 void *context);

/* ---- output ---- */

/* Standard output, as it comes; or a file, whole or not at all. */
typedef struct cli_out {
    const char *path; /* NULL: standard output */
    file_out *file;   /* opened by the first write */
    bool failed, by_line;
    eligo_error err; /* of the failure */
    int error;       /* and its errno */
} cli_out;

void cli_out_begin(cli_out *o, const char *path);
bool cli_out_write(const char *data, size_t size, void *out); /* an eligo_sink */
/* Writes what is left; says on standard error what failed, and gives the status. `keep` false: the
 * file is left as it was. */
int cli_out_end(cli_out *o, bool keep);
/* Should there be colour: only on a terminal, and not where NO_COLOR is set. */
bool cli_out_colour(const cli_out *o);

#endif
