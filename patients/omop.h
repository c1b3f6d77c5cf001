/* OMOP CDM inside: tables, their rows, and what they are made into.
 *
 * Three sources (omop_csv.c, omop_sqlite.c, omop_postgres.c) hand out rows; omop.c puts those of a
 * person together; omop_fact.c makes facts of them. Names of tables and columns: OHDSI, OMOP CDM
 * v5.4. */
#ifndef ELIGO_PATIENTS_OMOP_H
#define ELIGO_PATIENTS_OMOP_H

#include "patients/source.h"
#include "patients/table.h"

typedef enum omop_table {
    OMOP_PERSON,
    OMOP_DEATH,
    OMOP_PERIOD, /* observation_period */
    OMOP_CONDITION,
    OMOP_DRUG,
    OMOP_MEASUREMENT,
    OMOP_OBSERVATION,
    OMOP_PROCEDURE,
    OMOP_DEVICE,
    OMOP_VISIT,
    OMOP_VISIT_DETAIL,
    OMOP_SPECIMEN,
    OMOP_OF_PERSON, /* so many tables have a person_id */
    OMOP_CONCEPT = OMOP_OF_PERSON,
    OMOP_ANCESTOR, /* concept_ancestor */
    OMOP_TABLES
} omop_table;

/* What a column means, over all tables. */
typedef enum omop_column {
    COL_ID,
    COL_PERSON,
    COL_CONCEPT,
    COL_START,
    COL_START_TIME,
    COL_END,
    COL_END_TIME,
    COL_TYPE,
    COL_SOURCE, /* as it was called */
    COL_SOURCE_CONCEPT,
    COL_STATUS, /* of a condition */
    COL_STATUS_SOURCE,
    COL_STOP, /* stop_reason */
    COL_VERBATIM_END,
    COL_SUPPLY, /* days */
    COL_ROUTE,
    COL_ROUTE_SOURCE,
    COL_OPERATOR,
    COL_NUMBER,
    COL_STRING,
    COL_VALUE_CONCEPT,
    COL_VALUE_SOURCE,
    COL_QUALIFIER,
    COL_UNIT,
    COL_UNIT_SOURCE,
    COL_LOW,
    COL_HIGH,
    COL_EVENT,       /* the row that a measurement belongs to */
    COL_EVENT_FIELD, /* ... and of which table */
    COL_YEAR,
    COL_MONTH,
    COL_DAY,
    COL_NAME, /* of a concept */
    COL_DOMAIN,
    COL_VOCABULARY,
    COL_CODE,
    COL_LEVELS, /* between a concept and its ancestor */
    OMOP_COLUMNS
} omop_column;

/* "measurement" */
const char *omop_table_name(omop_table t);
/* Tables of the model that say something of patients, and that nothing here reads; NULL-terminated.
 */
extern const char *const omop_unread[];
/* "measurement_concept_id"; NULL: the table has no such column. */
const char *omop_column_name(omop_table t, omop_column c);

typedef struct omop_row {
    omop_table table;
    table_cell cell[OMOP_COLUMNS]; /* size 0: empty, or no such column */
} omop_row;

/* An integer cell; false: empty or none. */
bool omop_number(table_cell c, int64_t *out);

/* YYYY-MM-DD with or without a time, or YYYYMMDD. False: empty or none. A time of midnight, which
 * stands for "not known" in most data, is none. */
bool omop_date(table_cell c, date *out);

/* ---- concepts ---- */

/* What kind of thing is looked for: decides how its name is read. */
typedef enum omop_hint { OMOP_ANY, OMOP_QUANTITY, OMOP_MEDICINE, OMOP_HINTS } omop_hint;

/* What the source says of a concept id. */
typedef struct omop_concept {
    int64_t id;                                    /* 0: free */
    const char *vocabulary, *code, *name, *domain; /* NULL: not in the source */
    size_t first_ancestor, ancestors;              /* in dictionary.ancestors */
    struct omop_meaning *meaning[OMOP_HINTS];      /* NULL: not yet asked */
} omop_concept;

typedef struct omop_ancestor {
    int64_t concept, ancestor;
    int levels;
} omop_ancestor;

typedef struct dictionary {
    arena *arena;
    const lexicon *lx;
    omop_concept *list; /* a hash table */
    size_t count, mask;
    omop_ancestor *ancestors; /* sorted by concept, levels */
    size_t ancestor_count, ancestor_room;
    bool wanted_only; /* keep only concepts that are in use, or that the lexicon knows */
} dictionary;

