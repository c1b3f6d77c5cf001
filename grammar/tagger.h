/* Between the two passes of token.h: tag.c looks words up, token.c settles what only their
 * neighbours tell. */
#ifndef ELIGO_GRAMMAR_TAGGER_H
#define ELIGO_GRAMMAR_TAGGER_H

#include "grammar/token.h"

/* How deep brackets are read as brackets; deeper than anybody writes, what is inside counts as if
 * it stood outside. */
enum { BRACKET_DEPTH = 8 };

typedef struct part_list {
    part *at;
    size_t count, room;
} part_list;

/* The parts of a text as its words alone tell, and its words; *cut: there are more than
 * LIMIT_CRITERION_TOKENS, the rest was not read. False: the arena failed. */
bool tag_parts(const char *text, size_t size, const lexicon *lx, arena *a, part_list *out,
               atoms *words, bool *cut);

#endif
