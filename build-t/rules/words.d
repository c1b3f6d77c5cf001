build-t/rules/words.o: rules/words.c rules/words.h rules/fold.h \
 engine/base/text.h engine/base/buffer.h rules/concept.h \
 engine/base/arena.h engine/eligo.h rules/cue.h rules/table.h \
 rules/roles.h
rules/words.h:
rules/fold.h:
engine/base/text.h:
engine/base/buffer.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
rules/table.h:
rules/roles.h:
