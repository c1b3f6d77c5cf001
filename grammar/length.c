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

/* Does what is denied end right before i: "no cancer"? */
static bool denied_before(const part *list, size_t from, size_t i)
{
    enum { NEAR = 4 };
    size_t k = i;

    if (k == from || list[--k].kind != PART_THING)
        return false;
    while (k > from && i - k < NEAR &&
           (list[k - 1].kind == PART_FILL || list[k - 1].kind == PART_OF ||
            list[k - 1].kind == PART_QUAL))
        k--;
    return k > from && list[k - 1].kind == PART_NOT;
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
    if (i > from && list[i - 1].kind == PART_NAIVE) /* "cancer-free >= 5 years" */
        return true;
    if (q->low.given && !q->high.given && denied_before(list, from, i))
        return true;
    return i > from + 1 && says_history(c, &list[i - 1]) && list[i - 2].kind == PART_THING;
}

/* Behind "seizure-free", "free of cancer", "without steroids" at i; i: the words are others, or a
 * list goes on behind them. */
static size_t free_of(const part *list, size_t i, size_t to)
{
    enum { NEAR = 5 };
    size_t k = i;

    if (k < to && list[k].kind == PART_NOT) {
        for (k++; k < to && k < i + NEAR && list[k].kind != PART_THING; k++)
            if (list[k].kind != PART_FILL && list[k].kind != PART_OF && list[k].kind != PART_QUAL)
                return i;
        if (k == to || list[k].kind != PART_THING)
            return i;
    } else if (!(k + 1 < to && list[k].kind == PART_THING && list[++k].kind == PART_NAIVE &&
                 list[k].value[0]))
        return i;
    k++;
    return k < to && part_links(list[k].kind) ? i : k;
}

/* A time at the beginning that may be an age: what stands behind it has lasted so long, or is free
 * of it since. */
static bool leads(const part *list, size_t from, size_t i)
{
    const part *q = &list[i];

    return q->kind == PART_QUANTITY && q->period && !q->age && !q->half_lives && !q->value_count &&
           q->low.given && (!q->high.given || q->high.value == q->low.value) &&
           (i == from || part_links(list[i - 1].kind));
}

/* "On dialysis", "without steroids", "with diabetes" at i: what can last. */
static bool can_last(const part *list, size_t i, size_t to)
{
    size_t k = i + 1;

    if (i >= to || list[i].kind == PART_NOT || list[i].kind == PART_CURRENT)
        return i < to;
    while (k < to && (list[k].kind == PART_FILL || list[k].kind == PART_QUAL))
        k++;
    return list[i].kind == PART_WITH && k < to && list[k].kind == PART_THING && list[k].hit.thing &&
           !list[k].hit.quantity && list[k].hit.thing->category == CATEGORY_CONDITION;
}

/* "At least 3 years with diabetes": so old, or for so long. Nobody says "18 years" of a disease. */
static bool is_of_age(const part *q)
{
    enum { OF_AGE = 18 };

    return q->period == 'a' && q->low.value >= OF_AGE;
}

/* Moves part i to where it stands right before `end`. */
static void move_behind(part *list, size_t i, size_t end)
{
    part moved = list[i];

    memmove(&list[i], &list[i + 1], (end - i - 1) * sizeof *list);
    list[end - 1] = moved;
}

const part *list_with_lengths(const clause *c, const part *list, size_t from, size_t *to)
{
    part *told = NULL;

    for (size_t i = from; i < *to; i++) {
        bool history = lasts(c, list, from, i, *to);
        bool first = !history && leads(list, from, i);
        size_t end = first ? free_of(list, i + 1, *to) : i + 1;
        bool open = first && !list[i].high.given && !is_of_age(&list[i]) && end == i + 1 &&
                    can_last(list, i + 1, *to);
        const part *d;

        if (!history && !open && end <= i + 1)
            continue;
        d = phrase_duration(c->arena, &list[i], NULL, &list[i], NULL, c->text);
        if (!d || d->kind != PART_DURATION)
            continue;
        if (!told && !(told = arena_copy(c->arena, list, *to, sizeof *list)))
            return list;
        list = told;
        if (open && (list[i].period == 'a' || list[i + 1].kind != PART_CURRENT)) {
            told[i] = part_narrowing(c, list, i, i + 1);
            continue;
        }
        told[i] = *d;
        if (first && end > i + 1)
            move_behind(told, i, end);
    }
    return told ? told : list;
}
