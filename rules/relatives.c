#include "rules/relatives.h"

#include <string.h>
#include <strings.h>

enum { MOST_STEPS = 4 }; /* from "first-degree" by "parent" and "mother" to a word */

static const relative_row *row_of(const char *relative, size_t size)
{
    for (const relative_row *r = relative_table; r->relative; r++)
        if (strlen(r->relative) == size && strncasecmp(r->relative, relative, size) == 0)
            return r;
    return NULL;
}

bool relative_known(const char *word, size_t size)
{
    return row_of(word, size) != NULL;
}

static bool stands_for(const relative_row *row, const char *recorded, unsigned steps)
{
    if (!row || steps == MOST_STEPS)
        return false;
    if (strcasecmp(row->relative, recorded) == 0)
        return true;
    for (const char *const *w = row->words; *w; w++)
        if (strcasecmp(*w, recorded) == 0 ||
            stands_for(row_of(*w, strlen(*w)), recorded, steps + 1))
            return true;
    return false;
}

bool relative_is(const char *recorded, const char *asked)
{
    static const char between[] = " or ";

    while (*asked) {
        const char *end = strstr(asked, between);
        size_t size = end ? (size_t)(end - asked) : strlen(asked);

        if (stands_for(row_of(asked, size), recorded, 0))
            return true;
        asked += size + (end ? sizeof between - 1 : 0);
    }
    return false;
}
