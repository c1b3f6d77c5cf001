build-t/engine/dose.o: engine/dose.c engine/dose.h patients/fact.h \
 engine/base/arena.h engine/base/date.h rules/concept.h engine/eligo.h \
 rules/cue.h rules/rule.h rules/unit.h
engine/dose.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
rules/rule.h:
rules/unit.h:
