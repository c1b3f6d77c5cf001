build-t/rules/load.o: rules/load.c rules/load.h engine/base/json.h \
 engine/base/arena.h engine/eligo.h rules/rule.h engine/base/date.h \
 rules/concept.h rules/cue.h engine/base/error.h engine/base/limits.h \
 rules/unit.h
rules/load.h:
engine/base/json.h:
engine/base/arena.h:
engine/eligo.h:
rules/rule.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
engine/base/error.h:
engine/base/limits.h:
rules/unit.h:
