#include "engine/truth.h"

#include <criterion/criterion.h>
#include <criterion/theories.h>

static const truth all[] = {TRUTH_FALSE, TRUTH_UNKNOWN, TRUTH_TRUE};

/* The tables as they are printed in textbooks: rows and columns are false, unknown, true. */
Test(truth, tables)
{
    static const truth and_table[3][3] = {{0, 0, 0}, {0, 1, 1}, {0, 1, 2}};
    static const truth or_table[3][3] = {{0, 1, 2}, {1, 1, 2}, {2, 2, 2}};
    static const truth if_table[3][3] = {{2, 2, 2}, {1, 1, 2}, {0, 1, 2}};

    for (int a = 0; a < 3; a++) {
        cr_expect_eq(truth_not(all[a]), all[2 - a]);
        for (int b = 0; b < 3; b++) {
            cr_expect_eq(truth_and(all[a], all[b]), and_table[a][b], "and %d %d", a, b);
            cr_expect_eq(truth_or(all[a], all[b]), or_table[a][b], "or %d %d", a, b);
            cr_expect_eq(truth_if(all[a], all[b]), if_table[a][b], "if %d %d", a, b);
            cr_expect_eq(truth_except(all[a], all[b]), and_table[a][2 - b], "except %d %d", a, b);
            cr_expect_eq(truth_agree(all[a], all[b]), a == b ? all[a] : TRUTH_UNKNOWN);
        }
    }
}

TheoryDataPoints(truth, laws) = {
    DataPoints(int, 0, 1, 2),
    DataPoints(int, 0, 1, 2),
    DataPoints(int, 0, 1, 2),
};

Theory((int x, int y, int z), truth, laws)
{
    truth a = (truth)x, b = (truth)y, c = (truth)z;

    cr_expect_eq(truth_not(truth_and(a, b)), truth_or(truth_not(a), truth_not(b)));
    cr_expect_eq(truth_not(truth_or(a, b)), truth_and(truth_not(a), truth_not(b)));
    cr_expect_eq(truth_and(a, truth_or(b, c)), truth_or(truth_and(a, b), truth_and(a, c)));
    cr_expect_eq(truth_or(a, truth_and(b, c)), truth_and(truth_or(a, b), truth_or(a, c)));
    cr_expect_eq(truth_and(a, truth_or(a, b)), a);
    cr_expect_eq(truth_not(truth_not(a)), a);
    /* more that is known never turns an answer round */
    if (truth_and(TRUTH_UNKNOWN, b) != TRUTH_UNKNOWN)
        cr_expect_eq(truth_and(a, b), truth_and(TRUTH_UNKNOWN, b));
    if (truth_if(a, TRUTH_UNKNOWN) != TRUTH_UNKNOWN)
        cr_expect_eq(truth_if(a, b), truth_if(a, TRUTH_UNKNOWN));
}

TheoryDataPoints(truth, at_least) = {
    DataPoints(int, 0, 1, 2),
    DataPoints(int, 0, 1, 2),
    DataPoints(int, 0, 1, 2),
};

/* At least one is `any`, at least all is `all`, and the rest lies between. */
Theory((int x, int y, int z), truth, at_least)
{
    truth list[3] = {(truth)x, (truth)y, (truth)z};
    size_t trues = 0, unknowns = 0;

    for (int i = 0; i < 3; i++) {
        trues += list[i] == TRUTH_TRUE;
        unknowns += list[i] == TRUTH_UNKNOWN;
    }
    cr_expect_eq(truth_at_least(0, trues, unknowns), TRUTH_TRUE);
    cr_expect_eq(truth_at_least(1, trues, unknowns), truth_or(list[0], truth_or(list[1], list[2])));
    cr_expect_eq(truth_at_least(3, trues, unknowns), truth_and(list[0], truth_and(list[1], list[2])));
    cr_expect_eq(truth_at_least(4, trues, unknowns), TRUTH_FALSE);
    cr_expect_geq(truth_at_least(1, trues, unknowns), truth_at_least(2, trues, unknowns));
}
