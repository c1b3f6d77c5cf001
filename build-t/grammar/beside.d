build-t/grammar/beside.o: grammar/beside.c grammar/beside.h \
 grammar/outline.h grammar/source.h grammar/heading.h engine/eligo.h \
 rules/rule.h engine/base/arena.h engine/base/date.h rules/concept.h \
 rules/cue.h engine/base/text.h engine/base/buffer.h
grammar/beside.h:
grammar/outline.h:
grammar/source.h:
grammar/heading.h:
engine/eligo.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
engine/base/text.h:
engine/base/buffer.h:
