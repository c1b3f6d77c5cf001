build-t/patients/reader.o: patients/reader.c patients/reader.h \
 patients/fact.h engine/base/arena.h engine/base/date.h rules/concept.h \
 engine/eligo.h rules/cue.h engine/base/error.h patients/source.h \
 patients/input.h patients/unread.h
patients/reader.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
engine/base/error.h:
patients/source.h:
patients/input.h:
patients/unread.h:
