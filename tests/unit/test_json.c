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
    json_names *types = json_names_new(unwanted);
    const uint8_t *none[] = {NULL, NULL, NULL};
    json_filter filter = {.types = types, .by_type = none};

    memcpy(l.text, text, size);
    json_reader_filter(l.reader, &filter);
    l.ok = json_parse(l.reader, l.text, size, "x.json", &l.doc, &l.err);
    json_names_delete(types);
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
                             &doc, &err));
        cr_expect_eq(doc.root->count, 0u);
        cr_assert(json_parse(r, text, size, "b", &doc, &err));
        cr_expect_eq(doc.root->count, 2u);
    }
    cr_assert_not(json_parse(r, text, size - 1, "b", &doc, &err));
    free(text);
    json_reader_delete(r);
}

/* ---- what is kept ---- */

enum { NAME_A = 1,
       NAME_LONG,
       NAME_TYPE,
       NAME_X,
       NAME_VALUE };
static const char *const names[] = {"a", "aRatherLongNameOfMore", "resourceType", "x", "value*", NULL};
static const char *const types[] = {"Keep", "Pass", NULL};
static const uint8_t all_flags[] = {0, JSON_KEEP, JSON_KEEP, JSON_KEEP, JSON_KEEP | JSON_REPEATED, JSON_KEEP};
static const uint8_t keep_flags[] = {0, 0, JSON_KEEP, JSON_KEEP, JSON_REPEATED, JSON_KEEP};
static const uint8_t *const by_type[] = {NULL, keep_flags, NULL};

struct filtered {
    json_names *names, *types;
    json_memo *memo;
    json_filter filter;
    json_reader *reader;
    char text[4096];
    json_doc doc;
    eligo_error err;
};

static struct filtered *filtered_new(bool memo)
{
    struct filtered *f = calloc(1, sizeof *f);

    f->names = json_names_new(names);
    f->types = json_names_new(types);
    f->memo = memo ? json_memo_new() : NULL;
    f->filter = (json_filter){f->names, all_flags, f->types, by_type, f->memo};
    f->reader = json_reader_new();
    json_reader_filter(f->reader, &f->filter);
    return f;
}

static bool filtered_parse(struct filtered *f, const char *text)
{
    cr_assert(strlen(text) + JSON_PADDING <= sizeof f->text);
    strcpy(f->text, text);
    f->err = (eligo_error){0};
    return json_parse(f->reader, f->text, strlen(text), "f", &f->doc, &f->err);
}

static void filtered_delete(struct filtered *f)
{
    json_reader_delete(f->reader);
    json_names_delete(f->names);
    json_names_delete(f->types);
    json_memo_delete(f->memo);
    free(f);
}

Test(json, names_are_found_by_all_of_their_letters)
{
    json_names *n = json_names_new(names);

    cr_expect_eq(json_names_find(n, "a", 1), (unsigned)NAME_A);
    cr_expect_eq(json_names_find(n, "aRatherLongNameOfMore", 21), (unsigned)NAME_LONG);
    cr_expect_eq(json_names_find(n, "aRatherLongNomeOfMore", 21), 0u);
    cr_expect_eq(json_names_find(n, "aRatherLongNameOfMor", 20), 0u);
    cr_expect_eq(json_names_find(n, "valueX", 6), (unsigned)NAME_VALUE);
    cr_expect_eq(json_names_find(n, "valueOfAnotherKindOfLength", 26), (unsigned)NAME_VALUE);
    cr_expect_eq(json_names_find(n, "value", 5), 0u); /* longer ones only */
    cr_expect_eq(json_names_find(n, "", 0), 0u);
    json_names_delete(n);
}

Test(json, only_members_that_are_asked_for)
{
    struct filtered *f = filtered_new(false);
    const json_value *root, *x;
    double number;

    cr_assert(filtered_parse(f, "{\"b\":{\"a\":[1,{}]},\"a\":1,\"x\":{\"b\":2},\"valu\\u0065s\":3,\"aRatherLongNameOfMore\":4,"
                                "\"aRatherLongNomeOfMore\":5}"),
              "%s", f->err.message);
    root = f->doc.root;
    cr_expect(root->count == 4 && root->pruned);
    cr_expect(json_number(&f->doc, json_at(root, NAME_A), &number) && number == 1);
    cr_expect(json_number(&f->doc, json_at(root, NAME_LONG), &number) && number == 4);
    cr_expect(json_number(&f->doc, json_at(root, NAME_VALUE), &number) && number == 3);
    x = json_at(root, NAME_X);
    cr_assert(x && x->kind == JSON_OBJECT && x->count == 0 && x->pruned);
    cr_expect_null(json_at(x, NAME_A));
    cr_expect_null(json_at(root, NAME_TYPE));
    /* what nobody asks for is looked at all the same */
    cr_expect_not(filtered_parse(f, "{\"b\":{\"a\":[1,}]}"));
    cr_expect_eq(f->err.column, 14u);
    cr_expect_not(filtered_parse(f, "{\"b\":\"\\q\",\"a\":1}"));
    cr_expect_eq(f->err.column, 7u);
    cr_expect_not(filtered_parse(f, "{\"b\":{\"c\":tru}}"));
    cr_expect_eq(f->err.column, 11u);
    filtered_delete(f);
}

Test(json, objects_are_of_a_type)
{
    struct filtered *f = filtered_new(false);
    const json_value *list, *v;

    cr_assert(filtered_parse(f, "[{\"resourceType\":\"Keep\",\"a\":1,\"x\":{\"a\":2}},{\"resourceType\":\"Pass\",\"a\":[1},"
                                "{\"a\":1,\"resourceType\":\"Pass\"},{\"resourceType\":\"Other\",\"a\":1}]") == false);
    cr_expect_eq(f->err.column, 135u); /* brackets are counted in what is passed over */
    cr_assert(filtered_parse(f, "[{\"resourceType\":\"Keep\",\"a\":1,\"x\":{\"a\":2}},{\"resourceType\":\"Pass\",\"a\":[1,,]},"
                                "{\"a\":1,\"resourceType\":\"Pass\"},{\"resourceType\":\"Other\",\"a\":1}]"),
              "%s", f->err.message);
    list = f->doc.root;
    v = json_first(list);
    cr_expect(v->type == 1 && v->count == 1 && v->pruned && json_at(v, NAME_TYPE));
    v = json_next(v);
    cr_expect(v->type == 2 && v->count == 0 && !v->pruned && f->text[v->start + v->size - 1] == '}');
    v = json_next(v);
    cr_expect(v->type == 0 && v->count == 2); /* not its first member */
    v = json_next(v);
    cr_expect(v->type == 0 && v->count == 2);
    filtered_delete(f);
}

/* What stands there again is the same values, at their own places. */
Test(json, what_comes_again_is_known)
{
#define AGAIN "{\"a\":[{\"a\":1,\"b\":\"no\",\"value1\":\"t\\u0065xt\"}],\"x\":[true,null]}"
    static const char text[] = "[{\"x\":" AGAIN ",\"a\":1},{\"x\":" AGAIN ",\"a\":2}, {\"x\" : " AGAIN " ,\"a\":3},{\"x\":" AGAIN "}]";
    struct filtered *plain = filtered_new(false), *f = filtered_new(true);
    unsigned numbered = 0;

    cr_assert(filtered_parse(plain, text), "%s", plain->err.message);
    for (int round = 0; round < 2; round++) {
        numbered = 0;
        cr_assert(filtered_parse(f, text), "%s", f->err.message);
        cr_assert_eq(f->doc.root->next, plain->doc.root->next);
        for (unsigned i = 0; i < f->doc.root->next; i++) {
            const json_value *v = &f->doc.root[i], *w = &plain->doc.root[i];

            cr_expect(v->kind == w->kind && v->name == w->name && v->start == w->start && v->size == w->size &&
                          v->next == w->next && v->count == w->count && v->members == w->members &&
                          v->escaped == w->escaped && v->pruned == w->pruned,
                      "value %u", i);
            if (v->same) {
                json_same same = json_memo_get(f->memo, v->same);

                numbered++;
                cr_expect(same.size == sizeof AGAIN - 1 && memcmp(same.text, AGAIN, same.size) == 0 &&
                          same.count == v->next);
            }
        }
        cr_expect_eq(numbered, round ? 4u : 2u); /* seen twice, then known */
    }
    /* not to the end: it is not the same */
    cr_expect_not(filtered_parse(f, "[{\"x\":{\"a\":[{\"a\":1,\"b\":\"no\",\"value1\":\"t\\u0065xt\"}],\"x\":[true,null}}]"));
    cr_expect_eq(f->err.column, 66u);
    cr_expect_not(filtered_parse(f, "[{\"x\":" AGAIN));
    cr_expect_eq(f->err.column, 6u + sizeof AGAIN);
    cr_expect_not(filtered_parse(f, "[{\"x\":" AGAIN "]"));
    cr_expect_eq(f->err.column, 7u + sizeof AGAIN - 1);
    /* passed over is not kept: it is kept where somebody asks for it */
    cr_assert(filtered_parse(f, "[{\"resourceType\":\"Keep\",\"x\":" AGAIN "},{\"x\":" AGAIN "}]"));
    cr_expect_null(json_at(json_first(f->doc.root), NAME_X));
    cr_expect_not_null(json_at(json_at(json_next(json_first(f->doc.root)), NAME_X), NAME_A));
    filtered_delete(f);
    filtered_delete(plain);
}

Test(json, what_is_known_is_as_deep_as_it_is)
{
    struct filtered *f = filtered_new(true);
    static char text[3000], deep[3000];
    size_t n = 0;

    strcpy(text, "[{\"x\":[[[1,2,3,4,5,6,7,8,9]]]},{\"x\":[[[1,2,3,4,5,6,7,8,9]]]},{\"x\":[[[1,2,3,4,5,6,7,8,9]]]}]");
    cr_assert(filtered_parse(f, text));
    cr_expect(json_at(json_next(json_next(json_first(f->doc.root))), NAME_X)->same);
    for (; n < LIMIT_JSON_DEPTH - 3; n++)
        deep[n] = '[';
    strcpy(deep + n, "{\"x\":[[[1,2,3,4,5,6,7,8,9]]]}");
    cr_expect_not(filtered_parse(f, deep));
    cr_expect_eq(f->err.code, ELIGO_ELIMIT);
    filtered_delete(f);
}

/* Lines that are looked at together are what each is alone, also where others of them are damaged. */
Test(json, lines_ahead)
{
    static const char *const lines[] = {
        "{\"a\":1}",
        "  [1, \"\\n\", \"x\"] \t",
        "{\"a\":",
        "\xEF\xBB\xBF{\"a\":2}",
        "",
        "[\"\\q\"]",
        "3",
        "\"s\"",
        "{} {}",
        "[\"cut",
        "[1]",
    };
    for (size_t last = 9; last <= sizeof lines / sizeof *lines; last++) { /* without, and with a broken string */
        char text[512] = "";
        json_reader *alone = json_reader_new(), *together = json_reader_new();
        const char *at = text;

        for (size_t i = 0; i < last; i++)
            strcat(strcat(text, lines[i]), "\n");
        json_ahead(together, text, strlen(text));
        for (size_t i = 0; i < last; i++) {
            size_t size = strlen(lines[i]);
            char copy[128] = "";
            json_doc one, other;
            eligo_error e = {0}, f = {0};
            bool ok, same;

            memcpy(copy, lines[i], size);
            ok = json_parse(alone, copy, size, "l", &one, &e);
            same = json_parse(together, at, size, "l", &other, &f);
            cr_expect(ok == same && e.code == f.code && e.line == f.line && e.column == f.column &&
                          strcmp(e.message, f.message) == 0,
                      "line %zu: %zu:%zu %s, %zu:%zu %s", i, e.line, e.column, e.message, f.line, f.column, f.message);
            if (ok && same)
                cr_expect(one.root->next == other.root->next && one.root->start == other.root->start &&
                          one.root->size == other.root->size && one.root->kind == other.root->kind);
            at += size + 1;
        }
        json_reader_delete(alone);
        json_reader_delete(together);
    }
}
