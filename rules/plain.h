/* A rule in plain words, and back.
 *
 *     creatinine clearance < 15 mL/min
 *     history of severe asthma {"brittle"; about smoking} within 3 years before the index date
 *
 * Words that narrow a thing and that the grammar knows stand before it; all others stand behind it
 * in braces: words that were not understood in quotes, things of the lexicon with how they belong
 * to it. A thing that is not in the lexicon is in quotes, with its category where that is known.
 *
 * With a lexicon, a leaf is written so that it can be read again: where the plain form would be
 * read as something else (a name that is no name by itself, a unit printed like another), ids of
 * concepts and UCUM codes stand beside them. */
#ifndef ELIGO_RULES_PLAIN_H
#define ELIGO_RULES_PLAIN_H

#include "engine/base/buffer.h"
#include "rules/load.h"
#include "rules/rule.h"

/* A leaf, or the head of a node with parts, as rule_print_head(); `lx` and `a` (emptied, and what
 * is needed to read the leaf again drawn from it) NULL: for people only. */
void plain_head(buffer *b, const rule *r, const char *text, eligo_span at, const lexicon *lx,
                arena *a);

/* compare or has from its words; spans are [0, size). NULL: they are not in this form; *at (may be
 * NULL) is the byte where it ends to be it. */
const rule *plain_leaf(const char *text, size_t size, const lexicon *lx, arena *a, size_t *at);

/* Is it what rules_print_tree() writes? Looks for its heads, ids and last line, and no further. */
bool plain_is_tree(const char *bytes, size_t size);
/* Reads one trial, as rules_load() does, from bytes[at->start], and moves at->start behind it. */
rules *plain_read(const char *bytes, size_t size, eligo_span *at, const char *name,
                  const lexicon *lx, arena *a, load_report *report, void *context,
                  eligo_error *err);

#endif
