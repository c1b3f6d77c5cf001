/* Lines that name a part of a trial: the headings of criteria, and those of what lies around them.
 */
#ifndef ELIGO_GRAMMAR_HEADING_H
#define ELIGO_GRAMMAR_HEADING_H

#include "engine/eligo.h"

typedef enum heading_kind {
    HEADING_NONE,
    HEADING_INCLUSION,
    HEADING_EXCLUSION,
    HEADING_BOTH,    /* "Eligibility Criteria": what follows says which */
    HEADING_NEUTRAL, /* a part of the list that is no criterion: "PATIENT CHARACTERISTICS:" */
    HEADING_PREAMBLE /* "Patients must meet all of the following criteria:" with no list of its own
                        to name */
} heading_kind;

typedef struct heading {
    heading_kind kind;
    size_t start, end; /* the heading in the line, without markers and colon */
    size_t rest;      /* where other words of the line begin; the line's end where there are none */
    eligo_span group; /* the words that name a group of participants; empty: none */
    bool colon;       /* a colon ends it */
    bool quantified_any, quantified_all; /* of a preamble: "any of", "all of" */
} heading;

/* A line and what it was read as, for who meets it again. */
typedef struct heading_line {
    const char *at;
    size_t size;
    const heading *heading; /* NULL: none */
    size_t inside; /* heading_inside() from its beginning; where it has a heading: not known */
} heading_line;

/* Reads line[0, size), which has no line end. */
heading heading_read(const char *line, size_t size);
/* The next heading in the middle of a line ("... over 18. Exclusion criteria: pregnancy"), from
 * `from` on: where it begins, or size. */
size_t heading_inside(const char *line, size_t size, size_t from);
/* A line that names a group of people and nothing else: "Healthy controls:". `leads`: a heading
 * stands right below it, and it needs no colon. */
bool heading_is_group(const char *line, size_t size, bool leads);
/* Does a word for people stand in these? */
bool heading_names_people(const char *words, size_t size);

#endif
