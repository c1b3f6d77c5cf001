build-t/patients/csv_column.o: patients/csv_column.c patients/csv.h \
 patients/result.h patients/fact.h engine/base/arena.h engine/base/date.h \
 rules/concept.h engine/eligo.h rules/cue.h patients/source.h \
 patients/input.h patients/reader.h patients/unread.h patients/table.h \
 engine/base/text.h engine/base/buffer.h rules/unit.h
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
engine/base/text.h:
engine/base/buffer.h:
rules/unit.h:
