build-t/rules/piece.o: rules/piece.c rules/piece.h rules/concept.h \
 engine/base/arena.h engine/eligo.h rules/cue.h
rules/piece.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
