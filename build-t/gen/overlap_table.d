build-t/gen/overlap_table.o: build-t/gen/overlap_table.c rules/table.h \
 rules/concept.h engine/base/arena.h engine/eligo.h rules/cue.h \
 rules/fold.h engine/base/text.h engine/base/buffer.h
rules/table.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
rules/fold.h:
engine/base/text.h:
engine/base/buffer.h:
