build-t/engine/base/text.o: engine/base/text.c engine/base/text.h \
 engine/base/buffer.h
engine/base/text.h:
engine/base/buffer.h:
