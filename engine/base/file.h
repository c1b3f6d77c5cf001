/* Whole files in, whole files out. */
#ifndef ELIGO_BASE_FILE_H
#define ELIGO_BASE_FILE_H

#include "engine/eligo.h"

/* The bytes of `path` ("-": standard input), in memory of their own with `padding` zero bytes
 * behind them (free() it). NULL on failure: cannot be opened, a directory, more than `maximum`
 * bytes. */
char *file_read(const char *path, size_t maximum, size_t padding, size_t *size, eligo_error *err);

/* Makes `data` the contents of `path`, whole or not at all. On failure *err names `path`, which is
 * as it was, with nothing left beside it. */
eligo_code file_replace(const char *path, const void *data, size_t size, eligo_error *err);

/* The last part of a path. */
const char *file_name(const char *path);

#endif
