/* A time that is counted from one of several events: "within 6 months of a stroke or surgery". */
#include "grammar/list.h"

/* What may be counted from: something that happened or was done, and no number. */
static bool is_event(const part *p)
{
    const concept *k = p->kind == PART_THING && !p->hit.quantity ? p->hit.thing : NULL;

    return k && (k->category == CATEGORY_CONDITION || k->category == CATEGORY_PROCEDURE ||
                 k->category == CATEGORY_MEDICATION || k->category == CATEGORY_IMMUNIZATION ||
                 k->category == CATEGORY_ENCOUNTER || k->category == CATEGORY_SOCIAL);
}

/* Does an item end before the part at i, which says nothing of the one in front of it? */
static bool ends_item(const part *list, size_t i, size_t to)
{
    return i >= to || part_links(list[i].kind) || list[i].kind == PART_PERIOD ||
           list[i].kind == PART_SEMICOLON;
}

/* Does the part at i begin its item? */
static bool begins_item(const part *list, size_t from, size_t i)
{
    while (i > from && list[i - 1].kind == PART_FILL)
        i--;
    return i == from || part_links(list[i - 1].kind);
}

/* The event that the list goes on to behind its link at i; `to`: something else. */
static size_t event_behind(const part *list, size_t i, size_t to)
{
    size_t k = i + 1;

    while (k < to && (list[k].kind == PART_FILL || list[k].kind == PART_OR))
        k++;
    return k < to && is_event(&list[k]) && ends_item(list, k + 1, to) ? k : to;
}

/* Behind the last event of the list that goes on at i, which an "or" must end; i: there is none.
 * "Within 2 weeks of surgery, or pregnancy" parts two. */
static size_t events_end(const part *list, size_t i, size_t to)
{
    size_t k = i, next;

    while (k < to && (list[k].kind == PART_COMMA || list[k].kind == PART_OR ||
                      list[k].kind == PART_ANDOR || list[k].kind == PART_SLASH)) {
        bool last =
            list[k].kind != PART_COMMA || (k > i && k + 1 < to && list[k + 1].kind == PART_OR);

        next = event_behind(list, k, to);
        if (next == to || (list[k].kind == PART_COMMA && !last && list[k + 1].kind == PART_OR))
            return i;
        k = next + 1;
        if (last)
            return k;
    }
    return i;
}

/* The same time, counted from another event. */
static bool counted_from(const clause *c, const part *window, part *event)
{
    rule_window *w = arena_copy(c->arena, window->window, 1, sizeof *w);
    part p = *window;

    if (!w)
        return false;
    w->anchor_concept = event->hit.thing;
    w->anchor =
        arena_text(c->arena, c->text + event->span.start, event->span.end - event->span.start);
    w->span = p.span = event->span;
    p.window = w;
    p.anchor = w->anchor;
    p.anchor_concept = w->anchor_concept;
    *event = p;
    return w->anchor != NULL;
}

const part *list_with_anchors(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from; i + 2 < *to; i++) {
        size_t end;
        part *kept;

        if (list[i].kind != PART_WINDOW || !list[i].window || !list[i].window->anchor_concept ||
            !begins_item(list, from, i) || (end = events_end(list, i + 1, *to)) == i + 1)
            continue;
        if (!(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
            return list;
        for (size_t k = i + 1; k < end; k++)
            if (kept[k].kind == PART_THING && !counted_from(c, &list[i], &kept[k]))
                return list;
        return kept;
    }
    return list;
}
