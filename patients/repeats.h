/* Which names come more than once among very many: gone through once to note them, then once more
 * to ask. Memory is the same however many there are, but for those that are repeated. */
#ifndef ELIGO_PATIENTS_REPEATS_H
#define ELIGO_PATIENTS_REPEATS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct repeats repeats;

/* NULL: no memory. */
repeats *repeats_new(void);
void repeats_delete(repeats *r);
/* The first time through; `place` is another one each time. False: no memory. */
bool repeats_note(repeats *r, const char *name, size_t size, size_t place);

typedef enum repeat {
    REPEAT_NOT,   /* it comes once */
    REPEAT_FIRST, /* it comes again later */
    REPEAT_LATER  /* it was asked for before */
} repeat;

/* The second time through, of names that were noted, in the same order. */
repeat repeats_ask(repeats *r, const char *name, size_t size, size_t place);

#endif
