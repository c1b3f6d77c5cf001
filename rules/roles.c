#include "rules/roles.h"

#include "engine/base/text.h"
#include "rules/table.h"

static uint32_t find(const role_table *t, const char *text, size_t size)
{
    char word[ROLE_LETTERS + 1];

    if (size == 0 || size > ROLE_LETTERS)
        return 0;
    for (size_t i = 0; i < size; i++)
        word[i] = text_lower(text[i]);
    for (uint32_t i = word_hash(word, size) & t->mask; t->places[i].roles; i = (i + 1) & t->mask)
        if (memcmp(t->places[i].word, word, size) == 0 &&
            (size == ROLE_LETTERS || !t->places[i].word[size]))
            return t->places[i].roles;
    return 0;
}

uint32_t roles_of(const char *text, size_t size)
{
    return find(&grammar_roles, text, size);
}

uint32_t roles_of_heading(const char *text, size_t size)
{
    return find(&heading_roles, text, size);
}
