/* Vocabularies of others: what is read of each form, what becomes of it beside the core, and the
 * comparison of codes. All things and codes here are made up, but for those of the core. */
#include "engine/base/error.h"
#include "engine/lexicon_authority.h"
#include "engine/lexicon_import.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- files ---- */

static char *folder_new(char path[40])
{
    strcpy(path, "/tmp/eligo-import-XXXXXX");
    cr_assert_not_null(mkdtemp(path));
    return path;
}

static const char *put(const char *folder, const char *name, const char *text, char path[100])
{
    FILE *f;

    snprintf(path, 100, "%s/%s", folder, name);
    cr_assert_not_null(f = fopen(path, "w"));
    fputs(text, f);
    fclose(f);
    return path;
}

static void remove_all(const char *folder)
{
    char command[80];

    snprintf(command, sizeof command, "rm -r '%s'", folder);
    cr_assert_eq(system(command), 0);
}

static char *import(authority_form form, const char *path, import_counts *n)
{
    import_task task = {.form = form, .path = path};
    eligo_error err = {0};
    buffer out;

    buffer_init(&out, 0);
    cr_assert_eq(lexicon_import(&task, &out, n, NULL, &err), ELIGO_OK, "%s", err.message);
    return out.data;
}

static lexicon *load(const char *folder, const char *table)
{
    char path[100];
    eligo_error err = {0};
    lexicon *lx = lexicon_load(put(folder, "imported.tsv", table, path), &err);

    cr_assert_not_null(lx, "%s:%zu: %s\n%s", path, err.line, err.message, table);
    return lx;
}

static const char *of_code(const lexicon *lx, const char *code)
{
    const char *colon = strchr(code, ':');
    const concept *c = lexicon_code(lx, code_system_find(code, (size_t)(colon - code)), colon + 1,
                                    strlen(colon + 1), NULL);

    return c ? c->id : "";
}

static const char *of_words(const lexicon *lx, const char *text)
{
    arena *a = arena_new(1 << 20);
    atoms t = lexicon_cut(lx, text, strlen(text), a);
    lexicon_hit hit;
    const concept *c = NULL;

    if (t.count && lexicon_match(lx, &t, 0, &hit) && hit.atoms == t.count)
        c = hit.thing ? hit.thing : hit.quantity;
    arena_delete(a);
    return c ? c->id : "";
}

static bool below(const lexicon *lx, const char *id, const char *above)
{
    return concept_is(lexicon_concept(lx, id, strlen(id)), lexicon_concept(lx, above, strlen(above)));
}

/* ---- the forms ---- */

Test(import, icd10cm_goes_below_the_core)
{
    char folder[40], path[100];
    import_counts n;
    char *table;
    lexicon *lx;

    folder_new(folder);
    put(folder, "order.txt",
        "00001 M10     0 Gout                                                         Gout\n"
        "00002 M109    1 Gout, unspecified                                            Gout, unspecified\n"
        "00003 M10Z    0 Zub of gout                                                  Zub of the gouty toe\n"
        "00004 M10Z1   1 Zub of gout 1                                                Zub of the gouty toe, left\n"
        "00005 M10Z1XA 1 Zub of gout 1 x                                              Zub of the gouty toe, left, first\n"
        "00006 Z99Q    1 Dependence on zub                                            Dependence on zub\n"
        "00007 U99     0 Zubosis                                                      Zubosis\n",
        path);
    table = import(AUTHORITY_ICD10CM, path, &n);
    lx = load(folder, table);
    cr_expect_str_eq(of_code(lx, "icd10cm:M10.9"), "icd10cm_m109");
    cr_expect_str_eq(of_code(lx, "icd10cm:M10.Z1XA"), "icd10cm_m10z1", "the code above it");
    cr_expect_str_eq(of_code(lx, "icd10cm:U99"), "icd10cm_u99");
    cr_expect(below(lx, "icd10cm_m10z1", "icd10cm_m10z"));
    cr_expect(below(lx, "icd10cm_m10z", "gout"));
    cr_expect_str_eq(of_words(lx, "zub of the gouty toe"), "icd10cm_m10z");
    cr_expect_str_eq(of_words(lx, "gout, unspecified"), "", "a name of nothing in particular");
    cr_expect_str_eq(of_words(lx, "gout"), "gout");
    cr_expect_str_eq(of_words(lx, "dependence on zub"), "", "no condition");
    lexicon_delete(lx);
    free(table);
    remove_all(folder);
}

Test(import, icd10cm_as_xml_has_its_sections)
{
    char folder[40], path[100];
    import_counts n;
    char *table;
    lexicon *lx;

    folder_new(folder);
    put(folder, "tabular.xml",
        "<?xml version=\"1.0\"?>\n<ICD10CM.tabular><chapter><name>22</name><desc>Zubs</desc>\n"
        "<section id=\"U90-U98\"><desc>Zubian illnesses (U90-U98)</desc>\n"
        "<diag><name>U90</name><desc>Zub fever</desc><inclusionTerm><note>Zub heat</note></inclusionTerm>\n"
        "<diag><name>U90.1</name><desc>Zub fever with zibs</desc></diag></diag>\n"
        "</section></chapter></ICD10CM.tabular>\n",
        path);
    table = import(AUTHORITY_ICD10CM, path, &n);
    lx = load(folder, table);
    cr_expect_str_eq(of_words(lx, "zub fever"), "icd10cm_u90");
    cr_expect_str_eq(of_words(lx, "zub heat"), "", "an inclusion term is narrower than its code");
    cr_expect_str_eq(of_code(lx, "icd10cm:U90.1"), "icd10cm_u901");
    cr_expect_str_eq(of_code(lx, "icd10cm:U95"), "icd10cm_u90_u98");
    cr_expect(below(lx, "icd10cm_u901", "icd10cm_u90_u98"));
    cr_expect_eq(n.taken, 3);
    lexicon_delete(lx);
    free(table);
    remove_all(folder);
}

static void put_rxnorm(const char *folder)
{
    static const char *const concepts[][3] = {
        {"161", "IN", "acetaminophen"},
        {"5489", "IN", "hydrocodone"},
        {"9000001", "IN", "zubamide"},
        {"9000002", "PIN", "zubamide sodium"},
        {"9000003", "BN", "Zubex"},
        {"9000004", "BN", "Relief"},
        {"9000005", "SCDC", "zubamide 5 MG"},
        {"9000006", "SCD", "zubamide 5 MG Oral Tablet"},
        {"9000007", "SBD", "zubamide [Zubex]"},
        {"9000008", "SCD", "acetaminophen / hydrocodone"},
        {"9000009", "SCD", "acetaminophen / zubamide"},
    };
    static const char *const links[][3] = {
        {"9000001", "9000002", "form_of"},
        {"9000001", "9000003", "tradename_of"},
        {"9000001", "9000004", "tradename_of"},
        {"9000001", "9000005", "has_ingredient"},
        {"9000005", "9000006", "consists_of"},
        {"9000006", "9000005", "constitutes"},
        {"9000003", "9000007", "has_ingredient"},
        {"161", "9000008", "has_ingredient"},
        {"5489", "9000008", "has_ingredient"},
        {"161", "9000009", "has_ingredient"},
        {"9000001", "9000009", "has_ingredient"},
    };
    char text[4000] = "", path[100];
    size_t n = 0;

    for (size_t i = 0; i < sizeof concepts / sizeof *concepts; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s|ENG||||||1|1|||RXNORM|%s|%s|%s||N||\n",
                              concepts[i][0], concepts[i][1], concepts[i][0], concepts[i][2]);
    n += (size_t)snprintf(text + n, sizeof text - n, "9000010|ENG||||||1|1|||RXNORM|IN|x|oldamide||O||\n"
                                                     "9000011|ENG||||||1|1|||OTHER|IN|x|otheramide||N||\n");
    put(folder, "RXNCONSO.RRF", text, path);
    n = 0;
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s||CUI|RO|%s||CUI|%s|||RXNORM|RXNORM||||\n", links[i][0],
                              links[i][1], links[i][2]);
    put(folder, "rxnrel.rrf", text, path);
}

Test(import, rxnorm_gives_tablets_to_what_they_are_made_of)
{
    char folder[40];
    import_counts n;
    char *table;
    lexicon *lx;

    put_rxnorm(folder_new(folder));
    table = import(AUTHORITY_RXNORM, folder, &n);
    lx = load(folder, table);
    cr_expect_str_eq(of_code(lx, "rxnorm:9000006"), "rxnorm_9000001");
    cr_expect_str_eq(of_code(lx, "rxnorm:9000007"), "rxnorm_9000001");
    cr_expect_str_eq(of_code(lx, "rxnorm:9000008"), "acetaminophen_hydrocodone", "the core's own combination");
    cr_expect_str_eq(of_code(lx, "rxnorm:9000009"), "rxnorm_161_9000001");
    cr_expect(below(lx, "rxnorm_161_9000001", "paracetamol"));
    cr_expect(below(lx, "rxnorm_161_9000001", "rxnorm_9000001"));
    cr_expect_str_eq(of_words(lx, "Zubex"), "rxnorm_9000001");
    cr_expect_str_eq(of_words(lx, "zubex"), "", "a brand has its capital");
    cr_expect_str_eq(of_words(lx, "Relief"), "", "an ordinary word");
    cr_expect_str_eq(of_words(lx, "oldamide"), "");
    cr_expect_str_eq(of_words(lx, "otheramide"), "");
    cr_expect_eq(n.obsolete, 1);
    lexicon_delete(lx);
    free(table);
    remove_all(folder);
}

static void put_athena(const char *folder)
{
    char path[100];

    put(folder, "CONCEPT.csv",
        "concept_id\tconcept_name\tdomain_id\tvocabulary_id\tconcept_class_id\tstandard_concept\tconcept_code\t"
        "valid_start_date\tvalid_end_date\tinvalid_reason\n"
        "1\tGout\tCondition\tSNOMED\tDisorder\tS\t90560007\t19700101\t20991231\t\n"
        "2\tZub of toe\tCondition\tSNOMED\tDisorder\tS\t999900000\t19700101\t20991231\t\n"
        "3\tZubosis, old\tCondition\tSNOMED\tDisorder\t\t999900016\t19700101\t20200101\tU\n"
        "4\tZub, left\tCondition\tICD10CM\t4-char\t\tU99.1\t19700101\t20991231\t\n"
        "5\tzubamide\tDrug\tRxNorm\tIngredient\tS\t9000001\t19700101\t20991231\t\n"
        "6\tzubamide 5 MG Oral Tablet\tDrug\tRxNorm\tClinical Drug\tS\t9000006\t19700101\t20991231\t\n"
        "7\tGout and zub\tCondition\tICD10CM\t4-char\t\tU99.2\t19700101\t20991231\t\n"
        "8\tsevere gout\tCondition\tSNOMED\tDisorder\tS\t\t19700101\t20991231\t\n"
        "9\tHistory of zub\tCondition\tSNOMED\tDisorder\tS\t\t19700101\t20991231\t\n",
        path);
    put(folder, "CONCEPT_RELATIONSHIP.csv",
        "concept_id_1\tconcept_id_2\trelationship_id\tvalid_start_date\tvalid_end_date\tinvalid_reason\n"
        "2\t1\tIs a\t19700101\t20991231\t\n"
        "4\t2\tMaps to\t19700101\t20991231\t\n"
        "3\t2\tMaps to\t19700101\t20991231\t\n"
        "7\t1\tMaps to\t19700101\t20991231\t\n"
        "7\t2\tMaps to\t19700101\t20991231\t\n"
        "6\t5\tRxNorm has ing\t19700101\t20991231\t\n"
        "1\t2\tMaps to\t19700101\t20991231\tD\n",
        path);
    put(folder, "concept_synonym.csv",
        "concept_id\tconcept_synonym_name\tlanguage_concept_id\n"
        "1\tzub disease of kings\t4180186\n2\tzub toe\t4180186\n2\tZehenzub\t4182504\n",
        path);
}

Test(import, athena_maps_codes_and_adds_names)
{
    char folder[40];
    import_counts n;
    char *table;
    lexicon *lx;

    put_athena(folder_new(folder));
    table = import(AUTHORITY_ATHENA, folder, &n);
    lx = load(folder, table);
    cr_expect_str_eq(of_code(lx, "snomed:999900000"), "omop_2");
    cr_expect_str_eq(of_code(lx, "snomed:999900016"), "omop_2", "a retired code that is mapped");
    cr_expect_str_eq(of_code(lx, "icd10cm:U99.1"), "omop_2");
    cr_expect_str_eq(of_code(lx, "icd10cm:U99.2"), "omop_2", "what is mapped to both lies below both");
    cr_expect_str_eq(of_code(lx, "rxnorm:9000006"), "omop_5");
    cr_expect(below(lx, "omop_2", "gout"));
    cr_expect_str_eq(of_words(lx, "zub disease of kings"), "gout");
    cr_expect_str_eq(of_words(lx, "zub toe"), "omop_2");
    cr_expect_str_eq(of_words(lx, "zehenzub"), "");
    cr_expect_str_eq(of_words(lx, "severe gout"), "", "the grammar reads the word before it");
    cr_expect_str_eq(of_words(lx, "history of zub"), "");
    cr_expect_eq(lexicon_concept(lx, "omop_2", 6)->tier, TIER_IMPORTED);
    cr_expect_eq(lexicon_concept(lx, "gout", 4)->tier, TIER_CORE);
    lexicon_delete(lx);
    free(table);
    remove_all(folder);
}

Test(import, loinc_terms_of_one_place_are_one_thing)
{
    char folder[40], path[100];
    import_counts n;
    char *table;
    lexicon *lx;

    folder_new(folder);
    mkdir(strcat(strcpy(path, folder), "/LoincTable"), 0777);
    put(folder, "LoincTable/Loinc.csv",
        "\"LOINC_NUM\",\"COMPONENT\",\"PROPERTY\",\"TIME_ASPCT\",\"SYSTEM\",\"SCALE_TYP\",\"METHOD_TYP\",\"STATUS\","
        "\"LONG_COMMON_NAME\",\"DisplayName\",\"EXAMPLE_UCUM_UNITS\"\n"
        "\"777-3\",\"Platelets\",\"NCnc\",\"Pt\",\"Bld\",\"Qn\",\"Automated count\",\"ACTIVE\",\"Platelets [#/vol]\",\"\",\"10*3/uL\"\n"
        "\"99990-4\",\"Platelets\",\"NCnc\",\"Pt\",\"Bld\",\"Qn\",\"By zub\",\"ACTIVE\",\"Platelets by zub, \"\"new\"\"\",\"\",\"10*3/uL\"\n"
        "\"99991-2\",\"Zubin\",\"MCnc\",\"Pt\",\"Ser\",\"Qn\",\"\",\"ACTIVE\",\"Zubin [Mass/volume] in Serum\",\"Zubin\",\"ng/mL;ug/L\"\n"
        "\"99992-0\",\"Zubin\",\"MCnc\",\"Pt\",\"Ser\",\"Qn\",\"\",\"DEPRECATED\",\"Zubin old\",\"\",\"\"\n"
        "\"99993-8\",\"Zub note\",\"Find\",\"Pt\",\"^Patient\",\"Nar\",\"\",\"ACTIVE\",\"Zub note\",\"\",\"\"\n",
        path);
    put(folder, "ComponentHierarchyBySystem.csv",
        "PATH_TO_ROOT,SEQUENCE,IMMEDIATE_PARENT,CODE,CODE_TEXT\n"
        ",1,,LP1-1,Zubs\nLP1-1,1,LP1-1,LP2-2,\"Zubin | Serum\"\nLP1-1.LP2-2,1,LP2-2,99991-2,Zubin\n",
        path);
    table = import(AUTHORITY_LOINC, folder, &n);
    lx = load(folder, table);
    cr_expect_str_eq(of_code(lx, "loinc:99990-4"), "platelets");
    cr_expect_str_eq(of_code(lx, "loinc:99991-2"), "loinc_99991_2");
    cr_expect_str_eq(of_words(lx, "zubin"), "loinc_99991_2");
    cr_expect_str_eq(lexicon_concept(lx, "loinc_99991_2", 13)->units[0], "ng/mL");
    cr_expect(below(lx, "loinc_99991_2", "loinc_lp2_2") && below(lx, "loinc_99991_2", "loinc_lp1_1"));
    cr_expect_str_eq(of_words(lx, "zubs"), "", "a group is no name");
    cr_expect_str_eq(of_code(lx, "loinc:99992-0"), "");
    cr_expect_str_eq(of_words(lx, "zub note"), "", "no measurement");
    lexicon_delete(lx);
    free(table);
    remove_all(folder);
}

#define TERM(id, name, more) "\n[Term]\nid: " id "\nname: " name "\n" more

Test(import, a_cycle_is_told_and_left_out)
{
    char folder[40], path[100];
    import_counts n;
    char *table;
    lexicon *lx;

    folder_new(folder);
    put(folder, "c.obo",
        "format-version: 1.2\n" TERM("Q:1", "zub one", "is_a: Q:2\n") TERM("Q:2", "zub two", "is_a: Q:3\nis_a: Q:9\n")
            TERM("Q:3", "zub three", "is_a: Q:1\n") TERM("Q:4", "zub below", "is_a: Q:1\n")
                TERM("Q:9", "zub above", "") TERM("Q:5", "zub itself", "is_a: Q:5\n"),
        path);
    table = import(AUTHORITY_OBO, path, &n);
    lx = load(folder, table);
    cr_expect_eq(n.cyclic, 3);
    cr_expect_eq(n.taken, 6);
    cr_expect(below(lx, "q_4", "q_1"));
    cr_expect(below(lx, "q_2", "q_9"));
    cr_expect(!below(lx, "q_1", "q_2"));
    lexicon_delete(lx);
    free(table);
    remove_all(folder);
}

/* ---- files that are no such files ---- */

struct wrong {
    int form;
    char name[16], text[100], says[40];
};

ParameterizedTestParameters(import, wrong)
{
    static struct wrong cases[] = {
        {AUTHORITY_OBO, "x.obo", "nothing\n", "no [Term]"},
        {AUTHORITY_ATHENA, "CONCEPT.csv", "a,b\n1,2\n", "no column concept_id"},
        {AUTHORITY_ATHENA, "OTHER.csv", "a,b\n", "no file CONCEPT.csv"},
        {AUTHORITY_RXNORM, "RXNCONSO.RRF", "a|b\n", "2 fields"},
        {AUTHORITY_LOINC, "Loinc.csv", "LOINC,NAME\n", "no column LOINC_NUM"},
        {AUTHORITY_ICD10CM, "x.txt", "00001 A00 0\n", "order file"},
        {AUTHORITY_ICD10CM, "x.xml", "<a><b></a>\n", "well-formed"},
        {AUTHORITY_ICD10CM, "", "", "not a folder"},
    };
    return cr_make_param_array(struct wrong, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct wrong *c, import, wrong)
{
    char folder[40], path[100];
    import_task task = {.form = (authority_form)c->form, .path = path};
    import_counts n;
    eligo_error err = {0};
    buffer out;

    folder_new(folder);
    if (*c->name)
        put(folder, c->name, c->text, path);
    if (!*c->name || c->form == AUTHORITY_ATHENA || c->form == AUTHORITY_RXNORM)
        strcpy(path, folder);
    buffer_init(&out, 0);
    cr_expect_neq(lexicon_import(&task, &out, &n, NULL, &err), ELIGO_OK, "%s", c->says);
    cr_expect_not_null(strstr(err.message, c->says), "%s: %s", c->says, err.message);
    buffer_free(&out);
    remove_all(folder);
}

/* ---- going on ---- */

/* What was stopped anywhere goes on and comes to the same. */
Test(import, goes_on_where_it_was_stopped)
{
    char folder[40], part[100];
    import_task task = {.form = AUTHORITY_ATHENA, .path = folder_new(folder), .part = part};
    import_counts n, again;
    eligo_error err = {0};
    buffer whole, out;
    struct stat s;
    uint64_t resumed = 0, most = 0;

    put_athena(folder);
    snprintf(part, sizeof part, "%s/out.part", folder);
    buffer_init(&whole, 0);
    buffer_init(&out, 0);
    cr_assert_eq(lexicon_import(&task, &whole, &n, &resumed, &err), ELIGO_OK, "%s", err.message);
    cr_expect_eq(resumed, 0);
    cr_assert_eq(stat(part, &s), 0);
    for (off_t size = s.st_size; size >= 0; size -= size > 40 ? 17 : 1) {
        cr_assert_eq(truncate(part, size), 0);
        buffer_clear(&out);
        cr_assert_eq(lexicon_import(&task, &out, &again, &resumed, &err), ELIGO_OK, "%s", err.message);
        cr_assert_str_eq(out.data, whole.data, "stopped at %ld", (long)size);
        cr_assert_eq(memcmp(&again, &n, sizeof n), 0, "stopped at %ld", (long)size);
        cr_expect_leq(resumed, (uint64_t)size);
        most = resumed > most ? resumed : most;
    }
    cr_expect_gt(most, (uint64_t)s.st_size / 2);
    /* Another vocabulary is not gone on with. */
    put(folder, "CONCEPT_SYNONYM.csv", "concept_id\tconcept_synonym_name\tlanguage_concept_id\n", (char[100]){0});
    remove(strcat(strcpy((char[140]){0}, folder), "/concept_synonym.csv"));
    buffer_clear(&out);
    cr_assert_eq(lexicon_import(&task, &out, &again, &resumed, &err), ELIGO_OK);
    cr_expect_eq(resumed, 0);
    cr_expect_null(strstr(out.data, "zub toe\t"));
    buffer_free(&whole);
    buffer_free(&out);
    remove_all(folder);
}

/* ---- comparing ---- */

Test(authority, names_and_validity_of_each_code)
{
    char folder[40];
    eligo_error err = {0};
    lexicon *lx;
    buffer out;

    put_athena(folder_new(folder));
    lx = load(folder, "concept\tcategory\tname\tsynonyms\tparents\tcodes\n"
                      "z1\tcondition\tzub of toe\t\t\tsnomed:999900000\n"
                      "z2\tcondition\tzubosis\t\t\tsnomed:999900016\n"
                      "z3\tmedication\tfrobnitzol\t\t\trxnorm:9000001\n"
                      "z4\tcondition\tquux\t\t\ticd10cm:U99.7\n");
    buffer_init(&out, 0);
    cr_expect_gt(authority_check(lx, AUTHORITY_ATHENA, folder, NULL, NULL, &out, &err), 3, "%s", err.message);
    cr_expect_null(strstr(out.data, "z1 "), "%s", out.data);
    cr_expect_not_null(strstr(out.data, "z2  snomed:999900016  is retired: Zubosis, old"));
    cr_expect_not_null(strstr(out.data, "z3  rxnorm:9000001  is called otherwise: zubamide"));
    cr_expect_not_null(strstr(out.data, "z4  icd10cm:U997  the authority does not have it"));
    cr_expect_null(strstr(out.data, "loinc:"), "what it holds nothing of is not compared");
    buffer_free(&out);
    lexicon_delete(lx);
    remove_all(folder);
}
