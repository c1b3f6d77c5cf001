/* Between clause.c, which puts together what an item states, and defined.c, which knows what a
 * bracket or "defined as" makes of its thing. */
#ifndef ELIGO_GRAMMAR_STATEMENT_H
#define ELIGO_GRAMMAR_STATEMENT_H

#include "grammar/bound.h"

/* The rules that one item states, side by side. */
typedef struct statement {
    const clause *c;
    const item *x;
    const rule *of[ITEM_QUANTITIES +
                   6]; /* judgement, bounds, definition, thing, its stage's owner or sex, "also" */
    size_t n;
    bool used_subject;      /* one of them is about the thing */
    const item *thing_said; /* what is said of the thing itself: x, or */
    item said;
} statement;

/* Adds what the thing is said to be. False: no memory. */
bool state_definition(statement *s);
/* "Opioids within 2 weeks (no methadone)", "PCSK9 inhibitor (never inclisiran)": does the bracket
 * deny a kind of the thing, or another treatment at any time? */
bool defined_less(const item *x);
/* Among what bars, `thing` without it; where it is denied at any time, that may bar as well. */
const rule *defined_without(const clause *c, const item *x, const rule *thing);
/* "Mild or severe hepatic impairment (Child-Pugh C)": is the bracket of y one grade, which x, of
 * another degree, cannot have? */
bool defined_last_alone(const item *x, const item *y);
/* The thing of an item, without what stands beside it. NULL: no memory. */
const rule *item_has(const clause *c, const item *x);
/* Nothing but denials. */
bool denies_only(const rule *r);
/* Of a denied thing and what its bracket says beside it, what is denied: "not diabetic (HbA1c <
 * 6)", "no diabetes (no insulin)" ask for the bracket and for no diabetes. `open`: or for no
 * diabetes of that kind. */
const rule *denied_beside(const clause *c, const item *x, const rule *thing, const rule *beside,
                          bool open);

#endif
