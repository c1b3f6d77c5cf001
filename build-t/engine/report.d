build-t/engine/report.o: engine/report.c engine/report.h \
 engine/base/jsonout.h engine/base/buffer.h engine/eligo.h \
 engine/screen.h engine/eval.h engine/truth.h patients/fact.h \
 engine/base/arena.h engine/base/date.h rules/concept.h rules/cue.h \
 rules/rule.h engine/base/error.h engine/report_html.h \
 engine/report_text.h rules/print.h
engine/report.h:
engine/base/jsonout.h:
engine/base/buffer.h:
engine/eligo.h:
engine/screen.h:
engine/eval.h:
engine/truth.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
rules/rule.h:
engine/base/error.h:
engine/report_html.h:
engine/report_text.h:
rules/print.h:
