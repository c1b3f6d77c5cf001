/* Patterns among the names of a concept (PCRE2), for what a pattern says better than rows: "QTc
 * corrected by Fridericia's formula" with all its small words, "Lead" only where a bound and a unit
 * of lead follow.
 *
 * A pattern begins with a word, or with a group of words, "(?:qt|qtc)"; it is tried only where the
 * text has one of them, so that a table of patterns costs nothing elsewhere. Letter case does not
 * count unless the pattern begins with "(?-i)". It sees the text from that word on, but at most
 * PATTERN_WINDOW bytes of it; the longest match that ends with a token is taken. Matching is
 * limited (engine/base/limits.h): what reaches a limit is no match. */
#ifndef ELIGO_RULES_PATTERN_H
#define ELIGO_RULES_PATTERN_H

#include "engine/base/arena.h"

#include <stdint.h>

enum {
    PATTERN_SIZE = 600,
    PATTERN_WORDS = 8,
    PATTERN_WINDOW = 300,
    PATTERN_ENDS = 16,
    PATTERN_NEEDS = 300
};

typedef struct pattern_word {
    const char *at;
    size_t size;
} pattern_word;

typedef struct pattern_head { /* the words that a pattern may begin with */
    pattern_word words[PATTERN_WORDS];
    size_t count;
} pattern_head;

/* The head of a pattern, and whether all of it is well formed. False: *message says what is wrong,
 * at which byte of `text`. */
bool pattern_check(const char *text, size_t size, arena *a, pattern_head *head,
                   const char **message, size_t *where);

/* What must stand behind the head wherever a pattern matches: words of small letters and digits,
 * "a|b&c" for one of a and b, and c. Empty: nothing is known. Compiling a pattern takes longer than
 * reading a criterion, and few criteria have more of a pattern than its head. */
void pattern_needs(const char *text, size_t size, char out[PATTERN_NEEDS]);
/* False: the text has not what the pattern needs. */
bool pattern_may_match(const char *needs, const char *text, size_t size);

/* Compiled patterns of one text, in its arena: compiled where first needed. */
typedef struct pattern_work pattern_work;
/* NULL: no memory. Begins small. */
pattern_work *pattern_work_new(arena *a);
/* Where a pattern (NUL-terminated; known by its address) that begins at text[0] may end, the
 * farthest first; how many, 0: it does not match. */
size_t pattern_match(pattern_work *w, const char *pattern, const char *text, size_t size,
                     size_t ends[PATTERN_ENDS]);

#endif
