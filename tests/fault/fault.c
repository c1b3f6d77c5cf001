/* No memory: every allocation of a run fails once, then every allocation with all behind it.
 *
 * usage: fault [--patients] FILE...      files of trials; behind --patients, of records, or folders of them
 *
 * A failure is reported (ELIGO_ENOMEM), or the output is that of the run without failures; never another output, a crash,
 * or a leak (run it under ASan). Places where a failure does no harm are counted; they are zlib's read-ahead and the
 * room that a reader makes before it needs it. After each failure the same run succeeds. */
#include "engine/base/buffer.h"
#include "engine/eligo.h"
#include "tests/fault/wrap.h"

#include <libxml/parser.h>
#include <signal.h>
#include <sqlite3.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *__wrap_malloc(size_t size);
void *__wrap_realloc(void *old, size_t size);

typedef struct outcome {
    bool no_memory; /* ELIGO_ENOMEM was reported */
    buffer out;
} outcome;

static const char *file;
static long at;
static bool on;

/* What is written down must not itself need memory that fails: it goes to a file. */
static FILE *sink_file;

static bool write_down(const char *data, size_t size, void *context)
{
    (void)context;
    return fwrite(data, 1, size, sink_file) == size;
}

static void hear(const eligo_error *e, void *context)
{
    outcome *o = context;

    o->no_memory = o->no_memory || e->code == ELIGO_ENOMEM;
    fprintf(sink_file, "%d %s\n", (int)e->code, e->message);
}

static void note(outcome *o, eligo_code code)
{
    o->no_memory = o->no_memory || code == ELIGO_ENOMEM;
}

static void run_trials(const char *path, outcome *o)
{
    eligo_error err = {0};
    eligo_lexicon *lx = eligo_lexicon_open(NULL, &err);
    eligo_trials *t = lx ? eligo_trials_open(path, lx, hear, o, &err) : NULL;
    eligo_rules *r;
    eligo_code code = ELIGO_OK;

    if (!t)
        hear(&err, o);
    while (t && (code = eligo_trials_next(t, &r, &err)) == ELIGO_OK) {
        const eligo_rules *one = r;

        code = eligo_rules_write(&one, 1, ELIGO_JSON, write_down, o, &err);
        if (code == ELIGO_OK)
            code = eligo_rules_write(&one, 1, ELIGO_TREE, write_down, o, &err);
        note(o, code);
        eligo_rules_delete(r);
        if (code != ELIGO_OK)
            break;
    }
    note(o, code);
    eligo_trials_close(t);
    eligo_lexicon_close(lx);
}

/* What patients are judged by; compiled before anything fails. */
static eligo_rules *some_rules;

static bool compile_rules(void)
{
    static const char text[] = "Inclusion Criteria:\n- Age over 18\n- HbA1c above 7 %\nExclusion Criteria:\n- Stroke or gout\n- On warfarin\n";
    eligo_error err = {0};
    eligo_trials *t = eligo_trials_open_memory(text, sizeof text - 1, "rules", NULL, NULL, NULL, &err);
    bool done = t && eligo_trials_next(t, &some_rules, &err) == ELIGO_OK;

    eligo_trials_close(t);
    return done;
}

static void run_patients(const char *path, outcome *o)
{
    eligo_error err = {0};
    eligo_policy *policy = eligo_policy_new(&err);
    eligo_report *report = eligo_report_new(ELIGO_JSON, false, write_down, o, &err);
    eligo_patients *p = NULL;
    eligo_patient *now;
    eligo_code code = ELIGO_OK;

    if (policy && report && (code = eligo_policy_as_of(policy, "2021-03-01", &err)) == ELIGO_OK &&
        (p = eligo_patients_open(path, NULL, hear, o, &err))) {
        while ((code = eligo_patients_next(p, &now, &err)) == ELIGO_OK) {
            const eligo_verdict *v = eligo_screen(some_rules, now, policy, &err);

            code = v ? eligo_report_add(report, v, &err) : err.code;
            if (code != ELIGO_OK)
                break;
        }
        note(o, code);
        if (code == ELIGO_END)
            note(o, eligo_report_end(report, &err));
    }
    note(o, code);
    note(o, err.code);
    if (code != ELIGO_END)
        hear(&err, o);
    eligo_patients_close(p);
    eligo_report_delete(report);
    eligo_policy_delete(policy);
}

/* One run; what it wrote, in memory that does not fail. */
static outcome run(void (*scenario)(const char *, outcome *), const char *path, long fail, bool fail_on, bool *hit)
{
    outcome o = {0};
    long size;

    buffer_init(&o.out, 0);
    rewind(sink_file);
    if (ftruncate(fileno(sink_file), 0) != 0)
        abort();
    if (fail >= 0)
        wrap_fail(fail, fail_on);
    scenario(path, &o);
    *hit = fail >= 0 && wrap_stop();
    fflush(sink_file);
    size = ftell(sink_file);
    rewind(sink_file);
    for (long i = 0; i < size; i++)
        buffer_putc(&o.out, (char)fgetc(sink_file));
    return o;
}

static bool same(const outcome *a, const outcome *b)
{
    return a->out.size == b->out.size && (!a->out.size || memcmp(a->out.data, b->out.data, a->out.size) == 0);
}

static void dies(int sig)
{
    (void)sig;
    fprintf(stderr, "eligo: %s: allocation %ld%s: breaks it\n", file, at, on ? " and all behind it" : "");
}

static int inject(void (*scenario)(const char *, outcome *), const char *path)
{
    bool hit = true;
    outcome whole = run(scenario, path, -1, false, &hit);
    size_t harmless = 0;

    for (int all = 0; all < 2; all++) {
        on = all;
        hit = true;
        for (at = 0; hit; at++) {
            outcome o = run(scenario, path, at, on, &hit);
            bool agrees = same(&o, &whole) && o.no_memory == whole.no_memory;

            if (hit && agrees)
                harmless++;
            if ((hit && !o.no_memory && !agrees) || (!hit && !agrees)) {
                size_t d = 0;

                while (d < o.out.size && d < whole.out.size && o.out.data[d] == whole.out.data[d])
                    d++;
                d = d > 60 ? d - 60 : 0;
                fprintf(stderr, "eligo: %s: allocation %ld%s: %s: from byte %zu\n%.160s\n    instead of\n%.160s\n", path, at,
                        on ? " and all behind it" : "", hit ? "no report, and another output" : "another output in the run behind it",
                        d, d < o.out.size ? o.out.data + d : "", d < whole.out.size ? whole.out.data + d : "");
                buffer_free(&o.out);
                buffer_free(&whole.out);
                return 1;
            }
            buffer_free(&o.out);
        }
    }
    printf("%s: %ld allocations, %zu harmless\n", strrchr(path, '/') ? strrchr(path, '/') + 1 : path, at - 1, harmless);
    buffer_free(&whole.out);
    return 0;
}

/* ---- SQLite's memory ---- */

typedef union block {
    size_t size;
    max_align_t aligned;
} block;

static void *lite_malloc(int size)
{
    block *b = __wrap_malloc(sizeof *b + (size_t)size);

    if (!b)
        return NULL;
    b->size = (size_t)size;
    return b + 1;
}

static void lite_free(void *p)
{
    if (p)
        free((block *)p - 1);
}

static void *lite_realloc(void *p, int size)
{
    block *b = __wrap_realloc(p ? (block *)p - 1 : NULL, sizeof *b + (size_t)size);

    if (!b)
        return NULL;
    b->size = (size_t)size;
    return b + 1;
}

static int lite_size(void *p)
{
    return p ? (int)((block *)p - 1)->size : 0;
}

static int lite_round(int size)
{
    return (size + 7) & ~7;
}

static int lite_init(void *context)
{
    (void)context;
    return SQLITE_OK;
}

static void lite_shutdown(void *context)
{
    (void)context;
}

static char *duplicate(const char *text)
{
    size_t n = strlen(text) + 1;
    char *copy = __wrap_malloc(n);

    return copy ? memcpy(copy, text, n) : NULL;
}

int main(int argc, char **argv)
{
    static const sqlite3_mem_methods lite = {lite_malloc, lite_free, lite_realloc, lite_size,
                                             lite_round, lite_init, lite_shutdown, NULL};
    void (*scenario)(const char *, outcome *) = run_trials;
    int bad = 0;

    /* libxml2's tables are made once, before anything fails; all else of it is ours to refuse */
    xmlMemSetup(free, __wrap_malloc, __wrap_realloc, duplicate);
    xmlInitParser();
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &lite) != SQLITE_OK || sqlite3_initialize() != SQLITE_OK)
        return 2;
    signal(SIGABRT, dies);
    sink_file = tmpfile();
    if (!sink_file || !compile_rules())
        return 2;
    for (int i = 1; i < argc; i++) {
        file = argv[i];
        if (strcmp(argv[i], "--patients") == 0)
            scenario = run_patients;
        else
            bad |= inject(scenario, argv[i]);
    }
    fclose(sink_file);
    eligo_rules_delete(some_rules);
    xmlCleanupParser();
    return bad;
}
