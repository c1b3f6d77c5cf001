#include "grammar/settle.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Numbers: comparators, ranges, lists, multiples, counts, and the words that go with them. */

static bool quantity_behind(const part_list *out)
{
    return out->count &&
           (settle_numeral(out->at[out->count - 1].kind) ||
            out->at[out->count - 1].kind == PART_UNIT || out->at[out->count - 1].kind == PART_ULN);
}

/* A comparator among the last parts of the same bound: which way it points, 0 where there is none.
 */
static int direction_behind(const part_list *out)
{
    size_t n = out->count;

    for (size_t back = 0; back < 4 && n > 0; back++) {
        const part *p = &out->at[--n];

        if (p->kind == PART_CMP)
            return p->value[0] == '<' ? -1 : p->value[0] == '>' ? 1 : 0;
        if (!settle_numeral(p->kind) && p->kind != PART_UNIT && p->kind != PART_MULT &&
            p->kind != PART_ULN)
            return 0;
    }
    return 0;
}

static int direction(const part *p)
{
    return p->value[0] == '<' ? -1 : p->value[0] == '>' ? 1 : 0;
}

static bool between_behind(const part_list *out)
{
    size_t n = out->count;

    for (size_t back = 0; back < 5 && n > 0; back++) {
        const part *p = &out->at[--n];

        if (p->kind == PART_BETWEEN)
            return true;
        if (p->kind == PART_ANDN || p->kind == PART_TO)
            return false;
        if (!settle_numeral(p->kind) && p->kind != PART_UNIT && p->kind != PART_CMP)
            return false;
    }
    return false;
}

/* A comparator's words that turned out to be none ("under treatment with", "higher education"). */
static part_kind no_comparator(const settler *s, size_t i)
{
    if (settle_word_is(s, i, "under"))
        return PART_CURRENT;
    if (settle_word_is(s, i, "below"))
        return PART_FOLLOWING;
    /* "no more than mild asthma": no number, and it says how bad it may be all the same */
    if (settle_kind(s, i + 1) == PART_QUAL)
        return PART_WORD;
    /* "on the maximum dose of a statin": so much of it as may be given */
    if (settle_word_is(s, i + 1, "dose") || settle_word_is(s, i + 1, "doses") ||
        settle_word_is(s, i + 1, "dosage"))
        return PART_WORD;
    /* "greater than first degree AV block": more than that */
    if (settle_kind(s, i + 1) == PART_THING && s->in[i + 1].hit.thing &&
        s->in[i + 1].hit.thing->category == CATEGORY_CONDITION)
        return PART_WORD;
    return PART_FILL;
}

/* "older than", "over the age of", "between ages": the words tell that an age is meant. */
static bool says_age(const settler *s, const part *p)
{
    for (size_t i = p->span.start, end; i < p->span.end; i = end + 1) {
        for (end = i; end < p->span.end && isalpha((unsigned char)s->text[end]);)
            end++;
        if (role_is_of(ROLE_SAYS_AGE, s->text + i, end - i))
            return true;
    }
    return false;
}

/* "BMI < 30, age > 40": is it an age that the number at `to` bounds, and what stands behind us
 * something else? The word of age is at one of [from, to). */
static bool begins_age(const settler *s, const part_list *out, size_t from, size_t to)
{
    bool age = false;

    for (size_t k = from; k < to && k < s->count; k++)
        age = age || (s->in[k].kind == PART_AGEWORD &&
                      text_starts_nocase(s->text + s->in[k].span.start,
                                         s->in[k].span.end - s->in[k].span.start, "age"));
    /* "..., younger than 40 years", "..., < 40 years of age" */
    age = age || (settle_kind(s, to) == PART_CMP &&
                  (says_age(s, &s->in[to]) ||
                   (settle_numeral(settle_kind(s, to + 1)) && settle_kind(s, to + 2) == PART_UNIT &&
                    settle_kind(s, to + 3) == PART_AGEWORD)));
    for (size_t n = out->count; age && n-- > 0;)
        switch (out->at[n].kind) {
        case PART_THING: return !is_landmark(out->at[n].hit.quantity, LANDMARK_AGE);
        case PART_FOR: /* "for at least 2 years, age < 40" */
        case PART_LONGER:
        case PART_WITHIN:
        case PART_WORD: return true;
        case PART_NUMBER:
        case PART_UNIT:
        case PART_CMP:
        case PART_ORMORE:
        case PART_ORLESS:
        case PART_FILL:
        case PART_QUAL:
        case PART_PREDICTED:
        case PART_MULT:
        case PART_ULN:
        case PART_BETWEEN:
        case PART_TO: break;
        default: return false;
        }
    return false;
}

/* and, or, comma at i between the numbers of one bound, range or list? */
static part_kind number_connective(settler *s, const part_list *out, size_t i)
{
    part_kind kind = s->in[i].kind;
    size_t next = i + 1;

    if (!quantity_behind(out))
        return kind;
    if (kind == PART_COMMA &&
        (settle_kind(s, next) == PART_AND || settle_kind(s, next) == PART_OR ||
         settle_kind(s, next) == PART_BUT)) {
        /* "≥18, and <80": the comma goes, the connective decides */
        size_t after = settle_skip_fill(s, next + 1);

        if (settle_counts_next(s, out, after, false))
            return kind;
        if (settle_kind(s, after) == PART_CMP && direction_behind(out) &&
            direction(&s->in[after]) == -direction_behind(out) &&
            (s->in[next].kind == PART_AND || s->in[next].kind == PART_BUT))
            return PART_END;
        if (settle_numeral(settle_kind(s, after)) && settle_numeral(out->at[out->count - 1].kind) &&
            !direction_behind(out) && out->count > 1 &&
            (out->at[out->count - 2].kind == PART_COMMAN ||
             out->at[out->count - 2].kind == PART_ORN))
            return PART_END;
        return kind;
    }
    if (kind == PART_COMMA || kind == PART_AND || kind == PART_BUT) {
        size_t after = settle_skip_fill(s, next);

        if (begins_age(s, out, next, after) ||
            settle_counts_next(s, out, after, kind == PART_COMMA))
            return kind;
        if (settle_kind(s, after) == PART_TOWORD && between_behind(out))
            after = settle_skip_fill(s, after + 1); /* "between 12 and to 17" */
        if (kind != PART_COMMA && between_behind(out) &&
            (settle_numeral(settle_kind(s, after)) || settle_kind(s, after) == PART_CMP))
            return PART_ANDN;
        if (settle_kind(s, after) == PART_CMP && direction_behind(out) &&
            direction(&s->in[after]) == -direction_behind(out) &&
            settle_numeral(settle_kind(s, settle_skip_fill(s, after + 1))))
            return PART_ANDN;
    }
    /* "one or two of the following" */
    if (kind == PART_OR && settle_numeral(out->at[out->count - 1].kind) &&
        settle_numeral(settle_kind(s, next)) && settle_kind(s, next + 1) == PART_COUNTOF)
        return PART_ORN;
    /* lists of grades: numbers without comparator and without unit, "I, II or III", "0 or 1" */
    if (kind == PART_COMMA || kind == PART_OR || kind == PART_AND || kind == PART_ANDOR ||
        kind == PART_SLASH) {
        const part *behind = &out->at[out->count - 1];

        if (settle_numeral(behind->kind) && !behind->word_number &&
            settle_numeral(settle_kind(s, next)) && !s->in[next].word_number &&
            settle_kind(s, next + 1) != PART_ORMORE && settle_kind(s, next + 1) != PART_ORLESS &&
            behind->number < 100) {
            bool scale = false, list_ends = kind != PART_COMMA;

            if (settle_kind(s, next + 1) == PART_UNIT && s->in[next + 1].period)
                return kind; /* "at 6, 12 or 24 months": times, not grades */
            /* a comma list must end in a connective or go on with numbers only */
            for (size_t k = next + 1; !list_ends && k + 1 < s->count + 2; k += 2) {
                part_kind c = settle_kind(s, k);
                if (c == PART_OR || c == PART_AND || c == PART_ANDOR)
                    list_ends = true;
                else if (c == PART_COMMA &&
                         (settle_kind(s, k + 1) == PART_OR || settle_kind(s, k + 1) == PART_AND))
                    list_ends = true;
                else if (c == PART_COMMA && settle_numeral(settle_kind(s, k + 1)))
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

/* "18 <= age <= 75", "30 > BMI": the bound stands before what it bounds. Written as "age >= 18 and
 * <= 75" it goes on with the comparator behind the name. Returns where to go on; i: it is none. */
static size_t turned(settler *s, part_list *out, size_t i)
{
    size_t measure = settle_kind(s, i + 1) == PART_UNIT ? i + 1 : i, cmp = measure + 1,
           name = cmp + 1, end = name;
    const char *sign;
    part turn, link;

    if (settle_kind(s, cmp) != PART_CMP || !direction(&s->in[cmp]) ||
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
        settle_push(s, out, &s->in[k], s->in[k].kind);
    turn = s->in[cmp];
    turn.value = sign[0] == '<' ? (sign[1] ? ">=" : ">") : (sign[1] ? "<=" : "<");
    settle_push(s, out, &turn, PART_CMP);
    settle_push(s, out, &s->in[i], PART_NUMBER);
    if (measure > i)
        settle_push(s, out, &s->in[measure], PART_UNIT);
    if (settle_kind(s, end) == PART_CMP && direction(&s->in[end]) == direction(&s->in[cmp]) &&
        settle_numeral(settle_kind(s, end + 1))) {
        link = s->in[end];
        link.value = "";
        link.span.end = link.span.start;
        settle_push(s, out, &link, PART_ANDN);
    }
    return end;
}

/* "a minimum life expectancy of 12 weeks": the comparator waits for its number. */
static bool waits(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    const char *text = s->text + p->span.start;
    size_t n = p->span.end - p->span.start, k = i + 1;

    /* "over spondylolisthesis Gr II": a stage of what stands between */
    while (settle_kind(s, k) == PART_THING || settle_kind(s, k) == PART_WORD)
        k++;
    if (k > i + 1 && settle_numeral(settle_kind(s, k)) && direction(p) &&
        (s->in[k - 1].roles & ROLE_STAGE))
        return true;
    k = i + 1;
    if (!text_starts_nocase(text, n, "min") && !text_starts_nocase(text, n, "max") &&
        !text_starts_nocase(text, n, "a min") && !text_starts_nocase(text, n, "a max") &&
        !text_starts_nocase(text, n, "mnim"))
        return false;
    for (; k < s->count && k < i + 8; k++) {
        if (settle_numeral(s->in[k].kind))
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

/* ---- the parts of a number ---- */

static part *behind(part_list *out)
{
    return out->count ? &out->at[out->count - 1] : NULL;
}

/* "18 years of age to 75", "18 years old and < 75": the words of age go with the number before
 * them, so that the range goes on. */
static void absorb_age(part_list *out)
{
    while (out->count > 1 && settle_behind(out) == PART_AGEWORD &&
           (out->at[out->count - 2].kind == PART_UNIT ||
            out->at[out->count - 2].kind == PART_NUMBER)) {
        part *u = &out->at[out->count - 2];

        u->age = true;
        u->span.end = out->at[out->count - 1].span.end;
        out->count--;
    }
}

/* Does a number or a comparator with its number begin at i, words between them skipped? */
static bool number_ahead(const settler *s, size_t i)
{
    i = settle_skip_fill(s, i);
    return settle_numeral(settle_kind(s, i)) ||
           (settle_kind(s, i) == PART_CMP &&
            settle_numeral(settle_kind(s, settle_skip_fill(s, i + 1))));
}

/* Is a word for a number meant as one? It measures or counts something; else it is a pronoun ("one
 * of them") or part of a name. */
static bool counts(const settler *s, const part_list *out, size_t i)
{
    const part *p = &s->in[i];
    part_kind next = settle_kind(s, i + 1), last = settle_behind(out);

    if (next == PART_UNIT || next == PART_COUNTOF || next == PART_MULT || next == PART_ORMORE ||
        next == PART_ORLESS || next == PART_NORMAL || next == PART_ULN || next == PART_HALFLIFE ||
        last == PART_CMP || last == PART_TO || last == PART_BETWEEN || last == PART_ANDN)
        return true;
    if ((next == PART_TOWORD || next == PART_OR) && settle_numeral(settle_kind(s, i + 2)))
        return true;
    if (p->fold || p->number < 2)
        return false;
    if (next == PART_FILL && settle_word_is(s, i + 1, "out"))
        next = settle_kind(s, i + 2); /* "three out of five" */
    return next == PART_OF || next == PART_THING || next == PART_WORD || next == PART_QUAL ||
           next == PART_HISTORY || next == PART_PRIOR;
}

/* Weeks and days, years and months: one length. The last part that it took; i: there is none. */
static size_t compound_length(settler *s, part_list *out, size_t i)
{
    const part *p = &s->in[i];
    size_t k = i + 2;
    part whole = *p, measure;
    double ratio;

    if (settle_kind(s, i + 1) != PART_UNIT || !s->in[i + 1].period)
        return i;
    if (settle_kind(s, k) == PART_AND || settle_kind(s, k) == PART_COMMA)
        k++;
    if (!settle_numeral(settle_kind(s, k)) || settle_kind(s, k + 1) != PART_UNIT ||
        !s->in[k + 1].period || s->in[k].word_number ||
        period_days((period){1, s->in[k + 1].period}) >=
            period_days((period){1, s->in[i + 1].period}) ||
        s->in[k].number >= 60 || s->in[i + 1].span.end + 6 <= s->in[k].span.start)
        return i;
    measure = s->in[k + 1];
    ratio = s->in[i + 1].period == 'a' && measure.period == 'm'   ? 12
            : s->in[i + 1].period == 'w' && measure.period == 'd' ? 7
            : s->in[i + 1].period == 'd' && measure.period == 'h' ? 24
            : s->in[i + 1].period == 'h' && measure.period == 'n' ? 60
                                                                  : 0;
    if (ratio == 0)
        return i;
    whole.number = p->number * ratio + s->in[k].number;
    settle_push(s, out, &whole, PART_NUMBER);
    settle_push(s, out, &measure, PART_UNIT);
    return k + 1;
}

/* "140-179/90-109": two ranges of a pair. The last part that it took; i: it is none. */
static size_t pair_of_ranges(settler *s, part_list *out, size_t i)
{
    part low, high;

    if (s->in[i].pair || settle_kind(s, i + 4) != PART_NUMBER ||
        settle_kind(s, i + 2) != PART_NUMBER || !s->in[i + 2].pair || s->in[i + 4].pair ||
        (settle_kind(s, i + 1) != PART_DASH && settle_kind(s, i + 1) != PART_TOWORD) ||
        settle_kind(s, i + 3) != settle_kind(s, i + 1))
        return i;
    low = s->in[i];
    high = s->in[i + 2];
    low.pair = true;
    low.second = high.second;
    high.second = s->in[i + 4].number;
    high.span.end = s->in[i + 4].span.end;
    settle_push(s, out, &low, PART_NUMBER);
    settle_push(s, out, &s->in[i + 1], PART_TO);
    settle_push(s, out, &high, PART_NUMBER);
    return i + 4;
}

void settle_push_comparator(settler *s, part_list *out, const part *cmp, const part *number)
{
    part q = *cmp;

    q.span.start = q.span.end = number->span.start;
    settle_push(s, out, &q, PART_CMP);
}

/* A number of half-lives at i: the part behind it; i: none. */
static size_t half_lives_end(const settler *s, size_t i)
{
    if (!settle_numeral(settle_kind(s, i)))
        return i;
    if (settle_kind(s, i + 1) == PART_HALFLIFE)
        return i + 2;
    return settle_kind(s, i + 1) == PART_FILL && settle_kind(s, i + 2) == PART_HALFLIFE ? i + 3 : i;
}

/* ", whichever is longer", and the comma before what they are counted from. */
static size_t whichever_end(const settler *s, size_t i)
{
    while (settle_kind(s, i) == PART_LONGER ||
           (settle_kind(s, i) == PART_COMMA && settle_kind(s, i + 1) == PART_LONGER))
        i++;
    if (settle_kind(s, i) == PART_COMMA && settle_kind(s, i - 1) == PART_LONGER &&
        (settle_kind(s, i + 1) == PART_BEFORE || settle_kind(s, i + 1) == PART_PRIOR))
        i++;
    return i;
}

/* Where the second of two lengths begins: "4 weeks or [within] 5 half-lives"; i: nothing follows.
 */
static size_t or_length(const settler *s, size_t i)
{
    size_t k = i;

    if (settle_kind(s, k) == PART_COMMA && settle_kind(s, k + 1) == PART_OR)
        k++;
    if (settle_kind(s, k) != PART_OR && settle_kind(s, k) != PART_COMMA &&
        settle_kind(s, k) != PART_BRACKET)
        return i;
    for (k++; settle_kind(s, k) == PART_CMP || settle_kind(s, k) == PART_WITHIN ||
              settle_kind(s, k) == PART_FILL;)
        k++;
    return settle_numeral(settle_kind(s, k)) ? k : i;
}

/* "5 half-lives", "5 half-lives or 30 days, whichever is longer". The last part that it took; i: it
 * is none. */
static size_t half_lives(settler *s, part_list *out, size_t i)
{
    size_t end = half_lives_end(s, i), second;
    part number = s->in[i], measure = s->in[i];

    if (end == i)
        return i;
    measure.kind = PART_UNIT;
    measure.half_lives = number.number;
    measure.span = (eligo_span){s->in[i + 1].span.start, s->in[end - 1].span.end};
    second = or_length(s, end);
    if (second > end && settle_kind(s, second + 1) == PART_UNIT && s->in[second + 1].period) {
        number.number = s->in[second].number;
        measure.unit = s->in[second + 1].unit;
        measure.period = s->in[second + 1].period;
        end = second + 2;
    }
    end = whichever_end(s, end);
    measure.span.end = s->in[end - 1].span.end;
    settle_push(s, out, &number, PART_NUMBER);
    settle_push(s, out, &measure, PART_UNIT);
    return end - 1;
}

void settle_lasts(settler *s, part_list *out, const part *word)
{
    size_t n = out->count;
    part how = *word;

    while (n && (out->at[n - 1].kind == PART_UNIT || settle_numeral(out->at[n - 1].kind) ||
                 out->at[n - 1].kind == PART_TO || out->at[n - 1].kind == PART_CMP ||
                 out->at[n - 1].kind == PART_BETWEEN || out->at[n - 1].kind == PART_ANDN))
        n--;
    if (n && (out->at[n - 1].kind == PART_FOR || out->at[n - 1].kind == PART_WITHIN))
        return;
    how.span.start = how.span.end = out->at[n].span.start;
    settle_push(s, out, &how, PART_FOR);
    memmove(out->at + n + 1, out->at + n, (out->count - 1 - n) * sizeof *out->at);
    out->at[n] = how;
    out->at[n].kind = PART_FOR;
}

static size_t unit_part(settler *s, part_list *out, size_t i)
{
    const part *p = &s->in[i];
    const char *name = p->period || !p->unit.text ? "" : p->unit.text; /* not of time */
    size_t k, end;
    part *u;

    /* "3 fold the upper limit" */
    if (*name && strcasestr(name, "fold") && (k = settle_limit_ahead(s, i + 1)) > 0) {
        settle_push(s, out, p, PART_MULT);
        return k - 1;
    }
    /* "> 99th percentile ULN": where the upper limit was set */
    if (*name && strcasestr(name, "entile") && settle_behind(out) == PART_NUMBER &&
        (k = settle_limit_ahead(s, i + 1)) > 0) {
        out->at[out->count - 1].number = 1;
        settle_push(s, out, p, PART_MULT);
        return k - 1;
    }
    settle_push(s, out, p, PART_UNIT);
    if (!p->period || !(u = behind(out)))
        return i;
    /* "... or 5 half-lives, whichever is longer" belongs to the length before it */
    k = or_length(s, i + 1);
    if (k > i + 1 && (end = half_lives_end(s, k)) > k) {
        u->half_lives = s->in[k].number;
        end = whichever_end(s, end);
        u->span.end = s->in[end - 1].span.end;
        return end - 1;
    }
    k = i + 1;
    if (settle_kind(s, k) == PART_WITHIN && settle_word_is(s, k, "in"))
        k++; /* "3 weeks in duration" */
    if ((settle_kind(s, k) == PART_FOR || settle_kind(s, k) == PART_WORD) &&
        (settle_word_is(s, k, "duration") || settle_word_is(s, k, "of duration")) &&
        !settle_numeral(settle_kind(s, k + 1))) {
        settle_lasts(s, out, &s->in[k]);
        return k;
    }
    /* "during the 3-month period before" */
    if (settle_kind(s, i + 1) == PART_WORD &&
        (settle_word_is(s, i + 1, "period") || settle_word_is(s, i + 1, "interval") ||
         settle_word_is(s, i + 1, "window"))) {
        for (size_t n = out->count; n-- > 0 && out->count - n < 5;)
            if (out->at[n].kind == PART_WITHIN || out->at[n].kind == PART_LAST ||
                out->at[n].kind == PART_FOR) {
                u->span.end = s->in[i + 1].span.end;
                return i + 1;
            }
    }
    return i;
}

/* ">= 4/12 months", "pain on 4/7 days": so many in so long, and no length of time. The last part
 * that it took; i: it is something else. Days of a week and a whole number before them are a
 * gestational age. */
static size_t often(settler *s, part_list *out, size_t i)
{
    part n = s->in[i];

    if (!n.pair || settle_kind(s, i + 1) != PART_UNIT || !s->in[i + 1].period ||
        (s->in[i + 1].period == 'w' && settle_behind(out) == PART_NUMBER))
        return i;
    n.pair = false;
    n.second = 0;
    settle_push(s, out, &n, PART_NUMBER);
    settle_push_qualifier(s, out, &n, "time", i + 2);
    return i + 1;
}

/* "4 on an 11-point NRS", "a 100-mm scale": how long the scale is, which is no value of it. The
 * last part that it took; i: it is something else. */
static size_t length_of_scale(settler *s, part_list *out, size_t i)
{
    const part *n = &s->in[i], *step = n + 1, *scale = n + 2;
    part fill = *n;
    bool bound = false;

    for (size_t k = out->count; k-- > 0 && out->count - k < 8 && !bound;)
        bound = out->at[k].kind == PART_NUMBER;
    if (settle_kind(s, i + 1) != PART_UNIT || s->text[n->span.end] != '-' || step->period ||
        !bound ||
        !(settle_word_is(s, i + 2, "scale") ||
          (settle_kind(s, i + 2) == PART_THING && scale->hit.quantity &&
           scale->hit.quantity->category == CATEGORY_SCORE)))
        return i;
    fill.span.end = step->span.end;
    fill.value = "";
    fill.roles = 0;
    settle_push(s, out, &fill, PART_FILL);
    return i + 1;
}

static size_t number_part(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    size_t at = turned(s, out, i);

    if (at > i)
        return at - 1;
    /* "twice the upper limit", "twice higher than normal" */
    if (p->fold && (at = settle_limit_ahead(s, i + 1)) > 0) {
        settle_push(s, out, p, PART_NUMBER);
        settle_above(s, out, i + 1, at);
        return at - 1;
    }
    if (p->word_number && !counts(s, out, i)) {
        const part *b = behind(out);

        /* "part two of the study": a name; else "one" is no more than an article */
        settle_push(s, out, p,
                    p->fold || (b && b->kind == PART_WORD && (b->roles & ROLE_NUMBERED))
                        ? PART_WORD
                        : PART_FILL);
        return i;
    }
    if ((at = often(s, out, i)) > i || (at = length_of_scale(s, out, i)) > i)
        return at;
    if ((at = compound_length(s, out, i)) > i || (at = pair_of_ranges(s, out, i)) > i ||
        (at = half_lives(s, out, i)) > i)
        return at;
    if (s->waiting) {
        settle_push(s, out, s->waiting, PART_CMP);
        out->at[out->count - 1].span = p->span;
        s->waiting = NULL;
    } else if (s->each &&
               (settle_behind(out) == PART_THING || settle_behind(out) == PART_WORD ||
                settle_behind(out) == PART_BRACKET || settle_behind(out) == PART_QUAL) &&
               settle_kind(s, i + 1) != PART_TOWORD && settle_kind(s, i + 1) != PART_DASH)
        settle_push_comparator(s, out, s->each, p);
    settle_push(s, out, p, PART_NUMBER);
    return i;
}

/* "at least the following scores: A 10, B 3": the comparator of each of them. */
static bool of_each(const settler *s, size_t i)
{
    i = settle_skip_fill(s, i + 1);
    if (settle_kind(s, i) != PART_FOLLOW && settle_kind(s, i) != PART_FOLLOWING &&
        settle_kind(s, i) != PART_COUNTOF)
        return false;
    for (size_t k = i + 1; k < i + 5; k++)
        if (settle_kind(s, k) == PART_COLON)
            return true;
    return settle_kind(s, i + 1) == PART_WORD;
}

static bool joins_comparators(part_kind k)
{
    return k == PART_AND || k == PART_OR || k == PART_ANDOR || k == PART_SLASH;
}

/* "no earlier than 6 months before": of a time before something, earlier is farther. */
static bool counts_backwards(const settler *s, const part *p, size_t k)
{
    const char *text = s->text + p->span.start;
    size_t n = p->span.end - p->span.start;

    if (!memmem(text, n, "earlier", 7) && !memmem(text, n, "later", 5))
        return false;
    if (!settle_numeral(settle_kind(s, k)) || settle_kind(s, k + 1) != PART_UNIT ||
        !s->in[k + 1].period)
        return false;
    return settle_kind(s, k + 2) == PART_BEFORE || settle_kind(s, k + 2) == PART_AGO ||
           settle_kind(s, k + 2) == PART_PRIOR;
}

/* "above the institutional normal": where "normal" stands behind words at k that change nothing; k:
 * it does not. */
static size_t normal_ahead(const settler *s, size_t k)
{
    size_t at = k;

    while ((settle_kind(s, at) == PART_WORD || settle_kind(s, at) == PART_FILL) &&
           s->in[at].roles & (ROLE_ARTICLE | ROLE_LIGHT_BEFORE | ROLE_WEIGHTLESS))
        at++;
    return settle_kind(s, at) == PART_NORMAL ? at : k;
}

/* Two comparators for one: "equal or > 18", "= < 1", "greater than, or equal to, 18", "equal to, or
 * older than 18". Where the second of them is; k: what stands behind the first. A comma behind it
 * says nothing. */
static size_t second_comparator(settler *s, size_t i, size_t k)
{
    size_t two = i + 1;
    part *p;

    if (settle_kind(s, two) == PART_COMMA &&
        (joins_comparators(settle_kind(s, two + 1)) || settle_kind(s, two + 1) == PART_ORMORE ||
         settle_kind(s, two + 1) == PART_ORLESS))
        two++;
    p = &s->in[two];
    if (joins_comparators(settle_kind(s, two)))
        two = settle_skip_fill(s, two + 1);
    else if (s->in[i].value[0] == '=' && number_ahead(s, two + 1) &&
             (settle_kind(s, two) == PART_ORMORE || settle_kind(s, two) == PART_ORLESS)) {
        p->value = p->kind == PART_ORLESS ? "<" : ">"; /* "or older" of "or older than" */
        p->kind = PART_CMP;
    } else
        return k;
    if (settle_kind(s, two) == PART_CMP && settle_kind(s, two + 1) == PART_COMMA &&
        (s->in[i].value[0] == '=' || s->in[two].value[0] == '=') && number_ahead(s, two + 2))
        s->in[two + 1].kind = PART_FILL;
    return two;
}

/* "ICU stay longer than 72 h before inclusion": how long it was, and not how long before. */
static bool tells_how_long(const settler *s, size_t i)
{
    size_t k = settle_skip_fill(s, i + 1), of = i;

    while (of > 0 && (s->in[of - 1].kind == PART_FILL || s->in[of - 1].kind == PART_OF))
        of--;
    if (!of || s->in[of - 1].kind != PART_THING || s->in[of - 1].hit.quantity ||
        !settle_numeral(settle_kind(s, k)) || settle_kind(s, k + 1) != PART_UNIT ||
        !s->in[k + 1].period || settle_kind(s, k + 2) != PART_BEFORE)
        return false;
    return text_starts_nocase(s->text + s->in[i].span.start,
                              s->in[i].span.end - s->in[i].span.start, "longer");
}

/* "PSA > 4 ng/mL in men over 50": a number of which nothing is said, right behind people, is their
 * age. */
static bool of_people(const settler *s, const part_list *out, size_t i, size_t number)
{
    part_kind before = settle_behind(out);
    const part *p = &s->in[i];

    if ((before != PART_PERSON && before != PART_SEX) ||
        !isalpha((unsigned char)s->text[p->span.start]) ||
        p->span.start != out->at[out->count - 1].span.end + 1 ||
        settle_kind(s, number) != PART_NUMBER || s->in[number].number > 100)
        return false;
    switch (settle_kind(s, number + 1)) {
    case PART_END:
    case PART_COMMA:
    case PART_PERIOD:
    case PART_SEMICOLON:
    case PART_COLON:
    case PART_WITH: return true;
    default: return false;
    }
}

static size_t comparator(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    size_t k = normal_ahead(s, settle_skip_fill(s, i + 1)), two;
    bool number, other;
    part measure, one;

    if (tells_how_long(s, i)) {
        part lasting = *p;

        lasting.value = "";
        lasting.span.end = lasting.span.start;
        settle_push(s, out, &lasting, PART_FOR);
    }

    if (counts_backwards(s, p, k))
        p->value = p->value[0] == '<' ? (p->value[1] ? ">=" : ">") : (p->value[1] ? "<=" : "<");

    /* ">= grade II", "> NYHA II": the name goes before the comparator */
    if (settle_numeral(settle_kind(s, k + 1)) &&
        ((settle_kind(s, k) == PART_WORD && s->in[k].roles & ROLE_SCALE) ||
         (settle_kind(s, k) == PART_THING && s->in[k].hit.quantity))) {
        settle_push(s, out, &s->in[k], s->in[k].kind);
        settle_push_comparator(s, out, p, &s->in[k + 1]);
        return k;
    }
    two = second_comparator(s, i, k);
    other = settle_kind(s, two) == PART_CMP;
    if (other && (p->value[0] == '=' || s->in[two].value[0] == '=') &&
        (two == k || number_ahead(s, two + 1))) {
        const part *real = p->value[0] == '=' ? &s->in[two] : p;
        part both = *p;

        both.value = real->value[0] == '<' ? "<=" : real->value[0] == '>' ? ">=" : "=";
        both.span.end = s->in[two].span.end;
        s->in[two] = both; /* what stands behind it belongs to it */
        if (two == k && !number_ahead(s, two + 1)) {
            settle_push(s, out, &both, PART_CMP);
            return two;
        }
        return comparator(s, out, two);
    }
    /* "more than a month" */
    for (size_t a = i + 1; a < k + 1; a++)
        if (settle_one_time(s, a, &measure)) {
            one = measure;
            one.number = 1;
            one.unit = (rule_unit){NULL, NULL};
            one.period = 0;
            one.span.end = one.span.start;
            settle_push(s, out, p, PART_CMP);
            settle_push(s, out, &one, PART_NUMBER);
            settle_push(s, out, &measure, PART_UNIT);
            return a + 1;
        }
    number = settle_numeral(settle_kind(s, k)) || settle_kind(s, k) == PART_ULN ||
             (settle_kind(s, k) == PART_CMP && k == i + 1);
    if (settle_kind(s, k) == PART_NORMAL && strchr("<>", p->value[0]) &&
        p->span.end - p->span.start <= 2)
        number = true;
    if (k == i + 1 && settle_kind(s, k) == PART_DASH && settle_numeral(settle_kind(s, k + 1)))
        number = true; /* "< -2.5" */
    if (!number) {
        if (waits(s, i)) {
            s->waiting = p;
            if (says_age(s, p))
                settle_push(s, out, p, PART_AGEWORD);
            return i;
        }
        if (of_each(s, i)) {
            s->each = p;
            settle_push(s, out, p, PART_FILL);
            return i;
        }
        /* "3 g/dL minimum" */
        if (quantity_behind(out) && !direction_behind(out) && settle_kind(s, i + 1) == PART_END &&
            (settle_word_is(s, i, "minimum") || settle_word_is(s, i, "maximum") ||
             settle_word_is(s, i, "min") || settle_word_is(s, i, "max") ||
             settle_word_is(s, i, "at most") || settle_word_is(s, i, "at least"))) {
            settle_push(s, out, p, p->value[0] == '<' ? PART_ORLESS : PART_ORMORE);
            return i;
        }
        /* "above normal", "18 years or older (>=)" */
        if (settle_kind(s, k) != PART_NORMAL) {
            settle_push(s, out, p, no_comparator(s, i));
            return i;
        }
    }
    if (settle_kind(s, k) == PART_CMP) {
        settle_push(s, out, p, PART_FILL);
        return i;
    }
    if ((says_age(s, p) && settle_behind(out) != PART_ANDN) || of_people(s, out, i, k))
        settle_push(s, out, p, PART_AGEWORD);
    /* words between go; "the age of" tells what is measured */
    for (size_t m = i + 1; m < k; m++)
        if (s->in[m].kind == PART_AGEWORD)
            settle_push(s, out, &s->in[m], PART_AGEWORD);
    settle_push(s, out, p, PART_CMP);
    return k - 1;
}

static size_t between(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    size_t k = settle_skip_fill(s, i + 1);
    bool outside = p->kind == PART_BETWEEN && strcmp(p->value, "outside") == 0;
    size_t second;

    if (p->kind == PART_FROM && settle_time_behind(out) && settle_anchor_ahead(s, i + 1)) {
        size_t end = settle_anchor_end(s, i + 1);
        part q = *p;

        q.value = "";
        settle_anchor(s, out, &q, i + 1, end);
        settle_push(s, out, &q, PART_OFEVENT);
        return end - 1;
    }
    if (!outside && settle_between_points(s, i) > i) {
        size_t end = settle_between_points(s, i);

        settle_push_qualifier(s, out, p, "time", end);
        return end - 1;
    }
    if (outside && settle_kind(s, k) == PART_BETWEEN) /* "outside the range of" */
        k = settle_skip_fill(s, k + 1);
    if (!settle_numeral(settle_kind(s, k)) &&
        !(settle_kind(s, k) == PART_CMP && settle_numeral(settle_kind(s, k + 1)))) {
        /* "outside of a nursing home": not there */
        size_t place = settle_skip_fill(s, i + 1);
        bool away = outside && settle_kind(s, place) == PART_THING && s->in[place].hit.thing &&
                    s->in[place].hit.thing->category == CATEGORY_SOCIAL;
        part q = *p;

        q.value = away ? "" : p->value;
        settle_push(s, out, &q, away ? PART_NOT : outside ? PART_WORD : PART_FILL);
        return i;
    }
    if (says_age(s, p))
        settle_push(s, out, p, PART_AGEWORD);
    for (size_t m = i + 1; m < k; m++)
        if (s->in[m].kind == PART_AGEWORD ||
            (s->in[m].kind == PART_BETWEEN && says_age(s, &s->in[m])))
            settle_push(s, out, &s->in[m], PART_AGEWORD);
    second = outside || settle_kind(s, k) == PART_CMP ? 0 : settle_parted_range(s, k);
    if (second) {
        s->in[second].kind = PART_CMP;
        s->in[second].value = "<=";
        p->value = ">=";
    }
    settle_push(s, out, p, second ? PART_CMP : PART_BETWEEN);
    return k - 1;
}

static size_t to(settler *s, part_list *out, size_t i)
{
    size_t k = settle_skip_fill(s, i + 1);

    if (number_ahead(s, i + 1))
        absorb_age(out);
    if (quantity_behind(out) &&
        (settle_numeral(settle_kind(s, k)) ||
         (settle_kind(s, k) == PART_CMP && settle_numeral(settle_kind(s, k + 1))) ||
         (settle_kind(s, k) == PART_DASH && settle_numeral(settle_kind(s, k + 1))))) {
        settle_push(s, out, &s->in[i], PART_TO);
        return k - 1;
    }
    /* "until 18 years of age", "till her 18th birthday": whether that is included is open */
    if ((settle_word_is(s, i, "until") || settle_word_is(s, i, "till")) && !quantity_behind(out) &&
        settle_numeral(settle_kind(s, k))) {
        part q = s->in[i];
        size_t age = settle_kind(s, k + 1) == PART_UNIT && s->in[k + 1].period ? k + 2 : k + 1;

        q.value = "<?";
        while (settle_kind(s, age) == PART_OF)
            age++;
        settle_push(s, out, &q, settle_kind(s, age) == PART_AGEWORD ? PART_CMP : PART_FILL);
        return k - 1;
    }
    settle_push(s, out, &s->in[i], PART_FILL);
    return i;
}

/* Does the name of a quantity, or a word of age, stand right behind us? */
static bool name_behind(const part_list *out)
{
    const part *p = out->count ? &out->at[out->count - 1] : NULL;

    if (p && p->kind == PART_BRACKET && out->count > 1)
        p--; /* "Glasgow coma scale (GCS) - 15" */
    return p && (p->kind == PART_AGEWORD || (p->kind == PART_THING && p->hit.quantity));
}

/* "7.5% - 11%": the number at i has the unit that stands right behind us. */
static bool same_unit_ahead(const settler *s, const part_list *out, size_t i)
{
    const part *u = &out->at[out->count - 1];

    return settle_kind(s, i + 1) == PART_UNIT && u->unit.ucum && s->in[i + 1].unit.ucum &&
           strcmp(u->unit.ucum, s->in[i + 1].unit.ucum) == 0;
}

static size_t dash(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    part_kind next = settle_kind(s, i + 1);
    part_kind last;

    if (settle_numeral(next) || next == PART_CMP)
        absorb_age(out);
    last = settle_behind(out);
    if (quantity_behind(out) &&
        (settle_numeral(next) || (next == PART_CMP && settle_numeral(settle_kind(s, i + 2)))) &&
        !direction_behind(out) &&
        (last != PART_UNIT || out->at[out->count - 1].period || p->joined ||
         same_unit_ahead(s, out, i + 1))) {
        settle_push(s, out, p, PART_TO);
    } else if (settle_numeral(next) && s->in[i + 1].joined &&
               (last == PART_CMP || last == PART_BETWEEN || last == PART_TO || last == PART_ANDN)) {
        s->in[i + 1].number = -s->in[i + 1].number; /* a sign */
        s->in[i + 1].span.start = p->span.start;
    } else if (out->count && settle_numeral(next) && s->in[i + 1].joined && last == PART_END) {
        return i;
    } else if (quantity_behind(out) && (next == PART_TOWORD || next == PART_AND)) {
        return i; /* "18- and 65-years", "-1- to -10" */
    } else if (name_behind(out) && !p->joined && i + 1 < s->count && !s->in[i + 1].joined &&
               (settle_numeral(next) || next == PART_CMP || next == PART_BETWEEN)) {
        return i; /* "GCS - 15/15": what it is, and how much */
    } else if (!p->joined || (i + 1 < s->count && !s->in[i + 1].joined))
        settle_push(s, out, p, PART_DASH);
    return i;
}

/* "aged 20 and 75 years", "aged 18 years and 65 years": nobody is both; from one to the other.
 * Where they lie so near that each of the two may be meant ("aged 6 and 9 years"), both are kept.
 */
static bool range_of_ages(const settler *s, part_list *out, size_t i)
{
    part *number;
    size_t n = out->count, second = settle_skip_fill(s, i + 1);
    char measure = 'a';
    const part *first;

    if (n && out->at[n - 1].kind == PART_UNIT) {
        measure = out->at[n - 1].period;
        n--;
    }
    if (n < 2 || out->at[n - 1].kind != PART_NUMBER || settle_kind(s, second) != PART_NUMBER)
        return false;
    first = number = &out->at[--n];
    while (n && out->at[n - 1].kind == PART_FILL)
        n--;
    if (!n || out->at[n - 1].kind != PART_AGEWORD || measure != 'a' || first->pair ||
        (settle_kind(s, second + 1) == PART_UNIT && s->in[second + 1].period != 'a'))
        return false;
    number->listed =
        s->in[second].number - first->number < 10 && s->in[second].number - first->number != 1;
    return s->in[second].number > first->number;
}

/* "aged 18 years and < 75 years": the first is the lower end. */
static bool lower_end(const settler *s, const part_list *out, size_t i)
{
    size_t n = out->count, k = settle_skip_fill(s, i + 1);

    if (n && out->at[n - 1].kind == PART_UNIT)
        n--;
    if (n < 2 || out->at[n - 1].kind != PART_NUMBER || direction_behind(out) ||
        settle_kind(s, k) != PART_CMP || s->in[k].value[0] != '<' ||
        !settle_numeral(settle_kind(s, settle_skip_fill(s, k + 1))) ||
        s->in[settle_skip_fill(s, k + 1)].number <= out->at[n - 1].number)
        return false;
    n--;
    while (n && out->at[n - 1].kind == PART_FILL)
        n--;
    return n && (out->at[n - 1].kind == PART_AGEWORD ||
                 (out->at[n - 1].kind == PART_THING && out->at[n - 1].hit.quantity));
}

/* The comparator that says the opposite. */
static const char *opposite(const char *sign)
{
    return sign[0] == '<' ? (sign[1] ? ">" : ">=") : (sign[1] ? "<" : "<=");
}

/* "Not less than 18 nor more than 65": the second is as little so as the first. "Neither below 18
 * nor above 65" is a denial of both. */
static bool nor_more(const settler *s, const part_list *out, size_t i)
{
    size_t k = i;

    if (!settle_word_is(s, i, "nor") || settle_kind(s, i + 1) != PART_CMP ||
        !settle_numeral(settle_kind(s, i + 2)) || !quantity_behind(out) ||
        !direction(&s->in[i + 1]))
        return false;
    while (k > 0 && s->in[k - 1].kind != PART_CMP)
        k--;
    return k > 0 && text_starts_nocase(s->text + s->in[k - 1].span.start, 2, "no") &&
           direction(&s->in[k - 1]) == direction(&s->in[i + 1]);
}

/* May two numbers, the first of which stands behind us and the second at k, be of one quantity by
 * their units: "50 or more and below 100 x 10^9/L"? `age`: the first is said to be one. */
static bool units_agree(const settler *s, const part_list *out, size_t number, size_t k, bool age)
{
    const part *first = number < out->count && out->at[number].kind == PART_UNIT ? &out->at[number]
                                                                                 : NULL,
               *second = settle_kind(s, k + 1) == PART_UNIT ? &s->in[k + 1] : NULL;
    const concept *quantity = NULL;

    if (!second)
        return true;
    if (first)
        return first->period || second->period
                   ? first->period && second->period
                   : first->unit.ucum && second->unit.ucum &&
                         strcmp(first->unit.ucum, second->unit.ucum) == 0;
    for (size_t i = number; i-- > 0 && number - i < 6 && !quantity;)
        if (out->at[i].kind == PART_THING)
            quantity = out->at[i].hit.quantity;
    return second->period ? age : quantity && unit_fits(quantity, second->unit.ucum);
}

/* "7.5% or above but not more than 11%", "25 or more and less than 40": does the other end of the
 * same range stand behind the connective at i? */
static bool other_end(const settler *s, const part_list *out, size_t i)
{
    bool more = settle_behind(out) == PART_ORMORE;
    size_t n = out->count, k = settle_skip_fill(s, i + 2);
    double from;

    if ((s->in[i].kind != PART_BUT && s->in[i].kind != PART_AND) ||
        (!more && settle_behind(out) != PART_ORLESS) || settle_kind(s, i + 1) != PART_CMP ||
        direction(&s->in[i + 1]) != (more ? -1 : 1) || settle_kind(s, k) != PART_NUMBER)
        return false;
    while (n && out->count - n < 4 && out->at[n - 1].kind != PART_NUMBER)
        n--;
    if (!n || out->at[n - 1].kind != PART_NUMBER ||
        !units_agree(s, out, n, k, out->at[n - 1].age || out->at[out->count - 2].age))
        return false;
    from = out->at[n - 1].number;
    return more ? from < s->in[k].number : from > s->in[k].number;
}

static size_t connective(settler *s, part_list *out, size_t i)
{
    part_kind as;
    size_t past;

    if (nor_more(s, out, i)) {
        part q = s->in[i + 1];

        q.value = opposite(q.value);
        settle_push(s, out, &s->in[i], PART_ANDN);
        settle_push(s, out, &q, PART_CMP);
        return i + 1;
    }
    /* "100 to 160, exclusive", ">= 7.5 %, but not more than 11 %": the comma says nothing */
    if (s->in[i].kind == PART_COMMA &&
        (quantity_behind(out) || settle_behind(out) == PART_ORMORE ||
         settle_behind(out) == PART_ORLESS) &&
        ((settle_kind(s, i + 1) == PART_EDGE && settle_kind(s, i + 2) == PART_END) ||
         (settle_kind(s, i + 1) == PART_BUT && settle_kind(s, i + 2) == PART_CMP)))
        return i;

    if (s->in[i].kind == PART_COMMA && settle_dose_behind(s, out, i))
        return i;
    if (other_end(s, out, i)) {
        settle_push(s, out, &s->in[i], PART_ANDN);
        return i;
    }

    if (number_ahead(s, i + 1) || (s->in[i].kind == PART_COMMA && number_ahead(s, i + 2)))
        absorb_age(out);
    /* "18 years of age, or older": the comma says nothing */
    if (s->in[i].kind == PART_COMMA &&
        (settle_kind(s, i + 1) == PART_ORMORE || settle_kind(s, i + 1) == PART_ORLESS) &&
        !number_ahead(s, i + 2)) {
        absorb_age(out);
        if (quantity_behind(out))
            return i;
    }
    if (s->in[i].kind == PART_SLASH && (past = settle_rate_behind_sign(s, out, i)) > i)
        return past;
    /* "7% to 10% (53 and 86 mmol/mol)": the same range in another unit */
    if (s->inside && s->in[i].kind == PART_AND && i == 1 && s->count == 4 &&
        settle_numeral(s->in[0].kind) && settle_numeral(s->in[2].kind) &&
        s->in[3].kind == PART_UNIT) {
        settle_push(s, out, &s->in[i], PART_TO);
        return i;
    }
    if (s->in[i].kind == PART_AND && (range_of_ages(s, out, i) || lower_end(s, out, i))) {
        settle_push(s, out, &s->in[i], PART_TO);
        return settle_skip_fill(s, i + 1) - 1;
    }
    as = number_connective(s, out, i);
    if (as == PART_ANDN) {
        settle_push(s, out, &s->in[i], PART_ANDN);
        i = settle_skip_fill(s, i + 1);
        if (settle_kind(s, i) == PART_TOWORD) /* "between 12 and to 17" */
            i = settle_skip_fill(s, i + 1);
        return i - 1;
    }
    if (as != PART_END)
        settle_push(s, out, &s->in[i], as);
    return i;
}

static size_t open_end(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    size_t k = settle_skip_fill(s, i + 1);

    /* behind "years of age", too: "18 years of age or older" */
    absorb_age(out);
    if (settle_numeral(settle_kind(s, k)) && settle_kind(s, k + 1) != PART_COUNTOF) {
        /* "at least 18 and under 90": a connective and a comparator after all */
        bool conj = tolower((unsigned char)s->text[p->span.start]) == 'a';
        bool less = p->kind == PART_ORLESS;
        part q = *p, n = *p;

        q.value = less ? "<" : ">";
        n.value = "";
        if (says_age(s, p))
            settle_push(s, out, &q, PART_AGEWORD);
        if (conj && out->count &&
            (direction_behind(out) == (less ? 1 : -1) ||
             settle_behind(out) == (less ? PART_ORMORE : PART_ORLESS)))
            settle_push(s, out, &n, PART_ANDN);
        else
            settle_push(s, out, &n, conj ? PART_AND : PART_OR);
        settle_push(s, out, &q, PART_CMP);
        return k - 1;
    }
    /* "2+ or more": the sign is of the number, the words say where it ends */
    if (settle_behind(out) == PART_ORMORE && text_is(out->at[out->count - 1].value, "+") &&
        out->count > 1) {
        out->count--;
        out->at[out->count - 1].plus = true;
    }
    if (quantity_behind(out)) {
        bool bare = settle_numeral(settle_behind(out));
        size_t unit_at = i + 1 + settle_word_is(s, i + 1, "consecutive");
        part measure;

        if (says_age(s, p))
            out->at[out->count - 1].age = true;
        settle_push(s, out, p, p->kind);
        if (bare && settle_time_word(s, unit_at, &measure)) { /* "2 or more weeks" */
            settle_push(s, out, &measure, PART_UNIT);
            return unit_at;
        }
    } else if (text_is(p->value, "place") && out->count && i + 1 < s->count) {
        /* "on steroids or under treatment": no end of a range */
        part q = *p;

        q.value = "";
        settle_push(s, out, &q,
                    tolower((unsigned char)s->text[p->span.start]) == 'a' ? PART_AND : PART_OR);
    } else
        settle_push(s, out, p, PART_WORD);
    return i;
}

/* "age at onset", "age of diagnosis", "onset age": not how old the patient is. */
static size_t age_word(settler *s, part_list *out, size_t i)
{
    part q = s->in[i];
    bool event = false;
    size_t k = i + 1;

    if (q.span.end - q.span.start < 3 || !text_starts_nocase(s->text + q.span.start, 3, "age")) {
        settle_push(s, out, &q, PART_AGEWORD);
        return i;
    }
    for (size_t n = 0; n < 5; n++, k++) {
        part_kind kind = settle_kind(s, k);

        if (kind != PART_FILL && kind != PART_OF && kind != PART_ATTIME && kind != PART_WHEN &&
            kind != PART_EVERY)
            break;
        event = event || kind == PART_ATTIME || kind == PART_WHEN;
    }
    if (k < s->count) {
        const part *at = &s->in[k];
        bool birth_of = at->kind == PART_ANCHOR &&
                        (strcmp(at->value, "onset") == 0 || strcmp(at->value, "diagnosis") == 0);

        if (birth_of || at->kind == PART_DIAGNOSIS ||
            (at->kind == PART_WORD && (at->roles & ROLE_ONSET)) ||
            (event && at->kind == PART_QUAL && strcmp(at->value, "certainty:confirmed") == 0) ||
            (event && at->kind == PART_THING && at->hit.thing && !at->hit.quantity)) {
            q.span.end = at->span.end;
            q.roles = 0;
            settle_push(s, out, &q, PART_WORD);
            return k;
        }
    }
    if (settle_behind(out) == PART_WORD && (out->at[out->count - 1].roles & ROLE_ONSET) &&
        settle_word_is(s, i, "age")) {
        out->at[out->count - 1].span.end = q.span.end;
        out->at[out->count - 1].roles = 0;
        return i;
    }
    settle_push(s, out, &q, PART_AGEWORD);
    return i;
}

/* "Between 100 and 160, exclusive": neither end is meant. */
static void both_edges(const settler *s, part_list *out, size_t i)
{
    size_t n = out->count;

    if (settle_kind(s, i + 1) != PART_END || out->at[n - 1].edge != 'x')
        return;
    while (n && out->at[n - 1].kind != PART_BETWEEN && out->count - n < 8)
        n--;
    if (n && out->at[n - 1].kind == PART_BETWEEN)
        for (; n < out->count; n++)
            if (settle_numeral(out->at[n].kind))
                out->at[n].edge = 'x';
}

/* "3 of the following 5: ...", "of these four symptoms: ...": how many follow is no number of what
 * does. The last part of it; i: it is not said. */
static size_t past_number_of_list(const settler *s, size_t i)
{
    enum { WORDS = 3 };
    size_t k = i + 2;

    if (settle_kind(s, i + 1) != PART_NUMBER)
        return i;
    while (k < i + 2 + WORDS &&
           (settle_kind(s, k) == PART_WORD || settle_kind(s, k) == PART_THING ||
            settle_kind(s, k) == PART_FILL || settle_kind(s, k) == PART_FOLLOWING))
        k++;
    return settle_kind(s, k) == PART_COLON ? k - 1 : i;
}

/* "No chemotherapy, (defined as ...)": no sign of a list. */
static bool before_definition(const settler *s, size_t i)
{
    return s->in[i].kind == PART_COMMA && settle_kind(s, i + 1) == PART_BRACKET &&
           s->in[i + 1].inside_count && s->in[i + 1].inside[0].kind == PART_DEFINED;
}

size_t settle_number(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    size_t past;

    if (before_definition(s, i))
        return i;

    if ((p->kind == PART_NUMBER || p->kind == PART_CMP || p->kind == PART_BETWEEN ||
         p->kind == PART_FROM) &&
        (past = settle_age_of_onset(s, out, i)) > i)
        return past - 1;
    switch (p->kind) {
    case PART_EDGE:
        if (quantity_behind(out)) {
            out->at[out->count - 1].edge = strcmp(p->value, "ex") == 0 ? 'x' : 'i';
            both_edges(s, out, i);
        } else /* "gout: not included" leaves out those with gout */
            settle_push(s, out, p,
                        settle_stands_apart(s, i) && settle_left_out(s, p) ? PART_EXCLUDED
                                                                           : PART_FILL);
        return i;
    case PART_NUMBER: return number_part(s, out, i);
    case PART_ORDINAL:
        if (s->waiting)
            settle_push_comparator(s, out, s->waiting, p);
        s->waiting = NULL;
        settle_push(s, out, p, PART_ORDINAL);
        return i;
    case PART_UNIT: return unit_part(s, out, i);
    case PART_CMP:
        if (settle_age_of_people(s, i))
            settle_push(s, out, p, PART_AGEWORD);
        return comparator(s, out, i);
    case PART_BETWEEN:
    case PART_FROM: return between(s, out, i);
    case PART_TOWORD: return to(s, out, i);
    case PART_DASH: return dash(s, out, i);
    case PART_AND:
    case PART_OR:
    case PART_ANDOR:
    case PART_COMMA:
    case PART_BUT:
    case PART_SLASH: return settle_link_apart(s, out, &i) ? i : connective(s, out, i);
    case PART_MULT: return settle_multiple(s, out, i);
    case PART_NORMAL: return settle_normal(s, out, i);
    case PART_ULN:
        if (settle_behind(out) == PART_MULT)
            s->limit = p->value;
        settle_push(s, out, p,
                    quantity_behind(out) || settle_behind(out) == PART_MULT ||
                            settle_behind(out) == PART_CMP
                        ? PART_ULN
                        : PART_WORD);
        return i;
    case PART_PREDICTED:
        settle_push(s, out, p, settle_behind(out) == PART_UNIT ? PART_PREDICTED : PART_WORD);
        return i;
    case PART_ORMORE:
    case PART_ORLESS: return open_end(s, out, i);
    case PART_EVERY: return settle_rate(s, out, i);
    case PART_AGEWORD: return age_word(s, out, i);
    case PART_COUNTOF:
        settle_push(s, out, p,
                    quantity_behind(out) || settle_behind(out) == PART_ORMORE ||
                            settle_behind(out) == PART_ORLESS
                        ? PART_COUNTOF
                        : PART_FOLLOWING);
        return past_number_of_list(s, i);
    default: settle_push(s, out, p, p->kind); return i;
    }
}

bool settle_first_of_two(settler *s, part_list *out, size_t i)
{
    part cmp = s->in[i], one = s->in[i];
    size_t k = i + 1;

    if (!settle_word_is(s, i, "at least one"))
        return false;
    if (settle_kind(s, k) == PART_COMMA)
        k++;
    if (settle_kind(s, k) != PART_BUT && settle_kind(s, k) != PART_AND)
        return false;
    k = settle_skip_fill(s, k + 1);
    if (settle_kind(s, k) != PART_CMP || s->in[k].value[0] != '<' || !number_ahead(s, k + 1))
        return false;
    cmp.value = ">=";
    cmp.span.end -= 4;
    one.span.start = one.span.end - 3;
    one.number = 1;
    settle_push(s, out, &cmp, PART_CMP);
    settle_push(s, out, &one, PART_NUMBER);
    return true;
}

bool settle_named(const part_list *out)
{
    return name_behind(out);
}

int settle_direction(const part_list *out)
{
    return direction_behind(out);
}

bool settle_edge(const part_list *out)
{
    return quantity_behind(out);
}

void settle_target(settler *s, size_t i)
{
    const part *p = &s->in[i];
    bool bound = false;
    size_t end = i + 1;

    if (!i || (settle_kind(s, i) != PART_WORD && settle_kind(s, i) != PART_FILL))
        return;
    if (!role_is_of(ROLE_AIMS, s->text + p->span.start, p->span.end - p->span.start) ||
        !(settle_kind(s, i - 1) == PART_TOWORD || settle_word_is(s, i - 1, "to")))
        return;
    for (; end < s->count && settle_kind(s, end) != PART_COMMA &&
           settle_kind(s, end) != PART_SEMICOLON && settle_kind(s, end) != PART_PERIOD &&
           settle_kind(s, end) != PART_BRACKET;
         end++)
        bound = bound || settle_kind(s, end) == PART_CMP;
    for (size_t k = i; bound && k < end; k++)
        if (settle_kind(s, k) == PART_THING && s->in[k].hit.quantity) {
            s->in[k].kind = PART_WORD;
            s->in[k].hit = (lexicon_hit){0};
            s->in[k].roles = 0;
        }
}
