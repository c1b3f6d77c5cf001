build-t/patients/input.o: patients/input.c patients/input.h \
 engine/eligo.h engine/base/error.h engine/base/json.h \
 engine/base/arena.h engine/base/limits.h
patients/input.h:
engine/eligo.h:
engine/base/error.h:
engine/base/json.h:
engine/base/arena.h:
engine/base/limits.h:
