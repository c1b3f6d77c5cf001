build-t/rules/variants.o: rules/variants.c rules/variants.h rules/rule.h \
 engine/base/arena.h engine/base/date.h engine/eligo.h rules/concept.h \
 rules/cue.h
rules/variants.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
