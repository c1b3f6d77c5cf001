#include "grammar/limit.h"

#include "grammar/list.h"

#include <string.h>

/* The last quantity that is named in [from, to) with a bound behind it: the parts up to and with
 * its name are copied in front of [start, end), whose bound names none. NULL: there is none. */
const rule *limit_of(const clause *c, const part *list, size_t from, size_t to, size_t start,
                     size_t end)
{
    size_t last = to, first, n;
    clause in = *c;
    part *with;

    for (size_t i = from; i < to; i++)
        if (list[i].kind == PART_THING && list[i].hit.quantity)
            last = i;
    if (last == to)
        return NULL;
    for (size_t i = last + 1; i + 1 < to; i++)
        if (list[i].kind == PART_WORD && list[i + 1].kind == PART_QUANTITY &&
            part_links(list[i - 1].kind))
            /* "Hb < 12, xyz < 50 or 50-80 if ...": of what nobody knows */
            return rule_opaque(c->arena, parts_span(list, start, end), OPAQUE_NUMBER);
    /* "AST and ALT <= ...": all of them */
    for (first = last; first > from &&
                       (list[first - 1].kind == PART_AND || list[first - 1].kind == PART_OR ||
                        list[first - 1].kind == PART_COMMA || list[first - 1].kind == PART_SLASH ||
                        list[first - 1].kind == PART_BRACKET || list[first - 1].kind == PART_FILL ||
                        (list[first - 1].kind == PART_THING && list[first - 1].hit.quantity));)
        first--;
    while (list[first].kind != PART_THING)
        first++; /* "Hb < 12 (women), < 13 (men), ferritin < 100": the bracket is of another */
    n = last + 1 - first;
    if (!(with = arena_array(c->arena, n + end - start, sizeof *with)))
        return NULL;
    memcpy(with, list + first, n * sizeof *with);
    memcpy(with + n, list + start, (end - start) * sizeof *with);
    in.special = true;
    return scope_condition(&in, with, 0, n + end - start);
}

/* "Ferritin < 100 ng/mL or 100-299 ng/mL if ...": does the range at i go on where the limit before
 * it, behind a connective, ends? */
static bool range_goes_on(const part *list, size_t from, size_t i)
{
    const part *q = &list[i], *limit;
    size_t k = i;

    while (k > from && (part_links(list[k - 1].kind) || list[k - 1].kind == PART_FILL))
        k--;
    limit = k < i && k > from ? &list[k - 1] : NULL;
    return limit && limit->kind == PART_QUANTITY && part_one_sided(limit) && !q->value_count &&
           q->low.given && q->high.given && q->low.value < q->high.value && q->unit.text &&
           limit->period == q->period && limit->relative == q->relative &&
           (limit->high.given ? q->low.value >= limit->high.value
                              : q->high.value <= limit->low.value);
}

/* Where the bound in front of a condition begins, when it names no quantity of its own ("..., or <=
 * 5 x ULN if"); `at`: no such bound. */
static size_t second_bound(const part *list, size_t from, size_t at)
{
    size_t i = at;

    while (i > from && (list[i - 1].kind == PART_QUANTITY || list[i - 1].kind == PART_FILL))
        i--;
    while (i < at && list[i].kind == PART_FILL)
        i++;
    return i < at && list[i].kind == PART_QUANTITY &&
                   (list[i].low.given != list[i].high.given || range_goes_on(list, from, i))
               ? i
               : at;
}

bool limit_stands_before(const part *list, size_t from, size_t at)
{
    size_t i = second_bound(list, from, at), k = i, named = 0;

    for (size_t m = from; m < i; m++)
        named += list[m].kind == PART_THING && list[m].hit.quantity;
    if (named < 2)
        return false; /* of one quantity, it goes with its own bound anyway */
    while (k > from && (part_links(list[k - 1].kind) || list[k - 1].kind == PART_FILL))
        k--;
    return i < at && k < i && k > from && list[k - 1].kind == PART_QUANTITY &&
           (list[k - 1].high.given ? list[i].high.given && !list[k - 1].low.given
                                   : list[i].low.given);
}

static bool is_condition(const part *p)
{
    return (p->kind == PART_IF && !p->value[0]) || p->kind == PART_FORGROUP;
}

static bool is_link(const part *p)
{
    return part_links(p->kind) || p->kind == PART_FILL || p->kind == PART_BUT ||
           p->kind == PART_SEMICOLON;
}

/* Where another limit begins behind a condition, ", and ALT > 40": the part behind its connective;
 * `to`: nowhere. */
static size_t next_limit(const part *list, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++) {
        size_t k = i + 1;

        if (list[i].kind != PART_COMMA && list[i].kind != PART_AND)
            continue;
        while (k < to && is_link(&list[k]))
            k++;
        while (k < to && (list[k].kind == PART_FILL || list[k].kind == PART_QUAL))
            k++;
        if (k + 1 < to && list[k].kind == PART_THING && list[k].hit.quantity &&
            parts_find(list, k, to, PART_QUANTITY) < to)
            return k;
    }
    return to;
}

/* "FEV1 >= 70 % for A or FEV1 >= 60 % for B": does the bound at `second` stand behind the name that
 * the first, in [from, at), is of? */
static bool named_again(const part *list, size_t from, size_t at, size_t second)
{
    const part *p = &list[second - 1];

    if (p->kind != PART_THING || !p->hit.quantity)
        return false;
    for (size_t i = from; i < at; i++)
        if (list[i].kind == PART_THING && list[i].hit.quantity)
            return list[i].hit.quantity == p->hit.quantity &&
                   (i + 1 == at || parts_find(list, i + 1, at, PART_THING) == at);
    return false;
}

/* The parts [from, at) for those of whom [at + 1, to) says something. `asked`: of them it is asked,
 * and of nobody else; else who meets both. NULL: something is not said. */
static const rule *limit_of_those(const clause *c, const part *list, size_t from, size_t at,
                                  size_t to, bool asked)
{
    clause positive = *c;
    const rule *limit, *of;

    positive.exclusion = false;
    limit = list_rule(c, list, from, at);
    of = list_rule(&positive, list, at + 1, to);
    return limit && of ? rule_two(c->arena, asked ? RULE_IF : RULE_ALL, of, limit) : NULL;
}

/* "Karnofsky >= 50 for those over 16 and Lansky >= 50 for those under 16": limits of two
 * quantities, each for its own group; the second begins at `name`, behind the group that ends at
 * `end`. */
static const rule *limit_of_each(const clause *c, const part *list, size_t from, size_t at,
                                 size_t end, size_t name, size_t next, size_t to)
{
    bool either = c->exclusion;
    const rule *first, *second;
    clause in = *c;

    for (size_t i = end; i < name; i++)
        either = either || list[i].kind == PART_OR || list[i].kind == PART_ANDOR;
    if (end == name || in.depth++ > CLAUSE_DEPTH || !parts_name_something(list, at + 1, end) ||
        !parts_name_something(list, next + 1, to))
        return NULL;
    first = limit_of_those(&in, list, from, at, end, !either);
    second = limit_of_those(&in, list, name, next, to, !either);
    return first && second ? rule_two(c->arena, either ? RULE_ANY : RULE_ALL, first, second) : NULL;
}

/* The "and" before the last quantity of [from, at), where alternatives of other limits stand before
 * it; `at`: there is none. */
static size_t mixed_before(const part *list, size_t from, size_t at)
{
    size_t last = at, and_at;

    while (last > from && !(list[last - 1].kind == PART_THING && list[last - 1].hit.quantity))
        last--;
    for (and_at = last; and_at > from && list[and_at - 1].kind != PART_AND;)
        and_at--;
    return and_at > from && parts_find(list, and_at, at, PART_QUANTITY) < at &&
                   parts_find(list, from, and_at - 1, PART_QUANTITY) < and_at - 1 &&
                   parts_find(list, from, and_at - 1, PART_OR) < and_at - 1 &&
                   parts_find(list, and_at, at, PART_OR) == at
               ? and_at - 1
               : at;
}

const rule *limit_by_condition(const clause *c, const part *list, size_t from, size_t at, size_t to)
{
    size_t next = at + 1, second, end, rest;
    clause positive = *c, in = *c;
    const rule *usual, *of, *other, *two[2];

    /* "ALT > 60 (men) or > 40 (women) and DNA > 20 if A or > 2 if B": of the last quantity */
    if (!c->exclusion && (end = mixed_before(list, from, at)) < at && in.depth++ <= CLAUSE_DEPTH) {
        two[0] = scope_condition(&in, list, from, end);
        two[1] = limit_by_condition(&in, list, end + 1, at, to);
        if (two[0] && two[1])
            return rule_join(c->arena, RULE_ALL, parts_span(list, from, to), two, 2);
    }
    while (next < to && !is_condition(&list[next]))
        next++;
    if (!is_condition(&list[at]) || next >= to || at == from ||
        list[at - 1].kind != PART_QUANTITY || list[next - 1].kind != PART_QUANTITY)
        return NULL;
    for (second = next; second > at && (list[second - 1].kind == PART_QUANTITY ||
                                        list[second - 1].kind == PART_FILL);)
        second--;
    if (second > at + 1 && list[second - 1].kind == PART_THING && list[second - 1].hit.quantity &&
        !named_again(list, from, at, second) && next_limit(list, next, to) == to) {
        for (end = second - 1; end > at && is_link(&list[end - 1]);)
            end--;
        return limit_of_each(c, list, from, at, end, second - 1, next, to);
    }
    end = second > at + 1 && named_again(list, from, at, second) ? second - 1 : second;
    while (end > at && is_link(&list[end - 1]))
        end--;
    rest = next_limit(list, next, to);
    if (end == second || !parts_name_something(list, at + 1, end) ||
        !parts_name_something(list, next + 1, rest) || in.depth++ > CLAUSE_DEPTH)
        return NULL;
    positive.depth = in.depth;
    positive.exclusion = false;
    usual = list_rule(&in, list, from, at);
    of = list_rule(&positive, list, at + 1, end);
    for (end = rest; rest < to && end > next && is_link(&list[end - 1]);)
        end--;
    other = limit_of(&in, list, from, at, second, end);
    if (!usual || !of || !other)
        return NULL;
    two[0] = combine_by_condition(c->arena, usual, of, other);
    if (rest == to)
        return two[0];
    two[1] = scope_condition(&in, list, rest, to);
    return rule_join(c->arena, c->exclusion ? RULE_ANY : RULE_ALL, parts_span(list, from, to), two,
                     2);
}

typedef enum naming { NAMES_NOBODY, NAMES_BY_WORDS, NAMES_SOME } naming;

/* "(18-55 years)": a length of time that nothing is measured in here, so that it is an age. */
static bool tells_age(const part *p)
{
    return p->kind == PART_QUANTITY && p->period && strchr("amw", p->period) &&
           p->relative == RELATIVE_NONE && !p->outside;
}

/* "(HBeAg positive)", "(18-55 years)": who is meant, and nothing else. */
static naming names_some(const part *b)
{
    naming named = NAMES_NOBODY;

    if (b->kind != PART_BRACKET)
        return NAMES_NOBODY;
    for (size_t i = 0; i < b->inside_count; i++)
        switch (b->inside[i].kind) {
        case PART_THING: named = NAMES_SOME; break;
        case PART_QUANTITY:
            if (!tells_age(&b->inside[i]))
                return NAMES_NOBODY;
            named = NAMES_SOME;
            break;
        case PART_AGEWORD: break;
        case PART_WORD: named = named ? named : NAMES_BY_WORDS; break;
        case PART_QUAL:
        case PART_FILL:
        case PART_NOT:
        case PART_NAIVE:
        case PART_CURRENT:
        case PART_HISTORY:
        case PART_WITH:
        case PART_PERSON:
        case PART_FORGROUP:
        case PART_OF:
        case PART_ON: break;
        default: return NAMES_NOBODY;
        }
    return named;
}

/* "(under 16 years)" */
static bool brackets_ages(const part *b)
{
    for (size_t i = 0; b->kind == PART_BRACKET && i < b->inside_count; i++)
        if (tells_age(&b->inside[i]))
            return true;
    return false;
}

/* Where the second of two limits with brackets stands, the first of which is at `i`; 0: there is
 * none. */
static size_t second_bracketed(const part *list, size_t i, size_t to)
{
    size_t k = i + 2;
    naming first, second;

    if (i + 3 >= to || list[i].kind != PART_QUANTITY || list[i].age || list[i].period ||
        !(first = names_some(&list[i + 1])))
        return 0;
    while (k < to && is_link(&list[k]))
        k++;
    if (k > i + 2 && k + 2 < to && list[k].kind == PART_THING && list[k].hit.quantity &&
        brackets_ages(&list[i + 1]) && brackets_ages(&list[k + 2]))
        k++; /* "Lansky >= 50 (under 16 years) or Karnofsky >= 50 (16 years and older)" */
    if (k == i + 2 || k + 1 >= to || list[k].kind != PART_QUANTITY)
        return 0;
    second = names_some(&list[k + 1]);
    return second && (first == NAMES_SOME || second == NAMES_SOME) ? k : 0;
}

const part *limit_brackets(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from; i < *to; i++) {
        size_t k = second_bracketed(list, i, *to), n = 0, room;
        part *kept;

        if (!k)
            continue;
        room = *to + list[i + 1].inside_count + list[k + 1].inside_count;
        if (!(kept = arena_array(c->arena, room, sizeof *kept)))
            return list;
        for (size_t m = 0; m < *to; m++) {
            const part *b = &list[m];

            if (m != i + 1 && m != k + 1) {
                kept[n++] = *b;
                continue;
            }
            if (b->inside[0].kind != PART_FORGROUP)
                kept[n++] = (part){
                    .kind = PART_IF, .span = {b->span.start, b->span.start + 1}, .value = ""};
            memcpy(kept + n, b->inside, b->inside_count * sizeof *kept);
            for (size_t end = n + b->inside_count; n < end; n++)
                kept[n].age = kept[n].age || tells_age(&kept[n]);
        }
        *to = n;
        return kept;
    }
    return list;
}

/* "ECOG 0 to 1, or 2 if ...": where a bare number begins that stands behind "or" and another limit;
 * `at`: none does. */
static size_t second_number(const part *list, size_t from, size_t at)
{
    size_t i = at, k;

    while (i > from && list[i - 1].kind == PART_FILL)
        i--;
    if (i <= from + 2 || list[--i].kind != PART_QUANTITY || list[i].unit.text || list[i].period ||
        list[i].age || list[i].pair || list[i].relative != RELATIVE_NONE || list[i].times)
        return at;
    for (k = i; k > from && list[k - 1].kind == PART_FILL;)
        k--;
    if (k == from || (list[k - 1].kind != PART_OR && list[k - 1].kind != PART_ANDOR))
        return at;
    while (k > from && is_link(&list[k - 1]))
        k--;
    return k > from + 1 && list[k - 1].kind == PART_QUANTITY && !list[k - 1].unit.text &&
                   !list[k - 1].age
               ? i
               : at;
}

/* "ECOG 0 or 1, or 2 for patients with A": of the grades before `at` the last is set apart from the
 * others. The parts with an "or" between, at [*at - 2]; NULL: it is not so. */
static const part *last_grade_apart(const clause *c, const part *list, size_t from, size_t *at,
                                    size_t *to)
{
    static const char tie[] = ", or ";
    const part *q = &list[*at - 1];
    size_t cut = q->span.end, first = q->span.end;
    part *with;

    if (*at <= from || q->kind != PART_QUANTITY || q->value_count < 3)
        return NULL;
    while (cut > q->span.start && strncasecmp(c->text + cut, tie, sizeof tie - 1) != 0)
        cut--;
    for (size_t i = q->span.start; i < cut && first > cut; i++)
        if (strncasecmp(c->text + i, " or ", 4) == 0)
            first = i;
    if (first >= cut || !(with = arena_array(c->arena, *to + 2, sizeof *with)))
        return NULL;
    memcpy(with, list, *at * sizeof *with);
    memcpy(with + *at + 2, list + *at, (*to - *at) * sizeof *with);
    with[*at + 1] = with[*at - 1];
    with[*at - 1].value_count--;
    with[*at - 1].span.end = cut;
    with[*at] = (part){.kind = PART_OR, .span = {cut, cut + sizeof tie - 2}, .value = ""};
    with[*at + 1].values += q->value_count - 1;
    with[*at + 1].value_count = 1;
    with[*at + 1].span.start = cut + sizeof tie - 1;
    *at += 2;
    *to += 2;
    return with;
}

/* "..., and hemoglobin >= 9", behind a condition: does the comma at i begin another limit? */
static bool begins_limit(const part *list, size_t i, size_t to)
{
    size_t k = i + 1;

    if (list[i].kind != PART_COMMA || k >= to || list[k].kind != PART_AND)
        return false;
    while (++k < to && (list[k].kind == PART_FILL || list[k].kind == PART_QUAL))
        ;
    return k + 1 < to && list[k].kind == PART_THING && list[k].hit.quantity &&
           list[k + 1].kind == PART_QUANTITY;
}

/* "QTc > 450 ms or QTc > 480 ms in patients with A": is the one quantity of the list named again
 * right before `end`? */
static bool same_name_before(const part *list, size_t from, size_t end)
{
    const part *name = end > from ? &list[end - 1] : NULL;
    size_t again = 0;

    if (!name || name->kind != PART_THING || !name->hit.quantity)
        return false;
    for (size_t i = from; i + 1 < end; i++) {
        if (list[i].kind == PART_THING && list[i].hit.quantity != name->hit.quantity)
            return false;
        again += list[i].kind == PART_THING;
    }
    return again == 1;
}

/* "AST <= 2.5 x ULN, or <= 5 x ULN if there are metastases": a limit, and another for some. */
const rule *limit_for_some(const clause *c, const part *list, size_t from, size_t at, size_t to)
{
    size_t second = second_bound(list, from, at), end, rest;
    const rule *limit;
    bool bound = false;
    clause in = *c;

    if (second == at) {
        const part *apart = at > from ? last_grade_apart(c, list, from, &at, &to) : NULL;

        list = apart ? apart : list;
        second = second_number(list, from, at);
    }
    end = second;
    if (second == at || second <= from + 1 || !parts_name_something(list, at + 1, to))
        return NULL;
    bool again = same_name_before(list, from, end);

    end -= again;
    while (end > from && (list[end - 1].kind == PART_COMMA || list[end - 1].kind == PART_OR ||
                          list[end - 1].kind == PART_AND || list[end - 1].kind == PART_FILL ||
                          list[end - 1].kind == PART_BUT || list[end - 1].kind == PART_ANDOR))
        end--;
    if (end == second)
        return NULL;
    for (size_t i = from; i < end; i++)
        bound = bound || list[i].kind == PART_QUANTITY;
    if (!bound)
        return NULL;
    in.depth++;
    for (rest = at + 1; rest < to && !begins_limit(list, rest, to);)
        rest++;
    limit = combine_limit(c->arena, list_rule(&in, list, from, end),
                          again ? limit_of(&in, list, second - 1, second, second, rest)
                                : limit_of(&in, list, from, end, second, rest));
    if (rest == to || in.depth > CLAUSE_DEPTH)
        return limit;
    return rule_two(c->arena, c->exclusion ? RULE_ANY : RULE_ALL, limit,
                    scope_condition(&in, list, rest + 1, to));
}

/* "A, unless B, in which case C": A, or B and C; where C is narrower, A of those without B. `at` is
 * the "unless", `then` the "in which case". */
const rule *limit_in_which_case(const clause *c, const part *list, size_t from, size_t at,
                                size_t then, size_t to, const rule *a)
{
    clause positive = *c;
    const rule *two[2], *either[2] = {a, NULL};
    bool bare = true;

    positive.exclusion = false;
    positive.special = true;
    for (size_t i = then + 1; i < to; i++)
        bare = bare && !(list[i].kind == PART_THING && list[i].hit.quantity);
    two[0] = list_rule(&positive, list, at + 1, then);
    two[1] = bare ? limit_of(c, list, from, at, then + 1, to) : NULL;
    if (!two[1])
        two[1] = list_rule(c, list, then + 1, to);
    either[1] = rule_join(c->arena, RULE_ALL, parts_span(list, at + 1, to), two, 2);
    if (c->exclusion && two[0])
        either[0] = rule_two(c->arena, RULE_ALL, a, rule_not(c->arena, two[0]->span, two[0]));
    else
        return combine_limit(c->arena, a, either[1]);
    return rule_join(c->arena, RULE_ANY, parts_span(list, from, to), either, 2);
}

/* "For those under 12 years", "in children aged 2 to 5": behind the ages that begin at i; i: none
 * do. *at: where their number stands. */
static size_t ages_end(const part *list, size_t i, size_t to, size_t *at)
{
    size_t k = i;
    const part *q;

    while (k < to && (list[k].kind == PART_AGEWORD || list[k].kind == PART_FILL))
        k++;
    q = k < to && list[k].kind == PART_QUANTITY ? &list[k] : NULL;
    /* "those 12 and older": years, where nothing else is said */
    if (!q || (q->unit.text && !q->period) || (q->period && q->period != 'a' && q->period != 'm') ||
        (!q->period && !q->value[0]))
        return i;
    *at = k;
    while (++k < to && (list[k].kind == PART_AGEWORD || list[k].kind == PART_PERSON))
        ;
    return k;
}

/* "In children", "for those under 12 years", behind a bound at i: for whom it is; the part behind,
 * i where nothing says so. *age: where their ages stand, or i. */
static size_t age_group_end(const clause *c, const part *list, size_t i, size_t to, size_t *age)
{
    size_t k = i + 2, end;

    *age = i;
    if (list[i].kind != PART_QUANTITY || list[i].age || list[i].period || k >= to)
        return i;
    if (list[i + 1].kind == PART_FILL &&
        (part_is(c, &list[i + 1], "in") || part_is(c, &list[i + 1], "for")) &&
        roles_within(c->text + list[k].span.start, list[k].span.end - list[k].span.start) &
            ROLE_AGE_GROUP)
        while (++k < to && list[k].kind == PART_PERSON)
            ;
    else if (list[i + 1].kind != PART_FORGROUP)
        return i;
    end = ages_end(list, k, to, age);
    if (end == k && list[i + 1].kind == PART_FORGROUP)
        return i;
    return end == to || is_link(&list[end]) || list[end].kind == PART_PERIOD ||
                   list[end].kind == PART_SEMICOLON
               ? end
               : i;
}

/* The "for" behind the bound at i as "if", and the number at `age` as one of ages. */
static void ask_age(part *list, size_t i, size_t age)
{
    list[i + 1].kind = PART_IF;
    list[i + 1].value = "";
    if (age > i) {
        list[age].age = true;
    }
}

const part *limit_age_groups(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from; i < *to; i++) {
        size_t age, other, end = age_group_end(c, list, i, *to, &age), k = end, last;
        part *kept;

        if (end == i)
            continue;
        while (k < *to && is_link(&list[k]))
            k++;
        /* what follows would be taken for more of whom it is for */
        while (k > end && k < *to && list[k].kind == PART_THING && list[k].hit.quantity)
            k++; /* "FEV1 >= 70 % in children or FEV1 >= 60 % in adults" */
        if (k == end || k >= *to || (last = age_group_end(c, list, k, *to, &other)) == k ||
            (last < *to && list[last].kind != PART_PERIOD && list[last].kind != PART_SEMICOLON))
            continue;
        if (!(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
            return list;
        ask_age(kept, i, age);
        ask_age(kept, k, other);
        return kept;
    }
    return list;
}

bool limit_then(const clause *c, rule **r, const item *x)
{
    const rule_window *w = x->window ? x->window->window : x->event ? x->event->window : NULL;
    const rule **of;

    if (!w || (*r)->window ||
        ((*r)->op != RULE_COMPARE && (*r)->op != RULE_ALL && (*r)->op != RULE_ANY))
        return true;
    if ((*r)->op == RULE_COMPARE) {
        (*r)->window = w;
        return true;
    }
    of = arena_array(c->arena, (*r)->count, sizeof *of);
    for (size_t i = 0; of && i < (*r)->count; i++) {
        rule *k = arena_copy(c->arena, (*r)->of[i], 1, sizeof *k);

        if (!k || !limit_then(c, &k, x))
            return false;
        of[i] = k;
    }
    (*r)->of = of;
    return of;
}
