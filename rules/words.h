/* Words that the audit looks for: rules/words.tsv, folded and compiled in. They are matched on any
 * text, by themselves, beside the grammar: a word of degree is one whether or not its sentence was
 * understood. */
#ifndef ELIGO_RULES_WORDS_H
#define ELIGO_RULES_WORDS_H

#include "engine/base/arena.h"
#include "engine/eligo.h"
#include "rules/fold.h"

typedef struct word_entry { /* phrase: folded, one blank between words */
    const char *phrase, *class, *value;
} word_entry; /* a phrase may have several classes */

extern const word_entry word_table[]; /* generated, sorted by phrase; ended by NULLs */
extern const size_t word_count;       /* generated */
enum { WORD_PHRASE = 10 };            /* words of a phrase, at most */

typedef struct word_hit {
    eligo_span span;           /* bytes of the text */
    const word_entry *entries; /* of this phrase */
    size_t count;
} word_hit;

typedef struct word_hits {
    const word_hit *list; /* in order; they do not overlap */
    size_t count;
} word_hits;

/* The longest phrases of a text from left to right, one after the other. Lives in `a`. */
word_hits words_find(const char *text, size_t size, arena *a);
/* The entry of a hit that has this class; NULL: none. */
const word_entry *word_is(const word_hit *h, const char *class);
/* The first hit of a class that lies in the range; NULL: none. */
const word_hit *words_in(const word_hits *w, const char *class, size_t start, size_t end);
/* The entry of a whole word or phrase, of a class; NULL: none. */
const word_entry *words_entry(const char *class, const char *text, size_t size);

#endif
