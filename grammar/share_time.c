#include "grammar/bound.h"
#include "grammar/list.h"
#include "grammar/measured.h"

#include "engine/base/text.h"
#include "rules/landmark.h"
#include "rules/sayings.h"

#include <string.h>

/* Times that the items of a list share: lengths without a word that says what they are ("A or B < 6
 * months"), windows before the first ("within 6 months A or B"); what a test of theirs found;
 * and whether a past goes on ("previous surgery, anemia"). */

/* Is it no quantity that is so long ("life expectancy < 6 months"), and no unknown word that may be
 * one, but behind a slash? */
static bool takes_time(const entry *y)
{
    const item *x = &y->item;

    for (size_t i = 0; i < x->thing_count; i++)
        if (x->things[i]->hit.quantity)
            return false;
    return x->subject.concept || y->link == PART_SLASH;
}

/* Does it happen, or is it done? How long a lasting condition has been there is not the same. */
static bool happens(const item *x)
{
    const concept *k = x->subject.concept;

    return k && (k->flags & CONCEPT_EVENT || concept_is_treatment(k));
}

/* Two of one category, or of what happens and is done. */
static bool of_its_sort(const item *a, const item *b)
{
    return a->subject.category == b->subject.category || !b->subject.concept ||
           (happens(a) && happens(b));
}

/* "MI or TIA < 6 months", "MI/CVA/TIA < 6 mos": a bare length of time, which tells of each of them
 * when it was, or how long it has lasted. */
void list_share_lengths(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;
        const part *q = y->quantities[0];
        bool goes_on = e->at[i].link == PART_COMMA && i + 1 < e->count &&
                       e->at[i + 1].item.quantity_count == 1 &&
                       e->at[i + 1].item.quantities[0] == q && list_ends_in_word(e, i + 1);

        if (y->quantity_count != 1 || !q->period || q->age || y->age || q->low.given ||
            !q->high.given || !y->has_subject || q->span.start < y->subject.span.end ||
            !takes_time(&e->at[i]) || x->quantity_count || x->window || x->duration || x->event ||
            x->any || x->ever_behind || !x->has_subject || x->judge || x->age || x->who ||
            (e->at[i].link != PART_SLASH && !of_its_sort(y, x)) ||
            !(goes_on || list_said_before(c, e, i)))
            continue;
        x->quantities[0] = q;
        x->quantity_count = 1;
    }
}

/* What an item says of the result before its name; NULL: nothing. */
static const rule_qualifier *result_before(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "result") && x->has_subject &&
            x->qualifiers[i].span.end <= x->subject.span.start)
            return &x->qualifiers[i];
    return NULL;
}

/* "Low hemoglobin": a name of its own that begins with what was found of what is measured. */
static bool result_in_name(const clause *c, const item *y, rule_qualifier *found)
{
    eligo_span s = y->subject.span;
    atoms words;
    const cue *q;
    size_t covered;
    lexicon_hit hit;

    if (!y->subject_part || !y->subject_part->hit.thing || y->qualifier_count ||
        !memchr(c->text + s.start, ' ', s.end - s.start))
        return false;
    words = lexicon_cut(c->lx, c->text + s.start, s.end - s.start, c->arena);
    q = words.count > 1 ? cue_match(&words, 0, &covered) : NULL;
    if (!q || q->class != CUE_QUAL || strncmp(q->value, "result:", 7) != 0 ||
        covered >= words.count || !lexicon_match(c->lx, &words, covered, &hit) ||
        hit.atoms != words.count - covered || !hit.quantity)
        return false;
    s.end = s.start + words.list[covered - 1].end;
    *found = (rule_qualifier){"result", q->value + 7,
                              arena_text(c->arena, c->text + s.start, s.end - s.start), s, NULL};
    return found->text;
}

/* "High or low potassium": is z nothing but the other degree of what y names? */
static bool other_degree(const item *z, const rule_qualifier *q)
{
    const part *only = NULL;

    for (size_t i = z->from; i < z->to; i++)
        if (z->in[i].kind == PART_QUAL && !only)
            only = &z->in[i];
        else if (z->in[i].kind != PART_FILL)
            return false;
    return only && strncmp(only->value, "result:", 7) == 0 && !text_is(only->value + 7, q->value);
}

/* "Low sodium or calcium": by itself a drug, and here what is measured. */
static bool measured_here(const item *x)
{
    return x->thing_count == 1 && x->has_subject && x->things[0] == x->subject_part &&
           x->subject.category == CATEGORY_MEDICATION && x->things[0]->hit.quantity &&
           x->things[0]->hit.quantity->category == CATEGORY_MEASUREMENT;
}

/* "Elevated ALT, AST or bilirubin", "abnormal ECG or echocardiogram": a test by itself says
 * nothing, and what its neighbour found is meant of it, too. */
void list_share_results(const clause *c, entries *e)
{
    const concept *looked = lexicon_landmark(c->lx, LANDMARK_DIAGNOSTIC_PROCEDURE);

    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;
        rule_qualifier named;
        const rule_qualifier *q = result_before(y);
        category sort = measured_here(x) ? CATEGORY_MEASUREMENT : x->subject.category;
        bool name = !q && (sort == CATEGORY_MEASUREMENT || sort == CATEGORY_SCORE) &&
                    entry_linked(&e->at[i]) && result_in_name(c, y, &named);

        if (name)
            q = &named;
        if (!q || !x->has_subject || x->window || x->duration || x->event || x->quantity_count ||
            x->qualifier_count || x->judge || x->negated || x->defined || x->current ||
            x->planned || x->who || !entry_linked(&e->at[i]) || e->at[i].verb || e->at[i].anew ||
            (!name && sort != y->subject.category) || y->quantity_count ||
            (sort != CATEGORY_MEASUREMENT && sort != CATEGORY_SCORE &&
             !(looked && x->subject.concept && concept_is(x->subject.concept, looked))))
            continue;
        if (measured_here(x)) {
            x->subject.concept = x->things[0]->hit.quantity;
            x->subject.category = sort;
        }
        x->qualifiers[x->qualifier_count++] = *q;
        if (i > 1 && entry_linked(&e->at[i - 1]) && other_degree(&e->at[i - 2].item, q))
            x->qualifiers[x->qualifier_count - 1].value = "abnormal"; /* either of the two */
    }
}

/* Is entry i found, or known, where the one before it is: two conditions behind one word? */
static bool found_too(const entries *e, size_t i)
{
    const item *x = &e->at[i].item;

    return e->at[i].link != PART_COMMA && !e->at[i].loose && !e->at[i].verb && !e->at[i].anew &&
           x->subject.category == CATEGORY_CONDITION && x->subject.concept && !x->negated &&
           !x->current && !x->history && e->at[i - 1].item.subject.category == CATEGORY_CONDITION;
}

/* "Primary diagnosis of A or B": which of several diagnoses it is; NULL: it is not said. */
static const rule_qualifier *rank_of_diagnosis(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        for (size_t k = 0; text_is(x->qualifiers[i].kind, "cause") && k < x->qualifier_count; k++)
            if ((k == i || text_is(x->qualifiers[k].kind, "certainty")) && x->qualifiers[k].text &&
                strcasestr(x->qualifiers[k].text, "diagnosis") &&
                (k == i || x->qualifiers[i].span.end <= x->qualifiers[k].span.start) &&
                x->qualifiers[k].span.end <= x->subject.span.start)
                return &x->qualifiers[i];
    return NULL;
}

/* It is so of all of the list behind it that is not said to be found in some other way. */
static void share_rank(entries *e)
{
    for (size_t i = 0; i + 1 < e->count; i++) {
        const rule_qualifier *rank = rank_of_diagnosis(&e->at[i].item);

        for (size_t k = i + 1; rank && k < e->count; k++) {
            item *x = &e->at[k].item;

            if (!entry_linked(&e->at[k]) || e->at[k].verb || e->at[k].anew || x->negated ||
                x->history || x->planned || x->quantity_count || x->judge || !x->has_subject ||
                x->qualifier_count >= ITEM_QUALIFIERS ||
                (x->subject.concept && x->subject.category != CATEGORY_CONDITION) ||
                (e->at[k].link == PART_COMMA && !list_ends_in_word(e, k)))
                break;
            for (size_t m = 0; m < x->qualifier_count; m++)
                if (text_is(x->qualifiers[m].kind, "certainty"))
                    return;
            x->qualifiers[x->qualifier_count++] = *rank;
        }
    }
}

/* "Suspected A or B", "diagnosed with A or B"; "a disorder likely to X, or B" says nothing of B */
static const rule_qualifier *qualifier_of(const item *x, const char *kind)
{
    for (size_t k = 0; k < x->qualifier_count; k++)
        if (text_is(x->qualifiers[k].kind, kind))
            return &x->qualifiers[k];
    return NULL;
}

/* "Untreated, advanced or metastatic cancer": untreated, however far it has spread. */
static void share_treated(item *x, const item *y)
{
    const rule_qualifier *treated = qualifier_of(y, "control"), *far = qualifier_of(y, "extent");

    bool spread = qualifier_of(x, "extent") || (x->subject.concept && y->subject.concept &&
                                                concept_is(x->subject.concept, y->subject.concept));

    if (treated && far && spread && treated->span.end <= far->span.start &&
        !qualifier_of(x, "control") && x->qualifier_count < ITEM_QUALIFIERS &&
        (text_is(treated->value, "untreated") || text_is(treated->value, "treated")))
        x->qualifiers[x->qualifier_count++] = *treated;
}

void list_share_certainty(entries *e)
{
    share_rank(e);
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;
        const rule_qualifier *said = NULL;

        for (size_t k = 0; k < y->qualifier_count; k++)
            if (text_is(y->qualifiers[k].kind, "certainty") &&
                (strstr(y->qualifiers[k].value, "suspected") || (!said && found_too(e, i))) &&
                !(y->has_subject && y->qualifiers[k].span.start >= y->subject.span.end))
                said = &y->qualifiers[k];
        for (size_t k = 0; k < x->qualifier_count; k++)
            if (text_is(x->qualifiers[k].kind, "certainty"))
                said = NULL;
        if (said && entry_linked(&e->at[i]) && x->qualifier_count < ITEM_QUALIFIERS &&
            !x->quantity_count)
            x->qualifiers[x->qualifier_count++] = *said;
        if (entry_linked(&e->at[i]) && !x->quantity_count)
            share_treated(x, y);
    }
}

/* The time that stands before the name of x, with what else says of it how long ("chronic"); NULL:
 * there is none. */
static const part *time_before(const item *x)
{
    const part *p = x->window && x->window->window ? x->window
                    : x->duration                  ? x->duration
                    : x->quantity_count == 1 && x->quantities[0]->period && !x->age
                        ? x->quantities[0]
                        : NULL;

    return p && x->has_subject && (!x->quantity_count || p == x->quantities[0]) &&
                   p->span.end <= x->subject.span.start
               ? p
               : NULL;
}

/* Gives it to an item that has no time of its own. */
static void lend_time(item *x, const item *from, const part *time)
{
    if (time == from->window)
        x->window = time;
    else if (time == from->duration)
        x->duration = time;
    else
        x->quantities[x->quantity_count++] = time;
}

/* "Within 3 months use of A, B or C", "previous (within 3 months) A or B", "prolonged (> 7 days) A
 * or B": a time that stands before the first of a list is that of all that have none of their own.
 */
void list_share_leading(entries *e)
{
    const part *time = NULL;
    const item *first = NULL;

    for (size_t i = 0; i < e->count; i++) {
        item *x = &e->at[i].item;
        bool plain = x->has_subject && !x->window && !x->duration && !x->event &&
                     !x->quantity_count && !x->qualifier_count && !x->judge && !x->negated &&
                     !x->current && !x->planned && !x->who &&
                     (!x->history || (first && first->history && !x->history_behind));

        if (i > 0 && time && plain && entry_linked(&e->at[i]) &&
            (!e->at[i].loose || e->at[i - 1].link == PART_COMMA) && !e->at[i].verb &&
            !e->at[i].anew &&
            (of_its_sort(first, x) || (first->history && !first->history_behind))) {
            lend_time(x, first, time);
            continue;
        }
        first = x;
        time = time_before(x);
    }
}

bool list_share_before(const entries *e)
{
    const item *time = &e->at[0].item;

    if (e->count < 2 || !item_modifies(time) || !time->window || time->qualifier_count ||
        time->negated || time->duration || time->event || e->at[1].link != PART_COMMA ||
        !e->at[1].item.has_subject)
        return false;
    for (size_t i = 1; i < e->count && (i == 1 || entry_linked(&e->at[i])); i++) {
        item *x = &e->at[i].item;

        if (x->has_subject && !x->window && !x->duration && !x->event && !x->judge && !x->who &&
            !x->age)
            x->window = time->window;
    }
    e->at[1].item.span.start = time->span.start;
    e->at[1].link = e->at[0].link;
    return true;
}

static bool has_time(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "time"))
            return true;
    return false;
}

/* "A hospital stay of more than 3 days" */
static bool counts_time(const item *x)
{
    return x->quantity_count == 1 && !x->age && x->quantities[0]->period &&
           x->subject.category != CATEGORY_DEMOGRAPHIC;
}

/* Does x say another time of y? */
static bool says_when_else(part_kind link, const item *x, const item *y)
{
    bool choice = link == PART_OR || link == PART_ANDOR;

    if ((x->window && y->window) || (x->duration && (y->duration || y->quantity_count)))
        return choice || link == PART_AND;
    /* "for 3 years or within a year", "of more than 3 days or within a month", "diagnosed before
     * age 30 or for 10 years" */
    return choice && ((x->window && (y->duration || counts_time(y))) ||
                      (x->duration && y->window) || ((x->window || x->duration) && has_time(y)));
}

bool item_counts_too(const item *x, const item *y)
{
    return x->quantity_count == 1 && y->quantity_count == 1 && number_counts(x->quantities[0]) &&
           (y->so_many || (number_counts(y->quantities[0]) &&
                           y->quantities[0]->span.end <= y->subject.span.start));
}

bool list_at_another_time(part_kind link, item *x, const item *y)
{
    if (!y->has_subject || !says_when_else(link, x, y))
        return false;
    x->so_many = item_counts_too(x, y);
    x->has_subject = true;
    x->subject = y->subject;
    x->subject_part = y->subject_part;
    for (size_t i = 0; i < y->qualifier_count && x->qualifier_count < ITEM_QUALIFIERS; i++)
        if (!text_is(y->qualifiers[i].kind, "time"))
            x->qualifiers[x->qualifier_count++] = y->qualifiers[i];
    /* a dose, and no number that says how long, or how many of them */
    if (y->duration || y->window)
        for (size_t i = x->quantity_count; i < y->quantity_count; i++)
            if (y->quantities[i]->span.start > y->subject.span.start)
                x->quantities[x->quantity_count++] = y->quantities[i];
    return true;
}

/* "Surgery or radiotherapy within 4 weeks or planned": entry i, to come, is what stands before it,
 * whatever of the list has no time of its own. */
static void plan_all(const clause *c, entries *e, size_t i)
{
    const item *x = &e->at[i].item;
    size_t first = i - 1, n = 0;
    const rule **of;

    while (first > 0 && entry_linked(&e->at[first])) {
        const item *z = &e->at[first - 1].item;

        if (!z->has_subject || z->planned || z->quantity_count || z->judge || z->negated ||
            z->window || z->duration || z->event || e->at[first - 1].group ||
            !concept_is_treatment(z->subject.concept))
            break;
        first--;
    }
    if (first == i - 1 || !concept_is_treatment(x->subject.concept) ||
        !(of = arena_array(c->arena, i - first, sizeof *of)))
        return;
    for (size_t k = first; k < i; k++) {
        item copy;

        item_copy(&copy, k + 1 == i ? x : &e->at[k].item);
        copy.planned = true;
        copy.current = copy.history = false;
        copy.window = x->window;
        copy.span = x->span;
        of[n] = item_rule(c, &copy);
        n += of[n] != NULL;
    }
    e->at[i].group = n ? rule_join(c->arena, RULE_ANY, x->span, of, n) : NULL;
}

bool list_planned_too(const clause *c, entries *e, size_t i, const item *y)
{
    item *x = &e->at[i].item;
    part_kind link = e->at[i].link;

    if ((i + 1 < e->count && entry_linked(&e->at[i + 1])) ||
        (link != PART_OR && link != PART_ANDOR && link != PART_SLASH) || !item_modifies(x) ||
        !x->planned || x->qualifier_count || x->negated || x->history || x->current ||
        !y->has_subject || y->planned || y->quantity_count || y->judge || y->negated)
        return false;
    x->has_subject = true;
    x->subject = y->subject;
    x->subject_part = y->subject_part;
    for (size_t k = 0; k < y->qualifier_count; k++)
        x->qualifiers[x->qualifier_count++] = y->qualifiers[k];
    plan_all(c, e, i);
    return true;
}

/* ---- a past that may not be meant of the states behind what was done ---- */

/* Does it say "previous", "past" of itself, or "history of"? */
static bool said_before(const clause *c, const item *y, bool *history)
{
    static const char *const words[] = {"previous ", "prior ", "past "};
    eligo_span before = {y->span.start, y->subject.span.start};
    bool said = false;

    for (size_t at = before.start; at < before.end; at++) {
        /* "prior history of" */
        *history = *history || text_starts_nocase(c->text + at, before.end - at, "history");
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            said = said || text_starts_nocase(c->text + at, before.end - at, words[w]);
    }
    return said;
}

bool list_looks_back(const clause *c, const part *window)
{
    eligo_span s = window ? window->span : (eligo_span){0, 0};

    for (size_t at = s.start, end; at < s.end; at = end + 1) {
        for (end = at; end < s.end && c->text[end] != ' ';)
            end++;
        if (text_is_any(c->text + at, end - at, saying_looks_back))
            return true;
    }
    return false;
}

enum { LENT_FROM = 16 }; /* so many items before, at most, a list took its "previous" from */

static bool names_pregnancy(const clause *c, const concept *k)
{
    return k && (concept_is(k, lexicon_landmark(c->lx, LANDMARK_PREGNANCY)) ||
                 concept_is(k, lexicon_landmark(c->lx, LANDMARK_LACTATION)));
}

/* A condition that lasts; no pregnancy. */
static bool is_state(const clause *c, const concept *k)
{
    return k && k->category == CATEGORY_CONDITION && !(k->flags & CONCEPT_EVENT) &&
           !names_pregnancy(c, k);
}

/* "Gout, history of asthma, or anemia": does what the past is said of begin in the middle of a list
 * that names something before it? Entry i has it. */
static bool begins_inside(const entries *e, size_t i)
{
    size_t m = i;

    while (m > 0 && i - m < LENT_FROM && e->at[m - 1].item.history)
        m--;
    return m > 0 && entry_linked(&e->at[m]) && e->at[m - 1].item.subject.concept &&
           !e->at[m - 1].item.history && !e->at[m - 1].item.negated;
}

bool list_lends_history(const clause *c, const entries *e, size_t i)
{
    const concept *k = e->at[i].item.subject.concept;

    /* "history of stroke or pregnancy": who is pregnant, or ever was */
    if (names_pregnancy(c, k))
        return true;
    if (!is_state(c, k))
        return false;
    if (begins_inside(e, i))
        return true;
    for (size_t m = i; m > 0 && i - m < LENT_FROM; m--) {
        const item *y = &e->at[m - 1].item;
        bool history = false;

        if (!y->has_subject)
            return false;
        if (y->lent_history)
            continue;
        if (said_before(c, y, &history))
            return !history && y->subject.category != CATEGORY_NONE &&
                   (y->subject.category != CATEGORY_CONDITION ||
                    (y->subject.concept && (y->subject.concept->flags & CONCEPT_EVENT)));
        if (history || !y->history || !entry_linked(&e->at[m - 1]))
            return false;
    }
    return false;
}

/* Does it name nothing but the beginning of what stands before it: "symptom onset"? */
static bool names_onset(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (!is_landmark(x->qualifiers[i].concept, LANDMARK_SYMPTOM))
            return false;
    return !x->subject.concept && x->subject.text &&
           text_is_any(x->subject.text, strlen(x->subject.text), saying_onset);
}

bool list_onset(const clause *c, const entry *e, item *y)
{
    const item *x = &e->item;

    if ((e->link != PART_WITH && e->link != PART_COMMA) || !x->window || x->negated || x->judge ||
        x->quantity_count || !names_onset(x) || !y->subject.concept || y->judge || y->negated ||
        y->window || y->duration || y->quantity_count || y->subject.category != CATEGORY_CONDITION)
        return false;
    y->window = x->window;
    item_qualify(c, y, "course", "onset", x->subject.span, NULL);
    y->span.end = x->span.end;
    return true;
}

static bool is_recent(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "recency"))
            return true;
    return false;
}

/* What y names, without when that was. */
static void take_name(item *x, const item *y)
{
    item then;

    item_copy(&then, y);
    then.span = (eligo_span){x->span.start, y->span.end};
    if (then.in == x->in)
        then.from = x->from;
    then.planned = then.current = then.history = false;
    then.window = then.duration = then.event = NULL;
    then.quantity_count = then.qualifier_count = 0;
    for (size_t i = 0; i < y->qualifier_count; i++)
        if (!text_is(y->qualifiers[i].kind, "recency"))
            then.qualifiers[then.qualifier_count++] = y->qualifiers[i];
    item_copy(x, &then);
}

bool list_lately(const clause *c, item *x, item *y, part_kind link, bool last)
{
    item said;
    bool planned = x->planned && !x->qualifier_count && is_recent(y) && !y->planned;

    if (!part_links(link) || link == PART_COMMA || x->has_subject || x->sex || x->judge ||
        x->defined || x->negated || y->negated || !y->has_subject || x->quantity_count > 1 ||
        (x->quantity_count && !x->quantities[0]->period) || x->history || x->current ||
        !(planned || (y->planned && !x->planned && is_recent(x) && !is_recent(y))))
        return false;
    if (!last) {
        const part *times[] = {x->window, x->duration, x->event,
                               x->quantity_count ? x->quantities[0] : NULL};

        for (size_t i = 0; i < sizeof times / sizeof *times; i++)
            if (times[i])
                item_qualify(c, y, "time", NULL, times[i]->span, NULL);
        y->history = y->planned = y->two_times = true;
        y->span.start = x->span.start;
        for (size_t i = 0; i < x->qualifier_count && y->qualifier_count < ITEM_QUALIFIERS; i++)
            y->qualifiers[y->qualifier_count++] = x->qualifiers[i];
        return true;
    }
    item_copy(&said, x);
    take_name(x, y);
    x->planned = planned;
    x->window = said.window;
    x->duration = said.duration;
    x->event = said.event;
    x->quantity_count = said.quantity_count;
    x->quantities[0] = said.quantities[0];
    for (size_t i = 0; i < said.qualifier_count && x->qualifier_count < ITEM_QUALIFIERS; i++)
        x->qualifiers[x->qualifier_count++] = said.qualifiers[i];
    return true;
}

/* "Mild, or severe (FEV1 < 50 %) asthma": a bracket before the name is of its own adjective. */
void list_drop_bracket(item *x, const item *y)
{
    size_t start = y->span.start, name = y->subject.span.start;

    if (x->window && x->window->span.start >= start && x->window->span.end <= name)
        x->window = NULL;
    if (x->duration && x->duration->span.start >= start && x->duration->span.end <= name)
        x->duration = NULL;
    if (x->quantity_count == 1 && x->quantities[0]->span.start > start &&
        x->quantities[0]->span.end <= name)
        x->quantity_count = 0;
    if (x->defined && x->defined->span.start > start && x->defined->span.start < name)
        x->defined = NULL;
}

static bool is_maternal(const clause *c, const concept *k)
{
    return k && (concept_is(k, lexicon_landmark(c->lx, LANDMARK_PREGNANCY)) ||
                 concept_is(k, lexicon_landmark(c->lx, LANDMARK_LACTATION)));
}

/* "Planned surgery or pregnancy"; nobody plans the asthma of "scheduled for surgery, or asthma". */
bool list_may_be_planned(const clause *c, const entry *e)
{
    const rule_subject *s = &e->item.subject;

    for (size_t i = 0; i < e->item.qualifier_count; i++)
        if (text_is(e->item.qualifiers[i].kind, "recency"))
            return false; /* "planned or recent surgery" */
    return s->category != CATEGORY_CONDITION || !s->concept ||
           (is_maternal(c, s->concept) && !e->loose);
}

void list_share_lasting(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;

        if (!entry_linked(&e->at[i]) || !x->sex || !y->sex || x->window || x->duration ||
            !x->quantity_count || !y->quantity_count ||
            x->quantities[0]->span.start >= y->quantities[0]->span.start)
            continue;
        if (y->duration && y->duration->span.start > y->quantities[0]->span.end)
            item_qualify(c, x, "other", NULL, y->duration->span, NULL);
    }
}

const rule *item_at_two_times(const clause *c, const item *x)
{
    item own = *x, planned = *x;
    const rule *two[2];

    if (!x->history && !x->current) { /* "(planned or within 3 months)", "(recent or planned)" */
        planned.window = NULL;
        planned.qualifier_count = 0;
        for (size_t i = 0; i < x->qualifier_count; i++)
            if (!text_is(x->qualifiers[i].kind, "recency"))
                planned.qualifiers[planned.qualifier_count++] = x->qualifiers[i];
    }
    own.two_times = planned.two_times = own.planned = false;
    planned.history = planned.current = false;
    two[0] = item_rule(c, &own);
    two[1] = item_rule(c, &planned);
    return rule_join(c->arena, RULE_ANY, x->span, two, 2);
}

bool list_plans_by_name(const clause *c, const item *y)
{
    eligo_span s = y->subject.span;

    return is_landmark(y->subject.concept, LANDMARK_PLANNED_PREGNANCY) &&
           (text_starts_nocase(c->text + s.start, s.end - s.start, "plan") ||
            text_starts_nocase(c->text + s.start, s.end - s.start, "intend"));
}

/* "Heart failure or hospitalization for edema within 3 months": an illness of any time, or of that
 * time as well. */
bool list_stay_behind_state(const item *y, const item *x)
{
    return y->subject.category == CATEGORY_ENCOUNTER && x->subject.concept &&
           x->subject.category == CATEGORY_CONDITION &&
           !(x->subject.concept->flags & CONCEPT_EVENT);
}

/* "Infection and 2 failures of less than a day": is the time at e that of so many of its thing? */
bool list_lasts_of_count(const clause *c, const entry *e)
{
    const item *y = &e->item;

    return y->quantity_count && e->link == PART_AND && y->duration && y->duration->span.start > 3 &&
           memcmp(c->text + y->duration->span.start - 3, "of ", 3) == 0;
}

bool list_never_had(const item *x, const item *y)
{
    return x->negated && y->negated && x->history && x->subject.concept &&
           x->subject.concept == y->subject.concept;
}
