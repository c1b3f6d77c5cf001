build-t/grammar/tag_number.o: grammar/tag_number.c grammar/tag.h \
 engine/base/text.h engine/base/buffer.h grammar/tagger.h grammar/token.h \
 rules/roles.h rules/rule.h engine/base/arena.h engine/base/date.h \
 engine/eligo.h rules/concept.h rules/cue.h rules/unit.h \
 engine/base/limits.h
grammar/tag.h:
engine/base/text.h:
engine/base/buffer.h:
grammar/tagger.h:
grammar/token.h:
rules/roles.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
rules/unit.h:
engine/base/limits.h:
