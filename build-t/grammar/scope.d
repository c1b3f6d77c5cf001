build-t/grammar/scope.o: grammar/scope.c grammar/except.h grammar/list.h \
 grammar/clause.h grammar/token.h rules/roles.h engine/base/text.h \
 engine/base/buffer.h rules/rule.h engine/base/arena.h engine/base/date.h \
 engine/eligo.h rules/concept.h rules/cue.h rules/unit.h grammar/limit.h \
 engine/base/limits.h grammar/permit.h
grammar/except.h:
grammar/list.h:
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
grammar/limit.h:
engine/base/limits.h:
grammar/permit.h:
