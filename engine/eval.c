/* A rule x a record -> the truth of every node. Leaves are worked out in compare.c and has.c; here
 * is what the operators make of them, and what that means for the patient. */
#include "engine/leaf.h"
#include "rules/landmark.h"

#include <stdlib.h>
#include <string.h>

const char *verdict_name(verdict v)
{
    static const char *const names[] = {"fail", "unknown", "pass"};

    return names[v];
}

const char *reason_name(eval_reason r)
{
    static const char *const names[REASONS] = {
        "",
        "no-record",
        "outside-window",
        "imprecise-date",
        "unit-mismatch",
        "missing-reference-range",
        "conflict",
        "ambiguous",
        "judgement",
        "opaque",
        "unrecognized-concept",
    };

    return r < REASONS ? names[r] : "";
}

const char *assumed_name(unsigned bit)
{
    static const char *const names[ASSUMPTIONS] = {"closed-world", "default-range", "unit",
                                                   "derived", "attested"};

    for (unsigned i = 0; i < ASSUMPTIONS; i++)
        if (bit == 1u << i)
            return names[i];
    return "";
}

/* ---- the record ---- */

/* By concept; of one concept in the order of the record. */
static int compare_entries(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    uintptr_t cx = (uintptr_t)x->concept, cy = (uintptr_t)y->concept;

    if (cx != cy)
        return cx < cy ? -1 : 1;
    return x->fact < y->fact ? -1 : x->fact > y->fact;
}

static void add_entry(entry *list, size_t *n, const concept *c, const fact *f, role as)
{
    if (c)
        list[(*n)++] = (entry){c, f, as};
}

static int compare_spans(const void *a, const void *b)
{
    const patient_span *x = a, *y = b;

    return (x->first > y->first) - (x->first < y->first);
}

/* In order, and as one where no day lies between two. False: no memory. */
static bool join_spans(eval_record *x, const patient *p)
{
    patient_span *list;
    size_t n = 0;

    if (p->observed_count == 0)
        return true;
    list = arena_copy(x->arena, p->observed, p->observed_count, sizeof *list);
    if (!list)
        return false;
    qsort(list, p->observed_count, sizeof *list, compare_spans);
    for (size_t i = 0; i < p->observed_count; i++) {
        if (n && (int64_t)list[i].first <= (int64_t)list[n - 1].last + 1)
            list[n - 1].last = list[i].last > list[n - 1].last ? list[i].last : list[n - 1].last;
        else
            list[n++] = list[i];
    }
    x->observed = list;
    x->observed_count = n;
    return true;
}

eval_record *eval_record_new(const patient *p, const eval_policy *policy, arena *a)
{
    eval_record *x = arena_alloc(a, sizeof *x);
    const fact **facts = arena_array(a, p->fact_count, sizeof *facts);
    size_t n = 0, count = 0, mentions = 0;
    entry *entries;
    record_group *groups;

    for (size_t i = 0; i < p->fact_count; i++)
        mentions += p->facts[i].mention_count;
    entries = arena_array(a, p->fact_count * 3 + mentions, sizeof *entries);
    if (!x || !facts || !entries)
        return NULL;
    x->patient = p;
    x->policy = policy;
    x->arena = a;
    if (!join_spans(x, p))
        return NULL;
    for (size_t i = 0; i < p->fact_count; i++) {
        const fact *f = &p->facts[i];

        if ((date_known(f->start) && f->start.first > policy->as_of) ||
            (f->recorded != DAY_NONE && f->recorded > policy->as_of))
            continue;
        facts[count++] = f;
        x->unnamed |= f->unnamed;
        add_entry(entries, &n, f->concept, f, ROLE_CODE);
        if (f->value.concept != f->concept)
            add_entry(entries, &n, f->value.concept, f, ROLE_VALUE);
        if (f->organism != f->concept && f->organism != f->value.concept)
            add_entry(entries, &n, f->organism, f, ROLE_ORGANISM);
        for (size_t k = 0; k < f->mention_count; k++)
            add_entry(entries, &n, f->mentions[k].concept, f,
                      f->mentions[k].how == MENTION_IS    ? ROLE_ALSO
                      : f->mentions[k].how == MENTION_MAY ? ROLE_MAY
                                                          : ROLE_NAMED);
    }
    x->facts = facts;
    x->fact_count = count;
    if (n)
        qsort(entries, n, sizeof *entries, compare_entries);
    groups = arena_array(a, n, sizeof *groups);
    if (!groups)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || entries[i].concept != entries[i - 1].concept)
            groups[x->group_count++] = (record_group){entries[i].concept, &entries[i], 0};
        groups[x->group_count - 1].count++;
    }
    x->groups = groups;
    return x;
}

bool is_record_of_patient(const fact *f)
{
    return f->kind != FACT_FAMILY;
}

int result_sign_of(const fact *f)
{
    if (f->value.sign)
        return f->value.sign;
    return f->value.interpretation == 'P' ? 1 : f->value.interpretation == 'G' ? -1 : 0;
}

/* ---- nodes ---- */

void node_set(eval_node *out, truth t, eval_reason reason, const char *message)
{
    out->truth = t;
    out->reason = t == TRUTH_UNKNOWN ? reason : REASON_NONE;
    out->message = message ? message : "";
}

const char *subject_name(const rule *r)
{
    if (r->subject.concept)
        return r->subject.concept->name;
    return r->subject.text ? r->subject.text : "this";
}

const char *dated(const eval_record *x, const fact *f)
{
    char text[32];

    if (!f || !date_known(f->start))
        return "";
    return arena_printf(x->arena, " (%s)", date_text(f->start, text));
}

void add_evidence(const eval_record *x, eval_node *out, size_t *room, const fact *f)
{
    eval_evidence *list = (eval_evidence *)out->evidence, *e;

    for (size_t i = 0; i < out->evidence_count; i++)
        if (out->evidence[i].fact == f->id && out->evidence[i].text == f->text)
            return;
    if (!arena_grow(x->arena, (void **)&list, out->evidence_count, room, sizeof *list))
        return;
    out->evidence = list;
    e = &list[out->evidence_count++];
    memset(e, 0, sizeof *e);
    e->fact = f->id;
    e->date = f->start;
    e->text = f->text;
    if (f->kind == FACT_OBSERVATION && f->value.kind == VALUE_NUMBER) {
        e->valued = true;
        e->low = f->value.low;
        e->high = f->value.high;
        e->unit = f->value.unit_text ? f->value.unit_text : f->value.ucum;
    } else if (f->kind == FACT_OBSERVATION && f->value.text) {
        e->text = f->value.text;
    }
}

/* ---- except ---- */

static bool related(const concept *a, const concept *b)
{
    return concept_is(a, b) || concept_is(b, a) || concept_counted_among(a, b);
}

/* Does a `has` among `r` name some of what `c` names? */
static bool names_some(const rule *r, const concept *c)
{
    if (r->op == RULE_HAS && !r->subject.who) {
        if (r->as_kind || related(r->subject.concept, c))
            return true;
        for (size_t i = 0; i < r->qualifier_count; i++)
            if (strcmp(r->qualifiers[i].kind, "example") == 0 &&
                related(r->qualifiers[i].concept, c))
                return true;
    }
    for (size_t i = 0; i < r->count; i++)
        if (names_some(r->of[i], c))
            return true;
    return false;
}

/* Is a part of it not understood, or not in the lexicon? */
static bool names_unknown(const rule *r)
{
    if (r->op == RULE_OPAQUE || (r->op == RULE_HAS && !r->subject.concept))
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (names_unknown(r->of[i]))
            return true;
    return false;
}

/* "Immunosuppressants other than inhaled steroids": whether a drug that the lexicon does not set
 * below the one it is taken from is one of them is not known. */
static bool drugs_apart(const rule *a, const rule *b)
{
    const concept *c = a->op == RULE_HAS && !a->subject.who ? a->subject.concept : NULL;

    if (!c || c->category != CATEGORY_MEDICATION)
        return false;
    if (b->op == RULE_HAS)
        return !b->subject.who && b->subject.concept &&
               b->subject.concept->category == CATEGORY_MEDICATION;
    if (b->op != RULE_ANY && b->op != RULE_READINGS)
        return false;
    for (size_t i = 0; i < b->count; i++)
        if (!drugs_apart(a, b->of[i]))
            return false;
    return b->count > 0;
}

static bool subtracts(const rule *a, const rule *b)
{
    if (a->op == RULE_HAS && !a->subject.who && a->subject.concept &&
        !category_is_quantity(a->subject.concept->category) &&
        names_some(b, a->subject.concept)) /* a value, or the sex, is no record to take away */
        return true;
    for (size_t i = 0; i < a->count; i++)
        if (subtracts(a->of[i], b))
            return true;
    return false;
}

/* Exceptions that hold where a leaf is asked: the innermost first. */
typedef struct taken_away taken_away;
struct taken_away {
    const rule *rule;
    const taken_away *next;
};

typedef struct excepted {
    const taken_away *list;
    const concept *about; /* what is taken from */
} excepted;

static truth plain_truth(const eval_record *x, const rule *r);

/* Is this one record among those that the exception names? */
static truth names_fact(const eval_record *x, const rule *r, const concept *about, const fact *f)
{
    truth t;

    switch (r->op) {
    case RULE_ALL:
        t = TRUTH_TRUE;
        for (size_t i = 0; i < r->count; i++)
            t = truth_and(t, names_fact(x, r->of[i], about, f));
        return t;
    case RULE_ANY:
        t = TRUTH_FALSE;
        for (size_t i = 0; i < r->count; i++)
            t = truth_or(t, names_fact(x, r->of[i], about, f));
        return t;
    case RULE_NOT: return r->count ? truth_not(names_fact(x, r->of[0], about, f)) : TRUTH_UNKNOWN;
    case RULE_READINGS:
        t = r->count ? names_fact(x, r->of[0], about, f) : TRUTH_UNKNOWN;
        for (size_t i = 1; i < r->count; i++)
            t = truth_agree(t, names_fact(x, r->of[i], about, f));
        return t;
    case RULE_HAS:
        if (names_some(r, about)) {
            rule any_time = *r;

            /* which of what was there ever is meant: it need not be there today */
            if (r->tense == TENSE_NONE)
                any_time.tense = TENSE_HISTORY;
            t = has_fact(x, &any_time, f);
            /* "heart disease other than hypertension": one that is both may be meant or not */
            return t == TRUTH_TRUE && r->as_kind && f->concept && concept_is(f->concept, about)
                       ? TRUTH_UNKNOWN
                       : t;
        }
        return plain_truth(x, r);
    default: return plain_truth(x, r);
    }
}

static truth excepted_names(const eval_record *x, const void *context, const fact *f)
{
    const excepted *e = context;
    truth t = TRUTH_FALSE;

    for (const taken_away *m = e->list; m; m = m->next)
        if (names_some(m->rule, e->about))
            t = truth_or(t, names_fact(x, m->rule, e->about, f));
    return t;
}

/* ---- consent ---- */

/* A consent to take part in research that was given and still holds; NULL: none, or it was refused.
 */
static const fact *consent_given(const eval_record *x)
{
    const fact *given = NULL;

    for (size_t i = 0; i < x->fact_count; i++) {
        const fact *f = x->facts[i];

        if (f->kind != FACT_CONSENT || !is_landmark(f->concept, LANDMARK_INFORMED_CONSENT))
            continue;
        if (f->certainty == FACT_CONFIRMED && when_episode(x, f).open)
            given = f;
        else
            return NULL;
    }
    return given;
}

/* ---- germs ---- */

enum { GERMS = 32 };

/* The germs that a requirement names, by itself or as examples. */
static size_t germs_of(const rule *r, const concept **list, size_t n)
{
    if (r->op == RULE_HAS && !r->subject.who) {
        if (r->subject.concept && r->subject.concept->category == CATEGORY_ORGANISM && n < GERMS)
            list[n++] = r->subject.concept;
        for (size_t i = 0; i < r->qualifier_count; i++) {
            const concept *c = r->qualifiers[i].concept;

            if (c && c->category == CATEGORY_ORGANISM && n < GERMS)
                list[n++] = c;
        }
    }
    for (size_t i = 0;
         (r->op == RULE_ANY || r->op == RULE_READINGS || r->op == RULE_ALL) && i < r->count; i++)
        n = germs_of(r->of[i], list, n);
    return n;
}

/* The kinds of samples that a requirement names. */
static unsigned samples_of(const rule *r)
{
    unsigned kinds = 0;

    for (size_t i = 0; r->op == RULE_HAS && !r->subject.who && i < r->qualifier_count; i++)
        kinds |= sample_kinds(&r->qualifiers[i]);
    for (size_t i = 0;
         (r->op == RULE_ANY || r->op == RULE_READINGS || r->op == RULE_ALL) && i < r->count; i++)
        kinds |= samples_of(r->of[i]);
    return kinds;
}

/* The record as the parts of `r` see it: *y is filled where the germs and samples that it names
 * narrow it. */
static const eval_record *among_germs(const eval_record *x, const rule *r, eval_record *y)
{
    const concept *list[GERMS];
    size_t n = r->op == RULE_ALL && x->germ_count == 0 ? germs_of(r, list, 0) : 0;
    unsigned samples = r->op == RULE_ALL && !x->samples ? samples_of(r) : 0;

    if (n == 0 && !samples)
        return x;
    *y = *x;
    if (n)
        y->germs = arena_copy(x->arena, list, n, sizeof *list);
    y->germ_count = n && y->germs ? n : x->germ_count;
    y->samples = samples ? samples : x->samples;
    return y;
}

/* The same, and what is said beside a leaf: "warfarin or other anticoagulants". */
static const eval_record *as_seen_by(const eval_record *outer, const rule *r, eval_record *y)
{
    const eval_record *x = among_germs(outer, r, y);
    const rule *list = r->op == RULE_ANY ? r : r->count ? NULL : x->list;
    stand of = stand_of_parts(x->stand, r);

    if (x->list == list && x->stand == of)
        return x;
    if (x != y)
        *y = *x;
    y->list = list;
    y->stand = of;
    return y;
}

/* The same for the part at i of `r`, whose parts see `x`: what is taken away from what bars, and
 * whom something is asked of, bar nobody. */
static const eval_record *as_seen_by_part(const eval_record *x, const rule *r, size_t i,
                                          eval_record *y)
{
    if (x->stand == STAND_NONE ||
        !((r->op == RULE_EXCEPT && i == 1) || (r->op == RULE_IF && i == 0)))
        return x;
    *y = *x;
    y->stand = STAND_NONE;
    return y;
}

/* ---- operators ---- */

/* The truth of a tree whose leaves lose the records that `minus` names (NULL: none). No report is
 * made. */
static truth quiet_truth(const eval_record *x, const rule *r, const taken_away *minus,
                         eval_reason *reason);

static truth plain_truth(const eval_record *x, const rule *r)
{
    eval_reason reason = REASON_NONE;

    return quiet_truth(x, r, NULL, &reason);
}

static eval_reason opaque_reason(const rule *r)
{
    return r->op == RULE_JUDGEMENT ? REASON_JUDGEMENT : REASON_OPAQUE;
}

/* Does an alternative ask for no more than a thing, as the first of them does? */
static bool asks_as(const rule *one, const rule *first)
{
    if (one->op != RULE_HAS || one->subject.who || !one->subject.concept || one->window ||
        one->duration || one->dose || one->tense != first->tense)
        return false;
    for (size_t i = 0; i < one->qualifier_count; i++)
        if (restricts(&one->qualifiers[i]))
            return false;
    return true;
}

/* Is each kind of `c` one that a list of alternatives names? */
static bool names_all_kinds(const lexicon *lx, const rule *list, const concept *c)
{
    bool some = false;

    for (size_t i = 0; i < lexicon_size(lx); i++) {
        const concept *kind = lexicon_at(lx, i);
        bool below = false, named = false;

        for (size_t k = 0; kind->parents[k]; k++)
            below |= kind->parents[k] == c;
        if (!below)
            continue;
        some = true;
        for (size_t k = 0; k < list->count && !named; k++)
            named =
                asks_as(list->of[k], list->of[0]) && concept_is(kind, list->of[k]->subject.concept);
        if (!named)
            return false;
    }
    return some;
}

/* "Stroke or TIA", and a record that says that it was the one or the other: what is so recorded, as
 * a question of its own. */
static bool one_of_kinds(const eval_record *x, const rule *list, rule *whole)
{
    const lexicon *lx = x->patient->lexicon ? x->patient->lexicon : lexicon_core();

    if (list->count < 2 || !asks_as(list->of[0], list->of[0]))
        return false;
    for (size_t g = 0; g < x->group_count; g++) {
        const concept *c = x->groups[g].concept;
        eval_reason reason;

        if (!concept_attribute_is(c, "kinds", "these") || !names_all_kinds(lx, list, c))
            continue;
        *whole = *list->of[0];
        whole->subject.concept = c;
        if (has_truth(x, whole, NULL, &reason) == TRUTH_TRUE)
            return true;
    }
    return false;
}

/* What an operator makes of the truths of its parts. */
static truth operate(const eval_record *x, const rule *r, const truth *parts)
{
    truth t;
    size_t trues = 0, unknowns = 0;
    rule whole;

    switch (r->op) {
    case RULE_ALL:
        t = TRUTH_TRUE;
        for (size_t i = 0; i < r->count; i++)
            t = truth_and(t, parts[i]);
        return r->count ? t : TRUTH_UNKNOWN;
    case RULE_ANY:
        t = TRUTH_FALSE;
        for (size_t i = 0; i < r->count; i++)
            t = truth_or(t, parts[i]);
        if (t == TRUTH_UNKNOWN && one_of_kinds(x, r, &whole))
            return TRUTH_TRUE;
        return r->count ? t : TRUTH_UNKNOWN;
    case RULE_AT_LEAST:
        for (size_t i = 0; i < r->count; i++) {
            trues += parts[i] == TRUTH_TRUE;
            unknowns += parts[i] == TRUTH_UNKNOWN;
        }
        return r->count ? truth_at_least(r->n, trues, unknowns) : TRUTH_UNKNOWN;
    case RULE_NOT: return r->count == 1 ? truth_not(parts[0]) : TRUTH_UNKNOWN;
    case RULE_EXCEPT:
        if (r->count != 2)
            return TRUTH_UNKNOWN;
        /* "severe health problems, except malaria": whether the second names some of the first is
         * not known, nor what is left without it */
        if (parts[0] != TRUTH_FALSE && parts[1] != TRUTH_FALSE &&
            (names_unknown(r->of[0]) || drugs_apart(r->of[0], r->of[1])))
            return TRUTH_UNKNOWN;
        return truth_except(parts[0], parts[1]);
    case RULE_IF: return r->count == 2 ? truth_if(parts[0], parts[1]) : TRUTH_UNKNOWN;
    case RULE_READINGS:
        t = r->count ? parts[0] : TRUTH_UNKNOWN;
        for (size_t i = 1; i < r->count; i++)
            t = truth_agree(t, parts[i]);
        return t;
    default: return TRUTH_UNKNOWN;
    }
}

/* Where B names records of A, A is asked again without them. */
static bool except_truth(const eval_record *x, const rule *r, const taken_away *minus, truth *t,
                         eval_reason *reason)
{
    if (r->op != RULE_EXCEPT || r->count != 2 || !subtracts(r->of[0], r->of[1]))
        return false;
    *t = quiet_truth(x, r->of[0], &(taken_away){r->of[1], minus}, reason);
    return true;
}

static truth quiet_truth(const eval_record *outer, const rule *r, const taken_away *minus,
                         eval_reason *reason)
{
    eval_record narrowed;
    const eval_record *x = as_seen_by(outer, r, &narrowed);
    truth *parts, t;
    eval_reason first = REASON_NONE;

    if (r->op == RULE_HAS) {
        excepted e = {minus, r->subject.concept};
        eval_node left;
        has_minus m = {excepted_names, &e}, *taken = minus && !r->subject.who ? &m : NULL;

        t = has_truth(x, r, taken, reason);
        memset(&left, 0, sizeof left);
        if (t == TRUTH_TRUE && studied_left(x, r, taken, &left) && left.truth != TRUTH_TRUE) {
            *reason = REASON_AMBIGUOUS;
            return TRUTH_UNKNOWN;
        }
        return t;
    }
    if (r->op == RULE_COMPARE) {
        eval_node node;

        memset(&node, 0, sizeof node);
        compare_leaf(x, r, &node);
        *reason = node.reason;
        return node.truth;
    }
    if (r->op == RULE_JUDGEMENT || r->op == RULE_OPAQUE || r->count == 0) {
        *reason = opaque_reason(r);
        return TRUTH_UNKNOWN;
    }
    if (except_truth(x, r, minus, &t, reason))
        return t;
    parts = arena_array(x->arena, r->count, sizeof *parts);
    if (!parts)
        return TRUTH_UNKNOWN;
    for (size_t i = 0; i < r->count; i++) {
        eval_reason why = REASON_NONE;
        eval_record own;

        parts[i] = quiet_truth(as_seen_by_part(x, r, i, &own), r->of[i], minus, &why);
        if (parts[i] == TRUTH_UNKNOWN && first == REASON_NONE)
            first = why;
    }
    t = operate(x, r, parts);
    if (t == TRUTH_UNKNOWN)
        *reason = first == REASON_NONE ? REASON_AMBIGUOUS : first;
    return t;
}

/* ---- the whole tree ---- */

typedef struct walk {
    eval_node *nodes;
    size_t count, room;
} walk;

static verdict verdict_of(truth t, bool wanted)
{
    if (t == TRUTH_UNKNOWN)
        return VERDICT_UNKNOWN;
    return (t == TRUTH_TRUE) == wanted ? VERDICT_PASS : VERDICT_FAIL;
}

/* What a person said of a node that the record leaves open. */
static void attest(const eval_record *x, eval_node *n, bool wanted)
{
    const eval_policy *p = x->policy;

    if (n->truth != TRUTH_UNKNOWN || !n->rule->id)
        return;
    for (size_t i = 0; i < p->attested_count; i++)
        if (strcmp(p->attested[i].id, n->rule->id) == 0) {
            node_set(
                n, truth_of(p->attested[i].pass == wanted), REASON_NONE,
                arena_printf(x->arena, "attested as %s", p->attested[i].pass ? "pass" : "fail"));
            n->assumed |= ASSUMED_ATTESTED;
        }
}

static void explain(const eval_record *x, eval_node *n, const eval_node *open, bool apart)
{
    const rule *r = n->rule;

    if (n->truth != TRUTH_UNKNOWN) {
        static const char *const true_words[RULE_OPS] = {
            "all of it holds",
            "at least one of it holds",
            "enough of it holds",
            "what it negates does not hold",
            "it holds, and no exception applies",
            "the requirement is met, or does not apply",
            "",
            "",
            "",
            "",
            "every reading holds"};
        static const char *const false_words[RULE_OPS] = {
            "not all of it holds",
            "none of it holds",
            "too little of it holds",
            "what it negates holds",
            "it does not hold, or an exception applies",
            "the requirement applies and is not met",
            "",
            "",
            "",
            "",
            "no reading holds"};

        n->message = n->truth == TRUTH_TRUE ? true_words[r->op] : false_words[r->op];
        return;
    }
    if (apart) {
        n->reason = REASON_AMBIGUOUS;
        n->message = "the text has more than one reading, and they differ for this patient";
    } else if (open) {
        if (n->reason == REASON_NONE)
            n->reason = open->reason;
        n->message = open->message;
    } else {
        if (n->reason == REASON_NONE)
            n->reason = REASON_AMBIGUOUS;
        n->message = n->reason == REASON_NO_RECORD
                         ? "beside what the exception names, nothing is recorded"
                         : "what the exception takes away is open";
    }
    (void)x;
}

/* True, and none of its alternatives is: which record says that it was one of them. */
static void trace_kinds(const eval_record *x, const rule *r, const truth *parts, eval_node *n)
{
    eval_node told = {0};
    rule whole;

    for (size_t i = 0; i < r->count; i++)
        if (parts[i] == TRUTH_TRUE)
            return;
    if (!one_of_kinds(x, r, &whole))
        return;
    has_leaf(x, &whole, &told);
    n->message = arena_printf(x->arena, "%s, and it was one of these", told.message);
    n->evidence = told.evidence;
    n->evidence_count = told.evidence_count;
    n->assumed |= told.assumed;
}

/* What bars is true: is it so without what the trial asks for in those who take part? */
static void keep_others(const eval_record *x, const rule *r, eval_node *n)
{
    eval_node left;

    memset(&left, 0, sizeof left);
    left.rule = r;
    left.message = "";
    if (!studied_left(x, r, NULL, &left))
        return;
    if (left.truth == TRUTH_TRUE)
        *n = left;
    else
        node_set(n, TRUTH_UNKNOWN, REASON_AMBIGUOUS,
                 arena_printf(x->arena, "%s; the trial asks for that, and others may be meant here",
                              n->message));
}

static size_t visit(walk *w, const eval_record *outer, const rule *r, bool wanted)
{
    eval_record narrowed;
    const eval_record *x = as_seen_by(outer, r, &narrowed);
    size_t at = w->count;
    truth *parts;
    size_t *places;
    eval_node n;
    const fact *given;
    bool apart = false;

    memset(&n, 0, sizeof n);
    n.rule = r;
    n.message = "";
    if (!arena_grow(x->arena, (void **)&w->nodes, w->count, &w->room, sizeof *w->nodes))
        return 0;
    w->nodes[w->count++] = n;
    parts = arena_array(x->arena, r->count, sizeof *parts);
    places = arena_array(x->arena, r->count, sizeof *places);
    if (!parts || !places)
        return at;
    for (size_t i = 0; i < r->count; i++) {
        eval_record own;
        bool turned =
            r->op == RULE_NOT || (r->op == RULE_EXCEPT && i == 1) || (r->op == RULE_IF && i == 0);

        places[i] = visit(w, as_seen_by_part(x, r, i, &own), r->of[i], turned ? !wanted : wanted);
        if (arena_failed(x->arena))
            return at;
        parts[i] = w->nodes[places[i]].truth;
        apart |= r->op == RULE_READINGS && parts[i] != parts[0];
    }
    switch (r->op) {
    case RULE_COMPARE: compare_leaf(x, r, &n); break;
    case RULE_HAS:
        has_leaf(x, r, &n);
        if (n.truth == TRUTH_TRUE)
            keep_others(x, r, &n);
        break;
    case RULE_JUDGEMENT:
        /* a consent answers what asks for one; that somebody signed bars nobody */
        given = wanted && r->topic && strcmp(r->topic, "consent") == 0 ? consent_given(x) : NULL;
        if (given) {
            size_t room = 0;

            add_evidence(x, &n, &room, given);
            node_set(&n, TRUTH_TRUE, REASON_NONE,
                     arena_printf(x->arena, "consent is recorded%s", dated(x, given)));
            break;
        }
        node_set(&n, TRUTH_UNKNOWN, REASON_JUDGEMENT,
                 arena_printf(x->arena, "only a person can say (%s)",
                              r->topic ? r->topic : "judgement"));
        break;
    case RULE_OPAQUE:
        node_set(&n, TRUTH_UNKNOWN, REASON_OPAQUE, "the text was not understood");
        break;
    default: {
        const eval_node *open = NULL;
        eval_reason reason = REASON_NONE;

        if (!except_truth(x, r, NULL, &n.truth, &reason))
            n.truth = operate(x, r, parts);
        else if (n.truth == TRUTH_UNKNOWN)
            n.reason = reason;
        for (size_t i = 0; i < r->count; i++) {
            const eval_node *part = &w->nodes[places[i]];

            n.assumed |= part->assumed;
            if (!open && part->truth == TRUTH_UNKNOWN)
                open = part;
        }
        explain(x, &n, open, apart);
        if (r->op == RULE_ANY && n.truth == TRUTH_TRUE)
            trace_kinds(x, r, parts, &n);
    }
    }
    attest(x, &n, wanted);
    n.verdict = verdict_of(n.truth, wanted);
    w->nodes[at] = n;
    return at;
}

const eval_node *eval_rule(const eval_record *x, const rule *r, criterion_kind kind, size_t *count)
{
    walk w = {NULL, 0, 0};

    if (r && x->studied_count) {
        eval_record own = *x;

        own.stand = kind == CRITERION_EXCLUSION ? STAND_BARS : STAND_ASKS;
        visit(&w, &own, r, kind != CRITERION_EXCLUSION);
    } else if (r)
        visit(&w, x, r, kind != CRITERION_EXCLUSION);
    *count = w.count;
    return w.nodes;
}
