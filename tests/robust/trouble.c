#include "tests/robust/trouble.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { TOLD = 100 }; /* at most, so that one cause does not fill the screen */

static size_t count;

void trouble(const char *format, ...)
{
    va_list args;

    if (count++ >= TOLD)
        return;
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    putchar('\n');
}

size_t troubles(void)
{
    return count;
}

_Noreturn void stop(const char *what)
{
    perror(what);
    exit(4);
}
