build-t/engine/derive.o: engine/derive.c engine/derive.h \
 engine/base/date.h
engine/derive.h:
engine/base/date.h:
