/* What stands behind the opaque types of eligo.h. For the engine and the program, not for users. */
#ifndef ELIGO_ENGINE_API_H
#define ELIGO_ENGINE_API_H

#include "engine/screen.h"
#include "patients/reader.h"

/* The core lexicon is nobody's to free: a handle says whose it is. */
struct eligo_lexicon {
    lexicon *site; /* NULL: the core alone */
};
/* What a handle stands for; NULL: the core. */
const lexicon *lexicon_of(const eligo_lexicon *lx);

struct eligo_rules {
    rules *rules; /* which own the arena that this lies in */
};

struct eligo_policy {
    eval_policy policy;
    eval_attest *attested; /* as policy.attested, with memory of its own: the id, too */
    size_t room;
};

struct eligo_patient {
    patient patient;
    arena *arena;               /* of record and verdicts; reset for the next patient */
    eval_record *record;        /* made by the first eligo_screen */
    const eligo_policy *policy; /* that it was made with */
};

struct eligo_verdict {
    screen_result result;
};

#endif
