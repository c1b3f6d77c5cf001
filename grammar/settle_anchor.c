#include "grammar/bound.h"
#include "grammar/settle.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <string.h>

/* The event that a time is counted from: where its words end ("before surgery for gout"), and what
 * they name, a point of the study's, an event by its name, or what stands before the time. */

enum { ANCHOR_PARTS = 14 };

/* "before screening for any cancer": what an event was for stands behind a point of the study. */
static bool for_a_condition(const settler *s, size_t k)
{
    if (settle_kind(s, k) != PART_FOR &&
        !(settle_kind(s, k) == PART_FILL && settle_word_is(s, k, "for")))
        return false;
    for (k++; settle_kind(s, k) == PART_FILL || settle_kind(s, k) == PART_QUAL ||
              settle_kind(s, k) == PART_ANYOF || settle_kind(s, k) == PART_WORD;
         k++)
        ;
    return settle_kind(s, k) == PART_THING && s->in[k].hit.thing &&
           s->in[k].hit.thing->category == CATEGORY_CONDITION;
}

bool settle_study_anchor(const settler *s, size_t i)
{
    return settle_kind(s, i) == PART_ANCHOR && rule_anchor_of_study(s->in[i].value);
}

/* The same, or a consent, or the inclusion. */
static bool study_point(const settler *s, size_t i)
{
    return settle_study_anchor(s, i) || settle_kind(s, i) == PART_CONSENT ||
           settle_kind(s, i) == PART_INCLUSION;
}

/* "at screening or admission": behind a point of the study's, an event that is named as another
 * time, as nothing follows it. */
static bool last_anchor(const settler *s, size_t i, bool either)
{
    part_kind behind = settle_kind(s, i + 1);

    return either && settle_kind(s, i) == PART_ANCHOR && settle_study_anchor(s, i - 2) &&
           (behind == PART_END || behind == PART_PERIOD || behind == PART_SEMICOLON);
}

/* "at screening and (at) baseline": the last of the study's points in time that are listed from k.
 */
size_t settle_more_anchors(const settler *s, size_t k)
{
    for (size_t i = k + 1; settle_kind(s, i) == PART_AND || settle_kind(s, i) == PART_OR ||
                           settle_kind(s, i) == PART_COMMA || settle_kind(s, i) == PART_ANDOR ||
                           settle_kind(s, i) == PART_SLASH;) {
        bool either = settle_kind(s, i) == PART_OR || settle_kind(s, i) == PART_SLASH;

        i++;
        while (settle_kind(s, i) == PART_ATTIME || settle_kind(s, i) == PART_FILL ||
               settle_kind(s, i) == PART_ON || settle_kind(s, i) == PART_AND)
            i++;
        if (!settle_study_anchor(s, i) && !last_anchor(s, i, either))
            break;
        k = i++;
    }
    return k;
}

/* "stroke with aphasia", and not "treatment with aspirin": is an event, or a point of the study's,
 * named in [from, to)? */
static bool names_event(const settler *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const concept *k = s->in[i].kind == PART_THING ? s->in[i].hit.thing : NULL;

        if (s->in[i].kind == PART_ANCHOR || s->in[i].kind == PART_CONSENT ||
            s->in[i].kind == PART_INCLUSION || (k && !(k->flags & CONCEPT_WEAK)))
            return true;
    }
    return false;
}

/* "enrollment in this study": behind "in this study", where that begins at k; k: it does not. */
static size_t into_study(const settler *s, size_t k)
{
    size_t at = k;

    if (settle_kind(s, at) == PART_WITHIN)
        at++;
    while (settle_kind(s, at) == PART_FILL || settle_kind(s, at) == PART_CURRENT)
        at++;
    return at > k && settle_kind(s, at) == PART_ANCHOR &&
                   strcmp(s->in[at].value, "study entry") == 0
               ? at + 1
               : k;
}

/* "stroke with aphasia", "screening with fever", and not "first dose with rituximab", "surgery with
 * anesthesia": what stands behind a "with" at k, which ends what [i, k) names. */
static bool with_state(const settler *s, size_t i, size_t k)
{
    enum { NEAR = 5 };
    bool event = false, study = study_point(s, k - 1), words = false;

    for (size_t n = k + 1; n < s->count && n <= k + NEAR; n++) {
        const concept *of = s->in[n].hit.thing;

        words = words || (s->in[n].kind == PART_WORD && !(s->in[n].roles & ROLE_LIGHT_TREATMENT));
        if (s->in[n].kind == PART_THING)
            return !of ||
                   (of->category != CATEGORY_MEDICATION && of->category != CATEGORY_PROCEDURE &&
                    of->category != CATEGORY_DEVICE && of->category != CATEGORY_IMMUNIZATION);
        if (s->in[n].kind != PART_WORD && s->in[n].kind != PART_QUAL &&
            s->in[n].kind != PART_FILL) {
            study = false;
            break;
        }
    }
    for (; i < k && !event; i++)
        event = s->in[i].kind == PART_THING;
    return event || (study && words);
}

static bool names_condition(const settler *s, size_t k)
{
    const concept *of = settle_kind(s, k) == PART_THING ? s->in[k].hit.thing : NULL;

    return of && of->category == CATEGORY_CONDITION;
}

/* Behind the first point of the study's in [i, k): does part k leave it? "Screening to treat
 * malaria", "randomization among smokers", and not "screening period", "study-specific", "study
 * related procedures", "first dose of study drug". */
static bool leaves_point(const settler *s, size_t i, size_t k)
{
    const part *p = &s->in[k];
    size_t behind = settle_skip_fill(s, k + 1);

    for (size_t n = i; n + 1 < k; n++)
        if (study_point(s, n))
            return false;
    switch (p->kind) {
    case PART_WORD:
        return s->text[p->span.start - 1] == ' ' && settle_kind(s, k + 1) != PART_ANCHOR &&
               !(settle_kind(s, k + 1) == PART_WORD && s->in[k + 1].roles & ROLE_LIGHT_TREATMENT) &&
               !(p->roles & (ROLE_PERIOD | ROLE_NUMBERED | ROLE_ONSET | ROLE_LIGHT |
                             ROLE_LIGHT_TREATMENT | ROLE_LIGHT_OF | ROLE_LIGHT_QUANTITY));
    case PART_FILL:
    case PART_TOWORD:
        return settle_kind(s, behind) == PART_SEX || names_condition(s, behind) ||
               (settle_kind(s, behind) == PART_WORD &&
                !(s->in[behind].roles & (ROLE_LIGHT_TREATMENT | ROLE_PERIOD)));
    case PART_OF:
    case PART_FOR: return names_condition(s, behind);
    default: return false;
    }
}

/* Does part k say more of what [i, k) names, an event or a point of the study's, or of what was
 * then? "Pneumonia requiring dialysis" is an event of its own. */
static bool said_of_then(const settler *s, size_t i, size_t k)
{
    bool study = k > i && study_point(s, k - 1);
    part_kind next = settle_kind(s, k + 1);
    const concept *of = next == PART_THING ? s->in[k + 1].hit.thing : NULL;
    size_t before = k;

    switch (s->in[k].kind) {
    case PART_NEED:
    case PART_CAUSED:
    case PART_QUAL:
    case PART_AFTER:
    case PART_FOLLOW: return study;
    case PART_WORD: /* "within 3 months of screening causing disability" */
        return study && settle_ends_in(s, s->in[k].span, "ing");
    case PART_ON: /* "within 3 months of screening on aspirin" */
        return study && of &&
               (of->category == CATEGORY_MEDICATION || of->category == CATEGORY_PROCEDURE);
    case PART_WITH: return names_event(s, i, k) && with_state(s, i, k);
    case PART_WHO: return names_event(s, i, k);
    default: break;
    }
    while (before > i && s->in[before - 1].kind == PART_FILL)
        before--;
    /* "the last dose of prior chemotherapy", "enrollment in the current study" */
    if (before > i && s->in[before - 1].kind == PART_OF)
        return false;
    if (s->in[k].kind == PART_CURRENT &&
        (next == PART_INCLUSION || next == PART_ANCHOR || settle_word_is(s, k + 1, "study") ||
         settle_word_is(s, k + 1, "trial")))
        return false;
    return names_event(s, i, k);
}

size_t settle_anchor_end(const settler *s, size_t i)
{
    size_t k = i;

    for (; k < s->count && k - i < ANCHOR_PARTS; k++) {
        if (k > i && settle_study_anchor(s, k - 1)) {
            size_t last = settle_more_anchors(s, k - 1);

            if (last > k - 1) /* "within 14 days of screening or randomization" */
                return last + 1;
            if (for_a_condition(s, k))
                return k;
        }
        if (k > i && study_point(s, k - 1)) {
            size_t behind = into_study(s, k);

            if (behind > k)
                return behind;
            if (leaves_point(s, i, k))
                return k;
        }
        switch (s->in[k].kind) {
        case PART_COMMA:
        case PART_SEMICOLON:
        case PART_PERIOD:
        case PART_COLON:
        case PART_BRACKET:
        case PART_DASH:
        case PART_AND:
        case PART_ANDOR:
        case PART_BUT:
        case PART_EXCEPT:
        case PART_UNLESS:
        case PART_IF:
        case PART_CMP:
        case PART_WITHIN:
        case PART_NOT:
        case PART_MUST:
        case PART_COUNTOF:
        case PART_INCLUDE:
        case PART_DEFINED:
        case PART_LONGER:
        case PART_FORGROUP:
        case PART_EXCLUDED: /* "within 3 months before screening are excluded" */
        case PART_WHEN:
        case PART_BEFORE: return k;
        case PART_THING:
            /* "in the 14 weeks before study entry steroids": what is said of that time */
            if (k > i && settle_study_anchor(s, k - 1))
                return k;
            /* "after resuscitation Glasgow coma score": what is measured is no event */
            if (k > i && s->in[k].hit.quantity && !s->in[k].hit.thing)
                return k;
            break;
        case PART_CURRENT:
        case PART_WITH:
        case PART_WHO:
        case PART_HISTORY:
        case PART_PLANNED:
        case PART_JUDGE:
        case PART_NEED:
        case PART_CAUSED:
        case PART_QUAL:
        case PART_AFTER:
        case PART_FOLLOW:
        case PART_ON:
        case PART_WORD:
            if (said_of_then(s, i, k))
                return k;
            break;
        case PART_NUMBER:
            /* "day 1", "visit 2" */
            if (k == i || s->in[k - 1].kind != PART_WORD || settle_kind(s, k + 1) == PART_UNIT)
                return k;
            break;
        case PART_ATTIME:
            /* "< 32 weeks of gestation at screening": when it is looked at */
            if (k > i && s->in[k - 1].kind != PART_OR &&
                settle_study_anchor(s, settle_skip_fill(s, k + 1)))
                return k;
            break;
        case PART_OR:
            /* "prior to or on the date of" */
            if (settle_kind(s, k + 1) != PART_ON && settle_kind(s, k + 1) != PART_ATTIME &&
                settle_kind(s, k + 1) != PART_FILL)
                return k;
            if (k != i)
                return k;
            break;
        default: break;
        }
    }
    return k;
}

/* Does a word of beginning stand between part `from` and the thing? */
static bool begun(const settler *s, size_t from, const part *thing)
{
    for (const part *p = &s->in[from]; p < thing; p++)
        if (role_is_of(ROLE_ONSET, s->text + p->span.start, p->span.end - p->span.start))
            return true;
    return false;
}

/* "A change of the dose of aspirin", "contact with influenza", "failure of antibiotics": does a
 * word between part `from` and the thing say that something else than that happened? */
static bool of_another(const settler *s, size_t from, const part *thing)
{
    bool illness = thing->hit.thing->category == CATEGORY_CONDITION ||
                   thing->hit.thing->category == CATEGORY_ORGANISM;

    for (const part *p = &s->in[from]; p < thing; p++) {
        role_set roles = p->kind == PART_WORD || p->kind == PART_ON
                             ? roles_all(s->text + p->span.start, p->span.end - p->span.start)
                             : 0;

        if (p->kind == PART_ON && strcmp(p->value, "exposure") == 0 && illness)
            return true;
        if (p->kind == PART_WORD &&
            (roles & (ROLE_CHANGE | ROLE_OBJECT | ROLE_DENIAL) ||
             (roles & ROLE_GENERAL && !(roles & (ROLE_LIGHT_OF | ROLE_LIGHT_TREATMENT)))))
            return true;
    }
    return false;
}

/* "Relapse of lymphoma", "severe pneumonia", "vaccination against influenza": do the parts [from,
 * end) say more of the thing among them than that it took place? What is counted from is then
 * another point of its course, or one of its kind. */
static bool says_more(const settler *s, size_t from, const part *thing, size_t end)
{
    for (const part *p = &s->in[from]; p < &s->in[end]; p++) {
        role_set roles = roles_all(s->text + p->span.start, p->span.end - p->span.start);

        if (p == thing)
            continue;
        switch (p->kind) {
        case PART_WORD:
            if (!(roles & (ROLE_LIGHT | ROLE_LIGHT_OF | ROLE_LIGHT_CONDITION |
                           ROLE_LIGHT_TREATMENT | ROLE_ONSET | ROLE_ARTICLE | ROLE_PERIOD)))
                return true;
            break;
        case PART_QUAL:
            if (strcmp(p->value, "certainty:confirmed") != 0)
                return true;
            break;
        case PART_THING:
            if (p->hit.thing != thing->hit.thing)
                return true;
            break;
        case PART_CAUSED:
        case PART_WITH:
        case PART_SEX:
        case PART_WHO:
        case PART_FAMILY: return true;
        default: break;
        }
    }
    return false;
}

/* Does a name or another word stand before the time? */
static bool names_before(const part_list *out)
{
    enum { BEFORE = 16 };

    for (size_t i = out->count; i > 0 && out->count - i < BEFORE; i--)
        if (out->at[i - 1].kind == PART_THING || out->at[i - 1].kind == PART_WORD)
            return true;
    return false;
}

/* "4 weeks since the end of radiotherapy", and nothing named before: when it was given itself. */
static bool asks_itself(const part_list *out, const part *thing)
{
    return !names_before(out) && (thing->hit.thing->category == CATEGORY_MEDICATION ||
                                  thing->hit.thing->category == CATEGORY_PROCEDURE);
}

/* "Surgery is planned", before the time. */
static bool plans_before(const part_list *out)
{
    enum { BEFORE = 8 };

    for (size_t i = out->count; i > 0 && out->count - i < BEFORE; i--)
        if (out->at[i - 1].kind == PART_PLANNED ||
            (out->at[i - 1].kind == PART_THING &&
             is_landmark(out->at[i - 1].hit.thing, LANDMARK_PLANNED_PREGNANCY)))
            return true;
    return false;
}

/* "Fever 3 days before vaccination", "of immunization": the one that the trial gives, as an
 * operation may be, and no other one on record. What came "after vaccination" came after any, and
 * what is planned for then will come after the trial's. */
static bool is_to_come(const settler *s, const part_list *out, const part *p, size_t from,
                       const part *thing)
{
    const concept *k = thing->hit.thing;

    for (const part *w = &s->in[from]; w < thing; w++)
        if (w->kind != PART_WORD && w->kind != PART_OF && w->kind != PART_FILL)
            return false;
    return k->category == CATEGORY_IMMUNIZATION && !k->parents[0] && names_before(out) &&
           ((p->kind != PART_AFTER && p->kind != PART_FOLLOW) || plans_before(out));
}

void settle_anchor(settler *s, const part_list *out, part *p, size_t i, size_t end)
{
    const part *named = NULL, *thing = NULL;
    size_t from = i;

    while (from < end && (settle_between_words(s->in[from].kind) || s->in[from].kind == PART_ON ||
                          s->in[from].kind == PART_ATTIME || s->in[from].kind == PART_OR ||
                          s->in[from].kind == PART_PERSON))
        from++;
    for (size_t k = from; k < end; k++) {
        part_kind kind = s->in[k].kind;

        /* "engraftment after transplantation": the one, and not the other */
        if (!named && !thing && k > from && (kind == PART_AFTER || kind == PART_FOLLOW) &&
            s->in[k - 1].kind == PART_WORD)
            break;
        if (!named && (s->in[k].kind == PART_ANCHOR || s->in[k].kind == PART_INCLUSION ||
                       s->in[k].kind == PART_CONSENT))
            named = &s->in[k];
        if (!thing && s->in[k].kind == PART_THING && s->in[k].hit.thing)
            thing = &s->in[k];
    }
    if (end == from) {
        p->anchor = "unstated";
        return;
    }
    p->span.end = s->in[end - 1].span.end > p->span.end ? s->in[end - 1].span.end : p->span.end;
    if (named && named->kind == PART_INCLUSION)
        p->anchor = "study entry";
    else if (named && named->kind == PART_CONSENT)
        p->anchor = "consent";
    else if (named)
        p->anchor = named->value;
    else
        p->anchor = arena_text(s->arena, s->text + s->in[from].span.start,
                               s->in[end - 1].span.end - s->in[from].span.start);
    /* "onset of stroke": the event that a word of time is about */
    if (thing && named && thing > named && thing - named <= 3 && named->kind == PART_ANCHOR &&
        (strcmp(named->value, "onset") == 0 || strcmp(named->value, "diagnosis") == 0) &&
        named[1].kind == PART_OF)
        p->anchor_concept = thing->hit.thing;
    /* "starting dialysis": of a treatment that goes on, no record tells when it began */
    if (thing && !named &&
        (thing->hit.thing->category == CATEGORY_MEDICATION ||
         thing->hit.thing->category == CATEGORY_PROCEDURE) &&
        begun(s, from, thing))
        return;
    if (thing && !named &&
        (of_another(s, i, thing) || (!asks_itself(out, thing) && says_more(s, from, thing, end))))
        return;
    /* "robotic surgery": which of its kind, no record tells */
    if (thing && thing > &s->in[from] && thing[-1].kind == PART_WORD && !thing[-1].roles)
        return;
    if (thing && !named && is_to_come(s, out, p, from, thing))
        return;
    /* an event of the record: no study word in it */
    if (thing && (!named || thing < named))
        p->anchor_concept = thing->hit.thing;
    if (thing && !named)
        p->anchor =
            arena_text(s->arena, s->text + thing->span.start, thing->span.end - thing->span.start);
}

bool settle_anchor_ahead(const settler *s, size_t i)
{
    size_t end = settle_anchor_end(s, i);

    for (size_t k = i; k < end; k++)
        if (s->in[k].kind == PART_ANCHOR || s->in[k].kind == PART_DIAGNOSIS ||
            s->in[k].kind == PART_INCLUSION || s->in[k].kind == PART_CONSENT ||
            (s->in[k].kind == PART_THING && s->in[k].hit.thing))
            return true;
    return false;
}
