build-t/engine/api.o: engine/api.c engine/api.h engine/screen.h \
 engine/eval.h engine/truth.h patients/fact.h engine/base/arena.h \
 engine/base/date.h rules/concept.h engine/eligo.h rules/cue.h \
 rules/rule.h patients/reader.h engine/base/error.h engine/base/file.h \
 engine/base/limits.h grammar/compile.h grammar/source.h \
 grammar/heading.h rules/load.h engine/base/json.h rules/plain.h \
 engine/base/buffer.h rules/print.h engine/base/jsonout.h
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
engine/base/file.h:
engine/base/limits.h:
grammar/compile.h:
grammar/source.h:
grammar/heading.h:
rules/load.h:
engine/base/json.h:
rules/plain.h:
engine/base/buffer.h:
rules/print.h:
engine/base/jsonout.h:
