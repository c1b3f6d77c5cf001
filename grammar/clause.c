#include "grammar/clause.h"

#include "engine/base/text.h"
#include "rules/measures.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* ---- an item's rule ---- */

static const rule_qualifier *qualifiers_of(const clause *c, const item *x, size_t *count)
{
    *count = x->qualifier_count;
    return x->qualifier_count
               ? arena_copy(c->arena, x->qualifiers, x->qualifier_count, sizeof *x->qualifiers)
               : NULL;
}

static eligo_span cover(eligo_span a, eligo_span b)
{
    return (eligo_span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

static const concept *named(const clause *c, const char *id)
{
    return lexicon_concept(c->lx, id, strlen(id));
}

/* Which of the things of an item a bound is about: the nearest quantity before it, else the next
 * behind. */
static const part *quantity_thing(const item *x, const part *q)
{
    const part *best = NULL;

    for (size_t i = 0; i < x->thing_count; i++) {
        if (!x->things[i]->hit.quantity || strcmp(x->things[i]->hit.quantity->id, "sex") == 0)
            continue;
        if (x->things[i]->span.start < q->span.start)
            best = x->things[i];
        else if (!best)
            best = x->things[i];
    }
    return best;
}

static bool unit_is(const part *q, const char *ucum)
{
    return q->unit.ucum && strcmp(q->unit.ucum, ucum) == 0;
}

static const char *time_unit(char letter)
{
    switch (letter) {
    case 'a': return "a";
    case 'm': return "mo";
    case 'w': return "wk";
    case 'd': return "d";
    case 'h': return "h";
    case 'n': return "min";
    case 's': return "s";
    default: return NULL;
    }
}

static void set_bounds(rule *r, const part *q)
{
    r->bound_span = q->span;
    r->low = q->low;
    r->high = q->high;
    r->values = q->values;
    r->value_count = q->value_count;
    r->unit = q->unit;
    if (q->period && time_unit(q->period))
        r->unit.ucum = time_unit(q->period);
    r->relative_to = q->relative;
    if (r->relative_to != RELATIVE_NONE)
        r->unit.ucum = NULL;
}

static const rule *compare_bounds(const clause *c, const item *x, const concept *about,
                                  category cat, eligo_span subject, const part *q);

/* Which of several values counts, by the word before the name: "peak troponin", "lowest
 * haemoglobin", "any glucose". */
static rule_pick picked(const clause *c, eligo_span subject)
{
    size_t end = subject.start, start;

    for (unsigned words = 0; words < 2; words++) {
        while (end > 0 && c->text[end - 1] == ' ')
            end--;
        for (start = end; start > 0 && isalpha((unsigned char)c->text[start - 1]);)
            start--;
        uint32_t roles = roles_of(c->text + start, end - start);

        if (roles & ROLE_HIGHEST)
            return PICK_HIGHEST;
        if (roles & ROLE_LOWEST)
            return PICK_LOWEST;
        if (roles & ROLE_ANY)
            return PICK_ANY;
        end = start;
    }
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
        if (strcmp(x->qualifiers[i].kind, "label") == 0) {
            list[(*count)++] = x->qualifiers[i];
            named_again = named_again || (about && x->qualifiers[i].concept == about);
        }
    /* "pulse oxygen saturation (SpO2)": its short name says that it is the plain one */
    for (bool found = !named_again; found;) {
        found = false;
        for (size_t i = 0; i < x->qualifier_count; i++) {
            const rule_qualifier *k = &x->qualifiers[i];

            if ((strcmp(k->kind, "other") == 0 || strcmp(k->kind, "about") == 0) &&
                k->span.end <= at && at - k->span.end <= 2 && *count < x->qualifier_count) {
                if (picked(c, (eligo_span){k->span.end, k->span.end}) == PICK_LATEST)
                    list[(*count)++] = *k;
                at = k->span.start;
                found = true;
            }
        }
    }
    if (x->duration) { /* "for at least 6 months": no single value tells */
        eligo_span d = x->duration->span;
        const char *text = arena_text(c->arena, c->text + d.start, d.end - d.start);

        list[(*count)++] = (rule_qualifier){"other", text, text, d, NULL};
    }
    return *count ? list : NULL;
}

/* One compare of a subject against a bound; two readings where only the low end is said to be
 * included. */
static const rule *compare(const clause *c, const item *x, const concept *about, category cat,
                           eligo_span subject, const part *q)
{
    const rule *two[2];
    part open = *q;

    /* "> 30 and < 20" under exclusion: outside, on either side */
    if (c->exclusion && q->low.given && q->high.given && q->low.value > q->high.value &&
        !q->values) {
        part low = *q, high = *q;

        low.high = (rule_bound){0};
        high.low = (rule_bound){0};
        two[0] = compare_bounds(c, x, about, cat, subject, &low);
        two[1] = compare_bounds(c, x, about, cat, subject, &high);
        return two[0] && two[1] ? rule_join(c->arena, RULE_ANY, two[0]->span, two, 2) : NULL;
    }
    two[0] = compare_bounds(c, x, about, cat, subject, q);
    if (!q->high_open || !q->high.given || !q->high.inclusive)
        return two[0];
    open.high.inclusive = false;
    two[1] = compare_bounds(c, x, about, cat, subject, &open);
    return two[0] ? rule_readings(c->arena, two[0]->span, "boundary", two, 2) : NULL;
}

static const rule *compare_bounds(const clause *c, const item *x, const concept *about,
                                  category cat, eligo_span subject, const part *q)
{
    rule *r = rule_new(c->arena, RULE_COMPARE, cover(subject, q->span));

    if (!r)
        return NULL;
    r->subject.concept = about;
    r->subject.category = about ? about->category : cat;
    r->subject.span = subject;
    r->subject.text = arena_text(c->arena, c->text + subject.start, subject.end - subject.start);
    r->subject.who = x->who;
    set_bounds(r, q);
    /* "1000 mm3" of cells: the slash is lost, no volume can be meant */
    if (about && r->unit.ucum && !unit_fits(about, r->unit.ucum)) {
        const char *per = arena_printf(c->arena, "/%s", r->unit.ucum);
        if (per && unit_fits(about, per))
            r->unit.ucum = per;
    }
    if (about && strcmp(about->id, "age") == 0 && !r->unit.ucum && r->relative_to == RELATIVE_NONE)
        r->unit.ucum = "a"; /* an age without a unit is one in years */
    /* grades printed without comparator: what is listed */
    if (!r->values && q->value && strcmp(q->value, "grade") == 0 && r->low.given && r->high.given &&
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
    /* "or worse" and "or better" go the way of the scale */
    if (q->value && about && (strcmp(q->value, "worse") == 0 || strcmp(q->value, "better") == 0)) {
        bool low_is_better =
            (about->flags & CONCEPT_BETTER_LOW) || !(about->flags & CONCEPT_BETTER_HIGH);
        bool up = (strcmp(q->value, "worse") == 0) == low_is_better;
        rule_bound b = r->low.given ? r->low : r->high;

        r->low = up ? b : (rule_bound){0};
        r->high = up ? (rule_bound){0} : b;
    }
    if (x->window)
        r->window = x->window->window;
    r->pick = picked(c, subject);
    r->qualifiers = narrowed(c, x, about, subject, &r->qualifier_count);
    return r;
}

/* "140/90": two quantities. Above a limit either is enough, below it both are needed. */
static const rule *pressure_pair(const clause *c, const item *x, eligo_span subject, const part *q)
{
    const concept *systolic = named(c, "systolic_bp"), *diastolic = named(c, "diastolic_bp");
    part first = *q, second = *q;
    const rule *both[2];
    rule_bound *b;

    first.pair = second.pair = false;
    b = second.low.given ? &second.low : &second.high;
    b->value = q->second;
    if (second.low.given && second.high.given)
        second.high.value = q->second;
    both[0] = compare(c, x, systolic, CATEGORY_MEASUREMENT, subject, &first);
    both[1] = compare(c, x, diastolic, CATEGORY_MEASUREMENT, subject, &second);
    return rule_join(c->arena, q->low.given && !q->high.given ? RULE_ANY : RULE_ALL,
                     cover(subject, q->span), both, 2);
}

static const rule_amount *amount(const clause *c, const part *q)
{
    rule_amount *m = arena_alloc(c->arena, sizeof *m);

    if (!m)
        return NULL;
    m->low = q->low;
    m->high = q->high;
    m->unit = q->unit;
    if (q->period)
        m->unit.ucum = time_unit(q->period);
    m->span = q->span;
    m->text = arena_text(c->arena, c->text + q->span.start, q->span.end - q->span.start);
    return m;
}

/* A window out of a bare length of time behind an event ("infarction < 6 months"). */
static const rule_window *window_of(const clause *c, const part *q)
{
    const part *w = phrase_window(c->arena, q, NULL, q, NULL, c->text);

    return w ? w->window : NULL;
}

static bool is_treatment(const concept *k)
{
    return k && (k->category == CATEGORY_MEDICATION || k->category == CATEGORY_PROCEDURE ||
                 k->category == CATEGORY_IMMUNIZATION || k->category == CATEGORY_DEVICE ||
                 k->category == CATEGORY_ENCOUNTER);
}

static void set_tense(rule *r, const item *x)
{
    if (x->history)
        r->tense = TENSE_HISTORY;
    else if (x->planned)
        r->tense = TENSE_PLANNED;
    else if (x->current)
        r->tense = TENSE_CURRENT;
}

/* Is it the last time that the window is about? */
static bool speaks_of_last(const clause *c, const item *x, const rule_window *w)
{
    size_t at = x->subject.span.start;

    if (w->text && (strcasestr(w->text, "since") || strcasestr(w->text, "last ")))
        return true;
    return (at >= 5 && strncasecmp(c->text + at - 5, "last ", 5) == 0) ||
           (at >= 12 && strncasecmp(c->text + at - 12, "most recent ", 12) == 0);
}

/* One record of the thing; *other is what a negation may deny instead (NULL: nothing else). */
static rule *has_plain(const clause *c, const item *x, rule **other)
{
    rule *lasting = NULL, *r = rule_new(c->arena, RULE_HAS,
                                        x->has_subject ? cover(x->span, x->subject.span) : x->span);

    if (!r)
        return NULL;
    r->subject = x->subject;
    r->subject.who = x->who;
    set_tense(r, x);
    if (x->window)
        r->window = x->window->window;
    else if (x->event && x->event->window)
        r->window = x->event->window;
    if (x->planned && r->window && r->window->from_given && r->window->from.n < 0 &&
        r->window->to.n == 0 && x->window && !x->window->value[0]) {
        rule_window *ahead =
            arena_copy(c->arena, r->window, 1, sizeof *ahead); /* "planned within 6 months" */

        if (!ahead)
            return NULL;
        ahead->to = (period){-r->window->from.n, r->window->from.unit};
        ahead->from = (period){0, r->window->from.unit};
        ahead->from_open = false;
        r->window = ahead;
    }
    if (x->duration) {
        r->duration = amount(c, x->duration);
        if (!r->window && x->duration->window)
            r->window = x->duration->window;
        /* "off steroids for 4 weeks", "has not taken it for 7 days": none in that time */
        if (x->negated && !r->window && x->subject.concept && x->duration->low.given &&
            !x->duration->high.given) {
            part back = *x->duration;
            rule *none = arena_copy(c->arena, r, 1, sizeof *r);

            back.high = (rule_bound){true, true, back.low.value};
            back.low = (rule_bound){0};
            if (!none)
                return NULL;
            none->window = window_of(c, &back);
            none->duration = NULL;
            if (is_treatment(x->subject.concept) || (x->subject.concept->flags & CONCEPT_EVENT))
                r = none;
            else
                lasting = r, r = none;
        }
    }
    r->qualifiers = qualifiers_of(c, x, &r->qualifier_count);
    if (x->need) {
        item copy = *x;
        item_qualify(c, &copy, "other", "needed", x->span, NULL);
        r->qualifiers = qualifiers_of(c, &copy, &r->qualifier_count);
    }
    *other = lasting;
    return r;
}

/* "4 weeks since the last dose": one by then, and none since. */
static const rule *none_since(arena *a, const rule *r)
{
    rule *since = arena_copy(a, r, 1, sizeof *r);
    rule_window *w = arena_copy(a, r->window, 1, sizeof *w);
    const rule *two[2];

    if (!since || !w)
        return NULL;
    w->from = w->to;
    w->from_given = true;
    w->from_open = !w->to_open;
    w->to = (period){0, w->from.unit};
    w->to_open = false;
    since->window = w;
    two[0] = r;
    two[1] = rule_not(a, since->span, since);
    return rule_join(a, RULE_ALL, r->span, two, 2);
}

static const rule *has(const clause *c, const item *x)
{
    rule *lasting = NULL, *r = has_plain(c, x, &lasting);

    if (!r)
        return NULL;
    if (r->window && r->window->to_given && !r->window->from_given && r->window->to.n < 0 &&
        !x->negated && speaks_of_last(c, x, r->window))
        return none_since(c->arena, r);
    if (lasting) { /* of a state: none in that time, or not for so long */
        const rule *two[2] = {r, lasting};

        lasting->qualifiers = r->qualifiers;
        lasting->qualifier_count = r->qualifier_count;
        return rule_readings(c->arena, r->span, "negation-scope", two, 2);
    }
    return r;
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

/* A number without comparator, range or unit of a measure measures nothing by itself ("ICD 10",
 * "DSM-5", "n = 20"). */
static bool bare(const part *q)
{
    bool point = q->low.given && q->high.given && q->low.value == q->high.value;

    if (q->values)
        return true;
    return (point || (q->value && strcmp(q->value, "grade") == 0)) &&
           !(q->value && strcmp(q->value, "=") == 0) && q->relative == RELATIVE_NONE;
}

/* A rule for a bound without a quantity in the lexicon: by its unit, or of the unknown words before
 * it. */
static const rule *bound_rule(const clause *c, const item *x, const part *q)
{
    const part *t = quantity_thing(x, q);
    const concept *about = t ? t->hit.quantity : NULL;
    eligo_span subject = t ? t->span : q->span;

    /* the name given twice, long and short: both are the subject */
    for (size_t i = 0; t && i < x->thing_count; i++)
        if (x->things[i] != t && x->things[i]->hit.quantity &&
            concept_is(x->things[i]->hit.quantity, about) &&
            x->things[i]->span.end <= t->span.start && t->span.start - x->things[i]->span.end < 24)
            subject = cover(subject, x->things[i]->span);

    if (q->pair && (!about || strcmp(about->id, "blood_pressure") == 0 ||
                    strcmp(about->id, "systolic_bp") == 0)) {
        if ((about || (x->subject.concept && x->subject.concept->category == CATEGORY_CONDITION)) &&
            q->second >= 20 && q->second < 200 && named(c, "systolic_bp"))
            return pressure_pair(c, x, about ? subject : x->subject.span, q);
    }
    /* "liver biopsy older than 6 months": how long ago, not whose age */
    if (q->age && q->period && !x->person && !x->grown && x->subject.concept &&
        is_treatment(x->subject.concept) && x->subject.span.end <= q->span.start &&
        q->span.start - x->subject.span.end < 4 && q->low.given != q->high.given) {
        rule *other, *r = has_plain(c, x, &other);

        if (r) {
            r->window = window_of(c, q);
            r->span = cover(r->span, q->span);
        }
        return r;
    }
    if (q->age && (q->period || (!q->unit.ucum && q->relative == RELATIVE_NONE && !q->values)) &&
        !(about && strcmp(about->id, "gestational_age") == 0 && t->span.start > q->span.end &&
          t->span.start < q->span.end + 12))
        return compare(c, x, named(c, "age"), CATEGORY_DEMOGRAPHIC, q->span, q);
    if (about && (t->roles & ROLE_STAGE))
        about = NULL; /* "stage" alone is the stage of the condition beside it */
    /* "2-hour glucose load", "4 on a 10-point scale": part of a name, where another bound is there
     */
    if (about && bare(q) && !q->age && !q->values &&
        (q->period ? t->span.start >= q->span.end : true)) {
        /* "SpO2 < 90 % on 4 L": a number of something else */
        if (q->unit.ucum && !q->period && q->relative == RELATIVE_NONE &&
            !unit_fits(about, q->unit.ucum))
            return rule_opaque(c->arena, q->span, "a number of something else");
        if (q->period && memchr(c->text + q->span.start, '-', q->span.end - q->span.start))
            return NULL;
        for (size_t i = 0; i < x->quantity_count; i++)
            if (x->quantities[i] != q && !x->quantities[i]->age && !q->value[0] &&
                quantity_thing(x, x->quantities[i]) == t &&
                (!bare(x->quantities[i]) || x->quantities[i]->values) && !q->period &&
                !q->unit.text)
                return NULL;
    }
    /* "a decrease in haemoglobin of more than 2": the bound is the change's */
    if (about && x->has_subject && !x->subject.concept && x->subject.span.end <= t->span.start &&
        (roles_of(c->text + x->subject.span.start, x->subject.span.end - x->subject.span.start) &
         ROLE_CHANGE))
        return compare(c, x, NULL, about->category, cover(x->subject.span, subject), q);
    /* "20/40": a fraction, whose top alone says nothing */
    if (about && q->pair && strcmp(about->id, "visual_acuity") == 0)
        return compare(c, x, NULL, about->category, subject, q);
    if (about) {
        /* the quantity's name must not be part of a longer one that is not known */
        bool unsure = x->has_subject && !x->subject.concept &&
                      x->subject.span.start <= t->span.start && x->subject.span.end >= t->span.end;

        if (strcmp(about->id, "age") == 0 || !unsure)
            return compare(c, x, about, about->category, subject, q);
        return compare(c, x, NULL, about->category, x->subject.span, q);
    }
    /* ages, whose name is mostly left out */
    if (q->period && (x->age || q->age)) {
        if (!x->has_subject || !x->subject.concept || !is_treatment(x->subject.concept))
            return compare(c, x, named(c, "age"), CATEGORY_DEMOGRAPHIC, q->span, q);
    }
    if (staged(c, x, q) && !q->unit.ucum && !q->period) {
        const part *owner = NULL;

        for (size_t i = 0; i < x->thing_count; i++)
            if (x->things[i]->hit.thing && (!owner || x->things[i]->span.end <= q->span.start))
                owner = x->things[i];
        if (owner) {
            /* of a cancer, the stage has a name of its own */
            const concept *cancer = named(c, "malignancy");
            const concept *stage =
                cancer && concept_is(owner->hit.thing, cancer) ? named(c, "cancer_stage") : NULL;

            return compare(c, x, stage, CATEGORY_SCORE, owner->span, q);
        }
        return compare(c, x, NULL, CATEGORY_SCORE, x->has_subject ? x->subject.span : q->span, q);
    }
    if (bare(q) && !q->age)
        return NULL;
    if (!about && x->has_subject && x->subject.span.end - x->subject.span.start == 1)
        return NULL; /* "n = 20" */
    if (x->age && !q->unit.ucum && !q->period && q->relative == RELATIVE_NONE)
        return compare(c, x, named(c, "age"), CATEGORY_DEMOGRAPHIC, q->span, q);
    if (q->period == 'a' && !x->has_subject && !x->event && !x->history && !x->current)
        return compare(c, x, named(c, "age"), CATEGORY_DEMOGRAPHIC, q->span, q);
    if (q->unit.text && text_starts_nocase(q->unit.text, strlen(q->unit.text), "pack") &&
        strstr(q->unit.text, "year") && named(c, "pack_years"))
        return compare(c, x, named(c, "pack_years"), CATEGORY_SOCIAL,
                       x->has_subject ? x->subject.span : q->span, q);
    if (unit_is(q, "kg/m2"))
        return compare(c, x, named(c, "bmi"), CATEGORY_MEASUREMENT,
                       x->has_subject ? x->subject.span : q->span, q);
    /* a length of time: of an event a window, of a state a duration */
    if (q->period && x->has_subject) {
        item copy = *x;
        rule *r, *other;

        r = has_plain(c, &copy, &other);
        if (!r)
            return NULL;
        r->span = cover(r->span, q->span);
        if (x->subject.concept &&
            ((x->subject.concept->flags & CONCEPT_EVENT) || is_treatment(x->subject.concept)) &&
            !q->low.given)
            r->window = window_of(c, q);
        else
            r->duration = amount(c, q);
        return r;
    }
    if (x->has_subject && x->subject.concept &&
        x->subject.concept->category == CATEGORY_MEDICATION && q->unit.ucum &&
        strchr(q->unit.ucum, 'L')) {
        /* "digoxin > 1.2 ng/mL": in the blood */
        char *text = arena_printf(c->arena, "%s level", x->subject.concept->name);
        atoms cut = text ? lexicon_cut(c->lx, text, strlen(text), c->arena) : (atoms){0};
        lexicon_hit hit;

        if (cut.count && lexicon_match(c->lx, &cut, 0, &hit) && hit.atoms == cut.count &&
            hit.quantity)
            return compare(c, x, hit.quantity, hit.quantity->category, x->subject.span, q);
    }
    if (x->has_subject && x->subject.concept &&
        x->subject.concept->category == CATEGORY_MEDICATION && q->unit.ucum) {
        rule *other, *r = has_plain(c, x, &other);

        if (r) {
            r->dose = amount(c, q);
            r->span = cover(r->span, q->span);
        }
        return r;
    }
    if (x->has_subject) {
        rule *r = (rule *)(void *)(uintptr_t)compare_bounds(c, x, NULL, CATEGORY_NONE,
                                                            x->subject.span, q);

        if (!r)
            return NULL;
        /* "two or more relapses", "at least 10 teeth": how many there are */
        if (!q->unit.ucum && !q->period && q->span.start < x->subject.span.start && !q->values) {
            r->counting = true;
            r->subject.concept = x->subject.concept;
            r->subject.category = x->subject.category;
            r->span = cover(r->span, x->subject.span);
        }
        return r;
    }
    return rule_opaque(c->arena, q->span, "a number without anything that it measures");
}

static const rule *sex_rule(const clause *c, const item *x)
{
    rule *r = rule_new(c->arena, RULE_HAS, x->sex->span);

    if (!r)
        return NULL;
    r->subject.concept = named(c, x->sex->value);
    r->subject.category = CATEGORY_DEMOGRAPHIC;
    r->subject.span = x->sex->span;
    r->subject.text =
        arena_text(c->arena, c->text + x->sex->span.start, x->sex->span.end - x->sex->span.start);
    return r;
}

/* What a judgement mentions, so that nothing named is lost. */
static const rule *judgement(const clause *c, const item *x)
{
    rule *r = rule_new(c->arena, RULE_JUDGEMENT, x->span);

    if (!r)
        return NULL;
    r->topic = x->judge;
    if (x->thing_count || x->judged) {
        rule_qualifier *q = arena_array(c->arena, x->thing_count + 1, sizeof *q);

        if (!q)
            return NULL;
        if (x->judged) {
            q[x->thing_count].kind = "about";
            q[x->thing_count].span = x->judged->span;
            q[x->thing_count].text = arena_text(c->arena, c->text + x->judged->span.start,
                                                x->judged->span.end - x->judged->span.start);
            q[x->thing_count].value = q[x->thing_count].text;
            q[x->thing_count].concept = part_concept(x->judged);
        }
        for (size_t i = 0; i < x->thing_count; i++) {
            q[i].kind = "about";
            q[i].span = x->things[i]->span;
            q[i].text =
                arena_text(c->arena, c->text + q[i].span.start, q[i].span.end - q[i].span.start);
            q[i].value = q[i].text;
            q[i].concept = part_concept(x->things[i]);
        }
        r->qualifiers = q;
        r->qualifier_count = x->thing_count + (x->judged != NULL);
    }
    return r;
}

/* Is it said how bad it must be ("severe liver disease (Child-Pugh C)")? The bracket then says what
 * is meant. */
static bool graded(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (strcmp(x->qualifiers[i].kind, "severity") == 0 ||
            strcmp(x->qualifiers[i].kind, "significance") == 0)
            return true;
    return false;
}

/* "1 to 6 months after infarction" and nothing else: the infarction is 1 to 6 months ago. */
static const rule *after_event(const clause *c, const item *x)
{
    const rule_window *w = x->window->window;
    rule_window *back = arena_copy(c->arena, w, 1, sizeof *w);
    rule *r = rule_new(c->arena, RULE_HAS, x->window->span);

    if (!back || !r)
        return NULL;
    if (strcmp(x->window->value, "of") == 0) { /* "less than 4 weeks from surgery" */
        r->subject.concept = w->anchor_concept;
        r->subject.category = w->anchor_concept->category;
        r->subject.text = w->anchor;
        r->subject.span = x->window->span;
        back->anchor = "unstated";
        back->anchor_concept = NULL;
        r->window = back;
        return back->to_given && !back->from_given && back->to.n < 0 ? none_since(c->arena, r) : r;
    }
    if (strcmp(x->window->value, "after") != 0 || !w->from_given ||
        (w->from.n == 0 && !w->to_given))
        return NULL;
    r->subject.concept = w->anchor_concept;
    r->subject.category = w->anchor_concept->category;
    r->subject.text = w->anchor;
    r->subject.span = x->window->span;
    back->from = (period){-w->to.n, w->to.unit};
    back->from_given = w->to_given;
    back->from_open = w->to_open;
    back->to = (period){-w->from.n, w->from.unit};
    back->to_given = true;
    back->to_open = w->from_open;
    back->anchor = "unstated";
    back->anchor_concept = NULL;
    r->window = back;
    return back->from_given || back->to.n >= 0 ? r : none_since(c->arena, r);
}

/* "3 x ULN", "haemoglobin 9 g/dL": a bound that lacks its comparator; on which side it lies is
 * open. */
static const rule *opened(const clause *c, const rule *r, const part *q)
{
    rule *first, *second;

    if (!r || r->op != RULE_COMPARE || r->value_count || r->counting || !r->low.given ||
        !r->high.given || r->low.value != r->high.value || q->value[0] ||
        !(r->relative_to != RELATIVE_NONE ||
          (r->subject.category == CATEGORY_MEASUREMENT && r->unit.text && !q->period)))
        return r;
    first = arena_copy(c->arena, r, 1, sizeof *first);
    second = arena_copy(c->arena, r, 1, sizeof *second);
    if (!first || !second)
        return NULL;
    first->low = second->high = (rule_bound){0};
    const rule *two[2] = {first, second};

    return rule_readings(c->arena, r->span, "boundary", two, 2);
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
            if (strcmp(x->qualifiers[i].kind, kinds[k]) == 0)
                s = cover(s, x->qualifiers[i].span);
    return s;
}

/* "non-recurrent breast cancer": a breast cancer, and none that is recurrent. */
static const rule *lacking(const clause *c, const item *x, const rule *r)
{
    const rule *of[1 + ITEM_LACKS];
    size_t n = 1;

    of[0] = r;
    for (size_t i = 0; i < x->lack_count && r->op == RULE_HAS; i++) {
        rule *kind = arena_copy(c->arena, r, 1, sizeof *kind);
        rule_qualifier *q = arena_array(c->arena, r->qualifier_count + 1, sizeof *q);

        if (!kind || !q)
            return NULL;
        if (r->qualifier_count)
            memcpy(q, r->qualifiers, r->qualifier_count * sizeof *q);
        q[kind->qualifier_count++] = x->lacks[i];
        kind->qualifiers = q;
        of[n++] = rule_not(c->arena, r->span, kind);
    }
    return rule_join(c->arena, RULE_ALL, r->span, of, n);
}

/* How the comparisons of a bracket stand to the condition before it: *of counts those that define
 * it, *beside those that say something else of whoever has it. */
static void count_measures(const clause *c, const rule *r, const concept *condition, size_t *of,
                           size_t *beside)
{
    if (r->op == RULE_COMPARE) {
        if (!r->subject.concept || measures(c->lx, r->subject.concept, condition))
            ++*of;
        else
            ++*beside;
    }
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
    count_measures(c, x->defined, k, &of, &beside);
    return of || !beside;
}

/* The thing without what is said of how bad it is: the bracket behind it says it better. */
static item ungraded(const clause *c, const item *x)
{
    item y = *x;
    size_t kept = 0;

    for (size_t i = 0; i < x->qualifier_count; i++) {
        const rule_qualifier *q = &x->qualifiers[i];

        if (strcmp(q->kind, "severity") == 0 || strcmp(q->kind, "significance") == 0)
            clause_take(c, q->span);
        else
            y.qualifiers[kept++] = *q;
    }
    y.qualifier_count = kept;
    y.defined = NULL;
    return y;
}

static const rule *own_rule(const clause *c, const item *x);

const rule *item_rule(const clause *c, const item *x)
{
    item own;
    const rule *two[2];

    if (!x->either || !x->who)
        return own_rule(c, x);
    /* "personal or family history of X": the patient's, or theirs */
    own = *x;
    own.who = NULL;
    own.subject.who = NULL;
    own.either = false;
    own.history = own.history || strcmp(x->who, "family") == 0;
    two[0] = own_rule(c, &own);
    two[1] = own_rule(c, x);
    return two[0] && two[1] ? rule_join(c->arena, RULE_ANY, two[0]->span, two, 2) : two[0];
}

static const rule *own_rule(const clause *c, const item *x)
{
    const rule *of[ITEM_QUANTITIES +
                   6]; /* judgement, bounds, definition, thing, its stage's owner or sex, "also" */
    size_t n = 0;
    bool quantity_subject = x->has_subject && x->subject.concept &&
                            category_is_quantity(x->subject.concept->category) &&
                            x->subject.concept->category != CATEGORY_DEMOGRAPHIC;
    bool used_subject = false, age_only;
    const rule *r;

    if (x->overflow)
        return rule_opaque(c->arena, x->span, "more is said at once than is read as one clause");
    if (x->judge && !(x->quantity_count && (x->thing_count || x->age) &&
                      strcmp(x->judge, "investigator opinion") != 0))
        return judgement(c, x);
    if (x->judge)
        of[n++] = judgement(c, x);
    age_only = x->quantity_count && x->age;
    for (size_t i = 0; i < x->quantity_count; i++) {
        r = opened(c, bound_rule(c, x, x->quantities[i]), x->quantities[i]);
        if (!r)
            continue;
        if (r->op != RULE_COMPARE || r->counting || !r->subject.concept ||
            r->subject.span.start == x->subject.span.start ||
            (x->subject_part && (r->subject.concept == x->subject.concept ||
                                 r->subject.concept == x->subject_part->hit.quantity)))
            used_subject = true;
        of[n++] = r;
    }
    if (x->defined && x->has_subject && x->defined->op == RULE_COMPARE &&
        x->defined->subject.category == CATEGORY_SCORE && x->subject.concept &&
        x->subject.concept->category == CATEGORY_CONDITION && !x->defined_by_words && !graded(x)) {
        /* "heart failure (NYHA III)": how bad it must be, not what it is */
        of[n++] = x->defined;
    } else if (x->defined && !defines(c, x)) {
        item thing = ungraded(c, x);

        if ((r = has(c, &thing)))
            of[n++] = r;
        of[n++] = x->defined;
        used_subject = true;
    } else if (x->defined) {
        /* "obesity (BMI > 28)" is the limit; what it is called stays as a label */
        if (x->has_subject) {
            rule *labelled = combine_label(c->arena, x->defined, &x->subject, name_of(x));

            if (!labelled)
                return NULL;
            labelled->span = cover(x->span, x->defined->span);
            if (labelled->op == RULE_COMPARE && !labelled->window && x->window)
                labelled->window = x->window->window; /* "... (blood loss > 500 mL) within a day" */
            of[n++] = labelled;
        } else
            of[n++] = x->defined;
        used_subject = true;
    }
    if (x->has_subject && !used_subject && !(quantity_subject && x->quantity_count)) {
        bool age_word = x->subject.concept && strcmp(x->subject.concept->id, "age") == 0;

        /* "adult patients > 18 years": the group is what the bound says again */
        if (!(age_only && !x->subject.concept) && !(age_word && n))
            if ((r = has(c, x)))
                of[n++] = lacking(c, x, r);
    }
    for (size_t i = 0; x->quantity_count && i < x->thing_count && n < ITEM_QUANTITIES; i++) {
        const part *t = x->things[i], *q = x->quantities[x->quantity_count - 1];

        /* "TNM stage I-II colorectal cancer": the condition stands right behind its stage */
        if (quantity_subject && t->hit.thing && !t->hit.quantity &&
            t->hit.thing->category == CATEGORY_CONDITION && t->span.start >= q->span.end &&
            t->span.start - q->span.end < 24 && n == 1 && of[0]->op == RULE_COMPARE &&
            of[0]->subject.category == CATEGORY_SCORE) {
            item other = {.span = t->span, .has_subject = true, .subject_part = t};

            other.subject.concept = t->hit.thing;
            other.subject.category = t->hit.thing->category;
            other.subject.span = t->span;
            other.subject.text =
                arena_text(c->arena, c->text + t->span.start, t->span.end - t->span.start);
            if ((r = has(c, &other)))
                of[n++] = r;
        }
    }
    if (x->sex) {
        bool implied =
            x->subject.concept && (x->subject.concept->flags & (CONCEPT_FEMALE | CONCEPT_MALE));

        if (!implied && (r = sex_rule(c, x)))
            of[n++] = r;
    }
    if (x->also)
        of[n++] = x->also;
    if (n == 0 && x->window && x->window->window && x->window->window->anchor_concept &&
        (r = after_event(c, x)))
        of[n++] = r;
    if (n == 0)
        return NULL;
    r = rule_join(c->arena, RULE_ALL, x->span, of, n);
    if (x->special && r) {
        clause inner = *c;

        inner.depth++;
        inner.special = true;
        const rule *limit =
            scope_bracket(&inner, x->special->inside, 0, x->special->inside_count, x);

        /* "(> 23 for Asians)": for whom is not understood */
        if (limit && limit->op == RULE_COMPARE)
            limit = rule_two(c->arena, RULE_ALL, limit,
                             rule_opaque(c->arena, x->special->span,
                                         "a limit for some, who are not understood"));
        r = combine_alternative(c->arena, r, limit);
    }
    if (x->exception && r)
        r = combine_except(c->arena, r, x->exception, x->unless, c->exclusion || x->negated);
    return r;
}
