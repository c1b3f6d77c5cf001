/* Nothing that was said is lost: what stands in the words of a clause and in no node of its rule
 * narrows the rule. */
#ifndef ELIGO_GRAMMAR_ACCOUNT_H
#define ELIGO_GRAMMAR_ACCOUNT_H

#include "grammar/clause.h"

/* The rule of the parts [from, to), in which each thing, bound, window or word of content that no
 * leaf of `r` speaks of is a qualifier of the leaf nearest to it: a leaf that was read from half of
 * its words decides nothing. Where there is no leaf to narrow, what is left stands beside `r` as
 * opaque text. `r` may be NULL. NULL: nothing was said, or no memory. */
const rule *account_rule(const clause *c, const part *list, size_t from, size_t to, const rule *r);

#endif
