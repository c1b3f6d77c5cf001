build-t/rules/measures.o: rules/measures.c rules/measures.h \
 rules/concept.h engine/base/arena.h engine/eligo.h rules/cue.h
rules/measures.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
