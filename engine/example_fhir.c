/* Resources as a server would send them, with no more in them than the clause asks about. */
#include "engine/example_fhir.h"

#include "engine/base/text.h"
#include "rules/landmark.h"
#include "rules/table.h"
#include "rules/unit.h"

#include <math.h>
#include <string.h>

/* ---- names ---- */

static const char *uri_of(code_system s)
{
    switch (s) {
    case CODE_LOINC: return "http://loinc.org";
    case CODE_SNOMED: return "http://snomed.info/sct";
    case CODE_ICD10CM: return "http://hl7.org/fhir/sid/icd-10-cm";
    case CODE_RXNORM: return "http://www.nlm.nih.gov/research/umls/rxnorm";
    case CODE_ATC: return "http://www.whocc.no/atc";
    case CODE_CVX: return "http://hl7.org/fhir/sid/cvx";
    default: return NULL;
    }
}

/* "icd10cm:E11.9@source": taken where it is one code that means the concept and nothing else. */
static bool take_code(const lexicon *lx, const concept *c, const char *part, size_t size,
                      example_name *out)
{
    const char *at = memchr(part, '@', size), *colon;
    size_t system_size, code_size;
    code_system s;
    code_sense sense;

    if (at)
        size = (size_t)(at - part);
    colon = memchr(part, ':', size);
    if (!colon)
        return false;
    system_size = (size_t)(colon - part);
    code_size = size - system_size - 1;
    s = code_system_find(part, system_size);
    if (!uri_of(s) || code_size == 0 || code_size >= sizeof out->code)
        return false;
    if (out->system != CODE_UNKNOWN && s >= out->system)
        return false;
    if ((s == CODE_ICD10CM || s == CODE_ATC) && memchr(colon + 1, '-', code_size))
        return false;
    if (lexicon_code(lx, s, colon + 1, code_size, &sense) != c || sense != CODE_IS)
        return false;
    out->concept = c;
    out->system = s;
    memcpy(out->code, colon + 1, code_size);
    out->code[code_size] = '\0';
    return true;
}

static bool name_itself(const lexicon *lx, const concept *c, example_name *out, arena *a)
{
    const concept_row *row = lexicon_row(lx, c);
    const char *cell = row->codes ? row->codes : "", *part;
    size_t size;

    *out = (example_name){.words = c->name};
    while (text_next_part(&cell, &part, &size))
        if (take_code(lx, c, part, size, out))
            return true;
    if (lexicon_display(lx, c->name, strlen(c->name), a) == c) {
        out->concept = c;
        return true;
    }
    cell = row->synonyms ? row->synonyms : "";
    while (text_next_part(&cell, &part, &size)) {
        bool exact = *part == '=';

        if (lexicon_display(lx, part + exact, size - exact, a) == c) {
            out->concept = c;
            out->words = arena_text(a, part + exact, size - exact);
            return out->words != NULL;
        }
    }
    return false;
}

example_name example_name_of(const lexicon *lx, const concept *c, bool lower, arena *a)
{
    example_name out;

    if (name_itself(lx, c, &out, a))
        return out;
    for (size_t i = 0; lower && i < lexicon_size(lx); i++) {
        const concept *d = lexicon_at(lx, i);

        if (d != c && concept_is(d, c) && name_itself(lx, d, &out, a))
            return out;
    }
    return (example_name){.words = c->name};
}

/* ---- pieces ---- */

static void put_code(json_out *o, const char *key, const char *system, const char *code,
                     const char *display)
{
    json_put_key(o, key);
    json_open(o, '{');
    json_put_key(o, "coding");
    json_open(o, '[');
    json_open(o, '{');
    json_text_member(o, "system", system);
    json_text_member(o, "code", code);
    if (display)
        json_text_member(o, "display", display);
    json_close(o, '}');
    json_close(o, ']');
    json_close(o, '}');
}

static void put_text(json_out *o, const char *key, const char *text)
{
    json_put_key(o, key);
    json_open(o, '{');
    json_text_member(o, "text", text);
    json_close(o, '}');
}

static void put_name(json_out *o, const char *key, const example_name *n, const char *words)
{
    buffer text;

    buffer_init(&text, 4096);
    if (words)
        buffer_printf(&text, "%s ", words);
    buffer_puts(&text, n->words);
    if (key)
        json_put_key(o, key);
    json_open(o, '{');
    if (n->system != CODE_UNKNOWN) {
        json_put_key(o, "coding");
        json_open(o, '[');
        json_open(o, '{');
        json_text_member(o, "system", uri_of(n->system));
        json_text_member(o, "code", n->code);
        json_text_member(o, "display", n->words);
        json_close(o, '}');
        json_close(o, ']');
    }
    json_text_member(o, "text", text.data ? text.data : n->words);
    json_close(o, '}');
    buffer_free(&text);
}

static void put_day(json_out *o, const char *key, day d)
{
    char text[16];

    if (d != DAY_NONE)
        json_text_member(o, key, day_text(d, text));
}

static void put_period(json_out *o, const char *key, const thing *t)
{
    json_put_key(o, key);
    json_open(o, '{');
    put_day(o, "start", t->start);
    if (t->state == THING_OVER)
        put_day(o, "end", t->end);
    json_close(o, '}');
}

static void put_quantity(json_out *o, const char *key, double value, const char *ucum)
{
    char text[64];

    if (key)
        json_put_key(o, key);
    json_open(o, '{');
    json_number_member(o, "value", value);
    if (ucum) {
        json_text_member(o, "unit", unit_printed(ucum, text));
        json_text_member(o, "system", "http://unitsofmeasure.org");
        json_text_member(o, "code", ucum);
    }
    json_close(o, '}');
}

/* ---- the bundle ---- */

static void open_resource(example_writer *w, const char *type, const char *subject)
{
    char id[32];
    buffer reference;

    json_open(w->o, '{');
    json_put_key(w->o, "resource");
    json_open(w->o, '{');
    json_text_member(w->o, "resourceType", type);
    buffer_init(&reference, 256);
    buffer_printf(&reference, "r%zu", ++w->count);
    strncpy(id, reference.data ? reference.data : "r", sizeof id - 1);
    id[sizeof id - 1] = '\0';
    json_text_member(w->o, "id", id);
    buffer_clear(&reference);
    buffer_printf(&reference, "Patient/%s", w->patient);
    json_put_key(w->o, subject);
    json_open(w->o, '{');
    json_text_member(w->o, "reference", reference.data ? reference.data : "");
    json_close(w->o, '}');
    buffer_free(&reference);
}

static void close_resource(example_writer *w)
{
    json_close(w->o, '}');
    json_close(w->o, '}');
}

bool example_begin(example_writer *w, buffer *to, const example_person *p)
{
    static const char *const genders[] = {NULL, "female", "male", "other"};

    *w = (example_writer){json_out_new(to, true), to, p->id, 0};
    if (!w->o)
        return false;
    json_open(w->o, '{');
    json_text_member(w->o, "resourceType", "Bundle");
    json_text_member(w->o, "type", "collection");
    json_put_key(w->o, "entry");
    json_open(w->o, '[');
    json_open(w->o, '{');
    json_put_key(w->o, "resource");
    json_open(w->o, '{');
    json_text_member(w->o, "resourceType", "Patient");
    json_text_member(w->o, "id", p->id);
    if (genders[p->sex])
        json_text_member(w->o, "gender", genders[p->sex]);
    put_day(w->o, "birthDate", p->birth);
    close_resource(w);
    return true;
}

bool example_end(example_writer *w)
{
    json_close(w->o, ']');
    json_close(w->o, '}');
    return json_out_delete(w->o) && !w->to->failed;
}

/* ---- things ---- */

static void put_condition(example_writer *w, const thing *t)
{
    json_out *o = w->o;
    bool refuted = t->state == THING_REFUTED;

    open_resource(w, "Condition", "subject");
    if (!refuted)
        put_code(o, "clinicalStatus", "http://terminology.hl7.org/CodeSystem/condition-clinical",
                 t->state == THING_OVER ? "resolved" : "active", NULL);
    put_code(o, "verificationStatus", "http://terminology.hl7.org/CodeSystem/condition-ver-status",
             refuted        ? "refuted"
             : t->suspected ? "provisional"
                            : "confirmed",
             NULL);
    put_name(o, "code", &t->name, t->words);
    if (t->severity)
        put_text(o, "severity", t->severity);
    if (t->site) {
        json_put_key(o, "bodySite");
        json_open(o, '[');
        json_open(o, '{');
        json_text_member(o, "text", t->site);
        json_close(o, '}');
        json_close(o, ']');
    }
    put_day(o, refuted ? "recordedDate" : "onsetDateTime", t->start);
    if (t->state == THING_OVER)
        put_day(o, "abatementDateTime", t->end);
    close_resource(w);
}

static void put_drug(example_writer *w, const thing *t)
{
    static const char *const statuses[] = {"active", "completed", "not-taken", "intended"};
    json_out *o = w->o;

    open_resource(w, "MedicationStatement", "subject");
    json_text_member(o, "status", statuses[t->state]);
    put_name(o, "medicationCodeableConcept", &t->name, t->words);
    if (t->state == THING_OPEN || t->state == THING_OVER)
        put_period(o, "effectivePeriod", t);
    else
        put_day(o, "dateAsserted", t->start);
    if (t->route || !isnan(t->dose)) {
        json_put_key(o, "dosage");
        json_open(o, '[');
        json_open(o, '{');
        if (t->route)
            put_text(o, "route", t->route);
        if (!isnan(t->dose)) {
            json_put_key(o, "timing");
            json_open(o, '{');
            json_put_key(o, "repeat");
            json_open(o, '{');
            json_number_member(o, "frequency", 1);
            json_number_member(o, "period", 1);
            json_text_member(o, "periodUnit", "d");
            json_close(o, '}');
            json_close(o, '}');
            json_put_key(o, "doseAndRate");
            json_open(o, '[');
            json_open(o, '{');
            put_quantity(o, "doseQuantity", t->dose, t->dose_unit);
            json_close(o, '}');
            json_close(o, ']');
        }
        json_close(o, '}');
        json_close(o, ']');
    }
    close_resource(w);
}

static void put_procedure(example_writer *w, const thing *t)
{
    json_out *o = w->o;

    open_resource(w, "Procedure", "subject");
    json_text_member(o, "status",
                     t->state == THING_OPEN      ? "in-progress"
                     : t->state == THING_PLANNED ? "preparation"
                                                 : "completed");
    put_name(o, "code", &t->name, t->words);
    if (t->state != THING_PLANNED)
        put_period(o, "performedPeriod", t);
    if (t->site) {
        json_put_key(o, "bodySite");
        json_open(o, '[');
        json_open(o, '{');
        json_text_member(o, "text", t->site);
        json_close(o, '}');
        json_close(o, ']');
    }
    close_resource(w);
}

static void put_immunization(example_writer *w, const thing *t)
{
    open_resource(w, "Immunization", "patient");
    json_text_member(w->o, "status", "completed");
    put_name(w->o, "vaccineCode", &t->name, t->words);
    put_day(w->o, "occurrenceDateTime", t->start);
    close_resource(w);
}

static void put_device(example_writer *w, const thing *t)
{
    json_out *o = w->o;

    open_resource(w, "DeviceUseStatement", "subject");
    json_put_key(o, "contained");
    json_open(o, '[');
    json_open(o, '{');
    json_text_member(o, "resourceType", "Device");
    json_text_member(o, "id", "device");
    put_name(o, "type", &t->name, t->words);
    json_close(o, '}');
    json_close(o, ']');
    json_text_member(o, "status", t->state == THING_OVER ? "completed" : "active");
    put_period(o, "timingPeriod", t);
    json_put_key(o, "device");
    json_open(o, '{');
    json_text_member(o, "reference", "#device");
    json_close(o, '}');
    close_resource(w);
}

static void put_allergy(example_writer *w, const thing *t)
{
    json_out *o = w->o;
    bool refuted = t->state == THING_REFUTED;

    open_resource(w, "AllergyIntolerance", "patient");
    if (!refuted)
        put_code(o, "clinicalStatus",
                 "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "active",
                 NULL);
    put_code(o, "verificationStatus",
             "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification",
             refuted ? "refuted" : "confirmed", NULL);
    put_name(o, "code", &t->name, t->words);
    put_day(o, refuted ? "recordedDate" : "onsetDateTime", t->start);
    close_resource(w);
}

static void put_encounter(example_writer *w, const thing *t)
{
    static const char *const classes[][2] = {
        {"hospitalization", "IMP"}, {"emergency_visit", "EMER"}, {"outpatient_visit", "AMB"}};
    json_out *o = w->o;

    open_resource(w, "Encounter", "subject");
    json_text_member(o, "status", t->state == THING_OVER ? "finished" : "in-progress");
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (strcmp(t->name.concept->id, classes[i][0]) == 0) {
            json_put_key(o, "class");
            json_open(o, '{');
            json_text_member(o, "system", "http://terminology.hl7.org/CodeSystem/v3-ActCode");
            json_text_member(o, "code", classes[i][1]);
            json_close(o, '}');
        }
    json_put_key(o, "type");
    json_open(o, '[');
    put_name(o, NULL, &t->name, t->words);
    json_close(o, ']');
    put_period(o, "period", t);
    close_resource(w);
}

/* An isolate of a culture, or a question about the patient's life and its answer. */
static void put_answer(example_writer *w, const thing *t)
{
    json_out *o = w->o;

    open_resource(w, "Observation", "subject");
    json_text_member(o, "status", "final");
    if (t->category == CATEGORY_ORGANISM)
        put_code(o, "code", "http://loinc.org", "6463-4",
                 "Bacteria identified in Specimen by Culture");
    else
        put_name(o, "code", &t->name, t->words);
    put_day(o, "effectiveDateTime", t->start);
    if (t->category == CATEGORY_ORGANISM)
        put_name(o, "valueCodeableConcept", &t->name, t->words);
    else
        json_bool_member(o, "valueBoolean", t->state != THING_REFUTED);
    close_resource(w);
}

static void put_relative(example_writer *w, const thing *t)
{
    json_out *o = w->o;

    open_resource(w, "FamilyMemberHistory", "patient");
    json_text_member(o, "status", "completed");
    put_day(o, "date", t->start);
    put_code(o, "relationship", "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "FTH",
             "father");
    json_put_key(o, "condition");
    json_open(o, '[');
    json_open(o, '{');
    put_name(o, "code", &t->name, t->words);
    json_close(o, '}');
    json_close(o, ']');
    close_resource(w);
}

static void put_consent(example_writer *w, const thing *t)
{
    json_out *o = w->o;

    open_resource(w, "Consent", "patient");
    json_text_member(o, "status", t->state == THING_REFUTED ? "rejected" : "active");
    put_code(o, "scope", "http://terminology.hl7.org/CodeSystem/consentscope", "research",
             "Research");
    put_day(o, "dateTime", t->start);
    close_resource(w);
}

bool example_put_thing(example_writer *w, const thing *t)
{
    bool deniable = t->category == CATEGORY_CONDITION || t->category == CATEGORY_MEDICATION ||
                    t->category == CATEGORY_ALLERGY || t->category == CATEGORY_SOCIAL;

    if ((t->state == THING_REFUTED && !deniable) ||
        (t->state == THING_PLANNED && t->category != CATEGORY_MEDICATION &&
         t->category != CATEGORY_PROCEDURE))
        return false;
    if (t->family) {
        if (t->state != THING_OPEN)
            return false;
        put_relative(w, t);
        return true;
    }
    switch (t->category) {
    case CATEGORY_CONDITION: put_condition(w, t); return true;
    case CATEGORY_MEDICATION: put_drug(w, t); return true;
    case CATEGORY_PROCEDURE: put_procedure(w, t); return true;
    case CATEGORY_IMMUNIZATION: put_immunization(w, t); return true;
    case CATEGORY_DEVICE: put_device(w, t); return true;
    case CATEGORY_ALLERGY: put_allergy(w, t); return true;
    case CATEGORY_ENCOUNTER: put_encounter(w, t); return true;
    case CATEGORY_ORGANISM:
    case CATEGORY_SOCIAL: put_answer(w, t); return true;
    case CATEGORY_CONSENT:
        if (!is_landmark(t->name.concept, LANDMARK_INFORMED_CONSENT))
            return false;
        put_consent(w, t);
        return true;
    default: return false;
    }
}

/* ---- results ---- */

void example_put_result(example_writer *w, const result *r)
{
    static const char *const letters = "HLNA";
    static const char codes[][2] = {"H", "L", "N", "A"};
    json_out *o = w->o;

    open_resource(w, "Observation", "subject");
    json_text_member(o, "status", "final");
    put_name(o, "code", &r->name, NULL);
    put_day(o, "effectiveDateTime", r->when);
    if (r->sign)
        put_code(o, "valueCodeableConcept", "http://snomed.info/sct",
                 r->sign > 0 ? "10828004" : "260385009", r->sign > 0 ? "Positive" : "Negative");
    else if (r->text)
        json_text_member(o, "valueString", r->text);
    else if (!isnan(r->value))
        put_quantity(o, "valueQuantity", r->value, r->ucum);
    if (r->interpretation) {
        json_put_key(o, "interpretation");
        json_open(o, '[');
        json_open(o, '{');
        json_put_key(o, "coding");
        json_open(o, '[');
        json_open(o, '{');
        json_text_member(o, "system",
                         "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation");
        json_text_member(o, "code", codes[strchr(letters, r->interpretation) - letters]);
        json_close(o, '}');
        json_close(o, ']');
        json_close(o, '}');
        json_close(o, ']');
    }
    if (!isnan(r->low) || !isnan(r->high)) {
        json_put_key(o, "referenceRange");
        json_open(o, '[');
        json_open(o, '{');
        if (!isnan(r->low))
            put_quantity(o, "low", r->low, r->ucum);
        if (!isnan(r->high))
            put_quantity(o, "high", r->high, r->ucum);
        json_close(o, '}');
        json_close(o, ']');
    }
    close_resource(w);
}
