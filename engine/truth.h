/* Kleene's strong three-valued logic.
 *
 * The order false < unknown < true makes `and` the lesser and `or` the greater of two.
 * docs/semantics.md prints these tables. */
#ifndef ELIGO_ENGINE_TRUTH_H
#define ELIGO_ENGINE_TRUTH_H

#include <stdbool.h>
#include <stddef.h>

typedef enum truth { TRUTH_FALSE, TRUTH_UNKNOWN, TRUTH_TRUE } truth;

static inline truth truth_of(bool b)
{
    return b ? TRUTH_TRUE : TRUTH_FALSE;
}
static inline truth truth_not(truth a)
{
    return (truth)(TRUTH_TRUE - a);
}
static inline truth truth_and(truth a, truth b)
{
    return a < b ? a : b;
}
static inline truth truth_or(truth a, truth b)
{
    return a > b ? a : b;
}
static inline truth truth_if(truth a, truth b)
{
    return truth_or(truth_not(a), b);
}
/* A and not B: what `except` is where B does not name records of A. */
static inline truth truth_except(truth a, truth b)
{
    return truth_and(a, truth_not(b));
}
/* `n` or more of some, of which `trues` are true and `unknowns` unknown. */
static inline truth truth_at_least(size_t n, size_t trues, size_t unknowns)
{
    return trues >= n ? TRUTH_TRUE : trues + unknowns < n ? TRUTH_FALSE : TRUTH_UNKNOWN;
}
/* The value on which both agree. */
static inline truth truth_agree(truth a, truth b)
{
    return a == b ? a : TRUTH_UNKNOWN;
}

#endif
