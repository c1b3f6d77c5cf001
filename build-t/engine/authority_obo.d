build-t/engine/authority_obo.o: engine/authority_obo.c \
 engine/authority_read.h engine/authority.h rules/concept.h \
 engine/base/arena.h engine/eligo.h rules/cue.h engine/base/error.h \
 patients/input.h engine/base/text.h engine/base/buffer.h
engine/authority_read.h:
engine/authority.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
engine/base/error.h:
patients/input.h:
engine/base/text.h:
engine/base/buffer.h:
