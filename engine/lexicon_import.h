/* Vocabularies of others as a site's lexicon file (docs/lexicon.md): what the core does not have.
 */
#ifndef ELIGO_ENGINE_LEXICON_IMPORT_H
#define ELIGO_ENGINE_LEXICON_IMPORT_H

#include "engine/base/buffer.h"
#include "rules/concept.h"

typedef struct import_counts { /* terms */
    size_t read, taken;
    size_t known; /* the core has them, with all their names */
    size_t obsolete;
    size_t above; /* a concept of the core lies below them, where a file on top of the core cannot
                     place it */
    size_t other; /* their name means something else, in the core or in another term */
    size_t unusable; /* no name, or one that cannot be found in a text; an id twice */
} import_counts;

/* Told now and then how many terms were read. */
typedef void import_progress(size_t terms, void *context);

/* An OBO file (the form of the Disease Ontology) of diseases -> a table in `out`. Names and EXACT
 * synonyms are taken, is_a are parents; a term that the core has gives way to it. Obsolete terms
 * are left out. `path` as in input_open; `progress` may be NULL. Errors: *err; `out` is then not to
 * be used. */
eligo_code lexicon_import_obo(const char *path, buffer *out, import_counts *counts,
                              import_progress *progress, void *context, eligo_error *err);

#endif
