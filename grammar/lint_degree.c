/* Findings on words of degree that decide without a limit, and on lines that leave the decision to
 * a person. */
#include "grammar/lint_piece.h"

#include <string.h>

/* ---- words of degree ---- */

/* Does the bracket that opens at mark i say what stands before it means: a limit, examples, or a
 * list of things? An abbreviation alone does not. */
static bool bracket_explains(const piece *p, size_t i)
{
    size_t things = 0, words = 0, end = piece_past(p, i);

    if (i + 1 < end && p->at[i + 1].kind == PART_EXCEPT)
        return false; /* "chronic use of drugs (except oral contraceptives)" */
    for (size_t k = i + 1; k + 1 < end; k++) {
        const mark *m = &p->at[k];

        if (m->kind == PART_QUANTITY || m->kind == PART_LIKE || m->kind == PART_DEFINED ||
            m->kind == PART_INCLUDE)
            return true;
        things += m->kind == PART_THING;
        words += m->kind == PART_WORD || m->kind == PART_THING;
    }
    return things > 1 || words > 3;
}

/* The word stands in a bracket behind a limit: "diastolic pressure > 110 mmHg (severe)". */
static bool behind_limit(const piece *p, size_t i)
{
    if (i >= p->count || p->at[i].depth == 0)
        return false;
    while (i > 0 && !(p->at[i].kind == PART_BRACKET))
        i--;
    return i > 0 && p->at[i - 1].kind == PART_QUANTITY && !p->at[i - 1].part->period;
}

/* A limit, a grade, a list or a standard behind the word, in its clause, that says what it means.
 * `of_time`: so does a length of time; `dated`: and a window of it ("recent", but not "regular").
 */
static bool resolved(const piece *p, const word_hit *h, bool of_time, bool dated)
{
    size_t first = piece_mark(p, h->span.end), end = piece_clause_end(p, first), near = 0;
    size_t things = 0, reach = piece_byte(p, end); /* named so far; the end of what is of them */
    bool apart = false;                            /* a comma and another thing stand between */
    /* "long-term use of drugs (aspirin, statins)": examples of what is used do not say how long */
    bool lasting = of_time && !dated;
    unsigned depth = first > 0 && first < p->count ? p->at[first].depth : 0;

    if (p->t->list_below && p->count && p->at[p->count - 1].kind == PART_COLON)
        return true; /* the list says it */
    if (behind_limit(p, piece_mark(p, h->span.start)))
        return true;
    for (size_t i = first; i < end; i++) {
        const mark *m = &p->at[i];

        if (m->kind == PART_END && m->depth < depth)
            depth = m->depth;
        if (m->depth <= depth && (m->kind == PART_COMMA || m->kind == PART_BUT))
            apart = true;
        /* "severe anaemia or platelets < 50": the limit is that of the next thing */
        if (m->depth <= depth && (piece_alternative(m->kind) || m->kind == PART_AND) &&
            piece_thing(p, i + 1) && p->at[i + 1].part->hit.quantity &&
            !p->at[i + 1].part->hit.thing)
            apart = true;
        if (m->kind == PART_QUANTITY && !apart)
            return of_time || !m->part->period;
        if (of_time && (m->kind == PART_DURATION || (dated && m->kind == PART_WINDOW)))
            return true;
        things += m->kind == PART_THING && m->depth <= depth;
        if (apart && things > 1 && reach > m->span.start)
            reach = m->span.start; /* what stands behind is of another thing */
        /* "serious disease, such as ..."; but not "serious disease, glaucoma, such as ..." */
        if ((m->kind == PART_DEFINED ||
             (!lasting && (m->kind == PART_LIKE ||
                           (m->kind == PART_INCLUDE && piece_over(p, WORD_EXAMPLE, m->span))))) &&
            !(apart && (m->depth > depth || things > 1)))
            return true;
        if (m->kind == PART_BRACKET && m->depth <= depth && !apart && !lasting &&
            bracket_explains(p, i))
            return true;
        if (m->kind == PART_COLON && near < 4 && !apart && i + 1 < end)
            return true;
        near++;
    }
    for (size_t from = h->span.end; (h = piece_class(p, WORD_STANDARD, from, reach)) != NULL;
         from = h->span.end)
        if (!lasting || !word_is(h, WORD_EXAMPLE))
            return true;
    return false;
}

/* The word that follows names one measured value: "normal creatinine". */
static bool of_one_value(const piece *p, const word_hit *h)
{
    for (size_t i = piece_mark(p, h->span.end), n = 0; i < p->count && n < 3; i++, n++) {
        if (p->at[i].kind == PART_THING)
            return p->at[i].part->hit.quantity && !p->at[i].part->hit.thing;
        if (p->at[i].kind != PART_QUAL && p->at[i].kind != PART_FILL && p->at[i].kind != PART_WORD)
            return false;
    }
    return false;
}

/* A part of a percentage or a multiple: "80 % of predicted normal". */
static bool of_a_limit(const piece *p, const word_hit *h)
{
    for (size_t i = piece_mark(p, h->span.start); i-- > 0;) {
        if (p->at[i].kind == PART_QUANTITY)
            return p->at[i].span.end + 24 > h->span.start;
        if (p->at[i].kind != PART_WORD && p->at[i].kind != PART_FILL && p->at[i].kind != PART_OF)
            return false;
    }
    return false;
}

/* Is the clause around a byte left to somebody's judgement? */
static bool judged(const piece *p, size_t byte)
{
    eligo_span s = piece_clause(p, byte);

    return piece_class(p, WORD_OPINION, s.start, s.end) ||
           piece_class(p, WORD_OPINION_OF, s.start, s.end);
}

/* Whether `class` begins in the same run of words behind the hit, before a comma or a connective.
 */
static bool heads(const piece *p, const word_hit *h, word_class class, size_t bytes)
{
    size_t end = h->span.end + bytes;

    for (size_t i = piece_mark(p, h->span.end); i < p->count && p->at[i].span.start < end; i++)
        if (p->at[i].kind == PART_COMMA || p->at[i].kind == PART_SEMICOLON ||
            p->at[i].kind == PART_PERIOD)
            end = p->at[i].span.start;
    return piece_class(p, class, h->span.end, end) != NULL;
}

/* The words are part of a name, or settled in the field. */
static bool inert(const piece *p, eligo_span s)
{
    for (size_t i = piece_hit(p, s.start);
         i < p->words.count && p->words.list[i].span.start <= s.start; i++)
        if (p->words.list[i].span.end >= s.end && word_is(&p->words.list[i], WORD_INERT))
            return true;
    return false;
}

static void tell_degree(const piece *p, eligo_span s, const char *asked)
{
    const char *words = piece_words(p, s);

    finding_add(p->out, "vague-term", s,
                arena_printf(p->out->arena, "say what counts: instead of \"%s\", %s", words, asked),
                "\"%s\" decides here, and nothing says where it begins", words);
}

static void lint_vague(const piece *p)
{
    static const uint64_t of_degree = WORD_BIT(WORD_VAGUE_GRADE) | WORD_BIT(WORD_VAGUE) |
                                      WORD_BIT(WORD_VAGUE_TIME) | WORD_BIT(WORD_VAGUE_FUNCTION);
    size_t told = 0; /* up to this byte: of phrases that overlap the longest counts */

    for (size_t i = 0; words_have_any(&p->words, of_degree) && i < p->words.count; i++) {
        const word_hit *h = &p->words.list[i];
        const word_entry *grade = word_is(h, WORD_VAGUE_GRADE), *degree = word_is(h, WORD_VAGUE),
                         *time = word_is(h, WORD_VAGUE_TIME),
                         *lowered = word_is(h, WORD_VAGUE_FUNCTION),
                         *e = grade    ? grade
                              : degree ? degree
                              : time   ? time
                                       : lowered;

        if (!e || h->span.start < told || inert(p, h->span) ||
            resolved(p, h, time != NULL, e == time && strcmp(e->value, "a length of time") == 0) ||
            judged(p, h->span.start))
            continue;
        if (told && told + 1 == h->span.start && p->t->text[told] == ' ') {
            told = h->span.end; /* "major life-threatening disease": of one thing */
            continue;
        }
        if (grade && heads(p, h, WORD_GRADED, 48))
            continue;
        if (e == lowered && !heads(p, h, WORD_FUNCTION, 32))
            continue;
        if (heads(p, h, WORD_LANGUAGE, 48))
            continue;
        if ((strcmp(e->phrase, "normal") == 0 || strcmp(e->phrase, "abnormal") == 0) &&
            (of_one_value(p, h) || of_a_limit(p, h)))
            continue;
        tell_degree(p, h->span, e->value);
        told = h->span.end;
    }
}

/* "chronic anticoagulant therapy", "regular opioids": how much, how often, and for how long? */
static void lint_lasting(const piece *p)
{
    for (size_t i = 0; i + 1 < p->count; i++) {
        const mark *m = &p->at[i];
        size_t k = i + 1;
        word_hit as_hit;

        if (m->kind != PART_QUAL ||
            (strcmp(m->part->value, "course:chronic") != 0 &&
             strcmp(m->part->value, "course:regular") != 0) ||
            !piece_over(p, WORD_LASTING, m->span) || inert(p, m->span) ||
            (i > 0 && p->at[i - 1].kind == PART_QUAL && /* "chronic regular use" */
             piece_over(p, WORD_LASTING, p->at[i - 1].span)))
            continue;
        while (k < p->count && k < i + 3 &&
               (p->at[k].kind == PART_QUAL || p->at[k].kind == PART_WORD))
            k++;
        if (piece_kind(p, k) != CATEGORY_MEDICATION || p->at[k].depth != m->depth ||
            (i > 1 && piece_alternative(p->at[i - 1].kind) &&
             p->at[i - 2].kind == PART_QUAL) || /* "acute or chronic" */
            (piece_thing(p, k + 1) && piece_kind(p, k + 1) == CATEGORY_CONDITION) ||
            (k + 1 < p->count && p->at[k + 1].kind == PART_WORD && !piece_roles(p, k + 1)))
            continue;
        as_hit = (word_hit){.span = m->span};
        if (!resolved(p, &as_hit, true, false) && !judged(p, m->span.start))
            tell_degree(p, m->span, "how much, and for how long");
    }
}

/* ---- judgement ---- */

/* How many bytes lie between two places; 0 where they overlap. */
static size_t gap_between(eligo_span a, eligo_span b)
{
    return a.start >= b.end ? a.start - b.end : b.start >= a.end ? b.start - a.end : 0;
}

/* The nearest phrase of a class in the same clause, at most so many bytes away. `value`: only with
 * this value; NULL: any. */
static const word_hit *near(const piece *p, word_class class, const char *value, eligo_span of,
                            size_t bytes)
{
    const word_hit *best = NULL;
    eligo_span clause = piece_clause(p, of.start);
    size_t from = of.start > bytes ? of.start - bytes : 0;

    for (size_t i = piece_hit(p, from);
         i < p->words.count && p->words.list[i].span.start <= of.end + bytes; i++) {
        const word_hit *h = &p->words.list[i];
        const word_entry *e = word_is(h, class);

        if (!e || (value && strcmp(e->value, value) != 0) || h->span.start < clause.start ||
            h->span.end > clause.end || gap_between(h->span, of) > bytes ||
            (h->span.start < of.end && of.start < h->span.end))
            continue;
        if (!best || gap_between(h->span, of) < gap_between(best->span, of))
            best = h;
    }
    return best;
}

static const word_hit *behind(const piece *p, word_class class, const char *value, eligo_span of,
                              size_t bytes)
{
    size_t end = of.end + bytes, stop = piece_clause(p, of.start).end;

    for (size_t i = piece_hit(p, of.end); i < p->words.count && p->words.list[i].span.start < end;
         i++) {
        const word_hit *h = &p->words.list[i];
        const word_entry *e = word_is(h, class);

        if (e && h->span.start >= of.end && h->span.end <= stop &&
            (!value || strcmp(e->value, value) == 0))
            return h;
    }
    return NULL;
}

/* "..., as growth would invalidate the results": why what stands before it keeps people out. */
static bool gives_reason(const piece *p, size_t byte)
{
    eligo_span clause = piece_clause(p, byte);

    for (size_t i = piece_token(p, clause.start);
         i < p->token_count && p->tokens[i].span.start < byte; i++)
        if ((p->tokens[i].gap == ',' && token_is(&p->tokens[i], LINT_REASON)) ||
            token_is(&p->tokens[i], LINT_BECAUSE))
            return true;
    return false;
}

/* "that could interfere with participation": up to a comma behind which another condition begins.
 */
static const word_hit *hindered(const piece *p, const word_hit *how)
{
    size_t end = piece_clause(p, how->span.start).end, reach = how->span.end + 70;

    if (reach > end)
        reach = end;
    if (how->span.end < end && p->t->text[how->span.end] == ',')
        return NULL; /* "limits, see ..." */
    if (gives_reason(p, how->span.start))
        return NULL;
    for (size_t i = piece_mark(p, how->span.end); i < p->count && p->at[i].span.start < reach; i++)
        if (p->at[i].kind == PART_COMMA && i + 1 < p->count && p->at[i + 1].kind == PART_AND)
            reach = p->at[i].span.start;
    return piece_class(p, WORD_STUDY, how->span.end, reach);
}

static eligo_span both(eligo_span a, eligo_span b)
{
    return (eligo_span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

/* "Per the ...", "according to the ..." right before a byte. s->start: where it begins. */
static bool per(const piece *p, size_t byte, eligo_span *s)
{
    size_t i = piece_token(p, byte);

    if (i > 0 && (p->tokens[i - 1].roles & ROLE_ARTICLE))
        i--;
    if (i > 0 && piece_says(p, p->tokens[i - 1].span, "per"))
        i--;
    else if (i > 1 && piece_says(p, p->tokens[i - 1].span, "to") &&
             piece_says(p, p->tokens[i - 2].span, "according"))
        i -= 2;
    else
        return false;
    s->start = p->tokens[i].span.start;
    return true;
}

/* A limit stands behind the words in their clause. */
static bool limited(const piece *p, const word_hit *h)
{
    size_t first = piece_mark(p, h->span.end), end = piece_clause_end(p, first);

    for (size_t i = first; i < end; i++)
        if (p->at[i].kind == PART_QUANTITY && !p->at[i].part->period)
            return true;
    return false;
}

/* "Fit for the study", "suitable to take part"; not "appropriate contraception during the trial".
 */
static bool fit_for(const piece *p, const word_hit *h)
{
    size_t i = piece_token(p, h->span.end);

    return i < p->token_count && token_is(&p->tokens[i], LINT_FIT_FOR);
}

/* Does the phrase leave something to a person? *s: the words that say so. */
static bool leaves_open(const piece *p, const word_hit *h, eligo_span *s)
{
    const word_hit *other = NULL;
    const word_entry *e;

    *s = h->span;
    if (word_is(h, WORD_OPINION))
        return true;
    /* "the judgement of the surgeon", "investigator's view" */
    if (word_is(h, WORD_OPINION_OF) &&
        ((other = near(p, WORD_AGENT, NULL, h->span, 40)) != NULL ||
         ((other = behind(p, WORD_SUITABILITY, NULL, h->span, 40)) != NULL &&
          !limited(p, other)))) { /* not "considered high-risk based on a risk above 25 %" */
        *s = both(h->span, other->span);
        return true;
    }
    /* "the investigator considers", "approved by the sponsor"; a doctor who diagnoses decides
     * nothing about the study, one who finds somebody unfit does */
    if ((e = word_is(h, WORD_AGENT)) != NULL) {
        bool doctor = strcmp(e->value, "doctor") == 0;

        other = near(p, WORD_VERB_OF_OPINION, doctor ? "." : NULL, h->span, 30);
        if (!other && doctor && near(p, WORD_VERB_OF_OPINION, "check", h->span, 30))
            other = near(p, WORD_SUITABILITY, NULL, h->span, 60);
        if (other) {
            *s = both(h->span, other->span);
            return true;
        }
        /* who makes a diagnosis is another matter */
        if (!(doctor && piece_has_word(p, piece_clause(p, h->span.start).start, h->span.start,
                                       "diagnosed")) &&
            per(p, h->span.start, s)) { /* "too ill per the attending physician" */
            s->end = h->span.end;
            return true;
        }
    }
    /* "viewed as inappropriate" */
    if ((word_is(h, WORD_VERB_OF_OPINION) || word_is(h, WORD_OPINION_OF)) &&
        (other = behind(p, WORD_SUITABILITY, "not", h->span, 24)) != NULL) {
        *s = both(h->span, other->span);
        return true;
    }
    /* "unsuitable for the study", "unlikely to comply with the protocol" */
    if ((e = word_is(h, WORD_SUITABILITY)) != NULL &&
        (strcmp(e->value, "not") == 0 || (strcmp(e->value, "fit") == 0 && fit_for(p, h))) &&
        (other = behind(p, WORD_STUDY, NULL, h->span, 40)) != NULL) {
        *s = both(h->span, other->span);
        return true;
    }
    /* but not "expected to stay for a day post-enrolment" */
    if (word_is(h, WORD_UNLIKELY) &&
        (((other = behind(p, WORD_STUDY, NULL, h->span, 60)) != NULL &&
          p->t->text[other->span.start - 1] != '-') ||
         (other = behind(p, WORD_HINDERS, NULL, h->span, 12)) != NULL)) {
        *s = both(h->span, other->span);
        return true;
    }
    if (word_is(h, WORD_HINDERS) && (other = hindered(p, h)) != NULL) {
        *s = both(h->span, other->span);
        return true;
    }
    return false;
}

/* One finding a clause, from the first words that leave something to a person to the last: "any
 * other reason that in the opinion of the investigator makes the patient unsuitable". */
static void lint_discretion(const piece *p)
{
    eligo_span told = {0, 0}, clause = {0, 0};

    for (size_t i = 0; i <= p->words.count; i++) {
        const word_hit *h = i < p->words.count ? &p->words.list[i] : NULL;
        eligo_span s;

        if (h && !leaves_open(p, h, &s))
            continue;
        if (h && told.end && h->span.start < clause.end) {
            told = both(told, s);
            continue;
        }
        if (told.end)
            finding_add(p->out, "discretion", told,
                        "name the conditions, or the tests and limits, that are meant",
                        "\"%s\": a person decides, and the text gives nothing to decide by",
                        piece_words(p, told));
        if (h) {
            told = s;
            clause = piece_clause(p, h->span.start);
        }
    }
}

void lint_degree(const piece *p)
{
    lint_vague(p);
    lint_lasting(p);
    lint_discretion(p);
}
