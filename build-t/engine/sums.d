build-t/engine/sums.o: engine/sums.c engine/sums.h engine/screen.h \
 engine/eval.h engine/truth.h patients/fact.h engine/base/arena.h \
 engine/base/date.h rules/concept.h engine/eligo.h rules/cue.h \
 rules/rule.h
engine/sums.h:
engine/screen.h:
engine/eval.h:
engine/truth.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
rules/rule.h:
