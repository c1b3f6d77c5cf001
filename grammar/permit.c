#include "grammar/permit.h"

#include "engine/base/text.h"
#include "grammar/list.h"

#include <string.h>

static const char asks_nothing[] = "it permits something and asks for nothing";

/* ---- reading ---- */

/* Is it the verb of a sentence, and not a word beside a name ("an acceptable method")? */
static bool is_verb(const clause *c, const part *list, size_t at, size_t to)
{
    const part *p = &list[at];

    if (memchr(c->text + p->span.start, ' ', p->span.end - p->span.start))
        return true;
    return at + 1 >= to || (list[at + 1].kind != PART_WORD && list[at + 1].kind != PART_THING &&
                            list[at + 1].kind != PART_QUAL);
}

static size_t verb_of(const clause *c, const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (list[i].kind == PART_UNLESS || list[i].kind == PART_IF || list[i].kind == PART_COLON ||
            list[i].kind == PART_FORGROUP)
            return to;
        if (list[i].kind != PART_EXCEPT)
            continue;
        if (!part_allows(&list[i]) &&
            !(strcmp(list[i].value, "included") == 0 &&
              (c->exclusion || (i + 1 < to && list[i + 1].kind == PART_IF))))
            return to;
        if (is_verb(c, list, i, to))
            return i;
    }
    return to;
}

bool permission_limits(const rule *r)
{
    return r->op == RULE_COMPARE && r->counting && !r->low.given && r->high.given;
}

bool permission_says_may(const clause *c, const part *p)
{
    return p->kind == PART_WORD &&
           text_equal_nocase(c->text + p->span.start, p->span.end - p->span.start, "may");
}

bool permission_may(const clause *c, const part *list, size_t from, size_t to)
{
    while (from < to && (list[from].kind == PART_PERSON || list[from].kind == PART_FILL ||
                         list[from].kind == PART_COLON || list[from].kind == PART_BUT))
        from++;
    return from < to && permission_says_may(c, &list[from]);
}

/* "Up to 5 x ULN", "up to 3 mg/dL", and no number of things. */
static bool is_limit(const part *p)
{
    return p->kind == PART_QUANTITY && !p->period && !p->age &&
           (p->relative != RELATIVE_NONE || p->unit.text);
}

/* "Patients may have received X", "may or may not be on X": where what they may begins; `from`: it
 * is not said so. */
static size_t behind_may(const clause *c, const part *list, size_t from, size_t to)
{
    size_t at = from, next;

    while (at < to && (list[at].kind == PART_PERSON || list[at].kind == PART_FILL ||
                       list[at].kind == PART_BUT))
        at++;
    if (at + 1 >= to || !permission_says_may(c, &list[at]))
        return from;
    next = at + 1;
    if (list[next].kind == PART_OR && next + 2 < to && list[next + 1].kind == PART_NOT)
        return next + 2;
    while (next < to && list[next].kind == PART_FILL)
        next++;
    return next < to && (list[next].kind == PART_HISTORY || list[next].kind == PART_CURRENT ||
                         list[next].kind == PART_PLANNED || list[next].kind == PART_THING ||
                         list[next].kind == PART_QUAL || is_limit(&list[next]))
               ? next
               : from;
}

bool permission_limit_behind(const part *list, size_t start, size_t i, size_t to)
{
    size_t k = i + 1;
    bool limit = false;

    if (list[i].kind != PART_COMMA)
        return false;
    for (; k < to && list[k].kind != PART_EXCEPT; k++) {
        if (list[k].kind != PART_QUANTITY && list[k].kind != PART_FILL &&
            list[k].kind != PART_AGEWORD && !(list[k].kind == PART_THING && list[k].hit.quantity))
            return false;
        limit = limit || list[k].kind == PART_QUANTITY;
    }
    /* last what stands before it, which may be long */
    return k < to && limit && part_allows(&list[k]) &&
           parts_find(list, start, i, PART_QUANTITY) < i &&
           parts_find(list, start, i, PART_EXCEPT) == i &&
           parts_find(list, start, i, PART_NOT) == i;
}

bool permission_people_behind(const part *list, size_t start, size_t i, size_t to)
{
    size_t k = i + 1;

    if (list[i].kind != PART_COMMA)
        return false;
    while (k < to && (list[k].kind == PART_FILL || list[k].kind == PART_BUT))
        k++;
    if (k == to ||
        (list[k].kind != PART_PERSON && list[k].kind != PART_SEX &&
         (list[k].kind != PART_THING || list[k].hit.quantity)) ||
        parts_find(list, start, i, PART_QUANTITY) == i ||
        parts_find(list, start, i, PART_EXCEPT) < i || parts_find(list, start, i, PART_NOT) < i ||
        parts_find(list, start, i, PART_IF) < i)
        return false;
    for (; k < to && list[k].kind != PART_PERIOD && list[k].kind != PART_SEMICOLON; k++)
        if (list[k].kind == PART_EXCEPT)
            return part_allows(&list[k]) && k + 1 < to && list[k + 1].kind == PART_IF;
    return false;
}

/* Is [from, verb) a limit, and does what follows at `rest` say for whom it is: "for A", "with A"?
 */
static bool limit_for(const clause *c, const part *list, size_t from, size_t verb, size_t rest,
                      size_t to)
{
    const part *p = &list[rest];
    bool for_some = p->kind == PART_WITH || p->kind == PART_FORGROUP ||
                    (p->kind == PART_FILL &&
                     (part_is(c, p, "for") || part_is(c, p, "in") || part_is(c, p, "with")));

    if (c->exclusion || !for_some || parts_find(list, from, verb, PART_QUANTITY) == verb)
        return false;
    for (size_t i = rest + 1; i < to; i++)
        if (list[i].kind == PART_THING || list[i].kind == PART_SEX || list[i].kind == PART_WORD ||
            list[i].kind == PART_CONSENT || list[i].kind == PART_JUDGE)
            return true;
    return false;
}

/* "Up to 3 is allowed": of what is said elsewhere. */
static bool only_number(const part *list, size_t from, size_t to)
{
    bool number = false;

    for (; from < to; from++) {
        if (list[from].kind != PART_QUANTITY && list[from].kind != PART_FILL)
            return false;
        if (list[from].age)
            return false;
        number = number || (list[from].kind == PART_QUANTITY && !list[from].period);
    }
    return number;
}

permission permission_read(const clause *c, const part *list, size_t from, size_t to)
{
    permission p = {0};
    size_t verb, rest;
    clause in = *c;
    bool proviso;

    while (to > from && (list[to - 1].kind == PART_PERIOD || list[to - 1].kind == PART_FILL))
        to--;
    /* "Note: ..." */
    while (from < to && (list[from].kind == PART_FILL || list[from].kind == PART_COLON))
        from++;
    if (!c->exclusion && (rest = behind_may(c, list, from, to)) > from) {
        in.exclusion = in.special = true;
        p.span = parts_span(list, from, to);
        /* "may be higher in B", "up to 3 mg/dL in B": another limit, which is not read */
        if (is_limit(&list[rest]) || roles_within(c->text + list[from].span.start,
                                                  list[rest].span.start - list[from].span.start) &
                                         (ROLE_LINE_ABOVE | ROLE_LINE_BELOW))
            p.what = rule_opaque(c->arena, p.span, OPAQUE_NUMBER);
        else if (parts_name_something(list, rest, to) &&
                 parts_find(list, rest, to, PART_IF) == to &&
                 parts_find(list, rest, to, PART_BUT) == to)
            p.what = scope_rule(&in, list, rest, to);
        return p;
    }
    /* "patients are allowed to take X" */
    rest = from;
    while (rest < to && (list[rest].kind == PART_PERSON || list[rest].kind == PART_FILL))
        rest++;
    if (rest + 2 < to && part_allows(&list[rest]) && list[rest + 1].kind == PART_FILL &&
        parts_name_something(list, rest + 1, to) && parts_find(list, rest, to, PART_IF) == to &&
        parts_find(list, rest, to, PART_BUT) == to) {
        in.exclusion = in.special = true;
        p.span = parts_span(list, from, to);
        p.what = scope_rule(&in, list, rest + 1, to);
        return p;
    }
    if ((verb = verb_of(c, list, from, to)) == to || !parts_name_something(list, from, verb))
        return p;
    if (!c->exclusion && only_number(list, from, verb)) {
        p.span = parts_span(list, from, to);
        p.what = rule_opaque(c->arena, p.span, OPAQUE_NUMBER);
        return p;
    }
    for (rest = verb + 1; rest < to && (list[rest].kind == PART_COMMA ||
                                        (list[rest].kind == PART_FILL && !list[rest].value[0]));)
        rest++;
    proviso =
        rest < to && (list[rest].kind == PART_BUT || list[rest].kind == PART_IF ||
                      (list[rest].kind == PART_AND && parts_find(list, rest, to, PART_MUST) < to));
    /* "up to 3 mg/dL is allowed for A": for those alone */
    if (verb + 1 < to && limit_for(c, list, from, verb, verb + 1, to)) {
        rest = verb + 1;
        proviso = true;
    }
    /* "allowed if treated": how it must be */
    if (proviso && !parts_name_something(list, rest, to)) {
        proviso = false;
        rest++;
    }
    p.included = !c->exclusion && strcmp(list[verb].value, "included") == 0;
    p.admitted = !c->exclusion && strcmp(list[verb].value, "admitted") == 0;
    in.exclusion = !p.included; /* each of a list is allowed */
    in.special = true;
    p.span = parts_span(list, from, to);
    if (proviso || !parts_any_content(list, rest, to))
        p.what = scope_rule(&in, list, from, verb);
    else {
        const part *kept = parts_without(c, list, from, verb, rest, to);

        p.what = kept ? scope_rule(&in, kept, 0, to - from - (rest - verb)) : NULL;
    }
    if (p.what && !c->exclusion && permission_limits(p.what))
        p.what = NULL;
    if (!p.what || !proviso)
        return p;
    in = *c;
    in.exclusion = false;
    p.terms = list + rest + 1;
    p.terms_count = to - rest - 1;
    p.proviso = scope_rule(&in, list, rest + 1, to);
    if (!p.proviso)
        p.proviso =
            rule_opaque(c->arena, parts_span(list, rest, to), "a condition that is not understood");
    return p;
}

/* ---- what it has to do with what stands before it ---- */

/* Something that no lexicon tells: it may be anything. */
static bool is_open(const rule *r)
{
    if (r->op == RULE_HAS)
        return !r->subject.concept;
    if (r->op == RULE_COMPARE || r->op == RULE_JUDGEMENT || r->op == RULE_OPAQUE)
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (is_open(r->of[i]))
            return true;
    return false;
}

typedef enum kinship { KIN_BELOW, KIN_CATEGORY } kinship;

/* Is a leaf of `r` what `what` speaks of: the same or a kind of it, or of its category? */
static bool is_kin(const rule *r, const rule *what, kinship how)
{
    if (what->count) {
        for (size_t i = 0; i < what->count; i++)
            if (is_kin(r, what->of[i], how))
                return true;
        return false;
    }
    for (size_t i = 0; i < r->count; i++)
        if (is_kin(r->of[i], what, how))
            return true;
    if ((r->op != RULE_HAS && r->op != RULE_COMPARE) || !what->subject.concept ||
        !r->subject.concept)
        return false;
    return how == KIN_BELOW ? concept_is(what->subject.concept, r->subject.concept)
                            : what->subject.category == r->subject.category;
}

/* Of a list that is allowed: one that is kin speaks for all, one that nobody knows for none. */
static bool concerns(const rule *what, const rule *r)
{
    bool known = false;

    for (size_t i = 0; what->op == RULE_ANY && i < what->count; i++)
        known = known || !is_open(what->of[i]);
    return is_kin(r, what, KIN_BELOW) || (!known && is_open(what));
}

bool permission_concerns(const permission *p, const rule *r)
{
    return concerns(p->what, r);
}

/* ---- joining ---- */

/* The thing by itself, without what the permission says of it: "prednisone up to 10 mg". NULL: it
 * says no more. */
static const rule *unlimited(arena *a, const rule *r)
{
    bool limited = r->dose || r->duration || r->window;
    rule *bare;

    for (size_t i = 0; i < r->qualifier_count; i++)
        limited = limited || (strcmp(r->qualifiers[i].kind, "certainty") != 0 &&
                              strcmp(r->qualifiers[i].kind, "label") != 0 &&
                              strcmp(r->qualifiers[i].kind, "example") != 0 &&
                              strcmp(r->qualifiers[i].value, "example") != 0);
    if (r->op != RULE_HAS || !r->subject.concept || !limited ||
        !(bare = arena_copy(a, r, 1, sizeof *r)))
        return NULL;
    bare->dose = bare->duration = NULL;
    bare->window = NULL;
    bare->qualifiers = NULL;
    bare->qualifier_count = 0;
    return bare;
}

/* What is asked of those who make use of it. NULL: nothing. */
static const rule *terms(const clause *c, const rule *what, const rule *proviso)
{
    arena *a = c->arena;
    const rule *two[2] = {NULL, NULL};

    if (what->op == RULE_EXCEPT) /* "chemotherapy is allowed, except cisplatin" */
        two[0] = rule_not(a, what->span, rule_two(a, RULE_ALL, what->of[0], what->of[1]));
    else if (what->op == RULE_ANY || what->op == RULE_ALL) {
        const rule **of = arena_array(a, what->count, sizeof *of);

        if (!of)
            return NULL;
        for (size_t i = 0; i < what->count; i++)
            of[i] = terms(c, what->of[i], NULL);
        two[0] = rule_join(a, RULE_ALL, what->span, of, what->count);
    } else {
        const rule *bare = unlimited(a, what);

        two[0] = bare ? rule_two(a, RULE_IF, bare, what) : NULL;
    }
    if (proviso)
        two[1] = rule_two(a, RULE_IF, what, proviso);
    return two[0] && two[1] ? rule_two(a, RULE_ALL, two[0], two[1]) : two[0] ? two[0] : two[1];
}

const rule *permission_exempts(const clause *c, const permission *p)
{
    return p->proviso ? rule_two(c->arena, RULE_ALL, p->what, p->proviso) : p->what;
}

/* Is something a kind of both? */
static bool have_kinds_in_common(const lexicon *lx, const concept *a, const concept *b)
{
    for (size_t i = 0; i < lexicon_size(lx); i++) {
        const concept *k = lexicon_at(lx, i);

        if (k->category == a->category && concept_is(k, a) && concept_is(k, b))
            return true;
    }
    return false;
}

/* "Systemic steroids; inhaled or topical ones are allowed": what is allowed is a class beside the
 * one that bars, of the same drugs, told apart from it by its route or its kind. To take it excuses
 * nobody. */
static bool is_class_beside(const clause *c, const rule *r, const rule *what)
{
    const concept *k = r->subject.concept, *other = what->subject.concept;

    for (size_t i = 0; what->op == RULE_ANY && i < what->count; i++)
        if (!is_class_beside(c, r, what->of[i]))
            return false;
    if (what->op == RULE_ANY)
        return true;
    if (r->op != RULE_HAS || what->op != RULE_HAS || !k || !other || what->subject.who ||
        k->category != CATEGORY_MEDICATION)
        return false;
    for (const concept *const *p = k->parents; *p; p++)
        for (const concept *const *q = other->parents; *q; q++)
            if (*p == *q && *(*p)->parents) /* not the class of all drugs */
                return !have_kinds_in_common(c->lx, k, other);
    return false;
}

/* What bars, and what is allowed of it. */
static const rule *bar(const clause *c, const rule *from, const permission *p, bool exclusion)
{
    arena *a = c->arena;
    const rule *less = permission_exempts(c, p), *both[2];

    if (!p->proviso && is_class_beside(c, from, p->what)) {
        clause_take(c, p->span);
        return from;
    }
    both[0] = combine_except(a, from, less, false, exclusion);
    if (permission_concerns(p, from) || !less || !both[0])
        return both[0];
    /* "diabetes; aspirin is allowed": whom it lets in is open */
    both[1] = from;
    return rule_readings(a, span_hull(from->span, p->span), "exception-scope", both, 2);
}

static const rule *join_each(const clause *c, const rule *before, const permission *p)
{
    const rule **of = arena_array(c->arena, before->count, sizeof *of);
    rule *copy = arena_copy(c->arena, before, 1, sizeof *copy);

    if (!of || !copy)
        return NULL;
    for (size_t i = 0; i < before->count; i++)
        of[i] = permission_join(c, before->of[i], p);
    copy->of = of;
    copy->span = span_hull(before->span, p->span);
    return copy;
}

/* Does a number stand in it? */
static bool holds_number(const clause *c, eligo_span s)
{
    for (size_t i = s.start; i < s.end; i++)
        if (c->text[i] >= '0' && c->text[i] <= '9')
            return true;
    return false;
}

/* "NYHA I-II (III allowed)", "(class III allowed)": a word that may be another grade of it. */
static bool says_grade(const clause *c, const rule *before, const rule *what)
{
    eligo_span s = what->span;

    return before->subject.category == CATEGORY_SCORE &&
           (roles_within(c->text + s.start, s.end - s.start) & ROLE_STAGE ||
            strspn(c->text + s.start, "IVX") >= s.end - s.start);
}

/* "ECOG 0-1 (0-2 allowed in those over 70)", "age 18 to 65 (up to 70 allowed)": what is allowed
 * where `before` is a limit of the same quantity, which begins where that does. A number that
 * nobody understands may be one, too. NULL: it is something else. */
static const rule *other_limit(const clause *c, const rule *before, const permission *p)
{
    const rule *of[9], *what = p->what;
    size_t n = 0;

    if (before->op != RULE_COMPARE)
        return NULL;
    if ((what->op == RULE_HAS || !combine_bounds_same(before, what)) && says_grade(c, before, what))
        return rule_opaque(c->arena, what->span, OPAQUE_NUMBER);
    if (what->op == RULE_OPAQUE)
        return text_is(what->reason, OPAQUE_NUMBER) || holds_number(c, what->span) ? what : NULL;
    if (!combine_bounds_same(before, what) ||
        (what->op != RULE_COMPARE && (what->op != RULE_ALL || what->count > 8)))
        return NULL;
    for (size_t i = 0; what->op == RULE_ALL && i < what->count; i++)
        of[n++] = what->of[i]->op == RULE_COMPARE ? combine_other_end(c->arena, what->of[i], before)
                                                  : what->of[i];
    if (what->op == RULE_COMPARE)
        of[n++] = combine_other_end(c->arena, what, before);
    if (p->proviso)
        of[n++] = p->proviso;
    return rule_join(c->arena, RULE_ALL, what->span, of, n);
}

/* What is asked for, and what is allowed beside it: it may widen what is asked for, or add nothing.
 */
static const rule *widened(const clause *c, const rule *before, const permission *p)
{
    arena *a = c->arena;
    const rule *asked = terms(c, p->what, p->proviso), *both[2] = {before, NULL}, *other;
    bool wider = !is_kin(before, p->what, KIN_BELOW) || p->what->op == RULE_COMPARE;

    clause_take(c, p->span);
    if ((other = other_limit(c, before, p)))
        return rule_two(a, RULE_ANY, before, other);
    if (wider && is_kin(before, p->what, KIN_CATEGORY) &&
        (p->what->op != RULE_COMPARE || is_kin(before, p->what, KIN_BELOW))) {
        /* "BMI 18 to 25; up to 28 is allowed if the waist is below 96 cm" */
        if (before->op == RULE_COMPARE && p->what->op == RULE_COMPARE && p->proviso)
            return rule_two(
                a, RULE_ANY, before,
                rule_two(a, RULE_ALL, combine_other_end(a, p->what, before), p->proviso));
        both[1] = rule_two(a, RULE_ANY, before, p->what);
        if (before->op == RULE_COMPARE && p->what->op == RULE_COMPARE)
            before = both[1];
        else
            before = rule_readings(a, span_hull(before->span, p->span), "exception-scope", both, 2);
    }
    return before && asked ? rule_two(a, RULE_ALL, before, asked) : before;
}

const rule *permission_join(const clause *c, const rule *before, const permission *p)
{
    size_t denial;

    if (!before || !p->what)
        return before;
    if (before->op == RULE_READINGS)
        return join_each(c, before, p);
    if (c->exclusion) {
        const rule *r = bar(c, before, p, true), *barred;

        if (!p->proviso || permission_concerns(p, before))
            return r;
        /* "insulin is allowed but must be stable": who does not keep to it is barred as well */
        barred =
            rule_two(c->arena, RULE_ALL, p->what, rule_not(c->arena, p->proviso->span, p->proviso));
        return r && barred ? rule_two(c->arena, RULE_ANY, r, barred) : r;
    }
    if (before->op == RULE_NOT)
        return rule_not(c->arena, span_hull(before->span, p->span),
                        bar(c, before->of[0], p, false));
    if (before->op != RULE_ALL)
        return widened(c, before, p);
    /* of several statements, the denial that it concerns */
    for (denial = before->count; denial-- > 0;)
        if (before->of[denial]->op == RULE_NOT &&
            permission_concerns(p, before->of[denial]->of[0])) {
            const rule **of = arena_copy(c->arena, before->of, before->count, sizeof *of);

            if (!of)
                return NULL;
            of[denial] = permission_join(c, before->of[denial], p);
            return rule_join(c->arena, RULE_ALL, span_hull(before->span, p->span), of,
                             before->count);
        }
    return widened(c, before, p);
}

bool permission_bare_limit(const permission *p)
{
    size_t i = 0;

    while (i < p->terms_count && p->terms[i].kind == PART_FILL)
        i++;
    if (!p->what || i == p->terms_count || p->terms[i].kind != PART_QUANTITY ||
        p->terms[i].period) /* "if under 50 years" */
        return false;
    for (; i < p->terms_count; i++)
        if (p->terms[i].kind == PART_THING && p->terms[i].hit.quantity)
            return false;
    return true;
}

const rule *permission_limit(const clause *c, const rule *before, const permission *p)
{
    const rule *special, *two[2];

    if (c->exclusion || !before || !p->what || !p->proviso || before->op == RULE_NOT ||
        !combine_bounds_same(before, p->proviso) || combine_bounds_same(before, p->what))
        return NULL;
    clause_take(c, p->span);
    special = rule_two(c->arena, RULE_ALL, p->proviso, p->what);
    two[0] = special ? combine_limit(c->arena, before, special) : NULL;
    if (!two[0] || p->proviso->op != RULE_COMPARE || !p->proviso->low.given ||
        !p->proviso->high.given)
        return two[0];
    /* "BMI 18 to 30; A may be included if 17 to 27": who is A, and at 28, is one or the other */
    two[1] =
        combine_by_condition(c->arena, before, rule_not(c->arena, p->what->span, p->what), special);
    return two[1]
               ? rule_readings(c->arena, span_hull(before->span, p->span), "modifier-scope", two, 2)
               : NULL;
}

const rule *permission_alone(const clause *c, const permission *p)
{
    const rule *asked;

    if (!p->proviso) /* "adults were included if they had:", above a list */
        return p->included ? p->what : rule_opaque(c->arena, p->span, asks_nothing);
    if (c->exclusion)
        return rule_two(c->arena, RULE_ALL, p->what,
                        rule_not(c->arena, p->proviso->span, p->proviso));
    asked = terms(c, p->what, p->proviso);
    if (asked && (p->included || p->admitted)) {
        const rule *both = rule_two(c->arena, RULE_ALL, p->what, p->proviso),
                   *two[2] = {p->included ? both : asked, p->included ? asked : both};

        return rule_readings(c->arena, p->span, "and-or-scope", two, 2);
    }
    return asked ? asked : rule_opaque(c->arena, p->span, asks_nothing);
}
