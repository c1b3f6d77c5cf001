/* One piece of text being linted: what grammar/lint*.c share. Two views of the same bytes stand
 * side by side: the marks (what the grammar made of it) and the tokens (its plain words), with the
 * phrases of rules/words.tsv over both. */
#ifndef ELIGO_GRAMMAR_LINT_PIECE_H
#define ELIGO_GRAMMAR_LINT_PIECE_H

#include "engine/base/text.h"
#include "grammar/lint.h"
#include "rules/roles.h"
#include "rules/words.h"

/* The parts in one row: a bracket, what is in it one deeper, and a PART_END where it closes. */
typedef struct mark {
    const part *part; /* NULL: the end of a bracket, or of a line with a full stop */
    part_kind kind;
    unsigned depth;
    eligo_span span;
} mark;

/* A plain word, or a run of digits. */
typedef struct token {
    eligo_span span;
    role_set roles; /* of rules/roles.tsv, */
    role_set said;  /* and of rules/lint.tsv */
    char
        gap; /* what stands before it: 0 nothing but blanks, '\n' a line end, else the first sign */
    bool number;
    bool capital; /* its first letter is a capital, its second is not */
    bool inner;   /* one of the others may be a capital */
} token;

typedef struct piece {
    const lint_text *t;
    const lexicon *lx;
    const mark *at;
    size_t count;
    uint64_t kinds[2]; /* a bit for each part_kind among the marks */
    const token *tokens;
    size_t token_count;
    role_set said; /* the roles of rules/lint.tsv that some word has, a part of a token too */
    word_hits words;
    finding_list *out;
} piece;

/* True where a mark of this kind is in the piece: most rules ask for one that is not. */
static inline bool piece_has(const piece *p, part_kind k)
{
    return p->kinds[k / 64] >> (k % 64) & 1;
}

/* ---- places ---- */

/* The end of the sentence, or of the part of it up to a semicolon, in which mark i lies (a mark),
 * and its first. */
size_t piece_clause_end(const piece *p, size_t i);
size_t piece_clause_start(const piece *p, size_t i);
/* The first mark, the first token at or behind a byte. */
size_t piece_mark(const piece *p, size_t byte);
size_t piece_token(const piece *p, size_t byte);
/* Where mark i begins; behind the last one the end of the text. */
size_t piece_byte(const piece *p, size_t i);
/* The bytes from mark i to before mark k. */
eligo_span piece_span(const piece *p, size_t i, size_t k);
/* The bytes of the clause around a byte. */
eligo_span piece_clause(const piece *p, size_t byte);
/* Behind the bracket that opens at i; i + 1 where none does. */
size_t piece_past(const piece *p, size_t i);
/* The same or a later end of a run of marks: one that does not break off before a noun. */
size_t piece_past_noun(const piece *p, size_t end);
/* The end of the text without blanks and the signs that close a line. */
size_t piece_trimmed_end(const piece *p);

/* ---- words ---- */

/* The text of a span, for messages: one line, at most some 60 bytes; in the arena. */
const char *piece_words(const piece *p, eligo_span s);
/* exactly, but for case */
static inline bool piece_says(const piece *p, eligo_span s, const char *word)
{
    const char *text = p->t->text + s.start;

    /* most words differ in their first letter */
    return s.end > s.start && (*text | 0x20) == (*word | 0x20) &&
           text_equal_nocase(text, s.end - s.start, word);
}
/* one of the words of a role of rules/lint.tsv, whole */
static inline bool piece_is(const piece *p, eligo_span s, role_set roles)
{
    return s.end > s.start &&
           (roles_find(&lint_roles, p->t->text + s.start, s.end - s.start) & roles);
}
static inline bool token_is(const token *t, role_set roles)
{
    return t->said & roles;
}
/* The first word of a role within the bytes; false: none. */
bool piece_find(const piece *p, eligo_span s, role_set roles, eligo_span *found);
static inline bool piece_finds(const piece *p, eligo_span s, role_set roles)
{
    return piece_find(p, s, roles, &(eligo_span){0, 0});
}
/* True where the word stands in the bytes by itself. */
bool piece_has_word(const piece *p, size_t start, size_t end, const char *word);
/* The first phrase of a class within the bytes; NULL: none. */
const word_hit *piece_class(const piece *p, word_class class, size_t start, size_t end);
/* The first phrase that ends behind a byte. */
size_t piece_hit(const piece *p, size_t byte);
/* The first of a class that overlaps the bytes. */
const word_hit *piece_over(const piece *p, word_class class, eligo_span s);

/* ---- things ---- */

bool piece_thing(const piece *p, size_t i);
/* What mark i names, a thing before a quantity; NULL: nothing. */
const concept *piece_named(const piece *p, size_t i);
category piece_kind(const piece *p, size_t i);
/* "disease", "medication", "surgery": words for everything of their sort, and what the lexicon
 * lacks. */
bool piece_general(const piece *p, size_t i);
/* What the bound at mark i is about, where its quantity stands close before it (or behind "of");
 * NULL: not known. */
const concept *piece_subject(const piece *p, size_t i);
/* or, and/or, nor */
bool piece_alternative(part_kind k);
/* The roles of a mark that is one word, without those that nouns have as well. */
role_set piece_roles(const piece *p, size_t i);
/* Does mark i begin a sentence, but for its number, signs and the people that it is about? */
bool piece_begins(const piece *p, size_t i);

/* ---- findings ---- */

/* Two readings of a finding that may be NULL. */
void piece_readings(const piece *p, finding *f, reading_kind kind, const char *a, const char *b);

/* Each looks for what its file is about. */
void lint_degree(const piece *p); /* words of degree, judgement */
void lint_time(const piece *p);   /* windows without event, a past without end */
void lint_limits(const piece *p); /* is the limit itself meant? */
void lint_damage(const piece *p); /* lost signs, lost blanks, items run together */
void lint_sense(const piece *p);  /* broken off, senseless, no condition, about others, too early */
void lint_scope(const piece *p);  /* polarity, exceptions, negations */
void lint_group(const piece *p);  /* and, or; modifiers */

/* Is the span part of words that belong together: "safety and efficacy"? */
static inline bool piece_in_pair(const piece *p, eligo_span s)
{
    return piece_over(p, WORD_PAIR, s) != NULL;
}

#endif
