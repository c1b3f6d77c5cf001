#include "grammar/denial.h"
#include "grammar/limit.h"
#include "grammar/list.h"
#include "grammar/status.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <ctype.h>
#include <string.h>

/* A list: cut at its connectives (split.c); its items share what they lack (share.c), examples go
 * to what they stand for, a negation reaches until something stops it, and then they are put
 * together (join.c). */

const part *parts_without(const clause *c, const part *list, size_t from, size_t at, size_t rest,
                          size_t to)
{
    part *kept = arena_array(c->arena, to - from, sizeof *kept);

    if (!kept)
        return NULL;
    memcpy(kept, list + from, (at - from) * sizeof *kept);
    memcpy(kept + (at - from), list + rest, (to - rest) * sizeof *kept);
    return kept;
}

eligo_span parts_span(const part *list, size_t from, size_t to)
{
    return from < to ? (eligo_span){list[from].span.start, list[to - 1].span.end}
                     : (eligo_span){0, 0};
}

part *list_copied(arena *a, const part *list, size_t count, size_t room)
{
    part *copy = arena_array(a, room, sizeof *copy);

    if (copy)
        memcpy(copy, list, count * sizeof *copy);
    return copy;
}

bool part_content(part_kind k)
{
    switch (k) {
    case PART_FILL:
    case PART_PERSON:
    case PART_COMMA:
    case PART_SEMICOLON:
    case PART_PERIOD:
    case PART_COLON:
    case PART_DASH:
    case PART_OF:
    case PART_ON:
    case PART_ANYOF:
    case PART_AND:
    case PART_OR:
    case PART_ANDOR:
    case PART_FOLLOWING:
    case PART_ALLOF:
    case PART_SLASH:
    case PART_END:
    case PART_COUNT:
    case PART_WITH:
    case PART_EXCLUDED: return false;
    default: return true;
    }
}

bool parts_any_content(const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (part_content(list[i].kind))
            return true;
    return false;
}

bool parts_name_something(const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (list[i].kind == PART_THING || list[i].kind == PART_WORD ||
            list[i].kind == PART_QUANTITY || list[i].kind == PART_SEX ||
            list[i].kind == PART_JUDGE || list[i].kind == PART_CONSENT)
            return true;
    return false;
}

/* The first part of a kind in [from, to); `to` where there is none. */
size_t parts_find(const part *list, size_t from, size_t to, part_kind k)
{
    while (from < to && list[from].kind != k)
        from++;
    return from;
}

/* ---- cutting ---- */

bool parts_name_subject(const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (list[i].kind == PART_THING || list[i].kind == PART_QUANTITY ||
            list[i].kind == PART_JUDGE ||
            (list[i].kind == PART_WORD && !(list[i].roles & ~ROLE_CONSENT)))
            return true;
    return false;
}

void list_inherit_title(clause *c, const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const part *p = &list[i];

        switch (p->kind) {
        case PART_HISTORY: c->history = true; break;
        case PART_CURRENT: c->current = true; break;
        case PART_PLANNED: c->planned = true; break;
        case PART_FAMILY:
            c->who = "family";
            c->relative = p;
            break;
        case PART_WHO: c->who = p->value; break;
        case PART_WINDOW: c->window = p; break;
        default: continue;
        }
        clause_take(c, p->span);
    }
    if (c->history) /* "past or current": the widest */
        c->current = false;
}

/* What the head of the list says for all its items. */
void list_inherit(const clause *c, item *x)
{
    if (!x->history && !x->current && !x->planned) {
        x->history = c->history;
        x->current = c->current;
        x->planned = c->planned;
    }
    if (!x->who) {
        x->who = c->who;
        if (c->relative)
            item_qualify_by(c, x, c->relative);
    }
    if (!x->window)
        x->window = c->window;
}

/* ---- denied by what stands behind: "pregnancy must be ruled out" ---- */

#define DENIED_KINDS KIND(PART_NOT)

/* Where the list that a denial behind it denies ends: "A and B are not suspected or were ruled
 * out". `to`: none does. */
static size_t denied_until(const clause *c, const part *list, size_t from, size_t to)
{
    size_t end, things = 0;
    bool named = false;

    for (size_t i = from; i < to; i++) {
        part_kind k = list[i].kind;

        if (named && (end = denial_behind(c, list, i, to)) > i) {
            while (end < to) {
                size_t next =
                    list[end].kind == PART_OR || list[end].kind == PART_AND ? end + 1 : to;

                if (next == to || (end = denial_behind(c, list, next, to)) == next)
                    return to;
            }
            return i;
        }
        if (k == PART_WITH || k == PART_QUANTITY || k == PART_NOT || k == PART_JUDGE ||
            k == PART_IF || k == PART_EXCEPT || k == PART_BRACKET ||
            (k == PART_THING && things++)) /* "pneumonia in whom asthma was ruled out" */
            return to;
        if (part_divides(k))
            things = 0;
        named = named || (k == PART_THING && list[i].hit.thing);
    }
    return to;
}

/* "Fever and malaria ruled out": the denial at `denied` may be of the last of the list alone.
 * "Fever and malaria must be ruled out" is of both. */
static bool denies_last(const part *list, size_t from, size_t denied)
{
    size_t i = from;

    while (i < denied && !part_divides(list[i].kind))
        i++;
    return i < denied && list[denied].kind == PART_NOT;
}

/* "Expectation of receiving any of these: - receiving A within 2 weeks before screening": what is
 * planned, as the head says, or what was. */
const rule *list_headed(const clause *c, const item *x)
{
    const rule *two[2] = {item_rule(c, x), NULL};
    item *planned;

    if (!c->planned || x->planned || !(x->current || x->history) || !x->has_subject ||
        x->quantity_count || x->judge || !two[0] ||
        !(planned = arena_copy(c->arena, x, 1, sizeof *x)))
        return two[0];
    planned->planned = true;
    planned->current = planned->history = false;
    if (x->window && x->window->window && !(x->window->window->to.n > 0)) {
        clause_take(c, x->window->span);
        planned->window = NULL;
    }
    two[1] = two[0];
    two[0] = item_rule(c, planned);
    return two[0] ? rule_readings(c->arena, two[1]->span, "modifier-scope", two, 2) : two[1];
}

/* "stopped taking A or B": what was stopped is each of them. */
static void share_stopping(entries *e)
{
    const rule_qualifier *stopped = NULL;

    for (size_t i = 0; i < e->count; i++) {
        item *x = &e->at[i].item;
        const rule_qualifier *own = NULL;

        for (size_t k = 0; k < x->qualifier_count; k++)
            if (text_is(x->qualifiers[k].value, "stopped"))
                own = &x->qualifiers[k];
        if (own || !entry_linked(&e->at[i]) || !x->has_subject || x->negated || x->judge ||
            x->current || x->history || x->planned)
            stopped = own;
        else if (stopped && x->qualifier_count < ITEM_QUALIFIERS)
            x->qualifiers[x->qualifier_count++] = *stopped;
    }
}

static bool is_negative(const clause *c, const part *p)
{
    return p->kind == PART_QUAL && text_is(p->value, "result:negative") &&
           text_starts_nocase(c->text + p->span.start, p->span.end - p->span.start, "neg");
}

#define NEGATIVE_KINDS KIND(PART_QUAL)

/* "HIV and hepatitis B negative", "negative HIV, hepatitis B or C": a result that is meant of each
 * of several infections, which are [*from, *to). */
static bool negative_list(const clause *c, const part *list, size_t *from, size_t *to)
{
    size_t start = *from, end = *to, things = 0, links = 0;

    while (end > start && (list[end - 1].kind == PART_FILL ||
                           (list[end - 1].kind == PART_WORD && (list[end - 1].roles & ROLE_LIGHT))))
        end--;
    while (start < end && (list[start].kind == PART_PERSON || list[start].kind == PART_FILL))
        start++;
    if (end - start < 4 || is_negative(c, &list[start]) == is_negative(c, &list[end - 1]))
        return false;
    const part *word = is_negative(c, &list[start]) ? &list[start++] : &list[--end];
    for (size_t i = start; i < end; i++) {
        const concept *k = list[i].kind == PART_THING ? list[i].hit.thing : NULL;

        if (k && k->category == CATEGORY_CONDITION && !list[i].hit.quantity)
            things++;
        else if (part_divides(list[i].kind))
            links++;
        else if (list[i].kind != PART_FILL &&
                 !(list[i].kind == PART_WORD && list[i].span.end - list[i].span.start == 1))
            return false;
    }
    if (things < 2 || !links)
        return false;
    clause_take(c, word->span);
    *from = start;
    *to = end;
    return true;
}

/* Is it said in the item's own words? */
static bool is_within(const item *x, const part *p)
{
    return x->from < x->to && p->span.start >= x->in[x->from].span.start &&
           p->span.end <= x->in[x->to - 1].span.end;
}

/* "absence of a guardian who ...", "without ..." */
static bool is_lack(const clause *c, const part *p)
{
    static const char *const words[] = {"absence of", "lack of", "without", "no", NULL};

    return p->kind == PART_NOT && part_is_any(c, p, words);
}

#define PAIRED_KINDS KIND(PART_QUANTITY)

/* "BMI > 30 for women, and for men over 40", "Hb > 12 for women and all patients over 60", with the
 * limit at i: other people, who may have a limit of their own or the same. */
static bool goes_on_with_people(const part *list, size_t i, size_t to)
{
    bool linked = false;
    size_t people = 0;

    if (list[i].kind != PART_QUANTITY || list[i].age || list[i].period)
        return false;
    for (i++; i < to; i++)
        switch (list[i].kind) {
        case PART_FILL:
        case PART_FORGROUP:
        case PART_COMMA: break;
        case PART_AND:
        case PART_OR: linked = people > 0; break;
        case PART_SEX:
        case PART_PERSON:
            if (++people == 2)
                return linked && i + 1 < to &&
                       (list[i + 1].kind == PART_AGEWORD ||
                        (list[i + 1].kind == PART_QUANTITY && list[i + 1].age));
            break;
        default: return false;
        }
    return false;
}

/* "Above 20 g and 30 g for women and men, respectively": which limit is whose is not read. */
static bool pairs_limits(const clause *c, const part *list, size_t from, size_t to)
{
    size_t limits = 0;
    bool paired = false;

    for (size_t i = from; i < to; i++) {
        if (limits == 1 && list[i].kind == PART_SEX)
            return false; /* "> 102 cm in men and > 88 cm in women" */
        if (c->exclusion && limit_not_beyond(c, list, i, to))
            return true; /* what lies between the two hardly bars */
        if (goes_on_with_people(list, i, to))
            return true;
        limits += list[i].kind == PART_QUANTITY;
        paired = paired || (list[i].kind == PART_WORD && part_is(c, &list[i], "respectively"));
    }
    return paired && limits > 1;
}

/* Is its negation a prefix: "non-pregnant"? */
static bool prefixed(const clause *c, const item *x)
{
    for (size_t i = x->from; x->negated && i < x->to; i++)
        if (x->in[i].kind == PART_NOT)
            return part_is(c, &x->in[i], "non");
    return false;
}

/* "Severe non-PDR": severe is what is called so, which is no lack of PDR. */
static bool denies_degree(const item *x)
{
    for (size_t i = x->from; i + 1 < x->to; i++)
        if (x->in[i + 1].kind == PART_NOT)
            return x->in[i].kind == PART_QUAL;
    return false;
}

/* "Non-smoking men", "non-pregnant women aged 18 to 45": the prefix denies its own word, and the
 * rest is asked for. NULL: nothing else is said. */
static const rule *deny_prefixed(const clause *c, const item *x)
{
    const rule *of[3 + ITEM_QUANTITIES], *all;
    const concept *k = x->subject.concept;
    item thing = *x, rest = *x;
    size_t n = 0;
    bool people = x->subject.text && k && (k->flags & CONCEPT_FEMALE) &&
                  (roles_of_last(x->subject.text, strlen(x->subject.text)) & ROLE_PEOPLE);

    if (!k || (!people && !x->sex && !x->quantity_count && !x->also))
        return NULL;
    thing.sex = NULL;
    thing.quantity_count = 0;
    thing.age = false;
    thing.also = NULL;
    of[n] = item_rule(c, &thing);
    if (!of[n] || (of[n]->op != RULE_HAS && !x->defined))
        return NULL;
    of[n] = rule_denied(c->arena, of[n]->span, of[n]);
    n++;
    rest.also = rest.defined = NULL; /* what brackets say goes with the thing */
    all = item_rule(c, &rest);
    for (size_t i = 0; all && all->op == RULE_ALL && i < all->count && n <= ITEM_QUANTITIES; i++)
        if (!all->of[i]->subject.concept || all->of[i]->subject.concept != k)
            of[n++] = all->of[i];
    if (n == 1 && x->quantity_count) /* what the number is of is open */
        of[n++] = rule_opaque(c->arena, x->span, OPAQUE_NUMBER);
    if (people && !x->sex) {
        rule *r = rule_new(c->arena, RULE_HAS, x->span);

        if (!r)
            return NULL;
        r->subject.concept = lexicon_landmark(c->lx, LANDMARK_FEMALE);
        r->subject.category = CATEGORY_DEMOGRAPHIC;
        r->subject.text = x->subject.text;
        r->subject.span = x->subject.span;
        of[n++] = r;
    }
    if (x->also) /* "non-diabetic (no insulin)" */
        of[n++] = x->also;
    return rule_join(c->arena, RULE_ALL, x->span, of, n);
}

/* Of an item, the first thing without a word that says it is taken alone; NULL: nothing says so. */
static const rule *without_alone(const clause *c, const item *x)
{
    item y = *x;
    bool alone = false;

    for (size_t i = x->from; i < x->to; i++)
        alone = alone || part_alone(c, &x->in[i]);
    if (!alone || !x->thing_count || !x->things[0]->hit.thing || x->quantity_count > 1)
        return NULL;
    y.qualifier_count = 0;
    y.subject.concept = x->things[0]->hit.thing;
    y.subject.category = y.subject.concept->category;
    y.subject.span = x->things[0]->span;
    y.subject_part = x->things[0];
    y.subject.text = arena_text(c->arena, c->text + y.subject.span.start,
                                y.subject.span.end - y.subject.span.start);
    return item_rule(c, &y);
}

/* "A alone or in combination with B": B beside A. Entry i is B, with its rule. */
static void share_alone(const clause *c, entries *e, size_t i)
{
    entry *x = &e->at[i], *before = &e->at[i - 1];
    const rule *two[2] = {NULL, x->rule};
    bool alone = false;

    if (x->item.negated || before->item.negated)
        return;
    two[0] = without_alone(c, &before->item);
    for (size_t k = before->item.from; k < before->item.to; k++)
        alone = alone || part_alone(c, &before->item.in[k]);
    /* "A, alone or with B" */
    if (!two[0] && alone && i > 1 && before->link == PART_COMMA && !before->item.thing_count &&
        e->at[i - 2].rule) {
        two[0] = e->at[i - 2].rule;
        before->rule =
            combine_meant_of(c->arena, two[0],
                             &(rule_qualifier){"other", "alone", "alone", before->item.span, NULL});
        e->at[i - 2].rule = NULL;
    }
    if (two[0])
        x->rule = rule_join(c->arena, RULE_ALL, x->item.span, two, 2);
}

eligo_span item_bracket(const clause *c, const item *x, const part *q)
{
    eligo_span s = {q->span.start, q->span.end};

    while (s.start > x->subject.span.end && c->text[s.start] != '(' && c->text[s.start] != ')')
        s.start--;
    return x->has_subject && c->text[s.start] == '(' && s.start >= x->subject.span.end
               ? (eligo_span){s.start + 1, s.end}
               : (eligo_span){0, 0};
}

/* "Low hemoglobin or platelets": is it a test in a list, or alone among what bars, of which nothing
 * is said that could be so or not? That it was measured in some time bars nobody ("ascites or SBP
 * within 3 months"). */
static bool measures_alone(const clause *c, const entries *e, size_t i)
{
    const rule *r = e->at[i].rule;

    for (size_t k = 0; k < r->qualifier_count; k++)
        if (!text_is(r->qualifiers[k].kind, "label")) /* "hemoglobin (Hb)" */
            return false;
    bool bars = c->exclusion && !c->special;

    return (e->count > 1 || bars) && r->op == RULE_HAS && r->subject.concept &&
           (!r->window || bars) && !r->duration && !r->dose && r->tense == TENSE_NONE &&
           (r->subject.category == CATEGORY_SCORE ||
            (r->subject.category == CATEGORY_MEASUREMENT && r->subject.concept->units[0])) &&
           (e->count == 1 || entry_linked(&e->at[i]) || e->at[i].link == PART_WITH ||
            (i + 1 < e->count && (entry_linked(&e->at[i + 1]) || e->at[i + 1].link == PART_WITH)));
}

/* None of what [first, to) lists, of the words of `span`. */
static const rule *none_of(const clause *c, const part *list, size_t first, size_t to,
                           eligo_span span)
{
    clause in = *c;
    const rule *what;

    in.exclusion = true; /* none of them */
    if (in.depth++ > CLAUSE_DEPTH)
        return rule_opaque(c->arena, span, "nested too deeply");
    what = list_rule(&in, list, first, to);
    return what ? rule_not(c->arena, span, what) : NULL;
}

/* "Newborn or mother with sepsis", "the mother, or the newborn, has sepsis": whose it is, and no
 * alternative to it. Which of them the record is about, nothing tells. */
static void unname_people(const clause *c, entries *e)
{
    for (size_t i = 0; i + 1 < e->count; i++) {
        item *x = &e->at[i].item;
        const entry *next = &e->at[i + 1];

        if (x->thing_count != 1 || !x->subject.concept || x->quantity_count || x->qualifier_count ||
            x->negated || x->who || next->link == PART_WITH ||
            !(roles_of_last(c->text + x->things[0]->span.start,
                            x->things[0]->span.end - x->things[0]->span.start) &
              ROLE_AGE_GROUP) ||
            !(next->verb || (next->item.who && next->item.has_subject && entry_linked(next))))
            continue;
        x->subject.concept = NULL;
        x->subject_part = NULL;
    }
}

/* What the entries of a list say together. `paired`: which of their limits is whose is open. */
static const rule *entries_read(const clause *c, entries *e, eligo_span span, bool paired)
{
    denials before = {0};
    const rule *denied_of;

    list_settle_namesakes(c, e);
    list_share(c, e);
    list_share_over(c, e);
    unname_people(c, e);
    list_take_examples(c, e);
    share_stopping(e);
    for (size_t i = 0; i < e->count; i++) {
        entry *x = &e->at[i];

        list_inherit(c, &x->item);
        /* "never smoked, or stopped 10 years ago": what never was has no time of its own */
        if (x->item.subject.concept && x->item.subject.concept->denies && e->count > 1) {
            if (x->item.window && !is_within(&x->item, x->item.window))
                x->item.window = NULL;
            if (x->item.duration && !is_within(&x->item, x->item.duration))
                x->item.duration = NULL;
        }
        if (before.count && i > 0)
            list_off_as_long(c, &e->at[i - 1].item, x);
        denial_reach(c, e, i, &before);
        x->rule = x->group ? x->group : list_headed(c, &x->item);
        if (!x->group && ((denied_of = item_denied_of(c, &x->item)) ||
                          (denied_of = denial_of_unprotected(c, e, i)))) {
            x->rule = denied_of;
            x->item.negated = false;
            x->stops = true;
        } else if (x->item.denied_before && (x->item.of_sex || x->item.people))
            x->rule = rule_opaque(c->arena, x->item.span, "of whom it is denied");
        if (x->anew && i > 0 && x->rule && x->item.has_subject)
            share_alone(c, e, i);
        if (!x->group && prefixed(c, &x->item)) {
            const rule *r = denies_degree(&x->item)
                                ? rule_opaque(c->arena, x->item.span, "a degree of what is not")
                                : deny_prefixed(c, &x->item);

            if (r) {
                x->rule = r;
                x->item.negated = false;
                x->stops = true;
            }
        }
        /* what was named and not understood still counts: it may be required, or bar */
        if (!x->rule && (x->item.quantity_count || x->item.words || x->item.thing_count))
            x->rule = rule_opaque(c->arena, x->item.span, "no condition was found in these words");
        if (x->rule && measures_alone(c, e, i))
            x->rule = rule_opaque(c->arena, x->item.span, "nothing is said of what is measured");
        /* "A and no B", among things that bar: the one that comes without the other */
        if (c->exclusion && i > 0 && x->link == PART_AND &&
            (x->item.refused ? is_lack(c, &x->item.in[x->item.from]) : x->item.negated) &&
            !e->at[i - 1].item.negated &&
            (e->at[i - 1].item.has_subject || e->at[i - 1].item.quantity_count ||
             e->at[i - 1].item.judge))
            x->link = PART_WITH;
        denial_count(c, e, i, &before);
    }
    if (paired) {
        const rule *two[2] = {denial_joined(c, e, &before, span),
                              rule_opaque(c->arena, span, "which of the limits is meant of which")};

        return two[0] ? rule_readings(c->arena, span, "modifier-scope", two, 2) : two[1];
    }
    return denial_joined(c, e, &before, span);
}

const rule *list_rule(const clause *c, const part *list, size_t from, size_t to)
{
    kind_set kinds = parts_kinds(list, from, to);
    entries e = list_split(c, list, from, to);
    eligo_span span = parts_span(list, from, to);
    const rule *two[2] = {NULL, NULL};
    size_t first = from, denied = to;

    if (kinds & NEGATIVE_KINDS && negative_list(c, list, &first, &denied) &&
        (first > from || denied < to))
        return none_of(c, list, first, denied, span);
    denied = kinds & DENIED_KINDS ? denied_until(c, list, from, to) : to;
    if (denied < to) {
        two[0] = none_of(c, list, from, denied, span);
        if (!denies_last(list, from, denied))
            return two[0];
    }
    if (e.overflow)
        return rule_opaque(c->arena, span, "a list longer than what is read as one");
    if (e.count == 0)
        return NULL;
    two[1] = entries_read(c, &e, span, kinds & PAIRED_KINDS && pairs_limits(c, list, from, to));
    return two[0] && two[1] ? rule_readings(c->arena, span, "negation-scope", two, 2) : two[1];
}
