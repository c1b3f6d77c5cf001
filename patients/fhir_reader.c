/* FHIR files -> patients, one at a time. A Bundle is whole by itself: its patients come out at
 * once. Single resources (the lines of a Bulk Data export, files of one resource) are only noted
 * while they go by, by whom they are about; after the last file each patient's are put together. */
#include "patients/fhir.h"
#include "patients/fhir_lost.h"

#include "engine/base/buffer.h"
#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "patients/fhir_notes.h"
#include "patients/source.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FOLDER_DEPTH = 4 };

/* A damaged line of which can be told whom it was about. */
typedef struct torn {
    int who; /* a subject */
    int file;
    size_t line;
} torn;

typedef struct fhir_source {
    char **paths;
    size_t path_count, path_room, path;
    input *in, *spare; /* the open file; one that is done with */
    size_t told;       /* reports of this file */
    fhir_words *words;
    json_reader *json;
    json_doc doc;
    arena *set_arena, *patient_arena;
    fhir_set set;
    bool have_set;
    size_t at;        /* where in the set to look for the next Patient */
    const char *name; /* of the document that the set is from */
    size_t line;      /* where it begins */

    fhir_notes *notes;
    buffer last_reference; /* as the last line about somebody prints it, and who that is */
    int last_subject;
    torn *torn;
    size_t torn_count, torn_room;
    const char
        *cut; /* a file that could not be read to its end: anybody's record may lack a part */
    char other[PATH_MAX]; /* a file of the folder that is not read, and how many there are */
    size_t others;
    size_t deletions; /* keys "-Observation/1" among the subjects */
    bool draining, any_patient, told_absent;
    int drain;
} fhir_source;

/* ---- reports ---- */

static void tell(reader *r, const eligo_error *e)
{
    fhir_source *s = r->state;

    if (s->told++ < LIMIT_REPORTS)
        source_refuse(r, e);
    else
        r->refused++;
}

/* A report at a place of the document that is being read. */
static void tell_at(reader *r, eligo_code code, size_t offset, const char *message)
{
    fhir_source *s = r->state;
    eligo_error e = {0};

    error_at(&e, code, s->name, s->doc.text, s->doc.size, offset, "%s", message);
    if (s->line && e.line)
        e.line += s->line - 1;
    tell(r, &e);
}

/* Tells of a value that was left out of a record that is otherwise read. */
static void warn(void *context, const json_value *v, const char *message)
{
    reader *r = context;
    fhir_source *s = r->state;
    eligo_error e = {0};

    if (s->told++ >= LIMIT_REPORTS || !r->report || !message)
        return;
    if (!s->draining) {
        error_at(&e, ELIGO_EPARSE, s->name, s->doc.text, s->doc.size, v->start, "%s", message);
        if (s->line && e.line)
            e.line += s->line - 1;
    } else if (!fhir_notes_tell(s->notes, v, message, &e))
        return;
    r->report(&e, r->context);
}

static bool same(slice a, slice b)
{
    return a.size == b.size && memcmp(a.text, b.text, a.size) == 0;
}

/* ---- noting single resources ---- */

static int key_of(fhir_source *s, slice type, slice id)
{
    char *key = arena_alloc(s->set_arena, type.size + id.size + 1);

    if (!key)
        return -1;
    memcpy(key, type.text, type.size);
    key[type.size] = '/';
    memcpy(key + type.size + 1, id.text, id.size);
    return fhir_notes_about(s->notes, (slice){key, type.size + 1 + id.size});
}

static void count_unread(void *context, fhir_type type)
{
    unread_add(&((reader *)context)->unread, type);
}

static void count_words(void *context, slice type, const char *element)
{
    unread_add_element(&((reader *)context)->unread, type, element);
}

/* "replaced-by" and "replaces" of a Patient line. */
static bool note_links(fhir_source *s, int who)
{
    const json_value *links = json_at(s->doc.root, KEY_link), *c;
    unsigned i;

    if (!links || links->kind != JSON_ARRAY)
        return true;
    for (c = json_first(links), i = 0; i < links->count; i++, c = json_next(c)) {
        const json_value *type = json_at(c, KEY_type);
        bool by = json_is(&s->doc, type, "replaced-by");
        slice key;
        int other;

        if (!by && !json_is(&s->doc, type, "replaces"))
            continue;
        key = fhir_reference_key(&s->doc, json_at(c, KEY_other), s->set_arena);
        if (!key.size)
            continue;
        other = fhir_notes_about(s->notes, key);
        if (other < 0)
            return false;
        fhir_notes_merge(s->notes, by ? who : other, by ? other : who);
    }
    return true;
}

/* Is the text a resource that is only noted while it goes by? True only where that is certain. */
static bool is_single(const input_text *t)
{
    static const char begin[] = "{\"resourceType\":\"", bundle[] = "Bundle\"";
    size_t size = sizeof begin - 1;

    return t->size > size + sizeof bundle && memcmp(t->text, begin, size) == 0 &&
           memcmp(t->text + size, bundle, sizeof bundle - 1) != 0 &&
           !memchr(t->text + size, '\\', sizeof bundle);
}

/* A document that is one resource. False: no memory. */
static bool note_resource(reader *r, note_place place)
{
    fhir_source *s = r->state;
    slice type = fhir_text(&s->doc, json_at(s->doc.root, KEY_resourceType), s->set_arena);
    slice id = fhir_text(&s->doc, json_at(s->doc.root, KEY_id), s->set_arena), key;
    const json_value *about;
    fhir_type kind;
    int who;

    if (!type.size) {
        /* an export's manifest stands beside its files */
        if (!json_at(s->doc.root, KEY_transactionTime))
            tell_at(r, ELIGO_EPARSE, s->doc.root->start,
                    "no FHIR resource (it has no resourceType); it was left out");
        return true;
    }
    kind = fhir_type_of(s->words, s->doc.root, type);
    if (!kind) {
        tell_at(r, ELIGO_EPARSE, s->doc.root->start,
                "a resourceType that FHIR does not have; it was left out");
        return true;
    }
    if (!fhir_clinical(kind))
        count_unread(r, kind);
    if (kind == TYPE_Patient) {
        if (!id.size) {
            tell_at(r, ELIGO_EPARSE, s->doc.root->start,
                    "a Patient without id; nothing can refer to it, it was left out");
            return true;
        }
        place.patient = true;
        who = key_of(s, type, id);
        if (who >= 0 && fhir_notes_subject(s->notes, who)->here)
            warn(r, s->doc.root,
                 "a second Patient of this id; of one patient's records the last version counts");
        if (who < 0 || !fhir_notes_add(s->notes, who, &s->doc, place))
            return false;
        fhir_notes_subject(s->notes, who)->here = true;
        s->any_patient = true;
        return note_links(s, who);
    }
    about = fhir_subject(s->doc.root);
    if (about && s->last_reference.size && about->size == s->last_reference.size &&
        memcmp(s->doc.text + about->start, s->last_reference.data, about->size) == 0)
        return fhir_notes_add(s->notes, s->last_subject, &s->doc,
                              place); /* about the same as the line before it */
    key = fhir_reference_key(&s->doc, about, s->set_arena);
    if (about && key.size) {
        who = fhir_notes_about(s->notes, key);
        buffer_clear(&s->last_reference);
        buffer_add(&s->last_reference, s->doc.text + about->start, about->size);
        s->last_subject = who;
        return who >= 0 && fhir_notes_add(s->notes, who, &s->doc, place);
    }
    if (fhir_clinical(kind)) {
        tell_at(r, ELIGO_EPARSE, s->doc.root->start,
                "says of no patient whom it is about; it was left out");
        return true;
    }
    if (!id.size)
        return true;
    who = key_of(s, type, id); /* a Medication, a Location: for those who refer to it */
    return who >= 0 && fhir_notes_add(s->notes, who, &s->doc, place);
}

/* ---- what is damaged, deleted or not read ---- */

/* Keeps whose a line was that cannot be read. False: no memory. */
static bool note_torn(reader *r, const input_text *t)
{
    fhir_source *s = r->state;
    slice ref = fhir_torn_subject(t->text, t->size), type, id;
    int who;

    if (fhir_torn_person(t->text, t->size))
        return true; /* the loss of a whole patient takes nothing from the others */
    if (!ref.size || !fhir_type_and_id(ref, &type, &id)) {
        r->astray++;
        return true;
    }
    who = key_of(s, type, id);
    if (who < 0)
        return false;
    if (s->torn_count == s->torn_room) {
        size_t room = s->torn_room ? s->torn_room * 2 : 16;
        torn *larger = realloc(s->torn, room * sizeof *larger);

        if (!larger)
            return false;
        s->torn = larger;
        s->torn_room = room;
    }
    s->torn[s->torn_count++] = (torn){who, (int)s->path, t->line};
    return true;
}

/* The damaged lines of a patient, or of whom was merged into it. */
static void tell_torn(fhir_source *s, int who, patient *p)
{
    if (s->cut) {
        p->incomplete = true;
        patient_note(p, arena_printf(p->arena,
                                     "%s could not be read to its end; what it says of this "
                                     "patient is not known",
                                     file_name(s->cut)));
    }
    for (size_t i = 0; i < s->torn_count; i++) {
        int of = s->torn[i].who;

        for (int hops = 0; of != who && hops < 100; hops++) {
            int into = fhir_notes_subject(s->notes, of)->into;

            if (into < 0)
                break;
            of = into;
        }
        if (of != who)
            continue;
        p->incomplete = true;
        patient_note(p, arena_printf(p->arena, "%s:%zu: a damaged line that is about this patient",
                                     file_name(s->paths[s->torn[i].file]), s->torn[i].line));
    }
}

/* A file of an export that only says what was deleted since the last one. *is: it was one. False:
 * no memory. */
static bool note_deletions(fhir_source *s, bool *is)
{
    const json_doc *d = &s->doc;
    const json_value *list = json_at(d->root, KEY_entry), *c;
    slice kind = fhir_text(d, json_at(d->root, KEY_type), s->set_arena), type, id;
    unsigned i;

    *is = (slice_is(kind, "transaction") || slice_is(kind, "batch")) && list &&
          list->kind == JSON_ARRAY && list->count;
    for (c = *is ? json_first(list) : NULL, i = 0; *is && i < list->count; i++, c = json_next(c))
        *is = !json_at(c, KEY_resource) &&
              json_is(d, json_at(json_at(c, KEY_request), KEY_method), "DELETE");
    for (c = *is ? json_first(list) : NULL, i = 0; *is && i < list->count; i++, c = json_next(c)) {
        slice url = fhir_text(d, json_at(json_at(c, KEY_request), KEY_url), s->set_arena);
        char *key;

        if (!fhir_type_and_id(url, &type, &id))
            continue;
        key = arena_printf(s->set_arena, "-%.*s/%.*s", (int)type.size, type.text, (int)id.size,
                           id.text);
        if (!key || fhir_notes_about(s->notes, (slice){key, strlen(key)}) < 0)
            return false;
        s->deletions++;
    }
    return true;
}

static bool was_deleted(void *context, slice type, slice id)
{
    const fhir_source *s = ((reader *)context)->state;
    char key[200];
    int n =
        snprintf(key, sizeof key, "-%.*s/%.*s", (int)type.size, type.text, (int)id.size, id.text);

    return n > 0 && (size_t)n < sizeof key &&
           fhir_notes_find(s->notes, (slice){key, (size_t)n}) >= 0;
}

/* ---- the patients of what was noted ---- */

static fhir_node fetch(void *context, slice type, slice id, int level)
{
    fhir_source *s = ((reader *)context)->state;
    bool failed;
    fhir_node found = fhir_notes_fetch(s->notes, type, id, level, &failed);

    if (failed)
        arena_fail(s->set_arena);
    return found;
}

static bool is_person(const subject *one)
{
    return one->key.size > 8 && memcmp(one->key.text, "Patient/", 8) == 0;
}

/* Is it part of another subject, who is here? */
static bool is_merged(const fhir_source *s, const subject *one)
{
    return one->into >= 0 && fhir_notes_subject(s->notes, one->into)->here;
}

/* Puts what is about the next subject together as a set. ELIGO_OK: s->set is there; ELIGO_END. */
static eligo_code next_noted(reader *r, eligo_error *err)
{
    fhir_source *s = r->state;
    const char *any = s->path_count ? s->paths[0] : "<stdin>";
    int count = (int)fhir_notes_count(s->notes);

    for (; s->drain < count; s->drain++) {
        subject *one = fhir_notes_subject(s->notes, s->drain);
        eligo_error failed = {0}, absent = {0};
        gathered got;

        if (one->done || !one->first || !is_person(one) || !(one->here || !s->any_patient) ||
            is_merged(s, one))
            continue;
        arena_reset(s->set_arena);
        got = fhir_notes_gather(s->notes, s->drain, &s->doc);
        if (got == GATHERED_NO_MEMORY || arena_failed(s->set_arena))
            return error_memory(err, any);
        if (got == GATHERED_CHANGED)
            return error_set(
                err, ELIGO_EREAD, any,
                "could not be read a second time; a file must stay as it is while it is read");
        one->done = true;
        if (!s->any_patient && !s->told_absent) {
            s->told_absent = true;
            error_set(
                &absent, ELIGO_EPARSE, any,
                "no Patient records among the resources; age and sex are not known: add them");
            tell(r, &absent);
        }
        if (got == GATHERED_TOO_MUCH) {
            error_set(&failed, ELIGO_ELIMIT, one->key.text,
                      "a record of more than %zu MiB, the most that is read; it was left out",
                      (size_t)LIMIT_RECORD_BYTES >> 20);
            tell(r, &failed);
            continue;
        }
        s->name = fhir_notes_first(s->notes, one, &s->line);
        s->set.fetch = fetch;
        s->set.damaged = warn;
        s->set.unread = NULL; /* counted when they went by */
        s->set.unread_words = count_words;
        s->set.deleted = s->deletions ? was_deleted : NULL;
        s->set.context = r;
        s->set.one_patient = true;
        if (!fhir_set_read(&s->set, s->set_arena, &s->doc))
            return error_memory(err, s->name);
        s->have_set = true;
        s->at = 0;
        s->drain++;
        return ELIGO_OK;
    }
    /* who was named, and is not here */
    for (int i = 0; i < count; i++) {
        subject *one = fhir_notes_subject(s->notes, i);
        eligo_error e = {0};
        size_t line;

        if (one->done || !one->first || !(is_person(one) || one->key.text[0] == '?') ||
            is_merged(s, one))
            continue;
        one->done = true;
        error_set(&e, ELIGO_EPARSE, fhir_notes_first(s->notes, one, &line),
                  "about %.100s, who is not among the patients; what is about them was left out",
                  one->key.text);
        e.line = line;
        e.column = 1;
        tell(r, &e);
    }
    return ELIGO_END;
}

/* ---- documents ---- */

/* What of a Bundle belongs to nobody in it. True: all of it is about one absent patient. */
static bool tell_strays(reader *r)
{
    fhir_source *s = r->state;
    const fhir_resource *first = NULL;
    slice key = {"", 0}, one;
    size_t strays = 0;
    bool single = true;
    char message[300];
    const char *who;

    for (size_t i = 0; i < s->set.count; i++) {
        const fhir_resource *x = &s->set.list[i];

        if (x->dropped || x->owner >= 0 || !fhir_clinical(x->kind))
            continue;
        one = fhir_reference_key(&s->doc, x->subject, s->set_arena);
        if (!strays++) {
            first = x;
            key = one;
        } else
            single &= same(key, one);
    }
    if (s->set.odd)
        tell_at(r, ELIGO_EPARSE, s->set.odd_first->start,
                "no FHIR resource (it has no resourceType); it was left out");
    if (!strays)
        return false;
    single &= !s->set.patients && key.size > 0;
    who = key.size ? arena_text(s->set_arena, key.text, key.size) : NULL;
    snprintf(message, sizeof message, "%zu record%s about %s%.80s, who is not in this file; %s",
             strays, strays == 1 ? "" : "s", single ? "" : "patients such as ",
             who ? who : "somebody without a name",
             single ? "age and sex are not known: add the Patient" : "left out: add the Patient");
    tell_at(r, ELIGO_EPARSE, first->v->start, message);
    return single;
}

/* The next patient of the set; ELIGO_END: none is left. */
static eligo_code next_of_set(reader *r, patient *p, eligo_error *err)
{
    fhir_source *s = r->state;

    while (s->have_set) {
        const fhir_resource *one;
        bool absent = false;
        int index = -1;

        while (s->at < s->set.count) {
            one = &s->set.list[s->at++];
            if (one->dropped || one->into >= 0 || one->kind != TYPE_Patient)
                continue;
            index = (int)(s->at - 1);
            break;
        }
        if (index < 0) {
            s->have_set = false;
            if (s->draining)
                absent = !s->set.patients;
            else
                absent = tell_strays(r);
            if (!absent)
                return ELIGO_END;
        }
        arena_reset(s->patient_arena);
        patient_begin(p, s->patient_arena, r->lx, "");
        p->file = s->name;
        p->line = s->line;
        if (absent) {
            slice key = {"", 0};

            for (size_t i = 0; i < s->set.count && !key.size; i++)
                if (!s->set.list[i].dropped && fhir_clinical(s->set.list[i].kind))
                    key = fhir_reference_key(&s->doc, s->set.list[i].subject, s->set_arena);
            if (!key.size)
                return ELIGO_END;
            if (key.size > 8 && memcmp(key.text, "Patient/", 8) == 0)
                key = (slice){key.text + 8, key.size - 8};
            p->id = arena_text(s->patient_arena, key.text, key.size);
        } else if (!s->set.list[index].id.size)
            p->id = arena_printf(s->patient_arena, "patient-%d", index + 1);
        fhir_patient(&s->set, index, p);
        if (s->draining)
            tell_torn(s, (int)s->drain - 1, p);
        if (!arena_failed(s->patient_arena) && !arena_failed(s->set_arena))
            return ELIGO_OK;
        if (!arena_full(s->patient_arena) && !arena_full(s->set_arena))
            return error_memory(err, s->name);
        tell_at(r, ELIGO_ELIMIT, 0,
                "a patient with more facts than fit into the memory of one; left out");
    }
    return ELIGO_END;
}

/* Opens the next file; false: there is none. */
static bool next_file(reader *r)
{
    fhir_source *s = r->state;

    while (!s->in && s->path < s->path_count) {
        eligo_error failed = {0};

        s->told = 0;
        s->in = s->spare;
        s->spare = NULL;
        if (!s->in)
            s->in = input_open(s->paths[s->path], &failed);
        else if (!input_reopen(s->in, s->paths[s->path], &failed)) {
            s->spare = s->in;
            s->in = NULL;
        }
        if (!s->in) {
            tell(r, &failed);
            s->cut = s->paths[s->path++];
        }
    }
    return s->in != NULL;
}

static eligo_code fhir_next(reader *r, patient *p, eligo_error *err)
{
    fhir_source *s = r->state;
    eligo_error failed = {0};
    eligo_code code;

    for (;;) {
        input_text t;
        bool whole;

        failed.code = ELIGO_OK; /* what is set sets all of it */
        if (s->have_set) {
            code = next_of_set(r, p, err);
            if (code != ELIGO_END)
                return code;
        }
        if (s->draining) {
            code = next_noted(r, err);
            if (code != ELIGO_OK)
                return code;
            continue;
        }
        if (!next_file(r)) {
            input_close(s->spare);
            s->spare = NULL;
            s->draining = true;
            s->told = 0;
            continue;
        }
        code = input_json(s->in, &t, &failed);
        if (code == ELIGO_ENOMEM)
            return error_memory(err, input_name(s->in));
        if (code != ELIGO_OK) {
            if (failed.code)
                tell(r, &failed);
            r->astray += code == ELIGO_ELIMIT;
            if (code != ELIGO_ELIMIT) {
                if (code != ELIGO_END)
                    s->cut = s->paths[s->path];
                json_ahead(s->json, NULL, 0);
                s->spare = s->in;
                s->in = NULL;
                s->path++;
            }
            continue;
        }
        if (t.ahead)
            json_ahead(s->json, t.text, t.ahead);
        arena_reset(s->set_arena);
        s->name = input_name(s->in);
        s->line = t.line;
        whole = fhir_notes_keep(s->notes) || !is_single(&t);
        json_reader_filter(s->json, whole ? &s->words->everything : &s->words->subjects);
        if (!json_parse(s->json, t.text, t.size, s->name, &s->doc, &failed)) {
            if (failed.code == ELIGO_ENOMEM)
                return error_memory(err, s->name);
            failed.line += t.line - 1;
            tell(r, &failed);
            if (!note_torn(r, &t))
                return error_memory(err, s->name);
            continue;
        }
        if (fhir_passed_over(s->doc.root)) {
            count_unread(r, (fhir_type)s->doc.root->type);
            continue; /* of no use */
        }
        if (s->doc.root->kind == JSON_OBJECT &&
            !json_is(&s->doc, json_at(s->doc.root, KEY_resourceType), "Bundle")) {
            note_place place = {input_seekable(s->in) ? (int)s->path : -1,
                                t.offset,
                                t.line,
                                t.one_line,
                                whole,
                                false};

            if (!note_resource(r, place))
                return error_set(err, ELIGO_ENOMEM, s->name,
                                 "no memory, or no room for a temporary file");
            continue;
        }
        if (s->doc.root->kind == JSON_OBJECT) {
            bool deleted;

            if (!note_deletions(s, &deleted))
                return error_memory(err, s->name);
            if (deleted)
                continue;
        }
        if (s->doc.root->kind != JSON_OBJECT && s->doc.root->kind != JSON_ARRAY) {
            tell_at(r, ELIGO_EPARSE, s->doc.root->start,
                    "no FHIR resource; a Bundle or a resource is needed");
            continue;
        }
        s->set.fetch = NULL;
        s->set.damaged = warn;
        s->set.unread = count_unread;
        s->set.unread_words = count_words;
        s->set.deleted = NULL;
        s->set.context = r;
        s->set.one_patient = false;
        if (!fhir_set_read(&s->set, s->set_arena, &s->doc)) {
            if (!arena_full(s->set_arena))
                return error_memory(err, s->name);
            tell_at(r, ELIGO_ELIMIT, 0,
                    "a Bundle with more resources than fit into memory; left out");
            continue;
        }
        s->have_set = true;
        s->at = 0;
    }
}

static void fhir_close(reader *r)
{
    fhir_source *s = r->state;

    input_close(s->in);
    input_close(s->spare);
    for (size_t i = 0; i < s->path_count; i++)
        free(s->paths[i]);
    free(s->paths);
    json_reader_delete(s->json);
    fhir_words_delete(s->words);
    fhir_notes_delete(s->notes);
    fhir_cache_delete(s->set.cache);
    arena_delete(s->set_arena);
    arena_delete(s->patient_arena);
    buffer_free(&s->last_reference);
    free(s->torn);
    free(s);
}

/* ---- folders ---- */

static bool is_record_file(const char *name)
{
    static const char *const ends[] = {".json",    ".ndjson",    ".jsonl",
                                       ".json.gz", ".ndjson.gz", ".jsonl.gz"};
    size_t n = strlen(name);

    if (*name == '.' ||
        strcmp(name, "log.ndjson") == 0) /* an export client's own log is not FHIR */
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (n > strlen(ends[i]) && strcmp(name + n - strlen(ends[i]), ends[i]) == 0)
            return true;
    return false;
}

/* Records in another form, as far as the name tells. */
static bool is_other_record(const char *name)
{
    static const char *const ends[] = {".xml", ".zip", ".tar", ".tgz",    ".hl7",
                                       ".csv", ".tsv", ".txt", ".parquet"};
    size_t n = strlen(name);

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (n > strlen(ends[i]) && strcasecmp(name + n - strlen(ends[i]), ends[i]) == 0)
            return true;
    return false;
}

static bool add_path(fhir_source *s, const char *path)
{
    if (s->path_count == s->path_room) {
        size_t room = s->path_room ? s->path_room * 2 : 64;
        char **larger = realloc(s->paths, room * sizeof *larger);

        if (!larger)
            return false;
        s->paths = larger;
        s->path_room = room;
    }
    s->paths[s->path_count] = strdup(path);
    return s->paths[s->path_count] ? ++s->path_count : false;
}

static bool list_folder(fhir_source *s, const char *folder, int depth, eligo_error *err)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;
    bool ok = true;

    if (!dir) {
        error_system(err, ELIGO_EREAD, folder);
        return false;
    }
    for (errno = 0; ok && (entry = readdir(dir)); errno = 0) {
        char path[PATH_MAX];
        struct stat st;
        int n = snprintf(path, sizeof path, "%s%s%s", folder,
                         folder[strlen(folder) - 1] == '/' ? "" : "/", entry->d_name);

        if (entry->d_name[0] == '.' || n < 0 || (size_t)n >= sizeof path)
            continue;
        if (lstat(path, &st) != 0) {
            error_system(err, ELIGO_EREAD, path);
            ok = false;
        } else if (S_ISDIR(st.st_mode) && depth < FOLDER_DEPTH)
            ok = list_folder(s, path, depth + 1, err);
        else if (is_record_file(entry->d_name) && (S_ISREG(st.st_mode) || S_ISLNK(st.st_mode)) &&
                 !add_path(s, path)) {
            error_memory(err, folder);
            ok = false;
        } else if (S_ISREG(st.st_mode) && is_other_record(entry->d_name) && !s->others++)
            snprintf(s->other, sizeof s->other, "%s", path);
    }
    if (ok && errno) {
        error_system(err, ELIGO_EREAD, folder);
        ok = false;
    }
    closedir(dir);
    return ok;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool fhir_open(reader *r, const char *path, input *in, eligo_error *err)
{
    fhir_source *s = calloc(1, sizeof *s);

    if (!s) {
        input_close(in);
        error_memory(err, path);
        return false;
    }
    r->state = s;
    r->next = fhir_next;
    r->close = fhir_close;
    s->in = in;
    buffer_init(&s->last_reference, 4096);
    s->json = json_reader_new();
    s->set.words = s->words = fhir_words_new();
    s->set.cache = fhir_cache_new();
    s->set_arena = arena_new(LIMIT_PATIENT_ARENA);
    s->patient_arena = arena_new(LIMIT_PATIENT_ARENA);
    if (!s->json || !s->words || !s->set_arena || !s->patient_arena || (in && !add_path(s, path)))
        error_memory(err, path);
    else if (in || (list_folder(s, path, 0, err) && s->path_count)) {
        qsort(s->paths, s->path_count, sizeof *s->paths, by_name);
        s->notes = fhir_notes_new(s->words, s->paths, in ? LIMIT_KEPT_OF_FILE : LIMIT_KEPT_BYTES);
        if (s->notes) {
            eligo_error others = {0};

            if (s->others && r->report) {
                error_set(&others, ELIGO_OK, s->other,
                          "%zu file%s of the folder %s not read: records are *.json or *.ndjson",
                          s->others, s->others == 1 ? "" : "s", s->others == 1 ? "is" : "are");
                r->report(&others, r->context);
            }
            return true;
        }
        error_memory(err, path);
    } else
        error_set(err, ELIGO_EREAD, path,
                  "holds no patient records (*.json or *.ndjson, plain or .gz)");
    fhir_close(r);
    return false;
}
