/* What a change makes of a verdict, as JSON (the contract's eligo.whatif/1) and for people. */
#ifndef ELIGO_ENGINE_WHATIF_PRINT_H
#define ELIGO_ENGINE_WHATIF_PRINT_H

#include "engine/base/jsonout.h"
#include "engine/whatif.h"

typedef enum whatif_how {
    WHATIF_SET,
    WHATIF_ADD,
    WHATIF_DROP,
    WHATIF_ATTEST,
    WHATIF_HOWS
} whatif_how;

typedef struct whatif_edit {
    whatif_how how;
    const char *text;       /* as it was given */
    const concept *concept; /* what its name stands for; NULL: none, or it is no name */
} whatif_edit;

void whatif_json(json_out *o, const whatif_result *w, const whatif_edit *edits, size_t count);
/* One line with the outcome first; then what was changed, what that changes, and what is left. */
void whatif_text(buffer *b, const whatif_result *w, const whatif_edit *edits, size_t count,
                 bool colour);

#endif
