#include "grammar/settle.h"

#include <string.h>

/* How often something is, or how much of it in a time: "3 attacks/28 days", "20 mg prednisone/day".
 */

/* The number of things that is counted behind us, with no unit: "3 or more acute attacks"; with
 * `measured`, or how much of one: "20 mg prednisone". NULL: none is. */
static part *count_behind(part_list *out, bool measured)
{
    enum { NAME_PARTS = 6 };
    size_t n = out->count;

    while (n && out->count - n < NAME_PARTS &&
           (out->at[n - 1].kind == PART_THING || out->at[n - 1].kind == PART_WORD ||
            out->at[n - 1].kind == PART_QUAL || out->at[n - 1].kind == PART_OF ||
            out->at[n - 1].kind == PART_FILL))
        n--;
    if (n == out->count)
        return NULL;
    while (n && (out->at[n - 1].kind == PART_ORMORE || out->at[n - 1].kind == PART_ORLESS ||
                 (measured && out->at[n - 1].kind == PART_UNIT)))
        n--;
    return n && out->at[n - 1].kind == PART_NUMBER ? &out->at[n - 1] : NULL;
}

/* "3 bowel movements/week": a quantity is measured in the time that stands behind its name. */
static size_t measured_per(settler *s, part_list *out, size_t i, const part *measure)
{
    part *n = count_behind(out, false), per = *measure;
    size_t at;

    if (!n || settle_behind(out) != PART_THING || !out->at[out->count - 1].hit.quantity)
        return i;
    at = (size_t)(n - out->at) + 1;
    per.unit.ucum = arena_printf(s->arena, "/%s", measure->unit.ucum);
    per.period = 0;
    settle_push(s, out, &per, PART_UNIT);
    if (!per.unit.ucum || out->count <= at)
        return i;
    memmove(out->at + at + 1, out->at + at, (out->count - 1 - at) * sizeof *out->at);
    per.kind = PART_UNIT;
    per.span.start = per.span.end = out->at[at - 1].span.end;
    out->at[at] = per;
    return i + 1;
}

/* "per 6 months", "3 attacks/28 days", "30 mg oxycodone/24 hours": how often. The part behind it;
 * i: there is no length of time. */
static size_t per_length(settler *s, part_list *out, size_t i)
{
    if (settle_kind(s, i + 1) != PART_NUMBER || settle_kind(s, i + 2) != PART_UNIT ||
        !s->in[i + 2].period)
        return i;
    if (s->in[i + 1].number == 24 && s->in[i + 2].period == 'h' && count_behind(out, true)) {
        part daily = s->in[i];

        daily.span.end = s->in[i + 2].span.end;
        daily.value = "rate:/d";
        settle_push(s, out, &daily, PART_QUAL);
    } else
        settle_push_qualifier(s, out, &s->in[i], "time", i + 3);
    return i + 3;
}

size_t settle_rate(settler *s, part_list *out, size_t i)
{
    part measure, q = s->in[i];
    const char *per = NULL;
    size_t past;

    if (settle_word_is(s, i, "per") && count_behind(out, true) &&
        (past = per_length(s, out, i)) > i)
        return past - 1;
    if (settle_time_word(s, i + 1, &measure))
        per = measure.unit.ucum;
    else if (settle_word_is(s, i + 1, "night") || settle_word_is(s, i + 1, "nights"))
        per = "{night}";
    if (!per || !out->count) {
        settle_push(s, out, &q, PART_FILL);
        return i;
    }
    q.span.end = s->in[i + 1].span.end;
    q.value = arena_printf(s->arena, "rate:/%s", per);
    if (q.value)
        settle_push(s, out, &q, PART_QUAL);
    return i + 1;
}

size_t settle_rate_behind_sign(settler *s, part_list *out, size_t i)
{
    part measure;
    size_t past;

    /* "5 or more/hour", "3 attacks/year" */
    if (settle_behind(out) != PART_ORMORE && settle_behind(out) != PART_ORLESS &&
        !count_behind(out, true))
        return i;
    past = per_length(s, out, i);
    if (past > i)
        return past - 1;
    if (settle_kind(s, i + 1) == PART_CMP && settle_word_is(s, i + 1, "min"))
        s->in[i + 1].kind = PART_WORD; /* "10 beats/min": no minimum */
    if (!settle_time_word(s, i + 1, &measure))
        return i;
    past = measured_per(s, out, i, &measure);
    return past > i ? past : settle_rate(s, out, i);
}
