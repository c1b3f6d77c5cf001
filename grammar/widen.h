/* What the last of a list may share with all of it (widen_ends.c): each gives `wide`, a copy of the
 * entries, what is meant of all in the other reading, and says whether anything changed. */
#ifndef ELIGO_GRAMMAR_WIDEN_H
#define ELIGO_GRAMMAR_WIDEN_H

#include "grammar/list.h"

/* A thing named and nothing said of it: what its neighbour says may be meant of it as well. */
bool entry_plain(const entry *x);

bool widen_sites(const clause *c, const entries *e, entries *wide);     /* share_place.c */
bool widen_objects(const clause *c, const entries *e, entries *wide);   /* object.c */
bool widen_bounds(const clause *c, const entries *e, entries *wide);    /* share_bounds.c */
bool widen_multiples(const clause *c, const entries *e, entries *wide); /* share_bounds.c */
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
/* "Gout or asthma in women". */
bool widen_sex(const clause *c, const entries *e, entries *wide);

/* Have two conditions a kind in common, so that a word of the one may be said of the other:
 * "idiopathic scoliosis or kyphosis", and not "idiopathic scoliosis, pregnancy"? */
bool widen_akin(const concept *a, const concept *b);

#endif
