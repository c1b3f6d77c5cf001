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

/* "yo", "y/o", "y.o.": years old. */
static bool says_old(const part *p)
{
    size_t n = p->period == 'a' && p->unit.text ? strlen(p->unit.text) : 0;

    while (n && p->unit.text[n - 1] == '.')
        n--;
    return n > 1 && text_lower(p->unit.text[n - 1]) == 'o';
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
    p->age |= from->age || says_old(from);
    if (p->half_lives == 0)
        p->half_lives = from->half_lives;
}

const part *phrase_scalar(arena *a, const part *number, const part *measure)
{
    part *p = join(a, PART_QUANTITY, number, measure ? measure : number);

    if (p) {
        p->low = p->high = (rule_bound){true, true, number->number};
        if (number->pair)
            p->low2 = p->high2 = (rule_bound){true, true, number->second};
        p->value = number->kind == PART_ORDINAL ? "grade" : "";
        if (measure)
            take_unit(p, measure);
        /* half a year is six months of the calendar */
        if (p->period == 'a' && p->low.value != floor(p->low.value) &&
            p->low.value * 12 == floor(p->low.value * 12)) {
            p->low.value = p->high.value = p->low.value * 12;
            p->period = 'm';
            p->unit.ucum = "mo";
        }
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
        p->low = p->low2 = (rule_bound){0};
        p->high.inclusive = p->high2.inclusive = cmp->value[1] != 0;
    } else if (sign == '>') {
        p->high = p->high2 = (rule_bound){0};
        p->low.inclusive = p->low2.inclusive = cmp->value[1] != 0;
    }
    if (cmp->value[0] && cmp->value[1] == '?')
        p->open = sign == '<' ? 'h' : 'l';
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
    p->step = strcmp(ormore->value, "+") == 0;
    p->plus = p->plus || p->step;
    if (more)
        p->high = p->high2 = (rule_bound){0};
    else
        p->low = p->low2 = (rule_bound){0};
    if (measure)
        take_unit(p, measure);
    return p;
}

const part *phrase_equal_open(arena *a, const part *cmp, const part *scalar, const part *ormore,
                              bool more)
{
    part *p = (part *)(void *)(uintptr_t)(cmp->value[0] == '='
                                              ? phrase_open(a, scalar, ormore, more, NULL)
                                              : phrase_bound(a, cmp, scalar));

    if (p && strcmp(ormore->value, "+") == 0)
        p->plus = true;
    return p;
}

/* How much finer a unit of time is than another; 0: the calendar does not say. */
static double finer(char coarse, char fine)
{
    return coarse == fine                 ? 1
           : coarse == 'a' && fine == 'm' ? 12
           : coarse == 'w' && fine == 'd' ? 7
           : coarse == 'd' && fine == 'h' ? 24
           : coarse == 'w' && fine == 'h' ? 168
           : coarse == 'h' && fine == 'n' ? 60
           : coarse == 'n' && fine == 's' ? 60
                                          : 0;
}

bool phrase_one_unit(part *range)
{
    double up = finer(range->high_period, range->period),
           down = finer(range->period, range->high_period);

    if (!range->high_period)
        return true;
    if (up > 0)
        range->high.value *= up;
    else if (down > 0) {
        range->low.value *= down;
        range->unit = range->high_unit;
        range->period = range->high_period;
    } else
        return false;
    range->high_period = 0;
    range->high_unit = (rule_unit){NULL, NULL};
    return true;
}

/* `top` in `bottom`s; where it is no decimal, the hundredth above (`up`) or below it. */
static bool fraction(rule_bound *top, const rule_bound *bottom, bool up, bool exact)
{
    double value, hundredths;

    if (!top->given)
        return true;
    if (!bottom->given || bottom->value <= 0)
        return false;
    value = top->value / bottom->value;
    hundredths = value * 100;
    if (fabs(value * 1e4 - round(value * 1e4)) > 1e-6) {
        if (exact)
            return false;
        value = (up ? ceil(hundredths) : floor(hundredths)) / 100;
    }
    top->value = value;
    return true;
}

bool phrase_fraction(part *pair)
{
    rule_bound low = pair->low, high = pair->high;
    bool point =
        low.given && high.given && low.value == high.value && pair->low2.value == pair->high2.value;

    if (pair->value_count || !fraction(&low, &pair->low2, !low.inclusive, point) ||
        !fraction(&high, &pair->high2, high.inclusive, point))
        return false;
    if (low.given && high.given && low.value > high.value) {
        pair->low = high;
        pair->high = low;
    } else {
        pair->low = low;
        pair->high = high;
    }
    pair->pair = false;
    return true;
}

/* Are the two ends of it measured by different things: one by a limit of normal, or in another
 * unit?
 */
static void set_apart(part *p, const part *low, const part *high)
{
    bool units = low->unit.ucum && high->unit.ucum && strcmp(low->unit.ucum, high->unit.ucum) != 0;

    if (low->period || high->period || (low->relative == high->relative && !units))
        return;
    p->apart = true;
    p->unit = low->unit;
    p->relative = low->relative;
    p->high_unit = high->unit;
    p->high_relative = high->relative;
}

const part *phrase_range(arena *a, const part *first, const part *last)
{
    part *p = join(a, PART_QUANTITY, first, last);
    double size_low, size_high;

    if (!p)
        return NULL;
    p->value = first->value && strcmp(first->value, "grade") == 0 ? "grade" : "range";
    p->low = first->low.given ? first->low : first->high;
    p->high = last->high.given ? last->high : last->low;
    p->low2 = first->low2.given ? first->low2 : first->high2;
    p->high2 = last->high2.given ? last->high2 : last->low2;
    if (first->low.given && !first->high.given && last->high.given && !last->low.given)
        p->value = "range";
    /* an end of which it is said decides for itself; "included" behind the range speaks of both */
    if (first->edge == 'x')
        p->low.inclusive = false;
    if (last->edge == 'x')
        p->high.inclusive = false;
    p->open = first->edge == 'i' && !last->edge ? 'h' : 0;
    take_unit(p, last);
    /* "8 months to 7 years": each end has its own unit */
    if (first->period && last->period && first->period != last->period) {
        p->high_period = last->period;
        p->high_unit = last->unit;
    }
    if (!first->period && !first->unit.ucum) {
        p->unit = last->unit;
        p->period = last->period;
    }
    if (first->relative == RELATIVE_NONE && !first->unit.ucum)
        p->relative = last->relative;
    else
        set_apart(p, first, last);
    p->predicted |= last->predicted;
    if (p->otherwise == 0)
        p->otherwise = last->otherwise;
    p->pair = first->pair && last->pair;
    size_low = p->high_period ? period_days((period){p->low.value, p->period}) : p->low.value;
    size_high =
        p->high_period ? period_days((period){p->high.value, p->high_period}) : p->high.value;
    if (p->low.given && p->high.given && size_low > size_high && !p->apart) {
        rule_bound b = p->low;
        rule_unit u = p->unit;
        char t = p->period;

        p->low = p->high;
        p->high = b;
        b = p->low2;
        p->low2 = p->high2;
        p->high2 = b;
        if (p->high_period) {
            p->unit = p->high_unit;
            p->period = p->high_period;
            p->high_unit = u;
            p->high_period = t;
        }
    }
    return p;
}

const part *phrase_between(arena *a, const part *between, const part *range)
{
    part *p = join(a, PART_QUANTITY, range, range);

    if (p && strcmp(between->value, "outside") == 0) {
        p->outside = true;
        p->span.start = between->span.start;
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
    if (!p->low2.given)
        p->low2 = last->low2;
    if (!p->high2.given)
        p->high2 = last->high2;
    p->pair = first->pair && last->pair;
    take_unit(p, last);
    if (first->period && last->period && first->period != last->period) {
        bool last_high = last->high.given;

        p->high_period = last_high ? last->period : first->period;
        p->high_unit = last_high ? last->unit : first->unit;
        if (!last_high) {
            p->period = last->period;
            p->unit = last->unit;
        }
    }
    if (!first->unit.ucum && !first->period) {
        p->unit = last->unit;
        p->period = last->period;
        /* "> 2 but < 10 x ULN": both are of the limit */
        if (first->relative == RELATIVE_NONE && !first->predicted && p->low.value < p->high.value) {
            p->relative = last->relative;
            return p;
        }
    }
    if (first->low.given)
        set_apart(p, first, last);
    else
        set_apart(p, last, first);
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

/* The study's own points in time: what is counted from them lies before, for the index date is
 * theirs. */
static bool study_anchor(const rule_window *w)
{
    return !w->anchor_concept && rule_anchor_of_study(w->anchor);
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
    bool of = event && event->kind == PART_OFEVENT,
         around = of && strcmp(event->value, "around") == 0;
    double near = quantity ? quantity->low.value : 0, far;
    bool near_given, far_given;

    if (!quantity)
        return NULL;
    if (!quantity->period && quantity->half_lives == 0) { /* no length of time */
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
    near_given = quantity->low.given && quantity->period;
    far_given = quantity->high.given && quantity->period;
    p->bare_time = !within && !last && near_given && far_given &&
                   quantity->low.value == quantity->high.value && !quantity->value_count &&
                   !quantity->value[0];
    far = quantity->high.value;
    if (quantity->value_count) {
        near = quantity->values[0];
        far = quantity->values[quantity->value_count - 1];
        near_given = far_given = true;
    }
    /* one number: "within 6 months" reaches from there to the anchor; "6 months before" likewise */
    bool single = near_given && far_given && near == far && !quantity->high_period;

    /* "in the last 4-8 weeks": how long is not said, and "2 weeks ago" may be meant as well */
    if ((within || last) && !event && !next && near_given && far_given && !single) {
        p->kind = PART_QUAL;
        p->value =
            arena_printf(a, "time:%.*s", (int)(p->span.end - p->span.start), text + p->span.start);
        return p->value ? p : NULL;
    }
    /* "28 days since surgery": so long ago, at least */
    if (single && !within && !last && event &&
        text_starts_nocase(text + event->span.start, event->span.end - event->span.start, "since"))
        far_given = false;
    else if (single)
        near_given = false;
    w->anchor = event && event->anchor ? event->anchor : "unstated";
    w->anchor_concept = event ? event->anchor_concept : NULL;
    w->half_lives = quantity->half_lives;
    w->span = p->span;
    w->text = arena_text(a, text + p->span.start, p->span.end - p->span.start);
    char far_unit = quantity->high_period ? quantity->high_period : quantity->period;
    if (after || next) {
        w->from = (period){near_given ? near : 0, quantity->period};
        w->from_given = near_given || far_given;
        w->from_open = near_given && !quantity->low.inclusive;
        w->to = (period){far_given ? far : 0, far_unit};
        w->to_given = far_given;
        w->to_open = far_given && quantity->high.given && !quantity->high.inclusive;
        if (near_given && !far_given)
            w->from_given = true;
    } else {
        w->from = (period){far_given ? -far : 0, far_unit};
        w->from_given = far_given;
        w->from_open = far_given && quantity->high.given && !quantity->high.inclusive;
        w->to = (period){near_given ? -near : 0, quantity->period};
        w->to_given = true;
        w->to_open = near_given && !quantity->low.inclusive;
        /* either side of an event */
        if (of && !near_given && far_given && (around || !study_anchor(w))) {
            w->to = (period){far, far_unit};
            w->to_open = w->from_open;
        }
    }
    p->value = after ? "after" : of ? "of" : event ? "before" : "";
    p->window = w;
    return p;
}

const part *phrase_around(arena *a, const part *within, const part *before, const part *after,
                          const part *event, const char *text)
{
    part *p;
    rule_window *w;

    if (!before || !after || !event)
        return NULL;
    p = join(a, PART_WINDOW, within, event);
    w = arena_alloc(a, sizeof *w);
    if (!p || !w)
        return NULL;
    if (!before->period || !after->period || !before->high.given || !after->high.given)
        return join(a, PART_WORD, within, event);
    p->value = "around";
    p->low = before->low;
    p->high = before->high;
    p->unit = before->unit;
    p->period = before->period;
    w->anchor = event->anchor ? event->anchor : "unstated";
    w->anchor_concept = event->anchor_concept;
    w->span = p->span;
    w->text = arena_text(a, text + p->span.start, p->span.end - p->span.start);
    w->from = (period){-before->high.value, before->period};
    w->from_given = true;
    w->from_open = !before->high.inclusive;
    w->to = (period){after->high.value, after->period};
    w->to_given = true;
    w->to_open = !after->high.inclusive;
    p->window = w;
    return p;
}

bool phrase_is_time(const part *quantity)
{
    return quantity && (quantity->period || quantity->half_lives > 0);
}

const rule_window *phrase_since_birth(arena *a, const rule_window *w)
{
    rule_window *copy = w ? arena_copy(a, w, 1, sizeof *copy) : NULL;

    if (!copy || strcmp(w->anchor, "unstated") != 0)
        return w;
    copy->anchor = "birth";
    return copy;
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
    if (event && event->kind == PART_AGO && event->span.end - event->span.start == 3 &&
        strncasecmp(text + event->span.start, "ago", 3) == 0)
        return phrase_window(a, NULL, NULL, quantity, event, text); /* "for at least a year ago" */
    p = join(a, PART_DURATION, how, event ? event : quantity);
    if (!p)
        return NULL;
    p->low = quantity->low;
    p->high = quantity->high;
    p->unit = quantity->unit;
    p->period = quantity->period;
    p->high_unit = quantity->high_unit;
    p->high_period = quantity->high_period;
    if (!phrase_one_unit(p))
        p->kind = PART_WORD;
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
