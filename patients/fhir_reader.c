/* FHIR files -> patients, one at a time. A Bundle is whole by itself: its patients come out at
 * once. Single resources (the lines of a Bulk Data export, files of one resource) are only noted
 * while they go by, by whom they are about; after the last file each patient's lines are read
 * again, together. So nothing of the records is kept but 32 bytes a line. */
#include "patients/fhir.h"
#include "patients/fhir_lost.h"

#include "engine/base/buffer.h"
#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "patients/source.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDER_DEPTH = 4, LEVELS = 2, SPOOL = -1 };

/* Where a resource is: bytes of a file, or of the spool (what cannot be read twice is copied
 * there). */
typedef struct place {
    uint64_t offset;
    uint32_t size, line;
    int32_t file;
    int32_t next; /* the next of the same subject; -1: none */
} place;

/* Somebody or something that references name. */
typedef struct subject {
    slice key; /* "Patient/1", "?system|value" */
    int first, last;
    int into, merged,
        merged_next; /* replaced by; the first one replaced by this; the next of these */
    bool here, done; /* a Patient record was there; was handed out or told of */
} subject;

/* A damaged line of which can be told whom it was about. */
typedef struct torn {
    int who; /* a subject */
    int file;
    size_t line;
} torn;

typedef struct fhir_source {
    char **paths;
    size_t path_count, path_room, path;
    input *in;
    size_t told; /* reports of this file */
    json_reader *json, *fetched_json[LEVELS];
    json_doc doc, fetched[LEVELS];
    char *fetched_text[LEVELS];
    size_t fetched_room[LEVELS];
    arena *set_arena, *patient_arena;
    fhir_set set;
    bool have_set;
    size_t at;        /* where in the set to look for the next Patient */
    const char *name; /* of the document that the set is from */
    size_t line;      /* where it begins */

    arena *keys; /* of the subjects */
    place *places;
    size_t place_count, place_room;
    subject *subjects;
    size_t subject_count, subject_room;
    int *table;
    size_t mask;
    FILE *spool;
    uint64_t spooled;
    buffer text;        /* a patient's lines */
    struct line_start { /* where each of them begins in it */
        size_t at;
        int place;
    } * starts;
    size_t start_count, start_room;
    torn *torn;
    size_t torn_count, torn_room;
    const char
        *cut; /* a file that could not be read to its end: anybody's record may lack a part */
    char other[PATH_MAX]; /* a file of the folder that is not read, and how many there are */
    size_t others;
    size_t deletions; /* keys "-Observation/1" among the subjects */
    bool draining, any_patient, told_absent;
    size_t drain;
    int open_file, open_fd;
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
    size_t low = 0, high = s->start_count, offset = v->start;
    eligo_error e = {0};

    if (s->told++ >= LIMIT_REPORTS || !r->report || !message)
        return;
    if (!s->draining) {
        error_at(&e, ELIGO_EPARSE, s->name, s->doc.text, s->doc.size, offset, "%s", message);
        if (s->line && e.line)
            e.line += s->line - 1;
    } else {
        const place *p;

        while (low + 1 < high) {
            size_t middle = low + (high - low) / 2;

            if (s->starts[middle].at <= offset)
                low = middle;
            else
                high = middle;
        }
        if (!s->start_count)
            return;
        p = &s->places[s->starts[low].place];
        error_at(&e, ELIGO_EPARSE, p->file == SPOOL ? "<stdin>" : s->paths[p->file],
                 s->doc.text + s->starts[low].at, p->size, offset - s->starts[low].at, "%s",
                 message);
        e.line += p->line - 1;
    }
    r->report(&e, r->context);
}

/* ---- subjects ---- */

static uint64_t hash(slice key)
{
    uint64_t h = 0xcbf29ce484222325u;

    for (size_t i = 0; i < key.size; i++)
        h = (h ^ (unsigned char)key.text[i]) * 0x100000001b3u;
    h ^= h >> 29;
    return h * 0x9E3779B97F4A7C15u >> 17;
}

static bool same(slice a, slice b)
{
    return a.size == b.size && memcmp(a.text, b.text, a.size) == 0;
}

static int find_subject(const fhir_source *s, slice key)
{
    if (s->table)
        for (size_t i = hash(key) & s->mask; s->table[i] >= 0; i = (i + 1) & s->mask)
            if (same(s->subjects[s->table[i]].key, key))
                return s->table[i];
    return -1;
}

static bool grow_table(fhir_source *s)
{
    size_t size = s->table ? (s->mask + 1) * 2 : 1024;
    int *table = malloc(size * sizeof *table);

    if (!table)
        return false;
    memset(table, 0xFF, size * sizeof *table);
    for (size_t i = 0; i < s->subject_count; i++) {
        size_t at = hash(s->subjects[i].key) & (size - 1);

        while (table[at] >= 0)
            at = (at + 1) & (size - 1);
        table[at] = (int)i;
    }
    free(s->table);
    s->table = table;
    s->mask = size - 1;
    return true;
}

/* The subject of this key, made where it is new; -1: no memory. */
static int subject_of(fhir_source *s, slice key)
{
    static const char uuid[] = "urn:uuid:";
    subject *one;
    size_t at;
    int found;
    char *text;

    if (key.size > sizeof uuid - 1 && memcmp(key.text, uuid, sizeof uuid - 1) == 0) {
        text =
            arena_printf(s->keys, "Patient/%.*s",
                         (int)(key.size - sizeof uuid + 1 < 512 ? key.size - sizeof uuid + 1 : 512),
                         key.text + sizeof uuid - 1);
        if (!text)
            return -1;
        key = (slice){text, strlen(text)};
    }
    found = find_subject(s, key);
    if (found >= 0)
        return found;
    if (s->subject_count >= INT_MAX / 2 ||
        ((!s->table || s->subject_count * 2 > s->mask) && !grow_table(s)))
        return -1;
    if (s->subject_count == s->subject_room) {
        size_t room = s->subject_room ? s->subject_room * 2 : 256;
        subject *larger = realloc(s->subjects, room * sizeof *larger);

        if (!larger)
            return -1;
        s->subjects = larger;
        s->subject_room = room;
    }
    text = arena_text(s->keys, key.text, key.size);
    if (!text)
        return -1;
    one = &s->subjects[s->subject_count];
    *one = (subject){.key = {text, key.size},
                     .first = -1,
                     .last = -1,
                     .into = -1,
                     .merged = -1,
                     .merged_next = -1};
    for (at = hash(one->key) & s->mask; s->table[at] >= 0;)
        at = (at + 1) & s->mask;
    s->table[at] = (int)s->subject_count;
    return (int)s->subject_count++;
}

/* ---- noting single resources ---- */

static bool note_place(fhir_source *s, int of, const input_text *t)
{
    place one = {.offset = t->offset,
                 .size = (uint32_t)t->size,
                 .line = (uint32_t)t->line,
                 .file = (int32_t)s->path,
                 .next = -1};
    subject *who = &s->subjects[of];

    if (!input_seekable(s->in)) {
        if (!s->spool && !(s->spool = file_temporary()))
            return false;
        if (fwrite(t->text, 1, t->size, s->spool) != t->size)
            return false;
        one.offset = s->spooled;
        one.file = SPOOL;
        s->spooled += t->size;
    }
    if (s->place_count >= INT_MAX)
        return false;
    if (s->place_count == s->place_room) {
        size_t room = s->place_room ? s->place_room * 2 : 1024;
        place *larger = realloc(s->places, room * sizeof *larger);

        if (!larger)
            return false;
        s->places = larger;
        s->place_room = room;
    }
    s->places[s->place_count] = one;
    if (who->last >= 0)
        s->places[who->last].next = (int)s->place_count;
    else
        who->first = (int)s->place_count;
    who->last = (int)s->place_count++;
    return true;
}

static int key_of(fhir_source *s, slice type, slice id)
{
    char *key = arena_alloc(s->set_arena, type.size + id.size + 1);

    if (!key)
        return -1;
    memcpy(key, type.text, type.size);
    key[type.size] = '/';
    memcpy(key + type.size + 1, id.text, id.size);
    return subject_of(s, (slice){key, type.size + 1 + id.size});
}

static void count_unread(void *context, slice type)
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
    const json_value *links = json_get(&s->doc, s->doc.root, "link"), *c;
    unsigned i;

    if (!links || links->kind != JSON_ARRAY)
        return true;
    for (c = json_first(links), i = 0; i < links->count; i++, c = json_next(c)) {
        const json_value *type = json_get(&s->doc, c, "type");
        bool by = json_is(&s->doc, type, "replaced-by");
        slice key;
        int other, from, to;

        if (!by && !json_is(&s->doc, type, "replaces"))
            continue;
        key = fhir_reference_key(&s->doc, json_get(&s->doc, c, "other"), s->set_arena);
        if (!key.size)
            continue;
        other = subject_of(s, key);
        if (other < 0)
            return false;
        from = by ? who : other;
        to = by ? other : who;
        for (int at = to, hops = 0; at >= 0 && to >= 0; at = s->subjects[at].into)
            if (at == from || ++hops == 100)
                to = -1;
        if (to < 0 || s->subjects[from].into >= 0)
            continue;
        s->subjects[from].into = to;
        s->subjects[from].merged_next = s->subjects[to].merged;
        s->subjects[to].merged = from;
    }
    return true;
}

/* A document that is one resource. False: no memory. */
static bool note_resource(reader *r, const input_text *t)
{
    fhir_source *s = r->state;
    slice type = fhir_text(&s->doc, json_get(&s->doc, s->doc.root, "resourceType"), s->set_arena);
    slice id = fhir_text(&s->doc, json_get(&s->doc, s->doc.root, "id"), s->set_arena), key;
    int who;

    if (!type.size) {
        /* an export's manifest stands beside its files */
        if (!json_get(&s->doc, s->doc.root, "transactionTime"))
            tell_at(r, ELIGO_EPARSE, s->doc.root->start,
                    "no FHIR resource (it has no resourceType); it was left out");
        return true;
    }
    if (!fhir_is_type(type))
        tell_at(r, ELIGO_EPARSE, s->doc.root->start,
                "a resourceType that FHIR does not have; it was left out");
    if (!fhir_is_type(type))
        return true;
    if (!fhir_clinical(type))
        count_unread(r, type);
    if (slice_is(type, "Patient")) {
        if (!id.size) {
            tell_at(r, ELIGO_EPARSE, s->doc.root->start,
                    "a Patient without id; nothing can refer to it, it was left out");
            return true;
        }
        who = key_of(s, type, id);
        if (who >= 0 && s->subjects[who].here)
            warn(r, s->doc.root,
                 "a second Patient of this id; of one patient's records the last version counts");
        if (who < 0 || !note_place(s, who, t))
            return false;
        s->subjects[who].here = true;
        s->any_patient = true;
        return note_links(s, who);
    }
    key = fhir_reference_key(&s->doc, fhir_subject(&s->doc, s->doc.root), s->set_arena);
    if (key.size) {
        who = subject_of(s, key);
        return who >= 0 && note_place(s, who, t);
    }
    if (fhir_clinical(type)) {
        tell_at(r, ELIGO_EPARSE, s->doc.root->start,
                "says of no patient whom it is about; it was left out");
        return true;
    }
    if (!id.size)
        return true;
    who = key_of(s, type, id); /* a Medication, a Location: for those who refer to it */
    return who >= 0 && note_place(s, who, t);
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

        for (int hops = 0; of != who && s->subjects[of].into >= 0 && hops < 100; hops++)
            of = s->subjects[of].into;
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
    const json_value *list = json_get(d, d->root, "entry"), *c;
    slice kind = fhir_text(d, json_get(d, d->root, "type"), s->set_arena), type, id;
    unsigned i;

    *is = (slice_is(kind, "transaction") || slice_is(kind, "batch")) && list &&
          list->kind == JSON_ARRAY && list->count;
    for (c = *is ? json_first(list) : NULL, i = 0; *is && i < list->count; i++, c = json_next(c))
        *is = !json_get(d, c, "resource") &&
              json_is(d, json_get(d, json_get(d, c, "request"), "method"), "DELETE");
    for (c = *is ? json_first(list) : NULL, i = 0; *is && i < list->count; i++, c = json_next(c)) {
        slice url = fhir_text(d, json_get(d, json_get(d, c, "request"), "url"), s->set_arena);
        char *key;

        if (!fhir_type_and_id(url, &type, &id))
            continue;
        key = arena_printf(s->set_arena, "-%.*s/%.*s", (int)type.size, type.text, (int)id.size,
                           id.text);
        if (!key || subject_of(s, (slice){key, strlen(key)}) < 0)
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

    return n > 0 && (size_t)n < sizeof key && find_subject(s, (slice){key, (size_t)n}) >= 0;
}

/* ---- reading noted resources again ---- */

/* The bytes of a place, into `to`. */
static bool read_place(fhir_source *s, const place *p, char *to)
{
    size_t got = 0;
    int fd;

    if (p->file == SPOOL) {
        if (fflush(s->spool) != 0)
            return false;
        fd = fileno(s->spool);
    } else {
        if (s->open_fd < 0 || s->open_file != p->file) {
            if (s->open_fd >= 0)
                close(s->open_fd);
            s->open_fd = open(s->paths[p->file], O_RDONLY | O_CLOEXEC);
            s->open_file = p->file;
        }
        fd = s->open_fd;
    }
    while (fd >= 0 && got < p->size) {
        ssize_t n = pread(fd, to + got, p->size - got, (off_t)(p->offset + got));

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        got += (size_t)n;
    }
    return fd >= 0;
}

/* A byte order mark belongs to the file, not to its first record. */
static void blank_mark(char *text, size_t size)
{
    if (size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        memset(text, ' ', 3);
}

static fhir_node fetch(void *context, slice type, slice id, int level)
{
    fhir_source *s = ((reader *)context)->state;
    int who;
    const place *p;
    fhir_node none = {NULL, NULL};
    eligo_error failed = {0};
    char key[300];

    if (level >= LEVELS || type.size + id.size + 2 > sizeof key)
        return none;
    memcpy(key, type.text, type.size);
    key[type.size] = '/';
    memcpy(key + type.size + 1, id.text, id.size);
    who = find_subject(s, (slice){key, type.size + 1 + id.size});
    if (who < 0 || s->subjects[who].last < 0 || slice_is(type, "Patient"))
        return none;
    p = &s->places[s->subjects[who].last];
    if (!s->fetched_text[level] || s->fetched_room[level] < p->size) {
        char *larger = realloc(s->fetched_text[level], (size_t)p->size + JSON_PADDING);

        if (!larger) {
            arena_fail(s->set_arena);
            return none;
        }
        s->fetched_text[level] = larger;
        s->fetched_room[level] = p->size;
    }
    if (!s->fetched_json[level] && !(s->fetched_json[level] = json_reader_new())) {
        arena_fail(s->set_arena);
        return none;
    }
    if (!read_place(s, p, s->fetched_text[level]))
        return none;
    memset(s->fetched_text[level] + p->size, 0, JSON_PADDING);
    if (!json_parse(s->fetched_json[level], s->fetched_text[level], p->size, "", NULL,
                    &s->fetched[level], &failed)) {
        if (failed.code == ELIGO_ENOMEM)
            arena_fail(s->set_arena);
        return none;
    }
    return (fhir_node){&s->fetched[level], s->fetched[level].root};
}

/* Adds the lines of a subject to the text; false: no memory, or cannot be read again. */
static bool add_lines(fhir_source *s, int who, bool *whole)
{
    for (int i = s->subjects[who].first; i >= 0; i = s->places[i].next) {
        const place *p = &s->places[i];
        size_t at = s->text.size;

        if (at + p->size + 2 > LIMIT_RECORD_BYTES) {
            *whole = false;
            return true;
        }
        if (at > 1)
            buffer_putc(&s->text, ',');
        at = s->text.size;
        if (s->text.capacity < at + p->size + JSON_PADDING + 2) {
            /* grow by writing, then take it back: the buffer has no other way to make room */
            static const char zeros[4096];

            for (size_t left = p->size + JSON_PADDING + 2; left && !s->text.failed;) {
                size_t n = left < sizeof zeros ? left : sizeof zeros;

                buffer_add(&s->text, zeros, n);
                left -= n;
            }
            if (s->text.failed)
                return false;
            s->text.size = at;
        }
        if (!read_place(s, p, s->text.data + at))
            return false;
        blank_mark(s->text.data + at, p->size);
        if (s->start_count == s->start_room) {
            size_t room = s->start_room ? s->start_room * 2 : 64;
            struct line_start *larger = realloc(s->starts, room * sizeof *larger);

            if (!larger) {
                arena_fail(s->set_arena);
                return false;
            }
            s->starts = larger;
            s->start_room = room;
        }
        s->starts[s->start_count++] = (struct line_start){at, i};
        s->text.size = at + p->size;
    }
    s->subjects[who].done = true;
    return true;
}

/* The lines of a subject and of all that were merged into it: a walk down and along, and up by
 * `into`. */
static bool add_merged(fhir_source *s, int who, bool *whole)
{
    int at = who;

    for (;;) {
        if (!add_lines(s, at, whole))
            return false;
        if (s->subjects[at].merged >= 0) {
            at = s->subjects[at].merged;
            continue;
        }
        while (at != who && s->subjects[at].merged_next < 0)
            at = s->subjects[at].into;
        if (at == who)
            return true;
        at = s->subjects[at].merged_next;
    }
}

/* What refers to the patient by an identifier: the lines noted under "?system|value". */
static bool add_identified(fhir_source *s, int who, bool *whole)
{
    const place *p = &s->places[s->subjects[who].first];
    const json_value *list, *c;
    json_doc doc;
    eligo_error failed = {0};
    unsigned i;
    char *text = malloc((size_t)p->size + JSON_PADDING);
    bool ok = text && read_place(s, p, text);

    if (!text)
        arena_fail(s->set_arena);
    if (ok) {
        memset(text + p->size, 0, JSON_PADDING);
        if (json_parse(s->json, text, p->size, "", NULL, &doc, &failed)) {
            list = json_get(&doc, doc.root, "identifier");
            if (list && list->kind == JSON_ARRAY)
                for (c = json_first(list), i = 0; i < list->count && ok; i++, c = json_next(c)) {
                    slice system = fhir_text(&doc, json_get(&doc, c, "system"), s->set_arena);
                    slice value = fhir_text(&doc, json_get(&doc, c, "value"), s->set_arena);
                    char *key = arena_alloc(s->set_arena, system.size + value.size + 2);
                    int other;

                    if (!key || !value.size)
                        continue;
                    key[0] = '?';
                    memcpy(key + 1, system.text, system.size);
                    key[1 + system.size] = '|';
                    memcpy(key + 2 + system.size, value.text, value.size);
                    other = find_subject(s, (slice){key, system.size + value.size + 2});
                    if (other >= 0 && !s->subjects[other].done)
                        ok = add_lines(s, other, whole);
                }
        }
    }
    if (failed.code == ELIGO_ENOMEM)
        arena_fail(s->set_arena);
    free(text);
    return ok;
}

static bool is_person(const subject *one)
{
    return one->key.size > 8 && memcmp(one->key.text, "Patient/", 8) == 0;
}

/* Puts the lines of the next subject together as a set. ELIGO_OK: s->set is there; ELIGO_END. */
static eligo_code next_noted(reader *r, eligo_error *err)
{
    fhir_source *s = r->state;

    for (; s->drain < s->subject_count; s->drain++) {
        subject *one = &s->subjects[s->drain];
        bool whole = true, ok;
        int target = one->into;
        const place *first;
        eligo_error failed = {0}, absent = {0};

        if (one->done || !is_person(one) || !(one->here || !s->any_patient) ||
            (target >= 0 && s->subjects[target].here))
            continue;
        arena_reset(s->set_arena);
        buffer_clear(&s->text);
        s->start_count = 0;
        buffer_putc(&s->text, '[');
        ok = add_merged(s, (int)s->drain, &whole) &&
             (!one->here || add_identified(s, (int)s->drain, &whole));
        if (ok) {
            static const char tail[JSON_PADDING + 1];

            buffer_putc(&s->text, ']');
            buffer_add(&s->text, tail, sizeof tail);
            ok = !s->text.failed;
        }
        if (s->text.failed || arena_failed(s->set_arena))
            return error_memory(err, s->path_count ? s->paths[0] : "<stdin>");
        if (!ok)
            return error_set(
                err, ELIGO_EREAD, s->path_count ? s->paths[0] : "<stdin>",
                "could not be read a second time; a file must stay as it is while it is read");
        one->done = true;
        if (!s->any_patient && !s->told_absent) {
            s->told_absent = true;
            error_set(
                &absent, ELIGO_EPARSE, s->path_count ? s->paths[0] : "<stdin>",
                "no Patient records among the resources; age and sex are not known: add them");
            tell(r, &absent);
        }
        if (!whole) {
            error_set(&failed, ELIGO_ELIMIT, one->key.text,
                      "a record of more than %zu MiB, the most that is read; it was left out",
                      (size_t)LIMIT_RECORD_BYTES >> 20);
            tell(r, &failed);
            continue;
        }
        first = &s->places[one->first];
        s->name = first->file == SPOOL ? "<stdin>" : s->paths[first->file];
        s->line = first->line;
        if (!json_parse(s->json, s->text.data, s->text.size - JSON_PADDING - 1, s->name, NULL,
                        &s->doc, &failed)) {
            if (failed.code == ELIGO_ENOMEM)
                return error_memory(err, s->name);
            tell(r, &failed);
            continue;
        }
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
    for (size_t i = 0; i < s->subject_count; i++) {
        subject *one = &s->subjects[i];
        eligo_error e = {0};
        const place *p = one->first >= 0 ? &s->places[one->first] : NULL;

        if (one->done || !p || !(is_person(one) || one->key.text[0] == '?') ||
            (one->into >= 0 && s->subjects[one->into].here))
            continue;
        one->done = true;
        error_set(&e, ELIGO_EPARSE, p->file == SPOOL ? "<stdin>" : s->paths[p->file],
                  "about %.100s, who is not among the patients; what is about them was left out",
                  one->key.text);
        e.line = p->line;
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

        if (x->dropped || x->owner >= 0 || !fhir_clinical(x->type))
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
            if (one->dropped || one->into >= 0 || !slice_is(one->type, "Patient"))
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
                if (!s->set.list[i].dropped && fhir_clinical(s->set.list[i].type))
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
        s->in = input_open(s->paths[s->path], &failed);
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
    eligo_code code;

    for (;;) {
        input_text t;
        eligo_error failed = {0};

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
                input_close(s->in);
                s->in = NULL;
                s->path++;
            }
            continue;
        }
        arena_reset(s->set_arena);
        s->name = input_name(s->in);
        s->line = t.line;
        if (!json_parse(s->json, t.text, t.size, s->name, fhir_unwanted, &s->doc, &failed)) {
            if (failed.code == ELIGO_ENOMEM)
                return error_memory(err, s->name);
            failed.line += t.line - 1;
            tell(r, &failed);
            if (!note_torn(r, &t))
                return error_memory(err, s->name);
            continue;
        }
        if (s->doc.root->kind == JSON_OBJECT && !s->doc.root->count && s->doc.root->size > 18) {
            count_unread(r, fhir_passed_over(&s->doc, s->doc.root));
            continue; /* of no use */
        }
        if (s->doc.root->kind == JSON_OBJECT &&
            !json_is(&s->doc, json_get(&s->doc, s->doc.root, "resourceType"), "Bundle")) {
            if (!note_resource(r, &t))
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
    for (size_t i = 0; i < s->path_count; i++)
        free(s->paths[i]);
    free(s->paths);
    json_reader_delete(s->json);
    for (int i = 0; i < LEVELS; i++) {
        json_reader_delete(s->fetched_json[i]);
        free(s->fetched_text[i]);
    }
    fhir_cache_delete(s->set.cache);
    arena_delete(s->set_arena);
    arena_delete(s->patient_arena);
    arena_delete(s->keys);
    free(s->places);
    free(s->starts);
    free(s->torn);
    free(s->subjects);
    free(s->table);
    if (s->spool)
        fclose(s->spool);
    if (s->open_fd >= 0)
        close(s->open_fd);
    buffer_free(&s->text);
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
    s->open_fd = -1;
    buffer_init(&s->text, 0);
    s->json = json_reader_new();
    s->set.cache = fhir_cache_new();
    s->set_arena = arena_new(LIMIT_PATIENT_ARENA);
    s->patient_arena = arena_new(LIMIT_PATIENT_ARENA);
    s->keys = arena_new(SIZE_MAX);
    if (!s->json || !s->set_arena || !s->patient_arena || !s->keys || (in && !add_path(s, path)))
        error_memory(err, path);
    else if (in || (list_folder(s, path, 0, err) && s->path_count)) {
        qsort(s->paths, s->path_count, sizeof *s->paths, by_name);
        if (s->others && r->report) {
            eligo_error note = {0};

            error_set(&note, ELIGO_OK, s->other,
                      "%zu file%s of the folder %s not read: records are *.json or *.ndjson",
                      s->others, s->others == 1 ? "" : "s", s->others == 1 ? "is" : "are");
            r->report(&note, r->context);
        }
        return true;
    } else
        error_set(err, ELIGO_EREAD, path,
                  "holds no patient records (*.json or *.ndjson, plain or .gz)");
    fhir_close(r);
    return false;
}
