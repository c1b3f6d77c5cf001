#include "grammar/list.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* Words that ask for nothing: a choice that leaves nobody out ("with or without X", "smokers and
 * non-smokers"), and whose words it is in or how it was found ("confirmed by MRI"). */

/* "with or without", "with/without", "with and without": does a choice between the two stand at i,
 * and where does it begin? */
static bool chooses_either(const clause *c, const part *list, size_t i, size_t *start)
{
    const part *choice = &list[i], *no = &list[i + 1];
    size_t at = choice->span.start;

    if (choice->kind != PART_OR && choice->kind != PART_SLASH && choice->kind != PART_ANDOR &&
        choice->kind != PART_AND)
        return false;
    if (no->kind == PART_WITH && list[i - 1].kind == PART_NOT && /* "without or with X" */
        text_equal_nocase(c->text + list[i - 1].span.start,
                          list[i - 1].span.end - list[i - 1].span.start, "without")) {
        *start = list[i - 1].span.start;
        return true;
    }
    while (at > 0 && c->text[at - 1] == ' ')
        at--;
    if (no->kind != PART_NOT || at < 4 || strncasecmp(c->text + at - 4, "with", 4) != 0 ||
        (at > 4 && isalpha((unsigned char)c->text[at - 5])) || no->span.end - no->span.start < 7 ||
        strncasecmp(c->text + no->span.start, "without", 7) != 0)
        return false;
    *start = at - 4;
    return true;
}

/* "with or without X" asks for nothing: it is left out, up to the next comma. The list without it,
 * of *to parts. */
static const part *without_with(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from + 1; i + 1 < *to; i++) {
        size_t before, end = i + 2, at;
        part *kept;

        if (!chooses_either(c, list, i, &at))
            continue;
        while (end < *to && list[end].kind != PART_COMMA && list[end].kind != PART_SEMICOLON &&
               list[end].kind != PART_PERIOD && list[end].kind != PART_WINDOW)
            end++;
        before = list[i - 1].span.start >= at ? i - 1 : i;
        clause_take(c, (eligo_span){at, list[end - 1].span.end});
        kept = arena_array(c->arena, *to, sizeof *kept);
        if (!kept)
            return list;
        memcpy(kept, list, before * sizeof *kept);
        memcpy(kept + before, list + end, (*to - end) * sizeof *kept);
        *to -= end - before;
        return kept;
    }
    return list;
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

/* "diabetic and non-diabetic", "non-smokers or smokers": does the connective at i stand between a
 * word and its denial? Then they are the parts [*first, *last]; *last < *first: one of them is part
 * of a longer name. */
static bool opposites(const clause *c, const part *list, size_t i, size_t from, size_t to,
                      size_t *first, size_t *last)
{
    const part *a = &list[i - 1], *b = &list[i + 1];
    const char *text = c->text, *end = text + list[to - 1].span.end;
    size_t n = a->span.end - a->span.start, m = b->span.end - b->span.start, length;

    if (!part_links(list[i].kind) || list[i].kind == PART_COMMA)
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
    length = n > 4 && (text[a->span.start + 3] == '-' || text[a->span.start + 3] == ' ') ? n - 4
                                                                                          : n - 3;
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

const part *list_without_choice(const clause *c, const part *list, size_t from, size_t *to)
{
    return without_opposites(c, without_with(c, list, from, to), from, to);
}

/* ---- whose words, and how it was found: they ask for nothing ---- */

static bool names_source(const part *p)
{
    return (p->kind == PART_FILL &&
            (strcmp(p->value, "source") == 0 || strcmp(p->value, "regardless") == 0)) ||
           (p->kind == PART_DEFINED && strcmp(p->value, "by") == 0);
}

/* May it stand in such a remark: words, and things that are no disease and no drug of their own? */
bool part_may_be_source(const clause *c, const part *list, size_t i)
{
    const part *p = &list[i];
    static const char *const means[] = {"diagnostic_procedure", "imaging", "biopsy",
                                        "physical_examination", "endoscopy"};

    switch (p->kind) {
    case PART_WORD:
    case PART_FILL:
    case PART_OF:
    case PART_ON:
    case PART_PERSON:
    case PART_ANYOF:
    case PART_QUAL: return true;
    case PART_BRACKET:
        for (size_t k = 0; k < p->inside_count; k++)
            if (!part_may_be_source(c, p->inside, k))
                return false;
        return true;
    case PART_THING:
        if (p->hit.thing && strcmp(p->hit.thing->id, "rt_pcr") == 0)
            return false; /* what shows an infection is asked for */
        for (size_t k = 0; p->hit.thing && k < sizeof means / sizeof *means; k++) {
            const concept *mean = lexicon_concept(c->lx, means[k], strlen(means[k]));

            if (mean && concept_is(p->hit.thing, mean))
                return true;
        }
        /* "the definition of X" */
        return p->hit.thing && i > 0 &&
               (list[i - 1].kind == PART_OF || list[i - 1].kind == PART_FILL) &&
               p->hit.thing->category == CATEGORY_CONDITION;
    default: return false;
    }
}

/* "clinical, endoscopic and histological criteria", ", 5th edition": a list from `i` that ends in
 * the name of a standard; `i` where it does not. */
static size_t standard_end(const clause *c, const part *list, size_t i, size_t to)
{
    size_t end = i;

    for (size_t k = i; k < to; k++) {
        bool number = list[k].kind == PART_QUANTITY && !list[k].value[0] && !list[k].unit.text;

        if (list[k].roles & ROLE_STANDARD)
            end = k + 1;
        if (!number && list[k].kind != PART_COMMA && list[k].kind != PART_AND &&
            list[k].kind != PART_OR && !part_may_be_source(c, list, k))
            break;
    }
    return end;
}

/* Does a list of ways to find out go on at the comma `at`: "by history, examination and ECG"? Behind
 * it; `at`: it does not. */
static size_t ways_end(const clause *c, const part *list, size_t at, size_t to)
{
    static const char *const words[] = {"history",  "examination", "exam",     "signs",   "test",
                                        "tests",    "laboratory",  "findings", "imaging", "interview",
                                        "criteria", "evaluation",  "records",  "testing", NULL};
    bool joined = false;

    for (size_t i = at; i < to && !joined;) {
        bool way = false;
        size_t k = i + 1;

        if (k < to && (list[k].kind == PART_AND || list[k].kind == PART_OR))
            k++;
        joined = k > i + 1 || list[i].kind != PART_COMMA;
        if (list[i].kind != PART_COMMA && list[i].kind != PART_AND && list[i].kind != PART_OR)
            return at;
        for (; k < to && (part_may_be_source(c, list, k) || list[k].kind == PART_HISTORY); k++) {
            eligo_span s = list[k].span;
            size_t word = s.end;

            while (word > s.start && c->text[word - 1] != ' ')
                word--;
            way = way || (list[k].kind == PART_THING && part_may_be_source(c, list, k));
            for (size_t w = 0; words[w]; w++)
                way = way || text_equal_nocase(c->text + word, s.end - word, words[w]);
        }
        if (!way)
            return at;
        if (joined)
            return k == to || list[k].kind == PART_COMMA || list[k].kind == PART_SEMICOLON ||
                           list[k].kind == PART_PERIOD
                       ? k
                       : at;
        i = k;
    }
    return at;
}

/* Behind a remark that begins at `at`; `at` where it says more than whose words it is in. */
static size_t source_end(const clause *c, const part *list, size_t at, size_t to)
{
    size_t i = at + 1, end;

    if (strcmp(list[at].value, "regardless") == 0) { /* "regardless of the ejection fraction" */
        while (i < to && list[i].kind != PART_COMMA && list[i].kind != PART_SEMICOLON &&
               list[i].kind != PART_PERIOD && list[i].kind != PART_BUT &&
               list[i].kind != PART_WITH && list[i].kind != PART_QUANTITY)
            i++;
        return i;
    }
    while (i < to && part_may_be_source(c, list, i))
        i++;
    if (i == at + 1 && i < to && list[i].kind == PART_HISTORY) /* "by history, examination" */
        i++;
    if (i > at + 1 && i < to)
        i = ways_end(c, list, i, to);
    end = i;
    /* "by MRI or CT": goes on with more of the kind, up to the end of the clause */
    while (i < to && (list[i].kind == PART_OR || list[i].kind == PART_AND ||
                      list[i].kind == PART_ANDOR || list[i].kind == PART_SLASH)) {
        size_t next = i + 1;

        while (next < to && part_may_be_source(c, list, next))
            next++;
        if (next == i + 1 || (next < to && list[next].kind != PART_COMMA &&
                              list[next].kind != PART_SEMICOLON && list[next].kind != PART_PERIOD &&
                              list[next].kind != PART_OR && list[next].kind != PART_AND))
            return list[i].kind == PART_SLASH ? at : end;
        i = end = next;
    }
    i = end = standard_end(c, list, end, to);
    if (i < to && list[i].kind != PART_COMMA && list[i].kind != PART_SEMICOLON &&
        list[i].kind != PART_PERIOD && list[i].kind != PART_WINDOW && list[i].kind != PART_AND &&
        list[i].kind != PART_OR && list[i].kind != PART_WITH && list[i].kind != PART_BUT &&
        list[i].kind != PART_NOT && list[i].kind != PART_EXCEPT)
        return at;
    return end;
}

/* "pneumonia, confirmed by X-ray or CT", "asthma according to the guidelines": the list without
 * what says whose words it is in, of *to parts. */
const part *list_without_sources(const clause *c, const part *list, size_t from, size_t *to)
{
    part *kept = NULL;
    size_t n = from;

    for (size_t i = from; i < *to; i++) {
        size_t end = i;

        if (names_source(&list[i]) &&
            (parts_name_something(list, from, i) || strcmp(list[i].value, "regardless") == 0))
            end = source_end(c, list, i, *to);
        if (end > i + 1) {
            if (!kept) {
                kept = arena_array(c->arena, *to, sizeof *kept);
                if (!kept)
                    return list;
                memcpy(kept, list, i * sizeof *kept);
                n = i;
            }
            clause_take(c, parts_span(list, i, end));
            if (n > from && kept[n - 1].kind == PART_COMMA)
                n--; /* the comma before it went with it */
            i = end - 1;
            continue;
        }
        if (kept)
            kept[n] = list[i];
        n++;
    }
    *to = n;
    return kept ? kept : list;
}
