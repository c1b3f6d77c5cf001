build-t/rules/print.o: rules/print.c rules/print.h engine/base/jsonout.h \
 engine/base/buffer.h engine/eligo.h rules/rule.h engine/base/arena.h \
 engine/base/date.h rules/concept.h rules/cue.h engine/base/limits.h \
 engine/base/text.h rules/plain.h rules/load.h engine/base/json.h \
 rules/plain_words.h rules/unit.h
rules/print.h:
engine/base/jsonout.h:
engine/base/buffer.h:
engine/eligo.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
engine/base/limits.h:
engine/base/text.h:
rules/plain.h:
rules/load.h:
engine/base/json.h:
rules/plain_words.h:
rules/unit.h:
