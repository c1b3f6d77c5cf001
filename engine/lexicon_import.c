/* Reading a vocabulary into memory, with a file in which the work done is kept: facts, a line each,
 * and the place in the vocabulary up to which they were told. */
#include "engine/lexicon_import.h"

#include "engine/base/error.h"
#include "engine/base/limits.h"
#include "engine/import_terms.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_MEMORY = 2000000000, FIELDS = 9 };

typedef struct importer {
    import_terms terms;
    FILE *part; /* NULL: none */
    const import_task *task;
    eligo_error *err;
} importer;

/* ---- facts into terms ---- */

static bool asked_for(const importer *m, category c)
{
    return c != CATEGORY_NONE && (!m->task->only || m->task->only == c);
}

/* True where the fact is kept. */
static bool take(importer *m, const authority_fact *f)
{
    import_terms *t = &m->terms;
    import_term *term = import_find(t, f->id);

    switch (f->kind) {
    case AUTHORITY_NAME:
        if (!term || term->kind != AUTHORITY_TERM)
            return false;
        import_add_label(t, term, f->name);
        return true;
    case AUTHORITY_BELOW:
        if (!term || (f->far && term->kind != AUTHORITY_PRODUCT))
            return false;
        import_add_up(t, term, f->other);
        return true;
    default: break;
    }
    if (f->kind == AUTHORITY_TERM)
        t->counts->read++;
    if (!f->valid && f->kind != AUTHORITY_SOURCE) {
        t->counts->obsolete += f->kind == AUTHORITY_TERM;
        return false;
    }
    if (!asked_for(m, f->category) || (f->kind == AUTHORITY_SOURCE && f->system == CODE_UNKNOWN)) {
        t->counts->unusable += f->kind == AUTHORITY_TERM;
        return false;
    }
    if (!(term = import_add(t, f->kind, f->id)))
        return false;
    term->category = f->category;
    term->unit = f->unit && *f->unit ? arena_text(t->a, f->unit, strlen(f->unit)) : NULL;
    term->place = f->other && *f->other ? arena_text(t->a, f->other, strlen(f->other)) : NULL;
    if (f->kind != AUTHORITY_SOURCE && f->kind != AUTHORITY_PRODUCT)
        import_add_label(t, term, f->name);
    if (f->system != CODE_UNKNOWN && f->code && *f->code)
        import_add_code(t, term, f->system, f->code);
    return true;
}

/* ---- the part file ---- */

static void put_field(FILE *out, const char *text)
{
    for (; text && *text; text++)
        putc((unsigned char)*text < ' ' && *text != '\x1f' ? ' ' : *text, out);
}

static void put_fact(FILE *out, const authority_fact *f)
{
    const char *texts[] = {f->id, f->other, f->name, f->code, f->unit};

    putc((int)f->kind, out);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        putc('\t', out);
        put_field(out, texts[i]);
    }
    fprintf(out, "\t%d\t%d\t%d\n", (int)f->system, (int)f->category, f->valid + 2 * f->far);
}

/* A number without sign, and nothing else. */
static bool whole(const char *text, unsigned long *out)
{
    char *end;

    *out = strtoul(text, &end, 10);
    return isdigit((unsigned char)*text) && !*end;
}

/* A line of the part file back to a fact; false: it is none. */
static bool get_fact(char *line, authority_fact *f)
{
    char *field[FIELDS];
    unsigned long system, sort, flags;
    size_t n = 0;

    for (char *at = line; n < FIELDS; at++) {
        field[n++] = at;
        at = strchr(at, '\t');
        if (!at)
            break;
        *at = 0;
    }
    if (n != FIELDS || !whole(field[6], &system) || !whole(field[7], &sort) ||
        !whole(field[8], &flags) || system >= CODE_SYSTEMS || sort >= CATEGORIES)
        return false;
    *f = (authority_fact){.kind = (authority_kind)*field[0],
                          .id = field[1],
                          .other = field[2],
                          .name = field[3],
                          .code = field[4],
                          .unit = field[5],
                          .system = (code_system)system,
                          .category = (category)sort,
                          .valid = flags & 1,
                          .far = flags & 2};
    return true;
}

/* True where a line of the part file is a mark, "@ FILE OFFSET": all before it is taken. */
static bool get_mark(char *line, authority_place *place)
{
    unsigned long file, offset;
    char *second = strncmp(line, "@ ", 2) == 0 ? strchr(line + 2, ' ') : NULL;

    if (!second)
        return false;
    *second = 0;
    if (!whole(line + 2, &file) || !whole(second + 1, &offset) || file > UINT_MAX)
        return false;
    *place = (authority_place){(unsigned)file, offset};
    return true;
}

/* Takes what a part file has up to its last mark; the place to go on from. */
static authority_place replay(importer *m, const char *stamp, uint64_t *resumed)
{
    authority_place place = {0, 0};
    char *line = NULL;
    size_t room = 0;
    ssize_t n;
    long good, marked = 0;

    /* Two passes: where the last mark is, then what stands before it. */
    for (int pass = 0; pass < 2; pass++) {
        rewind(m->part);
        n = getline(&line, &room, m->part);
        if (n <= 0 || (size_t)n != strlen(stamp) + 1 || strncmp(line, stamp, strlen(stamp)) != 0)
            break;
        while ((n = getline(&line, &room, m->part)) > 0 && line[n - 1] == '\n') {
            authority_fact f;
            authority_place mark;
            bool is_mark;

            line[n - 1] = 0;
            is_mark = get_mark(line, &mark);
            good = ftell(m->part);
            if (pass == 0 && is_mark) {
                marked = good;
                place = mark;
            }
            if (pass == 1 && good > marked)
                break;
            if (pass == 1 && !is_mark && get_fact(line, &f))
                take(m, &f);
        }
    }
    free(line);
    *resumed = (uint64_t)marked;
    rewind(m->part);
    if (ftruncate(fileno(m->part), marked) != 0 || fseek(m->part, 0, SEEK_END) != 0)
        place = (authority_place){0, 0};
    if (marked == 0)
        fprintf(m->part, "%s\n", stamp);
    return place;
}

/* ---- listening ---- */

static bool on_fact(const authority_fact *f, void *context)
{
    importer *m = context;
    size_t read = m->terms.counts->read;

    if (!take(m, f) && m->terms.counts->read == read)
        return !arena_failed(m->terms.a);
    if (m->part)
        put_fact(m->part, f);
    return !arena_failed(m->terms.a);
}

static bool on_wanted(const char *id, void *context)
{
    const importer *m = context;

    return import_find(&m->terms, id) != NULL;
}

static bool on_mark(authority_place at, const char *name, uint64_t done, uint64_t size,
                    void *context)
{
    importer *m = context;

    if (m->part) {
        fprintf(m->part, "@ %u %llu\n", at.file, (unsigned long long)at.offset);
        if (fflush(m->part) != 0) {
            error_system(m->err, ELIGO_EWRITE, m->task->part);
            return false;
        }
    }
    if (m->task->progress)
        m->task->progress(name, done, size, m->task->context);
    return true;
}

/* ---- all of it ---- */

/* The part file, made where there is none; false: *err. */
static bool open_part(importer *m)
{
    if (!m->task->part)
        return true;
    m->part = fopen(m->task->part, "r+");
    if (!m->part && errno == ENOENT)
        m->part = fopen(m->task->part, "w+");
    if (!m->part)
        error_system(m->err, ELIGO_EWRITE, m->task->part);
    return m->part != NULL;
}

eligo_code lexicon_import(const import_task *task, buffer *out, import_counts *counts,
                          uint64_t *resumed, eligo_error *err)
{
    eligo_error own = {0};
    importer m = {.task = task, .err = err ? err : &own};
    authority_listener listener = {on_fact, on_wanted, on_mark, &m};
    authority_place begin = {0, 0};
    uint64_t found = 0;
    const char *stamp;
    eligo_code code = ELIGO_ENOMEM;

    *counts = (import_counts){0};
    m.terms = (import_terms){.a = arena_new(MOST_MEMORY),
                             .scratch = arena_new((size_t)1 << 24),
                             .form = task->form,
                             .task = task,
                             .counts = counts};
    if (m.terms.a && m.terms.scratch) {
        stamp = authority_stamp(task->form, task->path, m.terms.a, m.err);
        code = stamp && open_part(&m) ? ELIGO_OK : m.err->code;
        if (code == ELIGO_OK && m.part)
            begin = replay(&m,
                           arena_printf(m.terms.a, "%s %s %s", lexicon_version(lexicon_core()),
                                        category_name(task->only), stamp),
                           &found);
    }
    if (code == ELIGO_OK)
        code = authority_read(task->form, task->path, begin, &listener, m.err);
    if (m.part && fclose(m.part) != 0 && code == ELIGO_OK)
        code = error_system(m.err, ELIGO_EWRITE, task->part);
    if (code == ELIGO_OK)
        import_settle(&m.terms, out);
    if (resumed)
        *resumed = found;
    if (m.terms.a && (arena_failed(m.terms.a) || (code == ELIGO_OK && out->failed)))
        code = arena_full(m.terms.a) ? error_set(m.err, ELIGO_ELIMIT, task->path,
                                                 "is too large to import; choose with --category")
                                     : error_memory(m.err, task->path);
    else if (code == ELIGO_OK && out->size > LIMIT_LEXICON_BYTES)
        code = error_set(m.err, ELIGO_ELIMIT, task->path,
                         "makes a lexicon of more than %zu MiB; choose with --category",
                         LIMIT_LEXICON_BYTES >> 20);
    else if (code == ELIGO_ENOMEM)
        error_memory(m.err, task->path);
    arena_delete(m.terms.scratch);
    arena_delete(m.terms.a);
    return code;
}
