#include "grammar/settle.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* ---- second pass: what only the neighbours tell ---- */

/* "Confirmed, advanced or metastatic cancer", and not "definite, probable or possible": a word of
 * another kind behind the comma. */
static bool narrows_behind_comma(const settler *s, size_t i)
{
    return settle_kind(s, i + 1) == PART_COMMA && settle_kind(s, i + 2) == PART_QUAL &&
           strncmp(s->in[i + 2].value, "certainty:", 10) != 0;
}

/* "Previously untreated, advanced or metastatic cancer", "newly diagnosed, untreated asthma": what
 * was done until now is said of whichever it is. "Untreated, unstable or uncontrolled": three. */
static bool treated_behind_comma(const settler *s, size_t i)
{
    const char *of = s->in[i].value, *next;

    if (settle_kind(s, i + 1) != PART_COMMA || settle_kind(s, i + 2) != PART_QUAL)
        return false;
    next = s->in[i + 2].value;
    if (strcmp(of, "control:untreated") == 0 || strcmp(of, "control:treated") == 0)
        return strncmp(next, "extent:", 7) == 0;
    return strcmp(of, "recency:newly_diagnosed") == 0 && strcmp(next, "control:untreated") == 0;
}

bool settle_word_is(const settler *s, size_t i, const char *word)
{
    return i < s->count && text_equal_nocase(s->text + s->in[i].span.start,
                                             s->in[i].span.end - s->in[i].span.start, word);
}

/* Words that may stand between a comparator and its number, or between the ends of a range. */
bool settle_between_words(part_kind k)
{
    return k == PART_FILL || k == PART_AGEWORD || k == PART_OF || k == PART_EVERY || k == PART_WITH;
}

size_t settle_skip_fill(const settler *s, size_t i)
{
    for (size_t n = 0; n < 4 && i < s->count && settle_between_words(s->in[i].kind); n++)
        i++;
    return i;
}

void settle_push(settler *s, part_list *out, const part *p, part_kind kind)
{
    if (!arena_grow(s->arena, (void **)&out->at, out->count, &out->room, sizeof *out->at))
        return;
    out->at[out->count] = *p;
    out->at[out->count++].kind = kind;
}

void settle_push_qualifier(settler *s, part_list *out, const part *p, const char *kind, size_t end)
{
    part q = *p;

    q.span.end = s->in[end - 1].span.end;
    q.roles = 0;
    q.hit = (lexicon_hit){0};
    q.value = arena_printf(s->arena, "%s:%.*s", kind, (int)(q.span.end - q.span.start),
                           s->text + q.span.start);
    if (q.value)
        settle_push(s, out, &q, PART_QUAL);
}

static part_list settle(settler *s);

/* Is the word one for what lists are made of, as one or as several: "factor", "criteria"? */
static bool names_list(const char *text, const part *p)
{
    char several[24];
    size_t n = p->span.end - p->span.start;

    if (p->kind != PART_WORD || n + 1 > sizeof several)
        return false;
    memcpy(several, text + p->span.start, n);
    several[n] = 's';
    return (roles_all(several, n) & ROLE_LIST_OF) || (roles_all(several, n + 1) & ROLE_LIST_OF);
}

size_t token_counted_title(const char *text, const part *list, size_t i, size_t to, bool ends)
{
    size_t k = i + 1;

    while (k < to && k < i + 4 && (list[k].kind == PART_WORD || list[k].kind == PART_QUAL) &&
           !names_list(text, &list[k]))
        k++;
    if (k >= to || !names_list(text, &list[k]) || k + 1 >= to || list[k + 1].kind == PART_COLON)
        return i; /* with nothing between, the colon is found without */
    while (++k < to && k < i + 12)
        switch (list[k].kind) {
        case PART_WORD:
        case PART_FILL:
        case PART_QUAL:
        case PART_OF:
        case PART_FOR:
        case PART_THING: break;
        case PART_COLON: return k;
        default: return i;
        }
    return ends && k >= to ? to : i;
}

/* "At least one risk factor for stroke: ...": does a colon stand behind what the words from k on
 * are of? */
static bool of_what(const settler *s, size_t k)
{
    enum { FAR = 7 };
    size_t end = k;

    if (settle_kind(s, k) != PART_OF && !settle_word_is(s, k, "for"))
        return false;
    while (end < k + FAR &&
           (settle_kind(s, end) == PART_WORD || settle_kind(s, end) == PART_QUAL ||
            settle_kind(s, end) == PART_FILL || settle_kind(s, end) == PART_OF || end == k ||
            (settle_kind(s, end) == PART_THING && s->in[end].hit.thing)))
        end++;
    return settle_kind(s, end) == PART_COLON;
}

/* "One or more diseases of the following ...", "any conditions: ..." */
static bool counts_kinds(const settler *s, size_t i)
{
    size_t k = i + 1;
    bool class = false;

    if (token_counted_title(s->text, s->in, i, s->count, false) > i)
        return true;
    while (k < i + 4 && (settle_kind(s, k) == PART_WORD || settle_kind(s, k) == PART_QUAL ||
                         (settle_kind(s, k) == PART_THING && s->in[k].hit.thing &&
                          (s->in[k].hit.thing->flags & CONCEPT_WEAK)))) {
        class = s->in[k].kind == PART_THING;
        k++;
    }
    if (k > i + 1 && s->in[i].span.end - s->in[i].span.start > 3 && of_what(s, k))
        return true;
    if (settle_kind(s, k) == PART_OF) /* "of the following" in two words */
        k++;
    if (k == i + 1)
        return false;
    if (settle_kind(s, k) == PART_COLON && s->in[i].span.end - s->in[i].span.start > 3)
        return true; /* "one or more risk factors: ..." */
    return settle_kind(s, k) == PART_FOLLOWING || settle_kind(s, k) == PART_COUNTOF ||
           settle_kind(s, k) == PART_FOLLOW ||
           (class && (settle_kind(s, k) == PART_END || settle_kind(s, k) == PART_COLON));
}

/* Does a number of lines, regimens or courses begin at i: "at least 2 prior lines"? */
static bool counts_treatments(const settler *s, size_t i)
{
    bool number = false;
    size_t k = i;

    for (; k < s->count && k < i + 8; k++)
        switch (s->in[k].kind) {
        case PART_CMP:
        case PART_ORMORE:
        case PART_ORLESS:
        case PART_TOWORD:
        case PART_DASH:
        case PART_OR:
        case PART_FILL:
        case PART_QUAL:
        case PART_PRIOR: break;
        case PART_NUMBER:
        case PART_NUMBERWORD: number = true; break;
        case PART_WORD:
            if (number && s->in[k].roles & ROLE_COUNTED)
                return true;
            return false;
        default: return false;
        }
    return false;
}

/* "pre- or postmenopausal", and no "before": the first piece of a name whose rest stands behind the
 * connective. */
static bool begins_another(const settler *s, size_t i)
{
    bool dash = settle_kind(s, i + 1) == PART_DASH;
    size_t k = i + dash;

    if (!dash && !settle_word_is(s, i, "pre")) /* "before or after" */
        return false;
    return settle_kind(s, k + 1) == PART_OR || settle_kind(s, k + 1) == PART_AND ||
           settle_kind(s, k + 1) == PART_SLASH;
}

/* "First-, second- or third-degree block": does another of a row follow behind the signs at i? */
static bool ordinal_behind_sign(const settler *s, size_t i)
{
    size_t k = i;

    while (settle_kind(s, k) == PART_DASH || settle_kind(s, k) == PART_COMMA ||
           settle_kind(s, k) == PART_OR || settle_kind(s, k) == PART_AND)
        k++;
    if (k == i || k >= s->count)
        return false;
    return text_starts_nocase(s->text + s->in[k].span.start,
                              s->in[k].span.end - s->in[k].span.start, "second") ||
           text_starts_nocase(s->text + s->in[k].span.start,
                              s->in[k].span.end - s->in[k].span.start, "third");
}

/* "Asthma and >= 1: gout, epilepsy": so many of what follows the colon, as nothing is measured. */
static bool counts_list(const settler *s, const part_list *out, size_t colon)
{
    size_t n = out->count;

    if (n < 2 || out->at[n - 1].kind != PART_NUMBER || out->at[n - 1].pair ||
        out->at[n - 1].number < 1 || out->at[n - 1].number > 20 ||
        out->at[n - 2].kind != PART_CMP || out->at[n - 2].value[0] != '>' ||
        settle_kind(s, colon + 1) == PART_EXCLUDED)
        return false;
    if (out->at[n - 2].span.start > 0 && s->text[out->at[n - 2].span.start - 1] == '+')
        return true;
    switch (n > 2 ? out->at[n - 3].kind : PART_END) {
    case PART_END:
    case PART_OR: return n < 4 || !settle_numeral(out->at[n - 4].kind); /* "NRS < 2 or > 5: ..." */
    case PART_AND:
    case PART_COMMA:
    case PART_SEMICOLON:
    case PART_WITH: return true;
    default: return false;
    }
}

/* "any of A, B and C": the only "and" stands before the last, and there is no "or". */
static bool of_a_list(const settler *s, size_t i)
{
    size_t commas = 0, ands = 0;
    const part *p = &s->in[i];

    if (p->span.end - p->span.start < 4 || !text_equal_nocase(s->text + p->span.end - 3, 3, " of"))
        return false;
    for (size_t k = i + 1; k < s->count; k++)
        switch (s->in[k].kind) {
        case PART_COMMA:
            commas++;
            if (ands)
                return false;
            break;
        case PART_AND: ands++; break;
        case PART_OR:
        case PART_ANDOR:
        case PART_COLON:
        case PART_SEMICOLON:
        case PART_PERIOD: return false;
        default: break;
        }
    return commas && ands == 1;
}

/* Does what is said begin with the thing that stands right behind us, or a list that ends with it?
 */
static bool begins_with_thing(const part_list *out)
{
    for (size_t n = out->count; n-- > 0;)
        switch (out->at[n].kind) {
        case PART_THING:
        case PART_QUAL:
        case PART_FILL:
        case PART_OR:
        case PART_ANDOR:
        case PART_SLASH: break;
        case PART_PERIOD:
        case PART_SEMICOLON:
        case PART_COLON: return true;
        default: return false;
        }
    return true;
}

/* "obese adults", "community-dwelling children": people, behind what they have or are. Elsewhere it
 * may be somebody else who has it. */
static bool named_people(const part_list *out, const part *p, part_kind next)
{
    const part *before = out->count ? &out->at[out->count - 1] : NULL;

    return (p->roles & ROLE_AGE_GROUP) && before && before->kind == PART_THING &&
           before->hit.thing &&
           (before->hit.thing->category == CATEGORY_CONDITION ||
            before->hit.thing->category == CATEGORY_SOCIAL ||
            before->hit.thing->category == CATEGORY_ENCOUNTER) &&
           p->span.start == before->span.end + 1 && next != PART_THING && next != PART_WORD &&
           next != PART_QUAL && begins_with_thing(out);
}

/* The text of part i, in small letters or capitals? */
static bool part_is(const settler *s, const part *p, const char *words)
{
    return text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, words);
}

static size_t part_size(const part *p)
{
    return p->span.end - p->span.start;
}

/* Does a list follow: "of the following", "the following", "below"? */
static bool list_ahead(part_kind next)
{
    return next == PART_FOLLOWING || next == PART_FOLLOW || next == PART_COUNTOF;
}

/* ---- one step a kind of part: what it becomes, by its neighbours. Each takes the part at i,
 * perhaps some behind it, and returns the last one that it took. ---- */

typedef size_t settle_step(settler *s, part_list *out, size_t i);

static void settle_inside(settler *s, part *p)
{
    settler in = {.text = s->text,
                  .lx = s->lx,
                  .arena = s->arena,
                  .in = (part *)p->inside,
                  .count = p->inside_count,
                  .depth = s->depth + 1,
                  .limit = s->limit,
                  .inside = true};
    part_list l;

    if (s->depth >= BRACKET_DEPTH)
        return;
    l = settle(&in);
    p->inside = l.at;
    p->inside_count = l.count;
}

static size_t settle_bracket(settler *s, part_list *out, size_t i)
{
    part *p = &s->in[i];
    part_kind next = settle_kind(s, i + 1);

    /* "a score of 23 (+/- 4) or under": asked again behind what is said of the number */
    if ((next == PART_ORMORE || next == PART_ORLESS) &&
        (settle_behind(out) == PART_NUMBER || settle_behind(out) == PART_UNIT)) {
        part b = *p;

        s->in[i] = s->in[i + 1];
        s->in[i + 1] = b;
        return settle_number(s, out, i);
    }
    /* "18 years (inclusive) to 75" */
    if (p->inside_count == 1 && settle_edge(out) &&
        (p->inside[0].kind == PART_EDGE || p->inside[0].kind == PART_INCLUDE)) {
        out->at[out->count - 1].edge = strcmp(p->inside[0].value, "ex") == 0 ? 'x' : 'i';
        return i;
    }
    /* "6 weeks (42 days) to 12 weeks": the same in another unit */
    if (p->inside_count == 2 && settle_edge(out) && settle_numeral(p->inside[0].kind) &&
        p->inside[1].kind == PART_UNIT &&
        (next == PART_TOWORD || next == PART_DASH || next == PART_AND))
        return i;
    /* "gout or asthma (excluded)": as without the bracket */
    if (p->inside_count == 1 && settle_left_out(s, &p->inside[0]) && next == PART_END) {
        settle_push(s, out, &p->inside[0], PART_EXCLUDED);
        return i;
    }
    settle_inside(s, p);
    settle_push(s, out, p, PART_BRACKET);
    return i;
}

/* "Primary diagnosis: A or B" is one of A or B. */
static bool titles_diagnosis(const settler *s, const part_list *out)
{
    const part *p = out->count ? &out->at[out->count - 1] : NULL;

    if (!p || p->kind != PART_QUAL ||
        !memmem(s->text + p->span.start, p->span.end - p->span.start, "diagnosis", 9))
        return false;
    if (text_is(p->value, "certainty:confirmed") && out->count > 1)
        p--;
    return p->kind == PART_QUAL && text_starts_nocase(p->value, strlen(p->value), "cause:");
}

static size_t settle_colon(settler *s, part_list *out, size_t i)
{
    part_kind k = settle_behind(out);

    if (settle_head_of_sexes(s, out, i) || titles_diagnosis(s, out))
        return i;
    if (counts_list(s, out, i))
        settle_push(s, out, &s->in[i], PART_COUNTOF);
    /* "except for: ..." */
    else if (k != PART_EXCEPT && k != PART_UNLESS && k != PART_INCLUDE && k != PART_DEFINED &&
             k != PART_AND && k != PART_OR)
        settle_push(s, out, &s->in[i], PART_COLON);
    return i;
}

static size_t settle_period(settler *s, part_list *out, size_t i)
{
    /* "Age. 18-80" */
    if (!(out->count == 1 && settle_named(out) && settle_numeral(settle_kind(s, i + 1))))
        settle_push(s, out, &s->in[i], PART_PERIOD);
    return i;
}

/* "Minors, prisoners", "minor patients": people of an age; "minor or severe bleeding": how bad it
 * is. */
static bool names_age_group(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    part_kind next = settle_kind(s, i + 1);

    if (!(roles_all(s->text + p->span.start, part_size(p)) & ROLE_AGE_GROUP))
        return false;
    if (s->text[p->span.end - 1] == 's' || next == PART_PERSON || next == PART_END ||
        next == PART_PERIOD || next == PART_SEMICOLON)
        return true;
    return part_links(next) && settle_kind(s, i + 2) != PART_QUAL;
}

/* "HCV RNA is detected": the result of the test right before it. */
static bool tells_result(const settler *s, const part_list *out, const part *p)
{
    size_t n = out->count;
    const concept *test;

    while (n && (out->at[n - 1].kind == PART_FILL || out->at[n - 1].kind == PART_BRACKET))
        n--;
    test = n && out->at[n - 1].kind == PART_THING ? out->at[n - 1].hit.quantity : NULL;
    return test && test->category == CATEGORY_MEASUREMENT && part_is(s, p, "detected");
}

static size_t settle_qualifier(settler *s, part_list *out, size_t i)
{
    const part *p = &s->in[i];

    if (names_age_group(s, i)) {
        part q = *p;

        q.roles = ROLE_AGE_GROUP;
        settle_push(s, out, &q, PART_WORD);
        return i;
    }
    /* "in recent 3 months" */
    if (settle_numeral(settle_kind(s, i + 1)) && settle_kind(s, i + 2) == PART_UNIT &&
        s->in[i + 2].period && part_is(s, p, "recent")) {
        settle_push(s, out, p, PART_LAST);
        return i;
    }
    if (settle_cut_for(s, out, i))
        return i;
    if (tells_result(s, out, p)) {
        part q = *p;

        q.value = "result:positive";
        settle_push(s, out, &q, PART_QUAL);
        return i;
    }
    settle_push(s, out, p, PART_QUAL);
    /* "histologically confirmed, locally advanced or metastatic cancer" */
    return (s->confirmed && strcmp(p->value, "certainty:confirmed") == 0 &&
            narrows_behind_comma(s, i)) ||
                   treated_behind_comma(s, i)
               ? i + 1
               : i;
}

static size_t settle_sex(settler *s, part_list *out, size_t i)
{
    part_kind next = settle_kind(s, i + 1);
    part q = s->in[i];

    /* "male or female": everybody */
    if (part_links(next) && settle_kind(s, i + 2) == PART_SEX &&
        strcmp(s->in[i + 2].value, q.value) != 0) {
        q.span.end = s->in[i + 2].span.end;
        q.value = "sexes";
        settle_push(s, out, &q, PART_PERSON);
        return i + 2;
    }
    settle_push(s, out, &q, PART_SEX);
    return i;
}

static size_t settle_must(settler *s, part_list *out, size_t i)
{
    const part *p = &s->in[i];
    bool need = text_starts_nocase(s->text + p->span.start, part_size(p), "need") ||
                part_is(s, p, "have to") || part_is(s, p, "has to");

    /* "who need to use steroids": they do, and nobody asks it of them */
    settle_push(s, out, p,
                need && settle_behind(out) == PART_WITH &&
                        part_is(s, &out->at[out->count - 1], "who")
                    ? PART_NEED
                    : PART_MUST);
    return i;
}

static size_t settle_next(settler *s, part_list *out, size_t i)
{
    part_kind next = settle_kind(s, i + 1), third = settle_kind(s, i + 2);

    /* "first or second degree block": one of two, and no time to come */
    if (settle_word_is(s, i, "first") &&
        (((next == PART_OR || next == PART_SLASH || next == PART_ANDOR) &&
          (third == PART_QUAL || third == PART_WORD || third == PART_THING)) ||
         ordinal_behind_sign(s, i + 1))) {
        settle_push(s, out, &s->in[i], PART_WORD);
        return i;
    }
    return settle_time(s, out, i);
}

static size_t settle_before_after(settler *s, part_list *out, size_t i)
{
    const part *p = &s->in[i];

    if (!settle_time_behind(out) && begins_another(s, i)) {
        settle_push(s, out, p, PART_WORD);
        return i;
    }
    /* "myeloma after at least 2 prior lines": who has had so many */
    if (p->kind == PART_AFTER && out->count && counts_treatments(s, i + 1)) {
        settle_push(s, out, p, PART_WITH);
        return i;
    }
    return settle_time(s, out, i);
}

static size_t settle_of(settler *s, part_list *out, size_t i)
{
    size_t past = settle_count(s, out, i);

    if (past == i)
        past = settle_of_event(s, out, i);
    if (past > i)
        return past - 1;
    settle_push(s, out, &s->in[i], PART_OF);
    return i;
}

/* "The patient or (his or her) ..." behind us: how many parts of it; 0: something else stands
 * there. */
static size_t patient_or(const part_list *out)
{
    size_t k = out->count, said = 0;

    while (k > 0 && (out->at[k - 1].kind == PART_FILL || said == 0)) {
        part_kind kind = out->at[k - 1].kind;

        if (kind == PART_OR || kind == PART_ANDOR || kind == PART_SLASH) {
            /* "his or her": of whom somebody is */
            if (k < 2 || out->at[k - 2].kind != PART_FILL)
                said = k;
        } else if (kind != PART_FILL || out->at[k - 1].roles & ROLE_PREPOSITION)
            return 0;
        k--;
    }
    if (k > 0 && out->at[k - 1].kind == PART_COMMA)
        k--;
    return k > 0 && said && out->at[k - 1].kind == PART_PERSON ? out->count - k + 1 : 0;
}

static size_t settle_who(settler *s, part_list *out, size_t i)
{
    size_t before = patient_or(out);
    part q = s->in[i];

    /* "patient or partner", "the patient, or his partner, has": either of them */
    if (before) {
        bool parted = out->at[out->count - before + 1].kind == PART_COMMA;

        q.span.start = out->at[out->count - before].span.start;
        q.either = true;
        out->count -= before;
        settle_push(s, out, &q, PART_WHO);
        return parted && settle_kind(s, i + 1) == PART_COMMA ? i + 1 : i;
    }
    settle_push(s, out, &q, PART_WHO);
    return i;
}

static size_t settle_family(settler *s, part_list *out, size_t i)
{
    part q = s->in[i];

    q.either = text_starts_nocase(q.value, strlen(q.value), "either");
    q.value = strstr(q.value, "relative:");
    if (!q.value)
        q.value = "family";
    settle_push(s, out, &q, PART_FAMILY);
    return i;
}

static size_t settle_if(settler *s, part_list *out, size_t i)
{
    part_kind next = settle_kind(s, i + 1), k = settle_behind(out);
    bool verb = next == PART_CONSENT || next == PART_JUDGE ||
                (next == PART_FILL && (s->in[i + 1].roles & ROLE_LEADS)) || next == PART_WITHIN ||
                settle_word_is(s, i + 1, "by") || k == PART_AND || k == PART_HISTORY;

    /* "provided consent": a verb, no condition */
    settle_push(s, out, &s->in[i], verb && part_is(s, &s->in[i], "provided") ? PART_FILL : PART_IF);
    return i;
}

/* "any of these:", "one of these if symptomatic:": what stands behind the colon. */
static bool these_ahead(const settler *s, size_t i)
{
    enum { FAR = 8 };
    size_t k = i + 1;

    if (!settle_word_is(s, k, "these") || part_size(&s->in[i]) < sizeof "any of" - 1)
        return false;
    while (k < i + FAR && !part_divides(settle_kind(s, k)) && settle_kind(s, k) != PART_COLON &&
           settle_kind(s, k) != PART_PERIOD && settle_kind(s, k) != PART_END)
        k++;
    return settle_kind(s, k) == PART_COLON;
}

static size_t settle_any_of(settler *s, part_list *out, size_t i)
{
    const part *p = &s->in[i];
    part_kind next = settle_kind(s, i + 1);

    if (these_ahead(s, i)) {
        settle_push(s, out, p, PART_ANYOF);
        settle_push(s, out, &s->in[i + 1], PART_FOLLOWING);
        return i + 1;
    }

    /* "at least one, but no more than 3": a bound, whose other end follows */
    if (settle_first_of_two(s, out, i))
        return i;
    /* "any" alone is a filler; "at least one of the following" counts */
    if (counts_kinds(s, i) || list_ahead(next) || (next == PART_COLON && part_size(p) > 4) ||
        part_is(s, p, "at least one of") || part_is(s, p, "one or more of") || of_a_list(s, i)) {
        settle_push(s, out, p, PART_ANYOF);
        return i;
    }
    part q = *p;

    q.value = "one"; /* of the values of what comes next */
    settle_push(s, out, &q, PART_FILL);
    return i;
}

/* "AML, ALL": a thing of the list by its short name, in capitals as no "all" is printed. */
static bool is_short_name(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    part_kind next = settle_kind(s, i + 1);

    for (size_t k = p->span.start; k < p->span.end; k++)
        if (!isupper((unsigned char)s->text[k]))
            return false;
    return next == PART_END || next == PART_PERIOD || next == PART_SEMICOLON || part_links(next);
}

static size_t settle_all_of(settler *s, part_list *out, size_t i)
{
    if (is_short_name(s, i)) {
        settle_push(s, out, &s->in[i], PART_WORD);
        return i;
    }
    settle_push(s, out, &s->in[i],
                list_ahead(settle_kind(s, i + 1)) || part_size(&s->in[i]) > 4 ? PART_ALLOF
                                                                              : PART_FILL);
    return i;
}

static role_set roles_at(const settler *s, size_t i)
{
    return roles_all(s->text + s->in[i].span.start, part_size(&s->in[i]));
}

static bool is_named(part_kind k)
{
    return k == PART_THING || k == PART_EVENT;
}

/* Is something named between i and the next connective: "dialysis or surgery"? Words will do where
 * a `verb` is sure to stand before them. */
static bool lists_things(const settler *s, size_t i, bool verb)
{
    enum { NEAR = 8 };
    size_t from = i;
    bool named = false;

    for (; i < from + NEAR && i < s->count; i++) {
        part_kind k = settle_kind(s, i);

        if (part_links(k) || k == PART_COMMA)
            return named && i > from;
        if (k == PART_COLON || k == PART_SEMICOLON || k == PART_PERIOD || k == PART_BRACKET)
            return false;
        named = named || is_named(k) || (verb && k == PART_WORD);
    }
    return false;
}

/* "Obesity that may worsen A or B", where "that" stands at i: what it does, and neither A nor B is
 * asked for by itself. The last part that it took; i: it says something else. */
static size_t settle_relative(settler *s, part_list *out, size_t i)
{
    size_t verb = i + 1;
    part_kind before = i > 0 ? settle_kind(s, i - 1) : PART_END;
    part q = s->in[i];

    if ((!is_named(before) && before != PART_WORD && before != PART_BRACKET) ||
        !(settle_word_is(s, i, "that") || settle_word_is(s, i, "which")))
        return i;
    /* "may", "could", "also" */
    while (verb < i + 3 && !is_named(settle_kind(s, verb)) &&
           (settle_kind(s, verb) == PART_FILL || settle_kind(s, verb) == PART_PLANNED ||
            (verb < s->count && roles_at(s, verb) & ROLE_VERB)))
        verb++;
    if (settle_kind(s, verb) != PART_WORD || roles_at(s, verb) & (ROLE_VERB | ROLE_ARTICLE) ||
        !lists_things(s, verb + 1, verb > i + 1))
        return i;
    if (settle_kind(s, verb + 1) == PART_WITH) /* "interact with" */
        verb++;
    q.value = "effect";
    q.span.end = s->in[verb].span.end;
    settle_push(s, out, &q, PART_CAUSED);
    return verb;
}

/* "Bone metastases only", "only bone metastases": nothing else may be there, which narrows the
 * disease. "Women only", "only one kidney", "only if": no such word. */
static bool settle_alone(const settler *s, const part_list *out, size_t i)
{
    const part *of = settle_behind(out) == PART_THING ? &out->at[out->count - 1] : NULL;
    part_kind next = settle_kind(s, i + 1);

    if (!settle_word_is(s, i, "only"))
        return false;
    if (!out->count || part_links(settle_behind(out)))
        of = next == PART_THING ? &s->in[i + 1] : NULL;
    else if (next != PART_END && next != PART_PERIOD && next != PART_SEMICOLON &&
             next != PART_BRACKET && !part_links(next))
        of = NULL;
    return of && of->hit.thing && of->hit.thing->category == CATEGORY_CONDITION &&
           !(roles_of_last(s->text + of->span.start, part_size(of)) &
             (ROLE_PEOPLE | ROLE_AGE_GROUP));
}

static size_t settle_fill(settler *s, part_list *out, size_t i)
{
    /* "concern about pregnancy": what the one is about; "weighs about 60 kg" */
    if (settle_word_is(s, i, "about") && settle_behind(out) == PART_WORD &&
        settle_kind(s, i + 1) == PART_THING) {
        settle_push(s, out, &s->in[i], PART_OF);
        return i;
    }
    if (settle_alone(s, out, i)) {
        part q = s->in[i];

        q.value = "extent:only";
        settle_push(s, out, &q, PART_QUAL);
        return i;
    }
    const char *value = s->in[i].value;
    size_t last = settle_relative(s, out, i);

    if (last > i)
        return last;

    if (*value == 'e' && strcmp(value, "equivalent") == 0)
        settle_equivalent(s, out, i);
    else if (*value == 'e' && settle_stands_apart(s, i) && settle_left_out(s, &s->in[i]))
        settle_push(s, out, &s->in[i], PART_EXCLUDED);
    else /* "where asthma is present, ..." */
        settle_push(s, out, &s->in[i],
                    !out->count && settle_word_is(s, i, "where") ? PART_WHEN : PART_FILL);
    return i;
}

static size_t settle_to_fill(settler *s, part_list *out, size_t i)
{
    settle_push(s, out, &s->in[i], PART_FILL);
    return i;
}

/* An anchor that is not behind "before": an ordinary word, or the name of something. */
static size_t settle_no_anchor(settler *s, part_list *out, size_t i)
{
    part q = s->in[i];
    atoms a = lexicon_cut(s->lx, s->text + q.span.start, part_size(&q), s->arena);
    bool found = false;
    lexicon_hit hit;

    for (size_t k = 0; k < a.count && !found; k++)
        if ((found = lexicon_match(s->lx, &a, k, &hit))) {
            q.hit = hit;
            q.hit.span.start += q.span.start;
            q.hit.span.end += q.span.start;
        }
    settle_push(s, out, &q, found && !settle_says_how_often(s, out, &q) ? PART_THING : PART_WORD);
    return i;
}

/* Does a range of ages begin close behind part i: "aged 2-15 years", "between 6 months and 5
 * years"? */
static bool ages_behind(const settler *s, size_t i)
{
    enum { NEAR = 3, FAR = 9 };
    size_t numbers = 0;
    bool dash = false, years = false;

    for (size_t k = i; k < i + FAR; k++) {
        part_kind kind = settle_kind(s, k);

        if (settle_numeral(kind))
            numbers++;
        else if (kind == PART_UNIT)
            years = years || s->in[k].period;
        else if (kind == PART_DASH || kind == PART_TOWORD || (kind == PART_AND && numbers))
            dash = dash || numbers == 1;
        else if (kind != PART_AGEWORD && kind != PART_BETWEEN && kind != PART_FROM &&
                 kind != PART_FILL && kind != PART_OF && !(kind == PART_COMMA && k == i))
            break;
        if (!numbers && k >= i + NEAR)
            break;
    }
    return numbers > 1 && dash && years;
}

/* "Children, adolescents and adults aged 6 to 60 years": the ages say who is meant. The part behind
 * the groups but the last; i: there are no such. */
static size_t groups_with_ages(const settler *s, size_t i)
{
    size_t last = i;

    while (settle_kind(s, last) == PART_WORD && s->in[last].roles & ROLE_AGE_GROUP) {
        size_t k = last + 1;

        if (settle_kind(s, k) == PART_COMMA)
            k++;
        if (part_links(settle_kind(s, k)) && settle_kind(s, k) != PART_COMMA)
            k++;
        if (k == last + 1 || settle_kind(s, k) != PART_WORD || !(s->in[k].roles & ROLE_AGE_GROUP))
            break;
        last = k;
    }
    return last > i && ages_behind(s, last + 1) ? last : i;
}

/* "Age of the ..." stands behind us. */
static bool age_of(const part_list *out)
{
    size_t n = out->count;

    while (n > 0 && out->count - n < 2 &&
           (out->at[n - 1].kind == PART_FILL || out->at[n - 1].kind == PART_OF))
        n--;
    return n > 0 && out->at[n - 1].kind == PART_AGEWORD;
}

/* "BMI of the mother", "diabetes in the mother", "mother took warfarin", "mother aged 18 to 45": is
 * it hers, and not the patient's? `next` and `before` stand beside the word at i. */
static bool is_of_parent(const settler *s, const part_list *out, size_t i, part_kind next)
{
    bool one = settle_word_is(s, i, "mother") || settle_word_is(s, i, "father");
    size_t n = out->count;

    if (!one && !settle_word_is(s, i, "mothers") && !settle_word_is(s, i, "fathers"))
        return false;
    if (next == PART_AGEWORD || age_of(out))
        return true;
    while (n > 0 && out->count - n < 3 &&
           (out->at[n - 1].kind == PART_FILL || out->at[n - 1].kind == PART_OF))
        n--;
    if (n == 0 || out->at[n - 1].kind == PART_COLON || out->at[n - 1].kind == PART_PERIOD)
        return one && !part_links(next);
    return n < out->count &&
           (out->at[n].kind == PART_OF ||
            text_starts_nocase(s->text + out->at[n].span.start, part_size(&out->at[n]), "in")) &&
           (out->at[n - 1].kind == PART_THING || out->at[n - 1].kind == PART_WORD ||
            out->at[n - 1].kind == PART_UNIT || settle_numeral(out->at[n - 1].kind));
}

/* "Mother's age": of somebody else. */
static bool of_a_relative(const settler *s, const part *p)
{
    size_t n = part_size(p);

    return n > 4 && text_equal_nocase(s->text + p->span.end - 2, 2, "'s") &&
           (roles_all(s->text + p->span.start, n - 2) & ROLE_RECORD_ELSEWHERE);
}

/* "Uses insulin", "patient wears a hearing aid": a verb, and what is used stands behind it. */
static bool is_user(const settler *s, const part_list *out, size_t i)
{
    const part *p = &s->in[i];
    part_kind before = settle_behind(out);
    size_t k = settle_skip_fill(s, i + 1);

    if (!text_is(p->value, "uses") || s->text[p->span.end - 1] != 's' ||
        (before != PART_END && before != PART_PERSON && before != PART_SEX && before != PART_AND &&
         before != PART_OR && before != PART_WITH && before != PART_COMMA &&
         before != PART_SEMICOLON && before != PART_PERIOD && before != PART_FILL))
        return false;
    while (settle_kind(s, k) == PART_QUAL)
        k = settle_skip_fill(s, k + 1);
    return settle_kind(s, k) == PART_THING && s->in[k].hit.thing;
}

static size_t settle_word(settler *s, part_list *out, size_t i)
{
    part_kind next = settle_kind(s, i + 1);
    part_kind before = i > 0 ? settle_kind(s, i - 1) : PART_COLON;
    size_t last = s->in[i].roles & ROLE_AGE_GROUP &&
                          (before == PART_COLON || before == PART_PERIOD || before == PART_NOT ||
                           before == PART_SEMICOLON || before == PART_PERSON)
                      ? groups_with_ages(s, i)
                      : i;

    if (of_a_relative(s, &s->in[i])) {
        part q = s->in[i];

        q.value = "relative";
        settle_push(s, out, &q, PART_WHO);
        return i;
    }
    if (last > i) {
        bool comma = settle_kind(s, last + 1) == PART_COMMA; /* "..., between 6 and 18 years" */
        part q = s->in[i];

        q.span.end = s->in[comma ? last : last - 1].span.end;
        settle_push(s, out, &q, PART_PERSON);
        return comma ? last + 1 : last - 1;
    }

    if (is_of_parent(s, out, i, next)) {
        part q = s->in[i];

        q.value = "parent";
        settle_push(s, out, &q, PART_WHO);
        return i;
    }
    if (is_user(s, out, i) || settle_use(s, i)) {
        part q = s->in[i];

        q.value = "taking";
        settle_push(s, out, &q, PART_CURRENT);
        return i;
    }
    /* "3 consecutive months" */
    if (!(next == PART_UNIT && s->in[i + 1].period && i && settle_numeral(s->in[i - 1].kind) &&
          settle_word_is(s, i, "consecutive")))
        settle_push(s, out, &s->in[i],
                    named_people(out, &s->in[i], next) ? PART_PERSON : PART_WORD);
    return i;
}

static size_t settle_diagnosis(settler *s, part_list *out, size_t i)
{
    part q = s->in[i];

    q.value = "certainty:confirmed";
    settle_push(s, out, &q, PART_QUAL);
    return i;
}

/* "Exposure to" a drug: that it was used, whenever; to dust: something else. */
static void settle_exposure(settler *s, part_list *out, size_t i)
{
    part noun = s->in[i], to = s->in[i];
    size_t k = i + 1;

    while (settle_kind(s, k) == PART_QUAL || settle_between_words(settle_kind(s, k)) ||
           settle_kind(s, k) == PART_COUNTOF || settle_word_is(s, k, "a") ||
           settle_word_is(s, k, "an") || settle_word_is(s, k, "any"))
        k++;
    if (settle_kind(s, k) == PART_THING && s->in[k].hit.thing &&
        s->in[k].hit.thing->category == CATEGORY_MEDICATION) {
        settle_push(s, out, &s->in[i], PART_HISTORY);
        return;
    }
    while (noun.span.end > noun.span.start && !text_is_blank(s->text[noun.span.end - 1]))
        noun.span.end--;
    to.span.start = noun.span.end;
    while (noun.span.end > noun.span.start && text_is_blank(s->text[noun.span.end - 1]))
        noun.span.end--;
    settle_push(s, out, &noun, PART_WORD);
    settle_push(s, out, &to, PART_FILL);
}

/* May a part stand between "on" and a drug: "on a stable dose of aspirin", "on oral or injectable
 * aspirin"? */
static bool says_how(const settler *s, size_t i)
{
    switch (settle_kind(s, i)) {
    case PART_FILL:
    case PART_QUAL:
    case PART_OF: return true;
    case PART_OR:
    case PART_ANDOR: return settle_kind(s, i - 1) == PART_QUAL;
    case PART_WORD:
        return settle_word_is(s, i, "a") || s->in[i].roles & ROLE_LIGHT_TREATMENT ||
               settle_kind(s, i - 1) == PART_OR || settle_kind(s, i - 1) == PART_ANDOR;
    default: return settle_word_is(s, i, "a");
    }
}

static bool on_dose(const settler *s, size_t i)
{
    enum { NEAR = 6, UNKNOWN = 2 };
    size_t k = i + 1, unknown = 0;

    /* "diabetes, on diet, metformin or insulin" */
    if (i > 0 && settle_kind(s, i - 1) == PART_COMMA && settle_kind(s, k) == PART_WORD &&
        (settle_kind(s, k + 1) == PART_COMMA || settle_kind(s, k + 1) == PART_OR))
        k += 2;
    for (; k < i + NEAR && settle_kind(s, k) != PART_THING; k++)
        if (!says_how(s, k) && (settle_kind(s, k) != PART_WORD || s->in[k].roles ||
                                unknown++ == UNKNOWN)) /* "on maximally tolerated aspirin" */
            break;
    return settle_kind(s, k) == PART_THING && s->in[k].hit.thing &&
           s->in[k].hit.thing->category == CATEGORY_MEDICATION;
}

static size_t settle_on(settler *s, part_list *out, size_t i)
{
    const concept *k = settle_kind(s, i + 1) == PART_THING ? s->in[i + 1].hit.thing : NULL;
    bool used = (k && (k->category == CATEGORY_MEDICATION || k->category == CATEGORY_PROCEDURE ||
                       k->category == CATEGORY_DEVICE)) ||
                on_dose(s, i);

    size_t days = i + 2;

    /* "use on at least 4 days": on how many, and not for how long */
    if (settle_kind(s, i + 1) == PART_CMP && settle_numeral(settle_kind(s, days)) &&
        settle_kind(s, days + 1) == PART_UNIT && s->in[days + 1].period == 'd' &&
        settle_kind(s, days + 2) != PART_EVERY && settle_kind(s, days + 2) != PART_SLASH) {
        settle_push_qualifier(s, out, &s->in[i], "time", days + 2);
        return days + 1;
    }
    /* "on aspirin" is use; "on the day of", "findings on ECG" are not */
    if (i > 0 && (settle_kind(s, i - 1) == PART_WORD || settle_kind(s, i - 1) == PART_COMMA) &&
        concept_finds_out(s->lx, k))
        used = false;
    if (strcmp(s->in[i].value, "exposure") == 0)
        settle_exposure(s, out, i);
    else
        settle_push(s, out, &s->in[i], used ? PART_CURRENT : PART_FILL);
    return i;
}

/* "In-active lupus", in two words: behind "in", with no blank between. */
static bool ends_inactive(const settler *s, const part_list *out, size_t i)
{
    const part *p = &s->in[i], *in = out->count ? &out->at[out->count - 1] : NULL;

    return in && settle_word_is(s, i, "active") && i > 0 && settle_word_is(s, i - 1, "in") &&
           in->span.end == s->in[i - 1].span.end && p->span.start == in->span.end + 1 &&
           s->text[in->span.end] == '-';
}

/* "Stroke during the current admission": when it was, and nothing that is asked for beside it. */
static size_t settle_now(settler *s, part_list *out, size_t i)
{
    const part *p = &s->in[i], *within = i > 0 && p[-1].kind == PART_WITHIN ? &p[-1] : NULL;
    const concept *k = settle_kind(s, i + 1) == PART_THING ? s->in[i + 1].hit.thing : NULL;
    const char *word = within ? s->text + within->span.start : "";
    bool stay = k && (k->category == CATEGORY_ENCOUNTER || is_landmark(k, LANDMARK_PREGNANCY)),
         adjective = settle_word_is(s, i, "current") || settle_word_is(s, i, "present") ||
                     settle_word_is(s, i, "ongoing") || settle_word_is(s, i, "active");

    if (ends_inactive(s, out, i)) {
        size_t start = out->at[--out->count].span.start;
        part q = *p;

        q.span.start = start;
        q.roles = 0;
        settle_push(s, out, &q, PART_WORD);
        return i;
    }
    settle_push(
        s, out, p,
        adjective && within &&
                (strncasecmp(word, "during", 6) == 0 || (stay && strncasecmp(word, "in", 2) == 0))
            ? PART_FILL
            : PART_CURRENT);
    return i;
}

static size_t settle_history(settler *s, part_list *out, size_t i)
{
    part_kind next = settle_kind(s, i + 1);
    bool counts = next == PART_ANYOF || next == PART_CMP || next == PART_NUMBER ||
                  next == PART_FOLLOWING || next == PART_ALLOF;

    /* "planned receipt of steroids": to come */
    bool planned = out->count && out->at[out->count - 1].kind == PART_PLANNED;

    /* "the patients had at least one of ..." tells no past */
    settle_push(s, out, &s->in[i],
                planned || (counts && part_is(s, &s->in[i], "had")) ? PART_FILL : PART_HISTORY);
    return i;
}

static size_t settle_judged(settler *s, part_list *out, size_t i)
{
    const part *p = &s->in[i];
    part_kind next = settle_kind(s, i + 1);

    /* "a decline in FVC" is refused by nobody */
    if (settle_word_is(s, i, "decline") && (settle_word_is(s, i + 1, "in") || next == PART_OF)) {
        part q = *p;

        q.value = "";
        q.roles = roles_of(s->text + p->span.start, part_size(p));
        settle_push(s, out, &q, PART_WORD);
        return i;
    }
    /* "comply with any of the following" speaks of the list */
    settle_push(s, out, p,
                (next == PART_ANYOF || next == PART_ALLOF || list_ahead(next)) &&
                        next != PART_FOLLOW && strcmp(p->value, "compliance") == 0
                    ? PART_FILL
                    : PART_JUDGE);
    return i;
}

/* Do the words of a thing name an infection: "HIV", "S. aureus"? */
static bool names_infection(const settler *s, const part *p)
{
    char *text =
        arena_printf(s->arena, "%.*s infection", (int)part_size(p), s->text + p->span.start);
    atoms cut = text ? lexicon_cut(s->lx, text, strlen(text), s->arena) : (atoms){0};
    lexicon_hit hit;

    return cut.count && lexicon_match(s->lx, &cut, 0, &hit) && hit.atoms == cut.count && hit.thing;
}

/* "Stroke with (an) onset of symptoms within 24 hours": it began in that time. The last part of
 * it; i: it says something else. */
static size_t with_onset(settler *s, part_list *out, size_t i)
{
    size_t k = settle_kind(s, i + 1) == PART_FILL ? i + 2 : i + 1;
    const part *thing = out->count ? &out->at[out->count - 1] : NULL;
    part q;

    if (!thing || thing->kind != PART_THING || !thing->hit.thing ||
        thing->hit.thing->category != CATEGORY_CONDITION || settle_kind(s, k) != PART_ANCHOR ||
        strcmp(s->in[k].value, "onset") != 0 ||
        (settle_kind(s, k + 1) != PART_WITHIN && settle_kind(s, k + 1) != PART_CMP))
        return i;
    q = s->in[i];
    q.span.end = s->in[k].span.end;
    q.value = "course:onset";
    settle_push(s, out, &q, PART_QUAL);
    return k;
}

/* "Infection with HIV", "infection with S. aureus": of what it is, and no infection that comes with
 * another thing. */
static size_t settle_with(settler *s, part_list *out, size_t i)
{
    size_t next = settle_skip_fill(s, i + 1);
    const concept *of, *head;
    size_t past = with_onset(s, out, i);
    bool germ;

    if (past > i)
        return past;
    head = i > 0 && s->in[i - 1].kind == PART_THING ? s->in[i - 1].hit.thing : NULL;
    of = settle_kind(s, next) == PART_THING ? s->in[next].hit.thing : NULL;
    germ = of && is_landmark(head, LANDMARK_INFECTION) && settle_word_is(s, i, "with") &&
           (of->category == CATEGORY_ORGANISM || concept_is(of, head)) &&
           names_infection(s, &s->in[next]);
    settle_push(s, out, &s->in[i], germ ? PART_OF : PART_WITH);
    return i;
}

/* "eGFR that is at least 60" explains nothing. */
static size_t settle_defined(settler *s, part_list *out, size_t i)
{
    bool bounds = settle_word_is(s, i, "that is") && settle_kind(s, i + 1) == PART_CMP;

    settle_push(s, out, &s->in[i], bounds ? PART_FILL : PART_DEFINED);
    return i;
}

/* What each kind is asked; NULL: nothing, it stays what it is. */
static settle_step *const steps[PART_KINDS] = {
    [PART_BRACKET] = settle_bracket,
    [PART_EDGE] = settle_number,
    [PART_NUMBER] = settle_number,
    [PART_ORDINAL] = settle_number,
    [PART_UNIT] = settle_number,
    [PART_CMP] = settle_number,
    [PART_BETWEEN] = settle_number,
    [PART_FROM] = settle_number,
    [PART_TOWORD] = settle_number,
    [PART_DASH] = settle_number,
    [PART_AND] = settle_number,
    [PART_OR] = settle_number,
    [PART_ANDOR] = settle_number,
    [PART_COMMA] = settle_number,
    [PART_BUT] = settle_number,
    [PART_SLASH] = settle_number,
    [PART_MULT] = settle_number,
    [PART_NORMAL] = settle_number,
    [PART_ULN] = settle_number,
    [PART_PREDICTED] = settle_number,
    [PART_ORMORE] = settle_number,
    [PART_ORLESS] = settle_number,
    [PART_EVERY] = settle_number,
    [PART_AGEWORD] = settle_number,
    [PART_COUNTOF] = settle_number,
    [PART_COLON] = settle_colon,
    [PART_PERIOD] = settle_period,
    [PART_QUAL] = settle_qualifier,
    [PART_NOT] = settle_not,
    [PART_SEX] = settle_sex,
    [PART_MUST] = settle_must,
    [PART_NEXT] = settle_next,
    [PART_WITHIN] = settle_time,
    [PART_LAST] = settle_time,
    [PART_PRIOR] = settle_time,
    [PART_FOLLOW] = settle_time,
    [PART_BEFORE] = settle_before_after,
    [PART_AFTER] = settle_before_after,
    [PART_AGO] = settle_time,
    [PART_FOR] = settle_time,
    [PART_ATTIME] = settle_time,
    [PART_OF] = settle_of,
    [PART_WITH] = settle_with,
    [PART_WHO] = settle_who,
    [PART_FAMILY] = settle_family,
    [PART_IF] = settle_if,
    [PART_ANYOF] = settle_any_of,
    [PART_ALLOF] = settle_all_of,
    [PART_FILL] = settle_fill,
    [PART_LONGER] = settle_to_fill,
    [PART_HALFLIFE] = settle_to_fill,
    [PART_INCLUSION] = settle_to_fill,
    [PART_ANCHOR] = settle_no_anchor,
    [PART_THING] = settle_thing,
    [PART_WORD] = settle_word,
    [PART_DIAGNOSIS] = settle_diagnosis,
    [PART_ON] = settle_on,
    [PART_HISTORY] = settle_history,
    [PART_CURRENT] = settle_now,
    [PART_JUDGE] = settle_judged,
    [PART_EXCLUDED] = settle_excluded,
    [PART_DEFINED] = settle_defined,
};

/* One letter by itself, perhaps in a bracket. */
static bool is_letter(const settler *s, const part *p)
{
    if (p->kind == PART_BRACKET && p->inside_count == 1)
        p = p->inside;
    return part_size(p) == 1 && text_is_letter(s->text[p->span.start]);
}

/* A plus-minus, or a bracket that begins with one. */
static bool tolerated(const part *p)
{
    if (p->kind == PART_BRACKET && p->inside_count)
        p = p->inside;
    return p->kind == PART_DASH && strcmp(p->value, "±") == 0;
}

static void look_over(settler *s)
{
    for (size_t i = 0; i < s->count; i++) {
        const part *p = &s->in[i];

        s->letters += is_letter(s, p);
        s->dated = s->dated || p->kind == PART_DATE;
        s->hanging = s->hanging || (p->kind == PART_DASH && i && p[-1].kind == PART_WORD &&
                                    p[-1].span.end == p->span.start);
        s->judged = s->judged || p->kind == PART_JUDGE;
        s->tolerated = s->tolerated || tolerated(p);
        s->typed = s->typed || (i && settle_numeral(p->kind) && p[-1].kind == PART_WORD);
        s->ranged = s->ranged || (p->kind == PART_THING && i &&
                                  (p[-1].kind == PART_TOWORD || s->text[p->span.start - 1] == '-'));
        s->compared = s->compared || p->kind == PART_CMP;
        s->confirmed =
            s->confirmed || (p->kind == PART_QUAL && strcmp(p->value, "certainty:confirmed") == 0);
    }
}

/* What begins at part i and goes over several, whatever their kinds: a date, means by which a thing
 * was shown. The part behind it; i: nothing. */
static size_t settle_several(settler *s, part_list *out, size_t i)
{
    size_t past = s->dated ? settle_date(s, out, i) : i;

    if (past == i && s->confirmed)
        past = settle_confirmed(s, out, i);
    if (s->compared)
        settle_target(s, i);
    /* "..., locally advanced or metastatic cancer": of whichever it is */
    return past > i && s->in[past - 1].kind == PART_QUAL && narrows_behind_comma(s, past - 1)
               ? past + 1
               : past;
}

/* Each part is asked what its kind can be asked, once, from left to right; what it sees behind it
 * is settled, what it sees before it is not. */
static part_list settle(settler *s)
{
    part_list out = {0};

    if (!arena_reserve(s->arena, (void **)&out.at, &out.room, s->count + 1, sizeof *out.at))
        return out;
    look_over(s);
    if (s->tolerated)
        settle_tolerances(s);
    if (s->letters > 1)
        settle_sexes(s);
    if (s->judged)
        settle_asides(s);
    settle_points(s);
    if (s->hanging)
        settle_beginnings(s);
    if (s->ranged)
        settle_degrees(s);
    settle_either(s);
    if (s->typed)
        settle_types(s);
    for (size_t i = 0; i < s->count && !arena_failed(s->arena); i++) {
        bool several = s->dated || s->compared || s->confirmed; /* none of them in most texts */
        size_t past = several ? settle_several(s, &out, i) : i;
        settle_step *step = steps[s->in[i].kind];

        if (past > i)
            i = past - 1;
        else if (step)
            i = step(s, &out, i);
        else
            settle_push(s, &out, &s->in[i], s->in[i].kind);
    }
    return out;
}

parts token_parts(const char *text, size_t size, const lexicon *lx, arena *a)
{
    part_list raw = {0}, done;
    atoms words = {0};
    settler s;
    bool cut = false;

    if (!tag_parts(text, size, lx, a, &raw, &words, &cut))
        return (parts){.text = text, .size = size};
    s = (settler){.text = text, .lx = lx, .arena = a, .in = raw.at, .count = raw.count};
    done = settle(&s);
    if (arena_failed(a))
        return (parts){.text = text, .size = size};
    return (parts){text, size, done.at, done.count, cut, words};
}
