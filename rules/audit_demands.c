/* Findings on what a trial demands of everybody, leaf by leaf: limits and things that repeat or
 * contradict each other, and the registry's own fields. What two lines say in their words is
 * compared in audit_lines.c. */
#include "rules/audit.h"
#include "rules/landmark.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/roles.h"
#include "rules/unit.h"
#include "rules/words.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* ---- the leaves ---- */

/* A leaf that must hold, or must not, for everybody who is enrolled. */
typedef struct demand {
    const rule *rule;
    const criterion *of;
    bool holds, denied;                                   /* denied: a negation stands around it */
    unsigned group;                                       /* of those who take part; ascending */
    enum { ALONE_UNKNOWN, ALONE_YES, ALONE_NO } alone[2]; /* stands_alone(), once it was asked */
    bool any;                                             /* bare_but_any() */
    bool repeats;      /* it says what an earlier one says, and that was told */
    const rule *joint; /* kept out only together with the rest of this; NULL: by itself */
} demand;

typedef struct demands {
    demand *list;
    size_t count, room;
    size_t before;     /* how many stood there before the criterion that is being read */
    unsigned group;    /* of that criterion */
    const rule *joint; /* what the leaf to come is only a part of */
    arena *arena;
} demands;

static void demand_rule(demands *d, const criterion *of, const rule *r, bool holds, bool denied)
{
    switch (r->op) {
    case RULE_COMPARE:
    case RULE_HAS:
    case RULE_JUDGEMENT:
        if (d->count < LIMIT_COMPARED && d->count - d->before < LIMIT_COMPARED_IN_ONE &&
            arena_grow(d->arena, (void **)&d->list, d->count, &d->room, sizeof *d->list))
            d->list[d->count++] = (demand){.rule = r,
                                           .of = of,
                                           .holds = holds,
                                           .denied = denied,
                                           .group = d->group,
                                           .joint = d->joint};
        return;
    case RULE_NOT:
        if (r->count)
            demand_rule(d, of, r->of[0], !holds, true);
        return;
    case RULE_ALL:
    case RULE_ANY:
        if (r->count == 1 || (r->op == RULE_ALL) == holds)
            for (size_t i = 0; i < r->count; i++)
                demand_rule(d, of, r->of[i], holds, denied);
        else if (r->op == RULE_ANY && r->count == 2 && r->of[1]->op == RULE_OPAQUE &&
                 text_is(r->of[1]->reason, OPAQUE_APART))
            demand_rule(d, of, r->of[0], holds, denied);
        else if (r->op == RULE_ALL && !d->joint)
            for (size_t i = 0; i < r->count; i++)
                if (r->of[i]->op == RULE_HAS || r->of[i]->op == RULE_COMPARE) {
                    d->joint = r;
                    demand_rule(d, of, r->of[i], holds, denied);
                    d->joint = NULL;
                }
        return;
    case RULE_IF: /* "women of childbearing potential must have a negative pregnancy test" */
        if (holds && !d->joint && r->count == 2 && r->of[1]->op == RULE_HAS) {
            d->joint = r;
            demand_rule(d, of, r->of[1], holds, denied);
            d->joint = NULL;
        }
        return;
    default: return;
    }
}

static bool same_period(period a, period b)
{
    return a.n == b.n && a.unit == b.unit;
}

static bool same_window(const rule_window *a, const rule_window *b)
{
    if (!a || !b)
        return a == b;
    return a->from_given == b->from_given && a->to_given == b->to_given &&
           (!a->from_given || same_period(a->from, b->from)) &&
           (!a->to_given || same_period(a->to, b->to)) && a->half_lives == b->half_lives;
}

static bool same_who(const rule_subject *a, const rule_subject *b)
{
    if (!a->who || !b->who)
        return a->who == b->who;
    return strcmp(a->who, b->who) == 0;
}

static bool bare(const rule *r)
{
    return !r->window && !r->duration && !r->dose && r->qualifier_count == 0;
}

/* ---- two comparisons ---- */

/* What values are allowed: between low and high, or outside of them. */
typedef struct range {
    double low, high;
    bool low_in, high_in;
} range;

static bool range_of(const rule *r, const char *ucum, range *out)
{
    const concept *c = r->subject.concept;
    double low = r->low.value, high = r->high.value;
    const char *own = r->unit.ucum ? r->unit.ucum : ucum;

    *out = (range){-INFINITY, INFINITY, true, true};
    if (own && ucum && strcmp(own, ucum) != 0) {
        if (r->low.given && unit_convert_codes(low, own, ucum, c, &low) != UNIT_OK)
            return false;
        if (r->high.given && unit_convert_codes(high, own, ucum, c, &high) != UNIT_OK)
            return false;
    }
    if (r->low.given) {
        out->low = low;
        out->low_in = r->low.inclusive;
    }
    if (r->high.given) {
        out->high = high;
        out->high_in = r->high.inclusive;
    }
    if (r->value_count) /* grades, one after the other */
        for (size_t i = 0; i < r->value_count; i++) {
            if (i && r->values[i] != r->values[i - 1] + 1)
                return false;
            out->low = r->values[0];
            out->high = r->values[i];
        }
    return (r->low.given || r->high.given || r->value_count) && out->low <= out->high;
}

/* The values that a demand leaves, where they are one range: of "not below 30" those from 30 on. */
static bool allowed(const demand *d, const char *ucum, range *out)
{
    range r;

    if (!range_of(d->rule, ucum, &r))
        return false;
    if (d->holds) {
        *out = r;
        return true;
    }
    if (isfinite(r.low) && isfinite(r.high))
        return false;
    *out = isfinite(r.low) ? (range){-INFINITY, r.low, true, !r.low_in}
                           : (range){r.high, INFINITY, !r.high_in, true};
    return true;
}

static bool near(double a, double b)
{
    return a == b || (isfinite(a) && isfinite(b) && fabs(a - b) <= 1e-6 * fmax(fabs(a), fabs(b)));
}

/* Grades and classes have no value between two whole numbers: below 3 is up to 2. */
static void to_grades(range *r)
{
    if (isfinite(r->high) && !r->high_in && r->high == floor(r->high)) {
        r->high -= 1;
        r->high_in = true;
    }
    if (isfinite(r->low) && !r->low_in && r->low == floor(r->low)) {
        r->low += 1;
        r->low_in = true;
    }
}

/* Ages are read in completed years: "up to 79", and "80 or older" among the exclusions, are one
 * limit. */
static void in_completed_years(range *a, range *b)
{
    for (int i = 0; i < 2; i++) {
        range *open = i ? b : a;
        const range *closed = i ? a : b;

        if (!open->high_in && closed->high_in && near(open->high - 1, closed->high)) {
            open->high = closed->high;
            open->high_in = true;
        }
        if (!open->low_in && closed->low_in && near(open->low + 1, closed->low)) {
            open->low = closed->low;
            open->low_in = true;
        }
    }
}

static bool within(const range *a, const range *b)
{
    bool low = a->low > b->low || (near(a->low, b->low) && (b->low_in || !a->low_in));
    bool high = a->high < b->high || (near(a->high, b->high) && (b->high_in || !a->high_in));

    return low && high;
}

static bool apart(const range *a, const range *b)
{
    return a->high < b->low || b->high < a->low ||
           (near(a->high, b->low) && !(a->high_in && b->low_in)) ||
           (near(b->high, a->low) && !(b->high_in && a->low_in));
}

static const char keep_one[] = "leave one of the two out, or say for whom each is";

static const char *unit_words(arena *a, const rule *r, const char *ucum)
{
    if (r->relative_to)
        return r->relative_to == RELATIVE_ULN   ? "times the upper limit of normal"
               : r->relative_to == RELATIVE_LLN ? "times the lower limit of normal"
                                                : "times the baseline";
    return ucum ? finding_unit(a, ucum) : "";
}

static const char *mention(arena *a, const criterion *c)
{
    return arena_text(a, c->id, strlen(c->id));
}

/* Grades that are kept out, and that the range which is asked for does not reach: "ASA I to III",
 * and "ASA IV or V" among the exclusions. */
static bool lists_outside(const demand *asked, const demand *denied)
{
    const rule *p = asked->rule, *q = denied->rule;
    range r;

    if (!asked->holds || denied->holds || asked->denied || denied->denied || !q->value_count ||
        p->subject.concept != q->subject.concept || !p->subject.concept || p->window || q->window ||
        finding_narrowed(p) || finding_narrowed(q) || p->unit.ucum || q->unit.ucum ||
        !allowed(asked, NULL, &r))
        return false;
    for (size_t i = 0; i < q->value_count; i++)
        if (q->values[i] >= r.low && q->values[i] <= r.high)
            return false;
    return true;
}

/* Scores of a short scale, and stages: whole numbers. */
static bool in_grades(const concept *c)
{
    return c->category == CATEGORY_SCORE &&
           ((c->flags & CONCEPT_STAGES) || (!isnan(c->scale.high) && c->scale.high <= 6));
}

/* All values that `asked` allows lie between the limits of what is kept out: "ECOG 0 or 1", and
 * "ECOG 0 to 2" among the exclusions. */
static bool kept_out(const demand *asked, const demand *denied, const char *ucum)
{
    range r, s;

    return asked->holds && !denied->holds && !asked->denied && !denied->denied &&
           allowed(asked, ucum, &r) && range_of(denied->rule, ucum, &s) && isfinite(s.low) &&
           isfinite(s.high) && within(&r, &s);
}

static void compare_two(const demand *x, const demand *y, finding_list *f)
{
    const rule *p = x->rule, *q = y->rule;
    arena *a = f->arena;
    const char *ucum = p->unit.ucum ? p->unit.ucum : q->unit.ucum;
    range r, s;

    if (lists_outside(x, y))
        finding_add(f, "redundant", q->span, "leave the line out", "%s (%s) says it already",
                    mention(a, x->of), finding_words(a, p));
    if (!p->subject.concept || p->subject.concept != q->subject.concept ||
        p->relative_to != q->relative_to || p->counting != q->counting || p->pick != q->pick ||
        !same_window(p->window, q->window) || !same_who(&p->subject, &q->subject) ||
        finding_narrowed(p) || finding_narrowed(q) || p->duration || q->duration)
        return;
    if (kept_out(x, y, ucum) || kept_out(y, x, ucum)) {
        finding_add(f, "contradiction", q->span, keep_one, "no %s meets this and %s (%s)",
                    p->subject.concept->name, mention(a, x->of), finding_words(a, p));
        return;
    }
    if (!allowed(x, ucum, &r) || !allowed(y, ucum, &s) || near(r.low, r.high) ||
        near(s.low, s.high))
        return;
    if (in_grades(p->subject.concept)) {
        to_grades(&r);
        to_grades(&s);
    }
    if (is_landmark(p->subject.concept, LANDMARK_AGE) && (!ucum || strcmp(ucum, "a") == 0))
        in_completed_years(&r, &s);
    if (apart(&r, &s)) {
        if (near(r.high, s.low) || near(s.high, r.low)) {
            finding_add(f, "boundary", q->span, "let one of the two include it",
                        "%s and this line do not agree on exactly %s", mention(a, x->of),
                        finding_number(a, near(r.high, s.low) ? s.low : r.low));
            return;
        }
        finding_add(f, "contradiction", q->span, keep_one, "no %s meets this and %s (%s)",
                    p->subject.concept->name, mention(a, x->of), finding_words(a, p));
        return;
    }
    /* the same limit, and only the value itself is left to neither */
    for (int side = 0; side < 2; side++) {
        double u = side ? r.high : r.low, v = side ? s.high : s.low;
        bool ui = side ? r.high_in : r.low_in, vi = side ? s.high_in : s.low_in;

        if (!isfinite(u) || !isfinite(v))
            continue;
        if (!near(u, v)) {
            finding_add(f, "multiple-thresholds", q->span,
                        "keep one of the limits, or say for whom each is",
                        "%s gives another limit of %s: %s and %s%s%s", mention(a, x->of),
                        p->subject.concept->name, finding_number(a, u), finding_number(a, v),
                        ucum || p->relative_to ? " " : "", unit_words(a, p, ucum));
            return;
        }
        if (ui != vi && x->holds != y->holds) {
            finding_add(f, "boundary", q->span, "let one of the two include it",
                        "%s and this line leave exactly %s%s%s to neither", mention(a, x->of),
                        finding_number(a, u), ucum ? " " : "", ucum ? finding_unit(a, ucum) : "");
            return;
        }
    }
    if (within(&r, &s))
        finding_add(f, "redundant", q->span, "leave the line out", "%s (%s) says it already",
                    mention(a, x->of), finding_words(a, p));
    else if (within(&s, &r))
        finding_add(f, "redundant", p->span, "leave the line out", "%s (%s) says it already",
                    mention(a, y->of), finding_words(a, q));
}

/* ---- two records ---- */

static bool tense_covers(rule_tense wide, rule_tense narrow)
{
    if (wide == TENSE_PLANNED || narrow == TENSE_PLANNED)
        return wide == narrow;
    return wide == TENSE_HISTORY || narrow != TENSE_HISTORY;
}

/* The same concept, or right below it: what lies further up is too wide for a reader to think of.
 */
static bool one_step(const concept *low, const concept *high)
{
    if (low == high)
        return true;
    for (const concept *const *p = low->parents; *p; p++)
        if (*p == high)
            return true;
    return false;
}

/* Without the people at the end: "pregnant women". */
static size_t named_bytes(const char *text)
{
    size_t n = strlen(text), last = n;

    while (last > 0 && text[last - 1] != ' ')
        last--;
    return last > 1 && (roles_find(&audit_roles, text + last, n - last) & AUDIT_PEOPLE) ? last - 1
                                                                                        : n;
}

/* The lexicon takes some words for one thing that a reader keeps apart. */
static bool same_words(const rule_subject *a, const rule_subject *b)
{
    size_t n = a->text ? named_bytes(a->text) : 0, m = b->text ? named_bytes(b->text) : 0, same = 0;

    while (same < n && same < m &&
           tolower((unsigned char)a->text[same]) == tolower((unsigned char)b->text[same]))
        same++;
    /* "pregnant", "pregnancy"; "obese", "obesity" */
    return n && m && ((same == n && same == m) || (same >= 4 && same + 4 > n && same + 4 > m));
}

static bool has_role(const char *word, role_set roles)
{
    return word && (roles_find(&audit_roles, word, strlen(word)) & roles);
}

/* Nothing narrows it, and it says that all kinds are meant: "diabetes of any type". */
static bool bare_but_any(const demand *d)
{
    const rule *r = d->rule;
    size_t at = r->subject.span.start;
    const criterion *of = d->of;

    size_t size = strlen(of->text), end = r->subject.span.end - of->span.start;
    bool any = at >= of->span.start + 4 && at - of->span.start < size &&
               text_starts_nocase(of->text + (at - of->span.start) - 4, 4, "any ");

    if (end < size)
        any = any || text_starts_nocase(of->text + end, size - end, " of any ");

    if (r->window || r->duration || r->dose)
        return false;
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (has_role(r->qualifiers[i].value, AUDIT_OF_ANY_KIND))
            any = true;
        else
            return false;
    return any;
}

/* The line is the name of the thing and no more: "diabetes mellitus", "planned heart surgery", not
 * "other heart disease" or "heart disease or stroke", where people take what is asked for to be
 * left out. */
static bool names_whole(const demand *d)
{
    enum { WORDS_BEFORE = 32 };
    const rule *r = d->rule;
    const char *text = d->of->text;
    size_t before = r->subject.span.start - d->of->span.start,
           after = d->of->span.end - r->subject.span.end;

    return d->of->rule == r && before <= WORDS_BEFORE && after <= 4 && before < strlen(text) &&
           !memmem(text, before, "ther", 4) && !memmem(text, before, "dditional", 9);
}

/* Whoever has what `narrow` says has what `wide` says. */
static bool covers(const demand *whole, const demand *part)
{
    const rule *wide = whole->rule, *narrow = part->rule;
    const concept *c = wide->subject.concept, *d = narrow->subject.concept;

    if (!c || !d || !(one_step(d, c) || ((whole->any || names_whole(whole)) && concept_is(d, c))) ||
        !same_who(&wide->subject, &narrow->subject))
        return false;
    if (c->flags & CONCEPT_WEAK)
        return false;
    if (rule_equal(wide, narrow))
        return true;
    return bare(wide) &&
           (c == d ? bare(narrow) || wide->tense == TENSE_HISTORY || narrow->qualifier_count
                   : bare(narrow)) &&
           (!narrow->window || wide->tense == TENSE_HISTORY) &&
           tense_covers(wide->tense, narrow->tense);
}

/* "The second trimester of pregnancy": who is in it has the thing that it is of. */
static bool is_a_part_of(const rule *r, const concept *c)
{
    const char *last = r->subject.text ? strrchr(r->subject.text, ' ') : NULL;

    last = last ? last + 1 : r->subject.text; /* "third trimester" */
    if (r->subject.concept || !has_role(last, AUDIT_PART_OF))
        return false;
    if (strcmp(last, "trimester") == 0 && is_landmark(c, LANDMARK_PREGNANCY))
        return true;
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (r->qualifiers[i].concept == c)
            return true;
    return false;
}

/* Everybody who has what `yes` asks for is kept out by `no`: "type 1 diabetes" against "diabetes of
 * any type". */
static bool forbids(const demand *denied, const demand *asked)
{
    const rule *no = denied->rule, *yes = asked->rule;
    const concept *c = no->subject.concept, *d = yes->subject.concept;

    if (c && bare(no) && no->tense != TENSE_HISTORY && is_a_part_of(yes, c))
        return true;
    if (!c || !d || !concept_is(d, c) || (c->flags & CONCEPT_WEAK) ||
        !same_who(&no->subject, &yes->subject) || !tense_covers(no->tense, yes->tense) ||
        (no->tense == TENSE_HISTORY && yes->tense != TENSE_HISTORY && !names_whole(denied)))
        return false;
    if (denied->any)
        return true;
    if (c == d ? !same_words(&no->subject, &yes->subject) &&
                     !(names_whole(denied) && names_whole(asked))
               : !names_whole(denied))
        return false;
    return bare(no) && (bare(yes) || c->category == CATEGORY_CONDITION ||
                        /* "on warfarin for 3 months or more" */
                        (no->tense == TENSE_CURRENT && yes->tense == TENSE_CURRENT &&
                         !yes->window && !yes->dose && !yes->qualifier_count));
}

static const char *sex_of(const rule *r)
{
    const concept *c = r->subject.concept;

    return c && !r->subject.who &&
                   (is_landmark(c, LANDMARK_FEMALE) || is_landmark(c, LANDMARK_MALE))
               ? c->id
               : NULL;
}

/* "Women", and "female sex" among the exclusions; "women", and "men" among the exclusions. A line
 * that says more than the sex is about a group. */
static void sexes_two(const demand *x, const demand *y, finding_list *f)
{
    const char *a = sex_of(x->rule), *b = sex_of(y->rule);

    if (!a || !b || x->denied || y->denied)
        return;
    /* "women with breast cancer", and "men" among the exclusions: that one says no more */
    if (x->of->rule != x->rule || y->of->rule != y->rule) {
        const demand *asked = x->holds ? x : y, *denied = x->holds ? y : x;

        if (asked->holds && !denied->holds && denied->of->rule == denied->rule && strcmp(a, b) != 0)
            finding_add(f, "redundant", denied->rule->span, "leave the line out",
                        "%s says it already", mention(f->arena, asked->of));
        return;
    }
    if ((x->holds != y->holds) == (strcmp(a, b) == 0))
        finding_add(f, x->holds != y->holds ? "contradiction" : "redundant", y->rule->span, NULL,
                    x->holds != y->holds ? "%s demands the opposite" : "%s says it already",
                    mention(f->arena, x->of));
    else if (x->holds != y->holds)
        finding_add(f, "redundant", y->rule->span, "leave the line out", "%s says it already",
                    mention(f->arena, x->of));
}

/* "Negative pregnancy test", and "pregnancy" among the exclusions: the test says that it is not
 * there. */
static bool ruled_out(const demand *asked, const demand *denied)
{
    const rule *yes = asked->rule, *no = denied->rule;
    const concept *c = yes->subject.concept, *d = no->subject.concept;
    bool negative = false;

    if (!asked->holds || denied->holds || asked->denied || denied->denied || !c || !d ||
        (c->confirms != d && c->denies != d) || yes->subject.who || !bare(no) ||
        no->tense == TENSE_HISTORY || !names_whole(denied))
        return false;
    for (size_t i = 0; i < yes->qualifier_count; i++)
        negative = negative ||
                   (strcmp(yes->qualifiers[i].kind, "result") == 0 && yes->qualifiers[i].value &&
                    strcmp(yes->qualifiers[i].value, "negative") == 0);
    return negative;
}

static bool tell_ruled_out(const demand *x, const demand *y, finding_list *f)
{
    const demand *yes = x->holds ? x : y, *no = x->holds ? y : x;

    if (!ruled_out(yes, no))
        return false;
    finding_add(f, "redundant", no->rule->span, "leave the line out", "%s (%s) says it already",
                mention(f->arena, yes->of), finding_words(f->arena, yes->rule));
    return true;
}

static void has_two(const demand *x, const demand *y, finding_list *f)
{
    const rule *p = x->rule, *q = y->rule;
    arena *a = f->arena;

    if (p->subject.category == CATEGORY_DEMOGRAPHIC && q->subject.category == CATEGORY_DEMOGRAPHIC)
        sexes_two(x, y, f);
    if (p->subject.category == CATEGORY_DEMOGRAPHIC || (!p->subject.concept && !q->subject.concept))
        return;
    if (tell_ruled_out(x, y, f))
        return;
    if (x->holds != y->holds) {
        if (!x->denied && !y->denied && forbids(x->holds ? y : x, x->holds ? x : y))
            finding_add(f, "contradiction", q->span, keep_one, "%s (%s) demands the opposite",
                        mention(a, x->of), finding_words(a, p));
        return;
    }
    if (!p->subject.concept || !q->subject.concept)
        return;
    /* of two requirements the narrower one is no repetition to a reader: "pregnant women", and "a
     * singleton pregnancy" */
    if (x->holds &&
        (p->subject.concept != q->subject.concept || !same_words(&p->subject, &q->subject)))
        return;
    if (!x->holds ? covers(x, y) : covers(y, x))
        finding_add(f, "redundant", q->span, "leave the line out", "%s (%s%s) says it already",
                    mention(a, x->of), x->denied ? "not: " : "", finding_words(a, p));
    else if (!x->holds ? covers(y, x) : covers(x, y))
        finding_add(f, "redundant", p->span, "leave the line out", "%s (%s) says it already",
                    mention(a, y->of), finding_words(a, q));
}

/* "HIV with a CD4 count below 200", and "HIV" in another line: whoever the first keeps out is kept
 * out. */
static void has_in_joint(const demand *whole, const demand *part, finding_list *f)
{
    if (whole->joint || whole->holds || part->holds || whole->denied || part->denied ||
        whole->of == part->of || whole->rule->op != RULE_HAS || !covers(whole, part))
        return;
    finding_add(f, "redundant", part->joint->span, "leave it out", "%s (%s) says it already",
                mention(f->arena, whole->of), finding_words(f->arena, whole->rule));
}

/* "Kidney disease with an eGFR below 30", and "eGFR below 60" in another line. */
static void limit_in_joint(const demand *whole, const demand *part, finding_list *f)
{
    const rule *p = whole->rule, *q = part->rule;
    const char *ucum = p->unit.ucum ? p->unit.ucum : q->unit.ucum;
    range r, s;

    if (whole->joint || whole->holds || part->holds || whole->denied || part->denied ||
        whole->of == part->of || p->subject.concept != q->subject.concept || !p->subject.concept ||
        p->relative_to != q->relative_to || p->counting != q->counting || p->pick != q->pick ||
        p->window || q->window || !same_who(&p->subject, &q->subject) || finding_narrowed(p) ||
        finding_narrowed(q) || p->duration || q->duration || !range_of(p, ucum, &r) ||
        !range_of(q, ucum, &s) || !within(&s, &r) || is_landmark(p->subject.concept, LANDMARK_AGE))
        return;
    finding_add(f, "redundant", part->joint->span, "leave it out", "%s (%s) says it already",
                mention(f->arena, whole->of), finding_words(f->arena, p));
}

/* "Specific to smokers:", and a list: the title says of whom it is. */
static bool of_some(const rules *r, const criterion *c, arena *scratch)
{
    const char *end = strchr(c->text, ':');
    size_t size = end ? (size_t)(end - c->text) : 0;
    atoms text;
    word_hits words;

    if (!size || size > 80 || (end[1] != '\n' && end[1] != '\r'))
        return false;
    text = lexicon_cut(r->lexicon, c->text, size, scratch);
    words = words_find(&text, scratch);
    return words_have(&words, WORD_OTHERS);
}

/* The line is about somebody else, or a group; `age`: the young are then no group but the patients:
 * "children of 6 to 12 years". */
static bool of_others(const word_hits *words, bool age)
{
    for (size_t i = 0; words_have(words, WORD_OTHERS) && i < words->count; i++) {
        const word_entry *e = word_is(&words->list[i], WORD_OTHERS);

        if (e && !(age && strcmp(e->value, "young") == 0))
            return true;
    }
    return false;
}

/* Is the leaf said by itself, or does it hang on other words of its line: "asthma that requires
 * corticosteroids"? Of a limit: may it be meant for somebody else, or for a group: "mother 18 years
 * or older"? */
static bool says_alone(const rules *r, const demand *d, bool across, arena *scratch)
{
    enum { NEAR = 400 }; /* bytes: what stands further off is of another thing */
    const criterion *c = d->of;
    size_t size = strlen(c->text),
           at = d->rule->span.start >= c->span.start ? d->rule->span.start - c->span.start : 0,
           from;
    atoms text;
    word_hits words;

    if (size > LIMIT_CRITERION_BYTES || at > size || of_some(r, c, scratch))
        return false;
    if (d->rule->op == RULE_COMPARE) {
        text = lexicon_cut(r->lexicon, c->text, size, scratch);
        words = words_find(&text, scratch);
        return !of_others(&words, across && is_landmark(d->rule->subject.concept, LANDMARK_AGE));
    }
    for (from = at; from > 0 && at - from < NEAR && !strchr(";\n", c->text[from - 1]) &&
                    !(c->text[from - 1] == ' ' && from > 1 && c->text[from - 2] == '.');)
        from--;
    text = lexicon_cut(r->lexicon, c->text + from, at - from, scratch);
    words = words_find(&text, scratch);
    /* "Treated with insulin": nothing stands before it that would hang on it */
    return !words_in(&words, WORD_DEPENDS, 1, at - from);
}

/* `across`: it is compared with a line of the other list. */
static bool stands_alone(const rules *r, demand *d, bool across, arena *scratch)
{
    if (d->alone[across] == ALONE_UNKNOWN)
        d->alone[across] = says_alone(r, d, across, scratch) ? ALONE_YES : ALONE_NO;
    return d->alone[across] == ALONE_YES;
}

/* Can two leaves say the same or the opposite? Nearly all pairs cannot. */
static bool may_meet(const demand *x, const demand *y)
{
    const rule *p = x->rule, *q = y->rule;
    const concept *c = p->subject.concept, *d = q->subject.concept;

    if (x->of == y->of)
        return p->op == RULE_COMPARE && q->op == RULE_COMPARE && c == d && c &&
               x->holds == y->holds && !x->denied && !y->denied && !x->joint && !y->joint;
    if (p->op != q->op)
        return false;
    if (c == d)
        return c != NULL;
    if (p->op != RULE_HAS)
        return false;
    if (p->subject.category == CATEGORY_DEMOGRAPHIC && q->subject.category == CATEGORY_DEMOGRAPHIC)
        return true;
    if (!c || !d)
        return x->holds != y->holds && is_a_part_of(c ? q : p, c ? c : d);
    if (c->confirms == d || c->denies == d || d->confirms == c || d->denies == c)
        return true;
    return concept_is(d, c) || concept_is(c, d);
}

/* True where y only says again what x says, and the finding that was added last tells so: whatever
 * else is found of y as the first of two is told of x already, in the same place. */
static bool told_again(const demand *x, const demand *y, const finding_list *f, size_t before)
{
    const finding *last = f->count > before ? &f->list[f->count - 1] : NULL;
    const char *said = x->rule->subject.text, *again = y->rule->subject.text;

    return last && strcmp(last->code, "redundant") == 0 &&
           last->span.start == y->rule->span.start && last->span.end == y->rule->span.end &&
           x->holds == y->holds && x->denied == y->denied && x->any == y->any &&
           x->rule->subject.category != CATEGORY_DEMOGRAPHIC && said && again &&
           strcmp(said, again) == 0 && rule_equal(x->rule, y->rule);
}

/* Two limits on one side, in the same unit or in none: of two units one is the other's. */
static bool two_limits(const rule *p, const rule *q)
{
    double a = p->low.given ? p->low.value : p->high.value,
           b = q->low.given ? q->low.value : q->high.value;

    return p->low.given != p->high.given && p->low.given == q->low.given &&
           p->high.given == q->high.given && !near(a, b) &&
           (!p->unit.ucum || !q->unit.ucum || strcmp(p->unit.ucum, q->unit.ucum) == 0);
}

/* Two limits of one line, both of which must hold: "40 years or older and younger than 30". */
static void compare_within(const demand *x, const demand *y, finding_list *f)
{
    const rule *p = x->rule, *q = y->rule;
    const char *ucum = p->unit.ucum ? p->unit.ucum : q->unit.ucum;
    eligo_span s = {p->span.start < q->span.start ? p->span.start : q->span.start,
                    p->span.end > q->span.end ? p->span.end : q->span.end};
    range a, b;

    if (p->relative_to != q->relative_to || p->pick != q->pick || p->counting || q->counting ||
        p->value_count || q->value_count || finding_narrowed(p) || finding_narrowed(q) ||
        p->window || q->window || p->duration || q->duration ||
        !same_who(&p->subject, &q->subject) || !range_of(p, ucum, &a) || !range_of(q, ucum, &b) ||
        near(a.low, a.high) || near(b.low, b.high))
        return;
    if (two_limits(p, q)) { /* "above 1.5 mg/dL or above 2.0 mg/dL" */
        finding_add(f, "multiple-thresholds", s, "keep one of the limits, or say for whom each is",
                    "two limits of %s on the same side", p->subject.concept->name);
        return;
    }
    if (!x->holds || !apart(&a, &b))
        return;
    finding_add(f, "contradiction", s, NULL, "no %s meets both limits of this line",
                p->subject.concept->name);
}

/* Of each demand, the next one behind it whose concept is known; NULL: no memory. */
static const size_t *next_known(const demands *d, arena *scratch)
{
    size_t *next = arena_array(scratch, d->count, sizeof *next), last = d->count;

    for (size_t i = d->count; next && i-- > 0;) {
        next[i] = last;
        last = d->list[i].rule->subject.concept ? i : last;
    }
    return next;
}

static void compare_demands(const rules *r, demands *d, arena *scratch, finding_list *f)
{
    const size_t *known = next_known(d, scratch);

    if (!known)
        return;
    for (size_t i = 0; i < d->count; i++)
        d->list[i].any = d->list[i].rule->op == RULE_HAS && bare_but_any(&d->list[i]);
    for (size_t i = 0; i < d->count && f->count < LIMIT_FINDINGS; i++)
        /* those of a group stand side by side, and of two groups none meets the other; nor do two
         * of which nobody knows what they are */
        for (size_t k = d->list[i].rule->subject.concept ? i + 1 : known[i];
             k < d->count && d->list[k].group == d->list[i].group && !d->list[i].repeats;
             k = d->list[i].rule->subject.concept ? k + 1 : known[k]) {
            demand *x = &d->list[i], *y = &d->list[k];
            size_t before = f->count;

            bool across = x->of->kind != y->of->kind;

            if (!may_meet(x, y) || !stands_alone(r, x, across, scratch) ||
                !stands_alone(r, y, across, scratch))
                continue;
            if ((x->joint || y->joint) && x->rule->op == RULE_COMPARE)
                limit_in_joint(x->joint ? y : x, x->joint ? x : y, f);
            else if (x->joint || y->joint) {
                if (!tell_ruled_out(x, y, f))
                    has_in_joint(x->joint ? y : x, x->joint ? x : y, f);
            } else if (x->of == y->of)
                compare_within(x, y, f);
            else if (x->rule->op == RULE_COMPARE)
                compare_two(x, y, f);
            else if (x->rule->op == RULE_HAS)
                has_two(x, y, f);
            y->repeats = y->repeats || told_again(x, y, f, before);
        }
}

/* ---- the registry's fields ---- */

static double in_years(double value, const char *ucum)
{
    double years = value;

    if (ucum && unit_convert_codes(value, ucum, "a", NULL, &years) != UNIT_OK)
        return NAN;
    return years;
}

static bool disagrees(const rule *r, bool upper, const registry_age *registry)
{
    const rule_bound *b = upper ? &r->high : &r->low;
    double text = in_years(b->value, r->unit.ucum ? r->unit.ucum : "a"),
           field = in_years(registry->value, period_ucum(registry->unit));

    if (isnan(text) || isnan(field) || fabs(text - field) <= 0.02 * fmax(1, field))
        return false;
    /* in completed years: "below 65" is 64, "over 18" may be 19 */
    return b->inclusive || fabs(text + (upper ? -1 : 1) - field) > 0.02;
}

static void audit_registry(const rules *r, const demands *d, finding_list *f)
{
    const rule *low = NULL, *high = NULL, *sex = NULL;
    arena *a = f->arena;

    for (size_t i = 0; i < d->count; i++) {
        const rule *x = d->list[i].rule;
        const concept *c = x->subject.concept;

        if (d->list[i].of->kind == CRITERION_REGISTRY || !c || x->subject.who)
            continue;
        if (x->op == RULE_COMPARE && is_landmark(c, LANDMARK_AGE) && d->list[i].holds &&
            !x->window) {
            if (x->low.given && !low)
                low = x;
            if (x->high.given && !high)
                high = x;
        }
        if (x->op == RULE_HAS && d->list[i].holds &&
            (is_landmark(c, LANDMARK_FEMALE) || is_landmark(c, LANDMARK_MALE)) && !sex)
            sex = x;
    }
    if (low && (r->minimum_age.given || r->maximum_age.given) &&
        (!r->minimum_age.given || disagrees(low, false, &r->minimum_age)))
        finding_add(f, "registry-mismatch", low->span, NULL,
                    "the text asks for %s; the registry's minimum age is %s", finding_words(a, low),
                    r->minimum_age.given
                        ? arena_printf(a, "%s %s", finding_number(a, r->minimum_age.value),
                                       finding_unit(a, period_ucum(r->minimum_age.unit)))
                        : "not given");
    if (high && (r->minimum_age.given || r->maximum_age.given) &&
        (!r->maximum_age.given || disagrees(high, true, &r->maximum_age)))
        finding_add(
            f, "registry-mismatch", high->span, NULL,
            "the text asks for %s; the registry's maximum age is %s", finding_words(a, high),
            r->maximum_age.given ? arena_printf(a, "%s %s", finding_number(a, r->maximum_age.value),
                                                finding_unit(a, period_ucum(r->maximum_age.unit)))
                                 : "not given");
    if (low && !high && r->maximum_age.given)
        finding_add(f, "registry-mismatch", low->span, NULL,
                    "the text has no maximum age; the registry's is %s %s",
                    finding_number(a, r->maximum_age.value),
                    finding_unit(a, period_ucum(r->maximum_age.unit)));
    if (high && !low && r->minimum_age.given)
        finding_add(f, "registry-mismatch", high->span, NULL,
                    "the text has no minimum age; the registry's is %s %s",
                    finding_number(a, r->minimum_age.value),
                    finding_unit(a, period_ucum(r->minimum_age.unit)));
    if (sex && r->sex && strcmp(r->sex, sex->subject.concept->id) != 0)
        finding_add(f, "registry-mismatch", sex->span, NULL,
                    "the text asks for %s; the registry's sex is %s", finding_words(a, sex),
                    r->sex);
}

void audit_demands(const rules *r, const unsigned *groups, arena *scratch, finding_list *f)
{
    demands d = {.arena = scratch};

    for (size_t i = 0; i < r->criterion_count; i++) {
        const criterion *c = &r->criteria[i];

        if (c->kind == CRITERION_REGISTRY)
            continue;
        d.group = groups[i];
        d.before = d.count;
        demand_rule(&d, c, c->rule, c->kind != CRITERION_EXCLUSION, false);
    }
    audit_registry(r, &d, f);
    compare_demands(r, &d, scratch, f);
}
