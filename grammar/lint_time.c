/* Findings on windows of time without the event they count from, and on a past without an end. */
#include "grammar/lint_piece.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>

/* ---- windows ---- */

static bool ends_in(const piece *p, eligo_span s, const char *word)
{
    size_t n = strlen(word);

    return s.end - s.start > n && text_equal_nocase(p->t->text + s.end - n, n, word) &&
           !isalnum((unsigned char)p->t->text[s.end - n - 1]);
}

/* The last word of a span, where others stand before it. */
static eligo_span last_word(const piece *p, eligo_span s)
{
    size_t start = s.end;

    while (start > s.start && isalnum((unsigned char)p->t->text[start - 1]))
        start--;
    return (eligo_span){start > s.start ? start : s.end, s.end};
}

/* "A within 3 months or B within 6 months, prior to baseline": what the comma sets apart. */
static bool before_behind_comma(const piece *p, size_t at)
{
    const char *t = p->t->text;
    eligo_span s;

    if (!(at + 2 < p->t->size && t[at] == ',' && t[at + 1] == ' '))
        return false;
    for (s.start = s.end = at + 2; s.end < p->t->size && isalpha((unsigned char)t[s.end]);)
        s.end++;
    if (piece_says(p, s, "prior"))
        return text_starts_nocase(t + s.end, p->t->size - s.end, " to ");
    return piece_says(p, s, "before") && s.end + 1 < p->t->size && t[s.end] == ' ';
}

/* The mark behind a window says from when: "of enrollment", "prior to", "following the operation".
 */
static bool names_event(const piece *p, size_t i)
{
    const mark *m = &p->at[i], *next = &p->at[i + 1];
    eligo_span first;

    /* "A within 3 months before, or B within 6 months before, baseline" */
    if (m->span.end + 2 < p->t->size && p->t->text[m->span.end] == ',' &&
        isalpha((unsigned char)p->t->text[m->span.end + 2]) &&
        piece_is(p, last_word(p, m->span), LINT_ENDS_WINDOW))
        return true;
    if (i + 1 >= p->count || next->kind == PART_END || next->kind == PART_SEMICOLON ||
        next->kind == PART_PERIOD)
        return false;
    if (before_behind_comma(p, m->span.end))
        return true;
    first = (eligo_span){next->span.start, next->span.start};
    /* "in the 6 months preceding the visit", "within 2 months before or during the study" */
    if (piece_is(p, last_word(p, m->span), LINT_ENDS_WINDOW))
        return true;
    if (ends_in(p, m->span, "prior") && next->kind != PART_COMMA && next->kind != PART_OR &&
        next->kind != PART_AND)
        return true;
    /* "during the 12-week run-in" */
    if (piece_finds(p, (eligo_span){m->span.start, m->span.start + 10}, LINT_THROUGH) &&
        (next->kind == PART_WORD || next->kind == PART_THING || next->kind == PART_ANCHOR ||
         next->kind == PART_OF))
        return true;
    while (isalpha((unsigned char)(first.end < p->t->size ? p->t->text[first.end] : 0)))
        first.end++;
    if (piece_is(p, first, LINT_FROM_WHEN))
        return piece_clause_end(p, i + 1) > i + 2 || piece_says(p, first, "ago") ||
               piece_says(p, first, "earlier") || next->kind == PART_EVENT;
    /* "within 6 months post-stroke", "within 3 months (of randomization)" */
    if (next->kind == PART_BRACKET && i + 2 < p->count)
        return p->at[i + 2].kind == PART_EVENT || p->at[i + 2].kind == PART_OFEVENT ||
               p->at[i + 2].kind == PART_BEFORE || p->at[i + 2].kind == PART_OF;
    return next->kind == PART_EVENT;
}

/* "in a 9-week program": the length belongs to the noun behind it. */
static bool attributive(const piece *p, size_t i)
{
    size_t end = p->at[i].span.end, k = end;
    const char *t = p->t->text;

    while (k > p->at[i].span.start && (isalnum((unsigned char)t[k - 1])))
        k--;
    if (k == 0 || t[k - 1] != '-' || !(end < p->t->size && t[end] == ' '))
        return false;
    return i + 1 < p->count && (p->at[i + 1].kind == PART_WORD || p->at[i + 1].kind == PART_THING ||
                                p->at[i + 1].kind == PART_ANCHOR || p->at[i + 1].kind == PART_QUAL);
}

/* "twice in one day", "1,500 mL in 24 hours": how often or how much, not when. */
static bool of_a_rate(const piece *p, size_t i)
{
    size_t back = i;

    while (back > 0 && i - back < 3 &&
           (p->at[back - 1].kind == PART_WORD || p->at[back - 1].kind == PART_FILL))
        back--;
    return back > 0 &&
           (p->at[back - 1].kind == PART_QUANTITY || p->at[back - 1].kind == PART_COUNT) &&
           piece_has_word(p, p->at[i].span.start, p->at[i].span.start + 3, "in") &&
           piece_finds(p, p->at[i].span, LINT_RATE);
}

/* Counted by convention from the assessment: "in the last 3 months". */
static bool recent(const piece *p, eligo_span s)
{
    size_t end = s.end;

    if (ends_in(p, s, "prior"))
        end -= 5;
    return piece_finds(p, (eligo_span){s.start, end}, LINT_RECENT);
}

/* "In the next 3 months" counts from now. */
static bool from_now(const piece *p, eligo_span s)
{
    return piece_finds(p, s, LINT_FROM_NOW);
}

/* Something that lies ahead stands before it in the clause. */
static bool coming(const piece *p, size_t i)
{
    for (size_t k = piece_clause_start(p, i); k < i; k++)
        if (p->at[k].kind == PART_PLANNED ||
            piece_has_word(p, p->at[k].span.start, p->at[k].span.end, "planned") ||
            piece_has_word(p, p->at[k].span.start, p->at[k].span.end, "expected"))
            return true;
    return false;
}

/* "The first 48 hours" counts from what it is of, "before 13 weeks" is an age. */
static bool of_a_beginning(const piece *p, eligo_span s)
{
    return piece_has_word(p, s.start, s.end, "first") ||
           piece_finds(p, (eligo_span){s.start, s.start + 6}, LINT_BEGINNING);
}

/* A window that names its event, and one that may be another window's too: a point of the study,
 * or what the window lies before ("24 hours before surgery", but not
 * "2 days of the injury"). */
static bool counted_from(const piece *p, size_t i)
{
    const rule_window *w = p->at[i].kind == PART_WINDOW ? p->at[i].part->window : NULL;

    if (!w || !w->anchor)
        return false;
    if (strcmp(w->anchor, "unstated") == 0)
        return names_event(p, i);
    return rule_anchor_of_study(w->anchor) || piece_finds(p, p->at[i].span, LINT_BEFORE_EVENT);
}

/* Does a later window of the sentence name the event of this one too: "aspirin within 7 days or
 * heparin within 24 hours before surgery"? `*reach` and `*named` keep how far was looked, and what
 * was found there, so that a list of windows is read once. */
static bool shares_event(const piece *p, size_t i, size_t *reach, bool *named)
{
    if (i + 1 >= p->count || (!piece_alternative(p->at[i + 1].kind) &&
                              p->at[i + 1].kind != PART_COMMA && p->at[i + 1].kind != PART_AND))
        return false;
    if (i >= *reach) {
        size_t k = i + 1;

        while (k < p->count && p->at[k].kind != PART_PERIOD && p->at[k].kind != PART_SEMICOLON &&
               p->at[k].kind != PART_EXCEPT && !counted_from(p, k))
            k++;
        *reach = k;
        *named = k < p->count && counted_from(p, k);
    }
    return *named;
}

/* "A vaccine within 30 days before enrolment or planned within 30 days after": after the same,
 * where the window in front of it names a point of the study. `before`: that window, `i` for none.
 */
static bool follows(const piece *p, size_t i, size_t before)
{
    const mark *next = i + 1 < p->count ? &p->at[i + 1] : NULL;

    return before < i && counted_from(p, before) && i - before < 6 &&
           (ends_in(p, p->at[i].span, "after") ||
            (next && piece_has_word(p, next->span.start, next->span.end, "after")));
}

static void tell_window(const piece *p, eligo_span s, bool by_convention, bool ahead)
{
    const char *words = piece_words(p, s);
    finding *f = finding_add(
        p->out, "missing-anchor", s,
        arena_printf(p->out->arena, "%s %s screening", words, ahead ? "after" : "before"),
        "\"%s\": counted from which event?", words);

    if (!f)
        return;
    f->replaces = !ends_in(p, s, "prior") && !ends_in(p, s, "before");
    if (!f->replaces)
        f->suggestion = arena_printf(p->out->arena, "%s %s", words,
                                     ends_in(p, s, "prior") ? "to screening" : "screening");
    if (by_convention || ahead)
        f->severity = SEVERITY_NOTE; /* by convention from the assessment */
}

static void lint_windows(const piece *p)
{
    size_t reach = 0, last, before = p->count;
    bool named = false;

    for (size_t i = 0; i < p->count; i++) {
        const mark *m = &p->at[i];

        if (m->kind != PART_WINDOW || !m->part->window || !m->part->window->anchor)
            continue;
        last = before;
        before = i;
        if (strcmp(m->part->window->anchor, "unstated") != 0)
            continue;
        if (piece_has_word(p, m->span.start, m->span.end, "ago") || names_event(p, i) ||
            attributive(p, i) || of_a_rate(p, i) || of_a_beginning(p, m->span) ||
            from_now(p, m->span) || shares_event(p, i, &reach, &named) || follows(p, i, last) ||
            (i > 0 && (p->at[i - 1].kind == PART_EVENT || p->at[i - 1].kind == PART_ANCHOR)))
            continue;
        tell_window(p, m->span, recent(p, m->span), coming(p, i));
    }
}

/* ---- lengths of time that the grammar reads as something else ---- */

/* "within a month", "in the prior year", "the night before": phrases of one word of time. */
static void lint_single(const piece *p)
{
    for (size_t i = 0; i < p->words.count; i++) {
        const word_hit *h = &p->words.list[i];
        const word_entry *e = word_is(h, WORD_WINDOW_PHRASE);
        eligo_span around = {h->span.start, h->span.end};
        size_t k;

        if (!e)
            continue;
        k = piece_mark(p, h->span.end);
        /* the grammar knows a window, or an event, at this place */
        if (k > 0 &&
            (p->at[k - 1].kind == PART_WINDOW ||
             (p->at[k - 1].kind == PART_DURATION && p->at[k - 1].span.end > h->span.end)) &&
            p->at[k - 1].span.end > around.start)
            continue;
        if (k > 0 && names_event(p, k - 1) && strcmp(e->value, "before") != 0)
            continue;
        if (strcmp(e->value, "before") == 0 && k < p->count &&
            (p->at[k].kind == PART_ANCHOR || p->at[k].kind == PART_THING ||
             p->at[k].kind == PART_EVENT ||
             roles_all(p->t->text + p->at[k].span.start, p->at[k].span.end - p->at[k].span.start) &
                 ROLE_ARTICLE))
            continue;
        tell_window(p, h->span, strcmp(e->value, "last") == 0, false);
    }
}

/* "chemotherapy administered <= 4 weeks", "hospitalization (< 2 months)": an upper limit of time
 * behind something that happened is when, not how long. */
static void lint_elapsed(const piece *p)
{
    for (size_t i = 1; i < p->count; i++) {
        const mark *m = &p->at[i], *before = &p->at[i - 1];
        const concept *c;
        bool done;

        if (m->kind != PART_QUANTITY || !m->part->period || m->part->period == 'n' ||
            m->part->age || !m->part->high.given || m->part->low.given || names_event(p, i) ||
            piece_has_word(p, m->span.start, m->span.end, "old"))
            continue;
        done = piece_over(p, WORD_HAPPENED, before->span) != NULL;
        if (before->kind == PART_BRACKET && i > 1) {
            if (!(i + 1 < p->count && p->at[i + 1].kind == PART_END))
                continue;
            before = &p->at[i - 2];
            c = piece_named(p, i - 2);
        } else
            c = piece_named(p, i - 1);
        done =
            done || (c && before->kind == PART_THING && !before->part->hit.quantity &&
                     (c->category == CATEGORY_PROCEDURE || c->category == CATEGORY_MEDICATION ||
                      c->category == CATEGORY_ENCOUNTER || c->category == CATEGORY_IMMUNIZATION ||
                      (c->category == CATEGORY_CONDITION && (c->flags & CONCEPT_EVENT))));
        if (done)
            tell_window(p, m->span, false, false);
    }
}

/* "Within 5 half-lives", "within 5 half-lives or 30 days". */
static void lint_half_lives(const piece *p)
{
    for (size_t i = 1; i + 1 < p->count; i++) {
        size_t k = i + 1;

        if (p->at[i].kind != PART_QUANTITY || p->at[i].part->period ||
            !piece_has_word(p, p->at[i - 1].span.start, p->at[i - 1].span.end, "within") ||
            !piece_is(p, p->at[k].span, LINT_HALF_LIFE))
            continue;
        if (k + 2 < p->count && piece_alternative(p->at[k + 1].kind) &&
            p->at[k + 2].kind == PART_QUANTITY && p->at[k + 2].part->period)
            k += 2; /* "or 30 days" */
        if (k + 1 < p->count && (p->at[k + 1].kind != PART_SEMICOLON &&
                                 p->at[k + 1].kind != PART_PERIOD && p->at[k + 1].kind != PART_END))
            continue;
        tell_window(p, piece_span(p, i - 1, k + 1), false, false);
    }
}

/* ---- how far back ---- */

typedef struct spans {
    bool found;       /* looked for: few pieces ask */
    eligo_span *list; /* in the order of the text */
    size_t count;
} spans;

/* Where the piece has "during" and the like: found once, asked of every clause. */
static void find_during(const piece *p, spans *all)
{
    eligo_span one, rest = {0, p->t->size};
    size_t room = 0;

    all->found = true;
    while (piece_find(p, rest, LINT_DURING, &one) &&
           arena_grow(p->out->arena, (void **)&all->list, all->count, &room, sizeof *all->list)) {
        all->list[all->count++] = one;
        rest.start = one.end;
    }
}

static bool holds_one(const spans *all, eligo_span s)
{
    size_t low = 0, high = all->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (all->list[middle].start < s.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < all->count && all->list[low].end <= s.end;
}

/* Something of the clause says when, or that any time is meant. "Before admission" says no more
 * than that it is past. */
static bool dated(const piece *p, spans *during, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        if (p->at[k].kind == PART_WINDOW ||
            (p->at[k].depth == 0 &&
             (p->at[k].kind == PART_DURATION || p->at[k].kind == PART_QUANTITY ||
              (p->at[k].kind == PART_EVENT && !piece_finds(p, p->at[k].span, LINT_BEFORE)))))
            return true;
    if (!during->found)
        find_during(p, during);
    return piece_class(p, WORD_EVER, piece_byte(p, from), piece_byte(p, to)) != NULL ||
           holds_one(during, piece_span(p, from, to));
}

static bool is_any(const concept *c, word_class class)
{
    if (!c)
        return false;
    if (words_name(c, class))
        return true;
    for (size_t i = 0; c->above[i]; i++)
        if (words_name(c->above[i], class))
            return true;
    return false;
}

/* Does what mark i names matter less with time: a drug, a vaccine, a transfusion, another study,
 * alcohol, an acute illness? Drugs against cancer and those of a study are kept in mind for ever.
 */
static bool fades(const piece *p, size_t i)
{
    const concept *c = piece_named(p, i);

    if (!c)
        return piece_over(p, WORD_FADING, p->at[i].span) ||
               piece_over(p, WORD_SUBSTANCE, p->at[i].span);
    if (is_any(c, WORD_CANCER_OR_STUDY_DRUG) ||
        piece_over(p, WORD_CANCER_OR_STUDY_DRUG, p->at[i].span))
        return false;
    return c->category == CATEGORY_MEDICATION || c->category == CATEGORY_IMMUNIZATION ||
           is_any(c, WORD_FADING) || piece_over(p, WORD_FADING, p->at[i].span) ||
           piece_over(p, WORD_SUBSTANCE, p->at[i].span);
}

/* What somebody "has been", and is no more: "has been hospitalized". */
static bool is_over(const piece *p, size_t i)
{
    category c = piece_kind(p, i);

    return p->t->exclusion && (c == CATEGORY_ENCOUNTER || c == CATEGORY_IMMUNIZATION);
}

/* Does mark i speak of the past: "history of", "prior", "were treated with"? */
static bool speaks_of_past(const piece *p, size_t i)
{
    part_kind k = p->at[i].kind;

    return (k == PART_HISTORY || k == PART_PRIOR ||
            ((k == PART_FILL || k == PART_WORD || k == PART_CURRENT) &&
             piece_over(p, WORD_PAST, p->at[i].span))) &&
           p->at[i].depth == 0 && !(i > 0 && p->at[i - 1].kind == PART_NOT) &&
           (!piece_is(p, p->at[i].span, LINT_NOW) || is_over(p, i + 1));
}

/* "Former smoker", "history of smoking": one name for a habit of the past. */
static bool former(const piece *p, size_t i)
{
    /* not "a wish to quit smoking" */
    return piece_thing(p, i) && piece_finds(p, p->at[i].span, LINT_FORMER) && fades(p, i) &&
           /* who is vaccinated may take part for ever */
           (p->t->exclusion || piece_kind(p, i) != CATEGORY_IMMUNIZATION) &&
           !(i > 0 && piece_has_word(p, p->at[i - 1].span.start, p->at[i - 1].span.end, "to"));
}

static void tell_past(const piece *p, eligo_span s)
{
    finding_add(
        p->out, "missing-window", s,
        arena_printf(p->out->arena, "%s within ... months before screening", piece_words(p, s)),
        "\"%s\": how far back?", piece_words(p, s));
}

/* The thing is but the first word of another name: "vaccine reaction", "tezepelumab studies". */
static bool goes_on(const piece *p, size_t i)
{
    const mark *next = i + 1 < p->count ? &p->at[i + 1] : NULL;

    if (!next || next->depth != p->at[i].depth)
        return false;
    if (piece_roles(p, i + 1) & ROLE_LIGHT_TREATMENT)
        return false; /* "steroid treatment" */
    return next->kind == PART_WORD
               ? !(piece_roles(p, i + 1) & (ROLE_LIGHT_TREATMENT | ROLE_LIGHT | ROLE_CONJUNCTION |
                                            ROLE_PREPOSITION | ROLE_VERB))
               : next->kind == PART_THING;
}

/* The thing that the words of the past at mark i are about; p->count: none, or another statement
 * begins before it. */
static size_t of_the_past(const piece *p, size_t i)
{
    for (size_t k = i + 1, words = 0; k < p->count && k < i + 12; k++)
        switch (p->at[k].kind) {
        case PART_THING: return p->at[k].depth == p->at[i].depth ? k : p->count;
        case PART_WORD:
            if (++words > 4)
                return p->count;
            if (piece_over(p, WORD_SUBSTANCE, p->at[k].span))
                return k;
            break;
        case PART_QUAL:
        case PART_FILL:
        case PART_OF:
        case PART_ON:
        case PART_HISTORY:
        case PART_BRACKET:
        case PART_DEFINED:
        case PART_END:
        case PART_QUANTITY:
        case PART_ANYOF: break;
        case PART_CURRENT: break; /* "use of" */
        default:
            if (p->at[k].depth > p->at[i].depth)
                break;
            return p->count;
        }
    return p->count;
}

/* "Antibiotics before the start of the study": what fades, before an event, and not how long
 * before. */
static void lint_before(const piece *p, spans *during)
{
    for (size_t i = 1; i < p->count; i++) {
        const mark *m = &p->at[i];
        size_t from, k = i;

        if (m->kind != PART_EVENT || m->depth > 0 || !piece_finds(p, m->span, LINT_BEFORE_EVENT))
            continue;
        from = piece_clause_start(p, i);
        while (k > from && i - k < 3 &&
               (p->at[k - 1].kind == PART_WORD || p->at[k - 1].kind == PART_FILL))
            k--;
        if (k == from || !piece_thing(p, k - 1) || p->at[k - 1].depth > 0 || !fades(p, k - 1) ||
            dated(p, during, from, piece_clause_end(p, i)))
            continue;
        for (k = from; k < i; k++)
            if (p->at[k].kind == PART_NOT || p->at[k].kind == PART_MUST ||
                (p->at[k].kind == PART_QUAL && p->at[k].part->value &&
                 strncmp(p->at[k].part->value, "control", 7) == 0) ||
                p->at[k].kind == PART_PLANNED || p->at[k].kind == PART_HISTORY ||
                p->at[k].kind == PART_PRIOR)
                break;
        if (k == i && p->t->exclusion)
            tell_past(p, (eligo_span){p->at[from].span.start, m->span.end});
    }
}

static void lint_past(const piece *p, spans *during)
{
    size_t told = 0; /* up to this byte */

    for (size_t i = 0; i < p->count; i++) {
        size_t from, to, k, first = i;

        if (p->at[i].span.start < told)
            continue;
        if (former(p, i) && !dated(p, during, piece_clause_start(p, i), piece_clause_end(p, i))) {
            tell_past(p, p->at[i].span);
            continue;
        }
        if (!speaks_of_past(p, i))
            continue;
        from = piece_clause_start(p, i);
        to = piece_clause_end(p, i);
        if (dated(p, during, from, to)) {
            i = to;
            continue;
        }
        /* "treatment-naive or previously treated": ever, as the first says */
        if (i >= 2 && piece_alternative(p->at[i - 1].kind) && p->at[i - 2].kind == PART_NAIVE)
            continue;
        k = of_the_past(p, i);
        if (k == p->count || !fades(p, k) || (piece_named(p, k) && goes_on(p, k)) ||
            piece_class(p, WORD_CANCER_OR_STUDY_DRUG, p->at[i].span.end, p->at[k].span.end + 12))
            continue;
        if (i >= 2 && piece_alternative(p->at[i - 1].kind) && p->at[i - 2].kind == PART_CURRENT)
            first = i - 2; /* "current or past use" */
        told = p->at[k].span.end;
        tell_past(p, (eligo_span){p->at[first].span.start, told});
    }
    for (size_t i = 0; words_have(&p->words, WORD_TOOK_PART) && i < p->words.count; i++) {
        const word_hit *h = &p->words.list[i], *what;
        eligo_span clause;
        size_t m;

        if (!word_is(h, WORD_TOOK_PART))
            continue;
        clause = piece_clause(p, h->span.start);
        m = piece_mark(p, h->span.start);
        what = piece_class(p, WORD_OTHER_STUDY, h->span.end, clause.end);
        if (what && !dated(p, during, piece_clause_start(p, m), piece_clause_end(p, m)))
            tell_past(p, (eligo_span){h->span.start, what->span.end});
    }
}

void lint_time(const piece *p)
{
    spans during = {false, NULL, 0};

    if (piece_has(p, PART_WINDOW))
        lint_windows(p);
    if (words_have(&p->words, WORD_WINDOW_PHRASE))
        lint_single(p);
    if (piece_has(p, PART_QUANTITY)) {
        lint_elapsed(p);
        lint_half_lives(p);
    }
    lint_past(p, &during);
    if (piece_has(p, PART_EVENT))
        lint_before(p, &during);
}
