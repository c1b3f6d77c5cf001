/* Nested lists: the rule of an item of the outline, with all that lies below it. */
#ifndef ELIGO_GRAMMAR_NEST_H
#define ELIGO_GRAMMAR_NEST_H

#include "grammar/grouping.h"

/* Item i of a list, with what is said of groups in it. `from` may be NULL. Where `leaf` is given,
 * the rule of an item that nothing lies below is not placed yet: its spans are bytes of the piece
 * that begins at *leaf, which else is untouched. NULL: it says nothing. */
const rule *nest_rule(const compiler *c, const outline_item *list, size_t count, size_t i,
                      grouping groups, bool exclusion, const inherited *from, unsigned depth,
                      size_t *leaf);
/* One condition or several, and nothing said of how much or when. */
bool names_conditions(const rule *r);

#endif
