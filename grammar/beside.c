#include "grammar/beside.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

eligo_span line_or(const char *text, const outline_item *x)
{
    size_t end = x->span.end;

    while (end > x->span.start && strchr(" \t\r\n,;.", text[end - 1]))
        end--;
    if (x->count || end < x->span.start + 4 || strncasecmp(text + end - 2, "or", 2) != 0 ||
        !strchr(" \t\r\n/", text[end - 3]))
        return (eligo_span){0, 0};
    return (eligo_span){end - 2, end};
}

char rule_sex(const rule *r)
{
    if (r->op == RULE_ALL) {
        char found = 0;

        for (size_t i = 0; i < r->count && !found; i++)
            found = rule_sex(r->of[i]);
        return found;
    }
    if (r->op != RULE_HAS || !r->subject.concept || r->subject.who)
        return 0;
    if (strcmp(r->subject.concept->id, "female") == 0 ||
        strcmp(r->subject.concept->id, "menopause") == 0)
        return 'f';
    return strcmp(r->subject.concept->id, "male") == 0 ? 'm' : 0;
}

/* Which sex a line begins with: "Men over 50", "Postmenopausal women"; 0: none, or both. */
static char line_sex(const char *text, size_t size)
{
    static const char *const words[] = {"men",   "male",   "males",   "boys",           "women",
                                        "woman", "female", "females", "postmenopausal", "girls"};
    size_t end = 0, next;

    if (!size || !strchr("mbwfpg", text_lower(*text)))
        return 0; /* most lines */
    while (end < size && isalpha((unsigned char)text[end]))
        end++;
    for (next = end; next < size && text[next] == ' ';)
        next++;
    if (next < size && (text[next] == '/' || text_starts_nocase(text + next, size - next, "or ") ||
                        text_starts_nocase(text + next, size - next, "and")))
        return 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal_nocase(text, end, words[i]))
            return i < 4 ? 'm' : 'f';
    return 0;
}

bool lines_part_sexes(const char *text, const outline_section *x)
{
    bool women = false, men = false;

    for (size_t i = 0; i < x->count && x->kind != CRITERION_EXCLUSION; i++) {
        eligo_span s = x->items[i].span;
        char sex = line_sex(text + s.start, s.end - s.start);

        women = women || sex == 'f';
        men = men || sex == 'm';
    }
    return women && men;
}
