#include "grammar/bound.h"
#include "grammar/list.h"
#include "grammar/measured.h"
#include "grammar/widen.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <string.h>
#include <strings.h>

/* "Allergy to A, B or C", "hypersensitivity or intolerance to A", "contraindications to A, B or C":
 * what the head of a list is about stands behind one of its items, and is meant of all. */

/* A thing named, and nothing said of it. */
static bool bare(const item *x)
{
    return x->has_subject && !x->judge && !x->quantity_count && !x->negated && !x->history &&
           !x->current && !x->planned && !x->need && !x->sex && !x->defined && !x->window;
}

/* The same, but perhaps when it was: "requiring A or B within 6 months". */
static bool bare_but_when(const item *x)
{
    item y;

    item_copy(&y, x);
    y.window = NULL;
    return bare(&y);
}

/* Does the list that entry i belongs to go on to an "or" or "and" before anything ends it? */
static bool listed(const entries *e, size_t i)
{
    for (; i < e->count && entry_linked(&e->at[i]); i++)
        if (e->at[i].link != PART_COMMA)
            return true;
    return false;
}

/* The same, to an "or". */
static bool leads_to_or(const entries *e, size_t i)
{
    for (; i < e->count && entry_linked(&e->at[i]); i++)
        if (e->at[i].link != PART_COMMA && e->at[i].link != PART_SLASH)
            return e->at[i].link == PART_OR || e->at[i].link == PART_ANDOR;
    return false;
}

/* "Allergy to, or intolerance of, aspirin" */
static bool ends_in_to(const clause *c, const item *x)
{
    const char *end = c->text + x->subject.span.end;

    return strncasecmp(end, " to,", 4) == 0 || strncasecmp(end, " to or", 6) == 0 ||
           strncasecmp(end, " to, or", 7) == 0;
}

/* A thing that no lexicon has, and which took the head of the item before it. */
static bool took_head(const item *x)
{
    const rule_qualifier *last = x->qualifier_count ? &x->qualifiers[x->qualifier_count - 1] : NULL;

    return last && !x->complement && !last->concept && text_is(last->kind, "about") &&
           last->span.start == x->subject.span.start;
}

/* "Anaphylaxis": a reaction to something. */
static bool is_reaction(const concept *k)
{
    for (const concept *const *p = k->above; p && *p; p++)
        if (is_landmark(*p, LANDMARK_HYPERSENSITIVITY))
            return true;
    return false;
}

/* A head that says nothing without what it is about: an allergy, an intolerance, a reaction. */
static bool wants_object(const clause *c, const item *x)
{
    eligo_span s = x->subject.span;

    if (!x->has_subject || x->object || x->judge || x->quantity_count || took_head(x))
        return false;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (x->qualifiers[i].span.start >= s.end)
            return false;
    if (x->subject.concept)
        return (x->subject.category == CATEGORY_ALLERGY &&
                (!x->subject.concept->parents[0] || ends_in_to(c, x))) ||
               is_landmark(x->subject.concept, LANDMARK_HYPERSENSITIVITY) ||
               is_landmark(x->subject.concept, LANDMARK_SEVERE_ALLERGY) ||
               is_reaction(x->subject.concept);
    return roles_of(c->text + s.start, s.end - s.start) & ROLE_OBJECT;
}

static bool any_allergy(const concept *k)
{
    return k && ((k->category == CATEGORY_ALLERGY && !k->parents[0]) ||
                 is_landmark(k, LANDMARK_HYPERSENSITIVITY));
}

bool item_bare_allergy(const item *x)
{
    return any_allergy(x->subject.concept);
}

const concept *clause_allergy_to(const clause *c, eligo_span s)
{
    char *text = arena_printf(c->arena, "%.*s allergy", (int)(s.end - s.start), c->text + s.start);
    atoms cut = text ? lexicon_cut(c->lx, text, strlen(text), c->arena) : (atoms){0};
    lexicon_hit hit;

    return cut.count && lexicon_match(c->lx, &cut, 0, &hit) && hit.atoms == cut.count &&
                   hit.thing && hit.thing->category == CATEGORY_ALLERGY
               ? hit.thing
               : NULL;
}

/* The head with what it is about: by its own name where there is one, else as a restriction. */
static void give_object(const clause *c, item *x, const part *object)
{
    const part *p =
        x->subject_part ? name_together(c, object->span, x->subject.span, x->subject_part) : NULL;
    const concept *own = p || !item_bare_allergy(x) ? NULL : clause_allergy_to(c, object->span);

    x->object = object;
    x->complement = part_concept(object);
    if (own) { /* "hypersensitivity or other contraindications to penicillin" */
        x->subject.concept = own;
        x->subject.category = own->category;
        clause_take(c, object->span);
    } else if (p && p->hit.thing) {
        x->subject.concept = p->hit.thing;
        x->subject.category = p->hit.thing->category;
        clause_take(c, object->span);
    } else
        item_qualify(c, x, "about", NULL, object->span, part_concept(object));
}

static const rule_qualifier *result_of(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "result"))
            return &x->qualifiers[i];
    return NULL;
}

bool part_aims(const clause *c, const part *p)
{
    return p->kind == PART_FILL && (text_is(p->value, "aim") || part_is(c, p, "for"));
}

/* "Prednisone > 10 mg/day for 3 weeks to treat A or B": so much of it, and so long, for B. */
static void take_dose(item *x, const item *y)
{
    size_t end = y->object ? y->object->span.start : 0;

    for (size_t i = 0; i < y->quantity_count && !x->quantity_count; i++)
        if (y->quantities[i]->span.end <= end)
            x->quantities[x->quantity_count++] = y->quantities[i];
    for (size_t i = 0; i < y->qualifier_count && x->qualifier_count < ITEM_QUALIFIERS; i++)
        if (y->qualifiers[i].span.start >= y->head.end && y->qualifiers[i].span.end <= end &&
            !text_is(y->qualifiers[i].kind, "about"))
            x->qualifiers[x->qualifier_count++] = y->qualifiers[i];
    if (!x->window && y->window && y->window->span.end <= end)
        x->window = y->window;
    if (!x->duration && y->duration && y->duration->span.end <= end)
        x->duration = y->duration;
}

/* Entry x stands where the object of y's head stands. */
static void take_head(const clause *c, item *x, const item *y)
{
    /* "surgery for colon or lung cancer": the name was lent, and is no surgery of the colon */
    bool lent = x->subject_part && (x->subject_part->span.start != x->subject.span.start ||
                                    x->subject_part->span.end != x->subject.span.end);
    const part *p = y->subject_part && x->subject.concept && !lent
                        ? name_together(c, x->subject.span, y->head, y->subject_part)
                        : NULL;
    eligo_span own = x->subject.span;
    const concept *allergy;

    x->complement = x->subject.concept;
    x->object = x->subject_part;
    x->head = y->head;
    x->subject_part = y->subject_part;
    if (!p && x->complement && any_allergy(y->head_concept) &&
        (allergy = clause_allergy_to(c, own))) {
        x->subject.concept = allergy;
        x->subject.category = allergy->category;
    } else if (p && p->hit.thing) {
        x->subject.concept = p->hit.thing;
        x->subject.category = p->hit.thing->category;
    } else {
        if (x->qualifier_count < ITEM_QUALIFIERS)
            x->qualifiers[x->qualifier_count++] =
                (rule_qualifier){"about", x->subject.text, x->subject.text, own, x->complement};
        x->subject.concept = y->head_concept;
        x->subject.category = y->head_concept ? y->head_concept->category : CATEGORY_NONE;
        x->subject.text =
            arena_printf(c->arena, "%.*s: %.*s", (int)(y->head.end - y->head.start),
                         c->text + y->head.start, (int)(own.end - own.start), c->text + own.start);
    }
    x->head_concept = y->head_concept;
    x->history = y->history;
    x->current = y->current;
    if (concept_is_treatment(y->head_concept))
        take_dose(x, y);
    if (result_of(y) && !result_of(x) && x->qualifier_count < ITEM_QUALIFIERS)
        x->qualifiers[x->qualifier_count++] = *result_of(y); /* "positive PCR for A or B" */
}

/* "allergic to A, B": an allergy to B, which may have a name of its own. */
static void take_allergy(const clause *c, item *x, const item *y)
{
    const concept *any = lexicon_landmark(c->lx, LANDMARK_ALLERGY),
                  *own = clause_allergy_to(c, x->subject.span);

    x->complement = x->subject.concept;
    x->object = x->subject_part;
    if (own)
        x->subject.concept = own;
    else {
        x->subject.concept = any;
        item_qualify(c, x, "about", NULL, x->subject.span, x->complement);
    }
    x->subject.category = CATEGORY_ALLERGY;
    x->history = y->history;
    x->current = y->current;
}

/* "Allergy to penicillin or any component of the formulation": an allergy that has a name for all
 * that stands there, where nothing is said of how bad it is. False: it has none. */
static bool take_named_allergy(const clause *c, item *x, const item *y)
{
    eligo_span s = {x->subject.span.start, x->span.end};
    const concept *own;

    if (y->subject.category != CATEGORY_ALLERGY || x->subject.concept || !bare(x) || x->who ||
        s.end <= x->subject.span.end)
        return false;
    for (size_t i = 0; i < y->qualifier_count; i++)
        if (!text_is(y->qualifiers[i].kind, "about") && !text_is(y->qualifiers[i].kind, "other") &&
            !text_is(y->qualifiers[i].kind, "certainty"))
            return false;
    own = clause_allergy_to(c, s);
    if (!own)
        return false;
    x->qualifier_count = 0; /* they are part of the name */
    x->subject.span = s;
    x->subject.concept = own;
    x->subject.category = CATEGORY_ALLERGY;
    x->history = y->history;
    x->current = y->current;
    return true;
}

/* "Severe allergy to eggs": a class of allergies, and to what no name says. */
static bool allergy_by_class(const item *y)
{
    for (size_t i = 0; i < y->qualifier_count; i++)
        if (y->qualifiers[i].span.start >= y->head.end && y->head.end &&
            y->head_concept == y->subject.concept &&
            (text_is(y->qualifiers[i].kind, "about") || text_is(y->qualifiers[i].kind, "other")))
            return true;
    return false;
}

/* A comma before the connective of a list of three and more says nothing. */
static bool apart(const entries *e, size_t i)
{
    return e->at[i].loose &&
           !(i > 1 && (e->at[i - 1].link == PART_COMMA || e->at[i - 1].link == PART_SLASH));
}

/* Does no comma stand between them? */
static bool joined_tightly(const clause *c, const item *y, const item *x)
{
    size_t end = x->subject.span.start;

    return y->span.end < end && !memchr(c->text + y->span.end, ',', end - y->span.end);
}

/* "Anemia not explained by A, B or C": none of them does. */
static void share_denial(const clause *c, item *x, const item *y)
{
    for (size_t i = 0; i < y->qualifier_count && x->qualifier_count < ITEM_QUALIFIERS; i++) {
        eligo_span s = y->qualifiers[i].span;

        if (s.start >= y->head.end && text_starts_nocase(c->text + s.start, s.end - s.start, "not"))
            x->qualifiers[x->qualifier_count++] = y->qualifiers[i];
    }
}

/* "Positive drug screen for cocaine": a result, and of what the test is. */
static bool tests_for(const clause *c, const item *y)
{
    return y->subject.concept && y->subject.category == CATEGORY_MEASUREMENT && result_of(y) &&
           text_starts_nocase(c->text + y->head.end, y->span.end - y->head.end, " for ");
}

/* Is what a judgement speaks of last of the category of what stands behind it? */
static bool same_kind(const item *judged, const item *x)
{
    const concept *last = part_concept(judged->things[judged->thing_count - 1]);

    return last && last->category == x->subject.category;
}

/* Can what stands behind "contraindication to A" be what that is to? A treatment, or a thing of A's
 * kind; "contraindication to aspirin or gout" names a disease beside it, "contraindication or
 * allergy to aspirin" what a record tells. */
static bool may_be_unsafe(const item *judged, const item *x)
{
    if (x->subject.category == CATEGORY_ALLERGY || any_allergy(x->head_concept) ||
        item_bare_allergy(x))
        return false;
    switch (x->subject.category) {
    case CATEGORY_CONDITION:
    case CATEGORY_DEMOGRAPHIC:
    case CATEGORY_SOCIAL:
    case CATEGORY_ALLERGY:
    case CATEGORY_ORGANISM:
        return !x->subject.concept || !judged->thing_count || same_kind(judged, x);
    default: return true;
    }
}

/* "Unable to undergo MRI, or claustrophobic": a condition by itself, behind "or", is nothing that
 * one is able or willing to have; "unable to avoid or treat hypoglycemia", "unable to tolerate
 * nausea or pain" go on. */
static bool beside_judged(const entry *e, const item *judged)
{
    const item *x = &e->item;

    return (e->link == PART_OR || e->link == PART_ANDOR) && x->subject.concept &&
           x->subject.category == CATEGORY_CONDITION && x->span.start == x->subject.span.start &&
           !judged->caused && !text_is(judged->judge, "investigator opinion") &&
           !(judged->thing_count && same_kind(judged, x));
}

/* "Addiction to oral", "risk of severe": the head ends in an adjective, and the noun comes behind
 * the connective. */
static bool waits_for_noun(const clause *c, const item *x)
{
    static const char *const words[] = {" to ", " of ", " on ", " upon ", " for ", " from "};
    size_t end = x->subject.span.end, n = x->qualifier_count, first = 0;

    if (!x->has_subject || x->judge || x->quantity_count || x->negated || x->object ||
        x->thing_count > 1 ||
        (x->subject.concept && x->subject.category != CATEGORY_CONDITION &&
         x->subject.category != CATEGORY_ALLERGY) ||
        text_starts_nocase(c->text + x->subject.span.start, end - x->subject.span.start,
                           "exposure"))
        return false;
    while (first < n && x->qualifiers[first].span.end <= end)
        first++; /* what the head names itself */
    for (size_t i = first; i < n; i++)
        if (x->qualifiers[i].span.start < end || x->qualifiers[i].concept ||
            text_is(x->qualifiers[i].kind, "other"))
            return false;
    if (first == n)
        return false;
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        if (text_starts_nocase(c->text + end, x->qualifiers[first].span.start - end, words[w]))
            return true;
    return false;
}

/* "Radiotherapy to treat breast" before "or lung cancer": the word that lacks its noun; NULL: there
 * is none. */
static rule_qualifier *lacks_noun(const clause *c, item *x)
{
    rule_qualifier *q = x->qualifier_count ? &x->qualifiers[x->qualifier_count - 1] : NULL;
    size_t i = x->from;

    if (!q || !x->has_subject || x->object || x->judge || x->negated ||
        !concept_is_treatment(x->subject.concept) || q->concept || q->span.end != x->span.end ||
        !text_is(q->kind, "other"))
        return NULL;
    while (i < x->to && x->in[i].span.start < q->span.start)
        i++;
    return i > x->from && i < x->to && part_aims(c, &x->in[i - 1]) ? q : NULL;
}

/* Does "to treat" or "to prevent" stand before it, and no "for", behind which a list may go on? */
static bool aims_only(const item *x, const rule_qualifier *q)
{
    for (size_t i = x->from; i + 1 < x->to; i++)
        if (x->in[i + 1].span.start == q->span.start)
            return text_is(x->in[i].value, "aim");
    return false;
}

/* The conditions behind entry i are what its treatment is for, too. */
static void share_head(const clause *c, entries *e, size_t i)
{
    item *x = &e->at[i].item;

    x->head = x->subject.span;
    x->head_concept = x->subject.concept;
    for (size_t m = i + 1; m < e->count && entry_linked(&e->at[m]) && !apart(e, m); m++) {
        item *z = &e->at[m].item;

        if (!bare_but_when(z) || z->subject.category != CATEGORY_CONDITION || !z->subject.concept)
            break;
        take_head(c, z, x);
    }
}

/* The name that a word makes with the last word of a condition behind entry i, as a part that
 * covers the word; NULL: none. */
static const part *name_with_noun(const clause *c, const entries *e, size_t i, eligo_span word)
{
    for (size_t m = i + 1; m < e->count && entry_linked(&e->at[m]) && !apart(e, m); m++) {
        const item *y = &e->at[m].item;
        eligo_span last = y->subject.span;
        const part *named;
        part *own;

        if (!y->subject_part || y->subject.category != CATEGORY_CONDITION)
            return NULL;
        while (last.start < last.end && memchr(c->text + last.start, ' ', last.end - last.start))
            last.start++;
        named = name_together(c, word, last, y->subject_part);
        own = named && named->hit.thing ? arena_copy(c->arena, named, 1, sizeof *own) : NULL;
        if (own) {
            own->span = word;
            return own;
        }
    }
    return NULL;
}

/* "Radiotherapy to treat breast or lung cancer": the first is a cancer, too. */
static void share_noun(const clause *c, entries *e)
{
    for (size_t i = 0; i + 1 < e->count; i++) {
        item *x = &e->at[i].item;
        rule_qualifier *q = entry_linked(&e->at[i + 1]) ? lacks_noun(c, x) : NULL;
        const part *own = q ? name_with_noun(c, e, i, q->span) : NULL;

        if (!q)
            continue;
        if (!own) { /* "to prevent rejection or A": what the lexicon does not know, or A */
            if (aims_only(x, q))
                share_head(c, e, i);
            continue;
        }
        q->kind = "about";
        q->concept = own->hit.thing;
        x->head = x->subject.span;
        x->head_concept = x->subject.concept;
        x->complement = own->hit.thing;
        x->object = own;
    }
}

static void share_waiting(const clause *c, entries *e)
{
    for (size_t i = 0; i + 1 < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i + 1].item;
        category sort = y->subject.category;
        rule_subject noun = y->subject;

        if (!waits_for_noun(c, x) || !entry_linked(&e->at[i + 1]) || !bare(y) || !noun.concept ||
            (x->subject.concept && x->subject.category == sort))
            continue;
        for (size_t m = i + 1; m < e->count && entry_linked(&e->at[m]); m++) {
            item *z = &e->at[m].item;

            if (!bare(z) || !z->subject.concept || z->subject.category != sort)
                break;
            take_head(c, z, x);
        }
        item_qualify(c, x, "about", NULL, noun.span, noun.concept);
    }
}

/* "Allergy to lumeracin": of what no lexicon has. */
static bool of_unknown(const item *y)
{
    if (!y->subject.concept || y->complement ||
        (y->subject.category != CATEGORY_ALLERGY &&
         !is_landmark(y->subject.concept, LANDMARK_HYPERSENSITIVITY)))
        return false;
    for (size_t i = 0; i < y->qualifier_count; i++)
        if (y->qualifiers[i].span.start >= y->subject.span.end &&
            text_is(y->qualifiers[i].kind, "other"))
            return true;
    return false;
}

/* The item whose head entry i may go on with: the one before it, or before a thing that no lexicon
 * has ("allergy to A, B or C"). */
static const item *head_before(const entries *e, size_t i)
{
    size_t h = i - 1;

    while (h > 0 && entry_linked(&e->at[h]) &&
           (took_head(&e->at[h].item) ||
            (bare(&e->at[h].item) &&
             (!e->at[h].item.subject.concept ||
              (e->at[h].item.subject.category == CATEGORY_SOCIAL && e->at[h].link == PART_COMMA)) &&
             !e->at[h].item.complement)))
        h--;
    return h < i && (e->at[h].item.complement || of_unknown(&e->at[h].item)) ? &e->at[h].item
                                                                             : &e->at[i - 1].item;
}

static bool transplants(const clause *c, const concept *k)
{
    const concept *transplant = lexicon_landmark(c->lx, LANDMARK_TRANSPLANTATION);

    return transplant && k && concept_is(k, transplant);
}

/* "Immunosuppression for transplantation or autoimmune disease", of which entry i is the second:
 * what somebody is treated or suppressed for is a treatment, or a disease. */
static bool aimed_too(const clause *c, const entries *e, size_t i, const item *y)
{
    const item *x = &e->at[i].item, *first = y;
    const part *object;

    if (apart(e, i) || !x->subject.concept)
        return false;
    for (size_t k = i; k-- > 0 && e->at[k].item.complement;)
        if (e->at[k].item.head.start == y->head.start)
            first = &e->at[k].item;
    object = first->object;
    if (!object || object <= first->in + first->from || object >= first->in + first->to)
        return false;
    if (object[-1].kind == PART_FILL && part_is(c, object - 1, "from")) /* "pain from A or B" */
        return x->subject.category == CATEGORY_CONDITION ||
               concept_is_treatment(x->subject.concept);
    if (!y->head_concept || !part_aims(c, object - 1))
        return false;
    if (x->subject.category != CATEGORY_CONDITION)
        return transplants(c, x->subject.concept) && y->complement->category == CATEGORY_CONDITION;
    return y->complement->category == CATEGORY_PROCEDURE ||
           y->complement->category == CATEGORY_DEVICE ||
           (y->complement->category == CATEGORY_CONDITION &&
            y->head_concept == lexicon_landmark(c->lx, LANDMARK_IMMUNOSUPPRESSION));
}

/* The dose of a drug and its equivalents as a quantity of its own; false: nobody says which they
 * are.
 */
static bool dose_together(const clause *c, const item *drug, eligo_span words, lexicon_hit *hit)
{
    char *name;
    atoms cut;
    size_t size;

    if (!memmem(c->text + words.start, words.end - words.start, "equiv", 5))
        return false;
    name = arena_printf(c->arena, "%s or equivalent", drug->subject.concept->name);
    cut = name ? lexicon_cut(c->lx, name, strlen(name), c->arena) : (atoms){0};
    return cut.count && lexicon_match(c->lx, &cut, 0, hit) && hit->atoms == cut.count &&
           hit->quantity && concept_attribute(hit->quantity, "dose_of", &size);
}

/* "Prednisone > 10 mg/day or equivalent for 4 weeks": so much of it, too, and so long. */
static void share_equivalent(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item, *y = &e->at[i - 1].item;
        lexicon_hit together;
        part *words;

        if (e->at[i].link != PART_OR || x->judge || x->negated || x->quantity_count ||
            !x->has_subject || x->subject.concept || y->subject.category != CATEGORY_MEDICATION ||
            !y->subject.concept || y->quantity_count != 1 ||
            !dose_together(c, y, x->subject.span, &together) ||
            !(words = arena_alloc(c->arena, sizeof *words)))
            continue;
        memset(words, 0, sizeof *words);
        words->kind = PART_THING;
        words->value = "";
        words->span = x->subject.span;
        words->hit = together;
        words->hit.span = words->span;
        x->subject_part = words;
        x->subject.concept = together.quantity;
        x->subject.category = together.quantity->category;
        x->quantities[x->quantity_count++] = y->quantities[0];
        x->current = y->current = x->current || y->current;
        x->history = y->history = x->history || y->history;
        x->window = y->window = x->window ? x->window : y->window;
        x->duration = y->duration = x->duration ? x->duration : y->duration;
    }
}

static bool of_infection(const clause *c, const concept *k)
{
    const concept *infection = lexicon_landmark(c->lx, LANDMARK_INFECTION);

    return infection && k && (concept_is(k, infection) || concept_is(k->confirms, infection));
}

/* "Negative HIV, HBsAg and anti-HCV tests", "negative HBsAg, anti-HCV or HIV": each of them is. */
static void share_negative(const clause *c, entries *e)
{
    for (size_t i = 0; i + 1 < e->count; i++) {
        const item *x = &e->at[i].item;
        const rule_qualifier *q = result_of(x);
        size_t m = i + 1;

        if (!q || strcmp(q->value, "negative") != 0 || x->negated ||
            q->span.start >= x->subject.span.start)
            continue;
        for (; m < e->count && entry_linked(&e->at[m]); m++) {
            item *y = &e->at[m].item;
            const concept *k = y->subject.concept;

            if (!k || y->judge || y->quantity_count || y->negated || result_of(y) ||
                y->qualifier_count >= ITEM_QUALIFIERS ||
                !((k->flags & CONCEPT_POSITIVE) ||
                  (of_infection(c, k) && of_infection(c, x->subject.concept))))
                break;
            y->qualifiers[y->qualifier_count++] = *q;
        }
        for (size_t k = i + 1; m == e->count && k < m && !c->exclusion; k++)
            if (e->at[k].link == PART_OR || e->at[k].link == PART_ANDOR)
                e->at[k].link = PART_AND; /* "negative A or B": neither of them is found */
    }
}

/* The allergy that y names as one ("hypersensitivity or allergy to penicillin"), or is about; NULL:
 * none. */
static const concept *named_allergy(const item *y)
{
    const concept *k = y->subject.concept;

    if (k && y->subject.category == CATEGORY_ALLERGY && k->parents[0] && !y->object)
        return k;
    for (size_t i = 0; i < y->qualifier_count; i++)
        if (y->qualifiers[i].concept && y->qualifiers[i].concept->category == CATEGORY_ALLERGY &&
            text_is(y->qualifiers[i].kind, "about"))
            return y->qualifiers[i].concept;
    return NULL;
}

/* "contraindication to ..." */
static bool unsafe(const item *x)
{
    return x->judge && text_is(x->judge, "safety");
}

/* What y is about is what x is about, too. */
static void lend_object(const clause *c, item *x, const item *y)
{
    const part *object = y->object;
    const concept *allergy = named_allergy(y);

    if (allergy && item_bare_allergy(x)) {
        x->subject.concept = allergy;
        x->subject.category = CATEGORY_ALLERGY;
        return;
    }
    if (allergy && !object) {
        item_qualify(c, x, "about", NULL, y->subject.span, allergy);
        return;
    }

    if (!object && unsafe(y) && y->thing_count)
        object = y->things[0];
    if (object) {
        give_object(c, x, object);
        /* "allergy or resistance to drugs used in the study": to no others; a bracket behind
         * contraindications says what these are */
        for (size_t k = 0; k < y->qualifier_count; k++)
            if (y->qualifiers[k].span.start >= object->span.end &&
                !(y->judge && memchr(c->text + object->span.end, '(',
                                     y->qualifiers[k].span.start - object->span.end)) &&
                x->qualifier_count < ITEM_QUALIFIERS)
                x->qualifiers[x->qualifier_count++] = y->qualifiers[k];
    } else if (unsafe(y))
        item_qualify(c, x, "other", NULL, y->span, NULL); /* of what, nobody knows */
    else
        for (size_t k = 0; k < y->qualifier_count; k++)
            if (y->qualifiers[k].span.start >= y->subject.span.end &&
                x->qualifier_count < ITEM_QUALIFIERS)
                x->qualifiers[x->qualifier_count++] = y->qualifiers[k];
}

bool list_leads(const clause *c, eligo_span s)
{
    static const char *const words[] = {"for", "of", "to", "against", "in"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);

        if (s.end - s.start >= n && text_equal_nocase(c->text + s.end - n, n, words[i]) &&
            (s.end - s.start == n || c->text[s.end - n - 1] == ' '))
            return true;
    }
    return false;
}

/* "Treatment for recurrent or metastatic asthma": what leads to the adjective of entry i is said of
 * those behind it that have its noun, too. */
void list_lend_leading(const clause *c, entries *e, size_t i, const item *noun)
{
    const item *x = &e->at[i].item;

    for (size_t k = 0; k < x->qualifier_count; k++)
        for (size_t m = i + 1;
             text_is(x->qualifiers[k].kind, "control") && list_leads(c, x->qualifiers[k].span) &&
             m < e->count && entry_linked(&e->at[m]) &&
             e->at[m].item.subject.span.end == noun->subject.span.end &&
             e->at[m].item.qualifier_count < ITEM_QUALIFIERS;
             m++)
            e->at[m].item.qualifiers[e->at[m].item.qualifier_count++] = x->qualifiers[k];
}

/* Does a time that is counted from something end in what that was for: "after surgery for gout",
 * "within a month of surgery for gout"? */
static bool event_leads(const clause *c, eligo_span s)
{
    static const char *const points[] = {"after", "before", "following", "of",
                                         "to",    "from",   "since"};
    bool counted = false;

    for (size_t at = s.start, end; at < s.end; at = end + 1) {
        bool point = false;

        for (end = at; end < s.end && c->text[end] != ' ';)
            end++;
        for (size_t i = 0; i < sizeof points / sizeof *points && !counted; i++)
            point = point || text_equal_nocase(c->text + at, end - at, points[i]);
        if (counted && end < s.end && list_leads(c, (eligo_span){at, end}))
            return true;
        counted = counted || point;
    }
    return false;
}

/* "Progression on a regimen for asthma", "... for recurrent", "... after surgery for gout": what
 * stands last is what that is for, and a condition behind the connective may be so, too. */
static bool ends_in_object(const clause *c, const item *y)
{
    const part *time = y->event ? y->event : y->window;
    size_t i = y->to;

    if (i == y->from || !y->in)
        return false;
    if (time && time->span.end >= y->in[i - 1].span.end)
        return event_leads(c, time->span);
    if (y->in[i - 1].kind != PART_QUAL &&
        !(y->in[i - 1].kind == PART_THING && y->in[i - 1].hit.thing &&
          y->in[i - 1].hit.thing->category == CATEGORY_CONDITION))
        return false;
    while (i > y->from && (y->in[i - 1].kind == PART_QUAL || i == y->to))
        if (y->in[--i].kind == PART_QUAL && list_leads(c, y->in[i].span))
            return true; /* "treatment of recurrent" */
    return i > y->from && (y->in[i - 1].kind == PART_OF || y->in[i - 1].kind == PART_FILL) &&
           list_leads(c, y->in[i - 1].span);
}

/* Entry i, or what it goes on with: "progression on or after surgery for gout". NULL: it is judged,
 * or has a name that says what it is. */
static const item *unnamed_head(const clause *c, const entries *e, size_t i)
{
    const item *y = &e->at[i].item;
    item *head;

    if (!y->has_subject && y->event && !y->thing_count && !y->judge && i > 0 &&
        e->at[i].link == PART_OR)
        y = &e->at[i - 1].item;
    if (!y->has_subject || y->subject.concept || y->judge || !y->subject.text ||
        roles_of_last(y->subject.text, strlen(y->subject.text)) & ROLE_LIGHT_CONDITION)
        return NULL; /* "the diagnosis of" */
    if (y->head.end > y->head.start)
        return y;
    head = arena_alloc(c->arena, sizeof *head); /* its name is lent */
    if (head) {
        item_copy(head, y);
        head->head = y->subject.span;
        head->head_concept = NULL;
    }
    return head;
}

/* What no lexicon has, and a condition that it may be for, as it is for the one before: no
 * condition of the patient by itself. */
static void share_ends(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item, *head = unnamed_head(c, e, i - 1);

        if ((e->at[i].link == PART_OR || e->at[i].link == PART_AND ||
             e->at[i].link == PART_ANDOR) &&
            head && !apart(e, i) && bare(x) && x->subject.concept && !x->complement &&
            x->subject.category == CATEGORY_CONDITION && ends_in_object(c, y))
            take_head(c, x, head);
    }
}

/* Entry i, or, of "intolerance or contraindication to aspirin", where it is the first and judged
 * like the second, that one, which says to what. */
static const item *judged_object(const entries *e, size_t i)
{
    size_t k = i;

    while (k + 1 < e->count && entry_linked(&e->at[k + 1]) && unsafe(&e->at[k].item) &&
           !e->at[k].item.thing_count)
        k++;
    return unsafe(&e->at[k].item) && e->at[k].item.thing_count ? &e->at[k].item : &e->at[i].item;
}

/* A vaccine is a drug, too. */
static bool alike(category a, category b)
{
    if (a == CATEGORY_IMMUNIZATION)
        a = CATEGORY_MEDICATION;
    return a == (b == CATEGORY_IMMUNIZATION ? CATEGORY_MEDICATION : b);
}

/* "Allergy or long-term use of propofol": to that, and not to anything. */
static void share_use(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;
        size_t k = y->from;

        if (!y->current || e->at[i].link == PART_COMMA || e->at[i].loose ||
            !entry_linked(&e->at[i]) || !item_bare_allergy(x) || x->complement ||
            x->qualifier_count || !concept_is_treatment(y->subject.concept))
            continue;
        while (k < y->to && y->in[k].kind != PART_CURRENT)
            k++;
        if (k < y->to && y->in[k].span.end > y->in[k].span.start + 3 &&
            text_equal_nocase(c->text + y->in[k].span.end - 3, 3, " of"))
            item_qualify(c, x, "other", NULL, y->subject.span, NULL);
    }
}

void list_share_objects(const clause *c, entries *e)
{
    share_waiting(c, e);
    share_noun(c, e);
    share_equivalent(c, e);
    share_negative(c, e);
    share_ends(c, e);
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = head_before(e, i);
        bool known = x->subject.concept != NULL, on;

        if (!entry_linked(&e->at[i]) || !(y->complement ? bare_but_when(x) : bare(x)))
            continue;
        on = e->at[i].link != PART_COMMA || listed(e, i + 1);
        if (on && !apart(e, i) && take_named_allergy(c, x, y))
            continue;
        /* "unable to take A or B", "contraindications to A, B or C": what is said of A holds for B
         */
        bool safety = unsafe(y);

        if (y->judge &&
            (safety ? !may_be_unsafe(y, x) : beside_judged(&e->at[i], y) && !ends_in_object(c, y)))
            continue;
        /* "contraindications to A AND B": capitals alone set nothing apart */
        bool tight = joined_tightly(c, y, x);
        bool loose = safety || y->caused
                         ? apart(e, i) && !tight
                         : e->at[i].loose && !(tight && y->thing_count && same_kind(y, x));

        if (y->judge && on && !(loose && known) &&
            (e->at[i].link != PART_COMMA || (known && (safety || y->thing_count)))) {
            x->judge = y->judge;
            x->judged_on = true;
            x->denied = y->denied;
            x->caused = y->caused;
            continue;
        }
        /* "amenable to A, B": no connective says so, but they are things of one kind */
        if (y->judge && y->thing_count && known && e->at[i].link == PART_COMMA &&
            (safety || text_is(y->judge, "candidacy")) && same_kind(y, x)) {
            x->judge = y->judge;
            x->judged_on = true;
            x->denied = y->denied;
            continue;
        }
        /* "chest pain caused by A, B or C": each of them with its pain */
        if (y->caused && !x->caused && !apart(e, i) && y->has_subject && !e->at[i].example &&
            !x->who &&
            /* "diabetes due to A, or type 1 diabetes": a kind of it, and no cause */
            (x->subject.concept == y->subject.concept ||
             !concept_is(x->subject.concept, y->subject.concept)) &&
            (e->at[i].link == PART_OR || e->at[i].link == PART_ANDOR ||
             ((e->at[i].link == PART_COMMA || e->at[i].link == PART_SLASH) &&
              leads_to_or(e, i + 1) && /* "causing pain or fever, heart failure, gout or asthma" */
              !(e->at[i - 1].link == PART_OR && e->at[i - 1].item.caused && i > 1 &&
                e->at[i - 2].item.caused)))) {
            rule_subject own = x->subject;

            x->subject = y->subject;
            x->subject_part = y->subject_part;
            x->head = y->head;
            item_qualify(c, x, "about", NULL, own.span, own.concept);
            share_denial(c, x, y);
            x->caused = true;
            continue;
        }
        /* "positive for alcohol or opioids": what is found, and not what is taken */
        if (known && on && !apart(e, i) && x->subject.category == CATEGORY_MEDICATION &&
            result_of(y) && result_of(y)->span.start < y->subject.span.start && !y->complement &&
            x->qualifier_count < ITEM_QUALIFIERS)
            x->qualifiers[x->qualifier_count++] = *result_of(y);
        /* "allergy to A or B", "risk of A or B" */
        if (known && of_unknown(y) && x->subject.category == CATEGORY_MEDICATION) {
            item head = *y;

            head.head = y->subject.span;
            head.head_concept = y->subject.concept;
            take_head(c, x, &head);
        } else if (known && y->has_subject && y->complement && x->thing_count == 1 &&
                   /* "steroids for asthma, or pregnancy" */
                   !(concept_is_treatment(y->head_concept) && !e->at[i].example &&
                     (!on || apart(e, i))) &&
                   ((on && aimed_too(c, e, i, y)) ||
                    ((alike(y->complement->category, x->subject.category) ||
                      (on && !apart(e, i) && tests_for(c, y))) &&
                     (!y->subject.concept || y->subject.category != x->subject.category))))
            take_head(c, x, y);
        else if (known && on && !apart(e, i) && y->subject.category == CATEGORY_ALLERGY &&
                 (!y->subject.concept || y->subject.concept->parents[0]) &&
                 x->subject.category == CATEGORY_MEDICATION) {
            if (y->subject.concept && allergy_by_class(y))
                take_head(c, x, y);
            else
                take_allergy(c, x, y);
        } else if (!known && on && !apart(e, i) && y->subject.concept &&
                   y->subject.category == CATEGORY_ALLERGY &&
                   y->subject.span.end > y->subject.span.start &&
                   (y->object || y->qualifier_count || y->complement)) {
            if (y->complement || item_bare_allergy(y) || allergy_by_class(y))
                take_head(c, x, y);
            else /* "known allergy to penicillin or any component": to that, whatever it is */
                take_allergy(c, x, y);
        }
    }
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = judged_object(e, i);

        if (entry_linked(&e->at[i]) && (!apart(e, i) || ends_in_to(c, x)) && wants_object(c, x)) {
            lend_object(c, x, y);
            /* "hypersensitivity or resistance to drugs (A, B)": to these */
            if (i + 1 < e->count && e->at[i + 1].example && x->complement &&
                x->complement->flags & CONCEPT_WEAK)
                item_qualify(c, x, "about", NULL, e->at[i + 1].item.span,
                             e->at[i + 1].item.subject.concept);
        }
    }
    share_use(c, e);
}

/* "Allergy, or contraindication to aspirin": an allergy to aspirin, or to anything. */
bool widen_objects(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        item *x = &wide->at[i - 1].item;
        const item *y = &e->at[i].item;
        bool named = !y->object && y->subject.category == CATEGORY_ALLERGY && y->subject.concept &&
                     y->subject.concept->parents[0];

        if (!entry_linked(&e->at[i]) || !apart(e, i) || !wants_object(c, x) ||
            !(named || y->object || unsafe(y)))
            continue;
        if (named && x->subject.concept && is_reaction(x->subject.concept))
            item_qualify(c, x, "about", NULL, y->subject.span, y->subject.concept);
        else if (named)
            x->subject.concept = y->subject.concept;
        else
            lend_object(c, x, y);
        changed = true;
    }
    return changed;
}

/* ---- a title that owns what stands below it ---- */

/* "Allergy", "hypersensitivity". */
static bool is_allergy(const rule_subject *s)
{
    return s->category == CATEGORY_ALLERGY || is_landmark(s->concept, LANDMARK_HYPERSENSITIVITY);
}

static bool treats(category k)
{
    return k == CATEGORY_MEDICATION || k == CATEGORY_PROCEDURE || k == CATEGORY_DEVICE;
}

/* Do the words [from, end) end in "of", "to", "for", which ask for more, or say nothing without it
 * ("intolerance")? */
static bool asks_for_more(const clause *c, const part *list, size_t from, size_t end,
                          const rule_subject *s)
{
    static const char *const words[] = {"to", "for", "of", "against"};

    if (s->category == CATEGORY_IMMUNIZATION ||
        (s->text && !s->concept && (roles_of_last(s->text, strlen(s->text)) & ROLE_OBJECT)))
        return true;

    while (end > from && (list[end - 1].kind == PART_ANYOF ||
                          list[end - 1].kind == PART_FOLLOWING || list[end - 1].kind == PART_COLON))
        end--;
    if (end == from)
        return false;
    if (list[end - 1].kind == PART_OF)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (list[end - 1].kind == PART_FILL && part_is(c, &list[end - 1], words[i]))
            return true;
    return false;
}

/* Says of y what the rule r asks for, as what y is about. False: no memory. */
static bool be_about(arena *a, rule *y, const rule *r)
{
    rule_qualifier *q = arena_array(a, r->qualifier_count + 1, sizeof *q);

    if (!q)
        return false;
    if (r->qualifier_count)
        memcpy(q, r->qualifiers, r->qualifier_count * sizeof *q);
    q[r->qualifier_count] = (rule_qualifier){"about", r->subject.text, r->subject.text,
                                             r->subject.span, r->subject.concept};
    y->qualifiers = q;
    y->qualifier_count = r->qualifier_count + 1;
    return true;
}

const rule *list_allergy_to(const clause *c, const rule *r, bool history)
{
    rule *y = arena_copy(c->arena, r, 1, sizeof *y);
    char *text = arena_printf(c->arena, "%s allergy", r->subject.text);
    atoms cut = text ? lexicon_cut(c->lx, text, strlen(text), c->arena) : (atoms){0};
    lexicon_hit hit;

    if (!y)
        return NULL;
    y->subject.category = CATEGORY_ALLERGY;
    y->tense = history ? TENSE_HISTORY : r->tense == TENSE_CURRENT ? TENSE_NONE : r->tense;
    if (cut.count && lexicon_match(c->lx, &cut, 0, &hit) && hit.atoms == cut.count && hit.thing &&
        hit.thing->category == CATEGORY_ALLERGY) {
        y->subject.concept = hit.thing;
        return y;
    }
    y->subject.concept = lexicon_landmark(c->lx, LANDMARK_ALLERGY);
    return be_about(c->arena, y, r) ? y : NULL;
}

/* What a title asks for ("intolerance of:"), of what stands in its list. */
static const rule *about_leaf(const clause *c, const rule *r, const item *title)
{
    rule *y = arena_copy(c->arena, r, 1, sizeof *y);

    if (!y || !be_about(c->arena, y, r))
        return NULL;
    y->subject.concept = NULL;
    y->subject.category = title->subject.category;
    y->subject.text = title->subject.text;
    return y;
}

static const rule *owned_leaf(const clause *c, const rule *r, const item *title)
{
    if (!is_allergy(&title->subject))
        return about_leaf(c, r, title);
    return is_allergy(&r->subject) ? r : list_allergy_to(c, r, title->history);
}

static const rule *owned(const clause *c, const rule *r, const item *title)
{
    const rule_subject *s = &title->subject;
    rule *y;
    const rule **of;

    if (r->op == RULE_HAS && (is_allergy(s) || !r->subject.concept || !s->concept ||
                              (!concept_is(r->subject.concept, s->concept) &&
                               !(treats(r->subject.category) && treats(s->category)))))
        return owned_leaf(c, r, title);
    if (!r->count)
        return r;
    y = arena_copy(c->arena, r, 1, sizeof *y);
    of = arena_array(c->arena, r->count, sizeof *of);
    if (!y || !of)
        return NULL;
    for (size_t i = 0; i < r->count; i++)
        if (!(of[i] = owned(c, r->of[i], title)))
            return NULL;
    y->of = of;
    return y;
}

bool list_owns(const clause *c, const part *list, size_t from, size_t end, const item *title)
{
    const rule_subject *s = &title->subject;

    if (!title->has_subject || title->quantity_count || title->judge || title->sex)
        return false;
    if (is_allergy(s))
        return true;
    for (size_t i = from; i < end; i++)
        if (part_links(list[i].kind))
            return false; /* which of them? */
    return asks_for_more(c, list, from, end, s) &&
           (s->concept || !(treats(s->category) || s->category == CATEGORY_CONDITION));
}

const rule *list_owned(const clause *c, const part *list, size_t from, size_t end,
                       const item *title, const rule *body)
{
    if (!body || !list_owns(c, list, from, end, title))
        return NULL;
    for (size_t i = from; i < end; i++)
        clause_take(c, list[i].span);
    body = owned(c, body, title);
    return body && title->negated ? rule_not(c->arena, body->span, body) : body;
}
