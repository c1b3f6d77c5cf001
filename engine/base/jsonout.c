#include "engine/base/jsonout.h"

#include "engine/base/text.h"

#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_gen.h>

/* yajl does not check what its allocator returns: what it needs (its state, an empty buffer) lies
 * here, and was there before it asked. */
enum { YAJL_ROOM = 4096 };

struct json_out {
    yajl_gen gen;
    buffer *to;
    bool failed;
    size_t used;
    _Alignas(max_align_t) char room[YAJL_ROOM];
};

static void *take(void *context, size_t size)
{
    json_out *o = context;
    size_t need = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);

    if (need > YAJL_ROOM - o->used)
        return NULL;
    o->used += need;
    return o->room + o->used - need;
}

/* Never asked for: yajl's own buffer stays empty, as all is printed. */
static void *take_more(void *context, void *old, size_t size)
{
    return old ? NULL : take(context, size);
}

static void give_back(void *context, void *block)
{
    (void)context;
    (void)block;
}

static void print(void *context, const char *text, size_t size)
{
    buffer_add(context, text, size);
}

json_out *json_out_new(buffer *to, bool pretty)
{
    json_out *o = calloc(1, sizeof *o);
    yajl_alloc_funcs memory = {take, take_more, give_back, o};

    if (!o)
        return NULL;
    o->to = to;
    o->gen = yajl_gen_alloc(&memory); /* copies them */
    if (!o->gen) {
        free(o);
        return NULL;
    }
    yajl_gen_config(o->gen, yajl_gen_print_callback, print, to);
    yajl_gen_config(o->gen, yajl_gen_beautify, pretty ? 1 : 0);
    yajl_gen_config(o->gen, yajl_gen_indent_string, " ");
    return o;
}

bool json_out_delete(json_out *o)
{
    bool good = o && !o->failed && !o->to->failed;

    if (o)
        yajl_gen_free(o->gen);
    free(o);
    return good;
}

static void check(json_out *o, yajl_gen_status status)
{
    if (status != yajl_gen_status_ok && status != yajl_gen_generation_complete)
        o->failed = true;
}

void json_newline(json_out *o)
{
    yajl_gen_reset(o->gen, NULL);
    buffer_putc(o->to, '\n');
}

void json_open(json_out *o, char bracket)
{
    check(o, bracket == '{' ? yajl_gen_map_open(o->gen) : yajl_gen_array_open(o->gen));
}

void json_close(json_out *o, char bracket)
{
    check(o, bracket == '}' ? yajl_gen_map_close(o->gen) : yajl_gen_array_close(o->gen));
}

void json_put_bytes(json_out *o, const char *text, size_t size)
{
    size_t good = utf8_valid(text, size);

    if (good == size) {
        check(o, yajl_gen_string(o->gen, (const unsigned char *)text, size));
        return;
    }
    buffer mended;

    buffer_init(&mended, 0);
    utf8_mend(&mended, text, size);
    if (mended.failed)
        o->failed = true;
    else
        check(o, yajl_gen_string(o->gen, (const unsigned char *)mended.data, mended.size));
    buffer_free(&mended);
}

void json_put_text(json_out *o, const char *text)
{
    if (text)
        json_put_bytes(o, text, strlen(text));
    else
        json_put_null(o);
}

void json_put_key(json_out *o, const char *key)
{
    check(o, yajl_gen_string(o->gen, (const unsigned char *)key, strlen(key)));
}

void json_put_number(json_out *o, double value)
{
    char text[32];

    if (!isfinite(value)) {
        json_put_null(o);
        return;
    }
    number_text(value, text);
    check(o, yajl_gen_number(o->gen, text, strlen(text)));
}

void json_put_size(json_out *o, size_t value)
{
    char digits[24];
    size_t at = sizeof digits;

    do
        digits[--at] = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    check(o, yajl_gen_number(o->gen, digits + at, sizeof digits - at));
}

void json_put_bool(json_out *o, bool value)
{
    check(o, yajl_gen_bool(o->gen, value));
}

void json_put_null(json_out *o)
{
    check(o, yajl_gen_null(o->gen));
}

void json_put_span(json_out *o, eligo_span span)
{
    json_open(o, '[');
    json_put_size(o, span.start);
    json_put_size(o, span.end);
    json_close(o, ']');
}

void json_text_member(json_out *o, const char *key, const char *text)
{
    json_put_key(o, key);
    json_put_text(o, text);
}

void json_number_member(json_out *o, const char *key, double value)
{
    json_put_key(o, key);
    json_put_number(o, value);
}

void json_bool_member(json_out *o, const char *key, bool value)
{
    json_put_key(o, key);
    json_put_bool(o, value);
}
