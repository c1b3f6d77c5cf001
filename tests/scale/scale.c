/* What a text costs as it grows: patterns that make a careless reader slow, as a whole section (64 KiB to 1 MiB) and as one
 * criterion (1 to 16 KiB).
 *
 * usage: scale [PATTERN]       one pattern alone, by its name
 *
 * A doubling costs at most 2.3 times (instructions, where the system lets us count them; else time, taken as the least
 * of several runs); 1 MiB compiles in 2 s and within 256 MiB, a criterion in 10 ms (all of processor time). */
#include "engine/base/buffer.h"
#include "engine/eligo.h"

#include <linux/perf_event.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const struct pattern {
    const char *name, *first, *again, *last;
    bool lines; /* of many criteria: not one that is long */
} patterns[] = {
    {"open", "", "(", "", false},
    {"brackets", "gout", " (mumps", "", false},
    {"not", "", "not ", "", false},
    {"and", "", "a and ", "", false},
    {"or", "", "x or (", "", false},
    {"digits", "", "1", "", false},
    {"blanks", "gout", " ", "mumps", false},
    {"bullets", "", "\n- a", "", true},
    {"words", "", "a a a ", "", false},
    {"commas", "a", ",", "b", false},
    {"dates", "", "2021-03-01 ", "", false},
    {"one_word", "", "a", "", false},
    {"no_newline", "", "the patient has had a cold, ", "", false},
    {"list", "", "gout, mumps or measles, ", "", false},
    {"mixed", "", "gout and mumps or ", "", false},
    {"bounds", "", "> 5 and < 10 mg/dL, ", "", false},
    {"unless", "", "gout unless mumps ", "", false},
    {"colons", "", "gout: ", "", false},
    {"closes", "", "18) years ", "", false},
    {"colon_lines", "", "\nGout:\n", "", true},
    {"numbered", "", "\n1. gout\n  a) mumps", "", true},
    {"inline", "", " 1) gout 2) mumps", "", true},
    {"lines", "", "\ngout", "", true},
    {"indented", "", "\n\n      gout", "", true},
    {"entities", "", "&lt;", "", false},
    {"tags", "", "<br>", "", false},
    {"NULs", "a", " b\x01", "", false},
    {"headings", "", "\nInclusion Criteria:\n- gout\nExclusion Criteria:\n- mumps", "", true},
};

enum { PATTERNS = sizeof patterns / sizeof *patterns };

typedef struct cost {
    double instructions; /* 0: not counted */
    double seconds;
    double mib;
} cost;

static int counter = -1;

static int open_counter(void)
{
    struct perf_event_attr a = {.type = PERF_TYPE_HARDWARE, .size = sizeof a, .config = PERF_COUNT_HW_INSTRUCTIONS, .disabled = 1, .exclude_kernel = 1, .exclude_hv = 1};

    return (int)syscall(SYS_perf_event_open, &a, 0, -1, -1, 0);
}

static double processor_time(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void compile(const char *text, size_t size)
{
    eligo_error err = {0};
    eligo_trials *t = eligo_trials_open_memory(text, size, "scale", NULL, NULL, NULL, &err);
    eligo_rules *r;

    while (t && eligo_trials_next(t, &r, &err) == ELIGO_OK)
        eligo_rules_delete(r);
    eligo_trials_close(t);
}

/* In a process of its own, so that its memory is its own. */
static cost measure(const char *text, size_t size, int times)
{
    cost c = {0, 1e9, 0};
    int ends[2];
    pid_t child;

    if (pipe(ends) != 0 || (child = fork()) < 0)
        exit(2);
    if (child == 0) {
        for (int i = 0; i < times; i++) {
            double start = processor_time(), spent;
            uint64_t n = 0;

            counter = i == 0 ? open_counter() : counter;
            if (counter >= 0) {
                ioctl(counter, PERF_EVENT_IOC_RESET, 0);
                ioctl(counter, PERF_EVENT_IOC_ENABLE, 0);
            }
            compile(text, size);
            if (counter >= 0) {
                ioctl(counter, PERF_EVENT_IOC_DISABLE, 0);
                if (read(counter, &n, sizeof n) == sizeof n)
                    c.instructions = (double)n;
            }
            spent = processor_time() - start;
            if (spent < c.seconds)
                c.seconds = spent;
        }
        struct rusage u;
        getrusage(RUSAGE_SELF, &u);
        c.mib = (double)u.ru_maxrss / 1024;
        _exit(write(ends[1], &c, sizeof c) == sizeof c ? 0 : 1);
    }
    close(ends[1]);
    if (read(ends[0], &c, sizeof c) != sizeof c)
        c.seconds = 1e9;
    close(ends[0]);
    waitpid(child, NULL, 0);
    return c;
}

static size_t fill(char *text, const struct pattern *p, size_t size)
{
    static const char head[] = "Inclusion Criteria:\n- ";
    size_t n = sizeof head - 1, k = strlen(p->again), last = strlen(p->last);

    memcpy(text, head, n);
    memcpy(text + n, p->first, strlen(p->first));
    n += strlen(p->first);
    while (n + k + last <= size) {
        memcpy(text + n, p->again, k);
        n += k;
    }
    memcpy(text + n, p->last, last);
    return n + last;
}

/* The worst factor of a doubling, over those that cost enough to be measured. */
static double factor(const cost *c, size_t count)
{
    double worst = 0;

    for (size_t i = 1; i < count; i++) {
        double now = c[i].instructions ? c[i].instructions : c[i].seconds * 1e9;
        double before = c[i - 1].instructions ? c[i - 1].instructions : c[i - 1].seconds * 1e9;

        if (before > 2e6 && now / before > worst)
            worst = now / before;
    }
    return worst;
}

int main(int argc, char **argv)
{
    static char text[(1 << 20) + 64];
    int bad = 0, probe = open_counter();
    double most = probe >= 0 ? 2.3 : 3.2; /* time is less steady than instructions */

    if (probe >= 0)
        close(probe);
    else
        printf("instructions cannot be counted here: processor time instead\n");
    printf("%-12s %10s %10s %8s   %12s %10s\n", "pattern", "doubling", "1 MiB s", "MiB", "criterion x2", "16 KiB ms");
    for (size_t i = 0; i < PATTERNS; i++) {
        cost whole[5], one[5];
        double grows, grows_one;
        bool good;

        if (argc > 1 && strcmp(argv[1], patterns[i].name) != 0)
            continue;
        for (size_t k = 0; k < 5; k++)
            whole[k] = measure(text, fill(text, &patterns[i], (size_t)65536 << k), probe >= 0 ? 1 : 3);
        for (size_t k = 0; k < 5; k++)
            one[k] = measure(text, fill(text, &patterns[i], ((size_t)1024 << k) + (k == 4 ? 0 : 22)), 5);
        grows = factor(whole, 5);
        grows_one = factor(one, 5);
        good = grows <= most && grows_one <= most && whole[4].seconds <= 2 && whole[4].mib <= 256 && (patterns[i].lines || one[4].seconds <= 0.010);
        printf("%-12s %10.2f %10.3f %8.0f   %12.2f %10.2f%s\n", patterns[i].name, grows, whole[4].seconds, whole[4].mib, grows_one,
               one[4].seconds * 1e3, good ? "" : "   TOO MUCH");
        fflush(stdout);
        bad |= !good;
    }
    return bad;
}
