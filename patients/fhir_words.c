#include "patients/fhir_words.h"

#include <stdlib.h>
#include <string.h>

#define WORD(name) #name,
static const char *const keys[] = {FHIR_KEYS(WORD) FHIR_TIMES(WORD) "value*", NULL};
static const char *const types[] = {FHIR_TYPES(WORD) NULL};
#undef WORD

/* Types that say nothing about eligibility. */
static const uint8_t unwanted[] = {TYPE_Claim,
                                   TYPE_ClaimResponse,
                                   TYPE_ExplanationOfBenefit,
                                   TYPE_Coverage,
                                   TYPE_CoverageEligibilityRequest,
                                   TYPE_CoverageEligibilityResponse,
                                   TYPE_Account,
                                   TYPE_Invoice,
                                   TYPE_ChargeItem,
                                   TYPE_PaymentNotice,
                                   TYPE_PaymentReconciliation,
                                   TYPE_CarePlan,
                                   TYPE_CareTeam,
                                   TYPE_Goal,
                                   TYPE_Task,
                                   TYPE_Communication,
                                   TYPE_CommunicationRequest,
                                   TYPE_Organization,
                                   TYPE_Practitioner,
                                   TYPE_PractitionerRole,
                                   TYPE_HealthcareService,
                                   TYPE_Endpoint,
                                   TYPE_Provenance,
                                   TYPE_AuditEvent,
                                   TYPE_DocumentReference,
                                   TYPE_DocumentManifest,
                                   TYPE_Composition,
                                   TYPE_Binary,
                                   TYPE_Media,
                                   TYPE_ImagingStudy,
                                   TYPE_ServiceRequest,
                                   TYPE_DeviceRequest,
                                   TYPE_NutritionOrder,
                                   TYPE_VisionPrescription,
                                   TYPE_SupplyRequest,
                                   TYPE_SupplyDelivery,
                                   TYPE_Appointment,
                                   TYPE_AppointmentResponse,
                                   TYPE_Schedule,
                                   TYPE_Slot,
                                   TYPE_Questionnaire,
                                   TYPE_ValueSet,
                                   TYPE_CodeSystem,
                                   TYPE_StructureDefinition,
                                   TYPE_CapabilityStatement,
                                   TYPE_SearchParameter,
                                   TYPE_OperationDefinition,
                                   TYPE_ConceptMap,
                                   TYPE_Library,
                                   TYPE_Measure,
                                   TYPE_MeasureReport,
                                   TYPE_PlanDefinition,
                                   TYPE_ActivityDefinition,
                                   TYPE_ResearchStudy,
                                   TYPE_Flag,
                                   TYPE_List,
                                   TYPE_Subscription,
                                   TYPE_Person,
                                   TYPE_RelatedPerson,
                                   TYPE_Group,
                                   TYPE_OperationOutcome,
                                   TYPE_Parameters,
                                   TYPE_MessageHeader,
                                   TYPE_Basic,
                                   TYPE_Linkage};

/* What a resource is, and whom it is about. */
static const uint8_t subject_keys[] = {
    KEY_resourceType, KEY_id,         KEY_subject,        KEY_patient, KEY_individual,
    KEY_reference,    KEY_identifier, KEY_system,         KEY_value,   KEY_link,
    KEY_type,         KEY_other,      KEY_transactionTime};
/* Members of a resource itself that nobody asks for, though they may be in what it consists of. */
static const uint8_t never_asked[] = {KEY_text};
static const uint8_t never_asked_of_observations[] = {KEY_category, KEY_encounter, KEY_context,
                                                      KEY_extension, KEY_identifier};
/* Codes, and what else comes again in the same words. */
static const uint8_t repeated[] = {KEY_code,
                                   KEY_category,
                                   KEY_class,
                                   KEY_type,
                                   KEY_meta,
                                   KEY_clinicalStatus,
                                   KEY_verificationStatus,
                                   KEY_medicationCodeableConcept,
                                   KEY_vaccineCode,
                                   KEY_valueCodeableConcept,
                                   KEY_interpretation,
                                   KEY_referenceRange,
                                   KEY_route,
                                   KEY_dosageInstruction};

static void set(uint8_t *flags, const uint8_t *keys_, size_t count, uint8_t flag, bool on)
{
    for (size_t i = 0; i < count; i++)
        flags[keys_[i]] = (uint8_t)(on ? flags[keys_[i]] | flag : flags[keys_[i]] & ~flag);
}
#define SET(flags, keys_, flag, on) set(flags, keys_, sizeof(keys_), flag, on)

fhir_words *fhir_words_new(void)
{
    fhir_words *w = calloc(1, sizeof *w);

    if (!w)
        return NULL;
    w->keys = json_names_new(keys);
    w->types = json_names_new(types);
    w->memo = json_memo_new();
    if (!w->keys || !w->types || !w->memo) {
        fhir_words_delete(w);
        return NULL;
    }
    memset(w->inside + 1, JSON_KEEP, KEYS - 1);
    SET(w->inside, repeated, JSON_REPEATED, true);
    memcpy(w->of_resources, w->inside, KEYS);
    SET(w->of_resources, never_asked, JSON_KEEP, false);
    memcpy(w->of_observations, w->of_resources, KEYS);
    SET(w->of_observations, never_asked_of_observations, JSON_KEEP, false);
    SET(w->of_subjects, subject_keys, JSON_KEEP, true);
    /* what is kept may not be in the memo: it would be kept otherwise in there */
    SET(w->of_subjects, repeated, JSON_REPEATED, true);
    SET(w->of_subjects, subject_keys, JSON_REPEATED, false);
    for (unsigned type = 1; type < TYPES; type++)
        if (!memchr(unwanted, (int)type, sizeof unwanted)) {
            w->by_type[0][type] = type == TYPE_Observation ? w->of_observations : w->of_resources;
            w->by_type[1][type] = w->of_subjects;
        }
    w->everything = (json_filter){w->keys, w->inside, w->types, w->by_type[0], w->memo};
    w->subjects = (json_filter){w->keys, w->of_subjects, w->types, w->by_type[1], w->memo};
    return w;
}

void fhir_words_delete(fhir_words *w)
{
    if (!w)
        return;
    json_names_delete(w->keys);
    json_names_delete(w->types);
    json_memo_delete(w->memo);
    free(w);
}

const char *fhir_type_name(fhir_type type)
{
    return type == TYPE_NONE ? "" : types[type - 1];
}

bool fhir_clinical(fhir_type type)
{
    switch (type) {
    case TYPE_Observation:
    case TYPE_Condition:
    case TYPE_MedicationRequest:
    case TYPE_MedicationStatement:
    case TYPE_MedicationAdministration:
    case TYPE_MedicationDispense:
    case TYPE_Procedure:
    case TYPE_AllergyIntolerance:
    case TYPE_Encounter:
    case TYPE_Immunization:
    case TYPE_DeviceUseStatement:
    case TYPE_FamilyMemberHistory:
    case TYPE_Consent:
    case TYPE_DiagnosticReport:
    case TYPE_ResearchSubject: return true;
    default: return false;
    }
}
