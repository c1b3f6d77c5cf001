#include "rules/roles.h"

#include "engine/base/text.h"
#include "rules/table.h"

role_set roles_find(const role_table *t, const char *word, size_t size)
{
    if (size == 0 || size > ROLE_LETTERS || !(t->ends[word[0] & 31] >> (word[size - 1] & 31) & 1))
        return 0;
    for (uint32_t i = word_hash(word, size) & t->mask; t->places[i].roles; i = (i + 1) & t->mask) {
        const char *here = t->places[i].word;

        if (memcmp(here, word, size) == 0 && (size == ROLE_LETTERS || !here[size]))
            return t->places[i].roles;
    }
    return 0;
}

role_set roles_all(const char *text, size_t size)
{
    char word[ROLE_LETTERS];

    if (size == 0 || size > ROLE_LETTERS ||
        !(grammar_roles.ends[text[0] & 31] >> (text[size - 1] & 31) & 1))
        return 0;
    text_lower_copy(word, text, size);
    return roles_find(&grammar_roles, word, size);
}

role_set roles_of(const char *text, size_t size)
{
    return roles_all(text, size) & ~ROLES_ASIDE;
}
