/* Damaged trials: each text is cut at every byte, started at every byte, edited at random, given a NUL and
 * invalid bytes at every place. What must hold of each is tests/robust/oracle.h's business.
 *
 * usage: damage [--step N] [--edits N] FILE...
 *
 * --step N: only every Nth byte (default 1). --edits N: random edits a text (default 100; the same ones in each
 * run). One input that takes longer than 5 seconds is a hang. The first input that breaks something is written to
 * damage.bad in the current folder and ends the run. */
#include "tests/robust/oracle.h"

#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HANG_SECONDS = 5 };

/* What is being tried, for the handler of the alarm. */
static struct {
    const char *file, *how;
    const char *bytes;
    size_t size, at, runs;
} now;

static void write_bad(void)
{
    FILE *f = fopen("damage.bad", "wb");

    if (f) {
        fwrite(now.bytes, 1, now.size, f);
        fclose(f);
    }
}

static void hangs(int sig)
{
    (void)sig;
    write_bad();
    fprintf(stderr, "eligo: %s, %s at %zu: no end after %d s; damage.bad\n", now.file, now.how, now.at, HANG_SECONDS);
    _exit(1);
}

/* A sanitizer or a fault ends the program: the input is kept. */
static void dies(int sig)
{
    write_bad();
    fprintf(stderr, "eligo: %s, %s at %zu: signal %d; damage.bad\n", now.file, now.how, now.at, sig);
    _exit(1);
}

static void try_it(const char *how, size_t at, const char *bytes, size_t size)
{
    char why[ORACLE_WHY];

    now.how = how;
    now.at = at;
    now.bytes = bytes;
    now.size = size;
    now.runs++;
    alarm(HANG_SECONDS);
    if (!oracle_trials(bytes, size, why)) {
        write_bad();
        fprintf(stderr, "eligo: %s, %s at %zu: %s; damage.bad\n", now.file, how, at, why);
        exit(1);
    }
    alarm(0);
}

static uint32_t next_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

static const char *const pieces[] = {"(", ")", "and ", "or ", "not ", ">", "<=", "9", "1/2", ", ", ".", "\n", "\n\n", ":", ";", "- ", "1. ", "a)",
                                     "\xC2\xA0", "\xE2\x89\xA5", "\xFF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x80\xA8", "\r", "\t", "%", "&lt;", "&#", "<br>",
                                     "\\", "\"", "{", "}", "[", "]", "Exclusion Criteria:", "within ", "unless ", "months ", "except ", "of the following:"};

/* One to four edits: a byte changed, a range removed, doubled or moved, a piece put in. */
static size_t edit(char *text, size_t size, size_t room, uint64_t *state)
{
    unsigned edits = 1 + next_random(state) % 4;

    while (edits--) {
        size_t at = size ? next_random(state) % size : 0, n = size ? next_random(state) % (size - at < 40 ? size - at + 1 : 40) : 0;
        const char *piece = pieces[next_random(state) % (sizeof pieces / sizeof *pieces)];

        switch (next_random(state) % 4) {
        case 0:
            if (size)
                text[at] = (char)next_random(state);
            break;
        case 1:
            memmove(text + at, text + at + n, size - at - n);
            size -= n;
            break;
        case 2:
            if (size + n > room)
                break;
            memmove(text + at + n, text + at, size - at);
            size += n;
            break;
        default:
            n = strlen(piece);
            if (size + n > room)
                break;
            memmove(text + at + n, text + at, size - at);
            memcpy(text + at, piece, n);
            size += n;
        }
    }
    return size;
}

static void damage(const char *text, size_t size, size_t step, size_t edits, uint64_t seed)
{
    static const char bad[] = {0, (char)0xFF, (char)0xC3, (char)0xE2, 0x1B};
    size_t room = size + 1024;
    char *copy = malloc(room);
    uint64_t state = seed;

    if (!copy)
        abort();
    for (size_t i = 0; i <= size; i += step)
        try_it("cut", i, text, i);
    for (size_t i = 1 % step; i < size; i += step)
        try_it("started", i, text + i, size - i);
    for (size_t k = 0; k < sizeof bad; k++)
        for (size_t i = k % step; i < size; i += step * (k ? 4 : 1)) {
            memcpy(copy, text, size);
            copy[i] = bad[k];
            try_it("a bad byte", i, copy, size);
        }
    for (size_t i = 0; i < edits; i++) {
        memcpy(copy, text, size);
        try_it("edit", i, copy, edit(copy, size, room, &state));
    }
    free(copy);
}

int main(int argc, char **argv)
{
    size_t step = 1, edits = 100;
    int files = 0;

    signal(SIGALRM, hangs);
    signal(SIGABRT, dies);
    for (int i = 1; i < argc; i++) {
        static char text[1 << 20];
        size_t size;
        FILE *f;

        if (strcmp(argv[i], "--step") == 0 && i + 1 < argc) {
            step = strtoul(argv[++i], NULL, 10);
            step = step ? step : 1;
            continue;
        }
        if (strcmp(argv[i], "--edits") == 0 && i + 1 < argc) {
            edits = strtoul(argv[++i], NULL, 10);
            continue;
        }
        f = fopen(argv[i], "rb");
        if (!f) {
            perror(argv[i]);
            return 2;
        }
        size = fread(text, 1, sizeof text, f);
        fclose(f);
        now.file = argv[i];
        damage(text, size, step, edits, (uint64_t)i);
        files++;
    }
    printf("%d files, %zu damaged inputs: nothing broke\n", files, now.runs);
    return 0;
}
