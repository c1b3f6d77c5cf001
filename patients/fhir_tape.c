#include "patients/fhir_tape.h"

#include "engine/base/limits.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum {
    SAME = 128, /* beside the kind: the size is the number in the memo; that is all */

    MARKS = 4,        /* what a json_value begins with: all but its size and its places */
    HEAD = MARKS + 2, /* bytes before a text: these, and its size */
    LONG = 0xFFFF,    /* the size stands behind */
    MOST = HEAD + 4,  /* of a value without its text */
    MOST_WHERE = 5,   /* of a difference */
    OVERSHOOT = 16    /* copies go in such steps */
};

_Static_assert(offsetof(json_value, kind) == 0 && offsetof(json_value, next) == MARKS,
               "the marks of a value are its first bytes");

static bool has_text(unsigned kind)
{
    return kind == JSON_STRING || kind == JSON_NUMBER;
}

/* Most texts are short: no call for them. Up to OVERSHOOT bytes more are read and written. */
static inline void copy_text(char *to, const char *from, size_t size)
{
    for (size_t i = 0; i < size; i += OVERSHOOT)
        memcpy(to + i, from + i, OVERSHOOT);
}

/* ---- packing ---- */

void *tape_pack(const json_doc *doc, size_t head, arena *a, tape *out)
{
    const json_value *end = doc->root + doc->root->next;
    size_t count = doc->root->next;
    /* where values are is written at the end of the room, and moved when the tape is done */
    size_t most = head + count * MOST + doc->size + OVERSHOOT;
    char *room = arena_room(a, most + count * MOST_WHERE);
    char *to, *places, *where;
    uint32_t last = 0;

    if (!room)
        return NULL;
    to = room + head;
    places = where = room + most;
    for (const json_value *c = doc->root; c < end; c += c->same ? c->next : 1) {
        bool text = has_text(c->kind);
        uint32_t n = c->same ? c->same : text ? c->size : c->count, step = c->start - last;
        uint16_t brief = n < LONG ? (uint16_t)n : LONG;

        last = c->start;
        for (; step > 127; step >>= 7)
            *where++ = (char)(step | 128);
        *where++ = (char)step;
        memcpy(to, c, MARKS);
        memcpy(to + MARKS, &brief, sizeof brief);
        if (c->same) {
            *to = (char)(c->kind | SAME);
            to += HEAD;
            continue;
        }
        to += HEAD;
        if (brief == LONG) {
            memcpy(to, &n, sizeof n);
            to += sizeof n;
        }
        if (text) {
            copy_text(to, doc->text + c->start, n);
            to += n;
        }
    }
    memmove(to, places, (size_t)(where - places));
    *out = (tape){(unsigned)count, (uint32_t)(to - room - head), room + head};
    arena_keep(a, room, (size_t)(to - room) + (size_t)(where - places));
    return room;
}

/* The size, number of children, or number in the memo of the value at *at, past whose head it goes.
 */
static inline uint32_t read_head(const char **at)
{
    uint16_t brief;
    uint32_t n;

    memcpy(&brief, *at + MARKS, sizeof brief);
    *at += HEAD;
    if (brief != LONG)
        return brief;
    memcpy(&n, *at, sizeof n);
    *at += sizeof n;
    return n;
}

size_t tape_where(const tape *t, const json_memo *m, unsigned i)
{
    const char *p = t->bytes, *where = p + t->size;
    size_t at = 0;

    for (unsigned n = 0; p < t->bytes + t->size;) {
        unsigned kind = (unsigned char)*p, shift = 0;
        uint32_t size = read_head(&p);
        json_same same = kind & SAME ? json_memo_get(m, size) : (json_same){.count = 1};

        if (has_text(kind))
            p += size;
        for (; *where & 128; shift += 7)
            at += (size_t)(*where++ & 127) << shift;
        at += (size_t)(unsigned char)*where++ << shift;
        if (i < n + same.count)
            return at + (same.values ? same.values[i - n].start : 0);
        n += same.count;
    }
    return at;
}

/* ---- unpacking ---- */

void tape_list_begin(tape_list *l)
{
    if (!l->text.maximum)
        buffer_init(&l->text, 0);
    buffer_clear(&l->text);
    l->count = 1;
    l->elements = 0;
    l->round++;
}

static bool make_room(tape_list *l, size_t more)
{
    size_t room = l->room ? l->room : 4096;
    json_value *larger;

    if (more <= l->room && l->count <= l->room - more)
        return true;
    while (room - l->count < more)
        room *= 2;
    larger = realloc(l->values, room * sizeof *larger);
    if (!larger)
        return false;
    l->values = larger;
    l->room = room;
    return true;
}

/* The text of the list has the tape as it is, so that the same bytes are the same value, and what
 * the memo knows behind it. */
bool tape_unpack(tape_list *l, const json_memo *m, const tape *t)
{
    struct {
        json_value *v;
        unsigned left; /* children to come */
    } open[LIMIT_JSON_DEPTH + 1], *now = open;
    const char *p = t->bytes, *end = p + t->size;
    unsigned base = (unsigned)l->text.size;
    json_value *v;

    buffer_add(&l->text, t->bytes, t->size);
    if (!l->known)
        l->known = calloc(JSON_MEMO + 1, sizeof *l->known);
    if (!l->known || l->text.failed || !make_room(l, t->values + 1))
        return false;
    v = l->values + l->count;
    while (p < end) {
        const char *start = p;
        unsigned kind = (unsigned char)*p, name = (unsigned char)p[offsetof(json_value, name)];
        uint32_t n = read_head(&p);

        if (now != open)
            now->v->members |= 1u << name % 32;
        if (kind & SAME) {
            json_same same = json_memo_get(m, n);
            struct tape_known *known = &l->known[n];

            if (known->round != l->round) { /* the text of it, once */
                known->round = l->round;
                known->start = (unsigned)l->text.size;
                buffer_add(&l->text, same.text, same.size);
                if (l->text.failed)
                    return false;
            }
            memcpy(v, same.values, same.count * sizeof *v);
            for (unsigned i = 0; i < same.count; i++)
                v[i].start += known->start;
            v->name = (uint8_t)name;
            v += same.count;
        } else {
            memcpy(v, start, MARKS);
            v->next = 1;
            v->members = 0;
            v->same = v->key_size = 0;
            if (has_text(kind)) {
                v->count = 0;
                v->start = base + (unsigned)(p - t->bytes);
                v->size = n;
                p += n;
            } else {
                v->count = n;
                v->start = base + (unsigned)(start - t->bytes);
                v->size = (unsigned)(p - start);
            }
            v++;
            if (v[-1].count) {
                ++now;
                now->v = v - 1;
                now->left = n;
                continue;
            }
        }
        for (; now != open && !--now->left; now--) { /* what ends with it */
            now->v->next = (unsigned)(v - now->v);
            now->v->size = base + (unsigned)(p - t->bytes) - now->v->start;
        }
    }
    l->count = (size_t)(v - l->values);
    l->elements++;
    return true;
}

json_doc tape_list_end(tape_list *l)
{
    if (!make_room(l, 0) || !l->values)
        return (json_doc){NULL, 0, NULL};
    l->values[0] = (json_value){.kind = JSON_ARRAY,
                                .next = (unsigned)l->count,
                                .count = l->elements,
                                .size = (unsigned)l->text.size};
    return (json_doc){l->text.data, l->text.size, l->values};
}

void tape_list_free(tape_list *l)
{
    free(l->values);
    free(l->known);
    buffer_free(&l->text);
    *l = (tape_list){0};
}
