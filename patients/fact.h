/* What a record says of one patient: facts, by concept and time.
 *
 * Readers (fhir.c, omop.c, csv.c) fill a patient; the engine only reads it. A reader leaves out
 * what says nothing: entered-in-error, not-done, on-hold, draft, cancelled, doNotPerform, values
 * without a usable status. Everything lives in the patient's arena. */
#ifndef ELIGO_PATIENTS_FACT_H
#define ELIGO_PATIENTS_FACT_H

#include "engine/base/arena.h"
#include "engine/base/date.h"
#include "rules/concept.h"

typedef enum fact_kind {
    FACT_OBSERVATION, /* a measurement, score, test or answer */
    FACT_CONDITION,
    FACT_MEDICATION,
    FACT_PROCEDURE,
    FACT_IMMUNIZATION,
    FACT_DEVICE,
    FACT_ALLERGY,
    FACT_ENCOUNTER,
    FACT_CONSENT,
    FACT_FAMILY, /* a relative's condition: never the patient's */
    FACT_KINDS
} fact_kind;

typedef enum fact_certainty {
    FACT_CONFIRMED,
    FACT_SUSPECTED,   /* provisional, differential */
    FACT_UNCONFIRMED, /* the record does not commit itself: decides nothing */
    FACT_DENIED /* refuted, not taken, "no known ...", a negative answer: false in every world */
} fact_certainty;

typedef enum fact_value_kind {
    VALUE_NONE,   /* no value (a reason may be in `text`) */
    VALUE_NUMBER, /* an interval: low == high for an ordinary result */
    VALUE_CODED,  /* `concept`, `sign` and `text` */
    VALUE_TEXT    /* nothing could be read out of `text` */
} fact_value_kind;

typedef struct fact_value {
    fact_value_kind kind;
    double low, high; /* infinite where a comparator leaves it open */
    bool low_inclusive, high_inclusive;
    const char *ucum;       /* the unit as UCUM; NULL: none printed, or not understood */
    const char *unit_text;  /* as recorded; NULL: none */
    const concept *concept; /* of a coded value, where the lexicon has it */
    int sign;               /* +1 positive, -1 negative, 0 neither or not said */
    char interpretation;    /* 'S' 'I' 'R' 'H' 'L' 'N' 'A' 'P' (positive) 'G' (negative); 0: none */
    const char *text;       /* as recorded; NULL: none */
    bool range_low_given, range_high_given;
    double range_low, range_high; /* the reference range that came with it, in the value's unit */
} fact_value;

typedef struct fact_qualifier {
    const char *kind;  /* as rule_qualifier: "severity", "site", "stage", "route" */
    const char *value; /* folded text: "severe" */
    const concept *concept;
} fact_qualifier;

typedef enum mention_how {
    MENTION_NAMED, /* its words name it, and what they say of it is not understood */
    MENTION_MAY,   /* its code is listed for it, but may be something else */
    MENTION_IS     /* its code is listed for it, too */
} mention_how;

typedef struct fact_mention { /* another concept that an entry is, or may be */
    const concept *concept;
    mention_how how;
} fact_mention;

typedef struct fact {
    fact_kind kind;
    fact_certainty certainty;
    const concept *concept; /* the most special one its codes name; NULL: none known */
    bool by_text;           /* found by words, not by code */
    bool unnamed; /* neither: a code that is not known, without a word; it may be anything */
    bool
        part; /* it is only a part of the concept (a special code, "acute"): denied, that part is */
    const fact_mention *mentions; /* what it is beside its concept */
    size_t mention_count;
    const char *text; /* what the record calls it; never NULL */
    const char *code; /* "loinc:718-7", for what the lexicon does not have; may be NULL */
    day recorded; /* when it was written down: before that day it was not there; DAY_NONE: not said
                   */
    date start,
        end;    /* onset/abatement, order/its end, performed, effective (start == end: one time) */
    bool ended; /* over, by its status, on an unknown day; of an order with an `end`: on that day or
                   earlier */
    bool planned; /* intended, proposed: no exposure, no event */
    bool history; /* says "in the past" only (a "history of" code) */
    bool order;   /* an order or statement: use at a time within start..end, open while not ended */
    fact_value value;      /* of an observation */
    double dose;           /* of a medication, per day where known; NAN: not known */
    const char *dose_unit; /* UCUM */
    const char
        *isolate; /* what a MIC belongs to: id of the specimen or organism observation; NULL */
    const concept *organism; /* of an isolate */
    const concept *specimen;
    const char *sample; /* what the record says the specimen is; NULL: nothing */
    const fact_qualifier *qualifiers;
    size_t qualifier_count;
    const char *id; /* "Observation/8f2", "measurement/1234", "row 7 column hba1c"; never NULL */
} fact;

typedef enum sex { SEX_UNKNOWN, SEX_FEMALE, SEX_MALE, SEX_OTHER } sex;

typedef struct patient_span { /* days, both included */
    day first, last;
} patient_span;

typedef struct patient {
    arena *arena;
    const lexicon *lexicon;
    const char *id;
    date birth;
    sex sex;
    bool deceased;
    date death;                   /* not dated: DAY_NONE */
    const patient_span *observed; /* when the record speaks at all (OMOP's observation periods);
                                     outside it is silent */
    size_t observed_count;        /* 0: nothing is said of that */
    bool absent; /* references name this patient, but no Patient record was there */
    bool
        incomplete; /* a part of the record could not be read: that nothing is there says nothing */
    fact *facts;    /* in the order of the record; patient_settle sorts by start */
    size_t fact_count, fact_room;
    const char *const *notes; /* what was not read, one line each; NULL-terminated or NULL */
    const char *file;         /* where it came from */
    size_t line;
} patient;

/* An empty patient of an arena that the caller owns (one at a time: arena_reset between patients).
 */
void patient_begin(patient *p, arena *a, const lexicon *lx, const char *id);
/* Room for so many facts at once, before the first; more is made as it is needed. */
void patient_reserve(patient *p, size_t count);
/* A new zeroed fact at the end, confirmed, undated, with empty strings; NULL: no memory. */
fact *patient_fact(patient *p, fact_kind kind);
/* Takes back all facts but the first `count`. */
void patient_keep(patient *p, size_t count);
/* Adds to the notes. */
void patient_note(patient *p, const char *text);
/* After the last fact: stable order (by start, undated last, then as read). */
void patient_settle(patient *p);

#endif
