#include "grammar/bound.h"
#include "grammar/list.h"
#include "grammar/widen.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>

/* What one of a list is about, for, or needs, that may be said of those beside it: "hospitalization
 * for asthma or COPD", "reasons preventing exercise and exercise tests", "asthma requiring steroids
 * or omalizumab". */

/* Does a word that begins with one of these letters stand behind a blank? */
static bool may_hold(const char *text, eligo_span s, const char *letters)
{
    for (size_t i = s.start; i + 1 < s.end; i++)
        if (text[i] == ' ' && strchr(letters, text[i + 1]))
            return true;
    return false;
}

/* "drugs to treat gout", "a device that may cause burns": does what stands in [from, at) say what
 * it is for, or does? */
static bool says_what_for(const clause *c, size_t from, size_t at)
{
    static const char *const words[] = {" to ", " that ", " which "};

    for (size_t i = from; i + 4 < at; i++)
        for (size_t w = 0; c->text[i] == ' ' && w < sizeof words / sizeof *words; w++) {
            size_t n = strlen(words[w]);

            if (i + n < at - 1 && memcmp(c->text + i, words[w], n) == 0)
                return true;
        }
    return false;
}

/* The words of a head that is about something, "hospitalization for", "complications of": *sort is
 * the category of what it is about, CATEGORY_NONE where that is not known; *aims where the words
 * say what it is for. An empty span: there is no such head. */
static eligo_span head_of(const clause *c, const item *x, category *sort, bool *aims)
{
    static const char *const words[] = {" for ", " of ", " due to ", " from "};
    eligo_span s = x->subject.span;
    bool within = may_hold(c->text, s, "fod");

    if (!within && !x->qualifier_count)
        return (eligo_span){0, 0};
    for (size_t k = 0; k < x->qualifier_count; k++) {
        const rule_qualifier *q = &x->qualifiers[k];

        if (q->concept && q->concept->category == CATEGORY_CONDITION &&
            q->span.end == x->span.end && text_is(q->kind, "about") &&
            says_what_for(c, s.end, q->span.start)) {
            *sort = CATEGORY_CONDITION;
            *aims = true;
            return (eligo_span){s.start, q->span.start - 1};
        }
    }
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        size_t n = strlen(words[w]);

        for (size_t i = s.start + 1; within && i + n < s.end; i++) { /* within a name */
            atoms rest;
            lexicon_hit hit;

            if (c->text[i] != ' ' || memcmp(c->text + i, words[w], n) != 0)
                continue;
            rest = lexicon_cut(c->lx, c->text + i + n, s.end - i - n, c->arena);
            if (!rest.count || !lexicon_match(c->lx, &rest, 0, &hit) || hit.atoms != rest.count ||
                !hit.thing)
                continue;
            *sort = hit.thing->category;
            return (eligo_span){s.start, i + n - 1};
        }
        for (size_t k = 0; k < x->qualifier_count; k++) { /* between a name and what it is about */
            const rule_qualifier *q = &x->qualifiers[k];

            /* "interest in lowering the risk of stroke": of what no lexicon knows */
            if (!x->subject.concept && q->concept && q->span.start > s.end + n &&
                text_is(q->kind, "about") &&
                memcmp(c->text + q->span.start - n, words[w], n) == 0) {
                *sort = q->concept->category;
                return (eligo_span){s.start, q->span.start - 1};
            }
            if (q->span.start < s.end + n || q->span.start - s.end > n + 24 ||
                memcmp(c->text + s.end, words[w], n) != 0 ||
                !(text_is(q->kind, "about") ||
                  ((w == 0 || roles_within(c->text + s.start, s.end - s.start) & ROLE_CHANGE) &&
                   text_is(q->kind, "other"))))
                continue;
            *sort = q->concept ? q->concept->category : CATEGORY_NONE;
            return (eligo_span){s.start, s.end + n - 1};
        }
    }
    return (eligo_span){0, 0};
}

/* "Period of", "episodes of": a head that changes nothing. */
static bool light(const clause *c, eligo_span head)
{
    role_set roles = roles_within(c->text + head.start, head.end - head.start);

    return !(roles & ROLE_CHANGE) && /* "dose change of" */
           (roles & (ROLE_LIGHT | ROLE_LIGHT_OF | ROLE_LIGHT_CONDITION | ROLE_PERIOD));
}

static bool behind_examples(const entries *e, size_t m)
{
    return m > 0 && (e->at[m - 1].link == PART_LIKE || e->at[m - 1].example);
}

/* Does the word before `at` lead to what a head is about: "before", "preventing"? */
static bool leads_to(const clause *c, size_t from, size_t at)
{
    size_t end = at, start;

    while (end > from && c->text[end - 1] == ' ')
        end--;
    for (start = end; start > from && isalpha((unsigned char)c->text[start - 1]);)
        start--;
    if (roles_all(c->text + start, end - start) & ROLE_LEADS)
        return true;
    return end - start > 5 && text_equal_nocase(c->text + end - 3, 3, "ing");
}

/* A thing that is done, measured or used, and no illness. */
static bool no_illness(category k)
{
    return k == CATEGORY_MEASUREMENT || k == CATEGORY_SCORE || k == CATEGORY_PROCEDURE ||
           k == CATEGORY_SOCIAL || k == CATEGORY_DEVICE || k == CATEGORY_ENCOUNTER;
}

/* May the day of it be meant, as that of the anchor is? */
static bool is_anchor_too(const rule_window *w, const rule_subject *s)
{
    bool happens = s->concept && s->concept->flags & CONCEPT_EVENT;

    if (!w->anchor_concept)
        return strcmp(w->anchor, "surgery") == 0 && (happens || concept_is_treatment(s->concept));
    return w->anchor_concept->category == s->category || happens ||
           concept_is_treatment(s->concept);
}

/* "Reasons preventing exercise and exercise tests", "stroke before angiography or surgery": what
 * stands last in an item, and is said of its head, may go on behind the connective. The head's
 * words; an empty span: there are none, or what follows is nothing of that sort. */
static eligo_span tail_of(const clause *c, const item *x, const item *next, bool slash)
{
    const part *when = x->window ? x->window : x->event;
    const rule_qualifier *last = x->qualifier_count ? &x->qualifiers[0] : NULL;
    category sort = next->subject.category;

    if (when && when->window && when->span.end == x->span.end &&
        when->span.start > x->subject.span.end && is_anchor_too(when->window, &next->subject))
        return (eligo_span){x->subject.span.start, when->span.end};
    for (size_t k = 1; k < x->qualifier_count; k++)
        if (x->qualifiers[k].span.end > last->span.end)
            last = &x->qualifiers[k];
    bool during = last && (widen_is_before(c, last->span.start, "during") ||
                           widen_is_before(c, last->span.start, "while"));

    if (!last ||
        (!during && !last->concept && (x->subject.concept || !text_is(last->kind, "other"))) ||
        (last->concept && !text_is(last->kind, "about")) || last->span.end != x->span.end ||
        last->span.start <= x->subject.span.end || !no_illness(sort))
        return (eligo_span){0, 0};
    /* "improvement in symptoms and histology" */
    if (!during && !(!x->subject.concept && !slash && widen_is_before(c, last->span.start, "in")) &&
        /* "carpal tunnel syndrome by examination or EMG" */
        !(last->concept && no_illness(last->concept->category) &&
          widen_is_before(c, last->span.start, "by")) &&
        !(!x->subject.concept && last->concept && no_illness(last->concept->category) &&
          leads_to(c, x->subject.span.end, last->span.start)))
        return (eligo_span){0, 0};
    return (eligo_span){x->subject.span.start, last->span.start - 1};
}

bool widen_tails(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 0; i + 1 < e->count; i++) {
        rule_qualifier q = {.kind = "other"};

        /* "no improvement in symptoms or histology" */
        if (!entry_plain_but_for_no(&e->at[i]) || !entry_plain(&e->at[i + 1]) ||
            !entry_linked(&e->at[i + 1]) || e->at[i + 1].link == PART_COMMA || e->at[i + 1].loose ||
            !e->at[i + 1].item.subject.concept || e->at[i + 1].item.qualifier_count)
            continue;
        q.span = tail_of(c, &e->at[i].item, &e->at[i + 1].item, e->at[i + 1].link == PART_SLASH);
        if (!q.span.end)
            continue;
        q.value = q.text = arena_text(c->arena, c->text + q.span.start, q.span.end - q.span.start);
        changed = (q.text && widen_qualify(&wide->at[i + 1].item, &q)) || changed;
    }
    return changed;
}

/* "Requiring dialysis or ventilation", "dependence on alcohol or opioids": it is said of each. */
bool widen_needed(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 0; i + 1 < e->count; i++) {
        const item *x = &e->at[i].item;

        if (!x->need || !x->has_subject || x->judge || x->negated)
            continue;
        for (size_t m = i + 1;
             m < e->count && entry_linked(&e->at[m]) && entry_plain(&e->at[m]) && !e->at[m].loose &&
             !e->at[m].item.current && !e->at[m].item.window && e->at[m].item.subject.concept &&
             e->at[m].item.subject.concept != x->subject.concept &&
             widen_alike(c, x, &e->at[m].item);
             m++) {
            wide->at[m].item.need = true;
            wide->at[m].item.tied = x->tied;
            changed = true;
        }
    }
    return changed;
}

/* "Plans to exercise to lower the risk of gout and stroke": no stroke, but what the head, or so
 * much of it, is about */
static void is_aim(const clause *c, item *x, eligo_span head)
{
    item_qualify(c, x, "about", NULL, x->subject.span, x->subject.concept);
    x->subject.text = arena_printf(
        c->arena, "%.*s: %.*s", (int)(head.end - head.start), c->text + head.start,
        (int)(x->subject.span.end - x->subject.span.start), c->text + x->subject.span.start);
    x->subject.concept = NULL;
    x->subject.category = CATEGORY_NONE;
    x->subject_part = NULL;
}

/* Nothing is said of it but when it was: "(< 2 months)". */
static bool plain_but_for_time(const entry *x)
{
    entry bare = *x;

    if (x->item.quantity_count == 1 && x->item.quantities[0]->period && !x->item.age)
        bare.item.quantity_count = 0;
    return entry_plain(&bare);
}

/* "Surgery for a large tumor (> 5 cm) or abscess": what a bracket says of the first does not end
 * what its head is about. */
static bool heads_list(const entry *x)
{
    entry bare = *x;

    bare.item.defined = NULL;
    return !x->item.negated && entry_plain_but_for_no(&bare);
}

/* "Hospitalization for asthma or COPD": the head may be meant of all that follows. */
bool widen_heads(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 0; i + 1 < e->count; i++) {
        const item *x = &e->at[i].item;
        category sort;
        eligo_span head;
        rule_qualifier q;
        bool aims = false;

        if (!x->has_subject || (x->caused && x->subject.concept) ||
            !(head = head_of(c, x, &sort, &aims)).end || (x->caused && !aims) ||
            (aims ? x->negated || x->judge : !heads_list(&e->at[i]) || light(c, head)))
            continue;
        q = widen_words(c, head);
        for (size_t m = i + 1;
             q.text && m < e->count &&
             (e->at[m].link == PART_LIKE || e->at[m].example ||
              (entry_linked(&e->at[m]) && plain_but_for_time(&e->at[m]) && !e->at[m].loose &&
               !(e->at[m].link == PART_COMMA && behind_examples(e, m)) && !e->at[m].item.renamed &&
               !e->at[m].item.caused &&
               (sort == CATEGORY_NONE || !e->at[m].item.subject.concept ||
                e->at[m].item.subject.category == sort ||
                /* "steroids for transplantation or autoimmune disease" */
                (sort == CATEGORY_PROCEDURE && concept_is_treatment(x->subject.concept) &&
                 e->at[m].item.subject.category == CATEGORY_CONDITION))));
             m++)
            if (!e->at[m].item.subject.concept) {
                continue; /* "for respiratory, metabolic or cardiac events": what no lexicon knows
                           */
            } else if (aims && e->at[m].link != PART_LIKE && !e->at[m].example) {
                is_aim(c, &wide->at[m].item, head);
                changed = true;
            } else if (e->at[m].link != PART_LIKE && !e->at[m].example)
                changed = widen_qualify(&wide->at[m].item, &q) || changed;
    }
    return changed;
}

/* Where "requiring" stands behind the thing of an item: the words from the thing to it; an empty
 * span: nowhere. */
static eligo_span need_of(const clause *c, const item *x)
{
    static const char *const words[] = {" requiring", " that require", " which require",
                                        " necessitating", " needing"};
    eligo_span s = x->subject.span;

    for (size_t i = s.end; i + 1 < x->span.end; i++)
        for (size_t w = 0; c->text[i] == ' ' && strchr("rtwnRTWN", c->text[i + 1]) &&
                           w < sizeof words / sizeof *words;
             w++)
            if (text_starts_nocase(c->text + i, x->span.end - i, words[w])) {
                size_t end = i + strlen(words[w]);

                while (end < x->span.end && c->text[end] != ' ')
                    end++;
                return (eligo_span){s.start, end};
            }
    return (eligo_span){0, 0};
}

bool entry_joined_by_word(const entry *x)
{
    return part_links(x->link) && x->link != PART_COMMA;
}

bool item_time_is_of_need(const clause *c, const item *x)
{
    const part *const times[] = {x->window, x->duration, x->event};
    bool of_need = false;
    size_t need;

    if (!x->window && !x->duration && !x->event)
        return false; /* nearly always */
    need = x->has_subject ? need_of(c, x).end : 0;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        of_need =
            of_need || (times[i] && ((need && times[i]->span.start >= need) ||
                                     (x->judge && times[i]->span.start >= x->judge_span.start)));
    return of_need;
}

/* "Diabetes or hypertension requiring three drugs for a year": what the last needs, and for how
 * long, may be said of those before it. */
bool widen_required(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;
        rule_qualifier q;

        if (!y->has_subject || y->judge || y->subject.category != CATEGORY_CONDITION ||
            !entry_joined_by_word(&e->at[i]) || e->at[i].loose || !need_of(c, y).end)
            continue;
        q = widen_words(c, (eligo_span){y->subject.span.end + 1, y->span.end});
        for (size_t m = i; q.text && m-- > 0 && entry_linked(&e->at[m + 1]) &&
                           entry_plain(&e->at[m]) && !e->at[m].item.qualifier_count &&
                           !e->at[m].item.window && !e->at[m].item.duration &&
                           e->at[m].item.subject.category == CATEGORY_CONDITION;)
            changed = widen_qualify(&wide->at[m].item, &q) || changed;
    }
    return changed;
}

/* "Asthma requiring steroids or omalizumab": what stands beside the treatment that a condition
 * needs may be needed for it as well, and need not be asked for by itself. */
bool widen_needs(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 0; i + 1 < e->count; i++) {
        const item *x = &e->at[i].item;
        eligo_span need;
        rule_qualifier q;

        if (!x->has_subject || x->quantity_count || x->judge || x->defined || e->at[i].group ||
            (x->subject.concept && x->subject.category != CATEGORY_CONDITION) ||
            !(need = need_of(c, x)).end)
            continue;
        q = widen_words(c, need);
        for (size_t m = i + 1;
             q.text && m < e->count && entry_linked(&e->at[m]) && entry_plain(&e->at[m]) &&
             !e->at[m].item.caused && !e->at[m].item.renamed && e->at[m].item.subject.concept &&
             (concept_is_treatment(e->at[m].item.subject.concept) ||
              e->at[m].item.subject.category == CATEGORY_ENCOUNTER ||
              e->at[m].item.subject.category == CATEGORY_DEVICE);
             m++)
            changed = widen_qualify(&wide->at[m].item, &q) || changed;
    }
    return changed;
}
