#include "grammar/clause.h"
#include "rules/unit.h"

#include <stdint.h>
#include <string.h>

/* Two rules into one, where the words alone do not say how: exceptions, limits that differ by a
 * condition, counts. */

const rule *scope_counted(arena *a, list_count n, eligo_span span, const rule *const *of,
                          size_t count)
{
    const rule *least = NULL, *most = NULL;

    if (n.op != RULE_AT_LEAST)
        return rule_join(a, n.op, span, of, count);
    for (unsigned end = 0; end < 2; end++) {
        const rule *m;
        unsigned k = end == 0 ? n.n : n.most + 1;

        if ((end == 0 && n.n == 0) || (end == 1 && (!n.limited || n.most >= count)))
            continue;
        m = rule_join(a, k == 1 ? RULE_ANY : RULE_AT_LEAST, span, of, count);
        if (m && m->op == RULE_AT_LEAST) {
            rule *counted = arena_copy(a, m, 1, sizeof *m);

            if (counted)
                counted->n = k;
            m = counted;
        }
        if (end == 0)
            least = m;
        else
            most = m ? rule_not(a, span, m) : NULL;
    }
    return least && most ? rule_two(a, RULE_ALL, least, most) : least ? least : most;
}

static bool bounded(const rule *r)
{
    return r->op == RULE_COMPARE && !r->value_count && r->low.given != r->high.given;
}

/* Nothing but comparisons with one bound: a limit for everybody. */
static bool limits_only(const rule *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (!limits_only(r->of[i]))
            return false;
    return r->count ? r->op == RULE_ALL || r->op == RULE_ANY : bounded(r);
}

/* "AST and ALT <= 3 x ULN": one bound of several quantities. */
static bool one_bound(const rule *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (r->of[i]->op != RULE_COMPARE ||
            r->of[i]->bound_span.start != r->of[0]->bound_span.start)
            return false;
    return true;
}

/* "Cirrhosis, SBP > 180, or > 150 unless treated": what bars, without the last of it or without all
 * of it for those whom `less` names. */
static const rule *of_last_or_all(arena *a, const rule *from, const rule *less)
{
    const rule **of = arena_copy(a, from->of, from->count, sizeof *of), *two[2];

    if (!of)
        return NULL;
    of[from->count - 1] = rule_two(a, RULE_EXCEPT, from->of[from->count - 1], less);
    two[0] = rule_join(a, RULE_ANY, span_hull(from->span, less->span), of, from->count);
    two[1] = rule_two(a, RULE_EXCEPT, from, less);
    return two[0] && two[1] ? rule_readings(a, two[0]->span, "exception-scope", two, 2) : NULL;
}

/* Is `less` a thing that some have, with a limit of a quantity that `from` limits? */
static bool limits_some(const rule *from, const rule *less)
{
    bool other = false;

    if (less->op != RULE_ALL || (from->op != RULE_COMPARE && from->op != RULE_ALL))
        return false;
    for (size_t i = 0; i < less->count; i++)
        other = other || less->of[i]->op == RULE_HAS;
    return other && combine_bounds_same(from, less);
}

/* Is nothing of `less`, things that are known, a kind of what `from` names? */
static bool names_no_kind(const rule *from, const rule *less)
{
    if (less->op == RULE_ANY) {
        for (size_t i = 0; i < less->count; i++)
            if (!names_no_kind(from, less->of[i]))
                return false;
        return less->count > 0;
    }
    if (less->op != RULE_HAS || !less->subject.concept)
        return false;
    if (from->count) {
        for (size_t i = 0; i < from->count; i++)
            if (!names_no_kind(from->of[i], less))
                return false;
        return true;
    }
    return !from->subject.concept || !concept_is(less->subject.concept, from->subject.concept);
}

/* "no X except Y": Y is taken from what the negation denies, not from the denial. */
/* "More than one DMARD other than methotrexate": what is taken away is not counted, and who has it
 * may have as many others; no count is of what is left. */
static const rule *count_of_others(arena *a, const rule *from, const rule *less)
{
    rule *others = arena_copy(a, from, 1, sizeof *others);
    rule_qualifier *list = arena_array(a, from->qualifier_count + 1, sizeof *list);

    if (!others || !list)
        return NULL;
    for (size_t i = 0; i < from->qualifier_count; i++)
        list[i] = from->qualifiers[i];
    list[from->qualifier_count] = (rule_qualifier){
        "other", "other than", less->subject.text ? less->subject.text : "other than", less->span,
        less->subject.concept};
    others->qualifiers = list;
    others->qualifier_count++;
    others->span = span_hull(from->span, less->span);
    return others;
}

bool combine_negative(const rule *r)
{
    for (size_t i = 0; r->op == RULE_HAS && i < r->qualifier_count; i++)
        if (text_is(r->qualifiers[i].kind, "result") && text_is(r->qualifiers[i].value, "negative"))
            return true;
    return false;
}

const rule *combine_except(arena *a, const rule *from, const rule *less, bool unless,
                           bool exclusion)
{
    const rule *last;

    if (!from || !less)
        return from;
    if (from->op == RULE_COMPARE && from->counting && less->op == RULE_HAS &&
        from->subject.concept && less->subject.concept)
        return count_of_others(a, from, less);
    /* "HIV test negative, except patients with A": whoever has not that result is let in */
    if (!exclusion && combine_negative(from))
        return rule_two(a, RULE_ANY, from, less);
    last = from->count ? from->of[from->count - 1] : NULL;
    /* "<= 1.5 x ULN, except those with A, who must have <= 3 x ULN": another limit for some */
    if (!exclusion && limits_some(from, less))
        return combine_limit(a, from, less);
    if (from->op == RULE_NOT)
        return rule_not(a, span_hull(from->span, less->span), rule_two(a, RULE_EXCEPT, last, less));
    if (from->op == RULE_ALL && last && last->op == RULE_NOT) {
        const rule **of = arena_copy(a, from->of, from->count, sizeof *of);

        if (!of)
            return NULL;
        of[from->count - 1] = combine_except(a, last, less, unless, exclusion);
        return rule_join(a, RULE_ALL, span_hull(from->span, less->span), of, from->count);
    }
    /* "at most 1.5 x ULN unless Gilbert's syndrome": what is required is required of the others */
    if (!exclusion && unless && from->op == RULE_ALL && !one_bound(from)) {
        /* "albumin > 3 g/dL, INR < 1.5 unless on warfarin": of the last, or of all */
        const rule **of = arena_copy(a, from->of, from->count, sizeof *of), *two[2];

        if (!of)
            return NULL;
        of[from->count - 1] = combine_except(a, last, less, unless, exclusion);
        two[0] = rule_join(a, RULE_ALL, span_hull(from->span, less->span), of, from->count);
        two[1] = rule_two(a, RULE_IF, rule_not(a, less->span, less), from);
        return two[0] && two[1] ? rule_readings(a, two[0]->span, "exception-scope", two, 2) : NULL;
    }
    if (!exclusion && unless)
        return rule_two(a, RULE_IF, rule_not(a, less->span, less), from);
    if (exclusion && unless && from->op == RULE_ANY && !one_bound(from))
        return of_last_or_all(a, from, less);
    if (exclusion && unless && from->op == RULE_READINGS) {
        const rule **of = arena_copy(a, from->of, from->count, sizeof *of);

        for (size_t i = 0; of && i < from->count; i++)
            of[i] = of[i]->op == RULE_ANY && !one_bound(of[i])
                        ? of_last_or_all(a, of[i], less)
                        : rule_two(a, RULE_EXCEPT, of[i], less);
        return of ? rule_readings(a, span_hull(from->span, less->span), from->finding, of,
                                  from->count)
                  : NULL;
    }
    /* "asthma and recovery to grade 1, except alopecia": no kind of what is asked for; whoever has
     * it is let off the last, or is not meant */
    if (!exclusion && from->op == RULE_ALL && last && names_no_kind(from, less)) {
        const rule **of = arena_copy(a, from->of, from->count, sizeof *of), *two[2];

        if (!of)
            return NULL;
        of[from->count - 1] = rule_two(a, RULE_IF, rule_not(a, less->span, less), last);
        two[0] = rule_join(a, RULE_ALL, span_hull(from->span, less->span), of, from->count);
        two[1] = rule_two(a, RULE_EXCEPT, from, less);
        return two[0] && two[1] ? rule_readings(a, two[0]->span, "exception-scope", two, 2) : NULL;
    }
    if (!exclusion && from->op == RULE_COMPARE && less->op != RULE_COMPARE) {
        const rule *two[2] = {rule_two(a, RULE_IF, rule_not(a, less->span, less), from),
                              rule_two(a, RULE_EXCEPT, from, less)};

        return rule_readings(a, span_hull(from->span, less->span), "exception-scope", two, 2);
    }
    return rule_two(a, RULE_EXCEPT, from, less);
}

/* The first comparison with one bound in a list of them; `like` not NULL: of that one's quantity
 * and side. */
static const rule *limit_in(const rule *r, const rule *like)
{
    if (r->op == RULE_ALL || r->op == RULE_ANY) {
        for (size_t i = 0; i < r->count; i++) {
            const rule *found = limit_in(r->of[i], like);

            if (found)
                return found;
        }
        return NULL;
    }
    if (!bounded(r) ||
        (like && (r->subject.concept != like->subject.concept ||
                  r->high.given != like->high.given || r->relative_to != like->relative_to)))
        return NULL;
    return r;
}

/* Does b hold wherever a does? */
static bool holds_wherever(const rule *a, const rule *b)
{
    return a->high.given ? b->high.value >= a->high.value : b->low.value <= a->low.value;
}

const rule *combine_other_end(arena *a, const rule *limit, const rule *usual)
{
    const char *from = usual->unit.ucum, *to = limit->unit.ucum;
    bool up = limit->high.given;
    rule_bound other = up ? usual->low : usual->high;
    rule *r;

    if (limit->subject.concept != usual->subject.concept || limit->value_count ||
        usual->value_count || limit->low.given == limit->high.given || !other.given ||
        limit->relative_to != usual->relative_to)
        return limit;
    if (from && to && strcmp(from, to) != 0 &&
        unit_convert_codes(other.value, from, to, usual->subject.concept, &other.value) != UNIT_OK)
        return limit;
    if (up ? other.value >= limit->high.value : other.value <= limit->low.value)
        return limit;
    r = arena_copy(a, limit, 1, sizeof *r);
    if (!r)
        return limit;
    *(up ? &r->low : &r->high) = other;
    return r;
}

bool combine_bounds_same(const rule *r, const rule *special)
{
    for (size_t i = 0; i < r->count; i++)
        if (combine_bounds_same(r->of[i], special))
            return true;
    if (r->op != RULE_COMPARE || !r->subject.concept)
        return false;
    if (special->op == RULE_COMPARE)
        return special->subject.concept == r->subject.concept;
    for (size_t i = 0; i < special->count; i++)
        if (combine_bounds_same(r, special->of[i]))
            return true;
    return false;
}

/* The first limit of one that is for some, and others of the same for the others: "> 450 ms in men
 * or > 470 ms in women". NULL: it is something else. */
static const rule *limit_for_each(const rule *r)
{
    const rule *first = r->op == RULE_ANY ? limit_in(r->of[0], NULL) : NULL;

    for (size_t i = 0; first && i < r->count; i++)
        if (r->of[i]->op != RULE_ALL || !limit_in(r->of[i], first))
            return NULL;
    return first;
}

const rule *combine_alternative(arena *a, const rule *usual, const rule *special)
{
    const rule *first, *second = NULL, *rest[8];
    size_t n = 0;
    eligo_span span;

    if (!usual || !special)
        return usual ? usual : special;
    span = span_hull(usual->span, special->span);
    first = limits_only(usual)                               ? limit_in(usual, NULL)
            : usual->op == RULE_ANY && bounded(usual->of[0]) ? usual->of[0] /* and some for some */
                                                             : limit_for_each(usual);
    if (first && special->op == RULE_ALL && special->count <= sizeof rest / sizeof *rest)
        for (size_t i = 0; i < special->count; i++) {
            const rule *limit = limit_in(special->of[i], first);

            if (limit)
                second = limit;
            else if (!limit_in(usual, special->of[i])) /* and no diastolic one beside it */
                rest[n++] = special->of[i];
        }
    if (second && n && !holds_wherever(first, second)) {
        /* "> 2.5, or > 5 where there are metastases": the first is for the others */
        const rule *condition = rule_join(a, RULE_ALL, special->span, rest, n);

        usual = rule_two(a, RULE_ALL, usual, rule_not(a, special->span, condition));
        /* whoever meets the narrower limit meets both, whomever it is for */
        if (condition && condition->op == RULE_OPAQUE)
            special = second;
    }
    /* "20 to 25, or up to 30 where ...": the special one begins where the usual one does */
    if (usual->op == RULE_COMPARE && special->op == RULE_ALL) {
        const rule **of = arena_copy(a, special->of, special->count, sizeof *of);
        rule *whole = arena_copy(a, special, 1, sizeof *whole);

        if (!of || !whole)
            return NULL;
        for (size_t i = 0; i < special->count; i++)
            if (of[i]->op == RULE_COMPARE)
                of[i] = combine_other_end(a, of[i], usual);
        whole->of = of;
        special = whole;
    }
    const rule *two[2] = {usual, special};

    return rule_join(a, RULE_ANY, span, two, 2);
}

/* Of what `usual` asks for, what bounds a quantity that `special` bounds, and the rest. */
typedef struct halves {
    const rule *limits, *rest; /* NULL: none */
} halves;

static halves split_limits(arena *a, const rule *usual, const rule *special)
{
    halves h = {usual, NULL};
    const rule **rest, **limits;
    size_t n = 0, m = 0;

    if (usual->op != RULE_ALL)
        return h;
    rest = arena_array(a, usual->count, sizeof *rest);
    limits = arena_array(a, usual->count, sizeof *limits);
    if (!rest || !limits)
        return h;
    for (size_t i = 0; i < usual->count; i++)
        if (combine_bounds_same(usual->of[i], special))
            limits[m++] = usual->of[i];
        else
            rest[n++] = usual->of[i];
    if (!n || !m)
        return h;
    h.rest = rule_join(a, RULE_ALL, span_hull(rest[0]->span, rest[n - 1]->span), rest, n);
    h.limits = rule_join(a, RULE_ALL, span_hull(limits[0]->span, limits[m - 1]->span), limits, m);
    return h;
}

const rule *combine_limit(arena *a, const rule *usual, const rule *special)
{
    halves h;

    if (!usual || !special)
        return usual ? usual : special;
    h = split_limits(a, usual, special);
    h.limits = combine_alternative(a, h.limits, special);
    return h.rest ? rule_two(a, RULE_ALL, h.rest, h.limits) : h.limits;
}

const rule *combine_by_condition(arena *a, const rule *usual, const rule *of, const rule *other)
{
    halves h = split_limits(a, usual, other);

    h.limits = rule_two(a, RULE_ANY, rule_two(a, RULE_ALL, of, h.limits), other);
    return h.rest ? rule_two(a, RULE_ALL, h.rest, h.limits) : h.limits;
}

const rule *combine_of_somebody(arena *a, const rule *r, const char *who)
{
    rule *copy = r ? arena_copy(a, r, 1, sizeof *r) : NULL;

    if (!copy)
        return NULL;
    if ((r->op == RULE_HAS || r->op == RULE_COMPARE) && !r->subject.who)
        copy->subject.who = who;
    if (r->count) {
        const rule **of = arena_array(a, r->count, sizeof *of);

        for (size_t i = 0; of && i < r->count; i++)
            of[i] = combine_of_somebody(a, r->of[i], who);
        copy->of = of;
    }
    return copy;
}

rule *combine_label(arena *a, const rule *r, const rule_subject *name, eligo_span span)
{
    rule *labelled = r ? arena_copy(a, r, 1, sizeof *r) : NULL;
    rule_qualifier *q = arena_array(a, r ? r->qualifier_count + 1 : 1, sizeof *q);

    if (!labelled || !q)
        return NULL;
    if (r->qualifier_count)
        memcpy(q, r->qualifiers, r->qualifier_count * sizeof *q);
    q[r->qualifier_count] = (rule_qualifier){"label", name->text, name->text, span, name->concept};
    labelled->qualifiers = q;
    labelled->qualifier_count++;
    return labelled;
}

/* How bad the thing of a title is: not what else is said of it. */
static bool tells_degree(const rule_qualifier *q)
{
    static const char *const kinds[] = {"severity", "control",   "stability",
                                        "recency",  "acuteness", "course"};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (qualifier_is(q, kinds[i]))
            return true;
    return false;
}

void combine_failed(rule *r)
{
    for (size_t i = 0; i < r->qualifier_count && r->tense == TENSE_NONE && !r->window; i++)
        if ((r->subject.category == CATEGORY_MEDICATION ||
             r->subject.category == CATEGORY_PROCEDURE) &&
            text_is(r->qualifiers[i].kind, "course") &&
            (text_is(r->qualifiers[i].value, "failed") ||
             text_is(r->qualifiers[i].value, "refractory")))
            r->tense = TENSE_HISTORY;
}

/* The leaf with the degree that its title says; `r` where that says none. */
static const rule *with_degree(arena *a, const rule *r, const rule *title)
{
    rule *y = arena_copy(a, r, 1, sizeof *y);
    rule_qualifier *q = arena_array(a, r->qualifier_count + title->qualifier_count + 1, sizeof *q);
    size_t n = r->qualifier_count;

    if (!y || !q)
        return NULL;
    if (n)
        memcpy(q, r->qualifiers, n * sizeof *q);
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (tells_degree(&r->qualifiers[i]))
            return r;
    for (size_t i = 0; i < title->qualifier_count; i++)
        if (tells_degree(&title->qualifiers[i]) &&
            !(title->window && qualifier_is(&title->qualifiers[i], "recency")))
            q[n++] = title->qualifiers[i];
    if (n == r->qualifier_count)
        return r;
    y->qualifiers = q;
    y->qualifier_count = n;
    combine_failed(y);
    return y;
}

static bool is_treatment(const rule *r)
{
    return r->subject.category == CATEGORY_MEDICATION ||
           r->subject.category == CATEGORY_PROCEDURE || r->subject.category == CATEGORY_DEVICE ||
           r->subject.category == CATEGORY_IMMUNIZATION ||
           r->subject.category == CATEGORY_ENCOUNTER;
}

static const rule *leaf_titled(arena *a, const rule *r, const rule *title)
{
    const concept *k = r->subject.concept, *of = title->subject.concept;
    bool kind = !of || (of->flags & CONCEPT_WEAK) || (k && concept_is(k, of)), more = false;
    rule *y = arena_copy(a, r, 1, sizeof *y);
    const rule *two[2] = {r, NULL};

    if (!y)
        return NULL;
    if (title->window && !r->window)
        y->window = title->window, more = true;
    if (r->op == RULE_HAS) {
        if (title->duration && !r->duration && !r->window && kind)
            y->duration = title->duration, more = true;
        /* "criteria will be:" plans nothing */
        if (r->tense == TENSE_NONE &&
            (title->tense != TENSE_PLANNED || (is_treatment(title) && is_treatment(r))))
            y->tense = title->tense, more = more || title->tense == TENSE_PLANNED;
        if (title->subject.who && !r->subject.who)
            y->subject.who = title->subject.who, more = true;
        two[1] = kind && r->subject.category == CATEGORY_CONDITION ? with_degree(a, y, title) : y;
    } else
        two[1] = y;
    if (!two[1] || (two[1] == y && (kind || !more)))
        return two[1];
    if (kind || !more) /* only how bad is open */
        two[0] = y;
    return rule_readings(a, r->span, "modifier-scope", two, 2);
}

bool combine_names_kind(const rule *r, const concept *of)
{
    if (r->subject.concept && concept_is(r->subject.concept, of))
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (combine_names_kind(r->of[i], of))
            return true;
    return false;
}

const rule *combine_titled(arena *a, const rule *r, const rule *title)
{
    rule *y;
    const rule **of;

    if (!r || !title || title->op != RULE_HAS)
        return r;
    if (r->op == RULE_HAS || r->op == RULE_COMPARE)
        return r->subject.category == CATEGORY_DEMOGRAPHIC ||
                       r->subject.category == CATEGORY_CONSENT
                   ? r
                   : leaf_titled(a, r, title);
    if (!r->count)
        return r;
    y = arena_copy(a, r, 1, sizeof *y);
    of = arena_array(a, r->count, sizeof *of);
    if (!y || !of)
        return NULL;
    for (size_t i = 0; i < r->count; i++)
        if (!(of[i] = combine_titled(a, r->of[i], title)))
            return NULL;
    y->of = of;
    return y;
}

const rule *combine_meant_of(arena *a, const rule *r, const rule_qualifier *q)
{
    rule *y = arena_copy(a, r, 1, sizeof *y);

    if (!y)
        return NULL;
    if (y->op == RULE_HAS || y->op == RULE_COMPARE) {
        rule_qualifier *all = arena_array(a, r->qualifier_count + 1, sizeof *all);

        if (!all)
            return NULL;
        if (r->qualifier_count)
            memcpy(all, r->qualifiers, r->qualifier_count * sizeof *all);
        all[r->qualifier_count] = (rule_qualifier){"other", q->text, q->text, q->span, NULL};
        y->qualifiers = all;
        y->qualifier_count++;
    }
    if (r->count) {
        const rule **of = arena_array(a, r->count, sizeof *of);

        for (size_t i = 0; of && i < r->count; i++)
            if (!(of[i] = combine_meant_of(a, r->of[i], q)))
                return NULL;
        y->of = of;
    }
    return y->count && !y->of ? NULL : y;
}

/* ---- what nobody can meet ---- */

enum { CONSISTENT_LEAVES = 32 };

/* The leaves of a conjunction, however it is nested, with the denials among them. */
static void gather(const rule *r, const rule **out, size_t *count)
{
    if (r->op != RULE_ALL) {
        if (*count < CONSISTENT_LEAVES)
            out[(*count)++] = r;
        return;
    }
    for (size_t i = 0; i < r->count; i++)
        if (r->of[i])
            gather(r->of[i], out, count);
}

static bool same_words(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* A bare statement that somebody has a thing. */
static bool states(const rule *r)
{
    return r->op == RULE_HAS && r->subject.concept && !r->window && !r->duration && !r->dose;
}

static bool is_sex(const rule *r, const char *id)
{
    return states(r) && !r->subject.who && strcmp(r->subject.concept->id, id) == 0;
}

/* Do both say the same, with the same words that narrow it? */
static bool says_same(const rule *a, const rule *b)
{
    if (!states(a) || !states(b) || a->subject.concept != b->subject.concept ||
        a->tense != b->tense || !same_words(a->subject.who, b->subject.who) ||
        a->qualifier_count != b->qualifier_count)
        return false;
    for (size_t i = 0; i < a->qualifier_count; i++)
        if (!same_words(a->qualifiers[i].kind, b->qualifiers[i].kind) ||
            !same_words(a->qualifiers[i].value, b->qualifiers[i].value))
            return false;
    return true;
}

bool rule_below(const rule *a, const rule *b)
{
    double high = a->high.value;

    if (!a->high.given || !b->low.given)
        return false;
    if (!same_words(a->unit.ucum, b->unit.ucum) &&
        (!a->unit.ucum || !b->unit.ucum ||
         unit_convert_codes(high, a->unit.ucum, b->unit.ucum, a->subject.concept, &high) !=
             UNIT_OK))
        return false;
    return high < b->low.value;
}

/* "ASA 1 ..., and ASA 2 ...": of one value at one time. */
static bool apart(const rule *a, const rule *b)
{
    return a->op == RULE_COMPARE && b->op == RULE_COMPARE && a->subject.concept &&
           a->subject.concept == b->subject.concept && !a->window && !b->window &&
           !a->value_count && !b->value_count && !a->counting && !b->counting &&
           a->relative_to == b->relative_to && a->pick == b->pick && !a->subject.who &&
           !b->subject.who && rule_below(a, b);
}

/* One class of a scale, some of its classes, or a range that is closed: its ends, as bounds. */
static bool is_class(const rule *r, rule *ends)
{
    if (r->op != RULE_COMPARE || !r->subject.concept || r->subject.who || r->window ||
        r->counting || r->qualifier_count || (!r->value_count && (!r->low.given || !r->high.given)))
        return false;
    *ends = *r;
    ends->value_count = 0;
    for (size_t i = 0; i < r->value_count; i++) {
        if (i == 0 || r->values[i] < ends->low.value)
            ends->low = (rule_bound){true, true, r->values[i]};
        if (i == 0 || r->values[i] > ends->high.value)
            ends->high = (rule_bound){true, true, r->values[i]};
    }
    return true;
}

/* The class of a scale that `r` asks for, by itself or beside other things; NULL: none, or several
 * of different ones. */
static bool class_of(const rule *r, rule *ends)
{
    const rule *leaves[CONSISTENT_LEAVES];
    size_t count = 0, found = 0;

    gather(r, leaves, &count);
    for (size_t i = 0; i < count; i++)
        found += is_class(leaves[i], ends);
    return found == 1;
}

const rule *combine_classes(arena *a, eligo_span span, const rule *const *of, size_t count)
{
    rule first, ends[CONSISTENT_LEAVES];

    if (count < 2 || count > CONSISTENT_LEAVES)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (!of[i] || !class_of(of[i], &ends[i]))
            return NULL;
        first = ends[0];
        if (ends[i].subject.concept != first.subject.concept)
            return NULL;
        for (size_t k = 0; k < i; k++)
            if (!apart(&ends[i], &ends[k]) && !apart(&ends[k], &ends[i]))
                return NULL;
    }
    return rule_join(a, RULE_ANY, span, of, count);
}

/* Among what bars, such a pair would bar nobody; what is asked for may contradict itself. */
static bool excludes(const rule *a, const rule *b, bool exclusion)
{
    rule one, other;

    if ((exclusion || a->qualifier_count || b->qualifier_count) && apart(a, b))
        return true;
    if (is_class(a, &one) && is_class(b, &other) && apart(&one, &other))
        return true;
    if (b->op == RULE_NOT && b->count == 1 && says_same(a, b->of[0]))
        return true;
    if (is_sex(a, "female") && is_sex(b, "male"))
        return true;
    return states(a) && states(b) && same_words(a->subject.who, b->subject.who) &&
           a->subject.concept->denies && a->subject.concept->denies == b->subject.concept &&
           a->tense != TENSE_HISTORY && b->tense != TENSE_HISTORY && !a->qualifier_count &&
           !b->qualifier_count;
}

/* The thing among what `r` asks for all of that is a kind of `k`, and is asked for with something
 * more; NULL: none is. */
static const rule *narrowed_kind(const rule *r, const concept *k)
{
    const rule *leaves[CONSISTENT_LEAVES];
    size_t count = 0;

    gather(r, leaves, &count);
    for (size_t i = 0; i < count; i++) {
        const rule *x = leaves[i];

        if (x->op == RULE_HAS && x->subject.concept && x->subject.concept != k &&
            concept_is(x->subject.concept, k) && !x->subject.who &&
            (count > 1 || x->window || x->duration || x->qualifier_count))
            return x;
    }
    return NULL;
}

/* "Non-smokers, or ex-smokers for a year": the first are not the second, of whom else nothing would
 * be asked. NULL: no memory. */
static const rule *apart_from_kind(arena *a, const rule *r)
{
    const rule **of = NULL;
    rule *copy;

    for (size_t i = 0; i < r->count && r->count <= CONSISTENT_LEAVES; i++) {
        const rule *x = r->of[i], *y = NULL;
        rule less = {.op = RULE_HAS};

        if (!states(x) || x->subject.category != CATEGORY_SOCIAL || x->qualifier_count ||
            x->tense != TENSE_NONE)
            continue;
        for (size_t k = 0; k < r->count && !y; k++)
            y = k == i ? NULL : narrowed_kind(r->of[k], x->subject.concept);
        if (!y)
            continue;
        less.subject = y->subject;
        less.span = y->subject.span;
        if (!of && !(of = arena_copy(a, r->of, r->count, sizeof *of)))
            return NULL;
        of[i] = rule_two(a, RULE_EXCEPT, x, arena_copy(a, &less, 1, sizeof less));
    }
    if (!of)
        return r;
    if ((copy = arena_copy(a, r, 1, sizeof *copy)))
        copy->of = of;
    return copy;
}

/* "No HbA1c > 9% in the last 6 months": at no time in these months, and not only the last time. */
static const rule *any_in_window(arena *a, const rule *r)
{
    rule *any;
    const rule **of;

    if (r->op == RULE_COMPARE && r->window && r->pick == PICK_LATEST && !r->counting) {
        if ((any = arena_copy(a, r, 1, sizeof *any)))
            any->pick = PICK_ANY;
        return any;
    }
    if (r->op != RULE_ANY)
        return r;
    any = arena_copy(a, r, 1, sizeof *any);
    of = arena_copy(a, r->of, r->count, sizeof *of);
    if (!any || !of)
        return NULL;
    for (size_t i = 0; i < r->count; i++)
        if (of[i]->op == RULE_COMPARE && !(of[i] = any_in_window(a, of[i])))
            return NULL;
    any->of = of;
    return any;
}

static const rule *none_in_window(arena *a, const rule *r)
{
    const rule *x = r->count == 1 ? any_in_window(a, r->of[0]) : NULL;

    if (r->count != 1 || x == r->of[0])
        return r;
    return x ? rule_not(a, r->span, x) : NULL;
}

const rule *combine_consistent(arena *a, const rule *r, bool exclusion)
{
    const rule *leaves[CONSISTENT_LEAVES], **of = NULL, *either;
    size_t count = 0;

    if (!r || !r->count)
        return r;
    for (size_t i = 0; i < r->count; i++) {
        const rule *now = combine_consistent(a, r->of[i], exclusion);

        if (now == r->of[i])
            continue;
        if (!of && !(of = arena_copy(a, r->of, r->count, sizeof *of)))
            return NULL;
        of[i] = now;
    }
    if (of) {
        rule *copy = arena_copy(a, r, 1, sizeof *copy);

        if (!copy)
            return NULL;
        copy->of = of;
        r = copy;
    }
    if (r->op == RULE_ANY)
        return apart_from_kind(a, r);
    if (r->op == RULE_NOT)
        return none_in_window(a, r);
    if (r->op != RULE_ALL)
        return r;
    /* "younger than 6 months and older than 80 years", among what bars: either */
    if (exclusion && r->count == 2 && (apart(r->of[0], r->of[1]) || apart(r->of[1], r->of[0])))
        return rule_join(a, RULE_ANY, r->span, r->of, r->count);
    if ((either = combine_classes(a, r->span, r->of, r->count)) != NULL)
        return either;
    gather(r, leaves, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++)
            if (i != k && excludes(leaves[i], leaves[k], exclusion))
                return rule_opaque(a, r->span, "nobody can meet all that it seems to ask");
    return r;
}
