/* What the parser kept of a document, in little room, and back again.
 *
 * A tape has a value after the other: what it is, its name, its size, its text; what the memo knows
 * is only its number there. Where a value was printed is written behind it. */
#ifndef ELIGO_PATIENTS_FHIR_TAPE_H
#define ELIGO_PATIENTS_FHIR_TAPE_H

#include "engine/base/arena.h"
#include "engine/base/buffer.h"
#include "engine/base/json.h"

typedef struct tape {
    unsigned values;
    uint32_t size;
    const char *bytes; /* the tape, and behind it where its values begin */
} tape;

/* The tape of a document, whose reader keeps names (keys are not written), with `head` bytes of
 * room in front of it: the room; NULL: no memory. */
void *tape_pack(const json_doc *doc, size_t head, arena *a, tape *out);
/* Where value `i` of a tape was printed: its offset in the document. */
size_t tape_where(const tape *t, const json_memo *m, unsigned i);

/* Documents from tapes, as the elements of a list. Zeroed at first. */
typedef struct tape_list {
    json_value *values; /* the list, then its elements */
    size_t count, room;
    unsigned elements;
    buffer text;
    struct tape_known { /* where the text of what the memo knows is, if it is of this round */
        unsigned round, start;
    } * known;
    unsigned round;
} tape_list;

void tape_list_begin(tape_list *l);
/* Appends a document; false: no memory. */
bool tape_unpack(tape_list *l, const json_memo *m, const tape *t);
/* The list as a document, which holds until the next beginning. */
json_doc tape_list_end(tape_list *l);
void tape_list_free(tape_list *l);

#endif
