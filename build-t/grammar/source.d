build-t/grammar/source.o: grammar/source.c grammar/source.h \
 grammar/heading.h engine/eligo.h rules/rule.h engine/base/arena.h \
 engine/base/date.h rules/concept.h rules/cue.h engine/base/error.h \
 engine/base/json.h engine/base/limits.h engine/base/text.h \
 engine/base/buffer.h grammar/clean.h grammar/page.h grammar/xml.h
grammar/source.h:
grammar/heading.h:
engine/eligo.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
engine/base/error.h:
engine/base/json.h:
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
grammar/clean.h:
grammar/page.h:
grammar/xml.h:
