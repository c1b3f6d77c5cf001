build-t/gen/criteria.lex.o: build-t/gen/criteria.lex.c engine/base/text.h \
 engine/base/buffer.h grammar/token.h rules/roles.h rules/rule.h \
 engine/base/arena.h engine/base/date.h engine/eligo.h rules/concept.h \
 rules/cue.h rules/unit.h
engine/base/text.h:
engine/base/buffer.h:
grammar/token.h:
rules/roles.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
rules/unit.h:
