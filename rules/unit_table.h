/* What rules/mkunits.c makes of rules/units.tsv, and rules/unit.c looks things up in. */
#ifndef ELIGO_RULES_UNIT_TABLE_H
#define ELIGO_RULES_UNIT_TABLE_H

#include "rules/unit.h"

enum { /* functions of special units, in the order of special_names */
       SPECIAL_NONE,
       SPECIAL_CEL,
       SPECIAL_DEGF,
       SPECIAL_DEGRE,
       SPECIAL_PDIOP,
       SPECIAL_SLOPE,
       SPECIAL_HPX,
       SPECIAL_HPC,
       SPECIAL_HPM,
       SPECIAL_HPQ,
       SPECIAL_PH,
       SPECIAL_LN,
       SPECIAL_LG,
       SPECIAL_LG2,
       SPECIAL_SQRT,
       SPECIAL_LD,
       SPECIALS
};

enum { /* added to unit.special where it stands in a product (dB/m): equal to itself only */
       SPECIAL_LOST = 128
};

enum { /* unit.arbitrary: what is not a row of the table */
       BASIS_FEU = 60001,
       BASIS_DDU,
       BASIS_LOG,
       BASIS_MIXED /* two different ones in one unit: equal to nothing, not even itself */
};

typedef struct unit_prefix {
    const char *code;
    double factor;
} unit_prefix;

typedef struct unit_row {
    const char *code;
    unit unit;
    bool metric;
} unit_row;

enum {                /* unit_say.flags */
       SAY_EXACT = 1, /* in this letter case only */
       SAY_LENGTH = 2,
       SAY_NOUN = 4,
       SAY_POWER = 8,
       SAY_BELOW = 16,
       SAY_LAB = 32,
       SAY_FULL = 64,
       SAY_BASIS = 128,
       SAY_FILLER = 256,
       SAY_FIELD = 512,
       SAY_CODE = 1024 /* its code is one by itself; set by mkunits */
};

/* A printed form: `key` is in lower case, `text` as in the table. */
typedef struct unit_say {
    const char *key, *text, *ucum; /* ucum: alternatives separated by | */
    unsigned short flags;
    char period; /* of time; 0: not */
} unit_say;

extern const unit_prefix unit_prefixes[];
extern const size_t unit_prefix_count;
extern const unit_row unit_rows[]; /* sorted by code */
extern const size_t unit_row_count;
extern const unit_say unit_says[]; /* sorted by key */
extern const size_t unit_say_count;
extern const unsigned short unit_say_slots[]; /* by unit_say_hash of the key: the number of the
                                                 first of it, from 1; open addressing */
extern const unsigned unit_say_mask;
extern const unsigned char unit_say_tokens[]; /* by unit_say_slot of the hash of a first token: how
                                                 many tokens a key that begins so has, at most */

/* The hash of a key, letter by letter, from UNIT_SAY_SEED on. */
#define UNIT_SAY_SEED 2166136261u
static inline unsigned unit_say_hash(unsigned hash, char c)
{
    return (hash ^ (unsigned char)c) * 16777619u;
}
/* Where the search for a key begins. */
static inline unsigned unit_say_slot(unsigned hash, unsigned mask)
{
    return (hash ^ hash >> 15) & mask;
}

/* The end of the token of a key that begins at `key`: a run of letters, of digits, or a sign; with
 * the blank before it, where it is not the first. */
static inline const char *unit_say_token(const char *key)
{
    bool letter, digit;

    key += *key == ' ';
    letter = *key >= 'a' && *key <= 'z';
    digit = *key >= '0' && *key <= '9';
    do
        key++;
    while ((letter && *key >= 'a' && *key <= 'z') || (digit && *key >= '0' && *key <= '9'));
    return key;
}

#endif
