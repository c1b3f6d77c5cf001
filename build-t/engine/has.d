build-t/engine/has.o: engine/has.c engine/dose.h patients/fact.h \
 engine/base/arena.h engine/base/date.h rules/concept.h engine/eligo.h \
 rules/cue.h rules/rule.h engine/question.h engine/leaf.h engine/eval.h \
 engine/truth.h patients/mention.h rules/unit.h
engine/dose.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
rules/rule.h:
engine/question.h:
engine/leaf.h:
engine/eval.h:
engine/truth.h:
patients/mention.h:
rules/unit.h:
