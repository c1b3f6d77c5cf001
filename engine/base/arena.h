/* Memory with one owner: everything of a trial, or of a patient, is drawn from one arena and given
 * back at once. Failure is sticky: an allocation that fails (no memory, or past the arena's
 * maximum) returns NULL, and so does each later one; callers pass NULL on and ask arena_failed()
 * once. */
#ifndef ELIGO_BASE_ARENA_H
#define ELIGO_BASE_ARENA_H

#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Under the address sanitizer what is not drawn may not be touched: a pointer kept over a reset is
 * found where it is used. */
#ifndef __has_feature
#define __has_feature(x) 0
#endif
#if defined __SANITIZE_ADDRESS__ || __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#define ARENA_CLOSE(at, size) ASAN_POISON_MEMORY_REGION(at, size)
#define ARENA_OPEN(at, size) ASAN_UNPOISON_MEMORY_REGION(at, size)
#else
#define ARENA_CLOSE(at, size) ((void)(at), (void)(size))
#define ARENA_OPEN(at, size) ((void)(at), (void)(size))
#endif

enum { ARENA_UNIT = alignof(max_align_t) }; /* what is drawn is so many bytes, once or more */

/* Private to arena.c: here only so that what there is room for is drawn without a call. */
typedef struct arena {
    char *at;          /* what is drawn next of the current chunk */
    size_t room, left; /* of it, whole units; 0 before the first, and once the arena has failed */
    struct arena_chunk *first, *now;
    size_t maximum, total;
    size_t before; /* drawn before the current chunk */
    bool failed, full;
} arena;

/* An empty arena that may grow to `maximum` bytes. NULL: no memory. */
arena *arena_new(size_t maximum);
/* Gives back the arena and all that was drawn from it. NULL is allowed. */
void arena_delete(arena *a);
/* Forgets all that was drawn, keeps memory for the next use, and clears a failure. */
void arena_reset(arena *a);

/* Of a chunk that has no room for it: arena_room() alone calls this. */
void *arena_elsewhere(arena *a, size_t size);

/* Room for `most` bytes, not zeroed, aligned for any type: for what is written at once. NULL on
 * failure. 0 gives a valid pointer. */
static inline void *arena_room(arena *a, size_t most)
{
    void *p = a->at;
    size_t size = most + !most, need;

    if (size > a->left)
        return arena_elsewhere(a, size);
    need = (size + ARENA_UNIT - 1) / ARENA_UNIT * ARENA_UNIT;
    ARENA_OPEN(p, need);
    a->at += need;
    a->left -= need;
    return p;
}

/* `size` bytes, zeroed, aligned for any type; NULL on failure. `size` 0 gives a valid pointer. */
void *arena_alloc(arena *a, size_t size);

/* Keeps as many bytes of the room as were written; nothing else may have been drawn since. */
void arena_keep(arena *a, void *room, size_t used);
/* `count` things of `size` bytes, zeroed; an overflow of the product is a failure. */
void *arena_array(arena *a, size_t count, size_t size);
/* A copy of `count` things; NULL on failure. `from` may be NULL where count is 0. */
void *arena_copy(arena *a, const void *from, size_t count, size_t size);
/* A copy of `size` bytes of text with a NUL behind it. */
char *arena_text(arena *a, const char *text, size_t size);
/* As sprintf, into the arena. */
char *arena_printf(arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(arena *a, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Room for one more thing behind `count` things at `array`: the array to use from here (it may have
 * moved), or false on failure. `*capacity` is kept by the arena, from 0; what is new is zeroed. For
 * lists that grow: if (arena_grow(a, (void **)&list, n, &room, sizeof *list)) list[n++] = x; */
bool arena_more(arena *a, void **array, size_t count, size_t *capacity, size_t size);
static inline bool arena_grow(arena *a, void **array, size_t count, size_t *capacity, size_t size)
{
    return (*array && count < *capacity) || arena_more(a, array, count, capacity, size);
}

/* The first room of such a list, for `count` things, not zeroed: for who can tell how many there
 * will be, so that the list need not move as it grows. False on failure. */
bool arena_reserve(arena *a, void **array, size_t *capacity, size_t count, size_t size);

bool arena_failed(const arena *a);
/* True where the failure was the arena's own maximum rather than the system's memory. */
bool arena_full(const arena *a);
/* Makes the arena fail from here on (a caller that found a limit of its own). */
void arena_fail(arena *a);
/* Bytes drawn since the last reset. */
size_t arena_used(const arena *a);

#endif
