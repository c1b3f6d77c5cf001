#include "rules/load.h"
#include "rules/print.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct loaded {
    arena *arena;
    char *text;
    const rules *rules;
    eligo_error err;
    size_t reported;
};

static void count(const eligo_error *err, void *context)
{
    cr_expect_neq(err->line, 0);
    ++*(size_t *)context;
}

static struct loaded load(const char *text)
{
    size_t size = strlen(text);
    struct loaded l = {.arena = arena_new(16 << 20), .text = calloc(1, size + JSON_PADDING)};

    memcpy(l.text, text, size);
    l.rules = rules_load(l.text, size, (eligo_span){0, size}, "r.json", lexicon_core(), l.arena, count, &l.reported,
                         &l.err);
    return l;
}

static void unload(struct loaded *l)
{
    arena_delete(l->arena);
    free(l->text);
}

static char *print(const rules *r, bool pretty)
{
    buffer b;
    json_out *o;

    buffer_init(&b, 0);
    o = json_out_new(&b, pretty);
    rules_print_json(o, r);
    cr_assert(json_out_delete(o));
    return b.data;
}

/* A document around one node, with the node on a line of its own: line 5. */
static char *around(const char *node)
{
    size_t room = strlen(node) + 400;
    char *text = malloc(room);

    snprintf(text, room,
             "{\"schema\": \"eligo.rules/1\",\n \"trial\": {\"id\": \"T-1\"},\n \"criteria\": [\n"
             "  {\"id\": \"E3\", \"kind\": \"exclusion\", \"text\": \"some words of a criterion here\", \"span\": [100, 130], "
             "\"rule\":\n%s\n}]}",
             node);
    return text;
}

/* ---- what is printed is read again ---- */

static const char *const nodes[] = {
    "{\"op\":\"compare\",\"span\":[100,110],\"subject\":{\"concept\":\"age\",\"category\":\"demographic\",\"text\":\"aged\","
    "\"span\":[100,104]},\"low\":{\"value\":18,\"inclusive\":true},\"high\":{\"value\":75.5,\"inclusive\":false},"
    "\"unit\":{\"ucum\":\"a\",\"text\":\"years\"},\"pick\":\"latest\"}",
    "{\"op\":\"compare\",\"subject\":{\"concept\":null,\"category\":\"measurement\",\"text\":\"odd score\",\"span\":[101,105],"
    "\"who\":\"donor\"},\"values\":[0,1,2.5],\"unit\":null,\"relative_to\":\"uln\",\"pick\":\"highest\",\"count\":true,"
    "\"window\":{\"from\":\"-P3M\",\"to\":\"P0D\",\"from_open\":true,\"anchor\":\"screening\",\"text\":\"w\",\"span\":[120,125]}}",
    "{\"op\":\"has\",\"subject\":{\"concept\":null,\"category\":\"condition\",\"text\":\"zebra stripes\",\"span\":[102,109]},"
    "\"tense\":\"history\",\"duration\":{\"low\":{\"value\":6,\"inclusive\":true},\"unit\":{\"ucum\":\"mo\",\"text\":\"months\"},"
    "\"text\":\"6 months\",\"span\":[110,118]},\"dose\":{\"high\":{\"value\":10,\"inclusive\":false},\"unit\":{\"ucum\":"
    "\"mg/d\",\"text\":\"mg daily\"},\"text\":\"10 mg\",\"span\":[119,124]},\"qualifiers\":[{\"kind\":\"severity\",\"value\":"
    "\"severe\",\"text\":\"Severe\",\"span\":[100,106]}]}",
    "{\"op\":\"has\",\"subject\":{\"concept\":null,\"text\":\"x\"},\"window\":{\"half_lives\":5,\"anchor\":\"unstated\",\"text\":null}}",
    "{\"op\":\"at_least\",\"n\":2,\"of\":[{\"op\":\"judgement\",\"topic\":\"consent\"},{\"op\":\"opaque\",\"span\":[105,110],"
    "\"reason\":\"no reading\"},{\"op\":\"not\",\"of\":[{\"op\":\"opaque\",\"span\":[111,112],\"reason\":null}]}]}",
    "{\"op\":\"except\",\"of\":[{\"op\":\"opaque\",\"span\":[100,102]},{\"op\":\"opaque\",\"span\":[103,105]}]}",
    "{\"op\":\"if\",\"of\":[{\"op\":\"opaque\",\"span\":[100,102]},{\"op\":\"any\",\"of\":[{\"op\":\"opaque\",\"span\":[103,105]},"
    "{\"op\":\"all\",\"of\":[{\"op\":\"opaque\",\"span\":[106,107]},{\"op\":\"opaque\",\"span\":[108,109]}]}]}]}",
    "{\"op\":\"readings\",\"finding\":\"and-or-scope\",\"of\":[{\"op\":\"opaque\",\"span\":[100,102]},{\"op\":\"judgement\"}]}",
};

ParameterizedTestParameters(load, round_trip)
{
    static size_t cases[sizeof nodes / sizeof *nodes];

    for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++)
        cases[i] = i;
    return cr_make_param_array(size_t, cases, sizeof nodes / sizeof *nodes);
}

ParameterizedTest(size_t *i, load, round_trip)
{
    char *text = around(nodes[*i]);
    struct loaded first = load(text);

    cr_assert_not_null(first.rules, "%zu: %s", first.err.column, first.err.message);
    char *printed = print(first.rules, *i % 2);
    struct loaded second = load(printed);

    cr_assert_not_null(second.rules, "%s in %s", second.err.message, printed);
    char *again = print(second.rules, *i % 2);

    cr_expect_str_eq(printed, again);
    cr_expect(rule_equal(first.rules->criteria[0].rule, second.rules->criteria[0].rule), "%s", printed);
    cr_expect_str_eq(second.rules->criteria[0].rule->id, "E3");
    cr_expect_eq(second.rules->criteria[0].span.end, 130);
    unload(&first);
    unload(&second);
    free(text);
    free(printed);
    free(again);
}

Test(load, what_a_person_leaves_out_is_filled_in)
{
    struct loaded l = load("{\"schema\": \"eligo.rules/1\", \"_by\": \"me\", \"criteria\": [\n"
                           " {\"kind\": \"inclusion\", \"_why\": \"by hand\", \"rule\": {\"op\": \"compare\", \"subject\": \"age\","
                           "  \"low\": {\"value\": 18, \"inclusive\": true}, \"unit\": \"years\"}},\n"
                           " {\"kind\": \"exclusion\", \"rule\": {\"op\": \"judgement\", \"topic\": \"consent\"}}]}");

    cr_assert_not_null(l.rules, "%s", l.err.message);
    cr_assert_eq(l.rules->criterion_count, 2);
    const rule *r = l.rules->criteria[0].rule;

    cr_expect_str_eq(l.rules->criteria[0].id, "I1");
    cr_expect_str_eq(l.rules->criteria[1].id, "E1");
    cr_expect_str_eq(r->subject.concept->id, "age");
    cr_expect_eq(r->subject.category, CATEGORY_DEMOGRAPHIC);
    cr_expect_str_eq(r->unit.ucum, "a");
    cr_expect_str_eq(l.rules->trial_id, "");
    cr_expect_eq(l.rules->healthy_volunteers, -1);
    unload(&l);
}

/* ---- what is wrong is named, with its place ---- */

struct wrong {
    char node[300], says[60];
    size_t column; /* of line 5; 0: another line */
};

