/* OMOP in a database: one query a table, ordered by person, merged. */
#include "patients/omop.h"

#include "engine/base/buffer.h"
#include "engine/base/error.h"
#include "engine/base/limits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct described {
    const char *table;
    const char *names[OMOP_COLUMNS];
} described;

static const omop_column concept_columns[] = {
    COL_CONCEPT,  COL_SOURCE_CONCEPT, COL_TYPE,      COL_STATUS, COL_ROUTE,
    COL_OPERATOR, COL_VALUE_CONCEPT,  COL_QUALIFIER, COL_UNIT,   COL_EVENT_FIELD};

/* "SELECT columns FROM table", without what comes behind. */
static void select_from(omop_database *d, omop_table t, const described *from, buffer *sql)
{
    const char *comma = "";

    buffer_puts(sql, "SELECT ");
    for (int c = 0; c < OMOP_COLUMNS; c++) {
        d->present[t][c] = from->names[c] != NULL;
        if (!from->names[c])
            continue;
        buffer_puts(sql, comma);
        for (const char *p = d->text; *p; p++)
            if (p[0] == '%' && p[1] == 's') {
                buffer_puts(sql, from->names[c]);
                p++;
            } else
                buffer_putc(sql, *p);
        comma = ", ";
    }
    buffer_printf(sql, " FROM %s", from->table);
}

static void as_integer(const omop_database *d, const char *name, buffer *sql)
{
    for (const char *p = d->integer; *p; p++)
        if (p[0] == '%' && p[1] == 's') {
            buffer_puts(sql, name);
            p++;
        } else
            buffer_putc(sql, *p);
}

/* "WITH used(id) AS (all concept ids that occur)" */
static void with_used(omop_database *d, const described *all, buffer *sql)
{
    const char *join = "";

    buffer_puts(sql, "WITH used(id) AS (");
    for (int t = 0; t < OMOP_OF_PERSON; t++)
        for (size_t i = 0; i < sizeof concept_columns / sizeof *concept_columns; i++) {
            const char *name = all[t].table ? all[t].names[concept_columns[i]] : NULL;

            if (!name)
                continue;
            buffer_printf(sql, "%sSELECT ", join);
            as_integer(d, name, sql);
            buffer_printf(sql, " FROM %s", all[t].table);
            join = " UNION ";
        }
    buffer_puts(sql, *join ? ") " : "SELECT 0) ");
}

static bool read_dictionary(omop *o, omop_database *d, const described *all, eligo_error *err)
{
    const described *concepts = &all[OMOP_CONCEPT], *ancestors = &all[OMOP_ANCESTOR];
    bool related = ancestors->table && ancestors->names[COL_ID] && ancestors->names[COL_CONCEPT],
         ok = true;
    buffer sql;

    buffer_init(&sql, 0);
    for (int t = OMOP_CONCEPT; ok && t <= OMOP_ANCESTOR; t++) {
        omop_row row;
        eligo_code code;

        if (!all[t].table || !all[t].names[COL_ID] || (t == OMOP_ANCESTOR && !related))
            continue;
        buffer_clear(&sql);
        with_used(d, all, &sql);
        select_from(d, (omop_table)t, &all[t], &sql);
        buffer_puts(&sql, " WHERE ");
        as_integer(d, all[t].names[COL_ID], &sql);
        buffer_puts(&sql, " IN (SELECT id FROM used)");
        if (t == OMOP_CONCEPT && related) {
            buffer_puts(&sql, " OR ");
            as_integer(d, concepts->names[COL_ID], &sql);
            buffer_puts(&sql, " IN (SELECT ");
            as_integer(d, ancestors->names[COL_CONCEPT], &sql);
            buffer_printf(&sql, " FROM %s WHERE ", ancestors->table);
            as_integer(d, ancestors->names[COL_ID], &sql);
            buffer_puts(&sql, " IN (SELECT id FROM used))");
        }
        if (sql.failed) {
            error_memory(err, o->name);
            ok = false;
            break;
        }
        ok = d->query(o, (omop_table)t, sql.data, err);
        while (ok && (code = d->fetch(o, (omop_table)t, &row, err)) != ELIGO_END) {
            if (code != ELIGO_OK)
                ok = false;
            else if (t == OMOP_CONCEPT)
                dictionary_add_concept(&o->concepts, &row);
            else
                dictionary_add_ancestor(&o->concepts, &row);
        }
        d->done(o, (omop_table)t);
    }
    buffer_free(&sql);
    return ok;
}

/* The next usable row of a table is there, or it is at its end. */
static eligo_code fill(omop *o, omop_database *d, int t, eligo_error *err)
{
    while (d->open[t] && !d->waiting[t]) {
        eligo_code code = d->fetch(o, (omop_table)t, &d->rows[t], err);

        if (code == ELIGO_END) {
            d->open[t] = false;
            d->done(o, (omop_table)t);
            break;
        }
        if (code != ELIGO_OK)
            return code;
        if (!omop_check(o, &d->rows[t], o->name, NULL, NULL))
            continue;
        omop_number(d->rows[t].cell[COL_PERSON], &d->persons[t]);
        d->waiting[t] = true;
    }
    return ELIGO_OK;
}

static eligo_code person_next(omop *o, table_cell *id, eligo_error *err)
{
    omop_database *d = o->source.state;
    bool any = false;

    for (int t = 0; t < OMOP_OF_PERSON; t++) {
        eligo_code code = fill(o, d, t, err);

        if (code != ELIGO_OK)
            return code;
        if (d->waiting[t] && (!any || d->persons[t] < d->current)) {
            d->current = d->persons[t];
            any = true;
        }
    }
    d->seen = false;
    if (!any)
        return ELIGO_END;
    *id = (table_cell){d->id, (size_t)snprintf(d->id, sizeof d->id, "%lld", (long long)d->current)};
    return ELIGO_OK;
}

static eligo_code row_next(omop *o, omop_row *out, eligo_error *err)
{
    omop_database *d = o->source.state;

    for (int t = 0; t < OMOP_OF_PERSON; t++) {
        eligo_code code = fill(o, d, t, err);

        if (code != ELIGO_OK)
            return code;
        if (!d->waiting[t] || d->persons[t] != d->current)
            continue;
        *out = d->rows[t];
        d->waiting[t] = false;
        if (t == OMOP_PERSON && d->seen) {
            eligo_error e = {0};

            error_set(&e, ELIGO_EPARSE, o->name,
                      "person %s is there a second time; the row was left out: keep one", d->id);
            omop_refuse(o, &e);
            t--;
            continue;
        }
        d->seen |= t == OMOP_PERSON;
        return ELIGO_OK;
    }
    return ELIGO_END;
}

static void close_database(omop *o)
{
    omop_database *d = o->source.state;

    d->close(o);
    free(d);
}

bool omop_database_open(omop *o, omop_database *d, eligo_error *err)
{
    described all[OMOP_TABLES] = {0};
    arena *names = arena_new((size_t)16 << 20);
    bool ok = names != NULL;
    buffer sql;

    o->source = (omop_source){d, row_next, person_next, close_database};
    buffer_init(&sql, 0);
    if (!ok)
        error_memory(err, o->name);
    for (int t = 0; ok && t < OMOP_TABLES; t++) {
        eligo_error failed = {0};

        if (!d->describe(o, (omop_table)t, names, &all[t].table, all[t].names, &failed)) {
            all[t].table = NULL;
            if (arena_failed(names))
                error_memory(&failed, o->name);
            if (failed.code) {
                if (err)
                    *err = failed;
                ok = false;
            } else if (t == OMOP_PERSON) {
                error_set(err, ELIGO_EPARSE, o->name,
                          "has no table person; an OMOP CDM v5.4 database is needed");
                ok = false;
            }
        } else if (t < OMOP_OF_PERSON && !all[t].names[COL_PERSON]) {
            error_set(err, ELIGO_EPARSE, o->name, "the table %s has no column person_id",
                      omop_table_name((omop_table)t));
            ok = false;
        }
    }
    for (size_t i = 0; ok && omop_unread[i]; i++)
        if (d->has_rows(o, omop_unread[i]))
            unread_table(&o->reader->unread, omop_unread[i]);
    ok = ok && read_dictionary(o, d, all, err);
    for (int t = 0; ok && t < OMOP_OF_PERSON; t++) {
        if (!all[t].table)
            continue;
        buffer_clear(&sql);
        select_from(d, (omop_table)t, &all[t], &sql);
        buffer_puts(&sql, " ORDER BY ");
        as_integer(d, all[t].names[COL_PERSON], &sql);
        if (all[t].names[COL_ID] && t != OMOP_PERSON) {
            buffer_puts(&sql, ", ");
            as_integer(d, all[t].names[COL_ID], &sql);
        }
        if (sql.failed) {
            error_memory(err, o->name);
            ok = false;
        } else
            ok = d->open[t] = d->query(o, (omop_table)t, sql.data, err);
    }
    buffer_free(&sql);
    arena_delete(names);
    return ok;
}
