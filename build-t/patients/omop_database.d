build-t/patients/omop_database.o: patients/omop_database.c \
 patients/omop.h patients/source.h patients/input.h engine/eligo.h \
 patients/reader.h patients/fact.h engine/base/arena.h engine/base/date.h \
 rules/concept.h rules/cue.h patients/unread.h patients/table.h \
 engine/base/buffer.h engine/base/error.h engine/base/limits.h
patients/omop.h:
patients/source.h:
patients/input.h:
engine/eligo.h:
patients/reader.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
patients/unread.h:
patients/table.h:
engine/base/buffer.h:
engine/base/error.h:
engine/base/limits.h:
