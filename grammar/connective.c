/* What the connectives of a list mean: "and", "or", commas and slashes between entries that are
 * read already, and two readings where the words leave it open. */
#include "grammar/bound.h"
#include "grammar/connective.h"
#include "grammar/list.h"
#include "grammar/status.h"

#include "engine/base/text.h"
#include "rules/landmark.h"
#include "rules/sayings.h"

#include <ctype.h>
#include <string.h>

/* The sex of those that an entry speaks of: 'f', 'm', 0 where it says none. */
static char entry_sex(const item *x)
{
    const concept *k = x->subject.concept;

    if (x->who)
        return 0;
    /* "non-pregnant women", and not "not pregnant" */
    if (x->negated && !x->sex &&
        !(x->subject.text && roles_of_last(x->subject.text, strlen(x->subject.text)) & ROLE_PEOPLE))
        return 0;
    if (x->sex)
        return strcmp(x->sex->value, "female") == 0 ? 'f' : 'm';
    return k && (k->flags & CONCEPT_FEMALE) ? 'f' : k && (k->flags & CONCEPT_MALE) ? 'm' : 0;
}

/* "Transgender women": people of a sex of their own. */
static bool is_gender(const item *x)
{
    const concept *k = x->subject.concept;

    return k && k->category == CATEGORY_SOCIAL && is_under_landmark(k, LANDMARK_TRANSGENDER) &&
           !x->negated && !x->who && !x->judge;
}

/* Does an item carry its own measurement, severity, consequence or treatment? Then "and" before it
 * joins it to the condition before, also under exclusion. */
static bool own_measure(const item *x)
{
    return x->quantity_count || x->need || (x->judge && x->thing_count);
}

static bool is_or(part_kind link)
{
    return link == PART_OR || link == PART_ANDOR || link == PART_SLASH;
}

/* How the commas of a list with "and" and "or" are read. */
typedef enum comma_use {
    COMMA_AND,    /* as "and" */
    COMMA_AS_NEXT /* as the word behind them: those of "A, B or C, and D" as "or" */
} comma_use;

static bool joins_as_or(const entries *e, size_t i, size_t to, comma_use comma)
{
    while (comma == COMMA_AS_NEXT && i + 1 < to && e->at[i].link == PART_COMMA)
        i++;
    return is_or(e->at[i].link);
}

/* The grouping in which `tight` binds tighter: runs of it become one. */
static const rule *grouped(const clause *c, const entries *e, size_t from, size_t to,
                           bool and_tight, rule_op and_op, comma_use comma, eligo_span span)
{
    const rule **of = arena_room(c->arena, (to - from + 1) * sizeof *of);
    size_t n = 0, start = from;
    rule_op inner = and_tight ? and_op : RULE_ANY, outer = and_tight ? RULE_ANY : and_op;

    if (!of)
        return NULL;
    for (size_t i = from + 1; i <= to; i++) {
        bool cut = i == to;

        if (!cut)
            cut = joins_as_or(e, i, to, comma) == and_tight;
        if (!cut)
            continue;
        eligo_span s = {e->at[start].item.span.start, e->at[i - 1].item.span.end};
        of[n++] = entries_joined(c, e, start, i, inner, s);
        start = i;
    }
    return rule_join(c->arena, outer, span, of, n);
}

/* "> 12 for women and > 13 for men", "< 1.0 (men), < 1.3 (women)": nobody is both. */
static bool limits_by_sex(const entries *e, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++)
        if (e->at[i].item.sex && e->at[from].item.sex &&
            strcmp(e->at[i].item.sex->value, e->at[from].item.sex->value) != 0 &&
            e->at[i].item.quantity_count)
            return true;
    return false;
}

/* "Age below 18 and over 45", "younger than 6 months and older than 80 years": nobody is both. */
static bool excludes_each_other(const entries *e, size_t from, size_t to)
{
    const rule *a = e->at[from].rule, *b;

    if (to - from != 2 || !(b = e->at[from + 1].rule) || !a || a->op != RULE_COMPARE ||
        b->op != RULE_COMPARE || !a->subject.concept || a->subject.concept != b->subject.concept ||
        e->at[from].item.negated || e->at[from + 1].item.negated ||
        a->relative_to != b->relative_to || a->low.given || !a->high.given || !b->low.given ||
        b->high.given || a->value_count || b->value_count || a->window || b->window ||
        !a->subject.who != !b->subject.who ||
        (a->subject.who && strcmp(a->subject.who, b->subject.who) != 0))
        return false;
    return rule_below(a, b);
}

static bool bounds_age(const rule *r)
{
    if (r && r->op == RULE_READINGS && r->count)
        return bounds_age(r->of[0]);
    return r && r->op == RULE_COMPARE && !r->subject.who &&
           is_landmark(r->subject.concept, LANDMARK_AGE);
}

/* "Patients with A and patients with B", "women with A and men with B": two sorts of people, and
 * nobody needs to be of both. */
static bool names_people_again(const clause *c, const entries *e, size_t from, size_t to)
{
    bool again = false, named = false;

    for (size_t i = from; i < to; i++) {
        const item *x = &e->at[i].item;
        size_t start = x->span.start > 24 ? x->span.start - 24 : 0;
        bool people = x->sex != NULL, aged;

        if (i > from && e->at[i - 1].item.span.end > start)
            start = e->at[i - 1].item.span.end;
        for (size_t at = start; at < x->span.start; at++)
            people =
                people || text_starts_any(c->text + at, x->span.start - at, saying_people_again);
        people = people || x->of_age; /* "children with A and adults with B" */
        /* "patients over 50 and patients with A" */
        aged = x->person && !x->has_subject && bounds_age(e->at[i].rule);
        if (!(people || aged) || x->negated || x->judge || !(x->person || x->sex || x->of_age) ||
            !(x->has_subject || x->thing_count || aged))
            return false;
        named = named || !aged;
        again = again || (i > from && e->at[i].link == PART_AND);
    }
    return again && named;
}

static bool ends_with(const clause *c, eligo_span s, const char *end)
{
    size_t n = strlen(end);

    return s.end - s.start > n + 2 && text_equal_nocase(c->text + s.end - n, n, end);
}

/* "Smokers, asthmatics and diabetics", "both diabetic and hypertensive patients": sorts of people,
 * of which one is perhaps enough. */
static bool names_sorts(const clause *c, const entries *e, size_t from, size_t to)
{
    static const char *const ends[] = {"ics", "ers", "ives", "ants"};
    bool both = false, plural = true;

    for (size_t i = from; i < to; i++) {
        const item *x = &e->at[i].item;
        bool people = false;

        both = both || e->at[i].both;
        if (!x->has_subject || x->quantity_count || x->negated || x->judge ||
            (i > from && e->at[i].link != PART_AND && e->at[i].link != PART_COMMA))
            return false;
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
            people = people || ends_with(c, x->subject.span, ends[k]);
        plural =
            plural && people &&
            (x->subject.category == CATEGORY_CONDITION || x->subject.category == CATEGORY_SOCIAL);
    }
    return plural ||
           (both && to - from == 2 && e->at[to - 1].item.person && !e->at[from].item.person);
}

/* "On warfarin and unable to stop": a judgement that names nothing, behind what somebody takes. */
static bool cannot_be_stopped(const clause *c, const entries *e, size_t i)
{
    const item *x = &e->at[i].item, *drug = &e->at[i - 1].item;

    return x->judge && x->denied &&
           text_starts_nocase(c->text + x->judge_span.start,
                              x->judge_span.end - x->judge_span.start, "un") &&
           !x->thing_count && !x->negated && drug->current &&
           concept_is_treatment(drug->subject.concept);
}

/* "On A", "taking A": said of who has what stands before it; "use of A", "ongoing A" are as well
 * one more of what bars. */
static bool begins_taking(const clause *c, const item *x)
{
    size_t i = x->from;

    while (i > 0 && x->in[i].span.start > x->span.start)
        i--; /* "on oral or inhaled A": its words begin there */
    while (i < x->to && x->in[i].kind == PART_FILL)
        i++;
    return x->treated || (i < x->to && x->in[i].kind == PART_CURRENT &&
                          (text_is(x->in[i].value, "taking") || part_is(c, &x->in[i], "on")));
}

/* "A and is on B", "A, severe, and on B": a verb of its own, where what stands before has none. */
static bool goes_on_with_verb(const clause *c, const entries *e, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++)
        if (e->at[i].link == PART_AND && e->at[i].who) /* "A and who is on B" */
            return true;
        else if (e->at[i].link == PART_AND && e->at[i - 1].item.has_subject &&
                 (e->at[i].verb || cannot_be_stopped(c, e, i) ||
                  ((e->at[from].item.subject.category == CATEGORY_CONDITION ||
                    e->at[from].item.subject.category == CATEGORY_PROCEDURE) &&
                   to - from == 2 && begins_taking(c, &e->at[i].item))))
            return !e->at[from].verb;
    return false;
}

/* "Men and women of childbearing potential": nobody is both. *bare: nothing but these is named.
 * *asked: something is asked of some of them. */
static bool joins_sexes(const entries *e, size_t from, size_t to, bool *bare, bool *asked)
{
    bool female = false, male = false, other = false;

    *bare = true;
    *asked = false;
    for (size_t i = from; i < to; i++) {
        const item *x = &e->at[i].item;
        const concept *k = x->subject.concept;
        char sex = entry_sex(x);

        female = female || sex == 'f';
        male = male || sex == 'm';
        if (is_gender(x)) {
            other = true;
            *bare = *bare && !x->quantity_count;
            continue;
        }
        if (!sex || x->quantity_count || x->judge ||
            (x->has_subject && !(k && (k->flags & (CONCEPT_FEMALE | CONCEPT_MALE)))))
            *bare = false;
        if (!x->negated && x->has_subject && !x->quantity_count && !x->grown &&
            !is_landmark(k, LANDMARK_HEALTHY) &&
            !(k && (k->flags & (CONCEPT_FEMALE | CONCEPT_MALE))))
            *asked = true;
    }
    return (female && male) || ((female || male) && other);
}

/* "Men and non-pregnant women, 30 to 79 years of age", "... women aged 30 to 79": the one age
 * behind the last is that of all. NULL: something else is said as well. */
static const rule *sexes_of_an_age(const clause *c, const entries *e, size_t from, size_t to,
                                   eligo_span span)
{
    const rule **of = arena_array(c->arena, to - from, sizeof *of), *two[2] = {NULL, NULL};
    size_t n = 0;

    for (size_t i = from; of && i < to; i++) {
        const rule *r = e->at[i].rule;

        if (!r || e->at[i].item.negated || two[1])
            return NULL; /* nothing behind the age */
        if (bounds_age(r)) {
            two[1] = r;
            continue;
        }
        if (!entry_sex(&e->at[i].item) && !is_gender(&e->at[i].item))
            return NULL;
        if (e->at[i].item.quantity_count) {
            const rule **rest = arena_array(c->arena, r->count, sizeof *rest);
            size_t kept = 0;

            for (size_t k = 0; rest && k < r->count; k++)
                if (bounds_age(r->of[k]) && !two[1])
                    two[1] = r->of[k];
                else
                    rest[kept++] = r->of[k];
            if (r->op != RULE_ALL || !two[1] || !kept)
                return NULL;
            r = rule_join(c->arena, RULE_ALL, r->span, rest, kept);
        }
        of[n++] = r;
    }
    if (!of || n < 2 || !two[1])
        return NULL;
    two[0] = rule_join(c->arena, RULE_ANY, span, of, n);
    return rule_join(c->arena, RULE_ALL, span, two, 2);
}

/* "ALT > 3 x ULN and bilirubin > 2 x ULN" among what bars: each by itself, or the two together. Of
 * "AST and ALT > 3 x ULN", "SBP and DBP > 150 and 95" it is each. */
static bool two_limits(const entries *e, size_t from, size_t to)
{
    const rule *one, *other;

    if (to - from != 2 || e->at[to - 1].link != PART_AND || e->at[to - 1].loose)
        return false;
    for (size_t i = from; i < to; i++) {
        const item *x = &e->at[i].item;

        if (!e->at[i].rule || e->at[i].rule->op != RULE_COMPARE || x->age || x->negated ||
            !e->at[i].rule->subject.concept || !x->quantity_count ||
            (i == from && x->quantities[0]->span.end > e->at[to - 1].item.span.start))
            return false;
    }
    one = e->at[from].rule;
    other = e->at[to - 1].rule;
    return one->subject.concept != other->subject.concept &&
           (one->low.given != other->low.given || one->low.value != other->low.value ||
            one->high.given != other->high.given || one->high.value != other->high.value);
}

/* "A and B simultaneously", "combined use of A and B": do the words of two names say that they are
 * meant together? */
static bool said_together(const clause *c, const entries *e, size_t from, size_t to)
{
    if (to - from != 2 || (e->at[to - 1].link != PART_AND && e->at[to - 1].link != PART_SLASH))
        return false;
    for (size_t i = from; i < to; i++) {
        const item *x = &e->at[i].item;
        eligo_span s = x->in && x->from < x->to ? parts_span(x->in, x->from, x->to) : x->span;

        for (size_t k = s.start; k < s.end; k++)
            if ((k == s.start || !isalpha((unsigned char)c->text[k - 1])) &&
                text_starts_any(c->text + k, s.end - k, saying_together))
                return true;
    }
    return false;
}

/* "Diabetes and on insulin", "asthma and treated with A": a condition and what is given to whoever
 * has it, or each by itself. */
static bool on_treatment(const entries *e, size_t from, size_t to)
{
    const item *x = &e->at[from].item, *y = &e->at[to - 1].item;
    const part *first = y->in && y->from < y->to ? &y->in[y->from] : NULL;

    return to - from == 2 && e->at[to - 1].link == PART_AND && !e->at[to - 1].loose && first &&
           (first->kind == PART_CURRENT ||
            (first->kind == PART_HISTORY && text_is(first->value, "treated"))) &&
           x->has_subject && x->subject.category == CATEGORY_CONDITION && !x->negated &&
           !y->negated && concept_is_treatment(y->subject.concept) &&
           y->subject.category != CATEGORY_ENCOUNTER;
}

/* "Smokers over 50 and all diabetics": people of two sorts, and nobody needs to be of both. */
static bool adds_people(const clause *c, const entries *e, size_t from, size_t to)
{
    bool added = false;

    for (size_t i = from; i < to; i++) {
        const item *x = &e->at[i].item;

        if (x->negated || x->judge ||
            !(x->sex || x->person ||
              roles_within(c->text + x->span.start, x->span.end - x->span.start) &
                  (ROLE_PEOPLE | ROLE_AGE_GROUP)))
            return false;
        added = added || (i > from && e->at[i].all && e->at[i].link == PART_AND);
    }
    return added;
}

/* What "and" means here: both, or, in a list under exclusion, either. */
static rule_op and_means(const clause *c, const entries *e, size_t from, size_t to, bool *open)
{
    *open = false;
    if (limits_by_sex(e, from, to) || excludes_each_other(e, from, to))
        return RULE_ANY;
    if (!c->exclusion) {
        bool bare, asked;

        return (joins_sexes(e, from, to, &bare, &asked) && bare) || adds_people(c, e, from, to)
                   ? RULE_ANY
                   : RULE_ALL;
    }
    for (size_t i = from + 1; i < to; i++) /* a condition and the treatment that it needs */
        if (e->at[i].link == PART_AND && e->at[i].item.need && e->at[i - 1].item.has_subject &&
            !e->at[i - 1].item.need)
            return RULE_ALL;
    bool measured =
             to - from > 1 && e->at[from].item.has_subject && !own_measure(&e->at[from].item),
         needed = false;

    for (size_t i = from; i < to; i++) {
        if (e->at[i].both)
            return RULE_ALL;
        if (i > from) {
            measured = measured && own_measure(&e->at[i].item) &&
                       (!e->at[i].item.age ||
                        (to - from == 2 && !e->at[i].loose && !e->at[i].item.person));
            needed = needed || e->at[i].item.need;
        }
    }
    /* a condition, and all that follows is its measurement or treatment */
    if (measured && needed)
        return RULE_ALL;
    *open = measured || goes_on_with_verb(c, e, from, to) || two_limits(e, from, to) ||
            on_treatment(e, from, to) || said_together(c, e, from, to);
    return RULE_ANY;
}

/* Things of one category, and nothing else said of them: that category. CATEGORY_NONE: they are
 * not. `unknown`: or words that nobody knows, which it then says. */
static category kind_of_all(const entries *e, size_t from, size_t to, bool *unknown)
{
    category kind = CATEGORY_NONE;

    for (size_t i = from; i < to; i++) {
        const item *x = &e->at[i].item;

        if (!x->has_subject || x->quantity_count || x->judge || x->negated || x->sex ||
            e->at[i].group)
            return CATEGORY_NONE;
        if (!x->subject.concept && unknown) {
            *unknown = true;
            continue;
        }
        if (!x->subject.concept || (kind != CATEGORY_NONE && x->subject.category != kind) ||
            (x->subject.category != CATEGORY_CONDITION &&
             x->subject.category != CATEGORY_MEDICATION &&
             x->subject.category != CATEGORY_PROCEDURE))
            return CATEGORY_NONE;
        kind = x->subject.category;
    }
    return kind;
}

/* "Gout, asthma": two names with a comma between them, and no word ("gout, presenting with fever").
 */
static bool side_by_side(const entries *e, size_t from)
{
    eligo_span a = e->at[from].item.span, b = e->at[from + 1].item.span;

    return b.start > a.end && b.start - a.end <= 3 && e->at[from].rule && e->at[from + 1].rule &&
           e->at[from].rule->op == RULE_HAS && e->at[from + 1].rule->op == RULE_HAS;
}

/* "Metformin >= 1 g/day, a sulfonylurea or insulin": so much of the first is taken, like the
 * others. */
static bool both_taken(const entry *a, const entry *b)
{
    return a->rule && b->rule && a->rule->op == RULE_HAS && b->rule->op == RULE_HAS &&
           (a->rule->dose || b->rule->dose) && a->item.subject.concept && b->item.subject.concept &&
           a->item.subject.category == CATEGORY_MEDICATION &&
           b->item.subject.category == CATEGORY_MEDICATION;
}

/* One has a number and the other has none, or one is measured and the other is had or taken. */
static bool of_other_sort(const entry *a, const entry *b)
{
    bool measured = a->rule && a->rule->op == RULE_COMPARE && !a->rule->counting,
         had = b->rule && b->rule->op == RULE_HAS;

    /* "female, gout or asthma" */
    if (a->item.sex && !a->item.has_subject && !b->item.sex && !a->item.negated)
        return true;
    return ((a->item.quantity_count != 0) != (b->item.quantity_count != 0) && !both_taken(a, b)) ||
           (measured && had);
}

/* Does the list before entry i end there? No ", or" stands behind it, and no comma before an "or".
 */
static bool ends_list(const entries *e, size_t i, size_t to)
{
    bool comma = false;

    for (i++; i < to; i++) {
        if (e->at[i].loose || (comma && e->at[i].link != PART_COMMA))
            return false;
        comma = comma || e->at[i].link == PART_COMMA;
    }
    return true;
}

/* "A 1-2 or B 3-4 or C 5-6, D > 25": the commas are no signs of the list that "or" makes. */
static bool ors_only(const entries *e, size_t from, size_t i, size_t to)
{
    for (size_t k = from + 1; k < i; k++)
        if (e->at[k].link == PART_COMMA)
            return false;
    /* "..., < 40 for men": the last quantity once more */
    if (!e->at[i].rule || e->at[i].rule->op != RULE_COMPARE || e->at[i].item.sex ||
        !e->at[i].rule->subject.concept || compares_again(e->at[i - 1].rule, e->at[i].rule))
        return false;
    for (; i < to; i++)
        if (e->at[i].link != PART_COMMA)
            return false;
    return true;
}

static bool comma_behind_or(const entries *e, size_t from, size_t to)
{
    bool or = false;

    for (size_t i = from + 1; i < to; i++) {
        if (or &&e->at[i].link == PART_COMMA && !e->at[i].example)
            return true;
        or = or || ((e->at[i].link == PART_OR || e->at[i].link == PART_ANDOR) && !e->at[i].example);
    }
    return false;
}

/* Do all commas before an "or" part things of one kind ("an ACE inhibitor, ARB or MRA, and a beta
 * blocker")? They belong to the list that it ends. `only`: nothing of that kind stands elsewhere,
 * so that they cannot be parts of the other list. */
static bool lists_alternatives(const entries *e, size_t from, size_t to, bool *only)
{
    bool found = false, unknown = false;
    category kind = CATEGORY_NONE;

    *only = true;
    for (size_t i = from + 1; i < to; i++) {
        size_t first = i - 1, last = i;

        if (e->at[i].link != PART_COMMA || !joins_as_or(e, i, to, COMMA_AS_NEXT))
            continue;
        while (e->at[last].link == PART_COMMA)
            last++;
        if ((kind = kind_of_all(e, first, last + 1, &unknown)) == CATEGORY_NONE)
            return false;
        found = true;
        i = last;
    }
    for (size_t i = from; i < to && found; i++) {
        const entry *x = &e->at[i];

        if (i > from && joins_as_or(e, i, to, COMMA_AS_NEXT))
            continue;
        if (i + 1 < to && joins_as_or(e, i + 1, to, COMMA_AS_NEXT))
            continue;
        *only &= x->item.has_subject && x->item.subject.category != kind;
    }
    *only &= !unknown;
    return found;
}

/* Do they stand before one bound ("A or B > 2")? */
static bool share_bound(const entry *a, const entry *b)
{
    return b->link == PART_OR && !a->item.negated && !b->item.negated && a->item.quantity_count &&
           b->item.quantity_count &&
           a->item.quantities[0]->span.start == b->item.quantities[0]->span.start;
}

/* The entries [from, to) with neighbours that are `alike` as one, any of them. `sexless`: what is
 * made of them is of no sex. */
static entries fold(const clause *c, const entries *e, size_t from, size_t to,
                    bool alike(const entry *, const entry *), bool sexless)
{
    entries out = {.at = arena_room(c->arena, (to - from) * sizeof *out.at), .tied = e->tied};

    for (size_t i = from; out.at && i < to;) {
        size_t k = i + 1;
        entry *x = &out.at[out.count++];

        while (k < to && alike(&e->at[k - 1], &e->at[k]))
            k++;
        *x = e->at[i];
        if (k > i + 1) {
            x->item.span.end = e->at[k - 1].item.span.end;
            if (sexless)
                x->item.sex = NULL;
            x->rule = entries_joined(c, e, i, k, RULE_ANY, x->item.span);
        }
        i = k;
    }
    return out;
}

/* The quantities before one bound as one: nothing binds tighter. */
static entries fold_bounds(const clause *c, const entries *e, size_t from, size_t to)
{
    return fold(c, e, from, to, share_bound, false);
}

/* Two limits, each for one sex: "> 12 for women and > 13 for men". */
static bool for_the_other_sex(const entry *a, const entry *b)
{
    return a->item.sex && b->item.sex && a->item.quantity_count && b->item.quantity_count &&
           !a->item.negated && !b->item.negated && part_links(b->link) &&
           strcmp(a->item.sex->value, b->item.sex->value) != 0;
}

/* "Those above 50 years and all men": two groups, and who is in one of them. */
static bool adds_all(const entry *a, const entry *b)
{
    return b->all && b->link == PART_AND && bounds_age(a->rule) && !a->item.sex &&
           !a->item.negated && b->item.sex && !b->item.negated && !b->item.has_subject;
}

/* The limits for each sex as one: nobody is both, and what stands beside them is asked of all. */
static entries fold_sexes(const clause *c, const entries *e, size_t from, size_t to)
{
    return fold(c, e, from, to, for_the_other_sex, true);
}

/* "A > 4, B > 2 or C > 40", asked for: limits of different things, of which the last two may be the
 * only choice. */
static bool limits_then_choice(const entries *e, size_t from, size_t to)
{
    if (to - from < 3 || e->at[to - 1].link != PART_OR || e->at[to - 1].loose ||
        !e->at[to - 1].rule)
        return false;
    for (size_t i = from; i + 1 < to; i++) {
        const item *x = &e->at[i].item;

        if ((i > from && e->at[i].link != PART_COMMA) || !e->at[i].rule || !x->quantity_count ||
            !x->thing_count || x->age || !x->things[0]->hit.quantity ||
            (i > from && e->at[i - 1].item.things[0]->hit.quantity == x->things[0]->hit.quantity))
            return false;
    }
    return true;
}

/* The same quantity again: "..., eGFR 30 to 89 or 20 to 30". */
static bool bounds_again(const entries *e, size_t i)
{
    return compares_again(e->at[i].rule, e->at[i - 1].rule);
}

/* A list of entries with the connectives between them; what stands before the first is none of
 * them. */
typedef struct listed {
    const clause *c;
    const entries *e;
    size_t from, to;
    eligo_span span;
    size_t ands, ors, commas;
    size_t loose_ands, loose_ors; /* of them, with a comma or in capitals */
    rule_op and_op;               /* what its "and" means */
    bool open;                    /* that is not certain */
} listed;

static listed list_links(const clause *c, const entries *e, size_t from, size_t to)
{
    listed l = {.c = c, .e = e, .from = from, .to = to};

    l.span = (eligo_span){e->at[from].item.span.start, e->at[to - 1].item.span.end};
    for (size_t i = from + 1; i < to; i++) {
        switch (e->at[i].link) {
        case PART_AND:
            l.ands++;
            l.loose_ands += e->at[i].loose;
            break;
        case PART_OR:
        case PART_ANDOR:
        case PART_SLASH:
            l.ors++;
            l.loose_ors += e->at[i].loose;
            break;
        default: l.commas++; break;
        }
    }
    l.and_op = and_means(c, e, from, to, &l.open);
    return l;
}

static const rule *list_as(const listed *l, rule_op op)
{
    return entries_joined(l->c, l->e, l->from, l->to, op, l->span);
}

/* Two ways to read the list; NULL where one of them says nothing. */
static const rule *list_readings(const listed *l, const rule *first, const rule *second)
{
    const rule *two[2] = {first, second};

    return rule_readings(l->c->arena, l->span, "and-or-scope", two, 2);
}

static const rule *all_or_any(const listed *l)
{
    return list_readings(l, list_as(l, RULE_ALL), list_as(l, RULE_ANY));
}

static const rule *any_or_all(const listed *l)
{
    return list_readings(l, list_as(l, RULE_ANY), list_as(l, RULE_ALL));
}

/* One of them, or what each comma parts: "gout or asthma, COPD". */
static const rule *any_or_grouped(const listed *l)
{
    return list_readings(l, list_as(l, RULE_ANY),
                         grouped(l->c, l->e, l->from, l->to, false, RULE_ALL, COMMA_AND, l->span));
}

/* Men and women side by side, among what is asked for. NULL: none of it. */
static const rule *sexes_joined(const listed *l)
{
    bool bare, asked;
    const rule *aged;

    if (l->c->exclusion || !(l->ors ? !l->ands : l->ands && l->and_op == RULE_ALL) ||
        !joins_sexes(l->e, l->from, l->to, &bare, &asked))
        return NULL;
    /* "male or non-pregnant female aged 18 or over" */
    aged = asked ? NULL : sexes_of_an_age(l->c, l->e, l->from, l->to, l->span);
    if (aged || l->ors)
        return aged;
    /* "men, and non-pregnant women aged 18 or over": of whom the rest is said is open; so is of
     * whom something is asked in "women and men of that age contraception" */
    return asked ? rule_opaque(l->c->arena, l->span, "what is asked of men, and what of women?")
                 : any_or_all(l);
}

/* "Asthma, COPD, zorbitis": what one of them is called is not known; the others are conditions. */
static bool unknown_among_conditions(const listed *l)
{
    size_t known = 0;

    for (size_t i = l->from; i < l->to; i++) {
        const item *x = &l->e->at[i].item;

        if (!x->has_subject || x->judge || x->consent || x->negated || x->quantity_count ||
            x->age || x->sex || x->person || x->grown || l->e->at[i].verb ||
            (x->subject.concept && x->subject.category != CATEGORY_CONDITION))
            return false;
        known += x->subject.concept != NULL;
    }
    return known > 1;
}

static bool says_sound(const clause *c, eligo_span s)
{
    return roles_within(c->text + s.start, s.end - s.start) & ROLE_SOUND;
}

/* Do we stand in a bracket behind a condition, as in "organ dysfunction (creatinine > 2 mg/dL,
 * bilirubin > 2 mg/dL)", or are conditions among the words of one behind anything? Not behind what
 * is said to be sound: "adequate function (...)", "healthy (...)". */
static bool tells_kind(const listed *l)
{
    const item *of = l->c->about;
    const part *thing = of && of->thing_count ? of->things[0] : NULL;
    bool ill = thing && thing->hit.thing && thing->hit.thing->category == CATEGORY_CONDITION;

    if (!of || of->negated || of->quantity_count ||
        (thing ? thing->hit.quantity != NULL : !of->words))
        return false;
    for (size_t i = l->from; i < l->to; i++)
        ill = ill || l->e->at[i].item.subject.category == CATEGORY_CONDITION;
    for (size_t i = 0; i < of->qualifier_count; i++)
        if (says_sound(l->c, of->qualifiers[i].span))
            return false;
    return ill && !(thing && says_sound(l->c, thing->span));
}

/* Does the last of a list say that something is not taken, and of nothing else that it is not? Who
 * takes nothing is barred by no list. */
static bool lacks_treatment(const listed *l)
{
    const entry *last = &l->e->at[l->to - 1];

    for (size_t i = l->from; i + 1 < l->to; i++)
        if (l->e->at[i].item.negated || l->e->at[i].item.judge || !l->e->at[i].rule)
            return false;
    return l->c->exclusion && last->link == PART_COMMA && !last->loose && !last->more &&
           last->rule && last->item.negated && last->item.current && !last->item.judge &&
           concept_is_treatment(last->item.subject.concept);
}

/* "COPD, GOLD 3 or 4", "asthma, on steroids, or gout", among what bars: nothing says whether one is
 * enough. */
static const rule *any_or_apposed(const listed *l)
{
    if (lacks_treatment(
            l)) { /* "HIV infection, not on antiretrovirals": of what stands before it */
        const rule *two[2] = {
            entries_rule(l->c, l->e, l->from, l->to - 1),
            entries_joined(l->c, l->e, l->to - 1, l->to, RULE_ALL, l->e->at[l->to - 1].item.span)};

        return two[0] && two[1] ? rule_join(l->c->arena, RULE_ALL, l->span, two, 2) : NULL;
    }
    const rule *of[3];
    size_t n = 0;

    if (l->c->exclusion && l->commas) {
        if ((of[n] = list_apposed_to_all(l->c, l->e, l->from, l->to, l->span)))
            n++;
        if ((of[n] = list_apposed(l->c, l->e, l->from, l->to, l->span)))
            n++;
    } else if (l->commas && (of[n] = list_adjectives(l->c, l->e, l->from, l->to, l->span)))
        n++;
    of[n++] = list_as(l, RULE_ANY);
    return n > 1 ? rule_readings(l->c->arena, l->span, "and-or-scope", of, n) : of[0];
}

/* Nothing but limits and lengths of time, in a bracket. */
static bool limits_alone(const listed *l)
{
    size_t at = l->span.start, others = 0;

    while (at > 0 && text_is_blank(l->c->text[at - 1]))
        at--;
    if (at == 0 || l->c->text[at - 1] != '(') /* "(e.g. A > 3, B > 4)", "at least one of: ..." */
        return false;
    for (size_t i = l->from; i < l->to; i++) {
        const entry *e = &l->e->at[i];

        if (!e->rule || e->item.negated || e->link == PART_SEMICOLON || e->item.judge ||
            (e->rule->op != RULE_COMPARE && e->rule->op != RULE_OPAQUE && !e->rule->duration &&
             !e->item.quantity_count))
            return false;
        others += e->rule->op != RULE_COMPARE;
    }
    return others > 0; /* of "respiratory failure (PaO2 < 60, PaCO2 > 50)" each is one */
}

/* "Mild, moderate or severe asthma": the last adjective is two, with an "or" between them, and the
 * noun is that of all. */
static bool ends_in_two_degrees(const listed *l)
{
    const item *last = &l->e->at[l->to - 1].item;
    bool two = false;

    for (size_t i = l->from; i + 1 < l->to; i++)
        if (!l->e->at[i].item.lent_noun)
            return false;
    for (size_t i = 0; i < last->qualifier_count; i++)
        two = two || (text_is(last->qualifiers[i].kind, "severity") &&
                      strstr(last->qualifiers[i].value, "_or_"));
    return two;
}

/* "In a list, a comma is what its last connective is": here there is none. */
static const rule *by_commas(const listed *l)
{
    const clause *c = l->c;
    size_t n = l->to - l->from;

    if (limits_by_sex(l->e, l->from, l->to) || ends_in_two_degrees(l))
        return list_as(l, RULE_ANY);
    /* "stroke, infarction, angina": nothing says whether one is enough */
    if (!c->exclusion && l->and_op == RULE_ALL &&
        (kind_of_all(l->e, l->from, l->to, NULL) != CATEGORY_NONE || unknown_among_conditions(l)) &&
        (n > 2 || side_by_side(l->e, l->from)))
        return all_or_any(l);
    if (!c->exclusion && l->and_op == RULE_ALL && tells_kind(l))
        return all_or_any(l);
    /* "(> 3 months, VAS > 4)": what makes it bad enough, each by itself or together */
    if (c->exclusion && c->about && n > 1 && limits_alone(l))
        return any_or_all(l);
    return c->exclusion ? any_or_apposed(l) : list_as(l, l->and_op);
}

static const rule *by_and(const listed *l)
{
    if (l->open)
        return any_or_all(l);
    if (l->and_op == RULE_ALL && !l->c->exclusion &&
        (names_people_again(l->c, l->e, l->from, l->to) || names_sorts(l->c, l->e, l->from, l->to)))
        return all_or_any(l);
    return l->and_op == RULE_ANY ? any_or_apposed(l) : list_as(l, l->and_op);
}

/* All limits of a list but the last, which has a choice: "A > 4, B > 2 or C > 40". */
static const rule *choice_at_end(const listed *l)
{
    const rule *any = list_as(l, RULE_ANY), *all, *both[2];

    both[0] = entries_rule(l->c, l->e, l->from, l->to - 2);
    both[1] = entries_rule(l->c, l->e, l->to - 2, l->to);
    all = rule_join(l->c->arena, RULE_ALL, l->span, both, 2);
    if (bounds_again(l->e, l->to - 1))
        return all;
    return all && any ? list_readings(l, all, any) : any;
}

/* "HR+/HER2- breast cancer": results that slashes part; both are meant, and where they are the same
 * one may be enough. NULL: it is no such list. */
static const rule *results_by_slash(const listed *l)
{
    const char *first = status_result(&l->e->at[l->from].item);
    bool same = true;

    for (size_t i = l->from + 1; i < l->to; i++) {
        const char *next = status_result(&l->e->at[i].item);

        if (l->e->at[i].link != PART_SLASH || !first || !next)
            return NULL;
        same = same && text_is(first, next);
    }
    if (same) /* each of several bars */
        return l->c->exclusion ? NULL : all_or_any(l);
    return list_as(l, RULE_ALL);
}

/* "ER/PR positive, HER2 negative": another result behind the comma. */
static bool another_result(const entry *e)
{
    const char *before = status_result(&e[-1].item), *behind = status_result(&e->item);

    return before && behind && !text_is(before, behind);
}

/* "Breast cancer, ER or PR positive": do the results of what stands before the comma begin there?
 */
static bool begins_results(const entry *e)
{
    return status_result(&e->item) && !status_result(&e[-1].item) && e[-1].item.subject.concept &&
           e[-1].item.subject.category == CATEGORY_CONDITION && !e[-1].item.negated;
}

/* "Diabetes, BMI > 30 or smoking", "diabetes > 2 years, gout or smoking": may the things of two
 * sorts, parted at entry `at`, be one list of alternatives? "Diabetes, HbA1c > 7% or glucose >
 * 126": what is measured of it. */
static bool may_be_one_list(const listed *l, size_t at)
{
    bool limits = true;

    for (size_t i = l->from; i < l->to; i++) {
        const item *x = &l->e->at[i].item;
        const rule *r = l->e->at[i].rule;
        bool lasts = r && r->op == RULE_HAS; /* its number is a length of time */

        if (x->age || x->sex || x->person || x->grown || x->judge || x->consent || x->negated ||
            !x->has_subject || (i < at && x->quantity_count && !lasts))
            return false;
        limits = limits && (i < at || x->quantity_count);
    }
    return !limits;
}

/* "18 to 70 years, with A or B": what is of another kind stands beside the list, not in it. NULL:
 * all belong together. */
static const rule *parted_by_comma(const listed *l)
{
    const entries *e = l->e;
    size_t first_or = l->from + 1;

    while (e->at[first_or].link != PART_OR && e->at[first_or].link != PART_ANDOR &&
           e->at[first_or].link != PART_SLASH)
        first_or++;
    for (size_t i = l->from + 1; i < l->to; i++)
        if (e->at[i].link == PART_COMMA &&
            ((i < first_or &&
              (of_other_sort(&e->at[i - 1], &e->at[i]) || begins_results(&e->at[i]))) ||
             /* "A or B, C > 2": one more thing that is asked */
             (i > first_or && ends_list(e, i, l->to) &&
              (of_other_sort(&e->at[i - 1], &e->at[i]) || another_result(&e->at[i]) ||
               (ors_only(e, l->from, i, l->to) && e->at[i].item.quantity_count))) ||
             /* "speaks A or B, has C": another statement */
             (i > first_or && e->at[i].verb))) {
            const rule *two[2] = {entries_rule(l->c, e, l->from, i),
                                  entries_rule(l->c, e, i, l->to)};
            const rule *all = rule_join(l->c->arena, RULE_ALL, l->span, two, 2);

            return i < first_or && !begins_results(&e->at[i]) && may_be_one_list(l, i)
                       ? list_readings(l, all, list_as(l, RULE_ANY))
                       : all;
        }
    return NULL;
}

/* "Hospitalized, pneumonia or influenza", "age 40 to 70, PSA > 4 or": does the first of a list tell
 * who or where they are, and the next what they have? */
static bool leads_list(const listed *l)
{
    const entry *a = &l->e->at[l->from], *b = a + 1;
    category of = a->item.subject.category, next = b->item.subject.category;

    if (b->link != PART_COMMA || a->item.negated || b->item.negated || b->verb)
        return false;
    if (bounds_age(a->rule) || bounds_age(b->rule))
        return bounds_age(a->rule) && !bounds_age(b->rule);
    if (!a->item.judge != !b->item.judge)
        return a->item.judge != NULL;
    return next == CATEGORY_CONDITION &&
           (of == CATEGORY_DEMOGRAPHIC || of == CATEGORY_SOCIAL || of == CATEGORY_ENCOUNTER ||
            (a->item.grown && of != CATEGORY_CONDITION));
}

/* Such a list: that and one of the others, or any of all. */
static const rule *led_or_any(const listed *l)
{
    const rule *of[2] = {entries_rule(l->c, l->e, l->from, l->from + 1),
                         entries_rule(l->c, l->e, l->from + 1, l->to)};

    return list_readings(l, rule_join(l->c->arena, RULE_ALL, l->span, of, 2), list_as(l, RULE_ANY));
}

/* Is it judged, or a language that somebody speaks: what is said of a person, and no disease? */
static bool speaks_or_judged(const item *x)
{
    return x->judge ||
           (x->subject.concept && is_under_landmark(x->subject.concept, LANDMARK_LANGUAGE_FLUENCY));
}

/* "Living in", "attending", "able to": where somebody is, what he can. */
static bool begins_staying(const clause *c, const item *x)
{
    size_t end = x->span.start;

    while (end < x->span.end && isalpha((unsigned char)c->text[end]))
        end++;
    return roles_all(c->text + x->span.start, end - x->span.start) & (ROLE_STAYS | ROLE_SOUND);
}

/* "Asthma or COPD, able to speak A or B", "asthma, living in A or B": the entry behind the comma
 * from where on it is said what the person can, will or where he lives; the end: nowhere, or what
 * stands before says so, too. */
static size_t person_behind(const listed *l)
{
    size_t at = l->to, i;

    while (at > l->from + 1 && (speaks_or_judged(&l->e->at[at - 1].item) ||
                                l->e->at[at - 1].item.subject.category == CATEGORY_ENCOUNTER ||
                                l->e->at[at - 1].item.subject.category == CATEGORY_SOCIAL))
        at--;
    if (at == l->to || l->e->at[at].link != PART_COMMA ||
        !(speaks_or_judged(&l->e->at[at].item) || begins_staying(l->c, &l->e->at[at].item)))
        return l->to;
    for (i = l->from; i < at; i++) {
        const item *x = &l->e->at[i].item;

        if (speaks_or_judged(x) || x->negated || !l->e->at[i].rule ||
            l->e->at[i].rule->op == RULE_ALL || /* "asthma with an indication for A, B or C" */
            x->subject.category == CATEGORY_SOCIAL || x->subject.category == CATEGORY_ENCOUNTER)
            return l->to;
    }
    return at;
}

/* Such a list: both; where a thing of the last part may as well be one more of the list ("asthma,
 * smoking or alcoholism"), any of all, too. */
static const rule *beside_person(const listed *l, size_t at)
{
    const rule *of[2] = {entries_rule(l->c, l->e, l->from, at),
                         entries_rule(l->c, l->e, at, l->to)},
               *both = of[0] && of[1] ? rule_join(l->c->arena, RULE_ALL, l->span, of, 2) : NULL;
    bool sure = !l->e->at[l->to - 1].loose;

    for (size_t i = at; i < l->to; i++)
        sure = sure && speaks_or_judged(&l->e->at[i].item);
    return sure || !both ? both : list_readings(l, both, list_as(l, RULE_ANY));
}

/* Quantities with one bound, which slashes join: "ALT/AST <= 3 x ULN" asks for both. */
static bool shares_one_bound(const listed *l)
{
    const entries *e = l->e;
    const item *first = &e->at[l->from].item;

    for (size_t i = l->from + 1; i < l->to; i++)
        if ((e->at[i].link != PART_SLASH && e->at[i].link != PART_ANDOR) ||
            !e->at[i].item.quantity_count || !first->quantity_count ||
            e->at[i].item.quantities[0]->span.start != first->quantities[0]->span.start)
            return false;
    return first->quantity_count && first->quantities[0];
}

static bool is_treatment(category k)
{
    return k == CATEGORY_MEDICATION || k == CATEGORY_PROCEDURE || k == CATEGORY_DEVICE;
}

/* "Gout, asthma, on A or B": where what somebody is treated with begins, behind what they have; the
 * end of the list: it is another one. */
static size_t treated_behind(const listed *l)
{
    size_t i = l->from + 1, treatments = 0;

    while (i < l->to &&
           !(l->e->at[i].link == PART_COMMA && (begins_taking(l->c, &l->e->at[i].item) ||
                                                (!l->c->exclusion && l->e->at[i].item.current))))
        i++;
    for (size_t k = l->from; k < l->to; k++) {
        const entry *e = &l->e->at[k];
        const item *x = &e->item;

        if (x->negated || x->judge || x->quantity_count || e->bracketed || e->example ||
            (k > l->from && k < i && e->link != PART_COMMA) ||
            (k < i ? x->current || x->treated || !x->has_subject ||
                         is_treatment(x->subject.category) || !e->rule || e->rule->op != RULE_HAS
                   : !is_treatment(x->subject.category) &&
                         (x->subject.category != CATEGORY_NONE || !x->current)))
            return l->to;
        treatments += k >= i && is_treatment(x->subject.category);
    }
    return treatments ? i : l->to;
}

/* Such a list: both, and in another reading any of all that it names, where it may be one list. */
static const rule *treated(const listed *l, size_t at)
{
    const rule *of[2] = {entries_rule(l->c, l->e, l->from, at),
                         entries_rule(l->c, l->e, at, l->to)},
               *both = rule_join(l->c->arena, RULE_ALL, l->span, of, 2),
               *any = list_as(l, RULE_ANY);

    if (!l->c->exclusion && at == l->from + 1 && !l->e->at[l->to - 1].loose)
        return both;
    return both && any ? list_readings(l, both, any) : any;
}

/* Does the denial in front reach all of the list? */
static bool denies_all(const listed *l)
{
    const entry *e = l->e->at;

    for (size_t i = l->from + 1; i < l->to; i++)
        if (e[i].item.negated || e[i].stops || e[i].link == PART_WITH || e[i].item.judge)
            return false;
    return e[l->from].item.negated && !e[l->from].item.alone && !e[l->from].item.judge;
}

/* "ER-positive or PR-positive breast cancer": results, and the disease that they are of stands with
 * the last. NULL: it is no such list. */
static const rule *results_of_last(const listed *l)
{
    const rule *last = l->e->at[l->to - 1].rule, *two[2];
    size_t n = l->to - l->from;
    const rule **of;

    if (!last || last->op != RULE_ALL || last->count != 2 || l->commas ||
        l->e->at[l->to - 1].item.negated || last->of[0]->op != RULE_HAS ||
        last->of[1]->op != RULE_HAS || last->of[1]->subject.category != CATEGORY_CONDITION ||
        !last->of[0]->subject.concept ||
        !(last->of[0]->subject.concept->flags & CONCEPT_POSITIVE) ||
        !(of = arena_array(l->c->arena, n, sizeof *of)))
        return NULL;
    for (size_t i = 0; i + 1 < n; i++) {
        const item *x = &l->e->at[l->from + i].item;

        of[i] = l->e->at[l->from + i].rule;
        if (l->e->at[l->from + i + 1].link == PART_SLASH || !of[i] || of[i]->op != RULE_HAS ||
            x->negated || !of[i]->subject.concept ||
            !(of[i]->subject.concept->flags & CONCEPT_POSITIVE) ||
            !(status_result(x) || status_in_name(l->c, x)))
            return NULL;
    }
    of[n - 1] = last->of[0];
    two[0] = rule_join(l->c->arena, RULE_ANY, span_hull(of[0]->span, of[n - 1]->span), of, n);
    two[1] = last->of[1];
    return rule_join(l->c->arena, RULE_ALL, l->span, two, 2);
}

/* Limits alone, in a bracket or definition of a condition. */
static bool defines_condition(const listed *l)
{
    const item *of = l->c->about;

    if (!of || !of->thing_count || !of->things[of->thing_count - 1]->hit.thing ||
        of->things[of->thing_count - 1]->hit.thing->category != CATEGORY_CONDITION)
        return false;
    for (size_t i = l->from; i < l->to; i++)
        if (!l->e->at[i].rule || l->e->at[i].rule->op != RULE_COMPARE || l->e->at[i].item.negated)
            return false;
    return true;
}

/* Are both of the same thing: "relapse", "relapses"? */
static bool same_thing(const entry *a, const entry *b)
{
    const rule *x = a->rule, *y = b->rule;
    size_t n;

    while (x && x->op == RULE_READINGS)
        x = x->of[0];
    while (y && y->op == RULE_READINGS)
        y = y->of[0];
    if (!x || !y || (x->op != RULE_COMPARE && x->op != RULE_HAS) ||
        (y->op != RULE_COMPARE && y->op != RULE_HAS))
        return false;
    if (x->subject.concept || y->subject.concept)
        return x->subject.concept == y->subject.concept;
    if (!x->subject.text || !y->subject.text)
        return false;
    n = strlen(x->subject.text) < strlen(y->subject.text) ? strlen(x->subject.text)
                                                          : strlen(y->subject.text);
    return n && strncmp(x->subject.text, y->subject.text, n) == 0 &&
           strlen(x->subject.text + n) + strlen(y->subject.text + n) < 2;
}

/* "A, B > 2, at least 1 relapse in the last year or 2 in the last 2 years": where the choice at the
 * end begins, two of whose items are of the same thing; `from`: there is none. */
static size_t same_twice(const entries *e, size_t from, size_t to)
{
    size_t start = to - 1;
    bool same = false;

    for (; start > from && e->at[start].link == PART_OR && !e->at[start].item.negated; start--)
        same = same || same_thing(&e->at[start], &e->at[start - 1]);
    return same && e->at[start].link == PART_COMMA && start > from &&
                   !same_thing(&e->at[start],
                               &e->at[start - 1]) /* "definite A, probable or possible" */
               ? start
               : from;
}

/* What stands before the comma at `at`, and one of those behind it. */
static const rule *beside_choice(const listed *l, size_t at)
{
    const rule *of[2] = {entries_rule(l->c, l->e, l->from, at),
                         entries_rule(l->c, l->e, at, l->to)};

    return of[0] && of[1] ? rule_join(l->c->arena, RULE_ALL, l->span, of, 2) : NULL;
}

static const rule *by_or(const listed *l)
{
    const entries *e = l->e;
    const rule *parted = results_of_last(l);
    size_t at = l->commas ? treated_behind(l) : l->to;

    if (parted || (parted = results_by_slash(l)))
        return parted;
    if (said_together(l->c, e, l->from, l->to)) /* "HIV/HCV co-infection" */
        return l->c->exclusion ? any_or_all(l) : all_or_any(l);
    if (at < l->to)
        return treated(l, at);
    if (denies_all(l)) /* "no A, B > 2 or C": none of them */
        return list_as(l, RULE_ANY);
    /* "prediabetes (glucose > 5.6, 2-h glucose > 7.8 mmol/L or HbA1c > 5.7 %)": what it is known by
     */
    if (l->commas && (defines_condition(l) || e->at[l->from].either) &&
        !comma_behind_or(e, l->from, l->to))
        return list_as(l, RULE_ANY);
    if (!l->c->exclusion) {
        if (l->commas && limits_then_choice(e, l->from, l->to))
            return choice_at_end(l);
        if (l->commas && (at = same_twice(e, l->from, l->to)) > l->from)
            return beside_choice(l, at);
        if (l->commas && (parted = parted_by_comma(l)))
            return parted;
        if (l->commas && leads_list(l))
            return led_or_any(l);
        if (l->commas && (at = person_behind(l)) < l->to)
            return beside_person(l, at);
        if (!l->commas && shares_one_bound(l)) /* "DLCO/FEV1 >= 40%": either may be meant */
            return e->at[l->from].item.quantities[0]->low.given ? all_or_any(l)
                                                                : list_as(l, RULE_ALL);
        /* "A or B, C, D or E": commas behind an "or" ask for more, or go on with the list */
        if (comma_behind_or(e, l->from, l->to))
            return any_or_grouped(l);
    }
    if (l->to - l->from == 2 && !e->at[l->from].item.negated && !e->at[l->from + 1].item.negated &&
        e->at[l->from + 1].rule && e->at[l->from + 1].rule->op == RULE_ALL)
        return combine_alternative(l->c->arena, e->at[l->from].rule, e->at[l->from + 1].rule);
    return any_or_apposed(l);
}

/* "No A or B and able to walk": does the denial end at an "and", behind all that "or" joins? */
static bool denied_before_and(const listed *l)
{
    const entry *e = l->e->at;
    size_t end = l->from + 1;

    if (!e[l->from].item.negated || e[l->from].item.alone)
        return false;
    while (end < l->to && !e[end].stops && !e[end].item.negated)
        end++;
    if (end == l->to || !e[end].stops || e[end].item.negated || e[end].link != PART_AND)
        return false;
    for (size_t i = end; i < l->to; i++)
        if (is_or(e[i].link))
            return false;
    return true;
}

/* "Known or suspected A and B": do all that "or" joins name one thing? */
static bool kinds_of_one(const listed *l)
{
    const entry *e = l->e->at;

    for (size_t i = l->from + 1; i < l->to; i++)
        if (is_or(e[i].link) && e[i - 1].rule &&
            (!e[i].item.subject.concept ||
             e[i].item.subject.concept != e[i - 1].item.subject.concept))
            return false;
    return true;
}

/* "Gout or asthma and BMI > 35", among what bars: the limit may be asked for beside what stands
 * before it. */
static bool limit_behind_choice(const listed *l)
{
    const entry *last = &l->e->at[l->to - 1];

    return l->ands == 1 && l->commas == 0 && last->link == PART_AND && !last->loose &&
           last->item.quantity_count && !last->item.negated && l->e->at[l->from].item.has_subject &&
           !l->e->at[l->from].item.quantity_count && !last[-1].item.quantity_count;
}

/* "A and B, C or D", of several kinds: may the commas be of the list that "or" ends, behind the one
 * "and"? */
static bool list_behind_and(const listed *l)
{
    size_t at = l->to - 1;

    if (l->ands != 1 || !l->commas || !is_or(l->e->at[at].link))
        return false;
    for (at--; at > l->from && l->e->at[at].link == PART_COMMA;)
        at--;
    if (at == l->from || l->e->at[at].link != PART_AND)
        return false;
    for (size_t i = l->from; i < l->to; i++)
        if (l->e->at[i].item.negated || l->e->at[i].item.judge ||
            (i > l->from && i < at && l->e->at[i].link == PART_COMMA))
            return false;
    return true;
}

/* Both kinds of connectives: a comma or capitals before one kind make it the looser one. */
static const rule *by_both(const listed *l)
{
    const clause *c = l->c;
    const entries *e = l->e;
    const rule *readings[4];
    bool only = false, beside, and_tight, or_tight;
    entries folded;
    size_t n = 0;

    if (l->and_op == RULE_ANY)
        return goes_on_with_verb(c, e, l->from, l->to) || limit_behind_choice(l)
                   ? any_or_grouped(l)
                   : list_as(l, RULE_ANY);
    folded = fold_bounds(c, e, l->from, l->to);
    if (folded.count > 0 && folded.count < l->to - l->from)
        return entries_rule(c, &folded, 0, folded.count);
    beside = lists_alternatives(e, l->from, l->to, &only);
    /* a comma before the last "or" of a list of three and more says nothing */
    and_tight = l->loose_ors == l->ors && l->loose_ands == 0 && !beside;
    or_tight = !and_tight && l->loose_ands == l->ands && l->loose_ors == 0;
    if (!and_tight && !or_tight && denied_before_and(l))
        return grouped(c, e, l->from, l->to, false, l->and_op, COMMA_AND, l->span);
    if (!and_tight && denies_all(l)) {
        /* "no A or B and C": none of them, or C beside neither A nor B */
        readings[n++] = entries_joined(c, e, l->from, l->to, RULE_ALL, l->span);
        if (!kinds_of_one(l))
            readings[n++] = grouped(c, e, l->from, l->to, false, l->and_op, COMMA_AND, l->span);
        return n == 1 ? readings[0]
                      : rule_readings(c->arena, l->span, "negation-scope", readings, n);
    }
    for (int tight = 1; tight >= 0; tight--) { /* "and" first */
        if (tight ? or_tight : and_tight)
            continue;
        if (beside)
            readings[n++] = grouped(c, e, l->from, l->to, tight, l->and_op, COMMA_AS_NEXT, l->span);
        if (!beside || (!only && !tight))
            readings[n++] = grouped(c, e, l->from, l->to, tight, l->and_op, COMMA_AND, l->span);
    }
    if (!beside && n == 2 && list_behind_and(l))
        readings[n++] = grouped(c, e, l->from, l->to, false, l->and_op, COMMA_AS_NEXT, l->span);
    return n == 1 ? readings[0] : rule_readings(c->arena, l->span, "and-or-scope", readings, n);
}

const rule *list_by_connectives(const clause *c, const entries *e, size_t from, size_t to)
{
    listed l = list_links(c, e, from, to);
    const rule *sexes;

    for (size_t i = from + 1; i < to && !c->exclusion && l.ands; i++)
        if (adds_all(&e->at[i - 1], &e->at[i])) {
            entries folded = fold(c, e, from, to, adds_all, true);

            if (folded.count > 0 && to - from > 2)
                return entries_rule(c, &folded, 0, folded.count);
            if (to - from == 2)
                return list_as(&l, RULE_ANY);
        }
    for (size_t i = from + 1; i < to && to - from > 2 && !c->exclusion && l.ands + l.commas; i++)
        if (for_the_other_sex(&e->at[i - 1], &e->at[i])) {
            entries folded = fold_sexes(c, e, from, to);

            if (folded.count > 1)
                return entries_rule(c, &folded, 0, folded.count);
            break;
        }
    if ((sexes = sexes_joined(&l)))
        return sexes;
    if (!l.ands)
        return l.ors ? by_or(&l) : by_commas(&l);
    return l.ors ? by_both(&l) : by_and(&l);
}
