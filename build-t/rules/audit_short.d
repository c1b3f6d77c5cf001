build-t/rules/audit_short.o: rules/audit_short.c engine/base/limits.h \
 engine/base/text.h engine/base/buffer.h rules/audit.h rules/rule.h \
 engine/base/arena.h engine/base/date.h engine/eligo.h rules/concept.h \
 rules/cue.h rules/words.h rules/fold.h rules/table.h
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
rules/audit.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
rules/words.h:
rules/fold.h:
rules/table.h:
