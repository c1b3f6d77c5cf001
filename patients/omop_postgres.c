/* OMOP in a PostgreSQL database: one read-only transaction, a cursor a table.
 *
 * libpq brings two dozen libraries along (TLS, Kerberos, LDAP), which take longer to load than most
 * of what this program does: it is loaded where somebody names a server. */
#include "patients/omop.h"

#include "engine/base/error.h"
#include "engine/base/text.h"

#include <dlfcn.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BATCH = 1000 }; /* rows a round trip */

#define LIBPQ(X)                                                                                   \
    X(PQclear)                                                                                     \
    X(PQconnectdbParams)                                                                           \
    X(PQdb)                                                                                        \
    X(PQerrorMessage)                                                                              \
    X(PQescapeIdentifier)                                                                          \
    X(PQexec)                                                                                      \
    X(PQfinish)                                                                                    \
    X(PQfname)                                                                                     \
    X(PQfreemem)                                                                                   \
    X(PQgetlength)                                                                                 \
    X(PQgetvalue)                                                                                  \
    X(PQhost) X(PQnfields) X(PQntuples) X(PQresultStatus) X(PQsetNoticeReceiver) X(PQstatus)

/* The functions that are used of it. */
typedef struct libpq {
/* a declarator takes no brackets: NOLINTNEXTLINE(bugprone-macro-parentheses) */
#define POINTER(f) __typeof__(&(f)) f;
    LIBPQ(POINTER)
#undef POINTER
} libpq;

static bool load(libpq *out)
{
    static const char *const names[] = {
#define NAME(f) #f,
        LIBPQ(NAME)
#undef NAME
    };
    /* it stays: what it brought along may have left something to be done at the end */
    void *library = dlopen("libpq.so.5", RTLD_LAZY | RTLD_NODELETE), *found;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        found = library ? dlsym(library, names[i]) : NULL;
        if (!found)
            return false;
        memcpy((char *)out + i * sizeof found, &found, sizeof found);
    }
    return true;
}

typedef struct server {
    libpq pq;
    PGconn *link;
    PGresult *batch[OMOP_TABLES];
    int at[OMOP_TABLES];
    char *schema; /* quoted, with its dot; "" for the search path */
} server;

static server *server_of(omop *o)
{
    return ((omop_database *)o->source.state)->connection;
}

/* The first line of what the server says. */
static eligo_code trouble(const char *name, const char *doing, const char *message,
                          eligo_error *err)
{
    size_t n = strcspn(message, "\n");

    return error_set(err, ELIGO_EREAD, name, "%s: %.*s", doing, (int)(n < 250 ? n : 250), message);
}

static PGresult *ask(omop *o, const char *sql, const char *doing, eligo_error *err)
{
    server *s = server_of(o);
    PGresult *r = s->pq.PQexec(s->link, sql);
    ExecStatusType status = s->pq.PQresultStatus(r);

    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        return r;
    trouble(o->name, doing, s->pq.PQerrorMessage(s->link), err);
    s->pq.PQclear(r);
    return NULL;
}

/* A name as SQL, in the arena. */
static const char *quoted(server *s, arena *a, const char *name)
{
    char *text = s->pq.PQescapeIdentifier(s->link, name, strlen(name));
    const char *out = text ? arena_text(a, text, strlen(text)) : NULL;

    s->pq.PQfreemem(text);
    return out;
}

static bool describe(omop *o, omop_table t, arena *a, const char **named,
                     const char *names[OMOP_COLUMNS], eligo_error *err)
{
    server *s = server_of(o);
    const char *plain = omop_table_name(t), *sql;
    PGresult *r;
    bool found = false;

    /* by its own name, or as a warehouse with capitals has it */
    for (int k = 0; k < 2 && !found; k++) {
        char name[40];

        for (size_t i = 0; i <= strlen(plain); i++)
            name[i] = (char)(k && plain[i] >= 'a' && plain[i] <= 'z' ? plain[i] - 32 : plain[i]);
        *named = arena_printf(a, "%s\"%s\"", s->schema, name);
        sql = arena_printf(a, "SELECT to_regclass('%s\"%s\"') IS NOT NULL", s->schema, name);
        if (!*named || !sql) {
            error_memory(err, o->name);
            return false;
        }
        r = ask(o, sql, "cannot be read", err);
        if (!r)
            return false;
        found = strcmp(s->pq.PQgetvalue(r, 0, 0), "t") == 0;
        s->pq.PQclear(r);
    }
    if (!found)
        return false;
    sql = arena_printf(a, "SELECT * FROM %s LIMIT 0", *named);
    r = sql ? ask(o, sql, plain, err) : NULL;
    if (!r)
        return false;
    for (int c = 0; c < OMOP_COLUMNS; c++)
        for (int i = 0; omop_column_name(t, (omop_column)c) && i < s->pq.PQnfields(r); i++)
            if (!names[c] && text_equal_nocase(s->pq.PQfname(r, i), strlen(s->pq.PQfname(r, i)),
                                               omop_column_name(t, (omop_column)c)))
                names[c] = quoted(s, a, s->pq.PQfname(r, i));
    s->pq.PQclear(r);
    return true;
}

static bool has_rows(omop *o, const char *called)
{
    server *s = server_of(o);
    char *sql;
    PGresult *r;
    bool found;

    /* what may not be read must not end the transaction */
    if (asprintf(&sql,
                 "SELECT coalesce(has_table_privilege(to_regclass('%s\"%s\"'), 'SELECT'), false)",
                 s->schema, called) < 0)
        return false;
    r = s->pq.PQexec(s->link, sql);
    free(sql);
    found =
        s->pq.PQresultStatus(r) == PGRES_TUPLES_OK && strcmp(s->pq.PQgetvalue(r, 0, 0), "t") == 0;
    s->pq.PQclear(r);
    if (!found || asprintf(&sql, "SELECT 1 FROM %s\"%s\" LIMIT 1", s->schema, called) < 0)
        return false;
    r = s->pq.PQexec(s->link, sql);
    free(sql);
    found = s->pq.PQresultStatus(r) == PGRES_TUPLES_OK && s->pq.PQntuples(r) == 1;
    s->pq.PQclear(r);
    return found;
}

static bool query_(omop *o, omop_table t, const char *sql, eligo_error *err)
{
    server *s = server_of(o);
    char *declare;
    PGresult *r;

    if (asprintf(&declare, "DECLARE eligo_%d NO SCROLL CURSOR FOR %s", (int)t, sql) < 0) {
        error_memory(err, o->name);
        return false;
    }
    r = ask(o, declare, omop_table_name(t), err);
    free(declare);
    s->pq.PQclear(r);
    return r != NULL;
}

static eligo_code fetch(omop *o, omop_table t, omop_row *out, eligo_error *err)
{
    omop_database *d = o->source.state;
    server *s = d->connection;
    int i = 0;

    if (!s->batch[t] || s->at[t] == s->pq.PQntuples(s->batch[t])) {
        char sql[64];

        s->pq.PQclear(s->batch[t]);
        snprintf(sql, sizeof sql, "FETCH FORWARD %d FROM eligo_%d", BATCH, (int)t);
        s->batch[t] = ask(o, sql, omop_table_name(t), err);
        s->at[t] = 0;
        if (!s->batch[t])
            return ELIGO_EREAD;
        if (!s->pq.PQntuples(s->batch[t]))
            return ELIGO_END;
    }
    memset(out, 0, sizeof *out);
    out->table = t;
    for (int c = 0; c < OMOP_COLUMNS; c++)
        if (d->present[t][c]) {
            out->cell[c] = (table_cell){s->pq.PQgetvalue(s->batch[t], s->at[t], i),
                                        (size_t)s->pq.PQgetlength(s->batch[t], s->at[t], i)};
            i++;
        }
    s->at[t]++;
    return ELIGO_OK;
}

static void done(omop *o, omop_table t)
{
    server *s = server_of(o);
    char sql[40];

    s->pq.PQclear(s->batch[t]);
    s->batch[t] = NULL;
    snprintf(sql, sizeof sql, "CLOSE eligo_%d", (int)t);
    s->pq.PQclear(s->pq.PQexec(s->link, sql));
}

static void close_server(omop *o)
{
    server *s = server_of(o);

    for (int t = 0; t < OMOP_TABLES; t++)
        s->pq.PQclear(s->batch[t]);
    s->pq.PQfinish(s->link);
    free(s->schema);
    free(s);
}

static void quiet(void *context, const PGresult *result)
{
    (void)context, (void)result;
}

/* The schema with a person table, where the search path has none: the only one. */
static bool find_schema(omop *o, eligo_error *err)
{
    static const char sql[] =
        "SELECT quote_ident(n.nspname) FROM pg_class c JOIN pg_namespace n ON n.oid = "
        "c.relnamespace "
        "WHERE lower(c.relname) = 'person' AND c.relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY 1";
    server *s = server_of(o);
    PGresult *r =
        ask(o, "SELECT coalesce(to_regclass('person'), to_regclass('\"PERSON\"')) IS NOT NULL",
            "cannot be read", err);
    bool here = r && strcmp(s->pq.PQgetvalue(r, 0, 0), "t") == 0, ok = true;

    s->pq.PQclear(r);
    if (!r)
        return false;
    if (here) {
        s->schema = strdup("");
    } else {
        r = ask(o, sql, "cannot be read", err);
        if (!r)
            return false;
        if (s->pq.PQntuples(r) > 1) {
            error_set(err, ELIGO_EREAD, o->name,
                      "several schemas have a table person (%s, %s ...); say which: "
                      "options=-csearch_path=%s",
                      s->pq.PQgetvalue(r, 0, 0), s->pq.PQgetvalue(r, 1, 0),
                      s->pq.PQgetvalue(r, 0, 0));
            ok = false;
        } else if (s->pq.PQntuples(r) == 1) {
            if (asprintf(&s->schema, "%s.", s->pq.PQgetvalue(r, 0, 0)) < 0)
                s->schema = NULL;
        } else
            s->schema = strdup("");
        s->pq.PQclear(r);
    }
    if (ok && !s->schema) {
        error_memory(err, o->name);
        ok = false;
    }
    return ok;
}

bool omop_postgres_open(omop *o, const char *connection, eligo_error *err)
{
    static const char *const keys[] = {"connect_timeout", "client_encoding",
                                       "fallback_application_name", "dbname", NULL};
    const char *values[] = {"10", "UTF8", "eligo", connection, NULL};
    static const char begin[] =
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL datestyle TO 'ISO, YMD'; "
        "SET LOCAL standard_conforming_strings TO on";
    server *s = calloc(1, sizeof *s);
    omop_database *d = calloc(1, sizeof *d);
    PGresult *r;

    if (s && !load(&s->pq)) {
        free(s);
        free(d);
        error_set(err, ELIGO_EREAD, "postgresql",
                  "libpq.so.5 cannot be loaded; install libpq5 to read from PostgreSQL");
        return false;
    }
    if (s)
        s->link = s->pq.PQconnectdbParams(keys, values, 1);
    if (!s || !d || !s->link) {
        if (s)
            s->pq.PQfinish(s->link);
        free(s);
        free(d);
        error_memory(err, NULL);
        return false;
    }
    *d = (omop_database){.connection = s,
                         .describe = describe,
                         .query = query_,
                         .fetch = fetch,
                         .done = done,
                         .close = close_server,
                         .has_rows = has_rows,
                         .integer = "%s::bigint",
                         .text = "%s::text"};
    o->source = (omop_source){.state = d};
    s->pq.PQsetNoticeReceiver(s->link, quiet, NULL);
    /* what it is called in messages: never the connection string, which may have a password */
    if (asprintf(&o->name, "postgresql:%s%s%s", s->pq.PQhost(s->link) ? s->pq.PQhost(s->link) : "",
                 s->pq.PQhost(s->link) ? "/" : "",
                 s->pq.PQdb(s->link) ? s->pq.PQdb(s->link) : "") < 0)
        o->name = NULL;
    r = NULL;
    if (!o->name)
        error_memory(err, NULL);
    else if (s->pq.PQstatus(s->link) != CONNECTION_OK)
        trouble(o->name, "cannot be reached", s->pq.PQerrorMessage(s->link), err);
    else
        r = ask(o, begin, "cannot be read", err);
    s->pq.PQclear(r);
    if (!r || !find_schema(o, err)) {
        close_server(o);
        free(d);
        o->source = (omop_source){0};
        return false;
    }
    return omop_database_open(o, d, err);
}
