/* How many records of which kinds were passed over: a reader counts, `screen` says so. */
#ifndef ELIGO_PATIENTS_UNREAD_H
#define ELIGO_PATIENTS_UNREAD_H

#include <stddef.h>

enum { UNREAD_TYPES = 40 };

typedef struct unread {
    struct {
        char type[40];
        size_t records;
    } list[UNREAD_TYPES];
    size_t count;
    char words[1600];
} unread;

/* "3 DocumentReference, 1 ServiceRequest"; "" where there is none. Valid until the next call. */
const char *unread_words(unread *u);

#endif
