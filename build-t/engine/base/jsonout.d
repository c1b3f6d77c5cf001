build-t/engine/base/jsonout.o: engine/base/jsonout.c \
 engine/base/jsonout.h engine/base/buffer.h engine/eligo.h \
 engine/base/text.h
engine/base/jsonout.h:
engine/base/buffer.h:
engine/eligo.h:
engine/base/text.h:
