build-t/gen/criteria.tab.o: build-t/gen/criteria.tab.c \
 build-t/gen/criteria.tab.h grammar/token.h rules/roles.h \
 engine/base/text.h engine/base/buffer.h rules/rule.h engine/base/arena.h \
 engine/base/date.h engine/eligo.h rules/concept.h rules/cue.h \
 rules/unit.h
build-t/gen/criteria.tab.h:
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
