/* Names of which a list says the last words, or the first, once: "renal or hepatic impairment",
 * "hepatitis B or C". */
#include "grammar/list.h"

#include "engine/base/text.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

/* The last `n` words of a part's text, the whole where it has fewer. */
eligo_span list_last_words(const clause *c, eligo_span s, unsigned n)
{
    size_t i = s.end;

    while (i > s.start && n) {
        i--;
        if (isspace((unsigned char)c->text[i]) && --n == 0)
            return (eligo_span){i + 1, s.end};
    }
    return s;
}

static eligo_span first_words(const clause *c, eligo_span s, unsigned n)
{
    for (size_t i = s.start; i < s.end; i++)
        if (isspace((unsigned char)c->text[i]) && --n == 0)
            return (eligo_span){s.start, i};
    return s;
}

void list_take_subject(item *x, const part *p, eligo_span span, const clause *c)
{
    const concept *k = p->hit.thing ? p->hit.thing : p->hit.quantity;

    assert(k); /* a thing has one or the other */
    x->has_subject = true;
    x->subject.concept = k;
    x->subject.category = k->category;
    x->subject.span = span;
    x->subject.text = arena_text(c->arena, c->text + span.start, span.end - span.start);
    x->subject_part = p;
    /* the words that are now part of the name restrict nothing any more */
    size_t kept = 0;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (!(x->qualifiers[i].span.start >= span.start && x->qualifiers[i].span.end <= span.end))
            x->qualifiers[kept++] = x->qualifiers[i];
    x->qualifier_count = kept;
    if (x->thing_count < ITEM_THINGS)
        x->things[x->thing_count++] = p;
}

/* The same, whatever a bracket behind them says. */
static bool unknown_name(const item *x)
{
    return x->has_subject && !x->subject.concept &&
           (!x->quantity_count || (x->quantity_count == 1 && !x->quantities[0]->value[0] &&
                                   !x->quantities[0]->unit.text)) &&
           !x->judge;
}

bool list_unknown_words(const item *x)
{
    return unknown_name(x) && !x->defined;
}

/* Does a word that narrows it stand before its name? */
static bool leads(const item *x)
{
    return x->qualifier_count && x->qualifiers[0].span.start < x->subject.span.start;
}

/* "anal or cervical HPV cancer": what stands between the other adjective and the noun is said of
 * both. */
static void share_between(item *x, const item *y, eligo_span own)
{
    for (size_t k = 1; k < y->qualifier_count && x->qualifier_count < ITEM_QUALIFIERS; k++) {
        const rule_qualifier *q = &y->qualifiers[k];
        bool there = false;

        if (text_is(y->qualifiers[0].kind, "cause"))
            break; /* "or other ...": another class */
        for (size_t i = 0; i < x->qualifier_count; i++)
            there = there || x->qualifiers[i].span.start == q->span.start;
        if ((text_is(q->kind, "about") || text_is(q->kind, "other")) && !there &&
            q->span.start > y->qualifiers[0].span.end && q->span.end <= y->subject.span.start &&
            q->span.start > own.end && y->qualifiers[0].span.end < y->subject.span.start)
            x->qualifiers[x->qualifier_count++] = *q;
    }
}

/* Of "third-degree block", what stands behind the hyphen of its first word; the whole: there is
 * none. */
static eligo_span behind_hyphen(const clause *c, eligo_span s)
{
    for (size_t i = s.start; i < s.end && c->text[i] != ' '; i++)
        if (c->text[i] == '-')
            return (eligo_span){i + 1, s.end};
    return s;
}

/* Do both say the same sort of thing: "mild, severe"? */
bool item_shares_kind(const item *x, const item *y)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        for (size_t k = 0; k < y->qualifier_count; k++)
            if (strcmp(x->qualifiers[i].kind, y->qualifiers[k].kind) == 0 &&
                !text_is(x->qualifiers[i].kind, "other"))
                return true;
    return false;
}

/* "Severe, uncontrolled asthma": entry i is one more adjective of the name behind the comma, and no
 * alternative to it. */
bool list_one_more_adjective(const entries *e, size_t i)
{
    return i + 2 == e->count && e->at[i + 1].link == PART_COMMA && !e->at[i + 1].loose &&
           e->at[i + 1].item.has_subject && !e->at[i + 1].item.judge &&
           !item_shares_kind(&e->at[i].item, &e->at[i + 1].item);
}

/* "Underlying liver or kidney disease": words that change nothing before the name of any. */
static bool weightless(const clause *c, eligo_span s, const concept *k)
{
    role_set light = ROLE_WEIGHTLESS;

    if (k && k->category == CATEGORY_CONDITION)
        light |= ROLE_WEIGHTLESS_CONDITION;
    return roles_all(c->text + s.start, s.end - s.start) & light;
}

enum { SHARED_LAST = 12 }; /* so many items farther a name ends for all of them */

/* The name that words make with the last one, two or three of the name of y; NULL: none. */
static const part *with_last_words(const clause *c, eligo_span words, const item *y)
{
    eligo_span last = y->subject.span;
    /* "basal cell or squamous cell carcinoma of the skin": what is of a place is longer */
    bool placed = memmem(c->text + last.start, last.end - last.start, " of ", 4) != NULL;
    unsigned most = !y->subject.concept ? 1 : placed ? 5 : 3;
    const part *p = NULL;

    if (!lexicon_begins_at(c->lx, c->words, words))
        return NULL; /* whatever follows */
    /* "second or third-degree block" */
    last = behind_hyphen(c, y->subject.span);
    if (last.start > y->subject.span.start)
        p = name_together(c, words, last, y->subject_part ? y->subject_part : &(part){0});
    /* "aortic or mitral valve disease": as much of it as there is a name with */
    for (unsigned n = most; n > 0 && !p; n--) {
        last = list_last_words(c, y->subject.span, n);
        p = name_together(c, words, last, y->subject_part ? y->subject_part : &(part){0});
        while (n > 1 && last.start == y->subject.span.start &&
               list_last_words(c, y->subject.span, n - 1).start == last.start)
            n--; /* it has no more words */
    }
    return p;
}

/* "Small cell or mixed lung cancer": the words with the one right before them that was read as
 * narrowing them. NULL: they make no name with that of y either. */
static const part *with_word_before(const clause *c, item *x, eligo_span *own, const item *y)
{
    const rule_qualifier *last = x->qualifier_count ? &x->qualifiers[x->qualifier_count - 1] : NULL;
    eligo_span wide = *own;
    const part *p;

    if (!last || last->span.end + 1 != own->start)
        return NULL;
    wide.start = last->span.start;
    p = with_last_words(c, wide, y);
    if (p) {
        *own = wide;
        x->qualifier_count--;
    }
    return p;
}

/* "Breast or prostate cancer surgery": what the other is done for ends in a word that names such a
 * thing with x, too. NULL: it does not. */
static const part *with_object(const clause *c, eligo_span own, const item *y,
                               const rule_qualifier **object)
{
    for (size_t k = 0; k < y->qualifier_count; k++) {
        const rule_qualifier *q = &y->qualifiers[k];
        eligo_span last = list_last_words(c, q->span, 1);

        if (text_is(q->kind, "about") && q->concept && q->span.end + 1 == y->subject.span.start &&
            last.start > q->span.start && y->subject_part) {
            *object = q;
            return name_together(c, own, last, y->subject_part);
        }
    }
    return NULL;
}

/* "Biliary structural abnormalities": no name that is known, and a head all the same, which the
 * adjectives before it are meant of. */
static bool ends_as_head(const clause *c, const item *y)
{
    eligo_span s = y->subject.span;

    return item_sits(c, y) &&
           (y->subject.concept
                ? y->qualifier_count && y->qualifiers[0].span.end <= y->subject.span.start
                : memchr(c->text + s.start, ' ', s.end - s.start) != NULL);
}

/* "renal or hepatic impairment": items that lack the last words that the name behind them has. */
void list_share_last_words(const clause *c, entries *e)
{
    size_t run = e->count, lender = run; /* items that took their last words from one */

    for (size_t i = e->count; i-- > 0;) {
        item *x = &e->at[i].item;
        bool found = false;

        /* a bare adjective before a full name: borrow its last words */
        bool adjective = !x->has_subject && x->qualifier_count && !x->quantity_count &&
                         !x->window && !x->sex && !x->judge;
        if ((list_unknown_words(x) || (adjective && !list_one_more_adjective(e, i))) &&
            i + 1 < e->count) {
            for (size_t k = i + 1; k < e->count && k < i + SHARED_LAST; k++) {
                const item *y = &e->at[k].item;
                eligo_span own =
                    adjective ? x->qualifiers[x->qualifier_count - 1].span : x->subject.span;
                const part *p = NULL;

                if (!y->has_subject)
                    break;
                /* "type 1 or type 2 diabetes": its number belongs to the name */
                if (x->quantity_count == 1 && !x->quantities[0]->value[0] &&
                    x->quantities[0]->span.start >= own.end &&
                    x->quantities[0]->span.start - own.end <= 1)
                    own.end = x->quantities[0]->span.end;
                /* "metastatic or recurrent breast cancer": a metastatic breast cancer, and no
                 * metastatic cancer of any kind */
                bool whole = adjective && y->subject.concept && leads(y);

                if (whole || c->text[own.end] == '-')
                    p = name_together(c, own,
                                      c->text[own.end] == '-' ? behind_hyphen(c, y->subject.span)
                                                              : y->subject.span,
                                      y->subject_part ? y->subject_part : &(part){0});
                if (!p && c->text[own.end] == '-' && own.end - own.start < 8)
                    p = name_with_beginning(c, own, y->subject.span,
                                            y->subject_part ? y->subject_part : &(part){0});
                for (unsigned words = 0; words <= 2 && !p && !whole; words++) {
                    /* "coexisting liver or kidney disease": its own last words, where all of them
                     * name nothing */
                    eligo_span mine = words ? list_last_words(c, own, 3 - words) : own;

                    if (words && (mine.start == own.start || adjective))
                        continue;
                    p = with_last_words(c, mine, y);
                    if (p && words) {
                        eligo_span rest = {own.start, mine.start};

                        while (rest.end > rest.start &&
                               isspace((unsigned char)c->text[rest.end - 1]))
                            rest.end--;
                        if (!weightless(c, rest, part_concept(p)))
                            item_qualify(c, x, "other", NULL, rest, NULL);
                        own = mine;
                    }
                }
                if (!p && !adjective)
                    p = with_word_before(c, x, &own, y);
                if (p) {
                    const rule_qualifier *object;
                    const part *of = with_object(c, own, y, &object);

                    if (x->quantity_count == 1 && x->quantities[0]->span.end == own.end)
                        x->quantity_count = 0;
                    list_take_subject(x, of ? y->subject_part : p, own, c);
                    e->at[k].item.lends_noun = true;
                    x->lent_noun = adjective || isdigit((unsigned char)c->text[own.end - 1]);
                    if (of)
                        item_qualify(c, x, "about", NULL, own, part_concept(of));
                    share_between(x, y, own);
                    /* "severe renal, hepatic or cardiac failure": one head, and what stands before
                     * the first holds for all */
                    for (size_t m = i + 1; m <= k; m++) {
                        if (e->at[m].item.qualifier_count)
                            continue;
                        for (size_t q = 0; q < x->qualifier_count; q++)
                            if (x->qualifiers[q].span.end <= own.start)
                                e->at[m].item.qualifiers[e->at[m].item.qualifier_count++] =
                                    x->qualifiers[q];
                    }
                    lender = k >= run && k < lender ? lender : k;
                    run = i;
                    found = true;
                    break;
                }
                /* "oral, inhaled or topical steroids, or oral contraceptives": of the nearest that
                 * has them by itself */
                if ((adjective && y->subject.concept && (k < run || k >= lender)) ||
                    ends_as_head(c, y))
                    break;
            }
        }
        run = found ? run : e->count;
    }
}

/* "hepatitis B, C": items that lack the first words of the name before them. */
void list_share_first_words(const clause *c, entries *e)
{
    eligo_span lent = {0, 0}; /* the words that the items before borrowed */

    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;
        const part *model = y->subject_part ? y->subject_part : &(part){0}, *p = NULL;

        /* "hepatitis B or C infection": the letter in front is the name */
        if (x->has_subject && x->qualifier_count == 1 && !x->quantity_count && y->has_subject &&
            y->subject.concept && x->qualifiers[0].span.end - x->qualifiers[0].span.start == 1 &&
            x->qualifiers[0].span.end <= x->subject.span.start && x->subject_part) {
            eligo_span own = x->qualifiers[0].span;

            p = name_together(c, first_words(c, y->subject.span, 1), own, model);
            if (p) {
                clause_take(c, x->subject.span);
                x->qualifier_count = 0;
                list_take_subject(x, p, own, c);
                x->renamed = true;
            }
            continue;
        }
        /* "hepatitis B, C or D", "pain of the neck or back (VAS > 4)": borrow the first words of
         * what stood before */
        if (!unknown_name(x) || !y->has_subject || !y->subject.concept)
            continue;
        if (lent.end > lent.start)
            p = name_together(c, lent, x->subject.span, model);
        for (unsigned n = 1; n <= 2 && !p; n++) {
            lent = first_words(c, y->subject.span, n);
            p = name_together(c, lent, x->subject.span, model);
            if (lent.end == y->subject.span.end) /* all of its words */
                break;
        }
        /* "prednisone > 10 mg or equivalent": a dose without its number is no drug */
        if (p && part_drug(model) && p->hit.quantity && !p->hit.thing && !x->quantity_count)
            p = NULL;
        if (p) {
            list_take_subject(x, p, x->subject.span, c);
            x->renamed = true;
        } else
            lent = (eligo_span){0, 0};
    }
}
