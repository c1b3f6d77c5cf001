#include "engine/base/buffer.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_init(buffer *b, size_t maximum)
{
    *b = (buffer){.maximum = maximum ? maximum : SIZE_MAX / 2};
}

void buffer_free(buffer *b)
{
    free(b->data);
    buffer_init(b, b->maximum);
}

void buffer_clear(buffer *b)
{
    b->size = 0;
    b->failed = false;
    if (b->data)
        b->data[0] = 0;
}

bool buffer_room(buffer *b, size_t more)
{
    size_t want = b->capacity ? b->capacity : 256;
    char *p;

    if (b->failed || more >= b->maximum - b->size) {
        b->failed = true;
        return false;
    }
    if (b->size + more < b->capacity)
        return true;
    while (want <= b->size + more)
        want *= 2;
    p = realloc(b->data, want);
    if (!p) {
        b->failed = true;
        return false;
    }
    b->data = p;
    b->capacity = want;
    return true;
}

/* Most of what is added are a sign or a short word. */
static void copy_few(char *to, const char *from, size_t size)
{
    if (size >= 8) {
        memcpy(to, from, 8);
        memcpy(to + size - 8, from + size - 8, 8);
    } else if (size >= 4) {
        memcpy(to, from, 4);
        memcpy(to + size - 4, from + size - 4, 4);
    } else
        for (size_t i = 0; i < size; i++)
            to[i] = from[i];
}

void buffer_add(buffer *b, const char *data, size_t size)
{
    if ((b->failed || size >= b->capacity - b->size || size >= b->maximum - b->size) &&
        !buffer_room(b, size))
        return;
    if (size <= 16)
        copy_few(b->data + b->size, data, size);
    else
        memcpy(b->data + b->size, data, size);
    b->size += size;
    b->data[b->size] = 0;
}

void buffer_puts(buffer *b, const char *text)
{
    buffer_add(b, text, strlen(text));
}

void buffer_putc(buffer *b, char c)
{
    buffer_add(b, &c, 1);
}

void buffer_vprintf(buffer *b, const char *format, va_list args)
{
    va_list again;
    int n;

    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (n < 0)
        b->failed = true;
    else if (buffer_room(b, (size_t)n)) {
        vsnprintf(b->data + b->size, (size_t)n + 1, format, args);
        b->size += (size_t)n;
    }
}

void buffer_printf(buffer *b, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    buffer_vprintf(b, format, args);
    va_end(args);
}

/* printf writes the locale's decimal sign: a library cannot know which one its caller has set. */
static void point(char *text)
{
    for (; *text; text++)
        if (*text == ',')
            *text = '.';
}

char *number_text(double value, char out[32])
{
    if (!isfinite(value)) {
        memcpy(out, "null", 5);
        return out;
    }
    if (value == 0)
        value = 0; /* no "-0" */
    if (fabs(value) < 1e15 && value == floor(value)) {
        snprintf(out, 32, "%.0f", value);
        return out;
    }
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(out, 32, "%.*g", digits, value);
        if (strtod(out, NULL) == value)
            break;
    }
    point(out);
    return out;
}

char *number_rounded(double value, int digits, char out[32])
{
    char text[32];

    snprintf(text, sizeof text, "%.*g", digits < 1 ? 1 : digits > 15 ? 15 : digits, value);
    return number_text(strtod(text, NULL), out);
}

void buffer_number(buffer *b, double value)
{
    char text[32];

    buffer_puts(b, number_text(value, text));
}
