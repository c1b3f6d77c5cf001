/* OMOP CDM v5.4: tables and columns, the dictionary of concepts, and patients put together row by
 * row. */
#include "patients/omop.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "patients/result.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- tables ---- */

static const char *const tables[OMOP_TABLES] = {
    "person",
    "death",
    "observation_period",
    "condition_occurrence",
    "drug_exposure",
    "measurement",
    "observation",
    "procedure_occurrence",
    "device_exposure",
    "visit_occurrence",
    "visit_detail",
    "specimen",
    "concept",
    "concept_ancestor",
};

const char *const omop_unread[] = {
    "note", "note_nlp", "survey_conduct", "episode", "drug_strength", "fact_relationship", NULL};

static const char *const columns[OMOP_TABLES][OMOP_COLUMNS] = {
    [OMOP_PERSON] = {[COL_ID] = "person_id",
                     [COL_PERSON] = "person_id",
                     [COL_CONCEPT] = "gender_concept_id",
                     [COL_SOURCE] = "gender_source_value",
                     [COL_START_TIME] = "birth_datetime",
                     [COL_YEAR] = "year_of_birth",
                     [COL_MONTH] = "month_of_birth",
                     [COL_DAY] = "day_of_birth"},
    [OMOP_DEATH] = {[COL_PERSON] = "person_id", [COL_START] = "death_date"},
    [OMOP_PERIOD] = {[COL_ID] = "observation_period_id",
                     [COL_PERSON] = "person_id",
                     [COL_START] = "observation_period_start_date",
                     [COL_END] = "observation_period_end_date"},
    [OMOP_CONDITION] = {[COL_ID] = "condition_occurrence_id",
                        [COL_PERSON] = "person_id",
                        [COL_CONCEPT] = "condition_concept_id",
                        [COL_START] = "condition_start_date",
                        [COL_END] = "condition_end_date",
                        [COL_TYPE] = "condition_type_concept_id",
                        [COL_STATUS] = "condition_status_concept_id",
                        [COL_STATUS_SOURCE] = "condition_status_source_value",
                        [COL_STOP] = "stop_reason",
                        [COL_SOURCE] = "condition_source_value",
                        [COL_SOURCE_CONCEPT] = "condition_source_concept_id"},
    [OMOP_DRUG] = {[COL_ID] = "drug_exposure_id",
                   [COL_PERSON] = "person_id",
                   [COL_CONCEPT] = "drug_concept_id",
                   [COL_START] = "drug_exposure_start_date",
                   [COL_END] = "drug_exposure_end_date",
                   [COL_VERBATIM_END] = "verbatim_end_date",
                   [COL_TYPE] = "drug_type_concept_id",
                   [COL_STOP] = "stop_reason",
                   [COL_SUPPLY] = "days_supply",
                   [COL_ROUTE] = "route_concept_id",
                   [COL_ROUTE_SOURCE] = "route_source_value",
                   [COL_SOURCE] = "drug_source_value",
                   [COL_SOURCE_CONCEPT] = "drug_source_concept_id"},
    [OMOP_MEASUREMENT] = {[COL_ID] = "measurement_id",
                          [COL_PERSON] = "person_id",
                          [COL_CONCEPT] = "measurement_concept_id",
                          [COL_START] = "measurement_date",
                          [COL_START_TIME] = "measurement_datetime",
                          [COL_OPERATOR] = "operator_concept_id",
                          [COL_NUMBER] = "value_as_number",
                          [COL_VALUE_CONCEPT] = "value_as_concept_id",
                          [COL_VALUE_SOURCE] = "value_source_value",
                          [COL_UNIT] = "unit_concept_id",
                          [COL_UNIT_SOURCE] = "unit_source_value",
                          [COL_LOW] = "range_low",
                          [COL_HIGH] = "range_high",
                          [COL_SOURCE] = "measurement_source_value",
                          [COL_SOURCE_CONCEPT] = "measurement_source_concept_id",
                          [COL_EVENT] = "measurement_event_id",
                          [COL_EVENT_FIELD] = "meas_event_field_concept_id"},
    [OMOP_OBSERVATION] = {[COL_ID] = "observation_id",
                          [COL_PERSON] = "person_id",
                          [COL_CONCEPT] = "observation_concept_id",
                          [COL_START] = "observation_date",
                          [COL_START_TIME] = "observation_datetime",
                          [COL_NUMBER] = "value_as_number",
                          [COL_STRING] = "value_as_string",
                          [COL_VALUE_CONCEPT] = "value_as_concept_id",
                          [COL_VALUE_SOURCE] = "value_source_value",
                          [COL_QUALIFIER] = "qualifier_concept_id",
                          [COL_UNIT] = "unit_concept_id",
                          [COL_UNIT_SOURCE] = "unit_source_value",
                          [COL_SOURCE] = "observation_source_value",
                          [COL_SOURCE_CONCEPT] = "observation_source_concept_id"},
    [OMOP_PROCEDURE] = {[COL_ID] = "procedure_occurrence_id",
                        [COL_PERSON] = "person_id",
                        [COL_CONCEPT] = "procedure_concept_id",
                        [COL_START] = "procedure_date",
                        [COL_END] = "procedure_end_date",
                        [COL_SOURCE] = "procedure_source_value",
                        [COL_SOURCE_CONCEPT] = "procedure_source_concept_id"},
    [OMOP_DEVICE] = {[COL_ID] = "device_exposure_id",
                     [COL_PERSON] = "person_id",
                     [COL_CONCEPT] = "device_concept_id",
                     [COL_START] = "device_exposure_start_date",
                     [COL_END] = "device_exposure_end_date",
                     [COL_SOURCE] = "device_source_value",
                     [COL_SOURCE_CONCEPT] = "device_source_concept_id"},
    [OMOP_VISIT] = {[COL_ID] = "visit_occurrence_id",
                    [COL_PERSON] = "person_id",
                    [COL_CONCEPT] = "visit_concept_id",
                    [COL_START] = "visit_start_date",
                    [COL_END] = "visit_end_date",
                    [COL_SOURCE] = "visit_source_value",
                    [COL_SOURCE_CONCEPT] = "visit_source_concept_id"},
    [OMOP_VISIT_DETAIL] = {[COL_ID] = "visit_detail_id",
                           [COL_PERSON] = "person_id",
                           [COL_CONCEPT] = "visit_detail_concept_id",
                           [COL_START] = "visit_detail_start_date",
                           [COL_END] = "visit_detail_end_date",
                           [COL_SOURCE] = "visit_detail_source_value",
                           [COL_SOURCE_CONCEPT] = "visit_detail_source_concept_id"},
    [OMOP_SPECIMEN] = {[COL_ID] = "specimen_id",
                       [COL_PERSON] = "person_id",
                       [COL_CONCEPT] = "specimen_concept_id",
                       [COL_START] = "specimen_date",
                       [COL_SOURCE] = "specimen_source_value"},
    [OMOP_CONCEPT] = {[COL_ID] = "concept_id",
                      [COL_NAME] = "concept_name",
                      [COL_DOMAIN] = "domain_id",
                      [COL_VOCABULARY] = "vocabulary_id",
                      [COL_CODE] = "concept_code"},
    [OMOP_ANCESTOR] = {[COL_ID] = "descendant_concept_id",
                       [COL_CONCEPT] = "ancestor_concept_id",
                       [COL_LEVELS] = "min_levels_of_separation"},
};

const char *omop_table_name(omop_table t)
{
    return tables[t];
}

const char *omop_column_name(omop_table t, omop_column c)
{
    return columns[t][c];
}

bool omop_number(table_cell c, int64_t *out)
{
    uint64_t n = 0;
    size_t i = 0;
    bool minus = c.size && *c.text == '-';

    for (i = minus; i < c.size && c.text[i] >= '0' && c.text[i] <= '9'; i++) {
        if (n > (INT64_MAX - 9) / 10)
            return false;
        n = n * 10 + (uint64_t)(c.text[i] - '0');
    }
    if (i == (size_t)minus)
        return false;
    /* "8507.0", as data frames write a column with gaps */
    if (i < c.size && c.text[i] == '.') {
        i++;
        while (i < c.size && c.text[i] == '0')
            i++;
    }
    if (i != c.size)
        return false;
    *out = minus ? -(int64_t)n : (int64_t)n;
    return true;
}

/* ---- concepts ---- */

static size_t slot_of(const dictionary *d, int64_t id)
{
    uint64_t h = (uint64_t)id * 0x9E3779B97F4A7C15u;

    return (size_t)(h ^ h >> 29) & d->mask;
}

static bool grow(dictionary *d)
{
    size_t size = d->list ? (d->mask + 1) * 2 : 1024;
    omop_concept *old = d->list;
    size_t old_size = d->list ? d->mask + 1 : 0;
    omop_concept *list = calloc(size, sizeof *list);

    if (!list)
        return false;
    d->list = list;
    d->mask = size - 1;
    for (size_t i = 0; i < old_size; i++)
        if (old[i].id) {
            size_t at = slot_of(d, old[i].id);

            while (list[at].id)
                at = (at + 1) & d->mask;
            list[at] = old[i];
        }
    free(old);
    return true;
}

omop_concept *dictionary_find(const dictionary *d, int64_t id)
{
    if (!d->list || !id)
        return NULL;
    for (size_t at = slot_of(d, id); d->list[at].id; at = (at + 1) & d->mask)
        if (d->list[at].id == id)
            return &d->list[at];
    return NULL;
}

omop_concept *dictionary_entry(dictionary *d, int64_t id)
{
    omop_concept *found = dictionary_find(d, id);
    size_t at;

    if (found || !id)
        return found;
    if ((!d->list || d->count * 2 > d->mask) && !grow(d))
        return NULL;
    for (at = slot_of(d, id); d->list[at].id; at = (at + 1) & d->mask)
        continue;
    d->list[at].id = id;
    d->count++;
    return &d->list[at];
}

static const char *kept(dictionary *d, table_cell c)
{
    return c.size ? arena_text(d->arena, c.text, c.size) : NULL;
}

void dictionary_add_concept(dictionary *d, const omop_row *row)
{
    table_cell vocabulary = row->cell[COL_VOCABULARY], code = row->cell[COL_CODE];
    omop_concept *one;
    code_sense sense;
    int64_t id;

    if (!omop_number(row->cell[COL_ID], &id) || !id)
        return;
    one = dictionary_find(d, id);
    if (!one && d->wanted_only) {
        code_system s = code_system_find(vocabulary.text, vocabulary.size);

        if (s == CODE_UNKNOWN || !lexicon_code(d->lx, s, code.text, code.size, &sense))
            return;
    }
    if (!one)
        one = dictionary_entry(d, id);
    if (!one || one->code)
        return;
    one->vocabulary = kept(d, vocabulary);
    one->code = kept(d, code);
    one->name = kept(d, row->cell[COL_NAME]);
    one->domain = kept(d, row->cell[COL_DOMAIN]);
}

void dictionary_add_ancestor(dictionary *d, const omop_row *row)
{
    int64_t concept_id, ancestor, levels = 0;

    if (!omop_number(row->cell[COL_ID], &concept_id) ||
        !omop_number(row->cell[COL_CONCEPT], &ancestor) || concept_id == ancestor ||
        !(d->wanted_only ? dictionary_find(d, concept_id) : dictionary_entry(d, concept_id)))
        return;
    omop_number(row->cell[COL_LEVELS], &levels);
    if (arena_grow(d->arena, (void **)&d->ancestors, d->ancestor_count, &d->ancestor_room,
                   sizeof *d->ancestors))
        d->ancestors[d->ancestor_count++] =
            (omop_ancestor){concept_id, ancestor, levels > INT_MAX ? INT_MAX : (int)levels};
}

static int compare_ancestors(const void *a, const void *b)
{
    const omop_ancestor *x = a, *y = b;

    if (x->concept != y->concept)
        return x->concept < y->concept ? -1 : 1;
    if (x->levels != y->levels)
        return x->levels < y->levels ? -1 : 1;
    return x->ancestor < y->ancestor ? -1 : x->ancestor > y->ancestor;
}

void dictionary_settle(dictionary *d)
{
    if (d->ancestor_count)
        qsort(d->ancestors, d->ancestor_count, sizeof *d->ancestors, compare_ancestors);
    for (size_t i = 0, j; i < d->ancestor_count; i = j) {
        omop_concept *one = dictionary_find(d, d->ancestors[i].concept);

        for (j = i; j < d->ancestor_count && d->ancestors[j].concept == d->ancestors[i].concept;
             j++)
            continue;
        if (one) {
            one->first_ancestor = i;
            one->ancestors = j - i;
        }
    }
}

/* ---- rows ---- */

void omop_refuse(omop *o, const eligo_error *e)
{
    if (o->told++ < LIMIT_REPORTS)
        source_refuse(o->reader, e);
    else
        o->reader->refused++;
}

bool omop_date(table_cell c, date *out)
{
    char text[10];
    int64_t n;

    *out = date_none();
    if (c.size == 8 && omop_number(c, &n)) {
        memcpy(text, c.text, 4);
        text[4] = text[7] = '-';
        memcpy(text + 5, c.text + 4, 2);
        memcpy(text + 8, c.text + 6, 2);
        if (!date_parse(text, sizeof text, out))
            *out = date_none();
    } else if (!c.size || !date_parse(c.text, c.size, out))
        *out = date_none();
    if (c.size >= 16 && memcmp(c.text + 11, "00:00", 5) == 0)
        out->instant = INSTANT_NONE;
    return date_known(*out);
}

bool omop_check(omop *o, const omop_row *row, const char *file,
                void (*place)(void *context, omop_column c, eligo_error *e), void *context)
{
    static const omop_column dates[] = {COL_START, COL_START_TIME, COL_END, COL_VERBATIM_END};
    static const omop_column numbers[] = {COL_NUMBER, COL_LOW, COL_HIGH};
    static const omop_column whole[] = {
        COL_CONCEPT, COL_SOURCE_CONCEPT, COL_VALUE_CONCEPT, COL_UNIT,      COL_OPERATOR,
        COL_TYPE,    COL_STATUS,         COL_ROUTE,         COL_QUALIFIER, COL_EVENT_FIELD};
    static const omop_column counts[] = {COL_YEAR, COL_MONTH, COL_DAY, COL_SUPPLY, COL_EVENT};
    const char *what = NULL;
    omop_column wrong = COL_PERSON;
    int64_t n;
    double x;
    date d;

    if (!omop_number(row->cell[COL_PERSON], &n)) {
        wrong = COL_PERSON;
        what = "is no person's number; the row was left out";
    }
    for (size_t i = 0; !what && i < sizeof dates / sizeof *dates; i++)
        if (row->cell[dates[i]].size && !omop_date(row->cell[dates[i]], &d)) {
            wrong = dates[i];
            what = "is no date (YYYY-MM-DD); the row was read without it";
        }
    if (!what && !row->cell[COL_START].size && columns[row->table][COL_START] &&
        row->table != OMOP_PERIOD && row->table != OMOP_DEATH) {
        wrong = COL_START;
        what = "has to be a date (YYYY-MM-DD); the row was read without it";
    }
    for (size_t i = 0; !what && i < sizeof numbers / sizeof *numbers; i++)
        if (row->cell[numbers[i]].size &&
            !result_plain_number(row->cell[numbers[i]].text, row->cell[numbers[i]].size, &x)) {
            wrong = numbers[i];
            what = "is no number; the row was read without it";
        }
    for (size_t i = 0; !what && i < sizeof whole / sizeof *whole; i++)
        if (row->cell[whole[i]].size && !omop_number(row->cell[whole[i]], &n)) {
            wrong = whole[i];
            what = "is no concept id; the row was read without it";
        }
    for (size_t i = 0; !what && i < sizeof counts / sizeof *counts; i++)
        if (row->cell[counts[i]].size && !omop_number(row->cell[counts[i]], &n)) {
            wrong = counts[i];
            what = "is no whole number; the row was read without it";
        }
    if (what) { /* without the cell: a log is no place for a patient's data */
        table_cell id = row->cell[COL_ID];
        eligo_error e = {0};

        error_set(&e, ELIGO_EPARSE, file, "%s%s%.*s: %s %s", tables[row->table], id.size ? "/" : "",
                  (int)(id.size < 30 ? id.size : 30), id.size ? id.text : "",
                  columns[row->table][wrong], what);
        if (place)
            place(context, wrong, &e);
        omop_refuse(o, &e);
    }
    o->reader->astray += wrong == COL_PERSON && what;
    return wrong != COL_PERSON || !what;
}

