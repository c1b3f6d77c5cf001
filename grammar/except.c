#include "grammar/except.h"

#include "engine/base/text.h"
#include "grammar/bound.h"
#include "grammar/except_kin.h"
#include "grammar/limit.h"
#include "grammar/list.h"
#include "grammar/permit.h"
#include "rules/landmark.h"

#include <string.h>

/* "hypertension unless controlled": the same thing with the words [from, to); not understood where
 * they are no qualifiers. */
static const rule *restricted(const clause *c, const rule *what, const part *list, size_t from,
                              size_t to)
{
    item x;
    rule *r;
    rule_qualifier *q;

    item_read(c, list, from, to, &x);
    for (size_t i = from; i < to; i++)
        if (list[i].kind != PART_QUAL && part_content(list[i].kind))
            return rule_opaque(c->arena, parts_span(list, from, to),
                               "an exception that is not understood");
    if (!what || what->op != RULE_HAS || !x.qualifier_count || x.negated)
        return rule_opaque(c->arena, parts_span(list, from, to),
                           "an exception that is not understood");
    r = arena_copy(c->arena, what, 1, sizeof *r);
    q = arena_array(c->arena, what->qualifier_count + x.qualifier_count, sizeof *q);
    if (!r || !q)
        return NULL;
    if (what->qualifier_count)
        memcpy(q, what->qualifiers, what->qualifier_count * sizeof *q);
    memcpy(q + what->qualifier_count, x.qualifiers, x.qualifier_count * sizeof *q);
    r->qualifiers = q;
    r->qualifier_count = what->qualifier_count + x.qualifier_count;
    r->span = parts_span(list, from, to);
    return r;
}

/* "surgery for a reason other than B": B is taken from the reasons, and not from the surgery. What
 * says so of `a`; NULL: nothing does. */
static const rule_qualifier *taken_from_reason(const clause *c, const rule *a, const rule *b,
                                               const part *except)
{
    if (a->op != RULE_HAS || !a->subject.concept || kin_named(b, a->subject.concept) ||
        !text_equal_nocase(c->text + except->span.start, except->span.end - except->span.start,
                           "other than"))
        return NULL;
    for (size_t i = a->qualifier_count; i-- > 0;)
        if ((strcmp(a->qualifiers[i].kind, "other") == 0 ||
             strcmp(a->qualifiers[i].kind, "about") == 0) &&
            a->qualifiers[i].span.start >= a->subject.span.end &&
            a->qualifiers[i].span.end <= except->span.start)
            return &a->qualifiers[i];
    return NULL;
}

static bool ends_in_ic(const clause *c, eligo_span s)
{
    size_t n = s.end - s.start;

    return n > 2 && !memchr(c->text + s.start, ' ', n) &&
           strncasecmp(c->text + s.end - 2, "ic", 2) == 0;
}

/* "liver disease other than alcoholic", "heart disease other than hypertension": what is taken is
 * no kind of what it is taken from, but is meant as one. */
static bool taken_unlike(const clause *c, const rule *a, const rule *b, const part *except)
{
    return a->op == RULE_HAS && b->op == RULE_HAS && a->subject.concept && b->subject.concept &&
           a->subject.category == CATEGORY_CONDITION && b->subject.category == CATEGORY_CONDITION &&
           !kin_named(b, a->subject.concept) &&
           text_equal_nocase(c->text + except->span.start, except->span.end - except->span.start,
                             "other than");
}

/* "is allowed", "were included": what stands before it is an exception. */
static bool value_allows(const part *p)
{
    return part_allows(p) || strcmp(p->value, "included") == 0;
}

/* "lung disease other than asthma (e.g. COPD)": examples in a bracket at the end that are kinds of
 * what is meant, and none of what is taken from it. Where what is taken ends. */
static size_t examples_of_rest(const clause *c, const part *list, size_t from, size_t at, size_t to)
{
    const part *b = to > at + 1 ? &list[to - 1] : NULL;
    bool any = false;

    if (!b || b->kind != PART_BRACKET)
        return to;
    for (size_t i = 0; i < b->inside_count; i++) {
        const concept *k = b->inside[i].kind == PART_THING ? b->inside[i].hit.thing : NULL;
        bool rest = false, less = false;

        if (!k)
            continue;
        for (size_t m = from; m < to - 1; m++)
            if (list[m].kind == PART_THING && list[m].hit.thing &&
                concept_is(k, list[m].hit.thing)) {
                rest = rest || m < at;
                less = less || m > at;
            }
        if (less || !rest)
            return to;
        any = true;
    }
    if (!any)
        return to;
    clause_take(c, b->span);
    return to - 1;
}

/* "... but not both" */
static bool not_both(const part *list, size_t from, size_t to)
{
    bool denied = false, both = false;

    for (size_t i = from; i < to; i++) {
        if (list[i].kind == PART_NOT || list[i].kind == PART_EXCEPT)
            denied = true;
        else if (list[i].kind == PART_AND && strcmp(list[i].value, "both") == 0)
            both = true;
        else if (part_content(list[i].kind))
            return false;
    }
    return denied && both;
}

/* "A other than B, with the exception of C": where C is no kind of B, it is taken from A as well.
 * `at` is the first exception, `inner` the second; `far` has C taken from B. NULL: it is no such
 * thing. */
static const rule *excepted_beside(const clause *c, const clause *inverse, const part *list,
                                   size_t at, size_t inner, size_t to, const rule *a,
                                   const rule *far)
{
    const rule *each[2], *two[2];

    if (inner >= to || inner <= at + 2 || list[inner - 1].kind != PART_COMMA ||
        value_allows(&list[inner]) || !parts_name_something(list, at + 1, inner) ||
        !parts_name_something(list, inner + 1, to) || list[at].kind != PART_EXCEPT)
        return NULL;
    each[0] = except_rule(inverse, list, at + 1, inner - 1);
    each[1] = except_rule(inverse, list, inner + 1, to);
    if (!each[0] || !each[1])
        return NULL;
    two[0] = rule_join(c->arena, RULE_ANY, parts_span(list, at + 1, to), each, 2);
    two[0] = combine_except(c->arena, a, two[0], false, c->exclusion);
    two[1] = far;
    return !two[0] || !kin_may_be(each[0], each[1])
               ? two[0]
               : rule_readings(c->arena, far->span, "exception-scope", two, 2);
}

/* "A, B other than C, or D": one of the list, and what is taken from it. NULL: it is no such list.
 */
static const rule *excepted_in_list(const clause *c, const part *list, size_t from, size_t at,
                                    size_t to)
{
    size_t start = at, end = at + 1;
    const rule *of[3];

    while (start > from && list[start - 1].kind != PART_COMMA)
        start--;
    while (end + 1 < to && !(list[end].kind == PART_COMMA && list[end + 1].kind == PART_OR))
        end++;
    if (!c->exclusion || start == from || end + 1 >= to || start == at || value_allows(&list[at]) ||
        !parts_name_something(list, from, start) || !parts_name_something(list, start, at) ||
        !parts_name_something(list, at + 1, end) || !parts_name_something(list, end + 2, to) ||
        parts_find(list, at + 1, end, PART_COMMA) < end ||
        parts_find(list, from, start, PART_NOT) < start ||
        parts_find(list, from, to, PART_IF) < to || parts_find(list, from, to, PART_BUT) < to)
        return NULL;
    of[0] = except_rule(c, list, from, start - 1);
    of[1] = except_rule(c, list, start, end);
    of[2] = except_rule(c, list, end + 2, to);
    return of[0] && of[1] && of[2]
               ? rule_join(c->arena, RULE_ANY, parts_span(list, from, to), of, 3)
               : NULL;
}

/* "20 teeth, excluding the third molars, with X": behind the comma X may be asked for as well. The
 * "with"; `to`: there is none. */
static size_t asked_behind(const clause *c, const part *list, size_t at, size_t to)
{
    for (size_t i = at + 2; !c->exclusion && i + 1 < to; i++)
        if (list[i].kind == PART_COMMA && list[i + 1].kind == PART_WITH &&
            part_is(c, &list[i + 1], "with") && parts_name_something(list, at + 1, i) &&
            parts_name_something(list, i + 2, to))
            return i + 1;
    return to;
}

/* `a` without what stands first in the list `b` (`named`: as kinds of it), and what stands from
 * `split` on as one thing more each. */
static const rule *one_more(const clause *c, const rule *a, const rule *b, bool unless, bool named,
                            size_t split, eligo_span span)
{
    const rule **of = arena_array(c->arena, b->count - split + 1, sizeof *of);
    const rule *less = rule_join(c->arena, RULE_ANY,
                                 span_hull(b->of[0]->span, b->of[split - 1]->span), b->of, split);

    if (less && named)
        less = except_meant(c, a, less);
    if (!of || !less)
        return NULL;
    of[0] = combine_except(c->arena, a, less, unless, true);
    memcpy(of + 1, b->of + split, (b->count - split) * sizeof *of);
    return rule_join(c->arena, RULE_ANY, span, of, b->count - split + 1);
}

/* "Lung disease other than asthma, planned surgery or LVEF < 30%": what is of another sort, and
 * what stands behind it, may be one more of what bars. The list read so; NULL: all of it is of the
 * same sort. */
static const rule *of_another_sort(const clause *c, const rule *a, const rule *b)
{
    const rule *from = a->op == RULE_READINGS ? a->of[0] : a;
    bool substances; /* "substance use disorder other than nicotine or caffeine, or ..." */

    if (b->op == RULE_READINGS)
        b = b->of[0];
    if (from->op != RULE_HAS || !from->subject.concept ||
        from->subject.category != CATEGORY_CONDITION || b->op != RULE_ANY)
        return NULL;
    substances = b->of[0]->op == RULE_HAS && b->of[0]->subject.category != CATEGORY_CONDITION &&
                 b->of[0]->tense != TENSE_PLANNED;
    for (size_t i = 0; i < b->count; i++) {
        const rule *r = b->of[i];
        category sort;

        while (r->op == RULE_EXCEPT)
            r = r->of[0];
        sort = r->subject.category;
        if (r->op == RULE_COMPARE || r->op == RULE_JUDGEMENT ||
            (r->op == RULE_HAS &&
             (r->tense == TENSE_PLANNED ||
              (r->subject.concept && sort != CATEGORY_CONDITION &&
               (!substances || sort == CATEGORY_MEASUREMENT || sort == CATEGORY_PROCEDURE)))))
            return i ? one_more(c, a, b, false, false, i, span_hull(a->span, b->span)) : NULL;
    }
    return NULL;
}

/* Is it one that stands first behind the word, and is taken, what- or whatever it is called? */
static bool taken_first(const rule *a, const rule *first)
{
    category k = a->op == RULE_HAS ? a->subject.category : CATEGORY_CONDITION;

    return first->subject.category == (k == CATEGORY_ALLERGY ? CATEGORY_MEDICATION : k);
}

/* ---- one "except" or "unless" ---- */

/* One that is being read, and what is found on its sides. */
typedef struct exception {
    const clause *c;    /* as given */
    clause in, inverse; /* of what it is taken from; of what is taken: each of a list is enough */
    const part *list;
    size_t from, at, to; /* the word itself is at `at` */
    bool unless;
    size_t end;         /* of what is taken; what stands behind it is said of `a` */
    size_t own;         /* the same without examples of what is left */
    const rule *a;      /* what it is taken from */
    const rule *b;      /* what is taken */
    const rule *said;   /* the same by itself */
    const rule *beside; /* examples of what is left, which may bar by themselves */
    const rule *rule;   /* of all of it */
} exception;

/* A way to read one; false: it is not worded so. */
typedef bool exception_reading(exception *x);

static bool settled(exception *x, const rule *r)
{
    x->rule = r;
    return true;
}

static const rule *left(const exception *x, const rule *a, const rule *b)
{
    return combine_except(x->in.arena, a, b, x->unless, x->in.exclusion);
}

/* Both readings of what is taken from what. */
static const rule *either(const exception *x, const rule *one, const rule *other)
{
    const rule *two[2] = {one, other};

    return rule_readings(x->in.arena, x->rule->span, "exception-scope", two, 2);
}

/* Is it a time that reaches back so far, and no further? */
static bool is_recent(const part *p)
{
    return p->kind == PART_WINDOW && p->window &&
           (p->window->from_given || p->window->half_lives > 0);
}

/* The parts of what it is taken from, with one more behind them. */
static const rule *taken_from_with(const exception *x, const part *more)
{
    size_t n = x->at - x->from;
    part *whole = arena_array(x->c->arena, n + 1, sizeof *whole);

    if (!whole)
        return NULL;
    while (n && x->list[x->from + n - 1].kind == PART_COMMA)
        n--;
    memcpy(whole, x->list + x->from, n * sizeof *whole);
    whole[n] = *more;
    return except_rule(&x->in, whole, 0, n + 1);
}

static bool read_in_list(exception *x)
{
    const rule *r = x->unless ? NULL : excepted_in_list(&x->in, x->list, x->from, x->at, x->to);

    return r && settled(x, r);
}

static bool read_what_from(exception *x)
{
    if (parts_name_something(x->list, x->from, x->at))
        x->a = except_rule(&x->in, x->list, x->from, x->at);
    return false;
}

/* "steroids except inhaled, nasal or topical steroids": does one more way stand behind the comma?
 */
static bool another_way(const part *list, size_t from, size_t at, size_t to)
{
    static const char route[] = "route";
    size_t size;

    while (at < to && part_links(list[at].kind))
        at++;
    if (at >= to || list[from].kind != PART_QUAL ||
        strncmp(list[from].value, route, sizeof route - 1) != 0)
        return false;
    return list[at].kind == PART_QUAL
               ? strncmp(list[at].value, route, sizeof route - 1) == 0
               : list[at].kind == PART_THING && list[at].hit.thing &&
                     concept_attribute(list[at].hit.thing, route, &size) != NULL;
}

/* "gout other than mild, asthma", "steroids, except topical, within a month, or asthma": the list
 * goes on behind what only narrows */
static bool read_going_on(exception *x)
{
    const part *list = x->list;
    size_t from = x->at + 1, next = parts_find(list, from, x->to, PART_COMMA), rest = next + 1;
    const rule *two[2];

    if (!x->a || next == x->to || parts_name_something(list, from, next) ||
        !parts_any_content(list, from, next) || !parts_name_something(list, rest, x->to) ||
        another_way(list, from, rest, x->to))
        return false;
    bool or = list[rest].kind == PART_OR;

    if (is_recent(&list[rest])) {
        x->a = taken_from_with(x, &list[rest++]);
        while (rest < x->to && part_links(list[rest].kind))
            rest++;
    }
    two[0] = left(x, x->a, restricted(&x->in, x->a, list, from, next));
    two[1] = except_rule(&x->in, list, rest, x->to);
    return settled(x, two[0] && two[1]
                          ? rule_join(x->in.arena, x->c->exclusion || or ? RULE_ANY : RULE_ALL,
                                      parts_span(list, x->from, x->to), two, 2)
                          : two[0]);
}

/* "Cancer, unless cured, or gout": behind what only describes, and "or", the list goes on. */
static bool read_list_behind(exception *x)
{
    const part *list = x->list;
    size_t next = parts_find(list, x->at + 1, x->to, PART_COMMA), rest = next + 2;
    const rule *two[2];

    bool tied = false;

    if (!x->unless || x->at == x->from || rest >= x->to || list[next + 1].kind != PART_OR ||
        list[x->at - 1].kind != PART_COMMA || parts_find(list, rest, x->to, PART_THING) == x->to ||
        parts_find(list, x->at + 1, next, PART_WORD) == next)
        return false;
    switch (list[rest].kind) {
    case PART_THING:
    case PART_QUAL:
    case PART_HISTORY:
    case PART_CURRENT: break;
    case PART_TO:
    case PART_TOWORD:
    case PART_FILL: tied = true; break; /* "allergy to A, unless B, or to C" */
    default: return false;
    }
    for (size_t i = x->at + 1; i < next; i++)
        if (list[i].kind != PART_WORD && list[i].kind != PART_QUAL && list[i].kind != PART_FILL &&
            list[i].kind != PART_OR)
            return false;
    two[0] = except_rule(&x->in, list, x->from, next);
    two[1] = tied ? rule_opaque(x->in.arena, parts_span(list, rest, x->to),
                                "more of the list, behind an exception")
                  : except_rule(&x->in, list, rest, x->to);
    return settled(x, two[0] && two[1] ? rule_join(x->in.arena, RULE_ANY,
                                                   parts_span(list, x->from, x->to), two, 2)
                                       : two[0]);
}

/* "A, unless B, in which case C": A, or B and C */
static bool read_in_which_case(exception *x)
{
    for (size_t i = x->at + 1; x->a && i < x->to; i++)
        if (x->list[i].kind == PART_IF && strcmp(x->list[i].value, "then") == 0 &&
            parts_name_something(x->list, x->at + 1, i) &&
            parts_name_something(x->list, i + 1, x->to))
            return settled(x, limit_in_which_case(&x->in, x->list, x->from, x->at, i, x->to, x->a));
    return false;
}

/* Are the examples in [from, to) none of what stands before them in [at + 1, i), "COPD e.g.
 * asthma", so that they are of what that is taken from? */
static bool examples_of_left(const exception *x, size_t i, const part *examples, size_t n)
{
    const concept *b = NULL;
    bool some = false;

    for (size_t k = x->at + 1; k < i; k++)
        if (x->list[k].kind == PART_THING)
            b = x->list[k].hit.thing;
    for (size_t k = 0; k < n; k++) {
        const concept *t = examples[k].kind == PART_THING ? examples[k].hit.thing : NULL;

        if (t && b && (concept_is(t, b) || t->category != b->category))
            return false;
        some = some || t;
    }
    return b && some;
}

/* Does the list that begins with "e.g." name only kinds of what `a` asks for? */
static bool kinds_of(const rule *a, const part *examples, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (part_content(examples[k].kind) && examples[k].kind != PART_HISTORY &&
            examples[k].kind != PART_CURRENT && examples[k].kind != PART_QUAL &&
            !(a->op == RULE_HAS && a->subject.concept && examples[k].kind == PART_THING &&
              examples[k].hit.thing && concept_is(examples[k].hit.thing, a->subject.concept)))
            return false;
    return true;
}

/* "other than B, including C", "other than B (e.g. C)": C is of what is meant, not of what is taken
 * from it; among what bars it may bar by itself. */
static bool read_including(exception *x)
{
    for (size_t i = x->at + 1; x->a && i < x->to; i++) {
        const part *p = &x->list[i], *examples = p + 1;
        size_t n = x->to - i - 1;

        if (p->kind == PART_BRACKET && i + 1 == x->to && p->inside_count &&
            p->inside[0].kind == PART_INCLUDE) {
            examples = p->inside + 1;
            n = p->inside_count - 1;
        } else if (p->kind != PART_INCLUDE)
            continue;
        if (!(p->kind == PART_INCLUDE && x->list[i - 1].kind == PART_COMMA
                  ? parts_name_something(x->list, x->at + 1, i)
                  : examples_of_left(x, i, examples, n)))
            continue;
        if (x->c->exclusion && !x->c->special && examples_of_left(x, i, examples, n) &&
            !kinds_of(x->a, examples, n))
            x->beside = list_rule(&x->in, examples, 0, n);
        else
            clause_take(x->c, parts_span(x->list, i, x->to));
        x->end = i;
        break;
    }
    return false;
}

/* "A, other than B, that affects C": C is said of A */
static bool read_said_of_all(exception *x)
{
    const part *list = x->list;
    size_t i = x->at + 2, n = x->at - x->from;
    part *whole;

    while (i < x->end && !(list[i].kind == PART_CAUSED && list[i - 1].kind == PART_COMMA &&
                           parts_name_something(list, x->at + 1, i)))
        i++;
    if (!x->a || i >= x->end)
        return false;
    if (!(whole = arena_array(x->c->arena, n + 1, sizeof *whole)))
        return settled(x, NULL);
    while (n && list[x->from + n - 1].kind == PART_COMMA)
        n--;
    memcpy(whole, list + x->from, n * sizeof *whole);
    whole[n] = part_narrowing(x->c, list, i, x->end);
    x->a = except_rule(&x->in, whole, 0, n + 1);
    x->end = i - 1;
    return false;
}

bool except_describes(const part *list, size_t from, size_t to)
{
    size_t i = from;
    bool more = false;

    while (i < to && list[i].kind == PART_FILL)
        i++;
    if (i >= to || (list[i].kind != PART_QUAL && list[i].kind != PART_WORD))
        return false;
    while (i < to && (list[i].kind == PART_QUAL || list[i].kind == PART_FILL))
        i++;
    /* "unless treated for at least 6 months", "unless stable for 4 weeks and off A" */
    if (i < to && i > from && list[i - 1].kind == PART_QUAL &&
        (list[i].kind == PART_DURATION || list[i].kind == PART_WINDOW ||
         (list[i].kind == PART_QUANTITY && list[i].period && !list[i].age)))
        return true;
    if (i < to && list[i].kind == PART_WORD && i + 1 < to && part_links(list[i + 1].kind))
        i++;
    if (i >= to || (list[i].kind != PART_AND && list[i].kind != PART_COMMA))
        return false;
    for (; i < to; i++)
        more = more || (list[i].kind != PART_QUAL && part_content(list[i].kind));
    return more;
}

/* "unless treated, stable and off steroids": how it must be, in several words */
static bool read_described(exception *x)
{
    const part *behind = x->list + x->at + 1;
    bool listed = x->at + 5 < x->to && behind[0].kind == PART_QUAL &&
                  behind[1].kind == PART_COMMA && behind[2].kind == PART_QUAL &&
                  (behind[3].kind == PART_COMMA || behind[3].kind == PART_AND);
    size_t end = listed ? x->to : x->end;
    const rule *a;

    if (!x->unless || !except_describes(x->list, x->at + 1, end) ||
        !(a = except_rule(&x->in, x->list, x->from, x->at)) ||
        (!listed && parts_find(x->list, x->at + 1, end, PART_COMMA) < end))
        return false;
    return settled(x, left(x, a,
                           rule_opaque(x->in.arena, parts_span(x->list, x->at + 1, end),
                                       "an exception that is not understood")));
}

const rule *except_both(const clause *c, const part *list, size_t from, size_t to, const rule *each,
                        const concept *of)
{
    clause in = *c;
    const rule *two[2] = {each, NULL};

    if (!each || parts_find(list, from, to, PART_AND) == to || each->op != RULE_ANY ||
        (of && kin_named(each, of)))
        return each;
    in.exclusion = false;
    two[1] = except_rule(&in, list, from, to);
    if (!two[1] || two[1]->op == RULE_ANY)
        return each;
    return rule_readings(in.arena, each->span, "and-or-scope", two, 2);
}

/* Is everything that `b` names related to something that `a` names? */
static bool all_related(const rule *a, const rule *b)
{
    for (size_t i = 0; i < b->count; i++)
        if (!all_related(a, b->of[i]))
            return false;
    return b->count || (b->subject.concept && kin_related(a, b->subject.concept));
}

/* `list` with the time in its last one alone; NULL: that is no record. */
static const rule *last_timed(const clause *c, const rule *list, const rule_window *w)
{
    const rule **of = arena_copy(c->arena, list->of, list->count, sizeof *of);
    rule *last = of ? arena_copy(c->arena, of[list->count - 1], 1, sizeof *last) : NULL;

    if (!last || last->op != RULE_HAS || last->window)
        return NULL;
    last->window = w;
    of[list->count - 1] = last;
    return rule_join(c->arena, list->op, list->span, of, list->count);
}

/* "Dependence other than nicotine within a year", "cancer except skin cancer or cervical cancer,
 * within 5 years": the time that ends what is taken is that of what it is taken from; that what is
 * taken is so recent would be no reason to take it. In a list of other things it may be the time of
 * the last one alone. */
static void take_time(exception *x)
{
    const part *list = x->list, *time = NULL;
    const rule *timed, *two[2];
    bool sure = true;
    size_t last = x->at; /* of the list that it is taken from: where the last one begins */

    while (last > x->from && (last == x->at || !part_links(list[last - 1].kind)))
        last--;
    for (size_t i = last; i < x->own; i++) {
        part_kind k = list[i].kind;

        if (i < x->at && (k == PART_WINDOW || k == PART_DURATION || k == PART_EVENT ||
                          k == PART_IF || k == PART_QUANTITY || k == PART_JUDGE))
            return; /* it has a time of its own, or is more than a thing */
        if (i <= x->at + 1 || time)
            continue;
        if (k == PART_WINDOW)
            time = &list[i];
        else if (k == PART_BRACKET || k == PART_DURATION || k == PART_EVENT || k == PART_WITH)
            return;
        else if (part_links(k))
            sure = false;
    }
    if (!time || x->unless || !is_recent(time))
        return;
    timed = taken_from_with(x, time);
    two[0] = timed;
    /* "except skin cancer treated within a year": when it was treated */
    two[1] = (!sure && !all_related(x->a, x->b)) || time[-1].kind == PART_QUAL ||
                     time[-1].kind == PART_HISTORY
                 ? x->a
             : x->a->op == RULE_ANY ? last_timed(x->c, x->a, time->window)
                                    : NULL;
    if (timed && two[1])
        timed = rule_readings(x->c->arena, timed->span, "modifier-scope", two, 2);
    x->a = timed;
}

const rule *except_cause(const clause *c, const part *list, size_t at, size_t to, const rule *b)
{
    rule_qualifier q = {.kind = "other"};

    while (at < to &&
           (list[at].kind == PART_FILL || list[at].kind == PART_IF || list[at].kind == PART_WHEN ||
            list[at].kind == PART_HISTORY || list[at].kind == PART_QUAL))
        at++;
    if (!b || at >= to || list[at].kind != PART_CAUSED || text_is(list[at].value, "need") ||
        text_is(list[at].value, "effect"))
        return b;
    q.span = list[at].span;
    q.text = arena_text(c->arena, c->text + q.span.start, q.span.end - q.span.start);
    return q.text ? combine_meant_of(c->arena, b, &q) : NULL;
}

/* "No cancer except of the skin, ECOG 0-1": behind a comma, a limit, a denial or a judgement is one
 * thing more that is asked for, and no exception. */
static bool read_more_asked(exception *x)
{
    const part *list = x->list;
    const rule *two[2];

    for (size_t i = x->at + 2; x->a && !x->c->exclusion && !x->c->special && i + 1 < x->to; i++) {
        size_t end, start = i + 1;
        const rule *next;

        if (list[start].kind == PART_AND && start + 1 < x->to &&
            (list[start + 1].kind == PART_NOT || parts_find(list, x->at, i, PART_QUANTITY) == i))
            start++; /* ", and no B" */
        if (list[i].kind != PART_COMMA || part_links(list[start].kind) ||
            list[start].kind == PART_WITH || !parts_name_something(list, x->at + 1, i) ||
            !parts_name_subject(list, start, x->to))
            continue;
        for (end = start; end < x->to && list[end].kind != PART_COMMA;)
            end++;
        next = except_rule(&x->in, list, start, end);
        if (!next ||
            (next->op != RULE_COMPARE && next->op != RULE_NOT && next->op != RULE_JUDGEMENT))
            continue;
        two[0] = except_rule(&x->in, list, x->from, i);
        two[1] = except_rule(&x->in, list, start, x->to);
        return two[0] && two[1] &&
               settled(x,
                       rule_join(x->in.arena, RULE_ALL, parts_span(list, x->from, x->to), two, 2));
    }
    return false;
}

static bool read_what(exception *x)
{
    const clause *c = x->c;

    x->own = examples_of_rest(c, x->list, x->from, x->at, x->end);
    x->b = except_rule(&x->inverse, x->list, x->at + 1, x->own);
    x->b = except_cause(c, x->list, x->at + 1, x->own, x->b);
    if (!x->a || !x->b)
        return false;
    if (x->unless)
        x->b = except_both(&x->inverse, x->list, x->at + 1, x->own, x->b,
                           x->a->op == RULE_HAS ? x->a->subject.concept : NULL);
    /* "except during hospitalization": a time, and nobody who was ever there */
    if (!x->unless && part_is(c, &x->list[x->at + 1], "during"))
        x->b = rule_opaque(c->arena, x->b->span, "an exception that is not understood");
    take_time(x);
    return false;
}

/* "Asthma or gout", with no "any" before it. */
static bool lists_kinds(const part *list, size_t from, size_t to)
{
    bool joined = false;

    for (size_t i = from; i < to; i++) {
        joined = joined || part_links(list[i].kind);
        if (list[i].kind == PART_ANYOF || list[i].kind == PART_ALLOF ||
            (list[i].kind == PART_FILL && i == from && (list[i].roles & ROLE_ARTICLE)))
            return false;
    }
    return joined;
}

/* Is something that `b` names a kind of what `a` names? */
static bool some_of(const rule *b, const rule *a)
{
    for (size_t i = 0; i < b->count; i++)
        if (some_of(b->of[i], a))
            return true;
    for (size_t i = 0; i < a->count; i++)
        if (some_of(b, a->of[i]))
            return true;
    return !a->count && !b->count && a->subject.concept && b->subject.concept &&
           concept_is(b->subject.concept, a->subject.concept);
}

/* Nothing stands before it: "except for B, no A", "except for B, any A", "unless B, A", "other than
 * B". */
static bool read_standing_first(exception *x)
{
    const part *list = x->list;
    size_t from = x->at + 1, comma = parts_find(list, from, x->end, PART_COMMA),
           denial = parts_find(list, from, x->end, PART_NOT), start;
    const rule *b = x->b;
    bool bars = x->c->exclusion && !x->c->special,
         /* "excluding A, B", among what bars, may say so once more */
        repeats = bars && part_is(x->c, &list[x->at], "excluding");

    if (x->a || !x->b)
        return false;
    if (comma < x->end && denial == comma + 1 && parts_name_something(list, denial, x->end))
        start = denial;
    else if (comma < x->end && x->at == x->from && parts_name_subject(list, from, comma) &&
             parts_name_subject(list, comma + 1, x->end))
        start = comma + 1;
    else if (comma < x->end && x->unless && x->at == x->from &&
             parts_name_something(list, comma + 1, x->end))
        start = comma + 1;
    else if (x->c->exclusion && !x->c->special && !x->unless && x->at == x->from)
        return settled(x, rule_opaque(x->c->arena, parts_span(list, x->at, x->end),
                                      "an exception from what is not said"));
    else /* whatever it is, not B */
        return settled(x, rule_not(x->c->arena, parts_span(list, x->at, x->end), x->b));
    x->a = except_rule(&x->in, list, start, x->end);
    x->b = start == denial || parts_name_something(list, from, comma)
               ? except_rule(&x->inverse, list, from, comma)
               : restricted(&x->in, x->a, list, from, comma);
    x->unless = x->unless && start != denial;
    if (!x->a || !x->b)
        return settled(x, NULL);
    /* "other than B, A or C": all of them may be what is not meant */
    if (x->unless || start == denial || !(repeats || lists_kinds(list, start, x->end)) ||
        some_of(x->b, x->a))
        return settled(x, left(x, x->a, x->b));
    x->rule = left(x, x->a, x->b);
    if (!repeats)
        b = rule_not(x->c->arena, parts_span(list, x->at, x->end), b);
    return settled(x, x->rule && b ? either(x, x->rule, b) : x->rule);
}

/* "except B", "other than the B": does B itself stand behind the word, and nobody who has it? */
static bool named_itself(const clause *c, const part *list, size_t from, size_t to)
{
    bool named = false;

    for (size_t i = from; i < to; i++) {
        const part *p = &list[i];

        switch (p->kind) {
        case PART_PERSON:
        case PART_FORGROUP:
        case PART_SEX:
        case PART_AGEWORD:
        case PART_EVENT:
        case PART_WHEN:
        case PART_IF: return false;
        case PART_THING: named = true; break;
        case PART_FILL:
            if (!named && !(p->roles & ROLE_ARTICLE) && !part_is(c, p, "for") &&
                !part_is(c, p, "to"))
                return false;
            break;
        case PART_WITH:
            if (!named)
                return false;
            break;
        default: break;
        }
    }
    return named;
}

static const rule *meant_as_kind(const clause *c, const rule *a, const rule *b, category k)
{
    const bool allergy = k == CATEGORY_ALLERGY;
    rule *y;
    const rule **of;

    if (b->op != RULE_HAS && b->op != RULE_ANY && b->op != RULE_READINGS)
        return b;
    if (b->op == RULE_HAS && (!b->subject.concept || b->subject.who ||
                              b->subject.category != (allergy ? CATEGORY_MEDICATION : k) ||
                              kin_named(a, b->subject.concept)))
        return b;
    y = arena_copy(c->arena, b, 1, sizeof *y);
    of = b->count ? arena_copy(c->arena, b->of, b->count, sizeof *of) : NULL;
    if (!y || (b->count && !of))
        return NULL;
    for (size_t i = 0; i < b->count; i++)
        if (!(of[i] = meant_as_kind(c, a, b->of[i], k)))
            return NULL;
    y->of = of;
    if (b->op == RULE_HAS && allergy)
        return list_allergy_to(c, b, b->tense == TENSE_HISTORY);
    y->as_kind = b->op == RULE_HAS;
    return y;
}

/* Whose all of `r` is; NULL: the patient's, or of several. */
static const char *whose(const rule *r)
{
    const char *who = r->count ? whose(r->of[0]) : r->subject.who;

    for (size_t i = 1; i < r->count && who; i++)
        if (!text_is(whose(r->of[i]), who))
            who = NULL;
    return who;
}

/* "Positive drug screen", "intolerance to statins", "contraindication to anticoagulants": a drug
 * that is left out of it is one that was found, or is not borne, and not one that is taken. */
static bool speaks_of_drugs(const rule *r)
{
    for (size_t i = 0; r->op == RULE_HAS && !r->subject.concept && i < r->qualifier_count; i++)
        if (text_is(r->qualifiers[i].kind, "about") && r->qualifiers[i].concept &&
            r->qualifiers[i].concept->category == CATEGORY_MEDICATION)
            return true;
    return r->op == RULE_JUDGEMENT || kin_only(r, CATEGORY_MEASUREMENT);
}

const rule *except_meant(const clause *c, const rule *a, const rule *b)
{
    static const category kinds[] = {CATEGORY_ALLERGY, CATEGORY_CONDITION, CATEGORY_PROCEDURE,
                                     CATEGORY_DEVICE};
    const char *who = whose(a);

    /* "family history of cancer except breast cancer" */
    if (who)
        return combine_of_somebody(c->arena, b, who);
    if (speaks_of_drugs(a) && kin_only(b, CATEGORY_MEDICATION))
        return rule_opaque(c->arena, b->span, "an exception that is not understood");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kin_only(a, kinds[i]))
            return meant_as_kind(c, a, b, kinds[i]);
    return b;
}

/* Nothing but treatments, or but conditions. */
static bool only_of(const rule *r, bool treatments)
{
    for (size_t i = 0; i < r->count; i++)
        if (!only_of(r->of[i], treatments))
            return false;
    return r->count ? r->op == RULE_ANY
                    : r->op == RULE_HAS && r->subject.concept &&
                          (treatments ? concept_is_treatment(r->subject.concept)
                                      : r->subject.category == CATEGORY_CONDITION);
}

/* What is taken is meant of a reason for `a`, or as a kind of it. True: that reason is named. */
static bool meant_of(exception *x)
{
    const clause *c = x->c;
    const part *word = &x->list[x->at];
    const rule_qualifier *reason = x->unless ? NULL : taken_from_reason(c, x->a, x->b, word);
    rule *less;

    if (reason) {
        x->b = combine_meant_of(c->arena, x->b, reason);
        return true;
    }
    /* "steroids other than for asthma", "vaccines except influenza": what it is given for */
    if (only_of(x->a->op == RULE_NOT ? x->a->of[0] : x->a, true) && only_of(x->b, false) &&
        (!x->unless || part_is(c, word + 1, "for")))
        x->b = combine_meant_of(
            c->arena, x->b, &(rule_qualifier){.kind = "other", .text = "for", .span = word->span});
    if (!x->b)
        return false;
    if (!x->unless && taken_unlike(c, x->a, x->b, word)) {
        rule_qualifier of = {"other", x->a->subject.text, x->a->subject.text, x->a->span, NULL};

        if (ends_in_ic(c, x->b->span)) { /* an adjective of it, that no lexicon knows */
            less = arena_copy(c->arena, combine_meant_of(c->arena, x->b, &of), 1, sizeof *less);
            if (less)
                less->subject.concept = NULL;
            x->b = less;
            return false;
        }
    }
    if (!x->unless && named_itself(c, x->list, x->at + 1, x->own))
        x->b = except_meant(c, x->a, x->b);
    return false;
}

/* Does a comma stand between the two, in that order? */
static bool comma_between(const exception *x, const rule *a, const rule *b)
{
    for (size_t i = x->at + 1; i < x->own && x->list[i].span.start < b->span.start; i++)
        if (x->list[i].kind == PART_COMMA && x->list[i].span.start > a->span.start)
            return true;
    return false;
}

/* "Infection, except for onychomycosis, or tuberculosis": does the exception stand between commas?
 */
static bool between_commas(const exception *x)
{
    size_t comma = parts_find(x->list, x->at, x->own, PART_COMMA);

    return x->at > x->from && x->list[x->at - 1].kind == PART_COMMA && comma + 1 < x->own &&
           x->list[comma + 1].kind == PART_OR && comma > x->at + 1 &&
           parts_find(x->list, x->at, comma, PART_OR) == comma;
}

/* Where in the list `b` that stands behind what is nothing like `a` begins; its length: nowhere.
 * `known`: are all known that `a` names? */
static size_t unlike_from(const exception *x, const rule *a, const rule *b, bool known)
{
    const rule *first = b->of[0];
    size_t last_unlike = 0, last_like = 0;

    for (size_t i = 1; known && !x->unless && i < b->count; i++)
        if (kin_unlike(a, b->of[i]))
            last_unlike = i;
        else if (kin_one(b->of[i], NULL, false))
            last_like = i;
    for (size_t i = 1; i < b->count; i++) {
        const rule *r = b->of[i];

        if (!known || x->unless) {
            if (kin_unlike_first(a, first, r, known) && comma_between(x, b->of[i - 1], r))
                return i;
            /* "seizures other than febrile, tics, psychosis": so may what nobody knows. Where one
             * behind it is like what it is taken from, so may what no reader would take from it. */
        } else if (i <= last_unlike && (i > last_like || kin_no_disease(r)) &&
                   ((r->op == RULE_HAS && !r->subject.concept) || kin_unlike(a, r)))
            return i;
    }
    return b->count;
}

/* "Cancer, except skin cancer, gout", "asthma unless in remission, gout": what is nothing like what
 * it would be taken from may be one more thing that bars, and so may all behind it. `named`: what
 * stands first is taken, whatever it is. NULL: those that are like it do not stand first, or there
 * are no others. */
static const rule *of_another_kind(const exception *x, const rule *a, const rule *b, bool named)
{
    const clause *c = x->c;
    bool denied = !c->exclusion && a->op == RULE_NOT, known;
    const rule *more;
    size_t split;

    if (denied)
        a = a->of[0];
    if (b->op == RULE_READINGS)
        b = b->of[0];
    if ((!c->exclusion && !denied) || c->special || b->op != RULE_ANY || b->count < 2)
        return NULL;
    known = kin_known(a);
    if (known && !x->unless && !(named && taken_first(a, b->of[0])) && b->of[0]->subject.concept &&
        !kin_related(a, b->of[0]->subject.concept))
        return NULL;
    split = unlike_from(x, a, b, known);
    if (split == b->count && between_commas(x))
        split = 1;
    if (split == b->count)
        return NULL;
    more = one_more(c, a, b, x->unless, named, split, x->rule->span);
    return more && denied ? rule_not(c->arena, x->rule->span, more) : more;
}

/* "20 teeth, excluding the third molars, with X": X may be asked for as well */
static bool read_asked_behind(exception *x)
{
    const part *list = x->list;
    size_t with =
        x->a->op != RULE_NOT && !x->unless ? asked_behind(x->c, list, x->at, x->own) : x->own;
    const rule *less, *two[2];

    if (with == x->own)
        return false;
    less = except_rule(&x->inverse, list, x->at + 1, with - 1);
    two[0] = less ? left(x, x->a, less) : NULL;
    two[1] = except_rule(&x->in, list, with + 1, x->own);
    if (two[0] && two[1] &&
        (two[0] = rule_join(x->in.arena, RULE_ALL, parts_span(list, x->from, x->own), two, 2)))
        x->rule = either(x, two[0], x->rule);
    return true;
}

/* "A other than B, with the exception of C" */
static bool read_beside(exception *x)
{
    size_t inner = parts_find(x->list, x->at + 1, x->own, PART_EXCEPT);
    const rule *r =
        excepted_beside(x->c, &x->inverse, x->list, x->at, inner, x->own, x->a, x->rule);

    return r && settled(x, r);
}

/* "A, except B, C", where C may be one more of what bars */
static bool read_more_barred(exception *x)
{
    const rule *more = NULL;

    if (!x->unless && x->c->exclusion && !x->c->special)
        more = of_another_sort(x->c, x->a, x->b);
    return more && settled(x, either(x, x->rule, more));
}

/* "except A other than B, C": C may be one more of what is excepted */
static bool read_more_excepted(exception *x)
{
    const part *list = x->list;
    size_t from = x->at + 1, inner = parts_find(list, from, x->own, PART_EXCEPT),
           comma = parts_find(list, inner, x->own, PART_COMMA);
    const rule *each[2], *more;

    if (inner <= from || comma == x->own || value_allows(&list[inner]) ||
        !parts_name_something(list, inner, comma) || !parts_name_something(list, comma + 1, x->own))
        return false;
    each[0] = except_rule(&x->inverse, list, from, comma);
    each[1] = except_rule(&x->inverse, list, comma + 1, x->own);
    more = left(x, x->a, rule_join(x->in.arena, RULE_ANY, parts_span(list, from, x->own), each, 2));
    return more && settled(x, either(x, x->rule, more));
}

/* Is it said to be another one of its kind: "another kinase inhibitor"? */
static bool is_another(const rule *r)
{
    for (size_t i = 0; r->op == RULE_HAS && i < r->qualifier_count; i++)
        if (text_is(r->qualifiers[i].kind, "cause") && text_is(r->qualifiers[i].value, "other"))
            return true;
    return false;
}

/* "Kinase inhibitors, or another biologic besides C", where C is one of the first as well: it is
 * the other one that is not to be C, or both. */
static bool read_besides(exception *x)
{
    const rule *a = x->a, *b = x->b, **of;
    bool wider = false;

    if (x->unless || !x->c->exclusion || a->op != RULE_ANY || b->op != RULE_HAS ||
        !b->subject.concept || !is_another(a->of[a->count - 1]))
        return false;
    for (size_t i = 0; i + 1 < a->count; i++)
        wider = wider || (a->of[i]->op == RULE_HAS && a->of[i]->subject.concept &&
                          concept_is(b->subject.concept, a->of[i]->subject.concept));
    of = wider ? arena_copy(x->in.arena, a->of, a->count, sizeof *of) : NULL;
    if (!of)
        return false;
    of[a->count - 1] = left(x, a->of[a->count - 1], b);
    return settled(
        x, either(x, rule_join(x->in.arena, RULE_ANY, x->rule->span, of, a->count), x->rule));
}

/* `b` is taken from `a`; where the words leave open how much, in readings. */
static bool read_taken(exception *x)
{
    static exception_reading *const open[] = {read_asked_behind, read_beside, read_more_barred,
                                              read_more_excepted, read_besides};
    const rule *more;
    bool of_reason, kinds;

    if (!x->a || !x->b)
        return settled(x, x->a);
    x->said = x->b;
    of_reason = meant_of(x);
    if (!x->b)
        return settled(x, NULL);
    x->rule = left(x, x->a, x->b);
    if (!x->rule)
        return true;
    if (of_reason) {
        read_more_barred(x);
        return true;
    }
    kinds = (kin_only(x->a, CATEGORY_CONDITION) || kin_only(x->a, CATEGORY_ALLERGY) ||
             (x->a->op == RULE_HAS && !x->a->subject.concept)) &&
            named_itself(x->c, x->list, x->at + 1, x->own);
    if ((more = of_another_kind(x, x->a, x->said, kinds)))
        return settled(x, either(x, x->rule, more));
    for (size_t i = 0; i < sizeof open / sizeof *open && !open[i](x); i++)
        ;
    return true;
}

/* "Surgery, unless minor, within 3 months": the time behind the second comma is that of what stands
 * before the first. The parts with it there; NULL: it is not said so. */
static const part *with_time_first(const clause *c, const part *list, size_t from, size_t at,
                                   size_t to)
{
    size_t n = at - from - 1, last = to - 1;
    part *with;

    if (list[at].kind != PART_UNLESS || at < from + 2 || to < at + 4 ||
        list[at - 1].kind != PART_COMMA || !is_recent(&list[last]) ||
        list[last - 1].kind != PART_COMMA ||
        parts_find(list, at + 1, last - 1, PART_COMMA) < last - 1 ||
        parts_kinds(list, from, at) & (KIND(PART_WINDOW) | KIND(PART_DURATION)) ||
        !(with = arena_array(c->arena, to - from, sizeof *with)))
        return NULL;
    memcpy(with, list + from, n * sizeof *with);
    with[n] = list[last];
    memcpy(with + n + 1, list + at - 1, (last - at) * sizeof *with);
    return with;
}

/* "Cancer except skin cancer, arrhythmia except atrial fibrillation": one of another kind, with an
 * exception of its own. */
static bool read_each_own(exception *x)
{
    const part *list = x->list;
    size_t inner = x->at + 1, comma;
    const rule *c, *two[2];

    while (inner < x->to && list[inner].kind != PART_UNLESS &&
           (list[inner].kind != PART_EXCEPT || value_allows(&list[inner])))
        inner++;
    if (inner == x->to)
        return false;
    for (comma = inner; comma > x->at && list[comma].kind != PART_COMMA;)
        comma--;
    if (!x->a || comma == x->at || !x->c->exclusion || x->c->special ||
        !parts_any_content(list, x->at + 1, comma) || !parts_name_subject(list, comma + 1, inner) ||
        !parts_any_content(list, inner + 1, x->to))
        return false;
    c = except_rule(&x->in, list, comma + 1, inner);
    if (!c || !kin_known(x->a))
        return false;
    two[0] = except_rule(&x->in, list, x->from, comma);
    two[1] = except_rule(&x->in, list, comma + 1, x->to);
    if (!two[0] || !two[1])
        return settled(x, NULL);
    x->rule = rule_join(x->in.arena, RULE_ANY, parts_span(list, x->from, x->to), two, 2);
    if (kin_unlike(x->a, c) || !x->rule)
        return true;
    /* "liver disease except fatty liver, hepatitis other than hepatitis A": or all that is taken,
     * which is not read where one more has an exception: each would be read twice as often as the
     * one before it */
    for (inner++; inner < x->to && list[inner].kind != PART_UNLESS;)
        if (list[inner++].kind == PART_EXCEPT)
            return settled(x, NULL);
    c = except_rule(&x->inverse, list, x->at + 1, x->to);
    return settled(x, c ? either(x, left(x, x->a, c), x->rule) : NULL);
}

/* What is left, and the examples of it by themselves or not. */
static const rule *perhaps_beside(const exception *x)
{
    eligo_span s = span_hull(x->rule->span, x->beside->span);
    const rule *two[2] = {x->rule, x->beside};

    two[1] = rule_join(x->in.arena, RULE_ANY, s, two, 2);
    return two[1] ? rule_readings(x->in.arena, s, "exception-scope", two, 2) : NULL;
}

static const rule *read_exception(const clause *c, const clause *in, const clause *inverse,
                                  const part *list, size_t from, size_t at, size_t to)
{
    static exception_reading *const readings[] = {
        read_described,   read_in_list,        read_what_from, read_each_own,    read_going_on,
        read_list_behind, read_in_which_case,  read_including, read_said_of_all, read_more_asked,
        read_what,        read_standing_first, read_taken,
    };
    exception x = {.c = c,
                   .in = *in,
                   .inverse = *inverse,
                   .list = list,
                   .from = from,
                   .at = at,
                   .to = to,
                   .end = to,
                   .unless = list[at].kind == PART_UNLESS};
    const part *first = with_time_first(c, list, from, at, to);

    if (first) {
        x.list = first;
        x.at = at - from + 1;
        x.to = x.end = to - from - 1;
        x.from = 0;
    }
    for (size_t i = 0; i < sizeof readings / sizeof *readings && !readings[i](&x); i++)
        ;
    return x.rule && x.beside ? perhaps_beside(&x) : x.rule;
}

/* ---- "unless more than 6 months ago" ---- */

/* The things of r, none of which has a time of its own, in that window: of a list the last alone,
 * or
 * (`all`) each of it. NULL: it is something else, or no memory. */
static const rule *lately(arena *a, const rule *r, const rule_window *w, bool all)
{
    rule *copy = arena_copy(a, r, 1, sizeof *r);
    const rule **of;

    if (r->op == RULE_HAS) {
        if (!copy || r->window || r->duration || r->subject.who || r->tense == TENSE_PLANNED ||
            r->tense == TENSE_CURRENT)
            return NULL;
        copy->window = w;
        copy->tense = TENSE_NONE;
        return copy;
    }
    if ((r->op != RULE_ANY && r->op != RULE_NOT && r->op != RULE_READINGS) || !copy ||
        !(of = arena_copy(a, r->of, r->count, sizeof *of)))
        return NULL;
    for (size_t i = all || r->op != RULE_ANY ? 0 : r->count - 1; i < r->count; i++)
        if (!(of[i] = lately(a, of[i], w, all)))
            return NULL;
    copy->of = of;
    return copy;
}

/* "it occurred", "last dose was" */
static bool says_when(const clause *c, const part *p)
{
    return p->kind == PART_FILL || p->kind == PART_IF || p->kind == PART_WHEN ||
           (p->kind == PART_WORD &&
            roles_all(c->text + p->span.start, p->span.end - p->span.start) &
                (ROLE_LIGHT | ROLE_LIGHT_TREATMENT | ROLE_BEGINS));
}

const part *except_long_ago(const clause *c, const part *list, size_t at, size_t to)
{
    const part *window = NULL;

    for (size_t i = at + 1; i < to; i++)
        if (list[i].kind == PART_WINDOW && !window)
            window = &list[i];
        else if (!says_when(c, &list[i]))
            return NULL;
    return window ? list_since(c, window) : NULL;
}

/* "Stroke, unless older than 6 months": the stroke, and not the patient, or perhaps both. */
static bool old_itself(const part *list, size_t at, size_t to)
{
    enum { LEAST = 10 };
    const part *q = to > at + 1 ? &list[to - 1] : NULL;

    for (size_t i = at + 1; i + 1 < to; i++)
        if (list[i].kind != PART_FILL && list[i].kind != PART_AGEWORD)
            return false;
    return q && q->kind == PART_QUANTITY && q->period && q->low.given && !q->high.given &&
           (q->period != 'a' || q->low.value < LEAST);
}

/* "Stroke, unless more than 6 months ago": one that is no longer ago. NULL: it says something else.
 */
static const rule *unless_long_ago(const clause *c, const part *list, size_t from, size_t at,
                                   size_t to)
{
    bool old = old_itself(list, at, to);
    const part *window = old ? NULL : except_long_ago(c, list, at, to);
    const rule *a = window || old ? except_rule(c, list, from, at) : NULL, *two[2];

    if (a && old)
        return combine_except(c->arena, a,
                              rule_opaque(c->arena, parts_span(list, at + 1, to),
                                          "an exception that is not understood"),
                              list[at].kind == PART_UNLESS, c->exclusion);
    if (!a || (a->op == RULE_NOT) == c->exclusion)
        return NULL;
    two[0] = lately(c->arena, a, window->window, true);
    if (!two[0] || a->op != RULE_ANY || (at > from && list[at - 1].kind == PART_COMMA))
        return two[0];
    two[1] = lately(c->arena, a, window->window, false);
    return two[1] ? rule_readings(c->arena, parts_span(list, from, to), "exception-scope", two, 2)
                  : NULL;
}

/* ---- the words that turn a sentence ---- */

/* "Cancer other than A, unless B": where the "unless" is that may be of all that stands before it;
 * to: there is none. */
static size_t unless_behind(const part *list, size_t at, size_t to)
{
    while (++at < to && list[at].kind != PART_EXCEPT && list[at].kind != PART_BUT)
        if (list[at].kind == PART_UNLESS && parts_name_something(list, at + 1, to))
            return at;
    return to;
}

/* "A or B, but not both" */
static const rule *one_of_two(const clause *c, const part *list, size_t from, size_t at, size_t to)
{
    const rule *a = except_rule(c, list, from, at), *two[2] = {a, NULL};

    if (!a)
        return NULL;
    if (a->op == RULE_ANY && a->count == 2) {
        two[1] = rule_join(c->arena, RULE_ALL, a->span, a->of, a->count);
        two[1] = two[1] ? rule_not(c->arena, a->span, two[1]) : NULL;
    } else
        two[1] = rule_opaque(c->arena, parts_span(list, at, to),
                             "of what not both are meant is not understood");
    return rule_join(c->arena, RULE_ALL, parts_span(list, from, to), two, 2);
}

/* "A; B is allowed": what stands before it in the same clause is the exception. NULL: something
 * stands behind it. */
static const rule *allowed(const clause *c, const clause *inverse, const part *list, size_t from,
                           size_t at, size_t to)
{
    const rule *b = list_rule(inverse, list, from, at);

    if (!b || at + 1 < to)
        return NULL;
    return !c->exclusion && permission_limits(b)
               ? b
               : rule_not(c->arena, parts_span(list, from, to), b);
}

/* What stands behind an exception is read several times, in each way that it may be meant: so deep
 * does each go that no chain of them costs more than a few hundred readings. */
enum { EXCEPTION_COST = CLAUSE_DEPTH / 5 };

const rule *except_rule(const clause *c, const part *list, size_t from, size_t to)
{
    clause in = *c, inverse;
    const rule *less;

    if (in.depth++ > CLAUSE_DEPTH)
        return rule_opaque(c->arena, parts_span(list, from, to), "nested too deeply");
    inverse = in;
    inverse.exclusion = true; /* a list of exceptions: each is enough */
    inverse.special = true;
    for (size_t at = from; at < to; at++) {
        part_kind k = list[at].kind;
        bool turns = k == PART_EXCEPT || k == PART_UNLESS;

        if (!turns && k != PART_BUT)
            continue;
        if (k == PART_EXCEPT && value_allows(&list[at])) {
            const rule *r;

            /* "men and women are included": the heading said again */
            if (strcmp(list[at].value, "included") == 0 && !c->exclusion)
                continue;
            if ((r = allowed(c, &inverse, list, from, at, to)) != NULL)
                return r;
            continue;
        }
        if (k != PART_UNLESS && at > from && not_both(list, k == PART_BUT ? at + 1 : at, to))
            return one_of_two(&in, list, from, at, to);
        if (turns && at > from && (less = unless_long_ago(&in, list, from, at, to)))
            return less;
        if (turns)
            in.depth = inverse.depth = in.depth + EXCEPTION_COST;
        if (turns && parts_name_something(list, at + 1, to)) {
            size_t more = k == PART_EXCEPT && at > from ? unless_behind(list, at, to) : to;
            const rule *two[2] = {read_exception(c, &in, &inverse, list, from, at, to), NULL};

            if (more < to && two[0])
                two[1] = read_exception(c, &in, &inverse, list, from, more, to);
            return two[1] ? rule_readings(c->arena, two[0]->span, "exception-scope", two, 2)
                          : two[0];
        }
        if (!parts_name_something(list, from, at))
            continue;
        if (turns && parts_any_content(list, at + 1, to)) {
            exception x = {.c = c, .in = in, .list = list, .from = from, .at = at, .to = to};
            bool timed = k == PART_EXCEPT && to > at + 2 && is_recent(&list[to - 1]);
            /* "steroids other than inhaled within a month" */
            const rule *a =
                timed ? taken_from_with(&x, &list[to - 1]) : except_rule(&in, list, from, at);

            return combine_except(c->arena, a, restricted(&in, a, list, at + 1, to - timed),
                                  k == PART_UNLESS, c->exclusion);
        }
        if (k == PART_BUT && parts_name_something(list, at + 1, to)) {
            const rule *two[2] = {except_rule(&in, list, from, at), NULL};
            size_t behind = at + 1;

            /* "gout, but no asthma and no mumps": what it comes without, also among what bars */
            while (behind < to &&
                   (list[behind].kind == PART_FILL || list[behind].kind == PART_WITH))
                behind++;
            if (behind < to && list[behind].kind == PART_NOT)
                in.exclusion = false;
            two[1] = except_rule(&in, list, at + 1, to);
            return rule_join(c->arena, RULE_ALL, parts_span(list, from, to), two, 2);
        }
    }
    return scope_condition(&in, list, from, to);
}
