build-t/grammar/clean.o: grammar/clean.c grammar/clean.h grammar/source.h \
 grammar/heading.h engine/eligo.h rules/rule.h engine/base/arena.h \
 engine/base/date.h rules/concept.h rules/cue.h engine/base/limits.h \
 engine/base/text.h engine/base/buffer.h
grammar/clean.h:
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
