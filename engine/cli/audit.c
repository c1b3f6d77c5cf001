/* eligo audit: ambiguities and defects of the criteria of trials. */
#include "engine/cli/cli.h"

#include "engine/api.h"
#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/findings.h"
#include "engine/impact.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct options {
    cli_list patients;
    char *format, *lexicon, *output, *fail_on, *least, *only, *ignore, *suppress, *baseline;
    char *as_of, *closed_world, *columns;
    int default_ranges, help;
    bool memory_failed;
} options;

static const char about[] =
    "Reads the eligibility criteria of trials as a careful reader would, "
    "and says where two readers could\n"
    "decide differently, or none could: limits left open, units missing or "
    "wrong, damaged signs, words of\n"
    "degree, windows without an event, unclear and/or/no, lines that "
    "repeat or contradict each other or the\n"
    "registry. With --patients: of how many of them, and which, the verdict "
    "on the trial depends on how the\n"
    "words are read. Exit status 1: something at or above --fail-on was found.";
static const char examples[] =
    "  eligo audit trial.txt\n"
    "  eligo audit trial.json --min-severity warning --ignore discretion\n"
    "  eligo audit trial.txt --patients folder/ --as-of 2024-05-01\n"
    "  eligo audit *.txt --format sarif -o findings.sarif --fail-on error\n"
    "  eligo audit trial.txt --suppress accepted.tsv --baseline findings.sarif\n"
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

/* ---- the run ---- */

/* A trial that waits for the patients. */
typedef struct waiting {
    eligo_rules *rules;
    impact *impact;
    size_t document; /* whose bytes its places lie in */
} waiting;

typedef struct document {
    char *bytes;
    size_t size;
    const char *name;
} document;

typedef struct run_state {
    findings_out *out;
    buffer text;
    cli_out *to;
    const eligo_lexicon *lexicon;
    const eligo_policy *policy;
    bool judging; /* findings wait for their impact */
    waiting *trials;
    size_t trial_count, trial_room;
    document *documents;
    size_t document_count, document_room;
} run_state;

static bool flush(run_state *s)
{
    bool good =
        !s->text.failed && (!s->text.size || cli_out_write(s->text.data, s->text.size, s->to));

    buffer_clear(&s->text);
    return good;
}

static bool grow(void **list, size_t count, size_t *room, size_t size)
{
    void *more;

    if (count < *room)
        return true;
    more = realloc(*list, (2 * *room + 8) * size);
    if (!more)
        return false;
    *list = more;
    *room = 2 * *room + 8;
    return true;
}

/* Keeps a trial until all patients are judged. False: no memory; the rules are still the caller's.
 */
static bool wait_for(run_state *s, eligo_rules *r)
{
    impact *i;

    if (!grow((void **)&s->trials, s->trial_count, &s->trial_room, sizeof *s->trials) ||
        !(i = impact_new(r->rules)))
        return false;
    s->trials[s->trial_count++] = (waiting){r, i, s->document_count - 1};
    return true;
}

/* The trials of one document; the status of its inputs. */
static int audit(run_state *s, const char *path)
{
    const char *name = strcmp(path, "-") == 0 ? "<stdin>" : path;
    int status = CLI_DONE;
    eligo_error err = {0};
    size_t size = 0;
    char *bytes = file_read(path, LIMIT_DOCUMENT_BYTES, 0, &size, &err);
    eligo_trials *t =
        bytes ? eligo_trials_open_memory(bytes, size, name, s->lexicon, cli_hear, &status, &err)
              : NULL;
    eligo_code code = ELIGO_OK;

    if (!t ||
        !grow((void **)&s->documents, s->document_count, &s->document_room, sizeof *s->documents)) {
        eligo_trials_close(t);
        free(bytes);
        return t ? CLI_SYSTEM : cli_fail(&err);
    }
    s->documents[s->document_count++] = (document){bytes, size, name};
    while (code == ELIGO_OK && !s->to->failed) {
        eligo_rules *r = NULL;

        code = eligo_trials_next(t, &r, &err);
        if (code != ELIGO_OK)
            break;
        if (s->judging && wait_for(s, r))
            continue;
        if (s->judging) {
            error_memory(&err, name);
            code = ELIGO_ENOMEM;
        } else {
            findings_add(s->out, r->rules, r->rules->findings, bytes, size, name);
            flush(s);
        }
        eligo_rules_delete(r);
    }
    if (code == ELIGO_ENOMEM)
        status = cli_worse(status, cli_fail(&err));
    eligo_trials_close(t);
    if (!s->judging) {
        free(bytes);
        s->document_count--;
    }
    return status;
}

/* One patient, for every trial; the status. */
static int judge(void *context, eligo_patient *p)
{
    run_state *s = context;
    bool good = true;

    p->record = eval_record_new(&p->patient, &s->policy->policy, p->arena);
    p->policy = s->policy;
    for (size_t i = 0; p->record && good && i < s->trial_count; i++)
        good = impact_patient(s->trials[i].impact, p->record, p->patient.id) &&
               !arena_failed(p->arena);
    if (arena_failed(p->arena)) {
        fprintf(stderr, "%s: the record of patient %s is too large to judge\n",
                p->patient.file ? p->patient.file : "", p->patient.id);
        return arena_full(p->arena) ? CLI_INPUT : CLI_SYSTEM;
    }
    return good ? CLI_DONE : CLI_SYSTEM;
}

/* Tells of the trials that waited, and forgets them. */
static int tell_waiting(run_state *s)
{
    int status = CLI_DONE;

    for (size_t i = 0; i < s->trial_count; i++) {
        waiting *w = &s->trials[i];
        const document *d = &s->documents[w->document];
        const finding *list = impact_findings(w->impact);

        if (list)
            findings_add(s->out, w->rules->rules, list, d->bytes, d->size, d->name);
        else
            status = CLI_SYSTEM;
        flush(s);
        impact_delete(w->impact);
        eligo_rules_delete(w->rules);
    }
    for (size_t i = 0; i < s->document_count; i++)
        free(s->documents[i].bytes);
    free(s->documents);
    free(s->trials);
    return status;
}

static void tell_unused(const char *path, size_t line, void *context)
{
    (void)context;
    fprintf(stderr, "%s:%zu:1: nothing was suppressed by this line; take it out\n", path, line);
}

/* ---- what is asked for ---- */

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

/* What is accepted, from its files. */
static int accept(const options *o, findings_choice *choice)
{
    eligo_error err = {0};

    if (!o->suppress && !o->baseline)
        return CLI_DONE;
    choice->accepted = accepted_new();
    if (!choice->accepted)
        return CLI_SYSTEM;
    if ((o->suppress && !accepted_suppressions(choice->accepted, o->suppress, &err)) ||
        (o->baseline && !accepted_baseline(choice->accepted, o->baseline, &err)))
        return cli_fail(&err);
    return CLI_DONE;
}

static int set_policy(const options *o, eligo_policy *policy)
{
    eligo_error err = {0};

    if (!o->patients.count && (o->as_of || o->closed_world || o->columns || o->default_ranges))
        return cli_usage(
            "audit", "--as-of, --closed-world, --default-ranges and --columns are for --patients");
    if (o->as_of && eligo_policy_as_of(policy, o->as_of, &err) != ELIGO_OK)
        return cli_usage("audit", "--as-of: %s", err.message);
    if (o->closed_world && eligo_policy_closed_world(policy, o->closed_world, &err) != ELIGO_OK)
        return cli_usage("audit", "--closed-world: %s", err.message);
    eligo_policy_default_ranges(policy, o->default_ranges);
    return CLI_DONE;
}

static int audit_all(const options *o, const char **paths, run_state *s, findings_format format,
                     const findings_choice *choice)
{
    int status = CLI_DONE;
    eligo_error err = {0};
    eligo_patients_options how = {.columns = o->columns};

    buffer_init(&s->text, 0);
    s->out = findings_begin(format, choice, cli_out_colour(s->to), &s->text);
    s->judging = o->patients.count > 0;
    for (; s->out && *paths && !s->to->failed; paths++)
        status = cli_worse(status, audit(s, *paths));
    for (size_t i = 0; s->out && i < o->patients.count; i++)
        status = cli_worse(status, cli_patients("audit", o->patients.item[i], s->lexicon, &how,
                                                &s->to->failed, judge, s));
    status = cli_worse(status, tell_waiting(s));
    if (s->out) {
        findings_end(s->out);
        flush(s);
    } else {
        error_memory(&err, NULL);
        status = cli_worse(status, cli_fail(&err));
    }
    return status;
}

static int run(const options *o, const char **paths)
{
    findings_format format;
    findings_choice choice = {0};
    severity fail_on = SEVERITY_ERROR;
    bool fails = false, found = false;
    cli_out out;
    run_state s = {.to = &out};
    eligo_error err = {0};
    eligo_lexicon *lx = NULL;
    eligo_policy *policy = NULL;
    int status = choose(o, &format, &choice, &fail_on, &fails);

    if (status != CLI_DONE)
        return status;
    if (!paths || !*paths)
        return cli_usage("audit", "which trial? Name a file, or - for standard input");
    if (!(policy = eligo_policy_new(&err)))
        return cli_fail(&err);
    status = set_policy(o, policy);
    if (status == CLI_DONE)
        status = accept(o, &choice);
    if (status == CLI_DONE && !(lx = eligo_lexicon_open(o->lexicon, &err)))
        status = cli_fail(&err);
    if (lx) {
        s.lexicon = lx;
        s.policy = policy;
        cli_out_begin(&out, o->output);
        status = audit_all(o, paths, &s, format, &choice);
        for (severity x = fail_on; s.out && x <= SEVERITY_ERROR; x++)
            found = found || findings_shown(s.out, x) > 0;
        if (s.out && !findings_delete(s.out)) {
            error_memory(&err, NULL);
            status = cli_worse(status, cli_fail(&err));
        }
        buffer_free(&s.text);
        status = cli_worse(status, cli_out_end(&out, status != CLI_SYSTEM));
        if (choice.accepted && status == CLI_DONE)
            accepted_unused(choice.accepted, tell_unused, NULL);
    }
    accepted_delete(choice.accepted);
    eligo_lexicon_close(lx);
    eligo_policy_delete(policy);
    return status == CLI_DONE && fails && found ? CLI_FOUND : status;
}

static void options_free(options *o)
{
    cli_list_free(&o->patients);
    free(o->format);
    free(o->output);
    free(o->fail_on);
    free(o->least);
    free(o->only);
    free(o->ignore);
    free(o->lexicon);
    free(o->suppress);
    free(o->baseline);
    free(o->as_of);
    free(o->closed_world);
    free(o->columns);
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
        {"suppress", 's', POPT_ARG_STRING, &o.suppress, 0,
         "findings that are accepted: lines of trial, code, words, reason, parted by tabs", "FILE"},
        {"baseline", 'b', POPT_ARG_STRING, &o.baseline, 0,
         "only what is new since FILE, which an earlier audit wrote as json, ndjson or sarif",
         "FILE"},
        {"patients", 'p', POPT_ARG_STRING, NULL, 1,
         "whose verdict depends on a reading: a file or folder of records; may be repeated", "P"},
        {"as-of", 'd', POPT_ARG_STRING, &o.as_of, 0,
         "of the patients: the index date (default: today)", "DATE"},
        {"closed-world", 'c', POPT_ARG_STRING, &o.closed_world, 0,
         "categories of which no record means that there is none: condition,medication or all",
         "CATS"},
        {"default-ranges", 'r', POPT_ARG_NONE, &o.default_ranges, 0,
         "adult reference ranges where a result has none", NULL},
        {"columns", 'm', POPT_ARG_STRING, &o.columns, 0,
         "what the columns of a CSV of patients mean", "FILE"},
        {"lexicon", 'l', POPT_ARG_STRING, &o.lexicon, 0, "a site's own terms and codes", "FILE"},
        {"help", 'h', POPT_ARG_NONE, &o.help, 0, "show this help", NULL},
        POPT_TABLEEND};
    poptContext context = cli_context("eligo audit", argc, argv, table);
    int got, status;

    if (!context)
        return CLI_SYSTEM;
    poptSetOtherOptionHelp(context, "[OPTION...] TRIAL...");
    while ((got = poptGetNextOpt(context)) == 1)
        if (!cli_list_add(&o.patients, poptGetOptArg(context)))
            o.memory_failed = true;
    if (got < -1)
        status = cli_bad_option("audit", context, got);
    else if (o.memory_failed)
        status = CLI_SYSTEM;
    else if (o.help)
        status = cli_help(context, about, examples);
    else
        status = run(&o, poptGetArgs(context));
    poptFreeContext(context);
    options_free(&o);
    return status;
}
