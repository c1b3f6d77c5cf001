build-t/grammar/lint_time.o: grammar/lint_time.c grammar/lint_piece.h \
 engine/base/text.h engine/base/buffer.h grammar/lint.h grammar/token.h \
 rules/roles.h rules/rule.h engine/base/arena.h engine/base/date.h \
 engine/eligo.h rules/concept.h rules/cue.h rules/unit.h rules/audit.h \
 rules/words.h rules/fold.h rules/table.h
grammar/lint_piece.h:
engine/base/text.h:
engine/base/buffer.h:
grammar/lint.h:
grammar/token.h:
rules/roles.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
engine/eligo.h:
rules/concept.h:
rules/cue.h:
rules/unit.h:
rules/audit.h:
rules/words.h:
rules/fold.h:
rules/table.h:
