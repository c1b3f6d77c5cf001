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

/* A node of compare or has from its words, drawn from `a`; spans are [0, size). NULL: they are not
 * in this form, and *at (may be NULL) is the byte up to which they are; or there is no memory. */
const rule *plain_leaf(const char *text, size_t size, const lexicon *lx, arena *a, size_t *at);

/* Is it what rules_print_tree() writes? Looks for the head of a list with ids below it and the line
 * at the end ("41 of 43 clauses understood"): UTF-8 without NUL, or it is none. */
bool plain_is_tree(const char *bytes, size_t size);
/* Reads one trial from bytes[at->start, size) and moves at->start behind it, to `size` where no
 * other can follow. Spans are bytes of `bytes`; what a finding suggests is not in a tree, nor are
 * the registry's own fields but for the rules made of them. The sum of the whole file is left to
 * who reads it (a file may have many trials). The rules live in `a`, and keep it; `lx` must outlive
 * them. NULL where anything is wrong, as rules_load(): *err is the first trouble, `report` (may be
 * NULL) is told of up to LIMIT_REPORTS, each with its line and column. */
rules *plain_read(const char *bytes, size_t size, eligo_span *at, const char *name,
                  const lexicon *lx, arena *a, load_report *report, void *context,
                  eligo_error *err);

#endif
