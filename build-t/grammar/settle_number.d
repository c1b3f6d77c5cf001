build-t/grammar/settle_number.o: grammar/settle_number.c grammar/settle.h \
 grammar/tagger.h grammar/token.h rules/roles.h engine/base/text.h \
 engine/base/buffer.h rules/rule.h engine/base/arena.h engine/base/date.h \
 engine/eligo.h rules/concept.h rules/cue.h rules/unit.h
grammar/settle.h:
grammar/tagger.h:
grammar/token.h:
rules/roles.h:
engine/base/text.h:
engine/base/buffer.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
rules/unit.h:
