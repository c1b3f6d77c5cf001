#include "grammar/bound.h"
#include "grammar/list.h"

#include "engine/base/text.h"
#include "rules/landmark.h"
#include "rules/sayings.h"

#include <string.h>

/* Turns of phrase that are put into other parts before anything is bound: "time between A and B" is
 * one name, "CT showed A" is A, confirmed, "A despite B" one item. */

/* Behind the words that name one thing, from i on; i: there are none. */
static size_t name_end(const part *list, size_t i, size_t to)
{
    size_t end = i;

    for (; i < to; i++) {
        if (list[i].kind == PART_WORD || list[i].kind == PART_THING)
            end = i + 1;
        else if (list[i].kind != PART_OF && list[i].kind != PART_QUAL &&
                 list[i].kind != PART_EVENT &&
                 !(list[i].kind == PART_FILL &&
                   (list[i].roles & (ROLE_ARTICLE | ROLE_PREPOSITION))))
            break;
    }
    return end;
}

static bool says(const clause *c, const part *p, const char *word)
{
    return p->kind == PART_FILL &&
           text_equal_nocase(c->text + p->span.start, p->span.end - p->span.start, word);
}

/* May a length of time between two events begin with it? */
static bool begins_interval(const part *p)
{
    return p->kind == PART_QUANTITY
               ? p->period && !p->age
               : (p->kind == PART_WORD || p->kind == PART_FILL) && (p->roles & ROLE_PERIOD);
}

/* "Time between surgery and discharge", "interval from A to B": the parts from i to the return
 * value; i: it is no such thing. */
static size_t interval_end(const clause *c, const part *list, size_t i, size_t to)
{
    size_t at = i + 1, end, second;
    bool between;

    if (!begins_interval(&list[i]))
        return i;
    while (at < to && list[i].kind != PART_QUANTITY &&
           (list[at].kind == PART_OF || list[at].kind == PART_QUANTITY))
        at++;
    if (at >= to || !((between = says(c, &list[at], "between")) || says(c, &list[at], "from")))
        return i;
    second = at + 1;
    while (second < to &&
           !(between ? list[second].kind == PART_AND : says(c, &list[second], "to")) &&
           (name_end(list, second, second + 1) > second || list[second].kind == PART_OF ||
            list[second].kind == PART_QUAL || list[second].kind == PART_FILL))
        second++;
    /* "2 weeks between doses" */
    if (between && list[i].kind == PART_QUANTITY && second > at + 1 &&
        (second >= to || list[second].kind == PART_COMMA || list[second].kind == PART_PERIOD))
        return second;
    /* "time from diagnosis at least 1 year" */
    if (!between && second < to && second > at + 1 && list[second].kind == PART_QUANTITY &&
        list[second].period && parts_find(list, at + 1, second, PART_THING) == second)
        return second;
    if (second >= to || second == at + 1 ||
        !(between ? list[second].kind == PART_AND : says(c, &list[second], "to")))
        return i;
    end = name_end(list, second + 1, to);
    return end > second + 1 ? end : i;
}

/* "Time from last radiotherapy at least 4 weeks": as if it were "since", of the treatment that the
 * parts from i on name, which its length follows at *last. NULL: they name none, or say more. */
static const part *time_from(const clause *c, const part *list, size_t i, size_t to, size_t *last)
{
    size_t k = i + 1, thing;
    part event;

    if (i + 3 >= to || list[i].kind == PART_QUANTITY || !begins_interval(&list[i]) ||
        !says(c, &list[k], "from"))
        return NULL;
    while (++k < to && (list[k].kind == PART_FILL || list[k].kind == PART_OF))
        ;
    thing = k++;
    if (k >= to || list[thing].kind != PART_THING ||
        !concept_is_treatment(part_concept(&list[thing])) || list[k].kind != PART_QUANTITY ||
        !list[k].period || list[k].age || list[k].pair || list[k].outside)
        return NULL;
    *last = k;
    event = list[thing];
    event.kind = PART_AFTER;
    event.value = "";
    event.anchor_concept = list[thing].hit.thing;
    event.anchor =
        arena_text(c->arena, c->text + event.span.start, event.span.end - event.span.start);
    return phrase_window(c->arena, NULL, NULL, &list[k], &event, c->text);
}

/* "Time since stroke at least 6 months", "interval since last dose of A: > 4 weeks": the window
 * that the parts from i on are, the last of which is at *last; NULL: they are none. */
static const part *time_since(const clause *c, const part *list, size_t i, size_t to, size_t *last)
{
    static const char since[] = "since";
    size_t k = i + 2;
    part event;

    if (i + 2 >= to || list[i].kind == PART_QUANTITY || !begins_interval(&list[i]) ||
        list[i + 1].kind != PART_EVENT ||
        !text_starts_nocase(c->text + list[i + 1].span.start,
                            list[i + 1].span.end - list[i + 1].span.start, since))
        return NULL;
    while (k < to &&
           (list[k].kind == PART_FILL || list[k].kind == PART_OF || list[k].kind == PART_COLON))
        k++;
    if (k >= to || list[k].kind != PART_QUANTITY || !list[k].period || list[k].age ||
        list[k].pair || list[k].outside)
        return NULL;
    *last = k;
    event = list[i + 1];
    event.kind = PART_AFTER;
    return phrase_window(c->arena, NULL, NULL, &list[k], &event, c->text);
}

/* Lengths of time between two events, each as one name: nothing in it is asked for by itself. */
const part *list_with_intervals(const clause *c, const part *list, size_t from, size_t *to)
{
    part *kept = NULL;
    size_t n = from;

    while (n < *to && !begins_interval(&list[n]))
        n++;
    for (size_t i = n; i < *to; i++, n++) {
        size_t end = interval_end(c, list, i, *to), last = i;
        const part *since = end == i ? time_since(c, list, i, *to, &last) : NULL;

        if (!since && end == i)
            since = time_from(c, list, i, *to, &last);

        if ((end > i || since) && !kept) {
            if (!(kept = list_copied(c->arena, list, i, *to)))
                return list;
        }
        if (kept)
            kept[n] = list[i];
        if (end > i) {
            kept[n] = (part){.kind = PART_WORD, .span = parts_span(list, i, end), .value = ""};
            i = end - 1;
        } else if (since) {
            kept[n] = *since;
            kept[n].span.start = list[i].span.start;
            kept[n].span.end = list[last].span.end;
            i = last;
        }
    }
    *to = n;
    return kept ? kept : list;
}

/* The end of the piece of a list that begins at i. */
static size_t piece_end(const part *list, size_t i, size_t to)
{
    while (i < to && list[i].kind != PART_COMMA && list[i].kind != PART_SEMICOLON &&
           list[i].kind != PART_PERIOD)
        i++;
    return i;
}

/* Nothing but treatments: one more of those in spite of which it is there. */
static bool treatments_only(const part *list, size_t from, size_t to)
{
    bool named = false;

    for (size_t i = from; i < to; i++)
        switch (list[i].kind) {
        case PART_THING:
            if (!concept_is_treatment(part_concept(&list[i])))
                return false;
            named = true;
            break;
        case PART_OR:
        case PART_AND:
        case PART_ANDOR:
        case PART_SLASH:
        case PART_FILL:
        case PART_QUAL:
        case PART_BRACKET:
        case PART_OF: break;
        case PART_WORD:
            if (!(list[i].roles & (ROLE_LIGHT_TREATMENT | ROLE_LIGHT)))
                return false;
            break;
        default: return false;
        }
    return named;
}

/* Where what stands behind "despite" ends: "steroids, methotrexate or azathioprine" is one list. */
static size_t despite_end(const part *list, size_t at, size_t to)
{
    size_t end = piece_end(list, at, to), next;
    bool drug = true; /* or unknown words */

    for (size_t i = at + 1; i < end; i++)
        drug = drug && (list[i].kind != PART_THING || concept_is_treatment(part_concept(&list[i])));
    while (drug && end < to && list[end].kind == PART_COMMA) {
        next = piece_end(list, end + 1, to);
        if (!treatments_only(list, end + 1, next))
            break;
        end = next;
    }
    return end;
}

/* "A or B despite treatment, C": in spite of what the thing or list before it is there; what stands
 * behind the comma is said by itself. The piece becomes one item. */
const part *list_with_despite(const clause *c, const part *list, size_t from, size_t *to)
{
    size_t at = from, start, end;
    part *kept, *inside;

    while (at < *to && !(list[at].kind == PART_BUT && part_is_any(c, &list[at], saying_despite)))
        at++;
    end = despite_end(list, at, *to);
    for (start = at; start > from && list[start - 1].kind != PART_COMMA &&
                     list[start - 1].kind != PART_SEMICOLON &&
                     list[start - 1].kind != PART_PERIOD && list[start - 1].kind != PART_COLON;)
        start--;
    if (at >= *to || (start == from && end == *to) || !parts_name_something(list, start, at) ||
        !parts_name_something(list, at + 1, end))
        return list;
    kept = arena_array(c->arena, *to - (end - start) + 1, sizeof *kept);
    inside = arena_array(c->arena, 3, sizeof *inside);
    if (!kept || !inside)
        return list;
    inside[0] = (part){.kind = PART_BRACKET,
                       .span = parts_span(list, start, at),
                       .value = "",
                       .inside = list + start,
                       .inside_count = at - start};
    inside[1] = (part){.kind = PART_AND, .span = list[at].span, .value = ""};
    inside[2] = (part){.kind = PART_WORD, .span = parts_span(list, at, end), .value = ""};
    memcpy(kept, list, start * sizeof *kept);
    kept[start] = (part){.kind = PART_BRACKET,
                         .span = parts_span(list, start, end),
                         .value = "",
                         .inside = inside,
                         .inside_count = 3};
    memcpy(kept + start + 1, list + end, (*to - end) * sizeof *kept);
    *to -= end - start - 1;
    return kept;
}

/* "Relapsed or refractory" behind the comma at i: the part behind those words; i: others stand
 * there. */
static size_t course_end(const part *list, size_t i, size_t to)
{
    size_t k = i + 1, end = i;

    for (; k < to; k++) {
        bool way = list[k].kind == PART_QUAL &&
                   text_is_any(list[k].value, strlen(list[k].value), saying_returning);

        if (way)
            end = k + 1;
        else if (list[k].kind != PART_OR && list[k].kind != PART_AND &&
                 list[k].kind != PART_ANDOR && list[k].kind != PART_SLASH)
            break;
    }
    return end;
}

/* "Lymphoma, relapsed or refractory after at least 2 prior lines of therapy": what behind the comma
 * says of its course, with what it was in spite of, narrows it, and is no other thing. */
const part *list_with_courses(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from + 1; i < *to; i++) {
        size_t k = list[i].kind == PART_COMMA ? course_end(list, i, *to) : i, end;
        bool tail = k > i && k < *to &&
                    (list[k].kind == PART_WITH || list[k].kind == PART_EVENT ||
                     list[k].kind == PART_ON || (list[k].kind == PART_FILL && k + 1 < *to)),
             other = false;
        part *kept;

        if (!tail || list[i - 1].kind != PART_THING || !list[i - 1].hit.thing ||
            list[i - 1].hit.thing->category != CATEGORY_CONDITION)
            continue;
        end = despite_end(list, k, *to);
        for (size_t m = k; m < end; m++)
            other = other || (list[m].kind == PART_THING && list[m].hit.thing &&
                              list[m].hit.thing->category == CATEGORY_CONDITION);
        if (other || !(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
            continue;
        kept[i] = part_narrowing(c, list, i + 1, end);
        memmove(kept + i + 1, list + end, (*to - end) * sizeof *kept);
        *to -= end - (i + 1);
        return kept;
    }
    return list;
}

/* May it stand before "showed": "imaging (such as CT or MRI) and"? */
static bool may_be_means(const clause *c, const part *list, size_t i)
{
    const part *p = &list[i];

    if (p->kind != PART_BRACKET)
        return p->kind != PART_PERSON && (part_may_be_source(c, list, i) || part_links(p->kind));
    for (size_t k = 0; k < p->inside_count; k++)
        if (p->inside[k].kind != PART_INCLUDE && !may_be_means(c, p->inside, k))
            return false;
    return true;
}

/* "CT and endoscopy showed ulcers", where `at` is the verb: where what was looked with begins;
 * `at`: it is something else that shows. */
static size_t means_start(const clause *c, const part *list, size_t from, size_t at)
{
    size_t start = at;
    bool named = false;

    while (start > from && may_be_means(c, list, start - 1)) {
        named = named || list[start - 1].kind == PART_THING;
        start--;
    }
    return named ? start : at;
}

static bool shows(const clause *c, const part *p)
{
    return (p->kind == PART_WORD || p->kind == PART_FILL || p->kind == PART_QUAL) &&
           role_is_of(ROLE_SHOWS, c->text + p->span.start, p->span.end - p->span.start);
}

/* "CT or MRI showed A": A, confirmed. */
const part *list_with_findings(const clause *c, const part *list, size_t from, size_t *to)
{
    part *kept;

    for (size_t at = from + 1; at + 1 < *to; at++) {
        size_t start = shows(c, &list[at]) ? means_start(c, list, from, at) : at;

        if (start == at || !parts_name_something(list, at + 1, *to))
            continue;
        if (!(kept = list_copied(c->arena, list, start, *to)))
            return list;
        kept[start] = (part){.kind = PART_QUAL,
                             .span = parts_span(list, start, at + 1),
                             .value = "certainty:confirmed"};
        memcpy(kept + start + 1, list + at + 1, (*to - at - 1) * sizeof *kept);
        *to -= at - start;
        return kept;
    }
    return list;
}

/* The parts [from, to) as one restriction, which no record tells. */
part part_narrowing(const clause *c, const part *list, size_t from, size_t to)
{
    eligo_span s = parts_span(list, from, to);
    part p = list[from];

    p.kind = PART_QUAL;
    p.span = s;
    p.roles = 0;
    p.hit = (lexicon_hit){0};
    p.value = arena_printf(c->arena, "other:%.*s", (int)(s.end - s.start), c->text + s.start);
    if (!p.value)
        p.value = "other:";
    return p;
}

/* Behind the bound of a target in [i, to), whose words stand before it; `i`: there is no bound. */
static size_t target_bound(const part *list, size_t i, size_t to)
{
    for (size_t k = i; k < to; k++)
        switch (list[k].kind) {
        case PART_QUANTITY: return k > i ? k + 1 : i;
        case PART_WORD:
        case PART_THING:
        case PART_FILL:
        case PART_QUAL:
        case PART_OF: break;
        default: return i;
        }
    return i;
}

/* Do the parts at i and behind it say what something is for, "to keep", "inability to maintain"? */
static bool begins_target(const clause *c, const part *list, size_t i, size_t to)
{
    return i + 1 < to && list[i].kind != PART_QUANTITY &&
           (says(c, &list[i], "to") || part_ends_in_to(c, &list[i])) &&
           (roles_all(c->text + list[i + 1].span.start,
                      list[i + 1].span.end - list[i + 1].span.start) &
            ROLE_AIMS);
}

/* "Vasopressors to keep the mean pressure above 60": what they are for narrows them, and limits
 * nothing. */
const part *list_with_targets(const clause *c, const part *list, size_t from, size_t *to)
{
    part *kept = NULL;
    size_t n = from;

    for (size_t i = from; i < *to; i++, n++) {
        size_t end, next;

        if (kept)
            kept[n] = list[i];
        if (!begins_target(c, list, i, *to) || (end = target_bound(list, i + 2, *to)) == i + 2)
            continue;
        if (i == from && list[i].kind != PART_JUDGE)
            continue;
        while (end + 1 < *to && (list[end].kind == PART_OR || list[end].kind == PART_AND) &&
               (next = target_bound(list, end + 1, *to)) > end + 2)
            end = next;
        if (!kept) {
            if (!(kept = list_copied(c->arena, list, i, *to + 1)))
                return list;
            kept[n] = list[i];
        }
        if (!says(c, &list[i], "to"))
            n++; /* "inability to": its own word stays */
        kept[n] = part_narrowing(c, list, says(c, &list[i], "to") ? i : i + 1, end);
        i = end - 1;
    }
    *to = n;
    return kept ? kept : list;
}

bool list_treated_with(const clause *c, const part *list, size_t start, size_t end)
{
    const part *first = &list[start];

    /* "asthma, steroid-naive or on steroids" */
    if (!c->exclusion && start + 1 < end && part_drug(first) && list[start + 1].kind == PART_NAIVE)
        return true;
    if (!(first->kind == PART_CURRENT &&
          (!c->exclusion || text_is(first->value, "taking") || part_is(c, first, "on"))) &&
        first->kind != PART_ON &&
        !(first->kind == PART_HISTORY && text_is(first->value, "treated")))
        return false;
    /* among what bars it may be one more thing, where a list goes on it is */
    for (size_t i = start; c->exclusion && i < end; i++)
        if (part_links(list[i].kind) || list[i].kind == PART_SEMICOLON)
            return false;
    for (size_t i = start + 1;
         i < end && list[i].kind != PART_COMMA && list[i].kind != PART_SEMICOLON; i++)
        if (list[i].kind == PART_THING)
            return c->exclusion && first->kind != PART_HISTORY /* "asthma, on dialysis" */
                       ? part_drug(&list[i])
                       : concept_is_treatment(part_concept(&list[i]));
    return false;
}

bool part_without_first_word(const clause *c, const part *p, part *rest)
{
    eligo_span s = p->span;
    atoms cut;

    while (s.start < s.end && c->text[s.start] != ' ')
        s.start++;
    while (s.start < s.end && c->text[s.start] == ' ')
        s.start++;
    if (s.start == s.end)
        return false;
    cut = lexicon_cut(c->lx, c->text + s.start, s.end - s.start, c->arena);
    *rest = *p;
    rest->span = s;
    return cut.count && lexicon_match(c->lx, &cut, 0, &rest->hit) && rest->hit.atoms == cut.count &&
           rest->hit.thing && p->hit.thing != rest->hit.thing &&
           rest->hit.thing->category == p->hit.thing->category;
}

/* Where the words end that stand apart behind the thing before the comma at `at` and say nothing
 * but when it is, with "or" between them, "(pregnancy), current or planned(, lactation)"; `at`:
 * they say something else, or are of what follows. */
static size_t when_end(const part *list, size_t from, size_t at, size_t to)
{
    const part *thing = at > from && list[at - 1].kind == PART_THING ? &list[at - 1] : NULL;
    bool when = false, word = false, now = false, lately = false;
    size_t k = at + 1, end = at;

    if (list[at].kind != PART_COMMA || !thing || !thing->hit.thing || thing->hit.quantity)
        return at;
    for (; k < to && list[k].kind != PART_SEMICOLON; k++) {
        part_kind p = list[k].kind;
        bool time = p == PART_CURRENT || p == PART_PLANNED ||
                    (p == PART_HISTORY && !text_is(list[k].value, "treated"));

        if (p == PART_COMMA) {
            end = when && word ? k : at;
            /* "current, past or planned": the comma may be of the words */
            if (!word || k + 2 >= to || list[k + 2].kind != PART_OR)
                break;
        } else if (time || p == PART_QUAL) {
            if (word && p != PART_QUAL)
                return end; /* "planned current ..." */
            when = when || time;
            now = now || p == PART_CURRENT;
            lately = lately || (p == PART_QUAL && strncmp(list[k].value, "recency:", 8) == 0);
        } else if (!word || !part_links(p))
            return end;
        word = time || p == PART_QUAL;
    }
    if (k == to || list[k].kind == PART_SEMICOLON)
        end = when && word ? k : end;
    return now && lately ? at : end; /* "current or recent" is one question */
}

const part *list_with_times_apart(const clause *c, const part *list, size_t from, size_t *to)
{
    part *kept = NULL;
    size_t n = from;

    for (size_t i = from; i < *to; i++) {
        size_t end = when_end(list, from, i, *to);

        if (end > i && !kept) {
            if (!(kept = list_copied(c->arena, list, i, *to)))
                return list;
            n = i;
        }
        if (end > i) { /* as in a bracket */
            kept[n++] = (part){.kind = PART_BRACKET,
                               .span = {list[i].span.start, list[end - 1].span.end},
                               .value = "",
                               .inside = list + i + 1,
                               .inside_count = end - i - 1};
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

/* The name that "active or latent A", "previous or severe A", whose first word stands at `at`, has
 * for both; `to`: it is something else. *of: A by itself. */
static size_t active_of(const clause *c, const part *list, size_t at, size_t to, part *of)
{
    size_t k = at + 2;

    if ((list[at].kind != PART_CURRENT &&
         (list[at].kind != PART_HISTORY || text_is(list[at].value, "treated"))) ||
        k >= to ||
        (list[at + 1].kind != PART_OR && list[at + 1].kind != PART_ANDOR &&
         list[at + 1].kind != PART_SLASH))
        return to;
    while (k < to && list[k].kind == PART_QUAL && strncmp(list[k].value, "recency:", 8) != 0)
        k++; /* "current or recent" is one question (clause.c) */
    if (k > at + 3 && strncmp(list[at + 2].value, "certainty:", 10) == 0)
        return to; /* "history or evidence of abnormal bleeding" */
    if (k == to || list[k].kind != PART_THING || !list[k].hit.thing ||
        (list[k].hit.thing->category != CATEGORY_CONDITION &&
         list[k].hit.thing->category != CATEGORY_SOCIAL) ||
        (k + 1 < to && part_kinds(&list[k + 1]) &
                           (KIND(PART_THING) | KIND(PART_WORD) | KIND(PART_QUAL) | KIND(PART_OF))))
        return to;
    *of = list[k];
    return k > at + 2 || part_without_first_word(c, &list[k], of) ? k : to;
}

const part *list_with_active(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from; i + 2 < *to; i++) {
        part of;
        part *kept;

        if (active_of(c, list, i, *to, &of) == *to)
            continue;
        if (!(kept = list_copied(c->arena, list, i + 1, *to + 1)))
            return list;
        kept[i + 1] = of;
        memcpy(kept + i + 2, list + i + 1, (*to - i - 1) * sizeof *kept);
        ++*to;
        return kept;
    }
    return list;
}

/* "Diabetes other than gestational, gout": the name of the kind that the word at `at` means of the
 * thing `of`, which it is taken from. False: there is none. */
static bool kind_taken(const clause *c, const part *of, const part *word, part *name)
{
    const char *text;
    atoms words;

    if (of->kind != PART_THING || !of->hit.thing || of->hit.thing->category != CATEGORY_CONDITION ||
        (word->kind != PART_WORD && word->kind != PART_THING) ||
        memchr(c->text + word->span.start, ' ', word->span.end - word->span.start))
        return false;
    text = arena_printf(c->arena, "%.*s %.*s", (int)(word->span.end - word->span.start),
                        c->text + word->span.start, (int)(of->span.end - of->span.start),
                        c->text + of->span.start);
    words = text ? lexicon_cut(c->lx, text, strlen(text), c->arena) : (atoms){0};
    *name = *word;
    name->kind = PART_THING;
    name->value = "";
    return words.count && lexicon_match(c->lx, &words, 0, &name->hit) &&
           name->hit.atoms == words.count && name->hit.thing && name->hit.thing != of->hit.thing &&
           concept_is(name->hit.thing, of->hit.thing);
}

const part *list_with_kinds_taken(const clause *c, const part *list, size_t from, size_t *to)
{
    part *kept = NULL, name;

    for (size_t i = from + 1; i + 1 < *to; i++) {
        size_t of = i - 1;

        if (list[i].kind != PART_EXCEPT || part_allows(&list[i]) ||
            (i + 2 < *to && !part_links(list[i + 2].kind) && !part_divides(list[i + 2].kind)))
            continue;
        if (list[of].kind == PART_COMMA && of > from)
            of--;
        if (!kind_taken(c, &list[of], &list[i + 1], &name))
            continue;
        if (!kept && !(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
            return list;
        kept[i + 1] = name;
    }
    return kept ? kept : list;
}

/* Is it said at i that what stands before it in its condition is not there: "if cancer was
 * excluded", "unless cancer is excluded by MRI"? "If pregnant, excluded" says who is left out. */
static bool is_ruled_out(const clause *c, const part *list, size_t from, size_t i)
{
    enum { FAR = 24 };
    size_t at = i;

    if (list[i].kind != PART_EXCLUDED || !text_is(list[i].value, "left"))
        return false;
    from = i > from + FAR ? i - FAR : from;
    while (at > from && list[at].kind != PART_IF && list[at].kind != PART_UNLESS &&
           list[at].kind != PART_COMMA && list[at].kind != PART_PERIOD &&
           list[at].kind != PART_SEMICOLON)
        at--;
    return parts_name_subject(list, at + 1, i) &&
           (list[at].kind == PART_UNLESS ||
            (list[at].kind == PART_IF && !part_is(c, &list[i], "excluded") &&
             !part_is(c, &list[i], "are excluded") && !part_is(c, &list[i], "is excluded")));
}

const part *list_with_excluded(const clause *c, const part *list, size_t from, size_t *to)
{
    part *denied = NULL;

    for (size_t i = from; i < *to; i++) {
        if (!is_ruled_out(c, list, from, i))
            continue;
        if (!denied && !(denied = arena_copy(c->arena, list, *to, sizeof *list)))
            return list;
        denied[i].kind = PART_NOT;
    }
    return denied ? denied : list;
}

/* "Transplant-eligible myeloma", "cisplatin-ineligible cancer": does the word at i make the
 * treatment before it an adjective? */
static bool makes_candidate(const clause *c, const part *list, size_t from, size_t i, size_t to)
{
    const part *p = &list[i];

    if ((p->kind != PART_FILL && p->kind != PART_EXCLUDED) || i == from ||
        list[i - 1].kind != PART_THING || p->span.end - p->span.start < 8 ||
        !concept_is_treatment(part_concept(&list[i - 1])) ||
        !(part_is(c, p, "eligible") || part_is(c, p, "ineligible")))
        return false;
    return p->kind == PART_EXCLUDED || c->text[p->span.start - 1] == '-' ||
           (i + 1 < to && list[i + 1].kind == PART_THING && list[i + 1].hit.thing &&
            list[i + 1].hit.thing->category == CATEGORY_CONDITION);
}

const part *list_with_candidates(const clause *c, const part *list, size_t from, size_t *to)
{
    part *told = NULL;
    bool found = false;

    for (size_t i = from; i < *to; i++) {
        bool again = found && i > from && part_links(list[i - 1].kind) &&
                     part_is(c, &list[i], "ineligible"); /* "transplant-eligible or ineligible" */

        if (!again && !makes_candidate(c, list, from, i, *to))
            continue;
        if (!told && !(told = arena_copy(c->arena, list, *to, sizeof *list)))
            return list;
        if (again)
            told[i] = part_narrowing(c, list, i, i + 1);
        else if (i + 1 < *to || i > from + 1) {
            told[i - 1] = part_narrowing(c, list, i - 1, i + 1);
            told[i].kind = PART_FILL;
        } else {
            told[i - 1].kind = PART_JUDGE;
            told[i - 1].value = "candidacy";
            told[i - 1].hit = (lexicon_hit){0};
            told[i - 1].span.end = list[i].span.end;
            told[i].kind = PART_FILL;
        }
        found = true;
    }
    return told ? told : list;
}

/* "Born at >= 37 weeks", "born before 32 weeks of gestation": how old they were then. The weeks
 * behind "born" at i; `to`: it is not said so. */
static size_t weeks_at_birth(const clause *c, const part *list, size_t i, size_t to)
{
    size_t k = i + 1;

    if (list[i].kind != PART_WORD || !part_is(c, &list[i], "born"))
        return to;
    while (k < to && list[k].kind == PART_FILL)
        k++;
    return k < to && list[k].kind == PART_QUANTITY && list[k].period == 'w' && !list[k].age &&
                   list[k].value[0]
               ? k
               : to;
}

/* "..., born at term": a name that says how somebody was born. */
static bool names_birth(const clause *c, const part *p)
{
    static const char word[] = "born ";

    return p->kind == PART_THING && p->hit.thing && p->span.end - p->span.start > sizeof word &&
           text_equal_nocase(c->text + p->span.start, sizeof word - 1, word);
}

const part *list_with_births(const clause *c, const part *list, size_t from, size_t *to)
{
    const concept *age = lexicon_landmark(c->lx, LANDMARK_GESTATIONAL_AGE);
    part *told = NULL;
    size_t n = from;

    for (size_t i = from; age && i < *to; i++) {
        size_t k = weeks_at_birth(c, list, i, *to), behind = k + 1;

        if (k == *to && !names_birth(c, &list[i])) {
            if (told)
                told[n++] = list[i];
            continue;
        }
        if (!told) {
            if (!(told = arena_array(c->arena, 2 * *to, sizeof *told)))
                return list;
            memcpy(told, list, i * sizeof *told);
            n = i;
        }
        if (n > from &&
            (told[n - 1].kind == PART_QUANTITY || told[n - 1].kind == PART_AGEWORD ||
             (k < *to && (told[n - 1].kind == PART_WORD || told[n - 1].kind == PART_THING))))
            told[n++] = (part){.kind = PART_WITH,
                               .span = {list[i].span.start, list[i].span.start},
                               .value = ""}; /* "infants aged 2 months born at ..." */
        told[n] = list[i];
        while (behind < *to && (list[behind].kind == PART_OF || list[behind].kind == PART_FILL))
            behind++;
        if (k < *to) {
            bool named =
                behind < *to && list[behind].kind == PART_THING && list[behind].hit.quantity == age;

            told[n].kind = named ? PART_FILL : PART_THING;
            told[n].roles = 0;
            if (named)
                clause_take(c, list[i].span);
            else
                told[n].hit = (lexicon_hit){.quantity = age, .span = list[i].span};
        }
        n++;
    }
    if (told)
        *to = n;
    return told ? told : list;
}

/* Where those end of whom something is asked that begin at i, "in patients aged over 75 or with
 * asthma"; i: nothing but one thing is asked of them. */
static size_t people_end(const part *list, size_t i, size_t to)
{
    size_t end = i;
    bool either = false;

    while (end < to && list[end].kind != PART_COMMA && list[end].kind != PART_SEMICOLON &&
           list[end].kind != PART_PERIOD && list[end].kind != PART_COLON &&
           list[end].kind != PART_EXCEPT && list[end].kind != PART_UNLESS &&
           list[end].kind != PART_IF && list[end].kind != PART_BUT) {
        either = either || list[end].kind == PART_OR || list[end].kind == PART_ANDOR;
        end++;
    }
    return either && parts_name_something(list, i, end) ? end : i;
}

/* "AML in patients aged over 75 or with asthma": the disease, and one of the two. */
const part *list_with_people(const clause *c, const part *list, size_t from, size_t *to)
{
    bool named = false;

    for (size_t i = from; i + 2 < *to; i++) {
        const part *p = &list[i];
        size_t end;
        part *kept;

        if (p->kind == PART_QUANTITY || p->kind == PART_NOT || p->kind == PART_JUDGE ||
            part_links(p->kind))
            return list;
        named = named || (p->kind == PART_THING && p->hit.thing &&
                          p->hit.thing->category == CATEGORY_CONDITION);
        if (!named || !says(c, p, "in") || list[i + 1].kind != PART_PERSON ||
            (end = people_end(list, i + 2, *to)) == i + 2)
            continue;
        if (!(kept = list_copied(c->arena, list, i, *to)))
            return list;
        kept[i] = (part){.kind = PART_WITH, .span = p->span, .value = ""};
        kept[i + 1] = (part){.kind = PART_BRACKET,
                             .span = parts_span(list, i + 2, end),
                             .value = "",
                             .inside = list + i + 2,
                             .inside_count = end - i - 2};
        memcpy(kept + i + 2, list + end, (*to - end) * sizeof *kept);
        *to -= end - i - 2;
        return kept;
    }
    return list;
}

/* "Of diabetic mothers", where the last stands at i: behind the "of"; i: it is not said so. */
static size_t of_mothers(const clause *c, const part *list, size_t from, size_t i)
{
    size_t k = i;

    if (i < from + 2 || list[i].kind != PART_WORD || list[i - 1].kind != PART_THING ||
        !list[i - 1].hit.thing || list[i - 1].hit.thing->category != CATEGORY_CONDITION ||
        !part_is_any(c, &list[i], saying_parents))
        return i;
    while (k > from && (list[k - 1].kind == PART_THING || list[k - 1].kind == PART_QUAL ||
                        (list[k - 1].kind == PART_FILL && !says(c, &list[k - 1], "to"))))
        k--;
    return k > from && k < i && (list[k - 1].kind == PART_OF || list[k - 1].kind == PART_FILL) ? k
                                                                                               : i;
}

/* Who of the family the word is. */
static const char *parent_of(const clause *c, const part *p)
{
    if (part_is_any(c, p, saying_mothers))
        return "relative:mother";
    return part_is_any(c, p, saying_fathers) ? "relative:father" : "relative:parent";
}

/* "Infants of diabetic mothers": the mother has it. */
const part *list_with_mothers(const clause *c, const part *list, size_t from, size_t *to)
{
    part *told = NULL;

    for (size_t i = from; i < *to; i++) {
        size_t k = of_mothers(c, list, from, i);

        if (k == i)
            continue;
        if (!told && !(told = arena_copy(c->arena, list, *to, sizeof *list)))
            return list;
        memmove(told + k + 1, list + k, (i - k) * sizeof *told);
        told[k] =
            (part){.kind = PART_FAMILY, .span = list[i].span, .value = parent_of(c, &list[i])};
        clause_take(c, list[i].span);
    }
    return told ? told : list;
}

/* What stands before "and either" is a statement by itself, where none of these does. */
#define LEADING_KINDS                                                                              \
    (KIND(PART_MUST) | KIND(PART_IF) | KIND(PART_UNLESS) | KIND(PART_FORGROUP) | KIND(PART_SEX) |  \
     KIND(PART_COLON) | KIND(PART_JUDGE) | KIND(PART_EXCEPT) | KIND(PART_COUNT) |                  \
     KIND(PART_ANYOF) | KIND(PART_BUT) | KIND(PART_CONSENT) | KIND(PART_WHO) | KIND(PART_FAMILY))

/* "Not pregnant, and either menopausal, sterile or on contraception": two statements. */
const part *list_with_either(const clause *c, const part *list, size_t from, size_t *to)
{
    part *kept;

    for (size_t i = from; !c->exclusion && i + 2 < *to; i++) {
        if (part_kinds(&list[i]) & LEADING_KINDS)
            return list;
        if (list[i].kind != PART_AND || list[i + 1].kind != PART_OR ||
            !text_is(list[i + 1].value, "either") || !parts_name_something(list, from, i) ||
            !parts_name_something(list, i + 2, *to))
            continue;
        if (!(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
            return list;
        kept[i].kind = PART_SEMICOLON;
        if (i > from && kept[i - 1].kind == PART_COMMA)
            kept[i - 1].kind = PART_FILL;
        return kept;
    }
    return list;
}

/* "..., or, if higher, ...": behind the comma of what says no more than that the first is not met,
 * from the "if" at i on; i: it says more. */
static size_t else_end(const part *list, size_t from, size_t i, size_t to)
{
    enum { FAR = 4 };
    size_t k = i + 1, before = i;

    if (list[i].kind != PART_IF || list[i].value[0])
        return i;
    while (before > from &&
           (list[before - 1].kind == PART_COMMA || list[before - 1].kind == PART_FILL))
        before--;
    if (before == from || list[before - 1].kind != PART_OR)
        return i;
    for (; k < to && k < i + FAR && list[k].kind != PART_COMMA; k++)
        switch (list[k].kind) {
        case PART_FILL:
        case PART_FOLLOWING:
        case PART_AGEWORD:
        case PART_NOT:
        case PART_CMP: break;
        case PART_WORD:
            if (!(list[k].roles & (ROLE_SAYS_AGE | ROLE_LINE_ABOVE | ROLE_LINE_BELOW)))
                return i;
            break;
        default: return i;
        }
    return k < to && k > i + 1 && list[k].kind == PART_COMMA ? k + 1 : i;
}

/* "Creatinine < 1.5, or, if higher, a clearance > 60": one of the two. */
const part *list_without_else(const clause *c, const part *list, size_t from, size_t *to)
{
    part *kept = NULL;
    size_t n = from;

    for (size_t i = from; i < *to; i++) {
        size_t end = else_end(list, from, i, *to);

        if (end > i && !kept) {
            if (!(kept = list_copied(c->arena, list, i, *to)))
                return list;
            n = i;
        }
        if (end > i) {
            clause_take(c, parts_span(list, i, end));
            while (n > from && kept[n - 1].kind == PART_COMMA)
                n--;
            i = end - 1;
        } else if (kept)
            kept[n++] = list[i];
    }
    if (kept)
        *to = n;
    return kept ? kept : list;
}

/* Where the words of another case stand, behind the "or" at i: "or, without A,", "or in the absence
 * of A,", "or, where no A is present,", "or, when A is lacking,"; i: they do not. */
static size_t otherwise_at(const clause *c, const part *list, size_t i, size_t to)
{
    enum { FAR = 8 };
    bool comma = i + 1 < to && list[i + 1].kind == PART_COMMA, named = false;
    size_t at = i + 1 + comma, k = at;

    if (list[i].kind != PART_OR && list[i].kind != PART_ANDOR)
        return i;
    if (k < to && list[k].kind == PART_FILL && (part_is(c, &list[k], "in the") || comma))
        k++;
    else if (!comma)
        return i;
    if (k >= to || (list[k].kind != PART_NOT && (list[k].kind != PART_WHEN || k > at)))
        return i;
    for (k++; k < to && k < at + FAR && list[k].kind != PART_COMMA; k++) {
        named = named || list[k].kind == PART_THING || list[k].kind == PART_WORD;
        if (part_divides(list[k].kind) || list[k].kind == PART_COLON || list[k].kind == PART_IF ||
            list[k].kind == PART_PERIOD)
            return i;
    }
    return named && k + 1 < to && list[k].kind == PART_COMMA ? at : i;
}

/* "A or, in the absence of B, C": as with "if". */
const part *list_with_otherwise(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from; i < *to; i++) {
        size_t at = otherwise_at(c, list, i, *to);
        part *kept;

        if (at == i)
            continue;
        if (!(kept = list_copied(c->arena, list, at, *to + 1)))
            return list;
        kept[at] = (part){
            .kind = PART_IF, .span = {list[at].span.start, list[at].span.start}, .value = ""};
        if (list[at].kind == PART_NOT) {
            memcpy(kept + at + 1, list + at, (*to - at) * sizeof *kept);
            ++*to;
        } else { /* "when", "where", "in the" */
            kept[at].span = list[at].span;
            memcpy(kept + at + 1, list + at + 1, (*to - at - 1) * sizeof *kept);
        }
        return kept;
    }
    return list;
}

/* "Biopsy is not available": no biopsy is asked for, and who judges, judges all of it. */
const part *list_with_unavailable(const clause *c, const part *list, size_t from, size_t *to)
{
    part *kept = NULL;
    size_t n = from;

    for (size_t i = from; i < *to; i++) {
        bool lacking = i > from && i + 1 < *to && list[i].kind == PART_NOT &&
                       list[i - 1].kind == PART_THING && list[i + 1].kind == PART_JUDGE &&
                       part_is(c, &list[i + 1], "available");

        if (lacking && !kept) {
            if (!(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
                return list;
            n = i;
        }
        if (lacking) {
            kept[n] = list[i + 1];
            kept[n++].span.start = list[i++].span.start;
        } else if (kept)
            kept[n++] = list[i];
    }
    if (kept)
        *to = n;
    return kept ? kept : list;
}

/* "one or more of", "any of", "one of" */
static bool is_one_of(const clause *c, const part *p)
{
    return (p->kind == PART_ANYOF || (p->kind == PART_FILL && text_is(p->value, "one"))) &&
           p->span.end - p->span.start > 3 &&
           text_equal_nocase(c->text + p->span.end - 3, 3, " of");
}

/* "A and one or more of B, C or D": as with "either". */
const part *list_with_one_of(const clause *c, const part *list, size_t from, size_t *to)
{
    size_t last = *to; /* no "or" behind it */
    part *kept = NULL;

    while (last > from && list[last - 1].kind != PART_OR)
        last--;
    for (size_t i = from + 1; i + 1 < last; i++) {
        if ((list[i - 1].kind != PART_AND && list[i - 1].kind != PART_WITH) ||
            !is_one_of(c, &list[i]) ||
            (list[i + 1].kind != PART_THING && list[i + 1].kind != PART_QUAL &&
             list[i + 1].kind != PART_WORD))
            continue;
        if (!kept && !(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
            return list;
        kept[i] = (part){.kind = PART_OR, .span = list[i].span, .value = "either"};
    }
    return kept ? kept : list;
}

/* "Diabetes on diet", "controlled by diet", at i, which goes on to a drug: the words that nobody
 * knows are another means, and the drug is of the diabetes, too. */
static bool leads_to_means(const clause *c, const part *list, size_t from, size_t i, size_t to)
{
    enum { WORDS = 3 };
    size_t k = i + 1;
    const part *before = i > from ? &list[i - 1] : NULL;

    if (list[i].kind != PART_FILL || !before ||
        !(part_is(c, &list[i], "on") || part_is(c, &list[i], "by")) ||
        !((before->kind == PART_THING && before->hit.thing &&
           before->hit.thing->category == CATEGORY_CONDITION) ||
          (before->kind == PART_QUAL && strncmp(before->value, "control:", 8) == 0)))
        return false;
    while (k < to && k <= i + WORDS && list[k].kind == PART_WORD)
        k++;
    if (k == i + 1 || k + 1 >= to || !part_links(list[k].kind))
        return false;
    while (k < to && (part_links(list[k].kind) || list[k].kind == PART_FILL))
        k++;
    return k < to && list[k].kind == PART_THING && part_drug(&list[k]);
}

const part *list_with_means(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from + 1; i + 1 < *to; i++) {
        part *kept;

        if (!leads_to_means(c, list, from, i, *to))
            continue;
        if (!(kept = arena_copy(c->arena, list, *to, sizeof *kept)))
            return list;
        kept[i].kind = PART_CURRENT;
        kept[i].value = "taking";
        return kept;
    }
    return list;
}
