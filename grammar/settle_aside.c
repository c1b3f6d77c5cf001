/* Words between two commas that part no list (who judges, a case), and small ones that ask for
 * nothing by themselves: one point for all times, "either". */
#include "grammar/settle.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>

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
