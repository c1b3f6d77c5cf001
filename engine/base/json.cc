/* json.h over simdjson: the library validates UTF-8 and finds where tokens begin (its "stage 1", at
 * the speed of memory, with the kernel for this processor); one pass over these places checks the
 * grammar and writes the flat array. The library's own walkers give no place for an error and no
 * end for a raw string; the index gives both. No exception leaves this file: none is thrown. */
#define SIMDJSON_EXCEPTIONS 0
#include <simdjson.h>

extern "C" {
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
}
#include "engine/base/json.h"

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

struct json_reader {
    std::unique_ptr<simdjson::internal::dom_parser_implementation> index;
    json_value *values;
    size_t room;
};

namespace
{

bool blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

int hex(char c)
{
    if (digit(c))
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The four digits behind \u; -1: not four. */
int unit16(const char *p, const char *end)
{
    int value = 0;

    if (end - p < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        int h = hex(p[i]);

        if (h < 0)
            return -1;
        value = value * 16 + h;
    }
    return value;
}

/* One character of a string that may have escapes: its bytes in `out`, their number returned, *p
 * moved on. 0: a wrong escape at *p. */
size_t character(const char **p, const char *end, char out[4])
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    const char *at = *p, *found;
    int high, low;

    if (*at != '\\') {
        out[0] = *at;
        *p = at + 1;
        return 1;
    }
    if (end - at < 2)
        return 0;
    if (at[1] != 'u') {
        found = at[1] ? std::strchr(from, at[1]) : nullptr;
        if (!found)
            return 0;
        out[0] = to[found - from];
        *p = at + 2;
        return 1;
    }
    high = unit16(at + 2, end);
    if (high < 0)
        return 0;
    *p = at + 6;
    if (high >= 0xD800 && high < 0xDC00 && end - *p >= 6 && (*p)[0] == '\\' && (*p)[1] == 'u' &&
        (low = unit16(*p + 2, end)) >= 0xDC00 && low < 0xE000) {
        *p += 6;
        return utf8_encode(0x10000 + (((uint32_t)high - 0xD800) << 10) + ((uint32_t)low - 0xDC00),
                           out);
    }
    return utf8_encode(high >= 0xD800 && high < 0xE000 ? 0xFFFD : (uint32_t)high, out);
}

/* The first wrong escape of a string; NULL: none. */
const char *wrong_escape(const char *p, const char *end)
{
    char out[4];

    while ((p = (const char *)std::memchr(p, '\\', (size_t)(end - p))) != nullptr)
        if (!character(&p, end, out))
            return p;
    return nullptr;
}

bool number_valid(const char *p, const char *end)
{
    if (p < end && *p == '-')
        p++;
    if (p == end || !digit(*p))
        return false;
    if (*p == '0')
        p++;
    else
        while (p < end && digit(*p))
            p++;
    if (p < end && *p == '.') {
        p++;
        if (p == end || !digit(*p))
            return false;
        while (p < end && digit(*p))
            p++;
    }
    if (p < end && (*p | 0x20) == 'e') {
        p++;
        if (p < end && (*p == '+' || *p == '-'))
            p++;
        if (p == end || !digit(*p))
            return false;
        while (p < end && digit(*p))
            p++;
    }
    return p == end;
}

/* One document on its way into the array. */
struct walk {
    json_reader *r;
    const char *name;
    const char *base; /* the input as given; offsets are of it */
    size_t size;
    size_t skipped;         /* the byte order mark */
    const uint32_t *places; /* where tokens begin, after `skipped` */
    size_t place, count;
    const char *const *skip;
    json_value *values;
    size_t used;
    eligo_error *err;
    size_t escape; /* the first backslash from the last string on; size: there is none */

    bool fail(size_t offset, const char *what)
    {
        error_at(err, ELIGO_EPARSE, name, base, size, offset, "%s", what);
        return false;
    }
    bool more() const
    {
        return place < count;
    }
    size_t here() const
    {
        return more() ? skipped + places[place] : size;
    }
    /* The end of the token at `place`: up to the next one, without the blanks between. */
    size_t token_end() const
    {
        size_t end = place + 1 < count ? skipped + places[place + 1] : size, start = here();

        while (end > start + 1 && blank(base[end - 1]))
            end--;
        return end;
    }
    bool ends_early()
    {
        return fail(size,
                    "the document ends in the middle; it was cut off: write or send it again");
    }

    json_value *add()
    {
        if (used == r->room) {
            size_t room = r->room ? r->room * 2 : 1024;
            json_value *larger = room > SIZE_MAX / sizeof *larger
                                     ? nullptr
                                     : (json_value *)std::realloc(r->values, room * sizeof *larger);

            if (!larger) {
                error_memory(err, name);
                return nullptr;
            }
            r->values = values = larger;
            r->room = room;
        }
        std::memset(&values[used], 0, sizeof values[used]);
        return &values[used++];
    }

    /* A string token: its inside. */
    bool string(size_t *start, size_t *length, bool *escaped)
    {
        size_t from = here(), to = token_end();

        if (to - from < 2 || base[to - 1] != '"')
            return fail(from, "a string that does not end; a quote is missing");
        *start = from + 1;
        *length = to - from - 2;
        if (escape < *start) {
            const char *next = (const char *)std::memchr(base + *start, '\\', size - *start);

            escape = next ? (size_t)(next - base) : size;
        }
        *escaped = escape < to;
        if (*escaped) {
            const char *wrong = wrong_escape(base + *start, base + *start + *length);

            if (wrong)
                return fail((size_t)(wrong - base),
                            "an escape that JSON does not have; write \\\\ for a backslash");
        }
        place++;
        return true;
    }

    /* null, true, false or a number. */
    bool scalar(json_value *v)
    {
        const char *p = base + here();
        size_t length = token_end() - here();

        if (length == 4 && std::memcmp(p, "null", 4) == 0)
            v->kind = JSON_NULL;
        else if (length == 4 && std::memcmp(p, "true", 4) == 0)
            v->kind = JSON_TRUE;
        else if (length == 5 && std::memcmp(p, "false", 5) == 0)
            v->kind = JSON_FALSE;
        else if ((*p == '-' || digit(*p)) && number_valid(p, p + length))
            v->kind = JSON_NUMBER;
        else if (*p == '-' || digit(*p))
            return fail(here(), "a number that JSON does not have; write it as -12.5 or 1e3");
        else if (*p == '}' || *p == ']' || *p == ',' || *p == ':')
            return fail(here(), "a value is missing here");
        else
            return fail(here(), "this is no JSON value; strings need quotes");
        v->start = (unsigned)here();
        v->size = (unsigned)length;
        place++;
        return true;
    }

    /* True where the object that opens at `place` is of a type that nobody asks about. */
    bool unwanted() const
    {
        static const char key[] = "resourceType\"";
        size_t at = here();

        if (!skip || place + 3 >= count || base[skipped + places[place + 2]] != ':')
            return false;
        at = skipped + places[place + 1];
        if (base[at] != '"' || size - at < sizeof key ||
            std::memcmp(base + at + 1, key, sizeof key - 1) != 0)
            return false;
        at = skipped + places[place + 3];
        if (base[at] != '"')
            return false;
        at++;
        const char *end = (const char *)std::memchr(base + at, '"', size - at);
        size_t length = end ? (size_t)(end - (base + at)) : 0;

        for (const char *const *type = skip; length && *type; type++)
            if (base[at] == **type && std::strncmp(base + at, *type, length) == 0 &&
                !(*type)[length])
                return true;
        return false;
    }
    /* Passes over an object: *end is behind it. */
    bool pass_over(size_t *end)
    {
        size_t depth = 0;

        for (; place < count; place++) {
            char c = base[skipped + places[place]];

            if (c == '{' || c == '[')
                depth++;
            else if ((c == '}' || c == ']') && --depth == 0) {
                *end = here() + 1;
                place++;
                return c == '}' ? true : fail(*end - 1, "] where } is needed");
            }
        }
        return ends_early();
    }

    bool run()
    {
        size_t open[LIMIT_JSON_DEPTH]; /* the values that are not closed yet */
        size_t depth = 0;

        for (;;) {
            json_value *v;
            size_t key = 0, key_size = 0;
            bool key_escaped = false;

            if (!more())
                return ends_early();
            if (depth) {
                bool object = values[open[depth - 1]].kind == JSON_OBJECT;
                char c = base[here()];

                /* what may come here: the end, a comma, or (first) a member */
                if (c == (object ? '}' : ']')) {
                    json_value *whole = &values[open[depth - 1]];

                    whole->size = (unsigned)(here() + 1 - whole->start);
                    whole->next = (unsigned)(used - open[depth - 1]);
                    place++;
                    depth--;
                    if (!depth)
                        return finish();
                    continue;
                }
                if (values[open[depth - 1]].count) {
                    if (c != ',')
                        return fail(here(), object ? "a comma or } is missing before this"
                                                   : "a comma or ] is missing before this");
                    place++;
                    if (!more())
                        return ends_early();
                }
                if (object) {
                    if (base[here()] != '"')
                        return fail(here(), "a key in quotes is needed here");
                    if (!string(&key, &key_size, &key_escaped))
                        return false;
                    if (!more())
                        return ends_early();
                    if (base[here()] != ':')
                        return fail(here(), "a colon is missing behind the key");
                    place++;
                    if (!more())
                        return ends_early();
                }
                values[open[depth - 1]].count++;
            }
            v = add();
            if (!v)
                return false;
            v->key = (unsigned)key;
            v->key_size = (unsigned)key_size;
            v->key_escaped = key_escaped;
            v->next = 1;
            char c = base[here()];
            if (c == '{' || c == '[') {
                v->kind = c == '{' ? JSON_OBJECT : JSON_ARRAY;
                v->start = (unsigned)here();
                if (c == '{' && unwanted()) {
                    size_t end;

                    if (!pass_over(&end))
                        return false;
                    v->size = (unsigned)(end - v->start);
                } else {
                    if (depth == LIMIT_JSON_DEPTH) {
                        error_at(err, ELIGO_ELIMIT, name, base, size, here(),
                                 "nested deeper than %d levels, the most that is read",
                                 LIMIT_JSON_DEPTH);
                        return false;
                    }
                    open[depth++] = used - 1;
                    place++;
                }
            } else if (c == '"') {
                size_t start, length;
                bool escaped;

                if (!string(&start, &length, &escaped))
                    return false;
                v->kind = JSON_STRING;
                v->start = (unsigned)start;
                v->size = (unsigned)length;
                v->escaped = escaped;
            } else if (!scalar(v))
                return false;
            if (!depth)
                return finish();
        }
    }
    bool finish()
    {
        return !more() ||
               fail(
                   here(),
                   "something follows the end of the document; one document is read from one text");
    }

    /* What the index refused, found again byte by byte: a control character in a string, or a
     * string without end. */
    bool string_fault()
    {
        size_t start = size;
        bool inside = false;

        for (size_t i = skipped; i < size; i++) {
            char c = base[i];

            if (!inside) {
                if (c == '"') {
                    inside = true;
                    start = i;
                }
            } else if (c == '\\')
                i++;
            else if (c == '"')
                inside = false;
            else if ((unsigned char)c < 0x20)
                return fail(
                    i, c ? "a control character inside a string; write it as an escape (\\n, \\t)"
                         : "a NUL byte inside a string; write it as \\u0000");
        }
        return fail(
            inside ? start : size,
            inside ? "a string that does not end; the document was cut off, or a quote is missing"
                   : "the document cannot be read as JSON");
    }
};

/* The index of text[0, size). */
simdjson::error_code make_index(json_reader *r, const char *text, size_t size)
{
    /* its capacity in steps: growing is a new allocation each time */
    size_t capacity = (size_t)1 << 20;

    while (capacity < size)
        capacity *= 2;
    if (capacity > simdjson::SIMDJSON_MAXSIZE_BYTES)
        capacity = simdjson::SIMDJSON_MAXSIZE_BYTES;
    if (!r->index) {
        simdjson::error_code code =
            simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, 1,
                                                                                    r->index);

        if (code) {
            r->index.reset();
            return code;
        }
    } else if (r->index->capacity() < size) {
        simdjson::error_code code = r->index->allocate(capacity, 1);

        if (code) {
            r->index.reset();
            return code;
        }
    }
    return r->index->stage1((const uint8_t *)text, size, simdjson::stage1_mode::regular);
}

/* Compares a raw string or key, escapes and all, with plain text. */
bool raw_is(const char *raw, size_t size, bool escaped, const char *text)
{
    const char *p = raw, *end = raw + size;
    size_t length = std::strlen(text);
    char out[4];

    if (!escaped)
        return size == length && std::memcmp(raw, text, size) == 0;
    while (p < end) {
        size_t n = character(&p, end, out);

        if (!n || n > length || std::memcmp(out, text, n) != 0)
            return false;
        text += n;
        length -= n;
    }
    return length == 0;
}

const char *raw_text(const char *raw, size_t size, bool escaped, arena *a, size_t *out_size)
{
    const char *p = raw, *end = raw + size;
    char *out, *to;

    if (out_size)
        *out_size = 0;
    if (!escaped) {
        out = arena_text(a, raw, size);
        if (out && out_size)
            *out_size = size;
        return out;
    }
    out = to = (char *)arena_alloc(a, size + 1); /* an escape is never shorter than what it means */
    if (!out)
        return nullptr;
    while (p < end) {
        char bytes[4];
        size_t n = character(&p, end, bytes);

        if (!n) /* refused by json_parse */
            break;
        std::memcpy(to, bytes, n);
        to += n;
    }
    *to = 0;
    if (out_size)
        *out_size = (size_t)(to - out);
    return out;
}

} // namespace

json_reader *json_reader_new(void)
{
    return new (std::nothrow) json_reader();
}

void json_reader_delete(json_reader *r)
{
    if (!r)
        return;
    std::free(r->values);
    delete r;
}

bool json_parse(json_reader *r, const char *text, size_t size, const char *name,
                const char *const *skip, json_doc *doc, eligo_error *err)
{
    size_t mark = size >= 3 && std::memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

    *doc = json_doc{text, size, nullptr};
    if (size > simdjson::SIMDJSON_MAXSIZE_BYTES) {
        error_set(err, ELIGO_ELIMIT, name,
                  "is larger than 4 GiB, the most that is read as one document");
        return false;
    }
    walk w = {r, name, text, size, mark, nullptr, 0, 0, skip, r->values, 0, err, 0};
    switch (make_index(r, text + mark, size - mark)) {
    case simdjson::SUCCESS: break;
    case simdjson::EMPTY: return w.fail(size, "nothing but blanks; a JSON document is needed");
    case simdjson::UTF8_ERROR:
        return w.fail(utf8_valid(text, size), "not UTF-8 from here; convert the file to UTF-8");
    case simdjson::MEMALLOC: error_memory(err, name); return false;
    default: return w.string_fault();
    }
    w.places = r->index->structural_indexes.get();
    w.count = r->index->n_structural_indexes;
    if (!w.run())
        return false;
    doc->root = r->values;
    return true;
}

const json_value *json_member(const json_doc *d, const json_value *v, const char *key, size_t size)
{
    const json_value *c;
    unsigned i;

    for (c = v + 1, i = 0; i < v->count; i++, c += c->next)
        if (c->key_escaped ? raw_is(d->text + c->key, c->key_size, true, key)
                           : c->key_size == size && std::memcmp(d->text + c->key, key, size) == 0)
            return c;
    return nullptr;
}

const json_value *json_first(const json_value *v)
{
    return v && v->count ? v + 1 : nullptr;
}

const json_value *json_next(const json_value *v)
{
    return v + v->next;
}

bool json_key_is(const json_doc *d, const json_value *v, const char *key)
{
    return v && raw_is(d->text + v->key, v->key_size, v->key_escaped, key);
}

bool json_is(const json_doc *d, const json_value *v, const char *text)
{
    return v && v->kind == JSON_STRING && raw_is(d->text + v->start, v->size, v->escaped, text);
}

const char *json_text(const json_doc *d, const json_value *v, arena *a, size_t *size)
{
    if (size)
        *size = 0;
    if (!v || v->kind != JSON_STRING)
        return nullptr;
    return raw_text(d->text + v->start, v->size, v->escaped, a, size);
}

const char *json_key(const json_doc *d, const json_value *v, arena *a, size_t *size)
{
    if (size)
        *size = 0;
    return v ? raw_text(d->text + v->key, v->key_size, v->key_escaped, a, size) : nullptr;
}

bool json_number(const json_doc *d, const json_value *v, double *out)
{
    const char *start, *end;
    double value = 0;

    if (!v || v->kind != JSON_NUMBER)
        return false;
    start = d->text + v->start;
    end = start + v->size;
    /* what no double holds: too near to zero is zero, too large is no number */
    if (std::from_chars(start, end, value).ec == std::errc::result_out_of_range) {
        const char *e = start;

        while (e < end && (*e | 0x20) != 'e')
            e++;
        bool tiny = e + 1 < end ? e[1] == '-' : start[*start == '-'] == '0';
        if (!tiny)
            return false;
        value = 0;
    }
    *out = value;
    return true;
}

bool json_bool(const json_value *v, bool *out)
{
    if (!v || (v->kind != JSON_TRUE && v->kind != JSON_FALSE))
        return false;
    *out = v->kind == JSON_TRUE;
    return true;
}

eligo_span json_span(const json_value *v)
{
    return eligo_span{v->start, (size_t)v->start + v->size};
}
