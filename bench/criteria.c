/* Criteria to rules, without the findings on them and with: how fast, and against what a plain pass
 * of Flex over the same text takes.
 *
 * usage: criteria FILE...      prints MB/s of each and the ratios to the scanner, least time of
 * several rounds, one core */
#include "engine/base/arena.h"
#include "engine/base/limits.h"
#include "engine/eligo.h"
#include "grammar/token.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 5 };

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void compile(const char *text, size_t size, bool findings)
{
    eligo_error err = {0};
    eligo_trials *t = eligo_trials_open_memory(text, size, "bench", NULL, NULL, NULL, &err);
    eligo_rules *r;

    if (t)
        eligo_trials_findings(t, findings);
    while (t && eligo_trials_next(t, &r, &err) == ELIGO_OK)
        eligo_rules_delete(r);
    eligo_trials_close(t);
}

int main(int argc, char **argv)
{
    char **texts = calloc((size_t)argc, sizeof *texts);
    size_t *sizes = calloc((size_t)argc, sizeof *sizes), total = 0, scanned = 0;
    double scan = 1e9, compiled[2] = {1e9, 1e9}; /* rules alone, with their findings */
    arena *a = arena_new(LIMIT_TRIAL_ARENA);

    if (!texts || !sizes || !a)
        exit(2);
    for (int i = 1; i < argc; i++) {
        FILE *f = fopen(argv[i], "rb");

        texts[i] = malloc(1 << 20);
        if (!f || !texts[i])
            exit(2);
        sizes[i] = fread(texts[i], 1, 1 << 20, f);
        total += sizes[i];
        fclose(f);
    }
    for (int round = 0; round < ROUNDS; round++) {
        double start = now(), spent;

        for (int i = 1; i < argc; i++) {
            lexeme *list;
            size_t count;

            arena_reset(a);
            if (scan_by_rules(texts[i], sizes[i], a, &list, &count))
                scanned += count;
        }
        spent = now() - start;
        scan = spent < scan ? spent : scan;
        for (int findings = 0; findings < 2; findings++) {
            start = now();
            for (int i = 1; i < argc; i++)
                compile(texts[i], sizes[i], findings);
            spent = now() - start;
            compiled[findings] = spent < compiled[findings] ? spent : compiled[findings];
        }
    }
    printf("criteria: %d texts, %.2f MB, %zu lexemes: scanner %.0f MB/s, rules %.1f MB/s (ratio "
           "%.3f), rules and findings %.1f MB/s (ratio %.3f)\n",
           argc - 1, (double)total / 1e6, scanned / ROUNDS, (double)total / scan / 1e6,
           (double)total / compiled[0] / 1e6, scan / compiled[0], (double)total / compiled[1] / 1e6,
           scan / compiled[1]);
    for (int i = 1; i < argc; i++)
        free(texts[i]);
    free(texts);
    free(sizes);
    arena_delete(a);
    return 0;
}
