build-t/engine/base/arena.o: engine/base/arena.c engine/base/arena.h
engine/base/arena.h:
