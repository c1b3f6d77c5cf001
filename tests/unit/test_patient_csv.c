/* Spreadsheets with one row a patient, as people export them, and the facts that come of them. */
#include "patients/reader.h"
#include "patients/repeats.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct told {
    size_t errors, notes;
    eligo_error first;
};

static void tell(const eligo_error *e, void *context)
{
    struct told *t = context;

    if (!t->errors && !t->notes)
        t->first = *e;
    *(e->code == ELIGO_OK ? &t->notes : &t->errors) += 1;
}

static void line(const fact *f, char *out, size_t room)
{
    static const char *const kinds[] = {"observation", "condition", "medication", "procedure", "immunization",
                                        "device", "allergy", "encounter", "consent", "family"};
    static const char *const certainties[] = {"", " suspected", " unconfirmed", " denied"};
    const fact_value *v = &f->value;
    char from[32], to[32];
    size_t n = 0;

#define ADD(...) n += (size_t)snprintf(out + n, n < room ? room - n : 0, __VA_ARGS__)
    ADD("%s%s %s %s..%s%s%s", kinds[f->kind], certainties[f->certainty], f->concept ? f->concept->id : "-", date_text(f->start, from),
        date_text(f->end, to), f->history ? " history" : "", f->order ? " order" : "");
    if (v->kind == VALUE_NUMBER)
        ADD(" %c%g,%g%c %s%s", v->low_inclusive ? '[' : '(', v->low, v->high, v->high_inclusive ? ']' : ')', v->ucum ? v->ucum : "-",
            !v->ucum && v->unit_text ? "?" : "");
    else if (v->kind == VALUE_CODED)
        ADD(" sign %d", v->sign);
    else if (v->kind == VALUE_TEXT)
        ADD(" text");
#undef ADD
}

static char file[64];

static void put(const char *text)
{
    int fd;

    strcpy(file, "/tmp/eligo-csv-XXXXXX");
    fd = mkstemp(file);
    cr_assert(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text) && close(fd) == 0);
}

static struct told read_all(const reader_options *options, char *out, size_t room)
{
    struct told told = {0};
    eligo_error err = {0};
    reader *r = reader_open_with(file, lexicon_core(), options, tell, &told, &err);
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
        static const char *const sexes[] = {"-", "female", "male", "other"};
        char text[32], one[400];

        n += (size_t)snprintf(out + n, n < room ? room - n : 0, "%s %s %s%s\n", p.id, sexes[p.sex], date_text(p.birth, text), p.deceased ? " died" : p.incomplete ? " more"
                                                                                                                                                                  : "");
        for (size_t i = 0; i < p.fact_count; i++) {
            line(&p.facts[i], one, sizeof one);
            n += (size_t)snprintf(out + n, n < room ? room - n : 0, "  %s\n", one);
        }
    }
    cr_expect_eq(code, ELIGO_END, "%s", err.message);
    cr_expect_eq(reader_refused(r), told.errors);
    reader_close(r);
    return told;
}

struct sheet {
    char name[40], text[500], expected[700];
    size_t notes, errors;
};

ParameterizedTestParameters(patient_csv, sheet)
{
    static struct sheet cases[] = {
        {"the common columns",
         "patient_id,date,date of birth,sex,weight_kg,BMI,hba1c_percent,PaO2 (mmHg),creatinine mg/dL\n"
         "p1,2021-03-04,1960-01-02,F,70,24.5,7.1,80,1.1\n",
         "p1 female 1960-01-02\n  observation weight 2021-03-04..2021-03-04 [70,70] kg\n  observation bmi 2021-03-04..2021-03-04 [24.5,24.5] -\n"
         "  observation hba1c 2021-03-04..2021-03-04 [7.1,7.1] %\n  observation pao2 2021-03-04..2021-03-04 [80,80] mm[Hg]\n"
         "  observation creatinine 2021-03-04..2021-03-04 [1.1,1.1] mg/dL\n",
         0, 0},
        {"yes, no, nothing, since when",
         "id,diabetes\na,yes\nb,no\nc,\nd,unknown\ne,2019-05-01\nf,1\ng,0\nh,suspected\ni,n/a\nj,former\nk,perhaps not\nl,type 2\n",
         "a - \n  condition diabetes_mellitus ..\nb - \n  condition denied diabetes_mellitus ..\nc - \nd - \n"
         "  condition unconfirmed diabetes_mellitus ..\n"
         "e - \n  condition diabetes_mellitus 2019-05-01..\nf - \n  condition diabetes_mellitus ..\ng - \n  condition denied diabetes_mellitus ..\n"
         "h - \n  condition suspected diabetes_mellitus ..\ni - \n  condition unconfirmed diabetes_mellitus ..\nj - \n  condition diabetes_mellitus .. history\n"
         "k - \n  condition unconfirmed diabetes_mellitus ..\nl - \n  condition type_2_diabetes ..\n",
         1, 0},
        {"of the day of the row", "id,date,birth date,on warfarin,pregnant\na,2021-03-04,1990-01-01,yes,no\n",
         "a - 1990-01-01\n  medication warfarin 1990-01-01/2021-03-04.. order\n  condition denied pregnancy 2021-03-04..\n", 0, 0},
        {"semicolons and decimal commas", "\xEF\xBB\xBFID;HbA1c (%);Creatinine (\xC2\xB5mol/L)\r\n1;7,1;1.250\r\n2;\"6,5\";88,5\r\n3;<5,5;90\r\n",
         "1 - \n  observation hba1c .. [7.1,7.1] %\n  observation creatinine .. text\n2 - \n  observation hba1c .. [6.5,6.5] %\n"
         "  observation creatinine .. [88.5,88.5] umol/L\n3 - \n  observation hba1c .. (-inf,5.5) %\n  observation creatinine .. [90,90] umol/L\n",
         1, 0},
        {"thousands", "id,creatinine (umol/L)\n1,\"1,250\"\n", "1 - \n  observation creatinine .. [1250,1250] umol/L\n", 0, 0},
        {"neither can be told", "id;creatinine (umol/L)\n1;1,250\n", "1 - \n  observation creatinine .. text\n", 1, 0},
        {"a unit in the cell", "id\tcreatinine (mg/dL)\n1\t88 umol/L\n2\t>= 2\n", "1 - \n  observation creatinine .. [88,88] umol/L\n"
                                                                                  "2 - \n  observation creatinine .. [2,inf) mg/dL\n",
         0, 0},
        {"Latin-1", "id;creatinine (\xB5mol/L)\n1;88\n", "1 - \n  observation creatinine .. [88,88] umol/L\n", 0, 0},
        {"days first", "id,date of birth\n1,03/04/1970\n2,25/12/1980\n", "1 - 1970-04-03\n2 - 1980-12-25\n", 0, 0},
        {"months first", "id,date of birth\n1,03/04/1970\n2,12/25/1980\n", "1 - 1970-03-04\n2 - 1980-12-25\n", 0, 0},
        {"one or the other", "id,date of birth\n1,03/04/1970\n2,05/05/1980\n", "1 - 1970-03-04/1970-04-03\n2 - 1980-05-05\n", 0, 0},
        {"other dates", "id;DOB\n1;04.03.1970\n2;12-Mar-1970\n3;25569\n4;1970\n5;March 1970\n6;1970/03/04\n7;31.02.1970\n8;Mar 5, 1970\n",
         "1 - 1970-03-04\n2 - 1970-03-12\n3 - 1970-01-01\n4 - 1970\n5 - 1970-03\n6 - 1970-03-04\n7 - \n8 - 1970-03-05\n", 1, 0},
        {"codes in one cell", "id,Diagnosis codes\n1,E11.9; I10 | Z99.99\n2,\"E11.9, I10\"\n",
         "1 - \n  condition type_2_diabetes ..\n  condition essential_hypertension ..\n  condition - ..\n2 - \n  condition type_2_diabetes ..\n  condition essential_hypertension ..\n", 0, 0},
        {"names in one cell", "id,diagnoses,medications\n1,type 2 diabetes; family history of asthma,warfarin 5 mg; metformin\n",
         "1 - \n  condition type_2_diabetes ..\n  family asthma ..\n  medication warfarin .. order\n  medication metformin .. order\n", 0, 0},
        {"a status", "id,HIV status,smoking status\n1,positive,never\n2,negative,current\n",
         "1 - \n  observation hiv_test .. sign 1\n  observation never_smoker .. sign 1\n2 - \n  observation hiv_test .. sign -1\n  observation current_smoker .. sign 1\n", 0, 0},
        {"the age", "id,age,gender\n1,45,male\n2,?,x\n", "1 male \n  observation age .. [45,45] a\n2 - \n", 1, 0},
        {"the date of a value", "id,hba1c (%),hba1c date,date of myocardial infarction\n1,7,2020-01-01,2019-02-03\n",
         "1 - \n  condition myocardial_infarction 2019-02-03..\n  observation hba1c 2020-01-01..2020-01-01 [7,7] %\n", 0, 0},
        {"columns that are not known", "id,sex,blorb,weight loss\n1,f,2,3\n", "1 female \n", 2, 0},
        {"rows of one patient", "id,sex,HbA1c (%)\n1,f,7\n2,m,8\n1,f,9\n 1 ,f,6\n,m,5\n,f,5\n",
         "1 female  more\n  observation hba1c .. [7,7] %\n2 male \n  observation hba1c .. [8,8] %\nrow 6 male \n  observation hba1c .. [5,5] %\n"
         "row 7 female \n  observation hba1c .. [5,5] %\n",
         0, 2},
        {"two births", "id,DOB,date of birth\n1,1970-01-01,1970-01-02\n", "1 - \n", 2, 0},
        {"damage", "id,sex\n1,f,x\n2,m\n2,m\n3\n", "2 male  more\n", 0, 3},
        {"blank rows and columns", ";;\nid;sex;;\n;;;\n1;m;;\n", "1 male \n", 0, 0},
        {"no id", "sex\tage\nf\t\n", "row 2 female \n", 0, 0},
        {"a history", "id,history of stroke,prior DVT\n1,yes,no\n", "1 - \n  condition stroke .. history\n  condition denied deep_vein_thrombosis .. history\n", 0, 0},
        {"a title of one cell", "Screening list of 2021;;\n\nID;HbA1c (%);sex\n1;7,1;f\n", "1 female \n  observation hba1c .. [7.1,7.1] %\n", 0, 0},
        {"one column is no title", "ID\n1\n2\n", "1 - \n2 - \n", 0, 0},
        {"none at all", "id,medications,allergies,diagnoses\n1,none,NKDA,none\n2,,,\n",
         "1 - \n  medication denied any_medication .. order\n  allergy denied drug_allergy ..\n  condition denied disease ..\n2 - \n", 0, 0},
        {"a former smoker", "id,smoking status\n1,former\n", "1 - \n  observation former_smoker .. sign 1\n", 0, 0},
        {"a day as a value", "id,due date,LMP\n1,01.06.2021,25.08.2020\n",
         "1 - \n  observation expected_delivery_date .. text\n  observation last_menstrual_period .. text\n", 0, 0},
        {"prose", "This is a letter, not a table.\nIt goes on.\n", "NOT OPENED", 0, 0},
    };

    return cr_make_param_array(struct sheet, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct sheet *c, patient_csv, sheet)
{
    char out[3000];
    struct told told;

    put(c->text);
    told = read_all(NULL, out, sizeof out);
    cr_expect_str_eq(out, c->expected, "%s:\n%s", c->name, out);
    cr_expect_eq(told.errors, c->errors, "%s: %zu errors, %s", c->name, told.errors, told.first.message);
    cr_expect_eq(told.notes, c->notes, "%s: %zu notes, %s", c->name, told.notes, told.first.message);
    unlink(file);
}

struct mapping {
    char text[200], expected[300], message[80];
};

ParameterizedTestParameters(patient_csv, mapping)
{
    static struct mapping cases[] = {
        {"column,meaning,unit\nK,patient_id,\nX1,hba1c,%\nX2,ignore,\n", "7 - \n  observation hba1c .. [8,8] %\n", ""},
        {"column,meaning\nK,patient_id\nX1,diabetes_mellitus\n", "7 - \n  condition unconfirmed diabetes_mellitus ..\n", ""},
        {"column,meaning\nnone,patient_id\n", "NOT OPENED", "no such column"},
        {"column,meaning\nK,blorb\n", "NOT OPENED", "neither a concept"},
        {"column,meaning,unit\nX1,hba1c,kg\n", "NOT OPENED", "unit"},
    };

    return cr_make_param_array(struct mapping, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct mapping *c, patient_csv, mapping)
{
    char out[600], columns[64];
    struct told told;

    put(c->text);
    strcpy(columns, file);
    put("K,X1,X2\n7,8,9\n");
    told = read_all(&(reader_options){.columns = columns}, out, sizeof out);
    cr_expect_str_eq(out, c->expected, "%s: %s", c->text, out);
    cr_expect(!c->message[0] || strstr(told.first.message, c->message), "%s: %s", c->text, told.first.message);
    unlink(file);
    unlink(columns);
}

/* So many names that the filter is wrong about some: none of that is seen. */
Test(patient_csv, repeats)
{
    enum { NAMES = 2000000,
           EVERY = 1000 };
    repeats *r = repeats_new();
    char name[32];
    size_t first = 0, later = 0;

    cr_assert(r);
    for (int times = 0; times < 2; times++)
        for (size_t i = 0, place = 0; i < NAMES; i++) {
            for (size_t k = 0; k <= (i % EVERY == 0); k++, place++) {
                size_t n = (size_t)snprintf(name, sizeof name, "p%zu", i);
                repeat as = REPEAT_NOT;

                if (!times)
                    cr_assert(repeats_note(r, name, n, place));
                else
                    as = repeats_ask(r, name, n, place);
                first += as == REPEAT_FIRST;
                later += as == REPEAT_LATER;
            }
        }
    cr_expect_eq(first, NAMES / EVERY);
    cr_expect_eq(later, NAMES / EVERY);
    repeats_delete(r);
}
