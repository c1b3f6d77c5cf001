/* What a rule is: the tree that a criterion compiles to (the contract's NODE).
 *
 * Nodes are drawn from the trial's arena and never written to once rules_settle() has numbered
 * them; they may be shared between readings before that. Constructors return NULL where the arena
 * failed, and take NULL children as absent. */
#ifndef ELIGO_RULES_RULE_H
#define ELIGO_RULES_RULE_H

#include "engine/base/arena.h"
#include "engine/base/date.h"
#include "engine/eligo.h"
#include "rules/concept.h"

#include <string.h>

/* From the first byte of two spans to the last; the place of an empty one counts. */
static inline eligo_span span_hull(eligo_span a, eligo_span b)
{
    return (eligo_span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

/* The same; an empty one adds nothing. */
static inline eligo_span span_cover(eligo_span a, eligo_span b)
{
    return b.start >= b.end ? a : a.start >= a.end ? b : span_hull(a, b);
}

typedef enum rule_op {
    RULE_ALL,
    RULE_ANY,
    RULE_AT_LEAST,
    RULE_NOT,
    RULE_EXCEPT,
    RULE_IF,
    RULE_COMPARE,
    RULE_HAS,
    RULE_JUDGEMENT,
    RULE_OPAQUE,
    RULE_READINGS,
    RULE_OPS
} rule_op;

const char *rule_op_name(rule_op op); /* "at_least" ... */

/* What a leaf is about. `concept` NULL: the words are not in the lexicon. */
typedef struct rule_subject {
    const concept *concept;
    category category; /* the concept's, or a guess from the words around it, or CATEGORY_NONE */
    const char *text;
    eligo_span span;
    const char *who; /* "family", "partner", "donor", ...; NULL: the patient */
} rule_subject;

typedef struct rule_bound {
    bool given, inclusive;
    double value;
} rule_bound;

typedef struct rule_unit {
    const char *ucum; /* NULL: none printed, or not understood */
    const char *text; /* as printed; NULL: none */
} rule_unit;

typedef enum rule_relative {
    RELATIVE_NONE,
    RELATIVE_ULN,
    RELATIVE_LLN,
    RELATIVE_BASELINE
} rule_relative;
typedef enum rule_tense { TENSE_NONE, TENSE_CURRENT, TENSE_HISTORY, TENSE_PLANNED } rule_tense;
typedef enum rule_pick { PICK_LATEST, PICK_ANY, PICK_LOWEST, PICK_HIGHEST } rule_pick;

/* As in the contract; "" for none. */
const char *rule_relative_name(rule_relative r);
const char *rule_tense_name(rule_tense t);
const char *rule_pick_name(rule_pick p); /* PICK_LATEST is "latest" */

/* When it took place: from `from` to `to` after the anchor (n negative: before). An end that is not
 * `given` is open. */
typedef struct rule_window {
    bool from_given, to_given;
    bool from_open, to_open; /* the end itself is outside ("more than 6 months ago") */
    period from, to;
    double half_lives;  /* 0: none stated; else the length in half-lives */
    const char *anchor; /* "screening", "enrollment", "surgery", ...; "unstated" */
    const concept
        *anchor_concept; /* where the anchor is an event of the record; NULL: the study's own */
    const char *text;
    eligo_span span;
} rule_window;

/* Is it one of the study's own points in time ("screening", "enrollment", ... "unstated"), which
 * the index date stands for? Any other is an event of which only a record can tell the day. */
bool rule_anchor_of_study(const char *anchor);

/* How long it has lasted, or how much is taken: low..high in a unit (UCUM; of time: a, mo, wk, d,
 * h). */
typedef struct rule_amount {
    rule_bound low, high;
    rule_unit unit;
    const concept *equivalent_of; /* "prednisolone equivalent" */
    const char *text;
    eligo_span span;
} rule_amount;

/* A word that narrows a thing: severe, uncontrolled, left-sided, systemic. */
typedef struct rule_qualifier {
    const char *kind;  /* "severity", "certainty", "route", "site", "course", "result", "other" */
    const char *value; /* folded: "severe", "suspected", "oral" */
    const char *text;
    eligo_span span;
    const concept *concept; /* where the words are in the lexicon */
} rule_qualifier;

/* Is it of this kind; has it this value? */
static inline bool qualifier_is(const rule_qualifier *q, const char *kind)
{
    return q->kind && strcmp(q->kind, kind) == 0;
}

static inline bool qualifier_says(const rule_qualifier *q, const char *value)
{
    return q->value && strcmp(q->value, value) == 0;
}

typedef struct rule rule;
struct rule {
    rule_op op;
    eligo_span span;
    const char *id; /* "I3.2.1", set by rules_settle */
    const rule *const *of;
    size_t count;
    unsigned n; /* of at_least */

    /* compare, has */
    rule_subject subject;
    const rule_window *window; /* NULL: none */
    rule_tense tense;
    const rule_qualifier *qualifiers;
    size_t qualifier_count;
    const rule_amount *duration, *dose; /* NULL: none */
    bool as_kind; /* has, of what an exception takes: the words mean it as a kind of what it is
                     taken from, and the lexicon does not */

    /* compare */
    rule_bound low, high;
    const double *values; /* a list of grades; NULL: none */
    size_t value_count;
    rule_unit unit;
    rule_relative relative_to;
    rule_pick pick;
    bool counting;         /* contract: count */
    eligo_span bound_span; /* the words of the bound */
    bool any_specimen;     /* reserved */

    const char *topic;   /* of a judgement */
    const char *reason;  /* of an opaque */
    const char *finding; /* of readings: the code of what is open */
};

/* Do texts speak of `a` as one of `b`, or of some of `b`, though it is none? Carcinoma in situ, of
 * cancers (attribute `among`). */
bool concept_counted_among(const concept *a, const concept *b);

typedef enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } severity;
const char *severity_name(severity s);

/* In what two ways the words of a finding can be read, the first and the second of its `readings`
 * (rules/variants.h makes rules of them). */
typedef enum reading_kind {
    READING_NODE,      /* as the node of readings says, or not known */
    READING_AGE,       /* a strict limit on age: from that birthday, from the next one */
    READING_ENDS,      /* both ends of a range are included, both are not */
    READING_END,       /* the end that is not spoken of is included, is not */
    READING_SIDE,      /* at least, at most */
    READING_EITHER,    /* any of the parts, all of them together */
    READING_GROUPS,    /* what "and" joins only together, each by itself */
    READING_FIRST,     /* a modifier goes with the first, with all */
    READING_LAST,      /* with the last, with all */
    READING_EXCEPTION, /* from the last, from all */
    READING_NEGATION   /* none of the things, not all of them together */
} reading_kind;

/* What hangs on a finding: of how many patients the verdict on the trial depends on the reading. */
typedef struct finding_impact {
    bool known;             /* false: no rule can be made of the readings (words not understood) */
    size_t patients;        /* how many were asked about */
    size_t changed;         /* of how many the verdict depends on it */
    const char *const *ids; /* of them, at most LIMIT_IMPACT_IDS */
    size_t id_count;
} finding_impact;

/* One finding of the audit (the contract's FINDING); `criterion` and `node` may be NULL. */
typedef struct finding {
    const char *code;
    severity severity;
    const char *criterion, *node;
    const rule *about; /* the node that `node` names, once settled */
    eligo_span span;
    const char *message, *suggestion; /* suggestion may be NULL */
    const char *const *readings;      /* NULL-terminated, or NULL */
    bool replaces; /* the suggestion can stand in place of the words of the span */
    bool drawn; /* from a node of readings: what tells of the same in words of its own stands for it
                 */
    reading_kind kind;
    const finding_impact *impact; /* NULL: not asked for, or there are no readings */
} finding;

typedef enum criterion_kind {
    CRITERION_INCLUSION,
    CRITERION_EXCLUSION,
    CRITERION_REGISTRY
} criterion_kind;
const char *criterion_kind_name(criterion_kind k);

typedef struct criterion {
    const char *id; /* "I1", "E2", "R1" */
    criterion_kind kind;
    const char *label; /* "3.", NULL: none */
    const char *text;  /* as printed, bytes of `span` made valid UTF-8 */
    eligo_span span;
    const rule *rule;
} criterion;

typedef struct registry_age {
    bool given;
    double value;
    char unit; /* 'a', 'm', 'w', 'd', ... as in date.h */
    eligo_span span;
} registry_age;

/* A trial's rules: what eligo_rules is made of. Lives in `arena`. */
typedef struct rules {
    arena *arena;
    const lexicon *lexicon;
    const char *trial_id, *title; /* "" where not known */
    registry_age minimum_age, maximum_age;
    const char *sex; /* "all", "female", "male"; NULL: not said */
    eligo_span sex_span;
    int healthy_volunteers; /* 1 yes, 0 no, -1 not said */
    const char *source_name;
    size_t source_bytes;
    char sha256[65];
    size_t coverage_bytes, coverage_understood;
    const criterion *criteria;
    size_t criterion_count;
    bool says_none; /* a section says that it has no criteria: "None", "N/A" */
    const finding *findings;
    size_t finding_count;
    bool unaudited; /* nobody looked for findings: that there are none says nothing */
} rules;

/* ---- constructors ---- */

rule *rule_new(arena *a, rule_op op, eligo_span span);
/* all, any or at_least of the children. NULL children are left out; one child is the child itself
 * (not under at_least); none is NULL. The span covers them. Of two children, a first one of the
 * same op (all, any) gives up its own node, so that `list "and" item` grows a flat list; a list
 * inside a list keeps its node, because its words have a truth of their own. */
const rule *rule_join(arena *a, rule_op op, eligo_span span, const rule *const *of, size_t count);
const rule *rule_two(arena *a, rule_op op, const rule *first, const rule *second);
const rule *rule_not(arena *a, eligo_span span, const rule *of);
/* The same; what is a denial alone is denied by what it denies. */
const rule *rule_denied(arena *a, eligo_span span, const rule *of);
const rule *rule_opaque(arena *a, eligo_span span, const char *reason);
#define OPAQUE_NUMBER "a number without anything that it measures"
#define OPAQUE_GRADE "a grade that there is not" /* a reason that the audit tells of */
/* ... and one of two lines that nobody meets together: the audit reads what stands beside it */
#define OPAQUE_APART "nobody meets it and the line beside it, which may do instead"
const rule *rule_judgement(arena *a, eligo_span span, const char *topic);
/* Readings of one text, the nearest to the printed order first; equal ones are dropped; one that is
 * left stands for itself. */
const rule *rule_readings(arena *a, eligo_span span, const char *code, const rule *const *of,
                          size_t count);

/* How the places of a rule, bytes of a piece of text, become bytes of the input. */
typedef struct rule_places {
    eligo_span (*move)(const void *context, eligo_span s);
    const void *context;
} rule_places;

/* Draws from `a` what a node speaks of, and what is not another node: texts, windows, amounts,
 * qualifiers; their places are moved where `places` is given. Check arena_failed(). */
void rule_own(arena *a, rule *r, const rule_places *places);

/* ---- questions ---- */

/* The same meaning, node by node. Spans and ids do not count, nor do labels (the name once more),
 * nor in what order and how often things are said that narrow another. */
bool rule_equal(const rule *a, const rule *b);
/* Two that narrow in the same way: the same concept where there is one and the words only name it
 * ("about", "example"), else the same words; of a side, which one. */
bool rule_qualifier_equal(const rule_qualifier *a, const rule_qualifier *b);
/* Calls `visit` for every node, parents first. */
void rule_walk(const rule *r, void (*visit)(const rule *r, void *context), void *context);
size_t rule_size(const rule *r);

/* ---- settling: rules/settle.c ---- */

/* The last step of compiling a criterion: nodes deeper than LIMIT_RULE_DEPTH become opaque,
 * readings are dropped beyond LIMIT_READINGS, spans are widened so that they nest, shared nodes are
 * copied, and every node gets its id ("I3", "I3.1", ...). Returns the settled tree (a copy in the
 * arena). */
const rule *rule_settle(arena *a, const rule *r, const char *criterion_id, eligo_span within);
/* The same, with nothing left that is not drawn from `a`: what `r` is made of may go. `places`:
 * where its bytes are in the input, of which `within` is a piece; NULL: they are of the input
 * already. */
const rule *rule_settle_whole(arena *a, const rule *r, const char *criterion_id, eligo_span within,
                              const rule_places *places);

#endif
