/* eligo audit: ambiguities and defects of the criteria of trials. */
#include "engine/cli/cli.h"

#include "engine/api.h"
#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/findings.h"

#include <stdlib.h>
#include <string.h>

typedef struct options {
    char *format, *lexicon, *output, *fail_on, *least, *only, *ignore;
    int help;
} options;

static const char about[] = "Reads the eligibility criteria of trials as a careful reader would, "
                            "and says where two readers could\n"
                            "decide differently, or none could: limits left open, units missing or "
                            "wrong, damaged signs, words of\n"
                            "degree, windows without an event, unclear and/or/no, lines that "
                            "repeat or contradict each other or the\n"
                            "registry. Exit status 1: something at or above --fail-on was found.";
static const char examples[] =
    "  eligo audit trial.txt\n"
    "  eligo audit trial.json --min-severity warning --ignore discretion\n"
    "  eligo audit *.txt --format sarif -o findings.sarif --fail-on error\n"
    "  eligo explain boundary                     what a code means\n";

static bool severity_of(const char *name, severity *out)
{
    for (severity s = SEVERITY_NOTE; s <= SEVERITY_ERROR; s++)
        if (strcmp(name, severity_name(s)) == 0) {
            *out = s;
            return true;
        }
    return false;
}

static bool flush(buffer *b, cli_out *out)
{
    bool good = !b->failed && (!b->size || cli_out_write(b->data, b->size, out));

    buffer_clear(b);
    return good;
}

/* The trials of one document; the status of its inputs. */
static int audit(findings_out *f, buffer *b, const char *path, const eligo_lexicon *lx,
                 cli_out *out)
{
    const char *name = strcmp(path, "-") == 0 ? "<stdin>" : path;
    int status = CLI_DONE;
    eligo_error err = {0};
    size_t size = 0;
    char *bytes = file_read(path, LIMIT_DOCUMENT_BYTES, 0, &size, &err);
    eligo_trials *t =
        bytes ? eligo_trials_open_memory(bytes, size, name, lx, cli_hear, &status, &err) : NULL;
    eligo_code code = ELIGO_OK;

    if (!t) {
        free(bytes);
        return cli_fail(&err);
    }
    while (code == ELIGO_OK && !out->failed) {
        eligo_rules *r = NULL;

        code = eligo_trials_next(t, &r, &err);
        if (code != ELIGO_OK)
            break;
        findings_add(f, r->rules, bytes, size, name);
        flush(b, out);
        eligo_rules_delete(r);
    }
    if (code == ELIGO_ENOMEM)
        status = cli_worse(status, cli_fail(&err));
    eligo_trials_close(t);
    free(bytes);
    return status;
}

static int choose(const options *o, findings_format *format, findings_choice *choice,
                  severity *fail_on, bool *fails)
{
    static const char *const names[] = {"text", "json", "ndjson", "sarif", "html"};
    const char *bad = NULL;
    size_t size = 0, i = 0;

    *format = FINDINGS_TEXT;
    if (o->format) {
        while (i < sizeof names / sizeof *names && strcmp(names[i], o->format) != 0)
            i++;
        if (i == sizeof names / sizeof *names)
            return cli_usage("audit", "the format is text, json, ndjson, sarif or html, not \"%s\"",
                             o->format);
        *format = (findings_format)i;
    }
    *fails = o->fail_on && strcmp(o->fail_on, "none") != 0;
    if (*fails && !severity_of(o->fail_on, fail_on))
        return cli_usage("audit", "--fail-on is note, warning, error or none, not \"%s\"",
                         o->fail_on);
    choice->least = SEVERITY_NOTE;
    if (o->least && !severity_of(o->least, &choice->least))
        return cli_usage("audit", "--min-severity is note, warning or error, not \"%s\"", o->least);
    choice->only = o->only;
    choice->ignore = o->ignore;
    if (!findings_codes_known(o->only, &bad, &size) ||
        !findings_codes_known(o->ignore, &bad, &size))
        return cli_usage("audit", "there is no code \"%.*s\"; eligo explain lists all", (int)size,
                         bad);
    return CLI_DONE;
}

static int run(const options *o, const char **paths)
{
    findings_format format;
    findings_choice choice;
    severity fail_on = SEVERITY_ERROR;
    bool fails = false, found = false;
    cli_out out;
    buffer b;
    findings_out *f;
    eligo_error err = {0};
    eligo_lexicon *lx;
    int status = choose(o, &format, &choice, &fail_on, &fails);

    if (status != CLI_DONE)
        return status;
    if (!paths || !*paths)
        return cli_usage("audit", "which trial? Name a file, or - for standard input");
    lx = eligo_lexicon_open(o->lexicon, &err);
    if (!lx)
        return cli_fail(&err);
    cli_out_begin(&out, o->output);
    buffer_init(&b, 0);
    f = findings_begin(format, &choice, cli_out_colour(&out), &b);
    for (; f && *paths && !out.failed; paths++)
        status = cli_worse(status, audit(f, &b, *paths, lx, &out));
    if (f) {
        findings_end(f);
        flush(&b, &out);
        for (severity s = fail_on; s <= SEVERITY_ERROR; s++)
            found = found || findings_shown(f, s) > 0;
    }
    if (!findings_delete(f)) {
        error_memory(&err, NULL);
        status = cli_worse(status, cli_fail(&err));
    }
    buffer_free(&b);
    status = cli_worse(status, cli_out_end(&out, status != CLI_SYSTEM));
    eligo_lexicon_close(lx);
    return status == CLI_DONE && fails && found ? CLI_FOUND : status;
}

int cli_audit(int argc, const char **argv)
{
    options o = {0};
    struct poptOption table[] = {
        {"format", 'f', POPT_ARG_STRING, &o.format, 0,
         "text (default), json, ndjson, sarif or html", "FORMAT"},
        {"output", 'o', POPT_ARG_STRING, &o.output, 0, "write to FILE, whole or not at all",
         "FILE"},
        {"fail-on", 0, POPT_ARG_STRING, &o.fail_on, 0,
         "exit status 1 from this severity on: note, warning, error or none (default)", "LEVEL"},
        {"min-severity", 0, POPT_ARG_STRING, &o.least, 0,
         "leave out what is below: note (default), warning or error", "LEVEL"},
        {"only", 0, POPT_ARG_STRING, &o.only, 0, "only these codes, separated by commas", "CODES"},
        {"ignore", 0, POPT_ARG_STRING, &o.ignore, 0, "all but these codes", "CODES"},
        {"lexicon", 'l', POPT_ARG_STRING, &o.lexicon, 0, "a site's own terms and codes", "FILE"},
        {"help", 'h', POPT_ARG_NONE, &o.help, 0, "show this help", NULL},
        POPT_TABLEEND};
    poptContext context = cli_context("eligo audit", argc, argv, table);
    int got, status;

    if (!context)
        return CLI_SYSTEM;
    poptSetOtherOptionHelp(context, "[OPTION...] TRIAL...");
    got = poptGetNextOpt(context);
    if (got < -1)
        status = cli_bad_option("audit", context, got);
    else if (o.help)
        status = cli_help(context, about, examples);
    else
        status = run(&o, poptGetArgs(context));
    poptFreeContext(context);
    free(o.format);
    free(o.output);
    free(o.fail_on);
    free(o.least);
    free(o.only);
    free(o.ignore);
    free(o.lexicon);
    return status;
}
