build-t/gen/group_table.o: build-t/gen/group_table.c rules/roles.h \
 engine/base/text.h engine/base/buffer.h
rules/roles.h:
engine/base/text.h:
engine/base/buffer.h:
