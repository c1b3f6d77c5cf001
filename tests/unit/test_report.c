/* Reports, and the public API that they are reached by. */
#include "engine/base/json.h"
#include "engine/eligo.h"
#include "engine/report.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- CSV cells ---- */

struct cell {
    char text[40], csv[48];
};

ParameterizedTestParameters(csv, cells)
{
    static struct cell cases[] = {
        {"", ""},
        {"plain words", "plain words"},
        {"a, b", "\"a, b\""},
        {"said \"no\"", "\"said \"\"no\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"=1+1", "\"'=1+1\""},
        {"+49 30", "\"'+49 30\""},
        {"-1", "\"'-1\""},
        {"@SUM(A1)", "\"'@SUM(A1)\""},
        {"\tx", "\"'\tx\""},
        {"\rx", "\"'\rx\""},
        {"x=1", "x=1"},
        {"red\x1b[31m", "\"red?[31m\""},
        {"=\"a\",b", "\"'=\"\"a\"\",b\""},
    };

    return cr_make_param_array(struct cell, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct cell *c, csv, cells)
{
    buffer b;

    buffer_init(&b, 0);
    buffer_puts(&b, "");
    csv_cell(&b, c->text, strlen(c->text));
    cr_expect_str_eq(b.data, c->csv);
    buffer_free(&b);
}

/* ---- a screening from memory to text ---- */

static const char trial[] = "Inclusion Criteria:\n- Age 18 to 60 years\n- BMI < 30 kg/m2\n"
                            "Exclusion Criteria:\n- Epilepsy\n- Pregnancy\n";

/* A Bundle of one patient: `id`, a BMI (0: none), and a condition of epilepsy or not. */
static void put_patient(buffer *b, const char *id, double bmi, bool epilepsy)
{
    buffer_printf(b, "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":"
                     "\"Patient\",\"id\":\"%s\",\"gender\":\"male\",\"birthDate\":\"1980-02-03\"}}",
                  id);
    if (bmi > 0)
        buffer_printf(b, ",{\"resource\":{\"resourceType\":\"Observation\",\"id\":\"%s-b\",\"status\":\"final\",\"subject\":{"
                         "\"reference\":\"Patient/%s\"},\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":"
                         "\"39156-5\"}]},\"effectiveDateTime\":\"2024-03-01\",\"valueQuantity\":{\"value\":%g,\"unit\":"
                         "\"kg/m2\",\"system\":\"http://unitsofmeasure.org\",\"code\":\"kg/m2\"}}}",
                      id, id, bmi);
    if (epilepsy)
        buffer_printf(b, ",{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"%s-e\",\"subject\":{\"reference\":"
                         "\"Patient/%s\"},\"clinicalStatus\":{\"coding\":[{\"code\":\"active\"}]},\"code\":{\"coding\":[{"
                         "\"system\":\"http://snomed.info/sct\",\"code\":\"84757009\"}]},\"onsetDateTime\":\"2019-01-01\"}}",
                      id, id);
    buffer_puts(b, "]}\n");
}

static bool keep(const char *data, size_t size, void *context)
{
    buffer_add(context, data, size);
    return true;
}

static bool refuse(const char *data, size_t size, void *context)
{
    (void)data;
    (void)size;
    (void)context;
    return false;
}

/* Screens the patients of a file; the report in *out. Gives the code of the report. */
static eligo_code screen(const char *patients, eligo_format format, bool colour, eligo_sink *sink, buffer *out)
{
    char path[] = "test-report-XXXXXX.ndjson";
    int fd = mkstemps(path, 7);
    eligo_error err = {0};
    eligo_rules *rules = NULL;
    eligo_patient *p = NULL;
    eligo_code code = ELIGO_OK;

    cr_assert_geq(fd, 0);
    cr_assert_eq(write(fd, patients, strlen(patients)), (ssize_t)strlen(patients));
    close(fd);
    eligo_lexicon *lx = eligo_lexicon_open(NULL, &err);
    eligo_trials *t = eligo_trials_open_memory(trial, strlen(trial), "trial", lx, NULL, NULL, &err);

    cr_assert_eq(eligo_trials_next(t, &rules, &err), ELIGO_OK, "%s", err.message);
    cr_expect_eq(eligo_rules_criteria(rules), 4);
    eligo_policy *policy = eligo_policy_new(&err);

    cr_assert_eq(eligo_policy_as_of(policy, "2024-05-01", &err), ELIGO_OK);
    cr_assert_eq(eligo_policy_closed_world(policy, "condition", &err), ELIGO_OK);
    eligo_report *r = eligo_report_new(format, colour, sink, out, &err);
    eligo_patients *all = eligo_patients_open(path, lx, NULL, NULL, &err);

    cr_assert_not_null(all, "%s", err.message);
    while (eligo_patients_next(all, &p, &err) == ELIGO_OK) {
        const eligo_verdict *v = eligo_screen(rules, p, policy, &err);

        cr_assert_not_null(v, "%s", err.message);
        if (strcmp(eligo_patient_id(p), "fat") == 0) {
            cr_expect_eq(eligo_verdict_answer(v), ELIGO_FAIL);
            cr_expect_eq(eligo_verdict_criterion(v, "I2"), ELIGO_FAIL);
            cr_expect_eq(eligo_verdict_criterion(v, "I1"), ELIGO_PASS);
            cr_expect_eq(eligo_verdict_criterion(v, "I99"), ELIGO_UNKNOWN);
        }
        if (code == ELIGO_OK)
            code = eligo_report_add(r, v, &err);
    }
    if (code == ELIGO_OK)
        code = eligo_report_end(r, &err);
    eligo_report_delete(r);
    eligo_patients_close(all);
    eligo_policy_delete(policy);
    eligo_rules_delete(rules);
    eligo_trials_close(t);
    eligo_lexicon_close(lx);
    unlink(path);
    return code;
}

static buffer report_of(const char *patients, eligo_format format, bool colour)
{
    buffer out;

    buffer_init(&out, 0);
    cr_expect_eq(screen(patients, format, colour, keep, &out), ELIGO_OK);
    cr_assert_not_null(out.data);
    return out;
}

static char *three_patients(void)
{
    buffer b;

    buffer_init(&b, 0);
    put_patient(&b, "fit", 24, false);
    put_patient(&b, "fat", 34, false);
    put_patient(&b, "who", 0, false);
    return b.data;
}

/* Values of a JSON text that is as it should be. */
static unsigned count_json(const char *text, size_t size)
{
    json_reader *reader = json_reader_new();
    char *padded = calloc(1, size + JSON_PADDING);
    json_doc doc;
    eligo_error err = {0};

    memcpy(padded, text, size);
    cr_assert(json_parse(reader, padded, size, "report", &doc, &err), "%s", err.message);
    cr_expect(doc.root->kind == JSON_ARRAY || json_is(&doc, json_get(&doc, doc.root, "schema"), "eligo.verdict/1"));
    unsigned count = doc.root->kind == JSON_ARRAY ? doc.root->count : 0;

    json_reader_delete(reader);
    free(padded);
    return count;
}

Test(report, json_is_an_object_or_an_array)
{
    char *three = three_patients();
    buffer one, none = {0};
    buffer all = report_of(three, ELIGO_JSON, false);

    cr_expect_eq(count_json(all.data, all.size), 3);
    buffer_init(&one, 0);
    put_patient(&one, "solo", 24, true);
    none = report_of(one.data, ELIGO_JSON, false);
    cr_expect_eq(count_json(none.data, none.size), 0);
    cr_expect(strstr(none.data, "\"verdict\": \"fail\""));
    buffer_free(&all);
    buffer_free(&one);
    buffer_free(&none);
    free(three);
}

Test(report, ndjson_has_a_line_a_verdict)
{
    char *three = three_patients();
    buffer all = report_of(three, ELIGO_NDJSON, false);
    size_t lines = 0;

    for (const char *at = all.data, *end; (end = strchr(at, '\n')); at = end + 1) {
        count_json(at, (size_t)(end - at));
        lines++;
    }
    cr_expect_eq(lines, 3);
    buffer_free(&all);
    free(three);
}

Test(report, csv_has_a_row_a_criterion)
{
    char *three = three_patients();
    buffer all = report_of(three, ELIGO_CSV, false);
    size_t lines = 0;

    for (size_t i = 0; i < all.size; i++)
        lines += all.data[i] == '\n';
    cr_expect_eq(lines, 1 + 3 * 4);
    cr_expect_eq(strncmp(all.data, "patient,trial,as_of,verdict,", 28), 0);
    cr_expect(strstr(all.data, "\r\nfat,trial,2024-05-01,fail,false,I2,inclusion,fail,"));
    buffer_free(&all);
    free(three);
}

Test(report, text_sums_several_up)
{
    char *three = three_patients();
    buffer all = report_of(three, ELIGO_TEXT, false);

    cr_expect(strstr(all.data, "3 patients, 1 pass, 1 fail, 1 unknown"), "%s", all.data);
    cr_expect(strstr(all.data, "  I2                3       1       1        1              1          2  BMI < 30 kg/m2"), "%s", all.data);
    cr_expect(strstr(all.data, "              1         1        1  body mass index"), "%s", all.data);
    cr_expect(strstr(all.data, "Index date 2024-05-01. Closed world (not recorded means absent): condition."));
    cr_expect_null(strchr(all.data, '\033'));
    buffer_free(&all);
    free(three);
}

Test(report, json_says_what_would_settle_it)
{
    buffer one, out;

    buffer_init(&one, 0);
    put_patient(&one, "who", 0, false);
    out = report_of(one.data, ELIGO_NDJSON, false);
    cr_expect(strstr(out.data, "\"worklist\":[{\"missing\":\"body mass index\",\"clauses\":[\"I2\"]}]"), "%s", out.data);
    cr_expect_null(strstr(out.data, "unrecognized"));
    buffer_free(&out);
    buffer_clear(&one);
    put_patient(&one, "fat", 34, false); /* nothing settles what has failed */
    out = report_of(one.data, ELIGO_NDJSON, false);
    cr_expect_null(strstr(out.data, "worklist"));
    buffer_free(&out);
    buffer_free(&one);
}

/* What the record has and the lexicon not is named, in each form for people. */
Test(report, names_what_it_does_not_know)
{
    static const eligo_format formats[] = {ELIGO_TEXT, ELIGO_JSON, ELIGO_HTML};
    buffer one;

    buffer_init(&one, 0);
    buffer_puts(&one, "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\"}},"
                      "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"Patient/p\"},\"code\":{\"text\":\"Zuckerkrankheit\"}}}]}\n");
    for (size_t i = 0; i < 3; i++) {
        buffer out = report_of(one.data, formats[i], false);

        cr_expect(strstr(out.data, "Zuckerkrankheit"), "%s", out.data);
        buffer_free(&out);
    }
    buffer_free(&one);
}

Test(report, text_of_one_begins_with_the_verdict)
{
    buffer one, out;

    buffer_init(&one, 0);
    put_patient(&one, "fat", 34, false);
    out = report_of(one.data, ELIGO_TEXT, false);
    cr_expect_eq(strstr(out.data, "\xE2\x9C\x98 FAIL  patient fat, trial trial: I2 body mass index"), out.data);
    cr_expect_null(strstr(out.data, "Attrition"));
    cr_expect(strstr(out.data, "4 of 4 clauses understood"));
    buffer_free(&out);
    out = report_of(one.data, ELIGO_TEXT, true);
    cr_expect(strstr(out.data, "\033[31m\xE2\x9C\x98"));
    buffer_free(&out);
    buffer_free(&one);
}

Test(report, an_output_that_fails_is_said)
{
    char *three = three_patients();
    buffer out;

    buffer_init(&out, 0);
    cr_expect_eq(screen(three, ELIGO_NDJSON, false, refuse, &out), ELIGO_EWRITE);
    free(three);
}

/* ---- HTML: whatever an input says, it is text ---- */

typedef struct shape { /* what a parser finds */
    size_t elements, attributes, strange;
} shape;

static bool is_one_of(const char *name, const char *const *list)
{
    while (*list && strcmp(*list, name) != 0)
        list++;
    return *list != NULL;
}

static void measure(const xmlNode *n, shape *s)
{
    static const char *const elements[] = {"html", "head", "meta", "title", "style", "body", "div", "h1", "h2", "h3", "p", "table",
                                           "thead", "tbody", "tr", "th", "td", "span", "br", "a", NULL};
    static const char *const attributes[] = {"lang", "charset", "http-equiv", "content", "name", "class", "id", "href", NULL};

    for (; n; n = n->next) {
        if (n->type == XML_ELEMENT_NODE) {
            s->elements++;
            s->strange += !is_one_of((const char *)n->name, elements);
            for (const xmlAttr *a = n->properties; a; a = a->next) {
                s->attributes++;
                s->strange += !is_one_of((const char *)a->name, attributes);
                if (strcmp((const char *)a->name, "href") == 0)
                    s->strange += strncmp((const char *)a->children->content, "#p", 2) != 0;
            }
        }
        measure(n->children, s);
    }
}

static shape shape_of(const buffer *html)
{
    shape s = {0};
    htmlDocPtr doc = htmlReadMemory(html->data, (int)html->size, "report", "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);

    cr_assert_not_null(doc);
    measure(xmlDocGetRootElement(doc), &s);
    xmlFreeDoc(doc);
    return s;
}

/* A patient with `text` wherever a record has words of its own (JSON-escaped by the caller). */
static void put_words(buffer *b, const char *text)
{
    buffer_printf(b, "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\","
                     "\"id\":\"%s\",\"gender\":\"male\",\"birthDate\":\"1980-02-03\"}},{\"resource\":{\"resourceType\":\"Observation\","
                     "\"id\":\"%s\",\"status\":\"final\",\"code\":{\"text\":\"%s\",\"coding\":[{\"system\":\"http://loinc.org\",\"code\":"
                     "\"39156-5\",\"display\":\"%s\"}]},\"effectiveDateTime\":\"2024-03-01\",\"valueQuantity\":{\"value\":34,\"unit\":"
                     "\"%s\"}}},{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"%s\",\"clinicalStatus\":{\"coding\":[{\"code\":"
                     "\"active\"}]},\"code\":{\"text\":\"%s\",\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"84757009\","
                     "\"display\":\"%s\"}]}}}]}\n",
                  text, text, text, text, text, text, text, text);
}

struct hostile {
    char json[72];  /* in the record */
    char never[24]; /* bytes that must not be in the page */
};

ParameterizedTestParameters(html, hostile_words)
{
    static struct hostile cases[] = {
        {"</td></tr></table><script>alert(1)</script>", "<script"},
        {"\\\"><img src=x onerror=alert(1)>", "<img"},
        {"' onmouseover='alert(1)", "' onmouse"},
        {"</style></title><svg/onload=x>", "<svg"},
        {"<!--", "<!--"},
        {"]]><![CDATA[<b>", "<![CDATA"},
        {"a\\u202Eb\\u2066c\\u061C", "\xE2\x80\xAE"},
        {"a\\u0007\\u001b[31m\\u0085", "\x1b"},
        {"&lt;b&gt;&#60;script&#62;", "&lt;b"},
        {"javascript:alert(1)", "href=\"javascript"},
        {"\\uD800x", "\xED\xA0"},
    };
    return cr_make_param_array(struct hostile, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct hostile *c, html, hostile_words)
{
    buffer records, plain, page;
    shape expected, got;

    buffer_init(&records, 0);
    put_words(&records, "plain");
    plain = report_of(records.data, ELIGO_HTML, false);
    expected = shape_of(&plain);
    cr_expect(expected.elements > 60 && expected.strange == 0, "%zu", expected.strange);
    buffer_clear(&records);
    put_words(&records, c->json);
    page = report_of(records.data, ELIGO_HTML, false);
    got = shape_of(&page);
    cr_expect_eq(got.elements, expected.elements, "%s: %zu, not %zu", c->json, got.elements, expected.elements);
    cr_expect_eq(got.attributes, expected.attributes, "%s", c->json);
    cr_expect_eq(got.strange, 0, "%s", c->json);
    cr_expect_null(strstr(page.data, c->never), "%s", c->json);
    buffer_free(&records);
    buffer_free(&plain);
    buffer_free(&page);
}

Test(html, has_all_that_it_should)
{
    char *three = three_patients();
    buffer page = report_of(three, ELIGO_HTML, false);
    static const char *const parts[] = {"BMI &lt; 30 kg/m2", "\xE2\x9C\x98 fail", "\xE2\x9C\x94 pass", "? unknown", "Attrition on trial",
                                        "What to look up first", "To look up: body mass index (I2)", "Index date 2024-05-01", "Closed world", "SHA-256", "First to fail"};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        cr_expect_not_null(strstr(page.data, parts[i]), "%s", parts[i]);
    cr_expect_null(strstr(page.data, "http:"));
    cr_expect_null(strstr(page.data, "https:"));
    cr_expect_null(strstr(page.data, "url("));
    buffer_free(&page);
    free(three);
}

/* ---- the rest of the API ---- */

Test(api, policies_refuse_what_makes_no_sense)
{
    eligo_error err = {0};
    eligo_policy *p = eligo_policy_new(&err);

    cr_expect_eq(eligo_policy_as_of(p, "2024-02-30", NULL), ELIGO_USAGE);
    cr_expect_eq(eligo_policy_as_of(p, "2024", NULL), ELIGO_USAGE);
    cr_expect_eq(eligo_policy_closed_world(p, "condition,medicine", NULL), ELIGO_USAGE);
    cr_expect_eq(eligo_policy_closed_world(p, "measurement", NULL), ELIGO_USAGE);
    cr_expect_eq(eligo_policy_closed_world(p, "condition,all", NULL), ELIGO_OK);
    cr_expect_eq(eligo_policy_attest(p, "E1", NULL), ELIGO_USAGE);
    cr_expect_eq(eligo_policy_attest(p, "=pass", NULL), ELIGO_USAGE);
    cr_expect_eq(eligo_policy_attest(p, "E1=maybe", &err), ELIGO_USAGE);
    cr_expect(strstr(err.message, "E1=maybe"));
    cr_expect_eq(eligo_policy_attest(p, "E1=fail", NULL), ELIGO_OK);
    eligo_policy_delete(p);
}

static void count(const eligo_error *err, void *context)
{
    cr_expect_neq(err->code, ELIGO_OK);
    ++*(int *)context;
}

Test(api, a_document_that_cannot_be_used_is_told_of)
{
    static const char *const documents[] = {"", "{\"protocolSection\": {", "{\"schema\": \"eligo.rules/1\"}"};

    for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
        eligo_error err = {0};
        eligo_rules *r = NULL;
        int told = 0;
        eligo_trials *t =
            eligo_trials_open_memory(documents[i], strlen(documents[i]), "x", NULL, count, &told, &err);

        cr_assert_not_null(t);
        cr_expect_eq(eligo_trials_next(t, &r, &err), ELIGO_END, "%zu", i);
        cr_expect_eq(told, 1, "%zu: %d", i, told);
        cr_expect_null(r);
        eligo_trials_close(t);
    }
}

/* The rules of a trial as JSON, with its findings or without. */
static void compiled(const char *text, bool findings, buffer *b)
{
    eligo_error err = {0};
    eligo_rules *r = NULL;
    eligo_trials *t = eligo_trials_open_memory(text, strlen(text), "t", NULL, NULL, NULL, &err);

    cr_assert_not_null(t);
    eligo_trials_findings(t, findings);
    cr_assert_eq(eligo_trials_next(t, &r, &err), ELIGO_OK);
    const eligo_rules *one = r;

    buffer_init(b, 0);
    cr_expect_eq(eligo_rules_write(&one, 1, ELIGO_NDJSON, keep, b, &err), ELIGO_OK);
    buffer_putc(b, '\0');
    eligo_rules_delete(r);
    eligo_trials_close(t);
}

Test(api, rules_are_the_same_without_findings)
{
    static const char text[] = "Inclusion Criteria:\n- Adequate renal function\n- Age > 18\n"
                               "Exclusion Criteria:\n- Recent stroke or asthma and gout\n";
    buffer with, without;
    const char *findings;

    compiled(text, true, &with);
    compiled(text, false, &without);
    findings = strstr(with.data, ",\"findings\":[{\"code\"");
    cr_assert_not_null(findings, "%s", with.data);
    /* all but the last member, and the end of the object */
    cr_expect_eq(without.size, (size_t)(findings - with.data) + sizeof "}\n", "%s", without.data);
    cr_expect_eq(strncmp(with.data, without.data, (size_t)(findings - with.data)), 0);
    cr_expect_null(strstr(without.data, "\"findings\""));
    buffer_free(&with);
    buffer_free(&without);
}

Test(api, rules_are_written_as_one_or_several)
{
    eligo_error err = {0};
    eligo_rules *r = NULL;
    eligo_trials *t = eligo_trials_open_memory(trial, strlen(trial), "trial", NULL, NULL, NULL, &err);
    buffer b;

    cr_assert_eq(eligo_trials_next(t, &r, &err), ELIGO_OK);
    const eligo_rules *two[] = {r, r};

    buffer_init(&b, 0);
    cr_expect_eq(eligo_rules_write(two, 2, ELIGO_NDJSON, keep, &b, &err), ELIGO_OK);
    cr_expect_eq(b.data[b.size - 1], '\n');
    cr_expect_not_null(strstr(b.data, "}\n{\"schema\""));
    buffer_clear(&b);
    cr_expect_eq(eligo_rules_write(two, 2, ELIGO_JSON, keep, &b, &err), ELIGO_OK);
    cr_expect_eq(b.data[0], '[');
    buffer_clear(&b);
    cr_expect_eq(eligo_rules_write(two, 1, ELIGO_JSON, keep, &b, &err), ELIGO_OK);
    cr_expect_eq(b.data[0], '{');
    cr_expect_eq(eligo_rules_write(two, 1, ELIGO_CSV, keep, &b, NULL), ELIGO_USAGE);
    cr_expect_eq(eligo_rules_write(two, 1, ELIGO_TREE, refuse, &b, NULL), ELIGO_EWRITE);
    buffer_free(&b);
    eligo_rules_delete(r);
    eligo_trials_close(t);
}
