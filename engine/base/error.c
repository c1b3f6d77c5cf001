#include "engine/base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static bool begin(eligo_error *e, eligo_code code, const char *file)
{
    if (!e || e->code != ELIGO_OK)
        return false;
    memset(e, 0, sizeof *e);
    e->code = code;
    snprintf(e->file, sizeof e->file, "%s", file ? file : "");
    return true;
}

/* A message may quote an input: no control character of it may reach a terminal. */
static void printable(char *text)
{
    for (unsigned char *p = (unsigned char *)text; *p; p++)
        if (*p < 32 || *p == 127)
            *p = '?';
}

eligo_code error_set(eligo_error *e, eligo_code code, const char *file, const char *format, ...)
{
    va_list args;

    if (begin(e, code, file)) {
        va_start(args, format);
        vsnprintf(e->message, sizeof e->message, format, args);
        va_end(args);
        printable(e->message);
    }
    return code;
}

void error_place(const char *text, size_t size, size_t offset, size_t *line, size_t *column)
{
    const char *p = text, *at = text + (offset < size ? offset : size), *nl;

    *line = 1;
    while ((nl = memchr(p, '\n', (size_t)(at - p)))) {
        ++*line;
        p = nl + 1;
    }
    *column = (size_t)(at - p) + 1;
}

eligo_code error_at(eligo_error *e, eligo_code code, const char *file, const char *text,
                    size_t size, size_t offset, const char *format, ...)
{
    va_list args;

    if (begin(e, code, file)) {
        va_start(args, format);
        vsnprintf(e->message, sizeof e->message, format, args);
        va_end(args);
        printable(e->message);
        error_place(text, size, offset, &e->line, &e->column);
        e->span = (eligo_span){offset, offset};
    }
    return code;
}

eligo_code error_system(eligo_error *e, eligo_code code, const char *file)
{
    int number = errno;

    if (number == ENOMEM)
        code = ELIGO_ENOMEM;
    return error_set(e, code, file, "%s", strerror(number));
}

eligo_code error_memory(eligo_error *e, const char *file)
{
    return error_set(e, ELIGO_ENOMEM, file, "out of memory");
}

char *error_text(const eligo_error *e, char *out, size_t size)
{
    if (e->line)
        snprintf(out, size, "%s:%zu:%zu: %s", e->file, e->line, e->column, e->message);
    else
        snprintf(out, size, "%s: %s", e->file[0] ? e->file : "eligo", e->message);
    return out;
}
