#include "rules/roles.h"

#include "engine/base/text.h"

#include <stdbool.h>

/* Most words of a text are told by their first and last letter. */
static bool may_have(const role_table *t, const char *text, size_t size)
{
    return size > 0 && size <= ROLE_LETTERS && (t->ends[text[0] & 31] >> (text[size - 1] & 31) & 1);
}

static role_set find(const role_table *t, const role_word *w)
{
    for (uint32_t i = role_hash(w) & t->mask; t->places[i].roles; i = (i + 1) & t->mask) {
        const char *here = t->places[i].word;

        if (text_bytes(here, 8) == w->part[0] && text_bytes(here + 8, 8) == w->part[1] &&
            text_bytes(here + 16, 8) == w->part[2])
            return t->places[i].roles;
    }
    return 0;
}

/* The same of a word of eight letters at most. */
static role_set find_short(const role_table *t, uint64_t letters)
{
    role_word w = {{letters, 0, 0}};

    for (uint32_t i = role_hash(&w) & t->mask; t->places[i].roles; i = (i + 1) & t->mask)
        if (text_bytes(t->places[i].word, 8) == letters && !t->places[i].word[8])
            return t->places[i].roles;
    return 0;
}

role_set roles_find(const role_table *t, const char *text, size_t size)
{
    role_word w;

    if (!may_have(t, text, size))
        return 0;
    if (size <= 8)
        return find_short(
            t, text_lower_bytes(size == 8 ? text_bytes(text, 8) : text_few_bytes(text, size)));
    w = role_word_of(text, size);
    return find(t, &w);
}

role_set roles_all(const char *text, size_t size)
{
    return roles_find(&grammar_roles, text, size);
}

role_set roles_of(const char *text, size_t size)
{
    return roles_all(text, size) & ~ROLES_ASIDE;
}

role_set roles_within(const char *text, size_t size)
{
    role_set all = 0;

    for (size_t start = 0, end = 0; end <= size; end++)
        if (end == size || text[end] == ' ') {
            all |= roles_all(text + start, end - start);
            start = end + 1;
        }
    return all;
}

role_set roles_of_last(const char *text, size_t size)
{
    size_t start = size;

    while (start > 0 && text[start - 1] != ' ')
        start--;
    return roles_all(text + start, size - start);
}
