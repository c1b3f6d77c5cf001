/* One word that is the name of two things: beside what is of the kind of one of them, that one is
 * meant ("anorexia or bulimia" is no loss of appetite). The lexicon says which words have such a
 * namesake. */
#include "grammar/list.h"

#include "engine/base/text.h"

#include <string.h>

/* The other thing that the words of x may mean; NULL: there is none. */
static const concept *namesake_of(const clause *c, const item *x)
{
    size_t size, n = x->subject.text ? strlen(x->subject.text) : 0;
    const char *id =
        x->subject.concept ? concept_attribute(x->subject.concept, "namesake", &size) : NULL;
    const concept *other = id && n ? lexicon_concept(c->lx, id, size) : NULL;

    return other && text_starts_nocase(other->name, strlen(other->name), x->subject.text) &&
                   other->name[n] == ' '
               ? other
               : NULL;
}

/* Is k, another thing, of the narrowest kind of `other`: two eating disorders? *wide: of a wider
 * one, a psychiatric disorder. */
static bool of_one_kind(const concept *other, const concept *k, bool *wide)
{
    if (!k || k == other || !other->above[0])
        return false;
    for (const concept *const *p = other->above; *p && !*wide; p++)
        *wide = concept_is(k, *p) && !((*p)->flags & CONCEPT_WEAK);
    return concept_is(k, other->above[0]);
}

void list_settle_namesakes(const clause *c, entries *e)
{
    for (size_t i = 0; i < e->count; i++) {
        item *x = &e->at[i].item;
        const concept *other = namesake_of(c, x);
        bool wide = false,
             beside = other && c->about && of_one_kind(other, c->about->subject.concept, &wide);

        for (size_t k = 0; other && !beside && k < e->count; k++)
            beside = k != i && of_one_kind(other, e->at[k].item.subject.concept, &wide);
        if (beside)
            x->subject.concept = other;
        else if (wide) { /* either of the two */
            x->subject.concept = NULL;
            x->subject_part = NULL;
        }
    }
}
