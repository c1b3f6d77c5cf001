/* Files that fail: every call of the system that a run makes for its files fails once, then it with all behind it; moves
 * one byte only; and the run is killed there. The run is one of ours under ptrace, so that the calls of all libraries are
 * seen, too.
 *
 * usage: io ELIGO FOLDER      (FOLDER is made, filled, and left to the caller)
 *
 * A failure is reported (exit status 3 or 4, and why), or what was written is that of the run without failures. An output
 * file is whole or as it was, with nothing beside it; a temporary file leaves nothing. */
#include "tests/robust/trouble.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#if defined __x86_64__
enum { NO_CALL = -1 };
#elif defined __aarch64__
#include <elf.h>
enum { NO_CALL = -1 };
#endif

enum { PATH = 512,
       LINE = 4096,
       MOST_ARGS = 16 };

static const char *eligo, *folder;
static size_t runs;

static const char *path_of(const char *name)
{
    static char paths[32][PATH];
    static unsigned next;
    char *p = paths[next++ % 32];

    if (snprintf(p, PATH, "%s/%s", folder, name) >= PATH)
        stop("a path that is too long");
    return p;
}

static void put(const char *name, const char *text)
{
    FILE *f = fopen(path_of(name), "wb");

    if (!f || fputs(text, f) < 0 || fclose(f) != 0)
        stop(name);
}

/* ---- which calls ---- */

enum { OPENS = 1,
       READS = 2,
       WRITES = 4,
       CLOSES = 8,
       NAMES = 16,
       LOOKS = 32 };

static unsigned class_of(long call)
{
    switch (call) {
    case SYS_openat: return OPENS;
    case SYS_read:
    case SYS_pread64:
    case SYS_readv: return READS;
    case SYS_write:
    case SYS_pwrite64:
    case SYS_writev: return WRITES;
    case SYS_fsync:
    case SYS_fdatasync: return WRITES;
    case SYS_close: return CLOSES;
    case SYS_linkat:
    case SYS_fchmod:
    case SYS_renameat2: return NAMES;
    case SYS_fstat:
    case SYS_newfstatat:
    case SYS_lseek:
    case SYS_getdents64: return LOOKS;
#ifdef __x86_64__
    case SYS_open: return OPENS;
    case SYS_rename: return NAMES;
    case SYS_stat:
    case SYS_lstat: return LOOKS;
#endif
#ifdef SYS_renameat
    case SYS_renameat: return NAMES;
#endif
    default: return 0;
    }
}

typedef enum how { FAILS,
                   FAILS_ON,
                   SHORT,
                   KILLED } how;

typedef struct fault {
    const char *name;
    how how;
    int error;
    unsigned classes;
} fault;

static const fault faults[] = {
    {"EIO", FAILS, EIO, OPENS | READS | WRITES | CLOSES | NAMES | LOOKS},
    {"EIO from there on", FAILS_ON, EIO, READS | WRITES | LOOKS},
    {"ENOSPC", FAILS, ENOSPC, OPENS | WRITES | CLOSES | NAMES},
    {"ENOSPC from there on", FAILS_ON, ENOSPC, WRITES | NAMES},
    {"EINTR", FAILS, EINTR, OPENS | READS | WRITES | CLOSES},
    {"EMFILE", FAILS, EMFILE, OPENS},
    {"one byte", SHORT, 0, READS | WRITES},
    {"killed", KILLED, 0, OPENS | READS | WRITES | CLOSES | NAMES | LOOKS},
};

/* ---- a run under ptrace ---- */

typedef struct registers {
#if defined __x86_64__
    struct user_regs_struct r;
#else
    struct user_pt_regs r;
#endif
} registers;

static bool get_registers(pid_t child, registers *r)
{
    struct iovec v = {&r->r, sizeof r->r};

    return ptrace(PTRACE_GETREGSET, child, 1 /* NT_PRSTATUS */, &v) == 0;
}

static void set_registers(pid_t child, registers *r)
{
    struct iovec v = {&r->r, sizeof r->r};

    if (ptrace(PTRACE_SETREGSET, child, 1, &v) != 0)
        stop("ptrace");
}

/* At its entry: no call is made. */
static void skip_call(pid_t child)
{
#if defined __x86_64__
    registers r;

    if (!get_registers(child, &r))
        stop("ptrace");
    r.r.orig_rax = (unsigned long long)NO_CALL;
    set_registers(child, &r);
#else
    int none = NO_CALL;
    struct iovec v = {&none, sizeof none};

    if (ptrace(PTRACE_SETREGSET, child, 0x404 /* NT_ARM_SYSTEM_CALL */, &v) != 0)
        stop("ptrace");
#endif
}

static void set_result(pid_t child, long result)
{
    registers r;

    if (!get_registers(child, &r))
        stop("ptrace");
#if defined __x86_64__
    r.r.rax = (unsigned long long)result;
#else
    r.r.regs[0] = (unsigned long long)result;
#endif
    set_registers(child, &r);
}

/* The third argument; the one before. */
static unsigned long long set_size(pid_t child, unsigned long long size)
{
    unsigned long long before;
    registers r;

    if (!get_registers(child, &r))
        stop("ptrace");
#if defined __x86_64__
    before = r.r.rdx;
    r.r.rdx = size;
#else
    before = r.r.regs[2];
    r.r.regs[2] = size;
#endif
    set_registers(child, &r);
    return before;
}

/* Is it a text of the child that begins with the folder? */
static bool in_folder(pid_t child, unsigned long long address)
{
    char text[PATH] = "";
    struct iovec here = {text, strlen(folder)}, there = {(void *)(uintptr_t)address, strlen(folder)};

    return process_vm_readv(child, &here, 1, &there, 1, 0) == (ssize_t)strlen(folder) &&
           memcmp(text, folder, strlen(folder)) == 0;
}

typedef struct scenario {
    const char *name, *input;
    bool partial;                /* what could be read is written, in a form of its own */
    const char *args[MOST_ARGS]; /* "@X": the file X of the folder */
} scenario;

static pid_t start(const scenario *s)
{
    pid_t child = fork();

    if (child < 0)
        stop("fork");
    if (child == 0) {
        const char *args[MOST_ARGS + 2] = {"eligo"};
        int in = open(s->input ? path_of(s->input) : "/dev/null", O_RDONLY);
        int o = open(path_of("stdout"), O_WRONLY | O_CREAT | O_TRUNC, 0666);
        int e = open(path_of("stderr"), O_WRONLY | O_CREAT | O_TRUNC, 0666);

        for (size_t i = 0; i < MOST_ARGS && s->args[i]; i++)
            args[i + 1] = s->args[i][0] == '@' ? path_of(s->args[i] + 1) : s->args[i];
        if (in < 0 || o < 0 || e < 0 || dup2(in, 0) < 0 || dup2(o, 1) < 0 || dup2(e, 2) < 0)
            _exit(99);
        close(in);
        close(o);
        close(e);
        if (ptrace(PTRACE_TRACEME, 0, 0, 0) != 0)
            _exit(98);
        raise(SIGSTOP);
        execv(eligo, (char *const *)args);
        _exit(99);
    }
    return child;
}

typedef struct outcome {
    int status; /* 128 and more: of a signal */
    bool hit;
    long call; /* that was hit */
} outcome;

/* Runs it; the call `at` of those that the fault is about is hit (-1: none). */
static outcome run(const scenario *s, const fault *f, long at)
{
    outcome o = {0};
    pid_t child = start(s);
    bool armed = false, failing = false;
    unsigned long long size = 0;
    int status;

    runs++;
    if (waitpid(child, &status, 0) != child)
        stop("wait");
    if (WIFEXITED(status)) {
        if (WEXITSTATUS(status) == 98) {
            printf("io: skipped: nothing may be traced here\n");
            exit(0);
        }
        stop("start");
    }
    if (ptrace(PTRACE_SETOPTIONS, child, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL) != 0)
        stop("ptrace");
    for (int with = 0;;) {
        struct __ptrace_syscall_info info;

        if (ptrace(PTRACE_SYSCALL, child, 0, with) != 0 && errno != ESRCH) /* it is dying */
            stop("ptrace");
        if (waitpid(child, &status, 0) != child)
            stop("wait");
        with = 0;
        if (WIFEXITED(status) || WIFSIGNALED(status))
            break;
        if (WSTOPSIG(status) != (SIGTRAP | 0x80)) {
            with = WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status); /* SIGTRAP: of the exec */
            continue;
        }
        if (ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof info, &info) <= 0)
            stop("ptrace");
        if (info.op == PTRACE_SYSCALL_INFO_ENTRY) {
            long call = (long)info.entry.nr;
            unsigned c = class_of(call);
            bool is_open = call == SYS_openat;

            if (!armed) {
                armed = (is_open && in_folder(child, info.entry.args[1])) ||
                        (call == SYS_read && info.entry.args[0] == 0 && s->input);
#ifdef __x86_64__
                armed |= call == SYS_open && in_folder(child, info.entry.args[0]);
#endif
            }
            if (!armed || at < 0 || !(c & f->classes))
                continue;
            if (f->how == SHORT && (info.entry.args[2] < 2 || call == SYS_readv || call == SYS_writev ||
                                    call == SYS_fsync || call == SYS_fdatasync))
                continue;
            if (at-- > 0)
                continue;
            o.hit = true;
            o.call = call;
            if (f->how == FAILS_ON)
                at = 0;
            if (f->how == KILLED)
                kill(child, SIGKILL);
            else if (f->how == SHORT)
                size = set_size(child, 1);
            else {
                failing = true;
                skip_call(child);
            }
        } else if (info.op == PTRACE_SYSCALL_INFO_EXIT) {
            if (failing)
                set_result(child, -f->error);
            if (size)
                set_size(child, size);
            failing = false;
            size = 0;
        }
    }
    o.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return o;
}

/* ---- what came of it ---- */

static char *contents(const char *name, size_t *size)
{
    FILE *f = fopen(path_of(name), "rb");
    struct stat st;
    char *text;

    *size = 0;
    if (!f)
        return NULL;
    if (fstat(fileno(f), &st) != 0 || !(text = calloc(1, (size_t)st.st_size + 1)))
        stop(name);
    *size = fread(text, 1, (size_t)st.st_size, f);
    fclose(f);
    return text;
}

/* How many files a folder has whose names begin so; the last one's name. */
static size_t files(const char *name, const char *begin, char found[PATH])
{
    DIR *d = opendir(path_of(name));
    struct dirent *e;
    size_t count = 0;

    if (!d)
        stop(name);
    while ((e = readdir(d)))
        if (*e->d_name != '.' && strncmp(e->d_name, begin, strlen(begin)) == 0) {
            count++;
            snprintf(found, PATH, "%s%s%.250s", name, *name ? "/" : "", e->d_name);
        }
    closedir(d);
    return count;
}

typedef struct result {
    char *out, *file; /* standard output; the output file */
    size_t out_size, file_size;
} result;

static result take(void)
{
    result r;

    r.out = contents("stdout", &r.out_size);
    r.file = contents("made/output", &r.file_size);
    return r;
}

static void drop(result *r)
{
    free(r->out);
    free(r->file);
}

static bool same(const char *a, size_t n, const char *b, size_t m)
{
    return (a != NULL) == (b != NULL) && n == m && (!n || memcmp(a, b, n) == 0);
}

static const char as_it_was[] = "as it was";

/* Lines of verdicts: is every patient's that of the other, or not known? */
static bool verdicts_of(const char *text, const char *all)
{
    for (const char *end; text && *text; text = end + 1) {
        static const char key[] = "\"verdict\":\"";
        const char *verdict = strstr(text, key);
        bool found = false;

        end = strchr(text, '\n');
        if (!end || !verdict || verdict > end)
            return false;
        verdict += strlen(key);
        for (const char *at = all; at && *at && !found; at = strchr(at, '\n') + 1)
            found = strncmp(at, text, (size_t)(strchr(verdict, '"') - text)) == 0;
        if (!found && strncmp(verdict, "unknown\"", 8) != 0)
            return false;
    }
    return true;
}

static void judge(const scenario *s, const fault *f, long at, const outcome *o, const outcome *whole, const result *want)
{
    result got = take();
    size_t said;
    char *why = contents("stderr", &said), found[PATH];
    bool ends = o->status == whole->status, told = (o->status == 3 || o->status == 4);
    bool untouched = same(got.file, got.file_size, as_it_was, strlen(as_it_was));
    bool written = same(got.file, got.file_size, want->file, want->file_size);
    size_t beside;

#define TROUBLE(what) trouble("io: %s: %s, call %ld (%ld): %s: status %d: %.200s", s->name, f->name, at, o->call, what, o->status, why ? why : "")
    if (f->how == KILLED) {
        if (!untouched && !written)
            TROUBLE("the output is neither whole nor as it was");
    } else if (o->status >= 128)
        TROUBLE("it dies");
    else if (!ends && !told)
        TROUBLE("the status is none of a failure");
    else if (ends && (!same(got.out, got.out_size, want->out, want->out_size) || !written))
        TROUBLE("another output, and nobody says so");
    else if (!ends && !untouched && !written && (o->status != 3 || !(s->partial || verdicts_of(got.file, want->file))))
        TROUBLE("the output is neither whole nor as it was");
    else if (!ends && !said && f->how != FAILS_ON) /* where nothing can be written, nothing can be said */
        TROUBLE("it does not say why");
    beside = files("made", "output.", found);
    if (beside && f->how == KILLED) { /* between its name and its place */
        char *text = contents(found, &beside);

        if (!same(text, beside, want->file, want->file_size))
            TROUBLE("what lies beside the output is not whole");
        free(text);
        unlink(path_of(found));
    } else if (beside)
        TROUBLE("something is left beside the output");
    if (files("tmp", "", found)) {
        TROUBLE("a temporary file is left");
        unlink(path_of(found));
    }
#undef TROUBLE
    free(why);
    drop(&got);
}

static void try(const scenario *s)
{
    outcome whole, o;
    result want;
    size_t before = runs;

    unlink(path_of("made/output"));
    put("made/output", as_it_was);
    whole = run(s, faults, -1);
    want = take();
    if (whole.status != 0) {
        size_t said;
        char *why = contents("stderr", &said);

        trouble("io: %s: status %d where nothing fails: %.300s", s->name, whole.status, why ? why : "");
        free(why);
        drop(&want);
        return;
    }
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        for (long at = 0;; at++) {
            put("made/output", as_it_was);
            o = run(s, &faults[i], at);
            if (!o.hit)
                break;
            judge(s, &faults[i], at, &o, &whole, &want);
        }
    printf("io: %s: %zu runs\n", s->name, runs - before);
    drop(&want);
}

/* ---- what is read ---- */

static const char trial[] =
    "Inclusion Criteria:\n- Age over 18\n- HbA1c above 7 %\nExclusion Criteria:\n- Stroke or gout\n- On warfarin\n";
static const char registry[] =
    "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000001\"},\"eligibilityModule\":{\"eligibilityCriteria\":"
    "\"Inclusion Criteria:\\n\\n* Age over 18\\n* BMI below 30 kg/m2\\n\",\"sex\":\"ALL\",\"minimumAge\":\"18 Years\"}}}";
static const char xml[] =
    "<clinical_study><id_info><nct_id>NCT00000001</nct_id></id_info><eligibility><criteria><textblock>Inclusion Criteria: "
    "- Age over 18</textblock></criteria></eligibility></clinical_study>";
#define ONE "{\"resourceType\":\"Patient\",\"id\":\"a\",\"gender\":\"female\",\"birthDate\":\"1960-05-06\"}"
#define HBA1C                                                                                                                     \
    "{\"resourceType\":\"Observation\",\"id\":\"o\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/a\"},\"code\":{"    \
    "\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"4548-4\"}]},\"effectiveDateTime\":\"2021-02-03\",\"valueQuantity\":" \
    "{\"value\":8.1,\"unit\":\"%\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"%\"}}"
#define WARFARIN                                                                                               \
    "{\"resourceType\":\"MedicationStatement\",\"id\":\"m\",\"status\":\"active\",\"subject\":{\"reference\":" \
    "\"Patient/b\"},\"medicationCodeableConcept\":{\"text\":\"warfarin\"},\"effectivePeriod\":{\"start\":\"2020\"}}"
#define OTHER "{\"resourceType\":\"Patient\",\"id\":\"b\",\"gender\":\"male\",\"birthDate\":\"1949\"}"
static const char bundle[] =
    "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":" ONE "},{\"resource\":" HBA1C "}]}\n";
static const char lines[] = ONE "\n" HBA1C "\n" OTHER "\n" WARFARIN "\n";
static const char sheet[] =
    "patient_id,age,HbA1c (%),HbA1c date,stroke,medications\na,60,8.1,2021-02-03,no,none\nb,71,6.5,2021-02-03,yes,warfarin\n";
static const char *const omop[][2] = {
    {"omop/person.csv", "person_id,gender_concept_id,year_of_birth\n1,8532,1960\n2,8507,1949\n"},
    {"omop/concept.csv", "concept_id,concept_name,domain_id,vocabulary_id,concept_code\n3004410,Hemoglobin A1c,Measurement,LOINC,4548-4\n"},
    {"omop/measurement.csv", "measurement_id,person_id,measurement_concept_id,measurement_date,value_as_number,unit_concept_id\n"
                             "7,1,3004410,2021-02-03,8.1,8554\n8,2,3004410,2021-02-03,6.5,8554\n"},
    {"omop/condition_occurrence.csv", "condition_occurrence_id,person_id,condition_concept_id,condition_start_date,condition_source_value\n"
                                      "1,2,0,2015-01-01,I63.9\n"},
};
static const char sql[] =
    "PRAGMA page_size = 512;"
    "CREATE TABLE person (person_id, gender_concept_id, year_of_birth); INSERT INTO person VALUES (1, 8532, 1960), (2, 8507, 1949);"
    "CREATE TABLE measurement (measurement_id, person_id, measurement_concept_id, measurement_date, value_as_number, unit_concept_id);"
    "INSERT INTO measurement VALUES (7, 1, 3004410, '2021-02-03', 8.1, 8554), (8, 2, 3004410, '2021-02-03', 6.5, 8554);"
    "CREATE TABLE condition_occurrence (condition_occurrence_id, person_id, condition_concept_id, condition_start_date, condition_source_value);"
    "INSERT INTO condition_occurrence VALUES (1, 2, 0, '2015-01-01', 'I63.9');";

static void pack(const char *name, const char *text)
{
    gzFile z = gzopen(path_of(name), "wb");

    if (!z || gzwrite(z, text, (unsigned)strlen(text)) != (int)strlen(text) || gzclose(z) != Z_OK)
        stop(name);
}

static void fill(void)
{
    static const char *const folders[] = {"", "tmp", "made", "bulk", "bulk/inner", "omop"};
    char wide[2 * sizeof sheet + 2] = "\xFF\xFE";
    sqlite3 *db;
    FILE *f;

    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (mkdir(path_of(folders[i]), 0777) != 0 && errno != EEXIST)
            stop(folders[i]);
    put("trial.txt", trial);
    put("trial.json", registry);
    put("trial.xml", xml);
    put("site.tsv", "concept\tcategory\tname\nsite_thing\tcondition\tsite thing\n");
    put("bundle.json", bundle);
    put("lines.ndjson", lines);
    pack("lines.ndjson.gz", lines);
    put("bulk/Patient.ndjson", ONE "\n" OTHER "\n");
    put("bulk/inner/Observation.ndjson", HBA1C "\n");
    pack("bulk/MedicationStatement.ndjson.gz", WARFARIN "\n");
    put("sheet.csv", sheet);
    put("columns.csv", "column,meaning\nage,age\n");
    pack("sheet.csv.gz", sheet);
    for (size_t i = 0; i < sizeof omop / sizeof *omop; i++)
        put(omop[i][0], omop[i][1]);
    for (size_t i = 0; sheet[i]; i++)
        wide[2 + 2 * i] = sheet[i];
    if (!(f = fopen(path_of("wide.csv"), "wb")) || fwrite(wide, 1, 2 * strlen(sheet) + 2, f) != 2 * strlen(sheet) + 2 || fclose(f) != 0)
        stop("wide.csv");
    unlink(path_of("omop.sqlite"));
    if (sqlite3_open(path_of("omop.sqlite"), &db) != SQLITE_OK || sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_close(db) != SQLITE_OK)
        stop("omop.sqlite");
}

#define SCREEN "screen", "--trial", "@trial.txt", "--as-of", "2021-03-01", "--format", "ndjson", "--patients"
#define TO "-o", "@made/output"

static const scenario scenarios[] = {
    {"compile, to a file", NULL, false, {"compile", "-f", "json", "@trial.txt", TO}},
    {"compile, to standard output", "trial.txt", false, {"compile", "-"}},
    {"a registry's JSON", NULL, false, {"compile", "@trial.json", TO}},
    {"a registry's XML", NULL, false, {"compile", "@trial.xml", TO}},
    {"a lexicon", NULL, false, {"compile", "--lexicon", "@site.tsv", "@trial.txt", TO}},
    {"audit", NULL, true, {"audit", "-f", "html", "@trial.txt", TO}},
    {"diff", NULL, true, {"diff", "@trial.txt", "@trial.txt", "--patients", "@bundle.json", "--as-of", "2021-03-01", TO}},
    {"a Bundle", NULL, false, {SCREEN, "@bundle.json", TO}},
    {"NDJSON", NULL, false, {SCREEN, "@lines.ndjson", TO}},
    {"NDJSON, to standard output", NULL, false, {SCREEN, "@lines.ndjson"}},
    {"NDJSON, packed", NULL, false, {SCREEN, "@lines.ndjson.gz", TO}},
    {"NDJSON from standard input", "lines.ndjson", false, {SCREEN, "-", TO}},
    {"a Bulk Data folder", NULL, false, {SCREEN, "@bulk", TO}},
    {"a table", NULL, false, {SCREEN, "@sheet.csv", TO}},
    {"a table and its columns", NULL, false, {SCREEN, "@sheet.csv", "--columns", "@columns.csv", TO}},
    {"a table, packed", NULL, false, {SCREEN, "@sheet.csv.gz", TO}},
    {"a table from standard input", "sheet.csv", false, {SCREEN, "-", TO}},
    {"a table in UTF-16", NULL, false, {SCREEN, "@wide.csv", TO}},
    {"OMOP tables", NULL, false, {SCREEN, "@omop", TO}},
    {"an OMOP database", NULL, false, {SCREEN, "@omop.sqlite", TO}},
    {"verdicts as a page", NULL, true, {"screen", "--trial", "@trial.txt", "--as-of", "2021-03-01", "-f", "html", "--patients", "@sheet.csv", TO}},
    {"what if", NULL, false, {"whatif", "--trial", "@trial.txt", "--patient", "@bundle.json", "--as-of", "2021-03-01", "--set", "HbA1c=6 %", TO}},
};

int main(int argc, char **argv)
{
    char *real;

    if (argc != 3) {
        fprintf(stderr, "usage: io ELIGO FOLDER\n");
        return 2;
    }
    eligo = argv[1];
    folder = argv[2];
    if ((mkdir(folder, 0777) != 0 && errno != EEXIST) || !(real = realpath(folder, NULL)) || strlen(real) > PATH / 2)
        stop(folder);
    folder = real;
    fill();
    setenv("TMPDIR", path_of("tmp"), 1);
    for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++)
        try(&scenarios[i]);
    free(real);
    printf("io: %zu runs, %zu troubles\n", runs, troubles());
    return troubles() != 0;
}
