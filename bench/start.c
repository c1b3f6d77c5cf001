/* How long the program takes to start: from its beginning to its end, where there is next to
 * nothing to do.
 *
 * usage: start ELIGO           least and median of several runs, in milliseconds of processor time
 *
 * What it is held against is the same for this driver itself, which does nothing at all: what the
 * system takes for a process. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { RUNS = 41, MOST_MS = 10 };

static const char tiny[] = "Inclusion: age 18 years or older\n";

static double of_children(void)
{
    struct rusage r;

    getrusage(RUSAGE_CHILDREN, &r);
    return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) * 1e3 +
           (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e3;
}

/* Milliseconds of one run, whose standard input is `tiny`; a negative number: it failed. */
static double run(char *const *command)
{
    double before = of_children();
    int ends[2], status;
    pid_t child;

    if (pipe(ends) != 0 || write(ends[1], tiny, sizeof tiny - 1) != (ssize_t)sizeof tiny - 1)
        return -1;
    close(ends[1]);
    child = fork();
    if (child == 0) {
        int nowhere = open("/dev/null", O_WRONLY);

        dup2(ends[0], STDIN_FILENO);
        dup2(nowhere, STDOUT_FILENO);
        execv(command[0], command);
        _exit(127);
    }
    close(ends[0]);
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
        return -1;
    return of_children() - before;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

/* False: it failed. */
static bool measure(char *const *command, double *least, double *median)
{
    double runs[RUNS];

    for (int i = 0; i < RUNS; i++)
        if ((runs[i] = run(command)) < 0)
            return false;
    qsort(runs, RUNS, sizeof *runs, by_size);
    *least = runs[0];
    *median = runs[RUNS / 2];
    return true;
}

int main(int argc, char **argv)
{
    char *eligo = argc == 2 ? argv[1] : NULL;
    char *nothing[] = {"/proc/self/exe", "--nothing", NULL};
    char *const commands[][5] = {{eligo, "--version", NULL},
                                 {eligo, "lexicon", "show", "gout", NULL},
                                 {eligo, "compile", "-", NULL}};
    double base, least, median;
    bool slow = false;

    if (argc == 2 && strcmp(argv[1], "--nothing") == 0)
        return 0;
    if (!eligo || !measure(nothing, &base, &median)) {
        fprintf(stderr, "usage: start ELIGO\n");
        return 2;
    }
    printf("start: a process that does nothing %.1f ms", base);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (!measure(commands[i], &least, &median)) {
            printf("\n");
            fprintf(stderr, "%s %s failed\n", eligo, commands[i][1]);
            return 3;
        }
        slow = slow || least >= MOST_MS;
        printf("; %s: least %.1f, median %.1f ms%s", commands[i][1], least, median,
               least < MOST_MS ? "" : " (TOO MUCH)");
    }
    printf("\n");
    return slow;
}
