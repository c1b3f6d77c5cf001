#include "grammar/denial.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <ctype.h>
#include <string.h>

/* Whose words something is in, and how it was found: "according to the guidelines", "confirmed by
 * X-ray or CT", "regardless of age"; and why somebody is excluded. They ask for nothing. */

bool part_found_by(const part *p)
{
    return p->kind == PART_FILL && text_is(p->value, "found");
}

static bool names_source(const part *p)
{
    return (p->kind == PART_FILL &&
            (text_is(p->value, "source") || part_found_by(p) || text_is(p->value, "regardless"))) ||
           (p->kind == PART_DEFINED && text_is(p->value, "by"));
}

/* "By the Cockcroft-Gault formula": a quantity that is called after its formula. */
static bool is_formula(const clause *c, const part *p)
{
    return p->kind == PART_THING && p->hit.quantity &&
           roles_within(c->text + p->span.start, p->span.end - p->span.start) & ROLE_STANDARD;
}

bool part_may_be_source(const clause *c, const part *list, size_t i)
{
    const part *p = &list[i];

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
        if (is_landmark(p->hit.thing, LANDMARK_RT_PCR))
            return false; /* what shows an infection is asked for */
        if (concept_finds_out(c->lx, p->hit.thing))
            return true;
        if (is_formula(c, p))
            return true;
        /* "signs or symptoms of X" */
        if (is_landmark(p->hit.thing, LANDMARK_SYMPTOM))
            return true;
        /* "the definition of X" */
        return p->hit.thing && i > 0 &&
               (list[i - 1].kind == PART_OF || list[i - 1].kind == PART_FILL) &&
               p->hit.thing->category == CATEGORY_CONDITION;
    default: return false;
    }
}

/* Behind the name of a standard: "1.1", "v1". */
static bool is_version(const clause *c, const part *p)
{
    return (p->kind == PART_QUANTITY && !p->value[0] && !p->unit.text && !p->period) ||
           (p->kind == PART_WORD && p->span.end - p->span.start > 1 &&
            text_lower(c->text[p->span.start]) == 'v' &&
            (isdigit((unsigned char)c->text[p->span.start + 1]) ||
             text_starts_nocase(c->text + p->span.start, p->span.end - p->span.start, "version")));
}

/* "clinical, endoscopic and histological criteria", ", 5th edition": a list from `i` that ends in
 * the name of a standard; `i` where it does not. */
static size_t standard_end(const clause *c, const part *list, size_t i, size_t to)
{
    size_t end = i;

    for (size_t k = i; k < to; k++) {
        bool number = list[k].kind == PART_QUANTITY && !list[k].value[0] && !list[k].unit.text;

        if (list[k].roles & ROLE_STANDARD ||
            (k == end &&
             (k > i || (k > 0 && list[k - 1].roles & ROLE_STANDARD) ||
              (k > 0 && is_version(c, &list[k - 1]))) &&
             is_version(c, &list[k])))
            end = k + 1;
        if (!number && list[k].kind != PART_COMMA && list[k].kind != PART_AND &&
            list[k].kind != PART_OR && !part_may_be_source(c, list, k))
            break;
    }
    return end;
}

/* Does a list of ways to find out go on at the comma `at`: "by history, examination and ECG"?
 * Behind it; `at`: it does not. */
static size_t ways_end(const clause *c, const part *list, size_t at, size_t to)
{
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

            way = way || (list[k].kind == PART_THING && part_may_be_source(c, list, k)) ||
                  roles_of_last(c->text + s.start, s.end - s.start) & ROLE_WAY;
        }
        if (!way)
            return at;
        if (joined)
            return k == to || list[k].kind == PART_COMMA || list[k].kind == PART_SEMICOLON ||
                           list[k].kind == PART_PERIOD || list[k].kind == PART_WINDOW ||
                           list[k].kind == PART_DURATION
                       ? k
                       : at;
        i = k;
    }
    return at;
}

/* May what stands at i follow a remark? */
static bool ends_remark(const part *list, size_t i, size_t to)
{
    if (i >= to)
        return true;
    switch (list[i].kind) {
    case PART_SEMICOLON:
    case PART_PERIOD:
    case PART_WINDOW:
    case PART_DURATION:
    case PART_WITH:
    case PART_BUT:
    case PART_NOT:
    case PART_IF:
    case PART_UNLESS:
    case PART_WHEN:
    case PART_MUST:
    case PART_NEED:
    case PART_CAUSED:
    case PART_EXCLUDED: /* "... by biopsy or CT are excluded" */
    case PART_EXCEPT: return true;
    default: return part_links(list[i].kind);
    }
}

/* Behind one way to find out that begins at `at`: "a 12-lead ECG", "CT of the chest", "MUGA".
 * *known: the lexicon has it. */
static size_t way_end(const clause *c, const part *list, size_t at, size_t to, bool *known)
{
    size_t i = at;

    *known = false;
    for (; i < to; i++) {
        eligo_span s = list[i].span;
        bool history = list[i].kind == PART_HISTORY && /* what was told, and no "history of" */
                       roles_of_last(c->text + s.start, s.end - s.start) & ROLE_WAY;

        if (!history && !(list[i].kind == PART_THING ? concept_finds_out(c->lx, list[i].hit.thing)
                                                     : part_may_be_source(c, list, i)))
            break;
        *known = *known || list[i].kind == PART_THING; /* "by history" alone is a history of it */
    }
    return i;
}

static category kind_of(const part *p)
{
    const concept *k = p->kind == PART_THING ? part_concept(p) : NULL;

    return k ? k->category : CATEGORY_NONE;
}

/* "Gout, whether or not on allopurinol, colchicine or febuxostat": behind the list that goes on at
 * the comma `at`, of things like the last of the remark that began at `from`, and unlike what
 * stands before it; `at`: another list goes on there. */
static size_t likes_end(const part *list, size_t first, size_t from, size_t at, size_t to)
{
    category sort = CATEGORY_NONE;
    size_t i = at, named = 0;
    bool word = false;

    for (size_t k = from; k < at; k++)
        if (kind_of(&list[k]) != CATEGORY_NONE)
            sort = kind_of(&list[k]);
    if (sort == CATEGORY_NONE)
        return at;
    for (size_t k = first; k < from; k++)
        if (kind_of(&list[k]) == sort)
            return at;
    for (;
         i < to && !(word && named > 1) && (part_links(list[i].kind) || kind_of(&list[i]) == sort);
         i++) {
        named += kind_of(&list[i]) == sort;
        word = word || list[i].kind == PART_OR || list[i].kind == PART_AND;
    }
    return named > 1 && word && kind_of(&list[i - 1]) == sort &&
                   (i == to || list[i].kind == PART_SEMICOLON || list[i].kind == PART_COMMA)
               ? i
               : at;
}

/* "Regardless of the dose, who are on B". */
static bool begins_with_who(const clause *c, const part *p)
{
    return text_starts_nocase(c->text + p->span.start, p->span.end - p->span.start, "who ");
}

/* Does what follows, up to the next connective, have a limit: "... and BMI > 30"? */
static bool limit_next(const part *list, size_t i, size_t to)
{
    while (i < to && list[i].kind != PART_QUANTITY && !part_links(list[i].kind))
        i++;
    return i < to && list[i].kind == PART_QUANTITY && !list[i].period;
}

/* Behind a remark that begins at `at`; `at` where it says more than whose words it is in. */
static size_t source_end(const clause *c, const part *list, size_t from, size_t at, size_t to)
{
    size_t i = at + 1, end;

    if (strcmp(list[at].value, "regardless") == 0) { /* "regardless of the ejection fraction" */
        while (i < to && list[i].kind != PART_COMMA && list[i].kind != PART_QUANTITY &&
               !begins_with_who(c, &list[i]) &&
               (list[i].kind == PART_WINDOW || list[i].kind == PART_DURATION ||
                (part_links(list[i].kind) && !limit_next(list, i + 1, to)) ||
                part_is(c, &list[i], "not") || !ends_remark(list, i, to)))
            i++;
        return i < to && list[i].kind == PART_COMMA ? likes_end(list, from, at, i, to) : i;
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
        if (next == i + 1 || !ends_remark(list, next, to))
            return list[i].kind == PART_SLASH ? at : end;
        i = end = next;
    }
    i = end = standard_end(c, list, end, to);
    if (!ends_remark(list, i, to) || (i < to && list[i].kind == PART_SLASH))
        return at;
    return end;
}

/* "(McDonald 2017)", "(Hanifin and Rajka 1980)": names in capitals and the year of what they wrote.
 */
static bool names_authors(const clause *c, const part *b)
{
    size_t n = b->inside_count, names = 0;
    const part *q = n ? &b->inside[n - 1] : NULL;

    if (!q || q->kind != PART_QUANTITY || q->value[0] || q->unit.text || q->low.value < 1900 ||
        q->low.value >= 2100)
        return false;
    for (size_t i = 0; i + 1 < n; i++) {
        char first = c->text[b->inside[i].span.start];

        if (b->inside[i].kind == PART_AND)
            continue;
        if (b->inside[i].kind != PART_WORD || b->inside[i].roles || first < 'A' || first > 'Z')
            return false;
        names++;
    }
    return names > 0;
}

/* "(Berlin definition)", "(ACR/EULAR 2010)": a bracket that names the standard by which something
 * is diagnosed, in words alone. */
static bool names_standard(const clause *c, const part *b)
{
    bool named = false;

    for (size_t i = 0; i < b->inside_count; i++) {
        const part *p = &b->inside[i];
        bool year = p->kind == PART_QUANTITY && !p->value[0] && !p->unit.text &&
                    p->low.value >= 1900 && p->low.value < 2100;

        if (p->roles & ROLE_STANDARD || (p->kind == PART_FILL && strcmp(p->value, "standard") == 0))
            named = true;
        else if (!year && !(named && is_version(c, p)) && p->kind != PART_WORD &&
                 p->kind != PART_FILL && p->kind != PART_SLASH && p->kind != PART_OF &&
                 p->kind != PART_PERIOD && p->kind != PART_QUAL)
            return false;
    }
    return named;
}

/* Behind the ways in which something was found or measured, "LVEF >= 50 % by MUGA or ECHO", "QTc >
 * 450 ms on ECG", where `at` is the word before them; `at`: there are none. */
static size_t method_end(const clause *c, const part *list, size_t at, size_t to)
{
    bool known, other;
    size_t end = way_end(c, list, at + 1, to, &known);

    if (end == at + 1)
        return at;
    while (end < to && (part_links(list[end].kind))) {
        size_t next = way_end(c, list, end + 1, to, &other);

        if (!other)
            break;
        known = true;
        end = next;
    }
    return known && ends_remark(list, end, to) ? end : at;
}

/* "By", "on", "per". */
static bool by_way(const clause *c, const part *p)
{
    return roles_of_last(c->text + p->span.start, p->span.end - p->span.start) & ROLE_BY_WAY;
}

/* "Findings, as judged by the investigator, on physical examination, vital signs, or ECG": what
 * the judgement is of, a list that begins with a way to find out. Behind it, where `at` is the word
 * before it; `at`: it is something else. */
static size_t judged_end(const clause *c, const part *list, size_t at, size_t to)
{
    size_t end = at + 1;
    bool known;

    if (at < 2 || list[at - 1].kind != PART_COMMA || list[at - 2].kind != PART_JUDGE ||
        !by_way(c, &list[at]) || way_end(c, list, at + 1, to, &known) == at + 1 || !known)
        return at;
    for (; end < to && (part_links(list[end].kind) || !ends_remark(list, end, to)); end++)
        if (list[end].kind == PART_QUANTITY || list[end].kind == PART_JUDGE)
            return at;
    return end;
}

/* Behind a standard that is named after "per" or "by", "per RECIST 1.1", where `at` is a word that
 * may be that one; `at`: there is none. */
static size_t by_standard_end(const clause *c, const part *list, size_t at, size_t to)
{
    const part *p = &list[at];
    size_t i = at + 1, end;

    if (!(roles_of_last(c->text + p->span.start, p->span.end - p->span.start) & ROLE_BY_WAY))
        return at;
    while (i < to && !(list[i].roles & ROLE_STANDARD) &&
           (list[i].kind == PART_WORD || list[i].kind == PART_FILL))
        i++;
    if (i < to && is_formula(c, &list[i]))
        return ends_remark(list, i + 1, to) ? i + 1 : at;
    if (i >= to || !(list[i].roles & ROLE_STANDARD))
        return at;
    end = standard_end(c, list, i, to);
    return ends_remark(list, end, to) ? end : at;
}

/* Where a denial ends that stands behind what it denies, "malaria ruled out", and reaches to `at`
 * or over it; from: none does. */
static size_t denied_to(const clause *c, const part *list, size_t from, size_t at, size_t to)
{
    enum { FAR = 5 };

    for (size_t i = at > from + FAR ? at - FAR : from + 1; i < at; i++)
        if (list[i].kind != PART_FILL && parts_name_something(list, from, i)) {
            size_t end = denial_behind(c, list, i, to);

            if (end >= at && end > i)
                return end;
        }
    return from;
}

/* Behind how something was found not to be there, "malaria ruled out by PCR and a smear", "no
 * longer detected on CT", where the denial ends at `at`; `at`: it is something else that stands
 * there. */
static size_t ruled_out_end(const clause *c, const part *list, size_t at, size_t to)
{
    const part *by = by_way(c, &list[at]) ? &list[at] : &list[at - 1];
    size_t end = at;
    bool way;

    if (!by_way(c, by))
        return at;
    way = !part_is(c, by, "on"); /* "on" may lead to a place or a time */
    for (size_t i = by == &list[at] ? at + 1 : at; i < to; i++) {
        const concept *k = list[i].kind == PART_THING ? list[i].hit.thing : NULL;
        bool test = k ? k->category == CATEGORY_MEASUREMENT || k->category == CATEGORY_PROCEDURE
                      : list[i].kind == PART_THING && list[i].hit.quantity;

        way = way || test;
        if (!test && (list[i].kind == PART_THING ||
                      !(part_may_be_source(c, list, i) || list[i].kind == PART_HISTORY ||
                        (end > at && part_links(list[i].kind)))))
            break;
        if (way && !part_links(list[i].kind) && ends_remark(list, i + 1, to))
            end = i + 1;
    }
    return end;
}

static bool leads_to_method(const clause *c, const part *list, size_t i)
{
    const part *p = &list[i];

    return i > 0 && role_may_begin(ROLE_BY_WAY, c->text[p->span.start]) &&
           (list[i - 1].kind == PART_QUANTITY || list[i - 1].kind == PART_BRACKET ||
            /* "bronchiectasis on CT" */
            (list[i - 1].kind == PART_THING && list[i - 1].hit.thing &&
             list[i - 1].hit.thing->category == CATEGORY_CONDITION)) &&
           roles_all(c->text + p->span.start, p->span.end - p->span.start) & ROLE_BY_WAY;
}

/* "Planning to become pregnant during the study", "planned surgery within the trial period": when
 * the plan is for. Behind it, where `at` is the word before it; `at`: it is something else. */
static size_t plan_end(const clause *c, const part *list, size_t from, size_t at, size_t to)
{
    const concept *pregnancy;
    size_t end = at + 1, start = at;
    bool planned = false;

    if (list[at].kind != PART_FILL || end >= to || list[end].kind != PART_WORD ||
        !text_is(list[end].value, "study entry"))
        return at; /* nearly always */
    pregnancy = lexicon_landmark(c->lx, LANDMARK_PLANNED_PREGNANCY);
    for (; start > from && !part_links(list[start - 1].kind); start--)
        planned = planned || list[start - 1].kind == PART_PLANNED ||
                  (pregnancy && list[start - 1].hit.thing == pregnancy);
    end++;
    if (end < to && list[end].kind == PART_WORD && list[end].roles & ROLE_PERIOD)
        end++;
    return planned && parts_name_something(list, start, at) && ends_remark(list, end, to) ? end
                                                                                          : at;
}

static bool is_text(const clause *c, eligo_span s, const char *text)
{
    return text_equal_nocase(c->text + s.start, s.end - s.start, text);
}

/* "2 mg/L was intermediate and 4 mg/L was resistant": behind the steps of a scale that begin at
 * `at`, two of them at least; `at`: it is something else. */
static size_t scale_end(const clause *c, const part *list, size_t at, size_t to)
{
    size_t i = at, steps = 0;

    for (;;) {
        size_t name;

        if (i + 2 >= to || list[i].kind != PART_QUANTITY ||
            !(is_text(c, list[i + 1].span, "was") || is_text(c, list[i + 1].span, "is")))
            return at;
        name = i += 2;
        while (i < to && (list[i].kind == PART_WORD || list[i].kind == PART_THING ||
                          list[i].kind == PART_QUAL || list[i].kind == PART_FILL))
            i++;
        if (i == name)
            return at;
        steps++;
        if (i >= to || !part_links(list[i].kind) || i + 1 >= to ||
            list[i + 1].kind != PART_QUANTITY)
            return steps > 1 && ends_remark(list, i, to) ? i : at;
        i++;
    }
}

/* A limit, and what it is called in a bracket or behind ", of which": it asks for nothing more. */
static size_t steps_end(const clause *c, const part *list, size_t i, size_t to)
{
    if (i == 0 || list[i - 1].kind != PART_QUANTITY)
        return i;
    if (list[i].kind == PART_BRACKET)
        return list[i].inside_count &&
                       scale_end(c, list[i].inside, 0, list[i].inside_count) == list[i].inside_count
                   ? i + 1
                   : i;
    for (size_t k = i + 1; list[i].kind == PART_COMMA && k < to && k < i + 4; k++)
        if (list[k].kind == PART_QUANTITY) {
            size_t end =
                is_text(c, (eligo_span){list[i + 1].span.start, list[k - 1].span.end}, "of which")
                    ? scale_end(c, list, k, to)
                    : k;

            return end > k ? end : i;
        }
    return i;
}

/* "40 % of predicted for age, sex and height", "95th percentile for age": what a limit is relative
 * to, behind it at i. */
static size_t norms_end(const clause *c, const part *list, size_t i, size_t to)
{
    static const char word[] = "centile";
    const part *p = i > 0 ? &list[i - 1] : NULL;
    size_t end = i;

    if (!p || p->kind != PART_QUANTITY || !part_is(c, &list[i], "for") ||
        !(p->predicted ||
          memmem(c->text + p->span.start, p->span.end - p->span.start, word, sizeof word - 1)))
        return i;
    for (size_t k = i + 1; k < to; k++) {
        const concept *of = list[k].kind == PART_THING ? list[k].hit.quantity : NULL;

        if (list[k].kind == PART_AGEWORD ||
            (of && (of->category == CATEGORY_DEMOGRAPHIC || is_landmark(of, LANDMARK_HEIGHT))))
            end = k + 1;
        else if (list[k].kind != PART_COMMA && list[k].kind != PART_AND)
            return list[k].kind == PART_QUANTITY ? i : end; /* "for age < 5 years" */
    }
    return end;
}

static bool is_scale(const part *p)
{
    return p->kind == PART_QUANTITY && p->low.given && p->high.given && p->low.value <= 1 &&
           !p->unit.text;
}

/* "... on a 0-10 scale": the ends of what it is measured on, behind a bound of it. */
static size_t ends_of_scale(const clause *c, const part *list, size_t from, size_t i, size_t to)
{
    size_t k = i + 1;

    if (i == from || list[i - 1].kind != PART_QUANTITY || !part_is(c, &list[i], "on"))
        return i;
    while (k < to && list[k].kind == PART_FILL)
        k++;
    if (k < to && part_is(c, &list[k], "scale")) { /* "on a scale of 0-10" */
        for (k++; k < to && (list[k].kind == PART_OF || list[k].kind == PART_FILL);)
            k++;
        return k < to && is_scale(&list[k]) ? k + 1 : i;
    }
    return k + 1 < to && is_scale(&list[k]) && part_is(c, &list[k + 1], "scale") ? k + 2 : i;
}

/* A remark begins with one of the first, or stands right behind one of the others. */
#define REMARK_KINDS (KIND(PART_FILL) | KIND(PART_DEFINED) | KIND(PART_BRACKET))
#define REMARKED_KINDS                                                                             \
    (KIND(PART_QUANTITY) | KIND(PART_BRACKET) | KIND(PART_THING) | KIND(PART_JUDGE))

/* What was seen of a line. */
typedef struct seen_line {
    bool looked;    /* for the next: few lines are asked */
    bool standards; /* a word for a standard, or a quantity, which may be called after one */
    bool named;     /* something stands before what is looked at */
    bool denies;    /* a denial does */
} seen_line;

static bool names_standards(const part *list, size_t from, size_t to, seen_line *line)
{
    for (size_t i = from; i < to && !line->looked; i++)
        line->standards = line->standards || list[i].roles & ROLE_STANDARD ||
                          (list[i].kind == PART_THING && list[i].hit.quantity);
    line->looked = true;
    return line->standards;
}

/* Behind the remark that begins at `at`; `at`: none does. */
static size_t remark_end(const clause *c, const part *list, size_t from, size_t at, size_t to,
                         seen_line *line)
{
    const part *p = &list[at];
    bool named = line->named;
    bool word = p->kind == PART_FILL || p->kind == PART_DEFINED;
    size_t end = at;

    if (line->denies && named) {
        size_t denied = denied_to(c, list, from, at, to);

        if (denied > from)
            return denied > at ? at : ruled_out_end(c, list, at, to);
    }
    if (!(part_kinds(p) & REMARK_KINDS) && !(at > 0 && part_kinds(p - 1) & REMARKED_KINDS))
        return at; /* mostly */
    if (p->kind == PART_BRACKET && at > from && list[at - 1].kind == PART_THING &&
        (names_standard(c, p) ||
         (list[at - 1].hit.thing && list[at - 1].hit.thing->category == CATEGORY_CONDITION &&
          names_authors(c, p))))
        return at + 1;
    if (at > from &&
        ((end = steps_end(c, list, at, to)) > at || (end = norms_end(c, list, at, to)) > at ||
         (end = ends_of_scale(c, list, from, at, to)) > at))
        return end;
    if (word && names_source(p) && (named || text_is(p->value, "regardless")))
        end = source_end(c, list, from, at, to);
    else if (named && leads_to_method(c, list, at))
        end = method_end(c, list, at, to);
    else if (word && named && (end = judged_end(c, list, at, to)) > at)
        return end;
    else if (word)
        end = plan_end(c, list, from, at, to);
    if (word && named && end == at && names_standards(list, from, to, line))
        end = by_standard_end(c, list, at, to);
    /* the word alone says nothing of the kind */
    return end > at + 1 || (end > at && p->kind == PART_BRACKET) ? end : at;
}

/* "NSAIDs whether or not prescribed within 7 days": a time ends the remark, and whose it is, is
 * open. */
static bool word_time(const part *list, size_t at, size_t end)
{
    return list[at].kind == PART_FILL && text_is(list[at].value, "regardless") &&
           (list[end - 1].kind == PART_WINDOW || list[end - 1].kind == PART_DURATION);
}

/* "Celiac disease confirmed by biopsy within 10 years", "NASH on biopsy within a year": the time
 * behind the remark [at, end) is when the condition before it was found. */
static bool tells_when_found(const clause *c, const part *list, size_t from, size_t at, size_t end,
                             size_t to)
{
    const part *before = at > from && list[at - 1].kind == PART_COMMA && at - 1 > from
                             ? &list[at - 2]
                         : at > from ? &list[at - 1]
                                     : NULL;

    bool found = part_found_by(&list[at]);

    for (size_t i = at; i < end && !found; i++)
        found = list[i].kind == PART_THING && concept_finds_out(c->lx, part_concept(&list[i]));
    if (!found || !before || before->kind != PART_THING || !before->hit.thing ||
        before->hit.thing->category != CATEGORY_CONDITION)
        return false;
    while (end < to && list[end].kind == PART_COMMA)
        end++;
    return end < to && list[end].kind == PART_WINDOW;
}

/* "Documented by angiography within 6 months or by a stress test", whose time stands at `time`:
 * behind the other way to find out, which asks for no test by itself; `time`: there is none. */
static size_t other_way_end(const clause *c, const part *list, size_t time, size_t to)
{
    size_t i = time + 1, end;
    bool known;

    if (i < to && list[i].kind == PART_COMMA)
        i++;
    if (i >= to || list[i].kind != PART_OR)
        return time;
    i++;
    while (i < to && (list[i].kind == PART_QUAL || by_way(c, &list[i])))
        i++;
    end = way_end(c, list, i, to, &known);
    if (!known)
        return time;
    if (end < to && list[end].kind == PART_WINDOW)
        end++;
    return end == to || ends_remark(list, end, to) ? end : time;
}

/* Those words as what narrows the thing. */
static part told_otherwise(const clause *c, eligo_span s)
{
    static const char kind[] = "other:";
    size_t size = s.end - s.start;
    char *value = arena_array(c->arena, sizeof kind + size, 1);

    if (value) {
        memcpy(value, kind, sizeof kind - 1);
        memcpy(value + sizeof kind - 1, c->text + s.start, size);
        value[sizeof kind - 1 + size] = 0;
    }
    return (part){.kind = PART_QUAL, .span = s, .value = value ? value : kind};
}

const part *list_without_sources(const clause *c, const part *list, size_t from, size_t *to)
{
    part *kept = NULL;
    size_t n = from;
    seen_line line = {.looked = false};

    for (size_t i = from; i < *to; i++) {
        size_t end = remark_end(c, list, from, i, *to, &line);

        line.named = line.named || parts_name_something(list, i, end > i ? end : i + 1);
        line.denies = line.denies || list[i].kind == PART_NOT;
        if (end > i) {
            if (!kept) {
                kept = list_copied(c->arena, list, i, *to);
                if (!kept)
                    return list;
                n = i;
            }
            bool timed =
                n > from && kept[n - 1].kind != PART_COMMA && end == *to && word_time(list, i, end);

            clause_take(c, parts_span(list, i, timed ? end - 1 : end));
            if (n > from && kept[n - 1].kind == PART_COMMA)
                n--; /* the comma before it went with it */
            if (tells_when_found(c, list, from, i, end, *to)) {
                size_t other;

                kept[n] = list[i];
                kept[n].value = "certainty:confirmed";
                kept[n++].kind = PART_QUAL;
                while (list[end].kind == PART_COMMA)
                    end++;
                /* of the other way the time may be another, or none */
                if ((other = other_way_end(c, list, end, *to)) > end) {
                    kept[n++] = told_otherwise(c, parts_span(list, end, other));
                    end = other;
                }
            }
            if (timed) {
                kept[n] = list[end - 1];
                kept[n++].kind = PART_WORD;
            }
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

/* In "regardless of treatment and gout" behind the remark at `at`: the connective behind which a
 * thing of another kind stands than those before it; `to`: none does. */
static size_t remark_tail(const part *list, size_t at, size_t to)
{
    uint64_t kinds = 0;

    for (size_t i = at + 1, link = to; i < to; i++) {
        category k = kind_of(&list[i]);

        if (k == CATEGORY_PROCEDURE) /* a treatment, too */
            k = CATEGORY_MEDICATION;
        if (part_links(list[i].kind)) {
            if (list[i].kind == PART_COMMA || list[i].kind == PART_SLASH)
                return to;
            link = i;
        } else if (k != CATEGORY_NONE) {
            if (link < to && !(kinds & (uint64_t)1 << k) && list[i].hit.thing &&
                !(list[i].hit.thing->flags & CONCEPT_WEAK) &&
                (k == CATEGORY_CONDITION || k == CATEGORY_MEDICATION || k == CATEGORY_SOCIAL))
                return link;
            kinds |= (uint64_t)1 << k;
        } else if (list[i].kind == PART_WORD)
            link = to; /* "or degree of stenosis" */
        else if (ends_remark(list, i, to) && list[i].kind != PART_WINDOW &&
                 list[i].kind != PART_DURATION && list[i].kind != PART_NOT)
            return to;
    }
    return to;
}

const part *list_without_remark(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from; i < *to; i++) {
        size_t tail;
        part *kept;

        if (list[i].kind != PART_FILL || !text_is(list[i].value, "regardless") ||
            !parts_name_subject(list, from, i) || (tail = remark_tail(list, i, *to)) == *to)
            continue;
        if (!(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
            return NULL;
        clause_take(c, parts_span(list, i, tail));
        memmove(kept + i, kept + tail, (*to - tail) * sizeof *kept);
        *to -= tail - i;
        return kept;
    }
    return NULL;
}

/* ---- why somebody is excluded ---- */

enum { REASON_NEAR = 8 }; /* so many words may stand between, as "from this clinical trial" */

/* "... are excluded from this trial because", "ineligible due to": the word behind i, where that is
 * who is excluded; `to`: no reason follows. */
static size_t reason_at(const clause *c, const part *list, size_t i, size_t to)
{
    size_t k = i + 1;

    while (k < to && k - i <= REASON_NEAR &&
           (list[k].kind == PART_FILL ||
            (list[k].kind == PART_WORD && !part_is(c, &list[k], "because"))))
        k++;
    return k < to && (list[k].kind == PART_CAUSED ||
                      (list[k].kind == PART_WORD && part_is(c, &list[k], "because")))
               ? k
               : to;
}

/* Behind the reason that begins at `at`; `at`: what stands there takes something back. */
static size_t reason_end(const part *list, size_t at, size_t to)
{
    size_t end = at + 1;

    while (end < to && list[end].kind != PART_PERIOD && list[end].kind != PART_SEMICOLON) {
        if (list[end].kind == PART_IF || list[end].kind == PART_UNLESS ||
            list[end].kind == PART_EXCEPT || list[end].kind == PART_BUT ||
            list[end].kind == PART_EXCLUDED)
            return at;
        end++;
    }
    return end;
}

const part *list_without_reasons(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from; i < *to; i++) {
        size_t at, end;
        part *kept;

        if (list[i].kind != PART_EXCLUDED || !parts_name_something(list, from, i) ||
            (at = reason_at(c, list, i, *to)) == *to || (end = reason_end(list, at, *to)) == at)
            continue;
        kept = list_copied(c->arena, list, i + 1, *to);
        if (!kept)
            return list;
        memcpy(kept + i + 1, list + end, (*to - end) * sizeof *kept);
        clause_take(c, parts_span(list, i + 1, end));
        *to -= end - (i + 1);
        list = kept;
    }
    return list;
}
