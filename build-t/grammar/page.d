build-t/grammar/page.o: grammar/page.c grammar/page.h grammar/source.h \
 grammar/heading.h engine/eligo.h rules/rule.h engine/base/arena.h \
 engine/base/date.h rules/concept.h rules/cue.h engine/base/text.h \
 engine/base/buffer.h grammar/clean.h grammar/label.h rules/registry.h
grammar/page.h:
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
grammar/clean.h:
grammar/label.h:
rules/registry.h:
