/* Criterion, record, verdict: from the words of a text to the verdict on a FHIR record. The cases are
 * tests/corpus/NAME.test, three lines each:
 *
 *     + Potassium > 5 mmol/L                           "+" inclusion, "-" exclusion
 *     obs potassium = 5.1 mmol/L @ 2021-02-01; female
 *     pass                                             or fail, or unknown and its reason
 *
 * A blank line ends a case, "#" begins a remark. Index date: 2021-03-01 unless `as-of DATE`. Of the
 * patient: `born DATE`, `male`, `female`; of the run: `closed CATEGORIES`, `ranges`, `attest pass`.
 * Records, with `@ DATE` or `@ FROM..TO` and then words for what FHIR calls status:
 *
 *     obs NAME =|<|<=|>|>= NUMBER UNIT (LOW-HIGH)      LOW-HIGH: the reference range
 *     obs NAME = "WORDS"                               a result in words
 *     condition NAME      active, resolved, refuted, provisional, severe, mild, history
 *     order NAME          active, stopped, completed, plan;  given, statement NAME likewise
 *     procedure NAME      completed, not-done;  planned NAME
 *     allergy NAME        refuted;  vaccine, visit, consent, family NAME
 *     json {...}          a FHIR resource as it is (without ";"); id, subject and patient are added
 * NAME, and words of a result, may begin with a code: [icd10cm E11.40], with or without words behind it. */
#include "engine/base/json.h"
#include "engine/screen.h"
#include "grammar/compile.h"
#include "patients/fhir.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <ctype.h>
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct corpus_case {
    char file[48];
    int line;
    char criterion[400], facts[2400], expected[48];
};

/* ---- a record in short -> FHIR ---- */

typedef struct out {
    char text[32768];
    size_t size;
} out;

static void put(out *o, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put(out *o, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    o->size += (size_t)vsnprintf(o->text + o->size, sizeof o->text - o->size, format, args);
    va_end(args);
    cr_assert(o->size < sizeof o->text - JSON_PADDING);
}

typedef struct entry {
    char kind[16], name[120], value[120], from[40], to[40], words[120];
    char comparator[4];
} entry;

static void trim(char *s)
{
    size_t n;

    memmove(s, s + strspn(s, " "), strlen(s + strspn(s, " ")) + 1);
    for (n = strlen(s); n && s[n - 1] == ' '; n--)
        s[n - 1] = 0;
}

static entry split_entry(const char *text)
{
    static const char *const signs[] = {" <= ", " >= ", " = ", " < ", " > "};
    entry e;
    char rest[300], *at;

    memset(&e, 0, sizeof e);
    snprintf(rest, sizeof rest, "%s", text);
    at = strstr(rest, " @ ");
    if (at) {
        char *dots, *blank;

        *at = 0;
        at += 3;
        blank = strchr(at, ' ');
        if (blank) {
            *blank = 0;
            snprintf(e.words, sizeof e.words, " %s ", blank + 1);
        }
        dots = strstr(at, "..");
        if (dots) {
            *dots = 0;
            snprintf(e.to, sizeof e.to, "%s", dots + 2);
        }
        snprintf(e.from, sizeof e.from, "%s", at);
    }
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if ((at = strstr(rest, signs[i])) != NULL) {
            *at = 0;
            snprintf(e.value, sizeof e.value, "%s", at + strlen(signs[i]));
            snprintf(e.comparator, sizeof e.comparator, "%.*s", (int)strlen(signs[i]) - 2, signs[i] + 1);
            break;
        }
    at = strchr(rest, ' ');
    snprintf(e.kind, sizeof e.kind, "%.*s", (int)(at ? at - rest : (long)strlen(rest)), rest);
    if (at)
        snprintf(e.name, sizeof e.name, "%s", at + 1);
    trim(e.name);
    trim(e.value);
    return e;
}

static bool word(const entry *e, const char *w)
{
    char padded[40];

    snprintf(padded, sizeof padded, " %s ", w);
    return strstr(e->words, padded) != NULL;
}

static const char *status_of(const entry *e, const char *const *known, const char *otherwise)
{
    for (; *known; known++)
        if (word(e, *known))
            return *known;
    return otherwise;
}

/* A CodeableConcept: "words", or "[system code] words". */
static void put_code(out *o, const char *key, const char *name)
{
    static const char *const uris[][2] = {{"icd10cm", "http://hl7.org/fhir/sid/icd-10-cm"},
                                          {"snomed", "http://snomed.info/sct"},
                                          {"loinc", "http://loinc.org"},
                                          {"rxnorm", "http://www.nlm.nih.gov/research/umls/rxnorm"},
                                          {"atc", "http://www.whocc.no/atc"}};
    char system[16], code[32];
    int used = 0;

    if (sscanf(name, "[%15s %31[^]]]%n", system, code, &used) != 2 || !used) {
        put(o, ",\"%s\":{\"text\":\"%s\"}", key, name);
        return;
    }
    name += used + strspn(name + used, " ");
    for (size_t i = 0; i < sizeof uris / sizeof *uris; i++)
        if (strcmp(system, uris[i][0]) == 0) {
            put(o, ",\"%s\":{\"coding\":[{\"system\":\"%s\",\"code\":\"%s\"}]", key, uris[i][1], code);
            if (*name)
                put(o, ",\"text\":\"%s\"", name);
            put(o, "}");
            return;
        }
    cr_assert(false, "no code system is called %s", system);
}

static void put_when(out *o, const entry *e, const char *one, const char *both)
{
    if (*e->to)
        put(o, ",\"%s\":{\"start\":\"%s\",\"end\":\"%s\"}", both, e->from, e->to);
    else if (*e->from)
        put(o, ",\"%s\":\"%s\"", one, e->from);
}

static void put_value(out *o, const entry *e)
{
    char unit[60] = "";
    double number, low, high;
    char *end;
    const char *range = strchr(e->value, '(');

    if (*e->value == '"') {
        char words[120];

        snprintf(words, sizeof words, "%.*s", (int)strlen(e->value) - 2, e->value + 1);
        put_code(o, "valueCodeableConcept", words);
        return;
    }
    if (!*e->value)
        return;
    number = strtod(e->value, &end);
    snprintf(unit, sizeof unit, "%.*s", (int)(range ? range - end : (long)strlen(end)), end);
    trim(unit);
    put(o, ",\"valueQuantity\":{\"value\":%.10g", number);
    if (*e->comparator != '=')
        put(o, ",\"comparator\":\"%s\"", e->comparator);
    if (*unit)
        put(o, ",\"unit\":\"%s\"", unit);
    put(o, "}");
    if (range && sscanf(range, "(%lf-%lf)", &low, &high) == 2)
        put(o, ",\"referenceRange\":[{\"low\":{\"value\":%g,\"unit\":\"%s\"},\"high\":{\"value\":%g,\"unit\":\"%s\"}}]", low, unit, high, unit);
}

static void put_resource(out *o, const entry *e, int n)
{
    static const char *const orders[] = {"active", "stopped", "completed", "on-hold", "cancelled", NULL};
    static const char *const clinical[] = {"active", "resolved", "inactive", "remission", "recurrence", NULL};
    static const char *const verification[] = {"refuted", "provisional", "differential", "entered-in-error", NULL};
    static const char *const done[] = {"completed", "not-done", "in-progress", "entered-in-error", "preliminary", NULL};
    const char *k = e->kind, *status;

#define RESOURCE(type) put(o, ",{\"resource\":{\"resourceType\":\"" type "\",\"id\":\"r%d\",\"subject\":{\"reference\":\"Patient/p\"},\"patient\":{\"reference\":\"Patient/p\"}", n)
    if (strcmp(k, "obs") == 0) {
        RESOURCE("Observation");
        put(o, ",\"status\":\"%s\"", word(e, "preliminary") ? "preliminary" : word(e, "entered-in-error") ? "entered-in-error"
                                                                                                          : "final");
        put_code(o, "code", e->name);
        put_when(o, e, "effectiveDateTime", "effectivePeriod");
        put_value(o, e);
    } else if (strcmp(k, "condition") == 0) {
        RESOURCE("Condition");
        if ((status = status_of(e, clinical, NULL)) != NULL)
            put(o, ",\"clinicalStatus\":{\"coding\":[{\"code\":\"%s\"}]}", status);
        put(o, ",\"verificationStatus\":{\"coding\":[{\"code\":\"%s\"}]}", status_of(e, verification, "confirmed"));
        put_code(o, "code", e->name);
        if (word(e, "severe") || word(e, "mild"))
            put_code(o, "severity", word(e, "severe") ? "Severe" : "Mild");
        if (*e->from)
            put(o, ",\"onsetDateTime\":\"%s\"", e->from);
        if (*e->to)
            put(o, ",\"abatementDateTime\":\"%s\"", e->to);
    } else if (strcmp(k, "order") == 0) {
        RESOURCE("MedicationRequest");
        put(o, ",\"status\":\"%s\",\"intent\":\"%s\"", status_of(e, orders, "active"), word(e, "plan") ? "plan" : "order");
        put_code(o, "medicationCodeableConcept", e->name);
        if (*e->from)
            put(o, ",\"authoredOn\":\"%s\"", e->from);
        if (*e->to)
            put(o, ",\"dosageInstruction\":[{\"timing\":{\"repeat\":{\"boundsPeriod\":{\"start\":\"%s\",\"end\":\"%s\"}}}}]", e->from, e->to);
    } else if (strcmp(k, "statement") == 0) {
        RESOURCE("MedicationStatement");
        put(o, ",\"status\":\"%s\"", word(e, "not-taken") ? "not-taken" : word(e, "intended") ? "intended"
                                                                                              : status_of(e, orders, "active"));
        put_code(o, "medicationCodeableConcept", e->name);
        put_when(o, e, "effectiveDateTime", "effectivePeriod");
    } else if (strcmp(k, "given") == 0) {
        RESOURCE("MedicationAdministration");
        put(o, ",\"status\":\"%s\"", status_of(e, done, "completed"));
        put_code(o, "medicationCodeableConcept", e->name);
        put_when(o, e, "effectiveDateTime", "effectivePeriod");
    } else if (strcmp(k, "procedure") == 0) {
        RESOURCE("Procedure");
        put(o, ",\"status\":\"%s\"", status_of(e, done, "completed"));
        put_code(o, "code", e->name);
        put_when(o, e, "performedDateTime", "performedPeriod");
    } else if (strcmp(k, "planned") == 0) {
        RESOURCE("Procedure");
        put(o, ",\"status\":\"preparation\"");
        put_code(o, "code", e->name);
    } else if (strcmp(k, "allergy") == 0) {
        RESOURCE("AllergyIntolerance");
        put(o, ",\"clinicalStatus\":{\"coding\":[{\"code\":\"active\"}]},\"verificationStatus\":{\"coding\":[{\"code\":\"%s\"}]}", status_of(e, verification, "confirmed"));
        put_code(o, "code", e->name);
        if (*e->from)
            put(o, ",\"onsetDateTime\":\"%s\"", e->from);
    } else if (strcmp(k, "vaccine") == 0) {
        RESOURCE("Immunization");
        put(o, ",\"status\":\"%s\"", status_of(e, done, "completed"));
        put_code(o, "vaccineCode", e->name);
        put(o, ",\"occurrenceDateTime\":\"%s\"", e->from);
    } else if (strcmp(k, "visit") == 0) {
        RESOURCE("Encounter");
        put(o, ",\"status\":\"%s\",\"class\":{\"code\":\"%s\"}", *e->to ? "finished" : "in-progress", e->name);
        put(o, ",\"period\":{\"start\":\"%s\"", e->from);
        if (*e->to)
            put(o, ",\"end\":\"%s\"", e->to);
        put(o, "}");
    } else if (strcmp(k, "family") == 0) {
        RESOURCE("FamilyMemberHistory");
        put(o, ",\"status\":\"completed\",\"relationship\":{\"text\":\"mother\"},\"condition\":[{\"code\":{\"text\":\"%s\"}}]", e->name);
    } else {
        cr_assert(false, "no such record: %s", k);
    }
    put(o, "}}");
#undef RESOURCE
}

/* ---- one case ---- */

typedef struct run {
    out bundle;
    eval_policy policy;
    eval_attest attested;
} run;

static void set_up(run *r, const char *facts)
{
    char text[2400], *save = NULL;
    out about = {.size = 0}, records = {.size = 0};
    int n = 0;
    date d;

    snprintf(text, sizeof text, "%s", facts);
    r->policy.as_of = day_of(2021, 3, 1);
    for (char *piece = strtok_r(text, ";", &save); piece; piece = strtok_r(NULL, ";", &save)) {
        entry e;

        trim(piece);
        if (strcmp(piece, "none") == 0)
            continue;
        if (strncmp(piece, "json ", 5) == 0) { /* as it is; whom it is about comes with it */
            put(&records, ",{\"resource\":{\"id\":\"r%d\",\"subject\":{\"reference\":\"Patient/p\"},\"patient\":{\"reference\":\"Patient/p\"},%s}", n++, piece + 6);
            continue;
        }
        e = split_entry(piece);
        if (strcmp(e.kind, "born") == 0) {
            put(&about, ",\"birthDate\":\"%s\"", e.name);
        } else if (strcmp(e.kind, "died") == 0) {
            put(&about, ",\"deceasedDateTime\":\"%s\"", e.name);
        } else if (strcmp(e.kind, "male") == 0 || strcmp(e.kind, "female") == 0) {
            put(&about, ",\"gender\":\"%s\"", e.kind);
        } else if (strcmp(e.kind, "as-of") == 0) {
            cr_assert(date_parse(e.name, strlen(e.name), &d), "%s", e.name);
            r->policy.as_of = d.first;
        } else if (strcmp(e.kind, "closed") == 0) {
            char *next = NULL;

            for (char *c = strtok_r(e.name, ", ", &next); c; c = strtok_r(NULL, ", ", &next)) {
                cr_assert(category_find(c, strlen(c)) != CATEGORY_NONE, "%s", c);
                r->policy.closed_world[category_find(c, strlen(c))] = true;
            }
        } else if (strcmp(e.kind, "ranges") == 0) {
            r->policy.default_ranges = true;
        } else if (strcmp(e.kind, "attest") == 0) {
            r->attested = (eval_attest){"X", strcmp(e.name, "pass") == 0};
            r->policy.attested = &r->attested;
            r->policy.attested_count = 1;
        } else {
            put_resource(&records, &e, n++);
        }
    }
    put(&r->bundle, "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\"%s}}%s]}", about.text, records.text);
}

static void check(const struct corpus_case *c)
{
    static run zero;
    run *r = malloc(sizeof *r);
    arena *a = arena_new((size_t)1 << 26);
    json_reader *json = json_reader_new();
    json_doc doc;
    fhir_words *words = fhir_words_new();
    fhir_set set = {.arena = a, .words = words};
    patient p;
    eligo_error err = {0};
    criterion_kind kind = *c->criterion == '-' ? CRITERION_EXCLUSION : CRITERION_INCLUSION;
    const char *text = c->criterion + 2;
    const rule *parsed;
    const eval_node *n;
    size_t count;
    char got[64];
    int index = -1;

    *r = zero;
    set_up(r, c->facts);
    json_reader_filter(json, &words->everything);
    cr_assert(json_parse(json, r->bundle.text, r->bundle.size, "case", &doc, &err), "%s:%d: %s", c->file, c->line, err.message);
    cr_assert(fhir_set_read(&set, a, &doc));
    for (size_t i = 0; i < set.count; i++)
        if (set.list[i].kind == TYPE_Patient)
            index = (int)i;
    patient_begin(&p, a, lexicon_core(), "p");
    fhir_patient(&set, index, &p);
    patient_settle(&p);
    parsed = rule_settle(a, compile_criterion(text, strlen(text), kind, lexicon_core(), a), "X", (eligo_span){0, strlen(text)});
    n = eval_rule(eval_record_new(&p, &r->policy, a), parsed, kind, &count);
    cr_assert(n && count && !arena_failed(a));
    snprintf(got, sizeof got, "%s%s%s", verdict_name(n->verdict), n->reason ? " " : "", reason_name(n->reason));
    cr_expect(strncmp(got, c->expected, strlen(c->expected)) == 0, "%s:%d: %s, not %s (%s)\n    %s\n    %s", c->file, c->line, got, c->expected, n->message, c->criterion, c->facts);
    json_reader_delete(json);
    fhir_words_delete(words);
    arena_delete(a);
    free(r);
}

/* ---- the files ---- */

enum { CASES = 2000 };

static size_t read_file(const char *folder, const char *name, struct corpus_case *list, size_t count)
{
    char path[300], line[2600];
    struct corpus_case *c = &list[count];
    int number = 0, part = 0;
    FILE *f;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    f = fopen(path, "r");
    cr_assert(f, "%s", path);
    while (fgets(line, sizeof line, f)) {
        number++;
        line[strcspn(line, "\n")] = 0;
        if (*line == '#')
            continue;
        if (!*line) {
            cr_assert(part == 0 || part == 3, "%s:%d: three lines make a case", name, number);
            part = 0;
            continue;
        }
        cr_assert(count < CASES && part < 3, "%s:%d", name, number);
        if (part == 0) {
            c = &list[count];
            memset(c, 0, sizeof *c);
            snprintf(c->file, sizeof c->file, "%s", name);
            c->line = number;
        }
        cr_assert(strlen(line) < (part == 0 ? sizeof c->criterion : part == 1 ? sizeof c->facts
                                                                              : sizeof c->expected),
                  "%s:%d: too long", name, number);
        strcpy(part == 0 ? c->criterion : part == 1 ? c->facts
                                                    : c->expected,
               line);
        if (part == 0)
            cr_assert((*line == '+' || *line == '-') && line[1] == ' ', "%s:%d: + or -", name, number);
        if (++part == 3)
            count++;
    }
    cr_assert(part == 0 || part == 3, "%s: the last case is not whole", name);
    fclose(f);
    return count;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_test(const struct dirent *d)
{
    const char *dot = strrchr(d->d_name, '.');

    return dot && strcmp(dot, ".test") == 0;
}

ParameterizedTestParameters(corpus, cases)
{
    static struct corpus_case list[CASES];
    struct dirent **names;
    size_t count = 0;
    int n = scandir("tests/corpus", &names, is_test, by_name);

    for (int i = 0; i < n; i++) {
        count = read_file("tests/corpus", names[i]->d_name, list, count);
        free(names[i]);
    }
    free(n >= 0 ? names : NULL);
    return cr_make_param_array(struct corpus_case, list, count);
}

ParameterizedTest(struct corpus_case *c, corpus, cases)
{
    check(c);
}

Test(corpus, is_there)
{
    struct dirent **names = NULL;
    int n = scandir("tests/corpus", &names, is_test, by_name);

    for (int i = 0; i < n; i++)
        free(names[i]);
    free(names);
    cr_assert_gt(n, 0, "tests run from the top of the tree");
}
