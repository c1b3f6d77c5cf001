#include "grammar/bound.h"
#include "grammar/denial.h"
#include "grammar/measured.h"
#include "grammar/permit.h"

#include "engine/base/text.h"
#include "rules/landmark.h"
#include "rules/measures.h"
#include "rules/sayings.h"
#include "rules/words.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <string.h>
#include <strings.h>

/* ---- reading an item ---- */

void clause_take(const clause *c, eligo_span s)
{
    taken *t = c->taken;

    if (t && arena_grow(c->arena, (void **)&t->list, t->count, &t->room, sizeof *t->list))
        t->list[t->count++] = s;
}

const part *name_together(const clause *c, eligo_span first, eligo_span second, const part *model)
{
    size_t a = first.end - first.start, b = second.end - second.start;
    char *text;
    atoms cut;
    lexicon_hit hit;
    part *p;

    if (a == 0 || b == 0 || a + b > 200 || !lexicon_begins_in(c->lx, c->words, first, second))
        return NULL; /* nearly always */
    text = arena_printf(c->arena, "%.*s %.*s", (int)a, c->text + first.start, (int)b,
                        c->text + second.start);
    if (!text)
        return NULL;
    cut = lexicon_cut(c->lx, text, a + b + 1, c->arena);
    if (!cut.count || !lexicon_match(c->lx, &cut, 0, &hit) || hit.atoms != cut.count)
        return NULL;
    p = arena_copy(c->arena, model, 1, sizeof *p);
    if (!p)
        return NULL;
    p->kind = PART_THING;
    p->hit = hit;
    return p;
}

const part *name_with_beginning(const clause *c, eligo_span first, eligo_span second,
                                const part *model)
{
    enum { SHORTEST = 2, LONGEST = 7 }; /* beginnings: "un", "hyper" */

    for (size_t n = SHORTEST; n <= LONGEST && second.start + n + 3 < second.end; n++) {
        char *text = arena_printf(c->arena, "%.*s%.*s", (int)(first.end - first.start),
                                  c->text + first.start, (int)(second.end - second.start - n),
                                  c->text + second.start + n);
        atoms cut = text ? lexicon_cut(c->lx, text, strlen(text), c->arena) : (atoms){0};
        lexicon_hit hit;
        part *p;

        if (!isalpha((unsigned char)c->text[second.start + n - 1]))
            return NULL;
        /* a word that is spelled nearly so is another one: "hypoperkalemia" */
        if (!cut.count || !lexicon_match(c->lx, &cut, 0, &hit) || hit.atoms != cut.count ||
            !hit.thing || strncasecmp(hit.thing->name, text, first.end - first.start) != 0 ||
            !(p = arena_copy(c->arena, model, 1, sizeof *p)))
            continue;
        p->kind = PART_THING;
        p->hit = hit;
        return p;
    }
    return NULL;
}

void item_qualify(const clause *c, item *x, const char *kind, const char *value, eligo_span s,
                  const concept *about)
{
    rule_qualifier *q;

    if (x->qualifier_count == ITEM_QUALIFIERS) {
        x->overflow = true;
        return;
    }
    if (text_is(kind, "about") && about && x->subject.concept == about)
        return; /* named again */
    q = &x->qualifiers[x->qualifier_count++];
    q->kind = kind;
    q->text = arena_text(c->arena, c->text + s.start, s.end - s.start);
    q->value = value ? value : q->text;
    q->span = s;
    q->concept = about;
}

void item_qualify_by(const clause *c, item *x, const part *p)
{
    const char *colon = strchr(p->value, ':');

    if (colon && p->denied && x->lack_count < ITEM_LACKS) {
        const char *text =
            arena_text(c->arena, c->text + p->span.start, p->span.end - p->span.start);

        x->lacks[x->lack_count++] =
            (rule_qualifier){arena_text(c->arena, p->value, (size_t)(colon - p->value)), colon + 1,
                             text, p->span, NULL};
    } else if (colon)
        item_qualify(c, x, arena_text(c->arena, p->value, (size_t)(colon - p->value)), colon + 1,
                     p->span, NULL);
}

static const rule_qualifier *relative_of(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "relative"))
            return &x->qualifiers[i];
    return NULL;
}

void item_is_of(item *x, const item *y)
{
    const rule_qualifier *q = relative_of(y);

    x->who = y->who;
    if (!q || relative_of(x))
        return;
    if (x->qualifier_count < ITEM_QUALIFIERS)
        x->qualifiers[x->qualifier_count++] = *q;
    else
        x->overflow = true;
}

void item_is_of_patient(item *x)
{
    size_t kept = 0;

    x->who = x->subject.who = NULL;
    x->either = false;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (!text_is(x->qualifiers[i].kind, "relative"))
            x->qualifiers[kept++] = x->qualifiers[i];
    x->qualifier_count = kept;
}

const concept *part_concept(const part *p)
{
    return p->hit.thing ? p->hit.thing : p->hit.quantity;
}

bool part_is(const clause *c, const part *p, const char *words)
{
    return text_equal_nocase(c->text + p->span.start, p->span.end - p->span.start, words);
}

bool part_is_any(const clause *c, const part *p, const char *const *words)
{
    while (*words && !part_is(c, p, *words))
        words++;
    return *words;
}

bool part_drug(const part *p)
{
    return p->hit.thing && p->hit.thing->category == CATEGORY_MEDICATION;
}

role_set part_first_role(const clause *c, const part *p)
{
    size_t end = p->span.start;

    while (end < p->span.end && isalpha((unsigned char)c->text[end]))
        end++;
    return roles_of(c->text + p->span.start, end - p->span.start);
}

/* Nothing but verbs that say nothing by themselves: "were asked to be free of". */
static bool verbs_only(const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (list[i].kind == PART_THING ||
            (list[i].kind == PART_WORD &&
             !(list[i].roles & (ROLE_VERB | ROLE_COPULA | ROLE_LIGHT))))
            return false;
    return true;
}

/* "unable to", "unwilling to": it denies what stands behind it. */
static bool denies(const part *p)
{
    return text_is_any(p->value, strlen(p->value), saying_denying_topics) ||
           strncmp(p->value, "unable", 6) == 0 || strncmp(p->value, "legally inc", 11) == 0;
}

/* The word before `at`, in small letters; where it begins. */
static size_t word_before(const char *text, size_t at, char *word, size_t size)
{
    size_t start, n;

    while (at > 0 && text[at - 1] == ' ')
        at--;
    for (start = at; start > 0 && isalnum((unsigned char)text[start - 1]);)
        start--;
    for (n = 0; start + n < at && n + 1 < size; n++)
        word[n] = (char)tolower((unsigned char)text[start + n]);
    word[n] = 0;
    return start;
}

bool part_names_people(const clause *c, const part *p)
{
    return p->kind == PART_THING && p->hit.thing &&
           (p->hit.thing->flags & (CONCEPT_FEMALE | CONCEPT_MALE)) &&
           ((part_first_role(c, p) |
             roles_of_last(c->text + p->span.start, p->span.end - p->span.start)) &
            ROLE_PEOPLE);
}

/* "... for women of childbearing potential": the people of whom a thing is asked. */
static bool asked_of(const clause *c, const part *p)
{
    char word[8];

    if (!part_names_people(c, p))
        return false;
    (void)word_before(c->text, p->span.start, word, sizeof word);
    return strcmp(word, "in") == 0 || strcmp(word, "for") == 0 || strcmp(word, "among") == 0;
}

/* "lives with a child", "at least one child": one that somebody has, and not the patient. */
static bool is_somebodys_child(const clause *c, const part *p)
{
    static const char *const numbers[] = {"one", "two", "three", "1", "2", "3", NULL};
    static const char *const bounds[] = {"least", "than", "only", NULL};
    static const char *const owns[] = {"with", "has", "have", "had", "having", NULL};
    char word[16];
    size_t at = word_before(c->text, p->span.end, word, sizeof word);

    if (!text_is_any(word, strlen(word), saying_children))
        return false;
    at = word_before(c->text, at, word, sizeof word);
    if (text_is_any(word, strlen(word), numbers)) {
        (void)word_before(c->text, at, word, sizeof word);
        return text_is_any(word, strlen(word), bounds) || text_is_any(word, strlen(word), owns);
    }
    if (strcmp(word, "a") != 0 && strcmp(word, "an") != 0)
        return false;
    (void)word_before(c->text, at, word, sizeof word);
    return text_is_any(word, strlen(word), owns);
}

static bool part_says(const clause *c, const part *p, const char *word)
{
    return text_starts_nocase(c->text + p->span.start, p->span.end - p->span.start, word);
}

/* "Preeclampsia diagnosed before 34 weeks of gestation", "history of preterm birth before 34
 * weeks": the week of what was found then, and not the one of today. */
static void told_at_week(const clause *c, item *x)
{
    bool then = x->history;
    const part *found = NULL;
    size_t kept = 0;

    /* "miscarriages before 14 weeks": of that pregnancy */
    for (size_t i = 0; i < x->quantity_count; i++)
        if (x->quantities[i]->period == 'w' && !x->quantities[i]->age && x->thing_count == 1 &&
            x->subject.concept && !strstr(x->subject.concept->id, "pregnancy") &&
            (x->subject.concept->flags & CONCEPT_FEMALE) &&
            (x->subject.concept->flags & CONCEPT_EVENT) &&
            part_says(c, x->quantities[i], "before")) {
            item_qualify(c, x, "number", NULL, x->quantities[i]->span, NULL);
            x->quantities[i] = x->quantities[--x->quantity_count];
            return;
        }
    for (size_t i = 0; i < x->qualifier_count; i++)
        then = then || (text_is(x->qualifiers[i].kind, "certainty") &&
                        text_is(x->qualifiers[i].value, "confirmed"));
    if (!then || x->quantity_count != 1 || !x->subject.concept ||
        x->subject.category != CATEGORY_CONDITION || x->subject.concept->flags & CONCEPT_WEAK ||
        strstr(x->subject.concept->id, "pregnancy"))
        return;
    for (size_t i = 0; i < x->thing_count; i++) {
        const concept *k = x->things[i]->hit.quantity;

        if (is_landmark(k, LANDMARK_GESTATIONAL_AGE))
            found = x->things[i];
        else
            x->things[kept++] = x->things[i];
    }
    if (!found)
        return;
    x->thing_count = kept;
    x->quantity_count = 0;
    if (x->also)
        item_qualify(c, x, "number", NULL, x->quantities[0]->span, NULL);
    else
        x->also = bound_of_words(c, found->span, x->quantities[0]);
}

/* "Onset of deafness (< 3 years of age)": how old somebody was when it began. */
static const rule *age_it_began(const clause *c, const part *list, size_t from, size_t at)
{
    const part *b = &list[at], *began = NULL, *age = NULL;

    for (size_t i = from; i < at; i++)
        if (list[i].kind == PART_WORD && part_says(c, &list[i], "onset"))
            began = &list[i];
    for (size_t i = 0; began && i < b->inside_count; i++) {
        if (b->inside[i].kind == PART_QUANTITY && b->inside[i].age && !age)
            age = &b->inside[i];
        else if (b->inside[i].kind != PART_FILL && b->inside[i].kind != PART_AGEWORD)
            return NULL;
    }
    return age ? bound_of_words(c, began->span, age) : NULL;
}

/* "Older than 40 years at diagnosis", "aged 18 to 40 at onset": how old somebody was then. The
 * bound is at i. NULL: it is how old they are. */
static const rule *age_it_was_found(const clause *c, const part *list, size_t i, size_t to)
{
    size_t at = i + 1;

    if (at < to && list[at].kind == PART_FILL &&
        (part_says(c, &list[at], "at onset") || part_says(c, &list[at], "at diagnosis")))
        return bound_of_words(c, list[at].span, &list[i]);
    while (at < to && list[at].kind == PART_FILL && part_says(c, &list[at], "at") && at < i + 3)
        at++;
    return at > i + 1 && at < to &&
                   (list[at].kind == PART_QUAL || list[at].kind == PART_WORD ||
                    list[at].kind == PART_DIAGNOSIS) &&
                   (part_says(c, &list[at], "diagnosis") || part_says(c, &list[at], "onset"))
               ? bound_of_words(c, list[at].span, &list[i])
               : NULL;
}

/* Is nothing named yet but people, and how old they are? */
static bool needed_by_people(const item *x)
{
    for (size_t i = 0; i < x->quantity_count; i++)
        if (!x->quantities[i]->age)
            return false;
    for (size_t i = 0; i < x->thing_count; i++)
        if (!is_landmark(x->things[i]->hit.quantity, LANDMARK_AGE))
            return false;
    return !x->words || x->grown;
}

/* Does a bracket hold a number or a time? */
static bool bracket_bounds(const part *b)
{
    for (size_t i = 0; i < b->inside_count; i++)
        if (b->inside[i].kind == PART_QUANTITY || b->inside[i].kind == PART_DURATION ||
            b->inside[i].kind == PART_WINDOW)
            return true;
    return false;
}

/* "Illiterate in Spanish", "unable to read and write Spanish": what two states of a person mean
 * side by side is neither of them. */
static void unname_social(const clause *c, item *x)
{
    const concept *of = x->has_subject ? x->subject.concept : NULL;

    for (size_t i = 0; of && of->category == CATEGORY_SOCIAL && i < x->qualifier_count; i++) {
        const rule_qualifier *q = &x->qualifiers[i];

        if (strcmp(q->kind, "about") != 0 || !q->concept ||
            q->concept->category != CATEGORY_SOCIAL || concept_is(q->concept, of) ||
            concept_is(of, q->concept))
            continue;
        x->subject.concept = of = NULL;
        x->subject_part = NULL;
        x->subject.span = span_hull(x->subject.span, q->span);
        x->subject.text = arena_text(c->arena, c->text + x->subject.span.start,
                                     x->subject.span.end - x->subject.span.start);
    }
}

/* The parts of an item as they are read. */
typedef struct {
    const clause *c;
    const part *list;
    size_t from, to;
    size_t phrase; /* where its noun phrases begin */
    bool not_so;   /* what follows is denied of what stands before it */
    size_t read;   /* behind what was read already, of several parts at once */
    bool more;     /* than a consent is spoken of */
} parts_read;

static void read_naive(const parts_read *r, size_t i, item *x)
{
    /* "platinum-free interval of 6 months": how long, and not whether */
    if (i + 1 < r->to && r->list[i + 1].kind == PART_WORD && r->list[i + 1].roles & ROLE_PERIOD) {
        x->overflow = true;
        return;
    }
    if (text_is(r->list[i].value, "free")) { /* "cancer-free", "HIV-uninfected" */
        if (i > r->from && r->list[i - 1].kind == PART_THING)
            x->alone = x->negated = !x->negated;
        return;
    }
    x->negated = !x->negated;
    /* "insulin-naive (at most 10 days of it)": what is still called so is not read */
    if (i + 1 < r->to && r->list[i + 1].kind == PART_BRACKET && bracket_bounds(&r->list[i + 1]))
        x->overflow = true;
    /* "insulin-naive, asthma": of its own word; "naive to A or B" goes on */
    x->alone = x->negated && x->thing_count;
    x->history = x->history_own = true;
}

static void read_person(const parts_read *r, size_t i, item *x)
{
    const part *p = &r->list[i];

    x->person = true;
    x->grown = x->grown || (p->roles & ROLE_AGE_GROUP);
    /* "surgical candidates": it is not done yet */
    if (x->thing_count && concept_is_treatment(part_concept(x->things[x->thing_count - 1])) &&
        part_says(r->c, p, "candidate"))
        item_qualify(r->c, x, "other", NULL, p->span, NULL);
}

static void read_not(parts_read *r, size_t i, item *x)
{
    const part *p = &r->list[i];
    bool named = false;

    if (x->words && verbs_only(r->list, r->from, i) && !x->quantity_count && !x->negated)
        for (size_t k = i + 1; k < r->to; k++)
            named = named || r->list[k].kind == PART_THING || r->list[k].kind == PART_WORD;
    if (named) { /* "were asked to be free of X": the verb before it says nothing */
        x->negated = true;
        x->words = false;
        r->phrase = i + 1;
    } else if (x->thing_count || x->words || x->quantity_count) {
        /* "pain not controlled by": a restriction of what stands before it; "pregnancy not ruled
         * out": it may be there, or not */
        item_qualify(r->c, x, "other", NULL, p->span, NULL);
        r->not_so = true;
        x->overflow = x->overflow || (i > r->from && r->list[i - 1].kind == PART_NOT);
    } else {
        x->negated = !x->negated;
        x->alone = text_is(p->value, "one");
    }
}

static bool says_ever(const clause *c, const part *p)
{
    return words_entry(WORD_EVER, c->text + p->span.start, p->span.end - p->span.start);
}

static void read_history(const parts_read *r, size_t i, item *x)
{
    if (x->current && i > r->from && r->list[i - 1].kind == PART_CURRENT &&
        part_says(r->c, &r->list[i - 1], "current") && part_says(r->c, &r->list[i], "treated with"))
        return; /* "currently treated with" */
    x->treated = text_is(r->list[i].value, "treated") && !x->thing_count && !x->words;
    x->took = !x->thing_count &&
              (text_is(r->list[i].value, "taken") || text_is(r->list[i].value, "treated"));
    x->history_behind = !x->history && x->thing_count > 0;
    x->ever_behind = x->history_behind && words_entry(WORD_EVER, r->c->text + r->list[i].span.start,
                                                      r->list[i].span.end - r->list[i].span.start);
    x->history = true;
}

static void read_caused(parts_read *r, size_t i, item *x)
{
    const part *p = &r->list[i];

    x->caused = x->caused || ((x->thing_count || x->words) && !text_is(p->value, "need"));
    /* "unless due to dehydration": that it is there does not say that it is the cause */
    if (i > 0 && i == r->from && !p->value[0] &&
        (r->list[i - 1].kind == PART_IF || r->list[i - 1].kind == PART_UNLESS ||
         r->list[i - 1].kind == PART_EXCEPT))
        item_qualify(r->c, x, "other", NULL, p->span, NULL);
    r->more = true; /* "that would preclude consent" */
    x->effect = x->effect || (text_is(p->value, "effect") && i > r->from &&
                              r->c->text[p->span.start - 1] != '-');
    /* "and requiring oxygen", "aged 50 years requiring surgery": nothing stands before it that
     * would require it */
    if (text_is(p->value, "need") && needed_by_people(x))
        x->need = true;
}

/* The word alone is a noun; with a thing behind it the thing is theirs. */
static void read_who(const parts_read *r, size_t i, item *x)
{
    const part *list = r->list, *p = &list[i];
    bool thing = false;
    size_t before = i;

    for (size_t k = i + 1; k < r->to; k++)
        thing |= list[k].kind == PART_THING || list[k].kind == PART_QUANTITY;
    x->either = p->either;
    /* "BMI of the mother", "hemoglobin < 7 g/dL in the mother" */
    while (text_is(p->value, "parent") && before > r->from &&
           (list[before - 1].kind == PART_FILL || list[before - 1].kind == PART_OF ||
            list[before - 1].kind == PART_QUANTITY))
        before--;
    /* "pregnant partner": theirs as well; "transplant from a donor": a restriction */
    if ((thing && !x->thing_count) ||
        (before > r->from && list[before - 1].kind == PART_THING && x->thing_count == 1)) {
        x->who = p->value;
        x->who_behind = x->thing_count > 0;
    } else if (x->thing_count)
        item_qualify(r->c, x, "other", NULL, p->span, NULL);
    else {
        x->who = p->value;
        x->words = true;
    }
}

static void read_judge(const part *p, item *x)
{
    if (!x->judge) {
        x->judge = p->kind == PART_CONSENT ? "consent" : p->value;
        x->judge_span = p->span;
    }
    if (p->kind == PART_CONSENT) {
        x->consent = true;
        return;
    }
    x->denied = x->denied || denies(p);
    if (p->hit.atoms && !x->judged)
        x->judged = p;
}

static void read_thing(const parts_read *r, size_t i, item *x)
{
    const part *p = &r->list[i];

    x->denied = x->denied || (role_may_begin(ROLE_DENIAL, r->c->text[p->span.start]) &&
                              (part_first_role(r->c, p) & ROLE_DENIAL));
    if (x->thing_count && !x->people && asked_of(r->c, p)) {
        x->people = p;
        return;
    }
    if (x->thing_count < ITEM_THINGS)
        x->things[x->thing_count++] = p;
    if (is_landmark(p->hit.quantity, LANDMARK_AGE))
        x->age = true;
}

static void read_word(parts_read *r, size_t i, item *x)
{
    const part *p = &r->list[i];

    x->words = true;
    r->more = r->more || !(p->roles & ROLE_CONSENT);
    x->grown = x->grown || (p->roles & ROLE_AGE_GROUP);
    if ((p->roles & ROLE_AGE_GROUP) && !x->who && is_somebodys_child(r->c, p))
        x->who = "family";
}

static void read_quantity(const parts_read *r, size_t i, item *x)
{
    const part *p = &r->list[i];

    if (p->age && !x->also && (x->also = age_it_was_found(r->c, r->list, i, r->to)))
        return;
    if (x->quantity_count < ITEM_QUANTITIES)
        x->quantities[x->quantity_count++] = p;
    else
        x->overflow = true;
    /* "1 °C above normal": so much more than that */
    if (i > r->from && r->list[i - 1].kind == PART_QUANTITY && p->relative != RELATIVE_NONE &&
        isalpha((unsigned char)r->c->text[p->span.start]))
        x->overflow = true;
    if (p->age)
        x->age = true;
}

/* "2 points above baseline", "5 kg below dry weight", "80% of baseline": a difference or a part,
 * from what no record tells. Does it begin at part i? */
static bool read_difference(parts_read *r, size_t i, item *x)
{
    const part *p = &r->list[i];
    bool against = p->kind == PART_FILL && (p->value[0] == '<' || p->value[0] == '>'),
         from = p->kind == PART_OF || (p->kind == PART_FILL && part_is(r->c, p, "from"));

    if (!(against || from) || i == r->from || r->list[i - 1].kind != PART_QUANTITY ||
        i + 1 >= r->to ||
        (from && !(r->list[i + 1].kind == PART_WORD && text_is(r->list[i + 1].value, "baseline"))))
        return false;
    item_qualify(r->c, x, "compared", NULL, span_hull(p->span, r->list[i + 1].span), NULL);
    r->read = i + 2;
    return true;
}

static void read_bracket(const parts_read *r, size_t i, item *x)
{
    const rule *began = x->also ? NULL : age_it_began(r->c, r->list, r->from, i);

    const part *b = &r->list[i];

    if (began)
        x->also = began;
    else if (i > r->from && r->list[i - 1].kind == PART_FILL &&
             text_is(r->list[i - 1].value, "either")) {
        /* "acute or chronic (> 3 months) hepatitis": how long the second lasts */
        if (b->inside_count == 1 && (b->inside[0].period || b->inside[0].kind == PART_DURATION))
            clause_take(r->c, b->span);
        else
            item_qualify(r->c, x, "other", NULL, b->span, NULL);
    } else if (b->inside_count == 1 && b->inside[0].kind == PART_HISTORY && x->thing_count &&
               says_ever(r->c, b->inside)) /* "stroke (ever)" */
        x->history = x->history_behind = x->ever_behind = true;
    else
        bracket_read(r->c, x, &r->list[i]);
}

/* "Surgery under anesthesia": how it is done, and not when. */
static bool is_under(const clause *c, const part *p, const item *x)
{
    return x->thing_count && part_is(c, p, "under");
}

/* "Malaria must be ruled out", "malaria ruled out and gout": of this word alone. Does it begin at
 * part i? What it is of, where more was named, and what more is said of it, is not read. */
static bool read_denied(parts_read *r, size_t i, item *x)
{
    const part_kind k = r->list[i].kind;
    size_t end = i;

    if (x->thing_count && (k == PART_NOT || k == PART_FILL || k == PART_MUST || k == PART_HISTORY))
        end = denial_behind(r->c, r->list, i, r->to);
    if (end == i)
        return false;
    r->read = end;
    x->alone = x->negated = !x->negated;
    x->overflow = x->overflow || x->thing_count > 1 || x->quantity_count ||
                  parts_any_content(r->list, end, r->to);
    return true;
}

/* Reads part i. False: the span of the item does not begin or end with it. */
static bool read_part(parts_read *r, size_t i, item *x)
{
    const part *p = &r->list[i];

    if (i < r->read || read_denied(r, i, x) || read_difference(r, i, x))
        return true;
    switch (p->kind) {
    case PART_NAIVE: read_naive(r, i, x); break;
    case PART_PERSON: read_person(r, i, x); return false;
    case PART_NOT: read_not(r, i, x); break;
    case PART_CURRENT:
        /* "gout that is not active" */
        if (r->not_so)
            item_qualify(r->c, x, "other", NULL, p->span, NULL);
        else
            x->current = x->current || !is_under(r->c, p, x);
        break;
    case PART_HISTORY: read_history(r, i, x); break;
    case PART_PLANNED:
        if (r->not_so) {
            item_qualify(r->c, x, "other", NULL, p->span, NULL);
            break;
        }
        x->planned = true;
        x->planned_behind = x->thing_count > 0; /* "surgery scheduled within a week" */
        break;
    case PART_NEED: x->need = true; break;
    case PART_CAUSED: read_caused(r, i, x); break;
    case PART_FAMILY:
        x->who = "family";
        x->who_behind = x->thing_count > 0;
        x->either = p->either;
        item_qualify_by(r->c, x, p); /* which of them */
        break;
    case PART_WHO: read_who(r, i, x); break;
    case PART_QUAL: item_qualify_by(r->c, x, p); break;
    case PART_SEX: x->sex = p; break;
    case PART_AGEWORD: x->age = true; break;
    case PART_JUDGE:
    case PART_CONSENT: read_judge(p, x); break;
    case PART_THING: read_thing(r, i, x); break;
    case PART_WORD: read_word(r, i, x); break;
    case PART_QUANTITY: read_quantity(r, i, x); break;
    case PART_WINDOW:
        if (r->not_so)
            item_qualify(r->c, x, "time", NULL, p->span, NULL);
        else
            x->window = x->window ? x->window : p;
        break;
    case PART_DURATION: x->duration = x->duration ? x->duration : p; break;
    case PART_EVENT: x->event = x->event ? x->event : p; break;
    case PART_BRACKET: read_bracket(r, i, x); break;
    case PART_FILL:
        x->any = x->any || text_is(p->value, "any");
        if (text_is(p->value, "one"))
            x->any_before = p->span.end;
        if (i == r->from && text_is(p->value, "aim")) { /* of a treatment that stands elsewhere */
            item_qualify(r->c, x, "other", NULL, p->span, NULL);
            return true;
        }
        return false;
    default: return false; /* fillers, connectives, what asks by itself for nothing */
    }
    return true;
}

/* What is judged of it, once all is read; its content stands in [start, end). */
static void settle_judged(const parts_read *r, size_t start, size_t end, item *x)
{
    const part *list = r->list;

    x->consenting = !r->more && !x->thing_count && !x->quantity_count && !x->qualifier_count &&
                    !x->negated && !x->window && (x->words || x->consent) && !x->need;
    /* a signed consent answers what asks for one, not why somebody cannot give it */
    if (x->judge && text_is(x->judge, "consent") &&
        (r->more || x->thing_count || x->quantity_count || x->need))
        x->judge = x->denied ? "inability" : "investigator opinion";
    /* "no contraindication": what is denied is judged, without the denial; where that stands among
     * the words, the judgement is about the words as they are. A consent may be on record. */
    x->refused = x->negated && x->judge && !text_is(x->judge, "consent");
    if (x->judge && x->negated && start < end && list[start].kind == PART_NOT)
        while (start < end && list[start].kind == PART_NOT)
            x->span.start = list[++start < r->to ? start : start - 1].span.start;
    else if (x->refused)
        x->negated = false;
}

/* Does a word stand in it that says there are several of what is named, each of which ends:
 * "migraine attacks"? */
static bool names_attacks(const clause *c, const item *x)
{
    for (size_t i = x->from; i < x->to; i++) {
        const part *p = &x->in[i];
        size_t n = p->span.end - p->span.start;

        if ((p->kind == PART_WORD || p->kind == PART_FILL) && n > 1 &&
            c->text[p->span.end - 1] == 's' &&
            (roles_all(c->text + p->span.start, n) & ROLE_COUNTED))
            return true;
    }
    return false;
}

/* "Thrombosis treated for less than 2 days": how long the treatment has gone on. Where it has for
 * at least so long, so has the disease. */
static bool treated_briefly(const item *x, const part *q)
{
    for (size_t i = 0; q->high.given && i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "control") && text_is(x->qualifiers[i].value, "treated"))
            return true;
    return false;
}

/* "Migraine attacks (4-72 hours)": how long each is, and not how long somebody has had them.
 * "Regular menstrual cycles lasting 24 to 35 days": a limit of what the condition is defined by. */
static void length_of_each(const clause *c, item *x)
{
    const part *q = x->duration                                               ? x->duration
                    : x->quantity_count == 1 && x->quantities[0]->period != 0 ? x->quantities[0]
                                                                              : NULL;
    const concept *k = x->subject.concept;

    if (!q || !k || k->category != CATEGORY_CONDITION || q->window || x->window)
        return;
    if (treated_briefly(x, q) ||
        (strchr("hns", q->period) && !(k->flags & CONCEPT_EVENT) && names_attacks(c, x))) {
        item_qualify(c, x, "time", NULL, q->span, NULL);
        x->duration = NULL;
        x->quantity_count = 0;
    } else if (x->duration && !x->quantity_count && q->period == 'd' &&
               measures_in_unit(c->lx, k, "d")) {
        part *length = arena_copy(c->arena, q, 1, sizeof *length);

        if (!length)
            return;
        length->kind = PART_QUANTITY;
        x->quantities[x->quantity_count++] = length;
        x->duration = NULL;
    }
}

/* "Failed methotrexate", "refractory to infliximab": who failed a treatment had it, and need not
 * have it now. */
static void failed_before(item *x)
{
    bool failed = false;

    if (!x->has_subject || x->history || x->current || x->planned || x->need || x->window ||
        !concept_is_treatment(x->subject.concept))
        return;
    for (size_t i = 0; i < x->qualifier_count && !failed; i++)
        failed = text_is(x->qualifiers[i].kind, "course") &&
                 (text_is(x->qualifiers[i].value, "failed") ||
                  text_is(x->qualifiers[i].value, "refractory"));
    x->history = x->took = failed;
}

void item_read(const clause *c, const part *list, size_t from, size_t to, item *x)
{
    parts_read r = {.c = c, .list = list, .from = from, .to = to, .phrase = from};
    size_t start = to, end = from;

    memset(x, 0, offsetof(item, qualifiers));
    x->in = list;
    x->from = from;
    x->to = to;
    for (size_t i = from; i < to; i++)
        if (read_part(&r, i, x)) {
            if (start == to)
                start = i;
            end = i + 1;
        }
    if (start < end)
        x->span = (eligo_span){list[start].span.start, list[end - 1].span.end};
    else if (from < to)
        x->span = (eligo_span){list[from].span.start, list[to - 1].span.end};
    /* "within a month of screening, after surgery": two times are more than is looked at */
    if (x->window && x->event && x->event->window &&
        !rule_anchor_of_study(x->event->window->anchor))
        item_qualify(c, x, "time", NULL, x->event->span, NULL);
    settle_judged(&r, start, end, x);
    item_find_subject(c, list, r.phrase, to, x);
    if (x->any && !x->quantity_count && !x->planned && !x->current && !x->window && !x->event)
        x->history = x->history_behind = true; /* "stroke at any time" */
    failed_before(x);
    unname_social(c, x);
    told_at_week(c, x);
    length_of_each(c, x);
    if (x->quantity_count == 1 && x->thing_count > 1)
        measured_named_before(c, x);
}

bool item_modifies(const item *x)
{
    return !x->has_subject && !x->quantity_count && !x->sex && !x->judge && !x->defined;
}

/* "HBsAg negative": is its result said? */
static bool has_result(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (text_is(x->qualifiers[i].kind, "result") &&
            (strcmp(x->qualifiers[i].value, "positive") == 0 ||
             strcmp(x->qualifiers[i].value, "negative") == 0))
            return true;
    return false;
}

bool item_wants_bound(const item *x)
{
    return x->has_subject && x->subject.concept &&
           category_is_quantity(x->subject.concept->category) && !x->quantity_count &&
           !x->defined && !x->judge && !has_result(x);
}

bool item_wants_subject(const item *x)
{
    return x->quantity_count && !x->has_subject && !x->age && !x->defined;
}
