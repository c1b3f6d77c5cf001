/* What narrows a thing ("severe", "of the left leg", "in blood"), against what a record says of it.
 */
#include "engine/leaf.h"
#include "rules/landmark.h"
#include "rules/relatives.h"
#include "rules/sayings.h"

#include <ctype.h>
#include <string.h>

bool restricts(const rule_qualifier *q)
{
    if (qualifier_is(q, "label") || qualifier_is(q, "example"))
        return false;
    return !qualifier_is(q, "certainty") &&
           !(qualifier_is(q, "course") && qualifier_says(q, "onset"));
}

/* What is needed, threatens or is possible has not come about: that it is not recorded says
 * nothing. */
bool asks_less(const rule_qualifier *q)
{
    size_t n = q->value && !q->concept ? strlen(q->value) : 0;

    /* "contraception for women of childbearing potential": of others it is not asked */
    if (is_landmark(q->concept, LANDMARK_CHILDBEARING_POTENTIAL))
        return true;
    /* "family members of (patients with) asthma", "interest in lowering the risk of stroke" */
    if (qualifier_is(q, "other") && n > 4 && strcmp(q->value + n - 3, " of") == 0 &&
        strcasecmp(q->value, "duration of") != 0)
        return true;
    for (size_t i = 0; qualifier_is(q, "other") && q->value && saying_not_come_about[i]; i++)
        if (strcasecmp(q->value, saying_not_come_about[i]) == 0)
            return true;
    return false;
}

bool asks_onset(const rule_qualifier *q)
{
    return (qualifier_is(q, "course") && qualifier_says(q, "onset")) ||
           (qualifier_is(q, "recency") && qualifier_says(q, "new"));
}

/* Words of a folded text. */
static bool has_word(const char *text, const char *word)
{
    size_t n = strlen(word);

    for (const char *p = text; p && n && (p = strcasestr(p, word)) != NULL; p += n)
        if ((p == text || !isalnum((unsigned char)p[-1])) && !isalnum((unsigned char)p[n]))
            return true;
    return false;
}

static bool has_one_of(const char *text, const char *const *words)
{
    for (; text && *words; words++)
        if (has_word(text, *words))
            return true;
    return false;
}

static bool turned_round(const char *text)
{
    return has_one_of(text, saying_turns_round);
}

/* Do the words of a record have this one, and nothing that may turn it round? What is denied behind
 * it ("hemiplegic migraine, not intractable") is something else. */
static bool plainly_says(const char *text, const char *word)
{
    static const char *const denials[] = {", not ", ", without ", " without "};
    const char *end = NULL;
    char head[160];

    for (size_t i = 0; text && i < sizeof denials / sizeof *denials; i++) {
        const char *at = strcasestr(text, denials[i]);

        end = at && (!end || at < end) ? at : end;
    }
    if (!end || (size_t)(end - text) >= sizeof head)
        return !turned_round(text) && has_word(text, word);
    memcpy(head, text, (size_t)(end - text));
    head[end - text] = 0;
    return !turned_round(head) && has_word(head, word);
}

static bool same_value(const rule_qualifier *q, const char *value)
{
    if (!value || !q->value)
        return false;
    if (strcasecmp(value, q->value) == 0)
        return true;
    if (qualifier_is(q, "severity"))
        return (qualifier_says(q, "moderate_or_severe") &&
                (strcasecmp(value, "moderate") == 0 || strcasecmp(value, "severe") == 0)) ||
               (qualifier_says(q, "mild_or_moderate") &&
                (strcasecmp(value, "moderate") == 0 || strcasecmp(value, "mild") == 0));
    if (qualifier_is(q, "relative"))
        return relative_is(value, q->value);
    if (qualifier_is(q, "route") && qualifier_says(q, "systemic"))
        return has_one_of(value, saying_systemic_routes);
    if (qualifier_is(q, "route") && qualifier_says(q, "parenteral"))
        return has_one_of(value, saying_parenteral_routes);
    if (qualifier_is(q, "route") && qualifier_says(q, "topical"))
        return has_one_of(value, saying_topical_routes);
    return false;
}

bool says_remission(const fact *f)
{
    return f->kind == FACT_CONDITION && has_word(f->text, "remission") && !turned_round(f->text);
}

static bool says_side(const fact *f, const char *side)
{
    if (has_word(f->text, side))
        return true;
    for (size_t i = 0; i < f->qualifier_count; i++)
        if (has_word(f->qualifiers[i].value, side))
            return true;
    return false;
}

/* Left or right, where the record's name or its site says which. */
static truth on_side(const rule_qualifier *q, const fact *f)
{
    bool left = q->text && strcasecmp(q->text, "left") == 0,
         right = q->text && strcasecmp(q->text, "right") == 0;

    if ((!left && !right) || turned_round(f->text))
        return TRUTH_UNKNOWN;
    if (says_side(f, left ? "left" : "right") || says_side(f, "bilateral"))
        return TRUTH_TRUE;
    return says_side(f, left ? "right" : "left") ? TRUTH_FALSE : TRUTH_UNKNOWN;
}

static bool says_value(const rule_qualifier *q, const char *text)
{
    bool ranged = qualifier_is(q, "severity");

    if (ranged && qualifier_says(q, "moderate_or_severe"))
        return plainly_says(text, "moderate") || plainly_says(text, "severe");
    if (ranged && qualifier_says(q, "mild_or_moderate"))
        return plainly_says(text, "moderate") || plainly_says(text, "mild");
    return plainly_says(text, q->value);
}

/* True: the record says so; false: it says otherwise; unknown: it does not say. */
truth carries(const rule_qualifier *q, const fact *f)
{
    bool other = false;
    size_t size;
    const char *method = q->concept && f->kind == FACT_OBSERVATION && f->concept
                             ? concept_attribute(f->concept, "method", &size)
                             : NULL;

    if (qualifier_is(q, "side") && on_side(q, f) != TRUTH_UNKNOWN)
        return on_side(q, f);
    if (q->concept &&
        (concept_is(f->concept, q->concept) || concept_is(f->value.concept, q->concept)))
        return TRUTH_TRUE;
    if (method && strlen(q->concept->id) == size && memcmp(method, q->concept->id, size) == 0)
        return TRUTH_TRUE; /* "by RT-PCR" */
    for (size_t i = 0; i < f->qualifier_count; i++) {
        const fact_qualifier *have = &f->qualifiers[i];

        if (q->concept && concept_is(have->concept, q->concept))
            return TRUTH_TRUE;
        if (!have->kind || !q->kind || strcmp(have->kind, q->kind) != 0)
            continue;
        if (same_value(q, have->value))
            return TRUTH_TRUE;
        other = true;
    }
    /* one severity, or one route, and it is another one */
    if (other && (qualifier_is(q, "severity") || qualifier_is(q, "route")))
        return TRUTH_FALSE;
    if ((qualifier_is(q, "severity") || qualifier_is(q, "course") || qualifier_is(q, "side") ||
         qualifier_is(q, "other")) &&
        q->value && says_value(q, f->text))
        return TRUTH_TRUE;
    return TRUTH_UNKNOWN;
}

bool qualifier_names_again(const rule_qualifier *q, const concept *c)
{
    return (qualifier_is(q, "other") || qualifier_is(q, "severity") ||
            qualifier_is(q, "significance")) &&
           q->value && !q->concept && has_word(c->name, q->value);
}

bool qualifier_of_degree(const rule_qualifier *q)
{
    return qualifier_is(q, "result") && !qualifier_says(q, "positive") &&
           !qualifier_says(q, "negative");
}

/* ---- others ---- */

bool concepts_share_kinds(const lexicon *lx, const concept *a, const concept *b)
{
    if (concept_is(a, b) || concept_is(b, a))
        return true;
    for (size_t i = 0; i < lexicon_size(lx); i++)
        if (concept_is(lexicon_at(lx, i), a) && concept_is(lexicon_at(lx, i), b))
            return true;
    return false;
}

static bool kinds_apart(const concept *c)
{
    for (size_t i = 0; c->above[i]; i++)
        if (concept_attribute_is(c->above[i], "kinds", "apart"))
            return true;
    return false;
}

/* "Other viral pneumonia", where the trial asks for that of one virus: is this record of another
 * one? Only where the kinds have each a cause of their own, and the record says which it is. */
static truth of_other_cause(const eval_record *x, const concept *all, const fact *f)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    bool some = false;

    if (!all || !f->concept || f->concept == all || !concept_is(f->concept, all) ||
        !kinds_apart(all))
        return TRUTH_UNKNOWN;
    for (size_t i = 0; i < x->studied_count; i++) {
        const concept *c = x->studied[i];

        if (!concepts_share_kinds(lx, c, all))
            continue;
        if (concept_is(f->concept, c))
            return TRUTH_FALSE;
        if (concepts_share_kinds(lx, f->concept, c))
            return TRUTH_UNKNOWN;
        some = true;
    }
    return some ? TRUTH_TRUE : TRUTH_UNKNOWN;
}

/* "Warfarin or other anticoagulants": is this record another one than what the list names before?
 * Where it is one of those, they decide. A disease of the kind that the trial asks for may be left
 * out in silence ("asthma or other lung diseases" of patients with COPD). */
static truth of_others_listed(const eval_record *x, const rule *r, const fact *f)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();
    const concept *all = r->subject.concept;
    size_t at = 0;

    if (!x->list || !all || !f->concept || !concept_is(f->concept, all))
        return TRUTH_UNKNOWN;
    while (at < x->list->count && x->list->of[at] != r)
        at++;
    if (at == 0 || at == x->list->count)
        return TRUTH_UNKNOWN;
    for (size_t i = 0; i < at; i++) {
        const rule *named = x->list->of[i];

        if (named->op != RULE_HAS || !named->subject.concept || named->subject.who ||
            concepts_share_kinds(lx, f->concept, named->subject.concept))
            return TRUTH_UNKNOWN;
    }
    for (size_t i = 0; i < x->studied_count; i++)
        if (concept_is(x->studied[i], all) || concepts_share_kinds(lx, x->studied[i], f->concept))
            return TRUTH_UNKNOWN;
    return TRUTH_TRUE;
}

truth carries_one(const eval_record *x, const rule *r, const rule_qualifier *k, const fact *f)
{
    truth t = carries(k, f);

    if (qualifier_is(k, "cause") && qualifier_says(k, "other"))
        t = of_other_cause(x, r->subject.concept, f);
    if (t == TRUTH_UNKNOWN && qualifier_is(k, "cause") && qualifier_says(k, "other"))
        t = of_others_listed(x, r, f);
    /* "requirement for mechanical ventilation": what is being given is required; what was done once
     * (a knee replaced) no longer is */
    if (qualifier_is(k, "other") && qualifier_says(k, "required") && !f->planned &&
        (f->kind == FACT_MEDICATION || f->kind == FACT_PROCEDURE || f->kind == FACT_ENCOUNTER ||
         f->kind == FACT_DEVICE) &&
        when_episode(x, f).open)
        t = TRUTH_TRUE;
    for (size_t i = 0; i < r->qualifier_count && t != TRUTH_TRUE; i++) {
        const rule_qualifier *other = &r->qualifiers[i];

        if (other != k && (qualifier_is(k, "route") || qualifier_is(k, "severity")) &&
            qualifier_is(other, k->kind))
            t = truth_or(t, carries(other, f));
    }
    return t;
}

bool speaks_of_time(const rule_qualifier *q)
{
    const char *text = qualifier_is(q, "other") && !q->concept ? q->text : NULL;
    bool word = false, unit = false;

    for (size_t i = 0; text && saying_when[i]; i++)
        word |= has_word(text, saying_when[i]);
    for (size_t i = 0; text && saying_times[i]; i++)
        unit |= has_word(text, saying_times[i]);
    return word && unit;
}

bool asks_other_time(const rule *r, const rule_qualifier *q)
{
    return (r->subject.category == CATEGORY_SOCIAL || r->subject.category == CATEGORY_MEDICATION) &&
           qualifier_is(q, "about") && q->concept &&
           ((q->concept->flags & CONCEPT_FEMALE) || q->concept->category == CATEGORY_ENCOUNTER ||
            q->concept->category == CATEGORY_PROCEDURE);
}

/* Words for where a sample came from: of each line the first stands for the rest. */
static const char *const *const specimens[] = {saying_respiratory_samples, saying_blood_samples,
                                               saying_any_sample};

enum { SPECIMEN_ANY = sizeof specimens / sizeof *specimens - 1 };

static int specimen_kind(const char *word)
{
    for (int i = 0; i <= SPECIMEN_ANY; i++)
        for (size_t k = 0; specimens[i][k]; k++)
            if (strcasecmp(word, specimens[i][k]) == 0)
                return i;
    return -1;
}

/* A word for where a sample came from. */
static bool of_specimen(const rule_qualifier *q)
{
    return (qualifier_is(q, "other") || qualifier_is(q, "about")) &&
           ((q->value && specimen_kind(q->value) >= 0) || (q->text && specimen_kind(q->text) >= 0));
}

unsigned sample_kinds(const rule_qualifier *q)
{
    int kind = q->value ? specimen_kind(q->value) : -1;

    if (!of_specimen(q))
        return 0;
    if (kind < 0 && q->text)
        kind = specimen_kind(q->text);
    return kind < 0 || kind == SPECIMEN_ANY ? 0 : 1u << kind;
}

bool sample_is_other(const fact *f, unsigned kinds)
{
    if (!f->sample || !kinds)
        return false;
    for (int i = 0; i < SPECIMEN_ANY; i++)
        for (size_t k = 0; (kinds >> i & 1) && specimens[i][k]; k++)
            if (has_word(f->sample, specimens[i][k]))
                return false;
    return true;
}

bool asks_method(const rule_qualifier *q)
{
    return (qualifier_is(q, "other") || qualifier_is(q, "about") || qualifier_is(q, "method")) &&
           (has_one_of(q->text, saying_amplification) ||
            has_one_of(q->value, saying_amplification));
}

/* ... and a test that is one of that kind. */
static bool of_method(const rule_qualifier *q, const fact *f)
{
    return asks_method(q) && f->concept && has_one_of(f->concept->name, saying_amplifying_tests);
}

/* Does the result leave open what the qualifier asks? A test that by itself confirms a disease does
 * so from any sample, unless the record names another one. */
bool result_leaves_open(const rule_qualifier *q, const fact *f)
{
    if (!restricts(q) || qualifier_is(q, "result") || of_method(q, f))
        return false;
    if (of_specimen(q) && f->concept && f->concept->confirms)
        return sample_is_other(f, sample_kinds(q));
    return carries(q, f) != TRUTH_TRUE;
}

/* ---- of the whole requirement ---- */

category asked_category(const rule *r)
{
    return r->subject.concept ? r->subject.concept->category : r->subject.category;
}

bool asks_too_wide(const rule *r)
{
    const concept *c = r->subject.concept;
    bool wide = c && ((c->flags & CONCEPT_WEAK) ||
                      ((c->flags & CONCEPT_CLASS) && (!c->parents || !c->parents[0])));

    for (size_t i = 0; wide && i < r->qualifier_count; i++)
        if (restricts(&r->qualifiers[i]))
            return true;
    return false;
}

bool asks_resistance(const rule *r)
{
    for (size_t i = 0; i < r->qualifier_count; i++)
        if (qualifier_is(&r->qualifiers[i], "course") &&
            (qualifier_says(&r->qualifiers[i], "refractory") ||
             qualifier_says(&r->qualifiers[i], "resistant")))
            return asked_category(r) == CATEGORY_MEDICATION;
    return false;
}
