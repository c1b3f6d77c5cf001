#include "grammar/clause.h"

#include "engine/base/text.h"

#include <string.h>

/* A thing and where it is, said apart, where both together have a name: "surgery of the spine" is
 * spine surgery, "osteoarthritis of the hip or hand" that of either. */

enum { LONGEST = 96 }; /* bytes of such a name */

/* Do the words behind the name of the thing begin with what leads to a place? */
static bool leads_to_place(const char *text, size_t at)
{
    static const char *const words[] = {" of ", " to ", " in "};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(text + at, words[i], 4) == 0)
            return true;
    return false;
}

static bool is_word_of_place(const rule_qualifier *q)
{
    return (text_is(q->kind, "other") || text_is(q->kind, "about")) && q->span.end > q->span.start;
}

/* The words [*first, *last) of the qualifiers that stand behind the thing in one run, which ends
 * where nothing more of it is said. False: there are none, or others between them. */
static bool place_words(const clause *c, const rule *r, size_t *from, eligo_span *run)
{
    size_t n = 0;

    for (size_t i = 0; i < r->qualifier_count; i++) {
        const rule_qualifier *q = &r->qualifiers[i];

        if (q->span.start < r->subject.span.end || !is_word_of_place(q))
            continue;
        if (n++ == 0)
            *from = i, *run = q->span;
        else if (q->span.start != run->end + 1 || c->text[run->end] != ' ')
            return false;
        else
            run->end = q->span.end;
    }
    return n > 0;
}

/* The name of the place before that of the thing: "spine surgery". NULL: there is no such name, or
 * it is no kind of the thing. */
static const concept *named_there(const clause *c, const rule *r, eligo_span place)
{
    size_t first = place.end - place.start, last = strlen(r->subject.text);
    char *text = first + last < LONGEST ? arena_array(c->arena, first + last + 2, 1) : NULL;
    atoms words;
    lexicon_hit hit;
    category k;

    if (!text)
        return NULL;
    memcpy(text, c->text + place.start, first);
    text[first] = ' ';
    memcpy(text + first + 1, r->subject.text, last + 1);
    words = lexicon_cut(c->lx, text, first + 1 + last, c->arena);
    if (!words.count || !lexicon_match(c->lx, &words, 0, &hit) || hit.atoms != words.count ||
        !hit.thing || hit.thing == r->subject.concept)
        return NULL;
    k = hit.thing->category;
    if (k != CATEGORY_CONDITION && k != CATEGORY_PROCEDURE)
        return NULL;
    /* "stenosis of the aortic valve": its head alone is a quantity */
    return !r->subject.concept || category_is_quantity(r->subject.concept->category) ||
                   concept_is(hit.thing, r->subject.concept)
               ? hit.thing
               : NULL;
}

const rule *item_there(const clause *c, const rule *r)
{
    eligo_span place = {0, 0};
    size_t from = 0, kept = 0;
    const concept *k;
    rule *out;
    rule_qualifier *others;

    if (!r || r->op != RULE_HAS || !r->subject.text || r->subject.who || !r->qualifier_count ||
        !leads_to_place(c->text, r->subject.span.end) || !place_words(c, r, &from, &place) ||
        !(k = named_there(c, r, place)))
        return r; /* nearly always */
    out = arena_copy(c->arena, r, 1, sizeof *r);
    others = arena_array(c->arena, r->qualifier_count, sizeof *others);
    if (!out || !others)
        return NULL;
    for (size_t i = 0; i < r->qualifier_count; i++) {
        const rule_qualifier *q = &r->qualifiers[i];

        if (is_word_of_place(q) && q->span.start >= place.start && q->span.end <= place.end)
            clause_take(c, q->span);
        else if (text_is(q->kind, "about") && q->span.start == r->subject.span.start)
            continue; /* "diseases of the heart": what the head is by itself */
        else
            others[kept++] = *q;
    }
    out->qualifiers = others;
    out->qualifier_count = kept;
    out->subject.concept = k;
    out->subject.category = k->category;
    return out;
}
