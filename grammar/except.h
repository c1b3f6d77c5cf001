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

/* "unless treated, stable and off steroids": do the parts [from, to) describe what stands before
 * them in several ways? All of these are asked, and none is a thing of its own. */
bool except_describes(const part *list, size_t from, size_t to);

/* `b`, which is taken from `a`, as the words mean it that name it beside it: of an allergy an
 * allergy, of a disease one of its kind, also where the lexicon does not set it there ("cancer
 * except carcinoma in situ"). NULL: no memory. */
const rule *except_meant(const clause *c, const rule *a, const rule *b);

/* "hepatitis unless the DNA is undetectable and entecavir is taken": `each` of the parts [from,
 * to), which are read by `c`, or both are asked, where they are no kinds of what they are taken
 * from. */
const rule *except_both(const clause *c, const part *list, size_t from, size_t to, const rule *each,
                        const concept *of);

/* "anemia, unless due to chemotherapy": `b`, which the parts [at,
 * to) name, as a cause, of which no record tells; `b` itself where they name none. NULL: no memory,
 * or b is. */
const rule *except_cause(const clause *c, const part *list, size_t at, size_t to, const rule *b);

/* "unless more than 6 months ago": the time since then, of the word at `at` and what stands behind
 * it in [at + 1, to). NULL: more is said, or no such time. */
const part *except_long_ago(const clause *c, const part *list, size_t at, size_t to);

/* Where what is excepted begins in "Exceptions: A", "exceptions to this include A", "an exception
 * is A", "except A"; `to`: the sentence is none of these. */
size_t except_sentence(const clause *c, const part *list, size_t from, size_t to);

#endif
