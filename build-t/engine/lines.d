build-t/engine/lines.o: engine/lines.c engine/lines.h \
 engine/base/buffer.h engine/screen.h engine/eval.h engine/truth.h \
 patients/fact.h engine/base/arena.h engine/base/date.h rules/concept.h \
 engine/eligo.h rules/cue.h rules/rule.h rules/print.h \
 engine/base/jsonout.h
engine/lines.h:
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
rules/print.h:
engine/base/jsonout.h:
