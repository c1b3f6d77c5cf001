build-t/grammar/group.o: grammar/group.c grammar/group.h engine/eligo.h \
 engine/base/text.h engine/base/buffer.h rules/roles.h rules/words.h \
 rules/fold.h rules/concept.h engine/base/arena.h rules/cue.h \
 rules/table.h
grammar/group.h:
engine/eligo.h:
engine/base/text.h:
engine/base/buffer.h:
rules/roles.h:
rules/words.h:
rules/fold.h:
rules/concept.h:
engine/base/arena.h:
rules/cue.h:
rules/table.h:
