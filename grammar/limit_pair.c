/* Limits that stand behind all the names that they are of, in the same order: "SBP and DBP > 140
 * and 90 mmHg". */
#include "grammar/limit.h"
#include "grammar/list.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <string.h>

enum { PAIRS = 8 };

/* So many names and as many limits, each with what goes with it. */
typedef struct pairing {
    size_t names[PAIRS], limits[PAIRS]; /* where they stand */
    size_t count;
    size_t end;        /* behind the last limit and the word that says that they are pairs */
    bool respectively; /* which is there */
} pairing;

static bool names_quantity(const part *p)
{
    return p->kind == PART_AGEWORD || (p->kind == PART_THING && p->hit.quantity &&
                                       category_is_quantity(p->hit.quantity->category));
}

static bool between(const part *p)
{
    return p->kind == PART_FILL || p->kind == PART_OF || p->kind == PART_BRACKET;
}

/* Where the next of a list stands behind one at i: behind a connective; `to`: there is none. */
static size_t next_of(const part *list, size_t i, size_t to)
{
    bool linked = false;

    for (i++; i < to && (between(&list[i]) || part_links(list[i].kind)); i++)
        linked = linked || part_links(list[i].kind);
    return linked ? i : to;
}

/* Is each limit behind the first a bare number, which the comparator of the first is said of, or
 * "and" one on the same side, or are all of them ranges? */
static bool limits_alike(const part *list, const pairing *p)
{
    const part *first = &list[p->limits[0]];
    bool ranges = text_is(first->value, "range");

    if (!ranges && (!part_one_sided(first) || first->relative != RELATIVE_NONE))
        return false;
    for (size_t k = 1; k < p->count; k++) {
        const part *q = &list[p->limits[k]];

        bool own = *q->value && part_one_sided(q) && q->low.given == first->low.given &&
                   parts_find(list, p->limits[k - 1], p->limits[k], PART_AND) < p->limits[k];

        bool bare = !*q->value && q->low.given && q->high.given && q->low.value == q->high.value;

        if (q->value_count || q->pair || q->times || q->age || q->relative != RELATIVE_NONE ||
            !(ranges ? text_is(q->value, "range") : bare || own))
            return false;
    }
    return true;
}

/* The same where an "or" may stand between two that have a comparator each. */
static bool alike_or_own(const part *list, const pairing *p)
{
    const part *a = &list[p->limits[0]], *b = &list[p->limits[1]];

    return limits_alike(list, p) ||
           (*a->value && *b->value && part_one_sided(a) && part_one_sided(b) &&
            a->low.given == b->low.given && a->relative == RELATIVE_NONE &&
            b->relative == RELATIVE_NONE && !a->age && !b->age && !b->times && !b->pair);
}

/* A bare number with the comparator of another limit. */
static void take_comparator(part *q, const part *from)
{
    q->low.given = from->low.given;
    q->high.given = from->high.given;
    q->low.inclusive = from->low.inclusive;
    q->high.inclusive = from->high.inclusive;
    q->value = from->value;
}

static bool read_pairs(const clause *c, const part *list, size_t i, size_t to, pairing *p)
{
    size_t n = 0, k = i;

    *p = (pairing){0};
    while (k < to && names_quantity(&list[k]) && n < PAIRS) {
        p->names[n++] = k;
        k = next_of(list, k, to);
    }
    if (n < 2 || n == PAIRS)
        return false;
    for (k = p->names[n - 1] + 1; k < to && between(&list[k]); k++)
        ;
    for (p->count = 0; k < to && list[k].kind == PART_QUANTITY && p->count < n;) {
        p->limits[p->count++] = k;
        p->end = k + 1;
        k = next_of(list, k, to);
    }
    if (p->count != n || (k < to && list[k].kind == PART_QUANTITY) || !limits_alike(list, p))
        return false;
    for (k = p->end; k < to && list[k].kind == PART_COMMA;)
        k++;
    if (k < to && part_is(c, &list[k], "respectively")) {
        p->respectively = true;
        p->end = k + 1;
    }
    /* "ferritin or CRP > 100 or 2 measurements", "> 20 and 30 in women and men" */
    return p->end == to || (list[p->end].kind != PART_WORD && list[p->end].kind != PART_THING &&
                            list[p->end].kind != PART_SEX && list[p->end].kind != PART_FILL &&
                            list[p->end].kind != PART_IF && list[p->end].kind != PART_FORGROUP);
}

/* "Not above 180 or below 90 mmHg", with the first at i: two limits on one side by their words, the
 * second of which would say nothing more, or nobody meets both; what stands before the first denies
 * the second, too. */
bool limit_not_beyond(const clause *c, const part *list, size_t i, size_t to)
{
    const part *a = &list[i], *b;
    size_t k = i + 2;

    if (a->kind != PART_QUANTITY || !part_one_sided(a) || k >= to ||
        (list[i + 1].kind != PART_AND && list[i + 1].kind != PART_OR) ||
        !(text_starts_nocase(c->text + a->span.start, a->span.end - a->span.start, "not ") ||
          text_starts_nocase(c->text + a->span.start, a->span.end - a->span.start, "no ")))
        return false;
    if (list[k].kind == PART_AGEWORD && k + 1 < to)
        k++;
    b = &list[k];
    if (b->kind != PART_QUANTITY || !part_one_sided(b) || b->low.given != a->low.given ||
        b->relative != a->relative || !*b->value ||
        (k + 1 < to && !part_divides(list[k + 1].kind) && list[k + 1].kind != PART_PERIOD &&
         list[k + 1].kind != PART_EXCLUDED))
        return false;
    return a->low.given ? b->low.value > a->low.value : b->high.value < a->high.value;
}

/* Such limits as the range between them. */
static const part *ranges_said_with_not(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from; !c->exclusion && i + 2 < *to; i++) {
        part *kept;
        const part *b;
        size_t end = i + 3;

        if (!limit_not_beyond(c, list, i, *to))
            continue;
        end += list[i + 2].kind == PART_AGEWORD;
        b = &list[end - 1];
        if (!(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
            return list;
        kept[i] = list[i].unit.text || !b->unit.text ? list[i] : *b;
        kept[i].span = parts_span(list, i, end);
        kept[i].value = "range";
        kept[i].low = list[i].low.given ? list[i].low : b->high;
        kept[i].high = list[i].low.given ? b->low : list[i].high;
        if (list[i].low.given)
            kept[i].high.inclusive = !b->low.inclusive;
        else
            kept[i].low.inclusive = !b->high.inclusive;
        kept[i].age = list[i].age || b->age;
        memmove(&kept[i + 1], &kept[end], (*to - end) * sizeof *kept);
        *to -= end - i - 1;
        list = kept;
    }
    return list;
}

/* A bracket with an age: "(age >= 16)". */
static bool brackets_age(const part *p)
{
    for (size_t i = 0; p->kind == PART_BRACKET && i < p->inside_count; i++)
        if (p->inside[i].kind == PART_QUANTITY &&
            (p->inside[i].age || p->inside[i].period == 'a' ||
             (i > 0 && p->inside[i - 1].kind == PART_AGEWORD)))
            return true;
    return false;
}

/* The same bracket, whose years are an age: "(< 16 years)". */
static part with_ages(const clause *c, const part *bracket)
{
    part *inside = arena_copy(c->arena, bracket->inside, bracket->inside_count, sizeof *inside);
    part copy = *bracket;

    for (size_t i = 0; inside && i < copy.inside_count; i++)
        if (inside[i].kind == PART_QUANTITY && inside[i].period == 'a')
            inside[i].age = true;
    copy.inside = inside ? inside : bracket->inside;
    return copy;
}

/* "Karnofsky (age >= 16) or Lansky (age < 16) performance status >= 50": the limit stands behind
 * the last of two scales for two ages, and is that of both. */
static const part *limit_of_both_ages(const clause *c, const part *list, size_t i, size_t *to)
{
    size_t second = next_of(list, i + 1, *to), at = second + 2, n = i;
    part *kept;

    if (i + 4 >= *to || !names_quantity(&list[i]) || !brackets_age(&list[i + 1]) ||
        second + 2 >= *to || !names_quantity(&list[second]) || !brackets_age(&list[second + 1]))
        return NULL;
    while (at < *to && at < second + 5 &&
           (between(&list[at]) || names_quantity(&list[at]) || list[at].kind == PART_WORD))
        at++; /* "performance status" */
    if (at >= *to || list[at].kind != PART_QUANTITY || list[at].period ||
        !part_one_sided(&list[at]) || !(kept = list_copied(c->arena, list, i, *to + 1)))
        return NULL;
    if (at > second + 2)
        clause_take(c, parts_span(list, second + 2, at));
    kept[n++] = list[i];
    kept[n++] = list[at];
    kept[n++] = with_ages(c, &list[i + 1]);
    for (size_t k = i + 2; k <= second; k++) {
        kept[n] = list[k];
        if (kept[n].kind == PART_AND) /* nobody is of both ages */
            kept[n].kind = PART_OR;
        n++;
    }
    kept[n++] = list[at];
    kept[n++] = with_ages(c, &list[second + 1]);
    memcpy(kept + n, list + at + 1, (*to - at - 1) * sizeof *kept);
    *to = n + (*to - at - 1);
    return kept;
}

/* What says of whom two limits are, behind them: "for women and men, respectively". */
typedef struct two_sexes {
    part sex[2]; /* in their order */
    size_t end;  /* behind all of it */
    bool respectively;
} two_sexes;

/* The sex that a word names, as a part of its own. False: none. */
static bool sex_of_word(const clause *c, eligo_span s, part *out)
{
    atoms words = lexicon_cut(c->lx, c->text + s.start, s.end - s.start, c->arena);
    size_t covered;
    const cue *k = words.count == 1 ? cue_match(&words, 0, &covered) : NULL;

    if (!k || k->class != CUE_SEX)
        return false;
    *out = (part){.kind = PART_SEX, .span = s, .value = k->value};
    return true;
}

/* "Women and men", of which the grammar makes one part, as the two of them. */
static bool part_sexes(const clause *c, const part *p, two_sexes *s)
{
    size_t first = p->span.start, last = p->span.end;

    if (p->kind != PART_PERSON || !text_is(p->value, "sexes"))
        return false;
    while (first < p->span.end && !strchr(" /", c->text[first]))
        first++;
    while (last > first && !strchr(" /", c->text[last - 1]))
        last--;
    return sex_of_word(c, (eligo_span){p->span.start, first}, &s->sex[0]) &&
           sex_of_word(c, (eligo_span){last, p->span.end}, &s->sex[1]) &&
           strcmp(s->sex[0].value, s->sex[1].value) != 0;
}

static bool read_sexes(const clause *c, const part *list, size_t i, size_t to, two_sexes *s)
{
    while (i < to && (list[i].kind == PART_FILL || list[i].kind == PART_COMMA ||
                      list[i].kind == PART_FORGROUP))
        i++;
    if (i < to && list[i].kind == PART_BRACKET && list[i].inside_count == 1) {
        if (!part_sexes(c, &list[i].inside[0], s))
            return false; /* "< 27/16 kg (men/women)" */
    } else if (i >= to || !part_sexes(c, &list[i], s))
        return false;
    s->end = i + 1;
    s->respectively = false;
    for (i++; i < to && list[i].kind == PART_COMMA;)
        i++;
    if (i < to && part_is(c, &list[i], "respectively")) {
        s->respectively = true;
        s->end = i + 1;
    }
    return s->end == to || part_divides(list[s->end].kind) || list[s->end].kind == PART_PERIOD;
}

static bool is_quantity(const part *p, landmark k)
{
    return p->kind == PART_THING && is_landmark(p->hit.quantity, k);
}

static bool is_pressure(const part *p)
{
    return is_quantity(p, LANDMARK_BLOOD_PRESSURE) || is_quantity(p, LANDMARK_SYSTOLIC_BP) ||
           is_quantity(p, LANDMARK_DIASTOLIC_BP);
}

/* The two limits that begin at i, "> 12 and 13 g/dL", "< 27/16 kg": where they end; i: there are no
 * two. */
static size_t read_two(const part *list, size_t i, size_t to, part two[2])
{
    pairing p = {.limits = {i, i + 2}, .count = 2};

    if (list[i].kind != PART_QUANTITY || list[i].value_count || !part_one_sided(&list[i]))
        p.count = list[i].kind == PART_QUANTITY && text_is(list[i].value, "range") ? 2 : 0;
    if (!p.count)
        return i;
    two[0] = list[i];
    if (list[i].pair) {
        const part *of = i > 0 ? &list[i - 1] : NULL;

        if (!of || of->kind != PART_THING || !of->hit.quantity ||
            of->hit.quantity->category != CATEGORY_MEASUREMENT || is_pressure(of))
            return i; /* a blood pressure has two for each */
        two[1] = list[i];
        two[1].low = list[i].low2;
        two[1].high = list[i].high2;
        two[0].pair = two[1].pair = false;
        return list[i].relative == RELATIVE_NONE ? i + 1 : i;
    }
    if (i + 2 >= to || list[i + 2].kind != PART_QUANTITY ||
        (list[i + 1].kind != PART_AND && list[i + 1].kind != PART_OR &&
         list[i + 1].kind != PART_SLASH && list[i + 1].kind != PART_COMMA) ||
        !alike_or_own(list, &p))
        return i;
    two[1] = list[i + 2];
    if (!*two[1].value)
        take_comparator(&two[1], &two[0]);
    if (!two[0].unit.text && two[1].unit.text) {
        two[0].unit = two[1].unit;
        two[0].period = two[1].period;
    }
    return i + 3;
}

/* "Hb > 12 and 13 g/dL for women and men, respectively": each sex behind the limit that is its own.
 */
static const part *limits_of_sexes(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from; i + 1 < *to; i++) {
        part two[2], *kept;
        size_t n = i, end = read_two(list, i, *to, two);
        two_sexes s;

        if (end == i || !read_sexes(c, list, end, *to, &s) ||
            !(kept = list_copied(c->arena, list, i, *to + 4)))
            continue;
        for (size_t k = 0; k < 2; k++) {
            if (k) {
                kept[n] = list[s.end - 1];
                kept[n].span = (eligo_span){s.sex[0].span.end, s.sex[0].span.end};
                kept[n].value = "";
                kept[n++].kind = PART_OR; /* nobody is both */
            }
            kept[n++] = two[k];
            kept[n++] = s.sex[k];
        }
        if (s.respectively)
            clause_take(c, list[s.end - 1].span);
        memcpy(kept + n, list + s.end, (*to - s.end) * sizeof *kept);
        *to = n + (*to - s.end);
        return kept;
    }
    return list;
}

/* "SBP/DBP > 160/100 mmHg": the pair is of the first name, which means both. */
static const part *pressures_named(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from; i + 3 < *to; i++) {
        part *kept;

        if (list[i + 3].kind != PART_QUANTITY || !list[i + 3].pair ||
            list[i + 1].kind != PART_SLASH || !is_quantity(&list[i], LANDMARK_SYSTOLIC_BP) ||
            !is_quantity(&list[i + 2], LANDMARK_DIASTOLIC_BP) ||
            !(kept = list_copied(c->arena, list, i + 1, *to)))
            continue;
        clause_take(c, list[i + 2].span);
        memcpy(kept + i + 1, list + i + 3, (*to - i - 3) * sizeof *kept);
        *to -= 2;
        return kept;
    }
    return list;
}

const part *limit_pairs(const clause *c, const part *list, size_t from, size_t *to)
{
    list = pressures_named(c, list, from, to);
    list = ranges_said_with_not(c, list, from, to);
    list = limits_of_sexes(c, list, from, to);
    for (size_t i = from; i + 4 < *to; i++) {
        pairing p;
        part *kept;
        size_t n = i;

        if (!names_quantity(&list[i]))
            continue;
        if (list[i + 1].kind == PART_BRACKET) {
            const part *both = limit_of_both_ages(c, list, i, to);

            if (both)
                return both;
        }
        if (!read_pairs(c, list, i, *to, &p)) {
            while (i + 1 < *to && (names_quantity(&list[i + 1]) || part_links(list[i + 1].kind)))
                i++; /* no shorter list of names is what the limits are of */
            continue;
        }
        if (!(kept = list_copied(c->arena, list, i, *to + p.count)))
            return list;
        for (size_t k = 0; k < p.count; k++) {
            const part *first = &list[p.limits[0]];
            part *q;

            size_t next = k + 1 < p.count ? p.names[k + 1] : p.limits[0], m = p.names[k];

            do
                kept[n++] = list[m++];
            while (m < next && list[m].kind == PART_BRACKET); /* "hemoglobin (Hb)" */
            q = &kept[n++];
            *q = list[p.limits[k]];
            if (!*q->value)
                take_comparator(q, first);
            q->age = q->age || list[p.names[k]].kind == PART_AGEWORD;
            while (k + 1 < p.count && m < next)
                kept[n++] = list[m++];
        }
        if (p.respectively)
            clause_take(c, list[p.end - 1].span);
        memcpy(kept + n, list + p.end, (*to - p.end) * sizeof *kept);
        *to = n + (*to - p.end);
        return kept;
    }
    return list;
}
