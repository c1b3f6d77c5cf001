build-t/engine/authority_rxnorm.o: engine/authority_rxnorm.c \
 engine/authority_read.h engine/authority.h rules/concept.h \
 engine/base/arena.h engine/eligo.h rules/cue.h engine/base/error.h \
 patients/input.h
engine/authority_read.h:
engine/authority.h:
rules/concept.h:
engine/base/arena.h:
engine/eligo.h:
rules/cue.h:
engine/base/error.h:
patients/input.h:
