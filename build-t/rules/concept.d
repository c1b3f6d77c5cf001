build-t/rules/concept.o: rules/concept.c rules/concept.h \
 engine/base/arena.h engine/eligo.h rules/cue.h engine/base/error.h \
 engine/base/file.h engine/base/limits.h engine/base/text.h \
 engine/base/buffer.h rules/pattern.h rules/roles.h rules/table.h \
 rules/fold.h rules/unit.h
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
engine/base/error.h:
engine/base/file.h:
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
rules/pattern.h:
rules/roles.h:
rules/table.h:
rules/fold.h:
rules/unit.h:
