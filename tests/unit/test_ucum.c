/* Tables of units: which codes are valid, what converts to what, with and without the analyte. The
 * project's own are in tests/units; the same questions are asked of a folder corpora/ucum beside
 * the project (or below $SHARED), where there is one. */
#include "rules/concept.h"
#include "rules/unit.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS = 8,
       ROWS = 1000 };

struct question {
    char table[16], place[32], cell[CELLS][64];
};

static struct question *questions(const char *table, size_t *count)
{
    static struct question all[ROWS];
    const char *shared = getenv("SHARED"), *folder[2] = {"tests", shared ? shared : "../shared"};
    char path[1000], line[512];

    *count = 0;
    for (int i = 0; i < 2; i++) {
        FILE *f;

        snprintf(path, sizeof path, "%.800s/%s/%s.tsv", folder[i], i ? "corpora/ucum" : "units",
                 table);
        f = fopen(path, "r");
        cr_assert(f || i || strstr(table, "more"), "%s: not there", path);
        for (int n = 1; f && fgets(line, sizeof line, f) && *count < ROWS; n++) {
            struct question *q = &all[*count];
            char *rest = line;

            if (n == 1)
                continue;
            line[strcspn(line, "\r\n")] = 0;
            memset(q, 0, sizeof *q);
            snprintf(q->table, sizeof q->table, "%s", table);
            snprintf(q->place, sizeof q->place, "%s:%d", i ? "shared" : "own", n);
            for (int c = 0; c < CELLS && rest; c++)
                snprintf(q->cell[c], sizeof q->cell[c], "%s", strsep(&rest, "\t"));
            ++*count;
        }
        if (f)
            fclose(f);
    }
    return all;
}

static struct criterion_test_params params(const char *table)
{
    size_t count;
    struct question *all = questions(table, &count);

    return cr_make_param_array(struct question, all, count);
}

/* Equal after rounding to the digits printed. */
static bool as_printed(double value, const char *printed)
{
    char again[64];
    const char *point = strchr(printed, '.');
    int digits = 0;

    if (fabs(value - atof(printed)) <= 1e-4 * fabs(atof(printed)))
        return true;
    for (const char *p = printed; *p; p++)
        digits += *p >= '0' && *p <= '9' && (digits || *p != '0');
    snprintf(again, sizeof again, "%.*g", digits ? digits : 1, value);
    return fabs(atof(again) - atof(printed)) <= 1e-9 * fabs(atof(printed)) && (point || digits);
}

ParameterizedTestParameters(ucum, validity)
{
    return params("validity");
}

ParameterizedTest(struct question *q, ucum, validity)
{
    unit u;

    cr_expect_eq(unit_parse(q->cell[1], strlen(q->cell[1]), &u, NULL), !strcmp(q->cell[2], "yes"),
                 "%s: '%s' is %svalid: %s", q->place, q->cell[1], *q->cell[2] == 'y' ? "" : "not ",
                 q->cell[3]);
}

static void converted(struct question *q)
{
    double out = NAN;
    bool refuse = !strcmp(q->cell[4], "refuse");
    unit_result r = unit_convert_codes(atof(q->cell[1]), q->cell[2], q->cell[3], NULL, &out);

    cr_assert_eq(r, refuse ? UNIT_MISMATCH : UNIT_OK, "%s: %s to %s: %s", q->place, q->cell[2],
                 q->cell[3], q->cell[4]);
    if (!refuse)
        cr_expect(as_printed(out, q->cell[4]), "%s: %s %s is %s %s, not %.8g", q->place, q->cell[1],
                  q->cell[2], q->cell[4], q->cell[3], out);
}

ParameterizedTestParameters(ucum, conversion)
{
    return params("conversion");
}

ParameterizedTest(struct question *q, ucum, conversion)
{
    converted(q);
}

ParameterizedTestParameters(ucum, conversion_more)
{
    return params("conversion_more");
}

ParameterizedTest(struct question *q, ucum, conversion_more)
{
    converted(q);
}

ParameterizedTestParameters(ucum, clinical)
{
    return params("clinical");
}

/* As a laboratory would say it: the name of the analyte and of the unit, not their codes. */
ParameterizedTest(struct question *q, ucum, clinical)
{
    arena *a = arena_new(1 << 20);
    const concept *analyte = lexicon_display(lexicon_core(), q->cell[1], strlen(q->cell[1]), a);
    char from[64], to[64];
    double out = NAN, tolerance = atof(q->cell[6]);
    bool refuse = !strcmp(q->cell[5], "refuse");
    unit_result r;

    if (!analyte || !category_is_quantity(analyte->category)) { /* "lead", a drug that is measured */
        char level[80];

        snprintf(level, sizeof level, "%s level", q->cell[1]);
        analyte = lexicon_display(lexicon_core(), level, strlen(level), a);
    }
    cr_assert_not_null(analyte, "%s: %s", q->place, q->cell[1]);
    cr_assert(unit_spelling(q->cell[3], strlen(q->cell[3]), analyte, from), "%s", q->cell[3]);
    cr_assert(unit_spelling(q->cell[4], strlen(q->cell[4]), analyte, to), "%s", q->cell[4]);
    r = unit_convert_codes(atof(q->cell[2]), from, to, analyte, &out);
    cr_assert_eq(r, refuse ? UNIT_MISMATCH : UNIT_OK, "%s: %s in %s to %s", q->place, q->cell[1],
                 q->cell[3], q->cell[4]);
    if (!refuse)
        cr_expect(fabs(out - atof(q->cell[5])) <= tolerance * fabs(atof(q->cell[5])),
                  "%s: %s %s %s is %s %s, not %.8g", q->place, q->cell[1], q->cell[2], q->cell[3],
                  q->cell[5], q->cell[4], out);
    arena_delete(a);
}
