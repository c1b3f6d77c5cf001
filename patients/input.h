/* Record files as a stream of texts: the whole of a file, or its lines; plain or gzip; "-" is
 * standard input. One buffer is used for all. */
#ifndef ELIGO_PATIENTS_INPUT_H
#define ELIGO_PATIENTS_INPUT_H

#include "engine/eligo.h"

#include <stdint.h>

typedef struct input input;

typedef struct input_text {
    const char *text;  /* valid until the next call; JSON_PADDING readable bytes behind it */
    size_t size, line; /* line: where it begins, from 1 */
    uint64_t offset;   /* bytes of the (unpacked) file */
    bool one_line;     /* it is a line of its own */
    size_t ahead; /* of the first text after reading on: bytes from it on that are whole texts; else
                     0 */
} input_text;

input *input_open(const char *path, eligo_error *err);
/* The same with the buffer of another that is done with. False: *err; it can only be closed or
 * opened again. */
bool input_reopen(input *in, const char *path, eligo_error *err);
void input_close(input *in);
const char *input_name(const input *in);
/* What the file begins with, at most `want` bytes, without taking it; blanks and a byte order mark
 * too. */
input_text input_peek(input *in, size_t want, eligo_error *err);
/* True where offsets are places in the file itself (a plain file that can be read again). */
bool input_seekable(const input *in);
/* The next JSON text: a line, where the file has one value a line, else all of it. Blank lines are
 * passed over. ELIGO_OK, ELIGO_END, ELIGO_ELIMIT (this text is too large and was passed over; go
 * on), another code: the rest cannot be read. */
eligo_code input_json(input *in, input_text *out, eligo_error *err);
/* The next line as it is, without its end. Codes as above. */
eligo_code input_line(input *in, input_text *out, eligo_error *err);

#endif
