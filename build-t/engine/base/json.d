build-t/engine/base/json.o: engine/base/json.cc engine/base/arena.h \
 engine/base/error.h engine/eligo.h engine/base/limits.h \
 engine/base/text.h engine/base/buffer.h engine/base/json.h
engine/base/arena.h:
engine/base/error.h:
engine/eligo.h:
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
engine/base/json.h:
