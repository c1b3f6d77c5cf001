#include "grammar/settle.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* "Hospitalization for hyper- or hypoglycemia": a beginning that hangs there has the end of the
 * name behind the connective. With it the head before it is read as that of both. */

/* The part of [i, count) that begins behind a beginning, its dash and a connective; 0: there is
 * none. */
static size_t name_behind(const settler *s, size_t i)
{
    size_t k = i + 2;

    if (!i || settle_kind(s, i) != PART_WORD || settle_kind(s, i + 1) != PART_DASH ||
        s->in[i + 1].span.start != s->in[i].span.end)
        return 0;
    switch (s->in[i - 1].kind) { /* a head before it: what shares a name alone is one of share.c */
    case PART_FOR:
    case PART_OF:
    case PART_FROM:
    case PART_CAUSED: break;
    default: return 0;
    }
    if (settle_kind(s, k) == PART_COMMA || settle_kind(s, k) == PART_SLASH)
        k++;
    if (settle_kind(s, k) == PART_OR || settle_kind(s, k) == PART_AND ||
        settle_kind(s, k) == PART_ANDOR)
        k++;
    return k > i + 2 && settle_kind(s, k) == PART_THING && s->in[k].hit.thing ? k : 0;
}

/* The beginning [first) with the end of the name `second`, as the lexicon has it. */
static bool whole_name(const settler *s, eligo_span first, eligo_span second, lexicon_hit *hit)
{
    enum { SHORTEST = 2, LONGEST = 7 }; /* beginnings: "un", "hyper" */
    size_t size = first.end - first.start;

    for (size_t n = SHORTEST; n <= LONGEST && second.start + n + 3 < second.end; n++) {
        const char *rest = s->text + second.start + n;
        char *text = arena_printf(s->arena, "%.*s%.*s", (int)size, s->text + first.start,
                                  (int)(second.end - second.start - n), rest);
        atoms cut = text ? lexicon_cut(s->lx, text, strlen(text), s->arena) : (atoms){0};

        if (!isalpha((unsigned char)rest[-1]))
            return false;
        /* a word that is spelled nearly so is another one: "hypoperkalemia" */
        if (cut.count && lexicon_match(s->lx, &cut, 0, hit) && hit->atoms == cut.count &&
            hit->thing && strncasecmp(hit->thing->name, text, size) == 0)
            return true;
    }
    return false;
}

void settle_beginnings(settler *s)
{
    enum { LONGEST = 7 };
    size_t n = 0;

    for (size_t i = 0; i < s->count; i++) {
        size_t k = name_behind(s, i);
        eligo_span word = s->in[i].span;
        lexicon_hit hit = {0};

        if (!k || word.end - word.start > LONGEST || !whole_name(s, word, s->in[k].span, &hit)) {
            s->in[n++] = s->in[i];
            continue;
        }
        s->in[n] = s->in[k];
        s->in[n].span = (eligo_span){word.start, s->in[i + 1].span.end};
        s->in[n++].hit = hit;
        i++; /* the dash */
    }
    s->count = n;
}
