build-t/grammar/lint.o: grammar/lint.c grammar/lint.h grammar/token.h \
 rules/roles.h engine/base/text.h engine/base/buffer.h rules/rule.h \
 engine/base/arena.h engine/base/date.h engine/eligo.h rules/concept.h \
 rules/cue.h rules/unit.h rules/audit.h grammar/lint_piece.h \
 rules/words.h rules/fold.h rules/table.h
grammar/lint.h:
grammar/token.h:
rules/roles.h:
engine/base/text.h:
engine/base/buffer.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
rules/unit.h:
rules/audit.h:
grammar/lint_piece.h:
rules/words.h:
rules/fold.h:
rules/table.h:
