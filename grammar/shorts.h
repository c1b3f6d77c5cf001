/* Abbreviations that a trial writes out once: "obstructive sleep apnea (OSA)". */
#ifndef ELIGO_GRAMMAR_SHORTS_H
#define ELIGO_GRAMMAR_SHORTS_H

#include "rules/concept.h"

/* The lexicon with those of a text (the first 64), drawn from the arena; `lx` itself where there
 * are none, or no memory (the arena has then failed). */
const lexicon *shorts_read(const lexicon *lx, const char *text, size_t size, arena *a);

#endif
