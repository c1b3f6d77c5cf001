/* A limit of those who have a thing, and another one of those who lack it: "BMI >= 27 with, or >=
 * 30 without, diabetes", "ALT <= 5 x ULN with metastases or <= 3 x ULN without". */
#include "grammar/limit.h"
#include "grammar/list.h"

#include "engine/base/text.h"

/* The two of them: where the numbers stand, and what is said of whom; a piece that is empty takes
 * the words of the other. */
typedef struct two_limits {
    size_t bound[2];
    size_t from[2], to[2]; /* whom each is for */
    bool lack[2];          /* "without" */
    size_t end;            /* behind the second */
} two_limits;

static bool is_or(const part *p)
{
    return p->kind == PART_OR || p->kind == PART_AND || p->kind == PART_ANDOR ||
           p->kind == PART_BUT;
}

static bool is_light(const part *p)
{
    return p->kind == PART_COMMA || p->kind == PART_FILL;
}

/* Does "with" or "without" stand at i, right behind a bound? */
static bool says_whom(const clause *c, const part *list, size_t i, size_t to, bool *lack)
{
    const part *p = &list[i];

    if (i >= to)
        return false;
    *lack = p->kind == PART_NOT;
    return (p->kind == PART_WITH || *lack) &&
           text_starts_nocase(c->text + p->span.start, p->span.end - p->span.start,
                              *lack ? "without" : "with");
}

/* Where the words end that say whom a limit is for: before the next statement. */
static size_t whom_end(const part *list, size_t i, size_t to)
{
    bool named = false;

    for (; i < to; i++)
        switch (list[i].kind) {
        case PART_COMMA:
            if (named)
                return i;
            break;
        case PART_AND:
        case PART_OR:
        case PART_ANDOR:
        case PART_BUT: /* "without diabetes and age > 18" */
            for (size_t k = i + 1; k < to && !is_light(&list[k]) && !is_or(&list[k]); k++)
                if (list[k].kind == PART_QUANTITY || list[k].kind == PART_JUDGE ||
                    list[k].kind == PART_COUNT)
                    return i;
            break;
        case PART_QUANTITY:
        case PART_SEMICOLON:
        case PART_PERIOD:
        case PART_IF:
        case PART_UNLESS:
        case PART_EXCEPT:
        case PART_WITH:
        case PART_NOT: return i;
        default: named = named || !is_light(&list[i]); break;
        }
    return i;
}

/* The parts [*from, *to) without light ones at their ends. */
static void trim(const part *list, size_t *from, size_t *to)
{
    while (*from < *to && is_light(&list[*from]))
        (*from)++;
    while (*to > *from && is_light(&list[*to - 1]))
        (*to)--;
}

/* The two limits, the first of which stands at i. */
static bool read_limits(const clause *c, const part *list, size_t i, size_t to, two_limits *t)
{
    size_t k;

    *t = (two_limits){.bound = {i}};
    if (!says_whom(c, list, i + 1, to, &t->lack[0]))
        return false;
    t->from[0] = t->to[0] = i + 2;
    for (k = i + 2; k < to && list[k].kind != PART_QUANTITY; k++)
        switch (list[k].kind) {
        case PART_SEMICOLON:
        case PART_PERIOD:
        case PART_WITH:
        case PART_NOT:
        case PART_IF: return false;
        default: break;
        }
    t->bound[1] = k;
    if (k >= to || !says_whom(c, list, k + 1, to, &t->lack[1]) || t->lack[0] == t->lack[1])
        return false;
    /* before its connective, and the name once more: "or BMI > 30 without" */
    if (k > i + 2 && list[k - 1].kind == PART_THING && list[k - 1].hit.quantity)
        k--;
    while (k > i + 2 && (is_light(&list[k - 1]) || is_or(&list[k - 1])))
        k--;
    if (k + 1 > t->bound[1])
        return false; /* nothing stands between them */
    t->to[0] = k;
    t->from[1] = t->bound[1] + 2;
    t->to[1] = t->end = whom_end(list, t->from[1], to);
    for (size_t w = 0; w < 2; w++)
        trim(list, &t->from[w], &t->to[w]);
    return true;
}

/* Nothing but bounds on one side. */
static bool one_sided(const rule *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (!one_sided(r->of[i]))
            return false;
    return r->count ? r->op == RULE_ANY || r->op == RULE_ALL
                    : r->op == RULE_COMPARE && r->low.given != r->high.given;
}

static const rule *limits_of_both(const clause *c, const part *list, size_t from,
                                  const two_limits *t)
{
    const rule *limit[2], *whom[2], *with, *without;
    clause positive = *c;
    size_t have = t->lack[0] ? 1 : 0, lack = 1 - have;
    bool one = t->from[0] == t->to[0] || t->from[1] == t->to[1];

    positive.exclusion = false;
    for (size_t w = 0; w < 2; w++) {
        size_t said = t->from[w] < t->to[w] ? w : 1 - w;

        limit[w] = limit_of(c, list, from, t->bound[0], t->bound[w], t->bound[w] + 1);
        whom[w] = list_rule(&positive, list, t->from[said], t->to[said]);
        if (!limit[w] || !whom[w])
            return NULL;
    }
    if (!one && rule_equal(whom[0], whom[1])) { /* the same once more */
        clause_take(c, parts_span(list, t->from[lack], t->to[lack]));
        one = true;
    }
    with = rule_two(c->arena, RULE_ALL, limit[have], whom[have]);
    if (one && one_sided(limit[0]) && one_sided(limit[1]))
        return combine_alternative(c->arena, limit[lack], with);
    without =
        rule_two(c->arena, RULE_ALL, limit[lack], rule_not(c->arena, whom[lack]->span, whom[lack]));
    return rule_two(c->arena, RULE_ANY, have ? without : with, have ? with : without);
}

/* Where the names begin that the bound at i is of, "ALT and AST"; i: none is there. */
static size_t names_start(const part *list, size_t from, size_t i)
{
    size_t name = i;

    while (name > from && !(list[name - 1].kind == PART_THING && list[name - 1].hit.quantity))
        name--;
    if (name == from)
        return i;
    while (name > from && (part_links(list[name - 1].kind) || list[name - 1].kind == PART_FILL ||
                           (list[name - 1].kind == PART_THING && list[name - 1].hit.quantity)))
        name--;
    while (list[name].kind != PART_THING)
        name++;
    return name;
}

/* The limits with the people before the names that they are of: "women with BMI >= 27 with". NULL:
 * something else stands there. */
static const rule *limits_of_people(const clause *c, const part *list, size_t start, size_t name,
                                    const two_limits *t)
{
    const rule *limits = limits_of_both(c, list, name, t), *people;
    size_t end = name;
    bool narrows = false;

    while (end > start && (list[end - 1].kind == PART_WITH || list[end - 1].kind == PART_FILL))
        end--;
    for (size_t k = start; k < name; k++)
        switch (list[k].kind) {
        case PART_SEX:
        case PART_THING:
        case PART_QUANTITY: narrows = true; break;
        case PART_PERSON:
        case PART_WITH:
        case PART_FILL:
        case PART_QUAL:
        case PART_WORD:
        case PART_AGEWORD:
        case PART_OF: break;
        default: /* "no BMI >= 27 with" */
            return rule_opaque(c->arena, parts_span(list, start, t->end),
                               "two limits, and what else is said of them");
        }
    if (!narrows)
        return limits;
    people = list[end].kind == PART_WITH ? list_rule(c, list, start, end) : NULL;
    return people && limits ? rule_two(c->arena, RULE_ALL, people, limits) : NULL;
}

const rule *limit_with_or_without(const clause *c, const part *list, size_t from, size_t to)
{
    const rule *of[3];
    size_t n = 0, i = from, name, start, rest;
    two_limits t;
    clause in = *c;
    bool any = c->exclusion, apposed = false;

    while (i < to && !(list[i].kind == PART_QUANTITY && read_limits(c, list, i, to, &t)))
        i++;
    if (i >= to || (t.from[0] == t.to[0] && t.from[1] == t.to[1]) || in.depth++ > CLAUSE_DEPTH ||
        (name = names_start(list, from, i)) == i)
        return NULL;
    for (start = name; start > from && !part_divides(list[start - 1].kind);)
        start--;
    if (start > from &&
        parts_name_something(list, from, start - 1)) { /* what is asked for before it */
        any = any || list[start - 1].kind == PART_OR;
        apposed = any && list[start - 1].kind == PART_COMMA; /* "obesity, BMI >= 27 with" */
        of[n] = scope_condition(&in, list, from, start - 1);
        if (!of[n++])
            return NULL;
    }
    of[n] = limits_of_people(&in, list, start, name, &t);
    if (!of[n++])
        return NULL;
    for (rest = t.end;
         rest < to && (is_light(&list[rest]) || is_or(&list[rest]) ||
                       list[rest].kind == PART_SEMICOLON || list[rest].kind == PART_PERIOD);)
        rest++;
    if (rest < to && parts_any_content(list, rest, to)) { /* and behind it */
        of[n] = scope_condition(&in, list, rest, to);
        if (!of[n++])
            return NULL;
    }
    if (apposed && n == 2) {
        const rule *two[2] = {rule_join(c->arena, RULE_ALL, parts_span(list, from, to), of, n),
                              rule_join(c->arena, RULE_ANY, parts_span(list, from, to), of, n)};

        return two[0] && two[1] ? rule_readings(c->arena, two[0]->span, "and-or-scope", two, 2)
                                : NULL;
    }
    return n == 1
               ? of[0]
               : rule_join(c->arena, any ? RULE_ANY : RULE_ALL, parts_span(list, from, to), of, n);
}
