#include "grammar/except.h"
#include "grammar/limit.h"
#include "grammar/bound.h"
#include "grammar/beside.h"
#include "grammar/list.h"

#include "engine/base/text.h"
#include "grammar/permit.h"

#include <ctype.h>
#include <string.h>

/* The sentences of a criterion, or of a bracket: turns of phrase are put into other parts (turns.c
 * and others), the parts cut where a sentence ends, and each of them read by itself (scope.c), or
 * together with the one before it, of which it allows something or gives another limit. */

enum { DEPTH = CLAUSE_DEPTH };

/* ---- sentences ---- */

/* "Infection. Including cystitis": a sign that no sentence ends at. */
static bool goes_on_including(const part *list, size_t at, size_t to)
{
    for (at++; at < to && (list[at].kind == PART_DASH || list[at].kind == PART_FILL);)
        at++;
    return at < to && list[at].kind == PART_INCLUDE;
}

/* "No gout. Nor asthma.": the denial goes on behind the sign. */
static bool goes_on_denying(const part *list, size_t at, size_t to)
{
    return at + 1 < to && list[at + 1].kind == PART_OR && text_is(list[at + 1].value, "nor");
}

/* "two of the following: a; b; c": the signs divide what is counted, not what is said. */
static bool counts_pieces(const clause *c, const part *list, size_t from, size_t to)
{
    size_t colon = parts_find(list, from, to, PART_COLON),
           first = parts_find(list, from, to, PART_SEMICOLON), at, past;

    if (first == to || colon > first)
        return false;
    /* "no history of: a; b; c" */
    return scope_count(c->text, list, from, colon, &at, &past).said ||
           scope_denies_all(list, from, colon);
}

/* "Note: ..." */
static bool begins_note(const part *list, size_t at, size_t to)
{
    return list[at].kind == PART_FILL && text_is(list[at].value, "note") && at + 1 < to &&
           list[at + 1].kind == PART_COLON;
}

/* "No A; B; or C": none of them. NULL: it begins with no denial, or goes on with more than things.
 */
static const rule *none_of(const clause *c, eligo_span span, const rule *const *of, size_t n)
{
    const rule **all;

    if (of[0]->op != RULE_NOT || !(all = arena_copy(c->arena, of, n, sizeof *all)))
        return NULL;
    all[0] = of[0]->of[0];
    for (size_t i = 1; i < n; i++)
        if (of[i]->op != RULE_HAS && of[i]->op != RULE_ANY)
            return NULL;
    return rule_not(c->arena, span, rule_join(c->arena, RULE_ANY, span, all, n));
}

/* "A; B; or C": any of the three, or A with one of the others. */
static const rule *with_choice(const clause *c, eligo_span span, const rule *const *of, size_t n,
                               size_t choice)
{
    const rule *more[3] = {rule_join(c->arena, RULE_ANY, span, of, n), NULL, NULL}, **some,
               *none = none_of(c, span, of, n);
    size_t count = 1;

    if (choice > 1) {
        some = arena_array(c->arena, choice, sizeof *some);
        if (!some)
            return NULL;
        memcpy(some, of, (choice - 1) * sizeof *some);
        some[choice - 1] =
            rule_join(c->arena, RULE_ANY, span_hull(of[choice - 1]->span, of[n - 1]->span),
                      of + choice - 1, n - choice + 1);
        more[count++] = rule_join(c->arena, RULE_ALL, span, some, choice);
    }
    if (none)
        more[count++] = none;
    return !more[0]     ? NULL
           : count == 1 ? more[0]
                        : rule_readings(c->arena, span, "and-or-scope", more, count);
}

/* Things of one kind; "allergy to A; B" */
static bool alike(const rule_subject *a, const rule_subject *b)
{
    return a->category == b->category ||
           (concept_is_treatment(a->concept) && concept_is_treatment(b->concept)) ||
           (a->category == CATEGORY_ALLERGY && b->category == CATEGORY_MEDICATION);
}

/* "No pregnant women; lactating women", of what is asked for: neither, or not the one but the
 * other. NULL: what stands behind the sign is a statement of its own. */
static const rule *none_or_last(const clause *c, eligo_span span, const rule *const *of, size_t n)
{
    const rule *two[2], *denied = n > 1 && of[0]->op == RULE_NOT ? of[0]->of[0] : NULL;

    if (!denied || (denied->op != RULE_HAS && denied->op != RULE_ANY))
        return NULL;
    if (denied->op == RULE_ANY)
        denied = denied->of[0];
    for (size_t i = 1; i < n; i++)
        if (of[i]->op != RULE_HAS || of[i]->tense != TENSE_NONE || of[i]->qualifier_count ||
            of[i]->window || !alike(&denied->subject, &of[i]->subject))
            return NULL;
    two[0] = rule_join(c->arena, RULE_ALL, span, of, n);
    two[1] = none_of(c, span, of, n);
    return two[0] && two[1] ? rule_readings(c->arena, span, "negation-scope", two, 2) : NULL;
}

/* "Twins are not eligible, and asthma", of what is asked for, with the first at `at`: what stands
 * behind the "and" may be asked for beside none of what stands before it. NULL: nothing stands
 * there. */
static const rule *excluded_and(const clause *c, const part *list, size_t from, size_t at,
                                size_t to, const rule *none)
{
    size_t next = at + 1;
    clause bars = *c;
    const rule *of[2], *two[2] = {none, NULL};

    while (next < to && list[next].kind == PART_COMMA)
        next++;
    if (next >= to || list[next].kind != PART_AND || !parts_name_subject(list, from, at) ||
        !parts_name_subject(list, next + 1, to) || parts_find(list, next, to, PART_EXCLUDED) < to)
        return NULL;
    bars.exclusion = true;
    of[0] = scope_statement(&bars, list, from, at, parts_kinds(list, from, at));
    of[1] = scope_statement(c, list, next + 1, to, parts_kinds(list, next + 1, to));
    if (!of[0] || !of[1])
        return NULL;
    of[0] = rule_not(c->arena, of[0]->span, of[0]);
    two[1] = rule_join(c->arena, RULE_ALL, none->span, of, 2);
    return two[1] ? rule_readings(c->arena, none->span, "negation-scope", two, 2) : NULL;
}

/* "Stable statins, if any, for 4 weeks": is it asked of those alone who have it? */
static bool says_if_any(const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const part *p =
            list[i].kind == PART_BRACKET && list[i].inside_count == 1 ? list[i].inside : &list[i];

        if (p->kind == PART_FILL && text_is(p->value, "if-any"))
            return true;
    }
    return false;
}

/* `r`, which is asked of those who have the first thing that it names. */
static const rule *where_any(const clause *c, const rule *r)
{
    const rule *first = r->op == RULE_ALL && r->count ? r->of[0] : r;
    rule *bare = first->op == RULE_HAS && first->subject.concept && !first->subject.who
                     ? arena_copy(c->arena, first, 1, sizeof *bare)
                     : NULL;

    if (!bare)
        return r;
    bare->qualifiers = NULL;
    bare->qualifier_count = 0;
    bare->window = NULL;
    bare->duration = bare->dose = NULL;
    return rule_two(c->arena, RULE_IF, bare, r);
}

#define ASIDE_KINDS (KIND(PART_IF) | KIND(PART_UNLESS))

/* The condition [from, to), behind "if" or "unless". */
static const rule *aside(const clause *c, const part *list, size_t from, size_t to)
{
    const rule *r = parts_name_something(list, from, to)
                        ? list_rule(c, list, from, to)
                        : rule_opaque(c->arena, parts_span(list, from, to),
                                      "no condition was found in these words");

    return r && list[from - 1].kind == PART_UNLESS ? rule_not(c->arena, r->span, r) : r;
}

/* "Women, if fertile, without contraception", "women, if pregnant, breastfeeding or planning
 * pregnancy", among what bars, whose condition ends at the comma at `end`: all is so of them. */
static const rule *people_between(const clause *c, const part *list, size_t from, size_t at,
                                  size_t end, size_t to, kind_set kinds)
{
    static const kind_set people = KIND(PART_SEX) | KIND(PART_PERSON) | KIND(PART_FILL),
                          lacks =
                              KIND(PART_NOT) | KIND(PART_WITH) | KIND(PART_WHO) | KIND(PART_JUDGE);
    bool apart = end + 1 < to && (KIND(list[end + 1].kind) & lacks);
    size_t stop = apart ? end : to, kept = to - (apart ? end + 1 : to);
    const part *rest;
    const rule *two[2];

    if ((parts_kinds(list, from, at) & ~people) || end + 1 >= to ||
        (!apart &&
         (list[at + 1].kind == PART_UNLESS || (parts_kinds(list, at + 1, to) & KIND(PART_SEX)))) ||
        !(rest = parts_without(c, list, from, at, to - kept, to)))
        return NULL;
    two[0] = scope_statement(c, rest, 0, at - from + kept, kinds);
    two[1] = aside(c, list, at + 2, stop);
    return two[0] && two[1] ? rule_join(c->arena, RULE_ALL, parts_span(list, from, to), two, 2)
                            : NULL;
}

/* "Women, if fertile, must use contraception": a condition between two commas, behind whom it is
 * asked of, is one of all that is said of them. NULL: it is not said so. */
static const rule *condition_between(const clause *c, const part *list, size_t from, size_t to,
                                     kind_set kinds)
{
    size_t at = from, end, must;
    const part *rest;
    const rule *given, *asked;

    while (at < to && list[at].kind != PART_COMMA && list[at].kind != PART_COLON &&
           list[at].kind != PART_QUANTITY)
        at++;
    if (at == from || at + 1 >= to || list[at].kind != PART_COMMA ||
        !(KIND(list[at + 1].kind) & ASIDE_KINDS))
        return NULL;
    end = parts_find(list, at + 1, to, PART_COMMA);
    if (!parts_any_content(list, at + 2, end))
        return NULL;
    if (c->exclusion)
        return people_between(c, list, from, at, end, to, kinds);
    for (must = end + 1; must < to && list[must].kind == PART_FILL;)
        must++;
    if (must >= to || list[must].kind != PART_MUST || !parts_name_something(list, must + 1, to) ||
        !(rest = parts_without(c, list, from, at, end + 1, to)))
        return NULL;
    asked = scope_statement(c, rest, 0, to - from - (end + 1 - at), kinds);
    given = aside(c, list, at + 2, end);
    return asked && given ? rule_two(c->arena, RULE_IF, given, asked) : NULL;
}

/* The same, where "... will be excluded" among the inclusions bars; among the exclusions it repeats
 * the heading. */
static const rule *stated(const clause *c, const part *list, size_t from, size_t to, kind_set kinds)
{
    const rule *r = (c->exclusion || (kinds & KIND(PART_MUST))) && (kinds & ASIDE_KINDS)
                        ? condition_between(c, list, from, to, kinds)
                        : NULL,
               *apart;
    clause bars = *c;
    size_t at;

    if (r)
        return r;
    r = scope_statement(c, list, from, to, kinds);
    if (r && !c->exclusion && says_if_any(list, from, to))
        r = where_any(c, r);
    if (!r || c->exclusion || !(kinds & KIND(PART_EXCLUDED)) ||
        (at = parts_find(list, from, to, PART_EXCLUDED)) == to)
        return r;
    bars.exclusion = true;
    r = scope_statement(&bars, list, from, to, kinds);
    r = r ? rule_not(c->arena, r->span, r) : NULL;
    return r && (apart = excluded_and(c, list, from, at, to, r)) ? apart : r;
}

/* A requirement that is not understood is still one. */
static const rule *or_opaque(const clause *c, const rule *r, const part *list, size_t from,
                             size_t to)
{
    return r || !parts_name_something(list, from, to)
               ? r
               : rule_opaque(c->arena, parts_span(list, from, to),
                             "no condition was found in these words");
}

/* What is said in a row of sentences. */
typedef struct saying {
    const rule **of;
    size_t count, room;
    size_t last; /* where the sentence before begins */
    size_t choice;
} saying;

static void say(const clause *c, saying *s, const rule *r)
{
    if (r && arena_grow(c->arena, (void **)&s->of, s->count, &s->room, sizeof *s->of))
        s->of[s->count++] = r;
}

/* "(Basal cell carcinoma is allowed.)": a sentence in brackets, behind another one. */
static bool says_in_bracket(const clause *c, saying *s, const part *list, size_t from, size_t to)
{
    const part *inside = list[from].inside;
    size_t m = list[from].inside_count;

    if (!s->count || to - from != 1 || list[from].kind != PART_BRACKET || !m)
        return false;
    while (m && (inside[m - 1].kind == PART_PERIOD || inside[m - 1].kind == PART_FILL))
        m--;
    permission p = permission_read(c, inside, 0, m);

    if (p.what)
        s->of[s->count - 1] = permission_join(c, s->of[s->count - 1], &p);
    return true;
}

/* "AST <= 2.5 x ULN; <= 5 x ULN for those with metastases": another limit of what stands before. */
static bool says_other_limit(const clause *c, saying *s, const part *list, size_t from, size_t to)
{
    size_t lead = from;
    const rule *r;

    while (lead < to && !part_content(list[lead].kind))
        lead++;
    if (!s->count || lead == to || s->last >= from)
        return false;
    r = limit_behind(c, list, s->last, from, to);
    if (!r && list[lead].kind == PART_QUANTITY &&
        (parts_find(list, lead, to, PART_IF) < to ||
         parts_find(list, lead, to, PART_FORGROUP) < to))
        r = limit_of(c, list, s->last, from, lead, to);
    if (!r)
        return false;
    s->of[s->count - 1] = combine_limit(c->arena, s->of[s->count - 1], r);
    return true;
}

/* A sentence that allows something has to do with the one before it. */
static bool says_permission(const clause *c, saying *s, const part *list, size_t from, size_t to,
                            kind_set kinds)
{
    permission allowed = {0};
    const rule *limited;

    if ((kinds & PERMISSION_KINDS) || permission_may(c, list, from, to))
        allowed = permission_read(c, list, from, to);
    if (!allowed.what)
        return false;
    if (s->count > 0 && s->last < from && permission_bare_limit(&allowed)) {
        size_t at = (size_t)(allowed.terms - list);
        const rule *limit = limit_of(c, list, s->last, from, at, at + allowed.terms_count);

        allowed.proviso = limit ? limit : allowed.proviso;
    }
    if (s->count > 0 && (limited = permission_limit(c, s->of[s->count - 1], &allowed)))
        s->of[s->count - 1] = limited;
    else if (s->count > 0)
        s->of[s->count - 1] = permission_join(c, s->of[s->count - 1], &allowed);
    else
        say(c, s, permission_alone(c, &allowed));
    return true;
}

size_t except_sentence(const clause *c, const part *list, size_t from, size_t to)
{
    static const char *const words[] = {
        "except", "except for", "exception", "exceptions", "with the exception of", NULL};
    size_t at = from, lead;

    while (at < to && list[at].kind == PART_FILL)
        at++;
    if (at >= to || list[at].kind != PART_EXCEPT || !part_is_any(c, &list[at], words))
        return to;
    lead = at + 1;
    for (size_t i = lead; i < to && i < at + 5 && list[i].kind != PART_THING; i++)
        if (list[i].kind == PART_COLON || list[i].kind == PART_INCLUDE ||
            (list[i].kind == PART_FILL && list[i].roles & ROLE_COPULA))
            lead = i + 1;
    return lead;
}

/* "Cancer within 5 years. Exceptions: A or B": taken from the sentence before. */
static bool says_exception(const clause *c, saying *s, const part *list, size_t from, size_t to)
{
    size_t at = s->count && s->last < from ? except_sentence(c, list, from, to) : to;
    clause inverse = *c;
    const rule *less;

    if (at >= to || inverse.depth++ > DEPTH)
        return false;
    inverse.exclusion = inverse.special = true; /* each of a list is let off */
    less = or_opaque(c, except_rule(&inverse, list, at, to), list, at, to);
    if (less)
        s->of[s->count - 1] =
            combine_except(c->arena, s->of[s->count - 1], less, false, c->exclusion);
    return less != NULL;
}

/* "Gout. Gout causes pain": does the sentence [from, to) tell of what the one before it, from
 * `before` on, has named, and give no limit or condition? */
static bool tells_of(const part *list, size_t before, size_t from, size_t to)
{
    static const kind_set asking = KIND(PART_QUANTITY) | KIND(PART_WINDOW) | KIND(PART_DURATION) |
                                   KIND(PART_MUST) | KIND(PART_NOT) | KIND(PART_EXCEPT) |
                                   KIND(PART_IF) | KIND(PART_UNLESS) | KIND(PART_JUDGE) |
                                   KIND(PART_BRACKET) | KIND(PART_EXCLUDED);
    const concept *of = list[from].kind == PART_THING ? list[from].hit.thing : NULL;

    if (!of || from == 0 || from + 1 >= to || list[from - 1].kind != PART_PERIOD ||
        parts_kinds(list, from, to) & asking)
        return false;
    for (size_t i = before; i + 1 < from; i++)
        if (list[i].kind == PART_THING && list[i].hit.thing == of)
            return list[from + 1].kind == PART_FILL || list[from + 1].kind == PART_WORD;
    return false;
}

/* "Negative HIV test. Patients with a positive one are eligible if A": those with A are let in,
 * too.
 */
static bool says_let_in(const clause *c, saying *s, const part *list, size_t from, size_t to)
{
    const rule *asked = s->count ? s->of[s->count - 1] : NULL, *two[2];
    size_t at = from, given;
    clause in = *c;

    if (!asked || c->exclusion || s->last >= from || !combine_negative(asked))
        return false;
    while (at < to && !(list[at].kind == PART_EXCEPT && *list[at].value))
        at++;
    given = parts_find(list, at, to, PART_IF);
    if (at >= to || in.depth++ > DEPTH || !parts_name_something(list, from, at))
        return false;
    two[0] = list_rule(&in, list, from, at);
    two[1] = given < to ? scope_condition(&in, list, given + 1, to) : two[0];
    if (!two[0] || !two[1] || two[0]->subject.concept != asked->subject.concept)
        return false;
    if (given < to)
        two[0] = rule_two(c->arena, RULE_ALL, two[0], two[1]);
    s->of[s->count - 1] = rule_two(c->arena, RULE_ANY, asked, two[0]);
    return true;
}

static void say_sentence(const clause *c, saying *s, const part *list, size_t from, size_t to,
                         kind_set kinds);

/* "Age 18-70. Older patients may take part if fit", behind a full stop or a comma. */
static bool says_beyond(const clause *c, saying *s, const part *list, size_t from, size_t to,
                        kind_set kinds)
{
    const part *last = &list[to - 1];
    size_t at = limit_people_from(c, list, from, to);

    /* "(older patients may take part if fit)" */
    if (at == to && to > from + 1 && last->kind == PART_BRACKET &&
        limit_people_from(c, last->inside, 0, last->inside_count) == 0 && last->inside_count) {
        say_sentence(c, s, list, from, to - 1, kinds);
        list = last->inside;
        at = 0;
        to = last->inside_count;
    } else if (at == to)
        return false;
    else if (at > from)
        say_sentence(c, s, list, from, at - 1, kinds);
    for (size_t i = s->count; i-- > 0;) {
        const rule *r = limit_beyond(c, s->of[i], list, at, to);

        if (r) {
            s->of[i] = r;
            s->last = at;
            return true;
        }
    }
    say(c, s,
        rule_opaque(c->arena, parts_span(list, at, to),
                    "it permits something and asks for nothing"));
    s->last = at;
    return true;
}

/* Adds the sentence [from, to), whatever it is; `kinds` stand in all of them. */
static void say_sentence(const clause *c, saying *s, const part *list, size_t from, size_t to,
                         kind_set kinds)
{
    const rule *r, *older, *two[2];
    size_t before = s->last;

    if (!parts_any_content(list, from, to) || says_in_bracket(c, s, list, from, to) ||
        says_other_limit(c, s, list, from, to) || says_exception(c, s, list, from, to) ||
        says_let_in(c, s, list, from, to) || says_beyond(c, s, list, from, to, kinds))
        return;
    if (says_permission(c, s, list, from, to, kinds)) {
        s->last = from;
        return;
    }
    s->last = from;
    r = stated(c, list, from, to, kinds);
    if (r && list[to - 1].kind == PART_EXCEPT && s->count > 0 && r->op == RULE_NOT) {
        /* a sentence that allows something takes it from the one before */
        s->of[s->count - 1] =
            combine_except(c->arena, s->of[s->count - 1], r->of[0], false, c->exclusion);
        return;
    }
    if (r && part_allows(&list[to - 1]) && !permission_limits(r))
        r = rule_opaque(c->arena, parts_span(list, from, to),
                        "it permits something and asks for nothing");
    r = or_opaque(c, r, list, from, to);
    if (r && s->count > 0 && list[from].kind == PART_OR &&
        strcmp(list[from].value, "either") != 0 && list[from - 1].kind == PART_SEMICOLON)
        s->choice = s->count;
    if (s->count > 0 &&
        ((!c->exclusion && (older = limit_other_age(c->arena, s->of[s->count - 1], r))) ||
         (older = limit_again(c->arena, s->of[s->count - 1], r, c->exclusion))))
        s->of[s->count - 1] = older;
    else if (r && s->count > 0 && tells_of(list, before, from, to)) {
        /* why, perhaps, and nothing more that is asked */
        two[0] = two[1] = s->of[s->count - 1];
        two[1] = rule_join(c->arena, c->exclusion ? RULE_ANY : RULE_ALL,
                           span_hull(two[0]->span, r->span), (const rule *[]){two[0], r}, 2);
        s->of[s->count - 1] =
            rule_readings(c->arena, span_hull(two[0]->span, r->span), "modifier-scope", two, 2);
    } else
        say(c, s, r);
}

/* What ends a sentence; a note ("Note: ...") and a limit that is allowed ("..., up to 3 are
 * allowed") begin another one without such a sign. */
#define SENTENCE_KINDS                                                                             \
    (KIND(PART_PERIOD) | KIND(PART_SEMICOLON) | KIND(PART_COLON) | KIND(PART_EXCEPT))

/* "A. ... B. ...": the letter of an item. */
static bool is_letter(const part *list, size_t from, size_t to)
{
    return to - from == 1 && list[from].kind == PART_WORD &&
           list[from].span.end - list[from].span.start == 1;
}

static bool says_sex(const part *p)
{
    return p->kind == PART_SEX ||
           (p->kind == PART_BRACKET && p->inside_count && p->inside[0].kind == PART_SEX);
}

/* "Hemoglobin > 11 g/dL for women; > 13 g/dL for men": a bound, for some, of what was named before,
 * from `from` on, for others. */
static bool goes_on_with_bound(const part *list, size_t from, size_t at, size_t to)
{
    bool some = false;

    if (list[at].kind != PART_SEMICOLON || at + 1 >= to || list[at + 1].kind != PART_QUANTITY ||
        !list[at + 1].value[0])
        return false;
    while (from < at && !says_sex(&list[from]))
        from++;
    if (from == at)
        return false;
    for (size_t i = at + 2; i < to && list[i].kind != PART_SEMICOLON && list[i].kind != PART_PERIOD;
         i++) {
        const part *p = &list[i];

        if (p->kind == PART_WORD || p->kind == PART_THING)
            return false;
        some = some || says_sex(p);
    }
    return some;
}

/* "Men over 50 years; women over 60 years": nobody is asked for both. Those of the sexes become one
 * rule, at the place of the first. */
static void join_sexes(const clause *c, saying *s)
{
    const rule **of = arena_array(c->arena, s->count, sizeof *of);
    size_t n = 0, kept = 0, at = 0;
    bool women = false, men = false;

    for (size_t i = 0; of && i < s->count; i++) {
        char sex = rule_sex(s->of[i]);

        if (sex)
            of[n++] = s->of[i];
        women = women || sex == 'f';
        men = men || sex == 'm';
    }
    if (!women || !men)
        return;
    for (size_t i = 0; i < s->count; i++) {
        if (!rule_sex(s->of[i]))
            s->of[kept++] = s->of[i];
        else if (s->of[i] == of[0])
            at = kept++;
    }
    s->of[at] = rule_join(c->arena, RULE_ANY, span_hull(of[0]->span, of[n - 1]->span), of, n);
    s->count = kept;
}

/* "OR Recurrent ...": an "or" in capitals before what begins as a sentence does; from i on, `to`:
 * there is none. */
static size_t capital_or(const clause *c, const part *list, size_t i, size_t to)
{
    for (; i + 1 < to; i++) {
        eligo_span word = list[i].span, next = list[i + 1].span;

        if (list[i].kind == PART_OR && word.end - word.start == 2 && c->text[word.start] == 'O' &&
            c->text[word.start + 1] == 'R' && next.end - next.start > 1 &&
            isupper((unsigned char)c->text[next.start]) &&
            islower((unsigned char)c->text[next.start + 1]))
            return i;
    }
    return to;
}

static const rule *sentences(const clause *c, const part *list, size_t from, size_t to);

/* "New asthma. It began ... OR Recurrent asthma": `all`, the sentences one by one, or the capitals
 * set all before them apart from all behind them. */
static const rule *set_apart(const clause *c, const part *list, size_t from, size_t to,
                             const rule *all)
{
    const rule *of[8], *both[2];
    size_t n = 0;

    for (size_t start = from, at; start < to && n < sizeof of / sizeof *of; start = at + 1) {
        at = capital_or(c, list, start, to);
        of[n] = start < at ? sentences(c, list, start, at) : NULL;
        n += of[n] != NULL;
    }
    if (n < 2)
        return all;
    both[0] = all;
    both[1] = rule_join(c->arena, RULE_ANY, parts_span(list, from, to), of, n);
    return both[1] ? rule_readings(c->arena, parts_span(list, from, to), "and-or-scope", both, 2)
                   : all;
}

static const rule *sentences(const clause *c, const part *list, size_t from, size_t to)
{
    kind_set kinds = parts_kinds(list, from, to);
    saying s = {.last = to};
    size_t start = from;
    const rule *either;
    clause in = *c;

    if (in.depth++ > DEPTH)
        return rule_opaque(c->arena, parts_span(list, from, to), "nested too deeply");
    bool counted = kinds & KIND(PART_SEMICOLON) && counts_pieces(c, list, from, to);
    for (size_t i = kinds & SENTENCE_KINDS ? from : to; i <= to; i++) {
        if (i < to && list[i].kind != PART_PERIOD && !begins_note(list, i, to) &&
            !permission_limit_behind(list, start, i, to) &&
            !(kinds & KIND(PART_EXCEPT) && kinds & KIND(PART_IF) &&
              permission_people_behind(list, start, i, to)) &&
            (list[i].kind != PART_SEMICOLON || counted))
            continue;
        if (i < to && i > start &&
            (goes_on_including(list, i, to) || goes_on_denying(list, i, to) ||
             goes_on_with_bound(list, start, i, to)))
            continue;
        if (!is_letter(list, start, i))
            say_sentence(&in, &s, list, start, i, kinds);
        start = i + 1;
    }
    if (s.choice && !c->exclusion)
        return with_choice(c, parts_span(list, from, to), s.of, s.count, s.choice);
    if (!c->exclusion && !c->special && s.count > 1)
        join_sexes(c, &s);
    if (!c->exclusion &&
        (either = combine_classes(c->arena, parts_span(list, from, to), s.of, s.count)) != NULL)
        return either;
    if (!c->exclusion && kinds & KIND(PART_SEMICOLON) && !(kinds & KIND(PART_PERIOD)) &&
        (either = none_or_last(c, parts_span(list, from, to), s.of, s.count)) != NULL)
        return either;
    const rule *all = rule_join(c->arena, c->exclusion ? RULE_ANY : RULE_ALL,
                                parts_span(list, from, to), s.of, s.count);

    return all && s.count > 1 && !c->exclusion && kinds & KIND(PART_OR) &&
                   capital_or(c, list, from, to) < to
               ? set_apart(&in, list, from, to, all)
               : all;
}

/* "Male and female patients", and nothing else: whoever is either. NULL: it does not say so. */
static const rule *either_sex(const clause *c, const part *list, size_t from, size_t to)
{
    static const char *const sexes[] = {"female", "male"};
    const rule *of[2];
    size_t at = from;

    while (at < to && !(list[at].kind == PART_PERSON && text_is(list[at].value, "sexes")))
        at++;
    if (at == to)
        return NULL;
    for (size_t i = 0; i < 2; i++) {
        rule *r = rule_new(c->arena, RULE_HAS, list[at].span);

        if (!r)
            return NULL;
        r->subject.concept = lexicon_concept(c->lx, sexes[i], strlen(sexes[i]));
        r->subject.category = CATEGORY_DEMOGRAPHIC;
        r->subject.span = list[at].span;
        r->subject.text = arena_text(c->arena, c->text + list[at].span.start,
                                     list[at].span.end - list[at].span.start);
        of[i] = r;
    }
    return rule_join(c->arena, RULE_ANY, list[at].span, of, 2);
}

/* A turn of phrase; where a line has none of these kinds, and no word of these roles, there is
 * none.
 */
typedef struct turn {
    kind_set kinds;
    role_set roles;
    const part *(*put)(const clause *c, const part *list, size_t from, size_t *to);
} turn;

/* What stands in a line. */
typedef struct line_words {
    kind_set kinds;
    role_set roles;
} line_words;

static line_words look_over(const part *list, size_t from, size_t to)
{
    line_words all = {0, 0};

    for (size_t i = from; i < to; i++) {
        all.kinds |= part_kinds(&list[i]);
        all.roles |= list[i].roles;
    }
    return all;
}

/* The parts with `count` turns put into other parts; `in`: what stands in them. */
static const part *turned(const clause *c, const part *list, size_t from, size_t *to,
                          const turn *turns, size_t count, line_words *in)
{
    for (size_t i = 0; i < count; i++) {
        const part *was = list;

        if (in->kinds & turns[i].kinds || in->roles & turns[i].roles)
            list = turns[i].put(c, list, from, to);
        if (list != was)
            *in = look_over(list, from, *to);
    }
    return list;
}

/* A sign or word that stands between statements, and at their ends says nothing. */
static bool is_loose_end(const part *p)
{
    switch (p->kind) {
    case PART_COMMA:
    case PART_SEMICOLON:
    case PART_PERIOD:
    case PART_DASH:
    case PART_ANDOR: return true;
    case PART_AND: return !text_is(p->value, "both");
    default: return false;
    }
}

/* Behind the colon of a label that begins at i, "severe asthma:"; i: none does. */
static size_t label_end(const part *list, size_t i, size_t to)
{
    enum { WORDS = 8 };
    bool named = false;

    for (size_t k = i; k < to && k - i <= WORDS; k++) {
        switch (list[k].kind) {
        case PART_THING:
        case PART_WORD: named = true; break;
        case PART_FILL:
        case PART_QUAL:
        case PART_BRACKET: break;
        case PART_COLON: /* no "SpO2:FiO2" */
            return named && k + 1 < to && list[k + 1].span.start > list[k].span.end ? k + 1 : i;
        default: return i;
        }
    }
    return i;
}

/* "Severe asthma: FEV1 < 50 % or severe COPD: FEV1 < 40 %": each of its own, whatever stands behind
 * its colon. NULL: the words are no such alternatives. */
static const rule *labelled(const clause *c, const part *list, size_t from, size_t to)
{
    enum { MOST = 8 };
    const rule *of[MOST];
    size_t n = 0, start = from;
    clause in = *c;

    if (label_end(list, from, to) == from || in.depth++ > DEPTH)
        return NULL;
    for (size_t i = from; i <= to && n < MOST; i++) {
        size_t end = i;

        if (i < to && (list[i].kind != PART_OR || label_end(list, i + 1, to) == i + 1 ||
                       /* "events: recent or unstable angina:" */
                       !parts_name_something(list, label_end(list, start, to), i)))
            continue;
        if (i == to && start == from)
            return NULL; /* one label */
        while (end > start &&
               (list[end - 1].kind == PART_COMMA || list[end - 1].kind == PART_PERIOD))
            end--;
        if (end > start && (of[n] = scope_rule(&in, list, start, end)))
            n++;
        start = i + 1;
    }
    return n ? rule_join(c->arena, RULE_ANY, parts_span(list, from, to), of, n) : NULL;
}

/* The parts in the form that the turns gave them, without what asks for nothing. */
static const rule *said_plainly(const clause *c, const part *list, size_t from, size_t to,
                                line_words *in)
{
    static const turn left_out[] = {{SOURCE_KINDS, 0, list_without_sources},
                                    {CHOICE_KINDS, 0, list_without_choice}};
    size_t given = to;
    eligo_span all = parts_span(list, from, to);

    list = turned(c, list, from, &to, left_out, sizeof left_out / sizeof *left_out, in);
    if (to < given && !parts_name_something(list, from, to))
        return rule_opaque(c->arena, all, "it permits something and asks for nothing");
    while (from < to && (is_loose_end(&list[from]) || list[from].kind == PART_COLON ||
                         (list[from].kind == PART_OR && !text_is(list[from].value, "either"))))
        from++;
    while (to > from && (is_loose_end(&list[to - 1]) || list[to - 1].kind == PART_OR))
        to--;
    if (from >= to)
        return NULL;
    const rule *r = sentences(c, list, from, to);

    return r ? r : either_sex(c, list, from, to);
}

const rule *scope_rule(const clause *c, const part *list, size_t from, size_t to)
{
    static const turn put_first[] = {{EXCLUDED_KINDS, 0, list_without_reasons},
                                     {LENGTH_KINDS, 0, list_with_lengths},
                                     {EPISODE_KINDS, 0, list_with_episodes},
                                     {STATE_KINDS, 0, list_with_states},
                                     {INTERVAL_KINDS, INTERVAL_ROLES, list_with_intervals},
                                     {DESPITE_KINDS, 0, list_with_despite},
                                     {COURSE_KINDS, 0, list_with_courses},
                                     {FINDING_KINDS, 0, list_with_findings},
                                     {TARGET_KINDS, 0, list_with_targets},
                                     {ANCHOR_KINDS, 0, list_with_anchors},
                                     {TAKEN_KINDS, 0, list_with_kinds_taken},
                                     {ACTIVE_KINDS, 0, list_with_active},
                                     {WHEN_KINDS, 0, list_with_times_apart},
                                     {CANDIDATE_KINDS, 0, list_with_candidates},
                                     {BIRTH_KINDS, 0, list_with_births},
                                     {PEOPLE_KINDS, 0, list_with_people},
                                     {MOTHER_KINDS, 0, list_with_mothers},
                                     {ONE_OF_KINDS, 0, list_with_one_of},
                                     {EITHER_KINDS, 0, list_with_either},
                                     {MEANS_KINDS, 0, list_with_means},
                                     {OTHERWISE_KINDS, 0, list_with_otherwise},
                                     {UNAVAILABLE_KINDS, 0, list_with_unavailable},
                                     {ELSE_KINDS, 0, list_without_else},
                                     {EXCLUDED_KINDS, 0, list_with_excluded},
                                     {SEROLOGY_KINDS, 0, list_with_serology},
                                     {LIMIT_BRACKET_KINDS, 0, limit_brackets},
                                     {LIMIT_CASE_KINDS, 0, limit_cases},
                                     {LIMIT_TIME_KINDS, 0, limit_times},
                                     {LIMIT_GROUP_KINDS, 0, limit_age_groups},
                                     {LIMIT_PAIR_KINDS, 0, limit_pairs}};
    size_t end;
    const part *apart;
    const rule *two[2];
    clause again = *c;
    line_words in = look_over(list, from, to);

    if (in.kinds & KIND(PART_COLON) && in.kinds & KIND(PART_OR)) {
        const rule *each = labelled(c, list, from, to);

        if (each)
            return each;
    }
    list = turned(c, list, from, &to, put_first, sizeof put_first / sizeof *put_first, &in);
    end = to;
    again.depth += CLAUSE_DEPTH / 4;
    if (again.depth > CLAUSE_DEPTH || (!(apart = list_without_remark(c, list, from, &end)) &&
                                       !(apart = list_without_choice_alone(c, list, from, &end))))
        return said_plainly(c, list, from, to, &in);
    two[0] = said_plainly(c, list, from, to, &in);
    two[1] = scope_rule(&again, apart, from, end);
    return two[0] && two[1] ? rule_readings(c->arena, two[0]->span, "modifier-scope", two, 2)
                            : two[0];
}

const rule *scope_bracket(const clause *c, const part *list, size_t from, size_t to,
                          const item *about)
{
    clause in = *c;

    in.about = about;
    while (from < to && (list[from].kind == PART_DEFINED || list[from].kind == PART_INCLUDE ||
                         list[from].kind == PART_COMMA || list[from].kind == PART_OR ||
                         list[from].kind == PART_AND))
        from++;
    if (from >= to)
        return NULL;
    if (in.depth++ > DEPTH)
        return rule_opaque(c->arena, parts_span(list, from, to), "nested too deeply");
    /* bounds in a bracket are about the quantity before it, where they name none themselves */
    bool named = false, bound = false;
    for (size_t i = from; i < to; i++) {
        named = named || (list[i].kind == PART_THING && list[i].hit.quantity);
        bound = bound || (list[i].kind == PART_QUANTITY && list[i].value && list[i].value[0]);
    }
    if (!named && bound && about && about->thing_count &&
        about->things[about->thing_count - 1]->hit.quantity) {
        part *with = arena_array(c->arena, to - from + 1, sizeof *with);

        if (!with)
            return NULL;
        with[0] = *about->things[about->thing_count - 1];
        memcpy(with + 1, list + from, (to - from) * sizeof *with);
        return sentences(&in, with, 0, to - from + 1);
    }
    return sentences(&in, list, from, to);
}
