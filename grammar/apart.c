#include "grammar/apart.h"

#include "engine/base/text.h"
#include "grammar/list.h"

#include <string.h>

static bool is_capital(char x)
{
    return x >= 'A' && x <= 'Z';
}

static bool is_small(char x)
{
    return x >= 'a' && x <= 'z';
}

/* The word that ends at a byte of the text, blanks in front of it left out. */
static eligo_span word_before(const char *text, size_t at)
{
    eligo_span w;

    while (at > 0 && strchr(" \n\t", text[at - 1]))
        at--;
    w = (eligo_span){at, at};
    while (w.start > 0 && (is_small(text[w.start - 1]) || is_capital(text[w.start - 1])))
        w.start--;
    return w;
}

/* Is it a thing whose name is printed with a small letter in the middle of a sentence? */
static bool is_common_noun(const part *p)
{
    const concept *x = p->kind == PART_THING ? p->hit.thing : NULL;

    return x && (x->category == CATEGORY_CONDITION || x->category == CATEGORY_PROCEDURE) &&
           is_small(x->name[0]);
}

static bool is_complete(part_kind k)
{
    return k == PART_THING || k == PART_QUANTITY || k == PART_WINDOW || k == PART_DURATION ||
           k == PART_BRACKET;
}

/* A number that says how much, and not one that counts or names. */
static bool is_bound(const part *p)
{
    return p->unit.text || p->age || p->outside ||
           (p->value && p->value[0] &&
            (strchr("<>", p->value[0]) || strcmp(p->value, "range") == 0));
}

static bool is_roman(const char *text, eligo_span w)
{
    while (w.start < w.end && strchr("IVX", text[w.start]))
        w.start++;
    return w.start == w.end;
}

/* Is the next word one with a capital and small letters behind it? */
static bool begins_capital(const char *text, size_t at, size_t end)
{
    if (at >= end || text[at] != ' ')
        return false;
    return at + 2 < end && is_capital(text[at + 1]) && is_small(text[at + 2]);
}

/* Nearly every part ends here: a statement begins with "no", "current" or a capital. */
static bool may_start(const char *text, const part *p)
{
    char first = text[p->span.start];

    return p->kind == PART_NOT || is_capital(first) || first == 'c';
}

/* Does another statement begin at part i, with no sign before it: "... of the heart Pregnancy",
 * "BMI > 28 current smoker", "medication no history of injury"? */
static bool starts_anew(const char *text, const part *list, size_t i, size_t count)
{
    const part *p = &list[i], *before = &list[i - 1];
    size_t at = p->span.start, size = 0;
    eligo_span w;
    role_set roles;

    if (at <= before->span.end || i + 1 >= count)
        return false;
    if (p->kind == PART_NOT && (is_complete(before->kind) || before->kind == PART_WORD))
        return text_starts_nocase(text + at, p->span.end - at, "no") &&
               (p->span.end - at == 2 || text[at + 2] == ' ');
    if ((p->kind == PART_CURRENT || p->kind == PART_THING) && before->kind == PART_QUANTITY &&
        is_bound(before) && text_starts_nocase(text + at, p->span.end - at, "current"))
        return part_content(list[i + 1].kind);
    if (!is_capital(text[at]) || !is_small(text[at + 1]) ||
        (!part_content(before->kind) && before->kind != PART_WINDOW))
        return false;
    while (at + size < list[count - 1].span.end &&
           (is_small(text[at + size]) || is_capital(text[at + size])))
        size++;
    /* words with capitals behind each other are a name */
    if (begins_capital(text, at + size, list[count - 1].span.end))
        return false;
    w = word_before(text, at);
    if (w.end == w.start) { /* a number, a bracket */
        if (!is_complete(before->kind) || (before->kind == PART_QUANTITY && !is_bound(before)))
            return false;
    } else {
        bool initials = w.end - w.start > 1 && is_capital(text[w.start]) &&
                        is_capital(text[w.end - 1]) && !is_roman(text, w);

        roles = roles_of(text + w.start, w.end - w.start);
        if ((!is_small(text[w.start]) && !initials) ||
            (roles & (ROLE_PREPOSITION | ROLE_ARTICLE | ROLE_CONJUNCTION)))
            return false;
    }
    return (roles_all(text + at, size) & ROLE_STARTER) ||
           (is_common_noun(p) && is_complete(before->kind)) ||
           (p->kind == PART_QUAL && is_complete(before->kind) && is_common_noun(&list[i + 1])) ||
           (p->kind == PART_WORD && size > 3 && is_complete(before->kind) &&
            !(p->roles & (ROLE_SCALE | ROLE_STAGE)) &&
            (parts_find(list, 0, i, PART_EXCEPT) < i || parts_find(list, 0, i, PART_UNLESS) < i ||
             parts_find(list, i, i + 4 < count ? i + 4 : count, PART_COLON) <
                 (i + 4 < count ? i + 4 : count)));
}

