/* What an item is about: the head of its noun phrases, a concept or unknown words, and what else is
 * named beside it, which narrows it. */
#include "grammar/bound.h"
#include "grammar/status.h"

#include "engine/base/text.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

/* ---- small words that the field uses without meaning much (rules/roles.tsv) ---- */

/* Behind the name of a thing these change nothing: "epilepsy disorder", "warfarin therapy". */
static bool light_behind(const part *p, const concept *about)
{
    if (!about)
        return p->roles & ROLE_LIGHT;
    if (category_is_quantity(about->category))
        return p->roles & (ROLE_LIGHT | ROLE_LIGHT_QUANTITY);
    if (about->category == CATEGORY_MEDICATION || about->category == CATEGORY_PROCEDURE ||
        about->category == CATEGORY_IMMUNIZATION || about->category == CATEGORY_DEVICE)
        return p->roles & (ROLE_LIGHT | ROLE_LIGHT_TREATMENT);
    if (about->category == CATEGORY_ALLERGY) /* "allergy to latex products" */
        return p->roles & (ROLE_LIGHT | ROLE_LIGHT_TREATMENT | ROLE_LIGHT_CONDITION);
    return p->roles & (ROLE_LIGHT | ROLE_LIGHT_CONDITION);
}

/* "Methotrexate started within 4 weeks", "metformin monotherapy": what is said of a treatment
 * behind its name, which it narrows and does not change. */
static bool said_of_treatment(const part *p, const concept *about)
{
    return p->kind == PART_WORD && text_is(p->value, "done") && concept_is_treatment(about);
}

/* Before the name of a quantity these say where it was taken or how, not what it is. Before others
 * most of them narrow: "preoperative chemotherapy". */
static bool light_before(const part *p, const concept *about)
{
    role_set light = ROLE_WEIGHTLESS;

    if (category_is_quantity(about->category))
        light |= ROLE_LIGHT_BEFORE;
    else if (about->category == CATEGORY_CONDITION)
        light |= ROLE_WEIGHTLESS_CONDITION;
    return p->roles & light;
}

/* "warfarin therapy", "CABG surgery": a name of the class behind the name of the thing. */
static bool adds_nothing(const part *p, const concept *about)
{
    const concept *k = p->hit.thing;

    /* "allergy to penicillin antibiotics" */
    if (k && about && about->category == CATEGORY_ALLERGY && about->substance)
        return concept_is(about->substance, k);
    return k && about && about != k &&
           (about->category == CATEGORY_MEDICATION || about->category == CATEGORY_PROCEDURE) &&
           ((k->flags & CONCEPT_WEAK) || (p->roles & ROLE_LIGHT_TREATMENT) ||
            concept_is(about, k)) &&
           light_behind(p, about);
}

/* "Allergy to iodine-containing contrast media": it goes on with what the allergy is to, and is
 * nothing that the patient takes. */
static bool says_allergen(const part *p, const concept *about)
{
    return about && about->category == CATEGORY_ALLERGY && p->hit.thing &&
           p->hit.thing->category != CATEGORY_ALLERGY;
}

/* A preposition, a copula or a relative word ends a noun phrase; an article does not. */
static bool ends_phrase(const part *p)
{
    switch (p->kind) {
    case PART_FILL: return !(p->roles & ROLE_ARTICLE);
    case PART_WORD:
    case PART_THING:
    case PART_QUAL:
    case PART_SEX: return false;
    case PART_PERSON: return false;
    default: return true;
    }
}

/* "latent tuberculosis (TB)": does the name end in that of another thing, which the short form is
 * of? */
static bool ends_in_name(const clause *c, eligo_span name, const concept *of)
{
    for (size_t i = name.start; i < name.end; i++) {
        atoms cut;
        lexicon_hit hit;

        if (!isspace((unsigned char)c->text[i]))
            continue;
        cut = lexicon_cut(c->lx, c->text + i + 1, name.end - i - 1, c->arena);
        if (cut.count && lexicon_match(c->lx, &cut, 0, &hit) && hit.atoms == cut.count &&
            (hit.thing == of || hit.quantity == of))
            return true;
    }
    return false;
}

static bool says_result(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "result"))
            return true;
    return false;
}

/* "Onset of X", "X that occurred": a window is about its beginning. */
static bool asks_onset(const clause *c, const part *p, const concept *about)
{
    return p->kind == PART_WORD && about && about->category == CATEGORY_CONDITION &&
           role_is_of(ROLE_BEGINS, c->text + p->span.start, p->span.end - p->span.start);
}

static void qualify_onset(const clause *c, item *x, const part *p)
{
    item_qualify(c, x, "course", "onset", p->span, NULL);
}

/* "hemoglobin (Hb) change", "BMI (kg/m2) percentile": a short form or a unit in a bracket inside
 * the name of a quantity */
static bool inside_name(const part *list, size_t k, size_t from, size_t to)
{
    const part *p = &list[k];

    if (p->kind != PART_BRACKET || k == from || k + 1 >= to || list[k - 1].kind != PART_THING ||
        !list[k - 1].hit.quantity || list[k + 1].kind != PART_WORD)
        return false;
    for (size_t i = 0; i < p->inside_count; i++)
        if (p->inside[i].kind != PART_THING && p->inside[i].kind != PART_WORD &&
            p->inside[i].kind != PART_UNIT && p->inside[i].kind != PART_FILL)
            return false;
    return true;
}

/* A noun phrase among the parts: those of content, and the last of them that names a concept. */
typedef struct {
    size_t first, last; /* words and names */
    size_t thing;       /* `to`: none is named */
    size_t end;         /* the part behind it */
} noun_phrase;

/* The phrase of [from, to). False: there is none. */
static bool next_phrase(const part *list, size_t from, size_t to, noun_phrase *n)
{
    bool content = false;

    *n = (noun_phrase){to, from, to, to};
    for (size_t k = from; k < to; k++) {
        const part *p = &list[k];

        if (p->kind == PART_WORD || p->kind == PART_THING) {
            if (n->first == to)
                n->first = k;
            n->last = k;
            content = true;
            if (p->kind == PART_THING &&
                !(n->thing < to && (adds_nothing(p, part_concept(&list[n->thing])) ||
                                    says_allergen(p, part_concept(&list[n->thing])))))
                n->thing = k;
        } else if (content && ends_phrase(p) && !inside_name(list, k, from, to)) {
            n->end = k;
            break;
        }
    }
    return content;
}

/* "Extra-hepatic cancer", "para-aortic mass": of another place than the name says. */
static bool lies_elsewhere(const clause *c, const part *word, const part *thing)
{
    return word->kind == PART_WORD && text_is(word->value, "elsewhere") &&
           word->span.end + 1 == thing->span.start && c->text[word->span.end] == '-';
}

/* "Greater than first degree AV block", "at least moderate asthma": what lies above it as well, or
 * alone. */
static bool is_compared(const part *list, size_t thing, const concept *about)
{
    const part *p;

    while (thing > 0 && list[thing - 1].kind == PART_QUAL)
        thing--;
    p = thing > 0 ? &list[thing - 1] : NULL;
    return p && p->kind == PART_WORD && p->value && about->category == CATEGORY_CONDITION &&
           (text_is(p->value, ">") || text_is(p->value, ">=") || text_is(p->value, "<"));
}

/* Does an unknown word make something else of the concept that the phrase names? What follows it
 * and is named is taken: "rifampicin therapy". */
static bool is_compound(const clause *c, const part *list, const noun_phrase *n,
                        const concept *about)
{
    bool compound = about->flags & CONCEPT_WEAK; /* "airway disease": the unknown word matters */

    if (n->thing > n->first && lies_elsewhere(c, &list[n->thing - 1], &list[n->thing]))
        return true;
    if (is_compared(list, n->thing, about))
        return true;

    for (size_t m = n->thing + 1; m <= n->last; m++)
        if (list[m].kind == PART_WORD && !light_behind(&list[m], about))
            compound = compound || !said_of_treatment(&list[m], about);
        else if (list[m].kind == PART_THING) {
            compound =
                compound || (says_allergen(&list[m], about) && !adds_nothing(&list[m], about));
            clause_take(c, list[m].span);
        }
    return compound;
}

/* The quantity whose name has a bracket inside: "BMI (kg/m2) percentile". NULL: none. */
static const part *without_bracket(const clause *c, const part *list, const noun_phrase *n)
{
    const part *t = &list[n->thing], *p;
    eligo_span rest, whole = {t->span.start, list[n->last].span.end};
    part *own;

    size_t next = n->thing + 1;

    while (next < n->last && list[next].kind != PART_WORD)
        next++;
    if (next > n->last || !memchr(c->text + t->span.end, ')', list[next].span.start - t->span.end))
        return NULL;
    rest = (eligo_span){list[next].span.start, whole.end};
    p = name_together(c, t->span, rest, t);
    own = p && p->hit.quantity ? arena_copy(c->arena, p, 1, sizeof *own) : NULL;
    if (own) {
        own->span = whole;
        own->unit = (rule_unit){0}; /* the unit is that of what the bracket stands behind */
    }
    return own;
}

/* The words of a compound, which no concept names; the concepts in it are mentioned. */
static void subject_unnamed(const clause *c, const part *list, const noun_phrase *n,
                            const concept *about, item *x)
{
    const part *whole = without_bracket(c, list, n);

    if (whole) {
        x->subject.concept = whole->hit.quantity;
        x->subject.category = whole->hit.quantity->category;
        x->subject.span = whole->span;
        x->subject_part = whole;
        return;
    }
    x->subject.concept = NULL;
    x->subject.category = about->category == CATEGORY_CONDITION ? CATEGORY_NONE : about->category;
    x->subject.span = (eligo_span){list[n->first].span.start, list[n->last].span.end};
    for (size_t m = n->first; m <= n->last; m++)
        if (list[m].kind == PART_THING)
            item_qualify(c, x, "about", NULL, list[m].span, part_concept(&list[m]));
}

/* The concept that a phrase names is the subject. `onset`: the word of a beginning that stood
 * before the phrase, or NULL. */
static void subject_named(const clause *c, const part *list, const noun_phrase *n,
                          const part *onset, item *x)
{
    const part *t = &list[n->thing];
    const concept *about = part_concept(t);

    if (t->hit.quantity && t->hit.thing && says_result(x))
        about =
            t->hit.quantity; /* "positive occult blood test": the result, not that it was done */
    assert(about);           /* a thing has one or the other */
    x->has_subject = true;
    x->subject.who = x->who;
    if (is_compound(c, list, n, about)) {
        subject_unnamed(c, list, n, about, x);
        return;
    }
    x->subject.concept = about;
    x->subject.category = about->category;
    x->subject_part = t;
    x->subject.span = t->span;
    if (onset && asks_onset(c, onset, about))
        qualify_onset(c, x, onset);
    else if (onset && text_is(onset->value, "done"))
        item_qualify(c, x, "other", NULL, onset->span, NULL);
    for (size_t m = n->thing + 1; m <= n->last; m++)
        if (asks_onset(c, &list[m], about))
            qualify_onset(c, x, &list[m]);
        else if (said_of_treatment(&list[m], about))
            item_qualify(c, x, "other", NULL, list[m].span, NULL);
    for (size_t m = n->first; m < n->thing; m++)
        if (asks_onset(c, &list[m], about))
            qualify_onset(c, x, &list[m]);
        else if (list[m].kind == PART_WORD && !light_before(&list[m], about))
            item_qualify(c, x, "other", NULL, list[m].span, NULL);
        else if (list[m].kind == PART_THING)
            item_qualify(c, x, "about", NULL, list[m].span, part_concept(&list[m]));
}

/* "Initiation of insulin", "monotherapy with metformin": does the treatment that `word` is said of
 * stand behind the preposition at `of`? */
static bool leads_to_treatment(const part *word, const part *list, size_t of, size_t to)
{
    noun_phrase n;

    return text_is(word->value, "done") && next_phrase(list, of + 1, to, &n) && n.thing < to &&
           part_concept(&list[n.thing]) && said_of_treatment(word, part_concept(&list[n.thing]));
}

/* The phrase that says what [from, to) is about: light heads ("onset of") and verbs alone are
 * passed over. Where it ends; SIZE_MAX: there is none. */
static size_t read_head(const clause *c, const part *list, size_t from, size_t to, item *x)
{
    const part *light = NULL;
    noun_phrase n;

    for (size_t i = from; next_phrase(list, i, to, &n); i = n.end) {
        if (n.thing < to) {
            subject_named(c, list, &n, light, x);
            return n.end;
        }
        if (n.first == n.last && n.end < to) {
            const part *word = &list[n.first];
            bool of = list[n.end].kind == PART_OF || list[n.end].kind == PART_WITH;
            size_t next = n.end;

            if (of && !light &&
                ((word->roles & ROLE_LIGHT_OF) || leads_to_treatment(word, list, n.end, to))) {
                light = word;
                continue;
            }
            /* verbs and remarks alone are no subject where a concept follows */
            while ((word->roles & ROLE_VERB) && next < to && list[next].kind != PART_WORD &&
                   list[next].kind != PART_THING)
                next++;
            if ((word->roles & ROLE_VERB) && next < to)
                continue;
        }
        x->has_subject = true;
        x->subject.span = (eligo_span){list[n.first].span.start, list[n.last].span.end};
        x->subject.who = x->who;
        return n.end;
    }
    return SIZE_MAX;
}

/* Where what stands behind the head goes on, small words aside. */
static size_t behind_head(const part *list, size_t i, size_t to, bool wide)
{
    while (i < to && (list[i].kind == PART_FILL || list[i].kind == PART_OF ||
                      list[i].kind == PART_WITH || list[i].kind == PART_ANYOF ||
                      (wide && (list[i].kind == PART_QUAL || list[i].kind == PART_CAUSED ||
                                list[i].kind == PART_FOR))))
        i++;
    return i;
}

/* "Prednisone > 10 mg/day for", "steroids within a month to treat": where the dose and the times
 * end that stand between a treatment and what it is for; i: nothing of the kind stands there. */
static size_t behind_dose(const clause *c, const part *list, size_t i, size_t to, const item *x)
{
    size_t k = i;

    while (k < to && (list[k].kind == PART_QUANTITY || list[k].kind == PART_WINDOW ||
                      list[k].kind == PART_DURATION))
        k++;
    return k > i && k < to && part_aims(c, &list[k]) && concept_is_treatment(x->subject.concept)
               ? k
               : i;
}

/* "Allergy to penicillin": what the head that ends at i is about. */
static void read_object(const clause *c, const part *list, size_t i, size_t to, item *x)
{
    size_t k = behind_head(list, behind_dose(c, list, i, to, x), to, true);

    x->head = x->subject.span;
    x->head_concept = x->subject.concept;
    if (k > i && k < to && list[k].kind == PART_THING && &list[k] != x->people) {
        x->object = &list[k];
        x->complement = part_concept(&list[k]);
    }
}

/* "Allergy to penicillin", "infection with X": one name in the lexicon? What follows it. */
static size_t name_whole(const clause *c, const part *list, size_t i, size_t to, item *x)
{
    size_t k = behind_head(list, i, to, false);
    const concept *own;
    const part *p;

    if (!x->subject_part || i >= to || list[i].kind == PART_CAUSED || k == i || k >= to ||
        list[k].kind != PART_THING)
        return i;
    p = name_together(c, list[k].span, x->subject.span, x->subject_part);
    if (!p && item_bare_allergy(x) && (own = clause_allergy_to(c, list[k].span))) {
        x->subject.concept = own; /* "allergy or hypersensitivity to penicillin" */
        x->subject.category = own->category;
        x->subject.span = (eligo_span){x->subject.span.start, list[k].span.end};
        return k + 1;
    }
    if (!p || !p->hit.thing)
        return i;
    /* "infection with hepatitis B (or C)": the head adds nothing to the name */
    if (p->hit.thing == list[k].hit.thing) {
        clause_take(c, x->subject.span);
        x->subject.span = list[k].span;
        x->subject_part = &list[k];
    }
    x->subject.concept = p->hit.thing;
    x->subject.category = p->hit.thing->category;
    x->subject.span = (eligo_span){x->subject.span.start, list[k].span.end};
    return k + 1;
}

/* "(Lithium) during the current episode": no episode of the thing, but when it was. */
static bool says_during(const clause *c, const part *list, size_t i)
{
    static const char during[] = "during";

    while (i > 1 && (list[i - 1].kind == PART_CURRENT || list[i - 1].kind == PART_FILL)) {
        const part *p = &list[--i];

        if (text_starts_nocase(c->text + p->span.start, p->span.end - p->span.start, during))
            return true;
    }
    return false;
}

/* "Steroids given to the mother": to somebody, who may be another. */
static bool given_to(const part *p, const concept *about)
{
    return concept_is_treatment(about) && p->roles & ROLE_PEOPLE;
}

/* What else is named belongs to it: mentioned, and a restriction that nobody can check. */
static void narrow(const clause *c, const part *list, size_t i, size_t to, item *x)
{
    const concept *about = x->subject.concept;

    for (; i < to; i++) {
        if (&list[i] == x->people)
            continue;
        if (list[i].kind == PART_THING) {
            /* "hepatitis C (HCV RNA positive) infection": what it is a kind of */
            if (i > 0 && list[i - 1].kind == PART_BRACKET && about && part_concept(&list[i]) &&
                about->category == CATEGORY_CONDITION && concept_is(about, part_concept(&list[i])))
                clause_take(c, list[i].span);
            else
                item_qualify(c, x, "about", NULL, list[i].span, part_concept(&list[i]));
        } else if (asks_onset(c, &list[i], about))
            qualify_onset(c, x, &list[i]);
        else if (list[i].kind == PART_WORD &&
                 (!light_behind(&list[i], about) || says_during(c, list, i) ||
                  given_to(&list[i], about)) &&
                 !(about && category_is_quantity(about->category) && light_before(&list[i], about)))
            item_qualify(c, x, "other", NULL, list[i].span, NULL);
    }
}

void item_find_subject(const clause *c, const part *list, size_t from, size_t to, item *x)
{
    size_t i = read_head(c, list, from, to, x);

    if (i == SIZE_MAX)
        return;
    if (x->alias && x->subject.concept && x->subject_part == x->things[0] &&
        x->alias->category == x->subject.category && !concept_is(x->subject.concept, x->alias) &&
        !ends_in_name(c, x->subject.span, x->alias))
        x->subject.concept = x->alias;
    read_object(c, list, i, to, x);
    narrow(c, list, name_whole(c, list, i, to, x), to, x);
    if (says_result(x))
        (void)status_of_item(c, x);
    x->subject.text = arena_text(c->arena, c->text + x->subject.span.start,
                                 x->subject.span.end - x->subject.span.start);
}
