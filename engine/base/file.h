/* Whole files in, whole files out. */
#ifndef ELIGO_BASE_FILE_H
#define ELIGO_BASE_FILE_H

#include "engine/eligo.h"

#include <stdio.h>

/* The bytes of `path` ("-": standard input), in memory of their own with `padding` zero bytes
 * behind them (free() it). NULL on failure: cannot be opened, a directory, more than `maximum`
 * bytes. */
char *file_read(const char *path, size_t maximum, size_t padding, size_t *size, eligo_error *err);

/* Makes `data` the contents of `path`, whole or not at all. On failure *err names `path`, which is
 * as it was, with nothing left beside it. */
eligo_code file_replace(const char *path, const void *data, size_t size, eligo_error *err);

/* The same for what comes piece by piece, so that not all of it has to be in memory: it goes to a
 * file without a name, where the system has such (so that nothing is left of a run that is killed),
 * else to one beside `path`. NULL as path: standard output, as it comes. */
typedef struct file_out file_out;
file_out *file_out_open(const char *path, eligo_error *err);
eligo_code file_out_write(file_out *o, const void *data, size_t size, eligo_error *err);
/* Sends what waits on its way. */
eligo_code file_out_flush(file_out *o, eligo_error *err);
/* `keep`: the file is put in its place; else it is as it was. Frees the rest (NULL is allowed). */
eligo_code file_out_close(file_out *o, bool keep, eligo_error *err);

/* A file without a name, to write to and read again, in the folder that TMPDIR names (else /tmp);
 * nothing is left of it, however the program ends. NULL: errno says why. */
FILE *file_temporary(void);

enum { FILE_SUM = 65 };
/* SHA-256 (FIPS 180-4) of bytes, in hexadecimal, with its NUL. */
void file_sum(const char *bytes, size_t size, char out[FILE_SUM]);

/* The last part of a path. */
const char *file_name(const char *path);

#endif
