#include "grammar/clause.h"

#include "engine/base/text.h"

#include <string.h>

/* What a thing is not: "non-recurrent breast cancer", "non-cardiac surgery". */

/* What a word denies: "oncological" of "non-oncological". NULL: it denies nothing. */
static const char *denied_word(const rule_qualifier *q)
{
    const char *word = q->text;

    if (!word || strncasecmp(word, "non", 3) != 0 || (word[3] != '-' && word[3] != ' ') ||
        !text_is(q->kind, "other") || strcmp(q->value, word) != 0)
        return NULL;
    for (word += 3; *word == '-' || *word == ' ';)
        word++;
    return *word ? word : NULL;
}

static bool lacks_some(const item *x, const rule *r)
{
    bool some = x->lack_count > 0;

    for (size_t i = 0; i < r->qualifier_count && !some; i++)
        some = denied_word(&r->qualifiers[i]) != NULL;
    return some;
}

/* The kind of the thing that has the denied word and its name for a name of its own: "cardiac
 * surgery". NULL: there is none. */
static const concept *kind_denied(const clause *c, const rule *r, const char *word)
{
    size_t first = strlen(word), size;
    atoms words;
    lexicon_hit hit;
    char *name;

    if (!r->subject.text || first + strlen(r->subject.text) > 120)
        return NULL;
    size = first + 1 + strlen(r->subject.text);
    name = arena_array(c->arena, size + 1, 1);
    if (!name)
        return NULL;
    memcpy(name, word, first);
    name[first] = ' ';
    memcpy(name + first + 1, r->subject.text, size - first);
    words = lexicon_cut(c->lx, name, size, c->arena);
    return words.count && lexicon_match(c->lx, &words, 0, &hit) && hit.atoms == words.count &&
                   hit.thing && hit.thing != r->subject.concept &&
                   concept_is(hit.thing, r->subject.concept)
               ? hit.thing
               : NULL;
}

const rule *item_lacking(const clause *c, const item *x, const rule *r)
{
    const rule *of[1 + ITEM_LACKS], *whole;
    rule_qualifier lacks[ITEM_LACKS];
    const concept *kinds[ITEM_LACKS] = {NULL};
    size_t n = 1, count = 0;
    rule *plain;
    rule_qualifier *kept;

    if (r->op != RULE_HAS || !r->subject.concept || !lacks_some(x, r))
        return r; /* nearly always */
    plain = arena_copy(c->arena, r, 1, sizeof *r);
    kept = arena_array(c->arena, r->qualifier_count + 1, sizeof *kept);
    if (!plain || !kept)
        return NULL;
    for (; count < x->lack_count; count++)
        lacks[count] = x->lacks[count];
    plain->qualifiers = kept;
    plain->qualifier_count = 0;
    for (size_t i = 0; i < r->qualifier_count; i++) {
        const char *word = count < ITEM_LACKS ? denied_word(&r->qualifiers[i]) : NULL;

        if (!word) {
            kept[plain->qualifier_count++] = r->qualifiers[i];
            continue;
        }
        kinds[count] = kind_denied(c, r, word);
        lacks[count] = r->qualifiers[i];
        lacks[count++].value = word;
    }
    whole = plain;
    for (size_t i = 0; i < count; i++) {
        rule *kind = arena_copy(c->arena, plain, 1, sizeof *kind);
        rule_qualifier *q = arena_array(c->arena, plain->qualifier_count + 1, sizeof *q);

        if (!kind || !q)
            return NULL;
        if (plain->qualifier_count)
            memcpy(q, plain->qualifiers, plain->qualifier_count * sizeof *q);
        kind->qualifiers = q;
        if (kinds[i]) { /* a record of the kind is taken away, and no other one that is there */
            kind->subject.concept = kinds[i];
            clause_take(c, lacks[i].span);
            whole = rule_two(c->arena, RULE_EXCEPT, whole, kind);
            continue;
        }
        q[kind->qualifier_count++] = lacks[i];
        of[n++] = rule_not(c->arena, plain->span, kind);
    }
    of[0] = whole;
    return n == 1 ? whole : rule_join(c->arena, RULE_ALL, r->span, of, n);
}
