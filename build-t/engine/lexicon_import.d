build-t/engine/lexicon_import.o: engine/lexicon_import.c \
 engine/lexicon_import.h engine/authority.h rules/concept.h \
 engine/base/arena.h engine/eligo.h rules/cue.h engine/base/buffer.h \
 engine/base/error.h engine/base/limits.h engine/import_terms.h
engine/lexicon_import.h:
engine/authority.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
engine/base/buffer.h:
engine/base/error.h:
engine/base/limits.h:
engine/import_terms.h:
