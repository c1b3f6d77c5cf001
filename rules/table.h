/* The lexicon as it is looked up: what mktable writes as C for the core, and lexicon_load makes in
 * memory from a site's file. Inside big arrays, things are numbered rather than pointed to. */
#ifndef ELIGO_RULES_TABLE_H
#define ELIGO_RULES_TABLE_H

#include "rules/concept.h"
#include "rules/fold.h"

/* ---- the frozen form ---- */

typedef struct word_slot { /* id 0: empty */
    uint32_t hash, id;
} word_slot;
#define WORD_STABLE 0x80000000u /* added to the id of a word that folds to itself */

/* Words, numbered from `first`. Open addressing, sizes are powers of two, never full. */
typedef struct vocabulary {
    const word_slot *folded, *exact; /* "as", and "AS" of "=AS" */
    uint32_t folded_mask, exact_mask;
    const uint32_t *place; /* of word first + i: pool[place[i]] .. pool[place[i + 1]] */
    const char *pool;
    uint32_t first, count;
} vocabulary;

enum {
    WORD_COMMA = 1,
    WORD_COLON,
    WORD_OPEN,
    WORD_CLOSE,
    WORD_FIRST
}; /* signs that a phrase may have inside */

typedef struct phrase_edge { /* from a state by a word to the next state */
    uint32_t key, next;
} phrase_edge;

typedef struct phrase_meaning { /* each a number, from 1; 0: none */
    uint32_t quantity, thing;
    uint16_t behind; /* atoms at the end that must be there, but are not of the name ("Child~A") */
    uint16_t patterns; /* of a first word: the patterns that can begin with it (pattern_first) */
    uint32_t next;     /* phrase_bit() of each word behind it: most words stand behind none */
    uint32_t edges;    /* where its edges begin; they end where those of the next state begin */
} phrase_meaning;

/* A trie of phrases: states from 0 (the beginning), the edges of each state side by side and sorted
 * by their keys. */
typedef struct phrases {
    const phrase_edge *edges;
    const phrase_meaning *meanings; /* of each state, and one more */
    uint32_t states;
    const uint32_t *first; /* the state behind the beginning, by key, of those below first_count */
    uint32_t first_count;
} phrases;

typedef struct code_entry {      /* low and high: places in the pool */
    uint32_t low, high, concept; /* high: the end of a range; 0: no range */
    uint8_t system, sense;
} code_entry;

/* Patterns are tried where a text has one of their first words. */
typedef struct pattern_row {
    const char *text, *needs; /* pattern_needs() */
    uint32_t concept;
} pattern_row;

typedef struct pattern_first { /* numbers from 1; next 0: the last one of this word */
    uint16_t pattern, next;
} pattern_first;

typedef struct concept_row { /* cells, as written */
    const char *synonyms, *codes, *source, *patterns;
} concept_row;

typedef struct lexicon_table {
    const concept *concepts;
    const concept_row *rows;
    const uint32_t *by_id;    /* numbers of the concepts, sorted by id */
    uint32_t count;           /* of concepts */
    uint32_t id_count;        /* of by_id: without those that extend another (CONCEPT_EXTENDS) */
    const uint32_t *id_slots; /* the same by word_hash() of the id, open addressing: the number of a
                                 concept, from 1; 0: empty */
    uint32_t id_mask;         /* slots less one: a power of two */
    vocabulary words;
    phrases phrases;
    const code_entry *codes, *ranges; /* codes: sorted by system and code */
    uint32_t code_count, range_count;
    const char *pool; /* of codes; begins with an empty one */
    const pattern_row *patterns;
    const pattern_first *firsts;
    uint32_t pattern_count, first_count;
    const uint8_t
        *below; /* of the core: how many concepts are this one or lie below it, at most 255 */
    const uint64_t *id_words;   /* of the core: classes of rules/words.h that the id of each concept
                                   is a phrase of */
    const uint32_t *with_units; /* of the core: the numbers of the concepts that have units */
    uint32_t with_units_count;
} lexicon_table;

typedef struct cue_table {
    const cue *cues;
    uint32_t count;
    phrases phrases; /* meaning.thing: the number of the cue, from 1 */
} cue_table;

typedef struct overlap { /* a code (without its dot) that is, or only may be, a concept */
    const char *concept, *code;
    bool is;
} overlap;

extern const lexicon_table lexicon_core_table; /* generated */
typedef struct kin { /* a word, or the end of one, that speaks of a thing without its name */
    const char *word, *name;
    bool ending;
} kin;

extern const kin kin_table[];             /* generated: words, then endings, sorted */
extern const size_t kin_count;            /* generated */
extern const overlap overlap_table[];     /* generated: sorted by concept and code */
extern const size_t overlap_count;        /* generated */
extern const cue_table lexicon_cue_table; /* generated */

/* All 64 bits of the hash of a word. */
static inline uint64_t word_hash_whole(const char *word, size_t size)
{
    uint64_t h = size * 0x9E3779B97F4A7C15u;

    for (; size > 8; word += 8, size -= 8)
        h = (h ^ text_bytes(word, 8)) * 0xD6E8FEB86659FD93u, h ^= h >> 32;
    h = (h ^ text_few_bytes(word, size)) * 0xD6E8FEB86659FD93u;
    return h ^ h >> 32;
}

static inline uint32_t word_hash(const char *word, size_t size)
{
    return (uint32_t)word_hash_whole(word, size);
}

/* Most words are short: that costs less than to call memcmp(). */
static inline bool word_same(const char *a, const char *b, size_t size)
{
    for (; size > 8; a += 8, b += 8, size -= 8)
        if (text_bytes(a, 8) != text_bytes(b, 8))
            return false;
    return text_few_bytes(a, size) == text_few_bytes(b, size);
}

/* The number of a word, with WORD_STABLE where it folds to itself; 0: not there. */
static inline uint32_t word_find(const vocabulary *v, const word_slot *slots, uint32_t mask,
                                 const char *word, size_t size)
{
    uint32_t hash;

    if (!slots || !size)
        return 0;
    hash = word_hash(word, size);
    for (uint32_t i = hash & mask; slots[i].id; i = (i + 1) & mask)
        if (slots[i].hash == hash) {
            uint32_t id = slots[i].id & ~WORD_STABLE;
            const uint32_t *place = &v->place[id - v->first];

            if (place[1] - place[0] == size && word_same(v->pool + place[0], word, size))
                return slots[i].id;
        }
    return 0;
}
/* The number of a word in lower case that is in a vocabulary and folds to itself; 0: another one.
 */
static inline uint32_t word_stable(const vocabulary *v, const char *word, size_t size)
{
    uint32_t id = word_find(v, v->folded, v->folded_mask, word, size);

    return id & WORD_STABLE ? id & ~WORD_STABLE : 0;
}
/* Both keys of an atom: `core`, then `more` (may be NULL). */
void word_keys(const vocabulary *core, const vocabulary *more, const fold_atom *a, uint32_t *key,
               uint32_t *exact);
/* The second one, where the first is known. */
uint32_t word_exact(const vocabulary *core, const vocabulary *more, const fold_atom *a,
                    uint32_t key);

static inline uint32_t phrase_bit(uint32_t key)
{
    return 1u << (key * 0x9E3779B1u >> 27);
}

/* The state behind an edge; 0: none. */
static inline uint32_t phrase_step(const phrases *p, uint32_t state, uint32_t key)
{
    const phrase_meaning *m = &p->meanings[state];
    const phrase_edge *e = p->edges + m->edges;
    uint32_t count = m[1].edges - m->edges;

    if (!(m->next & phrase_bit(key)))
        return 0;
    while (count > 8) {
        uint32_t half = count / 2;
        bool behind = e[half].key <= key;

        e += behind ? half : 0;
        count = behind ? count - half : half;
    }
    for (; count; count--, e++)
        if (e->key == key)
            return e->next;
    return 0;
}

/* The state behind the first word of a phrase; 0: none begins with it. */
static inline uint32_t phrase_first(const phrases *p, uint32_t key)
{
    return key < p->first_count ? p->first[key] : 0;
}

/* The state behind all words of a text, as the core folds them; 0: no phrase is all of it, or the
 * beginning of one. */
uint32_t phrase_whole(const phrases *p, const char *text, size_t size);

/* The words of a site's own table; NULL: it has none. */
const vocabulary *lexicon_own_words(const lexicon *lx);
/* The next atom with its keys, of any kind; most words are found as they stand and need not be
 * folded. */
bool cut_next(const lexicon *lx, fold_cutter *cut, fold_atom *one, uint32_t *key, uint32_t *exact);

/* A code as it is stored: blanks around it dropped, ICD-10-CM and ATC in capitals, ICD-10-CM
 * without its dot. The size; 0: it does not fit or is empty. */
size_t code_normal(code_system s, const char *code, size_t size, char out[24]);
/* True where the code has its system's form and check digit. `code` is normal. */
bool code_valid(code_system s, const char *code, size_t size);

/* ---- making it ---- */

typedef struct table_file {
    const char *name; /* for messages */
    const char *text;
    size_t size;
    bool imported; /* its first line is TABLE_IMPORTED: what it says gives way to others' */
} table_file;

#define TABLE_IMPORTED "#tier imported"

typedef struct table_fault {
    const char *file;
    size_t line;         /* from 1 */
    size_t cell;         /* column of the table, from 1; 0: the line */
    size_t column;       /* byte of the line, from 1 */
    const char *message; /* what, and what to do */
} table_fault;

typedef struct table_faults {
    table_fault *list;
    size_t count, room, more; /* more: not listed */
} table_faults;

/* Names of the columns, in the order of the file. */
extern const char *const table_columns[];
enum { TABLE_COLUMNS = 12 };

/* Reads, checks and builds. `core`: the lexicon below (of a site's file), NULL for the core itself.
 * `sources`: sources.tsv, NULL: sources are not checked. `cues`, `words`: cues.tsv and words.tsv
 * (their words come first), or NULL. All memory is the arena's. Where there are faults, what is
 * faulty is left out of the result. NULL: no memory. */
const lexicon_table *table_build(const table_file *files, size_t count, const lexicon_table *core,
                                 const table_file *sources, const table_file *cues,
                                 const table_file *words, arena *a, table_faults *faults);
/* A site's file (or folder) on top of the core, in `a`; all faults are listed, the first is in
 * *err, too. */
lexicon *lexicon_read(const char *path, arena *a, table_faults *faults, eligo_error *err);
/* The cells of a concept, as they are written in its table. */
const concept_row *lexicon_row(const lexicon *lx, const concept *c);
/* The cue table alone. */
const cue_table *table_build_cues(const table_file *cues, arena *a, table_faults *faults);

#endif
