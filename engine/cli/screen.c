/* eligo screen: all trials are compiled once, then patients go by, one at a time. */
#include "engine/cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct options {
    cli_list trials, patients, attested;
    char *as_of, *closed_world, *columns, *format, *lexicon, *output;
    int default_ranges, help;
    bool memory_failed;
} options;

static const char about[] =
    "Judges every criterion of every trial for every patient: pass, fail or unknown, with the "
    "evidence and\n"
    "the reason. What is not recorded is unknown, unless --closed-world says that the record is "
    "complete\n"
    "for its category.\n\n"
    "P is a file, a folder or -; what it holds is found out by itself:\n"
    "  FHIR R4        a Bundle, NDJSON, or a folder of them: Bulk Data, a Bundle a patient; .gz\n"
    "  OMOP CDM v5.4  a folder of CSV files, a SQLite file, or postgresql://user@host/database\n"
    "  CSV            one row a patient; --columns FILE (column, meaning, unit) says what its "
    "columns mean\n"
    "                 where their names do not";
static const char examples[] =
    "  eligo screen --trial trial.txt --patients patient.json\n"
    "  eligo screen --trial t.json --patients folder/ --as-of 2024-05-01 --format csv -o "
    "verdicts.csv\n"
    "  eligo screen --trial a.txt --trial b.txt --patients p.json --closed-world "
    "condition,medication\n"
    "  eligo screen --trial t.txt --patients p.json --attest E17=pass --attest I4=pass\n";

/* ---- trials ---- */

typedef struct trials {
    eligo_rules **list;
    size_t count, room;
} trials;

static void free_trials(trials *t)
{
    for (size_t i = 0; i < t->count; i++)
        eligo_rules_delete(t->list[i]);
    free(t->list);
}

static bool keep_trial(trials *t, eligo_rules *r)
{
    if (t->count == t->room) {
        size_t room = t->room ? t->room * 2 : 8;
        eligo_rules **more = realloc(t->list, room * sizeof(eligo_rules *));

        if (!more) {
            eligo_rules_delete(r);
            return false;
        }
        t->list = more;
        t->room = room;
    }
    t->list[t->count++] = r;
    return true;
}

static int read_trials(trials *all, const char *path, const eligo_lexicon *lx)
{
    int status = CLI_DONE;
    eligo_error err = {0};
    eligo_trials *t = eligo_trials_open(path, lx, cli_hear, &status, &err);
    eligo_code code = ELIGO_OK;

    if (!t)
        return cli_fail(&err);
    eligo_trials_findings(t, false);
    while (code == ELIGO_OK) {
        eligo_rules *r = NULL;

        code = eligo_trials_next(t, &r, &err);
        if (code == ELIGO_OK && !keep_trial(all, r))
            code = ELIGO_ENOMEM;
    }
    if (code == ELIGO_ENOMEM) {
        err.code = ELIGO_ENOMEM;
        status = cli_worse(status, cli_fail(&err));
    }
    eligo_trials_close(t);
    return status;
}

/* ---- patients ---- */

typedef struct screening {
    const trials *trials;
    const eligo_policy *policy;
    eligo_report *report;
    const cli_out *out;
    eligo_patients_options how;
    size_t screened;
} screening;

static int screen_patient(void *context, eligo_patient *p)
{
    screening *s = context;
    int status = CLI_DONE;

    for (size_t i = 0; i < s->trials->count && !s->out->failed; i++) {
        eligo_error err = {0};
        const eligo_verdict *v = eligo_screen(s->trials->list[i], p, s->policy, &err);
        eligo_code code = v ? eligo_report_add(s->report, v, &err) : err.code;

        if (code != ELIGO_OK && code != ELIGO_EWRITE) /* that one is said once, at the end */
            status = cli_worse(status, cli_fail(&err));
    }
    s->screened++;
    return status;
}

/* ---- the run ---- */

static int read_policy(eligo_policy *p, const options *o)
{
    eligo_error err = {0};

    if (o->as_of && eligo_policy_as_of(p, o->as_of, &err) != ELIGO_OK)
        return cli_usage("screen", "--as-of: %s", err.message);
    if (o->closed_world && eligo_policy_closed_world(p, o->closed_world, &err) != ELIGO_OK)
        return cli_usage("screen", "--closed-world: %s", err.message);
    eligo_policy_default_ranges(p, o->default_ranges);
    for (size_t i = 0; i < o->attested.count; i++)
        if (eligo_policy_attest(p, o->attested.item[i], &err) != ELIGO_OK)
            return err.code == ELIGO_ENOMEM ? CLI_SYSTEM
                                            : cli_usage("screen", "--attest: %s", err.message);
    return CLI_DONE;
}

static int screen_all(const options *o, const trials *all, const eligo_policy *policy,
                      eligo_format format, const eligo_lexicon *lx, int status)
{
    eligo_error err = {0};
    cli_out out;
    screening s = {all, policy, NULL, &out, {.columns = o->columns}, 0};

    cli_out_begin(&out, o->output);
    s.report = eligo_report_new(format, cli_out_colour(&out), cli_out_write, &out, &err);
    if (!s.report)
        return cli_fail(&err);
    for (size_t i = 0; i < o->patients.count && !out.failed; i++)
        status = cli_worse(status, cli_patients("screen", o->patients.item[i], lx, &s.how,
                                                &s.out->failed, screen_patient, &s));
    /* where nothing at all could be read, nothing is written: an empty table would look like an
     * answer */
    if (!out.failed && (s.screened || status == CLI_DONE) &&
        eligo_report_end(s.report, &err) == ELIGO_ENOMEM)
        status = cli_worse(status, cli_fail(&err));
    eligo_report_delete(s.report);
    return cli_worse(status, cli_out_end(&out, s.screened && status != CLI_SYSTEM));
}

static int run(const options *o, const char *left_over)
{
    static const char *const names[] = {"text", "json", "ndjson", "csv", "html", NULL};
    static const eligo_format formats[] = {ELIGO_TEXT, ELIGO_JSON, ELIGO_NDJSON, ELIGO_CSV,
                                           ELIGO_HTML};
    eligo_format format = ELIGO_TEXT;
    eligo_error err = {0};
    eligo_lexicon *lx = NULL;
    eligo_policy *policy;
    trials all = {0};
    int status;

    if (left_over)
        return cli_usage(
            "screen",
            "\"%s\" is neither a trial nor a patient: write --trial or --patients before it",
            left_over);
    if (!o->trials.count)
        return cli_usage("screen", "which trial? Name it with --trial");
    if (!o->patients.count)
        return cli_usage("screen", "which patients? Name a file or a folder with --patients");
    if (o->format && !cli_format(o->format, names, formats, &format))
        return cli_usage("screen", "the format is text, json, ndjson, csv or html, not \"%s\"",
                         o->format);
    policy = eligo_policy_new(&err);
    if (!policy)
        return cli_fail(&err);
    status = read_policy(policy, o);
    if (status == CLI_DONE && !(lx = eligo_lexicon_open(o->lexicon, &err)))
        status = cli_fail(&err);
    if (lx) {
        for (size_t i = 0; i < o->trials.count && status != CLI_SYSTEM; i++)
            status = cli_worse(status, read_trials(&all, o->trials.item[i], lx));
        if (all.count && status != CLI_SYSTEM)
            status = screen_all(o, &all, policy, format, lx, status);
    }
    free_trials(&all);
    eligo_lexicon_close(lx);
    eligo_policy_delete(policy);
    return status;
}

enum { TRIAL = 1, PATIENTS, ATTEST };

static int get_options(poptContext context, options *o)
{
    int got;

    while ((got = poptGetNextOpt(context)) > 0) {
        cli_list *l = got == TRIAL ? &o->trials : got == PATIENTS ? &o->patients : &o->attested;

        if (!cli_list_add(l, poptGetOptArg(context)))
            o->memory_failed = true;
    }
    return got;
}

int cli_screen(int argc, const char **argv)
{
    options o = {0};
    struct poptOption table[] = {
        {"trial", 't', POPT_ARG_STRING, NULL, TRIAL, "a trial or its rules; may be repeated", "T"},
        {"patients", 'p', POPT_ARG_STRING, NULL, PATIENTS,
         "a file or folder of records; may be repeated", "P"},
        {"as-of", 'd', POPT_ARG_STRING, &o.as_of, 0, "the index date (default: today)", "DATE"},
        {"closed-world", 'c', POPT_ARG_STRING, &o.closed_world, 0,
         "categories of which no record means that there is none: condition,medication or all",
         "CATS"},
        {"columns", 'm', POPT_ARG_STRING, &o.columns, 0,
         "what the columns of a CSV of patients mean", "FILE"},
        {"default-ranges", 'r', POPT_ARG_NONE, &o.default_ranges, 0,
         "adult reference ranges where a result has none", NULL},
        {"attest", 'a', POPT_ARG_STRING, NULL, ATTEST,
         "what a person says of a clause; may be repeated", "ID=pass|fail"},
        {"format", 'f', POPT_ARG_STRING, &o.format, 0, "text (default), json, ndjson, csv or html",
         "FORMAT"},
        {"output", 'o', POPT_ARG_STRING, &o.output, 0, "write to FILE, whole or not at all",
         "FILE"},
        {"lexicon", 'l', POPT_ARG_STRING, &o.lexicon, 0, "a site's own terms and codes", "FILE"},
        {"help", 'h', POPT_ARG_NONE, &o.help, 0, "show this help", NULL},
        POPT_TABLEEND};
    poptContext context = cli_context("eligo screen", argc, argv, table);
    int got, status;

    if (!context)
        return CLI_SYSTEM;
    poptSetOtherOptionHelp(context, "--trial T... --patients P... [OPTION...]");
    got = get_options(context, &o);
    if (got < -1)
        status = cli_bad_option("screen", context, got);
    else if (o.help)
        status = cli_help(context, about, examples);
    else
        status = o.memory_failed ? CLI_SYSTEM : run(&o, poptGetArg(context));
    poptFreeContext(context);
    cli_list_free(&o.trials);
    cli_list_free(&o.patients);
    cli_list_free(&o.attested);
    free(o.as_of);
    free(o.closed_world);
    free(o.columns);
    free(o.format);
    free(o.lexicon);
    free(o.output);
    return status;
}
