build-t/engine/findings_html.o: engine/findings_html.c \
 engine/base/limits.h engine/base/text.h engine/base/buffer.h \
 engine/findings_out.h engine/base/jsonout.h engine/eligo.h \
 engine/findings.h engine/accepted.h rules/rule.h engine/base/arena.h \
 engine/base/date.h rules/concept.h rules/cue.h rules/page.h \
 rules/print.h
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
engine/findings_out.h:
engine/base/jsonout.h:
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
