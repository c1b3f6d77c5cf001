#include "engine/findings.h"

#include "engine/base/limits.h"
#include "engine/findings_out.h"
#include "rules/page.h"
#include "rules/print.h"

#include <stdlib.h>
#include <string.h>

/* ---- codes ---- */

bool findings_page(size_t i)
{
    return i < page_count && i < CODE_COUNT && strcmp(page_table[i].severity, "reason") != 0;
}

size_t findings_page_of(const char *code, size_t size)
{
    size_t i = 0;

    while (findings_page(i) &&
           !(strlen(page_table[i].code) == size && memcmp(page_table[i].code, code, size) == 0))
        i++;
    return i;
}

bool findings_codes_known(const char *list, const char **bad, size_t *size)
{
    while (list && *list) {
        size_t n = strcspn(list, ",");

        if (!findings_page(findings_page_of(list, n))) {
            *bad = list;
            *size = n;
            return false;
        }
        list += n + (list[n] == ',');
    }
    return true;
}

static bool listed(const char *list, const char *code)
{
    size_t size = strlen(code);

    while (list && *list) {
        size_t n = strcspn(list, ",");

        if (n == size && memcmp(list, code, n) == 0)
            return true;
        list += n + (list[n] == ',');
    }
    return false;
}

bool findings_shows(const findings_choice *choice, const finding *f)
{
    if (choice->only && !listed(choice->only, f->code))
        return false;
    if (!choice->only && strcmp(f->code, "unrecognized-term") == 0)
        return false;
    return f->severity >= choice->least && !listed(choice->ignore, f->code);
}

static void count(findings_out *o, const finding *f)
{
    size_t i = findings_page_of(f->code, strlen(f->code));

    o->shown[f->severity]++;
    if (findings_page(i))
        o->by_code[i][f->severity]++;
}

/* ---- places ---- */

void findings_seek(findings_out *o, const char *bytes, size_t place)
{
    if (place < o->at) {
        o->at = o->line_start = 0;
        o->line = 1;
    }
    for (; o->at < place; o->at++)
        if (bytes[o->at] == '\n') {
            o->line++;
            o->line_start = o->at + 1;
        }
}

/* Code points up to a place of the line, from 1. */
size_t findings_column(const char *bytes, size_t line_start, size_t place)
{
    size_t n = 1;

    for (size_t i = line_start; i < place; i++)
        n += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return n;
}

/* ---- text ---- */

static const char *paint(const findings_out *o, severity s)
{
    static const char *const colours[SEVERITIES] = {"\033[36m", "\033[33m", "\033[31m"};

    return o->colour ? colours[s] : "";
}

static const char *plain(const findings_out *o)
{
    return o->colour ? "\033[0m" : "";
}

enum { SNIPPET = 96, CONTEXT = 36, NAMED = 8 /* patients */ };

/* How many columns a piece takes once it is made safe; UTF-8 counts by code point. */
static size_t columns(const buffer *b)
{
    return b->data ? findings_column(b->data, 0, b->size) - 1 : 0;
}

bool findings_continues(const char *bytes, size_t i)
{
    return ((unsigned char)bytes[i] & 0xC0) == 0x80;
}

/* The words around the finding on one line, and carets under them. */
static void put_snippet(findings_out *o, const rules *r, const char *bytes, size_t size,
                        const finding *f)
{
    size_t low = 0, high = size, from = f->span.start, to = f->span.end;
    buffer before, words, after;
    size_t start, stop;

    for (size_t i = 0; i < r->criterion_count; i++)
        if (r->criteria[i].span.start <= from && to <= r->criteria[i].span.end &&
            r->criteria[i].kind != CRITERION_REGISTRY) {
            low = r->criteria[i].span.start;
            high = r->criteria[i].span.end;
        }
    if (to > size || from >= to)
        return; /* the words are not here */
    start = from > low + CONTEXT ? from - CONTEXT : low;
    while (start > low && start < from && findings_continues(bytes, start))
        start++;
    if (to - from > SNIPPET)
        to = from + SNIPPET;
    while (to < size && findings_continues(bytes, to))
        to++;
    stop = to + CONTEXT < high ? to + CONTEXT : high > to ? high : to;
    while (stop < high && findings_continues(bytes, stop))
        stop++;
    buffer_init(&before, 0);
    buffer_init(&words, 0);
    buffer_init(&after, 0);
    if (start > low)
        buffer_puts(&before, "... ");
    text_print_safe(&before, bytes + start, from - start);
    if (before.size && (bytes[from - 1] == ' ' || bytes[from - 1] == '\n'))
        buffer_putc(&before, ' ');
    text_print_safe(&words, bytes + from, to - from);
    if (stop > to && bytes[to] == ' ')
        buffer_putc(&after, ' ');
    text_print_safe(&after, bytes + to, stop - to);
    if (stop < high)
        buffer_puts(&after, " ...");
    buffer_printf(o->to, "    %s%s%s\n    %*s%s", before.data ? before.data : "",
                  words.data ? words.data : "", after.data ? after.data : "", (int)columns(&before),
                  "", paint(o, f->severity));
    for (size_t i = columns(&words); i > 0; i--)
        buffer_putc(o->to, '^');
    buffer_printf(o->to, "%s\n", plain(o));
    o->failed = o->failed || before.failed || words.failed || after.failed;
    buffer_free(&before);
    buffer_free(&words);
    buffer_free(&after);
}

/* "    verdict depends on it: 3 of 40 patients (ana, leon, mia)" */
static void put_impact(buffer *b, const finding_impact *i)
{
    if (!i)
        return;
    if (!i->known) {
        buffer_puts(
            b, "    verdict depends on it: not known, no rule could be made of the readings\n");
        return;
    }
    buffer_printf(b, "    verdict depends on it: %zu of %zu patient%s", i->changed, i->patients,
                  i->patients == 1 ? "" : "s");
    for (size_t k = 0; k < i->id_count && k < NAMED; k++) {
        buffer_puts(b, k ? ", " : " (");
        text_print_safe(b, i->ids[k], strlen(i->ids[k]));
    }
    if (i->changed > NAMED)
        buffer_printf(b, " and %zu more", i->changed - NAMED);
    buffer_puts(b, i->id_count ? ")\n" : "\n");
}

static void put_finding(findings_out *o, const rules *r, const char *bytes, size_t size,
                        const char *path, const finding *f)
{
    buffer *b = o->to;

    findings_seek(o, bytes, f->span.start < size ? f->span.start : size);
    text_print_safe(b, path, strlen(path));
    buffer_printf(b, ":%zu:%zu: %s%s%s %s%s%s\n", o->line,
                  findings_column(bytes, o->line_start, o->at), paint(o, f->severity),
                  severity_name(f->severity), plain(o), f->code, f->node || f->criterion ? " " : "",
                  f->node        ? f->node
                  : f->criterion ? f->criterion
                                 : "");
    put_snippet(o, r, bytes, size, f);
    buffer_puts(b, "    ");
    text_print_safe(b, f->message, strlen(f->message));
    buffer_putc(b, '\n');
    for (const char *const *p = f->readings; p && *p; p++) {
        buffer_printf(b, "      %s ", p == f->readings ? "either:" : "or:    ");
        text_print_safe(b, *p, strlen(*p));
        buffer_putc(b, '\n');
    }
    if (f->suggestion) {
        buffer_puts(b, "    instead: ");
        text_print_safe(b, f->suggestion, strlen(f->suggestion));
        buffer_putc(b, '\n');
    }
    put_impact(b, f->impact);
}

static void put_text(findings_out *o, const told *t)
{
    const rules *r = t->rules;
    const char *name = *r->trial_id ? r->trial_id : t->path;
    size_t n = 0;

    buffer_printf(o->to, "%s", o->trials ? "\n" : "");
    text_print_safe(o->to, name, strlen(name));
    if (*r->title) {
        buffer_puts(o->to, "  ");
        text_print_safe(o->to, r->title, strlen(r->title));
    }
    buffer_putc(o->to, '\n');
    for (size_t i = 0; i < t->count; i++)
        if (!t->list[i].suppressed) {
            buffer_putc(o->to, '\n');
            put_finding(o, r, t->bytes, t->size, t->path, t->list[i].finding);
            n++;
        }
    if (!n)
        buffer_puts(o->to, "  nothing was found\n");
}

/* A table of codes and how severe they were, most first. */
static void put_codes(findings_out *o)
{
    bool done[CODE_COUNT] = {false};

    for (;;) {
        size_t best = CODE_COUNT, most = 0;

        for (size_t i = 0; findings_page(i); i++) {
            size_t n = o->by_code[i][0] + o->by_code[i][1] + o->by_code[i][2];

            if (!done[i] && n > most) {
                best = i;
                most = n;
            }
        }
        if (best == CODE_COUNT)
            return;
        done[best] = true;
        buffer_printf(o->to, "  %-22s %6zu %8zu %6zu  %s\n", page_table[best].code,
                      o->by_code[best][SEVERITY_ERROR], o->by_code[best][SEVERITY_WARNING],
                      o->by_code[best][SEVERITY_NOTE], page_table[best].title);
    }
}

static void put_summary(findings_out *o)
{
    buffer *b = o->to;
    size_t total = o->shown[0] + o->shown[1] + o->shown[2];

    if (total) {
        buffer_printf(b, "\n%zu finding%s: %zu error%s, %zu warning%s, %zu note%s\n", total,
                      total == 1 ? "" : "s", o->shown[SEVERITY_ERROR],
                      o->shown[SEVERITY_ERROR] == 1 ? "" : "s", o->shown[SEVERITY_WARNING],
                      o->shown[SEVERITY_WARNING] == 1 ? "" : "s", o->shown[SEVERITY_NOTE],
                      o->shown[SEVERITY_NOTE] == 1 ? "" : "s");
        buffer_puts(b, "                         errors warnings  notes\n");
        put_codes(o);
    }
    if (o->suppressed || o->known) {
        buffer_printf(b, "%snot shown:", total ? "" : "\n");
        if (o->suppressed)
            buffer_printf(b, " %zu suppressed%s", o->suppressed, o->known ? "," : "\n");
        if (o->known)
            buffer_printf(b, " %zu known from the baseline\n", o->known);
    }
    if (total)
        buffer_puts(b, "eligo explain CODE tells of a code.\n");
}

/* ---- JSON ---- */

/* The finding with what the writer knows of it. */
static void put_json_finding(json_out *j, const shown *s, const char *trial, const char *source)
{
    finding_print_json(j, s->finding, s->fingerprint, trial, source);
}

static void put_ndjson(findings_out *o, const told *t)
{
    for (size_t i = 0; i < t->count; i++) {
        json_out *j;

        if (t->list[i].suppressed)
            continue;
        j = json_out_new(o->to, false);
        if (j)
            put_json_finding(j, &t->list[i], t->rules->trial_id, t->rules->source_name);
        o->failed = !json_out_delete(j) || o->failed;
        buffer_putc(o->to, '\n');
    }
}

static void put_json(findings_out *o, const told *t)
{
    json_open(o->json, '{');
    json_text_member(o->json, "trial", t->rules->trial_id);
    json_text_member(o->json, "source", t->rules->source_name);
    json_put_key(o->json, "findings");
    json_open(o->json, '[');
    for (size_t i = 0; i < t->count; i++)
        if (!t->list[i].suppressed)
            put_json_finding(o->json, &t->list[i], NULL, NULL);
    json_close(o->json, ']');
    json_close(o->json, '}');
}

/* ---- what is shown ---- */

/* The findings of a trial that the choice leaves, with what is accepted of them; counted. */
static void choose(findings_out *o, told *t, const finding *list)
{
    shown *out = arena_array(o->arena, t->rules->finding_count, sizeof *out);
    accepted *a = o->choice.accepted;

    for (size_t i = 0; out && i < t->rules->finding_count; i++) {
        const finding *f = &list[i];
        bool here = f->span.end <= t->size && f->span.start <= f->span.end;
        const char *words = here ? t->bytes + f->span.start : "";
        size_t size = here ? f->span.end - f->span.start : 0;
        shown *s = &out[t->count];

        *s = (shown){.finding = f};
        if (a) /* also of what is not shown: its line is of use */
            s->suppressed = accepted_reason(a, t->rules->trial_id, f, words, size);
        if (!findings_shows(&o->choice, f))
            continue;
        finding_fingerprint(f, words, size, t->rules->trial_id, s->fingerprint);
        if (s->suppressed) {
            o->suppressed++;
            t->count++;
            continue;
        }
        if (a && accepted_known(a, s->fingerprint)) {
            o->known++;
            continue;
        }
        count(o, f);
        t->count++;
    }
    o->failed = o->failed || !out;
    t->list = out;
}

findings_out *findings_begin(findings_format format, const findings_choice *choice, bool colour,
                             buffer *to)
{
    findings_out *o = calloc(1, sizeof *o);

    if (!o)
        return NULL;
    *o = (findings_out){.format = format,
                        .choice = *choice,
                        .colour = colour,
                        .to = to,
                        .line = 1,
                        .arena = arena_new(LIMIT_TRIAL_ARENA)};
    if (format == FINDINGS_JSON || format == FINDINGS_SARIF)
        o->json = json_out_new(to, true);
    if (!o->arena || ((format == FINDINGS_JSON || format == FINDINGS_SARIF) && !o->json)) {
        findings_delete(o);
        return NULL;
    }
    if (format == FINDINGS_JSON)
        json_open(o->json, '[');
    else if (format == FINDINGS_SARIF)
        sarif_begin(o);
    else if (format == FINDINGS_HTML)
        html_begin(o);
    return o;
}

void findings_add(findings_out *o, const rules *r, const finding *list, const char *bytes,
                  size_t size, const char *path)
{
    told t = {.rules = r, .bytes = bytes, .path = path, .size = size};

    o->at = o->line_start = 0;
    o->line = 1;
    if (r->source_bytes != size) { /* rules as JSON: their places are those of another file */
        t.bytes = "";
        t.size = 0;
    }
    arena_reset(o->arena);
    choose(o, &t, list);
    switch (o->format) {
    case FINDINGS_TEXT: put_text(o, &t); break;
    case FINDINGS_JSON: put_json(o, &t); break;
    case FINDINGS_NDJSON: put_ndjson(o, &t); break;
    case FINDINGS_SARIF: sarif_put(o, &t); break;
    case FINDINGS_HTML: html_put(o, &t); break;
    }
    o->trials++;
    o->failed = o->failed || o->to->failed;
}

void findings_end(findings_out *o)
{
    if (o->format == FINDINGS_JSON)
        json_close(o->json, ']');
    else if (o->format == FINDINGS_SARIF)
        sarif_end(o);
    else if (o->format == FINDINGS_HTML)
        html_end(o);
    else if (o->format == FINDINGS_TEXT)
        put_summary(o);
    if (o->json)
        o->failed = !json_out_delete(o->json) || o->failed;
    o->json = NULL;
    o->failed = o->failed || o->to->failed;
}

size_t findings_shown(const findings_out *o, severity s)
{
    return o->shown[s];
}

bool findings_delete(findings_out *o)
{
    bool good = o && !o->failed;

    if (!o)
        return false;
    if (o->json)
        json_out_delete(o->json);
    for (size_t i = 0; i < o->artifact_count; i++)
        free(o->artifacts[i].uri);
    free(o->artifacts);
    arena_delete(o->arena);
    free(o);
    return good;
}
