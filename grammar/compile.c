#include "grammar/compile.h"

#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "grammar/account.h"
#include "grammar/apart.h"
#include "grammar/beside.h"
#include "grammar/bound.h"
#include "grammar/clause.h"
#include "grammar/group.h"
#include "grammar/heading.h"
#include "grammar/lint.h"
#include "grammar/list.h"
#include "grammar/outline.h"
#include "grammar/shorts.h"
#include "rules/audit.h"
#include "rules/words.h"

#include <ctype.h>
#include <string.h>

/* One trial being compiled. */
typedef struct compiler {
    const mapped *text; /* NULL: the text itself is the input */
    const lexicon *lx;
    arena *arena; /* for one criterion at a time: parts, items, rules on their way */
    arena *trial; /* for what stays */
    bool audited; /* findings are asked for */
    finding_list findings;
    const parts **read; /* of each item of the criterion, by its number: its own words, once read */
    bool forgotten;     /* the arena was reset since: they are gone */
} compiler;

/* ---- places ---- */

/* Everything of a rule moved from bytes of a piece of clean text to bytes of the input. */
static eligo_span moved(const compiler *c, eligo_span s, size_t base)
{
    if (s.end < s.start)
        s.end = s.start;
    if (!c->text)
        return (eligo_span){s.start + base, s.end + base};
    return mapped_span(c->text, s.start + base, s.end + base);
}

static const rule_amount *amount_moved(const compiler *c, const rule_amount *m, size_t base)
{
    rule_amount *copy = m ? arena_copy(c->arena, m, 1, sizeof *m) : NULL;

    if (copy)
        copy->span = moved(c, m->span, base);
    return copy;
}

static const rule *placed(const compiler *c, const rule *r, size_t base)
{
    rule *copy;

    if (!r || !(copy = arena_copy(c->arena, r, 1, sizeof *r)))
        return NULL;
    copy->span = moved(c, r->span, base);
    copy->subject.span = moved(c, r->subject.span, base);
    if (r->window) {
        rule_window *w = arena_copy(c->arena, r->window, 1, sizeof *w);
        if (w)
            w->span = moved(c, w->span, base);
        copy->window = w;
    }
    copy->duration = amount_moved(c, r->duration, base);
    copy->dose = amount_moved(c, r->dose, base);
    if (r->qualifier_count) {
        rule_qualifier *q = arena_copy(c->arena, r->qualifiers, r->qualifier_count, sizeof *q);
        for (size_t i = 0; q && i < r->qualifier_count; i++)
            q[i].span = moved(c, q[i].span, base);
        copy->qualifiers = q;
    }
    if (r->count) {
        const rule **of = arena_array(c->arena, r->count, sizeof *of);
        for (size_t i = 0; of && i < r->count; i++)
            of[i] = placed(c, r->of[i], base);
        copy->of = of;
    }
    return copy;
}

/* ---- groups ---- */

/* Whoever a label names is somebody else than the patient: so is everything said below it. */
static const rule *of_somebody(const compiler *c, const rule *r, const char *who)
{
    rule *copy = r ? arena_copy(c->arena, r, 1, sizeof *r) : NULL;

    if (!copy)
        return NULL;
    if ((r->op == RULE_HAS || r->op == RULE_COMPARE) && !r->subject.who)
        copy->subject.who = who;
    if (r->count) {
        const rule **of = arena_array(c->arena, r->count, sizeof *of);

        for (size_t i = 0; of && i < r->count; i++)
            of[i] = of_somebody(c, r->of[i], who);
        copy->of = of;
    }
    return copy;
}

/* A rule that holds for one group of those who take part. The record does not say who is in it:
 * whoever meets what it asks for may pass, whoever does not may be in another. `label`: what names
 * the group, in bytes of the input. */
static const rule *of_group(const compiler *c, const rule *r, eligo_span label, bool exclusion)
{
    const rule *group = rule_opaque(c->arena, label,
                                    "for one group only, and the record does not "
                                    "say who is in it");

    return r ? rule_two(c->arena, exclusion ? RULE_ALL : RULE_IF, group, r) : group;
}

static const rule *for_label(const compiler *c, const rule *r, const group_label *g,
                             eligo_span label, bool exclusion)
{
    switch (g->kind) {
    case GROUP_SOME: return of_group(c, r, label, exclusion);
    case GROUP_OTHER: return of_somebody(c, r, g->who);
    default: return r;
    }
}

/* Does an item begin with the mark of a group, with no sign behind it? */
static bool is_marked(const compiler *c, const outline_item *x)
{
    eligo_span own = x->count ? x->head : x->span;

    return group_marked(c->text->text + own.start, own.end - own.start).kind == GROUP_SOME;
}

/* The label of a group at the head of an item; `marked`: also without a sign behind it. */
static group_label label_of(const compiler *c, const outline_item *x, bool marked)
{
    eligo_span own = x->count ? x->head : x->span;
    const char *text = c->text->text + own.start;
    group_label g = group_read(text, own.end - own.start);

    /* "Cases: A. Controls: B": each label is of its own piece (split_series()) */
    if (!x->count && g.kind != GROUP_NONE && g.kind != GROUP_ALL &&
        group_inside(text, own.end - own.start, 1) < own.end - own.start)
        return (group_label){GROUP_NONE, {0, 0}, 0, NULL};
    return g.kind == GROUP_NONE && marked ? group_marked(text, own.end - own.start) : g;
}

/* An item without its label. */
static outline_item unlabelled(const outline_item *x, const group_label *g)
{
    outline_item y = *x;

    y.span.start += x->count ? x->head.start + g->rest - x->span.start : g->rest;
    y.head.start += g->rest;
    return y;
}

/* A group whose label stands elsewhere has the first word of what is said of it for its place. */
static size_t first_word(const compiler *c, eligo_span own)
{
    size_t n = 0;

    for (const char *at = c->text->text + own.start;
         own.start + n < own.end && at[n] != ' ' && at[n] != '\n' && at[n] != '\t' && at[n];)
        n++;
    return n;
}

/* Where the words for those whom the others are compared with end, in an item about them; else 0.
 */
static size_t control_of(const compiler *c, const outline_item *x, const group_label *g)
{
    eligo_span own = x->count ? x->head : x->span;
    const char *text = c->text->text + own.start;

    if (g->kind == GROUP_SOME)
        return group_control(text, g->words.end);
    return g->kind == GROUP_NONE && !x->count ? group_control(text, own.end - own.start) : 0;
}

static size_t control_in(const compiler *c, const outline_item *x)
{
    group_label g = label_of(c, x, false);

    return control_of(c, x, &g);
}

/* What the items of a list say of groups. */
typedef struct grouping {
    bool some;              /* one is of one group only */
    bool only;              /* all are: under inclusion they are alternatives */
    bool marked;            /* several begin with "Group 2", with no sign behind it */
    const group_label *own; /* of each, where a sign stands behind it */
} grouping;

/* Lives in `a`. */
static grouping grouping_of(const compiler *c, const outline_item *of, size_t count, arena *a)
{
    grouping g = {.only = count > 1};
    group_label *own = arena_array(a, count, sizeof *own);
    size_t marked = 0;

    if (!own)
        return g;
    g.own = own;
    for (size_t i = 0; i < count; i++) {
        own[i] = label_of(c, &of[i], false);
        marked += own[i].kind == GROUP_SOME ||
                  (own[i].kind == GROUP_NONE && marked < 2 && is_marked(c, &of[i]));
    }
    g.marked = marked > 1;
    for (size_t i = 0; i < count; i++) {
        group_kind k = own[i].kind == GROUP_NONE && g.marked && is_marked(c, &of[i]) ? GROUP_SOME
                                                                                     : own[i].kind;

        g.some = g.some || k == GROUP_SOME || control_of(c, &of[i], &own[i]) > 0;
        g.only = g.only && (k == GROUP_SOME || k == GROUP_SELF);
    }
    g.only = g.only && g.some;
    return g;
}

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

        if (x->kind == PART_OR || x->kind == PART_BRACKET || x->kind == PART_WITH ||
            ((x->kind == PART_WINDOW || x->kind == PART_DURATION) && time))
            return;
        if (x->kind == PART_WINDOW || x->kind == PART_DURATION)
            time = x;
    }
    if (time && time->kind == PART_WINDOW && time->window) {
        rule_window *w = arena_copy(c->arena, time->window, 1, sizeof *w);

        if (w)
            w->span = moved(c, w->span, base);
        out->window = w;
    } else if (time && time->kind == PART_DURATION)
        out->duration = amount_moved(c, clause_amount(k, time), base);
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

typedef struct inherited {
    bool history, current, planned;
    const char *who;
    const part *window;
} inherited;

static clause clause_of(const compiler *c, const parts *p, bool exclusion, const inherited *from)
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

static const char too_long[] = "longer than what is read as one criterion";

/* The rule of the parts of a piece of text; spans are bytes of it. NULL: it says nothing. */
static const rule *piece_rule(const compiler *c, const parts *p, bool exclusion,
                              const inherited *from)
{
    clause k = clause_of(c, p, exclusion, from);
    taken unasked = {0};

    k.taken = &unasked;
    if (p->cut)
        return rule_opaque(c->arena, (eligo_span){0, p->size}, too_long);
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
        clause other = clause_of(c, p, exclusion, from);
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
static const rule *piece(const compiler *c, const parts *p, size_t base, bool exclusion,
                         const inherited *from)
{
    return placed(c, piece_rule(c, p, exclusion, from), base);
}

static parts read_words(const compiler *c, eligo_span s)
{
    const char *text = c->text->text + s.start;
    size_t size = s.end - s.start;

    return size <= LIMIT_CRITERION_BYTES ? phrase_parts(text, size, c->lx, c->arena)
                                         : (parts){.text = text, .size = size, .cut = true};
}

/* The words of an item without those below it. */
static eligo_span own_words(const outline_item *x)
{
    return x->count ? x->head : x->span;
}

/* Their parts: read once, for the rule and for what is found in the words. */
static parts item_parts(const compiler *c, const outline_item *x)
{
    eligo_span own = own_words(x);
    const char *text = c->text->text + own.start;
    const parts *known = c->forgotten ? NULL : c->read[x->number];
    parts p, *kept;

    /* an item without the label of its group, or one of a series, has the number of all of it */
    if (known && known->text == text && known->size == own.end - own.start)
        return *known;
    p = read_words(c, own);
    kept = c->forgotten || arena_failed(c->arena) ? NULL : arena_copy(c->arena, &p, 1, sizeof p);
    if (kept)
        c->read[x->number] = kept;
    return p;
}

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
               ? combine_label(c->arena, r, &title->subject, moved(c, title->span, base))
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
    return strcmp(p->list[verb].value, "allowed") == 0 ? verb == 0 || !thing : verb == 0 && !thing;
}

static const rule *item_tree(const compiler *c, const outline_item *x, bool exclusion,
                             const inherited *from, unsigned depth, size_t *leaf);

/* Item i of a list, with what is said of groups in it; `leaf` as item_tree() has it. */
static const rule *member(const compiler *c, const outline_item *list, size_t count, size_t i,
                          grouping groups, bool exclusion, const inherited *from, unsigned depth,
                          size_t *leaf)
{
    const outline_item *x = &list[i];
    eligo_span own = x->count ? x->head : x->span;
    group_label g = groups.own ? groups.own[i] : label_of(c, x, false);
    const rule *r;

    if (g.kind == GROUP_NONE && groups.marked)
        g = label_of(c, x, true);
    if (g.kind != GROUP_NONE) {
        outline_item y = unlabelled(x, &g);
        eligo_span label = moved(c, g.words, own.start);

        if (g.kind == GROUP_SELF && groups.some)
            g.kind = GROUP_SOME;
        if (g.kind == GROUP_SELF)
            return item_tree(c, x, exclusion, from, depth, NULL);
        r = y.count || y.span.end > y.span.start ? item_tree(c, &y, exclusion, from, depth, NULL)
                                                 : NULL;
        if (r && groups.only && !exclusion && depth)
            return r;
        return for_label(c, r, &g, label, exclusion);
    }
    if (groups.some && !exclusion && !x->count) {
        /* "asthma", and "healthy controls" below it: neither is asked of all */
        size_t named = control_of(c, x, &g);

        own.end = own.start + (named ? named : first_word(c, own));
        if (named || (i + 1 < count && control_in(c, x + 1)))
            return of_group(c, item_tree(c, x, exclusion, from, depth, NULL), moved(c, own, 0),
                            false);
    }
    return item_tree(c, x, exclusion, from, depth, leaf);
}

/* One condition or several, and nothing said of how much or when. */
static bool names_conditions(const rule *r)
{
    if (r->op == RULE_ANY) {
        for (size_t i = 0; i < r->count; i++)
            if (!names_conditions(r->of[i]))
                return false;
        return true;
    }
    return r->op == RULE_HAS && r->subject.category == CATEGORY_CONDITION && r->subject.concept;
}

/* "Patients with:" over three conditions and more: nothing says whether one of them is enough. */
static bool open_list(const parts *p, const rule *const *of, size_t n)
{
    size_t end = p->count;

    if (n < 3)
        return false;
    while (end && (p->list[end - 1].kind == PART_COLON || p->list[end - 1].kind == PART_FILL))
        end--;
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

/* The rules of the items below x, joined; what an item allows is taken from those before it. */
static const rule *items_below(const compiler *c, const outline_item *x, bool exclusion,
                               const inherited *below, list_count count, unsigned depth)
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
            r = items_below(c, y, true, below, (list_count){.op = RULE_ANY}, depth + 1);
            if (r && allowed) {
                const rule *two[2] = {allowed, r};
                r = rule_join(c->arena, RULE_ANY, r->span, two, 2);
            }
            allowed = r ? r : allowed;
            continue;
        }
        r = member(c, x->of, x->count, i, groups, exclusion, below, depth + 1, NULL);
        if (r)
            of[n++] = r;
    }
    eligo_span all = moved(c, (eligo_span){x->of[0].span.start, x->of[x->count - 1].span.end}, 0);
    list = scope_counted(c->arena, count, all, of, n);
    if (list && !exclusion && !count.said && count.op == RULE_ALL) {
        parts p = item_parts(c, x);

        if (open_list(&p, of, n)) {
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

/* An item with what lies below it. Where `leaf` is given, the rule of one that nothing lies below
 * is not placed yet: its spans are bytes of the piece that begins at *leaf, which else is
 * untouched. */
static const rule *item_tree(const compiler *c, const outline_item *x, bool exclusion,
                             const inherited *from, unsigned depth, size_t *leaf)
{
    const char *text = c->text->text;
    const rule *list, *head = NULL;
    size_t at, past, base;
    list_count count;
    inherited below = from ? *from : (inherited){0};
    bool inner_exclusion = exclusion, label = false, negated = false;
    group_sort group = GROUP_NO;
    shared all = {0};
    rule_op op;
    parts p;

    outline_item series;
    if (x->count == 0 && split_series(c, x, &series))
        x = &series;
    if (x->count == 0) {
        group_label behind = group_behind(text + x->span.start, x->span.end - x->span.start);
        outline_item of = *x;
        eligo_span words = {x->span.start + behind.words.start, x->span.start + behind.words.end};

        if (behind.kind == GROUP_SOME)
            of.span.end = x->span.start + behind.rest;
        p = item_parts(c, &of);
        if (leaf && behind.kind != GROUP_SOME) {
            *leaf = x->span.start;
            return piece_rule(c, &p, exclusion, from);
        }
        list = piece(c, &p, x->span.start, exclusion, from);
        return behind.kind == GROUP_SOME && list ? of_group(c, list, moved(c, words, 0), exclusion)
                                                 : list;
    }
    base = x->head.start;
    if (depth > LIMIT_OUTLINE_DEPTH)
        return rule_opaque(c->arena, moved(c, (eligo_span){x->span.start, x->span.end}, 0),
                           "nested too deeply");
    p = item_parts(c, x);
    if (p.cut) /* what the list means is said in its head */
        return rule_opaque(c->arena, moved(c, x->span, 0), too_long);
    if (head_permits(&p))
        return rule_opaque(c->arena, moved(c, x->span, 0),
                           "it permits something and asks for nothing");
    count = scope_count(p.text, p.list, 0, p.count, &at, &past);
    op = count.said ? count.op : exclusion ? RULE_ANY : RULE_ALL;
    negated = count.negated;
    if (count.said) {
        /* "a score of 4 or more on at least two of:": the limit is of each of them */
        clause k = clause_of(c, &p, exclusion, from);
        size_t bound = scope_bounded_piece(&k, p.list, 0, at);

        if (bound < at) {
            const rule *two[2] = {placed(c, scope_rule(&k, p.list, 0, bound), base),
                                  rule_opaque(c->arena, moved(c, x->span, 0), LIMIT_OF_SOME)};

            return rule_join(c->arena, exclusion ? RULE_ANY : RULE_ALL, moved(c, x->span, 0), two,
                             2);
        }
    }

    /* "Severe" or "critical": alternatives named in the head are its items */
    if (!count.said && !exclusion && kind_in(&p, 0, p.count, PART_OR) &&
        !kind_in(&p, 0, p.count, PART_QUANTITY) &&
        (kind_in(&p, 0, p.count, PART_FOLLOWING) || x->count == 2))
        op = RULE_ANY;
    if (!count.said && p.count && kind_in(&p, p.count > 3 ? p.count - 3 : 0, p.count, PART_INCLUDE))
        op = RULE_ANY;
    for (size_t i = 0; i < x->count; i++) {
        const outline_item *y = &x->of[i];

        if (!count.said && i + 1 < x->count && y->head.end - y->head.start < 2000 &&
            y->count == 0 && ends_in_or(c, y))
            op = RULE_ANY;
    }

    /* what the head says beside the list */
    if (p.count) {
        size_t end = count.said ? at : p.count;
        size_t colon = 0;
        clause k = clause_of(c, &p, exclusion, from);
        const rule *owned;
        item title;

        while (colon < end && p.list[colon].kind != PART_COLON)
            colon++;
        /* "Severe case: meet any of the following": a title, and what it means */
        size_t defined = end;
        while (defined > 0 && p.list[defined - 1].kind != PART_DEFINED)
            defined--;
        bool ends_defined = defined > 0;
        for (size_t i = defined; i < end && ends_defined; i++)
            ends_defined = p.list[i].kind != PART_THING && p.list[i].kind != PART_WORD &&
                           p.list[i].kind != PART_QUANTITY;
        label = (count.said && colon < end) || ends_defined ||
                (!count.said &&
                 (kind_in(&p, 0, p.count, PART_FOLLOWING) && !kind_in(&p, 0, end, PART_QUANTITY)));
        item_read(&k, p.list, 0, end, &title);
        judged_head judged = scope_judged(p.list, 0, p.count);
        if (judged == JUDGED_OBJECT && title.judge) {
            rule *whole = rule_new(c->arena, RULE_JUDGEMENT, moved(c, x->span, 0));

            if (whole)
                whole->topic = title.judge;
            return whole;
        }
        if (judged == JUDGED_BARS && title.refused)
            negated = true;
        /* "Not allowed:", among what is asked for */
        if (!exclusion && kind_in(&p, 0, p.count, PART_EXCLUDED) && !title.has_subject &&
            !title.quantity_count && !kind_in(&p, 0, p.count, PART_WORD))
            negated = true;
        if (!count.said && title.negated && !title.has_subject && !title.quantity_count)
            negated = true;
        if (!title.has_subject && !title.quantity_count && !title.judge && !title.sex) {
            below.history = below.history || title.history;
            below.current = below.current || title.current;
            below.planned = below.planned || title.planned;
            if (title.who)
                below.who = title.who;
            label = true;
        } else if (!count.said && !exclusion && title.negated && title.has_subject &&
                   !title.subject.concept) {
            negated = true;
            label = true;
        }
        if (!label) {
            head = placed(c, scope_rule(&k, p.list, 0, end), base);
            group = scope_group(&k, p.list, 0, end);
        } else if (title.quantity_count || title.sex) {
            /* a title that is more than a name */
            size_t stop = colon < end ? colon : ends_defined ? defined - 1 : end;

            head = placed(c, without_subject(c, scope_rule(&k, p.list, 0, stop), &title), base);
            group = head ? scope_group(&k, p.list, 0, stop) : GROUP_NO;
        }
        /* "according to groups:": the items say all of it */
        if (head && !title.quantity_count && !title.sex && !title.judge && !title.subject.concept &&
            grouping_of(c, x->of, x->count, c->arena).only)
            head = NULL;
        /* a title's time is its thing's */
        take_shared(c, &k, &p, title.has_subject || !label ? past : 0, base, &all);
        /* "severe or unstable:" is how bad each is; "severe, if any of the following:" names what
         * the list defines */
        if (label && !title.has_subject && !title.quantity_count && !title.judge &&
            title.qualifier_count && !count.said && !speaks_of_words(text + base, &p, past)) {
            rule_qualifier *q =
                arena_copy(c->arena, title.qualifiers, title.qualifier_count, sizeof *q);

            for (size_t i = 0; q && i < title.qualifier_count; i++)
                q[i].span = moved(c, q[i].span, base);
            all.qualifiers = q;
            all.qualifier_count = q ? title.qualifier_count : 0;
        }
        for (size_t i = at; count.said && i < past; i++) {
            below.history = below.history || p.list[i].kind == PART_HISTORY;
            below.current = below.current || p.list[i].kind == PART_CURRENT;
        }
        if (negated)
            inner_exclusion = true;
        if (op != RULE_ALL && !exclusion && count.said)
            inner_exclusion = false;

        if (!count.said || count.op != RULE_AT_LEAST)
            count.op = negated && !count.said ? RULE_ANY : op;
        list = sharing(c, items_below(c, x, inner_exclusion, &below, count, depth), &all);
        if ((owned = below_owner(&k, &p, end, &title, list, negated))) {
            list = owned;
            head = NULL;
        } else if (title.has_subject && !count.said && !title.quantity_count && !title.negated &&
                   !title.judge && !title.sex && group == GROUP_NO)
            list = combine_titled(c->arena, list, placed(c, item_rule(&k, &title), base));
        if (list && negated)
            list = rule_not(c->arena, list->span, list);
        if (label)
            list = with_label(c, list, &title, base);
    } else {
        count.op = op;
        list = items_below(c, x, exclusion, &below, count, depth);
    }
    if (x->tail.end > x->tail.start) {
        parts behind = read_words(c, x->tail);
        const rule *two[2] = {list, piece(c, &behind, x->tail.start, exclusion, from)};

        list = rule_join(c->arena, exclusion ? RULE_ANY : RULE_ALL,
                         moved(c, (eligo_span){x->span.start, x->span.end}, 0), two, 2);
    }
    if (head && list) {
        const rule *two[2] = {head, list};
        size_t last = p.count;

        while (last && (p.list[last - 1].kind == PART_COLON || p.list[last - 1].kind == PART_FILL ||
                        p.list[last - 1].kind == PART_FOLLOWING))
            last--;
        /* "... including:" before the list; a list under exclusion that says nothing else */
        bool named = last && p.list[last - 1].kind == PART_INCLUDE;
        bool open = named || (exclusion && !count.said);

        if (scope_judged(p.list, 0, p.count) == JUDGED_BARS) {
            rule_op how = negated ? RULE_ALL : RULE_ANY;

            return rule_join(c->arena, how, moved(c, x->span, 0), two, 2);
        }

        /* a group of people is no condition by itself */
        bool leads = p.list[p.count - 1].kind == PART_COLON;

        if ((group != GROUP_NO || label) && !named &&
            (label || (exclusion && count.said) || !stands_over(p.list, count.said ? at : last)))
            open = false;
        else if (!named && (group == GROUP_BY_KIND || (group == GROUP_BY_TRAIT && leads))) {
            clause k = clause_of(c, &p, exclusion, from);

            return scope_for_group(&k, group, head, list);
        }

        const rule *whole =
            rule_join(c->arena, open && !kind_in(&p, 0, p.count, PART_COUNT) ? RULE_ANY : RULE_ALL,
                      moved(c, (eligo_span){x->span.start, x->span.end}, 0), two, 2);
        /* "pain (score 4 or more) after an injury, such as: fractures": an example alone is not
         * enough, where more is asked than that there is a thing */
        if (named && !exclusion && whole && whole->op == RULE_ANY &&
            (head->op == RULE_ALL || head->op == RULE_READINGS)) {
            two[1] = whole;
            return rule_readings(c->arena, whole->span, "modifier-scope", two, 2);
        }
        return whole;
    }
    return list ? list : head;
}

/* ---- documents ---- */

static void add_finding(compiler *c, finding f)
{
    finding *x = c->audited
                     ? finding_add(&c->findings, f.code, f.span, f.suggestion, "%s", f.message)
                     : NULL;

    if (x) {
        const char *message = x->message;

        *x = f;
        x->message = message;
    }
}

/* What was drawn for a while is forgotten; that there was no memory for it is not. */
static void forget(compiler *c)
{
    if (arena_failed(c->arena) && !arena_full(c->arena))
        arena_fail(c->trial);
    arena_reset(c->arena);
}

static void lint_words(compiler *c, const outline_item *x, const parts *p, size_t base,
                       bool exclusion, bool below)
{
    size_t first = c->findings.count;
    lint_text t = {p->text, p->size, exclusion, x->count > 0, below};

    lint_piece(&t, p, c->lx, c->arena, &c->findings);
    for (size_t i = first; i < c->findings.count; i++)
        c->findings.list[i].span = moved(c, c->findings.list[i].span, base);
    if (c->forgotten)
        forget(c);
}

/* What the words of an item show, and those of the items below it. */
static void lint_item(compiler *c, const outline_item *x, bool exclusion, bool below,
                      unsigned depth)
{
    eligo_span own = own_words(x);

    if (own.end > own.start && own.end - own.start <= LIMIT_CRITERION_BYTES) {
        parts p = item_parts(c, x);

        lint_words(c, x, &p, own.start, exclusion, below);
    }
    if (x->tail.end > x->tail.start && x->tail.end - x->tail.start <= LIMIT_CRITERION_BYTES) {
        outline_item tail = {.span = x->tail};
        parts p = read_words(c, x->tail);

        lint_words(c, &tail, &p, x->tail.start, exclusion, true);
    }
    for (size_t i = 0; i < x->count && depth < LIMIT_OUTLINE_DEPTH; i++)
        lint_item(c, &x->of[i], exclusion, true, depth + 1);
}

static size_t opaque_bytes(const rule *r)
{
    size_t n = 0;

    if (r->op == RULE_OPAQUE)
        return r->span.end - r->span.start;
    if (r->op == RULE_READINGS)
        return r->count ? opaque_bytes(r->of[0]) : 0;
    for (size_t i = 0; i < r->count; i++)
        n += opaque_bytes(r->of[i]);
    return n;
}

/* What the trial's criteria speak of: the registry's fields matter only where they are silent. */
typedef struct mentioned {
    bool age, sex;
} mentioned;

static void note_mentions(const rule *r, mentioned *seen)
{
    const char *id = r->subject.concept ? r->subject.concept->id : "";

    seen->age = seen->age || text_is(id, "age");
    seen->sex = seen->sex || text_is(id, "female") || text_is(id, "male");
    for (size_t i = 0; i < r->count; i++)
        note_mentions(r->of[i], seen);
}

/* Something of it is in the lexicon, or is a number's bound. */
static bool is_known(const rule *r)
{
    if (r->op == RULE_COMPARE || r->op == RULE_JUDGEMENT ||
        (r->op == RULE_HAS && r->subject.concept))
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (is_known(r->of[i]))
            return true;
    return false;
}

/* Lines without a heading, a label, or one thing that is known: no criteria, but some other text.
 */
static bool is_other_text(const source *s, const criterion *list, size_t count)
{
    if (!s->bare || count < 2)
        return false;
    for (size_t i = 0; i < count; i++)
        if (list[i].label || is_known(list[i].rule))
            return false;
    return true;
}

/* The registry's own age and sex are criteria only where the text has nothing on the same thing. */
static const rule *registry_age_rule(const compiler *c, const source *s)
{
    rule *r = rule_new(c->arena, RULE_COMPARE,
                       s->minimum_age.given ? s->minimum_age.span : s->maximum_age.span);
    const rule *two[2] = {0};
    const registry_age *ends[2] = {&s->minimum_age, &s->maximum_age};
    const char units[] = "amwdhn";
    static const char *const ucum[] = {"a", "mo", "wk", "d", "h", "min"};

    (void)r;
    for (size_t i = 0; i < 2; i++) {
        const char *at;
        rule *k;

        if (!ends[i]->given)
            continue;
        k = rule_new(c->arena, RULE_COMPARE, ends[i]->span);
        at = strchr(units, ends[i]->unit);
        if (!k || !at || !*at)
            continue;
        k->subject.concept = lexicon_concept(c->lx, "age", 3);
        k->subject.category = CATEGORY_DEMOGRAPHIC;
        k->subject.text = "age";
        k->subject.span = ends[i]->span;
        *(i == 0 ? &k->low : &k->high) = (rule_bound){true, true, ends[i]->value};
        k->unit.ucum = ucum[at - units];
        two[i] = k;
    }
    return rule_join(c->arena, RULE_ALL, (eligo_span){0, 0}, two, 2);
}

static const rule *registry_sex_rule(const compiler *c, const source *s)
{
    rule *r = rule_new(c->arena, RULE_HAS, s->sex_span);

    if (!r)
        return NULL;
    r->subject.concept = lexicon_concept(c->lx, s->sex, strlen(s->sex));
    r->subject.category = CATEGORY_DEMOGRAPHIC;
    r->subject.text = s->sex;
    r->subject.span = s->sex_span;
    return r;
}

/* The words of a criterion, as valid UTF-8 without a NUL. */
static const char *words_of(arena *a, const char *bytes, eligo_span s)
{
    const char *from = bytes + s.start, *end = bytes + s.end, *nul;
    size_t n = s.end - s.start;
    buffer mended;
    const char *text;

    if (utf8_valid(from, n) == n && !memchr(from, 0, n))
        return arena_text(a, from, n);
    buffer_init(&mended, 0);
    for (; (nul = memchr(from, 0, (size_t)(end - from))); from = nul + 1) {
        utf8_mend(&mended, from, (size_t)(nul - from));
        buffer_puts(&mended, "\xEF\xBF\xBD");
    }
    utf8_mend(&mended, from, (size_t)(end - from));
    text = mended.failed ? NULL : arena_text(a, mended.data ? mended.data : "", mended.size);
    if (!text)
        arena_fail(a);
    buffer_free(&mended);
    return text;
}

/* A rule of a criterion on its way: its spans are bytes of the piece of clean text that begins at
 * `base`, or PLACED, of the input. */
typedef struct reading {
    const rule *rule;
    size_t base;
} reading;

#define PLACED SIZE_MAX

/* A rule that is put together with others has its place in the input. */
static const rule *here(const compiler *c, reading *r)
{
    if (r->base != PLACED)
        *r = (reading){placed(c, r->rule, r->base), PLACED};
    return r->rule;
}

typedef struct piece_place {
    const compiler *c;
    size_t base;
} piece_place;

static eligo_span move_piece(const void *context, eligo_span s)
{
    const piece_place *p = context;

    return moved(p->c, s, p->base);
}

/* The rule as it stays: settled, placed, and drawn from the trial's arena alone. */
static const rule *kept(compiler *c, reading found, const char *id, eligo_span span)
{
    piece_place at = {c, found.base};
    rule_places places = {move_piece, &at};
    const rule *r = NULL;

    if (arena_failed(c->arena) && arena_full(c->arena)) {
        /* one criterion that needs more than all of a trial may: said, and the next one read */
        arena_reset(c->arena);
        c->forgotten = true;
        found = (reading){
            rule_opaque(c->arena, span, "needs more memory than one criterion may take"), PLACED};
    } else if (!found.rule && !arena_failed(c->arena))
        found =
            (reading){rule_opaque(c->arena, span, "no condition was found in these words"), PLACED};
    if (found.rule)
        r = rule_settle_whole(c->trial, found.rule, id, span,
                              found.base == PLACED ? NULL : &places);
    if (!r || arena_failed(c->arena)) {
        arena_fail(c->trial);
        return NULL;
    }
    return r;
}

/* "I3" */
static const char *criterion_id(arena *a, char kind, size_t n)
{
    char id[24];
    size_t at = sizeof id;

    do
        id[--at] = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    id[--at] = kind;
    return arena_text(a, id + at, sizeof id - at);
}

/* Whom a section is about, where it stands beside one about others. */
static group_label group_of(const compiler *c, const outline *o, const outline_section *x)
{
    group_label g = {GROUP_NONE, {0, 0}, 0, NULL};
    const char *text = c->text->text;
    size_t size = x->group.end - x->group.start;
    const char *name;
    bool beside = false, others = true;

    if (!size || !heading_names_people(text + x->group.start, size))
        return g;
    name = arena_text(c->arena, text + x->group.start, size);
    for (size_t i = 0; name && i < o->count; i++) {
        const outline_section *y = &o->sections[i];
        size_t n = y->group.end - y->group.start;

        if (y->kind != x->kind || (n == size && text_starts_nocase(text + y->group.start, n, name)))
            continue;
        beside = true;
        others = others && n && group_named(text + y->group.start, n).kind == GROUP_OTHER;
    }
    if (!beside)
        return g;
    g = group_named(text + x->group.start, size);
    if (g.kind ==
        GROUP_SELF) /* "Patients" beside "Controls"; beside "Nurses" they are all there are */
        g.kind = others ? GROUP_ALL : GROUP_SOME;
    return g;
}

/* "Persons with", on a line of its own: each of the lines below it is of some of them. */
static bool names_people_with(const compiler *c, const outline_item *x)
{
    parts p;

    if (x->count || x->span.end - x->span.start > 60)
        return false;
    p = item_parts(c, x);
    if (!p.count || p.list[p.count - 1].kind != PART_WITH)
        return false;
    for (size_t i = 0; i + 1 < p.count; i++)
        if (p.list[i].kind != PART_PERSON && p.list[i].kind != PART_FILL)
            return false;
    return true;
}

/* A line that ends in "or", or stands behind such a one: the other line may do instead. */
static void or_neighbour(const compiler *c, reading *own, const outline_item *list, size_t count,
                         size_t k)
{
    eligo_span word = k + 1 < count ? line_or(c->text->text, &list[k]) : (eligo_span){0, 0};
    const rule *two[2];

    if (!word.end && (!k || !line_or(c->text->text, &list[k - 1]).end))
        return;
    two[0] = here(c, own);
    if (!word.end)
        word = (eligo_span){list[k].span.start, list[k].span.start + first_word(c, list[k].span)};
    two[1] = rule_opaque(c->arena, moved(c, word, 0), "the line beside it may do instead");
    if (two[0] && two[1])
        own->rule = rule_join(c->arena, RULE_ANY, span_hull(two[0]->span, two[1]->span), two, 2);
}

static void compile_section(compiler *c, rules *r, criterion *list, const outline *o,
                            const outline_section *x, const char *bytes, size_t count[2],
                            mentioned *seen)
{
    bool exclusion = x->kind == CRITERION_EXCLUSION;
    group_label group = group_of(c, o, x);
    grouping groups = grouping_of(c, x->items, x->count, c->trial);
    bool sexes = lines_part_sexes(c->text->text, x);
    bool headless = !exclusion && x->count > 3 && names_people_with(c, &x->items[0]);

    for (size_t k = 0; k < x->count && !arena_failed(c->trial); k++) {
        const outline_item *y = &x->items[k];
        criterion *m = &list[r->criterion_count];
        size_t size, lost;

        m->kind = x->kind;
        m->id = criterion_id(c->trial, exclusion ? 'E' : 'I', ++count[exclusion]);
        m->span = mapped_span(c->text, y->span.start, y->span.end);
        m->text = words_of(c->trial, bytes, m->span);
        if (y->label.end > y->label.start)
            m->label =
                arena_text(c->trial, c->text->text + y->label.start, y->label.end - y->label.start);
        if (!m->id || !m->text)
            return;
        reading own = {.base = PLACED};
        own.rule = member(c, x->items, x->count, k, groups, exclusion, NULL, 0, &own.base);

        if (!exclusion)
            or_neighbour(c, &own, x->items, x->count, k);
        if (k > 0 && headless && own.rule && names_conditions(own.rule))
            own.rule = of_group(c, here(c, &own), moved(c, x->items[0].span, 0), false);
        if (sexes && own.rule && rule_sex(own.rule))
            own.rule =
                of_group(c, here(c, &own),
                         moved(c, (eligo_span){0, first_word(c, y->span)}, y->span.start), false);
        if (group.kind != GROUP_NONE)
            own.rule = for_label(c, here(c, &own), &group,
                                 moved(c, (eligo_span){0, first_word(c, y->span)}, y->span.start),
                                 exclusion);
        m->rule = kept(c, own, m->id, m->span);
        if (!m->rule)
            return;
        r->criterion_count++;
        if (c->audited) {
            audit_readings(m->rule, m, &c->findings);
            lint_item(c, y, exclusion, false, 0);
        }
        forget(c);
        c->forgotten = false;
        note_mentions(m->rule, seen);
        size = m->span.end - m->span.start;
        lost = opaque_bytes(m->rule);
        r->coverage_bytes += size;
        r->coverage_understood += lost > size ? 0 : size - lost;
    }
}

static void add_registry(compiler *c, rules *r, criterion *list, const char *id, const rule *found,
                         const char *bytes)
{
    criterion *m = &list[r->criterion_count];

    if (!found)
        return;
    m->kind = CRITERION_REGISTRY;
    m->id = id;
    m->span = found->span;
    m->text = words_of(c->trial, bytes, m->span);
    m->rule = kept(c, (reading){found, PLACED}, id, m->span);
    if (m->rule)
        r->criterion_count++;
    forget(c);
}

rules *compile_source(const source *s, arena *a, const lexicon *lx, const char *name,
                      const char *bytes, size_t size, bool audited, eligo_error *err)
{
    compiler c = {.text = &s->criteria,
                  .audited = audited,
                  .lx = lx,
                  .trial = a,
                  .arena = arena_new(LIMIT_TRIAL_ARENA),
                  .findings = {.arena = a}};
    rules *r = arena_alloc(a, sizeof *r);
    size_t total = 0, count[2] = {0, 0};
    mentioned seen = {false, false};
    criterion *list;
    outline o;

    if (!r || !c.arena) {
        arena_delete(c.arena);
        error_memory(err, name);
        return NULL;
    }
    o = outline_read_lines(&s->criteria, s->lines, s->line_count, a);
    c.lx = shorts_read(lx, s->criteria.text, s->criteria.size, a);
    for (size_t i = 0; i < o.count; i++)
        total += o.sections[i].count;
    list = arena_array(a, total + 2, sizeof *list);
    c.read = arena_array(a, o.item_count, sizeof *c.read);
    for (size_t i = 0; i < s->finding_count; i++)
        add_finding(&c, s->findings[i]);
    for (size_t i = 0; i < o.finding_count; i++) {
        finding f = o.findings[i];

        /* "None" is no criterion, and no defect */
        if (strcmp(f.code, "not-a-criterion") == 0 &&
            words_entry(WORD_NONE, s->criteria.text + f.span.start, f.span.end - f.span.start)) {
            r->says_none = r->says_none || o.headed;
            continue;
        }
        f.span = mapped_span(&s->criteria, f.span.start, f.span.end);
        add_finding(&c, f);
    }
    for (size_t i = 0; list && c.read && i < o.count && !arena_failed(a); i++)
        compile_section(&c, r, list, &o, &o.sections[i], bytes, count, &seen);
    if (list && !arena_failed(a) && is_other_text(s, list, r->criterion_count)) {
        arena_delete(c.arena);
        error_at(err, ELIGO_EPARSE, name, bytes, size, 0,
                 "no criteria found; put \"Inclusion Criteria:\" or \"Exclusion Criteria:\" in the "
                 "line above them");
        return NULL;
    }
    if (s->above.end > s->above.start)
        add_finding(
            &c, (finding){
                    .code = "not-a-criterion",
                    .severity = SEVERITY_NOTE,
                    .span = s->above,
                    .message =
                        "stands above the first heading: taken for a title, not for a criterion"});
    if (list && !seen.age && (s->minimum_age.given || s->maximum_age.given))
        add_registry(&c, r, list, "R1", registry_age_rule(&c, s), bytes);
    if (list && !seen.sex && s->sex && strcmp(s->sex, "all") != 0)
        add_registry(&c, r, list, "R2", registry_sex_rule(&c, s), bytes);
    r->arena = a;
    r->lexicon = lx;
    r->trial_id = s->trial_id;
    r->title = s->title;
    r->minimum_age = s->minimum_age;
    r->maximum_age = s->maximum_age;
    r->sex = s->sex;
    r->sex_span = s->sex_span;
    r->healthy_volunteers = s->healthy_volunteers;
    r->source_name = arena_text(a, name, strlen(name));
    r->source_bytes = size;
    file_sum(bytes, size, r->sha256);
    r->criteria = list;
    r->unaudited = !audited;
    if (audited) {
        audit_rules(r, bytes, size, c.arena, &c.findings);
        audit_settle(r, &c.findings);
    }
    forget(&c);
    arena_delete(c.arena);
    if (arena_failed(a)) {
        if (arena_full(a))
            error_set(err, ELIGO_ELIMIT, name, "needs more memory than a trial may take (%zu MiB)",
                      LIMIT_TRIAL_ARENA >> 20);
        else
            error_memory(err, name);
        return NULL;
    }
    r->findings = c.findings.list;
    r->finding_count = c.findings.count;
    return r;
}

const rule *compile_criterion(const char *text, size_t size, criterion_kind kind, const lexicon *lx,
                              arena *a)
{
    compiler c = {.lx = lx, .arena = a};
    group_label g = group_read(text, size);
    size_t at = g.kind == GROUP_NONE || g.kind == GROUP_SELF ? 0 : g.rest;
    parts p = size - at <= LIMIT_CRITERION_BYTES
                  ? phrase_parts(text + at, size - at, lx, a)
                  : (parts){.text = text + at, .size = size - at, .cut = true};
    const rule *r = piece(&c, &p, at, kind == CRITERION_EXCLUSION, NULL);

    if (r)
        r = for_label(&c, r, &g, g.words, kind == CRITERION_EXCLUSION);
    if (!r)
        r = rule_opaque(a, (eligo_span){0, size}, "no condition was found in these words");
    return rule_settle(a, r, kind == CRITERION_EXCLUSION ? "E1" : "I1", (eligo_span){0, size});
}

void rules_delete(rules *r)
{
    if (r)
        arena_delete(r->arena);
}
