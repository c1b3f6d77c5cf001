/* A denial among what bars: "No food allergy" keeps out who has none, as it says, or who has one,
 * as is mostly meant. What else the trial asks tells: where it asks for that very thing, its lack
 * bars.
 */
#ifndef ELIGO_GRAMMAR_BARS_H
#define ELIGO_GRAMMAR_BARS_H

#include "rules/rule.h"

/* Gives such a line of a whole trial both readings where nothing in the trial asks for what it
 * denies. Rules are settled, and stay so. */
void bars_read_denials(arena *a, criterion *list, size_t count);

#endif
