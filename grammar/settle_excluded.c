/* Who is left out, in words: "exclusion of gout", "VAS > 8: exclusion". */
#include "grammar/settle.h"

#include "engine/base/text.h"

#include <string.h>

bool settle_left_out(const settler *s, const part *p)
{
    return p->kind == PART_EXCLUDED ||
           (p->kind == PART_FILL && strcmp(p->value, "exclusion") == 0) ||
           (p->kind == PART_EDGE && /* elsewhere an end of a range: "18 to 65, 65 not included" */
            text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start,
                              "not included"));
}

bool settle_stands_apart(const settler *s, size_t i)
{
    part_kind next = settle_kind(s, i + 1);

    if ((i == 0 || s->in[i - 1].kind == PART_PERIOD || s->in[i - 1].kind == PART_SEMICOLON) &&
        (next == PART_COLON || next == PART_IF))
        return true;
    if (i == 0 || (next != PART_END && !(next == PART_PERIOD && settle_kind(s, i + 2) == PART_END)))
        return false;
    switch (s->in[i - 1].kind) {
    case PART_COLON:
    case PART_DASH:
    case PART_SEMICOLON:
    case PART_COMMA:
    case PART_CMP: return true; /* "= exclusion", "-> exclusion" */
    default: return false;
    }
}

/* "Exclude", at i: an order, where it begins what is said, ends it behind a sign, or stands alone
 * in a bracket; and not "CT to exclude a bleeding". */
static bool orders(const settler *s, size_t i)
{
    bool begins = i == 0 || s->in[i - 1].kind == PART_PERIOD || s->in[i - 1].kind == PART_SEMICOLON;

    return settle_stands_apart(s, i) || (begins && (s->inside ? s->count == 1 : s->count > 1));
}

/* "Exclusion of gout" bars; "asthma, exclusion of gout" is asthma without it. */
size_t settle_excluded(settler *s, part_list *out, size_t i)
{
    const part *p = &s->in[i];
    part q = *p;
    size_t n = out->count;

    if (text_is(p->value, "verb") && !orders(s, i)) {
        q.value = "";
        settle_push(s, out, &q, PART_WORD);
        return i;
    }
    while (n && out->at[n - 1].kind == PART_FILL)
        n--;
    if (n && out->at[n - 1].kind != PART_PERIOD && out->at[n - 1].kind != PART_SEMICOLON &&
        settle_ends_in(s, p->span, " of")) {
        q.value = "";
        settle_push(s, out, &q, PART_NOT);
    } else
        settle_push(s, out, p, PART_EXCLUDED);
    return i;
}
