/* Numbers that count: how many of a list, and the second of two numbers with "and" or a comma
 * between them that is no other end of what the first limits, but counts what stands behind it, or
 * is of another dimension. And those that count nothing: "patients > 18 undergoing surgery". */
#include "grammar/settle.h"

#include <ctype.h>
#include <string.h>

/* "EDSS < 6, >= 1 relapse", "BMI < 40 kg/m2 and >= 2 strokes": is it how many there are of what
 * stands behind the number? Behind "and" an unknown word may be a unit. */
static bool counts(const settler *s, const part_list *out, size_t i, bool comma)
{
    enum { MANY = 20 };
    size_t k = settle_skip_fill(s, i + 1), number = k;
    bool measured = out->at[out->count - 1].kind == PART_UNIT, beyond;

    if (settle_kind(s, i) != PART_CMP || settle_kind(s, k) != PART_NUMBER || s->in[k].pair)
        return false;
    if (settle_kind(s, ++k) == PART_COUNTOF)
        return !comma; /* "BMI < 40 kg/m2 and at least 2 of the following" */
    while (settle_kind(s, k) == PART_QUAL ||
           (!comma && (settle_kind(s, k) == PART_HISTORY || settle_kind(s, k) == PART_PRIOR)))
        k++;
    if (k > number + 1 && settle_kind(s, k) == PART_OR &&
        (settle_numeral(settle_kind(s, k + 1)) || settle_kind(s, k + 1) == PART_CMP))
        return strncmp(s->in[k - 1].value, "severity:", 9) == 0; /* "2 mild or 1 severe relapse" */
    /* "factor VIII < 1 % and at least 150 exposure days": no end of a range that begins at 150 */
    beyond = out->count > 1 && settle_numeral(out->at[out->count - 2].kind) &&
             s->in[i].value[0] == '>' && s->in[number].number > out->at[out->count - 2].number;
    if (settle_kind(s, k) == PART_THING)
        return (s->in[k].hit.thing && (comma || !s->in[k].hit.quantity)) ||
               (beyond && s->in[k].hit.quantity);
    if (settle_kind(s, k) != PART_WORD || s->in[k].roles & ROLE_LIGHT_QUANTITY)
        return false;
    return comma || (measured && (beyond || s->in[number].number <= MANY)) ||
           s->in[k].roles & ROLE_COUNTED;
}

/* "For those under 12 years and >= 11 g/dL", "under 70 years, > 45 for ...": is the number behind
 * the comparator at i of another dimension than the time behind us? */
static bool measures_other(const settler *s, const part_list *out, size_t i)
{
    const part *behind = &out->at[out->count - 1];
    size_t k = settle_skip_fill(s, i + 1);

    if (behind->kind != PART_UNIT || !behind->period || settle_kind(s, i) != PART_CMP ||
        !settle_numeral(settle_kind(s, k)))
        return false;
    k++;
    return settle_kind(s, k) == PART_UNIT
               ? !s->in[k].period
               : settle_kind(s, k) == PART_FORGROUP || settle_kind(s, k) == PART_FOR ||
                     settle_word_is(s, k, "in");
}

/* Is what was bounded before a quantity, and no number of things: "at least two, but no more than 3
 * strokes"? */
static bool measured_before(const part_list *out)
{
    enum { FAR = 32 }; /* parts; a limit stands near what is measured */
    size_t least = out->count > FAR ? out->count - FAR : 0;

    for (size_t n = out->count; n-- > least;)
        if (out->at[n].kind == PART_THING)
            return out->at[n].hit.quantity;
    return false;
}

bool settle_counts_next(const settler *s, const part_list *out, size_t i, bool comma)
{
    return ((comma || measured_before(out)) && counts(s, out, i, comma)) ||
           measures_other(s, out, i);
}

/* "at least 2 of:", "2 of 4 criteria:", "2 or more of the signs: a, b", "at least two of a, b and
 * c": how many of a list. */
size_t settle_count(settler *s, part_list *out, size_t i)
{
    size_t n = out->count, k = i + 1, commas = 0;
    bool bound;
    part q = s->in[i];

    while (n && out->at[n - 1].kind == PART_FILL)
        n--; /* "2 out of 4" */
    bound = n && (out->at[n - 1].kind == PART_ORMORE || out->at[n - 1].kind == PART_ORLESS);
    if (!n || (!bound && !settle_numeral(out->at[n - 1].kind)))
        return i;
    bound =
        bound || (n > 1 && (out->at[n - 2].kind == PART_CMP || settle_word_is(s, i - 2, "any")));
    while (k < i + 7 && (settle_kind(s, k) == PART_FILL || settle_numeral(settle_kind(s, k)) ||
                         settle_kind(s, k) == PART_WORD || settle_kind(s, k) == PART_FOLLOWING ||
                         settle_kind(s, k) == PART_FOLLOW || settle_kind(s, k) == PART_COUNTOF))
        k++;
    if (settle_kind(s, k) == PART_COLON) {
        out->count = n;
        q.span.end = s->in[k - 1].span.end;
        settle_push(s, out, &q, PART_COUNTOF);
        return k;
    }
    /* "three of fever, cough, rash and chills" */
    if (n && isalpha((unsigned char)s->text[out->at[n - 1].span.start]) &&
        out->at[n - 1].number > 1)
        bound = bound || settle_kind(s, i + 1) == PART_THING;
    if (!bound || (settle_kind(s, i + 1) != PART_THING && settle_kind(s, i + 1) != PART_WORD))
        return i;
    for (k = i + 1; k < s->count && settle_kind(s, k) != PART_PERIOD; k++)
        commas += settle_kind(s, k) == PART_COMMA;
    if (commas == 0)
        return i;
    out->count = n;
    settle_push(s, out, &q, PART_COUNTOF);
    return i + 1;
}

bool settle_age_of_people(const settler *s, size_t i)
{
    enum { LEAST = 12, MOST = 100 }; /* years; infants are counted in weeks and months */
    size_t k = settle_skip_fill(s, i + 1);
    part_kind before = i ? s->in[i - 1].kind : PART_END;

    if ((before != PART_PERSON && before != PART_SEX) || settle_kind(s, k) != PART_NUMBER ||
        s->in[k].pair || s->in[k].value_count || s->in[k].number < LEAST ||
        s->in[k].number >= MOST || s->in[i].value[0] == '=')
        return false;
    switch (settle_kind(s, k + 1)) {
    case PART_END:
    case PART_WITH:
    case PART_CURRENT:
    case PART_PLANNED:
    case PART_COMMA:
    case PART_SEMICOLON:
    case PART_PERIOD: return true;
    /* "> 18 and < 65"; what follows may be another thing, but no unit of both numbers */
    case PART_AND: return settle_kind(s, k + 2) != PART_NUMBER && settle_kind(s, k + 2) != PART_CMP;
    default: return false;
    }
}
