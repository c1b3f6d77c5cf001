/* The tables of docs/semantics.md are what the evaluator does: printed here from rules whose parts are true,
 * false and unknown, and compared. And each reason of an unknown has its row there. */
#include "engine/eval.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const words[] = {"false", "unknown", "true"};

typedef struct world {
    arena *arena;
    patient patient;
    eval_policy policy;
} world;

/* A part of this truth: of a man, sexes and what only a person can say. */
static const rule *part(arena *a, truth t)
{
    rule *r = rule_new(a, t == TRUTH_UNKNOWN ? RULE_JUDGEMENT : RULE_HAS, (eligo_span){0, 1});
    const char *id = t == TRUTH_TRUE ? "male" : "female";

    r->reason = "not understood";
    r->subject.text = id;
    r->subject.category = CATEGORY_DEMOGRAPHIC;
    r->subject.concept = lexicon_concept(lexicon_core(), id, strlen(id));
    return r;
}

static truth asked(world *w, rule_op op, size_t count, truth x, truth y)
{
    rule *r = rule_new(w->arena, op, (eligo_span){0, 1});
    const rule **of = arena_array(w->arena, 2, sizeof *of);
    const eval_node *n;
    size_t nodes;

    of[0] = part(w->arena, x);
    of[1] = part(w->arena, y);
    r->of = of;
    r->count = count;
    n = eval_rule(eval_record_new(&w->patient, &w->policy, w->arena), r, CRITERION_INCLUSION, &nodes);
    cr_assert(n && nodes == count + 1);
    cr_assert(n[1].truth == x && (count == 1 || n[2].truth == y), "%s", rule_op_name(op));
    return n[0].truth;
}

static void tables(char *out, size_t room)
{
    static const struct {
        rule_op op;
        const char *title;
    } ops[] = {{RULE_ALL, "A and B (`all`)"}, {RULE_ANY, "A or B (`any`)"}, {RULE_IF, "`if` A, then B"}, {RULE_EXCEPT, "A `except` B, of different things"}, {RULE_READINGS, "`readings` A, B"}};
    world w = {.arena = arena_new((size_t)1 << 22)};
    size_t n = 0;

#define ADD(...) n += (size_t)snprintf(out + n, n < room ? room - n : 0, __VA_ARGS__)
    patient_begin(&w.patient, w.arena, lexicon_core(), "p");
    w.patient.sex = SEX_MALE;
    w.policy.as_of = day_of(2021, 3, 1);
    ADD("\n| A | `not` A |\n| --- | --- |\n");
    for (int a = 2; a >= 0; a--)
        ADD("| %s | %s |\n", words[a], words[asked(&w, RULE_NOT, 1, (truth)a, TRUTH_TRUE)]);
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
        ADD("\n| %s | B true | B unknown | B false |\n| --- | --- | --- | --- |\n", ops[i].title);
        for (int a = 2; a >= 0; a--) {
            ADD("| A %s |", words[a]);
            for (int b = 2; b >= 0; b--)
                ADD(" %s |", words[asked(&w, ops[i].op, 2, (truth)a, (truth)b)]);
            ADD("\n");
        }
    }
    ADD("\n");
#undef ADD
    arena_delete(w.arena);
}

static char *page(void)
{
    FILE *f = fopen("docs/semantics.md", "r");
    char *text = calloc(1, 65536);

    cr_assert(f && text, "tests run from the top of the tree");
    cr_assert_lt(fread(text, 1, 65535, f), 65535);
    fclose(f);
    return text;
}

Test(semantics, tables_of_the_page)
{
    static const char begin[] = "<!-- tables -->\n", end[] = "<!-- end of tables -->";
    char *text = page(), *from = strstr(text, begin), *to = strstr(text, end);
    static char expected[8192];

    tables(expected, sizeof expected);
    if (getenv("ELIGO_PRINT_TABLES"))
        printf("%s", expected);
    cr_assert(from && to);
    from += strlen(begin);
    cr_expect(strlen(expected) == (size_t)(to - from) && memcmp(from, expected, strlen(expected)) == 0, "docs/semantics.md should have:\n%s", expected);
    free(text);
}

Test(semantics, every_reason_is_explained)
{
    char *text = page();

    for (int i = 1; i < REASONS; i++) {
        char row[64];

        snprintf(row, sizeof row, "| `%s` |", reason_name((eval_reason)i));
        cr_expect(strstr(text, row), "%s", row);
    }
    for (unsigned i = 0; i < ASSUMPTIONS; i++) {
        char name[40];

        snprintf(name, sizeof name, "`%s`", assumed_name(1u << i));
        cr_expect(strstr(text, name), "%s", name);
    }
    free(text);
}
