/* Nothing lost: makes patients, damages one in a hundred in twelve ways, and screens both, in each format. Just the damaged ones
 * must be reported, as file:line:column; every other verdict must be the same, byte for byte; what was read
 * must be what was screened and what was refused; the exit status must be 3. Then: an output file is whole or
 * untouched, whenever the program is killed.
 * usage: lost ELIGO FOLDER PATIENTS ROUNDS      (FOLDER is made, filled, and left to the caller) */
#include "tests/robust/trouble.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { EVERY = 100,
       LINE = 4096,
       HUGE_LINE = (64 << 20) + 1000,
       LONG_CELL = (1 << 20) + 1000 };

static const char *eligo, *folder;

static char *path_of(const char *name)
{
    static char paths[8][LINE];
    static unsigned next;
    char *p = paths[next++ % 8];

    snprintf(p, LINE, "%s/%s", folder, name);
    return p;
}

static FILE *create(const char *path)
{
    FILE *f = fopen(path, "wb");

    if (!f)
        stop(path);
    return f;
}

/* ---- patients ---- */

typedef enum damage { /* of the Observation, where nothing else is said */
                      SOUND,
                      CUT,
                      NO_JSON,
                      TOO_MUCH, /* a bracket behind the end */
                      NOT_UTF8,
                      NUL_BYTE,
                      TOO_DEEP,
                      WRONG_TYPE, /* a value that is no Quantity */
                      BAD_DATE,
                      BAD_BIRTH,    /* of the Patient */
                      UNKNOWN_TYPE, /* a resource that there is not */
                      NO_SUBJECT,
                      TOO_LONG, /* a line of more than is read */
                      DAMAGES
} damage;

static damage damage_of(size_t i, bool damaged)
{
    return damaged && i % EVERY == EVERY / 2 ? (damage)(1 + i / EVERY % (DAMAGES - 1)) : SOUND;
}

static void put_patient(FILE *f, size_t i, damage d)
{
    fprintf(f, "{\"resourceType\":\"Patient\",\"id\":\"p%zu\",\"gender\":\"%s\",\"birthDate\":\"%zu-%s\"}", i,
            i % 2 ? "male" : "female", 1930 + i % 80, d == BAD_BIRTH ? "13-45" : "03-04");
}

static void put_condition(FILE *f, size_t i)
{
    fprintf(f, "{\"resourceType\":\"Condition\",\"id\":\"c%zu\",\"subject\":{\"reference\":\"Patient/p%zu\"},\"clinicalStatus\":{"
               "\"coding\":[{\"code\":\"active\"}]},\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"%s\"}]},"
               "\"onsetDateTime\":\"2019-0%zu-01\"}",
            i, i, i % 7 ? "38341003" : "84757009", 1 + i % 9);
}

static void put_observation(FILE *f, size_t i, damage d)
{
    char subject[80], text[LINE];
    int n;

    if (d == NO_JSON) {
        fputs("<Observation/>", f);
        return;
    }
    if (d == TOO_DEEP) {
        for (int k = 0; k < 1000; k++)
            fputs("{\"a\":", f);
        fputc('1', f);
        for (int k = 0; k < 1000; k++)
            fputc('}', f);
        return;
    }
    snprintf(subject, sizeof subject, "\"subject\":{\"reference\":\"Patient/p%zu\"},", i);
    n = snprintf(text, sizeof text,
                 "{\"resourceType\":\"%s\",\"id\":\"o%zu\",\"status\":\"final\",%s\"code\":{\"coding\":[{\"system\":\"http://loinc.org\","
                 "\"code\":\"39156-5\"}]},\"effectiveDateTime\":\"%s\",\"valueQuantity\":%s%zu%s}",
                 d == UNKNOWN_TYPE ? "Observatory" : "Observation", i, d == NO_SUBJECT ? "" : subject,
                 d == BAD_DATE ? "last week" : "2024-03-01", d == WRONG_TYPE ? "\"" : "{\"value\":", 18 + i % 25,
                 d == WRONG_TYPE ? "\"" : ",\"unit\":\"kg/m2\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg/m2\"}");
    if (d == NOT_UTF8)
        memcpy(strstr(text, "final"), "f\xFFn\xC0l", 5);
    else if (d == NUL_BYTE)
        *strstr(text, ",\"status") = 0;
    else if (d == CUT)
        n = 100;
    fwrite(text, 1, (size_t)n, f);
    if (d == TOO_MUCH)
        fputc('}', f);
    if (d == TOO_LONG)
        for (int k = 0; k < HUGE_LINE; k++)
            fputc(' ', f);
}

static void put_bundle(FILE *f, size_t i, damage d)
{
    fputs("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":", f);
    put_patient(f, i, d);
    fputs("},{\"resource\":", f);
    put_observation(f, i, d);
    fputs("},{\"resource\":", f);
    put_condition(f, i);
    fputs("}]}\n", f);
}

/* ---- tables ---- */

/* A row a patient; what is damaged, in the place of what the same damage is in FHIR. */
static void put_row(FILE *f, size_t i, damage d)
{
    if (d == NO_JSON) {
        fputs("<html>\n", f);
        return;
    }
    fprintf(f, "p%zu,%zu-%s,%s,", i, 1930 + i % 80, d == BAD_BIRTH ? "13-45" : "03-04",
            i % 2 ? "male" : "female");
    if (d == CUT || d == NO_SUBJECT) { /* or a quote left open */
        fputs(d == CUT ? "2\n" : "\"2\n", f);
        return;
    }
    if (d == NUL_BYTE)
        fputc(0, f);
    if (d == TOO_LONG)
        for (int k = 0; k < LONG_CELL; k++)
            fputc('1', f);
    fprintf(f, "%s%zu,", d == WRONG_TYPE ? "about " : d == NOT_UTF8 ? "\xFF"
                                                                    : "",
            18 + i % 25);
    fprintf(f, "%s,%s", d == BAD_DATE ? "last week" : "2024-03-01", d == UNKNOWN_TYPE ? "perhaps not" : i % 7 ? "yes"
                                                                                                              : "no");
    if (d == TOO_DEEP)
        for (int k = 0; k < 5000; k++)
            fputs(",x", f);
    fputs(d == TOO_MUCH ? ",and more\n" : "\n", f);
}

static void write_table(const char *path, size_t count, bool damaged)
{
    FILE *f = create(path);

    fputs("patient_id,date of birth,sex,BMI (kg/m2),BMI date,hypertension\n", f);
    for (size_t i = 0; i < count; i++)
        put_row(f, i, damage_of(i, damaged));
    if (fclose(f) != 0)
        stop(path);
}

static void put_measurement(FILE *f, size_t i, damage d)
{
    if (d == NO_JSON) {
        fputs("<html>\n", f);
        return;
    }
    fprintf(f, "%zu,%.0zu", i + 1, d == NO_SUBJECT ? 0 : i + 1);
    if (d == CUT || d == TOO_MUCH) { /* or a quote left open */
        fputs(d == CUT ? ",3\n" : ",\"3\n", f);
        return;
    }
    if (d == TOO_LONG)
        for (int k = 0; k < LONG_CELL; k++)
            fputc('1', f);
    fprintf(f, ",%s,%s,", d == UNKNOWN_TYPE ? "bmi" : "3038553", d == BAD_DATE ? "last week" : "2024-03-01");
    if (d == NUL_BYTE)
        fputc(0, f);
    fprintf(f, "%s%zu,9531", d == WRONG_TYPE ? "about " : d == NOT_UTF8 ? "\xFF"
                                                                        : "",
            18 + i % 25);
    if (d == TOO_DEEP)
        for (int k = 0; k < 5000; k++)
            fputs(",x", f);
    fputc('\n', f);
}

/* OMOP: a row of a person in each of three tables. */
static void write_omop(const char *path, size_t count, bool damaged)
{
    static const char *const names[] = {"person.csv", "measurement.csv", "condition_occurrence.csv"};
    FILE *f[3];

    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        stop(path);
    for (int k = 0; k < 3; k++) {
        char name[LINE + 32];

        snprintf(name, sizeof name, "%s/%s", path, names[k]);
        f[k] = create(name);
    }
    fputs("person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth\n", f[0]);
    fputs("measurement_id,person_id,measurement_concept_id,measurement_date,value_as_number,unit_concept_id\n", f[1]);
    fputs("condition_occurrence_id,person_id,condition_concept_id,condition_start_date,condition_source_value\n", f[2]);
    for (size_t i = 0; i < count; i++) {
        damage d = damage_of(i, damaged);

        fprintf(f[0], "%zu,%d,%s%zu,3,4\n", i + 1, i % 2 ? 8507 : 8532, d == BAD_BIRTH ? "about " : "", 1930 + i % 80);
        put_measurement(f[1], i, d == BAD_BIRTH ? SOUND : d);
        fprintf(f[2], "%zu,%zu,0,2019-0%zu-01,%s\n", i + 1, i + 1, 1 + i % 9, i % 7 ? "I10" : "G40.9");
    }
    for (int k = 0; k < 3; k++)
        if (fclose(f[k]) != 0)
            stop(path);
}

/* ---- formats ---- */

/* Resources one a line, patient by patient: three lines each. */
static void write_lines(const char *path, size_t count, bool damaged)
{
    FILE *f = create(path);

    for (size_t i = 0; i < count; i++) {
        damage d = damage_of(i, damaged);

        put_patient(f, i, d);
        fputc('\n', f);
        put_observation(f, i, d);
        fputc('\n', f);
        put_condition(f, i);
        fputc('\n', f);
    }
    if (fclose(f) != 0)
        stop(path);
}

/* A Bundle a line. */
static void write_bundles(const char *path, size_t count, bool damaged)
{
    FILE *f = create(path);

    for (size_t i = 0; i < count; i++)
        put_bundle(f, i, damage_of(i, damaged));
    if (fclose(f) != 0)
        stop(path);
}

/* A Bundle a file. */
static void write_folder(const char *path, size_t count, bool damaged)
{
    if (mkdir(path, 0777) != 0 && errno != EEXIST)
        stop(path);
    for (size_t i = 0; i < count; i++) {
        char name[LINE + 32];
        FILE *f;

        snprintf(name, sizeof name, "%s/%06zu.json", path, i);
        f = create(name);
        put_bundle(f, i, damage_of(i, damaged));
        if (fclose(f) != 0)
            stop(name);
    }
}

static const struct format {
    const char *name;
    void (*write)(const char *path, size_t count, bool damaged);
    size_t lines; /* of a patient; 0: a file each */
    size_t head;  /* lines above those */
    bool tables;  /* several files with such lines; persons are called by their number from 1 */
} formats[] = {{"lines", write_lines, 3, 0, false},
               {"bundles", write_bundles, 1, 0, false},
               {"folder", write_folder, 0, 0, false},
               {"table.csv", write_table, 1, 1, false},
               {"omop", write_omop, 1, 1, true}};

/* ---- running ---- */

static pid_t start(const char *patients, const char *out, const char *err, const char *output)
{
    pid_t child = fork();

    if (child < 0)
        stop("fork");
    if (child == 0) {
        int o = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0666), e = open(err, O_WRONLY | O_CREAT | O_TRUNC, 0666);

        if (o < 0 || e < 0 || dup2(o, 1) < 0 || dup2(e, 2) < 0)
            _exit(99);
        execl(eligo, "eligo", "screen", "--trial", path_of("trial.txt"), "--patients", patients, "--as-of", "2024-05-01",
              "--format", "ndjson", output ? "-o" : (char *)NULL, output, (char *)NULL);
        _exit(99);
    }
    return child;
}

static int status_of(pid_t child)
{
    int status;

    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            stop("wait");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static char *read_all(const char *path, size_t *size)
{
    FILE *f = fopen(path, "rb");
    struct stat st;
    char *text;

    if (!f)
        return NULL;
    if (fstat(fileno(f), &st) != 0 || !(text = calloc(1, (size_t)st.st_size + 1)))
        stop(path);
    *size = fread(text, 1, (size_t)st.st_size, f);
    fclose(f);
    return text;
}

/* ---- comparing ---- */

/* The verdict's line of each patient; NULL: none. */
static size_t index_lines(const struct format *f, char *text, const char **lines, size_t count)
{
    size_t n = 0;

    for (char *at = text, *end; (end = strchr(at, '\n')); at = end + 1) {
        const char *id = strstr(at, f->tables ? "\"patient\":\"" : "\"patient\":\"p");
        size_t i;

        *end = 0;
        n++;
        if (!id || (i = strtoul(id + 12 - f->tables, NULL, 10) - f->tables) >= count)
            trouble("a verdict of nobody: %.80s", at);
        else if (lines[i])
            trouble("two verdicts of p%zu", i);
        else
            lines[i] = at;
    }
    return n;
}

/* "FILE:LINE:COLUMN: ..." -> whom it is about; false: it is no such line. */
static bool place_of(const struct format *f, const char *path, const char *line, size_t *who)
{
    size_t at, column;
    int used = 0;
    const char *rest = line + strlen(path);

    if (strncmp(line, path, strlen(path)) != 0)
        return false;
    if (f->tables)
        rest = strchr(rest, ':');
    if (f->lines)
        return rest && sscanf(rest, ":%zu:%zu:%n", &at, &column, &used) == 2 && used && at > f->head && column &&
               (*who = (at - 1 - f->head) / f->lines, true);
    return sscanf(rest, "/%zu.json:%zu:%zu:%n", who, &at, &column, &used) == 3 && used && at == 1 && column;
}

static void compare(const struct format *f, size_t count)
{
    char *clean = strdup(path_of(f->name)), *bad = malloc(LINE), *out, *out2, *err;
    const char **want = calloc(count, sizeof(char *)), **got = calloc(count, sizeof(char *));
    unsigned char *told = calloc(count, 1);
    size_t size, screened, read = 0, said = 0, refused = 0, reports = 0, damaged = 0;
    int status;

    if (!clean || !bad || !want || !got || !told)
        stop("memory");
    snprintf(bad, LINE, "%s-damaged", clean);
    f->write(clean, count, false);
    f->write(bad, count, true);
    if ((status = status_of(start(clean, path_of("out"), path_of("err"), NULL))) != 0)
        trouble("%s: status %d where nothing is damaged", f->name, status);
    out = read_all(path_of("out"), &size);
    if (index_lines(f, out, want, count) != count)
        trouble("%s: not every patient has a verdict where nothing is damaged", f->name);
    if ((status = status_of(start(bad, path_of("out"), path_of("err"), NULL))) != 3)
        trouble("%s: status %d, not 3", f->name, status);
    out2 = read_all(path_of("out"), &size);
    screened = index_lines(f, out2, got, count);
    err = read_all(path_of("err"), &size);
    for (char *at = err, *end; (end = strchr(at, '\n')); at = end + 1) {
        size_t who = 0;

        *end = 0;
        if (sscanf(at, "eligo screen: %zu records read = %zu patients screened + %zu refused", &read, &said, &refused) == 3)
            continue;
        reports++;
        if (!place_of(f, bad, at, &who) || who >= count)
            trouble("%s: a report without place: %s", f->name, at);
        else if (damage_of(who, true) == SOUND)
            trouble("%s: p%zu is sound, and reported: %s", f->name, who, at);
        else
            told[who]++;
    }
    for (size_t i = 0; i < count; i++) {
        damage d = damage_of(i, true);

        damaged += d != SOUND;
        if (d == SOUND && (!got[i] || strcmp(got[i], want[i]) != 0))
            trouble("%s: p%zu is sound, and has another verdict", f->name, i);
        /* what is wrong with a value is told when its patient is read, so the order is not that of the file */
        else if (d != SOUND && told[i] != 1 && reports < 100)
            trouble("%s: damage %d of p%zu is reported %u times", f->name, (int)d, i, (unsigned)told[i]);
    }
    if (damaged <= 100 ? reports != damaged : f->lines && !f->tables && reports != 100)
        trouble("%s: %zu reports of %zu damaged", f->name, reports, damaged);
    if (read != said + refused || said != screened)
        trouble("%s: read %zu, screened %zu (%zu verdicts), refused %zu", f->name, read, said, screened, refused);
    printf("lost: %s: %zu patients, %zu damaged, %zu reported; read %zu = screened %zu + refused %zu\n", f->name, count, damaged,
           reports, read, said, refused);
    free(clean);
    free(bad);
    free(out);
    free(out2);
    free(err);
    free(want);
    free(got);
    free(told);
}

/* ---- whole or untouched ---- */

/* Files of the folder whose names begin so. */
static size_t left_beside(const char *begin)
{
    DIR *d = opendir(folder);
    struct dirent *e;
    size_t count = 0;

    if (!d)
        stop(folder);
    while ((e = readdir(d)))
        count += strncmp(e->d_name, begin, strlen(begin)) == 0;
    closedir(d);
    return count;
}

static void kill_it(size_t rounds)
{
    char *out = strdup(path_of("verdicts")), *patients = strdup(path_of("lines"));
    size_t whole_size, size, whole = 0, untouched = 0;
    char *expected, *text;
    struct timespec begin, end;
    unsigned seed = 1;
    double milliseconds;
    FILE *f;

    clock_gettime(CLOCK_MONOTONIC, &begin);
    if (status_of(start(patients, path_of("out"), path_of("err"), out)) != 0)
        trouble("kill: the run itself fails");
    clock_gettime(CLOCK_MONOTONIC, &end);
    milliseconds = (double)(end.tv_sec - begin.tv_sec) * 1e3 + (double)(end.tv_nsec - begin.tv_nsec) / 1e6;
    expected = read_all(out, &whole_size);
    for (size_t i = 0; i < rounds && expected; i++) {
        double wait;
        struct timespec pause;
        pid_t child;

        f = create(out);
        fputs("as it was", f);
        fclose(f);
        /* one in two near the end, where the file is written */
        wait = milliseconds * (i % 2 ? (double)(rand_r(&seed) % 1000) / 900 : 0.9 + (double)(rand_r(&seed) % 1000) / 5000);
        pause = (struct timespec){(time_t)(wait / 1e3), (long)((wait / 1e3 - (double)(time_t)(wait / 1e3)) * 1e9)};
        child = start(patients, path_of("out"), path_of("err"), out);
        nanosleep(&pause, NULL);
        kill(child, SIGKILL);
        status_of(child);
        text = read_all(out, &size);
        if (text && size == whole_size && memcmp(text, expected, size) == 0)
            whole++;
        else if (text && size == 9 && memcmp(text, "as it was", 9) == 0)
            untouched++;
        else
            trouble("kill: after %.1f ms the file is neither whole nor untouched (%zu bytes)", wait, size);
        free(text);
    }
    if (left_beside("verdicts."))
        trouble("kill: %zu files are left beside the output", left_beside("verdicts."));
    printf("lost: killed %zu times: %zu outputs whole, %zu untouched\n", rounds, whole, untouched);
    free(expected);
    free(out);
    free(patients);
}

int main(int argc, char **argv)
{
    size_t count, rounds;
    FILE *f;

    if (argc != 5) {
        fprintf(stderr, "usage: lost ELIGO FOLDER PATIENTS ROUNDS\n");
        return 2;
    }
    eligo = argv[1];
    folder = argv[2];
    count = strtoul(argv[3], NULL, 10);
    rounds = strtoul(argv[4], NULL, 10);
    if (mkdir(folder, 0777) != 0 && errno != EEXIST)
        stop(folder);
    f = create(path_of("trial.txt"));
    fputs("Inclusion Criteria:\n- Age 18 to 60 years\n- BMI < 30 kg/m2\nExclusion Criteria:\n- Epilepsy\n- Hypertension\n", f);
    fclose(f);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        compare(&formats[i], count);
    kill_it(rounds);
    printf("lost: %zu troubles\n", troubles());
    return troubles() != 0;
}
