/* Laws of the front end: what two statements say does not change where they stand beside each other, nor with the way a
 * line is printed. The words of the whole are made of the words of its parts, whatever these are. */
#include "grammar/compile.h"
#include "rules/print.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { ROOM = 400 };

static const char *const things[] = {"gout", "asthma", "epilepsy", "psoriasis", "anemia", "kidney stones", "hepatitis C", "pneumonia"};
static const char *const bounds[] = {"BMI over 33 kg/m2", "ferritin < 40 ng/mL", "heart rate of at least 55 bpm"};

#define EACH(i, list)                  \
    size_t i = 0;                      \
    i < sizeof(list) / sizeof *(list); \
    i++

/* What a line says, in words. */
static void say(char out[ROOM], char section, const char *text)
{
    arena *a = arena_new(1 << 24);
    size_t size = strlen(text);
    const rule *r = compile_criterion(text, size, section == 'E' ? CRITERION_EXCLUSION : CRITERION_INCLUSION, lexicon_core(), a);
    buffer words;

    cr_assert_not_null(r, "%s", text);
    buffer_init(&words, 0);
    rule_print_words(&words, r, text, (eligo_span){0, size});
    buffer_putc(&words, 0);
    cr_assert_not(words.failed);
    snprintf(out, ROOM, "%s", words.data);
    buffer_free(&words);
    arena_delete(a);
}

typedef struct form {
    char section;
    const char *first, *between;         /* around the two in the text */
    const char *before, *middle, *after; /* around their words */
} form;

static void check(const form *f, const char *one, const char *two)
{
    char text[ROOM], a[ROOM], b[ROOM], whole[3 * ROOM], is[ROOM];

    say(a, f->section, one);
    say(b, f->section, two);
    snprintf(text, sizeof text, "%s%s%s%s", f->first, one, f->between, two);
    snprintf(whole, sizeof whole, "%s%s%s%s%s", f->before, a, f->middle, b, f->after);
    say(is, f->section, text);
    cr_expect_str_eq(is, whole, "%c %s\n    is      %s\n    not     %s", f->section, text, whole, is);
}

Test(composed, statements)
{
    static const form forms[] = {
        {'I', "", " and ", "", " and ", ""},
        {'I', "", "; ", "", " and ", ""},
        {'I', "", " or ", "", " or ", ""},
        {'I', "either ", " or ", "", " or ", ""},
        {'I', "", " as well as ", "", " and ", ""},
        {'E', "", " or ", "", " or ", ""},
        {'E', "", "; ", "", " or ", ""},
        {'E', "", ", or ", "", " or ", ""},
        {'I', "patients with ", " and with ", "", " and ", ""},
    };

    for (EACH(f, forms))
        for (EACH(i, things)) {
            for (EACH(k, things))
                if (i != k)
                    check(&forms[f], things[i], things[k]);
            for (EACH(k, bounds)) {
                check(&forms[f], things[i], bounds[k]);
                check(&forms[f], bounds[k], things[i]);
            }
        }
}

Test(composed, denials)
{
    static const form forms[] = {
        {'I', "no ", " or ", "not (", " or ", ")"},
        {'I', "neither ", " nor ", "not (", " or ", ")"},
        {'I', "", " and no ", "", " and not ", ""},
        {'I', "", " but no ", "", " and not ", ""},
        {'I', "no ", " and no ", "not ", " and not ", ""},
        {'E', "", " and no ", "", " and not ", ""},
        {'E', "", " but no ", "", " and not ", ""},
        {'I', "", " without ", "", " and not ", ""},
    };

    for (EACH(f, forms))
        for (EACH(i, things)) {
            for (EACH(k, things))
                if (i != k)
                    check(&forms[f], things[i], things[k]);
            for (EACH(k, bounds))
                if (!*forms[f].first)
                    check(&forms[f], bounds[k], things[i]);
        }
    for (EACH(i, things))
        for (EACH(k, bounds))
            check(&forms[1], things[i], bounds[k]); /* "nor" denies a bound, too */
}

/* How a line is printed, and in which of the usual ways it is said, changes nothing. */
Test(composed, print)
{
    static const char *const lines[] = {
        "gout or asthma within 3 months",
        "stroke at least 5 weeks before screening",
        "ferritin between 20 and 300 ng/mL",
        "no history of epilepsy, gout or asthma",
        "uncontrolled asthma requiring steroids",
        "aged 20 years or older",
        "metformin at a stable dose for at least one month",
        "women who are pregnant or breastfeeding",
        "allergy to aspirin or penicillin",
    };
    static const char *const ends[] = {"", ".", ";"};
    char is[ROOM], was[ROOM], text[ROOM];

    for (EACH(i, lines))
        for (EACH(end, ends))
            for (int n = 0; n < 4; n++) {
                snprintf(text, sizeof text, "%s%s", lines[i], ends[end]);
                if (n & 1)
                    *text = (char)(*text - 'a' + 'A');
                say(was, "IE"[n >> 1], lines[i]);
                say(is, "IE"[n >> 1], text);
                cr_expect_str_eq(is, was, "%s", text);
            }
}

Test(composed, said_alike)
{
    static const char *const pairs[][2] = {
        {"BMI >= 33 kg/m2", "BMI of at least 33 kg/m2"},
        {"BMI >= 33 kg/m2", "BMI greater than, or equal to, 33 kg/m2"},
        {"BMI < 33 kg/m2", "BMI is below 33 kg/m2"},
        {"ferritin 20-300 ng/mL", "ferritin from 20 to 300 ng/mL"},
        {"stroke within 6 weeks", "stroke in the last 6 weeks"},
        {"stroke within 6 weeks", "stroke within the past six (6) wks"},
        {"stroke within 6 weeks", "stroke within 6w"},
        {"gout for more than 1 year", "gout for more than one year"},
        {"uncontrolled gout", "un-controlled gout"},
        {"brain tumor", "brain tumour"},
        {"anemia or edema", "anaemia or oedema"},
        {"gout or asthma", "GOUT OR ASTHMA"},
        {"fracture or infection of the wrist", "fracture/infection of the wrist"},
        {"patients with gout", "participants who have gout"},
        {"history of gout", "h/o gout"},
        {"aged 20 years or older", "aged 20 years, or older"},
        {"not obese (BMI < 30)", "no obesity (BMI < 30)"},
    };
    char is[ROOM], was[ROOM];

    for (EACH(i, pairs))
        for (int n = 0; n < 2; n++) {
            say(was, "IE"[n], pairs[i][0]);
            say(is, "IE"[n], pairs[i][1]);
            cr_expect_str_eq(is, was, "%s\n    is      %s\n    not     %s", pairs[i][1], was, is);
        }
}
