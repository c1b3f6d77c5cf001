#include "grammar/widen.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <string.h>
#include <strings.h>

/* A word in the name of one thing that may be meant of the other, where that makes a kind of it
 * that has a name, too: the first word of the first, the organ of the last. */

/* A condition or a procedure that is named, with nothing else said of it. */
static bool just_named(const entry *e)
{
    const item *x = &e->item;
    category k = x->subject.category;

    return entry_plain(e) && x->subject.concept && !x->qualifier_count &&
           (k == CATEGORY_CONDITION || k == CATEGORY_PROCEDURE || k == CATEGORY_ALLERGY) &&
           x->subject.span.end > x->subject.span.start;
}

/* Are the words, all of them, the name of a thing? */
static bool names_thing(const clause *c, eligo_span s, lexicon_hit *hit)
{
    atoms words = lexicon_cut(c->lx, c->text + s.start, s.end - s.start, c->arena);

    return words.count && lexicon_match(c->lx, &words, 0, hit) && hit->atoms == words.count &&
           hit->thing;
}

/* "Intolerances", "hypersensitivity": of what, the words around it tell. */
static bool says_to_what(const clause *c, eligo_span s)
{
    return roles_all(c->text + s.start, s.end - s.start) & ROLE_OBJECT;
}

/* "Allergy or hypersensitivity", one name: its first word, which says the same. Else the whole. */
static eligo_span first_of_same(const clause *c, eligo_span s)
{
    size_t end = s.start;

    while (end < s.end && c->text[end] != ' ')
        end++;
    return end < s.end && says_to_what(c, (eligo_span){s.start, end}) &&
                   roles_of_last(c->text + s.start, s.end - s.start) & ROLE_OBJECT
               ? (eligo_span){s.start, end}
               : s;
}

/* The same of an entry that names nothing else: "food allergies, intolerances or reactions". */
static bool only_says_to_what(const clause *c, const entry *e)
{
    const item *x = &e->item;

    return x->has_subject && !x->subject.concept && !x->qualifier_count && !x->quantity_count &&
           says_to_what(c, x->subject.span);
}

/* Does a list go on at entry m, by a word, or by commas that end in one? */
static bool goes_on(const clause *c, const entries *e, size_t m)
{
    const entry *x = &e->at[m];
    eligo_span s = x->item.subject.span;

    if (x->link == PART_COMMA)
        return list_ends_in_word(e, m) ||
               (m + 1 == e->count && first_of_same(c, s).end < s.end); /* "..., A or B", as one */
    return (x->link == PART_OR || x->link == PART_AND || x->link == PART_ANDOR ||
            x->link == PART_SLASH) &&
           (!x->loose || e->at[m - 1].link == PART_COMMA);
}

/* The kind of y that the first word of the name of x would make of it: "gestational hypertension",
 * of "gestational diabetes or hypertension". NULL: the lexicon knows none, or the word is one of
 * the grammar ("chronic", "severe"), which speaks for itself. */
static const concept *kind_of_both(const clause *c, const item *x, const item *y)
{
    eligo_span a = x->subject.span, b = first_of_same(c, y->subject.span);
    size_t end = a.start, size, covered;
    atoms words;
    lexicon_hit rest, kind;
    const cue *word;
    char *text;

    while (end < a.end && c->text[end] != ' ')
        end++;
    if (end == a.end || b.end - b.start > 64 || end - a.start > 64)
        return NULL;
    /* "carpal tunnel syndrome": without its first word it is nothing; of "total knee or hip
     * arthroplasty" the noun stands behind the second; "food intolerance" says by it to what */
    if (names_thing(c, a, &rest) &&
        !(says_to_what(c, (eligo_span){end + 1, a.end}) && says_to_what(c, b)) &&
        (!names_thing(c, (eligo_span){end + 1, a.end}, &rest) || rest.thing == x->subject.concept))
        return NULL;
    size = end - a.start + 1 + b.end - b.start;
    if (!(text = arena_array(c->arena, size + 1, 1)))
        return NULL;
    memcpy(text, c->text + a.start, end - a.start);
    text[end - a.start] = ' ';
    memcpy(text + (end - a.start) + 1, c->text + b.start, b.end - b.start);
    words = lexicon_cut(c->lx, text, size, c->arena);
    word = words.count ? cue_match(&words, 0, &covered) : NULL;
    if (!words.count || (word && word->class == CUE_QUAL) ||
        !lexicon_match(c->lx, &words, 0, &kind) || kind.atoms != words.count || !kind.thing ||
        (kind.thing->category != y->subject.category &&
         kind.thing->category != x->subject.category))
        return NULL;
    /* "food allergies or hypersensitivity": the same in other words, and in the same ones another
     * thing ("pulmonary hypertension or hypertension") */
    if (kind.thing == x->subject.concept && b.end - b.start >= a.end - end - 1 &&
        strncasecmp(c->text + end + 1, c->text + b.start, a.end - end - 2) == 0)
        return NULL;
    return kind.thing == y->subject.concept ? NULL : kind.thing;
}

/* The same with words before `start`: "primary total hip or knee replacement". */
static bool named_before(const entry *e, size_t start)
{
    entry bare = *e;

    for (size_t i = 0; i < e->item.qualifier_count; i++)
        if (e->item.qualifiers[i].span.end > start)
            return false;
    bare.item.qualifier_count = 0;
    return just_named(&bare);
}

/* The word that is part of the name now narrows nothing beside it. */
static void drop_said(item *x, size_t start)
{
    size_t kept = 0;

    for (size_t i = 0; i < x->qualifier_count; i++)
        if (x->qualifiers[i].span.start != start)
            x->qualifiers[kept++] = x->qualifiers[i];
    x->qualifier_count = kept;
}

/* "Gestational diabetes or hypertension", "viral hepatitis or pneumonia", "difficult mask
 * ventilation/intubation": the first word of a name may be meant of the second thing, where that
 * makes a kind of it, or of the first, that has a name, too. */
bool widen_kinds(const clause *c, const entries *e, entries *wide)
{
    enum { REACH = 8 }; /* entries that a word is said of, so that a long list costs no square */
    bool changed = false;

    for (size_t i = 0; i + 1 < e->count; i++) {
        size_t start = e->at[i].item.subject.span.start;

        if (!named_before(&e->at[i], start))
            continue;
        for (size_t m = i + 1; m < e->count && m - i <= REACH && goes_on(c, e, m) &&
                               (named_before(&e->at[m], start) || only_says_to_what(c, &e->at[m]));
             m++) {
            const concept *kind = e->at[m].item.subject.concept
                                      ? kind_of_both(c, &e->at[i].item, &e->at[m].item)
                                      : NULL;

            if (!kind)
                continue;
            wide->at[m].item.subject.concept = kind;
            wide->at[m].item.subject.category = kind->category;
            drop_said(&wide->at[m].item, start);
            changed = true;
        }
    }
    return changed;
}

/* Where the words " of X" begin that end the name of x; 0: it has none. */
static size_t organ_of(const clause *c, const item *x)
{
    eligo_span s = x->subject.span;

    for (size_t i = s.end; i-- > s.start + 1;)
        if (s.end - i > 4 && memcmp(c->text + i, " of ", 4) == 0)
            return i;
    return 0;
}

/* The kind of y in the organ that ends the name of x: "adenocarcinoma of the esophagus". */
static const concept *kind_there(const clause *c, const item *y, eligo_span organ)
{
    eligo_span s = y->subject.span;
    size_t size = s.end - s.start + organ.end - organ.start;
    char *text = size < 128 ? arena_array(c->arena, size + 1, 1) : NULL;
    atoms words;
    lexicon_hit hit;

    if (!text)
        return NULL;
    memcpy(text, c->text + s.start, s.end - s.start);
    memcpy(text + (s.end - s.start), c->text + organ.start, organ.end - organ.start);
    words = lexicon_cut(c->lx, text, size, c->arena);
    return words.count && lexicon_match(c->lx, &words, 0, &hit) && hit.atoms == words.count &&
                   hit.thing && hit.thing->category == y->subject.category
               ? hit.thing
               : NULL;
}

/* "Basal cell carcinoma or carcinoma in situ of the cervix": has x an organ of its own, the skin,
 * and y one within the body, where no cancer of the skin is? (One of the vulva or the breast may be
 * of the skin.) */
static bool own_organ(const concept *x, const concept *y)
{
    static const landmark inside[] = {LANDMARK_CERVICAL_CANCER, LANDMARK_CERVICAL_NEOPLASIA,
                                      LANDMARK_PROSTATE_DISEASE, LANDMARK_BLADDER_CANCER};

    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
        if (is_under_landmark(y, inside[i]))
            return is_under_landmark(x, LANDMARK_SKIN_CANCER);
    return false;
}

/* "Adenocarcinoma or squamous cell carcinoma of the esophagus": the organ may be that of the first,
 * too; of a tumour it narrows one that has no name there. */
bool widen_organs(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const entry *y = &e->at[i];
        const item *x = &e->at[i - 1].item;
        const concept *kind, *tumor;
        eligo_span organ = {0, y->item.subject.span.end};

        if ((y->link != PART_OR && y->link != PART_AND && y->link != PART_ANDOR) || y->loose ||
            !just_named(&e->at[i - 1]) || !entry_plain(y) || !y->item.subject.concept ||
            organ_of(c, x) || !(organ.start = organ_of(c, &y->item)))
            continue;
        kind = kind_there(c, x, organ);
        tumor = lexicon_landmark(c->lx, LANDMARK_NEOPLASM);
        if (kind && kind != x->subject.concept) {
            wide->at[i - 1].item.subject.concept = kind;
            changed = true;
        } else if (!kind && tumor && concept_is(x->subject.concept, tumor) &&
                   !own_organ(x->subject.concept, y->item.subject.concept) &&
                   concept_is(y->item.subject.concept, tumor)) {
            item *w = &wide->at[i - 1].item;
            const char *where =
                arena_text(c->arena, c->text + organ.start + 4, organ.end - organ.start - 4);

            if (!where || w->qualifier_count == ITEM_QUALIFIERS)
                continue;
            w->qualifiers[w->qualifier_count++] =
                (rule_qualifier){"other", where, where, {organ.start + 4, organ.end}, NULL};
            changed = true;
        }
    }
    return changed;
}

bool widen_akin(const concept *a, const concept *b)
{
    if (!a || !b || a->category != CATEGORY_CONDITION || b->category != CATEGORY_CONDITION)
        return true;
    for (size_t i = 0; a->above[i]; i++)
        if (concept_is(b, a->above[i]))
            return true;
    return concept_is(b, a);
}