/* ---- the reader ---- */

/* What is kept of concepts, for all patients. */
static bool concepts_hold(omop *o, eligo_error *err)
{
    if (!arena_failed(o->concepts.arena))
        return true;
    if (arena_full(o->concepts.arena))
        error_set(err, ELIGO_ELIMIT, o->name,
                  "its vocabulary needs more than %zu MiB; keep only the concepts that are in use",
                  (size_t)LIMIT_CONCEPTS_ARENA >> 20);
    else
        error_memory(err, o->name);
    return false;
}

static eligo_code next(reader *r, patient *p, eligo_error *err)
{
    omop *o = r->state;

    for (;;) {
        omop_record record = {.o = o, .p = p};
        eligo_error failed = {0};
        table_cell id;
        omop_row row;
        eligo_code code;

        arena_reset(o->arena);
        code = o->source.person(o, &id, err);
        if (code != ELIGO_OK)
            return code;
        patient_begin(p, o->arena, r->lx, arena_text(o->arena, id.text, id.size));
        p->file = o->name;
        while ((code = o->source.row(o, &row, err)) == ELIGO_OK)
            omop_read(&record, &row);
        if (code != ELIGO_END)
            return code;
        omop_finish(&record);
        if (o->cut) {
            p->incomplete = true;
            patient_note(p, arena_printf(p->arena,
                                         "%s could not be read to its end; what it says of "
                                         "this patient is not known",
                                         file_name(o->cut)));
        }
        if (!concepts_hold(o, err))
            return err ? err->code : ELIGO_ENOMEM;
        if (!arena_failed(p->arena))
            return ELIGO_OK;
        if (!arena_full(p->arena))
            return error_memory(err, o->name);
        error_set(&failed, ELIGO_ELIMIT, o->name,
                  "the record of person %s needs more than %zu MiB; it was left out",
                  p->id ? p->id : "", (size_t)LIMIT_PATIENT_ARENA >> 20);
        omop_refuse(o, &failed);
    }
}

static void close_(reader *r)
{
    omop *o = r->state;

    if (o->source.close)
        o->source.close(o);
    arena_delete(o->concepts.arena);
    arena_delete(o->arena);
    free(o->concepts.list);
    free(o->name);
    free(o);
}

bool omop_is_connection(const char *path)
{
    return strncmp(path, "postgresql://", 13) == 0 || strncmp(path, "postgres://", 11) == 0 ||
           (strstr(path, "dbname=") && !strchr(path, '/')) || strncmp(path, "host=", 5) == 0 ||
           strncmp(path, "service=", 8) == 0;
}

bool omop_is_database(const char *head, size_t size)
{
    return size >= 16 && memcmp(head, "SQLite format 3", 16) == 0;
}

bool omop_open(reader *r, const char *path, eligo_error *err)
{
    omop *o = calloc(1, sizeof *o);
    struct stat st;
    bool opened = false;

    if (o) {
        o->reader = r;
        o->arena = arena_new(LIMIT_PATIENT_ARENA);
        o->concepts.arena = arena_new(LIMIT_CONCEPTS_ARENA);
        o->concepts.lx = r->lx;
        r->state = o;
        r->next = next;
        r->close = close_;
    }
    if (!o || !o->arena || !o->concepts.arena)
        error_memory(err, NULL);
    else if (omop_is_connection(path))
        opened = omop_postgres_open(o, path, err);
    else if (!(o->name = strdup(path)))
        error_memory(err, path);
    else if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
        opened = omop_csv_open(o, path, err);
    else
        opened = omop_sqlite_open(o, path, err);
    if (opened)
        opened = concepts_hold(o, err);
    if (opened)
        dictionary_settle(&o->concepts);
    else if (o)
        close_(r);
    return opened;
}
