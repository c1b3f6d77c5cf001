/* The public API (eligo.h) on top of grammar, patients and engine. */
#include "engine/api.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/report.h"
#include "grammar/compile.h"
#include "rules/load.h"
#include "rules/print.h"

#include <stdlib.h>
#include <string.h>

/* ---- lexicon ---- */

/* The core lexicon is nobody's to free: a handle says whose it is. */
struct eligo_lexicon {
    lexicon *site; /* NULL: the core alone */
};

static const lexicon *lexicon_of(const eligo_lexicon *lx)
{
    return lx && lx->site ? lx->site : lexicon_core();
}

eligo_lexicon *eligo_lexicon_open(const char *path, eligo_error *err)
{
    eligo_lexicon *lx = calloc(1, sizeof *lx);

    if (!lx) {
        error_memory(err, path);
        return NULL;
    }
    if (path && !(lx->site = lexicon_load(path, err))) {
        free(lx);
        return NULL;
    }
    return lx;
}

void eligo_lexicon_close(eligo_lexicon *lx)
{
    if (lx && lx->site)
        lexicon_delete(lx->site);
    free(lx);
}

/* ---- trials ---- */

struct eligo_trials {
    char *bytes, *name;
    size_t size;
    source_reader *reader;
    const lexicon *lexicon;
    eligo_listener *listener;
    void *context;
    size_t found, troubles;
};

/* Takes `bytes` over (with JSON_PADDING bytes behind them), also where it fails. */
static eligo_trials *open_bytes(char *bytes, size_t size, const char *name, const eligo_lexicon *lx,
                                eligo_listener *listener, void *context, eligo_error *err)
{
    eligo_trials *t = calloc(1, sizeof *t);

    if (!t || !(t->name = strdup(name))) {
        error_memory(err, name);
        free(t);
        free(bytes);
        return NULL;
    }
    t->bytes = bytes;
    t->size = size;
    t->lexicon = lexicon_of(lx);
    t->listener = listener;
    t->context = context;
    t->reader = source_open(bytes, size, t->name, err);
    if (!t->reader) {
        error_memory(err, name);
        eligo_trials_close(t);
        return NULL;
    }
    return t;
}

eligo_trials *eligo_trials_open(const char *path, const eligo_lexicon *lx, eligo_listener *listener, void *context,
                                eligo_error *err)
{
    size_t size = 0;
    char *bytes = file_read(path, LIMIT_DOCUMENT_BYTES, JSON_PADDING, &size, err);

    return bytes ? open_bytes(bytes, size, strcmp(path, "-") == 0 ? "<stdin>" : path, lx, listener, context, err)
                 : NULL;
}

eligo_trials *eligo_trials_open_memory(const char *bytes, size_t size, const char *name, const eligo_lexicon *lx,
                                       eligo_listener *listener, void *context, eligo_error *err)
{
    char *copy;

    if (size > LIMIT_DOCUMENT_BYTES) {
        error_set(err, ELIGO_ELIMIT, name, "is larger than %zu MiB", LIMIT_DOCUMENT_BYTES >> 20);
        return NULL;
    }
    copy = calloc(1, size + JSON_PADDING);
    if (!copy) {
        error_memory(err, name);
        return NULL;
    }
    if (size)
        memcpy(copy, bytes, size);
    return open_bytes(copy, size, name ? name : "<memory>", lx, listener, context, err);
}

static void tell(eligo_trials *t, const eligo_error *err)
{
    t->troubles++;
    if (t->listener)
        t->listener(err, t->context);
}

static void hear(const eligo_error *err, void *context)
{
    tell(context, err);
}

/* One document -> rules that own `a`; NULL: told to the listener, or *err where memory is gone. */
static rules *compile_next(eligo_trials *t, const source *s, bool as_rules, eligo_span at, arena *a, eligo_error *err)
{
    eligo_error own = {0};
    rules *r;

    if (as_rules)
        return rules_load(t->bytes, t->size, at, t->name, t->lexicon, a, hear, t, err);
    r = compile_source(s, a, t->lexicon, file_name(t->name), t->bytes, t->size, &own);
    if (!r) {
        if (own.code == ELIGO_OK)
            error_memory(&own, t->name);
        tell(t, &own);
    } else if (r->criterion_count == 0) {
        error_set(&own, ELIGO_EPARSE, t->name,
                  "no eligibility criteria were found%s%s; give a registry record, a saved page of one, or the "
                  "criteria themselves",
                  *r->trial_id ? " in " : "", r->trial_id);
        tell(t, &own);
    }
    return r;
}

eligo_code eligo_trials_next(eligo_trials *t, eligo_rules **out, eligo_error *err)
{
    *out = NULL;
    for (;;) {
        arena *a = arena_new(LIMIT_TRIAL_ARENA);
        eligo_error own = {0};
        eligo_span at = {0, 0};
        bool as_rules = false;
        source s = {0};
        eligo_code code;
        rules *r = NULL;

        if (!a)
            return error_memory(err, t->name);
        code = source_next(t->reader, a, &s, &as_rules, &at, &own);
        if (code == ELIGO_OK) {
            r = compile_next(t, &s, as_rules, at, a, &own);
            if (r && (*out = arena_alloc(a, sizeof **out))) {
                (*out)->rules = r;
                t->found++;
                return ELIGO_OK;
            }
            code = own.code == ELIGO_ENOMEM || arena_failed(a) ? ELIGO_ENOMEM : ELIGO_OK;
        } else if (code != ELIGO_END && code != ELIGO_ENOMEM) {
            tell(t, &own);
        }
        arena_delete(a);
        if (code == ELIGO_ENOMEM) {
            t->troubles++;
            return error_memory(err, t->name);
        }
        if (code == ELIGO_END) {
            if (!t->found && !t->troubles) {
                error_set(&own, ELIGO_EPARSE, t->name, t->size ? "holds no trial" : "is empty");
                tell(t, &own);
            }
            return ELIGO_END;
        }
    }
}

void eligo_trials_close(eligo_trials *t)
{
    if (!t)
        return;
    if (t->reader)
        source_close(t->reader);
    free(t->bytes);
    free(t->name);
    free(t);
}

void eligo_rules_delete(eligo_rules *r)
{
    if (r)
        rules_delete(r->rules);
}

const char *eligo_rules_trial(const eligo_rules *r)
{
    return r->rules->trial_id;
}

size_t eligo_rules_criteria(const eligo_rules *r)
{
    return r->rules->criterion_count;
}

static bool print_rules(buffer *b, const rules *r, eligo_format format)
{
    json_out *o;

    if (format == ELIGO_TREE) {
        rules_print_tree(b, r);
        return !b->failed;
    }
    o = json_out_new(b, format == ELIGO_JSON);
    if (o)
        rules_print_json(o, r);
    return json_out_delete(o);
}

/* What stands between two trials, and around them. */
static const char *between(eligo_format format, size_t i, size_t count)
{
    if (format == ELIGO_TREE)
        return i == 0 || i == count ? "" : "\n";
    if (format == ELIGO_NDJSON)
        return i ? "\n" : "";
    if (count == 1)
        return "";
    return i == 0 ? "[\n" : i < count ? ",\n" : "]\n";
}

eligo_code eligo_rules_write(const eligo_rules *const *trials, size_t count, eligo_format format, eligo_sink *sink,
                             void *context, eligo_error *err)
{
    buffer b;
    eligo_code code = ELIGO_OK;

    if (format != ELIGO_TREE && format != ELIGO_JSON && format != ELIGO_NDJSON)
        return error_set(err, ELIGO_USAGE, NULL, "rules are written as tree, json or ndjson");
    buffer_init(&b, 0);
    for (size_t i = 0; i <= count && code == ELIGO_OK; i++) {
        bool printed = true;

        buffer_clear(&b);
        buffer_puts(&b, count ? between(format, i, count) : format == ELIGO_JSON ? "[]\n" : "");
        if (i < count)
            printed = print_rules(&b, trials[i]->rules, format);
        if (b.failed || !printed)
            code = error_memory(err, NULL);
        else if (b.size && !sink(b.data, b.size, context))
            code = error_set(err, ELIGO_EWRITE, NULL, "the output could not be written");
    }
    buffer_free(&b);
    return code;
}

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
                             "there is no category \"%.*s\"; write all, or some of: condition, medication, procedure, "
                             "immunization, device, organism, allergy, encounter, social, consent",
                             (int)size, at);
        } else if (size && category_is_quantity(c)) {
            return error_set(err, ELIGO_USAGE, NULL,
                             "a %.*s that is not recorded is unknown in every world; leave it out", (int)size, at);
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
        return error_set(err, ELIGO_USAGE, NULL, "\"%s\" attests nothing; write ID=pass or ID=fail, as E17=pass",
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

eligo_patients *eligo_patients_open(const char *path, const eligo_lexicon *lx, eligo_listener *listener, void *context,
                                    eligo_error *err)
{
    eligo_patients *p = calloc(1, sizeof *p);

    if (!p || !(p->now.arena = arena_new(LIMIT_PATIENT_ARENA))) {
        error_memory(err, path);
        free(p);
        return NULL;
    }
    p->reader = reader_open(path, lexicon_of(lx), listener, context, err);
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

const eligo_verdict *eligo_screen(const eligo_rules *r, eligo_patient *p, const eligo_policy *policy, eligo_error *err)
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
            error_set(err, ELIGO_ELIMIT, p->patient.file, "the record of patient %s is too large to judge",
                      p->patient.id);
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

eligo_report *eligo_report_new(eligo_format format, bool colour, eligo_sink *sink, void *context, eligo_error *err)
{
    eligo_report *r = calloc(1, sizeof *r);

    if (format == ELIGO_TREE) {
        error_set(err, ELIGO_USAGE, NULL, "verdicts are written as text, json, ndjson or csv");
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
