#include "grammar/settle.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>

bool settle_left_out(const part *p)
{
    return p->kind == PART_EXCLUDED || (p->kind == PART_FILL && strcmp(p->value, "exclusion") == 0);
}

bool settle_stands_apart(const settler *s, size_t i)
{
    part_kind next = settle_kind(s, i + 1);

    if ((i == 0 || s->in[i - 1].kind == PART_PERIOD || s->in[i - 1].kind == PART_SEMICOLON) &&
        (next == PART_COLON || next == PART_IF))
        return true;
    if (i == 0 || (next != PART_END && !(next == PART_PERIOD && settle_kind(s, i + 2) == PART_END)))
        return false;
    switch (s->in[i - 1].kind) {
    case PART_COLON:
    case PART_DASH:
    case PART_SEMICOLON:
    case PART_COMMA:
    case PART_CMP: return true; /* "= exclusion", "-> exclusion" */
    default: return false;
    }
}

/* "A condition that, in the opinion of the investigator, makes X unsafe": who judges stands between
 * two commas, which part no list. Without them the words are those of one thing that is judged. */

static bool names_judge(const settler *s, size_t i)
{
    return settle_kind(s, i) == PART_JUDGE && strcmp(s->in[i].value, "investigator opinion") == 0;
}

/* Where the words end that begin at i and say nothing but who judges; i: they say more, or
 * something else. */
static size_t aside_end(const settler *s, size_t i)
{
    enum { LONGEST = 8, UNKNOWN = 2 }; /* parts; words such as "principal" */
    size_t k = i, unknown = 0;
    bool judge = false;

    for (; k < s->count && k < i + LONGEST; k++) {
        judge = judge || names_judge(s, k);
        switch (s->in[k].kind) {
        case PART_JUDGE:
            if (!names_judge(s, k))
                return i;
            break;
        case PART_FILL:
        case PART_WITHIN: /* "in the investigator's opinion" */
        case PART_OF:
        case PART_PERSON: break;
        case PART_WORD:
            if (!judge || ++unknown > UNKNOWN)
                return i;
            break;
        default: return judge ? k : i;
        }
    }
    return judge && k == s->count ? k : i;
}

/* Small words that a sentence does not end in: "that", "which would". An article is none. */
static bool goes_on(const settler *s, size_t i)
{
    return settle_kind(s, i) == PART_FILL && !(s->in[i].roles & ROLE_ARTICLE);
}

/* Does the name of a thing end before part i, small words and a bracket aside? What nobody knows,
 * or "any condition", is open without whoever judges it. */
static bool names_thing(const settler *s, size_t i)
{
    enum { FAR = 4 };

    for (size_t n = 0; n < FAR && i > 0 && s->in[i - 1].kind == PART_FILL; n++)
        i--;
    if (i > 0 && s->in[i - 1].kind == PART_BRACKET)
        i--;
    return i > 0 && s->in[i - 1].kind == PART_THING && s->in[i - 1].hit.thing &&
           !(s->in[i - 1].hit.thing->flags & CONCEPT_WEAK);
}

void settle_asides(settler *s)
{
    size_t n = 0;
    bool linked = false; /* a list: what is judged at its end is open */

    for (size_t i = 0; i < s->count; i++) {
        bool comma = s->in[i].kind == PART_COMMA;
        size_t from = i + comma, end;

        linked = linked || (!comma && part_links(s->in[i].kind)) ||
                 (i && s->in[i - 1].kind == PART_COMMA);
        /* behind a comma, or behind "that" */
        if (!i || !(comma || goes_on(s, i - 1)) || !names_thing(s, i) ||
            (end = aside_end(s, from)) == from ||
            !(settle_kind(s, end) == PART_COMMA
                  ? goes_on(s, i - 1) || goes_on(s, end + 1)
                  : comma && !linked && (end == s->count || s->in[end].kind == PART_PERIOD))) {
            s->in[n++] = s->in[i];
            continue;
        }
        for (size_t k = from; k < end; k++)
            s->in[n++] = s->in[k];
        i = settle_kind(s, end) == PART_COMMA ? end : end - 1;
    }
    s->count = n;
}

static bool study_point(const settler *s, size_t i)
{
    return settle_kind(s, i) == PART_ANCHOR && rule_anchor_of_study(s->in[i].value);
}

/* The times of a list may name the point that they are counted from once, apart from all of them:
 * "A within 2 weeks, or B within 4 weeks, of the first dose", "A within 3 months before, or planned
 * during, the study". Every time is counted from there as it is, and the words ask for no more. */
static void point_of_all(settler *s, size_t at)
{
    size_t first = at, comma;
    part_kind behind = settle_kind(s, at + 1);

    if (behind != PART_END && behind != PART_PERIOD && behind != PART_SEMICOLON &&
        behind != PART_COMMA)
        return;
    while (first > 0 && s->in[first - 1].kind == PART_FILL)
        first--;
    if (first > 1 && s->in[first - 1].kind == PART_COMMA) {
        part_kind before = s->in[first - 2].kind;

        comma = first - 1;
        if (before != PART_BEFORE && before != PART_AFTER && before != PART_WITHIN)
            return;
    } else if (first > 1 &&
               (s->in[first - 1].kind == PART_OF || s->in[first - 1].kind == PART_BEFORE ||
                s->in[first - 1].kind == PART_PRIOR)) {
        part_kind before = s->in[first - 2].kind;

        comma = first - 2;
        if ((s->in[first - 1].kind != PART_OF ||
             (before != PART_LONGER && before != PART_BRACKET)) &&
            (before != PART_COMMA || settle_kind(s, first - 3) == PART_LONGER))
            return;
    } else
        return;
    for (size_t i = comma; i <= at; i++)
        if (s->in[i].kind != PART_BRACKET)
            s->in[i].kind = PART_FILL;
}

/* "An arrhythmia which, if untreated, may be fatal": the condition between the commas, which begins
 * at i, is none of what is asked for; its words narrow the thing. */
static void narrow_by_case(settler *s, size_t i)
{
    enum { LONGEST = 6 };
    size_t end = i + 1;

    if (i > 2 && (s->in[i - 1].kind == PART_WORD || s->in[i - 1].kind == PART_FILL))
        i--; /* "even if mild" */
    if (i < 2 || s->in[i - 1].kind != PART_COMMA || !goes_on(s, i - 2) || !names_thing(s, i - 1))
        return;
    while (end < i + LONGEST && end < s->count && s->in[end].kind != PART_COMMA)
        end++;
    if (settle_kind(s, end) != PART_COMMA)
        return;
    s->in[i - 1].kind = s->in[end].kind = PART_FILL;
    s->in[i - 1].value = s->in[end].value = "";
    for (; i < end; i++) {
        s->in[i].kind = PART_WORD;
        s->in[i].hit = (lexicon_hit){0};
        s->in[i].roles = 0;
    }
}

void settle_points(settler *s)
{
    bool timed = false; /* a window stands before, in the same statement */

    for (size_t i = 0; i < s->count; i++) {
        part_kind k = s->in[i].kind;

        if (k == PART_PERIOD || k == PART_SEMICOLON)
            timed = false;
        else if (k == PART_IF || k == PART_UNLESS || k == PART_WHEN)
            narrow_by_case(s, i);
        else if (timed && study_point(s, i))
            point_of_all(s, i);
        timed = timed || k == PART_WITHIN || k == PART_LAST;
    }
}

size_t settle_between_points(const settler *s, size_t i)
{
    size_t and = settle_skip_fill(s, i + 1) + 1, last = settle_skip_fill(s, and+1);

    return study_point(s, and-1) && settle_kind(s, and) == PART_AND && study_point(s, last)
               ? last + 1
               : i;
}

/* "On either allopurinol or febuxostat", "due to either A or B": behind such a word it says no more
 * than the list does. */
void settle_either(settler *s)
{
    static const char *const before[] = {"on",  "by", "for",  "of",    "to",    "in",       "from",
                                         "via", "at", "into", "using", "under", "requiring"};

    for (size_t i = 1; i < s->count; i++) {
        eligo_span w = s->in[i - 1].span;
        size_t from = w.end;

        if (s->in[i].kind != PART_OR || !text_is(s->in[i].value, "either") ||
            settle_kind(s, i + 1) == PART_COLON)
            continue;
        while (from > w.start && isalpha((unsigned char)s->text[from - 1]))
            from--;
        for (size_t k = 0; k < sizeof before / sizeof *before; k++)
            if (text_equal_nocase(s->text + from, w.end - from, before[k]))
                s->in[i].kind = PART_FILL;
        if (s->in[i].kind == PART_FILL)
            s->in[i].value = "";
    }
}

/* "on", "at", "in": before the occasions. */
static bool is_small(const settler *s, size_t i)
{
    return settle_kind(s, i) == PART_FILL || settle_kind(s, i) == PART_ON ||
           settle_kind(s, i) == PART_ATTIME;
}

static bool says_confirmed(const settler *s, size_t i)
{
    return settle_kind(s, i) == PART_QUAL && strcmp(s->in[i].value, "certainty:confirmed") == 0;
}

/* "Occasions", "tests", "twice". */
static bool is_repeat(const settler *s, size_t i)
{
    part_kind k = settle_kind(s, i);

    return (k == PART_WORD || k == PART_THING || k == PART_NUMBER || k == PART_ANCHOR) &&
           role_is_of(ROLE_REPEATED, s->text + s->in[i].span.start,
                      s->in[i].span.end - s->in[i].span.start);
}

/* "QTc > 480 ms, confirmed by a repeat ECG", "platelets < 100, on two occasions": does what stands
 * behind the comma or "and" at i say that the value before it was found again? */
static bool said_again(settler *s, const part_list *out, size_t i)
{
    enum { WORDS = 3 };
    part_kind behind = settle_behind(out);
    size_t k = i + 1, from;

    if (settle_kind(s, i) == PART_COMMA && settle_kind(s, k) == PART_AND)
        k++;
    for (from = k; k < from + WORDS && settle_kind(s, k) == PART_FILL; k++)
        ;
    if (settle_kind(s, k) == PART_QUAL && strncmp(s->in[k].value, "repeated:", 9) == 0)
        return true;
    if (behind != PART_NUMBER && behind != PART_UNIT && behind != PART_ULN &&
        behind != PART_PREDICTED)
        return false;
    if (says_confirmed(s, k) && settle_kind(s, k + 1) == PART_WITHIN &&
        settle_ends_in(s, s->in[k].span, "firmed")) {
        s->in[k].value = "repeated:confirmed"; /* "ALT > 3 x ULN, confirmed within a week" */
        return true;
    }
    while (k < from + WORDS && (is_small(s, k) || says_confirmed(s, k)))
        k++;
    if (k == from)
        return false;
    if (is_repeat(s, k) && settle_kind(s, k) != PART_THING)
        return settle_ends_in(s, s->in[k - 1].span, "ed"); /* "measured twice" */
    if (settle_kind(s, k) == PART_CMP)
        k++;
    if (settle_kind(s, k) != PART_NUMBER && settle_kind(s, k) != PART_NUMBERWORD)
        return false;
    for (size_t n = 1; n <= WORDS; n++) { /* "on two separate occasions" */
        if (is_repeat(s, k + n)) {
            if (settle_kind(s, k + n + 1) == PART_THING) /* "at 2 visits weight > 90 kg" */
                return false;
            s->in[k + n].kind = PART_WORD; /* and no visits are counted */
            s->in[k + n].hit = (lexicon_hit){0};
            return true;
        }
        if (settle_kind(s, k + n) != PART_WORD && settle_kind(s, k + n) != PART_QUAL)
            return false;
    }
    return false;
}

/* "Hemoglobin > 9 g/dL, patients may be transfused": does what stands behind the comma at i allow
 * something, beside a limit? */
static bool permits_behind(const settler *s, const part_list *out, size_t i)
{
    part_kind behind = settle_behind(out);
    size_t k = i + 1;

    while (settle_kind(s, k) == PART_PERSON || settle_kind(s, k) == PART_BUT ||
           settle_kind(s, k) == PART_FILL)
        k++;
    if ((behind != PART_NUMBER && behind != PART_UNIT && behind != PART_ULN) ||
        !settle_word_is(s, k, "may"))
        return false;
    k = settle_skip_fill(s, k + 1);
    if (settle_kind(s, k) == PART_CMP)
        return true; /* "may be higher in B": another limit */
    if (settle_kind(s, k) == PART_CURRENT || settle_kind(s, k) == PART_HISTORY ||
        settle_kind(s, k) == PART_ON)
        k++;
    return settle_kind(s, k) == PART_THING && s->in[k].hit.thing &&
           (s->in[k].hit.thing->category == CATEGORY_MEDICATION ||
            s->in[k].hit.thing->category == CATEGORY_PROCEDURE);
}

/* "NYHA III or IV, or II with angina": the class behind the comma is one for some, and not the last
 * of the list. */
static bool class_for_some(const settler *s, const part_list *out, size_t i)
{
    size_t k = i + 2;

    if (s->in[i].kind != PART_COMMA || settle_kind(s, i + 1) != PART_OR ||
        !settle_numeral(settle_behind(out)) || out->count < 2 ||
        out->at[out->count - 2].kind != PART_ORN) /* "II, III, or IV with angina": of all */
        return false;
    while (settle_kind(s, k) == PART_FILL)
        k++;
    return settle_numeral(settle_kind(s, k)) && settle_kind(s, k + 1) == PART_WITH;
}

bool settle_link_apart(settler *s, part_list *out, size_t *i)
{
    const part *p = &s->in[*i];

    if (p->kind != PART_COMMA && p->kind != PART_AND)
        return false;
    if (said_again(s, out, *i))
        settle_push(s, out, p, PART_FILL);
    else if (p->kind == PART_COMMA && permits_behind(s, out, *i))
        settle_push(s, out, p, PART_SEMICOLON);
    else if (class_for_some(s, out, *i)) {
        settle_push(s, out, p, PART_COMMA);
        settle_push(s, out, &s->in[++*i], PART_OR);
    } else
        return false;
    return true;
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
