/* What the files that make a table of text share: its rows, what has been made of them so far, and
 * how a fault is told. table.c has rows, ids, words, codes and all of it together, table_values.c
 * what the cells of units, limits and attributes say. */
#ifndef ELIGO_RULES_BUILDER_H
#define ELIGO_RULES_BUILDER_H

#include "rules/piece.h"
#include "rules/table.h"

enum {
    CELL_ID,
    CELL_CATEGORY,
    CELL_NAME,
    CELL_SYNONYMS,
    CELL_PARENTS,
    CELL_CODES,
    CELL_UNITS,
    CELL_PLAUSIBLE,
    CELL_NORMAL,
    CELL_ATTRIBUTES,
    CELL_SOURCE,
    CELL_PATTERNS
};

typedef struct row {
    const table_file *file;
    size_t line;
    const char *begin;
    piece cell[TABLE_COLUMNS];
    size_t cells;
} row;

typedef struct words {   /* a vocabulary that grows */
    word_slot *slots[2]; /* folded, exact */
    uint32_t mask[2], used[2];
} words;

typedef struct growing_edge { /* next 0: empty */
    uint32_t state, key, next;
} growing_edge;

typedef struct builder {
    arena *a;
    table_faults *faults;
    const lexicon_table *core;
    row *rows;
    concept *concepts;
    concept_row *texts;
    uint32_t *by_id;
    uint32_t count, id_count;
    /* words */
    words words;
    uint32_t *place;
    size_t place_room;
    char *pool;
    size_t pool_size, pool_room;
    uint32_t first_word, word_count;
    /* phrases */
    growing_edge *edges; /* open addressing */
    uint32_t edge_mask, edge_count, state_count;
    phrase_meaning *meanings;
    size_t meaning_room;
    /* codes */
    code_entry *codes;
    size_t code_count, code_room;
    char *code_pool;
    size_t code_size, code_pool_room;
    /* patterns */
    pattern_row *patterns;
    pattern_first *firsts;
    size_t pattern_count, pattern_room, first_count, first_room;
} builder;

/* A fault at `at`, inside the cell (from 1; 0: the whole line), or at the beginning of the line. */
void builder_fault(builder *b, const row *r, size_t cell, const char *at, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* The same with a message as it stands; the cell from 0. */
void builder_cell_fault(builder *b, const row *r, int cell, const char *at, const char *message);
/* The concept of that id; NULL: there is none, which is a fault. */
const concept *builder_need(builder *b, const row *r, int cell, piece id);
/* The text in the memory of the table; "" where it is empty or there is no memory. */
const char *builder_text(builder *b, piece p);
/* Room for one more thing and for the end of the list behind it. */
bool builder_grow(arena *a, void **list, size_t count, size_t *room, size_t size);

/* What row i says of its concept: units, limits, attributes, and its parents (table_values.c). */
void builder_read_values(builder *b, uint32_t i);

#endif
