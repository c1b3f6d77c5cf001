#include "engine/findings.h"

#include "engine/base/error.h"
#include "engine/base/jsonout.h"
#include "engine/base/text.h"
#include "rules/page.h"
#include "rules/print.h"

#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CODE_COUNT = 64, SEVERITIES = 3 };

typedef struct artifact {
    char *uri;
    size_t bytes;
    char sha256[65];
} artifact;

struct findings_out {
    findings_format format;
    findings_choice choice;
    bool colour, failed;
    buffer *to;
    json_out *json;
    size_t trials, shown[SEVERITIES], by_code[CODE_COUNT][SEVERITIES];
    artifact *artifacts;
    size_t artifact_count;
    /* lines are counted on from the last place asked for: findings come in order */
    size_t at, line, line_start;
};

/* ---- codes ---- */

static bool finding_page(size_t i)
{
    return i < page_count && i < CODE_COUNT && strcmp(page_table[i].severity, "reason") != 0;
}

static size_t page_of(const char *code, size_t size)
{
    size_t i = 0;

    while (finding_page(i) &&
           !(strlen(page_table[i].code) == size && memcmp(page_table[i].code, code, size) == 0))
        i++;
    return i;
}

bool findings_codes_known(const char *list, const char **bad, size_t *size)
{
    while (list && *list) {
        size_t n = strcspn(list, ",");

        if (!finding_page(page_of(list, n))) {
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
    size_t i = page_of(f->code, strlen(f->code));

    o->shown[f->severity]++;
    if (finding_page(i))
        o->by_code[i][f->severity]++;
}

/* ---- places ---- */

static void seek(findings_out *o, const char *bytes, size_t place)
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
static size_t column(const char *bytes, size_t line_start, size_t place)
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

enum { SNIPPET = 96, CONTEXT = 36 };

/* How many columns a piece takes once it is made safe; UTF-8 counts by code point. */
static size_t columns(const buffer *b)
{
    return b->data ? column(b->data, 0, b->size) - 1 : 0;
}

static bool continues(const char *bytes, size_t i)
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
    while (start > low && start < from && continues(bytes, start))
        start++;
    if (to - from > SNIPPET)
        to = from + SNIPPET;
    while (to < size && continues(bytes, to))
        to++;
    stop = to + CONTEXT < high ? to + CONTEXT : high > to ? high : to;
    while (stop < high && continues(bytes, stop))
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

static void put_finding(findings_out *o, const rules *r, const char *bytes, size_t size,
                        const char *path, const finding *f)
{
    buffer *b = o->to;

    seek(o, bytes, f->span.start < size ? f->span.start : size);
    text_print_safe(b, path, strlen(path));
    buffer_printf(b, ":%zu:%zu: %s%s%s %s%s%s\n", o->line, column(bytes, o->line_start, o->at),
                  paint(o, f->severity), severity_name(f->severity), plain(o), f->code,
                  f->node || f->criterion ? " " : "",
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
}

static void put_text(findings_out *o, const rules *r, const char *bytes, size_t size,
                     const char *path)
{
    size_t n = 0;

    buffer_printf(o->to, "%s", o->trials ? "\n" : "");
    text_print_safe(o->to, *r->trial_id ? r->trial_id : path,
                    strlen(*r->trial_id ? r->trial_id : path));
    if (*r->title) {
        buffer_puts(o->to, "  ");
        text_print_safe(o->to, r->title, strlen(r->title));
    }
    buffer_putc(o->to, '\n');
    for (size_t i = 0; i < r->finding_count; i++)
        if (findings_shows(&o->choice, &r->findings[i])) {
            buffer_putc(o->to, '\n');
            put_finding(o, r, bytes, size, path, &r->findings[i]);
            count(o, &r->findings[i]);
            n++;
        }
    if (!n)
        buffer_puts(o->to, "  nothing was found\n");
}

static void put_summary(findings_out *o)
{
    buffer *b = o->to;
    size_t total = o->shown[0] + o->shown[1] + o->shown[2];

    if (!total)
        return;
    buffer_printf(b, "\n%zu finding%s: %zu error%s, %zu warning%s, %zu note%s\n", total,
                  total == 1 ? "" : "s", o->shown[SEVERITY_ERROR],
                  o->shown[SEVERITY_ERROR] == 1 ? "" : "s", o->shown[SEVERITY_WARNING],
                  o->shown[SEVERITY_WARNING] == 1 ? "" : "s", o->shown[SEVERITY_NOTE],
                  o->shown[SEVERITY_NOTE] == 1 ? "" : "s");
    for (size_t i = 0; finding_page(i); i++) {
        const size_t *n = o->by_code[i];

        if (n[0] + n[1] + n[2])
            buffer_printf(b, "  %-24s %4zu  %s\n", page_table[i].code, n[0] + n[1] + n[2],
                          page_table[i].title);
    }
    buffer_puts(b, "eligo explain CODE tells of a code.\n");
}

/* ---- JSON ---- */

static void put_ndjson(findings_out *o, const rules *r)
{
    for (size_t i = 0; i < r->finding_count; i++) {
        json_out *j;

        if (!findings_shows(&o->choice, &r->findings[i]))
            continue;
        j = json_out_new(o->to, false);
        if (j)
            finding_print_json(j, &r->findings[i], r->trial_id, r->source_name);
        o->failed = !json_out_delete(j) || o->failed;
        buffer_putc(o->to, '\n');
        count(o, &r->findings[i]);
    }
}

static void put_json(findings_out *o, const rules *r)
{
    json_open(o->json, '{');
    json_text_member(o->json, "trial", r->trial_id);
    json_text_member(o->json, "source", r->source_name);
    json_put_key(o->json, "findings");
    json_open(o->json, '[');
    for (size_t i = 0; i < r->finding_count; i++)
        if (findings_shows(&o->choice, &r->findings[i])) {
            finding_print_json(o->json, &r->findings[i], NULL, NULL);
            count(o, &r->findings[i]);
        }
    json_close(o->json, ']');
    json_close(o->json, '}');
}

/* ---- SARIF 2.1.0 (OASIS) ---- */

static void text_object(json_out *j, const char *key, const char *text)
{
    json_put_key(j, key);
    json_open(j, '{');
    json_text_member(j, "text", text);
    json_close(j, '}');
}

static void sarif_begin(findings_out *o)
{
    json_out *j = o->json;

    json_open(j, '{');
    json_text_member(j, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json_text_member(j, "version", "2.1.0");
    json_put_key(j, "runs");
    json_open(j, '[');
    json_open(j, '{');
    json_put_key(j, "tool");
    json_open(j, '{');
    json_put_key(j, "driver");
    json_open(j, '{');
    json_text_member(j, "name", "eligo");
    json_text_member(j, "semanticVersion", ELIGO_VERSION);
    json_put_key(j, "rules");
    json_open(j, '[');
    for (size_t i = 0; finding_page(i); i++) {
        char help[4096];

        snprintf(help, sizeof help, "%s\n\nExample:\n%s\n\nMended:\n%s", page_table[i].why,
                 page_table[i].failing, page_table[i].mended);
        json_open(j, '{');
        json_text_member(j, "id", page_table[i].code);
        text_object(j, "shortDescription", page_table[i].title);
        text_object(j, "fullDescription", page_table[i].what);
        text_object(j, "help", help);
        json_put_key(j, "defaultConfiguration");
        json_open(j, '{');
        json_text_member(j, "level", page_table[i].severity);
        json_close(j, '}');
        json_close(j, '}');
    }
    json_close(j, ']');
    json_close(j, '}');
    json_close(j, '}');
    json_text_member(j, "columnKind", "unicodeCodePoints");
    json_put_key(j, "results");
    json_open(j, '[');
}

static void digest(const char *data, size_t size, char out[65])
{
    struct sha256_ctx sum;
    uint8_t bytes[SHA256_DIGEST_SIZE];

    sha256_init(&sum);
    sha256_update(&sum, size, (const uint8_t *)data);
    sha256_digest(&sum, sizeof bytes, bytes);
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(out + 2 * i, 3, "%02x", bytes[i]);
}

/* What stays when lines move: the code and the words. */
static void fingerprint(json_out *j, const finding *f, const char *bytes, size_t size)
{
    buffer b;
    char sum[65] = "";

    buffer_init(&b, 0);
    buffer_puts(&b, f->code);
    buffer_putc(&b, '\n');
    if (f->span.end <= size)
        text_print_safe(&b, bytes + f->span.start, f->span.end - f->span.start);
    if (b.data)
        digest(b.data, b.size, sum);
    buffer_free(&b);
    json_put_key(j, "partialFingerprints");
    json_open(j, '{');
    json_text_member(j, "eligoCodeWords/v1", sum);
    json_close(j, '}');
}

static void location(findings_out *o, const finding *f, const char *bytes, size_t size,
                     size_t index, const char *uri)
{
    json_out *j = o->json;
    size_t end = f->span.end <= size ? f->span.end : size,
           start = f->span.start <= end ? f->span.start : end;

    json_put_key(j, "locations");
    json_open(j, '[');
    json_open(j, '{');
    json_put_key(j, "physicalLocation");
    json_open(j, '{');
    json_put_key(j, "artifactLocation");
    json_open(j, '{');
    json_text_member(j, "uri", uri);
    json_put_key(j, "index");
    json_put_size(j, index);
    json_close(j, '}');
    json_put_key(j, "region");
    json_open(j, '{');
    seek(o, bytes, start);
    json_put_key(j, "startLine");
    json_put_size(j, o->line);
    json_put_key(j, "startColumn");
    json_put_size(j, column(bytes, o->line_start, start));
    seek(o, bytes, end);
    json_put_key(j, "endLine");
    json_put_size(j, o->line);
    json_put_key(j, "endColumn");
    json_put_size(j, column(bytes, o->line_start, end));
    json_put_key(j, "byteOffset");
    json_put_size(j, start);
    json_put_key(j, "byteLength");
    json_put_size(j, end - start);
    json_put_key(j, "snippet");
    json_open(j, '{');
    json_put_key(j, "text");
    json_put_bytes(j, bytes + start, end - start);
    json_close(j, '}');
    json_close(j, '}');
    json_close(j, '}');
    json_close(j, '}');
    json_close(j, ']');
}

static void put_fix(findings_out *o, const finding *f, size_t size, size_t index, const char *uri)
{
    json_out *j = o->json;
    size_t end = f->span.end <= size ? f->span.end : size,
           start = f->span.start <= end ? f->span.start : end;

    json_put_key(j, "fixes");
    json_open(j, '[');
    json_open(j, '{');
    text_object(j, "description", "Say it like this");
    json_put_key(j, "artifactChanges");
    json_open(j, '[');
    json_open(j, '{');
    json_put_key(j, "artifactLocation");
    json_open(j, '{');
    json_text_member(j, "uri", uri);
    json_put_key(j, "index");
    json_put_size(j, index);
    json_close(j, '}');
    json_put_key(j, "replacements");
    json_open(j, '[');
    json_open(j, '{');
    json_put_key(j, "deletedRegion");
    json_open(j, '{');
    json_put_key(j, "byteOffset");
    json_put_size(j, start);
    json_put_key(j, "byteLength");
    json_put_size(j, end - start);
    json_close(j, '}');
    text_object(j, "insertedContent", f->suggestion);
    json_close(j, '}');
    json_close(j, ']');
    json_close(j, '}');
    json_close(j, ']');
    json_close(j, '}');
    json_close(j, ']');
}

static size_t artifact_add(findings_out *o, const rules *r, const char *path)
{
    artifact *more;

    for (size_t i = 0; i < o->artifact_count; i++)
        if (strcmp(o->artifacts[i].uri, path) == 0)
            return i;
    more = realloc(o->artifacts, (o->artifact_count + 1) * sizeof *more);
    if (!more || !(o->artifacts = more, more[o->artifact_count].uri = strdup(path))) {
        o->failed = true;
        return 0;
    }
    more[o->artifact_count].bytes = r->source_bytes;
    memcpy(more[o->artifact_count].sha256, r->sha256, sizeof r->sha256);
    return o->artifact_count++;
}

static void put_sarif(findings_out *o, const rules *r, const char *bytes, size_t size,
                      const char *path)
{
    json_out *j = o->json;
    size_t index = artifact_add(o, r, path);

    for (size_t i = 0; i < r->finding_count; i++) {
        const finding *f = &r->findings[i];

        if (!findings_shows(&o->choice, f))
            continue;
        count(o, f);
        json_open(j, '{');
        json_text_member(j, "ruleId", f->code);
        if (finding_page(page_of(f->code, strlen(f->code)))) {
            json_put_key(j, "ruleIndex");
            json_put_size(j, page_of(f->code, strlen(f->code)));
        }
        json_text_member(j, "level", severity_name(f->severity));
        json_text_member(j, "kind", "fail");
        text_object(j, "message", f->message);
        location(o, f, bytes, size, index, path);
        fingerprint(j, f, bytes, size);
        if (f->replaces && f->suggestion)
            put_fix(o, f, size, index, path);
        json_put_key(j, "properties");
        json_open(j, '{');
        json_text_member(j, "trial", r->trial_id);
        if (f->criterion)
            json_text_member(j, "criterion", f->criterion);
        if (f->node)
            json_text_member(j, "node", f->node);
        if (f->suggestion)
            json_text_member(j, "suggestion", f->suggestion);
        if (f->readings) {
            json_put_key(j, "readings");
            json_open(j, '[');
            for (const char *const *p = f->readings; *p; p++)
                json_put_text(j, *p);
            json_close(j, ']');
        }
        json_close(j, '}');
        json_close(j, '}');
    }
}

static void sarif_end(findings_out *o)
{
    json_out *j = o->json;

    json_close(j, ']');
    json_put_key(j, "artifacts");
    json_open(j, '[');
    for (size_t i = 0; i < o->artifact_count; i++) {
        json_open(j, '{');
        json_put_key(j, "location");
        json_open(j, '{');
        json_text_member(j, "uri", o->artifacts[i].uri);
        json_close(j, '}');
        json_put_key(j, "length");
        json_put_size(j, o->artifacts[i].bytes);
        json_put_key(j, "hashes");
        json_open(j, '{');
        json_text_member(j, "sha-256", o->artifacts[i].sha256);
        json_close(j, '}');
        json_close(j, '}');
    }
    json_close(j, ']');
    json_close(j, '}');
    json_close(j, ']');
    json_close(j, '}');
}

/* ---- HTML: one page by itself, without scripts ---- */

static void put_html_text(buffer *b, const char *text, size_t size)
{
    for (size_t i = 0, used; i < size; i += used) {
        uint32_t c = utf8_decode(text + i, size - i, &used);

        if (c == '<')
            buffer_puts(b, "&lt;");
        else if (c == '>')
            buffer_puts(b, "&gt;");
        else if (c == '&')
            buffer_puts(b, "&amp;");
        else if (c == '"')
            buffer_puts(b, "&quot;");
        else if (c == 0xFFFD && used == 1)
            buffer_puts(b, "&#xFFFD;");
        else if ((c < 32 && c != '\n' && c != '\t') || c == 127 || (c >= 0x200E && c <= 0x200F) ||
                 (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
            buffer_puts(b, " ");
        else
            buffer_add(b, text + i, used);
    }
}

static const char html_head[] =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
    "content=\"width=device-width\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n<title>Findings</title><style>\n"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60em;margin:2em auto;padding:0 "
    "1em;color:#222;background:#fff}\n"
    "li{margin:.4em 0}.c{white-space:pre-wrap;border-left:3px solid #ccc;padding:.2em "
    ".8em;margin:1.2em 0 .4em}\n"
    "mark{background:#fff3b0}.error mark{background:#ffd0d0}.note mark{background:#d8ecff}\n"
    "code{background:#eee;padding:0 "
    ".3em}@media(prefers-color-scheme:dark){body{color:#ddd;background:#1b1b1b}mark{color:#000}"
    "code{background:#333}}\n"
    "</style></head><body>\n<h1>Findings</h1>\n";

static void put_html(findings_out *o, const rules *r, const char *bytes, size_t size,
                     const char *path)
{
    buffer *b = o->to;
    bool any = false;

    buffer_puts(b, "<section><h2>");
    put_html_text(b, *r->trial_id ? r->trial_id : path, strlen(*r->trial_id ? r->trial_id : path));
    buffer_puts(b, " ");
    put_html_text(b, r->title, strlen(r->title));
    buffer_puts(b, "</h2>\n");
    for (size_t i = 0; i < r->finding_count; i++) {
        const finding *f = &r->findings[i];
        size_t low, high;

        if (!findings_shows(&o->choice, f) || f->span.end > size)
            continue;
        any = true;
        count(o, f);
        low = f->span.start > 120 ? f->span.start - 120 : 0;
        high = f->span.end + 120 < size ? f->span.end + 120 : size;
        for (size_t k = 0; k < r->criterion_count; k++) {
            const criterion *c = &r->criteria[k];

            if (c->kind == CRITERION_REGISTRY || c->span.start > f->span.start ||
                f->span.end > c->span.end)
                continue;
            low = low > c->span.start ? low : c->span.start;
            high = high < c->span.end ? high : c->span.end;
        }
        while (low < f->span.start && continues(bytes, low))
            low++;
        while (high > f->span.end && high < size && continues(bytes, high))
            high--;
        buffer_printf(b, "<article class=\"%s\"><div class=\"c\">", severity_name(f->severity));
        put_html_text(b, bytes + low, f->span.start - low);
        buffer_puts(b, "<mark>");
        put_html_text(b, bytes + f->span.start, f->span.end - f->span.start);
        buffer_puts(b, "</mark>");
        put_html_text(b, bytes + f->span.end, high - f->span.end);
        buffer_printf(b, "</div>\n<p>%s <code>%s</code> %s: ", severity_name(f->severity), f->code,
                      f->criterion ? f->criterion : "");
        put_html_text(b, f->message, strlen(f->message));
        buffer_puts(b, "</p>\n");
        if (f->readings) {
            buffer_puts(b, "<ul>");
            for (const char *const *p = f->readings; *p; p++) {
                buffer_puts(b, "<li>");
                put_html_text(b, *p, strlen(*p));
                buffer_puts(b, "</li>");
            }
            buffer_puts(b, "</ul>\n");
        }
        if (f->suggestion) {
            buffer_puts(b, "<p>Instead: ");
            put_html_text(b, f->suggestion, strlen(f->suggestion));
            buffer_puts(b, "</p>");
        }
        buffer_puts(b, "</article>\n");
    }
    buffer_puts(b, any ? "</section>\n" : "<p>Nothing was found.</p></section>\n");
}

/* ---- */

findings_out *findings_begin(findings_format format, const findings_choice *choice, bool colour,
                             buffer *to)
{
    findings_out *o = calloc(1, sizeof *o);

    if (!o)
        return NULL;
    *o = (findings_out){.format = format, .choice = *choice, .colour = colour, .to = to, .line = 1};
    if (format == FINDINGS_JSON || format == FINDINGS_SARIF) {
        o->json = json_out_new(to, true);
        if (!o->json) {
            free(o);
            return NULL;
        }
        if (format == FINDINGS_JSON)
            json_open(o->json, '[');
        else
            sarif_begin(o);
    } else if (format == FINDINGS_HTML)
        buffer_puts(to, html_head);
    return o;
}

void findings_add(findings_out *o, const rules *r, const char *bytes, size_t size, const char *path)
{
    o->at = o->line_start = 0;
    o->line = 1;
    if (r->source_bytes != size) { /* rules as JSON: their places are those of another file */
        bytes = "";
        size = 0;
    }
    switch (o->format) {
    case FINDINGS_TEXT: put_text(o, r, bytes, size, path); break;
    case FINDINGS_JSON: put_json(o, r); break;
    case FINDINGS_NDJSON: put_ndjson(o, r); break;
    case FINDINGS_SARIF: put_sarif(o, r, bytes, size, path); break;
    case FINDINGS_HTML: put_html(o, r, bytes, size, path); break;
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
        buffer_puts(o->to, "</body></html>\n");
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
    free(o);
    return good;
}
