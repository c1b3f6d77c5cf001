/* Words as they are printed, each with all that the tables know of it: what folds it, its number in
 * the lexicon and its roles are found by one look, once a word, instead of by one look a table.
 *
 * Known is each word of ASCII letters that stands in a table of rules/, in the form that stands
 * there, and its plural. A word that is not known may still fold to one of the lexicon ("oedemata")
 * and have a role that a plural has not; who finds none here asks the tables themselves. */
#ifndef ELIGO_RULES_KNOWN_H
#define ELIGO_RULES_KNOWN_H

#include "engine/base/text.h"
#include "rules/fold.h"
#include "rules/roles.h"

/* A word of 1 to ROLE_LETTERS letters as it stands in a text. */
typedef struct printed_word {
    role_word letters; /* in lower case */
    size_t size;
    size_t capitals; /* how many of its letters */
} printed_word;

/* Up to eight bytes of a text, zeros behind its end. */
static inline uint64_t printed_bytes(const char *text, size_t size)
{
    return size >= 8 ? text_bytes(text, 8) : text_few_bytes(text, size);
}

/* The letters that eight bytes begin with, in lower case, zeros behind them; how many there are,
 * and how many capitals among them. */
static inline uint64_t printed_letters(uint64_t bytes, size_t *count, size_t *capitals)
{
    uint64_t small = bytes | TEXT_EACH(0x20), large = ~bytes & TEXT_EACH(0x20);
    uint64_t other = ~text_between(small, 'a', 'z') & TEXT_EACH(0x80);

    *count = 8;
    if (other) {
        uint64_t first = (other & -other) >> 7, kept = first - 1; /* all bits below that byte */

        *count = (size_t)__builtin_ctzll(first) / 8;
        small &= kept;
        large &= kept;
    }
    for (*capitals = 0; large; large &= large - 1)
        ++*capitals;
    return small;
}

/* May a word not end before this byte: what goes on is no ASCII, or an apostrophe? */
static inline bool printed_goes_on(char c)
{
    return (signed char)c < 0 || c == '\'' || c == '`';
}

/* Takes the word at text[0], a letter. False: it is longer, or goes on with what is no letter of
 * ASCII, or with an apostrophe. */
static inline bool printed_word_at(const char *text, size_t size, printed_word *w)
{
    size_t n;

    w->letters.part[1] = w->letters.part[2] = 0;
    w->letters.part[0] = printed_letters(printed_bytes(text, size), &n, &w->capitals);
    if (n == 8) /* most words are shorter */
        for (size_t i = 1, here = 8, large; i < ROLE_LETTERS / 8 && here == 8; i++, n += here) {
            w->letters.part[i] = printed_letters(printed_bytes(text + n, size - n), &here, &large);
            w->capitals += large;
        }
    w->size = n;
    if (n == size)
        return true;
    if (n == ROLE_LETTERS && text_is_letter(text[n]))
        return false;
    return !printed_goes_on(text[n]);
}

/* Capitals and a small s ("DOACs"): folded without it. */
static inline bool printed_acronyms(const printed_word *w)
{
    size_t last = w->size - 1;

    return w->capitals == last && last >= 2 &&
           (char)(w->letters.part[last / 8] >> 8 * (last % 8)) == 's';
}

/* The roles of a word in each table; few words have any, and many the same ones. */
typedef struct known_roles {
    role_set roles;   /* of roles.tsv, with those aside; */
    role_set heading; /* of headings.tsv; */
    role_set group;   /* of groups.tsv; */
    role_set lint;    /* of lint.tsv; */
    role_set folded;  /* of roles.tsv once more, of its folded form */
} known_roles;

/* Two of them fill a line of a processor's cache. */
typedef struct known_word {
    role_word letters;  /* in lower case; none: an empty place */
    uint32_t key : 29;  /* of its folded form in the core; 0: no name and no cue has it */
    bool settled : 1;   /* that folds to itself */
    bool numbered : 1;  /* a roman numeral behind it is a number ("type II") */
    bool cased : 1;     /* some name or cue has it in capitals of its own ("=AS") */
    uint16_t all_roles; /* which of known_table.roles */
    uint8_t begins;     /* BEGINS_NAME ..., of its folded form */
} known_word;

typedef struct known_table {
    const known_word *places; /* by role_hash(), open addressing; never full */
    uint32_t mask;            /* places less one */
    const known_roles *roles;
} known_table;

extern const known_table known_words; /* generated */

/* NULL: not known. */
static inline const known_word *known_find(const role_word *w)
{
    const known_table *t = &known_words;

    for (uint32_t i = role_hash(w) & t->mask; t->places[i].letters.part[0]; i = (i + 1) & t->mask) {
        const known_word *k = &t->places[i];

        if (k->letters.part[0] == w->part[0] && k->letters.part[1] == w->part[1] &&
            k->letters.part[2] == w->part[2])
            return k;
    }
    return NULL;
}

/* The same of a word of eight letters at most, as most are. */
static inline const known_word *known_find_short(uint64_t letters)
{
    const known_table *t = &known_words;
    uint32_t i = role_hash(&(role_word){{letters, 0, 0}}) & t->mask;

    for (; t->places[i].letters.part[0]; i = (i + 1) & t->mask)
        if (t->places[i].letters.part[0] == letters && !t->places[i].letters.part[1])
            return &t->places[i];
    return NULL;
}

/* The known word at text[0], a letter. NULL: another one, or one that folds by its capitals. Made
 * part of who asks: this is asked of each word of a text. */
__attribute__((always_inline)) static inline const known_word *
known_at(const char *text, size_t size, printed_word *w)
{
    const known_word *k = NULL;

    w->letters.part[0] = printed_letters(printed_bytes(text, size), &w->size, &w->capitals);
    if (w->size < 8) { /* most are */
        if (w->size < size && printed_goes_on(text[w->size]))
            return NULL;
        k = known_find_short(w->letters.part[0]);
    } else if (printed_word_at(text, size, w))
        k = known_find(&w->letters);
    return k && !(w->capitals && printed_acronyms(w)) ? k : NULL;
}

/* The known word that a text goes on with, and the byte behind it. NULL: another one. */
static inline const known_word *known_ahead(const fold_cutter *cut, size_t *end)
{
    size_t at = cut->at;
    const known_word *k;
    printed_word w;
    atom_gap gap;

    if (at < cut->size && cut->text[at] == ' ')
        at++;
    if (at < cut->size && !text_is_letter(cut->text[at]))
        at = fold_gap(cut->text, cut->size, cut->at, &gap);
    if (cut->numbered || at == cut->size || !text_is_letter(cut->text[at]) ||
        !(k = known_at(cut->text + at, cut->size - at, &w)))
        return NULL;
    *end = at + w.size;
    return k;
}

/* A number for a known word, from 1 on, and its roles by that. */
static inline uint16_t known_number(const known_word *k)
{
    return (uint16_t)(k - known_words.places + 1);
}
static inline const known_roles *known_roles_of(uint16_t number)
{
    return &known_words.roles[known_words.places[number - 1].all_roles];
}

#endif
