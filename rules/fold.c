/* How words are made comparable. Each rule maps a whole class of forms to one; that the result is a
 * word of the language does not matter, that two different words do not become one does. */
#include "rules/fold.h"

#include "engine/base/text.h"

#include <string.h>

/* ---- characters ---- */

typedef enum sign_class {
    SIGN_OTHER, /* all that no name runs across */
    SIGN_LETTER, SIGN_GREEK, SIGN_DIGIT, SIGN_ATOM, SIGN_BLANK, SIGN_LINE, SIGN_HYPHEN, SIGN_APOSTROPHE, SIGN_DOT,
    SIGN_COMMA, SIGN_COLON, SIGN_OPEN, SIGN_CLOSE, SIGN_NOTHING /* not seen by a reader */
} sign_class;

static sign_class ascii_class(unsigned char c)
{
    if ((c | 32) >= 'a' && (c | 32) <= 'z')
        return SIGN_LETTER;
    if (c >= '0' && c <= '9')
        return SIGN_DIGIT;
    switch (c) {
    case '/': case '+': case '%': case '&': return SIGN_ATOM;
    case ' ': case '\t': case '\r': case '\f': case '\v': return SIGN_BLANK;
    case '\n': return SIGN_LINE;
    case '-': case '_': case '*': return SIGN_HYPHEN; /* HLA-B*57 */
    case ':': return SIGN_COLON;
    case '\'': case '`': return SIGN_APOSTROPHE;
    case '.': return SIGN_DOT;
    case ',': return SIGN_COMMA;
    case '(': case '[': return SIGN_OPEN;
    case ')': case ']': return SIGN_CLOSE;
    default: return SIGN_OTHER;
    }
}

static bool greek(uint32_t p)
{
    return p >= 0x3B1 && p <= 0x3C9;
}

/* Scripts of letters, roughly: what is above ASCII and no punctuation, sign or private use. */
static bool letter(uint32_t p)
{
    return (p >= 'a' && p <= 'z') || (p >= 0xDF && p <= 0x2AF && p != 0xF7) || (p >= 0x370 && p <= 0x1FFF) ||
           (p >= 0x2C00 && p <= 0x2DFF) || (p >= 0x3040 && p <= 0xD7FF) || (p >= 0xF900 && p <= 0xFDFF) ||
           (p >= 0x10000 && p <= 0x1EFFF) || (p >= 0x20000 && p <= 0x3FFFF);
}

/* The class of a character and what it folds to. */
static sign_class wide_class(uint32_t point, uint32_t *folded, size_t *count)
{
    *count = 0;
    switch (point) {
    case 0xA0: case 0x1680: case 0x202F: case 0x205F: case 0x3000: return SIGN_BLANK;
    case 0x85: case 0x2028: case 0x2029: return SIGN_LINE;
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2212: return SIGN_HYPHEN;
    case 0x2018: case 0x2019: case 0x2BC: case 0x2032: case 0xB4: return SIGN_APOSTROPHE;
    /* marks of trade, soft hyphen, joiners, byte order mark */
    case 0xAD: case 0xAE: case 0xA9: case 0x2122: case 0x2120: case 0x200B: case 0x200C: case 0x200D: case 0x2060:
    case 0xFEFF: return SIGN_NOTHING;
    case 0xFFFD: return SIGN_OTHER;
    default: break;
    }
    if (point >= 0x2000 && point <= 0x200A)
        return SIGN_BLANK;
    *count = utf8_fold(point, folded, 8);
    if (!*count)
        return SIGN_NOTHING; /* a mark of its own: "e" and an accent */
    for (size_t i = 0; i < *count; i++) {
        if (folded[i] >= '0' && folded[i] <= '9' && *count == 1)
            return SIGN_DIGIT;
        if (*count == 1 && folded[i] < 0x80 && !letter(folded[i]))
            return ascii_class((unsigned char)folded[i]);
        if (!letter(folded[i]))
            return SIGN_OTHER;
    }
    return *count == 1 && greek(*folded) ? SIGN_GREEK : SIGN_LETTER;
}

/* ---- words ---- */

static bool ends(const char *w, size_t n, const char *tail)
{
    size_t t = strlen(tail);

    return n >= t && memcmp(w + n - t, tail, t) == 0;
}

static bool is(const char *w, size_t n, const char *word)
{
    return strlen(word) == n && memcmp(w, word, n) == 0;
}

static size_t replace_tail(char *w, size_t n, size_t tail, const char *with)
{
    size_t k = strlen(with);

    memcpy(w + n - tail, with, k);
    return n - tail + k;
}

/* What no rule makes equal. The right side is what the rules below leave alone, or fold as well. */
static const char irregular[][2][16] = {
    {"ageing", "aging"},         {"bacteria", "bacterium"},   {"bronchi", "bronchus"},
    {"cesarian", "cesarean"},    {"children", "child"},       {"criteria", "criterion"},
    {"diverticula", "diverticulum"}, {"emboli", "embolus"},   {"enrol", "enroll"},
    {"enrolment", "enrollment"}, {"fulfil", "fulfill"},       {"fungi", "fungus"},
    {"grey", "gray"},            {"indices", "index"},        {"judgement", "judgment"},
    {"lenses", "len"},           {"licence", "license"},      {"men", "man"},
    {"ova", "ovum"},             {"pancreases", "pancrea"},   {"practise", "practice"},
    {"programme", "program"},    {"programmes", "program"},   {"testes", "testis"},
    {"thrombi", "thrombus"},     {"women", "woman"},
};

static size_t fold_irregular(char *w, size_t n)
{
    size_t low = 0, high = sizeof irregular / sizeof *irregular;

    while (low < high) {
        size_t middle = (low + high) / 2, k = strlen(irregular[middle][0]);
        int order = memcmp(w, irregular[middle][0], n < k ? n : k);

        if (order == 0 && n == k) {
            n = strlen(irregular[middle][1]);
            memcpy(w, irregular[middle][1], n);
            return n;
        }
        if (order < 0 || (order == 0 && n < k))
            high = middle;
        else
            low = middle + 1;
    }
    return n;
}

/* ae, oe -> e; our -> or; ph -> f in sulph-: anywhere in a word of five letters or more. */
static size_t fold_inside(char *w, size_t n)
{
    size_t to = 0;

    for (size_t i = 0; i < n; i++) {
        char c = w[i], next = i + 1 < n ? w[i + 1] : 0;

        if ((c == 'a' || c == 'o') && next == 'e') {
            if (c == 'a' && i + 2 == n && i > 1 && w[i - 1] != 'i') { /* vertebrae; not pneumoniae */
                w[to++] = 'a';
                i++;
            }
            continue;
        }
        if (c == 'o' && next == 'u' && i >= 2 && i + 2 < n && w[i + 2] == 'r') {
            w[to++] = 'o';
            i++;
            continue;
        }
        if (c == 'p' && next == 'h' && to >= 3 && memcmp(w + to - 3, "sul", 3) == 0) {
            w[to++] = 'f';
            i++;
            continue;
        }
        w[to++] = c;
    }
    if (to > 4 && memcmp(w, "leuc", 4) == 0)
        w[3] = 'k';
    return to;
}

static size_t fold_ending(char *w, size_t n)
{
    static const char with_s[][8] = {"ise", "ises", "ised", "ising", "isation", "isations", "yse", "ysed", "ysing"};

    if (n < 6 || is(w, n, "crises"))
        return n;
    if (ends(w, n, "lled"))
        return replace_tail(w, n, 4, "led");
    if (ends(w, n, "lling"))
        return replace_tail(w, n, 5, "ling");
    for (size_t i = 0; i < sizeof with_s / sizeof *with_s; i++)
        if (ends(w, n, with_s[i]))
            w[n - strlen(with_s[i]) + 1] = 'z';
    return n;
}

static size_t fold_plural(char *w, size_t n)
{
    if (n >= 7 && ends(w, n, "itides"))
        return replace_tail(w, n, 6, "itis");
    if (n >= 7 && ends(w, n, "omata"))
        return n - 2;
    if (w[n - 1] == 's' && n >= 4) {
        char before = w[n - 2];

        /* diagnosis, diagnoses; disease, diseases; virus, viruses */
        if (n >= 5 && (ends(w, n, "ses") || ends(w, n, "sis")))
            return n - 2;
        if (n >= 5 && ends(w, n, "ies"))
            return replace_tail(w, n, 3, "y");
        if (n >= 5 && (ends(w, n, "xes") || ends(w, n, "ches") || ends(w, n, "shes")))
            return n - 2;
        if (before != 's' && before != 'u' && before != 'i')
            n--;
    }
    if (n >= 4 && ends(w, n, "se"))
        return n - 1;
    if (n >= 5 && ends(w, n, "che"))
        return n - 1;
    if (n >= 4 && ends(w, n, "ie"))
        return replace_tail(w, n, 2, "y");
    if (n >= 5 && (ends(w, n, "tre") || ends(w, n, "bre") || ends(w, n, "vre")))
        memcpy(w + n - 2, "er", 2);
    return n;
}

size_t fold_word(char *w, size_t n)
{
    if (n < 3)
        return n;
    n = fold_irregular(w, n);
    if (n >= 5)
        n = fold_inside(w, n);
    n = fold_ending(w, n);
    return n < 4 ? n : fold_plural(w, n);
}

/* ---- atoms ---- */

static const char *const greek_names[] = {
    "alpha", "beta",  "gamma",   "delta", "epsilon", "zeta", "eta",     "theta", "iota",
    "kappa", "lambda", "mu",     "nu",    "xi",      "omicron", "pi",   "rho",   "sigma",
    "sigma", "tau",   "upsilon", "phi",   "chi",     "psi",  "omega",
};

static bool numbers_follow(const char *w, size_t n)
{
    return is(w, n, "type") || is(w, n, "stage") || is(w, n, "grade") || is(w, n, "class") || is(w, n, "phas");
}

static char roman_digit(const char *w, size_t n)
{
    static const char numerals[][4] = {"i", "ii", "iii", "iv", "v"};

    for (int i = 0; i < 5; i++)
        if (is(w, n, numerals[i]))
            return (char)('1' + i);
    return 0;
}

/* What two signs between two atoms amount to. */
static atom_gap gap_join(atom_gap before, atom_gap next)
{
    if (next == GAP_NONE)
        return before;
    if (before == GAP_NONE || before == GAP_BLANK)
        return next;
    if (next == GAP_BLANK)
        return before;
    if (before == GAP_HYPHEN && (next == GAP_OPEN || next == GAP_CLOSE)) /* PD-(L)1 */
        return next;
    if (before == GAP_CLOSE && next == GAP_HYPHEN)
        return before;
    if (next == GAP_LINE && before == GAP_HYPHEN)
        return GAP_LINE;
    if (next == GAP_LINE && before == GAP_COMMA)
        return GAP_COMMA;
    return GAP_BREAK;
}

void fold_begin(fold_cutter *c, const char *text, size_t size)
{
    *c = (fold_cutter){.text = text, .size = size};
}

static sign_class class_at(const fold_cutter *c, size_t at, uint32_t *folded, size_t *count, size_t *used)
{
    unsigned char byte = (unsigned char)c->text[at];

    if (byte < 0x80) {
        *used = 1;
        *count = 1;
        *folded = byte >= 'A' && byte <= 'Z' ? byte + 32u : byte;
        return ascii_class(byte);
    }
    return wide_class(utf8_decode(c->text + at, c->size - at, used), folded, count);
}

static void put_folded(fold_atom *a, bool *over, const uint32_t *points, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char bytes[4];
        size_t n = 1;

        if (points[i] < 0x80)
            bytes[0] = (char)points[i];
        else
            n = utf8_encode(points[i], bytes);
        if (n > FOLD_ROOM - a->size)
            *over = true;
        else {
            memcpy(a->folded + a->size, bytes, n);
            a->size += n;
        }
    }
}

/* "'s" behind a word belongs to it and is dropped. */
static void skip_possessive(fold_cutter *c)
{
    uint32_t folded[8];
    size_t count, used, next;

    if (c->at >= c->size || class_at(c, c->at, folded, &count, &used) != SIGN_APOSTROPHE)
        return;
    next = c->at + used;
    if (next >= c->size || (c->text[next] | 32) != 's')
        return;
    next++;
    if (next < c->size) {
        sign_class after = class_at(c, next, folded, &count, &used);

        if (after == SIGN_LETTER || after == SIGN_DIGIT || after == SIGN_GREEK)
            return;
    }
    c->at = next;
}

static void take_word(fold_cutter *c, fold_atom *out)
{
    size_t capitals = 0, letters = 0, greeks = 0, raw = 0;
    uint32_t folded[8], last_greek = 0;
    size_t count, used;
    bool over = false, plain = true, last_small_s = false, greek_run = false;
    sign_class k;

    while (c->at < c->size) {
        k = class_at(c, c->at, folded, &count, &used);
        if (k != SIGN_LETTER && k != SIGN_GREEK && k != SIGN_NOTHING)
            break;
        if (k != SIGN_NOTHING) {
            if (letters + greeks == 0)
                greek_run = k == SIGN_GREEK;
            else if ((k == SIGN_GREEK) != greek_run)
                break;
            if (k == SIGN_GREEK) {
                greeks++;
                last_greek = folded[0];
            } else
                letters++;
            if (used == 1) {
                bool capital = c->text[c->at] < 'a';

                capitals += capital;
                last_small_s = c->text[c->at] == 's';
            } else {
                plain = plain && count == 1 && folded[0] < 0x80;
                last_small_s = false;
            }
            put_folded(out, &over, folded, count);
            if (used <= FOLD_ROOM - raw && !over) {
                memcpy(out->exact + raw, c->text + c->at, used);
                raw += used;
            }
        }
        c->at += used;
    }
    out->end = c->at;
    skip_possessive(c);
    out->kind = ATOM_WORD;
    out->capitals = capitals == 0 ? 0 : capitals == letters ? 2 : 1;
    if (over) {
        out->size = out->exact_size = 0;
        return;
    }
    if (greeks == 1 && greek_run) {
        const char *name = greek_names[last_greek - 0x3B1];

        out->size = strlen(name);
        memcpy(out->folded, name, out->size);
    }
    out->exact_size = capitals ? raw : 0;
    out->acronym_plural = letters >= 3 && last_small_s && capitals == letters - 1;
    if (out->acronym_plural)
        out->size--;
    if (plain && !greek_run)
        out->size = fold_word(out->folded, out->size);
}

bool fold_next(fold_cutter *c, fold_atom *out)
{
    static const atom_gap gap_of[] = {
        [SIGN_OTHER] = GAP_BREAK, [SIGN_BLANK] = GAP_BLANK, [SIGN_LINE] = GAP_LINE,   [SIGN_HYPHEN] = GAP_HYPHEN,
        [SIGN_APOSTROPHE] = GAP_HYPHEN, [SIGN_DOT] = GAP_DOT, [SIGN_COMMA] = GAP_COMMA, [SIGN_COLON] = GAP_COLON, [SIGN_OPEN] = GAP_OPEN,
        [SIGN_CLOSE] = GAP_CLOSE, [SIGN_NOTHING] = GAP_NONE};
    uint32_t folded[8];
    size_t count, used;
    sign_class k = SIGN_NOTHING;
    atom_gap gap = GAP_NONE;
    char digit;

    for (; c->at < c->size; c->at += used) {
        k = class_at(c, c->at, folded, &count, &used);
        if (k >= SIGN_LETTER && k <= SIGN_ATOM)
            break;
        gap = gap_join(gap, gap_of[k]);
    }
    if (c->at >= c->size)
        return false;
    out->start = c->at;
    out->gap = gap;
    out->size = out->exact_size = 0;
    out->capitals = 0;
    out->acronym_plural = false;
    if (k == SIGN_LETTER || k == SIGN_GREEK) {
        take_word(c, out);
        digit = c->numbered && gap < GAP_LINE ? roman_digit(out->folded, out->size) : 0;
        c->numbered = numbers_follow(out->folded, out->size);
        if (digit) {
            out->kind = ATOM_NUMBER;
            out->folded[0] = digit;
            out->size = 1;
            out->exact_size = 0;
        }
        return true;
    }
    c->numbered = false;
    if (k == SIGN_ATOM) {
        out->kind = ATOM_SIGN;
        if (*folded == '&') {
            memcpy(out->folded, "and", 3);
            out->size = 3;
        } else {
            out->folded[0] = (char)*folded;
            out->size = 1;
        }
        c->at += used;
    } else {
        bool over = false, narrow = used == 1;

        out->kind = ATOM_NUMBER;
        /* a superscript is a number of its own: 10 and 9, not 109 */
        do {
            put_folded(out, &over, folded, count);
            c->at += used;
        } while (narrow && c->at < c->size && c->text[c->at] >= '0' && c->text[c->at] <= '9' &&
                 class_at(c, c->at, folded, &count, &used) == SIGN_DIGIT);
        if (over)
            out->size = 0;
    }
    out->end = c->at;
    return true;
}
