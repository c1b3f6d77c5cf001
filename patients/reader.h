/* Records in, patients out, one at a time. One interface for all formats. */
#ifndef ELIGO_PATIENTS_READER_H
#define ELIGO_PATIENTS_READER_H

#include "patients/fact.h"

/* Told of each record that could not be read; the reader goes on with the next. With the code
 * ELIGO_OK it is a note: nothing failed, but somebody should know (a column that is not used). */
typedef void reader_report(const eligo_error *err, void *context);

typedef struct reader reader;

/* Opens a file, a folder or "-", and finds out what it holds (FHIR Bundle, NDJSON, Bulk Data
 * folder, a folder of bundles, OMOP tables or database, CSV with one row a patient). NULL: *err. */
reader *reader_open(const char *path, const lexicon *lx, reader_report *report, void *context,
                    eligo_error *err);
typedef struct reader_options {
    const char *columns; /* a table (column, meaning, unit) that says what columns of a CSV file
                            mean; NULL: by their names */
} reader_options;
/* The same with options; NULL: none. */
reader *reader_open_with(const char *path, const lexicon *lx, const reader_options *options,
                         reader_report *report, void *context, eligo_error *err);
/* The next patient into *p (its arena is the reader's own and is reset by the next call). ELIGO_OK;
 * ELIGO_END after the last; another code where reading cannot go on (*err). */
eligo_code reader_next(reader *r, patient *p, eligo_error *err);
/* Records that were refused so far (each was reported, up to LIMIT_REPORTS a file). */
size_t reader_refused(const reader *r);
size_t reader_read(const reader *r);
/* Of those refused: too damaged to tell whose they are. */
size_t reader_astray(const reader *r);
/* What was passed over because nothing here reads it: "3 DocumentReference"; "" nothing. */
const char *reader_unread(reader *r);
void reader_close(reader *r);

#endif
