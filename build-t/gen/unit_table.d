build-t/gen/unit_table.o: build-t/gen/unit_table.c rules/unit_table.h \
 rules/unit.h engine/eligo.h rules/concept.h engine/base/arena.h \
 rules/cue.h
rules/unit_table.h:
rules/unit.h:
engine/eligo.h:
rules/concept.h:
engine/base/arena.h:
rules/cue.h:
