#include "grammar/measured.h"

#include "grammar/bound.h"

#include "engine/base/text.h"
#include "rules/landmark.h"
#include "rules/measures.h"
#include "rules/sayings.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

bool number_is_bare(const part *q)
{
    bool point = q->low.given && q->high.given && q->low.value == q->high.value;

    if (q->values)
        return true;
    return (point || (q->value && text_is(q->value, "grade"))) &&
           !(q->value && text_is(q->value, "=")) && q->relative == RELATIVE_NONE;
}

static bool whole_number(rule_bound b)
{
    return !b.given || (b.value >= 0 && b.value == floor(b.value));
}

bool number_counts(const part *q)
{
    return !q->unit.ucum && !q->unit.text && !q->period && !q->values &&
           q->relative == RELATIVE_NONE && !q->pair && !q->age && whole_number(q->low) &&
           whole_number(q->high);
}

bool counted_behind(const clause *c, const part *q)
{
    size_t i = q->span.end, end;

    for (unsigned words = 0; words < 3; words++, i = end) {
        while (c->text[i] == ' ' || c->text[i] == '-')
            i++;
        for (end = i; isalpha((unsigned char)c->text[end]);)
            end++;
        if (end == i)
            return false;
        if (roles_of(c->text + i, end - i) & ROLE_COUNTED)
            return true;
    }
    return false;
}

bool counts_the_thing(const clause *c, const part *q, const item *x)
{
    for (size_t i = q->span.end, end; i < x->subject.span.start; i = end + 1) {
        for (end = i; end < x->subject.span.start && isalpha((unsigned char)c->text[end]);)
            end++;
        if (end == i || !(roles_of(c->text + i, end - i) & (ROLE_LIGHT_OF | ROLE_COUNTED)))
            continue;
        if (!text_starts_any(c->text + i, end - i, saying_occurrences))
            return false;
    }
    return true;
}

static void set_bounds(rule *r, const part *q)
{
    r->bound_span = q->span;
    r->low = q->low;
    r->high = q->high;
    r->values = q->values;
    r->value_count = q->value_count;
    r->unit = q->unit;
    if (q->period && period_ucum(q->period))
        r->unit.ucum = period_ucum(q->period);
    r->relative_to = q->relative;
    if (r->relative_to != RELATIVE_NONE)
        r->unit.ucum = NULL;
}

/* Does a number say how many values there are to be, and is no bound of them: "at least two glucose
 * values > 126 mg/dL", "QTc > 480 ms on at least one occasion"? */
static bool says_how_many(const clause *c, const item *x, const part *q, size_t name)
{
    size_t start = q->span.end, stop = x->span.end;

    if (!number_counts(q) || (q->low.given && q->high.given && q->low.value != q->high.value) ||
        !(q->low.given ? q->low.value <= 30 : q->high.value <= 30))
        return false;
    if (q->span.end <= name)
        return true;
    while (start > q->span.start && isalpha((unsigned char)c->text[start - 1]))
        start--;
    if (roles_all(c->text + start, q->span.end - start) & ROLE_REPEATED) /* "at least once" */
        return true;
    for (size_t i = 0; i < x->quantity_count; i++)
        if (x->quantities[i]->span.start >= q->span.end && x->quantities[i]->span.start < stop)
            stop = x->quantities[i]->span.start;
    start = q->span.end;
    for (unsigned words = 0; words < 3; words++) {
        size_t end;

        while (start < stop && (c->text[start] == ' ' || c->text[start] == '-'))
            start++;
        for (end = start; end < stop && isalpha((unsigned char)c->text[end]);)
            end++;
        if (roles_all(c->text + start, end - start) & ROLE_REPEATED)
            return true;
        start = end;
    }
    return false;
}

const part *measured_times(const clause *c, const item *x, const part *t, const part *q)
{
    for (size_t i = 0; i < x->quantity_count; i++)
        if (x->quantities[i] != q && !number_is_bare(x->quantities[i]) &&
            !says_how_many(c, x, x->quantities[i], t->span.start))
            return says_how_many(c, x, q, t->span.start) ? x->quantities[i] : NULL;
    return NULL;
}

/* Is the past asked for, and of the quantity itself: "history of QTc > 500 ms"? Of "history of
 * asthma with FEV1 < 50%" it is of the asthma. */
static bool asks_for_past(const item *x, eligo_span subject)
{
    return x->history && !x->treated && !x->current &&
           (!x->thing_count || x->things[0]->span.start >= subject.start);
}

/* Which of several values counts, by the words before the name: "peak troponin", "lowest
 * haemoglobin", "any glucose", "at least one documented LVEF"; or by what is said of all of them.
 */
static rule_pick picked_before(const clause *c, eligo_span subject)
{
    size_t end = subject.start, start;
    bool of = false;

    for (unsigned words = 0, unknown = 0; words < 6 && unknown < 2; words++) {
        while (end > 0 && c->text[end - 1] == ' ')
            end--;
        for (start = end; start > 0 && isalpha((unsigned char)c->text[start - 1]);)
            start--;
        role_set roles = roles_of(c->text + start, end - start);

        if (start == end)
            break;
        if (roles & ROLE_HIGHEST)
            return PICK_HIGHEST;
        if (roles & ROLE_LOWEST)
            return PICK_LOWEST;
        if ((roles & ROLE_ANY) && !of) /* "any of A or B" is of things */
            return PICK_ANY;
        of = text_equal_nocase(c->text + start, end - start, "of");
        unknown += !of && !(roles & (ROLE_LIGHT_BEFORE | ROLE_WEIGHTLESS | ROLE_ARTICLE));
        end = start;
    }
    return PICK_LATEST;
}

/* "any of A or B" is of things, "any A" of its values. */
static bool ends_in_of(const clause *c, size_t end)
{
    return end >= 3 && strncasecmp(c->text + end - 3, " of", 3) == 0;
}

/* "at least one documented LVEF": nothing but words that change nothing. */
static bool only_light(const clause *c, size_t from, size_t to)
{
    for (size_t i = from, end; i < to; i = end + 1) {
        for (end = i; end < to && c->text[end] != ' ';)
            end++;
        if (end > i && !(roles_of(c->text + i, end - i) &
                         (ROLE_LIGHT_BEFORE | ROLE_WEIGHTLESS | ROLE_ARTICLE)))
            return false;
    }
    return true;
}

/* "one hemoglobin value < 8 g/dL" */
static bool one_before(const clause *c, size_t end)
{
    for (size_t start; end > 0; end = start) {
        while (end > 0 && c->text[end - 1] == ' ')
            end--;
        for (start = end; start > 0 && isalpha((unsigned char)c->text[start - 1]);)
            start--;
        if (text_equal_nocase(c->text + start, end - start, "one"))
            return true;
        if (start == end || !only_light(c, start, end))
            return false;
    }
    return false;
}

/* The same, also by what else the item says: that it was so once, or of how many of them. */
static rule_pick picked(const clause *c, const item *x, const concept *about, eligo_span subject,
                        const part *q)
{
    rule_pick pick = picked_before(c, subject);

    if (pick != PICK_LATEST || !about ||
        (about->category != CATEGORY_MEASUREMENT && about->category != CATEGORY_SCORE))
        return pick;
    if (x->any || asks_for_past(x, subject) || one_before(c, subject.start) ||
        (x->any_before && x->any_before <= subject.start && !ends_in_of(c, x->any_before) &&
         only_light(c, x->any_before, subject.start)))
        return PICK_ANY;
    for (size_t i = 0; i < x->quantity_count; i++)
        if (x->quantities[i]->span.start != q->span.start &&
            says_how_many(c, x, x->quantities[i], subject.start))
            return PICK_ANY;
    return PICK_LATEST;
}

/* The unknown words right before a quantity ("urinary creatinine", "fetal heart rate"): it is not
 * the plain one, and no value of the record is known to be it. And its other names. */
static const rule_qualifier *narrowed(const clause *c, const item *x, const concept *about,
                                      eligo_span subject, size_t *count)
{
    rule_qualifier *list = arena_array(c->arena, x->qualifier_count + 2, sizeof *list);
    size_t at = subject.start;
    bool named_again = false;

    *count = 0;
    if (!list)
        return NULL;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "label")) {
            list[(*count)++] = x->qualifiers[i];
            named_again = named_again || (about && x->qualifiers[i].concept == about);
        }
    /* "pulse oxygen saturation (SpO2)": its short name says that it is the plain one */
    for (bool found = !named_again; found;) {
        found = false;
        for (size_t i = 0; i < x->qualifier_count; i++) {
            const rule_qualifier *k = &x->qualifiers[i];

            if ((text_is(k->kind, "other") || text_is(k->kind, "about")) && k->span.end <= at &&
                at - k->span.end <= 2 && *count < x->qualifier_count) {
                if (picked_before(c, (eligo_span){k->span.end, k->span.end}) == PICK_LATEST)
                    list[(*count)++] = *k;
                at = k->span.start;
                found = true;
            }
        }
    }
    for (size_t i = 0; i < x->qualifier_count && *count < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "time") ||   /* "at 8 weeks" */
            text_is(x->qualifiers[i].kind, "compared")) /* "above baseline" */
            list[(*count)++] = x->qualifiers[i];
    if (x->duration) { /* "for at least 6 months": no single value tells */
        eligo_span d = x->duration->span;
        const char *text = arena_text(c->arena, c->text + d.start, d.end - d.start);

        list[(*count)++] = (rule_qualifier){"other", text, text, d, NULL};
    }
    return *count ? list : NULL;
}

/* The unit that begins at i: "weeks"; NULL: another word. */
static const char *unit_at(const clause *c, size_t i, size_t to)
{
    static const struct {
        const char *word, *ucum;
    } units[] = {{"day", "d"}, {"week", "wk"}, {"month", "mo"}, {"hour", "h"}};
    size_t end = i;

    while (end < to && isalpha((unsigned char)c->text[end]))
        end++;
    if (end > i && text_lower(c->text[end - 1]) == 's')
        end--;
    for (size_t k = 0; k < sizeof units / sizeof *units; k++)
        if (text_equal_nocase(c->text + i, end - i, units[k].word))
            return units[k].ucum;
    return NULL;
}

/* The word that ends right before `end`, signs and blanks apart. */
static eligo_span word_before(const clause *c, size_t from, size_t end)
{
    eligo_span w;

    while (end > from && !isalpha((unsigned char)c->text[end - 1]))
        end--;
    for (w = (eligo_span){end, end};
         w.start > from && isalpha((unsigned char)c->text[w.start - 1]);)
        w.start--;
    return w;
}

/* The unit of an age that stands before its number: "day of life 3", "age in weeks: 2 to 6", "age
 * (months)". Where none does it is one in years. */
static const char *unit_of_age(const clause *c, const item *x, size_t number)
{
    enum { NEAR = 32 };
    size_t from = x->span.start + NEAR < number ? number - NEAR : x->span.start;
    eligo_span w = word_before(c, from, number);
    const char *ucum;

    if (text_equal_nocase(c->text + w.start, w.end - w.start, "life")) {
        w = word_before(c, from, w.start); /* "of" */
        w = word_before(c, from > 8 ? from - 8 : 0, w.start);
        ucum = unit_at(c, w.start, w.end);
        return ucum ? ucum : "a";
    }
    ucum = unit_at(c, w.start, w.end);
    w = word_before(c, from, w.start);
    if (text_equal_nocase(c->text + w.start, w.end - w.start, "in"))
        w = word_before(c, from, w.start);
    return ucum && text_starts_nocase(c->text + w.start, w.end - w.start, "age") ? ucum : "a";
}

/* "Child-Pugh A or B7": a class beside scores, in one list, is the scores that it stands for. */
static void spell_out_classes(const clause *c, rule *r, const concept *about)
{
    enum { MOST = 32 };
    double *values;
    size_t n = 0, classes = 0, count = 0;

    for (; about->grades[count].name; count++)
        ;
    for (size_t i = 0; r->values && i < r->value_count; i++)
        classes += r->values[i] < about->scale.low;
    if (!classes || classes == r->value_count ||
        !(values = arena_array(c->arena, MOST, sizeof *values)))
        return;
    for (size_t i = 0; r->values && i < r->value_count; i++) {
        double v = r->values[i];
        const concept_grade *g =
            v < about->scale.low && v >= 1 && v <= (double)count && v == floor(v)
                ? &about->grades[(size_t)v - 1]
                : NULL;

        if (v < about->scale.low && !g)
            return;
        for (double score = g ? g->low : v; score <= (g ? g->high : v); score++) {
            if (n == MOST)
                return;
            values[n++] = score;
        }
    }
    r->values = values;
    r->value_count = n;
}

rule *measured_bounds(const clause *c, const item *x, const concept *about, category cat,
                      eligo_span subject, const part *q)
{
    rule *r = rule_new(c->arena, RULE_COMPARE, span_hull(subject, q->span));
    char meant[64];
    size_t spelled;

    if (!r)
        return NULL;
    r->subject.concept = about;
    r->subject.category = about ? about->category : cat;
    r->subject.span = subject;
    r->subject.text = arena_text(c->arena, c->text + subject.start, subject.end - subject.start);
    r->subject.who = x->who;
    set_bounds(r, q);
    if (q->step && about && concept_attribute(about, "plus", &spelled))
        r->high = r->low;
    if (about && r->unit.ucum && unit_refit(about, r->unit.ucum, r->unit.text, meant))
        r->unit.ucum = arena_text(c->arena, meant, strlen(meant));
    if (is_landmark(about, LANDMARK_AGE) && !r->unit.ucum && r->relative_to == RELATIVE_NONE)
        r->unit.ucum = unit_of_age(c, x, q->span.start);
    /* grades printed without comparator: what is listed */
    if (!r->values && q->value && text_is(q->value, "grade") && r->low.given && r->high.given &&
        about && (about->category == CATEGORY_SCORE) && r->low.value == floor(r->low.value) &&
        r->high.value == floor(r->high.value) && r->high.value - r->low.value < 8) {
        size_t n = (size_t)(r->high.value - r->low.value) + 1;
        double *values = arena_array(c->arena, n, sizeof *values);

        if (!values)
            return NULL;
        for (size_t i = 0; i < n; i++)
            values[i] = r->low.value + (double)i;
        r->values = values;
        r->value_count = n;
        r->low = r->high = (rule_bound){0};
    }
    if (about && about->grades && r->value_count)
        spell_out_classes(c, r, about);
    /* "or worse" and "or better" go the way of the scale */
    if (q->value && about && (text_is(q->value, "worse") || text_is(q->value, "better"))) {
        bool low_is_better =
            (about->flags & CONCEPT_BETTER_LOW) || !(about->flags & CONCEPT_BETTER_HIGH);
        bool up = (text_is(q->value, "worse")) == low_is_better;
        rule_bound b = r->low.given ? r->low : r->high;

        r->low = up ? b : (rule_bound){0};
        r->high = up ? (rule_bound){0} : b;
    }
    if (x->window)
        r->window = x->window->window;
    else if (x->event && !is_landmark(about, LANDMARK_AGE))
        r->window = x->event->window;
    r->pick = picked(c, x, about, subject, q);
    r->qualifiers = narrowed(c, x, about, subject, &r->qualifier_count);
    return r;
}

/* Two compares from one part: its low end and its high end. */
static const rule *ends(const clause *c, const item *x, const concept *about, category cat,
                        eligo_span subject, const part *q, rule_op op)
{
    const rule *two[2];
    part low = *q, high = *q;

    low.high = (rule_bound){0};
    high.low = (rule_bound){0};
    low.high_period = high.high_period = 0;
    low.apart = high.apart = false;
    if (q->apart) {
        high.unit = q->high_unit;
        high.relative = q->high_relative;
    }
    if (q->high_period) {
        high.period = q->high_period;
        high.unit = q->high_unit;
    }
    if (q->outside) {
        low.low = (rule_bound){0};
        low.high = q->low;
        low.high.inclusive = !q->low.inclusive;
        high.high = (rule_bound){0};
        high.low = q->high;
        high.low.inclusive = !q->high.inclusive;
        low.outside = high.outside = false;
    }
    two[0] = measured_bounds(c, x, about, cat, subject, &low);
    two[1] = measured_bounds(c, x, about, cat, subject, &high);
    return two[0] && two[1] ? rule_join(c->arena, op, two[0]->span, two, 2) : NULL;
}

/* Is it said of a quantity that has no values below zero? A dash was printed for something else. */
static bool cannot_be_negative(const concept *about, const part *q)
{
    return about && about->plausible.low >= 0 && !q->values &&
           ((q->low.given && q->low.value < 0) || (q->high.given && q->high.value < 0));
}

/* "NYHA VI": a grade above the highest one of its scale. */
static bool no_such_grade(const concept *about, const part *q)
{
    double top = about ? about->scale.high : 0;

    if (!about || about->category != CATEGORY_SCORE || isnan(top) || top <= about->scale.low ||
        top > 10)
        return false;
    for (size_t i = 0; q->values && i < q->value_count; i++)
        if (q->values[i] < top + 1) /* IVC lies between 4 and 5 */
            return false;
    return q->value_count || (q->low.given && q->high.given && q->low.value >= top + 1);
}

/* "> 105 CFU/mL", "> 10E5": the bound as it is printed, or what a lost superscript made of it. */
static const rule *doubted(const clause *c, const item *x, const concept *about, category cat,
                           eligo_span subject, const part *q)
{
    part other = *q, as_printed = *q;
    const rule *two[2];

    if (q->values || (q->low.given && q->high.given && q->low.value != q->high.value))
        return rule_opaque(c->arena, q->span, "a power of ten may have lost its superscript");
    as_printed.otherwise = other.otherwise = 0;
    other.low.value = other.high.value = q->otherwise;
    two[0] = measured_compare(c, x, about, cat, subject, &as_printed);
    two[1] = measured_compare(c, x, about, cat, subject, &other);
    return two[0] && two[1] ? rule_readings(c->arena, two[0]->span, "damaged-notation", two, 2)
                            : NULL;
}

const rule *measured_compare(const clause *c, const item *x, const concept *about, category cat,
                             eligo_span subject, const part *q)
{
    const rule *two[2];
    part open = *q;

    if (q->otherwise != 0)
        return doubted(c, x, about, cat, subject, q);
    if (no_such_grade(about, q))
        return rule_opaque(c->arena, q->span, OPAQUE_GRADE);
    if (cannot_be_negative(about, q)) {
        rule_bound *end = q->low.given ? &open.low : &open.high;

        if (q->low.given && q->high.given)
            return rule_opaque(c->arena, q->span, "a value that cannot be");
        end->value = -end->value; /* "> -48 %" */
        two[0] = measured_bounds(c, x, about, cat, subject, &open);
        end->inclusive = !end->inclusive;
        two[1] = measured_bounds(c, x, about, cat, subject, &open);
        return two[0] ? rule_readings(c->arena, two[0]->span, "damaged-notation", two, 2) : NULL;
    }
    if (q->listed) { /* "aged 6 and 9 years": one of them, or from one to the other */
        double *values = arena_array(c->arena, 2, sizeof *values);

        if (!values)
            return NULL;
        values[0] = q->low.value;
        values[1] = q->high.value;
        open.listed = false;
        two[0] = measured_bounds(c, x, about, cat, subject, &open);
        open.values = values;
        open.value_count = 2;
        open.low = open.high = (rule_bound){0};
        two[1] = measured_bounds(c, x, about, cat, subject, &open);
        return two[0] ? rule_readings(c->arena, two[0]->span, "boundary", two, 2) : NULL;
    }
    if (q->outside)
        return q->low.given && q->high.given
                   ? ends(c, x, about, cat, subject, q, RULE_ANY)
                   : rule_opaque(c->arena, q->span, "outside of what is not said");
    /* "8 months to 7 years": an age is counted in the unit of each end */
    if (q->high_period && (is_landmark(about, LANDMARK_AGE) || !phrase_one_unit(&open)))
        return ends(c, x, about, cat, subject, q, RULE_ALL);
    if (q->apart)
        return ends(c, x, about, cat, subject, q, RULE_ALL);
    /* "> 30 and < 20", of what bars or is denied: outside, on either side; nobody can meet it */
    if (q->low.given && q->high.given && open.low.value > open.high.value && !q->values)
        return c->exclusion || x->negated
                   ? ends(c, x, about, cat, subject, &open, RULE_ANY)
                   : rule_opaque(c->arena, span_hull(subject, q->span),
                                 "no value lies below the one and above the other");
    two[0] = measured_bounds(c, x, about, cat, subject, &open);
    rule_bound *end = q->open == 'l' ? &open.low : &open.high;
    if (!q->open || !end->given || !end->inclusive)
        return two[0];
    end->inclusive = false;
    two[1] = measured_bounds(c, x, about, cat, subject, &open);
    return two[0] ? rule_readings(c->arena, two[0]->span, "boundary", two, 2) : NULL;
}

/* Systolic and diastolic, joined. */
static const rule *pressures(const clause *c, const item *x, eligo_span subject, const part *first,
                             const part *second, rule_op op)
{
    const rule *both[2] = {measured_compare(c, x, lexicon_landmark(c->lx, LANDMARK_SYSTOLIC_BP),
                                            CATEGORY_MEASUREMENT, subject, first),
                           measured_compare(c, x, lexicon_landmark(c->lx, LANDMARK_DIASTOLIC_BP),
                                            CATEGORY_MEASUREMENT, subject, second)};

    return rule_join(c->arena, op, span_hull(subject, first->span), both, 2);
}

/* "140/90": two quantities. Above a limit either is enough, below it both are needed; where the
 * limit is one that nobody should fall below, and for a range that bars, the words leave it open.
 */
const rule *measured_pressures(const clause *c, const item *x, eligo_span subject, const part *q)
{
    part first = *q, second = *q;
    bool range = q->low.given && q->high.given && q->low.value != q->high.value;
    bool point = q->low.given && q->high.given && !range;
    bool low = !range && (q->low.given ? q->low.value : q->high.value) <= 105;
    rule_op op = q->low.given && !q->high.given ? RULE_ANY : RULE_ALL;
    const rule *two[2];

    first.pair = second.pair = false;
    second.low = q->low2;
    second.high = q->high2;
    if (point && !(q->value && q->value[0])) { /* "hypertension 140/90": on which side? */
        part above = first, above2 = second;

        above.high = above2.high = first.low = second.low = (rule_bound){0};
        two[0] = pressures(c, x, subject, &above, &above2, RULE_ANY);
        two[1] = pressures(c, x, subject, &first, &second, RULE_ALL);
        return rule_readings(c->arena, span_hull(subject, q->span), "boundary", two, 2);
    }
    if ((range && c->exclusion) || (low && !point)) {
        two[0] = pressures(c, x, subject, &first, &second, RULE_ALL);
        two[1] = pressures(c, x, subject, &first, &second, RULE_ANY);
        return rule_readings(c->arena, span_hull(subject, q->span), "and-or-scope", two, 2);
    }
    return pressures(c, x, subject, &first, &second, op);
}

const rule_qualifier *measured_rate(const clause *c, const item *x, const part *q, const part *t,
                                    const char **ucum)
{
    static const char *const words[][2] = {{"daily", "/d"},    {"weekly", "/wk"},
                                           {"monthly", "/mo"}, {"yearly", "/a"},
                                           {"annually", "/a"}, {"nightly", "/{night}"}};
    size_t last = t && t->span.end > q->span.end ? t->span.end : q->span.end;

    if (x->has_subject && x->subject.span.start > q->span.start && x->subject.span.end > last)
        last = x->subject.span.end;
    for (size_t i = 0; i < x->qualifier_count; i++) {
        const rule_qualifier *k = &x->qualifiers[i];

        if (k->span.start < q->span.end || k->span.start > last + 8)
            continue;
        if (text_is(k->kind, "rate")) {
            *ucum = k->value;
            clause_take(c, k->span);
            return k;
        }
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (k->text && strcasecmp(k->text, words[w][0]) == 0) {
                *ucum = words[w][1];
                clause_take(c, k->span);
                return k;
            }
    }
    return NULL;
}

/* "chemotherapy up to 1 regimen": how many regimens there were no record counts. */
static bool counts_courses(const clause *c, const part *q, const item *x)
{
    return q->span.start >= x->subject.span.end && counted_behind(c, q) &&
           concept_is_treatment(x->subject.concept);
}

/* "18-50 PCOS": a range as wide as ages are, in front of an illness that one has once. */
static bool may_be_ages(const clause *c, const item *x, const part *q)
{
    enum { LEAST = 10 };
    const char *rate;

    return q->low.given && q->high.given && q->low.value >= LEAST && q->high.value > q->low.value &&
           !q->value_count && !q->unit.text && q->span.end <= x->subject.span.start &&
           (x->subject.category == CATEGORY_CONDITION || x->subject.category == CATEGORY_NONE ||
            x->subject.category == CATEGORY_DEMOGRAPHIC) &&
           !(x->subject.concept && x->subject.concept->flags & CONCEPT_EVENT) &&
           !measured_rate(c, x, q, NULL, &rate);
}

const rule *measured_least(const clause *c, const rule *r)
{
    rule *least = arena_copy(c->arena, r, 1, sizeof *least);
    const rule *two[2] = {least, r};

    if (!least)
        return NULL;
    least->high = (rule_bound){0};
    return rule_readings(c->arena, r->span, "boundary", two, 2);
}

/* How many there are of the subject; a number without comparator may be exact or the least. */
const rule *measured_count(const clause *c, const item *x, const part *q)
{
    rule *r = measured_bounds(c, x, NULL, CATEGORY_NONE, x->subject.span, q);
    const char *rate;

    if (!r || may_be_ages(c, x, q))
        return NULL;
    r->counting = true;
    /* orders of a drug are never counted as times, so that its name does no harm; what is planned
     * is on no record yet */
    r->subject.concept =
        x->subject.category == CATEGORY_MEDICATION ||
                (!x->planned && counts_the_thing(c, q, x) && !counts_courses(c, q, x))
            ? x->subject.concept
            : NULL;
    r->subject.category = x->subject.category;
    r->span = span_hull(r->span, x->subject.span);
    if (measured_rate(c, x, q, NULL, &rate))
        r->unit.ucum = rate;
    if (!number_is_bare(q))
        return r;
    return measured_least(c, r);
}

/* "recently diagnosed diabetes (< 2 months)": found, and when. */
static bool newly(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (x->qualifiers[i].text && strcasestr(x->qualifiers[i].text, "diagnosed"))
            return true;
    return false;
}

/* "Labor at >= 37 weeks", "preeclampsia before 34 weeks": how far the pregnancy is, or was then. */
static const rule *in_pregnancy(const clause *c, const item *x, const part *q)
{
    enum { FEW_WEEKS = 16 }; /* so long it may as well have lasted */
    const concept *age = lexicon_landmark(c->lx, LANDMARK_GESTATIONAL_AGE);
    double weeks = q->low.given ? q->low.value : q->high.value;
    item copy = *x;
    const rule *both[2];
    rule *other;

    if (x->history || x->who || newly(x) || !age || weeks < FEW_WEEKS ||
        x->subject.category != CATEGORY_CONDITION) {
        item_qualify(c, &copy, "time", NULL, q->span, NULL);
        return clause_has(c, &copy, &other);
    }
    both[0] = clause_has(c, &copy, &other);
    both[1] = measured_compare(c, x, age, CATEGORY_MEASUREMENT, q->span, q);
    return both[0] && both[1] ? rule_join(c->arena, RULE_ALL, span_hull(x->span, q->span), both, 2)
                              : NULL;
}

static bool of_pregnancy(const clause *c, const concept *k)
{
    const concept *pregnancy = lexicon_landmark(c->lx, LANDMARK_PREGNANCY),
                  *delivery = lexicon_landmark(c->lx, LANDMARK_DELIVERY);

    return (pregnancy && concept_is(k, pregnancy)) || (delivery && concept_is(k, delivery));
}

/* "Drug abuse < 2 years", among what bars, or found: for no longer than that, or, more likely, at
 * any time in it.
 */
static const rule *in_that_time(const clause *c, const rule *lasts, const part *q)
{
    rule *in = arena_copy(c->arena, lasts, 1, sizeof *in);
    const rule *two[2] = {lasts, in};

    if (!in)
        return NULL;
    in->duration = NULL;
    in->window = clause_window(c, q);
    return rule_readings(c->arena, lasts->span, "modifier-scope", two, 2);
}

/* "Biopsy-proven nephritis (< 2 years)": is it said to be found, perhaps then? */
static bool found_out(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "certainty") &&
            text_is(x->qualifiers[i].value, "confirmed"))
            return true;
    return false;
}

/* "of less than 48 hours" */
static bool says_of(const clause *c, const part *q)
{
    size_t at = q->span.start;

    return at > 3 && text_equal_nocase(c->text + at - 4, 4, " of ");
}

/* How long something has lasted, or, of an event, when it was. */
const rule *measured_length(const clause *c, const item *x, const part *q)
{
    item copy = *x;
    part one = *q;
    rule *r, *other;
    const concept *k = x->subject.concept, *measure;
    bool event =
        k && !q->low.given && ((k->flags & CONCEPT_EVENT) || concept_is_treatment(k) || newly(x));

    if (q->period == 'w' && k && of_pregnancy(c, k))
        return in_pregnancy(c, x, q);
    if (q->period == 'd' && k && k->category == CATEGORY_CONDITION && !x->who &&
        (measure = measures_in_unit(c->lx, k, "d"))) /* "regular menses of 24 to 35 days" */
        return measured_compare(c, x, measure, measure->category, q->span, q);
    /* "patients with diabetes >= 18 years": so long, or so old */
    if (q->period == 'a' && !x->who && k && !event && q->low.given && q->low.value >= 12) {
        const rule *both[2] = {clause_has(c, &copy, &other), NULL}, *two[2] = {NULL, NULL};

        both[1] = measured_compare(c, x, lexicon_landmark(c->lx, LANDMARK_AGE),
                                   CATEGORY_DEMOGRAPHIC, q->span, q);
        if (concept_is_treatment(k) || of_pregnancy(c, k) || is_landmark(k, LANDMARK_HEALTHY) ||
            (x->grown && q->high.given && q->high.value > q->low.value) ||
            (k->flags & CONCEPT_EVENT)) /* nothing of that kind lasts so long */
            return rule_join(c->arena, RULE_ALL, span_hull(x->span, q->span), both, 2);
        r = clause_has(c, &copy, &other);
        if (!r || !both[0] || !both[1])
            return NULL;
        r->duration = clause_amount(c, q);
        r->span = span_hull(r->span, q->span);
        two[0] = r;
        two[1] = rule_join(c->arena, RULE_ALL, r->span, both, 2);
        return rule_readings(c->arena, r->span, "modifier-scope", two, 2);
    }

    /* "heart disease below 60 years", of a relative: an age, of which no record tells */
    bool age = q->period == 'a' && (x->who || (q->low.given && q->low.value >= 30) ||
                                    (!q->low.given && q->high.given && q->high.value >= 30));

    if (age || (!event && !phrase_one_unit(&one)))
        item_qualify(c, &copy, "time", NULL, q->span, NULL);
    r = clause_has(c, &copy, &other);
    if (!r)
        return NULL;
    r->span = span_hull(r->span, q->span);
    if (copy.qualifier_count > x->qualifier_count)
        return r;
    /* a stay lasts, and so does what is "of" so long, or goes on */
    if (event && !(k->category == CATEGORY_ENCOUNTER &&
                   (x->current || says_of(c, q) ||
                    memmem(c->text + x->span.start, x->span.end - x->span.start, "stay", 4))))
        r->window = clause_window(c, q);
    else
        r->duration = clause_amount(c, &one);
    if (!event && (c->exclusion || found_out(x)) && !q->low.given && q->high.given && k &&
        k->category == CATEGORY_CONDITION && !x->who)
        return in_that_time(c, r, q);
    return r;
}

/* A stay, or what keeps somebody breathing: it goes on, and is begun and ended. */
static bool goes_on_for_long(const clause *c, const concept *k)
{
    static const landmark supports[] = {LANDMARK_RESPIRATORY_SUPPORT, LANDMARK_ARTIFICIAL_AIRWAY,
                                        LANDMARK_OXYGEN_THERAPY};

    for (size_t i = 0; i < sizeof supports / sizeof *supports; i++)
        if (concept_is(k, lexicon_landmark(c->lx, supports[i])))
            return true;
    return k->category == CATEGORY_ENCOUNTER;
}

/* "Antibiotics > 24 h before enrolment": so few hours or days are a course as well as a time since
 * it; "chemotherapy > 4 weeks before" is what has been washed out, "stopped > 2 days before" is
 * over. */
static bool may_be_course(const rule *r, period p)
{
    enum { COURSE_DAYS = 7 };
    const concept *k = r->subject.concept;

    for (size_t i = 0; i < r->qualifier_count; i++)
        if (text_is(r->qualifiers[i].kind, "course"))
            return false;
    return k->category == CATEGORY_MEDICATION && !(k->flags & CONCEPT_EVENT) &&
           (p.unit == 'h' || (p.unit == 'd' && -p.n <= COURSE_DAYS));
}

/* Does the length q of x stand before it, "no more than 24 hours of antibiotics"? */
static bool stands_before_of(const clause *c, const item *x, const part *q)
{
    static const char of[] = " of ";

    return q->high.given && !q->low.given && !q->window && q->span.end < x->subject.span.start &&
           text_starts_nocase(c->text + q->span.end, x->subject.span.start - q->span.end, of);
}

const rule *measured_at_most(const clause *c, const item *x, const rule *r)
{
    const part *q = x->duration;
    char sign = q ? c->text[q->span.start] : '\0';
    rule *longer, *in;
    rule_amount *m;
    const rule *of[3] = {NULL, r};

    if (!q || !r->duration || r->op != RULE_HAS || !r->subject.concept ||
        !concept_is_treatment(r->subject.concept) || !stands_before_of(c, x, q))
        return r;
    longer = arena_copy(c->arena, r, 1, sizeof *longer);
    in = arena_copy(c->arena, r, 1, sizeof *in);
    m = arena_copy(c->arena, r->duration, 1, sizeof *m);
    if (!longer || !in || !m)
        return NULL;
    m->low = (rule_bound){true, !m->high.inclusive, m->high.value};
    m->high = (rule_bound){0};
    longer->duration = m;
    of[0] = rule_not(c->arena, r->span, longer);
    if (!of[0] || (!c->exclusion && !x->history && sign && strchr("nNuUaAmM", sign)))
        return of[0]; /* "no more than", "up to", "at most", "maximum" */
    in->duration = NULL;
    in->window = r->window ? r->window : clause_window(c, q);
    of[2] = in;
    return rule_readings(c->arena, r->span, "modifier-scope", of, sign == '<' ? 3 : 2);
}

const rule *measured_before(const clause *c, const rule *r)
{
    const rule_window *w = r->window;
    rule *lasts, *two[2];
    rule_window *in;
    rule_amount *m;

    if (r->op != RULE_HAS || !w || r->duration || !w->to_given || w->from_given || !(w->to.n < 0) ||
        w->anchor_concept || !r->subject.concept ||
        !(goes_on_for_long(c, r->subject.concept) || may_be_course(r, w->to)))
        return r;
    lasts = arena_copy(c->arena, r, 1, sizeof *r);
    in = arena_copy(c->arena, w, 1, sizeof *w);
    m = arena_alloc(c->arena, sizeof *m);
    if (!lasts || !in || !m)
        return NULL;
    m->low = (rule_bound){true, !w->to_open, -w->to.n};
    m->unit.ucum = period_ucum(w->to.unit);
    m->span = w->span;
    m->text = w->text;
    in->from = w->to;
    in->from_given = true;
    in->from_open = false;
    in->to = (period){0, w->to.unit};
    in->to_open = false;
    lasts->duration = m;
    lasts->window = in;
    two[0] = arena_copy(c->arena, r, 1, sizeof *r);
    two[1] = lasts;
    return two[0] ? rule_readings(c->arena, r->span, "modifier-scope", (const rule *const *)two, 2)
                  : NULL;
}

bool measured_denies_course(const clause *c, const item *x)
{
    enum { NEAR = 40 };
    size_t end = x->subject.span.start, at = end > NEAR ? end - NEAR : 0;

    if ((x->duration->low.inclusive && !x->history) || !concept_is_treatment(x->subject.concept) ||
        x->subject.concept->flags & CONCEPT_EVENT || x->current || x->planned)
        return false;
    for (; at < end; at++)
        if ((at == 0 || c->text[at - 1] == ' ') &&
            text_starts_nocase(c->text + at, end - at, "no "))
            return true;
    return false;
}

/* ---- limits that define a thing ---- */

/* Does it say how often: "recurrent cystitis (>= 3 in 12 months)"? */
static bool says_how_often(const rule *r)
{
    bool often = r && r->counting;

    for (size_t i = 0; r && i < r->count && !often; i++)
        often = says_how_often(r->of[i]);
    return often;
}

bool qualifier_no_limit_says(const rule_qualifier *q, const rule *limits)
{
    if (strcmp(q->kind, "recency") == 0)
        return true;
    return (strcmp(q->kind, "control") == 0 ||
            (strcmp(q->kind, "course") == 0 && !says_how_often(limits))) &&
           text_is_any(q->value, strlen(q->value), saying_courses_of_limits);
}

/* account.c gives the words to one leaf: of several limits they are said of each. */
const rule *item_limits_in_course(const clause *c, const item *x, const rule *limits)
{
    for (size_t i = 0; limits && limits->count && i < x->qualifier_count; i++)
        if (qualifier_no_limit_says(&x->qualifiers[i], limits))
            limits = combine_meant_of(c->arena, limits, &x->qualifiers[i]);
    return limits;
}

bool measured_has_name(const clause *c, item *x, const part *b)
{
    const concept *quantity = NULL;
    const part *name = NULL;

    if (x->quantity_count != 1 || !x->thing_count || x->quantities[0]->span.end > b->span.start)
        return false;
    for (size_t i = 0; i < x->thing_count; i++)
        if (x->things[i]->hit.quantity)
            quantity = x->things[i]->hit.quantity;
    for (size_t i = 0; i < b->inside_count; i++)
        switch (b->inside[i].kind) {
        case PART_THING:
            if (name)
                return false;
            name = &b->inside[i];
            break;
        case PART_QUAL:
        case PART_FILL: break;
        default: return false;
        }
    if (!quantity || !name || !name->hit.thing || !measures(c->lx, quantity, name->hit.thing))
        return false;
    item_qualify(c, x, "label", NULL, name->span, name->hit.thing);
    clause_take(c, b->span);
    return true;
}

/* The bytes between two parts of a name: blanks alone? */
static bool close_by(const clause *c, size_t from, size_t to)
{
    while (from < to && c->text[from] == ' ')
        from++;
    return from == to;
}

void measured_named_before(const clause *c, item *x)
{
    const part *name = x->things[0], *of = x->things[1];
    size_t kept = 0, start = name->span.start;

    if (!name->hit.thing || name->hit.quantity || !of->hit.quantity ||
        !close_by(c, name->span.end, of->span.start) ||
        of->span.end > x->quantities[0]->span.start ||
        !measures(c->lx, of->hit.quantity, name->hit.thing))
        return;
    /* "uncontrolled hypertension, SBP > 180": how bad it is, the limit says */
    for (size_t i = x->qualifier_count; i-- > 0;) {
        rule_qualifier *q = &x->qualifiers[i];

        if (q->span.end <= start && close_by(c, q->span.end, start) &&
            (strcmp(q->kind, "severity") == 0 ||
             (strcmp(q->kind, "control") == 0 && !qualifier_no_limit_says(q, NULL))))
            start = q->span.start;
    }
    for (size_t i = 0; i < x->qualifier_count; i++) {
        rule_qualifier q = x->qualifiers[i];

        if (q.span.start >= start && q.span.end <= name->span.start)
            continue;
        if (q.concept == name->hit.thing && q.span.start == name->span.start)
            q.kind = "label";
        x->qualifiers[kept++] = q;
    }
    x->qualifier_count = kept;
    x->any = x->any || x->history; /* of a past any value */
    clause_take(c, (eligo_span){start, name->span.end});
}
