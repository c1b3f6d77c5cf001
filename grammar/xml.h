/* Legacy ClinicalTrials.gov XML: where the parts of each study lie in the bytes. */
#ifndef ELIGO_GRAMMAR_XML_H
#define ELIGO_GRAMMAR_XML_H

#include "engine/base/arena.h"
#include "engine/eligo.h"

typedef enum xml_part {
    XML_ID,
    XML_BRIEF_TITLE,
    XML_OFFICIAL_TITLE,
    XML_CRITERIA,
    XML_SEX,
    XML_MINIMUM_AGE,
    XML_MAXIMUM_AGE,
    XML_HEALTHY,
    XML_PARTS
} xml_part;

/* The raw contents of each part, as bytes of the input (entities and all); empty: not there. */
typedef struct xml_study {
    eligo_span parts[XML_PARTS];
    eligo_span whole;
} xml_study;

typedef struct xml_studies {
    xml_study *list;
    size_t count, room;
} xml_studies;

/* Reads all studies of a document with libxml2: nothing is fetched, entities of the document's own
 * are refused, nesting is bounded. On failure *err, and *out has what came before. `out->list`
 * lives in `a`. */
eligo_code xml_read(const char *bytes, size_t size, const char *name, arena *a, xml_studies *out,
                    eligo_error *err);

#endif
