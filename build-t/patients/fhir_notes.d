build-t/patients/fhir_notes.o: patients/fhir_notes.c \
 patients/fhir_notes.h patients/fhir.h engine/base/json.h \
 engine/base/arena.h engine/eligo.h patients/fact.h engine/base/date.h \
 rules/concept.h rules/cue.h patients/fhir_words.h engine/base/error.h \
 engine/base/file.h engine/base/limits.h patients/fhir_tape.h \
 engine/base/buffer.h
patients/fhir_notes.h:
patients/fhir.h:
engine/base/json.h:
engine/base/arena.h:
engine/eligo.h:
patients/fact.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
patients/fhir_words.h:
engine/base/error.h:
engine/base/file.h:
engine/base/limits.h:
patients/fhir_tape.h:
engine/base/buffer.h:
