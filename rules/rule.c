/* Nodes of a rule: constructors, equality, walking, names. Numbering and limits: settle.c. */
#include "rules/rule.h"

#include "engine/base/limits.h"

#include <ctype.h>
#include <string.h>

/* ---- names ---- */

const char *rule_op_name(rule_op op)
{
    static const char *const names[RULE_OPS] = {
        [RULE_ALL] = "all",         [RULE_ANY] = "any",           [RULE_AT_LEAST] = "at_least",
        [RULE_NOT] = "not",         [RULE_EXCEPT] = "except",     [RULE_IF] = "if",
        [RULE_COMPARE] = "compare", [RULE_HAS] = "has",           [RULE_JUDGEMENT] = "judgement",
        [RULE_OPAQUE] = "opaque",   [RULE_READINGS] = "readings",
    };

    return op < RULE_OPS ? names[op] : "";
}

const char *rule_relative_name(rule_relative r)
{
    static const char *const names[] = {"", "uln", "lln", "baseline"};

    return names[r];
}

const char *rule_tense_name(rule_tense t)
{
    static const char *const names[] = {"", "current", "history", "planned"};

    return names[t];
}

const char *rule_pick_name(rule_pick p)
{
    static const char *const names[] = {"latest", "any", "lowest", "highest"};

    return names[p];
}

const char *severity_name(severity s)
{
    static const char *const names[] = {"note", "warning", "error"};

    return names[s];
}

const char *criterion_kind_name(criterion_kind k)
{
    static const char *const names[] = {"inclusion", "exclusion", "registry"};

    return names[k];
}

/* ---- constructors ---- */

/* The smallest span with both; an empty one (a node that no word stands for) adds nothing. */
bool rule_anchor_of_study(const char *anchor)
{
    static const char *const points[] = {"unstated",      "screening",    "enrollment",
                                         "randomization", "study entry",  "baseline",
                                         "consent",       "registration", "treatment start"};

    for (size_t i = 0; anchor && i < sizeof points / sizeof *points; i++)
        if (strcmp(anchor, points[i]) == 0)
            return true;
    return !anchor;
}

rule *rule_new(arena *a, rule_op op, eligo_span span)
{
    rule *r = arena_alloc(a, sizeof *r);

    if (r) {
        r->op = op;
        r->span = span;
    }
    return r;
}

/* A node of these parts, which are the arena's. */
static const rule *node_of(arena *a, rule_op op, eligo_span span, const rule *const *parts,
                           size_t count)
{
    rule *r = parts ? rule_new(a, op, span) : NULL;

    if (!r)
        return NULL;
    r->of = parts;
    r->count = count;
    for (size_t i = 0; i < count; i++)
        r->span = span_cover(r->span, parts[i]->span);
    return r;
}

static const rule *with_parts(arena *a, rule_op op, eligo_span span, const rule *const *of,
                              size_t count)
{
    return node_of(a, op, span, arena_copy(a, of, count, sizeof *of), count);
}

/* The only one of them that is there; NULL: there is none, or there are several. */
static const rule *only_one(const rule *const *of, size_t count, size_t *there)
{
    const rule *one = NULL;

    *there = 0;
    for (size_t i = 0; i < count; i++)
        if (of[i] && ++*there)
            one = of[i];
    return *there == 1 ? one : NULL;
}

/* Does it begin before the first of its limits: "hypertension (SBP > 160 or DBP > 100)"? Then they
 * are what those words mean. */
static bool is_defined(const rule *r)
{
    for (size_t i = 0; i < r->count; i++)
        if (r->of[i]->op != RULE_COMPARE)
            return false;
    return r->op == RULE_ANY && r->count && r->of[0]->span.start != r->span.start;
}

const rule *rule_join(arena *a, rule_op op, eligo_span span, const rule *const *of, size_t count)
{
    size_t room, n = 0;
    /* only what grows from the left is flattened: a list that stands in a list keeps its own node,
     * so that its words still have a truth of their own */
    bool grows =
        count == 2 && op != RULE_AT_LEAST && of[0] && of[0]->op == op && !is_defined(of[0]);
    const rule *one = only_one(of, count, &room), **parts;

    if (!room || (one && !grows && op != RULE_AT_LEAST))
        return one;
    room += grows ? of[0]->count : 0;
    if (!(parts = arena_room(a, room * sizeof *parts)))
        return NULL;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 && grows) {
            span = span_cover(span, of[0]->span);
            for (size_t k = 0; k < of[0]->count; k++)
                parts[n++] = of[0]->of[k];
        } else if (of[i]) {
            parts[n++] = of[i];
        }
    }
    if (n == 0)
        return NULL;
    if (n == 1 && op != RULE_AT_LEAST)
        return parts[0];
    return node_of(a, op, span, parts, n);
}

const rule *rule_two(arena *a, rule_op op, const rule *first, const rule *second)
{
    const rule *of[2] = {first, second};

    if (!first)
        return second;
    if (!second)
        return first;
    return with_parts(a, op, first->span, of, 2);
}

const rule *rule_not(arena *a, eligo_span span, const rule *of)
{
    return of ? with_parts(a, RULE_NOT, span, &of, 1) : NULL;
}

const rule *rule_denied(arena *a, eligo_span span, const rule *of)
{
    return of && of->op == RULE_NOT ? of->of[0] : rule_not(a, span, of);
}

const rule *rule_opaque(arena *a, eligo_span span, const char *reason)
{
    rule *r = rule_new(a, RULE_OPAQUE, span);

    if (r)
        r->reason = reason;
    return r;
}

const rule *rule_judgement(arena *a, eligo_span span, const char *topic)
{
    rule *r = rule_new(a, RULE_JUDGEMENT, span);

    if (r)
        r->topic = topic;
    return r;
}

const rule *rule_readings(arena *a, eligo_span span, const char *code, const rule *const *of,
                          size_t count)
{
    const rule *kept[LIMIT_READINGS];
    size_t n = 0;
    const rule *made;
    rule *r;

    for (size_t i = 0; i < count; i++) {
        bool again = !of[i];

        for (size_t k = 0; k < n && !again; k++)
            again = rule_equal(kept[k], of[i]);
        if (again)
            continue;
        if (n == LIMIT_READINGS) {
            /* one that is left out could differ: it stays open */
            kept[n - 1] = rule_opaque(a, span, "more readings than are looked at");
            break;
        }
        kept[n++] = of[i];
    }
    if (n < 2)
        return n ? kept[0] : NULL;
    made = with_parts(a, RULE_READINGS, span, kept, n);
    if (!made)
        return NULL;
    r = arena_copy(a, made, 1, sizeof *made);
    if (r)
        r->finding = code;
    return r;
}

/* ---- equality ---- */

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Letter case and the amount of blanks carry no meaning. */
static bool same_words(const char *a, const char *b)
{
    if (!a || !b)
        return a == b;
    for (;;) {
        bool gap_a = isspace((unsigned char)*a), gap_b = isspace((unsigned char)*b);

        if (gap_a != gap_b)
            return false;
        while (isspace((unsigned char)*a))
            a++;
        while (isspace((unsigned char)*b))
            b++;
        if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
            return false;
        if (!*a)
            return true;
        a++;
        b++;
    }
}

static bool same_bound(rule_bound a, rule_bound b)
{
    return a.given == b.given && (!a.given || (a.inclusive == b.inclusive && a.value == b.value));
}

static bool same_unit(rule_unit a, rule_unit b)
{
    return a.ucum || b.ucum ? same_text(a.ucum, b.ucum) : same_words(a.text, b.text);
}

static bool same_subject(const rule_subject *a, const rule_subject *b)
{
    if (a->concept != b->concept || !same_text(a->who, b->who))
        return false;
    return a->concept || (a->category == b->category && same_words(a->text, b->text));
}

static bool same_period(bool given_a, period a, bool given_b, period b)
{
    return given_a == given_b && (!given_a || (a.n == b.n && (a.unit == b.unit || a.n == 0)));
}

static bool same_window(const rule_window *a, const rule_window *b)
{
    if (!a || !b)
        return a == b;
    return same_period(a->from_given, a->from, b->from_given, b->from) &&
           same_period(a->to_given, a->to, b->to_given, b->to) && a->from_open == b->from_open &&
           a->to_open == b->to_open && a->half_lives == b->half_lives &&
           a->anchor_concept == b->anchor_concept &&
           (a->anchor_concept || same_words(a->anchor, b->anchor));
}

static bool same_amount(const rule_amount *a, const rule_amount *b)
{
    if (!a || !b)
        return a == b;
    return same_bound(a->low, b->low) && same_bound(a->high, b->high) &&
           same_unit(a->unit, b->unit) && a->equivalent_of == b->equivalent_of;
}

bool rule_qualifier_equal(const rule_qualifier *x, const rule_qualifier *y)
{
    if (!same_text(x->kind, y->kind) || x->concept != y->concept)
        return false;
    /* the value of a side says only that there is one: which, the words */
    if (qualifier_is(x, "side") && x->text && y->text && strcasecmp(x->text, y->text) != 0)
        return false;
    if (x->concept && (qualifier_is(x, "about") || qualifier_is(x, "example")))
        return true;
    return same_words(x->value, y->value);
}

/* Is everything that narrows `a` said of `b`? */
static bool all_carried(const rule *a, const rule *b)
{
    for (size_t i = 0; i < a->qualifier_count; i++) {
        /* what a thing is called once more asks nothing */
        bool carried = qualifier_is(&a->qualifiers[i], "label");

        for (size_t k = 0; k < b->qualifier_count && !carried; k++)
            carried = rule_qualifier_equal(&a->qualifiers[i], &b->qualifiers[k]);
        if (!carried)
            return false;
    }
    return true;
}

static bool same_values(const rule *a, const rule *b)
{
    if (a->value_count != b->value_count)
        return false;
    for (size_t i = 0; i < a->value_count; i++)
        if (a->values[i] != b->values[i])
            return false;
    return true;
}

static bool has_id(const concept *c, const char *id, size_t size)
{
    return strlen(c->id) == size && memcmp(c->id, id, size) == 0;
}

static bool counted(const concept *a, const concept *b)
{
    size_t size;
    const char *id = concept_attribute(a, "among", &size);
    bool found = id && has_id(b, id, size);

    for (size_t i = 0; id && !found && b->above[i]; i++)
        found = has_id(b->above[i], id, size);
    return found;
}

bool concept_counted_among(const concept *a, const concept *b)
{
    bool found = a && b && counted(a, b);

    for (size_t i = 0; a && b && !found && a->above[i]; i++)
        found = counted(a->above[i], b);
    return found;
}

static bool same_leaf(const rule *a, const rule *b)
{
    return same_subject(&a->subject, &b->subject) && same_window(a->window, b->window) &&
           a->tense == b->tense && all_carried(a, b) && all_carried(b, a) &&
           same_amount(a->duration, b->duration) && same_amount(a->dose, b->dose) &&
           same_bound(a->low, b->low) && same_bound(a->high, b->high) && same_values(a, b) &&
           same_unit(a->unit, b->unit) && a->relative_to == b->relative_to && a->pick == b->pick &&
           a->counting == b->counting && a->any_specimen == b->any_specimen &&
           a->as_kind == b->as_kind;
}

static bool same_span(eligo_span a, eligo_span b)
{
    return a.start == b.start && a.end == b.end;
}

bool rule_equal(const rule *a, const rule *b)
{
    if (a == b)
        return true;
    if (!a || !b || a->op != b->op || a->count != b->count || a->n != b->n)
        return false;
    switch (a->op) {
    case RULE_COMPARE:
    case RULE_HAS: return same_leaf(a, b);
    case RULE_OPAQUE: /* nothing is known of what it means but its words */
        return same_span(a->span, b->span);
    case RULE_JUDGEMENT:
        return same_text(a->topic, b->topic) && (a->topic || same_span(a->span, b->span));
    default: break;
    }
    for (size_t i = 0; i < a->count; i++)
        if (!rule_equal(a->of[i], b->of[i]))
            return false;
    return a->op != RULE_READINGS || same_text(a->finding, b->finding);
}

/* ---- walking ---- */

void rule_walk(const rule *r, void (*visit)(const rule *r, void *context), void *context)
{
    if (!r)
        return;
    visit(r, context);
    for (size_t i = 0; i < r->count; i++)
        rule_walk(r->of[i], visit, context);
}

static void add_one(const rule *r, void *context)
{
    (void)r;
    ++*(size_t *)context;
}

size_t rule_size(const rule *r)
{
    size_t n = 0;

    rule_walk(r, add_one, &n);
    return n;
}

static inline const char *text_copy(arena *a, const char *text)
{
    size_t size = text ? strlen(text) + 1 : 0;
    char *copy = text ? arena_room(a, size) : NULL;

    return copy ? memcpy(copy, text, size) : NULL;
}

static void unit_copy(arena *a, rule_unit *u)
{
    u->ucum = text_copy(a, u->ucum);
    u->text = text_copy(a, u->text);
}

static eligo_span moved(const rule_places *places, eligo_span s)
{
    return places ? places->move(places->context, s) : s;
}

static const rule_amount *amount_copy(arena *a, const rule_amount *from, const rule_places *places)
{
    rule_amount *m = arena_copy(a, from, 1, sizeof *from);

    if (m) {
        unit_copy(a, &m->unit);
        m->text = text_copy(a, m->text);
        m->span = moved(places, m->span);
    }
    return m;
}

static const rule_window *window_copy(arena *a, const rule_window *from, const rule_places *places)
{
    rule_window *w = arena_copy(a, from, 1, sizeof *from);

    if (w) {
        w->anchor = text_copy(a, w->anchor);
        w->text = text_copy(a, w->text);
        w->span = moved(places, w->span);
    }
    return w;
}

static const rule_qualifier *qualifiers_copy(arena *a, const rule_qualifier *from, size_t count,
                                             const rule_places *places)
{
    rule_qualifier *q = arena_copy(a, from, count, sizeof *from);

    for (size_t i = 0; q && i < count; i++) {
        bool own_words = q[i].value == q[i].text;

        q[i].kind = text_copy(a, q[i].kind);
        q[i].text = text_copy(a, q[i].text);
        q[i].value = own_words ? q[i].text : text_copy(a, q[i].value);
        q[i].span = moved(places, q[i].span);
    }
    return q;
}

void rule_own(arena *a, rule *r, const rule_places *places)
{
    r->subject.text = text_copy(a, r->subject.text);
    r->subject.who = text_copy(a, r->subject.who);
    unit_copy(a, &r->unit);
    r->window = r->window ? window_copy(a, r->window, places) : NULL;
    r->duration = r->duration ? amount_copy(a, r->duration, places) : NULL;
    r->dose = r->dose ? amount_copy(a, r->dose, places) : NULL;
    r->qualifiers =
        r->qualifier_count ? qualifiers_copy(a, r->qualifiers, r->qualifier_count, places) : NULL;
    r->values = r->value_count ? arena_copy(a, r->values, r->value_count, sizeof *r->values) : NULL;
    r->topic = text_copy(a, r->topic);
    r->reason = text_copy(a, r->reason);
    r->finding = text_copy(a, r->finding);
}
