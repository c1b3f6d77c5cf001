build-t/rules/fold.o: rules/fold.c rules/fold.h engine/base/text.h \
 engine/base/buffer.h rules/concept.h engine/base/arena.h engine/eligo.h \
 rules/cue.h
rules/fold.h:
engine/base/text.h:
engine/base/buffer.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
