/* Sixty payloads in every field that an input can fill: title, criterion, a site's own term, the patient's id, a
 * fact's words and unit, a file's name. Whatever they say, a page has no element and no attribute that the template
 * has not, a table no formula, a terminal no command, and JSON stays JSON. */
#include "engine/api.h"
#include "engine/base/buffer.h"
#include "engine/base/json.h"
#include "engine/findings.h"

#include <criterion/criterion.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const payloads[] = {
    /* markup */
    "</script>",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg onload=alert(1)>",
    "</td></tr></table><h1>x</h1>",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[x]]>",
    "</style><b>",
    "</title><b>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "&amp;lt;b",
    "<iframe src=//evil>",
    "<base href=//evil>",
    "<meta http-equiv=refresh content=0>",
    "' onmouseover='x",
    "\" style=\"position:fixed",
    "<xmp>",
    "<plaintext>",
    "<textarea>",
    "<form action=//evil><input>",
    "<\0b>",
    /* formulas */
    "=HYPERLINK(\"http://evil\",\"x\")",
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1:A9)",
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "=\"a\",b",
    "\"=1+1\"",
    "|=1",
    "-",
    /* terminals */
    "\x1b[2J",
    "\x1b]0;owned\x07",
    "\x1b[31mred",
    "\x9b"
    "2J",
    "\xC2\x9B"
    "2J",
    "\x07",
    "\x08\x08\x08",
    "\x7f",
    "a\rb",
    "a\vb\fc",
    /* directions, invisible characters, broken UTF-8 */
    "\xE2\x80\xAE"
    "evil",
    "\xE2\x81\xA6x\xE2\x81\xA9",
    "\xD8\x9C",
    "\xE2\x80\x8B",
    "\xEF\xBB\xBF",
    "\xFF\xFE",
    "\xC0\xAF",
    "\xED\xA0\x80",
    /* other interpreters */
    "'; DROP TABLE person;--",
    "%n%n%s%s",
    "../../../../etc/passwd",
    "$(reboot)`reboot`",
};
enum { PAYLOADS = sizeof payloads / sizeof *payloads };

/* ---- inputs ---- */

/* As a JSON string; what is no UTF-8 stays as it is. */
static void put_json(buffer *b, const char *text)
{
    buffer_putc(b, '"');
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;

        if (c == '"' || c == '\\')
            buffer_printf(b, "\\%c", c);
        else if (c < 32)
            buffer_printf(b, "\\u%04x", c);
        else
            buffer_putc(b, (char)c);
    }
    buffer_putc(b, '"');
}

static void put_trial(buffer *b, const char *p)
{
    buffer text;

    buffer_init(&text, 0);
    buffer_printf(&text, "Inclusion Criteria:\n\n* Age 18 or older %s\n* BMI < 30 kg/m2\n* %s\n\nExclusion Criteria:\n\n* Epilepsy %s\n* Written consent %s\n", p, p, p, p);
    buffer_puts(b, "{\"protocolSection\":{\"identificationModule\":{\"nctId\":");
    put_json(b, p);
    buffer_puts(b, ",\"briefTitle\":");
    put_json(b, p);
    buffer_puts(b, "},\"eligibilityModule\":{\"eligibilityCriteria\":");
    put_json(b, text.data);
    buffer_puts(b, ",\"minimumAge\":\"18 Years\"}}}");
    buffer_free(&text);
}

static void put_patient(buffer *b, const char *p)
{
    static const char *const parts[] = {
        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"birthDate\":\"1980-01-01\",\"id\":",
        "}},{\"resource\":{\"resourceType\":\"Observation\",\"status\":\"final\",\"effectiveDateTime\":\"2024-03-01\",\"id\":",
        ",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"39156-5\"}],\"text\":",
        "},\"valueQuantity\":{\"value\":34,\"unit\":",
        ",\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg/m2\"}}},{\"resource\":{\"resourceType\":\"Condition\",\"id\":",
        ",\"code\":{\"text\":",
        "}}},{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"e\",\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"84757009\"}],\"text\":",
        "},\"onsetDateTime\":",
        "}}]}\n"};
    size_t count = sizeof parts / sizeof *parts;

    for (size_t i = 0; i < count; i++) {
        buffer_puts(b, parts[i]);
        if (i + 1 < count)
            put_json(b, p);
    }
}

static char *write_file(const char *end, const char *data, size_t size)
{
    char *path = NULL;
    int fd;

    cr_assert(asprintf(&path, "/tmp/eligo-hostile-XXXXXX%s", end) > 0);
    fd = mkstemps(path, (int)strlen(end));
    cr_assert(fd >= 0 && write(fd, data, size) == (ssize_t)size && close(fd) == 0);
    return path;
}

static bool keep(const char *data, size_t size, void *context)
{
    buffer_add(context, data, size);
    return true;
}

static void hear(const eligo_error *err, void *context)
{
    buffer_puts(context, err->file);
    buffer_puts(context, err->message);
}

/* A site's lexicon with the payload as a name; the built-in one where the payload cannot be one. */
static eligo_lexicon *site_of(const char *p)
{
    eligo_error err = {0};
    eligo_lexicon *lx;
    buffer b;
    char *path;

    buffer_init(&b, 0);
    buffer_printf(&b, "concept\tcategory\tname\tsynonyms\tparents\tcodes\tunits\tplausible\tnormal\tattributes\tsource\n"
                      "site_thing\tcondition\t%s\tsite thing\t\t\t\t\t\t\tsite\n",
                  p);
    path = write_file(".tsv", b.data, b.size);
    lx = eligo_lexicon_open(path, &err);
    unlink(path);
    free(path);
    buffer_free(&b);
    return lx ? lx : eligo_lexicon_open(NULL, &err);
}

/* All reports of one payload, and what `audit` writes of its trial. */
enum { TEXT,
       JSON,
       NDJSON,
       CSV,
       HTML,
       AUDIT_TEXT,
       AUDIT_SARIF,
       AUDIT_HTML,
       OUTPUTS };
enum { REPORTS = HTML + 1 };

static void audit(const eligo_rules *r, const buffer *trial, const char *p, buffer out[OUTPUTS])
{
    static const findings_format formats[] = {FINDINGS_TEXT, FINDINGS_SARIF, FINDINGS_HTML};

    for (int i = 0; i < 3; i++) {
        findings_choice all = {SEVERITY_NOTE, NULL, NULL, NULL};
        findings_out *o = findings_begin(formats[i], &all, false, &out[AUDIT_TEXT + i]);

        cr_assert(o);
        findings_add(o, r->rules, r->rules->findings, trial->data, trial->size, p);
        findings_end(o);
        cr_expect(findings_delete(o));
    }
}

static void screen(const char *p, buffer out[OUTPUTS], buffer *said)
{
    static const eligo_format formats[] = {ELIGO_TEXT, ELIGO_JSON, ELIGO_NDJSON, ELIGO_CSV, ELIGO_HTML};
    eligo_error err = {0};
    eligo_lexicon *lx = site_of(p);
    eligo_rules *rules = NULL;
    buffer trial, records;
    char *path;

    buffer_init(&trial, 0);
    buffer_init(&records, 0);
    put_trial(&trial, p);
    put_patient(&records, p);
    put_patient(&records, "second");
    path = write_file(".ndjson", records.data, records.size);
    eligo_trials *t = eligo_trials_open_memory(trial.data, trial.size, p, lx, hear, said, &err);
    eligo_policy *policy = eligo_policy_new(&err);

    cr_assert(t && policy);
    if (eligo_trials_next(t, &rules, &err) == ELIGO_OK)
        audit(rules, &trial, p, out);
    if (rules)
        for (int i = 0; i < REPORTS; i++) {
            eligo_report *r = eligo_report_new(formats[i], false, keep, &out[i], &err);
            eligo_patients *all = eligo_patients_open(path, lx, hear, said, &err);
            eligo_patient *one;

            cr_assert(r && all);
            while (eligo_patients_next(all, &one, &err) == ELIGO_OK) {
                const eligo_verdict *v = eligo_screen(rules, one, policy, &err);

                cr_assert(v && eligo_report_add(r, v, &err) == ELIGO_OK);
            }
            cr_assert_eq(eligo_report_end(r, &err), ELIGO_OK);
            eligo_report_delete(r);
            eligo_patients_close(all);
        }
    unlink(path);
    free(path);
    eligo_rules_delete(rules);
    eligo_trials_close(t);
    eligo_policy_delete(policy);
    eligo_lexicon_close(lx);
    buffer_free(&trial);
    buffer_free(&records);
}

/* ---- what must hold ---- */

static size_t strange(const xmlNode *n)
{
    static const char elements[] = " html head meta title style body div h1 h2 h3 p table thead tbody tr th td span br a ",
                      attributes[] = " lang charset http-equiv content name class id href ";
    size_t count = 0;
    char name[40];

    for (; n; n = n->next) {
        if (n->type == XML_ELEMENT_NODE) {
            snprintf(name, sizeof name, " %.30s ", (const char *)n->name);
            count += !strstr(elements, name);
            for (const xmlAttr *a = n->properties; a; a = a->next) {
                snprintf(name, sizeof name, " %.30s ", (const char *)a->name);
                count += !strstr(attributes, name);
                if (strcmp((const char *)a->name, "href") == 0)
                    count += strncmp((const char *)a->children->content, "#p", 2) != 0;
            }
        } else if (n->type != XML_TEXT_NODE && n->type != XML_CDATA_SECTION_NODE && n->type != XML_DTD_NODE) {
            count++; /* a comment, a processing instruction */
        }
        count += strange(n->children);
    }
    return count;
}

static void check_page(const char *p, const buffer *page)
{
    htmlDocPtr doc = htmlReadMemory(page->data, (int)page->size, "report", "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);

    cr_assert_not_null(doc, "%s", p);
    cr_expect_eq(strange(xmlDocGetRootElement(doc)), 0, "%s", p);
    xmlFreeDoc(doc);
}

/* Nothing that a terminal obeys, nothing that turns text round, nothing that is no UTF-8. */
static void check_plain(const char *p, const char *what, const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        unsigned char c = (unsigned char)text[i];

        cr_expect(c >= 32 || c == '\n' || c == '\r', "%s of %s: byte %u", what, p, c);
        cr_expect_neq(c, 127, "%s of %s", what, p);
        cr_expect_not(c == 0xC2 && i + 1 < size && (unsigned char)text[i + 1] < 0xA0, "%s of %s: C1", what, p);
    }
    cr_expect_null(memmem(text, size, "\xE2\x80\xAE", 3), "%s of %s", what, p);
    cr_expect_null(memmem(text, size, "\xE2\x81\xA6", 3), "%s of %s", what, p);
}

static void check_json(const char *p, const char *text, size_t size)
{
    json_reader *reader = json_reader_new();
    char *padded = calloc(1, size + JSON_PADDING);
    eligo_error err = {0};
    json_doc doc;

    memcpy(padded, text, size);
    cr_expect(json_parse(reader, padded, size, "report", &doc, &err), "%s: %s", p, err.message);
    json_reader_delete(reader);
    free(padded);
}

/* RFC 4180, each row as wide as the header; a text cell begins with no sign that starts a formula. */
static void check_table(const char *p, const buffer *b)
{
    size_t columns = 0, column = 0, rows = 0;
    bool quoted = false, begins = true;

    for (size_t i = 0; i < b->size; i++) {
        char c = b->data[i];

        if (begins && c == '"' && !quoted) {
            quoted = true;
            if (i + 1 < b->size)
                cr_expect_null(strchr("=+-@\t\r", b->data[i + 1]) && b->data[i + 1] ? "x" : NULL, "%s: a formula in quotes", p);
            begins = false;
            continue;
        }
        if (quoted) {
            if (c == '"' && i + 1 < b->size && b->data[i + 1] == '"')
                i++;
            else if (c == '"')
                quoted = false;
            continue;
        }
        if (begins)
            cr_expect_not(c && strchr("=+-@\t", c), "%s: a formula", p);
        begins = false;
        if (c == ',') {
            column++;
            begins = true;
        } else if (c == '\n') {
            column++;
            columns = columns ? columns : column;
            cr_expect_eq(column, columns, "%s: row %zu has %zu cells", p, rows, column);
            column = 0;
            rows++;
            begins = true;
        }
    }
    cr_expect_not(quoted, "%s", p);
    cr_expect_gt(rows, 2, "%s", p);
}

Test(hostile, sixty_payloads_in_every_field)
{
    cr_assert_geq(PAYLOADS, 60);
    for (size_t i = 0; i < PAYLOADS; i++) {
        const char *p = payloads[i];
        buffer out[OUTPUTS], said;

        buffer_init(&said, 0);
        for (int k = 0; k < OUTPUTS; k++)
            buffer_init(&out[k], 0);
        screen(p, out, &said);
        if (!out[TEXT].size) { /* bytes that no document may hold: then it is said */
            cr_expect(said.size, "%s", p);
        } else {
            check_plain(p, "text", out[TEXT].data, out[TEXT].size);
            check_plain(p, "page", out[HTML].data, out[HTML].size);
            check_page(p, &out[HTML]);
            check_table(p, &out[CSV]);
            check_plain(p, "audit", out[AUDIT_TEXT].data, out[AUDIT_TEXT].size);
            cr_expect_null(memmem(out[AUDIT_HTML].data, out[AUDIT_HTML].size, "<script>alert", 13), "%s", p);
            check_json(p, out[AUDIT_SARIF].data, out[AUDIT_SARIF].size);
            check_json(p, out[JSON].data, out[JSON].size);
            for (const char *at = out[NDJSON].data, *end; (end = strchr(at, '\n')); at = end + 1)
                check_json(p, at, (size_t)(end - at));
        }
        for (int k = 0; k < OUTPUTS; k++)
            buffer_free(&out[k]);
        buffer_free(&said);
    }
}
