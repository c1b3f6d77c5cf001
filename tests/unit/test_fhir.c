/* Shapes that servers send, and the facts that come of them. A fact is written as one line, see line(). */
#include "engine/base/error.h"
#include "patients/reader.h"
#include "patients/route.h"
#include "tests/unit/table.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

struct told {
    size_t count;
    eligo_error first;
};

static void tell(const eligo_error *e, void *context)
{
    struct told *t = context;

    if (!t->count++)
        t->first = *e;
}

struct places {
    size_t count;
    eligo_error list[4];
};

static void tell_place(const eligo_error *e, void *context)
{
    struct places *p = context;

    if (p->count < sizeof p->list / sizeof *p->list)
        p->list[p->count] = *e;
    p->count++;
}

static void put(const char *path, const char *text, size_t size)
{
    FILE *f = fopen(path, "wb");

    cr_assert(f && fwrite(text, 1, size, f) == size && fclose(f) == 0);
}

/* "kind certainty concept from..to flags value", with parts that say nothing left out. */
static void line(const fact *f, char *out, size_t room)
{
    static const char *const kinds[] = {"observation", "condition", "medication", "procedure", "immunization",
                                        "device", "allergy", "encounter", "consent", "family"};
    static const char *const certainties[] = {"", " suspected", " unconfirmed", " denied"};
    const fact_value *v = &f->value;
    char from[32], to[32];
    size_t n = 0;

#define ADD(...) n += (size_t)snprintf(out + n, n < room ? room - n : 0, __VA_ARGS__)
    ADD("%s%s %s %s..%s", kinds[f->kind], certainties[f->certainty], f->concept ? f->concept->id : "-",
        date_text(f->start, from), date_text(f->end, to));
    ADD("%s%s%s%s", f->ended ? " ended" : "", f->planned ? " planned" : "", f->history ? " history" : "", f->order ? " order" : "");
    if (v->kind == VALUE_NUMBER) {
        ADD(" %c%g,%g%c %s", v->low_inclusive ? '[' : '(', v->low, v->high, v->high_inclusive ? ']' : ')', v->ucum ? v->ucum : "-");
        if (!v->ucum && v->unit_text)
            ADD("?");
    } else if (v->kind == VALUE_CODED)
        ADD(" sign %d", v->sign);
    else if (v->kind == VALUE_TEXT)
        ADD(" text");
    if (v->interpretation)
        ADD(" %c", v->interpretation);
    if (v->range_low_given)
        ADD(" from %g", v->range_low);
    if (v->range_high_given)
        ADD(" to %g", v->range_high);
    if (!isnan(f->dose))
        ADD(" dose %g %s", f->dose, f->dose_unit);
    for (size_t i = 0; i < f->qualifier_count; i++)
        ADD(" %s=%s", f->qualifiers[i].kind, f->qualifiers[i].value);
    if (f->isolate)
        ADD(" of %s %s", f->isolate, f->organism ? f->organism->id : "-");
#undef ADD
}

/* All patients of a file, as lines: "PATIENT id", then its facts. */
static struct told read_all(const char *path, char *out, size_t room)
{
    struct told told = {0};
    eligo_error err = {0};
    reader *r = reader_open(path, lexicon_core(), tell, &told, &err);
    patient p;
    size_t n = 0;
    eligo_code code;

    *out = 0;
    cr_assert(r, "%s", err.message);
    while ((code = reader_next(r, &p, &err)) == ELIGO_OK) {
        n += (size_t)snprintf(out + n, n < room ? room - n : 0, "PATIENT %s%s\n", p.id, p.absent ? " absent" : "");
        for (size_t i = 0; i < p.fact_count; i++) {
            char text[600];

            cr_expect(p.facts[i].text && p.facts[i].id);
            line(&p.facts[i], text, sizeof text);
            n += (size_t)snprintf(out + n, n < room ? room - n : 0, "%s\n", text);
        }
    }
    cr_expect_eq(code, ELIGO_END, "%s", err.message);
    cr_expect_eq(reader_refused(r), told.count);
    reader_close(r);
    return told;
}

static struct told read_text(const char *text, size_t size, const char *end, char *out, size_t room)
{
    char path[64];
    struct told told;

    snprintf(path, sizeof path, "fhir-test-%d%s", (int)getpid(), end);
    put(path, text, size);
    told = read_all(path, out, room);
    remove(path);
    return told;
}

/* ---- one resource each ---- */

struct shape {
    char resource[760];
    char facts[330]; /* lines; "": none */
};

#define OBS(rest) "\"resourceType\":\"Observation\",\"status\":\"final\",\"effectiveDateTime\":\"2020-03-04\"," rest
#define LOINC(c) "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"" c "\"}]}"
#define SCT(c) "\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"" c "\"}]}"
#define RX(n) "\"medicationCodeableConcept\":{\"text\":\"" n "\"}"
#define UCUM(c) "\"system\":\"http://unitsofmeasure.org\",\"code\":\"" c "\""

static struct shape shapes[] = {
    /* numbers */
    {OBS(LOINC("718-7") ",\"valueQuantity\":{\"value\":13.1,\"unit\":\"g/dL\"," UCUM("g/dL") "}"),
     "observation hemoglobin 2020-03-04..2020-03-04 [13.1,13.1] g/dL"},
    {OBS(LOINC("718-7") ",\"valueQuantity\":{\"value\":\"13.1\",\"unit\":\"g/dL\"}"),
     "observation hemoglobin 2020-03-04..2020-03-04 [13.1,13.1] g/dL"},
    {OBS(LOINC("718-7") ",\"valueQuantity\":{\"value\":131}"), "observation hemoglobin 2020-03-04..2020-03-04 [131,131] -"},
    {OBS(LOINC("718-7") ",\"valueQuantity\":{\"value\":13,\"unit\":\"frobs\"}"), "observation hemoglobin 2020-03-04..2020-03-04 [13,13] -?"},
    {OBS(LOINC("777-3") ",\"valueQuantity\":{\"value\":88,\"comparator\":\"<\",\"unit\":\"K/uL\"}"),
     "observation platelets 2020-03-04..2020-03-04 (-inf,88) 10*3/uL"},
    {OBS(LOINC("777-3") ",\"valueQuantity\":{\"value\":88,\"comparator\":\"~\",\"unit\":\"K/uL\"}"), "observation platelets 2020-03-04..2020-03-04 text"},
    {OBS(LOINC("8310-5") ",\"valueQuantity\":{\"value\":37.2,\"unit\":\"C\"," UCUM("C") "}"),
     "observation body_temperature 2020-03-04..2020-03-04 [37.2,37.2] Cel"},
    {OBS(LOINC("10230-1") ",\"valueRange\":{\"low\":{\"value\":40,\"unit\":\"%\"},\"high\":{\"value\":45,\"unit\":\"%\"}}"),
     "observation lvef 2020-03-04..2020-03-04 [40,45] %"},
    {OBS(LOINC("5048-4") ",\"valueRatio\":{\"numerator\":{\"value\":1},\"denominator\":{\"value\":320}}"),
     "observation ana_titer 2020-03-04..2020-03-04 [320,320] {titer}"},
    {OBS(LOINC("89247-1") ",\"valueInteger\":2"), "observation ecog 2020-03-04..2020-03-04 [2,2] -"},
    /* results as text */
    {OBS(LOINC("777-3") ",\"valueString\":\">=150 K/uL\""), "observation platelets 2020-03-04..2020-03-04 [150,inf) 10*3/uL"},
    {OBS(LOINC("777-3") ",\"valueString\":\"1,150 K/uL\""), "observation platelets 2020-03-04..2020-03-04 [1150,1150] 10*3/uL"},
    {OBS(LOINC("718-7") ",\"valueString\":\"less than 7\""), "observation hemoglobin 2020-03-04..2020-03-04 (-inf,7) -"},
    {OBS(LOINC("718-7") ",\"valueString\":\"7,5 g/dL (L)\""), "observation hemoglobin 2020-03-04..2020-03-04 [7.5,7.5] g/dL"},
    {OBS(LOINC("718-7") ",\"valueString\":\"9-11 g/dL\""), "observation hemoglobin 2020-03-04..2020-03-04 [9,11] g/dL"},
    {OBS(LOINC("718-7") ",\"valueString\":\"<2>7\""), "observation hemoglobin 2020-03-04..2020-03-04 text"},
    {OBS(LOINC("718-7") ",\"valueString\":\"7 of 15\""), "observation hemoglobin 2020-03-04..2020-03-04 text"},
    {OBS(LOINC("718-7") ",\"valueString\":\"Hemolyzed, please repeat\""), ""},
    {OBS(LOINC("718-7") ",\"valueString\":\"QNS\""), ""},
    {OBS(LOINC("5195-3") ",\"valueString\":\"Non-Reactive\""), "observation hbsag 2020-03-04..2020-03-04 sign -1"},
    {OBS(LOINC("5195-3") ",\"valueString\":\"equivocal\""), "observation hbsag 2020-03-04..2020-03-04 sign 0"},
    /* coded results */
    {OBS(LOINC("94500-6") ",\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"260415000\"}]}"),
     "observation covid_pcr 2020-03-04..2020-03-04 sign -1"},
    {OBS(LOINC("94500-6") ",\"valueCodeableConcept\":{\"text\":\"POSITIVE\"}"), "observation covid_pcr 2020-03-04..2020-03-04 sign 1"},
    {OBS(LOINC("94500-6") ",\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA6577-6\","
                          "\"display\":\"Positive\"}]}"),
     "observation covid_pcr 2020-03-04..2020-03-04 sign -1"},
    {OBS(LOINC("94500-6") ",\"valueBoolean\":false"), "observation covid_pcr 2020-03-04..2020-03-04 sign -1"},
    {OBS(LOINC("94500-6") ",\"interpretation\":[{\"coding\":[{\"code\":\"POS\"}]}]"),
     "observation covid_pcr 2020-03-04..2020-03-04 sign 1 P"},
    {OBS(LOINC("94500-6") ",\"valueString\":\"Negative\",\"interpretation\":[{\"coding\":[{\"code\":\"POS\"}]}]"),
     "observation covid_pcr 2020-03-04..2020-03-04 sign 0"},
    {OBS(LOINC("4548-4") ",\"interpretation\":[{\"coding\":[{\"code\":\"H\"}]}]"), "observation hba1c 2020-03-04..2020-03-04 H"},
    {OBS(LOINC("4548-4") ",\"dataAbsentReason\":{\"text\":\"masked\"}"), ""},
    {OBS(LOINC("4548-4") ",\"valueQuantity\":{\"unit\":\"%\"}"), ""},
    {OBS(LOINC("72166-2") ",\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"449868002\"}]}"),
     "observation unconfirmed smoking_status 2020-03-04..2020-03-04 sign 0\nobservation current_smoker 2020-03-04..2020-03-04 sign 1"},
    {OBS(LOINC("82810-3") ",\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"60001007\"}]}"),
     "observation pregnancy_status 2020-03-04..2020-03-04 sign -1\nobservation denied pregnancy 2020-03-04..2020-03-04 sign -1"},
    {OBS("\"code\":{\"text\":\"Illness of mother\"},\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\","
         "\"code\":\"44054006\"}]}"),
     "observation - 2020-03-04..2020-03-04 sign 0"},
    /* codes that are not known give way to words, but not to those of another thing */
    {OBS("\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"0-0\",\"display\":\"Platelet count\"}]},\"valueQuantity\":"
         "{\"value\":90,\"unit\":\"10*9/L\"}"),
     "observation platelets 2020-03-04..2020-03-04 [90,90] 10*9/L"},
    {OBS("\"code\":{\"text\":\"Mean systolic blood pressure, goal\"},\"valueQuantity\":{\"value\":120,\"unit\":\"mmHg\"}"),
     "observation - 2020-03-04..2020-03-04 [120,120] mm[Hg]"},
    /* components, and what has none */
    {OBS(LOINC("85354-9") ",\"component\":[{" LOINC("8480-6") ",\"valueQuantity\":{\"value\":130,\"unit\":\"mmHg\"}},{" LOINC("8462-4") ",\"dataAbsentReason\":{\"text\":\"unknown\"}}]"), "observation systolic_bp 2020-03-04..2020-03-04 [130,130] mm[Hg]"},
    /* reference ranges */
    {OBS(LOINC("1742-6") ",\"valueQuantity\":{\"value\":90,\"unit\":\"U/L\"},\"referenceRange\":[{\"high\":{\"value\":45,\"unit\":\"U/L\"}}]"),
     "observation alt 2020-03-04..2020-03-04 [90,90] U/L to 45"},
    {OBS(LOINC("1742-6") ",\"valueQuantity\":{\"value\":90,\"unit\":\"U/L\"},\"referenceRange\":[{\"text\":\"< 45\"}]"),
     "observation alt 2020-03-04..2020-03-04 [90,90] U/L to 45"},
    {OBS(LOINC("1742-6") ",\"valueQuantity\":{\"value\":90,\"unit\":\"U/L\"},\"referenceRange\":[{\"text\":\"see leaflet\"}]"),
     "observation alt 2020-03-04..2020-03-04 [90,90] U/L"},
    {OBS(LOINC("718-7") ",\"valueQuantity\":{\"value\":9,\"unit\":\"g/dL\"},\"referenceRange\":[{\"low\":{\"value\":120,\"unit\":\"g/L\"}}]"),
     "observation hemoglobin 2020-03-04..2020-03-04 [9,9] g/dL from 12"},
    {OBS(LOINC("718-7") ",\"valueQuantity\":{\"value\":9,\"unit\":\"g/dL\"},\"referenceRange\":[{\"low\":{\"value\":13},\"appliesTo\":[{\"text\":"
                        "\"male\"}]},{\"low\":{\"value\":12},\"appliesTo\":[{\"text\":\"Female\"}]}]"),
     "observation hemoglobin 2020-03-04..2020-03-04 [9,9] g/dL from 12"},
    {OBS(LOINC("718-7") ",\"valueQuantity\":{\"value\":9,\"unit\":\"g/dL\"},\"referenceRange\":[{\"low\":{\"value\":13}},{\"low\":{\"value\":12}}]"),
     "observation hemoglobin 2020-03-04..2020-03-04 [9,9] g/dL"},
    {OBS(LOINC("718-7") ",\"valueQuantity\":{\"value\":9,\"unit\":\"g/dL\"},\"referenceRange\":[{\"low\":{\"value\":5},\"type\":{\"text\":"
                        "\"critical\"}},{\"low\":{\"value\":10},\"age\":{\"high\":{\"value\":17,\"unit\":\"a\"}}},{\"low\":{\"value\":12}}]"),
     "observation hemoglobin 2020-03-04..2020-03-04 [9,9] g/dL from 12"},
    /* status and time */
    {"\"resourceType\":\"Observation\",\"status\":\"entered-in-error \"," LOINC("718-7") ",\"valueInteger\":9", ""},
    {"\"resourceType\":\"Observation\",\"status\":\"preliminary\"," LOINC("718-7") ",\"valueInteger\":9", ""},
    {"\"resourceType\":\"Observation\"," LOINC("718-7") ",\"valueInteger\":9", ""},
    {"\"resourceType\":\"Observation\",\"status\":\"amended\"," LOINC("89247-1") ",\"valueInteger\":1,\"issued\":\"2020-05-06T23:00:00-09:00\"",
     "observation ecog 2020-05-06..2020-05-06 [1,1] -"},
    {"\"resourceType\":\"Observation\",\"status\":\"final\"," LOINC("89247-1") ",\"valueInteger\":1,\"effectivePeriod\":{\"start\":\"2020-05\",\"end\":\"2020-06-02\"}", "observation ecog 2020-05..2020-06-02 [1,1] -"},
    {"\"resourceType\":\"Observation\",\"status\":\"final\"," LOINC("89247-1") ",\"valueInteger\":1,\"effectiveTiming\":{\"event\":[\"2020-05-02\",\"2020-05-01\"]}", "observation ecog 2020-05-01..2020-05-02 [1,1] -"},
    /* conditions */
    {"\"resourceType\":\"Condition\"," SCT("22298006") ",\"onsetAge\":{\"value\":40,\"code\":\"a\"}",
     "condition myocardial_infarction 2010-05-04/2011-05-03.."},
    {"\"resourceType\":\"Condition\"," SCT("22298006") ",\"onsetPeriod\":{\"start\":\"2019-02-01\",\"end\":\"2019-02-28\"},\"abatementString\":\"later\"",
     "condition myocardial_infarction 2019-02.. ended"},
    {"\"resourceType\":\"Condition\"," SCT("22298006") ",\"onsetString\":\"as a young man\",\"recordedDate\":\"2018-01-01\"",
     "condition myocardial_infarction 1970-05-04/2018-01-01.."},
    {"\"resourceType\":\"Condition\"," SCT("22298006") ",\"clinicalStatus\":{\"coding\":[{\"code\":\"resolved\"}]},\"onsetDateTime\":\"2018\"",
     "condition myocardial_infarction 2018.. ended"},
    {"\"resourceType\":\"Condition\"," SCT("22298006") ",\"clinicalStatus\":{\"coding\":[{\"code\":\"relapse\"}]},\"recordedDate\":\"2018\"",
     "condition myocardial_infarction 2018.."},
    {"\"resourceType\":\"Condition\"," SCT("22298006") ",\"verificationStatus\":{\"coding\":[{\"code\":\"refuted\"}]}",
     "condition denied myocardial_infarction .."},
    {"\"resourceType\":\"Condition\"," SCT("22298006") ",\"verificationStatus\":{\"coding\":[{\"code\":\"entered-in-error\"}]}", ""},
    {"\"resourceType\":\"Condition\"," SCT("22298006") ",\"verificationStatus\":{\"coding\":[{\"code\":\"differential\"}]}",
     "condition suspected myocardial_infarction .."},
    {"\"resourceType\":\"Condition\"," SCT("22298006") ",\"verificationStatus\":{\"coding\":[{\"code\":\"unconfirmed\"}]}",
     "condition unconfirmed myocardial_infarction .."},
    {"\"resourceType\":\"Condition\"," SCT("22298006") ",\"severity\":{\"text\":\"Severe\"},\"encounter\":{\"reference\":\"Encounter/e1\"}",
     "condition myocardial_infarction 2020-07-08.. severity=severe"},
    {"\"resourceType\":\"Condition\",\"code\":{\"coding\":[{\"system\":\"http://hl7.org/fhir/sid/icd-10-cm\",\"code\":\"Z85.3\"}]},"
     "\"recordedDate\":\"2018-01-01\"",
     "condition breast_cancer 1970-05-04/2018-01-01.. history"},
    {"\"resourceType\":\"Condition\",\"code\":{\"text\":\"h/o DVT 2011\"},\"recordedDate\":\"2018-01-01\"",
     "condition deep_vein_thrombosis 2011.. history"},
    {"\"resourceType\":\"Condition\",\"code\":{\"text\":\"FHx of breast cancer\"}", "family breast_cancer .."},
    {"\"resourceType\":\"Condition\",\"code\":{\"text\":\"possible pneumonia\"}", "condition suspected pneumonia .."},
    {"\"resourceType\":\"Condition\",\"code\":{\"text\":\"screening for breast cancer\"}", "condition - .."},
    {"\"resourceType\":\"Condition\",\"code\":{\"text\":\"No evidence of pneumonia\"}", "condition denied pneumonia .."},
    /* allergies */
    {"\"resourceType\":\"AllergyIntolerance\"," SCT("716186003"), "allergy denied allergy .."},
    {"\"resourceType\":\"AllergyIntolerance\"," SCT("716186003") ",\"verificationStatus\":{\"coding\":[{\"code\":\"refuted\"}]}",
     "allergy unconfirmed allergy .."},
    /* drugs */
    {"\"resourceType\":\"MedicationRequest\",\"status\":\"active\",\"intent\":\"order\"," RX("Warfarin 5 MG Oral Tablet") ",\"authoredOn\":\"2020-01-02\"",
     "medication warfarin 2020-01-02.. order route=oral"},
    {"\"resourceType\":\"MedicationRequest\",\"status\":\"stopped\",\"intent\":\"order\"," RX("warfarin") ",\"authoredOn\":\"2020-01-02\"",
     "medication warfarin 2020-01-02.. ended order"},
    {"\"resourceType\":\"MedicationRequest\",\"status\":\"active\",\"intent\":\"plan\"," RX("warfarin"), "medication warfarin .. planned order"},
    {"\"resourceType\":\"MedicationRequest\",\"status\":\"active\",\"intent\":\"plan\",\"reportedBoolean\":true," RX("warfarin"),
     "medication unconfirmed warfarin .. order"},
    {"\"resourceType\":\"MedicationRequest\",\"status\":\"active\",\"intent\":\"order\",\"doNotPerform\":true," RX("warfarin"), ""},
    {"\"resourceType\":\"MedicationRequest\",\"status\":\"on-hold\",\"intent\":\"order\"," RX("warfarin"), ""},
    {"\"resourceType\":\"MedicationRequest\",\"status\":\"active\",\"intent\":\"order\"," RX("warfarin") ",\"authoredOn\":\"2020-01-02\",\"dosageInstruction\":[{\"timing\":{\"repeat\":{\"boundsDuration\":{\"value\":10,\"code\":\"d\"}}}}]",
     "medication warfarin 2020-01-02..2020-01-12 order"},
    {"\"resourceType\":\"MedicationRequest\",\"status\":\"active\",\"intent\":\"order\"," RX("prednisone") ",\"dosageInstruction\":[{\"route\":{\"text\":\"PO\"},\"timing\":{\"repeat\":{\"frequency\":2,\"period\":1,\"periodUnit\":\"d\"}},"
                                                                                                           "\"doseAndRate\":[{\"doseQuantity\":{\"value\":10,\"unit\":\"mg\"}}]}]",
     "medication prednisone .. order dose 20 mg/d route=oral"},
    {"\"resourceType\":\"MedicationStatement\",\"status\":\"not-taken\"," RX("warfarin") ",\"effectiveDateTime\":\"2020-01-02\"",
     "medication denied warfarin 2020-01-02.. order"},
    {"\"resourceType\":\"MedicationStatement\",\"status\":\"completed\"," RX("warfarin") ",\"effectivePeriod\":{\"start\":\"2019\",\"end\":\"2020-02\"}",
     "medication warfarin 2019..2020-02 order"},
    {"\"resourceType\":\"MedicationAdministration\",\"status\":\"not-done\"," RX("warfarin"), ""},
    {"\"resourceType\":\"MedicationAdministration\",\"status\":\"completed\"," RX("warfarin") ",\"effectiveDateTime\":\"2020-01-02\"",
     "medication warfarin 2020-01-02..2020-01-02"},
    {"\"resourceType\":\"MedicationDispense\",\"status\":\"completed\"," RX("warfarin") ",\"whenHandedOver\":\"2020-01-02\",\"daysSupply\":{\"value\":30,"
                                                                                        "\"unit\":\"days\"}",
     "medication warfarin 2020-01-02..2020-02-01 order"},
    {"\"resourceType\":\"MedicationDispense\",\"status\":\"completed\"," RX("warfarin") ",\"whenHandedOver\":\"2020-01-02\"",
     "medication warfarin 2020-01-02.. ended order"},
    {"\"resourceType\":\"MedicationRequest\",\"status\":\"active\",\"intent\":\"order\",\"contained\":[{\"resourceType\":\"Medication\",\"id\":\"m\","
     "\"code\":{\"text\":\"warfarin\"}}],\"medicationReference\":{\"reference\":\"#m\"}",
     "medication warfarin .. order"},
    {"\"resourceType\":\"MedicationRequest\",\"status\":\"active\",\"intent\":\"order\",\"medicationReference\":{\"reference\":\"Medication/gone\","
     "\"display\":\"WARFARIN (Jantoven) 5 mg\"}",
     "medication warfarin .. order"},
    {"\"resourceType\":\"MedicationStatement\",\"status\":\"active\"," RX("no warfarin"), "medication denied warfarin .. order"},
    /* what was done */
    {"\"resourceType\":\"Procedure\",\"status\":\"completed\"," SCT("73761001") ",\"performedPeriod\":{\"start\":\"2020-01-02\"}",
     "procedure colonoscopy 2020-01-02..2020-01-02"},
    {"\"resourceType\":\"Procedure\",\"status\":\"not-done\"," SCT("73761001"), ""},
    {"\"resourceType\":\"Procedure\",\"status\":\"preparation\"," SCT("73761001"), "procedure colonoscopy .. planned"},
    {"\"resourceType\":\"Procedure\",\"status\":\"in-progress\"," SCT("302497006") ",\"performedDateTime\":\"2020-01-02\"",
     "procedure hemodialysis 2020-01-02.."},
    {"\"resourceType\":\"Procedure\",\"status\":\"unknown\"," SCT("73761001"), "procedure unconfirmed colonoscopy .."},
    {"\"resourceType\":\"FamilyMemberHistory\",\"status\":\"completed\",\"relationship\":{\"text\":\"mother\"},\"condition\":[{" SCT("22298006") "}]",
     "family myocardial_infarction .. relative=mother"},
    {"\"resourceType\":\"Consent\",\"status\":\"active\",\"scope\":{\"coding\":[{\"code\":\"research\"}]},\"dateTime\":\"2020-01-02\"",
     "consent informed_consent 2020-01-02.."},
    {"\"resourceType\":\"Consent\",\"status\":\"active\",\"scope\":{\"coding\":[{\"code\":\"research\"}]},\"provision\":{\"type\":\"deny\"}",
     "consent denied informed_consent .."},
    {"\"resourceType\":\"Consent\",\"status\":\"proposed\",\"scope\":{\"coding\":[{\"code\":\"research\"}]}", ""},
    {"\"resourceType\":\"Claim\",\"status\":\"active\"", ""},
    {"\"resourceType\":\"Immunization\",\"status\":\"not-done\",\"vaccineCode\":{\"text\":\"influenza vaccine\"}", ""},
};

ParameterizedTestParameters(fhir, shapes)
{
    static size_t places[sizeof shapes / sizeof *shapes];

    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        places[i] = i;
    return cr_make_param_array(size_t, places, sizeof shapes / sizeof *shapes);
}

ParameterizedTest(size_t *at, fhir, shapes)
{
    const struct shape *c = &shapes[*at];
    char text[2000], got[2000], want[600], *facts = got;
    struct told told;

    snprintf(text, sizeof text,
             "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\",\"gender\":\"female\",\"birthDate\":"
             "\"1970-05-04\"}},{\"resource\":{\"resourceType\":\"Encounter\",\"id\":\"e1\",\"status\":\"cancelled\",\"subject\":{\"reference\":\"Patient/p\"},"
             "\"period\":{\"start\":\"2020-07-08\"}}},{\"resource\":{%s,\"%s\":{\"reference\":\"Patient/p\"}}}]}",
             c->resource, strstr(c->resource, "AllergyIntolerance") || strstr(c->resource, "\"Consent") || strstr(c->resource, "Immunization") || strstr(c->resource, "FamilyMember") ? "patient" : "subject");
    told = read_text(text, strlen(text), ".json", got, sizeof got);
    cr_expect_eq(told.count, 0u, "%s", told.first.message);
    cr_assert_eq(strncmp(got, "PATIENT p\n", 10), 0, "%s", got);
    facts += 10;
    /* the lines of the table have no blank between kind and concept where a part is empty */
    snprintf(want, sizeof want, "%s%s", c->facts, *c->facts ? "\n" : "");
    cr_expect_str_eq(facts, want, "%s\n%s", c->resource, facts);
}

/* ---- whose it is ---- */

struct whose {
    char before[300], reference[200];
    bool mine;
};

static struct whose whose[] = {
    {"", "{\"reference\":\"Patient/p\"}", true},
    {"", "{\"reference\":\"Patient/p/_history/3\"}", true},
    {"", "{\"reference\":\"https://a.example/fhir/Patient/p\"}", true},
    {"", "{\"reference\":\"Patient?identifier=urn:mrn|7\"}", true},
    {"", "{\"identifier\":{\"system\":\"urn:mrn\",\"value\":\"7\"}}", true},
    {"", "{\"identifier\":{\"system\":\"urn:other\",\"value\":\"7\"}}", false},
    {"", "{\"reference\":\"Patient/q\"}", false},
    {"", "{\"reference\":\"Practitioner/p\"}", false},
    {"", "{\"reference\":\"urn:uuid:p\"}", false},
    {"", "{\"display\":\"p\"}", false},
    {"\"fullUrl\":\"urn:uuid:0-1\",", "{\"reference\":\"urn:uuid:0-1\"}", true},
    {"\"fullUrl\":\"https://a.example/fhir/Patient/p\",", "{\"reference\":\"https://b.example/fhir/Patient/p\"}", false},
};

ParameterizedTestParameters(fhir, whose)
{
    static size_t places[sizeof whose / sizeof *whose];

    for (size_t i = 0; i < sizeof whose / sizeof *whose; i++)
        places[i] = i;
    return cr_make_param_array(size_t, places, sizeof whose / sizeof *whose);
}

ParameterizedTest(size_t *at, fhir, whose)
{
    const struct whose *c = &whose[*at];
    char text[2000], got[1000];
    struct told told;

    snprintf(text, sizeof text,
             "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":%s,\"code\":{\"text\":\"asthma\"}}},"
             "{%s\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\",\"identifier\":[{\"system\":\"urn:mrn\",\"value\":\"7\"}]}}]}",
             c->reference, c->before);
    told = read_text(text, strlen(text), ".json", got, sizeof got);
    cr_expect_eq(strstr(got, "asthma") != NULL, c->mine, "%s\n%s", c->reference, got);
    cr_expect_eq(told.count, c->mine ? 0u : 1u);
}

Test(fhir, merged_patients_and_old_versions)
{
    static const char text[] =
        "{\"resourceType\":\"Bundle\",\"type\":\"history\",\"entry\":["
        "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"new\",\"link\":[{\"type\":\"replaces\",\"other\":{\"reference\":\"Patient/old\"}}]}},"
        "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"old\"}},"
        "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"a\",\"subject\":{\"reference\":\"Patient/old\"},\"code\":{\"text\":\"asthma\"}}},"
        "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"a\",\"subject\":{\"reference\":\"Patient/old\"},\"code\":{\"text\":\"gout\"}}},"
        "{\"request\":{\"method\":\"DELETE\",\"url\":\"Condition/b\"}},"
        "{\"resource\":{\"resourceType\":\"Condition\",\"id\":\"b\",\"subject\":{\"reference\":\"Patient/old\"},\"code\":{\"text\":\"stroke\"}}}]}";
    char got[1000];

    cr_expect_eq(read_text(text, strlen(text), ".json", got, sizeof got).count, 0u);
    cr_expect_str_eq(got, "PATIENT new\ncondition asthma ..\n");
}

Test(fhir, isolates_of_their_specimens)
{
    static const char text[] =
        "[{\"resourceType\":\"Patient\",\"id\":\"p\"},"
        "{\"resourceType\":\"Observation\",\"id\":\"o\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/p\"},\"code\":{\"text\":\"Culture\"},"
        "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"52499004\"}]}},"
        "{\"resourceType\":\"Observation\",\"id\":\"m\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/p\"}," LOINC("6652-2") ",\"valueQuantity\":{\"value\":8,\"comparator\":\">\",\"unit\":\"ug/mL\"},\"interpretation\":[{\"coding\":[{\"code\":\"R\"}]}],"
                                                                                                                                         "\"specimen\":{\"reference\":\"Specimen/s\"},\"derivedFrom\":[{\"reference\":\"Observation/o\"}]}]";
    char got[1000];

    cr_expect_eq(read_text(text, strlen(text), ".json", got, sizeof got).count, 0u);
    cr_expect(strstr(got, "mic_meropenem ..(8,inf) ug/mL R of Specimen/s pseudomonas_aeruginosa") ||
                  strstr(got, "mic_meropenem .. (8,inf) ug/mL R of Specimen/s pseudomonas_aeruginosa"),
              "%s", got);
}

/* ---- files ---- */

static const char lines[] = "\xEF\xBB\xBF"
                            "{\"resourceType\":\"Condition\",\"id\":\"a\",\"subject\":{\"reference\":\"Patient/2\"},\"code\":{\"text\":\"asthma\"}}\r\n"
                            "{\"resourceType\":\"Patient\",\"id\":\"1\"}\n\n"
                            "{\"resourceType\":\"Condition\",\"id\":\"b\",\"subject\":{\"reference\":\"Patient/1\"},\"code\":{\"text\":\"gout\"\n"
                            "{\"resourceType\":\"MedicationRequest\",\"id\":\"c\",\"status\":\"active\",\"subject\":{\"reference\":\"Patient/1\"},"
                            "\"medicationReference\":{\"reference\":\"Medication/m\"}}\n"
                            "{\"resourceType\":\"Medication\",\"id\":\"m\",\"code\":{\"text\":\"warfarin\"}}\n"
                            "{\"resourceType\":\"Condition\",\"id\":\"z\",\"subject\":{\"reference\":\"Patient/3\"},\"code\":{\"text\":\"gout\"}}\n"
                            "{\"resourceType\":\"Patient\",\"id\":\"2\"}";
static const char patients[] = "PATIENT 2\ncondition asthma ..\nPATIENT 1\nmedication warfarin .. order\n";

Test(fhir, lines_of_resources)
{
    char got[1000];
    struct told told = read_text(lines, sizeof lines - 1, ".ndjson", got, sizeof got);

    cr_expect_str_eq(got, patients);
    cr_expect_eq(told.count, 2u); /* the line that breaks off; who is not here */
    cr_expect_eq(told.first.line, 4u);
}

Test(fhir, packed_lines)
{
    char path[64], got[1000];
    gzFile z;

    snprintf(path, sizeof path, "fhir-test-%d.ndjson.gz", (int)getpid());
    z = gzopen(path, "wb");
    cr_assert(z && gzwrite(z, lines, sizeof lines - 1) == (int)sizeof lines - 1 && gzclose(z) == Z_OK);
    cr_expect_eq(read_all(path, got, sizeof got).count, 2u);
    cr_expect_str_eq(got, patients);
    cr_assert_eq(truncate(path, 330), 0);
    cr_expect(read_all(path, got, sizeof got).count > 0);
    remove(path);
}

Test(fhir, a_folder_with_references_across_files)
{
    char folder[64], a[96], b[96], got[1000];
    static const char one[] = "{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/1\"},\"encounter\":{\"reference\":\"Encounter/e\"},"
                              "\"code\":{\"text\":\"asthma\"}}\n{\"resourceType\":\"Encounter\",\"id\":\"e\",\"status\":\"cancelled\",\"subject\":{\"reference\":"
                              "\"Patient/1\"},\"period\":{\"start\":\"2020-01-02\"}}\n";
    static const char two[] = "{\"resourceType\":\"Patient\",\"id\":\"1\"}\n";

    snprintf(folder, sizeof folder, "fhir-test-%d", (int)getpid());
    snprintf(a, sizeof a, "%s/Condition.ndjson", folder);
    snprintf(b, sizeof b, "%s/Patient.000.ndjson", folder);
    cr_assert_eq(mkdir(folder, 0700), 0);
    put(a, one, sizeof one - 1);
    put(b, two, sizeof two - 1);
    cr_expect_eq(read_all(folder, got, sizeof got).count, 0u);
    cr_expect_str_eq(got, "PATIENT 1\ncondition asthma 2020-01-02..\n");
    remove(a);
    remove(b);
    rmdir(folder);
}

/* Whose a line is may be said by an identifier, wherever the Patient stands; of two with the same one, nobody's. */
Test(fhir, lines_by_identifier)
{
#define BY(id, number, text)                                                                                                    \
    "{\"resourceType\":\"Condition\",\"id\":\"" id "\",\"subject\":{\"identifier\":{\"system\":\"urn:mrn\",\"value\":\"" number \
    "\"}},\"code\":{\"text\":\"" text "\"}}\n"
#define WITH(id, number) \
    "{\"resourceType\":\"Patient\",\"id\":\"" id "\",\"identifier\":[{\"system\":\"urn:mrn\",\"value\":\"" number "\"}]}\n"
    static const char text[] = "{\"resourceType\":\"Condition\",\"id\":\"a\",\"subject\":{\"reference\":\"Patient/1\"},\"code\":{\"text\":\"asthma\"}}\n" BY(
        "b", "10", "gout") WITH("1", "10") WITH("2", "20") WITH("3", "20") BY("c", "20", "stroke");
    char got[1000];
    struct told told = read_text(text, sizeof text - 1, ".ndjson", got, sizeof got);

    cr_expect_str_eq(got, "PATIENT 1\ncondition asthma ..\ncondition gout ..\nPATIENT 2\nPATIENT 3\n");
    cr_expect_eq(told.count, 1u);
    cr_expect_eq(told.first.line, 6u);
}

/* A damaged line names somebody of whom nothing else is there: he is no patient, with Patient records or without. */
Test(fhir, torn_line_alone)
{
#define LINE "{\"resourceType\":\"Condition\",\"id\":\"a\",\"subject\":{\"reference\":\"Patient/1\"},\"code\":{\"text\":\"asthma\"}}\n"
#define TORN "{\"resourceType\":\"Condition\",\"id\":\"b\",\"subject\":{\"reference\":\"Patient/2\"},\"code\":\n"
    static const char *const texts[][2] = {
        {TORN, ""},
        {LINE TORN, "PATIENT 1 absent\ncondition asthma ..\n"},
        {"{\"resourceType\":\"Patient\",\"id\":\"1\"}\n" LINE TORN, "PATIENT 1\ncondition asthma ..\n"},
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char got[1000];
        struct told told = read_text(texts[i][0], strlen(texts[i][0]), ".ndjson", got, sizeof got);

        cr_expect_str_eq(got, texts[i][1]);
        cr_expect_eq(told.first.line, i + 1, "%zu: line %zu", i, told.first.line);
    }
#undef LINE
#undef TORN
}

/* More than is kept of one file, of two patients in turn: what is beyond is read again, and nobody sees where that
 * begins. One date near each end is damaged, and told of at its place. */
Test(fhir, lines_beyond_what_is_kept)
{
    enum { LINES = 24000,
           EARLY = 11,
           LATE = LINES - 10 };
    char path[64];
    struct places places = {0};
    eligo_error err = {0};
    size_t facts[2] = {0}, dated[2] = {0}, lines_of_patients = 0;
    patient p;
    reader *r;
    FILE *f;

    snprintf(path, sizeof path, "fhir-test-%d.ndjson", (int)getpid());
    f = fopen(path, "wb");
    cr_assert(f);
    fputs("{\"resourceType\":\"Patient\",\"id\":\"0\"}\n{\"resourceType\":\"Patient\",\"id\":\"1\"}\n", f);
    for (int i = 3; i <= LINES; i++)
        fprintf(f,
                "{\"resourceType\":\"Condition\",\"id\":\"c%d\",\"subject\":{\"reference\":\"Patient/%d\"},"
                "\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"195967001\",\"display\":\"Asthma\"}]},"
                "\"note\":[{\"text\":\"%0300d\"}],\"recordedDate\":\"%s\"}\n",
                i, i % 2, i, i == EARLY || i == LATE ? "12 May" : "2020-05-12");
    cr_assert_eq(fclose(f), 0);
    r = reader_open(path, lexicon_core(), tell_place, &places, &err);
    cr_assert(r, "%s", err.message);
    while (reader_next(r, &p, &err) == ELIGO_OK) {
        int who = *p.id - '0';

        lines_of_patients += p.line;
        for (size_t i = 0; i < p.fact_count; i++) {
            facts[who] += p.facts[i].concept && strcmp(p.facts[i].concept->id, "asthma") == 0;
            dated[who] += date_known(p.facts[i].start);
        }
    }
    reader_close(r);
    remove(path);
    cr_expect_eq(lines_of_patients, 1u + 2u);
    cr_expect(facts[0] + facts[1] == LINES - 2 && facts[0] == LINES / 2 - 1, "%zu %zu", facts[0], facts[1]);
    cr_expect_eq(dated[0] + dated[1], LINES - 4u);
    cr_assert_eq(places.count, 2u);
    for (int i = 0; i < 2; i++) {
        const eligo_error *e = &places.list[i];

        cr_expect(e->line == EARLY || e->line == LATE, "%zu", e->line);
        cr_expect_eq(e->column, e->line == EARLY ? 507u : 510u, "%zu", e->column);
    }
    cr_expect_neq(places.list[0].line, places.list[1].line);
}

/* The same resources, each in its own words again and again: in bundles, as lines, and as lines of which one of each
 * is damaged inside what is known by then. */
Test(fhir, what_is_known_is_still_looked_at)
{
    char text[6000] = "", got[2000], want[2000] = "PATIENT 1\n";
    struct told told;
    size_t n = 0;

    n += (size_t)snprintf(text + n, sizeof text - n, "{\"resourceType\":\"Patient\",\"id\":\"1\"}\n");
    for (int i = 0; i < 6; i++)
        n += (size_t)snprintf(
            text + n, sizeof text - n,
            "{\"resourceType\":\"Observation\",\"id\":\"o%d\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":"
            "\"http://loinc.org\",\"code\":\"718-7\"%s\"display\":\"Hemoglobin\"}],\"text\":\"Hemoglobin\"},"
            "\"subject\":{\"reference\":\"Patient/1\"},\"valueQuantity\":{\"value\":%d,\"unit\":\"g/dL\"}}\n",
            i, i == 4 ? " " : ",", 10 + i);
    for (int i = 0; i < 6; i++)
        if (i != 4)
            snprintf(want + strlen(want), sizeof want - strlen(want), "observation hemoglobin .. [%d,%d] g/dL\n", 10 + i,
                     10 + i);
    told = read_text(text, n, ".ndjson", got, sizeof got);
    cr_expect_str_eq(got, want);
    cr_expect_eq(told.count, 1u);
    cr_expect(told.first.line == 6 && told.first.column == 120, "%zu:%zu %s", told.first.line, told.first.column,
              told.first.message);
}

struct odd {
    char text[300], got[100];
    size_t told;
};

ParameterizedTestParameters(fhir, odd)
{
    static struct odd cases[] = {
        {"{\"resourceType\":\"Bundle\"}", "", 0},
        {"{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Organization\",\"id\":\"o\"}}]}", "", 0},
        {"{\"resourceType\":\"Bundle\",\"entry\":[null,{},7,{\"resource\":null},{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\"}}]}", "PATIENT p\n", 0},
        {"{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"id\":\"x\"}},{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\"}}]}", "PATIENT p\n", 1},
        {"{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Condition\",\"subject\":{\"reference\":\"Patient/9\"},\"code\":{\"text\":"
         "\"gout\"}}}]}",
         "PATIENT 9 absent\ncondition gout ..\n", 1},
        {"{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"in\"}}]}}]}",
         "PATIENT in\n", 0},
        {"{\"resourceType\":\"Patient\",\"id\":\"p\"}", "PATIENT p\n", 0},
        {"{\"resourceType\":\"Patient\"}", "", 1},
        {"{\"a\":1}", "", 1},
        {"[1,2]", "", 1},
        {"{\"resourceType\":\"Bundle\",\"entry\":[", "", 1},
    };
    return cr_make_param_array(struct odd, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct odd *c, fhir, odd)
{
    char got[1000];
    struct told told = read_text(c->text, strlen(c->text), ".json", got, sizeof got);

    cr_expect_str_eq(got, c->got, "%s", c->text);
    cr_expect_eq(told.count, c->told, "%s: %zu %s", c->text, told.count, told.first.message);
}

struct person {
    char members[300];
    sex sex;
    char birth[24], death[24];
    bool deceased;
};

ParameterizedTestParameters(fhir, persons)
{
    static struct person cases[] = {
        {"\"gender\":\"male\",\"birthDate\":\"1980-02-03\"", SEX_MALE, "1980-02-03", "", false},
        {"\"gender\":\"Female \",\"birthDate\":\"1980\"", SEX_FEMALE, "1980", "", false},
        {"\"birthDate\":\"03.02.1980\"", SEX_UNKNOWN, "", "", false},
        {"\"gender\":\"other\"", SEX_OTHER, "", "", false},
        {"\"extension\":[{\"url\":\"http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex\",\"valueCode\":\"M\"}]", SEX_MALE, "", "", false},
        {"\"gender\":\"female\",\"extension\":[{\"url\":\"x/us-core-birthsex\",\"valueCode\":\"M\"}]", SEX_UNKNOWN, "", "", false},
        {"\"deceasedBoolean\":true", SEX_UNKNOWN, "", "", true},
        {"\"deceasedBoolean\":false", SEX_UNKNOWN, "", "", false},
        {"\"deceasedDateTime\":\"2020-04\"", SEX_UNKNOWN, "", "2020-04", true},
    };
    return cr_make_param_array(struct person, cases, sizeof cases / sizeof *cases);
}

ParameterizedTest(struct person *c, fhir, persons)
{
    char path[64], text[600], day[32];
    eligo_error err = {0};
    reader *r;
    patient p;

    snprintf(path, sizeof path, "fhir-test-%d.json", (int)getpid());
    snprintf(text, sizeof text, "{\"resourceType\":\"Patient\",\"id\":\"p\",%s}", c->members);
    put(path, text, strlen(text));
    r = reader_open(path, lexicon_core(), NULL, NULL, &err);
    cr_assert(r && reader_next(r, &p, &err) == ELIGO_OK);
    cr_expect_eq(p.sex, c->sex, "%s", c->members);
    cr_expect_str_eq(date_text(p.birth, day), c->birth);
    cr_expect_str_eq(date_text(p.death, day), c->death);
    cr_expect_eq(p.deceased, c->deceased);
    cr_expect_eq(reader_next(r, &p, &err), ELIGO_END);
    reader_close(r);
    remove(path);
}

Test(fhir, what_is_no_record_is_refused)
{
    eligo_error err = {0};

    cr_expect_null(reader_open("fhir-test-none.json", lexicon_core(), NULL, NULL, &err));
    cr_expect_eq(err.code, ELIGO_EREAD);
    put("fhir-test.txt", "hello\n", 6);
    err = (eligo_error){0};
    cr_expect_null(reader_open("fhir-test.txt", lexicon_core(), NULL, NULL, &err));
    cr_expect_eq(err.code, ELIGO_EPARSE);
    remove("fhir-test.txt");
}

typedef struct route_case {
    const char *words;
    route_words where;
    const char *route; /* NULL: none */
} route_case;

static void check_route(const route_case *c)
{
    const char *route = route_named(c->words, c->where);

    cr_expect(c->route ? route && strcmp(route, c->route) == 0 : !route, "%s: %s, and not %s", c->words, route ? route : "none",
              c->route ? c->route : "none");
}

static const route_case route_cases[] = {
    {"oral", ROUTE_FIELD, "oral"},
    {"po", ROUTE_FIELD, "oral"},
    {"oral inhalation", ROUTE_FIELD, "inhaled"},
    {"subcutaneous route", ROUTE_FIELD, "subcutaneous"},
    {"iv", ROUTE_FIELD, "intravenous"},
    {"otic", ROUTE_FIELD, "otic"},
    {"antibiotic lock", ROUTE_FIELD, NULL},
    {"intraosseous", ROUTE_FIELD, NULL},
    {"hydrocortisone 1 % cream", ROUTE_NAME, "topical"},
    {"insulin glargine im kit", ROUTE_NAME, NULL},
    {"antibiotic ointment", ROUTE_NAME, "topical"},
    {"metformin 500 mg oral tablet", ROUTE_NAME, "oral"},
    {"metformin 500 mg", ROUTE_NAME, NULL},
};
CHECK_TABLE(fhir, route, check_route)
