#include "grammar/grouping.h"

const rule *rule_of_group(const compiler *c, const rule *r, eligo_span label, bool exclusion)
{
    const rule *group = rule_opaque(c->arena, label,
                                    "for one group only, and the record does not "
                                    "say who is in it");

    return r ? rule_two(c->arena, exclusion ? RULE_ALL : RULE_IF, group, r) : group;
}

const rule *rule_for_label(const compiler *c, const rule *r, const group_label *g, eligo_span label,
                           bool exclusion)
{
    switch (g->kind) {
    case GROUP_SOME: return rule_of_group(c, r, label, exclusion);
    case GROUP_OTHER: return combine_of_somebody(c->arena, r, g->who);
    default: return r;
    }
}

/* Does an item begin with the mark of a group, with no sign behind it? */
static bool is_marked(const compiler *c, const outline_item *x)
{
    eligo_span own = x->count ? x->head : x->span;

    return group_marked(c->text->text + own.start, own.end - own.start).kind == GROUP_SOME;
}

/* The label of a group at the head of an item; `marked`: also without a sign behind it. */
group_label item_group(const compiler *c, const outline_item *x, bool marked)
{
    eligo_span own = x->count ? x->head : x->span;
    const char *text = c->text->text + own.start;
    group_label g = group_read(text, own.end - own.start);

    /* "Cases: A. Controls: B": each label is of its own piece (split_series()) */
    if (!x->count && g.kind != GROUP_NONE && g.kind != GROUP_ALL &&
        group_inside(text, own.end - own.start, 1) < own.end - own.start)
        return (group_label){GROUP_NONE, {0, 0}, 0, NULL};
    if (x->count && g.kind == GROUP_NONE)
        g = group_over(text, own.end - own.start);
    return g.kind == GROUP_NONE && marked ? group_marked(text, own.end - own.start) : g;
}

/* An item without its label. */
outline_item item_unlabelled(const outline_item *x, const group_label *g)
{
    outline_item y = *x;

    y.span.start += x->count ? x->head.start + g->rest - x->span.start : g->rest;
    y.head.start += g->rest;
    return y;
}

/* A group whose label stands elsewhere has the first word of what is said of it for its place. */
size_t first_word(const compiler *c, eligo_span own)
{
    size_t n = 0;

    for (const char *at = c->text->text + own.start;
         own.start + n < own.end && at[n] != ' ' && at[n] != '\n' && at[n] != '\t' && at[n];)
        n++;
    return n;
}

/* Where the words for those whom the others are compared with end, in an item about them; else 0.
 */
size_t item_control(const compiler *c, const outline_item *x, const group_label *g)
{
    eligo_span own = x->count ? x->head : x->span;
    const char *text = c->text->text + own.start;

    if (g->kind == GROUP_SOME)
        return group_control(text, g->words.end);
    return g->kind == GROUP_NONE && !x->count ? group_control(text, own.end - own.start) : 0;
}

bool item_has_control(const compiler *c, const outline_item *x)
{
    group_label g = item_group(c, x, false);

    return item_control(c, x, &g) > 0;
}

grouping grouping_of(const compiler *c, const outline_item *of, size_t count, arena *a)
{
    grouping g = {.only = count > 1};
    group_label *own = arena_array(a, count, sizeof *own);
    size_t marked = 0;

    if (!own)
        return g;
    g.own = own;
    for (size_t i = 0; i < count; i++) {
        own[i] = item_group(c, &of[i], false);
        marked += own[i].kind == GROUP_SOME ||
                  (own[i].kind == GROUP_NONE && marked < 2 && is_marked(c, &of[i]));
    }
    g.marked = marked > 1;
    for (size_t i = 0; i < count; i++) {
        group_kind k = own[i].kind == GROUP_NONE && g.marked && is_marked(c, &of[i]) ? GROUP_SOME
                                                                                     : own[i].kind;

        g.some = g.some || k == GROUP_SOME || item_control(c, &of[i], &own[i]) > 0;
        g.only = g.only && (k == GROUP_SOME || k == GROUP_SELF);
    }
    for (size_t i = 0; i < count && g.some; i++) {
        eligo_span s = of[i].count ? of[i].head : of[i].span;

        if (own[i].kind == GROUP_NONE)
            own[i] = group_people(c->text->text + s.start, s.end - s.start);
        /* "Asthma patients" over a list has no words of its own behind it */
        if (own[i].kind == GROUP_NONE && of[i].count &&
            group_persons(c->text->text + s.start, s.end - s.start))
            own[i] = (group_label){GROUP_SELF, {0, s.end - s.start}, s.end - s.start, NULL};
    }
    g.only = g.only && g.some;
    return g;
}
