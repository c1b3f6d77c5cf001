/* Derived quantities: worked examples, and what is refused. */
#include "engine/derive.h"

#include <criterion/criterion.h>

#include <math.h>
#include <stddef.h>
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

/* ---- the bounds at which points and equations change ---- */

/* CKD-EPI 2021, CKD-EPI 2009 and MDRD of the same person, worked out apart from this code. */
Test(derive, filtration_by_three_equations)
{
    static const struct {
        double creatinine, age;
        bool female;
        double epi2021, epi2009, mdrd;
    } people[] = {
        {0.6, 25, true, 127.67, 126.68, 121.81},
        {0.7, 40, true, 112.05, 108.38, 92.68},
        {1.2, 70, true, 48.70, 45.75, 44.41},
        {0.8, 30, false, 122.10, 119.87, 113.51},
        {0.9, 45, false, 107.34, 102.79, 91.25},
        {1.5, 80, false, 46.77, 43.35, 45.03},
    };

    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        GIVES(derive_egfr(people[i].creatinine, people[i].age, people[i].female, &x), people[i].epi2021, 0.01);
        GIVES(derive_egfr_2009(people[i].creatinine, people[i].age, people[i].female, &x), people[i].epi2009, 0.01);
        GIVES(derive_egfr_mdrd(people[i].creatinine, people[i].age, people[i].female, &x), people[i].mdrd, 0.01);
    }
}

/* Pugh's table: bilirubin 2 and 3 mg/dL, albumin 3.5 and 2.8 g/dL, INR 1.7 and 2.3. */
Test(derive, child_pugh_points)
{
    GIVES(derive_child_pugh(1.9, 3.6, 1.6, 1, 1, &x), 5, 0);
    GIVES(derive_child_pugh(2.0, 3.6, 1.6, 1, 1, &x), 6, 0);
    GIVES(derive_child_pugh(3.0, 3.6, 1.6, 1, 1, &x), 6, 0);
    GIVES(derive_child_pugh(3.1, 3.6, 1.6, 1, 1, &x), 7, 0);
    GIVES(derive_child_pugh(1.9, 3.5, 1.6, 1, 1, &x), 6, 0);
    GIVES(derive_child_pugh(1.9, 2.8, 1.6, 1, 1, &x), 6, 0);
    GIVES(derive_child_pugh(1.9, 2.7, 1.6, 1, 1, &x), 7, 0);
    GIVES(derive_child_pugh(1.9, 3.6, 1.7, 1, 1, &x), 6, 0);
    GIVES(derive_child_pugh(1.9, 3.6, 2.3, 1, 1, &x), 6, 0);
    GIVES(derive_child_pugh(1.9, 3.6, 2.4, 1, 1, &x), 7, 0);
    GIVES(derive_child_pugh(1.9, 3.6, 1.6, 2, 3, &x), 8, 0);
}

Test(derive, meld_and_sodium)
{
    GIVES(derive_meld(1, 1, 1, false, &x), 6, 0);
    GIVES(derive_meld(1.9, 1.2, 1.3, false, &x), 13, 0);
    GIVES(derive_meld(4, 1.8, 2.5, false, &x), 27, 0);
    GIVES(derive_meld_na(4, 1.8, 2.5, 128, false, &x), 31, 0);
    GIVES(derive_meld_na(4, 1.8, 2.5, 137, false, &x), 27, 0);
    GIVES(derive_meld_na(1, 1, 1, 120, false, &x), 6, 0); /* below 12 sodium does not count */
    REFUSES(derive_meld_na(4, 1.8, 2.5, NAN, false, &x));
}

/* One organ at a time. */
Test(derive, sofa_points)
{
    static const derive_sofa_parts well = {450, false, 250, 0.6, 85, 0, 0, 0, 0, 15, 0.8, NAN};
    static const struct {
        size_t at; /* of the member */
        double value;
        bool ventilated;
        int points;
    } one[] = {
#define AT(member) offsetof(derive_sofa_parts, member)
        {AT(pf_ratio_mmhg), 400, false, 0},
        {AT(pf_ratio_mmhg), 399, false, 1},
        {AT(pf_ratio_mmhg), 299, false, 2},
        {AT(pf_ratio_mmhg), 199, false, 2},
        {AT(pf_ratio_mmhg), 199, true, 3},
        {AT(pf_ratio_mmhg), 99, true, 4},
        {AT(pf_ratio_mmhg), 99, false, 2},
        {AT(platelets_1e9_l), 150, false, 0},
        {AT(platelets_1e9_l), 149, false, 1},
        {AT(platelets_1e9_l), 99, false, 2},
        {AT(platelets_1e9_l), 49, false, 3},
        {AT(platelets_1e9_l), 19, false, 4},
        {AT(bilirubin_mg_dl), 1.2, false, 1},
        {AT(bilirubin_mg_dl), 2, false, 2},
        {AT(bilirubin_mg_dl), 6, false, 3},
        {AT(bilirubin_mg_dl), 12, false, 4},
        {AT(mean_arterial_pressure_mmhg), 70, false, 0},
        {AT(mean_arterial_pressure_mmhg), 69, false, 1},
        {AT(dopamine), 5, false, 2},
        {AT(dopamine), 6, false, 3},
        {AT(dopamine), 16, false, 4},
        {AT(dobutamine), 1, false, 2},
        {AT(epinephrine), 0.1, false, 3},
        {AT(epinephrine), 0.11, false, 4},
        {AT(norepinephrine), 0.05, false, 3},
        {AT(norepinephrine), 0.2, false, 4},
        {AT(gcs), 14, false, 1},
        {AT(gcs), 12, false, 2},
        {AT(gcs), 9, false, 3},
        {AT(gcs), 5, false, 4},
        {AT(creatinine_mg_dl), 1.2, false, 1},
        {AT(creatinine_mg_dl), 2, false, 2},
        {AT(creatinine_mg_dl), 3.5, false, 3},
        {AT(creatinine_mg_dl), 5, false, 4},
        {AT(urine_ml_day), 499, false, 3},
        {AT(urine_ml_day), 199, false, 4},
        {AT(urine_ml_day), 500, false, 0},
#undef AT
    };

    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        derive_sofa_parts p = well;

        memcpy((char *)&p + one[i].at, &one[i].value, sizeof one[i].value);
        p.ventilated = one[i].ventilated;
        GIVES(derive_sofa(&p, &x), one[i].points, 0);
    }
}

Test(derive, strokes_bleedings_and_inflammation)
{
    GIVES(derive_cha2ds2_vasc(64, false, false, false, false, false, false, &x), 0, 0);
    GIVES(derive_cha2ds2_vasc(65, false, false, false, false, false, false, &x), 1, 0);
    GIVES(derive_cha2ds2_vasc(75, false, false, false, false, false, false, &x), 2, 0);
    GIVES(derive_cha2ds2_vasc(64, true, false, false, false, true, false, &x), 3, 0);
    GIVES(derive_sirs_count(38, 90, 20, 32, 12, 10, &x), 0, 0);
    GIVES(derive_sirs_count(38.1, 91, 20, 31.9, 12, 10.1, &x), 4, 0);
    GIVES(derive_sirs_count(35.9, 60, 12, 40, 3.9, 0, &x), 2, 0);
}

Test(derive, weeks_of_pregnancy)
{
    GIVES(derive_gestational_weeks(day_of(2020, 8, 25), day_of(2021, 3, 1), &x), 188.0 / 7, 1e-9);
    GIVES(derive_gestational_weeks(day_of(2020, 8, 25), day_of(2020, 8, 25), &x), 0, 0);
    REFUSES(derive_gestational_weeks(day_of(2020, 8, 25), day_of(2020, 8, 24), &x));
    REFUSES(derive_gestational_weeks(day_of(2019, 8, 25), day_of(2020, 8, 24), &x));
}

/* Every row works on plausible values, and gives nothing where parts are missing. */
Test(derive, the_table)
{
    static const double none[DERIVE_PARTS] = {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN};

    cr_assert(derive_table_size > 20);
    for (size_t i = 0; i < derive_table_size; i++) {
        const derivation *d = &derive_table[i];
        double x = -77;
        cr_assert(d->part_count >= 1 && d->part_count <= DERIVE_PARTS, "%s", d->concept);
        cr_expect_not(d->derive(none, 40, false, &x), "%s", d->concept);
        cr_expect_eq(x, -77, "%s", d->concept);
        for (size_t k = 0; k < d->part_count; k++)
            cr_expect(d->parts[k].concept && d->parts[k].ucum &&
                          strcmp(d->parts[k].concept, d->concept) != 0,
                      "%s", d->concept);
    }
}
