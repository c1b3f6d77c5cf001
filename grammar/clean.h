/* Text as a file has it -> clean UTF-8 with the place of every byte (grammar/source.h: mapped). */
#ifndef ELIGO_GRAMMAR_CLEAN_H
#define ELIGO_GRAMMAR_CLEAN_H

#include "grammar/source.h"

/* A mapped text that is being written. Room for all of it is made at the beginning. */
typedef struct mapping {
    char *text;
    uint32_t *at, *after;
    size_t size, room;
} mapping;

/* Room for `room` bytes in `a`; false: no memory. */
bool mapping_new(mapping *m, arena *a, size_t room);
void mapping_add(mapping *m, const char *bytes, size_t size, size_t at, size_t after);
mapped mapping_done(mapping *m);

/* Findings of a document, as many as LIMIT_REPORTS. */
typedef struct found {
    finding *list;
    size_t count, room;
    arena *arena;
} found;

/* `raw` with what clean text has no use for resolved: line ends, entities, simple tags, Markdown
 * escapes, blanks of all kinds, invisible characters, wide forms, curly quotes. NUL, control and
 * invalid bytes become blanks, each run with a finding at its bytes of the input. raw->at may be
 * NULL: the text is the input itself, from byte `base` on. Linear in its size. */
mapped clean_text(arena *a, const mapped *raw, size_t base, found *f);

#endif
