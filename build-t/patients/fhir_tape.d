build-t/patients/fhir_tape.o: patients/fhir_tape.c patients/fhir_tape.h \
 engine/base/arena.h engine/base/buffer.h engine/base/json.h \
 engine/eligo.h engine/base/limits.h
patients/fhir_tape.h:
engine/base/arena.h:
engine/base/buffer.h:
engine/base/json.h:
engine/eligo.h:
engine/base/limits.h:
