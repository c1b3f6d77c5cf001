/* What an entry of a record is, or may be, beside its concept: by codes that several concepts list,
 * and by names that stand in its words. What only may be it decides nothing, but no closed world
 * denies it. Shared by all formats. */
#ifndef ELIGO_PATIENTS_MENTION_H
#define ELIGO_PATIENTS_MENTION_H

#include "patients/fact.h"

enum { MOST_MENTIONS = 10 };

typedef struct mentions { /* no pointers but to concepts: it may be kept */
    fact_mention list[MOST_MENTIONS];
    size_t count;
} mentions;

/* Adds one, unless it is there; of two that differ the surer one stays. */
void mention_add(mentions *m, const concept *c, mention_how how);
/* What else a code is; `sure` false: only that it may be it. */
void mention_code(mentions *m, const lexicon *lx, code_system s, const char *code, size_t size,
                  bool sure);
/* The things that a text names, but for those it says are not there ("without rejection"), are to
 * be prevented, looked for, or another person's ("screening for colon cancer", "family history
 * of"). `akin`: words that speak of a thing without its name count, too ("syphilitic"). `a` is for
 * work. True where it names `about` (NULL: nothing) or what lies above it, and says so of each. */
bool mention_words(mentions *m, const lexicon *lx, const char *text, size_t size, bool akin,
                   const concept *about, arena *a);
/* Gives a fact those that say more than its concept does; the list is a copy in `a`. */
void mention_of_fact(fact *f, const mentions *m, arena *a);
/* What an allergy to `c` (NULL: not known), called `text`, is: the lexicon's own allergy to that
 * substance, or to what the words name ("Peanut"); else `c`. */
const concept *mention_allergy(const lexicon *lx, const concept *c, const char *text, arena *a);
/* Does a text share the last word of one of the names in a cell ("alcohol abuse|alcoholism")? Not
 * where half of all names end so (disease, failure). */
bool mention_shares_head(const char *text, const char *names);
/* The same with any word of at least three letters of any of the names. */
bool mention_shares_word(const char *text, const char *names);
/* Does it say that the thing is not there, to be looked for, or another person's? */
bool mention_otherwise(const char *text);
/* A drug that is put on the skin, or into eyes or ears, by its printed form ("0.1% ointment"). */
bool mention_is_local(const char *text);
/* A drug of a class that is taken by mouth or vein ("systemic corticosteroid"), where the record
 * says that it is put elsewhere: it is of the class of that way, too ("topical corticosteroid").
 * Where it says no way, and the drug has a form for one ("hydrocortisone, topical"), it may be
 * that. */
void mention_route(fact *f, const lexicon *lx, arena *a);
/* Marks a denied fact whose code or words say only a part of its concept. */
void mention_part(fact *f, const lexicon *lx, arena *a);

#endif
