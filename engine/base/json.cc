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
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

/* A word of a set. Nearly all differ in their first eight bytes and their sizes. */
struct json_word {
    const char *text;
    size_t size;
    uint64_t head,
        tail; /* the first and the last eight bytes; of a star, its bytes and their mask */
};

struct json_names {
    enum { SLOTS = 1024, MOST = 255 };
    json_word words[MOST + 1]; /* from 1 */
    unsigned star;             /* the word that has one; 0: none has */
    uint8_t table[SLOTS];
};

typedef std::unique_ptr<simdjson::internal::dom_parser_implementation> json_index;

/* A value that may come again, and the values it consists of. */
struct json_known {
    const char *text;
    uint32_t size, tokens, depth;
    uint32_t count; /* 0: it was not kept */
    json_value *values;
};

struct json_memo {
    /* few places are looked at for each: nobody can make it slow */
    enum { SLOTS = 2 * JSON_MEMO, PROBES = 8, LONGEST = 700, BYTES = 8 << 20 };
    arena *memory;
    json_known *list[JSON_MEMO];
    unsigned count;
    uint16_t table[SLOTS]; /* number, from 1 */
    uint8_t seen[SLOTS];   /* what was there once */
};

struct json_reader {
    json_index one;                /* of a text by itself */
    json_index lines;              /* of several, one a line */
    const char *ahead, *ahead_end; /* these lines; NULL: none */
    const uint32_t *next;          /* the first place that may be of a line not parsed yet */
    json_value *values;
    size_t room;
    json_filter filter;
    const char *escape; /* no backslash from the last string up to here */
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

/* ---- sets of words ---- */

/* As many of eight bytes as there are. */
uint64_t head_of(const char *text, size_t size)
{
    uint64_t word = 0;

    std::memcpy(&word, text, size < sizeof word ? size : sizeof word);
    return word;
}

[[gnu::always_inline]] inline size_t slot_of(uint64_t head, size_t size)
{
    return (size_t)((head + size) * 0x9E3779B97F4A7C15u >> 54);
}

/* The number of a word; its head is given. */
[[gnu::always_inline]] inline unsigned find_word(const json_names *n, const char *text, size_t size,
                                                 uint64_t head)
{
    unsigned number;

    for (size_t s = slot_of(head, size); (number = n->table[s]); s = (s + 1) % json_names::SLOTS) {
        const json_word *w = &n->words[number];
        uint64_t tail;

        if (w->head != head || w->size != size)
            continue;
        if (size <= 8)
            return number;
        std::memcpy(&tail, text + size - 8, sizeof tail);
        if (tail == w->tail && (size <= 16 || std::memcmp(w->text, text, size) == 0))
            return number;
    }
    number = n->star;
    return (head & n->words[number].tail) == n->words[number].head && size > n->words[number].size
               ? number
               : 0;
}

/* The number of a key that has escapes. */
[[gnu::noinline, gnu::cold]] unsigned find_escaped(const json_names *n, const char *text,
                                                   size_t size)
{
    char plain[64]; /* longer than any word */
    size_t length = 0;

    for (const char *p = text, *end = text + size; p < end && length + 4 <= sizeof plain;)
        length += character(&p, end, plain + length);
    return find_word(n, plain, length, head_of(plain, length));
}

/* The number of a key of a document: there is more to read behind it than a word. */
[[gnu::always_inline]] inline unsigned find_key(const json_names *n, const char *text, size_t size,
                                                bool escaped)
{
    uint64_t head;

    if (escaped)
        return find_escaped(n, text, size);
    std::memcpy(&head, text, sizeof head);
    if (size < 8)
        head &= ((uint64_t)1 << 8 * size) - 1;
    return find_word(n, text, size, head);
}

/* ---- what comes again ---- */

/* A hash of a container whose first thirteen tokens are there: how long they are, and what some of
 * them begin and end with. A code stands behind the eleventh. */
[[gnu::always_inline]] inline uint64_t hash_of(const char *origin, const uint32_t *at)
{
    uint64_t a, b, c;

    std::memcpy(&a, origin + at[7], 8);
    std::memcpy(&b, origin + at[11], 8);
    std::memcpy(&c, origin + at[12] - 8, 8);
    a = (a ^ (at[12] - at[0])) * 0x9E3779B97F4A7C15u;
    a = (a ^ (a >> 29) ^ b) * 0x9E3779B97F4A7C15u;
    a = (a ^ (a >> 29) ^ c) * 0x9E3779B97F4A7C15u;
    return a ^ (a >> 32) ^ 1;
}

/* The number of the value that begins at `text` with this hash, where no more than `left` bytes are
 * left; 0: it is not known. */
inline unsigned find_known(const json_memo *m, uint64_t hash, const char *text, size_t left)
{
    for (size_t i = 0; i < json_memo::PROBES; i++) {
        unsigned number = m->table[(hash + i) % json_memo::SLOTS];
        const json_known *k = number ? m->list[number - 1] : nullptr;

        if (!k)
            return 0;
        if (k->size <= left && std::memcmp(k->text, text, k->size) == 0)
            return number;
    }
    return 0;
}

/* Takes a value that is not known, the second time; `count` values, from `values` on, whose places
 * are counted from `start`. What there is no memory for is not taken. */
[[gnu::noinline]] void learn(json_memo *m, uint64_t hash, const char *text, size_t size,
                             size_t tokens, size_t depth, const json_value *values, size_t count,
                             uint32_t start)
{
    size_t s = hash % json_memo::SLOTS, i = 0;
    uint8_t tag = (uint8_t)(hash >> 56 | 1);
    unsigned number = find_known(m, hash, text, size);
    json_known *k = number ? m->list[number - 1] : nullptr;

    if (!k) {
        if (m->seen[s] != tag) {
            m->seen[s] = tag;
            return;
        }
        while (i < json_memo::PROBES && m->table[(hash + i) % json_memo::SLOTS])
            i++;
        if (i == json_memo::PROBES || m->count == JSON_MEMO ||
            !(k = (json_known *)arena_alloc(m->memory, sizeof *k)) ||
            !(k->text = arena_text(m->memory, text, size)))
            return;
        k->size = (uint32_t)size;
        k->tokens = (uint32_t)tokens;
        k->depth = (uint32_t)depth;
        m->list[m->count] = k;
        m->table[(hash + i) % json_memo::SLOTS] = (uint16_t)(number = ++m->count);
    }
    /* so far it may have been passed over only */
    if (count && !k->count &&
        (k->values = (json_value *)arena_copy(m->memory, values, count, sizeof *values))) {
        for (size_t i = 0; i < count; i++)
            k->values[i].start -= start;
        k->values[0].same = number;
        k->count = (uint32_t)count;
    }
}

/* ---- the walk ---- */

/* One document on its way into the array: `at` goes over the places of its tokens; the first that
 * is not below `limit` is no longer its own. It is handed to what is inlined by reference, so that
 * it stays in a register, and what is wrong is found out in functions of their own: this loop is
 * what reading costs. */
struct walk {
    typedef const uint32_t *place;

    json_reader *r;
    const char *name;
    const char *base; /* the input as given; offsets are of it */
    size_t size;
    const char *origin;   /* places are counted from here */
    const char *text_end; /* of all that is indexed together */
    uint32_t limit;
    json_filter filter;
    eligo_error *err;

    /* ---- what is wrong ---- */

    [[gnu::noinline, gnu::cold]] bool fail(const char *where, const char *what) const
    {
        error_at(err, ELIGO_EPARSE, name, base, size, (size_t)(where - base), "%s", what);
        return false;
    }
    [[gnu::noinline, gnu::cold]] bool ends_early() const
    {
        return fail(base + size,
                    "the document ends in the middle; it was cut off: write or send it again");
    }
    [[gnu::noinline, gnu::cold]] bool too_deep(place at) const
    {
        error_at(err, ELIGO_ELIMIT, name, base, size, (size_t)(origin + *at - base),
                 "nested deeper than %d levels, the most that is read", LIMIT_JSON_DEPTH);
        return false;
    }
    [[gnu::noinline, gnu::cold]] bool no_scalar(place at) const
    {
        const char *p = origin + *at;

        if (*p == '-' || digit(*p))
            return fail(p, "a number that JSON does not have; write it as -12.5 or 1e3");
        if (*p == '}' || *p == ']' || *p == ',' || *p == ':')
            return fail(p, "a value is missing here");
        return fail(p, "this is no JSON value; strings need quotes");
    }
    [[gnu::noinline, gnu::cold]] bool no_comma(place at, bool object) const
    {
        return fail(origin + *at, object ? "a comma or } is missing before this"
                                         : "a comma or ] is missing before this");
    }
    [[gnu::noinline, gnu::cold]] bool no_key(place at) const
    {
        return fail(origin + *at, "a key in quotes is needed here");
    }
    [[gnu::noinline, gnu::cold]] bool no_colon(place at) const
    {
        return fail(origin + *at, "a colon is missing behind the key");
    }
    /* A value behind which nothing comes, inside something that is `depth` deep. */
    [[gnu::noinline, gnu::cold]] bool last_value(place at, size_t depth) const
    {
        json_value v;

        if (*at >= limit)
            return ends_early();
        if (origin[*at] != '{' && origin[*at] != '[')
            return leaf(at, origin[*at], &v) && ends_early();
        return depth == LIMIT_JSON_DEPTH ? too_deep(at) : ends_early();
    }
    /* A member of which no more than three tokens are there. */
    [[gnu::noinline, gnu::cold]] bool last_member(place at, size_t depth) const
    {
        const char *text;
        size_t length;
        bool escaped;

        if (*at >= limit)
            return ends_early();
        if (origin[*at] != '"')
            return no_key(at);
        if (!string(at, &text, &length, &escaped))
            return false;
        if (*at >= limit)
            return ends_early();
        return origin[*at] != ':' ? no_colon(at) : last_value(at + 1, depth);
    }

    /* ---- tokens ---- */

    /* The end of a token: up to the next one, without the blanks between. */
    const char *token_end(place at) const
    {
        const char *start = origin + *at, *end = origin + (at[1] < limit ? at[1] : limit);

        while (end > start + 1 && blank(end[-1]))
            end--;
        return end;
    }

    /* A string token: its inside. */
    [[gnu::always_inline]] bool string(place &at, const char **start, size_t *length,
                                       bool *escaped) const
    {
        const char *from = origin + *at, *to = origin + at[1];

        *escaped = false;
        /* nearly all end where the next token begins, and have no escapes */
        if ((to[-1] != '"' || to - from < 2 || r->escape < to) && !other_string(at, &to, escaped))
            return false;
        *start = from + 1;
        *length = (size_t)(to - from) - 2;
        at++;
        return true;
    }
    [[gnu::noinline]] bool other_string(place at, const char **end, bool *escaped) const
    {
        const size_t page = 1 << 14;
        const char *from = origin + *at, *to = token_end(at), *stop = text_end, *wrong;

        if (to - from < 2 || to[-1] != '"')
            return fail(from, "a string that does not end; a quote is missing");
        *end = to;
        /* on to the next backslash, a page at a time: much of a document is passed over */
        if (r->escape < to && (r->escape < from || *r->escape != '\\')) {
            stop = (size_t)(stop - to) > page ? to + page : stop;
            r->escape = (const char *)std::memchr(from, '\\', (size_t)(stop - from));
            if (!r->escape)
                r->escape = stop;
        }
        *escaped = r->escape < to;
        wrong = *escaped ? wrong_escape(from + 1, to - 1) : nullptr;
        return wrong ? fail(wrong, "an escape that JSON does not have; write \\\\ for a backslash")
                     : true;
    }

    /* A string that nobody asks for: behind its quote the index has seen nothing but blanks before
     * the next token, so only escapes can be wrong. */
    [[gnu::always_inline]] bool ignored_string(place &at) const
    {
        const char *to = origin + at[1];
        bool escaped = false;

        if (r->escape < to && !other_string(at, &to, &escaped))
            return false;
        at++;
        return true;
    }

    /* null, true, false or a number. */
    bool scalar(place at, unsigned *kind, size_t *length) const
    {
        const char *p = origin + *at, *end = token_end(at);
        size_t n = (size_t)(end - p);

        if (*p == '-' || digit(*p)) {
            if (!number_valid(p, end))
                return no_scalar(at);
            *kind = JSON_NUMBER;
        } else if (n == 4 && std::memcmp(p, "null", 4) == 0)
            *kind = JSON_NULL;
        else if (n == 4 && std::memcmp(p, "true", 4) == 0)
            *kind = JSON_TRUE;
        else if (n == 5 && std::memcmp(p, "false", 5) == 0)
            *kind = JSON_FALSE;
        else
            return no_scalar(at);
        *length = n;
        return true;
    }

    /* A value that has no children: its kind and its text. */
    [[gnu::always_inline]] bool leaf(place &at, char c, json_value *v) const
    {
        const char *text;
        size_t length = 0;
        unsigned kind = JSON_NULL;
        bool escaped;

        if (c == '"') {
            if (!string(at, &text, &length, &escaped))
                return false;
            v->kind = JSON_STRING;
            if (escaped)
                v->escaped = true;
        } else {
            text = origin + *at;
            if (!scalar(at, &kind, &length))
                return false;
            v->kind = (uint8_t)kind;
            at++;
        }
        v->start = (unsigned)(text - base);
        v->size = (unsigned)length;
        return true;
    }

    [[gnu::always_inline]] bool ignored_leaf(place &at, char c) const
    {
        unsigned kind = JSON_NULL;
        size_t length = 0;

        if (c == '"')
            return ignored_string(at);
        if (!scalar(at, &kind, &length))
            return false;
        at++;
        return true;
    }

    /* ---- what is passed over ---- */

    /* The number of the type of the object that opens here; 0: it has none that is asked for. */
    [[gnu::always_inline]] unsigned type_of(place at) const
    {
        return filter.types && std::memcmp(origin + at[1], "\"resourc", 8) == 0 ? find_type(at) : 0;
    }
    [[gnu::noinline]] unsigned find_type(place at) const
    {
        static const char key[] = "\"resourceType\"";
        const char *p = origin + at[1], *end;

        if (at[4] >= limit || (size_t)(base + size - p) < sizeof key ||
            std::memcmp(p, key, sizeof key - 1) != 0 || origin[at[2]] != ':' ||
            origin[at[3]] != '"')
            return 0;
        p = origin + at[3] + 1;
        end = origin + at[4] - 1;
        if (end <= p || *end != '"')
            end = (const char *)std::memchr(p, '"', (size_t)(base + size - p));
        return end ? find_key(filter.types, p, (size_t)(end - p), false) : 0;
    }
    bool unwanted(unsigned type) const
    {
        return type && !filter.by_type[type];
    }
    /* Passes over an object, at the parser's own speed: *end is behind it. */
    bool pass_over(place &out, const char **end) const
    {
        place at = out;

        for (size_t depth = 0; *at < limit; at++) {
            char c = origin[*at];

            if (c <= ':') /* quotes, commas, colons, numbers */
                continue;
            if (c == '{' || c == '[')
                depth++;
            else if ((c == '}' || c == ']') && --depth == 0) {
                *end = origin + *at + 1;
                out = at + 1;
                return c == '}' ? true : fail(*end - 1, "] where } is needed");
            }
        }
        return ends_early();
    }

    /* ---- the grammar ---- */

    /* The walks below are the grammar as a machine; a label is what comes next. There is one copy
     * of each question for objects and one for arrays, as in the library's own walk, so that the
     * processor can guess each answer by itself. That a member has four tokens before its document
     * ends, and an element two, is asked once for each. */

    /* A value that nobody asks for, inside something that is `above` deep: checked as strictly, and
     * not kept. */
    bool check(place &out, size_t above) const
    {
        bool object[LIMIT_JSON_DEPTH];
        size_t depth = above;
        place at = out;
        const char *text;
        char c = origin[*at];

        if (c == '{')
            goto object_begin;
        if (c == '[')
            goto array_begin;
        return ignored_leaf(out, c);

    object_begin:
        if (unwanted(type_of(at))) {
            if (!pass_over(at, &text))
                return false;
            goto done;
        }
        if (depth == LIMIT_JSON_DEPTH)
            return too_deep(at);
        object[depth++] = true;
        if (origin[*++at] == '}')
            goto close;
    member:
        if (at[3] >= limit)
            return last_member(at, depth);
        if (origin[*at] != '"')
            return no_key(at);
        if (!ignored_string(at))
            return false;
        if (origin[*at] != ':')
            return no_colon(at);
        c = origin[*++at];
        if (c == '{')
            goto object_begin;
        if (c == '[')
            goto array_begin;
        if (!ignored_leaf(at, c))
            return false;
    member_end:
        c = origin[*at++];
        if (c == ',')
            goto member;
        if (c != '}')
            return no_comma(at - 1, true);
        at--;
        goto close;

    array_begin:
        if (depth == LIMIT_JSON_DEPTH)
            return too_deep(at);
        object[depth++] = false;
        if (origin[*++at] == ']')
            goto close;
    element:
        if (at[1] >= limit)
            return last_value(at, depth);
        c = origin[*at];
        if (c == '{')
            goto object_begin;
        if (c == '[')
            goto array_begin;
        if (!ignored_leaf(at, c))
            return false;
    element_end:
        c = origin[*at++];
        if (c == ',')
            goto element;
        if (c != ']')
            return no_comma(at - 1, false);
        at--;

    close:
        at++;
        depth--;
    done:
        if (depth != above) {
            if (*at >= limit)
                return ends_early();
            if (object[depth - 1])
                goto member_end;
            goto element_end;
        }
        out = at;
        return true;
    }

    [[gnu::noinline, gnu::cold]] bool grow() const
    {
        size_t room = r->room ? r->room * 2 : 8192;
        json_value *larger = room > SIZE_MAX / sizeof *larger
                                 ? nullptr
                                 : (json_value *)std::realloc(r->values, room * sizeof *larger);

        if (!larger) {
            error_memory(err, name);
            return false;
        }
        r->values = larger;
        r->room = room;
        return true;
    }
    /* A value more, without what its text is; `first` to `end` is where values are. */
    [[gnu::always_inline]] json_value *add(json_value *&first, json_value *&next, json_value *&end,
                                           unsigned key, size_t key_size, bool key_escaped,
                                           unsigned number) const
    {
        if (next == end) {
            size_t used = (size_t)(next - first);

            if (!grow())
                return nullptr;
            first = r->values;
            next = first + used;
            end = first + r->room;
        }
        std::memset((void *)next, 0, offsetof(json_value, next)); /* unused bits, too */
        next->name = (uint8_t)number;
        next->key_escaped = key_escaped;
        next->next = 1;
        next->count = 0;
        next->members = 0;
        next->key = key;
        next->key_size = (unsigned)key_size;
        return next++;
    }

    /* The values of a container that is known, and whose text begins at `start`. */
    [[gnu::always_inline]] json_value *add_known(json_value *&first, json_value *&next,
                                                 json_value *&end, const json_known *k,
                                                 unsigned start) const
    {
        json_value *v;

        while ((size_t)(end - next) < k->count) {
            size_t used = (size_t)(next - first);

            if (!grow())
                return nullptr;
            first = r->values;
            next = first + used;
            end = first + r->room;
        }
        v = next;
        for (uint32_t i = 0; i < k->count; i++) {
            v[i] = k->values[i];
            v[i].start += start;
        }
        next += k->count;
        return v;
    }
    /* How deep the values of a container are nested. */
    static size_t depth_of(const json_value *v, size_t count)
    {
        size_t deepest = 0;
        const json_value *ends[LIMIT_JSON_DEPTH + 1];

        for (size_t i = 0, depth = 0; i < count; i++) {
            while (depth && v + i >= ends[depth - 1])
                depth--;
            if (v[i].kind != JSON_OBJECT && v[i].kind != JSON_ARRAY)
                continue;
            ends[depth++] = v + i + v[i].next;
            deepest = depth > deepest ? depth : deepest;
        }
        return deepest;
    }
    /* As check, of a value that may come again. */
    [[gnu::noinline]] bool check_new(place &at, size_t above, uint64_t hash) const
    {
        place begin = at;
        const char *text = origin + *begin, *end;
        size_t depth = 0, deepest = 0;

        if (!check(at, above))
            return false;
        end = origin + at[-1] + 1;
        for (place p = begin; p < at; p++) {
            char c = origin[*p];

            depth += c == '{' || c == '[';
            deepest = depth > deepest ? depth : deepest;
            depth -= c == '}' || c == ']';
        }
        if ((size_t)(end - text) <= json_memo::LONGEST)
            learn(filter.memo, hash, text, (size_t)(end - text), (size_t)(at - begin), deepest,
                  nullptr, 0, 0);
        return true;
    }

    /* The whole document; `out` is behind it then. */
    bool run(place &out) const
    {
        struct {
            size_t index;
            const uint8_t *flags;
            uint64_t hash; /* of what may come again; 0: of nothing else */
            place begin;
            unsigned count, members;
            bool object, pruned;
        } open[LIMIT_JSON_DEPTH + 1], *now = open; /* what is not closed yet, from 1 */
        place at = out;
        json_value *first = r->values, *next = first, *end = first + r->room, *v;
        const json_names *names = filter.names;
        const json_known *known;
        const char *text = base;
        size_t length = 0;
        uint64_t hash = 0;
        unsigned number = 0, type, flags, same;
        bool escaped = false;
        char c;

        if (at[1] >= limit && (*at >= limit || origin[*at] == '{' || origin[*at] == '['))
            return ends_early();
        if (!(v = add(first, next, end, 0, 0, false, 0)))
            return false;
        c = origin[*at];
        if (c == '{')
            goto object_begin;
        if (c == '[')
            goto array_begin;
        if (!leaf(at, c, v))
            return false;
        goto finished;

    object_begin:
        v->kind = JSON_OBJECT;
        v->start = (unsigned)(origin + *at - base);
        type = type_of(at);
        v->type = (uint8_t)type;
        if (unwanted(type)) {
            if (!pass_over(at, &text))
                return false;
            v->size = (unsigned)(text - base) - v->start;
            hash = 0;
            goto done;
        }
        if (now == open + LIMIT_JSON_DEPTH)
            return too_deep(at);
        ++now;
        now->index = (size_t)(v - first);
        now->count = now->members = 0;
        now->object = true;
        now->pruned = false;
        now->flags = type ? filter.by_type[type] : filter.flags;
        now->hash = hash;
        now->begin = at;
        hash = 0;
        if (origin[*++at] == '}')
            goto close;
    member:
        if (at[3] >= limit)
            return last_member(at, (size_t)(now - open));
        if (origin[*at] != '"')
            return no_key(at);
        if (!string(at, &text, &length, &escaped))
            return false;
        if (origin[*at] != ':')
            return no_colon(at);
        at++;
        c = origin[*at];
        if (names) {
            number = find_key(names, text, length, escaped);
            flags = now->flags[number];
            same = 0;
            if (flags & JSON_REPEATED && (c == '{' || c == '[') && filter.memo && at[12] < limit) {
                hash = hash_of(origin, at);
                text = origin + *at;
                same = find_known(filter.memo, hash, text, (size_t)(base + size - text));
                known = same ? filter.memo->list[same - 1] : nullptr;
                if (same && ((size_t)(now - open) + known->depth > LIMIT_JSON_DEPTH ||
                             (flags & JSON_KEEP && !known->count)))
                    same = 0;
                else if (same)
                    hash = 0;
            }
            if (!(flags & JSON_KEEP)) {
                now->pruned = true;
                if (same)
                    at += known->tokens;
                else if (hash) {
                    if (!check_new(at, (size_t)(now - open), hash))
                        return false;
                    hash = 0;
                } else if (!check(at, (size_t)(now - open)))
                    return false;
                if (*at >= limit)
                    return ends_early();
                goto member_end;
            }
            now->count++;
            now->members |= 1u << number % 32;
            if (same) {
                if (!(v = add_known(first, next, end, known, (unsigned)(text - base))))
                    return false;
                v->name = (uint8_t)number;
                at += known->tokens;
                if (*at >= limit)
                    return ends_early();
                goto member_end;
            }
            if (!(v = add(first, next, end, 0, 0, false, number)))
                return false;
        } else {
            now->count++;
            if (!(v = add(first, next, end, (unsigned)(text - base), length, escaped, 0)))
                return false;
        }
        if (c == '{')
            goto object_begin;
        if (c == '[')
            goto array_begin;
        if (!leaf(at, c, v))
            return false;
    member_end:
        c = origin[*at++];
        if (c == ',')
            goto member;
        if (c != '}')
            return no_comma(at - 1, true);
        at--;
        goto close;

    array_begin:
        v->kind = JSON_ARRAY;
        v->start = (unsigned)(origin + *at - base);
        if (now == open + LIMIT_JSON_DEPTH)
            return too_deep(at);
        ++now;
        now->index = (size_t)(v - first);
        now->count = now->members = 0;
        now->object = false;
        now->pruned = false;
        now->hash = hash;
        now->begin = at;
        hash = 0;
        if (origin[*++at] == ']')
            goto close;
    element:
        if (at[1] >= limit)
            return last_value(at, (size_t)(now - open));
        now->count++;
        if (!(v = add(first, next, end, 0, 0, false, 0)))
            return false;
        c = origin[*at];
        if (c == '{')
            goto object_begin;
        if (c == '[')
            goto array_begin;
        if (!leaf(at, c, v))
            return false;
    element_end:
        c = origin[*at++];
        if (c == ',')
            goto element;
        if (c != ']')
            return no_comma(at - 1, false);
        at--;

    close: /* at its bracket */
        v = first + now->index;
        v->size = (unsigned)(origin + *at + 1 - base) - v->start;
        v->next = (unsigned)(next - v);
        v->count = now->count;
        v->members = now->members;
        v->pruned = now->pruned;
        at++;
        if (now->hash && v->size <= json_memo::LONGEST)
            learn(filter.memo, now->hash, base + v->start, v->size, (size_t)(at - now->begin),
                  depth_of(v, (size_t)(next - v)), v, (size_t)(next - v), v->start);
        now--;
    done:
        if (now != open) {
            if (*at >= limit)
                return ends_early();
            if (now->object)
                goto member_end;
            goto element_end;
        }
    finished:
        out = at;
        return *at < limit ? fail(origin + *at, "something follows the end of the document; one "
                                                "document is read from one text")
                           : true;
    }

    /* What the index refused, found again byte by byte: a control character in a string, or a
     * string without end. */
    bool string_fault() const
    {
        const char *start = base + size, *end = base + size;
        bool inside = false;

        for (const char *p = origin; p < end; p++) {
            char c = *p;

            if (!inside) {
                if (c == '"') {
                    inside = true;
                    start = p;
                }
            } else if (c == '\\')
                p++;
            else if (c == '"')
                inside = false;
            else if ((unsigned char)c < 0x20)
                return fail(
                    p, c ? "a control character inside a string; write it as an escape (\\n, \\t)"
                         : "a NUL byte inside a string; write it as \\u0000");
        }
        return fail(
            inside ? start : end,
            inside ? "a string that does not end; the document was cut off, or a quote is missing"
                   : "the document cannot be read as JSON");
    }
};

/* The index of text[0, size), and behind its last place LOOKAHEAD that are not of it, so that what
 * is there need not be asked first. */
enum : size_t { LOOKAHEAD = 16, MOST_BYTES = simdjson::SIMDJSON_MAXSIZE_BYTES - LOOKAHEAD };

simdjson::error_code make_index(json_index &index, const char *text, size_t size)
{
    /* its capacity in steps: growing is a new allocation each time */
    size_t capacity = (size_t)1 << 16;
    simdjson::error_code code = simdjson::SUCCESS;

    while (capacity < size + LOOKAHEAD)
        capacity *= 2;
    if (capacity > simdjson::SIMDJSON_MAXSIZE_BYTES)
        capacity = simdjson::SIMDJSON_MAXSIZE_BYTES;
    if (!index)
        code = simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, 1,
                                                                                       index);
    else if (index->capacity() < size + LOOKAHEAD)
        code = index->allocate(capacity, 1);
    if (code) {
        index.reset();
        return code;
    }
    code = index->stage1((const uint8_t *)text, size, simdjson::stage1_mode::regular);
    if (!code)
        for (uint32_t *end = index->structural_indexes.get() + index->n_structural_indexes, i = 0;
             i < LOOKAHEAD; i++)
            end[i] = (uint32_t)size;
    return code;
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

json_names *json_names_new(const char *const *words)
{
    json_names *n = new (std::nothrow) json_names();

    if (!n)
        return nullptr;
    n->words[0].head =
        1; /* no head without a tail: nothing begins like the star that is not there */
    for (unsigned number = 1; words[number - 1]; number++) {
        const char *text = words[number - 1];
        size_t size = std::strlen(text);
        json_word *one = &n->words[number];

        if (size && text[size - 1] == '*') {
            *one = json_word{text, size - 1, head_of(text, size - 1),
                             ((uint64_t)1 << 8 * (size - 1)) - 1};
            n->star = number;
            continue;
        }
        *one =
            json_word{text, size, head_of(text, size), size > 8 ? head_of(text + size - 8, 8) : 0};
        size_t s = slot_of(one->head, size);
        while (n->table[s])
            s = (s + 1) % json_names::SLOTS;
        n->table[s] = (uint8_t)number;
    }
    return n;
}

void json_names_delete(json_names *n)
{
    delete n;
}

unsigned json_names_find(const json_names *n, const char *text, size_t size)
{
    return find_word(n, text, size, head_of(text, size));
}

json_memo *json_memo_new(void)
{
    json_memo *m = new (std::nothrow) json_memo();

    if (m && !(m->memory = arena_new(json_memo::BYTES))) {
        delete m;
        m = nullptr;
    }
    return m;
}

void json_memo_delete(json_memo *m)
{
    if (m)
        arena_delete(m->memory);
    delete m;
}

json_same json_memo_get(const json_memo *m, unsigned same)
{
    const json_known *k = m->list[same - 1];

    return json_same{k->text, k->size, k->count, k->values};
}

json_reader *json_reader_new(void)
{
    return new (std::nothrow) json_reader();
}

void json_reader_filter(json_reader *r, const json_filter *filter)
{
    r->filter = filter ? *filter : json_filter{};
}

void json_reader_delete(json_reader *r)
{
    if (!r)
        return;
    std::free(r->values);
    delete r;
}

void json_ahead(json_reader *r, const char *text, size_t size)
{
    r->ahead = nullptr;
    if (!size || size > MOST_BYTES || make_index(r->lines, text, size))
        return; /* one of the lines is damaged: each is looked at by itself */
    r->escape = nullptr;
    r->ahead = text;
    r->ahead_end = text + size;
    r->next = r->lines->structural_indexes.get();
}

bool json_parse(json_reader *r, const char *text, size_t size, const char *name, json_doc *doc,
                eligo_error *err)
{
    size_t mark = size >= 3 && std::memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    walk w = {r,         name, text, size, text + mark, text + size, (uint32_t)(size - mark),
              r->filter, err};
    const uint32_t *at;
    bool ok;

    *doc = json_doc{text, size, nullptr};
    if (size > MOST_BYTES) {
        error_set(err, ELIGO_ELIMIT, name,
                  "is larger than 4 GiB, the most that is read as one document");
        return false;
    }
    if (r->ahead && text >= r->ahead && text + size <= r->ahead_end && !mark) {
        uint32_t from = (uint32_t)(text - r->ahead);

        w.origin = r->ahead;
        w.text_end = r->ahead_end;
        if (r->escape < r->ahead || r->escape > r->ahead_end)
            r->escape = nullptr;
        w.limit = from + (uint32_t)size;
        for (at = r->next; *at < from;)
            at++;
        if (*at >= w.limit)
            return w.fail(text + size, "nothing but blanks; a JSON document is needed");
    } else {
        switch (make_index(r->one, w.origin, size - mark)) {
        case simdjson::SUCCESS: break;
        case simdjson::EMPTY:
            return w.fail(text + size, "nothing but blanks; a JSON document is needed");
        case simdjson::UTF8_ERROR:
            return w.fail(text + utf8_valid(text, size),
                          "not UTF-8 from here; convert the file to UTF-8");
        case simdjson::MEMALLOC: error_memory(err, name); return false;
        default: return w.string_fault();
        }
        at = r->one->structural_indexes.get();
        r->escape = nullptr;
    }
    ok = w.run(at);
    if (w.origin == r->ahead)
        r->next = at;
    if (!ok)
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
