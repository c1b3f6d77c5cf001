build-t/engine/authority_loinc.o: engine/authority_loinc.c \
 engine/authority_read.h engine/authority.h rules/concept.h \
 engine/base/arena.h engine/eligo.h rules/cue.h engine/base/error.h \
 patients/input.h rules/table.h rules/fold.h engine/base/text.h \
 engine/base/buffer.h rules/unit.h
engine/authority_read.h:
engine/authority.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
engine/base/error.h:
patients/input.h:
rules/table.h:
rules/fold.h:
engine/base/text.h:
engine/base/buffer.h:
rules/unit.h:
