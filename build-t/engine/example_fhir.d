build-t/engine/example_fhir.o: engine/example_fhir.c \
 engine/example_fhir.h engine/base/buffer.h engine/base/jsonout.h \
 engine/eligo.h patients/fact.h engine/base/arena.h engine/base/date.h \
 rules/concept.h rules/cue.h rules/table.h rules/fold.h \
 engine/base/text.h rules/unit.h
engine/example_fhir.h:
engine/base/buffer.h:
engine/base/jsonout.h:
engine/eligo.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
rules/table.h:
rules/fold.h:
engine/base/text.h:
rules/unit.h:
