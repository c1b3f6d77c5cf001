/* UCUM codes and conversion. What is printed instead of a code is rules/unit_match.c. */
#include "rules/landmark.h"
#include "rules/unit.h"

#include "engine/base/error.h"
#include "rules/unit_term.h"

#include <stdio.h>

static const unit_row *find_row(const void *context, const char *code, size_t size)
{
    size_t low = 0, high = unit_row_count;

    (void)context;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const char *at = unit_rows[middle].code;
        int c = strncmp(at, code, size);
        if (c == 0)
            c = at[size] != 0;
        if (c == 0)
            return &unit_rows[middle];
        if (c < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

bool unit_parse(const char *code, size_t size, unit *out, eligo_error *err)
{
    unit_term t = {.text = code,
                   .size = size,
                   .find = find_row,
                   .prefixes = unit_prefixes,
                   .prefix_count = unit_prefix_count};
    unit u;

    if (unit_term_parse(&t, &u)) {
        *out = u;
        return true;
    }
    error_set(err, ELIGO_EPARSE, "", "not a UCUM unit: %s (at character %zu)", t.problem,
              t.where + 1);
    return false;
}

bool unit_same(const unit *a, const unit *b)
{
    return a->factor == b->factor && a->reference == b->reference &&
           memcmp(a->power, b->power, sizeof a->power) == 0 &&
           a->arbitrary_power == b->arbitrary_power && a->special == b->special &&
           a->arbitrary == b->arbitrary && a->amounts == b->amounts;
}

/* ---- special units ---- */

static double special_to_base(double x, const unit *u)
{
    double r = u->reference;

    x *= u->factor;
    switch (u->special) {
    case SPECIAL_CEL: return (x + 273.15) * r;
    case SPECIAL_DEGF: return (x + 459.67) * r;
    case SPECIAL_DEGRE: return x * r + 273.15;
    case SPECIAL_PDIOP:
    case SPECIAL_SLOPE: return atan(x / 100);
    case SPECIAL_HPX: return r * pow(10, -x);
    case SPECIAL_HPC: return r * pow(100, -x);
    case SPECIAL_HPM: return r * pow(1000, -x);
    case SPECIAL_HPQ: return r * pow(50000, -x);
    case SPECIAL_PH: return r * pow(10, -x);
    case SPECIAL_LN: return r * exp(x);
    case SPECIAL_LG: return r * pow(10, x);
    case SPECIAL_LG2: return r * pow(10, x / 2);
    case SPECIAL_SQRT: return r * x * x;
    case SPECIAL_LD: return r * pow(2, x);
    default: return x;
    }
}

static double special_from_base(double x, const unit *u)
{
    double r = u->reference;

    switch (u->special) {
    case SPECIAL_CEL: x = x / r - 273.15; break;
    case SPECIAL_DEGF: x = x / r - 459.67; break;
    case SPECIAL_DEGRE: x = (x - 273.15) / r; break;
    case SPECIAL_PDIOP:
    case SPECIAL_SLOPE: x = 100 * tan(x); break;
    case SPECIAL_HPX: x = -log10(x / r); break;
    case SPECIAL_HPC: x = -log10(x / r) / 2; break;
    case SPECIAL_HPM: x = -log10(x / r) / 3; break;
    case SPECIAL_HPQ: x = -log(x / r) / log(50000); break;
    case SPECIAL_PH: x = -log10(x / r); break;
    case SPECIAL_LN: x = log(x / r); break;
    case SPECIAL_LG: x = log10(x / r); break;
    case SPECIAL_LG2: x = 2 * log10(x / r); break;
    case SPECIAL_SQRT: x = sqrt(x / r); break;
    case SPECIAL_LD: x = log2(x / r); break;
    default: break;
    }
    return x / u->factor;
}

/* ---- conversion ---- */

enum { GRAM = 2, MOLE = 7, EQUIVALENT = 8 };

/* What mass, substance and equivalents of the analyte make of each other: the factor from `from`'s
 * dimensions to `to`'s, 0 where there is none. 1 mol is `molar` grams and `valence` equivalents;
 * all three may differ by one power only, as a squared one would be no concentration. */
static double bridge(const unit *from, const unit *to, const concept *analyte)
{
    int d[UNIT_DIMENSIONS];
    double factor = 1;

    for (size_t i = 0; i < UNIT_DIMENSIONS; i++) {
        d[i] = to->power[i] - from->power[i];
        if (d[i] && i != GRAM && i != MOLE && i != EQUIVALENT)
            return 0;
        if (d[i] < -1 || d[i] > 1)
            return 0;
    }
    if (!d[GRAM] && !d[MOLE] && !d[EQUIVALENT])
        return 1;
    if (!analyte || d[GRAM] + d[MOLE] + d[EQUIVALENT] != 0)
        return 0;
    if (d[GRAM]) {
        if (!(analyte->molar > 0))
            return 0;
        factor = d[GRAM] > 0 ? factor * analyte->molar : factor / analyte->molar;
    }
    if (d[EQUIVALENT]) {
        double charge = fabs(analyte->valence);
        if (!(charge > 0))
            return 0;
        factor = d[EQUIVALENT] > 0 ? factor * charge : factor / charge;
    }
    return factor;
}

static bool lists(const concept *c, const char *code)
{
    for (const char *const *u = c->units; u && *u; u++)
        if (strcmp(*u, code) == 0)
            return true;
    return false;
}

/* A quantity that is printed with [pH] or with nothing is one scale. */
static bool same_scale(const unit *from, const unit *to, const concept *analyte)
{
    static const signed char none[UNIT_DIMENSIONS];
    const unit *special = from->special ? from : to, *bare = from->special ? to : from;

    return analyte && special->special == SPECIAL_PH && special->factor == 1 && !bare->special &&
           bare->factor == 1 && !bare->arbitrary && memcmp(bare->power, none, sizeof none) == 0 &&
           lists(analyte, "[pH]") && lists(analyte, "1");
}

static bool dimensionless(const unit *u)
{
    for (size_t i = 0; i < UNIT_DIMENSIONS; i++)
        if (u->power[i])
            return false;
    return true;
}

/* HbA1c: IFCC (mmol/mol) = 10.93 * NGSP (%) - 23.5. Source: the NGSP-IFCC master equation,
 * NGSP = 0.09148 * IFCC + 2.152; Hoelzel and others, Clin Chem 2004; 50:166-74, and Hanas and John,
 * Diabetes Care 2010; 33:1903-4. */
static double hba1c_across(double base, bool to_amounts)
{
    return to_amounts ? (10.93 * base * 100 - 23.5) / 1000 : (base * 1000 + 23.5) / 10.93 / 100;
}

/* To 12 digits: 100.4 [degF] is 38 Cel and 0.07 is 7 %, not a bit less, when a bound says 38 or 7.
 */
static double decimal(double x)
{
    double scale, rounded;
    int digits;

    if (x == 0 || !isfinite(x))
        return x;
    digits = 11 - (int)floor(log10(fabs(x)));
    if (digits < -290 || digits > 290)
        return x;
    scale = pow(10, fabs((double)digits));
    rounded = digits >= 0 ? nearbyint(x * scale) / scale : nearbyint(x / scale) * scale;
    return isfinite(rounded) ? rounded : x;
}

unit_result unit_convert(double value, const unit *from, const unit *to, const concept *analyte,
                         double *out)
{
    double factor, base;

    if (from->special && from->special != 255 && from->arbitrary != BASIS_MIXED &&
        unit_same(from, to)) {
        *out = value;
        return UNIT_OK;
    }
    if (analyte && !from->special != !to->special && same_scale(from, to, analyte)) {
        *out = value;
        return UNIT_OK;
    }
    if (from->special >= SPECIAL_LOST || to->special >= SPECIAL_LOST ||
        from->arbitrary == BASIS_MIXED || from->arbitrary != to->arbitrary ||
        (from->arbitrary && from->arbitrary_power != to->arbitrary_power))
        return UNIT_MISMATCH;
    /* A bare 30 is not 30 as a ratio, of which a logarithm could be taken (dB, neper, potencies).
     */
    if (!from->special != !to->special && dimensionless(from) && dimensionless(to))
        return UNIT_MISMATCH;
    factor = bridge(from, to, analyte);
    if (factor == 0)
        return UNIT_MISMATCH;
    if (!from->special && !to->special && from->factor == to->factor && factor == 1 &&
        from->amounts == to->amounts) {
        *out = value; /* the same unit: not a bit is lost */
        return UNIT_OK;
    }
    if (!from->special && !to->special && !(analyte && from->amounts != to->amounts)) {
        base = value * (from->factor / to->factor * factor);
        if (!isfinite(base))
            return UNIT_MISMATCH;
        *out = decimal(base);
        return UNIT_OK;
    }
    base = from->special ? special_to_base(value, from) : value * from->factor;
    base *= factor;
    if (analyte && from->amounts != to->amounts && is_landmark(analyte, LANDMARK_HBA1C) &&
        dimensionless(from) && dimensionless(to))
        base = hba1c_across(base, to->amounts);
    base = to->special ? special_from_base(base, to) : base / to->factor;
    if (!isfinite(base))
        return UNIT_MISMATCH;
    *out = decimal(base);
    return UNIT_OK;
}

unit_result unit_convert_codes(double value, const char *from, const char *to,
                               const concept *analyte, double *out)
{
    unit a, b;

    if (!from || !to || !unit_parse(from, strlen(from), &a, NULL))
        return UNIT_MISMATCH;
    if (strcmp(from, to) == 0)
        return unit_convert(value, &a, &a, analyte, out);
    return unit_parse(to, strlen(to), &b, NULL) ? unit_convert(value, &a, &b, analyte, out)
                                                : UNIT_MISMATCH;
}

/* What a unit counts a substance in; 0: nothing of the kind. */
static int measure_of(const unit *u)
{
    if (u->special || u->arbitrary == BASIS_MIXED)
        return 0;
    return u->arbitrary                                   ? 1
           : u->power[GRAM] == 1 && !u->power[MOLE]       ? 2
           : u->power[MOLE] == 1 && !u->power[GRAM]       ? 3
           : u->power[EQUIVALENT] == 1 && !u->power[GRAM] ? 4
                                                          : 0;
}

bool unit_other_measure(const unit *a, const unit *b)
{
    int one = measure_of(a), other = measure_of(b);

    for (size_t i = 0; i < UNIT_DIMENSIONS; i++)
        if (i != GRAM && i != MOLE && i != EQUIVALENT && a->power[i] != b->power[i])
            return false;
    return one && other && (one != other || (one == 1 && a->arbitrary != b->arbitrary));
}

bool unit_commensurable(const unit *a, const unit *b)
{
    double x;

    return unit_convert(1, a, b, NULL, &x) == UNIT_OK;
}

bool unit_fits(const concept *quantity, const char *ucum)
{
    unit u, listed;
    double x;

    if (!quantity || !unit_parse(ucum, strlen(ucum), &u, NULL))
        return false;
    if (lists(quantity, ucum) && unit_convert(1, &u, &u, quantity, &x) == UNIT_OK)
        return true; /* as most do */
    for (const char *const *code = quantity->units; code && *code; code++)
        if (unit_parse(*code, strlen(*code), &listed, NULL) && u.arbitrary == listed.arbitrary &&
            unit_convert(1, &u, &listed, quantity, &x) == UNIT_OK)
            return true;
    return false;
}

/* ---- printing ---- */

static const struct {
    const char *code, *printed;
} in_print[] = {
    {"{1.73_m2}", "1.73 m2"},
    {"[degF]", "\xC2\xB0"
               "F"},
    {"[lb_av]", "lb"},
    {"[in_i]", "inches"},
    {"[ft_i]", "ft"},
    {"[oz_av]", "oz"},
    {"[diop]", "D"},
    {"[hnsf'U]", "HU"},
    {"[wood'U]", "Wood units"},
    {"[mi_i]", "miles"},
    {"[beth'U]", "BU"},
    {"[HPF]", "HPF"},
    {"[LPF]", "LPF"},
    {"[stone_av]", "st"},
    {"[Ch]", "Fr"},
    {"[iU]", "IU"},
    {"[IU]", "IU"},
    {"[arb'U]", "AU"},
    {"[MET]", "MET"},
    {"[ppm]", "ppm"},
    {"Cel", "\xC2\xB0"
            "C"},
};

static const struct {
    const char *code, *printed;
} whole_in_print[] = {
    {"1", ""},      {"a", "years"},     {"mo", "months"}, {"wk", "weeks"},  {"d", "days"},
    {"h", "hours"}, {"min", "minutes"}, {"s", "seconds"}, {"/min", "/min"}, {"{score}", "points"},
};

static const struct {
    const char *code, *printed;
} in_words[] = {{"a", "year"}, {"mo", "month"}, {"wk", "week"}, {"d", "day"}};

char *unit_printed(const char *ucum, char out[64])
{
    size_t n = 0;
    const char *p = ucum;

    for (size_t i = 0; i < sizeof whole_in_print / sizeof *whole_in_print; i++)
        if (strcmp(whole_in_print[i].code, ucum) == 0) {
            snprintf(out, 64, "%s", whole_in_print[i].printed);
            return out;
        }
    while (*p && n < 60) {
        const char *add = NULL;
        bool start = p == ucum || strchr("./(", p[-1]) != NULL;
        for (size_t i = 0; start && !add && i < sizeof in_print / sizeof *in_print; i++)
            if (strncmp(p, in_print[i].code, strlen(in_print[i].code)) == 0) {
                add = in_print[i].printed;
                p += strlen(in_print[i].code);
            }
        for (size_t i = 0;
             p > ucum && p[-1] == '/' && !add && i < sizeof in_words / sizeof *in_words; i++) {
            size_t size = strlen(in_words[i].code);
            if (strncmp(p, in_words[i].code, size) == 0 &&
                (!p[size] || p[size] == '/' || p[size] == '.')) {
                add = in_words[i].printed;
                p += size;
            }
        }
        if (!add && strncmp(p, "10*", 3) == 0) {
            add = p == ucum ? "x10^" : "10^";
            p += 3;
        }
        if (add) {
            for (; *add && n < 60; add++)
                out[n++] = *add;
            continue;
        }
        if (*p == '_')
            out[n++] = ' ';
        else if ((*p == '.' && (p[1] == '[' || p[1] == '{')) ||
                 (*p == '{' && n && !strchr("./( ", p[-1])))
            out[n++] = ' '; /* 10*6.[IU], ng/mL{FEU} */
        else if (!strchr("[]{}", *p))
            out[n++] = *p;
        p++;
    }
    out[n] = 0;
    return out;
}
