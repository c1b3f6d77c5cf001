/* Findings as SARIF 2.1.0, held against the schema's own rules for the objects that are written: which
 * members an object may have, which it must have, of which type they are, and which values are allowed.
 * (From the schema of the standard, sarif-schema-2.1.0.json of OASIS; objects there allow no others.)
 * Places are recomputed from the text. */
#include "engine/api.h"
#include "engine/base/json.h"
#include "engine/base/limits.h"
#include "engine/findings.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- the schema ---- */

/* type: s string, u string that is a URI reference, i integer from 0, l integer from 1, b bag of anything, m map of
 * strings; {NAME one object, [NAME an array of objects; = one of the words. `!`: must be there. */
static const struct member {
    const char *object, *key, *type;
} schema[] = {
    {"log", "$schema", "u"},
    {"log", "version", "!=2.1.0"},
    {"log", "runs", "![run"},
    {"run", "tool", "!{tool"},
    {"run", "columnKind", "=utf16CodeUnits|unicodeCodePoints"},
    {"run", "results", "[result"},
    {"run", "artifacts", "[artifact"},
    {"tool", "driver", "!{component"},
    {"component", "name", "!s"},
    {"component", "semanticVersion", "s"},
    {"component", "rules", "[descriptor"},
    {"descriptor", "id", "!s"},
    {"descriptor", "shortDescription", "{text"},
    {"descriptor", "fullDescription", "{text"},
    {"descriptor", "help", "{text"},
    {"descriptor", "defaultConfiguration", "{configuration"},
    {"configuration", "level", "=none|note|warning|error"},
    {"text", "text", "!s"},
    {"result", "ruleId", "s"},
    {"result", "ruleIndex", "i"},
    {"result", "level", "=none|note|warning|error"},
    {"result", "kind", "=notApplicable|pass|fail|review|open|informational"},
    {"result", "message", "!{text"},
    {"result", "locations", "[location"},
    {"result", "partialFingerprints", "m"},
    {"result", "fixes", "[fix"},
    {"result", "suppressions", "[suppression"},
    {"result", "properties", "b"},
    {"location", "physicalLocation", "{physical"},
    {"physical", "artifactLocation", "!{place"},
    {"physical", "region", "{region"},
    {"place", "uri", "u"},
    {"place", "index", "i"},
    {"region", "startLine", "l"},
    {"region", "startColumn", "l"},
    {"region", "endLine", "l"},
    {"region", "endColumn", "l"},
    {"region", "byteOffset", "!i"}, /* the schema asks for one of three; bytes are the one that is always known */
    {"region", "byteLength", "i"},
    {"region", "snippet", "{text"},
    {"fix", "description", "{text"},
    {"fix", "artifactChanges", "![change"},
    {"change", "artifactLocation", "!{place"},
    {"change", "replacements", "![replacement"},
    {"replacement", "deletedRegion", "!{region"},
    {"replacement", "insertedContent", "{text"},
    {"suppression", "kind", "!=inSource|external"},
    {"suppression", "justification", "s"},
    {"artifact", "location", "{place"},
    {"artifact", "length", "i"},
    {"artifact", "hashes", "m"},
};

static bool one_of(const json_doc *d, const json_value *v, const char *words)
{
    while (*words) {
        size_t n = strcspn(words, "|");

        if (v->kind == JSON_STRING && v->size == n && memcmp(d->text + v->start, words, n) == 0)
            return true;
        words += n + (words[n] == '|');
    }
    return false;
}

static void check_object(const json_doc *d, const json_value *v, const char *name);

static void check_value(const json_doc *d, const json_value *v, const char *type, const char *where)
{
    double number = v->kind == JSON_NUMBER ? strtod(d->text + v->start, NULL) : -1;

    switch (*type) {
    case 's': cr_expect_eq(v->kind, JSON_STRING, "%s is no string", where); break;
    case 'u':
        cr_expect_eq(v->kind, JSON_STRING, "%s is no string", where);
        cr_expect(!memchr(d->text + v->start, ' ', v->size), "%s is no URI: it has a blank", where);
        break;
    case 'i': cr_expect(number >= 0 && number == (double)(long long)number, "%s is no integer from 0", where); break;
    case 'l': cr_expect(number >= 1 && number == (double)(long long)number, "%s is no integer from 1", where); break;
    case 'b': cr_expect_eq(v->kind, JSON_OBJECT, "%s is no object", where); break;
    case 'm': {
        const json_value *x = json_first(v);

        cr_expect_eq(v->kind, JSON_OBJECT, "%s is no object", where);
        for (unsigned i = 0; i < v->count; i++, x = json_next(x))
            cr_expect(x->kind == JSON_STRING && x->size > 0, "%s: a value is no string", where);
        break;
    }
    case '=': cr_expect(one_of(d, v, type + 1), "%s is \"%.*s\", none of %s", where, (int)v->size, d->text + v->start, type + 1); break;
    case '{': check_object(d, v, type + 1); break;
    case '[': {
        const json_value *x = json_first(v);

        cr_expect_eq(v->kind, JSON_ARRAY, "%s is no array", where);
        for (unsigned i = 0; i < v->count; i++, x = json_next(x))
            check_object(d, x, type + 1);
        break;
    }
    default: cr_assert_fail("type %s", type);
    }
}

static void check_object(const json_doc *d, const json_value *v, const char *name)
{
    const json_value *x = json_first(v);

    cr_assert_eq(v->kind, JSON_OBJECT, "%s is no object", name);
    for (size_t i = 0; i < sizeof schema / sizeof *schema; i++)
        if (strcmp(schema[i].object, name) == 0 && schema[i].type[0] == '!')
            cr_expect(json_get(d, v, schema[i].key), "%s lacks %s", name, schema[i].key);
    for (unsigned k = 0; k < v->count; k++, x = json_next(x)) {
        const struct member *m = NULL;
        char where[80];

        for (size_t i = 0; i < sizeof schema / sizeof *schema && !m; i++)
            if (strcmp(schema[i].object, name) == 0 && json_key_is(d, x, schema[i].key))
                m = &schema[i];
        cr_expect(m, "%s may not have %.*s", name, (int)x->key_size, d->text + x->key);
        if (!m)
            continue;
        snprintf(where, sizeof where, "%s.%s", name, m->key);
        check_value(d, x, m->type + (m->type[0] == '!'), where);
    }
}

/* ---- places ---- */

static size_t number_of(const json_doc *d, const json_value *region, const char *key)
{
    const json_value *v = json_get(d, region, key);

    cr_assert(v && v->kind == JSON_NUMBER, "no %s", key);
    return (size_t)strtoull(d->text + v->start, NULL, 10);
}

static void line_and_column(const char *text, size_t at, size_t *line, size_t *column)
{
    *line = *column = 1;
    for (size_t i = 0; i < at; i++)
        if (text[i] == '\n') {
            ++*line;
            *column = 1;
        } else if (((unsigned char)text[i] & 0xC0) != 0x80)
            ++*column;
}

static void check_region(const json_doc *d, const json_value *region, const char *text, size_t size)
{
    size_t start = number_of(d, region, "byteOffset"), end = start + number_of(d, region, "byteLength"), line, column;

    cr_assert(start <= end && end <= size);
    line_and_column(text, start, &line, &column);
    cr_expect_eq(number_of(d, region, "startLine"), line);
    cr_expect_eq(number_of(d, region, "startColumn"), column);
    line_and_column(text, end, &line, &column);
    cr_expect_eq(number_of(d, region, "endLine"), line);
    cr_expect_eq(number_of(d, region, "endColumn"), column);
}

/* ---- documents ---- */

struct text {
    char text[640];
    unsigned results, fixes; /* at least so many */
    unsigned suppressed;
};

ParameterizedTestParameters(sarif, fits_the_schema)
{
    static struct text cases[] = {
        {"Inclusion Criteria:\n\n - Older than 40 years\n - platelets > 80 x 109/L\n\nExclusion Criteria:\n\n - severe migraine or epilepsy\n - No gout\n", 4, 2, 1},
        {"Inclusion Criteria:\r\n\r\n - \xC3\x84lter than 40 years\r\n - Ferritin between 20 and 90 \xC2\xB5g/L \xE2\x89\xA5 \"x\"\r\n - Over 50 years\r\n", 1, 0, 0},
        {"Exclusion Criteria:\n\n - None\n", 0, 0, 0},
        {"{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT00000001\"},\"eligibilityModule\":{\"eligibilityCriteria\":"
         "\"Inclusion Criteria:\\n\\n* Over 40 years\\n* Creatinine > 2\\n\\nExclusion Criteria:\\n\\n* severe asthma\\u00a0(x)\\n\",\"minimumAge\":\"30 Years\"}}}",
         3, 0, 0},
        {"Inclusion Criteria:\n\n1. Persons with\n2. HbA1c &lt; 9 %\n3. BMI < 20 and > 30 kg/m2\n\nExclusion Criteria:\n\n2. prior use of statins\n", 4, 1, 0},
    };

    return cr_make_param_array(struct text, cases, sizeof cases / sizeof *cases);
}

static void hear(const eligo_error *err, void *context)
{
    (void)err;
    (void)context;
}

/* What is accepted: modifier-scope, for a reason. */
static void accept_one(accepted *a)
{
    static const char line[] = "*\tmodifier-scope\t*\tmeant of both\n";
    char path[] = "/tmp/eligo-accepted-XXXXXX";
    int file = mkstemp(path);
    eligo_error err = {0};

    cr_assert(file >= 0 && write(file, line, sizeof line - 1) == (ssize_t)(sizeof line - 1));
    close(file);
    cr_expect(accepted_suppressions(a, path, &err), "%s", err.message);
    unlink(path);
}

ParameterizedTest(struct text *c, sarif, fits_the_schema)
{
    size_t size = strlen(c->text);
    eligo_error err = {0};
    eligo_trials *t = eligo_trials_open_memory(c->text, size, "t.txt", NULL, hear, NULL, &err);
    eligo_rules *r = NULL;
    buffer b;
    accepted *a = accepted_new();
    findings_choice choice = {.least = SEVERITY_NOTE, .accepted = a};
    findings_out *o;
    json_reader *reader = json_reader_new();
    json_doc d;
    const json_value *run, *results, *rules_of, *x;
    unsigned fixes = 0, suppressed = 0;

    cr_assert_not_null(a);
    accept_one(a);
    cr_assert(t && eligo_trials_next(t, &r, &err) == ELIGO_OK, "%s", err.message);
    eligo_trials_close(t);
    buffer_init(&b, 0);
    o = findings_begin(FINDINGS_SARIF, &choice, false, &b);
    cr_assert_not_null(o);
    findings_add(o, r->rules, r->rules->findings, c->text, size, "t.txt");
    findings_end(o);
    cr_expect(findings_delete(o));
    for (size_t i = 0, had = b.size; i < JSON_PADDING; i++)
        buffer_putc(&b, 0), b.size = had + i + 1;
    b.size -= JSON_PADDING;
    cr_assert(reader && json_parse(reader, b.data, b.size, "sarif", &d, &err), "%s", err.message);
    check_object(&d, d.root, "log");

    run = json_first(json_get(&d, d.root, "runs"));
    rules_of = json_get(&d, json_get(&d, json_get(&d, run, "tool"), "driver"), "rules");
    results = json_get(&d, run, "results");
    cr_assert(results && rules_of);
    cr_expect_geq(results->count, c->results, "%s: %u results", c->text, results->count);
    x = json_first(results);
    for (unsigned i = 0; i < results->count; i++, x = json_next(x)) {
        const json_value *physical = json_get(&d, json_first(json_get(&d, x, "locations")), "physicalLocation");
        const json_value *region = json_get(&d, physical, "region"), *id = json_get(&d, x, "ruleId"), *fix = json_get(&d, x, "fixes");
        const json_value *rule = json_first(rules_of), *suppression = json_first(json_get(&d, x, "suppressions"));

        cr_assert(region && id && json_get(&d, x, "partialFingerprints"));
        check_region(&d, region, c->text, size);
        /* the rule that the index points to has this id, and help */
        for (size_t k = number_of(&d, x, "ruleIndex"); k > 0; k--)
            rule = json_next(rule);
        cr_expect_eq(json_get(&d, rule, "id")->size, id->size);
        cr_expect_arr_eq(d.text + json_get(&d, rule, "id")->start, d.text + id->start, id->size);
        cr_expect(json_get(&d, rule, "help"));
        cr_expect_eq(suppression != NULL, id->size == 14 && memcmp(d.text + id->start, "modifier-scope", 14) == 0);
        suppressed += suppression != NULL;
        if (fix) {
            const json_value *change = json_first(json_get(&d, json_first(fix), "artifactChanges"));
            const json_value *replacement = json_first(json_get(&d, change, "replacements"));

            check_region(&d, json_get(&d, replacement, "deletedRegion"), c->text, size);
            cr_expect(json_get(&d, replacement, "insertedContent"));
            fixes++;
        }
    }
    cr_expect_eq(suppressed, c->suppressed, "%s: %u suppressed", c->text, suppressed);
    cr_expect_geq(fixes, c->fixes, "%s: %u fixes", c->text, fixes);
    json_reader_delete(reader);
    buffer_free(&b);
    accepted_delete(a);
    eligo_rules_delete(r);
}
