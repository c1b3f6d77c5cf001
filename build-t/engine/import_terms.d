build-t/engine/import_terms.o: engine/import_terms.c \
 engine/import_terms.h engine/lexicon_import.h engine/authority.h \
 rules/concept.h engine/base/arena.h engine/eligo.h rules/cue.h \
 engine/base/buffer.h engine/base/limits.h engine/base/text.h \
 rules/fold.h rules/table.h
engine/import_terms.h:
engine/lexicon_import.h:
engine/authority.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
engine/base/buffer.h:
engine/base/limits.h:
engine/base/text.h:
rules/fold.h:
rules/table.h:
