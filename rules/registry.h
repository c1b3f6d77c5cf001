/* What pages of registries print beside the criteria: names of fields, headings of other parts
 * (rules/registry.tsv, compiled in). */
#ifndef ELIGO_RULES_REGISTRY_H
#define ELIGO_RULES_REGISTRY_H

#include <stdbool.h>
#include <stddef.h>

typedef enum registry_kind {
    REGISTRY_NONE,
    /* fields */
    REGISTRY_AGES,
    REGISTRY_MINIMUM_AGE,
    REGISTRY_MAXIMUM_AGE,
    REGISTRY_SEX,
    REGISTRY_HEALTHY,
    REGISTRY_ID,
    REGISTRY_OTHER_ID,
    REGISTRY_TITLE,
    /* whole lines */
    REGISTRY_OVER,    /* the section is over */
    REGISTRY_BETWEEN, /* something else stands here */
    /* the beginning of a line */
    REGISTRY_OVER_BEGINS,
    REGISTRY_KINDS
} registry_kind;

typedef struct registry_words {
    const char *text; /* in lower case */
    unsigned char size;
    unsigned char kind;
    bool sure;
} registry_words;

typedef struct registry_table {
    const registry_words *words; /* those of one first byte side by side, and */
    const unsigned short
        *first; /* where those of byte b begin: 257 of them, for capitals as for small letters */
} registry_table;

extern const registry_table registry_fields, registry_lines; /* generated */

/* "ages" ... as in the table; NULL: there is no such kind. */
const char *registry_kind_name(registry_kind k);

#endif
