#include "grammar/bound.h"
#include "grammar/list.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>

/* Lists of which so many are asked for: what counts as one of them. */

static bool leads_to_count(const clause *c, const part *p)
{
    static const char *const words[] = {"on", "in", "for"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal_nocase(c->text + p->span.start, p->span.end - p->span.start, words[i]))
            return true;
    return false;
}

size_t scope_bounded_piece(const clause *c, const part *list, size_t from, size_t end)
{
    size_t start = end;
    bool on = false, bound = false;

    while (start > from && !part_links(list[start - 1].kind) &&
           list[start - 1].kind != PART_SEMICOLON && list[start - 1].kind != PART_WITH)
        start--;
    for (size_t i = start; i < end; i++) {
        bound = bound || (list[i].kind == PART_QUANTITY && list[i].value[0]);
        on = bound && list[i].kind == PART_FILL && leads_to_count(c, &list[i]);
    }
    return bound && on ? start : end;
}

/* "two out of three", "2 of the 4 criteria": how many there are; 0: it is not said. */
unsigned list_out_of(const clause *c, const part *list, size_t from, size_t to)
{
    static const char *const words[] = {"three", "four", "five", "six", "seven", "eight"};
    eligo_span s = parts_span(list, from, to);

    for (size_t i = s.start; i + 4 < s.end; i++) {
        size_t at = i + 4;

        if (strncasecmp(c->text + i, " of ", 4) != 0)
            continue;
        for (size_t k = 0; k < 2; k++) /* "of the following" */
            if (text_starts_nocase(c->text + at, s.end - at, k ? "following " : "the "))
                at += k ? 10 : 4;
        for (unsigned w = 0; w < sizeof words / sizeof *words; w++)
            if (text_starts_nocase(c->text + at, s.end - at, words[w]) ||
                c->text[at] == (char)('3' + w))
                return w + 3;
    }
    return 0;
}

size_t list_beside(const part *list, size_t from, size_t to)
{
    size_t commas = 0, ends = to, signs = 0;

    for (size_t i = from; i + 1 < to; i++) {
        part_kind k = list[i].kind, next = list[i + 1].kind;

        signs += k == PART_SEMICOLON;
        if ((k == PART_COMMA || k == PART_SEMICOLON) && next == PART_AND && ends < to &&
            i + 2 < to && signs == (k == PART_SEMICOLON))
            return i;
        /* "two of A, B and C, aged 2 to 12 years" */
        if (k == PART_COMMA && next == PART_AGEWORD && ends < to && !signs)
            return i;
        if (k == PART_COMMA && next != PART_AND && next != PART_OR && next != PART_ANDOR) {
            commas++;
            ends = to; /* "renal and hepatic failure, stroke, and gout" */
        } else if ((k == PART_OR || k == PART_ANDOR || k == PART_AND) && i > from && commas &&
                   (k != PART_AND || list[i - 1].kind != PART_COMMA))
            ends = i;
    }
    return to;
}

/* "Temperature > 38 or < 36": the other side of what stands before it. */
static bool other_side(const entry *e)
{
    const item *x = &e[-1].item, *y = &e->item;

    return (e->link == PART_OR || e->link == PART_SLASH) && !e->loose && x->quantity_count &&
           y->quantity_count && x->thing_count && y->thing_count && x->things[0]->hit.quantity &&
           x->things[0]->hit.quantity == y->things[0]->hit.quantity;
}

/* Is the entry part of the one before it: "A with B", or "or", "and" without a comma where commas
 * part what is counted? */
static bool counts_with(const entry *e, bool grouped)
{
    return e->link == PART_WITH || e->link == PART_LIKE || other_side(e) ||
           (grouped && !e->loose &&
            (e->link == PART_OR || e->link == PART_AND || e->link == PART_ANDOR ||
             e->link == PART_SLASH));
}

/* So many of the entries, with those made one that are: "A or B, C or D, E" are three. `last`: the
 * last of them stands by itself, although no comma parts it from the one before. */
static const rule *counted_groups(const clause *c, list_count n, unsigned all, eligo_span span,
                                  const entries *e, const rule *const *of, bool grouped, bool last)
{
    const rule **some = arena_array(c->arena, e->count, sizeof *some);
    size_t count = 0;

    if (!some)
        return NULL;
    for (size_t i = 0, k; i < e->count; i = k) {
        rule_op op = RULE_ANY;

        for (k = i + 1; k < e->count && counts_with(&e->at[k], grouped) &&
                        !(last && k + 1 == e->count && e->at[k].link != PART_WITH);
             k++)
            op = e->at[k].link == PART_WITH || e->at[k].link == PART_AND ? RULE_ALL : op;
        some[count] = rule_join(c->arena, op,
                                (eligo_span){e->at[i].item.span.start, e->at[k - 1].item.span.end},
                                of + i, k - i);
        count += some[count] != NULL;
    }
    if (all && count != all)
        return NULL;
    return scope_counted(c->arena, n, span, some, count);
}

/* `all`: how many there are to be, 0 where that is not said. */
const rule *list_counted(const clause *c, list_count n, unsigned all, eligo_span span,
                         const entries *e, const rule *const *of)
{
    bool grouped = false, inner = false;
    const rule *two[2];

    for (size_t i = 1; i < e->count; i++) {
        grouped = grouped || (inner && e->at[i].link == PART_COMMA);
        inner = inner || counts_with(&e->at[i], true);
    }
    two[0] = counted_groups(c, n, all, span, e, of, grouped, false);
    if (grouped && counts_with(&e->at[e->count - 1], true) &&
        e->at[e->count - 1].link != PART_WITH) {
        two[1] = counted_groups(c, n, all, span, e, of, true, true);
        if (two[0] && two[1])
            return rule_readings(c->arena, span, "and-or-scope", two, 2);
        two[0] = two[0] ? two[0] : two[1];
    }
    return two[0] ? two[0] : rule_opaque(c->arena, span, "not as many as the text counts");
}

/* The roles of the first word of a part, those aside too. */
static role_set first_roles(const clause *c, const part *p)
{
    const char *text = c->text + p->span.start;
    size_t n = 0;

    while (n < p->span.end - p->span.start && isalpha((unsigned char)text[n]))
        n++;
    return roles_all(text, n);
}

/* Does the part lead on to what is said of a list: "in", "requiring", "that"? */
static bool opens_tail(const clause *c, const part *p)
{
    switch (p->kind) {
    case PART_CAUSED:
    case PART_NEED:
    case PART_WITH:
    case PART_ON:
    case PART_EVENT:
    case PART_UNLESS: return true;
    case PART_QUAL: return strncmp(p->value, "time:", 5) == 0; /* "at birth" */
    case PART_HISTORY: return text_is(p->value, "treated");
    case PART_CURRENT: return text_is(p->value, "taking") || part_is(c, p, "on");
    case PART_FILL:
    case PART_WORD: return first_roles(c, p) & (ROLE_PREPOSITION | ROLE_CONJUNCTION);
    default: return false;
    }
}

/* Does the part i say where, how or whose it is, and not how it was found out? What is said begins
 * at `open`. */
static bool narrows_list(const clause *c, const part *list, size_t open, size_t i)
{
    const part *p = &list[i];
    /* "in the mother", and not "which occurred" */
    const role_set light = first_roles(c, &list[open]) & ROLE_PREPOSITION ? 0 : ROLE_LIGHT;
    const role_set plain = ROLE_VERB | ROLE_COPULA | ROLE_ARTICLE | ROLE_LIST_OF | ROLE_STANDARD |
                           ROLE_SCALE | ROLE_WAY | ROLE_CONJUNCTION | ROLE_PREPOSITION |
                           ROLE_PERIOD | light;
    eligo_span s = p->span;

    switch (p->kind) {
    case PART_EVENT: return p->anchor && !rule_anchor_of_study(p->anchor);
    case PART_WORD:
        return s.end - s.start > 1 && !(p->value && *p->value && rule_anchor_of_study(p->value)) &&
               !((p->roles | roles_all(c->text + s.start, s.end - s.start)) & plain);
    case PART_QUAL: return strncmp(p->value, "certainty:", 10) != 0;
    case PART_WHO:
    case PART_UNLESS: return true;
    case PART_THING:
        return !part_may_be_source(c, list, i) &&
               !(p->hit.thing && p->hit.thing->flags & CONCEPT_WEAK &&
                 !concept_is_treatment(p->hit.thing)); /* "for which treatment is given" */
    default: return false;
    }
}

/* "Risk factors for stroke": what the words that say what is counted are about. */
static bool belongs_to_class(const clause *c, const part *list, size_t from, size_t i)
{
    const part *p = i > from ? &list[i - 1] : NULL;

    return p && part_is(c, &list[i], "for") &&
           roles_all(c->text + p->span.start, p->span.end - p->span.start) & ROLE_LIST_OF;
}

bool list_tail(const clause *c, const part *list, size_t from, size_t to, eligo_span *tail)
{
    size_t open = from, last;

    while (open < to && (!opens_tail(c, &list[open]) || belongs_to_class(c, list, from, open)))
        open++;
    last = open;
    for (size_t i = open; i < to && list[i].kind != PART_COLON; i++)
        switch (list[i].kind) {
        case PART_JUDGE: /* "that the investigator considers significant" */
            if (!text_is(list[i].value, "investigator opinion"))
                return false;
            last = i + 1;
            break;
        case PART_CONSENT:
        case PART_EXCLUDED:
        case PART_MUST: return false;
        case PART_WINDOW:
        case PART_DURATION: /* said of all of the list elsewhere */
            if (last > open && list[open].kind != PART_UNLESS)
                i = to - 1;
            break;
        case PART_QUANTITY: /* "which occurred more than 2 days after admission" */
            if (phrase_is_time(&list[i]))
                i = to - 1;
            break;
        default:
            if (narrows_list(c, list, open, i) && (list[i].kind != PART_EVENT || i == open))
                last = i + 1;
        }
    if (last == open)
        return false;
    *tail = span_hull(list[open].span, list[last - 1].span);
    return true;
}

/* Does a word name a place of the body: "eye", "knee"? */
static bool is_site(const clause *c, const part *p)
{
    return roles_of_last(c->text + p->span.start, p->span.end - p->span.start) & ROLE_SITE;
}

bool list_title_narrows(const clause *c, const part *list, size_t from, size_t to,
                        eligo_span *words)
{
    const part *first = &list[from];
    bool led = from + 1 < to && first->kind == PART_FILL &&
               (first_roles(c, first) & ROLE_PREPOSITION || part_is(c, first, "on the"));

    /* "Study eye:", "right knee:" */
    if (from + 2 == to && (first->kind == PART_WORD || first->kind == PART_QUAL) &&
        list[from + 1].kind == PART_WORD && is_site(c, &list[from + 1])) {
        *words = parts_span(list, from, to);
        return true;
    }
    return (led ? is_site(c, &list[to - 1]) || part_is(c, first, "in the") ||
                      part_is(c, first, "at the") || part_is(c, first, "on the")
                : first->kind == PART_CAUSED && text_is(first->value, "need")) &&
           list_tail(c, list, from, to, words) && words->start == first->span.start;
}

bool counts_ends_in_with(const part *list, size_t from, size_t to)
{
    while (to > from && list[to - 1].kind == PART_FILL)
        to--;
    if (to == from || list[to - 1].kind != PART_WITH)
        return false;
    to--;
    return to > from && list[to - 1].kind != PART_COMMA && list[to - 1].kind != PART_AND;
}

const rule *counts_of_last_with(const clause *c, const rule *any, const rule *list)
{
    const rule **of = arena_copy(c->arena, any->of, any->count, sizeof *of), *two[2];
    bool limits = true;

    for (size_t i = 0; i < any->count; i++)
        limits = limits && any->of[i]->op == RULE_COMPARE && any->of[i]->subject.concept &&
                 any->of[i]->subject.concept == any->of[0]->subject.concept;
    if (!of)
        return NULL;
    of[any->count - 1] = rule_two(c->arena, RULE_ALL, any->of[any->count - 1], list);
    two[1] = rule_join(c->arena, RULE_ANY, span_hull(any->span, list->span), of, any->count);
    if (limits)
        return two[1];
    two[0] = rule_two(c->arena, RULE_ALL, any, list);
    return two[0] && two[1] ? rule_readings(c->arena, two[0]->span, "modifier-scope", two, 2)
                            : NULL;
}
