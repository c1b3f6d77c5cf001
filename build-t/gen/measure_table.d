build-t/gen/measure_table.o: build-t/gen/measure_table.c rules/measures.h \
 rules/concept.h engine/base/arena.h engine/eligo.h rules/cue.h
rules/measures.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
