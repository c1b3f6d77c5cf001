build-t/engine/report_text.o: engine/report_text.c engine/report_text.h \
 engine/base/buffer.h engine/screen.h engine/eval.h engine/truth.h \
 patients/fact.h engine/base/arena.h engine/base/date.h rules/concept.h \
 engine/eligo.h rules/cue.h rules/rule.h engine/lines.h engine/report.h \
 engine/base/jsonout.h engine/sums.h rules/print.h
engine/report_text.h:
engine/base/buffer.h:
engine/screen.h:
engine/eval.h:
engine/truth.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
rules/rule.h:
engine/lines.h:
engine/report.h:
engine/base/jsonout.h:
engine/sums.h:
rules/print.h:
