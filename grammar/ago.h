/* How long ago: times that are counted from an event, as times counted back from now. */
#ifndef ELIGO_GRAMMAR_AGO_H
#define ELIGO_GRAMMAR_AGO_H

#include "grammar/clause.h"

/* The time from the end of `w` until now, counted from the same: the last 4
 * weeks, of "4 weeks ago or longer". NULL: no memory. */
rule_window *ago_until_now(arena *a, const rule_window *w);
/* "4 weeks since the last dose": one by then, and none since; `r` has a window. NULL: no memory. */
const rule *ago_and_none_since(arena *a, const rule *r);
/* "3 months after infarction", "infarction 3 months ago": so long ago at most, or at least. */
const rule *ago_open(const clause *c, const rule *r);
/* Of an item that is nothing but a window: "1 to 6 months after infarction", the infarction was 1
 * to 6 months ago. NULL: its anchor is no event that is known. */
const rule *ago_event(const clause *c, const item *x);
/* "Stroke (> 6 months post-stroke)", "brain injury, a year after injury": is the time of an item
 * counted from the thing that is meant? */
bool ago_of_itself(const item *x);
/* Such an item with the same time counted back from now, in *own with its window in *since; so long
 * after it is chronic. False: no memory. */
bool ago_counted_back(const clause *c, const item *x, item *own, part *since);
/* "Stroke 3 months ago", among what is asked for; what bars is mostly so recent. */
bool ago_bare(const clause *c, const item *x);

#endif
