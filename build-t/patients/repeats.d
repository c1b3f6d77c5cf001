build-t/patients/repeats.o: patients/repeats.c patients/repeats.h \
 engine/base/arena.h
patients/repeats.h:
engine/base/arena.h:
