#include "grammar/bound.h"
#include "grammar/list.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* A choice that leaves nobody out asks for nothing: "with or without X", "smokers and non-smokers".
 */

/* How long is the "with" or "w/" that ends at a byte; 0: none does. */
static size_t with_behind(const clause *c, size_t at)
{
    static const char *const words[] = {"with", "w/"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);

        if (at >= n && strncasecmp(c->text + at - n, words[i], n) == 0)
            return at > n && isalpha((unsigned char)c->text[at - n - 1]) ? 0 : n;
    }
    return 0;
}

/* "with or without", "with/without", "on or off": does a choice between the two stand at i,
 * and where does it begin? */
static bool chooses_either(const clause *c, const part *list, size_t i, size_t *start)
{
    const part *choice = &list[i], *no = &list[i + 1];
    size_t at = choice->span.start, size;

    if (choice->kind != PART_OR && choice->kind != PART_SLASH && choice->kind != PART_ANDOR &&
        choice->kind != PART_AND)
        return false;
    if (no->kind == PART_WITH && list[i - 1].kind == PART_NOT && /* "without or with X" */
        text_equal_nocase(c->text + list[i - 1].span.start,
                          list[i - 1].span.end - list[i - 1].span.start, "without")) {
        *start = list[i - 1].span.start;
        return true;
    }
    /* "on or off statins" */
    if (no->kind == PART_NOT && part_is(c, no, "off") && part_is(c, &list[i - 1], "on")) {
        *start = list[i - 1].span.start;
        return true;
    }
    while (at > 0 && c->text[at - 1] == ' ')
        at--;
    if (no->kind != PART_NOT || !(size = with_behind(c, at)) ||
        !(text_starts_nocase(c->text + no->span.start, no->span.end - no->span.start, "without") ||
          text_starts_nocase(c->text + no->span.start, no->span.end - no->span.start, "w/o")))
        return false;
    *start = at - size;
    return true;
}

/* Where the X of "with or without X" ends, which begins at `from`. "A ± X for 3 weeks": how long,
 * and when, is said of A. */
static size_t choice_end(const part *list, size_t from, size_t to, bool perhaps)
{
    size_t end = from;
    bool measured = false;

    for (; end < to; end++)
        switch (list[end].kind) {
        case PART_COMMA:
        case PART_SEMICOLON:
        case PART_PERIOD:
        case PART_EXCLUDED: /* "... with or without metastases will be excluded" */
        case PART_MUST:
        case PART_IF:
        case PART_UNLESS:
        case PART_WHEN:
        case PART_EXCEPT:
        case PART_BUT:
        case PART_WINDOW: return end;
        case PART_CAUSED:
        case PART_NEED:
            if (end > from) /* "with or without need of surgery" */
                return end;
            break;
        case PART_DURATION:
        case PART_EVENT: return end;
        case PART_QUANTITY:
            /* "walk with or without help for 10 m": only what is measured has a bound of its own */
            if (perhaps || list[end].period || !measured)
                return end;
            break;
        case PART_THING: measured = list[end].hit.quantity != NULL; break;
        default: break;
        }
    return end;
}

/* "with or without X", "A ± X" ask for nothing: X is left out. The list without it, of *to parts.
 */
static const part *without_with(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from + 1; i + 1 < *to; i++) {
        bool perhaps = list[i].kind == PART_OR && text_is(list[i].value, "perhaps");
        size_t before, end, at = list[i].span.start;
        part *kept;

        if (!perhaps && !chooses_either(c, list, i, &at))
            continue;
        end = choice_end(list, perhaps ? i + 1 : i + 2, *to, perhaps);
        before = list[i - 1].span.start >= at ? i - 1 : i;
        if (c->exclusion && before > from + 1 && end < *to && list[before - 1].kind == PART_COMMA &&
            list[end].kind == PART_COMMA)
            before--; /* of the two commas one is left */
        clause_take(c, (eligo_span){at, list[end - 1].span.end});
        kept = list_copied(c->arena, list, before, *to);
        if (!kept)
            return list;
        memcpy(kept + before, list + end, (*to - end) * sizeof *kept);
        *to -= end - before;
        return kept;
    }
    return list;
}

/* In "A with or without X and B", whose X begins at `from` and ends before `to`: the "and" behind
 * which another thing stands, where X is none that the lexicon has; `to`: there is none. */
static size_t choice_tail(const part *list, size_t from, size_t to)
{
    size_t i = from, k;

    for (; i < to && list[i].kind != PART_AND; i++)
        if (part_links(list[i].kind) || (list[i].kind == PART_THING && list[i].hit.thing &&
                                         !(list[i].hit.thing->flags & CONCEPT_WEAK) &&
                                         list[i].hit.thing->category == CATEGORY_CONDITION))
            return to;
    for (k = i + 1; k < to && (list[k].kind == PART_FILL || list[k].kind == PART_QUAL ||
                               list[k].kind == PART_CURRENT || list[k].kind == PART_HISTORY);)
        k++;
    return i > from && k < to && list[k].kind == PART_THING && list[k].hit.thing &&
                   !(list[k].hit.thing->flags & CONCEPT_WEAK) &&
                   list[k].hit.thing->category == CATEGORY_CONDITION
               ? i
               : to;
}

static bool is_treatment(const part *p)
{
    return p->kind == PART_THING && p->hit.thing && concept_is_treatment(p->hit.thing);
}

/* In "cancer with or without chemotherapy within 6 months", whose X begins at `from` and ends
 * before `end`: is it a treatment, and `a` none, so that it may have had the time behind it? */
static bool treated_then(const part *a, const part *list, size_t from, size_t end, size_t to)
{
    bool treats = false;

    if (end >= to || list[end].kind != PART_WINDOW || is_treatment(a))
        return false;
    for (size_t i = from; i < end; i++) {
        if (part_links(list[i].kind))
            return false;
        treats = treats || is_treatment(&list[i]);
    }
    return treats;
}

const part *list_without_choice_alone(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from + 1; i + 2 < *to; i++) {
        size_t before, end, tail, at = list[i].span.start;
        part *kept;

        if (!chooses_either(c, list, i, &at))
            continue;
        end = choice_end(list, i + 2, *to, false);
        before = list[i - 1].span.start >= at ? i - 1 : i;
        tail = before > from && treated_then(&list[before - 1], list, i + 2, end, *to)
                   ? end + 1
                   : choice_tail(list, i + 2, end);
        if (tail == end || !parts_name_subject(list, from, before))
            continue;
        if (!(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
            return NULL;
        clause_take(c, (eligo_span){at, list[tail - 1].span.end});
        memmove(&kept[before], &kept[tail], (*to - tail) * sizeof *kept);
        *to -= tail - before;
        return kept;
    }
    return NULL;
}

/* The length of the word `w` of n bytes behind a "non" at `at`, with both; 0: it is not there. */
static size_t denied_length(const char *at, const char *end, const char *w, size_t n)
{
    const char *p = at + 3;

    if (end - at < 4 || strncasecmp(at, "non", 3) != 0)
        return 0;
    if (*p == '-' || *p == ' ')
        p++;
    if ((size_t)(end - p) < n || strncasecmp(p, w, n) != 0 ||
        (p + n < end && isalpha((unsigned char)p[n])))
        return 0;
    return (size_t)(p + n - at);
}

/* May it begin with "non"? */
static bool may_deny(const char *text, const part *p)
{
    return text_lower(text[p->span.start]) == 'n';
}

/* "diabetic and non-diabetic", "non-smokers or smokers": does the connective at i stand between a
 * word and its denial? Then they are the parts [*first, *last]; *last < *first: one of them is part
 * of a longer name. */
static bool opposites(const clause *c, const part *list, size_t i, size_t from, size_t to,
                      size_t *first, size_t *last)
{
    const part *a = &list[i - 1], *b = &list[i + 1];
    const char *text = c->text, *end = text + list[to - 1].span.end;
    size_t n = a->span.end - a->span.start, m = b->span.end - b->span.start, length;

    if (!part_links(list[i].kind) || list[i].kind == PART_COMMA ||
        !(may_deny(text, b) || may_deny(text, a) || (i > from + 1 && may_deny(text, &list[i - 2]))))
        return false;
    *first = i - 1;
    *last = i + 1;
    if ((a->kind == PART_THING || a->kind == PART_WORD || a->kind == PART_QUAL) &&
        (length = denied_length(text + b->span.start, end, text + a->span.start, n)) > 0) {
        if (b->kind == PART_NOT && i + 2 < to)
            *last = i + 2;
        else if (b->span.start + length != b->span.end)
            *first = *last + 1;
        return true;
    }
    if (b->kind != PART_THING && b->kind != PART_WORD && b->kind != PART_QUAL)
        return false;
    if (i > from + 1 && list[i - 2].kind == PART_NOT &&
        denied_length(text + list[i - 2].span.start, text + a->span.end, text + b->span.start, m) ==
            a->span.end - list[i - 2].span.start) {
        *first = i - 2;
        return true;
    }
    if (denied_length(text + a->span.start, text + a->span.end, text + b->span.start, m) == n)
        return true;
    /* "non-ischemic and ischemic cardiomyopathy" */
    length =
        n > 4 && (text[a->span.start + 3] == '-' || text[a->span.start + 3] == ' ') ? n - 4 : n - 3;
    *first = *last + 1;
    return n > 5 && m > length && strncasecmp(text + a->span.start, "non", 3) == 0 &&
           strncasecmp(text + a->span.end - length, text + b->span.start, length) == 0 &&
           text[b->span.start + length] == ' ';
}

/* The list without a word and its denial; where they cannot be taken out, either is asked for. */
static const part *without_opposites(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from + 1; i + 1 < *to; i++) {
        size_t first, last;
        part *kept;

        if (!opposites(c, list, i, from, *to, &first, &last))
            continue;
        kept = arena_copy(c->arena, list, *to, sizeof *kept);
        if (!kept)
            return list;
        if (last < first) {
            kept[i].kind = PART_OR;
            kept[i].value = "";
        } else {
            clause_take(c, (eligo_span){list[first].span.start, list[last].span.end});
            memmove(kept + first, kept + last + 1, (*to - last - 1) * sizeof *kept);
            *to -= last + 1 - first;
        }
        return kept;
    }
    return list;
}

/* "Male, female or transgender": whom a third word adds to both sexes leaves nobody out either. */
static const part *without_third(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from; i + 2 < *to; i++) {
        size_t or = i + 1, end;
        part *kept;

        if (list[i].kind != PART_PERSON || !text_is(list[i].value, "sexes"))
            continue;
        or += list[or].kind == PART_COMMA;
        if (or >= *to || list[or].kind != PART_OR)
            continue;
        for (end = or +1;
             end < *to && (list[end].kind == PART_THING || list[end].kind == PART_WORD ||
                           list[end].kind == PART_QUAL || list[end].kind == PART_PERSON);)
            end++;
        if (end == or +1 || !(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
            return list;
        clause_take(c, parts_span(list, i, end));
        memmove(kept + i + 1, kept + end, (*to - end) * sizeof *kept);
        *to -= end - i - 1;
        return kept;
    }
    return list;
}

/* Where "or not" stands, before the end or a sign of lists: "asthma treated or not, or gout"; `to`:
 * nowhere. */
static size_t or_not_at(const part *list, size_t from, size_t to)
{
    for (size_t i = from + 2; i + 1 < to; i++)
        if (list[i].kind == PART_OR && list[i + 1].kind == PART_NOT &&
            list[i + 1].span.end - list[i + 1].span.start == strlen("not") &&
            (i + 2 == to || (part_divides(list[i + 2].kind) && list[i + 2].kind != PART_SLASH)))
            return i;
    return to;
}

/* "Gout, on insulin or not", "asthma treated or not": either will do. The list without it. */
static const part *without_or_not(const clause *c, const part *list, size_t from, size_t *to)
{
    size_t or = or_not_at(list, from, *to), at = or ;
    part *kept;

    if (or == *to)
        return list;
    while (at > from && list[at - 1].kind != PART_COMMA && !part_links(list[at - 1].kind))
        at--;
    if (at == from || list[at - 1].kind != PART_COMMA || !parts_name_something(list, from, at - 1))
        at = list[or - 1].kind == PART_QUAL ? or -1 : *to;
    else
        at--; /* the comma */
    if (at == *to || at <= from)
        return list;
    clause_take(c, (eligo_span){list[at].span.start, list[or + 1].span.end});
    if (or +2 < *to) {
        if (!(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
            return list;
        memmove(&kept[at], &kept[or + 2], (*to - or -2) * sizeof *kept);
        list = kept;
    }
    *to -= or +2 - at;
    return list;
}

const part *list_without_choice(const clause *c, const part *list, size_t from, size_t *to)
{
    list = without_or_not(c, list, from, to);
    list = without_third(c, list, from, to);
    return without_opposites(c, without_with(c, list, from, to), from, to);
}
