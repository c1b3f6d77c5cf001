/* Vocabularies of others as an imported lexicon file (docs/lexicon.md): what the core does not
 * have. */
#ifndef ELIGO_ENGINE_LEXICON_IMPORT_H
#define ELIGO_ENGINE_LEXICON_IMPORT_H

#include "engine/authority.h"
#include "engine/base/buffer.h"

typedef struct import_counts { /* things */
    size_t read, taken;
    size_t extended; /* concepts of the core that get names or codes */
    size_t codes;    /* codes in the file */
    size_t known;    /* the core has them, with all that was to say */
    size_t obsolete;
    size_t above; /* a concept of the core lies below them, where a file on top of the core cannot
                     place it */
    size_t other; /* their name means something else, in the core or in another thing */
    size_t unusable; /* without a name, or of a category that was not asked for */
    size_t cyclic;   /* on a cycle of parents: told, and these parents left out */
} import_counts;

typedef struct import_task {
    authority_form form;
    const char *path;
    category only;    /* CATEGORY_NONE: all */
    const char *part; /* where the work done so far is kept, so that it can go on where it was
                         stopped; NULL: nowhere. Removed by the caller once the result is safe. */
    /* Told now and then; may be NULL. size 0: not known. */
    void (*progress)(const char *file, uint64_t done, uint64_t size, void *context);
    /* Told of things on a cycle; may be NULL. */
    void (*trouble)(const char *message, void *context);
    void *context;
} import_task;

/* The vocabulary as a table in `out`. A thing that the core has (by its name, or by its code) adds
 * its other names and codes to the core's concept; nothing of the core is changed. `resumed` (may
 * be NULL): bytes of work that were found in `part`. Errors: *err; `out` is then not to be used. */
eligo_code lexicon_import(const import_task *task, buffer *out, import_counts *counts,
                          uint64_t *resumed, eligo_error *err);

#endif
