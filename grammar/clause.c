#include "grammar/statement.h"

#include "grammar/ago.h"
#include "grammar/except.h"
#include "grammar/limit.h"
#include "grammar/measured.h"
#include "grammar/permit.h"
#include "grammar/status.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <ctype.h>
#include <string.h>

/* ---- an item's rule ---- */

static bool begins_with(const concept *k, const char *word, size_t n)
{
    return strncasecmp(k->name, word, n) == 0 && k->name[n] == ' ';
}

/* "Glaucoma in either eye": whichever it is, an eye disease is one of the eye. */
static bool in_either(const clause *c, const item *x, const rule_qualifier *q)
{
    static const char either[] = "either ";
    const concept *k = x->subject.concept, *const *above = k ? k->above : NULL;
    const char *word = c->text + q->span.start;
    size_t n = q->span.end - q->span.start, before = sizeof either - 1;

    if (!k || q->span.start < before || !text_is(q->kind, "other") ||
        strncasecmp(word - before, either, before) != 0)
        return false;
    while (!begins_with(k, word, n) && *above)
        k = *above++;
    return begins_with(k, word, n);
}

/* "Scheduled for elective surgery": what is planned is elective. */
static bool planned_anyway(const item *x, const rule_qualifier *q)
{
    return x->planned && text_is(q->kind, "other") && q->text && !q->concept &&
           strcasecmp(q->text, "elective") == 0;
}

/* "Allergy to oral penicillin": to the drug, which the way in does not narrow. */
static bool of_the_drug(const item *x, const rule_qualifier *q)
{
    return x->subject.category == CATEGORY_ALLERGY && text_is(q->kind, "route");
}

static const rule_qualifier *qualifiers_of(const clause *c, const item *x, size_t *count)
{
    rule_qualifier *kept = arena_array(c->arena, x->qualifier_count + 1, sizeof *kept);

    *count = 0;
    for (size_t i = 0; kept && i < x->qualifier_count; i++)
        if (!in_either(c, x, &x->qualifiers[i]) && !planned_anyway(x, &x->qualifiers[i]) &&
            !of_the_drug(x, &x->qualifiers[i]))
            kept[(*count)++] = x->qualifiers[i];
        else
            clause_take(c, x->qualifiers[i].span);
    return *count ? kept : NULL;
}

const rule_amount *clause_amount(const clause *c, const part *q)
{
    rule_amount *m = arena_alloc(c->arena, sizeof *m);

    if (!m)
        return NULL;
    m->low = q->low;
    m->high = q->high;
    m->unit = q->unit;
    if (q->period)
        m->unit.ucum = period_ucum(q->period);
    m->span = q->span;
    m->text = arena_text(c->arena, c->text + q->span.start, q->span.end - q->span.start);
    return m;
}

/* A window out of a bare length of time behind an event ("infarction < 6 months"). */
const rule_window *clause_window(const clause *c, const part *q)
{
    const part *w = phrase_window(c->arena, q, NULL, q, NULL, c->text);

    return w ? w->window : NULL;
}

bool concept_is_treatment(const concept *k)
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

/* Do the words [at, end) say that it is the last of something: "last ", "most recent dose of "? */
static bool says_last(const clause *c, size_t at, size_t end)
{
    static const char *const words[] = {"last ", "most recent ", "latest ", "final "};
    size_t of = end, word;

    if (at + 4 < end && (text_equal_nocase(c->text + end - 4, 4, " of ")))
        of = end - 4;
    else if (at + 6 < end && text_equal_nocase(c->text + end - 6, 6, " with "))
        of = end - 6;
    for (word = of; of < end && word > at && c->text[word - 1] != ' ';)
        word--; /* "dose of" */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);

        if (word >= at + n && text_equal_nocase(c->text + word - n, n, words[i]))
            return true;
    }
    return false;
}

/* Is it the last time that the window is about? */
static bool speaks_of_last(const clause *c, const item *x, const rule_window *w)
{
    size_t at = x->subject.span.start;

    if (w->text && (strcasestr(w->text, "since") || strcasestr(w->text, "last ")))
        return true;
    return says_last(c, at > 40 ? at - 40 : 0, at);
}

/* "asthma (requiring A)" */
static bool opens_bracket(const clause *c, const item *x)
{
    return x->span.start > 0 && c->text[x->span.start - 1] == '(';
}

/* "no history of asthma for 4 weeks": is the word itself there, and not only a tense ("has not
 * taken it for 4 weeks")? */
static bool of_history(const clause *c, const item *x)
{
    if (!x->history)
        return false;
    for (size_t i = x->span.start; i < x->subject.span.start; i++)
        if (text_starts_nocase(c->text + i, x->subject.span.start - i, "history") ||
            text_starts_nocase(c->text + i, x->subject.span.start - i, "never"))
            return true;
    return x->lent_history || x->history_own || x->history_behind;
}

/* "Positive pregnancy test before enrollment", "pregnant before dosing": the one of then, and none
 * that ended long before. */
static bool of_this_pregnancy(const rule *r)
{
    const rule_window *w = r->window;

    return w && w->to_given && !w->from_given && w->to.n == 0 && !w->to_open &&
           rule_anchor_of_study(w->anchor) && !w->anchor_concept && r->tense != TENSE_HISTORY &&
           is_landmark(r->subject.concept, LANDMARK_PREGNANCY);
}

/* One record of the thing; *other is what a negation may deny instead (NULL: nothing else). */
rule *clause_has(const clause *c, const item *x, rule **other)
{
    rule *lasting = NULL,
         *r = rule_new(c->arena, RULE_HAS,
                       x->has_subject ? span_hull(x->span, x->subject.span) : x->span);

    if (!r)
        return NULL;
    r->subject = x->subject;
    r->subject.who = x->who;
    set_tense(r, x);
    if (x->window)
        r->window = x->window->window;
    else if (x->event && x->event->window)
        r->window = x->event->window;
    if (of_this_pregnancy(r))
        r->window = NULL;
    if (item_plans(x) && !x->history && r->window && r->window->from_given &&
        r->window->from.n < 0 && r->window->to.n == 0 && x->window && !x->window->value[0]) {
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
        r->duration = clause_amount(c, x->duration);
        if (!r->window && x->duration->window)
            r->window = x->duration->window;
        /* "no antibiotics for 2 weeks before": none in that time */
        bool denied = x->negated || x->denied_before;

        if (denied && r->window && r->window == x->duration->window && x->duration->low.given &&
            !x->duration->high.given)
            r->duration = NULL;
        /* "off steroids for 4 weeks", "has not taken it for 7 days": none in that time */
        if (denied && !r->window && x->subject.concept && x->duration->low.given &&
            !x->duration->high.given && !of_history(c, x)) {
            part back = *x->duration;
            rule *none = arena_copy(c->arena, r, 1, sizeof *r);

            back.high = (rule_bound){true, true, back.low.value};
            back.low = (rule_bound){0};
            if (!none)
                return NULL;
            none->window = clause_window(c, &back);
            none->duration = NULL;
            if (!measured_denies_course(c, x) && (concept_is_treatment(x->subject.concept) ||
                                                  (x->subject.concept->flags & CONCEPT_EVENT)))
                r = none;
            else
                lasting = r, r = none;
        }
    }
    r->qualifiers = qualifiers_of(c, x, &r->qualifier_count);
    /* "seizure-free for less than 12 months": had one in that time, and who never had one is not
     * meant */
    if (x->duration && (x->negated || x->denied_before) && x->duration->high.given &&
        !x->duration->low.given)
        return arena_copy(c->arena,
                          rule_opaque(c->arena, r->span, "free of it for no longer than that"), 1,
                          sizeof *r);
    if (x->need) {
        item copy = *x;
        /* by something else that is asked for, or by itself */
        item_qualify(c, &copy, "other", x->tied || opens_bracket(c, x) ? "needed" : "required",
                     x->span, NULL);
        r->qualifiers = qualifiers_of(c, &copy, &r->qualifier_count);
    }
    *other = lasting;
    return r;
}

/* "HER2-negative breast cancer", "seronegative arthritis": what is negative is something else than
 * the disease, and narrows it; "HIV negative" denies it. */
static void settle_result(const clause *c, rule *r)
{
    size_t from = r->subject.span.start, to = r->subject.span.end;
    rule_qualifier *q;

    if (r->subject.category != CATEGORY_CONDITION || !r->qualifier_count ||
        !(q = arena_copy(c->arena, r->qualifiers, r->qualifier_count, sizeof *q)))
        return;
    for (size_t i = 0; i < r->qualifier_count; i++) {
        size_t at = q[i].span.start;
        bool marker = at < from && strncasecmp(c->text + at, "neg", 3) != 0;

        if (!text_is(q[i].kind, "result") || !text_is(q[i].value, "negative"))
            continue;
        for (size_t k = 0; k < r->qualifier_count; k++)
            marker = marker ||
                     ((text_is(q[k].kind, "about") || text_is(q[k].kind, "other")) &&
                      (q[k].span.end <= from || (q[k].span.start >= to && q[k].span.end <= at)));
        if (marker)
            q[i].kind = "other";
    }
    r->qualifiers = q;
}

/* "Active OI", "untreated OI": a few letters said to be what no measurement is stand for something
 * else than that. */
static bool no_measurement(const clause *c, const item *x)
{
    static const char *const kinds[] = {"control", "course", "severity", "symptoms", "recency"};
    eligo_span s = x->subject.span;
    bool state = x->current || x->history;

    if (!x->subject.concept || x->subject.category != CATEGORY_MEASUREMENT || x->quantity_count ||
        s.end - s.start > 5)
        return false;
    for (size_t i = s.start; i < s.end; i++)
        if (islower((unsigned char)c->text[i]))
            return false;
    for (size_t i = 0; i < x->qualifier_count; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            state = state || text_is(x->qualifiers[i].kind, kinds[k]);
    return state;
}

const rule *item_has(const clause *c, const item *x)
{
    enum { TESTS = 4 };
    const rule *all[TESTS + 1];
    rule *lasting = NULL, *r = clause_has(c, x, &lasting);
    size_t tests = 0;

    if (!r)
        return NULL;
    if (no_measurement(c, x)) {
        r->subject.concept = NULL;
        r->subject.category = CATEGORY_NONE;
    }
    if (!lasting && r->op == RULE_HAS)
        tests = status_taken(c, r, all, TESTS);
    settle_result(c, r);
    combine_failed(r);
    if (tests) {
        all[tests] = r;
        return rule_join(c->arena, RULE_ALL, r->span, all, tests + 1);
    }
    if (r->window && r->window->to_given && !r->window->from_given && r->window->to.n < 0 &&
        !x->negated && speaks_of_last(c, x, r->window))
        return ago_and_none_since(c->arena, r);
    if (lasting) { /* of a state: none in that time, or not for so long */
        const rule *two[2] = {r, lasting};

        lasting->qualifiers = r->qualifiers;
        lasting->qualifier_count = r->qualifier_count;
        return rule_readings(c->arena, r->span, "negation-scope", two, 2);
    }
    return r;
}

bool part_crosses(const clause *c, const concept *a, const concept *b)
{
    enum { WIDE = 16 };

    return !concept_is(a, b) && !concept_is(b, a) && lexicon_below(c->lx, a, WIDE) == WIDE;
}

static const rule *sex_rule(const clause *c, const item *x)
{
    rule *r = rule_new(c->arena, RULE_HAS, x->sex->span);

    if (!r)
        return NULL;
    r->subject.concept = lexicon_concept(c->lx, x->sex->value, strlen(x->sex->value));
    r->subject.category = CATEGORY_DEMOGRAPHIC;
    r->subject.span = x->sex->span;
    r->subject.text =
        arena_text(c->arena, c->text + x->sex->span.start, x->sex->span.end - x->sex->span.start);
    return r;
}

/* The people of whom something is asked. */
static const rule *people_rule(const clause *c, const item *x)
{
    rule *r;

    if (!x->people)
        return sex_rule(c, x);
    if (!(r = rule_new(c->arena, RULE_HAS, x->people->span)))
        return NULL;
    r->subject.concept = x->people->hit.thing;
    r->subject.category = x->people->hit.thing->category;
    r->subject.span = x->people->span;
    r->subject.text = arena_text(c->arena, c->text + x->people->span.start,
                                 x->people->span.end - x->people->span.start);
    return r;
}

/* Is it known of whom it is by what is asked: a pregnancy? */
static bool implies_sex(const item *x)
{
    return x->subject.concept && (x->subject.concept->flags & (CONCEPT_FEMALE | CONCEPT_MALE)) &&
           (!x->people || concept_is(x->subject.concept, x->people->hit.thing));
}

/* "Ferritin above 40 in women", of all who are to be let in: asked of women only, or of all, who
 * are to be women. A pregnancy test or contraception is asked of those who can be pregnant. */
static const rule *asked_of_people(const clause *c, const item *x, const rule *people,
                                   const rule *what)
{
    static const landmark theirs[] = {LANDMARK_PREGNANCY_TEST, LANDMARK_PREGNANCY_TESTING,
                                      LANDMARK_CONTRACEPTION};
    const rule *both[2] = {rule_two(c->arena, RULE_ALL, what, people), NULL};

    both[1] = x->age && x->quantity_count == 1 && what->op == RULE_ALL && what->count == 2 &&
                      what->of[0]->op == RULE_COMPARE &&
                      what->of[0]->subject.concept ==
                          lexicon_landmark(c->lx, LANDMARK_AGE) /* "... in women aged 40 or more" */
                  ? rule_two(c->arena, RULE_IF, rule_two(c->arena, RULE_ALL, people, what->of[0]),
                             what->of[1])
                  : rule_two(c->arena, RULE_IF, people, what);

    for (size_t i = 0; i < sizeof theirs / sizeof *theirs; i++)
        if (is_landmark(x->subject.concept, theirs[i]))
            return both[1];
    return both[0] && both[1] ? rule_readings(c->arena, x->span, "modifier-scope", both, 2)
                              : both[0];
}

const rule *item_denied_of(const clause *c, const item *x)
{
    const rule *people, *what, *both[2];
    item own;

    if (!x->negated || !x->has_subject || (!x->of_sex && !x->people) || implies_sex(x))
        return NULL;
    item_copy(&own, x);
    own.sex = NULL;
    own.people = NULL;
    own.negated = false;
    people = people_rule(c, x);
    what = item_rule(c, &own);
    if (!people || !what)
        return NULL;
    what = rule_not(c->arena, what->span, what);
    both[0] = rule_two(c->arena, RULE_ALL, what, people);
    if (c->exclusion || c->special)
        return both[0];
    both[1] = rule_two(c->arena, RULE_IF, people, what);
    return both[0] && both[1] ? rule_readings(c->arena, x->span, "modifier-scope", both, 2)
                              : both[0];
}

/* What a judgement mentions, so that nothing named is lost. */
static const rule *judgement(const clause *c, const item *x)
{
    /* "all subjects will be consented", among what bars: a signed consent bars nobody */
    if (c->exclusion && !c->special && !x->negated && !x->denied_before &&
        text_is(x->judge, "consent"))
        return rule_opaque(c->arena, x->span, "a consent, among what bars");

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

/* The same without a qualifier that names `of`, which is asked beside it. */
static const rule *without_name(const clause *c, const rule *r, const concept *of)
{
    rule *copy = arena_copy(c->arena, r, 1, sizeof *r);
    rule_qualifier *list = arena_array(c->arena, r->qualifier_count + 1, sizeof *list);
    size_t n = 0;

    if (!copy || !list)
        return r;
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (r->qualifiers[i].concept != of)
            list[n++] = r->qualifiers[i];
    copy->qualifiers = list;
    copy->qualifier_count = n;
    return copy;
}

/* Is it the scale of that very condition ("hypertension grade"), and not one of many ("cancer
 * stage")?
 */
static bool is_scale_of(const rule *r, const concept *condition)
{
    return strcasestr(r->subject.concept->name, condition->name);
}

/* Without the qualifiers that stand in a span. */
static void drop_qualifiers(item *x, eligo_span s)
{
    size_t n = 0;

    for (size_t i = 0; i < x->qualifier_count; i++)
        if (x->qualifiers[i].span.end <= s.start || x->qualifiers[i].span.start >= s.end)
            x->qualifiers[n++] = x->qualifiers[i];
    x->qualifier_count = n;
}

/* "Twin pregnancy at 20 to 30 weeks of gestation": what was measured has its limit, and narrows
 * nothing else. */
static void drop_measured(item *x, const rule *limit)
{
    size_t n = 0;

    for (size_t i = 0; i < x->qualifier_count; i++) {
        const rule_qualifier *q = &x->qualifiers[i];

        if (q->concept != limit->subject.concept || !text_is(q->kind, "about") ||
            q->span.start != limit->subject.span.start)
            x->qualifiers[n++] = *q;
    }
    x->qualifier_count = n;
}

/* "Grade 2 neuropathy": the name of the scale, and no thing. */
static bool names_scale(const clause *c, const item *x)
{
    eligo_span s = x->subject.span;

    return x->has_subject && !x->subject.concept &&
           roles_all(c->text + s.start, s.end - s.start) & ROLE_STAGE;
}

/* "Chondrosarcoma grade 3": a scale of many things stands behind the one that it grades. */
static bool ends_in_scale(const clause *c, const item *x, const rule *bound)
{
    eligo_span s = x->subject.span;
    size_t size;

    return bound->op == RULE_COMPARE && bound->subject.concept &&
           concept_attribute(bound->subject.concept, "one_of", &size) && x->has_subject &&
           !x->subject.concept && roles_of_last(c->text + s.start, s.end - s.start) & ROLE_STAGE;
}

/* "Heart failure NYHA class III", "CHF >= NYHA II": the condition t stands right before its class;
 * a score of points is told by what it is of. */
static bool classed(const clause *c, const part *t, const rule *score, const part *q)
{
    eligo_span name = score->subject.span;
    size_t size = 0;
    const char *id = concept_attribute(score->subject.concept, "of", &size);
    const concept *of = id ? lexicon_concept(c->lx, id, size) : NULL;

    if (t->span.end > name.start || name.start - t->span.end > 16)
        return false;
    if (of && (concept_is(t->hit.thing, of) || concept_is(of, t->hit.thing)))
        return true;
    return strchr("IVX", c->text[q->span.end - 1]) ||
           roles_of_last(c->text + name.start, name.end - name.start) & ROLE_STAGE;
}

static const rule *own_rule(const clause *c, const item *x);

static bool says_recent(const rule_qualifier *q)
{
    return text_is(q->kind, "recency") && text_is(q->value, "recent");
}

/* Does a leaf of `limit` compare what `r` compares? */
static bool limits_same(const rule *limit, const rule *r)
{
    bool same = limit->op == RULE_COMPARE && limit->subject.concept == r->subject.concept;

    for (size_t i = 0; i < limit->count; i++)
        same = same || limits_same(limit->of[i], r);
    return same;
}

/* "18 or older (19 or older in X)": the limit of the bracket is of what stands before it, and
 * whom it is for is not understood. */
static const rule *own_limit(const clause *c, const rule *r, const part *bracket)
{
    const part *q = NULL;
    rule *own = arena_copy(c->arena, r, 1, sizeof *own);

    for (size_t i = 0; i < bracket->inside_count && !q; i++)
        if (bracket->inside[i].kind == PART_QUANTITY)
            q = &bracket->inside[i];
    if (!own || !q || q->low.given != r->low.given || q->high.given != r->high.given ||
        q->relative != RELATIVE_NONE || (q->unit.text && !q->period))
        return rule_opaque(c->arena, bracket->span, "a limit for some, who are not understood");
    own->low = q->low;
    own->high = q->high;
    own->span = own->bound_span = q->span;
    return own;
}

/* "current or recent infection": one that has ended may count, and one of now does. */
static bool is_now_or_recent(const item *x)
{
    bool recent = false;

    for (size_t i = 0; i < x->qualifier_count; i++)
        recent = recent || says_recent(&x->qualifiers[i]);
    return recent && x->current && !x->history && !x->judge && !x->quantity_count && !x->negated;
}

const rule *item_rule(const clause *c, const item *x)
{
    item own, theirs;
    part since;
    const rule *two[2], *r;

    if (x->alternative) {
        own = *x;
        own.alternative = NULL;
        two[0] = item_rule(c, &own);
        two[1] = x->alternative;
        return two[0] ? rule_join(c->arena, RULE_ANY, span_hull(x->span, two[1]->span), two, 2)
                      : two[1];
    }
    if (x->two_times && x->planned && x->has_subject && !x->quantity_count && !x->judge)
        return item_at_two_times(c, x);
    if (is_now_or_recent(x)) {
        item recent = *x;

        own = *x;
        own.window = NULL;
        own.qualifier_count = 0;
        for (size_t i = 0; i < x->qualifier_count; i++)
            if (!says_recent(&x->qualifiers[i]))
                own.qualifiers[own.qualifier_count++] = x->qualifiers[i];
        recent.current = false;
        two[0] = item_rule(c, &own);
        two[1] = item_rule(c, &recent);
        return two[0] && two[1] ? rule_join(c->arena, RULE_ANY, x->span, two, 2) : two[0];
    }
    if (ago_of_itself(x) && ago_counted_back(c, x, &own, &since)) {
        r = own_rule(c, &own);
        return r && r->op == RULE_HAS && x->window && x->window->bare_time ? ago_open(c, r) : r;
    }
    if (ago_bare(c, x) && (r = own_rule(c, x)) && r->op == RULE_HAS && r->window)
        return ago_open(c, r);
    if (!x->either || !x->who || x->judge || x->consent)
        return own_rule(c, x);
    /* "personal or family history of X": the patient's, or theirs */
    own = *x;
    item_is_of_patient(&own);
    own.history = own.history || strcmp(x->who, "family") == 0;
    theirs = *x;
    if (x->defined)
        theirs.defined = combine_of_somebody(c->arena, x->defined, x->who);
    two[0] = own_rule(c, &own);
    two[1] = own_rule(c, &theirs);
    return two[0] && two[1] ? rule_join(c->arena, RULE_ANY, two[0]->span, two, 2) : two[0];
}

static bool subject_is_quantity(const item *x)
{
    return x->has_subject && x->subject.concept &&
           category_is_quantity(x->subject.concept->category) &&
           x->subject.concept->category != CATEGORY_DEMOGRAPHIC;
}

/* "Lung cancer (stage IV)": the stage is that of any cancer, and which must be asked, too. */
static bool is_stage_of_any(const item *x, const rule *r)
{
    return r->op == RULE_COMPARE && r->subject.concept && x->subject.concept &&
           r->subject.category == CATEGORY_SCORE && x->subject.category == CATEGORY_CONDITION &&
           x->subject_part && x->subject_part->hit.thing == x->subject.concept &&
           !x->subject_part->hit.quantity &&
           (r->subject.span.start != x->subject.span.start || !is_scale_of(r, x->subject.concept));
}

/* Is a bound about the thing of its item, so that nothing else is asked of that? */
static bool bounds_subject(const clause *c, const item *x, const rule *r)
{
    return r->op != RULE_COMPARE || r->counting || !r->subject.concept ||
           r->subject.span.start == x->subject.span.start || names_scale(c, x) ||
           (x->subject_part && (r->subject.concept == x->subject.concept ||
                                r->subject.concept == x->subject_part->hit.quantity));
}

static void state_bounds(statement *s)
{
    const item *x = s->x;

    if (!x->quantity_count)
        return;
    item_copy(&s->said, x);
    s->thing_said = &s->said;
    for (size_t i = 0; i < x->quantity_count; i++) {
        const rule *r = bound_rule(s->c, x, x->quantities[i]);

        if (!r) { /* a number that bounds nothing is part of what is said all the same */
            item_qualify(s->c, &s->said, "number", NULL, x->quantities[i]->span, NULL);
            continue;
        }
        if (!is_stage_of_any(x, r)) {
            if (r->op == RULE_HAS && r->dose && x->subject.concept &&
                x->subject.category == CATEGORY_CONDITION &&
                r->subject.span.start != x->subject.span.start)
                drop_qualifiers(&s->said, r->span); /* "septic shock on A > 0.1 ug/kg/min": both */
            else if (bounds_subject(s->c, x, r))
                s->used_subject = true;
            else if (!x->history && !x->who && x->subject.concept &&
                     !(x->subject.concept->flags & CONCEPT_EVENT))
                drop_measured(&s->said, r);
        }
        s->of[s->n++] = r;
    }
}

static void state_thing(statement *s)
{
    const item *x = s->x;
    const rule *r;

    if (!x->has_subject || s->used_subject || (subject_is_quantity(x) && x->quantity_count))
        return;
    /* "adult patients > 18 years": the group is what the bound says again */
    if (x->quantity_count && (x->age || x->grown) && !x->subject.concept)
        return;
    if (x->sex && !s->c->exclusion && item_age_alone(s->c, x)) /* "adult women" */
        return;
    if (s->n && is_landmark(x->subject.concept, LANDMARK_AGE))
        return;
    if ((r = item_has(s->c, s->thing_said)) && (r = measured_before(s->c, r)) &&
        (r = measured_at_most(s->c, s->thing_said, r)))
        s->of[s->n++] = item_treated(s->c, item_lacking(s->c, x, item_there(s->c, r)));
}

/* "TNM stage I-II colorectal cancer": does the condition that t names stand right behind the stage
 * that the bound is about, or right before it? */
static bool is_staged(const statement *s, const part *t)
{
    const part *q = s->x->quantities[s->x->quantity_count - 1];
    const rule *bound = s->of[0];

    return t->hit.thing && !t->hit.quantity && t->hit.thing->category == CATEGORY_CONDITION &&
           s->n == 1 && bound->op == RULE_COMPARE && bound->subject.category == CATEGORY_SCORE &&
           bound->subject.concept &&
           ((!is_scale_of(bound, t->hit.thing) &&
             ((t->span.start >= q->span.end && t->span.start - q->span.end < 24) ||
              bound->subject.span.start == t->span.start)) ||
            classed(s->c, t, bound, q));
}

static void state_staged(statement *s)
{
    const item *x = s->x;

    if (!x->quantity_count || (!subject_is_quantity(x) && !names_scale(s->c, x) &&
                               !(s->n && ends_in_scale(s->c, x, s->of[0]))))
        return;
    for (size_t i = 0; i < x->thing_count && s->n < ITEM_QUANTITIES; i++) {
        const part *t = x->things[i];
        item other = {.span = t->span, .has_subject = true, .subject_part = t};
        const rule *r;

        if (!is_staged(s, t))
            continue;
        other.subject.concept = t->hit.thing;
        other.subject.category = t->hit.thing->category;
        other.subject.span = t->span;
        other.subject.text =
            arena_text(s->c->arena, s->c->text + t->span.start, t->span.end - t->span.start);
        s->of[0] = without_name(s->c, s->of[0], t->hit.thing);
        if ((r = item_has(s->c, &other)))
            s->of[s->n++] = r;
    }
}

/* Of whom it is said: men, women, women of childbearing potential. */
static void state_people(statement *s)
{
    const clause *c = s->c;
    const item *x = s->x;
    const rule *r, *what;

    if (x->people && implies_sex(x)) {
        clause_take(c, x->people->span);
        return;
    }
    if ((!x->sex && !x->people) || implies_sex(x) || !(r = people_rule(c, x)))
        return;
    what = rule_join(c->arena, RULE_ALL, x->span, s->of, s->n);
    s->of[s->n++] = r;
    if (what && (x->of_sex || x->people) && !c->exclusion && !c->special)
        s->of[0] = asked_of_people(c, x, r, what), s->n = s->of[0] != NULL;
}

/* A rule with the limit that its bracket has for some: "(> 23 for Asians)". */
static const rule *with_special(const clause *c, const item *x, const rule *r)
{
    clause inner = *c;
    const rule *limit;

    if (x->duration && !x->quantity_count && r->op == RULE_HAS && r->duration)
        return limit_length_for_some(c, x, r);
    inner.depth++;
    inner.special = true;
    limit = scope_bracket(&inner, x->special->inside, 0, x->special->inside_count, x);
    if (limit && r->op == RULE_COMPARE && !limits_same(limit, r))
        limit = own_limit(c, r, x->special);
    if (limit && limit->op == RULE_COMPARE) /* for whom is not understood */
        limit = rule_two(
            c->arena, RULE_ALL, limit,
            rule_opaque(c->arena, x->special->span, "a limit for some, who are not understood"));
    return combine_alternative(c->arena, r, limit);
}

static const rule *with_exception(const clause *c, const item *x, const rule *r)
{
    if (x->permits && (!x->exception || !permission_concerns(x->permits, r))) {
        clause inner = *c;
        permission own = *x->permits;
        const rule *limited;

        inner.exclusion = c->exclusion || x->negated;
        if (permission_bare_limit(&own)) {
            clause some = inner;
            const rule *limit;

            some.special = true;
            some.exclusion = false;
            limit = some.depth++ > CLAUSE_DEPTH
                        ? NULL
                        : scope_bracket(&some, own.terms, 0, own.terms_count, x);
            own.proviso = limit ? limit : own.proviso;
        }
        limited = permission_limit(&inner, r, &own);
        return limited ? limited : permission_join(&inner, r, &own);
    }
    if (!x->exception)
        return r;
    return combine_except(c->arena, r, x->unless ? x->exception : except_meant(c, r, x->exception),
                          x->unless, c->exclusion || x->negated);
}

/* "Heart failure of NYHA class III", "pain > 4 on the VAS": the scale that is asked for narrows the
 * condition no more. A pain that has a score is there. */
static void drop_own_scales(statement *s)
{
    size_t kept = 0;

    for (size_t i = 0; i < s->n; i++) {
        const rule *r = s->of[i], *scale = NULL;

        for (size_t k = 0; k < s->n && r->op == RULE_HAS && r->subject.concept && !scale; k++)
            for (size_t q = 0; q < r->qualifier_count && !scale; q++)
                if (s->of[k]->op == RULE_COMPARE && s->of[k]->subject.concept &&
                    s->of[k]->subject.category == CATEGORY_SCORE &&
                    text_is(r->qualifiers[q].kind, "about") &&
                    r->qualifiers[q].concept == s->of[k]->subject.concept)
                    scale = s->of[k];
        if (scale)
            r = without_name(s->c, r, scale->subject.concept);
        if (scale && !r->qualifier_count && is_landmark(r->subject.concept, LANDMARK_PAIN) &&
            scale->low.given && scale->low.value > 0) {
            clause_take(s->c, r->subject.span);
            continue;
        }
        s->of[kept++] = r;
    }
    s->n = kept;
}

static const rule *own_rule(const clause *c, const item *x)
{
    statement s; /* what `said` holds is set where it is used */
    const rule *r;

    if (x->overflow)
        return rule_opaque(c->arena, x->span, "more is said at once than is read as one clause");
    if (x->judge && !(x->quantity_count && (x->thing_count || x->age) &&
                      !text_is(x->judge, "investigator opinion")))
        return judgement(c, x);
    s.c = c;
    s.x = s.thing_said = x;
    s.n = 0;
    s.used_subject = false;
    if (x->judge)
        s.of[s.n++] = judgement(c, x);
    state_bounds(&s);
    if (!state_definition(&s))
        return NULL;
    state_thing(&s);
    state_staged(&s);
    state_people(&s);
    if (x->also && (x->negated || x->denied_before) && !x->asked && s.n && denies_only(x->also)) {
        s.of[0] =
            denied_beside(c, x, rule_join(c->arena, RULE_ALL, x->span, s.of, s.n), x->also, true);
        s.n = 1;
    } else if (x->also && s.n && c->exclusion && defined_less(x)) {
        s.of[0] = defined_without(c, x, rule_join(c->arena, RULE_ALL, x->span, s.of, s.n));
        s.n = 1;
    } else if (x->also)
        s.of[s.n++] = x->also;
    if (s.n == 0 && x->window && x->window->window && (r = ago_event(c, x)))
        s.of[s.n++] = r;
    drop_own_scales(&s);
    if (s.n == 0)
        return NULL;
    r = rule_join(c->arena, RULE_ALL, x->span, s.of, s.n);
    if (x->special && r)
        r = with_special(c, x, r);
    return r ? with_exception(c, x, r) : r;
}
