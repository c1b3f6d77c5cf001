/* A list cut at its connectives: where a piece ends, what ties it to the one before it, and what of
 * a stage, a result, a bound or a bracket is a piece of its own. */
#include "grammar/denial.h"
#include "grammar/list.h"
#include "grammar/measured.h"
#include "grammar/status.h"

#include "engine/base/text.h"
#include "rules/landmark.h"
#include "rules/sayings.h"

#include <ctype.h>
#include <string.h>

enum { LIST_ITEMS = 512 };

static bool starts_who(const clause *c, const part *p)
{
    return text_starts_nocase(c->text + p->span.start, p->span.end - p->span.start, "who");
}

/* "whose", "which", "and these conditions": what follows is said of what stands before it. */
static bool starts_relative(const clause *c, const part *p)
{
    static const char *const words[] = {"who", "whose", "whom", "which", "with", NULL};
    bool found = false;

    for (size_t i = 0; (p->kind == PART_FILL || p->kind == PART_WITH) && words[i] && !found; i++)
        found = part_is(c, p, words[i]);
    return found || (p->kind == PART_WITH && text_is(p->value, "these"));
}

/* "insomnia, currently with medication" */
static bool starts_currently_with(const clause *c, const part *list, size_t at, size_t to)
{
    return at + 1 < to && list[at].kind == PART_CURRENT && part_is(c, &list[at], "currently") &&
           list[at + 1].kind == PART_WITH && part_is(c, &list[at + 1], "with");
}

/* What is known of the parts [from, to), as `to` goes on: they are asked about at each step. */
typedef struct naming {
    size_t from, to;
    bool named, bare, taken, event;
} naming;

/* "Adults (18 years or older) with ..." */
static bool brackets_age(const part *p)
{
    for (size_t i = 0; p->kind == PART_BRACKET && i < p->inside_count; i++)
        if (p->inside[i].kind == PART_QUANTITY && (p->inside[i].age || p->inside[i].period == 'a'))
            return true;
    return false;
}

/* "Contact with a (person)", "married to someone", "transplant from a donor": what is said next is
 * said of somebody else. */
static bool names_other(const part *list, size_t from, size_t to)
{
    const part *p;

    while (to > from && list[to - 1].kind == PART_FILL)
        to--;
    if (to > from && list[to - 1].kind == PART_WHO)
        return true;
    if (to > from && list[to - 1].kind == PART_PERSON)
        while (--to > from && (list[to - 1].kind == PART_FILL || list[to - 1].kind == PART_WITH ||
                               list[to - 1].kind == PART_OF))
            ;
    p = to > from ? &list[to - 1] : NULL;
    return p && p->kind == PART_THING && p->hit.thing &&
           is_under_landmark(p->hit.thing, LANDMARK_INFECTION_CONTACT);
}

/* Does a thing or unknown word of content stand in [from, to), and nothing that takes "with" for
 * itself? */
static bool parts_name_before(naming *n, const part *list, size_t from, size_t to)
{
    if (n->from != from || n->to < from || n->to > to)
        *n = (naming){.from = from, .to = from};
    /* the piece that the cut would end */
    for (; n->to < to; n->to++) {
        const part *p = &list[n->to];

        if (p->kind == PART_JUDGE || p->kind == PART_NEED || p->kind == PART_DEFINED ||
            p->kind == PART_CAUSED)
            n->taken = true;
        if (p->kind == PART_THING || p->kind == PART_SEX || brackets_age(p))
            n->named = true;
        /* "3 to 6 months after stroke with aphasia" */
        n->event = n->event || (p->kind == PART_WINDOW && p->window && p->window->anchor_concept);
        if (p->kind == PART_QUANTITY) {
            if (p->period || p->unit.text || p->age || p->relative)
                n->named = true;
            else
                n->bare = true; /* a bare number counts what comes next */
        }
    }
    if (names_other(list, from, to))
        return false;
    return !n->taken && (n->named || ((n->bare || n->event) && list[to].kind == PART_WITH));
}

/* Does something that can be true or false by itself come next? `seen` goes on where it was left,
 * as `from` only grows. */
static bool parts_follow(const part *list, size_t from, size_t to, size_t *seen)
{
    if (*seen < from)
        *seen = from;
    for (; *seen < to; ++*seen) {
        if (list[*seen].kind == PART_OR && text_is(list[*seen].value, "either"))
            continue; /* "with either A or B" */
        switch (list[*seen].kind) {
        case PART_THING:
        case PART_QUANTITY:
        case PART_WORD:
        case PART_QUAL:
        case PART_CURRENT:
        case PART_HISTORY:
        case PART_PLANNED:
        case PART_JUDGE:
        case PART_SEX:
        case PART_NEED:
        case PART_FAMILY: return true;
        case PART_FILL:
        case PART_OF:
        case PART_ANYOF:
        case PART_AGEWORD:
        case PART_NOT:
        case PART_WITH:
        case PART_PERSON:
        case PART_CMP:
        case PART_MUST: break;
        default: return false;
        }
    }
    return false;
}

/* The rule of a bracket that is an item by itself: nothing but a negation and fillers beside it,
 * connectives in it. */
static const rule *group_of(const clause *c, const part *list, size_t from, size_t to)
{
    const part *b = NULL;
    bool conj = false, alt = false;
    clause inner = *c;

    for (size_t i = from; i < to; i++) {
        if (list[i].kind == PART_BRACKET && !b)
            b = &list[i];
        else if (list[i].kind == PART_BRACKET ||
                 (part_content(list[i].kind) && list[i].kind != PART_NOT))
            return NULL;
    }
    if (!b || !parts_name_something(b->inside, 0, b->inside_count))
        return NULL;
    for (size_t i = 0; i < b->inside_count; i++) {
        conj = conj || b->inside[i].kind == PART_AND;
        alt = alt || b->inside[i].kind == PART_OR || b->inside[i].kind == PART_ANDOR;
    }
    if (!conj && !alt)
        return NULL;
    inner.depth++;
    inner.exclusion = c->exclusion && !conj; /* "(A and B)": both, also among things that bar */
    return scope_rule(&inner, b->inside, 0, b->inside_count);
}

/* The first number in a bracket; NULL: there is none, or it is no bracket. */
static const part *number_inside(const part *p)
{
    size_t i =
        p->kind == PART_BRACKET ? parts_find(p->inside, 0, p->inside_count, PART_QUANTITY) : 0;

    return p->kind == PART_BRACKET && i < p->inside_count ? &p->inside[i] : NULL;
}

/* Where a piece has a bound and names something behind it: the part behind the bound. `to`: it does
 * not. */
static size_t bound_end(const part *list, size_t from, size_t to)
{
    size_t bound = to;
    bool named = false;

    for (size_t i = from; i < to; i++) {
        const part *p = &list[i], *inside = number_inside(p);

        named =
            named || (p->kind != PART_BRACKET && p->kind != PART_QUAL && p->kind != PART_CURRENT &&
                      p->kind != PART_HISTORY && p->kind != PART_FILL);
        /* "recent (< 6 months) A or B", "elevated (> 3 x ULN) A or B": of what follows */
        if (inside && !inside->age && !named &&
            (inside->period || (i > from && list[i - 1].kind == PART_QUAL &&
                                strncmp(list[i - 1].value, "result:", 7) == 0)))
            continue;
        if (p->kind == PART_QUANTITY && p->value && p->value[0] && i == from && !p->unit.text &&
            !p->period && !p->age)
            return to; /* "more than one episode of A or B": a count of what follows */
        if ((p->kind == PART_QUANTITY && p->value && p->value[0]) || inside)
            bound = i + 1;
        else if (bound < to && p->kind == PART_WORD && i == bound)
            return to; /* "fever > 38 °C axillary": how it is measured */
        else if (bound < to && (p->kind == PART_THING || p->kind == PART_WORD))
            return bound;
        else if (bound < to && p->kind == PART_AGEWORD)
            bound = i + 1;
    }
    return to;
}

/* Has the piece up to the next connective a bound of its own? */
static bool bounded_next(const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to && !part_divides(list[i].kind); i++)
        if (list[i].kind == PART_QUANTITY)
            return true;
    return false;
}

/* "T <= -2.5 at A or B, or <= -1.5 with C": another bound of the same quantity follows. */
static bool bounds_later(const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if ((list[i].kind == PART_OR || list[i].kind == PART_ANDOR) && i + 1 < to &&
            list[i + 1].kind == PART_QUANTITY && list[i + 1].value[0])
            return true;
    return false;
}

/* "contraindication to": what it is about comes next. */
static bool ends_open(const clause *c, const part *p)
{
    const char *end = c->text + p->span.end;

    if (p->kind != PART_OF && p->kind != PART_FILL && p->kind != PART_JUDGE)
        return false;
    return p->kind == PART_OF || part_is(c, p, "to") || part_is(c, p, "for") ||
           (p->span.end - p->span.start > 4 &&
            (memcmp(end - 3, " to", 3) == 0 || memcmp(end - 4, " for", 4) == 0));
}

/* "30 pack years of smoking or at least 20 years": the same for so long. */
static bool lasts_next(const part *list, size_t from, size_t to)
{
    bool lasts = false;

    for (size_t i = from; i < to && !part_divides(list[i].kind); i++) {
        if (list[i].kind == PART_THING || list[i].kind == PART_WORD)
            return false;
        lasts = lasts || list[i].kind == PART_DURATION;
    }
    return lasts;
}

/* "Surgery under general anesthesia": how it is done. */
static bool done_under(const clause *c, const part *list, size_t i, size_t to)
{
    size_t k = i + 1;

    while (k < to && (list[k].kind == PART_QUAL || list[k].kind == PART_FILL))
        k++;
    return list[i].kind == PART_CURRENT && part_is(c, &list[i], "under") && i > 0 &&
           list[i - 1].kind == PART_THING && list[i - 1].hit.thing && k < to &&
           list[k].kind == PART_THING && list[k].hit.thing &&
           list[i - 1].hit.thing->category == CATEGORY_PROCEDURE &&
           list[k].hit.thing->category == CATEGORY_PROCEDURE;
}

/* "... is expected to exceed 550 mg": the bound of what stands before it. */
static bool expects_bound(const part *list, size_t i, size_t to)
{
    if (list[i].kind != PART_PLANNED)
        return false;
    for (i++; i < to && list[i].kind == PART_FILL;)
        i++;
    return i < to && list[i].kind == PART_QUANTITY && strcmp(list[i].value, "bound") == 0;
}

/* "is on insulin", "patient has asthma" */
static bool begins_with_verb(const clause *c, const part *list, size_t from, size_t to, bool first)
{
    while (first && from < to && list[from].kind == PART_PERSON)
        from++;
    return from < to && list[from].kind != PART_THING && list[from].kind != PART_WORD &&
           role_may_begin(ROLE_COPULA, c->text[list[from].span.start]) &&
           (part_first_role(c, &list[from]) & ROLE_COPULA);
}

/* "... or have asthma", "... and patients having asthma", "... or who have", "patients with": it
 * says what they have now, whatever stood before it. */
static bool begins_with_having(const clause *c, const part *list, size_t from, size_t to)
{
    bool people = false;

    for (; from < to && (list[from].kind == PART_PERSON || list[from].kind == PART_WITH); from++) {
        eligo_span s = list[from].span;

        if (list[from].kind == PART_PERSON)
            people = true;
        else if (people || roles_of_last(c->text + s.start, s.end - s.start) & ROLE_COPULA)
            return true;
    }
    return begins_with_verb(c, list, from, to, false);
}

/* "All smokers", "all patients with asthma": whoever is so, and not "all patients must have
 * asthma". */
static bool begins_with_all(const clause *c, const part *list, size_t from, size_t to)
{
    eligo_span s = list[from].span;

    if (part_is(c, &list[from], "all"))
        return true;
    if (list[from].kind != PART_PERSON ||
        !text_starts_nocase(c->text + s.start, s.end - s.start, "all ") || from + 1 >= to ||
        list[from + 1].kind == PART_MUST || begins_with_verb(c, list, from + 1, to, false))
        return false;
    s = list[from + 1].span;
    return list[from + 1].kind != PART_WITH ||
           !(roles_of_last(c->text + s.start, s.end - s.start) & ROLE_COPULA);
}

bool part_ends_in_to(const clause *c, const part *p)
{
    return p->span.end - p->span.start > 3 &&
           text_equal_nocase(c->text + p->span.end - 3, 3, " to");
}

/* Behind "naive" at i - 1: does a thing stand next, and no word that only goes with what stands
 * before it ("HIV-uninfected status")? */
static bool names_next(const clause *c, const part *list, size_t i, size_t to)
{
    if (part_ends_in_to(c, &list[i - 1])) /* "treatment-naive to chemotherapy" */
        return false;
    while (i < to && (list[i].kind == PART_FILL || list[i].kind == PART_QUAL ||
                      list[i].kind == PART_PERSON || list[i].kind == PART_DASH))
        i++;
    return i < to && (list[i].kind == PART_SEX || /* "HIV-uninfected men" */
                      (list[i].kind == PART_THING && list[i].hit.thing) ||
                      (list[i].kind == PART_WORD && !list[i].roles));
}

/* "A or B, living in C", "A or B, receiving C": what follows is asked of whoever has one of them.
 * Among what bars it may be one more of the list, and in a list by commas alone it is. */
static bool participle_behind_or(const clause *c, const entries *e, const part *list, size_t start,
                                 size_t end)
{
    const entry *last = e->count ? &e->at[e->count - 1] : NULL;
    const part *p = &list[start];
    size_t verb;

    if (c->exclusion || !last || (last->link != PART_OR && last->link != PART_ANDOR) ||
        last->item.negated || last->item.judge || last->item.quantity_count ||
        !parts_name_something(list, start, end))
        return false;
    for (verb = p->span.start; verb < p->span.end && c->text[verb] != ' ';)
        verb++;
    return roles_all(c->text + p->span.start, verb - p->span.start) & ROLE_STAYS;
}

/* "asthma or gout aged over 40": the age that begins at i, behind what [start, i) names. */
static bool age_behind(const part *list, size_t start, size_t i, size_t to)
{
    bool named = false;

    for (size_t k = start; k < i; k++) {
        if (list[k].kind == PART_QUANTITY || list[k].kind == PART_AGEWORD ||
            list[k].kind == PART_NOT || list[k].kind == PART_JUDGE)
            return false;
        named = named || (list[k].kind == PART_THING && list[k].hit.thing &&
                          list[k].hit.thing->category != CATEGORY_DEMOGRAPHIC);
    }
    if (!named)
        return false;
    if (list[i].kind == PART_AGEWORD)
        for (i++; i < to && (list[i].kind == PART_FILL || list[i].kind == PART_AGEWORD);)
            i++;
    return i < to && list[i].kind == PART_QUANTITY && list[i].age;
}

/* "Asthma, mild or moderate, without COPD", "colitis, extensive, for 6 months": where what stands
 * behind the comma at i says of what kind the thing before it is, and nothing of what follows the
 * next comma: that one; 0: it does not. */
static size_t kind_behind(const part *list, size_t start, size_t i, size_t to)
{
    size_t k = i + 1;
    bool degrees = true;

    if (list[i].kind != PART_COMMA || !parts_name_subject(list, start, i))
        return 0;
    for (; k < to && (list[k].kind == PART_QUAL || list[k].kind == PART_WORD ||
                      (k > i + 1 && (list[k].kind == PART_OR || list[k].kind == PART_SLASH)));
         k++)
        degrees = degrees && list[k].kind != PART_WORD;
    if (k == i + 1 || k + 1 >= to || list[k].kind != PART_COMMA)
        return 0;
    switch (list[k + 1].kind) {
    case PART_NOT:
    case PART_WINDOW:
    case PART_DURATION: return k;
    case PART_OR: /* "asthma, severe, or gout" */
    case PART_THING: return degrees ? k : 0;
    case PART_AND: /* "asthma, severe, and on omalizumab" */
        return k + 2 < to && (degrees || list[k + 2].kind == PART_NOT) ? k : 0;
    case PART_HISTORY: /* "breast cancer, metastatic, treated with tamoxifen" */
        return text_is(list[k + 1].value, "treated") && parts_find(list, i + 1, k, PART_WORD) == k
                   ? k
                   : 0;
    default: return 0;
    }
}

/* A list being cut at its connectives. */
typedef struct splitting {
    const clause *c;
    const part *list;
    size_t from, to;
    kind_set kinds; /* that stand in it */
    entries e;
    size_t room;
    size_t start;    /* of the piece that is being read */
    naming names;    /* of it */
    size_t seen;     /* parts_follow() has looked so far */
    size_t kind_end; /* up to that comma a piece goes on with its kind; 0: it does not */
    part_kind link;  /* what stands before it */
    bool loose, both, either, example, included, causes, grown;
    bool who, aged;   /* it is tied by "who", by "aged" */
    bool accompanies; /* ... by "associated with" */
} splitting;

/* Where one of these stands, a piece mostly ends. */
#define PIECE_KINDS                                                                                \
    (LINK_KINDS | KIND(PART_DASH) | KIND(PART_SEMICOLON) | KIND(PART_INCLUDE) | TIE_KINDS)
/* Only where one of these stands, or behind "naive", may a piece end. */
#define CUT_KINDS (PIECE_KINDS | KIND(PART_JUDGE) | KIND(PART_FILL) | AGE_KINDS)
/* "A without B", "A with B": both, tighter than any list. */
#define TIE_KINDS                                                                                  \
    (KIND(PART_NOT) | KIND(PART_WITH) | KIND(PART_CURRENT) | KIND(PART_HISTORY) |                  \
     KIND(PART_PLANNED) | KIND(PART_NEED))
/* An age begins with them. */
#define AGE_KINDS (KIND(PART_QUANTITY) | KIND(PART_AGEWORD))

static bool may_cut(const splitting *s, size_t i)
{
    return i == s->to || part_kinds(&s->list[i]) & CUT_KINDS ||
           (i > s->start && s->list[i - 1].kind == PART_NAIVE);
}

static bool names_before(splitting *s, size_t i)
{
    return parts_name_before(&s->names, s->list, s->start, i);
}

/* "malaria ruled out", "malaria not present on a smear": is part i of a denial of what stands
 * before it? */
static bool denies_behind(const splitting *s, size_t i)
{
    return denial_behind(s->c, s->list, i, s->to) > i ||
           (i > s->start && denial_behind(s->c, s->list, i - 1, s->to) > i);
}

/* "Any medical condition associated with bleeding": which, and no bleeding beside it. */
static bool says_which(const splitting *s, size_t i)
{
    enum { BEFORE = 8 };
    const part *p = &s->list[i];

    if (p->kind != PART_WITH ||
        !memmem(s->c->text + p->span.start, p->span.end - p->span.start, "associat", 8))
        return false;
    for (size_t k = i; k > s->start && i - k < BEFORE; k--)
        if (s->list[k - 1].kind == PART_THING)
            return s->list[k - 1].hit.thing && s->list[k - 1].hit.thing->flags & CONCEPT_WEAK;
    return false;
}

/* Does something that is said of what stands before it begin at i, with no connective? */
static bool ties(splitting *s, size_t i)
{
    const part *p = &s->list[i];

    if (part_kinds(p) & TIE_KINDS)
        return !says_which(s, i) && names_before(s, i) && !denies_behind(s, i) &&
               parts_follow(s->list, i + 1, s->to, &s->seen) &&
               !done_under(s->c, s->list, i, s->to) && !expects_bound(s->list, i, s->to);
    /* "fever and either cough or dyspnea", among what bars: fever with one of them */
    if (p->kind == PART_AND)
        return s->c->exclusion && i + 2 < s->to && p[1].kind == PART_OR &&
               text_is(p[1].value, "either") && names_before(s, i) &&
               parts_follow(s->list, i + 1, s->to, &s->seen);
    /* "sleep apnea indicated for surgery": both */
    if (p->kind == PART_JUDGE)
        return text_is(p->value, "candidacy") && names_before(s, i);
    /* "women of childbearing age are pregnant": the group, and what is said of it */
    return p->kind == PART_FILL && i + 1 < s->to && p[1].kind == PART_THING && p[1].hit.thing &&
           (part_is(s->c, p, "are") || part_is(s->c, p, "is")) &&
           (i == s->start || p[-1].kind != PART_WHO) && /* "whose partner is pregnant" */
           names_before(s, i);
}

/* "A, B or C aged over 40": the age may be asked of whoever has one of them. */
static bool ties_age(const splitting *s, size_t i)
{
    return i > s->start && s->e.count > 0 &&
           (s->link == PART_OR || s->link == PART_ANDOR || s->link == PART_SLASH) &&
           age_behind(s->list, s->start, i, s->to);
}

/* "chemotherapy-naive lung cancer": both */
static bool ties_naive(splitting *s, size_t i)
{
    return i > s->start && s->list[i - 1].kind == PART_NAIVE && names_before(s, i) &&
           names_next(s->c, s->list, i, s->to);
}

/* "1 exacerbation while on LAMA/LABA", of an unknown thing: both drugs narrow it. */
static bool narrows_by_two(const splitting *s, size_t i)
{
    bool word = false;

    if (s->list[i].kind != PART_SLASH || i < s->start + 3 || !part_drug(&s->list[i - 1]) ||
        !part_drug(&s->list[i + 1]) || s->list[i - 2].kind != PART_CURRENT)
        return false;
    for (size_t k = s->start; k + 2 < i; k++) {
        if (s->list[k].kind == PART_THING)
            return false;
        word = word || s->list[k].kind == PART_WORD;
    }
    return word;
}

/* "due to", "limiting" at i */
static bool causes(const splitting *s, size_t i)
{
    return i < s->to && s->list[i].kind == PART_CAUSED && !text_is(s->list[i].value, "need");
}

/* Is it no end of a piece, though it looks like one? */
static bool goes_on(const splitting *s, size_t i)
{
    const part *p = &s->list[i];

    if (i + 1 >= s->to)
        return false;
    if (p->kind == PART_COMMA) /* "asthma, limiting exercise", "renal failure, (not) due to gout":
                                  of what stands before it; "contraindication to, metformin": the
                                  list goes on inside */
        return (causes(s, i + 1 + (p[1].kind == PART_NOT)) &&
                parts_name_something(s->list, s->start, i)) ||
               (i > s->start && p[1].kind == PART_THING && ends_open(s->c, p - 1));
    /* "stay - less than 3 days": the bound of what stands before it */
    return narrows_by_two(s, i) ||
           (p->kind == PART_DASH && i > s->start && p[-1].kind == PART_THING &&
            p[1].kind == PART_QUANTITY && text_is(p[1].value, "bound"));
}

/* Room for one more entry, which nothing is said of yet but what stands before it; NULL: there is
 * none. */
static entry *add_entry(splitting *s)
{
    entry *x;

    if (!arena_grow(s->c->arena, (void **)&s->e.at, s->e.count, &s->room, sizeof *s->e.at))
        return NULL;
    x = &s->e.at[s->e.count++];
    memset(x, 0, offsetof(entry, item));
    x->link = s->e.count == 1 ? PART_END : s->link;
    x->loose = s->loose;
    x->both = s->both;
    x->example = s->example;
    return x;
}

/* "Prednisone > 10 mg/day for gout or asthma": does what stands at i say what it is for? */
static bool aims_at(const splitting *s, size_t i)
{
    bool drug = false;

    for (size_t k = s->start; k < i; k++)
        drug = drug || part_drug(&s->list[k]);
    while (i + 1 < s->to && (s->list[i].kind == PART_DURATION || s->list[i].kind == PART_WINDOW))
        i++;
    return drug && part_aims(s->c, &s->list[i]);
}

/* "On two occasions", "at 2 visits", in [from, to): how often, and no alternative. */
static bool says_how_often(const splitting *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        eligo_span w = s->list[i].span;

        if ((s->list[i].kind == PART_WORD || s->list[i].kind == PART_THING) &&
            roles_of_last(s->c->text + w.start, w.end - w.start) & ROLE_REPEATED)
            return true;
    }
    return false;
}

/* "Steroids > 10 mg of prednisone or methotrexate": is the dose of a class given in the drug that
 * stands behind it, so that the connective at i, behind which none of the class stands, goes on
 * with the list? */
static bool dose_given_in(const splitting *s, size_t behind, size_t i)
{
    const concept *class = NULL;
    const part *next;

    for (size_t k = s->start; k < behind; k++)
        if (part_drug(&s->list[k]))
            class = s->list[k].hit.thing;
    while (behind < i && (s->list[behind].kind == PART_OF || s->list[behind].kind == PART_FILL))
        behind++;
    if (!class || behind == i || s->list[behind].kind != PART_THING)
        return false;
    if (part_drug(&s->list[behind]) && !concept_is(s->list[behind].hit.thing, class))
        return false;
    while (++i < s->to && s->list[i].kind == PART_FILL)
        ;
    next = i < s->to ? &s->list[i] : NULL;
    return next && !(part_drug(next) && concept_is(next->hit.thing, class));
}

/* "More than 500 mL of blood or surgery": what ends at `behind` is so much of what follows, and no
 * other thing is asked of that amount. */
static bool amount_of(const splitting *s, size_t behind)
{
    const part *q = behind > s->start ? &s->list[behind - 1] : NULL;

    for (size_t k = s->start; k < behind; k++)
        if (part_drug(&s->list[k])) /* "steroids > 10 mg of prednisone or B" */
            return false;
    return q && q->kind == PART_QUANTITY && q->unit.text && !q->period && !q->age && !q->relative &&
           !unit_is(q, "%") && behind < s->to && s->list[behind].kind == PART_OF;
}

/* "18 years or older at clinic A or B": the alternatives, of which one ends at i, are what stands
 * behind the bound, not the bound. */
static void split_bound(splitting *s, size_t i)
{
    size_t behind;
    entry *x;

    if (i == s->to || (s->list[i].kind != PART_OR && s->list[i].kind != PART_SLASH) || s->either)
        return;
    behind = bound_end(s->list, s->start, i);
    if (behind >= i || amount_of(s, behind) || aims_at(s, behind) || dose_given_in(s, behind, i) ||
        says_how_often(s, behind, i) || bounded_next(s->list, i + 1, s->to) ||
        bounds_later(s->list, i + 1, s->to) || lasts_next(s->list, i + 1, s->to) ||
        s->e.count >= LIST_ITEMS || !(x = add_entry(s)))
        return;
    item_read(s->c, s->list, s->start, behind, &x->item);
    s->link = PART_WITH;
    s->loose = s->both = false;
    s->start = behind;
}

/* Where the words of a stage or class end that begin at i, "stage III or IV", "NYHA class II"; i:
 * none do. */
static size_t stage_end(const splitting *s, size_t i, size_t to)
{
    const part *p = &s->list[i], *q = p + 1;

    if (i + 1 >= to || q->kind != PART_QUANTITY || q->unit.text || q->period || q->pair ||
        (p->kind == PART_THING
             ? p->hit.thing || !p->hit.quantity || p->hit.quantity->category != CATEGORY_SCORE ||
                   !text_is(q->value, "grade")
             : p->kind != PART_WORD || !(p->roles & ROLE_STAGE)))
        return i;
    return i + 2;
}

/* The condition that stands first behind the connective at i, where those before it are words that
 * may be of it ("breast, lung or colon cancer"); NULL: something else stands there. */
static const part *condition_next(const splitting *s, size_t i)
{
    for (; i < s->to; i++) {
        const part *p = &s->list[i];

        if (p->kind == PART_THING)
            return p->hit.thing && p->hit.thing->category == CATEGORY_CONDITION ? p : NULL;
        if (p->kind != PART_WORD && p->kind != PART_FILL && p->kind != PART_QUAL &&
            p->kind != PART_OR && p->kind != PART_AND && p->kind != PART_COMMA &&
            p->kind != PART_ANDOR && p->kind != PART_SLASH)
            return NULL;
    }
    return NULL;
}

/* The condition that [from, to) names by itself; NULL: none. */
static const part *own_condition(const splitting *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (s->list[i].kind == PART_THING && s->list[i].hit.thing &&
            s->list[i].hit.thing->category == CATEGORY_CONDITION)
            return &s->list[i];
    return NULL;
}

static bool is_cancer(const clause *c, const part *p)
{
    const concept *cancer = lexicon_landmark(c->lx, LANDMARK_MALIGNANCY);

    return cancer && concept_is(p->hit.thing, cancer);
}

/* Does another stage follow, which is of what stands behind it? */
static bool staged_again(const splitting *s, size_t i)
{
    for (; i < s->to; i++)
        if (s->list[i].kind == PART_QUANTITY)
            return true;
    return false;
}

/* Where the words of a result end that begin at i, "HER2-positive", "ALK-positive"; i: none do. */
static size_t result_end(const splitting *s, size_t i, size_t to)
{
    const part *p = &s->list[i];
    size_t behind = i + 1;

    if (i >= to)
        return i;
    if (p->kind == PART_THING && !(p->hit.quantity && p->hit.quantity->flags & CONCEPT_POSITIVE))
        return i;
    if (p->kind != PART_THING && p->kind != PART_WORD)
        return i;
    while (p->kind == PART_WORD && behind < to && s->list[behind].kind == PART_WORD)
        behind++;
    if (behind < to && s->list[behind].kind == PART_QUAL &&
        (text_is(s->list[behind].value, "result:positive") ||
         text_is(s->list[behind].value, "result:negative")) &&
        (p->kind == PART_THING || s->list[behind].joined ||
         status_named(s->c->lx, s->c->arena, s->c->text, p->span)))
        return behind + 1;
    if (p->kind == PART_WORD)
        return i;
    return status_ends(s->c, p->span) ? i + 1 : i;
}

/* The part behind the people that the piece up to i begins with, and "with": "patients with a
 * confirmed". */
static size_t past_people(const splitting *s, size_t i)
{
    size_t at = s->start;

    while (at < i &&
           (s->list[at].kind == PART_FILL || s->list[at].kind == PART_PERSON ||
            s->list[at].kind == PART_WITH ||
            (s->list[at].kind == PART_QUAL && text_is(s->list[at].value, "certainty:confirmed"))))
        at++;
    return at;
}

/* "Stage III or IV breast, lung or colon cancer", "HER2-positive advanced or metastatic cancer":
 * the stage or result is no part of the first of the list, but stands before all of it. */
static void split_before(splitting *s, size_t i)
{
    size_t at = s->start, stage, behind;
    const part *of, *own;
    entry *x;

    if (s->start >= i || i == s->to)
        return;
    if (!s->e.count || s->link == PART_WITH)
        at = past_people(s, i);
    stage = s->e.count && s->link != PART_WITH ? at : stage_end(s, at, i);
    behind = stage > at ? stage : result_end(s, at, i);
    if (behind == at || behind >= i ||
        (s->list[behind].kind != PART_WORD && s->list[behind].kind != PART_THING &&
         (stage > at || s->list[behind].kind != PART_QUAL)) ||
        !(of = condition_next(s, i)) || staged_again(s, i))
        return;
    own = own_condition(s, behind, i);
    /* "stage III lung cancer, gout or asthma" */
    if ((own && !(is_cancer(s->c, own) && is_cancer(s->c, of))) || !(x = add_entry(s)))
        return;
    item_read(s->c, s->list, s->start, behind, &x->item);
    x->item.staged = stage > at ? of : NULL;
    x->leads = true;
    x->first = own;
    /* "HR-positive, HER2-negative advanced or metastatic cancer": each of them */
    for (size_t k = s->e.count - 1; k > 0 && status_result(&x[-1].item); k--) {
        if (x->link != PART_COMMA && x->link != PART_AND)
            break;
        x->link = PART_WITH;
        (--x)->leads = true;
    }
    s->link = PART_WITH;
    s->loose = s->both = false;
    s->start = behind;
}

/* "Gout, on allopurinol", "A or B, treated with C", where the last entry begins: is it what those
 * before it are treated with? */
static bool treats_those_before(const splitting *s)
{
    const item *before = s->e.count > 1 ? &s->e.at[s->e.count - 2].item : NULL;

    return before &&
           (s->c->exclusion ? before->subject.category == CATEGORY_CONDITION ||
                                  s->e.at[0].item.subject.category == CATEGORY_CONDITION
                            : s->e.count == 2) &&
           list_treated_with(s->c, s->list, s->start, s->to);
}

/* "Stage II HER2-negative breast cancer", "HER2-negative stage IV breast cancer": the stage, and
 * the result of a test, are each of the cancer; neither is of the other. */
static void split_stage_from_result(splitting *s, size_t i)
{
    size_t at = s->start, stage, result, behind;
    const part *of;
    entry *x;

    while (at < i && (s->list[at].kind == PART_FILL || s->list[at].kind == PART_PERSON ||
                      s->list[at].kind == PART_WITH))
        at++;
    stage = stage_end(s, at, i);
    result = result_end(s, at, i);
    behind = stage > at && result_end(s, stage, i) > stage     ? stage
             : result > at && stage_end(s, result, i) > result ? result
                                                               : at;
    of = behind > at ? own_condition(s, behind, i) : NULL;
    if (!of && behind > at)
        of = condition_next(s, i);
    if (!of || s->e.count >= LIST_ITEMS || !(x = add_entry(s)))
        return;
    item_read(s->c, s->list, s->start, behind, &x->item);
    x->item.staged = behind == stage ? of : NULL;
    x->leads = true;
    x->first = of;
    s->link = PART_WITH;
    s->loose = s->both = false;
    s->start = behind;
}

/* "Heart rate < 50, without beta blockers", among what bars: the limit, for those who take none. */
static bool lacks_beside_limit(const splitting *s)
{
    const item *before = s->e.count > 1 ? &s->e.at[s->e.count - 2].item : NULL;

    return before && s->c->exclusion && s->list[s->start].kind == PART_NOT &&
           part_is_any(s->c, &s->list[s->start], saying_lacks) && before->quantity_count &&
           before->has_subject && !before->age && !before->negated;
}

/* "A or B, whose C", "A or B, with C": no more of the list, but what narrows it? */
static bool trails(const splitting *s, const entry *x, size_t i)
{
    const part *first = &s->list[s->start];

    return x->link == PART_COMMA && !s->loose &&
           (starts_relative(s->c, first) || starts_currently_with(s->c, s->list, s->start, i) ||
            participle_behind_or(s->c, &(entries){.at = s->e.at, .count = s->e.count - 1}, s->list,
                                 s->start, i) ||
            treats_those_before(s) || lacks_beside_limit(s) ||
            (first->kind == PART_CAUSED && text_is(first->value, "need"))) &&
           !(s->e.at[0].item.negated && part_is(s->c, first, "with"));
}

/* Brackets group: what is in them is one item, with a negation before it. */
static void read_group(const splitting *s, entry *x, size_t i)
{
    bool negated = x->item.negated;

    if (s->kinds & KIND(PART_BRACKET) && s->c->depth < CLAUSE_DEPTH)
        x->group = group_of(s->c, s->list, s->start, i);
    if (!x->group)
        return;
    memset(&x->item, 0, sizeof x->item);
    x->item.negated = negated;
    x->item.span = x->group->span;
    x->item.in = s->list;
    x->item.from = s->start;
    x->item.to = i;
}

/* "Defined as", "i.e.": what stands behind is what is meant. */
static bool defines_as(const part *p)
{
    return p->kind == PART_DEFINED && (text_is(p->value, "as") || text_is(p->value, "ie"));
}

/* "Severe bleeding, defined as A or B": how bad it must be is what that says. */
static void drop_degree(item *x, const part *defined)
{
    size_t n = 0;

    if (!text_is(defined->value, "as"))
        return;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (!text_is(x->qualifiers[i].kind, "severity") &&
            !text_is(x->qualifiers[i].kind, "significance"))
            x->qualifiers[n++] = x->qualifiers[i];
    x->qualifier_count = n;
}

/* "(asthma, COPD or fibrosis)": what a bracket lists are entries as well. */
static void split_bracket(splitting *s, const part *b)
{
    clause in = *s->c;
    entries inner;
    entry *owner = s->e.count ? &s->e.at[s->e.count - 1] : NULL;
    bool cited;

    if (!bracket_lists(s->c, owner ? item_last_thing(&owner->item) : NULL, b))
        return;
    if (owner && b->inside[0].kind == PART_DEFINED && text_is(b->inside[0].value, "as") &&
        owner->item.has_subject &&
        parts_find(b->inside, 0, b->inside_count, PART_NOT) == b->inside_count) {
        owner->specified = owner->meant = true;
        drop_degree(&owner->item, &b->inside[0]);
    }
    in.depth++;
    inner = list_split(&in, b->inside, 0, b->inside_count);
    cited = parts_find(b->inside, 0, b->inside_count, PART_INCLUDE) < b->inside_count;
    /* "one or more risk factors (A, B, C)": each of these is one */
    if (owner && owner->item.any_before && !owner->item.subject.concept &&
        !owner->item.thing_count && !owner->item.qualifier_count && !cited && inner.count > 1)
        owner->meant = true;
    s->e.overflow = s->e.overflow || inner.overflow || s->e.count + inner.count > LIST_ITEMS;
    for (size_t m = 0; m < inner.count && s->e.count < LIST_ITEMS; m++) {
        entry *x;

        if (!arena_grow(s->c->arena, (void **)&s->e.at, s->e.count, &s->room, sizeof *s->e.at))
            break;
        x = &s->e.at[s->e.count++];
        *x = inner.at[m];
        x->example = x->bracketed = true;
        x->cited = cited;
        x->link = PART_COMMA;
    }
}

/* The piece that ends at i as an entry. False: there are too many, or no room. */
static bool add_piece(splitting *s, size_t i)
{
    entry *x;
    bool group;

    if (!parts_any_content(s->list, s->start, i) &&
        !(i > s->start && parts_name_something(s->list, s->start, i)))
        return true;
    if (s->e.count >= LIST_ITEMS) {
        s->e.overflow = true;
        return false;
    }
    if (!(x = add_entry(s)))
        return false;
    x->trailing = trails(s, x, i);
    x->parted = x->trailing && (s->list[s->start].kind == PART_CAUSED ||
                                (s->c->exclusion && treats_those_before(s)));
    if (x->trailing)
        x->link = PART_WITH;
    x->trailing = x->trailing || s->aged;
    x->accompanies = s->accompanies;
    x->verb = begins_with_verb(s->c, s->list, s->start, i, s->e.count == 1);
    x->having = begins_with_having(s->c, s->list, s->start, i);
    x->either = s->either;
    x->all = begins_with_all(s->c, s->list, s->start, i);
    x->anew = s->link == PART_OR &&
              (s->list[s->start].kind == PART_WITH || s->list[s->start].kind == PART_SEX);
    x->included = s->example && s->included;
    x->who =
        s->who || ((x->trailing || x->link == PART_AND) && starts_who(s->c, &s->list[s->start]));
    item_read(s->c, s->list, s->start, i, &x->item);
    x->item.tied = x->link == PART_WITH;
    x->item.grown = x->item.grown || s->grown;
    x->item.of_age = s->grown;
    s->grown = false;
    read_group(s, x, i);
    group = x->group != NULL;
    /* an item with a bound of its own goes on with the list that the examples interrupted */
    if (s->example && x->item.judge)
        x->example = s->example = false;
    if (s->example && s->causes) /* "confusion of any cause, including A or B": no A by itself */
        item_qualify(s->c, &x->item, "other", "example", x->item.subject.span, NULL);
    if (s->kinds & KIND(PART_BRACKET) && s->c->depth < CLAUSE_DEPTH && !group)
        for (size_t k = s->start; k < i; k++)
            if (s->list[k].kind == PART_BRACKET)
                split_bracket(s, &s->list[k]);
    s->link = PART_END;
    s->loose = s->both = s->either = false;
    return true;
}

/* "Due to the magnet, patients with a pacemaker": why, and nothing that is asked. */
static bool gives_reason(const splitting *s, size_t i)
{
    const part *first = &s->list[s->from];

    return s->e.count == 1 && s->start == s->from && s->list[i].kind == PART_COMMA &&
           first->kind == PART_CAUSED && !text_is(first->value, "need") &&
           parts_name_something(s->list, i + 1, s->to);
}

/* "surgery, i.e. A or B": those are meant by it. */
static bool specifies(const splitting *s, size_t i)
{
    const entry *x = s->e.at;

    return s->list[i].kind == PART_COMMA && i + 1 < s->to && s->e.count == 1 && !x->example &&
           defines_as(&s->list[i + 1]) && x->item.has_subject && !x->item.quantity_count &&
           !x->item.judge && parts_name_something(s->list, i + 2, s->to) &&
           parts_find(s->list, i + 2, s->to, PART_NOT) == s->to; /* "defined as no A" */
}

/* What the sign or word at i says of the piece behind it. */
static void link_next(splitting *s, const part *p)
{
    if (p->kind == PART_COMMA || p->kind == PART_DASH || p->kind == PART_SEMICOLON) {
        if (s->link == PART_END)
            s->link = PART_COMMA;
        else
            s->loose = s->loose || s->link == PART_COMMA;
        return;
    }
    if (s->link == PART_COMMA || (p->capitals && p->kind != PART_ANDOR))
        s->loose = true;
    s->link = p->kind;
}

/* Behind the piece that ended at i the next one begins; the last part of what stands between them.
 */
static size_t begin_next(splitting *s, size_t i, bool tight, bool age)
{
    const part *p = &s->list[i];
    bool reason = gives_reason(s, i);

    s->start = i + 1;
    if (reason) {
        clause_take(s->c, parts_span(s->list, s->from, i));
        s->e.count = 0;
        s->link = PART_END;
        return i;
    }
    s->who = age || (tight && p->kind == PART_WITH && starts_who(s->c, p));
    s->aged = age;
    s->accompanies = tight && p->kind == PART_WITH && p->value && *p->value;
    if (tight) {
        s->link = PART_WITH;
        s->start = p->kind == PART_WITH || p->kind == PART_FILL || p->kind == PART_AND ? i + 1 : i;
    } else if (specifies(s, i)) {
        s->e.at[0].specified = true;
        s->e.at[0].meant = text_is(s->list[i + 1].value, "as");
        drop_degree(&s->e.at[0].item, &s->list[i + 1]);
        s->included = false;
        s->example = true;
        s->start = i + 2;
        return i + 1;
    } else if (p->kind == PART_INCLUDE) {
        size_t k = i > s->from && s->list[i - 1].kind == PART_COMMA ? i - 1 : i;

        s->causes = k > s->from && s->list[k - 1].kind == PART_FILL &&
                    text_is(s->list[k - 1].value, "cause");
        s->included =
            text_starts_nocase(s->c->text + p->span.start, p->span.end - p->span.start, "includ");
        s->example = s->e.count > 0;
    } else
        link_next(s, p);
    return i;
}

/* Looks at what the list is made of, and takes room for as many pieces as it seems to have: nearly
 * always enough. */
static bool reserve_entries(splitting *s)
{
    enum { MOST = 16 };
    size_t n = 1;

    for (size_t i = s->from; i < s->to; i++) {
        kind_set k = part_kinds(&s->list[i]);

        s->kinds |= k;
        n += (k & PIECE_KINDS) != 0;
    }
    return arena_reserve(s->c->arena, (void **)&s->e.at, &s->room, n < MOST ? n : MOST,
                         sizeof *s->e.at);
}

/* "Children with mild, moderate or severe asthma", "elderly patients with asthma": people of some
 * age, which is no limit, before what they have. */
static bool ages_alone(const splitting *s, size_t i)
{
    bool age = false;

    if (s->list[i].kind != PART_WITH || i + 1 >= s->to ||
        !text_starts_nocase(s->c->text + s->list[i].span.start,
                            s->list[i].span.end - s->list[i].span.start, "with"))
        return false;
    for (size_t k = 0; k < s->e.count; k++)
        if (!s->e.at[k].item.of_age && !item_age_alone(s->c, &s->e.at[k].item))
            return false;
    for (size_t k = s->start; k < i; k++)
        if (s->list[k].kind == PART_WORD && word_of_any_age(s->list[k].roles))
            age = true;
        else if (s->list[k].kind != PART_FILL && s->list[k].kind != PART_PERSON)
            return false;
    switch (s->list[i + 1].kind) {
    case PART_QUAL:
    case PART_CURRENT:
    case PART_HISTORY:
    case PART_PLANNED: return age;
    case PART_THING: /* "(BMI up to 48 if under 50 years)" is said of adults */
        return age && s->list[i + 1].hit.thing &&
               parts_find(s->list, i, s->to, PART_BRACKET) == s->to;
    default: return false;
    }
}

entries list_split(const clause *c, const part *list, size_t from, size_t to)
{
    splitting s = {.c = c,
                   .list = list,
                   .from = from,
                   .to = to,
                   .start = from,
                   .names = {.from = from, .to = from},
                   .seen = from};

    if (!reserve_entries(&s))
        return s.e;
    for (size_t i = from; i <= to; i++) {
        bool age, tight, cut;

        if (!may_cut(&s, i))
            continue;
        tight = i < to && ties(&s, i);
        age = i < to && ties_age(&s, i);
        tight = tight || age || (i < to && ties_naive(&s, i));
        if (i < to && !tight && ages_alone(&s, i)) {
            clause_take(c, parts_span(list, s.start, i));
            s.start = i + 1;
            s.grown = true;
            continue;
        }
        cut = tight || i == to || part_divides(list[i].kind) || list[i].kind == PART_INCLUDE;
        if (i < to && list[i].kind == PART_AND && text_is(list[i].value, "both")) {
            s.both = true;
            cut = false;
        } else if (i < to && list[i].kind == PART_OR && text_is(list[i].value, "either")) {
            s.either = true;
            cut = false;
        }
        if (!cut || (i < to && goes_on(&s, i)))
            continue;
        if (i >= s.kind_end)
            s.kind_end = i < to ? kind_behind(list, s.start, i, to) : 0;
        if (i < s.kind_end)
            continue;
        split_stage_from_result(&s, i);
        split_before(&s, i);
        split_bound(&s, i);
        if (!add_piece(&s, i) || i == to)
            break;
        i = begin_next(&s, i, tight, age);
    }
    /* "A, B or both" */
    if (to > from + 2 && s.e.count > 1 && list[to - 1].kind == PART_AND &&
        list[to - 2].kind == PART_OR && s.e.at[s.e.count - 1].link == PART_COMMA &&
        strcmp(list[to - 1].value, "both") == 0)
        s.e.at[s.e.count - 1].link = PART_OR;
    return s.e;
}
