build-t/grammar/label.o: grammar/label.c grammar/label.h \
 engine/base/text.h engine/base/buffer.h
grammar/label.h:
engine/base/text.h:
engine/base/buffer.h:
