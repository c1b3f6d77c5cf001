/* The words of FHIR that reading knows, numbered: names of members, types of resources. What is
 * compared once while a document is parsed is a number from there on. */
#ifndef ELIGO_PATIENTS_FHIR_WORDS_H
#define ELIGO_PATIENTS_FHIR_WORDS_H

#include "engine/base/json.h"

/* Each member that is asked for anywhere in fhir*.c; the parser drops all others. So an element
 * that is to be read has to be named here first, or it does not compile. */
// clang-format off
#define FHIR_KEYS(X)                                                                               \
    X(abatementBoolean) X(adherence) X(age) X(appliesTo) X(asNeededBoolean)                        \
    X(asNeededCodeableConcept) X(assertedDate) X(authoredOn) X(birthDate) X(bodySite)              \
    X(boundsDuration) X(boundsPeriod) X(category) X(class) X(clinicalStatus) X(code) X(coding)     \
    X(collection) X(comparator) X(complication) X(component) X(concept) X(conclusion) X(conclusionCode)          \
    X(condition) X(contained) X(context) X(criticality) X(date) X(dateAsserted) X(dateRecorded)    \
    X(dateTime) X(daysSupply) X(deceasedBoolean) X(deceasedDateTime) X(denominator)                \
    X(derivedFrom) X(device) X(diagnosis) X(deviceName) X(dispenseRequest) X(display) X(doNotPerform)           \
    X(dosage) X(dosageInstruction) X(doseAndRate) X(doseQuantity) X(effectiveTiming) X(encounter)  \
    X(end) X(entry) X(event) X(extension) X(focus) X(frequency) X(frequencyMax) X(fullUrl)         \
    X(gender) X(hasMember) X(high) X(id) X(identifier) X(implicitRules) X(individual)              \
    X(ingredient) X(intent) X(interpretation) X(isActive) X(issued) X(itemCodeableConcept)         \
    X(lastUpdated) X(link) X(location) X(low) X(manifestation) X(medication) X(medicationCodeableConcept)           \
    X(medicationReference) X(meta) X(method) X(modifierExtension) X(name) X(notDone) X(note)       \
    X(notGiven) X(numerator) X(onset) X(other) X(patient) X(period) X(periodMax) X(periodUnit)              \
    X(presentedForm) X(provision) X(rateQuantity) X(reaction) X(reason) X(reasonCode) X(reasonReference) X(recorded) X(recordedDate)            \
    X(recordedOn) X(reference) X(referenceRange) X(relation) X(relationship) X(repeat)             \
    X(reportedBoolean) X(reportedReference) X(request) X(resource) X(resourceType) X(route)        \
    X(scope) X(severity) X(specimen) X(stage) X(start) X(status) X(subject) X(substance)           \
    X(summary) X(system) X(taken) X(text) X(timing) X(transactionTime) X(type) X(unit) X(url) X(use)     \
    X(vaccineCode) X(validityPeriod) X(value) X(valueBoolean) X(valueCode)                         \
    X(valueCodeableConcept) X(valueCoding) X(valueDecimal) X(valueInteger) X(valueQuantity)        \
    X(valueRange) X(valueRatio) X(valueString) X(verificationStatus) X(whenHandedOver)             \
    X(whenPrepared)

/* onset[x] and its like, in the order in which record_when asks for them. */
#define FHIR_WHEN(X, prefix) \
    X(prefix##DateTime) X(prefix##Date) X(prefix##Instant) X(prefix##Period) X(prefix##Age) \
    X(prefix##Range) X(prefix##String)
#define FHIR_TIMES(X) \
    FHIR_WHEN(X, onset) FHIR_WHEN(X, abatement) FHIR_WHEN(X, performed) FHIR_WHEN(X, effective) \
    FHIR_WHEN(X, occurrence) FHIR_WHEN(X, timing)

/* Source: the lists of resources of FHIR STU3, R4, R4B and R5. */
#define FHIR_TYPES(X)                                                                              \
    X(Account) X(ActivityDefinition) X(ActorDefinition) X(AdministrableProductDefinition)          \
    X(AdverseEvent) X(AllergyIntolerance) X(Appointment) X(AppointmentResponse)                    \
    X(ArtifactAssessment) X(AuditEvent) X(Basic) X(Binary) X(BiologicallyDerivedProduct)           \
    X(BiologicallyDerivedProductDispense) X(BodySite) X(BodyStructure) X(Bundle)                   \
    X(CapabilityStatement) X(CarePlan) X(CareTeam) X(CatalogEntry) X(ChargeItem)                   \
    X(ChargeItemDefinition) X(Citation) X(Claim) X(ClaimResponse) X(ClinicalImpression)            \
    X(ClinicalUseDefinition) X(CodeSystem) X(Communication) X(CommunicationRequest)                \
    X(CompartmentDefinition) X(Composition) X(ConceptMap) X(Condition) X(ConditionDefinition)      \
    X(Consent) X(Contract) X(Coverage) X(CoverageEligibilityRequest)                               \
    X(CoverageEligibilityResponse) X(DataElement) X(DetectedIssue) X(Device)                       \
    X(DeviceAssociation) X(DeviceComponent) X(DeviceDefinition) X(DeviceDispense)                  \
    X(DeviceMetric) X(DeviceRequest) X(DeviceUsage) X(DeviceUseStatement) X(DiagnosticReport)      \
    X(DocumentManifest) X(DocumentReference) X(EffectEvidenceSynthesis) X(EligibilityRequest)      \
    X(EligibilityResponse) X(Encounter) X(EncounterHistory) X(Endpoint) X(EnrollmentRequest)       \
    X(EnrollmentResponse) X(EpisodeOfCare) X(EventDefinition) X(Evidence) X(EvidenceReport)        \
    X(EvidenceVariable) X(ExampleScenario) X(ExpansionProfile) X(ExplanationOfBenefit)             \
    X(FamilyMemberHistory) X(Flag) X(FormularyItem) X(GenomicStudy) X(Goal) X(GraphDefinition)     \
    X(Group) X(GuidanceResponse) X(HealthcareService) X(ImagingManifest) X(ImagingSelection)       \
    X(ImagingStudy) X(Immunization) X(ImmunizationEvaluation) X(ImmunizationRecommendation)        \
    X(ImplementationGuide) X(Ingredient) X(InsurancePlan) X(InventoryItem) X(InventoryReport)      \
    X(Invoice) X(Library) X(Linkage) X(List) X(Location) X(ManufacturedItemDefinition)             \
    X(Measure) X(MeasureReport) X(Media) X(Medication) X(MedicationAdministration)                 \
    X(MedicationDispense) X(MedicationKnowledge) X(MedicationRequest) X(MedicationStatement)       \
    X(MedicinalProduct) X(MedicinalProductAuthorization) X(MedicinalProductContraindication)       \
    X(MedicinalProductDefinition) X(MedicinalProductIndication) X(MedicinalProductIngredient)      \
    X(MedicinalProductInteraction) X(MedicinalProductManufactured) X(MedicinalProductPackaged)     \
    X(MedicinalProductPharmaceutical) X(MedicinalProductUndesirableEffect) X(MessageDefinition)    \
    X(MessageHeader) X(MolecularSequence) X(NamingSystem) X(NutritionIntake) X(NutritionOrder)     \
    X(NutritionProduct) X(Observation) X(ObservationDefinition) X(OperationDefinition)             \
    X(OperationOutcome) X(Organization) X(OrganizationAffiliation) X(PackagedProductDefinition)    \
    X(Parameters) X(Patient) X(PaymentNotice) X(PaymentReconciliation) X(Permission) X(Person)     \
    X(PlanDefinition) X(Practitioner) X(PractitionerRole) X(Procedure) X(ProcedureRequest)         \
    X(ProcessRequest) X(ProcessResponse) X(Provenance) X(Questionnaire) X(QuestionnaireResponse)   \
    X(ReferralRequest) X(RegulatedAuthorization) X(RelatedPerson) X(RequestGroup)                  \
    X(RequestOrchestration) X(Requirements) X(ResearchDefinition) X(ResearchElementDefinition)     \
    X(ResearchStudy) X(ResearchSubject) X(RiskAssessment) X(RiskEvidenceSynthesis) X(Schedule)     \
    X(SearchParameter) X(Sequence) X(ServiceDefinition) X(ServiceRequest) X(Slot) X(Specimen)      \
    X(SpecimenDefinition) X(StructureDefinition) X(StructureMap) X(Subscription)                   \
    X(SubscriptionStatus) X(SubscriptionTopic) X(Substance) X(SubstanceDefinition)                 \
    X(SubstanceNucleicAcid) X(SubstancePolymer) X(SubstanceProtein)                                \
    X(SubstanceReferenceInformation) X(SubstanceSourceMaterial) X(SubstanceSpecification)          \
    X(SupplyDelivery) X(SupplyRequest) X(Task) X(TerminologyCapabilities) X(TestPlan)              \
    X(TestReport) X(TestScript) X(Transport) X(ValueSet) X(VerificationResult)                     \
    X(VisionPrescription)
// clang-format on

#define FHIR_KEY(name) KEY_##name,
typedef enum fhir_key {
    KEY_NONE,
    FHIR_KEYS(FHIR_KEY) FHIR_TIMES(FHIR_KEY) KEY_value_other, /* value[x] of another type */
    KEYS
} fhir_key;
#undef FHIR_KEY

#define FHIR_TYPE(name) TYPE_##name,
typedef enum fhir_type { TYPE_NONE, FHIR_TYPES(FHIR_TYPE) TYPES } fhir_type;
#undef FHIR_TYPE

/* What the parser has to know; but for the memo it is only read once it is made. */
typedef struct fhir_words {
    json_names *keys, *types;
    json_memo *memo;
    json_filter everything; /* that anybody asks for; resources that say nothing are passed over */
    json_filter subjects;   /* only what a resource is, and whom it is about */
    uint8_t inside[KEYS], of_resources[KEYS], of_observations[KEYS], of_subjects[KEYS]; /* flags */
    const uint8_t *by_type[2][TYPES];
} fhir_words;
fhir_words *fhir_words_new(void); /* NULL: no memory */
void fhir_words_delete(fhir_words *w);
/* "Observation". */
const char *fhir_type_name(fhir_type type);

/* True where a type is a fact about a patient (so that one without a patient is worth a report). */
bool fhir_clinical(fhir_type type);

#endif
