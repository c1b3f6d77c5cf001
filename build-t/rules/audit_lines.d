build-t/rules/audit_lines.o: rules/audit_lines.c engine/base/limits.h \
 rules/audit.h rules/rule.h engine/base/arena.h engine/base/date.h \
 engine/eligo.h rules/concept.h rules/cue.h rules/roles.h \
 engine/base/text.h engine/base/buffer.h rules/words.h rules/fold.h \
 rules/table.h
engine/base/limits.h:
rules/audit.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
rules/roles.h:
engine/base/text.h:
engine/base/buffer.h:
rules/words.h:
rules/fold.h:
rules/table.h:
