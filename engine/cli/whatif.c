/* eligo whatif: which verdicts change if the record said something else. */
#include "engine/cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct change {
    int how; /* an option of the enumeration below */
    char *text;
} change;

typedef struct options {
    char *trial, *patient, *id, *as_of, *closed_world, *format, *lexicon, *output;
    change *changes; /* in the order of the command line: what is set last counts */
    size_t change_count;
    int default_ranges, help;
    bool memory_failed;
} options;

enum { SET = 1, ADD, DROP, ATTEST };

static const char about[] = "Changes a patient's record in thought, and says which verdicts "
                            "change, clause by clause, and what still\n"
                            "keeps the patient out. Names are those of the lexicon, in any "
                            "spelling; what is worked out from a value\n"
                            "(P/F ratio, BMI, eGFR) changes with it. Changes take place in the "
                            "order in which they are given.";
static const char examples[] =
    "  eligo whatif --trial t.txt --patient p.json --set 'PaO2/FiO2=180 mmHg' --set pregnant=no\n"
    "  eligo whatif --trial t.txt --patient p.json --drop warfarin --add 'DVT @ 2024-05-01'\n"
    "  eligo whatif --trial t.txt --patient p.json --set age=17 --attest I1=pass --format json\n"
    "  eligo whatif --trial t.txt --patient folder/ --id 1234 --set 'creatinine=1.1 mg/dL'\n";

/* ---- the patient ---- */

/* The only patient, or the one of the id. NULL: *status, and it is said why. */
static eligo_patient *find_patient(eligo_patients *all, const options *o, int *status)
{
    eligo_patient *p = NULL;
    eligo_error err = {0};
    eligo_code code = eligo_patients_next(all, &p, &err);

    while (o->id && code == ELIGO_OK && strcmp(eligo_patient_id(p), o->id) != 0)
        code = eligo_patients_next(all, &p, &err);
    if (code == ELIGO_OK)
        return p;
    if (code != ELIGO_END) {
        *status = cli_worse(*status, cli_fail(&err));
    } else if (o->id) {
        fprintf(stderr, "%s: has no patient %s\n", o->patient, o->id);
        *status = cli_worse(*status, CLI_INPUT);
    } else if (*status == CLI_DONE) {
        fprintf(stderr, "%s: holds no patient\n", o->patient);
        *status = CLI_INPUT;
    }
    return NULL;
}

/* Without an id there must be no second one. */
static bool is_alone(const options *o, const eligo_lexicon *lx)
{
    eligo_error err = {0};
    eligo_patients *all;
    eligo_patient *p = NULL;
    size_t n = 0;

    if (o->id || strcmp(o->patient, "-") == 0)
        return true;
    all = eligo_patients_open(o->patient, lx, NULL, NULL, &err);
    while (all && n < 2 && eligo_patients_next(all, &p, &err) == ELIGO_OK)
        n++;
    eligo_patients_close(all);
    return n < 2;
}

/* ---- the run ---- */

static int apply(eligo_whatif *w, const options *o)
{
    for (size_t i = 0; i < o->change_count; i++) {
        static eligo_code (*const calls[])(eligo_whatif *, const char *,
                                           eligo_error *) = {[SET] = eligo_whatif_set,
                                                             [ADD] = eligo_whatif_add,
                                                             [DROP] = eligo_whatif_drop,
                                                             [ATTEST] = eligo_whatif_attest};
        static const char *const names[] = {
            [SET] = "set", [ADD] = "add", [DROP] = "drop", [ATTEST] = "attest"};
        const change *c = &o->changes[i];
        eligo_error err = {0};
        eligo_code code = calls[c->how](w, c->text, &err);

        if (code == ELIGO_USAGE)
            return cli_usage("whatif", "--%s: %s", names[c->how], err.message);
        if (code != ELIGO_OK)
            return cli_fail(&err);
    }
    return CLI_DONE;
}

static int judge(const options *o, const eligo_rules *r, eligo_patient *p,
                 const eligo_policy *policy, eligo_format format)
{
    eligo_error err = {0};
    eligo_whatif *w = eligo_whatif_new(p, policy, &err);
    eligo_code code;
    cli_out out;
    int status;

    if (!w)
        return cli_fail(&err);
    status = apply(w, o);
    if (status != CLI_DONE)
        return status;
    cli_out_begin(&out, o->output);
    code = eligo_whatif_write(w, r, format, cli_out_colour(&out), cli_out_write, &out, &err);
    if (code == ELIGO_USAGE)
        status = cli_usage("whatif", "--attest: %s", err.message);
    else if (code != ELIGO_OK && code != ELIGO_EWRITE) /* that one is said at the end */
        status = cli_fail(&err);
    return cli_worse(status, cli_out_end(&out, code == ELIGO_OK));
}

static int judge_file(const options *o, const eligo_policy *policy, eligo_format format,
                      const eligo_lexicon *lx)
{
    int status = CLI_DONE;
    eligo_error err = {0};
    eligo_rules *r = cli_read_trial(o->trial, lx, &status);
    eligo_patients *all;
    eligo_patient *p;

    if (!r)
        return status;
    if (!is_alone(o, lx)) {
        eligo_rules_delete(r);
        return cli_usage("whatif", "%s holds more than one patient: name one with --id",
                         o->patient);
    }
    all = eligo_patients_open(o->patient, lx, cli_hear, &status, &err);
    if (!all) {
        status = cli_worse(status, cli_fail(&err));
    } else if ((p = find_patient(all, o, &status)) != NULL) {
        status = cli_worse(status, judge(o, r, p, policy, format));
    }
    eligo_patients_close(all);
    eligo_rules_delete(r);
    return status;
}

static int run(const options *o, const char *left_over)
{
    static const char *const names[] = {"text", "json", "ndjson", NULL};
    static const eligo_format formats[] = {ELIGO_TEXT, ELIGO_JSON, ELIGO_NDJSON};
    eligo_format format = ELIGO_TEXT;
    eligo_error err = {0};
    eligo_policy *policy;
    eligo_lexicon *lx = NULL;
    int status = CLI_DONE;

    if (left_over)
        return cli_usage("whatif",
                         "\"%s\" is no option: write --set, --add, --drop or --attest before it",
                         left_over);
    if (!o->trial)
        return cli_usage("whatif", "which trial? Name it with --trial");
    if (!o->patient)
        return cli_usage("whatif", "which patient? Name the record with --patient");
    if (strcmp(o->trial, "-") == 0 && strcmp(o->patient, "-") == 0)
        return cli_usage("whatif", "only one of trial and patient can be standard input");
    if (o->format && !cli_format(o->format, names, formats, &format))
        return cli_usage("whatif", "the format is text, json or ndjson, not \"%s\"", o->format);
    policy = eligo_policy_new(&err);
    if (!policy)
        return cli_fail(&err);
    if (o->as_of && eligo_policy_as_of(policy, o->as_of, &err) != ELIGO_OK)
        status = cli_usage("whatif", "--as-of: %s", err.message);
    else if (o->closed_world &&
             eligo_policy_closed_world(policy, o->closed_world, &err) != ELIGO_OK)
        status = cli_usage("whatif", "--closed-world: %s", err.message);
    else if (!(lx = eligo_lexicon_open(o->lexicon, &err)))
        status = cli_fail(&err);
    if (lx) {
        eligo_policy_default_ranges(policy, o->default_ranges);
        status = judge_file(o, policy, format, lx);
    }
    eligo_lexicon_close(lx);
    eligo_policy_delete(policy);
    return status;
}

static int get_options(poptContext context, options *o)
{
    int got;

    while ((got = poptGetNextOpt(context)) > 0) {
        change *more = realloc(o->changes, (o->change_count + 1) * sizeof *more);

        if (!more) {
            o->memory_failed = true;
            continue;
        }
        o->changes = more;
        o->changes[o->change_count++] = (change){got, poptGetOptArg(context)};
    }
    return got;
}

int cli_whatif(int argc, const char **argv)
{
    options o = {0};
    struct poptOption table[] = {
        {"trial", 't', POPT_ARG_STRING, &o.trial, 0, "a trial or its rules", "T"},
        {"patient", 'p', POPT_ARG_STRING, &o.patient, 0, "the patient's record", "P"},
        {"id", 'i', POPT_ARG_STRING, &o.id, 0, "the patient's id, where P holds several", "ID"},
        {"set", 's', POPT_ARG_STRING, NULL, SET, "what is so on the index date; may be repeated",
         "'FACT=VALUE UNIT'"},
        {"add", 'A', POPT_ARG_STRING, NULL, ADD, "one more fact; may be repeated", "'FACT @ DATE'"},
        {"drop", 'D', POPT_ARG_STRING, NULL, DROP, "all that is recorded of it; may be repeated",
         "FACT"},
        {"attest", 'a', POPT_ARG_STRING, NULL, ATTEST,
         "what a person would say of a clause; may be repeated", "ID=pass|fail"},
        {"as-of", 'd', POPT_ARG_STRING, &o.as_of, 0, "the index date (default: today)", "DATE"},
        {"closed-world", 'c', POPT_ARG_STRING, &o.closed_world, 0,
         "categories of which no record means that there is none: condition,medication or all",
         "CATS"},
        {"default-ranges", 'r', POPT_ARG_NONE, &o.default_ranges, 0,
         "adult reference ranges where a result has none", NULL},
        {"format", 'f', POPT_ARG_STRING, &o.format, 0, "text (default), json or ndjson", "FORMAT"},
        {"output", 'o', POPT_ARG_STRING, &o.output, 0, "write to FILE, whole or not at all",
         "FILE"},
        {"lexicon", 'l', POPT_ARG_STRING, &o.lexicon, 0, "a site's own terms and codes", "FILE"},
        {"help", 'h', POPT_ARG_NONE, &o.help, 0, "show this help", NULL},
        POPT_TABLEEND};
    poptContext context = cli_context("eligo whatif", argc, argv, table);
    int got, status;

    if (!context)
        return CLI_SYSTEM;
    poptSetOtherOptionHelp(context, "--trial T --patient P --set FACT=VALUE... [OPTION...]");
    got = get_options(context, &o);
    if (got < -1)
        status = cli_bad_option("whatif", context, got);
    else if (o.help)
        status = cli_help(context, about, examples);
    else
        status = o.memory_failed ? CLI_SYSTEM : run(&o, poptGetArg(context));
    poptFreeContext(context);
    for (size_t i = 0; i < o.change_count; i++)
        free(o.changes[i].text);
    free(o.changes);
    free(o.trial);
    free(o.patient);
    free(o.id);
    free(o.as_of);
    free(o.closed_world);
    free(o.format);
    free(o.lexicon);
    free(o.output);
    return status;
}
