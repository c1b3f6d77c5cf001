/* What is beyond a limit is not dropped: it is opaque, with its words. */
#include "engine/base/limits.h"
#include "grammar/compile.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

enum { ROOM = 64 << 10 };

static size_t fill(char *text, const char *first, const char *again, size_t times, const char *last)
{
    size_t n = strlen(first), k = strlen(again);

    cr_assert_lt(n + k * times + strlen(last), ROOM);
    memcpy(text, first, n);
    for (size_t i = 0; i < times; i++, n += k)
        memcpy(text + n, again, k);
    memcpy(text + n, last, strlen(last) + 1);
    return n + strlen(last);
}

static bool has_opaque(const rule *r)
{
    bool found = r->op == RULE_OPAQUE;

    for (size_t i = 0; i < r->count && !found; i++)
        found = has_opaque(r->of[i]);
    return found;
}

struct long_text {
    char first[40], again[40], last[40];
    size_t times;
    bool opaque;
};

ParameterizedTestParameters(limits, criterion)
{
    static struct long_text cases[] = {
        {"gout", "", "", 0, false},
        {"gout", "; mumps", " ; age < 5 years", 900, false},
        {"gout", "                ", "", LIMIT_CRITERION_BYTES / 16, true},
        {"gout", " , mumps", " and measles", LIMIT_CRITERION_TOKENS / 2, true},
        {"gout", ", mumps", " and measles", 700, true},
        {"gout", " (mumps", " measles", 60, true},
        {"gout", " unless mumps", " measles", 60, true},
    };
    return cr_make_param_array(struct long_text, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct long_text *c, limits, criterion)
{
    static char text[ROOM];
    size_t size = fill(text, c->first, c->again, c->times, c->last);
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    const rule *r = compile_criterion(text, size, CRITERION_INCLUSION, lexicon_core(), a);

    cr_assert_not_null(r);
    cr_expect_eq(has_opaque(r), c->opaque, "%s%s ...", c->first, c->again);
    cr_expect_leq(r->span.end, size);
    if (r->op == RULE_OPAQUE)
        cr_expect(r->span.start == 0 && r->span.end == size, "[%zu, %zu) of %zu", r->span.start, r->span.end, size);
    arena_delete(a);
}

/* A list whose head is too long to be read means nothing. */
Test(limits, head)
{
    static char text[ROOM];
    size_t size = fill(text, "Inclusion Criteria:\n- one of the following", " of these", LIMIT_CRITERION_BYTES / 9 + 1,
                       ":\n    - gout\n    - mumps\n");
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    mapped clean;
    source s = {.trial_id = "", .title = "", .healthy_volunteers = -1};
    uint32_t *at = arena_array(a, size, sizeof *at), *after = arena_array(a, size, sizeof *after);
    eligo_error err = {0};
    rules *r;

    for (size_t i = 0; i < size; i++) {
        at[i] = (uint32_t)i;
        after[i] = (uint32_t)i + 1;
    }
    clean = (mapped){text, size, at, after};
    s.criteria = clean;
    r = compile_source(&s, a, lexicon_core(), "long", text, size, true, &err);
    cr_assert_not_null(r, "%s", err.message);
    cr_assert_eq(r->criterion_count, 1);
    cr_expect_eq(r->criteria[0].rule->op, RULE_OPAQUE);
    cr_expect(memmem(r->criteria[0].text, strlen(r->criteria[0].text), "mumps", 5));
    arena_delete(a);
}
