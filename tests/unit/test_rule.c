#include "rules/rule.h"

#include "engine/base/limits.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

#define SPAN(a, b) ((eligo_span){a, b})

static rule *leaf(arena *a, const char *text, size_t start)
{
    rule *r = rule_new(a, RULE_HAS, SPAN(start, start + strlen(text)));

    r->subject = (rule_subject){NULL, CATEGORY_CONDITION, text, r->span, NULL};
    return r;
}

Test(rule, join_drops_what_is_absent)
{
    arena *a = arena_new(1 << 20);
    const rule *x = leaf(a, "gout", 4), *y = leaf(a, "asthma", 12);
    const rule *none[] = {NULL, NULL}, *one[] = {NULL, x, NULL}, *two[] = {x, NULL, y};

    cr_expect_null(rule_join(a, RULE_ALL, SPAN(0, 0), none, 2));
    cr_expect_eq(rule_join(a, RULE_ALL, SPAN(0, 0), one, 3), x);
    const rule *both = rule_join(a, RULE_ANY, SPAN(0, 0), two, 3);

    cr_assert_eq(both->count, 2);
    cr_expect_eq(both->span.start, 4);
    cr_expect_eq(both->span.end, 18);
    cr_expect_null(rule_not(a, SPAN(0, 3), NULL));
    cr_expect_eq(rule_two(a, RULE_IF, NULL, y), y);
    cr_expect_eq(rule_two(a, RULE_IF, x, NULL), x);
    arena_delete(a);
}

Test(rule, join_grows_from_the_left_and_keeps_inner_lists)
{
    arena *a = arena_new(1 << 20);
    const rule *x = leaf(a, "a", 0), *y = leaf(a, "b", 2), *z = leaf(a, "c", 4);
    const rule *xy_parts[] = {x, y}, *yz_parts[] = {y, z};
    const rule *xy = rule_join(a, RULE_ANY, SPAN(0, 0), xy_parts, 2);
    const rule *yz = rule_join(a, RULE_ANY, SPAN(0, 0), yz_parts, 2);
    const rule *left[] = {xy, z}, *right[] = {x, yz};
    const rule *flat = rule_join(a, RULE_ANY, SPAN(0, 0), left, 2);
    const rule *deep = rule_join(a, RULE_ANY, SPAN(0, 0), right, 2);

    cr_expect_eq(flat->count, 3);
    cr_expect_eq(flat->span.end, 5);
    cr_expect_eq(deep->count, 2);
    cr_expect_eq(rule_size(deep), 5);
    arena_delete(a);
}

Test(rule, a_failed_arena_gives_null)
{
    arena *a = arena_new(1 << 12);
    const rule *x = leaf(a, "gout", 0), *parts[] = {x, x};

    arena_fail(a);
    cr_expect_null(rule_new(a, RULE_ALL, SPAN(0, 1)));
    cr_expect_null(rule_join(a, RULE_ALL, SPAN(0, 1), parts, 2));
    cr_expect_eq(rule_readings(a, SPAN(0, 1), "boundary", parts, 2), x);
    cr_expect_null(rule_settle(a, x, "I1", SPAN(0, 9)));
    arena_delete(a);
}

/* ---- equality: each change of one field makes another rule ---- */

enum { LOW,
       INCLUSIVE,
       UNIT,
       RELATIVE,
       PICK,
       COUNT,
       TENSE,
       WHO,
       WORDS,
       VALUES,
       WINDOW,
       QUALIFIER,
       SPAN_ONLY,
       CHANGES };

static const rule_window three_months = {.from_given = true, .from = {-3, 'm'}, .to_given = true, .anchor = "screening"};
static const rule_qualifier severe = {"severity", "severe", "severe", {0, 6}, NULL};
static const double grades[] = {0, 1};

static rule *changed(arena *a, int change)
{
    rule *r = rule_new(a, RULE_COMPARE, SPAN(0, 20));

    r->subject = (rule_subject){NULL, CATEGORY_MEASUREMENT, "Serum  Zinc", SPAN(0, 10), NULL};
    r->low = (rule_bound){true, true, 3};
    r->unit = (rule_unit){"mg/dL", "mg/dl"};
    switch (change) {
    case LOW: r->low.value = 4; break;
    case INCLUSIVE: r->low.inclusive = false; break;
    case UNIT: r->unit.ucum = "g/L"; break;
    case RELATIVE: r->relative_to = RELATIVE_ULN; break;
    case PICK: r->pick = PICK_ANY; break;
    case COUNT: r->counting = true; break;
    case TENSE: r->tense = TENSE_HISTORY; break;
    case WHO: r->subject.who = "donor"; break;
    case WORDS: r->subject.text = "serum tin"; break;
    case VALUES: r->values = grades, r->value_count = 2; break;
    case WINDOW: r->window = &three_months; break;
    case QUALIFIER: r->qualifiers = &severe, r->qualifier_count = 1; break;
    default: r->span = SPAN(7, 9), r->id = "I9", r->subject.text = "serum zinc", r->unit.text = "mg / dl"; break;
    }
    return r;
}

Test(rule, left_is_not_right)
{
    static const rule_qualifier left = {"side", "unilateral", "left", {0, 4}, NULL}, right = {"side", "unilateral", "right", {0, 5}, NULL},
                                capital = {"side", "unilateral", "Left", {0, 4}, NULL};
    arena *a = arena_new(1 << 20);
    rule *x = changed(a, CHANGES), *y = changed(a, CHANGES), *z = changed(a, CHANGES);

    x->qualifiers = &left;
    y->qualifiers = &right;
    z->qualifiers = &capital;
    x->qualifier_count = y->qualifier_count = z->qualifier_count = 1;
    cr_expect_not(rule_equal(x, y));
    cr_expect(rule_equal(x, z));
    arena_delete(a);
}

ParameterizedTestParameters(rule, equal)
{
    static int cases[CHANGES];

    for (int i = 0; i < CHANGES; i++)
        cases[i] = i;
    return cr_make_param_array(int, cases, CHANGES);
}

ParameterizedTest(int *change, rule, equal)
{
    arena *a = arena_new(1 << 20);
    const rule *was = changed(a, CHANGES), *is = changed(a, *change);

    cr_expect_eq(rule_equal(was, is), *change == SPAN_ONLY);
    cr_expect_eq(rule_equal(is, was), *change == SPAN_ONLY);
    cr_expect(rule_equal(is, changed(a, *change)));
    arena_delete(a);
}

Test(rule, what_is_not_understood_equals_only_itself)
{
    arena *a = arena_new(1 << 20);

    cr_expect_not(rule_equal(rule_opaque(a, SPAN(0, 4), "words"), rule_opaque(a, SPAN(5, 9), "words")));
    cr_expect(rule_equal(rule_opaque(a, SPAN(0, 4), "words"), rule_opaque(a, SPAN(0, 4), "other")));
    cr_expect(rule_equal(rule_judgement(a, SPAN(0, 4), "consent"), rule_judgement(a, SPAN(5, 9), "consent")));
    arena_delete(a);
}

Test(rule, readings_are_deduplicated_and_capped)
{
    arena *a = arena_new(1 << 20);
    const rule *many[3 * LIMIT_READINGS];
    rule *r;

    for (size_t i = 0; i < 3 * LIMIT_READINGS; i++) {
        r = changed(a, LOW);
        r->low.value = (double)(i / 2);
        many[i] = r;
    }
    cr_expect_eq(rule_readings(a, SPAN(0, 20), "boundary", many, 2), many[0]);
    const rule *open = rule_readings(a, SPAN(0, 20), "boundary", many, 3 * LIMIT_READINGS);

    cr_assert_eq(open->op, RULE_READINGS);
    cr_expect_eq(open->count, LIMIT_READINGS);
    cr_expect_eq(open->of[LIMIT_READINGS - 1]->op, RULE_OPAQUE, "what was left out may differ");
    cr_expect_str_eq(open->finding, "boundary");
    arena_delete(a);
}

/* ---- settling ---- */

static void check_nesting(const rule *r, void *context)
{
    size_t *nodes = context;

    ++*nodes;
    cr_expect_not_null(r->id);
    cr_expect_lt(r->span.start, r->span.end);
    for (size_t i = 0; i < r->count; i++) {
        char id[64];

        snprintf(id, sizeof id, "%s.%zu", r->id, i + 1);
        cr_expect_str_eq(r->of[i]->id, id);
        cr_expect_geq(r->of[i]->span.start, r->span.start);
        cr_expect_leq(r->of[i]->span.end, r->span.end);
    }
}

Test(settle, spans_nest_and_shared_nodes_get_their_own_id)
{
    arena *a = arena_new(1 << 20);
    rule *x = leaf(a, "gout", 40), *stray = leaf(a, "far away", 900), *bare = leaf(a, "implied", 0);
    const rule *parts[] = {x, stray, bare, x};
    size_t nodes = 0;

    bare->span = bare->subject.span = SPAN(0, 0);
    const rule *r = rule_settle(a, rule_join(a, RULE_ANY, SPAN(50, 60), parts, 4), "E3", SPAN(30, 70));

    cr_assert_not_null(r);
    rule_walk(r, check_nesting, &nodes);
    cr_expect_eq(nodes, 5);
    cr_expect_eq(r->span.start, 40);
    cr_expect_eq(r->span.end, 70);
    cr_expect_neq(r->of[0], r->of[3]);
    cr_expect_null(x->id, "the rule that was given is as it was");
    arena_delete(a);
}

Test(settle, depth_ends_in_an_opaque_node)
{
    arena *a = arena_new(64 << 20);
    const rule *r = leaf(a, "gout", 3);
    unsigned depth = 0;

    for (int i = 0; i < 20000; i++)
        r = rule_not(a, SPAN(3, 7), r);
    r = rule_settle(a, r, "I1", SPAN(0, 10));
    for (; r->op == RULE_NOT; r = r->of[0])
        depth++;
    cr_expect_eq(depth, LIMIT_RULE_DEPTH);
    cr_expect_eq(r->op, RULE_OPAQUE);
    cr_expect(strstr(r->reason, "deep"));
    arena_delete(a);
}

Test(settle, sharing_cannot_explode)
{
    arena *a = arena_new((size_t)256 << 20);
    const rule *r = leaf(a, "gout", 3);

    for (int i = 0; i < 40; i++) {
        const rule *parts[] = {r, r, r};

        r = rule_join(a, i % 2 ? RULE_ALL : RULE_ANY, SPAN(3, 7), parts, 3);
    }
    r = rule_settle(a, r, "I1", SPAN(0, 10));
    cr_assert_not_null(r);
    cr_expect_leq(rule_size(r), (size_t)LIMIT_RULE_NODES + 200);
    arena_delete(a);
}

Test(settle, equal_readings_become_one)
{
    arena *a = arena_new(1 << 20);
    rule *made = rule_new(a, RULE_READINGS, SPAN(0, 20));
    const rule *parts[] = {changed(a, SPAN_ONLY), changed(a, CHANGES)};

    made->of = parts;
    made->count = 2;
    const rule *r = rule_settle(a, made, "I4", SPAN(0, 20));

    cr_expect_eq(r->op, RULE_COMPARE);
    cr_expect_str_eq(r->id, "I4");
    arena_delete(a);
}

Test(settle, nothing_is_opaque)
{
    arena *a = arena_new(1 << 20);
    const rule *r = rule_settle(a, NULL, "E1", SPAN(5, 9));

    cr_expect_eq(r->op, RULE_OPAQUE);
    cr_expect_eq(r->span.start, 5);
    cr_expect_str_eq(r->id, "E1");
    arena_delete(a);
}
