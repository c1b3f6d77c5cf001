/* The lines of a text: cut at line ends and before headings in their middle, each with its label
 * ("1.", "a)", a bullet), and the bytes inside them where another label may begin. outline.c makes
 * the tree of them. */
#ifndef ELIGO_GRAMMAR_TEXT_LINES_H
#define ELIGO_GRAMMAR_TEXT_LINES_H

#include "grammar/clean.h"
#include "grammar/heading.h"
#include "grammar/label.h"
#include "grammar/outline.h"

#include <stdbool.h>
#include <stddef.h>

#define LABEL_VALUES 41 /* of labels whose neighbours are looked up */

/* One line of the text, or a part of one where a heading stands in its middle. */
typedef struct line {
    size_t start, end;  /* without blanks around it; start == end: a bare bullet's */
    size_t words;       /* behind its label */
    int indent, column; /* of its label, of its words */
    bool blank_before, labelled, bare;
    label mark;
    int next_value; /* of the next line with a label of this kind; 0: none */
} line;

typedef struct text_lines {
    const mapped *text;
    arena *arena;
    const heading_line *known; /* lines that have been read as headings before */
    size_t known_count, known_at;
    line *lines;
    size_t line_count;
    bool dash_digit, wraps;
    size_t wrap_width;
    bool present[LABEL_STYLES][ALPHABETS][LABEL_VALUES + 1];
    size_t *spots; /* where a label may begin inside the text, brackets and semicolons; in order */
    size_t spot_count, spot_room;
} text_lines;

/* What byte c is to a label in the middle of a text: one behind which it may begin (blanks, signs
 * that end a clause, the last byte of an ideographic full stop), a spot by itself, or neither: 0.
 */
enum { BEFORE_LABEL = 1, SPOT = 2 };
unsigned text_lines_spot(char c);

/* Reads the lines of s->text, and then their labels and spots. */
void text_lines_read(text_lines *s);
/* The label of a line whose start is known. */
void text_lines_read_label(const text_lines *s, line *n);
/* What is known of a line that was read before; NULL: it was not. Lines are asked for in order,
 * mostly. */
const heading_line *text_lines_known(text_lines *s, const char *text, size_t size);
/* A letter is a label only where its neighbour is there too: "C. difficile", "I. Smith" are none.
 */
bool text_lines_has_neighbour(const text_lines *s, const label *l);

/* Is t[start, end) a ruler, as "-----"? */
bool line_is_rule(const char *t, size_t start, size_t end);
/* A label that begins at p, behind `start` and a byte that may stand before one, in the middle of a
 * text. */
bool line_label_inside(const char *t, size_t start, size_t p, size_t end, label *out);
/* "One (1) month or gout within two (2) weeks": the digits say a number of the text again. */
bool line_counts_time(const char *t, size_t start, size_t p, size_t end, const label *l);

static inline bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static inline size_t trim_end(const char *t, size_t start, size_t end)
{
    while (end > start && is_blank(t[end - 1]))
        end--;
    return end;
}

#endif
