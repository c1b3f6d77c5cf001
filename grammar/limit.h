/* Limits that differ by a condition: "<= 2.5 x ULN, or <= 5 x ULN if there are metastases". */
#ifndef ELIGO_GRAMMAR_LIMIT_H
#define ELIGO_GRAMMAR_LIMIT_H

#include "grammar/clause.h"

/* The limit in the sentence [from, to), which names no quantity, and whom it is for: another one of
 * what the sentence from `before` on has a limit of (limit_behind.c). NULL: it says something else.
 */
const rule *limit_behind(const clause *c, const part *list, size_t before, size_t from, size_t to);
/* "ALT <= 3 x ULN. For patients with A, ALT <= 5 x ULN": what the sentence before asks for, with
 * the other limit `r` for those; the same among what bars. NULL: it says something else. */
const rule *limit_again(arena *a, const rule *usual, const rule *r, bool exclusion);
/* The parts [start, end), whose bound names no quantity, as said of the last that is named in
 * [from, to) with a bound behind it. NULL: there is none. */
const rule *limit_of(const clause *c, const part *list, size_t from, size_t to, size_t start,
                     size_t end);
/* A limit and another for some; `at` is the "if" of these. NULL: it is not said so. */
const rule *limit_for_some(const clause *c, const part *list, size_t from, size_t at, size_t to);
/* Does a bound without a name stand before `at`, behind a bound of several on the same side: "AST
 * and ALT <= 3 x ULN, or <= 5 x ULN with"? */
bool limit_stands_before(const part *list, size_t from, size_t at);
/* "> 9 g/dL if A, or > 10 g/dL if B": each for those whom it names; `at` is the first "if". NULL:
 * it is not said so. */
const rule *limit_by_condition(const clause *c, const part *list, size_t from, size_t at,
                               size_t to);
/* The parts with "if" in place of such brackets: "> 9 g/dL (A) or > 10 g/dL (B)". A turn of phrase
 * as those of list.h. */
#define LIMIT_BRACKET_KINDS KIND(PART_BRACKET)
const part *limit_brackets(const clause *c, const part *list, size_t from, size_t *to);
/* The parts with "if" in place of "in": "< 10 g/dL in adults or < 9 g/dL in children". */
#define LIMIT_GROUP_KINDS KIND(PART_QUANTITY)
const part *limit_age_groups(const clause *c, const part *list, size_t from, size_t *to);
/* "A, unless B, in which case C": A, or B and C; where C is narrower, A of those without B. `at` is
 * the "unless", `then` the "in which case", `a` the rule of A. */
const rule *limit_in_which_case(const clause *c, const part *list, size_t from, size_t at,
                                size_t then, size_t to, const rule *a);

/* ---- limit_bare.c ---- */

/* The bracket behind x, with the name and the side of a limit that says neither, "ECOG 0-1 (2 if
 * ...)", "(2 allowed)"; the bracket itself: it is something else. */
const part *limit_bare(const clause *c, const item *x, const part *bracket);

/* ---- limit_pair.c ---- */

/* "SBP > 140 and DBP > 90" in place of "SBP and DBP > 140 and 90". */
#define LIMIT_PAIR_KINDS KIND(PART_QUANTITY)
const part *limit_pairs(const clause *c, const part *list, size_t from, size_t *to);

/* "Not above 180 or below 90", with the first limit at i: is the second one denied, too? */
bool limit_not_beyond(const clause *c, const part *list, size_t i, size_t to);

/* ---- limit_with.c ---- */

/* "BMI >= 27 with, or >= 30 without, diabetes": a limit of those who have a thing, and one of those
 * who lack it. NULL: it is not said so. */
const rule *limit_with_or_without(const clause *c, const part *list, size_t from, size_t to);

/* ---- limit_case.c ---- */

/* "..., unless A, in which case <= 3 x ULN" in place of "..., except for patients with A, who may
 * have <= 3 x ULN". */
#define LIMIT_CASE_KINDS                                                                           \
    (KIND(PART_EXCEPT) | KIND(PART_UNLESS) | KIND(PART_SEMICOLON) | KIND(PART_PERIOD))
const part *limit_cases(const clause *c, const part *list, size_t from, size_t *to);

/* ---- limit_age.c ---- */

/* "Aged 18 to 50; for those aged 51 to 55, FSH < 20": what `usual` asks for, or `r` of those beyond
 * its ages; both readings where nothing says that they are ages. NULL: `r` is no such condition. */
const rule *limit_other_age(arena *a, const rule *usual, const rule *r);

/* "Older patients may be included if fit": where such people stand, who are older or younger than
 * those asked for, from `from` on or behind a comma; `to`: nowhere. */
size_t limit_people_from(const clause *c, const part *list, size_t from, size_t to);

/* What `usual` asks for, but for such people, of whom it is open. NULL: it asks for no age. */
const rule *limit_beyond(const clause *c, const rule *usual, const part *list, size_t from,
                         size_t to);

/* ---- limit_time.c ---- */

/* The parts with "or B within 6 weeks" in place of such brackets: "A within 3 weeks (6 weeks for
 * B)". */
#define LIMIT_TIME_KINDS KIND(PART_BRACKET)
const part *limit_times(const clause *c, const part *list, size_t from, size_t *to);
/* "A for > 1 year (> 6 months if B)", where the bracket of x says how long for whom. NULL: no
 * memory. */
const rule *limit_length_for_some(const clause *c, const item *x, const rule *usual);

/* The limits of *r at the time that x says of them all. False: no memory. */
bool limit_then(const clause *c, rule **r, const item *x);

#endif
