build-t/patients/fact.o: patients/fact.c patients/fact.h \
 engine/base/arena.h engine/base/date.h rules/concept.h engine/eligo.h \
 rules/cue.h patients/mention.h
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
patients/mention.h:
