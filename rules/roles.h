/* Words that play a part beside the names of things: rules/roles.tsv, compiled in. A word may have
 * several roles. They are compared by letters alone (case does not count), one word at a time. */
#ifndef ELIGO_RULES_ROLES_H
#define ELIGO_RULES_ROLES_H

#include <stddef.h>
#include <stdint.h>

/* Sorted as the names in roles.c. */
typedef enum role {
    ROLE_AGE_GROUP = 1 << 0, /* adults, children: a group of people of some age */
    ROLE_ANY = 1 << 1,       /* before a quantity: any of its values */
    ROLE_ARTICLE = 1 << 2,   /* does not end a noun phrase */
    ROLE_CHANGE = 1 << 3,    /* "a decrease of": bounds the change, not the quantity */
    ROLE_CONSENT = 1 << 4,   /* gives a consent, and asks for nothing else */
    ROLE_COPULA = 1 << 5,    /* has, is: another statement begins */
    ROLE_COUNTED = 1 << 6,   /* "up to one regimen": a number before it says how many there were */
    ROLE_COUNTS = 1 << 7,    /* a bare number behind it says how many: "had 2 strokes" */
    ROLE_DENIAL = 1 << 8,    /* unable, unwilling */
    ROLE_GLUED = 1 << 9,     /* digits are printed onto it: "than18", "Age20" */
    ROLE_HIGHEST = 1 << 10,  /* before a quantity: the highest of its values */
    ROLE_LIGHT = 1 << 11,    /* behind the name of any thing it changes nothing */
    ROLE_LIGHT_BEFORE = 1 << 12,    /* nor before the name of a quantity */
    ROLE_LIGHT_CONDITION = 1 << 13, /* nor behind a condition */
    ROLE_LIGHT_OF = 1 << 14,        /* "episodes of X": X is meant */
    ROLE_LIGHT_QUANTITY = 1 << 15,  /* nor behind a quantity */
    ROLE_LIGHT_TREATMENT = 1 << 16, /* nor behind a treatment */
    ROLE_LOWEST = 1 << 17,          /* before a quantity: the lowest of its values */
    ROLE_NUMBERED = 1 << 18,        /* "visit 2", "week 28": the number behind it is its name */
    ROLE_OBJECT = 1 << 19,          /* a head that says nothing without what it is about */
    ROLE_ONSET = 1 << 20,    /* onset, diagnosis: an age behind it is the age at which it was */
    ROLE_PEOPLE = 1 << 21,   /* women, men: in the name of a group */
    ROLE_PERIOD = 1 << 22,   /* "a 12-week period": a time, and no thing that takes so long */
    ROLE_SCALE = 1 << 23,    /* a number of a scale stands behind it */
    ROLE_SPECIMEN = 1 << 24, /* before a test it restricts nothing */
    ROLE_STAGE = 1 << 25,    /* stage, grade, class */
    ROLE_STANDARD = 1 << 26, /* criteria, guidelines: by which something is diagnosed */
    ROLE_VERB = 1 << 27      /* alone it is no subject where a thing follows */
} role;

typedef struct role_entry {
    const char *word; /* in lower case; NULL: an empty place of the hash table */
    uint32_t roles;
} role_entry;

extern const role_entry role_table[]; /* generated: open addressing, by role_hash() */
extern const uint32_t role_mask;      /* generated: places less one */

enum { ROLE_LETTERS = 24 }; /* of a word, at most */

/* The roles of a word, 0 for none. */
uint32_t roles_of(const char *text, size_t size);
/* The name of a role in roles.tsv; NULL where there is no such bit. */
const char *role_name(unsigned bit);
/* For the build: the hash of a word in lower case (FNV-1a). */
uint32_t role_hash(const char *word, size_t size);

#endif
