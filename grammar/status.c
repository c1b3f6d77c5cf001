#include "grammar/status.h"

#include "engine/base/text.h"

#include <string.h>

/* The test that short words name when `what` stands behind them; NULL: none. */
static const concept *named_with(const lexicon *lx, arena *a, const char *text, eligo_span words,
                                 const char *what)
{
    enum { LONGEST = 8 }; /* of a short name */
    size_t size = words.end - words.start;
    char *name;
    atoms cut;
    lexicon_hit hit;

    if (size == 0 || size > LONGEST || memchr(text + words.start, ' ', size))
        return NULL;
    name = arena_printf(a, "%.*s %s", (int)size, text + words.start, what);
    cut = name ? lexicon_cut(lx, name, strlen(name), a) : (atoms){0};
    return cut.count && lexicon_match(lx, &cut, 0, &hit) && hit.atoms == cut.count &&
                   hit.quantity && hit.quantity->flags & CONCEPT_POSITIVE
               ? hit.quantity
               : NULL;
}

const concept *status_named(const lexicon *lx, arena *a, const char *text, eligo_span words)
{
    return named_with(lx, a, text, words, "status");
}

bool status_of_gene(const lexicon *lx, arena *a, const char *text, eligo_span words)
{
    return named_with(lx, a, text, words, "mutation");
}

bool status_of_item(const clause *c, item *x)
{
    const concept *k = x->subject.concept, *test;

    if (!x->has_subject ||
        (k && (k->category != CATEGORY_MEASUREMENT || k->flags & CONCEPT_POSITIVE)) ||
        !(test = status_named(c->lx, c->arena, c->text, x->subject.span)))
        return false;
    x->subject.concept = test;
    x->subject.category = test->category;
    x->subject_part = NULL;
    return true;
}

static bool is_result(const rule_qualifier *q)
{
    return text_is(q->kind, "result") &&
           (text_is(q->value, "positive") || text_is(q->value, "negative"));
}

const char *status_result(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (is_result(&x->qualifiers[i]))
            return x->qualifiers[i].value;
    return NULL;
}

bool status_ends(const clause *c, eligo_span s)
{
    size_t at = s.start, covered;
    const cue *k;
    atoms words;

    while (at < s.end && text_is_letter(c->text[at]))
        at++;
    if (at == s.end) /* one word, as most names are */
        return false;
    words = lexicon_cut(c->lx, c->text + s.start, s.end - s.start, c->arena);
    k = words.count > 1 ? cue_match(&words, words.count - 1, &covered) : NULL;
    return k && k->class == CUE_QUAL && strncmp(k->value, "result:", 7) == 0;
}

bool status_in_name(const clause *c, const item *x)
{
    return x->has_subject && x->subject.span.end > x->subject.span.start &&
           status_ends(c, x->subject.span);
}

/* The test that a qualifier names; NULL: it names none. */
static const concept *test_of(const clause *c, const rule_qualifier *q)
{
    if (text_is(q->kind, "about") && q->concept)
        return q->concept->flags & CONCEPT_POSITIVE ? q->concept : NULL;
    return text_is(q->kind, "other") ? status_named(c->lx, c->arena, c->text, q->span) : NULL;
}

/* What is found by a test, by its name alone or with the result behind it. */
static const rule *found_by(const clause *c, const concept *test, eligo_span name,
                            const rule_qualifier *result)
{
    rule *r = rule_new(c->arena, RULE_HAS, result ? span_hull(name, result->span) : name);

    if (!r)
        return NULL;
    r->subject.concept = test;
    r->subject.category = test->category;
    r->subject.span = name;
    r->subject.text = arena_text(c->arena, c->text + name.start, name.end - name.start);
    r->qualifiers = result ? arena_copy(c->arena, result, 1, sizeof *result) : NULL;
    r->qualifier_count = r->qualifiers ? 1 : 0;
    return r;
}

/* The result right behind the name of a test; NULL: none. */
static const rule_qualifier *result_behind(const rule *r, const rule_qualifier *name)
{
    for (size_t i = 0; i < r->qualifier_count; i++) {
        const rule_qualifier *q = &r->qualifiers[i];

        if (is_result(q) && q->span.start >= name->span.end &&
            q->span.start - name->span.end <= 1 && q->span.end <= r->subject.span.start)
            return q;
    }
    return NULL;
}

size_t status_taken(const clause *c, rule *r, const rule **tests, size_t most)
{
    rule_qualifier *kept;
    size_t n = 0, left = 0;

    if (r->subject.category != CATEGORY_CONDITION || r->qualifier_count < 1 ||
        !(kept = arena_copy(c->arena, r->qualifiers, r->qualifier_count, sizeof *kept)))
        return 0;
    for (size_t i = 0; i < r->qualifier_count && n < most; i++) {
        const rule_qualifier *name = &r->qualifiers[i];
        const concept *test = name->span.end <= r->subject.span.start ? test_of(c, name) : NULL;
        const rule_qualifier *result = test ? result_behind(r, name) : NULL;

        if (!result && !(test && name->concept && status_ends(c, name->span)))
            continue;
        if (!(tests[n] = found_by(c, test, name->span, result)))
            return 0;
        n++;
        for (size_t k = 0; k < r->qualifier_count; k++)
            if (&r->qualifiers[k] == name || &r->qualifiers[k] == result)
                kept[k].kind = NULL;
    }
    for (size_t k = 0; n && k < r->qualifier_count; k++)
        if (kept[k].kind)
            kept[left++] = kept[k];
    if (n) {
        r->qualifiers = left ? kept : NULL;
        r->qualifier_count = left;
    }
    return n;
}
