build-t/rules/unit_match.o: rules/unit_match.c rules/unit.h \
 engine/eligo.h rules/concept.h engine/base/arena.h rules/cue.h \
 engine/base/text.h engine/base/buffer.h rules/unit_table.h
rules/unit.h:
engine/eligo.h:
rules/concept.h:
engine/base/arena.h:
rules/cue.h:
engine/base/text.h:
engine/base/buffer.h:
rules/unit_table.h:
