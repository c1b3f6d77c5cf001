/* Reading JSON: a document becomes a flat array of values that know their place in the input.
 *
 * The library behind it is simdjson; this header is all that C sees of it. Keys and
 * strings stay as they are printed in the input (escapes and all) until they are asked for, so any
 * value can be traced to its bytes and what is not needed costs nothing. */
#ifndef ELIGO_BASE_JSON_H
#define ELIGO_BASE_JSON_H

#include "engine/base/arena.h"
#include "engine/eligo.h"

#include <stdint.h>
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
    uint8_t kind; /* json_kind */
    uint8_t name; /* of a member: the number of its key, where names are kept; else 0 */
    uint8_t type; /* of an object: the number of its type, where types are asked for; else 0 */
    bool key_escaped : 1; /* the key contains a backslash */
    bool escaped : 1;     /* the string contains a backslash */
    bool pruned : 1;      /* of an object: members were left out, as nobody asks for them */
    unsigned next;        /* values to the next sibling */
    unsigned count;       /* children of an array or object */
    unsigned members;     /* of an object: bit n is set where a member's name is n modulo 32 */
    union {
        unsigned key; /* of a member: its key, without the quotes */
        unsigned
            same; /* where names are kept: values with the same number (not 0) are the same text */
    };
    unsigned key_size;
    unsigned start,
        size; /* the text: of a string without the quotes; of an array or object with brackets */
} json_value;

typedef struct json_doc {
    const char *text;
    size_t size;
    const json_value *root; /* the whole document */
} json_doc;

/* A set of words, numbered from 1 in the order of the list (NULL-terminated, at most 255, and alive
 * as long as the set). One of them, of less than eight bytes, may end in a star: it is any longer
 * word that begins so. NULL: no memory. Once made it is only read. */
typedef struct json_names json_names;
json_names *json_names_new(const char *const *words);
void json_names_delete(json_names *n);
/* The number of a word; 0: it is not in the set. */
unsigned json_names_find(const json_names *n, const char *text, size_t size);

typedef struct json_reader json_reader;
/* A reader's buffers are used again from document to document. NULL: no memory. */
json_reader *json_reader_new(void);
void json_reader_delete(json_reader *r);
/* Values that have been read: what is printed in the same bytes again is known by comparing them.
 * It takes what it sees twice, until it is full: numbers are up to JSON_MEMO. NULL: no memory. */
enum { JSON_MEMO = 4096 };
typedef struct json_memo json_memo;
json_memo *json_memo_new(void);
void json_memo_delete(json_memo *m);
/* What is known under a number (json_value.same): the text, and the values of it, whose places are
 * counted from its beginning. */
typedef struct json_same {
    const char *text;
    unsigned size, count;
    const json_value *values;
} json_same;
json_same json_memo_get(const json_memo *m, unsigned same);

/* What of documents is kept. The rest is checked like all, and costs no more than that. An object
 * whose first member is `resourceType`, with a type that is in the set, is of that type. */
enum {
    JSON_KEEP = 1,    /* members of this name are kept */
    JSON_REPEATED = 2 /* and what is in them is worth looking for in the memo */
};
typedef struct json_filter {
    const json_names *names; /* see json_at, which then finds members instead of json_get (their
                                keys are not kept); NULL: all members are kept */
    const uint8_t *flags;    /* of each name, from 0, which is all others */
    const json_names *types; /* NULL: none */
    const uint8_t *const *by_type; /* flags of the members of an object of a type itself, from 1;
                                      NULL: it is kept without its children (count 0), and passed
                                      over at the parser's own speed */
    json_memo *memo;               /* NULL: none; filters that share one keep the same of what is
                                      repeated, where they keep it */
} json_filter;
/* Holds from now on (NULL: everything is kept); alive as long as it is used. */
void json_reader_filter(json_reader *r, const json_filter *filter);

/* Parses text[0, size), which must be one JSON document followed by JSON_PADDING readable bytes; at
 * most 4 GiB. The document lives until the next parse with the same reader; `text` must, too.
 * False: *err says what and where. Nesting beyond LIMIT_JSON_DEPTH is ELIGO_ELIMIT. Duplicate keys
 * are kept; json_get finds the first. */
bool json_parse(json_reader *r, const char *text, size_t size, const char *name, json_doc *doc,
                eligo_error *err);
/* Says that the next texts to parse are lines of text[0, size), in their order, which are then
 * looked at together, in less time. The text must stay as it is until the last of them is parsed.
 * Nothing else depends on it. */
void json_ahead(json_reader *r, const char *text, size_t size);

/* The member of this key of an object; NULL: none. */
const json_value *json_member(const json_doc *d, const json_value *object, const char *key,
                              size_t size);
/* The member `key` of an object (plain ASCII key); NULL where v is NULL, not an object, or has
 * none. */
static inline const json_value *json_get(const json_doc *d, const json_value *v, const char *key)
{
    return v && v->kind == JSON_OBJECT ? json_member(d, v, key, strlen(key)) : NULL;
}
/* The member whose key has this number in the set of names that the reader keeps. */
static inline const json_value *json_at(const json_value *v, unsigned name)
{
    const json_value *c;
    unsigned i;

    if (!v || !(v->members >> name % 32 & 1))
        return NULL;
    for (c = v + 1, i = v->count; i; i--, c += c->next)
        if (c->name == name)
            return c;
    return NULL;
}
/* The first child of an array or object, NULL where there is none; and the child after it, where
 * `i` counts from 0: for (c = json_first(v), i = 0; i < v->count; i++, c = json_next(c)) */
static inline const json_value *json_first(const json_value *v)
{
    return v && v->count ? v + 1 : NULL;
}
static inline const json_value *json_next(const json_value *v)
{
    return v + v->next;
}
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
