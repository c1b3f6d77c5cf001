/* The public API (eligo.h): what if. */
#include "engine/api.h"

#include "engine/base/error.h"
#include "engine/whatif_print.h"

#include <string.h>

/* Lies in the patient's arena. */
struct eligo_whatif {
    eligo_patient *patient;
    patient changed;
    eval_policy was, is; /* `is` with what is attested beside */
    eval_attest *attested;
    size_t attested_room;
    whatif_edit *edits;
    size_t edit_count, edit_room;
};

static eligo_code no_memory(const eligo_whatif *w, eligo_error *err)
{
    if (arena_full(w->patient->arena))
        return error_set(err, ELIGO_ELIMIT, w->patient->patient.file,
                         "the record of patient %s is too large to judge", w->patient->patient.id);
    return error_memory(err, w->patient->patient.file);
}

eligo_whatif *eligo_whatif_new(eligo_patient *p, const eligo_policy *policy, eligo_error *err)
{
    eligo_whatif *w = arena_alloc(p->arena, sizeof *w);

    if (w) {
        w->patient = p;
        w->was = w->is = policy->policy;
        whatif_copy(&w->changed, &p->patient, p->arena);
        w->attested_room = w->is.attested_count;
        w->attested =
            arena_copy(p->arena, w->is.attested, w->is.attested_count, sizeof *w->attested);
        w->is.attested = w->attested;
    }
    if (arena_failed(p->arena)) {
        error_memory(err, p->patient.file);
        return NULL;
    }
    return w;
}

static eligo_code keep(eligo_whatif *w, whatif_how how, const char *text, const concept *c,
                       eligo_error *err)
{
    arena *a = w->patient->arena;

    if (arena_grow(a, (void **)&w->edits, w->edit_count, &w->edit_room, sizeof *w->edits))
        w->edits[w->edit_count++] = (whatif_edit){how, arena_text(a, text, strlen(text)), c};
    return arena_failed(a) ? no_memory(w, err) : ELIGO_OK;
}

eligo_code eligo_whatif_set(eligo_whatif *w, const char *text, eligo_error *err)
{
    const concept *c = whatif_concept(&w->changed, text, strlen(text));
    eligo_code code = whatif_set(&w->changed, arena_text(w->patient->arena, text, strlen(text)),
                                 strlen(text), w->is.as_of, err);

    return code == ELIGO_OK ? keep(w, WHATIF_SET, text, c, err) : code;
}

eligo_code eligo_whatif_add(eligo_whatif *w, const char *text, eligo_error *err)
{
    const concept *c = whatif_concept(&w->changed, text, strlen(text));
    eligo_code code = whatif_add(&w->changed, text, strlen(text), w->is.as_of, err);

    return code == ELIGO_OK ? keep(w, WHATIF_ADD, text, c, err) : code;
}

eligo_code eligo_whatif_drop(eligo_whatif *w, const char *text, eligo_error *err)
{
    const concept *c = whatif_concept(&w->changed, text, strlen(text));
    eligo_code code = whatif_drop(&w->changed, text, strlen(text), err);

    return code == ELIGO_OK ? keep(w, WHATIF_DROP, text, c, err) : code;
}

eligo_code eligo_whatif_attest(eligo_whatif *w, const char *text, eligo_error *err)
{
    const char *sign = strchr(text, '=');
    bool pass = sign && strcmp(sign + 1, "pass") == 0;
    size_t n = w->is.attested_count;

    if (!sign || sign == text || (!pass && strcmp(sign + 1, "fail") != 0))
        return error_set(err, ELIGO_USAGE, NULL,
                         "\"%s\" attests nothing; write ID=pass or ID=fail, as E17=pass", text);
    if (arena_grow(w->patient->arena, (void **)&w->attested, n, &w->attested_room,
                   sizeof *w->attested)) {
        w->attested[n] =
            (eval_attest){arena_text(w->patient->arena, text, (size_t)(sign - text)), pass};
        w->is.attested = w->attested;
        w->is.attested_count = n + 1;
    }
    return keep(w, WHATIF_ATTEST, text, NULL, err);
}

/* What is attested must be of a clause of the trial: a wrong number would go unnoticed. */
static eligo_code check_ids(const eligo_whatif *w, const screen_result *s, eligo_error *err)
{
    for (size_t i = w->was.attested_count; i < w->is.attested_count; i++) {
        bool found = false;

        for (size_t c = 0; c < s->count && !found; c++)
            for (size_t k = 0; k < s->criteria[c].count && !found; k++)
                found = strcmp(s->criteria[c].nodes[k].rule->id, w->is.attested[i].id) == 0;
        if (!found)
            return error_set(err, ELIGO_USAGE, NULL, "the trial has no clause %s to attest",
                             w->is.attested[i].id);
    }
    return ELIGO_OK;
}

static bool print(buffer *b, const eligo_whatif *w, const whatif_result *r, eligo_format format,
                  bool colour)
{
    json_out *o;

    if (format == ELIGO_TEXT) {
        whatif_text(b, r, w->edits, w->edit_count, colour);
        return !b->failed;
    }
    o = json_out_new(b, format == ELIGO_JSON);
    if (o)
        whatif_json(o, r, w->edits, w->edit_count);
    if (!json_out_delete(o))
        return false;
    if (format == ELIGO_NDJSON)
        buffer_putc(b, '\n');
    return !b->failed;
}

eligo_code eligo_whatif_write(eligo_whatif *w, const eligo_rules *r, eligo_format format,
                              bool colour, eligo_sink *sink, void *context, eligo_error *err)
{
    whatif_result result;
    eligo_code code;
    buffer b;

    if (format != ELIGO_TEXT && format != ELIGO_JSON && format != ELIGO_NDJSON)
        return error_set(err, ELIGO_USAGE, NULL, "a what-if is written as text, json or ndjson");
    result = whatif_compare(r->rules, &w->patient->patient, &w->changed, &w->was, &w->is,
                            w->patient->arena);
    if (arena_failed(w->patient->arena))
        return no_memory(w, err);
    code = check_ids(w, &result.after, err);
    if (code != ELIGO_OK)
        return code;
    buffer_init(&b, 0);
    if (!print(&b, w, &result, format, colour))
        code = error_memory(err, NULL);
    else if (!sink(b.data, b.size, context))
        code = error_set(err, ELIGO_EWRITE, NULL, "the output could not be written");
    buffer_free(&b);
    return code;
}
