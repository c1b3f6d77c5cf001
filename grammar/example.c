/* Examples in a list, and brackets that list: "allergies, such as penicillin", "surgery (cardiac or
 * thoracic)". */
#include "grammar/list.h"

#include "engine/base/text.h"

#include <string.h>

static bool several_examples(const entries *e, size_t i)
{
    return (i + 1 < e->count && e->at[i + 1].example) || (i > 0 && e->at[i - 1].example);
}

/* "Complications of diabetes, including metabolic acidosis": other things end in one, too. */
static bool comes_of_another(const item *x, const item *owner)
{
    return owner->subject.concept->flags & CONCEPT_OUTCOME &&
           !concept_is(x->subject.concept, owner->subject.concept);
}

/* "Other": a thing is said to be other than what the trial is about. */
static bool is_other(const rule_qualifier *q)
{
    return strcmp(q->kind, "cause") == 0 && q->value && strcmp(q->value, "other") == 0;
}

/* "Other anticoagulants, such as warfarin": a kind of them that has a name needs no telling that it
 * is another one. */
static bool names_another(const item *x, const item *owner)
{
    bool other = false;

    for (size_t i = 0; i < owner->qualifier_count; i++)
        other = other || is_other(&owner->qualifiers[i]);
    return other && x->has_subject && x->subject.concept && owner->subject.concept &&
           x->subject.concept != owner->subject.concept &&
           concept_is(x->subject.concept, owner->subject.concept);
}

/* An example is a kind of what it stands for, as bad as that is said to be. Where it is a thing of
 * another sort
 * ("allergies, such as penicillin") having it proves nothing: that is a restriction nobody can
 * check, but where it is what is `meant`. */
static void as_example(const clause *c, item *x, const item *owner, bool bracketed, bool meant)
{
    bool same = x->has_subject && x->subject.concept && owner->subject.concept &&
                x->subject.category == owner->subject.category;
    /* "spinal disease (fracture, tumor)": those of the spine; "complications of pregnancy such as
     * anemia": that of pregnancy */
    bool wider = same && x->subject.category == CATEGORY_CONDITION &&
                 ((bracketed && part_crosses(c, x->subject.concept, owner->subject.concept)) ||
                  comes_of_another(x, owner));

    x->negated = owner->negated;
    if (!x->history && !x->current && !x->planned) {
        x->history = owner->history;
        x->current = owner->current;
        x->planned = owner->planned;
        x->two_times = owner->two_times;
    }
    if (!x->window && !x->event)
        x->event = owner->event;
    if (!x->window)
        x->window = owner->window;
    if (!x->duration)
        x->duration = owner->duration;
    x->tied = x->tied || (owner->need && owner->tied);
    x->need = x->need || owner->need;
    for (size_t i = 0; i < owner->qualifier_count && x->qualifier_count < ITEM_QUALIFIERS; i++) {
        const char *kind = owner->qualifiers[i].kind;
        /* "arrhythmia (such as atrial fibrillation) requiring ablation" */
        bool behind = owner->qualifiers[i].span.start >= x->subject.span.end;

        if (same && strcmp(kind, "example") != 0 && !is_other(&owner->qualifiers[i]) &&
            (behind || strcmp(kind, "about") != 0) && strcmp(kind, "label") != 0)
            x->qualifiers[x->qualifier_count++] = owner->qualifiers[i];
    }
    if ((!same || wider) && owner->has_subject && !meant && x->qualifier_count < ITEM_QUALIFIERS)
        x->qualifiers[x->qualifier_count++] =
            (rule_qualifier){"other", "example", owner->subject.text, x->subject.span, NULL};
    /* "after surgery, including A or B": no A by itself */
    if (!owner->has_subject && owner->event && !x->event)
        item_qualify(c, x, "other", NULL, owner->span, NULL);
    x->who = owner->who ? owner->who : x->who;
}

/* "including A and B": the examples around i are joined by "and". */
static bool requires_all(const entries *e, size_t i)
{
    bool all = false;

    while (i > 0 && e->at[i - 1].example)
        i--;
    for (size_t k = i + 1; k < e->count && e->at[k].example; k++) {
        if (e->at[k].link == PART_OR || e->at[k].link == PART_ANDOR)
            return false;
        all = all || e->at[k].link == PART_AND;
    }
    return all && e->at[i].included;
}

/* The things of an item become qualifiers of another. */
static void take_names(const clause *c, item *y, const item *x, const char *kind)
{
    for (size_t k = 0; k < x->thing_count; k++) {
        if (y->thing_count < ITEM_THINGS && y->judge)
            y->things[y->thing_count++] = x->things[k];
        else
            item_qualify(c, y, kind, NULL, x->things[k]->span, part_concept(x->things[k]));
    }
    if (!x->thing_count)
        clause_take(c, x->span);
    if (x->span.end > y->span.end)
        y->span.end = x->span.end;
}

/* "Surgery (cardiac or thoracic)": a bracket of words that name nothing by themselves says which of
 * it is meant. The entry behind it; i: it does not begin at i. */
static size_t bracket_specifies(const entries *e, size_t i)
{
    size_t k = i;

    if (!i || e->at[i - 1].example || !e->at[i - 1].item.subject.concept ||
        e->at[i - 1].item.quantity_count || e->at[i - 1].item.judge)
        return i;
    for (; k < e->count && e->at[k].bracketed; k++)
        if (e->at[k].cited || e->at[k].item.thing_count || e->at[k].item.subject.concept ||
            e->at[k].item.quantity_count || e->at[k].item.judge || e->at[k].item.negated)
            return i;
    return k;
}

/* The words of x as a kind of `owner`: by a name of its own where there is one. */
static void specify(const clause *c, item *x, const item *owner)
{
    eligo_span words = x->span;
    const part *p = owner->subject_part ? name_together(c, x->subject.span, owner->subject.span,
                                                        owner->subject_part)
                                        : NULL;
    eligo_span last = owner->subject.span;

    /* "gastrointestinal cancer (gastric, colorectal)": kinds of it that have its last word */
    while (last.start < last.end && memchr(c->text + last.start, ' ', last.end - last.start))
        last.start++;
    if (!p && owner->subject_part && last.start > owner->subject.span.start) {
        p = name_together(c, x->subject.span, last, owner->subject_part);
        if (p && p->hit.thing && !concept_is(p->hit.thing, owner->subject.concept))
            p = NULL;
    }
    *x = *owner;
    x->span = words;
    if (p && p->hit.thing) {
        x->subject.concept = p->hit.thing;
        x->subject.category = p->hit.thing->category;
        clause_take(c, words);
    } else
        item_qualify(c, x, "other", NULL, words, NULL);
}

/* "Inflammatory bowel disease (Crohn's disease, ulcerative colitis)", and no "e.g.": whether others
 * of it are asked for, too, is open; what bars mostly names examples. "Breast cancer (stages T1-T2,
 * N0)" says which in any case. */
static bool may_tell_which(const clause *c, const entry *x, const item *owner)
{
    return x->bracketed && !x->cited && owner->has_subject && owner->subject.concept &&
           !owner->negated && !owner->quantity_count && !owner->judge &&
           ((!c->exclusion && !c->special) || x->item.subject.category == CATEGORY_SCORE);
}

/* Whoever has the thing in front of such a bracket, and nothing that stands in it, is open. */
static void narrow_listed(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *owner = &e->at[i - 1].item;
        eligo_span listed = e->at[i].item.span;

        if (e->at[i].link != PART_LIKE || e->at[i - 1].link == PART_LIKE ||
            e->at[i - 1].specified || !may_tell_which(c, &e->at[i], owner))
            continue;
        while (i + 1 < e->count && e->at[i + 1].link == PART_LIKE && e->at[i + 1].bracketed)
            listed = span_hull(listed, e->at[++i].item.span);
        item_qualify(c, owner, "other", NULL, listed, NULL);
    }
}

/* "Comorbidities such as A or B", "other medical conditions, including A": words for whatever there
 * is, of which the examples are some. */
static bool names_whatever(const item *x)
{
    const rule_qualifier *of = NULL;

    if (!x->has_subject || x->subject.concept || x->who || x->quantity_count || x->judge)
        return false;
    for (size_t i = 0; i < x->qualifier_count; i++) {
        const rule_qualifier *q = &x->qualifiers[i];

        if (text_is(q->kind, "cause") && text_is(q->value, "other"))
            continue;
        if (of || !text_is(q->kind, "about") || !q->concept || !(q->concept->flags & CONCEPT_WEAK))
            return false;
        of = q;
    }
    return of && of->span.start == x->subject.span.start && of->span.end == x->subject.span.end;
}

static bool said_of(const item *x, eligo_span words)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (x->qualifiers[i].span.start == words.start)
            return true;
    return false;
}

/* What narrows the examples [first, last] from behind, of the thing that they are examples of, too:
 * "heart disease such as A or B that affects C". False: nothing narrows the last one. */
static bool narrow_owner(const clause *c, item *owner, const entries *e, size_t first, size_t last)
{
    const item *x = &e->at[last].item;
    bool some = false, all = true;

    if (e->at[last].bracketed)
        return false;
    for (size_t i = 0; i < x->qualifier_count; i++) {
        const rule_qualifier *q = &x->qualifiers[i];

        if (q->span.start < x->subject.span.end)
            continue;
        some = true;
        for (size_t k = first; k < last; k++)
            all = all && said_of(&e->at[k].item, q->span);
        if (all && !said_of(owner, q->span) && owner->qualifier_count < ITEM_QUALIFIERS)
            owner->qualifiers[owner->qualifier_count++] = *q;
    }
    if (last + 1 < e->count && e->at[last + 1].link == PART_WITH && e->at[last + 1].trailing) {
        some = true;
        item_qualify(c, owner, "other", NULL, e->at[last + 1].item.span, NULL);
    }
    return some;
}

/* Is it an example by what the words say, and nothing else of it open? */
static void drop_example(item *x, const item *owner)
{
    size_t n = 0;

    if (!x->subject.concept || !owner->qualifier_count ||
        x->subject.category != owner->qualifiers[owner->qualifier_count - 1].concept->category)
        return;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (!text_is(x->qualifiers[i].kind, "other") || !text_is(x->qualifiers[i].value, "example"))
            x->qualifiers[n++] = x->qualifiers[i];
    x->qualifier_count = n;
}

/* The examples of a thing, and the thing, once each is an entry. */
static void settle_listed(const clause *c, entries *e)
{
    for (size_t i = 1, end; i < e->count; i = end + 1) {
        item *owner = &e->at[i - 1].item;
        bool any = names_whatever(owner);

        for (end = i; end < e->count && e->at[end].link == PART_LIKE; end++)
            ;
        if (end == i || e->at[i - 1].link == PART_LIKE || e->at[i - 1].specified ||
            narrow_owner(c, owner, e, i, end - 1))
            continue;
        for (size_t k = i; any && k < end; k++)
            drop_example(&e->at[k].item, owner);
    }
}

/* "Non-smoker": a name that denies another. */
bool list_denies_name(const item *x)
{
    return x->subject.concept && x->subject.concept->denies && x->subject.text &&
           strncasecmp(x->subject.text, "no", 2) == 0;
}

/* "Bleeding, including hemoptysis, within 6 months": the time behind the examples is that of what
 * they are examples of. */
void list_lift_windows(entries *e)
{
    for (size_t i = 1, end; i < e->count; i = end + 1) {
        item *owner = &e->at[i - 1].item;
        const part *when = NULL;
        size_t last = i;

        for (end = i; end < e->count && e->at[end].example && !e->at[end].bracketed; end++) {
            const item *x = &e->at[end].item;

            if (x->window && when && x->window != when)
                break; /* each has its own */
            if (x->window) {
                when = x->window;
                last = end;
            }
        }
        while (when && last + 1 < end && e->at[last + 1].item.planned)
            last++; /* "..., within 3 months or planned" */
        if (!when || last + 1 != end || (end < e->count && e->at[end].example) ||
            e->at[i - 1].example || !owner->has_subject || owner->window || owner->duration ||
            owner->event || owner->quantity_count || owner->judge || owner->planned)
            continue;
        owner->window = when;
    }
}

/* Examples mention kinds of what stands before them; they ask for nothing by themselves. One with a
 * bound says what is meant by it. */
void list_take_examples(const clause *c, entries *e)
{
    size_t kept = 0, owner = 0;
    bool all = false; /* the examples at hand are asked for, all of them */

    for (size_t i = 0; i < e->count; i++) {
        const item *x = &e->at[i].item;
        item *y = &e->at[owner].item;

        size_t behind =
            e->at[i].bracketed && i == owner + 1 && kept == owner + 1 ? bracket_specifies(e, i) : i;

        if (behind > i) {
            for (; i < behind; i++) {
                specify(c, &e->at[i].item, y);
                e->at[i].link = PART_LIKE;
                e->at[kept++] = e->at[i];
            }
            e->at[owner].specified = true;
            clause_take(c, y->span);
            i--;
            continue;
        }
        all = e->at[i].example && (all || requires_all(e, i));
        if (kept > owner + 1 && entry_of_example(&e->at[i]) && e->at[kept - 1].link == PART_LIKE) {
            if (kept != i)
                e->at[kept] = e->at[i];
            kept++;
            continue;
        }

        if (e->at[i].example && kept > 0 && y->judge && !x->quantity_count &&
            (!c->exclusion || y->refused)) {
            take_names(c, y, x, "about"); /* what a judgement speaks of decides nothing */
            continue;
        }
        /* "non-smoker (including users of e-cigarettes)": what a denial gives for example is denied
         */
        if (e->at[i].example && kept > 0 && x->has_subject && list_denies_name(y) && !y->negated &&
            !e->at[owner].specified && (e->at[i].cited || !e->at[i].bracketed) &&
            !(x->subject.concept && concept_is(x->subject.concept, y->subject.concept))) {
            e->at[i].example = false;
            e->at[i].link = PART_WITH;
            e->at[i].item.negated = true;
            if (kept != i)
                e->at[kept] = e->at[i];
            kept++;
            continue;
        }
        if (e->at[i].example && kept > 0 && !x->quantity_count && !x->defined &&
            !(all && y->quantity_count) && !e->at[owner].specified &&
            ((!several_examples(e, i) && !names_another(x, y)) || y->quantity_count)) {
            if (x->has_subject && y->qualifier_count < ITEM_QUALIFIERS)
                y->qualifiers[y->qualifier_count++] =
                    (rule_qualifier){"example", x->subject.text, x->subject.text, x->subject.span,
                                     x->subject.concept};
            for (size_t k = 0; k < x->thing_count && y->qualifier_count < ITEM_QUALIFIERS; k++)
                if (x->things[k] != x->subject_part) {
                    const part *t = x->things[k];
                    const char *text =
                        arena_text(c->arena, c->text + t->span.start, t->span.end - t->span.start);

                    y->qualifiers[y->qualifier_count++] =
                        (rule_qualifier){"example", text, text, t->span,
                                         t->hit.thing ? t->hit.thing : t->hit.quantity};
                }
            if (x->span.end > y->span.end)
                y->span.end = x->span.end;
            continue;
        }
        if (e->at[i].example && kept > 0 && y->quantity_count && !x->quantity_count) {
            /* "two prior lines, including A and B": both of them as well */
            e->at[i].example = false;
            e->at[i].link = PART_WITH;
        } else if (e->at[i].example) {
            e->at[i].link = PART_LIKE;
            if (x->renamed && x->subject.concept && y->subject.concept && e->at[i].bracketed &&
                concept_is(x->subject.concept, y->subject.concept))
                e->at[owner].specified = true;
            if (e->at[owner].specified)
                clause_take(c, y->span);
            if (!x->quantity_count && i > 0)
                as_example(c, &e->at[i].item, &e->at[owner].item, e->at[i].bracketed,
                           e->at[owner].meant);
        } else
            owner = kept;
        if (kept != i)
            e->at[kept] = e->at[i];
        kept++;
    }
    e->count = kept;
    narrow_listed(c, e);
    settle_listed(c, e);
}
