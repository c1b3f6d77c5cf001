/* A table with one row a patient: what its columns mean, and how their cells are written. */
#ifndef ELIGO_PATIENTS_CSV_H
#define ELIGO_PATIENTS_CSV_H

#include "patients/result.h"
#include "patients/source.h"
#include "patients/table.h"

typedef enum csv_role {
    CSV_UNKNOWN, /* not understood, or more than one thing */
    CSV_IGNORED,
    CSV_ID,
    CSV_DATE, /* of the row: when it was so */
    CSV_BIRTH,
    CSV_AGE,
    CSV_SEX,
    CSV_DECEASED,
    CSV_CONDITIONS, /* lists of codes or names */
    CSV_MEDICATIONS,
    CSV_ALLERGIES,
    CSV_QUANTITY, /* `concept`, in `unit` */
    CSV_THING,    /* `concept`: yes, no, or since when */
    CSV_DATE_OF   /* when the column `of` was taken, or when the thing `concept` began */
} csv_role;

typedef struct csv_column {
    const char *name; /* as printed */
    csv_role role;
    const concept *concept;
    const char *unit, *unit_text; /* UCUM, and as it stands in the header; NULL: none */
    code_system system;           /* of a list of codes, where the header says it */
    bool history, family, current;
    size_t of;       /* a column plus one; 0: none */
    const char *why; /* of CSV_UNKNOWN: what is wrong */
    /* how cells are written, as far as the whole column tells */
    bool day_first, month_first, decimal_comma, thousands;
} csv_column;

/* What a header means. Texts live in `a`. */
void csv_understand(const lexicon *lx, arena *a, const char *name, size_t size, csv_column *out);
/* The same by the words of a mapping file: a role ("patient_id", "date", "conditions", "ignore"),
 * or the id of a concept. False: neither. */
bool csv_assign(const lexicon *lx, arena *a, const char *meaning, size_t size, csv_column *out);
/* Gives each date column its column; of two ids or births none is guessed. */
void csv_relate(csv_column *list, size_t count);

/* A cell of a date column. `serial`: a spreadsheet's number of days may stand there. */
bool csv_date(const csv_column *c, table_cell cell, bool serial, date *out);
/* Looks at a cell for the order of days and months, and for decimal commas. */
void csv_learn(csv_column *c, table_cell cell);

typedef enum csv_answer { CSV_NOTHING, CSV_YES, CSV_NO, CSV_OTHER } csv_answer;
csv_answer csv_answer_of(table_cell cell);

#endif
