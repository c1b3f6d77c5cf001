/* Lists of items, and what their words share: between scope.c and clause.c. */
#ifndef ELIGO_GRAMMAR_LIST_H
#define ELIGO_GRAMMAR_LIST_H

#include "grammar/clause.h"

typedef struct entry {
    part_kind link; /* what stands before it: PART_AND, PART_OR, PART_ANDOR, PART_COMMA, PART_SLASH;
                       PART_END: nothing */
    bool loose;     /* a comma before the connective, or capitals: binds looser */
    bool both, either;
    bool bracketed; /* stands in a bracket behind it */
    bool cited;     /* ... behind "e.g.", "such as" */
    bool specified; /* "hepatitis (B or C)": the bracket behind it says which */
    bool meant;     /* "..., defined as A or B": by what it is said to mean */
    bool anew;      /* "... or with", "... or women": what follows is said of it alone */
    const rule *rule;
    bool verb;        /* it begins with "is", "has" */
    bool having;      /* ... or with "patients having", "patients with" */
    bool accompanies; /* "A, B or C associated with D" */
    bool trailing;    /* "..., with", "..., whose": behind a comma it narrows what stands before */
    bool leads;       /* a stage or result before a list, which is of what stands behind it, */
    bool first;       /* ... or of the first of it alone */
    bool all;         /* it begins with "all": "all men" */
    bool parted;      /* "A, B, requiring C": it may as well be one more of the list */
    bool more;        /* ... and in this reading is */
    bool stops;       /* a negation before it does not reach it */
    bool who;      /* tied by "who", "aged": it speaks of the person, not of the thing before it */
    bool included; /* ... behind "including": it may be asked for, too */
    bool example;  /* stands behind "including", "such as" */
    const rule *group; /* "(A and B)" standing for an item */
    size_t common;     /* from that byte on its leading words are said of those before it, too */
    item item;
} entry;

typedef struct entries {
    entry *at;
    size_t count;
    bool tied;     /* "with" and "without" are dealt with */
    bool overflow; /* there were more than are read: nothing may be concluded */
} entries;

/* ---- what is said in a list ---- */

/* What some item of a list says or lacks. Passes lend what one item has to others; which of these a
 * pass takes is said where it is called, and where none has it the pass is not entered. */
enum {
    SAID_BOUND = 1 << 0,     /* a quantity */
    SAID_TIME = 1 << 1,      /* a window, a duration, an event */
    SAID_TENSE = 1 << 2,     /* current, history, planned */
    SAID_QUALIFIER = 1 << 3, /* words that narrow it */
    SAID_JUDGED = 1 << 4,
    SAID_NEED = 1 << 5,
    SAID_SEX = 1 << 6,
    SAID_WHO = 1 << 7,       /* whose it is; "... or who" */
    SAID_CONSENT = 1 << 8,   /* words that give one */
    SAID_EFFECT = 1 << 9,    /* "X limiting Y" */
    SAID_NAIVE = 1 << 10,    /* "insulin-naive" */
    SAID_SLASH = 1 << 11,    /* a slash between two */
    SAID_COMMA = 1 << 12,    /* a comma */
    SAID_DRUG = 1 << 13,     /* a medication, */
    SAID_DONE = 1 << 14,     /* a procedure, */
    SAID_GERM = 1 << 15,     /* an organism is what it is about */
    LACKS_SUBJECT = 1 << 16, /* it names nothing */
    LACKS_CONCEPT = 1 << 17  /* what it names is not in the lexicon */
};

static inline unsigned entry_says(const entry *e)
{
    const item *x = &e->item;
    category k = x->subject.category;

    return (x->quantity_count ? SAID_BOUND : 0) |
           (x->window || x->duration || x->event ? SAID_TIME : 0) |
           (x->current || x->history || item_plans(x) ? SAID_TENSE : 0) |
           (x->qualifier_count ? SAID_QUALIFIER : 0) | (x->judge ? SAID_JUDGED : 0) |
           (x->need ? SAID_NEED : 0) | (x->sex ? SAID_SEX : 0) |
           (x->who || e->anew ? SAID_WHO : 0) | (x->consenting ? SAID_CONSENT : 0) |
           (x->effect ? SAID_EFFECT : 0) | (x->history_own ? SAID_NAIVE : 0) |
           (e->link == PART_SLASH ? SAID_SLASH : 0) | (e->link == PART_COMMA ? SAID_COMMA : 0) |
           (k == CATEGORY_MEDICATION ? SAID_DRUG : 0) | (k == CATEGORY_PROCEDURE ? SAID_DONE : 0) |
           (k == CATEGORY_ORGANISM ? SAID_GERM : 0) |
           (!x->has_subject       ? LACKS_SUBJECT
            : !x->subject.concept ? LACKS_CONCEPT
                                  : 0);
}

static inline unsigned entries_say(const entries *e)
{
    unsigned all = 0;

    for (size_t i = 0; i < e->count; i++)
        all |= entry_says(&e->at[i]);
    return all;
}

/* Does a connective or a sign of lists stand before it, and no "with"? */
static inline bool entry_linked(const entry *e)
{
    return part_links(e->link);
}

/* "including A with B": B is said of that example. */
static inline bool entry_of_example(const entry *e)
{
    return e->link == PART_WITH && e->example;
}

/* ---- what stands in a list ---- */

/* A set of kinds, of those that phrases are made of: PART_QUANTITY to PART_DATE. A pass
 * over the parts looks for something that few lines have. Which kinds it takes is said beside it,
 * and where none of them stands in the list the pass is not entered. */
typedef uint64_t kind_set;
#define KIND(k) ((kind_set)1 << ((k)-PART_QUANTITY))
_Static_assert(PART_DATE - PART_QUANTITY < 64, "a kind_set has a bit a kind");

static inline kind_set part_kinds(const part *p)
{
    unsigned bit = (unsigned)p->kind - PART_QUANTITY;

    return bit < 64 ? (kind_set)1 << bit : 0;
}

static inline kind_set parts_kinds(const part *list, size_t from, size_t to)
{
    kind_set all = 0;

    for (size_t i = from; i < to; i++)
        all |= part_kinds(&list[i]);
    return all;
}

/* The kinds that stand between the items of a list. */
#define LINK_KINDS                                                                                 \
    (KIND(PART_AND) | KIND(PART_OR) | KIND(PART_ANDOR) | KIND(PART_COMMA) | KIND(PART_SLASH))

/* The bytes of the parts [from, to). */
eligo_span parts_span(const part *list, size_t from, size_t to);
/* The parts [from, to) but for those of [at, rest), from 0 on. NULL: no memory. */
const part *parts_without(const clause *c, const part *list, size_t from, size_t at, size_t rest,
                          size_t to);
/* The first `count` parts of a list that is to be another from there on, in an array with room for
 * `room` (>= count). NULL: no memory. */
part *list_copied(arena *a, const part *list, size_t count, size_t room);
/* Does a part of this kind say something by itself? */
bool part_content(part_kind k);
/* Do its words end in "to": "inability to", "naive to"? */
bool part_ends_in_to(const clause *c, const part *p);
bool parts_any_content(const part *list, size_t from, size_t to);
/* Does a thing, a word, a bound, a sex or a judgement stand in it? */
bool parts_name_something(const part *list, size_t from, size_t to);
/* The first part of a kind in [from, to); `to` where there is none. */
size_t parts_find(const part *list, size_t from, size_t to, part_kind k);

/* "Previous cardiac or thoracic surgery, renal failure, anemia": an adjective of what was done, or
 * happened, before a state: does entry i have it from such a one? */
bool list_lends_history(const clause *c, const entries *e, size_t i);

/* Splits the parts [from, to) at connectives. A run of them (", and") is one; "both" and "either"
 * announce. */
entries list_split(const clause *c, const part *list, size_t from, size_t to);
/* Does the name of an item say little by itself ("surgery", "metastasis"), so that words beside a
 * list are meant of it, too? */
bool item_general(const clause *c, const item *x);
/* Is it something that is done or found somewhere: surgery, a fracture? */
bool item_sits(const clause *c, const item *x);
/* Does its time tell how long what it needs is needed, or when what is judged is so: "hypotension
 * requiring dopamine for > 2 h", "aspirin that cannot be stopped 5 days before"? (widen_heads.c) */
bool item_time_is_of_need(const clause *c, const item *x);
/* The words of a bracket behind the name of x that a bound stands in: "grade >= 2" of "asthma
 * (grade
 * >= 2)". Empty: it stands in none. */
eligo_span item_bracket(const clause *c, const item *x, const part *q);
/* What a word of two meanings means beside the others of its list (namesake.c). */
void list_settle_namesakes(const clause *c, entries *e);
/* Items that lack a part take it from their neighbours (share.c). */
void list_share(const clause *c, entries *e);
/* Does what stands behind entry i say when for the one before it, too, as they are listed? */
bool list_said_before(const clause *c, const entries *e, size_t i);
/* Does the list of commas that entry i is in end in "or" or "and", and not in "X/Y"? */
bool list_ends_in_word(const entries *e, size_t i);
/* What the examples of a list, and a bracket that lists, say of what they stand behind (example.c).
 */
void list_take_examples(const clause *c, entries *e);
/* The time behind examples is that of what they are examples of. */
void list_lift_windows(entries *e);
/* "Non-smoker", "no known allergies": does its name deny another thing? */
bool list_denies_name(const item *x);
/* The thing of `p` without its first word, "tuberculosis" of "latent tuberculosis". False: the rest
 * names none (turns.c). */
bool part_without_first_word(const clause *c, const part *p, part *rest);
/* How often what stands before a bracket came again, "recurrent cystitis (>= 3 in 12 months)": the
 * parts of the bracket. NULL: they say something else (recur.c). */
const rule *recur_counts(const clause *c, const item *x, const part *in, size_t n);
/* "Renal or hepatic impairment", "hepatitis B, C": items that lack the last words of the name
 * behind them, the first ones of the name before them (share_name.c). */
void list_share_last_words(const clause *c, entries *e);
void list_share_first_words(const clause *c, entries *e);
/* The last `n` words of some, the whole where it has fewer. */
eligo_span list_last_words(const clause *c, eligo_span s, unsigned n);
/* Makes `p`, said by the words at `span`, the subject of x. */
void list_take_subject(item *x, const part *p, eligo_span span, const clause *c);
/* Is the item of words that name nothing, and no more? */
bool list_unknown_words(const item *x);
/* Do both say the same sort of thing: "mild, severe" (share_name.c)? */
bool item_shares_kind(const item *x, const item *y);
/* "Severe, uncontrolled asthma": entry i is one more adjective of the name behind the comma, and no
 * alternative to it. */
bool list_one_more_adjective(const entries *e, size_t i);
/* "At least 2 mild or 1 severe relapse": what is counted is said once (share_bounds.c). */
void list_share_counted(entries *e);
/* A bound said once is that of the quantities beside its own that it can be one of
 * (share_bounds.c). */
void list_share_bounds(const clause *c, entries *e);
/* "ALT more than twice or bilirubin more than 3 times the ULN": of what it is a multiple is said
 * once (share_bounds.c). */
void list_share_multiples(const clause *c, entries *e);
/* "Fracture of the hip or spine": of what the places are is said once (there.c). */
void list_share_heads(const clause *c, entries *e);
/* Places of the body are those of what stands before them (share_place.c). */
void list_share_places(const clause *c, entries *e);
/* The entry before i (not the first) whose words go on with it: what a bracket says ends with it
 * ("disease (active ulcer, ...) or surgery"). */
static inline size_t list_before(const entries *e, size_t i)
{
    size_t before = i - 1;

    while (before > 0 && e->at[before].bracketed && !e->at[i].bracketed)
        before--;
    return before;
}
/* Does the list that goes on at entry i come to an "and" or "or" (share.c)? */
bool list_ends_in_connective(const entries *e, size_t i);
/* "..., or who have had A within 3 months": said of A alone. */
bool list_begins_who(const clause *c, const entry *e);
/* "Children", "adults": people of some age, which is no limit; "elderly" says more. */
static inline bool word_of_any_age(role_set roles)
{
    return roles & ROLE_AGE_GROUP && roles & (ROLE_WEIGHTLESS | ROLE_WEIGHTLESS_CONDITION);
}
/* Nothing but people of some age, "children": no limit, beside what somebody has (share_who.c). */
bool item_age_alone(const clause *c, const item *x);
/* "Children, adolescents and adults with A": those with A (share_who.c). */
void list_drop_ages(const clause *c, entries *e);
/* "Mother with A or B": both are hers (share_who.c). */
void list_share_who(const clause *c, entries *e);
/* "A or B in a first-degree relative", "pregnant or breastfeeding partner" (the same). */
void list_share_who_behind(entries *e);
/* "A tumor that has not been irradiated": not there, whatever else was (treated.c). */
void list_treat_there(const clause *c, entries *e);
/* Where the last is, those before it are, too (share_place.c). */
void list_share_site(const clause *c, entries *e);
/* Limits of a list take from each other what they lack (share_limits.c). */
void list_share_limits(const clause *c, entries *e);
/* "Stage IV or recurrent asthma": the condition stands behind the last. */
void list_share_staged(const clause *c, entries *e);
/* "Stage I to III, ER-positive breast cancer": the stage is of that cancer, and both are meant. */
void list_share_stage_ahead(const clause *c, entries *e);
/* "Heart failure, NYHA class III": the class is that of the condition before the comma. */
void list_share_scale_behind(const clause *c, entries *e);
/* "Advanced or stage IV asthma": the item without the stage that its condition stands behind. */
item list_without_stage(const clause *c, const item *x);
/* A bare length of time behind the last of a list is meant of all of it (share_time.c). */
void list_share_lengths(const clause *c, entries *e);
/* A window that stands before a list is that of all of it (share_time.c). */
void list_share_leading(entries *e);
/* What was found in the first of several tests is meant of all (share_time.c). */
void list_share_results(const clause *c, entries *e);
/* "Recent (< 3 months) or planned surgery", and the other way round: item x, before y and `link`,
 * becomes what y names, at the time that x says; where y is not the `last` of a list, y is asked at
 * both. False: it says something else (share_time.c). */
bool list_lately(const clause *c, item *x, item *y, part_kind link, bool last);
/* Takes from x, a copy of y under another adjective, the times and limits of a bracket that stands
 * before the name of y (share_time.c). */
void list_drop_bracket(item *x, const item *y);
/* "Planned pregnancy or surgery": a name that begins with what may be meant of both (share_time.c).
 */
bool list_plans_by_name(const clause *c, const item *y);
/* May a plan before it be of it, too: "planned A or B" (share_time.c)? */
bool list_may_be_planned(const clause *c, const entry *e);
/* What is suspected, or known, behind one word is so of all (share_time.c). */
void list_share_certainty(entries *e);
/* "In the last 6 months, stroke or surgery": the first entry is a time, of all behind it. False: it
 * is something else (share_time.c). */
bool list_share_before(const entries *e);
/* "Surgery within 6 months or planned within 28 days", "asthma for 3 years or within a year": item
 * x, behind `link`, says another time of what y names, and is of it then. */
bool list_at_another_time(part_kind link, item *x, const item *y);
/* "Two attacks in 6 months or three in 12": is y so many of a thing, and x a number alone? */
bool item_counts_too(const item *x, const item *y);
/* "A pacemaker within 90 days or planned": entry i, the last, becomes the same thing as y, to
 * come. False: it says something else (share_time.c). */
bool list_planned_too(const clause *c, entries *e, size_t i, const item *y);
/* "Within the previous 24 hours", "in the last year": a time that is over, for which nothing is
 * planned (share_time.c). */
bool list_looks_back(const clause *c, const part *window);
/* "Stroke with onset within 4 hours": entry e is the time of y, which has it then (share_time.c).
 */
bool list_onset(const clause *c, const entry *e, item *y);
/* The window that reaches from there to its anchor, where `p` is one that ends before it ("at least
 * 2 weeks before"); NULL: it is another, or no memory (since.c). */
const part *list_since(const clause *c, const part *p);
/* "At least 6 months since chemotherapy" and nothing else: another event than the one before it
 * (since.c). */
bool list_since_event(const item *x);
/* What must be over for so long is none since then (since.c). */
void list_share_over(const clause *c, entries *e);
/* "off A for 4 weeks, B >= 8 weeks": entry e behind y, the same (since.c). */
void list_off_as_long(const clause *c, const item *y, entry *e);
/* Makes each entry that may be one more of the list one. False: there is none (join.c). */
bool list_part(entries *e);
/* The rule of items that have theirs (join.c); rewrites the entries. NULL: nothing is said, or no
 * memory. */
const rule *list_joined(const clause *c, entries *e);
/* The same with another reading where words at one end of a list may be meant of all its items, or
 * of one alone (widen.c). */
const rule *list_widened(const clause *c, const entries *e);
/* What a head is about ("allergy to A or B") is meant of all that stand beside it (object.c). */
void list_share_objects(const clause *c, entries *e);
/* "Treatment for recurrent or metastatic A": it is of both (object.c). */
void list_lend_leading(const clause *c, entries *e, size_t i, const item *noun);
/* "Heart failure or hospitalization within 3 months": an illness, and perhaps not of that time
 * (share_time.c). */
bool list_stay_behind_state(const item *y, const item *x);
/* "A and two B of less than a day": how long B lasts (share_time.c). */
bool list_lasts_of_count(const clause *c, const entry *e);
/* "> 20 g in women or > 30 g in men for 3 months": of both (share_time.c). */
void list_share_lasting(const clause *c, entries *e);
/* "Insulin-naive, or off insulin for 6 months": is the time of y that of who had it once, so that x
 * has none? */
bool list_never_had(const item *x, const item *y);
/* Does it end in "for", "of" and the like: "treatment for"? */
bool list_leads(const clause *c, eligo_span s);
/* Is what the title [from, end) names about what stands below it? */
bool list_owns(const clause *c, const part *list, size_t from, size_t end, const item *title);
/* `body` below the title [from, end), where that owns what it names: "allergy to any of: A, B" asks
 * for an allergy, "risk of: A" for no A. NULL: it does not. */
const rule *list_owned(const clause *c, const part *list, size_t from, size_t end,
                       const item *title, const rule *body);
/* An allergy to what `r` names; with `history`, ever. */
const rule *list_allergy_to(const clause *c, const rule *r, bool history);
/* What the head of a list says for all its items. */
void list_inherit(const clause *c, item *x);
/* The rule of an item of a list with a head. */
const rule *list_headed(const clause *c, const item *x);
/* Takes what the parts [from, to) of a head say of all that follows: "history of:", "in the last 6
 * months:", "family history of the following:". */
void list_inherit_title(clause *c, const part *list, size_t from, size_t to);
/* Does a thing or an unknown word stand in it that something can be said of? */
bool parts_name_subject(const part *list, size_t from, size_t to);
/* May it stand in a remark that says whose words something is in: words, and things that are no
 * disease and no drug of their own? */
bool part_may_be_source(const clause *c, const part *list, size_t i);
/* "Confirmed by", "diagnosed by": does it say how something was found (remark.c)? */
bool part_found_by(const part *p);
/* ---- counts.c ---- */

/* "two out of three", between [from, to): how many there are; 0: it is not said. */
unsigned list_out_of(const clause *c, const part *list, size_t from, size_t to);
/* Of what is counted, [from, to): where the sign stands behind which something else is asked, "two
 * of A, B and C, and D"; `to`: nothing is. */
size_t list_beside(const part *list, size_t from, size_t to);
/* What stands behind the words that count a list, [from, to), and is said of all of it: "any of the
 * following in the study eye", "... requiring surgery". False: nothing but times, which are dealt
 * with where the list is read, what the list is of, and how it was found out. */
bool list_tail(const clause *c, const part *list, size_t from, size_t to, eligo_span *tail);
/* "In the study eye:", "requiring insulin:": does the title [from, to), which is not empty, say
 * where what stands below it is, or what that needs? *words: what it says. */
bool list_title_narrows(const clause *c, const part *list, size_t from, size_t to,
                        eligo_span *words);
/* "Septic shock or infection of prosthetic material": where the infection y is says nothing of x, a
 * disease with a name of its own, but for a place of the body (share_place.c). */
bool list_infected_there(const clause *c, const item *y, const item *x);
/* Does "with" stand at the end of [from, to), and no comma before it? */
bool counts_ends_in_with(const part *list, size_t from, size_t to);
/* "A or B with at least one of ...": of both, or of the last alone. Of two limits of one quantity
 * the first would say nothing then: "BMI > 30 or > 27 with at least one of ...". */
const rule *counts_of_last_with(const clause *c, const rule *any, const rule *list);
/* So many of the entries, whose rules are `of`. `all`: how many there are to be, or 0. */
const rule *list_counted(const clause *c, list_count n, unsigned all, eligo_span span,
                         const entries *e, const rule *const *of);

/* The rule of the parts [from, to), read as one list. */
const rule *list_rule(const clause *c, const part *list, size_t from, size_t to);

/* The rule of a sentence; none but `kinds` stand in it (scope.c). */
const rule *scope_statement(const clause *c, const part *list, size_t from, size_t to,
                            kind_set kinds);
/* "No history of", in front of a colon: it denies all that follows. */
bool scope_denies_all(const part *list, size_t from, size_t to);

/* ---- turns.c, remark.c, choice.c: turns of phrase, put into other parts ---- */

/* Each gives the parts [from, *to) in their new form, with *to behind them, or `list` itself; it
 * has nothing to do where none of its kinds stands there. */

/* Lengths of time between two events, each as one name. */
#define INTERVAL_KINDS KIND(PART_QUANTITY) /* or a word that has the role of one */
#define INTERVAL_ROLES ROLE_PERIOD
const part *list_with_intervals(const clause *c, const part *list, size_t from, size_t *to);
/* "A or B despite treatment, C": the first piece as one item. */
#define DESPITE_KINDS KIND(PART_BUT)
const part *list_with_despite(const clause *c, const part *list, size_t from, size_t *to);
/* "A or, in the absence of B, C": as with "if". */
#define OTHERWISE_KINDS (KIND(PART_NOT) | KIND(PART_WHEN))
const part *list_with_otherwise(const clause *c, const part *list, size_t from, size_t *to);
/* "Biopsy is not available": one judgement. */
#define UNAVAILABLE_KINDS KIND(PART_JUDGE)
const part *list_with_unavailable(const clause *c, const part *list, size_t from, size_t *to);
/* "A and one or more of B, C or D": as with "either". */
#define ONE_OF_KINDS (KIND(PART_ANYOF) | KIND(PART_AND) | KIND(PART_WITH))
const part *list_with_one_of(const clause *c, const part *list, size_t from, size_t *to);
/* "Diabetes controlled by diet or metformin": two means of it. */
#define MEANS_KINDS KIND(PART_WORD)
const part *list_with_means(const clause *c, const part *list, size_t from, size_t *to);
/* "CT or MRI showed A": A, confirmed. */
#define FINDING_KINDS KIND(PART_THING)
const part *list_with_findings(const clause *c, const part *list, size_t from, size_t *to);
/* "Vasopressors to keep the mean pressure above 60": what they are for narrows them, and limits
 * nothing. */
#define TARGET_KINDS KIND(PART_QUANTITY)
const part *list_with_targets(const clause *c, const part *list, size_t from, size_t *to);
/* "(diabetes,) on A", "taking A": is what is asked for at [start, end) a treatment of whoever has
 * what stands before it? */
bool list_treated_with(const clause *c, const part *list, size_t start, size_t end);
/* "Within 6 months of A or within 6 months of B" in place of "within 6 months of A or B"
 * (anchor.c).
 */
#define ANCHOR_KINDS KIND(PART_WINDOW)
const part *list_with_anchors(const clause *c, const part *list, size_t from, size_t *to);
/* "Diabetes other than gestational diabetes" in place of "diabetes other than gestational". */
#define TAKEN_KINDS KIND(PART_EXCEPT)
const part *list_with_kinds_taken(const clause *c, const part *list, size_t from, size_t *to);
/* "active A or latent A" in place of "active or latent A"; "previous A or severe A". */
#define ACTIVE_KINDS (KIND(PART_CURRENT) | KIND(PART_HISTORY))
const part *list_with_active(const clause *c, const part *list, size_t from, size_t *to);
/* "Pregnancy, current or planned, lactation" as "pregnancy (current or planned), lactation". */
#define WHEN_KINDS (KIND(PART_CURRENT) | KIND(PART_PLANNED) | KIND(PART_HISTORY))
const part *list_with_times_apart(const clause *c, const part *list, size_t from, size_t *to);
/* "transplant-eligible myeloma": who may have the one, and has the other. */
#define CANDIDATE_KINDS (KIND(PART_FILL) | KIND(PART_EXCLUDED))
const part *list_with_candidates(const clause *c, const part *list, size_t from, size_t *to);
/* "Measles seropositive": antibodies against it, and no measles (serology.c). */
#define SEROLOGY_KINDS (KIND(PART_QUAL) | KIND(PART_NOT))
const part *list_with_serology(const clause *c, const part *list, size_t from, size_t *to);
/* "Born at >= 37 weeks": the gestational age. */
#define BIRTH_KINDS (KIND(PART_QUANTITY) | KIND(PART_THING))
const part *list_with_births(const clause *c, const part *list, size_t from, size_t *to);
/* "AML in patients aged over 75 or with asthma": the disease, and one of the two. */
#define PEOPLE_KINDS KIND(PART_PERSON)
const part *list_with_people(const clause *c, const part *list, size_t from, size_t *to);
/* "Infants of diabetic mothers": the mother has it. */
#define MOTHER_KINDS KIND(PART_THING)
const part *list_with_mothers(const clause *c, const part *list, size_t from, size_t *to);
/* "A, and either B, C or D": two statements. */
#define EITHER_KINDS KIND(PART_AND)
const part *list_with_either(const clause *c, const part *list, size_t from, size_t *to);
/* "Creatinine < 1.5, or, if higher, a clearance > 60": one of the two. */
#define ELSE_KINDS KIND(PART_IF)
const part *list_without_else(const clause *c, const part *list, size_t from, size_t *to);
/* "unless cancer was excluded" as "unless cancer was ruled out". */
#define EXCLUDED_KINDS KIND(PART_EXCLUDED)
const part *list_with_excluded(const clause *c, const part *list, size_t from, size_t *to);
/* "pneumonia, confirmed by X-ray or CT", "asthma according to the guidelines": without what says
 * whose words it is in. */
#define SOURCE_KINDS (~(kind_set)0)
const part *list_without_sources(const clause *c, const part *list, size_t from, size_t *to);
/* "Asthma regardless of treatment and gout": what stands behind the connective may be asked for,
 * and none of what the remark is of. The parts without the remark alone; NULL: nothing of the kind.
 */
const part *list_without_remark(const clause *c, const part *list, size_t from, size_t *to);
/* The same of "asthma with or without complications and gout" (choice.c). */
const part *list_without_choice_alone(const clause *c, const part *list, size_t from, size_t *to);
/* "Two episodes of fever": the thing, and not the temperature; "two seizures in 6 months or three
 * in 12": the number (recur.c). */
#define EPISODE_KINDS (KIND(PART_QUANTITY) | KIND(PART_WINDOW))
const part *list_with_episodes(const clause *c, const part *list, size_t from, size_t *to);
/* "At least a 1-year history of migraine", "2 years seizure-free": the time as how long it has
 * lasted (length.c). */
#define LENGTH_KINDS KIND(PART_QUANTITY)
const part *list_with_lengths(const clause *c, const part *list, size_t from, size_t *to);
/* "Lymphoma, relapsed or refractory after A": what it was in spite of narrows it. */
#define COURSE_KINDS KIND(PART_QUAL)
const part *list_with_courses(const clause *c, const part *list, size_t from, size_t *to);
/* "A, stable for 90 days if taking": asked of those whom it concerns (applies.c). NULL: nothing
 * says so, or no memory. */
const rule *list_if_it_applies(const clause *c, const part *list, size_t from, size_t to);
/* "At rest or during exercise", and behind a limit "without oxygen", "after salbutamol": one
 * restriction (state.c). */
#define AID_KINDS (KIND(PART_NOT) | KIND(PART_WITH) | KIND(PART_CURRENT) | KIND(PART_EVENT))
#define STATE_KINDS (KIND(PART_QUAL) | AID_KINDS)
const part *list_with_states(const clause *c, const part *list, size_t from, size_t *to);
/* "... are excluded because of the risk of infection": without what says why. */
const part *list_without_reasons(const clause *c, const part *list, size_t from, size_t *to);
/* Without a choice that leaves nobody out: "with or without X", "smokers and non-smokers". */
#define CHOICE_KINDS (LINK_KINDS & ~KIND(PART_COMMA))
const part *list_without_choice(const clause *c, const part *list, size_t from, size_t *to);

/* The parts [from, to) as one restriction, which no record tells. */
part part_narrowing(const clause *c, const part *list, size_t from, size_t to);

#endif