const part *parts_set_apart(const char *text, const parts *p, arena *a, size_t *count)
{
    part *out = NULL;
    size_t n = 0, last = 0;

    for (size_t i = 0; i < p->count; i++) {
        if (i && may_start(text, &p->list[i]) && starts_anew(text, p->list, i, p->count) &&
            parts_name_something(p->list, last, i) && parts_name_something(p->list, i, p->count)) {
            if (!out) {
                if (!(out = arena_array(a, 2 * p->count, sizeof *out)))
                    return NULL;
                memcpy(out, p->list, i * sizeof *out);
                n = i;
            }
            out[n++] = (part){.kind = PART_SEMICOLON,
                              .value = "",
                              .span = {p->list[i].span.start, p->list[i].span.start}};
            last = i;
        }
        if (out)
            out[n++] = p->list[i];
    }
    *count = n;
    return out;
}

/* ---- labels inside a line ---- */

typedef enum label_sort { LABEL_NONE, LABEL_NUMBER, LABEL_BRACKET, LABEL_LETTER } label_sort;

/* A letter, a number, or a bracket around one? */
static bool may_be_label(const part *p)
{
    switch (p->kind) {
    case PART_WORD: return p->span.end - p->span.start == 1;
    case PART_BRACKET: return p->inside_count == 1;
    case PART_QUANTITY: return !p->unit.text;
    default: return false;
    }
}

/* The label that stands at part i behind something else; *n counts it. */
static label_sort label_at(const char *text, const part *list, size_t i, size_t count, unsigned *n)
{
    const part *p = &list[i], *number = p;
    size_t end = p->span.end;

    if (!may_be_label(p))
        return LABEL_NONE; /* nearly always */
    if (i == 0 || i + 1 >= count || p->span.start == 0 || text[p->span.start - 1] != ' ' ||
        list[i - 1].kind == PART_COLON)
        return LABEL_NONE;
    if (p->kind == PART_WORD) {
        if (text[end] != ')' && text[end] != '.')
            return LABEL_NONE;
        *n = (unsigned char)(text[p->span.start] | 0x20) - 'a';
        return *n < 26 && (text[end + 1] == ' ' || list[i + 1].span.start > end) ? LABEL_LETTER
                                                                                 : LABEL_NONE;
    }
    if (p->kind == PART_BRACKET && p->inside_count == 1)
        number = &p->inside[0];
    if (number->kind != PART_QUANTITY || number->unit.text || number->value[0] || number->age ||
        number->values || number->period || !number->low.given || number->low.value < 1 ||
        number->low.value > 99)
        return LABEL_NONE;
    for (size_t at = number->span.start; at < number->span.end; at++)
        if (text[at] < '0' || text[at] > '9')
            return LABEL_NONE;
    *n = (unsigned)number->low.value;
    if (number != p)
        return LABEL_BRACKET;
    return text[end] == ')' && text[end + 1] == ' ' ? LABEL_NUMBER : LABEL_NONE;
}

/* A number with a bracket that nothing opens is a label by itself; others are where they go on to
 * count.
 */
static bool is_label(const char *text, const part *list, size_t i, size_t count)
{
    unsigned n = 0, other = 0;
    label_sort sort = label_at(text, list, i, count, &n);

    if (sort == LABEL_NONE || !parts_name_something(list, 0, i) ||
        !parts_name_something(list, i + 1, count))
        return false;
    if (sort == LABEL_NUMBER)
        return true;
    for (size_t k = 1; k < count; k++)
        if (k != i && label_at(text, list, k, count, &other) != LABEL_NONE &&
            (k > i ? other == n + 1 : n == other + 1 || (other < n && sort == LABEL_BRACKET)))
            return true;
    return false;
}

const part *parts_at_labels(const char *text, const parts *p, arena *a, size_t *count)
{
    part *out = NULL;
    size_t n = 0;
    bool colon = false; /* one stands before */

    while (n < p->count && !may_be_label(&p->list[n]))
        n++;
    *count = p->count;
    if (n == p->count)
        return NULL;
    n = 0;
    for (size_t i = 0; i < p->count; i++) {
        bool label = is_label(text, p->list, i, p->count);

        colon = colon || p->list[i].kind == PART_COLON;
        if (label && !out) {
            if (!(out = arena_array(a, p->count, sizeof *out)))
                return NULL;
            memcpy(out, p->list, i * sizeof *out);
            n = i;
        }
        if (!out)
            continue;
        out[n] = p->list[i];
        if (label) {
            /* of a list behind a colon the signs are those of a list */
            out[n].kind = colon ? PART_COMMA : PART_SEMICOLON;
            out[n].value = "";
            out[n].inside_count = 0;
            if (i + 1 < p->count && p->list[i + 1].kind == PART_PERIOD)
                i++; /* the point of "B." */
        }
        n++;
    }
    *count = n;
    return out;
}
