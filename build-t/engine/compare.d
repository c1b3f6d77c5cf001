build-t/engine/compare.o: engine/compare.c engine/leaf.h engine/eval.h \
 engine/truth.h patients/fact.h engine/base/arena.h engine/base/date.h \
 rules/concept.h engine/eligo.h rules/cue.h rules/rule.h \
 engine/base/buffer.h engine/derived.h rules/unit.h
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
engine/base/buffer.h:
engine/derived.h:
rules/unit.h:
