build-t/rules/settle.o: rules/settle.c rules/rule.h engine/base/arena.h \
 engine/base/date.h engine/eligo.h rules/concept.h rules/cue.h \
 engine/base/limits.h
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
engine/base/limits.h:
