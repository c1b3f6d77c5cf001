#include "rules/load.h"

#include "engine/base/error.h"
#include "engine/base/limits.h"
#include "rules/unit.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct loading {
    json_doc doc;
    arena *arena;
    const lexicon *lexicon;
    load_errors errors;
    size_t base; /* the document begins at this byte of the file */
} loading;

/* ---- errors ---- */

void load_error(load_errors *e, size_t at, const char *format, va_list args)
{
    eligo_error one = {0};
    char message[sizeof one.message];

    if (e->count++ >= LIMIT_REPORTS)
        return;
    vsnprintf(message, sizeof message, format, args);
    error_at(&one, ELIGO_EPARSE, e->name, e->bytes, e->size, at, "%s", message);
    if (e->report)
        e->report(&one, e->context);
    if (e->err && e->err->code == ELIGO_OK)
        *e->err = one;
}

__attribute__((format(printf, 3, 4))) static void wrong(loading *l, const json_value *at,
                                                        const char *format, ...)
{
    va_list args;

    va_start(args, format);
    load_error(&l->errors, l->base + (at ? at->start : 0), format, args);
    va_end(args);
}

/* How many letters one must change to make one word of the other; words longer than the table are
 * as far apart as can be. */
static size_t distance(const char *a, size_t a_size, const char *b)
{
    enum { ROOM = 64 };
    unsigned char row[ROOM + 1];
    size_t b_size = strlen(b);

    if (a_size > ROOM || b_size > ROOM)
        return SIZE_MAX;
    for (size_t j = 0; j <= b_size; j++)
        row[j] = (unsigned char)j;
    for (size_t i = 1; i <= a_size; i++) {
        unsigned char corner = row[0];

        row[0] = (unsigned char)i;
        for (size_t j = 1; j <= b_size; j++) {
            unsigned char above = row[j], best = corner;

            if (a[i - 1] != b[j - 1]) {
                best = above < best ? above : best;
                best = row[j - 1] < best ? row[j - 1] : best;
                best++;
            }
            corner = above;
            row[j] = best;
        }
    }
    return row[b_size];
}

/* ---- scalars ---- */

static const char *text_of(loading *l, const json_value *v, const char *what)
{
    const char *text;

    if (!v || v->kind == JSON_NULL)
        return NULL;
    text = json_text(&l->doc, v, l->arena, NULL);
    if (!text && !arena_failed(l->arena))
        wrong(l, v, "\"%s\" must be a string", what);
    return text;
}

static const char *text_member(loading *l, const json_value *of, const char *key)
{
    return text_of(l, json_get(&l->doc, of, key), key);
}

static double number_member(loading *l, const json_value *of, const char *key, double otherwise)
{
    const json_value *v = json_get(&l->doc, of, key);
    double x = otherwise;

    if (v && v->kind != JSON_NULL && (!json_number(&l->doc, v, &x) || !isfinite(x))) {
        wrong(l, v, "\"%s\" must be a number", key);
        x = otherwise;
    }
    return x;
}

static size_t size_member(loading *l, const json_value *of, const char *key)
{
    double x = number_member(l, of, key, 0);

    return x >= 0 && x <= 9e15 ? (size_t)x : 0;
}

static bool bool_member(loading *l, const json_value *of, const char *key, bool otherwise)
{
    const json_value *v = json_get(&l->doc, of, key);
    bool x = otherwise;

    if (v && v->kind != JSON_NULL && !json_bool(v, &x))
        wrong(l, v, "\"%s\" must be true or false", key);
    return x;
}

static eligo_span span_member(loading *l, const json_value *of, const char *key)
{
    const json_value *v = json_get(&l->doc, of, key);
    double start = 0, end = 0;

    if (!v || v->kind == JSON_NULL)
        return (eligo_span){0, 0};
    if (v->kind != JSON_ARRAY || v->count != 2 || !json_number(&l->doc, json_first(v), &start) ||
        !json_number(&l->doc, json_next(json_first(v)), &end) || start < 0 || end < start ||
        end > 9e15) {
        wrong(l, v, "\"%s\" must be two byte offsets, [start, end]", key);
        return (eligo_span){0, 0};
    }
    return (eligo_span){(size_t)start, (size_t)end};
}

/* An object where one is needed; NULL (and an error, unless it is absent or null) otherwise. */
static const json_value *object_member(loading *l, const json_value *of, const char *key)
{
    const json_value *v = json_get(&l->doc, of, key);

    if (!v || v->kind == JSON_NULL)
        return NULL;
    if (v->kind == JSON_OBJECT)
        return v;
    wrong(l, v, "\"%s\" must be an object, {...}", key);
    return NULL;
}

/* Which of the words (NULL-terminated) a member is; `otherwise` where it is absent or wrong. */
static int word_member(loading *l, const json_value *of, const char *key, const char *const *words,
                       int otherwise)
{
    const json_value *v = json_get(&l->doc, of, key);
    const char *text = text_of(l, v, key);
    char known[256] = "";

    if (!text)
        return otherwise;
    for (int i = 0; words[i]; i++)
        if (*words[i] && strcmp(words[i], text) == 0)
            return i;
    for (int i = 0; words[i]; i++) {
        size_t used = strlen(known);

        if (*words[i])
            snprintf(known + used, sizeof known - used, "%s\"%s\"", used ? ", " : "", words[i]);
    }
    wrong(l, v, "\"%s\" is \"%s\"; it must be one of %s", key, text, known);
    return otherwise;
}

/* Refuses members that are not in `known` (NULL-terminated): a misspelt bound would otherwise be no
 * bound. */
static void check_members(loading *l, const json_value *of, const char *const *known,
                          const char *where)
{
    const json_value *v = json_first(of);

    for (unsigned i = 0; i < of->count; i++, v = json_next(v)) {
        size_t size = 0, best = SIZE_MAX;
        const char *key = json_key(&l->doc, v, l->arena, &size), *nearest = NULL;

        if (!key || *key == '_')
            continue;
        for (const char *const *k = known; *k; k++) {
            size_t d = strcmp(*k, key) == 0 ? 0 : distance(key, size, *k);

            if (d < best || (d == 0 && best)) {
                best = d;
                nearest = *k;
            }
        }
        if (best == 0)
            continue;
        if (nearest && best <= 3)
            wrong(l, v,
                  "%s has no field \"%s\"; is \"%s\" meant? Begin its name with _ to keep a note",
                  where, key, nearest);
        else
            wrong(l, v,
                  "%s has no field \"%s\"; remove it, or begin its name with _ to keep a note",
                  where, key);
    }
}

static const concept *concept_of(loading *l, const json_value *v)
{
    const char *id = text_of(l, v, "concept");
    const concept *c;
    const char *nearest = NULL;
    size_t best = SIZE_MAX, size;

    if (!id)
        return NULL;
    size = strlen(id);
    c = lexicon_concept(l->lexicon, id, size);
    if (c)
        return c;
    for (size_t i = 0; l->errors.count < LIMIT_REPORTS && i < lexicon_size(l->lexicon); i++) {
        const char *other = lexicon_at(l->lexicon, i)->id;
        size_t d = distance(id, size, other);

        if (d < best) {
            best = d;
            nearest = other;
        }
    }
    if (nearest && best <= 2 + size / 4)
        wrong(l, v, "the lexicon has no concept \"%s\"; is \"%s\" meant?", id, nearest);
    else
        wrong(l, v,
              "the lexicon has no concept \"%s\"; write null where there is none, or add it to a "
              "lexicon file",
              id);
    return NULL;
}

/* ---- parts of a leaf ---- */

static rule_bound load_bound(loading *l, const json_value *of, const char *key)
{
    static const char *const known[] = {"value", "inclusive", NULL};
    const json_value *v = json_get(&l->doc, of, key);
    rule_bound b = {false, false, 0};

    if (!v || v->kind == JSON_NULL)
        return b;
    if (v->kind != JSON_OBJECT) {
        wrong(l, v, "\"%s\" must say whether it is included: {\"value\": 18, \"inclusive\": true}",
              key);
        return b;
    }
    check_members(l, v, known, "a bound");
    b.given = true;
    if (!json_get(&l->doc, v, "value") || !json_get(&l->doc, v, "inclusive"))
        wrong(l, v, "\"%s\" needs both \"value\" and \"inclusive\"", key);
    b.value = number_member(l, v, "value", 0);
    b.inclusive = bool_member(l, v, "inclusive", false);
    return b;
}

static rule_unit load_unit(loading *l, const json_value *of, const concept *quantity)
{
    static const char *const known[] = {"ucum", "text", NULL};
    const json_value *v = json_get(&l->doc, of, "unit");
    rule_unit u = {NULL, NULL};
    char ucum[64];
    unit meant;

    if (!v || v->kind == JSON_NULL)
        return u;
    if (v->kind == JSON_STRING) { /* as a person would write it */
        u.text = text_of(l, v, "unit");
        if (u.text && unit_spelling(u.text, strlen(u.text), quantity, ucum))
            u.ucum = arena_text(l->arena, ucum, strlen(ucum));
        else if (u.text)
            wrong(l, v, "\"%s\" is no unit that is known; write its UCUM code", u.text);
        return u;
    }
    if (v->kind != JSON_OBJECT) {
        wrong(l, v, "\"unit\" must be {\"ucum\": ..., \"text\": ...}, a string, or null");
        return u;
    }
    check_members(l, v, known, "a unit");
    u.ucum = text_member(l, v, "ucum");
    u.text = text_member(l, v, "text");
    if (u.ucum && !unit_parse(u.ucum, strlen(u.ucum), &meant, NULL)) {
        wrong(l, json_get(&l->doc, v, "ucum"), "\"%s\" is not a UCUM code", u.ucum);
        u.ucum = NULL;
    }
    return u;
}

static rule_subject load_subject(loading *l, const json_value *of)
{
    static const char *const known[] = {"concept", "tier", "category", "text", "span", "who", NULL};
    const json_value *v = json_get(&l->doc, of, "subject"), *c;
    rule_subject s = {NULL, CATEGORY_NONE, "", {0, 0}, NULL};
    const char *kind;

    if (v && v->kind == JSON_STRING) { /* a concept by itself */
        s.concept = concept_of(l, v);
        s.category = s.concept ? s.concept->category : CATEGORY_NONE;
        s.text = s.concept ? s.concept->name : "";
        return s;
    }
    if (!v || v->kind != JSON_OBJECT) {
        wrong(l, v ? v : of, "a %s needs a \"subject\": {\"concept\": ..., \"text\": ...}",
              "compare or has");
        return s;
    }
    check_members(l, v, known, "a subject");
    s.concept = concept_of(l, json_get(&l->doc, v, "concept"));
    s.text = text_member(l, v, "text");
    s.span = span_member(l, v, "span");
    s.who = text_member(l, v, "who");
    c = json_get(&l->doc, v, "category");
    kind = text_of(l, c, "category");
    if (kind) {
        s.category = category_find(kind, strlen(kind));
        if (s.category == CATEGORY_NONE)
            wrong(l, c, "there is no category \"%s\"; leave it out where the concept is known",
                  kind);
    }
    if (s.concept)
        s.category = s.concept->category;
    if (!s.text)
        s.text = s.concept ? s.concept->name : "";
    if (!s.concept && !*s.text)
        wrong(l, v, "a subject without a concept needs its \"text\"");
    return s;
}

static bool load_period(loading *l, const json_value *of, const char *key, period *out)
{
    const json_value *v = json_get(&l->doc, of, key);
    const char *text = text_of(l, v, key);

    if (!text)
        return false;
    if (period_parse(text, strlen(text), out))
        return true;
    wrong(l, v, "\"%s\" is no ISO 8601 duration of one unit, as \"-P3M\" or \"P14D\"", text);
    return false;
}

static const rule_window *load_window(loading *l, const json_value *of)
{
    static const char *const known[] = {"from",           "to",     "from_open", "to_open",
                                        "half_lives",     "anchor", "text",      "span",
                                        "anchor_concept", NULL};
    const json_value *v = object_member(l, of, "window");
    rule_window *w;

    if (!v || !(w = arena_alloc(l->arena, sizeof *w)))
        return NULL;
    check_members(l, v, known, "a window");
    w->from_given = load_period(l, v, "from", &w->from);
    w->to_given = load_period(l, v, "to", &w->to);
    w->from_open = bool_member(l, v, "from_open", false);
    w->to_open = bool_member(l, v, "to_open", false);
    w->half_lives = number_member(l, v, "half_lives", 0);
    w->anchor = text_member(l, v, "anchor");
    if (!w->anchor)
        w->anchor = "unstated";
    w->anchor_concept = concept_of(l, json_get(&l->doc, v, "anchor_concept"));
    w->text = text_member(l, v, "text");
    w->span = span_member(l, v, "span");
    return w;
}

static const rule_amount *load_amount(loading *l, const json_value *of, const char *key)
{
    static const char *const known[] = {"low",  "high", "unit", "equivalent_of",
                                        "text", "span", NULL};
    const json_value *v = object_member(l, of, key);
    rule_amount *m;

    if (!v || !(m = arena_alloc(l->arena, sizeof *m)))
        return NULL;
    check_members(l, v, known, key);
    m->low = load_bound(l, v, "low");
    m->high = load_bound(l, v, "high");
    m->unit = load_unit(l, v, NULL);
    m->equivalent_of = concept_of(l, json_get(&l->doc, v, "equivalent_of"));
    m->text = text_member(l, v, "text");
    m->span = span_member(l, v, "span");
    return m;
}

static void load_qualifiers(loading *l, const json_value *of, rule *r)
{
    static const char *const known[] = {"kind", "value", "text", "span", "concept", NULL};
    const json_value *v = json_get(&l->doc, of, "qualifiers"), *item;
    rule_qualifier *list;

    if (!v || v->kind == JSON_NULL)
        return;
    if (v->kind != JSON_ARRAY) {
        wrong(l, v, "\"qualifiers\" must be a list, [...]");
        return;
    }
    list = arena_array(l->arena, v->count, sizeof *list);
    if (!list)
        return;
    item = json_first(v);
    for (unsigned i = 0; i < v->count; i++, item = json_next(item)) {
        rule_qualifier *q = &list[i];

        if (item->kind != JSON_OBJECT) {
            wrong(l, item, "a qualifier is {\"kind\": \"severity\", \"value\": \"severe\"}");
            continue;
        }
        check_members(l, item, known, "a qualifier");
        q->kind = text_member(l, item, "kind");
        q->value = text_member(l, item, "value");
        q->text = text_member(l, item, "text");
        q->span = span_member(l, item, "span");
        q->concept = concept_of(l, json_get(&l->doc, item, "concept"));
        if (!q->kind)
            q->kind = "other";
        if (!q->value)
            wrong(l, item, "a qualifier needs its \"value\"");
    }
    r->qualifiers = list;
    r->qualifier_count = v->count;
}

static void load_values(loading *l, const json_value *of, rule *r)
{
    const json_value *v = json_get(&l->doc, of, "values"), *item;
    double *list;

    if (!v || v->kind == JSON_NULL)
        return;
    if (v->kind != JSON_ARRAY) {
        wrong(l, v, "\"values\" must be a list of numbers, as [0, 1, 2]");
        return;
    }
    list = arena_array(l->arena, v->count, sizeof *list);
    if (!list)
        return;
    item = json_first(v);
    for (unsigned i = 0; i < v->count; i++, item = json_next(item))
        if (!json_number(&l->doc, item, &list[i]) || !isfinite(list[i])) {
            wrong(l, item, "\"values\" must hold numbers only");
            list[i] = 0;
        }
    r->values = list;
    r->value_count = v->count;
}

/* ---- nodes ---- */

static void load_leaf(loading *l, const json_value *v, rule *r)
{
    static const char *const relatives[] = {"", "uln", "lln", "baseline", NULL};
    static const char *const tenses[] = {"", "current", "history", "planned", NULL};
    static const char *const picks[] = {"latest", "any", "lowest", "highest", NULL};

    r->subject = load_subject(l, v);
    r->tense = (rule_tense)word_member(l, v, "tense", tenses, TENSE_NONE);
    r->window = load_window(l, v);
    r->duration = load_amount(l, v, "duration");
    r->dose = load_amount(l, v, "dose");
    load_qualifiers(l, v, r);
    if (r->op != RULE_COMPARE) {
        r->as_kind = bool_member(l, v, "as_kind", false);
        return;
    }
    r->low = load_bound(l, v, "low");
    r->high = load_bound(l, v, "high");
    r->unit = load_unit(l, v, r->subject.concept);
    r->relative_to = (rule_relative)word_member(l, v, "relative_to", relatives, RELATIVE_NONE);
    r->pick = (rule_pick)word_member(l, v, "pick", picks, PICK_LATEST);
    r->counting = bool_member(l, v, "count", false);
    r->any_specimen = bool_member(l, v, "any_specimen", false);
    load_values(l, v, r);
}

/* Which op a node is; RULE_OPS (and an error) where it is none. */
static rule_op load_op(loading *l, const json_value *v)
{
    const json_value *at = json_get(&l->doc, v, "op");
    const char *name = text_of(l, at, "op"), *nearest = "all";
    size_t best = SIZE_MAX;

    for (int op = 0; name && op < RULE_OPS; op++) {
        const char *other = rule_op_name((rule_op)op);
        size_t d = strcmp(name, other) == 0 ? 0 : distance(name, strlen(name), other);

        if (d == 0)
            return (rule_op)op;
        if (d < best) {
            best = d;
            nearest = other;
        }
    }
    if (!at)
        wrong(l, v,
              "a rule needs an \"op\": all, any, at_least, not, except, if, compare, has, "
              "judgement, opaque or readings");
    else if (name)
        wrong(l, at, "there is no op \"%s\"; is \"%s\" meant?", name, nearest);
    return RULE_OPS;
}

static const rule *load_node(loading *l, const json_value *v, unsigned depth);

static void load_parts(loading *l, const json_value *v, rule *r, unsigned depth)
{
    const json_value *of = json_get(&l->doc, v, "of"), *item;
    const rule **parts;
    unsigned need = r->op == RULE_NOT ? 1 : r->op == RULE_EXCEPT || r->op == RULE_IF ? 2 : 0;

    if (!of || of->kind != JSON_ARRAY || of->count == 0 || (need && of->count != need)) {
        wrong(l, of ? of : v,
              need == 1   ? "\"%s\" needs \"of\": a list with one rule"
              : need == 2 ? "\"%s\" needs \"of\": a list with two rules"
                          : "\"%s\" needs \"of\": a list of rules",
              rule_op_name(r->op));
        return;
    }
    parts = arena_array(l->arena, of->count, sizeof *parts);
    if (!parts)
        return;
    item = json_first(of);
    for (unsigned i = 0; i < of->count; i++, item = json_next(item))
        parts[i] = load_node(l, item, depth + 1);
    r->of = parts;
    r->count = of->count;
    if (r->op == RULE_AT_LEAST) {
        double n = number_member(l, v, "n", 0);

        if (n < 1 || n > 1e6 || n != floor(n))
            wrong(l, v, "\"at_least\" needs \"n\": how many of its parts must hold, 1 or more");
        else
            r->n = (unsigned)n;
    }
}

static const rule *load_node(loading *l, const json_value *v, unsigned depth)
{
    static const char *const inner[] = {"op", "id", "span", "of", "n", "finding", NULL};
    static const char *const compare[] = {
        "op",           "id",    "span",     "subject", "low",         "high",
        "values",       "unit",  "pick",     "count",   "relative_to", "window",
        "any_specimen", "tense", "duration", "dose",    "qualifiers",  NULL};
    static const char *const has[] = {"op",         "id",      "span",     "subject",
                                      "tense",      "window",  "duration", "dose",
                                      "qualifiers", "as_kind", NULL};
    static const char *const judgement[] = {"op", "id", "span", "topic", NULL};
    static const char *const opaque[] = {"op", "id", "span", "reason", NULL};
    rule_op op;
    rule *r;

    if (v->kind != JSON_OBJECT) {
        wrong(l, v, "a rule is an object, {\"op\": ...}");
        return NULL;
    }
    if (depth > LIMIT_RULE_DEPTH) {
        wrong(l, v, "rules are nested deeper than %d; write it flatter", LIMIT_RULE_DEPTH);
        return NULL;
    }
    op = load_op(l, v);
    if (op == RULE_OPS)
        return NULL;
    r = rule_new(l->arena, op, span_member(l, v, "span"));
    if (!r)
        return NULL;
    switch (op) {
    case RULE_COMPARE:
        check_members(l, v, compare, "\"compare\"");
        load_leaf(l, v, r);
        break;
    case RULE_HAS:
        check_members(l, v, has, "\"has\"");
        load_leaf(l, v, r);
        break;
    case RULE_JUDGEMENT:
        check_members(l, v, judgement, "\"judgement\"");
        r->topic = text_member(l, v, "topic");
        break;
    case RULE_OPAQUE:
        check_members(l, v, opaque, "\"opaque\"");
        r->reason = text_member(l, v, "reason");
        break;
    default:
        check_members(l, v, inner, "a rule with parts");
        load_parts(l, v, r, depth);
        r->finding = op == RULE_READINGS ? text_member(l, v, "finding") : NULL;
    }
    return r;
}

/* ---- the document ---- */

static registry_age load_age(loading *l, const json_value *of, const char *key)
{
    static const char *const units[] = {"a", "mo", "wk", "d", "h", "min", "s", NULL};
    const json_value *v = object_member(l, of, key);
    registry_age age = {false, 0, 'a', {0, 0}};

    if (!v)
        return age;
    age.given = true;
    age.value = number_member(l, v, "value", 0);
    age.unit = "amwdhns"[word_member(l, v, "unit", units, 0)];
    age.span = span_member(l, v, "span");
    return age;
}

static void load_trial(loading *l, const json_value *root, rules *r)
{
    static const char *const sexes[] = {"all", "female", "male", NULL};
    const json_value *trial = object_member(l, root, "trial"),
                     *registry = object_member(l, trial, "registry");
    const char *text = text_member(l, trial, "id");
    bool healthy;
    int sex;

    r->trial_id = text ? text : "";
    text = text_member(l, trial, "title");
    r->title = text ? text : "";
    r->minimum_age = load_age(l, registry, "minimum_age");
    r->maximum_age = load_age(l, registry, "maximum_age");
    sex = word_member(l, registry, "sex", sexes, -1);
    r->sex = sex < 0 ? NULL : sexes[sex];
    r->sex_span = span_member(l, registry, "sex_span");
    healthy = bool_member(l, registry, "healthy_volunteers", false);
    r->healthy_volunteers = json_get(&l->doc, registry, "healthy_volunteers") ? healthy : -1;
}

static void load_source(loading *l, const json_value *root, rules *r)
{
    const json_value *source = object_member(l, root, "source"),
                     *coverage = object_member(l, root, "coverage");
    const char *text = text_member(l, source, "name");

    r->source_name = text ? text : arena_text(l->arena, l->errors.name, strlen(l->errors.name));
    r->source_bytes = source ? size_member(l, source, "bytes") : l->errors.size;
    text = text_member(l, source, "sha256");
    snprintf(r->sha256, sizeof r->sha256, "%s", text ? text : "");
    r->coverage_bytes = size_member(l, coverage, "bytes");
    r->coverage_understood = size_member(l, coverage, "understood");
}

static bool good_id(const char *id)
{
    const char *p = id + 1;

    if (!*id || !strchr("IER", *id) || !isdigit((unsigned char)*p) || strlen(id) > 12)
        return false;
    while (isdigit((unsigned char)*p))
        p++;
    return !*p;
}

/* `last`: of each kind, the highest number that a criterion has. */
static void load_criterion(loading *l, const json_value *v, criterion *c, size_t *last)
{
    static const char *const known[] = {"id", "kind", "label", "text", "span", "rule", NULL};
    static const char *const kinds[] = {"inclusion", "exclusion", "registry", NULL};
    const json_value *node;
    const rule *r;
    int kind;

    *c = (criterion){.id = "", .text = ""};
    if (v->kind != JSON_OBJECT) {
        wrong(l, v, "a criterion is an object, {\"kind\": ..., \"rule\": ...}");
        return;
    }
    check_members(l, v, known, "a criterion");
    kind = word_member(l, v, "kind", kinds, -1);
    if (kind < 0 && !json_get(&l->doc, v, "kind"))
        wrong(l, v, "a criterion needs its \"kind\": \"inclusion\" or \"exclusion\"");
    if (kind < 0)
        kind = 0;
    c->kind = (criterion_kind)kind;
    c->id = text_member(l, v, "id");
    if (c->id && (!good_id(c->id) || (kind < 2 && c->id[0] != "IE"[kind])))
        wrong(l, json_get(&l->doc, v, "id"),
              "\"%s\" is no id of an %s criterion; leave it out, or write \"%c%zu\"", c->id,
              kinds[kind], "IER"[kind], last[kind] + 1);
    if (!c->id)
        c->id = arena_printf(l->arena, "%c%zu", "IER"[kind], ++last[kind]);
    c->label = text_member(l, v, "label");
    c->text = text_member(l, v, "text");
    if (!c->text)
        c->text = "";
    c->span = span_member(l, v, "span");
    node = json_get(&l->doc, v, "rule");
    if (!node) {
        wrong(l, v, "a criterion needs its \"rule\"");
        return;
    }
    r = load_node(l, node, 0);
    /* parts of a broken rule may be missing: it is refused anyway, so nothing more is asked of it
     */
    if (!l->errors.count)
        c->rule = rule_settle(l->arena, r, c->id, c->span);
}

static void note_id(loading *l, const json_value *v, size_t *last)
{
    const char *id = json_text(&l->doc, json_get(&l->doc, v, "id"), l->arena, NULL);
    size_t n = id && good_id(id) ? strtoul(id + 1, NULL, 10) : 0;
    size_t *most = id && *id == 'I' ? &last[0] : id && *id == 'E' ? &last[1] : &last[2];

    if (n > *most)
        *most = n;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void check_ids(loading *l, const json_value *list, const criterion *criteria, size_t count)
{
    const char **ids = arena_array(l->arena, count, sizeof *ids);

    if (!ids)
        return;
    for (size_t i = 0; i < count; i++)
        ids[i] = criteria[i].id ? criteria[i].id : "";
    qsort(ids, count, sizeof *ids, by_id);
    for (size_t i = 1; i < count; i++)
        if (*ids[i] && strcmp(ids[i], ids[i - 1]) == 0)
            wrong(l, list, "two criteria have the id \"%s\"; give each its own, or leave it out",
                  ids[i]);
}

static void load_criteria(loading *l, const json_value *root, rules *r)
{
    const json_value *list = json_get(&l->doc, root, "criteria"), *item;
    size_t last[3] = {0, 0, 0};
    criterion *criteria;

    if (!list || list->kind != JSON_ARRAY) {
        wrong(l, list ? list : root, "\"criteria\" must be a list, [...]");
        return;
    }
    if (list->count > LIMIT_CRITERIA) {
        wrong(l, list, "more than %d criteria", LIMIT_CRITERIA);
        return;
    }
    criteria = arena_array(l->arena, list->count, sizeof *criteria);
    if (!criteria)
        return;
    item = json_first(list);
    for (unsigned i = 0; i < list->count; i++, item = json_next(item))
        note_id(l, item, last);
    item = json_first(list);
    for (unsigned i = 0; i < list->count; i++, item = json_next(item))
        load_criterion(l, item, &criteria[i], last);
    r->criteria = criteria;
    r->criterion_count = list->count;
    check_ids(l, list, criteria, list->count);
}

static const char *const *load_readings(loading *l, const json_value *of)
{
    const json_value *v = json_get(&l->doc, of, "readings"), *item;
    const char **list;
    size_t n = 0;

    if (!v || v->kind != JSON_ARRAY ||
        !(list = arena_array(l->arena, (size_t)v->count + 1, sizeof *list)))
        return NULL;
    item = json_first(v);
    for (unsigned i = 0; i < v->count; i++, item = json_next(item))
        if ((list[n] = text_of(l, item, "readings")))
            n++;
    return list;
}

static void load_findings(loading *l, const json_value *root, rules *r)
{
    static const char *const severities[] = {"note", "warning", "error", NULL};
    const json_value *list = json_get(&l->doc, root, "findings"), *item;
    finding *findings;
    size_t n = 0;

    if (!list || list->kind != JSON_ARRAY ||
        !(findings = arena_array(l->arena, list->count, sizeof *findings)))
        return;
    item = json_first(list);
    for (unsigned i = 0; i < list->count; i++, item = json_next(item)) {
        finding *f = &findings[n];

        if (item->kind != JSON_OBJECT || !(f->code = text_member(l, item, "code")))
            continue;
        f->severity = (severity)word_member(l, item, "severity", severities, SEVERITY_NOTE);
        f->criterion = text_member(l, item, "criterion");
        f->node = text_member(l, item, "node");
        f->span = span_member(l, item, "span");
        f->message = text_member(l, item, "message");
        if (!f->message)
            f->message = "";
        f->suggestion = text_member(l, item, "suggestion");
        f->readings = load_readings(l, item);
        n++;
    }
    r->findings = findings;
    r->finding_count = n;
}

static rules *load(loading *l)
{
    rules *r = arena_alloc(l->arena, sizeof *r);
    const json_value *root = l->doc.root, *schema = json_get(&l->doc, root, "schema");

    if (!r)
        return NULL;
    r->arena = l->arena;
    r->lexicon = l->lexicon;
    if (root->kind != JSON_OBJECT || !json_is(&l->doc, schema, "eligo.rules/1")) {
        wrong(l, schema ? schema : root, "rules begin with {\"schema\": \"eligo.rules/1\", ...}");
        return NULL;
    }
    load_trial(l, root, r);
    load_source(l, root, r);
    load_criteria(l, root, r);
    load_findings(l, root, r);
    return r;
}

rules *rules_load(const char *bytes, size_t size, eligo_span at, const char *name,
                  const lexicon *lx, arena *a, load_report *report, void *context, eligo_error *err)
{
    loading l = {.arena = a,
                 .lexicon = lx,
                 .errors = {.bytes = bytes,
                            .name = name,
                            .size = size,
                            .report = report,
                            .context = context,
                            .err = err},
                 .base = at.start};
    json_reader *reader = json_reader_new();
    eligo_error broken = {0};
    rules *r = NULL;

    if (!reader) {
        error_memory(err, name);
        return NULL;
    }
    if (json_parse(reader, bytes + at.start, at.end - at.start, name, &l.doc, &broken)) {
        r = load(&l);
        if (arena_full(a)) {
            wrong(&l, l.doc.root, "these rules need more memory than a trial may take (%zu MiB)",
                  LIMIT_TRIAL_ARENA >> 20);
        } else if (arena_failed(a)) {
            error_memory(err, name);
            r = NULL;
        }
    } else if (broken.code == ELIGO_ENOMEM) {
        error_memory(err, name);
    } else {
        eligo_error e = {0};

        error_at(&e, broken.code, name, bytes, size, at.start + broken.span.start, "%s",
                 broken.message);
        if (report)
            report(&e, context);
        if (err && err->code == ELIGO_OK)
            *err = e;
    }
    json_reader_delete(reader);
    return l.errors.count ? NULL : r;
}
