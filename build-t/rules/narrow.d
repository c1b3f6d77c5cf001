build-t/rules/narrow.o: rules/narrow.c rules/narrow.h \
 engine/base/buffer.h rules/concept.h engine/base/arena.h engine/eligo.h \
 rules/cue.h rules/fold.h engine/base/text.h rules/table.h
rules/narrow.h:
engine/base/buffer.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
rules/fold.h:
engine/base/text.h:
rules/table.h:
