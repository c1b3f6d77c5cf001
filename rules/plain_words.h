/* The fixed words of the plain form, which rules/plain.c and rules/print.c write and
 * rules/plain_read.c (a leaf) and rules/plain_tree.c (a trial) read. */
#ifndef ELIGO_RULES_PLAIN_WORDS_H
#define ELIGO_RULES_PLAIN_WORDS_H

#include "rules/rule.h"

#define PLAIN_ALL "all of"
#define PLAIN_ANY "any of"
#define PLAIN_NOT "not"
#define PLAIN_EXCEPT "the first, except the second"
#define PLAIN_IF "where the first holds, the second must"
#define PLAIN_JUDGEMENT "for a person to judge"
#define PLAIN_OPAQUE "not understood"
#define PLAIN_UNKNOWN_TERM "   (not in the lexicon)"
#define PLAIN_NUMBER_OF "number of "
#define PLAIN_AS_KIND "as a kind"

enum { PLAIN_TIMES = 7, PLAIN_PICKS = 4, PLAIN_TENSES = 4, PLAIN_RELATIVES = 4, PLAIN_KINDS = 3 };

extern const struct plain_time { /* UCUM, as in date.h, and the word for several */
    const char *ucum, *word;
    char unit;
} plain_times[PLAIN_TIMES];
extern const char *const plain_picks[PLAIN_PICKS];   /* by rule_pick, with the blank behind */
extern const char *const plain_tenses[PLAIN_TENSES]; /* by rule_tense, with the blank behind */
extern const char *const plain_relatives[PLAIN_RELATIVES]; /* by rule_relative */
extern const char *const plain_sections[PLAIN_KINDS];      /* by criterion_kind */

#endif
