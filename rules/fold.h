/* Text cut into atoms, each folded so that names can be compared: the same code folds the tables
 * when they are built and the text when it is read. */
#ifndef ELIGO_RULES_FOLD_H
#define ELIGO_RULES_FOLD_H

#include "engine/base/text.h"
#include "rules/concept.h"

enum { FOLD_ROOM = 64 }; /* bytes of a folded word; a longer one is in no table */

typedef struct fold_cutter {
    const char *text;
    size_t size, at;
    bool numbered; /* the atom before is "type", "stage", ...: a roman numeral is a number there */
} fold_cutter;

typedef struct fold_atom {
    size_t start, end; /* bytes of the text */
    atom_kind kind;
    atom_gap gap;
    size_t size;                /* of `folded`; 0: longer than FOLD_ROOM */
    size_t exact_size;          /* of `exact`; 0: longer, or no capital in it */
    unsigned capitals;          /* 0: none, 1: some, 2: all of it */
    bool acronym_plural;        /* capitals and a small s: "DOACs" */
    bool raw;                   /* fold_finish() is still to be called */
    char folded[FOLD_ROOM + 8]; /* not NUL-terminated; eight more to work in */
    char exact[FOLD_ROOM + 8];
} fold_atom;

/* Starts a cut. `size` below 4 GiB. */
void fold_begin(fold_cutter *c, const char *text, size_t size);
/* The next atom; false: there is none. */
bool fold_next(fold_cutter *c, fold_atom *out);
/* The same in two steps, for who knows many words by heart: the next atom, where `raw` in lower
 * case but not folded, and then what makes a folded one of it (`known`: it folds to itself). */
bool fold_begin_next(fold_cutter *c, fold_atom *out);
void fold_finish(fold_cutter *c, fold_atom *out, bool known);

/* What stands between byte `at` and the next atom, as far as it is ASCII, and the byte behind that.
 */
size_t fold_gap(const char *text, size_t size, size_t at, atom_gap *gap);

/* A word of small ASCII letters, in place: British spelling becomes American, plural singular. Not
 * for people: "disease" and "diseases" become the same thing, which may be no word. The new size.
 */
size_t fold_word(char *word, size_t size);

#endif
