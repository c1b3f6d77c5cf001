/* malloc, calloc, realloc, strdup and asprintf that fail when they are told to: linked with -Wl,--wrap (tests/robust.mk). */
#ifndef ELIGO_TESTS_WRAP_H
#define ELIGO_TESTS_WRAP_H

#include <stdbool.h>

/* The nth allocation from here fails (0: the next one), and with `on` all behind it, too. */
void wrap_fail(long n, bool on);
/* No more failures; true where one was injected since wrap_fail. */
bool wrap_stop(void);

#endif
