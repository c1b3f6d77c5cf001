/* Quantities worked out from others: BMI, P/F ratio, clearances, ratios, scores.
 *
 * First the equations, as pure functions: units are part of each name, the comment gives source and
 * range. False, with *out untouched, where a part is out of the range the equation was made for, or
 * is no number: a result would be a guess. Results are not rounded, but where the source rounds.
 *
 * Then the table that says of which concepts' facts a derived concept is made (derive_table). */
#ifndef ELIGO_ENGINE_DERIVE_H
#define ELIGO_ENGINE_DERIVE_H

#include "engine/base/date.h"

#include <stdbool.h>
#include <stddef.h>

/* ---- body ---- */

/* Weight over squared height. weight_kg 0.3 to 650, height_cm 20 to 275. Source: Keys and others, J
 * Chronic Dis 1972; 25:329-43. */
bool derive_bmi(double weight_kg, double height_cm, double *out);
/* Body surface in m2: sqrt(height_cm * weight_kg / 3600). Same ranges. Source: Mosteller, N Engl J
 * Med 1987; 317:1098. */
bool derive_bsa(double weight_kg, double height_cm, double *out);
/* Body surface in m2: 0.007184 * kg^0.425 * cm^0.725. Source: Du Bois and Du Bois, Arch Intern Med
 * 1916; 17:863-71. */
bool derive_bsa_dubois(double weight_kg, double height_cm, double *out);
/* Completed years at the day. False where the day of birth is not known well enough to tell. */
bool derive_age_years(date birth, day at, double *out);

/* ---- circulation and breathing ---- */

/* (systolic + 2 * diastolic) / 3, mmHg; systolic 30 to 350, diastolic 10 to systolic. */
bool derive_mean_arterial_pressure(double systolic_mmhg, double diastolic_mmhg, double *out);
/* PaO2 / FiO2 in mmHg. fio2: a fraction (0.2 to 1) or a percentage (20 to 100), told by its size;
 * one between these is neither. pao2_mmhg 10 to 760. Source: ARDS Definition Task Force, JAMA 2012;
 * 307:2526-33. */
bool derive_pf_ratio(double pao2_mmhg, double fio2, double *out);
/* SpO2 (in %, 50 to 100) / FiO2 as above. Source: Rice and others, Chest 2007; 132:410-7. */
bool derive_sf_ratio(double spo2_percent, double fio2, double *out);
/* QT / RR^(1/2) and QT / RR^(1/3), ms, RR in seconds. qt_ms 150 to 800, heart_rate 20 to 250 per
 * minute. Sources: Bazett, Heart 1920; 7:353-70. Fridericia, Acta Med Scand 1920; 53:469-86. */
bool derive_qtc_bazett(double qt_ms, double heart_rate, double *out);
bool derive_qtc_fridericia(double qt_ms, double heart_rate, double *out);

/* ---- kidney ---- */

/* Creatinine clearance, mL/min, not per body surface. age_years 18 to 120. Source: Cockcroft and
 * Gault, Nephron 1976; 16:31-41. */
bool derive_creatinine_clearance(double creatinine_mg_dl, double weight_kg, double age_years,
                                 bool female, double *out);
/* Glomerular filtration rate, mL/min per 1.73 m2; creatinine_mg_dl 0.1 to 30, age_years 18 to 120.
 * Source: Inker and others, N Engl J Med 2021; 385:1737-49 (CKD-EPI 2021, without race). */
bool derive_egfr(double creatinine_mg_dl, double age_years, bool female, double *out);
/* The same with the equation of 2009, for other than black patients. Source: Levey and others, Ann
 * Intern Med 2009; 150:604-12. */
bool derive_egfr_2009(double creatinine_mg_dl, double age_years, bool female, double *out);
/* The same, MDRD with 4 variables and IDMS creatinine, for other than black patients. Source: Levey
 * and others, Clin Chem 2007; 53:766-72. */
bool derive_egfr_mdrd(double creatinine_mg_dl, double age_years, bool female, double *out);
/* The same for children, age_years 1 to below 18: 0.413 * cm / (mg/dL). Source: Schwartz and
 * others, J Am Soc Nephrol 2009; 20:629-37. */
bool derive_egfr_schwartz(double creatinine_mg_dl, double height_cm, double age_years, double *out);

/* ---- blood ---- */

/* Calcium corrected for albumin, mg/dL: calcium + 0.8 * (4 - albumin). Source: Payne and others,
 * BMJ 1973; 4:643-6. calcium_mg_dl 2 to 25, albumin_g_dl 0.5 to 7. */
bool derive_corrected_calcium(double calcium_mg_dl, double albumin_g_dl, double *out);
/* sodium - chloride - bicarbonate, mmol/L, without potassium. Source: Emmett and Narins, Medicine
 * 1977; 56:38-54. */
bool derive_anion_gap(double sodium_mmol_l, double chloride_mmol_l, double bicarbonate_mmol_l,
                      double *out);
/* A count (of neutrophils, ...) from leukocytes and the cells' share in percent; the unit of `wbc`.
 */
bool derive_cell_count(double wbc, double percent, double *out);
/* LDL cholesterol, mg/dL: total - HDL - triglycerides / 5; triglycerides at most 400 mg/dL,
 * fasting. Source: Friedewald and others, Clin Chem 1972; 18:499-502. */
bool derive_ldl(double cholesterol_mg_dl, double hdl_mg_dl, double triglycerides_mg_dl,
                double *out);
/* fasting glucose * insulin / 405. Source: Matthews and others, Diabetologia 1985; 28:412-9. */
bool derive_homa_ir(double glucose_mg_dl, double insulin_uiu_ml, double *out);

/* ---- liver ---- */

/* 100 * (AST / its upper limit) / platelets. Source: Wai and others, Hepatology 2003; 38:518-26. */
bool derive_apri(double ast_u_l, double ast_upper_u_l, double platelets_1e9_l, double *out);
/* age * AST / (platelets * sqrt(ALT)). age_years 18 or more. Source: Sterling and others,
 * Hepatology 2006; 43:1317-25. */
bool derive_fib4(double ast_u_l, double alt_u_l, double platelets_1e9_l, double age_years,
                 double *out);
/* Child-Pugh score, 5 to 15. ascites: 1 none, 2 slight, 3 moderate or worse; encephalopathy: 1
 * none, 2 grade 1 to 2, 3 grade 3 to 4. Source: Pugh and others, Br J Surg 1973; 60:646-9 (INR for
 * prothrombin time: 1.7 and 2.3). */
bool derive_child_pugh(double bilirubin_mg_dl, double albumin_g_dl, double inr, int ascites,
                       int encephalopathy, double *out);
/* 'A' 5 to 6, 'B' 7 to 9, 'C' 10 to 15; 0: no such score. */
char derive_child_pugh_class(double score);
/* Weeks since the first day of the last menstrual period, or since 280 days before the day of
 * delivery. 0 to 44 weeks. Source: ACOG Committee Opinion 700, Obstet Gynecol 2017; 129:e150-4. */
bool derive_gestational_weeks(day first_day, day at, double *out);
/* MELD as UNOS used it from 2002 to 2016: parts below 1 count as 1, creatinine above 4 (or dialysis
 * twice in a week) as 4; rounded, 6 to 40. Source: Kamath and others, Hepatology 2001; 33:464-70,
 * with the bounds of UNOS policy 3.6. */
bool derive_meld(double bilirubin_mg_dl, double inr, double creatinine_mg_dl, bool dialysis,
                 double *out);
/* MELD-Na (OPTN 2016): above 11, sodium (125 to 137) counts. Source: OPTN policy 9.1.D; Kim and
 * others, N Engl J Med 2008; 359:1018-26. */
bool derive_meld_na(double bilirubin_mg_dl, double inr, double creatinine_mg_dl,
                    double sodium_mmol_l, bool dialysis, double *out);

/* ---- scores ---- */

/* Parts of SOFA. NAN: not known. Vasopressors in ug/kg/min, 0 where none is given. */
typedef struct derive_sofa_parts {
    double pf_ratio_mmhg;
    bool ventilated;
    double platelets_1e9_l, bilirubin_mg_dl, mean_arterial_pressure_mmhg;
    double dopamine, dobutamine, epinephrine, norepinephrine;
    double gcs, creatinine_mg_dl;
    double urine_ml_day; /* NAN: creatinine alone counts */
} derive_sofa_parts;
/* 0 to 24; false where a part is missing. Source: Vincent and others, Intensive Care Med 1996;
 * 22:707-10. */
bool derive_sofa(const derive_sofa_parts *parts, double *out);
/* How many of the four SIRS criteria hold. NAN for paco2 or bands: not known; false where the count
 * depends on them. Source: Bone and others, Chest 1992; 101:1644-55. */
bool derive_sirs_count(double temperature_c, double heart_rate, double respiratory_rate,
                       double paco2_mmhg, double wbc_1e9_l, double bands_percent, double *out);
/* 0 to 9. Source: Lip and others, Chest 2010; 137:263-72. */
bool derive_cha2ds2_vasc(double age_years, bool female, bool heart_failure, bool hypertension,
                         bool diabetes, bool stroke_or_embolism, bool vascular_disease,
                         double *out);
/* Packs of 20 a day, times years. */
bool derive_pack_years(double cigarettes_per_day, double years, double *out);

/* ---- what is derived from what ---- */

enum {                      /* derive_part.flags */
       DERIVE_OPTIONAL = 1, /* NAN where it is not there */
       DERIVE_OLDER_ADULT =
           2, /* may be older, where the patient was 18 or more when it was measured */
       DERIVE_UPPER_LIMIT =
           4, /* not the value but the upper end of the reference range that came with it */
       /* a state, not a value: 1 where the condition, drug or procedure was there on that day, 0
        * where it was not; not known: no result. `concept` may be several, parted by '|' */
       DERIVE_STATE = 8,
       DERIVE_EVER = 16,   /* with STATE: on that day or before */
       DERIVE_EITHER = 32, /* with STATE: where it is not known, both are tried */
       DERIVE_GRADE = 64   /* with STATE: 0 none, 1 slight, 2 more, by the words of the record */
};

enum {                 /* derivation.needs */
       DERIVE_AGE = 1, /* of the patient, in completed years on the day of the parts */
       DERIVE_SEX = 2, /* female or male; else there is no result */
       DERIVE_ONE = 4  /* more than one value of a part on that day: no telling which */
};

enum { DERIVE_PARTS = 9 };

typedef struct derive_part {
    const char *concept,
        *ucum; /* convert the part's value to `ucum` (with its own concept as the analyte) */
    unsigned flags;
} derive_part;

typedef bool derive_equation(const double *parts, double age_years, bool female, double *out);

/* How a concept is derived. To use a row: find the latest moment at which every part has a fact
 * (those that are optional aside), where all facts lie within `hours` of each other. 0: on the same
 * calendar day, which is also what counts where a time of day is not known, but only where that day
 * has one value of each part. Parts are recorded facts, or themselves derived (the table has no
 * cycle). Convert, put them into an array in the order of `parts` (NAN for what is optional and
 * absent), call `derive`; false is no result. Several rows may derive one concept: the first that
 * gives a result counts. A row is barred where the record has its `unless` at that time. The result
 * is in `ucum`; its evidence is the parts; it is `assumed: derived`.
 *
 * Where a part may be several things (an age of a birth year, a state that is not known but may be
 * EITHER), or where the name stands for one of two equations (`other`), the result is the range of
 * all that come out. A row of states alone is of the index date. */
typedef struct derivation {
    const char *concept, *ucum;
    derive_equation *derive;
    derive_part parts[DERIVE_PARTS];
    size_t part_count;
    double hours;
    unsigned needs;
    const char *unless;     /* a concept; NULL: nothing */
    const char *method;     /* for the evidence: "CKD-EPI 2021" */
    derive_equation *other; /* NULL: none */
} derivation;

extern const derivation derive_table[];
extern const size_t derive_table_size;

#endif
