/* A trial document -> the text of its criteria, with the place of every byte, and the registry's
 * fields.
 *
 * Understands ClinicalTrials.gov API v2 JSON (one study, {"studies": [...]}, NDJSON), its legacy
 * XML, and text: a bare criteria section, or a saved page of a registry in any layout, in which the
 * section is found, and its end. What it hands on is clean UTF-8: entities, Markdown escapes, JSON
 * escapes, CRLF, BOM, no-break blanks are resolved, NUL and invalid bytes are blanks; `at` tells
 * where each byte came from. */
#ifndef ELIGO_GRAMMAR_SOURCE_H
#define ELIGO_GRAMMAR_SOURCE_H

#include "grammar/heading.h"
#include "rules/rule.h"

/* Clean text and its places. at[i] is the byte of the input where byte i of the text begins, and
 * after[i] the byte behind what it was made of; both have `size` entries. */
typedef struct mapped {
    const char *text; /* NUL-terminated, but may be cut anywhere: use size */
    size_t size;
    const uint32_t *at, *after;
} mapped;

/* The bytes of the input that a range of the text was made of. An empty range is an empty span. */
eligo_span mapped_span(const mapped *m, size_t start, size_t end);

typedef struct source {
    mapped criteria; /* the whole criteria section with its headings; size 0: none was found */
    const char *trial_id, *title; /* "" where not known */
    registry_age minimum_age, maximum_age;
    const char *sex; /* "all", "female", "male"; NULL: not said */
    eligo_span sex_span;
    int healthy_volunteers;  /* 1, 0, -1 not said */
    const finding *findings; /* of the document itself: invalid UTF-8, NUL bytes */
    size_t finding_count;
    eligo_span above; /* a title above the first heading of a bare section; empty: none */
    bool bare;        /* the criteria are a text with no heading in it */
    const heading_line
        *lines; /* those of the criteria that were read as headings or none, in order */
    size_t line_count;
    const char *sum; /* SHA-256 of the whole input, the reader's; NULL: not worked out */
} source;

typedef struct source_reader source_reader;

/* Reads the documents of `bytes` one by one (NDJSON and lists of studies have several). The bytes
 * stay the caller's, must stay until the reader is deleted, and must have JSON_PADDING readable
 * bytes behind them; `name` is for messages. NULL: no memory. */
source_reader *source_open(const char *bytes, size_t size, const char *name, eligo_error *err);
/* The next trial into *out, drawn from `a`. ELIGO_OK; ELIGO_END; or an error of this document
 * (*err), after which the next call goes on with the next document where there is one. `rules_json`
 * is set where the document is eligo.rules/1 JSON (its bytes then are [*span]); *out is then empty.
 * out->sum is good until source_close. */
eligo_code source_next(source_reader *r, arena *a, source *out, bool *rules_json, eligo_span *span,
                       eligo_error *err);
void source_close(source_reader *r);

#endif
