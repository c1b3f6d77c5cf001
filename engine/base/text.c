#include "engine/base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

uint32_t utf8_decode(const char *text, size_t size, size_t *used)
{
    utf8proc_int32_t point;
    utf8proc_ssize_t n;

    if (size && (unsigned char)*text < 0x80) {
        *used = 1;
        return (unsigned char)*text;
    }
    n = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)(size > 4 ? 4 : size),
                         &point);
    if (n <= 0) {
        *used = 1;
        return 0xFFFD;
    }
    *used = (size_t)n;
    return (uint32_t)point;
}

size_t utf8_encode(uint32_t point, char out[4])
{
    utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)point, (utf8proc_uint8_t *)out);

    return n > 0 ? (size_t)n : 0;
}

size_t utf8_valid(const char *text, size_t size)
{
    size_t i = 0, used;

    while (i < size) {
        if (i + 8 <= size && !(text_bytes(text + i, 8) & TEXT_EACH(0x80))) {
            i += 8;
            continue;
        }
        if ((unsigned char)text[i] < 0x80) {
            i++;
            continue;
        }
        if (utf8_decode(text + i, size - i, &used) == 0xFFFD && used == 1)
            break;
        i += used;
    }
    return i;
}

void utf8_mend(buffer *out, const char *text, size_t size)
{
    while (size) {
        size_t good = utf8_valid(text, size);

        buffer_add(out, text, good);
        text += good;
        size -= good;
        if (size) {
            buffer_puts(out, "\xEF\xBF\xBD");
            text++;
            size--;
        }
    }
}

size_t utf8_fold(uint32_t point, uint32_t *out, size_t room)
{
    utf8proc_int32_t parts[18];
    utf8proc_ssize_t n;
    size_t kept = 0;

    if (point < 0x80) {
        if (room)
            out[0] = point >= 'A' && point <= 'Z' ? point + 32 : point;
        return room ? 1 : 0;
    }
    n = utf8proc_decompose_char(
        (utf8proc_int32_t)point, parts, 18,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, NULL);
    for (utf8proc_ssize_t i = 0; i < n && i < 18 && kept < room; i++)
        out[kept++] = (uint32_t)parts[i];
    return kept;
}

bool text_next_part(const char **cell, const char **part, size_t *size)
{
    while (**cell) {
        *part = *cell;
        *size = strcspn(*cell, "|");
        *cell += *size + ((*cell)[*size] == '|');
        while (*size && **part == ' ')
            ++*part, --*size;
        while (*size && (*part)[*size - 1] == ' ')
            --*size;
        if (*size)
            return true;
    }
    return false;
}
