build-t/patients/mention.o: patients/mention.c patients/mention.h \
 patients/fact.h engine/base/arena.h engine/base/date.h rules/concept.h \
 engine/eligo.h rules/cue.h engine/base/text.h engine/base/buffer.h \
 rules/roles.h rules/table.h rules/fold.h
patients/mention.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
engine/base/text.h:
engine/base/buffer.h:
rules/roles.h:
rules/table.h:
rules/fold.h:
