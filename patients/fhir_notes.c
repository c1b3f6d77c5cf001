#include "patients/fhir_notes.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "patients/fhir_tape.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { LEVELS = 2, SPOOL = -1 };

/* One resource that is kept, as a tape, or whole lines of a file, one after the other, that are
 * read again (what cannot be is copied to the spool). */
struct note {
    note *next; /* of the same subject */
    int32_t file;
    uint32_t size;  /* bytes as printed */
    uint32_t line;  /* where it begins */
    uint32_t lines; /* of a place: how many; of a tape 0 */
    bool patient;   /* a Patient is in it */
    union {
        uint64_t offset;
        struct { /* the tape stands behind */
            uint32_t values, size;
        } tape;
    };
};

struct fhir_notes {
    const fhir_words *words;
    char *const *paths;
    arena *memory; /* keys and notes */
    size_t kept, budget;
    subject *subjects;
    size_t count, room;
    int *table; /* hash of the keys; -1: free */
    size_t mask;
    const note *newest;
    bool identified,
        resolved; /* some are named by an identifier; whose they are has been found out */
    FILE *spool;
    uint64_t spooled;
    int open_file, open_fd;
    /* what is put together, or fetched */
    json_reader *json;
    buffer text;    /* of a place */
    arena *scratch; /* the tape of a line that is read again */
    tape_list list, fetched[LEVELS];
    json_doc fetched_doc[LEVELS];
    struct element { /* of the list */
        size_t value;
        const note *note;
        uint32_t line; /* of the note's */
    } * elements;
    size_t element_count, element_room;
    size_t total; /* bytes as printed */
};

fhir_notes *fhir_notes_new(const fhir_words *words, char *const *paths, size_t budget)
{
    fhir_notes *n = calloc(1, sizeof *n);

    if (!n)
        return NULL;
    n->words = words;
    n->paths = paths;
    n->budget = budget;
    n->open_fd = -1;
    buffer_init(&n->text, 0);
    n->memory = arena_new(SIZE_MAX);
    n->scratch = arena_new(SIZE_MAX);
    if (n->memory && n->scratch)
        return n;
    fhir_notes_delete(n);
    return NULL;
}

void fhir_notes_delete(fhir_notes *n)
{
    if (!n)
        return;
    arena_delete(n->memory);
    arena_delete(n->scratch);
    free(n->subjects);
    free(n->table);
    free(n->elements);
    if (n->spool)
        fclose(n->spool);
    if (n->open_fd >= 0)
        close(n->open_fd);
    json_reader_delete(n->json);
    buffer_free(&n->text);
    tape_list_free(&n->list);
    for (int i = 0; i < LEVELS; i++)
        tape_list_free(&n->fetched[i]);
    free(n);
}

bool fhir_notes_keep(const fhir_notes *n)
{
    return n->kept < n->budget;
}

/* ---- subjects ---- */

static bool same(slice a, slice b)
{
    return a.size == b.size && memcmp(a.text, b.text, a.size) == 0;
}

int fhir_notes_find(const fhir_notes *n, slice key)
{
    if (n->table)
        for (size_t i = fhir_hash(0, key) & n->mask; n->table[i] >= 0; i = (i + 1) & n->mask)
            if (same(n->subjects[n->table[i]].key, key))
                return n->table[i];
    return -1;
}

static bool grow_table(fhir_notes *n)
{
    size_t size = n->table ? (n->mask + 1) * 2 : 1024;
    int *table = malloc(size * sizeof *table);

    if (!table)
        return false;
    memset(table, 0xFF, size * sizeof *table);
    for (size_t i = 0; i < n->count; i++) {
        size_t at = fhir_hash(0, n->subjects[i].key) & (size - 1);

        while (table[at] >= 0)
            at = (at + 1) & (size - 1);
        table[at] = (int)i;
    }
    free(n->table);
    n->table = table;
    n->mask = size - 1;
    return true;
}

int fhir_notes_about(fhir_notes *n, slice key)
{
    static const char uuid[] = "urn:uuid:";
    size_t at;
    int found;
    char *text;

    if (key.size > sizeof uuid - 1 && memcmp(key.text, uuid, sizeof uuid - 1) == 0) {
        text =
            arena_printf(n->memory, "Patient/%.*s",
                         (int)(key.size - sizeof uuid + 1 < 512 ? key.size - sizeof uuid + 1 : 512),
                         key.text + sizeof uuid - 1);
        if (!text)
            return -1;
        key = (slice){text, strlen(text)};
    }
    found = fhir_notes_find(n, key);
    if (found >= 0)
        return found;
    if (n->count >= INT_MAX / 2 || ((!n->table || n->count * 2 > n->mask) && !grow_table(n)))
        return -1;
    if (n->count == n->room) {
        size_t room = n->room ? n->room * 2 : 256;
        subject *larger = realloc(n->subjects, room * sizeof *larger);

        if (!larger)
            return -1;
        n->subjects = larger;
        n->room = room;
    }
    text = arena_text(n->memory, key.text, key.size);
    if (!text)
        return -1;
    n->identified |= *text == '?';
    n->subjects[n->count] = (subject){
        .key = {text, key.size}, .into = -1, .merged = -1, .merged_next = -1, .named = -1};
    for (at = fhir_hash(0, key) & n->mask; n->table[at] >= 0;)
        at = (at + 1) & n->mask;
    n->table[at] = (int)n->count;
    return (int)n->count++;
}

size_t fhir_notes_count(const fhir_notes *n)
{
    return n->count;
}

subject *fhir_notes_subject(fhir_notes *n, int who)
{
    return &n->subjects[who];
}

void fhir_notes_merge(fhir_notes *n, int from, int to)
{
    subject *list = n->subjects;

    /* no rings, and no chains without end */
    for (int at = to, hops = 0; at >= 0 && to >= 0; at = list[at].into)
        if (at == from || ++hops == 100)
            to = -1;
    if (to < 0 || list[from].into >= 0)
        return;
    list[from].into = to;
    list[from].merged_next = list[to].merged;
    list[to].merged = from;
}

/* ---- noting ---- */

static bool append(fhir_notes *n, int who, note *one)
{
    subject *s = &n->subjects[who];

    if (!one)
        return false;
    if (s->last)
        s->last->next = one;
    else
        s->first = one;
    s->last = one;
    n->newest = one;
    return true;
}

/* Keeps the resource itself. */
static bool keep(fhir_notes *n, int who, const json_doc *doc, const note_place *place)
{
    tape t;
    size_t before = arena_used(n->memory);
    note *one = tape_pack(doc, sizeof *one, n->memory, &t);

    if (!one)
        return false;
    *one = (note){.file = place->file,
                  .size = (uint32_t)doc->size,
                  .line = (uint32_t)place->line,
                  .patient = place->patient,
                  .tape = {t.values, t.size}};
    n->kept += arena_used(n->memory) - before;
    return append(n, who, one);
}

/* Is there room in the budget for it, as large as its tape may become? */
static bool fits(const fhir_notes *n, const json_doc *doc)
{
    size_t most = doc->size + sizeof(json_value) * doc->root->next;

    return n->kept < n->budget && most < n->budget - n->kept;
}

bool fhir_notes_add(fhir_notes *n, int who, const json_doc *doc, note_place place)
{
    note one = {.file = place.file,
                .size = (uint32_t)doc->size,
                .line = (uint32_t)place.line,
                .lines = 1,
                .patient = place.patient,
                .offset = place.offset};
    note *last = n->subjects[who].last;

    if (place.one_line && place.whole && fits(n, doc))
        return keep(n, who, doc, &place);
    if (place.file == SPOOL) {
        if (!n->spool && !(n->spool = file_temporary()))
            return false;
        if (fwrite(doc->text, 1, doc->size, n->spool) != doc->size || putc('\n', n->spool) == EOF)
            return false;
        one.offset = n->spooled;
        n->spooled += doc->size + 1;
    }
    /* the next line of a run */
    if (last && last == n->newest && last->lines && last->file == one.file &&
        last->line + last->lines == one.line &&
        one.offset + one.size - last->offset < LIMIT_RECORD_BYTES) {
        last->size = (uint32_t)(one.offset + one.size - last->offset);
        last->lines++;
        last->patient |= one.patient;
        return true;
    }
    return append(n, who, arena_copy(n->memory, &one, 1, sizeof one));
}

const char *fhir_notes_first(const fhir_notes *n, const subject *one, size_t *line)
{
    *line = one->first->line;
    return one->first->file == SPOOL ? "<stdin>" : n->paths[one->first->file];
}

/* ---- putting together ---- */

/* The bytes of a place become the text. */
static gathered read_place(fhir_notes *n, const note *p)
{
    size_t got = 0;
    int fd;

    buffer_clear(&n->text);
    if (!buffer_room(&n->text, p->size + JSON_PADDING))
        return GATHERED_NO_MEMORY;
    if (p->file == SPOOL) {
        if (fflush(n->spool) != 0)
            return GATHERED_CHANGED;
        fd = fileno(n->spool);
    } else {
        if (n->open_fd < 0 || n->open_file != p->file) {
            if (n->open_fd >= 0)
                close(n->open_fd);
            n->open_fd = open(n->paths[p->file], O_RDONLY | O_CLOEXEC);
            n->open_file = p->file;
        }
        fd = n->open_fd;
    }
    while (fd >= 0 && got < p->size) {
        ssize_t read = pread(fd, n->text.data + got, p->size - got, (off_t)(p->offset + got));

        if (read < 0 && errno == EINTR)
            continue;
        if (read <= 0)
            return GATHERED_CHANGED;
        got += (size_t)read;
    }
    n->text.size = got;
    memset(n->text.data + got, 0, JSON_PADDING);
    return fd >= 0 ? GATHERED : GATHERED_CHANGED;
}

static tape tape_of(const note *one)
{
    return (tape){one->tape.values, one->tape.size, (const char *)(one + 1)};
}

/* A line that is read again. */
static gathered parse_line(fhir_notes *n, tape_list *l, const char *text, size_t size)
{
    eligo_error failed = {0};
    json_doc doc;
    tape t;

    if (!json_parse(n->json, text, size, "", &doc, &failed))
        return failed.code == ELIGO_ENOMEM ? GATHERED_NO_MEMORY : GATHERED_CHANGED;
    arena_reset(n->scratch);
    return tape_pack(&doc, 0, n->scratch, &t) && tape_unpack(l, n->words->memo, &t)
               ? GATHERED
               : GATHERED_NO_MEMORY;
}

static bool add_element(fhir_notes *n, const note *one, uint32_t line)
{
    if (n->element_count == n->element_room) {
        size_t room = n->element_room ? n->element_room * 2 : 256;
        struct element *larger = realloc(n->elements, room * sizeof *larger);

        if (!larger)
            return false;
        n->elements = larger;
        n->element_room = room;
    }
    n->elements[n->element_count++] = (struct element){n->list.count, one, line};
    return true;
}

/* A note becomes elements of a list. */
static gathered load(fhir_notes *n, tape_list *l, const note *one)
{
    gathered result;
    const char *text, *end;
    bool noted = l == &n->list;
    tape t;

    if (!one->lines) {
        t = tape_of(one);
        return (!noted || add_element(n, one, 0)) && tape_unpack(l, n->words->memo, &t)
                   ? GATHERED
                   : GATHERED_NO_MEMORY;
    }
    result = read_place(n, one);
    if (result != GATHERED)
        return result;
    if (!n->json) {
        if (!(n->json = json_reader_new()))
            return GATHERED_NO_MEMORY;
        json_reader_filter(n->json, &n->words->everything);
    }
    text = n->text.data;
    end = text + n->text.size;
    json_ahead(n->json, text, n->text.size);
    for (uint32_t line = 0; line < one->lines; line++) {
        const char *stop = line + 1 < one->lines ? memchr(text, '\n', (size_t)(end - text)) : end;

        if (!stop)
            return GATHERED_CHANGED;
        if (noted && !add_element(n, one, line))
            return GATHERED_NO_MEMORY;
        result = parse_line(n, l, text, (size_t)(stop - text));
        if (result != GATHERED)
            return result;
        text = stop + 1;
    }
    return GATHERED;
}

static gathered add_subject(fhir_notes *n, subject *s)
{
    gathered result = GATHERED;

    for (const note *one = s->first; one && result == GATHERED; one = one->next) {
        n->total += one->size + 1;
        if (n->total + 2 > LIMIT_RECORD_BYTES)
            return GATHERED_TOO_MUCH;
        result = load(n, &n->list, one);
    }
    s->done = true;
    return result;
}

/* A subject and all that were merged into it: a walk down and along, and up by `into`. */
static gathered add_merged(fhir_notes *n, int who)
{
    subject *list = n->subjects;
    int at = who;

    for (;;) {
        gathered result = add_subject(n, &list[at]);

        if (result != GATHERED)
            return result;
        if (list[at].merged >= 0) {
            at = list[at].merged;
            continue;
        }
        while (at != who && list[at].merged_next < 0)
            at = list[at].into;
        if (at == who)
            return GATHERED;
        at = list[at].merged_next;
    }
}

/* Whom one is merged into, in the end. */
static int person_of(const fhir_notes *n, int who)
{
    for (int hops = 0; n->subjects[who].into >= 0 && hops < 100; hops++)
        who = n->subjects[who].into;
    return who;
}

/* The identifiers of a Patient name him, where somebody is named so. */
static bool claim(fhir_notes *n, int who, const json_doc *doc, const json_value *person)
{
    const json_value *list = json_at(person, KEY_identifier), *c;
    arena *a = n->scratch;
    unsigned i;

    if (!list || list->kind != JSON_ARRAY)
        return true;
    arena_reset(a);
    for (c = json_first(list), i = 0; i < list->count; i++, c = json_next(c)) {
        slice system = fhir_text(doc, json_at(c, KEY_system), a);
        slice value = fhir_text(doc, json_at(c, KEY_value), a);
        char *key = value.size ? arena_alloc(a, system.size + value.size + 2) : NULL;
        int named;

        if (!key)
            continue;
        key[0] = '?';
        memcpy(key + 1, system.text, system.size);
        key[1 + system.size] = '|';
        memcpy(key + 2 + system.size, value.text, value.size);
        named = fhir_notes_find(n, (slice){key, system.size + value.size + 2});
        if (named < 0)
            continue;
        if (n->subjects[named].named == -1)
            n->subjects[named].named = who;
        else if (n->subjects[named].named < 0 ||
                 person_of(n, n->subjects[named].named) != person_of(n, who))
            n->subjects[named].named = -2; /* of several: of none */
    }
    return !arena_failed(a);
}

/* Whom identifiers name: what is noted under "?system|value" is about them. */
static gathered resolve_identifiers(fhir_notes *n)
{
    tape_list *l = &n->fetched[0];
    gathered result = GATHERED;

    for (int who = 0; who < (int)n->count; who++)
        for (const note *one = n->subjects[who].here ? n->subjects[who].first : NULL; one;
             one = one->next) {
            const json_value *v;
            json_doc doc;

            if (!one->patient)
                continue;
            tape_list_begin(l);
            result = load(n, l, one);
            if (result != GATHERED)
                return result;
            doc = tape_list_end(l);
            if (!doc.root)
                return GATHERED_NO_MEMORY;
            v = json_first(doc.root);
            for (unsigned i = 0; i < doc.root->count; i++, v = json_next(v))
                if (json_is(&doc, json_at(v, KEY_resourceType), "Patient") &&
                    !claim(n, who, &doc, v))
                    return GATHERED_NO_MEMORY;
        }
    for (int i = 0; i < (int)n->count; i++)
        if (n->subjects[i].named >= 0)
            fhir_notes_merge(n, i, n->subjects[i].named);
    return GATHERED;
}

gathered fhir_notes_gather(fhir_notes *n, int who, json_doc *doc)
{
    gathered result = GATHERED;

    if (n->identified && !n->resolved)
        result = resolve_identifiers(n);
    n->resolved = true;
    tape_list_begin(&n->list);
    n->element_count = n->total = 0;
    if (result == GATHERED)
        result = add_merged(n, who);
    if (result != GATHERED)
        return result;
    *doc = tape_list_end(&n->list);
    return doc->root ? GATHERED : GATHERED_NO_MEMORY;
}

bool fhir_notes_tell(fhir_notes *n, const json_value *v, const char *message, eligo_error *e)
{
    size_t index = (size_t)(v - n->list.values), low = 0, high = n->element_count;
    const struct element *from;
    const char *name, *text;
    const note *one;
    tape t;

    if (v < n->list.values || index >= n->list.count || !high)
        return false;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;

        if (n->elements[middle].value <= index)
            low = middle;
        else
            high = middle;
    }
    from = &n->elements[low];
    one = from->note;
    name = one->file == SPOOL ? "<stdin>" : n->paths[one->file];
    if (!one->lines) {
        error_set(e, ELIGO_EPARSE, name, "%s", message);
        e->line = one->line;
        t = tape_of(one);
        e->column = tape_where(&t, n->words->memo, (unsigned)(index - from->value)) + 1;
        return true;
    }
    /* the line is parsed once more: only this tells where its values are */
    if (read_place(n, one) != GATHERED)
        return false;
    text = n->text.data;
    for (uint32_t line = 0; line < from->line; line++)
        if (!(text = memchr(text, '\n', (size_t)(n->text.data + n->text.size - text))))
            return false;
        else
            text++;
    const char *end = n->text.data + n->text.size,
               *stop = from->line + 1 < one->lines ? memchr(text, '\n', (size_t)(end - text)) : end;
    json_doc doc;
    eligo_error failed = {0};
    if (n->json)
        json_ahead(n->json, NULL, 0);
    if (!stop || !n->json || !json_parse(n->json, text, (size_t)(stop - text), "", &doc, &failed))
        return false;
    error_at(e, ELIGO_EPARSE, name, text, doc.size, doc.root[index - from->value].start, "%s",
             message);
    e->line += one->line + from->line - 1;
    return true;
}

fhir_node fhir_notes_fetch(fhir_notes *n, slice type, slice id, int level, bool *failed)
{
    fhir_node none = {NULL, NULL};
    const json_value *v;
    gathered result;
    char key[300];
    tape_list *l;
    int who;

    *failed = false;
    if (level >= LEVELS || type.size + id.size + 2 > sizeof key || slice_is(type, "Patient"))
        return none;
    memcpy(key, type.text, type.size);
    key[type.size] = '/';
    memcpy(key + type.size + 1, id.text, id.size);
    who = fhir_notes_find(n, (slice){key, type.size + 1 + id.size});
    if (who < 0 || !n->subjects[who].last)
        return none;
    l = &n->fetched[level];
    tape_list_begin(l);
    result = load(n, l, n->subjects[who].last);
    if (result == GATHERED)
        n->fetched_doc[level] = tape_list_end(l);
    *failed = result == GATHERED_NO_MEMORY || (result == GATHERED && !n->fetched_doc[level].root);
    if (result != GATHERED || *failed)
        return none;
    v = json_first(n->fetched_doc[level].root); /* its last line */
    for (unsigned i = 1; i < n->fetched_doc[level].root->count; i++)
        v = json_next(v);
    return (fhir_node){&n->fetched_doc[level], v};
}
