/* What a text costs as it grows: patterns that make a careless reader slow, as a whole section (64 KiB to 1 MiB) and as one
 * criterion (1 to 16 KiB).
 *
 * usage: scale [PATTERN]       one pattern alone, by its name
 *        scale --count PATTERN what valgrind runs: each size once
 *
 * A doubling costs at most 2.3 times, counted in instructions: by the processor where the system lets us, else by
 * valgrind (callgrind) where it is installed, as many patterns at a time as there are processors; else, and it is said, in
 * processor time, the least of several runs. 1 MiB compiles in 2 s and within the limit of a trial (limits.h), a criterion in 10 ms (all of
 * processor time). */
#include "engine/base/limits.h"
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
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else /* valgrind is not installed: nothing is counted by it */
#define CALLGRIND_ZERO_STATS ((void)0)
#define CALLGRIND_DUMP_STATS ((void)0)
#endif

#define BARS "mumps\n\nExclusion Criteria:\n- " /* what follows is among what bars */

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
    {"short_forms", "", "\n- no @@@@ (late zyx)", "", true},
    {"exceptions", BARS, "gout except mild gout, ", "", false},
    {"own_exceptions", BARS "cancer except skin cancer", ", arrhythmia except atrial fibrillation", "", false},
    {"unless_bars", BARS "asthma unless mild", ", gout or surgery unless healed", "", false},
    {"windows", BARS, "surgery within 2 weeks or stroke within 3 months before screening, ", "", false},
    {"denials", "", "no gout, but mumps with no fever or ", "", false},
    {"allergies", BARS, "allergy to gout, aspirin or intolerance of ", "", false},
    {"causes", BARS, "anemia due to gout, asthma requiring steroids or ", "", false},
    {"some", "", "platelets > 50 for patients with gout, ", "", false},
    {"sentences", "", "Age 18-70. Older patients may take part if fit. ", "", false},
    {"groups", "", "\nPatients with gout:\n- mumps > 3", "", true},
    {"nested", "", "\n- any of:\n  - gout\n  - mumps", "", true},
};

enum { PATTERNS = sizeof patterns / sizeof *patterns,
       SIZES = 5 };

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

/* "@@@@" becomes another abbreviation each time. */
static void vary(char *text, size_t n, unsigned i)
{
    for (size_t k = 0; k < n; k++)
        if (text[k] == '@') {
            text[k] = (char)('A' + i % 26);
            i = i / 26 + i % 7;
        }
}

static size_t fill(char *text, const struct pattern *p, size_t size)
{
    static const char head[] = "Inclusion Criteria:\n- ";
    size_t n = sizeof head - 1, k = strlen(p->again), last = strlen(p->last);

    memcpy(text, head, n);
    memcpy(text + n, p->first, strlen(p->first));
    n += strlen(p->first);
    for (unsigned i = 0; n + k + last <= size; i++) {
        memcpy(text + n, p->again, k);
        vary(text + n, k, i);
        n += k;
    }
    memcpy(text + n, p->last, last);
    return n + last;
}

static char text[(1 << 20) + 64];

/* The k-th text of a pattern: five whole sections, then five criteria. */
static size_t fill_case(const struct pattern *p, size_t k)
{
    if (k < SIZES)
        return fill(text, p, (size_t)65536 << k);
    k -= SIZES;
    return fill(text, p, ((size_t)1024 << k) + (k == SIZES - 1 ? 0 : 22));
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

/* ---- under valgrind ---- */

/* Each size once; what it took is written as one part of callgrind's output. */
static int count_all(const struct pattern *p)
{
    for (size_t k = 0; k < 2 * SIZES; k++) {
        size_t size = fill_case(p, k);

        CALLGRIND_ZERO_STATS;
        compile(text, size);
        CALLGRIND_DUMP_STATS;
    }
    return 0;
}

static bool has_valgrind(void)
{
#if __has_include(<valgrind/callgrind.h>)
    return system("valgrind --version >/dev/null 2>&1") == 0;
#else
    return false;
#endif
}

static pid_t start_count(const struct pattern *p, const char *folder)
{
    char out[160], self[512];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    pid_t child = n > 0 ? fork() : -1;

    if (child != 0)
        return child;
    self[n] = 0;
    snprintf(out, sizeof out, "--callgrind-out-file=%s/%s", folder, p->name);
    execlp("valgrind", "valgrind", "-q", "--tool=callgrind", out, self, "--count", p->name, (char *)NULL);
    _exit(127);
}

/* The instructions of the k-th part that callgrind wrote (from 1); 0: there is none. */
static double part_cost(const struct pattern *p, const char *folder, size_t k)
{
    char name[200], line[512];
    double cost = 0;
    FILE *f;

    snprintf(name, sizeof name, "%s/%s.%zu", folder, p->name, k);
    f = fopen(name, "r");
    while (f && fgets(line, sizeof line, f))
        if (strncmp(line, "totals: ", 8) == 0 || strncmp(line, "summary: ", 9) == 0)
            cost = strtod(strchr(line, ' '), NULL);
    if (f)
        fclose(f);
    unlink(name);
    return cost;
}

/* Instructions of all patterns, or of one, as many at a time as there are processors. False: valgrind failed. */
static bool count_patterns(const char *only, double counts[PATTERNS][2 * SIZES])
{
    char folder[] = "/tmp/eligo-scale-XXXXXX", name[200];
    long at_a_time = sysconf(_SC_NPROCESSORS_ONLN), running = 0;
    bool good = mkdtemp(folder) != NULL;
    int status;

    for (size_t i = 0; good && i < PATTERNS; i++) {
        if (only && strcmp(only, patterns[i].name) != 0)
            continue;
        if (running >= at_a_time && wait(&status) > 0) {
            running--;
            good = good && WIFEXITED(status) && WEXITSTATUS(status) == 0;
        }
        running += start_count(&patterns[i], folder) > 0;
    }
    while (running > 0 && wait(&status) > 0) {
        running--;
        good = good && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    for (size_t i = 0; i < PATTERNS; i++) {
        for (size_t k = 0; k < 2 * SIZES; k++)
            counts[i][k] = part_cost(&patterns[i], folder, k + 1);
        good = good && ((only && strcmp(only, patterns[i].name) != 0) || counts[i][2 * SIZES - 1] > 0);
        snprintf(name, sizeof name, "%s/%s", folder, patterns[i].name);
        unlink(name);
    }
    rmdir(folder);
    return good;
}

static const struct pattern *find_pattern(const char *name)
{
    for (size_t i = 0; i < PATTERNS; i++)
        if (strcmp(patterns[i].name, name) == 0)
            return &patterns[i];
    return NULL;
}

int main(int argc, char **argv)
{
    static double counts[PATTERNS][2 * SIZES];
    const char *only = argc == 2 ? argv[1] : NULL;
    int bad = 0, probe = open_counter();
    bool counted = probe >= 0;
    double most;

    if (argc == 3 && strcmp(argv[1], "--count") == 0 && find_pattern(argv[2]))
        return count_all(find_pattern(argv[2]));
    if (argc > 2 || (only && !find_pattern(only))) {
        fprintf(stderr, "usage: scale [PATTERN]\n");
        return 2;
    }
    if (probe >= 0) {
        close(probe);
    } else {
        counted = has_valgrind() && count_patterns(only, counts);
        printf("instructions: %s\n", counted ? "counted by valgrind"
                                             : "cannot be counted here (no counter, no valgrind): processor time instead");
    }
    most = counted ? 2.3 : 3.2; /* time is less steady than instructions */
    printf("%-12s %10s %10s %8s   %12s %10s %11s\n", "pattern", "doubling", "1 MiB s", "MiB", "criterion x2", "16 KiB ms", "instr/byte");
    for (size_t i = 0; i < PATTERNS; i++) {
        cost c[2 * SIZES], *one = c + SIZES;
        double grows, grows_one;
        size_t size = 0;
        bool good;

        if (only && strcmp(only, patterns[i].name) != 0)
            continue;
        for (size_t k = 0; k < 2 * SIZES; k++) {
            bool timed = !counted || k == SIZES - 1 || k == 2 * SIZES - 1 || probe >= 0;

            size = fill_case(&patterns[i], k);
            c[k] = timed ? measure(text, size, probe >= 0 && k < SIZES ? 1 : 5) : (cost){0};
            if (counted && probe < 0)
                c[k].instructions = counts[i][k];
        }
        grows = factor(c, SIZES);
        grows_one = factor(one, SIZES);
        good = grows <= most && grows_one <= most && c[SIZES - 1].seconds <= 2 && c[SIZES - 1].mib <= (double)(LIMIT_TRIAL_ARENA >> 20) &&
               (patterns[i].lines || one[SIZES - 1].seconds <= 0.010);
        printf("%-12s %10.2f %10.3f %8.0f   %12.2f %10.2f %11.0f%s\n", patterns[i].name, grows, c[SIZES - 1].seconds, c[SIZES - 1].mib,
               grows_one, one[SIZES - 1].seconds * 1e3, c[SIZES - 1].instructions / (1 << 20), good ? "" : "   TOO MUCH");
        fflush(stdout);
        bad |= !good;
    }
    return bad;
}
