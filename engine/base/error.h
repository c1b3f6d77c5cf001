/* Filling an eligo_error. The first error wins: an error that is already set is not overwritten. */
#ifndef ELIGO_BASE_ERROR_H
#define ELIGO_BASE_ERROR_H

#include "engine/eligo.h"

/* Sets *e (which may be NULL) where nothing is set yet; returns `code`. */
eligo_code error_set(eligo_error *e, eligo_code code, const char *file, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same at a place: `offset` of `text`, from which line and column are worked out. */
eligo_code error_at(eligo_error *e, eligo_code code, const char *file, const char *text,
                    size_t size, size_t offset, const char *format, ...)
    __attribute__((format(printf, 7, 8)));
/* errno's message about `file`, with ELIGO_EREAD or ELIGO_EWRITE. */
eligo_code error_system(eligo_error *e, eligo_code code, const char *file);
eligo_code error_memory(eligo_error *e, const char *file);
/* Line and column of a byte, both from 1; the column counts bytes. */
void error_place(const char *text, size_t size, size_t offset, size_t *line, size_t *column);
/* "file:line:column: message", as it is printed; returns out. */
char *error_text(const eligo_error *e, char *out, size_t size);

#endif
