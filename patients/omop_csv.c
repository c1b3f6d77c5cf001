/* OMOP as a folder of CSV files. The files are read once, one after the other; what a person's rows
 * say is put into a temporary file, and where it lies is kept in memory: 16 bytes a row. */
#include "patients/omop.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct place { /* of a row in the temporary file */
    uint64_t offset;
    uint32_t size;
    uint32_t next; /* of the same person, plus one; 0: none */
} place;

typedef struct person {
    int64_t id;
    uint32_t first, last; /* places, plus one */
    bool listed;          /* there is a row of it in person.csv */
} person;

typedef struct folder {
    char *paths[OMOP_TABLES];
    FILE *spool;
    uint64_t spooled;
    place *places;
    size_t place_count, place_room;
    person *persons; /* in the order in which they are met */
    size_t person_count, person_room;
    uint32_t *table; /* a hash of persons, plus one */
    size_t mask;
    size_t at;    /* the next person */
    uint32_t row; /* its next row, plus one */
    bool absent;  /* now those who are not in person.csv */
    char *text;   /* of the row that was read last */
    size_t text_room;
    buffer packed;
    char id[24];
} folder;

/* ---- files ---- */

/* Which table a file name means; OMOP_TABLES: none. */
static omop_table table_of(const char *name)
{
    static const char *const ends[] = {".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz"};

    for (int t = 0; t < OMOP_TABLES; t++) {
        size_t n = strlen(omop_table_name((omop_table)t));

        if (!text_starts_nocase(name, strlen(name), omop_table_name((omop_table)t)))
            continue;
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            if (text_equal_nocase(name + n, strlen(name + n), ends[i]))
                return (omop_table)t;
    }
    return OMOP_TABLES;
}

/* A file that holds patients' data all the same: a part of a table, one packed in another way, or a
 * table that nothing here reads. */
static bool is_other(const char *name)
{
    size_t stem = strcspn(name, ".");

    if (*name == '.' || !name[stem])
        return false;
    for (size_t i = 0; omop_unread[i]; i++)
        if (text_equal_nocase(name, stem, omop_unread[i]))
            return true;
    for (int t = 0; t < OMOP_OF_PERSON; t++) {
        const char *called = omop_table_name((omop_table)t);

        if (text_starts_nocase(name, stem, called) &&
            !isalpha((unsigned char)name[strlen(called)]) &&
            (name[strlen(called)] != '_' || isdigit((unsigned char)name[strlen(called) + 1]) ||
             text_starts_nocase(name + strlen(called), stem - strlen(called), "_part")))
            return true;
    }
    return false;
}

/* Finds the tables of a folder; those of a folder in it (which an archive makes) where it has no
 * person table of its own. What cannot be looked at is an error: a table would be missing. */
static bool find_tables(const char *path, int depth, char *paths[OMOP_TABLES], unread *others,
                        eligo_error *err)
{
    DIR *dir = opendir(path);
    struct dirent *entry;
    bool found = false;

    if (!dir) {
        error_system(err, ELIGO_EREAD, path);
        return false;
    }
    for (errno = 0; !err->code && (entry = readdir(dir)); errno = 0) {
        omop_table t = table_of(entry->d_name);
        char *file;

        if (t == OMOP_TABLES && is_other(entry->d_name))
            unread_table(others, entry->d_name);
        if (t == OMOP_TABLES || entry->d_name[0] == '.')
            continue;
        if (asprintf(&file, "%s%s%s", path, path[strlen(path) - 1] == '/' ? "" : "/",
                     entry->d_name) < 0) {
            error_memory(err, path);
            break;
        }
        found |= t == OMOP_PERSON;
        /* person.csv beside PERSON.csv.gz: the same, twice; always take the same one */
        if (paths[t])
            unread_table(others, file_name(strcmp(paths[t], file) <= 0 ? file : paths[t]));
        if (paths[t] && strcmp(paths[t], file) <= 0) {
            free(file);
            continue;
        }
        free(paths[t]);
        paths[t] = file;
    }
    if (errno && !err->code)
        error_system(err, ELIGO_EREAD, path);
    rewinddir(dir);
    for (errno = 0; !found && depth && !err->code && (entry = readdir(dir)); errno = 0) {
        struct stat st;
        char *inner;

        if (entry->d_name[0] == '.' || strcmp(entry->d_name, "__MACOSX") == 0)
            continue;
        if (asprintf(&inner, "%s/%s", path, entry->d_name) < 0) {
            error_memory(err, path);
            break;
        }
        if (lstat(inner, &st) == 0 && S_ISDIR(st.st_mode)) {
            for (int i = 0; i < OMOP_TABLES; i++) {
                free(paths[i]);
                paths[i] = NULL;
            }
            found = find_tables(inner, depth - 1, paths, others, err);
        }
        free(inner);
    }
    if (errno && !err->code)
        error_system(err, ELIGO_EREAD, path);
    closedir(dir);
    return found && !err->code;
}

bool omop_is_folder(const char *path, eligo_error *err)
{
    char *paths[OMOP_TABLES] = {0};
    unread others = {0};
    bool found = find_tables(path, 1, paths, &others, err);

    for (int i = 0; i < OMOP_TABLES; i++)
        free(paths[i]);
    return found;
}

/* ---- rows kept until their person is read ---- */

static person *person_of(folder *f, int64_t id)
{
    size_t at;

    if (!f->table || f->person_count * 2 > f->mask) {
        size_t size = f->table ? (f->mask + 1) * 2 : 1024;
        uint32_t *larger = calloc(size, sizeof *larger);

        if (!larger)
            return NULL;
        free(f->table);
        f->table = larger;
        f->mask = size - 1;
        for (size_t i = 0; i < f->person_count; i++) {
            at = (size_t)((uint64_t)f->persons[i].id * 0x9E3779B97F4A7C15u >> 20) & f->mask;
            while (f->table[at])
                at = (at + 1) & f->mask;
            f->table[at] = (uint32_t)i + 1;
        }
    }
    at = (size_t)((uint64_t)id * 0x9E3779B97F4A7C15u >> 20) & f->mask;
    for (; f->table[at]; at = (at + 1) & f->mask)
        if (f->persons[f->table[at] - 1].id == id)
            return &f->persons[f->table[at] - 1];
    if (f->person_count == f->person_room) {
        size_t room = f->person_room ? f->person_room * 2 : 1024;
        person *larger = room > UINT32_MAX ? NULL : realloc(f->persons, room * sizeof *larger);

        if (!larger)
            return NULL;
        f->persons = larger;
        f->person_room = room;
    }
    f->persons[f->person_count] = (person){.id = id};
    f->table[at] = (uint32_t)f->person_count + 1;
    return &f->persons[f->person_count++];
}

/* The table, then size and bytes of each of its cells. False: errno says why. */
static bool keep_row(folder *f, const omop_row *row, person *who)
{
    char head = (char)row->table;

    if (f->place_count == f->place_room) {
        size_t room = f->place_room ? f->place_room * 2 : 4096;
        place *larger = room > UINT32_MAX ? NULL : realloc(f->places, room * sizeof *larger);

        if (!larger) {
            errno = ENOMEM;
            return false;
        }
        f->places = larger;
        f->place_room = room;
    }
    buffer_clear(&f->packed);
    buffer_add(&f->packed, &head, 1);
    for (int c = 0; c < OMOP_COLUMNS; c++) {
        uint32_t size = (uint32_t)row->cell[c].size;

        if (!omop_column_name(row->table, (omop_column)c))
            continue;
        if (size < 255)
            buffer_putc(&f->packed, (char)(unsigned char)size);
        else {
            buffer_putc(&f->packed, (char)0xFF);
            buffer_add(&f->packed, (const char *)&size, sizeof size);
        }
        if (size)
            buffer_add(&f->packed, row->cell[c].text, size);
    }
    errno = ENOMEM;
    if (f->packed.failed || f->packed.size > UINT32_MAX ||
        fwrite(f->packed.data, 1, f->packed.size, f->spool) != f->packed.size)
        return false;
    f->places[f->place_count++] = (place){f->spooled, (uint32_t)f->packed.size, 0};
    f->spooled += f->packed.size;
    if (who->last)
        f->places[who->last - 1].next = (uint32_t)f->place_count;
    else
        who->first = (uint32_t)f->place_count;
    who->last = (uint32_t)f->place_count;
    return true;
}

/* False: errno says why. */
static bool fetch_row(folder *f, const place *at, omop_row *out)
{
    size_t done = 0, i = 1;

    if (at->size > f->text_room) {
        char *larger = realloc(f->text, at->size);

        if (!larger) {
            errno = ENOMEM;
            return false;
        }
        f->text = larger;
        f->text_room = at->size;
    }
    while (done < at->size) {
        ssize_t n =
            pread(fileno(f->spool), f->text + done, at->size - done, (off_t)(at->offset + done));

        if (n < 0 && errno == EINTR)
            continue;
        if (n == 0)
            errno = EIO; /* somebody cut it */
        if (n <= 0)
            return false;
        done += (size_t)n;
    }
    memset(out, 0, sizeof *out);
    out->table = (omop_table)f->text[0];
    for (int c = 0; c < OMOP_COLUMNS; c++) {
        uint32_t size;

        if (!omop_column_name(out->table, (omop_column)c))
            continue;
        size = (unsigned char)f->text[i++];
        if (size == 255) {
            memcpy(&size, f->text + i, sizeof size);
            i += sizeof size;
        }
        out->cell[c] = (table_cell){f->text + i, size};
        i += size;
    }
    return true;
}

/* ---- reading the files ---- */

typedef struct file {
    table *t;
    size_t index[OMOP_COLUMNS]; /* of a column in the file, plus one */
} table_file;

static void place_in(void *context, omop_column c, eligo_error *e)
{
    table_file *f = context;

    table_place(f->t, f->index[c] ? f->index[c] - 1 : 0, e);
}

/* Which columns are where. A column that is needed and missing is an error. */
static bool read_columns(table_file *f, omop_table t, const char *path, eligo_error *err)
{
    static const omop_column needed[] = {COL_PERSON, COL_CONCEPT, COL_START, COL_VOCABULARY,
                                         COL_CODE};
    const table_row *header = table_header(f->t);

    for (int c = 0; c < OMOP_COLUMNS; c++) {
        const char *name = omop_column_name(t, (omop_column)c);

        for (size_t i = 0; name && i < header->count; i++)
            if (!f->index[c] &&
                text_equal_nocase(header->cells[i].text, header->cells[i].size, name))
                f->index[c] = i + 1;
    }
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        const char *name = omop_column_name(t, needed[i]);

        if (name && !f->index[needed[i]] && !(t == OMOP_PERSON && needed[i] == COL_CONCEPT)) {
            error_set(
                err, ELIGO_EPARSE, path,
                "has no column %s; the first line of %s has to name the columns of OMOP CDM v5.4",
                name, omop_table_name(t));
            if (err && !err->line)
                err->line = header->line, err->column = 1;
            return false;
        }
    }
    return true;
}

/* What databases write for nothing. */
static bool is_null(table_cell c)
{
    return (c.size == 2 && memcmp(c.text, "\\N", 2) == 0) ||
           (c.size == 4 && text_equal_nocase(c.text, 4, "null"));
}

static bool use_row(omop *o, table_file *in, omop_row *row, eligo_error *err)
{
    static const omop_column concepts[] = {
        COL_CONCEPT,  COL_SOURCE_CONCEPT, COL_TYPE,      COL_STATUS, COL_ROUTE,
        COL_OPERATOR, COL_VALUE_CONCEPT,  COL_QUALIFIER, COL_UNIT,   COL_EVENT_FIELD};
    folder *f = o->source.state;
    const char *path = f->paths[row->table];
    int64_t id;
    person *who;

    if (row->table == OMOP_CONCEPT) {
        dictionary_add_concept(&o->concepts, row);
        return true;
    }
    if (row->table == OMOP_ANCESTOR) {
        dictionary_add_ancestor(&o->concepts, row);
        return true;
    }
    if (!omop_check(o, row, path, place_in, in))
        return true;
    omop_number(row->cell[COL_PERSON], &id);
    for (size_t i = 0; i < sizeof concepts / sizeof *concepts; i++) {
        int64_t n;

        if (omop_column_name(row->table, concepts[i]) && omop_number(row->cell[concepts[i]], &n) &&
            n && !dictionary_entry(&o->concepts, n)) {
            error_memory(err, path);
            return false;
        }
    }
    who = person_of(f, id);
    if (!who) {
        error_memory(err, path);
        return false;
    }
    if (row->table == OMOP_PERSON && who->listed) {
        eligo_error e = {0};

        error_set(&e, ELIGO_EPARSE, path,
                  "person %lld is there a second time; the row was left out: keep one",
                  (long long)id);
        place_in(in, COL_PERSON, &e);
        omop_refuse(o, &e);
        return true;
    }
    who->listed |= row->table == OMOP_PERSON;
    if (!keep_row(f, row, who)) {
        if (errno == ENOMEM)
            error_memory(err, path);
        else
            error_system(err, ELIGO_EREAD, "a temporary file (TMPDIR says where it is)");
        return false;
    }
    return true;
}

static bool read_file(omop *o, omop_table t, eligo_error *err)
{
    folder *f = o->source.state;
    const char *path = f->paths[t];
    input *in = input_open(path, err);
    table_file file = {0};
    table_row cells;
    eligo_code code = ELIGO_OK;
    bool ok = true;

    if (!in)
        return false;
    file.t = table_open(in, err);
    if (!file.t)
        return false;
    o->told = 0;
    if (!read_columns(&file, t, path, err)) {
        table_close(file.t);
        return false;
    }
    while (ok) {
        eligo_error failed = {0};
        omop_row row = {.table = t};

        code = table_next(file.t, &cells, &failed);
        if (code == ELIGO_EPARSE || code == ELIGO_ELIMIT) {
            if (t < OMOP_OF_PERSON) { /* a concept that is missing is looked up otherwise */
                omop_refuse(o, &failed);
                o->reader->astray++;
            }
            continue;
        }
        if (code == ELIGO_END)
            break;
        if (code != ELIGO_OK) {
            /* what was read so far is of use, but a file cut short must be told */
            if (code == ELIGO_ENOMEM) {
                if (err)
                    *err = failed;
                ok = false;
            } else {
                omop_refuse(o, &failed);
                o->cut = path;
            }
            break;
        }
        for (int c = 0; c < OMOP_COLUMNS; c++)
            if (file.index[c]) {
                row.cell[c] = cells.cells[file.index[c] - 1];
                if (is_null(row.cell[c]))
                    row.cell[c] = (table_cell){"", 0};
            }
        ok = use_row(o, &file, &row, err);
    }
    table_close(file.t);
    return ok;
}

/* ---- the source ---- */

static eligo_code person_next(omop *o, table_cell *id, eligo_error *err)
{
    folder *f = o->source.state;

    (void)err;
    for (;;) {
        while (f->at < f->person_count) {
            const person *one = &f->persons[f->at++];

            if (one->listed == f->absent)
                continue;
            f->row = one->first;
            *id = (table_cell){f->id,
                               (size_t)snprintf(f->id, sizeof f->id, "%lld", (long long)one->id)};
            return ELIGO_OK;
        }
        if (f->absent)
            return ELIGO_END;
        f->absent = true;
        f->at = 0;
    }
}

static eligo_code row_next(omop *o, omop_row *out, eligo_error *err)
{
    folder *f = o->source.state;
    const place *at;

    if (!f->row)
        return ELIGO_END;
    at = &f->places[f->row - 1];
    f->row = at->next;
    if (!fetch_row(f, at, out))
        return errno == ENOMEM ? error_memory(err, o->name)
                               : error_system(err, ELIGO_EREAD, "a temporary file");
    return ELIGO_OK;
}

static void close_folder(omop *o)
{
    folder *f = o->source.state;

    for (int i = 0; i < OMOP_TABLES; i++)
        free(f->paths[i]);
    if (f->spool)
        fclose(f->spool);
    free(f->places);
    free(f->persons);
    free(f->table);
    free(f->text);
    buffer_free(&f->packed);
    free(f);
}

bool omop_csv_open(omop *o, const char *path, eligo_error *err)
{
    folder *f = calloc(1, sizeof *f);
    eligo_error failed = {0};

    if (!f) {
        error_memory(err, path);
        return false;
    }
    buffer_init(&f->packed, 0);
    o->source = (omop_source){f, row_next, person_next, close_folder};
    o->concepts.wanted_only = true;
    f->spool = file_temporary();
    if (!f->spool) {
        error_system(err, ELIGO_EREAD, "a temporary file");
        return false;
    }
    if (!find_tables(path, 1, f->paths, &o->reader->unread, &failed)) {
        if (failed.code && err)
            *err = failed;
        error_set(err, ELIGO_EPARSE, path,
                  "has no person.csv; an OMOP folder has one file for each table");
        return false;
    }
    for (int t = 0; t < OMOP_TABLES; t++)
        if (f->paths[t] && !read_file(o, (omop_table)t, err))
            return false;
    if (fflush(f->spool) != 0) {
        error_system(err, ELIGO_EREAD, "a temporary file");
        return false;
    }
    return true;
}
