/* Two versions of a criterion, and what is said of the change. */
#include "engine/api.h"
#include "engine/base/limits.h"
#include "engine/diff.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

static eligo_rules *compiled(const char *text)
{
    eligo_error err = {0};
    eligo_trials *t = eligo_trials_open_memory(text, strlen(text), "t", NULL, NULL, NULL, &err);
    eligo_rules *r = NULL;

    cr_assert(t && eligo_trials_next(t, &r, &err) == ELIGO_OK, "%s: %s", text, err.message);
    eligo_trials_close(t);
    return r;
}

static diff_kind kind_of(const char *before, const char *after)
{
    eligo_rules *x = compiled(before), *y = compiled(after);
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    const diff *d = diff_rules(x->rules, y->rules, a);
    diff_kind kind;

    cr_assert(d);
    cr_assert_eq(d->count, 1, "%s / %s: %zu changes", before, after, d->count);
    kind = d->changes[0].kind;
    arena_delete(a);
    eligo_rules_delete(x);
    eligo_rules_delete(y);
    return kind;
}

struct change {
    char before[80], after[80];
    diff_kind inclusion, exclusion;
};

#define TIGHTER DIFF_TIGHTENED, DIFF_LOOSENED
#define LOOSER DIFF_LOOSENED, DIFF_TIGHTENED
#define SAME(k) k, k

static struct change changes[] = {
    {"Age 18 to 70 years", "Age 18 to 75 years", LOOSER},
    {"Age 18 to 75 years", "Age 20 to 70 years", TIGHTER},
    {"Age 18 to 70 years", "Age 20 to 75 years", SAME(DIFF_CHANGED)},
    {"Age > 17 years", "Age at least 18 years", SAME(DIFF_REWORDED)},
    {"Age above 18 years", "Age at least 18 years", LOOSER},
    {"BMI < 30 kg/m2", "BMI <= 30 kg/m2", LOOSER},
    {"BMI < 30 kg/m2", "BMI < 30 kg/m2.", SAME(DIFF_UNCHANGED)},
    {"Hemoglobin >= 10 g/dL", "Hemoglobin at least 100 g/L", SAME(DIFF_REWORDED)},
    {"Hemoglobin >= 10 g/dL", "Hemoglobin >= 90 g/L", LOOSER},
    {"Total bilirubin < 1.5 x ULN", "Total bilirubin < 2 x ULN", LOOSER},
    {"Total bilirubin < 1.5 x ULN", "Total bilirubin < 1.5 mg/dL", SAME(DIFF_CHANGED)},
    {"ECOG performance status 0 or 1", "ECOG performance status 0, 1 or 2", LOOSER},
    {"ECOG performance status 0 or 1", "ECOG performance status <= 1", SAME(DIFF_REWORDED)},
    {"Stroke within 3 months", "Stroke within 6 months", LOOSER},
    {"Stroke within 12 months", "Stroke within 1 year", SAME(DIFF_REWORDED)},
    {"Stroke within 3 months", "Stroke within 90 days", SAME(DIFF_CHANGED)},
    {"Stroke within 4 weeks", "Stroke within 28 days", SAME(DIFF_REWORDED)},
    {"Stroke within 3 months", "History of stroke", LOOSER},
    {"Methotrexate or azathioprine", "Methotrexate, azathioprine or ciclosporin", LOOSER},
    {"Methotrexate or azathioprine", "Azathioprine or methotrexate", SAME(DIFF_REWORDED)},
    {"Severe asthma", "Asthma", LOOSER},
    {"Left zorkitis", "Right zorkitis", SAME(DIFF_CHANGED)},
    {"Prior treatment with methotrexate", "Treatment with methotrexate", TIGHTER},
    {"Diagnosis of gout", "Gout", LOOSER},
    {"Breast cancer", "Any malignancy", LOOSER},
    {"Anticoagulants", "Warfarin", TIGHTER},
};

static const char *const sections[] = {"Inclusion Criteria:\n- ", "Exclusion Criteria:\n- "};

ParameterizedTestParameters(diff, kinds)
{
    return cr_make_param_array(struct change, changes, sizeof changes / sizeof *changes);
}

ParameterizedTest(struct change *c, diff, kinds)
{
    for (int section = 0; section < 2; section++) {
        char before[200], after[200];
        diff_kind got, back, want = section ? c->exclusion : c->inclusion;

        snprintf(before, sizeof before, "%s%s\n", sections[section], c->before);
        snprintf(after, sizeof after, "%s%s\n", sections[section], c->after);
        got = kind_of(before, after);
        back = kind_of(after, before);
        if (got == DIFF_CHANGED && want == DIFF_CHANGED)
            continue;
        cr_expect_eq(got, want, "%s -> %s is %s, not %s", before, after, diff_kind_name(got), diff_kind_name(want));
        /* backwards it is the reverse */
        cr_expect_eq(back, want == DIFF_TIGHTENED ? DIFF_LOOSENED : want == DIFF_LOOSENED ? DIFF_TIGHTENED
                                                                                          : want,
                     "%s -> %s is %s", after, before, diff_kind_name(back));
    }
}

static void print(const char *before, const char *after, buffer *out, bool json)
{
    eligo_rules *x = compiled(before), *y = compiled(after);
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    const diff *d = diff_rules(x->rules, y->rules, a);

    cr_assert(d);
    if (json) {
        json_out *o = json_out_new(out, false);

        diff_print_json(o, d);
        json_close(o, '}');
        cr_expect(json_out_delete(o));
    } else {
        diff_print_text(out, d);
    }
    arena_delete(a);
    eligo_rules_delete(x);
    eligo_rules_delete(y);
}

/* What comes, goes and stays in place or not. */
Test(diff, order)
{
    static const char before[] = "Inclusion Criteria:\n- Age at least 18 years\n- BMI < 30 kg/m2\n- Platelets > 100 x 10^9/L\n"
                                 "Exclusion Criteria:\n- HIV infection\n- Pregnancy\n";
    static const char after[] = "Inclusion Criteria:\n- Platelets > 100 x 10^9/L\n- Age at least 18 years\n- BMI < 30 kg/m2\n"
                                "- No HIV infection\nExclusion Criteria:\n- Heart failure\n- Pregnancy\n";
    eligo_rules *x = compiled(before), *y = compiled(after);
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    const diff *d = diff_rules(x->rules, y->rules, a);

    cr_assert(d);
    cr_expect_eq(d->counts[DIFF_UNCHANGED], 3);
    cr_expect_eq(d->counts[DIFF_MOVED], 2);
    cr_expect_eq(d->counts[DIFF_ADDED], 1);
    cr_expect_eq(d->counts[DIFF_REMOVED], 0);
    cr_expect_eq(d->changes[0].kind, DIFF_MOVED);
    cr_expect_str_eq(d->changes[0].before->id, "I3");
    for (size_t i = 0; i < d->count; i++)
        if (d->changes[i].kind == DIFF_MOVED && d->changes[i].before->kind == CRITERION_EXCLUSION)
            cr_expect(strstr(d->changes[i].message, "asks for the same"), "%s", d->changes[i].message);
    arena_delete(a);
    eligo_rules_delete(x);
    eligo_rules_delete(y);
}

/* The same words in the other section mean the opposite. */
Test(diff, turned_round)
{
    eligo_rules *x = compiled("Inclusion Criteria:\n- Age at least 18 years\nExclusion Criteria:\n- Asthma\n");
    eligo_rules *y = compiled("Inclusion Criteria:\n- Age at least 18 years\n- Asthma\n");
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    const diff *d = diff_rules(x->rules, y->rules, a);

    cr_assert(d);
    cr_expect_eq(d->counts[DIFF_CHANGED], 1);
    cr_expect_eq(d->counts[DIFF_MOVED], 0);
    arena_delete(a);
    eligo_rules_delete(x);
    eligo_rules_delete(y);
}

/* Nothing changes from a text to itself, whatever it holds; what is printed has no control characters. */
struct text {
    char text[160];
};

ParameterizedTestParameters(diff, itself)
{
    static struct text cases[] = {
        {"Inclusion Criteria:\n- Age 18 to 70 years\n- Age 18 to 70 years\n- zzz \x1b[31m qqq\nExclusion Criteria:\n- asthma\n"},
        {"Inclusion Criteria:\n- (((( A and B or C, unless D\n- at the investigator's discretion\n- \xff\xfe bytes < 3\n"},
        {"Exclusion Criteria:\n- any two of: asthma, gout, stroke\n- malignancy except basal cell carcinoma\n"},
        {"Exclusion Criteria:\n- diabetes and asthma or gout\n- women who are pregnant\n- = 5 \n"},
    };

    return cr_make_param_array(struct text, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct text *c, diff, itself)
{
    eligo_rules *x = compiled(c->text), *y = compiled(c->text);
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    const diff *d = diff_rules(x->rules, y->rules, a);
    buffer once, twice;

    cr_assert(d);
    cr_expect_eq(d->counts[DIFF_UNCHANGED], d->count);
    arena_delete(a);
    eligo_rules_delete(x);
    eligo_rules_delete(y);
    for (int json = 0; json < 2; json++) {
        buffer_init(&once, 0);
        buffer_init(&twice, 0);
        print("Inclusion Criteria:\n- gout\n", c->text, &once, json);
        print("Inclusion Criteria:\n- gout\n", c->text, &twice, json);
        cr_expect(once.size == twice.size && memcmp(once.data, twice.data, once.size) == 0);
        for (size_t i = 0; i < once.size; i++)
            cr_expect((unsigned char)once.data[i] >= ' ' || once.data[i] == '\n');
        buffer_free(&once);
        buffer_free(&twice);
    }
}

/* Long lists are paired without looking at all pairs. */
Test(diff, long_lists, .timeout = 60)
{
    buffer x, y;

    buffer_init(&x, 0);
    buffer_init(&y, 0);
    buffer_puts(&x, "Exclusion Criteria:\n");
    buffer_puts(&y, "Exclusion Criteria:\n");
    for (int i = 0; i < 3000; i++) {
        buffer_printf(&x, "- zork%d of the frob%d with %d items\n", i, i, i);
        buffer_printf(&y, "- zork%d of the frob%d with %d pieces\n", i, i, i);
    }
    buffer_puts(&y, "- gout\n");
    eligo_rules *before = compiled(x.data), *after = compiled(y.data);
    arena *a = arena_new(LIMIT_TRIAL_ARENA);
    const diff *d = diff_rules(before->rules, after->rules, a);

    cr_assert(d);
    cr_expect_eq(d->counts[DIFF_ADDED], 1);
    cr_expect_eq(d->counts[DIFF_REMOVED], 0);
    arena_delete(a);
    eligo_rules_delete(before);
    eligo_rules_delete(after);
    buffer_free(&x);
    buffer_free(&y);
}
