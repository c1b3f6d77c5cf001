build-t/gen/heading_table.o: build-t/gen/heading_table.c rules/roles.h \
 engine/base/text.h engine/base/buffer.h
rules/roles.h:
engine/base/text.h:
engine/base/buffer.h:
