#include "engine/base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct chunk {
    struct chunk *next;
    size_t size, used;
    max_align_t data[];
} chunk;

struct arena {
    chunk *first, *now;
    size_t maximum, total, used;
    bool failed, full;
};

enum { FIRST_CHUNK = 8 << 10, LARGEST_CHUNK = 4 << 20 };

arena *arena_new(size_t maximum)
{
    arena *a = calloc(1, sizeof *a);

    if (a)
        a->maximum = maximum;
    return a;
}

void arena_delete(arena *a)
{
    if (!a)
        return;
    for (chunk *c = a->first, *next; c; c = next) {
        next = c->next;
        free(c);
    }
    free(a);
}

void arena_reset(arena *a)
{
    for (chunk *c = a->first; c; c = c->next)
        c->used = 0;
    a->now = a->first;
    a->used = 0;
    a->failed = a->full = false;
}

/* A chunk with room for `size` bytes becomes the current one. */
static bool next_chunk(arena *a, size_t size)
{
    chunk **link = a->now ? &a->now->next : &a->first;
    size_t want = a->now ? a->now->size * 2 : FIRST_CHUNK;
    chunk *c = *link;

    if (c && c->size >= size) {
        c->used = 0;
        a->now = c;
        return true;
    }
    if (want > LARGEST_CHUNK)
        want = LARGEST_CHUNK;
    if (want < size)
        want = size;
    if (want > a->maximum - a->total)
        want = size;
    if (want > a->maximum - a->total) {
        a->full = true;
        return false;
    }
    c = malloc(sizeof *c + want);
    if (!c)
        return false;
    *c = (chunk){.next = *link, .size = want};
    *link = c;
    a->total += want;
    a->now = c;
    return true;
}

static size_t aligned(size_t size)
{
    const size_t unit = sizeof(max_align_t);

    return size > SIZE_MAX - unit ? SIZE_MAX : (size + unit - 1) / unit * unit;
}

/* As arena_alloc, but what is there is left as it is. */
static void *take(arena *a, size_t size)
{
    size_t need = aligned(size ? size : 1);
    void *p;

    if (a->failed)
        return NULL;
    if (need == SIZE_MAX) {
        a->failed = a->full = true;
        return NULL;
    }
    if ((!a->now || a->now->size - a->now->used < need) && !next_chunk(a, need)) {
        a->failed = true;
        return NULL;
    }
    p = (char *)a->now->data + a->now->used;
    a->now->used += need;
    a->used += need;
    return p;
}

void *arena_room(arena *a, size_t most)
{
    return take(a, most);
}

void arena_keep(arena *a, void *room, size_t used)
{
    size_t end = (size_t)((char *)room - (char *)a->now->data) + aligned(used);

    a->used -= a->now->used - end;
    a->now->used = end;
}

/* Bytes of `count` things; SIZE_MAX: too many. */
static size_t bytes(size_t count, size_t size)
{
    return size && count > SIZE_MAX / size ? SIZE_MAX : count * size;
}

void *arena_alloc(arena *a, size_t size)
{
    void *p = take(a, size);

    return p ? memset(p, 0, size) : NULL;
}

void *arena_array(arena *a, size_t count, size_t size)
{
    return arena_alloc(a, bytes(count, size));
}

void *arena_copy(arena *a, const void *from, size_t count, size_t size)
{
    void *p = take(a, bytes(count, size));

    if (p && count && size)
        memcpy(p, from, count * size);
    return p;
}

char *arena_text(arena *a, const char *text, size_t size)
{
    char *p = size == SIZE_MAX ? NULL : take(a, size + 1);

    if (!p)
        return NULL;
    if (size)
        memcpy(p, text, size);
    p[size] = 0;
    return p;
}

char *arena_vprintf(arena *a, const char *format, va_list args)
{
    va_list again;
    int n;
    char *p = NULL;

    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (n < 0)
        a->failed = true;
    else if ((p = arena_alloc(a, (size_t)n + 1)))
        vsnprintf(p, (size_t)n + 1, format, args);
    return p;
}

char *arena_printf(arena *a, const char *format, ...)
{
    va_list args;
    char *p;

    va_start(args, format);
    p = arena_vprintf(a, format, args);
    va_end(args);
    return p;
}

bool arena_grow(arena *a, void **array, size_t count, size_t *capacity, size_t size)
{
    size_t room = *capacity ? *capacity * 2 : 4;
    void *p;

    if (count < *capacity)
        return !a->failed;
    if (room < *capacity || !(p = take(a, bytes(room, size))))
        return false;
    if (count)
        memcpy(p, *array, count * size);
    memset((char *)p + count * size, 0, (room - count) * size);
    *array = p;
    *capacity = room;
    return true;
}

bool arena_failed(const arena *a)
{
    return a->failed;
}

bool arena_full(const arena *a)
{
    return a->full;
}

void arena_fail(arena *a)
{
    a->failed = true;
}

size_t arena_used(const arena *a)
{
    return a->used;
}