ParameterizedTestParameters(load, wrong_nodes)
{
    static struct wrong cases[] = {
        {"{\"op\": \"alll\", \"of\": []}", "is \"all\" meant", 9},
        {"{\"of\": []}", "needs an \"op\"", 1},
        {"[]", "a rule is an object", 1},
        {"{\"op\": \"not\", \"of\": []}", "a list with one rule", 21},
        {"{\"op\": \"if\", \"of\": [{\"op\": \"opaque\"}]}", "a list with two rules", 20},
        {"{\"op\": \"at_least\", \"of\": [{\"op\": \"opaque\"}]}", "needs \"n\"", 1},
        {"{\"op\": \"has\"}", "needs a \"subject\"", 1},
        {"{\"op\": \"has\", \"subject\": \"agee\"}", "is \"age\" meant", 27},
        {"{\"op\": \"has\", \"subject\": {\"concept\": \"qqqqqqqqqqqqqqqqqqqqqqqqqqqq\"}}", "write null", 39},
        {"{\"op\": \"compare\", \"subject\": \"age\", \"hihg\": {\"value\": 3, \"inclusive\": true}}", "is \"high\" meant", 45},
        {"{\"op\": \"compare\", \"subject\": \"age\", \"high\": 3}", "whether it is included", 45},
        {"{\"op\": \"compare\", \"subject\": \"age\", \"high\": {\"value\": 3}}", "both \"value\" and", 45},
        {"{\"op\": \"compare\", \"subject\": \"age\", \"unit\": {\"ucum\": \"zz[y\"}}", "not a UCUM code", 55},
        {"{\"op\": \"has\", \"subject\": \"age\", \"window\": {\"from\": \"3 months\"}}", "ISO 8601", 53},
        {"{\"op\": \"has\", \"subject\": \"age\", \"tense\": \"past\"}", "\"history\"", 43},
        {"{\"op\": \"compare\", \"subject\": \"age\", \"values\": [1, \"two\"]}", "numbers only", 52},
        {"{\"op\": \"opaque\", \"span\": [9]}", "two byte offsets", 26},
    };

    return cr_make_param_array(struct wrong, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct wrong *c, load, wrong_nodes)
{
    char *text = around(c->node);
    struct loaded l = load(text);

    cr_expect_null(l.rules, "%s", c->node);
    cr_expect_eq(l.err.code, ELIGO_EPARSE);
    cr_expect(strstr(l.err.message, c->says), "%s: %s", c->node, l.err.message);
    cr_expect_eq(l.err.line, 5);
    cr_expect_eq(l.err.column, c->column, "%s: column %zu", c->node, l.err.column);
    unload(&l);
    free(text);
}

Test(load, every_error_is_reported)
{
    struct loaded l = load("{\"schema\": \"eligo.rules/1\", \"criteria\": [\n"
                           "{\"kind\": \"inclusion\", \"rule\": {\"op\": \"als\"}},\n"
                           "{\"kind\": \"perhaps\", \"rule\": {\"op\": \"opaque\"}},\n"
                           "{\"id\": \"E1\", \"kind\": \"inclusion\", \"rule\": {\"op\": \"opaque\"}},\n"
                           "{\"kind\": \"registry\"}]}");

    cr_expect_null(l.rules);
    cr_expect_eq(l.reported, 4, "%zu", l.reported);
    cr_expect_eq(l.err.line, 2);
    unload(&l);
}

Test(load, ids_must_differ)
{
    struct loaded l = load("{\"schema\": \"eligo.rules/1\", \"criteria\": ["
                           "{\"id\": \"I2\", \"kind\": \"inclusion\", \"rule\": {\"op\": \"opaque\"}},"
                           "{\"id\": \"I2\", \"kind\": \"inclusion\", \"rule\": {\"op\": \"opaque\"}}]}");

    cr_expect_null(l.rules);
    cr_expect(strstr(l.err.message, "\"I2\""));
    unload(&l);
}

Test(load, places_count_from_the_beginning_of_the_file)
{
    char text[200 + JSON_PADDING] = "first line\n{\"schema\": \"eligo.rules/2\"}";
    size_t size = strlen(text);
    arena *a = arena_new(1 << 20);
    eligo_error err = {0};

    cr_expect_null(rules_load(text, size, (eligo_span){11, size}, "x", lexicon_core(), a, NULL, NULL, &err));
    cr_expect_eq(err.line, 2);
    cr_expect_eq(err.column, 13);
    err = (eligo_error){0};
    cr_expect_null(rules_load(text, size, (eligo_span){0, size}, "x", lexicon_core(), a, NULL, NULL, &err));
    cr_expect_eq(err.line, 1);
    arena_delete(a);
}

Test(load, a_criterion_without_id_gets_one_that_is_free)
{
    struct loaded l = load("{\"schema\": \"eligo.rules/1\", \"criteria\": ["
                           "{\"kind\": \"inclusion\", \"rule\": {\"op\": \"opaque\"}},"
                           "{\"id\": \"I1\", \"kind\": \"inclusion\", \"rule\": {\"op\": \"opaque\"}}]}");

    cr_assert_not_null(l.rules, "%s", l.err.message);
    cr_expect_str_eq(l.rules->criteria[0].id, "I2");
    cr_expect_str_eq(l.rules->criteria[0].rule->id, "I2");
    unload(&l);
}

Test(load, nesting_has_an_end)
{
    buffer b;

    buffer_init(&b, 0);
    for (int i = 0; i < 100; i++)
        buffer_puts(&b, "{\"op\":\"not\",\"of\":[");
    buffer_puts(&b, "{\"op\":\"opaque\"}");
    for (int i = 0; i < 100; i++)
        buffer_puts(&b, "]}");
    char *text = around(b.data);
    struct loaded l = load(text);

    cr_expect_null(l.rules);
    cr_expect(strstr(l.err.message, "nested"), "%s", l.err.message);
    unload(&l);
    free(text);
    buffer_free(&b);
}

/* ---- words ---- */

struct words {
    char node[400], words[160];
};

ParameterizedTestParameters(print, words)
{
    static struct words cases[] = {
        {"{\"op\":\"compare\",\"subject\":\"age\",\"low\":{\"value\":18,\"inclusive\":true},\"high\":{\"value\":75,\"inclusive\":"
         "true},\"unit\":\"years\"}",
         "age from 18 to 75 years"},
        {"{\"op\":\"compare\",\"subject\":{\"concept\":null,\"text\":\"zinc\"},\"high\":{\"value\":15,\"inclusive\":false},"
         "\"unit\":{\"ucum\":\"mL/min\",\"text\":null}}",
         "\"zinc\" < 15 mL/min"},
        {"{\"op\":\"compare\",\"subject\":{\"concept\":null,\"text\":\"zinc\"},\"low\":{\"value\":3,\"inclusive\":false},"
         "\"relative_to\":\"uln\"}",
         "\"zinc\" > 3 x ULN"},
        {"{\"op\":\"compare\",\"subject\":{\"concept\":null,\"text\":\"status\"},\"values\":[0,1,2]}", "\"status\" 0, 1 or 2"},
        {"{\"op\":\"has\",\"tense\":\"history\",\"subject\":{\"concept\":null,\"text\":\"fits\"},\"window\":{\"from\":\"-P3Y\","
         "\"to\":\"P0D\"}}",
         "history of \"fits\" within 3 years before the index date"},
        {"{\"op\":\"has\",\"subject\":{\"concept\":null,\"text\":\"fits\"},\"window\":{\"to\":\"-P6M\",\"to_open\":true,"
         "\"anchor\":\"screening\"}}",
         "\"fits\" more than 6 months before screening"},
        {"{\"op\":\"has\",\"subject\":{\"concept\":null,\"text\":\"fits\"},\"window\":{\"from\":\"-P1W\",\"to\":\"P2D\","
         "\"anchor\":\"surgery\"}}",
         "\"fits\" from 1 week before to 2 days after \"surgery\""},
        {"{\"op\":\"any\",\"of\":[{\"op\":\"has\",\"subject\":{\"concept\":null,\"text\":\"a\"}},{\"op\":\"all\",\"of\":["
         "{\"op\":\"has\",\"subject\":{\"concept\":null,\"text\":\"b\"}},{\"op\":\"not\",\"of\":[{\"op\":\"has\",\"subject\":"
         "{\"concept\":null,\"text\":\"c\"}}]}]}]}",
         "\"a\" or (\"b\" and not \"c\")"},
        {"{\"op\":\"has\",\"subject\":{\"concept\":null,\"text\":\"a\\u001b[2Jb\\u202e\"}}", "\"a\\u{1B}[2Jb\\u{202E}\""},
    };

    return cr_make_param_array(struct words, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct words *c, print, words)
{
    char *text = around(c->node);
    struct loaded l = load(text);
    buffer b;

    cr_assert_not_null(l.rules, "%s", l.err.message);
    buffer_init(&b, 0);
    rule_print_words(&b, l.rules->criteria[0].rule, NULL, (eligo_span){0, 0});
    cr_expect_str_eq(b.data, c->words);
    buffer_free(&b);
    unload(&l);
    free(text);
}
