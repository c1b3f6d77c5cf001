#include "grammar/bound.h"
#include "grammar/measured.h"
#include "rules/landmark.h"
#include "rules/measures.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* Of what a number is a bound: the quantity at which it stands, an age, a stage, a dose, a length
 * of time, a count. What cannot be placed measures nothing. */

/* "30 or more on the X", "50 kg in weight": do only small words stand between a number and the name
 * behind it? */
static bool names_what_is_before(const clause *c, size_t from, size_t to)
{
    static const char *const small[] = {
        "in",   "of",   "for",   "on",    "as",    "at",   "by",    "points", "point", "or",
        "more", "less", "older", "above", "below", "than", "total", "score",  "scale"};

    unsigned unknown = 0;

    for (size_t i = from, end; i < to; i = end + 1) {
        bool known = false;

        for (end = i; end < to && isalpha((unsigned char)c->text[end]);)
            end++;
        if (end == i)
            continue;
        known = roles_of(c->text + i, end - i) &
                (ROLE_ARTICLE | ROLE_LIGHT_BEFORE | ROLE_LIGHT_QUANTITY);
        for (size_t k = 0; !known && k < sizeof small / sizeof *small; k++)
            known = text_equal_nocase(c->text + i, end - i, small[k]);
        if (!known && ++unknown > 1)
            return false;
    }
    return true;
}

/* "P/F < 200 mmHg on at least 5 cmH2O PEEP": a quantity right behind a second number, in whose unit
 * it has values; the one before has a number of its own, and this one none behind it. */
static bool named_behind(const clause *c, const item *x, const part *q, const part *before,
                         const part *t)
{
    size_t from = q->span.end;
    bool own = false;

    if (!q->unit.ucum || q->relative != RELATIVE_NONE || t->span.start < from ||
        !unit_fits(t->hit.quantity, q->unit.ucum))
        return false;
    if (text_starts_nocase(c->text + from, t->span.start - from, " of"))
        from += 3;
    for (size_t i = 0; i < x->quantity_count; i++) {
        const part *y = x->quantities[i];

        if (y->span.start >= t->span.end)
            return false;
        own = own || (y != q && y->span.end <= q->span.start && y->span.start >= before->span.end);
    }
    return own && t->span.start == from + 1 && c->text[from] == ' ';
}

/* Which of the things of an item a bound is about: the nearest quantity before it, else the next
 * behind. */
static const part *quantity_thing(const clause *c, const item *x, const part *q)
{
    const part *best = NULL;

    for (size_t i = 0; i < x->thing_count; i++) {
        const part *t = x->things[i];

        if (!t->hit.quantity || is_landmark(t->hit.quantity, LANDMARK_SEX))
            continue;
        if (t->span.start < q->span.start)
            best = t;
        else if (!best) {
            /* "7-10 mixed dentition X": of something that is not named */
            if (q->value && q->value[0] && strcmp(q->value, "range") != 0)
                best = t;
            else if (q->unit.ucum || q->values || q->relative != RELATIVE_NONE ||
                     names_what_is_before(c, q->span.end, t->span.start))
                best = t;
        } else if (best->span.end <= q->span.start && t->span.start - q->span.end <= 2 &&
                   t->hit.quantity != best->hit.quantity &&
                   concept_is(t->hit.quantity, best->hit.quantity))
            return t; /* "blood pressure over 160 systolic" */
        else if (best->span.end <= q->span.start && named_behind(c, x, q, best, t))
            return t;
    }
    return best;
}

/* Does a word of the item begin so? */
static bool says_word(const clause *c, const item *x, const char *beginning)
{
    for (size_t i = x->span.start; i + 2 <= x->span.end; i++)
        if ((i == 0 || !isalpha((unsigned char)c->text[i - 1])) &&
            text_starts_nocase(c->text + i, x->span.end - i, beginning))
            return true;
    return false;
}

/* "Grade 2", "Gr II", "CTCAE > 1", and no stage or class. */
static bool says_grade(const clause *c, const item *x, const part *scale)
{
    return says_word(c, x, "gr") ||
           (scale && scale->hit.quantity == lexicon_landmark(c->lx, LANDMARK_CTCAE_GRADE));
}

/* A condition among the things of an item; NULL: there is none. */
static const part *condition_of(const item *x)
{
    for (size_t i = 0; i < x->thing_count; i++)
        if (x->things[i]->hit.thing && x->things[i]->hit.thing->category == CATEGORY_CONDITION)
            return x->things[i];
    return NULL;
}

/* "stage III", "grade 2 to 4": the number of a stage, whose owner is the condition beside it. */
static bool staged(const clause *c, const item *x, const part *q)
{
    for (size_t back = 0; back < 14 && q->span.start >= x->span.start + back; back++) {
        size_t i = q->span.start - back, end = q->span.start;

        while (end > i && isspace((unsigned char)c->text[end - 1]))
            end--;
        if (i > 0 && isalpha((unsigned char)c->text[i - 1]))
            continue;
        if (roles_of(c->text + i, end - i) & ROLE_STAGE)
            return true;
    }
    return false;
}

/* ---- what the words around a number tell ---- */

static bool of_kind(const rule_qualifier *k, const char *kind)
{
    return strcmp(k->kind, kind) == 0;
}

/* The rate that the name of a quantity ends in ("stools per day"); NULL: none. */
static const char *rate_in(const clause *c, eligo_span name)
{
    static const char *const words[][2] = {{"day", "/d"},     {"daily", "/d"},  {"week", "/wk"},
                                           {"weekly", "/wk"}, {"month", "/mo"}, {"monthly", "/mo"},
                                           {"year", "/a"},    {"hour", "/h"}};
    size_t start = name.end;

    while (start > name.start && isalpha((unsigned char)c->text[start - 1]))
        start--;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (start > name.start && text_equal_nocase(c->text + start, name.end - start, words[i][0]))
            return words[i][1];
    return NULL;
}

/* The qualifiers of a rule without those of a rate, which its dose has now. */
static const rule_qualifier *without_rate(const clause *c, const rule *r, size_t *count)
{
    rule_qualifier *list = arena_array(c->arena, r->qualifier_count + 1, sizeof *list);
    size_t n = 0;

    for (size_t i = 0; list && i < r->qualifier_count; i++)
        if (!of_kind(&r->qualifiers[i], "rate"))
            list[n++] = r->qualifiers[i];
    *count = n;
    return n ? list : NULL;
}

/* "Low dose aspirin (<= 100 mg/day)", "high-dose methotrexate (>= 1 g/m2)": does the dose q say
 * what the qualifier and the word "dose" before the drug mean? */
static bool means_dose(const clause *c, const rule *r, const rule_qualifier *k, const part *q)
{
    size_t from = k->span.end + 1,
           to = r->subject.span.start; /* a blank or a hyphen between them */

    return of_kind(k, "result") && q->low.given != q->high.given &&
           text_is(k->value, q->high.given ? "low" : "high") && from + sizeof "dose" == to &&
           text_equal_nocase(c->text + from, sizeof "dose" - 1, "dose");
}

/* The qualifiers of a rule without such words before its drug. */
static const rule_qualifier *without_degree(const clause *c, const rule *r, const part *q,
                                            size_t *count)
{
    rule_qualifier *list = arena_array(c->arena, r->qualifier_count + 1, sizeof *list);
    size_t n = 0, from = r->subject.span.start;

    for (size_t i = 0; i < r->qualifier_count; i++)
        if (means_dose(c, r, &r->qualifiers[i], q))
            from = r->qualifiers[i].span.start;
    for (size_t i = 0; list && i < r->qualifier_count; i++)
        if (r->qualifiers[i].span.start < from ||
            r->qualifiers[i].span.start >= r->subject.span.start)
            list[n++] = r->qualifiers[i];
    if (n < r->qualifier_count)
        clause_take(c, (eligo_span){from, r->subject.span.start});
    *count = n;
    return n ? list : NULL;
}

/* The quantity whose name is that of another one and a word more ("BMI" "percentile"). NULL: none.
 */
static const concept *sibling(const clause *c, const concept *about, const char *word)
{
    char *text = arena_printf(c->arena, "%s %s", about->name, word);
    atoms cut = text ? lexicon_cut(c->lx, text, strlen(text), c->arena) : (atoms){0};
    lexicon_hit hit;

    return cut.count && lexicon_match(c->lx, &cut, 0, &hit) && hit.atoms == cut.count ? hit.quantity
                                                                                      : NULL;
}

/* The quantity that alone has such a unit: "kg/m2", and those that say what is counted
 * ("pack-years"). */
const concept *quantity_of_unit(const clause *c, const part *q)
{
    if (!q->unit.ucum || q->relative != RELATIVE_NONE)
        return NULL;
    if (unit_is(q, "kg/m2"))
        return lexicon_landmark(c->lx, LANDMARK_BMI);
    return strchr(q->unit.ucum, '{') ? lexicon_of_unit(c->lx, q->unit.ucum) : NULL;
}

/* "3 grade", "2nd class": a word of stages right behind the number. */
static bool staged_behind(const clause *c, const part *q)
{
    size_t start = q->span.end, end;

    while (c->text[start] == ' ')
        start++;
    for (end = start; isalpha((unsigned char)c->text[end]);)
        end++;
    return end > start && (roles_of(c->text + start, end - start) & ROLE_STAGE);
}

/* Is a bare number the number of what follows it ("two strokes"), and no name ("factor 8
 * deficiency")? */
static bool counts_next(const clause *c, const item *x, const part *q)
{
    size_t end = q->span.start, start;

    if (!x->has_subject || x->subject.span.start < q->span.end || !number_counts(q) ||
        q->low.value < 1 || category_is_quantity(x->subject.category) ||
        !counts_the_thing(c, q, x) || staged_behind(c, q))
        return false;
    if (q->word_number)
        return true;
    if (!x->subject.concept)
        return false; /* "7am", "25 participants": nobody knows of what */
    if (q->low.value < 2)
        return false;
    while (end > x->span.start && c->text[end - 1] == ' ')
        end--;
    if (end == x->span.start || !isalnum((unsigned char)c->text[end - 1]))
        return end == x->span.start || strchr("(:;,", c->text[end - 1]);
    for (start = end; start > 0 && isalpha((unsigned char)c->text[start - 1]);)
        start--;
    return roles_of(c->text + start, end - start) & ROLE_COUNTS;
}

/* The word right behind a number, where it is a noun of its own that is not the name of `owner`. */
static eligo_span noun_behind(const clause *c, const part *q, const part *owner)
{
    size_t start = q->span.end, end;
    atoms word;
    size_t covered;

    while (c->text[start] == ' ')
        start++;
    for (end = start; isalpha((unsigned char)c->text[end]);)
        end++;
    if (end - start < 4 || end >= owner->span.start || roles_of(c->text + start, end - start))
        return (eligo_span){0, 0};
    word = lexicon_cut(c->lx, c->text + start, end - start, c->arena);
    if (word.count && cue_match(&word, 0, &covered))
        return (eligo_span){0, 0};
    /* an adjective of the thing stands right before it */
    if (owner->span.start - end <= 1)
        return (eligo_span){0, 0};
    return (eligo_span){start, end};
}

/* The thing right behind a number that counts, where the quantity before it has a bound already. */
static const part *counted_thing(const item *x, const part *q, const part *t)
{
    const part *next = NULL;
    bool bounded = false;

    if (!number_counts(q) || t->span.start > q->span.start || number_is_bare(q))
        return NULL;
    for (size_t i = 0; i < x->quantity_count; i++)
        bounded = bounded || (x->quantities[i]->span.start > t->span.start &&
                              x->quantities[i]->span.end <= q->span.start);
    for (size_t i = 0; bounded && i < x->thing_count; i++)
        if (!next && x->things[i]->span.start >= q->span.end)
            next = x->things[i];
    return next && next->hit.thing && !next->hit.quantity && next->span.start - q->span.end < 3
               ? next
               : NULL;
}

/* An item with this thing as its subject. */
static const item *owner_of(const clause *c, const item *about, const part *t)
{
    item *x = arena_copy(c->arena, about, 1, sizeof *x);

    if (!x)
        return about;
    x->quantity_count = 0;
    x->defined = NULL;
    x->has_subject = true;
    x->subject_part = t;
    x->subject = (rule_subject){
        .concept = t->hit.thing,
        .category = t->hit.thing->category,
        .span = t->span,
        .text = arena_text(c->arena, c->text + t->span.start, t->span.end - t->span.start),
        .who = about->who};
    return x;
}

/* A number that is looked for a place, and what is found. */
typedef struct placing {
    const clause *c;
    const item *x;
    const part *q;        /* the number */
    const part *t;        /* the quantity beside it, or NULL */
    const concept *about; /* what that measures; NULL where the number cannot be its value */
    eligo_span subject;
    const rule *rule; /* NULL: the number says nothing */
} placing;

static bool decide(placing *p, const rule *r)
{
    p->rule = r;
    return true;
}

/* A bound of this quantity; NULL is one that is not known. */
static bool bounds(placing *p, const concept *k, category of, eligo_span subject)
{
    return decide(p, measured_compare(p->c, p->x, k, of, subject, p->q));
}

static bool bounds_age(placing *p)
{
    return bounds(p, lexicon_landmark(p->c->lx, LANDMARK_AGE), CATEGORY_DEMOGRAPHIC, p->q->span);
}

/* A bound of the quantity beside it, in a unit that the number does not carry itself. */
static bool bounds_in(placing *p, rule_unit in)
{
    part with = *p->q;

    with.unit = in;
    return decide(p, measured_compare(p->c, p->x, p->about, p->about->category, p->subject, &with));
}

/* "blood pressure 140-179/90-109 on no more than two antihypertensives": of those so many */
static bool place_counted(placing *p)
{
    const part *behind = p->about ? counted_thing(p->x, p->q, p->t) : NULL;

    return behind && decide(p, measured_count(p->c, owner_of(p->c, p->x, behind), p->q));
}

/* "height in percentile < 3": words beside the quantity say so. They say no more than that. */
static bool says_percentile(const clause *c, const item *x, item *without)
{
    item_copy(without, x);
    without->qualifier_count = 0;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (!text_is(x->qualifiers[i].kind, "other") || !x->qualifiers[i].text ||
            !strcasestr(x->qualifiers[i].text, "centile"))
            without->qualifiers[without->qualifier_count++] = x->qualifiers[i];
        else
            clause_take(c, x->qualifiers[i].span);
    return without->qualifier_count < x->qualifier_count;
}

/* "BMI >= 85th percentile", "FEV1 < 50% of predicted": not the quantity itself */
static bool place_sibling(placing *p)
{
    const concept *about = p->about, *k;
    const part *q = p->q;
    bool said = false;
    item without;

    if (!about)
        return false;
    if (!strcasestr(about->name, "percentile") &&
        ((q->unit.text && strcasestr(q->unit.text, "centile")) ||
         (p->x->qualifier_count && (said = says_percentile(p->c, p->x, &without))))) {
        k = sibling(p->c, about, "percentile");
        if (k && said)
            return decide(p, measured_compare(p->c, &without, k, k->category, p->subject, q));
        return bounds(p, k, about->category, k ? p->subject : span_hull(p->subject, q->span));
    }
    if (q->predicted && !unit_fits(about, "%"))
        return bounds(p, sibling(p->c, about, "% predicted"), about->category, p->subject);
    /* "visual acuity of 70 letters": what is counted, and no fraction */
    if (unit_is(q, "{letters}") && (k = lexicon_landmark(p->c->lx, LANDMARK_ETDRS_LETTERS)))
        return bounds(p, k, k->category, p->subject);
    if (unit_is(q, "%") && !unit_fits(about, "%") && (k = sibling(p->c, about, "percentage")))
        return bounds(p, k, k->category, p->subject);
    return q->unit.ucum && q->relative == RELATIVE_NONE &&
           (k = measures_sibling(p->c->lx, about, q->unit.ucum)) &&
           bounds(p, k, k->category, p->subject);
}

/* "Weighing less than 1500 g at birth": the quantity of then, where it has a name of its own. */
static bool place_value_then(placing *p)
{
    item then;

    if (!p->about)
        return false;
    for (size_t i = 0; i < p->x->qualifier_count; i++) {
        const rule_qualifier *time = &p->x->qualifiers[i];
        const concept *k = text_is(time->kind, "time") && time->value
                               ? sibling(p->c, p->about, time->value)
                               : NULL;

        if (!k)
            continue;
        item_copy(&then, p->x);
        then.qualifier_count--;
        memmove(&then.qualifiers[i], &then.qualifiers[i + 1],
                (then.qualifier_count - i) * sizeof *then.qualifiers);
        clause_take(p->c, time->span);
        return decide(p, measured_compare(p->c, &then, k, k->category, p->subject, p->q));
    }
    return false;
}

/* Is the quantity beside it part of a longer name, which is not known? */
static bool in_longer_name(const placing *p)
{
    const rule_subject *s = &p->x->subject;

    return !is_landmark(p->about, LANDMARK_AGE) && p->x->has_subject && !s->concept &&
           s->span.start <= p->t->span.start && s->span.end >= p->t->span.end;
}

/* The unit stands elsewhere: "28 hot flashes per week", "hemoglobin (g/dL): 9 to 12". */
static bool place_unit_elsewhere(placing *p)
{
    const part *q = p->q;
    const char *rate;

    if (!p->about || q->unit.ucum || q->period || in_longer_name(p))
        return false;
    if ((rate = rate_in(p->c, p->t->span)) && unit_fits(p->about, rate))
        return bounds_in(p, (rule_unit){.ucum = rate, .text = rate}); /* the name has it */
    if (!q->unit.text && !q->values && q->relative == RELATIVE_NONE && p->t->unit.text)
        return bounds_in(p, p->t->unit); /* behind the name */
    if (measured_rate(p->c, p->x, q, p->t, &rate))
        return bounds_in(p, (rule_unit){.ucum = rate, .text = rate});
    return false;
}

static bool place_multiple(placing *p)
{
    const concept *about = p->about;

    return about && (p->q->times || p->q->fold) && p->q->relative == RELATIVE_NONE &&
           about->units[0] && strcmp(about->units[0], "1") != 0 && about->units[0][0] != '/' &&
           decide(p, rule_opaque(p->c->arena, span_hull(p->subject, p->q->span),
                                 "a multiple of what is not said"));
}

/* "ASA 1/2", "grade 3/4": two classes next to each other, and no "1 of 2". The number is a list
 * from here on, and looks for its place as one. */
static bool place_classes(placing *p)
{
    const concept *about = p->about;
    const part *q = p->q;
    bool classes = about && about->category == CATEGORY_SCORE && about->scale.high <= 6 &&
                   (q->low2.value < about->scale.high || (about->flags & CONCEPT_STAGES));
    part *with;
    double *two;

    if (!q->pair || !number_is_bare(q) || !q->low.given || !q->low2.given ||
        q->low2.value != q->low.value + 1 || q->low2.value > 6 ||
        !(classes || staged(p->c, p->x, q)))
        return false;
    with = arena_copy(p->c->arena, q, 1, sizeof *q);
    two = arena_array(p->c->arena, 2, sizeof *two);
    if (!with || !two)
        return decide(p, NULL);
    two[0] = q->low.value;
    two[1] = q->low2.value;
    with->pair = false;
    with->low = with->high = (rule_bound){0};
    with->values = two;
    with->value_count = 2;
    p->q = with;
    return classes && bounds(p, about, about->category, p->subject);
}

/* "blood pressure > 140/90", "hypertension (> 140/90)" */
static bool place_pressures(placing *p)
{
    const concept *about = p->about, *of = p->x->subject.concept;
    const part *q = p->q;
    double lower = q->low2.given ? q->low2.value : q->high2.value;

    if (!q->pair || (about && !is_landmark(about, LANDMARK_BLOOD_PRESSURE) &&
                     !is_landmark(about, LANDMARK_SYSTOLIC_BP)))
        return false;
    return (about || (of && of->category == CATEGORY_CONDITION)) && lower >= 20 && lower < 200 &&
           lexicon_landmark(p->c->lx, LANDMARK_SYSTOLIC_BP) &&
           decide(p, measured_pressures(p->c, p->x, about ? p->subject : p->x->subject.span, q));
}

/* "liver biopsy older than 6 months": how long ago, not whose age */
static bool place_time_ago(placing *p)
{
    const item *x = p->x;
    const part *q = p->q;
    rule *other, *r;

    if (!q->age || !q->period || x->person || x->grown || !x->subject.concept ||
        !concept_is_treatment(x->subject.concept) || x->subject.span.end > q->span.start ||
        q->span.start - x->subject.span.end >= 4 || q->low.given == q->high.given)
        return false;
    if ((r = clause_has(p->c, x, &other))) {
        r->window = clause_window(p->c, q);
        r->span = span_hull(r->span, q->span);
    }
    return decide(p, r);
}

/* Does the number stand right behind the name of the condition, or behind "diagnosis" after it? */
static bool right_behind(const item *x, const part *q, bool *found)
{
    size_t i = x->from;

    while (i < x->to && x->in[i].span.start < q->span.start)
        i++;
    *found = false;
    for (; i > x->from && x->in[i - 1].span.start >= x->subject.span.end; i--) {
        const part *p = &x->in[i - 1];

        if (p->kind != PART_FILL && p->kind != PART_DIAGNOSIS &&
            !(p->kind == PART_QUAL && strncmp(p->value, "certainty:", 10) == 0))
            return false;
        *found = *found || p->kind != PART_FILL;
    }
    for (size_t k = x->from; k < i; k++) /* "diagnosis of asthma" */
        *found = *found || x->in[k].kind == PART_DIAGNOSIS ||
                 (x->in[k].kind == PART_QUAL && strcmp(x->in[k].value, "certainty:confirmed") == 0);
    return x->subject.span.end <= q->span.start;
}

/* How old a newborn is, is the age of the patient. */
static bool is_newborn(const item *x)
{
    const concept *k = x->subject.concept;

    return k && (is_landmark(k, LANDMARK_NEWBORN) || is_landmark(k, LANDMARK_PREMATURITY));
}

/* "Stroke at least 6 months old", "asthma diagnosis more than a year old": how long ago that was,
 * and how long it has been there. What is not said to be found may be as old as the patient. */
static bool place_found_ago(placing *p)
{
    const item *x = p->x;
    const part *q = p->q;
    const concept *k = x->subject.concept;
    bool found, event = k && k->flags & CONCEPT_EVENT;
    double n = q->low.given ? q->low.value : q->high.value;
    rule *other, *r;
    const rule *whose[2], *two[2];

    if (!q->age || !q->period || x->person || x->grown || x->who || x->sex || !k || is_newborn(x) ||
        k->category != CATEGORY_CONDITION || !right_behind(x, q, &found) ||
        (q->period == 'a' && !found && n >= 12))
        return false;
    if (q->low.given == q->high.given) { /* "stroke 3 to 6 months old" */
        item then;

        item_copy(&then, x);
        item_qualify(p->c, &then, "time", NULL, q->span, NULL);
        return decide(p, clause_has(p->c, &then, &other));
    }
    if (!(r = clause_has(p->c, x, &other)))
        return decide(p, NULL);
    if (event)
        r->window = clause_window(p->c, q);
    else
        r->duration = clause_amount(p->c, q);
    r->span = span_hull(r->span, q->span);
    if (event || found)
        return decide(p, r);
    whose[0] = clause_has(p->c, x, &other);
    whose[1] = measured_compare(p->c, x, lexicon_landmark(p->c->lx, LANDMARK_AGE),
                                CATEGORY_DEMOGRAPHIC, q->span, q);
    two[0] = r;
    two[1] = whose[0] && whose[1] ? rule_join(p->c->arena, RULE_ALL, r->span, whose, 2) : NULL;
    return decide(p, two[1] ? rule_readings(p->c->arena, r->span, "modifier-scope", two, 2) : NULL);
}

/* "stroke under the age of 55": how old at that time */
static bool place_age_then(placing *p)
{
    const part *q = p->q;
    const item *x = p->x;
    rule *other, *r;
    item copy;

    if (!q->age || q->low.given || x->person || x->grown || !x->subject.concept ||
        !(x->subject.concept->flags & CONCEPT_EVENT) || x->subject.span.end > q->span.start ||
        q->span.start - x->subject.span.end >= 3)
        return false;
    item_copy(&copy, x);
    item_qualify(p->c, &copy, "time", NULL, q->span, NULL);
    if ((r = clause_has(p->c, &copy, &other)))
        r->span = span_hull(r->span, q->span);
    return decide(p, r);
}

/* "aged 18 to 65 years", but not "between 24 and 32 weeks of age of gestation" */
static bool place_age(placing *p)
{
    const part *q = p->q;

    return q->age && (q->period || (!q->unit.ucum && q->relative == RELATIVE_NONE && !q->values)) &&
           !(is_landmark(p->about, LANDMARK_GESTATIONAL_AGE) && p->t->span.start > q->span.end &&
             p->t->span.start < q->span.end + 12) &&
           bounds_age(p);
}

/* "MIC <= 2 mg/L to vancomycin", "MIC (vancomycin)": of that drug */
static bool place_mic(placing *p)
{
    const item *x = p->x;
    const concept *k;

    if (!p->about || p->about != lexicon_landmark(p->c->lx, LANDMARK_MIC))
        return false;
    for (size_t i = 0; i < x->thing_count; i++)
        if (part_drug(x->things[i]) && (k = sibling(p->c, x->things[i]->hit.thing, "MIC"))) {
            clause_take(p->c, x->things[i]->span);
            return bounds(p, k, k->category, p->subject);
        }
    return false;
}

/* "stage", "CTCAE grade": that of the condition beside it, and no quantity by itself */
static bool place_own_stage(placing *p)
{
    if (p->about &&
        ((p->t->roles & ROLE_STAGE) ||
         (p->about == lexicon_landmark(p->c->lx, LANDMARK_CTCAE_GRADE) && condition_of(p->x)))) {
        clause_take(p->c, p->t->span);
        p->about = NULL;
    }
    return false;
}

/* "4 on a 0-10 numeric scale": how long the scale is */
static bool place_scale(placing *p)
{
    const item *x = p->x;
    const part *q = p->q;

    if (!p->about || !q->value || strcmp(q->value, "range") != 0 || !q->low.given ||
        q->low.value != 0 || x->quantity_count <= 1)
        return false;
    for (size_t i = 0; i < x->thing_count; i++)
        if (x->things[i]->hit.quantity && x->things[i]->span.start >= q->span.end &&
            x->things[i]->span.start - q->span.end < 3) {
            clause_take(p->c, q->span);
            return decide(p, NULL);
        }
    return false;
}

/* "proteinuria 2+": a strip's sign, and no amount */
static bool place_strip(placing *p)
{
    const concept *about = p->about;
    const part *q = p->q;

    return about && q->plus && about->category == CATEGORY_MEASUREMENT && !q->unit.text &&
           (q->low.given ? q->low.value : q->high.value) <= 4 && about->units[0] &&
           strcmp(about->units[0], "1") != 0 && bounds(p, NULL, about->category, p->subject);
}

/* "three menstrual cycles": so many of them, not how long one is */
static bool place_so_many(placing *p)
{
    const part *q = p->q;

    return p->about && number_is_bare(q) && q->word_number && !q->age && !q->values &&
           p->t->span.start >= q->span.end && number_counts(q) &&
           bounds(p, NULL, p->about->category, span_hull(q->span, p->subject));
}

/* "at least two glucose values > 126 mg/dL", "QTc > 480 ms on at least one occasion": so many
 * values, each within the bound. One is enough where any is asked for; of more it narrows the
 * limit. */
static bool place_times(placing *p)
{
    const part *bound = p->about ? measured_times(p->c, p->x, p->t, p->q) : NULL;

    /* a score has bounds without a unit, too: "at least 5 on the scale (range >= 1)" */
    if (!bound || (p->about->category != CATEGORY_MEASUREMENT &&
                   (p->about->category != CATEGORY_SCORE || bound->span.start < p->t->span.end ||
                    p->q->span.end > p->t->span.start)))
        return false;
    if (p->q->low.given && p->q->low.value == 1 && p->q->low.inclusive && !p->q->high.given)
        clause_take(p->c, p->q->span);
    return decide(p, NULL);
}

/* Another number is the bound of the quantity beside this one. */
static bool has_bound_beside(const placing *p)
{
    const item *x = p->x;

    for (size_t i = 0; i < x->quantity_count; i++)
        if (x->quantities[i] != p->q && !x->quantities[i]->age &&
            quantity_thing(p->c, x, x->quantities[i]) == p->t &&
            (!number_is_bare(x->quantities[i]) || x->quantities[i]->values))
            return true;
    return false;
}

/* "2-hour glucose load", "4 on a 10-point scale": part of a name, where another bound is there */
static bool place_in_name(placing *p)
{
    const part *q = p->q;

    if (!p->about || !number_is_bare(q) || q->age || q->values ||
        (q->period && p->t->span.start < q->span.end))
        return false;
    /* "SpO2 < 90 % on 4 L": a number of something else */
    if (q->unit.ucum && !q->period && q->relative == RELATIVE_NONE &&
        !unit_fits(p->about, q->unit.ucum))
        return decide(p, rule_opaque(p->c->arena, q->span, "a number of something else"));
    if (q->period)
        return memchr(p->c->text + q->span.start, '-', q->span.end - q->span.start) &&
               decide(p, NULL);
    return !q->value[0] && !q->unit.text && has_bound_beside(p) && decide(p, NULL);
}

/* "temperature > 38.5 0C": a number with a letter is a stage, and no value of what is measured */
static bool place_lettered(placing *p)
{
    const part *q = p->q;
    const char *text = p->c->text;

    return p->about && p->about->category == CATEGORY_MEASUREMENT && !q->unit.text && !q->period &&
           q->span.end - q->span.start <= 3 && isdigit((unsigned char)text[q->span.start]) &&
           isalpha((unsigned char)text[q->span.end - 1]) &&
           decide(p, rule_opaque(p->c->arena, q->span, "a number of something else"));
}

/* "HbA1c at two visits 2 weeks apart": a length of time is no value of it */
static bool place_apart(placing *p)
{
    return p->about && p->q->period && p->about->units[0] &&
           !unit_fits(p->about, period_ucum(p->q->period)) && decide(p, NULL);
}

/* "a decrease in haemoglobin of more than 2": the bound is the change's */
static bool place_change(placing *p)
{
    const rule_subject *s = &p->x->subject;

    return p->about && p->x->has_subject && !s->concept && s->span.end <= p->t->span.start &&
           (roles_of(p->c->text + s->span.start, s->span.end - s->span.start) & ROLE_CHANGE) &&
           bounds(p, NULL, p->about->category, span_hull(s->span, p->subject));
}

/* Of the quantity beside it, whose name must not be part of a longer one that is not known. */
static bool place_beside(placing *p)
{
    const concept *about = p->about;
    const rule_subject *s = &p->x->subject;

    if (!about)
        return false;
    if (p->q->pair && concept_is(about, lexicon_landmark(p->c->lx, LANDMARK_VISUAL_ACUITY))) {
        part acuity = *p->q; /* "20/40": a fraction, whose top alone says nothing */

        return phrase_fraction(&acuity)
                   ? decide(p, measured_compare(p->c, p->x, about, about->category, p->subject,
                                                &acuity))
                   : bounds(p, NULL, about->category, p->subject);
    }
    if (in_longer_name(p))
        return bounds(p, NULL, about->category, s->span);
    /* "hemoglobin < 12/13 g/dL": whose is which? Of a score the second is how far it goes */
    if (p->q->pair && about->category == CATEGORY_MEASUREMENT)
        return bounds(p, NULL, about->category, p->subject);
    return bounds(p, about, about->category, p->subject);
}

/* ages, whose name is mostly left out */
static bool place_age_unnamed(placing *p)
{
    const item *x = p->x;

    return p->q->period && (x->age || p->q->age) &&
           (!x->has_subject || !x->subject.concept || !concept_is_treatment(x->subject.concept)) &&
           bounds_age(p);
}

/* The stage, grade or class of this condition, as a quantity of its own: of a cancer, the stage has
 * a name of its own, and its grade is something else. */
static const concept *stage_of(const placing *p, const concept *condition)
{
    const concept *cancer = lexicon_landmark(p->c->lx, LANDMARK_MALIGNANCY), *stage = NULL;
    bool of_cancer = cancer && concept_is(condition, cancer);
    bool grade = says_grade(p->c, p->x, p->t);

    if (of_cancer && !grade)
        return lexicon_landmark(p->c->lx, LANDMARK_CANCER_STAGE);
    if (!grade && says_word(p->c, p->x, "class")) /* "class IV heart failure" is no stage of it */
        stage = sibling(p->c, condition, "class");
    if (!stage)
        stage = sibling(p->c, condition, grade ? "grade" : "stage");
    if (!stage && of_cancer)
        return lexicon_landmark(p->c->lx, LANDMARK_TUMOR_GRADE);
    return stage ? stage : sibling(p->c, condition, grade ? "stage" : "grade");
}

/* "stage III melanoma", "neuropathy grade >= 2" */
static bool place_stage(placing *p)
{
    const item *x = p->x;
    const part *q = p->q, *owner = NULL;
    eligo_span noun;

    if (q->unit.ucum || q->period ||
        !(staged(p->c, x, q) || (number_is_bare(q) && staged_behind(p->c, q))))
        return false;
    for (size_t i = 0; i < x->thing_count; i++)
        if (x->things[i]->hit.thing && (!owner || x->things[i]->span.end <= q->span.start))
            owner = x->things[i];
    if (!owner && x->staged) /* "stage III breast or lung cancer" */
        return bounds(p, stage_of(p, x->staged->hit.thing), CATEGORY_SCORE,
                      x->has_subject ? x->subject.span : q->span);
    if (!owner)
        return bounds(p, NULL, CATEGORY_SCORE, x->has_subject ? x->subject.span : q->span);
    /* "grade >= 2 toxicity of the treatment": of a thing that is not known */
    if (owner->span.start > q->span.end && (noun = noun_behind(p->c, q, owner)).end)
        return bounds(p, NULL, CATEGORY_SCORE, noun);
    return bounds(p, stage_of(p, owner->hit.thing), CATEGORY_SCORE, owner->span);
}

/* "pregnancy (> 37 weeks)" */
static bool place_gestation(placing *p)
{
    const item *x = p->x;

    return (p->q->period == 'w' || p->q->period == 'd') &&
           is_landmark(x->subject.concept, LANDMARK_PREGNANCY) && !x->who &&
           lexicon_landmark(p->c->lx, LANDMARK_GESTATIONAL_AGE) &&
           bounds(p, lexicon_landmark(p->c->lx, LANDMARK_GESTATIONAL_AGE), CATEGORY_MEASUREMENT,
                  x->subject.span);
}

static const concept *attribute_concept(const clause *c, const concept *of, const char *key)
{
    size_t size;
    const char *id = of ? concept_attribute(of, key, &size) : NULL;

    return id ? lexicon_concept(c->lx, id, size) : NULL;
}

/* "Smokers (> 10/day)": what is counted of it, so many in a time; NULL: it says nothing of it. */
static const concept *counted_of(const clause *c, const concept *of, const part *q)
{
    const concept *k = attribute_concept(c, of, "counted");

    return k && strchr(q->unit.ucum, '/') && unit_fits(k, q->unit.ucum) ? k : NULL;
}

/* "Preterm infants below 7 days": nobody is born before so many weeks, and how old they are is
 * meant.
 */
static bool too_short_for_birth(const concept *of, const part *q)
{
    enum { WEEKS = 16 };

    return q->period && is_landmark(of, LANDMARK_PREMATURITY) &&
           period_days((period){q->low.given ? q->low.value : q->high.value, q->period}) <
               7 * WEEKS;
}

const concept *bound_meant(const clause *c, const concept *of, const part *q)
{
    bool plain = q->relative == RELATIVE_NONE && *q->value && !q->plus && !q->pair && !q->predicted;

    if (!plain || (of->category != CATEGORY_CONDITION && of->category != CATEGORY_SOCIAL) ||
        too_short_for_birth(of, q))
        return NULL;
    if (q->unit.ucum && of->category == CATEGORY_SOCIAL)
        return counted_of(c, of, q);
    if (q->unit.ucum)
        return measures_in_unit(c->lx, of, q->unit.ucum);
    if (q->unit.text || q->period || q->age || !part_one_sided(q))
        return NULL;
    return measures_in_number(c->lx, of, q->low.given ? q->low.value : q->high.value,
                              q->low.given ? '>' : '<');
}

/* "At least 300 eosinophils/uL" at the beginning: what its unit counts is what is measured; behind
 * something else it may be counted there ("ascites with > 250 neutrophils/mm3"). NULL: it is
 * nothing that is measured, or not in such a unit. */
static const concept *counted_in_unit(const clause *c, const part *q)
{
    size_t whole = q->unit.text ? strlen(q->unit.text) : 0;
    size_t size = whole ? strcspn(q->unit.text, "/ ") : 0;
    const concept *k = NULL;

    if (!size || !q->unit.ucum || q->unit.ucum[0] != '/' || q->relative != RELATIVE_NONE)
        return NULL;
    for (size_t i = 0; i < q->span.start; i++)
        if (c->text[i] != ' ')
            return NULL;
    for (size_t i = 0; !k && i < 2; i++) { /* "eosinophils/hpf" is a name of its own */
        atoms words = lexicon_cut(c->lx, q->unit.text, i ? size : whole, c->arena);
        lexicon_hit hit;

        if (words.count && lexicon_match(c->lx, &words, 0, &hit) && hit.atoms == words.count)
            k = hit.quantity;
    }
    return k && measures_possible(k, q->low.given ? q->low.value : q->high.value, q->unit.ucum)
               ? k
               : NULL;
}

/* A number whose unit says what it measures, or that nothing says. */
static bool place_by_unit(placing *p)
{
    const item *x = p->x;
    const part *q = p->q;
    const concept *k = quantity_of_unit(p->c, q);
    const item *of = x->has_subject ? x : p->c->about;

    /* "bradycardia < 50 bpm", "anemia (< 8 g/dL)": what is measured goes without saying */
    if (!k && of && of->subject.concept && !of->negated && (q->unit.ucum || (!x->window && !p->t)))
        k = bound_meant(p->c, of->subject.concept, q);
    if (!k && !x->has_subject && !p->t)
        k = counted_in_unit(p->c, q);
    if (k)
        return bounds(p, k, k->category, x->has_subject ? x->subject.span : q->span);
    if (number_is_bare(q) && counts_next(p->c, x, q))
        return decide(p, measured_count(p->c, x, q));
    if (number_is_bare(q) && !q->age)
        return decide(p, NULL);
    if (!p->about && x->has_subject && x->subject.span.end - x->subject.span.start == 1)
        return decide(p, NULL); /* "n = 20" */
    return x->age && !q->unit.ucum && !q->period && q->relative == RELATIVE_NONE && bounds_age(p);
}

/* A length of time: how long the condition of the item, or the one before it, has lasted, or an
 * age. */
static bool place_length(placing *p)
{
    const item *x = p->x, *before = p->c->about;
    const part *q = p->q, *last = NULL;

    if (!q->period)
        return false;
    if (before && before->thing_count)
        last = before->things[before->thing_count - 1];
    /* "diabetes (> 3 years or insulin)": how long it has lasted */
    if (!x->has_subject && !q->age && !x->age && last && last->hit.thing && !before->person &&
        !before->grown && !before->age)
        return decide(p, measured_length(p->c, owner_of(p->c, before, last), q));
    if (q->period == 'a' && !x->has_subject && !x->event && !x->history && !x->current)
        return bounds_age(p);
    if (!x->has_subject)
        return false;
    /* "children from 6 months up to 5 years", "neonates < 72 hours" */
    if ((x->grown && !x->subject.concept) || is_newborn(x))
        return bounds_age(p);
    if (!x->subject.concept &&
        text_starts_nocase(x->subject.text, strlen(x->subject.text), "age")) /* "age at onset" */
        return bounds(p, NULL, CATEGORY_DEMOGRAPHIC, x->subject.span);
    return decide(p, measured_length(p->c, x, q));
}

/* "digoxin > 1.2 ng/mL": in the blood */
static bool place_level(placing *p)
{
    const clause *c = p->c;
    const rule_subject *s = &p->x->subject;
    lexicon_hit hit;
    atoms cut;
    char *text;

    if (!p->x->has_subject || !s->concept || s->concept->category != CATEGORY_MEDICATION ||
        !p->q->unit.ucum || !strchr(p->q->unit.ucum, 'L'))
        return false;
    text = arena_printf(c->arena, "%s level", s->concept->name);
    cut = text ? lexicon_cut(c->lx, text, strlen(text), c->arena) : (atoms){0};
    return cut.count && lexicon_match(c->lx, &cut, 0, &hit) && hit.atoms == cut.count &&
           hit.quantity && bounds(p, hit.quantity, hit.quantity->category, s->span);
}

/* "corticosteroids > 10 mg of prednisone daily": the qualifier that names the drug of a class right
 * behind the number, which measures all of them. NULL: there is none. */
static const rule_qualifier *dose_measure(const clause *c, const rule *r, const part *q)
{
    static const char *const between[] = {" ", " of ", "/day of ", " per day of ", " daily of "};

    for (size_t i = 0; i < r->qualifier_count; i++) {
        const rule_qualifier *k = &r->qualifiers[i];
        size_t gap = k->span.start > q->span.end ? k->span.start - q->span.end : 0;

        if (!text_is(k->kind, "about") || !k->concept ||
            k->concept->category != CATEGORY_MEDICATION || k->concept == r->subject.concept ||
            !concept_is(k->concept, r->subject.concept))
            continue;
        for (size_t w = 0; w < sizeof between / sizeof *between; w++)
            if (text_equal_nocase(c->text + q->span.end, gap, between[w]))
                return k;
    }
    return NULL;
}

/* The qualifiers of a rule of which `by` is no more than a name, without `rate`. */
static void measured_by(const clause *c, rule *r, const rule_qualifier *by,
                        const rule_qualifier *rate)
{
    rule_qualifier *list = arena_array(c->arena, r->qualifier_count + 1, sizeof *list);
    size_t n = 0;

    for (size_t i = 0; list && i < r->qualifier_count; i++) {
        list[n] = r->qualifiers[i];
        if (list[n].span.start == by->span.start)
            list[n].kind = "label";
        n += (!rate || list[n].span.start != rate->span.start) &&
             (!list[n].text || strncasecmp(list[n].text, "equivalent", 10) != 0);
    }
    r->qualifiers = n ? list : NULL;
    r->qualifier_count = n;
}

/* "prednisone > 10 mg/day" */
static bool place_dose(placing *p)
{
    const clause *c = p->c;
    const item *x = p->x;
    const rule_qualifier *by, *daily = NULL;
    const char *rate;
    rule *other, *r;
    rule_amount *dose;
    part with = *p->q, named;

    if (!x->has_subject || !x->subject.concept ||
        x->subject.concept->category != CATEGORY_MEDICATION || !with.unit.ucum)
        return false;
    r = clause_has(c, x, &other);
    by = r ? dose_measure(c, r, p->q) : NULL;
    named.span = by ? by->span : p->q->span;
    if (!strchr(with.unit.ucum, '/') &&
        (daily = measured_rate(c, x, p->q, &named, &rate))) /* "10 mg or more per day" */
        with.unit.ucum = arena_printf(c->arena, "%s%s", with.unit.ucum, rate);
    if (r && (dose = arena_copy(c->arena, clause_amount(c, &with), 1, sizeof *dose))) {
        if (by) {
            dose->equivalent_of = by->concept;
            measured_by(c, r, by, daily);
        }
        r->dose = dose;
        r->qualifiers = without_rate(c, r, &r->qualifier_count);
        r->qualifiers = without_degree(c, r, p->q, &r->qualifier_count);
        r->span = span_hull(r->span, p->q->span);
    }
    return decide(p, r);
}

/* "septic shock requiring norepinephrine > 0.2 ug/kg/min": the dose is the drug's */
static bool place_dose_of_drug(placing *p)
{
    const item *x = p->x;
    const part *q = p->q;

    if (!x->has_subject || !x->subject.concept || x->subject.category != CATEGORY_CONDITION ||
        !q->unit.ucum || strchr(q->unit.ucum, 'L'))
        return false;
    for (size_t i = 0; i < x->thing_count; i++)
        if (x->things[i]->span.end <= q->span.start && q->span.start - x->things[i]->span.end < 3 &&
            part_drug(x->things[i])) {
            const part *given = x->things[i];
            item drug = {.span = given->span, .has_subject = true, .subject_part = given};
            rule *other, *r;

            drug.subject = owner_of(p->c, x, given)->subject;
            if ((r = clause_has(p->c, &drug, &other))) {
                r->dose = clause_amount(p->c, q);
                r->span = span_hull(r->span, q->span);
            }
            return decide(p, r);
        }
    return false;
}

/* Of the subject, whatever it is. */
static bool place_subject(placing *p)
{
    const item *x = p->x;
    const part *q = p->q;

    if (!x->has_subject)
        return false;
    /* "two or more relapses", "at least 10 teeth", "up to 1 regimen": how many there are */
    if (number_counts(q) && !category_is_quantity(x->subject.category) &&
        (x->so_many || q->span.start < x->subject.span.start || counted_behind(p->c, q)))
        return decide(p, measured_count(p->c, x, q));
    if (q->span.start < x->subject.span.start && x->subject.concept && !q->unit.ucum &&
        !q->period && q->relative == RELATIVE_NONE)
        return decide(p, rule_opaque(p->c->arena, q->span, "a number of something else"));
    return decide(p, measured_bounds(p->c, x, NULL, CATEGORY_NONE, x->subject.span, q));
}

/* "Men 18-55", "healthy adults 18 to 65": a range without a unit that ages have. */
static bool ranges_ages(const clause *c, const item *x, const part *q)
{
    enum { YOUNGEST = 10, OLDEST = 100, LEAST_APART = 5, NEAR = 3 };
    const part *t = x->thing_count == 1 ? x->things[0] : NULL;
    size_t named = x->subject.span.end;
    bool people =
        t ? x->sex && !t->hit.quantity && t->span.end <= x->sex->span.start
        : x->words
            ? !x->subject.concept &&
                  ((x->sex && named <= x->sex->span.start) ||
                   (x->grown && named < q->span.start && q->span.start - named < NEAR &&
                    roles_of_last(c->text + x->subject.span.start, named - x->subject.span.start) &
                        ROLE_AGE_GROUP))
            : x->sex || x->person || x->grown;

    return people && x->thing_count < 2 && !q->unit.text && !q->pair && !q->values && !q->period &&
           q->low.given && q->high.given && !q->outside && q->low.value >= YOUNGEST &&
           q->high.value <= OLDEST && q->high.value - q->low.value >= LEAST_APART;
}

/* "men over 50" */
static bool place_sex_age(placing *p)
{
    const item *x = p->x;
    const part *q = p->q;

    if (ranges_ages(p->c, x, q))
        return bounds_age(p);
    return x->sex && !x->thing_count && !q->unit.text && !q->pair && !q->values &&
           isalpha((unsigned char)p->c->text[q->span.start]) && q->span.start > x->sex->span.end &&
           q->span.start - x->sex->span.end < 3 && q->low.given != q->high.given &&
           (q->low.given ? q->low.value : q->high.value) <= 100 && bounds_age(p);
}

/* Does something stand between two names that ties them together: a preposition, a bracket?
 * "Moderate to severe" does not. */
static bool ties_names(const clause *c, size_t from, size_t to)
{
    const char *gap = c->text + from;
    role_set roles = roles_within(gap, to - from);

    return memchr(gap, '(', to - from) || roles & (ROLE_ARTICLE | ROLE_VERB) ||
           (roles & ROLE_PREPOSITION && !memmem(gap, to - from, " to ", 4));
}

/* "severe heart valve disease severe pericardial effusion LVEF < 40 %": two diseases before the
 * quantity, with nothing between them; a line end was lost, and who has one of them may be meant.
 */
static bool run_together(const placing *p)
{
    const part *last = NULL;
    size_t names = 0;

    for (size_t i = 0; p->t && i < p->x->thing_count; i++) {
        const part *thing = p->x->things[i];

        if (thing->span.end > p->t->span.start || !thing->hit.thing ||
            thing->hit.thing->category != CATEGORY_CONDITION)
            continue;
        if (last && ties_names(p->c, last->span.end, thing->span.start))
            return false;
        last = thing;
        names++;
    }
    return names > 1 && !ties_names(p->c, last->span.end, p->t->span.start);
}

/* "BMI (kg/m2) percentile": the name that a bracket interrupts is that of the quantity. */
static void take_whole_name(placing *p)
{
    const part *whole = p->x->subject_part;

    if (!whole || !p->t || !whole->hit.quantity || whole->hit.quantity != p->x->subject.concept ||
        whole->span.start > p->t->span.start || whole->span.end <= p->t->span.end ||
        !memchr(p->c->text + p->t->span.end, ')', whole->span.end - p->t->span.end))
        return;
    p->t = whole;
    p->about = whole->hit.quantity;
    p->subject = whole->span;
}

/* The rule of a number: of the quantity beside it, else by its unit, or of the unknown words before
 * it. The first place that suits it is its own; NULL where it says nothing. */
static const rule *placed(const clause *c, const item *x, const part *q)
{
    static bool (*const places[])(placing *) = {
        place_counted,   place_value_then,   place_sibling,     place_unit_elsewhere,
        place_multiple,  place_classes,      place_pressures,   place_time_ago,
        place_found_ago, place_age_then,     place_age,         place_mic,
        place_own_stage, place_scale,        place_strip,       place_times,
        place_so_many,   place_in_name,      place_lettered,    place_apart,
        place_change,    place_beside,       place_age_unnamed, place_stage,
        place_gestation, place_by_unit,      place_length,      place_level,
        place_dose,      place_dose_of_drug, place_sex_age,     place_subject,
    };
    const part *t = quantity_thing(c, x, q);
    placing p = {.c = c,
                 .x = x,
                 .q = q,
                 .t = t,
                 .about = t ? t->hit.quantity : NULL,
                 .subject = t ? t->span : q->span};

    /* the name given twice, long and short: both are the subject */
    for (size_t i = 0; t && i < x->thing_count; i++)
        if (x->things[i] != t && x->things[i]->hit.quantity &&
            concept_is(x->things[i]->hit.quantity, p.about) &&
            x->things[i]->span.end <= t->span.start && t->span.start - x->things[i]->span.end < 24)
            p.subject = span_hull(p.subject, x->things[i]->span);
    if (run_together(&p))
        return rule_opaque(c->arena, span_hull(x->span, q->span), "names that run into each other");
    take_whole_name(&p);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (places[i](&p))
            return p.rule;
    return rule_opaque(c->arena, q->span, OPAQUE_NUMBER);
}

/* "The 1987 ACR criteria", "ACR 2010": a number like a year, with no sign and no unit, beside the
 * name of a quantity says of when its namesake is. */
static bool is_year(const concept *about, const part *q)
{
    return about && about->category == CATEGORY_MEASUREMENT && q->low.given && q->high.given &&
           q->low.value == q->high.value && q->low.value >= 1950 && q->low.value < 2050 &&
           q->low.value == floor(q->low.value) && !q->unit.text && !q->value_count &&
           !(q->value && *q->value) && q->relative == RELATIVE_NONE;
}

/* "Able to walk", "can ambulate" */
static bool is_ability(const clause *c, eligo_span s)
{
    return text_starts_nocase(c->text + s.start, s.end - s.start, "able to ") ||
           text_starts_nocase(c->text + s.start, s.end - s.start, "can ");
}

/* "PANSS total score of 70": a value of a long scale, which hardly anybody has exactly. Of a short
 * one ("ECOG 1"), and at the end of any ("Glasgow coma scale 15"), it is just that. */
static bool is_wide_score(const rule *r)
{
    enum { SHORT = 10 }; /* steps */
    const concept *k = r->subject.concept;

    return k->category == CATEGORY_SCORE && k->scale.high - k->scale.low > SHORT &&
           r->low.value > k->scale.low && r->low.value < k->scale.high;
}

/* Exactly that, at least that, or at most. */
static const rule *either_side(const clause *c, const rule *r)
{
    rule *least = arena_copy(c->arena, r, 1, sizeof *least),
         *most = arena_copy(c->arena, r, 1, sizeof *most);
    const rule *of[] = {r, least, most};

    if (!least || !most)
        return NULL;
    most->low = least->high = (rule_bound){0};
    return rule_readings(c->arena, r->span, "boundary", of, 3);
}

/* "3 x ULN", "haemoglobin 9 g/dL", "18 years of age": a bound that lacks its comparator; on which
 * side it lies is open. An age is mostly the least one may have; what bars may as well be the
 * highest. */
static const rule *opened(const clause *c, const rule *r, const part *q)
{
    rule *least, *most;
    const rule *of[3];
    bool age;

    /* "able to walk. Two relapses": how far, needs a unit */
    if (r && r->op == RULE_COMPARE && !r->unit.text && is_ability(c, r->subject.span))
        return rule_opaque(c->arena, r->span, "a number without anything that it measures");
    if (!r || r->op != RULE_COMPARE || r->value_count || r->counting || !r->low.given ||
        !r->high.given || r->low.value != r->high.value || q->value[0] || !r->subject.concept)
        return r;
    if (is_wide_score(r))
        return either_side(c, r);
    age = is_landmark(r->subject.concept, LANDMARK_AGE) ||
          (!c->exclusion && is_landmark(r->subject.concept, LANDMARK_GESTATIONAL_AGE));
    if (!age && r->relative_to == RELATIVE_NONE &&
        !(r->subject.category == CATEGORY_MEASUREMENT && !q->period &&
          (r->unit.text ||
           (r->subject.concept->units[0] && strcmp(r->subject.concept->units[0], "1") != 0))))
        return r;
    if (is_year(r->subject.concept, q))
        return rule_opaque(c->arena, r->span, "a year, and no limit");
    least = arena_copy(c->arena, r, 1, sizeof *least);
    most = arena_copy(c->arena, r, 1, sizeof *most);
    if (!least || !most)
        return NULL;
    most->low = least->high = (rule_bound){0};
    /* "able to walk 10 m": who can do more can do that */
    if (is_ability(c, r->subject.span))
        return least;
    if (age) {
        bool high = c->exclusion || (q->period == 'a' && r->low.value > 21);

        of[0] = r;
        of[1] = least;
        of[2] = most;
        return rule_readings(c->arena, r->span, "boundary", of, high ? 3 : 2);
    }
    of[0] = most;
    of[1] = least;
    return rule_readings(c->arena, r->span, "boundary", of, 2);
}

/* "> 10 mg/day prednisone equivalent": so much is taken, of whichever of its kind. */
static const rule *as_dose(const clause *c, const item *x, const part *q, const rule *r)
{
    const concept *k = !r || r->op != RULE_COMPARE ? NULL
                       : r->subject.concept        ? r->subject.concept
                                                   : x->subject.concept,
                  *drug = attribute_concept(c, k, "dose_of");
    rule_amount *dose;
    rule *has, *other;
    item own;

    if (!drug)
        return r;
    item_copy(&own, x);
    own.qualifier_count = 0;
    clause_take(c, r->subject.span);
    for (size_t i = 0; i < x->qualifier_count; i++) {
        const rule_qualifier *y = &x->qualifiers[i];

        if (y->concept == k || (strcmp(y->kind, "rate") == 0 && strcmp(y->value, "/d") == 0) ||
            text_equal_nocase(y->text, strlen(y->text), "daily"))
            clause_take(c, y->span); /* a dose is that of a day */
        else
            own.qualifiers[own.qualifier_count++] = *y;
    }
    own.has_subject = true;
    if (!concept_is(x->subject.concept, drug)) {
        if (concept_is(drug, x->subject.concept))
            clause_take(c, x->subject.span); /* "corticosteroids" */
        own.subject = r->subject;
        own.subject.concept = drug;
        own.subject.category = drug->category;
        own.subject_part = NULL;
    }
    has = clause_has(c, &own, &other);
    dose = arena_copy(c->arena, clause_amount(c, q), 1, sizeof *dose);
    if (!has || !dose)
        return NULL;
    dose->equivalent_of = attribute_concept(c, k, "equivalent_to");
    has->dose = dose;
    has->span = span_hull(has->span, r->span);
    return has;
}

const rule *bound_rule(const clause *c, const item *x, const part *q)
{
    return as_dose(c, x, q, opened(c, placed(c, x, q), q));
}

const rule *bound_of_words(const clause *c, eligo_span subject, const part *q)
{
    const item none = {.subject = {.span = subject}, .span = span_hull(subject, q->span)};

    return measured_compare(c, &none, NULL, CATEGORY_NONE, subject, q);
}
