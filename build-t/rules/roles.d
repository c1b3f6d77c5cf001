build-t/rules/roles.o: rules/roles.c rules/roles.h engine/base/text.h \
 engine/base/buffer.h
rules/roles.h:
engine/base/text.h:
engine/base/buffer.h:
