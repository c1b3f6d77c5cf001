/* A bracket with a number: a limit for some, the same again in another unit, a length of time, what
 * is meant by a name. */
#include "grammar/bracket.h"

#include "grammar/list.h"
#include "rules/landmark.h"
#include "rules/measures.h"

#include "engine/base/text.h"

#include <math.h>
#include <string.h>

/* The quantity whose name ends the name of a condition ("elevated creatinine"); NULL: none. */
static const part *quantity_inside(const clause *c, const part *thing)
{
    atoms cut = lexicon_cut(c->lx, c->text + thing->span.start, thing->span.end - thing->span.start,
                            c->arena);

    for (size_t i = 1; i < cut.count; i++) {
        lexicon_hit hit;
        part *p;

        if (!lexicon_match(c->lx, &cut, i, &hit) || !hit.quantity || i + hit.atoms != cut.count)
            continue;
        p = arena_copy(c->arena, thing, 1, sizeof *p);
        if (p) {
            p->hit = hit;
            p->hit.thing = NULL;
        }
        return p;
    }
    return NULL;
}

/* "(61-65 years if fit)": a range in place of a range. */
static bool another_range(const part *in, size_t i, size_t n)
{
    return in[i].low.given && in[i].high.given && in[i].low.value < in[i].high.value && i + 1 < n &&
           in[i + 1].kind == PART_IF;
}

/* A limit of the quantity before the bracket, and whom it is for: "(<= 5 x ULN if there are
 * metastases)". */
static bool special_bracket(const item *x, const part *in, size_t n)
{
    bool whom = false, limit = false, led = false; /* "if" stands before what follows */

    for (size_t i = 0; i < n; i++) {
        if (in[i].kind == PART_QUANTITY) /* "Hb > 9 (no transfusion <= 7 days)": no limit of Hb */
            limit = limit || ((in[i].low.given != in[i].high.given || another_range(in, i, n)) &&
                              !(in[i].period && !x->quantities[x->quantity_count - 1]->period));
        else if (in[i].kind == PART_THING && in[i].hit.quantity && !(led && limit)) {
            if (!x->thing_count ||
                in[i].hit.quantity != x->things[x->thing_count - 1]->hit.quantity)
                return false; /* a limit of something else */
        } else if (in[i].kind == PART_THING || in[i].kind == PART_WORD || in[i].kind == PART_IF ||
                   in[i].kind == PART_FORGROUP || in[i].kind == PART_WHEN || in[i].kind == PART_SEX)
            whom = true;
        led =
            led || in[i].kind == PART_IF || in[i].kind == PART_FORGROUP || in[i].kind == PART_WHEN;
    }
    return whom && limit;
}

/* A limit, and behind a semicolon what is allowed. */
static bool limit_first(const part *in, size_t n)
{
    size_t end = 0;

    while (end < n && in[end].kind != PART_SEMICOLON)
        end++;
    return end < n && bracket_has_kind(in, end, PART_QUANTITY) &&
           !bracket_has_kind(in, end, PART_EXCEPT) && !bracket_has_kind(in, end, PART_UNLESS) &&
           bracket_has_kind(in + end, n - end, PART_EXCEPT) &&
           bracket_has_kind(in + end, n - end, PART_QUANTITY);
}

bool bracket_limit_first(bracket *k)
{
    if (!limit_first(k->in, k->n))
        return false;
    bracket_define(k, scope_bracket(&k->inner, k->in, 0, k->n, k->x));
    return true;
}

/* "Severe (grade 3 or more) neuropathy": the grade says how bad it is. */
static void take_degree(const bracket *k)
{
    item *x = k->x;
    const rule_qualifier *q = x->qualifier_count ? &x->qualifiers[x->qualifier_count - 1] : NULL;

    if (!q || !text_is(q->kind, "severity") || q->span.end + 1 != k->b->span.start)
        return;
    clause_take(k->c, q->span);
    x->qualifier_count--;
}

bool bracket_stages(bracket *k)
{
    const part *last = &k->in[k->n - 1];

    if (k->quantities != 1 || k->others || k->content != 2 || last->kind != PART_QUANTITY)
        return false;
    for (const part *p = k->in; p < last; p++)
        if ((p->kind == PART_WORD || p->kind == PART_THING) && p->roles & ROLE_STAGE) {
            take_degree(k);
            return bracket_bounds(k, last);
        }
    return false;
}

bool bracket_limit_before(bracket *k)
{
    item *x = k->x;
    const rule_qualifier *told = x->qualifier_count ? &x->qualifiers[0] : NULL;
    const part *q;
    bool high, low;

    if (k->quantities != 1 || k->content != 1 || k->others || x->qualifier_count != 1 || x->sex ||
        x->person || x->grown || x->thing_count || x->words || x->age || x->quantity_count ||
        !text_is(told->kind, "result"))
        return false;
    q = bracket_first(k, PART_QUANTITY);
    high = text_is(told->value, "high") || text_is(told->value, "elevated");
    low = text_is(told->value, "low") || text_is(told->value, "decreased");
    if (q->period || q->values || q->low.given == q->high.given || !(q->low.given ? high : low) ||
        (!q->unit.text && q->relative == RELATIVE_NONE))
        return false;
    clause_take(k->c, told->span);
    x->qualifier_count = 0;
    x->quantities[x->quantity_count++] = q;
    return true;
}

/* How many days a length of time is, or a window goes back; 0: that is not one number. */
static double length_in_days(const part *p)
{
    if (p->window)
        return p->window->from_given ? fabs(period_days(p->window->from)) : 0;
    if (!p->period || p->high_period ||
        (p->low.given && p->high.given && p->low.value != p->high.value))
        return 0;
    return period_days((period){p->low.given ? p->low.value : p->high.value, p->period});
}

bool bracket_own_time(bracket *k)
{
    item *x = k->x;
    const part *last = item_last_thing(x), *time = NULL;
    const concept *of = NULL;
    bool some, ever = bracket_has(k, PART_HISTORY);

    for (size_t i = 0; i < k->n; i++) {
        const part *p = &k->in[i];

        if (p->kind == PART_THING && p->hit.thing && concept_is_treatment(p->hit.thing))
            of = p->hit.thing;
        else if (p->kind == PART_QUANTITY && (!p->period || p->age))
            return false;
        else if (p->kind == PART_WINDOW || p->kind == PART_QUANTITY)
            time = p;
    }
    if (!of || !x->window || !last || !last->hit.thing || !concept_is_treatment(last->hit.thing) ||
        bracket_has(k, PART_NOT) || bracket_has(k, PART_WITH) || x->alternative || x->overflow)
        return false;
    some = concept_is(of, last->hit.thing);
    if (!time && !(ever && some))
        return false;
    if (some && time && length_in_days(time) < length_in_days(x->window))
        x->overflow = true;
    else
        x->alternative = rule_opaque(k->c->arena, k->b->span, "another time for some of them");
    return true;
}

bool bracket_same_length(bracket *k)
{
    const part *when = k->x->duration ? k->x->duration : k->x->window, *q;
    double said, again;

    if (!when || k->quantities != 1 || k->content != 1 || k->others)
        return false;
    q = bracket_first(k, PART_QUANTITY);
    if (!q->low.given || !q->high.given || q->age || q->window)
        return false;
    said = length_in_days(when);
    again = length_in_days(q);
    if (said <= 0 || again <= 0 || again < said * 0.95 || again > said * 1.05)
        return false;
    clause_take(k->c, k->b->span);
    return true;
}

bool bracket_out_of(bracket *k)
{
    const part *said = k->x->quantity_count ? k->x->quantities[k->x->quantity_count - 1] : NULL, *q;
    size_t at = k->in[0].span.start;

    if (!said || k->quantities != 1 || k->others || k->windows || k->content > 4 ||
        !(text_starts_nocase(k->c->text + at, k->b->span.end - at, "of ") ||
          text_starts_nocase(k->c->text + at, k->b->span.end - at, "out of ")))
        return false;
    q = bracket_first(k, PART_QUANTITY);
    if (q->unit.text || q->period || q->pair || !q->low.given || !q->high.given ||
        q->low.value != q->high.value || q->low.value < said->low.value ||
        q->high.value < said->high.value)
        return false;
    clause_take(k->c, k->b->span);
    return true;
}

bool bracket_number(bracket *k)
{
    item *x = k->x;
    const part *q, *last = x->thing_count ? x->things[x->thing_count - 1] : NULL;

    if (k->quantities != 1 || k->content != 1 || k->others)
        return false;
    q = bracket_first(k, PART_QUANTITY);
    /* "< 1500 mL (18-55 years)": for whom, and no other unit of it */
    if (x->quantity_count && q->period && !x->quantities[x->quantity_count - 1]->period) {
        item_qualify(k->c, x, "other", NULL, k->b->span, NULL);
        return true;
    }
    if (x->quantity_count && q->unit.text) {
        /* "IQ > 70 (6-12 years)": of what else, is not said */
        if (q->period && !x->quantities[x->quantity_count - 1]->period)
            item_qualify(k->c, x, "time", NULL, k->b->span, NULL);
        else
            clause_take(k->c, k->b->span);
        return true;
    }
    /* "adults (18 to 65 years)" */
    if (q->period == 'a' && !q->age && !last && (x->grown || x->sex || x->person)) {
        part *age = arena_copy(k->c->arena, q, 1, sizeof *age);

        if (age && bracket_bounds(k, age))
            x->age = age->age = true;
        return true;
    }
    return x->quantity_count == 0 && (last || x->age || x->words) &&
           (!last || last->hit.quantity || q->period ||
            (q->unit.ucum && part_drug(last))) && /* "metformin (>= 1500 mg/day)" */
           bracket_bounds(k, q);
}

/* "anemia (< 8 g/dL)", "hypertension (> 160/95 mmHg)": what is measured goes without saying; NULL:
 * it does not. */
static const part *measure_of(const bracket *k, const part *last)
{
    const part *q = bracket_first(k, PART_QUANTITY);
    const concept *of = last->hit.thing, *measure = NULL,
                  *pressure = lexicon_landmark(k->c->lx, LANDMARK_BLOOD_PRESSURE);

    if (q && of && !q->pair)
        measure = bound_meant(k->c, of, q);
    else if (q && of && q->unit.ucum && measures(k->c->lx, pressure, of))
        measure = pressure;
    part *p = measure ? arena_copy(k->c->arena, last, 1, sizeof *p) : NULL;

    if (p) {
        p->hit.thing = NULL;
        p->hit.quantity = measure;
    }
    return p;
}

/* Is something that can be measured named in it? */
static bool names_quantity(const bracket *k)
{
    for (size_t i = 0; i < k->n; i++)
        if (k->in[i].kind == PART_THING && k->in[i].hit.quantity)
            return true;
    return false;
}

/* The rule of limits in a bracket: of the quantities named in it, else of what stands before it,
 * where its name holds one: "increased respiratory rate (>= 30/min)". */
static const rule *limits_of(bracket *k)
{
    const item *x = k->x;
    const part *last = x->thing_count ? x->things[x->thing_count - 1] : NULL, *inside;
    const rule *r = NULL;

    if (!names_quantity(k) && last && !last->hit.quantity &&
        ((inside = quantity_inside(k->c, last)) || (inside = measure_of(k, last)))) {
        item of = *x;

        of.things[of.thing_count - 1] = inside;
        r = scope_bracket(&k->inner, k->in, 0, k->n, &of);
    }
    return r ? r : scope_bracket(&k->inner, k->in, 0, k->n, x);
}

/* Is it a bare number that may take the comparator of the limit before it: "<= 3 x ULN (5 x ULN if
 * ...)", "<= 3 x ULN (5 times if ...)", "> 9 g/dL (8 g/dL for ...)"? */
static bool takes_comparator(const part *q, const part *limit)
{
    if (q->kind != PART_QUANTITY || !q->low.given || !q->high.given ||
        q->low.value != q->high.value || q->value_count || q->pair || q->period || q->age ||
        limit->low.given == limit->high.given || limit->value_count)
        return false;
    if (!q->unit.text && !limit->unit.text && q->relative == limit->relative && !q->times)
        return true;
    if (q->relative != RELATIVE_NONE || q->times)
        return limit->relative != RELATIVE_NONE && (q->times || q->relative == limit->relative);
    return q->unit.ucum && limit->unit.ucum && strcmp(q->unit.ucum, limit->unit.ucum) == 0;
}

/* Gives such a number, which "if" or the like follows, the comparator. */
static void lend_comparator(bracket *k)
{
    const item *x = k->x;
    const part *limit = x->quantity_count ? x->quantities[x->quantity_count - 1] : NULL;
    bool whom = bracket_has(k, PART_IF) || bracket_has(k, PART_FORGROUP) ||
                bracket_has(k, PART_WHEN) || bracket_has(k, PART_WITH) || bracket_has(k, PART_SEX);
    size_t i = 0;
    part *in, *b, *q;

    while (i < k->n && k->in[i].kind == PART_FILL)
        i++;
    if (!limit || !whom || i >= k->n || !takes_comparator(&k->in[i], limit) ||
        !(in = arena_copy(k->c->arena, k->in, k->n, sizeof *in)) ||
        !(b = arena_copy(k->c->arena, k->b, 1, sizeof *b)))
        return;
    q = &in[i];
    if (!limit->low.given)
        q->low = (rule_bound){0};
    else
        q->high = (rule_bound){0};
    q->low.inclusive = limit->low.inclusive;
    q->high.inclusive = limit->high.inclusive;
    q->value = limit->value;
    q->relative = limit->relative;
    q->times = false;
    b->inside = in;
    k->b = b;
    k->in = in;
}

bool bracket_times(bracket *k)
{
    const rule *r =
        k->quantities && k->windows == k->quantities ? recur_counts(k->c, k->x, k->in, k->n) : NULL;

    if (!r)
        return false;
    k->x->defined_by_words = true;
    bracket_define(k, r);
    return true;
}

bool bracket_other_chart(bracket *k)
{
    const clause *c = k->c;
    const concept *acuity = lexicon_landmark(c->lx, LANDMARK_VISUAL_ACUITY),
                  *letters = lexicon_landmark(c->lx, LANDMARK_ETDRS_LETTERS);
    bool read = false, pair = false;

    for (size_t i = 0; i < k->x->thing_count; i++) {
        const concept *of = k->x->things[i]->hit.quantity;

        read = read || (of && (of == letters || concept_is(of, acuity)));
    }
    for (size_t i = 0; i < k->n; i++) {
        const concept *of = k->in[i].kind == PART_THING ? part_concept(&k->in[i]) : NULL;

        if (of && !concept_is(of, acuity))
            return false;
        pair = pair || (k->in[i].kind == PART_QUANTITY && k->in[i].pair);
    }
    if (!read || !pair || k->quantities != 1 || !k->x->quantity_count)
        return false;
    clause_take(c, k->b->span);
    return true;
}

bool bracket_special(bracket *k)
{
    if (!k->quantities || !k->x->quantity_count)
        return false;
    lend_comparator(k);
    if (!special_bracket(k->x, k->in, k->n))
        return false;
    k->x->special = k->b;
    return true;
}

bool bracket_special_length(bracket *k)
{
    const part *d = k->x->duration;

    if (!d || k->x->quantity_count || !k->x->thing_count || k->n < 3 ||
        k->in[0].kind != PART_QUANTITY || !k->in[0].period || k->in[0].age ||
        (k->in[1].kind != PART_IF && k->in[1].kind != PART_FORGROUP && k->in[1].kind != PART_WHEN &&
         !(k->in[1].kind == PART_WITH && /* "in patients with" */
           text_starts_nocase(k->c->text + k->in[1].span.start, 3, "in "))) ||
        !part_one_sided(&k->in[0]) || k->in[0].low.given != d->low.given)
        return false;
    k->x->special = k->b;
    return true;
}

bool bracket_limit_if(bracket *k)
{
    size_t at = 0;
    const rule *whom, *limit, *two[2];

    while (at < k->n && k->in[at].kind != PART_IF)
        at++;
    if (!k->quantities || k->x->quantity_count || !k->x->thing_count || !at || at + 1 >= k->n)
        return false;
    limit = scope_rule(&k->inner, k->in, 0, at);
    whom = scope_rule(&k->inner, k->in, at + 1, k->n);
    if (!limit || !whom || limit->op != RULE_COMPARE)
        return false;
    two[0] = rule_two(k->c->arena, RULE_IF, whom, limit);
    two[1] = rule_two(k->c->arena, RULE_ALL, whom, limit);
    if (two[0] && two[1])
        k->x->also = rule_readings(k->c->arena, k->b->span, "modifier-scope", two, 2);
    return k->x->also != NULL;
}

bool bracket_class_dose(bracket *k)
{
    item *x = k->x;
    const part *last = x->thing_count ? x->things[x->thing_count - 1] : NULL, *drug;
    bool led = k->in[0].kind == PART_INCLUDE || k->in[0].kind == PART_DEFINED;
    const rule *own;
    rule *whole;
    rule_amount *dose;

    if (k->things != 1 || k->quantities != 1 || k->words || k->windows || k->others > led ||
        !last || !part_drug(last) || x->quantity_count || x->also)
        return false;
    drug = bracket_first(k, PART_THING);
    if (!part_drug(drug) || drug->hit.thing == last->hit.thing ||
        !concept_is(drug->hit.thing, last->hit.thing) ||
        !bracket_first(k, PART_QUANTITY)->unit.ucum)
        return false;
    if (bracket_first(k, PART_QUANTITY) < drug) {
        item_qualify(k->c, x, "about", NULL, drug->span, drug->hit.thing);
        bracket_qualify(k);
        return bracket_bounds(k, bracket_first(k, PART_QUANTITY));
    }
    own = limits_of(k);
    if (!own || own->op != RULE_HAS || !own->dose || own->dose->equivalent_of ||
        !(whole = arena_copy(k->c->arena, own, 1, sizeof *whole)) ||
        !(dose = arena_copy(k->c->arena, own->dose, 1, sizeof *dose)))
        return false;
    dose->equivalent_of = drug->hit.thing;
    whole->dose = dose;
    whole->subject.concept = last->hit.thing;
    x->also =
        rule_readings(k->c->arena, k->b->span, "modifier-scope", (const rule *[]){whole, own}, 2);
    return true;
}

/* What the parts [from, to) of a bracket ask of what stands before it: a kind of that
 * ("bilateral"), or a limit. *kinds counts the first. NULL: nothing. */
static const rule *kind_or_limit(bracket *k, size_t from, size_t to, size_t *kinds)
{
    const part *last = item_last_thing(k->x);
    bracket piece = *k;
    part *with;

    piece.in += from;
    piece.n = to - from;
    bracket_count(&piece);
    if (piece.others || !last)
        return NULL;
    if (piece.quantities)
        return limits_of(&piece);
    if (piece.content || !piece.quals ||
        !(with = arena_array(k->c->arena, piece.n + 1, sizeof *with)))
        return NULL;
    ++*kinds;
    with[0] = *last;
    memcpy(with + 1, piece.in, piece.n * sizeof *with);
    return scope_rule(&k->inner, with, 0, piece.n + 1);
}

/* "(persistent, or > 6 mmol/L)" */
static bool comma_before_choice(const bracket *k, size_t i)
{
    return i + 1 < k->n && k->in[i].kind == PART_COMMA && bracket_choice(&k->in[i + 1]);
}

bool bracket_kind_or_limit(bracket *k)
{
    enum { MOST = 4 };
    const rule *of[MOST];
    size_t n = 0, from = 0, kinds = 0;

    for (size_t i = 0; k->quantities && i <= k->n && n < MOST; i++) {
        if (i < k->n && !bracket_choice(&k->in[i]) && !comma_before_choice(k, i))
            continue;
        if (i > 0 && from == i && comma_before_choice(k, i - 1)) {
            from++;
            continue;
        }
        if (from == i || !(of[n++] = kind_or_limit(k, from, i, &kinds)))
            return false;
        from = i + 1;
    }
    if (!kinds || kinds == n || from <= k->n)
        return false;
    bracket_define(k, rule_join(k->c->arena, RULE_ANY, k->b->span, of, n));
    return true;
}

bool bracket_limits(bracket *k)
{
    item *x = k->x;
    const rule *r;

    if (!k->quantities)
        return false;
    r = limits_of(k);
    x->defined_by_words =
        x->defined_by_words || (k->in[0].kind == PART_DEFINED && k->things <= 2 * k->quantities);
    /* "antidepressants within 2 weeks (fluoxetine 5 weeks)": another time for one of them */
    if (r && k->things && r->op == RULE_HAS && bracket_times_only(k->in, k->n) && x->window)
        item_qualify(k->c, x, "other", NULL, k->b->span, NULL);
    else
        bracket_define(k, r);
    return true;
}
