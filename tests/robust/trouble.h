/* What the drivers that run the program from outside found wrong: one line each on standard output. */
#ifndef ELIGO_TESTS_TROUBLE_H
#define ELIGO_TESTS_TROUBLE_H

#include <stddef.h>

/* Counts a trouble, and tells it unless many were told before. */
void trouble(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* How many there were. */
size_t troubles(void);
/* The driver itself cannot go on: says why, exits with 4. */
_Noreturn void stop(const char *what);

#endif
