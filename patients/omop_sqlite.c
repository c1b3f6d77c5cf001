/* OMOP in a SQLite file. The file is somebody else's: it is opened read-only and as if nobody wrote
 * to it, views, triggers, extensions and functions of its schema are off, and what it may ask for
 * is limited (sqlite.org/security.html). */
#include "patients/omop.h"

#include "engine/base/error.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"

#include <ctype.h>
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct file {
    sqlite3 *db;
    sqlite3_stmt *queries[OMOP_TABLES];
    char dates[OMOP_TABLES][OMOP_COLUMNS][24]; /* dates that are stored as numbers */
} file;

static file *file_of(omop *o)
{
    return ((omop_database *)o->source.state)->connection;
}

static eligo_code trouble(const omop *o, sqlite3 *db, const char *doing, eligo_error *err)
{
    if (sqlite3_errcode(db) == SQLITE_NOMEM)
        return error_memory(err, o->name);
    return error_set(err, ELIGO_EREAD, o->name, "%s: %s", doing, sqlite3_errmsg(db));
}

static const char *quoted(arena *a, const char *name)
{
    size_t n = strlen(name), at = 0;
    char *out = n < 1000 ? arena_alloc(a, n * 2 + 3) : NULL;

    if (!out)
        return NULL;
    out[at++] = '"';
    for (size_t i = 0; i < n; i++) {
        if (name[i] == '"')
            out[at++] = '"';
        out[at++] = name[i];
    }
    out[at++] = '"';
    return out;
}

static bool describe(omop *o, omop_table t, arena *a, const char **named,
                     const char *names[OMOP_COLUMNS], eligo_error *err)
{
    file *f = file_of(o);
    sqlite3_stmt *query = NULL;
    const char *sql, *name;
    bool found = false;

    if (sqlite3_prepare_v2(f->db,
                           "SELECT name FROM sqlite_master WHERE type = 'table' AND lower(name) = "
                           "? ORDER BY name LIMIT 1",
                           -1, &query, NULL) != SQLITE_OK) {
        trouble(o, f->db, "cannot be read", err);
        return false;
    }
    sqlite3_bind_text(query, 1, omop_table_name(t), -1, SQLITE_STATIC);
    switch (sqlite3_step(query)) {
    case SQLITE_ROW:
        name = (const char *)sqlite3_column_text(query, 0);
        *named = name ? quoted(a, name) : NULL;
        found = *named != NULL;
        if (!name)
            trouble(o, f->db, "cannot be read", err);
        break;
    case SQLITE_DONE: break;
    default: trouble(o, f->db, "cannot be read", err);
    }
    sqlite3_finalize(query);
    if (!found)
        return false;
    sql = arena_printf(a, "SELECT * FROM %s LIMIT 0", *named);
    if (!sql || sqlite3_prepare_v2(f->db, sql, -1, &query, NULL) != SQLITE_OK) {
        trouble(o, f->db, omop_table_name(t), err);
        return false;
    }
    for (int c = 0; c < OMOP_COLUMNS; c++)
        for (int i = 0; omop_column_name(t, (omop_column)c) && i < sqlite3_column_count(query);
             i++) {
            name = sqlite3_column_name(query, i);
            if (!name)
                error_memory(err, o->name);
            else if (!names[c] &&
                     text_equal_nocase(name, strlen(name), omop_column_name(t, (omop_column)c)))
                names[c] = quoted(a, name);
        }
    sqlite3_finalize(query);
    return !err->code;
}

static bool has_rows(omop *o, const char *called)
{
    sqlite3_stmt *query = NULL;
    char sql[64];
    bool found;

    snprintf(sql, sizeof sql, "SELECT 1 FROM \"%s\" LIMIT 1", called);
    found = sqlite3_prepare_v2(file_of(o)->db, sql, -1, &query, NULL) == SQLITE_OK &&
            sqlite3_step(query) == SQLITE_ROW;
    sqlite3_finalize(query);
    return found;
}

static bool query_(omop *o, omop_table t, const char *sql, eligo_error *err)
{
    file *f = file_of(o);

    if (sqlite3_prepare_v2(f->db, sql, -1, &f->queries[t], NULL) == SQLITE_OK)
        return true;
    trouble(o, f->db, omop_table_name(t), err);
    return false;
}

static bool is_date(omop_column c)
{
    return c == COL_START || c == COL_START_TIME || c == COL_END || c == COL_VERBATIM_END;
}

/* Some tools store dates as seconds since 1970. YYYYMMDD stays what it is. */
static table_cell number_as_date(double v, char out[24])
{
    double days = floor(v / 86400), rest = v - days * 86400;
    char text[16];

    if (fabs(v) > 4e11 || (v >= 15830101 && v <= 99991231 && v == floor(v) && rest != 0))
        return (table_cell){out, (size_t)snprintf(out, 24, "%.0f", v)};
    day_text((day)days, text);
    if (rest == 0)
        return (table_cell){out, (size_t)snprintf(out, 24, "%.10s", text)};
    return (table_cell){out,
                        (size_t)snprintf(out, 24, "%.10s %02d:%02d:%02d", text, (int)(rest / 3600),
                                         (int)(rest / 60) % 60, (int)rest % 60)};
}

static eligo_code fetch(omop *o, omop_table t, omop_row *out, eligo_error *err)
{
    omop_database *d = o->source.state;
    file *f = d->connection;
    int code = sqlite3_step(f->queries[t]), i = 0;

    if (code == SQLITE_DONE)
        return ELIGO_END;
    if (code != SQLITE_ROW)
        return trouble(o, f->db, omop_table_name(t), err);
    memset(out, 0, sizeof *out);
    out->table = t;
    for (int c = 0; c < OMOP_COLUMNS; c++) {
        int kind;

        if (!d->present[t][c])
            continue;
        kind = sqlite3_column_type(f->queries[t], i);
        if (is_date((omop_column)c) && (kind == SQLITE_FLOAT || kind == SQLITE_INTEGER))
            out->cell[c] = number_as_date(sqlite3_column_double(f->queries[t], i), f->dates[t][c]);
        else if (kind != SQLITE_NULL) {
            const unsigned char *text = sqlite3_column_text(f->queries[t], i);

            if (!text)
                return error_memory(err, o->name);
            out->cell[c] =
                (table_cell){(const char *)text, (size_t)sqlite3_column_bytes(f->queries[t], i)};
        }
        i++;
    }
    return ELIGO_OK;
}

static void done(omop *o, omop_table t)
{
    file *f = file_of(o);

    sqlite3_finalize(f->queries[t]);
    f->queries[t] = NULL;
}

static void close_file(omop *o)
{
    file *f = file_of(o);

    for (int t = 0; t < OMOP_TABLES; t++)
        sqlite3_finalize(f->queries[t]);
    sqlite3_close(f->db);
    free(f);
}

/* Changes that lie beside the file would not be seen. */
static bool unfinished(const char *path, eligo_error *err)
{
    static const char *const ends[] = {"-wal", "-journal"};
    struct stat st;

    for (size_t i = 0; i < 2; i++) {
        char *beside;

        if (asprintf(&beside, "%s%s", path, ends[i]) < 0)
            continue;
        if (stat(beside, &st) == 0 && st.st_size > 0) {
            error_set(
                err, ELIGO_EREAD, path,
                "has changes in %s that are not in the file yet; close the program that writes it",
                beside);
            free(beside);
            return true;
        }
        free(beside);
    }
    return false;
}

/* The path as a URI. */
static char *uri_of(const char *path)
{
    char *out = malloc(strlen(path) * 3 + 64), *to = out;

    if (!out)
        return NULL;
    to += sprintf(to, "file:");
    if (*path == '/') /* an empty authority, so that "//" at the beginning is none */
        to += sprintf(to, "//");
    for (const char *p = path; *p; p++)
        if (isalnum((unsigned char)*p) || strchr("/._-~", *p))
            *to++ = *p;
        else
            to += sprintf(to, "%%%02X", (unsigned char)*p);
    memcpy(to, "?mode=ro&immutable=1", sizeof "?mode=ro&immutable=1");
    return out;
}

static bool guard(sqlite3 *db)
{
    static const int limits[][2] = {
        {SQLITE_LIMIT_LENGTH, LIMIT_CELL_BYTES * 4},
        {SQLITE_LIMIT_SQL_LENGTH, 1 << 18},
        {SQLITE_LIMIT_COLUMN, 2000},
        {SQLITE_LIMIT_EXPR_DEPTH, 200},
        {SQLITE_LIMIT_COMPOUND_SELECT, 200},
        {SQLITE_LIMIT_VDBE_OP, 250000},
        {SQLITE_LIMIT_FUNCTION_ARG, 8},
        {SQLITE_LIMIT_ATTACHED, 0},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
        {SQLITE_LIMIT_VARIABLE_NUMBER, 10},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
    };

    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        sqlite3_limit(db, limits[i][0], limits[i][1]);
    return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) == SQLITE_OK &&
           sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) == SQLITE_OK &&
           sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL) == SQLITE_OK &&
           sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL) == SQLITE_OK &&
           sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL) == SQLITE_OK &&
           sqlite3_exec(
               db, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0",
               NULL, NULL, NULL) == SQLITE_OK;
}

bool omop_sqlite_open(omop *o, const char *path, eligo_error *err)
{
    omop_database *d;
    file *f;
    char *uri;
    int code;

    if (unfinished(path, err))
        return false;
    d = calloc(1, sizeof *d);
    f = calloc(1, sizeof *f);
    uri = uri_of(path);
    if (!d || !f || !uri) {
        free(d);
        free(f);
        free(uri);
        error_memory(err, path);
        return false;
    }
    code = sqlite3_open_v2(uri, &f->db,
                           SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                               SQLITE_OPEN_PRIVATECACHE,
                           NULL);
    free(uri);
    *d = (omop_database){.connection = f,
                         .describe = describe,
                         .query = query_,
                         .fetch = fetch,
                         .done = done,
                         .close = close_file,
                         .has_rows = has_rows,
                         .integer = "CAST(%s AS INTEGER)",
                         .text = "%s"};
    o->source = (omop_source){.state = d};
    if (code != SQLITE_OK || !guard(f->db)) {
        if (f->db)
            trouble(o, f->db, "cannot be opened", err);
        else
            error_memory(err, path);
        sqlite3_close(f->db);
        free(f);
        free(d);
        o->source = (omop_source){0};
        return false;
    }
    return omop_database_open(o, d, err);
}
