#include "grammar/label.h"

#include "engine/base/text.h"

#include <string.h>

#define VALUE_MAXIMUM 400 /* above it, it is a number of the text ("500.") */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t skip_blanks(const char *text, size_t at, size_t end)
{
    while (at < end && (text[at] == ' ' || text[at] == '\t'))
        at++;
    return at;
}

/* The bullets in use; the private ones are Symbol and Wingdings, as word processors leave them. */
static bool is_bullet(uint32_t c)
{
    static const uint32_t bullets[] = {
        0xB7,   0x2022, 0x2023, 0x2043, 0x2013, 0x2014, 0x2015, 0x25CF, 0x25CB, 0x25E6,
        0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25BA, 0x25B6, 0x25B8, 0x25C6, 0x25C7, 0x2605,
        0x2606, 0x2713, 0x2714, 0x27A2, 0x27A4, 0x2192, 0x2219, 0x22C5, 0x30FB, 0x2027,
        0x221A, 0x2610, 0x2611, 0x2756, 0x2B9A, 0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0xF02D,
        0xF076, 0x25FC, 0x25FE, 0x2B1B, 0x26AB, 0x2B24,
    };

    if (c < 0x80)
        return c == '-' || c == '*';
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (bullets[i] == c)
            return true;
    return false;
}

static bool is_dash(uint32_t c)
{
    return c == '-' || c == 0x2013 || c == 0x2014;
}

/* A Roman number of up to 39, in one case; 0: none. */
static int roman_value(const char *text, size_t size)
{
    int total = 0, before = 100;

    if (!size || size > 7)
        return 0;
    for (size_t i = 0; i < size; i++) {
        char c = (char)(text[i] | 0x20);
        char next = i + 1 < size ? (char)(text[i + 1] | 0x20) : 0;
        int value = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0;

        if (!value)
            return 0;
        if (c == 'i' && (next == 'v' || next == 'x')) {
            value = next == 'v' ? 4 : 9;
            i++;
        }
        if (value > before || (value == before && c != 'i' && c != 'x'))
            return 0;
        before = value;
        total += value;
    }
    return total < 40 ? total : 0;
}

/* 1 for the circled one, and so on; also the full-stop and bracketed forms. */
static int circled_value(uint32_t c)
{
    if (c >= 0x2460 && c <= 0x2473)
        return (int)(c - 0x2460) + 1;
    if (c >= 0x2474 && c <= 0x2487)
        return (int)(c - 0x2474) + 1;
    if (c >= 0x2488 && c <= 0x249B)
        return (int)(c - 0x2488) + 1;
    if (c >= 0x2776 && c <= 0x277F)
        return (int)(c - 0x2776) + 1;
    return 0;
}

/* Digits or letters at `at`: sets value, roman and alphabet; the end, or `at` where there are none.
 */
static size_t read_value(const char *text, size_t at, size_t end, label *out)
{
    size_t p = at;

    if (p < end && is_digit(text[p])) {
        int value = 0;

        while (p < end && is_digit(text[p]) && p - at < 4)
            value = value * 10 + (text[p++] - '0');
        if (p - at > 3 || value == 0 || value > VALUE_MAXIMUM)
            return at;
        out->alphabet = ALPHABET_NUMBER;
        out->value = value;
        return p;
    }
    while (p < end && is_letter(text[p]) && p - at < 8)
        p++;
    if (p == at || p - at > 7)
        return at;
    out->alphabet = text[at] >= 'a' ? ALPHABET_LOWER : ALPHABET_UPPER;
    for (size_t i = at; i < p; i++)
        if ((text[i] >= 'a') != (text[at] >= 'a'))
            return at;
    out->roman = roman_value(text + at, p - at);
    out->value = p - at == 1 ? (text[at] | 0x20) - 'a' + 1 : 0;
    return out->value || out->roman ? p : at;
}

static bool finish(const char *text, size_t p, size_t end, label *out)
{
    out->end = p;
    out->text = skip_blanks(text, p, end);
    out->spaceless = out->text == p;
    return true;
}

/* "2.1", "2.1.3." before a word: a number of the text has no word with a capital right behind it.
 */
static bool read_levels(const char *text, size_t at, size_t end, label *out)
{
    size_t p = at;
    int levels = 0, value = 0;

    for (;;) {
        size_t from = p;

        for (value = 0; p < end && is_digit(text[p]) && p - from < 3; p++)
            value = value * 10 + (text[p] - '0');
        if (p == from)
            return false;
        levels++;
        if (levels > 5 || p + 1 >= end || text[p] != '.' || !is_digit(text[p + 1]))
            break;
        p++;
    }
    if (levels < 2 || p >= end || value == 0)
        return false;
    bool closed = text[p] == '.' || text[p] == ')' || text[p] == ':';
    if (closed)
        p++;
    size_t word = skip_blanks(text, p, end);
    if (word == p || word >= end || !is_letter(text[word]) ||
        (!closed && levels < 3 && text[word] >= 'a'))
        return false;
    out->style = LABEL_LEVELS;
    out->alphabet = ALPHABET_NUMBER;
    out->value = value;
    out->levels = levels;
    return finish(text, p, end, out);
}

bool label_read_number(const char *text, size_t at, size_t end, label *out)
{
    size_t p = at, used = 0;

    if (at >= end || !label_may_begin(text, at, end))
        return false;
    memset(out, 0, sizeof *out);
    out->start = at;
    if ((unsigned char)text[at] >= 0x80) {
        out->value = circled_value(utf8_decode(text + at, end - at, &used));
        out->style = LABEL_CIRCLE;
        return out->value > 0 && finish(text, at + used, end, out);
    }
    if (text[at] == '(' || text[at] == '[') {
        char close = text[at] == '(' ? ')' : ']';

        p = read_value(text, at + 1, end, out);
        if (p == at + 1 || p >= end || text[p] != close)
            return false;
        p++;
        if (p < end && (text[p] == '.' || text[p] == ':'))
            p++;
        out->style = LABEL_BOTH;
        return finish(text, p, end, out);
    }
    if (is_digit(text[at])) {
        if (read_levels(text, at, end, out))
            return true;
        memset(out, 0, sizeof *out);
        out->start = at;
    }
    /* "I3.", "E12:": a letter of the section and a number */
    if ((text[at] == 'I' || text[at] == 'E') && at + 1 < end &&
        (is_digit(text[at + 1]) || text[at + 1] == 'C')) {
        size_t digits = at + 1 + (text[at + 1] == 'C');

        if (digits < end && is_digit(text[digits])) {
            p = read_value(text, digits, end, out);
            if (p > digits && p < end && (text[p] == '.' || text[p] == ':' || text[p] == ')')) {
                out->style = LABEL_CODE;
                return finish(text, p + 1, end, out);
            }
        }
        return false;
    }
    p = read_value(text, at, end, out);
    if (p == at || p >= end)
        return false;
    if (text[p] == ')' || text[p] == '.' || text[p] == ':') {
        char c = text[p];

        p++;
        if (c == ':' && (out->alphabet != ALPHABET_NUMBER || (p < end && !is_blank(text[p]))))
            return false; /* "I:", "1:3" */
        if (c == '.' && p < end && text[p] == ')')
            p++;
        if (c != ')' && p < end && (is_digit(text[p]) || text[p] == '.'))
            return false; /* a decimal, an ellipsis */
        if (c == '.' && out->alphabet != ALPHABET_NUMBER && p < end && !is_blank(text[p]))
            return false; /* "i.e.", "E.coli" */
        if (c == ')' && p < end && (text[p] == ',' || text[p] == ';' || text[p] == ')'))
            return false; /* the end of a bracket */
        out->style = c == ')' ? LABEL_PAREN : LABEL_DOT;
        return finish(text, p, end, out);
    }
    if (out->alphabet != ALPHABET_NUMBER)
        return false;
    if (end - p >= 3 && memcmp(text + p, "\xE3\x80\x81", 3) == 0) {
        out->style = LABEL_COMMA;
        return finish(text, p + 3, end, out);
    }
    if (end - p >= 3 && memcmp(text + p, "\xE2\x80\x93", 3) == 0) {
        p += 2;
    } else {
        size_t dash = skip_blanks(text, p, end);

        if (dash >= end || text[dash] != '-' || dash > p + 1)
            return false;
        p = dash;
    }
    /* "1- Age": a dash, a blank, a word; "18-70", "1-year", "2 - 3" are none */
    p++;
    if (p >= end || !is_blank(text[p]))
        return false;
    out->style = LABEL_DASH;
    finish(text, p, end, out);
    return out->text < end &&
           (is_letter(text[out->text]) || (unsigned char)text[out->text] >= 0x80);
}

/* The character at `at`, and its size. */
static inline uint32_t character(const char *text, size_t at, size_t end, size_t *used)
{
    if ((signed char)text[at] < 0)
        return utf8_decode(text + at, end - at, used);
    *used = 1;
    return (unsigned char)text[at];
}

bool label_read(const char *text, size_t at, size_t end, bool dash_digit, label *out)
{
    size_t used = 0, p;
    uint32_t c;
    label inner;

    if (at >= end || (text_lower(text[at]) >= 'a' && text_lower(text[at]) <= 'z' &&
                      !label_may_begin(text, at, end)))
        return false;
    if (label_may_begin(text, at, end) && label_read_number(text, at, end, out))
        return true;
    c = character(text, at, end, &used);
    p = at + used;
    if (c == 'o') {
        if (p >= end || text[p] != ' ')
            return false;
    } else if (!is_bullet(c)) {
        return false;
    } else if (is_dash(c) && p < end && (is_digit(text[p]) || text[p] == '.')) {
        /* "-1.Words" is a dash and a label; "-1.5" a negative number */
        if (!dash_digit && !label_read_number(text, p, end, &inner))
            return false;
    }
    memset(out, 0, sizeof *out);
    out->start = at;
    /* "-- words", "- - words" */
    for (;;) {
        size_t next = skip_blanks(text, p, end), more;

        uint32_t again;

        if (next >= end || c == 'o')
            break;
        again = character(text, next, end, &more);
        if (again != c && (!is_bullet(again) || is_dash(again)))
            break;
        out->twice = out->twice || again != c;
        p = next + more;
    }
    out->bullet = c;
    finish(text, p, end, out);
    if (out->text < end && label_may_begin(text, out->text, end) &&
        label_read_number(text, out->text, end, &inner) && inner.text < end) {
        inner.start = at;
        inner.bullet = c;
        inner.twice = out->twice;
        *out = inner;
    }
    return true;
}

int label_value(const label *l, label_alphabet in)
{
    switch (in) {
    case ALPHABET_NUMBER: return l->alphabet == ALPHABET_NUMBER ? l->value : 0;
    case ALPHABET_LOWER:
    case ALPHABET_UPPER: return l->alphabet == in ? l->value : 0;
    case ALPHABET_ROMAN: return l->alphabet == ALPHABET_LOWER ? l->roman : 0;
    case ALPHABET_ROMAN_UPPER: return l->alphabet == ALPHABET_UPPER ? l->roman : 0;
    default: return 0;
    }
}
