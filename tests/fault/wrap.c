#include "tests/fault/wrap.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__real_aligned_alloc(size_t unit, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__wrap_aligned_alloc(size_t unit, size_t size);
char *__real_strdup(const char *text);
char *__wrap_strdup(const char *text);
int __wrap_asprintf(char **out, const char *format, ...) __attribute__((format(printf, 2, 3)));

static struct {
    long left; /* negative: none fails */
    bool on, hit;
} fault = {-1, false, false};

static bool fails(void)
{
    if (fault.left < 0)
        return false;
    if (fault.left > 0) {
        fault.left--;
        return false;
    }
    fault.hit = true;
    errno = ENOMEM;
    if (!fault.on)
        fault.left = -1;
    return true;
}

void wrap_fail(long n, bool on)
{
    fault.left = n;
    fault.on = on;
    fault.hit = false;
}

bool wrap_stop(void)
{
    fault.left = -1;
    return fault.hit;
}

void *__wrap_malloc(size_t size)
{
    return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return fails() ? NULL : __real_realloc(old, size);
}

void *__wrap_aligned_alloc(size_t unit, size_t size)
{
    return fails() ? NULL : __real_aligned_alloc(unit, size);
}

char *__wrap_strdup(const char *text)
{
    return fails() ? NULL : __real_strdup(text);
}

int __wrap_asprintf(char **out, const char *format, ...)
{
    va_list args;
    int n = -1;

    if (!fails()) {
        va_start(args, format);
        n = vasprintf(out, format, args);
        va_end(args);
    }
    return n;
}
