/* The public API (eligo.h): policy, patients, verdicts and reports. */
#include "engine/api.h"

#include "engine/base/error.h"
#include "engine/base/limits.h"
#include "engine/report.h"

#include <stdlib.h>
#include <string.h>

/* ---- policy ---- */

eligo_policy *eligo_policy_new(eligo_error *err)
{
    eligo_policy *p = calloc(1, sizeof *p);

    if (p)
        p->policy.as_of = day_today();
    else
        error_memory(err, NULL);
    return p;
}

void eligo_policy_delete(eligo_policy *p)
{
    if (!p)
        return;
    for (size_t i = 0; i < p->policy.attested_count; i++)
        free((char *)p->attested[i].id);
    free(p->attested);
    free(p);
}

eligo_code eligo_policy_as_of(eligo_policy *p, const char *text, eligo_error *err)
{
    date d;

    if (!date_parse(text, strlen(text), &d) || d.first != d.last)
        return error_set(err, ELIGO_USAGE, NULL, "\"%s\" is no day; write it as 2021-03-01", text);
    p->policy.as_of = d.first;
    return ELIGO_OK;
}

eligo_code eligo_policy_closed_world(eligo_policy *p, const char *categories, eligo_error *err)
{
    const char *at = categories;

    while (*at) {
        size_t size = strcspn(at, ", ");
        category c = category_find(at, size);

        if (size == 3 && strncmp(at, "all", 3) == 0) {
            for (int i = CATEGORY_NONE + 1; i < CATEGORIES; i++)
                p->policy.closed_world[i] = !category_is_quantity((category)i);
        } else if (size && c == CATEGORY_NONE) {
            return error_set(err, ELIGO_USAGE, NULL,
                             "there is no category \"%.*s\"; write all, or some of: condition, "
                             "medication, procedure, "
                             "immunization, device, organism, allergy, encounter, social, consent",
                             (int)size, at);
        } else if (size && category_is_quantity(c)) {
            return error_set(err, ELIGO_USAGE, NULL,
                             "a %.*s that is not recorded is unknown in every world; leave it out",
                             (int)size, at);
        } else if (size) {
            p->policy.closed_world[c] = true;
        }
        at += size;
        at += strspn(at, ", ");
    }
    return ELIGO_OK;
}

void eligo_policy_default_ranges(eligo_policy *p, bool on)
{
    p->policy.default_ranges = on;
}

eligo_code eligo_policy_attest(eligo_policy *p, const char *statement, eligo_error *err)
{
    const char *sign = strchr(statement, '=');
    bool pass = sign && strcmp(sign + 1, "pass") == 0;
    size_t n = p->policy.attested_count;
    char *id;

    if (!sign || sign == statement || (!pass && strcmp(sign + 1, "fail") != 0))
        return error_set(err, ELIGO_USAGE, NULL,
                         "\"%s\" attests nothing; write ID=pass or ID=fail, as E17=pass",
                         statement);
    if (n == p->room) {
        size_t room = n ? n * 2 : 8;
        eval_attest *more = realloc(p->attested, room * sizeof *more);

        if (!more)
            return error_memory(err, NULL);
        p->attested = more;
        p->policy.attested = more;
        p->room = room;
    }
    id = strndup(statement, (size_t)(sign - statement));
    if (!id)
        return error_memory(err, NULL);
    p->attested[n] = (eval_attest){id, pass};
    p->policy.attested_count = n + 1;
    return ELIGO_OK;
}

/* ---- patients ---- */

struct eligo_patients {
    reader *reader;
    eligo_patient now;
};

eligo_patients *eligo_patients_open(const char *path, const eligo_lexicon *lx,
                                    eligo_listener *listener, void *context, eligo_error *err)
{
    return eligo_patients_open_with(path, lx, NULL, listener, context, err);
}

eligo_patients *eligo_patients_open_with(const char *path, const eligo_lexicon *lx,
                                         const eligo_patients_options *options,
                                         eligo_listener *listener, void *context, eligo_error *err)
{
    reader_options how = {.columns = options ? options->columns : NULL};
    eligo_patients *p = calloc(1, sizeof *p);

    if (!p || !(p->now.arena = arena_new(LIMIT_PATIENT_ARENA))) {
        error_memory(err, path);
        free(p);
        return NULL;
    }
    p->reader = reader_open_with(path, lexicon_of(lx), &how, listener, context, err);
    if (!p->reader) {
        eligo_patients_close(p);
        return NULL;
    }
    return p;
}

eligo_code eligo_patients_next(eligo_patients *p, eligo_patient **out, eligo_error *err)
{
    eligo_code code;

    *out = NULL;
    arena_reset(p->now.arena);
    p->now.record = NULL;
    p->now.policy = NULL;
    code = reader_next(p->reader, &p->now.patient, err);
    if (code == ELIGO_OK)
        *out = &p->now;
    return code;
}

size_t eligo_patients_read(const eligo_patients *p)
{
    return reader_read(p->reader);
}

size_t eligo_patients_refused(const eligo_patients *p)
{
    return reader_refused(p->reader);
}

size_t eligo_patients_astray(const eligo_patients *p)
{
    return reader_astray(p->reader);
}

const char *eligo_patients_unread(eligo_patients *p)
{
    return reader_unread(p->reader);
}

void eligo_patients_close(eligo_patients *p)
{
    if (!p)
        return;
    if (p->reader)
        reader_close(p->reader);
    arena_delete(p->now.arena);
    free(p);
}

const char *eligo_patient_id(const eligo_patient *p)
{
    return p->patient.id;
}

const eligo_verdict *eligo_screen(const eligo_rules *r, eligo_patient *p,
                                  const eligo_policy *policy, eligo_error *err)
{
    eligo_verdict *v = arena_alloc(p->arena, sizeof *v);

    if (!p->record || p->policy != policy) {
        p->record = eval_record_new(&p->patient, &policy->policy, p->arena);
        p->policy = policy;
    }
    if (v && p->record)
        v->result = screen_trial(p->record, r->rules);
    if (arena_failed(p->arena)) {
        if (arena_full(p->arena))
            error_set(err, ELIGO_ELIMIT, p->patient.file,
                      "the record of patient %s is too large to judge", p->patient.id);
        else
            error_memory(err, p->patient.file);
        return NULL;
    }
    return v;
}

/* The order of both enumerations is the same: fail, unknown, pass. */
eligo_answer eligo_verdict_answer(const eligo_verdict *v)
{
    return (eligo_answer)v->result.verdict;
}

eligo_answer eligo_verdict_criterion(const eligo_verdict *v, const char *id)
{
    for (size_t i = 0; i < v->result.count; i++)
        if (strcmp(v->result.criteria[i].criterion->id, id) == 0)
            return (eligo_answer)v->result.criteria[i].verdict;
    return ELIGO_UNKNOWN;
}

/* ---- reports ---- */

struct eligo_report {
    report *report;
};

eligo_report *eligo_report_new(eligo_format format, bool colour, eligo_sink *sink, void *context,
                               eligo_error *err)
{
    eligo_report *r = calloc(1, sizeof *r);

    if (format == ELIGO_TREE) {
        error_set(err, ELIGO_USAGE, NULL,
                  "verdicts are written as text, json, ndjson, csv or html");
        free(r);
        return NULL;
    }
    if (!r || !(r->report = report_new(format, colour, sink, context))) {
        error_memory(err, NULL);
        free(r);
        return NULL;
    }
    return r;
}

eligo_code eligo_report_add(eligo_report *r, const eligo_verdict *v, eligo_error *err)
{
    return report_add(r->report, &v->result, err);
}

eligo_code eligo_report_end(eligo_report *r, eligo_error *err)
{
    return report_end(r->report, err);
}

void eligo_report_delete(eligo_report *r)
{
    if (r)
        report_delete(r->report);
    free(r);
}
