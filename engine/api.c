/* The public API (eligo.h): lexicon, trials and rules. Patients and verdicts: api_screen.c. */
#include "engine/api.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "grammar/compile.h"
#include "rules/load.h"
#include "rules/plain.h"
#include "rules/print.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- lexicon ---- */

const lexicon *lexicon_of(const eligo_lexicon *lx)
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
    bool plain;       /* the rules themselves, as rules_print_tree() writes them */
    eligo_span where; /* then: the trials to come */
    const lexicon *lexicon;
    bool unaudited;
    eligo_listener *listener;
    void *context;
    size_t found, troubles;
    char sum[FILE_SUM]; /* of a file of trees: once, however many it has; "": not yet */
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
    t->plain = plain_is_tree(bytes, size);
    t->where = (eligo_span){0, size};
    t->reader = source_open(bytes, size, t->name, err);
    if (!t->reader) {
        error_memory(err, name);
        eligo_trials_close(t);
        return NULL;
    }
    return t;
}

eligo_trials *eligo_trials_open(const char *path, const eligo_lexicon *lx, eligo_listener *listener,
                                void *context, eligo_error *err)
{
    size_t size = 0;
    char *bytes = file_read(path, LIMIT_DOCUMENT_BYTES, JSON_PADDING, &size, err);

    return bytes ? open_bytes(bytes, size, strcmp(path, "-") == 0 ? "<stdin>" : path, lx, listener,
                              context, err)
                 : NULL;
}

eligo_trials *eligo_trials_open_memory(const char *bytes, size_t size, const char *name,
                                       const eligo_lexicon *lx, eligo_listener *listener,
                                       void *context, eligo_error *err)
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

/* The next tree -> rules, with what the whole file sums to. */
static rules *read_tree(eligo_trials *t, arena *a, eligo_error *err)
{
    rules *r = plain_read(t->bytes, t->size, &t->where, t->name, t->lexicon, a, hear, t, err);

    if (!*t->sum)
        file_sum(t->bytes, t->size, t->sum);
    if (r)
        memcpy(r->sha256, t->sum, sizeof r->sha256);
    return r;
}

/* One document -> rules that own `a`; NULL: told to the listener, or *err where memory is gone. */
static rules *compile_next(eligo_trials *t, const source *s, bool as_rules, eligo_span at, arena *a,
                           eligo_error *err)
{
    eligo_error own = {0};
    rules *r;

    if (t->plain)
        return read_tree(t, a, err);
    if (as_rules)
        return rules_load(t->bytes, t->size, at, t->name, t->lexicon, a, hear, t, err);
    r = compile_source(s, a, t->lexicon, file_name(t->name), t->bytes, t->size, !t->unaudited,
                       &own);
    if (!r) {
        if (own.code == ELIGO_OK)
            error_memory(&own, t->name);
        tell(t, &own);
    } else if (r->criterion_count == 0 && !r->says_none) {
        error_at(&own, ELIGO_EPARSE, t->name, t->bytes, t->size, at.start,
                 "no eligibility criteria were found%s%s; give a registry record, a saved page of "
                 "one, or the "
                 "criteria themselves",
                 *r->trial_id ? " in " : "", r->trial_id);
        tell(t, &own);
    }
    return r;
}

/* The next trial's source, or the place of its rules. */
static eligo_code next_source(eligo_trials *t, arena *a, source *s, bool *as_rules, eligo_span *at,
                              eligo_error *err)
{
    if (!t->plain)
        return source_next(t->reader, a, s, as_rules, at, err);
    while (t->where.start < t->size && isspace((unsigned char)t->bytes[t->where.start]))
        t->where.start++;
    return t->where.start < t->size ? ELIGO_OK : ELIGO_END;
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
        code = next_source(t, a, &s, &as_rules, &at, &own);
        if (code == ELIGO_OK) {
            r = compile_next(t, &s, as_rules, at, a, &own);
            if (r && (*out = arena_alloc(a, sizeof **out))) {
                (*out)->rules = r;
                t->found++;
                return ELIGO_OK;
            }
            /* a trial beyond its limit is passed over; a system without memory ends the run */
            code = arena_failed(a) && !arena_full(a) ? ELIGO_ENOMEM
                   : own.code == ELIGO_ENOMEM        ? own.code
                                                     : ELIGO_OK;
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

void eligo_trials_findings(eligo_trials *t, bool wanted)
{
    t->unaudited = !wanted;
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

eligo_code eligo_rules_write(const eligo_rules *const *trials, size_t count, eligo_format format,
                             eligo_sink *sink, void *context, eligo_error *err)
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
