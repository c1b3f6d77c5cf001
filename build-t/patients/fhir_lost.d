build-t/patients/fhir_lost.o: patients/fhir_lost.c patients/fhir_lost.h \
 patients/fhir.h engine/base/json.h engine/base/arena.h engine/eligo.h \
 patients/fact.h engine/base/date.h rules/concept.h rules/cue.h \
 patients/fhir_words.h patients/unread.h
patients/fhir_lost.h:
patients/fhir.h:
engine/base/json.h:
engine/base/arena.h:
engine/eligo.h:
patients/fact.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
patients/fhir_words.h:
patients/unread.h:
