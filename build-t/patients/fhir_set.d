build-t/patients/fhir_set.o: patients/fhir_set.c patients/fhir.h \
 engine/base/json.h engine/base/arena.h engine/eligo.h patients/fact.h \
 engine/base/date.h rules/concept.h rules/cue.h patients/fhir_words.h
patients/fhir.h:
engine/base/json.h:
engine/base/arena.h:
engine/eligo.h:
patients/fact.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
patients/fhir_words.h:
