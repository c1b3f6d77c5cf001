#include "grammar/bound.h"
#include "grammar/list.h"
#include "grammar/widen.h"

#include "engine/base/text.h"
#include "rules/measures.h"
#include "rules/sayings.h"

#include <ctype.h>
#include <string.h>

/* Words at one end of a list that may be meant of all of it: "severe asthma or COPD", "asthma or
 * surgery within 6 months", "A, B or C that, in the investigator's opinion, ...". Where the words
 * leave it open, the list has both readings; unknown words are meant of all, as nobody can say what
 * they leave out. */

/* Says how bad, how new, how well controlled something is, that it comes again: of whatever stands
 * behind it. */
static bool grades(const rule_qualifier *q)
{
    static const char *const kinds[] = {"severity", "significance", "control", "recency",
                                        "symptoms", "extent",       NULL};
    static const char *const courses[] = {"recurrent", "first", "persistent", NULL};

    return text_is_any(q->kind, strlen(q->kind), kinds) ||
           (text_is(q->kind, "course") && text_is_any(q->value, strlen(q->value), courses));
}

/* "Chronic use of aspirin or steroids": of a treatment. The course of an illness is of its name. */
static bool lasting(const rule_qualifier *q)
{
    static const char *const courses[] = {"chronic", "prolonged", "regular", NULL};

    return text_is(q->kind, "course") && text_is_any(q->value, strlen(q->value), courses);
}

/* "Topical or oral steroids or antibiotics": how a drug is given. What is systemic is said of that
 * drug alone. */
static bool routes(const rule_qualifier *q)
{
    return text_is(q->kind, "route") && !text_is(q->value, "systemic");
}

/* "Topical steroids, retinoids or antibiotics": a name of its own that says where it is put; "oral
 * contraceptives" and the like say nothing of others. */
static bool routes_name(const rule_qualifier *q)
{
    return routes(q) && !text_is(q->value, "oral");
}

bool entry_plain_but_for_no(const entry *x)
{
    const item *y = &x->item;

    return y->has_subject && !y->quantity_count && !y->judge && !y->need && !y->defined &&
           !y->sex && !x->group && !x->example && !y->who;
}

bool entry_plain(const entry *x)
{
    return !x->item.negated && entry_plain_but_for_no(x);
}

/* "Severe (eGFR < 30) renal or hepatic impairment", "severe renal (eGFR < 30) or hepatic
 * impairment", "recent stroke (< 6 months) or TIA": a bracket before the name is whole, and how
 * long ago that was, leave what stands before it to all of them. What defines the first,
 * "uncontrolled hypertension (> 160 mmHg) or gout", is of that. */
static bool plain_but_for_bracket(const entry *x)
{
    entry bare = *x;
    const item *y = &x->item;
    const part *q = y->quantity_count == 1 ? y->quantities[0] : NULL;
    bool lent = y->subject_part && y->subject_part->span.start > y->subject.span.start;

    if (y->defined && (lent || y->defined->span.start < y->subject.span.start))
        bare.item.defined = NULL;
    if (q && (q->period || lent || q->span.end <= y->subject.span.start))
        bare.item.quantity_count = 0;
    return entry_plain(&bare);
}

bool item_general(const clause *c, const item *x)
{
    return roles_of_last(c->text + x->subject.span.start,
                         x->subject.span.end - x->subject.span.start) &
           ROLE_GENERAL;
}

bool item_sits(const clause *c, const item *x)
{
    return roles_of_last(c->text + x->subject.span.start,
                         x->subject.span.end - x->subject.span.start) &
           ROLE_WITH_SITE;
}

bool widen_alike(const clause *c, const item *a, const item *b)
{
    category x = a->subject.category, y = b->subject.category;

    return x == y || item_general(c, b) || x == CATEGORY_NONE || y == CATEGORY_NONE ||
           (concept_is_treatment(a->subject.concept) && concept_is_treatment(b->subject.concept));
}

static bool carries(const item *x, const rule_qualifier *q)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, q->kind) || x->qualifiers[i].span.start == q->span.start)
            return true;
    return false;
}

bool widen_qualify(item *x, const rule_qualifier *q)
{
    if (x->qualifier_count == ITEM_QUALIFIERS || carries(x, q))
        return false;
    x->qualifiers[x->qualifier_count++] = *q;
    return true;
}

static bool is_one_word(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (text_lower(text[i]) < 'a' || text_lower(text[i]) > 'z')
            return false;
    return true;
}

/* May a word of the grammar begin at a byte of the text? */
static bool cue_begins(const atoms *words, size_t start)
{
    size_t low = 0, high = words->count, covered;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (words->list[middle].start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low == words->count || words->list[low].start != start ||
           cue_match(words, low, &covered);
}

/* "Severe asthma": a name of its own, whose first word grades all the same. */
static bool graded_name(const clause *c, const item *x, rule_qualifier *out)
{
    eligo_span s = x->subject.span;
    const char *colon;
    atoms words;
    const cue *found;
    size_t covered;

    if (!x->subject_part || !x->subject_part->hit.thing || x->subject.span.end <= s.start ||
        (x->subject_part->hit.thing->flags & CONCEPT_WHOLE) ||
        is_one_word(c->text + s.start, s.end - s.start) || !cue_begins(c->words, s.start))
        return false;
    words = lexicon_cut(c->lx, c->text + s.start, s.end - s.start, c->arena);
    found = words.count > 1 ? cue_match(&words, 0, &covered) : NULL;
    if (!found || found->class != CUE_QUAL || covered >= words.count ||
        !(colon = strchr(found->value, ':')))
        return false;
    s.end = s.start + words.list[covered - 1].end;
    *out = (rule_qualifier){arena_text(c->arena, found->value, (size_t)(colon - found->value)),
                            colon + 1, arena_text(c->arena, c->text + s.start, s.end - s.start), s,
                            NULL};
    return out->kind && out->text && (grades(out) || routes(out));
}

/* Has it no word of its own before it, but that it is another one ("or other opioids")? What it
 * has from its neighbour, as in "diagnosed with severe A or B", is none, and neither is its name
 * once more in a bracket ("heart failure (HF)"). */
static bool bare(const entry *e)
{
    const item *x = &e->item;

    for (size_t i = 0; i < x->qualifier_count; i++)
        if (!text_is(x->qualifiers[i].kind, "label") &&
            !(text_is(x->qualifiers[i].kind, "certainty") &&
              x->qualifiers[i].span.end <= x->span.start) &&
            (!text_is(x->qualifiers[i].kind, "cause") ||
             !text_is(x->qualifiers[i].value, "other") ||
             (e->link != PART_OR && e->link != PART_AND)))
            return false;
    return true;
}

/* "Treatment for advanced or metastatic cancer": a head, and no adjective. */
static bool heads(const rule_qualifier *k)
{
    size_t n = k->text ? strlen(k->text) : 0;

    return text_is(k->kind, "control") && text_is(k->value, "treated") && n > 4 &&
           (strcasecmp(k->text + n - 4, " for") == 0 || strcasecmp(k->text + n - 3, " of") == 0);
}

rule_qualifier widen_words(const clause *c, eligo_span s)
{
    const char *words = arena_text(c->arena, c->text + s.start, s.end - s.start);

    return (rule_qualifier){"other", words, words, s, NULL};
}

/* Does a comma or a capital before its connective set it apart from what stands before it? In a
 * list of three and more the comma before the last connective says nothing. */
static bool set_apart(const entries *e, size_t m, size_t first)
{
    return e->at[m].loose && !(m > first && e->at[m - 1].link == PART_COMMA);
}

bool widen_is_before(const clause *c, size_t at, const char *word)
{
    size_t n = strlen(word);

    return at > n + 2 && c->text[at - 1] == ' ' && c->text[at - 2 - n] == ' ' &&
           strncasecmp(c->text + at - 1 - n, word, n) == 0;
}

static bool behind_article(const clause *c, size_t at)
{
    return widen_is_before(c, at, "a") || widen_is_before(c, at, "an") ||
           widen_is_before(c, at, "any");
}

/* "Multiple drug allergies or an allergy to A", "inflammatory skin disease or active herpes": does
 * entry m begin with a word of its own, so that a word nobody knows is not meant of it? */
static bool begins_anew(const clause *c, const item *x, const item *y)
{
    return (y->current && !x->current) || behind_article(c, y->subject.span.start);
}

/* Gives a qualifier to the items from m on that stand bare in one list with x. */
static bool widen_on(const clause *c, const entries *e, entries *wide, const item *x, size_t m,
                     const rule_qualifier *k)
{
    bool changed = false;

    for (size_t first = m;
         m < e->count && entry_linked(&e->at[m]) && entry_plain(&e->at[m]) &&
         (!set_apart(e, m, first) || lasting(k)) && widen_alike(c, x, &e->at[m].item) &&
         (bare(&e->at[m]) || heads(k)) && e->at[m].item.history == x->history &&
         (e->at[m].item.current <= x->current || !x->defined) && /* "..., or receiving A" */
         !(e->at[m].item.planned && !e->at[m].item.two_times && text_is(k->kind, "recency")) &&
         /* "arterial thrombosis within 6 months or thrombosis within 3 months": each for itself */
         !(x->window && e->at[m].item.window && x->window != e->at[m].item.window);
         m++) {
        const concept *about = e->at[m].item.subject.concept;
        rule_qualifier own;

        if (about && (about->flags & CONCEPT_WHOLE) && grades(k))
            continue;
        if (text_is(k->kind, "other") && begins_anew(c, x, &e->at[m].item))
            break;
        if (lasting(k) && !grades(k) && about && !concept_is_treatment(about))
            break; /* "regular use of opioids, or chronic pain" */
        if (routes(k) && (!about || about->category != CATEGORY_MEDICATION ||
                          !(about->flags & CONCEPT_CLASS) || /* a drug is given as it is */
                          (e->at[m].link == PART_COMMA && !list_ends_in_word(e, m)) ||
                          (graded_name(c, &e->at[m].item, &own) && routes(&own))))
            break;
        if (!widen_qualify(&wide->at[m].item, k))
            break;
        changed = true;
    }
    return changed;
}

static bool joins_pair(const entry *x)
{
    return !x->loose && (x->link == PART_SLASH || x->link == PART_OR || x->link == PART_ANDOR);
}

/* "Antibiotics or antifungals (oral)": may the way in which y is given be that of x? */
static bool route_of_both(const item *x, const item *y, const rule_qualifier *q)
{
    const concept *class = x->subject.concept; /* a drug is given as it is */

    return text_is(q->kind, "route") && class && class->category == CATEGORY_MEDICATION &&
           class->flags & CONCEPT_CLASS && y->subject.category == CATEGORY_MEDICATION;
}

/* Does "that" or "which" stand behind its name? */
static bool behind_relative(const clause *c, const item *x)
{
    size_t at = x->subject.span.end, n = x->span.end > at ? x->span.end - at : 0;

    return text_starts_nocase(c->text + at, n, " that ") ||
           text_starts_nocase(c->text + at, n, " which ");
}

/* What stands behind the last of a list and grades it: "asthma or COPD, uncontrolled". */
static bool widen_trailing(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;
        bool more = i + 1 < e->count && entry_linked(&e->at[i + 1]);

        /* "gout, asthma/COPD uncontrolled, pain": of what the slash joins */
        if (!entry_linked(&e->at[i]) || !entry_plain(&e->at[i]) ||
            (more && (!joins_pair(&e->at[i]) || e->at[i + 1].link != PART_COMMA)))
            continue;
        /* "active tuberculosis, or latent tuberculosis that is not treated": of that alone */
        if (set_apart(e, i, 1) && behind_relative(c, y))
            continue;
        for (size_t q = 0; q < y->qualifier_count; q++)
            for (size_t m = i;
                 m-- > 0 && y->qualifiers[q].span.start >= y->subject.span.end &&
                 (grades(&y->qualifiers[q]) || text_is(y->qualifiers[q].kind, "course") ||
                  route_of_both(&e->at[m].item, y, &y->qualifiers[q])) &&
                 entry_linked(&e->at[m + 1]) && (!more || joins_pair(&e->at[m + 1])) &&
                 entry_plain(&e->at[m]) && widen_alike(c, y, &e->at[m].item) &&
                 !e->at[m].item.qualifier_count;)
                changed = widen_qualify(&wide->at[m].item, &y->qualifiers[q]) || changed;
    }
    return changed;
}

/* "Any condition that ...", "another disease which ...": it says for itself what it is. */
static bool says_which_by_itself(const clause *c, const item *y)
{
    size_t at = y->subject.span.start;

    if (item_general(c, y) || (at >= 4 && text_starts_nocase(c->text + at - 4, 4, "any ")))
        return true;
    for (size_t i = 0; i < y->qualifier_count; i++)
        if (text_is(y->qualifiers[i].kind, "cause") && text_is(y->qualifiers[i].value, "other"))
            return true;
    return false;
}

/* "Gout, a pacemaker or eczema that affects sleep", "a pump or a valve which hides the liver": what
 * the last of different things does, the others may do, too. */
static bool widen_effects(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;

        bool which = behind_relative(c, y) && /* "A that hinders walking or dialysis" */
                     y->subject.span.start != e->at[i - 1].item.subject.span.start;

        if (!(y->effect || which) || !entry_plain(&e->at[i]) || says_which_by_itself(c, y) ||
            !entry_linked(&e->at[i]) || e->at[i].link == PART_COMMA ||
            (i + 1 < e->count && entry_linked(&e->at[i + 1])))
            continue;
        /* "gout, or use of steroids, that affects sleep": the second comma parts it from both */
        bool parted = c->text[y->subject.span.end] == ',';

        for (size_t m = i; m-- > 0 && entry_linked(&e->at[m + 1]) && entry_plain(&e->at[m]) &&
                           (parted || !set_apart(e, m + 1, m));)
            for (size_t q = 0; q < y->qualifier_count; q++)
                if (y->qualifiers[q].span.start >= y->subject.span.end)
                    changed = widen_qualify(&wide->at[m].item, &y->qualifiers[q]) || changed;
    }
    return changed;
}

/* "High-grade serous ovarian cancer": a name of its own that lends the words before the name of the
 * wider thing. */
static bool lent_words(const clause *c, const item *x, rule_qualifier *out)
{
    eligo_span s = x->subject.span;
    const concept *own = x->subject.concept;
    atoms words;
    lexicon_hit rest;

    if (!own || !(own->flags & CONCEPT_LENDS) || s.end <= s.start)
        return false;
    words = lexicon_cut(c->lx, c->text + s.start, s.end - s.start, c->arena);
    if (words.count < 2)
        return false;
    for (size_t i = 1; i < words.count; i++)
        /* "platinum-resistant ovarian or peritoneal cancer": its last word is a place then */
        if (i + 1 == words.count ||
            (lexicon_match(c->lx, &words, i, &rest) && rest.atoms == words.count - i &&
             rest.thing && rest.thing != own)) {
            s.end = s.start + words.list[i - 1].end;
            break;
        }
    *out = widen_words(c, s);
    return out->text != NULL;
}

/* Does a byte of it stand in a bracket: "active (requiring treatment) tuberculosis"? */
static bool in_bracket(const clause *c, const item *x, size_t at)
{
    while (at > x->span.start && c->text[at] != '(' && c->text[at] != ')')
        at--;
    return c->text[at] == '(';
}

/* What stands before the first of a list, and is said of no other. `wide` has it of all. */
static bool widen_leading(const clause *c, const entries *e, entries *wide, bool *open)
{
    bool changed = false;

    for (size_t i = 0; i < e->count; i++) {
        const item *x = &e->at[i].item;

        if (!plain_but_for_bracket(&e->at[i]) &&
            !(x->negated && x->has_subject && !x->judge && !x->alone && !x->quantity_count))
            continue;
        rule_qualifier named;

        if (i + 1 == e->count || !entry_linked(&e->at[i + 1]))
            continue; /* nobody is there to be told of */
        /* "critical thrombocytopenia (< 50), any hemorrhage": lines of their own */
        if (x->defined && e->at[i + 1].link == PART_COMMA && !list_ends_in_word(e, i + 1))
            continue;
        /* "unresectable or metastatic breast cancer": the name is lent, with a degree of its own */
        if (x->subject.span.start == e->at[i + 1].item.subject.span.start &&
            graded_name(c, &e->at[i + 1].item, &named) && grades(&named))
            continue;
        if (graded_name(c, x, &named) && (grades(&named) || routes_name(&named)) &&
            widen_on(c, e, wide, x, i + 1, &named))
            changed = *open = true;
        if (lent_words(c, x, &named)) {
            entries near = *e;

            near.count = i + 1;
            while (near.count < e->count &&
                   widen_akin(x->subject.concept, e->at[near.count].item.subject.concept))
                near.count++;
            changed = widen_on(c, &near, wide, x, i + 1, &named) || changed;
        }
        for (size_t q = 0; q < x->qualifier_count; q++) {
            const rule_qualifier *k = &x->qualifiers[q];
            bool unknown = (((text_is(k->kind, "other") || text_is(k->kind, "number") ||
                              text_is(k->kind, "time")) &&
                             !k->concept) ||
                            (text_is(k->kind, "about") && in_bracket(c, x, k->span.start))) &&
                           k->span.start >= x->span.start && k->span.end <= x->subject.span.start;

            bool lasts = (lasting(k) || routes(k)) && concept_is_treatment(x->subject.concept);

            if (!(grades(k) || lasts || unknown) || k->span.end > x->subject.span.start)
                continue;
            /* "restrictive or infiltrative cardiomyopathy, myocarditis": one more of its adjectives
             */
            if (unknown && x->lends_noun)
                continue;
            /* "gout, traumatic nerve injury, fibromyalgia": in the middle of a list it is of its
             * own thing */
            if (unknown && c->exclusion && i > 0 && e->at[i].link == PART_COMMA &&
                e->at[i + 1].link == PART_COMMA)
                continue;
            if (widen_on(c, e, wide, x, i + 1, k)) {
                changed = true;
                *open = *open || grades(k) || lasts;
            }
        }
    }
    return changed;
}

/* "Treatment with A, B or C ever": the head of the list that ends at i says that they are taken,
 * and not that they are taken now. */
static bool uses(const clause *c, const entries *e, size_t i)
{
    const item *x;

    while (i > 0 && entry_linked(&e->at[i]) && entry_plain(&e->at[i - 1]))
        i--;
    x = &e->at[i].item;
    return text_starts_any(c->text + x->span.start, x->span.end - x->span.start, saying_uses);
}

/* "Gout, asthma or stroke in the past": the past of all of them. */
static bool widen_past(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;

        const item *next = i + 1 < e->count ? &e->at[i + 1].item : NULL;

        /* "A or B at any time, or C within 30 days": what follows has a time of its own */
        if (!y->history_behind || !y->history || y->window || !entry_plain(&e->at[i]) ||
            (next && entry_linked(&e->at[i + 1]) &&
             !(y->any && (next->window || next->event || next->history))))
            continue;
        for (size_t m = i; m-- > 0 && entry_linked(&e->at[m + 1]) && entry_plain(&e->at[m]) &&
                           widen_alike(c, y, &e->at[m].item);) {
            item *x = &wide->at[m].item;

            if (x->history || x->planned || (x->current && !uses(c, e, i)) || x->window)
                break;
            x->current = false;
            x->history = true;
            changed = true;
        }
    }
    return changed;
}

/* "Angiography, bypass or valve surgery planned": planned may be meant of all of them. */
static bool widen_planned(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;

        if (!y->planned_behind || !y->planned || !entry_plain(&e->at[i]))
            continue;
        for (size_t m = i; m-- > 0 && entry_linked(&e->at[m + 1]) && entry_plain(&e->at[m]) &&
                           widen_alike(c, y, &e->at[m].item);) {
            item *x = &wide->at[m].item;

            if (x->history || x->planned || x->current || (x->window && x->window != y->window))
                break;
            x->planned = true;
            x->two_times = y->two_times;
            x->window = y->window;
            changed = true;
        }
    }
    return changed;
}

/* "HIV/TB coinfection", "HBV/HCV infection": a name joined to another by a slash shares what stands
 * behind the second, where the two make no name that is known. */
static bool share_slash(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *x = &e->at[i - 1].item, *y = &e->at[i].item;
        eligo_span rest = y->subject.span;
        rule_qualifier q;

        if (e->at[i].link != PART_SLASH || !entry_plain(&e->at[i - 1]) || !entry_plain(&e->at[i]) ||
            !x->subject.concept || y->subject.concept || x->subject.span.end >= rest.start ||
            rest.start - x->subject.span.end > 1 || !y->thing_count ||
            y->things[0]->span.start != rest.start || y->things[0]->span.end + 1 >= rest.end ||
            part_concept(y->things[0])->category != x->subject.category)
            continue;
        rest.start = y->things[0]->span.end + 1;
        q = widen_words(c, rest);
        changed = (q.text && widen_qualify(&wide->at[i - 1].item, &q)) || changed;
    }
    return changed;
}

/* Of the words of a name the last one. */
static eligo_span last_word(const clause *c, eligo_span name)
{
    eligo_span last = {name.end, name.end};

    while (last.start > name.start && c->text[last.start - 1] != ' ')
        last.start--;
    return last;
}

/* "Vitamin D or calcium deficiency", "heparin or latex allergy": a drug in front of a name that
 * begins with another is most likely meant with that name's last word. */
static bool widen_drugs(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 0; i + 1 < e->count; i++) {
        const item *x = &e->at[i].item, *y = &e->at[i + 1].item;
        eligo_span s = y->subject.span, last;
        rule_qualifier q;
        lexicon_hit hit;
        atoms words;

        if (!entry_plain(&e->at[i]) || !entry_plain(&e->at[i + 1]) || x->qualifier_count ||
            x->subject.category != CATEGORY_MEDICATION || y->renamed ||
            (y->subject.category != CATEGORY_CONDITION && y->subject.category != CATEGORY_ALLERGY &&
             y->subject.concept) ||
            !entry_joined_by_word(&e->at[i + 1]) || behind_article(c, s.start))
            continue;
        last = last_word(c, s);
        bool owned = last.start == s.start && y->qualifier_count && y->qualifiers[0].concept &&
                     y->qualifiers[0].span.end <= s.start; /* "lidocaine/prilocaine allergy" */
        if (last.start <= s.start + 1 && !owned)
            continue;
        words = lexicon_cut(c->lx, c->text + s.start, last.start - s.start, c->arena);
        if (!owned && !(roles_of(c->text + last.start, last.end - last.start) & ROLE_OBJECT) &&
            (!words.count || !lexicon_match(c->lx, &words, 0, &hit) || hit.atoms != words.count))
            continue;
        q = widen_words(c, last);
        for (size_t k = i + 1; q.text && k-- > 0;) { /* and those before it */
            const item *z = &e->at[k].item;

            if (!entry_plain(&e->at[k]) || z->qualifier_count ||
                z->subject.category != CATEGORY_MEDICATION || !entry_linked(&e->at[k + 1]))
                break;
            changed = widen_qualify(&wide->at[k].item, &q) || changed;
        }
    }
    return changed;
}

/* "Cataract or glaucoma surgery", "diabetes or hypertension treatment": a name in front of one that
 * begins with another of its kind, and ends in what is done about it, may be meant with that end.
 */
static bool widen_treated(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 0; i + 1 < e->count; i++) {
        const item *x = &e->at[i].item, *y = &e->at[i + 1].item;
        eligo_span s = y->subject.span, last;
        rule_qualifier q;
        lexicon_hit hit;
        atoms words;

        if (!entry_plain(&e->at[i]) || !entry_plain(&e->at[i + 1]) || x->qualifier_count ||
            !x->subject.concept || x->subject.category == y->subject.category || y->renamed ||
            (y->subject.category != CATEGORY_PROCEDURE &&
             y->subject.category != CATEGORY_MEDICATION) ||
            !entry_joined_by_word(&e->at[i + 1]) || e->at[i + 1].loose)
            continue;
        last = last_word(c, s);
        if (last.start <= s.start + 1)
            continue;
        words = lexicon_cut(c->lx, c->text + s.start, last.start - s.start, c->arena);
        if (!words.count || !lexicon_match(c->lx, &words, 0, &hit) || hit.atoms != words.count ||
            !hit.thing || hit.thing->category != x->subject.category)
            continue;
        q = widen_words(c, last);
        changed = (q.text && widen_qualify(&wide->at[i].item, &q)) || changed;
    }
    return changed;
}

/* "S. aureus or E. coli bacteremia": the germ alone is most likely meant with the infection that
 * the other one is named with. */
static bool widen_germs(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    (void)c;
    for (size_t i = 1; i < e->count; i++) {
        const item *x = &e->at[i - 1].item, *y = &e->at[i].item;
        bool germ = false;
        rule_qualifier q = {"other", y->subject.text, y->subject.text, y->subject.span, NULL};

        if (!entry_plain(&e->at[i - 1]) || !entry_plain(&e->at[i]) || !entry_linked(&e->at[i]) ||
            x->subject.category != CATEGORY_ORGANISM || y->subject.category != CATEGORY_CONDITION)
            continue;
        for (size_t k = 0; k < y->qualifier_count; k++)
            germ = germ || (y->qualifiers[k].concept &&
                            y->qualifiers[k].concept->category == CATEGORY_ORGANISM &&
                            y->qualifiers[k].span.end <= y->subject.span.start);
        for (size_t m = i; germ && q.text && m-- > 0 && entry_plain(&e->at[m]) &&
                           e->at[m].item.subject.category == CATEGORY_ORGANISM &&
                           (m + 1 == i || entry_linked(&e->at[m + 1]));)
            changed = widen_qualify(&wide->at[m].item, &q) || changed;
    }
    return changed;
}

/* The same of an example: "surgery, including that of the heart, within a year". */
static bool listed(const entry *x)
{
    entry y = *x;

    y.example = false;
    return entry_plain(&y);
}

static bool goes_on(const entry *x)
{
    return entry_linked(x) || x->link == PART_LIKE;
}

/* Does the list go on behind entry i, but for the same thing, planned? */
static bool in_the_middle(const entries *e, size_t i)
{
    return i + 1 < e->count && goes_on(&e->at[i + 1]) &&
           !(e->at[i + 1].item.planned && !e->at[i].item.planned &&
             e->at[i + 1].item.subject_part == e->at[i].item.subject_part);
}

/* Do both happen, or are both done: "infarction, bypass within 3 months or hypertension"? */
static bool both_happen(const item *x, const item *y)
{
    const concept *a = x->subject.concept, *b = y->subject.concept;

    return a && b && (a->flags & CONCEPT_EVENT || concept_is_treatment(a)) &&
           (b->flags & CONCEPT_EVENT || concept_is_treatment(b));
}

/* A state, and nothing that is done or happens: "non-smoker, or have quit 5 years ago". */
static bool is_lasting(const item *x)
{
    const concept *k = x->subject.concept;

    return k && !x->history && !(k->flags & CONCEPT_EVENT) && !concept_is_treatment(k) &&
           !category_is_quantity(k->category);
}

/* A window behind the last of things of different kinds. */
static bool widen_window(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;

        bool middle = in_the_middle(e, i);

        if (!y->window || !listed(&e->at[i]) || y->window->span.start < y->subject.span.end ||
            (e->at[i].loose && item_time_is_of_need(c, y)) || /* "A, or B requiring C within T" */
            (middle && (e->at[i].link != PART_COMMA || e->at[i + 1].link == PART_COMMA ||
                        e->at[i + 1].loose)))
            continue; /* in the middle of a list it is its own item's */
        for (size_t m = i; m-- > 0 && goes_on(&e->at[m + 1]);) {
            item *x = &wide->at[m].item;

            if (x->window == y->window && (e->at[m].example || e->at[m + 1].link == PART_SLASH))
                continue;
            if (!listed(&e->at[m]) || x->window || x->duration || x->any || x->ever_behind ||
                item_plans(x) != item_plans(y) || (middle && !both_happen(x, y)) ||
                (e->at[m + 1].having && !e->at[m].having && is_lasting(x)))
                break;
            x->window = y->window;
            changed = true;
        }
    }
    return changed;
}

/* "Brain injury or encephalopathy after cardiac arrest": what an illness is counted from may be
 * said of the last alone. */
static bool widen_event(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *x = &e->at[i - 1].item, *y = &e->at[i].item;
        const rule_window *w = x->event ? x->event->window : NULL;

        if (!w || x->event != y->event || x->event->span.start < y->subject.span.start ||
            !w->anchor_concept || w->anchor_concept->category != CATEGORY_CONDITION ||
            x->subject.category != CATEGORY_CONDITION ||
            (item_general(c, x) && is_one_word(c->text + x->subject.span.start,
                                               x->subject.span.end - x->subject.span.start)))
            continue;
        wide->at[i - 1].item.event = NULL;
        changed = true;
    }
    return changed;
}

/* "Previous surgery, anemia": an anemia of any time, or one that there is; behind a relative's
 * disease it may be the patient's. */
static bool widen_lent(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    (void)c;
    for (size_t i = 0; i < e->count; i++) {
        if (e->at[i].item.lent_who && e->at[i].item.who) {
            item_is_of_patient(&wide->at[i].item);
            changed = true;
        }
        if (e->at[i].item.lent_planned && e->at[i].item.planned && !e->at[i].item.window) {
            wide->at[i].item.planned = false;
            changed = true;
        }
        if (e->at[i].item.lent_history && e->at[i].item.history && !e->at[i].item.window) {
            wide->at[i].item.history = false;
            changed = true;
        }
    }
    return changed;
}

/* Does `word` stand first in [start, end)? */
static bool is_behind(const clause *c, size_t start, size_t end, const char *word)
{
    return text_starts_nocase(c->text + start, end - start, word);
}

/* Does a name stand first, and the judgement behind it ("dependence that is deemed ...")? "Taking
 * part is considered unsafe" is a statement of its own. */
static bool judges_name(const clause *c, const item *x)
{
    eligo_span s = {x->subject.span.end, x->judge_span.start};

    if (x->thing_count && x->things[0]->span.start == x->span.start)
        return true;
    if (x->thing_count && x->things[0]->span.end < x->judge_span.start &&
        (is_behind(c, x->things[0]->span.end, x->judge_span.start, " that ") ||
         is_behind(c, x->things[0]->span.end, x->judge_span.start, " which ")))
        return true; /* "history of seizures that in the opinion of ..." */
    /* "impairment precluding consent" */
    if (x->effect && x->has_subject && x->subject.span.end <= x->judge_span.start)
        return true;
    if (!x->has_subject || x->subject.span.start != x->span.start || s.end <= s.start ||
        s.end - s.start > 40)
        return false;
    if (s.end - s.start < 3)
        return true;
    for (size_t i = s.start; i < s.end; i++)
        if (text_starts_nocase(c->text + i, s.end - i, " that ") ||
            text_starts_nocase(c->text + i, s.end - i, " which "))
            return true;
    return false;
}

/* "Warfarin or heparin that cannot be stopped": is a treatment tied to the judgement behind it, in
 * a list [from, to) of such? */
static bool treatments_judged(const clause *c, const entries *e, size_t from, size_t to)
{
    const item *x = &e->at[to - 1].item;
    const part *last = x->thing_count ? x->things[x->thing_count - 1] : NULL;

    if (!last || last->span.end >= x->judge_span.start ||
        !concept_is_treatment(part_concept(last)) ||
        !(is_behind(c, last->span.end, x->judge_span.start, " that ") ||
          is_behind(c, last->span.end, x->judge_span.start, " which ")))
        return false;
    for (size_t i = from; i + 1 < to; i++)
        if (!concept_is_treatment(e->at[i].item.subject.concept))
            return false;
    return true;
}

/* "A, B or C that in the opinion of the investigator ...": one judgement of all of them. */
static const rule *widen_judgement(const clause *c, const entries *e, size_t from, size_t to)
{
    const item *last = &e->at[to - 1].item;
    rule *r;
    size_t n = 0;

    if (to - from < 2 || !last->judge)
        return NULL;
    if (last->denied || text_is(last->judge, "inability") || text_is(last->judge, "safety")) {
        if (!treatments_judged(c, e, from, to))
            return NULL;
    } else if (!text_is(last->judge, "investigator opinion") || !judges_name(c, last))
        return NULL;
    for (size_t i = from; i + 1 < to; i++)
        if (!entry_plain(&e->at[i]) || (i > from && !entry_linked(&e->at[i])))
            return NULL;
    if (!entry_linked(&e->at[to - 1]))
        return NULL;
    r = rule_new(c->arena, RULE_JUDGEMENT,
                 (eligo_span){e->at[from].item.span.start, last->span.end});
    if (!r)
        return NULL;
    r->topic = last->judge;
    rule_qualifier *q = arena_array(c->arena, to - from + last->thing_count, sizeof *q);
    if (!q)
        return NULL;
    for (size_t i = from; i + 1 < to; i++) {
        const rule_subject *s = &e->at[i].item.subject;

        q[n++] = (rule_qualifier){"about", s->text, s->text, s->span, s->concept};
    }
    for (size_t i = 0; i < last->thing_count; i++) {
        const part *p = last->things[i];
        const char *text =
            arena_text(c->arena, c->text + p->span.start, p->span.end - p->span.start);

        q[n++] = (rule_qualifier){"about", text, text, p->span, part_concept(p)};
    }
    r->qualifiers = q;
    r->qualifier_count = n;
    return r;
}

/* The same where more judgements follow: "A or B precluding consent or the ability to walk". */
static const rule *widen_judged(const clause *c, const entries *e)
{
    const rule **of, *r;
    size_t to = e->count, n = 0;

    while (to > 2 && e->at[to - 1].item.judge && entry_linked(&e->at[to - 1]) &&
           e->at[to - 2].item.judge)
        to--;
    if (!(r = widen_judgement(c, e, 0, to)) || to == e->count)
        return r;
    if (!(of = arena_array(c->arena, e->count - to + 1, sizeof *of)))
        return NULL;
    of[n++] = r;
    for (size_t i = to; i < e->count; i++)
        if (e->at[i].rule)
            of[n++] = e->at[i].rule;
    return rule_join(c->arena, c->exclusion ? RULE_ANY : RULE_ALL,
                     (eligo_span){r->span.start, e->at[e->count - 1].item.span.end}, of, n);
}

/* Do two of them stand in one list, so that a word of one may be meant of the other? */
static bool may_widen(const entries *e)
{
    for (size_t i = 1; i < e->count; i++)
        if (entry_linked(&e->at[i]) || e->at[i].item.lent_who)
            return true;
    return false;
}

/* The entries once more, to be changed; `at` NULL: no memory. */
static entries copied(arena *a, const entries *e)
{
    entries copy = {.at = arena_room(a, e->count * sizeof *e->at), .count = e->count};

    for (size_t i = 0; copy.at && i < e->count; i++) {
        memcpy(&copy.at[i], &e->at[i], offsetof(entry, item));
        item_copy(&copy.at[i].item, &e->at[i].item);
    }
    return copy;
}

/* "A or B that would preclude surgery (ASA 5)": the tail is said of all, and so is the limit. */
static bool limits_all(const item *x)
{
    return x->effect && x->defined && x->defined->op == RULE_COMPARE && x->has_subject &&
           !x->quantity_count && !x->judge && !x->negated && !x->sex;
}

/* Is it made of comparisons, each of what defines the condition where one is given? */
static bool compares(const clause *c, const rule *r, const concept *condition)
{
    if (r->op == RULE_COMPARE)
        return !condition || (r->subject.concept && measures(c->lx, r->subject.concept, condition));
    for (size_t i = 0; i < r->count; i++)
        if (!compares(c, r->of[i], condition))
            return false;
    return r->count > 0 && (r->op == RULE_ALL || r->op == RULE_ANY);
}

/* "Asthma or COPD (FEV1 < 60 %)": may the limit behind the last be meant of all? "Fatigue or
 * hyponatremia (< 130 mmol/L)" says what the last is. */
static bool limits_list(const clause *c, const entries *e)
{
    const entry *last = &e->at[e->count - 1];
    const item *x = &last->item;
    bool own, some = false;

    if (!x->defined || !x->has_subject || x->quantity_count || x->judge || x->negated || x->sex ||
        x->exception || x->also || last->link == PART_COMMA ||
        (!x->subject.concept && last->link != PART_OR) || !compares(c, x->defined, NULL))
        return false;
    own = x->subject.concept && compares(c, x->defined, x->subject.concept);
    for (size_t i = 0; i + 1 < e->count; i++) {
        const rule_subject *s = &e->at[i].item.subject;
        bool measured = s->concept && compares(c, x->defined, s->concept);

        if (!measured && (own || (x->subject.concept && s->category != x->subject.category)))
            return false;
        some = true;
    }
    return some;
}

/* The bracket behind the last of a list may be meant of all of them: "A or B (except C)" takes from
 * all, "A or B (treated with C or D)", "A or B (LIMIT)" ask of all. NULL: there is none. */
static const rule *widen_bracket(const clause *c, const entries *e)
{
    const entry *last = e->count ? &e->at[e->count - 1] : NULL;
    entries all;
    const rule *both[2];
    bool limit, denied;
    clause in = *c;

    if (e->count < 2 || !entry_linked(last))
        return NULL;
    limit = limits_all(&last->item) || limits_list(c, e);
    denied = limit && e->at[0].item.negated && !e->at[0].item.alone;
    if (!last->item.exception && !last->item.asked && !limit)
        return NULL;
    for (size_t i = 0; i < e->count; i++)
        if ((!(denied && i == 0 ? entry_plain_but_for_no(&e->at[i]) : entry_plain(&e->at[i])) &&
             !(i + 1 == e->count && limit)) ||
            (i > 0 && !entry_linked(&e->at[i])))
            return NULL;
    all = copied(c->arena, e);
    if (!all.at)
        return NULL;
    all.at[0].item.negated = false;
    all.at[e->count - 1].item.exception = all.at[e->count - 1].item.also =
        all.at[e->count - 1].item.defined = NULL;
    all.at[e->count - 1].item.permits = NULL;
    all.at[e->count - 1].rule = item_rule(c, &all.at[e->count - 1].item);
    in.exclusion = c->exclusion || denied; /* "no A and B": neither */
    both[0] = list_joined(&in, &all);
    both[1] = last->item.asked ? last->item.also : last->item.defined;
    if (both[0] && both[1])
        both[0] = rule_join(c->arena, RULE_ALL,
                            (eligo_span){both[0]->span.start, both[1]->span.end}, both, 2);
    if (both[0] && last->item.exception)
        return combine_except(c->arena, both[0], last->item.exception, last->item.unless,
                              c->exclusion);
    return both[0] && denied ? rule_not(c->arena, both[0]->span, both[0]) : both[0];
}

/* The ways in which words of one item may be meant of others. */
static const struct {
    unsigned of; /* of what some must be said; 0: of nothing */
    bool (*widen)(const clause *c, const entries *e, entries *wide);
} widenings[] = {
    {SAID_DRUG, widen_drugs},
    {SAID_DRUG | SAID_DONE, widen_treated},
    {SAID_GERM, widen_germs},
    {0, widen_needs},
    {0, widen_required},
    {SAID_TENSE, widen_past},
    {SAID_TENSE, widen_planned},
    {0, widen_heads},
    {SAID_TIME | SAID_QUALIFIER, widen_tails},
    {SAID_BOUND, widen_aims},
    {SAID_NEED, widen_needed},
    {SAID_QUALIFIER, widen_trailing},
    {SAID_EFFECT | SAID_QUALIFIER, widen_effects},
    {0, widen_sites},
    {SAID_TIME, widen_window},
    {SAID_TIME, widen_lasting},
    {SAID_TIME | SAID_BOUND, widen_times},
    {SAID_TIME, widen_event},
    {0, widen_names},
    {0, widen_kinds},
    {0, widen_organs},
    {SAID_QUALIFIER, widen_causes},
    {0, widen_objects},
    {SAID_BOUND, widen_bounds},
    {SAID_BOUND, widen_multiples},
    {SAID_BOUND, widen_dose},
    {SAID_BOUND, widen_dosed},
    {SAID_BOUND, widen_grade},
    {SAID_BOUND, widen_unknown},
    {SAID_BOUND, widen_behind_limits},
    {SAID_BOUND, widen_length},
    {SAID_BOUND, widen_count},
    {SAID_BOUND, widen_measured},
    {SAID_QUALIFIER, widen_place},
    {SAID_TENSE | SAID_WHO, widen_lent},
    {SAID_SEX, widen_sex},
};

/* "Vitamin B12 or folate deficiency": with the last word of what follows the drug x names an
 * illness, y, and nobody means the drug. Of several, "opioids", the drugs may be meant. */
static bool names_illness(const clause *c, const item *x, const item *y)
{
    return x->subject.category == CATEGORY_MEDICATION && y->subject.concept &&
           y->subject.category == CATEGORY_CONDITION && !x->current && !x->history && !x->planned &&
           x->qualifier_count == 0 && y->qualifier_count <= 1 && x->window == y->window &&
           x->duration == y->duration && x->event == y->event &&
           c->text[x->subject.span.end - 1] != 's';
}

const rule *list_widened(const clause *c, const entries *e)
{
    /* `near` is made of the entries themselves, once they were copied */
    entries near = {.at = e->at, .count = e->count}, wide = {0};
    const rule *both[2], *judged, *excepted;
    bool open = false, changed = false, named = false;
    size_t told = 0;

    if (may_widen(e)) {
        unsigned said = entries_say(e);

        wide = copied(c->arena, e);
        if (!wide.at)
            return NULL;
        changed = widen_leading(c, e, &wide, &open);
        if (said & SAID_SLASH && share_slash(c, e, &wide))
            changed = true;
        for (size_t i = 0; i < sizeof widenings / sizeof *widenings; i++)
            if ((!widenings[i].of || said & widenings[i].of) && widenings[i].widen(c, e, &wide))
                changed = open = true;
    }
    for (size_t i = 0; changed && i < e->count; i++) {
        const item *x = &e->at[i].item, *y = &wide.at[i].item;

        if (x->qualifier_count != y->qualifier_count || x->window != y->window ||
            x->duration != y->duration || x->event != y->event || x->history != y->history ||
            x->planned != y->planned || x->who != y->who || x->need != y->need ||
            x->subject.concept != y->subject.concept || x->quantity_count != y->quantity_count ||
            x->sex != y->sex) {
            wide.at[i].rule = item_rule(c, y);
            named = (told++ == 0 || named) && names_illness(c, x, y);
        }
    }
    if (changed && (!open || named))
        /* cppcheck-suppress returnDanglingLifetime ; the rule lives in the arena */
        return list_joined(c, &wide);
    judged = e->count > 1 ? widen_judged(c, e) : NULL;
    excepted = judged || changed ? NULL : widen_bracket(c, e);
    if (excepted && limits_all(&e->at[e->count - 1].item))
        return excepted;
    both[0] = list_joined(c, &near);
    if (excepted && both[0]) {
        both[1] = excepted;
        return rule_readings(
            c->arena, both[0]->span,
            e->at[e->count - 1].item.exception ? "exception-scope" : "modifier-scope", both, 2);
    }
    if (judged && both[0]) {
        both[1] = judged;
        return rule_readings(c->arena, both[0]->span, "modifier-scope", both, 2);
    }
    if (!changed)
        return both[0];
    both[1] = list_joined(c, &wide);
    return both[0] && both[1] ? rule_readings(c->arena, both[0]->span, "modifier-scope", both, 2)
                              : both[0];
}
