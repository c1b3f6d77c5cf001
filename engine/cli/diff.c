/* eligo diff: what changed between two versions of a trial, and for whom. */
#include "engine/cli/cli.h"

#include "engine/api.h"
#include "engine/base/limits.h"
#include "engine/diff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct options {
    cli_list patients;
    char *as_of, *closed_world, *columns, *format, *lexicon, *output;
    int default_ranges, help;
    bool memory_failed;
} options;

static const char about[] = "Pairs the criteria of two versions of a trial by what they mean, and "
                            "says of each whether it was\n"
                            "added, removed, moved, reworded, tightened, loosened or changed. "
                            "Tightened: nobody comes in by it;\n"
                            "it is only said where it follows from the rules. With --patients: "
                            "whose verdict changes, and by what.";
static const char examples[] =
    "  eligo diff protocol-1.txt protocol-2.txt\n"
    "  eligo diff old.json new.json --format json -o changes.json\n"
    "  eligo diff old.json new.json --patients folder/ --as-of 2024-05-01\n";

/* ---- writing ---- */

typedef struct writing {
    const diff *diff;
    const eligo_policy *policy;
    cli_out *out;
    buffer text;
    json_out *json; /* NULL: for people */
    eligo_patients_options how;
    size_t patients, changed, clauses;
} writing;

static void flush(writing *w)
{
    if (w->text.failed)
        w->out->failed = true;
    else if (w->text.size)
        cli_out_write(w->text.data, w->text.size, w->out);
    buffer_clear(&w->text);
}

/* One patient; the status. */
static int judge(void *context, eligo_patient *p)
{
    writing *w = context;
    diff_impact i = {0};

    p->record = eval_record_new(&p->patient, &w->policy->policy, p->arena);
    p->policy = w->policy;
    if (p->record)
        i = diff_patient(w->diff, p->record);
    if (arena_failed(p->arena)) {
        fprintf(stderr, "%s: the record of patient %s is too large to judge\n",
                p->patient.file ? p->patient.file : "", p->patient.id);
        return arena_full(p->arena) ? CLI_INPUT : CLI_SYSTEM;
    }
    w->patients++;
    w->clauses += i.count > 0;
    if (i.before == i.after)
        return CLI_DONE;
    w->changed++;
    if (w->json)
        diff_impact_json(w->json, &i, p->patient.id);
    else
        diff_impact_text(&w->text, &i, p->patient.id);
    flush(w);
    return CLI_DONE;
}

static void put_policy(writing *w)
{
    const eval_policy *p = &w->policy->policy;
    char text[16];

    json_text_member(w->json, "as_of", day_text(p->as_of, text));
    json_put_key(w->json, "policy");
    json_open(w->json, '{');
    json_put_key(w->json, "closed_world");
    json_open(w->json, '[');
    for (int c = 1; c < CATEGORIES; c++)
        if (p->closed_world[c])
            json_put_text(w->json, category_name((category)c));
    json_close(w->json, ']');
    json_bool_member(w->json, "default_ranges", p->default_ranges);
    json_close(w->json, '}');
}

static int write_patients(writing *w, const cli_list *paths, const eligo_lexicon *lx)
{
    int status = CLI_DONE;
    char text[16];

    if (w->json) {
        json_put_key(w->json, "patients");
        json_open(w->json, '{');
        put_policy(w);
        json_put_key(w->json, "list");
        json_open(w->json, '[');
    } else {
        buffer_printf(&w->text, "\nPatients (as of %s)\n\n",
                      day_text(w->policy->policy.as_of, text));
    }
    for (size_t i = 0; i < paths->count && !w->out->failed; i++)
        status = cli_worse(
            status, cli_patients("diff", paths->item[i], lx, &w->how, &w->out->failed, judge, w));
    if (w->json) {
        json_close(w->json, ']');
        json_put_key(w->json, "screened");
        json_put_size(w->json, w->patients);
        json_put_key(w->json, "changed");
        json_put_size(w->json, w->changed);
        json_put_key(w->json, "criteria_changed");
        json_put_size(w->json, w->clauses);
        json_close(w->json, '}');
    } else {
        buffer_printf(
            &w->text,
            "%s%zu of %zu patients have another verdict; a criterion says something else of %zu\n",
            w->changed ? "\n" : "", w->changed, w->patients, w->clauses);
    }
    return status;
}

/* ---- the run ---- */

static int write_all(const options *o, const diff *d, const eligo_policy *policy, bool json,
                     const eligo_lexicon *lx, int status)
{
    cli_out out;
    writing w = {.diff = d, .policy = policy, .out = &out, .how = {.columns = o->columns}};

    cli_out_begin(&out, o->output);
    buffer_init(&w.text, 0);
    if (json && !(w.json = json_out_new(&w.text, true)))
        out.failed = true;
    if (w.json)
        diff_print_json(w.json, d);
    else
        diff_print_text(&w.text, d);
    flush(&w);
    if (o->patients.count && !out.failed)
        status = cli_worse(status, write_patients(&w, &o->patients, lx));
    if (w.json) {
        json_close(w.json, '}');
        if (!json_out_delete(w.json))
            out.failed = true;
        buffer_putc(&w.text, '\n');
    }
    flush(&w);
    buffer_free(&w.text);
    return cli_worse(status, cli_out_end(&out, status != CLI_SYSTEM));
}

static int compare(const options *o, const char *const paths[2], const eligo_policy *policy,
                   bool json, const eligo_lexicon *lx)
{
    int status = CLI_DONE;
    eligo_rules *before = cli_read_trial(paths[0], lx, &status),
                *after = cli_read_trial(paths[1], lx, &status);
    arena *a = arena_new(LIMIT_TRIAL_ARENA);

    if (before && after) {
        const diff *d = a ? diff_rules(before->rules, after->rules, a) : NULL;

        if (d) {
            status = write_all(o, d, policy, json, lx, status);
        } else {
            fprintf(stderr, "eligo diff: no memory to compare the two\n");
            status = CLI_SYSTEM;
        }
    }
    arena_delete(a);
    eligo_rules_delete(before);
    eligo_rules_delete(after);
    return status;
}

static int run(const options *o, const char **paths)
{
    bool json = o->format && strcmp(o->format, "json") == 0;
    eligo_error err = {0};
    eligo_policy *policy;
    eligo_lexicon *lx = NULL;
    int status = CLI_DONE;

    if (!paths || !paths[0] || !paths[1] || paths[2])
        return cli_usage("diff", "which two? Name the old version, then the new one");
    if (strcmp(paths[0], "-") == 0 && strcmp(paths[1], "-") == 0)
        return cli_usage("diff", "only one of the two can be standard input");
    if (o->format && !json && strcmp(o->format, "text") != 0)
        return cli_usage("diff", "the format is text or json, not \"%s\"", o->format);
    policy = eligo_policy_new(&err);
    if (!policy)
        return cli_fail(&err);
    if (o->as_of && eligo_policy_as_of(policy, o->as_of, &err) != ELIGO_OK)
        status = cli_usage("diff", "--as-of: %s", err.message);
    else if (o->closed_world &&
             eligo_policy_closed_world(policy, o->closed_world, &err) != ELIGO_OK)
        status = cli_usage("diff", "--closed-world: %s", err.message);
    else if (!(lx = eligo_lexicon_open(o->lexicon, &err)))
        status = cli_fail(&err);
    if (lx) {
        eligo_policy_default_ranges(policy, o->default_ranges);
        status = compare(o, paths, policy, json, lx);
    }
    eligo_lexicon_close(lx);
    eligo_policy_delete(policy);
    return status;
}

int cli_diff(int argc, const char **argv)
{
    options o = {0};
    struct poptOption table[] = {
        {"patients", 'p', POPT_ARG_STRING, NULL, 1,
         "whose verdict changes: a file or folder of records; may be repeated", "P"},
        {"as-of", 'd', POPT_ARG_STRING, &o.as_of, 0, "the index date (default: today)", "DATE"},
        {"closed-world", 'c', POPT_ARG_STRING, &o.closed_world, 0,
         "categories of which no record means that there is none: condition,medication or all",
         "CATS"},
        {"columns", 'm', POPT_ARG_STRING, &o.columns, 0,
         "what the columns of a CSV of patients mean", "FILE"},
        {"default-ranges", 'r', POPT_ARG_NONE, &o.default_ranges, 0,
         "adult reference ranges where a result has none", NULL},
        {"format", 'f', POPT_ARG_STRING, &o.format, 0, "text (default) or json", "FORMAT"},
        {"output", 'o', POPT_ARG_STRING, &o.output, 0, "write to FILE, whole or not at all",
         "FILE"},
        {"lexicon", 'l', POPT_ARG_STRING, &o.lexicon, 0, "a site's own terms and codes", "FILE"},
        {"help", 'h', POPT_ARG_NONE, &o.help, 0, "show this help", NULL},
        POPT_TABLEEND};
    poptContext context = cli_context("eligo diff", argc, argv, table);
    int got, status;

    if (!context)
        return CLI_SYSTEM;
    poptSetOtherOptionHelp(context, "[OPTION...] OLD NEW");
    while ((got = poptGetNextOpt(context)) > 0)
        if (!cli_list_add(&o.patients, poptGetOptArg(context)))
            o.memory_failed = true;
    if (got < -1)
        status = cli_bad_option("diff", context, got);
    else if (o.help)
        status = cli_help(context, about, examples);
    else
        status = o.memory_failed ? CLI_SYSTEM : run(&o, poptGetArgs(context));
    poptFreeContext(context);
    cli_list_free(&o.patients);
    free(o.as_of);
    free(o.closed_world);
    free(o.columns);
    free(o.format);
    free(o.lexicon);
    free(o.output);
    return status;
}
