/* The labels that people put before the items of a list: "3.", "(b)", "iv)", a bullet. */
#ifndef ELIGO_GRAMMAR_LABEL_H
#define ELIGO_GRAMMAR_LABEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How the value is dressed. LABEL_CODE is "I3." or "E12:"; LABEL_LEVELS is "2.1" (value: its last
 * number). */
typedef enum label_style {
    LABEL_NONE,
    LABEL_DOT,
    LABEL_PAREN,
    LABEL_BOTH,
    LABEL_COMMA,
    LABEL_DASH,
    LABEL_CIRCLE,
    LABEL_CODE,
    LABEL_LEVELS,
    LABEL_STYLES
} label_style;

typedef enum label_alphabet {
    ALPHABET_NUMBER,
    ALPHABET_LOWER,
    ALPHABET_UPPER,
    ALPHABET_ROMAN,
    ALPHABET_ROMAN_UPPER,
    ALPHABETS
} label_alphabet;

/* "i" and "c" are letters and Roman numbers: which one, only the list can tell. */
typedef struct label {
    size_t start, end;       /* without blanks around it */
    size_t text;             /* where the item's words begin */
    uint32_t bullet;         /* the code point; 0: none */
    label_style style;       /* LABEL_NONE where it is only a bullet */
    label_alphabet alphabet; /* number, lower or upper */
    int value, roman;        /* roman 0: cannot be one */
    int levels;              /* of LABEL_LEVELS: how many numbers */
    bool spaceless;          /* "3.Words" */
    bool twice;              /* two bullets of different kinds */
} label;

/* The label at text[at], or false. `dash_digit`: a dash before a digit is a bullet, not a minus
 * sign. */
bool label_read(const char *text, size_t at, size_t end, bool dash_digit, label *out);
/* False where label_read_number() would find none, told by two letters: of words, only one letter,
 * a Roman number or a code can be a label. */
static inline bool label_may_begin(const char *text, size_t at, size_t end)
{
    char c = text[at], small = (char)(c | 0x20), next = at + 1 < end ? text[at + 1] : 0;

    if (small < 'a' || small > 'z')
        return (c >= '0' && c <= '9') || c == '(' || c == '[' || (unsigned char)c >= 0x80;
    if ((next | 0x20) < 'a' || (next | 0x20) > 'z')
        return true;
    if (small == 'i' || small == 'v' || small == 'x') /* "iv", and no "in", "is" */
        return (next | 0x20) == 'i' || (next | 0x20) == 'v' || (next | 0x20) == 'x' ||
               (c == 'I' && next == 'C');
    return c == 'E' && next == 'C';
}
/* A label without a bullet: what may also stand in the middle of a line. */
bool label_read_number(const char *text, size_t at, size_t end, label *out);
/* Its value in an alphabet; 0: none. */
int label_value(const label *l, label_alphabet in);

#endif
