#include "grammar/token.h"

#include <math.h>
#include <string.h>

static part *join(arena *a, part_kind kind, const part *first, const part *last)
{
    part *p = first && last ? arena_copy(a, first, 1, sizeof *p) : NULL;

    if (p) {
        p->kind = kind;
        if (last->span.end > p->span.end)
            p->span.end = last->span.end;
        if (last->span.start < p->span.start)
            p->span.start = last->span.start;
    }
    return p;
}

/* What a part knows of units goes to the phrase that it is put into. */
static void take_unit(part *p, const part *from)
{
    if (!p->unit.ucum && !p->period) {
        p->unit = from->unit;
        p->period = from->period;
    }
    if (from->edge)
        p->edge = from->edge;
    p->damaged |= from->damaged;
    p->age |= from->age;
    if (p->half_lives == 0)
        p->half_lives = from->half_lives;
}

const part *phrase_scalar(arena *a, const part *number, const part *measure)
{
    part *p = join(a, PART_QUANTITY, number, measure ? measure : number);

    if (p) {
        p->low = p->high = (rule_bound){true, true, number->number};
        p->value = number->kind == PART_ORDINAL ? "grade" : "";
        if (measure)
            take_unit(p, measure);
    }
    return p;
}

const part *phrase_multiple(arena *a, const part *number, const part *limit)
{
    part *p = join(a, PART_QUANTITY, number ? number : limit, limit);

    if (!p)
        return NULL;
    if (limit->kind == PART_PREDICTED) {
        p->predicted = true;
        return p;
    }
    if (!number)
        p->low = p->high = (rule_bound){true, true, 1};
    p->relative = strcmp(limit->value, "lln") == 0        ? RELATIVE_LLN
                  : strcmp(limit->value, "baseline") == 0 ? RELATIVE_BASELINE
                                                          : RELATIVE_ULN;
    p->unit = (rule_unit){NULL, NULL};
    p->value = "";
    return p;
}

const part *phrase_bound(arena *a, const part *cmp, const part *scalar)
{
    part *p = join(a, PART_QUANTITY, scalar, cmp);
    char sign = cmp->value[0];

    if (!p)
        return NULL;
    p->value = sign == '=' ? "=" : "bound";
    if (sign == '<') {
        p->low = (rule_bound){0};
        p->high.inclusive = cmp->value[1] == '=';
    } else if (sign == '>') {
        p->high = (rule_bound){0};
        p->low.inclusive = cmp->value[1] == '=';
    }
    return p;
}

const part *phrase_open(arena *a, const part *scalar, const part *ormore, bool more,
                        const part *measure)
{
    part *p = join(a, PART_QUANTITY, scalar, measure ? measure : ormore);

    if (!p)
        return NULL;
    if (ormore->span.start < p->span.start)
        p->span.start = ormore->span.start;
    p->value = strcmp(ormore->value, "worse") == 0 || strcmp(ormore->value, "better") == 0
                   ? ormore->value
                   : "bound";
    if (more)
        p->high = (rule_bound){0};
    else
        p->low = (rule_bound){0};
    if (measure)
        take_unit(p, measure);
    return p;
}

const part *phrase_equal_open(arena *a, const part *cmp, const part *scalar, const part *ormore,
                              bool more)
{
    return cmp->value[0] == '=' ? phrase_open(a, scalar, ormore, more, NULL)
                                : phrase_bound(a, cmp, scalar);
}

/* The lower end of a part is the bound that it gives, whichever side it was printed on. */
const part *phrase_range(arena *a, const part *first, const part *last)
{
    part *p = join(a, PART_QUANTITY, first, last);

    if (!p)
        return NULL;
    p->value = first->value && strcmp(first->value, "grade") == 0 ? "grade" : "range";
    p->low = first->low.given ? first->low : first->high;
    p->high = last->high.given ? last->high : last->low;
    if (first->low.given && !first->high.given && last->high.given && !last->low.given)
        p->value = "range";
    /* an end of which it is said decides for itself; "included" behind the range speaks of both */
    if (first->edge == 'x')
        p->low.inclusive = false;
    if (last->edge == 'x')
        p->high.inclusive = false;
    p->high_open = first->edge == 'i' && !last->edge;
    take_unit(p, last);
    /* "6 months to 9 years": each end has its unit; the finer one carries both where the calendar
     * allows */
    if (first->period && last->period && first->period != last->period) {
        double ratio = first->period == 'm' && last->period == 'a'   ? 12
                       : first->period == 'd' && last->period == 'w' ? 7
                       : first->period == 'h' && last->period == 'd' ? 24
                                                                     : 0;
        double coarser = first->period == 'a' && last->period == 'm'   ? 12
                         : first->period == 'w' && last->period == 'd' ? 7
                         : first->period == 'd' && last->period == 'h' ? 24
                         : first->period == 'h' && last->period == 'n' ? 60
                                                                       : 0;
        if (ratio > 0) {
            p->high.value *= ratio;
            p->unit = first->unit;
            p->period = first->period;
        } else if (coarser > 0) {
            p->low.value *= coarser;
            p->unit = last->unit;
            p->period = last->period;
        } else if (first->period == 'h' && last->period == 'd') {
            p->high.value *= 24;
        }
    }
    if (!first->period && !first->unit.ucum) {
        p->unit = last->unit;
        p->period = last->period;
    }
    if (first->relative == RELATIVE_NONE)
        p->relative = last->relative;
    p->pair = false;
    if (p->low.given && p->high.given && p->low.value > p->high.value) {
        rule_bound b = p->low;

        p->low = p->high;
        p->high = b;
    }
    return p;
}

const part *phrase_both(arena *a, const part *first, const part *last)
{
    part *p = join(a, PART_QUANTITY, first, last);

    if (!p)
        return NULL;
    p->value = "range";
    if (!p->low.given)
        p->low = last->low;
    if (!p->high.given)
        p->high = last->high;
    take_unit(p, last);
    if (!first->unit.ucum && !first->period) {
        p->unit = last->unit;
        p->period = last->period;
    }
    return p;
}

/* One more grade of a list. A scalar gives its value, a range all whole grades in it. */
const part *phrase_list(arena *a, const part *list, const part *scalar)
{
    part *p = join(a, PART_QUANTITY, list, scalar);
    double *values;

    if (!p)
        return NULL;
    if (list->value_count == 0 &&
        !(list->low.given && list->high.given && list->low.value == list->high.value))
        return p; /* "< 2 or 3" is no list of grades; scope.c sees the first */
    values = arena_array(a, list->value_count + 2, sizeof *values);
    if (!values)
        return NULL;
    if (list->value_count)
        memcpy(values, list->values, list->value_count * sizeof *values);
    else
        values[p->value_count++] = list->low.value;
    values[p->value_count++] = scalar->low.given ? scalar->low.value : scalar->high.value;
    p->values = values;
    p->value = "grade";
    p->low = p->high = (rule_bound){0};
    take_unit(p, scalar);
    return p;
}

const part *phrase_unit(arena *a, const part *measure)
{
    part *p = join(a, PART_QUANTITY, measure, measure);

    if (p)
        p->low = p->high = (rule_bound){true, true, 1};
    return p;
}

/* A window from what was printed. "within N before X" is [-N, 0]; "at least N before X" ends at -N;
 * "N to M after X" lies between; "within N of X" looks back for the study's own events and to both
 * sides for others. */
const part *phrase_window(arena *a, const part *within, const part *last, const part *quantity,
                          const part *event, const char *text)
{
    const part *first = within ? within : last ? last : quantity, *end = event ? event : quantity;
    rule_window *w;
    part *p;
    bool after = event && event->kind == PART_AFTER;
    bool next = last && last->kind == PART_NEXT;
    bool of = event && event->kind == PART_OFEVENT;
    double near = quantity ? quantity->low.value : 0, far;
    bool near_given, far_given;

    if (!quantity)
        return NULL;
    if (!quantity->period) { /* no length of time: the numeral stands for itself */
        p = join(a, PART_QUANTITY, quantity, quantity);
        return p;
    }
    p = join(a, PART_WINDOW, first, end);
    w = arena_alloc(a, sizeof *w);
    if (!p || !w)
        return NULL;
    p->period = quantity->period;
    p->unit = quantity->unit;
    p->low = quantity->low;
    p->high = quantity->high;
    p->half_lives = quantity->half_lives;
    near_given = quantity->low.given;
    far_given = quantity->high.given;
    far = quantity->high.value;
    if (quantity->value_count) {
        near = quantity->values[0];
        far = quantity->values[quantity->value_count - 1];
        near_given = far_given = true;
    }
    /* one number: "within 6 months" reaches from there to the anchor; "6 months before" likewise */
    if (near_given && far_given && near == far)
        near_given = false;
    w->anchor = event && event->anchor ? event->anchor : "unstated";
    w->anchor_concept = event ? event->anchor_concept : NULL;
    w->half_lives = quantity->half_lives;
    w->span = p->span;
    w->text = arena_text(a, text + p->span.start, p->span.end - p->span.start);
    if (after || next) {
        w->from = (period){near_given ? near : 0, quantity->period};
        w->from_given = near_given || far_given;
        w->from_open = near_given && !quantity->low.inclusive;
        w->to = (period){far_given ? far : 0, quantity->period};
        w->to_given = far_given;
        w->to_open = far_given && quantity->high.given && !quantity->high.inclusive;
        if (near_given && !far_given)
            w->from_given = true;
    } else {
        w->from = (period){far_given ? -far : 0, quantity->period};
        w->from_given = far_given;
        w->from_open = far_given && quantity->high.given && !quantity->high.inclusive;
        w->to = (period){near_given ? -near : 0, quantity->period};
        w->to_given = true;
        w->to_open = near_given && !quantity->low.inclusive;
        if (of && w->anchor_concept && !near_given && within) { /* either side of an event */
            w->to = (period){far, quantity->period};
        }
    }
    p->value = after ? "after" : of ? "of" : event ? "before" : "";
    p->window = w;
    return p;
}

const part *phrase_duration(arena *a, const part *how, const part *last, const part *quantity,
                            const part *event, const char *text)
{
    const part *w;
    part *p;

    if (!quantity)
        return NULL;
    if (!quantity->period)
        return join(a, PART_QUANTITY, quantity, quantity);
    if (last) /* "for the last 3 months" looks back */
        return phrase_window(a, how, last, quantity, event, text);
    p = join(a, PART_DURATION, how, event ? event : quantity);
    if (!p)
        return NULL;
    p->low = quantity->low;
    p->high = quantity->high;
    p->unit = quantity->unit;
    p->period = quantity->period;
    /* "for 6 months" is at least as long; "for < 6 months" is not */
    if (p->low.given && p->high.given && p->low.value == p->high.value)
        p->high = (rule_bound){0};
    /* "for at least 4 weeks before the study": a length up to an anchor is a window as well */
    if (event && (event->kind == PART_BEFORE || event->kind == PART_AGO)) {
        part back = *quantity;

        if (back.low.given && !back.high.given) {
            back.high = back.low;
            back.high.inclusive = true;
            back.low = (rule_bound){0};
        }
        w = phrase_window(a, how, NULL, &back, event, text);
        if (w)
            p->window = w->window;
    }
    return p;
}

const part *phrase_count(arena *a, const part *quantity, const part *of)
{
    return join(a, PART_COUNT, quantity, of);
}

const part *phrase_event(arena *a, const part *event, const char *text)
{
    part *p = event->anchor && event->kind != PART_AGO ? join(a, PART_EVENT, event, event)
                                                       : join(a, PART_FILL, event, event);
    rule_window *w;

    if (!p || p->kind == PART_FILL)
        return p;
    w = arena_alloc(a, sizeof *w);
    if (!w)
        return NULL;
    w->anchor = event->anchor;
    w->anchor_concept = event->anchor_concept;
    w->span = p->span;
    w->text = arena_text(a, text + p->span.start, p->span.end - p->span.start);
    if (event->kind == PART_AFTER) {
        w->from = (period){0, 'd'};
        w->from_given = true;
    } else {
        w->to = (period){0, 'd'};
        w->to_given = true;
    }
    p->window = w;
    return p;
}
