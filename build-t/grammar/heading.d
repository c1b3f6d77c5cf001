build-t/grammar/heading.o: grammar/heading.c grammar/heading.h \
 engine/eligo.h engine/base/text.h engine/base/buffer.h grammar/label.h \
 rules/roles.h
grammar/heading.h:
engine/eligo.h:
engine/base/text.h:
engine/base/buffer.h:
grammar/label.h:
rules/roles.h:
