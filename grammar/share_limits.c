/* What the limits of a list take from each other: a subject, a unit, the word of age ("BMI < 18.5
 * or >= 30 kg/m2", "< 18 or > 65 years old"). */
#include "grammar/bound.h"
#include "grammar/list.h"
#include "grammar/status.h"
#include "rules/landmark.h"

#include <string.h>

/* "GOLD 2 to 3, at least 10 pack-years": the unit of x tells another quantity than that of y; "ECOG
 * 0-1, 18-60 years": nor is a score measured in years. */
static bool measures_another(const clause *c, const item *x, const item *y)
{
    const concept *own = quantity_of_unit(c, x->quantities[0]);
    bool same = false, any = false;

    if (x->quantities[0]->period == 'a' && y->thing_count && y->subject.concept &&
        category_is_quantity(y->subject.category) && !unit_fits(y->subject.concept, "a"))
        return true;

    for (size_t i = 0; own && i < y->thing_count; i++) {
        any = any || y->things[i]->hit.quantity;
        same = same || y->things[i]->hit.quantity == own;
    }
    return own && any && !same;
}

/* "Hemoglobin > 13 for men and > 12 for women, and age > 40": the age has its own word before the
 * number, and what stands before entry i has something that is measured. */
static bool measured_beside_age(const entries *e, size_t i)
{
    const item *y = &e->at[i].item;

    if (y->from >= y->to || y->in[y->from].kind != PART_AGEWORD)
        return false;
    for (size_t k = i - 1; k-- > 0;)
        if (e->at[k].item.quantity_count && e->at[k].item.thing_count &&
            e->at[k].item.things[0]->hit.quantity)
            return true;
    return false;
}

/* "< 18 or > 65 years old": so does the word of age */
static void share_ages(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;
        part *q;

        if (!item_wants_subject(x) || x->thing_count || x->quantity_count != 1 || !y->age ||
            y->thing_count || y->quantity_count != 1 || !entry_linked(&e->at[i]) ||
            !part_one_sided(x->quantities[0]) || !part_one_sided(y->quantities[0]) ||
            measured_beside_age(e, i) || (x->quantities[0]->unit.text && !x->quantities[0]->period))
            continue;
        q = arena_copy(c->arena, x->quantities[0], 1, sizeof *q);
        if (!q)
            return;
        if (!q->period) {
            q->unit = y->quantities[0]->unit;
            q->period = y->quantities[0]->period;
        }
        q->age = x->age = true;
        x->quantities[0] = q;
    }
}

/* "INR > 1.4 without X, or > 3.5 under Y": the second is of the same, for those who have Y */
static void share_under(entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const part *of = NULL;
        const char *measure = NULL;

        if (x->quantity_count != 1 || x->thing_count != 1 || x->things[0]->hit.quantity ||
            x->quantities[0]->span.start > x->span.start + 2)
            continue;
        for (size_t k = i; k-- > 0 && !of;)
            if (e->at[k].item.quantity_count && e->at[k].item.thing_count &&
                e->at[k].item.things[0]->hit.quantity) {
                of = e->at[k].item.things[0];
                measure = e->at[k].item.quantities[0]->unit.text;
            }
        /* "Hb 8 to 10 g/dL, or 9 to 11 g/dL on A": its unit says so */
        if (x->quantities[0]->unit.text
                ? !measure || !strchr(measure, '/') ||
                      strcmp(measure, x->quantities[0]->unit.text) != 0 || e->at[i].link != PART_OR
                : !x->current || !part_one_sided(x->quantities[0]))
            of = NULL;
        if (of) {
            x->things[x->thing_count++] = of;
            if (x->things[0]->span.start > of->span.start) {
                x->things[1] = x->things[0];
                x->things[0] = of;
            }
        }
    }
}

/* The entry whose quantity the bound of entry i may be of: the one before it, or, where that says
 * for whom the first is, "Hb 8-10 g/dL without A or 9-11 g/dL with A", what stands before that. */
static size_t measured_before(const entries *e, size_t i)
{
    const item *x = &e->at[i].item, *first;
    const part *q = x->quantities[0];

    if (i < 2 || e->at[i].link != PART_OR || e->at[i - 1].link != PART_WITH ||
        x->quantity_count != 1 || !q->unit.text || e->at[i - 1].item.quantity_count)
        return i - 1;
    first = &e->at[i - 2].item;
    return first->quantity_count == 1 && first->thing_count && first->quantities[0]->unit.text &&
                   strcmp(first->quantities[0]->unit.text, q->unit.text) == 0
               ? i - 2
               : i - 1;
}

/* "Hemoglobin < 8 g/dL, at least 2 moderate or 1 severe crisis": a number of what is so bad, and no
 * limit of what was measured before. */
static bool counts_degree(const item *x)
{
    const part *q = x->quantities[0];

    return x->quantity_count == 1 && !q->unit.text && q->relative == RELATIVE_NONE &&
           !q->predicted && q->low.given && x->qualifier_count &&
           text_is(x->qualifiers[0].kind, "severity") &&
           x->qualifiers[0].span.start == q->span.end + 1;
}

/* "BMI < 18.5 or >= 30 kg/m2": a bound without a subject is of the one before it, and the unit is
 * said once. */
static void share_subjects(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[measured_before(e, i)].item;

        if (x->quantity_count && !x->thing_count && !x->age && y->quantity_count &&
            !x->has_subject && !measures_another(c, x, y) && !counts_degree(x)) {
            x->so_many = y->has_subject && item_counts_too(x, y);
            if (!x->who && !x->person && y->thing_count && y->things[0]->hit.quantity) {
                /* "maternal heart rate below 60 or above 130" */
                item_is_of(x, y);
                x->either = y->either;
            }
            if (y->thing_count) {
                for (size_t k = 0; k < y->thing_count; k++)
                    x->things[x->thing_count++] = y->things[k];
                x->has_subject = y->has_subject;
                x->subject = y->subject;
                x->subject_part = y->subject_part;
            } else if (y->has_subject) {
                x->has_subject = true;
                x->subject = y->subject;
            }
            x->age = y->age ||
                     (x->quantities[0]->period && y->quantities[0]->period && !y->has_subject) ||
                     (y->quantities[0]->period == 'a' && !y->has_subject);
            /* "BMI <18.5 or >= 30 kg/m2": the unit is said once */
            if (!y->quantities[0]->unit.text && x->quantities[0]->unit.text &&
                y->quantity_count == 1) {
                part *q = arena_copy(c->arena, y->quantities[0], 1, sizeof *q);

                if (q && q->relative == RELATIVE_NONE && !q->predicted && !q->plus) {
                    q->unit = x->quantities[0]->unit;
                    q->period = x->quantities[0]->period;
                    e->at[measured_before(e, i)].item.quantities[0] = q;
                }
            } else if (y->quantities[0]->unit.text && !x->quantities[0]->unit.text &&
                       !x->quantities[0]->plus && x->quantities[0]->relative == RELATIVE_NONE) {
                part *q = arena_copy(c->arena, x->quantities[0], 1, sizeof *q);

                if (q) {
                    q->unit = y->quantities[0]->unit;
                    q->period = y->quantities[0]->period;
                    x->quantities[0] = q;
                }
            }
        }
    }
}

/* "ECOG > 2, or > 1 in patients aged over 70": two limits, of which one alone is an age */
static void share_two_limits(entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const part *q = x->quantities[0];

        if (x->quantity_count > 1 && x->age && !x->thing_count && !q->period && !q->age &&
            !x->quantities[1]->value_count && entry_linked(&e->at[i]) &&
            e->at[i - 1].item.quantity_count && e->at[i - 1].item.thing_count &&
            !e->at[i - 1].item.age)
            x->overflow = true;
    }
}

/* The number of an item that stands before the quantity it is of, and is all that is said of it. */
static const part *number_before(const item *x)
{
    const part *q = x->quantity_count == 1 && x->thing_count ? x->quantities[0] : NULL;

    return q && !q->unit.text && !q->period && q->relative == RELATIVE_NONE && !q->value_count &&
                   x->things[0]->hit.quantity && q->span.end <= x->things[0]->span.start &&
                   q->span.start <= x->span.start + 1
               ? q
               : NULL;
}

/* "At least 6 tender joints and 6 swollen joints": at least so many of both. */
static void share_sides(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        const part *of = number_before(&e->at[i - 1].item), *q = number_before(&e->at[i].item);
        part *own;

        if (!of || !q || !entry_linked(&e->at[i]) || !of->value[0] || q->value[0] ||
            !part_one_sided(of) || !q->low.given || !q->high.given ||
            q->low.value != q->high.value || !(own = arena_copy(c->arena, q, 1, sizeof *own)))
            continue;
        own->value = of->value;
        own->low = own->high = (rule_bound){0};
        *(of->low.given ? &own->low : &own->high) = (rule_bound){
            true, of->low.given ? of->low.inclusive : of->high.inclusive, q->low.value};
        e->at[i].item.quantities[0] = own;
    }
}

/* The part of an item that names the stage it has, and no more of the condition than that. */
static const part *stage_word(const item *x)
{
    return x->quantity_count == 1 && x->thing_count && x->things[0]->hit.quantity &&
                   x->things[0]->roles & ROLE_STAGE
               ? x->things[0]
               : NULL;
}

/* The condition that an item is about, perhaps behind its stage. */
static const part *condition_in(const item *x)
{
    for (size_t i = 0; i < x->thing_count; i++)
        if (x->things[i]->hit.thing && x->things[i]->hit.thing->category == CATEGORY_CONDITION)
            return x->things[i];
    return NULL;
}

/* "Recurrent asthma", "stage IV asthma": one kind of it, beside which there are others. */
static bool one_kind(const item *y)
{
    for (size_t i = 0; i < y->qualifier_count; i++)
        if (y->qualifiers[i].span.start == y->span.start &&
            !text_is(y->qualifiers[i].kind, "other") && !text_is(y->qualifiers[i].kind, "about"))
            return true;
    for (size_t i = 0; i < y->thing_count; i++)
        if (y->quantity_count && y->things[i]->hit.quantity && y->things[i]->roles & ROLE_STAGE)
            return true;
    return false;
}

static void name_condition(const clause *c, item *x, const part *of)
{
    eligo_span s = of->span;

    x->has_subject = true;
    x->subject.concept = of->hit.thing;
    x->subject.category = CATEGORY_CONDITION;
    x->subject.span = s;
    x->subject.text = arena_text(c->arena, c->text + s.start, s.end - s.start);
    x->subject_part = of;
}

void list_share_staged(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;
        const part *stage = stage_word(x), *of = condition_in(y);

        if (!stage || x->thing_count != 1 || x->judge || x->negated || !of || !one_kind(y) ||
            y->judge || y->negated || !entry_linked(&e->at[i]))
            continue;
        x->things[0] = of;
        x->things[x->thing_count++] = stage;
        name_condition(c, x, of);
    }
}

/* The adjective behind a stage, "breast" of "stage III breast"; NULL: the item says something else.
 */
static const rule_qualifier *staged_adjective(const clause *c, const item *x)
{
    const part *q = x->quantity_count == 1 ? x->quantities[0] : NULL;

    if (!q || x->judge || x->negated || condition_in(x) || q->span.start < x->subject.span.end ||
        !(roles_of_last(c->text + x->subject.span.start,
                        x->subject.span.end - x->subject.span.start) &
          ROLE_STAGE))
        return NULL;
    for (size_t k = 0; k < x->qualifier_count; k++)
        if (text_is(x->qualifiers[k].kind, "other") && x->qualifiers[k].span.start >= q->span.end)
            return &x->qualifiers[k];
    return NULL;
}

/* Makes x, "stage III breast", what its adjective and the last word of y name, of that stage. */
static void name_staged(const clause *c, item *x, eligo_span adjective, eligo_span stage,
                        const item *y)
{
    eligo_span noun = y->subject.span;
    const part *p;

    while (noun.end > noun.start && noun.end - 1 > noun.start && c->text[noun.end - 1] == ' ')
        noun.end--;
    for (size_t i = noun.start; i < noun.end; i++)
        noun.start = c->text[i] == ' ' ? i + 1 : noun.start;
    p = y->subject_part ? name_together(c, adjective, noun, y->subject_part) : NULL;
    if (!p || !p->hit.thing)
        return;
    x->subject.concept = p->hit.thing;
    x->subject.category = p->hit.thing->category;
    x->subject.span = adjective;
    x->subject.text =
        arena_text(c->arena, c->text + adjective.start, adjective.end - adjective.start);
    x->subject_part = p;
    x->quantity_count = x->thing_count = x->qualifier_count = 0;
    item_qualify(c, x, "other", NULL, stage, NULL);
}

/* "..., stage III breast or lung cancer": the stage stands before an adjective of the first name;
 * it is that of the others, too. */
static void lend_stage(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i - 1].item;
        const rule_qualifier *adjective = staged_adjective(c, x);
        eligo_span stage, own;
        size_t k = i;
        bool more = true;

        if (!adjective)
            continue;
        own = adjective->span;
        stage = span_hull(x->subject.span, x->quantities[0]->span);
        for (; more && k < e->count && entry_linked(&e->at[k]) && !e->at[k].item.negated &&
               condition_in(&e->at[k].item) && !one_kind(&e->at[k].item);
             k++) {
            item_qualify(c, &e->at[k].item, "other", NULL, stage, NULL);
            more = e->at[k].link == PART_COMMA;
        }
        if (k > i)
            name_staged(c, x, own, stage, &e->at[k - 1].item);
    }
}

static bool is_cancer(const clause *c, const part *p)
{
    const concept *cancer = lexicon_landmark(c->lx, LANDMARK_MALIGNANCY);

    return p && cancer && concept_is(p->hit.thing, cancer);
}

/* Is it no more than a stage? */
static bool stage_alone(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (!text_is(x->qualifiers[i].kind, "certainty"))
            return false;
    return stage_word(x) && x->thing_count == 1 && !x->judge && !x->negated;
}

void list_share_stage_ahead(const clause *c, entries *e)
{
    const part *of = NULL;
    size_t last = 0;

    if (e->count < 2 || !stage_alone(&e->at[0].item))
        return;
    while (!of && ++last < e->count && e->at[last].link == PART_COMMA && !e->at[last].loose &&
           !e->at[last].item.negated) {
        of = condition_in(&e->at[last].item);
        if (!of && !status_result(&e->at[last].item))
            return;
    }
    if (!is_cancer(c, of) || one_kind(&e->at[last].item))
        return;
    e->at[0].item.staged = of;
    for (size_t i = 1; i <= last; i++) {
        e->at[i].link = PART_WITH;
        e->at[i].parted = true;
    }
}

/* Is it nothing but a bound on a scale that says how bad the condition is that y names? */
static bool scale_of(const clause *c, const item *x, const item *y)
{
    const concept *k = x->thing_count == 1 ? x->things[0]->hit.quantity : NULL;
    size_t size = 0;
    const char *id = k && k->category == CATEGORY_SCORE ? concept_attribute(k, "of", &size) : NULL;
    const concept *of = id ? lexicon_concept(c->lx, id, size) : NULL;

    return of && x->quantity_count == 1 && !x->qualifier_count && !x->judge && !x->negated &&
           !x->window && !x->duration && y->has_subject && y->subject.concept && !y->judge &&
           !y->negated && !y->quantity_count && concept_is(y->subject.concept, of);
}

void list_share_scale_behind(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++)
        if (e->at[i].link == PART_COMMA && !e->at[i].loose && !e->at[i].example &&
            scale_of(c, &e->at[i].item, &e->at[i - 1].item))
            e->at[i].link = PART_WITH;
}

item list_without_stage(const clause *c, const item *x)
{
    const part *of = condition_in(x);
    item own = *x;

    if (!stage_word(x) || !of)
        return own;
    own.things[0] = of;
    own.thing_count = 1;
    own.quantity_count = own.qualifier_count = 0;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (x->qualifiers[i].span.start != of->span.start)
            own.qualifiers[own.qualifier_count++] = x->qualifiers[i];
    name_condition(c, &own, of);
    return own;
}

/* Are they limits of one quantity on one side, in different units: one limit, written twice? */
static bool same_limit(const item *x, const item *y)
{
    const part *a = x->quantity_count == 1 ? x->quantities[0] : NULL,
               *b = y->quantity_count == 1 ? y->quantities[0] : NULL;

    return a && b && x->subject.concept && x->subject.concept == y->subject.concept &&
           a->unit.ucum && b->unit.ucum && !text_is(a->unit.ucum, b->unit.ucum) &&
           strcmp(a->value, b->value) == 0;
}

/* "Hemoglobin >= 9 g/dL or >= 5.6 mmol/L (no transfusion within 7 days)": what the bracket denies
 * is denied with the limit, in whichever unit it is written. */
static void share_denied(entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;

        if (entry_linked(&e->at[i]) && y->also && !y->asked && !x->also && !x->judge && !y->judge &&
            same_limit(x, y))
            x->also = y->also;
    }
}

void list_share_limits(const clause *c, entries *e)
{
    share_ages(c, e);
    share_under(e);
    share_subjects(c, e);
    share_two_limits(e);
    share_denied(e);
    share_sides(c, e);
    lend_stage(c, e);
}
