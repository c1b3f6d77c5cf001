/* Derived quantities: worked examples, and what is refused. */
#include "engine/derive.h"

#include <criterion/criterion.h>

#include <math.h>
#include <string.h>

/* `call` writes to &x. */
#define GIVES(call, expected, tolerance)                                      \
    do {                                                                      \
        double x = NAN;                                                       \
        cr_expect(call, "%s", #call);                                         \
        cr_expect(fabs(x - (expected)) <= (tolerance), "%s is %g", #call, x); \
    } while (0)
#define REFUSES(call)                     \
    do {                                  \
        double x = -77;                   \
        cr_expect_not(call, "%s", #call); \
        cr_expect_eq(x, -77);             \
    } while (0)

Test(derive, body)
{
    GIVES(derive_bmi(81, 180, &x), 25, 1e-9);
    GIVES(derive_bsa(80, 180, &x), 2.0, 1e-9);
    GIVES(derive_bsa_dubois(70, 170, &x), 1.81, 0.005);
    REFUSES(derive_bmi(80, 1.8, &x));
    REFUSES(derive_bmi(NAN, 180, &x));
    REFUSES(derive_bsa(0, 180, &x));
}

Test(derive, age_needs_a_certain_birthday)
{
    date known = date_of_day(day_of(1980, 5, 20)),
         year = {day_of(1980, 1, 1), day_of(1980, 12, 31), INSTANT_NONE};

    GIVES(derive_age_years(known, day_of(2020, 5, 19), &x), 39, 0);
    GIVES(derive_age_years(known, day_of(2020, 5, 20), &x), 40, 0);
    GIVES(derive_age_years(year, day_of(2020, 12, 31), &x), 40, 0);
    REFUSES(derive_age_years(year, day_of(2020, 6, 1), &x));
    REFUSES(derive_age_years(date_none(), day_of(2020, 6, 1), &x));
    REFUSES(derive_age_years(known, day_of(1979, 1, 1), &x));
}

Test(derive, circulation_and_breathing)
{
    GIVES(derive_mean_arterial_pressure(120, 80, &x), 93.333, 0.001);
    GIVES(derive_pf_ratio(80, 0.4, &x), 200, 1e-9);
    GIVES(derive_pf_ratio(80, 40, &x), 200, 1e-9);
    GIVES(derive_pf_ratio(95, 1, &x), 95, 1e-9);
    GIVES(derive_sf_ratio(90, 50, &x), 180, 1e-9);
    GIVES(derive_qtc_bazett(400, 60, &x), 400, 1e-9);
    GIVES(derive_qtc_bazett(360, 100, &x), 464.8, 0.1);
    GIVES(derive_qtc_fridericia(360, 100, &x), 426.8, 0.1);
    REFUSES(derive_mean_arterial_pressure(80, 120, &x));
    REFUSES(derive_pf_ratio(80, 4, &x));
    REFUSES(derive_pf_ratio(80, 0, &x));
    REFUSES(derive_pf_ratio(80, 101, &x));
    REFUSES(derive_qtc_bazett(0.4, 60, &x));
    REFUSES(derive_qtc_fridericia(400, 0, &x));
}

Test(derive, kidney)
{
    GIVES(derive_creatinine_clearance(1, 72, 60, false, &x), 80, 1e-9);
    GIVES(derive_creatinine_clearance(1, 72, 60, true, &x), 68, 1e-9);
    GIVES(derive_egfr(0.9, 50, false, &x), 104, 0.5);
    GIVES(derive_egfr(0.7, 50, true, &x), 105.3, 0.5);
    GIVES(derive_egfr(2.0, 60, false, &x), 37.5, 0.6);
    GIVES(derive_egfr_2009(1.0, 50, true, &x), 65.6, 0.6);
    GIVES(derive_egfr_mdrd(1, 50, false, &x), 79.1, 0.2);
    GIVES(derive_egfr_schwartz(0.5, 120, 7, &x), 99.1, 0.1);
    REFUSES(derive_egfr(1, 17, false, &x));
    REFUSES(derive_egfr(88, 50, false, &x));
    REFUSES(derive_egfr_schwartz(0.5, 170, 18, &x));
    REFUSES(derive_creatinine_clearance(1, NAN, 60, true, &x));
}

Test(derive, blood)
{
    GIVES(derive_corrected_calcium(8, 2, &x), 9.6, 1e-9);
    GIVES(derive_anion_gap(140, 104, 24, &x), 12, 1e-9);
    GIVES(derive_cell_count(6, 50, &x), 3, 1e-9);
    GIVES(derive_ldl(200, 50, 150, &x), 120, 1e-9);
    GIVES(derive_homa_ir(90, 9, &x), 2, 1e-9);
    REFUSES(derive_ldl(300, 40, 401, &x));
    REFUSES(derive_cell_count(6, 150, &x));
    REFUSES(derive_anion_gap(140, 10, 24, &x));
    REFUSES(derive_homa_ir(NAN, 9, &x));
}

Test(derive, liver)
{
    GIVES(derive_apri(80, 40, 100, &x), 2, 1e-9);
    GIVES(derive_fib4(60, 36, 100, 50, &x), 5, 1e-9);
    GIVES(derive_child_pugh(1, 4, 1.1, 1, 1, &x), 5, 0);
    GIVES(derive_child_pugh(2.5, 3.0, 2.0, 2, 1, &x), 9, 0);
    GIVES(derive_child_pugh(5, 2, 3, 3, 3, &x), 15, 0);
    cr_expect_eq(derive_child_pugh_class(6), 'A');
    cr_expect_eq(derive_child_pugh_class(7), 'B');
    cr_expect_eq(derive_child_pugh_class(10), 'C');
    cr_expect_eq(derive_child_pugh_class(4), 0);
    GIVES(derive_meld(0.5, 0.9, 0.6, false, &x), 6, 0);
    GIVES(derive_meld(3, 2, 2, false, &x), 25, 0);
    GIVES(derive_meld(3, 2, 2, true, &x), 32, 0);
    GIVES(derive_meld(60, 15, 9, false, &x), 40, 0);
    GIVES(derive_meld_na(3, 2, 2, 140, false, &x), 25, 0);
    cr_expect(derive_meld_na(3, 2, 2, 125, false, &(double){0}));
    REFUSES(derive_child_pugh(1, 4, 1.1, 0, 1, &x));
    REFUSES(derive_meld(NAN, 2, 2, false, &x));
    REFUSES(derive_fib4(60, 36, 100, 12, &x));
    REFUSES(derive_apri(80, 0, 100, &x));
}

Test(derive, scores)
{
    derive_sofa_parts well = {450, false, 250, 0.6, 85, 0, 0, 0, 0, 15, 0.8, NAN};
    derive_sofa_parts ill = {90, true, 15, 13, 60, 0, 0, 0, 0.2, 5, 6, 100};
    derive_sofa_parts unknown = well;

    unknown.gcs = NAN;
    GIVES(derive_sofa(&well, &x), 0, 0);
    GIVES(derive_sofa(&ill, &x), 24, 0);
    REFUSES(derive_sofa(&unknown, &x));
    GIVES(derive_sirs_count(38.5, 100, 24, NAN, 14, NAN, &x), 4, 0);
    GIVES(derive_sirs_count(37, 80, 16, 40, 8, 2, &x), 0, 0);
    REFUSES(derive_sirs_count(37, 80, 16, NAN, 8, 2, &x));
    GIVES(derive_cha2ds2_vasc(76, true, true, true, true, true, true, &x), 9, 0);
    GIVES(derive_cha2ds2_vasc(50, false, false, false, false, false, false, &x), 0, 0);
    GIVES(derive_pack_years(10, 30, &x), 15, 1e-9);
}

/* Every row works on plausible values, and gives nothing where parts are missing. */
Test(derive, the_table)
{
    static const double none[5] = {NAN, NAN, NAN, NAN, NAN};

    cr_assert(derive_table_size > 20);
    for (size_t i = 0; i < derive_table_size; i++) {
        const derivation *d = &derive_table[i];
        double x = -77;
        cr_assert(d->part_count >= 1 && d->part_count <= 5, "%s", d->concept);
        cr_expect_not(d->derive(none, 40, false, &x), "%s", d->concept);
        cr_expect_eq(x, -77, "%s", d->concept);
        for (size_t k = 0; k < d->part_count; k++)
            cr_expect(d->parts[k].concept && d->parts[k].ucum &&
                          strcmp(d->parts[k].concept, d->concept) != 0,
                      "%s", d->concept);
    }
}
