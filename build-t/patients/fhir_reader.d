build-t/patients/fhir_reader.o: patients/fhir_reader.c patients/fhir.h \
 engine/base/json.h engine/base/arena.h engine/eligo.h patients/fact.h \
 engine/base/date.h rules/concept.h rules/cue.h patients/fhir_words.h \
 patients/fhir_lost.h patients/unread.h engine/base/buffer.h \
 engine/base/error.h engine/base/file.h engine/base/limits.h \
 patients/fhir_notes.h patients/source.h patients/input.h \
 patients/reader.h
patients/fhir.h:
engine/base/json.h:
engine/base/arena.h:
engine/eligo.h:
patients/fact.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
patients/fhir_words.h:
patients/fhir_lost.h:
patients/unread.h:
engine/base/buffer.h:
engine/base/error.h:
engine/base/file.h:
engine/base/limits.h:
patients/fhir_notes.h:
patients/source.h:
patients/input.h:
patients/reader.h:
