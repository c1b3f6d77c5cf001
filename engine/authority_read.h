/* What the readers of single forms share (engine/authority.c): the files of a form, their lines cut
 * into fields, and the listener. */
#ifndef ELIGO_ENGINE_AUTHORITY_READ_H
#define ELIGO_ENGINE_AUTHORITY_READ_H

#include "engine/authority.h"
#include "engine/base/error.h"
#include "patients/input.h"

enum { AUTHORITY_FIELDS = 96, AUTHORITY_FILES = 4 };

typedef struct authority_reader {
    const authority_listener *to;
    eligo_error *err;
    const char *path; /* of the file that is read */
    arena *scratch;   /* emptied before each line */
    arena *kept;      /* for the whole file */
    bool stopped;
    /* the line */
    const char *field[AUTHORITY_FIELDS];
    size_t fields, line;
    /* the file's own */
    char sign;                    /* between fields */
    int column[AUTHORITY_FIELDS]; /* where the columns asked for are; -1: not there */
    bool headed;
    void *state;
} authority_reader;

/* One line; `text` is NUL-terminated and the scratch's. False: the file is no such file; *err. */
typedef bool authority_line(authority_reader *r, char *text, size_t size);

typedef struct authority_file {
    const char *name;                 /* in a folder; letter case does not count */
    const char *inside[3];            /* folders in which it may lie, "" itself */
    const char *const *columns;       /* asked for; NULL: the file has no header */
    authority_line *line;             /* with the fields cut, where it has columns or RRF's bars */
    bool (*end)(authority_reader *r); /* behind the last line; may be NULL */
    bool (*all)(authority_reader *r); /* instead of lines: reads r->path by itself; may be NULL */
    bool needed;
    bool whole; /* what a line says depends on those before: read from its beginning, always */
    char sign;  /* between fields; 0: see columns' header */
} authority_file;

extern const authority_file authority_athena[], authority_icd10cm[], authority_loinc[],
    authority_rxnorm[], authority_obo[]; /* ended by a NULL name */

/* Tells the listener; false: it said stop. */
bool authority_tell(authority_reader *r, const authority_fact *f);
bool authority_wanted(authority_reader *r, const char *id);
/* Cuts a line into r->field at r->sign; a field in quotes may hold the sign, and "" for a quote. */
void authority_cut(authority_reader *r, char *text, size_t size);
/* The field in the column asked for, "" where it is not there. */
const char *authority_field(const authority_reader *r, int column);

#endif
