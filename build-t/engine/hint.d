build-t/engine/hint.o: engine/hint.c engine/leaf.h engine/eval.h \
 engine/truth.h patients/fact.h engine/base/arena.h engine/base/date.h \
 rules/concept.h engine/eligo.h rules/cue.h rules/rule.h \
 patients/mention.h rules/table.h rules/fold.h engine/base/text.h \
 engine/base/buffer.h
engine/leaf.h:
engine/eval.h:
engine/truth.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
rules/rule.h:
patients/mention.h:
rules/table.h:
rules/fold.h:
engine/base/text.h:
engine/base/buffer.h:
