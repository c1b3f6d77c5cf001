#include "engine/base/json.h"
#include "engine/base/limits.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const unwanted[] = {"Claim", "Goal", NULL};

/* A document in memory of its own, so that a sanitizer sees each byte beyond the padding. */
struct loaded {
    json_reader *reader;
    char *text;
    json_doc doc;
    eligo_error err;
    bool ok;
};

static struct loaded load(const char *text, size_t size)
{
    struct loaded l = {.reader = json_reader_new(), .text = calloc(1, size + JSON_PADDING)};

    memcpy(l.text, text, size);
    l.ok = json_parse(l.reader, l.text, size, "x.json", unwanted, &l.doc, &l.err);
    return l;
}

static void unload(struct loaded *l)
{
    json_reader_delete(l->reader);
    free(l->text);
}

struct refused {
    char text[64];
    size_t size; /* 0: strlen */
    size_t line, column;
};

ParameterizedTestParameters(json, refused)
{
    static struct refused cases[] = {
        {"", 0, 1, 1},
        {" \n ", 0, 2, 2},
        {"{", 0, 1, 2},
        {"[1, 2", 0, 1, 6},
        {"{\"a\":", 0, 1, 6},
        {"{\"a\"", 0, 1, 5},
        {"{\"a\" 1}", 0, 1, 6},
        {"{\"a\":1,}", 0, 1, 8},
        {"{\"a\":}", 0, 1, 6},
        {"{a:1}", 0, 1, 2},
        {"{\"a\":1 \"b\":2}", 0, 1, 8},
        {"[1,]", 0, 1, 4},
        {"[,1]", 0, 1, 2},
        {"[1 2]", 0, 1, 4},
        {"[1}", 0, 1, 3},
        {"{\"a\":1]", 0, 1, 7},
        {"[\n  tru]", 0, 2, 3},
        {"[nulll]", 0, 1, 2},
        {"[true\"x\"]", 0, 1, 2},
        {"[\"x\"true]", 0, 1, 5},
        {"[\"x\"\"y\"]", 0, 1, 5},
        {"[01]", 0, 1, 2},
        {"[1.]", 0, 1, 2},
        {"[.5]", 0, 1, 2},
        {"[+5]", 0, 1, 2},
        {"[-]", 0, 1, 2},
        {"[1e]", 0, 1, 2},
        {"[NaN]", 0, 1, 2},
        {"[\"\\q\"]", 0, 1, 3},
        {"[\"\\u12G4\"]", 0, 1, 3},
        {"[\"a\tb\"]", 0, 1, 4},
        {"[\"a\0b\"]", 7, 1, 4},
        {"[\0]", 3, 1, 2},
        {"{}\0", 3, 1, 3},
        {"[\"abc]", 0, 1, 2},
        {"{} {}", 0, 1, 4},
        {"1 2", 0, 1, 3},
        {"{}\n\n]", 0, 3, 1},
        {"[\"a\",\n \"\xFF\"]", 0, 2, 3},
        {"[\"\xED\xA0\x80\"]", 0, 1, 3},
        {"{\"resourceType\":\"Claim\",\"a\":[1", 0, 1, 31},
        {"{\"resourceType\":\"Claim\",\"a\":[1]]", 0, 1, 32},
    };
    return cr_make_param_array(struct refused, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct refused *c, json, refused)
{
    struct loaded l = load(c->text, c->size ? c->size : strlen(c->text));

    cr_assert_not(l.ok, "%s", c->text);
    cr_expect_eq(l.err.code, ELIGO_EPARSE);
    cr_expect(l.err.line == c->line && l.err.column == c->column, "%s: %zu:%zu %s", c->text, l.err.line,
              l.err.column, l.err.message);
    cr_expect_str_eq(l.err.file, "x.json");
    unload(&l);
}

Test(json, places_and_siblings)
{
    const char *text = "\xEF\xBB\xBF{ \"a\" : [1, \"two\" , {\"b\":null}] , \"c\":-1.5e2 }\r\n";
    struct loaded l = load(text, strlen(text));
    const json_value *root = l.doc.root, *a, *c;
    double number = 0;

    cr_assert(l.ok, "%s", l.err.message);
    cr_expect_eq(root->count, 2u);
    a = json_get(&l.doc, root, "a");
    cr_assert(a && a->kind == JSON_ARRAY && a->count == 3);
    cr_expect_eq(a->next, 5u);
    cr_expect_eq(memcmp(text + a->start, "[1, \"two\" , {\"b\":null}]", a->size), 0);
    cr_expect(json_is(&l.doc, json_next(json_first(a)), "two"));
    c = json_next(a);
    cr_expect(json_key_is(&l.doc, c, "c"));
    cr_expect(json_number(&l.doc, c, &number) && number == -150);
    cr_expect_null(json_get(&l.doc, root, "b"));
    cr_expect_null(json_get(&l.doc, c, "b"));
    cr_expect_null(json_get(&l.doc, NULL, "b"));
    cr_expect_null(json_first(json_first(a)));
    unload(&l);
}

struct string {
    char text[48], plain[24];
    size_t size;
};

ParameterizedTestParameters(json, strings)
{
    static struct string cases[] = {
        {"\"plain\"", "plain", 5},
        {"\"\"", "", 0},
        {"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t", 8},
        {"\"\\u0041\\u00e9\"", "A\xC3\xA9", 3},
        {"\"\\ud83d\\ude00\"", "\xF0\x9F\x98\x80", 4},
        {"\"\\ud83dx\"", "\xEF\xBF\xBDx", 4},
        {"\"\\ude00\\ud83d\"", "\xEF\xBF\xBD\xEF\xBF\xBD", 6},
        {"\"a\\u0000b\"", "a\0b", 3},
        {"\"\\\\\"  ", "\\", 1},
    };
    return cr_make_param_array(struct string, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct string *c, json, strings)
{
    struct loaded l = load(c->text, strlen(c->text));
    arena *a = arena_new(1 << 20);
    size_t size = 99;
    const char *plain;

    cr_assert(l.ok, "%s: %s", c->text, l.err.message);
    plain = json_text(&l.doc, l.doc.root, a, &size);
    cr_assert_eq(size, c->size, "%s", c->text);
    cr_expect_eq(memcmp(plain, c->plain, size + 1), 0, "%s", c->text);
    arena_delete(a);
    unload(&l);
}

struct number {
    char text[48];
    double value;
    bool given;
};

ParameterizedTestParameters(json, numbers)
{
    static struct number cases[] = {
        {"0", 0, true},
        {"-0.0", 0, true},
        {"1.50", 1.5, true},
        {"1.2E+2", 120, true},
        {"1e-400", 0, true},
        {"0.1", 0.1, true},
        {"1e400", 0, false},
        {"123456789012345678901234567890", 1.2345678901234568e29, true},
        {"-12.25", -12.25, true},
        {"\"7\"", 0, false},
    };
    return cr_make_param_array(struct number, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct number *c, json, numbers)
{
    struct loaded l = load(c->text, strlen(c->text));
    double value = 0;

    cr_assert(l.ok, "%s: %s", c->text, l.err.message);
    cr_expect_eq(json_number(&l.doc, l.doc.root, &value), c->given, "%s", c->text);
    cr_expect_eq(value, c->value, "%s", c->text);
    unload(&l);
}

Test(json, keys_with_escapes_and_twice)
{
    const char *text = "{\"a\\u0062\":1,\"ab\":2,\"\":3}";
    struct loaded l = load(text, strlen(text));
    arena *a = arena_new(1 << 20);
    double number = 0;

    cr_assert(l.ok);
    cr_expect(json_number(&l.doc, json_get(&l.doc, l.doc.root, "ab"), &number) && number == 1);
    cr_expect(json_number(&l.doc, json_get(&l.doc, l.doc.root, ""), &number) && number == 3);
    cr_expect_str_eq(json_key(&l.doc, json_first(l.doc.root), a, NULL), "ab");
    arena_delete(a);
    unload(&l);
}

Test(json, unwanted_objects_have_no_children)
{
    const char *text = "[{\"resourceType\":\"Claim\",\"item\":[{\"a\":\"}\"}]}, {\"resourceType\" : \"Claims\",\"a\":1},"
                       " {\"id\":\"x\",\"resourceType\":\"Goal\"}, {\"resourceType\": \"Goal\"}]";
    struct loaded l = load(text, strlen(text));
    const json_value *v;

    cr_assert(l.ok, "%s", l.err.message);
    cr_assert_eq(l.doc.root->count, 4u);
    v = json_first(l.doc.root);
    cr_expect(v->kind == JSON_OBJECT && v->count == 0 && v->next == 1);
    cr_expect_eq(text[v->start + v->size - 1], '}');
    v = json_next(v);
    cr_expect_eq(v->count, 2u);
    v = json_next(v);
    cr_expect_eq(v->count, 2u);
    v = json_next(v);
    cr_expect_eq(v->count, 0u);
    unload(&l);
}

Test(json, nesting_has_a_limit)
{
    static char text[4 * LIMIT_JSON_DEPTH];
    struct loaded l;

    for (size_t deep = LIMIT_JSON_DEPTH; deep <= LIMIT_JSON_DEPTH + 1; deep++) {
        memset(text, '[', deep);
        memset(text + deep, ']', deep);
        l = load(text, 2 * deep);
        cr_expect_eq(l.ok, deep == LIMIT_JSON_DEPTH);
        if (!l.ok)
            cr_expect(l.err.code == ELIGO_ELIMIT && l.err.column == deep, "%zu", l.err.column);
        unload(&l);
    }
}

Test(json, a_reader_is_used_again)
{
    json_reader *r = json_reader_new();
    size_t size = 3 << 20;
    char *text = calloc(1, size + JSON_PADDING);
    json_doc doc;
    eligo_error err = {0};

    memset(text, ' ', size);
    memcpy(text, "[1,", 3);
    memcpy(text + size - 2, "2]", 2);
    for (int i = 0; i < 2; i++) {
        cr_assert(json_parse(r, "{}                                                                    ", 2, "a",
                             NULL, &doc, &err));
        cr_expect_eq(doc.root->count, 0u);
        cr_assert(json_parse(r, text, size, "b", NULL, &doc, &err));
        cr_expect_eq(doc.root->count, 2u);
    }
    cr_assert_not(json_parse(r, text, size - 1, "b", NULL, &doc, &err));
    free(text);
    json_reader_delete(r);
}
