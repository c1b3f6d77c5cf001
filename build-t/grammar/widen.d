build-t/grammar/widen.o: grammar/widen.c grammar/bound.h grammar/clause.h \
 grammar/token.h rules/roles.h engine/base/text.h engine/base/buffer.h \
 rules/rule.h engine/base/arena.h engine/base/date.h engine/eligo.h \
 rules/concept.h rules/cue.h rules/unit.h grammar/list.h grammar/widen.h
grammar/bound.h:
grammar/clause.h:
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
grammar/list.h:
grammar/widen.h:
