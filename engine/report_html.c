#include "engine/report_html.h"

#include "engine/lines.h"
#include "engine/report.h"
#include "engine/sums.h"
#include "rules/print.h"

#include <stdlib.h>
#include <string.h>

enum {
    OVERVIEW = 2000, /* rows; each verdict has its own section beside */
    WORKLIST = 40
};

struct report_html {
    size_t count;
    buffer overview, policy;
    sums *sums;
};

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Eligibility</title>\n<style>\n"
    "body{font:15px/1.45 system-ui,sans-serif;max-width:80em;margin:1.5em auto;padding:0 "
    "1em;color:#1b1b1b;"
    "background:#fff;display:flex;flex-direction:column}\n"
    "#all{order:-1}\n"
    "h1{font-size:1.5em}h2{font-size:1.2em;margin:1.6em 0 .4em}h3{font-size:1em;margin:1em 0 "
    ".3em}\n"
    "table{border-collapse:collapse;width:100%;table-layout:auto}\n"
    "td,th{text-align:left;vertical-align:top;padding:.25em .6em;border-top:1px solid "
    "#ccc;overflow-wrap:anywhere}\n"
    ".n{text-align:right;white-space:nowrap}.e{width:40%}\n"
    ".mark{white-space:nowrap;font-weight:600}\n"
    ".pass>.mark{color:#11632f}.fail>.mark{color:#a3171b}.unknown>.mark{color:#7a5200}\n"
    ".pass>td:first-child{border-left:6px solid #2e8b57}.fail>td:first-child{border-left:6px "
    "double #c62828}"
    ".unknown>td:first-child{border-left:6px dotted #c98a00}\n"
    ".fail>.words{background:#fdeaea}.unknown>.words{background:#fff6e0}.pass>.words{background:#"
    "eaf6ee}\n"
    ".clause{font-size:.92em}.small{font-size:.85em;color:#444}\n"
    "@media print{body{display:block;max-width:none;margin:0;font-size:10pt}"
    "tr{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}a{color:inherit;text-decoration:"
    "none}}\n"
    "</style>\n</head>\n<body>\n";

report_html *report_html_new(void)
{
    report_html *h = calloc(1, sizeof *h);

    if (!h || !(h->sums = sums_new())) {
        free(h);
        return NULL;
    }
    buffer_init(&h->overview, 0);
    buffer_init(&h->policy, 0);
    return h;
}

void report_html_delete(report_html *h)
{
    if (!h)
        return;
    buffer_free(&h->overview);
    buffer_free(&h->policy);
    sums_delete(h->sums);
    free(h);
}

/* ---- text ---- */

/* Control and direction characters are shown as what they are, then markup is taken away.
 * Attributes never hold text of an input. */
static void put_bytes(buffer *b, const char *text, size_t size)
{
    buffer safe;

    buffer_init(&safe, 0);
    text_print_safe(&safe, text, size);
    for (size_t i = 0; i < safe.size; i++)
        switch (safe.data[i]) {
        case '<': buffer_puts(b, "&lt;"); break;
        case '>': buffer_puts(b, "&gt;"); break;
        case '&': buffer_puts(b, "&amp;"); break;
        case '"': buffer_puts(b, "&quot;"); break;
        case '\'': buffer_puts(b, "&#39;"); break;
        default: buffer_putc(b, safe.data[i]);
        }
    b->failed = b->failed || safe.failed;
    buffer_free(&safe);
}

static void put(buffer *b, const char *text)
{
    if (text)
        put_bytes(b, text, strlen(text));
}

static const char *trial_name(const rules *r)
{
    return *r->trial_id ? r->trial_id : r->source_name;
}

static const char *sign(verdict v)
{
    static const char *const signs[] = {"\xE2\x9C\x98 fail", "? unknown", "\xE2\x9C\x94 pass"};

    return signs[v];
}

/* ---- one verdict ---- */

static void put_evidence(buffer *b, const eval_node *n)
{
    char text[32];

    for (size_t i = 0; i < n->evidence_count; i++) {
        const eval_evidence *e = &n->evidence[i];

        buffer_puts(b, "<br><span class=\"small\">");
        put(b, e->fact);
        if (e->text && *e->text) {
            buffer_puts(b, ": ");
            put(b, e->text);
        }
        if (e->valued && e->low == e->high) {
            buffer_putc(b, ' ');
            buffer_number(b, e->low);
            buffer_putc(b, ' ');
            put(b, e->unit);
        }
        if (date_known(e->date))
            buffer_printf(b, " (%s)", date_text(e->date, text));
        buffer_puts(b, "</span>");
    }
}

static void put_found(buffer *b, const eval_node *n)
{
    char number[32];

    put(b, n->message);
    if (n->reason)
        buffer_printf(b, " (%s)", reason_name(n->reason));
    if (n->margin_given) {
        buffer_printf(b, "; %s ", number_rounded(n->margin, 4, number));
        put(b, n->margin_unit);
        buffer_puts(b, " from the bound");
    }
    for (unsigned i = 0; i < ASSUMPTIONS; i++)
        if (n->assumed & 1u << i)
            buffer_printf(b, "; assumed: %s", assumed_name(1u << i));
    put_evidence(b, n);
}

static void put_row(buffer *b, verdict v, const char *class, const char *id)
{
    buffer_printf(b, "<tr class=\"%s%s\"><td class=\"mark\">%s</td><td>", verdict_name(v), class,
                  sign(v));
    put(b, id);
    buffer_puts(b, "</td><td class=\"words\">");
}

static void put_criterion(buffer *b, const screen_criterion *c)
{
    put_row(b, c->verdict, "", c->criterion->id);
    put(b, c->criterion->text);
    buffer_puts(b, "</td><td class=\"e\">");
    if (c->count == 1 || (c->count && c->verdict == VERDICT_UNKNOWN))
        put_found(b, &c->nodes[0]);
    buffer_puts(b, "</td></tr>\n");
    for (size_t i = 1; i < c->count; i++) {
        const eval_node *n = &c->nodes[i];
        buffer words;

        buffer_init(&words, 0);
        rule_print_head(&words, n->rule, c->criterion->text, c->criterion->span);
        put_row(b, n->verdict, " clause", n->rule->id);
        put_bytes(b, words.data ? words.data : "", words.size);
        buffer_puts(b, "</td><td class=\"e\">");
        if (n->rule->count == 0)
            put_found(b, n);
        buffer_puts(b, "</td></tr>\n");
        b->failed = b->failed || words.failed;
        buffer_free(&words);
    }
}

static void put_kind(buffer *b, const screen_result *s, criterion_kind kind, const char *title)
{
    bool headed = false;

    for (size_t i = 0; i < s->count; i++) {
        if (s->criteria[i].criterion->kind != kind)
            continue;
        if (!headed)
            buffer_printf(b,
                          "<h3>%s</h3>\n<table><thead><tr><th>Verdict</th><th>No.</"
                          "th><th>Criterion</th><th>Evidence</th>"
                          "</tr></thead><tbody>\n",
                          title);
        headed = true;
        put_criterion(b, &s->criteria[i]);
    }
    if (headed)
        buffer_puts(b, "</tbody></table>\n");
}

/* What would settle this patient: what settles most first. */
static void put_missing(buffer *b, const screen_result *s)
{
    screen_missing list[SCREEN_MISSING];
    size_t count = screen_worklist(s, list);

    for (size_t m = 0; m < count; m++) {
        bool any = false;

        buffer_puts(b, m ? ", " : "<p>To look up: ");
        buffer_puts(b, list[m].judgement ? "ask: " : "");
        put(b, list[m].name);
        buffer_puts(b, " (");
        for (size_t i = 0; i < s->count; i++)
            for (size_t k = 0; k < s->criteria[i].count; k++)
                if (screen_waits(s, &s->criteria[i], &s->criteria[i].nodes[k], &list[m])) {
                    buffer_puts(b, any ? ", " : "");
                    put(b, s->criteria[i].nodes[k].rule->id);
                    any = true;
                }
        buffer_putc(b, ')');
    }
    if (count)
        buffer_puts(b, "</p>\n");
}

static void put_unnamed(buffer *b, const patient *p)
{
    const char *list[SCREEN_UNNAMED];
    size_t entries, count = screen_unnamed(p, list, &entries);

    if (!entries)
        return;
    buffer_printf(b, "<p>Not in the lexicon: %zu entr%s of the record: ", entries,
                  entries == 1 ? "y" : "ies");
    for (size_t i = 0; i < count; i++) {
        buffer_puts(b, i ? "; " : "");
        put(b, list[i]);
    }
    buffer_puts(b, count == SCREEN_UNNAMED ? "; ...</p>\n" : "</p>\n");
}

static void put_overview(report_html *h, const screen_result *s)
{
    buffer *b = &h->overview;
    const eval_node *n = NULL;
    const char *id = "";

    for (size_t i = 0; i < s->count && !n; i++)
        if (s->criteria[i].verdict == s->verdict && s->verdict != VERDICT_PASS) {
            n = screen_deciding(&s->criteria[i]);
            id = s->criteria[i].criterion->id;
        }
    buffer_printf(b, "<tr class=\"%s\"><td class=\"mark\">%s</td><td><a href=\"#p%zu\">",
                  verdict_name(s->verdict), sign(s->verdict), h->count);
    put(b, s->patient->id);
    buffer_printf(b, "</a>%s</td><td>", s->deceased ? " (deceased)" : "");
    put(b, trial_name(s->trial));
    buffer_puts(b, "</td><td>");
    put(b, n ? id : s->count ? "all criteria met" : "the trial has no criteria");
    if (n) {
        buffer_putc(b, ' ');
        put(b, n->message);
    }
    buffer_puts(b, "</td></tr>\n");
}

void report_html_add(report_html *h, buffer *out, const screen_result *s)
{
    if (h->count++ == 0) {
        buffer_puts(out, head);
        lines_policy(&h->policy, s->policy);
    }
    sums_add(h->sums, s);
    if (h->count <= OVERVIEW)
        put_overview(h, s);
    buffer_printf(out, "<div id=\"p%zu\">\n<h2 class=\"%s\"><span class=\"mark\">%s</span> ",
                  h->count, verdict_name(s->verdict), sign(s->verdict));
    put(out, s->patient->id);
    buffer_printf(out, "%s, ", s->deceased ? " (deceased)" : "");
    put(out, trial_name(s->trial));
    buffer_puts(out, "</h2>\n");
    put_missing(out, s);
    for (const char *const *note = s->patient->notes; note && *note; note++) {
        buffer_puts(out, "<p>Not read: ");
        put(out, *note);
        buffer_puts(out, "</p>\n");
    }
    put_unnamed(out, s->patient);
    put_kind(out, s, CRITERION_INCLUSION, "Inclusion");
    put_kind(out, s, CRITERION_EXCLUSION, "Exclusion");
    put_kind(out, s, CRITERION_REGISTRY, "From the registry&#39;s own fields");
    buffer_puts(out, "</div>\n");
    out->failed = out->failed || h->overview.failed || h->policy.failed || sums_failed(h->sums);
}

/* ---- all of them ---- */

static void put_attrition(buffer *b, const sums_trial *t)
{
    size_t left = t->patients;

    buffer_puts(b, "<h2>Attrition on ");
    put(b, trial_name(t->trial));
    buffer_printf(b, "</h2>\n<p>%zu patients: %zu pass, %zu fail, %zu unknown. ", t->patients,
                  t->verdicts[VERDICT_PASS], t->verdicts[VERDICT_FAIL],
                  t->verdicts[VERDICT_UNKNOWN]);
    put(b, t->trial->title);
    buffer_puts(b, "</p>\n<table><thead><tr><th>No.</th><th class=\"n\">Patients</th><th "
                   "class=\"n\">Pass</th><th class=\"n\">Fail"
                   "</th><th class=\"n\">Unknown</th><th class=\"n\">First to fail</th><th "
                   "class=\"n\">Remaining</th><th>Criterion"
                   "</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < t->trial->criterion_count; i++) {
        const size_t *n = t->criteria[i];

        buffer_puts(b, "<tr><td>");
        put(b, t->trial->criteria[i].id);
        buffer_printf(b,
                      "</td><td class=\"n\">%zu</td><td class=\"n\">%zu</td><td "
                      "class=\"n\">%zu</td><td class=\"n\">%zu</td>"
                      "<td class=\"n\">%zu</td><td class=\"n\">%zu</td><td>",
                      n[0] + n[1] + n[2], n[VERDICT_PASS], n[VERDICT_FAIL], n[VERDICT_UNKNOWN],
                      left - n[3], n[3]);
        left = n[3];
        put(b, t->trial->criteria[i].text);
        buffer_puts(b, "</td></tr>\n");
    }
    buffer_puts(b, "</tbody></table>\n");
}

static void put_worklist(buffer *b, const sums *s)
{
    size_t n;
    const sums_datum *const *list = sums_worklist(s, &n);

    if (!n)
        return;
    buffer_puts(b,
                "<h2>What to look up first</h2>\n<table><thead><tr><th>Missing</th><th "
                "class=\"n\">Settles alone</th>"
                "<th class=\"n\">Patients</th><th class=\"n\">Clauses</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < n && i < WORKLIST; i++) {
        buffer_puts(b, list[i]->judgement ? "<tr><td>ask: " : "<tr><td>");
        put(b, list[i]->name);
        buffer_printf(
            b,
            "</td><td class=\"n\">%zu</td><td class=\"n\">%zu</td><td class=\"n\">%zu</td></tr>\n",
            list[i]->alone, list[i]->patients, list[i]->clauses);
    }
    buffer_puts(b, "</tbody></table>\n");
    if (n > WORKLIST)
        buffer_printf(b, "<p>And %zu more.</p>\n", n - (size_t)WORKLIST);
}

static void put_reasons(buffer *b, unsigned reasons)
{
    if (!(reasons & ~1u))
        return;
    buffer_puts(b, "<h2>Reasons of unknowns</h2>\n<table><tbody>\n");
    for (int i = REASON_NONE + 1; i < REASONS; i++)
        if (reasons & 1u << i)
            buffer_printf(b, "<tr><td>%s</td><td>%s</td></tr>\n", reason_name((eval_reason)i),
                          reason_words((eval_reason)i));
    buffer_puts(b, "</tbody></table>\n");
}

static void put_versions(buffer *b, const sums_trial *list, size_t count)
{
    buffer_puts(b, "<h2>Versions</h2>\n<table><thead><tr><th>Trial</th><th>Read "
                   "from</th><th>SHA-256</th><th>Understood</th>"
                   "<th>Lexicon</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < count; i++) {
        const rules *r = list[i].trial;
        buffer coverage;

        buffer_puts(b, "<tr><td>");
        put(b, trial_name(r));
        buffer_puts(b, "</td><td>");
        put(b, r->source_name);
        buffer_puts(b, "</td><td class=\"small\">");
        put(b, r->sha256);
        buffer_puts(b, "</td><td>");
        buffer_init(&coverage, 0);
        rules_print_coverage(&coverage, r);
        put_bytes(b, coverage.data ? coverage.data : "", coverage.size);
        buffer_puts(b, "</td><td>");
        put(b, r->lexicon ? lexicon_version(r->lexicon) : "");
        buffer_puts(b, "</td></tr>\n");
        b->failed = b->failed || coverage.failed;
        buffer_free(&coverage);
    }
    buffer_printf(b, "</tbody></table>\n<p>eligo %s</p>\n", ELIGO_VERSION);
}

void report_html_end(report_html *h, buffer *out)
{
    size_t count;
    const sums_trial *list = sums_trials(h->sums, &count);

    if (!h->count)
        buffer_puts(out, head);
    buffer_puts(out, "<div id=\"all\">\n<h1>Eligibility</h1>\n<p>");
    if (h->policy.size)
        put_bytes(out, h->policy.data, h->policy.size);
    else
        buffer_puts(out, "No patient was screened.");
    buffer_puts(out, "</p>\n");
    if (h->count) {
        buffer_puts(out, "<h2>Patients</h2>\n<table><thead><tr><th>Verdict</th><th>Patient</"
                         "th><th>Trial</th><th>What decides"
                         "</th></tr></thead><tbody>\n");
        buffer_add(out, h->overview.data ? h->overview.data : "", h->overview.size);
        buffer_puts(out, "</tbody></table>\n");
        if (h->count > OVERVIEW)
            buffer_printf(out, "<p>And %zu more, below.</p>\n", h->count - (size_t)OVERVIEW);
        for (size_t i = 0; i < count; i++)
            put_attrition(out, &list[i]);
        put_worklist(out, h->sums);
        put_reasons(out, sums_reasons(h->sums));
        put_versions(out, list, count);
    }
    buffer_puts(out, "</div>\n</body>\n</html>\n");
    out->failed = out->failed || sums_failed(h->sums);
}
