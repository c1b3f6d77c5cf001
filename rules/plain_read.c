/* The plain form of a leaf, back to a rule: from left to right, each piece where rules/plain.c puts
 * it. Where a name begins is found by trying: the fewest words before it that leave a name. */
#include "rules/plain.h"

#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "rules/plain_words.h"
#include "rules/unit.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_WORDS = 24, CUE_WORDS = 6 };

typedef struct reading {
    const char *text; /* NUL-terminated */
    size_t size, at, furthest;
    const lexicon *lexicon;
    arena *arena;
} reading;

typedef struct draft {
    rule_pick pick;
    bool counting;
    rule_tense tense;
    rule_qualifier *qualifiers;
    size_t count, room;
    rule_subject subject;
} draft;

static bool take(reading *r, const char *words)
{
    size_t n = strlen(words);

    if (strncmp(r->text + r->at, words, n) != 0)
        return false;
    r->at += n;
    return true;
}

static eligo_span whole(const reading *r)
{
    return (eligo_span){0, r->size};
}

/* What stands before `end`, with its escapes resolved; NULL: there is no such end. */
static const char *up_to(reading *r, const char *end)
{
    const char *from = r->text + r->at, *to = strstr(from, end), *p;
    char *out, *o;

    if (!to || !(out = arena_alloc(r->arena, (size_t)(to - from) + 1)))
        return NULL;
    for (o = out, p = from; p < to;) {
        char *after;
        unsigned long c;

        if (strncmp(p, "\\u{", 3) == 0 && isxdigit((unsigned char)p[3]) &&
            (c = strtoul(p + 3, &after, 16)) <= 0x10FFFF && *after == '}' && after < to) {
            o += utf8_encode((uint32_t)c, o);
            p = after + 1;
        } else {
            *o++ = *p++;
        }
    }
    *o = 0;
    r->at = (size_t)(to - r->text) + strlen(end);
    return out;
}

static bool take_number(reading *r, double *out)
{
    const char *from = r->text + r->at;
    char *end;

    if (!isdigit((unsigned char)from[*from == '-']))
        return false;
    *out = strtod(from, &end);
    r->at += (size_t)(end - from);
    return isfinite(*out);
}

/* ---- names ---- */

/* The concept whose own name is all of text[start, end). */
static const concept *named(reading *r, size_t start, size_t end)
{
    const char *name = r->text + start;
    size_t size = end - start;
    atoms cut = lexicon_cut(r->lexicon, name, size, r->arena);
    const concept *both[2];
    lexicon_hit hit;

    if (!cut.count || !lexicon_match(r->lexicon, &cut, 0, &hit) || hit.atoms != cut.count)
        return NULL;
    both[0] = hit.quantity;
    both[1] = hit.thing;
    for (size_t i = 0; i < 2; i++)
        if (both[i] && strlen(both[i]->name) == size && memcmp(both[i]->name, name, size) == 0)
            return both[i];
    return NULL;
}

/* A name that ends at `end`, and the id behind it where one stands there. */
static const concept *take_name_to(reading *r, size_t end)
{
    size_t start = r->at;
    const concept *c;

    if (strncmp(r->text + end, " [", 2) == 0) {
        const char *id = r->text + end + 2, *close = strchr(id, ']');

        c = close ? lexicon_concept(r->lexicon, id, (size_t)(close - id)) : NULL;
        if (!c || strlen(c->name) != end - start ||
            memcmp(c->name, r->text + start, end - start) != 0)
            return NULL;
        r->at = (size_t)(close + 1 - r->text);
        return c;
    }
    c = named(r, start, end);
    if (c)
        r->at = end;
    return c;
}

/* The ends of words behind r->at, at most `room`, the last first; so many. */
static size_t word_ends(const reading *r, size_t room, size_t *ends)
{
    size_t n = 0;

    for (size_t i = r->at; i <= r->size && n < room; i++)
        if (i > r->at &&
            (i == r->size || r->text[i] == ' ' || r->text[i] == ';' || r->text[i] == '}'))
            ends[n++] = i;
    for (size_t i = 0; i < n / 2; i++) {
        size_t swap = ends[i];

        ends[i] = ends[n - 1 - i];
        ends[n - 1 - i] = swap;
    }
    return n;
}

/* The longest name that begins here; `then`: what must stand behind it, one of a few. */
static const concept *take_name(reading *r, const char *const *then)
{
    size_t ends[NAME_WORDS], n = word_ends(r, NAME_WORDS, ends), start = r->at;

    for (size_t i = 0; i < n; i++) {
        const concept *c = take_name_to(r, ends[i]);

        for (size_t k = 0; c && then[k]; k++)
            if (strncmp(r->text + r->at, then[k], strlen(then[k])) == 0 &&
                (*then[k] || r->at == r->size))
                return c;
        r->at = start;
    }
    return NULL;
}

/* ---- bounds ---- */

static bool at_break(const reading *r, size_t at)
{
    return at == r->size || r->text[at] == ' ' || r->text[at] == ')';
}

static void take_unit(reading *r, const concept *quantity, rule_unit *out)
{
    const char *from = r->text + r->at;
    size_t start = r->at;
    unit_hit hit;
    unit u;

    *out = (rule_unit){NULL, NULL};
    if (take(r, " '")) {
        out->ucum = out->text = up_to(r, "'");
        if (!out->ucum || (*out->ucum && !unit_parse(out->ucum, strlen(out->ucum), &u, NULL)))
            r->at = start;
        return;
    }
    if (take(r, " \"")) {
        out->text = up_to(r, "\"");
        return;
    }
    for (size_t i = 0; i < PLAIN_TIMES; i++) {
        size_t n = strlen(plain_times[i].word);

        if (*from == ' ' && strncmp(from + 1, plain_times[i].word, n) == 0 &&
            at_break(r, r->at + 1 + n)) {
            out->ucum = plain_times[i].ucum;
            out->text = plain_times[i].word;
            r->at += 1 + n;
            return;
        }
    }
    if (unit_match(from, r->size - r->at, quantity, &hit) && !hit.damaged &&
        at_break(r, r->at + hit.size)) {
        out->ucum = arena_text(r->arena, hit.ucum, strlen(hit.ucum));
        out->text = arena_text(r->arena, from + (*from == ' '), hit.size - (*from == ' '));
        r->at += hit.size;
    }
}

static bool take_value(reading *r, const concept *quantity, double *value, rule_relative *relative,
                       rule_unit *u)
{
    if (!take_number(r, value))
        return false;
    for (int i = 1; i < PLAIN_RELATIVES; i++)
        if (r->text[r->at] == ' ' &&
            strncmp(r->text + r->at + 1, plain_relatives[i], strlen(plain_relatives[i])) == 0) {
            r->at += 1 + strlen(plain_relatives[i]);
            *relative = (rule_relative)i;
        }
    take_unit(r, quantity, u);
    return true;
}

typedef struct range {
    rule_bound low, high;
    rule_relative relative;
    rule_unit unit;
} range;

static bool take_range(reading *r, const concept *quantity, range *out)
{
    size_t start = r->at;
    bool low, inclusive;
    double x;

    *out = (range){0};
    if (take(r, " = ")) {
        if (!take_value(r, quantity, &x, &out->relative, &out->unit))
            return false;
        out->low = out->high = (rule_bound){true, true, x};
        return true;
    }
    if (take(r, " from ")) {
        out->low = (rule_bound){true, true, 0};
        out->high = out->low;
        if (take_number(r, &out->low.value) && take(r, " to ") &&
            take_value(r, quantity, &out->high.value, &out->relative, &out->unit))
            return true;
        r->at = start;
        return false;
    }
    for (int i = 0; i < 2; i++) {
        size_t before = r->at;

        if (i && !take(r, " and"))
            break;
        low = take(r, " >");
        if (!low && !take(r, " <")) {
            r->at = before;
            break;
        }
        inclusive = take(r, "=");
        if (!take(r, " ") || !take_value(r, quantity, &x, &out->relative, &out->unit)) {
            r->at = before;
            break;
        }
        *(low ? &out->low : &out->high) = (rule_bound){true, inclusive, x};
        if (!low)
            break;
    }
    return out->low.given || out->high.given;
}

static size_t take_values(reading *r, const double **out)
{
    size_t count = 0, room = 0, start = r->at;
    double *list = NULL, x;

    while (take(r, count == 0 ? " " : ", ") || (count && take(r, " or "))) {
        if (!take_number(r, &x)) {
            r->at = start;
            break;
        }
        start = r->at;
        if (!arena_grow(r->arena, (void **)&list, count, &room, sizeof *list))
            break;
        list[count++] = x;
    }
    *out = list;
    return count;
}

static const rule_amount *take_amount(reading *r, bool dose)
{
    static const char *const then[] = {" equivalent", NULL};
    rule_amount *m = arena_alloc(r->arena, sizeof *m);
    size_t start;
    range x;

    if (!take_range(r, NULL, &x) || !m)
        return NULL;
    m->low = x.low;
    m->high = x.high;
    m->unit = x.unit;
    m->text = r->text;
    m->span = whole(r);
    start = r->at;
    if (dose && take(r, " ")) {
        m->equivalent_of = take_name(r, then);
        if (m->equivalent_of)
            take(r, *then);
        else
            r->at = start;
    }
    return m;
}

/* ---- windows ---- */

static bool take_length(reading *r, period *p)
{
    size_t n;

    if (!take_number(r, &p->n) || !take(r, " "))
        return false;
    for (size_t i = 0; i < PLAIN_TIMES; i++) {
        n = strlen(plain_times[i].word) - (p->n == 1);
        if (strncmp(r->text + r->at, plain_times[i].word, n) == 0 &&
            (r->text[r->at + n] == ' ' || !r->text[r->at + n])) {
            p->unit = plain_times[i].unit;
            r->at += n;
            return true;
        }
    }
    return false;
}

/* " before" or " after"; a length before is a negative one. */
static bool take_side(reading *r, period *p)
{
    if (take(r, " before")) {
        p->n = -p->n;
        return true;
    }
    return take(r, " after");
}

static bool take_anchor(reading *r, rule_window *w)
{
    static const char *const then[] = {"", NULL};

    if (strcmp(r->text + r->at, "the index date") == 0) {
        w->anchor = "unstated";
        r->at = r->size;
        return true;
    }
    if (take(r, "\"")) {
        w->anchor = up_to(r, "\"");
        return w->anchor != NULL;
    }
    if (rule_anchor_of_study(r->text + r->at)) {
        w->anchor = r->text + r->at;
        r->at = r->size;
        return true;
    }
    w->anchor_concept = take_name(r, then);
    w->anchor = w->anchor_concept ? w->anchor_concept->name : NULL;
    return w->anchor;
}

/* Both ends, or the one that is given, up to the anchor. */
static bool take_ends(reading *r, rule_window *w)
{
    static const struct {
        const char *words;
        bool low, open, far; /* far: the end lies on its own side of the anchor */
    } single[] = {{" not earlier than ", true, false, true}, {" later than ", true, true, true},
                  {" not later than ", false, false, true},  {" earlier than ", false, true, true},
                  {" at least ", false, false, false},       {" more than ", false, true, false}};
    static const period zero = {0, 'd'};
    size_t start = r->at;
    period p;

    if (take(r, " at any time relative to "))
        return true;
    if (take(r, " within ")) {
        bool less = take(r, "less than "), strictly;

        w->from_given = w->to_given = true;
        w->from = w->to = zero;
        if (!take_length(r, &p))
            return false;
        strictly = take(r, " strictly");
        if (!take_side(r, &p) || !take(r, " "))
            return false;
        *(p.n < 0 ? &w->from : &w->to) = p;
        w->from_open = p.n < 0 ? less : strictly;
        w->to_open = p.n < 0 ? strictly : less;
        return true;
    }
    if (take(r, " from ")) {
        w->from_given = w->to_given = true;
        if (!take_length(r, &w->from))
            return false;
        w->from_open = take(r, " (not included)");
        if (!take_side(r, &w->from) || !take(r, " to ") || !take_length(r, &w->to))
            return false;
        w->to_open = take(r, " (not included)");
        return take_side(r, &w->to) && take(r, " ");
    }
    for (size_t i = 0; i < sizeof single / sizeof *single; i++) {
        bool low = single[i].low;

        if (!take(r, single[i].words))
            continue;
        if (!take_length(r, &p) || !take_side(r, &p) || !take(r, " "))
            return false;
        if (!single[i].far)
            low = p.n > 0;
        *(low ? &w->from : &w->to) = p;
        *(low ? &w->from_given : &w->to_given) = true;
        *(low ? &w->from_open : &w->to_open) = single[i].open;
        return true;
    }
    if (take(r, " at ")) {
        w->from_given = w->to_given = true;
        w->from = w->to = zero;
        return true;
    }
    p = zero;
    p.n = take(r, " strictly") ? 1 : 0;
    if (take(r, " after ")) {
        w->from_given = true;
        w->from = zero;
        w->from_open = p.n > 0;
        return true;
    }
    if (take(r, " before ")) {
        w->to_given = true;
        w->to = zero;
        w->to_open = p.n > 0;
        return true;
    }
    r->at = start;
    return false;
}

static const rule_window *take_window(reading *r)
{
    rule_window *w = arena_alloc(r->arena, sizeof *w);
    size_t start = r->at;

    if (!w)
        return NULL;
    *w = (rule_window){.text = r->text, .span = whole(r)};
    if (take(r, " within ") && take_number(r, &w->half_lives) && take(r, " half-lives")) {
        take(r, " or");
    } else {
        r->at = start;
        w->half_lives = 0;
    }
    if (take_ends(r, w) && take_anchor(r, w))
        return w;
    return NULL;
}

/* ---- what narrows it ---- */

static bool add(reading *r, draft *d, rule_qualifier q)
{
    q.span = whole(r);
    if (!arena_grow(r->arena, (void **)&d->qualifiers, d->count, &d->room, sizeof q))
        return false;
    d->qualifiers[d->count++] = q;
    return true;
}

/* The kind and value of a word that stands before a thing: "severity:severe" in two. */
static bool kind_of(reading *r, const char *words, size_t size, rule_qualifier *q)
{
    const cue *c = cue_whole(words, size);
    const char *colon = c && c->class == CUE_QUAL ? strchr(c->value, ':') : NULL;

    if (!colon)
        return false;
    *q = (rule_qualifier){.kind = arena_text(r->arena, c->value, (size_t)(colon - c->value)),
                          .value = colon + 1,
                          .text = arena_text(r->arena, words, size)};
    return true;
}

/* "before" the thing: the longest phrase that begins here, and the blank behind it. */
static bool take_before(reading *r, draft *d)
{
    size_t ends[CUE_WORDS], n = word_ends(r, CUE_WORDS, ends);
    rule_qualifier q;

    for (size_t i = 0; i < n; i++)
        if (r->text[ends[i]] == ' ' && kind_of(r, r->text + r->at, ends[i] - r->at, &q)) {
            r->at = ends[i] + 1;
            return add(r, d, q);
        }
    return false;
}

static bool take_marks(reading *r, draft *d)
{
    static const char *const then[] = {"; ", "}", NULL};
    rule_qualifier side;

    if (!take(r, " {"))
        return true;
    do {
        rule_qualifier q = {.kind = "other"};

        if (r->text[r->at] != '"' && !(q.kind = up_to(r, " ")))
            return false;
        if (take(r, "\"")) {
            q.text = q.value = up_to(r, "\"");
            if (!q.value)
                return false;
            if (strcmp(q.kind, "side") == 0 && kind_of(r, q.text, strlen(q.text), &side))
                q.value = side.value;
            if (take(r, " = ") && !(q.concept = take_name(r, then)))
                return false;
        } else {
            q.concept = take_name(r, then);
            q.text = q.value = q.concept ? q.concept->name : NULL;
        }
        if (!q.value || !add(r, d, q))
            return false;
    } while (take(r, "; "));
    return take(r, "}");
}

/* ---- the leaf ---- */

static const rule *reached(reading *r, const rule *x)
{
    if (r->at > r->furthest)
        r->furthest = r->at;
    return x;
}

/* What stands behind the thing. */
static const rule *rest(reading *r, draft d)
{
    const char *who = NULL;
    range bounds = {0};
    bool as_kind = false;
    rule *x;

    if (take(r, " (") && !(who = up_to(r, ")")))
        return reached(r, NULL);
    if (who && strcmp(who, PLAIN_AS_KIND) == 0) {
        as_kind = true;
        who = NULL;
    }
    d.subject.who = who;
    d.subject.span = whole(r);
    if (!take_marks(r, &d) || !(x = rule_new(r->arena, RULE_HAS, whole(r))))
        return reached(r, NULL);
    x->subject = d.subject;
    x->pick = d.pick;
    x->counting = d.counting;
    x->tense = d.tense;
    x->as_kind = as_kind;
    x->qualifiers = d.qualifiers;
    x->qualifier_count = d.count;
    if (take_range(r, d.subject.concept, &bounds))
        x->op = RULE_COMPARE;
    x->value_count = take_values(r, &x->values);
    if (x->value_count) {
        x->op = RULE_COMPARE;
        if (!bounds.unit.ucum && !bounds.unit.text)
            take_unit(r, d.subject.concept, &bounds.unit);
    }
    if (x->op == RULE_COMPARE) {
        x->low = bounds.low;
        x->high = bounds.high;
        x->relative_to = bounds.relative;
        x->unit = bounds.unit;
        x->bound_span = whole(r);
    } else if (d.pick || d.counting) {
        return reached(r, NULL); /* of what has no value there is no lowest */
    }
    if (take(r, " at a dose") && !(x->dose = take_amount(r, true)))
        return reached(r, NULL);
    reached(r, NULL);
    if (strncmp(r->text + r->at, " for ", 5) == 0) {
        r->at += 4;
        if (!(x->duration = take_amount(r, false)))
            return reached(r, NULL);
    }
    if (r->at < r->size && !(x->window = take_window(r)))
        return reached(r, NULL);
    return reached(r, r->at == r->size ? x : NULL);
}

/* A thing that begins here, and all that follows it. */
static const rule *from_subject(reading *r, const draft *d)
{
    size_t ends[NAME_WORDS], n, start = r->at;
    draft copy = *d;
    const rule *x;

    if (take(r, "\"")) {
        copy.subject.text = up_to(r, "\"");
        if (!copy.subject.text)
            return NULL;
        start = r->at;
        if (take(r, " (")) {
            const char *name = up_to(r, ")");

            copy.subject.category = name ? category_find(name, strlen(name)) : CATEGORY_NONE;
            if (!copy.subject.category)
                r->at = start;
        }
        return rest(r, copy);
    }
    n = word_ends(r, NAME_WORDS, ends);
    for (size_t i = 0; i < n; i++) {
        copy = *d;
        copy.subject.concept = take_name_to(r, ends[i]);
        if (copy.subject.concept) {
            copy.subject.category = copy.subject.concept->category;
            copy.subject.text = copy.subject.concept->name;
            x = rest(r, copy);
            if (x)
                return x;
        }
        r->at = start;
    }
    return NULL;
}

const rule *plain_leaf(const char *text, size_t size, const lexicon *lx, arena *a, size_t *at)
{
    reading r = {.size = size, .lexicon = lx, .arena = a};
    draft d = {0};
    const rule *x = NULL;
    bool more = true;

    r.text = arena_text(a, text, size);
    if (!r.text || strlen(r.text) != size || size == 0 ||
        size > 8 * LIMIT_CRITERION_BYTES) /* escapes are longer */
        return NULL;
    for (unsigned stage = 0; more && !x; stage++) {
        size_t start = r.at;

        x = from_subject(&r, &d);
        if (x)
            break;
        r.at = start;
        more = false;
        for (int i = 1; stage == 0 && i < PLAIN_PICKS && !more; i++)
            if (take(&r, plain_picks[i])) {
                d.pick = (rule_pick)i;
                more = true;
            }
        if (!more && stage <= 1 && take(&r, PLAIN_NUMBER_OF))
            d.counting = more = true;
        for (int i = 1; !d.tense && !d.count && i < PLAIN_TENSES && !more; i++)
            if (take(&r, plain_tenses[i])) {
                d.tense = (rule_tense)i;
                more = true;
            }
        if (!more)
            more = take_before(&r, &d);
    }
    if (at)
        *at = r.furthest;
    return x;
}
