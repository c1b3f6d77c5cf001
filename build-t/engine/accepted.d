build-t/engine/accepted.o: engine/accepted.c engine/accepted.h \
 engine/base/buffer.h rules/rule.h engine/base/arena.h engine/base/date.h \
 engine/eligo.h rules/concept.h rules/cue.h engine/base/error.h \
 engine/base/file.h engine/base/limits.h rules/audit.h rules/print.h \
 engine/base/jsonout.h
engine/accepted.h:
engine/base/buffer.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
engine/base/error.h:
engine/base/file.h:
engine/base/limits.h:
rules/audit.h:
rules/print.h:
engine/base/jsonout.h:
