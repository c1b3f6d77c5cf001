/* FHIR R4 inside: resources that belong together, and the facts of one patient among them.
 *
 * A set is what one document holds (a Bundle with bundles in it, a resource, an array), or the
 * lines of one patient put together from a Bulk Data export. References are resolved within the
 * set; what is not in it is asked of `fetch`. */
#ifndef ELIGO_PATIENTS_FHIR_H
#define ELIGO_PATIENTS_FHIR_H

#include "engine/base/json.h"
#include "patients/fact.h"
#include "patients/fhir_words.h"

#include <stdint.h>
#include <string.h>

typedef struct slice {
    const char *text;
    size_t size;
} slice;

typedef struct fhir_node { /* v NULL: nothing */
    const json_doc *doc;
    const json_value *v;
} fhir_node;

typedef struct fhir_resource {
    const json_value *v;
    slice type, id, url; /* url: the entry's fullUrl */
    fhir_type kind;      /* of the type; TYPE_NONE: FHIR does not have it */
    const json_value *subject;
    int owner;       /* index of the Patient that it is about; -1: none, or not here */
    int next;        /* the next one of the same owner; -1: none */
    int first, last; /* of a Patient: what is about it */
    int into;        /* of a Patient: the one it was merged into; -1: none */
    bool dropped;    /* an older version, or deleted */
} fhir_resource;

typedef struct fhir_identifier {
    slice system, value;
    int index; /* of the Patient; -1: of several */
} fhir_identifier;

/* What was found for codes, words and units: they come again in every patient. Holds for one
 * lexicon. Facts point into it, until the next patient is read with it. */
typedef struct fhir_cache fhir_cache;
fhir_cache *fhir_cache_new(void); /* NULL: no memory; reading goes on without */
void fhir_cache_delete(fhir_cache *c);

typedef struct fhir_set {
    arena *arena; /* of the set itself; reset with it by the owner */
    const json_doc *doc;
    fhir_resource *list;
    size_t count, room;
    size_t patients; /* Patient resources that are not dropped */
    int *table;      /* hash of type/id and of url: indices of list, -1 free */
    size_t mask;
    bool one_patient;      /* asked for: all of it is about the one Patient in it */
    bool partial, history; /* a paging link "next"; the Bundle is a history */
    size_t odd;            /* values that are no resource */
    const json_value *odd_first;
    struct fhir_identifier *identifiers; /* hash of system and value; value.size 0: free */
    size_t identifier_mask;
    fhir_cache *cache;                                                  /* NULL: none */
    const fhir_words *words;                                            /* never NULL */
    fhir_node (*fetch)(void *context, slice type, slice id, int level); /* NULL: none */
    /* told of a value that is not what it should be and was left out, once a place; NULL: nobody is
     */
    void (*damaged)(void *context, const json_value *v, const char *message);
    /* told of a resource that nothing here reads; NULL: nobody is */
    void (*unread)(void *context, fhir_type type);
    /* told of words in a resource that is read, which are not: "conclusion"; NULL: nobody is */
    void (*unread_words)(void *context, slice type, const char *element);
    /* was it deleted on the server? NULL: nothing was */
    bool (*deleted)(void *context, slice type, slice id);
    void *context;
} fhir_set;

/* Mixes a text into a hash. */
uint64_t fhir_hash(uint64_t hash, slice s);
/* Fills the set from a document, whose reader keeps the keys of set->words; false: no memory. */
bool fhir_set_read(fhir_set *set, arena *a, const json_doc *doc);
/* Who is meant: a resource of the set, or what it contains, or a fetched one. `from` is the
 * resource that refers. v NULL: not here. *index (may be NULL) is its place in the set, -1 where it
 * has none. */
fhir_node fhir_resolve(const fhir_set *set, int from, const json_value *reference, int level,
                       int *index);
/* "Patient/1" of a reference without server, version or fragment; size 0: none. An identifier is
 * "?system|value". */
slice fhir_reference_key(const json_doc *doc, const json_value *reference, arena *a);
/* "Observation" and "1" of "http://h/fhir/Observation/1/_history/2". */
bool fhir_type_and_id(slice ref, slice *type, slice *id);
/* A string's contents, where it has no escapes in its place; size 0: it is none. */
slice fhir_text_unescaped(const json_doc *doc, const json_value *v, arena *a);
static inline slice fhir_text(const json_doc *doc, const json_value *v, arena *a)
{
    if (!v || v->kind != JSON_STRING)
        return (slice){"", 0};
    return v->escaped ? fhir_text_unescaped(doc, v, a) : (slice){doc->text + v->start, v->size};
}
static inline bool slice_is(slice s, const char *text)
{
    return s.size == strlen(text) && memcmp(s.text, text, s.size) == 0;
}

/* Reads the facts of the Patient `index` into *p, which patient_begin has prepared (its id is set
 * here). index -1: what has no owner at all, as facts of an absent patient with the id `id`. */
void fhir_patient(const fhir_set *set, int index, patient *p);
/* The subject of a resource by its type: "subject", "patient", "individual". */
const json_value *fhir_subject(const json_value *resource);
/* The type of a resource, whose resourceType is `type`; TYPE_NONE: FHIR has none such. */
static inline fhir_type fhir_type_of(const fhir_words *w, const json_value *v, slice type)
{
    return (fhir_type)(v->type ? v->type : json_names_find(w->types, type.text, type.size));
}
/* True where a resource was passed over by the parser. */
static inline bool fhir_passed_over(const json_value *v)
{
    return v->kind == JSON_OBJECT && !v->count && !v->pruned && v->size > 18;
}

#endif
