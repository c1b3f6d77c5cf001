/* Places of the body in a list: "pain at the knee or hip" is one pain, in either; "surgery or
 * fracture of the hip" is surgery there. */
#include "grammar/list.h"
#include "grammar/widen.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <ctype.h>
#include <string.h>

/* ---- several places of one thing ---- */

static bool names_place(const clause *c, eligo_span s)
{
    return roles_of_last(c->text + s.start, s.end - s.start) & ROLE_SITE;
}

/* Is nothing named but a place: "hip", "the lumbar spine"? A bracket may say of what limit. */
static bool only_place(const clause *c, const entry *e)
{
    const item *x = &e->item;

    if (!x->has_subject || x->subject.concept || x->thing_count || x->quantity_count || x->judge ||
        x->negated || x->current || x->history || x->planned || x->need || x->who || x->also ||
        x->exception || x->sex || x->age || x->duration || x->event || e->anew || e->verb ||
        e->group || e->bracketed || !names_place(c, x->subject.span))
        return false;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (!text_is(x->qualifiers[i].kind, "other") ||
            x->qualifiers[i].span.start > x->subject.span.start)
            return false;
    return true;
}

/* What a thing is said to be, last of all that is said of it, where that is a place; NULL: it is
 * none. */
static rule_qualifier *place_of(const clause *c, item *y)
{
    rule_qualifier *last = NULL;

    for (size_t i = 0; i < y->qualifier_count; i++)
        if (!last || y->qualifiers[i].span.end > last->span.end)
            last = &y->qualifiers[i];
    return last && y->subject.concept && text_is(last->kind, "other") && !last->concept &&
                   last->span.start >= y->subject.span.end &&
                   (!y->quantity_count || y->quantities[0]->span.end <= last->span.start) &&
                   names_place(c, last->span)
               ? last
               : NULL;
}

/* Does a list of places go on at i, by "or" or by commas that end in one? */
static bool place_follows(const clause *c, const entries *e, size_t i)
{
    return i < e->count && entry_linked(&e->at[i]) && only_place(c, &e->at[i]) &&
           (e->at[i].link != PART_COMMA || list_ends_in_word(e, i));
}

/* Takes entry i out: its words narrow y. */
static void take_out(entries *e, size_t i, item *y)
{
    y->span.end = e->at[i].item.span.end;
    memmove(&e->at[i], &e->at[i + 1], (e->count - i - 1) * sizeof *e->at);
    e->count--;
}

/* Makes x, a place, the thing that y is, there. `place`: where y is. */
static void put_there(const clause *c, item *x, const item *y, const rule_qualifier *place)
{
    item there;

    item_copy(&there, y);
    there.qualifier_count = 0;
    for (size_t i = 0; i < y->qualifier_count; i++)
        if (y->qualifiers[i].span.start < place->span.start)
            there.qualifiers[there.qualifier_count++] = y->qualifiers[i];
    for (size_t i = 0; i < x->qualifier_count && there.qualifier_count < ITEM_QUALIFIERS; i++)
        there.qualifiers[there.qualifier_count++] = x->qualifiers[i];
    item_qualify(c, &there, "other", NULL, x->subject.span, NULL);
    there.span = x->span;
    if (x->window)
        there.window = x->window;
    if (x->defined) { /* "pain of the neck or back (NRS > 4)" */
        there.defined = x->defined;
        there.defined_by_words = x->defined_by_words;
    }
    there.from = x->from;
    there.to = x->to;
    item_copy(x, &there);
}

void list_share_places(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *y = &e->at[i - 1].item;
        rule_qualifier *place;

        /* "T-score < -2 at the spine or hip": they are cut off behind the bound */
        if (e->at[i].link == PART_WITH && only_place(c, &e->at[i]) && place_follows(c, e, i + 1) &&
            y->quantity_count && y->subject.concept && y->qualifier_count < ITEM_QUALIFIERS &&
            !e->at[i].item.defined) {
            item_qualify(c, y, "other", NULL, e->at[i].item.subject.span, NULL);
            take_out(e, i, y);
        }
        if (!place_follows(c, e, i) || !(place = place_of(c, y)))
            continue;
        if (!y->quantity_count)
            put_there(c, &e->at[i].item, y, place);
        else /* one value, wherever it was measured: account.c keeps the words */
            while (place_follows(c, e, i) && !e->at[i].item.defined)
                take_out(e, i, y);
    }
}

/* ---- one place of several things: it belongs to the name of the last one, and is meant of those
 * before it that say little without it ---- */

/* The words from "of" on in a name that begins with what is done or found somewhere: "fracture of
 * the hip"; empty: there are none. */
static eligo_span site_in_name(const clause *c, const item *y)
{
    eligo_span s = y->subject.span, head = {s.start, s.start};
    eligo_span site = {s.end, s.end};

    while (head.end < s.end && c->text[head.end] != ' ')
        head.end++;
    if (!y->subject.concept || s.end - head.end < 5 ||
        !text_starts_nocase(c->text + head.end, s.end - head.end, " of ") ||
        !(roles_all(c->text + head.start, head.end - head.start) & (ROLE_WITH_SITE | ROLE_GENERAL)))
        return site;
    return (eligo_span){head.end + 1, s.end};
}

/* "Surgery": a thing that is done or found somewhere, and no word of where. */
static bool lacks_site(const clause *c, const item *x)
{
    eligo_span s = x->subject.span;

    if (!x->has_subject || x->judge || x->quantity_count || x->who || x->object ||
        memchr(c->text + s.start, ' ', s.end - s.start) || !(item_sits(c, x) || item_general(c, x)))
        return false;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (x->qualifiers[i].span.start >= s.end)
            return false;
    return true;
}

static void give_site(const clause *c, item *x, eligo_span site)
{
    const part *p =
        x->subject_part ? name_together(c, x->subject.span, site, x->subject_part) : NULL;

    if (p && p->hit.thing) {
        x->subject.concept = p->hit.thing;
        x->subject.category = p->hit.thing->category;
    } else
        item_qualify(c, x, "other", NULL, site, NULL);
}

/* The words of where y is, behind its name, in front of more that is listed: "of the left hip" of
 * "pain or surgery of the left hip, pregnancy"; empty: there are none. At the end of a list what
 * narrows the last is lent as it is. */
static eligo_span site_behind_name(const clause *c, const entries *e, size_t i)
{
    item *y = &e->at[i].item;
    eligo_span none = {y->subject.span.end, y->subject.span.end};
    const rule_qualifier *place =
        i + 1 < e->count && entry_linked(&e->at[i + 1]) && (item_sits(c, y) || item_general(c, y))
            ? place_of(c, y)
            : NULL;

    while (place && none.start < place->span.start && c->text[none.start] == ' ')
        none.start++;
    return (eligo_span){none.start, place ? place->span.end : none.start};
}

void list_share_site(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        eligo_span site = site_in_name(c, &e->at[i].item);

        if (site.end == site.start)
            site = site_behind_name(c, e, i);
        if (site.end == site.start || !entry_linked(&e->at[i]) || e->at[i].link == PART_COMMA ||
            e->at[i].example)
            continue;
        for (size_t m = i; m-- > 0 && entry_linked(&e->at[m + 1]) && !e->at[m].example &&
                           lacks_site(c, &e->at[m].item);)
            give_site(c, &e->at[m].item, site);
    }
}

/* ---- where the first of a list sits: "lung nodule, mass or infection" ---- */

/* The words of a name before its last one: "lung" of "lung nodule"; empty: it is one word. */
static eligo_span before_last_word(const clause *c, eligo_span s)
{
    while (s.end > s.start && c->text[s.end - 1] != ' ')
        s.end--;
    while (s.end > s.start && c->text[s.end - 1] == ' ')
        s.end--;
    return s;
}

/* "Surgery", "infection" and nothing more, in a list. */
static bool only_sits(const clause *c, const entry *e)
{
    const item *x = &e->item;
    eligo_span s = x->subject.span;

    return entry_plain(e) && entry_linked(e) && !e->loose && !x->qualifier_count && !x->caused &&
           item_sits(c, x) && !memchr(c->text + s.start, ' ', s.end - s.start);
}

/* Puts y where the name before it sits: the name that both make, or the word of where. Nothing,
 * unless that word is a place of the body or `beside`: the name is general, and stands beside it
 * by a word. */
static bool put_beside(const clause *c, item *y, eligo_span site, bool beside)
{
    const part *p =
        y->subject_part ? name_together(c, site, y->subject.span, y->subject_part) : NULL;

    if (p && p->hit.thing && p->hit.thing != y->subject.concept) {
        y->subject.concept = p->hit.thing;
        y->subject.category = p->hit.thing->category;
        return true;
    }
    if (!beside && !names_place(c, site))
        return false;
    item_qualify(c, y, "other", NULL, site, NULL);
    return true;
}

bool widen_sites(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1, end; i < e->count; i = end) {
        const item *x = &e->at[i - 1].item;
        eligo_span site = before_last_word(c, x->subject.span);
        bool listed;

        for (end = i; end < e->count && only_sits(c, &e->at[end]); end++)
            ;
        if (end == i)
            end = i + 1;
        else if (entry_plain(&e->at[i - 1]) && site.end > site.start &&
                 x->subject.span.end <= e->at[i].item.subject.span.start) {
            /* "brain tumor, fracture, pregnancy": the list goes on with other things */
            listed = e->at[end - 1].link != PART_COMMA &&
                     (end == e->count || !entry_linked(&e->at[end]));
            for (size_t k = i; k < (listed ? end : i + 1); k++) {
                bool beside = k == i && e->at[i].link != PART_COMMA &&
                              (item_general(c, x) || item_sits(c, x));

                /* "arterial thrombosis within 6 months or thrombosis within 3": each for itself */
                if ((listed || beside) &&
                    !(x->window && e->at[k].item.window && x->window != e->at[k].item.window))
                    changed = put_beside(c, &wide->at[k].item, site, beside) || changed;
            }
        }
    }
    return changed;
}

/* ---- an infection somewhere ---- */

bool list_infected_there(const clause *c, const item *y, const item *x)
{
    const concept *k = y->subject.concept, *of = x->subject.concept;
    size_t at = y->subject.span.end + 1, end = at;

    if (!k || !of || !is_landmark(k, LANDMARK_INFECTION) || concept_is(k, of) || y->caused ||
        y->effect)
        return false;
    while (end < y->span.end && isalpha((unsigned char)c->text[end]))
        end++;
    if (!role_is_of(ROLE_PREPOSITION, c->text + at, end - at))
        return false; /* "requiring antibiotics" */
    for (size_t i = 0; i < y->qualifier_count; i++) {
        eligo_span s = y->qualifiers[i].span;

        if (s.start >= end && role_is_of(ROLE_SITE, c->text + s.start, s.end - s.start))
            return false;
    }
    return true;
}
