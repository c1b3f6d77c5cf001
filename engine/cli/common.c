#include "engine/cli/cli.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "rules/print.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int cli_status(eligo_code code)
{
    switch (code) {
    case ELIGO_OK:
    case ELIGO_END: return CLI_DONE;
    case ELIGO_USAGE: return CLI_USAGE;
    case ELIGO_EREAD:
    case ELIGO_EPARSE:
    case ELIGO_ELIMIT: return CLI_INPUT;
    default: return CLI_SYSTEM;
    }
}

int cli_worse(int a, int b)
{
    return a > b ? a : b;
}

int cli_fail(const eligo_error *err)
{
    char text[sizeof err->file + sizeof err->message + 64];
    buffer safe; /* a file's name or its words may hold what a terminal would obey */

    buffer_init(&safe, 0);
    error_text(err, text, sizeof text);
    text_print_safe(&safe, text, strlen(text));
    fprintf(stderr, "%s\n", safe.data ? safe.data : "out of memory");
    buffer_free(&safe);
    return cli_status(err->code);
}

void cli_hear(const eligo_error *err, void *context)
{
    int *status = context;

    *status = cli_worse(*status, cli_fail(err));
}

int cli_usage(const char *verb, const char *format, ...)
{
    va_list args;

    fprintf(stderr, "eligo %s: ", verb);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fprintf(stderr, "\nTry: eligo %s --help\n", verb);
    return CLI_USAGE;
}

bool cli_list_add(cli_list *l, char *item)
{
    const char **more = realloc(l->item, (l->count + 1) * sizeof *more);

    if (!more) {
        free(item);
        return false;
    }
    l->item = more;
    l->item[l->count++] = item;
    return true;
}

void cli_list_free(cli_list *l)
{
    for (size_t i = 0; i < l->count; i++)
        free((char *)l->item[i]);
    free(l->item);
    *l = (cli_list){0};
}

poptContext cli_context(const char *name, int argc, const char **argv,
                        const struct poptOption *table)
{
    argv[0] = name;
    return poptGetContext(name, argc, argv, table, 0);
}

int cli_help(poptContext context, const char *about, const char *examples)
{
    poptPrintHelp(context, stdout, 0);
    printf("\n%s\n\nExamples\n%s", about, examples);
    if (fflush(stdout) != 0 || ferror(stdout))
        return CLI_SYSTEM;
    return CLI_DONE;
}

int cli_bad_option(const char *verb, poptContext context, int got)
{
    const char *option = poptBadOption(context, POPT_BADOPTION_NOALIAS);

    return cli_usage(verb, "%s: %s", option ? option : "option", poptStrerror(got));
}

bool cli_format(const char *name, const char *const *names, const eligo_format *formats,
                eligo_format *out)
{
    for (size_t i = 0; names[i]; i++)
        if (strcmp(name, names[i]) == 0) {
            *out = formats[i];
            return true;
        }
    return false;
}

int cli_patients(const char *verb, const char *path, const eligo_lexicon *lx,
                 const eligo_patients_options *how, const bool *stop, cli_patient *each,
                 void *context)
{
    int status = CLI_DONE;
    size_t count = 0;
    eligo_error err = {0};
    eligo_patients *p = eligo_patients_open_with(path, lx, how, cli_hear, &status, &err);
    eligo_code code = ELIGO_OK;

    if (!p)
        return cli_worse(status, cli_fail(&err));
    while (code == ELIGO_OK && !(stop && *stop)) {
        eligo_patient *one = NULL;

        code = eligo_patients_next(p, &one, &err);
        if (code == ELIGO_OK) {
            status = cli_worse(status, each(context, one));
            count++;
        }
    }
    if (code != ELIGO_OK && code != ELIGO_END) {
        err.code = code;
        status = cli_worse(status, cli_fail(&err));
    }
    if (eligo_patients_refused(p)) {
        fprintf(stderr, "eligo %s: %zu records read = %zu patients screened + %zu refused", verb,
                eligo_patients_read(p) + eligo_patients_refused(p), eligo_patients_read(p),
                eligo_patients_refused(p));
        if (eligo_patients_astray(p))
            fprintf(stderr,
                    " (of %zu nobody can tell whose they are: any patient's record may lack one)",
                    eligo_patients_astray(p));
        fputc('\n', stderr);
        status = cli_worse(status, CLI_INPUT);
    } else if (count == 0 && status == CLI_DONE && !(stop && *stop)) {
        fprintf(stderr, "%s: holds no patient\n", path);
        status = CLI_INPUT;
    }
    if (*eligo_patients_unread(p))
        fprintf(stderr, "eligo %s: not read, because nothing here reads it: %s\n", verb,
                eligo_patients_unread(p));
    eligo_patients_close(p);
    return status;
}

void cli_out_begin(cli_out *o, const char *path)
{
    *o = (cli_out){.path = path, .by_line = !path && isatty(STDOUT_FILENO)};
}

bool cli_out_write(const char *data, size_t size, void *out)
{
    cli_out *o = out;

    if (o->failed)
        return false;
    errno = 0;
    if (!o->file)
        o->file = file_out_open(o->path, &o->err);
    if (!o->file || file_out_write(o->file, data, size, &o->err) != ELIGO_OK ||
        (o->by_line && file_out_flush(o->file, &o->err) != ELIGO_OK)) {
        o->failed = true;
        o->error = errno;
    }
    return !o->failed;
}

int cli_out_end(cli_out *o, bool keep)
{
    eligo_code code;

    if (!o->failed && keep && o->path && !o->file)
        cli_out_write("", 0, o); /* an empty output is one, too */
    errno = 0;
    code = file_out_close(o->file, keep && !o->failed, o->failed ? NULL : &o->err);
    if (!o->failed && code != ELIGO_OK) {
        o->failed = true;
        o->error = errno;
    }
    o->file = NULL;
    if (!o->failed)
        return CLI_DONE;
    /* the reader has enough, as `head` has: the status says it, a message would only be in the way
     */
    return !o->path && o->error == EPIPE ? CLI_SYSTEM : cli_fail(&o->err);
}

bool cli_out_colour(const cli_out *o)
{
    const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");

    return !o->path && isatty(STDOUT_FILENO) && !(no && *no) &&
           !(terminal && strcmp(terminal, "dumb") == 0);
}

eligo_rules *cli_read_trial(const char *path, const eligo_lexicon *lx, int *status)
{
    eligo_error err = {0};
    eligo_trials *t = eligo_trials_open(path, lx, cli_hear, status, &err);
    eligo_rules *r = NULL, *second = NULL;
    eligo_code code;

    if (!t) {
        *status = cli_worse(*status, cli_fail(&err));
        return NULL;
    }
    eligo_trials_findings(t, false);
    code = eligo_trials_next(t, &r, &err);
    if (code == ELIGO_OK && eligo_trials_next(t, &second, &err) == ELIGO_OK) {
        fprintf(stderr, "%s: holds more than one trial; give a file that holds the one\n", path);
        *status = cli_worse(*status, CLI_INPUT);
        eligo_rules_delete(second);
        eligo_rules_delete(r);
        r = NULL;
    } else if (code != ELIGO_OK && code != ELIGO_END) {
        *status = cli_worse(*status, cli_fail(&err));
    } else if (!r && *status == CLI_DONE) {
        fprintf(stderr, "%s: holds no trial\n", path);
        *status = CLI_INPUT;
    }
    eligo_trials_close(t);
    return r;
}
