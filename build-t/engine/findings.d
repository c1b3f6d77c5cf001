build-t/engine/findings.o: engine/findings.c engine/findings.h \
 engine/accepted.h engine/base/buffer.h rules/rule.h engine/base/arena.h \
 engine/base/date.h engine/eligo.h rules/concept.h rules/cue.h \
 engine/base/limits.h engine/findings_out.h engine/base/jsonout.h \
 rules/page.h rules/print.h
engine/findings.h:
engine/accepted.h:
engine/base/buffer.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
engine/base/limits.h:
engine/findings_out.h:
engine/base/jsonout.h:
rules/page.h:
rules/print.h:
