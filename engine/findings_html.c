/* Findings as a page by itself, without scripts and without a network: the document's own words,
 * marked, and what is found in them in the margin. */
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "engine/findings_out.h"
#include "rules/page.h"
#include "rules/print.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Marks of a row beyond these are told in the margin only. */
enum { ROW_MARKS = 200 };

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
    "content=\"width=device-width\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n<title>Findings</title><style>\n"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:80em;margin:2em auto;padding:0 "
    "1em;color:#222;background:#fff}\n"
    ".row{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,26em);gap:0 1.6em;margin:.3em "
    "0}\n"
    ".t{white-space:pre-wrap;overflow-wrap:anywhere;margin:0}.gap .t{color:#666}"
    ".c>.t{border-left:3px solid #ccc;padding:.1em .8em}\n"
    "aside{font-size:.86em}.n{border-left:3px solid #c90;padding:.1em .7em;margin:0 0 .6em}\n"
    ".n.error{border-color:#c22}.n.note{border-color:#48b}.n p{margin:.1em 0}.n ul{margin:.1em "
    "0;padding-left:1.2em}\n"
    "mark{background:#fff3b0;color:inherit}mark.error{background:#ffd0d0}mark.note{background:#"
    "d8ecff}\n"
    "sup{font-size:.7em;color:#555}code{background:#eee;padding:0 .3em}\n"
    "table{border-collapse:collapse}td,th{padding:.1em "
    ".7em;text-align:right}td:first-child,td:last-child,"
    "th:last-child{text-align:left}\n"
    "@media(max-width:50em){.row{grid-template-columns:1fr}}\n"
    "@media(prefers-color-scheme:dark){body{color:#ddd;background:#1b1b1b}mark{color:#000}code{"
    "background:#333}"
    ".gap .t,sup{color:#999}}\n"
    "</style></head><body>\n<h1>Findings</h1>\n";

/* ---- text ---- */

static void put_point(buffer *b, uint32_t c, const char *text, size_t used)
{
    if (c == '<')
        buffer_puts(b, "&lt;");
    else if (c == '>')
        buffer_puts(b, "&gt;");
    else if (c == '&')
        buffer_puts(b, "&amp;");
    else if (c == '"')
        buffer_puts(b, "&quot;");
    else if (c == 0xFFFD)
        buffer_puts(b, "&#xFFFD;");
    else if ((c < 32 && c != '\n' && c != '\t') || c == 127 || (c >= 0x200E && c <= 0x200F) ||
             (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
        buffer_puts(b, " ");
    else
        buffer_add(b, text, used);
}

static void put_text(buffer *b, const char *text, size_t size)
{
    for (size_t i = 0, used; i < size; i += used) {
        uint32_t c = utf8_decode(text + i, size - i, &used);

        put_point(b, c, text + i, used);
    }
}

static int digit_of(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* The escape of a JSON string that begins at a backslash: its code point, and how many bytes it
 * takes. */
static uint32_t escape(const char *text, size_t size, size_t *used)
{
    uint32_t c = 0;

    *used = 2;
    if (size < 2)
        return (*used = 1), '\\';
    switch (text[1]) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r':
    case 'b':
    case 'f': return ' ';
    case 'u': break;
    default: return (unsigned char)text[1];
    }
    for (int i = 2; i < 6; i++) {
        int d = (size_t)i < size ? digit_of(text[i]) : -1;

        if (d < 0)
            return 'u';
        c = c * 16 + (uint32_t)d;
    }
    *used = 6;
    return c >= 0xD800 && c < 0xE000 ? 0xFFFD : c;
}

/* The document's own words; `json`: they stand in a string of JSON. */
static void put_words(buffer *b, const told *t, eligo_span s, bool json)
{
    size_t run = s.start;

    for (size_t i = s.start; json && i < s.end;) {
        char out[4];
        size_t used, n;
        uint32_t c;

        if (t->bytes[i] != '\\') {
            i++;
            continue;
        }
        put_text(b, t->bytes + run, i - run);
        c = escape(t->bytes + i, s.end - i, &used);
        n = utf8_encode(c, out);
        put_point(b, c, out, n);
        i += used;
        run = i < s.end ? i : s.end;
    }
    put_text(b, t->bytes + run, s.end - run);
}

/* ---- rows ---- */

typedef struct row {
    eligo_span span;
    const criterion *criterion; /* NULL: what stands between two */
} row;

/* Blanks, bullets and numbers only. */
static bool is_blank(const char *bytes, eligo_span s)
{
    for (size_t i = s.start; i < s.end; i++)
        if (isalpha((unsigned char)bytes[i]))
            return false;
    return true;
}

/* What stands between two criteria, without the blanks and bullets at its ends. */
static eligo_span trimmed(const char *bytes, eligo_span s)
{
    while (s.start < s.end && !isalnum((unsigned char)bytes[s.start]))
        s.start++;
    while (s.end > s.start && strchr(" \t\r\n-*.", bytes[s.end - 1]))
        s.end--;
    return s;
}

/* A part of the words that the same findings mark. */
static int by_size(const void *a, const void *b)
{
    size_t x = *(const size_t *)a, y = *(const size_t *)b;

    return (x > y) - (x < y);
}

static const shown *strongest(const told *t, const size_t *own, size_t count, eligo_span s)
{
    const shown *best = NULL;

    for (size_t i = 0; i < count; i++) {
        const shown *x = &t->list[own[i]];

        if (x->finding->span.start <= s.start && s.end <= x->finding->span.end &&
            (!best || x->finding->severity > best->finding->severity))
            best = x;
    }
    return best;
}

/* The words of a row, with the findings `own` of it marked and numbered. */
static void put_marked(findings_out *o, const told *t, eligo_span s, const size_t *own,
                       size_t count, bool json)
{
    size_t *cuts, n = 0, most = count < ROW_MARKS ? count : ROW_MARKS;
    buffer *b = o->to;

    cuts = arena_array(o->arena, 2 * most + 2, sizeof *cuts);
    if (!cuts)
        return;
    cuts[n++] = s.start;
    cuts[n++] = s.end;
    for (size_t i = 0; i < most; i++) {
        eligo_span f = t->list[own[i]].finding->span;

        cuts[n++] = f.start > s.start ? f.start : s.start;
        cuts[n++] = f.end < s.end ? f.end : s.end;
    }
    qsort(cuts, n, sizeof *cuts, by_size);
    for (size_t i = 0; i + 1 < n; i++) {
        eligo_span part = {cuts[i], cuts[i + 1]};
        const shown *x = part.end > part.start ? strongest(t, own, most, part) : NULL;

        if (part.end > part.start) {
            if (x)
                buffer_printf(b, "<mark class=\"%s\">", severity_name(x->finding->severity));
            put_words(b, t, part, json);
            if (x)
                buffer_puts(b, "</mark>");
        }
        for (size_t k = 0; k < most; k++)
            if (t->list[own[k]].finding->span.end == cuts[i + 1] && cuts[i + 1] > cuts[i])
                buffer_printf(b, "<sup>%zu</sup>", own[k] + 1);
    }
}

static void put_impact(buffer *b, const finding_impact *i)
{
    if (!i)
        return;
    if (!i->known) {
        buffer_puts(b, "<p>The verdict of how many patients depends on it is not known.</p>\n");
        return;
    }
    buffer_printf(b, "<p>The verdict of %zu of %zu patients depends on it%s", i->changed,
                  i->patients, i->id_count ? ": " : ".");
    for (size_t k = 0; k < i->id_count; k++) {
        buffer_puts(b, k ? ", " : "");
        put_text(b, i->ids[k], strlen(i->ids[k]));
    }
    buffer_puts(b, "</p>\n");
}

static void put_note(findings_out *o, const told *t, size_t number)
{
    const finding *f = t->list[number].finding;
    buffer *b = o->to;

    buffer_printf(b, "<div class=\"n %s\"><p><sup>%zu</sup> %s <code>%s</code> %s</p>\n<p>",
                  severity_name(f->severity), number + 1, severity_name(f->severity), f->code,
                  f->node        ? f->node
                  : f->criterion ? f->criterion
                                 : "");
    put_text(b, f->message, strlen(f->message));
    buffer_puts(b, "</p>\n");
    if (f->readings) {
        buffer_puts(b, "<ul>");
        for (const char *const *p = f->readings; *p; p++) {
            buffer_puts(b, "<li>");
            put_text(b, *p, strlen(*p));
            buffer_puts(b, "</li>");
        }
        buffer_puts(b, "</ul>\n");
    }
    if (f->suggestion) {
        buffer_puts(b, "<p>Instead: ");
        put_text(b, f->suggestion, strlen(f->suggestion));
        buffer_puts(b, "</p>\n");
    }
    put_impact(b, f->impact);
    buffer_puts(b, "</div>\n");
}

static void put_row(findings_out *o, const told *t, const row *r, bool json)
{
    size_t *own = arena_array(o->arena, t->count, sizeof *own), n = 0;
    buffer *b = o->to;

    for (size_t i = 0; own && i < t->count; i++) {
        eligo_span f = t->list[i].finding->span;

        if (!t->list[i].suppressed && f.start >= r->span.start && f.start < r->span.end)
            own[n++] = i;
    }
    if (!own || (!r->criterion && !n && (json || is_blank(t->bytes, r->span))))
        return;
    buffer_printf(b, "<div class=\"row %s\"><p class=\"t\">", r->criterion ? "c" : "gap");
    if (r->criterion && r->criterion->label && isalnum((unsigned char)r->criterion->label[0])) {
        put_text(b, r->criterion->label, strlen(r->criterion->label));
        buffer_putc(b, ' ');
    }
    if (json &&
        !r->criterion) { /* between two criteria of a record only what is found is of interest */
        for (size_t i = 0; i < n; i++)
            put_words(b, t, t->list[own[i]].finding->span, json);
    } else
        put_marked(o, t, r->criterion ? r->span : trimmed(t->bytes, r->span), own, n, json);
    buffer_puts(b, "</p><aside>");
    for (size_t i = 0; i < n; i++)
        put_note(o, t, own[i]);
    buffer_puts(b, "</aside></div>\n");
}

void html_begin(findings_out *o)
{
    buffer_puts(o->to, head);
}

void html_put(findings_out *o, const told *t)
{
    const rules *r = t->rules;
    const char *name = *r->trial_id ? r->trial_id : t->path;
    size_t first = 0, at = 0, visible = 0;
    bool json;
    buffer *b = o->to;

    while (first < t->size && strchr(" \t\r\n", t->bytes[first]))
        first++;
    json = first < t->size && strchr("{[<", t->bytes[first]);
    for (size_t i = 0; i < t->count; i++)
        visible += !t->list[i].suppressed;
    buffer_puts(b, "<section><h2>");
    put_text(b, name, strlen(name));
    buffer_puts(b, " ");
    put_text(b, r->title, strlen(r->title));
    buffer_puts(b, "</h2>\n");
    if (!visible)
        buffer_puts(b, "<p>Nothing was found.</p>\n");
    if (!t->size) /* rules by themselves: their words are in another file */
        for (size_t i = 0; i < t->count; i++)
            if (!t->list[i].suppressed)
                put_note(o, t, i);
    for (size_t i = 0; i <= r->criterion_count && t->size; i++) {
        const criterion *c = i < r->criterion_count ? &r->criteria[i] : NULL;
        row between = {{at, c ? c->span.start : t->size}, NULL}, own;

        if (c && (c->kind == CRITERION_REGISTRY || c->span.start < at || c->span.end > t->size))
            continue;
        if (between.span.end > between.span.start)
            put_row(o, t, &between, json);
        if (!c)
            break;
        own = (row){c->span, c};
        put_row(o, t, &own, json);
        at = c->span.end;
    }
    buffer_puts(b, "</section>\n");
}

void html_end(findings_out *o)
{
    buffer *b = o->to;

    buffer_puts(b, "<section><h2>Summary</h2>\n<table><tr><th></th><th>errors</th><th>warnings</"
                   "th><th>notes</th><th></th></tr>\n");
    for (size_t i = 0; findings_page(i); i++) {
        const size_t *n = o->by_code[i];

        if (!(n[0] + n[1] + n[2]))
            continue;
        buffer_printf(b, "<tr><td><code>%s</code></td><td>%zu</td><td>%zu</td><td>%zu</td><td>",
                      page_table[i].code, n[SEVERITY_ERROR], n[SEVERITY_WARNING], n[SEVERITY_NOTE]);
        put_text(b, page_table[i].title, strlen(page_table[i].title));
        buffer_puts(b, "</td></tr>\n");
    }
    buffer_puts(b, "</table>\n");
    if (o->suppressed || o->known)
        buffer_printf(b, "<p>Not shown: %zu suppressed, %zu known from the baseline.</p>\n",
                      o->suppressed, o->known);
    buffer_puts(b, "</section>\n</body></html>\n");
}
