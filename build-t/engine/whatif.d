build-t/engine/whatif.o: engine/whatif.c engine/whatif.h engine/screen.h \
 engine/eval.h engine/truth.h patients/fact.h engine/base/arena.h \
 engine/base/date.h rules/concept.h engine/eligo.h rules/cue.h \
 rules/rule.h engine/base/error.h engine/base/text.h engine/base/buffer.h \
 engine/derive.h engine/derived.h engine/leaf.h patients/result.h \
 rules/lexicon_list.h rules/unit.h
engine/whatif.h:
engine/screen.h:
engine/eval.h:
engine/truth.h:
patients/fact.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
engine/eligo.h:
rules/cue.h:
rules/rule.h:
engine/base/error.h:
engine/base/text.h:
engine/base/buffer.h:
engine/derive.h:
engine/derived.h:
engine/leaf.h:
patients/result.h:
rules/lexicon_list.h:
rules/unit.h:
