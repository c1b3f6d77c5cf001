build-t/engine/authority.o: engine/authority.c engine/authority_read.h \
 engine/authority.h rules/concept.h engine/base/arena.h engine/eligo.h \
 rules/cue.h engine/base/error.h patients/input.h engine/base/file.h \
 engine/base/limits.h engine/base/text.h engine/base/buffer.h
engine/authority_read.h:
engine/authority.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
engine/base/error.h:
patients/input.h:
engine/base/file.h:
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
