#include "grammar/bound.h"
#include "grammar/widen.h"

#include "engine/base/text.h"
#include "rules/sayings.h"

#include <ctype.h>
#include <string.h>

/* What stands behind the last of a list and makes a name with it, or limits it, may do so with all
 * of them: "asthma or COPD exacerbation", "A or B > 20 mg/day", "IOP > 25 or glaucoma in the study
 * eye". */

/* A thing named, and nothing said of it that would make it a statement of its own. */
static bool named(const entry *x)
{
    const item *y = &x->item;

    return y->has_subject && !y->judge && !y->negated && !y->need && !y->defined && !y->sex &&
           !x->group && !x->example && !y->who && !x->anew;
}

static bool behind_word(const entry *x)
{
    return part_links(x->link) && x->link != PART_COMMA;
}

/* The last word of a name of several; an empty span: it has only one. */
static eligo_span last_of_several(const clause *c, eligo_span name)
{
    eligo_span last = {name.end, name.end};

    while (last.start > name.start && c->text[last.start - 1] != ' ')
        last.start--;
    return last.start > name.start ? last : (eligo_span){name.end, name.end};
}

static bool qualify(const clause *c, item *x, eligo_span s)
{
    const char *words = arena_text(c->arena, c->text + s.start, s.end - s.start);

    if (!words || x->qualifier_count == ITEM_QUALIFIERS)
        return false;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (x->qualifiers[i].span.start < s.end && x->qualifiers[i].span.end > s.start)
            return false;
    x->qualifiers[x->qualifier_count++] = (rule_qualifier){"other", words, words, s, NULL};
    return true;
}

/* "Asthma or COPD exacerbation", "anorexia or bulimia nervosa": the last word makes a name with the
 * first, too. */
static bool with_name(const clause *c, item *x, const item *y)
{
    eligo_span last = last_of_several(c, y->subject.span);
    const part *p;

    /* "metastatic or recurrent breast cancer": the name was lent, and is whole */
    bool lent = x->subject_part && (x->subject_part->span.start != x->subject.span.start ||
                                    x->subject_part->span.end != x->subject.span.end);

    if (last.end == last.start || !x->subject.concept || !x->subject_part || lent ||
        !y->subject.concept || x->subject.span.end > y->subject.span.start ||
        !(p = name_together(c, x->subject.span, last, x->subject_part)) || !p->hit.thing ||
        p->hit.thing == x->subject.concept)
        return false;
    x->subject.concept = p->hit.thing;
    x->subject.category = p->hit.thing->category;
    for (size_t i = x->qualifier_count; i-- > 0;) /* it is part of the name now */
        if (x->qualifiers[i].span.start == last.start && x->qualifiers[i].span.end == last.end)
            x->qualifiers[i] = x->qualifiers[--x->qualifier_count];
    return true;
}

/* "Eczema or psoriasis flare": a name that is not known, which begins with one that is; its rest
 * may be meant of the first. An empty span: it is none. */
static eligo_span rest_of(const clause *c, const item *x, const item *y)
{
    eligo_span rest = y->subject.span;

    if (y->subject.concept || !y->thing_count || y->things[0]->span.start != rest.start ||
        y->things[0]->span.end + 1 >= rest.end || !x->subject.concept ||
        part_concept(y->things[0])->category != x->subject.category)
        return (eligo_span){0, 0};
    rest.start = y->things[0]->span.end + 1;
    while (rest.start < rest.end && isspace((unsigned char)c->text[rest.start]))
        rest.start++;
    /* "pregnancy or lactation period": it says nothing */
    return roles_of_last(c->text + rest.start, rest.end - rest.start) & ROLE_PERIOD
               ? (eligo_span){0, 0}
               : rest;
}

static bool ends_in(const char *text, size_t n, const char *end)
{
    size_t m = strlen(end);

    return n > m + 2 && strncasecmp(text + n - m, end, m) == 0;
}

/* "Device or metal incompatible with MRI": an adjective behind a name that is not known, with what
 * it is about. */
static eligo_span adjective_behind(const clause *c, const item *y)
{
    static const char *const ends[] = {"ible", "able", "ing", "ed"};
    static const char *const ties[] = {" with ", " to ", " by ", " for "};
    eligo_span last = last_of_several(c, y->subject.span);
    size_t n = last.end - last.start;
    bool adjective = false, tied = false;

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        adjective = adjective || ends_in(c->text + last.start, n, ends[i]);
    if (y->subject.concept || !n || !adjective || last.end >= y->span.end)
        return (eligo_span){0, 0};
    for (size_t i = 0; i < sizeof ties / sizeof *ties; i++)
        tied = tied || text_starts_nocase(c->text + last.end, y->span.end - last.end, ties[i]);
    return tied ? (eligo_span){last.start, y->span.end} : (eligo_span){0, 0};
}

/* "A or B and C": how they are grouped is open enough. */
static bool mixes(const entries *e)
{
    bool ands = false, ors = false;

    for (size_t i = 1; i < e->count; i++) {
        ands = ands || e->at[i].link == PART_AND;
        ors = ors || e->at[i].link == PART_OR;
    }
    return ands && ors;
}

/* "Hypoglycemia within a year, or hypoglycemia unawareness": the name before is named again, and
 * complete. */
static bool names_again(const clause *c, const item *x, const item *y)
{
    eligo_span a = x->subject.span, b = y->subject.span;
    size_t n = a.end - a.start;

    return n > 0 && b.end - b.start > n && c->text[b.start + n] == ' ' &&
           strncasecmp(c->text + a.start, c->text + b.start, n) == 0;
}

bool widen_names(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;

        if (!named(&e->at[i]) || y->quantity_count || !behind_word(&e->at[i]) || y->renamed ||
            mixes(e))
            continue;
        for (size_t m = i; m-- > 0 && entry_linked(&e->at[m + 1]) && named(&e->at[m]);) {
            item *x = &wide->at[m].item;
            eligo_span rest = rest_of(c, x, y);

            if (x->quantity_count || x->renamed || names_again(c, x, y))
                break;
            if (rest.end == 0 && x->subject.concept)
                rest = adjective_behind(c, y);
            if (rest.end ? !qualify(c, x, rest) : !with_name(c, x, y))
                break;
            changed = true;
        }
    }
    return changed;
}

static bool is_alternative(const entry *x)
{
    return x->link == PART_OR || x->link == PART_ANDOR || x->link == PART_SLASH;
}

/* Can it have been so long ago, or for so long, as its neighbour? */
static bool may_last(const item *x)
{
    return x->subject.concept && !x->window && !x->duration && !x->event &&
           (x->subject.category == CATEGORY_CONDITION || concept_is_treatment(x->subject.concept));
}

/* "Metformin > 1 g/day or insulin for 3 months": so long, or in that time, perhaps either. */
bool widen_dosed(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    (void)c;
    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item, *x = &e->at[i - 1].item;
        const part *time = y->duration ? y->duration : y->window;
        /* "prednisone > 10 mg/day, A, or B within 4 weeks" */
        bool listed = e->at[i].link == PART_COMMA && i + 1 < e->count &&
                      e->at[i + 1].item.window == y->window &&
                      e->at[i + 1].item.duration == y->duration && list_ends_in_word(e, i + 1);

        if ((!is_alternative(&e->at[i]) && !listed) || !time || !y->has_subject ||
            time->span.start < y->subject.span.end || !x->quantity_count || x->window ||
            x->duration || x->event || x->judge || !concept_is_treatment(x->subject.concept) ||
            (y->subject.concept && !concept_is_treatment(y->subject.concept)))
            continue;
        wide->at[i - 1].item.duration = y->duration;
        wide->at[i - 1].item.window = y->window;
        /* "warfarin, aspirin > 325 mg/day or clopidogrel within 7 days" */
        for (size_t m = i - 1; m-- > 0 && entry_linked(&e->at[m + 1]) && named(&e->at[m]) &&
                               may_last(&e->at[m].item) && !e->at[m].item.quantity_count &&
                               concept_is_treatment(e->at[m].item.subject.concept);) {
            wide->at[m].item.duration = y->duration;
            wide->at[m].item.window = y->window;
        }
        changed = true;
    }
    return changed;
}

/* "Aspirin or clopidogrel > 100 mg/day": so much of either. "Infarction/stroke < 6 months": of
 * either. */
bool widen_dose(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    (void)c;
    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;
        const rule *r = e->at[i].rule;
        bool time = y->quantity_count == 1 && y->quantities[0]->period && !y->quantities[0]->age;

        if (!named(&e->at[i]) || y->quantity_count != 1 || !r || r->op != RULE_HAS ||
            !(r->dose || (time && (r->window || r->duration) && is_alternative(&e->at[i]))) ||
            y->quantities[0]->span.start < y->subject.span.end ||
            /* "A, B > 100 mg/day or C": the list goes on, and C has none */
            (r->dose && e->at[i].link == PART_COMMA && i + 1 < e->count &&
             is_alternative(&e->at[i + 1])))
            continue;
        for (size_t m = i; m-- > 0 && entry_linked(&e->at[m + 1]) && named(&e->at[m]);) {
            item *x = &wide->at[m].item;

            if (x->quantity_count ||
                !(r->dose ? concept_is_treatment(x->subject.concept)
                          : may_last(x) && x->subject.category == y->subject.category))
                break;
            x->quantities[x->quantity_count++] = y->quantities[0];
            changed = true;
        }
    }
    return changed;
}

/* Is it the name of a condition, or of its grade? */
static bool names_condition(const part *p)
{
    return (p->hit.thing && p->hit.thing->category == CATEGORY_CONDITION) ||
           (p->hit.quantity && p->hit.quantity->category == CATEGORY_SCORE &&
            strcasestr(p->hit.quantity->name, " grade"));
}

/* The words of a grade behind the name of a condition: "grade > 1", in a bracket or without. Empty:
 * it is none. */
static eligo_span grade_behind(const clause *c, const item *x, const part *q)
{
    eligo_span s = item_bracket(c, x, q);
    size_t end = q->span.start;

    if (s.end)
        return s;
    s = (eligo_span){end, q->span.end};
    while (s.start > x->span.start && c->text[s.start - 1] == ' ')
        end = --s.start;
    while (s.start > x->span.start && isalpha((unsigned char)c->text[s.start - 1]))
        s.start--;
    if (!(roles_all(c->text + s.start, end - s.start) & ROLE_STAGE))
        return (eligo_span){0, 0};
    for (size_t i = 0; i < x->thing_count; i++)
        if (names_condition(x->things[i]) && x->things[i]->span.start < s.start &&
            x->things[i]->span.end + strlen(" of ") >= s.start)
            return s;
    return (eligo_span){0, 0};
}

/* Does a comma stand before s? */
static bool behind_comma(const clause *c, eligo_span s)
{
    while (s.start > 0 && c->text[s.start - 1] == ' ')
        s.start--;
    return s.start > 0 && c->text[s.start - 1] == ',';
}

/* "Neuropathy or mucositis (grade 3 or 4)", "lymphoma or melanoma stage III", "gout, mucositis,
 * grade 3": of either, each by its own scale. */
bool widen_grade(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;
        const rule *r = e->at[i].rule;
        eligo_span s;

        if (!entry_linked(&e->at[i]) || y->quantity_count != 1 || y->negated || y->judge || !r ||
            r->op == RULE_HAS || y->quantities[0]->period || y->quantities[0]->unit.text)
            continue;
        s = grade_behind(c, y, y->quantities[0]);
        if (!is_alternative(&e->at[i]) &&
            (e->at[i].link != PART_COMMA || i + 1 < e->count || !behind_comma(c, s)))
            continue;
        for (size_t m = i; s.end && m-- > 0 && entry_linked(&e->at[m + 1]);) {
            item *x = &wide->at[m].item;

            if (!(named(&e->at[m]) || (m == 0 && x->negated && x->has_subject)) ||
                x->quantity_count || x->window || x->duration ||
                x->subject.category != CATEGORY_CONDITION || !qualify(c, x, s))
                break;
            changed = true;
        }
    }
    return changed;
}

/* "Infarction, stroke, TIA < 6 months": a bare length of time behind the last of a list. */
bool widen_length(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    (void)c;
    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;
        const part *q = y->quantities[0];

        if (!named(&e->at[i]) || y->quantity_count != 1 || !q->period || q->age || y->age ||
            q->low.given || q->span.start < y->subject.span.end || !e->at[i].rule ||
            !y->subject.concept || y->things[0]->hit.quantity || e->at[i].rule->op != RULE_HAS ||
            (i + 1 < e->count && entry_linked(&e->at[i + 1])))
            continue;
        for (size_t m = i; m-- > 0 && entry_linked(&e->at[m + 1]) && named(&e->at[m]);) {
            item *x = &wide->at[m].item;

            if (x->quantity_count == 1 && x->quantities[0] == q)
                continue;
            if (x->quantity_count || x->window || x->duration || x->event || item_plans(x))
                break;
            x->quantities[x->quantity_count++] = q;
            changed = true;
        }
    }
    return changed;
}

/* "Two seizures or a faint" */
static bool one_of_it(const clause *c, const item *x)
{
    size_t at = x->span.start;

    return (at > 2 && strncasecmp(c->text + at - 3, " a ", 3) == 0) ||
           (at > 3 && strncasecmp(c->text + at - 4, " an ", 4) == 0);
}

/* "More than one seizure or faint in the past year": so many of either. */
bool widen_count(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 0; i + 1 < e->count; i++) {
        const item *x = &e->at[i].item;

        if (x->quantity_count != 1 || x->negated || !e->at[i].rule ||
            e->at[i].rule->op != RULE_COMPARE || !e->at[i].rule->counting ||
            x->quantities[0]->span.start > x->subject.span.start)
            continue;
        for (size_t m = i + 1;
             m < e->count && behind_word(&e->at[m]) && e->at[m].link != PART_AND &&
             named(&e->at[m]) && !e->at[m].item.quantity_count && !one_of_it(c, &e->at[m].item);
             m++) {
            item *y = &wide->at[m].item;

            y->quantities[y->quantity_count++] = x->quantities[0];
            if (!x->window && y->window)
                wide->at[i].item.window = y->window;
            changed = true;
        }
    }
    return changed;
}

/* The quantity that a rule compares, alone or for some; NULL: none, or more than one. */
static const concept *measured(const rule *r)
{
    const concept *k = NULL;

    if (!r || (r->op != RULE_ALL && r->op != RULE_COMPARE))
        return NULL;
    if (r->op == RULE_COMPARE)
        return r->subject.concept;
    for (size_t i = 0; i < r->count; i++)
        if (r->of[i]->op == RULE_COMPARE) {
            if (k)
                return NULL;
            k = r->of[i]->subject.concept;
        }
    return k;
}

/* The same quantity, or another way to say it: "weight loss", "percent weight loss". */
static bool same_sort(const concept *a, const concept *b)
{
    return a && b && (a == b || strstr(a->name, b->name) || strstr(b->name, a->name));
}

/* What says, behind the number of an item, at which time it was so, "after methotrexate"; NULL:
 * nothing. */
static const rule_qualifier *then_behind(const item *y)
{
    for (size_t i = 0; i < y->qualifier_count; i++)
        if (text_is(y->qualifiers[i].kind, "time") &&
            y->qualifiers[i].span.start >= y->quantities[0]->span.end)
            return &y->qualifiers[i];
    return NULL;
}

/* "> 14 drinks a week for men, > 7 for women in the last 90 days": a time behind the last of
 * several bounds of one quantity, or of two that a word joins ("LDL > 100 or triglycerides > 200
 * after A"). */
bool widen_measured(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    (void)c;
    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;
        const part *time = y->window ? y->window : y->event;
        const rule_qualifier *then = y->quantity_count == 1 && !time ? then_behind(y) : NULL;

        if (!(time || then) || y->quantity_count != 1 || y->negated || y->judge ||
            (time && time->span.start < y->quantities[0]->span.end))
            continue;
        for (size_t m = i; m-- > 0 && entry_linked(&e->at[m + 1]);) {
            item *x = &wide->at[m].item;
            const concept *of = measured(e->at[m].rule);

            if (x->quantity_count != 1 || x->window || x->event || x->judge || x->negated || !of ||
                !(same_sort(of, measured(e->at[i].rule)) ||
                  (e->at[m + 1].link != PART_COMMA && !e->at[m + 1].loose && !x->age &&
                   (of->category == CATEGORY_MEASUREMENT ||
                    (then && of->category == CATEGORY_SCORE)))) ||
                (then && x->qualifier_count))
                break;
            if (then)
                x->qualifiers[x->qualifier_count++] = *then;
            else
                *(time == y->window ? &x->window : &x->event) = time;
            changed = true;
        }
    }
    return changed;
}

/* Says which of two: "the study eye", "the operated side". */
static bool says_which(const rule_qualifier *q)
{
    return q->text && text_is_any(q->text, strlen(q->text), saying_which_of_two);
}

/* Is x, in front of y, measured, and may it be where y is said to be? */
static bool may_be_there(const entry *x, const entry *y)
{
    return entry_linked(y) && x->rule && x->rule->op == RULE_COMPARE && !x->rule->qualifier_count &&
           x->rule->subject.category == CATEGORY_MEASUREMENT;
}

/* "IOP > 25 or glaucoma in the study eye": of either. */
bool widen_place(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;
        const rule_qualifier *which = NULL;

        if (!named(&e->at[i]) || !may_be_there(&e->at[i - 1], &e->at[i]))
            continue;
        for (size_t k = 0; k < y->qualifier_count; k++)
            if (y->qualifiers[k].span.start >= y->subject.span.end && says_which(&y->qualifiers[k]))
                which = &y->qualifiers[k];
        for (size_t m = i; which && m-- > 0 && may_be_there(&e->at[m], &e->at[m + 1]);) {
            wide->at[m].rule = combine_meant_of(c->arena, e->at[m].rule, which);
            changed = changed || wide->at[m].rule;
        }
    }
    return changed;
}

/* "Birth weight < 1500 g or gestational age < 32 weeks admitted to NICU": what stands behind the
 * last limit, and is no limit, may be meant of whoever meets any of them. */
bool widen_behind_limits(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;
        const part *q = y->quantity_count == 1 ? y->quantities[0] : NULL;
        rule_qualifier tail = {"other", NULL, NULL, {0, 0}, NULL};
        bool last = false;

        if (!q || !behind_word(&e->at[i]) || y->negated || y->judge || y->also || y->defined ||
            (i + 1 < e->count && entry_linked(&e->at[i + 1])))
            continue;
        for (size_t k = 0; k < y->thing_count && !tail.span.end; k++)
            if (y->things[k]->span.start > q->span.end && !y->things[k]->hit.quantity)
                tail.span = (eligo_span){q->span.end + 1, y->things[k]->span.end};
        tail.text = tail.value = tail.span.end ? arena_text(c->arena, c->text + tail.span.start,
                                                            tail.span.end - tail.span.start)
                                               : NULL;
        if (!tail.text || !e->at[i].rule || e->at[i].rule->op != RULE_COMPARE ||
            e->at[i].rule->counting) /* "BMI < 40 and >= 2 strokes": what there are so many of */
            continue;
        for (size_t m = i; m-- > 0 && entry_linked(&e->at[m + 1]);) {
            if (!e->at[m].rule || e->at[m].rule->op != RULE_COMPARE ||
                !e->at[m].item.quantity_count)
                break;
            wide->at[m].rule = combine_meant_of(c->arena, e->at[m].rule, &tail);
            changed = last = true;
        }
        if (last) /* of the last in any case */
            e->at[i].rule = wide->at[i].rule = combine_meant_of(c->arena, e->at[i].rule, &tail);
    }
    return changed;
}

/* Is it the name of a scale, which measures one thing: "FAST score", "Foo"? */
static bool names_scale(const clause *c, const item *y)
{
    eligo_span s = y->subject.span;

    for (size_t i = s.start + 1; i < s.end; i++)
        if (isupper((unsigned char)c->text[i]) || isdigit((unsigned char)c->text[i]))
            return true;
    return s.end < s.start + 4 ||
           roles_all(c->text + s.start, s.end - s.start) & ROLE_LIGHT_QUANTITY;
}

/* Is the number q of an item one of something that nobody knows how to measure? */
static bool number_open(const clause *c, const entry *e, const part *q)
{
    const rule *r = e->rule;

    if (!r || q->age || q->span.start < e->item.subject.span.end)
        return false;
    if (r->op == RULE_COMPARE)
        return !r->subject.concept && !r->counting && !q->period && !names_scale(c, &e->item);
    for (size_t i = 0; r->op == RULE_HAS && i < r->qualifier_count; i++)
        if (text_is(r->qualifiers[i].kind, "number") &&
            r->qualifiers[i].span.start == q->span.start)
            return true;
    return false;
}

/* "Pain or stiffness >= 4", "surgery or radiotherapy within 4 or 2 weeks": what the number behind
 * the last says may be said of what stands before it, too. */
bool widen_unknown(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;
        const part *q = y->quantity_count == 1 ? y->quantities[0] : NULL;

        if (!q || !named(&e->at[i]) || !behind_word(&e->at[i]) ||
            (e->at[i].loose && e->at[i - 1].link != PART_COMMA) || !number_open(c, &e->at[i], q))
            continue;
        for (size_t m = i; m-- > 0 && entry_linked(&e->at[m + 1]) && named(&e->at[m]);) {
            item *x = &wide->at[m].item;

            if (x->quantity_count || x->window || x->duration || x->qualifier_count ||
                !x->subject.concept || category_is_quantity(x->subject.category) ||
                (e->at[i].rule->op == RULE_HAS && x->subject.category != y->subject.category) ||
                !qualify(c, x, q->span))
                break;
            changed = true;
        }
    }
    return changed;
}

/* The time that is said behind its name; NULL: none, or more than that. */
static const part *own_time(const entry *e)
{
    const item *x = &e->item;
    const part *p = x->quantity_count == 1 && x->quantities[0]->period && !x->age ? x->quantities[0]
                                                                                  : x->window;

    return named(e) && p && (x->quantity_count == 0 || p != x->window) &&
                   p->span.start >= x->subject.span.end
               ? p
               : NULL;
}

/* "Phototherapy or systemics < 4 weeks": the time at the end of the list, or behind its "or", of
 * what nobody knows, may be that of what was done before it. */
static bool widen_unknown_length(const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const item *y = &e->at[i].item;
        const part *time = i + 1 == e->count || behind_word(&e->at[i]) ? own_time(&e->at[i]) : NULL;

        if (!time || y->subject.concept || !y->quantity_count || time->low.given ||
            !time->high.given)
            continue;
        for (size_t m = i; m > 0 && part_links(e->at[m].link) && named(&e->at[m - 1]); m--) {
            item *x = &wide->at[m - 1].item;
            const concept *k = x->subject.concept;

            if (!k || !(k->flags & CONCEPT_EVENT || concept_is_treatment(k)) || x->quantity_count ||
                x->window || x->duration || x->event || x->ever_behind || x->planned)
                break;
            x->quantities[x->quantity_count++] = time;
            changed = true;
        }
    }
    return changed;
}

/* "A, B (7 days) or C (14 days)": the first time may be that of A, too. */
bool widen_times(const clause *c, const entries *e, entries *wide)
{
    bool changed = widen_unknown_length(e, wide);

    (void)c;
    for (size_t i = 1; i + 1 < e->count; i++) {
        const item *y = &e->at[i].item;
        const part *time = own_time(&e->at[i]), *next = own_time(&e->at[i + 1]);

        if (!time || !next || time == next || e->at[i].link != PART_COMMA ||
            !entry_linked(&e->at[i + 1]))
            continue;
        for (size_t m = i; m-- > 0 && e->at[m + 1].link == PART_COMMA && named(&e->at[m]);) {
            item *x = &wide->at[m].item;

            if (x->quantity_count || x->window || x->duration || x->event || x->ever_behind ||
                !x->subject.concept || category_is_quantity(x->subject.category) ||
                item_plans(x) != item_plans(y))
                break;
            if (time == y->window)
                x->window = time;
            else
                x->quantities[x->quantity_count++] = time;
            changed = true;
        }
    }
    return changed;
}

bool widen_sex(const clause *c, const entries *e, entries *wide)
{
    size_t i = e->count - 1;
    const item *y = &e->at[i].item;
    bool changed = false;

    (void)c;
    if (!y->sex || !y->has_subject || y->sex->span.start < y->subject.span.end || e->at[i].anew ||
        e->at[i].loose || y->negated || y->judge)
        return false;
    for (; i > 0 && part_links(e->at[i].link) && !e->at[i].anew; i--) {
        item *x = &wide->at[i - 1].item;

        if (x->sex || x->people || x->negated || !x->has_subject || x->judge ||
            e->at[i - 1].group ||
            (x->subject.concept && x->subject.concept->flags & (CONCEPT_FEMALE | CONCEPT_MALE)))
            break;
        x->sex = y->sex;
        x->of_sex = y->of_sex;
        changed = true;
    }
    return changed;
}

/* "Metformin, or insulin, for 3 months": behind a comma, how long it lasts may be said of the last
 * alone; the same without that comma is of all (share.c). */
bool widen_lasting(const clause *c, const entries *e, entries *wide)
{
    size_t i = e->count - 1;
    const item *y = &e->at[i].item;
    bool changed = false;

    if (!y->duration || y->window || !named(&e->at[i]) || !entry_linked(&e->at[i]) ||
        e->at[i].verb || e->at[i].anew || y->duration->span.start < y->subject.span.end ||
        item_time_is_of_need(c, y) || list_lasts_of_count(c, &e->at[i]))
        return false;
    for (size_t m = i; m-- > 0 && entry_linked(&e->at[m + 1]) && named(&e->at[m]);) {
        item *x = &wide->at[m].item;

        if (x->duration == y->duration)
            continue;
        if (!may_last(x) || x->ever_behind || item_plans(x) != item_plans(y) ||
            x->subject.concept == y->subject.concept ||
            (x->subject.category != y->subject.category && y->subject.concept))
            break;
        x->duration = y->duration;
        changed = true;
    }
    return changed;
}

/* "Vasopressors to keep the mean pressure above 60 or the systolic one above 90": what they are
 * for, and no limit of its own. */
bool widen_aims(const clause *c, const entries *e, entries *wide)
{
    bool changed = false;

    for (size_t i = 1; i < e->count; i++) {
        const rule_qualifier *aim = NULL;
        bool tied = i > 1 && e->at[i - 1].link == PART_WITH;

        if (!entry_linked(&e->at[i]) || e->at[i].link == PART_COMMA || e->at[i].loose ||
            !e->at[i].item.quantity_count || e->at[i].item.judge || e->at[i].item.negated)
            continue;
        for (size_t m = i; m-- > i - 1 - tied;)
            for (size_t k = 0; k < e->at[m].item.qualifier_count; k++) {
                const rule_qualifier *q = &e->at[m].item.qualifiers[k];

                if (roles_all(c->text + q->span.start, q->span.end - q->span.start) & ROLE_AIMS)
                    aim = q;
            }
        if (aim && e->at[i].rule && !e->at[i].example) {
            wide->at[i].rule = combine_meant_of(c->arena, e->at[i].rule, aim);
            changed = true;
        }
    }
    return changed;
}
