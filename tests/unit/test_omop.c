/* OMOP tables in the shapes that warehouses export, and the facts that come of them. A fact is one line, see line(). */
#include "engine/base/buffer.h"
#include "patients/reader.h"
#include "patients/table.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <dirent.h>
#include <ftw.h>
#include <libpq-fe.h>
#include <math.h>
#include <pwd.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

struct told {
    size_t count;
    eligo_error first;
    char unread[200];
};

static void tell(const eligo_error *e, void *context)
{
    struct told *t = context;

    if (!t->count++)
        t->first = *e;
}

/* "measurement/3 observation bmi 2021-02-11.. [31.2,31.2] kg/m2", with parts that say nothing left out. */
static void line(const fact *f, char *out, size_t room)
{
    static const char *const kinds[] = {"observation", "condition", "medication", "procedure", "immunization",
                                        "device", "allergy", "encounter", "consent", "family"};
    static const char *const certainties[] = {"", " suspected", " unconfirmed", " denied"};
    const fact_value *v = &f->value;
    char from[32], to[32];
    size_t n = 0;

#define ADD(...) n += (size_t)snprintf(out + n, n < room ? room - n : 0, __VA_ARGS__)
    ADD("%s %s%s %s %s..%s", f->id, kinds[f->kind], certainties[f->certainty], f->concept ? f->concept->id : "-", date_text(f->start, from),
        date_text(f->end, to));
    ADD("%s%s%s", f->ended ? " ended" : "", f->history ? " history" : "", f->order ? " order" : "");
    if (f->start.instant != INSTANT_NONE)
        ADD(" at %02d:%02d", (int)(f->start.instant / 3600 % 24), (int)(f->start.instant / 60 % 60));
    if (v->kind == VALUE_NUMBER)
        ADD(" %c%g,%g%c %s%s", v->low_inclusive ? '[' : '(', v->low, v->high, v->high_inclusive ? ']' : ')', v->ucum ? v->ucum : "-",
            !v->ucum && v->unit_text ? "?" : "");
    else if (v->kind == VALUE_CODED)
        ADD(" sign %d", v->sign);
    else if (v->kind == VALUE_TEXT)
        ADD(" text");
    if (v->interpretation)
        ADD(" %c", v->interpretation);
    if (v->range_low_given)
        ADD(" from %g", v->range_low);
    if (v->range_high_given)
        ADD(" to %g", v->range_high);
    for (size_t i = 0; i < f->qualifier_count; i++)
        ADD(" %s=%s", f->qualifiers[i].kind, f->qualifiers[i].value);
    if (f->organism)
        ADD(" of %s", f->organism->id);
    if (f->specimen)
        ADD(" in %s", f->specimen->id);
#undef ADD
}

static char folder[64];

static void make_folder(void)
{
    strcpy(folder, "/tmp/eligo-omop-XXXXXX");
    cr_assert(mkdtemp(folder));
}

static int drop(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)st, (void)kind, (void)at;
    return remove(path);
}

static void drop_folder(void)
{
    nftw(folder, drop, 8, FTW_DEPTH | FTW_PHYS);
}

static void put(const char *name, const char *text)
{
    char path[200];
    FILE *f;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    f = fopen(path, "wb");
    cr_assert(f && fwrite(text, 1, strlen(text), f) == strlen(text) && fclose(f) == 0);
}

/* All patients as lines: "PERSON id sex birth death", then the facts. */
static struct told read_all(const char *path, char *out, size_t room)
{
    struct told told = {0};
    eligo_error err = {0};
    reader *r = reader_open(path, lexicon_core(), tell, &told, &err);
    patient p;
    size_t n = 0;
    eligo_code code;

    out[0] = 0;
    if (!r) {
        told.first = err;
        snprintf(out, room, "NOT OPENED");
        return told;
    }
    while ((code = reader_next(r, &p, &err)) == ELIGO_OK) {
        static const char *const sexes[] = {"unknown", "female", "male", "other"};
        char text[32], one[400];

        n += (size_t)snprintf(out + n, n < room ? room - n : 0, "PERSON %s %s %s%s", p.id, sexes[p.sex], date_text(p.birth, text), p.absent ? " absent" : "");
        if (p.deceased)
            n += (size_t)snprintf(out + n, n < room ? room - n : 0, " died %s", date_text(p.death, text));
        n += (size_t)snprintf(out + n, n < room ? room - n : 0, "\n");
        for (size_t i = 0; i < p.fact_count; i++) {
            line(&p.facts[i], one, sizeof one);
            n += (size_t)snprintf(out + n, n < room ? room - n : 0, "%s\n", one);
        }
    }
    cr_expect_eq(code, ELIGO_END, "%s", err.message);
    cr_expect_eq(reader_refused(r), told.count);
    snprintf(told.unread, sizeof told.unread, "%s", reader_unread(r));
    reader_close(r);
    return told;
}

#define PERSON_HEAD "person_id,gender_concept_id,year_of_birth,month_of_birth,day_of_birth,birth_datetime,gender_source_value\n"
#define ONE_PERSON PERSON_HEAD "1,8507,1970,5,6,,M\n"
#define CONCEPT_HEAD "concept_id,concept_name,domain_id,vocabulary_id,concept_code\n"
#define CONCEPTS                                                                                         \
    CONCEPT_HEAD "3027018,Heart rate,Measurement,LOINC,8867-4\n"                                         \
                 "3004410,Hemoglobin A1c,Measurement,LOINC,4548-4\n"                                     \
                 "201826,Type 2 diabetes mellitus,Condition,SNOMED,44054006\n"                           \
                 "900,Rare form of type 2 diabetes mellitus in one town,Condition,SNOMED,999999999999\n" \
                 "308,lisinopril 10 MG Oral Tablet,Drug,RxNorm,314076\n"                                 \
                 "4298794,Smoker,Observation,SNOMED,77176002\n"                                          \
                 "43054909,Tobacco smoking status,Observation,LOINC,72166-2\n"                           \
                 "32899,Preliminary diagnosis,Condition Status,Condition Status,P\n"

struct files {
    char name[40];
    char content[2][2][900]; /* file and its text; PERSON and CONCEPT are there anyway */
    char expected[900];      /* without the PERSON line */
};

#define MEASUREMENT                                                                                                              \
    "measurement_id,person_id,measurement_concept_id,measurement_date,measurement_datetime,operator_concept_id,value_as_number," \
    "value_as_concept_id,unit_concept_id,range_low,range_high,measurement_source_value,unit_source_value,value_source_value\n"
#define CONDITION                                                                                                                 \
    "condition_occurrence_id,person_id,condition_concept_id,condition_start_date,condition_end_date,condition_status_concept_id," \
    "stop_reason,condition_source_value,condition_source_concept_id,condition_status_source_value\n"
#define DRUG                                                                                                        \
    "drug_exposure_id,person_id,drug_concept_id,drug_exposure_start_date,drug_exposure_end_date,verbatim_end_date," \
    "drug_type_concept_id,stop_reason,days_supply,drug_source_value\n"
#define OBSERVATION                                                                                                         \
    "observation_id,person_id,observation_concept_id,observation_date,value_as_number,value_as_string,value_as_concept_id," \
    "observation_source_value,value_source_value\n"

static struct files shapes[] = {
    {"a number and its unit", {{"measurement.csv", MEASUREMENT "7,1,3004410,2021-02-03,2021-02-03 10:30:00,4172703,8.1,,8554,4,6,,,\n"}}, "measurement/7 observation hba1c 2021-02-03..2021-02-03 at 10:30 [8.1,8.1] % from 4 to 6\n"},
    {"midnight is no time", {{"measurement.csv", MEASUREMENT "7,1,3004410,2021-02-03,2021-02-03 00:00:00,0,8.1,0,8554,,,,,\n"}}, "measurement/7 observation hba1c 2021-02-03..2021-02-03 [8.1,8.1] %\n"},
    {"operators", {{"measurement.csv", MEASUREMENT "1,1,3004410,2021-01-01,,4171756,4,,8554,,,,,\n"
                                                   "2,1,3004410,2021-01-02,,4171755,14,,8554,,,,,\n"
                                                   "3,1,3004410,2021-01-03,,123456,14,,8554,,,,,\n"}},
     "measurement/1 observation hba1c 2021-01-01..2021-01-01 (-inf,4) %\nmeasurement/2 observation hba1c 2021-01-02..2021-01-02 [14,inf) %\n"
     "measurement/3 observation hba1c 2021-01-03..2021-01-03 text\n"},
    {"a comparator in the source only", {{"measurement.csv", MEASUREMENT "1,1,3004410,2021-01-01,,0,4,,8554,,,,,<4\n"}}, "measurement/1 observation hba1c 2021-01-01..2021-01-01 (-inf,4) %\n"},
    {"a unit that is not mapped", {{"measurement.csv", MEASUREMENT "1,1,3004410,2021-01-01,,0,8,,0,,,,%,\n2,1,3004410,2021-01-02,,0,8,,0,,,,n/a,\n"
                                                                   "3,1,3004410,2021-01-03,,0,8,,424242,,,,,\n"}},
     "measurement/1 observation hba1c 2021-01-01..2021-01-01 [8,8] %\nmeasurement/2 observation hba1c 2021-01-02..2021-01-02 [8,8] -\n"
     "measurement/3 observation hba1c 2021-01-03..2021-01-03 [8,8] -?\n"},
    {"a limit that says nothing", {{"measurement.csv", MEASUREMENT "1,1,3004410,2021-01-01,,0,8,,8554,0,0,,,\n2,1,3004410,2021-01-02,,0,8,,8554,,6,,,\n"}}, "measurement/1 observation hba1c 2021-01-01..2021-01-01 [8,8] %\nmeasurement/2 observation hba1c 2021-01-02..2021-01-02 [8,8] % to 6\n"},
    {"coded and worded results", {{"measurement.csv", MEASUREMENT "1,1,0,2021-01-01,,0,,45884084,,,,,,\n2,1,0,2021-01-02,,0,,9189,,,,,,\n"
                                                                  "3,1,0,2021-01-03,,0,,45878594,,,,,,\n4,1,0,2021-01-04,,0,,0,0,,,,,Not detected\n"}},
     "measurement/1 observation - 2021-01-01..2021-01-01 sign 1\nmeasurement/2 observation - 2021-01-02..2021-01-02 sign -1\n"
     "measurement/3 observation - 2021-01-03..2021-01-03 sign 0 R\nmeasurement/4 observation - 2021-01-04..2021-01-04 sign -1\n"},
    {"a concept known by words only", {{"measurement.csv", MEASUREMENT "1,1,0,2021-01-01,,,72,,8541,,,heart rate,/min,\n"}}, "measurement/1 observation heart_rate 2021-01-01..2021-01-01 [72,72] /min\n"},
    {"ends of conditions", {{"condition_occurrence.csv", CONDITION "1,1,201826,2020-01-01,,0,,,,\n2,1,201826,2020-02-01,2020-03-01,0,,,,\n"
                                                                   "3,1,201826,2020-03-01,2020-03-01,0,,,,\n"}},
     "condition_occurrence/1 condition type_2_diabetes 2020-01-01..\ncondition_occurrence/2 condition type_2_diabetes 2020-02-01..2020-03-01\n"
     "condition_occurrence/3 condition type_2_diabetes 2020-03-01..2020-03-01/9999-12-31\n"},
    {"states of diagnoses", {{"condition_occurrence.csv", CONDITION "1,1,201826,2020-01-01,,32899,,,,\n2,1,201826,2020-01-02,,0,,,,rule-out\n"
                                                                    "3,1,201826,2020-01-03,,32902,,,,\n4,1,201826,2020-01-04,,777777,,,,\n"
                                                                    "5,1,201826,2020-01-05,,32906,,,,\n6,1,201826,2020-01-06,,32905,,,,\n"}},
     "condition_occurrence/1 condition suspected type_2_diabetes 2020-01-01..\ncondition_occurrence/2 condition suspected type_2_diabetes 2020-01-02..\n"
     "condition_occurrence/3 condition type_2_diabetes 2020-01-03..\ncondition_occurrence/4 condition unconfirmed type_2_diabetes 2020-01-04..\n"
     "condition_occurrence/5 condition type_2_diabetes 2020-01-05.. ended\ncondition_occurrence/6 condition unconfirmed type_2_diabetes 2020-01-06..\n"},
    {"a concept below a known one", {{"condition_occurrence.csv", CONDITION "1,1,901,2020-01-01,,0,,,,\n"}, {"concept_ancestor.csv", "ancestor_concept_id,descendant_concept_id,min_levels_of_separation\n201826,901,1\n4,901,5\n"}}, "condition_occurrence/1 condition type_2_diabetes 2020-01-01..\n"},
    {"a code of the source", {{"condition_occurrence.csv", CONDITION "1,1,0,2020-01-01,,0,,E11.9,0,\n2,1,0,2020-01-02,,0,,type 2 diabetes,0,\n"}}, "condition_occurrence/1 condition type_2_diabetes 2020-01-01..\ncondition_occurrence/2 condition type_2_diabetes 2020-01-02..\n"},
    {"ends of drugs", {{"drug_exposure.csv", DRUG "1,1,308,2020-01-01,2020-01-01,,32838,,,\n2,1,308,2020-02-01,2020-02-01,2020-02-01,32838,,,\n"
                                                  "3,1,308,2020-03-01,2020-03-30,,32838,,30,\n4,1,308,2020-04-01,2020-04-01,,32838,adverse event,,\n"
                                                  "5,1,308,2020-05-01,2020-05-01,,32818,,,\n6,1,308,2020-06-01,2020-06-30,2020-06-10,32838,,,\n"}},
     "drug_exposure/1 medication lisinopril 2020-01-01.. order route=oral\ndrug_exposure/2 medication lisinopril 2020-02-01..2020-02-01 order route=oral\n"
     "drug_exposure/3 medication lisinopril 2020-03-01..2020-03-30 order route=oral\ndrug_exposure/4 medication lisinopril 2020-04-01.. ended order route=oral\n"
     "drug_exposure/5 medication lisinopril 2020-05-01..2020-05-01 route=oral\ndrug_exposure/6 medication lisinopril 2020-06-01..2020-06-10 order route=oral\n"},
    {"answers", {{"observation.csv", OBSERVATION "1,1,201826,2020-01-01,,,4188539,,\n2,1,201826,2020-01-02,,,4188540,,\n3,1,201826,2020-01-03,,,0,,\n"
                                                 "4,1,43054909,2020-01-04,,,4298794,,\n5,1,43054909,2020-01-05,,,0,,\n"}},
     "observation/1 observation type_2_diabetes 2020-01-01..2020-01-01 sign 1\nobservation/2 observation denied type_2_diabetes 2020-01-02..2020-01-02 sign -1\n"
     "observation/3 condition unconfirmed type_2_diabetes 2020-01-03..\n"
     "observation/4 observation unconfirmed smoking_status 2020-01-04..2020-01-04 sign 0\nobservation/4 observation current_smoker 2020-01-04..2020-01-04 sign 1\n"
     "observation/5 condition unconfirmed smoking_status 2020-01-05..\n"},
    {"history and family", {{"observation.csv", OBSERVATION "1,1,1340204,2020-01-01,,,201826,,\n2,1,4167217,2020-01-02,,,201826,,\n"}}, "observation/1 condition type_2_diabetes 1970-05-06/2020-01-01.. history\nobservation/2 family type_2_diabetes 2020-01-02..\n"},
    {"allergies", {{"observation.csv", OBSERVATION "1,1,0,2020-01-01,,,308,drug allergy,\n2,1,0,2020-01-02,,Zorbinol,0,drug allergy,\n"
                                                   "3,1,0,2020-01-03,,,0,penicillin allergy,\n4,1,0,2020-01-04,,rash,0,penicillin allergy,\n"
                                                   "5,1,0,2020-01-05,,,0,no known allergy,\n6,1,0,2020-01-06,,Peanut,0,allergy,\n"}},
     "observation/1 allergy lisinopril 2020-01-01..\nobservation/2 allergy drug_allergy 2020-01-02..\nobservation/3 allergy unconfirmed penicillin_allergy 2020-01-03..\n"
     "observation/4 allergy unconfirmed penicillin_allergy 2020-01-04..\nobservation/5 allergy denied allergy 2020-01-05..\nobservation/6 allergy peanut_allergy 2020-01-06..\n"},
    {"stays", {{"visit_occurrence.csv", "visit_occurrence_id,person_id,visit_concept_id,visit_start_date,visit_end_date\n1,1,9201,2020-01-01,2020-01-05\n"
                                        "2,1,32037,2020-01-02,2020-01-03\n3,1,262,2020-02-01,2020-02-02\n"}},
     "visit_occurrence/1 encounter hospitalization 2020-01-01..2020-01-05\nvisit_occurrence/2 encounter icu_admission 2020-01-02..2020-01-03\n"
     "visit_occurrence/3 encounter hospitalization 2020-02-01..2020-02-02\nvisit_occurrence/3 encounter emergency_visit 2020-02-01..2020-02-02\n"},
};

ParameterizedTestParameters(omop, shape)
{
    static size_t index[sizeof shapes / sizeof *shapes];

    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        index[i] = i;
    return cr_make_param_array(size_t, index, sizeof shapes / sizeof *shapes);
}

ParameterizedTest(size_t *i, omop, shape)
{
    const struct files *c = &shapes[*i];
    char out[4000], expected[1200];
    struct told told;

    make_folder();
    put("person.csv", ONE_PERSON);
    put("concept.csv", CONCEPTS);
    for (int k = 0; k < 2 && c->content[k][0][0]; k++)
        put(c->content[k][0], c->content[k][1]);
    told = read_all(folder, out, sizeof out);
    snprintf(expected, sizeof expected, "PERSON 1 male 1970-05-06\n%s", c->expected);
    cr_expect_str_eq(out, expected, "%s:\n%s", c->name, out);
    cr_expect_eq(told.count, 0, "%s: %s", c->name, told.first.message);
    drop_folder();
}

struct birth {
    char row[80], expected[60];
};

ParameterizedTestParameters(omop, birth)
{
    static struct birth cases[] = {
        {"1,8532,1980,3,4,1980-03-04 00:00:00,F\n", "PERSON 1 female 1980-03-04\n"},
        {"1,8532,1980,3,4,,F\n", "PERSON 1 female 1980-03-04\n"},
        {"1,8532,1980,3,,,F\n", "PERSON 1 female 1980-03\n"},
        {"1,0,1980,,,,M\n", "PERSON 1 male 1980\n"},
        {"1,0,1980,,,1980-01-01 00:00:00,\n", "PERSON 1 unknown 1980\n"}, /* the first of January fills up a year */
        {"1,8507,1980,,,1985-06-07,M\n", "PERSON 1 male \n"},             /* two births */
        {"1,8507,1980,3,4,,F\n", "PERSON 1 unknown 1980-03-04\n"},        /* two sexes */
        {"1.0,8507.0,1980.0,3.0,4.0,,M\n", "PERSON 1 male 1980-03-04\n"}, /* out of a data frame */
        {"1,8507,1980,2,31,,M\n", "PERSON 1 male 1980\n"},
    };

    return cr_make_param_array(struct birth, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct birth *c, omop, birth)
{
    char out[400], text[300];

    make_folder();
    snprintf(text, sizeof text, PERSON_HEAD "%s", c->row);
    put("PERSON.csv", text);
    read_all(folder, out, sizeof out);
    cr_expect_str_eq(out, c->expected, "%s: %s", c->row, out);
    drop_folder();
}

/* The same tables, written by another program. */
Test(omop, other_files)
{
    char out[600], path[200];
    gzFile z;

    make_folder();
    put("Person.TSV", "\xEF\xBB\xBFPERSON_ID\tGENDER_CONCEPT_ID\tYEAR_OF_BIRTH\tMONTH_OF_BIRTH\tDAY_OF_BIRTH\r\n2\t8532\t1990\t1\t2\r\n");
    snprintf(path, sizeof path, "%s/DEATH.csv.gz", folder);
    z = gzopen(path, "wb");
    gzputs(z, "\"person_id\",\"death_date\"\n\"2\",\"2020-02-02\"\n");
    gzclose(z);
    put("concept.csv", "concept_id\tconcept_name\tdomain_id\tvocabulary_id\tconcept_code\n5\t\"Pseudo\" name\tCondition\tSNOMED\t1\n"
                       "201826\t\"half a quote\tCondition\tSNOMED\t44054006\n");
    put("condition_occurrence.csv", "person_id,condition_occurrence_id,condition_concept_id,condition_start_date\n2,1,201826,20200101\n");
    put("._person.csv", "not a table");
    cr_expect_eq(read_all(folder, out, sizeof out).count, 0);
    cr_expect_str_eq(out, "PERSON 2 female 1990-01-02 died 2020-02-02\ncondition_occurrence/1 condition type_2_diabetes 2020-01-01..\n", "%s", out);
    drop_folder();
}

struct damage {
    char name[40], file[40], content[600], expected[500];
    size_t told, line, column;
};

ParameterizedTestParameters(omop, damage)
{
    static struct damage cases[] = {
        {"too few cells", "death.csv", "person_id,death_date\n1\n1,2020-01-01\n", "PERSON 1 male 1970-05-06 died 2020-01-01\n", 1, 2, 1},
        {"no date", "death.csv", "person_id,death_date\n1,2020-13-01\n", "PERSON 1 male 1970-05-06 died \n", 1, 2, 3},
        {"no person", "death.csv", "person_id,death_date\nx,2020-01-01\n", "PERSON 1 male 1970-05-06\n", 1, 2, 1},
        {"another person", "death.csv", "person_id,death_date\n5,2020-01-01\n", "PERSON 1 male 1970-05-06\nPERSON 5 unknown  absent died 2020-01-01\n", 1, 0, 0},
        {"a quote left open", "death.csv", "person_id,death_date,cause_source_value\n1,2020-01-01,\"x\n1,2020-01-01,y\n1,2020-01-01,\"z\"\n",
         "PERSON 1 male 1970-05-06 died 2020-01-01\n", 0, 0, 0},
        {"a quote left open, cells too few", "death.csv", "person_id,death_date,cause_source_value\n\"1,2020-01-01\n1,2020-01-02,y\n",
         "PERSON 1 male 1970-05-06 died 2020-01-02\n", 1, 2, 1},
        {"no number", "measurement.csv", MEASUREMENT "1,1,3004410,2021-01-01,,0,eight,,8554,,,,,\n",
         "PERSON 1 male 1970-05-06\nmeasurement/1 observation hba1c 2021-01-01..2021-01-01 text\n", 1, 2, 27},
        {"a column missing", "measurement.csv", "measurement_id,person_id\n1,1\n", "NOT OPENED", 0, 1, 1},
    };

    return cr_make_param_array(struct damage, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct damage *c, omop, damage)
{
    char out[1000];
    struct told told;

    make_folder();
    put("person.csv", ONE_PERSON);
    put("concept.csv", CONCEPTS);
    put(c->file, c->content);
    told = read_all(folder, out, sizeof out);
    cr_expect_str_eq(out, c->expected, "%s:\n%s", c->name, out);
    cr_expect_eq(told.count, c->told, "%s: %zu %s", c->name, told.count, told.first.message);
    cr_expect_eq(told.first.line, c->line, "%s: line %zu", c->name, told.first.line);
    cr_expect_eq(told.first.column, c->column, "%s: column %zu", c->name, told.first.column);
    drop_folder();
}

/* Persons in any order, their rows mixed; everyone gets what is theirs. */
Test(omop, many_persons)
{
    enum { PERSONS = 300,
           ROWS = 20 };
    char *text = malloc(1 << 20), out[200];
    size_t n = 0;
    eligo_error err = {0};
    struct told told = {0};
    reader *r;
    patient p;

    make_folder();
    n = (size_t)sprintf(text, PERSON_HEAD);
    for (int i = 0; i < PERSONS; i++)
        n += (size_t)sprintf(text + n, "%d,8507,%d,1,1,,M\n", (i * 7) % PERSONS + 1, 1900 + (i * 7) % PERSONS % 100);
    put("person.csv", text);
    n = (size_t)sprintf(text, MEASUREMENT);
    for (int k = 0; k < ROWS; k++)
        for (int i = 0; i < PERSONS; i++)
            n += (size_t)sprintf(text + n, "%d,%d,3004410,2021-01-01,,0,%d,,8554,,,,,\n", k * PERSONS + i, i + 1, i + 1);
    put("measurement.csv", text);
    r = reader_open(folder, lexicon_core(), tell, &told, &err);
    cr_assert(r, "%s", err.message);
    for (int i = 0; i < PERSONS; i++) {
        cr_assert_eq(reader_next(r, &p, &err), ELIGO_OK);
        snprintf(out, sizeof out, "%d", (i * 7) % PERSONS + 1);
        cr_expect_str_eq(p.id, out);
        cr_expect_eq(p.fact_count, ROWS);
        for (size_t k = 0; k < p.fact_count; k++)
            cr_expect_eq(p.facts[k].value.low, atof(p.id));
    }
    cr_expect_eq(reader_next(r, &p, &err), ELIGO_END);
    cr_expect_eq(told.count, 0);
    reader_close(r);
    free(text);
    drop_folder();
}

Test(omop, observation_periods)
{
    eligo_error err = {0};
    reader *r;
    patient p;

    make_folder();
    put("person.csv", ONE_PERSON);
    put("observation_period.csv", "observation_period_id,person_id,observation_period_start_date,observation_period_end_date\n1,1,2010-01-01,2010-12-31\n"
                                  "2,1,2015-01-01,2015-12-31\n");
    r = reader_open(folder, lexicon_core(), NULL, NULL, &err);
    cr_assert(r && reader_next(r, &p, &err) == ELIGO_OK);
    cr_expect_eq(p.observed_count, 2);
    cr_expect_eq(p.observed[1].first, day_of(2015, 1, 1));
    cr_expect_eq(p.observed[1].last, day_of(2015, 12, 31));
    reader_close(r);
    drop_folder();
}

/* ---- databases: the same tables give the same facts ---- */

/* SQL that makes the tables of the folder, all columns as `type`. */
static void as_sql(buffer *sql, const char *type)
{
    DIR *dir = opendir(folder);
    struct dirent *entry;

    while ((entry = readdir(dir))) {
        char path[400], name[100];
        table *t;
        table_row row;
        eligo_error err = {0};

        if (!strstr(entry->d_name, ".csv"))
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        snprintf(name, sizeof name, "%.*s", (int)(strlen(entry->d_name) - 4), entry->d_name);
        t = table_open(input_open(path, &err), &err);
        cr_assert(t, "%s", err.message);
        buffer_printf(sql, "CREATE TABLE %s (", name);
        for (size_t i = 0; i < table_header(t)->count; i++)
            buffer_printf(sql, "%s\"%.*s\" %s", i ? ", " : "", (int)table_header(t)->cells[i].size, table_header(t)->cells[i].text, type);
        buffer_puts(sql, ");\n");
        while (table_next(t, &row, &err) == ELIGO_OK) {
            buffer_printf(sql, "INSERT INTO %s VALUES (", name);
            for (size_t i = 0; i < row.count; i++)
                buffer_printf(sql, "%s%s%.*s%s", i ? ", " : "", row.cells[i].size ? "'" : "NULL", (int)row.cells[i].size, row.cells[i].text,
                              row.cells[i].size ? "'" : "");
            buffer_puts(sql, ");\n");
        }
        table_close(t);
    }
    closedir(dir);
}

static void put_shape(const struct files *c)
{
    make_folder();
    put("person.csv", ONE_PERSON);
    put("concept.csv", CONCEPTS);
    for (int k = 0; k < 2 && c->content[k][0][0]; k++)
        put(c->content[k][0], c->content[k][1]);
}

static void make_sqlite(const char *path, const char *sql)
{
    sqlite3 *db;
    char *message = NULL;

    cr_assert_eq(sqlite3_open(path, &db), SQLITE_OK);
    cr_assert_eq(sqlite3_exec(db, sql, NULL, NULL, &message), SQLITE_OK, "%s", message);
    sqlite3_close(db);
}

ParameterizedTestParameters(omop, sqlite)
{
    static size_t index[sizeof shapes / sizeof *shapes];

    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        index[i] = i;
    return cr_make_param_array(size_t, index, sizeof shapes / sizeof *shapes);
}

ParameterizedTest(size_t *i, omop, sqlite)
{
    char out[4000], again[4000], path[200];
    buffer sql;

    put_shape(&shapes[*i]);
    read_all(folder, out, sizeof out);
    buffer_init(&sql, 0);
    as_sql(&sql, "TEXT");
    snprintf(path, sizeof path, "%s/a file%%?.db", folder);
    make_sqlite(path, sql.data);
    cr_expect_eq(read_all(path, again, sizeof again).count, 0);
    cr_expect_str_eq(again, out, "%s: %s", shapes[*i].name, again);
    buffer_free(&sql);
    drop_folder();
}

struct hostile {
    char name[40], sql[600], expected[200], message[60];
};

ParameterizedTestParameters(omop, sqlite_file)
{
    static struct hostile cases[] = {
        {"numbers", "CREATE TABLE PERSON (PERSON_ID INTEGER, GENDER_CONCEPT_ID REAL, BIRTH_DATETIME REAL, YEAR_OF_BIRTH INTEGER);"
                    "INSERT INTO PERSON VALUES (2, 8532, 631152000, 1990), (10, 8507, -86400, NULL), (9, 8507, NULL, 1950);"
                    "CREATE TABLE death (person_id INTEGER, death_date DATE); INSERT INTO death VALUES (10, 1577836800), (2, 20200102);",
         "PERSON 2 female 1990 died 2020-01-02\nPERSON 9 male 1950\nPERSON 10 male 1969-12-31 died 2020-01-01\n", ""},
        {"no person", "CREATE TABLE x (y)", "NOT OPENED", "has no table person"},
        {"a view that never ends", "CREATE TABLE t (x); CREATE VIEW person AS WITH RECURSIVE r(person_id) AS (SELECT 1 UNION ALL SELECT "
                                   "person_id + 1 FROM r) SELECT person_id, 8507 AS gender_concept_id FROM r",
         "NOT OPENED", "has no table person"},
        {"names to be quoted", "CREATE TABLE person (person_id INTEGER, \"a\"\"b; DROP TABLE person\" TEXT); INSERT INTO person VALUES (1, '')",
         "PERSON 1 unknown \n", ""},
        {"no number", "CREATE TABLE person (person_id, gender_concept_id); INSERT INTO person VALUES ('x', 1), (NULL, 2), (3, 8507)",
         "PERSON 3 male \n", "is no person's number"},
        {"twice", "CREATE TABLE person (person_id, gender_concept_id); INSERT INTO person VALUES (3, 8532), (3, 8507)", "PERSON 3 female \n",
         "a second time"},
        {"a row without its person", "CREATE TABLE person (person_id); INSERT INTO person VALUES (3); CREATE TABLE death (person_id, death_date);"
                                     "INSERT INTO death VALUES (1, '2020-01-01')",
         "PERSON 1 unknown  absent died 2020-01-01\nPERSON 3 unknown \n", "not in the table person"},
    };

    return cr_make_param_array(struct hostile, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct hostile *c, omop, sqlite_file)
{
    char out[1000], path[200];
    struct told told;

    make_folder();
    snprintf(path, sizeof path, "%s/x.sqlite", folder);
    make_sqlite(path, c->sql);
    told = read_all(path, out, sizeof out);
    cr_expect_str_eq(out, c->expected, "%s: %s", c->name, out);
    cr_expect(c->message[0] ? strstr(told.first.message, c->message) != NULL : told.count == 0, "%s: %s", c->name, told.first.message);
    drop_folder();
}

/* Whatever the bytes are, reading ends, and says so. */
Test(omop, damaged_sqlite)
{
    char path[200], out[2000];
    buffer sql;
    size_t size;
    char *bytes;
    eligo_error err = {0};

    put_shape(&shapes[0]);
    buffer_init(&sql, 0);
    as_sql(&sql, "TEXT");
    snprintf(path, sizeof path, "%s/x.sqlite", folder);
    make_sqlite(path, sql.data);
    bytes = NULL;
    {
        FILE *f = fopen(path, "rb");

        bytes = malloc(1 << 20);
        size = fread(bytes, 1, 1 << 20, f);
        fclose(f);
    }
    for (size_t at = 16; at < size; at += size / 97) {
        FILE *f = fopen(path, "wb");
        char kept = bytes[at];
        reader *r;
        patient p;

        bytes[at] ^= 0x55;
        fwrite(bytes, 1, size, f);
        fclose(f);
        bytes[at] = kept;
        r = reader_open(path, lexicon_core(), NULL, NULL, &err);
        while (r && reader_next(r, &p, &err) == ELIGO_OK)
            continue;
        reader_close(r);
    }
    /* changes that are not in the file */
    put("x.sqlite-wal", "something");
    read_all(path, out, sizeof out);
    cr_expect_str_eq(out, "NOT OPENED");
    buffer_free(&sql);
    free(bytes);
    drop_folder();
}

/* What says something of patients and is not read is named. */
Test(omop, unread)
{
    static const char *const others[] = {"note.csv", "measurement_2.csv", "drug_exposure.csv.zip", "Observation_part3.csv", "drug_era.csv",
                                         "death_certificates.csv", "readme.txt", "drug_strength.csv"};
    char out[400], path[200];
    struct told told;

    make_folder();
    put("person.csv", ONE_PERSON);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        put(others[i], "x\n1\n");
    told = read_all(folder, out, sizeof out);
    cr_expect_str_eq(out, "PERSON 1 male 1970-05-06\n");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        cr_expect_eq(strstr(told.unread, others[i]) != NULL, i < 4 || i == 7, "%s: %s", others[i], told.unread);
    drop_folder();
    make_folder();
    snprintf(path, sizeof path, "%s/x.sqlite", folder);
    make_sqlite(path, "CREATE TABLE person (person_id, gender_concept_id, year_of_birth); INSERT INTO person VALUES (1, 8507, 1960);"
                      "CREATE TABLE NOTE (note_id); INSERT INTO note VALUES (1); CREATE TABLE episode (episode_id)");
    told = read_all(path, out, sizeof out);
    cr_expect_str_eq(told.unread, "the table note");
    drop_folder();
}

/* Told by tests/run, too. */
static void skip(const char *why)
{
    fprintf(stderr, "skipped: omop::postgres: %s\n", why);
    cr_skip_test("%s", why);
}

/* A server of our own on the loopback, as a user who is not root; where there is none to start, nothing is tested. */
Test(omop, postgres, .timeout = 120)
{
    static const char *const places[] = {"/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/libexec/postgresql*", "/usr/bin",
                                         "/usr/local/bin", "/opt/homebrew/bin"};
    char command[1200], connection[300], bin[200] = "", data[64] = "/tmp/eligo-pg-XXXXXX";
    const char *as = geteuid() == 0 ? "su postgres -s /bin/sh -c" : "sh -c";
    struct passwd *who = getpwnam("postgres");
    PGconn *link = NULL;
    int port = 20000 + (int)(getpid() % 20000);
    FILE *f;

    for (size_t i = 0; i < sizeof places / sizeof *places && !bin[0]; i++) {
        snprintf(command, sizeof command, "ls -d %s/initdb 2>/dev/null | tail -1", places[i]);
        f = popen(command, "r");
        if (f && fgets(bin, sizeof bin, f))
            bin[strlen(bin) - strlen("/initdb\n")] = 0;
        if (f)
            pclose(f);
    }
    if (!bin[0] || (geteuid() == 0 && !who))
        skip("no PostgreSQL server is installed, or nobody to run it");
    cr_assert(mkdtemp(data));
    if (geteuid() == 0)
        cr_assert_eq(chown(data, who->pw_uid, who->pw_gid), 0);
    snprintf(command, sizeof command,
             "%s '%s/initdb -D %s/d -A trust -U eligo --no-sync >/dev/null 2>&1 && %s/pg_ctl -w -D %s/d -l %s/log "
             "-o \"-p %d -h 127.0.0.1 -k %s -F\" start >/dev/null 2>&1'",
             as, bin, data, bin, data, data, port, data);
    if (system(command) != 0) {
        snprintf(command, sizeof command, "rm -rf %s", data);
        cr_expect_eq(system(command), 0);
        skip("no PostgreSQL server could be started");
    }
    snprintf(connection, sizeof connection, "postgresql://eligo@127.0.0.1:%d/postgres", port);
    link = PQconnectdb(connection);
    cr_expect_eq(PQstatus(link), CONNECTION_OK);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes && PQstatus(link) == CONNECTION_OK; i++) {
        char out[4000], again[4000];
        buffer sql;
        PGresult *r;

        put_shape(&shapes[i]);
        read_all(folder, out, sizeof out);
        buffer_init(&sql, 0);
        buffer_printf(&sql, "CREATE SCHEMA s%zu; SET search_path TO s%zu;\n", i, i);
        as_sql(&sql, "text");
        r = PQexec(link, sql.data);
        cr_expect_eq(PQresultStatus(r), PGRES_COMMAND_OK, "%s", PQerrorMessage(link));
        PQclear(r);
        buffer_free(&sql);
        /* the only schema with persons is found, one of several has to be named */
        if (i)
            snprintf(connection, sizeof connection, "postgresql://eligo@127.0.0.1:%d/postgres?options=-csearch_path%%3Ds%zu", port, i);
        cr_expect_eq(read_all(connection, again, sizeof again).count, 0);
        cr_expect_str_eq(again, out, "%s: %s", shapes[i].name, again);
        drop_folder();
    }
    snprintf(connection, sizeof connection, "host=127.0.0.1 port=%d user=eligo dbname=postgres", port);
    {
        char out[400];

        cr_expect(strstr(read_all(connection, out, sizeof out).first.message, "several schemas"));
    }
    PQclear(PQexec(link, "CREATE TABLE s1.note (note_id int); INSERT INTO s1.note VALUES (1); CREATE TABLE s1.episode (episode_id int)"));
    snprintf(connection, sizeof connection, "postgresql://eligo@127.0.0.1:%d/postgres?options=-csearch_path%%3Ds1", port);
    {
        char out[4000];

        cr_expect_str_eq(read_all(connection, out, sizeof out).unread, "the table note");
    }
    PQfinish(link);
    snprintf(command, sizeof command, "%s '%s/pg_ctl -w -m immediate -D %s/d stop >/dev/null 2>&1'; rm -rf %s", as, bin, data, data);
    cr_expect_eq(system(command), 0);
}
