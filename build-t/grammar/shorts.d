build-t/grammar/shorts.o: grammar/shorts.c grammar/shorts.h \
 rules/concept.h engine/base/arena.h engine/eligo.h rules/cue.h
grammar/shorts.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
