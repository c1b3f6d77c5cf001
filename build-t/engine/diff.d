build-t/engine/diff.o: engine/diff.c engine/diff.h engine/base/buffer.h \
 engine/base/jsonout.h engine/eligo.h engine/screen.h engine/eval.h \
 engine/truth.h patients/fact.h engine/base/arena.h engine/base/date.h \
 rules/concept.h rules/cue.h rules/rule.h engine/leaf.h rules/fold.h \
 engine/base/text.h rules/print.h rules/table.h
engine/diff.h:
engine/base/buffer.h:
engine/base/jsonout.h:
engine/eligo.h:
engine/screen.h:
engine/eval.h:
engine/truth.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
rules/rule.h:
engine/leaf.h:
rules/fold.h:
engine/base/text.h:
rules/print.h:
rules/table.h:
