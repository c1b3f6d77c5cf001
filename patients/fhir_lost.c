/* What of a FHIR export is not read: types of resources that are passed over, and whose a line is
 * that is too damaged to be read. */
#include "patients/fhir_lost.h"

#include <stdio.h>

/* Says nothing about a patient's health: money, people, places, the server's own matters.
 * Everything else that is not read is named. */
bool fhir_is_paperwork(slice type)
{
    static const char *const list[] = {"Account",
                                       "ActivityDefinition",
                                       "Appointment",
                                       "AppointmentResponse",
                                       "AuditEvent",
                                       "Binary",
                                       "Bundle",
                                       "CapabilityStatement",
                                       "CareTeam",
                                       "ChargeItem",
                                       "Claim",
                                       "ClaimResponse",
                                       "CodeSystem",
                                       "ConceptMap",
                                       "Coverage",
                                       "CoverageEligibilityRequest",
                                       "CoverageEligibilityResponse",
                                       "Device",
                                       "Endpoint",
                                       "ExplanationOfBenefit",
                                       "Group",
                                       "HealthcareService",
                                       "Invoice",
                                       "Library",
                                       "Linkage",
                                       "Location",
                                       "Measure",
                                       "MeasureReport",
                                       "Medication",
                                       "MessageHeader",
                                       "OperationDefinition",
                                       "OperationOutcome",
                                       "Organization",
                                       "Parameters",
                                       "Patient",
                                       "PaymentNotice",
                                       "PaymentReconciliation",
                                       "Person",
                                       "PlanDefinition",
                                       "Practitioner",
                                       "PractitionerRole",
                                       "Provenance",
                                       "Questionnaire",
                                       "RelatedPerson",
                                       "ResearchStudy",
                                       "Schedule",
                                       "SearchParameter",
                                       "Slot",
                                       "Specimen",
                                       "StructureDefinition",
                                       "Subscription",
                                       "Substance",
                                       "SupplyDelivery",
                                       "SupplyRequest",
                                       "ValueSet"};

    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (slice_is(type, list[i]))
            return true;
    return false;
}

/* The string behind a key, from `at` on; size 0: none. */
static slice string_behind(slice text, const char *key)
{
    const char *end = text.text + text.size,
               *at = text.size ? memmem(text.text, text.size, key, strlen(key)) : NULL, *stop;

    for (at = at ? at + strlen(key) : end; at < end && (*at == ' ' || *at == ':');)
        at++;
    if (at >= end || *at != '"')
        return (slice){"", 0};
    stop = memchr(at + 1, '"', (size_t)(end - at - 1));
    return stop ? (slice){at + 1, (size_t)(stop - at - 1)} : (slice){"", 0};
}

slice fhir_passed_over(const json_doc *doc, const json_value *v)
{
    enum { HEAD = 400 };
    slice head = {doc->text + v->start, v->size < HEAD ? v->size : HEAD};

    return string_behind(head, "\"resourceType\"");
}

slice fhir_torn_subject(const char *text, size_t size)
{
    enum { NEAR = 200 };
    static const char *const keys[] = {"\"subject\"", "\"patient\"", "\"individual\""};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *at = memmem(text, size, keys[i], strlen(keys[i]));
        size_t left = at ? (size_t)(text + size - at) : 0;
        slice found =
            string_behind((slice){at ? at : "", left < NEAR ? left : NEAR}, "\"reference\"");

        if (found.size)
            return found;
    }
    return (slice){"", 0};
}

bool fhir_torn_person(const char *text, size_t size)
{
    enum { HEAD = 400 };
    slice type = string_behind((slice){text, size < HEAD ? size : HEAD}, "\"resourceType\"");

    return slice_is(type, "Bundle") || slice_is(type, "Patient");
}

/* ---- counts ---- */

void unread_add(unread *u, slice type)
{
    if (!fhir_is_paperwork(type) && fhir_is_type(type))
        unread_count(u, type.text, type.size);
}

void unread_add_element(unread *u, slice type, const char *element)
{
    char name[sizeof u->list->type];
    int n = snprintf(name, sizeof name, "%.*s.%s", (int)type.size, type.text, element);

    unread_count(u, name, n > 0 ? (size_t)n : 0);
}
