build-t/engine/findings_sarif.o: engine/findings_sarif.c \
 engine/findings_out.h engine/base/jsonout.h engine/base/buffer.h \
 engine/eligo.h engine/findings.h engine/accepted.h rules/rule.h \
 engine/base/arena.h engine/base/date.h rules/concept.h rules/cue.h \
 rules/page.h rules/print.h
engine/findings_out.h:
engine/base/jsonout.h:
engine/base/buffer.h:
engine/eligo.h:
engine/findings.h:
engine/accepted.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
rules/page.h:
rules/print.h:
