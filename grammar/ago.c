#include "grammar/ago.h"
#include "grammar/bound.h"

#include "engine/base/text.h"

#include <string.h>

rule_window *ago_until_now(arena *a, const rule_window *w)
{
    rule_window *since = arena_copy(a, w, 1, sizeof *since);

    if (!since)
        return NULL;
    since->from = w->to;
    since->from_given = true;
    since->from_open = !w->to_open;
    since->to = (period){0, w->to.unit};
    since->to_open = false;
    return since;
}

const rule *ago_and_none_since(arena *a, const rule *r)
{
    rule *since = arena_copy(a, r, 1, sizeof *r);
    const rule *two[2];

    if (!since || !(since->window = ago_until_now(a, r->window)))
        return NULL;
    two[0] = r;
    two[1] = rule_not(a, since->span, since);
    return rule_join(a, RULE_ALL, r->span, two, 2);
}

/* The time after an event, counted back from now. */
static rule_window *counted_back(const clause *c, const rule_window *w)
{
    rule_window *back = arena_copy(c->arena, w, 1, sizeof *w);

    if (!back)
        return NULL;
    back->from = (period){-w->to.n, w->to.unit};
    back->from_given = w->to_given;
    back->from_open = w->to_open;
    back->to = (period){-w->from.n, w->from.unit};
    back->to_given = true;
    back->to_open = w->from_open;
    back->anchor = "unstated";
    back->anchor_concept = NULL;
    return back;
}

const rule *ago_open(const clause *c, const rule *r)
{
    rule *least = arena_copy(c->arena, r, 1, sizeof *least);
    rule_window *w = r->window ? arena_copy(c->arena, r->window, 1, sizeof *w) : NULL;
    const rule *two[2] = {r, least};

    if (!least || !w)
        return NULL;
    w->to = w->from;
    w->to_given = true;
    w->from_given = false;
    least->window = w;
    return rule_readings(c->arena, r->span, "boundary", two, 2);
}

/* "Brittle stroke": the event that the last words of an anchor name, and the words before it, which
 * say which of its kind it was. NULL: there is none. */
static const concept *event_of_kind(const clause *c, const rule_window *w, const char **kind)
{
    enum { WORDS = 2 }; /* more of them name something else */
    atoms name;
    lexicon_hit hit;

    if (rule_anchor_of_study(w->anchor))
        return NULL;
    name = lexicon_cut(c->lx, w->anchor, strlen(w->anchor), c->arena);
    for (size_t at = 1; at < name.count && at <= WORDS; at++) {
        const atom *last = &name.list[at - 1];
        size_t covered;

        if (!lexicon_match(c->lx, &name, at, &hit) || hit.atoms != name.count - at || !hit.thing)
            continue;
        /* "starting warfarin", "contact with COVID-19" are something else */
        if (cue_match(&name, at - 1, &covered) ||
            roles_all(w->anchor + last->start, last->end - last->start))
            return NULL;
        *kind = arena_text(c->arena, w->anchor, last->end);
        return hit.thing;
    }
    return NULL;
}

const rule *ago_event(const clause *c, const item *x)
{
    const rule_window *w = x->window->window;
    rule_window *back = arena_copy(c->arena, w, 1, sizeof *w);
    rule *r = rule_new(c->arena, RULE_HAS, x->window->span);
    const char *kind = NULL;
    const concept *event = w->anchor_concept ? w->anchor_concept : event_of_kind(c, w, &kind);
    rule_qualifier begun;

    if (!back || !r || !event)
        return NULL;
    begun = since_begun(w, event);
    r->subject.concept = event;
    r->subject.category = event->category;
    r->subject.text = w->anchor;
    r->subject.span = x->window->span;
    if (kind) {
        rule_qualifier q = {"other", kind, kind, x->window->span, NULL};

        r->qualifiers = arena_copy(c->arena, &q, 1, sizeof q);
        r->qualifier_count = r->qualifiers != NULL;
    } else if (begun.text) {
        r->qualifiers = arena_copy(c->arena, &begun, 1, sizeof begun);
        r->qualifier_count = r->qualifiers != NULL;
    }
    if (strcmp(x->window->value, "of") == 0) { /* "less than 4 weeks from surgery" */
        back->anchor = "unstated";
        back->anchor_concept = NULL;
        if (back->to.n > 0) { /* it has been: not in the time to come */
            back->to.n = 0;
            back->to_open = false;
        }
        r->window = back;
        return back->to_given && !back->from_given && back->to.n < 0 && !begun.text
                   ? ago_and_none_since(c->arena, r)
                   : r;
    }
    if (strcmp(x->window->value, "after") != 0 || !w->from_given ||
        (w->from.n == 0 && !w->to_given))
        return NULL;
    back = counted_back(c, w);
    if (!back)
        return NULL;
    r->window = back;
    if (x->window->bare_time && back->from_given)
        return ago_open(c, r);
    return back->from_given || back->to.n >= 0 || begun.text ? r : ago_and_none_since(c->arena, r);
}

static bool is_chronic(const rule_qualifier *q)
{
    return strcmp(q->kind, "course") == 0 && strcmp(q->value, "chronic") == 0;
}

bool ago_of_itself(const item *x)
{
    const rule_window *w = x->window ? x->window->window : NULL;

    if (!w || !w->anchor_concept || strcmp(x->window->value, "after") != 0 || !w->from_given ||
        (w->from.n <= 0 && !x->window->bare_time) || !x->has_subject || !x->subject.concept ||
        !concept_is(x->subject.concept, w->anchor_concept))
        return false;
    /* "kidney transplant, 3 months after transplantation", and no "reoperation 3 days after
     * surgery" */
    if (x->subject.category != CATEGORY_CONDITION)
        return concept_is_treatment(x->subject.concept) && !x->qualifier_count &&
               strcasestr(x->subject.concept->name, w->anchor_concept->name);
    for (size_t i = 0; i < x->qualifier_count; i++) /* "recurrent stroke": another one */
        if (strcmp(x->qualifiers[i].kind, "course") == 0 && !is_chronic(&x->qualifiers[i]))
            return false;
    return true;
}

bool ago_counted_back(const clause *c, const item *x, item *own, part *since)
{
    rule_window *back = counted_back(c, x->window->window);

    if (!back)
        return false;
    item_copy(own, x);
    *since = *x->window;
    since->value = "";
    since->window = back;
    own->window = since;
    own->qualifier_count = 0;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (is_chronic(&x->qualifiers[i]))
            clause_take(c, x->qualifiers[i].span);
        else
            own->qualifiers[own->qualifier_count++] = x->qualifiers[i];
    return true;
}

bool ago_bare(const clause *c, const item *x)
{
    size_t size = x->window ? strlen(x->window->window->text) : 0;

    return !c->exclusion && !c->special && !x->negated && size > 3 && x->window->bare_time &&
           strcasecmp(x->window->window->text + size - 3, "ago") == 0;
}
