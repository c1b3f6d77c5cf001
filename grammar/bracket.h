/* Between bracket.c, which reads what stands in a bracket, and bracket_limit.c, which reads those
 * with a number. */
#ifndef ELIGO_GRAMMAR_BRACKET_H
#define ELIGO_GRAMMAR_BRACKET_H

#include "grammar/bound.h"

/* A bracket behind something, and what stands in it. */
typedef struct bracket {
    const clause *c; /* of the words around it */
    clause inner;    /* of its own words */
    item *x;         /* what it stands behind */
    const part *b, *in;
    size_t n;
    size_t things, words, quantities; /* what may name or bound something: together `content` */
    size_t content, windows, quals, others;
} bracket;

/* A way to read a bracket; false: it is no bracket of that kind, and the next may try. */
typedef bool bracket_reading(bracket *k);

/* "(BMI 20 to 25; up to 30 is allowed if ...)" */
bracket_reading bracket_limit_first;
/* "(stages I-III)": of what stands before the bracket */
bracket_reading bracket_stages;
/* "elevated (> 3 x ULN) ALT", "low (< 9 g/dL) hemoglobin": how high or low is a bound of what comes
 * behind, on the side that the word tells. */
bracket_reading bracket_limit_before;
/* "for more than a year (12 months)", "within 6 months (180 days)": the same length again */
bracket_reading bracket_same_length;
/* "swollen joints >= 6 (of 66)", "MMSE >= 24 (out of 30)": the most that there can be, and no other
 * limit. */
bracket_reading bracket_out_of;
/* A number alone: the value before it in another unit, a bound of the quantity before it, a length
 * of time, an age, a dose. */
bracket_reading bracket_number;
/* "recurrent cystitis (>= 3 in 12 months)" */
bracket_reading bracket_times;
/* "73 to 24 letters (Snellen equivalent 20/40 to 20/320)": the same lines of the same chart. */
bracket_reading bracket_other_chart;
/* "<= 2.5 x ULN (<= 5 x ULN if there are metastases)", "< 450 ms (470 ms for females)" */
bracket_reading bracket_special;
/* "Infertility for > 1 year (> 6 months if over 35)": how long, for some. */
bracket_reading bracket_special_length;
/* "Anticoagulation (INR > 3 if on warfarin)": a limit for some of those who have a thing; of the
 * others it says nothing, or they are not meant. */
bracket_reading bracket_limit_if;
/* "Systemic steroids (> 10 mg prednisone daily)": so much of a drug measures all of the class that
 * stands before the bracket; where the drug stands first ("opioids (morphine > 60 mg/day)"), it may
 * be asked of that drug alone. */
bracket_reading bracket_class_dose;
/* "Antidepressants within 2 weeks (fluoxetine 5 weeks)", "(ever warfarin)": another time for a
 * treatment, which may be a longer one, so that it is not understood whom it adds. */
bracket_reading bracket_own_time;
/* "Stenosis (unilateral > 70 % or bilateral)", "asthma (severe or FEV1 < 60 %)": a kind of it, or a
 * limit. */
bracket_reading bracket_kind_or_limit;
/* "hypoxaemia (SpO2 < 90 %)": limits say what is meant */
bracket_reading bracket_limits;

/* Counts the parts of each sort. */
void bracket_count(bracket *k);
/* Does it leave a choice: "or", a slash? */
bool bracket_choice(const part *p);
/* Does a part of this kind stand in a list, in the bracket? */
bool bracket_has_kind(const part *list, size_t count, part_kind k);
bool bracket_has(const bracket *k, part_kind of);
/* The first part of this kind, which there is. */
const part *bracket_first(const bracket *k, part_kind of);
/* Are the numbers lengths of time, and no ages? */
bool bracket_times_only(const part *in, size_t n);
/* The item has this bound, too. False: it has as many as there may be. */
bool bracket_bounds(bracket *k, const part *q);
/* All cues in it narrow the item. */
void bracket_qualify(bracket *k);
/* `r` is what the item means; NULL: nothing. */
void bracket_define(bracket *k, const rule *r);

#endif
