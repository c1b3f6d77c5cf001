build-t/rules/cut.o: rules/cut.c engine/base/text.h engine/base/buffer.h \
 rules/concept.h engine/base/arena.h engine/eligo.h rules/cue.h \
 rules/fold.h rules/known.h rules/roles.h rules/pattern.h rules/table.h
engine/base/text.h:
engine/base/buffer.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
rules/fold.h:
rules/known.h:
rules/roles.h:
rules/pattern.h:
rules/table.h:
