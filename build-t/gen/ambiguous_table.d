build-t/gen/ambiguous_table.o: build-t/gen/ambiguous_table.c \
 rules/narrow.h engine/base/buffer.h rules/concept.h engine/base/arena.h \
 engine/eligo.h rules/cue.h
rules/narrow.h:
engine/base/buffer.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
