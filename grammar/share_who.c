/* Whose a thing is, over a list: "mother with gout or lupus", "pregnant or breastfeeding partner",
 * "gout or lupus in a first-degree relative". */
#include "grammar/bound.h"
#include "grammar/list.h"

#include "engine/base/text.h"

#include <string.h>

/* Makes x of the one of whom "whose mother", "whose partner" stands between the first item and it.
 * False: nobody is named so. */
static bool is_whose(const clause *c, const item *first, item *x)
{
    static const char *const whose[][3] = {{"whose mother", "family", "mother"},
                                           {"whose parent", "family", "parent"},
                                           {"whose father", "family", "father"},
                                           {"whose partner", "partner", NULL}};

    for (size_t i = first->span.start; i < x->span.start; i++)
        for (size_t k = 0; k < sizeof whose / sizeof *whose; k++) {
            size_t size = strlen(whose[k][0]);

            if (!text_starts_nocase(c->text + i, x->span.start - i, whose[k][0]))
                continue;
            x->who = whose[k][1];
            if (whose[k][2])
                item_qualify(c, x, "relative", whose[k][2], (eligo_span){i, i + size}, NULL);
            return true;
        }
    return false;
}

/* "..., who has A" */
static bool behind_who(const clause *c, const item *x)
{
    const part *p = x->from ? &x->in[x->from - 1] : NULL;

    return p && p->kind == PART_WITH &&
           text_starts_nocase(c->text + p->span.start, p->span.end - p->span.start, "who");
}

void list_share_who(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        size_t before = list_before(e, i);
        item *x = &e->at[i].item;
        const item *y = &e->at[before].item;

        /* "infants whose mother has A or who is B": she, or the infant */
        if (!x->who && list_begins_who(c, &e->at[i]) && is_whose(c, &e->at[0].item, x))
            x->lent_who = true;
        /* "mother with epilepsy on valproate"; "relative with gout who has asthma": theirs, or the
         * patient's */
        if (!x->who && y->who && !y->either && e->at[i].link == PART_WITH && !x->person &&
            y->has_subject) {
            bool used = concept_is_treatment(x->subject.concept) && !e->at[i].who;
            /* "spouse of a veteran with A", "living with a smoker who has A": of that one */
            bool person = y->subject.concept && y->subject.category == CATEGORY_SOCIAL && !x->age;

            x->lent_who = !used && !person && !x->age && behind_who(c, x);
            if (used || person || x->lent_who)
                item_is_of(x, y);
        }
        /* "infants whose mothers had A or B" */
        if (!x->who && !y->who && entry_linked(&e->at[i]) && !e->at[i].loose && x->has_subject &&
            !x->person && !x->sex)
            is_whose(c, y, x);
        /* "a donor below 5 years or above 65 years of age" */
        if (!x->who && y->who && x->age && x->quantity_count && !x->thing_count && !x->person &&
            (e->at[i].link == PART_OR || e->at[i].link == PART_AND))
            item_is_of(x, y);
        if (!x->who && y->who && entry_linked(&e->at[i]) && !x->person && !x->quantity_count &&
            (e->at[i].link != PART_COMMA
                 ? !e->at[i].loose || (i > 1 && e->at[i - 1].link == PART_COMMA)
                 : list_ends_in_connective(e, i + 1) || y->either)) {
            size_t owner = before;

            while (owner > 0 && e->at[owner - 1].item.who == y->who)
                owner--;
            item_is_of(x, y);
            x->either = y->either;
            /* "no family history of A and no B": the patient's own, or theirs */
            x->lent_who =
                y->lent_who || ((x->negated || (owner > 0 && e->at[i].link == PART_COMMA)) &&
                                text_is(y->who, "family"));
        }
    }
}

/* May what is said of y, behind it, be said of x before it, too? A disease may be the relative's,
 * or the patient's own; what somebody is now, or what is measured, is the patient's. */
static bool may_be_theirs(const entry *x, const entry *y)
{
    if (x->item.who)
        return text_is(x->item.who, y->item.who);
    return !text_is(y->item.who, "family") ||
           (!y->loose && x->item.has_subject && !x->item.current && !x->item.quantity_count &&
            !x->item.person && x->item.subject.category == CATEGORY_CONDITION);
}

void list_share_who_behind(entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;

        if (!y->who_behind || !may_be_theirs(&e->at[i - 1], &e->at[i]) ||
            !(entry_linked(&e->at[i]) ||
              (e->at[i].link == PART_COMMA && list_ends_in_connective(e, i + 1))))
            continue;
        x->lent_who = !x->who && text_is(y->who, "family");
        item_is_of(x, y);
        x->who_behind = true;
    }
}

/* ---- people of some age ---- */

bool item_age_alone(const clause *c, const item *x)
{
    return x->grown && x->has_subject && !x->subject.concept && !x->quantity_count &&
           !x->qualifier_count && !x->negated && !x->judge && !x->who && !x->thing_count &&
           word_of_any_age(roles_of_last(c->text + x->subject.span.start,
                                         x->subject.span.end - x->subject.span.start));
}

void list_drop_ages(const clause *c, entries *e)
{
    size_t n = 0;

    while (n < e->count && item_age_alone(c, &e->at[n].item))
        n++;
    if (!n || n == e->count || !entry_linked(&e->at[n]) || !e->at[n].item.grown ||
        e->at[n].item.quantity_count)
        return;
    for (size_t i = 0; i < n; i++)
        clause_take(c, e->at[i].item.span);
    e->at[n].link = PART_END;
    memmove(e->at, e->at + n, (e->count - n) * sizeof *e->at);
    e->count -= n;
}
