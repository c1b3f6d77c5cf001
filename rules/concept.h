/* The lexicon: what words and codes mean.
 *
 * A concept is a row of the tables (docs/lexicon.md). The core lexicon is compiled into read-only
 * memory; a site's own file and imported vocabularies make a larger lexicon on top of it. Concepts
 * are compared by pointer. A lexicon is immutable once made, for any number of threads. */
#ifndef ELIGO_RULES_CONCEPT_H
#define ELIGO_RULES_CONCEPT_H

#include "engine/base/arena.h"
#include "engine/eligo.h"
#include "rules/cue.h"

#include <stdint.h>

typedef enum category {
    CATEGORY_NONE,
    CATEGORY_DEMOGRAPHIC,
    CATEGORY_MEASUREMENT,
    CATEGORY_SCORE,
    CATEGORY_CONDITION,
    CATEGORY_MEDICATION,
    CATEGORY_PROCEDURE,
    CATEGORY_IMMUNIZATION,
    CATEGORY_DEVICE,
    CATEGORY_ORGANISM,
    CATEGORY_ALLERGY,
    CATEGORY_ENCOUNTER,
    CATEGORY_SOCIAL,
    CATEGORY_CONSENT,
    CATEGORIES
} category;

/* "measurement" ...; "" for CATEGORY_NONE. */
const char *category_name(category c);
/* CATEGORY_NONE where there is no such category. */
category category_find(const char *name, size_t size);
/* measurement, score, demographic: things with a value. */
bool category_is_quantity(category c);

/* Where a concept comes from. What is imported adds to the core and to a site's own file, and never
 * overrides them: not a name, not a code, unless it lies below what they say. */
typedef enum tier { TIER_CORE, TIER_SITE, TIER_IMPORTED } tier;
/* "core", "site", "imported". */
const char *tier_name(tier t);

enum {                     /* concept.flags */
       CONCEPT_EVENT = 1,  /* happens on a day; else a state with a beginning and an end */
       CONCEPT_CLASS = 2,  /* a word for a class */
       CONCEPT_WEAK = 4,   /* too general to be a mention by itself */
       CONCEPT_FEMALE = 8, /* false for a male patient */
       CONCEPT_MALE = 16,  /* false for a female patient */
       CONCEPT_BETTER_LOW = 32,
       CONCEPT_BETTER_HIGH = 64,
       CONCEPT_STAGES = 128,   /* roman or letter stages */
       CONCEPT_POSITIVE = 256, /* a result that is positive or negative */
       CONCEPT_JUDGEMENT =
           512, /* only a person can say (understanding, willingness): no record answers it */
       CONCEPT_ICD10 = 1024,    /* its ICD-10-CM codes are known: another code is not it */
       CONCEPT_EXTENDS = 2048,  /* an imported row: names and codes of the concept it replaces */
       CONCEPT_ONCE = 4096,     /* what was done stays done (surgery, a transplantation) */
       CONCEPT_UNLISTED = 8192, /* no list of problems holds it: no closed world denies it */
       CONCEPT_WHOLE =
           16384, /* has no degrees but the one in its name: "unstable angina", pregnancy */
       CONCEPT_OUTCOME =
           32768, /* comes of something else: another thing may end in an example of it, too */
       CONCEPT_LENDS =
           65536 /* what stands before its wider name may be meant of what stands beside it, too */
};

typedef struct concept_limits { /* NAN: none */
    double low, high;
} concept_limits;

typedef struct concept_grade { /* a class of a score: "B" is 7..9 */
    const char *name;
    double low, high;
} concept_grade;

typedef struct concept concept;
struct concept {
    const char *id, *name;
    category category;
    unsigned flags;
    tier tier;
    const concept *const *parents; /* NULL-terminated; never NULL */
    const concept *const
        *above;               /* parents and theirs, up to the top; NULL-terminated; never NULL */
    const concept *replaces;  /* of a site's row: the core concept that it overrides (or, with
                                 CONCEPT_EXTENDS, that its names and codes belong to) */
    const char *const *units; /* UCUM, the default first; NULL-terminated; never NULL */
    concept_limits plausible; /* in the default unit */
    concept_limits normal, normal_female, normal_male;
    concept_limits scale;        /* of a score */
    double molar;                /* g/mol, 0: unknown */
    double valence;              /* charges, 0: unknown */
    const concept_grade *grades; /* ended by a NULL name; NULL: none */
    const concept
        *confirms; /* a positive result says that this is there, a negative that it is not */
    const concept *denies;    /* a negative result says that this is not there */
    const concept *substance; /* of an allergy: to what */
    const char *attributes;   /* the whole cell, for attributes without a field here */
};

/* The value of an attribute of the cell ("prednisolone_equivalent"), NULL where it is not there.
 * Not NUL-terminated: *size. */
const char *concept_attribute(const concept *c, const char *key, size_t *size);
/* Is that the value of the attribute ("route=systemic")? */
bool concept_attribute_is(const concept *c, const char *key, const char *value);
/* True where `c` is `above` or lies below it through its parents. NULL is below nothing. */
bool concept_is(const concept *c, const concept *above);

typedef struct lexicon lexicon;

/* The core. Never NULL, never freed. */
const lexicon *lexicon_core(void);
/* The core and a site's file on top, or the .tsv files of a folder (docs/lexicon.md); path NULL:
 * only the core's. Errors name the line of the file. Free with lexicon_delete (NULL and the core
 * are allowed). */
lexicon *lexicon_load(const char *path, eligo_error *err);
void lexicon_delete(lexicon *lx);
/* "2026-11" and, with a site's file, what it is. */
const char *lexicon_version(const lexicon *lx);

/* Concepts in the order of the tables: site first. */
size_t lexicon_size(const lexicon *lx);
const concept *lexicon_at(const lexicon *lx, size_t i);
/* The concept that alone has a unit; NULL: none, or several. */
const concept *lexicon_of_unit(const lexicon *lx, const char *ucum);
/* How many concepts are `c` or lie below it; `most`: no more are counted. */
size_t lexicon_below(const lexicon *lx, const concept *c, size_t most);
/* By id; NULL: none. */
const concept *lexicon_concept(const lexicon *lx, const char *id, size_t size);

/* ---- codes ---- */

typedef enum code_system {
    CODE_UNKNOWN,
    CODE_LOINC,
    CODE_SNOMED,
    CODE_ICD10CM,
    CODE_RXNORM,
    CODE_ATC,
    CODE_OMOP,
    CODE_CVX,
    CODE_SYSTEMS
} code_system;

typedef enum code_sense {
    CODE_IS,     /* the concept */
    CODE_DENIES, /* its absence ("not pregnant", "no known allergy") */
    CODE_HISTORY /* that it is in the past ("personal history of") */
} code_sense;

/* From a FHIR URI, an OID or an OMOP vocabulary id ("LOINC", "ICD10CM"); CODE_UNKNOWN: another. */
code_system code_system_find(const char *uri, size_t size);
const char *code_system_name(code_system s);
/* The most special concept that lists the code (exactly, or by prefix or range for ICD-10-CM and
 * ATC; ICD-10-CM with or without its dot, any letter case); NULL: none. */
const concept *lexicon_code(const lexicon *lx, code_system s, const char *code, size_t size,
                            code_sense *sense);

/* What else a code is beside the concept that lexicon_code finds: a concept that lists it by a
 * wider code or range and does not lie above that one (E11.40 is a neuropathy, and type 2
 * diabetes). */
typedef struct code_other {
    const concept *concept;
    bool sure; /* false: it may be it (rules/overlaps.tsv, or it says so in another sense) */
} code_other;
/* At most `room` of them. */
size_t lexicon_code_others(const lexicon *lx, code_system s, const char *code, size_t size,
                           code_other *out, size_t room);
/* Is the code only a part of what it was found for, so that its denial denies no more than that
 * part? Not where it is listed itself, or says "unspecified" (the digit 9 of ICD-10-CM). */
bool lexicon_code_is_part(const lexicon *lx, code_system s, const char *code, size_t size);

/* ---- words ---- */

typedef enum atom_kind { ATOM_WORD, ATOM_NUMBER, ATOM_SIGN } atom_kind;

/* What stands between an atom and the one before it. A name runs across the first five; across a
 * comma, a colon or a bracket only where the table prints one there; across a GAP_BREAK (other
 * signs, an empty line, several signs) never. */
typedef enum atom_gap {
    GAP_NONE,
    GAP_BLANK,
    GAP_HYPHEN, /* or an apostrophe */
    GAP_DOT,    /* names run across it only behind an abbreviation */
    GAP_LINE,   /* one line end */
    GAP_COMMA,
    GAP_COLON,
    GAP_OPEN,
    GAP_CLOSE,
    GAP_BREAK
} atom_gap;

/* What begins with a word. */
enum {
    BEGINS_NAME = 1, /* a name of the core, */
    BEGINS_CUE = 2,  /* a phrase of the grammar, */
    BEGINS_WORDS = 4 /* or one of rules/words.tsv */
};

/* Text cut into atoms: runs of letters, runs of digits, and the signs / + % & as one each; all else
 * is skipped ("'s" goes with its word; & is "and"). Each is folded (case, accents, plural, British
 * spelling, Greek; I to V behind "type", "stage", "grade", "class" and "phase" are numbers), so
 * that phrases can be compared. */
typedef struct atom {
    uint32_t start, end; /* bytes of the text */
    uint32_t key;        /* of the folded form: equal keys, equal forms; 0: a form in no table */
    uint32_t exact;      /* of the form with its case (see "=AS") */
    uint8_t kind;        /* atom_kind */
    uint8_t gap;         /* atom_gap */
    uint8_t capitals;    /* of a word: 0 none, 1 some, 2 all of its letters */
    uint8_t begins;      /* BEGINS_NAME ...: most words begin nothing */
    uint16_t known;      /* known_number() of the word (rules/known.h); 0: it is not known */
} atom;

typedef struct atoms {
    const char *text;
    const atom *list;
    size_t count;
    size_t size;               /* of the text */
    struct pattern_work *work; /* for patterns among the names (rules/pattern.h); NULL: they are not
                                  tried */
} atoms;

static inline size_t atom_size(const atom *a)
{
    return a->end - a->start;
}

/* Does no blank and no sign stand between atom i and the one before it ("CA999")? */
static inline bool atoms_glued(const atoms *t, size_t i)
{
    return i > 0 && i < t->count && t->list[i].gap == GAP_NONE && t->list[i].kind != ATOM_SIGN &&
           t->list[i - 1].kind != ATOM_SIGN;
}

/* Cuts a text (the list is the arena's; `text` must live as long). count 0 on failure (see
 * arena_failed) or where there is nothing. Keys hold for this lexicon. */
atoms lexicon_cut(const lexicon *lx, const char *text, size_t size, arena *a);

typedef struct lexicon_hit {
    const concept *quantity; /* the concept that has a value, if the phrase names one */
    const concept *thing;    /* the other one, if it names one; at least one of the two */
    size_t atoms;            /* how many atoms it covers */
    eligo_span span;         /* bytes of the text */
} lexicon_hit;

/* An abbreviation in capitals and what it stands for in one text; a hit without concepts: it is not
 * known what for. */
typedef struct lexicon_short {
    const char *name;
    lexicon_hit hit;
} lexicon_short;
/* The lexicon with such abbreviations, which win over what it has for them; drawn from the arena,
 * with the list still the caller's. NULL: no memory. */
const lexicon *lexicon_with(const lexicon *lx, const lexicon_short *list, size_t count, arena *a);

/* The longest name that begins at atom `at`. False: none. A name ends where a token ends ("CA" is
 * not in "CA999"), is not what "pre-", "anti-" or "pseudo-" stands before, and "=AS" is not in a
 * line of capitals. */
bool lexicon_match(const lexicon *lx, const atoms *text, size_t at, lexicon_hit *hit);
/* Can a name begin with the first two words of two pieces of text with a blank between them? Asked
 * where to put them together and cut all of it is too much. */
bool lexicon_begins(const lexicon *lx, const char *first, size_t size, const char *second,
                    size_t second_size);
/* Does one begin with the first word of a span of a text that was cut already? True where the span
 * does not begin with a word of it. */
bool lexicon_begins_at(const lexicon *lx, const atoms *text, eligo_span first);
/* The same of two spans. */
bool lexicon_begins_in(const lexicon *lx, const atoms *text, eligo_span first, eligo_span second);
/* A whole display text ("Diabetes mellitus type 2 (disorder)"): its best concept, or NULL. The
 * words around it must not change its meaning ("history of", "no", "family"): then NULL. */
const concept *lexicon_display(const lexicon *lx, const char *text, size_t size, arena *a);
/* The same where it is known that a quantity is named: "calcium" is then no drug. */
const concept *lexicon_display_quantity(const lexicon *lx, const char *text, size_t size, arena *a);
/* Is what is printed beside the name of `c` no more than how, where and how much ("left lower
 * lobe", "stage III", another name of it)? Words that are not known may be anything ("brother"). */
bool lexicon_adds_nothing(const lexicon *lx, const concept *c, const char *text, size_t size,
                          arena *a);

/* ---- cues: words of the grammar, rules/cues.tsv ---- */

typedef struct cue {
    cue_class class;
    const char *value; /* "" where it has none */
} cue;

/* The longest cue phrase that begins at atom `at`; *atoms: how many it covers. NULL: none. */
const cue *cue_match(const atoms *text, size_t at, size_t *atoms_covered);
/* The cue that all of a text is; NULL: none. */
const cue *cue_whole(const char *text, size_t size);

#endif
