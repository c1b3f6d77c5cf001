#include "grammar/list.h"

#include "engine/base/text.h"

#include <string.h>

/* A thing and where it is, said apart, where both together have a name: "surgery of the spine" is
 * spine surgery, "osteoarthritis of the hip or hand" that of either. */

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
    const part *p = name_together(c, place, r->subject.span, &(part){0});
    const concept *k = p ? p->hit.thing : NULL, *of = r->subject.concept;

    if (!k || k == of || (k->category != CATEGORY_CONDITION && k->category != CATEGORY_PROCEDURE))
        return NULL;
    /* "stenosis of the aortic valve": its head alone is a quantity */
    return !of || category_is_quantity(of->category) || concept_is(k, of) ? k : NULL;
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
    if (place.start - r->subject.span.end <=
        sizeof " of the " - 1) { /* and no other place between */
        out->subject.span.end = place.end;
        out->subject.text = arena_text(c->arena, c->text + out->subject.span.start,
                                       place.end - out->subject.span.start);
    }
    return out->subject.text ? out : NULL;
}

/* ---- lists of places ---- */

/* The head that a place follows, "fracture" of "fracture of the hip", "infection" before "of the
 * skin". Empty: there is none. */
static eligo_span head_of_place(const clause *c, const item *x)
{
    eligo_span s = x->subject.span;

    if (!x->has_subject || x->renamed)
        return (eligo_span){0, 0};
    for (size_t i = s.start + 1; i + 4 < s.end; i++)
        if (strncmp(c->text + i, " of ", 4) == 0)
            return (eligo_span){s.start, i};
    return s.end > s.start && strncmp(c->text + s.end, " of ", 4) == 0 ? s : (eligo_span){0, 0};
}

/* Is nothing said but words that nobody knows? */
static bool only_words(const item *x)
{
    return x->has_subject && !x->subject.concept && !x->quantity_count && !x->qualifier_count &&
           !x->judge && !x->defined && !x->negated && !x->who && !x->current && !x->history &&
           !x->planned && !x->sex && !x->need && !x->also;
}

void list_share_heads(const clause *c, entries *e)
{
    eligo_span head = {0, 0};
    const item *first = NULL;

    for (size_t i = 0; i < e->count; i++) {
        item *x = &e->at[i].item;
        const part *p = NULL;

        if (i && head.end && entry_linked(&e->at[i]) && only_words(x))
            p = name_together(c, x->subject.span, head,
                              first->subject_part ? first->subject_part : &(part){0});
        if (p && p->hit.thing &&
            (p->hit.thing->category == CATEGORY_CONDITION ||
             p->hit.thing->category == CATEGORY_PROCEDURE)) {
            x->subject.concept = p->hit.thing;
            x->subject.category = p->hit.thing->category;
            x->subject_part = p;
            x->renamed = true;
            continue;
        }
        head = head_of_place(c, x);
        first = x;
    }
}
