#include "grammar/token.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { BRACKET_DEPTH = 8, ANCHOR_PARTS = 14 };

/* What the tagger works on: lexemes, the atoms of the same text, the parts made so far. */
typedef struct tagger {
    const char *text;
    size_t size;
    const lexicon *lx;
    arena *arena;
    const lexeme *lex;
    size_t count;
    const size_t *closes; /* of an opening bracket: the lexeme that closes it; 0: none */
    atoms atoms;
    size_t atom; /* the first atom that does not begin before the current lexeme */
} tagger;

typedef struct list {
    part *at;
    size_t count, room;
} list;

static part *add(tagger *t, list *l, part_kind kind, size_t start, size_t end)
{
    part *p;

    if (!arena_grow(t->arena, (void **)&l->at, l->count, &l->room, sizeof *l->at))
        return NULL;
    p = &l->at[l->count++];
    *p = (part){.kind = kind, .span = {start, end}, .value = ""};
    p->joined = start > 0 && !isspace((unsigned char)t->text[start - 1]);
    return p;
}

/* ---- cues ---- */

/* The classes of rules/cues.tsv and the parts they stand for. */
static const struct {
    const char *class;
    part_kind kind;
} classes[] = {
    /* sorted: looked up by halves, once a word */
    {"AFTER", PART_AFTER},
    {"AGEWORD", PART_AGEWORD},
    {"AGO", PART_AGO},
    {"ALLOF", PART_ALLOF},
    {"ANCHOR", PART_ANCHOR},
    {"AND", PART_AND},
    {"ANDOR", PART_ANDOR},
    {"ANYOF", PART_ANYOF},
    {"ATTIME", PART_ATTIME},
    {"BEFORE", PART_BEFORE},
    {"BETWEEN", PART_BETWEEN},
    {"BOTHPERIOD", PART_FILL},
    {"BUT", PART_BUT},
    {"CAUSED", PART_CAUSED},
    {"CMP", PART_CMP},
    {"CONSENT", PART_CONSENT},
    {"COUNTOF", PART_COUNTOF},
    {"CURRENT", PART_CURRENT},
    {"DEFINED", PART_DEFINED},
    {"DIAGNOSIS", PART_DIAGNOSIS},
    {"EDGE", PART_EDGE},
    {"EVERY", PART_EVERY},
    {"EXCEPT", PART_EXCEPT},
    {"EXCLUDED", PART_EXCLUDED},
    {"FAMILY", PART_FAMILY},
    {"FILL", PART_FILL},
    {"FOLLOW", PART_FOLLOW},
    {"FOLLOWING", PART_FOLLOWING},
    {"FOR", PART_FOR},
    {"FORGROUP", PART_FORGROUP},
    {"FROM", PART_FROM},
    {"HALFLIFE", PART_HALFLIFE},
    {"HISTORY", PART_HISTORY},
    {"IF", PART_IF},
    {"INCLUDE", PART_INCLUDE},
    {"INCLUSION", PART_INCLUSION},
    {"JUDGE", PART_JUDGE},
    {"LAST", PART_LAST},
    {"LONGER", PART_LONGER},
    {"MULT", PART_MULT},
    {"MUST", PART_MUST},
    {"NAIVE", PART_NAIVE},
    {"NEED", PART_NEED},
    {"NEXT", PART_NEXT},
    {"NORMAL", PART_NORMAL},
    {"NOT", PART_NOT},
    {"NUMBER", PART_NUMBERWORD},
    {"OF", PART_OF},
    {"ON", PART_ON},
    {"OR", PART_OR},
    {"ORLESS", PART_ORLESS},
    {"ORMORE", PART_ORMORE},
    {"PERSON", PART_PERSON},
    {"PLANNED", PART_PLANNED},
    {"PREDICTED", PART_PREDICTED},
    {"PRIOR", PART_PRIOR},
    {"QUAL", PART_QUAL},
    {"SEX", PART_SEX},
    {"TO", PART_TOWORD},
    {"ULN", PART_ULN},
    {"UNLESS", PART_UNLESS},
    {"WHEN", PART_WHEN},
    {"WHO", PART_WHO},
    {"WITH", PART_WITH},
    {"WITHIN", PART_WITHIN},
};

static part_kind kind_of_class(const char *class)
{
    size_t low = 0, high = sizeof classes / sizeof *classes;

    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(class, classes[middle].class);

        if (order == 0)
            return classes[middle].kind;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return PART_FILL;
}

/* ---- numbers ---- */

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
    return strtod(digits, NULL);
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

static bool roman_sign(const char *text, size_t size, double *value)
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

/* Words and quantities that a stage, grade or class stands behind. */
static bool stage_word(const char *text, eligo_span s)
{
    static const char *const words[] = {"stage", "stages",  "grade",  "grades", "graded",
                                        "class", "classes", "group",  "groups", "category",
                                        "level", "levels",  "status", "score",  "classification"};
    size_t n = s.end - s.start;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal_nocase(text + s.start, n, words[i]))
            return true;
    return false;
}

/* ---- first pass: lexemes to parts ---- */

static bool lexeme_is(const tagger *t, size_t i, const char *word)
{
    eligo_span s;

    if (i >= t->count)
        return false;
    s = t->lex[i].span;
    return text_equal_nocase(t->text + s.start, s.end - s.start, word);
}

static bool adjacent(const tagger *t, size_t i)
{
    return i > 0 && i < t->count && t->lex[i - 1].span.end == t->lex[i].span.start;
}

/* The first lexeme that begins at or behind a byte. */
static size_t lexeme_from(const tagger *t, size_t i, size_t byte)
{
    while (i < t->count && t->lex[i].span.start < byte)
        i++;
    return i;
}

static void add_unit(tagger *t, list *out, const unit_hit *hit, size_t start)
{
    size_t blank = start;
    part *p;

    while (blank < start + hit->size && isspace((unsigned char)t->text[blank]))
        blank++;
    p = add(t, out, PART_UNIT, blank, start + hit->size);
    if (!p)
        return;
    p->unit.ucum = arena_text(t->arena, hit->ucum, strlen(hit->ucum));
    p->unit.text = arena_text(t->arena, t->text + blank, start + hit->size - blank);
    p->damaged = hit->damaged;
    p->period = hit->of_time ? hit->period : 0;
}

static const concept *quantity_before(const list *out)
{
    for (size_t i = out->count; i-- > 0 && i + 6 > out->count;)
        if (out->at[i].kind == PART_THING && out->at[i].hit.quantity)
            return out->at[i].hit.quantity;
    return NULL;
}

/* "(16-24) weeks", "(>=)": brackets that carry no meaning of their own. */
static bool bare_bracket(const tagger *t, size_t open, size_t close)
{
    bool letters = false, number = false;

    for (size_t i = open + 1; i < close; i++) {
        if (t->lex[i].kind == LEX_WORD)
            letters = true;
        if (t->lex[i].kind == LEX_NUMBER)
            number = true;
    }
    if (close == open + 1)
        return true;
    if (!letters && !number)
        return true;
    if (!letters && number && close + 1 < t->count && t->lex[close + 1].kind == LEX_WORD) {
        unit_hit hit;
        size_t at = t->lex[close].span.end;

        return unit_match(t->text + at, t->size - at, NULL, &hit) && hit.of_time;
    }
    return false;
}

static bool holds_number(const tagger *t, size_t open, size_t close)
{
    for (size_t i = open + 1; i < close; i++)
        if (t->lex[i].kind == LEX_NUMBER)
            return true;
    return false;
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
static size_t groups_end(const tagger *t, const list *out, size_t i)
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

/* One number and the unit behind it. Returns the next lexeme. */
static size_t tag_number(tagger *t, list *out, size_t i)
{
    const lexeme *x = &t->lex[i];
    size_t next = groups_end(t, out, i), end = t->lex[next - 1].span.end;
    part *p = add(t, out, PART_NUMBER, x->span.start, end);
    unit_hit hit;

    if (!p)
        return t->count;
    if (x->kind == LEX_FRACTION) {
        const char *s = t->text + x->span.start;
        p->number = memcmp(s, "½", 2) == 0 ? 0.5 : memcmp(s, "¼", 2) == 0 ? 0.25 : 0.75;
    } else {
        p->number =
            number_value(t->text + x->span.start, end - x->span.start, x->kind == LEX_COMMA_NUMBER);
        /* "1,2 or 3", "0,1,2": a list of small whole numbers, not a decimal */
        if (x->kind == LEX_COMMA_NUMBER) {
            const char *comma = memchr(t->text + x->span.start, ',', x->span.end - x->span.start);
            size_t left = (size_t)(comma - (t->text + x->span.start)),
                   right = x->span.end - x->span.start - left - 1;
            bool listed =
                left == 1 && right == 1 &&
                (lexeme_is(t, next, "or") || lexeme_is(t, next, "and") ||
                 (next < t->count && t->lex[next].kind == LEX_COMMA && adjacent(t, next)));

            if (listed) {
                size_t s = x->span.start;

                p->number = t->text[s] - '0';
                p->span.end = s + 1;
                p = add(t, out, PART_COMMA, s + 1, s + 2);
                p = p ? add(t, out, PART_NUMBER, s + 2, s + 3) : NULL;
                if (!p)
                    return t->count;
                p->number = t->text[s + 2] - '0';
            }
        }
    }
    /* 140/90, 20/40, 16 0/7, 26 / 30: two numbers of one kind */
    if (next + 1 < t->count && t->lex[next].kind == LEX_SLASH &&
        t->lex[next + 1].kind == LEX_NUMBER &&
        (adjacent(t, next) || !adjacent(t, next + 1) || t->lex[next + 1].span.start - end <= 3)) {
        const lexeme *y = &t->lex[next + 1];
        double second = number_value(t->text + y->span.start, y->span.end - y->span.start, false);

        /* "1.73" after "/" belongs to a unit */
        if (second != 1.73) {
            p->pair = true;
            p->second = second;
            p->span.end = end = y->span.end;
            next += 2;
            /* weeks and days: "16 0/7", "36+6/7" */
            if (second == 7 && out->count >= 2 && out->at[out->count - 2].kind == PART_NUMBER &&
                !out->at[out->count - 2].pair) {
                part *whole = &out->at[out->count - 2];
                whole->number += p->number / second;
                whole->span.end = end;
                out->count--;
                p = whole;
            }
        }
    }
    /* "1.5:1", "1:80": a ratio, a dilution */
    if (next + 1 < t->count && !p->pair && t->lex[next].kind == LEX_COLON && adjacent(t, next) &&
        t->lex[next + 1].kind == LEX_NUMBER && adjacent(t, next + 1)) {
        const lexeme *y = &t->lex[next + 1];
        double second = number_value(t->text + y->span.start, y->span.end - y->span.start, false);

        if (p->number == 1)
            p->number = second;
        else if (second != 1) {
            p->pair = true;
            p->second = second;
        }
        p->span.end = end = y->span.end;
        next += 2;
    }
    /* a letter behind a stage: 2b, 3A */
    if (next < t->count && t->lex[next].kind == LEX_WORD && adjacent(t, next) &&
        t->lex[next].span.end - t->lex[next].span.start == 1 &&
        strchr("abcABC", t->text[t->lex[next].span.start]) && p->number < 6) {
        p->kind = PART_ORDINAL;
        p->number += (tolower((unsigned char)t->text[t->lex[next].span.start]) - 'a' + 1) * 0.2;
        p->span.end = t->lex[next].span.end;
        return next + 1;
    }
    /* "18th", "7th" */
    if (next < t->count && t->lex[next].kind == LEX_WORD && adjacent(t, next) &&
        (lexeme_is(t, next, "th") || lexeme_is(t, next, "st") || lexeme_is(t, next, "nd") ||
         lexeme_is(t, next, "rd"))) {
        p->span.end = t->lex[next].span.end;
        return next + 1;
    }
    if (unit_match(t->text + end, t->size - end, quantity_before(out), &hit) && hit.size) {
        if (x->kind == LEX_NUMBER && !p->pair && point_of_thousands(t, x->span, &hit)) {
            p->number *= 1000;
            p->damaged = true;
        }
        add_unit(t, out, &hit, end);
        return lexeme_from(t, next, end + hit.size);
    }
    /* "18 (years)", "16-24) weeks" */
    if (next < t->count && t->lex[next].kind == LEX_CLOSE) {
        size_t at = t->lex[next].span.end;
        size_t open = 0;

        for (size_t k = 0; k < next; k++)
            if (t->closes[k] == next)
                open = k + 1;
        if (open && bare_bracket(t, open - 1, next) &&
            unit_match(t->text + at, t->size - at, NULL, &hit) && hit.of_time) {
            add_unit(t, out, &hit, at);
            return lexeme_from(t, next, at + hit.size);
        }
    }
    return next;
}

static void tag(tagger *t, list *out, size_t from, size_t to, unsigned depth);

static bool all_capitals(const char *text, eligo_span s)
{
    for (size_t i = s.start; i < s.end; i++)
        if (islower((unsigned char)text[i]))
            return false;
    return true;
}

/* A stage in roman numerals or a letter, behind something that has stages: "NYHA class of II or
 * III", "Child-Pugh B". */
static part *tag_stage(tagger *t, list *out, eligo_span s)
{
    const part *before = NULL;
    size_t n = out->count, size = s.end - s.start;
    double value;
    bool scale, listed;
    part *p;

    if (size > 5)
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
            (before->kind == PART_WORD && stage_word(t->text, before->span)) ||
            before->kind == PART_CMP;
    listed = before->kind == PART_ORDINAL ||
             ((before->kind == PART_DASH || before->kind == PART_OR || before->kind == PART_AND ||
               before->kind == PART_COMMA || before->kind == PART_SLASH ||
               before->kind == PART_TOWORD || before->kind == PART_ANDOR) &&
              n > 1 &&
              (out->at[n - 2].kind == PART_ORDINAL || (out->at[n - 2].kind == PART_COMMA && n > 2 &&
                                                       out->at[n - 3].kind == PART_ORDINAL)));
    if (!scale && !listed)
        return NULL;
    if (roman_value(t->text + s.start, size, &value) &&
        (size > 1 || isupper((unsigned char)t->text[s.start]) || listed ||
         (before->kind == PART_THING && before->hit.quantity &&
          before->hit.quantity->category == CATEGORY_SCORE))) {
        p = add(t, out, PART_ORDINAL, s.start, s.end);
        if (p)
            p->number = value;
        return p;
    }
    if (size == 1 && t->text[s.start] >= 'A' && t->text[s.start] <= 'E' &&
        (listed || before->kind == PART_CMP || before->kind == PART_WORD ||
         (before->hit.quantity &&
          (before->hit.quantity->grades || before->hit.quantity->flags & CONCEPT_STAGES)))) {
        p = add(t, out, PART_ORDINAL, s.start, s.end);
        if (p)
            p->number = t->text[s.start] - 'A' + 1;
        return p;
    }
    return NULL;
}

/* Does lexeme i go on with a range or list that the number before it began ("3 to 5", "III-IV", "3b
 * or 4")? */
static bool range_goes_on(const tagger *t, size_t i, size_t to)
{
    double value;
    eligo_span last, s;

    if (i == 0 || i + 1 >= to)
        return false;
    last = t->lex[i - 1].span;
    if (t->lex[i - 1].kind != LEX_NUMBER && t->lex[i - 1].kind != LEX_ROMAN &&
        !isdigit((unsigned char)t->text[last.start]) &&
        !(all_capitals(t->text, last) &&
          roman_value(t->text + last.start, last.end - last.start, &value)))
        return false;
    if (t->lex[i].kind != LEX_DASH && t->lex[i].kind != LEX_SLASH && t->lex[i].kind != LEX_COMMA &&
        !lexeme_is(t, i, "to") && !lexeme_is(t, i, "or") && !lexeme_is(t, i, "and") &&
        !lexeme_is(t, i, "through"))
        return false;
    s = t->lex[i + 1].span;
    return t->lex[i + 1].kind == LEX_NUMBER || t->lex[i + 1].kind == LEX_ROMAN ||
           (all_capitals(t->text, s) && roman_value(t->text + s.start, s.end - s.start, &value));
}

/* A word: the longest of a concept's name, a word of the grammar, or nothing known. Returns the
 * next lexeme. */
static size_t tag_word(tagger *t, list *out, size_t i, size_t to)
{
    eligo_span s = t->lex[i].span;
    size_t cue_atoms = 0, limit = t->lex[to].span.start;
    lexicon_hit hit;
    const cue *c;
    part *p;

    if (tag_stage(t, out, s))
        return i + 1;
    while (t->atom < t->atoms.count && t->atoms.list[t->atom].start < s.start)
        t->atom++;
    if (t->atom < t->atoms.count && t->atoms.list[t->atom].start < s.end) {
        bool found = lexicon_match(t->lx, &t->atoms, t->atom, &hit) && hit.span.end <= limit;
        size_t cue_end;

        /* "kidney disease stage 3 to 5": the name ends before the number, which begins a range or a
         * list */
        if (found && hit.atoms > 1 && range_goes_on(t, lexeme_from(t, i, hit.span.end), to)) {
            atoms shorter = t->atoms;

            shorter.count = t->atom + hit.atoms - 1;
            found = lexicon_match(t->lx, &shorter, t->atom, &hit) && hit.span.end <= limit;
        }

        c = cue_match(&t->atoms, t->atom, &cue_atoms);
        cue_end = c ? t->atoms.list[t->atom + cue_atoms - 1].end : 0;
        if (cue_end > limit)
            c = NULL;
        /* "no more than one of": a number behind a comparator, no "any of" */
        if (c && cue_atoms > 1 && strcmp(c->class, "ANYOF") == 0 && out->count &&
            out->at[out->count - 1].kind == PART_CMP && lexeme_is(t, i, "one")) {
            p = add(t, out, PART_NUMBER, s.start, s.end);
            if (p)
                p->number = 1;
            return i + 1;
        }
        if (c && (!found || cue_atoms >= hit.atoms)) {
            /* a cue must not end inside a word: "in" of "in-hospital" may, "no" of "nos" is another
             * atom */
            p = add(t, out, kind_of_class(c->class), s.start, cue_end);
            if (!p)
                return t->count;
            p->value = c->value;
            p->capitals = all_capitals(t->text, p->span) && p->span.end - p->span.start >= 2;
            if (p->kind == PART_NUMBERWORD) {
                p->kind = PART_NUMBER;
                p->number = strtod(c->value, NULL);
                p->word_number = true;
                size_t next = lexeme_from(t, i, cue_end);
                unit_hit u;
                /* "two (2) weeks": the digits say it again */
                if (next + 2 < t->count && t->lex[next].kind == LEX_OPEN &&
                    t->lex[next + 1].kind == LEX_NUMBER && t->lex[next + 2].kind == LEX_CLOSE) {
                    cue_end = t->lex[next + 2].span.end;
                    p->span.end = cue_end;
                    p->word_number = false;
                    next += 3;
                }
                if (unit_match(t->text + cue_end, t->size - cue_end, NULL, &u) && u.of_time) {
                    add_unit(t, out, &u, cue_end);
                    return lexeme_from(t, next, cue_end + u.size);
                }
                return next;
            }
            return lexeme_from(t, i, cue_end);
        }
        if (found) {
            const concept *k = hit.thing ? hit.thing : hit.quantity;

            p = add(t, out,
                    k->flags & CONCEPT_JUDGEMENT                       ? PART_JUDGE
                    : k->category == CATEGORY_CONSENT && !hit.quantity ? PART_CONSENT
                                                                       : PART_THING,
                    hit.span.start, hit.span.end);
            if (!p)
                return t->count;
            p->hit = hit;
            if (p->kind == PART_JUDGE)
                p->value = k->name;
            return lexeme_from(t, i, hit.span.end);
        }
    }
    add(t, out, PART_WORD, s.start, s.end);
    return i + 1;
}

static void add_sign(tagger *t, list *out, part_kind kind, const char *value, eligo_span s)
{
    part *p = add(t, out, kind, s.start, s.end);

    if (p)
        p->value = value;
}

/* Is a full stop the end of a sentence? Not inside "e.g." and not behind one letter. */
static bool sentence_end(const tagger *t, size_t i, size_t to)
{
    size_t end = t->lex[i].span.end;

    if (i + 1 >= to)
        return true;
    if (t->lex[i + 1].span.start == end)
        return false;
    if (i > 0 && t->lex[i - 1].kind == LEX_WORD && adjacent(t, i) &&
        t->lex[i - 1].span.end - t->lex[i - 1].span.start == 1 && i > 1 &&
        t->lex[i - 2].kind == LEX_PERIOD)
        return false;
    return true;
}

/* A dash that is a sign: "between -1 and -2.5". Behind a number it is a range. */
static bool minus(const tagger *t, const list *out, size_t i, size_t to)
{
    size_t n = out->count;

    if (i + 1 >= to || t->lex[i + 1].kind != LEX_NUMBER || !adjacent(t, i + 1) || adjacent(t, i) ||
        n == 0)
        return false;
    switch (out->at[n - 1].kind) {
    case PART_BETWEEN:
    case PART_FROM: return true;
    case PART_AND:
    case PART_TOWORD:
    case PART_OR: return n > 2 && out->at[n - 2].kind == PART_NUMBER && out->at[n - 2].number < 0;
    default: return false;
    }
}

static bool named_number(tagger *t, list *out, size_t i, size_t to)
{
    eligo_span s = t->lex[i].span;
    lexicon_hit hit;
    part *p;

    while (t->atom < t->atoms.count && t->atoms.list[t->atom].start < s.start)
        t->atom++;
    if (t->atom >= t->atoms.count || t->atoms.list[t->atom].start != s.start ||
        !lexicon_match(t->lx, &t->atoms, t->atom, &hit) || hit.atoms < 2 ||
        hit.span.end <= s.end + 1 || hit.span.end > t->lex[to].span.start)
        return false;
    p = add(t, out, PART_THING, hit.span.start, hit.span.end);
    if (!p)
        return false;
    p->hit = hit;
    return true;
}

static void tag(tagger *t, list *out, size_t from, size_t to, unsigned depth)
{
    for (size_t i = from; i < to && !arena_failed(t->arena);) {
        const lexeme *x = &t->lex[i];
        eligo_span s = x->span;

        switch (x->kind) {
        case LEX_WORD: i = tag_word(t, out, i, to); continue;
        case LEX_NUMBER:
            /* "25-hydroxyvitamin D", "6-mercaptopurine", "2-hour glucose": a name that begins with
             * a number */
            if (named_number(t, out, i, to)) {
                i = lexeme_from(t, i, out->at[out->count - 1].span.end);
                continue;
            }
            /* fall through */
        case LEX_COMMA_NUMBER:
        case LEX_FRACTION:
            i = tag_number(t, out, i);
            if (i > to)
                i = to;
            continue;
        case LEX_ROMAN: {
            part *p = add(t, out, PART_ORDINAL, s.start, s.end);
            if (p)
                roman_sign(t->text + s.start, s.end - s.start, &p->number);
            break;
        }
        case LEX_AT_MOST: add_sign(t, out, PART_CMP, "<=", s); break;
        case LEX_AT_LEAST: add_sign(t, out, PART_CMP, ">=", s); break;
        case LEX_LESS: add_sign(t, out, PART_CMP, "<", s); break;
        case LEX_MORE: add_sign(t, out, PART_CMP, ">", s); break;
        case LEX_EQUAL: add_sign(t, out, PART_CMP, "=", s); break;
        case LEX_TILDE:
            if (out->count && (out->at[out->count - 1].kind == PART_NUMBER ||
                               out->at[out->count - 1].kind == PART_UNIT ||
                               out->at[out->count - 1].kind == PART_ORDINAL))
                add_sign(t, out, PART_DASH, "~", s);
            break;
        case LEX_DASH:
            if (minus(t, out, i, to)) {
                size_t at = out->count;

                i = tag_number(t, out, i + 1);
                if (out->count > at) {
                    out->at[at].number = -out->at[at].number;
                    out->at[at].span.start = s.start;
                }
                continue;
            }
            /* inside a word ("beta-blocker") it is nothing */
            if (i > from && i + 1 < to && adjacent(t, i) && adjacent(t, i + 1) &&
                t->lex[i - 1].kind == LEX_WORD && t->lex[i + 1].kind == LEX_WORD &&
                !(out->count && out->at[out->count - 1].kind == PART_ORDINAL))
                break;
            add_sign(t, out, PART_DASH, "", s);
            break;
        case LEX_SLASH: add_sign(t, out, PART_SLASH, "", s); break;
        case LEX_COMMA: add_sign(t, out, PART_COMMA, "", s); break;
        case LEX_SEMICOLON: add_sign(t, out, PART_SEMICOLON, "", s); break;
        case LEX_COLON: add_sign(t, out, PART_COLON, "", s); break;
        case LEX_PERIOD:
            if (sentence_end(t, i, to) && i + 1 < to)
                add_sign(t, out, PART_PERIOD, "", s);
            break;
        case LEX_PLUS:
            if (out->count && adjacent(t, i) &&
                (out->at[out->count - 1].kind == PART_NUMBER ||
                 out->at[out->count - 1].kind == PART_UNIT))
                add_sign(t, out, PART_ORMORE, ".", s);
            else if (out->count && !adjacent(t, i))
                add_sign(t, out, PART_AND, "", s);
            break;
        case LEX_TIMES: add_sign(t, out, PART_MULT, "", s); break;
        case LEX_AMPERSAND: add_sign(t, out, PART_AND, "", s); break;
        case LEX_OPEN: {
            size_t close = t->closes[i];

            if (!close || close > to)
                break; /* never closed: no bracket */
            if (lexeme_is(t, i + 1, "or") || lexeme_is(t, i + 1, "and")) {
                break; /* "(or on treatment)" goes on with the sentence */
            }
            if (bare_bracket(t, i, close)) {
                if (close + 1 < to && t->lex[close + 1].kind == LEX_WORD &&
                    holds_number(t, i, close)) {
                    tag(t, out, i + 1, close, depth); /* "(16-24) weeks" */
                    i = close + 1;
                    if (out->count && out->at[out->count - 1].kind == PART_UNIT)
                        i = lexeme_from(t, i, out->at[out->count - 1].span.end);
                    continue;
                }
                i = close + 1;
                continue;
            }
            /* "patient(s)", "wom(e)n": an ending */
            if (i > from && adjacent(t, i) && close == i + 2 && t->lex[i + 1].kind == LEX_WORD &&
                t->lex[i + 1].span.end - t->lex[i + 1].span.start <= 2 &&
                t->lex[i - 1].kind == LEX_WORD &&
                islower((unsigned char)t->text[t->lex[i + 1].span.start])) {
                i = close + 1;
                continue;
            }
            if (depth >= BRACKET_DEPTH)
                break; /* deeper than anybody writes: what is inside counts as if it stood outside
                        */
            part *p = add(t, out, PART_BRACKET, s.start, t->lex[close].span.end);
            if (p) {
                list inside = {0};
                size_t at = out->count - 1;

                tag(t, &inside, i + 1, close, depth + 1);
                out->at[at].inside = inside.at;
                out->at[at].inside_count = inside.count;
            }
            i = close + 1;
            continue;
        }
        default: break;
        }
        i++;
    }
}

/* Which bracket closes which, in one pass. */
static bool match_brackets(tagger *t)
{
    size_t *closes = arena_array(t->arena, t->count + 1, sizeof *closes);
    size_t *open = arena_array(t->arena, t->count + 1, sizeof *open), n = 0;

    if (!closes || !open)
        return false;
    for (size_t i = 0; i < t->count; i++) {
        if (t->lex[i].kind == LEX_OPEN)
            open[n++] = i;
        else if (t->lex[i].kind == LEX_CLOSE && n)
            closes[open[--n]] = i;
    }
    t->closes = closes;
    return true;
}

/* ---- second pass: what only the neighbours tell ---- */

typedef struct settler {
    const char *text;
    const lexicon *lx;
    arena *arena;
    part *in;
    size_t count;
} settler;

static part_kind kind_at(const settler *s, size_t i)
{
    return i < s->count ? s->in[i].kind : PART_END;
}

/* "non-" joined to "type 2 diabetes": its last word names something of its own, which the words
 * before it narrow. */
static bool narrows_a_noun(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    atoms a = lexicon_cut(s->lx, s->text + p->span.start, p->span.end - p->span.start, s->arena);
    lexicon_hit last;

    return i && s->text[s->in[i - 1].span.end] == '-' && a.count > 1 &&
           lexicon_match(s->lx, &a, a.count - 1, &last) && last.thing && last.thing != p->hit.thing;
}

static bool numeral(part_kind k)
{
    return k == PART_NUMBER || k == PART_ORDINAL;
}

/* Words that may stand between a comparator and its number, or between the ends of a range. */
static bool between_words(part_kind k)
{
    return k == PART_FILL || k == PART_AGEWORD || k == PART_OF || k == PART_EVERY || k == PART_WITH;
}

static size_t skip_fill(const settler *s, size_t i)
{
    for (size_t n = 0; n < 4 && i < s->count && between_words(s->in[i].kind); n++)
        i++;
    return i;
}

/* Does a length of time begin at i: [at least] N unit, or a unit alone ("the last year")? */
static bool time_ahead(const settler *s, size_t i, bool unit_alone)
{
    for (size_t n = 0; n < 4 && (kind_at(s, i) == PART_CMP || kind_at(s, i) == PART_FILL ||
                                 kind_at(s, i) == PART_BETWEEN || kind_at(s, i) == PART_LAST ||
                                 kind_at(s, i) == PART_PRIOR || kind_at(s, i) == PART_NEXT ||
                                 kind_at(s, i) == PART_FOLLOW || kind_at(s, i) == PART_EVERY ||
                                 kind_at(s, i) == PART_FROM);
         n++)
        i++;
    if (numeral(kind_at(s, i))) {
        size_t k = i + 1;

        /* "6 to 12 months", "3-6 months" */
        if ((kind_at(s, k) == PART_DASH || kind_at(s, k) == PART_TOWORD ||
             kind_at(s, k) == PART_OR || kind_at(s, k) == PART_AND) &&
            numeral(kind_at(s, k + 1)))
            k += 2;
        if (kind_at(s, k) == PART_ORMORE)
            k++;
        return kind_at(s, k) == PART_UNIT && s->in[k].period;
    }
    if (!unit_alone || kind_at(s, i) != PART_WORD)
        return false;
    unit_hit hit;
    return unit_match(s->text + s->in[i].span.start, s->in[i].span.end - s->in[i].span.start, NULL,
                      &hit) &&
           hit.of_time && hit.size == s->in[i].span.end - s->in[i].span.start && hit.size >= 3;
}

/* Where an anchor that begins at i ends: at the next sign, connective or number. */
static size_t anchor_end(const settler *s, size_t i)
{
    size_t k = i;

    for (; k < s->count && k - i < ANCHOR_PARTS; k++) {
        switch (s->in[k].kind) {
        case PART_COMMA:
        case PART_SEMICOLON:
        case PART_PERIOD:
        case PART_COLON:
        case PART_BRACKET:
        case PART_DASH:
        case PART_AND:
        case PART_ANDOR:
        case PART_BUT:
        case PART_EXCEPT:
        case PART_UNLESS:
        case PART_IF:
        case PART_CMP:
        case PART_WITHIN:
        case PART_NOT:
        case PART_MUST:
        case PART_COUNTOF:
        case PART_INCLUDE:
        case PART_DEFINED:
        case PART_LONGER:
        case PART_FORGROUP:
        case PART_WHEN:
        case PART_BEFORE: return k;
        case PART_NUMBER:
            /* "day 1", "visit 2" */
            if (k == i || s->in[k - 1].kind != PART_WORD || kind_at(s, k + 1) == PART_UNIT)
                return k;
            break;
        case PART_OR:
            /* "prior to or on the date of" */
            if (kind_at(s, k + 1) != PART_ON && kind_at(s, k + 1) != PART_ATTIME &&
                kind_at(s, k + 1) != PART_FILL)
                return k;
            if (k != i)
                return k;
            break;
        default: break;
        }
    }
    return k;
}

/* Gives `p` the anchor that the parts [i, end) name. */
static void set_anchor(settler *s, part *p, size_t i, size_t end)
{
    const part *named = NULL, *thing = NULL;
    size_t from = i;

    while (from < end && (between_words(s->in[from].kind) || s->in[from].kind == PART_ON ||
                          s->in[from].kind == PART_ATTIME || s->in[from].kind == PART_OR ||
                          s->in[from].kind == PART_PERSON))
        from++;
    for (size_t k = from; k < end; k++) {
        if (!named && (s->in[k].kind == PART_ANCHOR || s->in[k].kind == PART_INCLUSION ||
                       s->in[k].kind == PART_CONSENT))
            named = &s->in[k];
        if (!thing && s->in[k].kind == PART_THING && s->in[k].hit.thing)
            thing = &s->in[k];
    }
    if (end == from) {
        p->anchor = "unstated";
        return;
    }
    p->span.end = s->in[end - 1].span.end > p->span.end ? s->in[end - 1].span.end : p->span.end;
    if (named && named->kind == PART_INCLUSION)
        p->anchor = "study entry";
    else if (named && named->kind == PART_CONSENT)
        p->anchor = "consent";
    else if (named)
        p->anchor = named->value;
    else
        p->anchor = arena_text(s->arena, s->text + s->in[from].span.start,
                               s->in[end - 1].span.end - s->in[from].span.start);
    /* an event of the record: no study word in it */
    if (thing && (!named || thing < named))
        p->anchor_concept = thing->hit.thing;
    if (thing && !named)
        p->anchor =
            arena_text(s->arena, s->text + thing->span.start, thing->span.end - thing->span.start);
}

/* True where an anchor word stands within the next few parts ("of enrollment", "from the date of
 * surgery"). */
static bool anchor_ahead(const settler *s, size_t i)
{
    size_t end = anchor_end(s, i);

    for (size_t k = i; k < end; k++)
        if (s->in[k].kind == PART_ANCHOR || s->in[k].kind == PART_INCLUSION ||
            s->in[k].kind == PART_CONSENT || (s->in[k].kind == PART_THING && s->in[k].hit.thing))
            return true;
    return false;
}

static bool time_behind(const list *out)
{
    size_t n = out->count;

    if (n && (out->at[n - 1].kind == PART_FILL || out->at[n - 1].kind == PART_ORMORE))
        n--;
    return n && out->at[n - 1].kind == PART_UNIT && out->at[n - 1].period;
}

static bool quantity_behind(const list *out)
{
    return out->count &&
           (numeral(out->at[out->count - 1].kind) || out->at[out->count - 1].kind == PART_UNIT ||
            out->at[out->count - 1].kind == PART_ULN);
}

/* A comparator among the last parts of the same bound: which way it points, 0 where there is none.
 */
static int direction_behind(const list *out)
{
    size_t n = out->count;

    for (size_t back = 0; back < 4 && n > 0; back++) {
        const part *p = &out->at[--n];

        if (p->kind == PART_CMP)
            return p->value[0] == '<' ? -1 : p->value[0] == '>' ? 1 : 0;
        if (!numeral(p->kind) && p->kind != PART_UNIT && p->kind != PART_MULT &&
            p->kind != PART_ULN)
            return 0;
    }
    return 0;
}

/* "18 or more" stands right behind: a bound that is already open to one side. */
static bool open_behind(const list *out)
{
    return out->count && (out->at[out->count - 1].kind == PART_ORMORE ||
                          out->at[out->count - 1].kind == PART_ORLESS);
}

static int direction(const part *p)
{
    return p->value[0] == '<' ? -1 : p->value[0] == '>' ? 1 : 0;
}

static bool between_behind(const list *out)
{
    size_t n = out->count;

    for (size_t back = 0; back < 5 && n > 0; back++) {
        const part *p = &out->at[--n];

        if (p->kind == PART_BETWEEN)
            return true;
        if (p->kind == PART_ANDN || p->kind == PART_TO)
            return false;
        if (!numeral(p->kind) && p->kind != PART_UNIT && p->kind != PART_CMP)
            return false;
    }
    return false;
}

static void push(settler *s, list *out, const part *p, part_kind kind)
{
    if (!arena_grow(s->arena, (void **)&out->at, out->count, &out->room, sizeof *out->at))
        return;
    out->at[out->count] = *p;
    out->at[out->count++].kind = kind;
}

/* A comparator's words that turned out to be none ("under treatment with", "higher education"). */
static part_kind no_comparator(const settler *s, const part *p)
{
    if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "under"))
        return PART_CURRENT;
    if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "below"))
        return PART_FOLLOWING;
    return PART_FILL;
}

/* and, or, comma at i between the numbers of one bound, range or list? */
static part_kind number_connective(settler *s, const list *out, size_t i)
{
    part_kind kind = s->in[i].kind;
    size_t next = i + 1;

    if (!quantity_behind(out))
        return kind;
    if (kind == PART_COMMA && (kind_at(s, next) == PART_AND || kind_at(s, next) == PART_OR ||
                               kind_at(s, next) == PART_BUT)) {
        /* "≥18, and <80": the comma goes, the connective decides */
        size_t after = skip_fill(s, next + 1);

        if (kind_at(s, after) == PART_CMP && direction_behind(out) &&
            direction(&s->in[after]) == -direction_behind(out) && s->in[next].kind == PART_AND)
            return PART_END;
        if (numeral(kind_at(s, after)) && numeral(out->at[out->count - 1].kind) &&
            !direction_behind(out) && out->count > 1 &&
            (out->at[out->count - 2].kind == PART_COMMAN ||
             out->at[out->count - 2].kind == PART_ORN))
            return PART_END;
        return kind;
    }
    if (kind == PART_COMMA || kind == PART_AND || kind == PART_BUT) {
        size_t after = skip_fill(s, next);

        if (kind != PART_COMMA && between_behind(out) &&
            (numeral(kind_at(s, after)) || kind_at(s, after) == PART_CMP))
            return PART_ANDN;
        if (kind_at(s, after) == PART_CMP && direction_behind(out) &&
            direction(&s->in[after]) == -direction_behind(out) &&
            numeral(kind_at(s, skip_fill(s, after + 1))))
            return PART_ANDN;
    }
    /* "one or two of the following" */
    if (kind == PART_OR && numeral(out->at[out->count - 1].kind) && numeral(kind_at(s, next)) &&
        kind_at(s, next + 1) == PART_COUNTOF)
        return PART_ORN;
    /* lists of grades: numbers without comparator and without unit, "I, II or III", "0 or 1" */
    if (kind == PART_COMMA || kind == PART_OR || kind == PART_AND || kind == PART_ANDOR ||
        kind == PART_SLASH) {
        const part *behind = &out->at[out->count - 1];

        if (numeral(behind->kind) && !behind->word_number && numeral(kind_at(s, next)) &&
            !s->in[next].word_number && kind_at(s, next + 1) != PART_ORMORE &&
            kind_at(s, next + 1) != PART_ORLESS && behind->number < 100) {
            bool scale = false, list_ends = kind != PART_COMMA;

            if (kind_at(s, next + 1) == PART_UNIT && s->in[next + 1].period)
                return kind; /* "at 6, 12 or 24 months": times, not grades */
            /* a comma list must end in a connective or go on with numbers only */
            for (size_t k = next + 1; !list_ends && k + 1 < s->count + 2; k += 2) {
                part_kind c = kind_at(s, k);
                if (c == PART_OR || c == PART_AND || c == PART_ANDOR)
                    list_ends = true;
                else if (c == PART_COMMA &&
                         (kind_at(s, k + 1) == PART_OR || kind_at(s, k + 1) == PART_AND))
                    list_ends = true;
                else if (c == PART_COMMA && numeral(kind_at(s, k + 1)))
                    continue;
                else {
                    list_ends = c == PART_END || c == PART_BRACKET;
                    break;
                }
            }
            for (size_t n = out->count; n-- > 0 && out->count - n < 12;) {
                part_kind k = out->at[n].kind;
                if (k == PART_THING || k == PART_WORD || k == PART_BRACKET) {
                    scale = true;
                    break;
                }
                if (k == PART_CMP && out->at[n].value[0] != '=')
                    return kind;
            }
            if (scale && list_ends)
                return kind == PART_COMMA ? PART_COMMAN : PART_ORN;
        }
    }
    return kind;
}

/* "older than", "over the age of", "between ages": the words tell that an age is meant. */
static bool says_age(const settler *s, const part *p)
{
    static const char *const words[] = {"older", "old", "younger", "young", "elder", "age", "ages"};

    for (size_t i = p->span.start; i < p->span.end; i++)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
            size_t n = strlen(words[k]);

            if ((i == p->span.start || !isalpha((unsigned char)s->text[i - 1])) &&
                i + n <= p->span.end && strncasecmp(s->text + i, words[k], n) == 0 &&
                (i + n == p->span.end || !isalpha((unsigned char)s->text[i + n])))
                return true;
        }
    return false;
}

/* "18 <= age <= 75", "30 > BMI": the bound stands before what it bounds. Written as "age >= 18 and
 * <= 75" it goes on with the comparator behind the name. Returns where to go on; i: it is none. */
static size_t turned(settler *s, list *out, size_t i)
{
    size_t measure = kind_at(s, i + 1) == PART_UNIT ? i + 1 : i, cmp = measure + 1, name = cmp + 1,
           end = name;
    const char *sign;
    part turn, link;

    if (kind_at(s, cmp) != PART_CMP || !direction(&s->in[cmp]) ||
        (out->count && (out->at[out->count - 1].kind == PART_CMP || quantity_behind(out))))
        return i;
    sign = s->in[cmp].value;
    while (end < s->count && end < name + 3 &&
           (s->in[end].kind == PART_AGEWORD || s->in[end].kind == PART_FILL ||
            (s->in[end].kind == PART_THING && s->in[end].hit.quantity)))
        end++;
    if (end == name || s->in[cmp].span.end - s->in[cmp].span.start > 3)
        return i;
    for (size_t k = name; k < end; k++)
        push(s, out, &s->in[k], s->in[k].kind);
    turn = s->in[cmp];
    turn.value = sign[0] == '<' ? (sign[1] ? ">=" : ">") : (sign[1] ? "<=" : "<");
    push(s, out, &turn, PART_CMP);
    push(s, out, &s->in[i], PART_NUMBER);
    if (measure > i)
        push(s, out, &s->in[measure], PART_UNIT);
    if (kind_at(s, end) == PART_CMP && direction(&s->in[end]) == direction(&s->in[cmp]) &&
        numeral(kind_at(s, end + 1))) {
        link = s->in[end];
        link.value = "";
        link.span.end = link.span.start;
        push(s, out, &link, PART_ANDN);
    }
    return end;
}

static list settle(settler *s, unsigned depth);

static void settle_bracket(settler *s, part *p, unsigned depth)
{
    settler in = {s->text, s->lx, s->arena, (part *)p->inside, p->inside_count};
    list l;

    if (depth >= BRACKET_DEPTH)
        return;
    l = settle(&in, depth + 1);
    p->inside = l.at;
    p->inside_count = l.count;
}

/* "a minimum life expectancy of 12 weeks": the comparator waits for its number. */
static bool waits(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    const char *text = s->text + p->span.start;
    size_t n = p->span.end - p->span.start, k = i + 1;

    if (!text_starts_nocase(text, n, "min") && !text_starts_nocase(text, n, "max") &&
        !text_starts_nocase(text, n, "a min") && !text_starts_nocase(text, n, "a max") &&
        !text_starts_nocase(text, n, "mnim"))
        return false;
    for (; k < s->count && k < i + 8; k++) {
        if (numeral(s->in[k].kind))
            return k > i + 1;
        switch (s->in[k].kind) {
        case PART_THING:
        case PART_WORD:
        case PART_AGEWORD:
        case PART_OF:
        case PART_FILL:
        case PART_COLON:
        case PART_QUAL:
        case PART_BRACKET:
        case PART_WITH:
        case PART_PERSON: break;
        default: return false;
        }
    }
    return false;
}

static list settle(settler *s, unsigned depth)
{
    list out = {0};
    const part *waiting = NULL;

    for (size_t i = 0; i < s->count && !arena_failed(s->arena); i++) {
        part *p = &s->in[i];
        part_kind next = kind_at(s, i + 1);
        size_t at;

        switch (p->kind) {
        case PART_BRACKET:
            /* "18 years (inclusive) to 75" */
            if (p->inside_count == 1 && quantity_behind(&out) &&
                (p->inside[0].kind == PART_EDGE || p->inside[0].kind == PART_INCLUDE)) {
                out.at[out.count - 1].edge = strcmp(p->inside[0].value, "ex") == 0 ? 'x' : 'i';
                break;
            }
            settle_bracket(s, p, depth);
            push(s, &out, p, PART_BRACKET);
            break;

        case PART_EDGE:
            if (quantity_behind(&out))
                out.at[out.count - 1].edge = strcmp(p->value, "ex") == 0 ? 'x' : 'i';
            else
                push(s, &out, p, PART_FILL);
            break;

        case PART_NUMBER:
            if ((at = turned(s, &out, i)) > i) {
                i = at - 1;
                break;
            }
            /* a number in words counts only where it measures or counts something */
            if (p->word_number) {
                bool counted =
                    next == PART_UNIT || next == PART_COUNTOF || next == PART_MULT ||
                    next == PART_ORMORE || next == PART_ORLESS || next == PART_NORMAL ||
                    next == PART_ULN || next == PART_HALFLIFE ||
                    (out.count && (out.at[out.count - 1].kind == PART_CMP ||
                                   out.at[out.count - 1].kind == PART_TO ||
                                   out.at[out.count - 1].kind == PART_BETWEEN ||
                                   out.at[out.count - 1].kind == PART_ANDN)) ||
                    ((next == PART_TOWORD || next == PART_OR) && numeral(kind_at(s, i + 2)));

                if (!counted) {
                    push(s, &out, p,
                         p->number >= 2 && next == PART_THING ? PART_NUMBER : PART_FILL);
                    break;
                }
            }
            /* weeks and days, years and months: one length */
            if (next == PART_UNIT && s->in[i + 1].period) {
                size_t k = i + 2;

                if (kind_at(s, k) == PART_AND || kind_at(s, k) == PART_COMMA)
                    k++;
                if (numeral(kind_at(s, k)) && kind_at(s, k + 1) == PART_UNIT &&
                    s->in[k + 1].period && !s->in[k].word_number &&
                    period_days((period){1, s->in[k + 1].period}) <
                        period_days((period){1, s->in[i + 1].period}) &&
                    s->in[k].number < 60 && s->in[i + 1].span.end + 6 > s->in[k].span.start) {
                    part whole = *p, measure = s->in[k + 1];
                    double ratio = s->in[i + 1].period == 'a' && measure.period == 'm'   ? 12
                                   : s->in[i + 1].period == 'w' && measure.period == 'd' ? 7
                                   : s->in[i + 1].period == 'd' && measure.period == 'h' ? 24
                                   : s->in[i + 1].period == 'h' && measure.period == 'n' ? 60
                                                                                         : 0;
                    if (ratio > 0) {
                        whole.number = p->number * ratio + s->in[k].number;
                        push(s, &out, &whole, PART_NUMBER);
                        push(s, &out, &measure, PART_UNIT);
                        i = k + 1;
                        break;
                    }
                }
            }
            if (waiting) {
                push(s, &out, waiting, PART_CMP);
                out.at[out.count - 1].span = p->span;
                waiting = NULL;
            }
            push(s, &out, p, PART_NUMBER);
            break;

        case PART_UNIT: {
            push(s, &out, p, PART_UNIT);
            /* "... or 5 half-lives, whichever is longer" belongs to the length before it */
            size_t k = i + 1;
            if (p->period && (kind_at(s, k) == PART_OR || kind_at(s, k) == PART_COMMA ||
                              kind_at(s, k) == PART_BRACKET)) {
                if (kind_at(s, k) == PART_COMMA && kind_at(s, k + 1) == PART_OR)
                    k++;
                if (kind_at(s, k + 1) == PART_CMP)
                    k++;
                if (numeral(kind_at(s, k + 1)) &&
                    (kind_at(s, k + 2) == PART_HALFLIFE ||
                     (kind_at(s, k + 2) == PART_FILL && kind_at(s, k + 3) == PART_HALFLIFE))) {
                    out.at[out.count - 1].half_lives = s->in[k + 1].number;
                    i = kind_at(s, k + 2) == PART_HALFLIFE ? k + 2 : k + 3;
                    while (kind_at(s, i + 1) == PART_LONGER ||
                           (kind_at(s, i + 1) == PART_COMMA && kind_at(s, i + 2) == PART_LONGER))
                        i++;
                }
            }
            break;
        }

        case PART_CMP: {
            size_t k = skip_fill(s, i + 1);
            /* ">= grade II": the word goes before the comparator */
            if (numeral(kind_at(s, k + 1)) &&
                (kind_at(s, k) == PART_WORD ||
                 (kind_at(s, k) == PART_THING && s->in[k].hit.quantity)) &&
                stage_word(s->text, s->in[k].span)) {
                push(s, &out, &s->in[k], s->in[k].kind);
                push(s, &out, p, PART_CMP);
                out.at[out.count - 1].span =
                    (eligo_span){s->in[k + 1].span.start, s->in[k + 1].span.start};
                i = k;
                break;
            }
            bool number = numeral(kind_at(s, k)) || kind_at(s, k) == PART_ULN ||
                          (kind_at(s, k) == PART_CMP && k == i + 1);

            if (kind_at(s, k) == PART_NORMAL && k == i + 1 && strchr("<>", p->value[0]) &&
                p->span.end - p->span.start <= 2)
                number = true;
            if (k == i + 1 && kind_at(s, k) == PART_DASH && numeral(kind_at(s, k + 1)))
                number = true; /* "< -2.5" */
            if (!number) {
                /* "above normal", "18 years or older (>=)" */
                part_kind as = no_comparator(s, p);
                if (waits(s, i)) {
                    waiting = p;
                    if (says_age(s, p))
                        push(s, &out, p, PART_AGEWORD);
                    break;
                }
                if (kind_at(s, k) != PART_NORMAL) {
                    push(s, &out, p, as);
                    break;
                }
            }
            /* two comparators for one: "equal or > 18", "= < 1" */
            if (kind_at(s, k) == PART_CMP) {
                const part *two = &s->in[k];
                if (p->value[0] == '=' || two->value[0] == '=') {
                    const part *real = p->value[0] == '=' ? two : p;
                    part both = *p;
                    both.value = real->value[0] == '<' ? "<=" : real->value[0] == '>' ? ">=" : "=";
                    both.span.end = two->span.end;
                    push(s, &out, &both, PART_CMP);
                    i = k;
                    break;
                }
                push(s, &out, p, PART_FILL);
                break;
            }
            if (says_age(s, p) && !(out.count && out.at[out.count - 1].kind == PART_ANDN))
                push(s, &out, p, PART_AGEWORD);
            /* words between go; "the age of" tells what is measured */
            for (size_t m = i + 1; m < k; m++)
                if (s->in[m].kind == PART_AGEWORD)
                    push(s, &out, &s->in[m], PART_AGEWORD);
            push(s, &out, p, PART_CMP);
            i = k - 1;
            break;
        }

        case PART_BETWEEN:
        case PART_FROM: {
            size_t k = skip_fill(s, i + 1);

            if (p->kind == PART_FROM && time_behind(&out) && anchor_ahead(s, i + 1)) {
                size_t end = anchor_end(s, i + 1);
                part q = *p;
                set_anchor(s, &q, i + 1, end);
                push(s, &out, &q, PART_OFEVENT);
                i = end - 1;
                break;
            }
            if (numeral(kind_at(s, k)) ||
                (kind_at(s, k) == PART_CMP && numeral(kind_at(s, k + 1)))) {
                if (says_age(s, p))
                    push(s, &out, p, PART_AGEWORD);
                for (size_t m = i + 1; m < k; m++)
                    if (s->in[m].kind == PART_AGEWORD)
                        push(s, &out, &s->in[m], PART_AGEWORD);
                push(s, &out, p, PART_BETWEEN);
                i = k - 1;
            } else
                push(s, &out, p, PART_FILL);
            break;
        }

        case PART_TOWORD: {
            size_t k = skip_fill(s, i + 1);

            if (quantity_behind(&out) &&
                (numeral(kind_at(s, k)) ||
                 (kind_at(s, k) == PART_CMP && numeral(kind_at(s, k + 1))) ||
                 (kind_at(s, k) == PART_DASH && numeral(kind_at(s, k + 1))))) {
                push(s, &out, p, PART_TO);
                i = k - 1;
            } else
                push(s, &out, p, PART_FILL);
            break;
        }

        case PART_DASH:
            if (quantity_behind(&out) &&
                (numeral(next) || (next == PART_CMP && numeral(kind_at(s, i + 2)))) &&
                !direction_behind(&out) &&
                !(out.at[out.count - 1].kind == PART_UNIT && !out.at[out.count - 1].period &&
                  !p->joined))
                push(s, &out, p, PART_TO);
            else if (numeral(next) && s->in[i + 1].joined &&
                     (!out.count || out.at[out.count - 1].kind == PART_CMP ||
                      out.at[out.count - 1].kind == PART_BETWEEN ||
                      out.at[out.count - 1].kind == PART_TO ||
                      out.at[out.count - 1].kind == PART_ANDN)) {
                if (out.count) /* a sign */ {
                    s->in[i + 1].number = -s->in[i + 1].number;
                    s->in[i + 1].span.start = p->span.start;
                }
            } else if (quantity_behind(&out) && (next == PART_TOWORD || next == PART_AND))
                ; /* "18- and 65-years", "-1- to -10" */
            else if (!p->joined || (i + 1 < s->count && !s->in[i + 1].joined))
                push(s, &out, p, PART_DASH);
            break;

        case PART_AND:
        case PART_OR:
        case PART_ANDOR:
        case PART_COMMA:
        case PART_BUT:
        case PART_SLASH: {
            part_kind as = number_connective(s, &out, i);

            if (as == PART_ANDN) {
                push(s, &out, p, PART_ANDN);
                i = skip_fill(s, i + 1) - 1;
            } else if (as != PART_END)
                push(s, &out, p, as);
            break;
        }

        case PART_MULT: {
            size_t k = skip_fill(s, i + 1);

            /* "3 x ULN", "3 times the normal"; "twice a week" and "2 x 2" are something else */
            if (quantity_behind(&out) &&
                (kind_at(s, k) == PART_ULN || kind_at(s, k) == PART_NORMAL)) {
                push(s, &out, p, PART_MULT);
                i = k - 1;
            } else if (quantity_behind(&out) && kind_at(s, k) == PART_CMP &&
                       (kind_at(s, k + 1) == PART_NORMAL || kind_at(s, k + 1) == PART_ULN)) {
                push(s, &out, p, PART_MULT); /* "twice higher than normal" */
                i = k;
            } else if (quantity_behind(&out) && kind_at(s, k) == PART_WORD &&
                       (kind_at(s, k + 1) == PART_ULN || kind_at(s, k + 1) == PART_NORMAL)) {
                push(s, &out, p, PART_MULT); /* "3 times the institutional ULN" */
                i = k;
            } else
                push(s, &out, p, PART_FILL);
            break;
        }

        case PART_NORMAL:
            if (out.count && (out.at[out.count - 1].kind == PART_MULT ||
                              out.at[out.count - 1].kind == PART_CMP ||
                              (out.at[out.count - 1].kind == PART_NUMBER &&
                               out.at[out.count - 1].word_number))) {
                part q = *p;
                int way = direction_behind(&out);

                q.value = out.at[out.count - 1].kind == PART_CMP && way < 0 ? "lln" : "uln";
                push(s, &out, &q, PART_ULN);
            } else {
                part q = *p;
                q.value = "result:normal";
                push(s, &out, &q, PART_QUAL);
            }
            break;

        case PART_ULN:
            if (quantity_behind(&out) || (out.count && (out.at[out.count - 1].kind == PART_MULT ||
                                                        out.at[out.count - 1].kind == PART_CMP)))
                push(s, &out, p, PART_ULN);
            else
                push(s, &out, p, PART_WORD);
            break;

        case PART_PREDICTED:
            push(s, &out, p,
                 out.count && out.at[out.count - 1].kind == PART_UNIT ? PART_PREDICTED : PART_WORD);
            break;

        case PART_ORMORE:
        case PART_ORLESS:
            /* behind "years of age", too: "18 years of age or older" */
            while (out.count > 1 && out.at[out.count - 1].kind == PART_AGEWORD &&
                   (out.at[out.count - 2].kind == PART_UNIT ||
                    out.at[out.count - 2].kind == PART_NUMBER)) {
                part *u = &out.at[out.count - 2];
                u->age = true;
                u->span.end = out.at[out.count - 1].span.end;
                out.count--;
            }
            if (numeral(kind_at(s, skip_fill(s, i + 1))) &&
                (quantity_behind(&out) || skip_fill(s, i + 1) > i + 1 || open_behind(&out)) &&
                kind_at(s, skip_fill(s, i + 1) + 1) != PART_COUNTOF) {
                /* "at least 18 and under 90": a connective and a comparator after all */
                bool and = tolower((unsigned char)s->text[p->span.start]) == 'a';
                bool less = p->kind == PART_ORLESS;
                part q = *p;

                q.value = less ? "<" : ">";
                if (says_age(s, p))
                    push(s, &out, &q, PART_AGEWORD);
                if (and&&out.count &&
                    (direction_behind(&out) == (less ? 1 : -1) ||
                     out.at[out.count - 1].kind == (less ? PART_ORMORE : PART_ORLESS))) {
                    part n = *p;
                    n.value = "";
                    push(s, &out, &n, PART_ANDN);
                } else {
                    part n = *p;
                    n.value = "";
                    push(s, &out, &n, and? PART_AND : PART_OR);
                }
                push(s, &out, &q, PART_CMP);
                i = skip_fill(s, i + 1) - 1;
            } else if (quantity_behind(&out)) {
                if (says_age(s, p))
                    out.at[out.count - 1].age = true;
                push(s, &out, p, p->kind);
            } else
                push(s, &out, p, PART_WORD);
            break;

        case PART_COLON:
            /* "except for: ..." */
            if (out.count &&
                (out.at[out.count - 1].kind == PART_EXCEPT ||
                 out.at[out.count - 1].kind == PART_UNLESS ||
                 out.at[out.count - 1].kind == PART_INCLUDE ||
                 out.at[out.count - 1].kind == PART_DEFINED ||
                 out.at[out.count - 1].kind == PART_AND || out.at[out.count - 1].kind == PART_OR))
                break;
            push(s, &out, p, PART_COLON);
            break;

        case PART_QUAL:
            /* "in recent 3 months" */
            if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "recent") &&
                numeral(next) && kind_at(s, i + 2) == PART_UNIT && s->in[i + 2].period)
                push(s, &out, p, PART_LAST);
            else
                push(s, &out, p, PART_QUAL);
            break;

        case PART_NOT:
            /* "non-pedunculated": an adjective; "non-smoker" denies */
            if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "non") &&
                (next == PART_WORD || (next == PART_THING && narrows_a_noun(s, i + 1)))) {
                /* "non-type 2 diabetes": of the diabetes, what is not of type 2 */
                part q = s->in[i + 1];
                q.span.start = p->span.start;
                push(s, &out, &q, PART_WORD);
                i++;
            } else {
                /* "no prior", "never", "no current": a negation with its tense */
                part q = *p;

                q.value = "";
                push(s, &out, &q, PART_NOT);
                if (strcmp(p->value, "history") == 0)
                    push(s, &out, &q, PART_HISTORY);
                else if (strcmp(p->value, "current") == 0)
                    push(s, &out, &q, PART_CURRENT);
            }
            break;

        case PART_SEX: {
            /* "male or female": everybody */
            size_t k = i + 1;

            if ((kind_at(s, k) == PART_OR || kind_at(s, k) == PART_AND ||
                 kind_at(s, k) == PART_SLASH || kind_at(s, k) == PART_ANDOR ||
                 kind_at(s, k) == PART_COMMA) &&
                kind_at(s, k + 1) == PART_SEX && strcmp(s->in[k + 1].value, p->value) != 0) {
                part q = *p;
                q.span.end = s->in[k + 1].span.end;
                push(s, &out, &q, PART_PERSON);
                i = k + 1;
            } else
                push(s, &out, p, PART_SEX);
            break;
        }

        case PART_WITHIN:
            if (time_ahead(s, i + 1, true)) {
                push(s, &out, p, PART_WITHIN);
                while (kind_at(s, i + 1) == PART_FILL || kind_at(s, i + 1) == PART_EVERY)
                    i++;
            } else
                push(s, &out, p, PART_FILL);
            break;

        case PART_LAST:
        case PART_PRIOR:
            if (time_ahead(s, i + 1, true)) {
                push(s, &out, p, PART_LAST);
                while (kind_at(s, i + 1) == PART_FILL)
                    i++;
                if (kind_at(s, i + 1) == PART_WORD) { /* "the last year": one */
                    unit_hit hit;
                    part *w = &s->in[i + 1];
                    part measure = *w;

                    if (unit_match(s->text + w->span.start, w->span.end - w->span.start, NULL,
                                   &hit) &&
                        hit.of_time) {
                        measure.unit.ucum = arena_text(s->arena, hit.ucum, strlen(hit.ucum));
                        measure.unit.text = arena_text(s->arena, s->text + w->span.start,
                                                       w->span.end - w->span.start);
                        measure.period = hit.period;
                        push(s, &out, &measure, PART_UNIT);
                        i++;
                    }
                }
            } else if (p->kind == PART_PRIOR && time_behind(&out))
                push(s, &out, p, PART_AGO);
            else
                push(s, &out, p, p->kind == PART_PRIOR ? PART_HISTORY : PART_FILL);
            break;

        case PART_NEXT:
        case PART_FOLLOW:
            if (time_ahead(s, i + 1, true) && out.count &&
                out.at[out.count - 1].kind == PART_WITHIN) {
                push(s, &out, p, PART_NEXT);
                if (kind_at(s, i + 1) == PART_WORD) {
                    unit_hit hit;
                    part measure = s->in[i + 1];

                    if (unit_match(s->text + measure.span.start,
                                   measure.span.end - measure.span.start, NULL, &hit) &&
                        hit.of_time) {
                        measure.unit.ucum = arena_text(s->arena, hit.ucum, strlen(hit.ucum));
                        measure.period = hit.period;
                        push(s, &out, &measure, PART_UNIT);
                        i++;
                    }
                }
                break;
            }
            if (p->kind == PART_NEXT) {
                push(s, &out, p, PART_FILL);
                break;
            }
            if (next == PART_END || next == PART_COLON ||
                (out.count && (out.at[out.count - 1].kind == PART_ANYOF ||
                               out.at[out.count - 1].kind == PART_ALLOF)) ||
                text_starts_nocase(s->text + p->span.start, p->span.end - p->span.start, "the ")) {
                push(s, &out, p, PART_FOLLOWING);
                break;
            }
            /* fall through */
        case PART_BEFORE:
        case PART_AFTER: {
            bool after = p->kind != PART_BEFORE;
            size_t end = anchor_end(s, i + 1);

            /* "before 24 weeks of gestation" bounds an age, "post-traumatic" is a word */
            if (!after && numeral(next)) {
                part q = *p;
                q.value = "<";
                push(s, &out, &q, PART_CMP);
                break;
            }
            /* "pre-operative", "post-traumatic": words, but where a length of time stands before
             * them */
            if (p->span.end - p->span.start <= 4 && !time_behind(&out) &&
                kind_at(s, i + 1) != PART_ANCHOR &&
                !(kind_at(s, i + 1) == PART_THING && s->in[i + 1].hit.thing &&
                  s->in[i + 1].hit.thing->category == CATEGORY_PROCEDURE)) {
                push(s, &out, p, PART_FILL);
                break;
            }
            if (end == i + 1 && time_behind(&out)) {
                push(s, &out, p, after ? PART_FILL : PART_AGO);
                break;
            }
            if (end == i + 1 || !(anchor_ahead(s, i + 1) || time_behind(&out))) {
                push(s, &out, p, PART_WORD);
                break;
            }
            part q = *p;
            set_anchor(s, &q, i + 1, end);
            push(s, &out, &q, after ? PART_AFTER : PART_BEFORE);
            i = end - 1;
            break;
        }

        case PART_OF:
            /* "at least 2 of:", "2 of 3:" */
            if (out.count && numeral(out.at[out.count - 1].kind) &&
                (next == PART_COLON ||
                 ((numeral(next) || next == PART_FILL) && kind_at(s, i + 2) == PART_COLON))) {
                part q = *p;

                if (next != PART_COLON)
                    q.span.end = s->in[++i].span.end;
                push(s, &out, &q, PART_COUNTOF);
                break;
            }
            if (time_behind(&out) && out.at[out.count - 1].kind == PART_UNIT &&
                anchor_ahead(s, i + 1)) {
                bool window = false;

                for (size_t k = out.count; k-- > 0 && out.count - k < 6;)
                    if (out.at[k].kind == PART_WITHIN || out.at[k].kind == PART_CMP ||
                        out.at[k].kind == PART_LAST)
                        window = true;
                if (window) {
                    size_t end = anchor_end(s, i + 1);
                    part q = *p;

                    set_anchor(s, &q, i + 1, end);
                    push(s, &out, &q, PART_OFEVENT);
                    i = end - 1;
                    break;
                }
            }
            push(s, &out, p, PART_OF);
            break;

        case PART_AGO: push(s, &out, p, time_behind(&out) ? PART_AGO : PART_FILL); break;

        case PART_FOR:
            if (time_ahead(s, i + 1, true)) {
                push(s, &out, p, PART_FOR);
                while (kind_at(s, i + 1) == PART_FILL || kind_at(s, i + 1) == PART_EVERY ||
                       kind_at(s, i + 1) == PART_OF)
                    i++;
            } else
                push(s, &out, p,
                     text_starts_nocase(s->text + p->span.start, p->span.end - p->span.start, "for")
                         ? PART_FILL
                         : PART_WORD);
            break;

        case PART_COUNTOF:
            if (quantity_behind(&out) || (out.count && (out.at[out.count - 1].kind == PART_ORMORE ||
                                                        out.at[out.count - 1].kind == PART_ORLESS)))
                push(s, &out, p, PART_COUNTOF);
            else
                push(s, &out, p, PART_FOLLOWING);
            break;

        case PART_ANYOF:
            /* "any" alone is a filler; "at least one of the following" counts */
            if (next == PART_FOLLOWING || next == PART_FOLLOW || next == PART_COUNTOF)
                push(s, &out, p, PART_ANYOF);
            else
                push(s, &out, p, PART_FILL);
            break;

        case PART_ALLOF:
            push(s, &out, p,
                 next == PART_FOLLOWING || next == PART_FOLLOW || next == PART_COUNTOF ||
                         (p->span.end - p->span.start > 4)
                     ? PART_ALLOF
                     : PART_FILL);
            break;

        case PART_LONGER:
        case PART_EVERY:
        case PART_HALFLIFE: push(s, &out, p, PART_FILL); break;

        case PART_ATTIME: {
            /* "at screening", "at the time of surgery": when it is looked at */
            size_t k = i + 1, end = anchor_end(s, i + 1);
            bool anchor = false;

            for (; k < end && k < i + 5; k++)
                if (s->in[k].kind == PART_ANCHOR || s->in[k].kind == PART_INCLUSION ||
                    s->in[k].kind == PART_CONSENT) {
                    anchor = true;
                    break;
                }
            if (anchor) {
                part q = *p;
                q.span.end = s->in[k].span.end;
                push(s, &out, &q, PART_FILL);
                i = k;
            } else
                push(s, &out, p, PART_FILL);
            break;
        }

        case PART_ANCHOR: {
            /* not behind "before": an ordinary word, or the name of something */
            part q = *p;
            atoms a =
                lexicon_cut(s->lx, s->text + p->span.start, p->span.end - p->span.start, s->arena);
            bool found = false;

            for (size_t k = 0; k < a.count && !found; k++) {
                lexicon_hit hit;
                if (lexicon_match(s->lx, &a, k, &hit)) {
                    q.hit = hit;
                    q.hit.span.start += p->span.start;
                    q.hit.span.end += p->span.start;
                    found = true;
                }
            }
            push(s, &out, &q, found ? PART_THING : PART_WORD);
            break;
        }

        case PART_INCLUSION: push(s, &out, p, PART_FILL); break;

        case PART_DIAGNOSIS: {
            part q = *p;
            q.value = "certainty:confirmed";
            push(s, &out, &q, PART_QUAL);
            break;
        }

        case PART_ON: {
            /* "on aspirin" is use; "on the day of", "on CT" are not */
            bool drug = next == PART_THING && s->in[i + 1].hit.thing &&
                        (s->in[i + 1].hit.thing->category == CATEGORY_MEDICATION ||
                         s->in[i + 1].hit.thing->category == CATEGORY_PROCEDURE);
            push(s, &out, p, drug ? PART_CURRENT : PART_FILL);
            break;
        }

        case PART_HISTORY:
            /* "the patients had at least one of ..." tells no past */
            if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "had") &&
                (next == PART_ANYOF || next == PART_CMP || next == PART_NUMBER ||
                 next == PART_FOLLOWING || next == PART_ALLOF))
                push(s, &out, p, PART_FILL);
            else
                push(s, &out, p, PART_HISTORY);
            break;

        case PART_JUDGE:
            /* "comply with any of the following" speaks of the list */
            push(s, &out, p,
                 next == PART_ANYOF || next == PART_ALLOF || next == PART_FOLLOWING ||
                         next == PART_COUNTOF
                     ? PART_FILL
                     : PART_JUDGE);
            break;

        default: push(s, &out, p, p->kind); break;
        }
    }
    return out;
}

parts token_parts(const char *text, size_t size, const lexicon *lx, arena *a)
{
    tagger t = {.text = text, .size = size, .lx = lx, .arena = a};
    list raw = {0}, done;
    lexeme *lex;
    settler s;
    bool cut;

    if (!scan_text(text, size, a, &lex, &t.count))
        return (parts){.text = text, .size = size};
    cut = t.count > LIMIT_CRITERION_TOKENS;
    if (cut)
        t.count = LIMIT_CRITERION_TOKENS;
    t.lex = lex;
    t.atoms = lexicon_cut(lx, text, size, a);
    if (!match_brackets(&t))
        return (parts){.text = text, .size = size};
    tag(&t, &raw, 0, t.count, 0);
    s = (settler){text, lx, a, raw.at, raw.count};
    done = settle(&s, 0);
    if (arena_failed(a))
        return (parts){.text = text, .size = size};
    return (parts){text, size, done.at, done.count, cut};
}
