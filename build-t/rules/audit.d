build-t/rules/audit.o: rules/audit.c rules/audit.h rules/rule.h \
 engine/base/arena.h engine/base/date.h engine/eligo.h rules/concept.h \
 rules/cue.h engine/base/limits.h engine/base/text.h engine/base/buffer.h \
 rules/page.h rules/print.h engine/base/jsonout.h rules/unit.h \
 rules/roles.h rules/words.h rules/fold.h rules/table.h
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
rules/page.h:
rules/print.h:
engine/base/jsonout.h:
rules/unit.h:
rules/roles.h:
rules/words.h:
rules/fold.h:
rules/table.h:
