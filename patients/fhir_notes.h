/* Single resources (the lines of a Bulk Data export, files of one resource), by whom they are
 * about. Each is kept in little room while it goes by, and a patient's are put together at the end,
 * so their order does not matter. What would be too much to keep is read again instead, from where
 * it was. */
#ifndef ELIGO_PATIENTS_FHIR_NOTES_H
#define ELIGO_PATIENTS_FHIR_NOTES_H

#include "patients/fhir.h"

typedef struct fhir_notes fhir_notes;
typedef struct note note;

/* Somebody or something that references name. */
typedef struct subject {
    slice key; /* "Patient/1", "?system|value" */
    note *first, *last;
    int into, merged,
        merged_next; /* replaced by; the first one replaced by this; the next of these; -1: none */
    int named;       /* of an identifier: whose it is; -1: not known; -2: of several */
    bool here, done; /* a Patient record was there; was handed out or told of */
} subject;

/* Where a resource is. */
typedef struct note_place {
    int file;             /* of the paths; -1: it cannot be read again */
    uint64_t offset;      /* of a file that can */
    size_t line;          /* where it begins */
    bool one_line, whole; /* it is one; the document has all that is ever asked for */
    bool patient;         /* it is a Patient */
} note_place;

/* `paths` are the names of the files, alive as long as the notes; at most `budget` bytes of
 * resources are kept. NULL: no memory. */
fhir_notes *fhir_notes_new(const fhir_words *words, char *const *paths, size_t budget);
void fhir_notes_delete(fhir_notes *n);
/* True where the next resource can be kept (then its document has to be whole). */
bool fhir_notes_keep(const fhir_notes *n);

/* The subject of this key, made where it is new; -1: no memory. */
int fhir_notes_about(fhir_notes *n, slice key);
/* -1: there is none. */
int fhir_notes_find(const fhir_notes *n, slice key);
size_t fhir_notes_count(const fhir_notes *n);
subject *fhir_notes_subject(fhir_notes *n, int who); /* until another is made */
/* Two are one person. */
void fhir_notes_merge(fhir_notes *n, int from, int to);

/* Notes a resource, which is the document `doc`. False: no memory, or no room for a temporary file.
 */
bool fhir_notes_add(fhir_notes *n, int who, const json_doc *doc, note_place place);
/* Where a subject was first written about: its file, "<stdin>". */
const char *fhir_notes_first(const fhir_notes *n, const subject *one, size_t *line);

typedef enum gathered {
    GATHERED,
    GATHERED_TOO_MUCH,
    GATHERED_CHANGED,
    GATHERED_NO_MEMORY
} gathered;
/* All that is about a subject and those merged into it, and what names it by an identifier, as one
 * document: a list. It holds until the next call. */
gathered fhir_notes_gather(fhir_notes *n, int who, json_doc *doc);
/* Where a value of that document was printed, with a message. False: it is not of it. */
bool fhir_notes_tell(fhir_notes *n, const json_value *v, const char *message, eligo_error *e);
/* A resource that is no Patient, by its key; up to two at a time (level 0 and 1). v NULL: none.
 * *failed: no memory. */
fhir_node fhir_notes_fetch(fhir_notes *n, slice type, slice id, int level, bool *failed);

#endif
