/* "Heart failure, NYHA class III, hospitalised within 6 months", among what bars: a piece behind a
 * comma is one more of a list, or says something of what stands before it. Where its words look
 * like the second, both are kept as readings. */
#include "grammar/bound.h"
#include "grammar/connective.h"
#include "grammar/measured.h"

#include "engine/base/text.h"
#include "rules/landmark.h"
#include "rules/measures.h"

#include <ctype.h>
#include <string.h>

bool word_is_code(const char *text, size_t size)
{
    size_t turns = 0;

    for (size_t i = 0; i < size; i++) {
        if (!isalnum((unsigned char)text[i]))
            return false;
        turns += i > 0 && isdigit((unsigned char)text[i]) && isalpha((unsigned char)text[i - 1]);
    }
    return turns > 1 && isalpha((unsigned char)text[0]);
}

/* The words of an entry, with those before its name ("in", "on"). */
static eligo_span words_of(const item *x)
{
    return x->in && x->from < x->to ? parts_span(x->in, x->from, x->to) : x->span;
}

static eligo_span word_at(const clause *c, eligo_span s)
{
    size_t end = s.start;

    while (end < s.end && !text_is_blank(c->text[end]) && c->text[end] != ',')
        end++;
    return (eligo_span){s.start, end};
}

static bool ends_in(const clause *c, eligo_span s, const char *const *ends)
{
    for (size_t i = 0; ends[i]; i++) {
        size_t n = strlen(ends[i]);

        if (s.end - s.start > n + 1 && text_equal_nocase(c->text + s.end - n, n, ends[i]))
            return true;
    }
    return false;
}

/* "Hospitalised", "complicated by B", "refractory to C", "aged > 40", and no "elevated ALT": a word
 * that is no adjective of what stands behind it. */
static bool is_participle(const clause *c, const item *x, eligo_span s)
{
    static const char *const ends[] = {"ed", NULL};
    eligo_span word = word_at(c, s), next = {word.end, s.end};
    bool adjective = x->in && x->from < x->to && x->in[x->from].kind == PART_QUAL;

    if (!adjective && !ends_in(c, word, ends))
        return false;
    if (adjective)
        next.start = x->in[x->from].span.end;
    while (next.start < next.end && text_is_blank(c->text[next.start]))
        next.start++;
    next = word_at(c, next);
    if (adjective) /* "evidence of D" is D, "pretreatment with D" another thing */
        return roles_all(c->text + next.start, next.end - next.start) & ROLE_PREPOSITION &&
               !text_equal_nocase(c->text + next.start, next.end - next.start, "of") &&
               !text_equal_nocase(c->text + next.start, next.end - next.start, "with");
    return next.start == next.end || !text_is_letter(c->text[next.start]) ||
           roles_all(c->text + next.start, next.end - next.start) & ROLE_PREPOSITION;
}

/* Does a word end as adjectives do? */
static bool ends_as_adjective(const clause *c, eligo_span word)
{
    static const char *const ends[] = {"ed", "ant",  "ent",  "ive", "ous", "al",     "ar", "ary",
                                       "ic", "able", "ible", "ile", "ing", "immune", NULL};

    return ends_in(c, word, ends);
}

/* "Epileptic", of epilepsy, "bipolar", of bipolar disorder, and no "colic": the word is not the
 * name itself. */
static bool stands_for_name(const item *x)
{
    size_t size = strlen(x->subject.concept->name),
           n = x->subject.text ? strlen(x->subject.text) : 0;

    return !n || !text_starts_nocase(x->subject.concept->name, size, x->subject.text) ||
           (n < size && x->subject.concept->name[n] == ' ');
}

/* "Drug-resistant", "relapsing-remitting", "type 2": words that are no name of a thing; of those
 * that are one, "iron-deficient", and behind a noun `head` "febrile". */
static bool is_adjective(const clause *c, const item *x, eligo_span s, const item *head)
{
    static const char *const bound[] = {"ed", "ant", "ent", NULL}, *const alone[] = {
                                                                       "ic", "ile", "ive", "ous",
                                                                       "al", "ar",  "ant", NULL};
    eligo_span word = word_at(c, s);
    const char *dash = memchr(c->text + word.start, '-', word.end - word.start);
    size_t first = dash ? (size_t)(dash - c->text) : word.end;

    if (x->subject.concept)
        return word.end == s.end &&
               ((dash && ends_in(c, word, bound)) ||
                (x->subject.category == CATEGORY_CONDITION && ends_in(c, word, alone) && head &&
                 head->subject.category == CATEGORY_CONDITION &&
                 !ends_as_adjective(c, head->subject.span) && stands_for_name(x)));
    return ends_as_adjective(c, s) ||
           (word.end == s.end && word_is_code(c->text + s.start, s.end - s.start)) || /* "T3N2" */
           (dash && ends_as_adjective(c, word) &&
            (word.end == s.end || c->text[word.end] == ',')) ||
           roles_all(c->text + word.start, first - word.start) & ROLE_RECORD_MANNER;
}

/* "BMI > 40", "> 15 days a month", "low LVEF", and no age. */
static bool is_limit(const clause *c, const entry *e)
{
    const rule *r = e->rule;

    if (!r)
        return false;
    if (r->op == RULE_OPAQUE)
        return !text_is_letter(c->text[e->item.span.start]);
    if (e->item.age)
        return false;
    if (!e->item.quantity_count)
        return r->op == RULE_HAS && r->qualifier_count &&
               (r->subject.category == CATEGORY_MEASUREMENT ||
                r->subject.category == CATEGORY_SCORE);
    while ((r->op == RULE_ANY || r->op == RULE_ALL || r->op == RULE_READINGS) && r->count)
        r = r->of[0]; /* a blood pressure has two */
    return r->op == RULE_COMPARE && !r->counting &&
           (r->subject.category == CATEGORY_MEASUREMENT || r->subject.category == CATEGORY_SCORE);
}

/* "Aged > 40", "older than 65 years": how old those are, and no age by itself. */
static bool is_age(const clause *c, const item *x)
{
    return x->age && x->quantity_count &&
           !text_starts_nocase(c->text + x->span.start, x->span.end - x->span.start, "age ");
}

/* "Taking A", "receiving B", and no "current use of C". */
static bool takes(const clause *c, const item *x, eligo_span s)
{
    static const char *const ends[] = {"ing", NULL};

    return x->in && x->from < x->to && x->in[x->from].kind == PART_CURRENT &&
           ends_in(c, word_at(c, s), ends) && x->subject.concept &&
           concept_is_treatment(x->subject.concept);
}

/* "On dialysis", "treated with A", "in remission", "waiting for surgery". `alone`:
 * nothing else stands in the list but what is so said. */
static bool begins_as_said(const clause *c, const item *x, eligo_span s, bool alone)
{
    eligo_span word = word_at(c, s);
    const part *first = x->in && x->from < x->to ? &x->in[x->from] : NULL;

    if (first && first->kind == PART_PLANNED)
        return list_leads(c, first->span) || part_is(c, first, "awaiting");
    if (x->negated) /* in readings already */
        return false;
    if (x->treated || takes(c, x, s))
        return true;
    if (text_equal_nocase(c->text + word.start, word.end - word.start, "for"))
        return true;
    if (x->subject.concept && !concept_is_treatment(x->subject.concept)) /* "in labor" */
        return false;
    return (alone ||
            x->subject.category != CATEGORY_PROCEDURE) && /* "pregnancy, gout, on dialysis" */
           roles_all(c->text + word.start, word.end - word.start) & ROLE_PREPOSITION;
}

/* "Women of childbearing potential, not using contraception". */
static bool protects_head(const clause *c, const entry *head, const entry *e)
{
    const concept *may = lexicon_landmark(c->lx, LANDMARK_CHILDBEARING_POTENTIAL),
                  *use = lexicon_landmark(c->lx, LANDMARK_CONTRACEPTION),
                  *k = e->item.subject.concept;

    return may && use && head->item.subject.concept == may && k && concept_is(k, use);
}

/* "Renal impairment, eGFR < 30", "heart failure, NYHA III": a limit of what `before` is known by,
 * or graded by. */
static bool measures_it(const clause *c, const entry *e, const entry *before)
{
    const concept *k = e->item.thing_count ? e->item.things[0]->hit.quantity : NULL,
                  *of = before->item.subject.concept;
    size_t size;
    const char *graded = k ? concept_attribute(k, "of", &size) : NULL;
    const concept *what = graded ? lexicon_concept(c->lx, graded, size) : NULL;

    return k && of && is_limit(c, e) && before->item.subject.category == CATEGORY_CONDITION &&
           !before->item.quantity_count &&
           (measures_wider(c->lx, k, of) || measures(c->lx, k, of) ||
            (what && concept_is(of, what)));
}

/* "Breast cancer, ER or PR positive": what was found, of a cancer. */
static bool marks_cancer(const clause *c, const entry *e, const entry *cancer)
{
    const concept *of = cancer->item.subject.concept,
                  *any = lexicon_landmark(c->lx, LANDMARK_MALIGNANCY);

    return e->rule && any && of && concept_is(of, any) && !e->item.negated &&
           !e->item.quantity_count && e->item.subject.category == CATEGORY_MEASUREMENT;
}

/* May an entry be said of `before`, what stands before it? `head`: all that stands between them is,
 * too; NULL: other things stand in the list. */
static bool is_apposed(const clause *c, const entry *e, const entry *before, const entry *head)
{
    const item *x = &e->item;
    eligo_span s = words_of(x);

    if (e->link != PART_COMMA || e->more || e->example || e->bracketed || e->group || x->judge ||
        x->defined)
        return false;
    if (!e->rule)
        return head;
    return begins_as_said(c, x, s, head) || is_participle(c, x, s) ||
           is_adjective(c, x, s, head ? &head->item : NULL) || measures_it(c, e, before) ||
           marks_cancer(c, e, before) ||
           (head &&
            (is_limit(c, e) || is_age(c, x) || (x->sex && !x->has_subject) ||
             protects_head(c, head, e) || (head->item.sex && !head->item.has_subject && !x->sex)));
}

/* Is what stands first something that more can be said of? */
static bool is_head(const clause *c, const entry *e, const entry *next)
{
    const item *x = &e->item;

    return e->rule && (x->subject.concept || x->person || x->sex) && !x->judge && !x->negated &&
           !x->defined && !e->group && (!x->quantity_count || !next->item.quantity_count) &&
           (x->subject.category == CATEGORY_CONDITION || x->subject.category == CATEGORY_SOCIAL ||
            e->rule->op == RULE_HAS || !is_limit(c, next));
}

/* Between two commas, and no "gout, recurrent or severe asthma". */
static bool ends_at_comma(const entries *e, size_t i, size_t to)
{
    return i + 1 == to || e->at[i + 1].link == PART_COMMA || e->at[i + 1].loose;
}

/* "Ulcer, gastric or duodenal", "obesity, diabetic or hypertensive": behind the comma stand
 * adjectives alone, with "or" between them. */
static bool only_adjectives(const clause *c, const entries *e, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++) {
        const item *x = &e->at[i].item;

        if (e->at[i].link != (i == from + 1 ? PART_COMMA : PART_OR) || e->at[i].loose ||
            x->quantity_count || x->negated || x->judge || !e->at[i].rule ||
            !(x->subject.concept ? is_adjective(c, x, words_of(x), &e->at[from].item)
                                 : ends_as_adjective(c, words_of(x))))
            return false;
    }
    return to - from > 2 && is_head(c, &e->at[from], &e->at[from + 1]);
}

/* "Ulcer, gastric or duodenal, bleeding": an adjective alone, of what is no thing. */
static bool adjective_alone(const clause *c, const entry *e)
{
    const item *x = &e->item;
    eligo_span s = words_of(x);

    return e->rule && !x->negated && !x->subject.concept && !x->quantity_count && !x->judge &&
           !x->defined && !memchr(c->text + s.start, ' ', s.end - s.start) &&
           ends_as_adjective(c, s);
}

static bool is_treatment_alone(const entry *e)
{
    return e->rule && !e->item.negated && e->item.subject.concept &&
           concept_is_treatment(e->item.subject.concept);
}

/* "Transplant a year ago, on A or B", "ulcer, gastric or duodenal": behind the treatments, markers
 * or adjectives, linked by one word, the first of which at `i` is said of what stands at `head`; i:
 * there are none, or they do not end there. */
static size_t linked_end(const clause *c, const entries *e, size_t head, size_t i, size_t to)
{
    part_kind link = i + 1 < to ? e->at[i + 1].link : PART_END;
    bool adjectives, markers;
    size_t end = i;

    if ((link != PART_OR && link != PART_AND) || e->at[i].link != PART_COMMA ||
        !is_head(c, &e->at[head], &e->at[i]))
        return i;
    adjectives = adjective_alone(c, &e->at[i]);
    markers = marks_cancer(c, &e->at[i], &e->at[head]);
    if (!adjectives && !markers &&
        (!is_apposed(c, &e->at[i], &e->at[head], &e->at[head]) ||
         !begins_as_said(c, &e->at[i].item, words_of(&e->at[i].item), true)))
        return i;
    while (end < to && (end == i || (e->at[end].link == link && !e->at[end].loose)) &&
           (adjectives ? adjective_alone(c, &e->at[end])
            : markers  ? marks_cancer(c, &e->at[end], &e->at[head])
                       : is_treatment_alone(&e->at[end])))
        end++;
    return end > i + 1 && ends_at_comma(e, end - 1, to) ? end : i;
}

const rule *list_adjectives(const clause *c, const entries *e, size_t from, size_t to,
                            eligo_span span)
{
    const rule *two[2] = {e->at[from].rule, NULL};

    if (!only_adjectives(c, e, from, to))
        return NULL;
    two[1] = entries_joined(c, e, from + 1, to, RULE_ANY, span);
    return two[1] ? rule_join(c->arena, RULE_ALL, span, two, 2) : NULL;
}

const rule *list_apposed(const clause *c, const entries *e, size_t from, size_t to, eligo_span span)
{
    const rule **of;
    size_t n = 0, start = from;
    bool said = false, said_last = false;
    bool only = is_head(c, &e->at[from], &e->at[from + 1]);

    if (only_adjectives(c, e, from, to))
        return list_adjectives(c, e, from, to, span);
    for (size_t i = from + 1; only && i < to; i++)
        only = is_apposed(c, &e->at[i], &e->at[from], &e->at[from]);
    if (only)
        return entries_joined(c, e, from, to, RULE_ALL, span);
    if (!(of = arena_array(c->arena, to - from, sizeof *of)))
        return NULL;
    for (size_t i = from + 1; i <= to; i++) {
        size_t end = i < to ? linked_end(c, e, start, i, to) : i;

        if (end > i) {
            eligo_span s = {e->at[start].item.span.start, e->at[end - 1].item.span.end};
            const rule *two[2] = {entries_joined(c, e, start, i, RULE_ALL, s),
                                  entries_joined(c, e, i, end,
                                                 e->at[i + 1].link == PART_OR ? RULE_ANY : RULE_ALL,
                                                 (eligo_span){e->at[i].item.span.start, s.end})};

            of[n++] = rule_join(c->arena, RULE_ALL, s, two, 2);
            said = true;
            said_last = false;
            start = i = end;
            continue;
        }
        /* "gout, severe, and on allopurinol" */
        bool again = i < to && said_last && e->at[i].link == PART_AND &&
                     begins_as_said(c, &e->at[i].item, words_of(&e->at[i].item), true);

        if (i < to && (again || is_apposed(c, &e->at[i], &e->at[start], NULL)) &&
            ends_at_comma(e, i, to) && is_head(c, &e->at[start], &e->at[i])) {
            said = said_last = true;
            continue;
        }
        said_last = false;
        of[n++] =
            entries_joined(c, e, start, i, RULE_ALL,
                           (eligo_span){e->at[start].item.span.start, e->at[i - 1].item.span.end});
        start = i;
    }
    return said ? rule_join(c->arena, RULE_ANY, span, of, n) : NULL;
}

/* "A or B, on C or D": where the treatments at the end begin, linked by one word, the first of
 * which is said of what stands at `from`; `to`: there are none. */
static size_t run_begins(const clause *c, const entries *e, size_t from, size_t to)
{
    part_kind link = e->at[to - 1].link;
    size_t i = to - 1;

    if (link != PART_OR && link != PART_AND)
        return to;
    while (i > from + 1 && e->at[i].link == link && !e->at[i].loose &&
           is_treatment_alone(&e->at[i]))
        i--;
    return i + 1 < to && is_treatment_alone(&e->at[i]) &&
                   is_apposed(c, &e->at[i], &e->at[from], &e->at[from]) &&
                   begins_as_said(c, &e->at[i].item, words_of(&e->at[i].item), true)
               ? i
               : to;
}

const rule *list_apposed_to_all(const clause *c, const entries *e, size_t from, size_t to,
                                eligo_span span)
{
    const rule *two[2];
    size_t at = run_begins(c, e, from, to);
    rule_op op = at < to && e->at[to - 1].link == PART_OR ? RULE_ANY : RULE_ALL;
    bool run = at < to;

    while (!run && at > from + 1 && is_apposed(c, &e->at[at - 1], &e->at[from], &e->at[from]) &&
           (!is_limit(c, &e->at[at - 1]) || measures_it(c, &e->at[at - 1], &e->at[at - 2])))
        at--; /* a limit of another thing is one more of the list */
    if (at == to || at < from + 2 || e->at[at - 1].link == PART_COMMA ||
        e->at[at - 1].link == PART_AND || !is_head(c, &e->at[from], &e->at[at]))
        return NULL;
    two[0] = entries_rule(c, e, from, at);
    two[1] = entries_joined(c, e, at, to, op, span);
    return two[0] && two[1] ? rule_join(c->arena, RULE_ALL, span, two, 2) : NULL;
}
