build-t/engine/base/file.o: engine/base/file.c engine/base/file.h \
 engine/eligo.h engine/base/error.h
engine/base/file.h:
engine/eligo.h:
engine/base/error.h:
