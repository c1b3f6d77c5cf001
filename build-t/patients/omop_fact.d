build-t/patients/omop_fact.o: patients/omop_fact.c patients/omop.h \
 patients/source.h patients/input.h engine/eligo.h patients/reader.h \
 patients/fact.h engine/base/arena.h engine/base/date.h rules/concept.h \
 rules/cue.h patients/unread.h patients/table.h engine/base/error.h \
 patients/mention.h patients/result.h rules/unit.h
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
patients/mention.h:
patients/result.h:
rules/unit.h:
