/* The lexicon's codes beside an authority that the user has (docs/lexicon.md). */
#ifndef ELIGO_ENGINE_LEXICON_AUTHORITY_H
#define ELIGO_ENGINE_LEXICON_AUTHORITY_H

#include "engine/authority.h"
#include "engine/base/buffer.h"

/* Every code of the lexicon in the systems that the authority holds: one that is not there, one
 * that is retired, and one whose names share no word with the concept's are a line each in `out`,
 * then a line with the numbers. The number of such codes; where the authority cannot be read: *err.
 * `progress` as in lexicon_import.h; may be NULL. */
size_t authority_check(const lexicon *lx, authority_form form, const char *path,
                       void (*progress)(const char *file, uint64_t done, uint64_t size,
                                        void *context),
                       void *context, buffer *out, eligo_error *err);

#endif
