#include "tests/robust/oracle.h"

#include "engine/base/error.h"
#include "engine/base/json.h"
#include "engine/base/limits.h"
#include "grammar/compile.h"
#include "grammar/heading.h"
#include "grammar/outline.h"
#include "rules/load.h"
#include "rules/plain.h"
#include "rules/print.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static bool broken(char why[ORACLE_WHY], const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The first thing that does not hold. */
static bool broken(char why[ORACLE_WHY], const char *format, ...)
{
    va_list args;

    if (!*why) {
        va_start(args, format);
        vsnprintf(why, ORACLE_WHY, format, args);
        va_end(args);
    }
    return false;
}

/* Input in a block of its own, so that a read beyond its padding is seen. */
static char *padded(const char *bytes, size_t size)
{
    char *copy = calloc(1, size + JSON_PADDING);

    if (!copy)
        abort();
    if (size)
        memcpy(copy, bytes, size);
    return copy;
}

static bool message_holds(const eligo_error *e, char why[ORACLE_WHY])
{
    if (!e->message[0])
        return broken(why, "an error without a message (code %d)", (int)e->code);
    if (e->code == ELIGO_ENOMEM)
        return broken(why, "out of memory: %s", e->message);
    for (const char *s = e->message; *s; s++)
        if ((unsigned char)*s < 0x20 || *s == 0x7F)
            return broken(why, "a control character in a message: %s", e->message);
    return true;
}

/* ---- rules ---- */

static bool node_holds(const rule *r, eligo_span within, size_t depth, char why[ORACLE_WHY])
{
    bool inner = r->op < RULE_COMPARE || r->op == RULE_READINGS;

    if (depth > LIMIT_RULE_DEPTH + 1)
        return broken(why, "%s: deeper than the limit", r->id);
    if (!r->id || !*r->id)
        return broken(why, "a node without an id");
    if (r->span.start > r->span.end || r->span.start < within.start || r->span.end > within.end)
        return broken(why, "%s: span [%zu, %zu) is not inside [%zu, %zu)", r->id, r->span.start, r->span.end, within.start,
                      within.end);
    if (inner && (r->count == 0 || !r->of))
        return broken(why, "%s: %s of nothing", r->id, rule_op_name(r->op));
    if (!inner && r->count)
        return broken(why, "%s: a leaf with children", r->id);
    if (r->op == RULE_OPAQUE && !r->reason)
        return broken(why, "%s: opaque without a reason", r->id);
    for (size_t i = 0; i < r->count; i++)
        if (!r->of[i] || !node_holds(r->of[i], r->span, depth + 1, why))
            return broken(why, "%s: no child %zu", r->id, i);
    return true;
}

static bool rules_hold(const rules *r, size_t size, char why[ORACLE_WHY])
{
    size_t behind = 0;

    for (size_t i = 0; i < r->criterion_count; i++) {
        const criterion *c = &r->criteria[i];

        if (!c->rule || !c->id || !c->text)
            return broken(why, "criterion %zu is not whole", i);
        if (c->span.start > c->span.end || c->span.end > size)
            return broken(why, "%s: span [%zu, %zu) of %zu bytes", c->id, c->span.start, c->span.end, size);
        if (c->kind != CRITERION_REGISTRY) {
            if (c->span.start < behind)
                return broken(why, "%s begins inside the criterion before it", c->id);
            behind = c->span.end;
        }
        if (!node_holds(c->rule, c->span, 0, why))
            return false;
    }
    for (size_t i = 0; i < r->finding_count; i++)
        if (r->findings[i].span.start > r->findings[i].span.end || r->findings[i].span.end > size || !r->findings[i].message)
            return broken(why, "finding %zu (%s) is not inside the input", i, r->findings[i].code);
    return true;
}

static void mark(unsigned char *seen, eligo_span s, unsigned char as)
{
    for (size_t i = s.start; i < s.end; i++)
        seen[i] |= as;
}

static void mark_labels(unsigned char *seen, const outline_item *x)
{
    mark(seen, x->label, 2);
    for (size_t i = 0; i < x->count; i++)
        mark_labels(seen, &x->of[i]);
}

static bool heads(const char *line, size_t size, size_t at)
{
    for (size_t p = 0; p < size && p <= at;) {
        heading h = heading_read(line + p, size - p);
        size_t next;

        if (h.kind != HEADING_NONE && at - p < h.end)
            return true;
        next = heading_inside(line, size, p);
        if (next > p) { /* a line is cut before a heading inside it */
            h = heading_read(line + p, next - p);
            if (h.kind != HEADING_NONE && at - p < h.end)
                return true;
        }
        p = next > p ? next : p + 1;
    }
    return false;
}

/* Where the line begins that byte `at` stands in; not more than half a kilobyte before it. */
static size_t line_start(const mapped *m, size_t at)
{
    size_t start = at;

    while (start && m->text[start - 1] != '\n' && at - start < 512)
        start--;
    return start;
}

/* Is byte `at` in the heading of the line that begins at `start`, or of that line and the next? */
static bool in_heading_of(const mapped *m, size_t start, size_t at)
{
    char line[1024];
    size_t size = 0, first;

    while (start + size < m->size && size < sizeof line && m->text[start + size] != '\n') {
        line[size] = m->text[start + size];
        size++;
    }
    first = size;
    while (start + size < m->size && size < sizeof line && (size == first || m->text[start + size] != '\n')) {
        line[size] = size == first ? ' ' : m->text[start + size];
        size++;
    }
    return heads(line, first, at - start) || heads(line, size, at - start);
}

/* A heading over nothing is in no section of the outline. It may have begun in the line before. */
static bool in_heading(const mapped *m, size_t at)
{
    size_t start = line_start(m, at);

    return in_heading_of(m, start, at) || (start && in_heading_of(m, line_start(m, start - 1), at));
}

/* No word of the criteria section is lost between criteria. */
static bool outline_holds(const source *s, char why[ORACLE_WHY])
{
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    unsigned char *seen = calloc(1, s->criteria.size + 1);
    outline o;
    bool holds = true;

    if (!a || !seen)
        abort();
    o = outline_read(&s->criteria, a);
    for (size_t i = 0; i < o.count; i++) {
        const outline_section *x = &o.sections[i];

        mark(seen, x->heading, 2);
        mark(seen, x->group, 2);
        for (size_t k = 0; k < x->count; k++) {
            for (size_t b = x->items[k].span.start; b < x->items[k].span.end && holds; b++)
                if (seen[b] & 1)
                    holds = broken(why, "byte %zu of the section is in two criteria", b);
            mark(seen, x->items[k].span, 1);
            mark_labels(seen, &x->items[k]);
        }
    }
    for (size_t i = 0; i < o.finding_count; i++)
        if (o.findings[i].span.end <= s->criteria.size)
            mark(seen, o.findings[i].span, 2);
    /* more findings than are reported of one file: what they would say is not there */
    for (size_t b = 0; b < s->criteria.size && holds && !arena_failed(a) && o.finding_count < LIMIT_REPORTS; b++)
        if (!seen[b] && isalnum((unsigned char)s->criteria.text[b]) && !in_heading(&s->criteria, b)) {
            size_t n = s->criteria.size - b < 24 ? s->criteria.size - b : 24;

            holds = broken(why, "byte %zu of the section is in no criterion and no finding: \"%.*s\"", b, (int)n,
                           s->criteria.text + b);
        }
    free(seen);
    arena_delete(a);
    return holds;
}

/* What was printed is read again, and is the same. */
static bool reads_again(const rules *r, const buffer *json, char why[ORACLE_WHY])
{
    char *copy = padded(json->data, json->size);
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    eligo_error err = {0};
    rules *again;
    bool holds = true;

    if (!a)
        abort();
    again = rules_load(copy, json->size, (eligo_span){0, json->size}, "printed", lexicon_core(), a, NULL, NULL, &err);
    if (!again)
        holds = broken(why, "its own JSON is refused: %zu:%zu: %s", err.line, err.column, err.message);
    else if (again->criterion_count != r->criterion_count)
        holds = broken(why, "read again: %zu criteria, not %zu", again->criterion_count, r->criterion_count);
    for (size_t i = 0; holds && i < r->criterion_count; i++)
        if (!rule_equal(r->criteria[i].rule, again->criteria[i].rule))
            holds = broken(why, "%s: read again, it is another rule", r->criteria[i].id);
    arena_delete(a);
    free(copy);
    return holds;
}

/* What is printed as a tree is read again: as many criteria, and the same words the second time. */
static bool tree_reads_again(const rules *r, const buffer *tree, char why[ORACLE_WHY])
{
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    eligo_span at = {0, tree->size};
    eligo_error err = {0};
    bool holds = true;
    buffer twice;
    rules *again;

    if (!a)
        abort();
    buffer_init(&twice, 0);
    again = plain_read(tree->data, tree->size, &at, "input", lexicon_core(), a, NULL, NULL, &err);
    if (!plain_is_tree(tree->data, tree->size)) {
        holds = broken(why, "its own tree is not seen to be one");
    } else if (!again) {
        holds = broken(why, "its own tree is refused: %zu:%zu: %s", err.line, err.column, err.message);
    } else if (again->criterion_count != r->criterion_count) {
        holds = broken(why, "its tree read again: %zu criteria, not %zu", again->criterion_count, r->criterion_count);
    } else {
        rules_print_tree(&twice, again);
        if (twice.size != tree->size || memcmp(twice.data, tree->data, tree->size) != 0)
            holds = broken(why, "its tree is another one the second time");
    }
    buffer_free(&twice);
    arena_delete(a);
    return holds;
}

typedef struct hearing {
    char *why;
    bool held;
} hearing;

static void hear(const eligo_error *e, void *context)
{
    hearing *h = context;

    if (!message_holds(e, h->why))
        h->held = false;
}

/* Compiles all of a document; what it gives is printed behind `out`. */
static bool compile_all(const char *bytes, size_t size, bool checks, buffer *out, char why[ORACLE_WHY])
{
    eligo_error err = {0};
    source_reader *reader = source_open(bytes, size, "input", &err);
    bool holds = true;
    size_t documents = 0;

    if (!reader)
        abort();
    while (holds && documents++ < 1000) {
        arena *a = arena_new(LIMIT_TRIAL_ARENA);
        hearing h = {why, true};
        bool as_rules = false;
        eligo_span at = {0, 0};
        eligo_code code;
        source s = {0};
        rules *r = NULL;

        if (!a)
            abort();
        memset(&err, 0, sizeof err);
        code = source_next(reader, a, &s, &as_rules, &at, &err);
        if (code == ELIGO_END) {
            arena_delete(a);
            break;
        }
        if (code == ELIGO_OK && as_rules)
            r = rules_load(bytes, size, at, "input", lexicon_core(), a, hear, &h, &err);
        else if (code == ELIGO_OK)
            r = compile_source(&s, a, lexicon_core(), "input", bytes, size, true, &err);
        if (!r) {
            holds = message_holds(&err, why);
        } else {
            buffer json, tree;
            json_out *o;

            buffer_init(&json, 0);
            buffer_init(&tree, 0);
            o = json_out_new(&json, false);
            if (o)
                rules_print_json(o, r);
            if (!json_out_delete(o))
                abort();
            buffer_add(out, json.data, json.size);
            rules_print_tree(&tree, r);
            buffer_add(out, tree.data, tree.size);
            if (checks)
                holds = (as_rules || (rules_hold(r, size, why) && outline_holds(&s, why))) && reads_again(r, &json, why) &&
                        (!r->criterion_count || tree_reads_again(r, &tree, why));
            buffer_free(&json);
            buffer_free(&tree);
        }
        holds = holds && h.held;
        arena_delete(a);
    }
    source_close(reader);
    return holds;
}

/* A tree that a person wrote: refused or read, never broken. */
static bool read_tree(const char *bytes, size_t size, char why[ORACLE_WHY])
{
    eligo_span at = {0, size};
    bool holds = true;

    while (holds && at.start < size) {
        arena *a = arena_new(LIMIT_TRIAL_ARENA);
        hearing h = {why, true};
        eligo_error err = {0};
        rules *r;

        if (!a)
            abort();
        r = plain_read(bytes, size, &at, "input", lexicon_core(), a, hear, &h, &err);
        holds = h.held && (r ? rules_hold(r, size, why) : message_holds(&err, why));
        arena_delete(a);
    }
    return holds;
}

bool oracle_trials(const char *bytes, size_t size, char why[ORACLE_WHY])
{
    char *copy = padded(bytes, size);
    buffer first, second;
    bool holds;

    *why = 0;
    buffer_init(&first, 0);
    buffer_init(&second, 0);
    holds = (!plain_is_tree(copy, size) || read_tree(copy, size, why)) && compile_all(copy, size, true, &first, why) &&
            compile_all(copy, size, false, &second, why);
    if (holds && (first.size != second.size || (first.size && memcmp(first.data, second.data, first.size) != 0)))
        holds = broken(why, "compiled twice, the results differ");
    buffer_free(&first);
    buffer_free(&second);
    free(copy);
    return holds;
}

/* ---- patients ---- */

static const char some_rules[] =
    "Inclusion Criteria:\n"
    "- Age 18 to 75 years\n"
    "- HbA1c between 7 % and 10 % within 3 months before screening\n"
    "- eGFR >= 45 mL/min/1.73 m2 or creatinine below 1.5 mg/dL\n"
    "- Body mass index over 25 kg/m2\n"
    "- Type 2 diabetes\n"
    "Exclusion Criteria:\n"
    "- Stroke or myocardial infarction in the last 6 months\n"
    "- On insulin\n"
    "- Pregnant women\n"
    "- Blood pressure above 160/100 mmHg\n"
    "- ALT > 3 x ULN\n"
    "- Allergy to penicillin\n"
    "- Appendectomy ever\n";

static bool append(const char *data, size_t size, void *context)
{
    buffer_add(context, data, size);
    return true;
}

static bool screen_all(const char *path, const eligo_rules *r, buffer *out, char why[ORACLE_WHY])
{
    hearing h = {why, true};
    eligo_error err = {0};
    eligo_patients *patients = eligo_patients_open(path, NULL, hear, &h, &err);
    eligo_report *report;
    eligo_patient *p;
    eligo_code code;
    bool holds = true;

    if (!patients)
        return (err.code != ELIGO_OK || broken(why, "refused without a code")) && message_holds(&err, why) && h.held;
    report = eligo_report_new(ELIGO_NDJSON, false, append, out, &err);
    if (!report)
        abort();
    while (holds && (code = eligo_patients_next(patients, &p, &err)) == ELIGO_OK) {
        eligo_policy *policy = eligo_policy_new(&err);
        const eligo_verdict *v;

        if (!policy || eligo_policy_as_of(policy, "2021-03-01", &err) != ELIGO_OK)
            abort();
        v = eligo_screen(r, p, policy, &err);
        holds = v ? eligo_report_add(report, v, &err) == ELIGO_OK : message_holds(&err, why);
        eligo_policy_delete(policy);
    }
    if (holds && code != ELIGO_END)
        holds = message_holds(&err, why);
    if (holds && eligo_report_end(report, &err) != ELIGO_OK)
        holds = broken(why, "the report did not end: %s", err.message);
    eligo_report_delete(report);
    eligo_patients_close(patients);
    return holds && h.held;
}

/* Compiled once a process. */
static const eligo_rules *compiled_rules(void)
{
    static eligo_rules *r;
    eligo_error err = {0};
    eligo_trials *t;

    if (r)
        return r;
    t = eligo_trials_open_memory(some_rules, sizeof some_rules - 1, "rules", NULL, NULL, NULL, &err);
    if (!t || eligo_trials_next(t, &r, &err) != ELIGO_OK)
        abort();
    eligo_trials_close(t);
    return r;
}

/* The patients of a path are judged twice, with the same bytes. */
static bool screens_again(const char *path, char why[ORACLE_WHY])
{
    const eligo_rules *r = compiled_rules();
    buffer first, second;
    bool holds;

    *why = 0;
    buffer_init(&first, 0);
    buffer_init(&second, 0);
    holds = screen_all(path, r, &first, why) && screen_all(path, r, &second, why);
    if (holds && (first.size != second.size || (first.size && memcmp(first.data, second.data, first.size) != 0)))
        holds = broken(why, "screened twice, the verdicts differ");
    buffer_free(&first);
    buffer_free(&second);
    return holds;
}

bool oracle_patients(const char *bytes, size_t size, char why[ORACLE_WHY])
{
    int fd = memfd_create("patients", 0);
    char path[64];
    bool holds;

    if (fd < 0 || (size && write(fd, bytes, size) != (ssize_t)size))
        abort();
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    holds = screens_again(path, why);
    close(fd);
    return holds;
}

/* Writes one file of a folder; what comes of no name is left out. */
static void put_file(int folder, const char *name, size_t name_size, const char *bytes, size_t size)
{
    char path[ORACLE_NAME + 1];
    int fd;

    for (size_t i = 0; i < name_size; i++)
        if (!isalnum((unsigned char)name[i]) && name[i] != '_' && (name[i] != '.' || !i))
            return;
    if (!name_size || name_size > ORACLE_NAME)
        return;
    snprintf(path, sizeof path, "%.*s", (int)name_size, name);
    fd = openat(folder, path, O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (fd < 0 || write(fd, bytes, size) != (ssize_t)size || close(fd) != 0)
        abort();
}

/* Parts of one text as the files of a folder: "@NAME" on a line of its own begins one. */
static void put_files(int folder, const char *bytes, size_t size)
{
    const char *name = NULL, *start = NULL;
    size_t name_size = 0;

    for (size_t at = 0; at < size;) {
        const char *line = bytes + at, *end = memchr(line, '\n', size - at);
        size_t n = end ? (size_t)(end - line) : size - at;

        if (*line == '@') {
            if (name)
                put_file(folder, name, name_size, start, (size_t)(line - start));
            name = line + 1;
            name_size = n - 1;
            start = line + n + (end != NULL);
        }
        at += n + (end != NULL);
    }
    if (name)
        put_file(folder, name, name_size, start, (size_t)(bytes + size - start));
}

bool oracle_folder(const char *bytes, size_t size, char why[ORACLE_WHY])
{
    const char *within = getenv("TMPDIR");
    char path[256];
    struct dirent *entry;
    bool holds;
    DIR *d;

    snprintf(path, sizeof path, "%s/eligo-oracle-XXXXXX", within && *within ? within : "/tmp");
    if (!mkdtemp(path) || !(d = opendir(path)))
        abort();
    put_files(dirfd(d), bytes, size);
    holds = screens_again(path, why);
    while ((entry = readdir(d)))
        if (*entry->d_name != '.')
            unlinkat(dirfd(d), entry->d_name, 0);
    closedir(d);
    if (rmdir(path) != 0)
        abort();
    return holds;
}
