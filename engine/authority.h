/* Vocabularies of others, as they are distributed, read as a stream of facts: what is called how,
 * under which code, and what lies below what. Nothing is kept of a file; whoever listens decides.
 *
 *   athena   OMOP vocabularies: a folder with CONCEPT.csv, and CONCEPT_RELATIONSHIP.csv or
 *            CONCEPT_ANCESTOR.csv, CONCEPT_SYNONYM.csv (tabs as Athena writes, or commas); or
 *            CONCEPT.csv alone
 *   icd10cm  the order file of CMS (icd10cm_order_2021.txt), or the tabular list (XML)
 *   loinc    Loinc.csv, or the folder of a release (with ComponentHierarchyBySystem.csv)
 *   rxnorm   a folder with RXNCONSO.RRF and RXNREL.RRF; what is not SAB=RXNORM is passed over
 *   obo      an OBO file of diseases (the Disease Ontology) */
#ifndef ELIGO_ENGINE_AUTHORITY_H
#define ELIGO_ENGINE_AUTHORITY_H

#include "rules/concept.h"

typedef enum authority_form {
    AUTHORITY_NONE,
    AUTHORITY_ATHENA,
    AUTHORITY_ICD10CM,
    AUTHORITY_LOINC,
    AUTHORITY_RXNORM,
    AUTHORITY_OBO
} authority_form;

/* AUTHORITY_NONE: there is no such form. */
authority_form authority_find(const char *name);
const char *authority_name(authority_form form);

typedef enum authority_kind {
    AUTHORITY_TERM = 'c',    /* a thing of its own */
    AUTHORITY_GROUP = 'g',   /* a thing that only holds others (a part of LOINC) */
    AUTHORITY_PRODUCT = 'p', /* a thing made of others (a tablet): its codes are theirs */
    AUTHORITY_BRAND = 'r',   /* the same; its name is theirs, too */
    AUTHORITY_SOURCE = 's',  /* a code of another vocabulary, mapped to things */
    AUTHORITY_NAME = 'n',    /* a further name */
    AUTHORITY_BELOW = 'b'    /* `id` is a kind of `other`, is made of it, or is mapped to it */
} authority_kind;

typedef struct authority_fact {
    authority_kind kind;
    const char *id;    /* of the vocabulary, unique in it */
    const char *other; /* below: the id above. A term of LOINC: component, property, time, system
                          and scale; terms that differ in their method only have the same */
    const char *name;  /* term, group, product, source, name */
    code_system system;
    const char *code; /* NULL: none */
    const char *unit; /* UCUM; NULL: none */
    category category;
    bool valid; /* not retired */
    bool far;   /* below: in several steps */
} authority_fact;

/* A place in the files of a vocabulary: of which, and the byte. */
typedef struct authority_place {
    unsigned file;
    uint64_t offset;
} authority_place;

typedef struct authority_listener {
    /* False: stop (an error of the listener's own). */
    bool (*fact)(const authority_fact *f, void *context);
    /* True where a fact on this id would be of use; asked before relations and further names. */
    bool (*wanted)(const char *id, void *context);
    /* Now and then: all before this place has been told. `done` of `size` bytes of file `name`
     * (size 0: not known). False: stop. */
    bool (*mark)(authority_place at, const char *name, uint64_t done, uint64_t size, void *context);
    void *context;
} authority_listener;

/* Reads from `begin` (zero: from the beginning) to the end. Where a listener says stop:
 * ELIGO_EWRITE, with *err as it left it. Errors name the file, and the line where it is of help. */
eligo_code authority_read(authority_form form, const char *path, authority_place begin,
                          const authority_listener *listener, eligo_error *err);
/* The files that would be read, their sizes and times, in one line of text: what a checkpoint is
 * good for. Memory of the arena; NULL: *err. */
const char *authority_stamp(authority_form form, const char *path, arena *a, eligo_error *err);

#endif
