/* The criteria section of a saved registry page, and what the page says about the trial. */
#ifndef ELIGO_GRAMMAR_PAGE_H
#define ELIGO_GRAMMAR_PAGE_H

#include "grammar/source.h"

/* Reads a clean text into *out (criteria, trial_id, title, ages, sex, healthy volunteers). A text
 * that is no page is a criteria section as a whole. False: it is a page, or blank, and has no
 * criteria. */
bool page_read(const mapped *text, arena *a, source *out);

/* "18 Years", "6 Months", "18.00 Year(s)" at the start of value[0, size): how many bytes it takes,
 * 0: no age. */
size_t page_age(const char *value, size_t size, double *number, char *unit);
/* "all", "female", "male" for a registry's word for it; NULL: none of them. */
const char *page_sex(const char *value, size_t size);

#endif
