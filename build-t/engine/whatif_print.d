build-t/engine/whatif_print.o: engine/whatif_print.c \
 engine/whatif_print.h engine/base/jsonout.h engine/base/buffer.h \
 engine/eligo.h engine/whatif.h engine/screen.h engine/eval.h \
 engine/truth.h patients/fact.h engine/base/arena.h engine/base/date.h \
 rules/concept.h rules/cue.h rules/rule.h engine/lines.h engine/report.h \
 rules/print.h
engine/whatif_print.h:
engine/base/jsonout.h:
engine/base/buffer.h:
engine/eligo.h:
engine/whatif.h:
engine/screen.h:
engine/eval.h:
engine/truth.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
rules/rule.h:
engine/lines.h:
engine/report.h:
rules/print.h:
