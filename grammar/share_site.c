#include "grammar/list.h"
#include "grammar/widen.h"

#include "engine/base/text.h"

#include <string.h>

/* "Surgery or fracture of the hip": the place where it is belongs to the name of the last one, and
 * is meant of those before it that say little without it. */

/* The words from "of" on in a name that begins with what is done or found somewhere: "fracture of
 * the hip"; empty: there are none. */
static eligo_span site_in_name(const clause *c, const item *y)
{
    eligo_span s = y->subject.span, head = {s.start, s.start};
    eligo_span site = {s.end, s.end};

    while (head.end < s.end && c->text[head.end] != ' ')
        head.end++;
    if (!y->subject.concept || s.end - head.end < 5 ||
        !text_starts_nocase(c->text + head.end, s.end - head.end, " of ") ||
        !(roles_all(c->text + head.start, head.end - head.start) & (ROLE_WITH_SITE | ROLE_GENERAL)))
        return site;
    return (eligo_span){head.end + 1, s.end};
}

/* "Surgery": a thing that is done or found somewhere, and no word of where. */
static bool lacks_site(const clause *c, const item *x)
{
    eligo_span s = x->subject.span;

    if (!x->has_subject || x->judge || x->quantity_count || x->who || x->object ||
        memchr(c->text + s.start, ' ', s.end - s.start) || !(item_sits(c, x) || item_general(c, x)))
        return false;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (x->qualifiers[i].span.start >= s.end)
            return false;
    return true;
}

static void give_site(const clause *c, item *x, eligo_span site)
{
    const part *p =
        x->subject_part ? name_together(c, x->subject.span, site, x->subject_part) : NULL;

    if (p && p->hit.thing) {
        x->subject.concept = p->hit.thing;
        x->subject.category = p->hit.thing->category;
    } else
        item_qualify(c, x, "other", NULL, site, NULL);
}

void list_share_site(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        eligo_span site = site_in_name(c, &e->at[i].item);

        if (site.end == site.start || !entry_linked(&e->at[i]) || e->at[i].link == PART_COMMA ||
            e->at[i].example)
            continue;
        for (size_t m = i; m-- > 0 && entry_linked(&e->at[m + 1]) && !e->at[m].example &&
                           lacks_site(c, &e->at[m].item);)
            give_site(c, &e->at[m].item, site);
    }
}
