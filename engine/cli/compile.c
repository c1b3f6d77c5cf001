/* eligo compile: trials in, rules out. Each trial is written before the next one is read. */
#include "engine/cli/cli.h"

#include <stdlib.h>
#include <string.h>

typedef struct options {
    char *format, *lexicon, *output;
    int help;
} options;

static const char about[] = "Compiles the eligibility criteria of trials to rules. TRIAL is a file "
                            "or -: ClinicalTrials.gov JSON\n"
                            "or XML, a saved page of a registry, the bare criteria as text, or "
                            "rules as JSON. What was not\n"
                            "understood is a node of its own, never left out.";
static const char examples[] =
    "  eligo compile trial.txt                    rules as a tree, to check at a glance\n"
    "  eligo compile trial.json -f json -o r.json rules to correct, and to screen with\n"
    "  eligo compile *.json --format ndjson       one object a line\n"
    "  curl ... | eligo compile -                 from standard input\n";

/* How many have been written, and the first one, which waits: whether JSON is an object or an array
 * is known with the second. */
typedef struct writing {
    eligo_format format;
    eligo_rules *first;
    size_t count;
    cli_out *out;
} writing;

static eligo_code put(writing *w, const eligo_rules *r, eligo_error *err)
{
    return eligo_rules_write(&r, 1, w->format, cli_out_write, w->out, err);
}

static eligo_code write_one(writing *w, eligo_rules *r, eligo_error *err)
{
    eligo_code code = ELIGO_OK;
    bool good = true;

    w->count++;
    if (w->format == ELIGO_JSON && w->count == 1) {
        w->first = r;
        return ELIGO_OK;
    }
    if (w->format == ELIGO_JSON && w->first) {
        good = cli_out_write("[\n", 2, w->out);
        code = good ? put(w, w->first, err) : ELIGO_EWRITE;
        eligo_rules_delete(w->first);
        w->first = NULL;
    }
    if (code == ELIGO_OK && w->count > 1 && w->format != ELIGO_NDJSON)
        good = cli_out_write(w->format == ELIGO_JSON ? ",\n" : "\n",
                             w->format == ELIGO_JSON ? 2 : 1, w->out);
    if (code == ELIGO_OK)
        code = good ? put(w, r, err) : ELIGO_EWRITE;
    eligo_rules_delete(r);
    return code;
}

static eligo_code write_rest(writing *w, eligo_error *err)
{
    eligo_code code = ELIGO_OK;

    if (w->format != ELIGO_JSON)
        return ELIGO_OK;
    if (w->first)
        code = put(w, w->first, err);
    else if (w->count)
        code = cli_out_write("]\n", 2, w->out) ? ELIGO_OK : ELIGO_EWRITE;
    eligo_rules_delete(w->first);
    w->first = NULL;
    return code;
}

/* Compiles one document; the status of its inputs. A failed output is known to w->out. */
static int compile(writing *w, const char *path, const eligo_lexicon *lx)
{
    int status = CLI_DONE;
    eligo_error err = {0};
    eligo_trials *t = eligo_trials_open(path, lx, cli_hear, &status, &err);
    eligo_code code = ELIGO_OK;

    if (!t)
        return cli_fail(&err);
    while (code == ELIGO_OK && !w->out->failed) {
        eligo_rules *r = NULL;

        code = eligo_trials_next(t, &r, &err);
        if (code == ELIGO_OK)
            code = write_one(w, r, &err);
    }
    if (code == ELIGO_ENOMEM)
        status = cli_worse(status, cli_fail(&err));
    eligo_trials_close(t);
    return status;
}

static int run(const options *o, const char **paths)
{
    static const char *const names[] = {"tree", "text", "json", "ndjson", NULL};
    static const eligo_format formats[] = {ELIGO_TREE, ELIGO_TREE, ELIGO_JSON, ELIGO_NDJSON};
    cli_out out;
    writing w = {.format = ELIGO_TREE, .out = &out};
    eligo_error err = {0};
    eligo_lexicon *lx;
    int status = CLI_DONE;

    if (!paths || !*paths)
        return cli_usage("compile", "which trial? Name a file, or - for standard input");
    if (o->format && !cli_format(o->format, names, formats, &w.format))
        return cli_usage("compile", "the format is tree, json or ndjson, not \"%s\"", o->format);
    lx = eligo_lexicon_open(o->lexicon, &err);
    if (!lx)
        return cli_fail(&err);
    cli_out_begin(&out, o->output);
    for (; *paths && !out.failed; paths++)
        status = cli_worse(status, compile(&w, *paths, lx));
    if (!out.failed && write_rest(&w, &err) == ELIGO_ENOMEM)
        status = cli_worse(status, cli_fail(&err));
    eligo_rules_delete(w.first);
    status = cli_worse(status, cli_out_end(&out, w.count && status != CLI_SYSTEM));
    eligo_lexicon_close(lx);
    return status;
}

int cli_compile(int argc, const char **argv)
{
    options o = {0};
    struct poptOption table[] = {
        {"format", 'f', POPT_ARG_STRING, &o.format, 0, "tree (default), json or ndjson", "FORMAT"},
        {"output", 'o', POPT_ARG_STRING, &o.output, 0, "write to FILE, whole or not at all",
         "FILE"},
        {"lexicon", 'l', POPT_ARG_STRING, &o.lexicon, 0, "a site's own terms and codes", "FILE"},
        {"help", 'h', POPT_ARG_NONE, &o.help, 0, "show this help", NULL},
        POPT_TABLEEND};
    poptContext context = cli_context("eligo compile", argc, argv, table);
    int got, status;

    if (!context)
        return CLI_SYSTEM;
    poptSetOtherOptionHelp(context, "[OPTION...] TRIAL...");
    got = poptGetNextOpt(context);
    if (got < -1)
        status = cli_bad_option("compile", context, got);
    else if (o.help)
        status = cli_help(context, about, examples);
    else
        status = run(&o, poptGetArgs(context));
    poptFreeContext(context);
    free(o.format);
    free(o.output);
    free(o.lexicon);
    return status;
}
