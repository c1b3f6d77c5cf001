build-t/rules/audit_settle.o: rules/audit_settle.c rules/audit.h \
 rules/rule.h engine/base/arena.h engine/base/date.h engine/eligo.h \
 rules/concept.h rules/cue.h
rules/audit.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
