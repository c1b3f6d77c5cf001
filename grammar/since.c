#include "grammar/ago.h"
#include "grammar/bound.h"
#include "grammar/list.h"

#include "engine/base/text.h"

#include <string.h>

/* What is over, or has not been, for so long: "radiotherapy or chemotherapy must have been
 * completed at least 2 weeks before" (none of them since; who never had one needs none), "off A for
 * 4 weeks, B
 * >= 8 weeks". */

/* The qualifier that says so; the count: there is none. */
static size_t over(const item *x)
{
    size_t i = 0;

    while (i < x->qualifier_count &&
           !(text_is(x->qualifiers[i].kind, "course") && text_is(x->qualifiers[i].value, "over")))
        i++;
    return i;
}

const part *list_since(const clause *c, const part *p)
{
    const rule_window *then = p ? p->window : NULL;
    part *with;

    if (!then || !then->to_given || then->from_given || then->to.n >= 0 ||
        !(with = arena_copy(c->arena, p, 1, sizeof *with)) ||
        !(with->window = ago_until_now(c->arena, then)))
        return NULL;
    return with;
}

bool list_since_event(const item *x)
{
    const rule_window *w = x->window ? x->window->window : NULL;

    return w && w->text && strcmp(x->window->value, "after") == 0 && w->from_given &&
           !w->to_given && !x->qualifier_count && !x->negated && item_modifies(x) &&
           strcasestr(w->text, " since ");
}

/* "No surgery, or surgery more than 6 months ago": none since then. */
static void share_again(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;
        const part *window;

        if ((e->at[i].link != PART_OR && e->at[i].link != PART_ANDOR) || !y->negated ||
            x->negated || y->window || y->duration || y->qualifier_count || x->quantity_count ||
            !x->subject.concept || x->subject.concept != y->subject.concept ||
            !(window = list_since(c, x->window)))
            continue;
        x->window = window;
        x->negated = true;
        x->history = false;
    }
}

void list_share_over(const clause *c, entries *e)
{
    if (c->exclusion)
        return; /* a requirement among what bars: whom it bars is open */
    share_again(c, e);
    for (size_t i = e->count; i-- > 0;) {
        item *x = &e->at[i].item;
        size_t q = over(x), first = i;
        const part *said = x->window, *window;

        if (q == x->qualifier_count || x->negated || !concept_is_treatment(x->subject.concept) ||
            x->quantity_count || !(window = list_since(c, said)))
            continue;
        clause_take(c, x->qualifiers[q].span);
        memmove(x->qualifiers + q, x->qualifiers + q + 1,
                (x->qualifier_count - q - 1) * sizeof *x->qualifiers);
        x->qualifier_count--;
        while (first > 0 && entry_linked(&e->at[first]) && e->at[first - 1].item.window == said &&
               !e->at[first - 1].item.negated)
            first--;
        for (size_t k = first; k <= i; k++) {
            item *y = &e->at[k].item;

            y->window = window;
            y->negated = y->alone = true;
            if (k > first)
                e->at[k].link = PART_AND;
        }
    }
}

/* "off A for 4 weeks, B >= 8 weeks": the second length is one for which it was not taken, too. */
void list_off_as_long(const clause *c, const item *y, entry *e)
{
    item *x = &e->item;
    const part *q = x->quantities[0], *lasts;

    if (!(y->negated || y->denied_before) || !y->duration || !y->duration->low.given ||
        !entry_linked(e) || x->quantity_count != 1 || x->duration || x->window || !q->period ||
        q->age || x->age || !q->low.given || q->high.given || !x->subject.concept ||
        !concept_is_treatment(x->subject.concept) || q->span.start < x->subject.span.end ||
        !(lasts = phrase_duration(c->arena, q, NULL, q, NULL, c->text)))
        return;
    x->duration = lasts;
    x->quantity_count = 0;
}

rule_qualifier since_begun(const rule_window *w, const concept *event)
{
    rule_qualifier q = {"certainty", "confirmed", NULL, w->span, NULL};

    if (event->category != CATEGORY_CONDITION || event->flags & CONCEPT_EVENT)
        return q;
    if (strcasestr(w->text, "diagnos"))
        q.text = "diagnosis";
    else if (strcasestr(w->text, "onset")) {
        q.kind = "course";
        q.value = q.text = "onset";
    }
    return q;
}
