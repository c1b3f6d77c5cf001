build-t/gen/lint_table.o: build-t/gen/lint_table.c rules/roles.h \
 engine/base/text.h engine/base/buffer.h
rules/roles.h:
engine/base/text.h:
engine/base/buffer.h:
