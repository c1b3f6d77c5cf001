/* Names beside numbers: which quantity is meant where one name stands for more than that, and what
 * is a name only beside a number. */
#include "grammar/settle.h"

#include "engine/base/text.h"
#include "rules/landmark.h"

#include <string.h>
#include <strings.h>

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

/* "Sugary drinks", "drinks > 5 cups of tea": a word that means one of several kinds where it stands
 * alone (its attribute "alone"), behind a word that says another, or as a verb. */
static bool is_another_kind(const settler *s, const part_list *out, size_t i)
{
    const part *p = &s->in[i], *before = out->count ? &out->at[out->count - 1] : NULL;
    size_t size = 0, k;
    const char *alone = p->hit.quantity ? concept_attribute(p->hit.quantity, "alone", &size) : NULL;

    if (!alone || p->span.end - p->span.start < size ||
        strncasecmp(s->text + p->span.start, alone, size) != 0)
        return false;
    if (before && before->kind == PART_WORD && before->span.end + 1 == p->span.start &&
        !(before->roles & (ROLE_LIGHT | ROLE_ARTICLE | ROLE_VERB | ROLE_COPULA)))
        return true;
    k = settle_skip_fill(s, i + 1);
    return settle_kind(s, k) == PART_CMP && settle_numeral(settle_kind(s, k + 1)) &&
           (settle_kind(s, k + 2) == PART_WORD || settle_kind(s, k + 2) == PART_THING ||
            settle_kind(s, k + 2) == PART_UNIT);
}

/* Does a word that is the name of a thing, too, stand for what is like it: "psoriatic", "diabetic"?
 */
static bool is_adjective(const settler *s, const part *p)
{
    static const char *const ends[] = {"ic", "ive", "ous", "al", "ar", "ant"};
    size_t size = p->span.end - p->span.start;
    const char *text = s->text + p->span.start;

    if (!p->hit.thing || text_starts_nocase(p->hit.thing->name, strlen(p->hit.thing->name), text))
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n = strlen(ends[i]);

        if (size > n + 2 && strncasecmp(text + size - n, ends[i], n) == 0)
            return true;
    }
    return false;
}

/* "Anemia, aplastic", "neuropathy, diabetic": a name as an index has it, with nothing behind it.
 * False: it is none. */
static bool inverted_name(const settler *s, const part_list *out, size_t i, part *name)
{
    enum { LONGEST = 64 };
    const part *noun = &s->in[i], *adjective;
    part_kind last;
    const char *text;
    atoms words;
    lexicon_hit hit;

    if (settle_kind(s, i + 1) != PART_COMMA || !noun->hit.thing || noun->hit.quantity ||
        settle_behind(out) == PART_COMMA)
        return false;
    adjective = &s->in[i + 2];
    last = settle_kind(s, i + 3);
    /* in a list, and behind it what it is defined by: a word that names nothing by itself */
    if ((last != PART_END && last != PART_SEMICOLON && last != PART_PERIOD &&
         !((last == PART_COMMA || last == PART_BRACKET) && settle_kind(s, i + 2) == PART_WORD)) ||
        !(settle_kind(s, i + 2) == PART_WORD || settle_kind(s, i + 2) == PART_QUAL ||
          (settle_kind(s, i + 2) == PART_THING && is_adjective(s, adjective))) ||
        adjective->span.end - noun->span.start > LONGEST)
        return false;
    text = arena_printf(s->arena, "%.*s %.*s", (int)(adjective->span.end - adjective->span.start),
                        s->text + adjective->span.start, (int)(noun->span.end - noun->span.start),
                        s->text + noun->span.start);
    words = text ? lexicon_cut(s->lx, text, strlen(text), s->arena) : (atoms){0};
    if (!words.count || !lexicon_match(s->lx, &words, 0, &hit) || hit.atoms != words.count ||
        !hit.thing || hit.thing == noun->hit.thing ||
        hit.thing->category != noun->hit.thing->category)
        return false;
    *name = *noun;
    name->hit = (lexicon_hit){.thing = hit.thing};
    name->span.end = adjective->span.end;
    return true;
}

/* "Previous pregnancy": beside a number how many there were, else that there was one. False: it is
 * another thing. */
static bool counted_pregnancies(settler *s, part_list *out, size_t i)
{
    enum { NEAR = 4 };
    static const char word[] = "previous";
    const concept *k = s->in[i].hit.quantity;
    part q;

    if (!is_landmark(k, LANDMARK_GRAVIDITY) ||
        !text_starts_nocase(s->text + s->in[i].span.start, s->in[i].span.end - s->in[i].span.start,
                            word) ||
        !(k = lexicon_landmark(s->lx, LANDMARK_PREGNANCY)))
        return false;
    q = s->in[i];
    for (size_t n = i > NEAR ? i - NEAR : 0; n < i + NEAR; n++)
        if (settle_numeral(settle_kind(s, n)) || settle_kind(s, n) == PART_CMP ||
            settle_kind(s, n) == PART_NUMBERWORD || settle_kind(s, n) == PART_ANYOF)
            return false;
    q.hit = (lexicon_hit){.thing = k};
    q.span.start += sizeof word;
    settle_push(s, out,
                &(part){.kind = PART_HISTORY,
                        .span = {q.span.start - sizeof word, q.span.start - 1},
                        .value = ""},
                PART_HISTORY);
    settle_push(s, out, &q, PART_THING);
    return true;
}

/* "Blood pressure < 160 mmHg systolic and < 100 mmHg diastolic": which of the two stands behind its
 * number, and the name of both before it says no more. */
static void name_pressure(const settler *s, part_list *out, size_t i)
{
    const part *p = &s->in[i];
    size_t n = out->count;

    if (!p->hit.quantity || i == 0 ||
        !(is_landmark(p->hit.quantity, LANDMARK_SYSTOLIC_BP) ||
          is_landmark(p->hit.quantity, LANDMARK_DIASTOLIC_BP)) ||
        (s->in[i - 1].kind != PART_UNIT && !settle_numeral(s->in[i - 1].kind)))
        return;
    while (n && out->at[n - 1].kind != PART_THING)
        n--;
    if (n && is_landmark(out->at[n - 1].hit.quantity, LANDMARK_BLOOD_PRESSURE)) {
        out->at[n - 1].kind = PART_FILL;
        out->at[n - 1].value = "";
    }
}

/* "Heart failure, functional class III": which of the scales that go by the name (its attribute
 * "sorts") it is, by the illness that is named before it (their attribute "of"). */
static void name_class(settler *s, size_t i)
{
    const concept *k = s->in[i].hit.quantity, *illness = NULL;
    size_t size = 0, n = 0, m;
    const char *ids = k ? concept_attribute(k, "sorts", &size) : NULL;

    if (!ids)
        return;
    for (size_t at = i; at-- > 0 && !illness;)
        if (s->in[at].kind == PART_THING && s->in[at].hit.thing &&
            s->in[at].hit.thing->category == CATEGORY_CONDITION)
            illness = s->in[at].hit.thing;
    for (; illness && n < size; n += m + 1) {
        const char *comma = memchr(ids + n, ',', size - n), *of;
        size_t of_size = 0;

        m = comma ? (size_t)(comma - (ids + n)) : size - n;
        k = lexicon_concept(s->lx, ids + n, m);
        of = k ? concept_attribute(k, "of", &of_size) : NULL;
        if (of && concept_is(illness, lexicon_concept(s->lx, of, of_size))) {
            s->in[i].hit.quantity = k;
            return;
        }
    }
}

/* "Living with a partner with HIV": a name that ends in the word for somebody else, of whom more is
 * said. Who it is; NULL: nobody. */
static const char *ends_in_somebody(const settler *s, size_t i)
{
    const part *p = &s->in[i];
    size_t start = p->span.end, covered;
    atoms words;
    const cue *who;

    if (settle_kind(s, i + 1) != PART_WITH || !p->hit.thing ||
        p->hit.thing->category != CATEGORY_SOCIAL)
        return NULL;
    while (start > p->span.start && s->text[start - 1] != ' ')
        start--;
    words = lexicon_cut(s->lx, s->text + start, p->span.end - start, s->arena);
    who = words.count ? cue_match(&words, 0, &covered) : NULL;
    return who && who->class == CUE_WHO ? who->value : NULL;
}

bool settle_says_how_often(const settler *s, const part_list *out, const part *p)
{
    size_t n = out->count;

    if (!n || !out->at || !p->hit.thing || p->hit.thing->category != CATEGORY_ENCOUNTER ||
        !role_is_of(ROLE_REPEATED, s->text + p->span.start, p->span.end - p->span.start))
        return false;
    if (n && (out->at[n - 1].kind == PART_WORD || out->at[n - 1].kind == PART_QUAL))
        n--; /* "separate" */
    if (!n || out->at[--n].kind != PART_NUMBER)
        return false;
    if (n && out->at[n - 1].kind == PART_CMP)
        n--;
    return n && (out->at[n - 1].kind == PART_FILL || out->at[n - 1].kind == PART_ON);
}

bool settle_use(settler *s, size_t i)
{
    size_t of = i + 2, k = of + 1;

    if (!(s->in[i].roles & ROLE_LIGHT_TREATMENT) || settle_kind(s, i + 1) != PART_BRACKET ||
        settle_kind(s, of) != PART_OF)
        return false;
    while (settle_kind(s, k) == PART_QUAL || settle_kind(s, k) == PART_FILL ||
           settle_kind(s, k) == PART_COUNTOF)
        k++;
    if (settle_kind(s, k) != PART_THING || !s->in[k].hit.thing ||
        s->in[k].hit.thing->category != CATEGORY_MEDICATION)
        return false;
    s->in[of].kind = PART_FILL;
    s->in[of].value = "";
    return true;
}

static bool is_measured(const settler *s, size_t i)
{
    return settle_kind(s, i) == PART_THING && s->in[i].hit.quantity;
}

/* Behind the bracket at i, if one stands there: "weight (kg)". */
static size_t skip_bracket(const settler *s, size_t i)
{
    return i + (settle_kind(s, i) == PART_BRACKET);
}

/* "Weight (kg)/height (cm) ratio > 1", "AST to ALT ratio": a quantity that is made of two and that
 * the lexicon has no name for; the number is a bound of neither. The last part; i: it is none. */
static size_t settle_ratio(settler *s, part_list *out, size_t i)
{
    size_t link = skip_bracket(s, i + 1), end = skip_bracket(s, link + 2);
    part q;

    if (!is_measured(s, i) || !is_measured(s, link + 1) ||
        (settle_kind(s, link) != PART_SLASH && settle_kind(s, link) != PART_TOWORD) ||
        !settle_word_is(s, end, "ratio"))
        return i;
    q = s->in[i];
    q.span.end = s->in[end].span.end;
    settle_push(s, out, &q, PART_WORD);
    return end;
}

size_t settle_thing(settler *s, part_list *out, size_t i)
{
    size_t last = settle_ratio(s, out, i);
    part q;

    if (last > i)
        return last;
    if (counted_pregnancies(s, out, i))
        return i;
    name_pressure(s, out, i);
    name_class(s, i);

    const char *who = ends_in_somebody(s, i);
    const part *before = out->count ? &out->at[out->count - 1] : NULL;

    /* "confirmed by a second HIV test": of what the value is, whatever it was found by */
    if (before && before->kind == PART_QUAL && out->count > 1 &&
        strncmp(before->value, "repeated:", 9) == 0 &&
        (s->in[i].hit.quantity || s->in[i].hit.thing->category == CATEGORY_PROCEDURE)) {
        settle_push(s, out, &s->in[i], PART_FILL);
        return i;
    }

    if (who) {
        q = s->in[i];
        q.hit = (lexicon_hit){0};
        q.value = who;
        settle_push(s, out, &q, PART_WHO);
        return i;
    }
    if (inverted_name(s, out, i, &q)) {
        settle_push(s, out, &q, PART_THING);
        return i + 2;
    }
    if (needs_number(s, i) || is_another_kind(s, out, i) ||
        settle_says_how_often(s, out, &s->in[i])) {
        q = s->in[i];
        q.hit = (lexicon_hit){0};
        settle_push(s, out, &q, PART_WORD);
    } else
        settle_push(s, out, &s->in[i], PART_THING);
    return i;
}
