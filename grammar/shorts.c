#include "grammar/shorts.h"

#include <ctype.h>
#include <string.h>

enum { SHORTS = 64, SHORT_MIN = 2, SHORT_MAX = 8, SHORT_WORDS = 8 };

/* Where the capitals behind an opening bracket at `open` end, with the bracket that closes it; 0:
 * nothing but capitals is not what stands in it. */
static size_t short_end(const char *text, size_t open, size_t size)
{
    size_t end = open + 1;

    while (end < size && end - open <= SHORT_MAX && text[end] >= 'A' && text[end] <= 'Z')
        end++;
    if (end + 1 < size && text[end] == 's' && text[end + 1] == ')' && end - open > SHORT_MIN)
        return end; /* "ventilation tubes (VTs)" */
    return end < size && text[end] == ')' && end - open > SHORT_MIN ? end : 0;
}

/* Do the letters of the abbreviation stand in the words, in this order, the first of both at the
 * head? */
static bool abbreviates(const char *name, const char *words, size_t size)
{
    size_t at = 0;

    if (tolower((unsigned char)name[0]) != tolower((unsigned char)words[0]))
        return false;
    for (; *name; name++, at++) {
        while (at < size && tolower((unsigned char)words[at]) != tolower((unsigned char)*name))
            at++;
        if (at == size)
            return false;
    }
    return true;
}

/* The longest name of the lexicon that ends at `end` and that the abbreviation may stand for. */
static bool written_out(const lexicon *lx, const char *text, size_t end, const char *name, arena *a,
                        lexicon_hit *out)
{
    size_t start = end;
    bool found = false;

    for (unsigned n = 0; n < SHORT_WORDS && start > 0; n++) {
        atoms cut;
        lexicon_hit hit;

        if (strchr("\n.,;:()[]", text[start - 1]))
            break;
        while (start > 0 && text[start - 1] == ' ')
            start--;
        while (start > 0 && !strchr(" \n.,;:()[]", text[start - 1]))
            start--;
        if (!abbreviates(name, text + start, end - start))
            continue;
        cut = lexicon_cut(lx, text + start, end - start, a);
        if (cut.count && lexicon_match(lx, &cut, 0, &hit) && hit.atoms == cut.count) {
            *out = hit;
            found = true;
        }
    }
    return found;
}

/* Does the lexicon know the abbreviation as the same, or as a kind of it? */
static bool is_known(const lexicon *lx, const char *name, const lexicon_hit *meant, arena *a)
{
    atoms cut = lexicon_cut(lx, name, strlen(name), a);
    lexicon_hit own;

    if (!cut.count || !lexicon_match(lx, &cut, 0, &own) || own.atoms != cut.count)
        return false;
    return (meant->thing &&
            (concept_is(own.thing, meant->thing) || concept_is(meant->thing, own.thing))) ||
           (meant->quantity && own.quantity == meant->quantity);
}

const lexicon *shorts_read(const lexicon *lx, const char *text, size_t size, arena *a)
{
    lexicon_short *list = NULL;
    size_t n = 0;

    for (size_t i = 1; i < size && n < SHORTS; i++) {
        const char *open = memchr(text + i, '(', size - i), *name;
        size_t end, before;
        lexicon_hit hit;
        bool again = false;

        if (!open)
            break;
        before = i = (size_t)(open - text);
        if (!(end = short_end(text, i, size)))
            continue;
        while (before > 0 && text[before - 1] == ' ')
            before--;
        if (before > 3 && memcmp(text + before - 3, "(s)", 3) == 0) /* "tube(s) (VTs)" */
            before -= 3;
        if (!(name = arena_text(a, text + i + 1, end - i - 1)))
            return lx;
        if (!before || !written_out(lx, text, before, name, a, &hit) || is_known(lx, name, &hit, a))
            continue;
        for (size_t k = 0; k < n; k++)
            if (strcmp(list[k].name, name) == 0) {
                /* written out in two ways: neither is meant elsewhere */
                if (list[k].hit.thing != hit.thing || list[k].hit.quantity != hit.quantity)
                    list[k].hit = (lexicon_hit){0};
                again = true;
            }
        if (again)
            continue;
        if (!list && !(list = arena_array(a, SHORTS, sizeof *list)))
            return lx;
        list[n++] = (lexicon_short){name, hit};
    }
    const lexicon *more = n ? lexicon_with(lx, list, n, a) : NULL;

    return more ? more : lx;
}
