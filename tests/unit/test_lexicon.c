/* Folding, names, codes, display texts, a site's file, and the checks that tables go through. */
#include "engine/base/error.h"
#include "rules/concept.h"
#include "rules/landmark.h"
#include "rules/lexicon_list.h"
#include "rules/roles.h"
#include "rules/table.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PARAMS(type, cases) cr_make_param_array(type, cases, sizeof cases / sizeof *cases)

/* ---- folding ---- */

/* The folded atoms with a blank between; "," "(" ")" ":" and "|" where names do not simply run on. */
static char *folded(const char *text, char out[300])
{
    static const char signs[] = "\0\0\0.\n,:()|";
    fold_cutter cut;
    fold_atom a;
    size_t n = 0;

    fold_begin(&cut, text, strlen(text));
    while (n < 200 && fold_next(&cut, &a)) {
        if (n)
            out[n++] = ' ';
        if (n && signs[a.gap])
            out[n++] = signs[a.gap];
        memcpy(out + n, a.folded, a.size);
        n += a.size;
    }
    out[n] = 0;
    return out;
}

struct pair {
    char a[64], b[64];
};

ParameterizedTestParameters(fold, same)
{
    static struct pair cases[] = {
        {"haemoglobin", "Hemoglobin"},
        {"oedema", "EDEMAS"},
        {"tumours", "tumor"},
        {"leukaemias", "leukemia"},
        {"gastro-oesophageal", "gastro esophageal"},
        {"diarrhoea", "diarrhea"},
        {"paediatric", "pediatric"},
        {"caesarean", "cesarean"},
        {"sulphonamide", "sulfonamide"},
        {"randomisation", "randomizations"},
        {"hospitalised", "hospitalized"},
        {"immunising", "immunizing"},
        {"catheterise", "catheterize"},
        {"fibre centre", "fiber centers"},
        {"labelled", "labeled"},
        {"leucopenia", "leukopenia"},
        {"behavioural", "behavioral"},
        {"enrolment", "enrollment"},
        {"studies", "study"},
        {"diseases", "disease"},
        {"diagnoses", "diagnosis"},
        {"metastases", "metastasis"},
        {"viruses", "virus"},
        {"abscesses", "abscess"},
        {"biopsies", "biopsy"},
        {"masses", "mass"},
        {"reflexes", "reflex"},
        {"headaches", "headache"},
        {"vertebrae", "vertebra"},
        {"lymphomata", "lymphoma"},
        {"criteria", "criterion"},
        {"Crohn's disease", "Crohn disease"},
        {"Crohn\xE2\x80\x99s disease", "crohns diseases"},
        {"DOACs", "DOAC"},
        {"SSRIs", "ssri"},
        {"\xCE\xB2-blocker", "beta blockers"},
        {"TNF-\xCE\xB1", "tnf alpha"},
        {"TNF\xCE\xB1", "TNF alpha"},
        {"Sj\xC3\xB6gren", "sjogren"},
        {"Sjo\xCC\x88gren", "SJOGREN"},
        {"PaO\xE2\x82\x82", "PaO2"},
        {"type II", "type 2"},
        {"type \xE2\x85\xA1", "Type 2"},
        {"stage IV", "Stage 4"},
        {"class III", "class 3"},
        {"H&E", "h and e"},
        {"anti\xC2\xAD"
         "body",
         "antibody"},
        {"non\xE2\x80\x90small", "non-small"},
        {"Humira\xE2\x84\xA2", "humira"},
    };
    return PARAMS(struct pair, cases);
}

ParameterizedTest(struct pair *c, fold, same)
{
    char a[300], b[300];

    cr_expect_str_eq(folded(c->a, a), folded(c->b, b), "%s / %s", c->a, c->b);
}

ParameterizedTestParameters(fold, different)
{
    static struct pair cases[] = {
        {"virus", "viru"},
        {"mass", "mas"},
        {"arthritis", "arthriti"},
        {"use", "us"},
        {"hour", "hor"},
        {"pneumoniae", "pneumonia"},
        {"factor V", "factor 5"},
        {"10\xE2\x81\xB9", "109"},
        {"type, II", "type 2"},
        {"CA125", "CA12"},
        {"hypertension", "hypotension"},
        {"gas", "ga"},
        {"dose", "do"},
        {"AIDS", "AID"},
    };
    cases[13] = (struct pair){"MS", "M"};
    return PARAMS(struct pair, cases);
}

ParameterizedTest(struct pair *c, fold, different)
{
    char a[300], b[300];

    cr_expect_str_neq(folded(c->a, a), folded(c->b, b), "%s / %s", c->a, c->b);
}

ParameterizedTestParameters(fold, gaps)
{
    static struct pair cases[] = {
        {"a b", "a b"},
        {"a-b", "a b"},
        {"a - b", "a b"},
        {"a, b", "a ,b"},
        {"a (b)", "a (b"},
        {"(a) b", "a )b"},
        {"a; b", "a |b"},
        {"a\nb", "a \nb"},
        {"a\n\nb", "a |b"},
        {"a.\nb", "a |b"},
        {"a\n- b", "a |b"},
        {"a: b", "a :b"},
        {"a-(b)", "a (b"},
        {"a -- b", "a |b"},
        {"E. b", "e .b"},
        {"a <b", "a |b"},
        {"a\xE2\x80\x94"
         "b",
         "a |b"},
    };
    return PARAMS(struct pair, cases);
}

ParameterizedTest(struct pair *c, fold, gaps)
{
    char a[300];

    cr_expect_str_eq(folded(c->a, a), c->b, "%s", c->a);
}

Test(fold, any_bytes_are_cut_in_order)
{
    char text[256];
    unsigned seed = 7;
    fold_cutter cut;
    fold_atom a;

    for (int round = 0; round < 200; round++) {
        size_t last = 0;

        for (size_t i = 0; i < sizeof text; i++) {
            seed = seed * 1103515245u + 12345u;
            text[i] = (char)(seed >> 16);
        }
        fold_begin(&cut, text, sizeof text);
        while (fold_next(&cut, &a)) {
            cr_assert_geq(a.start, last);
            cr_assert_gt(a.end, a.start);
            cr_assert_leq(a.end, sizeof text);
            last = a.end;
        }
    }
}

Test(fold, a_long_word_is_in_no_table)
{
    char text[5000];
    fold_cutter cut;
    fold_atom a;

    memset(text, 'a', sizeof text);
    fold_begin(&cut, text, sizeof text);
    cr_assert(fold_next(&cut, &a));
    cr_expect_eq(a.size, 0);
    cr_expect_eq(a.end, sizeof text);
}

/* ---- names ---- */

struct name {
    char text[96], quantity[32], thing[32];
    char covered[64];
};

/* The first name in the text. */
static bool first_name(const lexicon *lx, const char *text, arena *a, lexicon_hit *hit)
{
    atoms t = lexicon_cut(lx, text, strlen(text), a);

    for (size_t i = 0; i < t.count; i++)
        if (lexicon_match(lx, &t, i, hit))
            return true;
    return false;
}

static const char *id_of(const concept *c)
{
    return c ? c->id : "";
}

ParameterizedTestParameters(lexicon, name)
{
    static struct name cases[] = {
        {"serum creatinine above", "creatinine", "", "serum creatinine"},
        {"Type II diabetes mellitus", "", "type_2_diabetes", "Type II diabetes mellitus"},
        {"type 2\n   diabetes", "", "type_2_diabetes", "type 2\n   diabetes"},
        {"PaO2 / FiO2 below 300", "pf_ratio", "", "PaO2 / FiO2"},
        {"myocardial infarctions", "", "myocardial_infarction", "myocardial infarctions"},
        {"calcium", "calcium_total", "calcium_supplement", "calcium"},
        {"Child B", "child_pugh", "", "Child"},
        {"a child aged", "age", "", "aged"},
        {"25(OH)D", "vitamin_d", "", "25(OH)D"},
        {"C-reactive protein (CRP)", "crp", "", "C-reactive protein"},
        {"haemoglobin A1c", "hba1c", "", "haemoglobin A1c"},
        {"taking SSRIs", "", "ssri", "SSRIs"},
    };
    return PARAMS(struct name, cases);
}

ParameterizedTest(struct name *c, lexicon, name)
{
    arena *a = arena_new(1 << 20);
    lexicon_hit hit;

    cr_assert(first_name(lexicon_core(), c->text, a, &hit), "%s", c->text);
    cr_expect_str_eq(id_of(hit.quantity), c->quantity, "%s", c->text);
    cr_expect_str_eq(id_of(hit.thing), c->thing, "%s", c->text);
    cr_expect_eq(hit.span.end - hit.span.start, strlen(c->covered), "%s", c->text);
    cr_expect_eq(strncmp(c->text + hit.span.start, c->covered, strlen(c->covered)), 0, "%s", c->text);
    arena_delete(a);
}

struct text {
    char text[96];
};

ParameterizedTestParameters(lexicon, no_name)
{
    static struct text cases[] = {
        {"all patients"},
        {"ALL SUBJECTS MUST AGREE"},
        {"as stated"},
        {"CRP9x7"},
        {"xyzzy"},
        {""},
        {"type"},
        {"\xFF\xFE"},
    };
    return PARAMS(struct text, cases);
}

ParameterizedTest(struct text *c, lexicon, no_name)
{
    arena *a = arena_new(1 << 20);
    lexicon_hit hit;
    bool found = first_name(lexicon_core(), c->text, a, &hit);

    cr_expect(!found, "%s: %s%s", c->text, found ? id_of(hit.quantity) : "", found ? id_of(hit.thing) : "");
    arena_delete(a);
}

Test(lexicon, every_name_is_found_again)
{
    const lexicon *lx = lexicon_core();
    arena *a = arena_new(1 << 20);
    lexicon_hit hit;

    for (size_t i = 0; i < lexicon_size(lx); i++) {
        const concept *c = lexicon_at(lx, i);
        atoms t;

        arena_reset(a);
        t = lexicon_cut(lx, c->name, strlen(c->name), a);
        cr_assert(lexicon_match(lx, &t, 0, &hit), "%s: %s", c->id, c->name);
        cr_assert(hit.quantity == c || hit.thing == c || hit.atoms == t.count, "%s: %s", c->id, c->name);
        cr_assert_eq(lexicon_concept(lx, c->id, strlen(c->id)), c);
    }
    arena_delete(a);
}

Test(lexicon, has_what_the_code_reasons_about)
{
    for (landmark l = 0; l < LANDMARK_COUNT; l++)
        cr_assert(is_landmark(lexicon_landmark(lexicon_core(), l), l), "no concept %s in the tables",
                  landmark_id(l));
    cr_assert_not(is_landmark(NULL, LANDMARK_AGE));
    cr_assert(is_under_landmark(lexicon_concept(lexicon_core(), "twin_pregnancy", 14),
                                LANDMARK_PREGNANCY));
    cr_assert_not(is_under_landmark(lexicon_landmark(lexicon_core(), LANDMARK_PREGNANCY),
                                    LANDMARK_DISEASE));
}

Test(lexicon, what_lies_below_counts)
{
    const lexicon *lx = lexicon_core();
    const concept *t2d = lexicon_concept(lx, "type_2_diabetes", 15), *dm = lexicon_concept(lx, "diabetes_mellitus", 17);

    cr_assert_not_null(t2d);
    cr_assert_not_null(dm);
    cr_expect(concept_is(t2d, dm));
    cr_expect(concept_is(dm, dm));
    cr_expect(!concept_is(dm, t2d));
    cr_expect(!concept_is(NULL, dm));
    cr_expect(!concept_is(dm, NULL));
}

/* Values that show a thing: quantities with a unit, a sign and a number. */
Test(lexicon, what_is_shown_by_values)
{
    const lexicon *lx = lexicon_core();
    size_t checked = 0;

    for (size_t i = 0; i < lexicon_size(lx); i++) {
        size_t size;
        const char *list = concept_attribute(lexicon_at(lx, i), "shown", &size), *end = list ? list + size : NULL;

        for (const char *at = list; at && at < end; checked++) {
            size_t id = strcspn(at, "<>");
            const concept *c = lexicon_concept(lx, at, id);
            char *rest;

            cr_assert(c && category_is_quantity(c->category) && c->units[0], "%s: %.40s", lexicon_at(lx, i)->id, at);
            at += id + 1 + (at[id + 1] == '=');
            strtod(at, &rest);
            cr_assert(rest > at && (rest == end || *rest == ','), "%s: %.40s", lexicon_at(lx, i)->id, at);
            at = rest == end ? end : rest + 1;
        }
    }
    cr_expect_gt(checked, 50);
}

/* How many lie below a concept is in the core's table; that it is what going through all of them counts. */
Test(lexicon, as_many_lie_below_as_are_counted)
{
    static const char *const ids[] = {"type_2_diabetes", "diabetes_mellitus", "malignancy", "medication", "hba1c"};
    const lexicon *lx = lexicon_core();

    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        const concept *c = lexicon_concept(lx, ids[i], strlen(ids[i]));
        size_t count = 0;

        if (!c)
            continue;
        for (size_t k = 0; k < lexicon_size(lx); k++)
            count += concept_is(lexicon_at(lx, k), c);
        cr_expect_eq(lexicon_below(lx, c, 1), 1, "%s", ids[i]);
        cr_expect_eq(lexicon_below(lx, c, 16), count < 16 ? count : 16, "%s", ids[i]);
        cr_expect_eq(lexicon_below(lx, c, 100000), count, "%s", ids[i]);
    }
}

Test(lexicon, an_id_is_found_whole_or_not_at_all)
{
    const lexicon *lx = lexicon_core();

    cr_expect_not_null(lexicon_concept(lx, "asthma", 6));
    cr_expect_null(lexicon_concept(lx, "asthma", 5));
    cr_expect_null(lexicon_concept(lx, "asthma\0x", 8));
    cr_expect_null(lexicon_concept(lx, "", 0));
    cr_expect_null(lexicon_concept(lx, "Asthma", 6));
}

struct two_pieces {
    char first[32], second[32];
    bool begins;
};

ParameterizedTestParameters(lexicon, begins)
{
    static struct two_pieces cases[] = {
        {"renal", "failure", true},
        {"Renal", "insufficiency of any cause", true},
        {"heart failure", "with reduced function", true},
        {"xyzzy", "failure", false},
        {"renal", "xyzzy", false},
        {"(", "renal failure", true}, /* no word in it: what follows decides */
        {"type 2", "diabetes", true},
        {"I", "xyzzy", false},
        {"xyzzy's", "disease", false},
    };
    return PARAMS(struct two_pieces, cases);
}

ParameterizedTest(struct two_pieces *c, lexicon, begins)
{
    cr_expect_eq(lexicon_begins(lexicon_core(), c->first, strlen(c->first), c->second, strlen(c->second)), c->begins,
                 "%s %s", c->first, c->second);

    /* the same as two spans of a text that was cut, where "stage" makes a number of a Roman one */
    arena *a = arena_new(1 << 20);
    const char *text = arena_printf(a, "stage %s, %s", c->first, c->second);
    atoms cut = lexicon_cut(lexicon_core(), text, strlen(text), a);
    eligo_span first = {6, 6 + strlen(c->first)}, second = {first.end + 2, strlen(text)};

    cr_expect_eq(lexicon_begins_in(lexicon_core(), &cut, first, second), c->begins, "%s", text);
    arena_delete(a);
}

Test(lexicon, a_unit_that_only_one_is_measured_in)
{
    const lexicon *lx = lexicon_core();

    cr_expect_null(lexicon_of_unit(lx, "mg/dL"), "several have it");
    cr_expect_null(lexicon_of_unit(lx, "{furlongs}"));
    for (size_t i = 0, n = 0; i < lexicon_size(lx) && n < 50; i++) {
        const char *unit = *lexicon_at(lx, i)->units;
        const concept *only = unit ? lexicon_of_unit(lx, unit) : NULL;

        if (only) {
            cr_expect_eq(only, lexicon_at(lx, i), "%s", unit);
            n++;
        }
    }
}

/* ---- words with a role ---- */

struct role_case {
    char word[32];
    bool preposition;
};

ParameterizedTestParameters(roles, preposition)
{
    static struct role_case cases[] = {
        {"within", true},
        {"WITHIN", true},
        {"Of", true},
        {"o", false},
        {"withi", false},
        {"withinx", false},
        {"", false},
        {"with in", false},
        {"antidisestablishmentarianism", false}, /* longer than any */
    };
    return PARAMS(struct role_case, cases);
}

ParameterizedTest(struct role_case *c, roles, preposition)
{
    cr_expect_eq((roles_all(c->word, strlen(c->word)) & ROLE_PREPOSITION) != 0, c->preposition, "%s", c->word);
}

/* ---- codes ---- */

struct uri {
    char text[64];
    int system;
};

ParameterizedTestParameters(codes, system)
{
    static struct uri cases[] = {
        {"http://loinc.org", CODE_LOINC},
        {"https://loinc.org/", CODE_LOINC},
        {"urn:oid:2.16.840.1.113883.6.96", CODE_SNOMED},
        {"2.16.840.1.113883.6.90", CODE_ICD10CM},
        {"http://snomed.info/sct/731000124108", CODE_SNOMED},
        {"ICD10CM", CODE_ICD10CM},
        {"RxNorm", CODE_RXNORM},
        {"http://hl7.org/fhir/sid/cvx", CODE_CVX},
        {"http://hl7.org/fhir/sid/icd-10", CODE_UNKNOWN},
        {"http://loinc.organic", CODE_UNKNOWN},
        {"https://", CODE_UNKNOWN},
        {"", CODE_UNKNOWN},
    };
    return PARAMS(struct uri, cases);
}

ParameterizedTest(struct uri *c, codes, system)
{
    cr_expect_eq((int)code_system_find(c->text, strlen(c->text)), c->system, "%s", c->text);
}

struct code {
    int system;
    char code[24];
    bool valid;
};

ParameterizedTestParameters(codes, form)
{
    static struct code cases[] = {
        {CODE_LOINC, "2160-0", true},
        {CODE_LOINC, "2160-1", false},
        {CODE_LOINC, "21600", false},
        {CODE_LOINC, "4548-4", true},
        {CODE_LOINC, "-4", false},
        {CODE_SNOMED, "73211009", true},
        {CODE_SNOMED, "73211008", false},
        {CODE_SNOMED, "7321100a", false},
        {CODE_ICD10CM, "E119", true},
        {CODE_ICD10CM, "E1", false},
        {CODE_ICD10CM, "C7A", true},
        {CODE_ICD10CM, "1119", false},
        {CODE_ATC, "A10BA02", true},
        {CODE_ATC, "A10B", true},
        {CODE_ATC, "A1", false},
        {CODE_ATC, "A10BA2", false},
        {CODE_RXNORM, "6809", true},
        {CODE_RXNORM, "68o9", false},
        {CODE_CVX, "140", true},
    };
    return PARAMS(struct code, cases);
}

ParameterizedTest(struct code *c, codes, form)
{
    cr_expect_eq(code_valid((code_system)c->system, c->code, strlen(c->code)), c->valid, "%s", c->code);
}

/* A lexicon of a few rows, so that these cases do not depend on what the tables say. */
static const char small_table[] =
    "concept\tcategory\tname\tsynonyms\tparents\tcodes\tunits\tplausible\tnormal\tattributes\tsource\n"
    "x_tumour\tcondition\tx tumour\t\t\ticd10cm:U00-U99@t\n"
    "x_blood\tcondition\tx blood tumour\t\tx_tumour\ticd10cm:U81-U96@t\n"
    "x_one\tcondition\tx one tumour\t\tx_blood\ticd10cm:U90@t|snomed:999900000@t\n"
    "x_sub\tcondition\tx sub tumour\t=XSB\tx_one\ticd10cm:U90.1@t|no:icd10cm:U90.2@t|hx:icd10cm:U97.3@t\n"
    "x_drug\tmedication\tx drug\t\t\tatc:V09@t\n"
    "x_drug_b\tmedication\tx drug b\t\tx_drug\tatc:V09XA01@t\n";

static char *write_file(const char *text, char path[64])
{
    int fd;
    size_t n = strlen(text);

    strcpy(path, "/tmp/lexicon-XXXXXX");
    fd = mkstemp(path);
    cr_assert_geq(fd, 0);
    cr_assert_eq(write(fd, text, n), (ssize_t)n);
    close(fd);
    return path;
}

static lexicon *load_text(const char *text, eligo_error *err)
{
    char path[64];
    lexicon *lx = lexicon_load(write_file(text, path), err);

    unlink(path);
    return lx;
}

struct lookup {
    int system;
    char code[24], id[16];
    int sense;
};

ParameterizedTestParameters(codes, lookup)
{
    static struct lookup cases[] = {
        {CODE_ICD10CM, "U50.1", "x_tumour", CODE_IS},
        {CODE_ICD10CM, "U82", "x_blood", CODE_IS},
        {CODE_ICD10CM, "U96.9", "x_blood", CODE_IS},
        {CODE_ICD10CM, "U97.0", "x_tumour", CODE_IS},
        {CODE_ICD10CM, "u90.9", "x_one", CODE_IS},
        {CODE_ICD10CM, " U9012 ", "x_sub", CODE_IS},
        {CODE_ICD10CM, "U90.1", "x_sub", CODE_IS},
        {CODE_ICD10CM, "U902", "x_sub", CODE_DENIES},
        {CODE_ICD10CM, "U97.3", "x_sub", CODE_HISTORY},
        {CODE_ICD10CM, "U90.XXXA", "x_one", CODE_IS},
        {CODE_ICD10CM, "U90.XXXS", "x_one", CODE_HISTORY}, /* a sequela */
        {CODE_ICD10CM, "U9", "", CODE_IS},
        {CODE_SNOMED, "999900000", "x_one", CODE_IS},
        {CODE_SNOMED, "9999000001", "", CODE_IS},
        {CODE_ATC, "V09AB03", "x_drug", CODE_IS},
        {CODE_ATC, "v09xa01", "x_drug_b", CODE_IS},
        {CODE_ICD10CM, "", "", CODE_IS},
        {CODE_UNKNOWN, "U90", "", CODE_IS},
    };
    return PARAMS(struct lookup, cases);
}

ParameterizedTest(struct lookup *c, codes, lookup)
{
    eligo_error err = {0};
    lexicon *lx = load_text(small_table, &err);
    code_sense sense = CODE_IS;
    const concept *k;

    cr_assert_not_null(lx, "%zu:%zu %s", err.line, err.column, err.message);
    k = lexicon_code(lx, (code_system)c->system, c->code, strlen(c->code), &sense);
    if (*c->id || c->system == CODE_UNKNOWN || !*c->code) {
        cr_expect_str_eq(id_of(k), c->id, "%s", c->code);
        cr_expect_eq((int)sense, c->sense, "%s", c->code);
    } else
        cr_expect(!k || k->tier == TIER_CORE, "%s", c->code);
    lexicon_delete(lx);
}

/* ---- display texts ---- */

struct display {
    char text[96], id[32];
};

ParameterizedTestParameters(lexicon, display)
{
    static struct display cases[] = {
        {"Type 2 diabetes mellitus (disorder)", "type_2_diabetes"},
        {"Myocardial infarction", "myocardial_infarction"},
        {"Creatinine [Mass/volume] in Serum or Plasma", "creatinine"},
        {"Metformin hydrochloride 500 MG Oral Tablet", "metformin"},
        {"History of myocardial infarction", ""},
        {"No known diabetes mellitus", ""},
        {"Family history: stroke", ""},
        {"Suspected pulmonary embolism", ""},
        {"Risk of stroke", ""},
        {"Fear of cancer", ""},
        {"stroke ruled out", ""},
        {"Creatinine in urine and stroke", ""},
        {"Pain score [OWN]", ""},
        {"Body mass index (BMI) [Ratio]", "bmi"},
        {"Hyperkalemia (chronic)", "hyperkalemia"},
        {"", ""},
    };
    return PARAMS(struct display, cases);
}

ParameterizedTest(struct display *c, lexicon, display)
{
    arena *a = arena_new(1 << 20);

    cr_expect_str_eq(id_of(lexicon_display(lexicon_core(), c->text, strlen(c->text), a)), c->id, "%s", c->text);
    arena_delete(a);
}

/* ---- a site's file ---- */

#define HEAD "concept\tcategory\tname\tsynonyms\tparents\tcodes\tunits\tplausible\tnormal\tattributes\tsource\n"

Test(site, words_and_codes_come_on_top)
{
    eligo_error err = {0};
    lexicon *lx = load_text(HEAD "# a comment\n"
                                 "zorbosis\tcondition\tzorbosis\tzorb disease|=ZORB\tdiabetes_mellitus\tsnomed:999900000\n",
                            &err);
    arena *a = arena_new(1 << 20);
    lexicon_hit hit;

    cr_assert_not_null(lx, "%s", err.message);
    cr_assert(first_name(lx, "with zorb diseases", a, &hit));
    cr_expect_str_eq(id_of(hit.thing), "zorbosis");
    cr_assert(first_name(lx, "ZORB", a, &hit));
    cr_expect(!first_name(lx, "zorb", a, &hit));
    cr_assert(first_name(lx, "stroke", a, &hit), "the core's names stay");
    cr_expect(concept_is(lexicon_concept(lx, "zorbosis", 8), lexicon_concept(lx, "diabetes_mellitus", 17)));
    cr_expect_eq(lexicon_size(lx), lexicon_size(lexicon_core()) + 1);
    cr_expect_str_eq(lexicon_at(lx, 0)->id, "zorbosis");
    cr_expect_str_neq(lexicon_version(lx), lexicon_version(lexicon_core()));
    arena_delete(a);
    lexicon_delete(lx);
}

Test(site, a_row_overrides_on_request)
{
    eligo_error err = {0};
    lexicon *lx = load_text(HEAD "creatinine\tmeasurement\t\tzorbatinine\t\t\t\t1..5\t\toverride\n", &err);
    const concept *mine, *old = lexicon_concept(lexicon_core(), "creatinine", 10);
    arena *a = arena_new(1 << 20);
    lexicon_hit hit;

    cr_assert_not_null(lx, "%s", err.message);
    mine = lexicon_concept(lx, "creatinine", 10);
    cr_expect_neq(mine, old);
    cr_expect_eq(mine->plausible.high, 5);
    cr_expect_str_eq(mine->units[0], old->units[0]);
    cr_expect(concept_is(old, mine) && concept_is(mine, old));
    cr_assert(first_name(lx, "serum creatinine", a, &hit));
    cr_expect_eq(hit.quantity, mine);
    cr_assert(first_name(lx, "zorbatinine", a, &hit));
    cr_expect_eq(hit.quantity, mine);
    cr_expect_eq(lexicon_size(lx), lexicon_size(lexicon_core()));
    arena_delete(a);
    lexicon_delete(lx);
}

struct bad {
    char row[120];
    int column; /* byte of the line */
    char says[60];
};

ParameterizedTestParameters(site, faults)
{
    static struct bad cases[] = {
        {"a\tcondition\ta thing\nA\tcondition\tb thing", 1, "a-z, 0-9"},
        {"\na\tillness\ta thing", 3, "no category"},
        {"\na\tcondition\t", 13, "a name is missing"},
        {"\na\tcondition\ta thing\t\tnobody_knows", 22, "there is no concept"},
        {"\na\tcondition\ta thing\t\ta", 22, "itself"},
        {"b\tcondition\tb thing\t\tc\nc\tcondition\tc thing\t\tb", 22, "cycle"},
        {"a\tcondition\ta thing\na\tcondition\tb thing", 1, "already"},
        {"a\tcondition\ta thing\tq thing\nb\tcondition\tb thing\tz thing|Q things", 29, "a name of a already"},
        {"a\tcondition\ta thing\t\t\tsnomed:999900000\nb\tcondition\tb thing\t\t\tsnomed:999900000", 23, "belongs to"},
        {"\na\tcondition\ta thing\t\t\tsnomed:999900001", 23, "malformed"},
        {"\na\tcondition\ta thing\t\t\tloinc:2160-1", 23, "malformed"},
        {"\na\tcondition\ta thing\t\t\ticd10cm:C9-C1", 23, "malformed"},
        {"\na\tcondition\ta thing\t\t\tread:1234", 23, "no code system"},
        {"\na\tmeasurement\ta thing\t\t\t\tg/L\t5..1", 30, "low..high"},
        {"\na\tcondition\ta thing\t\t\t\tg/L", 24, "only a quantity"},
        {"\na\tmeasurement\ta thing\t\t\t\t\t\t\tcolour=red", 29, "no attribute"},
        {"\na\tmeasurement\ta thing\t\t\t\t\t\t\tconfirms=nobody_knows", 38, "there is no concept"},
        {"\na\tcondition\ta thing\t\t\t\t\t\t\tshown=hemoglobn<11", 33, "there is no concept"},
        {"\na\tcondition\ta thing\t\t\t\t\t\t\tshown=hemoglobin", 27, "no attribute"},
        {"\na\tcondition\ta thing\t\t\t\t\t\t\tshown=hemoglobin<low", 27, "no attribute"},
        {"\nstroke\tcondition\tmy stroke", 1, "override"},
        {"\na\tcondition\ta thing\t;;;", 21, "neither letter nor digit"},
        {"\na\tcondition\ta thing\tb; c", 21, "no name runs across"},
        {"\na\tcondition\ta \xFF thing", 15, "UTF-8"},
        {"\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13", 1, "more than 12"},
    };
    return PARAMS(struct bad, cases);
}

ParameterizedTest(struct bad *c, site, faults)
{
    char text[400];
    eligo_error err = {0};
    lexicon *lx;

    snprintf(text, sizeof text, "%s%s\n", HEAD, c->row);
    lx = load_text(text, &err);
    cr_expect_null(lx, "%s", c->row);
    cr_expect_eq(err.code, ELIGO_EPARSE, "%s", c->row);
    cr_expect_not_null(strstr(err.message, c->says), "%s: %s", c->row, err.message);
    cr_expect_eq(err.line, strstr(c->says, "cycle") ? 2 : 3, "%s: line %zu", c->row, err.line);
    cr_expect_eq(err.column, (size_t)c->column, "%s: column %zu", c->row, err.column);
    lexicon_delete(lx);
}

Test(site, what_is_not_there_is_said)
{
    eligo_error err = {0};

    cr_expect_null(lexicon_load("/nowhere/at/all.tsv", &err));
    cr_expect_eq(err.code, ELIGO_EREAD);
    lexicon_delete(NULL);
}

Test(site, all_faults_are_listed)
{
    char path[64];
    eligo_error err = {0};
    buffer out;

    buffer_init(&out, 0);
    cr_expect_eq(lexicon_check(write_file(HEAD "a\tillness\ta\nb\tillness\tb\n", path), &out, &err), 2);
    cr_expect_not_null(strstr(out.data, ":2:3: category: "), "%s", out.data);
    cr_expect_not_null(strstr(out.data, ":3:3: category: "), "%s", out.data);
    buffer_free(&out);
    unlink(path);
}

Test(list, units_of_the_core_convert_to_each_other)
{
    eligo_error err = {0};
    buffer out;

    buffer_init(&out, 0);
    cr_expect_eq(lexicon_check(NULL, &out, &err), 0, "%s", out.data);
    buffer_free(&out);
}

struct narrow_case {
    char row[160], says[60]; /* "": nothing is said of the row */
};

ParameterizedTestParameters(list, names_that_narrow)
{
    static struct narrow_case cases[] = {
        {"zorb\tcondition\tzorb\tsevere zorb", "\"severe zorb\" is narrower than \"zorb\" by severe"},
        {"zorb\tcondition\tzorbism\tzorb|pre-stroke zorb", "by pre stroke"},
        {"zorb\tcondition\tperipheral zorb\tzorb", "by peripheral"},
        {"zorb\tcondition\tzorb\tZorbs, acute", "by acute"},
        {"zorb\tcondition\tzorb\tzorb disease|disease of the zorb", ""},
        {"zorb\tmeasurement\tzorb\tserum zorb level\t\t\tmg/dL", ""},
        {"zorb\tcondition\tzorb\tblue flick", ""},
        {"zorb\tcondition\tzorb\t=PE", "PE is short for pulmonary embolism"},
        {"zorb\tscore\tzorb scale\t=NAS\t\t\t1", ""}, /* a bound tells */
    };
    return PARAMS(struct narrow_case, cases);
}

/* Of a site's file it is told, and the file is right all the same. */
ParameterizedTest(struct narrow_case *c, list, names_that_narrow)
{
    char path[64], text[400];
    eligo_error err = {0};
    buffer out;

    buffer_init(&out, 0);
    snprintf(text, sizeof text, "%s%s\n", HEAD, c->row);
    cr_expect_eq(lexicon_check(write_file(text, path), &out, &err), 0, "%s", out.data);
    if (*c->says)
        cr_expect_not_null(strstr(out.data, c->says), "%s: %s", c->row, out.data);
    else
        cr_expect_null(strstr(out.data, "zorb: "), "%s: %s", c->row, out.data);
    buffer_free(&out);
    unlink(path);
}

/* ---- patterns ---- */

#define PATTERN_ROW(pattern) "zorb\tmeasurement\tzorb index\t\t\t\tmg/dL\t\t\t\t\t" pattern "\n"
#define PATTERN_HEAD \
    "concept\tcategory\tname\tsynonyms\tparents\tcodes\tunits\tplausible\tnormal\tattributes\tsource\tpatterns\n"

struct pattern_case {
    char pattern[80], text[80];
    char covered[40]; /* "": it is not found */
};

ParameterizedTestParameters(pattern, names)
{
    static struct pattern_case cases[] = {
        {"zorb(?= *>)", "the Zorb > 5", "Zorb"},
        {"zorb(?= *>)", "the Zorb < 5", ""},
        {"(?:zorb|zub) ?\\(?[ab]\\)?", "zub (A) of 5", "zub (A"},
        {"(?:zorb|zub) ?\\(?[ab]\\)?", "zorba", ""},
        {"zorb( of (the )?(left|right))? side", "zorbs of the left side", ""},
        {"zorb( of (the )?(left|right))? side", "Zorb of the left side", "Zorb of the left side"},
        {"zorb|zorb index( by method [a-z]+)?", "Zorb index by method Q, or", "Zorb index by method Q"},
        {"zorb ind", "zorb index", "zorb index"}, /* not a part of a token; the name itself is found */
        {"zorb ind", "zorb indices", "zorb indices"},
        {"(?-i)Zorb(?= is)", "Zorb is", "Zorb"},
        {"(?-i)Zorb(?= is)", "zorb is", ""},
        {"zorb(?= \xE2\x89\xA5)", "zorb \xE2\x89\xA5 5", "zorb"},
        {"zorb(?= is)", "zorb\xFF is", ""},
        {"25 ?zorb", "at 25 zorb", "25 zorb"},
    };
    return PARAMS(struct pattern_case, cases);
}

ParameterizedTest(struct pattern_case *c, pattern, names)
{
    char table[400];
    eligo_error err = {0};
    lexicon *lx;
    lexicon_hit hit = {0};
    arena *a = arena_new(1 << 20);
    bool found;

    snprintf(table, sizeof table, PATTERN_HEAD PATTERN_ROW("%s"), c->pattern);
    cr_assert_not_null(lx = load_text(table, &err), "%s: %s", c->pattern, err.message);
    found = first_name(lx, c->text, a, &hit);
    cr_expect_eq(found, *c->covered != 0, "%s in %s", c->pattern, c->text);
    if (found && *c->covered) {
        cr_expect_str_eq(id_of(hit.quantity), "zorb", "%s", c->pattern);
        cr_expect_eq(hit.span.end - hit.span.start, strlen(c->covered), "%s in %s", c->pattern, c->text);
        cr_expect_eq(strncmp(c->text + hit.span.start, c->covered, strlen(c->covered)), 0, "%s", c->pattern);
    }
    arena_delete(a);
    lexicon_delete(lx);
}

ParameterizedTestParameters(pattern, faults)
{
    static struct bad cases[] = {
        {".*zorb", 42, "begins with a word"},
        {"zorbs?", 43, "the pattern is wrong"},
        {"zorb(", 47, "the pattern is wrong"},
        {"zorb(a)\\1", 42, "refer back"},
        {"(?:a|b", 42, "begins with a word"},
        {"(?:a|b)?c", 42, "begins with a word"},
        {"zorb\\C", 48, "the pattern is wrong"},
    };
    cases[1] = (struct bad){"zorb?", 42, "begins with a word"};
    return PARAMS(struct bad, cases);
}

ParameterizedTest(struct bad *c, pattern, faults)
{
    char table[400];
    eligo_error err = {0};

    snprintf(table, sizeof table, PATTERN_HEAD PATTERN_ROW("%s"), c->row);
    cr_expect_null(load_text(table, &err), "%s", c->row);
    cr_expect_not_null(strstr(err.message, c->says), "%s: %s", c->row, err.message);
    cr_expect_eq(err.line, 2);
    cr_expect_eq(err.column, (size_t)c->column, "%s: column %zu", c->row, err.column);
}

/* A pattern that tries everything on every word ends at its limits, and is no match. */
Test(pattern, a_hostile_pattern_ends)
{
    eligo_error err = {0};
    lexicon *lx = load_text(PATTERN_HEAD PATTERN_ROW("zorb(?=((a|aa|a+)+)+ (((a|a)*)*)*b)"), &err);
    char text[4000];
    arena *a = arena_new(1 << 26);
    lexicon_hit hit;

    cr_assert_not_null(lx, "%s", err.message);
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = 0;
    for (size_t i = 0; i + 300 < sizeof text; i += 300)
        memcpy(text + i, " zorb", 5);
    cr_expect(!first_name(lx, text, a, &hit));
    arena_delete(a);
    lexicon_delete(lx);
}

/* ---- what is imported ---- */

#define IMPORTED TABLE_IMPORTED "\n"

struct second {
    char row[160];  /* of an imported table */
    char text[40];  /* a name in a text, or SYSTEM:CODE */
    char means[24]; /* the concept then; "": none */
};

ParameterizedTestParameters(imported, never_overrides)
{
    static struct second cases[] = {
        {"zz1\tcondition\tgout\t\t", "gout", "gout"},
        {"zz1\tcondition\tzub toe\tgout|gouts", "gout", "gout"},
        {"zz1\tcondition\tzub toe\tgout", "zub toe", "zz1"},
        {"zz1\tmeasurement\tgout\t", "gout", "gout"},
        {"gout\tcondition\tzub toe\t\t\ticd10cm:U99\t\t\t\textends", "zub toes", "gout"},
        {"gout\tcondition\tzub toe\t\t\ticd10cm:U99\t\t\t\textends", "icd10cm:U99.2", "gout"},
        {"zz1\tcondition\tzub toe\t\t\ticd10cm:M10", "icd10cm:M10", "gout"},
        {"zz1\tcondition\tzub toe\t\t\ticd10cm:M10.07", "icd10cm:M10.07", "gout"},
        {"zz1\tcondition\tzub toe\t\tgout\ticd10cm:M10.07", "icd10cm:M10.071", "zz1"},
        {"zz1\tcondition\tzub toe\t\tstroke\ticd10cm:M10.07", "icd10cm:M10.07", "gout"},
        {"zz1\tcondition\tzub toe\t\t\nzz2\tcondition\tzub foot\tzub toe", "zub toe", ""},
        {"gout\tcondition\tzub toe\t\t\t\t\t\t\textends\ngout\tcondition\tzub toe\tzub\t\t\t\t\t\textends",
         "zub", "gout"},
    };
    return PARAMS(struct second, cases);
}

static const concept *meant(const lexicon *lx, const char *text, arena *a)
{
    lexicon_hit hit;
    const char *colon = strchr(text, ':');

    if (colon)
        return lexicon_code(lx, code_system_find(text, (size_t)(colon - text)), colon + 1, strlen(colon + 1), NULL);
    if (!first_name(lx, text, a, &hit))
        return NULL;
    cr_expect(!hit.quantity || !hit.thing, "%s", text);
    return hit.thing ? hit.thing : hit.quantity;
}

ParameterizedTest(struct second *c, imported, never_overrides)
{
    char table[500];
    eligo_error err = {0};
    lexicon *lx;
    arena *a = arena_new(1 << 20);

    snprintf(table, sizeof table, IMPORTED HEAD "%s\n", c->row);
    cr_assert_not_null(lx = load_text(table, &err), "%s: %s", c->row, err.message);
    cr_expect_str_eq(id_of(meant(lx, c->text, a)), c->means, "%s: %s", c->row, c->text);
    for (size_t i = 0; i < lexicon_size(lx); i++)
        cr_assert_eq(lexicon_at(lx, i)->tier, strncmp(lexicon_at(lx, i)->id, "zz", 2) == 0
                                                  ? TIER_IMPORTED
                                                  : TIER_CORE);
    arena_delete(a);
    lexicon_delete(lx);
}

/* A folder holds a site's own file and what was imported; the site's word counts. */
Test(imported, gives_way_to_a_sites_own_file)
{
    char folder[] = "/tmp/eligo-lexicon-XXXXXX", own[64], other[64];
    eligo_error err = {0};
    lexicon *lx;
    arena *a = arena_new(1 << 20);
    FILE *f;

    cr_assert_not_null(mkdtemp(folder));
    snprintf(own, sizeof own, "%s/own.tsv", folder);
    snprintf(other, sizeof other, "%s/athena.tsv", folder);
    cr_assert_not_null(f = fopen(own, "w"));
    fputs(HEAD "s1\tcondition\tzub toe\t\t\tsnomed:999900000|icd10cm:M10.0\n", f);
    fclose(f);
    cr_assert_not_null(f = fopen(other, "w"));
    fputs(IMPORTED HEAD "zz1\tcondition\tzub foot\tzub toe\t\tsnomed:999900000|icd10cm:M10.07\n", f);
    fclose(f);
    cr_assert_not_null(lx = lexicon_load(folder, &err), "%s", err.message);
    cr_expect_str_eq(id_of(meant(lx, "zub toe", a)), "s1");
    cr_expect_str_eq(id_of(meant(lx, "zub foot", a)), "zz1");
    cr_expect_str_eq(id_of(meant(lx, "snomed:999900000", a)), "s1");
    cr_expect_str_eq(id_of(meant(lx, "icd10cm:M10.07", a)), "s1");
    cr_expect_str_eq(id_of(meant(lx, "icd10cm:M10.9", a)), "gout");
    cr_expect_eq(lexicon_concept(lx, "s1", 2)->tier, TIER_SITE);
    lexicon_delete(lx);
    unlink(own);
    unlink(other);
    cr_expect_null(lexicon_load(folder, &err), "an empty folder");
    cr_expect_eq(err.code, ELIGO_EREAD);
    rmdir(folder);
    arena_delete(a);
}

/* ---- sources and cues, which only the core's tables have ---- */

static size_t faults_of(const char *table, const char *sources, arena *a, table_faults *faults)
{
    table_file file = {"t.tsv", table, strlen(table), false},
               keys = {"sources.tsv", sources, strlen(sources), false};

    table_build(&file, 1, NULL, &keys, NULL, NULL, a, faults);
    return faults->count;
}

Test(table, every_code_has_a_source)
{
    static const char sources[] = "key\tcitation\nbook\ta book\n";
    arena *a = arena_new(1 << 22);
    table_faults faults = {0}, more = {0}, none = {0};

    cr_expect_eq(faults_of(HEAD "a\tcondition\ta\t\t\ticd10cm:I21@book\n", sources, a, &none), 0);
    cr_expect_eq(faults_of(HEAD "a\tcondition\ta\t\t\ticd10cm:I21\n", sources, a, &faults), 1);
    cr_expect_eq(faults_of(HEAD "a\tcondition\ta\t\t\ticd10cm:I21@rumour\n", sources, a, &more), 1);
    cr_expect_not_null(strstr(more.list[0].message, "sources.tsv"));
    cr_expect_eq(more.list[0].cell, 6);
    arena_delete(a);
}

Test(table, a_phrase_of_two_cues_is_a_fault)
{
    static const char text[] = "class\tvalue\tphrases\nNOT\t.\tno|without\nHISTORY\t.\thistory of|no\n";
    table_file file = {"cues.tsv", text, sizeof text - 1, false};
    arena *a = arena_new(1 << 22);
    table_faults faults = {0};

    table_build_cues(&file, a, &faults);
    cr_assert_eq(faults.count, 1);
    cr_expect_eq(faults.list[0].line, 3);
    cr_expect_eq(faults.list[0].cell, 3);
    arena_delete(a);
}

Test(table, no_memory_is_no_crash)
{
    static const char text[] = HEAD "a\tcondition\ta thing\tb|c d e|f\t\tsnomed:999900000\nb\tscore\tq\t\t\t\t1\t0..5\t"
                                    "\tgrades=A:1..2,B:3..4\n";
    table_file file = {"t.tsv", text, sizeof text - 1, false};

    for (size_t room = 1 << 10; room < 1 << 18; room += 1 << 10) {
        arena *a = arena_new(room);
        table_faults faults = {0};
        const lexicon_table *t = table_build(&file, 1, NULL, NULL, NULL, NULL, a, &faults);

        cr_expect(t || arena_failed(a));
        arena_delete(a);
    }
}

/* ---- lists ---- */

Test(list, find_knows_what_is_near)
{
    buffer out;

    buffer_init(&out, 0);
    cr_expect_gt(lexicon_find(lexicon_core(), "creatinin", false, &out), 0);
    cr_expect_not_null(strstr(out.data, "creatinine"));
    buffer_clear(&out);
    cr_expect(lexicon_show(lexicon_core(), "type_2_diabetes", false, &out));
    cr_expect_not_null(strstr(out.data, "is a"));
    cr_expect(!lexicon_show(lexicon_core(), "no_such_thing", true, &out));
    buffer_free(&out);
}
