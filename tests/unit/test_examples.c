/* Examples show what a clause admits: each is made for a truth, and screening says that truth. */
#include "engine/api.h"
#include "engine/base/limits.h"
#include "engine/examples.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

static eligo_rules *compiled(const char *text, size_t size)
{
    eligo_error err = {0};
    eligo_trials *t = eligo_trials_open_memory(text, size, "t", NULL, NULL, NULL, &err);
    eligo_rules *r = NULL;

    cr_assert(t && eligo_trials_next(t, &r, &err) == ELIGO_OK, "%s: %s", text, err.message);
    eligo_trials_close(t);
    return r;
}

/* "side=truth" of all, in order: "below=false at=true missing=unknown". */
struct heard {
    buffer text;
    size_t made, left;
};

static bool hear(const example *e, void *context)
{
    struct heard *h = context;
    static const char *const truths[] = {"false", "unknown", "true"};

    cr_expect(!e->tried, "%s %s: %s", e->clause->id, e->side, e->reason);
    if (e->reason) {
        h->left++;
        cr_expect(!e->bundle);
        return true;
    }
    h->made++;
    cr_expect(e->bundle && e->size && e->got == e->expected);
    cr_expect(strlen(e->patient) <= 64);
    for (const char *p = e->patient; *p; p++)
        cr_expect(isalnum((unsigned char)*p) || *p == '.' || *p == '-', "%s", e->patient);
    buffer_printf(&h->text, "%s%s=%s", h->text.size ? " " : "", e->side, truths[e->expected]);
    return true;
}

static struct heard examples_of(const char *text, size_t size, const char *as_of)
{
    struct heard h = {.made = 0};
    eligo_rules *r = compiled(text, size);
    date d;

    cr_assert(date_parse(as_of, strlen(as_of), &d));
    buffer_init(&h.text, 0);
    buffer_puts(&h.text, "");
    cr_expect(examples_make(r->rules, &(examples_policy){d.first, 0}, hear, &h));
    eligo_rules_delete(r);
    return h;
}

struct clause {
    char text[80];
    char sides[240];
};

ParameterizedTestParameters(examples, sides)
{
    static struct clause cases[] = {
        {"Age 18 to 70 years", "low-reached=true day-too-young=false day-too-old=false day-still-young-enough=true missing=unknown"},
        {"Age above 18 years", "low-reached=true day-too-young=false missing=unknown"},
        {"BMI < 30 kg/m2", "at=false below=true above=false missing=unknown"},
        {"Hemoglobin >= 9.5 g/dL", "at=true below=false above=true missing=unknown"},
        {"Serum potassium 3.5 to 5 mmol/L", "at-low=true below-low=false above-low=true at-high=true below-high=true above-high=false missing=unknown"},
        {"ECOG performance status 0 or 1", "value-0=true value-1=true above=false missing=unknown"},
        {"ALT < 2.5 x ULN", "at=false below=true above=false no-reference-range=unknown missing=unknown"},
        {"Child-Pugh class B", "at-low=true below-low=false above-low=true at-high=true above-high=false missing=unknown"},
        {"Type 2 diabetes", "present=true ended=unknown refuted=false missing=unknown"},
        {"History of epilepsy", "present=true refuted=false missing=unknown"},
        {"Stroke within 3 months before screening", "inside=true first-day=true day-before=unknown missing=unknown"},
        {"Metformin", "present=true ended=unknown refuted=false missing=unknown"},
        {"Male", "female=false male=true missing=unknown"},
        {"Pregnancy", "present=true ended=unknown refuted=false missing=unknown"},
        {"Allergy to penicillin", "present=true refuted=false missing=unknown"},
        {"Willing to give informed consent", ""},
        {"Zorkitis of the frobnicator", ""},
        {"Zorkoid psoriasis", "not-all=unknown refuted=false missing=unknown"},
    };

    return cr_make_param_array(struct clause, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct clause *c, examples, sides)
{
    char text[160];
    struct heard h;

    snprintf(text, sizeof text, "Inclusion Criteria:\n- %s\n", c->text);
    h = examples_of(text, strlen(text), "2024-05-01");
    cr_expect_str_eq(h.text.data, c->sides, "%s: %s", c->text, h.text.data);
    cr_expect(h.made || h.left, "%s", c->text);
    buffer_free(&h.text);
}

/* Birthdays at the end of February, windows across it. */
Test(examples, leap_days)
{
    static const char text[] = "Inclusion Criteria:\n- Age 18 to 40 years\n- Age at least 6 months\nExclusion Criteria:\n"
                               "- Stroke within 6 months\n- Surgery within 4 weeks\n- Creatinine > 2 mg/dL within 7 days\n";
    static const char days[][12] = {"2024-02-29", "2023-02-28", "2024-03-01", "2024-08-31", "2021-12-31"};

    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct heard h = examples_of(text, sizeof text - 1, days[i]);

        cr_expect_gt(h.made, 15);
        buffer_free(&h.text);
    }
}

/* The same every time; nothing in a text can break out of a name. */
struct text {
    char text[240];
};

ParameterizedTestParameters(examples, hostile)
{
    static struct text cases[] = {
        {"Inclusion Criteria:\n- BMI < 1e308 kg/m2\n- BMI > 99999999999999999999999999999999 kg/m2\n- BMI < 0 kg/m2\n- Age < 0 years\n"},
        {"Inclusion Criteria:\n- Age > 99999 years\n- Age < 0.0000001 years\n- ECOG 99\n- Stroke within 99999 years\n"},
        {"Exclusion Criteria:\n- Stroke within 0 days\n- Stroke more than 9999999 months ago\n- at least 99999 strokes\n- any -5 of\n"},
        {"Exclusion Criteria:\n- \"},{\"resourceType\":\"Patient\" severe asthma \\ \n- uncontrolled \"\\u0000 diabetes\n- \x01 gout \xff\n"},
        {"Inclusion Criteria:\n- women with a BMI of a BMI of BMI < 5 < 6 < 7\n- platelets > 100 x 10^9/L < 5 x ULN within 3 half-lives\n"},
    };

    return cr_make_param_array(struct text, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct text *c, examples, hostile, .timeout = 30)
{
    struct heard a = examples_of(c->text, strlen(c->text), "2024-05-01"), b = examples_of(c->text, strlen(c->text), "2024-05-01");

    cr_expect_str_eq(a.text.data, b.text.data);
    buffer_free(&a.text);
    buffer_free(&b.text);
}

static bool stop(const example *e, void *context)
{
    (void)e;
    return ++*(size_t *)context < 2;
}

/* No more than asked for, and no more than is taken. */
Test(examples, bounded)
{
    static const char text[] = "Exclusion Criteria:\n- asthma\n- gout\n- stroke\n";
    eligo_rules *r = compiled(text, sizeof text - 1);
    struct heard h = {.made = 0};
    size_t taken = 0;

    buffer_init(&h.text, 0);
    cr_expect_not(examples_make(r->rules, &(examples_policy){0, 3}, hear, &h));
    cr_expect_eq(h.made, 3);
    cr_expect_not(examples_make(r->rules, &(examples_policy){0, 0}, stop, &taken));
    cr_expect_eq(taken, 2);
    buffer_free(&h.text);
    eligo_rules_delete(r);
}
