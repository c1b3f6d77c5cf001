build-t/rules/unit.o: rules/unit.c rules/unit.h engine/eligo.h \
 rules/concept.h engine/base/arena.h rules/cue.h engine/base/error.h \
 rules/unit_term.h rules/unit_table.h
rules/unit.h:
engine/eligo.h:
rules/concept.h:
engine/base/arena.h:
rules/cue.h:
engine/base/error.h:
rules/unit_term.h:
rules/unit_table.h:
