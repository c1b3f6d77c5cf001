build-t/gen/known_table.o: build-t/gen/known_table.c rules/known.h \
 engine/base/text.h engine/base/buffer.h rules/roles.h
rules/known.h:
engine/base/text.h:
engine/base/buffer.h:
rules/roles.h:
