build-t/rules/pattern.o: rules/pattern.c rules/pattern.h \
 engine/base/arena.h engine/base/limits.h engine/base/text.h \
 engine/base/buffer.h
rules/pattern.h:
engine/base/arena.h:
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
