/* eligo examples: synthetic patients for each clause, to see what the words admit and to test a
 * set-up. */
#include "engine/cli/cli.h"

#include "engine/api.h"
#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/examples.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct options {
    char *as_of, *lexicon, *output;
    int check, help;
} options;

static const char about[] = "Writes synthetic FHIR patients for each clause: just inside, just "
                            "outside, and with the datum missing.\n"
                            "DIR/patients has a file for each, named for clause and side; "
                            "DIR/examples.json says of each which truth\n"
                            "its clause has, and of which clauses none can be made, and why. "
                            "Screen them with the same --as-of.";
static const char examples_text[] =
    "  eligo examples trial.txt -o made --as-of 2024-05-01\n"
    "  eligo screen --trial trial.txt --patients made/patients --as-of 2024-05-01\n"
    "  eligo examples trial.txt --check          how many come out as intended\n";

typedef struct writing {
    const char *folder; /* NULL: only counted */
    buffer index;
    json_out *json;
    size_t made, disagreed, not_made;
    eligo_error err;
} writing;

static bool write_file(writing *w, const char *name, const char *data, size_t size)
{
    buffer path;
    bool good;

    if (!w->folder)
        return true;
    buffer_init(&path, 0);
    buffer_printf(&path, "%s/%s", w->folder, name);
    if (path.failed)
        error_memory(&w->err, w->folder);
    good = !path.failed && file_replace(path.data, data, size, &w->err) == ELIGO_OK;
    buffer_free(&path);
    return good;
}

static bool take(const example *e, void *context)
{
    writing *w = context;
    char name[128];

    example_print_json(w->json, e);
    if (e->reason) {
        w->disagreed += e->tried;
        w->not_made += !e->tried;
        return true;
    }
    w->made++;
    snprintf(name, sizeof name, "patients/%s.json", e->patient);
    return write_file(w, name, e->bundle, e->size);
}

static bool make_folder(writing *w, const char *path)
{
    if (mkdir(path, 0777) == 0 || errno == EEXIST)
        return true;
    error_system(&w->err, ELIGO_EWRITE, path);
    return false;
}

static bool make_folders(writing *w)
{
    buffer path;
    bool good;

    if (!w->folder)
        return true;
    buffer_init(&path, 0);
    buffer_printf(&path, "%s/patients", w->folder);
    good = !path.failed && make_folder(w, w->folder) && make_folder(w, path.data);
    if (path.failed)
        error_memory(&w->err, w->folder);
    buffer_free(&path);
    return good;
}

static int make(const options *o, const eligo_rules *r, day as_of)
{
    writing w = {.folder = o->check ? NULL : o->output};
    examples_policy policy = {as_of, LIMIT_EXAMPLES};
    char text[16];
    bool whole = false;

    buffer_init(&w.index, 0);
    w.json = json_out_new(&w.index, true);
    if (!w.json || !make_folders(&w)) {
        json_out_delete(w.json);
        buffer_free(&w.index);
        if (w.err.code == ELIGO_OK)
            error_memory(&w.err, o->output);
        return cli_fail(&w.err);
    }
    json_open(w.json, '{');
    json_text_member(w.json, "schema", "eligo.examples/1");
    json_text_member(w.json, "trial", r->rules->trial_id);
    json_text_member(w.json, "source", r->rules->source_name);
    json_text_member(w.json, "as_of", day_text(as_of, text));
    json_put_key(w.json, "examples");
    json_open(w.json, '[');
    whole = examples_make(r->rules, &policy, take, &w);
    json_close(w.json, ']');
    json_put_key(w.json, "made");
    json_put_size(w.json, w.made);
    json_bool_member(w.json, "complete", whole);
    json_close(w.json, '}');
    if ((!json_out_delete(w.json) || w.index.failed) && w.err.code == ELIGO_OK)
        error_memory(&w.err, o->output);
    buffer_putc(&w.index, '\n');
    if (w.err.code == ELIGO_OK)
        write_file(&w, "examples.json", w.index.data, w.index.size);
    buffer_free(&w.index);
    if (w.err.code != ELIGO_OK)
        return cli_fail(&w.err);
    printf("%zu patients made; %zu could not be: %zu clauses or sides that no record can show, %zu "
           "that screening sees otherwise\n",
           w.made, w.disagreed + w.not_made, w.not_made, w.disagreed);
    if (!whole)
        fprintf(stderr, "%s: has more examples than are made (%d); the rest was left out\n",
                r->rules->source_name, LIMIT_EXAMPLES);
    if (fflush(stdout) != 0)
        return CLI_SYSTEM;
    return whole ? CLI_DONE : CLI_INPUT;
}

/* The one trial of a document. */
static int read_and_make(const options *o, const char *path, day as_of, const eligo_lexicon *lx)
{
    int status = CLI_DONE;
    eligo_error err = {0};
    eligo_trials *t = eligo_trials_open(path, lx, cli_hear, &status, &err);
    eligo_rules *r = NULL, *second = NULL;
    eligo_code code;

    if (!t)
        return cli_fail(&err);
    eligo_trials_findings(t, false);
    code = eligo_trials_next(t, &r, &err);
    if (code == ELIGO_OK && eligo_trials_next(t, &second, &err) == ELIGO_OK) {
        fprintf(stderr, "%s: holds more than one trial; give one\n", path);
        status = cli_worse(status, CLI_INPUT);
        eligo_rules_delete(second);
    } else if (code == ELIGO_OK) {
        status = cli_worse(status, make(o, r, as_of));
    } else if (code != ELIGO_END) {
        status = cli_worse(status, cli_fail(&err));
    } else if (status == CLI_DONE) {
        fprintf(stderr, "%s: holds no trial\n", path);
        status = CLI_INPUT;
    }
    eligo_rules_delete(r);
    eligo_trials_close(t);
    return status;
}

static int run(const options *o, const char **paths)
{
    eligo_error err = {0};
    eligo_lexicon *lx = NULL;
    eligo_policy *policy;
    int status = CLI_DONE;

    if (!paths || !paths[0] || paths[1])
        return cli_usage("examples", "which trial? Name one file, or - for standard input");
    if (!o->output && !o->check)
        return cli_usage("examples", "where to? Name a folder with -o");
    policy = eligo_policy_new(&err);
    if (!policy)
        return cli_fail(&err);
    if (o->as_of && eligo_policy_as_of(policy, o->as_of, &err) != ELIGO_OK)
        status = cli_usage("examples", "--as-of: %s", err.message);
    else if (!(lx = eligo_lexicon_open(o->lexicon, &err)))
        status = cli_fail(&err);
    if (lx)
        status = read_and_make(o, paths[0], policy->policy.as_of, lx);
    eligo_lexicon_close(lx);
    eligo_policy_delete(policy);
    return status;
}

int cli_examples(int argc, const char **argv)
{
    options o = {0};
    struct poptOption table[] = {
        {"output", 'o', POPT_ARG_STRING, &o.output, 0,
         "the folder to write to; made where it is not there", "DIR"},
        {"as-of", 'd', POPT_ARG_STRING, &o.as_of, 0, "the index date (default: today)", "DATE"},
        {"check", 'k', POPT_ARG_NONE, &o.check, 0, "write nothing, only count", NULL},
        {"lexicon", 'l', POPT_ARG_STRING, &o.lexicon, 0, "a site's own terms and codes", "FILE"},
        {"help", 'h', POPT_ARG_NONE, &o.help, 0, "show this help", NULL},
        POPT_TABLEEND};
    poptContext context = cli_context("eligo examples", argc, argv, table);
    int got, status;

    if (!context)
        return CLI_SYSTEM;
    poptSetOtherOptionHelp(context, "[OPTION...] TRIAL");
    got = poptGetNextOpt(context);
    if (got < -1)
        status = cli_bad_option("examples", context, got);
    else if (o.help)
        status = cli_help(context, about, examples_text);
    else
        status = run(&o, poptGetArgs(context));
    poptFreeContext(context);
    free(o.output);
    free(o.as_of);
    free(o.lexicon);
    return status;
}
