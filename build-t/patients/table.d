build-t/patients/table.o: patients/table.c patients/table.h \
 patients/input.h engine/eligo.h engine/base/buffer.h engine/base/error.h \
 engine/base/limits.h
patients/table.h:
patients/input.h:
engine/eligo.h:
engine/base/buffer.h:
engine/base/error.h:
engine/base/limits.h:
