#include "grammar/status.h"
#include "grammar/tag.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/known.h"
#include "rules/landmark.h"
#include "rules/narrow.h"
#include "rules/sayings.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The first pass: lexemes to parts, each word looked up in the lexicon and among the words of the
 * grammar. */

part *tag_add(tagger *t, part_list *l, part_kind kind, size_t start, size_t end)
{
    part *p;

    if (!arena_grow(t->arena, (void **)&l->at, l->count, &l->room, sizeof *l->at))
        return NULL;
    p = &l->at[l->count++];
    *p = (part){.kind = kind, .span = {start, end}, .value = ""};
    p->joined = start > 0 && !text_is_blank(t->text[start - 1]);
    return p;
}

/* ---- cues ---- */

/* What the words of a class of rules/cues.tsv are. */
static const unsigned char kind_of_class[CUE_KINDS] = {
    [CUE_AFTER] = PART_AFTER,
    [CUE_AGEWORD] = PART_AGEWORD,
    [CUE_AGO] = PART_AGO,
    [CUE_ALLOF] = PART_ALLOF,
    [CUE_ANCHOR] = PART_ANCHOR,
    [CUE_AND] = PART_AND,
    [CUE_ANDOR] = PART_ANDOR,
    [CUE_ANYOF] = PART_ANYOF,
    [CUE_ATTIME] = PART_ATTIME,
    [CUE_BEFORE] = PART_BEFORE,
    [CUE_BETWEEN] = PART_BETWEEN,
    [CUE_BOTHPERIOD] = PART_FILL,
    [CUE_BUT] = PART_BUT,
    [CUE_CAUSED] = PART_CAUSED,
    [CUE_CMP] = PART_CMP,
    [CUE_CONSENT] = PART_CONSENT,
    [CUE_COUNTOF] = PART_COUNTOF,
    [CUE_CURRENT] = PART_CURRENT,
    [CUE_DEFINED] = PART_DEFINED,
    [CUE_DIAGNOSIS] = PART_DIAGNOSIS,
    [CUE_EDGE] = PART_EDGE,
    [CUE_EVERY] = PART_EVERY,
    [CUE_EXCEPT] = PART_EXCEPT,
    [CUE_EXCLUDED] = PART_EXCLUDED,
    [CUE_FAMILY] = PART_FAMILY,
    [CUE_FILL] = PART_FILL,
    [CUE_FOLD] = PART_FOLDWORD,
    [CUE_FOLLOW] = PART_FOLLOW,
    [CUE_FOLLOWING] = PART_FOLLOWING,
    [CUE_FOR] = PART_FOR,
    [CUE_FORGROUP] = PART_FORGROUP,
    [CUE_FROM] = PART_FROM,
    [CUE_HALFLIFE] = PART_HALFLIFE,
    [CUE_HISTORY] = PART_HISTORY,
    [CUE_IF] = PART_IF,
    [CUE_INCLUDE] = PART_INCLUDE,
    [CUE_INCLUSION] = PART_INCLUSION,
    [CUE_JUDGE] = PART_JUDGE,
    [CUE_LAST] = PART_LAST,
    [CUE_LONGER] = PART_LONGER,
    [CUE_MULT] = PART_MULT,
    [CUE_MUST] = PART_MUST,
    [CUE_NAIVE] = PART_NAIVE,
    [CUE_NEED] = PART_NEED,
    [CUE_NEXT] = PART_NEXT,
    [CUE_NORMAL] = PART_NORMAL,
    [CUE_NOT] = PART_NOT,
    [CUE_NUMBER] = PART_NUMBERWORD,
    [CUE_OF] = PART_OF,
    [CUE_ON] = PART_ON,
    [CUE_OR] = PART_OR,
    [CUE_ORLESS] = PART_ORLESS,
    [CUE_ORMORE] = PART_ORMORE,
    [CUE_PERSON] = PART_PERSON,
    [CUE_PLANNED] = PART_PLANNED,
    [CUE_PREDICTED] = PART_PREDICTED,
    [CUE_PRIOR] = PART_PRIOR,
    [CUE_QUAL] = PART_QUAL,
    [CUE_SEX] = PART_SEX,
    [CUE_TO] = PART_TOWORD,
    [CUE_ULN] = PART_ULN,
    [CUE_UNLESS] = PART_UNLESS,
    [CUE_WHEN] = PART_WHEN,
    [CUE_WHO] = PART_WHO,
    [CUE_WITH] = PART_WITH,
    [CUE_WITHIN] = PART_WITHIN,
    [CUE_WORD] = PART_WORD,
};

/* ---- first pass: lexemes to parts ---- */

bool tag_adjacent(const tagger *t, size_t i)
{
    return i > 0 && i < t->count && t->lex[i - 1].span.end == t->lex[i].span.start;
}

/* The first lexeme that begins at or behind a byte. */
size_t tag_lexeme_from(const tagger *t, size_t i, size_t byte)
{
    while (i < t->count && t->lex[i].span.start < byte)
        i++;
    return i;
}

/* "(16-24) weeks", "(>=)": brackets that carry no meaning of their own. */
bool tag_bare_bracket(const tagger *t, size_t open, size_t close)
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

static void tag(tagger *t, part_list *out, size_t from, size_t to, unsigned depth);

bool tag_all_capitals(const char *text, eligo_span s)
{
    for (size_t i = s.start; i < s.end; i++)
        if (islower((unsigned char)text[i]))
            return false;
    return true;
}

/* The unit in which a quantity is given, printed behind its name and before the numbers:
 * "hemoglobin (g/dL)", "weight in kg". The words from `at` up to the byte `end`, all of them; the
 * quantity keeps it for its bounds. `end` 0: up to where the unit ends. False: it is none, or does
 * not measure the quantity. *behind: the byte behind it. */
static bool tag_stated_unit(tagger *t, part_list *out, size_t at, size_t end, size_t *behind)
{
    part *p = NULL;
    unit_hit hit;

    for (size_t k = out->count; k-- > 0 && !p && out->count - k <= 3;)
        if (out->at[k].kind == PART_AGEWORD ||
            (out->at[k].kind == PART_THING && out->at[k].hit.quantity))
            p = &out->at[k];
        else if (out->at[k].kind != PART_WORD || !(out->at[k].roles & ROLE_LIGHT_QUANTITY))
            return false;
    if (!p || p->unit.text)
        return false;
    if (end && end - at > 3 && text_starts_nocase(t->text + at, end - at, "in "))
        at += 3;
    if (end && p->kind == PART_THING) { /* "body mass index (BMI, kg/m2)": its name again */
        const char *comma = memchr(t->text + at, ',', end - at);
        lexicon_hit again;

        if (comma) {
            atoms name = lexicon_cut(t->lx, t->text + at, (size_t)(comma - t->text) - at, t->arena);

            if (name.count && lexicon_match(t->lx, &name, 0, &again) && again.atoms == name.count &&
                again.quantity == p->hit.quantity)
                at = (size_t)(comma - t->text) + 1;
        }
    }
    while (at < t->size && t->text[at] == ' ')
        at++;
    if (!unit_match(t->text + at, (end ? end : t->size) - at, p->hit.quantity, &hit) || !hit.size)
        return false;
    *behind = at + hit.size;
    if (end && *behind < end && t->text[*behind] == '.')
        ++*behind;
    if (end && *behind != end)
        return false;
    if (p->kind == PART_AGEWORD || is_landmark(p->hit.quantity, LANDMARK_AGE))
        return hit.of_time && hit.period == 'a'; /* an age without a unit is one in years */
    if (!unit_fits(p->hit.quantity, hit.ucum))
        return false;
    p->unit.ucum = arena_text(t->arena, hit.ucum, strlen(hit.ucum));
    p->unit.text = arena_text(t->arena, t->text + at, hit.size);
    return true;
}

/* The roles of the word of lexeme s, at the current atom: mostly the atom has them. */
static role_set word_roles(const tagger *t, eligo_span s)
{
    const atom *a = &t->atoms.list[t->atom];

    if (t->atom < t->atoms.count && a->known && a->start == s.start && a->end == s.end)
        return known_roles_of(a->known)->roles & ~ROLES_ASIDE;
    return roles_of(t->text + s.start, s.end - s.start);
}

/* Is the letter in brackets at lexeme i one of two, which stand for the sexes? */
static bool letter_of_sex(const tagger *t, size_t i)
{
    char other = t->text[t->lex[i].span.start] == 'M' ? 'F' : 'M';

    if (t->text[t->lex[i].span.start] != 'M' && t->text[t->lex[i].span.start] != 'F')
        return false;
    for (size_t k = i > 12 ? i - 12 : 1; k + 1 < t->count && k < i + 12; k++)
        if (k != i && t->lex[k].kind == LEX_WORD &&
            t->lex[k].span.end - t->lex[k].span.start == 1 &&
            t->text[t->lex[k].span.start] == other && t->lex[k - 1].kind == LEX_OPEN &&
            t->lex[k + 1].kind == LEX_CLOSE)
            return true;
    return false;
}

/* Letters and little words that are not what they look like. Returns the next lexeme; i: it is
 * none of them. */
static size_t tag_little_word(tagger *t, part_list *out, size_t i, size_t to)
{
    eligo_span s = t->lex[i].span;

    /* "hepatitis (A, B or C)": a letter, no article */
    if (s.end - s.start == 1 && t->text[s.start] == 'A' && i > 0 && i + 1 < t->count &&
        (t->lex[i - 1].kind == LEX_OPEN || t->lex[i - 1].kind == LEX_COMMA ||
         t->lex[i - 1].kind == LEX_SLASH) &&
        (t->lex[i + 1].kind == LEX_COMMA || t->lex[i + 1].kind == LEX_SLASH ||
         t->lex[i + 1].kind == LEX_CLOSE || tag_lexeme_is(t, i + 1, "or") ||
         tag_lexeme_is(t, i + 1, "and"))) {
        tag_add(t, out, PART_WORD, s.start, s.end);
        return i + 1;
    }
    /* "> 450 ms (M), > 470 ms (F)" */
    if (s.end - s.start == 1 && i > 1 && i + 1 < t->count && t->lex[i - 1].kind == LEX_OPEN &&
        t->lex[i + 1].kind == LEX_CLOSE && letter_of_sex(t, i)) {
        part *p = tag_add(t, out, PART_SEX, s.start, s.end);

        if (p)
            p->value = t->text[s.start] == 'M' ? "male" : "female";
        return i + 1;
    }
    if (s.end - s.start != 2)
        return i;
    /* "weight in kg at least 50" */
    if (tag_lexeme_is(t, i, "in") && i + 1 < to && t->lex[i + 1].kind == LEX_WORD) {
        size_t behind;

        if (tag_stated_unit(t, out, t->lex[i + 1].span.start, 0, &behind) &&
            behind <= t->lex[to].span.start)
            return tag_lexeme_from(t, i, behind);
    }
    /* "ex. spondylolisthesis" */
    if (tag_lexeme_is(t, i, "ex") && i + 2 < to && t->lex[i + 1].kind == LEX_PERIOD &&
        tag_adjacent(t, i + 1)) {
        tag_add(t, out, PART_INCLUDE, s.start, t->lex[i + 1].span.end);
        return i + 2;
    }
    return i;
}

/* "K-SADS": a letter that a hyphen joins to a word is no name by itself. */
static bool is_joined_letter(const tagger *t, eligo_span s)
{
    return s.end - s.start == 1 && s.end + 1 < t->size && t->text[s.end] == '-' &&
           isalpha((unsigned char)t->text[s.end + 1]);
}

/* The longest name at the current atom, which begins lexeme i. */
static bool name_at(const tagger *t, size_t i, size_t to, lexicon_hit *hit)
{
    size_t limit = t->lex[to].span.start;
    atoms shorter = t->atoms;

    if (!lexicon_match(t->lx, &t->atoms, t->atom, hit) || hit->span.end > limit ||
        is_joined_letter(t, hit->span))
        return false;
    if (hit->atoms == 1 || !tag_range_goes_on(t, tag_lexeme_from(t, i, hit->span.end), to))
        return true;
    /* "kidney disease stage 3 to 5": the name ends before the number, which begins a range or a
     * list */
    shorter.count = t->atom + hit->atoms - 1;
    return lexicon_match(t->lx, &shorter, t->atom, hit) && hit->span.end <= limit;
}

/* "Intra-cranial hypertension", "cerebro-vascular accident": a name whose first word a hyphen has
 * cut in two, from lexeme s. False: there is none, or `hit`, which is `named`, goes as far. */
static bool name_in_two(const tagger *t, eligo_span s, size_t limit, bool named, lexicon_hit *hit)
{
    enum { LEAST = 2, MOST = 10, NAME = 96 };
    size_t n = s.end - s.start, rest = s.end + 1;
    size_t end = limit < s.start + NAME ? limit : s.start + NAME;
    lexicon_hit whole;
    char *text;
    atoms cut;

    if (n < LEAST || n > MOST || rest + 2 >= end || t->text[s.end] != '-' ||
        !isalpha((unsigned char)t->text[rest]) || !isalpha((unsigned char)t->text[rest + 1]))
        return false;
    text = arena_printf(t->arena, "%.*s%.*s", (int)n, t->text + s.start, (int)(end - rest),
                        t->text + rest);
    if (!text || !lexicon_begins(t->lx, text, strcspn(text, " -/,;:()"), "", 0))
        return false;
    cut = lexicon_cut(t->lx, text, strlen(text), t->arena);
    if (!cut.count || !lexicon_match(t->lx, &cut, 0, &whole) || whole.span.end <= n)
        return false;
    whole.span = (eligo_span){s.start, s.start + whole.span.end + 1};
    whole.atoms++;
    if (whole.span.end > limit || (named && hit->span.end >= whole.span.end))
        return false;
    *hit = whole;
    return true;
}

/* "Un-controlled", "in-active", "on-going": a word of the grammar that a hyphen has cut in two,
 * from lexeme s; NULL: none. */
static const cue *cue_in_two(tagger *t, eligo_span s, size_t *covered, size_t *end)
{
    enum { BEGINNING = 3, ROOM = 24 };
    size_t n = s.end - s.start, to = s.end + 1, length;
    char word[ROOM];
    const cue *c;
    atoms one;

    if (n > BEGINNING || to >= t->size || t->text[s.end] != '-' || t->atom + 1 >= t->atoms.count ||
        t->atoms.list[t->atom + 1].start != to)
        return NULL;
    while (to < t->size && isalpha((unsigned char)t->text[to]))
        to++;
    length = to - s.end - 1;
    if (length < 4 || n + length > sizeof word || t->atoms.list[t->atom + 1].end != to)
        return NULL;
    memcpy(word, t->text + s.start, n);
    memcpy(word + n, t->text + s.end + 1, length);
    one = lexicon_cut(t->lx, word, n + length, t->arena);
    c = one.count == 1 ? cue_match(&one, 0, covered) : NULL;
    *covered = 2;
    *end = to;
    return c;
}

/* "Any type 1 diabetes": does the number of a type stand at byte `at`, so that its word is no
 * "any type"? */
static bool type_number(const tagger *t, size_t at)
{
    return at + 1 < t->size && t->text[at] == ' ' &&
           (isdigit((unsigned char)t->text[at + 1]) || t->text[at + 1] == 'I');
}

/* The words of the grammar at the current atom, in lexeme s; NULL: none. *covered: how many atoms
 * they are; *end: the byte behind them. */
static const cue *cue_at(tagger *t, eligo_span s, size_t limit, size_t *covered, size_t *end)
{
    const cue *c = cue_in_two(t, s, covered, end);

    if (c && *end <= limit)
        return c;
    c = cue_match(&t->atoms, t->atom, covered);
    /* "40, or less than 18": a connective and a comparator, not "or less" */
    if (c && *covered > 1 &&
        (c->class == CUE_ORMORE || c->class == CUE_ORLESS || c->class == CUE_EXCEPT)) {
        size_t longer = 0;
        const cue *next = cue_match(&t->atoms, t->atom + 1, &longer);

        /* "within 14 days, or over the counter drugs" */
        bool else_said = next && (next->class == CUE_CMP || next->class == CUE_QUAL);

        if (else_said && longer + 1 > *covered) {
            atoms one = t->atoms;

            one.count = t->atom + 1;
            c = cue_match(&one, t->atom, covered);
        }
    }
    if (c && *covered == 2 && c->class == CUE_FILL &&
        text_starts_nocase(t->text + s.start, t->size - s.start, "any ") &&
        type_number(t, t->atoms.list[t->atom + 1].end)) {
        atoms any = t->atoms;

        any.count = t->atom + 1;
        c = cue_match(&any, t->atom, covered);
    }
    *end = c ? t->atoms.list[t->atom + *covered - 1].end : 0;
    if (!c && s.end < t->size && isdigit((unsigned char)t->text[s.end])) {
        /* "to75": the digits are another lexeme */
        atoms alone = lexicon_cut(t->lx, t->text + s.start, s.end - s.start, t->arena);

        c = alone.count ? cue_match(&alone, 0, covered) : NULL;
        *end = s.end;
    }
    if (!c || *end > limit)
        return NULL;
    /* "CAS" is an abbreviation, and no plural of people */
    if (c->class == CUE_PERSON && *end - s.start == 3 && t->text[*end - 1] == 'S' &&
        isupper((unsigned char)t->text[s.start + 1]))
        return NULL;
    /* "TENS", "tens of": no ten; no word for a number ends so */
    if (c->class == CUE_NUMBER && (t->text[*end - 1] | 0x20) == 's')
        return NULL;
    return c;
}

/* The part that a word for a number has become, with the unit behind it. Returns the next lexeme.
 */
static size_t tag_counting_word(tagger *t, part_list *out, part *p, size_t i, size_t to)
{
    size_t next = tag_lexeme_from(t, i, p->span.end), end;
    unit_hit u;

    p->fold = p->kind == PART_FOLDWORD;
    p->kind = PART_NUMBER;
    p->number = strtod(p->value, NULL);
    p->word_number = true;
    /* "two (2) weeks": the digits say it again */
    if (next + 2 < t->count && t->lex[next].kind == LEX_OPEN &&
        t->lex[next + 1].kind == LEX_NUMBER && t->lex[next + 2].kind == LEX_CLOSE) {
        p->span.end = t->lex[next + 2].span.end;
        p->word_number = false;
        next += 3;
    }
    next = tag_number_word(t, p, next, to);
    if (p->kind == PART_WORD)
        return next;
    end = p->span.end;
    if (!unit_match(t->text + end, t->size - end, NULL, &u) || !u.of_time)
        return next;
    tag_unit(t, out, &u, end);
    return tag_lexeme_from(t, next, end + u.size);
}

/* "in the OR", "transfusion in OR (> 5 units)": where surgery is done. What joins two has none of
 * the like beside it. */
static bool is_theatre(const tagger *t, size_t i, size_t to)
{
    role_set before = i ? roles_all(t->text + t->lex[i - 1].span.start,
                                    t->lex[i - 1].span.end - t->lex[i - 1].span.start)
                        : 0;
    lexeme_kind next = i + 1 < to ? t->lex[i + 1].kind : LEX_PERIOD;

    return before & ROLE_ARTICLE ||
           (before & ROLE_PREPOSITION &&
            (next == LEX_OPEN || next == LEX_CLOSE || next == LEX_COMMA || next == LEX_PERIOD));
}

/* "100 or more x 10^9/L", "1,500 or greater per mcL": the unit behind such words, from lexeme i up
 * to `end`. What follows. */
static size_t tag_concentration(tagger *t, part_list *out, size_t i, size_t end)
{
    size_t next = tag_lexeme_from(t, i, end);
    unit_hit hit;

    if (next >= t->count ||
        !(t->lex[next].kind == LEX_TIMES || t->lex[next].kind == LEX_SLASH ||
          tag_lexeme_is(t, next, "per") || tag_lexeme_is(t, next, "x")) ||
        !unit_match(t->text + end, t->size - end, NULL, &hit) || hit.of_time ||
        !(strstr(hit.ucum, "/L") || strstr(hit.ucum, "/uL") || strstr(hit.ucum, "/mL") ||
          strstr(hit.ucum, "/mm3")))
        return next;
    tag_unit(t, out, &hit, end);
    return tag_lexeme_from(t, i, end + hit.size);
}

/* The comparator that "worse than" and "better than" are, behind the name of a scale or before it
 * ("ECOG worse than 1", "worse than NYHA class II"), of which it is known which end is the better
 * one. `value`: what the cue says; a sign behind it includes the bound. NULL: it is none. */
static const char *compares_worse(tagger *t, const part_list *out, const char *value, size_t end)
{
    size_t next = tag_lexeme_from(t, 0, end), at = t->atom;
    bool worse = *value == 'w', equal = strchr(value, '=');
    const concept *k = NULL;
    lexicon_hit hit;

    while (at < t->atoms.count && t->atoms.list[at].start < end)
        at++;
    if (next >= t->count)
        return NULL;
    if (t->lex[next].kind == LEX_NUMBER || t->lex[next].kind == LEX_ROMAN ||
        (t->lex[next].kind == LEX_WORD && tag_may_be_stage(t->text, t->lex[next].span) &&
         tag_all_capitals(t->text, t->lex[next].span))) {
        for (size_t i = out->count; i-- > 0 && i + 6 > out->count && !k;)
            if (out->at[i].kind == PART_THING && out->at[i].hit.quantity)
                k = out->at[i].hit.quantity;
    } else if (at < t->atoms.count && lexicon_match(t->lx, &t->atoms, at, &hit) && hit.quantity &&
               hit.quantity->category == CATEGORY_SCORE)
        k = hit.quantity;
    else if (tag_lexeme_is(t, next, "grade"))
        return worse ? (equal ? ">=" : ">") : equal ? "<=" : "<"; /* of what harms, all go up */
    if (!k || !(k->flags & (CONCEPT_BETTER_LOW | CONCEPT_BETTER_HIGH)))
        return NULL;
    if (worse == !!(k->flags & CONCEPT_BETTER_LOW))
        return equal ? ">=" : ">";
    return equal ? "<=" : "<";
}

/* Words of the grammar, from lexeme i to the byte `end`. Returns the next lexeme. */
static size_t tag_cue(tagger *t, part_list *out, const cue *c, size_t i, size_t end, size_t to)
{
    eligo_span s = t->lex[i].span;
    part *p = tag_add(t, out, (part_kind)kind_of_class[c->class], s.start, end);

    if (!p)
        return t->count;
    p->value = c->value;
    if (end == s.end)
        p->roles = word_roles(t, s);
    p->capitals = !t->shouts && end - s.start >= 2 && tag_all_capitals(t->text, p->span);
    if (p->kind == PART_CMP && isalpha((unsigned char)*p->value)) {
        const char *sign = compares_worse(t, out, p->value, end);

        p->kind = sign ? PART_CMP : PART_WORD;
        p->value = sign ? sign : "";
    }
    if (p->kind == PART_OR && p->capitals && end == s.end && is_theatre(t, i, to))
        p->kind = PART_WORD;
    if (p->kind == PART_NUMBERWORD || p->kind == PART_FOLDWORD)
        return tag_counting_word(t, out, p, i, to);
    if ((p->kind == PART_ORMORE || p->kind == PART_ORLESS) && out->count > 1 &&
        p[-1].kind == PART_NUMBER)
        return tag_concentration(t, out, i, end);
    return end == s.end ? i + 1 : tag_lexeme_from(t, i, end);
}

/* "20 weeks of amenorrhea": the quantity that weeks of the thing k measure, where so many weeks are
 * possible of that; the name of k stands last in `out`. NULL: it is the thing itself. */
static const concept *weeks_of(const tagger *t, const part_list *out, const concept *k)
{
    size_t n = out->count, size = 0;
    const char *id = n > 2 ? concept_attribute(k, "weeks", &size) : NULL;
    const concept *quantity = id ? lexicon_concept(t->lx, id, size) : NULL;

    if (!quantity || out->at[n - 2].kind != PART_OF)
        return NULL;
    for (n -= 2; n > 0 && out->at[n - 1].kind != PART_NUMBER;)
        if (out->at[--n].kind != PART_UNIT || out->at[n].period != 'w')
            return NULL;
    return n > 0 && n + 2 < out->count && out->at[n - 1].number <= quantity->plausible.high
               ? quantity
               : NULL;
}

/* The name of a concept, from lexeme i. Returns the next lexeme. */
static size_t tag_name(tagger *t, part_list *out, const lexicon_hit *hit, size_t i)
{
    const concept *k = hit->thing ? hit->thing : hit->quantity;
    part *p = tag_add(t, out,
                      k->flags & CONCEPT_JUDGEMENT                        ? PART_JUDGE
                      : k->category == CATEGORY_CONSENT && !hit->quantity ? PART_CONSENT
                                                                          : PART_THING,
                      hit->span.start, hit->span.end);

    if (!p)
        return t->count;
    p->hit = *hit;
    if (hit->thing && (k = weeks_of(t, out, hit->thing)))
        p->hit = (lexicon_hit){.quantity = k, .atoms = hit->atoms, .span = hit->span};
    k = hit->thing ? hit->thing : hit->quantity;
    if (hit->span.end == t->lex[i].span.end)
        p->roles = word_roles(t, t->lex[i].span);
    if (p->kind == PART_JUDGE)
        p->value = k->name;
    if ((*k->id == 'f' || *k->id == 'm') &&
        (is_landmark(k, LANDMARK_FEMALE) || is_landmark(k, LANDMARK_MALE))) {
        p->kind = PART_SEX; /* "female sex" */
        p->value = k->id;
    }
    return tag_lexeme_from(t, i, hit->span.end);
}

/* A word of no known meaning, or "xULN": the letter before it is another lexeme. */
static size_t tag_other_word(tagger *t, part_list *out, size_t i)
{
    eligo_span s = t->lex[i].span;
    part *p;

    if (i > 0 && t->lex[i - 1].kind == LEX_TIMES && tag_adjacent(t, i)) {
        atoms alone = lexicon_cut(t->lx, t->text + s.start, s.end - s.start, t->arena);
        size_t covered;
        const cue *c = alone.count ? cue_match(&alone, 0, &covered) : NULL;

        if (c && covered == alone.count) {
            p = tag_add(t, out, (part_kind)kind_of_class[c->class], s.start, s.end);
            if (p)
                p->value = c->value;
            return i + 1;
        }
    }
    p = tag_add(t, out, PART_WORD, s.start, s.end);
    if (p)
        p->roles = word_roles(t, s);
    return i + 1;
}

static void add_sign(tagger *t, part_list *out, part_kind kind, const char *value, eligo_span s)
{
    part *p = tag_add(t, out, kind, s.start, s.end);

    if (p)
        p->value = value;
}

/* "At least one year", "at least one (1) month": is it a number, and not any of several? `end` lies
 * behind "at least one". */
static bool counts_time(const tagger *t, size_t end)
{
    const char *one = "one";
    size_t n = strlen(one);
    unit_hit u;

    if (end < n || !text_equal_nocase(t->text + end - n, n, one))
        return false;
    while (end < t->size && t->text[end] == ' ')
        end++;
    if (text_starts_nocase(t->text + end, t->size - end, "(1) "))
        end += strlen("(1) ");
    /* "at least one second-line drug" */
    return unit_match(t->text + end, t->size - end, NULL, &u) && u.of_time && u.period != 's' &&
           t->text[end + u.size] != '-';
}

/* Does the word at lexeme i go on with the one before it: "all patients", "can be"? A connective,
 * and what stands behind a name, "in remission", "with tophi", does not. */
static bool goes_on_with(const tagger *t, size_t i, size_t to)
{
    static const cue_class behind[] = {CUE_AND, CUE_OR,  CUE_ANDOR, CUE_WITH,
                                       CUE_NOT, CUE_WHO, CUE_WITHIN};
    size_t k = t->atom + 1, covered;
    const cue *c;

    if (i >= to || t->lex[i].kind == LEX_COLON)
        return i < to;
    if (t->lex[i].kind != LEX_WORD || tag_lexeme_is(t, i, "in") || k >= t->atoms.count)
        return false;
    c = cue_match(&t->atoms, k, &covered);
    for (size_t n = 0; c && n < sizeof behind / sizeof *behind; n++)
        if (c->class == behind[n])
            return false;
    return true;
}

/* Has it two meanings as an abbreviation (rules/ambiguous.tsv)? */
static bool is_ambiguous(const char *text, size_t size)
{
    const name_row *r = ambiguous_table;

    while (r->of && !(strlen(r->of) == size && strncmp(r->of, text, size) == 0))
        r++;
    return r->of;
}

/* "AML or ALL", "severe AS": is lexeme i, which is a word of the grammar, an abbreviation in
 * capitals? `named`: the lexicon has that. */
static bool is_short_form(const tagger *t, const cue *c, size_t i, size_t to, bool named)
{
    eligo_span s = t->lex[i].span;
    size_t n = s.end - s.start;

    if (t->shouts || n < 2 || !tag_all_capitals(t->text, s) ||
        !(named || is_ambiguous(t->text + s.start, n)))
        return false;
    if (c->class != CUE_FILL)
        return !goes_on_with(t, i + 1, to);
    /* "gout AS defined by": said with stress */
    return !(i + 1 < to && (tag_lexeme_is(t, i + 1, "defined") || tag_lexeme_is(t, i + 1, "per")));
}

/* "18 completed years of age", "37 completed gestational weeks": the unit stands behind a word that
 * says no more. What follows it; i: it is something else. */
static size_t tag_whole(tagger *t, part_list *out, size_t i)
{
    const part *p = out->count ? &out->at[out->count - 1] : NULL;
    size_t end = t->lex[i].span.end;
    unit_hit hit;

    if (!p || p->kind != PART_NUMBER || p->unit.text || p->pair)
        return i;
    for (size_t k = 0; saying_completed[k]; k++)
        if (tag_lexeme_is(t, i, saying_completed[k]) &&
            unit_match(t->text + end, t->size - end, NULL, &hit) && hit.of_time) {
            tag_unit(t, out, &hit, end);
            return tag_lexeme_from(t, i, end + hit.size);
        } else if (tag_lexeme_is(t, i, saying_completed[k]) && i + 1 < t->count &&
                   t->lex[i + 1].kind == LEX_WORD &&
                   unit_match(t->text + t->lex[i + 1].span.end, t->size - t->lex[i + 1].span.end,
                              NULL, &hit) &&
                   hit.of_time)
            return i + 1;
    return i;
}

/* A word: the longest of a concept's name, a word of the grammar, or nothing known. Returns the
 * next lexeme. */
static size_t tag_word(tagger *t, part_list *out, size_t i, size_t to)
{
    eligo_span s = t->lex[i].span;
    size_t covered = 0, end, next;
    bool named;
    lexicon_hit hit;
    const cue *c;

    if ((next = tag_whole(t, out, i)) > i)
        return next;

    if (tag_may_be_stage(t->text, s) && tag_stage(t, out, s))
        return i + 1;
    if (s.end - s.start <= 3 && tag_class_and_score(t, out, s))
        return i + 1;
    if (s.end - s.start <= 2 && (next = tag_little_word(t, out, i, to)) > i)
        return next;
    while (t->atom < t->atoms.count && t->atoms.list[t->atom].start < s.start)
        t->atom++;
    if (t->atom == t->atoms.count || t->atoms.list[t->atom].start >= s.end)
        return tag_other_word(t, out, i);
    named = name_at(t, i, to, &hit);
    c = cue_at(t, s, t->lex[to].span.start, &covered, &end);
    if (!(c && c->class == CUE_NOT)) /* "non-smoker" */
        named = name_in_two(t, s, t->lex[to].span.start, named, &hit) || named;
    /* "no more than one of": a number behind a comparator, no "any of" */
    if (c && c->class == CUE_ANYOF && covered > 1 && out->count &&
        out->at[out->count - 1].kind == PART_CMP && tag_lexeme_is(t, i, "one")) {
        part *p = tag_add(t, out, PART_NUMBER, s.start, s.end);

        if (p)
            p->number = 1;
        return i + 1;
    }
    if (c && c->class == CUE_ANYOF && covered == 3 && counts_time(t, end)) {
        size_t one = tag_lexeme_from(t, i, end) - 1;

        add_sign(t, out, PART_CMP, ">=", (eligo_span){s.start, t->lex[one - 1].span.end});
        return one;
    }
    if (c && c->class == CUE_HISTORY && out->count && strcmp(c->value, "head") == 0)
        c = NULL; /* of the head alone: "used opioids", and not "drugs used for A" */
    if (c && covered == 1 && is_short_form(t, c, i, to, named && hit.atoms == 1))
        c = NULL;
    /* a cue must not end inside a word: "in" of "in-hospital" may, "no" of "nos" is another atom */
    if (c && (!named || covered >= hit.atoms))
        return tag_cue(t, out, c, i, end, to);
    return named ? tag_name(t, out, &hit, i) : tag_other_word(t, out, i);
}

/* Is a full stop the end of a sentence? Not inside "e.g." and not behind one letter. */
static bool sentence_end(const tagger *t, size_t i, size_t to)
{
    size_t end = t->lex[i].span.end;

    if (i + 1 >= to)
        return true;
    if (t->lex[i + 1].span.start == end)
        return false;
    if (i > 0 && t->lex[i - 1].kind == LEX_WORD && tag_adjacent(t, i) &&
        t->lex[i - 1].span.end - t->lex[i - 1].span.start == 1 && i > 1 &&
        t->lex[i - 2].kind == LEX_PERIOD)
        return false;
    return true;
}

/* A dash that is a sign: "between -1 and -2.5". Behind a number it is a range. */
static bool minus(const tagger *t, const part_list *out, size_t i, size_t to)
{
    size_t n = out->count;

    if (i + 1 >= to || t->lex[i + 1].kind != LEX_NUMBER || !tag_adjacent(t, i + 1) ||
        tag_adjacent(t, i) || n == 0)
        return false;
    switch (out->at[n - 1].kind) {
    case PART_BETWEEN:
    case PART_FROM: return true;
    case PART_AND:
    case PART_TOWORD:
    case PART_OR:
        return (n > 2 && out->at[n - 2].kind == PART_NUMBER && out->at[n - 2].number < 0) ||
               tag_sign_before(t, out, i, to);
    default: return tag_sign_before(t, out, i, to) || tag_signed_range(t, i, to);
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
    p = tag_add(t, out, PART_THING, hit.span.start, hit.span.end);
    if (!p)
        return false;
    p->hit = hit;
    return true;
}

/* Months have a capital, and a number behind them: nearly every word is told by that. */
static bool may_be_month(const tagger *t, size_t i, size_t to)
{
    char c = t->text[t->lex[i].span.start];
    lexeme_kind next = i + 1 < to ? t->lex[i + 1].kind : LEX_END;

    return c >= 'A' && c <= 'Z' && (next == LEX_NUMBER || next == LEX_PERIOD || next == LEX_COMMA);
}

/* Does the sign at lexeme i, right behind its word, end it? */
static bool ends_word(const tagger *t, size_t i, size_t to)
{
    if (!tag_adjacent(t, i))
        return false;
    if (i + 1 >= to || !tag_adjacent(t, i + 1))
        return true;
    switch (t->lex[i + 1].kind) {
    case LEX_COMMA:
    case LEX_SEMICOLON:
    case LEX_CLOSE:
    case LEX_SLASH:
    case LEX_PERIOD: return true;
    default: return false;
    }
}

/* "HBsAg+", "ER+": the sign is the result of what stands before it. */
static bool found_positive(const tagger *t, const part_list *out, size_t i, size_t to)
{
    const part *p = out->count ? &out->at[out->count - 1] : NULL;

    if (!p || !ends_word(t, i, to))
        return false;
    if (p->kind == PART_THING && (p->hit.quantity || p->hit.thing->category == CATEGORY_PROCEDURE))
        return true;
    return p->kind == PART_WORD && status_named(t->lx, t->arena, t->text, p->span);
}

/* "HIV-", "HBV-, HCV-": a disease by its letters, with nothing behind it. */
static bool is_short(const tagger *t, const part *p, size_t i, size_t to)
{
    enum { LONGEST = 5 };
    lexeme_kind next = i + 1 < to ? t->lex[i + 1].kind : LEX_PERIOD;

    return p->hit.thing && p->hit.thing->category == CATEGORY_CONDITION &&
           p->span.end - p->span.start <= LONGEST && tag_all_capitals(t->text, p->span) &&
           (next == LEX_PERIOD || next == LEX_COMMA || next == LEX_SEMICOLON || next == LEX_SLASH ||
            next == LEX_CLOSE);
}

/* "HER2-, ER-": so is a minus, unless it only hangs there: "ER- and PR-positive". */
static bool found_negative(const tagger *t, const part_list *out, size_t i, size_t to)
{
    enum { NEAR = 12 }; /* lexemes */
    const part *p = out->count ? &out->at[out->count - 1] : NULL;

    if (!p || !ends_word(t, i, to) ||
        !(p->kind == PART_THING
              ? (p->hit.quantity && p->hit.quantity->flags & CONCEPT_POSITIVE) ||
                    is_short(t, p, i, to)
              : p->kind == PART_WORD && status_named(t->lx, t->arena, t->text, p->span)))
        return false;
    for (size_t k = i + 1; k + 1 < to && k < i + NEAR; k++)
        if (t->lex[k].kind == LEX_DASH && tag_adjacent(t, k) && tag_adjacent(t, k + 1) &&
            t->lex[k + 1].kind == LEX_WORD)
            return false;
    return true;
}

/* Is what was read last a name that a result can be told of? */
static bool takes_result(const part_list *out)
{
    size_t n = out->count;

    if (n > 1 && out->at[n - 1].kind == PART_COLON)
        n--;
    return n && (out->at[n - 1].kind == PART_THING || out->at[n - 1].kind == PART_WORD);
}

/* "HBeAg (+) or (-)": the result before the connective and the other one, which ends at `end`, ask
 * for nothing. False: no other result stands there. */
static bool drop_either_result(tagger *t, part_list *out, const char *result, size_t end)
{
    part *p = out->count >= 2 ? &out->at[out->count - 2] : NULL;
    size_t start;

    if (!p || p->kind != PART_QUAL || strncmp(p->value, "result:", 7) != 0 ||
        strcmp(p->value, result) == 0 || (p[1].kind != PART_OR && p[1].kind != PART_SLASH))
        return false;
    start = p->span.start;
    out->count -= 2;
    tag_add(t, out, PART_FILL, start, end);
    return true;
}

/* "HIV (-)", "anti-HCV (+)", "CCP [++]", "HBsAg (-ve)": the sign alone in a bracket is the result
 * of what stands before it; both signs are words that nobody knows. */
static bool tag_result_bracket(tagger *t, part_list *out, size_t open, size_t close)
{
    size_t plus = 0, minus = 0, end = close;
    eligo_span s = {t->lex[open].span.start, t->lex[close].span.end};

    bool either = out->count && (out->at[out->count - 1].kind == PART_OR ||
                                 out->at[out->count - 1].kind == PART_SLASH);

    if (!either && !takes_result(out))
        return false;
    if (end > open + 2 && tag_lexeme_is(t, end - 1, "ve"))
        end--;
    for (size_t i = open + 1; i < end; i++) {
        lexeme_kind k = t->lex[i].kind;

        if (k != LEX_PLUS && k != LEX_DASH && k != LEX_PLUS_MINUS && k != LEX_SLASH)
            return false;
        plus += k == LEX_PLUS || k == LEX_PLUS_MINUS;
        minus += k == LEX_DASH || k == LEX_PLUS_MINUS;
    }
    if (either)
        return (plus || minus == 1) && plus * minus == 0 &&
               drop_either_result(t, out, plus ? "result:positive" : "result:negative", s.end);
    if (plus && minus)
        tag_add(t, out, PART_WORD, s.start, s.end);
    else if (plus || minus == 1)
        add_sign(t, out, PART_QUAL, plus ? "result:positive" : "result:negative", s);
    else
        return false;
    return true;
}

/* "HIV -ve", "Rh +ve": the lexeme behind it; i where there is none. */
static size_t tag_result_word(tagger *t, part_list *out, size_t i, size_t to)
{
    if (i + 1 >= to || !takes_result(out) || !tag_adjacent(t, i + 1) ||
        !tag_lexeme_is(t, i + 1, "ve"))
        return i;
    add_sign(t, out, PART_QUAL, t->lex[i].kind == LEX_PLUS ? "result:positive" : "result:negative",
             (eligo_span){t->lex[i].span.start, t->lex[i + 1].span.end});
    return i + 2;
}

/* "18+", "18+ years", "HBsAg +", "A + B". What follows it. */
static size_t tag_plus(tagger *t, part_list *out, size_t i, size_t to)
{
    eligo_span s = t->lex[i].span;
    size_t past = tag_sum(t, out, i, to);
    unit_hit hit;

    if (past > i || (past = tag_signed(t, out, i, to)) > i ||
        (past = tag_result_word(t, out, i, to)) > i)
        return past;
    /* "28 weeks+3 days", "28w+3d" */
    if (out->count && out->at[out->count - 1].kind == PART_UNIT && out->at[out->count - 1].period &&
        i + 1 < to && t->lex[i + 1].kind == LEX_NUMBER) {
        add_sign(t, out, PART_AND, "", s);
        return i + 1;
    }
    if (out->count && tag_adjacent(t, i) &&
        (out->at[out->count - 1].kind == PART_NUMBER ||
         out->at[out->count - 1].kind == PART_UNIT)) {
        add_sign(t, out, PART_ORMORE, "+", s);
        if (unit_match(t->text + s.end, t->size - s.end, NULL, &hit) && hit.of_time) {
            tag_unit(t, out, &hit, s.end);
            return tag_lexeme_from(t, i, s.end + hit.size);
        }
    } else if (found_positive(t, out, i, to))
        add_sign(t, out, PART_QUAL, "result:positive", s);
    else if (out->count && !tag_adjacent(t, i))
        add_sign(t, out, PART_WITH, "", s);
    return i + 1;
}

/* A dash between two, a minus, or nothing. What follows it. */
static size_t tag_dash(tagger *t, part_list *out, size_t i, size_t from, size_t to)
{
    size_t past = tag_result_word(t, out, i, to);

    if (past > i)
        return past;
    if (minus(t, out, i, to)) {
        size_t at = out->count, next = tag_number(t, out, i + 1);

        if (out->count > at) {
            out->at[at].number = -out->at[at].number;
            out->at[at].span.start = t->lex[i].span.start;
        }
        return next;
    }
    size_t doubted = tag_doubtful_minus(t, out, i, to);
    if (doubted > i)
        return doubted;
    if (found_negative(t, out, i, to)) {
        add_sign(t, out, PART_QUAL, "result:negative", t->lex[i].span);
        return i + 1;
    }
    /* inside a word ("beta-blocker") it is nothing */
    if (!(i > from && i + 1 < to && tag_adjacent(t, i) && tag_adjacent(t, i + 1) &&
          t->lex[i - 1].kind == LEX_WORD && t->lex[i + 1].kind == LEX_WORD &&
          !(out->count && (out->at[out->count - 1].kind == PART_ORDINAL ||
                           (out->at[out->count - 1].kind == PART_NUMBER && /* "A5-B7" */
                            !out->at[out->count - 1].word_number)))))
        add_sign(t, out, PART_DASH, "", t->lex[i].span);
    return i + 1;
}

/* "patient(s)", "wom(e)n": an ending, which the bracket from i to `close` holds. */
static bool brackets_ending(const tagger *t, size_t i, size_t from, size_t close)
{
    return i > from && tag_adjacent(t, i) && close == i + 2 && t->lex[i + 1].kind == LEX_WORD &&
           t->lex[i + 1].span.end - t->lex[i + 1].span.start <= 2 &&
           t->lex[i - 1].kind == LEX_WORD &&
           islower((unsigned char)t->text[t->lex[i + 1].span.start]);
}

/* "(or a biopsy if PSA is 4 to 10)": a condition of what the bracket holds, and not of the
 * sentence.
 * "(or 5 x ULN if ...)" is a limit like the one before it. */
static bool holds_condition(const tagger *t, size_t open, size_t close)
{
    for (size_t i = open + 2; i < close && t->lex[i].kind != LEX_NUMBER; i++)
        if (tag_lexeme_is(t, i, "if"))
            return i > open + 2;
    return false;
}

/* A bracket with what stands in it, unless that goes on with the sentence. What follows it. */
static size_t tag_open(tagger *t, part_list *out, size_t i, size_t from, size_t to, unsigned depth)
{
    eligo_span s = t->lex[i].span;
    size_t close = t->closes ? t->closes[i] : 0, at, units;
    part_list inside = {0};

    if (!close || close > to)
        return i + 1; /* never closed: no bracket */
    if ((tag_lexeme_is(t, i + 1, "or") && !holds_condition(t, i, close)) ||
        tag_lexeme_is(t, i + 1, "and"))
        return i + 1; /* "(or on treatment)" goes on with the sentence */
    if (tag_citation(t, out, i, close) || tag_result_bracket(t, out, i, close) ||
        tag_stated_unit(t, out, s.end, t->lex[close].span.start, &units))
        return close + 1;
    if (tag_bare_bracket(t, i, close)) {
        if (close + 1 >= to || t->lex[close + 1].kind != LEX_WORD || !holds_number(t, i, close))
            return close + 1;
        tag(t, out, i + 1, close, depth); /* "(16-24) weeks" */
        return out->count && out->at[out->count - 1].kind == PART_UNIT
                   ? tag_lexeme_from(t, close + 1, out->at[out->count - 1].span.end)
                   : close + 1;
    }
    if (brackets_ending(t, i, from, close))
        return close + 1;
    if (depth >= BRACKET_DEPTH)
        return i + 1; /* deeper than anybody writes: as if it stood outside */
    if (tag_add(t, out, PART_BRACKET, s.start, t->lex[close].span.end)) {
        at = out->count - 1;
        tag(t, &inside, i + 1, close, depth + 1);
        out->at[at].inside = inside.at;
        out->at[at].inside_count = inside.count;
    }
    return close + 1;
}

/* "BMI max. 35", "min. age 18": does the full stop at lexeme i end a comparator that is shortened?
 * Behind a number it may end the sentence as well ("BMI 35 max. Age 18"). */
static bool shortens(const tagger *t, const part_list *out, size_t i, size_t to)
{
    const part *last = out->count ? &out->at[out->count - 1] : NULL;

    return last && last->kind == PART_CMP && last->span.end - last->span.start == 3 &&
           last->span.end == t->lex[i].span.start && i + 1 < to &&
           (t->lex[i + 1].kind == LEX_NUMBER || out->count == 1 ||
            (last[-1].kind != PART_NUMBER && last[-1].kind != PART_UNIT));
}

/* A sign that stands for itself. */
static void tag_sign(tagger *t, part_list *out, size_t i, size_t to)
{
    const lexeme *x = &t->lex[i];
    const part *last = out->count ? &out->at[out->count - 1] : NULL;
    eligo_span s = x->span;

    switch (x->kind) {
    case LEX_PLUS_MINUS: /* "statin ± ezetimibe": with or without */
        if (last && i + 1 < to && t->lex[i + 1].kind == LEX_WORD && last->kind != PART_NUMBER)
            add_sign(t, out, PART_OR, "perhaps", s);
        else if (i + 1 < to && t->lex[i + 1].kind == LEX_NUMBER)
            add_sign(t, out, PART_DASH, "±", s);
        break;
    case LEX_TILDE:
        if (last &&
            (last->kind == PART_NUMBER || last->kind == PART_UNIT || last->kind == PART_ORDINAL))
            add_sign(t, out, PART_DASH, "~", s);
        break;
    case LEX_PERIOD:
        if (!shortens(t, out, i, to) && sentence_end(t, i, to) && i + 1 < to)
            add_sign(t, out, PART_PERIOD, "", s);
        break;
    case LEX_AT_MOST: add_sign(t, out, PART_CMP, "<=", s); break;
    case LEX_AT_LEAST: add_sign(t, out, PART_CMP, ">=", s); break;
    case LEX_LESS: add_sign(t, out, PART_CMP, "<", s); break;
    case LEX_MORE: add_sign(t, out, PART_CMP, ">", s); break;
    case LEX_EQUAL: add_sign(t, out, PART_CMP, "=", s); break;
    case LEX_SLASH: add_sign(t, out, PART_SLASH, "", s); break;
    case LEX_COMMA: add_sign(t, out, PART_COMMA, "", s); break;
    case LEX_SEMICOLON: add_sign(t, out, PART_SEMICOLON, "", s); break;
    case LEX_COLON: add_sign(t, out, PART_COLON, "", s); break;
    case LEX_TIMES: add_sign(t, out, PART_MULT, "", s); break;
    case LEX_AMPERSAND: add_sign(t, out, PART_AND, "", s); break;
    default: break;
    }
}

/* The number that the last part is, and to which a half may be added; NULL: it is none. */
static part *whole_number(const part_list *out)
{
    part *p = out->count ? &out->at[out->count - 1] : NULL;

    return p && p->kind == PART_NUMBER && !p->unit.text && !p->pair &&
                   p->number == floor(p->number) && p->number >= 0
               ? p
               : NULL;
}

/* "A year and a half", "1 month and a half": the half that lexemes i to `end` say is one of the
 * unit before it. False: there is none. */
static bool half_of_unit(tagger *t, part_list *out, size_t i, size_t end)
{
    part *p = out->count ? &out->at[out->count - 1] : NULL;
    part word;
    unit_hit hit;

    if (!p || !tag_lexeme_is(t, i, "and"))
        return false;
    if (p->kind == PART_UNIT && p->period && out->count > 1 && p[-1].kind == PART_NUMBER &&
        !p[-1].pair && p[-1].number == floor(p[-1].number)) {
        p[-1].number += 0.5;
        p->span.end = t->lex[end - 1].span.end;
        return true;
    }
    word = *p;
    if (p->kind != PART_WORD ||
        !unit_match(t->text + word.span.start, word.span.end - word.span.start, NULL, &hit) ||
        !hit.of_time || hit.size != word.span.end - word.span.start || hit.size < 3)
        return false;
    p->kind = PART_NUMBER;
    p->number = 1.5;
    p->roles = 0;
    p->span.end = p->span.start;
    tag_unit(t, out, &hit, word.span.start);
    out->at[out->count - 1].span.end = t->lex[end - 1].span.end;
    return true;
}

/* "Two and a half times", "two-and-a-half years", "1 and 1/2": the half belongs to the number
 * before it. What follows it; i: there is none. */
static size_t tag_half(tagger *t, part_list *out, size_t i, size_t to)
{
    part *p = whole_number(out);
    unit_hit hit;
    size_t k = i, end;

    if (i + 2 < to && tag_lexeme_is(t, i, "and") && tag_lexeme_is(t, i + 1, "a") &&
        tag_lexeme_is(t, i + 2, "half") && half_of_unit(t, out, i, i + 3))
        return i + 3;
    if (!p)
        return i;
    k += k < to && t->lex[k].kind == LEX_DASH;
    if (k >= to || !tag_lexeme_is(t, k, "and"))
        return i;
    k++;
    if (k < to && t->lex[k].kind == LEX_FRACTION) {
        end = t->lex[k].span.end;
        if (end - t->lex[k].span.start != 3 ||
            strncmp(t->text + t->lex[k].span.start, "1/2", 3) != 0)
            return i;
    } else {
        k += k < to && t->lex[k].kind == LEX_DASH;
        if (k >= to || !(tag_lexeme_is(t, k, "a") || tag_lexeme_is(t, k, "one")))
            return i;
        k++;
        k += k < to && t->lex[k].kind == LEX_DASH;
        if (k >= to || !tag_lexeme_is(t, k, "half"))
            return i;
    }
    p->number += 0.5;
    p->span.end = end = t->lex[k].span.end;
    if (!unit_match(t->text + end, t->size - end, NULL, &hit) || !hit.of_time)
        return k + 1;
    tag_unit(t, out, &hit, end);
    return tag_lexeme_from(t, k, end + hit.size);
}

/* The parts of the lexemes [from, to). */
static void tag(tagger *t, part_list *out, size_t from, size_t to, unsigned depth)
{
    if (!out->at &&
        !arena_reserve(t->arena, (void **)&out->at, &out->room, to - from + 1, sizeof *out->at))
        return;
    for (size_t i = from; i < to && !arena_failed(t->arena);) {
        const lexeme *x = &t->lex[i];
        eligo_span s = x->span;
        size_t past = tag_half(t, out, i, to);

        if (past == i && (x->kind == LEX_NUMBER || x->kind == LEX_DASH || x->kind == LEX_SIGN))
            past = tag_numbered(t, out, i, to);
        if (past == i &&
            (x->kind == LEX_NUMBER || (x->kind == LEX_WORD && may_be_month(t, i, to))) &&
            (past = tag_date(t, i, to)) > i)
            tag_add(t, out, PART_DATE, s.start, t->lex[past - 1].span.end);
        if (past > i) {
            i = past;
            continue;
        }
        switch (x->kind) {
        case LEX_WORD:
            past = tag_signed(t, out, i, to);
            i = past > i ? past : tag_word(t, out, i, to);
            break;
        case LEX_NUMBER:
            /* "25-hydroxyvitamin D", "6-mercaptopurine", "2-hour glucose": a name that begins with
             * a number */
            if (named_number(t, out, i, to)) {
                i = tag_lexeme_from(t, i, out->at[out->count - 1].span.end);
                break;
            }
            /* fall through */
        case LEX_COMMA_NUMBER:
        case LEX_FRACTION:
            i = tag_number(t, out, i);
            i = i > to ? to : i;
            break;
        case LEX_ROMAN: {
            part *p = tag_add(t, out, PART_ORDINAL, s.start, s.end);

            if (p)
                tag_roman_sign(t->text + s.start, s.end - s.start, &p->number);
            i++;
            break;
        }
        case LEX_DASH: i = tag_dash(t, out, i, from, to); break;
        case LEX_PLUS: i = tag_plus(t, out, i, to); break;
        case LEX_OPEN: i = tag_open(t, out, i, from, to, depth); break;
        default: tag_sign(t, out, i++, to); break;
        }
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
    tagger t = {.text = text,
                .size = size,
                .lx = lx,
                .arena = a,
                .shouts = tag_all_capitals(text, (eligo_span){0, size})};
    lexemes lex;

    if (!scan_text(text, size, a, &lex))
        return false;
    *cut = lex.count > LIMIT_CRITERION_TOKENS;
    t.count = *cut ? LIMIT_CRITERION_TOKENS : lex.count;
    t.atoms = *words = lexicon_cut(lx, text, size, a);
    if (lex.numbered && !tag_unglue(&t, &lex.list))
        return false;
    t.lex = lex.list;
    if (lex.brackets && !match_brackets(&t))
        return false;
    tag(&t, out, 0, t.count, 0);
    return !arena_failed(a);
}
