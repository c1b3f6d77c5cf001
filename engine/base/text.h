/* UTF-8 and small things about text. (ptr, size) everywhere: an input may contain NUL bytes. */
#ifndef ELIGO_BASE_TEXT_H
#define ELIGO_BASE_TEXT_H

#include "engine/base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* How many bytes from the start are valid UTF-8 (== size: all). */
size_t utf8_valid(const char *text, size_t size);
/* The text with each invalid byte as U+FFFD. */
void utf8_mend(buffer *out, const char *text, size_t size);
/* The code point at text[0] and its length in *used (at least 1; an invalid byte is 0xFFFD, 1). */
uint32_t utf8_decode(const char *text, size_t size, size_t *used);
/* Writes a code point; returns the number of bytes (1 to 4). */
size_t utf8_encode(uint32_t point, char out[4]);
/* A code point without case, accents and compatibility forms: up to `room` code points of ASCII or
 * other letters (U+2462 gives '3', e acute gives 'e', the roman numeral three 'iii'); the count.
 * Greek letters stay Greek (lower case), the micro sign becomes Greek mu. */
size_t utf8_fold(uint32_t point, uint32_t *out, size_t room);

/* Without ASCII case. Here, because most comparisons end at the first letter. */
static inline char text_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* A letter of ASCII? */
static inline bool text_is_letter(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* A blank or a line end? */
static inline bool text_is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Up to eight bytes as a number, the first one lowest, the same on every machine: tables are built
 * where they may not be read. */
static inline uint64_t text_bytes(const char *at, size_t size)
{
    uint64_t x = 0;

    memcpy(&x, at, size);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    return x;
}

/* The same of up to eight bytes whose number is not known when this is compiled. */
static inline uint64_t text_few_bytes(const char *at, size_t size)
{
    const unsigned char *b = (const unsigned char *)at;

    if (size >= 4)
        return text_bytes(at, 4) | text_bytes(at + size - 4, 4) << 8 * (size - 4);
    if (!size)
        return 0;
    return (uint64_t)b[0] | (uint64_t)b[size / 2] << 8 * (size / 2) |
           (uint64_t)b[size - 1] << 8 * (size - 1);
}

/* Eight bytes of such a number, to `at`. */
static inline void text_put_bytes(char *at, uint64_t x)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    memcpy(at, &x, sizeof x);
}

#define TEXT_EACH(byte) ((uint64_t)(byte)*0x0101010101010101u)

/* Which of eight bytes lie between two ASCII characters (both included): 0x80 in each, 0 in the
 * others. */
static inline uint64_t text_between(uint64_t x, unsigned char first, unsigned char last)
{
    uint64_t low = x & TEXT_EACH(0x7F);

    return (low + TEXT_EACH(0x80 - first)) & ~(low + TEXT_EACH(0x7F - last)) & ~x & TEXT_EACH(0x80);
}

/* Is none of eight bytes below `least`, which is 0x80 at most? */
static inline bool text_none_below(uint64_t x, unsigned char least)
{
    return !((x - TEXT_EACH(least)) & ~x & TEXT_EACH(0x80));
}

/* Is one of eight bytes `c`? */
static inline bool text_has_byte(uint64_t x, char c)
{
    uint64_t zero = x ^ TEXT_EACH((unsigned char)c);

    return (zero - TEXT_EACH(1)) & ~zero & TEXT_EACH(0x80);
}

/* How many ASCII letters and digits stand at `at`, eight at a time. */
static inline size_t text_word_size(const char *at, size_t room)
{
    for (size_t n = 0;; n += 8) {
        uint64_t x = room - n >= 8 ? text_bytes(at + n, 8) : text_few_bytes(at + n, room - n);
        uint64_t other =
            ~(text_between(x | TEXT_EACH(0x20), 'a', 'z') | text_between(x, '0', '9')) &
            TEXT_EACH(0x80);

        if (other)
            return n + (size_t)__builtin_ctzll(other) / 8;
    }
}

/* Eight bytes in lower case. */
static inline uint64_t text_lower_bytes(uint64_t x)
{
    return x | text_between(x, 'A', 'Z') >> 2;
}

/* `size` bytes in lower case to `to`. */
static inline void text_lower_copy(char *to, const char *from, size_t size)
{
    size_t i = 0;

    for (; i + 8 <= size; i += 8)
        text_put_bytes(to + i, text_lower_bytes(text_bytes(from + i, 8)));
    for (; i < size; i++)
        to[i] = text_lower(from[i]);
}

static inline bool text_starts_nocase(const char *a, size_t a_size, const char *prefix)
{
    for (size_t i = 0; prefix[i]; i++)
        if (i == a_size || text_lower(a[i]) != text_lower(prefix[i]))
            return false;
    return true;
}

/* Are two texts the same? Most are told by their first letter. */
static inline bool text_is(const char *a, const char *b)
{
    return *a == *b && strcmp(a, b) == 0;
}

static inline bool text_equal_nocase(const char *a, size_t a_size, const char *b)
{
    size_t i = 0;

    for (; i < a_size; i++)
        if (!b[i] || text_lower(a[i]) != text_lower(b[i]))
            return false;
    return !b[i];
}

/* Is it one of a list that ends in NULL, case aside? */
static inline bool text_is_any(const char *text, size_t size, const char *const *list)
{
    while (*list && !text_equal_nocase(text, size, *list))
        list++;
    return *list != NULL;
}

/* Does it begin with one of them, case aside? */
static inline bool text_starts_any(const char *text, size_t size, const char *const *list)
{
    while (*list && !text_starts_nocase(text, size, *list))
        list++;
    return *list != NULL;
}

/* The next part of a cell that '|' separates, without blanks around it; moves *cell behind it.
 * False: none is left. */
bool text_next_part(const char **cell, const char **part, size_t *size);

#endif
