/* "37 ± 1 °C", "12 months (± 1 month)": from so much less to so much more. Where the units differ
 * ("6 months ± 3 weeks", "70 kg ± 10 %"), or a comparator stands before it, nobody can say where
 * the ends lie. */
#include "grammar/settle.h"

#include <string.h>

typedef struct tolerance {
    const part *sign, *number, *measure; /* measure: NULL where it has none */
    eligo_span span;                     /* with its bracket */
    size_t past;                         /* the part behind it */
} tolerance;

static bool is_sign(const part *p)
{
    return p->kind == PART_DASH && strcmp(p->value, "±") == 0;
}

/* "± 1 °C" in list[i..count). */
static bool signed_at(const part *list, size_t count, size_t i, tolerance *out)
{
    if (i + 1 >= count || !is_sign(&list[i]) || list[i + 1].kind != PART_NUMBER)
        return false;
    *out = (tolerance){.sign = &list[i], .number = &list[i + 1], .past = i + 2};
    if (i + 2 < count && list[i + 2].kind == PART_UNIT) {
        out->measure = &list[i + 2];
        out->past++;
    }
    out->span = (eligo_span){list[i].span.start, list[out->past - 1].span.end};
    return true;
}

static bool tolerance_at(const settler *s, size_t i, tolerance *out)
{
    const part *p = &s->in[i];

    if (p->kind != PART_BRACKET)
        return signed_at(s->in, s->count, i, out);
    if (!signed_at(p->inside, p->inside_count, 0, out) || out->past != p->inside_count)
        return false;
    out->past = i + 1;
    out->span = p->span;
    return true;
}

static bool same_unit(const part *a, const part *b)
{
    if (!a || !b)
        return true;
    return a->period == b->period &&
           (a->period || (a->unit.ucum && b->unit.ucum && strcmp(a->unit.ucum, b->unit.ucum) == 0));
}

/* Makes the value at the end of `out` a range; false: it is none. */
static bool widen(part *out, size_t *count, const tolerance *t)
{
    const part *measure = *count && out[*count - 1].kind == PART_UNIT ? &out[*count - 1] : NULL;
    size_t at = *count - (measure != NULL);
    part *value = at ? &out[at - 1] : NULL, high, last;
    part_kind before = at > 1 ? out[at - 2].kind : PART_END;

    if (!value || value->kind != PART_NUMBER || value->pair || value->value_count ||
        !same_unit(measure, t->measure) || value->number < t->number->number ||
        before == PART_CMP || before == PART_TO || before == PART_DASH || before == PART_TOWORD ||
        before == PART_BETWEEN || before == PART_AND)
        return false;
    last = t->measure ? *t->measure : measure ? *measure : (part){.kind = PART_END};
    high = *t->number;
    high.number += value->number;
    value->number -= t->number->number;
    out[at] = *t->sign;
    out[at].value = "";
    out[at + 1] = high;
    *count = at + 2;
    if (last.kind != PART_END)
        out[(*count)++] = last;
    out[*count - 1].span.end = t->span.end;
    return true;
}

void settle_tolerances(settler *s)
{
    part *out = arena_array(s->arena, 2 * s->count + 2, sizeof *out);
    size_t n = 0;

    if (!out)
        return;
    for (size_t i = 0; i < s->count; i++) {
        tolerance t;
        size_t open_at;
        bool open;

        if (!tolerance_at(s, i, &t)) {
            out[n++] = s->in[i];
            continue;
        }
        for (open_at = t.past; settle_kind(s, open_at) == PART_BRACKET;)
            open_at++; /* "23 (± 4) (a citation) or below" */
        open = settle_kind(s, open_at) == PART_ORLESS || settle_kind(s, open_at) == PART_ORMORE;
        if (open && s->in[i].kind == PART_BRACKET) { /* "23 (± 4) or below" is no range */
            out[n] = s->in[i];
            out[n].inside++;
            out[n++].inside_count--;
            continue;
        }
        if (open || !widen(out, &n, &t)) {
            eligo_span words = {t.sign->span.start, (t.measure ? t.measure : t.number)->span.end};

            out[n++] = (part){.kind = PART_QUAL,
                              .span = t.span,
                              .value = arena_printf(s->arena, "number:%.*s",
                                                    (int)(words.end - words.start),
                                                    s->text + words.start)};
        }
        i = t.past - 1;
    }
    s->in = out;
    s->count = n;
}
