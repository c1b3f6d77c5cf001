/* Words that play a part beside the names of things (rules/roles.tsv) or in headings
 * (rules/headings.tsv), compiled in. A word may have several roles. They are compared by letters
 * alone (case does not count), one word at a time. */
#ifndef ELIGO_RULES_ROLES_H
#define ELIGO_RULES_ROLES_H

#include <stddef.h>
#include <stdint.h>

/* Sorted as the names in roles.c. */
typedef enum role {
    ROLE_AGE_GROUP = 1 << 0,        /* adults, children: a group of people of some age */
    ROLE_ANY = 1 << 1,              /* before a quantity: any of its values */
    ROLE_ARTICLE = 1 << 2,          /* does not end a noun phrase */
    ROLE_CHANGE = 1 << 3,           /* "a decrease of": bounds the change, not the quantity */
    ROLE_CONSENT = 1 << 4,          /* gives a consent, and asks for nothing else */
    ROLE_COPULA = 1 << 5,           /* has, is: another statement begins */
    ROLE_DENIAL = 1 << 6,           /* unable, unwilling */
    ROLE_HIGHEST = 1 << 7,          /* before a quantity: the highest of its values */
    ROLE_LIGHT = 1 << 8,            /* behind the name of any thing it changes nothing */
    ROLE_LIGHT_BEFORE = 1 << 9,     /* nor before the name of a quantity */
    ROLE_LIGHT_CONDITION = 1 << 10, /* nor behind a condition */
    ROLE_LIGHT_OF = 1 << 11,        /* "episodes of X": X is meant */
    ROLE_LIGHT_QUANTITY = 1 << 12,  /* nor behind a quantity */
    ROLE_LIGHT_TREATMENT = 1 << 13, /* nor behind a treatment */
    ROLE_LOWEST = 1 << 14,          /* before a quantity: the lowest of its values */
    ROLE_OBJECT = 1 << 15,          /* a head that says nothing without what it is about */
    ROLE_PEOPLE = 1 << 16,          /* women, men: in the name of a group */
    ROLE_SCALE = 1 << 17,           /* a number of a scale stands behind it */
    ROLE_SPECIMEN = 1 << 18,        /* before a test it restricts nothing */
    ROLE_STAGE = 1 << 19,           /* stage, grade, class */
    ROLE_STANDARD = 1 << 20,        /* criteria, guidelines: by which something is diagnosed */
    ROLE_VERB = 1 << 21             /* alone it is no subject where a thing follows */
} role;

/* Of the words of headings (rules/headings.tsv says what each is for), sorted as the names in
 * names.c. */
typedef enum head_role {
    HEAD_INCLUSION = 1 << 0,
    HEAD_EXCLUSION = 1 << 1,
    HEAD_CRITERIA = 1 << 2,
    HEAD_ELIGIBILITY = 1 << 3,
    HEAD_PLAIN = 1 << 4,
    HEAD_SENTENCE = 1 << 5,
    HEAD_GENERIC = 1 << 6,
    HEAD_FOLLOWING = 1 << 7,
    HEAD_BARRED = 1 << 8,
    HEAD_LET_IN = 1 << 9,
    HEAD_ANY = 1 << 10,
    HEAD_ALL = 1 << 11,
    HEAD_NEGATED = 1 << 12,
    HEAD_NON = 1 << 13,
    HEAD_NOT = 1 << 14,
    HEAD_HANGING = 1 << 15,
    HEAD_PERSON = 1 << 16,
    HEAD_FOR = 1 << 17,
    HEAD_OF_A_CONDITION = 1 << 18,
    HEAD_DANGLING = 1 << 19,
    HEAD_APPLY = 1 << 20
} head_role;

enum { ROLE_LETTERS = 24 }; /* of a word, at most */

typedef struct role_entry {
    char word[ROLE_LETTERS]; /* in lower case, NULs behind it; empty: an empty place of the table */
    uint32_t roles;
} role_entry;

/* A hash table, open addressing by word_hash() (rules/table.h). */
typedef struct role_table {
    const role_entry *places;
    uint32_t mask;           /* places less one */
    const uint32_t *letters; /* of each role, by its bit: which letters its words begin with */
} role_table;

/* The bit of a first letter. */
static inline uint32_t role_letter(char lower)
{
    return lower >= 'a' && lower <= 'z' ? 1u << (lower - 'a') : 0;
}

extern const role_table grammar_roles; /* generated of roles.tsv */
extern const role_table heading_roles; /* generated of headings.tsv */

/* The roles of a word of the grammar, 0 for none. */
uint32_t roles_of(const char *text, size_t size);
/* The roles of a word in lower case in a table. */
uint32_t roles_find(const role_table *t, const char *word, size_t size);
/* The name of a role in roles.tsv or headings.tsv; NULL where there is no such bit. */
const char *role_name(unsigned bit);
const char *head_role_name(unsigned bit);

#endif
