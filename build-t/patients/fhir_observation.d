build-t/patients/fhir_observation.o: patients/fhir_observation.c \
 patients/fhir_record.h patients/fhir.h engine/base/json.h \
 engine/base/arena.h engine/eligo.h patients/fact.h engine/base/date.h \
 rules/concept.h rules/cue.h patients/fhir_words.h patients/mention.h \
 patients/result.h rules/unit.h
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
rules/unit.h:
