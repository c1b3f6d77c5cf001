build-t/engine/api_screen.o: engine/api_screen.c engine/api.h \
 engine/screen.h engine/eval.h engine/truth.h patients/fact.h \
 engine/base/arena.h engine/base/date.h rules/concept.h engine/eligo.h \
 rules/cue.h rules/rule.h patients/reader.h engine/base/error.h \
 engine/base/limits.h engine/report.h engine/base/jsonout.h \
 engine/base/buffer.h
engine/api.h:
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
patients/reader.h:
engine/base/error.h:
engine/base/limits.h:
engine/report.h:
engine/base/jsonout.h:
engine/base/buffer.h:
