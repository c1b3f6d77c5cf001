/* The last step of compiling a criterion: a private copy of the tree, within limits, with spans
 * that nest and ids by place. Later steps only read. */
#include "rules/rule.h"

#include "engine/base/limits.h"

#include <string.h>

typedef struct settling {
    arena *arena;
    eligo_span within;
    size_t nodes;              /* copied so far: sharing must not make a small graph a huge tree */
    bool whole;                /* also what nodes point to */
    const rule_places *places; /* of what is copied; NULL: they stay */
} settling;

static bool empty(eligo_span s)
{
    return s.start >= s.end;
}

static eligo_span clip(eligo_span s, eligo_span within)
{
    if (empty(s) || s.end <= within.start || s.start >= within.end)
        return (eligo_span){within.start, within.start};
    if (s.start < within.start)
        s.start = within.start;
    if (s.end > within.end)
        s.end = within.end;
    return s;
}

static rule *copy(settling *s, const rule *r, unsigned depth);

/* Copies the parts of `r`; readings of a reading about the same defect count as its own. */
static size_t copy_parts(settling *s, const rule *r, const rule **parts, size_t room, size_t n,
                         rule_op above, const char *code, unsigned depth)
{
    for (size_t i = 0; i < r->count && n < room; i++) {
        const rule *part = r->of[i];
        bool again = false;

        if (!part)
            continue;
        if (above == RULE_READINGS && part->op == RULE_READINGS && depth < LIMIT_RULE_DEPTH &&
            (!part->finding || (code && strcmp(part->finding, code) == 0))) {
            n = copy_parts(s, part, parts, room, n, above, code, depth + 1);
            continue;
        }
        part = copy(s, part, depth + 1);
        if (!part)
            return n;
        for (size_t k = 0; k < n && above == RULE_READINGS && !again; k++)
            again = rule_equal(parts[k], part);
        if (!again)
            parts[n++] = part;
    }
    return n;
}

static bool stands_alone(rule_op op)
{
    return op == RULE_ALL || op == RULE_ANY || op == RULE_READINGS;
}

/* NULL: no memory. */
static rule *copy(settling *s, const rule *r, unsigned depth)
{
    rule *made = arena_copy(s->arena, r, 1, sizeof *r);
    bool inner = r->op < RULE_COMPARE || r->op == RULE_READINGS;
    const char *refused = NULL;

    if (!made)
        return NULL;
    made->id = NULL;
    if (s->places) {
        made->span = s->places->move(s->places->context, r->span);
        made->subject.span = s->places->move(s->places->context, r->subject.span);
    }
    made->span = clip(made->span, s->within);
    if (++s->nodes > LIMIT_RULE_NODES)
        refused = "too many conditions in one criterion";
    else if (inner && depth >= LIMIT_RULE_DEPTH)
        refused = "nested too deeply";
    else if (inner && r->count == 0)
        refused = "no condition was found";
    if (refused) {
        rule *opaque = rule_new(s->arena, RULE_OPAQUE, made->span);

        if (opaque)
            opaque->reason = refused;
        return opaque;
    }
    if (inner) {
        size_t room = r->op == RULE_READINGS ? LIMIT_READINGS : r->count;
        const rule **parts = arena_room(s->arena, room * sizeof *parts);

        if (!parts)
            return NULL;
        made->of = parts;
        made->count = copy_parts(s, r, parts, room, 0, r->op, r->finding, depth);
        if (arena_failed(s->arena))
            return NULL;
        for (size_t i = 0; i < made->count; i++)
            made->span = span_cover(made->span, parts[i]->span);
        if (made->count == 1 && stands_alone(r->op))
            return (rule *)parts[0]; /* made here, and seen by nobody yet */
    } else {
        made->span = span_cover(made->span, clip(made->subject.span, s->within));
    }
    return made;
}

/* "I3.2" and 1 is "I3.2.1". */
static char *child_id(settling *s, const char *id, size_t size, size_t n, size_t *child_size)
{
    char digits[24], *out;
    size_t at = sizeof digits;

    do
        digits[--at] = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    *child_size = size + 1 + (sizeof digits - at);
    out = arena_room(s->arena, *child_size + 1);
    if (out) {
        memcpy(out, id, size);
        out[size] = '.';
        memcpy(out + size + 1, digits + at, sizeof digits - at);
        out[*child_size] = 0;
    }
    return out;
}

/* Gives ids, and a node that no word stands for the place of what it is part of. */
static void number(settling *s, rule *r, const char *id, size_t size, eligo_span above)
{
    r->id = id;
    if (s->whole)
        rule_own(s->arena, r, s->places);
    if (empty(r->span))
        r->span = above;
    for (size_t i = 0; i < r->count && !arena_failed(s->arena); i++) {
        size_t child_size;
        const char *child = child_id(s, id, size, i + 1, &child_size);

        if (child)
            number(s, (rule *)r->of[i], child, child_size, r->span);
    }
}

static const rule *settle(settling *s, const rule *r, const char *criterion_id)
{
    size_t size = criterion_id ? strlen(criterion_id) : 0; /* none: there was no memory for it */
    const char *id = criterion_id ? arena_text(s->arena, criterion_id, size) : NULL;
    rule *made;

    if (!r)
        r = rule_opaque(s->arena, s->within, "no condition was found");
    made = r ? copy(s, r, 0) : NULL;
    if (made && id)
        number(s, made, id, size, s->within);
    return arena_failed(s->arena) ? NULL : made;
}

const rule *rule_settle(arena *a, const rule *r, const char *criterion_id, eligo_span within)
{
    settling s = {.arena = a, .within = within};

    return settle(&s, r, criterion_id);
}

const rule *rule_settle_whole(arena *a, const rule *r, const char *criterion_id, eligo_span within,
                              const rule_places *places)
{
    settling s = {.arena = a, .within = within, .whole = true, .places = places};

    return settle(&s, r, criterion_id);
}
