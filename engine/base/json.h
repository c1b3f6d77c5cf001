/* Reading JSON: a document becomes a flat array of values that know their place in the input.
 *
 * The library behind it is simdjson; this header is all that C sees of it. Keys and
 * strings stay as they are printed in the input (escapes and all) until they are asked for, so any
 * value can be traced to its bytes and what is not needed costs nothing. */
#ifndef ELIGO_BASE_JSON_H
#define ELIGO_BASE_JSON_H

#include "engine/base/arena.h"
#include "engine/eligo.h"

#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Readable bytes that must lie behind the input handed to json_parse (their contents do not
 * matter). */
#define JSON_PADDING 64

typedef enum json_kind {
    JSON_NULL,
    JSON_FALSE,
    JSON_TRUE,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
} json_kind;

/* One value. The children of an array or object follow it in the flat array; `next` is how many
 * values to go on to reach the next sibling (1 for a scalar). Offsets are bytes of the input. */
typedef struct json_value {
    unsigned kind : 3;
    unsigned key_escaped : 1; /* the key contains a backslash */
    unsigned escaped : 1;     /* the string contains a backslash */
    unsigned next;            /* values to the next sibling */
    unsigned count;           /* children of an array or object */
    unsigned key, key_size;   /* of a member: its key, without the quotes */
    unsigned start,
        size; /* the text: of a string without the quotes; of an array or object with brackets */
} json_value;

typedef struct json_doc {
    const char *text;
    size_t size;
    const json_value *root; /* the whole document */
} json_doc;

typedef struct json_reader json_reader;
/* A reader's buffers are used again from document to document. NULL: no memory. */
json_reader *json_reader_new(void);
void json_reader_delete(json_reader *r);

/* Parses text[0, size), which must be one JSON document followed by JSON_PADDING readable bytes; at
 * most 4 GiB. The document lives until the next parse with the same reader; `text` must, too.
 * `skip`, which may be NULL, is a NULL-terminated list of `resourceType` values: an object whose
 * first member is such a resourceType is kept without its children (count 0), at the parser's own
 * speed. False: *err says what and where. Nesting beyond LIMIT_JSON_DEPTH is ELIGO_ELIMIT.
 * Duplicate keys are kept; json_get finds the first. */
bool json_parse(json_reader *r, const char *text, size_t size, const char *name,
                const char *const *skip, json_doc *doc, eligo_error *err);

/* The member of this key of an object; NULL: none. */
const json_value *json_member(const json_doc *d, const json_value *object, const char *key,
                              size_t size);
/* The member `key` of an object (plain ASCII key); NULL where v is NULL, not an object, or has
 * none. */
static inline const json_value *json_get(const json_doc *d, const json_value *v, const char *key)
{
    return v && v->kind == JSON_OBJECT ? json_member(d, v, key, strlen(key)) : NULL;
}
/* The first child of an array or object, NULL where there is none; and the child after it, where
 * `i` counts from 0: for (c = json_first(v), i = 0; i < v->count; i++, c = json_next(c)) */
const json_value *json_first(const json_value *v);
const json_value *json_next(const json_value *v);
/* True where the key of a member is exactly `key`. */
bool json_key_is(const json_doc *d, const json_value *v, const char *key);
/* True where v is the string `text`. */
bool json_is(const json_doc *d, const json_value *v, const char *text);
/* A string's contents, escapes resolved (lone surrogates become U+FFFD), NUL-terminated; *size may
 * be NULL. Not escaped: still a copy in the arena. NULL: v is NULL or no string, or no memory. */
const char *json_text(const json_doc *d, const json_value *v, arena *a, size_t *size);
/* The text of a key, escapes resolved. */
const char *json_key(const json_doc *d, const json_value *v, arena *a, size_t *size);
/* A number's value; false where v is NULL or not a number. */
bool json_number(const json_doc *d, const json_value *v, double *out);
/* true or false; false (the result) where v is neither. */
bool json_bool(const json_value *v, bool *out);
eligo_span json_span(const json_value *v);

#ifdef __cplusplus
}
#endif
#endif
