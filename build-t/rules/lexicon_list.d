build-t/rules/lexicon_list.o: rules/lexicon_list.c rules/lexicon_list.h \
 engine/base/buffer.h rules/concept.h engine/base/arena.h engine/eligo.h \
 rules/cue.h engine/base/error.h engine/base/jsonout.h \
 engine/base/limits.h rules/narrow.h rules/table.h rules/fold.h \
 engine/base/text.h rules/unit.h
rules/lexicon_list.h:
engine/base/buffer.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
engine/base/error.h:
engine/base/jsonout.h:
engine/base/limits.h:
rules/narrow.h:
rules/table.h:
rules/fold.h:
engine/base/text.h:
rules/unit.h:
