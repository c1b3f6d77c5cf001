/* What a finding's readings mean as rules: the criterion, with the words of the finding read in one
 * way and in the other. The grammar keeps several readings of some texts only; of others it takes
 * the one that the conventions ask for, and people read them in two ways all the same. */
#ifndef ELIGO_RULES_VARIANTS_H
#define ELIGO_RULES_VARIANTS_H

#include "rules/rule.h"

/* The readings of `f` (settled: audit.h) as rules of the whole criterion `c`, in the order of its
 * `readings`; drawn from `a`. *count 0: it has none, or they cannot be made of the rule that is
 * there. */
const rule *const *finding_variants(const finding *f, const criterion *c, arena *a, size_t *count);

#endif
