/* Two versions of a trial (or two sister trials): what changed, criterion by criterion.
 *
 * Criteria are paired by what they mean, then by what they are about and their words. Whether a
 * change admits more or fewer is only said where it follows from the rules: a range inside another
 * one of the same quantity, a window inside another one, a list with more or fewer items, a
 * narrower thing. */
#ifndef ELIGO_ENGINE_DIFF_H
#define ELIGO_ENGINE_DIFF_H

#include "engine/base/buffer.h"
#include "engine/base/jsonout.h"
#include "engine/screen.h"

typedef enum diff_kind {
    DIFF_UNCHANGED, /* same words, or words that differ in blanks and letter case only */
    DIFF_REWORDED,  /* other words, the same rule */
    DIFF_MOVED,     /* the same requirement, in another order or section */
    DIFF_TIGHTENED, /* admits fewer patients, or as many: never others */
    DIFF_LOOSENED,
    DIFF_CHANGED, /* neither follows from the rules */
    DIFF_ADDED,
    DIFF_REMOVED,
    DIFF_KINDS
} diff_kind;
const char *diff_kind_name(diff_kind k); /* "tightened" ... */

typedef struct diff_change {
    diff_kind kind;
    bool moved;                      /* also where it is something else beside */
    const criterion *before, *after; /* NULL: added, removed */
    const char *message;             /* what changed, in one line; "" where nothing did */
} diff_change;

/* A field of the registry that differs. */
typedef struct diff_field {
    const char *name;           /* "minimum_age", "maximum_age", "sex", "healthy_volunteers" */
    diff_kind kind;             /* tightened, loosened or changed */
    const char *before, *after; /* "18 years"; "" where it is not said */
} diff_field;

enum { DIFF_FIELDS = 4 };

typedef struct diff {
    const rules *before, *after;
    const diff_change
        *changes; /* in the order of the new version, what was removed at its old place */
    size_t count;
    size_t counts[DIFF_KINDS]; /* how many of each kind; not the fields */
    diff_field fields[DIFF_FIELDS];
    size_t field_count;
} diff;

/* Drawn from `a`, pointing into both. NULL: no memory. Time: the pairing looks at no more than a
 * fixed number of pairs beyond those of the same meaning, in a long list at neighbours only. */
const diff *diff_rules(const rules *before, const rules *after, arena *a);

/* True of a criterion that both versions have from their registry fields, which tell of it. */
bool diff_is_field(const diff_change *c);

/* Where the rule of x holds, that of y holds, whatever the record; false where that is not sure.
 * What that means for a patient depends on the sections, which do not count here. */
bool diff_implies(const criterion *x, const criterion *y);

/* What a node says, in the words of its criterion (all of them where the place is not known). */
const char *diff_words(const criterion *c, eligo_span span, size_t *size);
/* The same words; blanks, letter case and a stop at the end do not count. */
bool diff_same_words(const char *a, size_t a_size, const char *b, size_t b_size);

/* ---- patients ---- */

typedef struct diff_effect { /* a criterion that says something else of the patient */
    const diff_change *change;
    bool before_given, after_given; /* false: there is no such criterion in that version */
    verdict before, after;
    const char *message; /* of the clause that decides, in the new version if it is there */
} diff_effect;

typedef struct diff_impact {
    verdict before, after; /* of the patient on the whole trial */
    const diff_effect *effects;
    size_t count;
} diff_impact;

/* Judges the record by both; drawn from the record's arena (check arena_failed). */
diff_impact diff_patient(const diff *d, const eval_record *x);

/* ---- writing ---- */

/* For people: fields, then what changed, old words above the new ones; unchanged criteria are
 * counted. */
void diff_print_text(buffer *b, const diff *d);
/* The members of the object (contract: eligo.diff/1) up to the patients; the object stays open. */
void diff_print_json(json_out *o, const diff *d);
/* One patient, as a paragraph; as an object. */
void diff_impact_text(buffer *b, const diff_impact *i, const char *who);
void diff_impact_json(json_out *o, const diff_impact *i, const char *who);

#endif
