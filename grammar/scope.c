#include "grammar/clause.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>

/* How the parts of a criterion bind, from the loosest to the tightest:
 *
 *     sentences ;  a colon  unless except  but  if must  OR AND (in capitals)  or and ,  items
 *
 * Each level splits the parts and hands the pieces down. The last level is a list: its items share
 * heads, bounds, tenses and windows (share()), a negation holds over the items that follow it, and
 * where "and" and "or" are mixed without a sign that groups them, both groupings are kept as
 * readings.
 *
 * Every level is linear in its parts; depth is bounded by clause.depth. */

enum { LIST_ITEMS = 512, DEPTH = CLAUSE_DEPTH };

static const rule *sentences(const clause *c, const part *list, size_t from, size_t to);
static const rule *condition(const clause *c, const part *list, size_t from, size_t to);
static const rule *coordination(const clause *c, const part *list, size_t from, size_t to);

static eligo_span span_of(const part *list, size_t from, size_t to)
{
    return from < to ? (eligo_span){list[from].span.start, list[to - 1].span.end}
                     : (eligo_span){0, 0};
}

static bool content(part_kind k)
{
    switch (k) {
    case PART_FILL:
    case PART_PERSON:
    case PART_COMMA:
    case PART_SEMICOLON:
    case PART_PERIOD:
    case PART_COLON:
    case PART_DASH:
    case PART_OF:
    case PART_ON:
    case PART_ANYOF:
    case PART_AND:
    case PART_OR:
    case PART_ANDOR:
    case PART_FOLLOWING:
    case PART_ALLOF:
    case PART_SLASH:
    case PART_END:
    case PART_COUNT:
    case PART_WITH:
    case PART_EXCLUDED: return false;
    default: return true;
    }
}

static bool any_content(const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (content(list[i].kind))
            return true;
    return false;
}

static bool names_something(const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (list[i].kind == PART_THING || list[i].kind == PART_WORD ||
            list[i].kind == PART_QUANTITY || list[i].kind == PART_SEX ||
            list[i].kind == PART_JUDGE || list[i].kind == PART_CONSENT)
            return true;
    return false;
}

/* The first part of a kind in [from, to); `to` where there is none. */
static size_t find(const part *list, size_t from, size_t to, part_kind k)
{
    while (from < to && list[from].kind != k)
        from++;
    return from;
}

list_count scope_count(const part *list, size_t from, size_t to, size_t *at, size_t *past)
{
    list_count n = {.op = RULE_ALL};
    size_t denied = to; /* a negation with nothing named behind it yet */

    for (size_t i = from; i < to; i++) {
        const part *p = &list[i];

        if (p->kind == PART_NOT)
            denied = denied == to ? i : to;
        else if (p->kind == PART_THING || p->kind == PART_WORD || p->kind == PART_BUT ||
                 p->kind == PART_COLON)
            denied = to;
        if (p->kind == PART_COUNT) {
            double low = p->low.given ? p->low.value + (p->low.inclusive ? 0 : 1) : 1;

            n.said = true;
            n.n = low < 1 ? 1 : low > 1000 ? 1000 : (unsigned)low;
            if (p->high.given &&
                (!p->low.given || strcmp(p->value, "=") == 0 || p->low.value != p->high.value)) {
                double high = p->high.value - (p->high.inclusive ? 0 : 1);

                n.limited = true;
                n.most = high < 0 ? 0 : high > 1000 ? 1000 : (unsigned)high;
                if (!p->low.given)
                    n.n = 0;
            }
            n.op = n.n == 1 && !n.limited ? RULE_ANY : RULE_AT_LEAST;
            n.negated = denied < to;
            if (p->value_count) { /* "one or two of the following" */
                n.op = RULE_AT_LEAST;
                n.n = (unsigned)p->values[0];
                n.most = (unsigned)p->values[p->value_count - 1];
                n.limited = n.n > 0 && n.n <= n.most;
            }
            *at = n.negated ? denied : i;
            *past = i + 1;
            return n;
        }
        if (p->kind == PART_ANYOF || p->kind == PART_ALLOF) {
            size_t k = i + 1;

            while (k < to && (list[k].kind == PART_FOLLOWING || list[k].kind == PART_FILL))
                k++;
            n.said = true;
            n.op = p->kind == PART_ANYOF ? RULE_ANY : RULE_ALL;
            n.negated = denied < to; /* "no history of any of the following" */
            *at = n.negated ? denied : i;
            *past = k;
            return n;
        }
        if (p->kind == PART_NOT) {
            size_t k = i + 1;

            while (k < to && (list[k].kind == PART_HISTORY || list[k].kind == PART_CURRENT))
                k++;
            if (k < to && list[k].kind == PART_FOLLOWING) {
                n.said = n.negated = true;
                n.op = RULE_ANY;
                *at = i;
                *past = k + 1;
                return n;
            }
        }
    }
    *at = *past = to;
    return n;
}

/* ---- lists ---- */

typedef struct entry {
    item item;
    part_kind link; /* what stands before it: PART_AND, PART_OR, PART_ANDOR, PART_COMMA, PART_SLASH;
                       PART_END: nothing */
    bool loose;     /* a comma before the connective, or capitals: binds looser */
    bool both, either;
    const rule *rule;
    bool stops;   /* a negation before it does not reach it */
    bool who;     /* tied by "who", "aged": it speaks of the person, not of the thing before it */
    bool example; /* stands behind "including", "such as" */
    const rule *group; /* "(A and B)" standing for an item */
} entry;

typedef struct entries {
    entry *at;
    size_t count;
    bool tied;     /* "with" and "without" are dealt with */
    bool overflow; /* there were more than are read: nothing may be concluded */
} entries;

static bool connective(part_kind k)
{
    return k == PART_AND || k == PART_OR || k == PART_ANDOR || k == PART_COMMA || k == PART_SLASH ||
           k == PART_DASH || k == PART_SEMICOLON;
}

static bool is_word(const clause *c, const part *p, const char *word)
{
    return text_equal_nocase(c->text + p->span.start, p->span.end - p->span.start, word);
}

static bool starts_who(const clause *c, const part *p)
{
    return text_starts_nocase(c->text + p->span.start, p->span.end - p->span.start, "who");
}

/* What is known of the parts [from, to), as `to` goes on: they are asked about at each step. */
typedef struct naming {
    size_t from, to;
    bool named, bare, taken;
} naming;

/* Does a thing or unknown word of content stand in [from, to), and nothing that takes "with" for
 * itself? */
static bool parts_name(naming *n, const part *list, size_t from, size_t to)
{
    if (n->from != from || n->to < from || n->to > to)
        *n = (naming){.from = from, .to = from};
    /* the piece that the cut would end */
    for (; n->to < to; n->to++) {
        const part *p = &list[n->to];

        if (p->kind == PART_JUDGE || p->kind == PART_NEED || p->kind == PART_DEFINED ||
            p->kind == PART_CAUSED)
            n->taken = true;
        if (p->kind == PART_THING || p->kind == PART_SEX)
            n->named = true;
        if (p->kind == PART_QUANTITY) {
            if (p->period || p->unit.text || p->age || p->relative)
                n->named = true;
            else
                n->bare = true; /* a bare number counts what comes next */
        }
    }
    if (to > from && list[to - 1].kind == PART_THING && list[to - 1].hit.thing &&
        strstr(list[to - 1].hit.thing->id, "contact"))
        return false; /* "contact with a tuberculosis patient" */
    return !n->taken && (n->named || (n->bare && list[to].kind == PART_WITH));
}

/* Does something that can be true or false by itself come next? `seen` goes on where it was left,
 * as `from` only grows. */
static bool parts_follow(const part *list, size_t from, size_t to, size_t *seen)
{
    if (*seen < from)
        *seen = from;
    for (; *seen < to; ++*seen) {
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
    bool and = false, or = false;
    clause inner = *c;

    for (size_t i = from; i < to; i++) {
        if (list[i].kind == PART_BRACKET && !b)
            b = &list[i];
        else if (list[i].kind == PART_BRACKET ||
                 (content(list[i].kind) && list[i].kind != PART_NOT))
            return NULL;
    }
    if (!b || !names_something(b->inside, 0, b->inside_count))
        return NULL;
    for (size_t i = 0; i < b->inside_count; i++) {
        and = and || b->inside[i].kind == PART_AND;
        or = or || b->inside[i].kind == PART_OR || b->inside[i].kind == PART_ANDOR;
    }
    if (!and&&! or)
        return NULL;
    inner.depth++;
    inner.exclusion = c->exclusion && !and; /* "(A and B)": both, also among things that bar */
    return scope_rule(&inner, b->inside, 0, b->inside_count);
}

/* Splits at connectives. A run of them (", and") is one; "both" and "either" announce. */
/* Where a piece has a bound and names something behind it: the part behind the bound. `to`: it does
 * not. */
static size_t bound_end(const part *list, size_t from, size_t to)
{
    size_t bound = to;

    for (size_t i = from; i < to; i++) {
        if ((list[i].kind == PART_QUANTITY && list[i].value && list[i].value[0]) ||
            (list[i].kind == PART_BRACKET &&
             find(list[i].inside, 0, list[i].inside_count, PART_QUANTITY) < list[i].inside_count))
            bound = i + 1;
        else if (bound < to && (list[i].kind == PART_THING || list[i].kind == PART_WORD))
            return bound;
        else if (bound < to && list[i].kind == PART_AGEWORD)
            bound = i + 1;
    }
    return to;
}

/* Has the piece up to the next connective a bound of its own? */
static bool bounded_next(const part *list, size_t from, size_t to)
{
    for (size_t i = from; i < to && !connective(list[i].kind); i++)
        if (list[i].kind == PART_QUANTITY)
            return true;
    return false;
}

static entries split(const clause *c, const part *list, size_t from, size_t to)
{
    entries e = {0};
    naming names = {from, from, false, false, false};
    size_t room = 0, start = from, seen = from;
    part_kind link = PART_END;
    bool loose = false, both = false, either = false, example = false, who = false;

    for (size_t i = from; i <= to; i++) {
        bool cut = i == to || connective(list[i].kind) || list[i].kind == PART_INCLUDE,
             tight = false;

        /* "A without B", "A with B": both, tighter than any list */
        if (i < to &&
            (list[i].kind == PART_NOT || list[i].kind == PART_WITH ||
             list[i].kind == PART_CURRENT || list[i].kind == PART_HISTORY ||
             list[i].kind == PART_PLANNED || list[i].kind == PART_NEED) &&
            parts_name(&names, list, start, i) && parts_follow(list, i + 1, to, &seen))
            cut = tight = true;
        /* "women of childbearing age are pregnant": the group, and what is said of it */
        if (i < to && list[i].kind == PART_FILL && i + 1 < to && list[i + 1].kind == PART_THING &&
            list[i + 1].hit.thing && (is_word(c, &list[i], "are") || is_word(c, &list[i], "is")) &&
            parts_name(&names, list, start, i))
            cut = tight = true;

        if (i < to && list[i].kind == PART_AND && strcmp(list[i].value, "both") == 0) {
            both = true;
            cut = false;
        } else if (i < to && list[i].kind == PART_OR && strcmp(list[i].value, "either") == 0) {
            either = true;
            cut = false;
        }
        if (!cut)
            continue;
        /* "18 years or older at clinic A or B": the alternatives are what stands behind the bound,
         * not the bound */
        if (i < to && (list[i].kind == PART_OR || list[i].kind == PART_SLASH) && !either) {
            size_t behind = bound_end(list, start, i);

            if (behind < i && !bounded_next(list, i + 1, to) && e.count < LIST_ITEMS &&
                arena_grow(c->arena, (void **)&e.at, e.count, &room, sizeof *e.at)) {
                entry *x = &e.at[e.count++];

                *x = (entry){.link = e.count == 1 ? PART_END : link,
                             .loose = loose,
                             .both = both,
                             .example = example};
                item_read(c, list, start, behind, &x->item);
                link = PART_WITH;
                loose = both = false;
                start = behind;
            }
        }
        if (any_content(list, start, i) || (i > start && names_something(list, start, i))) {
            if (e.count >= LIST_ITEMS) {
                e.overflow = true;
                break;
            }
            if (!arena_grow(c->arena, (void **)&e.at, e.count, &room, sizeof *e.at))
                break;
            entry *x = &e.at[e.count++];
            memset(x, 0, sizeof *x);
            x->link = e.count == 1 ? PART_END : link;
            x->loose = loose;
            x->both = both;
            x->either = either;
            x->example = example;
            x->who = who;
            item_read(c, list, start, i, &x->item);
            if (c->depth < DEPTH)
                x->group = group_of(c, list, start, i);
            if (x->group) { /* brackets group: what is in them is one item, with a negation before
                               it */
                bool negated = x->item.negated;

                memset(&x->item, 0, sizeof x->item);
                x->item.negated = negated;
                x->item.span = x->group->span;
                x->item.from = start;
                x->item.to = i;
            }
            /* an item with a bound of its own goes on with the list that the examples interrupted
             */
            if (example && x->item.judge)
                x->example = example = false;
            for (size_t k = start; k < i && c->depth < DEPTH && !x->group; k++)
                if (list[k].kind == PART_BRACKET && bracket_lists(&list[k])) {
                    clause in = *c;
                    in.depth++;
                    entries inner = split(&in, list[k].inside, 0, list[k].inside_count);

                    e.overflow = e.overflow || inner.overflow || e.count + inner.count > LIST_ITEMS;
                    for (size_t m = 0; m < inner.count && e.count < LIST_ITEMS; m++) {
                        if (!arena_grow(c->arena, (void **)&e.at, e.count, &room, sizeof *e.at))
                            break;
                        e.at[e.count] = inner.at[m];
                        e.at[e.count].example = true;
                        e.at[e.count++].link = PART_COMMA;
                    }
                }
            link = PART_END;
            loose = both = either = false;
        }
        if (i == to)
            break;
        who = tight && list[i].kind == PART_WITH && starts_who(c, &list[i]);
        if (tight) {
            link = PART_WITH;
            start = list[i].kind == PART_WITH || list[i].kind == PART_FILL ? i + 1 : i;
            continue;
        }
        if (list[i].kind == PART_INCLUDE) {
            example = e.count > 0;
            start = i + 1;
            continue;
        }
        if (list[i].kind == PART_COMMA || list[i].kind == PART_DASH ||
            list[i].kind == PART_SEMICOLON) {
            if (link == PART_END)
                link = PART_COMMA;
            else
                loose = loose || link == PART_COMMA;
        } else {
            if (link == PART_COMMA)
                loose = true;
            link = list[i].kind == PART_SLASH ? PART_SLASH : list[i].kind;
            if (list[i].capitals && list[i].kind != PART_ANDOR)
                loose = true;
        }
        start = i + 1;
    }
    return e;
}

/* The last `n` words of a part's text, the whole where it has fewer. */
static eligo_span last_words(const clause *c, eligo_span s, unsigned n)
{
    size_t i = s.end;

    while (i > s.start && n) {
        i--;
        if (isspace((unsigned char)c->text[i]) && --n == 0)
            return (eligo_span){i + 1, s.end};
    }
    return s;
}

static eligo_span first_words(const clause *c, eligo_span s, unsigned n)
{
    for (size_t i = s.start; i < s.end; i++)
        if (isspace((unsigned char)c->text[i]) && --n == 0)
            return (eligo_span){s.start, i};
    return s;
}

static void take_subject(item *x, const part *p, eligo_span span, const clause *c)
{
    const concept *k = p->hit.thing ? p->hit.thing : p->hit.quantity;

    x->has_subject = true;
    x->subject.concept = k;
    x->subject.category = k->category;
    x->subject.span = span;
    x->subject.text = arena_text(c->arena, c->text + span.start, span.end - span.start);
    x->subject_part = p;
    /* the words that are now part of the name restrict nothing any more */
    size_t kept = 0;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (!(x->qualifiers[i].span.start >= span.start && x->qualifiers[i].span.end <= span.end))
            x->qualifiers[kept++] = x->qualifiers[i];
    x->qualifier_count = kept;
    if (x->thing_count < ITEM_THINGS)
        x->things[x->thing_count++] = p;
}

static bool unknown_words(const item *x)
{
    return x->has_subject && !x->subject.concept && !x->quantity_count && !x->judge && !x->defined;
}

/* "renal or hepatic impairment", "hepatitis B, C": items that lack the word their neighbour has. */
static void share_heads(const clause *c, entries *e)
{
    for (size_t i = e->count; i-- > 0;) {
        item *x = &e->at[i].item;

        /* a bare adjective before a full name: borrow its last words */
        bool adjective = !x->has_subject && x->qualifier_count && !x->quantity_count &&
                         !x->window && !x->sex && !x->judge;
        if ((unknown_words(x) || adjective) && i + 1 < e->count) {
            for (size_t k = i + 1; k < e->count && k < i + 6; k++) {
                const item *y = &e->at[k].item;
                eligo_span own =
                    adjective ? x->qualifiers[x->qualifier_count - 1].span : x->subject.span;
                const part *p = NULL;

                if (!y->has_subject)
                    break;
                for (unsigned n = 1; n <= 2 && !p && y->subject.concept; n++)
                    p = name_together(c, own, last_words(c, y->subject.span, n),
                                      y->subject_part ? y->subject_part : &(part){0});
                if (p) {
                    take_subject(x, p, own, c);
                    /* "severe renal, hepatic or cardiac failure": one head, and what stands before
                     * the first holds for all */
                    for (size_t m = i + 1; m <= k; m++)
                        if (e->at[m].item.qualifier_count == 0 && x->qualifier_count) {
                            memcpy(e->at[m].item.qualifiers, x->qualifiers,
                                   x->qualifier_count * sizeof *x->qualifiers);
                            e->at[m].item.qualifier_count = x->qualifier_count;
                        }
                    break;
                }
            }
        }
    }
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;

        /* "hepatitis B or C": borrow the first words of what stood before */
        if (unknown_words(x)) {
            const item *y = &e->at[i - 1].item;
            const part *p = NULL;

            if (y->has_subject && y->subject.concept)
                for (unsigned n = 1; n <= 2 && !p; n++)
                    p = name_together(c, first_words(c, y->subject.span, n), x->subject.span,
                                      y->subject_part ? y->subject_part : &(part){0});
            if (p)
                take_subject(x, p, x->subject.span, c);
        }
    }
}

/* "serum or urine pregnancy test": the words of specimens before the test restrict nothing. */
static bool specimen(const clause *c, const item *x)
{
    static const char *const words[] = {"serum", "urine", "plasma", "blood", "saliva", NULL};

    if (!unknown_words(x))
        return false;
    for (size_t i = 0; words[i]; i++)
        if (text_equal_nocase(c->text + x->subject.span.start,
                              x->subject.span.end - x->subject.span.start, words[i]))
            return true;
    return false;
}

static bool same_list(const entry *e)
{
    return e->link == PART_AND || e->link == PART_OR || e->link == PART_ANDOR ||
           e->link == PART_COMMA || e->link == PART_SLASH;
}

/* A tense or need of its own makes an item a clause of its own: its window is not its neighbour's.
 */
static bool own_verb(const item *y, const item *x)
{
    return y->need || x->need || (y->history && !x->history) || (y->planned && !x->planned);
}

/* Is the thing of entry i named before in the list ("pregnant, ... or pregnant within a year")? */
static bool same_before(const entries *e, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (e->at[k].item.subject.concept &&
            e->at[k].item.subject.concept == e->at[i].item.subject.concept)
            return true;
    return false;
}

static bool tight_before(const entries *e, size_t i)
{
    for (size_t k = 1; k < i; k++)
        if ((e->at[k].link == PART_OR || e->at[k].link == PART_AND) && !e->at[k].loose)
            return true;
    return false;
}

/* Where a name holds "caused by X" or "of X": the bytes before X; an empty span elsewhere. */
static eligo_span before_cause(const clause *c, eligo_span s)
{
    static const char *const words[] = {" caused by ", " due to ", " because of ",
                                        " with ",      " by ",     " to "};

    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        size_t n = strlen(words[w]);

        for (size_t i = s.start; i + n < s.end; i++)
            if (memcmp(c->text + i, words[w], n) == 0)
                return (eligo_span){s.start, i + n - 1};
    }
    return (eligo_span){s.start, s.start};
}

/* "MIC of meropenem or imipenem >= 2": the second drug's own MIC, by the name that the first one's
 * parent has. */
static void share_measure(const clause *c, item *x, const item *y)
{
    const concept *k = NULL;

    for (size_t i = 0; i < y->thing_count; i++)
        if (y->things[i]->hit.quantity)
            k = y->things[i]->hit.quantity;
    if (!k || !x->subject_part || !x->subject.concept || x->subject.category != CATEGORY_MEDICATION)
        return;
    for (size_t i = 0; k->parents[i]; i++) {
        char *text =
            arena_printf(c->arena, "%s of %s", k->parents[i]->name, x->subject.concept->name);
        atoms cut;
        lexicon_hit hit;
        part *p;

        if (!text)
            return;
        cut = lexicon_cut(c->lx, text, strlen(text), c->arena);
        if (!cut.count || !lexicon_match(c->lx, &cut, 0, &hit) || hit.atoms != cut.count ||
            !hit.quantity || !concept_is(hit.quantity, k->parents[i]))
            continue;
        p = arena_copy(c->arena, x->subject_part, 1, sizeof *p);
        if (!p)
            return;
        p->hit = hit;
        p->hit.thing = NULL;
        x->subject_part = p;
        x->subject.concept = hit.quantity;
        x->subject.category = hit.quantity->category;
        x->thing_count = 0;
        x->things[x->thing_count++] = p;
        return;
    }
}

static bool one_sided(const part *q)
{
    return !q->value_count && q->low.given != q->high.given;
}

/* "> 160 systolic or 100 diastolic", "more than 21 drinks for men or 14 for women": the comparator
 * is said once. "ALT, AST and bilirubin within normal limits": so is a result. */
static void share_sides(const clause *c, entries *e)
{
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;
        const part *q, *p;
        part *copy;
        bool same;

        if (!same_list(&e->at[i]) || x->quantity_count != 1 || !y->quantity_count)
            continue;
        q = x->quantities[0];
        p = y->quantities[y->quantity_count - 1];
        same = !x->thing_count || (x->sex && y->sex) || x->subject.concept == y->subject.concept ||
               (x->subject.concept && y->subject.concept && strstr(x->subject.concept->id, "_bp") &&
                (strstr(y->subject.concept->id, "_bp") ||
                 strcmp(y->subject.concept->id, "blood_pressure") == 0));
        if (!same || !one_sided(p) || q->value_count || !q->low.given || !q->high.given ||
            q->low.value != q->high.value || q->value[0] ||
            !(copy = arena_copy(c->arena, q, 1, sizeof *copy)))
            continue;
        copy->low.given = p->low.given;
        copy->high.given = p->high.given;
        copy->low.inclusive = p->low.inclusive;
        copy->high.inclusive = p->high.inclusive;
        copy->value = p->value;
        if (copy->relative == RELATIVE_NONE && !copy->unit.text)
            copy->relative = p->relative;
        x->quantities[0] = copy;
    }
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;

        if (!item_wants_bound(x) || !item_wants_bound(y) || !same_list(&e->at[i]) ||
            x->qualifier_count)
            continue;
        for (size_t k = 0; k < y->qualifier_count; k++)
            if (strcmp(y->qualifiers[k].kind, "result") == 0 &&
                x->qualifier_count < ITEM_QUALIFIERS)
                x->qualifiers[x->qualifier_count++] = y->qualifiers[k];
    }
}

/* Items that lack a part take it from their neighbours. */
static void share(const clause *c, entries *e)
{
    size_t kept = 0;

    /* "partial pressure of oxygen (PaO2) / fraction of inspired oxygen (FiO2)": a ratio with a name
     * of its own */
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        item *y = &e->at[i - 1].item;

        if (e->at[i].link == PART_SLASH && item_wants_bound(y) && x->quantity_count &&
            x->thing_count && x->things[0]->hit.quantity && y->subject_part) {
            char *text = arena_printf(c->arena, "%.*s/%.*s",
                                      (int)(y->subject.span.end - y->subject.span.start),
                                      c->text + y->subject.span.start,
                                      (int)(x->things[0]->span.end - x->things[0]->span.start),
                                      c->text + x->things[0]->span.start);
            atoms cut = text ? lexicon_cut(c->lx, text, strlen(text), c->arena) : (atoms){0};
            lexicon_hit hit;
            part *p;

            if (!cut.count || !lexicon_match(c->lx, &cut, 0, &hit) || hit.atoms != cut.count ||
                !hit.quantity)
                continue;
            p = arena_copy(c->arena, x->things[0], 1, sizeof *p);
            if (!p)
                return;
            p->hit = hit;
            p->span.start = y->subject.span.start;
            x->things[0] = p;
            x->thing_count = 1;
            x->has_subject = true;
            x->subject_part = p;
            x->subject.concept = hit.quantity;
            x->subject.category = hit.quantity->category;
            x->subject.span = p->span;
            x->span.start = y->span.start;
            e->at[i].link = e->at[i - 1].link;
            e->at[i].loose = e->at[i - 1].loose;
            memmove(&e->at[i - 1], &e->at[i], (e->count - i) * sizeof *e->at);
            e->count--;
        }
    }

    /* what only says when or how belongs to the item before it, or, at the start, to the next */
    for (size_t i = 0; i < e->count; i++) {
        item *x = &e->at[i].item;

        /* "disease that is severe", "pain with sudden onset": what is tied to a thing and names
         * nothing narrows it */
        if (kept > 0 && e->at[i].link == PART_WITH && item_modifies(x)) {
            item *y = &e->at[kept - 1].item;

            for (size_t k = 0; k < x->qualifier_count && y->qualifier_count < ITEM_QUALIFIERS; k++)
                y->qualifiers[y->qualifier_count++] = x->qualifiers[k];
            if (x->negated &&
                y->qualifier_count <
                    ITEM_QUALIFIERS) /* "not severe": what is not said cannot be checked */
                y->qualifiers[y->qualifier_count++] =
                    (rule_qualifier){"other", "not", "not", x->span, NULL};
            y->window = y->window ? y->window : x->window;
            y->duration = y->duration ? y->duration : x->duration;
            y->event = y->event ? y->event : x->event;
            y->current = y->current || x->current;
            y->history = y->history || x->history;
            y->planned = y->planned || x->planned;
            y->span.end = x->span.end > y->span.end ? x->span.end : y->span.end;
            continue;
        }

        if (item_modifies(x) && kept > 0 && (x->window || x->duration || x->event) &&
            !x->qualifier_count) {
            item *y = &e->at[kept - 1].item;

            /* "surgery within 6 months or planned within 28 days": the same thing at another time
             */
            if (x->window && y->window && y->has_subject &&
                (e->at[i].link == PART_OR || e->at[i].link == PART_AND ||
                 e->at[i].link == PART_ANDOR)) {
                x->has_subject = true;
                x->subject = y->subject;
                x->subject_part = y->subject_part;
                if (kept != i)
                    e->at[kept] = e->at[i];
                kept++;
                continue;
            }

            if (x->window && !y->window)
                y->window = x->window;
            if (x->duration && !y->duration)
                y->duration = x->duration;
            if (x->event && !y->event)
                y->event = x->event;
            y->span.end = x->span.end;
            continue;
        }
        /* "infection, not treated": a restriction of what stands before it, which no record tells
         */
        if (item_modifies(x) && kept > 0 && x->negated && !x->window && !x->duration &&
            !x->history && !x->current && !x->planned && e->at[kept - 1].item.has_subject &&
            e->at[kept - 1].item.qualifier_count < ITEM_QUALIFIERS && x->qualifier_count) {
            item *y = &e->at[kept - 1].item;
            const char *text =
                arena_text(c->arena, c->text + x->span.start, x->span.end - x->span.start);

            y->qualifiers[y->qualifier_count++] =
                (rule_qualifier){"other", text, text, x->span, NULL};
            y->span.end = x->span.end;
            continue;
        }
        if (item_modifies(x) && i + 1 < e->count && (x->current || x->history || x->planned) &&
            !x->qualifier_count && !x->window && !x->negated && e->at[i + 1].link != PART_END) {
            item *y = &e->at[i + 1].item;
            part_kind link = e->at[i].link;

            /* "current or past", "past or planned": the widest of the two */
            y->history = y->history || x->history;
            y->planned = y->planned || x->planned;
            y->current = y->current && x->current;
            if (x->current && !y->history && !y->planned)
                y->current = true;
            y->span.start = x->span.start;
            e->at[i + 1].link = link;
            continue;
        }
        if (specimen(c, x) && i + 1 < e->count && e->at[i + 1].item.has_subject &&
            e->at[i + 1].link == PART_OR) {
            item *y = &e->at[i + 1].item;

            for (size_t k = 0; k < x->qualifier_count && y->qualifier_count < ITEM_QUALIFIERS; k++)
                y->qualifiers[y->qualifier_count++] = x->qualifiers[k];
            y->negated = y->negated || x->negated;
            y->span.start = x->span.start;
            e->at[i + 1].link = e->at[i].link;
            e->at[i + 1].loose = e->at[i].loose;
            continue;
        }
        if (kept != i)
            e->at[kept] = e->at[i];
        kept++;
    }
    e->count = kept;
    share_heads(c, e);

    /* adjectives that made no name of their own: "acute or chronic X" is X of either kind */
    for (size_t i = e->count; i-- > 0;) {
        item *x = &e->at[i].item;

        if (item_modifies(x) && x->qualifier_count && !x->negated && i + 1 < e->count &&
            e->at[i + 1].item.has_subject &&
            (e->at[i + 1].link == PART_OR || e->at[i + 1].link == PART_AND ||
             e->at[i + 1].link == PART_ANDOR || e->at[i + 1].link == PART_SLASH ||
             e->at[i + 1].link == PART_COMMA)) {
            const item *y = &e->at[i + 1].item;
            item copy = *y;

            copy.qualifier_count = 0;
            /* own adjectives instead of the neighbour's leading ones */
            for (size_t k = 0; k < y->qualifier_count; k++)
                if (y->qualifiers[k].span.start > y->subject.span.start)
                    copy.qualifiers[copy.qualifier_count++] = y->qualifiers[k];
            for (size_t k = 0; k < x->qualifier_count && copy.qualifier_count < ITEM_QUALIFIERS;
                 k++)
                copy.qualifiers[copy.qualifier_count++] = x->qualifiers[k];
            copy.span = (eligo_span){x->span.start, y->span.end};
            copy.current = copy.current || x->current;
            copy.history = copy.history || x->history;
            *x = copy;
        }
    }

    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;

        if (e->at[i].link != PART_WITH && x->has_subject && y->has_subject)
            share_measure(c, x, y);
        /* "pneumonia caused by A, B or C": each of them with its pneumonia */
        if (e->at[i].link != PART_WITH && x->has_subject && !x->quantity_count && !x->judge &&
            !x->negated && x->thing_count <= 1) {
            for (size_t k = i; k-- > 0;) {
                eligo_span head = before_cause(c, e->at[k].item.subject.span);
                const part *p =
                    head.end > head.start && e->at[k].item.subject_part
                        ? name_together(c, head, x->subject.span, e->at[k].item.subject_part)
                        : NULL;

                if (p && p->hit.thing) {
                    x->subject.concept = p->hit.thing;
                    x->subject.category = p->hit.thing->category;
                    break;
                }
                if (head.end > head.start)
                    break;
            }
        }
    }

    /* "angina, stable": what stands alone at the end narrows what stands before it */
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i].item, *y = &e->at[i - 1].item;

        if (!item_modifies(x) || !x->qualifier_count || !y->has_subject || e->at[i].example)
            continue;
        for (size_t k = 0; k < x->qualifier_count && y->qualifier_count < ITEM_QUALIFIERS; k++)
            y->qualifiers[y->qualifier_count++] = x->qualifiers[k];
        if (i + 1 == e->count)
            e->count--;
    }

    /* bounds: backwards to quantities without one, subjects forwards to bounds without one */
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;

        if (item_wants_bound(x) && y->quantity_count && (y->has_subject || y->thing_count) &&
            same_list(&e->at[i])) {
            x->quantities[0] = y->quantities[0];
            x->quantity_count = 1;
            x->special = y->special;
            if (!x->window)
                x->window = y->window;
        }
    }
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;

        /* "1.5 times the limit of A, B or C" */
        if (item_wants_bound(x) && y->quantity_count && y->has_subject &&
            y->quantities[0]->span.end <= y->subject.span.start && same_list(&e->at[i])) {
            x->quantities[0] = y->quantities[0];
            x->quantity_count = 1;
            x->special = y->special;
        }
    }
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;

        if (x->quantity_count && !x->thing_count && !x->age && y->quantity_count &&
            (!x->has_subject || (!x->subject.concept && 0))) {
            if (y->thing_count) {
                for (size_t k = 0; k < y->thing_count; k++)
                    x->things[x->thing_count++] = y->things[k];
                x->has_subject = y->has_subject;
                x->subject = y->subject;
                x->subject_part = y->subject_part;
            } else if (y->has_subject) {
                x->has_subject = true;
                x->subject = y->subject;
            }
            x->age = y->age ||
                     (x->quantities[0]->period && y->quantities[0]->period && !y->has_subject) ||
                     (y->quantities[0]->period == 'a' && !y->has_subject);
            /* "BMI <18.5 or >= 30 kg/m2": the unit is said once */
            if (!y->quantities[0]->unit.text && x->quantities[0]->unit.text &&
                y->quantity_count == 1) {
                part *q = arena_copy(c->arena, y->quantities[0], 1, sizeof *q);

                if (q && q->relative == RELATIVE_NONE && !q->predicted) {
                    q->unit = x->quantities[0]->unit;
                    q->period = x->quantities[0]->period;
                    e->at[i - 1].item.quantities[0] = q;
                }
            } else if (y->quantities[0]->unit.text && !x->quantities[0]->unit.text &&
                       x->quantities[0]->relative == RELATIVE_NONE) {
                part *q = arena_copy(c->arena, x->quantities[0], 1, sizeof *q);

                if (q) {
                    q->unit = y->quantities[0]->unit;
                    q->period = y->quantities[0]->period;
                    x->quantities[0] = q;
                }
            }
        }
    }

    share_sides(c, e);
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;
        bool bare = x->has_subject && !x->judge && !x->quantity_count && !x->negated &&
                    !x->history && !x->current && !x->planned && !x->need && !x->sex &&
                    !x->defined && e->at[i].link != PART_WITH;

        /* "situations or diseases that the investigator ...": unknown words before the opinion */
        if (y->has_subject && !y->subject.concept && !y->judge && !y->quantity_count &&
            !y->negated && x->judge && e->at[i].link == PART_OR && !y->current && !y->history &&
            !y->planned)
            e->at[i - 1].item.judge = x->judge;
        /* "unable to take A or B": what is said of A holds for B */
        if (bare && y->judge &&
            (e->at[i].link == PART_OR || e->at[i].link == PART_AND || e->at[i].link == PART_ANDOR ||
             e->at[i].link == PART_SLASH)) {
            x->judge = y->judge;
            continue;
        }
        /* "allergy to A or B", "risk of A or B": B stands where A stands */
        if (bare && y->has_subject && x->subject.concept && y->complement && x->thing_count == 1 &&
            y->complement->category == x->subject.category &&
            (!y->subject.concept || y->subject.category != x->subject.category)) {
            const part *p = y->subject_part
                                ? name_together(c, x->subject.span, y->head, y->subject_part)
                                : NULL;
            eligo_span own = x->subject.span;

            x->complement = x->subject.concept;
            x->head = y->head;
            x->subject_part = y->subject_part;
            if (p && p->hit.thing) {
                x->subject.concept = p->hit.thing;
                x->subject.category = p->hit.thing->category;
            } else {
                if (x->qualifier_count < ITEM_QUALIFIERS)
                    x->qualifiers[x->qualifier_count++] = (rule_qualifier){
                        "about", x->subject.text, x->subject.text, own, x->complement};
                x->subject.concept = y->head_concept;
                x->subject.category = y->head_concept ? y->head_concept->category : CATEGORY_NONE;
                x->subject.text = arena_printf(
                    c->arena, "%.*s: %.*s", (int)(y->head.end - y->head.start),
                    c->text + y->head.start, (int)(own.end - own.start), c->text + own.start);
            }
            x->head_concept = y->head_concept;
        }
    }

    /* windows backwards: "A or B within 3 months"; tense forwards: "history of A or B" */
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;
        bool apart =
            e->at[i].loose && tight_before(e, i); /* "A or B, or C within ...": C's alone */
        bool listed = e->at[i].link == PART_OR || e->at[i].link == PART_AND ||
                      e->at[i].link == PART_ANDOR || e->at[i].link == PART_SLASH ||
                      (e->at[i].link == PART_COMMA && i + 1 < e->count && y->window &&
                       e->at[i + 1].item.window == y->window);

        listed = listed && !apart;
        if (listed && !x->window && !x->duration && !x->quantity_count && !y->quantity_count &&
            y->window && x->has_subject && y->window->span.start > y->subject.span.start &&
            !own_verb(y, x) && !same_before(e, i))
            x->window = y->window;
        if (listed && !x->duration && !x->window && y->duration && x->has_subject &&
            !x->quantity_count && y->duration->span.start > y->subject.span.start)
            x->duration = y->duration;
    }
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;

        if (!x->current && !x->history && !x->planned && same_list(&e->at[i]) &&
            !x->quantity_count) {
            x->current = y->current;
            x->history = y->history;
            x->planned = y->planned;
        }
        if (!x->who && y->who && same_list(&e->at[i]) && e->at[i].link != PART_COMMA) {
            x->who = y->who;
        }
    }
    /* "allergic or hypersensitive to X": what the last one is about may be meant of both;
     * "confirmed or suspected A or B" */
    for (size_t i = e->count; i-- > 1;) {
        item *x = &e->at[i - 1].item;
        const item *y = &e->at[i].item;

        if (e->at[i].loose ||
            (e->at[i].link != PART_OR && e->at[i].link != PART_AND &&
             e->at[i].link != PART_ANDOR) ||
            !x->has_subject || !y->has_subject || x->quantity_count || y->quantity_count ||
            x->judge || y->judge || x->subject.category != y->subject.category)
            continue;
        for (size_t k = 0; k < y->qualifier_count && x->qualifier_count < ITEM_QUALIFIERS; k++)
            if (y->qualifiers[k].span.start > y->subject.span.end &&
                (strcmp(y->qualifiers[k].kind, "about") == 0 ||
                 strcmp(y->qualifiers[k].kind, "other") == 0))
                x->qualifiers[x->qualifier_count++] = y->qualifiers[k];
    }
    for (size_t i = 1; i < e->count; i++) {
        item *x = &e->at[i].item;
        const item *y = &e->at[i - 1].item;
        const rule_qualifier *said = NULL;

        for (size_t k = 0; k < y->qualifier_count; k++)
            if (strcmp(y->qualifiers[k].kind, "certainty") == 0 &&
                strstr(y->qualifiers[k].value, "suspected"))
                said = &y->qualifiers[k];
        for (size_t k = 0; k < x->qualifier_count; k++)
            if (strcmp(x->qualifiers[k].kind, "certainty") == 0)
                said = NULL;
        if (said && same_list(&e->at[i]) && x->qualifier_count < ITEM_QUALIFIERS &&
            !x->quantity_count)
            x->qualifiers[x->qualifier_count++] = *said;
    }
    for (size_t i = e->count; i-- > 1;)
        if (e->at[i].item.who_behind && same_list(&e->at[i]) && !e->at[i - 1].item.who) {
            e->at[i - 1].item.who = e->at[i].item.who;
            e->at[i - 1].item.who_behind = true;
        }
    /* "pregnant or lactating women": the group stands behind the last */
    for (size_t i = e->count; i-- > 1;)
        if (e->at[i].item.sex && e->at[i].item.has_subject && !e->at[i - 1].item.sex &&
            e->at[i - 1].item.subject.concept &&
            (e->at[i - 1].item.subject.concept->flags & (CONCEPT_FEMALE | CONCEPT_MALE)))
            e->at[i - 1].item.sex = e->at[i].item.sex;
}

/* Does an item carry its own measurement, severity, consequence or treatment? Then "and" before it
 * joins it to the condition before, also under exclusion. */
static bool own_measure(const item *x)
{
    return x->quantity_count || x->need || (x->judge && x->thing_count);
}

/* Joins entries [from, to) by `op`; a negation reaches over what follows it until an entry that
 * stops it. */
static const rule *join(const clause *c, const entries *e, size_t from, size_t to, rule_op op,
                        eligo_span span)
{
    const rule **of = arena_array(c->arena, to - from + 1, sizeof *of);
    size_t n = 0;

    if (!of)
        return NULL;
    for (size_t i = from; i < to;) {
        size_t k = i + 1;

        if (!e->at[i].item.negated) {
            of[n++] = e->at[i].rule;
            i++;
            continue;
        }
        /* "no A, B or C": none of them */
        while (k < to && !e->at[k].item.negated && !e->at[k].stops)
            k++;
        const rule **under = arena_array(c->arena, k - i, sizeof *under);
        size_t m = 0;
        if (!under)
            return NULL;
        for (size_t j = i; j < k; j++)
            if (e->at[j].rule)
                under[m++] = e->at[j].rule;
        eligo_span s = {e->at[i].item.span.start, e->at[k - 1].item.span.end};
        const rule *any = rule_join(c->arena, RULE_ANY, s, under, m);
        if (any)
            of[n++] = rule_not(c->arena, s, any);
        i = k;
    }
    return rule_join(c->arena, op, span, of, n);
}

/* The grouping in which `tight` binds tighter: runs of it become one. */
static const rule *grouped(const clause *c, const entries *e, size_t from, size_t to,
                           bool and_tight, rule_op and_op, eligo_span span)
{
    const rule **of = arena_array(c->arena, to - from + 1, sizeof *of);
    size_t n = 0, start = from;
    rule_op inner = and_tight ? and_op : RULE_ANY, outer = and_tight ? RULE_ANY : and_op;

    if (!of)
        return NULL;
    for (size_t i = from + 1; i <= to; i++) {
        bool cut = i == to;

        if (!cut) {
            bool is_or = e->at[i].link == PART_OR || e->at[i].link == PART_ANDOR ||
                         e->at[i].link == PART_SLASH;
            cut = and_tight ? is_or : !is_or;
        }
        if (!cut)
            continue;
        eligo_span s = {e->at[start].item.span.start, e->at[i - 1].item.span.end};
        of[n++] = join(c, e, start, i, inner, s);
        start = i;
    }
    return rule_join(c->arena, outer, span, of, n);
}

/* What "and" means here: both, or, in a list under exclusion, either. */
static rule_op and_means(const clause *c, const entries *e, size_t from, size_t to, bool *open)
{
    *open = false;
    /* "> 12 for women and > 13 for men": nobody is both */
    for (size_t i = from + 1; i < to; i++)
        if (e->at[i].item.sex && e->at[from].item.sex &&
            strcmp(e->at[i].item.sex->value, e->at[from].item.sex->value) != 0 &&
            e->at[i].item.quantity_count)
            return RULE_ANY;
    if (!c->exclusion)
        return RULE_ALL;
    for (size_t i = from + 1; i < to; i++) /* a condition and the treatment that it needs */
        if (e->at[i].link == PART_AND && e->at[i].item.need && e->at[i - 1].item.has_subject &&
            !e->at[i - 1].item.need)
            return RULE_ALL;
    bool measured =
             to - from > 1 && e->at[from].item.has_subject && !own_measure(&e->at[from].item),
         needed = false;

    for (size_t i = from; i < to; i++) {
        if (e->at[i].both)
            return RULE_ALL;
        if (i > from) {
            measured = measured && own_measure(&e->at[i].item) && !e->at[i].item.age;
            needed = needed || e->at[i].item.need;
        }
    }
    /* a condition, and all that follows is its measurement or treatment */
    if (measured && needed)
        return RULE_ALL;
    *open = measured;
    return RULE_ANY;
}

static const rule *list_rule(const clause *c, const entries *e, size_t from, size_t to);

/* The entries [from, to) with examples made one with what they stand for. */
static entries fold_examples(const clause *c, const entries *e, size_t from, size_t to)
{
    entries out = {.at = arena_array(c->arena, to - from, sizeof *out.at)};

    if (!out.at)
        return out;
    for (size_t i = from; i < to;) {
        size_t k = i + 1;
        entry *x = &out.at[out.count++];

        while (k < to && e->at[k].link == PART_LIKE)
            k++;
        *x = e->at[i];
        if (k > i + 1) {
            const rule **of = arena_array(c->arena, k - i, sizeof *of);

            if (!of)
                return (entries){0};
            for (size_t j = i; j < k; j++)
                of[j - i] = e->at[j].rule;
            x->item.span = (eligo_span){e->at[i].item.span.start, e->at[k - 1].item.span.end};
            x->rule = rule_join(c->arena, RULE_ANY, x->item.span, of, k - i);
        }
        i = k;
    }
    return out;
}

/* The same with each entry tied to its neighbour alone: "A, B with C" is A, and B with C. */
static entries tie_neighbours(const clause *c, const entries *e)
{
    entries out = {.at = arena_array(c->arena, e->count, sizeof *out.at), .tied = true};

    if (!out.at)
        return out;
    for (size_t i = 0; i < e->count;) {
        size_t k = i + 1;
        entry *x = &out.at[out.count++];

        while (k < e->count && e->at[k].link == PART_WITH)
            k++;
        *x = e->at[i];
        if (k > i + 1) {
            const rule **of = arena_array(c->arena, k - i, sizeof *of);

            if (!of)
                return (entries){0};
            for (size_t j = i; j < k; j++) {
                of[j - i] = e->at[j].rule;
                if (j > i && of[j - i] && e->at[j].item.negated)
                    of[j - i] = rule_not(c->arena, of[j - i]->span, of[j - i]);
            }
            x->item.span = (eligo_span){e->at[i].item.span.start, e->at[k - 1].item.span.end};
            x->rule = rule_join(c->arena, RULE_ALL, x->item.span, of, k - i);
        }
        i = k;
    }
    return out;
}

/* Are the first `count` entries alternative bounds of one quantity? */
static bool bounds_of_one(const entries *e, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const rule *r = e->at[i].rule;

        if (!r || r->op != RULE_COMPARE || !r->subject.concept ||
            r->subject.concept != e->at[0].rule->subject.concept || e->at[i].item.negated ||
            (i > 0 && e->at[i].link != PART_OR && e->at[i].link != PART_COMMA))
            return false;
    }
    return true;
}

/* "with", "who", "without": what do they tie together? "Adults with A or B" are adults with either;
 * "stroke with A or B" may also be stroke with A, or B; "A or B with C" may mean C of both. Where
 * the words leave it open, both are kept. */
static const rule *with_scopes(const clause *c, entries e, unsigned depth)
{
    size_t w = 1, commas = 0, others = 0;
    entries near, left, right;
    const rule *narrow, *parts_of[2], *wide, *both[2];
    const entry *first;
    clause in = *c;

    while (w < e.count && e.at[w].link != PART_WITH)
        commas += e.at[w++].link == PART_COMMA;
    if (w >= e.count) {
        e.tied = true;
        return list_rule(c, &e, 0, e.count);
    }
    for (size_t i = w + 1; i < e.count; i++)
        others += e.at[i].link != PART_WITH;
    near = tie_neighbours(c, &e);
    if (!near.at)
        return NULL;
    narrow = list_rule(c, &near, 0, near.count);
    first = &e.at[0];
    if (w == 1 && first->item.negated && first->rule) {
        /* "no A with B": not both; "without A who is over 40", and perhaps "no A, with B": no A,
         * and B */
        entries rest = {.at = arena_copy(c->arena, e.at + 1, e.count - 1, sizeof *e.at),
                        .count = e.count - 1};
        bool person = e.at[1].who || e.at[1].item.quantity_count || e.at[1].item.sex ||
                      e.at[1].item.negated || e.at[1].item.judge;

        if (!rest.at)
            return NULL;
        rest.at[0].link = PART_END;
        parts_of[0] = rule_not(c->arena, first->item.span, first->rule);
        parts_of[1] = with_scopes(&in, rest, depth + 1);
        both[0] = narrow;
        both[1] = rule_join(c->arena, RULE_ALL,
                            (eligo_span){first->item.span.start, e.at[e.count - 1].item.span.end},
                            parts_of, 2);
        if (person)
            return both[1];
        return both[0] && both[1]
                   ? rule_readings(c->arena, both[1]->span, "negation-scope", both, 2)
                   : both[1];
    }
    if (commas || depth >= 3 || (w == 1 && !others))
        return narrow;
    left = (entries){.at = e.at, .count = w, .tied = true};
    right = (entries){.at = arena_copy(c->arena, e.at + w, e.count - w, sizeof *e.at),
                      .count = e.count - w};
    if (!right.at)
        return NULL;
    right.at[0].link = PART_END;
    in.exclusion = false; /* "with B and C": both */
    parts_of[0] = w == 1 ? first->rule : list_rule(c, &left, 0, w);
    parts_of[1] = with_scopes(&in, right, depth + 1);
    /* "BMI >= 40, or >= 35 with A or B": the second bound is for some; of both it would say nothing
     * more */
    if (w > 1 && parts_of[1] && bounds_of_one(&e, w)) {
        const rule *two[2] = {e.at[w - 1].rule, parts_of[1]};
        eligo_span s = {e.at[w - 1].item.span.start, e.at[e.count - 1].item.span.end};

        return combine_alternative(c->arena, list_rule(c, &left, 0, w - 1),
                                   rule_join(c->arena, RULE_ALL, s, two, 2));
    }
    wide = rule_join(c->arena, RULE_ALL,
                     (eligo_span){first->item.span.start, e.at[e.count - 1].item.span.end},
                     parts_of, 2);
    if (w == 1 && first->item.negated && wide)
        wide = rule_not(c->arena, wide->span, wide);
    /* a group of people is narrowed by all that follows */
    if (w == 1 && !first->item.negated && (first->item.quantity_count || first->item.sex) &&
        !first->item.defined)
        return wide;
    both[0] = wide;
    both[1] = narrow;
    return wide && narrow ? rule_readings(c->arena, wide->span, "modifier-scope", both, 2) : narrow;
}

static const rule *list_rule(const clause *c, const entries *e, size_t from, size_t to)
{
    /* what stands before the first is no link of this list */
    size_t ands = 0, ors = 0, commas = 0, loose_or = 0, loose_and = 0;
    eligo_span span;
    rule_op and_op;
    bool open;

    if (from >= to)
        return NULL;
    if (to - from > 1 && !e->tied) {
        entries folded = fold_examples(c, e, from, to);

        return folded.at ? with_scopes(c, folded, 0) : NULL;
    }
    span = (eligo_span){e->at[from].item.span.start, e->at[to - 1].item.span.end};
    if (to - from == 1)
        return join(c, e, from, to, RULE_ALL, span);
    for (size_t i = from + 1; i < to; i++) {
        switch (e->at[i].link) {
        case PART_AND:
            ands++;
            loose_and += e->at[i].loose;
            break;
        case PART_OR:
        case PART_ANDOR:
        case PART_SLASH:
            ors++;
            loose_or += e->at[i].loose;
            break;
        default: commas++; break;
        }
    }
    and_op = and_means(c, e, from, to, &open);
    /* "in a list, a comma is what its last connective is" */
    if (ands == 0 && ors == 0)
        return join(c, e, from, to, c->exclusion ? RULE_ANY : RULE_ALL, span);
    if (ors == 0) {
        if (open && ands) {
            const rule *two[2] = {join(c, e, from, to, RULE_ANY, span),
                                  join(c, e, from, to, RULE_ALL, span)};
            return rule_readings(c->arena, span, "and-or-scope", two, 2);
        }
        return join(c, e, from, to, and_op, span);
    }
    if (ands == 0) {
        /* "18 to 70 years, with A or B": what is of another kind stands beside the list, not in it
         */
        if (!c->exclusion && commas) {
            size_t first_or = from + 1;

            while (e->at[first_or].link != PART_OR && e->at[first_or].link != PART_ANDOR &&
                   e->at[first_or].link != PART_SLASH)
                first_or++;
            for (size_t i = from + 1; i < to; i++)
                if (e->at[i].link == PART_COMMA &&
                    (e->at[i - 1].item.quantity_count != 0) !=
                        (e->at[i].item.quantity_count != 0) &&
                    i < first_or) {
                    const rule *two[2] = {list_rule(c, e, from, i), list_rule(c, e, i, to)};
                    return rule_join(c->arena, RULE_ALL, span, two, 2);
                }
        }
        /* quantities with one bound: "ALT/AST <= 3 x ULN" asks for both */
        if (!c->exclusion && ors == to - from - 1) {
            bool slashes = true, shared = true;

            for (size_t i = from + 1; i < to; i++) {
                slashes &= e->at[i].link == PART_SLASH || e->at[i].link == PART_ANDOR;
                shared &= e->at[i].item.quantity_count && e->at[from].item.quantity_count &&
                          e->at[i].item.quantities[0]->span.start ==
                              e->at[from].item.quantities[0]->span.start;
            }
            if (slashes && shared && e->at[from].item.quantities[0] &&
                !e->at[from].item.quantities[0]->low.given)
                return join(c, e, from, to, RULE_ALL, span);
        }
        if (to - from == 2 && !e->at[from].item.negated && !e->at[from + 1].item.negated &&
            e->at[from + 1].rule && e->at[from + 1].rule->op == RULE_ALL)
            return combine_alternative(c->arena, e->at[from].rule, e->at[from + 1].rule);
        return join(c, e, from, to, RULE_ANY, span);
    }
    if (and_op == RULE_ANY)
        return join(c, e, from, to, RULE_ANY, span);
    /* mixed: a comma or capitals before one kind of connective make it the looser one */
    if (loose_or == ors && loose_and == 0) {
        return grouped(c, e, from, to, true, and_op, span);
    }
    if (loose_and == ands && loose_or == 0)
        return grouped(c, e, from, to, false, and_op, span);
    const rule *both[2] = {grouped(c, e, from, to, true, and_op, span),
                           grouped(c, e, from, to, false, and_op, span)};
    return rule_readings(c->arena, span, "and-or-scope", both, 2);
}

static bool several_examples(const entries *e, size_t i)
{
    return (i + 1 < e->count && e->at[i + 1].example) || (i > 0 && e->at[i - 1].example);
}

/* An example is a kind of what it stands for, as bad as that is said to be. Where it is a thing of
 * another sort
 * ("allergies, such as penicillin") having it proves nothing: that is a restriction nobody can
 * check. */
static void as_example(item *x, const item *owner)
{
    bool same = x->has_subject && x->subject.concept && owner->subject.concept &&
                x->subject.category == owner->subject.category;

    x->negated = owner->negated;
    if (!x->history && !x->current && !x->planned) {
        x->history = owner->history;
        x->current = owner->current;
        x->planned = owner->planned;
    }
    if (!x->window)
        x->window = owner->window;
    for (size_t i = 0; i < owner->qualifier_count && x->qualifier_count < ITEM_QUALIFIERS; i++) {
        const char *kind = owner->qualifiers[i].kind;

        if (same && strcmp(kind, "example") != 0 && strcmp(kind, "about") != 0 &&
            strcmp(kind, "label") != 0)
            x->qualifiers[x->qualifier_count++] = owner->qualifiers[i];
    }
    if (!same && owner->has_subject && x->qualifier_count < ITEM_QUALIFIERS)
        x->qualifiers[x->qualifier_count++] =
            (rule_qualifier){"other", "example", owner->subject.text, x->subject.span, NULL};
    x->who = owner->who;
}

/* Examples mention kinds of what stands before them; they ask for nothing by themselves. One with a
 * bound says what is meant by it. */
static void take_examples(const clause *c, entries *e)
{
    size_t kept = 0, owner = 0;

    for (size_t i = 0; i < e->count; i++) {
        const item *x = &e->at[i].item;
        item *y = &e->at[owner].item;

        if (e->at[i].example && kept > 0 && !x->quantity_count && !x->defined &&
            !several_examples(e, i)) {
            if (x->has_subject && y->qualifier_count < ITEM_QUALIFIERS)
                y->qualifiers[y->qualifier_count++] =
                    (rule_qualifier){"example", x->subject.text, x->subject.text, x->subject.span,
                                     x->subject.concept};
            for (size_t k = 0; k < x->thing_count && y->qualifier_count < ITEM_QUALIFIERS; k++)
                if (x->things[k] != x->subject_part) {
                    const part *t = x->things[k];
                    const char *text =
                        arena_text(c->arena, c->text + t->span.start, t->span.end - t->span.start);

                    y->qualifiers[y->qualifier_count++] =
                        (rule_qualifier){"example", text, text, t->span,
                                         t->hit.thing ? t->hit.thing : t->hit.quantity};
                }
            if (x->span.end > y->span.end)
                y->span.end = x->span.end;
            continue;
        }
        if (e->at[i].example) {
            e->at[i].link = PART_LIKE;
            if (!x->quantity_count && i > 0)
                as_example(&e->at[i].item, &e->at[owner].item);
        } else
            owner = kept;
        if (kept != i)
            e->at[kept] = e->at[i];
        kept++;
    }
    e->count = kept;
}

/* What the head of the list says for all its items. */
static void inherit(const clause *c, item *x)
{
    if (!x->history && !x->current && !x->planned) {
        x->history = c->history;
        x->current = c->current;
        x->planned = c->planned;
    }
    if (!x->who)
        x->who = c->who;
    if (!x->window)
        x->window = c->window;
}

/* "no gout, has asthma" */
static bool says_has(const clause *c, const part *p)
{
    static const char *const words[] = {"has", "have", "having", "is", "are", NULL};

    for (size_t i = 0; words[i]; i++)
        if (p->kind == PART_FILL &&
            text_equal_nocase(c->text + p->span.start, p->span.end - p->span.start, words[i]))
            return true;
    return p->kind == PART_WITH;
}

/* "A, without B or C": what a denial reaches is one item of the list, whose own connective stands
 * before it. */
static void deny(const clause *c, entries *e)
{
    size_t kept = 0;

    if (e->count < 3 || e->at[0].item.negated)
        return;
    for (size_t i = 0; i < e->count;) {
        size_t k = i + 1, from = i;
        entry x = e->at[i];

        if (x.item.negated && x.link != PART_WITH && x.link != PART_OR && x.link != PART_ANDOR &&
            x.link != PART_SLASH) {
            while (k < e->count && !e->at[k].item.negated && !e->at[k].stops &&
                   e->at[k].link != PART_WITH)
                k++;
            if (k > i + 1) {
                const rule *r = join(c, e, from, k, RULE_ANY,
                                     (eligo_span){x.item.span.start, e->at[k - 1].item.span.end});

                x.rule = r;
                x.item.negated = false;
                x.item.span.end = e->at[k - 1].item.span.end;
            }
        }
        e->at[kept++] = x;
        i = k;
    }
    e->count = kept;
}

static const rule *coordination(const clause *c, const part *list, size_t from, size_t to)
{
    entries e = split(c, list, from, to);
    bool negated_before = false;
    size_t denials = 0;

    if (e.overflow)
        return rule_opaque(c->arena, span_of(list, from, to),
                           "a list longer than what is read as one");
    if (e.count == 0)
        return NULL;
    share(c, &e);
    take_examples(c, &e);
    for (size_t i = 0; i < e.count; i++) {
        entry *x = &e.at[i];

        inherit(c, &x->item);
        x->rule = x->group ? x->group : item_rule(c, &x->item);
        /* what was named and not understood still counts: it may be required, or bar */
        if (!x->rule && (x->item.quantity_count || x->item.words || x->item.thing_count))
            x->rule = rule_opaque(c->arena, x->item.span, "no condition was found in these words");
        /* a bound of its own, a verb of its own, "with", ends the reach of a negation before it */
        if (negated_before &&
            (x->item.quantity_count || x->item.judge || (x->link == PART_AND && x->item.sex) ||
             (x->link == PART_COMMA && list[x->item.from].kind == PART_WITH)))
            x->stops = true;
        if (negated_before && x->link == PART_COMMA && says_has(c, &list[x->item.from]))
            x->stops = true;
        /* "no A, no B, and C": where each denial is said, C is none */
        if (denials > 1 && x->link == PART_AND && x->loose && !x->item.negated)
            x->stops = true;
        /* "A and no B", among things that bar: the one that comes without the other */
        if (c->exclusion && i > 0 && x->link == PART_AND && x->item.negated &&
            !e.at[i - 1].item.negated && e.at[i - 1].item.has_subject)
            x->link = PART_WITH;
        denials += x->item.negated;
        negated_before = negated_before || x->item.negated;
    }
    deny(c, &e);
    return list_rule(c, &e, 0, e.count);
}

/* ---- conditions: if, for, must ---- */

/* The last quantity that is named in [from, to) with a bound behind it: the parts up to and with
 * its name are copied in front of [start, end), whose bound names none. NULL: there is none. */
static const rule *limit_of(const clause *c, const part *list, size_t from, size_t to, size_t start,
                            size_t end)
{
    size_t last = to, first, n;
    clause in = *c;
    part *with;

    for (size_t i = from; i < to; i++)
        if (list[i].kind == PART_THING && list[i].hit.quantity)
            last = i;
    if (last == to)
        return NULL;
    /* "AST and ALT <= ...": all of them */
    for (first = last; first > from &&
                       (list[first - 1].kind == PART_AND || list[first - 1].kind == PART_OR ||
                        list[first - 1].kind == PART_COMMA || list[first - 1].kind == PART_SLASH ||
                        list[first - 1].kind == PART_BRACKET || list[first - 1].kind == PART_FILL ||
                        (list[first - 1].kind == PART_THING && list[first - 1].hit.quantity));)
        first--;
    n = last + 1 - first;
    if (!(with = arena_array(c->arena, n + end - start, sizeof *with)))
        return NULL;
    memcpy(with, list + first, n * sizeof *with);
    memcpy(with + n, list + start, (end - start) * sizeof *with);
    in.special = true;
    return condition(&in, with, 0, n + end - start);
}

/* Where the bound in front of a condition begins, when it names no quantity of its own ("..., or <=
 * 5 x ULN if"); `at`: no such bound. */
static size_t second_bound(const part *list, size_t from, size_t at)
{
    size_t i = at;

    while (i > from && (list[i - 1].kind == PART_QUANTITY || list[i - 1].kind == PART_FILL))
        i--;
    while (i < at && list[i].kind == PART_FILL)
        i++;
    return i < at && list[i].kind == PART_QUANTITY && list[i].low.given != list[i].high.given ? i
                                                                                              : at;
}

/* "AST <= 2.5 x ULN, or <= 5 x ULN if there are metastases": a limit, and another for some. */
static const rule *special_limit(const clause *c, const part *list, size_t from, size_t at,
                                 size_t to)
{
    size_t second = second_bound(list, from, at), end = second;
    bool bound = false;
    clause in = *c;

    if (second == at || second <= from + 1 || !names_something(list, at + 1, to))
        return NULL;
    while (end > from && (list[end - 1].kind == PART_COMMA || list[end - 1].kind == PART_OR ||
                          list[end - 1].kind == PART_AND || list[end - 1].kind == PART_FILL ||
                          list[end - 1].kind == PART_BUT || list[end - 1].kind == PART_ANDOR))
        end--;
    if (end == second)
        return NULL;
    for (size_t i = from; i < end; i++)
        bound = bound || list[i].kind == PART_QUANTITY;
    if (!bound)
        return NULL;
    in.depth++;
    return combine_alternative(c->arena, coordination(&in, list, from, end),
                               limit_of(&in, list, from, end, second, to));
}

static const rule *condition(const clause *c, const part *list, size_t from, size_t to)
{
    size_t at;
    clause in = *c;

    if (in.depth++ > DEPTH)
        return rule_opaque(c->arena, span_of(list, from, to), "nested too deeply");
    /* "if A, B"; "B if A"; "for patients with A: B" */
    for (at = from; at < to && list[at].kind != PART_IF && list[at].kind != PART_FORGROUP; at++)
        ;
    if (at < to) {
        size_t comma = find(list, at + 1, to, PART_COMMA);
        const rule *a, *b;
        clause positive = in;

        positive.exclusion = false;
        if ((a = special_limit(&in, list, from, at, to)))
            return a;
        if (at > from + 1 &&
            (list[at - 1].kind == PART_AND || list[at - 1].kind == PART_COMMA ||
             list[at - 1].kind == PART_OR) &&
            names_something(list, from, at) && comma < to && names_something(list, at + 1, comma) &&
            names_something(list, comma + 1, to)) {
            const rule *two[2] = {coordination(&in, list, from, at), condition(&in, list, at, to)};

            return rule_join(c->arena,
                             list[at - 1].kind == PART_OR || c->exclusion ? RULE_ANY : RULE_ALL,
                             span_of(list, from, to), two, 2);
        }
        if (!names_something(list, from, at) && comma < to && names_something(list, comma, to)) {
            a = coordination(&positive, list, at + 1, comma);
            b = condition(&in, list, comma + 1, to);
        } else if (names_something(list, from, at) && names_something(list, at + 1, to)) {
            a = coordination(&positive, list, at + 1, to);
            b = condition(&in, list, from, at);
        } else
            a = b = NULL;
        if (a && b) {
            return rule_two(c->arena, c->exclusion || c->special ? RULE_ALL : RULE_IF, a, b);
        }
    }
    /* "women of childbearing potential must ..." */
    at = find(list, from, to, PART_MUST);
    if (at < to && at > from) {
        bool group = false;

        for (size_t i = from; i < at; i++)
            group = group || list[i].kind == PART_SEX ||
                    (list[i].kind == PART_THING && list[i].hit.thing);
        if (group && names_something(list, at + 1, to)) {
            clause positive = in;
            positive.exclusion = false;
            const rule *a = coordination(&positive, list, from, at),
                       *b = condition(&positive, list, at + 1, to);

            if (a && b && c->special)
                return rule_two(c->arena, RULE_ALL, a, b);
            if (a && b)
                return c->exclusion
                           ? rule_two(c->arena, RULE_ALL, a, rule_not(c->arena, b->span, b))
                           : rule_two(c->arena, RULE_IF, a, b);
        }
    }
    return coordination(&in, list, from, to);
}

/* ---- but, unless, except ---- */

/* "hypertension unless controlled": the same thing with the words [from, to); not understood where
 * they are no qualifiers. */
static const rule *restricted(const clause *c, const rule *what, const part *list, size_t from,
                              size_t to)
{
    item x;
    rule *r;
    rule_qualifier *q;

    item_read(c, list, from, to, &x);
    for (size_t i = from; i < to; i++)
        if (list[i].kind != PART_QUAL && content(list[i].kind))
            return rule_opaque(c->arena, span_of(list, from, to),
                               "an exception that is not understood");
    if (!what || what->op != RULE_HAS || !x.qualifier_count || x.negated)
        return rule_opaque(c->arena, span_of(list, from, to),
                           "an exception that is not understood");
    r = arena_copy(c->arena, what, 1, sizeof *r);
    q = arena_array(c->arena, what->qualifier_count + x.qualifier_count, sizeof *q);
    if (!r || !q)
        return NULL;
    if (what->qualifier_count)
        memcpy(q, what->qualifiers, what->qualifier_count * sizeof *q);
    memcpy(q + what->qualifier_count, x.qualifiers, x.qualifier_count * sizeof *q);
    r->qualifiers = q;
    r->qualifier_count = what->qualifier_count + x.qualifier_count;
    r->span = span_of(list, from, to);
    return r;
}

static const rule *exceptions(const clause *c, const part *list, size_t from, size_t to)
{
    clause in = *c, inverse;

    if (in.depth++ > DEPTH)
        return rule_opaque(c->arena, span_of(list, from, to), "nested too deeply");
    inverse = in;
    inverse.exclusion = true; /* a list of exceptions: each is enough */
    inverse.special = true;
    for (size_t at = from; at < to; at++) {
        part_kind k = list[at].kind;

        if (k == PART_EXCEPT && strcmp(list[at].value, "allowed") == 0) {
            /* "A; B is allowed": what stands before it in the same clause is the exception */
            const rule *b = coordination(&inverse, list, from, at);
            if (b && at + 1 >= to)
                return rule_not(c->arena, span_of(list, from, to), b);
            continue;
        }
        if ((k == PART_EXCEPT || k == PART_UNLESS) && names_something(list, at + 1, to)) {
            size_t end = to;
            const rule *a, *b;

            a = names_something(list, from, at) ? exceptions(&in, list, from, at) : NULL;
            /* "A, unless B, in which case C": A, or B and C */
            for (size_t k2 = at + 1; a && k2 < to; k2++)
                if (list[k2].kind == PART_IF && strcmp(list[k2].value, "then") == 0 &&
                    names_something(list, at + 1, k2) && names_something(list, k2 + 1, to)) {
                    const rule *two[2] = {coordination(&in, list, at + 1, k2),
                                          coordination(&in, list, k2 + 1, to)};
                    const rule *either[2] = {
                        a, rule_join(c->arena, RULE_ALL, span_of(list, at + 1, to), two, 2)};

                    return rule_join(c->arena, RULE_ANY, span_of(list, from, to), either, 2);
                }
            b = exceptions(&inverse, list, at + 1, end);
            if (!a && b) {
                size_t comma = find(list, at + 1, end, PART_COMMA),
                       not = find(list, at + 1, end, PART_NOT);

                /* "except for B, no A": the exception stands first */
                if (comma < end && not == comma + 1 && names_something(list, not, end)) {
                    b = exceptions(&inverse, list, at + 1, comma);
                    a = exceptions(&in, list, not, end);
                    return a && b ? combine_except(c->arena, a, b, false, c->exclusion) : NULL;
                }
                /* "other than B": whatever it is, not B */
                return rule_not(c->arena, span_of(list, at, end), b);
            }
            if (a && b) {
                return combine_except(c->arena, a, b, k == PART_UNLESS, c->exclusion);
            }
            return a;
        }
        if ((k == PART_EXCEPT || k == PART_UNLESS) && names_something(list, from, at) &&
            any_content(list, at + 1, to)) {
            const rule *a = exceptions(&in, list, from, at);

            return combine_except(c->arena, a, restricted(&in, a, list, at + 1, to),
                                  k == PART_UNLESS, c->exclusion);
        }
        if (k == PART_BUT && at > from && names_something(list, from, at) &&
            names_something(list, at + 1, to)) {
            const rule *two[2] = {exceptions(&in, list, from, at),
                                  exceptions(&in, list, at + 1, to)};

            return rule_join(c->arena, RULE_ALL, span_of(list, from, to), two, 2);
        }
    }
    return condition(&in, list, from, to);
}

/* ---- colons: what it is called, and what it is ---- */

static const rule *colon(const clause *c, const part *list, size_t from, size_t to)
{
    size_t at = find(list, from, to, PART_COLON), count_at, past;
    list_count n;
    clause in = *c;

    if (in.depth++ > DEPTH)
        return rule_opaque(c->arena, span_of(list, from, to), "nested too deeply");
    /* "at least two of the following: a, b, c" in one line */
    n = scope_count(list, from, at < to ? at : to, &count_at, &past);
    if (n.said && names_something(list, past, to) &&
        (at < to || n.op == RULE_AT_LEAST || past > count_at + 1)) {
        size_t start = at < to && any_content(list, at + 1, to) ? at + 1 : past;
        entries e;
        const rule *r, *before = NULL;

        in.exclusion = n.op != RULE_ALL;
        for (size_t i = count_at; i < past; i++) {
            in.history = in.history || list[i].kind == PART_HISTORY;
            in.current = in.current || list[i].kind == PART_CURRENT;
        }
        e = split(&in, list, start, to);
        share(&in, &e);
        if (e.count > 1) {
            const rule **of = arena_array(c->arena, e.count, sizeof *of);

            if (!of)
                return NULL;
            for (size_t i = 0; i < e.count; i++) {
                inherit(&in, &e.at[i].item);
                of[i] = item_rule(&in, &e.at[i].item);
                if (of[i] && e.at[i].item.negated)
                    of[i] = rule_not(c->arena, of[i]->span, of[i]);
            }
            r = scope_counted(c->arena, n, span_of(list, start, to), of, e.count);
        } else
            r = exceptions(&in, list, start, to);
        if (r && n.negated)
            r = rule_not(c->arena, r->span, r);
        if (names_something(list, from, count_at)) {
            clause outer = *c;
            outer.depth = in.depth;
            before = exceptions(&outer, list, from, count_at);
        }
        return before ? rule_two(c->arena, RULE_ALL, before, r) : r;
    }
    if (at < to && at > from && any_content(list, at + 1, to)) {
        const rule *head, *body;

        /* "Blood transfusion: No" */
        if (at + 1 < to && list[at + 1].kind == PART_NOT && !names_something(list, at + 2, to)) {
            head = exceptions(&in, list, from, at);
            return head ? rule_not(c->arena, span_of(list, from, to), head) : NULL;
        }
        body = colon(&in, list, at + 1, to);
        /* a title in front of what it means; a quantity in front of its bound ("BMI: >18 and <30")
         */
        if (!body || (list[at + 1].kind == PART_QUANTITY)) {
            head = exceptions(&in, list, from, to);
            return head ? head : body;
        }
        item title;
        item_read(&in, list, from, at, &title);
        if (title.negated && title.has_subject) {
            /* "no evidence of any of these: a, b" */
            return rule_not(c->arena, span_of(list, from, to), body);
        }
        if (title.quantity_count || title.judge) {
            head = exceptions(&in, list, from, at);
            if (head)
                return rule_two(c->arena, RULE_ALL, head, body);
        }
        if (title.has_subject) {
            rule *labelled = arena_copy(c->arena, body, 1, sizeof *labelled);
            rule_qualifier *q = arena_alloc(c->arena, (body->qualifier_count + 1) * sizeof *q);

            if (!labelled || !q)
                return NULL;
            if (body->qualifier_count)
                memcpy(q, body->qualifiers, body->qualifier_count * sizeof *q);
            q[body->qualifier_count] =
                (rule_qualifier){"label", title.subject.text, title.subject.text,
                                 title.subject.span, title.subject.concept};
            labelled->qualifiers = q;
            labelled->qualifier_count = body->qualifier_count + 1;
            labelled->span.start = list[from].span.start;
            return labelled;
        }
        return body;
    }
    return exceptions(&in, list, from, to);
}

/* "A, defined as B": B, with A as its name. */
static const rule *definition(const clause *c, const part *list, size_t from, size_t to)
{
    size_t at = find(list, from, to, PART_DEFINED);
    clause in = *c;

    if (in.depth++ > DEPTH)
        return rule_opaque(c->arena, span_of(list, from, to), "nested too deeply");
    if (at < to && at > from && names_something(list, from, at) &&
        names_something(list, at + 1, to)) {
        bool bound = false;

        for (size_t i = at + 1; i < to && !bound; i++)
            bound = list[i].kind == PART_QUANTITY || list[i].kind == PART_BRACKET;
        item head;
        size_t end = at;
        while (end > from && (list[end - 1].kind == PART_COMMA || list[end - 1].kind == PART_FILL))
            end--;
        item_read(&in, list, from, end, &head);
        if (bound && !head.quantity_count && find(list, from, end, PART_COMMA) == end &&
            find(list, from, end, PART_OR) == end && find(list, from, end, PART_AND) == end &&
            !head.negated) {
            const rule *body = colon(&in, list, at + 1, to);

            if (body && head.has_subject) {
                rule *labelled = arena_copy(c->arena, body, 1, sizeof *labelled);
                rule_qualifier *q = arena_alloc(c->arena, (body->qualifier_count + 1) * sizeof *q);

                if (!labelled || !q)
                    return NULL;
                if (body->qualifier_count)
                    memcpy(q, body->qualifiers, body->qualifier_count * sizeof *q);
                q[body->qualifier_count] =
                    (rule_qualifier){"label", head.subject.text, head.subject.text,
                                     head.subject.span, head.subject.concept};
                labelled->qualifiers = q;
                labelled->qualifier_count = body->qualifier_count + 1;
                labelled->span.start = list[from].span.start;
                return labelled;
            }
            if (body)
                return body;
        }
    }
    return colon(&in, list, from, to);
}

/* ---- sentences ---- */

/* "two of the following: a; b; c": the signs divide what is counted, not what is said. */
static bool counts_pieces(const part *list, size_t from, size_t to)
{
    size_t colon = find(list, from, to, PART_COLON), first = find(list, from, to, PART_SEMICOLON),
           at, past;

    return first < to && colon < first && scope_count(list, from, colon, &at, &past).said;
}

static const rule *sentences(const clause *c, const part *list, size_t from, size_t to)
{
    const rule **of = NULL;
    size_t n = 0, room = 0, start = from, last_from = to;
    clause in = *c;

    if (in.depth++ > DEPTH)
        return rule_opaque(c->arena, span_of(list, from, to), "nested too deeply");
    bool counted = counts_pieces(list, from, to);
    for (size_t i = from; i <= to; i++) {
        if (i < to && list[i].kind != PART_PERIOD && (list[i].kind != PART_SEMICOLON || counted))
            continue;
        if (i - start == 1 && list[start].kind == PART_WORD &&
            list[start].span.end - list[start].span.start == 1) {
            start = i + 1; /* "A. ... B. ...": the letter of an item */
            continue;
        }
        if (any_content(list, start, i)) {
            size_t end = i;
            const rule *r;

            if (n > 0 && i - start == 1 && list[start].kind == PART_BRACKET &&
                list[start].inside_count) {
                /* a sentence in brackets: "(Basal cell carcinoma is allowed.)" */
                const part *inside = list[start].inside;
                size_t m = list[start].inside_count;

                while (m && (inside[m - 1].kind == PART_PERIOD || inside[m - 1].kind == PART_FILL))
                    m--;
                r = m ? definition(&in, inside, 0, m) : NULL;
                if (r && r->op == RULE_NOT && inside[m - 1].kind == PART_EXCEPT)
                    of[n - 1] = combine_except(c->arena, of[n - 1], r->of[0], false, c->exclusion);
                start = i + 1;
                continue;
            }
            /* "AST <= 2.5 x ULN; <= 5 x ULN for those with metastases" */
            size_t lead = start;
            while (lead < end && !content(list[lead].kind))
                lead++;
            if (n > 0 && lead < end && list[lead].kind == PART_QUANTITY && last_from < start &&
                (find(list, lead, end, PART_IF) < end ||
                 find(list, lead, end, PART_FORGROUP) < end)) {
                r = limit_of(&in, list, last_from, start, lead, end);
                if (r) {
                    of[n - 1] = combine_alternative(c->arena, of[n - 1], r);
                    start = i + 1;
                    continue;
                }
            }
            last_from = start;
            r = definition(&in, list, start, end);
            /* "... will be excluded" among the inclusions bars; among the exclusions it repeats the
             * heading */
            if (r && !c->exclusion && find(list, start, end, PART_EXCLUDED) < end) {
                clause bars = in;

                bars.exclusion = true;
                r = definition(&bars, list, start, end);
                r = r ? rule_not(c->arena, r->span, r) : NULL;
            }
            if (r && list[end - 1].kind == PART_EXCEPT && n > 0 && r->op == RULE_NOT) {
                /* a sentence that allows something takes it from the one before */
                of[n - 1] = combine_except(c->arena, of[n - 1], r->of[0], false, c->exclusion);
                r = NULL;
            } else if (r && list[end - 1].kind == PART_EXCEPT &&
                       strcmp(list[end - 1].value, "allowed") == 0)
                r = rule_opaque(c->arena, span_of(list, start, end),
                                "it permits something and asks for nothing");
            else if (!r &&
                     names_something(list, start,
                                     end)) /* a requirement that is not understood is still one */
                r = rule_opaque(c->arena, span_of(list, start, end),
                                "no condition was found in these words");
            if (r && arena_grow(c->arena, (void **)&of, n, &room, sizeof *of))
                of[n++] = r;
        }
        start = i + 1;
    }
    return rule_join(c->arena, c->exclusion ? RULE_ANY : RULE_ALL, span_of(list, from, to), of, n);
}

/* "with or without X" asks for nothing: it is left out, up to the next comma. The list without it,
 * of *to parts. */
static const part *without_choice(const clause *c, const part *list, size_t from, size_t *to)
{
    for (size_t i = from + 1; i + 1 < *to; i++) {
        const part * or = &list[i], *no = &list[i + 1];
        size_t before, end = i + 2, at = or->span.start;
        part *kept;

        if (or->kind != PART_OR || no->kind != PART_NOT || at < 5 ||
            strncasecmp(c->text + at - 5, "with ", 5) != 0 || no->span.end - no->span.start < 7 ||
            strncasecmp(c->text + no->span.start, "without", 7) != 0)
            continue;
        while (end < *to && list[end].kind != PART_COMMA && list[end].kind != PART_SEMICOLON &&
               list[end].kind != PART_PERIOD)
            end++;
        before = list[i - 1].span.start >= at - 5 ? i - 1 : i;
        kept = arena_array(c->arena, *to, sizeof *kept);
        if (!kept)
            return list;
        memcpy(kept, list, before * sizeof *kept);
        memcpy(kept + before, list + end, (*to - end) * sizeof *kept);
        *to -= end - before;
        return kept;
    }
    return list;
}

const rule *scope_rule(const clause *c, const part *list, size_t from, size_t to)
{
    size_t given = to;
    eligo_span all = from < to ? span_of(list, from, to) : (eligo_span){0, 0};

    list = without_choice(c, list, from, &to);
    if (to < given && !names_something(list, from, to))
        return rule_opaque(c->arena, all, "it permits something and asks for nothing");
    while (from < to && (list[from].kind == PART_COMMA || list[from].kind == PART_SEMICOLON ||
                         list[from].kind == PART_PERIOD || list[from].kind == PART_DASH ||
                         list[from].kind == PART_COLON ||
                         (list[from].kind == PART_AND && strcmp(list[from].value, "both") != 0) ||
                         (list[from].kind == PART_OR && strcmp(list[from].value, "either") != 0) ||
                         list[from].kind == PART_ANDOR))
        from++;
    while (to > from && (list[to - 1].kind == PART_COMMA || list[to - 1].kind == PART_SEMICOLON ||
                         list[to - 1].kind == PART_PERIOD || list[to - 1].kind == PART_DASH ||
                         list[to - 1].kind == PART_AND || list[to - 1].kind == PART_OR ||
                         list[to - 1].kind == PART_ANDOR))
        to--;
    if (from >= to)
        return NULL;
    return sentences(c, list, from, to);
}

const rule *scope_bracket(const clause *c, const part *list, size_t from, size_t to,
                          const item *about)
{
    clause in = *c;

    while (from < to && (list[from].kind == PART_DEFINED || list[from].kind == PART_INCLUDE ||
                         list[from].kind == PART_COMMA || list[from].kind == PART_OR ||
                         list[from].kind == PART_AND))
        from++;
    if (from >= to)
        return NULL;
    if (in.depth++ > DEPTH)
        return rule_opaque(c->arena, span_of(list, from, to), "nested too deeply");
    /* bounds in a bracket are about the quantity before it, where they name none themselves */
    bool named = false, bound = false;
    for (size_t i = from; i < to; i++) {
        named = named || (list[i].kind == PART_THING && list[i].hit.quantity);
        bound = bound || (list[i].kind == PART_QUANTITY && list[i].value && list[i].value[0]);
    }
    if (!named && bound && about && about->thing_count &&
        about->things[about->thing_count - 1]->hit.quantity) {
        part *with = arena_array(c->arena, to - from + 1, sizeof *with);

        if (!with)
            return NULL;
        with[0] = *about->things[about->thing_count - 1];
        memcpy(with + 1, list + from, (to - from) * sizeof *with);
        return sentences(&in, with, 0, to - from + 1);
    }
    return sentences(&in, list, from, to);
}
