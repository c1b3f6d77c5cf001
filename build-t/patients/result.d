build-t/patients/result.o: patients/result.c patients/result.h \
 patients/fact.h engine/base/arena.h engine/base/date.h rules/concept.h \
 engine/eligo.h rules/cue.h engine/base/limits.h engine/base/text.h \
 engine/base/buffer.h rules/roles.h rules/unit.h
patients/result.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
rules/roles.h:
rules/unit.h:
