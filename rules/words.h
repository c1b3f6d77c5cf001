/* Words that the audit looks for: rules/words.tsv, folded and compiled in. They are matched on any
 * text, by themselves, beside the grammar: a word of degree is one whether or not its sentence was
 * understood. */
#ifndef ELIGO_RULES_WORDS_H
#define ELIGO_RULES_WORDS_H

#include "rules/fold.h"
#include "rules/roles.h"
#include "rules/table.h"

/* The classes of rules/words.tsv, where each says what it is for; sorted as there (names.c). At
 * most 64: a hit has a bit for each. */
typedef enum word_class {
    WORD_ADMISSION,
    WORD_AGENT,
    WORD_ALIKE,
    WORD_APPLY,
    WORD_CANCER_OR_STUDY_DRUG,
    WORD_COMMON,
    WORD_DANGLING,
    WORD_DENIAL,
    WORD_DEPENDS,
    WORD_ELSEWHERE,
    WORD_EVER,
    WORD_EXAMPLE,
    WORD_FADING,
    WORD_FUNCTION,
    WORD_FUTURE,
    WORD_GENE_CONTEXT,
    WORD_GENES,
    WORD_GESTATION,
    WORD_GRADED,
    WORD_GROUP,
    WORD_HABIT,
    WORD_HAPPENED,
    WORD_HINDERS,
    WORD_INERT,
    WORD_INTENTION,
    WORD_IS_DONE,
    WORD_LACK,
    WORD_LACKS,
    WORD_LANGUAGE,
    WORD_LASTING,
    WORD_LIST_NOUN,
    WORD_NESTED,
    WORD_NONE,
    WORD_OPEN_END,
    WORD_OPINION,
    WORD_OPINION_OF,
    WORD_OPPOSITE,
    WORD_OTHER_STUDY,
    WORD_OTHERS,
    WORD_PAIR,
    WORD_PAST,
    WORD_PERMISSION,
    WORD_PROCEDURE,
    WORD_PROCESS,
    WORD_RESTRICTING,
    WORD_RULE_OF_STUDY,
    WORD_SAYS_NOTHING,
    WORD_SEVERAL_UNITS,
    WORD_SOMEONE,
    WORD_STANDARD,
    WORD_STUDY,
    WORD_SUBSTANCE,
    WORD_SUITABILITY,
    WORD_TOOK_PART,
    WORD_UNLIKELY,
    WORD_VAGUE,
    WORD_VAGUE_FUNCTION,
    WORD_VAGUE_GRADE,
    WORD_VAGUE_TIME,
    WORD_VERB_OF_OPINION,
    WORD_WHOEVER,
    WORD_WILL,
    WORD_WINDOW_PHRASE,
    WORD_WISH,
    WORD_CLASSES
} word_class;

/* "agent" ...; NULL: there is no such class. */
const char *word_class_name(word_class c);

typedef struct word_entry { /* phrase: folded, one blank between words */
    const char *phrase, *value;
    word_class class;
    uint64_t classes; /* of the first entry of a phrase: a bit for each class that it has */
} word_entry;         /* a phrase may have several classes */

typedef struct word_table {
    const word_entry *entries; /* sorted by phrase */
    uint32_t count;
    phrases phrases; /* meaning.thing: the number of the first entry, from 1; .quantity: how many */
    const uint32_t *letters; /* of each class: what its phrases begin with (role_letter) */
} word_table;

extern const word_table lexicon_word_table; /* generated */
enum { WORD_PHRASE = 10 };                  /* words of a phrase, at most */

typedef struct word_hit {
    eligo_span span;           /* bytes of the text */
    const word_entry *entries; /* of this phrase */
    uint32_t count;
    uint64_t classes; /* a bit for each class that it has here: one that a longer phrase around it
                         has, too, is that one's */
} word_hit;

typedef struct word_hits {
    const word_hit *list; /* by their first bytes, of those that begin at one the longest first; of
                             one class no two overlap */
    size_t count;
    uint64_t classes; /* of all of them */
} word_hits;

enum { WORD_HIT_BYTES = 160 }; /* a phrase that takes more of the text is not looked for */

/* What begins with a word of the core, by its number (0: nothing). */
static inline unsigned word_begins(uint32_t key)
{
    return (phrase_first(&lexicon_core_table.phrases, key) ? BEGINS_NAME : 0) |
           (phrase_first(&lexicon_cue_table.phrases, key) ? BEGINS_CUE : 0) |
           (phrase_first(&lexicon_word_table.phrases, key) ? BEGINS_WORDS : 0);
}

/* The phrases of a text, of each class from left to right the longest ones, one after the other.
 * Lives in `a`. */
word_hits words_find(const atoms *text, arena *a);
/* True where a phrase of this class is among the hits. */
static inline bool words_have(const word_hits *w, word_class c)
{
    return w->classes >> c & 1;
}
/* The same of any of several, a bit each. */
static inline bool words_have_any(const word_hits *w, uint64_t classes)
{
    return w->classes & classes;
}
#define WORD_BIT(class) ((uint64_t)1 << (class))
/* The entry of a hit that has this class; NULL: none. */
const word_entry *word_entry_of(const word_hit *h, word_class c);
static inline const word_entry *word_is(const word_hit *h, word_class c)
{
    return h->classes >> c & 1 ? word_entry_of(h, c) : NULL; /* nearly none has it */
}
/* The first hit of a class that lies in the range; NULL: none. */
const word_hit *words_in(const word_hits *w, word_class c, size_t start, size_t end);
/* The first hit that begins at or behind a byte. */
size_t words_from(const word_hits *w, size_t byte);
/* The entries of a whole word or phrase; none: no classes. */
word_hit words_whole(const char *text, size_t size);
/* Is the id of a concept a phrase of this class? */
bool words_name(const concept *c, word_class class);

/* A folded word of a text, and what is known of it. */
typedef struct folded_word {
    const char *text; /* until the next one is taken; not NUL-terminated */
    size_t size;      /* 0: longer than a word of any table */
    atom_kind kind;
    role_set roles; /* of roles.tsv */
    word_hit hit;   /* what words_whole() says of it, but for the bytes */
} folded_word;

/* The next word that a text is cut into, as fold_next() does; false: there is none. `room` is for
 * the folded letters. */
bool words_next(fold_cutter *cut, fold_atom *room, folded_word *out);
/* The entry of a whole word or phrase, of a class; NULL: none. */
const word_entry *words_entry(word_class c, const char *text, size_t size);

/* For the build: words.tsv as a table. The words of `cues` are numbered first (rules/table.h). */
const word_table *table_build_words(const table_file *cues, const table_file *words, arena *a,
                                    table_faults *faults);

#endif
