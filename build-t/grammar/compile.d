build-t/grammar/compile.o: grammar/compile.c grammar/compile.h \
 grammar/source.h grammar/heading.h engine/eligo.h rules/rule.h \
 engine/base/arena.h engine/base/date.h rules/concept.h rules/cue.h \
 engine/base/error.h engine/base/file.h engine/base/limits.h \
 engine/base/text.h engine/base/buffer.h grammar/account.h \
 grammar/clause.h grammar/token.h rules/roles.h rules/unit.h \
 grammar/apart.h grammar/beside.h grammar/outline.h grammar/bound.h \
 grammar/group.h grammar/lint.h rules/audit.h grammar/shorts.h \
 rules/words.h rules/fold.h rules/table.h
grammar/compile.h:
grammar/source.h:
grammar/heading.h:
engine/eligo.h:
rules/rule.h:
engine/base/arena.h:
engine/base/date.h:
rules/concept.h:
rules/cue.h:
engine/base/error.h:
engine/base/file.h:
engine/base/limits.h:
engine/base/text.h:
engine/base/buffer.h:
grammar/account.h:
grammar/clause.h:
grammar/token.h:
rules/roles.h:
rules/unit.h:
grammar/apart.h:
grammar/beside.h:
grammar/outline.h:
grammar/bound.h:
grammar/group.h:
grammar/lint.h:
rules/audit.h:
grammar/shorts.h:
rules/words.h:
rules/fold.h:
rules/table.h:
