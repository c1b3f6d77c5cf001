build-t/engine/lexicon_authority.o: engine/lexicon_authority.c \
 engine/lexicon_authority.h engine/authority.h rules/concept.h \
 engine/base/arena.h engine/eligo.h rules/cue.h engine/base/buffer.h \
 engine/base/error.h engine/base/text.h rules/fold.h rules/table.h
engine/lexicon_authority.h:
engine/authority.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
engine/base/buffer.h:
engine/base/error.h:
engine/base/text.h:
rules/fold.h:
rules/table.h:
