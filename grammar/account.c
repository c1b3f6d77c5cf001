#include "grammar/account.h"

#include "grammar/bound.h"

#include <ctype.h>
#include <string.h>

/* Words and bounds are compared with rules by the bytes that they stand on. */

enum {
    ACCOUNT_LOST = 32, /* more than that, and the whole is not understood */
    ACCOUNT_PAIRS = 160,
    PARTED = 24 /* so many bytes farther is what stands behind a comma */
};

typedef struct account {
    const clause *c;
    unsigned char *said; /* a byte of the text each: a leaf speaks of it */
    size_t size;
    size_t count, own; /* from `own` on they are shared by lists */
    bool overflow;
    /* those beyond the count are never set */
    const part *lost[ACCOUNT_PAIRS];
    const rule *of[ACCOUNT_PAIRS];     /* the leaf that it narrows; NULL: none */
    const rule *denial[ACCOUNT_PAIRS]; /* the denial before which it stands; NULL: none */
} account;

static void say(account *x, eligo_span s)
{
    if (s.end > x->size)
        s.end = x->size;
    if (s.start < s.end)
        memset(x->said + s.start, 1, s.end - s.start);
}

static void say_rule(account *x, const rule *r)
{
    for (size_t i = 0; i < r->count; i++)
        say_rule(x, r->of[i]);
    for (size_t i = 0; i < r->qualifier_count; i++)
        say(x, r->qualifiers[i].span);
    if (r->op == RULE_JUDGEMENT || r->op == RULE_OPAQUE)
        say(x, r->span);
    if (r->op != RULE_HAS && r->op != RULE_COMPARE)
        return;
    say(x, r->subject.span);
    say(x, r->bound_span);
    if (r->window)
        say(x, r->window->span);
    if (r->duration)
        say(x, r->duration->span);
    if (r->dose)
        say(x, r->dose->span);
}

/* Does it restrict what stands beside it? Words that play a part are dealt with where that part is
 * known; a letter alone is the number of an item. */
static bool restricts(const account *x, const part *p)
{
    switch (p->kind) {
    case PART_WORD:
        return !(p->roles & ~ROLE_CONSENT) && (p->span.end - p->span.start > 1 ||
                                               !isalpha((unsigned char)x->c->text[p->span.start]));
    case PART_QUAL: return strncmp(p->value, "certainty:", 10) != 0;
    case PART_THING: return !(p->roles & (ROLE_STAGE | ROLE_SCALE));
    case PART_QUANTITY:
    case PART_WINDOW:
    case PART_DURATION:
    case PART_JUDGE:
    case PART_CONSENT:
    case PART_SEX: return true;
    default: return false;
    }
}

static bool is_said(const account *x, eligo_span s)
{
    for (size_t i = s.start; i < s.end && i < x->size; i++)
        if (x->said[i])
            return true;
    return false;
}

static void find_lost(account *x, const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const part *p = &list[i];

        if (p->kind == PART_BRACKET)
            find_lost(x, p->inside, 0, p->inside_count);
        else if (p->kind == PART_QUANTITY && !p->value[0] && !p->unit.text && i + 1 < to &&
                 list[i + 1].kind == PART_PERIOD)
            ; /* "5. ": the number of an item */
        else if (restricts(x, p) && !is_said(x, p->span)) {
            if (x->count == ACCOUNT_LOST)
                x->overflow = true;
            else
                x->lost[x->count++] = p;
        }
    }
}

/* How far apart two spans are, in bytes; 0 where they overlap. */
static size_t distance(eligo_span a, eligo_span b)
{
    if (a.end <= b.start)
        return b.start - a.end;
    return b.end <= a.start ? a.start - b.end : 0;
}

/* Does a comma, a semicolon or an "or" stand first in [from, to)? */
static bool ends_piece(const char *text, size_t from, size_t to)
{
    while (from < to && text[from] == ' ')
        from++;
    return from < to && (text[from] == ',' || text[from] == ';' ||
                         (to - from >= 3 && strncasecmp(text + from, "or ", 3) == 0));
}

/* "... on two occasions or B > 3": do "and", "or" or a comma part a number that ends at `from` from
 * the bound, or the name, that begins at `to`? */
static bool parts_from(const char *text, size_t from, size_t to)
{
    enum { FAR = 64 };

    for (size_t i = from; i < to && i < from + FAR; i++)
        if (text[i] == ',' || text[i] == ';' ||
            (text[i] == ' ' && (text_starts_nocase(text + i, to - i, " or ") ||
                                text_starts_nocase(text + i, to - i, " and "))))
            return true;
    return false;
}

/* Does an adjective at `at` begin a piece of its own: ", or severe gout"? It is not of what stands
 * before that. */
static bool begins_piece(const char *text, size_t from, size_t at)
{
    while (at > from && text[at - 1] == ' ')
        at--;
    return at > from &&
           (strchr(",;", text[at - 1]) ||
            (at > from + 2 && text[at - 3] == ' ' && strncasecmp(text + at - 2, "or", 2) == 0) ||
            (at > from + 3 && text[at - 4] == ' ' && strncasecmp(text + at - 3, "and", 3) == 0));
}

typedef struct near {
    const rule *leaf;
    const rule *denial; /* that stands over it and begins behind the words */
    size_t distance, size;
} near;

/* "T-score < -2.5 at the hip, or < -2 with a fracture": does what stands at s come behind the bound
 * of r, and before the next one of its name, which is that of `other`? */
static bool behind_first(const rule *r, const rule *other, eligo_span s)
{
    return r->op == RULE_COMPARE && other->op == RULE_COMPARE &&
           r->subject.span.start == other->subject.span.start &&
           r->subject.span.end == other->subject.span.end &&
           r->bound_span.end > r->subject.span.end && r->bound_span.end <= s.start &&
           s.end <= other->bound_span.start;
}

/* The leaf nearest to a part; of those that cover it the smallest. */
static void find_near(const char *text, const rule *r, const part *p, const rule *denial,
                      near *best)
{
    eligo_span s = p->span;
    size_t d, n = r->span.end - r->span.start;

    if (!denial && r->op == RULE_NOT && s.end <= r->span.start)
        denial = r;
    for (size_t i = 0; i < r->count; i++)
        find_near(text, r->of[i], p, denial, best);
    if (r->op != RULE_HAS && r->op != RULE_COMPARE)
        return;
    if (best->leaf && behind_first(best->leaf, r, s))
        return;
    d = distance(r->span, s);
    if (best->leaf && behind_first(r, best->leaf, s)) {
        *best = (near){r, denial, d, n};
        return;
    }
    /* "A < 2 between 18+0 and 20+0 weeks, no B": of what stands on its side of the comma */
    if (d && r->span.start >= s.end && ends_piece(text, s.end, r->span.start))
        d += PARTED;
    if ((p->kind == PART_QUANTITY || (p->kind == PART_THING && p->hit.thing)) &&
        parts_from(text, s.end,
                   r->op == RULE_COMPARE && r->bound_span.start >= s.end ? r->bound_span.start
                                                                         : r->span.start))
        d += PARTED;
    if (d && p->kind == PART_QUAL && r->span.end <= s.start && text[s.end] == ' ' &&
        text[s.end + 1] != '(' && begins_piece(text, r->span.end, s.start))
        d += PARTED;
    if (!best->leaf || d < best->distance || (d == best->distance && n < best->size))
        *best = (near){r, denial, d, n};
}

/* May words behind the last of a list be meant of this one, too? "Trauma or surgery of the knee":
 * of a general word, whatever the last is; of others, where both are things of one sort. */
static bool shares_tail(const account *x, const rule *r, const rule *last)
{
    category a = r->subject.category, b = last->subject.category;

    return r->op == RULE_HAS && r->subject.concept && r->span.end <= last->span.start &&
           (a == b ||
            (concept_is_treatment(r->subject.concept) &&
             concept_is_treatment(last->subject.concept)) ||
            (roles_of_last(x->c->text + r->subject.span.start,
                           r->subject.span.end - r->subject.span.start) &
             ROLE_GENERAL));
}

/* Is it one of the members of a list? */
static bool is_of(const rule *list, const rule *r)
{
    size_t i = 0;

    while (i < list->count && list->of[i] != r)
        i++;
    return i < list->count;
}

static bool same_span(eligo_span a, eligo_span b)
{
    return a.start == b.start && a.end == b.end;
}

/* "Protein > 1 g, or < 0.1 g, on two days", "SBP > 180 or DBP > 110 on two days": of one name, or
 * so many times. (Limits of a pair: spread_pair.) */
static bool shares_bound(const rule *r, const rule *last, const part *p)
{
    return r->op == RULE_COMPARE && last->op == RULE_COMPARE &&
           !same_span(r->bound_span, last->bound_span) &&
           ((same_span(r->subject.span, last->subject.span) &&
             (p->span.start >= r->bound_span.end) == (p->span.start >= last->bound_span.end)) ||
            (p->kind == PART_QUANTITY && p->span.start >= last->bound_span.end &&
             last->bound_span.end > r->bound_span.end));
}

/* "Stroke or epilepsy affecting gait": what nobody read behind the last of a list narrows all of
 * them; of which it is meant, nobody can say. */
static void spread(account *x, const rule *r, size_t lost)
{
    const rule *last = r->count ? r->of[r->count - 1] : NULL;

    for (size_t i = 0; i < r->count; i++)
        spread(x, r->of[i], lost);
    if (!last || r->count < 2 || (r->op != RULE_ANY && r->op != RULE_ALL))
        return;
    for (size_t i = 0; i < lost; i++) {
        const part *p = x->lost[i];
        const rule *of = x->of[i];
        bool tail = of == last && last->op == RULE_HAS && p->span.start >= last->subject.span.end &&
                    (p->kind == PART_WORD || p->kind == PART_THING || p->kind == PART_QUAL);

        for (size_t k = 0; k < r->count && x->count < ACCOUNT_PAIRS; k++)
            if (r->of[k] != of && ((tail && shares_tail(x, r->of[k], last)) ||
                                   (is_of(r, of) && shares_bound(r->of[k], of, p)))) {
                x->lost[x->count] = p;
                x->denial[x->count] = NULL;
                x->of[x->count++] = r->of[k];
            }
    }
}

/* Gives all leaves of r a part that nobody spoke of. */
static void give_all(account *x, const rule *r, const part *p)
{
    for (size_t i = 0; i < r->count; i++)
        give_all(x, r->of[i], p);
    if ((r->op != RULE_HAS && (r->op != RULE_COMPARE || p->kind != PART_QUAL)) ||
        x->count == ACCOUNT_PAIRS)
        return; /* "moderate disease: BSA > 10%": what the limits are called */
    x->lost[x->count] = p;
    x->denial[x->count] = NULL;
    x->of[x->count++] = r;
}

/* "Uncontrolled: asthma, gout": what nobody read in front of the sign that a list stands behind
 * narrows all of it. */
static void spread_head(account *x, const rule *r, size_t lost)
{
    const rule *first = r->count ? r->of[0] : NULL;

    for (size_t i = 0; i < r->count; i++)
        spread_head(x, r->of[i], lost);
    if (!first || r->count < 2 || (r->op != RULE_ANY && r->op != RULE_ALL) ||
        (first->op != RULE_HAS && first->op != RULE_COMPARE))
        return;
    for (size_t i = 0; i < lost; i++) {
        const part *p = x->lost[i];
        size_t at = p->span.end;

        if (x->of[i] != first || at >= first->subject.span.start ||
            !memchr(x->c->text + at, ':', first->subject.span.start - at))
            continue;
        for (size_t k = 1; k < r->count; k++)
            give_all(x, r->of[k], p);
    }
}

/* "> 140/90 before 20 weeks": both limits of a pair. */
static void spread_pair(account *x, const rule *r, size_t lost)
{
    for (size_t i = 0; i < r->count; i++)
        spread_pair(x, r->of[i], lost);
    for (size_t i = 0; r->op == RULE_COMPARE && i < lost; i++)
        if (x->of[i] && x->of[i] != r && x->of[i]->op == RULE_COMPARE &&
            x->of[i]->bound_span.end > x->of[i]->bound_span.start &&
            same_span(x->of[i]->bound_span, r->bound_span) && x->count < ACCOUNT_PAIRS) {
            x->lost[x->count] = x->lost[i];
            x->denial[x->count] = NULL;
            x->of[x->count++] = r;
        }
}

static const rule *narrowed(const account *x, const rule *r);

/* "Fit patients without asthma": words in front of a denial narrow those of whom it is asked, and
 * say nothing of the asthma. */
static const rule *denied(const account *x, const rule *r)
{
    account inner = *x;
    const rule *two[2] = {NULL, NULL};
    eligo_span s = {0, 0}, own = r->span;

    for (size_t i = 0; i < x->count; i++) {
        if (x->denial[i] != r)
            continue;
        s = s.end ? span_hull(s, x->lost[i]->span) : x->lost[i]->span;
        inner.of[i] = inner.denial[i] = NULL;
    }
    two[0] = narrowed(&inner, r);
    two[1] = rule_opaque(x->c->arena, s, "words that nothing was found for");
    return two[0] ? rule_join(x->c->arena, RULE_ALL, span_hull(s, own), two, 2) : NULL;
}

static const rule *narrowed(const account *x, const rule *r)
{
    arena *a = x->c->arena;
    size_t n = 0;
    rule *copy;

    for (size_t i = 0; i < x->count; i++) {
        if (x->denial[i] == r)
            return denied(x, r);
        n += x->of[i] == r;
    }
    if (n) {
        rule_qualifier *q = arena_array(a, r->qualifier_count + n, sizeof *q);

        copy = arena_copy(a, r, 1, sizeof *r);
        if (!q || !copy)
            return NULL;
        if (r->qualifier_count)
            memcpy(q, r->qualifiers, r->qualifier_count * sizeof *q);
        for (size_t i = 0; i < x->count; i++) {
            const part *p = x->lost[i];
            const char *text, *colon = p->kind == PART_QUAL ? strchr(p->value, ':') : NULL;

            if (x->of[i] != r)
                continue;
            text = arena_text(a, x->c->text + p->span.start, p->span.end - p->span.start);
            q[copy->qualifier_count++] =
                (rule_qualifier){colon ? arena_text(a, p->value, (size_t)(colon - p->value))
                                 : p->kind == PART_QUANTITY ? "number"
                                                            : "other",
                                 colon ? colon + 1 : text, text, p->span,
                                 p->kind == PART_THING ? part_concept(p) : NULL};
            if (i >= x->own)
                continue; /* at the other end of a list */
            if (p->span.start < copy->span.start)
                copy->span.start = p->span.start;
            if (p->span.end > copy->span.end)
                copy->span.end = p->span.end;
        }
        copy->qualifiers = q;
        if (copy->op == RULE_HAS)
            combine_failed(copy);
        return copy;
    }
    if (!r->count)
        return r;
    const rule **of = arena_array(a, r->count, sizeof *of);

    copy = arena_copy(a, r, 1, sizeof *r);
    if (!of || !copy)
        return NULL;
    for (size_t i = 0; i < r->count; i++) {
        of[i] = narrowed(x, r->of[i]);
        if (!of[i])
            return NULL;
        if (of[i]->span.start < copy->span.start)
            copy->span.start = of[i]->span.start;
        if (of[i]->span.end > copy->span.end)
            copy->span.end = of[i]->span.end;
    }
    copy->of = of;
    return copy;
}

/* "Pain > 4 on the numeric rating scale (NRS)", "patient age 18 years": a limit's own quantity by
 * another of its names. */
static bool names_again(const part *p, const rule *leaf)
{
    return p->kind == PART_THING && leaf && leaf->op == RULE_COMPARE && leaf->subject.concept &&
           part_concept(p) == leaf->subject.concept;
}

const rule *account_rule(const clause *c, const part *list, size_t from, size_t to, const rule *r)
{
    account x;
    eligo_span all;
    bool placed = true;

    if (from >= to)
        return r;
    memset(&x, 0, offsetof(account, lost));
    x.c = c;
    all = list[from].span;
    for (size_t i = from; i < to; i++) { /* "18 < age": not in the order of the text */
        if (list[i].span.start < all.start)
            all.start = list[i].span.start;
        if (list[i].span.end > all.end)
            all.end = list[i].span.end;
    }
    x.size = all.end;
    x.said = arena_alloc(c->arena, x.size + 1);
    if (!x.said)
        return NULL;
    if (r)
        say_rule(&x, r);
    for (size_t i = 0; c->taken && i < c->taken->count; i++)
        say(&x, c->taken->list[i]);
    find_lost(&x, list, from, to);
    if (!x.count)
        return r;
    if (x.overflow)
        return rule_opaque(c->arena, all, "more is said than was understood");
    for (size_t i = 0, lost = x.count; i < lost; i++) {
        near best = {0};

        if (r)
            find_near(c->text, r, x.lost[i], NULL, &best);
        if (i == 0)
            x.count = 0;
        if (!best.denial && names_again(x.lost[i], best.leaf))
            continue;
        x.lost[x.count] = x.lost[i];
        x.of[x.count] = best.leaf;
        x.denial[x.count++] = best.denial;
        placed = placed && best.leaf;
    }
    if (!x.count)
        return r;
    if (r && placed) {
        x.own = x.count;
        spread(&x, r, x.own);
        spread_head(&x, r, x.own);
        spread_pair(&x, r, x.own);
        return narrowed(&x, r);
    }
    if (!r)
        return NULL;
    const rule *two[2] = {r, rule_opaque(c->arena, all, "not all of the words were understood")};

    return rule_join(c->arena, c->exclusion ? RULE_ANY : RULE_ALL, all, two, 2);
}
