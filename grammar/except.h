/* What is taken from what is said: "except", "other than", "unless", "but not", "is allowed". */
#ifndef ELIGO_GRAMMAR_EXCEPT_H
#define ELIGO_GRAMMAR_EXCEPT_H

#include "grammar/list.h"

/* Without these nothing is taken from anything. */
#define EXCEPTION_KINDS (KIND(PART_EXCEPT) | KIND(PART_UNLESS) | KIND(PART_BUT))
/* The rule of the parts [from, to), their exceptions settled. Where the words leave open what is
 * taken from what, readings of the code exception-scope; where what is taken is not understood, it
 * is opaque, and what it stands behind is kept. NULL: they say nothing. */
const rule *except_rule(const clause *c, const part *list, size_t from, size_t to);

#endif
