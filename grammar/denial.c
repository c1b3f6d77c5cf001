/* How far a denial in a list reaches: "no gout, asthma or COPD" and able to walk; "no history of A,
 * B, and currently taking C". */
#include "grammar/denial.h"

#include "engine/base/text.h"
#include "grammar/bound.h"
#include "rules/landmark.h"
#include "rules/sayings.h"

#include <ctype.h>
#include <string.h>

/* Is its first word one of these: "detected by"? */
static bool first_is_any(const clause *c, const part *p, const char *const *words)
{
    part first = *p;

    for (size_t i = p->span.start; i < p->span.end; i++)
        if (text_is_blank(c->text[i])) {
            first.span.end = i;
            break;
        }
    return part_is_any(c, &first, words);
}

size_t denial_behind(const clause *c, const part *list, size_t at, size_t to)
{
    static const char *const been[] = {"have been", "has been", NULL};
    enum { WORDS = 8 }; /* of being, at most: no run of fillers is read again at each of them */
    size_t i = at;

    to = to - at > WORDS ? at + WORDS : to;
    while (i < to && (list[i].kind == PART_FILL || list[i].kind == PART_MUST ||
                      (list[i].kind == PART_HISTORY && part_is_any(c, &list[i], been))))
        i++;
    if (i >= to || list[i].kind != PART_NOT)
        return at;
    if (part_is_any(c, &list[i], saying_not_there) ||
        text_is(list[i].value, "left")) /* and not "was not ruled out" */
        return i > 0 && list[i - 1].kind == PART_NOT ? at : i + 1;
    if (!part_is_any(c, &list[i], saying_denied))
        return at;
    for (i++; i < to && list[i].kind == PART_FILL && !first_is_any(c, &list[i], saying_seen);)
        i++;
    return i < to && first_is_any(c, &list[i], saying_seen) ? i + 1 : at;
}

/* "no gout, has asthma" */
static bool says_has(const part *p)
{
    return p->kind == PART_WITH || (p->kind == PART_FILL && (p->roles & ROLE_COPULA));
}

/* "absence of asthma and presence of gout" */
static bool says_presence(const clause *c, const part *p)
{
    size_t n = p->span.end - p->span.start;

    return p->kind == PART_CURRENT && (text_starts_nocase(c->text + p->span.start, n, "presence") ||
                                       text_starts_nocase(c->text + p->span.start, n, "existence"));
}

/* "the asthma is severe": a subject with a verb of its own. */
static bool states(const part *list, size_t from, size_t to)
{
    bool named = false;

    for (size_t i = from; i < to; i++) {
        if (named && list[i].kind == PART_FILL && (list[i].roles & ROLE_COPULA) && i + 1 < to)
            return true;
        named = named || list[i].kind == PART_THING;
    }
    return false;
}

/* "No gout or asthma is present": what is said of the last is no more than that it is there, and of
 * the whole list. */
static bool only_there(const entry *x)
{
    const part *list = x->item.in;
    size_t i = x->item.to;

    while (i > x->item.from && (list[i - 1].kind == PART_FILL || list[i - 1].kind == PART_CURRENT))
        i--;
    return x->link == PART_OR && !x->loose && i < x->item.to && i > x->item.from &&
           list[i - 1].kind == PART_THING && list[x->item.to - 1].kind == PART_CURRENT;
}

/* Does the list go on at entry i, to an "and" or "or"? */
static bool leads_on(const entries *e, size_t i)
{
    while (i < e->count && e->at[i].link == PART_COMMA)
        i++;
    return i < e->count && entry_linked(&e->at[i]);
}

/* "able to walk", "normal liver function", "a non-smoker"; of what is denied, what that is. */
static bool wished_for(const clause *c, const item *x)
{
    const part *list = x->in;
    size_t i = x->from, end;

    while (i < x->to &&
           (list[i].kind == PART_FILL || list[i].kind == PART_PERSON || list[i].kind == PART_MUST ||
            list[i].kind == PART_CURRENT || (x->negated && list[i].kind == PART_NOT)))
        i++;
    if (i == x->to)
        return false;
    for (end = list[i].span.start; end < list[i].span.end && isalpha((unsigned char)c->text[end]);)
        end++;
    return list_denies_name(x) ||
           (roles_all(c->text + list[i].span.start, end - list[i].span.start) & ROLE_SOUND);
}

/* "no gout, and able to walk": a statement of its own. "No gout or contraindication to aspirin" is
 * none, nor are "no contraindication to aspirin or heparin", "do not read or speak Dutch", "not
 * able to read and speak Dutch". */
static bool judged_apart(const clause *c, const entries *e, size_t i)
{
    const item *x = &e->at[i].item;

    return x->judge && !x->judged_on && strcmp(x->judge, "safety") != 0 &&
           !(i > 0 && !x->denied && e->at[i - 1].item.judge &&
             (e->at[i - 1].item.refused || !e->at[i - 1].stops) &&
             (e->at[i].link == PART_OR || (e->at[i].link == PART_AND && !wished_for(c, x)) ||
              (e->at[i].link == PART_COMMA && leads_on(e, i + 1))));
}

/* "Who do not have diabetes and are obese": a verb of its own; "are not diabetic or have gout"
 * denies both. */
static bool says_anew(const clause *c, const part *p)
{
    static const char *const words[] = {"is", "are", "has", "have", "has a", "have a"};

    for (size_t i = 0; p->kind == PART_FILL && i < sizeof words / sizeof *words; i++)
        if (part_is(c, p, words[i]))
            return true;
    return false;
}

/* "..., and the patient has asthma": a subject and a verb of its own. */
static bool people_have(const clause *c, const item *x)
{
    size_t i = x->from;
    bool people = false;

    for (; i < x->to && (x->in[i].kind == PART_PERSON ||
                         (x->in[i].kind == PART_FILL && !says_anew(c, &x->in[i])));
         i++)
        people = people || x->in[i].kind == PART_PERSON;
    return people && i < x->to && says_anew(c, &x->in[i]);
}

/* Has it a bound that stands in no bracket behind its name? */
static bool bounds_something(const clause *c, const item *x)
{
    for (size_t i = 0; i < x->quantity_count; i++)
        if (item_bracket(c, x, x->quantities[i]).end == 0)
            return true;
    return false;
}

/* "No asthma, or controlled asthma": the denial would say it already. */
static bool says_again(const entry *x, const item *last)
{
    bool controlled = false;

    for (size_t i = 0; i < x->item.qualifier_count; i++)
        controlled = controlled || (text_is(x->item.qualifiers[i].kind, "control") &&
                                    strncmp(x->item.qualifiers[i].value, "un", 2) != 0);
    return controlled && x->link == PART_OR && x->item.subject.concept &&
           x->item.subject.concept == last->subject.concept && !last->qualifier_count;
}

/* Does a denial before entry i not reach it? */
static bool ends_denial(const clause *c, const entries *e, size_t i, const denials *before)
{
    const entry *x = &e->at[i];
    const item *last = i > 0 ? &e->at[i - 1].item : NULL;
    const part *first = &x->item.in[x->item.from];

    /* "neither gout nor able to walk" */
    if (x->item.from > 0 && first[-1].kind == PART_OR && text_is(first[-1].value, "nor"))
        return false;
    /* "absent spleen and asthma"; "has no phone or the asthma is severe": another statement */
    if (last && last->negated && last->alone)
        return true;
    /* "non-smoker, asthma", "non-smoker, or asthma": a prefix is of its own word */
    if (last && last->negated && part_is(c, &last->in[last->from], "non") &&
        (x->loose || (x->link == PART_COMMA && !leads_on(e, i + 1))))
        return true;
    if (!before->count)
        return false;
    if (last && (says_again(x, last) || (x->link == PART_OR && list_since_event(&x->item))))
        return true;
    /* a bound of its own, a verb of its own, "with" */
    if (bounds_something(c, &x->item) || judged_apart(c, e, i) ||
        (x->link == PART_AND && x->item.sex) ||
        (x->link == PART_COMMA && first->kind == PART_WITH) ||
        (x->link == PART_COMMA && says_has(first)) ||
        (x->link == PART_AND && (says_anew(c, first) || people_have(c, &x->item))) ||
        says_presence(c, first))
        return true;
    /* "no A or with controlled A" */
    if (x->anew || (states(x->item.in, x->item.from, x->item.to) && !only_there(x)))
        return true;
    /* "no asthma and able to walk"; "no adequate liver or normal kidney function" denies both */
    if (wished_for(c, &x->item) && !before->sound)
        return true;
    /* "who are not adults, pregnant women": the one are people without it, and so are the others */
    if (c->exclusion && !c->special && x->link == PART_COMMA && x->item.thing_count &&
        part_names_people(c, x->item.things[0]) && !before->people)
        return true;
    /* "no A, no B, and C": where each denial is said, C is none */
    return before->count > 1 && x->link == PART_AND && (x->loose || x->item.current) &&
           !x->item.negated;
}

const rule *denial_of_unprotected(const clause *c, const entries *e, size_t i)
{
    const item *x = &e->at[i].item, *woman = NULL;
    const rule *used = e->at[i].rule;
    const concept *k;
    rule *female;

    if (!c->exclusion || c->special || !x->negated || i + 1 < e->count || x->sex || x->people ||
        !entry_linked(&e->at[i]) || e->at[i].link == PART_AND || !used || !x->subject.concept)
        return NULL;
    k = lexicon_landmark(c->lx, LANDMARK_CONTRACEPTION);
    if (!k || !concept_is(x->subject.concept, k))
        return NULL;
    for (size_t m = 0; m < i && !woman; m++)
        if (!e->at[m].item.negated && e->at[m].item.subject.concept &&
            e->at[m].item.subject.concept->flags & CONCEPT_FEMALE)
            woman = &e->at[m].item;
    if (!woman || !(female = rule_new(c->arena, RULE_HAS, woman->subject.span)))
        return NULL;
    female->subject = woman->subject;
    female->subject.concept = lexicon_landmark(c->lx, LANDMARK_FEMALE);
    female->subject.category = CATEGORY_DEMOGRAPHIC;
    return rule_two(c->arena, RULE_ALL, female, rule_not(c->arena, used->span, used));
}

/* ", or B" behind one thing, and no "A, B, or C". */
static bool behind_comma(const entries *e, size_t i)
{
    return e->at[i].link == PART_OR && e->at[i].loose &&
           !(i > 1 && e->at[i - 1].link == PART_COMMA) &&
           !(i + 1 < e->count && entry_linked(&e->at[i + 1]));
}

/* "No tuberculosis, or a treatment with A", "no steroids, or prednisone at a stable dose": may it
 * be what there is instead of what is denied? */
static bool instead(const item *x, const item *denied)
{
    if (concept_is_treatment(x->subject.concept) && denied->subject.category == CATEGORY_CONDITION)
        return true;
    if (!x->subject.concept) /* "no hepatitis C, or a sustained response" */
        return true;
    return denied->subject.concept && !denied->qualifier_count &&
           (x->qualifier_count || x->duration || x->window) &&
           concept_is(x->subject.concept, denied->subject.concept);
}

/* "No history of A, B, and currently taking C", "no A and diagnosed with B": a treatment that
 * somebody is said to be on, and what is said to be found, may be denied, too, or asked for. */
static bool may_be_asked(const clause *c, const entries *e, size_t at)
{
    const entry *x = &e->at[at];
    const part *list = x->item.in;
    size_t i = x->item.from;
    bool found = list[i].kind == PART_WITH, other = at > 0 && behind_comma(e, at);

    if (c->exclusion || (x->link != PART_AND && !other) || x->item.negated || x->group || x->anew ||
        !x->item.has_subject)
        return false;
    if (other && instead(&x->item, &e->at[at - 1].item))
        return true;
    for (; i < x->item.to && (list[i].kind == PART_FILL || list[i].kind == PART_QUAL); i++)
        found =
            found || (list[i].kind == PART_QUAL && text_is(list[i].value, "certainty:confirmed"));
    if (found && x->item.subject.category == CATEGORY_CONDITION)
        return true;
    return i < x->item.to && concept_is_treatment(x->item.subject.concept) &&
           (list[i].kind == PART_CURRENT || list[i].kind == PART_PLANNED ||
            (list[i].kind == PART_HISTORY && text_is(list[i].value, "treated")));
}

/* "No renal failure or creatinine > 2 mg/dL": the bound may be denied, too. */
static bool may_be_denied(const clause *c, const entries *e, size_t i)
{
    const entry *x = &e->at[i];
    size_t k = i;

    while (k + 1 < e->count && e->at[k].link == PART_COMMA) /* "no A, B > 2 or C" */
        k++;
    if ((e->at[k].link != PART_OR && e->at[k].link != PART_ANDOR) || x->anew || x->group ||
        x->item.negated)
        return false;
    /* "no asthma or unable to exercise" asks mostly for neither */
    if (x->item.judge)
        return x->item.denied && !c->exclusion && i > 0 && !e->at[i - 1].item.judge;
    /* "no evidence of A or presence of B" */
    return (!x->loose && bounds_something(c, &x->item)) ||
           says_presence(c, &x->item.in[x->item.from]);
}

/* Is entry i denied, in the middle of what bars: "gout, no tophi, asthma"? */
static bool lacks_inside(const clause *c, const entries *e, size_t i)
{
    return c->exclusion && !c->special && i > 0 && e->at[i].link == PART_COMMA &&
           e->at[i].item.negated && !e->at[i].item.alone && !e->at[i - 1].item.negated;
}

/* "Gout, without tophi", "hepatitis B, not on antivirals": may the one before it lack that? */
static bool comes_without(const entries *e, size_t i)
{
    const item *x = &e->at[i].item, *y = &e->at[i - 1].item;

    /* "dementia, non-English speaking": what nobody says of a disease */
    return y->has_subject && !y->judge && !x->judge && !y->quantity_count &&
           x->subject.category != CATEGORY_SOCIAL && x->subject.category != CATEGORY_DEMOGRAPHIC;
}

/* The entries, of which i is such a one: those with what they lack, or each by itself. */
static const rule *with_lacks(const clause *c, entries *e, size_t i, eligo_span span)
{
    entries tied = {.at = arena_copy(c->arena, e->at, e->count, sizeof *e->at),
                    .count = e->count,
                    .tied = e->tied};
    const rule *two[2];

    if (!tied.at)
        return NULL;
    for (size_t k = i; k < tied.count && tied.at[k].item.negated; k++)
        tied.at[k].link = PART_WITH;
    two[0] = list_widened(c, &tied);
    two[1] = list_widened(c, e);
    return two[0] && two[1] ? rule_readings(c->arena, span, "modifier-scope", two, 2) : two[1];
}

/* The rule of entries that have theirs; a denial may reach entry `open` as well (0: there is no
 * such one). */
static const rule *with_denials(const clause *c, entries *e, size_t open, eligo_span span)
{
    entries denied = {.at = e->at, .count = e->count, .tied = e->tied};
    const rule *two[2];

    if (!open)
        return list_widened(c, e);
    denied.at = arena_copy(c->arena, e->at, e->count, sizeof *e->at);
    if (!denied.at)
        return NULL;
    denied.at[open].stops = false;
    /* "no A, B > 2 or C > 3": and each bound that the list goes on to by "or" */
    for (size_t i = open + 1; i < e->count && may_be_denied(c, e, i); i++)
        denied.at[i].stops = false;
    two[0] = list_widened(c, &denied);
    two[1] = list_widened(c, e);
    return two[0] && two[1] ? rule_readings(c->arena, span, "negation-scope", two, 2) : two[1];
}

/* "No phone, dementia", "without insulin, type 2 diabetes": behind a comma alone, something of
 * another sort may stand by itself. */
static bool of_another_sort(const clause *c, const entries *e, size_t i)
{
    const item *x = &e->at[i].item, *y = i ? &e->at[i - 1].item : NULL;

    /* "no informed consent, and pregnancy", among what bars: that may bar by itself */
    if (y && c->exclusion && !c->special && y->negated && (y->judge || y->consent) && !x->judge &&
        !x->consent && !x->negated && x->has_subject && x->subject.concept &&
        (x->subject.category == CATEGORY_CONDITION || concept_is_treatment(x->subject.concept)))
        return !e->at[i].example && !e->at[i].bracketed && !e->at[i].group;
    /* "not insured, or taking part in another trial": a verb of its own behind the comma */
    if (y && y->negated && !x->negated && e->at[i].link == PART_OR && e->at[i].loose &&
        x->from < x->to && x->in[x->from].kind == PART_CURRENT && x->has_subject)
        return !e->at[i].group;
    return y && y->negated && !x->negated && e->at[i].link == PART_COMMA && !leads_on(e, i + 1) &&
           !e->at[i].example && !e->at[i].bracketed && !e->at[i].group &&
           ((x->has_subject && x->subject.concept) || x->judge) &&
           (!x->judge != !y->judge || x->subject.category != y->subject.category);
}

void denial_reach(const clause *c, entries *e, size_t i, denials *before)
{
    entry *x = &e->at[i];

    if (!x->stops && before->count && !before->open &&
        (may_be_asked(c, e, i) || of_another_sort(c, e, i)) && !ends_denial(c, e, i, before)) {
        x->stops = true;
        before->open = i;
    }
    if (!x->stops && ends_denial(c, e, i, before)) {
        x->stops = true;
        if (before->count && !before->open && !e->at[i - 1].item.alone && may_be_denied(c, e, i))
            before->open = i;
    }
    x->item.denied_before = before->count && !x->stops;
}

void denial_count(const clause *c, entries *e, size_t i, denials *before)
{
    const item *x = &e->at[i].item;

    if (lacks_inside(c, e, i)) {
        if (!before->lacks && comes_without(e, i))
            before->lacks = i;
        if (i + 1 < e->count && e->at[i + 1].link == PART_COMMA && !leads_on(e, i + 1))
            e->at[i + 1].stops = true;
    }
    if (!x->negated)
        return;
    before->sound = before->sound || wished_for(c, x);
    before->people = before->people || (x->thing_count && part_names_people(c, x->things[0]));
    before->count++;
}

const rule *denial_joined(const clause *c, entries *e, const denials *d, eligo_span span)
{
    return d->lacks ? with_lacks(c, e, d->lacks, span) : with_denials(c, e, d->open, span);
}
