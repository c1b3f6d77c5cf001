/* What of a FHIR export is not read: types of resources that are passed over, and whose a line is
 * that is too damaged to be read. */
#include "patients/fhir_lost.h"

#include <stdio.h>

/* Says nothing about a patient's health: money, people, places, the server's own matters.
 * Everything else that is not read is named. */
bool fhir_is_paperwork(fhir_type type)
{
    switch (type) {
    case TYPE_Account:
    case TYPE_ActivityDefinition:
    case TYPE_Appointment:
    case TYPE_AppointmentResponse:
    case TYPE_AuditEvent:
    case TYPE_Binary:
    case TYPE_Bundle:
    case TYPE_CapabilityStatement:
    case TYPE_CareTeam:
    case TYPE_ChargeItem:
    case TYPE_Claim:
    case TYPE_ClaimResponse:
    case TYPE_CodeSystem:
    case TYPE_ConceptMap:
    case TYPE_Coverage:
    case TYPE_CoverageEligibilityRequest:
    case TYPE_CoverageEligibilityResponse:
    case TYPE_Device:
    case TYPE_Endpoint:
    case TYPE_ExplanationOfBenefit:
    case TYPE_Group:
    case TYPE_HealthcareService:
    case TYPE_Invoice:
    case TYPE_Library:
    case TYPE_Linkage:
    case TYPE_Location:
    case TYPE_Measure:
    case TYPE_MeasureReport:
    case TYPE_Medication:
    case TYPE_MessageHeader:
    case TYPE_OperationDefinition:
    case TYPE_OperationOutcome:
    case TYPE_Organization:
    case TYPE_Parameters:
    case TYPE_Patient:
    case TYPE_PaymentNotice:
    case TYPE_PaymentReconciliation:
    case TYPE_Person:
    case TYPE_PlanDefinition:
    case TYPE_Practitioner:
    case TYPE_PractitionerRole:
    case TYPE_Provenance:
    case TYPE_Questionnaire:
    case TYPE_RelatedPerson:
    case TYPE_ResearchStudy:
    case TYPE_Schedule:
    case TYPE_SearchParameter:
    case TYPE_Slot:
    case TYPE_Specimen:
    case TYPE_StructureDefinition:
    case TYPE_Subscription:
    case TYPE_Substance:
    case TYPE_SupplyDelivery:
    case TYPE_SupplyRequest:
    case TYPE_ValueSet: return true;
    default: return false;
    }
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

void unread_add(unread *u, fhir_type type)
{
    const char *name = fhir_type_name(type);

    if (type != TYPE_NONE && !fhir_is_paperwork(type))
        unread_count(u, name, strlen(name));
}

void unread_add_element(unread *u, slice type, const char *element)
{
    char name[sizeof u->list->type];
    int n = snprintf(name, sizeof name, "%.*s.%s", (int)type.size, type.text, element);

    unread_count(u, name, n > 0 ? (size_t)n : 0);
}
