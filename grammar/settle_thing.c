/* Names beside numbers: which quantity is meant where one name stands for more than that, and what
 * is a name only beside a number. */
#include "grammar/settle.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <string.h>

/* "EGFR or ALK mutation": spelled so, it is a filtration rate only beside a number. */
static bool needs_number(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    size_t size = 0;
    const char *spelled =
        p->hit.quantity ? concept_attribute(p->hit.quantity, "bounded", &size) : NULL;

    if (!spelled || p->span.end - p->span.start != size ||
        memcmp(s->text + p->span.start, spelled, size) != 0)
        return false;
    for (size_t k = i + 1; k < s->count && k < i + 6; k++)
        switch (s->in[k].kind) {
        case PART_CMP:
        case PART_NUMBER:
        case PART_BETWEEN:
        case PART_NORMAL: return false;
        case PART_FILL:
        case PART_OF:
        case PART_COLON:
        case PART_BRACKET:
        case PART_ATTIME:
        case PART_ANCHOR: break;
        default: return true;
        }
    return true;
}

/* "Previous pregnancy": beside a number how many there were, else that there was one. False: it is
 * another thing. */
static bool counted_pregnancies(settler *s, part_list *out, size_t i)
{
    enum { NEAR = 4 };
    static const char word[] = "previous";
    const concept *k = s->in[i].hit.quantity;
    part q;

    if (!is_landmark(k, LANDMARK_GRAVIDITY) ||
        !text_starts_nocase(s->text + s->in[i].span.start, s->in[i].span.end - s->in[i].span.start,
                            word) ||
        !(k = lexicon_landmark(s->lx, LANDMARK_PREGNANCY)))
        return false;
    q = s->in[i];
    for (size_t n = i > NEAR ? i - NEAR : 0; n < i + NEAR; n++)
        if (settle_numeral(settle_kind(s, n)) || settle_kind(s, n) == PART_CMP ||
            settle_kind(s, n) == PART_NUMBERWORD || settle_kind(s, n) == PART_ANYOF)
            return false;
    q.hit = (lexicon_hit){.thing = k};
    q.span.start += sizeof word;
    settle_push(s, out,
                &(part){.kind = PART_HISTORY,
                        .span = {q.span.start - sizeof word, q.span.start - 1},
                        .value = ""},
                PART_HISTORY);
    settle_push(s, out, &q, PART_THING);
    return true;
}

/* "Blood pressure < 160 mmHg systolic and < 100 mmHg diastolic": which of the two stands behind its
 * number, and the name of both before it says no more. */
static void name_pressure(const settler *s, part_list *out, size_t i)
{
    const part *p = &s->in[i];
    size_t n = out->count;

    if (!p->hit.quantity || i == 0 ||
        !(is_landmark(p->hit.quantity, LANDMARK_SYSTOLIC_BP) ||
          is_landmark(p->hit.quantity, LANDMARK_DIASTOLIC_BP)) ||
        (s->in[i - 1].kind != PART_UNIT && !settle_numeral(s->in[i - 1].kind)))
        return;
    while (n && out->at[n - 1].kind != PART_THING)
        n--;
    if (n && is_landmark(out->at[n - 1].hit.quantity, LANDMARK_BLOOD_PRESSURE)) {
        out->at[n - 1].kind = PART_FILL;
        out->at[n - 1].value = "";
    }
}

/* "Heart failure, functional class III": which of the scales that go by the name (its attribute
 * "sorts") it is, by the illness that is named before it (their attribute "of"). */
static void name_class(settler *s, size_t i)
{
    const concept *k = s->in[i].hit.quantity, *illness = NULL;
    size_t size = 0, n = 0, m;
    const char *ids = k ? concept_attribute(k, "sorts", &size) : NULL;

    if (!ids)
        return;
    for (size_t at = i; at-- > 0 && !illness;)
        if (s->in[at].kind == PART_THING && s->in[at].hit.thing &&
            s->in[at].hit.thing->category == CATEGORY_CONDITION)
            illness = s->in[at].hit.thing;
    for (; illness && n < size; n += m + 1) {
        const char *comma = memchr(ids + n, ',', size - n), *of;
        size_t of_size = 0;

        m = comma ? (size_t)(comma - (ids + n)) : size - n;
        k = lexicon_concept(s->lx, ids + n, m);
        of = k ? concept_attribute(k, "of", &of_size) : NULL;
        if (of && concept_is(illness, lexicon_concept(s->lx, of, of_size))) {
            s->in[i].hit.quantity = k;
            return;
        }
    }
}

size_t settle_thing(settler *s, part_list *out, size_t i)
{
    part q;

    if (counted_pregnancies(s, out, i))
        return i;
    name_pressure(s, out, i);
    name_class(s, i);

    if (needs_number(s, i)) {
        q = s->in[i];
        q.hit = (lexicon_hit){0};
        settle_push(s, out, &q, PART_WORD);
    } else
        settle_push(s, out, &s->in[i], PART_THING);
    return i;
}
