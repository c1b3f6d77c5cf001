#include "rules/roles.h"

#include <ctype.h>
#include <string.h>

role_set roles_all(const char *text, size_t size)
{
    char word[ROLE_LETTERS];

    if (size == 0 || size > ROLE_LETTERS)
        return 0;
    for (size_t i = 0; i < size; i++)
        word[i] = (char)tolower((unsigned char)text[i]);
    for (uint32_t i = role_hash(word, size) & role_mask; role_table[i].word;
         i = (i + 1) & role_mask)
        if (strncmp(role_table[i].word, word, size) == 0 && !role_table[i].word[size])
            return role_table[i].roles;
    return 0;
}

role_set roles_of(const char *text, size_t size)
{
    return roles_all(text, size) & ~ROLES_ASIDE;
}
