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
#include "rules/table.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = UINT16_MAX, SLOTS = 1 << 17 };

typedef struct maker {
    known_word words[MOST];
    uint16_t slots[SLOTS];
    size_t count;
} maker;

/* The place of a word, or the empty one for it. */
static uint16_t *slot_of(maker *m, const role_word *w)
{
    uint32_t i = role_hash(w) & (SLOTS - 1);

    while (m->slots[i] && memcmp(&m->words[m->slots[i] - 1].letters, w, sizeof *w) != 0)
        i = (i + 1) & (SLOTS - 1);
    return &m->slots[i];
}

/* What the tables know of a word in lower case; false: nothing. */
static bool look_up(const char *word, size_t size, known_word *k)
{
    const vocabulary *v = &lexicon_core_table.words;
    fold_cutter cut;
    fold_atom x;

    fold_begin(&cut, word, size);
    if (!fold_next(&cut, &x) || x.end != size)
        return false;
    *k = (known_word){.letters = role_word_of(word, size),
                      .roles = roles_find(&grammar_roles, word, size),
                      .heading = roles_find(&heading_roles, word, size),
                      .group = roles_find(&group_roles, word, size),
                      .key =
                          word_find(v, v->folded, v->folded_mask, x.folded, x.size) & ~WORD_STABLE,
                      .numbered = cut.numbered};
    return k->key || k->roles || k->heading || k->group || k->numbered;
}

static bool add(maker *m, const char *word, size_t size)
{
    role_word w = role_word_of(word, size);
    uint16_t *slot = slot_of(m, &w);

    if (*slot)
        return true;
    if (m->count == MOST)
        return false;
    if (look_up(word, size, &m->words[m->count]))
        *slot = (uint16_t)++m->count;
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
            uint16_t slot = *slot_of(m, &w);

            if (slot)
                m->words[slot - 1].cased = true;
        }
    }
}

static void put(const maker *m)
{
    uint32_t mask = 1;

    while (mask < m->count * 2)
        mask = mask * 2 + 1;
    printf("#include \"rules/known.h\"\nstatic const known_word words[%zu] = {\n", m->count + 1);
    for (size_t i = 0; i < m->count; i++) {
        const known_word *k = &m->words[i];

        printf("{{{%#" PRIx64 ",%#" PRIx64 ",%#" PRIx64 "}},%#" PRIx64 ",%#" PRIx64 ",%#" PRIx64
               ",%u,%d,%d},\n",
               k->letters.part[0], k->letters.part[1], k->letters.part[2], k->roles, k->heading,
               k->group, k->key, k->numbered, k->cased);
    }
    printf("};\n");
    uint16_t *slots = calloc((size_t)mask + 1, sizeof *slots);
    if (!slots)
        exit(3);
    for (size_t i = 0; i < m->count; i++) {
        uint32_t at = role_hash(&m->words[i].letters) & mask;

        while (slots[at])
            at = (at + 1) & mask;
        slots[at] = (uint16_t)(i + 1);
    }
    printf("static const uint16_t slots[%u] = {", mask + 1);
    for (uint32_t i = 0; i <= mask; i++)
        printf("%s%u,", i % 16 ? "" : "\n", slots[i]);
    printf("};\nconst known_table known_words = {slots, %u, words};\n", mask);
    free(slots);
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
        if (!good)
            return 1;
    }
    if (!m)
        return 3;
    mark_cased(m);
    put(m);
    free(m);
    return fflush(stdout) == 0 ? 0 : 4;
}
