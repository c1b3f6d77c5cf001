/* What the last of a list may share with all of it (widen_ends.c): each gives `wide`, a copy of the
 * entries, what is meant of all in the other reading, and says whether anything changed. */
#ifndef ELIGO_GRAMMAR_WIDEN_H
#define ELIGO_GRAMMAR_WIDEN_H

#include "grammar/list.h"

/* A thing named and nothing said of it: what its neighbour says may be meant of it as well. */
bool entry_plain(const entry *x);
/* The same, but a "no" perhaps. */
bool entry_plain_but_for_no(const entry *x);
/* Behind "or", "and" or a slash, and no comma (widen_heads.c). */
bool entry_joined_by_word(const entry *x);
/* Are they things of one sort, of which the same may be said? */
bool widen_alike(const clause *c, const item *a, const item *b);
/* Narrows the item by q; false: it says so already, or has no room. */
bool widen_qualify(item *x, const rule_qualifier *q);
/* The words of a span as what narrows; no value: no memory. */
rule_qualifier widen_words(const clause *c, eligo_span s);
/* Is `word` the one before `at`? */
bool widen_is_before(const clause *c, size_t at, const char *word);

bool widen_sites(const clause *c, const entries *e, entries *wide);     /* share_place.c */
bool widen_objects(const clause *c, const entries *e, entries *wide);   /* object.c */
bool widen_bounds(const clause *c, const entries *e, entries *wide);    /* share_bounds.c */
bool widen_multiples(const clause *c, const entries *e, entries *wide); /* share_bounds.c */
bool widen_heads(const clause *c, const entries *e, entries *wide);     /* widen_heads.c */
bool widen_tails(const clause *c, const entries *e, entries *wide);     /* widen_heads.c */
bool widen_needed(const clause *c, const entries *e, entries *wide);    /* widen_heads.c */
bool widen_required(const clause *c, const entries *e, entries *wide);  /* widen_heads.c */
bool widen_needs(const clause *c, const entries *e, entries *wide);     /* widen_heads.c */
bool widen_aims(const clause *c, const entries *e, entries *wide);
bool widen_names(const clause *c, const entries *e, entries *wide);
bool widen_dose(const clause *c, const entries *e, entries *wide);
bool widen_dosed(const clause *c, const entries *e, entries *wide);
bool widen_grade(const clause *c, const entries *e, entries *wide);
bool widen_behind_limits(const clause *c, const entries *e, entries *wide);
bool widen_length(const clause *c, const entries *e, entries *wide);
bool widen_count(const clause *c, const entries *e, entries *wide);
bool widen_measured(const clause *c, const entries *e, entries *wide);
bool widen_unknown(const clause *c, const entries *e, entries *wide);
bool widen_times(const clause *c, const entries *e, entries *wide);
bool widen_lasting(const clause *c, const entries *e, entries *wide);
bool widen_place(const clause *c, const entries *e, entries *wide);
bool widen_kinds(const clause *c, const entries *e, entries *wide);  /* widen_kinds.c */
bool widen_organs(const clause *c, const entries *e, entries *wide); /* widen_kinds.c */
bool widen_causes(const clause *c, const entries *e, entries *wide); /* widen_causes.c */
/* "Gout or asthma in women". */
bool widen_sex(const clause *c, const entries *e, entries *wide);

/* Have two conditions a kind in common, so that a word of the one may be said of the other:
 * "idiopathic scoliosis or kyphosis", and not "idiopathic scoliosis, pregnancy"? */
bool widen_akin(const concept *a, const concept *b);

#endif
