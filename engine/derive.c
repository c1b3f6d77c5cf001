#include "engine/derive.h"

#include <math.h>

/* False for NAN as well. */
static bool within(double x, double low, double high)
{
    return x >= low && x <= high;
}

static bool result(double x, double *out)
{
    if (!isfinite(x))
        return false;
    *out = x;
    return true;
}

/* ---- body ---- */

static bool is_body(double weight_kg, double height_cm)
{
    return within(weight_kg, 0.3, 650) && within(height_cm, 20, 275);
}

bool derive_bmi(double weight_kg, double height_cm, double *out)
{
    return is_body(weight_kg, height_cm) &&
           result(weight_kg * 10000 / (height_cm * height_cm), out);
}

bool derive_bsa(double weight_kg, double height_cm, double *out)
{
    return is_body(weight_kg, height_cm) && result(sqrt(height_cm * weight_kg / 3600), out);
}

bool derive_bsa_dubois(double weight_kg, double height_cm, double *out)
{
    return is_body(weight_kg, height_cm) &&
           result(0.007184 * pow(weight_kg, 0.425) * pow(height_cm, 0.725), out);
}

bool derive_age_years(date birth, day at, double *out)
{
    double oldest, youngest;

    if (!date_known(birth) || at == DAY_NONE || birth.last > at)
        return false;
    oldest = period_between(birth.first, at, 'a');
    youngest = period_between(birth.last, at, 'a');
    if (oldest != youngest)
        return false;
    *out = oldest;
    return true;
}

/* ---- circulation and breathing ---- */

bool derive_mean_arterial_pressure(double systolic_mmhg, double diastolic_mmhg, double *out)
{
    if (!within(systolic_mmhg, 30, 350) || !within(diastolic_mmhg, 10, systolic_mmhg))
        return false;
    return result((systolic_mmhg + 2 * diastolic_mmhg) / 3, out);
}

/* FiO2 as a fraction, from a fraction or a percentage; NAN for what is neither. 0.20 and 20: room
 * air rounded. */
static double fraction(double fio2)
{
    if (within(fio2, 0.2, 1))
        return fio2;
    return within(fio2, 20, 100) ? fio2 / 100 : NAN;
}

bool derive_pf_ratio(double pao2_mmhg, double fio2, double *out)
{
    return within(pao2_mmhg, 10, 760) && result(pao2_mmhg / fraction(fio2), out);
}

bool derive_sf_ratio(double spo2_percent, double fio2, double *out)
{
    return within(spo2_percent, 50, 100) && result(spo2_percent / fraction(fio2), out);
}

static bool is_rhythm(double qt_ms, double heart_rate)
{
    return within(qt_ms, 150, 800) && within(heart_rate, 20, 250);
}

bool derive_qtc_bazett(double qt_ms, double heart_rate, double *out)
{
    return is_rhythm(qt_ms, heart_rate) && result(qt_ms / sqrt(60 / heart_rate), out);
}

bool derive_qtc_fridericia(double qt_ms, double heart_rate, double *out)
{
    return is_rhythm(qt_ms, heart_rate) && result(qt_ms / cbrt(60 / heart_rate), out);
}

/* ---- kidney ---- */

static bool is_creatinine(double mg_dl)
{
    return within(mg_dl, 0.1, 30);
}

static bool is_adult(double age_years)
{
    return within(age_years, 18, 120);
}

bool derive_creatinine_clearance(double creatinine_mg_dl, double weight_kg, double age_years,
                                 bool female, double *out)
{
    if (!is_creatinine(creatinine_mg_dl) || !is_adult(age_years) || !within(weight_kg, 20, 400))
        return false;
    return result((140 - age_years) * weight_kg / (72 * creatinine_mg_dl) * (female ? 0.85 : 1),
                  out);
}

bool derive_egfr(double creatinine_mg_dl, double age_years, bool female, double *out)
{
    double relative = creatinine_mg_dl / (female ? 0.7 : 0.9);

    if (!is_creatinine(creatinine_mg_dl) || !is_adult(age_years))
        return false;
    return result(142 * pow(fmin(relative, 1), female ? -0.241 : -0.302) *
                      pow(fmax(relative, 1), -1.2) * pow(0.9938, age_years) * (female ? 1.012 : 1),
                  out);
}

bool derive_egfr_2009(double creatinine_mg_dl, double age_years, bool female, double *out)
{
    double relative = creatinine_mg_dl / (female ? 0.7 : 0.9);

    if (!is_creatinine(creatinine_mg_dl) || !is_adult(age_years))
        return false;
    return result(141 * pow(fmin(relative, 1), female ? -0.329 : -0.411) *
                      pow(fmax(relative, 1), -1.209) * pow(0.993, age_years) * (female ? 1.018 : 1),
                  out);
}

bool derive_egfr_mdrd(double creatinine_mg_dl, double age_years, bool female, double *out)
{
    if (!is_creatinine(creatinine_mg_dl) || !is_adult(age_years))
        return false;
    return result(
        175 * pow(creatinine_mg_dl, -1.154) * pow(age_years, -0.203) * (female ? 0.742 : 1), out);
}

bool derive_egfr_schwartz(double creatinine_mg_dl, double height_cm, double age_years, double *out)
{
    if (!is_creatinine(creatinine_mg_dl) || !within(height_cm, 50, 220) ||
        !(age_years >= 1 && age_years < 18))
        return false;
    return result(0.413 * height_cm / creatinine_mg_dl, out);
}

/* ---- blood ---- */

bool derive_corrected_calcium(double calcium_mg_dl, double albumin_g_dl, double *out)
{
    if (!within(calcium_mg_dl, 2, 25) || !within(albumin_g_dl, 0.5, 7))
        return false;
    return result(calcium_mg_dl + 0.8 * (4 - albumin_g_dl), out);
}

bool derive_anion_gap(double sodium_mmol_l, double chloride_mmol_l, double bicarbonate_mmol_l,
                      double *out)
{
    if (!within(sodium_mmol_l, 80, 220) || !within(chloride_mmol_l, 40, 180) ||
        !within(bicarbonate_mmol_l, 1, 70))
        return false;
    return result(sodium_mmol_l - chloride_mmol_l - bicarbonate_mmol_l, out);
}

bool derive_cell_count(double wbc, double percent, double *out)
{
    return wbc >= 0 && within(percent, 0, 100) && result(wbc * percent / 100, out);
}

bool derive_ldl(double cholesterol_mg_dl, double hdl_mg_dl, double triglycerides_mg_dl, double *out)
{
    double ldl = cholesterol_mg_dl - hdl_mg_dl - triglycerides_mg_dl / 5;

    if (!within(cholesterol_mg_dl, 20, 2000) || !within(hdl_mg_dl, 1, 300) ||
        !within(triglycerides_mg_dl, 5, 400))
        return false;
    return ldl > 0 && result(ldl, out);
}

bool derive_homa_ir(double glucose_mg_dl, double insulin_uiu_ml, double *out)
{
    if (!within(glucose_mg_dl, 20, 600) || !within(insulin_uiu_ml, 0.1, 1000))
        return false;
    return result(glucose_mg_dl * insulin_uiu_ml / 405, out);
}

/* ---- liver ---- */

bool derive_apri(double ast_u_l, double ast_upper_u_l, double platelets_1e9_l, double *out)
{
    if (!within(ast_u_l, 1, 30000) || !within(ast_upper_u_l, 5, 200) ||
        !within(platelets_1e9_l, 1, 3000))
        return false;
    return result(100 * ast_u_l / ast_upper_u_l / platelets_1e9_l, out);
}

bool derive_fib4(double ast_u_l, double alt_u_l, double platelets_1e9_l, double age_years,
                 double *out)
{
    if (!within(ast_u_l, 1, 30000) || !within(alt_u_l, 1, 30000) ||
        !within(platelets_1e9_l, 1, 3000) || !is_adult(age_years))
        return false;
    return result(age_years * ast_u_l / (platelets_1e9_l * sqrt(alt_u_l)), out);
}

bool derive_child_pugh(double bilirubin_mg_dl, double albumin_g_dl, double inr, int ascites,
                       int encephalopathy, double *out)
{
    int points = ascites + encephalopathy;

    if (!within(bilirubin_mg_dl, 0.05, 100) || !within(albumin_g_dl, 0.5, 7) ||
        !within(inr, 0.5, 25) || ascites < 1 || ascites > 3 || encephalopathy < 1 ||
        encephalopathy > 3)
        return false;
    points += bilirubin_mg_dl < 2 ? 1 : bilirubin_mg_dl <= 3 ? 2 : 3;
    points += albumin_g_dl > 3.5 ? 1 : albumin_g_dl >= 2.8 ? 2 : 3;
    points += inr < 1.7 ? 1 : inr <= 2.3 ? 2 : 3;
    *out = points;
    return true;
}

char derive_child_pugh_class(double score)
{
    if (!within(score, 5, 15))
        return 0;
    return score < 7 ? 'A' : score < 10 ? 'B' : 'C';
}

bool derive_gestational_weeks(day first_day, day at, double *out)
{
    double days = (double)at - (double)first_day;

    return within(days, 0, 44 * 7) && result(days / 7, out);
}

/* Before it is rounded. */
static bool meld(double bilirubin_mg_dl, double inr, double creatinine_mg_dl, bool dialysis,
                 double *out)
{
    double creatinine = dialysis ? 4 : fmin(fmax(creatinine_mg_dl, 1), 4);

    if (!within(bilirubin_mg_dl, 0.05, 100) || !within(inr, 0.5, 25) ||
        !is_creatinine(creatinine_mg_dl))
        return false;
    return result(9.57 * log(creatinine) + 3.78 * log(fmax(bilirubin_mg_dl, 1)) +
                      11.2 * log(fmax(inr, 1)) + 6.43,
                  out);
}

bool derive_meld(double bilirubin_mg_dl, double inr, double creatinine_mg_dl, bool dialysis,
                 double *out)
{
    double score;

    if (!meld(bilirubin_mg_dl, inr, creatinine_mg_dl, dialysis, &score))
        return false;
    *out = fmin(fmax(round(score), 6), 40);
    return true;
}

bool derive_meld_na(double bilirubin_mg_dl, double inr, double creatinine_mg_dl,
                    double sodium_mmol_l, bool dialysis, double *out)
{
    double score, sodium = fmin(fmax(sodium_mmol_l, 125), 137);

    if (!within(sodium_mmol_l, 80, 220) ||
        !meld(bilirubin_mg_dl, inr, creatinine_mg_dl, dialysis, &score))
        return false;
    score = round(score * 10) / 10; /* the policy rounds here, to the tenth */
    if (score > 11)
        score += 1.32 * (137 - sodium) - 0.033 * score * (137 - sodium);
    *out = fmin(fmax(round(score), 6), 40);
    return true;
}

/* ---- scores ---- */

bool derive_sofa(const derive_sofa_parts *p, double *out)
{
    int points = 0;
    double pf = p->pf_ratio_mmhg;

    if (!within(pf, 10, 900) || !within(p->platelets_1e9_l, 0, 3000) ||
        !within(p->bilirubin_mg_dl, 0, 100) || !within(p->gcs, 3, 15) ||
        !is_creatinine(p->creatinine_mg_dl) || !(p->dopamine >= 0) || !(p->dobutamine >= 0) ||
        !(p->epinephrine >= 0) || !(p->norepinephrine >= 0) ||
        !within(p->mean_arterial_pressure_mmhg, 10, 250))
        return false;
    points += pf < 100 && p->ventilated   ? 4
              : pf < 200 && p->ventilated ? 3
              : pf < 300                  ? 2
              : pf < 400                  ? 1
                                          : 0;
    points += p->platelets_1e9_l < 20    ? 4
              : p->platelets_1e9_l < 50  ? 3
              : p->platelets_1e9_l < 100 ? 2
              : p->platelets_1e9_l < 150 ? 1
                                         : 0;
    points += p->bilirubin_mg_dl >= 12    ? 4
              : p->bilirubin_mg_dl >= 6   ? 3
              : p->bilirubin_mg_dl >= 2   ? 2
              : p->bilirubin_mg_dl >= 1.2 ? 1
                                          : 0;
    if (p->dopamine > 15 || p->epinephrine > 0.1 || p->norepinephrine > 0.1)
        points += 4;
    else if (p->dopamine > 5 || p->epinephrine > 0 || p->norepinephrine > 0)
        points += 3;
    else if (p->dopamine > 0 || p->dobutamine > 0)
        points += 2;
    else if (p->mean_arterial_pressure_mmhg < 70)
        points += 1;
    points += p->gcs < 6 ? 4 : p->gcs < 10 ? 3 : p->gcs < 13 ? 2 : p->gcs < 15 ? 1 : 0;
    if (p->creatinine_mg_dl >= 5 || p->urine_ml_day < 200)
        points += 4;
    else if (p->creatinine_mg_dl >= 3.5 || p->urine_ml_day < 500)
        points += 3;
    else
        points += p->creatinine_mg_dl >= 2 ? 2 : p->creatinine_mg_dl >= 1.2 ? 1 : 0;
    *out = points;
    return true;
}

bool derive_sirs_count(double temperature_c, double heart_rate, double respiratory_rate,
                       double paco2_mmhg, double wbc_1e9_l, double bands_percent, double *out)
{
    bool cells = wbc_1e9_l > 12 || wbc_1e9_l<4, breath = respiratory_rate> 20;

    if (!within(temperature_c, 20, 46) || !within(heart_rate, 0, 350) ||
        !within(respiratory_rate, 0, 120) || !within(wbc_1e9_l, 0, 2000))
        return false;
    if ((!breath && isnan(paco2_mmhg)) || (!cells && isnan(bands_percent)))
        return false;
    *out = (temperature_c > 38 || temperature_c < 36) + (heart_rate > 90) +
           (breath || paco2_mmhg < 32) + (cells || bands_percent > 10);
    return true;
}

bool derive_cha2ds2_vasc(double age_years, bool female, bool heart_failure, bool hypertension,
                         bool diabetes, bool stroke_or_embolism, bool vascular_disease, double *out)
{
    if (!is_adult(age_years))
        return false;
    *out = (age_years >= 75   ? 2
            : age_years >= 65 ? 1
                              : 0) +
           female + heart_failure + hypertension + diabetes + 2 * stroke_or_embolism +
           vascular_disease;
    return true;
}

bool derive_pack_years(double cigarettes_per_day, double years, double *out)
{
    return within(cigarettes_per_day, 0, 200) && within(years, 0, 110) &&
           result(cigarettes_per_day / 20 * years, out);
}

/* ---- the table's view of them: parts in an array ---- */

#define VIEW(name, call)                                                                           \
    static bool name(const double *p, double age_years, bool female, double *out)                  \
    {                                                                                              \
        (void)age_years;                                                                           \
        (void)female;                                                                              \
        return call;                                                                               \
    }

VIEW(of_bmi, derive_bmi(p[0], p[1], out))
VIEW(of_bsa, derive_bsa(p[0], p[1], out))
VIEW(of_map, derive_mean_arterial_pressure(p[0], p[1], out))
VIEW(of_pf, derive_pf_ratio(p[0], p[1], out))
VIEW(of_sf, derive_sf_ratio(p[0], p[1], out))
VIEW(of_qtcb, derive_qtc_bazett(p[0], p[1], out))
VIEW(of_qtcf, derive_qtc_fridericia(p[0], p[1], out))
VIEW(of_clearance, derive_creatinine_clearance(p[0], p[1], age_years, female, out))
VIEW(of_egfr, derive_egfr(p[0], age_years, female, out))
VIEW(of_schwartz, derive_egfr_schwartz(p[0], p[1], age_years, out))
VIEW(of_calcium, derive_corrected_calcium(p[0], p[1], out))
VIEW(of_gap, derive_anion_gap(p[0], p[1], p[2], out))
VIEW(of_cells, derive_cell_count(p[0], p[1], out))
VIEW(of_ldl, derive_ldl(p[0], p[1], p[2], out))
VIEW(of_homa, derive_homa_ir(p[0], p[1], out))
VIEW(of_apri, derive_apri(p[0], p[1], p[2], out))
VIEW(of_fib4, derive_fib4(p[0], p[1], p[2], age_years, out))
VIEW(of_egfr_2009, derive_egfr_2009(p[0], age_years, female, out))
VIEW(of_egfr_mdrd, derive_egfr_mdrd(p[0], age_years, female, out))
VIEW(of_child_pugh, derive_child_pugh(p[0], p[1], p[2], (int)p[3] + 1, (int)p[4] + 1, out))
VIEW(of_meld, derive_meld(p[0], p[1], p[2], p[3] > 0, out))
VIEW(of_meld_na, derive_meld_na(p[0], p[1], p[2], p[3], p[4] > 0, out))
VIEW(of_sirs, derive_sirs_count(p[0], p[1], p[2], p[3], p[4], p[5], out))
VIEW(of_cha2ds2_vasc, isfinite(p[0] + p[1] + p[2] + p[3] + p[4]) &&
                          derive_cha2ds2_vasc(age_years, female, p[0] > 0, p[1] > 0, p[2] > 0,
                                              p[3] > 0, p[4] > 0, out))
VIEW(of_pack_years, derive_pack_years(p[0], p[1], out))
VIEW(of_ratio, p[0] >= 0 && p[1] > 0 && result(p[0] / p[1], out))
VIEW(of_percent, p[0] >= 0 && p[1] > 0 && result(100 * p[0] / p[1], out))
VIEW(of_difference, p[0] >= p[1] && p[1] >= 0 && result(p[0] - p[1], out))
VIEW(of_pressure_difference, p[0] > p[1] && result(p[0] - p[1], out))
VIEW(of_oxygenation, within(p[0], 1, 60) && within(p[2], 10, 760) &&
                         result(100 * p[0] * fraction(p[1]) / p[2], out))
VIEW(of_rox,
     within(p[0], 50, 100) && within(p[2], 4, 120) && result(p[0] / fraction(p[1]) / p[2], out))

/* Gradient over flow, Wood units: (mean pulmonary - wedge pressure) / cardiac output. */
VIEW(of_pvr,
     p[0] >= p[1] && p[1] >= 0 && within(p[2], 0.5, 25) && result((p[0] - p[1]) / p[2], out))

/* Of a vasopressor that is given the record seldom has the rate: it is worth 2 to 4 points. */
static bool sofa_with(const double *p, double dobutamine, double norepinephrine, double *out)
{
    derive_sofa_parts parts = {.pf_ratio_mmhg = p[0],
                               .ventilated = p[7] > 0,
                               .platelets_1e9_l = p[1],
                               .bilirubin_mg_dl = p[2],
                               .mean_arterial_pressure_mmhg = p[3],
                               .dobutamine = p[8] > 0 ? dobutamine : 0,
                               .norepinephrine = p[8] > 0 ? norepinephrine : 0,
                               .gcs = p[4],
                               .creatinine_mg_dl = p[5],
                               .urine_ml_day = p[6]};

    return derive_sofa(&parts, out);
}
VIEW(of_sofa_least, sofa_with(p, 1, 0, out))
VIEW(of_sofa_most, sofa_with(p, 0, 1, out))

#undef VIEW

/* Rows of one blood sample: within the hour. Of a body: of its day. */
/* clang-format off */
const derivation derive_table[] = {
    {"bmi", "kg/m2", of_bmi, {{"weight", "kg", 0}, {"height", "cm", DERIVE_OLDER_ADULT}},
     2, 0, 0, NULL, "weight / height^2", NULL},
    {"bsa", "m2", of_bsa, {{"weight", "kg", 0}, {"height", "cm", DERIVE_OLDER_ADULT}},
     2, 0, 0, NULL, "Mosteller", NULL},
    {"waist_hip_ratio", "1", of_ratio, {{"waist_circumference", "cm", 0},
     {"hip_circumference", "cm", 0}}, 2, 0, 0, NULL, "waist / hip", NULL},
    {"waist_height_ratio", "1", of_ratio, {{"waist_circumference", "cm", 0},
     {"height", "cm", DERIVE_OLDER_ADULT}}, 2, 0, 0, NULL, "waist / height", NULL},
    {"mean_arterial_pressure", "mm[Hg]", of_map, {{"systolic_bp", "mm[Hg]", 0},
     {"diastolic_bp", "mm[Hg]", 0}}, 2, 0.1, 0, NULL, "(systolic + 2 diastolic) / 3", NULL},
    {"pulse_pressure", "mm[Hg]", of_pressure_difference, {{"systolic_bp", "mm[Hg]", 0},
     {"diastolic_bp", "mm[Hg]", 0}}, 2, 0.1, 0, NULL, "systolic - diastolic", NULL},
    {"pf_ratio", "mm[Hg]", of_pf, {{"pao2", "mm[Hg]", 0}, {"fio2", "%", 0}},
     2, 1, 0, NULL, "PaO2 / FiO2", NULL},
    {"sf_ratio", "1", of_sf, {{"spo2", "%", 0}, {"fio2", "%", 0}}, 2, 1, 0, NULL, "SpO2 / FiO2", NULL},
    {"oxygenation_index", "1", of_oxygenation, {{"mean_airway_pressure", "cm[H2O]", 0},
     {"fio2", "%", 0}, {"pao2", "mm[Hg]", 0}},
     3, 1, 0, NULL, "mean airway pressure * FiO2 * 100 / PaO2", NULL},
    {"rox_index", "1", of_rox, {{"spo2", "%", 0}, {"fio2", "%", 0},
     {"respiratory_rate", "/min", 0}}, 3, 1, 0, NULL, "SpO2 / FiO2 / respiratory rate", NULL},
    {"qtcb", "ms", of_qtcb, {{"qt_interval", "ms", 0}, {"heart_rate", "/min", 0}},
     2, 0.1, 0, NULL, "Bazett", NULL},
    {"qtcf", "ms", of_qtcf, {{"qt_interval", "ms", 0}, {"heart_rate", "/min", 0}},
     2, 0.1, 0, NULL, "Fridericia", NULL},
    {"qtc", "ms", of_qtcb, {{"qt_interval", "ms", 0}, {"heart_rate", "/min", 0}},
     2, 0.1, 0, NULL, "Bazett or Fridericia", of_qtcf},
    {"pvr", "[wood'U]", of_pvr, {{"mpap", "mm[Hg]", 0}, {"pawp", "mm[Hg]", 0},
     {"cardiac_output", "L/min", 0}}, 3, 1, 0, NULL, "(mPAP - PAWP) / cardiac output", NULL},
    {"cpp", "mm[Hg]", of_pressure_difference, {{"mean_arterial_pressure", "mm[Hg]", 0},
     {"icp", "mm[Hg]", 0}}, 2, 0.1, 0, NULL, "MAP - ICP", NULL},
    {"creatinine_clearance", "mL/min", of_clearance, {{"creatinine", "mg/dL", 0},
     {"weight", "kg", 0}}, 2, 0, DERIVE_AGE | DERIVE_SEX, "dialysis", "Cockcroft-Gault", NULL},
    {"egfr", "mL/min/{1.73_m2}", of_egfr, {{"creatinine", "mg/dL", 0}},
     1, 0, DERIVE_AGE | DERIVE_SEX, "dialysis", "CKD-EPI 2021", NULL},
    {"egfr_ckd_epi", "mL/min/{1.73_m2}", of_egfr, {{"creatinine", "mg/dL", 0}},
     1, 0, DERIVE_AGE | DERIVE_SEX, "dialysis", "CKD-EPI 2021 or 2009", of_egfr_2009},
    {"egfr_mdrd", "mL/min/{1.73_m2}", of_egfr_mdrd, {{"creatinine", "mg/dL", 0}},
     1, 0, DERIVE_AGE | DERIVE_SEX, "dialysis", "MDRD", NULL},
    {"egfr", "mL/min/{1.73_m2}", of_schwartz, {{"creatinine", "mg/dL", 0}, {"height", "cm", 0}},
     2, 0, DERIVE_AGE, "dialysis", "bedside Schwartz", NULL},
    {"calcium_corrected", "mg/dL", of_calcium, {{"calcium_total", "mg/dL", 0},
     {"albumin", "g/dL", 0}}, 2, 1, 0, NULL, "calcium + 0.8 (4 - albumin)", NULL},
    {"anion_gap", "mmol/L", of_gap, {{"sodium", "mmol/L", 0}, {"chloride", "mmol/L", 0},
     {"bicarbonate", "mmol/L", 0}}, 3, 1, 0, NULL, "Na - Cl - HCO3", NULL},
    {"neutrophils", "10*9/L", of_cells, {{"wbc", "10*9/L", 0}, {"neutrophils_percent", "%", 0}},
     2, 1, 0, NULL, "WBC * neutrophils %", NULL},
    {"lymphocytes", "10*9/L", of_cells, {{"wbc", "10*9/L", 0}, {"lymphocytes_percent", "%", 0}},
     2, 1, 0, NULL, "WBC * lymphocytes %", NULL},
    {"eosinophils", "10*9/L", of_cells, {{"wbc", "10*9/L", 0}, {"eosinophils_percent", "%", 0}},
     2, 1, 0, NULL, "WBC * eosinophils %", NULL},
    {"monocytes", "10*9/L", of_cells, {{"wbc", "10*9/L", 0}, {"monocytes_percent", "%", 0}},
     2, 1, 0, NULL, "WBC * monocytes %", NULL},
    {"nlr", "1", of_ratio, {{"neutrophils", "10*9/L", 0}, {"lymphocytes", "10*9/L", 0}},
     2, 1, 0, NULL, "neutrophils / lymphocytes", NULL},
    {"plr", "1", of_ratio, {{"platelets", "10*9/L", 0}, {"lymphocytes", "10*9/L", 0}},
     2, 1, 0, NULL, "platelets / lymphocytes", NULL},
    {"transferrin_saturation", "%", of_percent, {{"iron", "ug/dL", 0}, {"tibc", "ug/dL", 0}},
     2, 1, 0, NULL, "100 iron / TIBC", NULL},
    {"bilirubin_indirect", "mg/dL", of_difference, {{"bilirubin_total", "mg/dL", 0},
     {"bilirubin_direct", "mg/dL", 0}}, 2, 1, 0, NULL, "total - direct", NULL},
    {"ldl", "mg/dL", of_ldl, {{"cholesterol_total", "mg/dL", 0}, {"hdl", "mg/dL", 0},
     {"triglycerides", "mg/dL", 0}}, 3, 1, 0, NULL, "Friedewald", NULL},
    {"non_hdl", "mg/dL", of_difference, {{"cholesterol_total", "mg/dL", 0}, {"hdl", "mg/dL", 0}},
     2, 1, 0, NULL, "total - HDL", NULL},
    {"cholesterol_hdl_ratio", "1", of_ratio, {{"cholesterol_total", "mg/dL", 0},
     {"hdl", "mg/dL", 0}}, 2, 1, 0, NULL, "total / HDL", NULL},
    {"homa_ir", "1", of_homa, {{"fasting_glucose", "mg/dL", 0}, {"insulin_level", "u[IU]/mL", 0}},
     2, 1, 0, NULL, "glucose * insulin / 405", NULL},
    {"flc_ratio", "1", of_ratio, {{"kappa_flc", "mg/L", 0}, {"lambda_flc", "mg/L", 0}},
     2, 1, 0, NULL, "kappa / lambda", NULL},
    {"apri", "1", of_apri, {{"ast", "U/L", 0}, {"ast", "U/L", DERIVE_UPPER_LIMIT},
     {"platelets", "10*9/L", 0}}, 3, 1, 0, NULL, "APRI", NULL},
    {"fib4", "1", of_fib4, {{"ast", "U/L", 0}, {"alt", "U/L", 0}, {"platelets", "10*9/L", 0}},
     3, 1, DERIVE_AGE, NULL, "FIB-4", NULL},
    {"meld", "1", of_meld, {{"bilirubin_total", "mg/dL", 0}, {"inr", "1", 0},
     {"creatinine", "mg/dL", 0}, {"dialysis", "", DERIVE_STATE | DERIVE_EITHER}},
     4, 1, 0, NULL, "MELD (UNOS 2002)", NULL},
    {"meld_na", "1", of_meld_na, {{"bilirubin_total", "mg/dL", 0}, {"inr", "1", 0},
     {"creatinine", "mg/dL", 0}, {"sodium", "mmol/L", 0},
     {"dialysis", "", DERIVE_STATE | DERIVE_EITHER}}, 5, 1, 0, NULL, "MELD-Na (OPTN 2016)", NULL},
    {"child_pugh", "1", of_child_pugh, {{"bilirubin_total", "mg/dL", 0}, {"albumin", "g/dL", 0},
     {"inr", "1", 0}, {"ascites", "", DERIVE_STATE | DERIVE_GRADE},
     {"hepatic_encephalopathy", "", DERIVE_STATE | DERIVE_GRADE}}, 5, 1, 0, NULL, "Child-Pugh", NULL},
    {"sofa", "1", of_sofa_least, {{"pf_ratio", "mm[Hg]", 0}, {"platelets", "10*9/L", 0},
     {"bilirubin_total", "mg/dL", 0}, {"mean_arterial_pressure", "mm[Hg]", 0}, {"gcs", "1", 0},
     {"creatinine", "mg/dL", 0}, {"urine_output", "mL/d", DERIVE_OPTIONAL},
     {"respiratory_support", "", DERIVE_STATE | DERIVE_EITHER},
     {"vasopressor|inotrope", "", DERIVE_STATE}}, 9, 0, DERIVE_ONE, NULL, "SOFA", of_sofa_most},
    {"cha2ds2_vasc", "1", of_cha2ds2_vasc, {{"heart_failure|left_ventricular_dysfunction", "",
     DERIVE_STATE | DERIVE_EVER}, {"hypertension", "", DERIVE_STATE | DERIVE_EVER},
     {"diabetes_mellitus", "", DERIVE_STATE | DERIVE_EVER},
     {"stroke|tia", "", DERIVE_STATE | DERIVE_EVER},
     {"myocardial_infarction|peripheral_artery_disease|peripheral_vascular_disease", "",
     DERIVE_STATE | DERIVE_EVER}}, 5, 0, DERIVE_AGE | DERIVE_SEX, NULL, "CHA2DS2-VASc", NULL},
    {"sirs_count", "1", of_sirs, {{"body_temperature", "Cel", 0}, {"heart_rate", "/min", 0},
     {"respiratory_rate", "/min", 0}, {"paco2", "mm[Hg]", DERIVE_OPTIONAL}, {"wbc", "10*9/L", 0},
     {"band_neutrophils_percent", "%", DERIVE_OPTIONAL}}, 6, 1, 0, NULL, "SIRS", NULL},
    {"pack_years", "{pack-years}", of_pack_years, {{"cigarettes_per_day", "/d", 0},
     {"smoking_duration", "a", 0}}, 2, 0, 0, NULL, "packs a day * years", NULL},
};
/* clang-format on */
const size_t derive_table_size = sizeof derive_table / sizeof *derive_table;
