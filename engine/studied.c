/* What a trial asks for in those who take part, where another line bars in words that take it in:
 * "history of cancer" beside "non-small cell lung cancer", "lung disease" beside "asthma". By the
 * letter nobody could take part; what is meant is another one. Which is meant stays open for
 * whoever has nothing else of the kind, and nobody is turned away for it. */
#include "engine/leaf.h"

#include "rules/landmark.h"

#include <string.h>

enum { MOST_STUDIED = 32 };

typedef struct studied_list {
    const concept **concepts;
    const rule **rules;
    size_t count;
} studied_list;

/* The conditions, drugs and procedures that whoever takes part must have, or may have among others.
 */
static void add_studied(const rule *r, studied_list *list)
{
    const concept *c = r->subject.concept;

    switch (r->op) {
    case RULE_ALL:
    case RULE_ANY:
    case RULE_AT_LEAST:
    case RULE_READINGS:
        for (size_t i = 0; i < r->count; i++)
            add_studied(r->of[i], list);
        break;
    case RULE_HAS:
        if (!c || r->subject.who)
            break;
        if (c->category != CATEGORY_CONDITION && c->category != CATEGORY_MEDICATION &&
            c->category != CATEGORY_PROCEDURE)
            c = c->confirms;
        if (c && list->count < MOST_STUDIED) {
            list->rules[list->count] = r;
            list->concepts[list->count++] = c;
        }
        break;
    default: break;
    }
}

const eval_record *eval_record_beside(const eval_record *x, const rules *trial)
{
    eval_record *out = arena_copy(x->arena, x, 1, sizeof *out);
    studied_list list = {arena_array(x->arena, MOST_STUDIED, sizeof *list.concepts),
                         arena_array(x->arena, MOST_STUDIED, sizeof *list.rules), 0};

    if (!out || !list.concepts || !list.rules)
        return NULL;
    for (size_t i = 0; i < trial->criterion_count; i++)
        if (trial->criteria[i].kind == CRITERION_INCLUSION)
            add_studied(trial->criteria[i].rule, &list);
    out->studied = list.concepts;
    out->studied_by = list.rules;
    out->studied_count = list.count;
    return out;
}

stand stand_of_parts(stand outer, const rule *r)
{
    if (outer == STAND_NONE || r->count == 0)
        return outer;
    switch (r->op) {
    case RULE_ANY:
    case RULE_READINGS:
    case RULE_EXCEPT: return outer;
    case RULE_NOT: return outer == STAND_ASKS ? STAND_BARS : STAND_ASKS;
    case RULE_ALL:
    case RULE_IF: return outer == STAND_ASKS ? STAND_ASKS : STAND_NONE;
    default: return STAND_NONE;
    }
}

/* ---- which records are of what is studied ---- */

/* Does what bars take in what is asked for by `own`, so that both cannot be meant by the letter? */
static bool takes_in(const rule *bars, const rule *own, const concept *c)
{
    const concept *all = bars->subject.concept;

    if (own->tense == TENSE_PLANNED || !concept_is(c, all))
        return false;
    /* "previous PCI" of those who have one now */
    if (c->category == CATEGORY_PROCEDURE)
        return bars->tense == TENSE_HISTORY && !bars->window && own->tense != TENSE_HISTORY;
    if (c->category != CATEGORY_CONDITION)
        return false;
    /* who has had it at some time may well be barred for a new one */
    if (bars->window && own->tense == TENSE_HISTORY)
        return false;
    return c != all || bars->tense == TENSE_HISTORY;
}

/* What has spread from a cancer is none of its own. */
static bool is_spread_of(const eval_record *x, const concept *k, const concept *c)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    const concept *spread = lexicon_landmark(lx, LANDMARK_METASTATIC_CANCER);

    return spread && concept_is(k, spread) && concept_is(c, spread->parents[0]);
}

/* May a record be of it? */
static bool may_be(const eval_record *x, const fact *f, const concept *c)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();

    return f->concept &&
           (concept_is(f->concept, c) || concept_is(c, f->concept) ||
            concepts_share_kinds(lx, f->concept, c) || is_spread_of(x, f->concept, c));
}

/* Is there a record of another one that began later? */
static bool has_later(const eval_record *x, const fact *f, const concept *c)
{
    for (size_t i = 0; date_known(f->start) && i < x->fact_count; i++) {
        const fact *g = x->facts[i];

        if (g->kind == f->kind && date_known(g->start) && g->start.first > f->start.last &&
            may_be(x, g, c))
            return true;
    }
    return false;
}

typedef struct own_records {
    const rule *bars;
    const has_minus *minus;
} own_records;

static truth names_own(const eval_record *x, const void *context, const fact *f)
{
    const own_records *o = context;
    truth t = o->minus ? o->minus->names(x, o->minus->context, f) : TRUTH_FALSE;

    for (size_t i = 0; t != TRUTH_TRUE && i < x->studied_count; i++) {
        const rule *own = x->studied_by[i];
        const concept *c = x->studied[i];

        if (!takes_in(o->bars, own, c) || !may_be(x, f, c))
            continue;
        /* what happens on a day, and what is barred by its own name, may have been there before */
        if (((c->flags & CONCEPT_EVENT) || c->category == CATEGORY_PROCEDURE ||
             c == o->bars->subject.concept) &&
            has_later(x, f, c))
            continue;
        if ((own->window || c->category == CATEGORY_PROCEDURE) && own->subject.concept == c &&
            has_fact(x, own, f) == TRUTH_FALSE)
            continue;
        t = TRUTH_TRUE;
    }
    return t;
}

bool studied_left(const eval_record *x, const rule *r, const has_minus *minus, eval_node *left)
{
    own_records o = {r, minus};
    has_minus m = {names_own, &o};
    bool some = false;

    if (x->stand != STAND_BARS || r->subject.who ||
        (r->subject.category != CATEGORY_CONDITION && r->subject.category != CATEGORY_PROCEDURE))
        return false;
    for (size_t i = 0; r->subject.concept && i < x->studied_count; i++)
        some = some || takes_in(r, x->studied_by[i], x->studied[i]);
    if (some)
        has_leaf_without(x, r, &m, left);
    return some;
}
