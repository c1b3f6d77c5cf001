/* How the things that two rules name are to each other: kinds of one another, of one class, or
 * nothing alike. What is taken from something is most likely like it. */
#ifndef ELIGO_GRAMMAR_EXCEPT_KIN_H
#define ELIGO_GRAMMAR_EXCEPT_KIN_H

#include "rules/rule.h"

/* Does `r` name some of what `k` names, or what `k` is one of? */
bool kin_named(const rule *r, const concept *k);
/* Are some of the things that `b` names kinds of some that `a` names, or is one not known? */
bool kin_may_be(const rule *a, const rule *b);
/* Has some of what `r` names a class in common with k that says something? */
bool kin_related(const rule *r, const concept *k);
/* Is all that it names, in a list or alone, known, or at least of which category it is? */
bool kin_known(const rule *a);
/* Does it name a thing that is known, and (`like`) is a kind of what `a` names, or `a` of it? Of
 * treatments a class in common will do. */
bool kin_one(const rule *r, const rule *a, bool like);
/* Is it nothing like `a`, from which it would be taken? */
bool kin_unlike(const rule *a, const rule *r);
/* Does it name what no reader takes for a kind of a disease: a treatment, a pregnancy? */
bool kin_no_disease(const rule *r);
/* Is it another sort of thing than what is taken first from `a`, and no kind of either? `known`: is
 * all known that `a` names? */
bool kin_unlike_first(const rule *a, const rule *first, const rule *r, bool known);
/* Is all that `r` names of this kind? */
bool kin_only(const rule *r, category k);

#endif
