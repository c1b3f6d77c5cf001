/* A program of the build, linked with the tables that mktable wrote: words of the tables' texts in,
 * C out (standard output).
 *
 *     mkknown FILE...    rules' tables -> known_words (rules/known.h) */
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/file.h"
#include "engine/base/limits.h"
#include "rules/fold.h"
#include "rules/known.h"
#include "rules/words.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLACES = 1 << 15, MOST = PLACES / 4 * 3, MOST_ROLES = UINT16_MAX };
_Static_assert(PLACES <= UINT16_MAX, "a number of a known word fits (rules/known.h)");

typedef struct maker {
    known_word places[PLACES];
    size_t count;
    known_roles roles[MOST_ROLES];
    size_t role_count;
} maker;

/* The place of a word, or the empty one for it. */
static known_word *place_of(maker *m, const role_word *w)
{
    uint32_t i = role_hash(w) & (PLACES - 1);

    while (m->places[i].letters.part[0] && memcmp(&m->places[i].letters, w, sizeof *w) != 0)
        i = (i + 1) & (PLACES - 1);
    return &m->places[i];
}

/* The number of these roles; those that are new are added. */
static uint16_t number_of(maker *m, const known_roles *r)
{
    size_t i = 0;

    while (i < m->role_count && memcmp(&m->roles[i], r, sizeof *r) != 0)
        i++;
    if (i == m->role_count)
        m->roles[m->role_count++] = *r;
    return (uint16_t)i;
}

/* Adds a word in lower case that a table knows something of. False: no room. */
static bool add(maker *m, const char *word, size_t size)
{
    const vocabulary *v = &lexicon_core_table.words;
    role_word letters = role_word_of(word, size);
    known_word *place = place_of(m, &letters);
    known_roles r = {.roles = roles_find(&grammar_roles, word, size),
                     .heading = roles_find(&heading_roles, word, size),
                     .group = roles_find(&group_roles, word, size),
                     .lint = roles_find(&lint_roles, word, size)};
    fold_cutter cut;
    fold_atom x;
    uint32_t key;

    fold_begin(&cut, word, size);
    if (place->letters.part[0] || !fold_next(&cut, &x) || x.end != size)
        return true;
    r.folded = roles_find(&grammar_roles, x.folded, x.size);
    key = word_find(v, v->folded, v->folded_mask, x.folded, x.size);
    if (!key && !r.roles && !r.heading && !r.group && !r.lint && !cut.numbered)
        return true;
    if (m->count == MOST || m->role_count == MOST_ROLES)
        return false;
    m->count++;
    *place = (known_word){.letters = letters,
                          .key = key & 0x1FFFFFFF,
                          .settled = (key & WORD_STABLE) != 0,
                          .numbered = cut.numbered,
                          .all_roles = number_of(m, &r),
                          .begins = (uint8_t)word_begins(key & ~WORD_STABLE)};
    return true;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Each run of letters, and the plural of it. */
static bool add_words(maker *m, const char *text, size_t size)
{
    for (size_t at = 0, end; at < size; at = end + 1) {
        char word[ROLE_LETTERS + 1];

        for (end = at; end < size && is_letter(text[end]);)
            end++;
        if (end == at || end - at > ROLE_LETTERS)
            continue;
        text_lower_copy(word, text + at, end - at);
        if (!add(m, word, end - at))
            return false;
        word[end - at] = 's';
        if (end - at < ROLE_LETTERS && !add(m, word, end - at + 1))
            return false;
    }
    return true;
}

/* Those that a name or a cue has with capitals of its own. */
static void mark_cased(maker *m)
{
    const vocabulary *v = &lexicon_core_table.words;

    for (uint32_t i = 0; i <= v->exact_mask; i++) {
        uint32_t id = v->exact[i].id & ~WORD_STABLE;
        const char *word = id ? v->pool + v->place[id - v->first] : "";
        size_t size = id ? v->place[id - v->first + 1] - v->place[id - v->first] : 0;

        if (size && size <= ROLE_LETTERS) {
            role_word w = role_word_of(word, size);
            known_word *place = place_of(m, &w);

            place->cased = place->letters.part[0] != 0;
        }
    }
}

static void put(const maker *m)
{
    printf("#include \"rules/known.h\"\nstatic const known_roles roles[] = {\n");
    for (size_t i = 0; i < m->role_count; i++)
        printf("{%#" PRIx64 ",%#" PRIx64 ",%#" PRIx64 ",%#" PRIx64 ",%#" PRIx64 "},\n",
               m->roles[i].roles, m->roles[i].heading, m->roles[i].group, m->roles[i].lint,
               m->roles[i].folded);
    printf("};\nstatic _Alignas(64) const known_word places[%d] = {\n", PLACES);
    for (size_t i = 0; i < PLACES; i++) {
        const known_word *k = &m->places[i];

        if (k->letters.part[0])
            printf("[%zu]={{{%#" PRIx64 ",%#" PRIx64 ",%#" PRIx64 "}},%u,%d,%d,%d,%u,%u},\n", i,
                   k->letters.part[0], k->letters.part[1], k->letters.part[2], k->key, k->settled,
                   k->numbered, k->cased, k->all_roles, k->begins);
    }
    printf("};\nconst known_table known_words = {places, %d, roles};\n", PLACES - 1);
}

int main(int argc, char **argv)
{
    maker *m = calloc(1, sizeof *m);

    for (int i = 1; m && i < argc; i++) {
        eligo_error err = {0};
        char message[700];
        size_t size = 0;
        char *text = file_read(argv[i], LIMIT_LEXICON_BYTES, 0, &size, &err);
        bool good = text && add_words(m, text, size);

        if (!good)
            fprintf(stderr, "mkknown: %s: %s\n", argv[i],
                    text ? "more words than fit" : error_text(&err, message, sizeof message));
        free(text);
        if (!good) {
            free(m);
            return 1;
        }
    }
    if (!m)
        return 3;
    mark_cased(m);
    put(m);
    free(m);
    return fflush(stdout) == 0 ? 0 : 4;
}
