/* How many records of which kinds were passed over: a reader counts, `screen` says so. */
#ifndef ELIGO_PATIENTS_UNREAD_H
#define ELIGO_PATIENTS_UNREAD_H

#include <stdbool.h>
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

/* One more record of a type. */
void unread_count(unread *u, const char *type, size_t size);
/* A table that is there, whose rows nobody counts. */
void unread_table(unread *u, const char *name);
/* "3 DocumentReference, the table note"; "" where there is none. Valid until the next call. */
const char *unread_words(unread *u);

#endif
