/* Units: UCUM codes, conversion, and what is printed instead of codes. */
#include "rules/unit.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <math.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))
#define TABLE(type, list) cr_make_param_array(type, list, COUNT(list))

static concept quantity(const char *id, const char *const *units, double molar, double valence)
{
    static const concept *const none[] = {NULL};

    return (concept){.id = id,
                     .name = id,
                     .category = CATEGORY_MEASUREMENT,
                     .parents = none,
                     .units = units,
                     .molar = molar,
                     .valence = valence};
}

/* ---- codes ---- */

struct code {
    char text[40];
    bool valid;
};

ParameterizedTestParameters(unit, validity)
{
    static struct code cases[] = {
        {"mg/dL", true},
        {"mm[Hg]", true},
        {"10*9/L", true},
        {"10^9/L", true},
        {"10*-6", true},
        {"{score}", true},
        {"mL/min/{1.73_m2}", true},
        {"/min", true},
        {"1/m", true},
        {"m2{body}", true},
        {"(8.h){shift}", true},
        {"g/(24.h)", true},
        {"k[IU]/L", true},
        {"[iU]", true},
        {"[degF]", true},
        {"dB[SPL]", true},
        {"[pH]", true},
        {"%[slope]", true},
        {"[p'diop]", true},
        {"[hp'_X]", true},
        {"dar", true},
        {"dam", true},
        {"cd", true},
        {"uOhm", true},
        {"KiBy", true},
        {"m+2", true},
        {"", true},
        {"mol/kg/s", true},
        {"[in_i'H2O]", true},
        {"''", true},
        {"cal_[15]", true},
        {"[m/s2/Hz^0.5]", true},
        {"kh", false},
        {"k[in_i]", false},
        {"mmin", false},
        {"MG/DL", false},
        {"mmhg", false},
        {"m//s", false},
        {"m.", false},
        {".m", false},
        {"m s", false},
        {"(m", false},
        {"m)", false},
        {"()", false},
        {"2m", false},
        {"m-", false},
        {"{a", false},
        {"a}", false},
        {"{a}m", false},
        {"m{a{b}}", false},
        {"0", false},
        {"mg(L)", false},
        {"10*9L", false},
        {"\xC2\xB5g", false},
        {"m999", false},
        {"mm[hg]", false},
        {"/", false},
        {"[XX]", false},
        {"hh", false},
        {"d%", false},
    };

    return TABLE(struct code, cases);
}

ParameterizedTest(struct code *c, unit, validity)
{
    unit u;
    eligo_error err = {0};

    cr_expect_eq(unit_parse(c->text, strlen(c->text), &u, &err), c->valid, "%s", c->text);
    cr_expect_eq(err.message[0] == 0, c->valid, "%s: %s", c->text, err.message);
}

Test(unit, deep_brackets_and_bytes_are_refused)
{
    char text[4000];
    unit u;

    memset(text, '(', sizeof text);
    cr_expect_not(unit_parse(text, sizeof text, &u, NULL));
    memset(text, '9', sizeof text);
    cr_expect_not(unit_parse(text, sizeof text, &u, NULL));
    cr_expect_not(unit_parse("mg\0dL", 5, &u, NULL));
}

/* ---- conversion ---- */

struct conversion {
    double value;
    char from[24], to[24];
    double expected; /* NAN: refused */
};

ParameterizedTestParameters(unit, conversion)
{
    static struct conversion cases[] = {
        {12, "g/dL", "g/L", 120},
        {150, "10*3/uL", "10*9/L", 150},
        {1500, "/mm3", "10*9/L", 1.5},
        {0.21, "1", "%", 21},
        {98.6, "[degF]", "Cel", 37},
        {37, "Cel", "[degF]", 98.6},
        {0, "Cel", "K", 273.15},
        {80, "[degRe]", "Cel", 100},
        {7, "[pH]", "mol/L", 1e-7},
        {20, "dB", "Np", 2 * 2.302585093},
        {100, "%[slope]", "deg", 45},
        {1, "[hp'_C]", "[hp'_X]", 2},
        {1, "ukat", "U", 60},
        {2, "wk", "d", 14},
        {1, "[lb_av]", "g", 453.59237},
        {72, "[in_i]", "m", 1.8288},
        {10, "cm[H2O]", "mm[Hg]", 7.3556},
        {1, "[wood'U]", "dyn.s/cm5", 79.993},
        {3, "u[IU]/mL", "m[IU]/L", 3},
        {60, "mL/min/{1.73_m2}", "mL/min", 60},
        {500, "ng/mL{FEU}", "ug/mL{FEU}", 0.5},
        {5, "{copies}/mL", "/mL", 5},
        {500, "ng/mL{FEU}", "ng/mL{DDU}", NAN},
        {500, "ng/mL{FEU}", "ng/mL", NAN},
        {3, "{Log_copies}/mL", "{copies}/mL", NAN},
        {1, "[IU]/L", "U/L", NAN},
        {1, "[IU]", "[arb'U]", NAN},
        {1, "[IU]/[arb'U]", "[IU]/[arb'U]", NAN},
        {1, "mg/dL", "mmol/L", NAN},
        {1, "meq/L", "mmol/L", NAN},
        {1, "mm[Hg]", "kg", NAN},
        {30, "dB", "1", NAN},
        {1, "Cel/d", "K/d", NAN},
        {1, "mmhg", "mm[Hg]", NAN},
        {1, "d", "{score}", NAN},
    };

    return TABLE(struct conversion, cases);
}

ParameterizedTest(struct conversion *c, unit, conversion)
{
    double out = -1;
    unit_result r = unit_convert_codes(c->value, c->from, c->to, NULL, &out);

    cr_assert_eq(r, isnan(c->expected) ? UNIT_MISMATCH : UNIT_OK, "%s to %s", c->from, c->to);
    if (r == UNIT_OK)
        cr_expect(fabs(out - c->expected) <= 1e-4 * fabs(c->expected), "%g %s is %g %s, not %g",
                  c->value, c->from, out, c->to, c->expected);
}

Test(unit, bounds_are_met_exactly)
{
    double out;

    cr_assert_eq(unit_convert_codes(100.4, "[degF]", "Cel", NULL, &out), UNIT_OK);
    cr_expect_eq(out, 38.0);
    cr_assert_eq(unit_convert_codes(0.07, "1", "%", NULL, &out), UNIT_OK);
    cr_expect_eq(out, 7.0);
    cr_assert_eq(unit_convert_codes(100000, "/mm3", "10*9/L", NULL, &out), UNIT_OK);
    cr_expect_eq(out, 100.0);
    cr_assert_eq(unit_convert_codes(1.0 / 3, "mg/dL", "mg/dL", NULL, &out), UNIT_OK);
    cr_expect_eq(out, 1.0 / 3);
}

Test(unit, what_only_the_analyte_tells)
{
    static const char *const units[] = {"mg/dL", NULL};
    concept calcium = quantity("calcium", units, 40.078, 2), glucose = quantity("glucose", units, 180.156, 0);
    double out;

    cr_assert_eq(unit_convert_codes(90.078, "mg/dL", "mmol/L", &glucose, &out), UNIT_OK);
    cr_expect_float_eq(out, 5, 1e-6);
    cr_assert_eq(unit_convert_codes(5, "mmol/L", "mg/dL", &glucose, &out), UNIT_OK);
    cr_expect_float_eq(out, 90.078, 1e-6);
    cr_assert_eq(unit_convert_codes(2, "mmol/L", "meq/L", &calcium, &out), UNIT_OK);
    cr_expect_float_eq(out, 4, 1e-9);
    cr_assert_eq(unit_convert_codes(4, "meq/L", "mg/dL", &calcium, &out), UNIT_OK);
    cr_expect_float_eq(out, 8.0156, 1e-6);
    cr_expect_eq(unit_convert_codes(2, "mmol/L", "meq/L", &glucose, &out), UNIT_MISMATCH);
    cr_expect_eq(unit_convert_codes(2, "mmol/L", "%", &glucose, &out), UNIT_MISMATCH);
    cr_expect_eq(unit_convert_codes(2, "mmol/L", "g", &glucose, &out), UNIT_MISMATCH);
    cr_expect(unit_fits(&glucose, "mmol/L"));
    cr_expect_not(unit_fits(&glucose, "mmol"));
}

Test(unit, hba1c_is_linear)
{
    static const char *const units[] = {"%", "mmol/mol", NULL};
    concept a1c = quantity("hba1c", units, 0, 0);
    double out;

    cr_assert_eq(unit_convert_codes(7, "%", "mmol/mol", &a1c, &out), UNIT_OK);
    cr_expect_float_eq(out, 53.01, 0.01);
    cr_assert_eq(unit_convert_codes(48, "mmol/mol", "%", &a1c, &out), UNIT_OK);
    cr_expect_float_eq(out, 6.54, 0.01);
    cr_assert_eq(unit_convert_codes(0.07, "1", "mmol/mol", &a1c, &out), UNIT_OK);
    cr_expect_float_eq(out, 53.01, 0.01);
    cr_assert_eq(unit_convert_codes(0.07, "1", "%", &a1c, &out), UNIT_OK);
    cr_expect_float_eq(out, 7, 1e-9);
}

Test(unit, there_and_back)
{
    static const char *const codes[][2] = {
        {"mg/dL", "g/L"}, {"[degF]", "K"}, {"[pH]", "mmol/L"}, {"dB[V]", "mV"}, {"[lb_av]", "kg"}, {"m[IU]/L", "[IU]/mL"}, {"a", "mo"}};
    double there, back;

    for (size_t i = 0; i < COUNT(codes); i++) {
        cr_assert_eq(unit_convert_codes(3.7, codes[i][0], codes[i][1], NULL, &there), UNIT_OK);
        cr_assert_eq(unit_convert_codes(there, codes[i][1], codes[i][0], NULL, &back), UNIT_OK);
        cr_expect_float_eq(back, 3.7, 1e-8, "%s", codes[i][0]);
    }
}

/* ---- after a number ---- */

struct match {
    char text[64], rest[48], ucum[32]; /* ucum "": no unit */
};

ParameterizedTestParameters(unit, match)
{
    static struct match cases[] = {
        {" mg/dL or less", " or less", "mg/dL"},
        {"mmHg", "", "mm[Hg]"},
        {" mm Hg,", ",", "mm[Hg]"},
        {" x 10^9/L", "", "10*9/L"},
        {" \xC3\x97 10\xE2\x81\xB9/L", "", "10*9/L"},
        {" x10E3/\xCE\xBCL)", ")", "10*3/uL"},
        {" x 10(9) / L", "", "10*9/L"},
        {" x 10\\^9/L", "", "10*9/L"},
        {" x 10^6", "", "10*6"},
        {"e9/L", "", "10*9/L"},
        {" thousand platelets per microliter", "", "10*3/uL"},
        {" G/L", "", "10*9/L"},
        {"K/uL", "", "10*3/uL"},
        {" cells / mm\xC2\xB3", "", "/mm3"},
        {" per cubic millimeter of blood", " of blood", "/uL"},
        {" ml per minute", "", "mL/min"},
        {" mL\xC2\xB7min-1\xC2\xB7"
         "1.73m-2",
         "", "mL/min/{1.73_m2}"},
        {" ml/min per 1.73 m^2 body surface area", "", "mL/min/{1.73_m2}"},
        {" mmol.L-1", "", "mmol/L"},
        {" kg/m 2", "", "kg/m2"},
        {" mg daily for", " for", "mg/d"},
        {" mg twice daily", " twice daily", "mg"},
        {" mg/24 hours", "", "mg/d"},
        {" mg/kg body weight per day", "", "mg/kg/d"},
        {" units/day", "", "[IU]/d"},
        {" million IU", "", "10*6.[IU]"},
        {" ng/mL FEU", "", "ng/mL{FEU}"},
        {" log10 copies/mL", "", "{Log_copies}/mL"},
        {"% predicted", " predicted", "%"},
        {" \xC2\xB0"
         "C",
         "", "Cel"},
        {"\xE2\x84\x83", "", "Cel"},
        {"/min", "", "/min"},
        {" drinks a week", "", "{drinks}/wk"},
        {" dynes/sec/cm-5", "", "dyn.s/cm5"},
        {" \xE3\x8E\x8E/\xE3\x8E\x97", "", "mg/dL"},
        {" mm[Hg].", ".", "mm[Hg]"},
        {" mg. The next", ". The next", "mg"},
        {" mm 2 lesions", " 2 lesions", "mm"},
        {" mg-1 g", "-1 g", "mg"},
        {" times the upper limit", "", ""},
        {" in", "", ""},
        {" a day", "", ""},
        {" at rest", "", ""},
        {" cells", "", ""},
        {" per protocol", "", ""},
        {"/80 mmHg", "", ""},
        {" x 100 mg", "", ""},
        {" x 10 mg", "", ""},
        {" DM", "", ""},
        {" MIU/mL", "", ""},
        {"F-FDG", "", ""},
        {"D imaging", "", ""},
        {" M0", "", ""},
        {" minor criteria", "", ""},
        {"", "", ""},
    };

    return TABLE(struct match, cases);
}

ParameterizedTest(struct match *c, unit, match)
{
    unit_hit hit;
    bool found = unit_match(c->text, strlen(c->text), NULL, &hit);

    cr_assert_eq(found, c->ucum[0] != 0, "'%s': %s", c->text, found ? hit.ucum : "none");
    if (found) {
        cr_expect_str_eq(hit.ucum, c->ucum, "'%s'", c->text);
        cr_expect_str_eq(c->text + hit.size, c->rest, "'%s'", c->text);
    }
}

struct lost {
    char text[32], ucum[16];
    bool damaged;
};

ParameterizedTestParameters(unit, damaged)
{
    static struct lost cases[] = {
        {" 109/L", "10*9/L", true},
        {" x109/L", "10*9/L", true},
        {" X 10 9/L", "10*9/L", true},
        {" x 106 cells/kg", "10*6/kg", true},
        {" * 103 /mm3", "10*3/mm3", true},
        {" x 109", "10*9", true},
        {" x 10^9/L", "10*9/L", false},
        {" 10*9/L", "10*9/L", false},
    };

    return TABLE(struct lost, cases);
}

ParameterizedTest(struct lost *c, unit, damaged)
{
    unit_hit hit;

    cr_assert(unit_match(c->text, strlen(c->text), NULL, &hit), "%s", c->text);
    cr_expect_str_eq(hit.ucum, c->ucum, "%s", c->text);
    cr_expect_eq(hit.damaged, c->damaged, "%s", c->text);
}

struct time_word {
    char text[32], rest[24];
    char period; /* 0: no unit of time */
};

ParameterizedTestParameters(unit, time)
{
    static struct time_word cases[] = {
        {" years of age", " of age", 'a'},
        {"-year-old", "-old", 'a'},
        {" y/o", "", 'a'},
        {" yrs. of", " of", 'a'},
        {" weeks' duration", " duration", 'w'},
        {"-month", "", 'm'},
        {" day(s)", "", 'd'},
        {"h", "", 'h'},
        {" minutes", "", 'n'},
        {" sec", "", 's'},
        {" hours/week", "", 0},
        {" mg", "", 0},
    };

    return TABLE(struct time_word, cases);
}

ParameterizedTest(struct time_word *c, unit, time)
{
    unit_hit hit;

    cr_assert(unit_match(c->text, strlen(c->text), NULL, &hit), "%s", c->text);
    cr_expect_eq(hit.of_time, c->period != 0, "%s", c->text);
    cr_expect_eq(hit.period, c->period, "%s", c->text);
    cr_expect_str_eq(c->text + hit.size, c->rest, "%s", c->text);
}

Test(unit, a_long_text_costs_no_more)
{
    static char text[1 << 20];
    unit_hit hit;

    memset(text, 'm', sizeof text);
    for (size_t i = 0; i < 20000; i++)
        cr_assert_not(unit_match(text, sizeof text, NULL, &hit));
    memset(text, ' ', sizeof text);
    cr_expect_not(unit_match(text, sizeof text, NULL, &hit));
    memset(text, '[', sizeof text);
    cr_expect_not(unit_match(text, sizeof text, NULL, &hit));
    memset(text, '\xFF', sizeof text);
    cr_expect_not(unit_match(text, sizeof text, NULL, &hit));
}

/* ---- a laboratory's unit field ---- */

struct spelling {
    char text[24], ucum[24];
};

ParameterizedTestParameters(unit, spelling)
{
    static struct spelling cases[] = {
        {"mg/dL", "mg/dL"},
        {"mg %", "mg/dL"},
        {"gm/dl", "g/dL"},
        {"K/uL", "10*3/uL"},
        {"x10E3/uL", "10*3/uL"},
        {"G/L", "10*9/L"},
        {"M/uL", "10*6/uL"},
        {"MMOL/L", "mmol/L"},
        {"IU/L", "[IU]/L"},
        {"/hpf", "/[HPF]"},
        {"mcg/L", "ug/L"},
        {"\xC2\xB5mol/L", "umol/L"},
        {"deg C", "Cel"},
        {"F", "[degF]"},
        {"lbs", "[lb_av]"},
        {"mEq/L", "meq/L"},
        {"nonsense", ""},
        {"mg/dL extra", ""},
    };

    return TABLE(struct spelling, cases);
}

ParameterizedTest(struct spelling *c, unit, spelling)
{
    char out[64] = "";
    bool known = unit_spelling(c->text, strlen(c->text), NULL, out);

    cr_assert_eq(known, c->ucum[0] != 0, "%s: %s", c->text, out);
    if (known)
        cr_expect_str_eq(out, c->ucum, "%s", c->text);
}

Test(unit, the_quantity_decides_between_meanings)
{
    static const char *const of_temperature[] = {"Cel", NULL}, *const of_enzyme[] = {"U/L", NULL},
                             *const of_count[] = {"10*9/L", NULL};
    concept temperature = quantity("temperature", of_temperature, 0, 0), enzyme = quantity("alt", of_enzyme, 0, 0), count = quantity("platelets", of_count, 0, 0);
    char out[64];

    cr_assert(unit_spelling("K", 1, &temperature, out));
    cr_expect_str_eq(out, "K");
    cr_assert(unit_spelling("IU/L", 4, &enzyme, out));
    cr_expect_str_eq(out, "U/L");
    cr_assert(unit_spelling("K/uL", 4, &count, out));
    cr_expect_str_eq(out, "10*3/uL");
}

Test(unit, printed)
{
    static const char *const cases[][2] = {{"mm[Hg]", "mmHg"},
                                           {"10*9/L", "x10^9/L"},
                                           {"mL/min/{1.73_m2}", "mL/min/1.73 m2"},
                                           {"[IU]/L", "IU/L"},
                                           {"1", ""},
                                           {"a", "years"},
                                           {"kg/m2", "kg/m2"},
                                           {"Cel", "\xC2\xB0"
                                                   "C"},
                                           {"10*3{copies}/mL", "x10^3 copies/mL"}};
    char out[64];

    for (size_t i = 0; i < COUNT(cases); i++)
        cr_expect_str_eq(unit_printed(cases[i][0], out), cases[i][1]);
}
