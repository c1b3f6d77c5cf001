/* Whose the items of a list are: of all who take part, of one group of them, or of somebody else.
 */
#ifndef ELIGO_GRAMMAR_GROUPING_H
#define ELIGO_GRAMMAR_GROUPING_H

#include "grammar/group.h"
#include "grammar/wording.h"

/* What the items of a list say of groups. */
typedef struct grouping {
    bool some;              /* one is of one group only */
    bool only;              /* all are: under inclusion they are alternatives */
    bool marked;            /* several begin with "Group 2", with no sign behind it */
    const group_label *own; /* of each, where a sign stands behind it */
} grouping;

/* Lives in `a`. */
grouping grouping_of(const compiler *c, const outline_item *of, size_t count, arena *a);

/* The label at the head of an item; `marked`: also without a sign behind it. */
group_label item_group(const compiler *c, const outline_item *x, bool marked);
/* The item without it. */
outline_item item_unlabelled(const outline_item *x, const group_label *g);
/* Where the words for those whom the others are compared with end, in an item about them; else 0.
 */
size_t item_control(const compiler *c, const outline_item *x, const group_label *g);
bool item_has_control(const compiler *c, const outline_item *x);
/* The length of the first word: a group whose label stands elsewhere has it for its place. */
size_t first_word(const compiler *c, eligo_span own);

/* A rule that holds for one group of those who take part. The record does not say who is in it:
 * whoever meets what it asks for may pass, whoever does not may be in another. `label`: what names
 * the group, in bytes of the input. `r` may be NULL. */
const rule *rule_of_group(const compiler *c, const rule *r, eligo_span label, bool exclusion);
/* A rule under a label: of a group, of somebody else, or as it is. */
const rule *rule_for_label(const compiler *c, const rule *r, const group_label *g, eligo_span label,
                           bool exclusion);

#endif
