#include "grammar/measured.h"
#include "grammar/list.h"
#include "grammar/statement.h"
#include "grammar/status.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

/* What the items of a list take from their neighbours: "renal or hepatic impairment", "hepatitis B
 * or C", "AST or ALT > 3 x ULN", "history of stroke or infarction within 6 months". */

/* "serum or urine pregnancy test": the words of specimens before the test restrict nothing. */
static bool specimen(const clause *c, const item *x)
{
    return list_unknown_words(x) &&
           (roles_of(c->text + x->subject.span.start, x->subject.span.end - x->subject.span.start) &
            ROLE_SPECIMEN);
}

bool item_plans(const item *x)
{
    return x->planned ||
           (x->subject.concept && (is_landmark(x->subject.concept, LANDMARK_PLANNED_PREGNANCY) ||
                                   is_landmark(x->subject.concept, LANDMARK_PREGNANCY_OR_PLAN)));
}

/* A tense or need of its own makes an item a clause of its own: its window is not its neighbour's.
 */
static bool own_verb(const item *y, const item *x)
{
    /* "pregnant or planning a pregnancy within 6 months": the plan's */
    if (item_plans(y) && !item_plans(x))
        return true;
    return y->need || x->need || y->history || (y->planned && !x->planned);
}

/* Is the thing of entry i named before in the list ("pregnant, ... or pregnant within a year")?
 * "Oral, intravenous or inhaled A" names it once. */
static bool same_before(const entries *e, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (e->at[k].item.subject.concept && !e->at[k].item.lent_noun &&
            e->at[k].item.subject.concept == e->at[i].item.subject.concept)
            return true;
    return false;
}

bool list_ends_in_connective(const entries *e, size_t i)
{
    while (i < e->count && e->at[i].link == PART_COMMA)
        i++;
    return i < e->count && entry_linked(&e->at[i]);
}

bool list_begins_who(const clause *c, const entry *e)
{
    size_t at = e->item.span.start, from = at > 24 ? at - 24 : 0;

    if (!e->anew)
        return false;
    for (size_t i = from; i < at; i++)
        if (text_starts_nocase(c->text + i, at - i, " who "))
            return true;
    return false;
}

bool list_ends_in_word(const entries *e, size_t i)
{
    while (i < e->count && e->at[i].link == PART_COMMA)
        i++;
    return i < e->count && e->at[i].link != PART_SLASH;
}

/* "A or B, or C": is something joined more closely before entry i? "A, B/C, D, or E" is one list.
 */
static bool tight_before(const entries *e, size_t i)
{
    bool comma = false, slash = false;

    for (size_t k = 1; k < i; k++) {
        if ((e->at[k].link == PART_OR || e->at[k].link == PART_AND) && !e->at[k].loose)
            return true;
        slash = slash || (e->at[k].link == PART_SLASH && !e->at[k].loose);
        comma = comma || e->at[k].link == PART_COMMA;
    }
    return slash && !comma;
}

/* "A, or B within T, or C": does an "or" of its own stand before each up to i? */
static bool each_apart(const entries *e, size_t i)
{
    while (i > 0 && e->at[i].link == PART_OR && e->at[i].loose)
        i--;
    return i == 0 || e->count == 2;
}

/* Where a name holds "caused by X" or "of X": the bytes before X; an empty span elsewhere. */
static eligo_span before_cause(const clause *c, eligo_span s)
{
    static const char *const words[] = {" caused by ", " due to ", " because of ",
                                        " with ",      " by ",     " to "};

    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        size_t n = strlen(words[w]), i = s.start;

        if (w == 0) { /* most names have none of them */
            while (i + 1 < s.end && !(c->text[i] == ' ' && strchr("cdbwt", c->text[i + 1])))
                i++;
            if (i + 1 >= s.end)
                break;
        }
        for (i = s.start; i + n < s.end; i++)
            if (c->text[i] == ' ' && memcmp(c->text + i, words[w], n) == 0)
                return (eligo_span){s.start, i + n - 1};
    }
    return (eligo_span){s.start, s.start};
}

/* "MIC of meropenem or imipenem >= 2": the second drug's own MIC, by the name that the first one's
 * parent has. */
static void share_measure(const clause *c, item *x, const item *y)
{
    const concept *k = NULL;

    if (!x->subject_part || !x->subject.concept || x->subject.category != CATEGORY_MEDICATION)
        return;
    for (size_t i = 0; i < y->thing_count; i++)
        if (y->things[i]->hit.quantity)
            k = y->things[i]->hit.quantity;
    for (size_t i = 0; k && k->parents[i]; i++) {
        char *text =
            arena_printf(c->arena, "%s of %s", k->parents[i]->name, x->subject.concept->name);
        atoms cut;
        lexicon_hit hit;
        part *p;

        if (!text)
            return;
        cut = lexicon_cut(c->lx, text, strlen(text), c->arena);
        if (!cut.count || !lexicon_match(c->lx, &cut, 0, &hit) || hit.atoms != cut.count ||
            !hit.quantity || !concept_is(hit.quantity, k->parents[i]))
            continue;
        p = arena_copy(c->arena, x->subject_part, 1, sizeof *p);
        if (!p)
            return;
        p->hit = hit;
        p->hit.thing = NULL;
        x->subject_part = p;
        x->subject.concept = hit.quantity;
        x->subject.category = hit.quantity->category;
        x->thing_count = 0;
        x->things[x->thing_count++] = p;
        return;
    }
}

static bool is_part_of_pressure(const concept *k)
{
    static const landmark ends[] = {LANDMARK_SYSTOLIC_BP, LANDMARK_DIASTOLIC_BP,
                                    LANDMARK_AMBULATORY_SYSTOLIC_BP,
                                    LANDMARK_AMBULATORY_DIASTOLIC_BP};

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (is_landmark(k, ends[i]))
            return true;
    return false;
}

static bool concept_of_pressure(const concept *k)
{
    return is_landmark(k, LANDMARK_BLOOD_PRESSURE) || is_part_of_pressure(k);
}

/* Is it a test with a result? */
static bool has_status(const item *x)
{
    return status_result(x) && x->subject.concept && x->subject.concept->flags & CONCEPT_POSITIVE;
}

/* "> 160 systolic or 100 diastolic", "more than 21 drinks for men or 14 for women": the comparator
 * is said once. "ALT, AST and bilirubin within normal limits": so is a result. */
static void share_sides(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;
        const part *q, *p;
        part *copy;
        bool same;

        if (!entry_linked(&e->at[i]) || x->quantity_count != 1 || !y->quantity_count)
            continue;
        q = x->quantities[0];
        p = y->quantities[y->quantity_count - 1];
        if (p->outside && !q->outside && q->low.given && q->high.given && !q->value_count &&
            q->low.value < q->high.value && y->quantity_count == 1) {
            /* "outside 90-140 systolic or 50-90 diastolic": so is the second range */
            if (!x->subject.concept || !y->subject.concept ||
                !concept_of_pressure(x->subject.concept) ||
                !concept_of_pressure(y->subject.concept)) {
                x->overflow = x->overflow || (!q->age && e->at[i].link != PART_COMMA);
                continue;
            }
            if (!(copy = arena_copy(c->arena, q, 1, sizeof *copy)))
                continue;
            copy->outside = true;
            x->quantities[0] = copy;
            continue;
        }
        same = !x->thing_count || (x->sex && y->sex) || x->subject.concept == y->subject.concept ||
               (x->subject.concept && y->subject.concept &&
                is_part_of_pressure(x->subject.concept) && concept_of_pressure(y->subject.concept));
        /* "at least 6 swollen and 6 tender joints" */
        same =
            same || (e->at[i].link == PART_AND && !y->subject.concept && x->subject.concept &&
                     y->has_subject && number_counts(p) && number_counts(q) &&
                     p->span.end <= y->subject.span.start && q->span.end <= x->subject.span.start);
        if (!same || !part_one_sided(p) || q->value_count || !q->low.given || !q->high.given ||
            q->low.value != q->high.value || q->value[0] ||
            !(copy = arena_copy(c->arena, q, 1, sizeof *copy)))
            continue;
        copy->low.given = p->low.given;
        copy->high.given = p->high.given;
        copy->low.inclusive = p->low.inclusive;
        copy->high.inclusive = p->high.inclusive;
        copy->value = p->value;
        if (copy->relative == RELATIVE_NONE && !copy->unit.text)
            copy->relative = p->relative;
        x->quantities[0] = copy;
    }
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;

        if (!y->has_subject || y->quantity_count || y->judge || !entry_linked(&e->at[i]) ||
            x->qualifier_count || x->quantity_count || x->judge || status_in_name(c, x) ||
            !(item_wants_bound(x) || (has_status(y) && status_of_item(c, x))))
            continue;
        for (size_t k = 0; k < y->qualifier_count; k++)
            if (text_is(y->qualifiers[k].kind, "result") && x->qualifier_count < ITEM_QUALIFIERS &&
                y->qualifiers[k].span.start >= y->subject.span.end)
                x->qualifiers[x->qualifier_count++] = y->qualifiers[k];
    }
}

/* "signed, dated and provided informed consent": one consent, however many verbs it is said with.
 */
static void share_consent(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 0 && e->count > 1;) {
        item *x = &e->at[i].item, *y = NULL;

        if (!x->consenting || x->judge)
            continue;
        if (i + 1 < e->count && e->at[i + 1].item.consent && entry_linked(&e->at[i + 1]))
            y = &e->at[i + 1].item;
        else if (i > 0 && e->at[i - 1].item.consent && entry_linked(&e->at[i]))
            y = &e->at[i - 1].item;
        if (!y)
            continue;
        clause_take(c, x->span);
        if (x->span.start < y->span.start)
            y->span.start = x->span.start;
        if (x->span.end > y->span.end)
            y->span.end = x->span.end;
        if (i + 1 < e->count && y == &e->at[i + 1].item) {
            e->at[i + 1].link = e->at[i].link;
            e->at[i + 1].loose = e->at[i].loose;
        }
        memmove(&e->at[i], &e->at[i + 1], (e->count - i - 1) * sizeof *e->at);
        e->count--;
    }
}

/* A window that is counted from an event of the record. */
static bool names_its_event(const item *x)
{
    return x->window && x->window->window && x->window->window->anchor_concept;
}

/* Nothing narrows it, but for how sure it is ("likely within 6 months"). */
static bool only_as_likely(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (!text_is(x->qualifiers[i].kind, "certainty"))
            return false;
    return true;
}

/* "Severe type", "paranoid subtype": words that tell of no thing, but which kind of one it is. */
static bool names_kind(const clause *c, const item *x)
{
    eligo_span last = list_last_words(c, x->subject.span, 1);

    if (!x->has_subject || x->subject.concept || x->judge || x->quantity_count || x->negated ||
        x->thing_count)
        return false;
    return roles_all(c->text + last.start, last.end - last.start) & ROLE_WHICH;
}

/* "... or other diseases affecting Y", "any cause that limits Y": a class beside what was named. */
static bool another(const clause *c, const item *y)
{
    size_t at = y->subject.span.start;

    for (size_t i = 0; i < y->qualifier_count; i++)
        if (text_is(y->qualifiers[i].kind, "cause") && text_is(y->qualifiers[i].value, "other"))
            return true;
    return at >= 4 && text_starts_nocase(c->text + at - 4, 4, "any ");
}

/* "Negative pregnancy test in women": one sex is named in the whole list, behind the thing. */
static void mark_sex(const clause *c, entries *e)
{
    static const char *const words[] = {" in ", " for ", " among ", " ("};
    item *x = NULL;

    for (size_t i = 0; i < e->count; i++)
        if (e->at[i].item.sex) {
            if (x)
                return;
            x = &e->at[i].item;
        }
    if (!x || x->subject.span.end > x->sex->span.start)
        return;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (size_t at = x->subject.span.end; at + strlen(words[i]) <= x->sex->span.start; at++)
            if (text_starts_nocase(c->text + at, x->sex->span.start - at, words[i]))
                x->of_sex = true;
}

static bool is_malignant(const clause *c, const concept *x)
{
    return concept_is(x, lexicon_landmark(c->lx, LANDMARK_MALIGNANCY));
}

/* Do the entries from i on say nothing but "past", "present"? */
static bool only_tense_behind(const entries *e, size_t i)
{
    for (; i < e->count; i++) {
        const item *x = &e->at[i].item;

        if (!item_modifies(x) || x->qualifier_count || x->window || x->duration || x->event ||
            x->negated || x->planned || !(x->current || x->history) || !entry_linked(&e->at[i]))
            return false;
    }
    return true;
}

/* "CVA/stroke (< 6 months)", "MI/heart attack": one thing under two names, and what stands behind
 * the second is said of it. */
static void merge_names(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count;) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;

        if (e->at[i].link != PART_SLASH || e->at[i].group || e->at[i - 1].group ||
            !x->subject.concept || x->subject.concept != y->subject.concept ||
            x->thing_count != 1 || y->thing_count != 1 || x->qualifier_count ||
            y->qualifier_count || y->quantity_count || y->window || y->event || y->judge ||
            y->need || x->need || x->who || y->who || x->negated || x->history || x->current ||
            x->planned || x->span.start > y->subject.span.end + 3 ||
            c->text[y->subject.span.end] == ',') {
            i++;
            continue;
        }
        x->negated = y->negated;
        x->alone = y->alone;
        x->history = y->history;
        x->history_own = y->history_own;
        x->current = y->current;
        x->planned = y->planned;
        x->span.start = y->span.start;
        e->at[i - 1].item = *x;
        memmove(&e->at[i], &e->at[i + 1], (e->count - i - 1) * sizeof *e->at);
        e->count--;
    }
}

/* "insulin- and metformin-naive", "insulin or metformin naive" */
static void share_naive(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;
        bool bare = entry_linked(&e->at[i]) && !e->at[i].loose && !x->current && !x->history &&
                    !x->planned && !x->quantity_count && !x->window && !x->duration && !x->judge &&
                    concept_is_treatment(x->subject.concept) &&
                    concept_is_treatment(y->subject.concept) &&
                    (e->at[i].link != PART_AND || c->text[y->subject.span.end] == ' ');

        if (y->negated && y->history_own && x->has_subject && !x->negated &&
            (bare || (e->at[i].link == PART_AND && c->text[x->subject.span.end] == '-'))) {
            x->negated = x->alone = x->history_own = true;
            x->history = y->history;
            if (!c->exclusion) /* who had neither */
                e->at[i].link = PART_AND;
        }
    }
}

/* "partial pressure of oxygen (PaO2) / fraction of inspired oxygen (FiO2)": a ratio with a name
 * of its own */
static void share_ratios(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        item *y = &e->at[i - 1].item;

        if (e->at[i].link == PART_SLASH && item_wants_bound(y) && x->quantity_count &&
            x->thing_count && x->things[0]->hit.quantity && y->subject_part) {
            char *text = arena_printf(c->arena, "%.*s/%.*s",
                                      (int)(y->subject.span.end - y->subject.span.start),
                                      c->text + y->subject.span.start,
                                      (int)(x->things[0]->span.end - x->things[0]->span.start),
                                      c->text + x->things[0]->span.start);
            atoms cut = text ? lexicon_cut(c->lx, text, strlen(text), c->arena) : (atoms){0};
            lexicon_hit hit;
            part *p;

            if (!cut.count || !lexicon_match(c->lx, &cut, 0, &hit) || hit.atoms != cut.count ||
                !hit.quantity)
                continue;
            p = arena_copy(c->arena, x->things[0], 1, sizeof *p);
            if (!p)
                return;
            p->hit = hit;
            p->span.start = y->subject.span.start;
            x->things[0] = p;
            x->thing_count = 1;
            x->has_subject = true;
            x->subject_part = p;
            x->subject.concept = hit.quantity;
            x->subject.category = hit.quantity->category;
            x->subject.span = p->span;
            x->span.start = y->span.start;
            e->at[i].link = e->at[i - 1].link;
            e->at[i].loose = e->at[i - 1].loose;
            memmove(&e->at[i - 1], &e->at[i], (e->count - i) * sizeof *e->at);
            e->count--;
        }
    }
}

/* What becomes of an item that only says when or how. */
typedef enum placing {
    PLACING_OPEN, /* nothing yet */
    PLACING_STAYS,
    PLACING_GOES /* its neighbour has what it said */
} placing;

static void lend_qualifiers(item *y, const item *x)
{
    for (size_t k = 0; k < x->qualifier_count && y->qualifier_count < ITEM_QUALIFIERS; k++)
        y->qualifiers[y->qualifier_count++] = x->qualifiers[k];
}

/* Does nothing but the connective stand between the name of y and x: no "during", no "before"? */
static bool right_behind(const clause *c, const item *x, const item *y)
{
    enum { OR = 2, AND_OR = 5 };
    size_t letters = 0;

    for (size_t i = y->subject.span.end; i < x->span.start; i++)
        letters += text_is_letter(c->text[i]);
    return letters == OR || letters == AND_OR;
}

/* "Breastfeeding, or within 6 weeks of a delivery": behind "or" a time from an event, where what
 * stands before it has none, is another alternative, and no time of that. */
static bool apart_from(const clause *c, const entry *e, const item *y)
{
    const item *x = &e->item;
    const rule_window *w = x->window ? x->window->window : NULL;

    return (e->link == PART_OR || e->link == PART_ANDOR) && item_modifies(x) && w &&
           !x->qualifier_count && !x->negated && !x->history && !x->planned && y->has_subject &&
           !y->window && !y->duration && !y->event && !y->quantity_count && !item_plans(y) &&
           (w->anchor_concept || !rule_anchor_of_study(w->anchor)) && right_behind(c, x, y);
}

/* "Disease that is severe", "pain with sudden onset": what is tied to a thing and names nothing
 * narrows it. */
static placing narrow_before(const item *x, item *y)
{
    lend_qualifiers(y, x);
    if (x->negated && y->qualifier_count < ITEM_QUALIFIERS)
        y->qualifiers[y->qualifier_count++] = /* "not severe": what is not said cannot be checked */
            (rule_qualifier){"other", "not", "not", x->span, NULL};
    if (!x->negated) { /* else it is none of those */
        y->window = y->window ? y->window : x->window;
        y->duration = y->duration ? y->duration : x->duration;
        y->event = y->event ? y->event : x->event;
        y->current = y->current || x->current;
        y->history = y->history || x->history;
        y->planned = y->planned || x->planned;
    }
    y->span.end = x->span.end > y->span.end ? x->span.end : y->span.end;
    return PLACING_GOES;
}

/* "Surgery within 6 months or planned within 28 days": the same thing at another time; else the
 * time of what stands before it. */
static placing time_before(part_kind link, item *x, item *y)
{
    if (list_at_another_time(link, x, y))
        return PLACING_STAYS;
    if (x->window && !y->window)
        y->window = x->window;
    if (x->duration && !y->duration)
        y->duration = x->duration;
    if (x->event && !y->event)
        y->event = x->event;
    /* "melanoma, confirmed within 3 months": then it was found */
    for (size_t i = 0; i < x->qualifier_count && y->qualifier_count < ITEM_QUALIFIERS; i++)
        if (y->subject.category == CATEGORY_CONDITION && x->window)
            y->qualifiers[y->qualifier_count++] = x->qualifiers[i];
    y->span.end = x->span.end;
    return PLACING_GOES;
}

/* "With severe", "with current": adjectives alone, whose noun comes. */
static bool wants_noun(const clause *c, const item *x)
{
    const part *with = x->from ? &x->in[x->from - 1] : NULL;

    if (!with || with->kind != PART_WITH ||
        !text_starts_nocase(c->text + with->span.start, with->span.end - with->span.start, "with"))
        return false; /* "that is severe" */
    for (size_t i = x->from; i < x->to; i++)
        switch (x->in[i].kind) {
        case PART_QUAL:
        case PART_FILL:
        case PART_HISTORY:
        case PART_CURRENT:
        case PART_PLANNED: break;
        default: return false;
        }
    return true;
}

/* Entry i, and the item before it. */
static placing place_before(const clause *c, entries *e, size_t i, item *y)
{
    item *x = &e->at[i].item;

    /* "psychosis, on oral or injected A": how that is given */
    if (e->at[i].link == PART_WITH && item_modifies(x) && x->current && x->qualifier_count &&
        i + 1 < e->count && e->at[i + 1].link == PART_OR &&
        concept_is_treatment(e->at[i + 1].item.subject.concept))
        return PLACING_STAYS;
    /* "HER2-positive, advanced or metastatic cancer": of what stands behind it */
    if (e->at[i].link == PART_WITH && item_modifies(x) && e->at[i - 1].leads && i + 1 < e->count &&
        entry_linked(&e->at[i + 1]))
        return PLACING_OPEN;
    /* "gout with mild, moderate or severe asthma": so is an adjective beside others of its sort */
    if (e->at[i].link == PART_WITH && item_modifies(x) && !x->negated && i + 1 < e->count &&
        entry_linked(&e->at[i + 1]) &&
        (e->at[i + 1].item.has_subject || item_modifies(&e->at[i + 1].item)) &&
        (item_shares_kind(x, &e->at[i + 1].item) || wants_noun(c, x)))
        return PLACING_OPEN;
    if (e->at[i].link == PART_WITH && item_modifies(x))
        return narrow_before(x, y);
    if (list_onset(c, &e->at[i], y))
        return PLACING_GOES;
    if (list_planned_too(c, e, i, y))
        return PLACING_STAYS;
    /* "up to 4 weeks from major surgery or 2 weeks from minor surgery": an event each */
    if (item_modifies(x) && names_its_event(x) && names_its_event(y) && item_modifies(y))
        return PLACING_STAYS;
    /* "age over 18, 3 months after stroke": no age of that time */
    if (item_modifies(x) && names_its_event(x) && y->age && e->at[i].link == PART_COMMA)
        return PLACING_STAYS;
    /* "more than 24 hours since intubation, or more than 48 since admission": another alternative
     */
    if (item_modifies(x) && x->window && y->window && e->at[i].link == PART_OR &&
        x->window->window && y->window->window && !x->window->window->anchor_concept &&
        !rule_anchor_of_study(x->window->window->anchor) && !x->qualifier_count) {
        e->at[i].group = rule_opaque(c->arena, x->span, "a time without a thing");
        return PLACING_STAYS;
    }
    if ((e->at[i].link == PART_OR || e->at[i].link == PART_ANDOR) && list_since_event(x)) {
        if (!names_its_event(x))
            e->at[i].group = rule_opaque(c->arena, x->span, "a time without a thing");
        return PLACING_STAYS;
    }
    if (apart_from(c, &e->at[i], y)) {
        if (!names_its_event(x))
            e->at[i].group = rule_opaque(c->arena, x->span, "a time without a thing");
        return PLACING_STAYS;
    }
    if (item_modifies(x) && (x->window || x->duration || x->event) && only_as_likely(x))
        return time_before(e->at[i].link, x, y);
    /* "asthma or gout, past or present", "attempts at present or in the past": when it was */
    if (only_tense_behind(e, i) && y->has_subject && !y->quantity_count && !y->judge &&
        !y->planned) {
        if (x->history && !y->history) {
            y->history = y->history_behind = true;
            y->current = false;
        }
        y->span.end = x->span.end > y->span.end ? x->span.end : y->span.end;
        return PLACING_GOES;
    }
    /* "infection, not treated", "gout, not active": a restriction which no record tells */
    if (item_modifies(x) && x->negated && !x->window && !x->duration && !x->history &&
        !x->planned && y->has_subject && y->qualifier_count < ITEM_QUALIFIERS &&
        (x->current || x->qualifier_count)) {
        const char *text =
            arena_text(c->arena, c->text + x->span.start, x->span.end - x->span.start);

        y->qualifiers[y->qualifier_count++] = (rule_qualifier){"other", text, text, x->span, NULL};
        y->span.end = x->span.end;
        return PLACING_GOES;
    }
    return PLACING_OPEN;
}

/* "Current or past", "past or planned": the widest of the two. */
static void join_tenses(const item *x, item *y)
{
    bool now;

    if (x->history && y->current && y->window && y->window->span.end <= y->subject.span.start)
        y->window = NULL; /* "prior or current (within 30 days) use": of any time */
    y->negated = y->negated || x->negated;
    now = x->planned ? y->current && !y->planned : x->current;
    y->two_times = (x->planned || y->planned) && (x->history || y->history || now);
    y->history = y->history || x->history;
    y->planned = y->planned || x->planned;
    y->current = (y->current && x->current) || (y->two_times && now);
    if (x->current && !y->history && !y->planned)
        y->current = true;
    y->span.start = x->span.start;
}

/* Entry i, and the one behind it. */
static placing place_behind(const clause *c, const entries *e, size_t i)
{
    item *x = &e->at[i].item, *y = &e->at[i + 1].item;
    entry *next = &e->at[i + 1];
    bool tense = x->current || x->history || x->planned;

    if (!i && !tense && list_share_before(e))
        return PLACING_GOES;
    bool last = i + 2 == e->count || !entry_linked(&e->at[i + 2]) ||
                (e->at[i + 2].link == PART_COMMA && !list_ends_in_word(e, i + 2));

    if (list_lately(c, x, y, next->link, last)) {
        if (last)
            return PLACING_STAYS;
        next->link = e->at[i].link;
        return PLACING_GOES;
    }
    /* "previous (within 5 years) or current cancer": the same thing at two times */
    if (item_modifies(x) && tense && !x->qualifier_count && x->window && y->has_subject &&
        (y->current || y->history || y->planned) &&
        (next->link == PART_OR || next->link == PART_ANDOR || next->link == PART_SLASH)) {
        item then = *y;

        then.span = (eligo_span){x->span.start, then.span.end};
        if (then.in == x->in)
            then.from = x->from;
        then.window = x->window;
        then.current = x->current;
        then.history = x->history;
        then.planned = x->planned;
        then.negated = x->negated;
        then.alone = x->alone;
        *x = then;
        return PLACING_STAYS;
    }
    if (item_modifies(x) && tense && !x->qualifier_count && !x->window && next->link != PART_END &&
        (!x->negated || (next->link != PART_COMMA && !y->negated))) {
        join_tenses(x, y);
        next->link = e->at[i].link;
        return PLACING_GOES;
    }
    /* "serum or urine pregnancy test" */
    if (specimen(c, x) && y->has_subject && next->link == PART_OR) {
        lend_qualifiers(y, x);
        y->negated = y->negated || x->negated;
        y->span.start = x->span.start;
        next->link = e->at[i].link;
        next->loose = e->at[i].loose;
        return PLACING_GOES;
    }
    return PLACING_OPEN;
}

/* What only says when or how belongs to the item before it, or, at the start, to the next. */
static void share_modifiers(const clause *c, entries *e)
{
    size_t kept = 0;

    for (size_t i = 0; i < e->count; i++) {
        placing p = kept ? place_before(c, e, i, &e->at[kept - 1].item) : PLACING_OPEN;

        if (p == PLACING_OPEN && i + 1 < e->count)
            p = place_behind(c, e, i);
        if (p == PLACING_GOES)
            continue;
        if (kept != i)
            e->at[kept] = e->at[i];
        kept++;
    }
    e->count = kept;
}

/* "systemics within 4 weeks, biologics within 3 months": a thing with a time of its own, which
 * is not known, and no adjective of the next */
static void share_own_times(entries *e)
{
    for (size_t i = 0; i + 1 < e->count; i++) {
        item *x = &e->at[i].item;

        if (!item_modifies(x) || !x->qualifier_count || !x->window || x->negated || x->current ||
            x->history || x->planned || e->at[i + 1].link != PART_COMMA ||
            !e->at[i + 1].item.has_subject || !e->at[i + 1].item.window)
            continue;
        x->has_subject = true;
        x->subject.span = x->qualifiers[x->qualifier_count - 1].span;
        x->subject.text = x->qualifiers[--x->qualifier_count].text;
    }
}

/* "oral or topical antibiotics": of the name "topical antibiotics", what the adjective in it
 * narrows, which the other adjective narrows as well. NULL: the name does not begin with one. */
static const part *without_adjective(const clause *c, const item *y)
{
    const concept *k = y->subject.concept;
    eligo_span own = y->subject.span;
    size_t covered = 0, word = 0;
    lexicon_hit hit;
    const cue *q;
    atoms name;
    part *p;

    if (!k || !y->subject_part)
        return NULL;
    while (k->name[word] && k->name[word] != ' ')
        word++;
    if (!k->name[word] || own.end - own.start < word ||
        strncasecmp(c->text + own.start, k->name, word) != 0)
        return NULL;
    name = lexicon_cut(c->lx, k->name, strlen(k->name), c->arena);
    q = name.count ? cue_match(&name, 0, &covered) : NULL;
    if (!q || q->class != CUE_QUAL || covered >= name.count ||
        !lexicon_match(c->lx, &name, covered, &hit) || hit.atoms != name.count - covered ||
        !hit.thing || hit.thing == k || hit.thing->category != k->category)
        return NULL;
    p = arena_copy(c->arena, y->subject_part, 1, sizeof *p);
    if (p)
        p->hit = hit;
    return p;
}

/* adjectives that made no name of their own: "acute or chronic X" is X of either kind */
static void share_adjectives(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 0;) {
        item *x = &e->at[i].item;

        if (item_modifies(x) && x->qualifier_count && !x->negated && i + 1 < e->count &&
            e->at[i + 1].item.has_subject &&
            (e->at[i + 1].link == PART_OR || e->at[i + 1].link == PART_AND ||
             e->at[i + 1].link == PART_ANDOR || e->at[i + 1].link == PART_SLASH ||
             e->at[i + 1].link == PART_COMMA)) {
            const item *y = &e->at[i + 1].item;
            item copy = list_without_stage(c, y), unstaged = copy;

            y = &unstaged;
            const part *bare = without_adjective(c, y);

            copy.qualifier_count = 0;
            if (bare)
                list_take_subject(&copy, bare, y->subject.span, c);
            list_drop_bracket(&copy, y);
            if (defined_last_alone(x, y))
                copy.defined = NULL;
            /* "moderate or severe, open fracture": what stands behind the comma is said of both */
            bool both = list_one_more_adjective(e, i);

            if (both)
                e->at[i + 1].common = y->span.start;
            /* own adjectives instead of the neighbour's leading ones */
            for (size_t k = 0; k < y->qualifier_count; k++)
                if (y->qualifiers[k].span.start > y->subject.span.start || both ||
                    (e->at[i + 1].common && y->qualifiers[k].span.start >= e->at[i + 1].common))
                    copy.qualifiers[copy.qualifier_count++] = y->qualifiers[k];
            for (size_t k = 0; k < x->qualifier_count && copy.qualifier_count < ITEM_QUALIFIERS;
                 k++)
                copy.qualifiers[copy.qualifier_count++] = x->qualifiers[k];
            copy.span = (eligo_span){x->span.start, y->span.end};
            copy.lent_noun = e->at[i + 1].item.lends_noun = true;
            copy.current = copy.current || x->current;
            copy.history = copy.history || x->history;
            list_lend_leading(c, e, i, &copy);
            *x = copy;
            e->at[i].common = e->at[i + 1].common;
            if (both) /* one thing */
                e->count--;
        }
    }
}

/* the nearest name before that holds a cause: what stands before the cause */
static void share_causes(const clause *c, entries *e)
{
    eligo_span head = {0, 0};
    const part *effect = NULL;

    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;

        if (e->at[i].link != PART_WITH && x->has_subject && y->has_subject)
            share_measure(c, x, y);
        /* "pneumonia caused by A, B or C": each of them with its pneumonia */
        eligo_span near = before_cause(c, y->subject.span);

        if (near.end > near.start) {
            head = near;
            effect = y->subject_part;
        }
        if (e->at[i].link != PART_WITH && x->has_subject && !x->quantity_count && !x->judge &&
            !x->negated && x->thing_count <= 1 && head.end > head.start && effect) {
            const part *p = name_together(c, head, x->subject.span, effect);

            if (p && p->hit.thing) {
                x->subject.concept = p->hit.thing;
                x->subject.category = p->hit.thing->category;
                x->renamed = true;
            }
        }
    }
}

/* "angina, stable": what stands alone at the end narrows what stands before it */
static void share_behind(entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i].item, *y = &e->at[i - 1].item, bare = *x;

        /* "hepatic impairment, moderate or severe (Child-Pugh C)": with its bracket */
        if (x->defined && !y->defined && !y->quantity_count && e->at[i].link == PART_COMMA &&
            (i + 1 == e->count || e->at[i + 1].link == PART_COMMA || e->at[i + 1].loose))
            bare.defined = NULL;
        if (!item_modifies(&bare) || !x->qualifier_count || !y->has_subject || e->at[i].example)
            continue;
        bool whole = x->defined;

        if (whole) {
            y->defined = x->defined;
            y->defined_by_words = x->defined_by_words;
            y->span.end = x->span.end;
        }
        for (size_t k = 0; k < x->qualifier_count && y->qualifier_count < ITEM_QUALIFIERS; k++)
            y->qualifiers[y->qualifier_count++] = x->qualifiers[k];
        if (whole)
            memmove(&e->at[i], &e->at[i + 1], (e->count - i - 1) * sizeof *e->at);
        if (whole || i + 1 == e->count)
            e->count--;
    }
}

/* "kidney disease, stage 3 or higher": its stage */
static void share_stages(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i].item, *y = &e->at[i - 1].item;

        if (e->at[i].link != PART_COMMA || e->at[i].loose || e->at[i].example || x->negated ||
            x->quantity_count != 1 || x->thing_count != 1 || x->judge ||
            !(x->things[0]->roles & ROLE_STAGE) || !x->things[0]->hit.quantity || !y->has_subject ||
            y->judge || y->quantity_count || y->subject.category != CATEGORY_CONDITION)
            continue;
        if (y->subject.concept && is_malignant(c, y->subject.concept)) {
            e->at[i].link = PART_WITH; /* the stage of that cancer */
            x->staged = y->subject_part;
            continue;
        }
        item_qualify(c, y, "number", NULL, x->span, NULL);
        y->span.end = x->span.end;
        memmove(&e->at[i], &e->at[i + 1], (e->count - i - 1) * sizeof *e->at);
        e->count--;
    }
}

/* "asthma, severe type": which kind of it */
static void share_kinds(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i].item, *y = &e->at[i - 1].item;

        if (e->at[i].link != PART_COMMA || e->at[i].loose || e->at[i].example ||
            !names_kind(c, x) || !y->has_subject || y->judge || y->quantity_count)
            continue;
        item_qualify(c, y, "other", NULL, x->span, NULL);
        y->span.end = x->span.end;
        memmove(&e->at[i], &e->at[i + 1], (e->count - i - 1) * sizeof *e->at);
        e->count--;
    }
}

/* "less than 50 kg or over 100 kg in weight": the name stands behind the last */
static void share_names_behind(entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;

        if (item_wants_subject(x) && !x->thing_count && y->quantity_count && y->thing_count == 1 &&
            y->things[0]->hit.quantity && y->quantities[0]->span.end <= y->things[0]->span.start &&
            entry_linked(&e->at[i]) && part_one_sided(x->quantities[0]) &&
            part_one_sided(y->quantities[0]) &&
            (!x->quantities[0]->unit.ucum || !y->quantities[0]->unit.ucum ||
             strcmp(x->quantities[0]->unit.ucum, y->quantities[0]->unit.ucum) == 0)) {
            x->things[x->thing_count++] = y->things[0];
            x->has_subject = y->has_subject;
            x->subject = y->subject;
            x->subject_part = y->subject_part;
        }
    }
}

/* Opinions and abilities: what they are about, and what is denied, go on. */
static void share_judgements(entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;

        /* "situations or diseases that the investigator ...": unknown words before the opinion */
        if (y->has_subject && !y->subject.concept && !y->judge && !y->quantity_count &&
            !y->negated && x->judge && e->at[i].link == PART_OR && !y->current && !y->history &&
            !y->planned)
            e->at[i - 1].item.judge = x->judge;
        /* "inability to understand the study or give consent": what is denied of one is denied of
         * the next */
        if (y->denied && (y->judge || y->thing_count) && x->judge && !x->denied && !x->negated &&
            !x->person && entry_linked(&e->at[i]) && !e->at[i].loose) {
            x->judge = y->judge ? y->judge : "inability";
            x->denied = true;
            x->consent = false;
            continue;
        }
    }
}

bool list_said_before(const clause *c, const entries *e, size_t i)
{
    const item *x = &e->at[i - 1].item, *y = &e->at[i].item;

    return (e->at[i].link == PART_OR || e->at[i].link == PART_AND || e->at[i].link == PART_ANDOR ||
            e->at[i].link == PART_SLASH) &&
           !(e->at[i].loose && tight_before(e, i)) && !list_begins_who(c, &e->at[i]) &&
           !(y->negated && !x->negated) && !own_verb(y, x) && !same_before(e, i);
}

/* "Diabetes and on metformin for 3 months": it is taken so long. */
static bool takes(const entry *y, const item *x)
{
    return y->link == PART_AND && y->item.current && !x->current &&
           concept_is_treatment(y->item.subject.concept) &&
           !concept_is_treatment(x->subject.concept);
}

/* "A or B diagnosed within 3 months": it is when each was found. */
static void lend_found(item *x, const item *y)
{
    for (size_t k = 0; k < y->qualifier_count && x->qualifier_count < ITEM_QUALIFIERS; k++)
        if (text_is(y->qualifiers[k].kind, "certainty") &&
            text_is(y->qualifiers[k].value, "confirmed") &&
            y->qualifiers[k].span.start > y->subject.span.end)
            x->qualifiers[x->qualifier_count++] = y->qualifiers[k];
}

/* "Chronic (> 10 days) A or B within 6 months": how long is said before the name, when behind both.
 */
static bool lasts_before(const item *x)
{
    return x->duration && x->has_subject && x->duration->span.end <= x->subject.span.start;
}

/* "At least 2 strokes or at least 1 seizure within a year": both are counted in that time. */
static bool counted_alike(const item *x, const item *y)
{
    return item_counts_too(x, y) && !x->so_many &&
           x->quantities[0]->span.end <= x->subject.span.start;
}

static void share_windows(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;
        bool apart =
            item_time_is_of_need(c, y) || apart_from(c, &e->at[i], x) ||
            (e->at[i].loose && /* "A or B, or C within ...", "A, or C within ...": C's alone */
             (tight_before(e, i) || each_apart(e, i))) ||
            x->ever_behind || list_begins_who(c, &e->at[i]) || list_never_had(x, y) ||
            (y->negated && !x->negated) || /* "A, and no B for ...": B's alone */
            /* the same, at two times, and no "oral or inhaled A" */
            (x->subject_part && x->subject_part == y->subject_part && !x->lent_noun) ||
            list_stay_behind_state(y, x) || (e->at[i].link != PART_COMMA && list_since_event(y)) ||
            (item_plans(x) && list_looks_back(c, y->window));
        bool listed = e->at[i].link == PART_OR || e->at[i].link == PART_AND ||
                      e->at[i].link == PART_ANDOR || e->at[i].link == PART_SLASH ||
                      (e->at[i].link == PART_COMMA && i + 1 < e->count &&
                       (y->window || y->duration) && e->at[i + 1].item.window == y->window &&
                       e->at[i + 1].item.duration == y->duration && list_ends_in_word(e, i + 1));

        listed = listed && !apart && !x->any; /* "stroke at any time, or TIA within 90 days" */
        if (listed && !x->window && (!x->duration || lasts_before(x)) &&
            ((!x->quantity_count && !y->quantity_count) || counted_alike(x, y)) && y->window &&
            x->has_subject && y->window->span.start > y->subject.span.start && !own_verb(y, x) &&
            !same_before(e, i)) {
            x->window = y->window;
            lend_found(x, y);
            /* "A or B for 2 days in the past month" */
            if (y->duration && !x->duration && y->duration->span.start > y->subject.span.start &&
                y->duration->span.end <= y->window->span.start && !takes(&e->at[i], x))
                x->duration = y->duration;
        }
        /* "A, B or C before admission" */
        if (y->event && x->has_subject && !x->event && !x->window && !x->duration && !apart &&
            !x->any && !x->quantity_count && !y->quantity_count && !y->window &&
            y->event->span.start > y->subject.span.start && !own_verb(y, x) && !same_before(e, i) &&
            (e->at[i].link == PART_COMMA
                 ? i + 1 < e->count && e->at[i + 1].item.event == y->event
                 : e->at[i].link == PART_OR || e->at[i].link == PART_AND ||
                       e->at[i].link == PART_ANDOR || e->at[i].link == PART_SLASH))
            x->event = y->event;
        /* "pregnant and planning to breastfeed for 6 months": how long that will last */
        if (listed && !x->duration && !x->window && y->duration && x->has_subject &&
            (x->planned || !y->planned) && !x->quantity_count && !takes(&e->at[i], x) &&
            !list_lasts_of_count(c, &e->at[i]) && y->duration->span.start > y->subject.span.start)
            x->duration = y->duration;
    }
}

/* "Failed A or B": a treatment that goes on with the past goes on with the failure. */
static void lend_failure(item *x, const item *y)
{
    for (size_t i = 0; i < y->qualifier_count && x->qualifier_count < ITEM_QUALIFIERS; i++)
        if (text_is(y->qualifiers[i].kind, "course") &&
            (text_is(y->qualifiers[i].value, "failed") ||
             text_is(y->qualifiers[i].value, "refractory")) &&
            concept_is_treatment(y->subject.concept))
            x->qualifiers[x->qualifier_count++] = y->qualifiers[i];
}

/* "History of A or B", "planned A or B": the tense goes on. */
static void share_tense(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[list_before(e, i)].item;

        /* "3 prior lines of therapy including A": of what was before, too */
        if (!x->current && !x->history && !x->planned &&
            (entry_linked(&e->at[i]) || e->at[i].included) && !x->quantity_count) {
            x->lent_history = y->history && list_lends_history(c, e, i);
            /* "on dialysis or with a kidney transplant": another verb */
            x->current = y->current && !(e->at[i].anew && x->subject.concept &&
                                         x->subject.concept->category == CATEGORY_PROCEDURE);
            /* what is said behind a thing is of that one, and of those before it; "has received A
             * or is pregnant": of treatments; "had a stroke or have gout": of the stroke */
            x->history =
                y->history && !y->history_behind && !e->at[i].having && !y->any &&
                !(y->history_own && y->alone) &&
                !(y->took && x->subject.concept && !category_is_quantity(x->subject.category) &&
                  !concept_is_treatment(x->subject.concept));
            x->took = x->history && y->took;
            x->lent_history = x->lent_history && x->history;
            x->two_times = y->two_times;
            /* "at least a 1-year history of A or B" */
            if (x->history && y->duration && !x->duration && !x->window && !x->negated &&
                y->duration->span.start < y->subject.span.start)
                x->duration = y->duration;
            x->planned = y->planned && !y->planned_behind && list_may_be_planned(c, &e->at[i]) &&
                         !list_looks_back(c, x->window);
            x->lent_planned =
                x->planned && (y->lent_planned || x->subject.category == CATEGORY_CONDITION);
            if (!x->planned && list_plans_by_name(c, y) &&
                concept_is_treatment(x->subject.concept) && !x->window)
                x->planned = x->lent_planned = true;
        }
        if (entry_linked(&e->at[i]) && x->history && x->span.start == x->subject.span.start)
            lend_failure(x, y);
        /* "planned chemotherapy with carboplatin": it need not be on record yet */
        if (e->at[i].link == PART_WITH && y->planned && y->has_subject && !x->planned &&
            !x->current && !x->history && !x->negated && !x->quantity_count && !x->window &&
            concept_is_treatment(y->subject.concept) && concept_is_treatment(x->subject.concept))
            x->planned = true;
    }
}

/* Do words that begin there narrow it already? */
static bool qualified_at(const item *x, eligo_span s)
{
    bool found = false;

    for (size_t i = 0; i < x->qualifier_count && !found; i++)
        found = x->qualifiers[i].span.start == s.start;
    return found;
}

/* "allergic or hypersensitive to X": what the last one is about may be meant of both;
 * "confirmed or suspected A or B" */
static void share_about(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;

        /* "biopsy or surgery of the knee, including A": examples go on with no list */
        bool last =
            i + 1 == e->count || !entry_linked(&e->at[i + 1]) ||
            /* "A or B of the face within 6 months, C within 12 months": each list its own time */
            (y->window && e->at[i + 1].link == PART_COMMA && e->at[i + 1].item.window &&
             e->at[i + 1].item.window != y->window) ||
            (e->at[i + 1].example && !e->at[i].example && (item_general(c, y) || item_sits(c, y)));
        bool listed =
            e->at[i].link == PART_COMMA
                ? list_ends_in_connective(e, i)
                : entry_linked(&e->at[i]) && (!e->at[i].loose || e->at[i - 1].link == PART_COMMA);

        if (!listed || !x->has_subject || !y->has_subject || x->quantity_count ||
            y->quantity_count || x->judge || y->judge || (y->caused && x->caused) ||
            list_infected_there(c, y, x) ||
            (!x->who && y->who) || /* "asthma or family history of gout before the age of 50" */
            /* "pain in the knee or hip": one thing, each time somewhere else */
            (x->subject.concept && x->subject.span.start == y->subject.span.start) ||
            /* "type 1 diabetes or diabetes due to A": the kind has its own cause */
            (y->caused && y->subject.concept && x->subject.concept != y->subject.concept &&
             concept_is(x->subject.concept, y->subject.concept)) ||
            (x->subject.category != y->subject.category &&
             !(concept_is_treatment(x->subject.concept) &&
               concept_is_treatment(y->subject.concept)) &&
             !item_general(c, x) && !item_sits(c, x) &&
             !(y->effect && !y->subject.concept && !another(c, y))))
            continue;
        x->effect = x->effect || y->effect;
        for (size_t k = 0; k < y->qualifier_count && x->qualifier_count < ITEM_QUALIFIERS; k++)
            if (y->qualifiers[k].span.start > y->subject.span.end &&
                (last || y->qualifiers[k].span.start > e->at[i + 1].item.subject.span.start) &&
                (text_is(y->qualifiers[k].kind, "about") ||
                 text_is(y->qualifiers[k].kind, "time") ||
                 text_is(y->qualifiers[k].kind, "other")) &&
                !qualified_at(x, y->qualifiers[k].span))
                x->qualifiers[x->qualifier_count++] = y->qualifiers[k];
    }
}

/* "pregnant or lactating women": the group stands behind the last */
static void share_sexes(entries *e)
{
    for (size_t i = e->count; i-- > 1;)
        if (e->at[i].item.sex && e->at[i].item.has_subject && !e->at[i - 1].item.sex &&
            e->at[i - 1].item.subject.concept &&
            (e->at[i - 1].item.subject.concept->flags &
             (strcmp(e->at[i].item.sex->value, "female") == 0 ? CONCEPT_FEMALE : CONCEPT_MALE)))
            e->at[i - 1].item.sex = e->at[i].item.sex;
}

/* Is something said that narrows an item? */
static bool any_qualified(const entries *e)
{
    for (size_t i = 0; i < e->count; i++)
        if (e->at[i].item.qualifier_count)
            return true;
    return false;
}

/* What the items are: what makes no thing of its own goes to its neighbour, names are shared. */
static void share_names(const clause *c, entries *e, unsigned said)
{
    if (said & SAID_SLASH)
        merge_names(c, e);
    if (said & SAID_NAIVE)
        share_naive(c, e);
    if (said & SAID_SLASH && said & SAID_BOUND)
        share_ratios(c, e);
    if (said & (LACKS_SUBJECT | LACKS_CONCEPT)) {
        share_modifiers(c, e);
        list_share_last_words(c, e);
    }
    if (said & (LACKS_CONCEPT | SAID_QUALIFIER))
        list_share_first_words(c, e);
    if (said & LACKS_CONCEPT) {
        list_share_heads(c, e);
        list_share_places(c, e);
    }
    if (said & SAID_BOUND) {
        list_share_stage_ahead(c, e);
        list_share_scale_behind(c, e);
        list_share_staged(c, e);
    }
    if (said & LACKS_SUBJECT) {
        share_own_times(e);
        share_adjectives(c, e);
    }
    share_causes(c, e);
    if (said & LACKS_SUBJECT)
        share_behind(e);
    if (said & SAID_COMMA && said & SAID_BOUND)
        share_stages(c, e);
    if (said & SAID_COMMA && said & (LACKS_SUBJECT | LACKS_CONCEPT))
        share_kinds(c, e);
}

/* Which bound is of which quantity. */
static void share_quantities(const clause *c, entries *e, unsigned said)
{
    if (said & SAID_BOUND) {
        list_share_counted(e);
        list_share_bounds(c, e);
        list_share_multiples(c, e);
        share_names_behind(e);
        list_share_limits(c, e);
    }
    if (said & (SAID_BOUND | SAID_QUALIFIER))
        share_sides(c, e);
}

/* When it was, whose it is, and what narrows it. */
static void share_circumstances(const clause *c, entries *e, unsigned said)
{
    bool qualified = any_qualified(e);

    list_share_results(c, e);
    if (said & SAID_TIME) {
        list_lift_windows(e);
        share_windows(c, e);
        list_share_leading(e);
    }
    if (said & SAID_BOUND)
        list_share_lengths(c, e);
    if (said & SAID_TIME && said & SAID_BOUND && said & SAID_SEX)
        list_share_lasting(c, e);
    if (said & SAID_TENSE)
        share_tense(c, e);
    if (said & (SAID_TENSE | SAID_WHO))
        list_share_who(c, e);
    if (qualified || said & SAID_EFFECT)
        share_about(c, e);
    list_share_site(c, e);
    if (said & SAID_DONE)
        list_treat_there(c, e);
    if (qualified)
        list_share_certainty(e);
    if (said & SAID_WHO)
        list_share_who_behind(e);
    if (said & SAID_SEX)
        share_sexes(e);
}

/* Items that lack a part take it from their neighbours. */
void list_share(const clause *c, entries *e)
{
    unsigned said;

    mark_sex(c, e);
    if (e->count < 2)
        return; /* most lists are no list: nobody is there to take from */
    /* the passes only lend what some item says, but for words that narrow it */
    said = entries_say(e);
    if (said & LACKS_CONCEPT && !c->exclusion)
        list_drop_ages(c, e);
    share_names(c, e, said);
    share_quantities(c, e, said);
    if (said & SAID_CONSENT)
        share_consent(c, e);
    if (said & SAID_JUDGED)
        share_judgements(e);
    list_share_objects(c, e);
    share_circumstances(c, e, said);
}
