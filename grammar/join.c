#include "grammar/bound.h"
#include "grammar/connective.h"
#include "grammar/measured.h"
#include "grammar/status.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <string.h>

/* The items of a list, each with its rule, put together: what "with" ties, how far a negation
 * reaches, and what "and" and "or" group. Where they are mixed without a sign that groups them,
 * both groupings are kept as readings. */

/* "Without A and B", alone among what bars: who lacks the two, or who lacks one of them? */
static bool lacks_both(const clause *c, const entries *e, size_t i, size_t k, size_t from,
                       size_t to)
{
    if (!c->exclusion || c->special || i != from || k != to || k - i < 2)
        return false;
    for (size_t m = i; m < k; m++)
        if ((m > i && e->at[m].link != PART_AND) || e->at[m].item.judge || !e->at[m].rule)
            return false;
    return true;
}

/* "Not able to read and speak Dutch": who cannot do both. */
static bool judges_both(const entries *e, size_t i, size_t k)
{
    for (size_t m = i; m < k; m++)
        if ((m > i && e->at[m].link != PART_AND) || !e->at[m].item.judge)
            return false;
    return k - i > 1;
}

static const rule *lacking(const clause *c, eligo_span span, const rule *any, const rule *all)
{
    const rule *two[2] = {rule_not(c->arena, span, any),
                          all ? rule_not(c->arena, span, all) : NULL};

    return two[0] && two[1] ? rule_readings(c->arena, span, "negation-scope", two, 2) : two[0];
}

/* Joins entries [from, to) by `op`; a negation reaches over what follows it until an entry that
 * stops it. */
const rule *entries_joined(const clause *c, const entries *e, size_t from, size_t to, rule_op op,
                           eligo_span span)
{
    const rule **of = arena_room(c->arena, (to - from + 1) * sizeof *of);
    size_t n = 0;

    if (!of)
        return NULL;
    for (size_t i = from; i < to;) {
        size_t k = i + 1;

        if (!e->at[i].item.negated) {
            of[n++] = e->at[i].rule;
            i++;
            continue;
        }
        /* "no A, B or C": none of them */
        while (k < to && !e->at[k].item.negated && !e->at[k].stops)
            k++;
        const rule **under = arena_room(c->arena, (k - i) * sizeof *under);
        size_t m = 0;
        if (!under)
            return NULL;
        for (size_t j = i; j < k; j++)
            if (e->at[j].rule)
                under[m++] = e->at[j].rule;
        eligo_span s = {e->at[i].item.span.start, e->at[k - 1].item.span.end};
        const rule *any =
            rule_join(c->arena, judges_both(e, i, k) ? RULE_ALL : RULE_ANY, s, under, m);
        if (any)
            of[n++] = lacks_both(c, e, i, k, from, to)
                          ? lacking(c, s, any, rule_join(c->arena, RULE_ALL, s, under, m))
                          : rule_denied(c->arena, s, any);
        i = k;
    }
    return rule_join(c->arena, op, span, of, n);
}

/* Both: a rule, and what an entry says of the same thing. */
static const rule *tied(const clause *c, const rule *r, const entry *e)
{
    const rule *two[2] = {r, e->rule};

    if (e->rule && e->item.negated)
        two[1] = rule_not(c->arena, e->rule->span, e->rule);
    return r && e->rule ? rule_join(c->arena, RULE_ALL,
                                    (eligo_span){r->span.start, e->item.span.end}, two, 2)
                        : r;
}

/* "Disease such as A or B, treated with C": what stands behind the last example, in [last, end),
 * may be said of all, and of what they stand for. `near` is the reading where it is of the last
 * alone. */
static const rule *tied_to_all(const clause *c, const entries *e, size_t from, size_t last,
                               size_t end, const rule *near)
{
    const rule **of = arena_array(c->arena, last - from, sizeof *of), *two[2];
    size_t n = 0;

    for (size_t i = from; of && i < last; i++)
        if (e->at[i].rule && !entry_of_example(&e->at[i]) && (i > from || !e->at[from].specified))
            of[n++] = e->at[i].rule;
    two[0] =
        n ? rule_join(c->arena, RULE_ANY, span_hull(of[0]->span, of[n - 1]->span), of, n) : NULL;
    for (size_t i = last; i < end; i++)
        two[0] = tied(c, two[0], &e->at[i]);
    two[1] = near;
    return two[0] && near ? rule_readings(c->arena, near->span, "modifier-scope", two, 2) : near;
}

/* The entries [from, to) with examples made one with what they stand for. */
static entries fold_examples(const clause *c, const entries *e, size_t from, size_t to)
{
    entries out = {.at = e->at + from, .count = to - from};
    bool any = false;

    for (size_t i = from + 1; i < to && !any; i++)
        any = e->at[i].link == PART_LIKE;
    if (!any)
        return out;
    out = (entries){.at = arena_room(c->arena, (to - from) * sizeof *out.at)};
    if (!out.at)
        return out;
    for (size_t i = from; i < to;) {
        size_t k = i + 1;
        entry *x = &out.at[out.count++];

        while (k < to && (e->at[k].link == PART_LIKE || entry_of_example(&e->at[k])))
            k++;
        *x = e->at[i];
        if (k > i + 1) {
            const rule **of = arena_array(c->arena, k - i, sizeof *of);

            if (!of)
                return (entries){0};
            size_t n = 0, last = k;

            while (entry_of_example(&e->at[last - 1]))
                last--;
            for (size_t j = i; j < k; j++) {
                if (n && entry_of_example(&e->at[j]))
                    of[n - 1] = tied(c, of[n - 1], &e->at[j]);
                else if (j > i || !e->at[i].specified)
                    of[n++] = e->at[j].rule;
            }
            x->item.span = (eligo_span){e->at[i].item.span.start, e->at[k - 1].item.span.end};
            x->rule = rule_join(c->arena, RULE_ANY, x->item.span, of, n);
            /* what is given may be given for all; what comes with it is of the last */
            if (last < k && (e->at[last].item.treated ||
                             concept_is_treatment(e->at[last].item.subject.concept)))
                x->rule = tied_to_all(c, e, i, last, k, x->rule);
        }
        i = k;
    }
    return out;
}

/* The same with each entry tied to its neighbour alone: "A, B with C" is A, and B with C. */
static entries tie_neighbours(const clause *c, const entries *e)
{
    entries out = {.at = arena_room(c->arena, e->count * sizeof *out.at), .tied = true};

    if (!out.at)
        return out;
    for (size_t i = 0; i < e->count;) {
        size_t k = i + 1;
        entry *x = &out.at[out.count++];

        while (k < e->count && e->at[k].link == PART_WITH)
            k++;
        *x = e->at[i];
        if (k > i + 1) {
            const rule **of = arena_array(c->arena, k - i, sizeof *of);

            if (!of)
                return (entries){0};
            for (size_t j = i; j < k; j++) {
                of[j - i] = e->at[j].rule;
                if (j > i && of[j - i] && e->at[j].item.negated)
                    of[j - i] = rule_not(c->arena, of[j - i]->span, of[j - i]);
            }
            x->item.span = (eligo_span){e->at[i].item.span.start, e->at[k - 1].item.span.end};
            if (x->item.negated && x->item.alone && of[0]) { /* "insulin-naive diabetes" */
                of[0] = rule_not(c->arena, of[0]->span, of[0]);
                x->item.negated = false;
            }
            x->rule = rule_join(c->arena, RULE_ALL, x->item.span, of, k - i);
        }
        i = k;
    }
    return out;
}

/* Are the first `count` entries alternative bounds of one quantity? */
static bool bounds_of_one(const entries *e, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const rule *r = e->at[i].rule;

        if (!r || r->op != RULE_COMPARE || !r->subject.concept ||
            r->subject.concept != e->at[0].rule->subject.concept || e->at[i].item.negated ||
            (i > 0 && e->at[i].link != PART_OR && e->at[i].link != PART_COMMA))
            return false;
    }
    return true;
}

/* Does the entry begin like the first one: another age, another sex, the same thing again? */
static bool begins_again(const item *x, const item *first)
{
    return (x->age && x->quantity_count && first->age && first->quantity_count) ||
           (x->sex && first->sex) ||
           (x->subject.concept && x->subject.concept == first->subject.concept);
}

/* Does a rule compare the quantity that the rule of the first entry compares? */
bool compares_again(const rule *r, const rule *first)
{
    if (!r || !first || first->op != RULE_COMPARE || !first->subject.concept)
        return false;
    if (r->op == RULE_COMPARE)
        return r->subject.concept == first->subject.concept;
    for (size_t i = 0; i < r->count; i++)
        if (compares_again(r->of[i], first))
            return true;
    return false;
}

/* Does a comma stand before the connective of entry m: "A, or B", and not "second- or third-"? */
static bool behind_comma(const clause *c, const entries *e, size_t m)
{
    size_t at = e->at[m - 1].item.span.end;

    while (at < e->at[m].item.span.start && c->text[at] == ' ')
        at++;
    return c->text[at] == ',';
}

/* "Neuropathy with pain, or any stroke": it begins with "any", as something of its own does. */
static bool says_any(const clause *c, const item *x)
{
    return x->from < x->to && part_is(c, &x->in[x->from], "any");
}

/* "A that required B or current A": what stood before "with" at entry w, at another time. */
static bool again_now(const entries *e, size_t w, const item *x)
{
    for (size_t i = 0; x->current && i < w; i++)
        if (x->subject.concept && x->subject.concept == e->at[i].item.subject.concept &&
            e->at[i].item.history && !e->at[i].item.current)
            return true;
    return false;
}

/* Where ", or" ends what "with" at entry w reaches: "A or B, or C with D"; "12 to 17 years with D,
 * or 18 and older". 0: nowhere. A comma before the "or" of a list of three and more says nothing.
 */
static size_t apart_at(const clause *c, const entries *e, size_t w)
{
    for (size_t m = e->count; m-- > 1;) {
        const entry *x = &e->at[m];

        /* "women who are pregnant and men with a pregnant partner" */
        if (m > w && (x->link == PART_AND || x->link == PART_OR) && x->item.sex &&
            e->at[0].item.sex && strcmp(x->item.sex->value, e->at[0].item.sex->value) != 0)
            return m;
        if (x->link != PART_OR || x->item.negated)
            continue;
        if ((x->anew && m + 1 == w) || (m > w && again_now(e, w, &x->item)))
            return m;
        /* "Hb 8 to 10 without A or 9 to 11 with A" */
        if (m > w && e->at[m - 1].link == PART_WITH && x->item.quantity_count &&
            compares_again(x->rule, e->at[0].rule))
            return m;
        /* "second- or third-degree block without A": one noun */
        if (!x->loose || (m > 1 && e->at[m - 1].link == PART_COMMA) || e->at[m - 1].item.lent_noun)
            continue;
        if (m <= w ? m + 1 <= w && (m > 1 || (!e->at[w].trailing && behind_comma(c, e, m)))
                   : begins_again(&x->item, &e->at[0].item) ||
                         compares_again(x->rule, e->at[0].rule) || says_any(c, &x->item))
            return m;
    }
    return 0;
}

/* Do two conjunctions ask for the same leaves, however they are nested? *at goes on in `b`. */
static bool same_leaves(const rule *a, const rule *const *b, size_t count, size_t *at)
{
    if (a->op != RULE_ALL)
        return *at < count && b[(*at)++] == a;
    for (size_t i = 0; i < a->count; i++)
        if (!same_leaves(a->of[i], b, count, at))
            return false;
    return true;
}

static void conjoined(const rule *r, const rule **out, size_t *count, size_t room)
{
    if (r->op != RULE_ALL) {
        if (*count < room)
            out[*count] = r;
        ++*count;
    }
    for (size_t i = 0; r->op == RULE_ALL && i < r->count; i++)
        conjoined(r->of[i], out, count, room);
}

static bool same_conjunction(const rule *a, const rule *b)
{
    const rule *leaves[32];
    size_t count = 0, at = 0;

    conjoined(b, leaves, &count, sizeof leaves / sizeof *leaves);
    return count <= sizeof leaves / sizeof *leaves && same_leaves(a, leaves, count, &at) &&
           at == count;
}

/* "... with a life expectancy of less than a year", "... with LVEF < 35%": of the thing before it
 * as much as of the person. An age is the person's. */
static bool measures(const entry *e)
{
    const concept *k = e->rule && e->rule->op == RULE_COMPARE ? e->rule->subject.concept : NULL;

    return k && !is_landmark(k, LANDMARK_AGE);
}

/* "NYHA III heart failure or stroke": the class is of the condition that it stands before. */
static bool is_class_of(const clause *c, const entry *score, const entry *e)
{
    const concept *k = score->rule && score->rule->op == RULE_COMPARE ? score->rule->subject.concept
                                                                      : NULL,
                  *of;
    size_t size;
    const char *id = k && k->category == CATEGORY_SCORE ? concept_attribute(k, "of", &size) : NULL;

    of = id && e->item.subject.concept ? lexicon_concept(c->lx, id, size) : NULL;
    return of && concept_is(e->item.subject.concept, of);
}

/* "Breast, lung or colon cancer with metastases", of whom is asked for, and "gout, asthma and
 * psoriasis associated with fever": conditions in one list, so that what is tied to the last may be
 * meant of all. */
static bool one_list(const clause *c, const entries *e, size_t w)
{
    bool accompanies = e->at[w].accompanies;

    if (w < 2 ||
        (e->at[w - 1].link != PART_OR && !(accompanies && e->at[w - 1].link == PART_AND)) ||
        (!accompanies && (c->exclusion || w + 1 != e->count)))
        return false;
    for (size_t i = 0; i < w; i++) {
        const item *x = &e->at[i].item;

        if (!x->has_subject || x->subject.category != CATEGORY_CONDITION || x->quantity_count ||
            x->window || x->duration || x->negated || x->judge || x->defined || e->at[i].group ||
            (i > 0 && e->at[i].link != PART_COMMA && e->at[i].link != PART_OR &&
             !(accompanies && e->at[i].link == PART_AND)))
            return false;
    }
    return true;
}

/* "ER-positive or PR-positive, advanced or metastatic cancer": results alone stand before w. */
static bool results_lead(const entries *e, size_t w)
{
    for (size_t i = 0; i < w; i++)
        if (!e->at[i].leads && !status_result(&e->at[i].item))
            return false;
    return e->at[w - 1].leads;
}

/* "Pregnant, nursing, or of childbearing potential not using contraception": that is asked of those
 * who may become pregnant, and not of those who are. */
static bool spares_others(const clause *c, const entries *e, size_t w)
{
    const concept *may = lexicon_landmark(c->lx, LANDMARK_CHILDBEARING_POTENTIAL),
                  *use = lexicon_landmark(c->lx, LANDMARK_CONTRACEPTION);

    return w > 1 && may && use && e->at[w].item.negated && e->at[w].item.subject.concept &&
           concept_is(e->at[w].item.subject.concept, use) &&
           e->at[w - 1].item.subject.concept == may;
}

/* Does y end in the noun that x, an adjective with it, is named by: "paroxysmal or persistent
 * atrial fibrillation"? */
static bool lends_noun(const clause *c, const item *x, const item *y)
{
    size_t covered;
    atoms words;

    const char *name = x->subject.concept ? x->subject.concept->name : "";
    size_t own = x->subject.text ? strlen(x->subject.text) : 0, n, rest;

    if (x->subject.span.end == y->subject.span.end)
        return true;
    words = own ? lexicon_cut(c->lx, x->subject.text, own, c->arena) : (atoms){0};
    if (!words.count || !cue_match(&words, 0, &covered) || covered < words.count ||
        !y->subject.text || !text_starts_nocase(name, strlen(name), x->subject.text) ||
        name[own] != ' ')
        return false;
    n = strlen(y->subject.text);
    rest = strlen(name + own);
    return n > rest && text_equal_nocase(y->subject.text + n - rest, rest, name + own);
}

/* "Relapsed or refractory lymphoma with A": adjectives of one noun stand before w, so that what is
 * tied to it is said of either; limits alone stand behind. */
static bool one_noun(const clause *c, const entries *e, size_t w)
{
    const item *y = &e->at[w - 1].item;

    if (w < 2 || e->at[w].trailing)
        return false;
    for (size_t i = 0; i < w; i++) {
        const item *x = &e->at[i].item;

        if (!x->has_subject || x->negated || x->judge || x->quantity_count || e->at[i].group ||
            (i > 0 && !part_links(e->at[i].link)) || e->at[i].link == PART_AND ||
            (i + 1 < w && !lends_noun(c, x, y)))
            return false;
    }
    for (size_t i = w + 1; i < e->count; i++)
        if (e->at[i].link != PART_WITH && !e->at[i].item.quantity_count)
            return false;
    return true;
}

/* "Type 1 or type 2 diabetes with an HbA1c > 9 %": one noun stands before w, with several
 * adjectives, and what is tied to it is said of all. */
static bool one_lent_noun(const entries *e, size_t w)
{
    for (size_t i = 0; i < w; i++)
        if (!e->at[i].item.has_subject || e->at[i].group || e->at[i].item.negated ||
            (i + 1 < w && !e->at[i].item.lent_noun) || (i > 0 && e->at[i].loose))
            return false;
    return w > 1;
}

/* "Severe malaria, or infection with another Plasmodium": the last is of what stands behind it. */
static bool names_germ(const entries *e, size_t w)
{
    const concept *head = e->at[w - 1].item.subject.concept, *of = e->at[w].item.subject.concept;

    return w > 1 && head && of && is_landmark(head, LANDMARK_INFECTION) && !e->at[w].item.negated &&
           (of->category == CATEGORY_ORGANISM || (of != head && concept_is(of, head)));
}

/* "AV block without a pacemaker, sick sinus syndrome or asthma": a device is lacking, and what
 * follows is of the kind of what it is lacking to. */
static bool lacks_device(const clause *c, const entries *e)
{
    const item *x = &e->at[0].item, *y = e->count > 2 ? &e->at[2].item : NULL;

    return c->exclusion && y && e->at[1].item.negated && !y->negated &&
           e->at[1].item.subject.category == CATEGORY_DEVICE &&
           x->subject.category == CATEGORY_CONDITION && x->subject.concept &&
           (e->at[2].link == PART_COMMA || e->at[2].loose || y->quantity_count) &&
           (y->quantity_count || (y->subject.category == CATEGORY_CONDITION && y->subject.concept));
}

/* Does the list that begins at entry w come to an "and"? */
static bool ends_in_and(const entries *e, size_t w)
{
    for (size_t i = w + 1; i < e->count; i++)
        if (e->at[i].link == PART_AND)
            return true;
    return false;
}

static const rule *with_scopes(const clause *c, entries e, unsigned depth);

/* "Patients over 60 with B and C", of which `both` asks for all: either of them may bar. */
static const rule *either_of_all(const clause *c, const entries *e, const rule *both,
                                 unsigned depth)
{
    entries right = {.at = arena_copy(c->arena, e->at + 1, e->count - 1, sizeof *e->at),
                     .count = e->count - 1};
    const rule *parts_of[2] = {e->at[0].rule}, *two[2] = {both};

    if (!right.at)
        return NULL;
    right.at[0].link = PART_END;
    parts_of[1] = with_scopes(c, right, depth + 1);
    two[1] = parts_of[1] ? rule_join(c->arena, RULE_ALL, both->span, parts_of, 2) : NULL;
    return two[1] ? rule_readings(c->arena, both->span, "and-or-scope", two, 2) : both;
}

/* "Women who are pregnant and patients with gout", "... and all diabetics": behind people of one
 * sex and what they have, the entry that begins with others; the count: none does. */
static size_t other_people(const clause *c, const entries *e)
{
    if (e->count > 2 && e->at[0].item.sex && e->at[1].link == PART_WITH)
        for (size_t i = 2; i < e->count; i++) {
            const item *x = &e->at[i].item;

            if (e->at[i].link == PART_AND && !x->sex &&
                (x->person || (e->at[i].all &&
                               roles_within(c->text + x->span.start, x->span.end - x->span.start) &
                                   (ROLE_PEOPLE | ROLE_AGE_GROUP))))
                return i;
        }
    return e->count;
}

/* Those before entry `at`, and those from there on: what bars one of them bars. Among what is asked
 * for, both are read where it does not say "all". */
static const rule *with_other_people(const clause *c, entries e, size_t at, unsigned depth)
{
    entries first = {.at = e.at, .count = at, .tied = e.tied},
            rest = {.at = arena_copy(c->arena, e.at + at, e.count - at, sizeof *e.at),
                    .count = e.count - at,
                    .tied = e.tied};
    const rule *of[2], *two[2];

    if (!rest.at)
        return NULL;
    rest.at[0].link = PART_END;
    of[0] = with_scopes(c, first, depth + 1);
    of[1] = with_scopes(c, rest, depth + 1);
    if (!of[0] || !of[1])
        return NULL;
    two[0] = rule_join(c->arena, RULE_ANY, span_hull(of[0]->span, of[1]->span), of, 2);
    if (c->exclusion || e.at[at].all)
        return two[0];
    two[1] = with_scopes(c, e, depth + 1);
    return two[0] && two[1] ? rule_readings(c->arena, two[0]->span, "and-or-scope", two, 2) : NULL;
}

/* Does this sign stand between entry i and the one before it? */
static bool sign_before(const clause *c, const entries *e, size_t i, char sign)
{
    size_t from = e->at[i - 1].item.span.end, to = e->at[i].item.span.start;

    return from < to && memchr(c->text + from, sign, to - from) != NULL;
}

/* "QTc > 480 ms (or > 500 ms with A), or B": the bracket with another limit for some, which stands
 * before the "with" at w, ends there, and what stands behind it is one more of the list. The entry
 * behind the bracket; the count: there is none. */
static size_t limit_bracket_end(const clause *c, const entries *e, size_t w)
{
    const entries two = {.at = w < 2 ? e->at : e->at + w - 2, .count = 2};

    if (w < 2 || e->at[w].item.negated || !bounds_of_one(&two, 2) || !sign_before(c, e, w - 1, '('))
        return e->count;
    for (size_t i = w + 1; i < e->count; i++)
        if (sign_before(c, e, i, ')'))
            return part_links(e->at[i].link) ? i : e->count;
    return e->count;
}

/* The list with that limit and its bracket as one entry. */
static const rule *bracketed_limit(const clause *c, const entries *e, size_t w, size_t end,
                                   unsigned depth)
{
    entries inside = {.at = e->at + w - 2, .count = end - (w - 2)},
            out = {.at = arena_room(c->arena, (w - 1 + e->count - end) * sizeof *out.at)};

    if (!out.at)
        return NULL;
    for (size_t i = 0; i < e->count; i = i + 1 == w - 1 ? end : i + 1)
        out.at[out.count++] = e->at[i];
    inside.at = arena_copy(c->arena, inside.at, inside.count, sizeof *inside.at);
    if (!inside.at)
        return NULL;
    inside.at[0].link = PART_END;
    out.at[w - 2].rule = with_scopes(c, inside, depth + 1);
    out.at[w - 2].item.span.end = e->at[end - 1].item.span.end;
    return with_scopes(c, out, depth + 1);
}

/* "LDL > 100 on a statin, or unable to take one": may what stands behind the comma be others than
 * those with the value? */
static bool two_groups(const entry *first, const entry *last)
{
    const rule *r = first->rule;

    if (r && r->op == RULE_ANY && r->count == 2) /* a blood pressure has two */
        r = r->of[0];
    return r && r->op == RULE_COMPARE && r->subject.category == CATEGORY_MEASUREMENT &&
           last->loose && last->link == PART_OR;
}

/* Is it a limit of a quantity that it names, or an age? */
static bool names_limit(const entry *e)
{
    const item *x = &e->item;

    return x->quantity_count && (x->age || (x->thing_count && x->things[0]->hit.quantity));
}

/* "Ferritin < 100 or 100-299 with TSAT < 20 %, Hb < 12", "BMI >= 40 or >= 35 with A, gout": what
 * stands behind the comma may be asked of all, and not of those for whom the second limit is. NULL:
 * nothing does. */
static const rule *limit_for_all(const clause *c, const entries *e, size_t w, unsigned depth)
{
    size_t at = w + 1, commas = e->count; /* those from there on are linked by commas alone */
    entries inside = {.count = e->count}, rest = {.count = 0};
    const rule *two[2];

    while (commas > at && e->at[commas - 1].link == PART_COMMA && !e->at[commas - 1].item.negated)
        commas--;
    while (at < e->count &&
           !(e->at[at].link == PART_COMMA && (at >= commas || names_limit(&e->at[at]))))
        at++;
    if (at == e->count)
        return NULL;
    inside.at = arena_copy(c->arena, e->at, at, sizeof *inside.at);
    inside.count = at;
    rest.at = arena_copy(c->arena, e->at + at, e->count - at, sizeof *rest.at);
    rest.count = e->count - at;
    if (!inside.at || !rest.at)
        return NULL;
    rest.at[0].link = PART_END;
    two[0] = with_scopes(c, inside, depth + 1);
    two[1] = with_scopes(c, rest, depth + 1);
    return two[0] && two[1] ? rule_join(c->arena, c->exclusion ? RULE_ANY : RULE_ALL,
                                        (eligo_span){e->at[0].item.span.start,
                                                     e->at[e->count - 1].item.span.end},
                                        two, 2)
                            : NULL;
}

/* "Pregnant women", "asthma patients", "smokers": do its words end in those who have it? */
static bool names_people(const clause *c, const item *x)
{
    size_t i = x->to;
    const part *p;

    while (i > x->from && x->in[i - 1].kind == PART_FILL)
        i--;
    if (i == x->from || x->who || !x->has_subject)
        return false;
    p = &x->in[i - 1];
    return p->kind == PART_SEX || (p->kind == PART_PERSON && i - 1 > x->from) ||
           ((p->kind == PART_THING || p->kind == PART_WORD) &&
            roles_of_last(c->text + p->span.start, p->span.end - p->span.start) & ROLE_PEOPLE);
}

/* "LDL < 100 mg/dL in patients with gout": of those with gout, or what is asked beside it? */
static const rule *limit_in_patients(const clause *c, const entries *e, const rule *both)
{
    const entry *limit = &e->at[0], *ill = &e->at[1];
    size_t at = limit->item.span.end, end = ill->item.subject.span.start;
    const rule *two[2] = {both, NULL};

    while (at < end && text_is_blank(c->text[at]))
        at++;
    if (c->exclusion || c->special || e->count != 2 || !both || !limit->rule || !ill->rule ||
        limit->rule->op != RULE_COMPARE || !limit->item.quantity_count || limit->item.negated ||
        ill->rule->op != RULE_HAS || at >= end ||
        !text_starts_nocase(c->text + at, end - at, "in "))
        return both;
    two[1] = rule_two(c->arena, RULE_IF, ill->rule, limit->rule);
    return two[1] ? rule_readings(c->arena, both->span, "modifier-scope", two, 2) : both;
}

/* "with", "who", "without": what do they tie together? "Adults with A or B" are adults with either;
 * "stroke with A or B" may also be stroke with A, or B; "A or B with C" may mean C of both. Where
 * the words leave it open, both are kept. */
static const rule *with_scopes(const clause *c, entries e, unsigned depth)
{
    size_t again = !c->special && depth == 0 ? other_people(c, &e) : e.count;

    if (again < e.count)
        return with_other_people(c, e, again, depth);

    size_t w = 1, commas = 0, others = 0;
    entries near, left, right;
    const rule *narrow, *parts_of[2], *wide, *both[2];
    const entry *first;
    clause in = *c;

    while (w < e.count && e.at[w].link != PART_WITH)
        commas += e.at[w++].link == PART_COMMA;
    if (w < e.count && depth < 8) {
        size_t m = apart_at(c, &e, w), closed = limit_bracket_end(c, &e, w);

        if (closed < e.count)
            return bracketed_limit(c, &e, w, closed, depth);
        if (m) {
            entries head = {.at = e.at, .count = m},
                    rest = {.at = arena_copy(c->arena, e.at + m, e.count - m, sizeof *e.at),
                            .count = e.count - m};
            const rule *two[2];

            if (!rest.at)
                return NULL;
            rest.at[0].link = PART_END;
            two[0] = with_scopes(c, head, depth + 1);
            two[1] = with_scopes(c, rest, depth + 1);
            /* "> 450 ms, or > 480 ms with A": the first is for those without A */
            two[0] = two[0] && two[1] && two[1]->op == RULE_ALL &&
                             (two[0]->op == RULE_COMPARE || two[0]->op == RULE_ALL) &&
                             combine_bounds_same(two[0], two[1])
                         ? combine_alternative(c->arena, two[0], two[1])
                         : rule_join(c->arena, RULE_ANY,
                                     (eligo_span){e.at[0].item.span.start,
                                                  e.at[e.count - 1].item.span.end},
                                     two, 2);
            two[1] = m <= w && measures(&e.at[0]) ? limit_for_all(c, &e, w, depth) : NULL;
            return two[0] && two[1] ? rule_readings(c->arena, two[0]->span, "modifier-scope",
                                                    (const rule *[]){two[1], two[0]}, 2)
                                    : two[0];
        }
    }
    if (w >= e.count) {
        e.tied = true;
        return entries_rule(c, &e, 0, e.count);
    }
    for (size_t i = w + 1; i < e.count; i++)
        others += e.at[i].link != PART_WITH;
    near = tie_neighbours(c, &e);
    if (!near.at)
        return NULL;
    narrow = entries_rule(c, &near, 0, near.count);
    first = &e.at[0];
    if (w == 1 && first->item.negated && first->rule) {
        /* "no A with B": not both; "without A who is over 40", and perhaps "no A, with B": no A,
         * and B */
        entries rest = {.at = arena_copy(c->arena, e.at + 1, e.count - 1, sizeof *e.at),
                        .count = e.count - 1};
        bool person = first->item.alone || e.at[1].who ||
                      (e.at[1].item.quantity_count && !measures(&e.at[1])) || e.at[1].item.sex ||
                      e.at[1].item.negated || e.at[1].item.judge;

        if (!rest.at)
            return NULL;
        rest.at[0].link = PART_END;
        parts_of[0] = rule_not(c->arena, first->item.span, first->rule);
        parts_of[1] = with_scopes(&in, rest, depth + 1);
        both[0] = narrow;
        both[1] = rule_join(c->arena, RULE_ALL,
                            (eligo_span){first->item.span.start, e.at[e.count - 1].item.span.end},
                            parts_of, 2);
        /* "insulin-naive diabetes or gout": the last may stand for itself */
        if (first->item.alone && others && narrow && both[1] && !same_conjunction(both[1], narrow))
            return rule_readings(c->arena, both[1]->span, "modifier-scope",
                                 (const rule *[]){both[1], narrow}, 2);
        if (person)
            return both[1];
        return both[0] && both[1]
                   ? rule_readings(c->arena, both[1]->span, "negation-scope", both, 2)
                   : both[1];
    }
    bool noun = one_noun(c, &e, w) || (!others && one_lent_noun(&e, w));

    if (spares_others(c, &e, w) || (w == 1 && lacks_device(c, &e)) ||
        (!others && names_germ(&e, w)) ||
        (commas && !e.at[w].trailing && !noun && !one_list(c, &e, w)) || depth >= 3 ||
        (w == 1 && !others) ||
        (w == 1 && is_class_of(c, first, &e.at[1]) &&
         !(e.count > 2 && is_class_of(c, first, &e.at[2]))))
        return depth ? narrow : limit_in_patients(c, &e, narrow);
    left = (entries){.at = e.at, .count = w, .tied = true};
    right = (entries){.at = arena_copy(c->arena, e.at + w, e.count - w, sizeof *e.at),
                      .count = e.count - w};
    if (!right.at)
        return NULL;
    right.at[0].link = PART_END;
    /* "with B and C": both; "women who are B and C" bars as "B and C" does */
    in.exclusion = c->exclusion && !c->special && w == 1 && first->item.sex &&
                   !first->item.quantity_count && !first->item.has_subject &&
                   !first->item.negated && ends_in_and(&e, w);
    parts_of[0] = w == 1 ? first->rule : entries_rule(c, &left, 0, w);
    parts_of[1] = with_scopes(&in, right, depth + 1);
    /* "BMI >= 40, or >= 35 with A or B": the second bound is for some; of both it would say nothing
     * more */
    if (w > 1 && parts_of[1] && !e.at[w].item.negated && bounds_of_one(&e, w)) {
        const rule *two[2] = {e.at[w - 1].rule, parts_of[1]};
        eligo_span s = {e.at[w - 1].item.span.start, e.at[e.count - 1].item.span.end};
        const rule *all = combine_alternative(c->arena, entries_rule(c, &left, 0, w - 1),
                                              rule_join(c->arena, RULE_ALL, s, two, 2)),
                   *apart = limit_for_all(c, &e, w, depth);

        return all && apart ? rule_readings(c->arena, all->span, "modifier-scope",
                                            (const rule *[]){apart, all}, 2)
                            : all;
    }
    wide = rule_join(c->arena, RULE_ALL,
                     (eligo_span){first->item.span.start, e.at[e.count - 1].item.span.end},
                     parts_of, 2);
    if (w == 1 && first->item.negated && wide)
        wide = rule_not(c->arena, wide->span, wide);
    if (w > 1 && wide && (noun || results_lead(&e, w)))
        return wide;
    if (w == 1 && wide && e.at[w].either) /* "fever with either cough or dyspnea" */
        return wide;
    if (w == 1 && narrow && e.at[0].either) /* "either fever with cough or asthma" */
        return narrow;
    /* a group of people is narrowed by all that follows */
    if (w == 1 && !first->item.negated && !(measures(first) && measures(&e.at[e.count - 1])) &&
        !two_groups(first, &e.at[e.count - 1]) &&
        (first->item.quantity_count || first->item.sex || first->leads ||
         names_people(c, &first->item)) &&
        !first->item.defined)
        return c->exclusion && !c->special && !in.exclusion && first->item.quantity_count && wide &&
                       ends_in_and(&e, w)
                   ? either_of_all(c, &e, wide, depth)
                   : wide;
    both[0] = wide;
    both[1] = narrow;
    if (wide && narrow && same_conjunction(wide, narrow))
        return narrow;
    return wide && narrow ? rule_readings(c->arena, wide->span, "modifier-scope", both, 2) : narrow;
}

/* Of what is asked for, "A > 4, B/C > 40 %, D > 2": what a slash joins among limits and commas
 * stands between the commas. False: it is no such list. */
static bool slash_between_limits(const clause *c, const entries *e, size_t from, size_t to)
{
    bool limit = false, comma = false, slash = false, denied = false;

    for (size_t i = from; i < to; i++) {
        denied = denied || e->at[i].item.negated;
        limit = limit || e->at[i].item.quantity_count;
        comma = comma || (i > from && e->at[i].link == PART_COMMA);
        slash = slash || (i > from && e->at[i].link == PART_SLASH);
        /* an "or" joins what is listed, but for "no A or B" */
        if (i > from && e->at[i].link != PART_COMMA && e->at[i].link != PART_SLASH &&
            !(denied && e->at[i].link == PART_OR))
            return false;
    }
    return limit && comma && slash && !c->exclusion;
}

/* The entries with each run that slashes join as one. */
static entries fold_slashes(const clause *c, const entries *e, size_t from, size_t to)
{
    entries out = {.at = arena_room(c->arena, (to - from) * sizeof *out.at), .tied = e->tied};

    for (size_t i = from; out.at && i < to;) {
        size_t k = i + 1;
        entry *x = &out.at[out.count++];

        while (k < to && e->at[k].link == PART_SLASH)
            k++;
        *x = e->at[i];
        if (k > i + 1) {
            x->item.span.end = e->at[k - 1].item.span.end;
            x->rule = entries_rule(c, e, i, k);
        }
        i = k;
    }
    return out;
}

const rule *entries_rule(const clause *c, const entries *e, size_t from, size_t to)
{
    if (from >= to)
        return NULL;
    if (to - from > 1 && !e->tied) {
        entries folded = fold_examples(c, e, from, to);

        return folded.at ? with_scopes(c, folded, 0) : NULL;
    }
    if (to - from == 1)
        return e->at[from].item.negated
                   ? entries_joined(c, e, from, to, RULE_ALL, e->at[from].item.span)
                   : e->at[from].rule;
    if (slash_between_limits(c, e, from, to)) {
        entries folded = fold_slashes(c, e, from, to);

        return folded.at ? entries_rule(c, &folded, 0, folded.count) : NULL;
    }
    return list_by_connectives(c, e, from, to);
}

/* "A, without B or C": what a denial reaches is one item of the list, whose own connective stands
 * before it. */
static void deny(const clause *c, entries *e)
{
    size_t kept = 0;

    if (e->count < 3 || e->at[0].item.negated)
        return;
    for (size_t i = 0; i < e->count;) {
        size_t k = i + 1, from = i;
        entry *x = &e->at[i];

        if (x->item.negated && x->link != PART_WITH && x->link != PART_OR &&
            x->link != PART_ANDOR && x->link != PART_SLASH) {
            while (k < e->count && !e->at[k].item.negated && !e->at[k].stops &&
                   e->at[k].link != PART_WITH)
                k++;
            if (k > i + 1) {
                const rule *r =
                    entries_joined(c, e, from, k, RULE_ANY,
                                   (eligo_span){x->item.span.start, e->at[k - 1].item.span.end});

                x->rule = r;
                x->item.negated = false;
                x->item.span.end = e->at[k - 1].item.span.end;
            }
        }
        if (kept < i)
            e->at[kept] = *x;
        kept++;
        i = k;
    }
    e->count = kept;
}

bool list_part(entries *e)
{
    bool any = false;

    for (size_t i = 1; i < e->count; i++)
        if (e->at[i].parted) {
            e->at[i].link = PART_COMMA;
            e->at[i].more = true;
            e->at[i].trailing = e->at[i].parted = e->at[i].item.tied = false;
            any = true;
        }
    return any;
}

/* "Gout, asthma, requiring dialysis", among what bars: who needs that and has neither may be barred
 * as well. */
static const rule *list_parted(const clause *c, const entries *e)
{
    entries out = {.at = arena_copy(c->arena, e->at, e->count, sizeof *out.at), .count = e->count};

    if (!out.at || !c->exclusion || (e->count < 3 && !(e->count && e->at[0].item.staged)) ||
        !list_part(&out))
        return NULL;
    for (size_t i = 1; i < e->count; i++)
        if (e->at[i].parted)
            out.at[i].rule = item_rule(c, &out.at[i].item);
    return entries_rule(c, &out, 0, out.count);
}

/* "Stage IV lung cancer or breast cancer": the stage may be of the first alone. */
static const rule *list_staged(const clause *c, const entries *e)
{
    entries out = {.count = e->count - 1};
    const rule *both[2] = {e->at[0].rule, e->at[1].rule};

    if (e->count < 3 || !both[0] || !both[1] || e->at[1].item.negated ||
        !(out.at = arena_copy(c->arena, e->at + 1, out.count, sizeof *out.at)))
        return NULL;
    out.at[0].link = PART_END;
    out.at[0].item.span.start = e->at[0].item.span.start;
    out.at[0].rule = rule_join(c->arena, RULE_ALL, out.at[0].item.span, both, 2);
    return entries_rule(c, &out, 0, out.count);
}

/* "In the opinion of the investigator", "severe in the opinion of ...", and not of what. */
static bool bare_opinion(const entry *e)
{
    const item *x = &e->item;

    if (!x->judge || !text_is(x->judge, "investigator opinion") || x->has_subject ||
        x->thing_count || x->quantity_count || x->negated || !e->rule)
        return false;
    for (size_t i = x->from; i < x->to; i++)
        if (x->in[i].kind == PART_WORD)
            return false;
    return true;
}

/* "Asthma or gout, in the opinion of the investigator", "in the opinion of the investigator, asthma
 * or gout": that somebody thinks so bars nobody, and neither does what he does not think. NULL: it
 * says something else. */
static const rule *list_by_opinion(const clause *c, const entries *e)
{
    bool leads = e->count > 2 && bare_opinion(&e->at[0]);
    size_t last = e->count - 1;
    entries rest = {.count = last};
    const rule *all[2], *two[2] = {NULL, NULL}, *of[2];

    if (!c->exclusion || e->count < 3 || bare_opinion(&e->at[leads ? 1 : last - 1]) ||
        (!leads && (e->at[last].link != PART_COMMA || !bare_opinion(&e->at[last]))))
        return NULL;
    rest.at = arena_copy(c->arena, leads ? e->at + 1 : e->at, last, sizeof *rest.at);
    if (!rest.at)
        return NULL;
    rest.at[0].link = PART_END;
    all[0] = e->at[leads ? 0 : last].rule;
    all[1] = list_joined(c, &rest);
    two[0] = all[1] ? rule_join(c->arena, RULE_ALL, span_hull(all[0]->span, all[1]->span), all, 2)
                    : NULL;
    if (leads || !two[0] || !e->at[last - 1].rule || e->at[last - 1].item.negated)
        return two[0];
    /* or what he thinks of the last alone */
    rest.at = arena_copy(c->arena, e->at, last, sizeof *rest.at);
    rest.count = last;
    if (!rest.at)
        return NULL;
    of[0] = e->at[last - 1].rule;
    of[1] = all[0];
    rest.at[last - 1].rule =
        rule_join(c->arena, RULE_ALL, span_hull(of[0]->span, of[1]->span), of, 2);
    two[1] = list_joined(c, &rest);
    return two[1] ? rule_readings(c->arena, two[0]->span, "modifier-scope", two, 2) : two[0];
}

/* Does it begin with "non-", which is of its own word? */
static bool begins_non(const clause *c, const item *x)
{
    return x->from < x->to && part_is(c, &x->in[x->from], "non");
}

/* "Males or non-pregnant, non-lactating women": several such adjectives of one noun are all asked
 * of whoever it names, and of nobody else in the list. */
static void join_adjectives(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 2 && !c->exclusion;) {
        entry *last = &e->at[i];
        size_t k = i, n = 0;
        const rule **of;

        if (last->item.negated || !last->rule || last->rule->op != RULE_ALL ||
            !begins_non(c, &last->item))
            continue;
        while (k > 1 && !e->at[k].loose && e->at[k - 1].item.negated && e->at[k - 1].rule &&
               begins_non(c, &e->at[k - 1].item) &&
               (e->at[k].link == PART_COMMA || e->at[k].link == PART_AND))
            k--;
        if (k == i || !(of = arena_array(c->arena, i - k + last->rule->count, sizeof *of)))
            continue;
        for (size_t m = k; m < i; m++)
            of[n++] = rule_not(c->arena, e->at[m].item.span, e->at[m].rule);
        for (size_t m = 0; m < last->rule->count; m++)
            of[n++] = last->rule->of[m];
        last->link = e->at[k].link;
        last->item.span.start = e->at[k].item.span.start;
        last->rule = rule_join(c->arena, RULE_ALL, last->item.span, of, n);
        memmove(&e->at[k], last, (e->count - i) * sizeof *last);
        e->count -= i - k;
        i = k;
    }
}

const rule *list_joined(const clause *c, entries *e)
{
    const rule *two[2];
    bool parted = false;

    if ((two[0] = list_by_opinion(c, e)))
        return two[0];
    join_adjectives(c, e);
    deny(c, e);
    two[0] = entries_rule(c, e, 0, e->count);
    for (size_t i = 1; i < e->count; i++)
        parted = parted || e->at[i].parted;
    two[1] = parted ? list_parted(c, e) : e->count && e->at[0].first ? list_staged(c, e) : NULL;
    return two[0] && two[1] ? rule_readings(c->arena, two[0]->span, "modifier-scope", two, 2)
                            : two[0];
}
