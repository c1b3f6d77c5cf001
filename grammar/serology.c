/* "Measles seropositive", "seronegative for SARS-CoV-2", "positive serology for HIV": what is found
 * are antibodies, which a vaccine leaves as well. It is no disease, and their lack no absence of
 * one, but where the test for them is what shows the infection (HIV). */
#include "grammar/list.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <string.h>

/* Does it say that antibodies were found ('+') or not ('-')? 0: neither. */
static char says_serology(const clause *c, const part *p)
{
    static const char *const words[] = {"seropositive", "positive serolog", "seronegative",
                                        "negative serolog"};

    if (p->kind != PART_QUAL && p->kind != PART_NOT)
        return 0;
    for (size_t i = 0; i < 4; i++)
        if (text_starts_nocase(c->text + p->span.start, p->span.end - p->span.start, words[i]))
            return i < 2 ? '+' : '-';
    return 0;
}

/* May antibodies be had against it? */
static bool infects(const clause *c, const part *p)
{
    const concept *infection = lexicon_landmark(c->lx, LANDMARK_INFECTION);

    return p->kind == PART_THING && p->hit.thing &&
           (p->hit.thing->category == CATEGORY_ORGANISM ||
            (infection && p->hit.thing->category == CATEGORY_CONDITION &&
             concept_is(p->hit.thing, infection)));
}

/* The antibodies against what `p` names, or unknown words; unless they are `asked` for, `p` itself
 * where they show the infection. */
static part antibodies(const clause *c, const part *p, bool asked)
{
    static const char *const tests[] = {"antibody", "serology"};
    part out = *p;

    out.kind = PART_WORD;
    out.hit = (lexicon_hit){0};
    out.value = "";
    for (size_t i = 0; i < 2; i++) {
        char *name = arena_printf(c->arena, "%.*s %s", (int)(p->span.end - p->span.start),
                                  c->text + p->span.start, tests[i]);
        atoms cut = name ? lexicon_cut(c->lx, name, strlen(name), c->arena) : (atoms){0};
        lexicon_hit hit;

        if (!cut.count || !lexicon_match(c->lx, &cut, 0, &hit) || hit.atoms != cut.count ||
            !hit.quantity)
            continue;
        if (hit.quantity->confirms == p->hit.thing && !asked)
            return *p;
        if (out.kind == PART_WORD) {
            out.kind = PART_THING;
            out.hit = hit;
            out.hit.span = p->span;
        }
    }
    return out;
}

/* Where the list of infections ends that begins at i; i: none stands there. *other: antibodies
 * against some of them are no infection. */
static size_t list_end(const clause *c, const part *list, size_t i, size_t to, bool *other)
{
    size_t end = i;

    *other = false;
    while (i < to && infects(c, &list[i])) {
        *other = *other || antibodies(c, &list[i], false).hit.thing != list[i].hit.thing;
        end = ++i;
        while (i < to && part_links(list[i].kind))
            i++;
    }
    return end;
}

/* The list [first, end) at `kept`, each of it with the result; "negative for A or B" is neither.
 * How many parts that are. */
static size_t put_list(const clause *c, const part *list, size_t first, size_t end,
                       const part *word, part *kept)
{
    bool found = says_serology(c, word) == '+';
    size_t n = 0;

    for (size_t k = first; k < end; k++) {
        if (infects(c, &list[k])) {
            kept[n] = *word;
            kept[n].kind = PART_QUAL;
            kept[n++].value = found ? "result:positive" : "result:negative";
            kept[n++] = antibodies(c, &list[k], true);
            continue;
        }
        kept[n] = list[k];
        if (!found && kept[n].kind == PART_OR)
            kept[n].kind = PART_AND;
        n++;
    }
    return n;
}

/* "Seronegative for A, B or C": each of them with the result. */
const part *list_with_serology(const clause *c, const part *list, size_t from, size_t *to)
{
    part *kept = NULL;
    size_t n = from;

    for (size_t i = from; i < *to; i++) {
        bool said = says_serology(c, &list[i]), other = false,
             behind = said && i > from && infects(c, &list[i - 1]);
        size_t first = i + 1, end = first;

        while (first < *to && list[first].kind == PART_FILL)
            first++;
        if (said && !behind)
            end = list_end(c, list, first, *to, &other);
        if ((other || behind) && !kept) {
            if (!(kept = list_copied(c->arena, list, i, 2 * *to)))
                return list;
            n = i;
        }
        if (other) {
            n += put_list(c, list, first, end, &list[i], kept + n);
            i = end - 1;
            continue;
        }
        if (behind)
            kept[n - 1] = antibodies(c, &list[i - 1], false);
        if (kept)
            kept[n++] = list[i];
    }
    if (kept)
        *to = n;
    return kept ? kept : list;
}
