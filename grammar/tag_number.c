#include "grammar/tag.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/landmark.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Numbers as they are printed: digits with their separators, pairs and ratios, roman numerals,
 * dates, and digits that are part of a name. */

/* The value of digits with a point at most among them. */
static double decimal_value(const char *digits, size_t size)
{
    enum { EXACT = 15 }; /* digits that a double holds, and a power of ten as well */
    double value = 0, scale = 1;
    bool point = false;

    if (size > EXACT)
        return strtod(digits, NULL);
    for (size_t i = 0; i < size; i++) {
        if (digits[i] == '.' && point)
            return strtod(digits, NULL);
        point = point || digits[i] == '.';
        if (digits[i] == '.')
            continue;
        value = value * 10 + (digits[i] - '0');
        scale *= point ? 10 : 1;
    }
    return value / scale; /* both exact: rounded once, as strtod() does */
}

/* The value of digits with their separators; a comma before groups of three is a thousand's sign,
 * before one or two digits a decimal comma. */
static double number_value(const char *text, size_t size, bool decimal_comma)
{
    char digits[LIMIT_NUMBER_DIGITS + 8];
    size_t n = 0, points = 0;

    for (size_t i = 0; i < size; i++)
        points += text[i] == '.';
    for (size_t i = 0; i < size && n < LIMIT_NUMBER_DIGITS; i++) {
        if (isdigit((unsigned char)text[i]) || (text[i] == '.' && points == 1))
            digits[n++] = text[i];
        else if (text[i] == ',' && decimal_comma)
            digits[n++] = '.';
    }
    digits[n] = 0;
    return decimal_value(digits, n);
}

/* Roman numerals to XII, with a letter behind (IIIb: between 3 and 4), digits with a letter (2b),
 * single letters of a stage. The contract counts letters and suffixes in between. */
static bool roman_value(const char *text, size_t size, double *value)
{
    static const char *const roman[] = {"I",   "II",   "III", "IV", "V",  "VI",
                                        "VII", "VIII", "IX",  "X",  "XI", "XII"};
    size_t letters = 0;
    double suffix = 0;

    while (letters < size && strchr("IVXivx", text[letters]))
        letters++;
    if (size - letters > 1 || letters == 0)
        return false;
    if (size - letters == 1) {
        char c = (char)tolower((unsigned char)text[letters]);

        if (c < 'a' || c > 'd')
            return false;
        suffix = (c - 'a' + 1) * 0.2;
    }
    for (size_t i = 0; i < sizeof roman / sizeof *roman; i++)
        if (strlen(roman[i]) == letters && strncasecmp(roman[i], text, letters) == 0) {
            *value = (double)(i + 1) + suffix;
            return true;
        }
    return false;
}

bool tag_roman_sign(const char *text, size_t size, double *value)
{
    size_t used;
    uint32_t point = utf8_decode(text, size, &used);

    if (point >= 0x2160 && point <= 0x216B) {
        *value = point - 0x2160 + 1;
        return true;
    }
    if (point >= 0x2170 && point <= 0x217B) {
        *value = point - 0x2170 + 1;
        return true;
    }
    return false;
}

void tag_unit(tagger *t, part_list *out, const unit_hit *hit, size_t start)
{
    size_t blank = start;
    part *p;

    while (blank < start + hit->size &&
           (isspace((unsigned char)t->text[blank]) || t->text[blank] == '-'))
        blank++;
    p = tag_add(t, out, PART_UNIT, blank, start + hit->size);
    if (!p)
        return;
    p->unit.ucum = arena_text(t->arena, hit->ucum, strlen(hit->ucum));
    p->unit.text = arena_text(t->arena, t->text + blank, start + hit->size - blank);
    p->damaged = hit->damaged;
    p->period = hit->of_time ? hit->period : 0;
}

static const concept *quantity_before(const part_list *out)
{
    for (size_t i = out->count; i-- > 0 && i + 6 > out->count;)
        if (out->at[i].kind == PART_THING && out->at[i].hit.quantity)
            return out->at[i].hit.quantity;
    return NULL;
}

static bool digits_only(const tagger *t, size_t i, size_t least, size_t most)
{
    eligo_span s;

    if (i >= t->count || t->lex[i].kind != LEX_NUMBER)
        return false;
    s = t->lex[i].span;
    if (s.end - s.start < least || s.end - s.start > most)
        return false;
    for (size_t k = s.start; k < s.end; k++)
        if (!isdigit((unsigned char)t->text[k]))
            return false;
    return true;
}

/* "100 000/uL", "1 500 000": groups of three with one blank (also a narrow or fixed one) between,
 * behind a comparator or in front of "per volume". Returns the lexeme behind the last group, i + 1
 * where there are none. */
static size_t groups_end(const tagger *t, const part_list *out, size_t i)
{
    size_t next = i + 1;
    unit_hit hit;

    if (!digits_only(t, i, 1, 3) || t->text[t->lex[i].span.start] == '0')
        return next;
    while (digits_only(t, next, 3, 3) && t->lex[next].span.start - t->lex[next - 1].span.end > 0 &&
           t->lex[next].span.start - t->lex[next - 1].span.end <= 3 &&
           t->text[t->lex[next - 1].span.end] != '\n')
        next++;
    /* no number begins with a zero */
    if (next == i + 1 || t->text[t->lex[i + 1].span.start] == '0' ||
        (out->count && out->at[out->count - 1].kind == PART_CMP))
        return next;
    if (unit_match(t->text + t->lex[next - 1].span.end, t->size - t->lex[next - 1].span.end, NULL,
                   &hit) &&
        hit.size && strchr(hit.ucum, '/'))
        return next;
    return i + 1;
}

/* "100.000/mm3": nobody counts thousandths of a cell; the point stands for thousands. */
static bool point_of_thousands(const tagger *t, eligo_span s, const unit_hit *hit)
{
    const char *point = memchr(t->text + s.start, '.', s.end - s.start);

    return point && (size_t)(point - t->text) - s.start <= 3 &&
           s.end - (size_t)(point + 1 - t->text) == 3 && t->text[s.start] != '0' &&
           (hit->ucum[0] == '/' || strstr(hit->ucum, "copies"));
}

/* Behind an ordinal: is it a number all the same ("18th birthday", "5th to 95th percentile")? */
static bool counts_on(const tagger *t, size_t i)
{
    unit_hit hit;
    size_t end;

    if (tag_lexeme_is(t, i, "birthday") || tag_lexeme_is(t, i, "birthdays") ||
        tag_lexeme_is(t, i, "grade") || tag_lexeme_is(t, i, "graders"))
        return true;
    if (i + 2 >= t->count ||
        (t->lex[i].kind != LEX_DASH && !tag_lexeme_is(t, i, "to") && !tag_lexeme_is(t, i, "and")) ||
        t->lex[i + 1].kind != LEX_NUMBER || t->lex[i + 2].kind != LEX_WORD)
        return false;
    end = t->lex[i + 2].span.end;
    /* "2nd to 3rd degree" is no angle */
    return unit_match(t->text + end, t->size - end, NULL, &hit) && hit.size && !hit.of_time &&
           !text_is(hit.ucum, "deg");
}

/* "GCS < 12 s/p TBI": the letter is no unit but begins words with a slash. */
static bool longer_cue(tagger *t, size_t i, size_t unit_end)
{
    size_t covered, at;

    if (i + 2 >= t->count || t->lex[i].kind != LEX_WORD || t->lex[i + 1].kind != LEX_SLASH ||
        !tag_adjacent(t, i + 1) || t->lex[i].span.end - t->lex[i].span.start > 1)
        return false;
    for (at = t->atom; at < t->atoms.count && t->atoms.list[at].start < t->lex[i].span.start;)
        at++;
    return at < t->atoms.count && cue_match(&t->atoms, at, &covered) && covered > 2 &&
           t->atoms.list[at + covered - 1].end > unit_end;
}

/* "21 units of alcohol per week": an arbitrary unit whose word begins the name of a quantity. */
static bool longer_name(tagger *t, size_t i, const char *ucum, size_t unit_end)
{
    lexicon_hit hit;
    size_t at = t->atom;

    if (*ucum != '[' || i >= t->count)
        return false;
    while (at < t->atoms.count && t->atoms.list[at].start < t->lex[i].span.start)
        at++;
    return at < t->atoms.count && lexicon_match(t->lx, &t->atoms, at, &hit) && hit.quantity &&
           hit.span.end > unit_end;
}

static bool single_digit(const tagger *t, size_t i)
{
    return i < t->count && t->lex[i].kind == LEX_NUMBER &&
           t->lex[i].span.end - t->lex[i].span.start == 1;
}

/* "0/1/2": the number at i is one of three classes or more, and no half of a pair. The first and
 * the second are told by what follows, the others are behind no pair. */
static bool one_of_classes(const tagger *t, size_t i)
{
    bool before = i >= 2 && t->lex[i - 1].kind == LEX_SLASH && single_digit(t, i - 2);
    bool after = i + 2 < t->count && t->lex[i + 1].kind == LEX_SLASH && single_digit(t, i + 2);

    return single_digit(t, i) && after &&
           (before ||
            (i + 4 < t->count && t->lex[i + 3].kind == LEX_SLASH && single_digit(t, i + 4)));
}

/* A number as it is tagged: the part, where its text ends, and the lexeme that follows. */
typedef struct numbered {
    tagger *t;
    part_list *out;
    const lexeme *x; /* its first lexeme */
    part *p;
    size_t next, end;
} numbered;

static bool word_follows(const numbered *n)
{
    return n->next < n->t->count && n->t->lex[n->next].kind == LEX_WORD;
}

/* "1,2 or 3", "0,1,2": a list of small whole numbers, not a decimal. */
static bool lists_digits(const numbered *n)
{
    const tagger *t = n->t;
    const char *comma = memchr(t->text + n->x->span.start, ',', n->x->span.end - n->x->span.start);

    return comma == t->text + n->x->span.start + 1 && n->x->span.end - n->x->span.start == 3 &&
           (tag_lexeme_is(t, n->next, "or") || tag_lexeme_is(t, n->next, "and") ||
            (n->next < t->count && t->lex[n->next].kind == LEX_COMMA && tag_adjacent(t, n->next)));
}

/* "1½", "2 ½": the fraction belongs to the whole number before it. */
static void join_fraction(numbered *n)
{
    part_list *out = n->out;
    part *whole = out->count > 1 ? &out->at[out->count - 2] : NULL;

    if (!whole || whole->kind != PART_NUMBER || whole->pair || whole->number < 0 ||
        whole->number != floor(whole->number) || n->x->span.start - whole->span.end > 1)
        return;
    whole->number += n->p->number;
    whole->span.end = n->end;
    out->count--;
    n->p = whole;
}

/* What the number is worth. False: no memory. */
static bool read_value(numbered *n)
{
    tagger *t = n->t;
    size_t s = n->x->span.start;
    const char *at = t->text + s;

    if (n->x->kind == LEX_FRACTION) {
        n->p->number = memcmp(at, "½", 2) == 0 ? 0.5 : memcmp(at, "¼", 2) == 0 ? 0.25 : 0.75;
        join_fraction(n);
        return true;
    }
    n->p->number = number_value(at, n->end - s, n->x->kind == LEX_COMMA_NUMBER);
    if (n->x->kind != LEX_COMMA_NUMBER || !lists_digits(n))
        return true;
    n->p->number = at[0] - '0';
    n->p->span.end = s + 1;
    n->p = tag_add(t, n->out, PART_COMMA, s + 1, s + 2);
    n->p = n->p ? tag_add(t, n->out, PART_NUMBER, s + 2, s + 3) : NULL;
    if (n->p)
        n->p->number = at[2] - '0';
    return n->p;
}

/* The exponent that is printed at byte i, in digits of one kind; where it ends. 0: there is none.
 */
static unsigned exponent_at(const tagger *t, size_t i, size_t *end)
{
    unsigned n = 0;
    size_t used;

    for (*end = i; *end < t->size && isdigit((unsigned char)t->text[*end]) && n < 10; ++*end)
        n = 10 * n + (unsigned)(t->text[*end] - '0');
    if (*end > i)
        return n;
    for (;;) { /* raised digits */
        uint32_t point = *end < t->size ? utf8_decode(t->text + *end, t->size - *end, &used) : 0;
        unsigned digit = point == 0xB9                        ? 1
                         : point == 0xB2 || point == 0xB3     ? point - 0xB0
                         : point >= 0x2074 && point <= 0x2079 ? point - 0x2070
                         : point == 0x2070                    ? 0
                                                              : 10;
        if (digit > 9 || n >= 10)
            return n;
        n = 10 * n + digit;
        *end += used;
    }
}

/* "10^4", "10**4", "10*9/L", and the digit raised: a power of ten that is the number itself. "10E4"
 * is one as well, or ten times it. */
static void read_power(numbered *n)
{
    enum { GREATEST = 14 }; /* no count is larger */
    tagger *t = n->t;
    size_t at = n->end, end;
    bool letter = false;
    unsigned power;

    if (n->x->kind != LEX_NUMBER || n->p->number != 10 || n->end - n->x->span.start != 2 ||
        at >= t->size)
        return;
    if (t->text[at] == '^')
        at++;
    else if (t->text[at] == '*')
        at += at + 1 < t->size && t->text[at + 1] == '*' ? 2 : 1;
    else if (t->text[at] == 'E' || t->text[at] == 'e') {
        letter = true;
        at++;
    } else if (isdigit((unsigned char)t->text[at]))
        return;
    power = exponent_at(t, at, &end);
    if (power == 0 || power > GREATEST || (end < t->size && isalpha((unsigned char)t->text[end])))
        return;
    n->p->number = pow(10, power);
    n->p->span.end = n->end = end;
    n->next = tag_lexeme_from(t, n->next, end);
    if (letter) {
        n->p->otherwise = pow(10, power + 1);
        n->p->damaged = true;
    }
}

/* "105 CFU/mL", "104 copies/mL": nobody counts so exactly; the power may have lost its superscript.
 */
static void doubt_power(numbered *n, const unit_hit *of)
{
    const char *digits = n->t->text + n->x->span.start;

    if (n->x->kind == LEX_NUMBER && !n->p->pair && n->end - n->x->span.start == 3 &&
        memcmp(digits, "10", 2) == 0 && digits[2] >= '3' && digits[2] <= '9' &&
        (strncmp(of->ucum, "[CFU]/", 6) == 0 || strncmp(of->ucum, "{copies}/", 9) == 0)) {
        n->p->otherwise = pow(10, digits[2] - '0');
        n->p->damaged = true;
    }
}

/* The number behind a sign: where it ends, the number goes on. */
static void take_second(numbered *n)
{
    n->p->span.end = n->end = n->t->lex[n->next + 1].span.end;
    n->next += 2;
}

static double second_value(const numbered *n)
{
    const lexeme *y = &n->t->lex[n->next + 1];

    return number_value(n->t->text + y->span.start, y->span.end - y->span.start, false);
}

/* "1 1/2", "2 3/4": a number of halves or quarters behind a whole one, as they are printed? */
static bool halves(const numbered *n, double second)
{
    return (second == 2 || second == 4) && n->end - n->x->span.start == 3 && n->p->number >= 1 &&
           n->p->number < second && n->out->count >= 2 &&
           n->out->at[n->out->count - 2].number == floor(n->out->at[n->out->count - 2].number) &&
           n->out->at[n->out->count - 2].span.end + 1 == n->x->span.start;
}

/* 140/90, 20/40, 16 0/7, 26 / 30: two numbers of one kind. */
static void read_pair(numbered *n, size_t i)
{
    const tagger *t = n->t;
    part_list *out = n->out;
    size_t next = n->next;
    double second;

    if (next + 1 >= t->count || t->lex[next].kind != LEX_SLASH ||
        t->lex[next + 1].kind != LEX_NUMBER ||
        !(tag_adjacent(t, next) || !tag_adjacent(t, next + 1) ||
          t->lex[next + 1].span.start - n->end <= 3))
        return;
    second = second_value(n);
    if (second == 1.73 || one_of_classes(t, i)) /* "1.73" after "/" belongs to a unit */
        return;
    n->p->pair = true;
    n->p->second = second;
    take_second(n);
    /* weeks and days: "16 0/7", "36+6/7"; "1 1/2 years" */
    if ((second == 7 || halves(n, second)) && out->count >= 2 &&
        out->at[out->count - 2].kind == PART_NUMBER && !out->at[out->count - 2].pair) {
        part *whole = &out->at[out->count - 2];

        whole->number += n->p->number / second;
        whole->span.end = n->end;
        out->count--;
        n->p = whole;
    }
}

static bool colon_follows(const numbered *n)
{
    return n->next + 1 < n->t->count && n->t->lex[n->next].kind == LEX_COLON &&
           tag_adjacent(n->t, n->next) && tag_adjacent(n->t, n->next + 1);
}

/* "22:00": a time of the day. */
static bool read_time_of_day(numbered *n, size_t i)
{
    const tagger *t = n->t;

    if (!colon_follows(n) || !digits_only(t, i, 1, 2) || !digits_only(t, n->next + 1, 2, 2) ||
        n->p->number < 2 || n->p->number > 24 || t->text[t->lex[n->next + 1].span.start] >= '6')
        return false;
    n->p->kind = PART_WORD;
    n->p->number = 0;
    take_second(n);
    return true;
}

/* "1.5:1", "1:80": a ratio, a dilution. */
static void read_ratio(numbered *n)
{
    double second;

    if (n->p->pair || !colon_follows(n) || n->t->lex[n->next + 1].kind != LEX_NUMBER)
        return;
    second = second_value(n);
    if (n->p->number == 1)
        n->p->number = second;
    else if (second != 1) {
        n->p->pair = true;
        n->p->second = second;
    }
    take_second(n);
}

/* "3 (three) months": the word says it again. */
static void read_again(numbered *n)
{
    const tagger *t = n->t;
    size_t next = n->next, close, from, covered;
    atoms words;
    const cue *c;

    if (next + 2 >= t->count || t->lex[next].kind != LEX_OPEN ||
        t->lex[next + 1].kind != LEX_WORD || t->closes[next] <= next + 1 ||
        t->closes[next] > next + 3)
        return;
    close = t->closes[next];
    from = t->lex[next + 1].span.start;
    words = lexicon_cut(t->lx, t->text + from, t->lex[close].span.start - from, t->arena);
    c = words.count ? cue_match(&words, 0, &covered) : NULL;
    if (c && c->class == CUE_NUMBER && covered == words.count &&
        strtod(c->value, NULL) == n->p->number) {
        n->p->span.end = n->end = t->lex[close].span.end;
        n->next = close + 1;
    }
}

/* A letter behind a stage: 2b, 3A. */
static bool read_stage(numbered *n)
{
    eligo_span letter = word_follows(n) ? n->t->lex[n->next].span : (eligo_span){0, 0};
    char c = n->t->text[letter.start];

    if (letter.end - letter.start != 1 || !tag_adjacent(n->t, n->next) || !strchr("abcABC", c) ||
        n->p->number >= 6)
        return false;
    n->p->kind = PART_ORDINAL;
    n->p->number += (tolower((unsigned char)c) - 'a' + 1) * 0.2;
    n->p->span.end = letter.end;
    n->next++;
    return true;
}

/* The unit that begins at byte `at`, taken. */
static void take_unit(numbered *n, const unit_hit *hit, size_t at)
{
    tag_unit(n->t, n->out, hit, at);
    n->next = tag_lexeme_from(n->t, n->next, at + hit->size);
}

/* "18th", "7th". */
static bool read_ordinal(numbered *n)
{
    tagger *t = n->t;
    unit_hit hit;

    if (!word_follows(n) || !tag_adjacent(t, n->next) ||
        !(tag_lexeme_is(t, n->next, "th") || tag_lexeme_is(t, n->next, "st") ||
          tag_lexeme_is(t, n->next, "nd") || tag_lexeme_is(t, n->next, "rd")))
        return false;
    n->end = n->p->span.end = t->lex[n->next].span.end;
    n->next++;
    if (unit_match(t->text + n->end, t->size - n->end, NULL, &hit) && hit.size && !hit.of_time)
        take_unit(n, &hit, n->end); /* "85th percentile" */
    else if (!counts_on(t, n->next)) {
        n->p->kind = PART_WORD; /* "8th edition", "2nd line": the name of one of several */
        n->p->number = 0;
    }
    return true;
}

/* The unit behind it, or behind what stands between. */
static void read_unit(numbered *n)
{
    tagger *t = n->t;
    size_t next = n->next, at, open;
    unit_hit hit;

    if (unit_match(t->text + n->end, t->size - n->end, quantity_before(n->out), &hit) && hit.size &&
        !longer_cue(t, next, n->end + hit.size) &&
        !longer_name(t, next, hit.ucum, n->end + hit.size)) {
        if (n->x->kind == LEX_NUMBER && !n->p->pair && point_of_thousands(t, n->x->span, &hit)) {
            n->p->number *= 1000;
            n->p->damaged = true;
        }
        doubt_power(n, &hit);
        take_unit(n, &hit, n->end);
        return;
    }
    if (next >= t->count)
        return;
    at = t->lex[next].span.end;
    /* "18 (years)", "16-24) weeks" */
    open = t->lex[next].kind == LEX_CLOSE && t->opens ? t->opens[next] : 0;
    /* "14 consecutive days" */
    if (((open && tag_bare_bracket(t, open - 1, next)) || tag_lexeme_is(t, next, "consecutive") ||
         tag_lexeme_is(t, next, "calendar")) &&
        unit_match(t->text + at, t->size - at, NULL, &hit) && hit.of_time)
        take_unit(n, &hit, at);
}

size_t tag_number(tagger *t, part_list *out, size_t i)
{
    numbered n = {.t = t, .out = out, .x = &t->lex[i], .next = groups_end(t, out, i)};

    n.end = t->lex[n.next - 1].span.end;
    n.p = tag_add(t, out, PART_NUMBER, n.x->span.start, n.end);
    if (!n.p || !read_value(&n))
        return t->count;
    read_power(&n);
    read_pair(&n, i);
    if (read_time_of_day(&n, i))
        return n.next;
    read_ratio(&n);
    read_again(&n);
    if (!read_stage(&n) && !read_ordinal(&n))
        read_unit(&n);
    return n.next;
}

/* Greek and Cyrillic letters that look like those of roman numerals, and "l" for "I", as what they
 * look like. The new size; 0: something else stands in it. */
static size_t plain_roman(const char *text, size_t size, char out[8])
{
    size_t n = 0;

    for (size_t i = 0, used; i < size; i += used) {
        uint32_t point = utf8_decode(text + i, size - i, &used);

        if (n == 7 || used == 0)
            return 0;
        switch (point) {
        case 0x399:
        case 0x406:
        case 0x4C0:
        case 'l': out[n++] = 'I'; break;
        case 0x3A7:
        case 0x425: out[n++] = 'X'; break;
        case 0x474: out[n++] = 'V'; break;
        default:
            if (point >= 0x80)
                return 0;
            out[n++] = (char)point;
        }
    }
    out[n] = 0;
    return n;
}

part *tag_stage(tagger *t, part_list *out, eligo_span s)
{
    const part *before = NULL;
    size_t n = out->count, size = s.end - s.start, roman_size;
    double value;
    bool scale, listed;
    char roman[8];
    part *p;

    if (!tag_may_be_stage(t->text, s))
        return NULL;
    roman_size = size <= 10 ? plain_roman(t->text + s.start, size, roman) : 0;
    if (roman_size == 0 || roman_size > 5)
        return NULL;
    while (n > 0 &&
           (out->at[n - 1].kind == PART_OF || out->at[n - 1].kind == PART_FILL ||
            out->at[n - 1].kind == PART_AGEWORD) &&
           out->count - n < 2)
        n--;
    if (n == 0)
        return NULL;
    before = &out->at[n - 1];
    if (before->kind == PART_BRACKET && n > 1)
        before = &out->at[n - 2];
    scale = (before->kind == PART_THING && before->hit.quantity) ||
            (before->kind == PART_WORD && (before->roles & ROLE_SCALE)) || before->kind == PART_CMP;
    listed = before->kind == PART_ORDINAL ||
             ((before->kind == PART_DASH || before->kind == PART_OR || before->kind == PART_AND ||
               before->kind == PART_COMMA || before->kind == PART_SLASH ||
               before->kind == PART_TOWORD || before->kind == PART_ANDOR) &&
              n > 1 &&
              (out->at[n - 2].kind == PART_ORDINAL || (out->at[n - 2].kind == PART_COMMA && n > 2 &&
                                                       out->at[n - 3].kind == PART_ORDINAL)));
    if (!scale && !listed)
        return NULL;
    if (roman_value(roman, roman_size, &value) &&
        (roman_size > 1 || isupper((unsigned char)roman[0]) || listed ||
         (before->kind == PART_THING && before->hit.quantity &&
          before->hit.quantity->category == CATEGORY_SCORE))) {
        p = tag_add(t, out, PART_ORDINAL, s.start, s.end);
        if (p)
            p->number = value;
        return p;
    }
    if (size == 1 && t->text[s.start] >= 'A' && t->text[s.start] <= 'E' &&
        (listed || before->kind == PART_CMP || before->kind == PART_WORD ||
         (before->hit.quantity &&
          (before->hit.quantity->grades || before->hit.quantity->flags & CONCEPT_STAGES)))) {
        p = tag_add(t, out, PART_ORDINAL, s.start, s.end);
        if (p)
            p->number = t->text[s.start] - 'A' + 1;
        return p;
    }
    return NULL;
}

part *tag_class_and_score(tagger *t, part_list *out, eligo_span s)
{
    const concept *k = NULL;
    const char *text = t->text + s.start;
    size_t size = s.end - s.start;
    double score;
    part *p;

    if (size < 2 || size > 3 || !isupper((unsigned char)*text) ||
        !isdigit((unsigned char)text[1]) || !isdigit((unsigned char)text[size - 1]) ||
        !(k = quantity_before(out)))
        return NULL;
    /* "fibrosis stage F2 or F3" */
    if (size == 2 && *text == 'F' && text[1] <= '4' && is_landmark(k, LANDMARK_FIBROSIS_STAGE)) {
        if ((p = tag_add(t, out, PART_NUMBER, s.start, s.end)))
            p->number = text[1] - '0';
        return p;
    }
    if (!k->grades)
        return NULL;
    score = decimal_value(text + 1, size - 1);
    for (const concept_grade *g = k->grades; g->name; g++)
        if (g->name[0] == *text && !g->name[1] && score >= g->low && score <= g->high) {
            p = tag_add(t, out, PART_NUMBER, s.start, s.end);
            if (p)
                p->number = score;
            return p;
        }
    return NULL;
}

bool tag_range_goes_on(const tagger *t, size_t i, size_t to)
{
    double value;
    eligo_span last, s;

    if (i == 0 || i + 1 >= to)
        return false;
    last = t->lex[i - 1].span;
    if (t->lex[i - 1].kind != LEX_NUMBER && t->lex[i - 1].kind != LEX_ROMAN &&
        !isdigit((unsigned char)t->text[last.start]) &&
        !(tag_all_capitals(t->text, last) &&
          roman_value(t->text + last.start, last.end - last.start, &value)))
        return false;
    if (t->lex[i].kind != LEX_DASH && t->lex[i].kind != LEX_SLASH && t->lex[i].kind != LEX_COMMA &&
        !tag_lexeme_is(t, i, "to") && !tag_lexeme_is(t, i, "or") && !tag_lexeme_is(t, i, "and") &&
        !tag_lexeme_is(t, i, "through"))
        return false;
    s = t->lex[i + 1].span;
    return t->lex[i + 1].kind == LEX_NUMBER || t->lex[i + 1].kind == LEX_ROMAN ||
           (tag_all_capitals(t->text, s) &&
            roman_value(t->text + s.start, s.end - s.start, &value));
}

/* ---- digits that stick to a word ---- */

/* Is "BMI30" the name of a quantity and its number, and no name of its own? */
static bool names_quantity(tagger *t, eligo_span s, size_t letters)
{
    atoms name;
    lexicon_hit hit;

    while (t->atom < t->atoms.count && t->atoms.list[t->atom].start < s.start)
        t->atom++;
    if (letters < 3 || t->atom >= t->atoms.count ||
        (lexicon_match(t->lx, &t->atoms, t->atom, &hit) && hit.span.end >= s.end))
        return false;
    name = lexicon_cut(t->lx, t->text + s.start, letters, t->arena);
    return name.count && lexicon_match(t->lx, &name, 0, &hit) && hit.atoms == name.count &&
           hit.quantity;
}

static size_t glued_letters(tagger *t, eligo_span s)
{
    size_t n = 0, size = s.end - s.start;

    if (!isdigit((unsigned char)t->text[s.end - 1]))
        return 0;
    while (n < size && isalpha((unsigned char)t->text[s.start + n]))
        n++;
    if (n < 2 || n == size)
        return 0;
    for (size_t i = n; i < size; i++)
        if (!isdigit((unsigned char)t->text[s.start + i]))
            return 0;
    if ((roles_of(t->text + s.start, n) & ROLE_GLUED) &&
        !(n == 2 && tag_all_capitals(t->text, (eligo_span){s.start, s.start + n})))
        return n;
    return names_quantity(t, s, n) ? n : 0;
}

/* "xULN" of "3xULN". */
static bool multiple_of_limit(tagger *t, eligo_span s)
{
    atoms rest;
    size_t covered;
    const cue *c;

    if (s.end - s.start < 3 || (t->text[s.start] | 32) != 'x')
        return false;
    rest = lexicon_cut(t->lx, t->text + s.start + 1, s.end - s.start - 1, t->arena);
    c = rest.count ? cue_match(&rest, 0, &covered) : NULL;
    return c && c->class == CUE_ULN && covered == rest.count;
}

/* Nearly every word is told by its ends. */
static bool may_be_unglued(const char *text, eligo_span s)
{
    char last = text[s.end - 1];

    return (last >= '0' && last <= '9') || (text[s.start] | 32) == 'x';
}

bool tag_unglue(tagger *t, lexeme **lex)
{
    lexeme *out = NULL;
    size_t n = 0;

    for (size_t i = 0; i < t->count; i++) {
        const lexeme *x = &(*lex)[i];
        bool word = x->kind == LEX_WORD && may_be_unglued(t->text, x->span);
        bool multiple = word && multiple_of_limit(t, x->span);
        size_t letters = multiple ? 1 : word ? glued_letters(t, x->span) : 0;

        if (letters && !out) {
            out = arena_array(t->arena, 2 * t->count + 2, sizeof *out);
            if (!out)
                return false;
            memcpy(out, *lex, i * sizeof *out);
            n = i;
        }
        if (!out)
            continue;
        out[n++] = *x;
        if (!letters)
            continue;
        out[n - 1].span.end = x->span.start + letters;
        if (multiple) {
            out[n - 1].kind = LEX_TIMES;
            out[n++] = (lexeme){LEX_WORD, {x->span.start + 1, x->span.end}};
            continue;
        }
        out[n++] = (lexeme){LEX_NUMBER, {x->span.start + letters, x->span.end}};
        /* "than18.5" */
        if (i + 1 < t->count && (*lex)[i + 1].kind == LEX_NUMBER &&
            (*lex)[i + 1].span.start == x->span.end && t->text[x->span.end] == '.')
            out[n - 1].span.end = (*lex)[++i].span.end;
    }
    t->atom = 0;
    if (!out)
        return true;
    out[n] = (*lex)[t->count];
    *lex = out;
    t->count = n;
    return true;
}

/* ---- digits that are part of a name ---- */

/* Does a unit stand behind the number at lexeme i? */
static bool measured(const tagger *t, size_t i)
{
    unit_hit hit;
    size_t end = t->lex[i].span.end;

    return unit_match(t->text + end, t->size - end, NULL, &hit) && hit.size;
}

static bool code_word(const tagger *t, eligo_span s)
{
    size_t capitals = 0, digits = 0;

    for (size_t i = s.start; i < s.end; i++) {
        capitals += isupper((unsigned char)t->text[i]) != 0;
        digits += isdigit((unsigned char)t->text[i]) != 0;
    }
    return capitals && (digits || (capitals >= 2 && tag_all_capitals(t->text, s)));
}

/* "-5", "-1M2" without a blank: how far a name goes on from lexeme i. */
static size_t name_end(const tagger *t, size_t i, size_t to)
{
    while (i < to && tag_adjacent(t, i)) {
        if (t->lex[i].kind == LEX_DASH && i + 1 < to && tag_adjacent(t, i + 1) &&
            (t->lex[i + 1].kind == LEX_NUMBER ||
             (t->lex[i + 1].kind == LEX_WORD && code_word(t, t->lex[i + 1].span))))
            i += 2;
        else if (t->lex[i].kind == LEX_WORD && t->lex[i - 1].kind == LEX_NUMBER)
            i++;
        else
            break;
    }
    return i;
}

size_t tag_numbered(tagger *t, part_list *out, size_t i, size_t to)
{
    part *p = out->count ? &out->at[out->count - 1] : NULL;
    size_t at = i, end;

    if (!p || (p->kind != PART_WORD && p->kind != PART_ANCHOR && p->kind != PART_THING))
        return i;
    /* "DSM-5", "PC-PTSD-5", "T1-4": a code of capitals and digits */
    if (t->lex[i].kind == LEX_DASH && i + 1 < to && p->span.end == t->lex[i].span.start &&
        t->lex[i + 1].kind == LEX_NUMBER && tag_adjacent(t, i + 1) && code_word(t, p->span) &&
        p->kind != PART_ANCHOR && !(p->kind == PART_THING && p->hit.quantity) &&
        !measured(t, i + 1)) {
        end = name_end(t, i, to);
        p->kind = PART_WORD;
        p->hit = (lexicon_hit){0};
        p->roles = 0;
        p->span.end = t->lex[end - 1].span.end;
        return end;
    }
    /* "v5.0" */
    if (t->lex[i].kind == LEX_NUMBER && p->kind == PART_WORD &&
        p->span.end == t->lex[i].span.start && t->text[t->lex[i].span.start] == '.' &&
        isdigit((unsigned char)t->text[p->span.end - 1])) {
        p->span.end = t->lex[i].span.end;
        return i + 1;
    }
    if (!(p->roles & ROLE_NUMBERED) || p->kind == PART_THING)
        return i;
    /* "visit 2", "question #9", "weeks 2, 4 and 8" */
    while (at < to && t->lex[at].kind == LEX_SIGN)
        at++;
    if (at >= to || t->lex[at].kind != LEX_NUMBER || measured(t, at) ||
        t->lex[at].span.start - p->span.end > 3)
        return i;
    end = name_end(t, at + 1, to);
    while (end + 1 < to &&
           (t->lex[end].kind == LEX_COMMA || t->lex[end].kind == LEX_DASH ||
            t->lex[end].kind == LEX_SLASH || t->lex[end].kind == LEX_AMPERSAND ||
            tag_lexeme_is(t, end, "and") || tag_lexeme_is(t, end, "or") ||
            tag_lexeme_is(t, end, "to") || tag_lexeme_is(t, end, "through")) &&
           t->lex[end + 1].kind == LEX_NUMBER && !measured(t, end + 1))
        end = name_end(t, end + 2, to);
    p->kind = PART_WORD;
    p->roles = 0;
    p->span.end = t->lex[end - 1].span.end;
    return end;
}

size_t tag_sum(tagger *t, part_list *out, size_t i, size_t to)
{
    part *p = out->count ? &out->at[out->count - 1] : NULL;
    double days;
    bool weeks = false;

    if (!p || p->kind != PART_NUMBER || p->pair || i + 1 >= to || !tag_adjacent(t, i) ||
        !tag_adjacent(t, i + 1) || !digits_only(t, i + 1, 1, 2))
        return i;
    days = number_value(t->text + t->lex[i + 1].span.start,
                        t->lex[i + 1].span.end - t->lex[i + 1].span.start, false);
    if (i + 2 < to && t->lex[i + 2].kind == LEX_SLASH)
        return i; /* "36+6/7" */
    for (size_t k = i + 2; k < to && k < i + 9 && !weeks; k++)
        weeks = tag_lexeme_is(t, k, "weeks") || tag_lexeme_is(t, k, "week") ||
                tag_lexeme_is(t, k, "wks") || tag_lexeme_is(t, k, "w");
    if (weeks && days < 7 && p->number >= 4 && p->number < 46) {
        unit_hit hit;
        size_t end = t->lex[i + 1].span.end;

        p->number += days / 7;
        p->span.end = end;
        if (unit_match(t->text + end, t->size - end, NULL, &hit) && hit.of_time) {
            tag_unit(t, out, &hit, end);
            return tag_lexeme_from(t, i + 2, end + hit.size);
        }
        return i + 2;
    }
    p->kind = PART_WORD; /* no sum that anybody would bound anything by */
    p->number = 0;
    p->span.end = t->lex[i + 1].span.end;
    return i + 2;
}

size_t tag_number_word(tagger *t, part *p, size_t next, size_t to)
{
    static const char *const ones[] = {"one", "two",   "three", "four", "five",
                                       "six", "seven", "eight", "nine"};
    bool dash = next + 1 < to && t->lex[next].kind == LEX_DASH && tag_adjacent(t, next) &&
                tag_adjacent(t, next + 1);
    size_t word = dash ? next + 1 : next;
    unit_hit hit;

    if (word >= to || t->lex[word].kind != LEX_WORD)
        return next;
    /* "twenty-five", "thirty five" */
    if (p->number >= 20 && p->number <= 90 && (int)p->number % 10 == 0)
        for (size_t i = 0; i < sizeof ones / sizeof *ones; i++)
            if (tag_lexeme_is(t, word, ones[i])) {
                p->number += (double)i + 1;
                p->span.end = t->lex[word].span.end;
                return word + 1;
            }
    if (!dash || tag_lexeme_is(t, word, "fold") || tag_lexeme_is(t, word, "times") ||
        tag_lexeme_is(t, word, "to") || tag_lexeme_is(t, word, "and") ||
        tag_lexeme_is(t, word, "or") ||
        (unit_match(t->text + p->span.end, t->size - p->span.end, NULL, &hit) && hit.of_time))
        return next;
    /* "one-lung ventilation", "three-vessel disease" */
    p->kind = PART_WORD;
    p->word_number = false;
    p->span.end = t->lex[word].span.end;
    return word + 1;
}

bool tag_citation(const tagger *t, const part_list *out, size_t open, size_t close)
{
    const part *p = out->count ? &out->at[out->count - 1] : NULL;
    bool range = false;
    unit_hit hit;
    size_t at = t->lex[close].span.end;

    if (t->text[t->lex[open].span.start] != '[' || !p)
        return false;
    for (size_t i = open + 1; i < close; i++) {
        eligo_span s = t->lex[i].span;

        range = range || t->lex[i].kind == LEX_DASH;
        if (t->lex[i].kind == LEX_NUMBER
                ? s.end - s.start > 3
                : t->lex[i].kind != LEX_COMMA && t->lex[i].kind != LEX_COMMA_NUMBER &&
                      t->lex[i].kind != LEX_DASH)
            return false;
    }
    if (close == open + 1 || (unit_match(t->text + at, t->size - at, NULL, &hit) && hit.size))
        return false;
    switch (p->kind) {
    case PART_WORD:
    case PART_QUAL:
    case PART_FILL:
    case PART_PERSON:
    case PART_BRACKET:
    case PART_DATE:
    case PART_PERIOD: return true;
    case PART_THING: return !p->hit.quantity || !range;
    default: return false;
    }
}

/* ---- calendar dates ---- */

static bool month_name(const tagger *t, size_t i, size_t to)
{
    static const char *const months[] = {
        "January",   "February", "March",    "April",    "May",  "June", "July", "August",
        "September", "October",  "November", "December", "Jan",  "Feb",  "Mar",  "Apr",
        "Jun",       "Jul",      "Aug",      "Sep",      "Sept", "Oct",  "Nov",  "Dec"};
    eligo_span s;

    if (i >= to || t->lex[i].kind != LEX_WORD)
        return false;
    s = t->lex[i].span;
    if (s.end - s.start < 3 || s.end - s.start > 9 || !strchr("JFMASOND", t->text[s.start]))
        return false;
    for (size_t k = 0; k < sizeof months / sizeof *months; k++)
        if (months[k][0] == t->text[s.start] && strlen(months[k]) == s.end - s.start &&
            memcmp(months[k], t->text + s.start, s.end - s.start) == 0)
            return true;
    return false;
}

static double whole(const tagger *t, size_t i, size_t to, size_t least, size_t most)
{
    return i < to && digits_only(t, i, least, most)
               ? number_value(t->text + t->lex[i].span.start,
                              t->lex[i].span.end - t->lex[i].span.start, false)
               : -1;
}

static bool a_year(const tagger *t, size_t i, size_t to)
{
    double year = whole(t, i, to, 4, 4);

    return year >= 1950 && year < 2050 && !measured(t, i);
}

/* "2", "2nd": a day of the month; the lexeme behind it, i: none. */
static size_t day_of_month(const tagger *t, size_t i, size_t to)
{
    double d = whole(t, i, to, 1, 2);

    if (d < 1 || d > 31)
        return i;
    i++;
    if (i < to && tag_adjacent(t, i) &&
        (tag_lexeme_is(t, i, "st") || tag_lexeme_is(t, i, "nd") || tag_lexeme_is(t, i, "rd") ||
         tag_lexeme_is(t, i, "th")))
        i++;
    return i;
}

static bool before_a_year(const tagger *t, size_t i)
{
    static const char *const words[] = {"in",    "since", "from", "between", "before",
                                        "after", "until", "till", "during",  "by",
                                        "year",  "of",    "and",  "to"};

    for (size_t k = 0; i > 0 && k < sizeof words / sizeof *words; k++)
        if (tag_lexeme_is(t, i - 1, words[k]))
            return k < 11 || (k > 11 && i > 1 && a_year(t, i - 2, t->count));
    return i > 1 && t->lex[i - 1].kind == LEX_DASH && a_year(t, i - 2, t->count);
}

size_t tag_date(const tagger *t, size_t i, size_t to)
{
    size_t behind, next;

    if (month_name(t, i, to)) { /* "October 1, 2018", "Jan 2015" */
        next = i + 1;
        if (next < to && t->lex[next].kind == LEX_PERIOD && tag_adjacent(t, next))
            next++;
        behind = day_of_month(t, next, to);
        if (behind > next && !measured(t, behind - 1)) {
            if (behind + 1 < to && t->lex[behind].kind == LEX_COMMA && a_year(t, behind + 1, to))
                return behind + 2;
            return a_year(t, behind, to) ? behind + 1 : behind;
        }
        if (next + 1 < to && t->lex[next].kind == LEX_COMMA && a_year(t, next + 1, to))
            return next + 2;
        return a_year(t, next, to) ? next + 1 : i;
    }
    if (t->lex[i].kind != LEX_NUMBER)
        return i;
    behind = day_of_month(t, i, to);
    if (behind > i) { /* "1 October 2018", "1st of October" */
        next = tag_lexeme_is(t, behind, "of") ? behind + 1 : behind;
        if (month_name(t, next, to)) {
            next++;
            if (next < to && t->lex[next].kind == LEX_COMMA && a_year(t, next + 1, to))
                next++;
            return a_year(t, next, to) ? next + 1 : next;
        }
        /* "1/10/2018", "01-10-2018" */
        if (behind == i + 1 && behind + 3 < to &&
            (t->lex[behind].kind == LEX_SLASH || t->lex[behind].kind == LEX_DASH) &&
            t->lex[behind + 2].kind == t->lex[behind].kind && whole(t, behind + 1, to, 1, 2) >= 1 &&
            a_year(t, behind + 3, to) && tag_adjacent(t, behind + 1) && tag_adjacent(t, behind + 3))
            return behind + 4;
    }
    /* "2018-10-01" */
    if (i + 4 < to && a_year(t, i, to) && t->lex[i + 1].kind == LEX_DASH &&
        t->lex[i + 3].kind == LEX_DASH && tag_adjacent(t, i + 1) && tag_adjacent(t, i + 4) &&
        whole(t, i + 2, to, 2, 2) >= 1 && whole(t, i + 4, to, 2, 2) >= 1)
        return i + 5;
    /* "02.02.2015" */
    if (i + 1 < to && t->lex[i + 1].kind == LEX_NUMBER && tag_adjacent(t, i + 1) &&
        t->text[t->lex[i + 1].span.start] == '.' &&
        t->lex[i + 1].span.end - t->lex[i + 1].span.start == 5 &&
        memchr(t->text + t->lex[i].span.start, '.', t->lex[i].span.end - t->lex[i].span.start))
        return i + 2;
    return a_year(t, i, to) && before_a_year(t, i) ? i + 1 : i;
}
