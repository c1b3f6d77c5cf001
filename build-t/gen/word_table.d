build-t/gen/word_table.o: build-t/gen/word_table.c rules/words.h \
 rules/fold.h engine/base/text.h engine/base/buffer.h rules/concept.h \
 engine/base/arena.h engine/eligo.h rules/cue.h rules/table.h
rules/words.h:
rules/fold.h:
engine/base/text.h:
engine/base/buffer.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
rules/table.h:
