#include "patients/unread.h"

#include <stdio.h>
#include <string.h>

static bool place_of(unread *u, const char *type, size_t size, size_t *at)
{
    size_t i = 0;

    if (!size || size >= sizeof u->list->type)
        return false;
    while (i < u->count &&
           (strlen(u->list[i].type) != size || memcmp(u->list[i].type, type, size) != 0))
        i++;
    *at = i;
    if (i < u->count)
        return true;
    if (u->count == UNREAD_TYPES)
        return false;
    memcpy(u->list[i].type, type, size);
    u->list[i].type[size] = 0;
    u->count++;
    return true;
}

void unread_count(unread *u, const char *type, size_t size)
{
    size_t at;

    if (place_of(u, type, size, &at))
        u->list[at].records++;
}

void unread_table(unread *u, const char *name)
{
    size_t at, size = strlen(name);

    place_of(u, name, size < sizeof u->list->type ? size : sizeof u->list->type - 1, &at);
}

const char *unread_words(unread *u)
{
    size_t n = 0;

    u->words[0] = 0;
    for (size_t i = 0; i < u->count && n < sizeof u->words; i++)
        n += u->list[i].records
                 ? (size_t)snprintf(u->words + n, sizeof u->words - n, "%s%zu %s", i ? ", " : "",
                                    u->list[i].records, u->list[i].type)
                 : (size_t)snprintf(u->words + n, sizeof u->words - n, "%sthe table %s",
                                    i ? ", " : "", u->list[i].type);
    return u->words;
}
