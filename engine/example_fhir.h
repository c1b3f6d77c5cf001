/* Inside examples*.c: the FHIR resources of a synthetic patient. */
#ifndef ELIGO_ENGINE_EXAMPLE_FHIR_H
#define ELIGO_ENGINE_EXAMPLE_FHIR_H

#include "engine/base/buffer.h"
#include "engine/base/jsonout.h"
#include "patients/fact.h"

/* How a thing is named in a record: by a code of its own, else by words, else by what lies below
 * it. */
typedef struct example_name {
    const concept
        *concept;       /* what it is the name of: the thing, or one below it; NULL: it has none */
    code_system system; /* CODE_UNKNOWN: by words */
    char code[24];
    const char *words;
} example_name;

/* `lower`: what lies below will do. */
example_name example_name_of(const lexicon *lx, const concept *c, bool lower, arena *a);

typedef struct example_person {
    const char *id;
    sex sex;
    day birth; /* DAY_NONE: not recorded */
} example_person;

typedef struct example_writer {
    json_out *o;
    buffer *to;
    const char *patient;
    size_t count; /* resources so far */
} example_writer;

/* A Bundle with the Patient in it; false: no memory. Finish with example_end. */
bool example_begin(example_writer *w, buffer *to, const example_person *p);
/* False: no memory. */
bool example_end(example_writer *w);

typedef enum thing_state {
    THING_OPEN,    /* since `start`, and it goes on */
    THING_OVER,    /* from `start` to `end` */
    THING_REFUTED, /* the record says that it is not so */
    THING_PLANNED
} thing_state;

/* A condition, drug, procedure, ... */
typedef struct thing {
    example_name name;
    category category;
    thing_state state;
    day start, end;
    bool suspected, family;
    const char *words;    /* in front of the name in its text: "severe"; may be NULL */
    const char *severity; /* each may be NULL */
    const char *site, *route;
    double dose; /* a day, in dose_unit; NAN: none */
    const char *dose_unit;
} thing;

/* False: a thing of this category in this state cannot be written down. */
bool example_put_thing(example_writer *w, const thing *t);

/* A result. */
typedef struct result {
    example_name name;
    day when;
    double value; /* NAN: none */
    const char *ucum,
        *text;           /* of a value without unit NULL; `text`: in place of a number, or NULL */
    double low, high;    /* the reference range; NAN: none */
    char interpretation; /* 'H' 'L' 'N' 'A'; 0: none */
    int sign;            /* +1 positive, -1 negative */
} result;

void example_put_result(example_writer *w, const result *r);

#endif
