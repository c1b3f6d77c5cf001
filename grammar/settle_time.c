#include "grammar/bound.h"
#include "grammar/settle.h"

#include "engine/base/text.h"
#include "rules/landmark.h"
#include "rules/sayings.h"

#include <ctype.h>
#include <string.h>

/* Words of time: windows, lengths of time, ages and days; what they are counted from is
 * settle_anchor.c's. */

static bool time_unit(const settler *s, const part *p, part *measure)
{
    size_t size = p->span.end - p->span.start;
    unit_hit hit;

    if (p->kind != PART_WORD || !unit_match(s->text + p->span.start, size, NULL, &hit) ||
        !hit.of_time || hit.size != size || (size < 3 && !settle_short_time(size, hit.period)))
        return false;
    *measure = *p;
    measure->kind = PART_UNIT;
    measure->roles = 0;
    measure->unit.ucum = arena_text(s->arena, hit.ucum, strlen(hit.ucum));
    measure->unit.text = arena_text(s->arena, s->text + p->span.start, size);
    measure->period = hit.period;
    return true;
}

bool settle_time_word(const settler *s, size_t i, part *measure)
{
    return i < s->count && time_unit(s, &s->in[i], measure);
}

bool settle_one_time(const settler *s, size_t i, part *measure)
{
    return (settle_word_is(s, i, "a") || settle_word_is(s, i, "an") ||
            settle_word_is(s, i, "one")) &&
           settle_time_word(s, i + 1, measure);
}

/* "a month" behind a word of time: one of them. The last part that it took; i: there is none. */
static size_t push_one(settler *s, part_list *out, size_t i)
{
    part measure, one;
    part_kind next;

    if (!settle_time_word(s, i + 1, &measure))
        return i;
    next = settle_kind(s, i + 2);
    /* "in the day of assessment" is no length; "during the year before" is */
    if (!settle_one_time(s, i, &measure) &&
        (measure.period == 'd' ||
         (next != PART_BEFORE && next != PART_PRIOR && next != PART_AFTER && next != PART_FOLLOW &&
          next != PART_END && next != PART_PERIOD && next != PART_COMMA)))
        return i;
    one = measure;
    one.kind = PART_NUMBER;
    one.number = 1;
    one.unit = (rule_unit){NULL, NULL};
    one.period = 0;
    one.span.end = one.span.start;
    settle_push(s, out, &one, PART_NUMBER);
    settle_push(s, out, &measure, PART_UNIT);
    return i + 1;
}

/* Does a length of time begin at i: [at least] N unit, or a unit alone ("the last year")? */
static bool time_ahead(const settler *s, size_t i)
{
    part measure;

    for (size_t n = 0;
         n < 5 && (settle_kind(s, i) == PART_CMP || settle_kind(s, i) == PART_FILL ||
                   settle_kind(s, i) == PART_BETWEEN || settle_kind(s, i) == PART_LAST ||
                   settle_kind(s, i) == PART_PRIOR || settle_kind(s, i) == PART_NEXT ||
                   settle_kind(s, i) == PART_FOLLOW || settle_kind(s, i) == PART_EVERY ||
                   settle_kind(s, i) == PART_FROM);
         n++)
        i++;
    if (settle_numeral(settle_kind(s, i))) {
        size_t k = i + 1;

        /* "6 to 12 months", "3-6 months" */
        if ((settle_kind(s, k) == PART_DASH || settle_kind(s, k) == PART_TOWORD ||
             settle_kind(s, k) == PART_OR || settle_kind(s, k) == PART_AND) &&
            settle_numeral(settle_kind(s, k + 1)))
            k += 2;
        if (settle_kind(s, k) == PART_ORMORE || settle_kind(s, k) == PART_ORLESS) {
            k += 1 + settle_word_is(s, k + 1, "consecutive");
            if (settle_time_word(s, k, &measure)) /* "3 or more weeks" */
                return true;
        }
        if (settle_kind(s, k) == PART_HALFLIFE ||
            (settle_kind(s, k) == PART_FILL && settle_kind(s, k + 1) == PART_HALFLIFE))
            return true;
        return settle_kind(s, k) == PART_UNIT && s->in[k].period;
    }
    return settle_time_word(s, i, &measure);
}

bool settle_time_behind(const part_list *out)
{
    size_t n = out->count;

    if (n && (out->at[n - 1].kind == PART_FILL || out->at[n - 1].kind == PART_ORMORE))
        n--;
    return n && out->at[n - 1].kind == PART_UNIT &&
           (out->at[n - 1].period || out->at[n - 1].half_lives > 0);
}

/* Is its last word this one? */
static bool spelled(const settler *s, const part *p, const char *word)
{
    size_t n = strlen(word), size = p->span.end - p->span.start;

    return size >= n && text_equal_nocase(s->text + p->span.end - n, n, word) &&
           (size == n || s->text[p->span.end - n - 1] == ' ');
}

static bool starts(const settler *s, const part *p, const char *word)
{
    return text_starts_nocase(s->text + p->span.start, p->span.end - p->span.start, word);
}

static size_t skip_articles(const settler *s, size_t i)
{
    while (settle_kind(s, i) == PART_FILL || settle_kind(s, i) == PART_EVERY)
        i++;
    return i;
}

/* "the 9-week program": how long something takes, and no time in which something else took place.
 * The part behind the unit; 0: it is none. A "12-week period" is a time. */
static size_t compound(const settler *s, size_t i)
{
    size_t at = i + 1;

    if (!settle_numeral(settle_kind(s, i)) || settle_kind(s, at) != PART_UNIT ||
        !s->in[at].period || s->text[s->in[i].span.end] != '-' ||
        (settle_kind(s, at + 1) != PART_WORD && settle_kind(s, at + 1) != PART_THING) ||
        (s->in[at + 1].roles & ROLE_PERIOD))
        return 0;
    return at + 1;
}

/* "3 seizures in one day", "2 doses within 24 hours": how often, and not when. */
static bool rate_of_a_day(const settler *s, const part_list *out, size_t i, size_t first)
{
    const part *n = &s->in[first], *u = n + 1;

    if (first != settle_skip_fill(s, i + 1) || settle_kind(s, first) != PART_NUMBER ||
        settle_kind(s, first + 1) != PART_UNIT ||
        !((n->number == 1 && u->period == 'd') || (n->number == 24 && u->period == 'h')) ||
        settle_kind(s, first + 2) == PART_BEFORE || settle_kind(s, first + 2) == PART_AFTER ||
        settle_kind(s, first + 2) == PART_OF || settle_kind(s, first + 2) == PART_PRIOR ||
        settle_kind(s, first + 2) == PART_FROM || settle_kind(s, first + 2) == PART_FOLLOW)
        return false;
    for (size_t k = out->count; k-- > 0 && out->count - k < 8;)
        if (out->at[k].kind == PART_NUMBER)
            return k + 1 >= out->count || out->at[k + 1].kind != PART_UNIT;
    return false;
}

/* "Women of childbearing age", "pregnant women", and no pregnancy. */
static bool names_people(const settler *s, const part *p)
{
    const char *text = s->text + p->span.start;
    size_t n = p->span.end - p->span.start, first = 0;

    while (first < n && isalpha((unsigned char)text[first]))
        first++;
    return (roles_of(text, first) | roles_of_last(text, n)) & ROLE_PEOPLE;
}

/* "For hospitalized patients:": behind what they have, or where they are, stands a word for people.
 */
static bool people_behind(const settler *s, size_t k)
{
    enum { NEAR = 3 };
    size_t n = 0;

    while (n < NEAR && (settle_kind(s, k + n) == PART_THING || settle_kind(s, k + n) == PART_WORD))
        n++;
    return n > 0 && (settle_kind(s, k + n) == PART_PERSON ||
                     settle_ends_in(s, s->in[k + n - 1].span, "patients"));
}

/* "For women of childbearing age, ...": a group of people stands behind "for" or "in", with a comma
 * or a colon behind it, at the beginning of a clause. */
static bool group_ahead(const settler *s, const part_list *out, size_t i)
{
    size_t k = i + 1;

    if (out->count && out->at[out->count - 1].kind != PART_PERIOD &&
        out->at[out->count - 1].kind != PART_SEMICOLON &&
        out->at[out->count - 1].kind != PART_COMMA && out->at[out->count - 1].kind != PART_COLON)
        return false;
    while (settle_kind(s, k) == PART_FILL || settle_kind(s, k) == PART_ANYOF ||
           settle_kind(s, k) == PART_ALLOF || settle_kind(s, k) == PART_QUAL)
        k++;
    if (settle_kind(s, k) != PART_SEX && settle_kind(s, k) != PART_PERSON && !people_behind(s, k) &&
        !(k < s->count && s->in[k].roles & ROLE_AGE_GROUP) &&
        !(settle_kind(s, k) == PART_THING && s->in[k].hit.thing &&
          (s->in[k].hit.thing->flags & (CONCEPT_FEMALE | CONCEPT_MALE)) &&
          (starts(s, &s->in[i], "for") || names_people(s, &s->in[k]))))
        return false;
    for (size_t n = 0; n < 14; n++, k++) {
        part_kind kind = settle_kind(s, k);

        if (kind == PART_COMMA || kind == PART_COLON)
            return kind == PART_COLON || settle_kind(s, k + 1) != PART_END;
        if (kind == PART_END || kind == PART_PERIOD || kind == PART_SEMICOLON)
            return false;
    }
    return false;
}

/* "HbA1c > 10 % in diabetic patients", whose "in" stands at i: of those with diabetes. */
static bool limit_of_ill(const settler *s, const part_list *out, size_t i)
{
    part_kind behind = settle_behind(out);

    return (behind == PART_UNIT || behind == PART_NUMBER || behind == PART_ULN) &&
           settle_kind(s, i + 1) == PART_THING && s->in[i + 1].hit.thing &&
           s->in[i + 1].hit.thing->category == CATEGORY_CONDITION &&
           settle_kind(s, i + 2) == PART_PERSON;
}

/* "Previous pregnancy", by whatever name: the part behind it; i: something else stands there. */
static size_t earlier_pregnancy(const settler *s, size_t i)
{
    const part *p = &s->in[i];

    if (settle_kind(s, i) == PART_THING && p->hit.quantity)
        return i + is_landmark(p->hit.quantity, LANDMARK_GRAVIDITY);
    return settle_kind(s, i) == PART_PRIOR && settle_kind(s, i + 1) == PART_THING &&
                   is_landmark(p[1].hit.thing, LANDMARK_PREGNANCY)
               ? i + 2
               : i;
}

/* "(In) the current or a previous pregnancy", "this or any earlier episode", "a previous
 * pregnancy": the part behind it; 0: it is none. *either: one time as well as the other. */
static size_t other_time(const settler *s, size_t i, bool *pregnancy, bool *either)
{
    size_t k = i, end;

    *either = settle_kind(s, i) == PART_CURRENT || (i > 0 && settle_word_is(s, i - 1, "this"));
    if (*either) {
        k += settle_kind(s, i) == PART_CURRENT;
        if (settle_kind(s, k) != PART_OR)
            return settle_current_time(s, i);
        k++;
    }
    k = skip_articles(s, k);
    end = earlier_pregnancy(s, k);
    *pregnancy = end > k;
    if (*pregnancy)
        return end;
    if (!*either || settle_kind(s, k) != PART_PRIOR)
        return 0;
    k++;
    return settle_kind(s, k) == PART_THING || settle_kind(s, k) == PART_WORD ? k + 1 : 0;
}

/* "The study", "treatment", "the study treatment period" at i: the part behind it; i: something
 * else stands there. */
static size_t course_of_study(const settler *s, size_t i)
{
    size_t k = i + settle_study_anchor(s, i);
    bool more = true;

    while (more && k < s->count) {
        more = false;
        for (size_t w = 0; saying_course_of_study[w]; w++)
            more = more || settle_word_is(s, k, saying_course_of_study[w]);
        k += more;
    }
    return k == i || k == s->count || part_divides(settle_kind(s, k)) ||
                   settle_kind(s, k) == PART_PERIOD
               ? k
               : i;
}

static size_t within(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    size_t first = skip_articles(s, i + 1), behind = compound(s, first);
    bool pregnancy = false, either;

    if (behind) {
        settle_push(s, out, p, PART_FILL);
        settle_push_qualifier(s, out, &s->in[first], "time", behind);
        return behind - 1;
    }
    if ((behind = other_time(s, first, &pregnancy, &either))) {
        part q = *p;

        q.span.end = s->in[behind - 1].span.end;
        q.value = "";
        if (pregnancy && either) /* whichever it was in */
            settle_push(s, out, &q, PART_HISTORY);
        else
            settle_push_qualifier(s, out, p, "time", behind);
        return behind - 1;
    }
    /* "planned during the study", "planned during the treatment period": when else */
    if (out->count && out->at[out->count - 1].kind == PART_PLANNED && starts(s, p, "during") &&
        (behind = course_of_study(s, first)) > first) {
        part q = *p;

        q.span.end = s->in[behind - 1].span.end;
        settle_push(s, out, &q, PART_FILL);
        return behind - 1;
    }
    /* "within 1.5 x ULN": no more than that */
    if (starts(s, p, "within") && settle_numeral(settle_kind(s, first)) &&
        (settle_kind(s, first + 1) == PART_MULT || settle_kind(s, first + 1) == PART_ULN)) {
        part limit = *p;

        limit.value = "<=";
        settle_push(s, out, &limit, PART_CMP);
        return i;
    }
    if (!time_ahead(s, i + 1)) {
        bool group = starts(s, p, "in") && group_ahead(s, out, i);

        /* "A in patients with B": A with B */
        if (!group && starts(s, p, "in") && settle_kind(s, i + 1) == PART_PERSON &&
            settle_kind(s, i + 2) == PART_WITH) {
            part q = s->in[i + 2];

            q.span.start = p->span.start;
            settle_push(s, out, &q, PART_WITH);
            return i + 2;
        }
        settle_push(s, out, p,
                    group                                           ? PART_FORGROUP
                    : starts(s, p, "in") && limit_of_ill(s, out, i) ? PART_WITH
                                                                    : PART_FILL);
        return i;
    }
    /* "2 times in one day": how often */
    for (size_t n = out->count; n-- > 0 && out->count - n < 3;)
        if (out->at[n].kind == PART_NUMBER && out->at[n].times &&
            settle_numeral(settle_kind(s, first)) && settle_kind(s, first + 1) == PART_UNIT) {
            settle_push_qualifier(s, out, p, "time", first + 2);
            return first + 1;
        }
    if (rate_of_a_day(s, out, i, first)) {
        settle_push_qualifier(s, out, p, "time", first + 2);
        return first + 1;
    }
    settle_push(s, out, p, PART_WITHIN);
    return push_one(s, out, first - 1);
}

/* "Anaphylaxis to a previous vaccine": of what it was to, and of nothing beside it. */
static bool of_reaction(const settler *s, const part_list *out)
{
    size_t n = out->count;

    while (n && out->at[n - 1].kind == PART_FILL && !spelled(s, &out->at[n - 1], "to"))
        n--;
    return n > 1 && out->at[n - 1].kind == PART_FILL && out->at[n - 2].kind == PART_THING &&
           out->at[n - 2].hit.thing &&
           (out->at[n - 2].hit.thing->category == CATEGORY_CONDITION ||
            out->at[n - 2].hit.thing->category == CATEGORY_ALLERGY);
}

/* "the last year", "the past 6 months"; "90 days preceding the first dose"; "prior" alone. */
static size_t last(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];

    if (time_ahead(s, i + 1)) {
        part measure;

        settle_push(s, out, p, PART_LAST);
        while (settle_kind(s, i + 1) == PART_FILL)
            i++;
        if (settle_time_word(s, i + 1, &measure)) {
            settle_push(s, out, &measure, PART_UNIT);
            i++;
        }
        return i;
    }
    if (p->kind == PART_PRIOR && settle_time_behind(out)) {
        size_t to = settle_skip_fill(s, i + 1), end = settle_anchor_end(s, i + 1);
        bool study = settle_kind(s, to) == PART_ANCHOR || settle_kind(s, to) == PART_INCLUSION ||
                     settle_kind(s, to) == PART_CONSENT;

        if (end > i + 1 &&
            (study || (spelled(s, p, "preceding") && settle_anchor_ahead(s, i + 1)))) {
            part q = *p;

            settle_anchor(s, out, &q, i + 1, end);
            settle_push(s, out, &q, PART_BEFORE);
            return end - 1;
        }
        settle_push(s, out, p, PART_AGO);
        return i;
    }
    settle_push(s, out, p,
                (p->kind == PART_PRIOR || spelled(s, p, "former")) && !of_reaction(s, out)
                    ? PART_HISTORY
                    : PART_FILL);
    return i;
}

/* "3 months earlier"; "earlier treatment": a history. */
static size_t ago(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    part_kind next = settle_kind(s, i + 1);
    bool history = spelled(s, p, "earlier") && (next == PART_THING || next == PART_WORD ||
                                                next == PART_QUAL || next == PART_CURRENT);

    settle_push(s, out, p, settle_time_behind(out) ? PART_AGO : history ? PART_HISTORY : PART_FILL);
    return i;
}

/* Something that takes place stands before a word of time: then an age behind it is the age at
 * which it did. */
static bool event_behind(const part_list *out)
{
    for (size_t n = out->count; n-- > 0;) {
        const part *p = &out->at[n];

        switch (p->kind) {
        case PART_THING: return p->hit.thing != NULL;
        case PART_WORD: return !(p->roles & ROLE_AGE_GROUP);
        case PART_QUAL: return strcmp(p->value, "certainty:confirmed") == 0;
        case PART_FILL:
        case PART_OF:
        case PART_BRACKET: break;
        default: return false;
        }
    }
    return false;
}

/* "before the age of 40", "between 5 and 15 years of age": the part behind it; 0: no age is given.
 */
static size_t age_ahead(const settler *s, size_t i, bool in_words)
{
    part measure;
    bool said = false;

    for (size_t n = 0; n < 7; n++, i++) {
        part_kind k = settle_kind(s, i);

        if (k == PART_AGEWORD)
            said = true;
        else if (k != PART_FILL && k != PART_OF && k != PART_CMP && k != PART_EVERY &&
                 k != PART_BETWEEN && k != PART_FROM)
            break;
    }
    for (bool more = true; more;) {
        if (!settle_numeral(settle_kind(s, i)))
            return 0;
        i++;
        if (settle_kind(s, i) == PART_UNIT && s->in[i].period) {
            said = said || (!in_words && s->in[i].period == 'a');
            i++;
        }
        more = (settle_kind(s, i) == PART_AND || settle_kind(s, i) == PART_TOWORD ||
                settle_kind(s, i) == PART_DASH) &&
               settle_numeral(settle_kind(s, i + 1));
        i += more;
    }
    while (settle_kind(s, i) == PART_AGEWORD || settle_kind(s, i) == PART_ORMORE ||
           settle_kind(s, i) == PART_ORLESS) {
        said = true;
        i++;
        if (settle_time_word(s, i, &measure)) /* "5 or more years" */
            i++;
    }
    /* "diagnosed 5 or more years ago" */
    return said && settle_kind(s, i) != PART_AGO && settle_kind(s, i) != PART_BEFORE &&
                   settle_kind(s, i) != PART_AFTER && settle_kind(s, i) != PART_PRIOR
               ? i
               : 0;
}

/* "onset between 5 and 15 years of age", "diagnosed at 40 years": when it began, and not how old
 * the patient is. The part behind it; i: no such words. */
size_t settle_age_of_onset(settler *s, part_list *out, size_t i)
{
    enum { FILL_BETWEEN = 8 }; /* "diagnosed at the age of" has half as many */
    size_t n = out->count, end;

    while (n && out->count - n < FILL_BETWEEN && out->at[n - 1].kind == PART_FILL)
        n--;
    if (!n || !((out->at[n - 1].kind == PART_WORD && (out->at[n - 1].roles & ROLE_ONSET)) ||
                (out->at[n - 1].kind == PART_QUAL && spelled(s, &out->at[n - 1], "diagnosed"))))
        return i;
    end = age_ahead(s, i, true);
    if (!end)
        return i;
    settle_push_qualifier(s, out, &s->in[i], "time", end);
    return end;
}

/* "before, during(, or ...)": the part behind "during", whose "before" stands at i; 0: it is not
 * said. */
static size_t during_behind(const settler *s, size_t i)
{
    size_t k = i + 1;

    if (settle_kind(s, k) == PART_COMMA)
        k++;
    if (settle_kind(s, k) == PART_OR || settle_kind(s, k) == PART_AND ||
        settle_kind(s, k) == PART_ANDOR)
        k++;
    if (k == i + 1 || settle_kind(s, k) != PART_WITHIN || !starts(s, &s->in[k], "during"))
        return 0;
    k++;
    return k + (settle_kind(s, k) == PART_COMMA);
}

static bool joins_sides(part_kind link)
{
    return link == PART_AND || link == PART_OR || link == PART_ANDOR || link == PART_SLASH;
}

/* Counted from what begins at k, of which `value` says on which side; which one it is no record
 * tells where it went on (`during`). i: nothing does. */
static size_t counted_from(settler *s, part_list *out, size_t i, size_t k, const char *value,
                           part_kind as, bool during)
{
    size_t end = settle_anchor_end(s, k);
    part q = s->in[i];

    if (end == k)
        return i;
    settle_anchor(s, out, &q, k, end);
    if (during)
        q.anchor_concept = NULL;
    q.value = value;
    settle_push(s, out, &q, as);
    return end - 1;
}

/* "2 weeks before and 1 week after surgery", "before or after surgery", "before, during or after
 * surgery": what is counted from stands once, behind the last. */
static size_t both_sides(settler *s, part_list *out, size_t i)
{
    size_t during = during_behind(s, i), k = during ? during : i + 1;
    bool comma = during || settle_kind(s, k) == PART_COMMA; /* "before, or after, surgery" */
    part q = s->in[i];

    if (!settle_time_behind(out))
        return i;
    if (!during && comma)
        k++;
    if (during && !joins_sides(settle_kind(s, k)))
        return settle_study_anchor(s, settle_skip_fill(s, k))
                   ? i
                   : counted_from(s, out, i, k, q.value, PART_BEFORE, true);
    if (!joins_sides(settle_kind(s, k++)))
        return i;
    while (settle_kind(s, k) == PART_FILL || settle_kind(s, k) == PART_WITHIN ||
           (settle_kind(s, k) == PART_CMP && s->in[k].value[0] == '<'))
        k++;
    if (settle_numeral(settle_kind(s, k)) && settle_kind(s, k + 1) == PART_UNIT &&
        s->in[k + 1].period &&
        (settle_kind(s, k + 2) == PART_AFTER || settle_kind(s, k + 2) == PART_FOLLOW)) {
        if (comma && settle_kind(s, k + 3) == PART_COMMA) {
            s->in[k + 3].kind = PART_FILL;
            s->in[k + 3].value = "";
        }
        settle_push(s, out, &q, PART_BEFOREAND);
        return k - 1;
    }
    if (settle_kind(s, k) == PART_AFTER || settle_kind(s, k) == PART_FOLLOW)
        return counted_from(s, out, i, k + 1 + (comma && settle_kind(s, k + 1) == PART_COMMA),
                            "around", PART_OFEVENT, during);
    return i;
}

static size_t before_after(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    bool after = p->kind != PART_BEFORE;
    size_t end, age = age_ahead(s, i + 1, false), past;
    part q = *p;

    if (age && event_behind(out)) {
        settle_push_qualifier(s, out, p, "time", age);
        return age - 1;
    }
    if (!after && (past = both_sides(s, out, i)) > i)
        return past;
    /* "before 24 weeks of gestation", "before their 5th birthday" bound an age */
    if (!after && settle_numeral(settle_kind(s, settle_skip_fill(s, i + 1)))) {
        q.value = "<";
        settle_push(s, out, &q, PART_CMP);
        return settle_skip_fill(s, i + 1) - 1;
    }
    /* "after 18 years of age", "on or after the 18th birthday": whether that is included is open,
     * where it is not said */
    if (after && age_ahead(s, i + 1, true)) {
        size_t n = out->count;

        q.value = ">?";
        if (n > 1 && out->at[n - 1].kind == PART_OR && spelled(s, &out->at[n - 2], "on")) {
            q.value = ">=";
            q.span.start = out->at[n - 2].span.start;
            out->count -= 2;
        }
        settle_push(s, out, &q, PART_CMP);
        return settle_skip_fill(s, i + 1) - 1;
    }
    end = settle_anchor_end(s, i + 1);
    /* "pre-operative", "post-traumatic": words, but where a length of time stands before them */
    if (p->span.end - p->span.start <= 4 && !settle_time_behind(out) &&
        settle_kind(s, i + 1) != PART_ANCHOR &&
        !(settle_kind(s, i + 1) == PART_THING && s->in[i + 1].hit.thing &&
          s->in[i + 1].hit.thing->category == CATEGORY_PROCEDURE)) {
        settle_push(s, out, p, PART_FILL);
        return i;
    }
    if (end == i + 1 && settle_time_behind(out)) {
        settle_push(s, out, p, after ? PART_FILL : PART_AGO);
        return i;
    }
    if (end == i + 1 || !(settle_anchor_ahead(s, i + 1) || settle_time_behind(out))) {
        settle_push(s, out, p, PART_WORD);
        return i;
    }
    settle_anchor(s, out, &q, i + 1, end);
    settle_push(s, out, &q, after ? PART_AFTER : PART_BEFORE);
    return end - 1;
}

/* "In the first 48 hours": behind a birth, an admission, a stroke, and the words do not say what.
 * Where they stop; 0: they say it ("the first day of life"), or look ahead ("the next 48 hours").
 */
static size_t beginning_of_what(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    size_t end = skip_articles(s, i + 1);
    part measure;

    if (!(starts(s, p, "first") || starts(s, p, "the first")))
        return 0;
    while (settle_numeral(settle_kind(s, end)) || settle_kind(s, end) == PART_DASH ||
           settle_kind(s, end) == PART_TOWORD)
        end++;
    if (settle_kind(s, end) != PART_UNIT && !settle_time_word(s, end, &measure))
        return 0;
    end++;
    return settle_kind(s, end) == PART_AGEWORD || settle_kind(s, end) == PART_OF ||
                   settle_kind(s, end) == PART_AFTER || settle_kind(s, end) == PART_FOLLOW ||
                   settle_kind(s, end) == PART_FROM || settle_kind(s, end) == PART_BEFORE
               ? 0
               : end;
}

/* "First stroke", "first acute stroke": that one, and no later one. */
static bool is_first_of(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    size_t k = i + 1;

    while (settle_kind(s, k) == PART_QUAL)
        k++;
    return text_equal_nocase(s->text + p->span.end - 5, 5, "first") &&
           settle_kind(s, k) == PART_THING && s->in[k].hit.thing &&
           (s->in[k].hit.thing->category == CATEGORY_CONDITION ||
            s->in[k].hit.thing->category == CATEGORY_MEDICATION ||
            s->in[k].hit.thing->category == CATEGORY_PROCEDURE);
}

static size_t next(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    part_kind behind = settle_kind(s, i + 1);
    size_t open = beginning_of_what(s, i);

    if (open && out->count && out->at[out->count - 1].kind == PART_WITHIN) {
        part within = out->at[--out->count];

        settle_push_qualifier(s, out, &within, "time", open);
        return open - 1;
    }
    if (time_ahead(s, i + 1) && out->count && out->at[out->count - 1].kind == PART_WITHIN) {
        part measure;

        settle_push(s, out, p, PART_NEXT);
        if (settle_time_word(s, i + 1, &measure)) {
            settle_push(s, out, &measure, PART_UNIT);
            i++;
        }
        return i;
    }
    if (p->kind == PART_NEXT) {
        part first = *p;

        first.value = "course:first";
        settle_push(s, out, &first, is_first_of(s, i) ? PART_QUAL : PART_FILL);
        return i;
    }
    if (behind == PART_END || behind == PART_COLON ||
        (out->count && (out->at[out->count - 1].kind == PART_ANYOF ||
                        out->at[out->count - 1].kind == PART_ALLOF)) ||
        starts(s, p, "the ")) {
        settle_push(s, out, p, PART_FOLLOWING);
        return i;
    }
    return before_after(s, out, i);
}

bool settle_cut_for(settler *s, part_list *out, size_t i)
{
    static const char tail[] = " for";
    const part *p = &s->in[i];
    part said = *p, lasts = *p;

    if (p->span.end - p->span.start < sizeof tail ||
        !text_equal_nocase(s->text + p->span.end - sizeof tail + 1, sizeof tail - 1, tail) ||
        !time_ahead(s, i + 1))
        return false;
    said.span.end -= sizeof tail - 1;
    lasts.span.start = said.span.end + 1;
    lasts.value = "";
    settle_push(s, out, &said, said.kind);
    settle_push(s, out, &lasts, PART_FOR);
    return true;
}

/* "Duration of diabetes of at least 5 years": the length stands behind what it is of. Where its
 * bound begins; i: there is none. */
static size_t length_behind(const settler *s, size_t i)
{
    enum { FAR = 8 };
    size_t k = i + 1, from;
    bool named = false;

    while (k < i + FAR && (settle_kind(s, k) == PART_THING || settle_kind(s, k) == PART_FILL ||
                           settle_kind(s, k) == PART_QUAL || settle_kind(s, k) == PART_WORD)) {
        if (settle_kind(s, k) == PART_THING &&
            (!s->in[k].hit.thing || is_landmark(s->in[k].hit.thing, LANDMARK_PREGNANCY)))
            return i; /* "duration of QRS": a quantity; how far a pregnancy is */
        named = named || settle_kind(s, k) == PART_THING;
        k++;
    }
    from = k;
    while (settle_kind(s, k) == PART_OF || settle_kind(s, k) == PART_CMP ||
           settle_kind(s, k) == PART_FOR || settle_kind(s, k) == PART_BETWEEN)
        k++;
    if (!named || !settle_numeral(settle_kind(s, k)))
        return i;
    k++;
    if ((settle_kind(s, k) == PART_AND || settle_kind(s, k) == PART_TOWORD ||
         settle_kind(s, k) == PART_DASH) &&
        settle_numeral(settle_kind(s, k + 1)))
        k += 2;
    return settle_kind(s, k) == PART_UNIT && s->in[k].period ? from : i;
}

static size_t lasting(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    size_t bound = starts(s, p, "duration of") ? length_behind(s, i) : i;

    if (bound > i) {
        part lasts = *p;

        settle_push(s, out, p, PART_FILL);
        lasts.value = "";
        lasts.span.start = lasts.span.end = s->in[bound].span.start;
        memmove(p, p + 1, (bound - i - 1) * sizeof *p);
        s->in[bound - 1] = lasts;
        if (settle_kind(s, bound) == PART_OF || settle_kind(s, bound) == PART_FOR)
            s->in[bound].kind = PART_FILL;
        return i - 1; /* what stands at i now has not been seen */
    }
    if (!time_ahead(s, i + 1)) {
        settle_push(s, out, p,
                    !starts(s, p, "for")     ? PART_WORD
                    : group_ahead(s, out, i) ? PART_FORGROUP
                                             : PART_FILL);
        return i;
    }
    settle_push(s, out, p, PART_FOR);
    while (settle_kind(s, i + 1) == PART_FILL || settle_kind(s, i + 1) == PART_EVERY ||
           settle_kind(s, i + 1) == PART_OF)
        i++;
    return push_one(s, out, i);
}

/* A point in time that is none of the study ("onset of the study"), and may be long ago. */
static bool of_another_day(const settler *s, size_t k)
{
    size_t next = settle_skip_fill(s, k + 1);

    if (settle_kind(s, next) == PART_OF)
        next = settle_skip_fill(s, next + 1);
    if (s->in[k].kind == PART_DIAGNOSIS)
        return true;
    if (s->in[k].kind != PART_ANCHOR || settle_kind(s, next) == PART_ANCHOR)
        return false;
    return text_is_any(s->in[k].value, strlen(s->in[k].value), saying_known_events);
}

/* Does something that has a value or may be so stand before it in the line? An age at admission is
 * that of the patient now. */
static bool said_before(const part_list *out, const char *anchor)
{
    bool said = false, age = false;

    for (size_t i = 0; i < out->count; i++) {
        age = age || out->at[i].kind == PART_AGEWORD || out->at[i].age;
        said = said || out->at[i].kind == PART_THING || out->at[i].kind == PART_AGEWORD ||
               settle_numeral(out->at[i].kind);
    }
    return said && !(age && strcmp(anchor, "admission") == 0);
}

/* "BMI > 30 at age 18", "first pregnancy at age 35": what stands before it in its member was so
 * then, and it says nothing about the age of now; "women at age 18-40", "enrolled at age 18" do. */
static bool of_another_age(const part_list *out)
{
    for (size_t i = out->count; i-- > 0;) {
        const part *p = &out->at[i];

        if (p->kind == PART_COMMA || p->kind == PART_AND || p->kind == PART_OR ||
            p->kind == PART_SEMICOLON || p->kind == PART_PERSON || p->kind == PART_AGEWORD)
            return false;
        if (settle_numeral(p->kind) ||
            (p->kind == PART_THING && !is_landmark(p->hit.thing, LANDMARK_HEALTHY)))
            return true;
    }
    return false;
}

/* "at screening", "at the time of surgery": when it is looked at. "at 8 weeks", "diagnosed at the
 * age of 40": when it was, and no record tells that of what it is said of. */
/* "Age < 40 years at the time of stroke", "infants < 6 weeks at the time of the first vaccination":
 * the part behind the event at which somebody was so old; i: none is named. */
static size_t event_of_age(const settler *s, const part_list *out, size_t i)
{
    const part *p = &s->in[i];
    size_t k = i + 1, size = p->span.end - p->span.start;
    bool said = size >= 7 && text_equal_nocase(s->text + p->span.end - 7, 7, "time of");
    category of;

    if (!settle_time_behind(out) && settle_behind(out) != PART_AGEWORD &&
        !settle_numeral(settle_behind(out)))
        return i;
    while (settle_kind(s, k) == PART_FILL || settle_kind(s, k) == PART_NEXT ||
           settle_kind(s, k) == PART_QUAL)
        k++;
    if (settle_kind(s, k) != PART_THING || !s->in[k].hit.thing)
        return i;
    of = s->in[k].hit.thing->category; /* "at vaccination", and not "at the hospital" */
    return said || of == CATEGORY_MEDICATION || of == CATEGORY_IMMUNIZATION ||
                   of == CATEGORY_PROCEDURE
               ? k + 1
               : i;
}

static size_t at_time(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    size_t end = settle_anchor_end(s, i + 1), age = age_ahead(s, i + 1, false),
           from = settle_skip_fill(s, i + 1), event = event_of_age(s, out, i);

    if (event > i) {
        settle_push_qualifier(s, out, p, "time", event);
        return event - 1;
    }
    if (age && out->count &&
        ((out->at[out->count - 1].kind == PART_QUAL &&
          spelled(s, &out->at[out->count - 1], "diagnosed")) ||
         (out->at[out->count - 1].kind == PART_WORD &&
          (out->at[out->count - 1].roles & ROLE_ONSET)) ||
         (of_another_age(out) && !spelled(s, &out->at[out->count - 1], "born")))) {
        settle_push_qualifier(s, out, p, "time", age);
        return age - 1;
    }
    if (!age && out->count && settle_numeral(settle_kind(s, from)) &&
        settle_kind(s, from + 1) == PART_UNIT && s->in[from + 1].period &&
        settle_kind(s, from + 2) != PART_ORMORE && settle_kind(s, from + 2) != PART_BEFORE &&
        settle_kind(s, from + 2) != PART_AFTER && settle_kind(s, from + 2) != PART_AGO) {
        settle_push_qualifier(s, out, p, "time", from + 2);
        return from + 1;
    }
    /* "infection at the wound at screening": the second is when */
    for (size_t k = i + 1; k < end && k < i + 5 && s->in[k].kind != PART_ATTIME; k++)
        if (s->in[k].kind == PART_ANCHOR || s->in[k].kind == PART_INCLUSION ||
            s->in[k].kind == PART_CONSENT || s->in[k].kind == PART_DIAGNOSIS) {
            part q = *p;

            /* "seizure at stroke onset": when something was that no point of the study is */
            for (size_t m = i + 1; m < k; m++)
                if (s->in[m].kind == PART_THING && s->in[m].hit.thing &&
                    s->in[k].kind == PART_ANCHOR && !rule_anchor_of_study(s->in[k].value)) {
                    settle_push_qualifier(s, out, p, "time", k + 1);
                    return k;
                }
            /* "HbA1c > 8 % at diagnosis": the value of another day */
            if (of_another_day(s, k) && said_before(out, s->in[k].value)) {
                settle_push_qualifier(s, out, p, "time", k + 1);
                return k;
            }
            k = settle_more_anchors(s, k);
            q.span.end = s->in[k].span.end;
            settle_push(s, out, &q, PART_FILL);
            return k;
        }
    settle_push(s, out, p, PART_FILL);
    return i;
}

/* "between October 1, 2018 and October 1, 2019", "after 02.02.2015": no window counted from an
 * event; a restriction that is not checked. The part behind it; i: there is none. */
static size_t calendar_end(const settler *s, size_t i)
{
    size_t k = i;

    switch (settle_kind(s, i)) {
    case PART_BETWEEN:
    case PART_FROM:
    case PART_AFTER:
    case PART_BEFORE:
    case PART_FOLLOW:
    case PART_WITHIN:
    case PART_ATTIME:
    case PART_TOWORD:
    case PART_OF:
    case PART_ON:
    case PART_FOR:
    case PART_CMP:
    case PART_FILL: k = settle_skip_fill(s, i + 1); break;
    case PART_DATE: break;
    default: return i;
    }
    if (settle_kind(s, k) != PART_DATE)
        return i;
    for (k++; settle_kind(s, k + 1) == PART_DATE &&
              (settle_kind(s, k) == PART_AND || settle_kind(s, k) == PART_TOWORD ||
               settle_kind(s, k) == PART_DASH || settle_kind(s, k) == PART_OR);)
        k += 2;
    return k;
}

size_t settle_date(settler *s, part_list *out, size_t i)
{
    size_t end = calendar_end(s, i);

    if (end > i)
        settle_push_qualifier(s, out, &s->in[i], "time", end);
    return end;
}

/* A thing that can last, behind words such as "treatment with"; no point in time of the study's.
 * Behind words that are not known ("effective antibiotics") it is what somebody is given. */
static bool thing_ahead(const settler *s, size_t i)
{
    enum { UNKNOWN_WORDS = 3 };
    size_t unknown = 0;

    for (;; i++) {
        bool word = settle_kind(s, i) == PART_WORD;

        if (word && !(s->in[i].roles & (ROLE_LIGHT_TREATMENT | ROLE_LIGHT_OF))) {
            if (++unknown > UNKNOWN_WORDS)
                return false;
        } else if (!word && !settle_between_words(settle_kind(s, i)) &&
                   settle_kind(s, i) != PART_QUAL && settle_kind(s, i) != PART_PRIOR &&
                   settle_kind(s, i) != PART_CURRENT && settle_kind(s, i) != PART_HISTORY)
            break;
    }
    if (settle_kind(s, i) == PART_THING)
        return !unknown ||
               (s->in[i].hit.thing && (s->in[i].hit.thing->category == CATEGORY_MEDICATION ||
                                       s->in[i].hit.thing->category == CATEGORY_PROCEDURE));
    return !unknown && settle_kind(s, i) == PART_ANCHOR && !rule_anchor_of_study(s->in[i].value);
}

/* "Use within 90 days of insulin": of what it is the use, and no event that the days are counted
 * from. "Opioid use within 90 days of stroke" says already of what. */
static bool uses_within(const settler *s, const part_list *out)
{
    size_t k = out->count;

    while (k > 0 && out->count - k < 6 && out->at[k - 1].kind != PART_WITHIN)
        k--;
    if (k < 2 || out->at[k - 1].kind != PART_WITHIN ||
        (k > 2 && out->at[k - 3].kind == PART_THING && out->at[k - 3].hit.thing))
        return false;
    const part *p = &out->at[k - 2];

    return (p->kind == PART_WORD || p->kind == PART_CURRENT) &&
           roles_of_last(s->text + p->span.start, p->span.end - p->span.start) &
               ROLE_LIGHT_TREATMENT;
}

/* "Gestational age < 32 weeks (of pregnancy)": is the time behind us the bound of a quantity that
 * is one, and no distance from an event? */
static bool bounds_a_time(const part_list *out)
{
    size_t n = out->count;

    while (n > 0 && (out->at[n - 1].kind == PART_UNIT || out->at[n - 1].kind == PART_NUMBER ||
                     out->at[n - 1].kind == PART_CMP || out->at[n - 1].kind == PART_FILL ||
                     out->at[n - 1].kind == PART_MUST))
        n--;
    return n > 0 && out->at[n - 1].kind == PART_THING && out->at[n - 1].hit.quantity &&
           unit_fits(out->at[n - 1].hit.quantity, "wk");
}

/* "No more than 24 hours of antibiotics": is what stands ahead a treatment that lasts, and nothing
 * named before the time that might have been so long before? */
static bool begins_with_given(const settler *s, const part_list *out, size_t i)
{
    for (size_t k = out->count; k-- > 0 && !part_divides(out->at[k].kind);)
        if (out->at[k].kind == PART_THING || out->at[k].kind == PART_WORD)
            return false;
    while (settle_between_words(settle_kind(s, i)) || settle_kind(s, i) == PART_QUAL ||
           settle_kind(s, i) == PART_WORD || settle_kind(s, i) == PART_CURRENT ||
           settle_kind(s, i) == PART_HISTORY)
        i++;
    return settle_kind(s, i) == PART_THING && s->in[i].hit.thing &&
           concept_is_treatment(s->in[i].hit.thing) && !(s->in[i].hit.thing->flags & CONCEPT_EVENT);
}

size_t settle_of_event(settler *s, part_list *out, size_t i)
{
    bool within = false, window = false, study = settle_anchor_ahead(s, i + 1);
    size_t end;
    part q = s->in[i];

    if (!settle_time_behind(out) || out->at[out->count - 1].kind != PART_UNIT)
        return i;
    if (!settle_study_anchor(s, settle_skip_fill(s, i + 1)) && thing_ahead(s, i + 1) &&
        uses_within(s, out))
        return i;
    for (size_t k = out->count; k-- > 0 && out->count - k < 6;) {
        if (out->at[k].kind == PART_WORD && k > 0 && settle_numeral(out->at[k - 1].kind))
            break; /* "CD4 < 200 after 6 months of A": the sign is of another number */
        within = within || out->at[k].kind == PART_WITHIN;
        window = window || within || out->at[k].kind == PART_CMP || out->at[k].kind == PART_LAST;
    }
    end = settle_anchor_end(s, i + 1);
    /* "within a week of a clinical insult": an event that no study word names */
    for (size_t k = i + 1; within && !study && k < end; k++)
        study = s->in[k].kind == PART_WORD && !(s->in[k].roles & ROLE_LIGHT_TREATMENT);
    if (!window || !study || (!within && bounds_a_time(out)))
        return i;
    /* "more than 72 hours of hospitalization", "up to 10 days of prior aspirin", "at most 3 days of
     * prednisone": so long it lasts */
    if (!within &&
        (settle_direction(out) > 0 || settle_kind(s, i + 1) == PART_PRIOR ||
         begins_with_given(s, out, i + 1)) &&
        thing_ahead(s, i + 1)) {
        settle_lasts(s, out, &q);
        return i;
    }
    q.value = "";
    settle_anchor(s, out, &q, i + 1, end);
    settle_push(s, out, &q, PART_OFEVENT);
    return end;
}

/* "Surgery expected to last > 2 hours": the verb. */
static bool is_to_last(const settler *s, size_t i)
{
    const part *before = i ? &s->in[i - 1] : NULL;
    size_t n = before ? before->span.end - before->span.start : 0;

    if (!settle_word_is(s, i, "last") || !before)
        return false;
    return settle_word_is(s, i - 1, "to") || settle_word_is(s, i - 1, "will") ||
           (before->kind == PART_PLANNED && n > 3 &&
            text_equal_nocase(s->text + before->span.end - 3, 3, " to"));
}

size_t settle_time(settler *s, part_list *out, size_t i)
{
    switch (s->in[i].kind) {
    case PART_WITHIN: return within(s, out, i);
    case PART_LAST:
        if (is_to_last(s, i))
            return lasting(s, out, i);
        return last(s, out, i);
    case PART_PRIOR: return last(s, out, i);
    case PART_NEXT:
    case PART_FOLLOW: return next(s, out, i);
    case PART_BEFORE:
    case PART_AFTER: return before_after(s, out, i);
    case PART_AGO: return ago(s, out, i);
    case PART_FOR: return lasting(s, out, i);
    case PART_ATTIME: return at_time(s, out, i);
    default: settle_push(s, out, &s->in[i], s->in[i].kind); return i;
    }
}
