/* Words that play a part beside the names of things (rules/roles.tsv), in headings
 * (rules/headings.tsv), in the labels of groups (rules/groups.tsv) or in findings (rules/lint.tsv),
 * compiled in. A word may have several roles. They are compared by letters alone (case does not
 * count), one word at a time; lint.tsv has short phrases, too. */
#ifndef ELIGO_RULES_ROLES_H
#define ELIGO_RULES_ROLES_H

#include "engine/base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of the names in names.c. */
typedef uint64_t role_set;
#define ROLE_AGE_GROUP ((role_set)1 << 0) /* adults, children: a group of people of some age */
#define ROLE_ANY ((role_set)1 << 1)       /* before a quantity: any of its values */
#define ROLE_ARTICLE ((role_set)1 << 2)   /* does not end a noun phrase */
#define ROLE_BE ((role_set)1 << 3)        /* is, are, was, were */
#define ROLE_BEGINS ((role_set)1 << 4)    /* beside a condition: when it began is asked */
#define ROLE_CHANGE ((role_set)1 << 5)    /* "a decrease of": bounds the change, not the quantity */
#define ROLE_CONJUNCTION ((role_set)1 << 6) /* and, that, which, if: a second verb may follow */
#define ROLE_CONSENT ((role_set)1 << 7)     /* gives a consent, and asks for nothing else */
#define ROLE_COPULA ((role_set)1 << 8)      /* has, is: another statement begins */
#define ROLE_COUNTED                                                                               \
    ((role_set)1 << 9) /* "up to one regimen": a number before it says how many there were */
#define ROLE_COUNTS                                                                                \
    ((role_set)1 << 10)                 /* a bare number behind it says how many: "had 2 strokes"  \
                                         */
#define ROLE_DENIAL ((role_set)1 << 11) /* unable, unwilling */
#define ROLE_FINITE ((role_set)1 << 12) /* another verb that a sentence has once */
#define ROLE_GENERAL                                                                               \
    ((role_set)1 << 13) /* names a thing only with where or of what it is: "surgery" */
#define ROLE_GLUED ((role_set)1 << 14)        /* digits are printed onto it: "than18", "Age20" */
#define ROLE_HIGHEST ((role_set)1 << 15)      /* before a quantity: the highest of its values */
#define ROLE_LIGHT ((role_set)1 << 16)        /* behind the name of any thing it changes nothing */
#define ROLE_LIGHT_BEFORE ((role_set)1 << 17) /* nor before the name of a quantity */
#define ROLE_LIGHT_CONDITION ((role_set)1 << 18) /* nor behind a condition */
#define ROLE_LIGHT_OF ((role_set)1 << 19)        /* "episodes of X": X is meant */
#define ROLE_LIGHT_QUANTITY ((role_set)1 << 20)  /* nor behind a quantity */
#define ROLE_LIGHT_TREATMENT ((role_set)1 << 21) /* nor behind a treatment */
#define ROLE_LOWEST ((role_set)1 << 22)          /* before a quantity: the lowest of its values */
#define ROLE_NUMBERED                                                                              \
    ((role_set)1 << 23)                 /* "visit 2", "week 28": the number behind it is its name */
#define ROLE_OBJECT ((role_set)1 << 24) /* a head that says nothing without what it is about */
#define ROLE_ONSET                                                                                 \
    ((role_set)1 << 25) /* onset, diagnosis: an age behind it is the age at which it was */
#define ROLE_PEOPLE ((role_set)1 << 26) /* women, men: in the name of a group */
#define ROLE_PERIOD                                                                                \
    ((role_set)1 << 27) /* "a 12-week period": a time, and no thing that takes so long */
#define ROLE_PREPOSITION ((role_set)1 << 28) /* of, with, by */
#define ROLE_RECORD_ABSENT                                                                         \
    ((role_set)1 << 29) /* in the entries of a record: what follows is not there */
#define ROLE_RECORD_ELSEWHERE                                                                      \
    ((role_set)1 << 30) /* what follows, or stands right before it, is looked for, prevented,      \
                           feared, another's */
#define ROLE_RECORD_GENERIC                                                                        \
    ((role_set)1 << 31) /* the last word of many names: that two share it says nothing */
#define ROLE_RECORD_MANNER                                                                         \
    ((role_set)1 << 32) /* before the name of a condition: its course, degree or side */
#define ROLE_RECORD_PLACE ((role_set)1 << 33) /* behind it: where it sits */
#define ROLE_RECORD_THERE                                                                          \
    ((role_set)1 << 34)                   /* what follows is there again ("without ... with")      \
                                           */
#define ROLE_SCALE ((role_set)1 << 35)    /* a number of a scale stands behind it */
#define ROLE_SPECIMEN ((role_set)1 << 36) /* before a test it restricts nothing */
#define ROLE_STAGE ((role_set)1 << 37)    /* stage, grade, class */
#define ROLE_STANDARD                                                                              \
    ((role_set)1 << 38)                  /* criteria, guidelines: by which something is diagnosed */
#define ROLE_STARTER ((role_set)1 << 39) /* many criteria begin with it */
#define ROLE_UNIT ((role_set)1 << 40)    /* of time or of a measurement */
#define ROLE_VERB ((role_set)1 << 41)    /* alone it is no subject where a thing follows */
#define ROLE_WEIGHTLESS ((role_set)1 << 42) /* before the name of any thing it changes nothing */
#define ROLE_WEIGHTLESS_CONDITION ((role_set)1 << 43) /* nor before the name of a condition */
#define ROLE_WITH_SITE ((role_set)1 << 44) /* names what is done or found somewhere: "surgery" */
/* in lines that are compared with each other, folded (rules/fold.h) */
#define ROLE_LINE_NEGATION ((role_set)1 << 45) /* no, without, cannot */
#define ROLE_LINE_BELOW ((role_set)1 << 46)    /* under, fewer: the side of a limit */
#define ROLE_LINE_ABOVE ((role_set)1 << 47)
#define ROLE_LINE_LIMIT ((role_set)1 << 48) /* equal, at least: the limit itself counts */
/* in sentences */
#define ROLE_STAYS                                                                                 \
    ((role_set)1 << 49) /* behind "A or B," it says what whoever has one of them does: "A or B,    \
                           living in C" */
#define ROLE_SHOWS ((role_set)1 << 50) /* "CT or MRI showed A": A, confirmed */
#define ROLE_PROVEN                                                                                \
    ((role_set)1                                                                                   \
     << 51) /* "histologically or cytologically confirmed": no noun, and no more than that */
#define ROLE_WAY                                                                                   \
    ((role_set)1                                                                                   \
     << 52) /* the last word of a way to find out: "by history, physical examination and ECG" */
#define ROLE_LEADS                                                                                 \
    ((role_set)1 << 53) /* before what a head is about: "stroke before angiography or surgery" */
#define ROLE_AIMS                                                                                  \
    ((role_set)1                                                                                   \
     << 54) /* "vasopressors to keep X above 60": what they are for, and no limit of its own */
#define ROLE_WHICH                                                                                 \
    ((role_set)1 << 55) /* "severe type": tells of no thing, but which kind of one it is */
#define ROLE_SAYS_AGE ((role_set)1 << 56) /* a number beside it is an age */
#define ROLE_LIST_OF ((role_set)1 << 57)  /* "the following symptoms": a list comes */
#define ROLE_BY_WAY                                                                                \
    ((role_set)1                                                                                   \
     << 58) /* before the way something was found or measured: "by MUGA or ECHO", "on ECG" */
#define ROLE_SOUND                                                                                 \
    ((role_set)1 << 59) /* begins what is wished for: "no asthma and able to walk" asks for that   \
                         */
#define ROLE_LETTER_MALE ((role_set)1 << 60) /* M, beside an F: "> 450 (M), > 470 (F)" */
#define ROLE_LETTER_FEMALE ((role_set)1 << 61)
#define ROLE_REPEATED                                                                              \
    ((role_set)1 << 62) /* of which a quantity has many: values, samples, occasions; once, twice   \
                         */
#define ROLE_SITE ((role_set)1 << 63) /* a place of the body: "hip", "spine" */

/* Those that change nothing in how the word itself is read: for lists, records, and the audit. */
#define ROLES_ASIDE                                                                                \
    (ROLE_BE | ROLE_BEGINS | ROLE_CONJUNCTION | ROLE_FINITE | ROLE_GENERAL | ROLE_PREPOSITION |    \
     ROLE_RECORD_ABSENT | ROLE_RECORD_ELSEWHERE | ROLE_RECORD_GENERIC | ROLE_RECORD_MANNER |       \
     ROLE_RECORD_PLACE | ROLE_RECORD_THERE | ROLE_STARTER | ROLE_UNIT | ROLE_WITH_SITE |           \
     ROLE_LINE_NEGATION | ROLE_LINE_BELOW | ROLE_LINE_ABOVE | ROLE_LINE_LIMIT | ROLE_STAYS |       \
     ROLE_SHOWS | ROLE_PROVEN | ROLE_WAY | ROLE_LEADS | ROLE_AIMS | ROLE_WHICH | ROLE_SAYS_AGE |   \
     ROLE_LIST_OF | ROLE_BY_WAY | ROLE_SOUND | ROLE_LETTER_MALE | ROLE_LETTER_FEMALE |             \
     ROLE_REPEATED | ROLE_SITE)

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

/* Of the words of labels of groups (rules/groups.tsv says what each is for), sorted likewise. */
typedef enum who_role {
    WHO_NOUN = 1 << 0,
    WHO_ONE = 1 << 1,
    WHO_OTHER_SENSE = 1 << 2,
    WHO_DISEASE_CLASS = 1 << 3,
    WHO_EVERY = 1 << 4,
    WHO_WHOLE = 1 << 5,
    WHO_OWN = 1 << 6,
    WHO_PEOPLE = 1 << 7,
    WHO_FILL = 1 << 8,
    WHO_CARER = 1 << 9,
    WHO_PARTNER = 1 << 10,
    WHO_PLACE = 1 << 11,
    WHO_BEHIND = 1 << 12,
    WHO_CONTROLS = 1 << 13,
    WHO_CONTROL = 1 << 14,
    WHO_CONTROL_NOUN = 1 << 15,
    WHO_BEFORE_CONTROL = 1 << 16,
    WHO_BEHIND_CONTROL = 1 << 17
} who_role;

/* Of the words of findings (rules/lint.tsv says what each is for), in the order of the names in
 * names.c. */
#define LINT_LETTERED ((role_set)1 << 0)
#define LINT_FIT_FOR ((role_set)1 << 1)
#define LINT_ACTIVE ((role_set)1 << 2)
#define LINT_RELATIVE ((role_set)1 << 3)
#define LINT_RELATIVE_IS ((role_set)1 << 4)
#define LINT_INCLUSIVE ((role_set)1 << 5)
#define LINT_NO_LIMIT ((role_set)1 << 6)
#define LINT_ABLE ((role_set)1 << 7)
#define LINT_NARROWS ((role_set)1 << 8)
#define LINT_NO_HISTORY ((role_set)1 << 9)
#define LINT_NEVER ((role_set)1 << 10)
#define LINT_ANTECEDENT ((role_set)1 << 11)
#define LINT_TROUBLE ((role_set)1 << 12)
#define LINT_NOT_HAD ((role_set)1 << 13)
#define LINT_ONLY ((role_set)1 << 14)
#define LINT_MUST ((role_set)1 << 15)
#define LINT_REQUIRED ((role_set)1 << 16)
#define LINT_DENIAL ((role_set)1 << 17)
#define LINT_LEFT_OUT ((role_set)1 << 18)
#define LINT_BARE_DENIAL ((role_set)1 << 19)
#define LINT_LACK_OF ((role_set)1 << 20)
#define LINT_ASKED_FOR ((role_set)1 << 21)
#define LINT_PLACE ((role_set)1 << 22)
#define LINT_LISTED ((role_set)1 << 23)
#define LINT_COUNTED ((role_set)1 << 24)
#define LINT_NO_PLACE ((role_set)1 << 25)
#define LINT_MULTIPLE ((role_set)1 << 26)
#define LINT_NUMBER ((role_set)1 << 27)
#define LINT_OF_NEXT ((role_set)1 << 28)
#define LINT_BEFORE_OF ((role_set)1 << 29)
#define LINT_NEEDS_NOUN ((role_set)1 << 30)
#define LINT_NO_NOUN ((role_set)1 << 31)
#define LINT_JOINING ((role_set)1 << 32)
#define LINT_LATIN ((role_set)1 << 33)
#define LINT_OF_THE_STUDY ((role_set)1 << 34)
#define LINT_DEFINES ((role_set)1 << 35)
#define LINT_NO_GROUP ((role_set)1 << 36)
#define LINT_GROUP_OF_STUDY ((role_set)1 << 37)
#define LINT_SOMEBODY_DOES ((role_set)1 << 38)
#define LINT_ATTENDS ((role_set)1 << 39)
#define LINT_ATTENDS_ALL ((role_set)1 << 40)
#define LINT_ONESELF ((role_set)1 << 41)
#define LINT_FROM_WHEN ((role_set)1 << 42)
#define LINT_ENDS_WINDOW ((role_set)1 << 43)
#define LINT_THROUGH ((role_set)1 << 44)
#define LINT_RATE ((role_set)1 << 45)
#define LINT_RECENT ((role_set)1 << 46)
#define LINT_FROM_NOW ((role_set)1 << 47)
#define LINT_BEGINNING ((role_set)1 << 48)
#define LINT_HALF_LIFE ((role_set)1 << 49)
#define LINT_DURING ((role_set)1 << 50)
#define LINT_BEFORE ((role_set)1 << 51)
#define LINT_NOW ((role_set)1 << 52)
#define LINT_FORMER ((role_set)1 << 53)
#define LINT_BEFORE_EVENT ((role_set)1 << 54)
#define LINT_BEGINS_ITEM ((role_set)1 << 55)
#define LINT_KEPT_OUT ((role_set)1 << 56)
#define LINT_REASON ((role_set)1 << 57)
#define LINT_POINTS_TO ((role_set)1 << 58)
#define LINT_NORMAL_OR_BASE ((role_set)1 << 59)
#define LINT_VISIT_UNIT ((role_set)1 << 60)
#define LINT_CONTROL_GROUP ((role_set)1 << 61)
#define LINT_BY_NEXT ((role_set)1 << 62)
#define LINT_BECAUSE ((role_set)1 << 63)

/* Of the words of findings on rules and lines (rules/audit.tsv), likewise. */
#define AUDIT_HARMLESS ((role_set)1 << 0)
#define AUDIT_OF_ANY_KIND ((role_set)1 << 1)
#define AUDIT_PART_OF ((role_set)1 << 2)
#define AUDIT_MEETS ((role_set)1 << 3)
#define AUDIT_CONSENT_WORD ((role_set)1 << 4)
#define AUDIT_PEOPLE ((role_set)1 << 5)
#define AUDIT_CAN ((role_set)1 << 6)
#define AUDIT_NO_SIDE ((role_set)1 << 7)
#define AUDIT_PARENT ((role_set)1 << 8)

enum { ROLE_LETTERS = 24 }; /* of a word, at most */

typedef struct role_entry {
    char word[ROLE_LETTERS]; /* in lower case, NULs behind it; empty: an empty place of the table */
    role_set roles;
} role_entry;

/* A word as numbers, so that no bytes are compared: in lower case, zeros behind it. */
typedef struct role_word {
    uint64_t part[ROLE_LETTERS / 8];
} role_word;

static inline uint32_t role_hash(const role_word *w)
{
    uint64_t h = w->part[0] ^ w->part[1] * 0x9E3779B97F4A7C15u ^ w->part[2] * 0xC2B2AE3D27D4EB4Fu;

    h *= 0xD6E8FEB86659FD93u;
    return (uint32_t)(h >> 32);
}

/* The word of 1 to ROLE_LETTERS bytes at `text`. */
static inline role_word role_word_of(const char *text, size_t size)
{
    role_word w = {{0, 0, 0}};

    for (size_t i = 0; i * 8 < size; i++)
        w.part[i] =
            text_lower_bytes(size - i * 8 >= 8 ? text_bytes(text + i * 8, 8)
                                               : text_few_bytes(text + i * 8, size - i * 8));
    return w;
}

/* A hash table, open addressing by role_hash(). */
typedef struct role_table {
    const role_entry *places;
    uint32_t mask;           /* places less one */
    const uint32_t *letters; /* of each role, by its bit: which letters its words begin with */
    const uint32_t *ends;    /* of each first letter (its five lower bits), which letters such words
                                end with: most words of a text are told by them */
} role_table;

/* The bit of a first letter. */
static inline uint32_t role_letter(char lower)
{
    return lower >= 'a' && lower <= 'z' ? 1u << (lower - 'a') : 0;
}

extern const role_table grammar_roles; /* generated of roles.tsv */
extern const role_table heading_roles; /* generated of headings.tsv */
extern const role_table group_roles;   /* generated of groups.tsv */
extern const role_table lint_roles;    /* generated of lint.tsv */
extern const role_table audit_roles;   /* generated of audit.tsv */

/* Can a word that begins with this letter have that role (one)? Nearly every question ends here. */
static inline bool role_may_begin(role_set role, char first)
{
    return grammar_roles.letters[__builtin_ctzll(role)] & role_letter(text_lower(first));
}

/* The roles of a word of the grammar, 0 for none: without those aside, and with them. */
role_set roles_of(const char *text, size_t size);
role_set roles_all(const char *text, size_t size);
/* Of several words, parted by blanks: what any of them has, those aside too; and what the last one
 * has. */
role_set roles_within(const char *text, size_t size);
role_set roles_of_last(const char *text, size_t size);
/* Has a word that role (one)? */
static inline bool role_is_of(role_set role, const char *text, size_t size)
{
    return size && role_may_begin(role, *text) && (roles_all(text, size) & role);
}
/* The roles of a word in a table. */
role_set roles_find(const role_table *t, const char *text, size_t size);
/* The name of a role in roles.tsv, headings.tsv, groups.tsv, lint.tsv or audit.tsv; NULL where
 * there is no such bit. */
const char *role_name(unsigned bit);
const char *head_role_name(unsigned bit);
const char *who_role_name(unsigned bit);
const char *lint_role_name(unsigned bit);
const char *audit_role_name(unsigned bit);

#endif
