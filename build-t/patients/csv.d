build-t/patients/csv.o: patients/csv.c patients/csv.h patients/result.h \
 patients/fact.h engine/base/arena.h engine/base/date.h rules/concept.h \
 engine/eligo.h rules/cue.h patients/source.h patients/input.h \
 patients/reader.h patients/unread.h patients/table.h engine/base/error.h \
 engine/base/file.h engine/base/limits.h engine/base/text.h \
 engine/base/buffer.h patients/mention.h patients/repeats.h rules/unit.h
patients/csv.h:
patients/result.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
patients/source.h:
patients/input.h:
patients/reader.h:
patients/unread.h:
patients/table.h:
engine/base/error.h:
engine/base/file.h:
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
patients/mention.h:
patients/repeats.h:
rules/unit.h:
