/* Pages on findings and on reasons of unknowns: rules/findings.tsv, compiled in. */
#ifndef ELIGO_RULES_PAGE_H
#define ELIGO_RULES_PAGE_H

#include <stddef.h>

typedef struct page { /* in the order of the table's columns; '\n' is a line break */
    const char *code, *severity, *title, *what, *why, *failing, *mended, *fine;
} page;
enum { PAGE_COLUMNS = 8 };

extern const page page_table[]; /* generated */
extern const size_t page_count; /* generated */

#endif
