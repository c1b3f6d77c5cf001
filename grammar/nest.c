#include "grammar/nest.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "grammar/bound.h"
#include "grammar/except.h"
#include "grammar/group.h"
#include "grammar/limit.h"
#include "grammar/list.h"
#include "rules/words.h"

#include <string.h>

/* ---- what the head of a list says of all its items ---- */

/* When it was, how long, how bad: in bytes of the input. */
typedef struct shared {
    const rule_window *window;
    const rule_amount *duration;
    const rule_qualifier *qualifiers;
    size_t qualifier_count;
} shared;

/* The time that the parts of a head from `from` on say, where it is one, and of all that follows.
 */
static void take_shared(const compiler *c, const clause *k, const parts *p, size_t from,
                        size_t base, shared *out)
{
    const part *time = NULL;

    for (size_t i = from; i < p->count; i++) {
        const part *x = &p->list[i];

        if (x->kind == PART_UNLESS)
            break;
        if (x->kind == PART_OR || x->kind == PART_BRACKET || x->kind == PART_WITH ||
            ((x->kind == PART_WINDOW || x->kind == PART_DURATION) && time))
            return;
        if (x->kind == PART_WINDOW || x->kind == PART_DURATION)
            time = x;
    }
    if (time && time->kind == PART_WINDOW && time->window) {
        rule_window *w = arena_copy(c->arena, time->window, 1, sizeof *w);

        if (w)
            w->span = place_span(c, w->span, base);
        out->window = w;
    } else if (time && time->kind == PART_DURATION)
        out->duration = place_amount(c, clause_amount(k, time), base);
}

static bool is_timeless(const rule *r)
{
    return r->subject.category == CATEGORY_DEMOGRAPHIC || r->subject.category == CATEGORY_CONSENT;
}

/* The rule of a list, with what its head says of all that have nothing of the kind themselves. */
static const rule *sharing(const compiler *c, const rule *r, const shared *s)
{
    rule *copy = r ? arena_copy(c->arena, r, 1, sizeof *r) : NULL;
    bool leaf;

    if (!copy || (!s->window && !s->duration && !s->qualifier_count))
        return r;
    leaf = (r->op == RULE_HAS || r->op == RULE_COMPARE) && !is_timeless(r);
    if (leaf && !r->window)
        copy->window = s->window;
    if (leaf && r->op == RULE_HAS && !r->duration)
        copy->duration = s->duration;
    if (leaf && r->op == RULE_HAS && s->qualifier_count) {
        size_t n = r->qualifier_count + s->qualifier_count;
        rule_qualifier *q = arena_array(c->arena, n, sizeof *q);

        if (!q)
            return NULL;
        if (r->qualifier_count)
            memcpy(q, r->qualifiers, r->qualifier_count * sizeof *q);
        memcpy(q + r->qualifier_count, s->qualifiers, s->qualifier_count * sizeof *q);
        copy->qualifiers = q;
        copy->qualifier_count = n;
        combine_failed(copy);
    }
    if (r->count) {
        const rule **of = arena_array(c->arena, r->count, sizeof *of);

        for (size_t i = 0; of && i < r->count; i++)
            of[i] = sharing(c, r->of[i], s);
        copy->of = of;
    }
    return copy;
}

/* The list below a head whose thing is about what the list names, "no allergy to:"; NULL: it is
 * not. `denied`: the list is denied already. */
static const rule *below_owner(const clause *k, const parts *p, size_t end, const item *title,
                               const rule *list, bool denied)
{
    item of;

    item_copy(&of, title);
    if (denied)
        of.negated = false;
    else if (list && of.negated && list->op == RULE_ALL) /* none of them */
        list = rule_join(k->arena, RULE_ANY, list->span, list->of, list->count);
    return list_owned(k, p->list, 0, end, &of, list);
}

/* What a title says beside the thing that it names: "patients aged 18 or more with asthma, defined
 * by:". NULL: no more. */
static const rule *without_subject(const compiler *c, const rule *r, const item *title)
{
    const rule **of;
    size_t n = 0;

    if (!r || r->op != RULE_ALL)
        return r && r->op == RULE_HAS && title->has_subject ? NULL : r;
    of = arena_array(c->arena, r->count, sizeof *of);
    for (size_t i = 0; of && i < r->count; i++)
        if (!(r->of[i]->op == RULE_HAS && r->of[i]->subject.concept == title->subject.concept &&
              title->has_subject))
            of[n++] = r->of[i];
    return n ? rule_join(c->arena, RULE_ALL, r->span, of, n) : NULL;
}

/* ---- items ---- */

/* How an item's own words end: in "or", "and", "and/or", which joins it to the next. */
static part_kind ending(const parts *p)
{
    for (size_t i = p->count; i-- > 0;) {
        part_kind k = p->list[i].kind;

        if (k == PART_OR || k == PART_AND || k == PART_ANDOR)
            return k;
        if (k != PART_COMMA && k != PART_SEMICOLON && k != PART_PERIOD && k != PART_COLON)
            break;
    }
    return PART_END;
}

static bool says_or(const atoms *words, size_t from)
{
    size_t covered;

    for (size_t i = from; i < words->count; i++) {
        const cue *k = cue_match(words, i, &covered);

        if (k && (k->class == CUE_OR || k->class == CUE_ANDOR))
            return true;
    }
    return false;
}

/* Does an item end in "or", which joins it to the next? Nearly none does: its end is read by itself
 * only where such a word is among the last ones. */
static bool ends_in_or(const compiler *c, const outline_item *x)
{
    eligo_span s = x->span;
    const char *text = c->text->text;
    size_t tail = s.end - s.start > 12 ? s.end - 12 : s.start, first;
    parts p = item_parts(c, x), end;

    while (tail > s.start && text[tail - 1] != ' ' && text[tail - 1] != '\n')
        tail--;
    for (first = p.words.count; first > 0 && p.words.list[first - 1].end > tail - s.start;)
        first--;
    if (!p.cut && !says_or(&p.words, first))
        return false;
    end = phrase_parts(text + tail, s.end - tail, c->lx, c->arena);
    return ending(&end) == PART_OR || ending(&end) == PART_ANDOR;
}

static const rule *with_label(const compiler *c, const rule *r, const item *title, size_t base)
{
    return title->has_subject
               ? combine_label(c->arena, r, &title->subject, place_span(c, title->span, base))
               : r;
}

static bool kind_in(const parts *p, size_t from, size_t to, part_kind k)
{
    for (size_t i = from; i < to && i < p->count; i++)
        if (p->list[i].kind == k)
            return true;
    return false;
}

/* "Additional condition for inclusion: ..." among the items of an exclusion: what it lists is taken
 * out. */
static bool allows(const compiler *c, const outline_item *x)
{
    size_t size = x->head.end - x->head.start;
    parts p;
    bool said = false;

    if (size == 0 || size > 120)
        return false;
    p = item_parts(c, x);
    for (size_t i = 0; i < p.count; i++) {
        if (p.list[i].kind == PART_EXCEPT || p.list[i].kind == PART_UNLESS)
            said = true;
        else if (p.list[i].kind == PART_THING || p.list[i].kind == PART_WORD ||
                 p.list[i].kind == PART_QUANTITY)
            return false;
    }
    return said;
}

/* "The following are allowed:", "Allowed medications:", "Exceptions:": what it lists is not asked
 * for, and bars nobody. */
static bool head_permits(const parts *p)
{
    size_t verb = p->count;
    bool thing = false;

    for (size_t i = 0; i < p->count; i++) {
        part_kind k = p->list[i].kind;

        if (k == PART_IF || k == PART_NOT || k == PART_BUT || k == PART_EXCLUDED ||
            k == PART_QUANTITY || k == PART_UNLESS)
            return false;
        if (k == PART_EXCEPT && verb == p->count)
            verb = i;
        thing = thing || k == PART_THING;
    }
    if (verb == p->count)
        return false;
    return part_allows(&p->list[verb]) ? verb == 0 || !thing : verb == 0 && !thing;
}

static const rule *item_tree(const compiler *c, const outline_item *x, bool exclusion,
                             const inherited *from, unsigned depth, size_t *leaf);

const rule *nest_rule(const compiler *c, const outline_item *list, size_t count, size_t i,
                      grouping groups, bool exclusion, const inherited *from, unsigned depth,
                      size_t *leaf)
{
    const outline_item *x = &list[i];
    eligo_span own = x->count ? x->head : x->span;
    group_label g = groups.own ? groups.own[i] : item_group(c, x, false);
    const rule *r;

    if (g.kind == GROUP_NONE && groups.marked)
        g = item_group(c, x, true);
    if (g.kind != GROUP_NONE) {
        outline_item y = item_unlabelled(x, &g);
        eligo_span label = place_span(c, g.words, own.start);

        if (g.kind == GROUP_SELF && groups.some)
            g.kind = GROUP_SOME;
        if (g.kind == GROUP_SELF)
            return item_tree(c, x, exclusion, from, depth, NULL);
        r = y.count || y.span.end > y.span.start ? item_tree(c, &y, exclusion, from, depth, NULL)
                                                 : NULL;
        if (r && groups.only && !exclusion && depth)
            return r;
        return rule_for_label(c, r, &g, label, exclusion);
    }
    if (groups.some && !exclusion && !x->count) {
        /* "asthma", and "healthy controls" below it: neither is asked of all */
        size_t named = item_control(c, x, &g);

        own.end = own.start + (named ? named : first_word(c, own));
        if (named || (i + 1 < count && item_has_control(c, x + 1)))
            return rule_of_group(c, item_tree(c, x, exclusion, from, depth, NULL),
                                 place_span(c, own, 0), false);
    }
    return item_tree(c, x, exclusion, from, depth, leaf);
}

bool names_conditions(const rule *r)
{
    if (r->op == RULE_ANY) {
        for (size_t i = 0; i < r->count; i++)
            if (!names_conditions(r->of[i]))
                return false;
        return true;
    }
    return r->op == RULE_HAS && r->subject.category == CATEGORY_CONDITION && r->subject.concept;
}

/* Does an item end in "and", which asks for the next as well? */
static bool ends_in_and(const compiler *c, const outline_item *x)
{
    eligo_span s = x->span;
    const char *text = c->text->text;

    while (s.end > s.start && (strchr(",;", text[s.end - 1]) || text[s.end - 1] == ' '))
        s.end--;
    return s.end - s.start > 4 && text_equal_nocase(text + s.end - 4, 4, " and");
}

/* "Patients with:" over three conditions and more, "sepsis, defined as:" over two things and more:
 * nothing says whether one of them is enough. */
static bool open_list(const compiler *c, const outline_item *x, const parts *p,
                      const rule *const *of, size_t n)
{
    size_t end = p->count;

    while (end && (p->list[end - 1].kind == PART_COLON || p->list[end - 1].kind == PART_FILL))
        end--;
    if (end && n > 1 && p->list[end - 1].kind == PART_DEFINED) {
        for (size_t i = 0; i + 1 < x->count; i++)
            if (ends_in_and(c, &x->of[i]))
                return false;
        return true;
    }
    if (n < 3)
        return false;
    if (!end || (p->list[end - 1].kind != PART_WITH && p->list[end - 1].kind != PART_HISTORY))
        return false;
    for (size_t i = 0; i + 1 < end; i++)
        if (p->list[i].kind != PART_PERSON && p->list[i].kind != PART_FILL &&
            p->list[i].kind != PART_WITH && p->list[i].kind != PART_SEX)
            return false;
    for (size_t i = 0; i < n; i++)
        if (!names_conditions(of[i]))
            return false;
    return true;
}

/* "... at any time", "... ever": an item that says so has no other time. */
static bool says_ever(const compiler *c, const outline_item *x)
{
    static const char any_time[] = "at any ";
    parts p = item_parts(c, x);

    for (size_t i = 0; i < p.count && !x->count; i++) {
        const part *q = &p.list[i];
        const char *text = p.text + q->span.start;
        size_t n = q->span.end - q->span.start;

        if ((q->kind == PART_FILL && text_is(q->value, "any") &&
             text_starts_nocase(text, n, any_time)) ||
            (q->kind == PART_HISTORY && i && text_equal_nocase(text, n, "ever")))
            return true;
    }
    return false;
}

/* The rules of the items below x, joined, with what the head says of all of them; what an item
 * allows is taken from those before it. */
static const rule *items_below(const compiler *c, const outline_item *x, bool exclusion,
                               const inherited *below, const shared *all_of, list_count count,
                               unsigned depth)
{
    const rule **of = arena_array(c->arena, x->count + 1, sizeof *of), *list, *allowed = NULL;
    grouping groups = grouping_of(c, x->of, x->count, c->arena);
    size_t n = 0;

    if (!of)
        return NULL;
    if (groups.only && !exclusion && count.op == RULE_ALL)
        count.op = RULE_ANY;
    for (size_t i = 0; i < x->count; i++) {
        const outline_item *y = &x->of[i];
        const rule *r;

        if (n && y->count && allows(c, y)) {
            r = items_below(c, y, true, below, all_of, (list_count){.op = RULE_ANY}, depth + 1);
            if (r && allowed) {
                const rule *two[2] = {allowed, r};
                r = rule_join(c->arena, RULE_ANY, r->span, two, 2);
            }
            allowed = r ? r : allowed;
            continue;
        }
        r = nest_rule(c, x->of, x->count, i, groups, exclusion, below, depth + 1, NULL);
        if (r && !says_ever(c, y))
            r = sharing(c, r, all_of);
        if (r)
            of[n++] = r;
    }
    eligo_span all =
        place_span(c, (eligo_span){x->of[0].span.start, x->of[x->count - 1].span.end}, 0);
    list = scope_counted(c->arena, count, all, of, n);
    if (list && !exclusion && !count.said && count.op == RULE_ALL) {
        parts p = item_parts(c, x);

        if (open_list(c, x, &p, of, n)) {
            const rule *two[2] = {list, rule_join(c->arena, RULE_ANY, all, of, n)};

            list = rule_readings(c->arena, all, "and-or-scope", two, 2);
        }
    }
    if (list && allowed)
        list = combine_except(c->arena, list, allowed, false, exclusion);
    return list;
}

/* "... one of these: Group A: x Group B: y": a list whose items stand in one line, each with the
 * label of its group. */
static bool split_series(const compiler *c, const outline_item *x, outline_item *out)
{
    const char *text = c->text->text + x->span.start;
    size_t size = x->span.end - x->span.start, first = group_inside(text, size, 0), n = 0;
    outline_item *of;

    if (size > LIMIT_CRITERION_BYTES)
        return false;
    for (size_t at = first; at < size; at = group_inside(text, size, at + 1))
        n++;
    if (n == 1 && group_read(text, size).kind != GROUP_NONE) { /* "Patients: A. Controls: B" */
        first = 0;
        n = 2;
    }
    if (n < 2 || !(of = arena_array(c->arena, n, sizeof *of)))
        return false;
    *out = *x;
    out->head = (eligo_span){x->span.start, x->span.start + first};
    while (out->head.end > out->head.start &&
           strchr(" \n", text[out->head.end - x->span.start - 1]))
        out->head.end--;
    out->of = of;
    out->count = n;
    for (size_t at = first, i = 0; i < n; i++) {
        size_t next = group_inside(text, size, at + 1), end = next;

        while (end > at && strchr(" \n.;,", text[end - 1]))
            end--;
        of[i].span = of[i].head = (eligo_span){x->span.start + at, x->span.start + end};
        of[i].number = x->number; /* what is kept by number lives with this criterion only */
        at = next;
    }
    return true;
}

/* Do the words of a head end in what they name: "women:", and not "women who have", "women with all
 * of"? */
static bool stands_over(const part *list, size_t count)
{
    part_kind last;

    while (count && (list[count - 1].kind == PART_COLON || list[count - 1].kind == PART_FILL))
        count--;
    last = count ? list[count - 1].kind : PART_END;

    return last == PART_THING || last == PART_QUANTITY || last == PART_SEX || last == PART_PERSON ||
           last == PART_WORD || last == PART_BRACKET || last == PART_AGEWORD || last == PART_MUST;
}

/* 'Criteria of "severe" or "critical":' speaks of the words, not of things that are so. */
static bool speaks_of_words(const char *text, const parts *p, size_t to)
{
    for (size_t i = 0; i < to; i++) {
        eligo_span s = p->list[i].span;

        if (roles_within(text + s.start, s.end - s.start) & ROLE_STANDARD)
            return true;
        if (s.start > 0 && (text[s.start - 1] == '"' || text[s.start - 1] == '\''))
            return true;
    }
    return false;
}

/* A list under a head, as it is read. */
typedef struct headed {
    const compiler *c;
    const outline_item *x;
    bool exclusion;
    const inherited *from;
    unsigned depth;
    /* the words of the head, and how many of the list they ask for: said in [at, past) */
    parts p;
    size_t base; /* where they begin */
    clause k;
    list_count count;
    size_t at, past;
    rule_op op; /* how the items are joined where no count says it */
    /* what the head says beside it, in [0, end) */
    item title;
    size_t end, colon, defined; /* the first colon; behind the last "defined as", 0: none */
    bool label;                 /* it is a name of the list, and asks for nothing by itself */
    bool negated;               /* none of the list */
    const rule *head;           /* what it asks for; NULL: nothing */
    group_sort group;           /* it names those of whom the list is asked */
    inherited below;            /* what it says of all items */
    shared all;
} headed;

static const rule *opaque_item(const compiler *c, const outline_item *x, const char *reason)
{
    return rule_opaque(c->arena, place_span(c, x->span, 0), reason);
}

/* An item that nothing lies below; `leaf` as item_tree() has it. */
static const rule *leaf_tree(const compiler *c, const outline_item *x, bool exclusion,
                             const inherited *from, size_t *leaf)
{
    group_label behind = group_behind(c->text->text + x->span.start, x->span.end - x->span.start);
    bool some = behind.kind == GROUP_SOME;
    outline_item of = *x;
    eligo_span words = {x->span.start + behind.words.start, x->span.start + behind.words.end};
    const rule *r;
    parts p;

    if (some)
        of.span.end = x->span.start + behind.rest;
    p = item_parts(c, &of);
    if (leaf && !some) {
        *leaf = x->span.start;
        return wording_rule(c, &p, exclusion, from);
    }
    r = wording_placed(c, &p, x->span.start, exclusion, from);
    return some && r ? rule_of_group(c, r, place_span(c, words, 0), exclusion) : r;
}

/* "A score of 4 or more on at least two of:": the limit is of each of them, and no list says which
 * of its items have it. NULL: the count has no limit before it. */
static const rule *limit_of_counted(const headed *h)
{
    const compiler *c = h->c;
    size_t bound = h->count.said ? scope_bounded_piece(&h->k, h->p.list, 0, h->at) : h->at;
    const rule *two[2];

    if (bound >= h->at)
        return NULL;
    two[0] = place_rule(c, scope_rule(&h->k, h->p.list, 0, bound), h->base);
    two[1] = opaque_item(c, h->x, LIMIT_OF_SOME);
    return rule_join(c->arena, h->exclusion ? RULE_ANY : RULE_ALL, place_span(c, h->x->span, 0),
                     two, 2);
}

/* "Indications for dialysis:": what stands below is what it is judged by, and each of it is one. */
static bool lists_reasons(const parts *p)
{
    for (size_t i = 0; i < p->count; i++) {
        eligo_span s = p->list[i].span;
        size_t n = s.start;

        if (p->list[i].kind != PART_JUDGE || !text_is(p->list[i].value, "candidacy"))
            continue;
        while (n < s.end && !strchr(" \n\t", p->text[n]))
            n++;
        return words_entry(WORD_LIST_NOUN, p->text + s.start, n - s.start) != NULL;
    }
    return false;
}

/* How a list is joined: by what its head counts, by the words between its items, or as the section
 * does it. */
static rule_op joined_by(const headed *h)
{
    const parts *p = &h->p;

    if (h->count.said)
        return h->count.op;
    /* "Severe" or "critical": alternatives named in the head are its items */
    if (!h->exclusion && kind_in(p, 0, p->count, PART_OR) &&
        !kind_in(p, 0, p->count, PART_QUANTITY) &&
        (kind_in(p, 0, p->count, PART_FOLLOWING) || h->x->count == 2))
        return RULE_ANY;
    if (p->count && kind_in(p, p->count > 3 ? p->count - 3 : 0, p->count, PART_INCLUDE))
        return RULE_ANY;
    if (lists_reasons(p))
        return RULE_ANY;
    for (size_t i = 0; i + 1 < h->x->count; i++) {
        const outline_item *y = &h->x->of[i];

        if (y->head.end - y->head.start < 2000 && y->count == 0 && ends_in_or(h->c, y))
            return RULE_ANY;
    }
    return h->exclusion ? RULE_ANY : RULE_ALL;
}

/* "Asthma with:", "asthma who have the following:": the list is asked for beside the thing. Not of
 * "patients with:". */
static bool leads_to_list(const clause *c, const parts *p, size_t end)
{
    while (end && (p->list[end - 1].kind == PART_COLON || p->list[end - 1].kind == PART_FILL ||
                   p->list[end - 1].kind == PART_FOLLOWING || p->list[end - 1].kind == PART_ANYOF ||
                   p->list[end - 1].kind == PART_ALLOF))
        end--;
    for (size_t i = 0; end > 1 && i < end - 1 && p->list[end - 1].kind == PART_WITH; i++)
        if (p->list[i].kind == PART_THING && p->list[i].hit.thing &&
            !part_names_people(c, &p->list[i]))
            return true;
    return false;
}

/* Reads the words of the head as one item, and finds where its title ends. */
static void read_title(headed *h)
{
    const parts *p = &h->p;

    h->end = h->count.said ? h->at : p->count;
    while (h->colon < h->end && p->list[h->colon].kind != PART_COLON)
        h->colon++;
    /* "Severe case: meet any of the following": a title, and what it means */
    for (h->defined = h->end; h->defined > 0 && p->list[h->defined - 1].kind != PART_DEFINED;)
        h->defined--;
    for (size_t i = h->defined; i < h->end && h->defined; i++)
        if (p->list[i].kind == PART_THING || p->list[i].kind == PART_WORD ||
            p->list[i].kind == PART_QUANTITY)
            h->defined = 0;
    h->label = h->defined > 0 || (h->count.said ? h->colon < h->end
                                                : kind_in(p, 0, p->count, PART_FOLLOWING) &&
                                                      !kind_in(p, 0, h->end, PART_QUANTITY) &&
                                                      !leads_to_list(&h->k, p, p->count));
    item_read(&h->k, p->list, 0, h->end, &h->title);
}

/* Is the list denied by its head? What it is a name of, and whose, is found on the way. */
static void read_denial(headed *h, judged_head judged)
{
    const parts *p = &h->p;
    const item *t = &h->title;
    bool bare = !t->has_subject && !t->quantity_count;

    if (judged == JUDGED_BARS && t->refused)
        h->negated = true;
    /* "Not allowed:", among what is asked for */
    if (!h->exclusion && bare && kind_in(p, 0, p->count, PART_EXCLUDED) &&
        !kind_in(p, 0, p->count, PART_WORD))
        h->negated = true;
    if (!h->count.said && t->negated && bare)
        h->negated = true;
    if (bare && !t->judge && !t->sex) {
        h->below.history = h->below.history || t->history;
        h->below.current = h->below.current || t->current;
        h->below.planned = h->below.planned || t->planned;
        if (t->who)
            h->below.who = t->who;
        h->label = true;
    } else if (!h->count.said && !h->exclusion && t->negated && t->has_subject &&
               !t->subject.concept)
        h->negated = h->label = true;
}

/* What the head asks for beside the list, and of whom. */
static void read_condition(headed *h)
{
    const compiler *c = h->c;
    const item *t = &h->title;

    if (!h->label) {
        h->head = place_rule(c, scope_rule(&h->k, h->p.list, 0, h->end), h->base);
        h->group = scope_group(&h->k, h->p.list, 0, h->end);
    } else if (t->quantity_count || t->sex) {
        /* a title that is more than a name */
        size_t stop = h->colon < h->end ? h->colon : h->defined ? h->defined - 1 : h->end;

        h->head =
            place_rule(c, without_subject(c, scope_rule(&h->k, h->p.list, 0, stop), t), h->base);
        h->group = h->head ? scope_group(&h->k, h->p.list, 0, stop) : GROUP_NO;
    }
    /* "according to groups:": the items say all of it */
    if (h->head && !t->quantity_count && !t->sex && !t->judge && !t->subject.concept &&
        grouping_of(c, h->x->of, h->x->count, c->arena).only)
        h->head = NULL;
}

/* What the head says of all items: when, how long, how bad. */
static void read_shared(headed *h)
{
    const compiler *c = h->c;
    const item *t = &h->title;

    /* a title's time is its thing's */
    take_shared(c, &h->k, &h->p, t->has_subject || !h->label ? h->past : 0, h->base, &h->all);
    /* "severe or unstable:" is how bad each is; "severe, if any of the following:" names what the
     * list defines */
    if (h->label && !t->has_subject && !t->quantity_count && !t->judge && t->qualifier_count &&
        !h->count.said && !speaks_of_words(c->text->text + h->base, &h->p, h->past)) {
        rule_qualifier *q = arena_copy(c->arena, t->qualifiers, t->qualifier_count, sizeof *q);

        for (size_t i = 0; q && i < t->qualifier_count; i++)
            q[i].span = place_span(c, q[i].span, h->base);
        h->all.qualifiers = q;
        h->all.qualifier_count = q ? t->qualifier_count : 0;
    }
    for (size_t i = h->at; h->count.said && i < h->past; i++) {
        h->below.history = h->below.history || h->p.list[i].kind == PART_HISTORY;
        h->below.current = h->below.current || h->p.list[i].kind == PART_CURRENT;
    }
}

/* `list`, where the head says more of all of it: behind the words that count or announce it ("any
 * of the following in the study eye:"), or alone ("in the study eye:"). */
static const rule *with_head_tail(headed *h, const rule *list)
{
    size_t from = h->at, end = h->p.count;
    eligo_span tail;
    rule_qualifier q = {.kind = "other"};

    while (end && (h->p.list[end - 1].kind == PART_COLON || h->p.list[end - 1].kind == PART_COMMA))
        end--;
    if (list && end && !h->count.said && list_title_narrows(&h->k, h->p.list, 0, end, &tail)) {
        h->head = NULL; /* "in the study eye:" */
        q.text = arena_text(h->c->arena, h->k.text + tail.start, tail.end - tail.start);
        q.span = place_span(h->c, tail, h->base);
        return combine_meant_of(h->c->arena, list, &q);
    }
    if (!h->count.said)
        for (from = 0; from < h->p.count && h->p.list[from].kind != PART_FOLLOWING; from++)
            if (parts_name_something(h->p.list, from, from + 1) &&
                !(from == 0 && h->p.list[0].hit.thing &&
                  h->p.list[0].hit.thing->flags & CONCEPT_WEAK)) /* "conditions listed below" */
                return list;
    if (!list || from >= h->p.count || !list_tail(&h->k, h->p.list, from, h->p.count, &tail))
        return list;
    q.text = arena_text(h->c->arena, h->k.text + tail.start, tail.end - tail.start);
    q.span = place_span(h->c, tail, h->base);
    return combine_meant_of(h->c->arena, list, &q);
}

static bool any_condition(const rule *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (any_condition(r->of[i]))
            return true;
    return r->op == RULE_HAS && r->subject.category == CATEGORY_CONDITION;
}

/* "Asthma meeting the following criteria:" over limits and the like, of which none is a kind of it:
 * the list says which asthma is meant, or what is called so. `list` itself: the head is no such
 * one. */
static const rule *with_title(const headed *h, const rule *list)
{
    const item *t = &h->title;
    const concept *k = t->subject.concept;
    const rule *two[2] = {NULL, list}, *both[2] = {NULL, list};
    size_t end = 0;

    while (end < h->end && h->p.list[end].kind != PART_FOLLOWING)
        end++;
    if (h->head || h->defined || !list || !t->has_subject || !k ||
        t->subject.category != CATEGORY_CONDITION || k->flags & CONCEPT_WEAK || t->quantity_count ||
        t->negated || t->judge || t->who || combine_names_kind(list, k) ||
        (h->exclusion && any_condition(list)) || speaks_of_words(h->p.text, &h->p, end) ||
        (h->count.said && h->count.op != RULE_ALL))
        return list;
    both[0] = place_rule(h->c, item_rule(&h->k, t), h->base);
    if (!both[0] || both[0]->op != RULE_HAS)
        return list;
    two[0] = rule_join(h->c->arena, RULE_ALL, place_span(h->c, h->x->span, 0), both, 2);
    return two[0] ? rule_readings(h->c->arena, two[0]->span, "and-or-scope", two, 2) : list;
}

/* "Must not have:", "none of the following:": the denial of the list; among what bars, who has any
 * of it may be meant as well. */
static const rule *denied_list(const headed *h, const rule *list)
{
    const rule *two[2] = {list, rule_not(h->c->arena, list->span, list)};
    bool demanded = h->count.negated || kind_in(&h->p, 0, h->p.count, PART_MUST);

    return h->exclusion && demanded && two[1]
               ? rule_readings(h->c->arena, list->span, "polarity", two, 2)
               : two[1];
}

/* The rule of the items, with what the head says of all of them. It takes the head along where that
 * names what they are about. */
static const rule *list_below(headed *h)
{
    const compiler *c = h->c;
    const item *t = &h->title;
    list_count count = h->count;
    /* "must not have any of the following:": each item bars */
    bool exclusion = h->exclusion || h->negated;
    const rule *list, *owned;

    if (!h->count.said || h->count.op != RULE_AT_LEAST)
        count.op = h->negated && !h->count.said ? RULE_ANY : h->op;
    list = items_below(c, h->x, exclusion, &h->below, &h->all, count, h->depth);
    list = with_head_tail(h, list);
    if ((owned = below_owner(&h->k, &h->p, h->end, t, list, h->negated))) {
        list = owned;
        h->head = NULL;
    } else if (t->has_subject && !h->count.said && !t->quantity_count && !t->negated && !t->judge &&
               !t->sex && h->group == GROUP_NO)
        list = combine_titled(c->arena, list, place_rule(c, item_rule(&h->k, t), h->base));
    if (list && h->negated)
        list = denied_list(h, list);
    return h->label ? with_title(h, with_label(c, list, t, h->base)) : list;
}

/* `less` taken from what bars: from what is denied among what is asked for. NULL: no memory, or
 * nothing is denied. */
static const rule *taken_from(arena *a, const rule *r, const rule *less, bool exclusion)
{
    const rule **of;

    if (exclusion)
        return combine_except(a, r, less, false, true);
    if (r->op == RULE_NOT)
        return rule_not(a, r->span, combine_except(a, r->of[0], less, false, true));
    if (r->op != RULE_ALL || !(of = arena_copy(a, r->of, r->count, sizeof *of)))
        return NULL;
    for (size_t i = 0; i < r->count; i++)
        if (of[i]->op != RULE_NOT || !(of[i] = taken_from(a, of[i], less, false)))
            return NULL;
    return rule_join(a, RULE_ALL, r->span, of, r->count);
}

/* "Apart from gout:" over a list: what is named is taken from that. NULL: the head says something
 * else. */
static const rule *list_except(const headed *h, const rule *list)
{
    const parts *p = &h->p;
    size_t end = h->count.said ? h->at : p->count;
    clause in = h->k;
    const rule *less, *r;

    if (h->negated || !p->count || p->list[0].kind != PART_EXCEPT || part_allows(&p->list[0]))
        return NULL;
    while (end > 1 && (p->list[end - 1].kind == PART_COLON || p->list[end - 1].kind == PART_COMMA ||
                       p->list[end - 1].kind == PART_FILL))
        end--;
    in.special = in.exclusion = true;
    less = end > 1 ? scope_rule(&in, p->list, 1, end) : NULL;
    if (!less)
        return NULL;
    r = taken_from(h->c->arena, list, place_rule(h->c, less, h->base), h->exclusion);
    return r ? r : opaque_item(h->c, h->x, "an exception that is not understood");
}

/* "Heart disease:" over a list, among what bars: whoever has any, or the list says which; of what
 * names no kind of it, the list may be how bad it must be. NULL: the head is no bare name. */
static const rule *headed_bars(const headed *h, const rule *list, const rule *whole)
{
    const rule *head = h->head, *two[2] = {list, whole};

    if (head->op != RULE_HAS || !head->subject.concept ||
        (head->subject.category != CATEGORY_CONDITION &&
         head->subject.category != CATEGORY_ENCOUNTER))
        return NULL;
    if (!combine_names_kind(list, head->subject.concept))
        two[0] = rule_two(h->c->arena, RULE_ALL, head, list);
    return two[0] && two[1] ? rule_readings(h->c->arena, whole->span, "and-or-scope", two, 2)
                            : NULL;
}

static bool any_limit(const rule *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (any_limit(r->of[i]))
            return true;
    return r->op == RULE_COMPARE;
}

/* "Adequate organ function", "adequate renal and hepatic function": a name for what limits say. */
static bool asks_for_enough(const rule *r)
{
    const rule *first = r->count ? r->of[0] : r;
    bool enough = false;

    for (size_t i = 0; i < r->count; i++)
        if (r->of[i]->op != RULE_HAS || r->of[i]->subject.concept || r->of[i]->window ||
            r->of[i]->qualifier_count > (i == 0))
            return false;
    for (size_t i = 0; first->op == RULE_HAS && i < first->qualifier_count; i++)
        enough = enough || strcmp(first->qualifiers[i].value, "adequate") == 0;
    return enough && !first->subject.concept && !first->window && first->qualifier_count == 1 &&
           (r->op == RULE_HAS || r->op == RULE_ALL);
}

/* Head and list, where both ask for something. */
static const rule *with_head(const headed *h, const rule *list)
{
    const compiler *c = h->c;
    const parts *p = &h->p;
    const rule *two[2] = {h->head, list}, *whole;
    eligo_span span = place_span(c, h->x->span, 0);
    size_t last = p->count;
    bool named, open, leads = p->list[p->count - 1].kind == PART_COLON;

    if ((whole = list_except(h, list)) ||
        (whole = limit_again(c->arena, h->head, list, h->exclusion)))
        return whole;
    if (!h->exclusion && !h->count.said && asks_for_enough(h->head) && any_limit(list))
        return list;
    while (last && (p->list[last - 1].kind == PART_COLON || p->list[last - 1].kind == PART_FILL ||
                    p->list[last - 1].kind == PART_FOLLOWING))
        last--;
    if (scope_judged(p->list, 0, p->count) == JUDGED_BARS)
        return rule_join(c->arena, h->negated ? RULE_ALL : RULE_ANY, span, two, 2);
    /* "... including:" before the list; a list under exclusion that says nothing else */
    named = last && p->list[last - 1].kind == PART_INCLUDE;
    open = named || (h->exclusion && !h->count.said && !lists_reasons(p));
    if (h->exclusion && leads_to_list(&h->k, p, p->count))
        open = false;
    /* a group of people is no condition by itself */
    if ((h->group != GROUP_NO || h->label) && !named &&
        (h->label || (h->exclusion && h->count.said) ||
         !stands_over(p->list, h->count.said ? h->at : last)))
        open = false;
    else if (!named && (h->group == GROUP_BY_KIND || (h->group == GROUP_BY_TRAIT && leads)))
        return scope_for_group(&h->k, h->group, h->head, list);
    if (!open && h->count.said && h->head->op == RULE_ANY && counts_ends_in_with(p->list, 0, h->at))
        return counts_of_last_with(&h->k, h->head, list);
    whole = rule_join(c->arena, open && !kind_in(p, 0, p->count, PART_COUNT) ? RULE_ANY : RULE_ALL,
                      span, two, 2);
    if (open && !named && whole && whole->op == RULE_ANY && leads &&
        (two[1] = headed_bars(h, list, whole)))
        return two[1];
    /* "pain (score 4 or more) after an injury, such as: fractures": an example alone is not enough,
     * where more is asked than that there is a thing */
    if (named && !h->exclusion && whole && whole->op == RULE_ANY &&
        (h->head->op == RULE_ALL || h->head->op == RULE_READINGS)) {
        two[1] = whole;
        return rule_readings(c->arena, whole->span, "modifier-scope", two, 2);
    }
    return whole;
}

/* The words behind a list ask for something beside it. */
static const rule *with_tail(const headed *h, const rule *list)
{
    const outline_item *x = h->x;
    parts behind;
    const rule *two[2];

    if (x->tail.end <= x->tail.start)
        return list;
    behind = wording_parts(h->c, x->tail);
    two[0] = list;
    two[1] = wording_placed(h->c, &behind, x->tail.start, h->exclusion, h->from);
    return rule_join(h->c->arena, h->exclusion ? RULE_ANY : RULE_ALL, place_span(h->c, x->span, 0),
                     two, 2);
}

/* "Values outside the following limits:": what lies beyond what the list says. */
static bool lies_outside(const parts *p)
{
    for (size_t i = 0; i + 1 < p->count; i++)
        if (p->list[i].kind == PART_WORD && text_is(p->list[i].value, "outside")) {
            while (i + 1 < p->count && p->list[i + 1].kind == PART_FILL)
                i++;
            return i + 1 < p->count &&
                   (p->list[i + 1].kind == PART_FOLLOWING || p->list[i + 1].kind == PART_ANYOF);
        }
    return false;
}

/* Is it the word of an exception, perhaps in a bracket that says no more? */
static bool only_excepts(const part *p)
{
    for (size_t i = 1; p->kind == PART_BRACKET && i < p->inside_count; i++)
        if (part_content(p->inside[i].kind))
            return false;
    return p->kind == PART_EXCEPT ||
           (p->kind == PART_BRACKET && p->inside_count && p->inside[0].kind == PART_EXCEPT);
}

/* "Cancer within 5 years, with the following exceptions:", "cancer. The following are allowed:":
 * where the words begin that take the list from what stands before them; 0: there are none. *more:
 * they say what else is asked of what is taken ("except for the following treated cancers:"). */
static size_t announces_exceptions(const parts *p, bool *more)
{
    size_t at = p->count, behind, start;
    bool listed = false;

    *more = false;
    while (at > 0 && !only_excepts(&p->list[at - 1])) {
        *more =
            *more || (part_content(p->list[at - 1].kind) && p->list[at - 1].kind != PART_INCLUDE);
        at--;
    }
    for (behind = at; behind < p->count && p->list[behind].kind == PART_FILL;)
        behind++;
    if (at == 0 || (*more && (behind == p->count || p->list[behind].kind != PART_FOLLOWING)))
        return 0;
    for (start = at - 1; start > 0; start--) {
        part_kind k = p->list[start - 1].kind;

        if (k != PART_FOLLOWING && k != PART_FILL && k != PART_WITH && k != PART_ANYOF &&
            k != PART_COMMA && k != PART_PERIOD && k != PART_SEMICOLON && k != PART_DASH)
            break;
        listed = listed || k == PART_FOLLOWING;
    }
    if (part_allows(&p->list[at - 1]) && !listed)
        return 0;
    return parts_name_something(p->list, 0, start) ? start : 0;
}

/* What the list of x names, taken from what its head names before `end`. */
static const rule *exceptions_below(const headed *h, size_t end, bool more)
{
    const compiler *c = h->c;
    const list_count any = {.op = RULE_ANY};
    const rule *from = more ? NULL : scope_rule(&h->k, h->p.list, 0, end), *less, *r;

    less = from ? items_below(c, h->x, true, &h->below, &h->all, any, h->depth) : NULL;
    from = from ? place_rule(c, from, h->base) : NULL;
    less = from && less ? except_meant(&h->k, from, less) : NULL;
    r = less ? taken_from(c->arena, from, less, h->exclusion) : NULL;
    return r ? r : opaque_item(c, h->x, "an exception that is not understood");
}

/* What the only item below a head lets off: "Cancer within 5 years" over "Exceptions: A", or over
 * "Exceptions:" and a list. NULL: it says something else. */
static const rule *let_off_below(const headed *h)
{
    const compiler *c = h->c;
    const outline_item *y = &h->x->of[0];
    const list_count any = {.op = RULE_ANY};
    size_t at;
    clause k;
    parts p;

    if (h->x->count != 1 || !h->p.count)
        return NULL;
    if (y->count)
        return allows(c, y) ? items_below(c, y, true, &h->below, &h->all, any, h->depth + 1) : NULL;
    p = item_parts(c, y);
    k = wording_clause(c, &p, true, h->from);
    k.special = true; /* each of a list is let off */
    at = p.count ? except_sentence(&k, p.list, 0, p.count) : 0;
    return at < p.count ? place_rule(c, except_rule(&k, p.list, at, p.count), y->span.start) : NULL;
}

/* The head, less what the item below it lets off. */
static const rule *without_let_off(const headed *h)
{
    const rule *less = let_off_below(h), *from;

    from = less ? place_rule(h->c, scope_rule(&h->k, h->p.list, 0, h->p.count), h->base) : NULL;
    return from ? taken_from(h->c->arena, from, less, h->exclusion) : NULL;
}

/* The list of x under its head. */
static const rule *headed_tree(headed *h)
{
    const compiler *c = h->c;
    const rule *list;
    judged_head judged;
    size_t ends;
    bool more;

    h->base = h->x->head.start;
    h->p = item_parts(c, h->x);
    if (h->p.cut) /* what the list means is said in its head */
        return opaque_item(c, h->x, WORDING_TOO_LONG);
    if (lies_outside(&h->p))
        return opaque_item(c, h->x, "what lies outside a list of limits");
    if (head_permits(&h->p))
        return opaque_item(c, h->x, "it permits something and asks for nothing");
    h->count = scope_count(h->p.text, h->p.list, 0, h->p.count, &h->at, &h->past);
    h->negated = h->count.negated;
    h->k = wording_clause(c, &h->p, h->exclusion, h->from);
    if ((list = limit_of_counted(h)))
        return list;
    if ((ends = announces_exceptions(&h->p, &more)))
        return exceptions_below(h, ends, more);
    if ((list = without_let_off(h)))
        return list;
    h->op = joined_by(h);
    if (h->p.count) {
        read_title(h);
        judged = scope_judged(h->p.list, 0, h->p.count);
        if (judged == JUDGED_OBJECT && h->title.judge) {
            rule *whole = rule_new(c->arena, RULE_JUDGEMENT, place_span(c, h->x->span, 0));

            if (whole)
                whole->topic = h->title.judge;
            return whole;
        }
        read_denial(h, judged);
        read_condition(h);
        read_shared(h);
        list = list_below(h);
    } else {
        h->count.op = h->op;
        list = items_below(c, h->x, h->exclusion, &h->below, &h->all, h->count, h->depth);
    }
    list = with_tail(h, list);
    if (h->head && list)
        return with_head(h, list);
    return list ? list : h->head;
}

/* An item with what lies below it. Where `leaf` is given, the rule of one that nothing lies below
 * is not placed yet: its spans are bytes of the piece that begins at *leaf, which else is
 * untouched. */
static const rule *item_tree(const compiler *c, const outline_item *x, bool exclusion,
                             const inherited *from, unsigned depth, size_t *leaf)
{
    outline_item series;
    headed h;

    if (x->count == 0 && split_series(c, x, &series))
        x = &series;
    if (x->count == 0)
        return leaf_tree(c, x, exclusion, from, leaf);
    if (depth > LIMIT_OUTLINE_DEPTH)
        return opaque_item(c, x, "nested too deeply");
    h = (headed){.c = c, .x = x, .exclusion = exclusion, .from = from, .depth = depth};
    if (from)
        h.below = *from;
    return headed_tree(&h);
}
