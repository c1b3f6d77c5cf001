/* Tables as text: rows of cells, separated by tab, comma, semicolon or bar, with quotes, plain or
 * gzip. The library behind it is libcsv; what it does not do is here: which separator it is,
 * places, limits, and going on behind a damaged row. */
#ifndef ELIGO_PATIENTS_TABLE_H
#define ELIGO_PATIENTS_TABLE_H

#include "patients/input.h"

typedef struct table_cell {
    const char *text; /* not NUL-terminated; blanks around it are taken off */
    size_t size;
} table_cell;

typedef struct table_row {
    const table_cell *cells; /* as many as the header has; valid until the next call */
    size_t count, line;      /* line: where the row begins, from 1 */
} table_row;

typedef struct table table;

/* Reads from `in`, which it takes over (also on failure). The first row that is not blank is the
 * header; lines with one filled cell above a row with more are a title. NULL: *err (no header,
 * UTF-16, more than LIMIT_COLUMNS columns). */
table *table_open(input *in, eligo_error *err);
void table_close(table *t);
const char *table_name(const table *t);
char table_separator(const table *t);
const table_row *table_header(const table *t);
/* The next row. ELIGO_OK; ELIGO_END; ELIGO_EPARSE or ELIGO_ELIMIT: this row is damaged (*err says
 * how, with its place) and was passed over, go on; another code: the rest cannot be read. Blank
 * rows are passed over. Where a quote is not closed, reading goes on with the line behind the one
 * that it stands in. */
eligo_code table_next(table *t, table_row *out, eligo_error *err);
/* Sets line and column of *e to cell `i` of the row that was read last. */
void table_place(const table *t, size_t i, eligo_error *e);

#endif
