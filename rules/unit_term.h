/* The grammar of UCUM codes, over any table of symbols: rules/unit.c reads codes with it, and
 * rules/mkunits.c the definitions of the table itself.
 *
 *   code:      "/" term | term            component: symbol [exponent] [annotation]
 *   term:      term ("." | "/") component           | number [annotation]
 *                                                   | "(" term ")" [annotation] | annotation
 *
 * A symbol is a unit, or a prefix and a metric unit; an exponent is [+-]digits. As in the
 * standard's own tests, a number may bear an annotation, and the empty code is 1. */
#ifndef ELIGO_RULES_UNIT_TERM_H
#define ELIGO_RULES_UNIT_TERM_H

#include "rules/unit_table.h"

#include <math.h>
#include <string.h>

enum { UNIT_DEPTH = 16 };

typedef struct unit_term {
    const char *text;
    size_t size, at;
    unsigned depth;
    const char *problem; /* the first; NULL: none */
    size_t where;
    const unit_row *(*find)(const void *context, const char *code, size_t size);
    const void *context;
    const unit_prefix *prefixes;
    size_t prefix_count;
} unit_term;

static inline bool unit_term_fail(unit_term *t, const char *problem)
{
    if (!t->problem) {
        t->problem = problem;
        t->where = t->at;
    }
    return false;
}

static inline unit unit_one(void)
{
    unit u = {.factor = 1};

    return u;
}

static inline bool unit_plain(const unit *u)
{
    for (size_t i = 0; i < UNIT_DIMENSIONS; i++)
        if (u->power[i])
            return false;
    return !u->special && !u->arbitrary;
}

/* *into *= u to the power n. False: beyond what can be counted. */
static inline bool unit_times(unit *into, const unit *u, int n)
{
    bool mole = into->power[7] != 0;
    bool plain = unit_plain(into), other = unit_plain(u);

    for (size_t i = 0; i < UNIT_DIMENSIONS; i++) {
        int p = into->power[i] + u->power[i] * n;
        if (p < -100 || p > 100)
            return false;
        into->power[i] = (signed char)p;
    }
    if (mole && u->power[7] && into->power[7] == 0)
        into->amounts = true;
    into->amounts = into->amounts || u->amounts;
    /* A special unit stands alone or with a number before it. */
    if (u->special && n != 0) {
        bool alone = plain && n == 1;
        into->special = (unsigned char)(into->special ? 255
                                        : alone       ? u->special
                                                      : u->special | SPECIAL_LOST);
        into->reference = u->reference;
    } else if (into->special && !other) {
        into->special |= SPECIAL_LOST;
    }
    if (u->arbitrary >= BASIS_FEU && n != 0) { /* of the whole, wherever it is written */
        into->arbitrary =
            into->arbitrary && into->arbitrary != u->arbitrary ? BASIS_MIXED : u->arbitrary;
        into->arbitrary_power = 1;
    } else if (into->arbitrary >= BASIS_FEU) {
        if (u->arbitrary && n != 0)
            into->arbitrary = BASIS_MIXED;
    } else if (u->arbitrary && n != 0) {
        int p = into->arbitrary_power + u->arbitrary_power * n;
        if (p < -100 || p > 100)
            return false;
        if (into->arbitrary && into->arbitrary != u->arbitrary) {
            into->arbitrary = BASIS_MIXED;
        } else {
            into->arbitrary = p ? u->arbitrary : 0;
            into->arbitrary_power = (signed char)p;
        }
    }
    into->factor *= n == 1 ? u->factor : n == -1 ? 1 / u->factor : pow(u->factor, n);
    return isfinite(into->factor) && into->factor != 0;
}

/* What an annotation adds: nothing, but for a basis that changes what the number means. */
static inline bool unit_annotation(unit_term *t, unit *u)
{
    size_t start = ++t->at, size;
    const char *a = t->text + start;
    unsigned short basis = 0;

    while (t->at < t->size && t->text[t->at] != '}') {
        unsigned char c = (unsigned char)t->text[t->at];
        if (c == '{')
            return unit_term_fail(t, "an annotation inside an annotation");
        if (c < 32 || c > 126)
            return unit_term_fail(t, "an annotation holds a character that is not ASCII");
        t->at++;
    }
    if (t->at >= t->size)
        return unit_term_fail(t, "an annotation without its end");
    size = t->at++ - start;
    if (size == 3 && (memcmp(a, "FEU", 3) == 0 || memcmp(a, "feu", 3) == 0))
        basis = BASIS_FEU;
    else if (size == 3 && (memcmp(a, "DDU", 3) == 0 || memcmp(a, "ddu", 3) == 0))
        basis = BASIS_DDU;
    else if (size > 3 && (a[0] == 'L' || a[0] == 'l') && a[1] == 'o' && a[2] == 'g')
        basis = BASIS_LOG;
    if (basis) {
        u->arbitrary = u->arbitrary && u->arbitrary != basis ? BASIS_MIXED : basis;
        u->arbitrary_power = 1;
    }
    return true;
}

static inline bool unit_digit(const unit_term *t)
{
    return t->at < t->size && t->text[t->at] >= '0' && t->text[t->at] <= '9';
}

static inline bool unit_exponent(unit_term *t, int *n)
{
    int sign = 1, value = 0;

    *n = 1;
    if (t->at < t->size && (t->text[t->at] == '-' || t->text[t->at] == '+')) {
        sign = t->text[t->at++] == '-' ? -1 : 1;
        if (!unit_digit(t))
            return unit_term_fail(t, "a sign without an exponent");
    } else if (!unit_digit(t)) {
        return true;
    }
    for (; unit_digit(t); t->at++) {
        value = value * 10 + (t->text[t->at] - '0');
        if (value > 300)
            return unit_term_fail(t, "an exponent beyond 300");
    }
    *n = sign * value;
    return true;
}

/* A symbol ends where its letters do: digits belong to it inside brackets, and after "10*" only as
 * exponent. */
static inline size_t unit_symbol_size(const unit_term *t)
{
    size_t i = t->at;
    bool inside = false;

    if (t->size - i >= 3 && memcmp(t->text + i, "10", 2) == 0 &&
        (t->text[i + 2] == '*' || t->text[i + 2] == '^'))
        return 3;
    for (; i < t->size; i++) {
        unsigned char c = (unsigned char)t->text[i];
        if (c <= 32 || c > 126)
            break;
        if (c == '[')
            inside = true;
        else if (c == ']')
            inside = false;
        else if (!inside && ((c >= '0' && c <= '9') || strchr("./(){}+-*^=\"", c)))
            break;
    }
    return i - t->at;
}

static inline bool unit_symbol(unit_term *t, unit *out)
{
    size_t size = unit_symbol_size(t);
    const char *code = t->text + t->at;
    const unit_row *row;

    if (!size)
        return unit_term_fail(t, "a unit is missing here");
    row = t->find(t->context, code, size);
    if (row) {
        *out = row->unit;
        t->at += size;
        return true;
    }
    for (size_t i = 0; i < t->prefix_count; i++) {
        size_t n = strlen(t->prefixes[i].code);
        if (n >= size || memcmp(t->prefixes[i].code, code, n) != 0)
            continue;
        row = t->find(t->context, code + n, size - n);
        if (row && row->metric) {
            *out = row->unit;
            out->factor *= t->prefixes[i].factor;
            t->at += size;
            return true;
        }
    }
    return unit_term_fail(t, "no such unit");
}

static inline bool unit_product(unit_term *t, unit *out);

static inline bool unit_component(unit_term *t, unit *out)
{
    char c = t->at < t->size ? t->text[t->at] : 0;
    int n = 1;
    unit base = unit_one();

    *out = unit_one();
    if (c == '{')
        return unit_annotation(t, out);
    if (c == '(') {
        if (++t->depth > UNIT_DEPTH)
            return unit_term_fail(t, "brackets too deep");
        t->at++;
        if (!unit_product(t, out))
            return false;
        if (t->at >= t->size || t->text[t->at] != ')')
            return unit_term_fail(t, "a bracket that is not closed");
        t->at++;
        t->depth--;
    } else if (unit_digit(t) && unit_symbol_size(t) == 0) {
        double value = 0;
        size_t digits = 0;
        for (; unit_digit(t); t->at++) {
            value = value * 10 + (t->text[t->at] - '0');
            if (++digits > 40)
                return unit_term_fail(t, "a number beyond 40 digits");
        }
        if (value == 0)
            return unit_term_fail(t, "a unit of zero");
        out->factor = value;
    } else {
        if (!unit_symbol(t, &base) || !unit_exponent(t, &n))
            return false;
        if (!unit_times(out, &base, n))
            return unit_term_fail(t, "powers beyond what can be counted");
    }
    if (t->at < t->size && t->text[t->at] == '{')
        return unit_annotation(t, out);
    return true;
}

static inline bool unit_product(unit_term *t, unit *out)
{
    int sign = 1;
    unit part;

    *out = unit_one();
    if (t->depth == 0 && t->at < t->size && t->text[t->at] == '/') {
        sign = -1;
        t->at++;
    }
    for (;;) {
        if (t->at >= t->size)
            return unit_term_fail(t, "a unit is missing at the end");
        if (!unit_component(t, &part))
            return false;
        if (!unit_times(out, &part, sign))
            return unit_term_fail(t, "powers beyond what can be counted");
        if (t->at >= t->size || t->text[t->at] == ')')
            return true;
        if (t->text[t->at] != '.' && t->text[t->at] != '/')
            return unit_term_fail(t, "a dot or a slash must stand between two units");
        sign = t->text[t->at++] == '/' ? -1 : 1;
    }
}

static inline bool unit_term_parse(unit_term *t, unit *out)
{
    *out = unit_one();
    if (t->size == 0)
        return true;
    if (!unit_product(t, out))
        return false;
    return t->at == t->size || unit_term_fail(t, "more after the end of the unit");
}

#endif
