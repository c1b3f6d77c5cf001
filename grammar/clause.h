/* Parts of a criterion -> a rule.
 *
 * item.c: what is said between two connectives.
 * list.c, share.c: lists, and what their items share.
 * combine.c: two rules into one: exceptions, limits that differ by a condition, counts.
 * scope.c: how parts bind: lists, shared heads and bounds, negations, exceptions, conditions,
 * readings. clause.c: one thing said: a subject with its bound, window, tense and qualifiers. */
#ifndef ELIGO_GRAMMAR_CLAUSE_H
#define ELIGO_GRAMMAR_CLAUSE_H

#include "grammar/token.h"

#include <string.h>

/* Words that were understood to ask for nothing by themselves: "(7 % = 53 mmol/mol)", "with or
 * without". */
typedef struct taken {
    eligo_span *list;
    size_t count, room;
} taken;

/* One text being compiled: the criterion's head, a list item, a bracket. */
typedef struct clause {
    const char *text;
    const atoms *words; /* of it */
    const lexicon *lx;
    arena *arena;
    taken *taken; /* shared by all clauses of one text; NULL: nobody asks */
    bool exclusion;
    bool special; /* a limit for some: the condition and what it leads to, both */
    unsigned depth;
    /* what the head of a list says for all its items: "history of:" */
    bool history, current, planned;
    const char *who;
    const part *relative; /* of a family: who of it, as PART_FAMILY has it; NULL: nobody says */
    const part *window;
    const struct item *about; /* of a bracket: what it stands behind; NULL: none, or not known */
} clause;

/* How deep scopes and brackets may stand in each other: each level of the text is several of these.
 */
enum { CLAUSE_DEPTH = 40 };

enum { ITEM_LACKS = 3, ITEM_QUALIFIERS = 24, ITEM_THINGS = 12, ITEM_QUANTITIES = 8 };

/* What is said between two connectives, before it is a rule: lists share parts of it. */
typedef struct item {
    eligo_span span; /* of the words that say it */
    bool negated;
    bool denied_before; /* a negation before it in its list reaches it */
    bool alone;         /* the negation reaches no other item: "absent spleen and asthma" */
    bool current, history, planned, need; /* words of tense */
    bool tied;      /* it is said of what stands before it ("asthma requiring A") */
    bool so_many;   /* "..., or three in 12 months": how many of the thing before it */
    bool two_times; /* "past or planned": it is asked at both */
    bool lent_who;  /* "asthma, a relative with gout, psoriasis or lupus": perhaps the patient's own
                     */
    bool any;       /* "at any time": of several values one is enough */
    size_t any_before;   /* where "at least one" ends, of whatever comes next; 0: it is not said */
    bool history_behind; /* "asthma in the past": said behind the thing */
    bool ever_behind;    /* "asthma ever": no other time is meant of it */
    bool planned_behind; /* "surgery scheduled soon": said behind the thing */
    bool treated;        /* "treated with A" */
    bool took;           /* ... or "has received A": the past of a treatment */
    bool history_own;    /* "insulin-naive": the past is of that word */
    bool lent_history;   /* "previous surgery, anemia": the word is of another thing, and may not be
                            meant of this one */
    bool lent_planned;   /* "planned surgery or pregnancy": neither may that one */
    const char *who;
    bool either;     /* the patient, or `who` */
    bool who_behind; /* "pregnant or breastfeeding partner" */
    size_t qualifier_count;
    rule_qualifier lacks[ITEM_LACKS]; /* "non-recurrent": that kind of it is not meant */
    size_t lack_count;
    const part *things[ITEM_THINGS]; /* concepts, in order */
    size_t thing_count;
    const part *quantities[ITEM_QUANTITIES];
    size_t quantity_count;
    const part *window, *duration, *event;
    const part *sex;
    bool of_sex;           /* "in women": the thing is asked of them */
    const part *people;    /* "for women of childbearing potential": so is it of them */
    const char *judge;     /* the topic; NULL: none */
    eligo_span judge_span; /* its words */
    const part *judged;    /* the concept that names it; NULL: none */
    bool age;              /* a word of age stands in it */
    bool consent;
    bool denied;     /* the judgement is one of "unable", "unwilling": what follows is, too */
    bool refused;    /* a judgement with a "no" */
    bool judged_on;  /* what its neighbour judges is judged of it, too */
    bool caused;     /* "X caused by Y": what stands behind may be more causes */
    bool effect;     /* "X limiting Y": so may those before it */
    bool renamed;    /* its subject has a name together with a neighbour's words */
    bool lent_noun;  /* ... and is an adjective before the noun of the next: "type 1 or 2 diabetes"
                      */
    bool consenting; /* its words do nothing but give a consent: "signed and dated" */
    bool person;
    bool grown;  /* adults, children: an age group is named */
    bool of_age; /* ... with "with" behind it: "children with asthma" */
    /* its subject, where it has one that is no bound's */
    bool has_subject;
    rule_subject subject;
    const part *subject_part;         /* the THING behind it; NULL: unknown words */
    const rule *defined;              /* a bracket or definition that says what the subject means */
    bool defined_by_words;            /* "defined as" stands before it */
    const rule *exception;            /* "(except ...)" */
    bool unless;                      /* ... "(unless ...)" */
    const struct permission *permits; /* "(... is allowed)" */
    const part *special;              /* "(<= 5 x ULN if ...)": another limit for some */
    const rule *also;                 /* "(no ...)": holds as well */
    const rule *alternative;          /* "(or ... if ...)": is enough */
    bool asked;                       /* ... "(treated with ...)" */
    /* "allergy to penicillin": what the head is about, and the head by itself */
    const concept *complement, *head_concept;
    bool lends_noun;    /* its noun is that of an adjective before it in the list, too */
    const part *object; /* the part that names the complement; NULL: none */
    const part *staged; /* the condition behind it whose stage it is all of; NULL: none */
    eligo_span head;
    const concept
        *alias; /* an abbreviation in brackets that names another concept of the same kind */
    bool words; /* unknown words of content stand in it */
    size_t first_word, last_word; /* parts of them */
    bool overflow;                /* it says more than fits: nothing may be concluded */
    const part *in;               /* the list that its parts stand in: a bracket has its own */
    size_t from, to;              /* the parts */
    rule_qualifier qualifiers[ITEM_QUALIFIERS]; /* last: those beyond the count are never set */
} item;

/* Copies an item: of its qualifiers those that it has, which are few. */
static inline void item_copy(item *to, const item *from)
{
    memcpy(to, from, offsetof(item, qualifiers) + from->qualifier_count * sizeof *from->qualifiers);
}

/* The concept that two pieces of text name together ("renal" + "impairment"), as a part like
 * `model`; NULL: none. */
const part *name_together(const clause *c, eligo_span first, eligo_span second, const part *model);
/* "hyper- or hypothyroidism": the concept that the second name has with the first beginning in
 * place of its own. */
const part *name_with_beginning(const clause *c, eligo_span first, eligo_span second,
                                const part *model);
/* Says that these words ask for nothing by themselves. */
void clause_take(const clause *c, eligo_span s);
/* The concept that a part names: a thing, else a quantity. */
const concept *part_concept(const part *p);
/* Is it the name of a drug or of a class of them? */
bool part_drug(const part *p);
/* Is `a` neither above nor below `b`, and so wide (neoplasm) that only some of it can be meant as
 * an example of `b`? */
bool part_crosses(const clause *c, const concept *a, const concept *b);
/* "Women of childbearing potential", "females": a name of people of one sex. */
bool part_names_people(const clause *c, const part *p);
/* The roles (rules/roles.h) of its first word. */
role_set part_first_role(const clause *c, const part *p);
/* A word that narrows it; `value` NULL: the words themselves. */
void item_qualify(const clause *c, item *x, const char *kind, const char *value, eligo_span s,
                  const concept *about);
/* A cue that narrows it, or that it is said to lack. */
void item_qualify_by(const clause *c, item *x, const part *cue);
/* Gives x the person that y is of, and which of a family. */
void item_is_of(item *x, const item *y);
void item_is_of_patient(item *x);
/* Reads the parts [from, to) of a list. */
void item_read(const clause *c, const part *list, size_t from, size_t to, item *out);
/* What it is about, by the noun phrases of [from, to) (subject.c). */
void item_find_subject(const clause *c, const part *list, size_t from, size_t to, item *x);
/* Are these its words? */
bool part_is(const clause *c, const part *p, const char *words);
/* Is it one of these words, which end in NULL? */
bool part_is_any(const clause *c, const part *p, const char *const *words);
/* "alone", "monotherapy" */
bool part_alone(const clause *c, const part *p);
/* "for", "to treat": does it say what a treatment is for? */
bool part_aims(const clause *c, const part *p);
/* Reads a bracket behind an item into it (bracket.c). */
void bracket_read(const clause *c, item *x, const part *bracket);
/* The allergy to what these words name; NULL: there is none of its own. */
const concept *clause_allergy_to(const clause *c, eligo_span s);
/* An allergy, and to nothing that is named. */
bool item_bare_allergy(const item *x);
/* The last thing that an item names; NULL: none. */
static inline const part *item_last_thing(const item *x)
{
    return x->thing_count ? x->things[x->thing_count - 1] : NULL;
}

/* A bracket that lists things, behind `before` or NULL: "(asthma, COPD or fibrosis)". */
bool bracket_lists(const clause *c, const part *before, const part *bracket);
/* Is it what somebody plans: "planned surgery", "planning a pregnancy"? */
bool item_plans(const item *x);
/* True where nothing is said but when, how or how bad: it belongs to its neighbour. */
bool item_modifies(const item *x);
/* True where it has a subject that is a quantity, and no bound. */
bool item_wants_bound(const item *x);
/* True where it has a bound and no subject for it. */
bool item_wants_subject(const item *x);
/* The rule that it states, negation not applied. NULL: it says nothing. */
const rule *item_rule(const clause *c, const item *x);
/* The same of an item that is asked at another time and planned (share_time.c). */
const rule *item_at_two_times(const clause *c, const item *x);
/* The same rule without what the item is said not to be: "non-recurrent breast cancer",
 * "non-cardiac surgery" (lack.c). */
const rule *item_lacking(const clause *c, const item *x, const rule *r);
/* "Surgery of the spine" under the name of both together (there.c). Any other rule as it is. */
const rule *item_there(const clause *c, const rule *r);
/* "Insulin-treated diabetes": the disease, and that the drug is taken (treated.c). Any other rule
 * as it is. */
const rule *item_treated(const clause *c, const rule *r);

/* Of "lack of contraception in women": those of whom it is denied, and that. NULL: it is denied of
 * all. */
const rule *item_denied_of(const clause *c, const item *x);

/* "Newly diagnosed", "untreated", "recurrent": what no limit tells that a condition is defined by.
 */
bool qualifier_no_limit_says(const rule_qualifier *q, const rule *limits);
/* The limits that define x, of whoever has it so. */
const rule *item_limits_in_course(const clause *c, const item *x, const rule *limits);

/* The rule of the parts [from, to), all scopes settled; NULL: they say nothing. */
const rule *scope_rule(const clause *c, const part *list, size_t from, size_t to);
/* The same of parts without exceptions; conditions ("if", "for those with") are settled. */
const rule *scope_condition(const clause *c, const part *list, size_t from, size_t to);
/* The rule of a bracket or of what follows a definition; `about` names what it defines and may be
 * NULL. */
const rule *scope_bracket(const clause *c, const part *list, size_t from, size_t to,
                          const item *about);

/* How many of a list must hold: what "at least two of the following" says; n 0: not said. */
typedef struct list_count {
    rule_op op; /* RULE_ALL, RULE_ANY, RULE_AT_LEAST */
    unsigned n;
    bool negated; /* "none of the following" */
    bool said;
    bool limited; /* "at most one", "exactly two": no more than `most` of them */
    unsigned most;
} list_count;

/* A group of people that stands over what is said of it. */
typedef enum group_sort {
    GROUP_NO,
    GROUP_BY_KIND, /* "women of childbearing potential:", "for men:": something is said of these */
    GROUP_BY_TRAIT /* "patients aged 65 or more:", "patients with asthma:": or they are those meant
                    */
} group_sort;

/* What a judgement in the head of a list has to do with the list. */
typedef enum judged_head {
    JUDGED_NOT,    /* none stands there, or it is a condition of its own */
    JUDGED_OBJECT, /* "willing to stop:", "contraindication to any of the following:": its object */
    JUDGED_BARS    /* "contraindications to MRI:": things that are such */
} judged_head;

/* The head is the parts [from, to), with the sign or the "any of the following" that ends it. */
judged_head scope_judged(const part *list, size_t from, size_t to);
group_sort scope_group(const clause *c, const part *list, size_t from, size_t to);
/* What is said of a group. */
const rule *scope_for_group(const clause *c, group_sort sort, const rule *group, const rule *what);

/* "... and a score of 4 or more on" in front of a count at `end`: where that piece begins; `end`:
 * there is none. */
size_t scope_bounded_piece(const clause *c, const part *list, size_t from, size_t end);
#define LIMIT_OF_SOME "a limit for so many of a list"

/* ---- combine.c: two rules into one ---- */

/* So many of the parts of a list. */
const rule *scope_counted(arena *a, list_count n, eligo_span span, const rule *const *of,
                          size_t count);
/* What is said, and `less` taken from it. `unless`: said with "unless", "except when", which
 * exempts from a requirement. */
const rule *combine_except(arena *a, const rule *from, const rule *less, bool unless,
                           bool exclusion);

/* `r`, where all that it names is meant of `q` only. */
const rule *combine_meant_of(arena *a, const rule *r, const rule_qualifier *q);

/* `limit`, which moves one end of `usual` (a compare of the same quantity), with the other end from
 * that: "20 to 25; up to 30 is allowed" is 20 to 30. `limit` itself where there is none, or where
 * the units do not convert. */
const rule *combine_other_end(arena *a, const rule *limit, const rule *usual);
/* "Failed methotrexate": who failed a treatment had it, and need not have it now. */
void combine_failed(rule *r);
/* Is a negative result asked for? */
bool combine_negative(const rule *r);
/* Does `r` bound a quantity that `special` bounds? */
bool combine_bounds_same(const rule *r, const rule *special);
/* A limit, and another one for those who meet a condition ("<= 2.5 x ULN, or <= 5 x ULN if ..."):
 * `special` is an `all` of the limit and the condition. */
const rule *combine_alternative(arena *a, const rule *usual, const rule *special);
/* The same where `special` names no quantity of its own: what else `usual` asks for is asked of
 * all. */
const rule *combine_limit(arena *a, const rule *usual, const rule *special);
/* Do all values that a bound allows lie below those that another one of the same quantity allows?
 * False where their units do not convert. */
bool rule_below(const rule *a, const rule *b);
/* "ECOG 0, ECOG 2", "Stage IIIB. Stage IV, if resected": rules that each ask for another class of
 * one scale, which nobody can be in at once, are alternatives. NULL: they are no such list. */
const rule *combine_classes(arena *a, eligo_span span, const rule *const *of, size_t count);
/* `r`, where nobody can be asked for a thing and its absence, or to be of both sexes, at once: such
 * a conjunction was misread, and is not understood. */
const rule *combine_consistent(arena *a, const rule *r, bool exclusion);
/* `usual`, whose limit of a quantity is for those of whom `of` holds; `other` is the one for those
 * whom it names. */
const rule *combine_by_condition(arena *a, const rule *usual, const rule *of, const rule *other);
/* A rule with the name that its words give it: "obesity (BMI > 30)". The bytes of `span` say no
 * more than that. */
rule *combine_label(arena *a, const rule *r, const rule_subject *name, eligo_span span);
/* All that r asks for, of somebody else than the patient. NULL: no memory. */
const rule *combine_of_somebody(arena *a, const rule *r, const char *who);

/* "Heart disease within 6 months: stroke, angina": `r` with what its title says of when it was,
 * whose, and how bad, where its own words say nothing of the kind. A thing that is no kind of what
 * the title names, and how bad it is, are left open, in readings. */
const rule *combine_titled(arena *a, const rule *r, const rule *title);
/* Is some of what `r` names a kind of what `of` names? */
bool combine_names_kind(const rule *r, const concept *of);
list_count scope_count(const char *text, const part *list, size_t from, size_t to, size_t *at,
                       size_t *past);

/* "6 months since the diagnosis of asthma", "... after asthma onset": a disease that stays is then
 * as old as that, and was not over. What says so of it; `text` NULL: nothing does. */
rule_qualifier since_begun(const rule_window *w, const concept *event);

#endif
