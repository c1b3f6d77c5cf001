build-t/rules/audit_demands.o: rules/audit_demands.c rules/audit.h \
 rules/rule.h engine/base/arena.h engine/base/date.h engine/eligo.h \
 rules/concept.h rules/cue.h engine/base/limits.h engine/base/text.h \
 engine/base/buffer.h rules/roles.h rules/unit.h rules/words.h \
 rules/fold.h rules/table.h
rules/audit.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
rules/roles.h:
rules/unit.h:
rules/words.h:
rules/fold.h:
rules/table.h:
