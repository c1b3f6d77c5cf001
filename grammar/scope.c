#include "grammar/except.h"
#include "grammar/limit.h"
#include "grammar/list.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "grammar/permit.h"
#include "rules/landmark.h"

#include <string.h>

/* How the parts of a sentence (sentence.c) bind, from the loosest to the tightest:
 *
 *     a definition  a colon  unless except  but  if must  OR AND (in capitals)  or and ,  items
 *
 * Each level splits the parts and hands the pieces down; the last is a list (list.c), and where no
 * level finds anything the list is read at once (is_list_alone). Every level is linear in its
 * parts; depth is bounded by clause.depth. */

enum { DEPTH = CLAUSE_DEPTH };

static bool bare_count(const part *p)
{
    return p->kind == PART_QUANTITY && !p->unit.text && !p->period && !p->age && !p->relative &&
           p->low.given && p->value;
}

/* Does a number stand at i that may say how many there are of what stands behind it? */
static bool begins_count(const part *list, size_t i, size_t to)
{
    return bare_count(&list[i]) && i + 1 < to &&
           (list[i + 1].kind == PART_WORD || list[i + 1].kind == PART_QUAL ||
            list[i + 1].kind == PART_THING || list[i + 1].kind == PART_OF);
}

static bool lists(const char *text, const part *p)
{
    return roles_all(text + p->span.start, p->span.end - p->span.start) & ROLE_LIST_OF;
}

/* "Signs of", "risk factors for". */
static bool is_of(const char *text, const part *p)
{
    return p->kind == PART_OF ||
           ((p->kind == PART_FILL || p->kind == PART_FORGROUP) &&
            p->span.end - p->span.start == 3 && strncasecmp(text + p->span.start, "for", 3) == 0);
}

/* "two or more signs of congestion:": behind what they are signs of, from k on; k: no colon stands
 * there. */
static size_t of_what(const part *list, size_t k, size_t to)
{
    enum { FAR = 6 };
    size_t end = k;

    while (end < to && end < k + FAR &&
           (list[end].kind == PART_OF || list[end].kind == PART_FILL ||
            list[end].kind == PART_WORD || list[end].kind == PART_QUAL ||
            (list[end].kind == PART_THING && list[end].hit.thing)))
        end++;
    return end >= to || list[end].kind == PART_COLON ? end : k;
}

/* "Two or more risk factors:", "SIRS criteria:": is it a name of what there may be several of? */
static bool names_several(const char *text, const part *p, bool counted)
{
    return p->hit.thing ? p->hit.thing->flags & CONCEPT_WEAK ||
                              (p->hit.thing->category == CATEGORY_CONDITION &&
                               roles_of_last(text + p->span.start, p->span.end - p->span.start) &
                                   ROLE_LIST_OF)
                        : counted;
}

/* "... diseases of the following three groups:", "... conditions:" behind part i, which counts: the
 * part behind it; i: it counts something else. */
static size_t counts_kinds(const char *text, const part *list, size_t i, size_t to)
{
    size_t k = token_counted_title(text, list, i, to, true), first;
    bool class = false, counts = bare_count(&list[i]) || list[i].kind == PART_ANYOF;

    if (k > i)
        return k;
    k = i + 1;

    /* "two or more of the SIRS criteria:" */
    if (bare_count(&list[i]) && k < to && list[k].kind == PART_OF)
        while (k < to && (list[k].kind == PART_OF || list[k].kind == PART_FILL ||
                          (list[k].kind == PART_QUANTITY && !list[k].value[0] &&
                           bare_count(&list[k])))) /* "2 of the 4 SIRS criteria:" */
            k++;
    first = k;
    while (k < to && k < first + 3 &&
           (list[k].kind == PART_WORD || list[k].kind == PART_QUAL ||
            (list[k].kind == PART_THING && names_several(text, &list[k], bare_count(&list[i]))))) {
        /* "two or more SIRS criteria: a, b, c" */
        class = list[k].kind == PART_THING || (counts && lists(text, &list[k]));
        k++;
    }
    if (k > first && k < to && bare_count(&list[i]) && list[k].kind == PART_FILL &&
        lists(text, &list[k])) { /* "qSOFA criteria:" */
        class = true;
        k++;
    }
    if (class && counts && k < to && is_of(text, &list[k]))
        k = of_what(list, k, to);
    if (k == first)
        return i;
    if (k >= to || list[k].kind != PART_FOLLOWING)
        return (class || list[i].kind == PART_ANYOF) && (k >= to || list[k].kind == PART_COLON) ? k
                                                                                                : i;
    while (++k < to && (list[k].kind == PART_WORD || list[k].kind == PART_FILL ||
                        (list[k].kind == PART_THING && list[k].hit.thing) ||
                        (list[k].kind == PART_QUANTITY && !list[k].unit.text)))
        ;
    return k >= to || list[k].kind == PART_COLON ? k : i;
}

list_count scope_count(const char *text, const part *list, size_t from, size_t to, size_t *at,
                       size_t *past)
{
    list_count n = {.op = RULE_ALL};
    size_t denied = to; /* a negation with nothing named behind it yet */

    for (size_t i = from; i < to; i++) {
        const part *p = &list[i];

        if (p->kind == PART_NOT)
            denied = denied == to ? i : to;
        else if (p->kind == PART_THING || (p->kind == PART_WORD && !(p->roles & ROLE_VERB)) ||
                 p->kind == PART_BUT || p->kind == PART_COLON)
            denied = to;
        size_t counted = begins_count(list, i, to) || p->kind == PART_ANYOF
                             ? counts_kinds(text, list, i, to)
                             : i;

        if (p->kind == PART_COUNT || (counted > i && p->kind != PART_ANYOF)) {
            double low = p->low.given ? p->low.value + (p->low.inclusive ? 0 : 1) : 1;

            n.said = true;
            n.n = low < 1 ? 1 : low > 1000 ? 1000 : (unsigned)low;
            if (p->high.given &&
                (!p->low.given || strcmp(p->value, "=") == 0 || p->low.value != p->high.value)) {
                double high = p->high.value - (p->high.inclusive ? 0 : 1);

                n.limited = true;
                n.most = high < 0 ? 0 : high > 1000 ? 1000 : (unsigned)high;
                if (!p->low.given)
                    n.n = 0;
            }
            n.op = n.n == 1 && !n.limited ? RULE_ANY : RULE_AT_LEAST;
            n.negated = denied < to;
            if (p->value_count) { /* "one or two of the following" */
                n.op = RULE_AT_LEAST;
                n.n = (unsigned)p->values[0];
                n.most = (unsigned)p->values[p->value_count - 1];
                n.limited = n.n > 0 && n.n <= n.most;
            }
            *at = n.negated ? denied : i;
            *past = counted > i ? counted : i + 1;
            return n;
        }
        if (p->kind == PART_ANYOF || p->kind == PART_ALLOF) {
            size_t k = i + 1;

            while (k < to && (list[k].kind == PART_FOLLOWING || list[k].kind == PART_FILL))
                k++;
            /* "any of the following stroke risk factors:" */
            if (counted == i && k > i + 1 && list[k - 1].kind == PART_FOLLOWING) {
                size_t end = of_what(list, k, to);

                k = end > k && lists(text, &list[end - 1]) ? end : k;
            }
            k = counted > i ? counted : k;
            n.said = true;
            n.op = p->kind == PART_ANYOF ? RULE_ANY : RULE_ALL;
            n.negated = denied < to; /* "no history of any of the following" */
            *at = n.negated ? denied : i;
            *past = k;
            return n;
        }
        if (p->kind == PART_NOT) {
            size_t k = i + 1;

            while (k < to && (list[k].kind == PART_HISTORY || list[k].kind == PART_CURRENT))
                k++;
            if (k < to && list[k].kind == PART_FOLLOWING) {
                n.said = n.negated = true;
                n.op = RULE_ANY;
                *at = i;
                *past = k + 1;
                return n;
            }
        }
    }
    *at = *past = to;
    return n;
}

/* ---- conditions: if, for, must ---- */

/* Without these there is no condition; without a quantity a "with" is none (limit_stands_before).
 */
#define CONDITION_KINDS (KIND(PART_IF) | KIND(PART_FORGROUP) | KIND(PART_MUST) | KIND(PART_WHEN))

/* "HIV positive patients": a name, and behind it that it is one of people. */
static bool ends_in_people(const part *list, size_t from, size_t to)
{
    bool named = false;

    while (to > from && list[to - 1].kind == PART_FILL && !(list[to - 1].roles & ROLE_PREPOSITION))
        to--;
    for (size_t i = from; i + 1 < to; i++) {
        if (list[i].kind != PART_THING && list[i].kind != PART_QUAL && list[i].kind != PART_ANYOF &&
            list[i].kind != PART_ALLOF &&
            !(list[i].kind == PART_FILL && (list[i].roles & ROLE_ARTICLE)))
            return false;
        named = named || list[i].kind == PART_THING;
    }
    return named && list[to - 1].kind == PART_PERSON;
}

/* Are the parts a group of people ("women of childbearing age", "patients on warfarin"), of whom
 * something can be required? What stands before "must" may also be the thing itself ("at least one
 * of them must be recent"). */
static bool names_group(const clause *c, const part *list, size_t from, size_t to)
{
    bool person = ends_in_people(list, from, to), told = false;

    for (size_t i = from; i < to; i++) {
        const part *p = &list[i];

        switch (p->kind) {
        case PART_FILL:
        case PART_ANYOF:
        case PART_ALLOF:
        case PART_QUAL:
        case PART_OF: break;
        case PART_SEX: return true;
        case PART_PERSON: person = true; break;
        default:
            if (p->kind == PART_THING &&
                ((part_first_role(c, p) |
                  roles_of_last(c->text + p->span.start, p->span.end - p->span.start)) &
                 ROLE_PEOPLE))
                return true;
            if (!person && !(p->roles & ROLE_AGE_GROUP))
                return false;
            if (p->roles & ROLE_AGE_GROUP)
                person = true;
            told = told || part_content(p->kind);
        }
    }
    return person && told;
}

group_sort scope_group(const clause *c, const part *list, size_t from, size_t to)
{
    bool people = from < to && (list[from].kind == PART_FORGROUP ||
                                (list[from].kind == PART_IF && !list[from].value[0])),
         bound = false;
    role_set ages = 0;

    if (!people && !names_group(c, list, from, to)) {
        for (size_t i = from; i < to; i++) {
            if (list[i].kind == PART_QUANTITY)
                ages |= list[i].age ? ROLE_AGE_GROUP : 0;
            else if (list[i].kind != PART_FILL && list[i].kind != PART_AGEWORD &&
                     list[i].kind != PART_COLON && !list[i].hit.quantity)
                return GROUP_NO;
        }
        return ages ? GROUP_BY_TRAIT : GROUP_NO;
    }
    for (size_t i = from; i < to; i++) {
        bound = bound || list[i].kind == PART_QUANTITY;
        people = people || list[i].kind == PART_SEX ||
                 (list[i].kind == PART_THING && (part_first_role(c, &list[i]) & ROLE_PEOPLE));
    }
    return people && !bound ? GROUP_BY_KIND : GROUP_BY_TRAIT;
}

const rule *scope_for_group(const clause *c, group_sort sort, const rule *group, const rule *what)
{
    rule_op usual = c->exclusion && sort == GROUP_BY_TRAIT ? RULE_ANY : RULE_IF;
    eligo_span span;
    const rule *two[2];

    if (!group || !what)
        return what ? what : group;
    if (sort == GROUP_BY_KIND || c->special)
        return rule_two(c->arena, c->exclusion || c->special ? RULE_ALL : RULE_IF, group, what);
    two[0] = rule_two(c->arena, RULE_ALL, group, what);
    two[1] = rule_two(c->arena, usual, group, what);
    span = two[0] ? two[0]->span : what->span;
    return rule_readings(c->arena, span, "and-or-scope", two, 2);
}

/* Does the name of a group say how old, and nothing else but that they are people? */
static bool bounds_age(const part *list, size_t from, size_t to)
{
    bool bound = false;

    for (size_t i = from; i < to; i++) {
        bound = bound || (list[i].kind == PART_QUANTITY && list[i].age);
        if (list[i].kind == PART_SEX || list[i].kind == PART_BRACKET ||
            (list[i].kind == PART_THING && list[i].hit.thing))
            return false;
    }
    return bound;
}

/* Is it a bound on age? "Patients with asthma must be 18 or older" is asked of all, and asthma,
 * too. */
static bool is_age(const rule *r)
{
    return r->op == RULE_COMPARE && is_landmark(r->subject.concept, LANDMARK_AGE);
}

/* "are excluded", "are eligible": the sentence says it before its "if". "Patients who, if female,
 * ..." says nothing yet. */
static bool decides_on(const part *list, size_t from, size_t at)
{
    for (size_t i = from; i < at; i++)
        if (list[i].kind != PART_PERSON && list[i].kind != PART_COMMA &&
            list[i].kind != PART_WITH && !(list[i].roles & ROLE_COPULA))
            return true;
    return false;
}

/* "gout, or stroke": nothing but names, joined by "or". */
static bool lists_more(const part *list, size_t from, size_t to)
{
    bool or = false;

    for (size_t i = from; i < to; i++) {
        if (list[i].kind == PART_MUST || list[i].kind == PART_EXCLUDED ||
            list[i].kind == PART_NOT || list[i].kind == PART_EXCEPT ||
            list[i].kind == PART_UNLESS || list[i].kind == PART_JUDGE ||
            list[i].kind == PART_QUANTITY)
            return false;
        or = or || list[i].kind == PART_OR;
    }
    return or ;
}

/* "13 to 17 years, or 18 to 20 if living at home": the condition may be of the last alone. `whole`
 * has it of all that stands before the "if" at `at`; `a`: what the condition is. */
static const rule *condition_of_last(const clause *c, const part *list, size_t from, size_t at,
                                     const rule *a, const rule *whole)
{
    size_t choice = at;
    const rule *last[2], *two[2];

    while (choice > from && list[choice - 1].kind != PART_OR && list[choice - 1].kind != PART_AND)
        choice--;
    if (!whole || choice <= from + 1 || list[choice - 1].kind != PART_OR ||
        !strcmp(list[choice - 1].value, "either") || parts_find(list, from, at, PART_JUDGE) < at ||
        !parts_name_subject(list, from, choice - 1) || !parts_name_subject(list, choice, at))
        return whole;
    last[0] = a;
    clause any = *c;
    any.exclusion = c->exclusion || parts_find(list, from, choice, PART_COMMA) < choice;
    last[1] = list_rule(c, list, choice, at);
    two[0] = list_rule(&any, list, from, choice - 1);
    if (!last[1] || !two[0])
        return whole;
    two[1] = rule_join(c->arena, RULE_ALL, parts_span(list, choice, at), last, 2);
    two[0] = rule_join(c->arena, RULE_ANY, parts_span(list, from, at), two, 2);
    two[1] = whole;
    return two[0] ? rule_readings(c->arena, whole->span, "modifier-scope", two, 2) : whole;
}

/* "HbA1c 7 to 9 % for patients on A, or 8 to 10 % for those on B", where `at` is the first "for": a
 * limit for each group. NULL: it says something else. */
static const rule *limit_for_each(const clause *c, const part *list, size_t from, size_t at,
                                  size_t to)
{
    size_t next = parts_find(list, at + 1, to, PART_FORGROUP), start = next, end;
    clause positive = *c;
    const rule *first[2], *two[2];

    if (next >= to || parts_find(list, from, at, PART_QUANTITY) == at)
        return NULL;
    while (start > at && (list[start - 1].kind == PART_QUANTITY ||
                          list[start - 1].kind == PART_FILL || list[start - 1].kind == PART_CMP))
        start--;
    if (start == next || !part_links(list[start - 1].kind))
        return NULL;
    for (end = start; end > at && part_links(list[end - 1].kind);)
        end--;
    if (!parts_name_something(list, at + 1, end) || !parts_name_something(list, next + 1, to))
        return NULL;
    positive.exclusion = false;
    first[0] = list_rule(&positive, list, at + 1, end);
    first[1] = list_rule(c, list, from, at);
    two[1] = limit_of(c, list, from, at, start, to);
    if (!first[0] || !first[1] || !two[1])
        return NULL;
    two[0] = rule_join(c->arena, RULE_ALL, parts_span(list, from, end), first, 2);
    return rule_join(c->arena, RULE_ANY, parts_span(list, from, to), two, 2);
}

/* Where a condition that begins at `at` ends: its comma, or behind "if taking A, B or C, ..." that
 * of its list, whose things are of one kind. */
static size_t condition_end(const clause *c, const part *list, size_t at, size_t to)
{
    size_t comma = parts_find(list, at, to, PART_COMMA);
    const concept *first = NULL, *k;
    bool joined = false;

    for (size_t i = at; i < to; i++)
        switch (list[i].kind) {
        case PART_THING:
            k = list[i].hit.thing;
            if (i > comma && (!first || !k || k->category != first->category))
                return comma;
            first = k;
            break;
        case PART_OR:
        case PART_ANDOR: joined = joined || i > comma; break;
        case PART_AND: /* "A or both" */
            if (i > comma && strcmp(list[i].value, "both") != 0)
                return comma;
            break;
        case PART_COMMA:
            if (joined)
                return (c->exclusion || list[i + 1 < to ? i + 1 : i].kind != PART_AND) &&
                               parts_any_content(list, i + 1, to)
                           ? i
                           : comma;
            break;
        case PART_QUAL:
        case PART_FILL:
        case PART_CURRENT: break;
        default:
            if (i > comma)
                return comma;
        }
    return comma;
}

/* "When taking insulin, HbA1c < 8 %", "where asthma is present, ...": as with "if". */
static bool when_leads(const part *list, size_t from, size_t at, size_t to)
{
    size_t comma;

    if (at > from || list[at].kind != PART_WHEN)
        return false;
    comma = parts_find(list, at + 1, to, PART_COMMA);
    return comma < to && parts_name_something(list, at + 1, comma) &&
           parts_name_subject(list, comma + 1, to) &&
           (parts_find(list, comma, to, PART_MUST) < to ||
            parts_find(list, comma, to, PART_QUANTITY) < to);
}

/* What a requirement is, with the condition `a` behind it, whose word stands at `at`. "Negative
 * test if female" is asked of women. "Asthma, provided that FEV1 > 70%" asks for both, or allows
 * asthma so; who must do something "provided that" is asked for it where that holds, or for both.
 */
static const rule *condition_behind(const clause *c, const part *list, size_t from, size_t at,
                                    const rule *a, const rule *b)
{
    const char *how = list[at].value;
    const rule *two[2];

    if (strcmp(how, "only") == 0)
        return rule_two(c->arena, RULE_IF, b, a);
    if (strcmp(how, "given") != 0)
        return rule_two(c->arena, RULE_IF, a, b);
    two[0] = rule_two(c->arena, RULE_ALL, b, a);
    two[1] = parts_find(list, from, at, PART_MUST) < at ? rule_two(c->arena, RULE_IF, a, b)
                                                        : rule_two(c->arena, RULE_IF, b, a);
    return two[0] && two[1]
               ? rule_readings(c->arena, parts_span(list, from, at), "and-or-scope", two, 2)
               : two[0];
}

/* "A > 2 with B, > 3 with C": "with" may be whom a limit is for. NULL: it is not. */
static const rule *limit_for_those_with(const clause *in, const part *list, size_t from, size_t to)
{
    size_t at = from;
    part *of;

    while (at < to && !(list[at].kind == PART_WITH && limit_stands_before(list, from, at)))
        at++;
    if (at == to)
        return NULL;
    of = arena_copy(in->arena, list, to, sizeof *of);
    if (!of)
        return NULL;
    of[at].kind = PART_FORGROUP;
    return limit_for_some(in, of, from, at, to);
}

/* "If A they must B": what is asked stands behind the "must". NULL: none of it. */
static const rule *if_they_must(const clause *positive, const part *list, size_t at, size_t to)
{
    size_t must = parts_find(list, at + 1, to, PART_MUST);
    const rule *a, *b;

    if (must >= to || !parts_name_something(list, at + 1, must) ||
        !parts_name_something(list, must + 1, to))
        return NULL;
    a = list_rule(positive, list, at + 1, must);
    b = scope_condition(positive, list, must + 1, to);
    return a && b ? rule_two(positive->arena, RULE_IF, a, b) : NULL;
}

/* "A, B or, if C, D": D may stand for B alone. NULL: there is no list before it. */
static const rule *for_the_last(const clause *c, const rule *list, const rule *special)
{
    const rule **of, *last[2];

    if (list->op != RULE_ALL || !(of = arena_copy(c->arena, list->of, list->count, sizeof *of)))
        return NULL;
    last[0] = of[list->count - 1];
    last[1] = special;
    of[list->count - 1] =
        rule_join(c->arena, RULE_ANY, span_hull(last[0]->span, special->span), last, 2);
    return rule_join(c->arena, RULE_ALL, span_hull(list->span, special->span), of, list->count);
}

/* "A and B, or, if no A, C": the thing before the condition at `at` that it denies; `at`: none is.
 */
static size_t denied_before(const part *list, size_t from, size_t at, size_t to)
{
    size_t comma = parts_find(list, at, to, PART_COMMA),
           none = parts_find(list, at, comma, PART_NOT);

    for (size_t k = none; k < comma; k++)
        for (size_t i = from; i < at && list[k].kind == PART_THING && list[k].hit.thing; i++)
            if (list[i].kind == PART_THING && list[i].hit.thing == list[k].hit.thing)
                return i;
    return at;
}

/* "A or, if B, C": what stands before the condition is a member of the list by itself, or has
 * another limit then. */
static const rule *member_and_condition(const clause *in, const part *list, size_t from, size_t at,
                                        size_t to)
{
    bool other = list[at - 1].kind == PART_OR || list[at - 2].kind == PART_OR;
    clause both = *in;
    const rule *two[2], *last;
    size_t denied;

    both.special = in->special || other;
    if (other && (denied = denied_before(list, from, at, to)) < at) {
        clause first = *in;

        first.exclusion = in->exclusion && parts_find(list, from, at, PART_AND) == at;
        two[0] = list_rule(&first, list, from, at);
        two[1] = scope_condition(&both, list, at, to);
        /* "A and B, or, if no B, C": A may be asked for beside C, too */
        last = two[0] && two[1] && parts_find(list, from, denied, PART_AND) < denied
                   ? for_the_last(in, two[0], two[1])
                   : NULL;
        two[0] = rule_join(in->arena, RULE_ANY, parts_span(list, from, to), two, 2);
        two[1] = last;
        return last && two[0]
                   ? rule_readings(in->arena, parts_span(list, from, to), "and-or-scope", two, 2)
                   : two[0];
    }
    two[0] = list_rule(in, list, from, at);
    two[1] = scope_condition(&both, list, at, to);
    if (other && !in->exclusion && two[0] && two[1]) {
        if (combine_bounds_same(two[0], two[1]))
            return combine_limit(in->arena, two[0], two[1]);
        if ((last = for_the_last(in, two[0], two[1]))) {
            two[0] = rule_join(in->arena, RULE_ANY, parts_span(list, from, to), two, 2);
            two[1] = last;
            return rule_readings(in->arena, parts_span(list, from, to), "and-or-scope", two, 2);
        }
    }
    return rule_join(in->arena, other || in->exclusion ? RULE_ANY : RULE_ALL,
                     parts_span(list, from, to), two, 2);
}

/* The condition behind `at`, and what is asked under it, before it or behind its comma. NULL: one
 * of the two is not there. */
static const rule *under_condition(const clause *in, const part *list, size_t from, size_t at,
                                   size_t comma, size_t to)
{
    bool behind = parts_name_something(list, from, at), must;
    clause positive = *in;
    const rule *a, *b, *r;

    positive.exclusion = false;
    if (!behind && comma < to && parts_any_content(list, at + 1, comma) &&
        parts_any_content(list, comma + 1, to)) {
        /* "if previously treated, ...": of whom that is so, nobody says */
        a = parts_name_something(list, at + 1, comma)
                ? list_rule(&positive, list, at + 1, comma)
                : rule_opaque(in->arena, parts_span(list, at + 1, comma),
                              "no condition was found in these words");
        /* among what bars, "if A, B must be negative": who has A and not that */
        must = in->exclusion && !in->special && parts_find(list, comma + 1, to, PART_MUST) < to;
        b = scope_condition(must ? &positive : in, list, comma + 1, to);
        b = b && must ? rule_not(in->arena, b->span, b) : b;
    } else if (behind && parts_name_something(list, at + 1, to)) {
        a = list_rule(&positive, list, at + 1, to);
        b = scope_condition(in, list, from, at);
    } else
        return NULL;
    if (!a || !b)
        return NULL;
    r = in->exclusion || in->special ? rule_two(in->arena, RULE_ALL, a, b)
        : behind                     ? condition_behind(in, list, from, at, a, b)
                                     : rule_two(in->arena, RULE_IF, a, b);
    /* "if asthma, gout, or stroke": one of the three bars, or the first with another */
    if (r && in->exclusion && list[at].kind == PART_IF && comma < to && !behind &&
        lists_more(list, comma + 1, to)) {
        const rule *two[2] = {list_rule(in, list, at + 1, to), r};

        return rule_readings(in->arena, r->span, "and-or-scope", two, 2);
    }
    return condition_of_last(in, list, from, at, a, r);
}

/* "if A, B"; "B if A"; "for patients with A: B": the condition's word is at `at`. NULL: it is none
 * of them. */
static const rule *at_condition(const clause *in, const part *list, size_t from, size_t at,
                                size_t to)
{
    size_t comma = condition_end(in, list, at + 1, to);
    bool before = parts_name_something(list, from, at);
    clause positive = *in;
    const rule *r;

    positive.exclusion = false;
    if ((r = limit_by_condition(in, list, from, at, to)) ||
        (r = limit_for_some(in, list, from, at, to)))
        return r;
    if (list[at].kind == PART_FORGROUP && (r = limit_for_each(in, list, from, at, to)))
        return r;
    if (comma == to && !before && !in->exclusion && (r = if_they_must(&positive, list, at, to)))
        return r;
    if (at > from + 1 && before && comma < to &&
        (list[at - 1].kind == PART_AND || list[at - 1].kind == PART_COMMA ||
         list[at - 1].kind == PART_OR) &&
        parts_name_something(list, at + 1, comma) && parts_name_something(list, comma + 1, to))
        return member_and_condition(in, list, from, at, to);
    /* "are excluded if they have A, B or C": all that follows is what they have */
    if (comma < to && list[at].kind == PART_IF && !before && decides_on(list, from, at))
        return scope_condition(in, list, at + 1, to);
    return under_condition(in, list, from, at, comma, to);
}

/* "Patients must have asthma", among what bars: who has not is barred, or who has. NULL: it does
 * not say so. */
static const rule *must_among_bars(const clause *in, const part *list, size_t from, size_t to)
{
    size_t at = parts_find(list, from, to, PART_MUST), start = at, end;
    const rule *two[2], *open;

    if (at >= to || !parts_name_something(list, at + 1, to))
        return NULL;
    while (start > from &&
           (list[start - 1].kind == PART_PERSON || list[start - 1].kind == PART_FILL))
        start--;
    for (end = start;
         end > from && (list[end - 1].kind == PART_AND || list[end - 1].kind == PART_COMMA);)
        end--;
    if (!(start == from || (end < start && list[start].kind == PART_PERSON)) ||
        !(two[1] = list_rule(in, list, at + 1, to)))
        return NULL;
    two[0] = two[1]->op == RULE_NOT ? two[1]->of[0] : rule_not(in->arena, two[1]->span, two[1]);
    open = rule_readings(in->arena, parts_span(list, start, to), "polarity", two, 2);
    two[0] = end > from ? scope_condition(in, list, from, end) : NULL;
    two[1] = open;
    return two[0] ? rule_join(in->arena, RULE_ANY, parts_span(list, from, to), two, 2) : open;
}

/* "Patients with A, and the patient must B": a statement of its own begins at the connective before
 * the people, in [from, at), who must; `at`: none does. */
static size_t people_again(const part *list, size_t from, size_t at)
{
    size_t k = at;

    while (k > from && (list[k - 1].kind == PART_FILL || list[k - 1].kind == PART_PERSON))
        k--;
    return k > from + 1 && k < at && list[k - 1].kind == PART_AND &&
                   parts_find(list, k, at, PART_PERSON) < at &&
                   parts_find(list, from, k, PART_PERSON) < k
               ? k - 1
               : at;
}

/* "Women of childbearing potential must ...". NULL: it is no group that must. */
static const rule *group_must(const clause *in, const part *list, size_t from, size_t to)
{
    size_t at = parts_find(list, from, to, PART_MUST);
    clause positive = *in;
    const rule *a, *b;
    size_t again;

    if (at < to && !in->exclusion && (again = people_again(list, from, at)) < at) {
        a = scope_condition(in, list, from, again);
        b = scope_condition(in, list, again + 1, to);
        return a && b ? rule_two(in->arena, RULE_ALL, a, b) : NULL;
    }
    if (at >= to || at == from || !names_group(in, list, from, at) ||
        !parts_name_something(list, at + 1, to))
        return NULL;
    positive.exclusion = false;
    a = list_rule(&positive, list, from, at);
    b = scope_condition(&positive, list, at + 1, to);
    if (!a || !b)
        return NULL;
    if (in->special)
        return rule_two(in->arena, RULE_ALL, a, b);
    if (in->exclusion)
        return rule_two(in->arena, RULE_ALL, a, rule_not(in->arena, b->span, b));
    /* "patients aged 18 to 65 must have asthma": whom the trial is about, or what is asked of some
     */
    return bounds_age(list, from, at) || is_age(b) ? scope_for_group(in, GROUP_BY_TRAIT, a, b)
                                                   : rule_two(in->arena, RULE_IF, a, b);
}

const rule *scope_condition(const clause *c, const part *list, size_t from, size_t to)
{
    size_t at = from;
    const rule *r;
    clause in = *c;

    if (in.depth++ > DEPTH)
        return rule_opaque(c->arena, parts_span(list, from, to), "nested too deeply");
    if ((r = list_if_it_applies(&in, list, from, to)) ||
        (r = limit_with_or_without(&in, list, from, to)) ||
        (r = limit_for_those_with(&in, list, from, to)))
        return r;
    while (at < to && list[at].kind != PART_IF && list[at].kind != PART_FORGROUP &&
           !when_leads(list, from, at, to))
        at++;
    if (at < to && (r = at_condition(&in, list, from, at, to)))
        return r;
    if (c->exclusion && !c->special && (r = must_among_bars(&in, list, from, to)))
        return r;
    if ((r = group_must(&in, list, from, to)))
        return r;
    return list_rule(&in, list, from, to);
}

/* ---- colons: what it is called, and what it is ---- */

/* Without these nothing is named in front of a colon, and a number alone may count
 * (begins_count). */
#define COLON_KINDS                                                                                \
    (KIND(PART_COLON) | KIND(PART_COUNT) | KIND(PART_ANYOF) | KIND(PART_ALLOF) |                   \
     KIND(PART_FOLLOWING))

judged_head scope_judged(const part *list, size_t from, size_t to)
{
    const part *judge = NULL;
    bool thing = false;

    for (size_t i = from; i < to; i++) {
        switch (list[i].kind) {
        case PART_JUDGE:
            judge = &list[i];
            thing = false;
            break;
        case PART_THING: thing = true; break;
        case PART_NOT:
            if (judge)
                return JUDGED_NOT;
            break;
        case PART_FILL: /* "able to consent, and has ..." */
            if (judge && (list[i].roles & ROLE_COPULA) && i + 1 < to &&
                (list[i + 1].kind == PART_FOLLOWING || list[i + 1].kind == PART_ANYOF ||
                 list[i + 1].kind == PART_COLON))
                return JUDGED_NOT;
            break;
        case PART_WORD:
        case PART_OF:
        case PART_ON:
        case PART_ANYOF:
        case PART_ALLOF:
        case PART_COUNT:
        case PART_FOLLOWING:
        case PART_COLON:
        case PART_PERSON:
        case PART_QUAL:
        case PART_MUST:
        case PART_INCLUDE: break;
        case PART_AND:
        case PART_OR:
            if (i + 1 < to && list[i + 1].kind == PART_JUDGE)
                break; /* "willing and able to" */
            return JUDGED_NOT;
        default: return JUDGED_NOT;
        }
    }
    if (!judge || strcmp(judge->value, "investigator opinion") == 0 ||
        (thing && strcmp(judge->value, "candidacy") == 0))
        return JUDGED_NOT;
    return thing && strcmp(judge->value, "safety") == 0 ? JUDGED_BARS : JUDGED_OBJECT;
}

/* The whole as one judgement, or the things in its list as such that bar. NULL: its head has no
 * judgement. */
static const rule *judged_list(const clause *c, const part *list, size_t from, size_t head,
                               size_t to)
{
    judged_head how = scope_judged(list, from, head);
    const rule *judge, *body, *two[2];
    clause in = *c;
    item title;

    if (how == JUDGED_NOT)
        return NULL;
    in.depth++;
    item_read(&in, list, from, how == JUDGED_OBJECT ? to : head, &title);
    title.quantity_count = 0;
    judge = title.judge ? item_rule(&in, &title) : NULL;
    if (judge && title.negated)
        judge = rule_not(c->arena, judge->span, judge);
    if (how == JUDGED_OBJECT || !judge)
        return judge;
    in.exclusion = true; /* each of them bars */
    body = list_rule(&in, list, head, to);
    if (!body)
        return judge;
    two[0] = judge;
    two[1] = title.refused ? rule_not(c->arena, body->span, body) : body;
    return rule_join(c->arena, title.refused ? RULE_ALL : RULE_ANY, parts_span(list, from, to), two,
                     2);
}

/* "symptoms", "conditions": what the things of a list are. */
static bool names_class(const part *p)
{
    return (p->kind == PART_THING && p->hit.thing && (p->hit.thing->flags & CONCEPT_WEAK)) ||
           (p->kind == PART_WORD &&
            (p->roles & (ROLE_LIGHT | ROLE_LIGHT_CONDITION | ROLE_SCALE | ROLE_STANDARD)));
}

/* "absence of comorbidity: no asthma, no gout": the list has its own denials. */
static bool denies_each(const rule *r)
{
    for (size_t i = 0; i < r->count && r->op == RULE_ALL; i++)
        if (!denies_each(r->of[i]))
            return false;
    return r->op == RULE_NOT || (r->op == RULE_ALL && r->count);
}

bool scope_denies_all(const part *list, size_t from, size_t to)
{
    return !parts_name_something(list, from, to) && parts_find(list, from, to, PART_NOT) < to;
}

/* "at least two of the following: a, b, c" in one line: what is counted, and of what. */
typedef struct counted_list {
    list_count n;
    size_t at, past; /* the parts that count */
    size_t start;    /* of what is counted */
} counted_list;

/* "a score of 4 or more on at least two of: A, B, C": the limit, which begins at `piece`, is of
 * each of them, which nothing says. */
static const rule *bounded_list(const clause *c, const part *list, size_t from, size_t piece,
                                size_t to)
{
    const rule *r = rule_opaque(c->arena, parts_span(list, piece, to), LIMIT_OF_SOME), *before;

    while (piece > from && (part_links(list[piece - 1].kind) || list[piece - 1].kind == PART_FILL))
        piece--;
    before = parts_name_something(list, from, piece) ? except_rule(c, list, from, piece) : NULL;
    return before ? rule_two(c->arena, c->exclusion ? RULE_ANY : RULE_ALL, before, r) : r;
}

/* "any of the following: severe asthma or COPD": one of a plain list, which is read as any other.
 * Where "and", "with" or a denial stands in it, it tells what is counted as one. */
static bool one_of_plain(const list_count *n, const entries *e)
{
    if (n->op != RULE_ANY || n->limited || e->overflow)
        return false;
    for (size_t i = 0; i < e->count; i++) {
        part_kind link = e->at[i].link;

        if (e->at[i].item.negated || (i > 0 && link != PART_COMMA && link != PART_OR &&
                                      link != PART_ANDOR && link != PART_LIKE))
            return false;
    }
    return true;
}

/* "Patients without gout must have at least one of: A, B", "if male, two of: A, B, C": `r`, the
 * list that begins at `at`, is asked of some. NULL: the head names no group of whom it is. */
static const rule *counted_of_group(const clause *c, const part *list, size_t from, size_t at,
                                    const rule *r)
{
    size_t must = parts_find(list, from, at, PART_MUST), end = must;
    bool given = list[from].kind == PART_IF || list[from].kind == PART_FORGROUP;
    clause positive = *c;
    const rule *group;

    if (c->exclusion || c->special || !r || (must < at && parts_any_content(list, must + 1, at)))
        return NULL;
    while (end > from && list[end - 1].kind == PART_COMMA)
        end--;
    if (given ? end == must && must == at : must == at || !names_group(c, list, from, end))
        return NULL;
    positive.exclusion = false;
    group = list_rule(&positive, list, from + given, end);
    /* "patients aged 50 to 59 must have one of": whom the trial is about, or some of them */
    return group && !given && bounds_age(list, from, end)
               ? scope_for_group(c, GROUP_BY_TRAIT, group, r)
           : group ? rule_two(c->arena, RULE_IF, group, r)
                   : NULL;
}

static const rule *counted_whole(const clause *c, const part *list, size_t from, size_t to,
                                 const counted_list *k)
{
    bool headed = parts_name_something(list, from, k->at);
    size_t piece = scope_bounded_piece(c, list, from, k->at);
    const rule *r, *before = NULL;
    clause in = *c;
    eligo_span tail;
    size_t said;
    entries e;
    bool parted;

    if (piece < k->at)
        return bounded_list(c, list, from, piece, to);
    in.exclusion = k->n.op != RULE_ALL;
    list_inherit_title(&in, list, headed ? k->at : from,
                       k->start < to && list[k->start - 1].kind == PART_COLON ? k->start - 1
                                                                              : k->past);
    e = list_split(&in, list, k->start, to);
    parted = list_part(&e); /* commas part what is counted */
    list_share(&in, &e);
    for (size_t i = k->at; e.count > 1 && i < k->start; i++)
        if (i < k->past || names_class(&list[i]))
            clause_take(c, list[i].span); /* what is counted is named by the list */
    if (e.count > 1 && !parted && one_of_plain(&k->n, &e)) {
        in.exclusion = true;
        r = except_rule(&in, list, k->start, to);
    } else if (e.count > 1) {
        const rule **of = arena_array(c->arena, e.count, sizeof *of);

        if (!of)
            return NULL;
        for (size_t i = 0; i < e.count; i++) {
            list_inherit(&in, &e.at[i].item);
            of[i] = list_headed(&in, &e.at[i].item);
            if (of[i] && e.at[i].item.negated)
                of[i] = rule_not(c->arena, of[i]->span, of[i]);
        }
        r = list_counted(&in, k->n, list_out_of(c, list, k->at, k->start),
                         parts_span(list, k->start, to), &e, of);
    } else
        r = except_rule(&in, list, k->start, to);
    /* "risk factors for severe disease": what they are of */
    said = token_counted_title(c->text, list, k->at, to, true) > k->at ? k->past : k->at;
    if (r && list_tail(c, list, said, k->start, &tail)) {
        clause_take(c, tail);
        r = combine_meant_of(c->arena, r,
                             &(rule_qualifier){.kind = "other",
                                               .text = arena_text(c->arena, c->text + tail.start,
                                                                  tail.end - tail.start),
                                               .span = tail});
    } else
        for (size_t i = k->past; i < k->start; i++) /* "any of the following on ECG" */
            if (list[i].kind == PART_THING && part_may_be_source(c, list, i))
                clause_take(c, list[i].span);
    if (r && k->n.negated)
        r = rule_not(c->arena, r->span, r);
    if (headed) {
        const rule *whole;
        item title;

        item_read(&in, list, from, k->at, &title);
        if ((whole = list_owned(&in, list, from, k->at, &title, r)) ||
            (whole = counted_of_group(c, list, from, k->at, r)))
            return whole;
        before = except_rule(c, list, from, k->at);
    }
    if (before && r && before->op == RULE_ANY && counts_ends_in_with(list, from, k->at))
        return counts_of_last_with(c, before, r);
    return before ? rule_two(c->arena, RULE_ALL, before, r) : r;
}

/* The same where something stands beside the list: "two of A, B and C, and age > 18". */
static const rule *counted_rule(const clause *c, const part *list, size_t from, size_t to,
                                const counted_list *k)
{
    size_t end = k->n.negated ? to : list_beside(list, k->start, to);
    const rule *both[2], *of[3];
    eligo_span span = parts_span(list, from, to);
    size_t n = 0;

    if (end == to)
        return counted_whole(c, list, from, to, k);
    both[0] = counted_whole(c, list, from, end, k);
    both[1] = except_rule(c, list, end + (list[end + 1].kind == PART_AND ? 2 : 1), to);
    if (!both[0] || !both[1])
        return counted_whole(c, list, from, to, k);
    of[n++] = rule_join(c->arena, RULE_ALL, span, both, 2);
    if (c->exclusion)
        of[n++] = rule_join(c->arena, RULE_ANY, span, both, 2);
    /* "..., and gout": it may be one more of them */
    if (both[1]->op == RULE_HAS && both[1]->tense != TENSE_CURRENT)
        of[n++] = counted_whole(c, list, from, to, k);
    return rule_readings(c->arena, span, "and-or-scope", of, n);
}

static const rule *colon(const clause *c, const part *list, size_t from, size_t to);

/* How what stands below the title [from, at) is read: "Indications of surgery: A, B", "No history
 * of: A, B" (`none`): one is enough. */
static clause below_title(const clause *c, const part *list, size_t from, size_t at, bool none)
{
    clause each = *c;

    each.exclusion = each.exclusion || none;
    each.special = each.special || none;
    for (size_t k = from; k < at; k++)
        if (list[k].kind == PART_JUDGE && strcmp(list[k].value, "candidacy") == 0 &&
            text_starts_nocase(c->text + list[k].span.start, list[k].span.end - list[k].span.start,
                               "indication"))
            each.exclusion = true;
    return each;
}

/* "women of childbearing potential: a negative test", "for men: ...", "Patients aged 65 or more:
 * ...": `body` is said of a group. NULL: the title [from, at) names none. */
static const rule *said_of_group(const clause *c, const part *list, size_t from, size_t at,
                                 const rule *body)
{
    bool named = names_group(c, list, from, at), bars = c->exclusion || c->special;
    clause positive = *c;
    const rule *group;

    positive.exclusion = false;
    if ((list[from].kind == PART_FORGROUP || (list[from].kind == PART_IF && !list[from].value[0]) ||
         (named &&
          (parts_find(list, from, at, PART_SEX) < at ||
           (list[from].kind == PART_THING && (part_first_role(c, &list[from]) & ROLE_PEOPLE))))) &&
        (group = list_rule(&positive, list, from, at))) {
        /* "women with a positive test: ...", "female, postmenopausal: ...": those, or something is
         * asked of those */
        if (!bars && list[from].kind != PART_FORGROUP && list[from].kind != PART_IF &&
            (parts_find(list, from, at, PART_WITH) < at ||
             parts_find(list, from, at, PART_COMMA) < at))
            return scope_for_group(c, GROUP_BY_TRAIT, group, body);
        return rule_two(c->arena, bars ? RULE_ALL : RULE_IF, group, body);
    }
    /* whom the trial is about, or what is asked of some */
    if (!bars &&
        (named ? parts_find(list, from, at, PART_THING) < at ||
                     parts_find(list, from, at, PART_QUANTITY) < at
               : list[at + 1].kind != PART_QUANTITY &&
                     scope_group(c, list, from, at) == GROUP_BY_TRAIT) &&
        (group = list_rule(c, list, from, at)))
        return scope_for_group(c, GROUP_BY_TRAIT, group, body);
    return NULL;
}

/* Nothing but limits of what is measured. */
static bool only_limits(const rule *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (!only_limits(r->of[i]))
            return false;
    return r->count ? r->op == RULE_ALL || r->op == RULE_ANY || r->op == RULE_READINGS
                    : r->op == RULE_COMPARE && !r->counting;
}

/* "Heart failure: LVEF < 40%" is "heart failure (LVEF < 40%)"; of "gout with inflammation: CRP >
 * 10" the gout is asked for beside what the rest is called. NULL: the title [from, at) names no
 * condition, or `body` is no limit. */
static const rule *titled_limits(const clause *c, const part *list, size_t from, size_t at,
                                 const rule *body)
{
    size_t with = at;
    item title, head;
    const rule *two[2];

    if (!only_limits(body))
        return NULL;
    item_read(c, list, from, at, &title);
    for (size_t i = from + 1; i + 1 < at && with == at; i++)
        if (list[i].kind == PART_WITH && parts_name_something(list, from, i))
            with = i;
    if (title.quantity_count || title.negated || title.judge || title.who || title.defined ||
        !title.subject.concept || title.subject.category != CATEGORY_CONDITION)
        return NULL;
    if (with == at) {
        title.defined = combine_titled(c->arena, body, item_rule(c, &title));
        return title.defined ? item_rule(c, &title) : NULL;
    }
    item_read(c, list, from, with, &head);
    item_read(c, list, with + 1, at, &title);
    two[0] = item_rule(c, &head);
    title.defined = body;
    if (title.subject.concept && title.subject.category == CATEGORY_CONDITION)
        two[1] = item_rule(c, &title);
    else { /* "adequate marrow function": what the limits are called */
        clause_take(c, parts_span(list, with + 1, at));
        two[1] = body;
    }
    return two[0] && two[1]
               ? rule_join(c->arena, RULE_ALL, span_hull(title.span, body->span), two, 2)
               : NULL;
}

static bool names_condition(const rule *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (names_condition(r->of[i]))
            return true;
    return r->op == RULE_HAS && r->subject.category == CATEGORY_CONDITION;
}

/* "Diabetes: HbA1c > 7% and on metformin": of what names no kind of it, the title may be asked for
 * as well. NULL: it is no bare name, says of what kind the rest is, or what the conditions that bar
 * are called. */
static const rule *asked_beside(const clause *c, const item *title, const rule *body)
{
    const rule *two[2] = {NULL, body};

    if (!title->subject.concept || title->subject.category != CATEGORY_CONDITION ||
        title->subject.concept->flags & CONCEPT_WEAK || title->quantity_count || title->negated ||
        title->judge || combine_names_kind(body, title->subject.concept) ||
        (c->exclusion && names_condition(body)) || !(two[0] = item_rule(c, title)) ||
        two[0]->op != RULE_HAS)
        return NULL;
    return rule_join(c->arena, RULE_ALL, span_hull(title->span, body->span), two, 2);
}

/* A title [from, at) in front of what it means. */
static const rule *titled(const clause *c, const part *list, size_t from, size_t at, size_t to)
{
    const rule *head, *body, *r;
    bool none = scope_denies_all(list, from, at);
    clause in = *c, each;
    eligo_span where;
    item title;

    /* "Blood transfusion: No" */
    if (list[at + 1].kind == PART_NOT && !parts_name_something(list, at + 2, to)) {
        head = except_rule(&in, list, from, at);
        return head ? rule_not(c->arena, parts_span(list, from, to), head) : NULL;
    }
    if (!parts_name_subject(list, from, at))
        list_inherit_title(&in, list, from, at);
    item_read(&in, list, from, at, &title);
    each = below_title(&in, list, from, at,
                       none || (title.negated && list_owns(&in, list, from, at, &title)));
    body = colon(&each, list, at + 1, to);
    if ((r = list_owned(&in, list, from, at, &title, body)))
        return r;
    if (none && body) /* "absence of: A, B": none of them */
        return denies_each(body) ? body : rule_not(c->arena, parts_span(list, from, to), body);
    if (body && (r = said_of_group(&in, list, from, at, body)))
        return r;
    if (!body || (list[at + 1].kind == PART_QUANTITY &&
                  !(title.subject.category == CATEGORY_CONDITION && title.subject.concept &&
                    begins_count(list, at + 1, to)))) { /* "BMI: >18 and <30" */
        head = except_rule(&in, list, from, to);
        return head ? head : body;
    }
    if (list_title_narrows(&in, list, from, at, &where)) {
        clause_take(c, where);
        return combine_meant_of(
            c->arena, body,
            &(rule_qualifier){
                .kind = "other",
                .text = arena_text(c->arena, c->text + where.start, where.end - where.start),
                .span = where});
    }
    item_read(&in, list, from, at, &title);
    if (title.negated && title.has_subject && !denies_each(body))
        return rule_not(c->arena, parts_span(list, from, to),
                        body); /* "no evidence of any: a, b" */
    if ((title.quantity_count || title.judge) && (head = except_rule(&in, list, from, at)))
        return rule_two(c->arena, RULE_ALL, head, body);
    if ((r = titled_limits(&in, list, from, at, body)))
        return r;
    if (title.has_subject) {
        if (!title.quantity_count && !title.negated)
            body = combine_titled(c->arena, body, item_rule(&in, &title));
        const rule *both[2] = {asked_beside(&in, &title, body), NULL};
        rule *labelled = combine_label(c->arena, body, &title.subject, title.span);

        if (labelled)
            labelled->span.start = list[from].span.start;
        both[1] = labelled;
        return both[0] && labelled
                   ? rule_readings(c->arena, labelled->span, "and-or-scope", both, 2)
                   : labelled;
    }
    return body;
}

/* "(at least one of) A, B, C", "A, B and C": no connective says that one is enough, and the list
 * goes on to the end. */
static bool one_list(const part *list, size_t from, size_t to)
{
    size_t comma = parts_find(list, from, to, PART_COMMA),
           last = parts_find(list, from, to, PART_AND);

    if (comma == to || parts_find(list, from, to, PART_OR) < to ||
        parts_find(list, from, to, PART_ANDOR) < to)
        return false;
    return last == to || (comma < last && parts_find(list, last + 1, to, PART_AND) == to &&
                          parts_find(list, last + 1, to, PART_COMMA) == to);
}

/* "Apart from gout: any arthritis": the sign stands for a comma. NULL: no memory. */
static const rule *except_for(const clause *c, const part *list, size_t from, size_t at, size_t to)
{
    part *kept = arena_copy(c->arena, list, to, sizeof *kept);

    if (!kept)
        return NULL;
    kept[at].kind = PART_COMMA;
    return except_rule(c, kept, from, to);
}

static const rule *colon(const clause *c, const part *list, size_t from, size_t to)
{
    size_t at = parts_find(list, from, to, PART_COLON);
    counted_list k;
    clause in = *c;
    bool bare;

    if (in.depth++ > DEPTH)
        return rule_opaque(c->arena, parts_span(list, from, to), "nested too deeply");
    if (at < to && list[from].kind == PART_EXCEPT && !part_allows(&list[from]) &&
        parts_name_something(list, from, at) && parts_name_something(list, at, to))
        return except_for(&in, list, from, at, to);
    k.n = scope_count(c->text, list, from, at < to ? at : to, &k.at, &k.past);
    if (at < to || (k.n.said && k.past < to)) {
        size_t end = at < to ? at + 1 : k.past;
        const rule *judged =
            parts_name_something(list, end, to) ? judged_list(&in, list, from, end, to) : NULL;

        if (judged)
            return judged;
    }
    bare = k.n.op == RULE_ANY && at == to &&
           (one_list(list, k.past, to) ||
            /* "at least one of A, B or C, and D" */
            (!c->exclusion && !k.n.negated && !parts_name_something(list, from, k.at) &&
             list_beside(list, k.past, to) < to));
    if (k.n.said && parts_name_something(list, k.past, to) &&
        (at < to || k.n.op == RULE_AT_LEAST || k.past > k.at + 1 || bare)) {
        const rule *r, *owned;
        item title;

        k.start = at < to && parts_any_content(list, at + 1, to) ? at + 1 : k.past;
        r = counted_rule(&in, list, from, to, &k);
        if (at == to)
            return r;
        /* "any of the following allergies: A, B" */
        item_read(&in, list, k.at, at, &title);
        owned = item_bare_allergy(&title) ? list_owned(&in, list, k.at, at, &title, r) : NULL;
        return owned ? owned : r;
    }
    /* "at least one of A and B", "at least one of A, B and C, and D": of them all, or of the first
     */
    if (k.n.said && k.n.op == RULE_ANY && at == to && !c->exclusion && !k.n.negated &&
        parts_find(list, k.past, to, PART_AND) < to &&
        parts_find(list, k.past, to, PART_OR) == to &&
        parts_find(list, k.past, to, PART_ANDOR) == to) {
        const rule *two[2];

        k.start = k.past;
        two[0] = counted_rule(&in, list, from, to, &k);
        two[1] = except_rule(&in, list, from, to);
        return two[0] && two[1]
                   ? rule_readings(c->arena, parts_span(list, from, to), "and-or-scope", two, 2)
               : two[0] ? two[0]
                        : two[1];
    }
    if (at < to && at > from && parts_any_content(list, at + 1, to))
        return titled(&in, list, from, at, to);
    return except_rule(&in, list, from, to);
}

#define DEFINITION_KINDS KIND(PART_DEFINED)

/* "A defined as B or C": as behind a comma. */
static const rule *definition_apart(const clause *c, const part *list, size_t from, size_t at,
                                    size_t to)
{
    part *apart = arena_array(c->arena, to + 1, sizeof *apart);

    if (!apart)
        return NULL;
    memcpy(apart, list, at * sizeof *apart);
    apart[at] =
        (part){.kind = PART_COMMA, .span = {list[at].span.start, list[at].span.start}, .value = ""};
    memcpy(apart + at + 1, list + at, (to - at) * sizeof *apart);
    return colon(c, apart, from, to + 1);
}

/* "A with B, defined as LIMIT": the limit says what B is, and A is asked for beside it. Where
 * "with" stands, behind a thing; `end`: nowhere. */
static size_t defined_beside(const part *list, size_t from, size_t end)
{
    size_t at = end;
    bool named = false;

    while (at > from && list[at - 1].kind != PART_WITH)
        at--;
    if (at == from || !parts_name_subject(list, at, end))
        return end;
    for (size_t i = from; i + 1 < at; i++) {
        named = named || (list[i].kind == PART_THING && list[i].hit.thing);
        if (list[i].kind == PART_NOT || list[i].kind == PART_JUDGE)
            return end;
    }
    return named ? at - 1 : end;
}

/* The words of A in "A, defined as B" but for what B does not tell: "newly diagnosed gout". */
static eligo_span defined_words(const item *head, const rule *body)
{
    eligo_span s = head->span;

    for (size_t i = 0; i < head->qualifier_count; i++) {
        eligo_span q = head->qualifiers[i].span;

        if (!qualifier_no_limit_says(&head->qualifiers[i], body))
            continue;
        if (q.end <= head->subject.span.start && q.end > s.start)
            s.start = q.end;
        else if (q.start >= head->subject.span.end && q.start < s.end)
            s.end = q.start;
    }
    return s;
}

/* "A, defined as B": B, with A as its name. */
static const rule *definition(const clause *c, const part *list, size_t from, size_t to)
{
    size_t at = parts_find(list, from, to, PART_DEFINED);
    clause in = *c;

    if (in.depth++ > DEPTH)
        return rule_opaque(c->arena, parts_span(list, from, to), "nested too deeply");
    if (at < to && at > from && parts_name_something(list, from, at) &&
        parts_name_something(list, at + 1, to)) {
        bool bound = false;
        size_t with = defined_beside(list, from, at);

        for (size_t i = at + 1; i < to && !bound; i++)
            bound = list[i].kind == PART_QUANTITY || list[i].kind == PART_BRACKET;
        if (bound && with < at) {
            const rule *first = colon(&in, list, from, with),
                       *second = definition(&in, list, with + 1, to);

            if (first && second)
                return rule_two(c->arena, RULE_ALL, first, second);
        }
        item head;
        size_t end = at;
        while (end > from && (list[end - 1].kind == PART_COMMA || list[end - 1].kind == PART_FILL))
            end--;
        item_read(&in, list, from, end, &head);
        if (bound && !head.quantity_count && parts_find(list, from, end, PART_COMMA) == end &&
            parts_find(list, from, end, PART_OR) == end &&
            parts_find(list, from, end, PART_AND) == end && !head.negated) {
            const rule *body;
            clause said = in;

            list_inherit_title(&said, list, from, end);
            said.planned = in.planned;
            said.about = head.subject.category == CATEGORY_CONDITION ? &head : in.about;
            body = colon(&said, list, at + 1, to);
            if (body && head.has_subject) {
                rule *labelled = combine_label(c->arena, item_limits_in_course(&in, &head, body),
                                               &head.subject, defined_words(&head, body));

                if (labelled)
                    labelled->span.start = list[from].span.start;
                /* "women with obesity, defined as ...": it is asked of them; "women must be
                 * sterile, defined as ...": of them alone */
                if (labelled && head.sex && !labelled->subject.who) {
                    item women = {.span = head.sex->span, .sex = head.sex};
                    const rule *of = item_rule(&in, &women);
                    bool must = !c->exclusion && parts_find(list, from, end, PART_MUST) < end;

                    if (of)
                        return rule_two(c->arena, must ? RULE_IF : RULE_ALL, of, labelled);
                }
                /* "shock for less than 24 hours, defined as ...": so long it was so */
                if (labelled && head.duration)
                    return rule_two(c->arena, RULE_ALL, labelled,
                                    rule_opaque(c->arena, head.duration->span,
                                                "how long what is defined has lasted"));
                return labelled;
            }
            if (body)
                return body;
        }
        if (!bound && text_is(list[at].value, "as") && list[at - 1].kind != PART_COMMA)
            return definition_apart(&in, list, from, at, to);
    }
    return colon(&in, list, from, to);
}

/* Is it a list and nothing more: does no level between a sentence and a list find anything? `kinds`
 * stand in the parts. */
static bool is_list_alone(const part *list, size_t from, size_t to, kind_set kinds)
{
    if (kinds & (DEFINITION_KINDS | COLON_KINDS | EXCEPTION_KINDS | CONDITION_KINDS))
        return false;
    if (!(kinds & KIND(PART_QUANTITY)))
        return true;
    for (size_t i = from; i < to; i++)
        if (begins_count(list, i, to))
            return false;
    return !(kinds & KIND(PART_WITH));
}

/* "In the study eye, A or B": the comma that such a beginning ends at; `to`: there is none. */
static size_t place_end(const clause *c, const part *list, size_t from, size_t to)
{
    enum { FAR = 6 };
    size_t at = from;
    eligo_span where;

    if (from >= to || list[from].kind != PART_FILL)
        return to;
    while (at < to && at < from + FAR && list[at].kind != PART_COMMA && list[at].kind != PART_COLON)
        at++;
    return at > from && at + 1 < to && list[at].kind == PART_COMMA &&
                   list_title_narrows(c, list, from, at, &where)
               ? at
               : to;
}

const rule *scope_statement(const clause *c, const part *list, size_t from, size_t to,
                            kind_set kinds)
{
    enum { BETWEEN = 4 }; /* definition, colon, exceptions, scope_condition */
    clause in = *c;
    size_t place = place_end(c, list, from, to);
    part *apart = place < to ? arena_copy(c->arena, list, to, sizeof *apart) : NULL;

    if (apart) {
        apart[place].kind = PART_COLON;
        return definition(c, apart, from, to);
    }
    if (!is_list_alone(list, from, to, kinds))
        return definition(c, list, from, to);
    in.depth += BETWEEN;
    return in.depth - 1 > DEPTH
               ? rule_opaque(c->arena, parts_span(list, from, to), "nested too deeply")
               : list_rule(&in, list, from, to);
}
