/* The sign of a number: "T-score of -2.5 or less", "RASS from -1 to +1", "minus 2". */
#include "grammar/tag.h"

#include "engine/base/text.h"

enum { SIGN_REACH = 10 }; /* parts between a name and the sign of its number */

/* May its value lie below zero? */
static bool below_zero(const concept *k)
{
    return k && (k->plausible.low < 0 || k->scale.low < 0); /* NAN: not known, and no */
}

/* Does the name of a quantity stand before the end of `out` whose values may lie below zero? */
static bool signed_before(const part_list *out)
{
    for (size_t i = out->count; i-- > 0 && out->count - i <= SIGN_REACH;)
        if (out->at[i].kind == PART_THING && out->at[i].hit.quantity)
            return below_zero(out->at[i].hit.quantity);
        else if (out->at[i].kind == PART_PERIOD || out->at[i].kind == PART_SEMICOLON)
            return false;
    return false;
}

bool tag_sign_before(const tagger *t, const part_list *out, size_t i, size_t to)
{
    size_t n = out->count;

    if (n == 0 || i + 1 >= to || t->lex[i + 1].kind != LEX_NUMBER)
        return false;
    switch (out->at[n - 1].kind) {
    case PART_NUMBER:
    case PART_ORDINAL:
    case PART_UNIT: return false; /* a range, a difference, a sum */
    default: return signed_before(out);
    }
}

bool tag_signed_range(const tagger *t, size_t i, size_t to)
{
    size_t k = i + 2;

    if (k < to && t->lex[k].kind == LEX_DASH && tag_adjacent(t, k))
        k++; /* "-1- to -10" */
    if (k >= to || t->lex[k].kind != LEX_WORD ||
        !text_equal_nocase(t->text + t->lex[k].span.start,
                           t->lex[k].span.end - t->lex[k].span.start, "to"))
        return false;
    k++;
    return k + 1 < to && t->lex[k].kind == LEX_DASH && t->lex[k + 1].kind == LEX_NUMBER &&
           !tag_adjacent(t, k) && tag_adjacent(t, k + 1);
}

/* Of "minus" or "plus" at i, or the sign: -1 or 1; 0: it is something else. */
static int word_of_sign(const tagger *t, size_t i)
{
    const char *word = t->text + t->lex[i].span.start;
    size_t size = t->lex[i].span.end - t->lex[i].span.start;

    if (t->lex[i].kind == LEX_PLUS)
        return 1;
    return text_equal_nocase(word, size, "minus") ? -1 : text_equal_nocase(word, size, "plus");
}

size_t tag_signed(tagger *t, part_list *out, size_t i, size_t to)
{
    char first = text_lower(t->text[t->lex[i].span.start]);
    size_t at = out->count, next;
    int sign;

    if (t->lex[i].kind != LEX_PLUS && first != 'm' && first != 'p')
        return i; /* mostly */
    sign = word_of_sign(t, i);
    if (!sign || !tag_sign_before(t, out, i, to) ||
        (t->lex[i].kind == LEX_PLUS && (tag_adjacent(t, i) || !tag_adjacent(t, i + 1))))
        return i;
    next = tag_number(t, out, i + 1);
    if (out->count > at) {
        out->at[at].number *= sign;
        out->at[at].span.start = t->lex[i].span.start;
    }
    return next;
}

size_t tag_doubtful_minus(tagger *t, part_list *out, size_t i, size_t to)
{
    size_t at = out->count, next;

    if (!tag_sign_before(t, out, i, to) || tag_adjacent(t, i) || tag_adjacent(t, i + 1))
        return i;
    next = tag_number(t, out, i + 1);
    if (out->count > at && out->at[at].number > 0 && out->at[at].otherwise == 0) {
        out->at[at].otherwise = out->at[at].number;
        out->at[at].number = -out->at[at].number;
        out->at[at].span.start = t->lex[i].span.start;
    }
    return next;
}
