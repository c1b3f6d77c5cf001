/* Lines of text for people: marks, colour, cells and paragraphs. What comes from an input is made
 * safe for a terminal. No memory: b->failed. */
#ifndef ELIGO_ENGINE_LINES_H
#define ELIGO_ENGINE_LINES_H

#include "engine/base/buffer.h"
#include "engine/screen.h"

enum { LINES_WIDTH = 100 /* columns */ };

/* An escape sequence ("31": red, "0": none), where there is colour. */
void lines_paint(bool colour, buffer *b, const char *code);
/* A verdict's sign and what stands behind it, in its colour. */
void lines_mark(bool colour, buffer *b, verdict v, const char *behind);
/* An empty line, and one in bold. */
void lines_heading(bool colour, buffer *b, const char *text);
void lines_say(buffer *b, const char *text);
/* Blanks from column to column. */
void lines_pad(buffer *b, size_t from, size_t to);
/* Takes blanks off the end. */
void lines_trim(buffer *b);
/* A cell of a table: at most `width` columns, filled up with blanks, and two more. */
void lines_cell(buffer *b, const char *text, size_t width);
/* Text that is safe, in lines that begin `indent` columns in; the first one has begun already, at
 * column `at`. Ends the line. */
void lines_wrap(buffer *b, const char *text, size_t size, size_t at, size_t indent);
/* The same for text of an input; very long text is cut. */
void lines_wrap_safe(buffer *b, const char *text, size_t at, size_t indent);
/* What was found at a node: message, reason, assumptions, evidence. */
void lines_finding(buffer *b, const eval_node *n);
/* "Index date 2024-05-01. Open world: ..." */
void lines_policy(buffer *b, const eval_policy *p);

#endif
