build-t/patients/omop_csv.o: patients/omop_csv.c patients/omop.h \
 patients/source.h patients/input.h engine/eligo.h patients/reader.h \
 patients/fact.h engine/base/arena.h engine/base/date.h rules/concept.h \
 rules/cue.h patients/unread.h patients/table.h engine/base/error.h \
 engine/base/file.h engine/base/limits.h engine/base/text.h \
 engine/base/buffer.h
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
engine/base/error.h:
engine/base/file.h:
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
