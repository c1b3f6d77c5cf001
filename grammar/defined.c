#include "grammar/statement.h"

#include "grammar/limit.h"
#include "engine/base/text.h"
#include "rules/landmark.h"
#include "rules/measures.h"

#include <string.h>

/* Is it said how bad it must be ("severe liver disease (Child-Pugh C)")? The bracket then says what
 * is meant. */
static bool graded(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "severity") ||
            text_is(x->qualifiers[i].kind, "significance"))
            return true;
    return false;
}

/* What a limit stands for, with what is said of how bad it is: "severe renal failure (eGFR < 30)".
 */
static eligo_span name_of(const item *x)
{
    static const char *const kinds[] = {"severity", "significance", "control", "course",
                                        "certainty"};
    eligo_span s = x->subject.span;

    for (size_t i = 0; i < x->qualifier_count; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            if (strcmp(x->qualifiers[i].kind, kinds[k]) == 0 &&
                !qualifier_no_limit_says(&x->qualifiers[i], x->defined))
                s = span_hull(s, x->qualifiers[i].span);
    return s;
}

/* No number is what is meant by a cancer: "breast cancer (tumor size > 2 cm)" is both. */
static bool is_cancer(const clause *c, const concept *k)
{
    const concept *cancer = lexicon_landmark(c->lx, LANDMARK_MALIGNANCY);

    return cancer && k && concept_is(k, cancer);
}

/* How the comparisons of a bracket stand to the condition before it: *of counts those that define
 * it, *beside those that say something else of whoever has it. */
static void count_measures(const clause *c, const rule *r, const concept *condition, size_t *of,
                           size_t *beside)
{
    if (r->op == RULE_COMPARE) {
        if (r->subject.concept && measures(c->lx, r->subject.concept, condition))
            ++*of;
        else if (r->subject.concept || is_cancer(c, condition))
            ++*beside;
    }
    if (r->op == RULE_HAS && r->duration && r->subject.concept == condition)
        ++*beside; /* "(> 3 years or insulin)" */
    for (size_t i = 0; i < r->count; i++)
        count_measures(c, r->of[i], condition, of, beside);
}

/* "obesity (BMI > 28)" is the limit; "asthma (age >= 18)", "stroke (NIHSS < 16)" are both. */
static bool defines(const clause *c, const item *x)
{
    const concept *k = x->subject.concept;
    size_t of = 0, beside = 0;

    if (!x->has_subject || !k || x->defined_by_words || category_is_quantity(k->category))
        return true;
    if (x->defined->op == RULE_HAS && x->defined->dose) /* "chronic use (> 10 mg)" */
        return false;
    count_measures(c, x->defined, k, &of, &beside);
    return of || (!beside && !is_cancer(c, k));
}

/* Nothing but comparisons of what was measured or scored, and their alternatives, which mean no
 * condition that is known. */
static bool unplaced(const clause *c, const rule *r)
{
    if (r->op == RULE_COMPARE)
        return r->subject.concept && !r->counting &&
               (r->subject.category == CATEGORY_MEASUREMENT ||
                r->subject.category == CATEGORY_SCORE) &&
               !measures_any(c->lx, r->subject.concept);
    if (r->op != RULE_ALL && r->op != RULE_ANY)
        return false;
    for (size_t i = 0; i < r->count; i++)
        if (!unplaced(c, r->of[i]))
            return false;
    return r->count > 0;
}

/* "immune thrombocytopenia (platelets < 30)": nothing but comparisons of what defines the wider
 * condition, and does not tell the cause of this one. */
static bool of_wider(const clause *c, const rule *r, const concept *condition)
{
    if (r->op == RULE_COMPARE)
        return measures_wider(c->lx, r->subject.concept, condition);
    if (r->op != RULE_ALL && r->op != RULE_ANY)
        return false;
    for (size_t i = 0; i < r->count; i++)
        if (!of_wider(c, r->of[i], condition))
            return false;
    return r->count > 0;
}

/* "scoliosis (Cobb angle > 20)": nothing tells whether the limit is what is meant by the name, or
 * is asked of those who have it. */
static const rule *either_way(const clause *c, const item *x, const rule *thing)
{
    eligo_span s = span_hull(x->span, x->defined->span);
    const rule *both[2] = {thing, x->defined}, *two[2];

    two[0] = combine_label(c->arena, x->defined, &x->subject, name_of(x));
    two[1] = rule_join(c->arena, RULE_ALL, s, both, 2);
    return two[0] && two[1] ? rule_readings(c->arena, s, "modifier-scope", two, 2) : NULL;
}

/* "CKD stage >= 4 (eGFR < 30)": the bracket says what the stage of the condition is in what
 * measures it. */
static bool restates(const clause *c, const item *x, const rule *stage)
{
    const char *text = stage->subject.text;
    size_t size = text ? strlen(text) : 0, end;
    atoms name;
    lexicon_hit hit;

    if (stage->op != RULE_COMPARE || stage->subject.category != CATEGORY_SCORE || !size ||
        x->defined->op != RULE_COMPARE || !x->defined->subject.concept ||
        x->defined->subject.category != CATEGORY_MEASUREMENT)
        return false;
    for (end = size; end > 0 && text[end - 1] != ' ';)
        end--;
    if (end == 0 || !(roles_of(text + end, size - end) & ROLE_STAGE))
        return false;
    name = lexicon_cut(c->lx, text, end - 1, c->arena);
    return name.count && lexicon_match(c->lx, &name, 0, &hit) && hit.atoms == name.count &&
           hit.thing && measures(c->lx, x->defined->subject.concept, hit.thing);
}

/* The thing without what is said of how bad it is, or how well controlled: the limit in the bracket
 * behind it says it better. */
static item ungraded(const clause *c, const item *x)
{
    item y = *x;
    size_t kept = 0;

    for (size_t i = 0; i < x->qualifier_count; i++) {
        const rule_qualifier *q = &x->qualifiers[i];

        if (text_is(q->kind, "severity") || text_is(q->kind, "significance") ||
            (text_is(q->kind, "control") && x->defined->op == RULE_COMPARE))
            clause_take(c, q->span);
        else
            y.qualifiers[kept++] = *q;
    }
    y.qualifier_count = kept;
    y.defined = NULL;
    return y;
}

/* "Heart failure (NYHA III)": how bad it must be, not what it is. */
static bool defined_by_degree(const clause *c, const item *x)
{
    return x->has_subject && x->defined->op == RULE_COMPARE &&
           x->defined->subject.category == CATEGORY_SCORE && x->subject.concept &&
           x->subject.concept->category == CATEGORY_CONDITION && !x->defined_by_words &&
           !graded(x) && !(x->defined->subject.concept && defines(c, x));
}

bool denies_only(const rule *r)
{
    if (r->op == RULE_NOT)
        return true;
    for (size_t i = 0; r->op == RULE_ALL && i < r->count; i++)
        if (r->of[i]->op != RULE_NOT)
            return false;
    return r->op == RULE_ALL;
}

/* The opposite; of several denials the things denied, any of which is the opposite. */
static const rule *opposite(const clause *c, const rule *r)
{
    const rule **of;

    if (r->op == RULE_NOT)
        return r->of[0];
    if (r->op != RULE_ALL || !denies_only(r) || !(of = arena_array(c->arena, r->count, sizeof *of)))
        return rule_not(c->arena, r->span, r);
    for (size_t i = 0; i < r->count; i++)
        of[i] = r->of[i]->of[0];
    return rule_join(c->arena, RULE_ANY, r->span, of, r->count);
}

const rule *denied_beside(const clause *c, const item *x, const rule *thing, const rule *beside,
                          bool open)
{
    eligo_span s = span_hull(x->span, beside->span);
    const rule *apart[2] = {thing, opposite(c, beside)}, *both[2] = {thing, beside}, *two[2];

    two[0] = apart[1] ? rule_join(c->arena, RULE_ANY, s, apart, 2) : NULL;
    if (!open || !two[0])
        return two[0];
    two[1] = rule_join(c->arena, RULE_ALL, s, both, 2);
    return rule_readings(c->arena, s, "negation-scope", two, 2);
}

/* What the limit in a bracket behind a denied condition says: what is denied, "no obesity (BMI >
 * 30)", or what is there instead, "not obese (BMI < 30)". */
typedef enum limit_sense { LIMIT_OF_THING, LIMIT_OF_ABSENCE, LIMIT_OPEN } limit_sense;

/* Of one limit. */
static limit_sense limit_side(const clause *c, const item *x, const rule *r)
{
    char side;

    if (r->op != RULE_COMPARE || r->counting || !r->subject.concept ||
        r->low.given == r->high.given)
        return LIMIT_OF_THING;
    side = measures_side(c->lx, r->subject.concept, x->subject.concept);
    if (!side)
        return LIMIT_OPEN;
    return (side == '>') == r->low.given ? LIMIT_OF_THING : LIMIT_OF_ABSENCE;
}

static limit_sense limit_means(const clause *c, const item *x)
{
    const rule *r = x->defined;
    limit_sense sense;

    if ((!x->negated && !x->denied_before) || !x->has_subject || !x->subject.concept ||
        x->subject.category != CATEGORY_CONDITION)
        return LIMIT_OF_THING;
    if (r->op != RULE_ALL && r->op != RULE_ANY) /* "BP < 140/90" is two limits */
        return limit_side(c, x, r);
    sense = limit_side(c, x, r->of[0]);
    for (size_t i = 1; i < r->count; i++)
        if (limit_side(c, x, r->of[i]) != sense)
            return LIMIT_OF_THING;
    return sense;
}

/* A bracket or "defined as" that is no definition of the thing: both are asked, or it may be one
 * kind of it. */
/* "Immunosuppression (chemotherapy within 30 days, HIV with CD4 < 200)": other things beside
 * limits, each of which may be what is meant. "(> 3 years or insulin)" says more of the thing
 * itself. */
static bool lists_ways(const rule *r, const concept *of)
{
    size_t things = 0;

    for (size_t i = 0; i < r->count; i++) {
        if (r->of[i]->op == RULE_HAS && r->of[i]->subject.concept == of)
            return false;
        things += r->of[i]->op == RULE_HAS && r->of[i]->subject.concept &&
                  !concept_is(r->of[i]->subject.concept, of);
    }
    return r->op == RULE_ANY && things > 0;
}

static void state_beside(statement *s)
{
    const item *x = s->x;
    item thing = ungraded(s->c, x);
    const rule *r = item_has(s->c, &thing);
    limit_sense sense = limit_means(s->c, x);

    if (r && sense != LIMIT_OF_THING)
        s->of[s->n++] = denied_beside(s->c, x, r, x->defined, sense == LIMIT_OPEN);
    else if (r && x->subject.category == CATEGORY_CONDITION &&
             x->defined->span.start > x->subject.span.start &&
             !is_cancer(s->c, x->subject.concept) &&
             (unplaced(s->c, x->defined) || of_wider(s->c, x->defined, x->subject.concept) ||
              lists_ways(x->defined, x->subject.concept)))
        s->of[s->n++] = either_way(s->c, x, r);
    else {
        if (r)
            s->of[s->n++] = r;
        s->of[s->n++] = x->defined;
    }
    s->used_subject = true;
}

/* "BNP > 150 pg/mL (NT-proBNP > 600 pg/mL)": the limit of another quantity in the bracket behind.
 */
static bool limits_other(const item *x, const rule *r)
{
    const rule *d = x->defined;

    return r->op == RULE_COMPARE && d->op == RULE_COMPARE && !x->defined_by_words &&
           r->subject.category == CATEGORY_MEASUREMENT &&
           d->subject.category == CATEGORY_MEASUREMENT && r->subject.concept &&
           d->subject.concept && d->subject.concept != r->subject.concept &&
           d->span.start >= r->bound_span.end;
}

/* "Anemia (hemoglobin < 10), untreated": what is said behind the bracket of more than a degree.
 * NULL: nothing. */
static const rule *said_behind(const clause *c, const item *x)
{
    size_t end =
        x->from < x->to ? x->in[x->to - 1].span.end : 0; /* what others lend it is theirs */
    eligo_span s = {0, 0};

    end = x->span.end > end ? x->span.end : end; /* a tail behind it is lent by others */
    for (size_t i = 0; i < x->qualifier_count; i++) {
        const rule_qualifier *q = &x->qualifiers[i];

        if (q->span.start >= x->defined->span.end &&
            (q->span.end <= end || !text_is(q->kind, "about")) && !text_is(q->kind, "severity") &&
            !text_is(q->kind, "significance") && !text_is(q->kind, "example"))
            s = s.end ? span_hull(s, q->span) : q->span;
    }
    return s.end ? rule_opaque(c->arena, s, "what is said behind the bracket is not understood")
                 : NULL;
}

/* "Malnutrition (BMI < 16 or edema)", "immunosuppressed (HIV, prednisone > 20 mg)": may the bracket
 * ask for something that others have, too, or name some kinds of the thing only? */
static bool defined_loosely(const clause *c, const item *x, const rule *d)
{
    bool limit = false, foreign = false, condition = false, procedure = false;

    if (!x->has_subject || x->subject.category != CATEGORY_CONDITION || !x->subject.concept ||
        x->defined_by_words)
        return false;
    if (d->op == RULE_READINGS && d->count == 2) /* all of a list, or any of it */
        return defined_loosely(c, x, d->of[0]) || defined_loosely(c, x, d->of[1]);
    if (d->op != RULE_ANY)
        return false;
    for (size_t i = 0; i < d->count; i++) {
        const rule *one = d->of[i];
        const concept *k = one->subject.concept;
        bool other = one->op == RULE_HAS && k && !one->dose && !concept_is(k, x->subject.concept);

        if (one->op == RULE_COMPARE && one->subject.category == CATEGORY_DEMOGRAPHIC)
            return false; /* "leukemia (age >= 75 years or asthma)": asked of those who have it */
        limit = limit || one->op == RULE_COMPARE;
        foreign = foreign || (one->op == RULE_HAS && one->dose) ||
                  (one->op == RULE_COMPARE && k && !measures(c->lx, k, x->subject.concept));
        condition = condition || (other && k->category == CATEGORY_CONDITION);
        procedure = procedure || (other && k->category == CATEGORY_PROCEDURE);
    }
    return (limit && condition) || (foreign && (condition || procedure));
}

/* What such a bracket may be: what is meant by the name, asked of those who have it, or some kinds
 * of it, one of which is enough. */
static const rule *in_three_ways(const clause *c, const item *x, const rule *thing)
{
    eligo_span s = span_hull(x->span, x->defined->span);
    const rule *both[2] = {thing, x->defined}, *three[3];

    three[0] = combine_label(c->arena, x->defined, &x->subject, name_of(x));
    three[1] = rule_join(c->arena, RULE_ALL, s, both, 2);
    three[2] = rule_join(c->arena, RULE_ANY, s, both, 2);
    return three[0] && three[1] && three[2] ? rule_readings(c->arena, s, "modifier-scope", three, 3)
                                            : NULL;
}

/* Is it one grade, and no more? */
static bool one_grade(const rule *r)
{
    return r->op == RULE_COMPARE && !r->counting && r->subject.category == CATEGORY_SCORE &&
           (r->value_count == 1 ||
            (!r->value_count && r->low.given && r->high.given && r->low.value == r->high.value));
}

/* What the bracket of an item denies; NULL: it denies no one thing. */
static const rule *denied_in_bracket(const item *x)
{
    const rule *r = x->also && x->also->op == RULE_NOT ? x->also->of[0] : NULL;

    return r && r->op == RULE_HAS && r->subject.concept && x->has_subject && x->subject.concept &&
                   r->subject.concept != x->subject.concept && !x->negated
               ? r
               : NULL;
}

bool defined_less(const item *x)
{
    const rule *r = denied_in_bracket(x);

    return r && (concept_is(r->subject.concept, x->subject.concept) ||
                 (r->tense == TENSE_HISTORY && concept_is_treatment(r->subject.concept) &&
                  concept_is_treatment(x->subject.concept)));
}

const rule *defined_without(const clause *c, const item *x, const rule *thing)
{
    const rule *denied = denied_in_bracket(x), *two[2];

    if (!thing)
        return NULL;
    two[0] = concept_is(denied->subject.concept, x->subject.concept)
                 ? combine_except(c->arena, thing, denied, false, true)
                 : rule_two(c->arena, RULE_ALL, thing, x->also);
    if (denied->tense != TENSE_HISTORY)
        return two[0];
    two[1] = rule_two(c->arena, RULE_ANY, thing, denied);
    return two[0] && two[1] ? rule_readings(c->arena, two[1]->span, "negation-scope", two, 2)
                            : NULL;
}

bool defined_last_alone(const item *x, const item *y)
{
    return y->defined && one_grade(y->defined) && graded(x) && graded(y);
}

/* "Mild or moderate hepatic impairment (Child-Pugh B)": two degrees, and one grade, which may be
 * that of the worse alone. NULL: it is no such thing, or no memory. */
static const rule *of_worse_degree(const statement *s)
{
    static const char between[] = "_or_"; /* as rules/cues.tsv writes two degrees */
    item lesser = *s->x, worse = *s->x;
    statement w = *s;
    const char *cut = NULL;
    size_t i = 0;
    const rule *two[2];

    for (; i < lesser.qualifier_count; i++)
        if (text_is(lesser.qualifiers[i].kind, "severity") &&
            (cut = strstr(lesser.qualifiers[i].value, between)))
            break;
    if (!cut || !one_grade(s->x->defined) || limit_means(s->c, s->x) != LIMIT_OF_THING)
        return NULL;
    lesser.defined = NULL;
    lesser.qualifiers[i].value = arena_text(s->c->arena, lesser.qualifiers[i].value,
                                            (size_t)(cut - lesser.qualifiers[i].value));
    worse.qualifiers[i].value = cut + sizeof between - 1;
    w.x = &worse;
    if (!lesser.qualifiers[i].value || !state_definition(&w) || w.n != s->n + 1)
        return NULL;
    two[0] = w.of[s->n];
    two[1] = item_has(s->c, &lesser);
    two[1] = two[1] ? rule_two(s->c->arena, RULE_ANY, two[1], two[0]) : NULL;
    return two[1] ? rule_readings(s->c->arena, two[1]->span, "modifier-scope", two, 2) : NULL;
}

bool state_definition(statement *s)
{
    const item *x = s->x;
    const rule *behind, *either;
    rule *labelled;

    if (!x->defined)
        return true;
    if ((either = of_worse_degree(s))) {
        s->of[s->n++] = either;
        s->used_subject = true;
        return true;
    }
    if (s->n == 1 && restates(s->c, x, s->of[0])) {
        labelled = combine_label(s->c->arena, x->defined, &s->of[0]->subject, s->of[0]->span);
        if (!labelled)
            return false;
        clause_take(s->c, s->of[0]->bound_span);
        labelled->span = span_hull(x->span, x->defined->span);
        s->of[0] = labelled;
        return true;
    }
    if (s->n == 1 && limits_other(x, s->of[0])) { /* both, or the one that was measured */
        const rule *two[2] = {s->of[0], x->defined}, *both[2];
        eligo_span span = span_hull(x->span, x->defined->span);

        both[0] = rule_join(s->c->arena, RULE_ALL, span, two, 2);
        both[1] = rule_join(s->c->arena, RULE_ANY, span, two, 2);
        s->of[0] = rule_readings(s->c->arena, span, "and-or-scope", both, 2);
        s->used_subject = true;
        return s->of[0];
    }
    if (defined_by_degree(s->c, x)) {
        s->of[s->n++] = x->defined;
        return true;
    }
    if (defined_loosely(s->c, x, x->defined)) {
        item thing = ungraded(s->c, x);
        const rule *r = item_has(s->c, &thing);

        s->used_subject = true;
        s->of[s->n++] = r ? in_three_ways(s->c, x, r) : x->defined;
        return s->of[s->n - 1];
    }
    /* among what is let off, a name that nobody knows is wider than it was meant without its name:
     * "cancer other than <unknown> (Gleason score < 7)" */
    if (!defines(s->c, x) ||
        (s->c->exclusion && s->c->special && x->has_subject && !x->subject.concept &&
         x->defined->op == RULE_COMPARE && !x->defined_by_words)) {
        state_beside(s);
        return true;
    }
    s->used_subject = true;
    if (!x->has_subject) {
        s->of[s->n++] = x->defined;
        return true;
    }
    /* "obesity (BMI > 28)" is the limit; what it is called stays as a label */
    labelled = combine_label(s->c->arena, item_limits_in_course(s->c, x, x->defined), &x->subject,
                             name_of(x));
    if (!labelled)
        return false;
    labelled->span = span_hull(x->span, x->defined->span);
    if (!limit_then(s->c, &labelled, x)) /* "... (blood loss > 500 mL) within a day" */
        return false;
    s->of[s->n++] = limit_means(s->c, x) == LIMIT_OF_ABSENCE
                        ? rule_not(s->c->arena, labelled->span, labelled)
                        : labelled;
    if (labelled->op == RULE_COMPARE && x->subject.concept &&
        x->subject.category == CATEGORY_CONDITION && (behind = said_behind(s->c, x)))
        s->of[s->n++] = behind;
    return true;
}
