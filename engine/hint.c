/* What leaves open that a thing is there although no record names it: entries that nobody
 * understood, and values that show it. A closed world does not deny it then. */
#include "engine/question.h"

#include "patients/mention.h"
#include "rules/piece.h"
#include "rules/table.h"

#include <string.h>

bool hint_names(const eval_record *x, const concept *const *targets, size_t count, const char *text)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();

    for (size_t i = 0; i < count; i++)
        if (mention_shares_word(text, targets[i]->name) ||
            mention_shares_head(text, lexicon_row(lx, targets[i])->synonyms))
            return true;
    return false;
}

/* A class so wide that its kinds have names of their own: none of a malignancy's names need stand
 * in that of a tumor. */
static bool asks_wide(const eval_record *x, const question *q)
{
    enum { KINDS = 12 };
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();

    for (size_t i = 0; i < q->target_count; i++)
        if (lexicon_below(lx, q->targets[i], KINDS) >= KINDS)
            return true;
    return false;
}

/* Do the words of an entry share one with what is asked for, so that it may be that? */
static bool shares_name(const eval_record *x, const question *q, const fact *f, const concept *c)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    const bool any_word =
        (f->kind == FACT_PROCEDURE && c->category == CATEGORY_PROCEDURE) ||
        (f->kind == FACT_CONDITION && c->category == CATEGORY_CONDITION && asks_wide(x, q));

    return mention_shares_head(f->text, c->name) ||
           mention_shares_head(f->text, lexicon_row(lx, c)->synonyms) ||
           (any_word && mention_shares_word(f->text, c->name));
}

const fact *hint_unread(const eval_record *x, const question *q)
{
    const bool condition = asked_category(q->rule) == CATEGORY_CONDITION;

    for (size_t i = 0; i < x->fact_count; i++) {
        const fact *f = x->facts[i];

        if (f->concept || !*f->text || f->kind == FACT_OBSERVATION || f->kind == FACT_FAMILY ||
            f->kind == FACT_CONSENT || (f->kind == FACT_IMMUNIZATION && condition) ||
            f->certainty == FACT_DENIED || f->planned || mention_otherwise(f->text))
            continue;
        for (size_t k = 0; k < q->target_count; k++)
            if (shares_name(x, q, f, q->targets[k]) && question_in_time(x, q, f))
                return f;
    }
    return NULL;
}

/* Does a code of ICD-10-CM say that it is none of these? */
static bool coded_otherwise(const fact *f, const concept *const *targets, size_t count)
{
    bool other = count && f->code && strncmp(f->code, "icd10cm:", 8) == 0;

    for (size_t t = 0; other && t < count; t++)
        other = (targets[t]->flags & CONCEPT_ICD10) != 0;
    return other;
}

/* A condition of which the lexicon has neither the code nor one of the words: a drug or a germ that
 * its words name does not say what it is. */
static bool nobody_knows(const fact *f)
{
    for (size_t i = 0; i < f->mention_count; i++)
        if (f->mentions[i].concept->category == CATEGORY_CONDITION)
            return false;
    return f->kind == FACT_CONDITION && !mention_otherwise(f->text);
}

const fact *hint_unknown(const eval_record *x, const question *q)
{
    const category c = asked_category(q->rule);

    if (c != CATEGORY_MEDICATION && c != CATEGORY_CONDITION)
        return NULL;
    for (size_t i = 0; i < x->fact_count; i++) {
        const fact *f = x->facts[i];
        bool may = false;

        if (f->concept || !*f->text || f->certainty == FACT_DENIED || f->planned)
            continue;
        if (c == CATEGORY_MEDICATION)
            may = f->kind == FACT_MEDICATION;
        else
            may = (f->kind == FACT_OBSERVATION && result_sign_of(f) > 0 &&
                   hint_names(x, q->targets, q->target_count, f->text)) ||
                  (nobody_knows(f) && asks_wide(x, q) &&
                   !coded_otherwise(f, q->targets, q->target_count));
        if (may && question_in_time(x, q, f))
            return f;
    }
    return NULL;
}

/* Does a text have a word of that to which an allergy is one ("egg" of "egg allergy")? */
static bool shares_allergen(const eval_record *x, const char *text, const concept *allergy)
{
    const char *behind = strstr(allergy->name, " allergy"),
               *to = behind ? arena_printf(x->arena, "%.*s", (int)(behind - allergy->name),
                                           allergy->name)
                            : NULL;

    return to && mention_shares_word(text, to);
}

const fact *hint_allergen(const eval_record *x, const rule *r)
{
    const concept *asked = r->subject.concept;
    bool general =
        asked && (strcmp(asked->id, "allergy") == 0 || strcmp(asked->id, "drug_allergy") == 0 ||
                  strcmp(asked->id, "food_allergy") == 0);

    for (size_t i = 0; asked && i < x->fact_count; i++) {
        const fact *f = x->facts[i];
        bool about = false;

        if (f->kind != FACT_ALLERGY || f->certainty == FACT_DENIED || f->planned)
            continue;
        for (size_t k = 0; k < r->qualifier_count; k++)
            if (qualifier_is(&r->qualifiers[k], "about")) {
                about = true;
                if (mention_shares_word(f->text, r->qualifiers[k].text))
                    return f;
            }
        if (f->concept && f->concept->category == CATEGORY_ALLERGY)
            continue; /* it is known which one it is */
        if ((general && !about) || (!asked->substance && shares_allergen(x, f->text, asked)))
            return f;
    }
    return NULL;
}

const fact *hint_unnamed(const eval_record *x, category asked, const concept *const *targets,
                         size_t count)
{
    fact_kind kind;

    if (!x->unnamed)
        return NULL;
    switch (asked) {
    case CATEGORY_CONDITION: kind = FACT_CONDITION; break;
    case CATEGORY_MEDICATION: kind = FACT_MEDICATION; break;
    case CATEGORY_PROCEDURE: kind = FACT_PROCEDURE; break;
    case CATEGORY_IMMUNIZATION: kind = FACT_IMMUNIZATION; break;
    case CATEGORY_DEVICE: kind = FACT_DEVICE; break;
    case CATEGORY_ALLERGY: kind = FACT_ALLERGY; break;
    case CATEGORY_ENCOUNTER: kind = FACT_ENCOUNTER; break;
    default: return NULL;
    }
    for (size_t i = 0; i < x->fact_count; i++) {
        const fact *f = x->facts[i];

        if (f->unnamed && f->kind == kind && f->certainty != FACT_DENIED && !f->planned &&
            !coded_otherwise(f, targets, count))
            return f;
    }
    return NULL;
}

bool result_may_be_positive(const fact *f)
{
    const fact_value *v = &f->value;

    if (result_sign_of(f))
        return result_sign_of(f) > 0;
    if (v->interpretation == 'N' || v->interpretation == 'L' || v->kind == VALUE_NONE)
        return false;
    return v->kind != VALUE_NUMBER ||
           (v->high > 0 && !(v->range_high_given && v->high <= v->range_high));
}

/* ---- values that show it ---- */

enum { A_YEAR = 366 };

static const fact *fact_of(const eval_record *x, const eval_node *n)
{
    for (size_t i = 0; n->evidence_count && i < x->fact_count; i++)
        if (x->facts[i]->id == n->evidence[0].fact)
            return x->facts[i];
    return NULL;
}

/* Does a value meet "hemoglobin<11", in the unit that the quantity comes in first? The one that
 * does; NULL: none. */
static const fact *meets(const eval_record *x, const rule *of, piece shown)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    const bool ever = of->tense == TENSE_HISTORY || of->window;
    rule asked = {.op = RULE_COMPARE, .pick = ever ? PICK_ANY : PICK_LATEST, .window = of->window};
    piece_bound bound;
    const concept *c =
        piece_bound_of(shown, &bound) ? lexicon_concept(lx, bound.id.at, bound.id.size) : NULL;
    eval_node n;

    if (!c || !c->units[0])
        return NULL;
    *(bound.side == '<' ? &asked.high : &asked.low) =
        (rule_bound){.given = true, .inclusive = bound.inclusive, .value = bound.value};
    asked.subject.concept = c;
    asked.subject.category = c->category;
    asked.subject.text = c->name;
    asked.unit = (rule_unit){.ucum = c->units[0], .text = c->units[0]};
    memset(&n, 0, sizeof n);
    compare_leaf(x, &asked, &n);
    if (n.truth != TRUTH_TRUE || n.evidence_count == 0 || !date_known(n.evidence[0].date) ||
        (!ever && n.evidence[0].date.last + A_YEAR < x->policy->as_of))
        return NULL;
    return fact_of(x, &n);
}

const fact *hint_shown(const eval_record *x, const rule *r)
{
    piece list = {"", 0}, part;
    const fact *found = NULL;

    if (r->subject.concept)
        list.at = concept_attribute(r->subject.concept, "shown", &list.size);
    while (list.at && !found && piece_next(&list, ',', &part))
        found = meets(x, r, part);
    return found;
}
