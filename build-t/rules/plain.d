build-t/rules/plain.o: rules/plain.c rules/plain.h engine/base/buffer.h \
 rules/load.h engine/base/json.h engine/base/arena.h engine/eligo.h \
 rules/rule.h engine/base/date.h rules/concept.h rules/cue.h \
 engine/base/text.h rules/plain_words.h rules/print.h \
 engine/base/jsonout.h rules/unit.h
rules/plain.h:
engine/base/buffer.h:
rules/load.h:
engine/base/json.h:
engine/base/arena.h:
engine/eligo.h:
rules/rule.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
engine/base/text.h:
rules/plain_words.h:
rules/print.h:
engine/base/jsonout.h:
rules/unit.h:
