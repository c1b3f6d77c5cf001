#include "grammar/settle.h"

#include "engine/base/text.h"
#include "rules/sayings.h"

#include <ctype.h>
#include <string.h>

/* How a thing was shown: "histologically or cytologically confirmed", "confirmed clinically and by
 * imaging", "CT or MRI proven". Several means before one "confirmed" are a list of their own, and
 * no alternatives to what was confirmed. */

static eligo_span text_of(const settler *s, size_t i)
{
    return i < s->count ? s->in[i].span : (eligo_span){0, 0};
}

bool settle_ends_in(const settler *s, eligo_span w, const char *end)
{
    size_t n = strlen(end);

    return w.end - w.start > n && text_equal_nocase(s->text + w.end - n, n, end);
}

/* "histologically", "clinically", "radiographically" */
static bool is_means(const settler *s, size_t i)
{
    part_kind k = settle_kind(s, i);
    eligo_span w = text_of(s, i);

    if ((k != PART_THING && k != PART_WORD && k != PART_FILL) || !settle_ends_in(s, w, "ically"))
        return false;
    for (size_t n = w.start; n < w.end; n++)
        if (isspace((unsigned char)s->text[n]))
            return false;
    return true;
}

bool concept_finds_out(const lexicon *lx, const concept *k)
{
    for (size_t i = 0; k && saying_means[i]; i++) {
        const concept *mean = lexicon_concept(lx, saying_means[i], strlen(saying_means[i]));

        if (mean && concept_is(k, mean))
            return true;
    }
    return false;
}

/* "CT", "biopsy": something that is done to find out. */
static bool is_examination(const settler *s, size_t i)
{
    const concept *k = settle_kind(s, i) == PART_THING ? s->in[i].hit.thing : NULL;

    return k && k->category == CATEGORY_PROCEDURE;
}

static bool is_confirmed(const settler *s, size_t i)
{
    return settle_kind(s, i) == PART_QUAL && strcmp(s->in[i].value, "certainty:confirmed") == 0;
}

/* "confirmed", "proven": no noun, and no more than that. */
static bool is_participle(const settler *s, size_t i)
{
    eligo_span w = text_of(s, i);

    return is_confirmed(s, i) && roles_all(s->text + w.start, w.end - w.start) & ROLE_PROVEN;
}

/* Behind the connective at i, with the comma before an "or"; i: there is none. */
static size_t link_end(const settler *s, size_t i)
{
    size_t k = i;

    if (settle_kind(s, k) == PART_DASH) /* "biopsy- or CT-proven" */
        k++;
    if (settle_kind(s, k) == PART_COMMA)
        k++;
    switch (settle_kind(s, k)) {
    case PART_OR:
    case PART_AND:
    case PART_ANDOR:
    case PART_SLASH: return s->in[k].value && s->in[k].value[0] == 'b' ? i : k + 1;
    default: return k > i && settle_kind(s, k - 1) == PART_COMMA ? k : i;
    }
}

/* Does the qualifier at i begin with a means of its own: "cytologically confirmed"? */
static bool begins_with_means(const settler *s, size_t i)
{
    eligo_span w = text_of(s, i);
    size_t n = w.start;

    while (n < w.end && !isspace((unsigned char)s->text[n]) && s->text[n] != '-')
        n++;
    return is_confirmed(s, i) && n < w.end && settle_ends_in(s, (eligo_span){w.start, n}, "ically");
}

size_t settle_confirmed(settler *s, part_list *out, size_t i)
{
    bool adverbs = is_means(s, i);
    size_t k = i, next;
    part q;

    if (is_participle(s, i) && is_means(s, i + 1)) { /* "confirmed clinically or genetically" */
        for (k = i + 2; (next = link_end(s, k)) > k && is_means(s, next);)
            k = next + 1;
        if (k == i + 2)
            return i;
    } else if (adverbs || is_examination(s, i)) {
        bool several = false;

        for (k = i + 1; (next = link_end(s, k)) > k;) {
            several = true;
            k = next;
            if (adverbs && begins_with_means(s, k))
                break;
            if (!(adverbs ? is_means(s, k) : is_examination(s, k)))
                return i;
            k++;
        }
        if (settle_kind(s, k) == PART_DASH && !adverbs)
            k++;
        if (!(several || adverbs) || !(adverbs ? is_confirmed(s, k) : is_participle(s, k)))
            return i;
        k++;
        if (!adverbs && (settle_kind(s, k) != PART_THING || !s->in[k].hit.thing ||
                         s->in[k].hit.thing->category != CATEGORY_CONDITION))
            return i;
    } else
        return i;
    q = s->in[i];
    q.span.end = s->in[k - 1].span.end;
    q.roles = 0;
    q.hit = (lexicon_hit){0};
    q.value = "certainty:confirmed";
    settle_push(s, out, &q, PART_QUAL);
    return k;
}
