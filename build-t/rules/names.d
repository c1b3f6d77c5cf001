build-t/rules/names.o: rules/names.c engine/base/text.h \
 engine/base/buffer.h rules/registry.h rules/roles.h rules/table.h \
 rules/concept.h engine/base/arena.h engine/eligo.h rules/cue.h \
 rules/fold.h rules/words.h
engine/base/text.h:
engine/base/buffer.h:
rules/registry.h:
rules/roles.h:
rules/table.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
rules/fold.h:
rules/words.h:
