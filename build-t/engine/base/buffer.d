build-t/engine/base/buffer.o: engine/base/buffer.c engine/base/buffer.h
engine/base/buffer.h:
