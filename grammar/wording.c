#include "grammar/wording.h"

#include "engine/base/limits.h"
#include "grammar/account.h"
#include "grammar/apart.h"

#include <string.h>

/* Everything of a rule moved from bytes of a piece of clean text to bytes of the input. */
eligo_span place_span(const compiler *c, eligo_span s, size_t base)
{
    if (s.end < s.start)
        s.end = s.start;
    if (!c->text)
        return (eligo_span){s.start + base, s.end + base};
    return mapped_span(c->text, s.start + base, s.end + base);
}

const rule_amount *place_amount(const compiler *c, const rule_amount *m, size_t base)
{
    rule_amount *copy = m ? arena_copy(c->arena, m, 1, sizeof *m) : NULL;

    if (copy)
        copy->span = place_span(c, m->span, base);
    return copy;
}

const rule *place_rule(const compiler *c, const rule *r, size_t base)
{
    rule *copy;

    if (!r || !(copy = arena_copy(c->arena, r, 1, sizeof *r)))
        return NULL;
    copy->span = place_span(c, r->span, base);
    copy->subject.span = place_span(c, r->subject.span, base);
    if (r->window) {
        rule_window *w = arena_copy(c->arena, r->window, 1, sizeof *w);
        if (w)
            w->span = place_span(c, w->span, base);
        copy->window = w;
    }
    copy->duration = place_amount(c, r->duration, base);
    copy->dose = place_amount(c, r->dose, base);
    if (r->qualifier_count) {
        rule_qualifier *q = arena_copy(c->arena, r->qualifiers, r->qualifier_count, sizeof *q);
        for (size_t i = 0; q && i < r->qualifier_count; i++)
            q[i].span = place_span(c, q[i].span, base);
        copy->qualifiers = q;
    }
    if (r->count) {
        const rule **of = arena_array(c->arena, r->count, sizeof *of);
        for (size_t i = 0; of && i < r->count; i++)
            of[i] = place_rule(c, r->of[i], base);
        copy->of = of;
    }
    return copy;
}

clause wording_clause(const compiler *c, const parts *p, bool exclusion, const inherited *from)
{
    clause k = {.text = p->text,
                .words = &p->words,
                .lx = c->lx,
                .arena = c->arena,
                .exclusion = exclusion};

    if (from) {
        k.history = from->history;
        k.current = from->current;
        k.planned = from->planned;
        k.who = from->who;
        k.window = from->window;
    }
    return k;
}

/* "No history of", "never had", "no prior": a line that begins with the denial of what was. */
static bool denies_history(const parts *p)
{
    size_t i = 0;

    while (i < p->count && (p->list[i].kind == PART_FILL || p->list[i].kind == PART_PERSON ||
                            p->list[i].kind == PART_WITH))
        i++;
    if (i >= p->count || p->list[i].kind != PART_NOT)
        return false;
    for (i++; i < p->count && p->list[i].kind == PART_FILL;)
        i++;
    return i < p->count && p->list[i].kind == PART_HISTORY;
}

/* Conditions and allergies: what mostly bars those who have had it. */
static bool is_trouble(const rule *r)
{
    if (r->op == RULE_ANY || r->op == RULE_READINGS) {
        for (size_t i = 0; i < r->count; i++)
            if (is_trouble(r->of[i]))
                return true;
        return false;
    }
    return r->op == RULE_HAS &&
           (r->subject.category == CATEGORY_CONDITION || r->subject.category == CATEGORY_ALLERGY);
}

/* The rule of the parts of a piece of text; spans are bytes of it. NULL: it says nothing. */
const rule *wording_rule(const compiler *c, const parts *p, bool exclusion, const inherited *from)
{
    clause k = wording_clause(c, p, exclusion, from);
    taken unasked = {0};

    k.taken = &unasked;
    if (p->cut)
        return rule_opaque(c->arena, (eligo_span){0, p->size}, WORDING_TOO_LONG);
    parts cut = *p;
    const part *labelled = parts_at_labels(p->text, p, c->arena, &cut.count);
    if (labelled) {
        cut.list = labelled;
        p = &cut;
    } else
        cut.count = p->count;
    const rule *whole =
        account_rule(&k, p->list, 0, p->count, scope_rule(&k, p->list, 0, p->count));
    size_t count;
    const part *apart = parts_set_apart(p->text, p, c->arena, &count);
    if (apart) {
        clause other = wording_clause(c, p, exclusion, from);
        taken taken_apart = {0};
        const rule *two[2];

        other.taken = &taken_apart;
        two[0] = account_rule(&other, apart, 0, count, scope_rule(&other, apart, 0, count));
        two[1] = whole;
        if (two[0] && two[1])
            whole = rule_readings(
                c->arena, (eligo_span){p->list[0].span.start, p->list[p->count - 1].span.end},
                "damaged-notation", two, 2);
    }
    whole = combine_consistent(c->arena, whole, exclusion);
    if (exclusion && whole && whole->op == RULE_NOT && denies_history(p) &&
        is_trouble(whole->of[0])) {
        const rule *two[2] = {whole, whole->of[0]};

        whole = rule_readings(c->arena, whole->span, "polarity", two, 2);
    }
    return whole;
}

/* The same, of a piece that begins at byte `base`; spans are bytes of the input. */
const rule *wording_placed(const compiler *c, const parts *p, size_t base, bool exclusion,
                           const inherited *from)
{
    return place_rule(c, wording_rule(c, p, exclusion, from), base);
}

parts wording_parts(const compiler *c, eligo_span s)
{
    const char *text = c->text->text + s.start;
    size_t size = s.end - s.start;

    return size <= LIMIT_CRITERION_BYTES ? phrase_parts(text, size, c->lx, c->arena)
                                         : (parts){.text = text, .size = size, .cut = true};
}

/* The words of an item without those below it. */
eligo_span item_words(const outline_item *x)
{
    return x->count ? x->head : x->span;
}

/* Their parts: read once, for the rule and for what is found in the words. */
parts item_parts(const compiler *c, const outline_item *x)
{
    eligo_span own = item_words(x);
    const char *text = c->text->text + own.start;
    const parts *known = c->forgotten ? NULL : c->read[x->number];
    parts p, *kept;

    /* an item without the label of its group, or one of a series, has the number of all of it */
    if (known && known->text == text && known->size == own.end - own.start)
        return *known;
    p = wording_parts(c, own);
    kept = c->forgotten || arena_failed(c->arena) ? NULL : arena_copy(c->arena, &p, 1, sizeof p);
    if (kept)
        c->read[x->number] = kept;
    return p;
}
