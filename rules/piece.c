#include "rules/piece.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

piece piece_trim(piece p)
{
    while (p.size && *p.at == ' ')
        p.at++, p.size--;
    while (p.size && p.at[p.size - 1] == ' ')
        p.size--;
    return p;
}

bool piece_next(piece *rest, char sign, piece *part)
{
    while (rest->size) {
        const char *end = memchr(rest->at, sign, rest->size);
        size_t n = end ? (size_t)(end - rest->at) : rest->size, skip = n + (end != NULL);

        *part = piece_trim((piece){rest->at, n});
        rest->at += skip;
        rest->size -= skip;
        if (part->size)
            return true;
    }
    return false;
}

bool piece_is(piece p, const char *text)
{
    return strlen(text) == p.size && memcmp(p.at, text, p.size) == 0;
}

bool piece_starts(piece p, const char *text)
{
    return strlen(text) <= p.size && memcmp(p.at, text, strlen(text)) == 0;
}

bool piece_number(piece p, double *out)
{
    char text[40], *end;

    if (!p.size || p.size >= sizeof text || !memchr("0123456789-", *p.at, 11))
        return false;
    memcpy(text, p.at, p.size);
    text[p.size] = 0;
    *out = strtod(text, &end);
    return *end == 0 && isfinite(*out);
}

bool piece_limits(piece p, concept_limits *out)
{
    const char *dots = NULL;

    *out = (concept_limits){NAN, NAN};
    for (size_t i = 0; i + 1 < p.size && !dots; i++)
        if (p.at[i] == '.' && p.at[i + 1] == '.')
            dots = p.at + i;
    if (!dots || p.size < 3)
        return false;
    piece low = piece_trim((piece){p.at, (size_t)(dots - p.at)});
    piece high = piece_trim((piece){dots + 2, (size_t)(p.at + p.size - dots - 2)});
    return (!low.size || piece_number(low, &out->low)) &&
           (!high.size || piece_number(high, &out->high)) && !(out->low > out->high);
}

bool piece_bound_of(piece p, piece_bound *out)
{
    const char *end = p.at + p.size, *sign = p.at, *number;

    while (sign < end && *sign != '<' && *sign != '>')
        sign++;
    if (sign == end)
        return false;
    out->id = piece_trim((piece){p.at, (size_t)(sign - p.at)});
    out->side = *sign;
    out->inclusive = sign + 1 < end && sign[1] == '=';
    number = sign + 1 + out->inclusive;
    return out->id.size && piece_number((piece){number, (size_t)(end - number)}, &out->value);
}
