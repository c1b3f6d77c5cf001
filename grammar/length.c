#include "grammar/list.h"

#include <string.h>

/* How long somebody has had a thing, where "history" says that it is that: "at least a 1-year
 * history of migraine", "a migraine history of 12 months". */

/* "History of", and no "had", "received". */
static bool says_history(const clause *c, const part *p)
{
    static const char word[] = "history";

    if (p->kind != PART_HISTORY)
        return false;
    for (size_t i = p->span.start; i + strlen(word) <= p->span.end; i++)
        if (strncasecmp(c->text + i, word, strlen(word)) == 0)
            return true;
    return false;
}

/* A length of time that is nobody's age and stands right before "history of", or right behind the
 * "history" of a thing. */
static bool lasts(const clause *c, const part *list, size_t from, size_t i, size_t to)
{
    const part *q = &list[i];

    if (q->kind != PART_QUANTITY || !q->period || q->age || q->half_lives || q->value_count)
        return false;
    if (i + 1 < to && says_history(c, &list[i + 1]))
        return i == from || list[i - 1].kind != PART_AGEWORD;
    return i > from + 1 && says_history(c, &list[i - 1]) && list[i - 2].kind == PART_THING;
}

const part *list_with_lengths(const clause *c, const part *list, size_t from, size_t *to)
{
    part *told = NULL;

    for (size_t i = from; i < *to; i++) {
        const part *d = lasts(c, list, from, i, *to)
                            ? phrase_duration(c->arena, &list[i], NULL, &list[i], NULL, c->text)
                            : NULL;

        if (!d || d->kind != PART_DURATION)
            continue;
        if (!told && !(told = arena_copy(c->arena, list, *to, sizeof *list)))
            return list;
        told[i] = *d;
    }
    return told ? told : list;
}
