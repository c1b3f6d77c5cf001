/* Writing JSON, a value at a time, into a buffer (the library behind it is yajl).
 *
 *     json_out *o = json_out_new(&text, pretty);
 *     json_open(o, '{'); json_put_key(o, "id"); json_put_text(o, id); json_close(o); ...
 *     if (!json_out_delete(o)) ... no memory
 */
#ifndef ELIGO_BASE_JSONOUT_H
#define ELIGO_BASE_JSONOUT_H

#include "engine/base/buffer.h"
#include "engine/eligo.h"

typedef struct json_out json_out;

/* Writes to `to`, which it does not own. `pretty`: indented, for people. NULL: no memory. */
json_out *json_out_new(buffer *to, bool pretty);
/* True where all was written: no memory failure on the way. NULL gives false. */
bool json_out_delete(json_out *o);
/* After a whole value: begins the next on a line of its own (NDJSON). */
void json_newline(json_out *o);

void json_open(json_out *o, char bracket);  /* '{' or '[' */
void json_close(json_out *o, char bracket); /* '}' or ']' */
void json_put_key(json_out *o, const char *key);
void json_put_text(json_out *o, const char *text);               /* NULL: null */
void json_put_bytes(json_out *o, const char *text, size_t size); /* invalid UTF-8 becomes U+FFFD */
void json_put_number(json_out *o, double value);                 /* not finite: null */
void json_put_size(json_out *o, size_t value);
void json_put_bool(json_out *o, bool value);
void json_put_null(json_out *o);
void json_put_span(json_out *o, eligo_span span); /* [start, end] */
/* key and value in one call */
void json_text_member(json_out *o, const char *key, const char *text);
void json_number_member(json_out *o, const char *key, double value);
void json_bool_member(json_out *o, const char *key, bool value);

#endif
