/* The things of a vocabulary in memory, and what becomes of them beside the core: read by
 * lexicon_import.c, settled and written by import_terms.c. */
#ifndef ELIGO_ENGINE_IMPORT_TERMS_H
#define ELIGO_ENGINE_IMPORT_TERMS_H

#include "engine/lexicon_import.h"

typedef struct import_label {
    const char *text;
    const char *key; /* the folded form; "": it cannot be a name */
    bool usable;
} import_label;

typedef struct import_code {
    code_system system;
    const char *code;
} import_code;

typedef enum import_state {
    IMPORT_OPEN,
    IMPORT_TAKEN,   /* a concept of its own */
    IMPORT_EXTENDS, /* names and codes of the core's concept */
    IMPORT_KNOWN,
    IMPORT_ABOVE,
    IMPORT_OTHER,
    IMPORT_UNUSABLE
} import_state;

typedef struct import_term import_term;
struct import_term {
    authority_kind kind;
    category category;
    const char *id, *own; /* in the vocabulary, and as a concept's id */
    const char *unit, *place;
    import_label *labels; /* the name first */
    size_t label_count, label_room;
    import_code *codes;
    size_t code_count, code_room;
    const char **up_ids; /* what lies above, or what it is made of */
    size_t up_count, up_room;
    import_term **up; /* the same, found */
    const concept
        *core; /* the core's concept: the same (`same`), or a wider one that has its code */
    bool same, above, cyclic;
    size_t seen;                   /* by which walk */
    uint32_t waiting, first_below; /* while cycles are looked for */
    import_state state;
};

typedef struct import_terms {
    arena *a, *scratch;
    authority_form form;
    import_term **list;
    size_t count, room;
    import_term **slots; /* by id; open addressing, never full */
    size_t slot_count;
    size_t walks;
    const import_task *task;
    import_counts *counts;
} import_terms;

import_term *import_find(const import_terms *t, const char *id);
/* A new one; NULL: there is one of this id, or no memory. */
import_term *import_add(import_terms *t, authority_kind kind, const char *id);
void import_add_label(import_terms *t, import_term *m, const char *text);
void import_add_code(import_terms *t, import_term *m, code_system system, const char *code);
void import_add_up(import_terms *t, import_term *m, const char *id);

/* All is read: decides on each, and writes the table. */
void import_settle(import_terms *t, buffer *out);

#endif
