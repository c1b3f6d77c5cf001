#include "grammar/settle.h"

#include "engine/base/text.h"

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

/* "non-" joined to "type 2 diabetes": its last word names something of its own, which the words
 * before it narrow. */
static bool narrows_a_noun(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    atoms a = lexicon_cut(s->lx, s->text + p->span.start, p->span.end - p->span.start, s->arena);
    lexicon_hit last;

    return i && s->text[s->in[i - 1].span.end] == '-' && a.count > 1 &&
           lexicon_match(s->lx, &a, a.count - 1, &last) && last.thing && last.thing != p->hit.thing;
}

/* "non-" joined to a name of several words, "cardiac surgery": it denies the first of them, and no
 * lexicon tells what of the rest is meant. Of people ("non-pregnant women") it denies all. */
static bool begins_a_name(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    const concept *k = p->hit.thing;

    return i && s->text[s->in[i - 1].span.end] == '-' && k &&
           s->in[i - 1].span.end + 1 == p->span.start && k->category != CATEGORY_SOCIAL &&
           !(k->flags & (CONCEPT_FEMALE | CONCEPT_MALE)) &&
           memchr(s->text + p->span.start, ' ', p->span.end - p->span.start);
}

/* "Non-alcoholic or alcoholic liver disease": an adjective of what stands at the end of the list.
 */
static bool in_a_list(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    part_kind next = settle_kind(s, i + 1);
    size_t n = p->span.end - p->span.start;

    return i && s->text[s->in[i - 1].span.end] == '-' &&
           (next == PART_OR || next == PART_AND || next == PART_SLASH) && p->hit.thing &&
           p->hit.thing->category == CATEGORY_CONDITION && n > 3 &&
           (text_equal_nocase(s->text + p->span.end - 2, 2, "ic") ||
            text_equal_nocase(s->text + p->span.end - 2, 2, "al") ||
            text_equal_nocase(s->text + p->span.end - 3, 3, "ous"));
}

part_kind settle_kind(const settler *s, size_t i)
{
    return i < s->count ? s->in[i].kind : PART_END;
}

bool settle_word_is(const settler *s, size_t i, const char *word)
{
    return i < s->count && text_equal_nocase(s->text + s->in[i].span.start,
                                             s->in[i].span.end - s->in[i].span.start, word);
}

bool settle_numeral(part_kind k)
{
    return k == PART_NUMBER || k == PART_ORDINAL;
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

static part_list settle(settler *s, unsigned depth);

/* "One or more diseases of the following ...", "any conditions: ..." */
static bool counts_kinds(const settler *s, size_t i)
{
    size_t k = i + 1;
    bool class = false;

    while (k < i + 4 && (settle_kind(s, k) == PART_WORD ||
                         (settle_kind(s, k) == PART_THING && s->in[k].hit.thing &&
                          (s->in[k].hit.thing->flags & CONCEPT_WEAK)))) {
        class = s->in[k].kind == PART_THING;
        k++;
    }
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

/* "EGFR or ALK mutation": spelled so, it is a filtration rate only beside a number. */
static bool needs_number(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    size_t size = 0;
    const char *spelled =
        p->hit.quantity ? concept_attribute(p->hit.quantity, "bounded", &size) : NULL;

    if (!spelled || p->span.end - p->span.start != size ||
        memcmp(s->text + p->span.start, spelled, size) != 0)
        return false;
    for (size_t k = i + 1; k < s->count && k < i + 6; k++)
        switch (s->in[k].kind) {
        case PART_CMP:
        case PART_NUMBER:
        case PART_BETWEEN:
        case PART_NORMAL: return false;
        case PART_FILL:
        case PART_OF:
        case PART_COLON:
        case PART_BRACKET:
        case PART_ATTIME:
        case PART_ANCHOR: break;
        default: return true;
        }
    return true;
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
static bool counts_list(const settler *s, const part_list *out)
{
    size_t n = out->count;

    if (n < 2 || out->at[n - 1].kind != PART_NUMBER || out->at[n - 1].pair ||
        out->at[n - 1].number < 1 || out->at[n - 1].number > 20 ||
        out->at[n - 2].kind != PART_CMP || out->at[n - 2].value[0] != '>')
        return false;
    if (out->at[n - 2].span.start > 0 && s->text[out->at[n - 2].span.start - 1] == '+')
        return true;
    switch (n > 2 ? out->at[n - 3].kind : PART_END) {
    case PART_END:
    case PART_AND:
    case PART_OR:
    case PART_COMMA:
    case PART_SEMICOLON:
    case PART_WITH: return true;
    default: return false;
    }
}

static void settle_bracket(settler *s, part *p, unsigned depth)
{
    settler in = {.text = s->text,
                  .lx = s->lx,
                  .arena = s->arena,
                  .in = (part *)p->inside,
                  .count = p->inside_count,
                  .inside = true};
    part_list l;

    if (depth >= BRACKET_DEPTH)
        return;
    l = settle(&in, depth + 1);
    p->inside = l.at;
    p->inside_count = l.count;
}

static void look_over(settler *s)
{
    for (size_t i = 0; i < s->count; i++) {
        const part *p = &s->in[i];

        s->dated = s->dated || p->kind == PART_DATE;
        s->compared = s->compared || p->kind == PART_CMP;
        s->confirmed =
            s->confirmed || (p->kind == PART_QUAL && strcmp(p->value, "certainty:confirmed") == 0);
    }
}

static part_list settle(settler *s, unsigned depth)
{
    part_list out = {0};

    if (!arena_reserve(s->arena, (void **)&out.at, &out.room, s->count + 1, sizeof *out.at))
        return out;
    look_over(s);
    settle_sexes(s);
    for (size_t i = 0; i < s->count && !arena_failed(s->arena); i++) {
        part *p = &s->in[i];
        part_kind next = settle_kind(s, i + 1);
        size_t at = s->dated ? settle_date(s, &out, i) : i;

        if (at == i && s->confirmed)
            at = settle_confirmed(s, &out, i);
        if (s->compared)
            settle_target(s, i);
        if (at > i) {
            i = at - 1;
            /* "..., locally advanced or metastatic cancer": of whichever it is */
            if (s->in[i].kind == PART_QUAL && narrows_behind_comma(s, i))
                i++;
            continue;
        }
        /* "a score of 23 (+/- 4) or under" */
        if (p->kind == PART_BRACKET && (next == PART_ORMORE || next == PART_ORLESS) && out.count &&
            (out.at[out.count - 1].kind == PART_NUMBER ||
             out.at[out.count - 1].kind == PART_UNIT)) {
            part b = *p;

            s->in[i] = s->in[i + 1];
            s->in[i + 1] = b;
            p = &s->in[i];
            next = PART_BRACKET;
        }
        switch (p->kind) {
        case PART_BRACKET:
            /* "18 years (inclusive) to 75" */
            if (p->inside_count == 1 && settle_edge(&out) &&
                (p->inside[0].kind == PART_EDGE || p->inside[0].kind == PART_INCLUDE)) {
                out.at[out.count - 1].edge = strcmp(p->inside[0].value, "ex") == 0 ? 'x' : 'i';
                break;
            }
            /* "6 weeks (42 days) to 12 weeks": the same in another unit */
            if (p->inside_count == 2 && settle_edge(&out) && settle_numeral(p->inside[0].kind) &&
                p->inside[1].kind == PART_UNIT &&
                (next == PART_TOWORD || next == PART_DASH || next == PART_AND))
                break;
            settle_bracket(s, p, depth);
            settle_push(s, &out, p, PART_BRACKET);
            break;

        case PART_EDGE:
        case PART_NUMBER:
        case PART_ORDINAL:
        case PART_UNIT:
        case PART_CMP:
        case PART_BETWEEN:
        case PART_FROM:
        case PART_TOWORD:
        case PART_DASH:
        case PART_AND:
        case PART_OR:
        case PART_ANDOR:
        case PART_COMMA:
        case PART_BUT:
        case PART_SLASH:
        case PART_MULT:
        case PART_NORMAL:
        case PART_ULN:
        case PART_PREDICTED:
        case PART_ORMORE:
        case PART_ORLESS:
        case PART_EVERY:
        case PART_AGEWORD:
        case PART_COUNTOF: i = settle_number(s, &out, i); break;

        case PART_COLON:
            if (counts_list(s, &out)) {
                settle_push(s, &out, p, PART_COUNTOF);
                break;
            }
            /* "except for: ..." */
            if (out.count &&
                (out.at[out.count - 1].kind == PART_EXCEPT ||
                 out.at[out.count - 1].kind == PART_UNLESS ||
                 out.at[out.count - 1].kind == PART_INCLUDE ||
                 out.at[out.count - 1].kind == PART_DEFINED ||
                 out.at[out.count - 1].kind == PART_AND || out.at[out.count - 1].kind == PART_OR))
                break;
            settle_push(s, &out, p, PART_COLON);
            break;

        case PART_PERIOD:
            /* "Age. 18-80" */
            if (out.count == 1 && settle_named(&out) && settle_numeral(next))
                break;
            settle_push(s, &out, p, PART_PERIOD);
            break;

        case PART_QUAL:
            /* "in recent 3 months" */
            if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "recent") &&
                settle_numeral(next) && settle_kind(s, i + 2) == PART_UNIT && s->in[i + 2].period)
                settle_push(s, &out, p, PART_LAST);
            else {
                settle_push(s, &out, p, PART_QUAL);
                /* "histologically confirmed, locally advanced or metastatic cancer" */
                if (strcmp(p->value, "certainty:confirmed") == 0 && narrows_behind_comma(s, i))
                    i++;
            }
            break;

        case PART_NOT:
            /* "non- healing" */
            if (next == PART_DASH && i + 2 < s->count && s->in[i + 1].span.start == p->span.end &&
                text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "non") &&
                (settle_kind(s, i + 2) == PART_QUAL || settle_kind(s, i + 2) == PART_WORD)) {
                part q = s->in[i + 2];

                q.span.start = p->span.start;
                q.roles = 0;
                q.denied = true;
                settle_push(s, &out, &q, q.kind);
                i += 2;
                break;
            }
            /* "non-pedunculated": an adjective; "non-smoker" denies; "a non-opioid" is something
             * else */
            if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "non") &&
                (next == PART_WORD || next == PART_QUAL ||
                 (next == PART_THING && i &&
                  (settle_word_is(s, i - 1, "a") || settle_word_is(s, i - 1, "an")) &&
                  s->in[i + 1].hit.thing &&
                  s->in[i + 1].hit.thing->category == CATEGORY_MEDICATION) ||
                 (next == PART_THING &&
                  (narrows_a_noun(s, i + 1) || begins_a_name(s, i + 1) || in_a_list(s, i + 1) ||
                   (p->span.end < s->in[i + 1].span.start && s->text[p->span.end] == '-' &&
                    s->in[i + 1].hit.thing && s->in[i + 1].hit.thing->category != CATEGORY_SOCIAL &&
                    (settle_kind(s, i + 2) == PART_THING ||
                     (settle_kind(s, i + 2) == PART_WORD && !s->in[i + 2].roles))))))) {
                /* "non-type 2 diabetes": of the diabetes, what is not of type 2 */
                part q = s->in[i + 1];
                q.span.start = p->span.start;
                q.roles = 0;
                q.denied = true;
                settle_push(s, &out, &q, next == PART_QUAL ? PART_QUAL : PART_WORD);
                i++;
            } else {
                /* "no prior", "never", "no current": a negation with its tense */
                part q = *p;

                q.value = strcmp(p->value, "one") == 0 ? "one" : "";
                settle_push(s, &out, &q, PART_NOT);
                if (strcmp(p->value, "history") == 0)
                    settle_push(s, &out, &q, PART_HISTORY);
                else if (strcmp(p->value, "current") == 0)
                    settle_push(s, &out, &q, PART_CURRENT);
            }
            break;

        case PART_SEX: {
            /* "male or female": everybody */
            size_t k = i + 1;

            if ((settle_kind(s, k) == PART_OR || settle_kind(s, k) == PART_AND ||
                 settle_kind(s, k) == PART_SLASH || settle_kind(s, k) == PART_ANDOR ||
                 settle_kind(s, k) == PART_COMMA) &&
                settle_kind(s, k + 1) == PART_SEX && strcmp(s->in[k + 1].value, p->value) != 0) {
                part q = *p;
                q.span.end = s->in[k + 1].span.end;
                q.value = "sexes";
                settle_push(s, &out, &q, PART_PERSON);
                i = k + 1;
            } else
                settle_push(s, &out, p, PART_SEX);
            break;
        }

        case PART_MUST: {
            /* "who need to use steroids": they do, and nobody asks it of them */
            size_t n = p->span.end - p->span.start;
            const part *before = out.count ? &out.at[out.count - 1] : NULL;
            bool who = before && before->kind == PART_WITH &&
                       text_equal_nocase(s->text + before->span.start,
                                         before->span.end - before->span.start, "who");

            settle_push(s, &out, p,
                        who && (text_starts_nocase(s->text + p->span.start, n, "need") ||
                                text_equal_nocase(s->text + p->span.start, n, "have to") ||
                                text_equal_nocase(s->text + p->span.start, n, "has to"))
                            ? PART_NEED
                            : PART_MUST);
            break;
        }

        case PART_NEXT:
            /* "first or second degree block": one of two, and no time to come */
            if (settle_word_is(s, i, "first") &&
                (((next == PART_OR || next == PART_SLASH || next == PART_ANDOR) &&
                  (settle_kind(s, i + 2) == PART_QUAL || settle_kind(s, i + 2) == PART_WORD ||
                   settle_kind(s, i + 2) == PART_THING)) ||
                 ordinal_behind_sign(s, i + 1))) {
                settle_push(s, &out, p, PART_WORD);
                break;
            }
            i = settle_time(s, &out, i);
            break;

        case PART_BEFORE:
        case PART_AFTER:
            if (!settle_time_behind(&out) && begins_another(s, i)) {
                settle_push(s, &out, p, PART_WORD);
                break;
            }
            /* "myeloma after at least 2 prior lines": who has had so many */
            if (p->kind == PART_AFTER && out.count && counts_treatments(s, i + 1)) {
                settle_push(s, &out, p, PART_WITH);
                break;
            }
            i = settle_time(s, &out, i);
            break;

        case PART_WITHIN:
        case PART_LAST:
        case PART_PRIOR:
        case PART_FOLLOW:
        case PART_AGO:
        case PART_FOR:
        case PART_ATTIME: i = settle_time(s, &out, i); break;

        case PART_OF:
            if ((at = settle_count(s, &out, i)) > i || (at = settle_of_event(s, &out, i)) > i)
                i = at - 1;
            else
                settle_push(s, &out, p, PART_OF);
            break;

        case PART_WHO:
            /* "patient or partner": either of them */
            if (out.count > 1 && out.at[out.count - 2].kind == PART_PERSON &&
                (out.at[out.count - 1].kind == PART_OR ||
                 out.at[out.count - 1].kind == PART_ANDOR ||
                 out.at[out.count - 1].kind == PART_SLASH)) {
                part q = *p;

                q.span.start = out.at[out.count - 2].span.start;
                q.either = true;
                out.count -= 2;
                settle_push(s, &out, &q, PART_WHO);
                break;
            }
            settle_push(s, &out, p, PART_WHO);
            break;

        case PART_FAMILY: {
            part q = *p;

            q.either = strcmp(p->value, "either") == 0;
            q.value = "family";
            settle_push(s, &out, &q, PART_FAMILY);
            break;
        }

        case PART_IF:
            /* "provided consent": a verb, no condition */
            settle_push(s, &out, p,
                        text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start,
                                          "provided") &&
                                (next == PART_CONSENT || next == PART_JUDGE ||
                                 (next == PART_FILL && (s->in[i + 1].roles & ROLE_LEADS)) ||
                                 next == PART_WITHIN || settle_word_is(s, i + 1, "by") ||
                                 (out.count && out.at[out.count - 1].kind == PART_AND) ||
                                 (out.count && out.at[out.count - 1].kind == PART_HISTORY))
                            ? PART_FILL
                            : PART_IF);
            break;

        case PART_ANYOF:
            /* "at least one, but no more than 3": a bound, whose other end follows */
            if (settle_first_of_two(s, &out, i))
                break;
            /* "any" alone is a filler; "at least one of the following" counts */
            if (counts_kinds(s, i) || next == PART_FOLLOWING || next == PART_FOLLOW ||
                next == PART_COUNTOF || (next == PART_COLON && p->span.end - p->span.start > 4) ||
                settle_word_is(s, i, "at least one of") || settle_word_is(s, i, "one or more of"))
                settle_push(s, &out, p, PART_ANYOF);
            else
                settle_push(s, &out, p, PART_FILL);
            break;

        case PART_FILL:
            if (strcmp(p->value, "equivalent") == 0)
                settle_equivalent(s, &out, i);
            else /* "where asthma is present, ..." */
                settle_push(s, &out, p,
                            !out.count && settle_word_is(s, i, "where") ? PART_WHEN : PART_FILL);
            break;

        case PART_ALLOF:
            settle_push(s, &out, p,
                        next == PART_FOLLOWING || next == PART_FOLLOW || next == PART_COUNTOF ||
                                (p->span.end - p->span.start > 4)
                            ? PART_ALLOF
                            : PART_FILL);
            break;

        case PART_LONGER:
        case PART_HALFLIFE: settle_push(s, &out, p, PART_FILL); break;

        case PART_ANCHOR: {
            /* not behind "before": an ordinary word, or the name of something */
            part q = *p;
            atoms a =
                lexicon_cut(s->lx, s->text + p->span.start, p->span.end - p->span.start, s->arena);
            bool found = false;

            for (size_t k = 0; k < a.count && !found; k++) {
                lexicon_hit hit;
                if (lexicon_match(s->lx, &a, k, &hit)) {
                    q.hit = hit;
                    q.hit.span.start += p->span.start;
                    q.hit.span.end += p->span.start;
                    found = true;
                }
            }
            settle_push(s, &out, &q, found ? PART_THING : PART_WORD);
            break;
        }

        case PART_THING:
            if (needs_number(s, i)) {
                part q = *p;

                q.hit = (lexicon_hit){0};
                settle_push(s, &out, &q, PART_WORD);
            } else
                settle_push(s, &out, p, PART_THING);
            break;

        case PART_WORD: {
            /* "mother aged 18 to 45": hers, or theirs */
            bool parent = next == PART_AGEWORD &&
                          (settle_word_is(s, i, "mother") || settle_word_is(s, i, "mothers") ||
                           settle_word_is(s, i, "father") || settle_word_is(s, i, "fathers"));
            part q = *p;

            /* "3 consecutive months" */
            if (i && next == PART_UNIT && s->in[i + 1].period &&
                settle_numeral(s->in[i - 1].kind) && settle_word_is(s, i, "consecutive"))
                break;
            q.value = parent ? "parent" : p->value;
            settle_push(s, &out, &q, parent ? PART_WHO : PART_WORD);
            break;
        }

        case PART_INCLUSION: settle_push(s, &out, p, PART_FILL); break;

        case PART_DIAGNOSIS: {
            part q = *p;
            q.value = "certainty:confirmed";
            settle_push(s, &out, &q, PART_QUAL);
            break;
        }

        case PART_ON: {
            /* "on aspirin" is use; "on the day of", "on CT" are not */
            bool drug = next == PART_THING && s->in[i + 1].hit.thing &&
                        (s->in[i + 1].hit.thing->category == CATEGORY_MEDICATION ||
                         s->in[i + 1].hit.thing->category == CATEGORY_PROCEDURE);
            if (strcmp(p->value, "exposure") ==
                0) { /* to a drug: its use; to dust: something else */
                size_t k = i + 1;

                while (settle_kind(s, k) == PART_QUAL || settle_kind(s, k) == PART_FILL)
                    k++;
                drug = settle_kind(s, k) == PART_THING && s->in[k].hit.thing &&
                       s->in[k].hit.thing->category == CATEGORY_MEDICATION;
                if (drug)
                    settle_push(s, &out, p, PART_CURRENT);
                else {
                    part noun = *p, to = *p;

                    while (noun.span.end > noun.span.start &&
                           !isspace((unsigned char)s->text[noun.span.end - 1]))
                        noun.span.end--;
                    to.span.start = noun.span.end;
                    while (noun.span.end > noun.span.start &&
                           isspace((unsigned char)s->text[noun.span.end - 1]))
                        noun.span.end--;
                    settle_push(s, &out, &noun, PART_WORD);
                    settle_push(s, &out, &to, PART_FILL);
                }
                break;
            }
            settle_push(s, &out, p, drug ? PART_CURRENT : PART_FILL);
            break;
        }

        case PART_HISTORY:
            /* "the patients had at least one of ..." tells no past */
            if (text_equal_nocase(s->text + p->span.start, p->span.end - p->span.start, "had") &&
                (next == PART_ANYOF || next == PART_CMP || next == PART_NUMBER ||
                 next == PART_FOLLOWING || next == PART_ALLOF))
                settle_push(s, &out, p, PART_FILL);
            else
                settle_push(s, &out, p, PART_HISTORY);
            break;

        case PART_JUDGE:
            /* "a decline in FVC" is refused by nobody */
            if (settle_word_is(s, i, "decline") &&
                (settle_word_is(s, i + 1, "in") || next == PART_OF)) {
                part q = *p;

                q.value = "";
                q.roles = roles_of(s->text + p->span.start, p->span.end - p->span.start);
                settle_push(s, &out, &q, PART_WORD);
                break;
            }
            /* "comply with any of the following" speaks of the list */
            settle_push(s, &out, p,
                        strcmp(p->value, "compliance") == 0 &&
                                (next == PART_ANYOF || next == PART_ALLOF ||
                                 next == PART_FOLLOWING || next == PART_COUNTOF)
                            ? PART_FILL
                            : PART_JUDGE);
            break;

        default: settle_push(s, &out, p, p->kind); break;
        }
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
    done = settle(&s, 0);
    if (arena_failed(a))
        return (parts){.text = text, .size = size};
    return (parts){text, size, done.at, done.count, cut, words};
}
