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