/* The entry, made where there is none; NULL: no memory. */
omop_concept *dictionary_entry(dictionary *d, int64_t id);
/* The entry; NULL: none. */
omop_concept *dictionary_find(const dictionary *d, int64_t id);
void dictionary_add_concept(dictionary *d, const omop_row *row);
void dictionary_add_ancestor(dictionary *d, const omop_row *row);
/* After the last row. */
void dictionary_settle(dictionary *d);

/* ---- a source ---- */

typedef struct omop omop;

typedef struct omop_source {
    void *state;
    /* Rows of the smallest person id that is left, one by one. ELIGO_OK with the row; ELIGO_END: no
     * more of this person. The first call after ELIGO_END goes on with the next person. */
    eligo_code (*row)(omop *o, omop_row *out, eligo_error *err);
    /* To the next person; ELIGO_END: there is none. *id: as it is written. */
    eligo_code (*person)(omop *o, table_cell *id, eligo_error *err);
    void (*close)(omop *o);
} omop_source;

struct omop {
    reader *reader;
    arena *arena; /* of the patient */
    char *name;   /* of the folder, file or database (without a password) */
    omop_source source;
    dictionary concepts;
    size_t told;
    const char *cut; /* a table that could not be read to its end; NULL: none */
};

/* Tells of trouble with a row, up to LIMIT_REPORTS; it counts as refused. */
void omop_refuse(omop *o, const eligo_error *e);
/* Looks at the cells that have to be something (a person's id, dates, numbers). False: the row
 * cannot be used at all. Trouble is told, with `e` as its place, which `place` (may be NULL)
 * completes. */
bool omop_check(omop *o, const omop_row *row, const char *file,
                void (*place)(void *context, omop_column c, eligo_error *e), void *context);

/* Each fills o->source and the concepts that are in use; false: *err. */
bool omop_csv_open(omop *o, const char *path, eligo_error *err);
bool omop_sqlite_open(omop *o, const char *path, eligo_error *err);
bool omop_postgres_open(omop *o, const char *connection, eligo_error *err);

/* ---- databases: omop_database.c ---- */

/* What SQLite and PostgreSQL have in common: tables are read in the order of their persons, all at
 * once, so that memory does not grow with the number of patients. */
typedef struct omop_database {
    void *connection;
    /* The column names of a table, as SQL, or NULL where it has none such: *table, and those of
     * `names`. False: there is no such table (err not set), or *err. The texts live in `a`. */
    bool (*describe)(omop *o, omop_table t, arena *a, const char **table,
                     const char *names[OMOP_COLUMNS], eligo_error *err);
    /* Prepares a query whose columns are those of `t` that exist, in the order of omop_column. */
    bool (*query)(omop *o, omop_table t, const char *sql, eligo_error *err);
    /* Its next row, valid until the next call for the same table. */
    eligo_code (*fetch)(omop *o, omop_table t, omop_row *out, eligo_error *err);
    void (*done)(omop *o, omop_table t);
    void (*close)(omop *o);
    /* Is there such a table, and a row in it? */
    bool (*has_rows)(omop *o, const char *table);
    /* printf patterns with one %s: a column as an integer, to compare by; and as it is handed out.
     */
    const char *integer, *text;

    bool open[OMOP_TABLES], waiting[OMOP_TABLES];
    bool present[OMOP_TABLES][OMOP_COLUMNS]; /* which columns are in the query */
    omop_row rows[OMOP_OF_PERSON];
    int64_t persons[OMOP_OF_PERSON], current;
    bool seen; /* the current person's own row */
    char id[24];
} omop_database;

/* Begins to read; o->source.state is the database, which is closed with the source. */
bool omop_database_open(omop *o, omop_database *d, eligo_error *err);

/* ---- facts ---- */

typedef struct omop_record { /* one person under reading */
    omop *o;
    patient *p;
    bool person; /* a row of person was there */
    const char **notes;
    size_t note_count, note_room;
    patient_span *spans;
    size_t span_count, span_room;
    struct omop_link *links; /* between rows, put together at the end */
    size_t link_count, link_room;
} omop_record;

/* Makes facts of one row, which has been checked. */
void omop_read(omop_record *r, const omop_row *row);
/* After the last row of the person. */
void omop_finish(omop_record *r);

#endif
