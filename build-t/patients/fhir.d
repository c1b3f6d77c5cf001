build-t/patients/fhir.o: patients/fhir.c patients/fhir_record.h \
 patients/fhir.h engine/base/json.h engine/base/arena.h engine/eligo.h \
 patients/fact.h engine/base/date.h rules/concept.h rules/cue.h \
 patients/fhir_words.h patients/mention.h patients/result.h
patients/fhir_record.h:
patients/fhir.h:
engine/base/json.h:
engine/base/arena.h:
engine/eligo.h:
patients/fact.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
patients/fhir_words.h:
patients/mention.h:
patients/result.h:
