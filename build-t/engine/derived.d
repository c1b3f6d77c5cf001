build-t/engine/derived.o: engine/derived.c engine/derived.h engine/leaf.h \
 engine/eval.h engine/truth.h patients/fact.h engine/base/arena.h \
 engine/base/date.h rules/concept.h engine/eligo.h rules/cue.h \
 rules/rule.h engine/derive.h rules/unit.h
engine/derived.h:
engine/leaf.h:
engine/eval.h:
engine/truth.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
rules/rule.h:
engine/derive.h:
rules/unit.h:
