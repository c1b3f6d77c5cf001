#include "grammar/tagger.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The first pass: lexemes to parts, each word looked up in the lexicon and among the words of the
 * grammar. */

/* What the tagger works on: lexemes, the atoms of the same text, the parts made so far. */
typedef struct tagger {
    const char *text;
    size_t size;
    const lexicon *lx;
    arena *arena;
    const lexeme *lex;
    size_t count;
    const size_t *closes; /* of an opening bracket: the lexeme that closes it; 0: none */
    const size_t *opens;  /* of a closing one: the lexeme behind the one that opens it; 0: none */
    atoms atoms;
    size_t atom; /* the first atom that does not begin before the current lexeme */
} tagger;

static part *add(tagger *t, part_list *l, part_kind kind, size_t start, size_t end)
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
    {"WORD", PART_WORD},
};

static part_kind kind_of_class(const char *class)
{
    size_t low = 0, high = sizeof classes / sizeof *classes;

    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = class[0] - classes[middle].class[0];

        if (order == 0)
            order = strcmp(class, classes[middle].class);

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

static void add_unit(tagger *t, part_list *out, const unit_hit *hit, size_t start)
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

static const concept *quantity_before(const part_list *out)
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

/* One number and the unit behind it. Returns the next lexeme. */
static size_t tag_number(tagger *t, part_list *out, size_t i)
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
        size_t open = t->opens[next];

        if (open && bare_bracket(t, open - 1, next) &&
            unit_match(t->text + at, t->size - at, NULL, &hit) && hit.of_time) {
            add_unit(t, out, &hit, at);
            return lexeme_from(t, next, at + hit.size);
        }
    }
    return next;
}

static void tag(tagger *t, part_list *out, size_t from, size_t to, unsigned depth);

static bool all_capitals(const char *text, eligo_span s)
{
    for (size_t i = s.start; i < s.end; i++)
        if (islower((unsigned char)text[i]))
            return false;
    return true;
}

/* A stage in roman numerals or a letter, behind something that has stages: "NYHA class of II or
 * III", "Child-Pugh B". */
static part *tag_stage(tagger *t, part_list *out, eligo_span s)
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
static size_t tag_word(tagger *t, part_list *out, size_t i, size_t to)
{
    eligo_span s = t->lex[i].span;
    size_t cue_atoms = 0, limit = t->lex[to].span.start;
    lexicon_hit hit;
    const cue *c;
    part *p;

    if (tag_stage(t, out, s))
        return i + 1;
    /* "ex. spondylolisthesis" */
    if (lexeme_is(t, i, "ex") && i + 2 < to && t->lex[i + 1].kind == LEX_PERIOD &&
        adjacent(t, i + 1)) {
        add(t, out, PART_INCLUDE, s.start, t->lex[i + 1].span.end);
        return i + 2;
    }
    while (t->atom < t->atoms.count && t->atoms.list[t->atom].start < s.start)
        t->atom++;
    if (t->atom < t->atoms.count && t->atoms.list[t->atom].start < s.end) {
        bool found = lexicon_match(t->lx, &t->atoms, t->atom, &hit) && hit.span.end <= limit;
        size_t cue_end;

        /* "kidney disease stage 3 to 5": the name ends before the number, which begins a range or a
         * part_list */
        if (found && hit.atoms > 1 && range_goes_on(t, lexeme_from(t, i, hit.span.end), to)) {
            atoms shorter = t->atoms;

            shorter.count = t->atom + hit.atoms - 1;
            found = lexicon_match(t->lx, &shorter, t->atom, &hit) && hit.span.end <= limit;
        }

        c = cue_match(&t->atoms, t->atom, &cue_atoms);
        /* "40, or less than 18": a connective and a comparator, not "or less" */
        if (c && cue_atoms > 1 &&
            (strcmp(c->class, "ORMORE") == 0 || strcmp(c->class, "ORLESS") == 0)) {
            size_t longer = 0;
            const cue *next = cue_match(&t->atoms, t->atom + 1, &longer);

            if (next && strcmp(next->class, "CMP") == 0 && longer + 1 > cue_atoms) {
                atoms one = t->atoms;

                one.count = t->atom + 1;
                c = cue_match(&one, t->atom, &cue_atoms);
            }
        }
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
            if (cue_end == s.end)
                p->roles = roles_of(t->text + s.start, s.end - s.start);
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
            if (hit.span.end == s.end)
                p->roles = roles_of(t->text + s.start, s.end - s.start);
            if (p->kind == PART_JUDGE)
                p->value = k->name;
            if (strcmp(k->id, "female") == 0 || strcmp(k->id, "male") == 0) {
                p->kind = PART_SEX; /* "female sex" */
                p->value = k->id;
            }
            return lexeme_from(t, i, hit.span.end);
        }
    }
    p = add(t, out, PART_WORD, s.start, s.end);
    if (p)
        p->roles = roles_of(t->text + s.start, s.end - s.start);
    return i + 1;
}

static void add_sign(tagger *t, part_list *out, part_kind kind, const char *value, eligo_span s)
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
static bool minus(const tagger *t, const part_list *out, size_t i, size_t to)
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

static bool named_number(tagger *t, part_list *out, size_t i, size_t to)
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

static void tag(tagger *t, part_list *out, size_t from, size_t to, unsigned depth)
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
                part_list inside = {0};
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
    size_t *opens = arena_array(t->arena, t->count + 1, sizeof *opens);
    size_t *open = arena_array(t->arena, t->count + 1, sizeof *open), n = 0;

    if (!closes || !opens || !open)
        return false;
    for (size_t i = 0; i < t->count; i++) {
        if (t->lex[i].kind == LEX_OPEN)
            open[n++] = i;
        else if (t->lex[i].kind == LEX_CLOSE && n) {
            closes[open[--n]] = i;
            opens[i] = open[n] + 1;
        }
    }
    t->closes = closes;
    t->opens = opens;
    return true;
}

bool tag_parts(const char *text, size_t size, const lexicon *lx, arena *a, part_list *out,
               atoms *words, bool *cut)
{
    tagger t = {.text = text, .size = size, .lx = lx, .arena = a};
    lexeme *lex;

    if (!scan_text(text, size, a, &lex, &t.count))
        return false;
    *cut = t.count > LIMIT_CRITERION_TOKENS;
    if (*cut)
        t.count = LIMIT_CRITERION_TOKENS;
    t.lex = lex;
    t.atoms = *words = lexicon_cut(lx, text, size, a);
    if (!match_brackets(&t))
        return false;
    tag(&t, out, 0, t.count, 0);
    return !arena_failed(a);
}
