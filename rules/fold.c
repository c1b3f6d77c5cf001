/* How words are made comparable. Each rule maps a whole class of forms to one; that the result is a
 * word of the language does not matter, that two different words do not become one does. */
#include "rules/fold.h"

#include "engine/base/text.h"

#include <string.h>

/* ---- characters ---- */

typedef enum sign_class {
    SIGN_OTHER, /* all that no name runs across */
    SIGN_LETTER,
    SIGN_GREEK,
    SIGN_DIGIT,
    SIGN_ATOM,
    SIGN_BLANK,
    SIGN_LINE,
    SIGN_HYPHEN,
    SIGN_APOSTROPHE,
    SIGN_DOT,
    SIGN_COMMA,
    SIGN_COLON,
    SIGN_OPEN,
    SIGN_CLOSE,
    SIGN_NOTHING /* not seen by a reader */
} sign_class;

enum { LETTERS = SIGN_LETTER, DIGITS = SIGN_DIGIT };
#define TEN(x) x, x, x, x, x, x, x, x, x, x

/* Of a byte; what is not ASCII: SIGN_OTHER. */
static const unsigned char byte_classes[256] = {['\t'] = SIGN_BLANK,
                                                ['\n'] = SIGN_LINE,
                                                ['\v'] = SIGN_BLANK,
                                                ['\f'] = SIGN_BLANK,
                                                ['\r'] = SIGN_BLANK,
                                                [' '] = SIGN_BLANK,
                                                ['%'] = SIGN_ATOM,
                                                ['&'] = SIGN_ATOM,
                                                ['\''] = SIGN_APOSTROPHE,
                                                ['('] = SIGN_OPEN,
                                                [')'] = SIGN_CLOSE,
                                                ['*'] = SIGN_HYPHEN /* HLA-B*57 */,
                                                ['+'] = SIGN_ATOM,
                                                [','] = SIGN_COMMA,
                                                ['-'] = SIGN_HYPHEN,
                                                ['.'] = SIGN_DOT,
                                                ['/'] = SIGN_ATOM,
                                                ['0'] = TEN(DIGITS),
                                                [':'] = SIGN_COLON,
                                                ['A'] = TEN(LETTERS),
                                                TEN(LETTERS),
                                                LETTERS,
                                                LETTERS,
                                                LETTERS,
                                                LETTERS,
                                                LETTERS,
                                                LETTERS,
                                                ['['] = SIGN_OPEN,
                                                [']'] = SIGN_CLOSE,
                                                ['_'] = SIGN_HYPHEN,
                                                ['`'] = SIGN_APOSTROPHE,
                                                ['a'] = TEN(LETTERS),
                                                TEN(LETTERS),
                                                LETTERS,
                                                LETTERS,
                                                LETTERS,
                                                LETTERS,
                                                LETTERS,
                                                LETTERS};

static sign_class ascii_class(unsigned char c)
{
    return (sign_class)byte_classes[c];
}

static bool greek(uint32_t p)
{
    return p >= 0x3B1 && p <= 0x3C9;
}

/* Scripts of letters, roughly: what is above ASCII and no punctuation, sign or private use. */
static bool letter(uint32_t p)
{
    return (p >= 'a' && p <= 'z') || (p >= 0xDF && p <= 0x2AF && p != 0xF7) ||
           (p >= 0x370 && p <= 0x1FFF) || (p >= 0x2C00 && p <= 0x2DFF) ||
           (p >= 0x3040 && p <= 0xD7FF) || (p >= 0xF900 && p <= 0xFDFF) ||
           (p >= 0x10000 && p <= 0x1EFFF) || (p >= 0x20000 && p <= 0x3FFFF);
}

/* The class of a character and what it folds to. */
static sign_class wide_class(uint32_t point, uint32_t *folded, size_t *count)
{
    *count = 0;
    switch (point) {
    case 0xA0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000: return SIGN_BLANK;
    case 0x85:
    case 0x2028:
    case 0x2029: return SIGN_LINE;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212: return SIGN_HYPHEN;
    case 0x2018:
    case 0x2019:
    case 0x2BC:
    case 0x2032:
    case 0xB4: return SIGN_APOSTROPHE;
    /* marks of trade, soft hyphen, joiners, byte order mark */
    case 0xAD:
    case 0xAE:
    case 0xA9:
    case 0x2122:
    case 0x2120:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF: return SIGN_NOTHING;
    case 0xFFFD: return SIGN_OTHER;
    default: break;
    }
    if (point >= 0x2000 && point <= 0x200A)
        return SIGN_BLANK;
    if (point == 0x2640 || point == 0x2642) { /* the signs of the sexes are words */
        static const char words[2][7] = {"female", "male"};
        const char *word = words[point == 0x2642];

        for (*count = 0; word[*count]; ++*count)
            folded[*count] = (unsigned char)word[*count];
        return SIGN_LETTER;
    }
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

/* of the word w of n letters */
#define ENDS(tail)                                                                                 \
    (n >= sizeof(tail) - 1 && memcmp(w + n - (sizeof(tail) - 1), tail, sizeof(tail) - 1) == 0)
#define IS(word) (n == sizeof(word) - 1 && memcmp(w, word, sizeof(word) - 1) == 0)

static size_t replace_tail(char *w, size_t n, size_t tail, const char *with)
{
    size_t k = strlen(with);

    memcpy(w + n - tail, with, k);
    return n - tail + k;
}

/* What no rule makes equal. The right side is what the rules below leave alone, or fold as well. */
static const char irregular[][2][16] = {
    {"ageing", "aging"},
    {"bacteria", "bacterium"},
    {"bronchi", "bronchus"},
    {"cesarian", "cesarean"},
    {"children", "child"},
    {"criteria", "criterion"},
    {"diverticula", "diverticulum"},
    {"emboli", "embolus"},
    {"enrol", "enroll"},
    {"enrolment", "enrollment"},
    {"fulfil", "fulfill"},
    {"fungi", "fungus"},
    {"grey", "gray"},
    {"indices", "index"},
    {"judgement", "judgment"},
    {"lenses", "len"},
    {"licence", "license"},
    {"men", "man"},
    {"ova", "ovum"},
    {"pancreases", "pancrea"},
    {"practise", "practice"},
    {"programme", "program"},
    {"programmes", "program"},
    {"testes", "testis"},
    {"thrombi", "thrombus"},
    {"women", "woman"},
};

/* The first of them that begins with a letter, and how many do. */
static const struct {
    unsigned char from, count;
} irregular_at[26] = {
    ['a' - 'a'] = {0, 1},  ['b' - 'a'] = {1, 2},  ['c' - 'a'] = {3, 3},  ['d' - 'a'] = {6, 1},
    ['e' - 'a'] = {7, 3},  ['f' - 'a'] = {10, 2}, ['g' - 'a'] = {12, 1}, ['i' - 'a'] = {13, 1},
    ['j' - 'a'] = {14, 1}, ['l' - 'a'] = {15, 2}, ['m' - 'a'] = {17, 1}, ['o' - 'a'] = {18, 1},
    ['p' - 'a'] = {19, 4}, ['t' - 'a'] = {23, 2}, ['w' - 'a'] = {25, 1},
};

static size_t fold_irregular(char *w, size_t n)
{
    size_t letter = (size_t)(w[0] - 'a'), from, end;

    if (letter >= 26)
        return n;
    from = irregular_at[letter].from;
    end = from + irregular_at[letter].count;
    for (size_t i = from; i < end; i++)
        if (irregular[i][0][1] == w[1] && irregular[i][0][2] == w[2] &&
            n < sizeof irregular[i][0] && irregular[i][0][n] == 0 &&
            memcmp(w, irregular[i][0], n) == 0) {
            n = strlen(irregular[i][1]);
            memcpy(w, irregular[i][1], n);
            return n;
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
            if (c == 'a' && i + 2 == n && i > 1 &&
                w[i - 1] != 'i') { /* vertebrae; not pneumoniae */
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

/* -ise, -yse -> -ize, -yze and their forms; -lled, -lling -> -led, -ling. */
static size_t fold_ending(char *w, size_t n)
{
    size_t tail = 0; /* of an ending that is written with z */

    if (n < 6)
        return n;
    switch (w[n - 1]) {
    case 'e': tail = ENDS("ise") || ENDS("yse") ? 3 : 0; break;
    case 's': tail = ENDS("isations") ? 8 : ENDS("ises") && !IS("crises") ? 4 : 0; break;
    case 'd':
        if (ENDS("lled"))
            return replace_tail(w, n, 4, "led");
        tail = ENDS("ised") || ENDS("ysed") ? 4 : 0;
        break;
    case 'g':
        if (ENDS("lling"))
            return replace_tail(w, n, 5, "ling");
        tail = ENDS("ising") || ENDS("ysing") ? 5 : 0;
        break;
    case 'n': tail = ENDS("isation") ? 7 : 0; break;
    default: break;
    }
    if (tail)
        w[n - tail + 1] = 'z';
    return n;
}

static size_t fold_plural(char *w, size_t n)
{
    if (n >= 7 && ENDS("omata"))
        return n - 2;
    if (w[n - 1] == 's' && n >= 4) {
        char before = w[n - 2];

        if (n >= 7 && ENDS("itides"))
            return replace_tail(w, n, 6, "itis");
        /* diagnosis, diagnoses; disease, diseases; virus, viruses */
        if (n >= 5 && (ENDS("ses") || ENDS("sis")))
            return n - 2;
        if (n >= 5 && ENDS("ies"))
            return replace_tail(w, n, 3, "y");
        if (n >= 5 && (ENDS("xes") || ENDS("ches") || ENDS("shes")))
            return n - 2;
        if (before != 's' && before != 'u' && before != 'i')
            n--;
    }
    if (w[n - 1] != 'e')
        return n;
    if (n >= 4 && ENDS("se"))
        return n - 1;
    if (n >= 5 && ENDS("che"))
        return n - 1;
    if (n >= 4 && ENDS("ie"))
        return replace_tail(w, n, 2, "y");
    if (n >= 5 && (ENDS("tre") || ENDS("bre") || ENDS("vre")))
        memcpy(w + n - 2, "er", 2);
    return n;
}

#define EACH(byte) ((uint64_t)(byte)*0x0101010101010101u)

/* Which of eight ASCII bytes are `c`: 0x80 in each, 0 in the others. */
static uint64_t bytes_equal(uint64_t x, char c)
{
    return ~((x ^ EACH(c)) + EACH(0x7F)) & EACH(0x80);
}

/* Does fold_inside() change something in the first n of eight letters? `before`: the last letter
 * before them. Nearly never. */
static bool changes_inside(uint64_t x, char before, size_t n)
{
    uint64_t prior = x << 8 | (unsigned char)before, e = bytes_equal(x, 'e'),
             u = bytes_equal(x, 'u'), h = bytes_equal(x, 'h'), o = bytes_equal(prior, 'o');
    uint64_t pairs = (e & (bytes_equal(prior, 'a') | o)) | (u & o) | (h & bytes_equal(prior, 'p'));

    return n < 8 ? pairs << (64 - 8 * n) : pairs;
}

/* As fold_word(), in room for eight letters more. */
static size_t fold_plain(char *w, size_t n)
{
    bool inside;

    if (n < 3)
        return n;
    n = fold_irregular(w, n);
    inside = n > 4 && memcmp(w, "leuc", 4) == 0;
    for (size_t i = 0; i < n && n > 4 && !inside; i += 8)
        inside = changes_inside(text_bytes(w + i, 8), i ? w[i - 1] : 0, n - i);
    if (inside)
        n = fold_inside(w, n);
    n = fold_ending(w, n);
    return n < 4 ? n : fold_plural(w, n);
}

size_t fold_word(char *word, size_t size)
{
    char w[FOLD_ROOM + 8];

    if (size > FOLD_ROOM)
        return size;
    memcpy(w, word, size);
    memset(w + size, 0, 8);
    size = fold_plain(w, size);
    memcpy(word, w, size);
    return size;
}

/* ---- atoms ---- */

static const char *const greek_names[] = {
    "alpha", "beta",   "gamma",   "delta", "epsilon", "zeta",    "eta",   "theta", "iota",
    "kappa", "lambda", "mu",      "nu",    "xi",      "omicron", "pi",    "rho",   "sigma",
    "sigma", "tau",    "upsilon", "phi",   "chi",     "psi",     "omega",
};

static bool numbers_follow(const char *w, size_t n)
{
    if (n == 4)
        return IS("type") || IS("phas");
    return n == 5 && (IS("stage") || IS("grade") || IS("class"));
}

static char roman_digit(const char *w, size_t n)
{
    return IS("i") ? '1' : IS("ii") ? '2' : IS("iii") ? '3' : IS("iv") ? '4' : IS("v") ? '5' : 0;
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

static const atom_gap gap_of[] = {
    [SIGN_OTHER] = GAP_BREAK,   [SIGN_BLANK] = GAP_BLANK,       [SIGN_LINE] = GAP_LINE,
    [SIGN_HYPHEN] = GAP_HYPHEN, [SIGN_APOSTROPHE] = GAP_HYPHEN, [SIGN_DOT] = GAP_DOT,
    [SIGN_COMMA] = GAP_COMMA,   [SIGN_COLON] = GAP_COLON,       [SIGN_OPEN] = GAP_OPEN,
    [SIGN_CLOSE] = GAP_CLOSE,   [SIGN_NOTHING] = GAP_NONE};

size_t fold_gap(const char *text, size_t size, size_t at, atom_gap *gap)
{
    for (*gap = GAP_NONE; at < size && (signed char)text[at] >= 0; at++) {
        sign_class k = ascii_class((unsigned char)text[at]);

        if (k >= SIGN_LETTER && k <= SIGN_ATOM)
            break;
        *gap = gap_join(*gap, gap_of[k]);
    }
    return at;
}

void fold_begin(fold_cutter *c, const char *text, size_t size)
{
    *c = (fold_cutter){.text = text, .size = size};
}

static sign_class class_at(const fold_cutter *c, size_t at, uint32_t *folded, size_t *count,
                           size_t *used)
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

/* A word at `at` that is ASCII throughout, as nearly every word is, eight letters at a time; false:
 * another one, of which nothing is taken. */
static inline bool take_plain(fold_cutter *c, size_t at, fold_atom *out)
{
    const char *word = c->text + at;
    size_t room = c->size - at, n = 0, capitals = 0, here = 8;

    for (; here == 8 && n < FOLD_ROOM; n += here) {
        uint64_t x = room - n >= 8 ? text_bytes(word + n, 8) : text_few_bytes(word + n, room - n);
        uint64_t small = x | EACH(0x20), other = ~text_between(small, 'a', 'z') & EACH(0x80),
                 large = ~x & EACH(0x20);

        text_put_bytes(out->folded + n, small);
        text_put_bytes(out->exact + n, x);
        if (other) {
            here = (size_t)__builtin_ctzll(other) / 8;
            large &= ((uint64_t)1 << 8 * here) - 1;
        }
        for (; large; large &= large - 1)
            capitals++;
    }
    if (here == 8 || (n < room && (signed char)word[n] < 0))
        return false;
    out->start = at;
    c->at = out->end = at + n;
    if (n < room && (word[n] == '\'' || word[n] == '`'))
        skip_possessive(c);
    out->kind = ATOM_WORD;
    out->size = n;
    out->exact_size = capitals ? n : 0;
    out->capitals = !capitals ? 0 : capitals == n ? 2 : 1;
    out->acronym_plural = capitals && capitals == n - 1 && n >= 3 && word[n - 1] == 's';
    out->size -= out->acronym_plural;
    return true;
}

/* What nearly every atom is: a blank or nothing, and such a word, of which no number can be made.
 */
static inline bool next_plain(fold_cutter *c, fold_atom *out)
{
    size_t at = c->at;

    while (at < c->size && c->text[at] == ' ')
        at++;
    if (at >= c->size || c->numbered || byte_classes[(unsigned char)c->text[at]] != SIGN_LETTER)
        return false;
    out->gap = at > c->at ? GAP_BLANK : GAP_NONE;
    return take_plain(c, at, out);
}

static void take_word(fold_cutter *c, fold_atom *out)
{
    size_t capitals = 0, letters = 0, greeks = 0, raw = 0;
    uint32_t folded[8], last_greek = 0;
    size_t count, used;
    bool over = false, plain = true, last_small_s = false, greek_run = false;
    sign_class k;

    if (take_plain(c, c->at, out)) {
        out->size = fold_plain(out->folded, out->size);
        return;
    }
    for (; c->at < c->size && raw < FOLD_ROOM && (signed char)c->text[c->at] >= 0; c->at++) {
        char letter_now = c->text[c->at], lower = (char)(letter_now | 32);

        if (ascii_class((unsigned char)letter_now) != SIGN_LETTER)
            break;
        out->exact[raw] = letter_now;
        out->folded[raw++] = lower;
        capitals += letter_now != lower;
    }
    if (raw)
        last_small_s = out->exact[raw - 1] == 's';
    letters = out->size = raw;
    while (c->at < c->size) {
        if ((signed char)c->text[c->at] >= 0 &&
            ascii_class((unsigned char)c->text[c->at]) != SIGN_LETTER)
            break;
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

/* Any other atom. */
__attribute__((noinline)) static bool next_other(fold_cutter *c, fold_atom *out)
{
    uint32_t folded[8];
    size_t count, used;
    sign_class k = SIGN_NOTHING;
    atom_gap gap = GAP_NONE;
    char digit;

    for (; c->at < c->size; c->at += used) {
        if (byte_classes[(unsigned char)c->text[c->at]] == SIGN_LETTER) {
            k = SIGN_LETTER;
            break;
        }
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

bool fold_begin_next(fold_cutter *c, fold_atom *out)
{
    out->raw = next_plain(c, out);
    return out->raw || next_other(c, out);
}

void fold_finish(fold_cutter *c, fold_atom *out, bool known)
{
    if (!out->raw)
        return;
    if (!known)
        out->size = fold_plain(out->folded, out->size);
    c->numbered = numbers_follow(out->folded, out->size);
    out->raw = false;
}

bool fold_next(fold_cutter *c, fold_atom *out)
{
    bool more = fold_begin_next(c, out);

    if (more)
        fold_finish(c, out, false);
    return more;
}
