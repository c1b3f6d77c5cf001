/* Names in text: what 50,000 of a site's own terms cost a byte of text, against 2,000.
 *
 * usage: lexicon FILE...       prints MB/s of both and the ratio of their times, the least of
 * several rounds in turn, one core; exit status 1 where 50,000 terms cost more than twice as much
 *
 * A site's lexicon is made of pairs of neighbouring words of the texts, so that every place of the
 * text begins some of its names, and of words that stand nowhere. */
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/limits.h"
#include "rules/concept.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 7, FEW = 2000, MANY = 50000 };

typedef struct corpus {
    char **texts;
    size_t *sizes, count, total;
} corpus;

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static corpus read_files(char **paths, size_t count)
{
    corpus c = {calloc(count, sizeof *c.texts), calloc(count, sizeof *c.sizes), count, 0};

    for (size_t i = 0; c.texts && c.sizes && i < count; i++) {
        FILE *f = fopen(paths[i], "rb");

        c.texts[i] = malloc(1 << 20);
        if (!f || !c.texts[i])
            exit(2);
        c.sizes[i] = fread(c.texts[i], 1, 1 << 20, f);
        c.total += c.sizes[i];
        fclose(f);
    }
    return c;
}

/* The n-th pair of neighbouring words, counted over all texts; false: there are fewer. */
static bool next_pair(const corpus *c, size_t *text, size_t *at, char pair[80])
{
    size_t n = 0, words = 0, second = 0;

    for (; *text < c->count; ++*text, *at = 0, n = words = 0)
        for (; *at < c->sizes[*text]; ++*at) {
            char letter = c->texts[*text][*at];
            bool inside = isalpha((unsigned char)letter) != 0;

            if (inside && n < 60) {
                pair[n++] = (char)tolower((unsigned char)letter);
                continue;
            }
            if (letter == ' ' && n && pair[n - 1] != ' ' && ++words < 2) {
                pair[n++] = ' ';
                second = *at;
                continue;
            }
            pair[n] = 0;
            if (words == 2 && n > 5) {
                *at = second; /* the second word begins the next pair */
                return true;
            }
            n = words = 0;
        }
    return false;
}

/* A site's lexicon of so many terms, from a file that is gone afterwards. */
static lexicon *lexicon_of_terms(const corpus *c, size_t terms)
{
    char path[] = "/tmp/eligo-bench-XXXXXX", pair[80], message[700];
    size_t text = 0, at = 0;
    int fd = mkstemp(path);
    FILE *f = fd >= 0 ? fdopen(fd, "w") : NULL;
    eligo_error err = {0};
    lexicon *lx;

    if (!f)
        exit(2);
    fprintf(f, "concept\tcategory\tname\tsynonyms\n");
    for (size_t i = 0; i < terms; i++) {
        /* every other one is of the texts, as long as they have more; a number keeps names apart */
        if (i % 2 == 0 && next_pair(c, &text, &at, pair))
            fprintf(f, "bench_%zu\tcondition\t%s %zu\t\n", i, pair, i);
        else
            fprintf(f, "bench_%zu\tcondition\tzq%zux mol%zu\t\n", i, i, i % 97);
    }
    if (fclose(f) != 0)
        exit(2);
    lx = lexicon_load(path, &err);
    unlink(path);
    if (!lx) {
        fprintf(stderr, "lexicon: %s\n", error_text(&err, message, sizeof message));
        exit(2);
    }
    return lx;
}

/* All names of all texts; how many there are. */
static size_t find_all(const corpus *c, const lexicon *lx, arena *a)
{
    size_t found = 0;

    for (size_t i = 0; i < c->count; i++) {
        lexicon_hit hit;
        atoms words;

        arena_reset(a);
        words = lexicon_cut(lx, c->texts[i], c->sizes[i], a);
        for (size_t k = 0; k < words.count; k++)
            if (lexicon_match(lx, &words, k, &hit)) {
                found++;
                k += hit.atoms - 1;
            }
    }
    return found;
}

int main(int argc, char **argv)
{
    corpus c = read_files(argv + 1, (size_t)argc - 1);
    lexicon *few = lexicon_of_terms(&c, FEW), *many = lexicon_of_terms(&c, MANY);
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    double least[3] = {1e9, 1e9, 1e9};
    const lexicon *of[3] = {lexicon_core(), few, many};
    size_t found[3] = {0};

    if (!a)
        exit(2);
    for (int round = 0; round < ROUNDS; round++)
        for (int k = 0; k < 3; k++) {
            double start = now(), spent;

            found[k] = find_all(&c, of[k], a);
            spent = now() - start;
            least[k] = spent < least[k] ? spent : least[k];
        }
    printf("lexicon: %.2f MB, %zu names: core %.0f MB/s, and %d terms %.0f MB/s, %d terms %.0f "
           "MB/s, ratio %.2f\n",
           (double)c.total / 1e6, found[0], (double)c.total / least[0] / 1e6, FEW,
           (double)c.total / least[1] / 1e6, MANY, (double)c.total / least[2] / 1e6,
           least[2] / least[1]);
    for (size_t i = 0; i < c.count; i++)
        free(c.texts[i]);
    free(c.texts);
    free(c.sizes);
    lexicon_delete(few);
    lexicon_delete(many);
    arena_delete(a);
    if (found[1] < found[0] || found[2] < found[1]) {
        fprintf(stderr, "lexicon: a larger lexicon finds less (%zu, %zu, %zu names)\n", found[0],
                found[1], found[2]);
        return 2;
    }
    return least[2] > 2 * least[1];
}
