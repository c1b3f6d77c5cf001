/* Commas and "and" behind a limit that part no list of numbers: the value was found again,
 * something is allowed beside it, a class is one for some. */
#include "grammar/settle.h"

#include "engine/base/text.h"

#include <string.h>

/* "on", "at", "in": before the occasions. */
static bool is_small(const settler *s, size_t i)
{
    return settle_kind(s, i) == PART_FILL || settle_kind(s, i) == PART_ON ||
           settle_kind(s, i) == PART_ATTIME;
}

static bool says_confirmed(const settler *s, size_t i)
{
    return settle_kind(s, i) == PART_QUAL && strcmp(s->in[i].value, "certainty:confirmed") == 0;
}

/* "Occasions", "tests", "twice". */
static bool is_repeat(const settler *s, size_t i)
{
    part_kind k = settle_kind(s, i);

    return (k == PART_WORD || k == PART_THING || k == PART_NUMBER || k == PART_ANCHOR) &&
           role_is_of(ROLE_REPEATED, s->text + s->in[i].span.start,
                      s->in[i].span.end - s->in[i].span.start);
}

/* "QTc > 480 ms, confirmed by a repeat ECG", "platelets < 100, on two occasions": does what stands
 * behind the comma or "and" at i say that the value before it was found again? */
static bool said_again(settler *s, const part_list *out, size_t i)
{
    enum { WORDS = 3 };
    part_kind behind = settle_behind(out);
    size_t k = i + 1, from;

    if (settle_kind(s, i) == PART_COMMA && settle_kind(s, k) == PART_AND)
        k++;
    for (from = k; k < from + WORDS && settle_kind(s, k) == PART_FILL; k++)
        ;
    if (settle_kind(s, k) == PART_QUAL && strncmp(s->in[k].value, "repeated:", 9) == 0)
        return true;
    if (behind != PART_NUMBER && behind != PART_UNIT && behind != PART_ULN &&
        behind != PART_PREDICTED)
        return false;
    if (says_confirmed(s, k) && settle_kind(s, k + 1) == PART_WITHIN &&
        settle_ends_in(s, s->in[k].span, "firmed")) {
        s->in[k].value = "repeated:confirmed"; /* "ALT > 3 x ULN, confirmed within a week" */
        return true;
    }
    while (k < from + WORDS && (is_small(s, k) || says_confirmed(s, k)))
        k++;
    if (k == from)
        return false;
    if (is_repeat(s, k) && settle_kind(s, k) != PART_THING)
        return settle_ends_in(s, s->in[k - 1].span, "ed"); /* "measured twice" */
    if (settle_kind(s, k) == PART_CMP)
        k++;
    if (settle_kind(s, k) != PART_NUMBER && settle_kind(s, k) != PART_NUMBERWORD)
        return false;
    for (size_t n = 1; n <= WORDS; n++) { /* "on two separate occasions" */
        if (is_repeat(s, k + n)) {
            if (settle_kind(s, k + n + 1) == PART_THING) /* "at 2 visits weight > 90 kg" */
                return false;
            s->in[k + n].kind = PART_WORD; /* and no visits are counted */
            s->in[k + n].hit = (lexicon_hit){0};
            return true;
        }
        if (settle_kind(s, k + n) != PART_WORD && settle_kind(s, k + n) != PART_QUAL)
            return false;
    }
    return false;
}

/* "Hemoglobin > 9 g/dL, patients may be transfused": does what stands behind the comma at i allow
 * something, beside a limit? */
static bool permits_behind(const settler *s, const part_list *out, size_t i)
{
    part_kind behind = settle_behind(out);
    size_t k = i + 1;

    while (settle_kind(s, k) == PART_PERSON || settle_kind(s, k) == PART_BUT ||
           settle_kind(s, k) == PART_FILL)
        k++;
    if ((behind != PART_NUMBER && behind != PART_UNIT && behind != PART_ULN) ||
        !settle_word_is(s, k, "may"))
        return false;
    k = settle_skip_fill(s, k + 1);
    if (settle_kind(s, k) == PART_CMP)
        return true; /* "may be higher in B": another limit */
    if (settle_kind(s, k) == PART_CURRENT || settle_kind(s, k) == PART_HISTORY ||
        settle_kind(s, k) == PART_ON)
        k++;
    return settle_kind(s, k) == PART_THING && s->in[k].hit.thing &&
           (s->in[k].hit.thing->category == CATEGORY_MEDICATION ||
            s->in[k].hit.thing->category == CATEGORY_PROCEDURE);
}

/* "NYHA III or IV, or II with angina": the class behind the comma is one for some, and not the last
 * of the list. */
static bool class_for_some(const settler *s, const part_list *out, size_t i)
{
    size_t k = i + 2;

    if (s->in[i].kind != PART_COMMA || settle_kind(s, i + 1) != PART_OR ||
        !settle_numeral(settle_behind(out)) || out->count < 2 ||
        out->at[out->count - 2].kind != PART_ORN) /* "II, III, or IV with angina": of all */
        return false;
    while (settle_kind(s, k) == PART_FILL)
        k++;
    return settle_numeral(settle_kind(s, k)) && settle_kind(s, k + 1) == PART_WITH;
}

/* How "3", ">= 2", "2 or higher", "II-IV" goes on from k: where it ends; k: there is no grade. */
static size_t grade_end(const settler *s, size_t k)
{
    size_t from = k;
    bool numeral = false;

    for (;; k++)
        switch (settle_kind(s, k)) {
        case PART_CMP:
            if (numeral)
                return k;
            break;
        case PART_ORMORE:
        case PART_ORLESS: break;
        case PART_OR:
        case PART_DASH:
        case PART_TOWORD:
            if (!settle_numeral(settle_kind(s, k + 1)))
                return numeral ? k : from;
            break;
        default:
            if (!settle_numeral(settle_kind(s, k)))
                return numeral ? k : from;
            numeral = true;
        }
}

/* "Neutropenia, grade 3 (ANC < 1000), gout", "renal failure, acute or chronic (eGFR < 30), gout":
 * is what stands behind the comma at i, with its limit, of the condition before it? */
static bool grades_behind(const settler *s, const part_list *out, size_t i)
{
    const part *noun = out->count ? &out->at[out->count - 1] : NULL;
    size_t k = i + 1, end;

    if (s->in[i].kind != PART_COMMA || !noun || noun->kind != PART_THING || !noun->hit.thing ||
        noun->hit.thing->category != CATEGORY_CONDITION)
        return false;
    if (settle_kind(s, k) == PART_FILL && text_is(s->in[k].value, "either"))
        return settle_kind(s, k + 1) == PART_BRACKET;
    if (settle_kind(s, k) == PART_CMP) /* "> grade 1" */
        k++;
    if (settle_kind(s, k) != PART_WORD ||
        !role_is_of(ROLE_STAGE, s->text + s->in[k].span.start,
                    s->in[k].span.end - s->in[k].span.start) ||
        (end = grade_end(s, k + 1)) == k + 1)
        return false;
    return settle_kind(s, end) == PART_COMMA || settle_kind(s, end) == PART_BRACKET ||
           settle_kind(s, end) == PART_END;
}

bool settle_link_apart(settler *s, part_list *out, size_t *i)
{
    const part *p = &s->in[*i];

    if (p->kind != PART_COMMA && p->kind != PART_AND)
        return false;
    if (said_again(s, out, *i) || grades_behind(s, out, *i)) {
        part q = *p;

        if (settle_kind(s, *i + 1) == PART_FILL && text_is(s->in[*i + 1].value, "either"))
            q.span.end = s->in[++*i].span.end;
        settle_push(s, out, &q, PART_FILL);
    } else if (p->kind == PART_COMMA && permits_behind(s, out, *i))
        settle_push(s, out, p, PART_SEMICOLON);
    else if (class_for_some(s, out, *i)) {
        settle_push(s, out, p, PART_COMMA);
        settle_push(s, out, &s->in[++*i], PART_OR);
    } else
        return false;
    return true;
}
