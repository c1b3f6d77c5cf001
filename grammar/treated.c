#include "grammar/list.h"

#include "engine/base/text.h"

#include <string.h>

/* What a disease is treated with: before its name, "insulin-treated diabetes", or denied behind it,
 * "a tumor that was not irradiated". */

/* "Surgery", "radiotherapy": a treatment whose name does not say of what it was. */
static bool says_not_where(const concept *k)
{
    return k && k->category == CATEGORY_PROCEDURE &&
           roles_of_last(k->name, strlen(k->name)) & (ROLE_WITH_SITE | ROLE_GENERAL);
}

/* "Irradiated", "treated with surgery": it is done to something, where "without surgery" is said of
 * the person. */
static bool done_to(const clause *c, const item *y)
{
    eligo_span s = y->subject.span;

    while (s.end > s.start + 2 && c->text[s.end - 1] != 'd' && c->text[s.end - 1] != ' ')
        s.end--; /* "operated on" */
    if (s.end > s.start + 2 && c->text[s.end - 1] == ' ')
        s.end--;
    return y->treated ||
           (s.end > s.start + 2 && c->text[s.end - 1] == 'd' && c->text[s.end - 2] == 'e');
}

void list_treat_there(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        const item *x = &e->at[i - 1].item;
        item *y = &e->at[i].item;

        if (e->at[i].link == PART_WITH && !e->at[i].who && y->negated && !y->qualifier_count &&
            !y->complement && !x->negated && x->subject.concept && !x->subject.who &&
            x->subject.category == CATEGORY_CONDITION && says_not_where(y->subject.concept) &&
            done_to(c, y))
            item_qualify(c, y, "about", NULL, x->subject.span, x->subject.concept);
    }
}

/* Is qualifier k "treated", right behind the drug of qualifier i, and before the name? */
static bool treated_with(const clause *c, const rule *r, size_t i, size_t k)
{
    const rule_qualifier *drug = &r->qualifiers[i], *word = &r->qualifiers[k];
    const concept *what = drug->concept;
    eligo_span treated = word->span;

    return i != k && what && what->category == CATEGORY_MEDICATION &&
           text_is(drug->kind, "about") && text_is(word->kind, "control") &&
           text_is(word->value, "treated") && treated.start == drug->span.end + 1 &&
           treated.end <= r->subject.span.start &&
           (c->text[drug->span.end] == '-' || c->text[drug->span.end] == ' ');
}

const rule *item_treated(const clause *c, const rule *r)
{
    if (!r || r->op != RULE_HAS || r->subject.category != CATEGORY_CONDITION ||
        !r->subject.concept || r->tense == TENSE_HISTORY || r->tense == TENSE_PLANNED ||
        r->window || r->duration || r->subject.who || r->qualifier_count < 2)
        return r; /* nearly always */
    for (size_t i = 0; i < r->qualifier_count; i++)
        for (size_t k = 0; k < r->qualifier_count; k++) {
            rule *disease, *drug;
            rule_qualifier *kept;

            if (!treated_with(c, r, i, k))
                continue;
            disease = arena_copy(c->arena, r, 1, sizeof *r);
            drug = rule_new(c->arena, RULE_HAS, r->qualifiers[i].span);
            kept = arena_array(c->arena, r->qualifier_count, sizeof *kept);
            if (!disease || !drug || !kept)
                return NULL;
            disease->qualifiers = kept;
            disease->qualifier_count = 0;
            for (size_t m = 0; m < r->qualifier_count; m++)
                if (m != i && m != k)
                    kept[disease->qualifier_count++] = r->qualifiers[m];
            drug->subject.concept = r->qualifiers[i].concept;
            drug->subject.category = CATEGORY_MEDICATION;
            drug->subject.text = r->qualifiers[i].text;
            drug->subject.span = r->qualifiers[i].span;
            drug->tense = TENSE_CURRENT;
            clause_take(c, r->qualifiers[k].span);
            return rule_two(c->arena, RULE_ALL, disease, drug);
        }
    return r;
}
