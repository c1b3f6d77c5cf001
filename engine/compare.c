/* A quantity against a range: which value counts, in which unit, and on which side of the bounds it
 * is. */
#include "engine/leaf.h"

#include "engine/base/buffer.h"
#include "engine/derived.h"
#include "rules/landmark.h"
#include "rules/unit.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- numbers ---- */

/* Equal up to what conversion of units loses. */
static int order(double a, double b)
{
    double scale = fabs(a) > fabs(b) ? fabs(a) : fabs(b);

    if (a == b || (isfinite(a) && isfinite(b) && fabs(a - b) <= scale * 1e-9))
        return 0;
    return a < b ? -1 : 1;
}

typedef struct interval {
    double low, high;
    bool low_inclusive, high_inclusive;
} interval;

static interval point(double v)
{
    return (interval){v, v, true, true};
}

/* What the bounds are, in one unit. */
typedef struct limits {
    rule_bound low, high;
    const double *values;
    size_t count;
    const char *ucum;    /* of the bounds; NULL: bare numbers */
    const char *printed; /* as it is shown behind a bound; "" for bare numbers */
    bool stages;         /* IIIb belongs to III */
    unsigned assumed;
} limits;

static bool whole(double v)
{
    return v == floor(v);
}

/* Is all of the interval at or above the lower bound (true), none of it (false)? */
static truth above_low(const interval *v, const rule_bound *b)
{
    int low, high;

    if (!b->given)
        return TRUTH_TRUE;
    low = order(v->low, b->value);
    high = order(v->high, b->value);
    if (low > 0 || (low == 0 && (b->inclusive || !v->low_inclusive)))
        return TRUTH_TRUE;
    if (high < 0 || (high == 0 && !(b->inclusive && v->high_inclusive)))
        return TRUTH_FALSE;
    return TRUTH_UNKNOWN;
}

static truth below_high(const interval *v, const rule_bound *b)
{
    interval turned = {-v->high, -v->low, v->high_inclusive, v->low_inclusive};
    rule_bound bound = {b->given, b->inclusive, -b->value};

    return above_low(&turned, &bound);
}

/* A stage without a letter is any of its letters where the bound has one, and IIIb is a III where
 * not. */
static interval staged(const interval *v, double bound)
{
    interval out = *v;

    if (whole(bound)) {
        out.low = floor(v->low);
        out.high = floor(v->high);
    } else if (v->low == v->high && whole(v->low)) {
        out.high = v->high + 1;
        out.high_inclusive = false;
    }
    return out;
}

static truth within(const interval *v, const limits *l)
{
    truth t = TRUTH_TRUE;

    if (l->count) {
        t = TRUTH_FALSE;
        for (size_t i = 0; i < l->count; i++) {
            interval s = l->stages ? staged(v, l->values[i]) : *v;
            rule_bound b = {true, true, l->values[i]};

            t = truth_or(t, truth_and(above_low(&s, &b), below_high(&s, &b)));
        }
        return t;
    }
    if (l->low.given) {
        interval s = l->stages ? staged(v, l->low.value) : *v;

        t = truth_and(t, above_low(&s, &l->low));
    }
    if (l->high.given) {
        interval s = l->stages ? staged(v, l->high.value) : *v;

        t = truth_and(t, below_high(&s, &l->high));
    }
    return t;
}

/* ---- units ---- */

static bool dimensionless(const char *ucum)
{
    double one;

    return unit_convert_codes(1, ucum, "1", NULL, &one) == UNIT_OK;
}

/* A quantity whose values are bare numbers: a score, a ratio, pH. */
static bool bare(const concept *c)
{
    const char *first = c->units ? c->units[0] : NULL;

    return c->category == CATEGORY_SCORE || !first || strcmp(first, "1") == 0 ||
           strcmp(first, "{score}") == 0 || strcmp(first, "[pH]") == 0;
}

/* "pmol/L" of what is in use in u[IU]/mL: another measure of the same, not a slip of the pen. */
static bool other_measure(const char *ucum, const char *other)
{
    unit a, b;

    return unit_parse(ucum, strlen(ucum), &a, NULL) && unit_parse(other, strlen(other), &b, NULL) &&
           unit_other_measure(&a, &b);
}

static bool plausible(const concept *c, double v, const char *ucum)
{
    double d;

    if (v == 0)
        return true;
    if (unit_convert_codes(v, ucum, c->units[0], c, &d) != UNIT_OK)
        return other_measure(ucum, c->units[0]); /* nobody knows what is possible in it */
    /* a thousandth of what is usual, "platelets >= 100,000/mL": the unit cannot be meant */
    if (c->normal.low > 0 && d > 0 && d < c->normal.low / 1000)
        return false;
    return !(d < c->plausible.low) && !(d > c->plausible.high);
}

bool compare_possible(const concept *c, double v, const char *ucum)
{
    double d = v;

    if (v == 0 || !c || c->category == CATEGORY_SCORE || !c->units || !c->units[0] ||
        (ucum && unit_convert_codes(v, ucum, c->units[0], c, &d) != UNIT_OK) ||
        (!ucum && compare_fraction(c, v)))
        return true;
    return !(d < c->plausible.low) && !(d > c->plausible.high);
}

static bool makes_sense(const concept *c, const rule *r, const char *ucum)
{
    for (size_t i = 0; i < r->value_count; i++)
        if (!plausible(c, r->values[i], ucum))
            return false;
    return (!r->low.given || plausible(c, r->low.value, ucum)) &&
           (!r->high.given || plausible(c, r->high.value, ucum));
}

/* The only unit in use in which the bounds make sense; NULL: none, or several that differ. */
static const char *only_unit(const concept *c, const rule *r)
{
    const char *found = NULL;
    bool ranged = isfinite(c->plausible.low) || isfinite(c->plausible.high);

    for (size_t i = 0; c->units && c->units[i]; i++) {
        double one;

        if (ranged && !makes_sense(c, r, c->units[i]))
            continue;
        if (!found)
            found = c->units[i];
        else if (unit_convert_codes(1, c->units[i], found, c, &one) != UNIT_OK ||
                 order(one, 1) != 0)
            return NULL;
    }
    return found;
}

bool compare_fraction(const concept *c, double value)
{
    bool fits = false;

    for (size_t i = 0; c && c->units && c->units[i]; i++) {
        bool one = strcmp(c->units[i], "1") == 0;

        if (plausible(c, value, c->units[i]) != one)
            return false;
        fits |= one;
    }
    return fits;
}

static const char *printed_unit(const eval_record *x, const char *ucum)
{
    char text[64];

    if (!ucum || strcmp(ucum, "1") == 0 || strcmp(ucum, "{score}") == 0)
        return "";
    return arena_printf(x->arena, "%s%s", strcmp(ucum, "%") == 0 ? "" : " ",
                        unit_printed(ucum, text));
}

/* ---- grades ---- */

/* "C", "IIIb", "2": the number of a class, stage or grade; false: it is none. */
static bool ordinal(const char *text, size_t size, double *out)
{
    static const char *const roman[] = {"i",  "ii",  "iii",  "iv", "v",
                                        "vi", "vii", "viii", "ix", "x"};
    size_t n = 0;
    double suffix = 0, value = 0;

    if (size == 0 || size > 6)
        return false;
    while (n < size && isdigit((unsigned char)text[n]))
        value = value * 10 + (text[n++] - '0');
    if (n == 0) {
        while (n < size && strchr("ivxIVX", text[n]))
            n++;
        for (size_t i = 0; i < sizeof roman / sizeof *roman && value == 0; i++) {
            size_t k = 0;

            while (k < n && roman[i][k] && tolower((unsigned char)text[k]) == roman[i][k])
                k++;
            if (k == n && !roman[i][k] && n)
                value = (double)(i + 1);
        }
        if (value == 0) {
            char c = (char)tolower((unsigned char)text[0]);

            if (size != 1 || c < 'a' || c > 'f')
                return false;
            *out = c - 'a' + 1;
            return true;
        }
    }
    if (size - n == 1 && strchr("abcdABCD", text[n])) /* as the scanner counts suffixes */
        suffix = (tolower((unsigned char)text[n]) - 'a' + 1) * 0.2;
    else if (size != n)
        return false;
    *out = value + suffix;
    return true;
}

bool compare_class_in(const char *text, double *out)
{
    size_t found = 0;

    for (const char *p = text; *p;) {
        size_t n = 0;
        double v;

        while (isalnum((unsigned char)p[n]) || (unsigned char)p[n] >= 0x80)
            n++;
        if (n == 0) {
            p++;
            continue;
        }
        if ((n == 3 && strncasecmp(p, "not", 3) == 0) || (n == 2 && strncasecmp(p, "or", 2) == 0) ||
            (n == 5 && (strncasecmp(p, "above", 5) == 0 || strncasecmp(p, "below", 5) == 0)) ||
            (n == 4 && strncasecmp(p, "than", 4) == 0))
            return false;
        if (ordinal(p, n, &v)) {
            *out = v;
            found++;
        }
        p += n;
    }
    return found == 1;
}

static const concept_grade *grade_at(const concept *c, double number)
{
    for (const concept_grade *g = c->grades; g && g->name; g++) {
        double n;

        if (ordinal(g->name, strlen(g->name), &n) && n == number)
            return g;
    }
    return NULL;
}

/* A bound that is a class of a score (C of Child-Pugh) as a bound on the score. */
static bool is_class(const concept *c, const rule *r, double v)
{
    if (!c->grades || !grade_at(c, v))
        return false;
    if (v < c->scale.low)
        return true;
    return (r->unit.text && *r->unit.text && isalpha((unsigned char)r->unit.text[0])) ||
           (r->subject.text &&
            (strstr(r->subject.text, "class") || strstr(r->subject.text, "Class")));
}

static void class_bounds(const concept *c, const rule *r, limits *l, arena *a)
{
    if (!c->grades)
        return;
    if (l->low.given && is_class(c, r, l->low.value)) {
        const concept_grade *g = grade_at(c, l->low.value);

        l->low.value = l->low.inclusive ? g->low : g->high;
    }
    if (l->high.given && is_class(c, r, l->high.value)) {
        const concept_grade *g = grade_at(c, l->high.value);

        l->high.value = l->high.inclusive ? g->high : g->low;
    }
    if (l->count) {
        /* a list of classes that follow one another is a range of scores */
        double low = INFINITY, high = -INFINITY, points = 0;

        for (size_t i = 0; i < l->count; i++) {
            const concept_grade *g =
                is_class(c, r, l->values[i]) ? grade_at(c, l->values[i]) : NULL;

            if (!g)
                return;
            low = fmin(low, g->low);
            high = fmax(high, g->high);
            points += g->high - g->low + 1;
        }
        if (points == high - low + 1) {
            l->low = (rule_bound){true, true, low};
            l->high = (rule_bound){true, true, high};
        } else {
            double *all =
                points > 0 && points < 1000 ? arena_array(a, (size_t)points, sizeof *all) : NULL;
            size_t n = 0;

            for (size_t i = 0; all && i < l->count; i++) {
                const concept_grade *g = grade_at(c, l->values[i]);

                for (double v = g->low; v <= g->high && n < (size_t)points; v++)
                    all[n++] = v;
            }
            l->values = all;
            l->count = n;
            return;
        }
        l->values = NULL;
        l->count = 0;
    }
}

/* ---- candidates ---- */

typedef struct candidate {
    const fact *fact;
    const fact *const *parts; /* what it was derived from */
    size_t part_count;
    truth inside; /* the window */
    bool derived;

    truth truth; /* filled by judge() */
    eval_reason reason;
    const char *message;
    interval value; /* in the unit of the bounds */
    bool placed;    /* `value` is set */
    unsigned assumed;
} candidate;

typedef struct candidates {
    candidate *list;
    size_t count, room;
    bool outside; /* there are values outside the window */
} candidates;

static void add_candidate(const eval_record *x, candidates *all, const fact *f,
                          const when_window *w, const fact *const *parts, size_t part_count,
                          unsigned assumed)
{
    truth inside = TRUTH_TRUE;
    candidate *c;

    if (w && !w->unlimited) {
        day last = date_known(f->end) && f->end.last > f->start.last ? f->end.last : f->start.last;

        inside =
            date_known(f->start)
                ? when_inside(w, f->start.first, last < x->policy->as_of ? last : x->policy->as_of)
                : when_inside(w, DAY_FIRST, x->policy->as_of);
    }
    if (inside == TRUTH_FALSE) {
        all->outside = true;
        return;
    }
    if (!arena_grow(x->arena, (void **)&all->list, all->count, &all->room, sizeof *all->list))
        return;
    c = &all->list[all->count++];
    memset(c, 0, sizeof *c);
    c->fact = f;
    c->inside = inside;
    c->parts = parts;
    c->part_count = part_count;
    c->derived = parts != NULL;
    c->assumed = assumed;
}

static const char *value_text(const eval_record *x, const fact *f)
{
    const fact_value *v = &f->value;
    char low[32], high[32];
    /* where the record writes UCUM ("mm[Hg]"), people want what it stands for */
    bool code = v->unit_text && v->ucum && strpbrk(v->unit_text, "[{") &&
                strcmp(v->unit_text, v->ucum) == 0;
    const char *printed = v->unit_text && !code ? arena_printf(x->arena, " %s", v->unit_text)
                                                : printed_unit(x, v->ucum);

    if (v->kind != VALUE_NUMBER)
        return v->text ? v->text : "";
    if (v->low == v->high)
        return arena_printf(x->arena, "%s%s", number_rounded(v->low, 4, low), printed);
    if (isinf(v->low))
        return arena_printf(x->arena, "%s%s%s", v->high_inclusive ? "at most " : "below ",
                            number_rounded(v->high, 4, high), printed);
    if (isinf(v->high))
        return arena_printf(x->arena, "%s%s%s", v->low_inclusive ? "at least " : "above ",
                            number_rounded(v->low, 4, low), printed);
    return arena_printf(x->arena, "%s to %s%s", number_rounded(v->low, 4, low),
                        number_rounded(v->high, 4, high), printed);
}

/* The value of a score given as a class or in words. */
static bool score_in_words(const concept *c, const fact *f, interval *out)
{
    double n = 0;
    const concept_grade *g;

    if (c->category != CATEGORY_SCORE || !f->value.text || !compare_class_in(f->value.text, &n))
        return false;
    g = grade_at(c, n);
    if (g && (isnan(c->scale.low) || n < c->scale.low || c->scale.low == 0)) {
        /* a class: the scores that it stands for; digits are a score */
        bool digit = strpbrk(f->value.text, "0123456789") != NULL;

        *out = digit && n >= c->scale.low ? point(n) : (interval){g->low, g->high, true, true};
        return true;
    }
    if (n < c->scale.low || n > c->scale.high + 1)
        return false;
    *out = point(n);
    return true;
}

bool compare_names_class(const concept *c, const char *text)
{
    fact f = {.value.text = text};
    interval ignored;
    double n;

    if (c->category == CATEGORY_SCORE)
        return score_in_words(c, &f, &ignored);
    return (c->flags & CONCEPT_STAGES) && compare_class_in(text, &n);
}

static bool has_assumed_unit(const fact *f)
{
    for (size_t i = 0; i < f->qualifier_count; i++)
        if (f->qualifiers[i].kind && strcmp(f->qualifiers[i].kind, "assumed") == 0)
            return true;
    return false;
}

static void open_candidate(candidate *k, eval_reason reason, const char *message)
{
    k->truth = TRUTH_UNKNOWN;
    k->reason = reason;
    k->message = message;
}

/* The recorded value as an interval in `ucum`. False: the candidate is open, and says why. */
static bool place(const eval_record *x, const concept *c, candidate *k, const char *ucum)
{
    const fact *f = k->fact;
    const fact_value *v = &f->value;
    const concept *analyte = f->concept && f->concept->molar > 0 ? f->concept : c;
    interval in = {v->low, v->high, v->low_inclusive, v->high_inclusive};

    if (v->kind != VALUE_NUMBER) {
        if (score_in_words(c, f, &k->value))
            return k->placed = true;
        open_candidate(k, REASON_NO_RECORD,
                       arena_printf(x->arena, "the latest %s%s is \"%s\", which is no number",
                                    c->name, dated(x, f), v->text ? v->text : ""));
        return false;
    }
    if (k->derived && isnan(in.low)) {
        if (v->text && strcmp(v->text, "since") == 0) /* derived.c: how it has gone on */
            open_candidate(k, REASON_OUTSIDE_WINDOW,
                           arena_printf(x->arena,
                                        "what became of the %s since it was recorded is not known",
                                        c->name));
        else if (v->text) /* derived.c: their hours are not known */
            open_candidate(k, REASON_IMPRECISE_DATE,
                           arena_printf(x->arena,
                                        "whether the parts of %s%s are of one hour is not recorded",
                                        c->name, dated(x, f)));
        else
            open_candidate(
                k, REASON_UNIT_MISMATCH,
                arena_printf(x->arena, "the parts of %s%s cannot be used", c->name, dated(x, f)));
        return false;
    }
    if (isnan(in.low) || isnan(in.high) || in.low > in.high) {
        open_candidate(
            k, REASON_NO_RECORD,
            arena_printf(x->arena, "the %s%s has no usable value", c->name, dated(x, f)));
        return false;
    }
    if (in.low == in.high)
        in.low_inclusive = in.high_inclusive = true;
    if (has_assumed_unit(f))
        k->assumed |= ASSUMED_UNIT;
    if (c->category == CATEGORY_SCORE) {
        if (v->ucum ? !dimensionless(v->ucum) : v->unit_text && *v->unit_text) {
            open_candidate(k, REASON_UNIT_MISMATCH,
                           arena_printf(x->arena, "%s has no unit, but %s is recorded%s", c->name,
                                        value_text(x, f), dated(x, f)));
            return false;
        }
        if (in.high < c->scale.low || in.low > c->scale.high) {
            open_candidate(k, REASON_AMBIGUOUS,
                           arena_printf(x->arena, "%s %s%s is outside its scale", c->name,
                                        value_text(x, f), dated(x, f)));
            return false;
        }
    } else if (!v->ucum && !(v->unit_text && *v->unit_text) && bare(c) &&
               (!ucum || dimensionless(ucum) || strcmp(ucum, "[pH]") == 0)) {
        ; /* a bare number, as it should be */
    } else {
        const char *to = ucum ? ucum : "1", *from = v->ucum;

        if (!from && !(v->unit_text && *v->unit_text) && in.low == in.high &&
            compare_fraction(analyte, in.low))
            from = "1";
        bool infinite_low = isinf(in.low), infinite_high = isinf(in.high);

        if (from && !ucum && c->units && c->units[0] && strcmp(c->units[0], "[pH]") == 0 &&
            strcmp(from, "[pH]") == 0)
            to = "[pH]";
        if (!from ||
            (!infinite_low && unit_convert_codes(in.low, from, to, analyte, &in.low) != UNIT_OK) ||
            (!infinite_high &&
             unit_convert_codes(in.high, from, to, analyte, &in.high) != UNIT_OK) ||
            isnan(in.low) || isnan(in.high) || in.low > in.high) {
            open_candidate(
                k, REASON_UNIT_MISMATCH,
                !from && !(v->unit_text && *v->unit_text)
                    ? arena_printf(x->arena, "%s %s%s is recorded without a unit", c->name,
                                   value_text(x, f), dated(x, f))
                    : arena_printf(x->arena, "%s %s%s cannot be converted to the unit of the bound",
                                   c->name, value_text(x, f), dated(x, f)));
            return false;
        }
    }
    if (v->low == v->high && !k->derived &&
        !compare_possible(f->concept ? f->concept : c, v->low, v->ucum)) {
        open_candidate(k, REASON_UNIT_MISMATCH,
                       arena_printf(x->arena, "nobody has %s of %s%s: its unit cannot be meant",
                                    c->name, value_text(x, f), dated(x, f)));
        return false;
    }
    k->value = in;
    return k->placed = true;
}

bool compare_normal_limit(const eval_record *x, const concept *c, const fact_value *v, bool upper,
                          double *out, unsigned *assumed)
{
    concept_limits normal = c->normal;
    double limit;

    if (upper ? v->range_high_given : v->range_low_given) {
        *out = upper ? v->range_high : v->range_low;
        return *out > 0 || !upper;
    }
    if (!x->policy->default_ranges || !c->units || !c->units[0] || !v->ucum)
        return false;
    if (x->patient->sex == SEX_FEMALE &&
        (isfinite(c->normal_female.low) || isfinite(c->normal_female.high)))
        normal = c->normal_female;
    else if (x->patient->sex == SEX_MALE &&
             (isfinite(c->normal_male.low) || isfinite(c->normal_male.high)))
        normal = c->normal_male;
    limit = upper ? normal.high : normal.low;
    if (!isfinite(limit) || unit_convert_codes(limit, c->units[0], v->ucum, c, out) != UNIT_OK)
        return false;
    *assumed |= ASSUMED_DEFAULT_RANGE;
    return *out > 0;
}

static void judge(const eval_record *x, const concept *c, const rule *r, const limits *l,
                  candidate *k)
{
    const fact *f = k->fact;

    if (k->derived)
        k->assumed |= ASSUMED_DERIVED;
    if (r->relative_to == RELATIVE_ULN || r->relative_to == RELATIVE_LLN) {
        const concept *own = f->concept ? f->concept : c;
        double limit;

        if (f->value.kind != VALUE_NUMBER) {
            place(x, c, k, NULL);
            open_candidate(
                k, REASON_NO_RECORD,
                arena_printf(x->arena, "the latest %s%s is no number", c->name, dated(x, f)));
            return;
        }
        if (!f->value.ucum && !bare(c)) {
            open_candidate(k, REASON_UNIT_MISMATCH,
                           arena_printf(x->arena, "%s %s%s is recorded without a unit", c->name,
                                        value_text(x, f), dated(x, f)));
            return;
        }
        if (!compare_normal_limit(x, own, &f->value, r->relative_to == RELATIVE_ULN, &limit,
                                  &k->assumed) ||
            limit == 0) {
            open_candidate(k, REASON_MISSING_REFERENCE_RANGE,
                           arena_printf(x->arena, "%s %s%s came without a reference range", c->name,
                                        value_text(x, f), dated(x, f)));
            return;
        }
        k->value = (interval){f->value.low / limit, f->value.high / limit, f->value.low_inclusive,
                              f->value.high_inclusive};
        if (f->value.low == f->value.high)
            k->value.low_inclusive = k->value.high_inclusive = true;
        k->placed = true;
    } else if (!place(x, c, k, l->ucum)) {
        return;
    }
    k->truth = within(&k->value, l);
    if (k->truth == TRUTH_UNKNOWN)
        open_candidate(k, REASON_AMBIGUOUS,
                       arena_printf(x->arena, "%s %s%s lies on both sides of the bound", c->name,
                                    value_text(x, f), dated(x, f)));
}

/* ---- words ---- */

static const char *bound_text(const eval_record *x, double v, const char *printed)
{
    char n[32];

    return arena_printf(x->arena, "%s%s", number_text(v, n), printed);
}

/* "is above 28", and how far it is from the bound that decides. */
static const char *relation(const eval_record *x, const interval *v, const limits *l, truth t,
                            eval_node *out)
{
    const char *printed = l->printed;
    double m = NAN;
    const char *text;

    if (l->count) {
        text = t == TRUTH_TRUE ? "is one of those asked for" : "is none of those asked for";
    } else if (t == TRUTH_TRUE && l->low.given && l->high.given) {
        double a = v->low - l->low.value, b = l->high.value - v->high;

        m = a < b ? a : b;
        text = l->low.value == l->high.value
                   ? arena_printf(x->arena, "is %s", bound_text(x, l->low.value, printed))
                   : arena_printf(x->arena, "is within %s to %s", bound_text(x, l->low.value, ""),
                                  bound_text(x, l->high.value, printed));
    } else {
        bool low =
            t == TRUTH_TRUE ? l->low.given : l->low.given && above_low(v, &l->low) == TRUTH_FALSE;
        const rule_bound *b = low ? &l->low : &l->high;
        double from = (t == TRUTH_TRUE) == low ? v->low : v->high;
        int side = order(from, b->value);
        const char *word = side > 0          ? "is above"
                           : side < 0        ? "is below"
                           : t == TRUTH_TRUE ? "is"
                           : low             ? "is not above"
                                             : "is not below";

        m = fabs(from - b->value);
        text = arena_printf(x->arena, "%s %s", word, bound_text(x, b->value, printed));
    }
    if (isfinite(m)) {
        out->margin_given = true;
        out->margin = m < 0 || order(m, 0) == 0 ? 0 : m;
        out->margin_unit = *printed ? printed + (*printed == ' ') : NULL;
    }
    return text;
}

static void tell(const eval_record *x, const rule *r, const limits *l, const candidate *k,
                 eval_node *out)
{
    const fact *f = k->fact;
    size_t room = 0;
    const char *name = subject_name(r), *relative = "";

    out->assumed |= k->assumed | l->assumed;
    out->evidence = NULL;
    out->evidence_count = 0;
    if (k->derived)
        for (size_t i = 0; i < k->part_count; i++)
            add_evidence(x, out, &room, k->parts[i]);
    else
        add_evidence(x, out, &room, f);
    if (k->truth == TRUTH_UNKNOWN) {
        node_set(out, TRUTH_UNKNOWN, k->reason, k->message);
        return;
    }
    if (f->concept && f->concept != r->subject.concept && !k->derived)
        name = f->concept->name;
    if (r->relative_to != RELATIVE_NONE) {
        char n[32];

        relative = arena_printf(x->arena, ", %s times the %s limit of normal,",
                                number_rounded(k->value.low, 4, n),
                                r->relative_to == RELATIVE_ULN ? "upper" : "lower");
    } else if (f->value.kind == VALUE_NUMBER && f->value.low == f->value.high &&
               order(f->value.low, k->value.low) != 0) {
        char n[32];

        relative =
            arena_printf(x->arena, ", %s%s,", number_rounded(k->value.low, 4, n), l->printed);
    }
    node_set(out, k->truth, REASON_NONE,
             arena_printf(x->arena, "%s %s%s%s %s", name, value_text(x, f), dated(x, f), relative,
                          relation(x, &k->value, l, k->truth, out)));
}

/* ---- which value counts ---- */

/* Of those for which `keep` says so, the ones that may be the latest: moved to the front of
 * `order_`. */
static size_t latest(const candidates *all, bool sure_only, size_t *chosen)
{
    day first = DAY_FIRST;
    int64_t instant = INSTANT_NONE;
    size_t n = 0;

    for (size_t i = 0; i < all->count; i++) {
        const fact *f = all->list[i].fact;

        if (sure_only && all->list[i].inside != TRUTH_TRUE)
            continue;
        if (date_known(f->start) && f->start.first > first)
            first = f->start.first;
    }
    for (size_t i = 0; i < all->count; i++) {
        const fact *f = all->list[i].fact;
        day last = date_known(f->end) && f->end.last > f->start.last ? f->end.last : f->start.last;

        if (sure_only && all->list[i].inside != TRUTH_TRUE)
            continue;
        if (date_known(f->start) && last < first)
            continue;
        chosen[n++] = i;
        if (date_known(f->start) && f->start.first == last && f->start.instant != INSTANT_NONE &&
            f->start.instant > instant)
            instant = f->start.instant;
    }
    /* by the clock, within one day */
    if (instant != INSTANT_NONE) {
        size_t kept = 0;

        for (size_t i = 0; i < n; i++) {
            const fact *f = all->list[chosen[i]].fact;

            if (!(date_known(f->start) && f->start.first == f->start.last &&
                  f->start.instant != INSTANT_NONE && f->start.instant < instant &&
                  !(date_known(f->end) && f->end.last > f->start.last)))
                chosen[kept++] = chosen[i];
        }
        n = kept;
    }
    return n;
}

static bool same_moment(const fact *a, const fact *b)
{
    return date_known(a->start) && date_known(b->start) && a->start.first == b->start.first &&
           a->start.last == b->start.last && a->start.first == a->start.last;
}

/* The truth of the latest value among those in the window: all of them, or only those surely in it.
 */
static truth latest_truth(const eval_record *x, const concept *c, const rule *r, const limits *l,
                          candidates *all, bool sure_only, candidate *out)
{
    size_t *chosen = arena_array(x->arena, all->count, sizeof *chosen), n;
    candidate *first;

    if (!chosen || (n = latest(all, sure_only, chosen)) == 0) {
        memset(out, 0, sizeof *out);
        open_candidate(out, REASON_NO_RECORD, "");
        return TRUTH_UNKNOWN;
    }
    for (size_t i = 0; i < n; i++)
        judge(x, c, r, l, &all->list[chosen[i]]);
    first = &all->list[chosen[n - 1]];
    *out = *first;
    for (size_t i = 0; i + 1 < n; i++) {
        const candidate *k = &all->list[chosen[i]];

        if (k->truth == first->truth)
            continue;
        if (k->truth == TRUTH_UNKNOWN) {
            *out = *k;
        } else if (first->truth != TRUTH_UNKNOWN) {
            bool moment = same_moment(k->fact, first->fact);

            open_candidate(
                out, moment ? REASON_CONFLICT : REASON_IMPRECISE_DATE,
                moment
                    ? arena_printf(x->arena,
                                   "%s has results of one moment on different sides of the bound%s",
                                   c->name, dated(x, first->fact))
                    : arena_printf(x->arena,
                                   "which %s is the latest depends on what a partial date means",
                                   c->name));
            return TRUTH_UNKNOWN;
        }
    }
    return out->truth;
}

static void pick_latest(const eval_record *x, const rule *r, const limits *l, candidates *all,
                        eval_node *out)
{
    const concept *c = r->subject.concept;
    candidate with, without;
    size_t sure = 0;

    for (size_t i = 0; i < all->count; i++)
        sure += all->list[i].inside == TRUTH_TRUE;
    latest_truth(x, c, r, l, all, false, &with);
    if (sure == all->count) {
        tell(x, r, l, &with, out);
        return;
    }
    latest_truth(x, c, r, l, all, true, &without);
    if (sure == 0 || without.truth != with.truth || with.truth == TRUTH_UNKNOWN) {
        if (sure == 0 || with.truth != TRUTH_UNKNOWN)
            open_candidate(&with, REASON_IMPRECISE_DATE,
                           arena_printf(x->arena,
                                        "whether %s%s lies in the window depends on its day",
                                        c->name, dated(x, with.fact)));
        tell(x, r, l, &with, out);
        return;
    }
    tell(x, r, l, &without, out);
}

static void pick_any(const eval_record *x, const rule *r, const limits *l, candidates *all,
                     eval_node *out)
{
    candidate *open = NULL, *no = NULL;

    for (size_t i = 0; i < all->count; i++) {
        candidate *k = &all->list[i];

        judge(x, r->subject.concept, r, l, k);
        if (k->truth == TRUTH_TRUE && k->inside == TRUTH_TRUE) {
            tell(x, r, l, k, out);
            return;
        }
        if (k->truth == TRUTH_TRUE) {
            open_candidate(k, REASON_IMPRECISE_DATE,
                           "whether it lies in the window depends on its day");
            open = k;
        } else if (k->truth == TRUTH_UNKNOWN) {
            open = open ? open : k;
        } else if (k->inside == TRUTH_TRUE) {
            no = k;
        }
    }
    if (!open && !no && all->count) {
        open = &all->list[0];
        open_candidate(open, REASON_IMPRECISE_DATE,
                       "whether it lies in the window depends on its day");
    }
    tell(x, r, l, open ? open : no, out);
}

/* The lowest or highest of those in the window. */
static void pick_extreme(const eval_record *x, const rule *r, const limits *l, candidates *all,
                         eval_node *out)
{
    bool highest = r->pick == PICK_HIGHEST;
    candidate *best[2] = {NULL, NULL}; /* with those perhaps in the window, and without */

    for (size_t i = 0; i < all->count; i++) {
        candidate *k = &all->list[i];

        judge(x, r->subject.concept, r, l, k);
        if (!k->placed) {
            tell(x, r, l, k, out);
            return;
        }
        for (int sure = 0; sure < 2; sure++) {
            candidate *b = best[sure];

            if (sure && k->inside != TRUTH_TRUE)
                continue;
            if (!b) {
                best[sure] = k;
            } else {
                /* intervals that overlap: which is the extreme one is open unless the truths agree
                 */
                bool beats = highest ? k->value.low > b->value.high : k->value.high < b->value.low;
                bool beaten =
                    highest ? k->value.high <= b->value.low : k->value.low >= b->value.high;

                if (beats || (!beaten && k->truth == TRUTH_UNKNOWN))
                    best[sure] = k;
                else if (!beaten && k->truth != b->truth && b->truth != TRUTH_UNKNOWN)
                    open_candidate(b, REASON_AMBIGUOUS,
                                   "which of the recorded ranges is the extreme one is open");
            }
        }
    }
    /* each that is perhaps in the window may be the extreme one, with the others outside */
    for (size_t i = 0; i < all->count && best[1]; i++) {
        candidate *k = &all->list[i], *b = best[1];

        if (k->inside == TRUTH_UNKNOWN && k->truth != b->truth &&
            !(highest ? k->value.high <= b->value.low : k->value.low >= b->value.high)) {
            best[0] = k;
            best[1] = NULL;
        }
    }
    if (!best[1])
        open_candidate(best[0], REASON_IMPRECISE_DATE,
                       "whether it lies in the window depends on its day");
    tell(x, r, l, best[0], out);
}

/* ---- age ---- */

/* Birthdays between which the patient was born; false: nothing is known. */
static bool born(const eval_record *x, day *first, day *last, const fact **by)
{
    const patient *p = x->patient;
    day now = x->policy->as_of;

    *by = NULL;
    if (date_known(p->birth)) {
        *first = p->birth.first;
        *last = p->birth.last < now ? p->birth.last : now;
        return *first <= now;
    }
    *first = DAY_FIRST;
    *last = now;
    for (size_t g = 0; g < x->group_count; g++) { /* an age recorded on a day */
        if (!is_landmark(x->groups[g].concept, LANDMARK_AGE))
            continue;
        for (size_t i = 0; i < x->groups[g].count; i++) {
            const fact *f = x->groups[g].entries[i].fact;
            char step = when_unit(f->value.ucum);
            double n = floor(f->value.low);
            day d1 = f->start.first, d2 = f->start.last, a, b;

            if (f->kind != FACT_OBSERVATION || f->value.kind != VALUE_NUMBER ||
                f->value.low != f->value.high || !step || !(n >= 0 && n < 200000) ||
                f->certainty != FACT_CONFIRMED)
                continue;
            if (!date_known(f->start))
                d1 = d2 = now;
            a = (day)(day_add(d1, (period){-(n + 1), step}) + 1);
            b = day_add(d2, (period){-n, step});
            if (a > *first)
                *first = a;
            if (b < *last)
                *last = b;
            *by = f;
        }
    }
    return *by && *first <= *last;
}

static void compare_age(const eval_record *x, const rule *r, eval_node *out)
{
    char step = r->unit.ucum ? when_unit(r->unit.ucum) : 'a', low[32], high[32];
    day now = x->policy->as_of, first, last;
    limits l = {.low = r->low, .high = r->high, .values = r->values, .count = r->value_count};
    const fact *by;
    interval age;
    double factor = 1;
    size_t room = 0;

    if (!step) {
        node_set(out, TRUTH_UNKNOWN, REASON_UNIT_MISMATCH,
                 "the age limit is not in a unit of time");
        return;
    }
    if (r->window &&
        (r->window->anchor_concept || (r->window->from_given && r->window->from.n != 0) ||
         (r->window->to_given && r->window->to.n != 0))) {
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 "the age at another time than the index date is asked for");
        return;
    }
    if (!born(x, &first, &last, &by)) {
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD, "no date of birth is known");
        return;
    }
    /* 18.5 years are 222 months */
    if (step == 'a' &&
        ((l.low.given && !whole(l.low.value)) || (l.high.given && !whole(l.high.value)))) {
        step = 'm';
        factor = 12;
    }
    l.low.value *= factor;
    l.high.value *= factor;
    l.printed = step == 'a'   ? " years"
                : step == 'm' ? " months"
                : step == 'w' ? " weeks"
                : step == 'd' ? " days"
                              : " hours";
    if (!r->unit.ucum)
        l.assumed |= ASSUMED_UNIT;
    age = (interval){period_between(last, now, step), period_between(first, now, step), true, true};
    if (strchr("hns", step)) { /* by the clock: a day of birth is any hour of it */
        double aday = step == 'h' ? 24 : step == 'n' ? 1440 : 86400;

        age.low = age.low >= aday ? age.low - aday : 0;
        age.high += aday;
    }
    out->assumed |= l.assumed;
    if (by)
        add_evidence(x, out, &room, by);
    else {
        eval_evidence *e = arena_alloc(x->arena, sizeof *e);

        if (e) {
            e->fact = arena_printf(x->arena, "Patient/%s", x->patient->id);
            e->date = x->patient->birth;
            e->text = "date of birth";
            out->evidence = e;
            out->evidence_count = 1;
        }
    }
    out->truth = within(&age, &l);
    if (out->truth == TRUTH_UNKNOWN) {
        node_set(out, TRUTH_UNKNOWN, REASON_IMPRECISE_DATE,
                 arena_printf(x->arena,
                              "the age is %s to %s%s: the date of birth is not exact enough",
                              number_rounded(age.low, 6, low), number_rounded(age.high, 6, high),
                              l.printed));
        return;
    }
    node_set(out, out->truth, REASON_NONE,
             age.low == age.high
                 ? arena_printf(x->arena, "age %s%s %s", number_rounded(age.low, 6, low), l.printed,
                                relation(x, &age, &l, out->truth, out))
                 : arena_printf(x->arena, "age %s to %s%s %s", number_rounded(age.low, 6, low),
                                number_rounded(age.high, 6, high), l.printed,
                                relation(x, &age, &l, out->truth, out)));
}

/* ---- the leaf ---- */

static void count_leaf(const eval_record *x, const rule *r, eval_node *out)
{
    limits l = {.low = r->low,
                .high = r->high,
                .values = r->values,
                .count = r->value_count,
                .printed = ""};
    size_t sure = 0, perhaps = 0;
    bool countable = false, closed = false;
    interval n;
    truth t;

    if (r->unit.ucum && !dimensionless(r->unit.ucum)) {
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 arena_printf(x->arena, "how often it is (%s) is not recorded: %s", r->unit.ucum,
                              subject_name(r)));
        return;
    }
    has_count(x, r, &sure, &perhaps, &countable, &closed, out);
    if (!countable && sure > 1)
        sure = 1;                                        /* that there was one is sure */
    n = (interval){(double)sure, INFINITY, true, false}; /* there may be more than are recorded */
    if (countable && closed)
        n = (interval){(double)sure, (double)perhaps, true, true};
    t = within(&n, &l);
    if (t != TRUTH_UNKNOWN && isfinite(n.high)) {
        interval open = {n.low, INFINITY, true, false};

        if (within(&open, &l) != t)
            out->assumed |= ASSUMED_CLOSED_WORLD;
    }
    node_set(out, t, REASON_NO_RECORD,
             arena_printf(x->arena, "%zu on different days recorded: %s", sure, subject_name(r)));
}

/* "Pain >= 40" of a scale that ends at 10: of one that ends at 100. One beyond an end may say "all
 * of it" ("GCS < 16"). */
static bool beyond_scale(const concept *c, const limits *l)
{
    for (size_t i = 0; i < l->count; i++)
        if (l->values[i] > c->scale.high + 1 || l->values[i] < c->scale.low - 1)
            return true;
    return (l->low.given &&
            (l->low.value > c->scale.high + 1 || l->low.value < c->scale.low - 1)) ||
           (l->high.given &&
            (l->high.value > c->scale.high + 1 || l->high.value < c->scale.low - 1));
}

/* The bounds in their unit; false: no unit makes sense (the node says so). */
static bool resolve_limits(const eval_record *x, const concept *c, const rule *r, limits *l,
                           eval_node *out)
{
    double one;

    *l = (limits){.low = r->low,
                  .high = r->high,
                  .values = r->values,
                  .count = r->value_count,
                  .printed = "",
                  .stages = (c->flags & CONCEPT_STAGES) != 0 && !c->grades};
    if (r->relative_to == RELATIVE_ULN || r->relative_to == RELATIVE_LLN) {
        l->printed = r->relative_to == RELATIVE_ULN ? " x ULN" : " x LLN";
        return true;
    }
    if (c->category == CATEGORY_SCORE) {
        if (r->unit.ucum && !dimensionless(r->unit.ucum)) {
            node_set(out, TRUTH_UNKNOWN, REASON_UNIT_MISMATCH,
                     arena_printf(x->arena, "%s has no unit, but the bound has", c->name));
            return false;
        }
        class_bounds(c, r, l, x->arena);
        if (beyond_scale(c, l)) {
            node_set(out, TRUTH_UNKNOWN, REASON_UNIT_MISMATCH,
                     arena_printf(x->arena,
                                  "the bound lies outside the scale of %s (%g to %g): it is of "
                                  "another version",
                                  c->name, c->scale.low, c->scale.high));
            return false;
        }
        return true;
    }
    if (!r->unit.ucum && !(r->unit.text && *r->unit.text) && bare(c))
        return true;
    if (r->unit.ucum && ((!c->units || !c->units[0]) ||
                         unit_convert_codes(1, r->unit.ucum, c->units[0], c, &one) == UNIT_OK ||
                         unit_fits(c, r->unit.ucum))) {
        l->ucum = r->unit.ucum;
        if (c->units && c->units[0] && !makes_sense(c, r, l->ucum)) { /* "Hb > 10 mg/dL" */
            l->ucum = only_unit(c, r);
            l->assumed |= ASSUMED_UNIT;
        }
        if (!l->ucum) {
            node_set(out, TRUTH_UNKNOWN, REASON_UNIT_MISMATCH,
                     arena_printf(x->arena,
                                  "no %s is near such a bound in %s, and not just one unit makes "
                                  "sense",
                                  c->name, r->unit.text ? r->unit.text : r->unit.ucum));
            return false;
        }
    } else {
        l->ucum = r->unit.ucum && other_measure(r->unit.ucum, c->units[0]) ? NULL : only_unit(c, r);
        l->assumed |= ASSUMED_UNIT;
        if (!l->ucum) {
            node_set(out, TRUTH_UNKNOWN, REASON_UNIT_MISMATCH,
                     r->unit.text && *r->unit.text
                         ? arena_printf(x->arena, "%s is not a unit of %s", r->unit.text, c->name)
                         : arena_printf(x->arena,
                                        "the bound on %s has no unit, and not just one makes sense",
                                        c->name));
            return false;
        }
    }
    l->printed = printed_unit(x, l->ucum);
    return true;
}

/* A MIC belongs to its isolate and its sample: not to that of another germ, or from another place,
 * than the one asked for. */
static bool of_other_germ(const eval_record *x, const fact *f)
{
    if (x->samples && f->concept && strncmp(f->concept->id, "mic_", 4) == 0 &&
        sample_is_other(f, x->samples))
        return true;
    if (!f->organism || x->germ_count == 0)
        return false;
    for (size_t i = 0; i < x->germ_count; i++)
        if (concept_is(f->organism, x->germs[i]))
            return false;
    return true;
}

bool compare_bounds_of(const rule *r, arena *a, compare_bounds *out, const char **why)
{
    eval_record nobody = {.arena = a};
    eval_node node;
    limits l;

    memset(&node, 0, sizeof node);
    if (!resolve_limits(&nobody, r->subject.concept, r, &l, &node)) {
        *why = node.message;
        return false;
    }
    *out = (compare_bounds){l.low, l.high, l.values, l.count, l.ucum, l.stages};
    *why = "no bound is given";
    return l.low.given || l.high.given || l.count;
}

/* The values that the record has of `c` and what lies below it. */
static void gather(const eval_record *x, const concept *c, const when_window *w, candidates *all)
{
    for (size_t g = 0; g < x->group_count; g++) {
        if (!concept_is(x->groups[g].concept, c))
            continue;
        for (size_t i = 0; i < x->groups[g].count; i++) {
            const entry *e = &x->groups[g].entries[i];
            const fact *f = e->fact;

            if (e->role == ROLE_CODE && f->kind == FACT_OBSERVATION &&
                f->certainty == FACT_CONFIRMED && !f->planned && f->value.kind != VALUE_NONE &&
                !of_other_germ(x, f))
                add_candidate(x, all, f, w, NULL, 0, 0);
        }
    }
}

static int compare_days(const void *a, const void *b)
{
    day x = *(const day *)a, y = *(const day *)b;

    return x < y ? -1 : x > y;
}

/* What can be worked out, on days that have no recorded value. */
static void gather_derived(const eval_record *x, const concept *c, const when_window *w,
                           candidates *all)
{
    size_t count, recorded = 0;
    const derived_value *list = derived_values(x, c, &count);
    day *days = count ? arena_array(x->arena, all->count, sizeof *days) : NULL;

    if (!days)
        return;
    for (size_t i = 0; i < all->count; i++)
        if (date_known(all->list[i].fact->start))
            days[recorded++] = all->list[i].fact->start.first;
    if (recorded)
        qsort(days, recorded, sizeof *days, compare_days);
    for (size_t i = 0; i < count; i++)
        if (!recorded ||
            !bsearch(&list[i].fact->start.first, days, recorded, sizeof *days, compare_days))
            add_candidate(x, all, list[i].fact, w, list[i].parts, list[i].part_count,
                          list[i].assumed);
}

/* One quantity (not a class of several). */
static void compare_one(const eval_record *x, const rule *r, const when_window *w, eval_node *out)
{
    const concept *c = r->subject.concept;
    candidates all = {0};
    limits l;
    rule_pick pick = r->tense == TENSE_HISTORY && r->pick == PICK_LATEST ? PICK_ANY : r->pick;

    gather(x, c, w, &all);
    gather_derived(x, c, w, &all);
    if (all.count == 0) {
        node_set(
            out, TRUTH_UNKNOWN, all.outside ? REASON_OUTSIDE_WINDOW : REASON_NO_RECORD,
            all.outside
                ? arena_printf(x->arena, "no value of %s in the window, only outside it", c->name)
                : arena_printf(x->arena, "no value of %s is recorded", c->name));
        return;
    }
    if (!resolve_limits(x, c, r, &l, out))
        return;
    if (!l.low.given && !l.high.given && !l.count) {
        node_set(out, TRUTH_UNKNOWN, REASON_AMBIGUOUS, "no bound is given");
        return;
    }
    switch (pick) {
    case PICK_LATEST: pick_latest(x, r, &l, &all, out); break;
    case PICK_ANY: pick_any(x, r, &l, &all, out); break;
    case PICK_LOWEST:
    case PICK_HIGHEST: pick_extreme(x, r, &l, &all, out); break;
    }
}

/* A class of quantities (transaminases): each of those recorded is asked; where they differ it is
 * open whether one or all of them are meant. */
static void compare_class(const eval_record *x, const rule *r, const when_window *w, eval_node *out)
{
    const concept *c = r->subject.concept;
    bool any = false;

    for (size_t g = 0; g < x->group_count; g++) {
        const concept *member = x->groups[g].concept;
        candidates some = {0};
        rule one = *r;
        eval_node node;

        if (!concept_is(member, c))
            continue;
        gather(x, member, NULL, &some);
        if (some.count == 0)
            continue;
        memset(&node, 0, sizeof node);
        one.subject.concept = member;
        compare_one(x, &one, w, &node);
        node.rule = out->rule;
        if (!any) {
            *out = node;
        } else if (node.truth != out->truth) {
            if (node.truth == TRUTH_UNKNOWN) {
                *out = node;
            } else if (out->truth != TRUTH_UNKNOWN) {
                out->margin_given = false;
                node_set(out, TRUTH_UNKNOWN, REASON_AMBIGUOUS,
                         arena_printf(x->arena,
                                      "the values of %s lie on different sides of the bound",
                                      c->name));
            }
        }
        any = true;
    }
    if (!any)
        compare_one(x, r, w, out);
}

/* A qualifier that a value would have to carry (fasting, at rest, of the left eye): unless its own
 * record says so, neither side is sure. */
static bool unqualified(const rule *r)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (restricts(&r->qualifiers[i]) &&
            !qualifier_names_again(&r->qualifiers[i], r->subject.concept) &&
            !qualifier_of_degree(&r->qualifiers[i]) &&
            !(qualifier_is(&r->qualifiers[i], "state") &&
              qualifier_says(&r->qualifiers[i], "resting")))
            return true; /* at rest is how values are taken where nothing else is said */
    return false;
}

static void compare_narrowed(const eval_record *x, const rule *r, eval_node *out)
{
    const concept *c = r->subject.concept;
    when_window w;
    eval_reason reason = REASON_NONE;
    const char *message = NULL;

    if (!c) {
        node_set(out, TRUTH_UNKNOWN, REASON_UNRECOGNIZED_CONCEPT,
                 arena_printf(x->arena, "\"%s\" is not in the lexicon", subject_name(r)));
        return;
    }
    if (r->subject.who || r->tense == TENSE_PLANNED) {
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 r->subject.who ? "it is not about the patient" : "it can only be known later");
        return;
    }
    if (is_landmark(c, LANDMARK_AGE) && !r->counting) {
        compare_age(x, r, out);
    } else if (r->counting) {
        count_leaf(x, r, out);
    } else if (r->relative_to == RELATIVE_BASELINE) {
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 "the record does not say which value is the baseline");
    } else if (r->window && !when_resolve(x, NULL, r->window, &w, &reason, &message)) {
        node_set(out, TRUTH_UNKNOWN, reason, message);
    } else if (r->window && (w.future || r->window->half_lives > 0)) {
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 w.future ? "it can only be known later" : "the half-life is not known");
    } else if (c->flags & CONCEPT_CLASS) {
        compare_class(x, r, r->window ? &w : NULL, out);
    } else {
        compare_one(x, r, r->window ? &w : NULL, out);
    }
    if (out->truth == TRUTH_TRUE && r->duration) {
        out->margin_given = false;
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD, "how long it has been so is not recorded");
    }
    /* of what is counted each record has been asked */
    if (out->truth != TRUTH_UNKNOWN && !r->counting && unqualified(r)) {
        out->margin_given = false;
        node_set(out, TRUTH_UNKNOWN, REASON_NO_RECORD,
                 arena_printf(x->arena,
                              "%s; whether it was measured as the text asks is not recorded",
                              out->message));
    }
}

/* The quantity below `c` that a qualifier names: "eGFR < 60 mL/min/1.73 m2 (MDRD)", "oxygen
 * saturation
 * <= 93 % on room air". NULL: it names none. */
static const concept *narrowed_by(const eval_record *x, const concept *c, const rule_qualifier *q)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    const char *name =
        qualifier_is(q, "state") ? arena_printf(x->arena, "%s on %s", c->name, q->value) : q->text;
    const concept *k = q->concept ? q->concept
                       : name     ? lexicon_display_quantity(lx, name, strlen(name), x->arena)
                                  : NULL;

    return k && k != c && concept_is(k, c) ? k : NULL;
}

void compare_leaf(const eval_record *x, const rule *asked, eval_node *out)
{
    const concept *c = asked->subject.concept, *method = NULL;
    rule narrowed = *asked;
    const rule *r = asked;

    for (size_t i = 0; c && !method && i < asked->qualifier_count; i++)
        method = narrowed_by(x, c, &asked->qualifiers[i]);
    if (method) {
        rule_qualifier *list = arena_array(x->arena, asked->qualifier_count, sizeof *list);
        size_t n = 0;

        for (size_t i = 0; list && i < asked->qualifier_count; i++)
            if (narrowed_by(x, c, &asked->qualifiers[i]) != method)
                list[n++] = asked->qualifiers[i];
        narrowed.subject.concept = method;
        narrowed.qualifiers = list;
        narrowed.qualifier_count = n;
        r = &narrowed;
    }
    compare_narrowed(x, r, out);
    if (out->truth != TRUTH_UNKNOWN && c &&
        record_has_several(x, c, out->evidence_count ? out->evidence[0].date : date_none())) {
        out->margin_given = false;
        node_set(
            out, TRUTH_UNKNOWN, REASON_AMBIGUOUS,
            arena_printf(x->arena, "%s; of which of several it is, is not recorded", out->message));
    }
}
