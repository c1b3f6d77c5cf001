/* Between join.c, which ties the entries of a list together, and connective.c, which reads the
 * connectives between them. */
#ifndef ELIGO_GRAMMAR_CONNECTIVE_H
#define ELIGO_GRAMMAR_CONNECTIVE_H

#include "grammar/list.h"

/* The entries [from, to), each by itself, by what stands between them (connective.c). */
const rule *list_by_connectives(const clause *c, const entries *e, size_t from, size_t to);
/* The rule of the entries [from, to), with what "with" and "who" tie together (join.c). NULL: they
 * say nothing. */
const rule *entries_rule(const clause *c, const entries *e, size_t from, size_t to);
/* They as one list of this kind, negations applied (join.c). */
const rule *entries_joined(const clause *c, const entries *e, size_t from, size_t to, rule_op op,
                           eligo_span span);
/* The entries [from, to), which commas part among what bars, with each that may be said of what
 * stands before it asked for beside that: "heart failure, NYHA class III" (apposed.c). NULL: none
 * may. */
const rule *list_apposed(const clause *c, const entries *e, size_t from, size_t to,
                         eligo_span span);
/* "Ulcer, gastric or duodenal": what stands first, of one of the kinds behind the comma
 * (apposed.c). NULL: it is no such list. */
const rule *list_adjectives(const clause *c, const entries *e, size_t from, size_t to,
                            eligo_span span);
/* "Gout or asthma, on steroids", among what bars: what may be said of all that stands before it is
 * asked for beside that (apposed.c). NULL: nothing is. */
const rule *list_apposed_to_all(const clause *c, const entries *e, size_t from, size_t to,
                                eligo_span span);
/* Does a rule compare the quantity that the rule of the first entry compares? (join.c) */
bool compares_again(const rule *r, const rule *first);

#endif
