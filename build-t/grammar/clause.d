build-t/grammar/clause.o: grammar/clause.c grammar/bound.h \
 grammar/clause.h grammar/token.h rules/roles.h engine/base/text.h \
 engine/base/buffer.h rules/rule.h engine/base/arena.h engine/base/date.h \
 engine/eligo.h rules/concept.h rules/cue.h rules/unit.h grammar/permit.h \
 rules/measures.h
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
grammar/permit.h:
rules/measures.h:
