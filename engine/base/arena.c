#include "engine/base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

typedef struct arena_chunk {
    struct arena_chunk *next;
    size_t size;
    max_align_t data[];
} chunk;

enum { SMALL = 128 }; /* bytes that are cleared before memset() has begun */
enum { FIRST_CHUNK = 8 << 10, LARGE_PAGE = 2 << 20, LARGEST_CHUNK = 2 * LARGE_PAGE };

/* Memory that is new costs a fault a page, and as much as what is done with it: what is large lies
 * on pages that are as large as the system has them, where it has such (Linux). */
static chunk *chunk_new(size_t size)
{
    chunk *c;

    if (size < LARGEST_CHUNK)
        return malloc(size);
    c = aligned_alloc(LARGE_PAGE, (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE);
#ifdef MADV_HUGEPAGE
    if (c)
        madvise(c, size, MADV_HUGEPAGE);
#endif
    return c;
}

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
        ARENA_OPEN(c->data, c->size);
        free(c);
    }
    free(a);
}

static void set_chunk(arena *a, chunk *c)
{
    a->now = c;
    a->at = c ? (char *)c->data : NULL;
    a->room = a->left = c ? c->size : 0;
}

/* Nothing is drawn any more. */
static void fail(arena *a)
{
    a->failed = true;
    a->before = arena_used(a);
    a->room = a->left = 0;
}

void arena_reset(arena *a)
{
    for (chunk *c = a->first; c; c = c->next)
        ARENA_CLOSE(c->data, c->size);
    a->before = 0;
    a->failed = a->full = false;
    set_chunk(a, a->first);
}

/* A chunk with room for `size` bytes becomes the current one. */
__attribute__((noinline)) static bool next_chunk(arena *a, size_t size)
{
    chunk **link = a->now ? &a->now->next : &a->first;
    size_t want = a->now ? a->now->size * 2 : FIRST_CHUNK;
    chunk *c = *link;

    if (c && c->size >= size) {
        a->before = arena_used(a);
        set_chunk(a, c);
        return true;
    }
    if (want > LARGEST_CHUNK - sizeof *c)
        want = LARGEST_CHUNK - sizeof *c;
    if (want < size)
        want = size;
    if (want > a->maximum - a->total)
        want = size;
    if (want > a->maximum - a->total) {
        a->full = true;
        return false;
    }
    c = chunk_new(sizeof *c + want);
    if (!c)
        return false;
    *c = (chunk){.next = *link, .size = want};
    ARENA_CLOSE(c->data, c->size);
    *link = c;
    a->total += want;
    a->before = arena_used(a);
    set_chunk(a, c);
    return true;
}

static size_t aligned(size_t size)
{
    return size > SIZE_MAX - ARENA_UNIT ? SIZE_MAX
                                        : (size + ARENA_UNIT - 1) / ARENA_UNIT * ARENA_UNIT;
}

__attribute__((noinline)) void *arena_elsewhere(arena *a, size_t size)
{
    size_t need = aligned(size);

    if (a->failed)
        return NULL;
    if (need == SIZE_MAX || !next_chunk(a, need)) {
        fail(a);
        a->full = a->full || need == SIZE_MAX;
        return NULL;
    }
    return arena_room(a, size);
}

void arena_keep(arena *a, void *room, size_t used)
{
    char *end = (char *)room + aligned(used);

    ARENA_CLOSE(end, (size_t)(a->at - end));
    a->left += (size_t)(a->at - end);
    a->at = end;
}

/* The bytes of `count` things; false: more than can be counted, and the arena fails. */
static bool bytes_of(arena *a, size_t count, size_t size, size_t *bytes)
{
    if (!__builtin_mul_overflow(count, size, bytes))
        return true;
    fail(a);
    a->full = true;
    return false;
}

/* Not in the header: of a size that it knows a compiler makes a loop of its own, which takes longer
 * to begin than memset() and memcpy() take for what is drawn here. */
void *arena_alloc(arena *a, size_t size)
{
    char *p = arena_room(a, size);

    if (!p || size > SMALL)
        return p ? memset(p, 0, size) : NULL;
    for (size_t i = 0; i < size; i += ARENA_UNIT)
        memset(p + i, 0, ARENA_UNIT);
    return p;
}

void *arena_array(arena *a, size_t count, size_t size)
{
    size_t bytes;

    return bytes_of(a, count, size, &bytes) ? arena_alloc(a, bytes) : NULL;
}

void *arena_copy(arena *a, const void *from, size_t count, size_t size)
{
    size_t bytes;
    void *p = bytes_of(a, count, size, &bytes) ? arena_room(a, bytes) : NULL;

    if (p && bytes)
        memcpy(p, from, bytes);
    return p;
}

char *arena_text(arena *a, const char *text, size_t size)
{
    char *p = size == SIZE_MAX ? NULL : arena_room(a, size + 1);

    if (p) {
        if (size)
            memcpy(p, text, size);
        p[size] = 0;
    }
    return p;
}

/* ---- formatted text ---- */

enum { SHORT_TEXT = 512 }; /* nearly every message is shorter */

typedef struct short_text {
    char text[SHORT_TEXT];
    size_t size;
} short_text;

static bool put(short_text *out, const char *text, size_t size)
{
    if (size >= SHORT_TEXT - out->size)
        return false;
    memcpy(out->text + out->size, text, size);
    out->size += size;
    return true;
}

static bool put_number(short_text *out, size_t n)
{
    char digits[24];
    size_t at = sizeof digits;

    do
        digits[--at] = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    return put(out, digits + at, sizeof digits - at);
}

/* What most formats are made of (%s, %.*s, %zu, %u, %c, %%), done here: printf takes ten times as
 * long. False: something else, or no room. */
static bool format_short(short_text *out, const char *format, va_list args)
{
    for (;;) {
        const char *percent = strchr(format, '%'), *text;
        size_t plain = percent ? (size_t)(percent - format) : strlen(format);
        char c;
        int most;

        if (!put(out, format, plain))
            return false;
        if (!percent)
            return true;
        format = percent + 1;
        switch (*format++) {
        case '%':
            if (!put(out, "%", 1))
                return false;
            break;
        case 's':
            text = va_arg(args, const char *);
            if (!text || !put(out, text, strlen(text)))
                return false;
            break;
        case 'c':
            c = (char)va_arg(args, int);
            if (!put(out, &c, 1))
                return false;
            break;
        case 'u':
            if (!put_number(out, va_arg(args, unsigned)))
                return false;
            break;
        case 'z':
            if (*format++ != 'u' || !put_number(out, va_arg(args, size_t)))
                return false;
            break;
        case '.':
            if (format[0] != '*' || format[1] != 's' || (most = va_arg(args, int)) < 0)
                return false;
            text = va_arg(args, const char *);
            format += 2;
            if (!text || !put(out, text, strnlen(text, (size_t)most)))
                return false;
            break;
        default: return false;
        }
    }
}

char *arena_vprintf(arena *a, const char *format, va_list args)
{
    short_text out;
    va_list again;
    bool made;
    int n;
    char *p = NULL;

    out.size = 0;
    va_copy(again, args);
    made = format_short(&out, format, again);
    va_end(again);
    if (made)
        return arena_text(a, out.text, out.size);
    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (n < 0)
        fail(a);
    else if ((p = arena_room(a, (size_t)n + 1)))
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

/* Makes what was drawn last larger where it lies; false: it was not the last, or there is no room.
 */
static bool extend(arena *a, const void *last, size_t had, size_t bytes)
{
    size_t old = aligned(had), need = aligned(bytes);

    if (need == SIZE_MAX || need < old || a->room - a->left < old ||
        (const char *)last != a->at - old || need - old > a->left)
        return false;
    return need == old || arena_room(a, need - old);
}

bool arena_more(arena *a, void **array, size_t count, size_t *capacity, size_t size)
{
    size_t had = *capacity * size, room = *capacity ? *capacity * 2 : size < 512 ? 4 : 1, bytes;
    void *p;

    if (a->failed || room < *capacity || !bytes_of(a, room, size, &bytes))
        return false;
    if (had && extend(a, *array, had, bytes))
        p = *array;
    else if (!(p = arena_room(a, bytes)))
        return false;
    else if (count)
        memcpy(p, *array, count * size);
    memset((char *)p + count * size, 0, (room - count) * size);
    *array = p;
    *capacity = room;
    return true;
}

bool arena_reserve(arena *a, void **array, size_t *capacity, size_t count, size_t size)
{
    size_t bytes;
    void *p = bytes_of(a, count, size, &bytes) ? arena_room(a, bytes) : NULL;

    *array = p;
    *capacity = p ? count : 0;
    return p != NULL;
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
    fail(a);
}

size_t arena_used(const arena *a)
{
    return a->before + a->room - a->left;
}
