build-t/engine/base/date.o: engine/base/date.c engine/base/date.h \
 engine/base/buffer.h
engine/base/date.h:
engine/base/buffer.h:
