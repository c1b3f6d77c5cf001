/* What "no", "not" and "non-" deny: what comes behind them, a comparison, or the kind of a thing.
 */
#include "grammar/settle.h"

#include "engine/base/text.h"

#include <string.h>

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

/* "non-" before part i narrows: "non-pedunculated", an adjective; "a non-opioid", something else.
 * "Non-smoker" denies. */
static bool narrows(const settler *s, size_t i)
{
    const part *p = &s->in[i], *non = p - 1;
    part_kind k = settle_kind(s, i), next;

    if (k == PART_WORD || k == PART_QUAL ||
        (k == PART_CURRENT && settle_word_is(s, i, "active")) || /* "non-active lupus" */
        (k == PART_ANCHOR && non->span.end < p->span.start && settle_kind(s, i + 1) == PART_THING))
        return true; /* "non-study insulin" */
    if (k != PART_THING)
        return false;
    if (i > 1 && (settle_word_is(s, i - 2, "a") || settle_word_is(s, i - 2, "an")) &&
        p->hit.thing && p->hit.thing->category == CATEGORY_MEDICATION)
        return true;
    if (narrows_a_noun(s, i) || begins_a_name(s, i) || in_a_list(s, i))
        return true;
    /* "non-biologic systemic therapy" */
    while (settle_kind(s, i + 1) == PART_QUAL && p->hit.thing &&
           (p->hit.thing->category == CATEGORY_MEDICATION ||
            p->hit.thing->category == CATEGORY_PROCEDURE))
        i++;
    next = settle_kind(s, i + 1);
    return non->span.end < p->span.start && s->text[non->span.end] == '-' && p->hit.thing &&
           p->hit.thing->category != CATEGORY_SOCIAL &&
           (next == PART_THING || (next == PART_WORD && !s->in[i + 1].roles) || p < &s->in[i]);
}

/* What a name of several words is a kind of, as its own words say: "surgery" of "cardiac surgery".
 */
static bool rest_of_name(const settler *s, const part *p, part *rest)
{
    const char *blank = memchr(s->text + p->span.start, ' ', p->span.end - p->span.start);
    atoms words;
    part found = *p;

    if (!blank)
        return false;
    found.span.start = (size_t)(blank + 1 - s->text);
    words =
        lexicon_cut(s->lx, s->text + found.span.start, found.span.end - found.span.start, s->arena);
    if (!words.count || !lexicon_match(s->lx, &words, 0, &found.hit) ||
        found.hit.atoms != words.count || !found.hit.thing || found.hit.thing == p->hit.thing ||
        !concept_is(p->hit.thing, found.hit.thing))
        return false;
    *rest = found;
    return true;
}

/* Pushes part i as what narrows by what it is not, from `start` on. */
static void push_denied(settler *s, part_list *out, size_t i, size_t start, part_kind kind)
{
    part q = s->in[i];

    q.span.start = start;
    q.roles = 0;
    q.denied = true;
    settle_push(s, out, &q, kind);
}

/* A stay, though it may be what a time is counted from ("hospitalization"). */
static bool is_stay(const settler *s, size_t i)
{
    const part *p = i < s->count ? &s->in[i] : NULL;

    return p && ((p->kind == PART_ANCHOR && strcmp(p->value, "admission") == 0) ||
                 (p->kind == PART_THING && p->hit.thing &&
                  p->hit.thing->category == CATEGORY_ENCOUNTER));
}

/* Does a "not" at i stand between the name of a quantity and a sign that compares it with a number?
 */
static bool denies_sign(const settler *s, const part_list *out, size_t i)
{
    const part *sign = &s->in[i + 1];
    size_t n = out->count;

    if (settle_kind(s, i + 1) != PART_CMP || !settle_numeral(settle_kind(s, i + 2)) ||
        (sign->value[0] != '<' && sign->value[0] != '>') ||
        text_is_letter(s->text[sign->span.start]) || s->in[i].span.end < 3 ||
        !text_equal_nocase(s->text + s->in[i].span.end - 3, 3, "not")) /* "is not" */
        return false;
    while (n && out->at[n - 1].kind == PART_FILL)
        n--;
    return n && out->at[n - 1].kind == PART_THING && out->at[n - 1].hit.quantity;
}

size_t settle_not(settler *s, part_list *out, size_t i)
{
    const part *p = &s->in[i];
    part_kind next = settle_kind(s, i + 1), third;
    part q = *p;

    if (settle_word_is(s, i, "non")) {
        third = settle_kind(s, i + 2);
        /* "non- healing" */
        if (next == PART_DASH && s->in[i + 1].span.start == p->span.end &&
            (third == PART_QUAL || third == PART_WORD)) {
            push_denied(s, out, i + 2, p->span.start, third);
            return i + 2;
        }
        /* "non-cardiac surgery": of the surgery, what is not cardiac */
        if (next == PART_THING && begins_a_name(s, i + 1) && rest_of_name(s, &s->in[i + 1], &q)) {
            part word = s->in[i + 1];

            word.span = (eligo_span){p->span.start, q.span.start - 1};
            word.roles = 0;
            word.denied = true;
            settle_push(s, out, &word, PART_WORD);
            settle_push(s, out, &q, PART_THING);
            return i + 1;
        }
        /* "non-COVID hospitalization": of the stays, one that was for something else */
        if (next == PART_THING && s->in[i + 1].hit.thing &&
            s->in[i + 1].hit.thing->category == CATEGORY_CONDITION && is_stay(s, i + 2)) {
            push_denied(s, out, i + 1, p->span.start, PART_WORD);
            return i + 1;
        }
        /* "non-type 2 diabetes": of the diabetes, what is not of type 2 */
        if (narrows(s, i + 1)) {
            push_denied(s, out, i + 1, p->span.start, next == PART_QUAL ? PART_QUAL : PART_WORD);
            return i + 1;
        }
    }
    if (denies_sign(s, out, i)) { /* "QTc not > 450 ms" */
        q = s->in[i + 1];
        q.span.start = p->span.start;
        q.value = q.value[0] == '<' ? (q.value[1] ? ">" : ">=") : q.value[1] ? "<" : "<=";
        settle_push(s, out, &q, PART_CMP);
        return i + 1;
    }
    /* "no prior", "never", "no current": a negation with its tense */
    q.value = strcmp(p->value, "one") == 0 ? "one" : "";
    settle_push(s, out, &q, PART_NOT);
    if (strcmp(p->value, "history") == 0)
        settle_push(s, out, &q, PART_HISTORY);
    else if (strcmp(p->value, "current") == 0)
        settle_push(s, out, &q, PART_CURRENT);
    return i;
}
