/* Text that grows, with a maximum. Failure is sticky as in an arena: what does not fit, or for
 * which there is no memory, is dropped, and buffer_failed() says so. */
#ifndef ELIGO_BASE_BUFFER_H
#define ELIGO_BASE_BUFFER_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

typedef struct buffer {
    char *data; /* NUL-terminated where not NULL */
    size_t size, capacity, maximum;
    bool failed;
} buffer;

/* Ready for use, empty. `maximum` in bytes; 0: none but memory. */
void buffer_init(buffer *b, size_t maximum);
/* Gives its memory back; the buffer is as after buffer_init. */
void buffer_free(buffer *b);
void buffer_clear(buffer *b);
/* Makes room for so many bytes behind what is there; false: it has none. */
bool buffer_room(buffer *b, size_t more);
void buffer_add(buffer *b, const char *data, size_t size);
void buffer_puts(buffer *b, const char *text);
void buffer_putc(buffer *b, char c);
void buffer_printf(buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_vprintf(buffer *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
/* The shortest decimal that reads back as the same double, without exponent for ordinary values,
 * independent of the locale: 0.1, 18, 1.5e-09. NaN and infinities are written as null. */
void buffer_number(buffer *b, double value);
/* The same into `out` (at least 32 bytes); returns out. */
char *number_text(double value, char out[32]);
/* A number as a person reads it: at most `digits` significant digits, no exponent below 1e15. */
char *number_rounded(double value, int digits, char out[32]);

#endif
