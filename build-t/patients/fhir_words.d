build-t/patients/fhir_words.o: patients/fhir_words.c \
 patients/fhir_words.h engine/base/json.h engine/base/arena.h \
 engine/eligo.h
patients/fhir_words.h:
engine/base/json.h:
engine/base/arena.h:
engine/eligo.h:
