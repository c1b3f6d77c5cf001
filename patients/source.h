/* What a format's reader is to reader.c: how OMOP and CSV come in beside FHIR. */
#ifndef ELIGO_PATIENTS_SOURCE_H
#define ELIGO_PATIENTS_SOURCE_H

#include "patients/input.h"
#include "patients/reader.h"
#include "patients/unread.h"

struct reader {
    const lexicon *lx;
    reader_report *report;
    void *context;
    size_t refused, read;
    size_t astray; /* of those refused: nobody can tell whose they are */
    unread unread;
    void *state; /* the format's own */
    eligo_code (*next)(reader *r, patient *p, eligo_error *err);
    void (*close)(reader *r);
};

/* Opens as FHIR R4: `in` (taken over, also on failure) is the one file or standard input; NULL:
 * `path` is a folder. Fills state, next and close. False: *err. */
bool fhir_open(reader *r, const char *path, input *in, eligo_error *err);

/* Opens as OMOP CDM: a folder of tables, a SQLite file, or a PostgreSQL connection (a URI, or
 * "host=... dbname=..."). */
bool omop_open(reader *r, const char *path, eligo_error *err);
/* Does the path, or what the folder, or the file that begins with head, holds, look like OMOP? */
bool omop_is_connection(const char *path);
bool omop_is_folder(const char *path, eligo_error *err);
bool omop_is_database(const char *head, size_t size);

/* Opens a table with one row a patient; `in` is taken over. */
bool csv_open(reader *r, const char *path, input *in, const reader_options *options,
              eligo_error *err);

/* Counts a refused record and tells of it. */
void source_refuse(reader *r, const eligo_error *e);

#endif
