build-t/engine/impact.o: engine/impact.c engine/impact.h engine/eval.h \
 engine/truth.h patients/fact.h engine/base/arena.h engine/base/date.h \
 rules/concept.h engine/eligo.h rules/cue.h rules/rule.h \
 engine/base/limits.h engine/screen.h rules/variants.h
engine/impact.h:
engine/eval.h:
engine/truth.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
rules/rule.h:
engine/base/limits.h:
engine/screen.h:
rules/variants.h:
