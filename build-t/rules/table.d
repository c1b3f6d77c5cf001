build-t/rules/table.o: rules/table.c rules/table.h rules/concept.h \
 engine/base/arena.h engine/eligo.h rules/cue.h rules/fold.h \
 engine/base/text.h engine/base/buffer.h engine/base/error.h \
 rules/pattern.h rules/piece.h rules/words.h
rules/table.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
rules/fold.h:
engine/base/text.h:
engine/base/buffer.h:
engine/base/error.h:
rules/pattern.h:
rules/piece.h:
rules/words.h:
