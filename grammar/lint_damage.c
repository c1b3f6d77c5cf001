/* Findings on characters, blanks and line ends that were lost on the way: what a reader must put
 * together again before there is a criterion. */
#include "grammar/lint_piece.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

static bool digit(const lint_text *t, size_t i)
{
    return i < t->size && isdigit((unsigned char)t->text[i]);
}

static unsigned char byte_at(const lint_text *t, size_t i)
{
    return i < t->size ? (unsigned char)t->text[i] : 0;
}

static finding *damage(const piece *p, eligo_span s, const char *suggestion, const char *what)
{
    return finding_add(p->out, "damaged-notation", s, suggestion, "\"%s\": %s", piece_words(p, s),
                       what);
}

/* ---- characters ---- */

/* What stands for a character that could not be shown (U+FFFD, the private areas of symbol fonts),
 * and what UTF-8 looks like when it was read as Latin-1: a letter of C3 82, C3 83, C3 A2, C3 8E, C3
 * 8F, C3 AF with another high character right behind it, as no word has them. How many bytes; 0:
 * nothing is wrong. */
static size_t lost_character(const lint_text *t, size_t i)
{
    unsigned char a = byte_at(t, i), b = byte_at(t, i + 1), c = byte_at(t, i + 2);

    if (a == 0xEF && b == 0xBF && c == 0xBD)
        return 3;
    if ((a == 0xEE && b >= 0x80) || (a == 0xEF && b >= 0x80 && b <= 0xA3))
        return 3;
    if (a == 0xC2 && b == 0xBF)
        return 2; /* an inverted question mark */
    if (a == 0xC3 && (b == 0x82 || b == 0x83 || b == 0xA2 || b == 0x8E || b == 0x8F || b == 0xAF) &&
        c >= 0xC2) {
        size_t used = 0;

        utf8_decode(t->text + i + 2, t->size - i - 2, &used);
        return 2 + used;
    }
    /* signs of a Chinese code page: "\xA1\xDD" was a sign of comparison */
    if (a == 0xC2 && (b == 0xA1 || b == 0xA6) && c == 0xC3 && byte_at(t, i + 3) >= 0x80 &&
        !isalpha(byte_at(t, i + 4)))
        return 4;
    /* such a letter by itself */
    if (a == 0xC3 && (b == 0x82 || b == 0x83 || b == 0xA2 || b == 0xAF) && !isalpha(c) &&
        (i == 0 || (byte_at(t, i - 1) < 0x80 && !isalpha(byte_at(t, i - 1)))))
        return 2;
    return 0;
}

/* A question mark, or a line, where a sign stood: "? 18 years", "(?65", "18?65". */
static size_t lost_sign(const lint_text *t, size_t i)
{
    unsigned char before = i > 0 ? byte_at(t, i - 1) : ' ';

    if (byte_at(t, i) == '_' && before == ' ' && byte_at(t, i + 1) == ' ' && digit(t, i + 2))
        return 3; /* "haemoglobin _ 10 g/dL" */
    if (byte_at(t, i) != '?')
        return 0;
    if (digit(t, i + 1) && !isalpha(before))
        return 2;
    return byte_at(t, i + 1) == ' ' && digit(t, i + 2) && (i == 0 || before == ' ' || before == '(')
               ? 3
               : 0;
}

/* A word of the list between two numbers, without blanks: "37and0". */
static size_t joined_numbers(const lint_text *t, size_t i)
{
    static const char *const words[] = {"and", "or", "to"};

    for (size_t k = 0; k < 3 && digit(t, i); k++) {
        size_t size = strlen(words[k]);

        if (i + 1 + size < t->size && text_equal_nocase(t->text + i + 1, size, words[k]) &&
            digit(t, i + 1 + size) && !(i > 0 && isalpha(byte_at(t, i - 1))))
            return size + 2;
    }
    return 0;
}

/* Two signs inside a number: "3.,5". */
static size_t two_points(const lint_text *t, size_t i)
{
    return i > 0 && digit(t, i - 1) && digit(t, i + 2) &&
                   ((byte_at(t, i) == '.' && byte_at(t, i + 1) == ',') ||
                    (byte_at(t, i) == ',' && byte_at(t, i + 1) == '.'))
               ? 2
               : 0;
}

/* Signs of comparison that deny each other, or one that stands twice: "> <", "<>", "> > 2". */
static size_t colliding_signs(const lint_text *t, size_t i)
{
    size_t k = i + 1;

    if (byte_at(t, i) != '<' && byte_at(t, i) != '>')
        return 0;
    /* ">/ 70": a sign of which the half is left */
    if (byte_at(t, k) == '/' && (digit(t, k + 1) || (byte_at(t, k + 1) == ' ' && digit(t, k + 2))))
        return 2;
    while (byte_at(t, k) == ' ' || byte_at(t, k) == '=')
        k++;
    return (byte_at(t, k) == '<' || byte_at(t, k) == '>') &&
                   (byte_at(t, k) != byte_at(t, i) || k > i + 1) &&
                   (digit(t, k + 1) || byte_at(t, k + 1) == ' ')
               ? k + 1 - i
               : 0;
}

/* "< %80": the sign stands before its number. */
static size_t sign_before(const lint_text *t, size_t i)
{
    return byte_at(t, i) == '%' && digit(t, i + 1) && !(i > 0 && isalnum(byte_at(t, i - 1))) ? 2
                                                                                             : 0;
}

/* Where lint_characters() has something to look at: digits, signs of comparison, question marks,
 * what is not ASCII; and signs inside numbers. */
static bool worth_a_look(char c)
{
    return (signed char)c < 0 || (c >= '0' && c <= '9') || c == '?' || c == '%' || c == '_' ||
           c == '<' || c == '>' || c == '.' || c == ',';
}

/* None of the former among eight of them, but for signs that stand beside no digit. */
static bool none_worth_a_look(uint64_t x)
{
    return !((x & TEXT_EACH(0x80)) | text_between(x, '0', '?') | text_between(x, '_', '_') |
             text_between(x, '%', '%'));
}

/* The number behind a lost character or sign is lost with it. */
static size_t with_number(const piece *p, size_t end)
{
    size_t at = end, i;

    while (byte_at(p->t, at) == ' ' || byte_at(p->t, at) >= 0x80)
        at++;
    if (!digit(p->t, at) && !digit(p->t, at - 1))
        return end;
    i = piece_mark(p, at + 1);
    return i > 0 && p->at[i - 1].kind == PART_QUANTITY && p->at[i - 1].span.end > at
               ? p->at[i - 1].span.end
               : end;
}

/* "25?35": the number before the sign, too. */
static size_t from_number(const piece *p, size_t start)
{
    while (start > 0 && digit(p->t, start - 1))
        start--;
    return start;
}

static void lint_characters(const piece *p)
{
    const lint_text *t = p->t;

    for (size_t i = 0; i < t->size; i++) {
        size_t n;

        while (i + 8 <= t->size && none_worth_a_look(text_bytes(t->text + i, 8)))
            i += 8;
        if (i == t->size || !worth_a_look(t->text[i]))
            continue;
        if ((n = lost_character(t, i)) != 0)
            damage(p, (eligo_span){i, with_number(p, i + n)}, NULL,
                   "a character was lost on the way");
        else if ((n = lost_sign(t, i)) != 0)
            damage(p, (eligo_span){from_number(p, i), with_number(p, i + n)}, NULL,
                   "a sign was lost in front of the number");
        else if ((n = joined_numbers(t, i)) != 0)
            damage(p, (eligo_span){i, i + n}, NULL, "a sign became a word, or blanks are lost");
        else if ((n = colliding_signs(t, i)) != 0)
            damage(p, (eligo_span){i, i + n}, NULL, "two signs where one was meant");
        else if ((n = sign_before(t, i)) != 0)
            damage(p, (eligo_span){i, with_number(p, i + n)}, NULL,
                   "the sign stands before its number");
        else if ((n = two_points(t, i)) != 0)
            damage(p, (eligo_span){i - 1, i + n + 1}, NULL, "two signs inside a number");
        if (n)
            i += n - 1;
    }
}

/* ---- numbers and units ---- */

static bool power_of_ten(const piece *p, eligo_span s)
{
    const char *w = p->t->text + s.start;
    size_t n = s.end - s.start;

    return n >= 3 && n <= 5 && (w[0] == 'x' || w[0] == 'X') && w[1] == '1' && w[2] == '0' &&
           (n == 3 || isdigit((unsigned char)w[3]));
}

/* "1.0 x 10 9/L": how many marks from the sign of multiplication on say it. */
static size_t parted_power(const piece *p, size_t i)
{
    const part *ten, *power;
    eligo_span sign = p->at[i].span;

    if (i == 0 || i + 1 >= p->count || p->at[i - 1].kind != PART_QUANTITY ||
        !(piece_says(p, sign, "x") || piece_says(p, sign, "*") ||
          piece_says(p, sign, "\xC3\x97")) ||
        p->at[i + 1].kind != PART_QUANTITY)
        return 0;
    ten = p->at[i + 1].part;
    if (ten->low.value == 10 && ten->unit.ucum && ten->unit.ucum[0] == '/')
        return 2; /* "50 x 10/L" */
    if (i + 2 >= p->count || p->at[i + 2].kind != PART_QUANTITY)
        return 0;
    power = p->at[i + 2].part;
    return piece_says(p, p->at[i + 1].span, "10") && !ten->unit.text && power->low.given &&
                   (power->low.value == 3 || power->low.value == 6 || power->low.value == 9 ||
                    power->low.value == 12)
               ? 3
               : 0;
}

/* "100 109/L": the sign of multiplication is gone, too, and the blank reads as one between
 * thousands. */
static bool lost_sign_of_power(const piece *p, const mark *m)
{
    static const char *const powers[] = {"109", "1012", "106", "103"};
    const lint_text *t = p->t;

    for (size_t i = m->span.start + 1; i + 4 < m->span.end; i++)
        for (size_t k = 0; byte_at(t, i) == ' ' && digit(t, i - 1) && k < 4; k++) {
            size_t n = strlen(powers[k]), at = i + 1 + n;

            if (memcmp(t->text + i + 1, powers[k], n) != 0)
                continue;
            while (byte_at(t, at) == ' ')
                at++;
            if (byte_at(t, at) == '/' && at < m->span.end)
                return true;
        }
    return false;
}

/* Cells that are counted in a volume, and a volume for their unit, or a power of ten without one:
 * "> 1500 uL", "100 x 10^9". */
static bool lost_per(const mark *m, const concept *c)
{
    static const char *const volumes[] = {"uL", "mm3", "mL", "L"};
    const char *ucum = m->part->unit.ucum;
    bool volume = false, counted = false;

    for (size_t k = 0; ucum && k < sizeof volumes / sizeof *volumes; k++)
        volume = volume || strcmp(ucum, volumes[k]) == 0;
    volume = volume || (ucum && strncmp(ucum, "10*", 3) == 0 && !strchr(ucum, '/'));
    for (size_t k = 0; volume && c && c->units[k]; k++)
        counted = counted || strncmp(c->units[k], "10*9/L", 6) == 0 ||
                  strcmp(c->units[k], "/uL") == 0 || strcmp(c->units[k], "{cells}/uL") == 0;
    return counted;
}

/* "Age 1865 years": two ages in one number, and the dash between them gone. */
static bool two_ages(const part *q, const concept *c)
{
    bool four = q->low.value >= 1000 && q->low.value <= 9999; /* digits */
    int n = four ? (int)q->low.value : 0;

    return (q->age || is_landmark(c, LANDMARK_AGE)) && q->low.given && q->high.given &&
           q->low.value == q->high.value && four && !q->value_count && n / 100 >= 12 &&
           n % 100 > n / 100 && n % 100 <= 95 && (!q->unit.ucum || strcmp(q->unit.ucum, "a") == 0);
}

/* "105 CFU/mL", "10E5 copies/mL": the power that is mostly meant. */
static unsigned power_meant(const part *q)
{
    double printed = q->low.given ? q->low.value : q->high.value;
    unsigned n = 0;

    for (double x = fmod(printed, 10) == 0 ? printed : q->otherwise; x >= 10; x /= 10)
        n++;
    return n;
}

/* The bound with its unit as it should be printed; NULL where it is not clear. */
static const char *mended(const piece *p, const mark *m)
{
    const rule_unit *u = &m->part->unit;
    size_t from;

    if (!u->ucum || !u->text)
        return NULL;
    for (from = m->span.start; from < m->span.end; from++)
        if (isdigit((unsigned char)p->t->text[from]))
            break;
    if (m->part->otherwise != 0)
        return arena_printf(p->out->arena, "%.*s10^%u %s", (int)(from - m->span.start),
                            p->t->text + m->span.start, power_meant(m->part),
                            unit_printed(u->ucum, (char[64]){0}));
    while (from < m->span.end && (isdigit((unsigned char)p->t->text[from]) ||
                                  p->t->text[from] == '.' || p->t->text[from] == ','))
        from++;
    return arena_printf(p->out->arena, "%.*s %s", (int)(from - m->span.start),
                        p->t->text + m->span.start, unit_printed(u->ucum, (char[64]){0}));
}

/* "100.000/mm3": the point parts the thousands, as the unit shows. */
static bool points_thousands(const lint_text *t, const mark *m)
{
    for (size_t i = m->span.start + 1; i + 3 < m->span.end; i++)
        if (byte_at(t, i) == '.' && digit(t, i - 1) && digit(t, i + 1) && digit(t, i + 2) &&
            digit(t, i + 3) && !digit(t, i + 4))
            return true;
    return false;
}

/* The whole part of the number that begins at a byte. */
static double whole_number(const lint_text *t, size_t i)
{
    double n = 0;

    for (; digit(t, i) && n < 1e9; i++)
        n = 10 * n + (byte_at(t, i) - '0');
    return n;
}

/* "BMI 185-25": the number that is printed first is the larger one. */
static bool runs_backwards(const lint_text *t, const mark *m)
{
    const part *q = m->part;
    size_t i = m->span.start;

    while (i < m->span.end && !digit(t, i))
        i++;
    return q->low.given && q->high.given && q->low.value < q->high.value && !q->pair &&
           !q->value_count && i < m->span.end &&
           (memchr(t->text + i, '-', m->span.end - i) ||
            memmem(t->text + i, m->span.end - i, "\xE2\x80\x93", 3)) &&
           !memchr(t->text + i, ',', m->span.end - i) && whole_number(t, i) == q->high.value;
}

/* "Ages 18 65 years": two ages, and nothing between them. */
static bool parted_ages(const piece *p, size_t i)
{
    const part *a = p->at[i - 1].part, *b = p->at[i].part;

    for (size_t k = p->at[i - 1].span.end; k < p->at[i].span.start; k++)
        if (byte_at(p->t, k) != ' ')
            return false;
    return p->at[i - 1].kind == PART_QUANTITY && a->low.given && a->low.value == a->high.value &&
           b->low.given && b->low.value == b->high.value && !a->unit.text && !a->period &&
           (b->age || b->period == 'a') && a->low.value >= 1 && a->low.value < b->low.value &&
           b->low.value <= 110 && !(a->value && *a->value) && !(b->value && *b->value);
}

static bool is_negative(const part *q)
{
    return (q->low.given && q->low.value < 0) || (q->high.given && q->high.value < 0);
}

/* "mg dL" behind a number: the slash is gone, and no "-1" says the same. */
static size_t lost_slash(const piece *p, size_t i)
{
    static const char *const upper[] = {"mg",   "g",    "ng",    "ug", "pg",  "mmol", "umol",
                                        "nmol", "pmol", "IU",    "U",  "mIU", "mL",   "ml",
                                        "mEq",  "meq",  "cells", "kg", NULL};
    static const char *const lower[] = {"dL",  "dl",  "L",  "l",  "mL", "ml",
                                        "min", "mm3", "uL", "ul", "m2", NULL};
    const mark *m = &p->at[i];
    const lint_text *t = p->t;
    size_t end = m->span.end, at = end, from;
    bool known = false;

    if (i + 1 >= p->count || (p->at[i + 1].kind != PART_WORD && p->at[i + 1].kind != PART_FILL))
        return 0;
    if (!m->part->unit.text) { /* "60 mLmin" */
        eligo_span s = p->at[i + 1].span;

        for (size_t k = 0; upper[k]; k++) {
            size_t n = strlen(upper[k]);

            for (size_t j = 0; n < s.end - s.start && j < sizeof lower / sizeof *lower - 1; j++)
                if (memcmp(t->text + s.start, upper[k], n) == 0 &&
                    strlen(lower[j]) == s.end - s.start - n &&
                    memcmp(t->text + s.start + n, lower[j], s.end - s.start - n) == 0)
                    return s.end;
        }
        return 0;
    }
    for (from = end; from > m->span.start && isalpha(byte_at(t, from - 1));)
        from--;
    for (size_t k = 0; upper[k]; k++)
        known = known || (strlen(upper[k]) == end - from &&
                          memcmp(t->text + from, upper[k], end - from) == 0);
    if (!known)
        return 0;
    while (byte_at(t, at) == ' ')
        at++;
    for (size_t k = 0; lower[k]; k++) {
        size_t n = strlen(lower[k]);

        if (at + n <= t->size && memcmp(t->text + at, lower[k], n) == 0 &&
            !isalnum(byte_at(t, at + n)) && byte_at(t, at + n) != '-' &&
            byte_at(t, at + n) != '^' && byte_at(t, at + n) < 0x80 &&
            !(byte_at(t, at + n) == ' ' && byte_at(t, at + n + 1) == '-'))
            return at + n;
    }
    return 0;
}

/* "kg/m", "/mm", "1.73 m": the unit would fit with the superscript that is gone. */
static const char *lost_power(const piece *p, const mark *m, const concept *c)
{
    const char *ucum = m->part->unit.ucum;
    size_t n = ucum ? strlen(ucum) : 0;

    if (!n || ucum[n - 1] != 'm' || (n > 1 && strchr("fnpkdh", ucum[n - 2])))
        return NULL;
    if (strcmp(ucum, "m") == 0 && m->part->low.given && m->part->low.value == 1.73)
        return "m2";
    for (char power = '2'; c && !unit_fits(c, ucum) && power <= '3'; power++) {
        const char *better = arena_printf(p->out->arena, "%s%c", ucum, power);

        if (better && unit_fits(c, better))
            return better;
    }
    return NULL;
}

/* A limit by itself in a bracket behind a drug or a procedure: its quantity and unit are gone. */
static bool limit_of_nothing(const piece *p, size_t i)
{
    const mark *m = &p->at[i];
    const concept *c = i > 1 ? piece_named(p, i - 2) : NULL;

    return m->depth > 0 && c && p->at[i - 1].kind == PART_BRACKET && i + 1 < p->count &&
           p->at[i + 1].kind == PART_END && m->part->value && *m->part->value &&
           !m->part->unit.text && m->part->relative == RELATIVE_NONE && !m->part->age &&
           !p->at[i - 2].part->hit.quantity &&
           (c->category == CATEGORY_MEDICATION || c->category == CATEGORY_PROCEDURE);
}

/* "uL3", "mm33": a unit with a digit that it does not have. */
static bool looks_like_unit(const piece *p, eligo_span s)
{
    return s.end - s.start <= 4 && digit(p->t, s.end - 1) && !digit(p->t, s.start) &&
           strchr("um", byte_at(p->t, s.start));
}

static void lint_numbers(const piece *p)
{
    if (!piece_has(p, PART_QUANTITY))
        return;
    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];
        const concept *c;
        const char *power;
        size_t end;

        if (m->kind == PART_WORD && i > 0 && p->at[i - 1].kind == PART_QUANTITY &&
            power_of_ten(p, m->span))
            damage(p, (eligo_span){p->at[i - 1].span.start, m->span.end}, NULL,
                   "a power of ten has lost its form, and its unit");
        if ((end = parted_power(p, i)) != 0)
            damage(p, piece_span(p, i - 1, i + end), NULL,
                   "a power of ten has lost its form, and its unit");
        if (m->kind != PART_QUANTITY)
            continue;
        if (i > 0 && p->at[i - 1].kind == PART_QUANTITY && piece_says(p, m->span, "0C")) {
            damage(p, piece_span(p, i - 1, i + 1), NULL, "the sign of degrees became a nought");
            continue;
        }
        c = piece_subject(p, i);
        if (m->part->damaged && points_thousands(p->t, m))
            continue;
        if (i > 0 && parted_ages(p, i)) {
            damage(p, piece_span(p, i - 1, i + 1), NULL, "a dash was lost between two ages");
            continue;
        }
        if (m->part->damaged) {
            finding *f =
                damage(p, m->span, mended(p, m), "a power of ten has lost its superscript");

            if (f)
                f->replaces = f->suggestion != NULL;
        } else if (is_negative(m->part) && c && c->category == CATEGORY_MEASUREMENT &&
                   c->plausible.low >= 0)
            damage(p, m->span, NULL, "a minus that cannot be meant; a sign was lost or doubled");
        else if ((power = lost_power(p, m, c)) != NULL)
            damage(p, m->span,
                   arena_printf(p->out->arena, "%s", unit_printed(power, (char[64]){0})),
                   "the unit has lost its superscript");
        else if (two_ages(m->part, c))
            damage(p, m->span, NULL, "a dash was lost between two ages");
        else if (c && runs_backwards(p->t, m))
            damage(p, m->span, NULL, "the range runs backwards; a digit or a sign was lost");
        else if (lost_sign_of_power(p, m))
            damage(p, m->span, NULL, "a power of ten has lost its sign and its superscript");
        else if (lost_per(m, c))
            damage(p, m->span, NULL, "the unit has lost its slash");
        else if ((end = lost_slash(p, i)) != 0)
            damage(p, (eligo_span){m->span.start, end}, NULL, "the unit has lost its slash");
        /* "/uL3": behind a number a slash, and what is no unit but looks like one */
        else if (i + 2 < p->count && p->at[i + 1].kind == PART_SLASH &&
                 p->at[i + 2].kind == PART_WORD && c &&
                 (p->at[i + 2].part->joined || looks_like_unit(p, p->at[i + 2].span))) {
            eligo_span w = p->at[i + 2].span, s = {m->span.start, w.end};

            if (digit(p->t, w.end - 1))
                damage(p, s, NULL, "the unit is garbled");
            else if (w.end - w.start <= 4 && m->part->unit.ucum)
                finding_add(p->out, "implausible-unit", s, NULL, "\"%s\": there is no such unit",
                            piece_words(p, s));
        } else if (limit_of_nothing(p, i))
            damage(p, p->at[i - 1].span, NULL,
                   "a limit without its quantity and unit; something was lost here");
    }
}

/* ---- items run together ---- */

static bool small(const piece *p, const token *t)
{
    return !t->number && islower((unsigned char)p->t->text[t->span.start]);
}

/* A word that begins a criterion stands with a capital inside a sentence: "... anaesthesia Known
 * allergy to ...". */
static bool starts_item(const piece *p, size_t i)
{
    const token *t = &p->tokens[i], *before = &p->tokens[i - 1], *next = &p->tokens[i + 1];

    if (!t->capital || !(t->roles & ROLE_STARTER) || (t->gap && t->gap != ')' && t->gap != '%'))
        return false;
    if (!(small(p, before) || (before->number && t->gap != ')')) ||
        (before->roles & (ROLE_PREPOSITION | ROLE_ARTICLE | ROLE_CONJUNCTION)))
        return false;
    return i + 1 < p->token_count && !next->capital && next->gap != '-' && next->gap != '\'';
}

/* "... heart disease Pregnancy": a thing right behind another, with a capital that its name does
 * not have. */
static bool starts_thing(const piece *p, size_t i)
{
    const token *t = &p->tokens[i];
    const concept *c, *before;
    size_t m;

    if (!t->capital || t->gap || !small(p, &p->tokens[i - 1])) /* nearly always */
        return false;
    m = piece_mark(p, t->span.start);
    c = piece_named(p, m);
    before = m > 0 ? piece_named(p, m - 1) : NULL;
    return c && before && p->at[m].span.start == t->span.start &&
           islower((unsigned char)c->name[0]) && c->category == CATEGORY_CONDITION &&
           before->category == CATEGORY_CONDITION && !piece_general(p, m) &&
           p->at[m].depth == p->at[m - 1].depth &&
           !(i + 1 < p->token_count && p->tokens[i + 1].capital);
}

/* "... yearsMale": two words of two criteria in one. Where the second begins; 0: not so. */
static size_t joined_start(const piece *p, const token *t)
{
    if (!t->inner)
        return 0;
    for (size_t i = t->span.start + 3; i + 2 < t->span.end; i++)
        if (isupper(byte_at(p->t, i)) && islower(byte_at(p->t, i - 1)) &&
            islower(byte_at(p->t, i - 2)) &&
            ((roles_all(p->t->text + i, t->span.end - i) & ROLE_STARTER) ||
             piece_is(p, (eligo_span){i, t->span.end}, LINT_BEGINS_ITEM)))
            return i;
    return 0;
}

/* "18 yearsof age": a unit of time, and the word behind it. */
static bool joined_unit(const piece *p, size_t i)
{
    const token *t = &p->tokens[i];

    if (t->roles || t->number || i == 0 || !p->tokens[i - 1].number || t->gap)
        return false;
    for (size_t k = t->span.start + 4; k + 2 <= t->span.end; k++)
        if ((roles_all(p->t->text + t->span.start, k - t->span.start) & ROLE_UNIT) &&
            (roles_all(p->t->text + k, t->span.end - k) & (ROLE_PREPOSITION | ROLE_CONJUNCTION)))
            return true;
    return false;
}

/* "0 or 1 5. Adequate ...": the number of the next item stands behind a number. */
static bool number_of_item(const piece *p, size_t i)
{
    const token *t = &p->tokens[i];

    return t->number && t->span.end - t->span.start <= 2 && i > 0 && p->tokens[i - 1].number &&
           !t->gap && byte_at(p->t, t->span.end) == '.' && i + 1 < p->token_count &&
           p->tokens[i + 1].capital && p->tokens[i + 1].span.start <= t->span.end + 3;
}

/* The number that a token of digits prints; 0: it is none, or has more than two. */
static int small_number(const piece *p, const token *t)
{
    int n = 0;

    if (!t->number || t->span.end - t->span.start > 2)
        return 0;
    for (size_t i = t->span.start; i < t->span.end; i++)
        n = 10 * n + (byte_at(p->t, i) - '0');
    return n;
}

/* "... 2. Histologically confirmed melanoma 3. ECOG 0-1": numbers of items inside the line, one
 * behind the other, where no colon announces a list. */
static bool numbers_of_items(const piece *p, size_t i)
{
    const token *t = &p->tokens[i];
    int n = small_number(p, t);

    if (n < 1 || t->gap || byte_at(p->t, t->span.end) != '.' || i + 1 >= p->token_count ||
        !p->tokens[i + 1].capital || memchr(p->t->text, ':', t->span.start))
        return false;
    for (size_t k = i + 1; k + 1 < p->token_count && k < i + 40; k++)
        if (small_number(p, &p->tokens[k]) == n + 1 &&
            byte_at(p->t, p->tokens[k].span.end) == '.' &&
            p->tokens[k + 1].span.start <= p->tokens[k].span.end + 3 &&
            isupper(byte_at(p->t, p->tokens[k + 1].span.start)))
            return true;
    return false;
}

/* "... communication disorders; 5) those who ...": a number with a bracket that nothing opens, and
 * none before it in the line. */
static bool lone_number(const piece *p, size_t i)
{
    const token *t = &p->tokens[i];
    int n = small_number(p, t);
    unsigned open = 0;

    if (n < 2 || n > 40 || byte_at(p->t, t->span.end) != ')' || (t->gap != ';' && t->gap != '.'))
        return false;
    for (size_t k = 0; k < t->span.start; k++) {
        if (byte_at(p->t, k) == '(')
            open++;
        else if (byte_at(p->t, k) == ')') {
            if (!open)
                return false;
            open--;
        }
    }
    return !open;
}

/* "... years old C. sign the form": the letter of the next item. Names that end in a letter are
 * things. */
static bool letter_of_item(const piece *p, size_t i)
{
    const token *t = &p->tokens[i];
    size_t m;

    if (!(!t->number && t->span.end == t->span.start + 1 && !t->gap && i > 0 &&
          i + 1 < p->token_count && isupper(byte_at(p->t, t->span.start)) &&
          byte_at(p->t, t->span.end) == '.' && byte_at(p->t, t->span.end + 1) == ' ' &&
          islower(byte_at(p->t, p->tokens[i + 1].span.start)) && small(p, &p->tokens[i - 1]) &&
          !token_is(&p->tokens[i - 1], LINT_LETTERED)))
        return false;
    m = piece_mark(p, t->span.start);
    return m < p->count && p->at[m].kind == PART_WORD && p->at[m].span.start == t->span.start &&
           p->at[m].span.end == t->span.end;
}

/* "Cranio-f acial": a blank inside a word. */
static bool torn(const piece *p, size_t i)
{
    const token *t = &p->tokens[i];
    size_t n = t->span.end - t->span.start;

    return n > 6 && i + 1 < p->token_count && byte_at(p->t, t->span.end - 2) == '-' &&
           strchr("fghijklmnopqrstuvwz", byte_at(p->t, t->span.end - 1)) &&
           islower(byte_at(p->t, t->span.end - 3)) && !p->tokens[i + 1].gap &&
           small(p, &p->tokens[i + 1]) &&
           p->tokens[i + 1].span.end - p->tokens[i + 1].span.start > 3;
}

static bool doubled(const piece *p, size_t i)
{
    const token *t = &p->tokens[i], *before = &p->tokens[i - 1];
    size_t n = t->span.end - t->span.start;

    if (n < 5 || t->gap || t->number || n != before->span.end - before->span.start)
        return false;
    for (size_t k = 0; k < n; k++)
        if (tolower(byte_at(p->t, t->span.start + k)) !=
            tolower(byte_at(p->t, before->span.start + k)))
            return false;
    return true;
}

/* "Moderate to severe valve disease moderate to severe pericardial effusion": a thing, and right
 * behind it a word of degree with another one. */
static void lint_stacked(const piece *p)
{
    for (size_t i = 0; i + 2 < p->count; i++) {
        const mark *m = &p->at[i + 1];

        if (piece_kind(p, i) != CATEGORY_CONDITION || m->kind != PART_QUAL ||
            strncmp(m->part->value, "severity", 8) != 0 || piece_thing(p, i + 1) ||
            p->at[i].depth != m->depth || p->at[i + 2].depth != m->depth ||
            !piece_over(p, WORD_VAGUE_GRADE, m->span))
            continue;
        size_t k = i + 2;

        while (k < p->count && k < i + 5 && p->at[k].kind == PART_WORD)
            k++;
        if (piece_kind(p, k) != CATEGORY_CONDITION || p->at[k].depth != m->depth ||
            concept_is(piece_named(p, k), piece_named(p, i)) ||
            memchr(p->t->text + p->at[i].span.end, '\n', m->span.start - p->at[i].span.end))
            continue;
        damage(p, (eligo_span){p->at[i].span.start, p->at[k].span.end}, NULL,
               "two criteria run into each other; a line end was lost");
        return;
    }
}

/* One finding a piece: where one line end is lost, more are. */
static void lint_run_on(const piece *p)
{
    if (p->token_count > 1 && torn(p, 0)) {
        damage(p, (eligo_span){p->tokens[0].span.start, p->tokens[1].span.end}, NULL,
               "a blank inside a word");
        return;
    }
    for (size_t i = 1; i < p->token_count; i++) {
        const token *t = &p->tokens[i];
        const char *what = NULL;

        if (starts_item(p, i) || joined_start(p, t) || starts_thing(p, i))
            what = "two criteria run into each other; a line end was lost";
        else if (t->number ? number_of_item(p, i) || numbers_of_items(p, i) || lone_number(p, i)
                           : letter_of_item(p, i))
            what = "the number of the next item stands inside the line; a line end was lost";
        else if (t->inner && torn(p, i))
            what = "a blank inside a word";
        else if (joined_unit(p, i))
            what = "a blank between two words was lost";
        else if (doubled(p, i))
            what =
                "a word stands twice; something between was lost, or two lines run into each other";
        if (!what)
            continue;
        damage(p,
               (eligo_span){p->tokens[i - 1].span.start,
                            p->tokens[i + 1 < p->token_count ? i + 1 : i].span.end},
               NULL, what);
        return;
    }
}

void lint_damage(const piece *p)
{
    lint_characters(p);
    lint_numbers(p);
    lint_run_on(p);
    lint_stacked(p);
}
