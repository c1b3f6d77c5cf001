/* Findings on limits: is the value itself meant, on which side of it does the criterion lie, and
 * can both of two limits hold? */
#include "grammar/lint_piece.h"

#include "rules/landmark.h"
#include "rules/unit.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>

const concept *piece_subject(const piece *p, size_t i)
{
    unsigned words = 0;

    for (size_t k = i; k-- > 0;) {
        const mark *m = &p->at[k];

        switch (m->kind) {
        case PART_THING: return m->part->hit.quantity;
        case PART_END: /* a bracket between them says nothing new: "haemoglobin (Hb) 10" */
            while (k > 0 && !(p->at[k].kind == PART_BRACKET && p->at[k].depth == m->depth))
                k--;
            continue;
        case PART_WORD:
        case PART_FILL:
        case PART_QUAL:
            if (++words > 3)
                return NULL;
            continue;
        case PART_OF:
        case PART_BRACKET:
        case PART_COLON:
        case PART_WITH: continue;
        case PART_AND:
        case PART_OR: /* "< 36 and > 48 %" */
            if (k > 0 && p->at[k - 1].kind == PART_QUANTITY) {
                k--;
                continue;
            }
            break;
        default: break;
        }
        break;
    }
    if (i + 2 < p->count && p->at[i + 1].kind == PART_OF && p->at[i + 2].kind == PART_THING)
        return p->at[i + 2].part->hit.quantity;
    return NULL;
}

static bool before_is(const piece *p, size_t start, const char *word)
{
    size_t n = strlen(word);

    while (start > 0 && isspace((unsigned char)p->t->text[start - 1]))
        start--;
    return start >= n && text_equal_nocase(p->t->text + start - n, n, word) &&
           (start == n || !isalpha((unsigned char)p->t->text[start - n - 1]));
}

/* "between" stands before the range, or before "ages" that stands before it. */
static bool between_before(const piece *p, eligo_span s)
{
    static const char *const skipped[] = {"the", "of", "ages", "age", NULL};
    size_t at = s.start;
    bool moved = true;

    if (s.end - s.start > 7 && text_equal_nocase(p->t->text + s.start, 7, "between"))
        return true;
    while (moved) {
        moved = false;
        for (size_t i = 0; skipped[i] && !moved; i++)
            if (before_is(p, at, skipped[i])) {
                while (at > 0 && isspace((unsigned char)p->t->text[at - 1]))
                    at--;
                at -= strlen(skipped[i]);
                moved = true;
            }
    }
    return before_is(p, at, "between");
}

static bool dashed(const piece *p, eligo_span s)
{
    if (piece_has_word(p, s.start, s.end, "and"))
        return false; /* "between 12 and to 17" */
    for (size_t i = s.start; i + 1 < s.end; i++)
        if (i > s.start && (p->t->text[i] == '-' || (unsigned char)p->t->text[i] == 0xE2 ||
                            (p->t->text[i] == 't' && p->t->text[i + 1] == 'o')))
            return true;
    return false;
}

static bool inclusive_near(const piece *p, size_t i)
{
    size_t end = p->at[i].span.end + 24 < p->t->size ? p->at[i].span.end + 24 : p->t->size;

    return piece_has_word(p, p->at[i].span.start, end, "inclusive") ||
           piece_has_word(p, p->at[i].span.start, end, "inclusively") ||
           piece_has_word(p, p->at[i].span.start, end, "included") ||
           piece_has_word(p, p->at[i].span.start, end, "including") ||
           piece_has_word(p, p->at[i].span.start, end, "incl") ||
           piece_has_word(p, p->at[i].span.start, end, "both");
}

/* "18 years (including) to 75": one end of the range is said to be included, the other is not
 * spoken of. */
static bool one_end(const piece *p, size_t i)
{
    size_t k = piece_past(p, i + 1);

    if (i + 1 >= p->count || p->at[i + 1].kind != PART_BRACKET ||
        !piece_finds(p, p->at[i + 1].span, LINT_INCLUSIVE))
        return false;
    while (k < p->count && (p->at[k].kind == PART_FILL || p->at[k].kind == PART_TO ||
                            p->at[k].kind == PART_TOWORD || p->at[k].kind == PART_DASH ||
                            p->at[k].kind == PART_AND))
        k++;
    return k < p->count && p->at[k].kind == PART_QUANTITY && !inclusive_near(p, k);
}

static void lint_one_end(const piece *p, size_t i)
{
    size_t k = piece_past(p, i + 1);
    eligo_span s;
    finding *f;
    const char *words;

    while (p->at[k].kind != PART_QUANTITY)
        k++;
    s = (eligo_span){p->at[i].span.start, p->at[k].span.end};
    words = piece_words(p, p->at[k].span);
    f = finding_add(p->out, "boundary", s,
                    arena_printf(p->out->arena, "%s, both included", piece_words(p, s)),
                    "one end of the range is said to be included; is \"%s\" included, too?", words);
    if (f)
        f->severity = SEVERITY_WARNING;
    piece_readings(p, f, READING_END, arena_printf(p->out->arena, "%s is included", words),
                   arena_printf(p->out->arena, "%s is not included", words));
}

/* "younger than 18 years and older than 50": the mark of the second limit, where no value meets
 * both; 0: not so. */
static size_t joined_bound(const piece *p, size_t i)
{
    size_t k = i + 1;
    bool joined = false;

    for (; k < p->count && k < i + 5; k++) {
        part_kind kind = p->at[k].kind;

        if (kind == PART_AND)
            joined = true;
        else if (kind == PART_QUANTITY)
            break;
        else if (kind != PART_AGEWORD && kind != PART_FILL)
            return 0;
    }
    if (!joined || k >= p->count || p->at[k].kind != PART_QUANTITY ||
        p->at[k].depth != p->at[i].depth)
        return 0;
    const part *a = p->at[i].part, *b = p->at[k].part;
    if (!b->low.given || b->high.given || b->low.value < a->high.value ||
        (a->unit.ucum && b->unit.ucum && strcmp(a->unit.ucum, b->unit.ucum) != 0))
        return 0;
    return k;
}

/* Nobody but people, and words that say nothing, stand in the clause before the limit: "Over 18
 * years" is an age, "women over 45" too. */
static bool of_a_person(const piece *p, size_t i)
{
    const part *q = p->at[i].part;
    bool person = false;

    for (size_t k = piece_clause_start(p, i); k < i; k++)
        switch (p->at[k].kind) {
        case PART_PERSON:
        case PART_SEX: person = true; break;
        case PART_FILL:
        case PART_AGEWORD:
        case PART_COMMA:
        case PART_ALLOF:
        case PART_AND:
        case PART_OR:
        case PART_WITH: break;
        default: return false;
        }
    return q->period == 'a' || (person && !q->unit.text && i + 1 == piece_clause_end(p, i));
}

static bool in_years(const part *q)
{
    return !q->unit.ucum || strcmp(q->unit.ucum, "a") == 0;
}

/* What lies between the limits is a number that people take as continuous. */
static bool continuous(const part *q, const concept *c, bool age)
{
    return !q->value_count && (age || (c && c->category == CATEGORY_MEASUREMENT));
}

/* A score of which nobody asks for one value: "an MMSE of 24" lacks its side, "ECOG 2" does not. */
static bool long_scale(const concept *c)
{
    return c->category == CATEGORY_SCORE && !(c->flags & CONCEPT_STAGES) && c->scale.high >= 20;
}

/* A number, and no word or sign that says on which side of it. */
static bool bare(const piece *p, size_t i, const concept *c)
{
    const mark *m = &p->at[i];
    const part *q = m->part;
    size_t next = i + 1;
    bool limit =
        q->relative != RELATIVE_NONE ||
        (c && c->category == CATEGORY_MEASUREMENT && (q->unit.text || c->units[0]) && !q->period) ||
        (c && long_scale(c) && q->low.value > c->scale.low && q->low.value < c->scale.high &&
         !q->unit.text && !q->period);

    if (!limit || (q->value && *q->value) || !q->low.given || !q->high.given ||
        q->low.value != q->high.value || q->value_count || q->word_number || q->pair ||
        piece_has_word(p, m->span.start, m->span.end, "equal") ||
        memchr(p->t->text + m->span.start, '=', m->span.end - m->span.start))
        return false;
    for (size_t k = m->span.start; k > 0 && !isalnum((unsigned char)p->t->text[k - 1]); k--)
        if ((unsigned char)p->t->text[k - 1] == 0xB1 ||
            (p->t->text[k - 1] == '/' && k > 1 && p->t->text[k - 2] == '+'))
            return false; /* plus or minus */
    if (i > 0 && p->at[i - 1].kind == PART_FILL && piece_is(p, p->at[i - 1].span, LINT_NO_LIMIT))
        return false;
    if (i > 0 && p->at[i - 1].kind == PART_WORD && piece_says(p, p->at[i - 1].span, "factor"))
        return false;
    /* "above 20 g and 30 g for women and men respectively" */
    if (piece_has_word(p, m->span.end, piece_byte(p, piece_clause_end(p, i)), "respectively"))
        return false;
    if (piece_finds(p, (eligo_span){piece_byte(p, piece_clause_start(p, i)), m->span.start},
                    LINT_ABLE)) /* "able to walk 100 m": or more */
        return false;
    /* "Hb at least 10 g/dL (Hct 30 %)": the same limit said again */
    if (m->depth > 0 && i > 2 && i + 1 < p->count && p->at[i + 1].kind == PART_END &&
        p->at[i - 1].kind == PART_THING && p->at[i - 2].kind == PART_BRACKET &&
        p->at[i - 3].kind == PART_QUANTITY && p->at[i - 3].part->value && *p->at[i - 3].part->value)
        return false;
    if (i > 0 && (p->at[i - 1].kind == PART_CMP || p->at[i - 1].kind == PART_EVERY ||
                  p->at[i - 1].kind == PART_WITHIN))
        return false;
    while (next < p->count && p->at[next].kind == PART_BRACKET) { /* "23 (+/- 4) or less" */
        if (memmem(p->t->text + p->at[next].span.start,
                   p->at[next].span.end - p->at[next].span.start, "+/-", 3))
            return false;
        next = piece_past(p, next);
    }
    if (next >= p->count)
        return true;
    switch (p->at[next].kind) {
    case PART_TO:
    case PART_TOWORD:
    case PART_DASH:
    case PART_ORMORE:
    case PART_ORLESS:
    case PART_SLASH:
    case PART_QUANTITY: return false;
    default: return true;
    }
}

static void tell_between(const piece *p, size_t i)
{
    const part *q = p->at[i].part;
    arena *a = p->out->arena;
    char low[32], high[32];
    finding *f;

    number_rounded(q->low.value, 6, low);
    number_rounded(q->high.value, 6, high);
    f = finding_add(p->out, "boundary", p->at[i].span,
                    arena_printf(a, "from %s to %s%s%s, both included", low, high,
                                 q->unit.text ? " " : "", q->unit.text ? q->unit.text : ""),
                    "\"between\" leaves open whether %s and %s themselves count", low, high);
    if (f) {
        f->severity = SEVERITY_NOTE;
        f->replaces = true;
    }
    piece_readings(p, f, READING_ENDS, arena_printf(a, "%s and %s are included", low, high),
                   arena_printf(a, "%s and %s are not included", low, high));
}

static void tell_strict_age(const piece *p, size_t i)
{
    const part *q = p->at[i].part;
    arena *a = p->out->arena;
    char low[32], next[32];
    finding *f;

    number_rounded(q->low.value, 6, low);
    number_rounded(q->low.value + 1, 6, next);
    f = finding_add(
        p->out, "boundary", p->at[i].span, arena_printf(a, "%s years or older", next),
        "\"%s\": is somebody of %s years and a half meant? Ages are read as completed years and "
        "as exact ones",
        piece_words(p, p->at[i].span), low);
    if (f)
        f->severity = SEVERITY_WARNING;
    piece_readings(p, f, READING_AGE, arena_printf(a, "from the day after the birthday at %s", low),
                   arena_printf(a, "from %s years on", next));
}

static void tell_side(const piece *p, size_t i, const concept *c)
{
    const char *words = piece_words(p, p->at[i].span);
    arena *a = p->out->arena;
    finding *f = finding_add(p->out, "boundary", p->at[i].span,
                             arena_printf(a, "at least %s (or: at most %s)", words, words),
                             "\"%s\"%s%s%s: above it or below it?", words, c ? " (" : "",
                             c ? c->name : "", c ? ")" : "");

    if (f)
        f->severity = SEVERITY_WARNING;
    piece_readings(p, f, READING_SIDE, arena_printf(a, "%s or more", words),
                   arena_printf(a, "%s or less", words));
}

static void tell_nothing(const piece *p, eligo_span s, const char *suggestion)
{
    finding *f = finding_add(p->out, "contradiction", s, suggestion, "\"%s\": nothing is both",
                             piece_words(p, s));

    piece_readings(p, f, READING_EITHER, "either of the two (\"or\" is meant)",
                   "both at once, which nothing can be");
}

/* "at least 14 on a 0-10 scale", "11 or more (scale 0-10)": a limit beyond the scale that stands
 * behind it. */
static void lint_scales(const piece *p)
{
    for (size_t i = 1; i < p->count; i++) {
        const part *scale = p->at[i].part;
        bool named = false;

        if (p->at[i].kind != PART_QUANTITY || !scale->low.given || !scale->high.given ||
            scale->unit.text || scale->low.value < 0 || scale->low.value > 1 ||
            scale->high.value < 3 || scale->period)
            continue;
        for (size_t k = i > 3 ? i - 3 : 0; k < i + 5 && k < p->count; k++)
            named = named || piece_has_word(p, p->at[k].span.start, p->at[k].span.end, "scale") ||
                    piece_has_word(p, p->at[k].span.start, p->at[k].span.end, "range");
        /* "visual analogue scale (0-10) of 40 or more" */
        for (size_t k = i + 1; p->at[i].depth && k < p->count && k < i + 5; k++) {
            const part *q = p->at[k].part;

            if (p->at[k].kind == PART_QUANTITY && p->at[k].depth < p->at[i].depth && i > 1 &&
                p->at[i - 1].kind == PART_BRACKET && piece_thing(p, i - 2) &&
                p->at[i - 2].part->hit.quantity && !q->unit.text && !q->period &&
                q->relative == RELATIVE_NONE && !q->pair && q->low.given &&
                q->low.value > scale->high.value)
                finding_add(p->out, "implausible-value", piece_span(p, i - 2, k + 1), NULL,
                            "\"%s\" lies outside of the scale \"%s\"",
                            piece_words(p, p->at[k].span), piece_words(p, p->at[i].span));
            if (p->at[k].kind != PART_END && p->at[k].kind != PART_FILL &&
                p->at[k].kind != PART_THING && p->at[k].kind != PART_WORD &&
                p->at[k].kind != PART_OF)
                break;
        }
        for (size_t k = i; named && k-- > 0 && i - k < 6;) {
            const part *q = p->at[k].part;

            if (p->at[k].kind == PART_SEMICOLON || p->at[k].kind == PART_PERIOD ||
                p->at[k].kind == PART_COMMA || p->at[k].kind == PART_AND)
                break;
            if (p->at[k].kind != PART_QUANTITY)
                continue;
            if (!q->unit.text && !q->period && q->relative == RELATIVE_NONE && !q->pair &&
                ((q->low.given && q->low.value > scale->high.value) ||
                 (!q->low.given && q->high.given && q->high.value < scale->low.value)))
                finding_add(p->out, "implausible-value", piece_span(p, k, i + 1), NULL,
                            "\"%s\" lies outside of the scale \"%s\"",
                            piece_words(p, p->at[k].span), piece_words(p, p->at[i].span));
            break;
        }
    }
}

/* A limit whose value cannot be, also where the line is left to a person or was not understood. A
 * unit that does not fit may be that of something else there. */
static void lint_value(const piece *p, size_t i, const concept *c)
{
    const part *q = p->at[i].part;
    rule limit = {.op = RULE_COMPARE,
                  .span = p->at[i].span,
                  .subject = {.concept = c, .category = c->category},
                  .low = q->low,
                  .high = q->high,
                  .unit = q->unit,
                  .relative_to = q->relative};

    /* "visual acuity of 35 letters": of another scale */
    if (q->unit.ucum && q->unit.ucum[0] == '{' && !strchr(q->unit.ucum, '/'))
        return;
    if (!q->pair && !q->period && !q->value_count && !q->damaged && !q->predicted && !q->apart &&
        !q->times && !q->fold && !q->high_unit.text && q->unit.ucum && unit_fits(c, q->unit.ucum))
        audit_limit(&limit, p->out, true);
}

void lint_limits(const piece *p)
{
    lint_scales(p);
    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];
        const part *q = m->part;
        const concept *c;
        bool age;
        size_t k;

        if (m->kind != PART_QUANTITY)
            continue;
        c = piece_subject(p, i);
        if (c && c->category == CATEGORY_MEASUREMENT)
            lint_value(p, i, c);
        age = q->age || is_landmark(c, LANDMARK_AGE) ||
              (!c && (q->period == 'a' || !q->unit.text) && q->relative == RELATIVE_NONE &&
               q->low.value >= 12 && q->low.value <= 100 && of_a_person(p, i));
        if (q->low.given && q->high.given && q->low.value > q->high.value &&
            piece_has_word(p, m->span.start, m->span.end, "and"))
            tell_nothing(p, m->span,
                         arena_printf(p->out->arena, "%s %s or %s %s",
                                      q->high.inclusive ? "up to" : "below",
                                      number_rounded(q->high.value, 6, (char[32]){0}),
                                      q->low.inclusive ? "from" : "above",
                                      number_rounded(q->low.value, 6, (char[32]){0})));
        else if (q->high.given && !q->low.given && (k = joined_bound(p, i)) != 0) {
            tell_nothing(p, (eligo_span){m->span.start, p->at[k].span.end}, NULL);
            i = k;
        } else if (one_end(p, i))
            lint_one_end(p, i);
        else if (q->low.given && q->high.given && q->low.value < q->high.value &&
                 between_before(p, m->span) && !dashed(p, m->span) && !inclusive_near(p, i) &&
                 continuous(q, c, age))
            tell_between(p, i);
        else if (age && q->value && *q->value && q->low.given && !q->low.inclusive && in_years(q))
            tell_strict_age(p, i);
        else if (!age && bare(p, i, c))
            tell_side(p, i, c);
        else if (!p->t->exclusion && age && in_years(q) && q->low.given && q->high.given &&
                 q->low.value == q->high.value && q->low.value >= 12 && !(q->value && *q->value) &&
                 !q->value_count && of_a_person(p, i) && piece_clause_end(p, i) == i + 1 &&
                 piece_clause_start(p, i) == 0)
            tell_side(p, i, NULL); /* "18 years of age" and no more */
    }
}
