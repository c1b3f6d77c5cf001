/* eligo: the table of verbs. */
#include "engine/cli/cli.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct verb {
    const char *name;
    int (*run)(int argc, const char **argv);
    const char *about;
} verbs[] = {
    {"compile", cli_compile, "free text of a trial in, rules out"},
    {"screen", cli_screen, "every clause of every trial for every patient: pass, fail or unknown"},
    {"whatif", cli_whatif, "which verdicts change if the record said something else"},
    {"diff", cli_diff, "what changed between two versions of a trial, and for whom"},
    {"audit", cli_audit, "ambiguities and defects of the text"},
    {"examples", cli_examples, "synthetic patients on each side of every bound"},
    {"explain", cli_explain, "the page on a finding, or on the reason of an unknown"},
    {"lexicon", cli_lexicon, "what is known: list, look up, check"},
};
enum { VERBS = sizeof verbs / sizeof *verbs };

static int help(void)
{
    printf("eligo %s: eligibility criteria of clinical trials as rules, and who meets them\n\n"
           "usage: eligo VERB [OPTION...] ...\n\n",
           ELIGO_VERSION);
    for (size_t i = 0; i < VERBS; i++)
        printf("  %-9s %s\n", verbs[i].name, verbs[i].about);
    printf("\n"
           "eligo VERB --help tells of a verb, with examples. A trial is a file or -: a registry's "
           "JSON or\n"
           "XML, a saved page, the criteria as text, or rules as JSON. Exit status: 0 done, 2 "
           "usage, 3 an\n"
           "input could not be read (the rest is still done), 4 an output or the system failed.\n\n"
           "  eligo compile trial.txt\n"
           "  eligo screen --trial trial.txt --patients patients/ --as-of 2024-05-01\n");
    return fflush(stdout) != 0 ? CLI_SYSTEM : CLI_DONE;
}

/* A file that is opened where one of the three should be would be taken for it: keep their places,
 * in the direction in which every use fails. */
static void keep_standard_files(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 &&
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
            return;
}

static size_t alike(const char *a, const char *b)
{
    size_t n = 0;

    while (a[n] && a[n] == b[n])
        n++;
    return n;
}

static int unknown(const char *name)
{
    size_t best = 0, at = 0;

    for (size_t i = 0; i < VERBS; i++) {
        size_t n = alike(name, verbs[i].name);

        if (n > best) {
            best = n;
            at = i;
        }
    }
    fprintf(stderr, "eligo: there is no verb \"%s\"", name);
    if (best)
        fprintf(stderr, "; is \"%s\" meant?", verbs[at].name);
    fprintf(stderr, "\nTry: eligo --help\n");
    return CLI_USAGE;
}

int main(int argc, char **argv)
{
    keep_standard_files();
    signal(SIGPIPE,
           SIG_IGN); /* a reader that goes away is a failed write, with its own exit status */
    setlocale(LC_CTYPE, "");
    if (argc < 2) {
        fprintf(stderr, "eligo: which verb?\nTry: eligo --help\n");
        return CLI_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0)
        return help();
    if (strcmp(argv[1], "--version") == 0) {
        printf("eligo %s\n", ELIGO_VERSION);
        return fflush(stdout) != 0 ? CLI_SYSTEM : CLI_DONE;
    }
    for (size_t i = 0; i < VERBS; i++)
        if (strcmp(argv[1], verbs[i].name) == 0)
            return verbs[i].run(argc - 1, (const char **)argv + 1);
    return unknown(argv[1]);
}
