/* The first pass: lexemes to parts. tag.c looks words up, tag_number.c reads numbers. */
#ifndef ELIGO_GRAMMAR_TAG_H
#define ELIGO_GRAMMAR_TAG_H

#include "engine/base/text.h"
#include "grammar/tagger.h"

/* What the tagger works on: lexemes, the atoms of the same text, the parts made so far. */
typedef struct tagger {
    const char *text;
    size_t size;
    const lexicon *lx;
    arena *arena;
    const lexeme *lex;
    size_t count;
    /* both NULL where there is no opening bracket */
    const size_t *closes; /* of an opening bracket: the lexeme that closes it; 0: none */
    const size_t *opens;  /* of a closing one: the lexeme behind the one that opens it; 0: none */
    atoms atoms;
    size_t atom; /* the first atom that does not begin before the current lexeme */
    bool shouts; /* no small letter in all of it: capitals say nothing */
} tagger;

part *tag_add(tagger *t, part_list *l, part_kind kind, size_t start, size_t end);
/* `word` in small letters; here, because nearly every word is told by its first letter. */
static inline bool tag_lexeme_is(const tagger *t, size_t i, const char *word)
{
    const char *text = i < t->count ? t->text + t->lex[i].span.start : "";

    return text_lower(*text) == *word &&
           text_equal_nocase(text, t->lex[i].span.end - t->lex[i].span.start, word);
}
/* No blank before lexeme i? */
bool tag_adjacent(const tagger *t, size_t i);
/* The first lexeme that begins at or behind a byte. */
size_t tag_lexeme_from(const tagger *t, size_t i, size_t byte);
/* "(16-24) weeks", "(>=)": brackets that carry no meaning of their own. */
bool tag_bare_bracket(const tagger *t, size_t open, size_t close);
bool tag_all_capitals(const char *text, eligo_span s);

/* ---- tag_number.c ---- */

/* Digits that stick to a word of the sentence are cut off: "than18", "Age20", "BMI30". */
bool tag_unglue(tagger *t, lexeme **lex);
void tag_unit(tagger *t, part_list *out, const unit_hit *hit, size_t start);
/* One number and the unit behind it. Returns the next lexeme. */
size_t tag_number(tagger *t, part_list *out, size_t i);
/* May a word be a stage? Nearly every word is told by its first letter. */
static inline bool tag_may_be_stage(const char *text, eligo_span s)
{
    char first = (char)(text[s.start] | 0x20);

    return s.end - s.start == 1 || (signed char)text[s.start] < 0 || first == 'i' || first == 'v' ||
           first == 'x' || text[s.start] == 'l';
}
/* A stage in roman numerals or a letter, behind something that has stages: "NYHA class of II or
 * III", "Child-Pugh B". NULL: it is none. */
part *tag_stage(tagger *t, part_list *out, eligo_span s);
/* "Child-Pugh B7": a class with the score behind it, which is the one that bounds. NULL: it is
 * none, or the class has no such score. */
part *tag_class_and_score(tagger *t, part_list *out, eligo_span s);
/* One character for a roman numeral. */
bool tag_roman_sign(const char *text, size_t size, double *value);
/* Does lexeme i go on with a range or list that the number before it began ("3 to 5", "III-IV", "3b
 * or 4")? */
bool tag_range_goes_on(const tagger *t, size_t i, size_t to);
/* A calendar date or year at lexeme i: the lexeme behind it; i where there is none. */
size_t tag_date(const tagger *t, size_t i, size_t to);
/* "24+6 weeks", "Gleason 3+4", "groups 1+2": the plus sign at lexeme i and the number behind it.
 * Returns the lexeme behind; i where it is something else. */
size_t tag_sum(tagger *t, part_list *out, size_t i, size_t to);
/* "[12]", "[3, 5-7]": a source. */
bool tag_citation(const tagger *t, const part_list *out, size_t open, size_t close);
/* The name that the word behind us and the digits at lexeme i make together: "DSM-5", "visit 2",
 * "T1-4". Returns the lexeme behind it; i where there is none. */
size_t tag_numbered(tagger *t, part_list *out, size_t i, size_t to);
/* A number word at lexemes [i, next) that is part of another word ("one-lung", "twenty-five"): the
 * lexeme behind it; `next` where it stands for itself. */
size_t tag_number_word(tagger *t, part *p, size_t next, size_t to);

/* ---- sign.c ---- */

/* May what stands at i, a dash or a word, be the sign of the number behind it: may the quantity
 * that is named before it lie below zero? */
bool tag_sign_before(const tagger *t, const part_list *out, size_t i, size_t to);
/* "With -1 to -10 D": is the dash at i the sign of the first end of a range whose other end has
 * one?
 */
bool tag_signed_range(const tagger *t, size_t i, size_t to);
/* "+1", "minus 2", "plus 1", at i: the number, with what follows it; i: there is none. */
size_t tag_signed(tagger *t, part_list *out, size_t i, size_t to);
/* "T-score - 2.5 or less": a sign, or a dash. */
size_t tag_doubtful_minus(tagger *t, part_list *out, size_t i, size_t to);

#endif
