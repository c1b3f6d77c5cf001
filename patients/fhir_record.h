/* Inside fhir*.c: one resource under reading, and how its elements are read. Functions that take a
 * json_value take NULL as absent. */
#ifndef ELIGO_PATIENTS_FHIR_RECORD_H
#define ELIGO_PATIENTS_FHIR_RECORD_H

#include "patients/fhir.h"
#include "patients/mention.h"
#include "patients/result.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { MOST_CONCEPTS = 8, MOST_NOTES = 50, MOST_MEMBERS = 4 };

typedef struct record {
    const fhir_set *set;
    patient *p;
    const lexicon *lx;
    arena *a;
    int index;           /* of the resource in the set */
    const json_value *v; /* the resource */
    const char *fact_id; /* "Observation/8f2" */
    const char **notes;
    size_t note_count, note_room;
    struct { /* the same few come again and again */
        slice uri;
        code_system system;
    } systems[8];
    size_t system_count;
    struct { /* the date that was read last: what was seen at one time says so each time */
        char text[40];
        size_t size;
        date value;
    } dated;
    const concept *stays[3]; /* of the classes of encounters, once they were asked for */
    int *member_of; /* of each resource: the Observation that lists it; made when first asked */
} record;

/* A member that is null is none: what is made of XML or of tables has them beside the one that
 * counts. */
static inline const json_value *record_get(const record *r, const json_value *v, fhir_key key)
{
    const json_value *found = json_at(v, key);

    (void)r;
    return found && found->kind == JSON_NULL ? NULL : found;
}
slice record_text(const record *r, const json_value *v);
const char *record_copy(const record *r, slice s);
void record_note(record *r, const char *what);
/* The same of one value: the listener is told its place, too. */
void record_damage(record *r, const json_value *v, const char *what);
/* A word of a value set: no blanks around it, lower case; "" where there is none. */
const char *record_word(const record *r, const json_value *v);
/* The same of the first code of a CodeableConcept, or of a plain string (STU3). */
const char *record_code_word(const record *r, const json_value *v);
/* Is it one of the words of a list ("active completed")? */
bool record_one_of(const char *word, const char *list);

/* ---- dates ---- */

bool record_date(record *r, const json_value *v, date *out);
/* From the first day of the one to the last of the other. */
date record_span(date a, date b);
/* Some day up to `last`: since birth, as far as that is known. */
date record_until(const record *r, date last);
/* A Quantity of time as a period; false: none, or another unit. */
bool record_period(const record *r, const json_value *quantity, period *out);

/* onset[x], abatement[x], performed[x], ...: dateTime, Period (both ends), Age, Range of ages,
 * string; asked for by the first of FHIR_WHEN. `said`: something is there that no date could be
 * made of. */
typedef struct when {
    date start, end;
    bool given, period, said;
} when;
when record_when(record *r, const json_value *v, fhir_key prefix);
/* effectiveTiming: its first and last event. */
bool record_timing(record *r, const json_value *timing, date *start, date *end);
/* When the encounter of the resource was. */
date record_encounter_date(record *r);

/* ---- codes ---- */

typedef struct coded {
    const concept *list[MOST_CONCEPTS]; /* unrelated ones; of related ones the most special */
    code_sense sense[MOST_CONCEPTS];
    size_t count;
    bool by_text;
    name named;           /* what the words around a name found by text say */
    const char *text;     /* never NULL */
    bool bare;            /* no words: the text is only the code */
    const char *code;     /* may be NULL */
    mentions more;        /* what it is, or may be, beside these */
    fact_certainty doubt; /* what its words say against its code */
} coded;

typedef enum hint { HINT_NONE, HINT_MEASUREMENT, HINT_DRUG, HINTS } hint;

/* A CodeableConcept or Coding of `doc`: codes first, else words. */
coded record_code(record *r, const json_doc *doc, const json_value *v, hint h);
/* The same without a copy, until the next patient: it lies where it was found before, or in *room.
 */
const coded *record_code_at(record *r, const json_doc *doc, const json_value *v, hint h,
                            coded *room);
enum { CACHED_CODES = 4096, CACHED_NAMES = 2048, CACHED_UNITS = 4096, CACHE_BYTES = 4 << 20 };

/* Each thing has one place where it may be, a code two. Where its memory is full nothing is added
 * any more, and the next patient begins it anew: it can never grow with what is read. */
struct fhir_cache {
    arena *arena;
    struct cached_code {
        slice printed; /* the JSON of it, as it is */
        uint64_t hash;
        hint hint;
        coded found;
        fact_value answer; /* what it is as the value of `about`, once that was asked */
        const concept *about;
        bool answered;
    } * codes[CACHED_CODES];
    struct cached_code *numbered[JSON_MEMO + 1][HINTS]; /* of what the memo of the parser knows */
    struct cached_name {
        slice words;
        hint hint;
        coded found; /* its concepts and name only */
    } * names[CACHED_NAMES];
    struct cached_unit {
        const concept *about;
        slice code, shown, system;
        const char *ucum;
    } * units[CACHED_UNITS];
};
void fhir_cache_begin(fhir_cache *c); /* with the next patient; NULL is allowed */
/* A copy for the cache; text NULL: no room. */
slice fhir_cache_keep(fhir_cache *c, slice s);

/* By words alone, where nothing is found yet. */
void record_by_words(const record *r, coded *c, slice words, hint h);
void record_add_concept(coded *c, const concept *one, code_sense sense);
/* What a code's sense or a name's words make of a fact ("Not pregnant", "Hx of ..."). */
void record_sense(fact *f, const coded *c, size_t i);
/* The same of the words alone. */
void record_name_sense(fact *f, const name *named);
/* What is named as the reason of a fact (reasonCode): no entry of its own, but no closed world
 * denies it, and the fact is one that was for it ("hospitalization for stroke"). */
void record_reasons(record *r, fact *f);
/* A new fact about concept i of a code; NULL: no memory. */
fact *record_fact(record *r, fact_kind kind, const coded *c, size_t i);
/* Adds a qualifier from a CodeableConcept, or from each of an array. */
void record_qualify(record *r, fact *f, const char *kind, const json_value *v);

/* ---- observations: fhir_observation.c ---- */

/* The UCUM code of a Quantity; *text: as recorded. */
const char *record_unit(record *r, const json_value *quantity, const concept *about,
                        const char **text);
/* An Observation; start and end where it says no time of its own. */
void record_observation(record *r, const json_value *v, date start, date end);
/* Observations that are contained in the resource: of its time, unless they say their own. */
void record_contained(record *r, date start, date end);

#endif
