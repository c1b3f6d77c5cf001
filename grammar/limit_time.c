#include "grammar/limit.h"

#include "grammar/bound.h"
#include "grammar/list.h"

#include <string.h>

/* Another time for some: "chemotherapy within 3 weeks (6 weeks for nitrosoureas)" is chemotherapy
 * within 3 weeks, or nitrosoureas within 6 weeks. */

/* The length of time that a bracket begins with, where nothing but whom it is for follows; NULL:
 * it says something else. *whom: the first part of these. */
static const part *other_length(const part *b, size_t *whom)
{
    const part *q = NULL, *in = b->inside;
    size_t i = 0, n = b->kind == PART_BRACKET ? b->inside_count : 0;
    bool named = false;

    while (i < n && (in[i].kind == PART_OR || in[i].kind == PART_ORN || in[i].kind == PART_FILL))
        i++;
    if (i < n && in[i].kind == PART_QUANTITY)
        q = &in[i++];
    if (!q || !q->period || q->age || q->value_count || q->high_period || !q->high.given ||
        (q->low.given && q->low.value != q->high.value))
        return NULL;
    for (; i < n; i++) {
        if (in[i].kind == PART_FILL || in[i].kind == PART_FORGROUP || in[i].kind == PART_OF ||
            in[i].kind == PART_FOR || in[i].kind == PART_PRIOR)
            continue;
        break;
    }
    *whom = i;
    for (; i < n; i++) {
        if (in[i].kind == PART_THING || in[i].kind == PART_WORD)
            named = true;
        else if (in[i].kind != PART_QUAL && in[i].kind != PART_ANYOF && in[i].kind != PART_FILL &&
                 in[i].kind != PART_OF && !part_links(in[i].kind))
            return NULL;
    }
    return named ? q : NULL;
}

/* `p`, a window back from some event, counted from the one that `event` names. */
static void count_from(const clause *c, part *p, const part *event)
{
    rule_window *w = arena_copy(c->arena, p->window, 1, sizeof *w);

    if (!w)
        return;
    w->anchor = event->window->anchor;
    w->anchor_concept = event->window->anchor_concept;
    p->window = w;
}

/* The window that reaches back so far, and is counted as `model` is; NULL: it is the nearer one, or
 * no memory. */
static const part *farther(const clause *c, const part *model, const part *q)
{
    part *p =
        arena_copy(c->arena, phrase_window(c->arena, q, NULL, q, NULL, c->text), 1, sizeof *p);
    rule_window *w = p && p->window ? arena_copy(c->arena, p->window, 1, sizeof *w) : NULL;

    if (!w || !w->from_given || !model->window->from_given ||
        period_days(w->from) >= period_days(model->window->from))
        return NULL;
    w->to = model->window->to;
    w->to_given = model->window->to_given;
    w->to_open = model->window->to_open;
    w->anchor = model->window->anchor;
    w->anchor_concept = model->window->anchor_concept;
    p->window = w;
    return p;
}

const part *limit_times(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from; i + 1 < *to; i++) {
        const part *q, *other;
        size_t whom, n = 0;
        bool event;
        part *kept, window = list[i];

        if (list[i].kind != PART_WINDOW || !list[i].window->from_given ||
            period_days(list[i].window->from) >= 0 || !(q = other_length(&list[i + 1], &whom)))
            continue;
        event = i + 2 < *to && list[i + 2].kind == PART_EVENT && list[i + 2].window &&
                strcmp(window.window->anchor, "unstated") == 0;
        if (event)
            count_from(c, &window, &list[i + 2]);
        if (!(other = farther(c, &window, q)) ||
            !(kept = arena_array(c->arena, *to + list[i + 1].inside_count + 2, sizeof *kept)))
            continue;
        for (size_t m = 0; m < *to; m++) {
            const part *b = &list[m];

            if (m == i) {
                kept[n++] = window;
            } else if (m == i + 1) {
                kept[n++] = (part){
                    .kind = PART_OR, .span = {b->span.start, b->span.start + 1}, .value = ""};
                memcpy(kept + n, b->inside + whom, (b->inside_count - whom) * sizeof *kept);
                n += b->inside_count - whom;
                kept[n] = *other; /* behind those whom it is for, as windows stand */
                kept[n++].span = (eligo_span){b->span.end - 1, b->span.end};
            } else if (m == i + 2 && event)
                clause_take(c, b->span);
            else
                kept[n++] = *b;
        }
        *to = n;
        return kept;
    }
    return list;
}

/* How many days the one end of a length of time is away. */
static double end_days(const part *q)
{
    return period_days((period){q->low.given ? q->low.value : q->high.value, q->period});
}

const rule *limit_length_for_some(const clause *c, const item *x, const rule *usual)
{
    const part *b = x->special;
    rule *other = arena_copy(c->arena, usual, 1, sizeof *other);
    const part *q = &b->inside[0];
    clause positive = *c;
    const rule *whom, *two[2], *either[2];
    bool narrower;

    positive.exclusion = false;
    whom = positive.depth++ > CLAUSE_DEPTH ? NULL
                                           : scope_rule(&positive, b->inside, 2, b->inside_count);
    if (!other || !(other->duration = clause_amount(c, q)))
        return NULL;
    if (!whom)
        whom = rule_opaque(c->arena, b->span, "a length of time for some, who are not understood");
    other->span = span_hull(usual->span, b->span);
    two[0] = whom;
    two[1] = other;
    either[0] = usual;
    either[1] = rule_join(c->arena, RULE_ALL, other->span, two, 2);
    /* the narrower is asked of those alone, and the usual of the others */
    narrower =
        q->low.given ? end_days(q) > end_days(x->duration) : end_days(q) < end_days(x->duration);
    if (narrower) {
        two[0] = usual;
        two[1] = whom ? rule_not(c->arena, whom->span, whom) : NULL;
        either[0] = rule_join(c->arena, RULE_ALL, usual->span, two, 2);
    }
    return rule_join(c->arena, RULE_ANY, other->span, either, 2);
}
