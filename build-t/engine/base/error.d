build-t/engine/base/error.o: engine/base/error.c engine/base/error.h \
 engine/eligo.h
engine/base/error.h:
engine/eligo.h:
