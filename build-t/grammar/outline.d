build-t/grammar/outline.o: grammar/outline.c grammar/outline.h \
 grammar/source.h grammar/heading.h engine/eligo.h rules/rule.h \
 engine/base/arena.h engine/base/date.h rules/concept.h rules/cue.h \
 engine/base/limits.h engine/base/text.h engine/base/buffer.h \
 grammar/label.h rules/roles.h rules/words.h rules/fold.h rules/table.h
grammar/outline.h:
grammar/source.h:
grammar/heading.h:
engine/eligo.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
grammar/label.h:
rules/roles.h:
rules/words.h:
rules/fold.h:
rules/table.h:
