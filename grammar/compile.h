/* A trial document -> rules: source, outline, scanner, lexicon, parser, scopes, settling. */
#ifndef ELIGO_GRAMMAR_COMPILE_H
#define ELIGO_GRAMMAR_COMPILE_H

#include "grammar/source.h"

/* Compiles one source into rules that own their arena. NULL: *err. Text that is not understood is
 * no error. `name` is the file's base name; `bytes` and `size` are the whole input (for sha256 and
 * size). `audited`: with their findings; the rules are the same without. */
rules *compile_source(const source *s, arena *a, const lexicon *lx, const char *name,
                      const char *bytes, size_t size, bool audited, eligo_error *err);
/* One criterion by itself, as a rule in `a` (tests, whatif, CSV headers): spans are bytes of
 * `text`. */
const rule *compile_criterion(const char *text, size_t size, criterion_kind kind, const lexicon *lx,
                              arena *a);
/* Frees the rules with all that lives in their arena; NULL is allowed. */
void rules_delete(rules *r);

#endif
