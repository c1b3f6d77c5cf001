build-t/engine/examples.o: engine/examples.c engine/examples.h \
 engine/base/buffer.h engine/base/jsonout.h engine/eligo.h \
 engine/screen.h engine/eval.h engine/truth.h patients/fact.h \
 engine/base/arena.h engine/base/date.h rules/concept.h rules/cue.h \
 rules/rule.h engine/base/json.h engine/base/limits.h \
 engine/example_fhir.h engine/leaf.h patients/fhir.h \
 patients/fhir_words.h rules/print.h rules/unit.h
engine/examples.h:
engine/base/buffer.h:
engine/base/jsonout.h:
engine/eligo.h:
engine/screen.h:
engine/eval.h:
engine/truth.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
rules/rule.h:
engine/base/json.h:
engine/base/limits.h:
engine/example_fhir.h:
engine/leaf.h:
patients/fhir.h:
patients/fhir_words.h:
rules/print.h:
rules/unit.h:
