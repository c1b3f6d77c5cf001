/* Inside the evaluation: the patient's record by concept, time, and the two kinds of leaves. */
#ifndef ELIGO_ENGINE_LEAF_H
#define ELIGO_ENGINE_LEAF_H

#include "engine/eval.h"

/* ---- the record ---- */

typedef enum role {                /* which concept of a fact it is */
                    ROLE_CODE,     /* what it is about */
                    ROLE_VALUE,    /* the answer: "current smoker" */
                    ROLE_ORGANISM, /* the isolate's */
                    ROLE_ALSO, /* its code is listed for this one, too: affirms, denies nothing */
                    ROLE_MAY,  /* its code may be this one: neither */
                    ROLE_NAMED /* its words name it: neither */
} role;

typedef struct entry {
    const concept *concept;
    const fact *fact;
    role role;
} entry;

/* Is the fact this concept at all, or may it only be? */
static inline bool entry_is(const entry *e)
{
    return e->role < ROLE_MAY;
}

typedef struct record_group { /* entries of one concept */
    const concept *concept;
    const entry *entries; /* in the order of the record */
    size_t count;
} record_group;

/* What a part of a rule stands for: whoever takes part must meet it; whoever meets it, by itself,
 * is out; neither, or not by itself. */
typedef enum stand { STAND_NONE, STAND_ASKS, STAND_BARS } stand;

struct eval_record {
    const patient *patient;
    const eval_policy *policy;
    arena *arena;
    const fact *const *facts; /* those that are there on the index date */
    size_t fact_count;
    bool unnamed; /* one of them has a code that is not known, and no words */
    const record_group *groups;
    size_t group_count;
    /* where a clause is about germs: values that belong to an isolate of another one do not count
     */
    const concept *const *germs;
    size_t germ_count;
    unsigned samples; /* and about samples: kinds of them (sample_kinds()); 0: of any */
    /* when the record speaks at all: in order, apart from each other by a day or more; none:
     * nothing is said of that */
    const patient_span *observed;
    size_t observed_count;
    /* what the trial asks for in those who take part, for what is said of "others" */
    const concept *const *studied;
    const rule *const *studied_by; /* the leaf that asks for each */
    size_t studied_count;
    stand stand;      /* of the parts of what is asked; STAND_NONE without a trial */
    const rule *list; /* the alternatives that a leaf stands among; NULL: none */
};

/* ---- time: when.c ---- */

#define DAY_FIRST (INT32_MIN + 1) /* before everything */

/* Days from lo to hi; where the anchor is partial, or a limit falls inside a day, each end is
 * itself a range of days. */
typedef struct when_window {
    day lo_min, lo_max, hi_min, hi_max;
    bool future;    /* reaches beyond the index date */
    bool unlimited; /* no restriction at all */
} when_window;

/* `about` is what the window is said of, NULL: nothing that may be the anchor, too ("surgery within
 * 30 days after surgery": counted from another one). False: it cannot be placed; *reason and
 * *message say why. */
bool when_resolve(const eval_record *x, const concept *about, const rule_window *w,
                  when_window *out, eval_reason *reason, const char **message);

/* How many of these are surely of different days, and how many there may be: of two in one year,
 * one of them dated by the year alone, the second may be the first again. */
void when_different(date *days, size_t count, size_t *sure, size_t *perhaps);

/* When a fact was so: from a day in s1..s2 to a day in e1..e2, clipped to the index date. */
typedef struct episode {
    day s1, s2, e1, e2;
    bool open;  /* goes on at the index date */
    bool maybe; /* may have ended on the index date, or later */
    bool dated; /* the start is known */
} episode;

episode when_episode(const eval_record *x, const fact *f);
/* Is a day that may be any of first..last in the window? */
truth when_inside(const when_window *w, day first, day last);
/* Does the episode share a day with the window? */
truth when_overlaps(const when_window *w, const episode *e);
/* Has it lasted low..high (from onset to end, or the index date)? */
truth when_lasted(const eval_record *x, const rule_amount *duration, const episode *e);
/* A UCUM unit of time as a period's; 0: it is none. */
char when_unit(const char *ucum);
/* Does the record speak of every day of the window? NULL: of the index date; `ever`: of all days up
 * to it. How far back an open end reaches is for the closed world to say: it begins with the first
 * day of which the record speaks. */
bool when_observed(const eval_record *x, const when_window *w, bool ever);
/* -1 where a is surely earlier, 1 where surely later, 0: of one moment, or not to be told. */
int when_order(const fact *a, const fact *b);

/* ---- leaves ---- */

/* Fill everything of *out but `rule` and `verdict`. */
void compare_leaf(const eval_record *x, const rule *r, eval_node *out);
void has_leaf(const eval_record *x, const rule *r, eval_node *out);

/* The bounds that a `compare` of a known concept is judged by, classes of a score as scores, and
 * their unit. */
typedef struct compare_bounds {
    rule_bound low, high;
    const double *values; /* NULL: a range */
    size_t count;
    const char *ucum; /* NULL: bare numbers, or multiples */
    bool stages;      /* IIIb belongs to III */
} compare_bounds;
/* False: there is no bound, or no unit makes sense; *why says it. */
bool compare_bounds_of(const rule *r, arena *a, compare_bounds *out, const char **why);

/* Is a value without any unit a fraction of one ("0.4" of oxygen)? Only where no unit in use fits.
 */
bool compare_fraction(const concept *c, double value);

/* The number of the one class that a text names: "NYHA Class III", "Child-Pugh B". Words are passed
 * over; two numbers, or a word that turns it round, are none. */
bool compare_class_in(const char *text, double *out);
/* Does a text name a class, grade or stage of `c` ("III", "Child-Pugh B")? */
bool compare_names_class(const concept *c, const char *text);
/* Can anybody have the value? (the lexicon's plausible range; a unit that does not convert is
 * another matter) */
bool compare_possible(const concept *c, double value, const char *ucum);
/* The upper or lower limit of normal of a result, in the unit of its value: the one that came with
 * it, else, where the policy allows it, the lexicon's of `c` (then *assumed says so). False: there
 * is none. */
bool compare_normal_limit(const eval_record *x, const concept *c, const fact_value *v, bool upper,
                          double *out, unsigned *assumed);

/* Takes records away from a `has`: whether a fact is one of those that `context` names. */
typedef struct has_minus {
    truth (*names)(const eval_record *x, const void *context, const fact *f);
    const void *context;
} has_minus;
truth has_truth(const eval_record *x, const rule *r, const has_minus *minus, eval_reason *reason);
/* The same of all that a report tells; *out is empty, but for its rule. */
void has_leaf_without(const eval_record *x, const rule *r, const has_minus *minus, eval_node *out);
/* Does this one fact make the `has` true? False where it is about something else. */
truth has_fact(const eval_record *x, const rule *r, const fact *f);
/* The number of records of the subject, for a `compare` that counts. `closed`: what is not recorded
 * did not happen. */
void has_count(const eval_record *x, const rule *r, size_t *sure, size_t *perhaps, bool *countable,
               bool *closed, eval_node *out);

/* ---- examples: instance.c ---- */

/* Is having `k`, an example of what `r` asks for, having that? What it is called in other words,
 * another sort of thing, and what may come of something else, are not. */
bool example_counts(const rule *r, const concept *k);
/* Makes false unknown where such an example is recorded: "lung disease, including use of a
 * pacemaker". */
void open_by_example(const eval_record *x, const rule *r, const has_minus *minus, eval_node *out);

/* ---- beside a trial: studied.c ---- */

/* What the parts of `r` stand for where `r` is part of what stands for `outer`. */
stand stand_of_parts(stand outer, const rule *r);
/* Of a `has` that bars, *left: the same without the records of what the trial asks for in those who
 * take part, and without what `minus` (or NULL) takes away. False, with *left untouched: it takes
 * in nothing that the trial asks for. */
bool studied_left(const eval_record *x, const rule *r, const has_minus *minus, eval_node *left);

/* The sex that a requirement asks for ("female", "a man"); SEX_UNKNOWN: it asks for none. */
sex sex_asked(const rule *r);
/* Fill *out for a requirement that asks for a sex. */
void has_sex(const eval_record *x, const rule *r, sex asked, eval_node *out);

/* Does a text have a word of the name of one of these, or the last word of another name? */
bool hint_names(const eval_record *x, const concept *const *targets, size_t count,
                const char *text);
/* The same of allergies, which are recorded by what they are to: one whose words name that, or,
 * where an allergy to whatever is asked for, one to a thing that is not known. */
const fact *hint_allergen(const eval_record *x, const rule *r);
/* A value that shows that it may be there (attribute `shown`), of the last year where nothing else
 * is asked. NULL: there is none. */
const fact *hint_shown(const eval_record *x, const rule *r);
/* A record of that category whose code says nothing to us, and has no words: it may be the thing.
 * NULL: there is none. */
const fact *hint_unnamed(const eval_record *x, category asked, const concept *const *targets,
                         size_t count);
/* May a result be what a positive one is? Not where it is negative, nothing, or normal. */
bool result_may_be_positive(const fact *f);

/* ---- helpers ---- */

void node_set(eval_node *out, truth t, eval_reason reason, const char *message);
/* What the rule calls its subject; never NULL. */
const char *subject_name(const rule *r);
bool is_record_of_patient(const fact *f);
/* "(2021-02-11)" with a blank before it, or "". */
const char *dated(const eval_record *x, const fact *f);
void add_evidence(const eval_record *x, eval_node *out, size_t *room, const fact *f);
/* +1, -1 or 0: what a result says by its sign or interpretation. */
int result_sign_of(const fact *f);

/* Are several things recorded that a value taken on the day `since` may be of, as the stage of a
 * cancer (attribute `one_of`)? */
bool record_has_several(const eval_record *x, const concept *value, date since);

/* ---- qualifiers: qualifier.c ---- */

/* True: the record says so; false: it says otherwise; unknown: it does not say. */
truth carries(const rule_qualifier *q, const fact *f);
/* Does it say how much a value is ("adequate", "elevated")? Beside a limit that is what the limit
 * says. */
bool qualifier_of_degree(const rule_qualifier *q);
/* Is one a kind of the other, or is there something that is a kind of both? */
bool concepts_share_kinds(const lexicon *lx, const concept *a, const concept *b);
/* Is it a word of the name of what it narrows ("arterial PaO2")? */
bool qualifier_names_again(const rule_qualifier *q, const concept *c);
/* The same of a thing that is given one way and is so bad: of several routes or degrees ("oral or
 * inhaled") one is enough; and of "others". */
truth carries_one(const eval_record *x, const rule *r, const rule_qualifier *k, const fact *f);
/* True where a qualifier narrows the thing beyond what concept and time say. */
bool restricts(const rule_qualifier *q);
/* Does it say that the thing itself need not be there ("needed", "threatened")? */
bool asks_less(const rule_qualifier *q);
/* "Onset of", "occurred", "new-onset": it is asked when it began. */
bool asks_onset(const rule_qualifier *q);
/* May a condition of concept c be the one that is asked for, as the two divide what is above them
 * by different things: "adenocarcinoma" and a prostate cancer, "community-acquired pneumonia" and
 * one by a germ (divided.c)? */
bool divided_otherwise(const eval_record *x, const concept *asked, const concept *c);
/* Do the words of a condition say that it is in remission, and nothing that turns it round? */
bool says_remission(const fact *f);
/* "Within 2 weeks before ...", left as words: the time that is asked about may be a wider one than
 * what was read. */
bool speaks_of_time(const rule_qualifier *q);
/* Does it ask for a habit or a drug of the time of a pregnancy, a stay or an operation? */
bool asks_other_time(const rule *r, const rule_qualifier *q);
/* "By RT-PCR": how it is to have been found. */
bool asks_method(const rule_qualifier *q);
/* What a requirement asks for. */
category asked_category(const rule *r);
/* A word for nearly everything (drug, disease) that is narrowed by something: that no such record
 * is there does not follow from what the record lacks. */
bool asks_too_wide(const rule *r);
/* "Resistant to carbapenems" asks for no use of them. */
bool asks_resistance(const rule *r);
/* The kinds of samples that a qualifier asks for ("respiratory", "blood"), a bit each; 0: none. */
unsigned sample_kinds(const rule_qualifier *q);
/* Does the record name another sample than one of these kinds? */
bool sample_is_other(const fact *f, unsigned kinds);
/* Does the result leave open what the qualifier asks? A test that by itself confirms a disease does
 * so from any sample, unless the record names another one. */
bool result_leaves_open(const rule_qualifier *q, const fact *f);

#endif
