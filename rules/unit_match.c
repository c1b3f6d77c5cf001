/* Units as they are printed: from the text after a number, or from a laboratory's unit field, to
 * UCUM.
 *
 * The text is first copied into a window of fixed size, with one plain character for each of its
 * characters (a micro sign is "u", a superscript two is "2" marked as raised), and only the window
 * is looked at: the work for one number is bounded, however long the text. The vocabulary is
 * rules/units.tsv. */
#include "rules/unit.h"

#include "engine/base/text.h"
#include "rules/unit_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    WINDOW = 128, /* characters; the longest printed units have some 60 */
    PIECES = 8,
    KEY = 48,    /* a spelling of the table */
    TOKENS = 10, /* in a spelling */
    DEGREE = '~',
    MIDDLE_DOT = 1,
    OTHER = 2 /* a character that is part of no unit */
};

typedef struct window {
    unsigned char c[WINDOW + 1]; /* 0 at the end */
    bool raised[WINDOW + 1];
    unsigned short end[WINDOW + 1]; /* bytes of the text up to and with the character */
    size_t n;
} window;

_Static_assert(WINDOW < 256, "a place in the window fits a byte (say_key)");

/* ---- the window ---- */

static void window_put(window *w, unsigned c, bool raised, size_t end)
{
    if (w->n == WINDOW)
        return;
    w->c[w->n] = (unsigned char)c;
    w->raised[w->n] = raised;
    w->end[w->n] = (unsigned short)end;
    w->n++;
}

/* One character that is not ASCII. */
static void window_put_wide(window *w, uint32_t point, size_t end)
{
    uint32_t folded[8];
    size_t n;

    switch (point) {
    case 0xB5:
    case 0x3BC:
    case 0x39C: window_put(w, 'u', false, end); return;
    case 0xB0:
    case 0xBA:
    case 0x2DA:
    case 0x2218: window_put(w, DEGREE, false, end); return;
    case 0xD7:
    case 0x2715:
    case 0x2716:
    case 0x2A2F:
    case 0xF7: window_put(w, point == 0xF7 ? OTHER : 'x', false, end); return;
    case 0xB7:
    case 0x22C5:
    case 0x2219:
    case 0x2022:
    case 0x2027:
    case 0x30FB: window_put(w, MIDDLE_DOT, false, end); return;
    case 0x2217: window_put(w, '*', false, end); return;
    case 0x2215:
    case 0x2044:
    case 0xFF0F: window_put(w, '/', false, end); return;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0xFE63:
    case 0xFF0D:
    case 0xAD: window_put(w, '-', false, end); return;
    case 0x2018:
    case 0x2019:
    case 0x2032:
    case 0x2BC: window_put(w, '\'', false, end); return;
    case 0xA0:
    case 0x2009:
    case 0x200A:
    case 0x2002:
    case 0x2003:
    case 0x2004:
    case 0x2005:
    case 0x2006:
    case 0x2007:
    case 0x2008:
    case 0x202F:
    case 0x205F:
    case 0x3000: window_put(w, ' ', false, end); return;
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF: window_put(w, ' ', false, end); return;
    case 0xB2:
    case 0xB3:
    case 0xB9: window_put(w, point == 0xB9 ? '1' : '0' + (point - 0xB0), true, end); return;
    case 0x207B:
    case 0x207A: window_put(w, point == 0x207B ? '-' : '+', true, end); return;
    case 0x2103:
        window_put(w, DEGREE, false, end);
        window_put(w, 'C', false, end);
        return;
    case 0x2109:
        window_put(w, DEGREE, false, end);
        window_put(w, 'F', false, end);
        return;
    default: break;
    }
    if (point == 0x2070 || (point >= 0x2074 && point <= 0x2079)) {
        window_put(w, '0' + (point - 0x2070), true, end);
        return;
    }
    n = utf8_fold(point, folded, 8);
    for (size_t i = 0; i < n; i++) {
        if (folded[i] == 0x3BC)
            window_put(w, 'u', false, end);
        else if (folded[i] == 0x2044)
            window_put(w, '/', false, end);
        else
            /* an exponent inside a squared sign (U+33A1) stands as an exponent */
            window_put(w, folded[i] > 32 && folded[i] < 127 ? folded[i] : OTHER,
                       n > 1 && i + 1 == n && folded[i] >= '2' && folded[i] <= '3', end);
    }
    if (n == 0)
        window_put(w, OTHER, false, end);
}

static void window_fill(window *w, const char *text, size_t size)
{
    size_t at = 0, used;

    w->n = 0;
    while (at < size && w->n < WINDOW) {
        unsigned char c = (unsigned char)text[at];
        if (c == 0)
            break;
        if (c < 0x80) {
            at++;
            /* registry texts escape signs: x 10\^9 */
            if (c == '\\' && at < size && text[at] && strchr("^*/()[]{}<>%-+.~", text[at]))
                continue;
            if (c == '\t' || c == '\n' || c == '\r')
                c = ' ';
            window_put(w, c < 32 || c == '~' ? OTHER : c, false, at);
        } else {
            uint32_t point = utf8_decode(text + at, size - at, &used);
            at += used;
            window_put_wide(w, point, at);
        }
    }
    w->c[w->n] = 0;
    w->raised[w->n] = false;
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static unsigned char lower(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
}

static size_t skip(const window *w, size_t i)
{
    while (w->c[i] == ' ')
        i++;
    return i;
}

/* The word at i, up to a character that is no letter. */
static bool word_at(const window *w, size_t i, const char *word, size_t *next)
{
    size_t n = 0;

    for (; word[n]; n++)
        if (word[n] == ' ' ? w->c[i + n] != ' ' : lower(w->c[i + n]) != (unsigned char)word[n])
            return false;
    if (is_letter(w->c[i + n]))
        return false;
    *next = i + n;
    return true;
}

/* Neither letter nor digit goes on. */
static bool ends_at(const window *w, size_t i)
{
    return !is_letter(w->c[i]) && !(is_digit(w->c[i]) && !w->raised[i]);
}

/* ---- the table ---- */

/* The first spelling with a key of `size` bytes; unit_say_count: there is none. */
static size_t say_find(const char *key, size_t size, unsigned hash)
{
    for (unsigned at = unit_say_slot(hash, unit_say_mask); unit_say_slots[at];
         at = (at + 1) & unit_say_mask) {
        size_t i = (size_t)unit_say_slots[at] - 1, n = 0;
        const char *here = unit_says[i].key;

        while (n < size && here[n] == key[n])
            n++;
        if (n == size && !here[n])
            return i;
    }
    return unit_say_count;
}

/* Characters as a key of the table, and where its tokens end. */
typedef struct say_key {
    char text[KEY];
    size_t tokens;
    unsigned char key_end[TOKENS], window_end[TOKENS];
    unsigned hash[TOKENS];
} say_key;

/* Characters at i as a key: blanks as one, without case; as many tokens as a key of the table that
 * begins so may have. */
static void key_at(const window *w, size_t i, say_key *k)
{
    size_t n = 0, most = TOKENS;
    unsigned hash = UNIT_SAY_SEED;

    k->tokens = 0;
    while (k->tokens < most && n + 1 < KEY && w->c[i]) {
        unsigned char c = w->c[i];
        if (c == ' ') {
            if (n == 0)
                break;
            i = skip(w, i);
            k->text[n++] = ' ';
            hash = unit_say_hash(hash, ' ');
            continue;
        }
        if (is_letter(c) || is_digit(c)) {
            bool letters = is_letter(c);
            /* NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): the window ends in NUL */
            while ((letters ? is_letter(w->c[i]) : is_digit(w->c[i])) && n + 1 < KEY) {
                k->text[n] = (char)lower(w->c[i++]);
                hash = unit_say_hash(hash, k->text[n++]);
            }
            if (letters ? is_letter(w->c[i]) : is_digit(w->c[i]))
                break; /* no room: not in the table */
        } else if (c == MIDDLE_DOT || strchr("/-%'.~+()*", c)) {
            k->text[n] = c == MIDDLE_DOT ? '.' : (char)c;
            hash = unit_say_hash(hash, k->text[n++]);
            i++;
        } else {
            break;
        }
        k->key_end[k->tokens] = (unsigned char)n;
        k->hash[k->tokens] = hash;
        k->window_end[k->tokens++] = (unsigned char)i;
        if (k->tokens == 1 && unit_say_tokens[unit_say_slot(hash, unit_say_mask)] < most)
            most = unit_say_tokens[unit_say_slot(hash, unit_say_mask)];
    }
}

/* True where `say` is printed at i (up to `end`) in its own letter case. */
static bool exact_at(const window *w, size_t i, size_t end, const unit_say *say)
{
    size_t k = 0;

    for (; i < end && say->text[k]; k++) {
        unsigned char c = w->c[i] == MIDDLE_DOT ? '.' : w->c[i];
        if (c != (unsigned char)say->text[k])
            return false;
        i = c == ' ' ? skip(w, i) : i + 1;
    }
    return i == end && !say->text[k];
}

/* The longest spelling at i of which `wanted` (of its flags) is all and `barred` is nothing. */
static const unit_say *say_at(const window *w, size_t i, unsigned wanted, unsigned barred,
                              size_t *next)
{
    say_key k;

    if (!is_letter(w->c[i]) && w->c[i] != '%' && w->c[i] != DEGREE && w->c[i] != '(')
        return NULL;
    key_at(w, i, &k);
    for (size_t t = k.tokens; t-- > 0;) {
        size_t first = say_find(k.text, k.key_end[t], k.hash[t]);

        for (size_t s = first; s < unit_say_count &&
                               (s == first || strcmp(unit_says[s].key, unit_says[first].key) == 0);
             s++) {
            const unit_say *say = &unit_says[s];
            if ((say->flags & wanted) != wanted || (say->flags & barred))
                continue;
            if ((say->flags & SAY_EXACT) && !exact_at(w, i, k.window_end[t], say))
                continue;
            *next = k.window_end[t];
            return say;
        }
    }
    return NULL;
}

/* ---- the parts of a unit ---- */

typedef struct piece {
    const unit_say *say;
    int exponent;
    unsigned coefficient; /* 1: none */
    bool body_surface;    /* of 1.73 m2 */
    bool below;           /* divides */
    bool inverse;         /* and was printed with a negative exponent */
} piece;

typedef struct printed {
    piece pieces[PIECES];
    size_t count;
    int power; /* 10 to this, 0: none */
    bool damaged, lab, adjacent;
    const char *basis; /* "{FEU}" */
    size_t end;        /* in the window */
} printed;

static bool number_at(const window *w, size_t i, unsigned limit, unsigned *value, size_t *next)
{
    unsigned n = 0;
    size_t k = i;

    for (; is_digit(w->c[k]); k++) {
        n = n * 10 + (unsigned)(w->c[k] - '0');
        if (n > limit)
            return false;
    }
    *value = n;
    *next = k;
    return k > i;
}

/* An exponent right after a symbol: m2, m^2, m(2), min-1, with raised digits or without. `length`:
 * a plain digit counts. `factor`: not the first of a product, so that -1 counts ("mmol L-1", but
 * not "5 mg-1 g"). */
static bool exponent_at(const window *w, size_t i, bool length, bool factor, int *exponent,
                        size_t *next)
{
    size_t k = i;
    int sign = 1;
    bool raised = w->raised[k] && (is_digit(w->c[k]) || w->c[k] == '-');

    if (raised) {
        if (w->c[k] == '-') {
            sign = -1;
            k++;
        }
    } else if (w->c[k] == '^' || (w->c[k] == '*' && w->c[k + 1] == '*')) {
        k = skip(w, k + (w->c[k] == '^' ? 1 : 2));
        if (w->c[k] == '(')
            k++;
        if (w->c[k] == '-') {
            sign = -1;
            k++;
        }
    } else if (w->c[k] == '-') {
        size_t after = k + 2;
        if (!is_digit(w->c[k + 1]) || w->c[k + 1] > '5' || !ends_at(w, after) ||
            ((w->c[after] == '.' || w->c[after] == ',') && is_digit(w->c[after + 1])))
            return false;
        after = skip(w, after);
        if (!factor && (is_letter(w->c[after]) || w->c[after] == '%'))
            return false;
        if (!factor && !length && w->c[k + 1] != '1')
            return false;
        *exponent = -(w->c[k + 1] - '0');
        *next = k + 2;
        return true;
    } else if (length) {
        bool bracket = w->c[k] == '(' && is_digit(w->c[k + 1]) && w->c[k + 2] == ')';
        size_t d = bracket ? k + 1 : w->c[k] == ' ' && factor ? skip(w, k) : k;
        if ((w->c[d] != '2' && w->c[d] != '3') || !ends_at(w, d + 1) ||
            (d > k && !bracket &&
             (w->c[d + 1] == '-' || w->c[d + 1] == '/' || w->c[d + 1] == '%')) ||
            ((w->c[d + 1] == '.' || w->c[d + 1] == ',') && is_digit(w->c[d + 2])))
            return false;
        *exponent = w->c[d] - '0';
        *next = d + (bracket ? 2 : 1);
        return true;
    } else {
        return false;
    }
    if (w->c[k] < '1' || w->c[k] > '5' || is_digit(w->c[k + 1]))
        return false;
    *exponent = sign * (w->c[k] - '0');
    k++;
    if (!raised && w->c[k] == ')')
        k++;
    if (!ends_at(w, k))
        return false;
    *next = k;
    return true;
}

/* "'s", "(s)" and the dot of an abbreviation, where the sentence goes on behind it. */
static size_t tail(const window *w, size_t i, const unit_say *say)
{
    size_t k;

    if (w->c[i] == '(' && lower(w->c[i + 1]) == 's' && w->c[i + 2] == ')')
        return i + 3;
    if (say->period && w->c[i] == '\'')
        return lower(w->c[i + 1]) == 's' && ends_at(w, i + 2) ? i + 2 : i + 1;
    if (w->c[i] == '.' && w->c[i - 1] != '.') {
        size_t letters = 0;

        while (letters < i && is_letter(w->c[i - 1 - letters]))
            letters++;
        if (say->period && letters >= 4) /* "within 8 weeks. fever": no abbreviation */
            return i;
        k = skip(w, i + 1);
        if ((k > i + 1 && w->c[k] >= 'a' && w->c[k] <= 'z') || w->c[k] == ',' || w->c[k] == ')' ||
            w->c[k] == '/')
            return i + 1;
    }
    return i;
}

/* One symbol or word with its exponent. `below`: after a "/"; `factor`: not the first. */
static bool piece_at(const window *w, size_t i, bool below, bool factor, piece *out, size_t *next)
{
    unsigned barred = SAY_BASIS | SAY_FILLER | SAY_FIELD | SAY_POWER |
                      (below ? SAY_FULL : SAY_BELOW) | (factor ? SAY_NOUN : 0);
    const unit_say *say = say_at(w, i, 0, barred, next);
    int exponent = 1;

    if (!say)
        return false;
    if (!(say->flags & SAY_FULL) && !exponent_at(w, *next, (say->flags & SAY_LENGTH) != 0,
                                                 factor || w->raised[*next], &exponent, next))
        exponent = 1;
    /* "cells/mm" with a raised 3 that stands apart, and words that only begin like a unit */
    if (is_letter(w->c[*next - 1]) && !ends_at(w, *next))
        return false;
    *next = tail(w, *next, say);
    *out = (piece){.say = say, .exponent = exponent, .coefficient = 1};
    return true;
}

static bool of_volume(const piece *p)
{
    const char *u = p->say->ucum;
    size_t n = strlen(u);

    return (n > 0 && u[n - 1] == 'L' && p->exponent == 1) ||
           ((p->say->flags & SAY_LENGTH) && p->exponent == 3);
}

/* A "/", "per", "a day": where the divisor begins. */
static bool per_at(const window *w, size_t i, bool *article, size_t *next)
{
    size_t k = skip(w, i);

    *article = false;
    if (w->c[k] == '/') {
        *next = skip(w, k + 1);
        if (word_at(w, *next, "per", &k)) /* "cells/ per mm3" */
            *next = skip(w, k);
        return true;
    }
    if (k > i && word_at(w, k, "per", next)) {
        if (w->c[*next] == ' ' || is_digit(w->c[*next])) {
            *next = skip(w, *next);
            return true;
        }
        return false;
    }
    *article = true;
    if (k > i &&
        (word_at(w, k, "a", next) || word_at(w, k, "each", next) || word_at(w, k, "every", next) ||
         word_at(w, k, "an", next)) &&
        w->c[*next] == ' ') {
        *next = skip(w, *next);
        return true;
    }
    return false;
}

/* What stands after the "/": a number perhaps, and a unit. */
static bool divisor_at(const window *w, size_t i, bool article, bool leading_slash, piece *out,
                       size_t *next)
{
    unsigned n = 1;
    size_t k = i, after;
    bool surface = false;

    if (is_digit(w->c[i])) {
        if (article)
            return false;
        if (w->c[i] == '1' &&
            (w->c[i + 1] == '.' || w->c[i + 1] == ',' || w->c[i + 1] == MIDDLE_DOT) &&
            w->c[i + 2] == '7' && w->c[i + 3] == '3' && !is_digit(w->c[i + 4])) {
            surface = true;
            k = i + 4;
        } else if (!number_at(w, i, 1000, &n, &k) || n == 0) {
            return false;
        }
        k = skip(w, k);
        if (w->c[k] == '-' && is_letter(w->c[k + 1]))
            k++;
    }
    if (!piece_at(w, k, true, true, out, &after))
        return false;
    if (article &&
        (!out->say->period || out->say->period == 's' || out->say->period == 'n' || after - k < 3))
        return false;
    if (surface) {
        bool square = (strcmp(out->say->ucum, "m") == 0 && out->exponent == 2) ||
                      strcmp(out->say->ucum, "m2") == 0 ||
                      (strcmp(out->say->ucum, "m") == 0 && out->exponent == -2);
        if (!square)
            return false;
        out->body_surface = true;
        out->inverse = out->exponent < 0;
        out->exponent = 1;
    } else if (n != 1) {
        if (out->exponent != 1 || (leading_slash && !(out->say->flags & SAY_BELOW)))
            return false;
        out->coefficient = n;
    }
    if (out->exponent < 0) /* "/L-1" is printed for "L-1" */
        out->exponent = -out->exponent;
    out->below = true;
    *next = after;
    return true;
}

/* ---- powers of ten ---- */

static bool noun_or_divisor_at(const window *w, size_t i, bool *volume)
{
    piece p;
    size_t next;
    bool article;
    size_t k = skip(w, i);

    *volume = false;
    if (per_at(w, i, &article, &next) && !article) {
        if (!divisor_at(w, next, false, false, &p, &next))
            return false;
        *volume = of_volume(&p);
        return true;
    }
    if (!is_letter(w->c[k]) || !piece_at(w, k, false, false, &p, &next))
        return false;
    return (p.say->flags & SAY_NOUN) || p.say->ucum[0] == '[' || p.say->ucum[0] == '{';
}

static bool close_bracket(const window *w, size_t *k, unsigned char open)
{
    if (!open)
        return true;
    if (w->c[*k] != (open == '(' ? ')' : open == '[' ? ']' : '}'))
        return false;
    ++*k;
    return true;
}

/* "10^9", "10*9", "10E9", "10(9)", raised digits at i, and "109", "10 9", which have lost them. */
static bool ten_at(const window *w, size_t i, bool sign, int *power, bool *damaged, size_t *next)
{
    size_t k = i + 2, after;
    unsigned n;
    unsigned char open = 0;
    bool volume;
    int direction = 1;

    *damaged = false;
    if (w->c[i] != '1' || w->c[i + 1] != '0' || w->raised[i])
        return false;
    if (w->raised[k]) {
        if (w->c[k] == '-') {
            direction = -1;
            k++;
        }
        if (!number_at(w, k, 24, &n, next))
            return false;
        *power = direction * (int)n;
        return n > 0;
    }
    if (sign && w->c[k] == '0') { /* x 1000/mm3 */
        int zeros = 1;
        for (; w->c[k] == '0'; k++)
            zeros += w->c[k] == '0';
        if ((zeros != 3 && zeros != 6 && zeros != 9) || !ends_at(w, k) ||
            !noun_or_divisor_at(w, k, &volume))
            return false;
        *power = zeros;
        *next = k;
        return true;
    }
    k = skip(w, k);
    if (w->c[k] == '^' || w->c[k] == '*' ||
        ((w->c[k] == 'e' || w->c[k] == 'E') && !is_letter(w->c[k + 1])) || w->c[k] == '(' ||
        w->c[k] == '[' || w->c[k] == '{') {
        if (w->c[k] == '(' || w->c[k] == '[' || w->c[k] == '{') {
            open = w->c[k++];
        } else {
            k += w->c[k] == '*' && w->c[k + 1] == '*' ? 2 : 1;
            k = skip(w, k);
            if (w->c[k] == '(' || w->c[k] == '{')
                open = w->c[k++];
        }
        if (w->c[k] == '^' && open)
            k++;
        if (w->c[k] == '+' || w->c[k] == '-')
            direction = w->c[k++] == '-' ? -1 : 1;
        if (!number_at(w, k, 24, &n, &k) || n == 0 || !close_bracket(w, &k, open))
            return false;
        *power = direction * (int)n;
        *next = k;
        /* "10 (9)" may be anything */
        return !open || sign || noun_or_divisor_at(w, k, &volume);
    }
    if (!number_at(w, k, 24, &n, &after) || w->c[k] == '0' || n < 3 || n > 14)
        return false;
    *damaged = true;
    *power = (int)n;
    *next = after;
    if (noun_or_divisor_at(w, after, &volume))
        return volume || sign;
    return sign && k == i + 2 && n % 3 == 0 && ends_at(w, after) &&
           !is_digit(w->c[skip(w, after)]) && !say_at(w, skip(w, after), 0, SAY_FIELD, &k) &&
           !((w->c[after] == '.' || w->c[after] == ',') && is_digit(w->c[after + 1]));
}

static bool power_at(const window *w, size_t i, printed *p, size_t *next)
{
    size_t k = i;
    bool sign = false, volume;
    unsigned n;

    if ((w->c[k] == 'x' || w->c[k] == 'X') && !is_letter(w->c[k + 1]))
        sign = true;
    else if (w->c[k] == '*' || w->c[k] == MIDDLE_DOT)
        sign = true;
    if (sign)
        k = skip(w, k + 1);
    if (ten_at(w, k, sign, &p->power, &p->damaged, next))
        return true;
    p->damaged = false;
    if (sign && w->c[k] == '1' && w->c[k + 1] == ',') { /* x 1,000/mm3 */
        for (n = 0, k++;
             w->c[k] == ',' && w->c[k + 1] == '0' && w->c[k + 2] == '0' && w->c[k + 3] == '0';
             k += 4)
            n += 3;
        if (n == 0 || n > 9 || !ends_at(w, k) || !noun_or_divisor_at(w, k, &volume))
            return false;
        p->power = (int)n;
        *next = k;
        return true;
    }
    if ((w->c[k] == 'e' || w->c[k] == 'E') && !sign) {
        k += w->c[k + 1] == '+' ? 2 : 1;
        if (number_at(w, k, 14, &n, next) && n >= 3 && noun_or_divisor_at(w, *next, &volume)) {
            p->power = (int)n;
            return true;
        }
    }
    return false;
}

/* ---- the whole ---- */

/* The next factor of a product, printed with a dot or a blank: "mL·min-1·1.73 m-2", "mmol.L-1". */
static bool factor_at(const window *w, size_t i, piece *out, size_t *next)
{
    size_t k = skip(w, i);
    bool blank = k > i, dot = false, middle = false;

    if (w->c[k] == MIDDLE_DOT || (w->c[k] == '*' && w->c[k + 1] != '*')) {
        middle = true;
        k = skip(w, k + 1);
    } else if (w->c[k] == '.' && !blank && w->c[k + 1] != ' ') {
        dot = true;
        k++;
    }
    if (!blank && !dot && !middle)
        return false;
    if (is_digit(w->c[k])) /* "1.73 m-2" */
        return divisor_at(w, k, false, false, out, next) && out->body_surface && out->inverse;
    if (!piece_at(w, k, true, true, out, next) || (!middle && out->exponent > 0))
        return false;
    if (out->exponent < 0) {
        out->exponent = -out->exponent;
        out->below = true;
    }
    return true;
}

static const struct {
    const char *words;
    const char *unit;
} adverbs[] = {
    {"daily", "day"},          {"once daily", "day"},   {"once a day", "day"},
    {"once per day", "day"},   {"once weekly", "week"}, {"once a week", "week"},
    {"once per week", "week"}, {"weekly", "week"},      {"monthly", "month"},
    {"once monthly", "month"}, {"qd", "day"},           {"hourly", "hour"},
};

/* The spelling of a word that is in the table. */
static const unit_say *say_of(const char *word)
{
    unsigned hash = UNIT_SAY_SEED;
    size_t n = 0;

    for (; word[n]; n++)
        hash = unit_say_hash(hash, word[n]);
    n = say_find(word, n, hash);
    return n < unit_say_count ? &unit_says[n] : NULL;
}

/* "mg daily" */
static bool adverb_at(const window *w, size_t i, piece *out, size_t *next)
{
    size_t k = skip(w, i), end;

    if (k == i)
        return false;
    for (size_t a = 0; a < sizeof adverbs / sizeof *adverbs; a++)
        if (word_at(w, k, adverbs[a].words, &end)) {
            *out = (piece){
                .say = say_of(adverbs[a].unit), .exponent = 1, .coefficient = 1, .below = true};
            *next = end;
            return out->say != NULL;
        }
    return false;
}

static bool add_piece(printed *p, const piece *one)
{
    if (p->count == PIECES)
        return false;
    p->pieces[p->count++] = *one;
    p->lab = p->lab || (one->say->flags & SAY_LAB);
    return true;
}

/* "ng/mL FEU" and "mg/kg body weight" */
static void said_after(const window *w, printed *p)
{
    const piece *last = &p->pieces[p->count - 1];
    size_t k = skip(w, p->end), next;
    const unit_say *say;

    say = say_at(w, k, SAY_BASIS, 0, &next);
    if (say && ends_at(w, next)) {
        p->basis = say->ucum;
        p->end = next;
        return;
    }
    if (!last->below || !last->say->ucum[0] || !strchr("gmk", last->say->ucum[0]) || k == p->end)
        return;
    say = say_at(w, k, SAY_FILLER, 0, &next);
    if (say && ends_at(w, next))
        p->end = next;
}

/* A unit at i (blanks already skipped). `number`: a number stands before it. */
static bool printed_at(const window *w, size_t i, printed *p)
{
    size_t k = i, next;
    piece one;
    bool article, have = false, time_only = false, noun = false;

    memset(p, 0, sizeof *p);
    if (power_at(w, i, p, &next)) {
        p->end = k = next;
        have = true;
        i = skip(w, k);
    }
    /* A number word: thousand/mm3, K/uL, million IU. One of a few letters needs its "/". */
    if (!have) {
        const unit_say *say = say_at(w, i, SAY_POWER, 0, &next);
        bool volume, good = false;
        if (say && ends_at(w, next)) {
            good = noun_or_divisor_at(w, next, &volume);
            if (!good && next - i > 4)
                good = true;
            if (good && next - i == 1 && !volume) /* "5 M per day" is no million */
                good = false;
        }
        if (good) {
            p->power = (int)strtol(say->ucum + 3, NULL, 10);
            p->lab = true;
            p->end = k = next;
            have = true;
            i = skip(w, k);
        }
    }
    if (piece_at(w, i, false, false, &one, &next)) {
        noun = (one.say->flags & SAY_NOUN) != 0;
        if (noun) {
            piece below;
            size_t after;
            bool more = (per_at(w, next, &article, &after) &&
                         divisor_at(w, after, article, false, &below, &after)) ||
                        adverb_at(w, next, &below, &after);
            if (more || have) {
                add_piece(p, &one);
                p->end = next;
                if (!more)
                    return true;
                have = true;
            }
        } else {
            if (one.exponent < 0) {
                one.exponent = -one.exponent;
                one.below = true;
            }
            if ((one.say->flags & SAY_FULL) && have)
                return true;
            add_piece(p, &one);
            p->end = next;
            have = true;
            time_only = one.say->period != 0;
            if (one.say->flags & SAY_FULL)
                return true;
        }
    }
    for (;;) {
        bool slash = w->c[skip(w, p->count || have ? p->end : i)] == '/';
        size_t from = have ? p->end : i;
        if (per_at(w, from > 0 && !have && !slash ? from - 1 : from, &article, &next) &&
            !(article && !have) && divisor_at(w, next, article, slash && !have, &one, &next)) {
            if (time_only && article)
                break;
            if (!add_piece(p, &one))
                break;
            p->end = next;
            have = true;
            continue;
        }
        if (!have)
            return false;
        if (p->count && factor_at(w, p->end, &one, &next) && add_piece(p, &one)) {
            p->end = next;
            continue;
        }
        if (p->count && !time_only && p->pieces[0].say->ucum[0] != '%' &&
            !(p->pieces[0].say->flags & (SAY_LENGTH | SAY_FULL)) &&
            !(p->pieces[p->count - 1].say->period) && adverb_at(w, p->end, &one, &next) &&
            add_piece(p, &one)) {
            p->end = next;
            break;
        }
        if (p->count && p->pieces[p->count - 1].below) {
            size_t before = p->end;
            said_after(w, p);
            if (p->end != before && !p->basis)
                continue; /* mg/kg body weight/day */
        } else if (p->count) {
            said_after(w, p);
        }
        break;
    }
    return have;
}

/* ---- UCUM ---- */

/* The k-th of the alternatives, or the first where there are fewer. */
static size_t alternative(const char *ucum, unsigned k, const char **start)
{
    const char *p = ucum;

    for (; k > 0; k--) {
        const char *bar = strchr(p, '|');
        if (!bar) {
            p = ucum;
            break;
        }
        p = bar + 1;
    }
    *start = p;
    return strcspn(p, "|");
}

static unsigned alternatives(const printed *p)
{
    unsigned most = 1;

    for (size_t i = 0; i < p->count; i++) {
        unsigned n = 1;
        for (const char *c = p->pieces[i].say->ucum; *c; c++)
            n += *c == '|';
        if (n > most)
            most = n;
    }
    return most;
}

static bool put(char out[64], size_t *n, const char *text, size_t size)
{
    if (*n + size >= 64)
        return false;
    memcpy(out + *n, text, size);
    *n += size;
    out[*n] = 0;
    return true;
}

/* One piece as UCUM, with its exponent and coefficient. */
static bool put_piece(char out[64], size_t *n, const piece *p, unsigned variant)
{
    const char *code;
    size_t size = alternative(p->say->ucum, variant, &code);
    char text[80], exponent[16] = "";
    int length;

    if (p->exponent == 1 && p->coefficient == 1 && !p->below && !p->body_surface)
        return put(out, n, code, size) && size > 0;
    if (p->body_surface)
        return put(out, n, "{1.73_m2}", 9);
    if (p->coefficient == 24 && p->say->period == 'h')
        return put(out, n, "d", 1);
    if (p->exponent != 1)
        snprintf(exponent, sizeof exponent, "%d", p->exponent);
    if (size == 0 || (exponent[0] && memchr(code, '/', size)) ||
        (p->below && (memchr(code, '/', size) || memchr(code, '.', size))))
        return false;
    if (p->coefficient != 1)
        length = snprintf(text, sizeof text, "(%u.%.*s)", p->coefficient, (int)size, code);
    else if (exponent[0] && code[size - 1] >= '0' && code[size - 1] <= '9')
        length = snprintf(text, sizeof text, "(%.*s)%s", (int)size, code, exponent);
    else
        length = snprintf(text, sizeof text, "%.*s%s", (int)size, code, exponent);
    return length > 0 && (size_t)length < sizeof text && put(out, n, text, (size_t)length);
}

static bool printed_code(const printed *p, unsigned variant, char out[64])
{
    size_t n = 0;
    char power[16];
    unit u;

    out[0] = 0;
    if (p->power) {
        int size = snprintf(power, sizeof power, "10*%d", p->power);
        put(out, &n, power, (size_t)size);
    }
    for (size_t i = 0; i < p->count; i++) {
        const piece *q = &p->pieces[i];
        bool counted = q->say->ucum[0] == '1' && q->say->ucum[1] == 0;
        if (q->below || counted)
            continue;
        if (n && q->say->ucum[0] == '/')
            ; /* /min after a power */
        else if (n && q->say->ucum[0] != '{' && !put(out, &n, ".", 1))
            return false;
        if (!put_piece(out, &n, q, variant))
            return false;
    }
    for (size_t i = 0; i < p->count; i++)
        if (p->pieces[i].below &&
            (!put(out, &n, "/", 1) || !put_piece(out, &n, &p->pieces[i], variant)))
            return false;
    if (p->basis && !put(out, &n, p->basis, strlen(p->basis)))
        return false;
    if (n == 0)
        put(out, &n, "1", 1);
    if (p->count == 1 && !p->power && !p->basis && p->pieces[0].exponent == 1 &&
        p->pieces[0].coefficient == 1 && !p->pieces[0].below && !p->pieces[0].body_surface &&
        (p->pieces[0].say->flags & SAY_CODE))
        return true;
    return unit_parse(out, n, &u, NULL);
}

/* Is it a unit of the quantity's own list? Without brackets and braces such a one fits. */
static bool listed(const concept *quantity, const char *ucum)
{
    for (const char *const *u = quantity->units; u && *u; u++)
        if (**u == *ucum && strcmp(*u, ucum) == 0)
            return !strpbrk(ucum, "[{");
    return false;
}

/* The meaning that fits the quantity, or the first. `fits` NULL: nobody asks whether it does. */
static bool choose(const printed *p, const concept *quantity, char out[64], bool *fits)
{
    unsigned n = alternatives(p);
    bool fit = false;

    if (!fits && n == 1)
        return printed_code(p, 0, out);
    fits = fits ? fits : &fit;
    *fits = false;
    if (quantity)
        for (unsigned k = 0; k < n; k++)
            if (printed_code(p, k, out) && (listed(quantity, out) || unit_fits(quantity, out))) {
                *fits = true;
                return true;
            }
    return printed_code(p, 0, out);
}

/* A UCUM code in a text, told by what only UCUM has: brackets, braces. */
static size_t code_at(const char *text, size_t size, char out[64])
{
    size_t n = 0;
    bool sign = false;
    unit u;

    while (n < size && n < 63 && (unsigned char)text[n] > 32 && (unsigned char)text[n] < 127 &&
           text[n] != ',' && text[n] != ';') {
        sign = sign || text[n] == '[' || text[n] == '{';
        n++;
    }
    if (!sign)
        return 0;
    for (size_t least = n > 8 ? n - 8 : 0; n > least; n--) {
        char last = text[n - 1];
        if (last == '.' || last == ':' || (last == ')' && !memchr(text, '(', n)))
            continue;
        memcpy(out, text, n);
        out[n] = 0;
        return unit_parse(out, n, &u, NULL) ? n : 0;
    }
    return 0;
}

static size_t blanks_of(const char *text, size_t size)
{
    size_t n = 0;

    while (n < size && (text[n] == ' ' || text[n] == '\t' || text[n] == '\n' || text[n] == '\r'))
        n++;
    return n;
}

/* Signs that no printed unit begins with: behind most numbers stands one of them. */
static bool never_begins(unsigned char c)
{
    return c < 0x80 && !is_letter(c) && !is_digit(c) && !strchr("%(/*-\\", c);
}

/* A word of two letters or more with which no unit begins: what stands behind most numbers that
 * have none. */
static bool is_no_unit(const char *text, size_t size)
{
    static const char divides[][8] = {"per", "a", "an", "each", "every"};
    unsigned hash = UNIT_SAY_SEED;
    size_t n = 0;

    for (; n < size && is_letter((unsigned char)text[n]); n++)
        hash = unit_say_hash(hash, (char)lower((unsigned char)text[n]));
    if (n < 2 || (n < size && (signed char)text[n] < 0) ||
        unit_say_tokens[unit_say_slot(hash, unit_say_mask)])
        return false;
    for (size_t i = 0; i < sizeof divides / sizeof *divides; i++)
        if (text_equal_nocase(text, n, divides[i]))
            return false;
    return true;
}

bool unit_match(const char *text, size_t size, const concept *quantity, unit_hit *out)
{
    window w = {0};
    printed p;
    size_t i, blanks, code;
    bool have, hyphen = false;
    char ucum[64];

    memset(out, 0, sizeof *out);
    blanks = blanks_of(text, size);
    if (blanks < WINDOW / 2 && (blanks == size || never_begins((unsigned char)text[blanks]) ||
                                is_no_unit(text + blanks, size - blanks))) {
        code = code_at(text + blanks, size - blanks, ucum);
        if (code) {
            memcpy(out->ucum, ucum, sizeof ucum);
            out->size = blanks + code;
        }
        return code > 0;
    }
    window_fill(&w, text, size);
    i = skip(&w, 0);
    blanks = i ? w.end[i - 1] : 0;
    if (w.c[i] == '-' && is_letter(w.c[i + 1]) && is_letter(w.c[i + 2])) {
        hyphen = true;
        i++;
    }
    have = printed_at(&w, i, &p) && p.end > i;
    /* One letter glued to a number: "18F-FDG" is none, "3D" a dioptre only where a dioptre is asked
     * for. */
    if (have && i == 0 && p.end == 1 &&
        ((w.c[1] == '-' && is_letter(w.c[2])) ||
         (w.c[0] == 'D' && !(quantity && unit_fits(quantity, "[diop]")))))
        have = false;
    /* "32w", and neither "18 w/ asthma" nor "12w/o" */
    if (have && p.end == i + 1 && w.c[i] == 'w' && (i || w.c[i + 1] == '/'))
        have = false;
    have = have && choose(&p, quantity, out->ucum, NULL);
    if (!hyphen && (code = code_at(text + blanks, size - blanks, ucum)) > 0 &&
        (!have || blanks + code > w.end[p.end - 1])) {
        memcpy(out->ucum, ucum, sizeof ucum);
        out->size = blanks + code;
        return true;
    }
    if (!have)
        return false;
    out->size = w.end[p.end - 1];
    out->damaged = p.damaged;
    if (p.count == 1 && !p.power && !p.pieces[0].below && p.pieces[0].exponent == 1 &&
        p.pieces[0].say->period) {
        out->of_time = true;
        out->period = p.pieces[0].say->period;
    }
    return true;
}

bool unit_spelling(const char *text, size_t size, const concept *quantity, char out[64])
{
    window w = {0};
    printed p;
    const unit_say *word;
    size_t i;
    bool valid, fits = false, have;
    unit u;

    while (size && (unsigned char)text[0] <= 32 && text[0])
        text++, size--;
    while (size && (unsigned char)text[size - 1] <= 32 && text[size - 1])
        size--;
    valid = size < 64 && size > 0 && unit_parse(text, size, &u, NULL);
    if (valid) {
        memcpy(out, text, size);
        out[size] = 0;
        if (quantity && unit_fits(quantity, out))
            return true;
    }
    window_fill(&w, text, size);
    i = skip(&w, 0);
    word = say_at(&w, i, SAY_FIELD, 0, &p.end);
    if (word && w.end[p.end - 1] == size) {
        memset(&p, 0, sizeof p);
        p.pieces[p.count++] = (piece){.say = word, .exponent = 1, .coefficient = 1};
        p.lab = (word->flags & SAY_LAB) != 0;
        p.end = w.n;
    } else {
        word = NULL;
    }
    have = word || (printed_at(&w, i, &p) && p.end > i && w.end[p.end - 1] == size);
    if (have) {
        char said[64];
        have = choose(&p, quantity, said, &fits);
        if (have && (!valid || fits || p.lab)) {
            memcpy(out, said, sizeof said);
            return true;
        }
    }
    return valid;
}

bool unit_refit(const concept *quantity, const char *ucum, const char *text, char out[64])
{
    unit_hit hit;

    if (unit_fits(quantity, ucum))
        return false;
    if (text && unit_match(text, strlen(text), quantity, &hit) && unit_fits(quantity, hit.ucum)) {
        memcpy(out, hit.ucum, sizeof hit.ucum);
        return true;
    }
    return snprintf(out, 64, "/%s", ucum) < 64 && unit_fits(quantity, out);
}
