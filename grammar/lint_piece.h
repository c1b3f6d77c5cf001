/* One piece of text being linted: what grammar/lint*.c share. */
#ifndef ELIGO_GRAMMAR_LINT_PIECE_H
#define ELIGO_GRAMMAR_LINT_PIECE_H

#include "grammar/lint.h"
#include "rules/words.h"

/* The parts in one row: a bracket, what is in it one deeper, and a PART_END where it closes. */
typedef struct mark {
    const part *part; /* NULL: the end of a bracket, or of a line with a full stop */
    part_kind kind;
    unsigned depth;
    eligo_span span;
} mark;

typedef struct piece {
    const lint_text *t;
    const lexicon *lx;
    const mark *at;
    size_t count;
    uint64_t kinds[2]; /* a bit for each part_kind among the marks */
    word_hits words;
    finding_list *out;
} piece;

/* True where a mark of this kind is in the piece: most rules ask for one that is not. */
static inline bool piece_has(const piece *p, part_kind k)
{
    return p->kinds[k / 64] >> (k % 64) & 1;
}

/* The end of the sentence, or of the part of it up to a semicolon, in which mark i lies (a mark),
 * and its first. */
size_t piece_clause_end(const piece *p, size_t i);
size_t piece_clause_start(const piece *p, size_t i);
/* The first mark at or behind a byte. */
size_t piece_mark(const piece *p, size_t byte);
/* The bytes from mark i to before mark k. */
eligo_span piece_span(const piece *p, size_t i, size_t k);
/* The text of a span, for messages: one line, at most some 60 bytes; in the arena. */
const char *piece_words(const piece *p, eligo_span s);
/* Behind the bracket that opens at i; i + 1 where none does. */
size_t piece_past(const piece *p, size_t i);
bool piece_says(const piece *p, eligo_span s, const char *word); /* exactly, but for case */

void lint_scopes(const piece *p); /* grammar/lint_scope.c */

#endif
