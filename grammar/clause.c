#include "grammar/clause.h"

#include "engine/base/text.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <string.h>

/* ---- small words that the field uses without meaning much ---- */

static bool among(const char *text, eligo_span s, const char *const *words)
{
    for (; *words; words++)
        if (text_equal_nocase(text + s.start, s.end - s.start, *words))
            return true;
    return false;
}

/* Behind the name of a thing these change nothing: "epilepsy disorder", "warfarin therapy". */
static bool light_behind(const clause *c, const part *p, const concept *about)
{
    static const char *const any[] = {
        "occurred",       "occurring",  "occurs",    "occur",    "event",   "events",
        "episode",        "episodes",   "performed", "observed", "noted",   "found",
        "reported",       "determined", "s",         "himself",  "herself", "themselves",
        "simultaneously", "within",     "otherwise", "obtained", "being",   "developed",
        "mothers",        "mother",     "attack",    "attacks",  "onset",   NULL};
    static const char *const condition[] = {"disease",    "diseases",   "disorder",  "disorders",
                                            "condition",  "conditions", "illness",   "syndrome",
                                            "diagnosis",  "positive",   "infection", "infections",
                                            "positivity", "problem",    "problems",  NULL};
    static const char *const treatment[] = {"therapy",
                                            "therapies",
                                            "treatment",
                                            "treatments",
                                            "use",
                                            "usage",
                                            "medication",
                                            "medications",
                                            "drug",
                                            "drugs",
                                            "agent",
                                            "agents",
                                            "administration",
                                            "intake",
                                            "product",
                                            "products",
                                            "tablets",
                                            "tablet",
                                            "injection",
                                            "injections",
                                            "regimen",
                                            "regimens",
                                            "support",
                                            "procedure",
                                            "procedures",
                                            "based",
                                            "containing",
                                            "user",
                                            "users",
                                            "preparations",
                                            "supplementation",
                                            "infusion",
                                            "operation",
                                            "intervention",
                                            "examination",
                                            NULL};
    static const char *const quantity[] = {"level",
                                           "levels",
                                           "value",
                                           "values",
                                           "count",
                                           "counts",
                                           "concentration",
                                           "concentrations",
                                           "score",
                                           "scores",
                                           "result",
                                           "results",
                                           "measurement",
                                           "measurements",
                                           "test",
                                           "tests",
                                           "index",
                                           "rate",
                                           "rating",
                                           "ratings",
                                           "class",
                                           "grade",
                                           "stage",
                                           "status",
                                           "scale",
                                           "classification",
                                           "limits",
                                           "reading",
                                           "readings",
                                           "range",
                                           "assessment",
                                           "performance",
                                           "equal",
                                           "being",
                                           "falls",
                                           "points",
                                           "total",
                                           "number",
                                           "measured",
                                           "category",
                                           "calculated",
                                           "estimated",
                                           "assessed",
                                           "questionnaire",
                                           "ratio",
                                           "scores",
                                           "criteria",
                                           "type",
                                           "size",
                                           "by",
                                           NULL};

    if (among(c->text, p->span, any))
        return true;
    if (!about)
        return false;
    if (category_is_quantity(about->category))
        return among(c->text, p->span, quantity);
    if (about->category == CATEGORY_MEDICATION || about->category == CATEGORY_PROCEDURE ||
        about->category == CATEGORY_IMMUNIZATION || about->category == CATEGORY_DEVICE)
        return among(c->text, p->span, treatment);
    return among(c->text, p->span, condition);
}

/* Before the name of a quantity these say where it was taken or how, not what it is. */
static bool light_before(const clause *c, const part *p)
{
    static const char *const words[] = {
        "serum",      "plasma",       "blood",    "baseline",   "resting",       "mean",
        "average",    "laboratory",   "absolute", "estimated",  "calculated",    "measured",
        "screening",  "body",         "actual",   "current",    "initial",       "total",
        "peripheral", "patient",      "adult",    "adults",     "recruits",      "office",
        "sitting",    "seated",       "supine",   "overall",    "institutional", "central",
        "documented", "preoperative", "pre",      "clinic",     "whole",         "venous",
        "capillary",  "individual",   "self",     "reported",   "minimum",       "maximum",
        "maximal",    "local",        "latest",   "endogenous", "corrected",     "healthy",
        NULL};

    return among(c->text, p->span, words);
}

/* "episodes of X", "forms of X": X is meant. */
static bool light_of(const clause *c, eligo_span s)
{
    static const char *const words[] = {
        "episode",   "episodes",  "attack",     "attacks",       "case",      "cases",
        "form",      "forms",     "type",       "types",         "kind",      "kinds",
        "event",     "events",    "onset",      "occurrence",    "incidence", "course",
        "courses",   "cycle",     "cycles",     "dose",          "doses",     "history",
        "condition", "group",     "class",      "presence",      "stage",     "period",
        "state",     "start",     "initiation", "level",         "levels",    "value",
        "values",    "number",    "amount",     "degree",        "disease",   "diseases",
        "score",     "result",    "rate",       "concentration", "diagnosed", "treatment",
        "therapy",   "infection", "disorder",   "disorders",     "instance",  "instances",
        NULL};

    return among(c->text, s, words);
}

static const char *const stages[] = {"stage",  "stages", "grade",   "grades",
                                     "graded", "class",  "classes", NULL};

/* A preposition, a copula or a relative word ends a noun phrase; an article does not. */
static bool ends_phrase(const clause *c, const part *p)
{
    static const char *const articles[] = {
        "the",  "a",     "an",   "some", "any",  "all",  "his",   "her",           "their", "its",
        "this", "these", "such", "also", "only", "very", "about", "approximately", NULL};

    switch (p->kind) {
    case PART_FILL: return !among(c->text, p->span, articles);
    case PART_WORD:
    case PART_THING:
    case PART_QUAL:
    case PART_SEX: return false;
    case PART_PERSON: return false;
    default: return true;
    }
}

/* ---- reading an item ---- */

const part *name_together(const clause *c, eligo_span first, eligo_span second, const part *model)
{
    size_t a = first.end - first.start, b = second.end - second.start;
    char *text;
    atoms cut;
    lexicon_hit hit;
    part *p;

    if (a == 0 || b == 0 || a + b > 200)
        return NULL;
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

static void add_qualifier(const clause *c, item *x, const char *kind, const char *value,
                          eligo_span s, const concept *about)
{
    rule_qualifier *q;

    if (x->qualifier_count == ITEM_QUALIFIERS) {
        x->overflow = true;
        return;
    }
    if (strcmp(kind, "about") == 0 && about && x->subject.concept == about)
        return; /* named again */
    q = &x->qualifiers[x->qualifier_count++];
    q->kind = kind;
    q->text = arena_text(c->arena, c->text + s.start, s.end - s.start);
    q->value = value ? value : q->text;
    q->span = s;
    q->concept = about;
}

static void add_cue_qualifier(const clause *c, item *x, const part *p)
{
    const char *colon = strchr(p->value, ':');

    if (colon)
        add_qualifier(c, x, arena_text(c->arena, p->value, (size_t)(colon - p->value)), colon + 1,
                      p->span, NULL);
}

static const concept *thing_of(const part *p)
{
    return p->hit.thing ? p->hit.thing : p->hit.quantity;
}

static bool has_kind(const part *list, size_t count, part_kind k)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].kind == k)
            return true;
    return false;
}

/* "(1 mmHg = 0.133 kPa)": says how units convert. */
static bool is_equality(const part *list, size_t count)
{
    size_t n = 0, units = 0, words = 0;

    for (size_t i = 0; i < count; i++) {
        if (list[i].kind == PART_QUANTITY) {
            n++;
            units += list[i].unit.text != NULL;
        } else if (list[i].kind != PART_FILL)
            words++;
    }
    return n == 2 && units == 2 && words == 0 && list[count - 1].kind == PART_QUANTITY &&
           list[count - 1].value && strcmp(list[count - 1].value, "=") == 0;
}

static bool capitals(const char *text, eligo_span s)
{
    size_t upper = 0;

    for (size_t i = s.start; i < s.end; i++)
        upper += isupper((unsigned char)text[i]) != 0;
    return upper >= 2 || (s.end - s.start == 1 && upper == 1);
}

/* "(according to the Berlin definition)": whose words it is in, not what it is. */
static bool bracket_remarks(const part *b)
{
    return b->inside_count && b->inside[0].kind == PART_FILL &&
           strcmp(b->inside[0].value, "source") == 0;
}

bool bracket_lists(const part *b)
{
    size_t named = 0, links = 0;
    bool piece = false, include = false;

    if (bracket_remarks(b))
        return false;

    for (size_t i = 0; i < b->inside_count; i++) {
        switch (b->inside[i].kind) {
        case PART_THING:
        case PART_WORD:
            if (!piece)
                named++;
            piece = true;
            break;
        case PART_COMMA:
        case PART_OR:
        case PART_AND:
        case PART_ANDOR:
        case PART_SLASH:
        case PART_SEMICOLON:
            piece = false;
            links++;
            break;
        case PART_INCLUDE:
            include = true;
            piece = false;
            break;
        case PART_WINDOW:
        case PART_DURATION:
        case PART_EVENT:
        case PART_FILL:
        case PART_QUAL:
        case PART_OF:
        case PART_ANYOF:
        case PART_HISTORY:
        case PART_CURRENT:
        case PART_WITH:
        case PART_DEFINED:
        case PART_PERIOD:
        case PART_PERSON:
        case PART_PLANNED:
        case PART_CAUSED: break;
        default: return false;
        }
    }
    return named >= 2 && (links || include);
}

/* The quantity whose name ends the name of a condition ("elevated creatinine"); NULL: none. */
static const part *quantity_inside(const clause *c, const part *thing)
{
    atoms cut = lexicon_cut(c->lx, c->text + thing->span.start, thing->span.end - thing->span.start,
                            c->arena);

    for (size_t i = 1; i < cut.count; i++) {
        lexicon_hit hit;
        part *p;

        if (!lexicon_match(c->lx, &cut, i, &hit) || !hit.quantity || i + hit.atoms != cut.count)
            continue;
        p = arena_copy(c->arena, thing, 1, sizeof *p);
        if (p) {
            p->hit = hit;
            p->hit.thing = NULL;
        }
        return p;
    }
    return NULL;
}

/* A limit of the quantity before the bracket, and whom it is for: "(<= 5 x ULN if there are
 * metastases)". */
static bool special_bracket(const item *x, const part *in, size_t n)
{
    bool whom = false, limit = false;

    for (size_t i = 0; i < n; i++) {
        if (in[i].kind == PART_QUANTITY)
            limit = limit || in[i].low.given != in[i].high.given;
        else if (in[i].kind == PART_THING && in[i].hit.quantity) {
            if (!x->thing_count ||
                in[i].hit.quantity != x->things[x->thing_count - 1]->hit.quantity)
                return false; /* a limit of something else */
        } else if (in[i].kind == PART_THING || in[i].kind == PART_WORD || in[i].kind == PART_IF ||
                   in[i].kind == PART_FORGROUP || in[i].kind == PART_WHEN)
            whom = true;
    }
    return whom && limit;
}

/* A bracket behind something: an abbreviation, a restatement, a window, a definition, examples, ...
 */
static void read_bracket(const clause *c, item *x, const part *b)
{
    const part *in = b->inside;
    size_t n = b->inside_count, content = 0, things = 0, words = 0, quantities = 0, windows = 0,
           quals = 0, others = 0;
    clause inner = *c;

    inner.depth++;
    if (n == 0)
        return;
    if (inner.depth > CLAUSE_DEPTH) {
        x->overflow = true;
        return;
    }
    if (bracket_remarks(b) && !has_kind(in, n, PART_QUANTITY) && !has_kind(in, n, PART_NOT) &&
        !has_kind(in, n, PART_EXCEPT)) {
        for (size_t i = 0; i < n; i++)
            if (in[i].kind == PART_WINDOW && !x->window)
                x->window = &in[i];
        return;
    }
    if (is_equality(in, n) || bracket_lists(b)) /* scope.c reads an enumeration */
        return;
    for (size_t i = 0; i < n; i++) {
        switch (in[i].kind) {
        case PART_FILL:
        case PART_PERSON:
        case PART_OF:
        case PART_ANYOF: break;
        case PART_THING:
            things++;
            content++;
            break;
        case PART_WORD:
            words++;
            content++;
            break;
        case PART_QUANTITY:
            quantities++;
            content++;
            break;
        case PART_WINDOW:
        case PART_DURATION:
        case PART_EVENT: windows++; break;
        case PART_QUAL:
        case PART_CURRENT:
        case PART_HISTORY:
        case PART_PLANNED: quals++; break;
        case PART_SEX:
        case PART_WITH: break;
        default: others++; break;
        }
    }
    if (has_kind(in, n, PART_EXCLUDED) && !has_kind(in, n, PART_NOT)) {
        const rule *r = scope_rule(&inner, in, 0, n); /* "(radiotherapy is excluded)" */

        if (r && !x->exception)
            x->exception = r;
        return;
    }
    if (has_kind(in, n, PART_EXCEPT) || has_kind(in, n, PART_UNLESS)) {
        size_t at = 0;
        const rule *r;

        while (in[at].kind != PART_EXCEPT && in[at].kind != PART_UNLESS)
            at++;
        inner.exclusion = true; /* each is enough */
        inner.special = true;
        r = strcmp(in[at].value, "allowed") == 0 ? scope_rule(&inner, in, 0, at)
                                                 : scope_rule(&inner, in, at + 1, n);
        if (r && !x->exception) {
            x->exception = r;
            x->unless = in[at].kind == PART_UNLESS;
        }
        return;
    }
    /* "(HAP)", "(body mass index)": the same again */
    if (things == 1 && content == 1 && others == 0 && x->thing_count) {
        const part *before = x->things[x->thing_count - 1];
        const part *own = NULL;

        for (size_t i = 0; i < n; i++)
            if (in[i].kind == PART_THING)
                own = &in[i];
        if ((own->hit.thing && own->hit.thing == before->hit.thing) ||
            (own->hit.quantity && own->hit.quantity == before->hit.quantity)) {
            add_qualifier(c, x, "label", NULL, own->span, thing_of(own));
            return;
        }
        if (own->hit.quantity && !own->hit.thing && capitals(c->text, own->span) &&
            before->hit.quantity) {
            add_qualifier(c, x, "label", NULL, own->span, NULL);
            return;
        }
        if (capitals(c->text, own->span) && own->span.end - own->span.start <= 6 && !windows) {
            /* "extracorporeal support (ECMO)": the abbreviation says which */
            if (own->hit.thing && before->hit.thing &&
                own->hit.thing->category == before->hit.thing->category)
                x->alias = own->hit.thing;
            add_qualifier(c, x, "label", NULL, own->span, x->alias);
            return;
        }
    }
    if (words == 1 && content == 1 && others == 0 && !windows) {
        for (size_t i = 0; i < n; i++)
            if (in[i].kind == PART_WORD && capitals(c->text, in[i].span) &&
                in[i].span.end - in[i].span.start <= 12) {
                add_qualifier(c, x, "label", NULL, in[i].span, NULL);
                return;
            }
    }
    if (content == 0 && has_kind(in, n, PART_SEX) && !x->sex) {
        for (size_t i = 0; i < n; i++)
            if (in[i].kind == PART_SEX)
                x->sex = &in[i];
        return;
    }
    if (content == 0 && windows) {
        for (size_t i = 0; i < n; i++) {
            if (in[i].kind == PART_WINDOW && !x->window)
                x->window = &in[i];
            if (in[i].kind == PART_DURATION && !x->duration)
                x->duration = &in[i];
            if (in[i].kind == PART_QUAL)
                add_cue_qualifier(c, x, &in[i]);
        }
        return;
    }
    if (content == 0 && quals && !others) {
        for (size_t i = 0; i < n; i++)
            if (in[i].kind == PART_QUAL)
                add_cue_qualifier(c, x, &in[i]);
        return;
    }
    if (quantities == 1 && others == 0 && content == 2 && in[n - 1].kind == PART_QUANTITY) {
        for (size_t i = 0; i + 1 < n; i++)
            if ((in[i].kind == PART_WORD || in[i].kind == PART_THING) &&
                among(c->text, in[i].span, stages) && x->quantity_count < ITEM_QUANTITIES) {
                /* "(stages I-III)": of what stands before the bracket */
                x->quantities[x->quantity_count++] = &in[n - 1];
                return;
            }
    }
    if (has_kind(in, n, PART_NOT) && (things || words) && !quantities) {
        const rule *r = scope_rule(&inner, in, 0, n); /* "(no transfusion within 14 days)" */

        if (r && !x->also)
            x->also = r;
        return;
    }
    /* "recent (< 6 months) infarction" */
    if (quantities == 1 && content == 1 && !others && !x->thing_count && !x->words && !x->age &&
        !x->quantity_count)
        for (size_t i = 0; i < n; i++)
            if (in[i].kind == PART_QUANTITY && in[i].period && in[i].high.given && !x->window) {
                x->window = phrase_window(c->arena, &in[i], NULL, &in[i], NULL, c->text);
                return;
            }
    if (quantities) {
        /* a length of time alone: "(< 48 h)" is a window of what it stands behind */
        if (content == 1 && !others && quantities == 1) {
            const part *q = NULL;

            for (size_t i = 0; i < n; i++)
                if (in[i].kind == PART_QUANTITY)
                    q = &in[i];
            /* the same value in another unit, or a bound of the quantity before it */
            if (x->quantity_count && q->unit.text)
                return;
            /* "(stage III)": the stage of what stands before */
            if (!q->unit.ucum && !q->period &&
                (q->values || (q->value && strcmp(q->value, "grade") == 0)))
                ;
            else if (q->period == 'a' && x->grown) {
                part *age = arena_copy(c->arena, q, 1, sizeof *age);
                if (age && x->quantity_count < ITEM_QUANTITIES) {
                    age->age = true;
                    x->quantities[x->quantity_count++] = age;
                }
                return;
            }
            if (x->quantity_count == 0 && (x->thing_count || x->age || x->words) &&
                x->quantity_count < ITEM_QUANTITIES &&
                (!x->thing_count || x->things[x->thing_count - 1]->hit.quantity || q->period)) {
                x->quantities[x->quantity_count++] = q;
                return;
            }
        }
        /* "<= 2.5 x ULN (<= 5 x ULN if there are metastases)" */
        bool special = x->quantity_count && special_bracket(x, in, n);
        const rule *r = NULL;

        /* "increased respiratory rate (>= 30/min)": the quantity is in the name of the condition */
        if (!special && !things && x->thing_count && !x->things[x->thing_count - 1]->hit.quantity) {
            const part *inside = quantity_inside(c, x->things[x->thing_count - 1]);
            item of = *x;

            if (inside) {
                of.things[of.thing_count - 1] = inside;
                r = scope_bracket(&inner, in, 0, n, &of);
            }
        }
        if (!special && !r)
            r = scope_bracket(&inner, in, 0, n, x);
        if (special)
            x->special = b;
        else if (r && !x->defined)
            x->defined = r;
        return;
    }
    if (in[0].kind == PART_DEFINED) {
        x->defined_by_words = true;
        const rule *r = scope_bracket(&inner, in, 1, n, x);

        if (r && !x->defined && things)
            x->defined = r;
        return;
    }
    /* examples, an enumeration, a remark */
    bool examples = in[0].kind == PART_INCLUDE || (things > 1 && !has_kind(in, n, PART_NOT));
    for (size_t i = 0; i < n; i++) {
        if (in[i].kind == PART_INCLUDE)
            examples = true;
        if (in[i].kind == PART_THING)
            add_qualifier(c, x, examples ? "example" : "about", NULL, in[i].span, thing_of(&in[i]));
        else if (in[i].kind == PART_QUAL && !examples)
            add_cue_qualifier(c, x, &in[i]);
        else if (in[i].kind == PART_JUDGE && !examples && !things)
            add_qualifier(c, x, "other", NULL, in[i].span, NULL);
    }
    /* two or more are alternatives to what they stand for */
    (void)0;
    if (!examples && !things && words) {
        eligo_span s = {in[0].span.start, in[n - 1].span.end};
        add_qualifier(c, x, "other", NULL, s, NULL);
    }
}

static bool says_result(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (strcmp(x->qualifiers[i].kind, "result") == 0)
            return true;
    return false;
}

/* The head of the noun phrases of an item: the concept they are about, or unknown words. */
static void find_subject(const clause *c, const part *list, size_t from, size_t to, item *x)
{
    size_t i = from;
    bool light_head = false;

    while (i < to) {
        size_t first = to, last = from, thing = to;
        bool content = false;

        /* one noun phrase: [i, k) */
        size_t k = i;
        for (; k < to; k++) {
            const part *p = &list[k];

            if (p->kind == PART_WORD || p->kind == PART_THING) {
                if (first == to)
                    first = k;
                last = k;
                content = true;
                if (p->kind == PART_THING)
                    thing = k;
            } else if (content && ends_phrase(c, p))
                break;
        }
        if (!content)
            return;
        if (thing < to) {
            const part *t = &list[thing];
            const concept *about = thing_of(t);

            if (t->hit.quantity && t->hit.thing && says_result(x))
                about = t->hit.quantity; /* "positive occult blood test": the result, not that it
                                            was done */
            bool compound = false;

            assert(about); /* a thing has one or the other */
            for (size_t m = thing + 1; m <= last; m++)
                if (list[m].kind == PART_WORD && !light_behind(c, &list[m], about))
                    compound = true;
            if (about->flags & CONCEPT_WEAK)
                compound = true; /* "airway disease": the unknown word is what matters */
            x->has_subject = true;
            x->subject.who = x->who;
            if (!compound) {
                x->subject.concept = about;
                x->subject.category = about->category;
                x->subject_part = t;
                x->subject.span = t->span;
                for (size_t m = first; m < thing; m++) {
                    if (list[m].kind == PART_WORD && !light_before(c, &list[m]))
                        add_qualifier(c, x, "other", NULL, list[m].span, NULL);
                    else if (list[m].kind == PART_THING)
                        add_qualifier(c, x, "about", NULL, list[m].span, thing_of(&list[m]));
                }
            } else {
                x->subject.concept = NULL;
                x->subject.category =
                    about->category == CATEGORY_CONDITION ? CATEGORY_NONE : about->category;
                x->subject.span = (eligo_span){list[first].span.start, list[last].span.end};
                for (size_t m = first; m <= last; m++)
                    if (list[m].kind == PART_THING)
                        add_qualifier(c, x, "about", NULL, list[m].span, thing_of(&list[m]));
            }
        } else {
            eligo_span s = {list[first].span.start, list[last].span.end};
            bool of = k < to && (list[k].kind == PART_OF || list[k].kind == PART_WITH);

            if (first == last && of && light_of(c, s) && !light_head) {
                light_head = true;
                i = k + 1;
                continue;
            }
            /* verbs and remarks alone are no subject where a concept follows */
            static const char *const verbs[] = {
                "undergo", "undergone",  "diagnosed", "admitted",  "hospitalized", "defined",
                "seen",    "recruited",  "selected",  "attending", "attended",     "consulting",
                "living",  "enrolled",   "followed",  "assigned",  "included",     "identified",
                "develop", "developing", "show",      "having",    "get",          "make",
                "may",     "might",      "would",     "did",       "does",         "do",
                "years",   "year",       "months",    "use",       "used",         "uses",
                "take",    "takes",      "taken",     "received",  "receive",      "receives",
                "given",   "treated",    "suffered",  "suffer",    "carry",        "carrying",
                "self",    "adult",      "adults",    "children",  "child",        NULL};
            if (first == last && k < to && among(c->text, s, verbs)) {
                i = k;
                while (i < to && list[i].kind != PART_WORD && list[i].kind != PART_THING)
                    i++;
                bool thing_follows = false;
                for (size_t m = i; m < to; m++)
                    thing_follows |= list[m].kind == PART_THING || list[m].kind == PART_WORD;
                if (thing_follows)
                    continue;
            }
            x->has_subject = true;
            x->subject.span = s;
            x->subject.who = x->who;
        }
        i = k;
        break;
    }
    if (x->alias && x->subject.concept && x->subject_part == x->things[0] &&
        x->alias->category == x->subject.category && !concept_is(x->subject.concept, x->alias)) {
        x->subject.concept = x->alias;
    }
    if (x->has_subject) {
        size_t k = i;

        x->head = x->subject.span;
        x->head_concept = x->subject.concept;
        while (k < to &&
               (list[k].kind == PART_FILL || list[k].kind == PART_OF || list[k].kind == PART_WITH ||
                list[k].kind == PART_ANYOF || list[k].kind == PART_QUAL ||
                list[k].kind == PART_CAUSED || list[k].kind == PART_FOR))
            k++;
        if (k > i && k < to && list[k].kind == PART_THING)
            x->complement = thing_of(&list[k]);
    }
    /* "allergy to penicillin", "infection with X": one name in the lexicon? */
    if (x->has_subject && x->subject_part && i < to && list[i].kind != PART_CAUSED) {
        size_t k = i;

        while (k < to && (list[k].kind == PART_FILL || list[k].kind == PART_OF ||
                          list[k].kind == PART_WITH || list[k].kind == PART_ANYOF))
            k++;
        if (k > i && k < to && list[k].kind == PART_THING) {
            const part *p = name_together(c, list[k].span, x->subject.span, x->subject_part);

            if (p && p->hit.thing) {
                x->subject.concept = p->hit.thing;
                x->subject.category = p->hit.thing->category;
                x->subject.span = (eligo_span){x->subject.span.start, list[k].span.end};
                i = k + 1;
            }
        }
    }
    /* what else is named belongs to it: mentioned, and a restriction that nobody can check */
    bool caused = false;
    for (; i < to; i++) {
        if (list[i].kind == PART_CAUSED)
            caused = true;
        if (list[i].kind == PART_THING)
            add_qualifier(c, x, "about", NULL, list[i].span, thing_of(&list[i]));
        else if (list[i].kind == PART_WORD && !light_behind(c, &list[i], x->subject.concept) &&
                 !(x->subject.concept && category_is_quantity(x->subject.concept->category) &&
                   light_before(c, &list[i])))
            add_qualifier(c, x, "other", NULL, list[i].span, NULL);
    }
    (void)caused;
    if (x->has_subject)
        x->subject.text = arena_text(c->arena, c->text + x->subject.span.start,
                                     x->subject.span.end - x->subject.span.start);
}

static const char *const requires[] = {"requiring",
                                       "that requires",
                                       "that require",
                                       "which requires",
                                       "which require",
                                       "necessitating",
                                       NULL};

void item_read(const clause *c, const part *list, size_t from, size_t to, item *x)
{
    size_t start = to, end = from, np = from;

    memset(x, 0, sizeof *x);
    x->from = from;
    x->to = to;
    for (size_t i = from; i < to; i++) {
        const part *p = &list[i];
        bool content = true;

        switch (p->kind) {
        case PART_FILL:
        case PART_OF:
        case PART_ON:
        case PART_ANYOF:
        case PART_ALLOF:
        case PART_MUST:
        case PART_FOLLOWING: content = false; break;
        case PART_WITH:
        case PART_EXCLUDED: content = false; break;
        case PART_NAIVE:
            if (strcmp(p->value, "free") == 0) { /* "cancer-free", "HIV-uninfected" */
                if (i > from && list[i - 1].kind == PART_THING)
                    x->negated = !x->negated;
                break;
            }
            x->negated = !x->negated;
            x->history = true;
            break;
        case PART_PERSON:
            x->person = true;
            content = false;
            break;
        case PART_NOT:
            if (x->words && !x->thing_count && !x->quantity_count && !x->negated) {
                /* "were asked to be free of X": the verb before it says nothing */
                bool more = false;

                for (size_t k = i + 1; k < to; k++)
                    more = more || list[k].kind == PART_THING || list[k].kind == PART_WORD;
                if (more) {
                    x->negated = true;
                    x->words = false;
                    np = i + 1;
                    break;
                }
            }
            if (x->thing_count || x->words || x->quantity_count) {
                /* "pain not controlled by": a restriction of what stands before it */
                add_qualifier(c, x, "other", NULL, p->span, NULL);
            } else
                x->negated = !x->negated;
            break;
        case PART_CURRENT: x->current = true; break;
        case PART_HISTORY: x->history = true; break;
        case PART_PLANNED: x->planned = true; break;
        case PART_NEED: x->need = true; break;
        case PART_CAUSED:
            /* "and requiring oxygen": nothing stands before it that would require it */
            if (!x->thing_count && !x->words && !x->quantity_count &&
                among(c->text, p->span, requires))
                x->need = true;
            break;
        case PART_FAMILY: x->who = "family"; break;
        case PART_WHO: {
            /* the word alone is a noun; with a thing behind it the thing is theirs */
            bool thing = false;
            for (size_t k = i + 1; k < to; k++)
                thing |= list[k].kind == PART_THING;
            /* "pregnant partner": theirs as well; "transplant from a donor": a restriction */
            if ((thing && !x->thing_count) ||
                (i > from && list[i - 1].kind == PART_THING && x->thing_count == 1)) {
                x->who = p->value;
                x->who_behind = x->thing_count > 0;
            } else if (x->thing_count)
                add_qualifier(c, x, "other", NULL, p->span, NULL);
            else
                x->words = true;
            break;
        }
        case PART_QUAL: add_cue_qualifier(c, x, p); break;
        case PART_SEX: x->sex = p; break;
        case PART_AGEWORD: x->age = true; break;
        case PART_JUDGE:
            if (!x->judge)
                x->judge = p->value;
            if (p->hit.atoms && !x->judged)
                x->judged = p;
            break;
        case PART_CONSENT:
            x->consent = true;
            if (!x->judge)
                x->judge = "consent";
            break;
        case PART_THING:
            if (x->thing_count < ITEM_THINGS)
                x->things[x->thing_count++] = p;
            if (p->hit.quantity && strcmp(p->hit.quantity->id, "age") == 0)
                x->age = true;
            break;
        case PART_WORD: {
            static const char *const grown[] = {
                "adult",    "adults",     "child",       "children",  "infant",   "infants",
                "minor",    "minors",     "elderly",     "neonate",   "neonates", "newborn",
                "newborns", "adolescent", "adolescents", "teenagers", "youth",    NULL};
            x->words = true;
            x->grown = x->grown || among(c->text, p->span, grown);
            break;
        }
        case PART_QUANTITY:
            if (x->quantity_count < ITEM_QUANTITIES)
                x->quantities[x->quantity_count++] = p;
            else
                x->overflow = true;
            if (p->age)
                x->age = true;
            break;
        case PART_WINDOW:
            if (!x->window)
                x->window = p;
            break;
        case PART_DURATION:
            if (!x->duration)
                x->duration = p;
            break;
        case PART_EVENT:
            if (!x->event)
                x->event = p;
            break;
        case PART_BRACKET: read_bracket(c, x, p); break;
        default: content = false; break;
        }
        if (content) {
            if (start == to)
                start = i;
            end = i + 1;
        }
    }
    if (start < end)
        x->span = (eligo_span){list[start].span.start, list[end - 1].span.end};
    else if (from < to)
        x->span = (eligo_span){list[from].span.start, list[to - 1].span.end};
    /* "not suitable": the judgement is about the words as they are; a consent may be on record */
    if (x->judge && !x->consent)
        x->negated = false;
    find_subject(c, list, np, to, x);
}

bool item_modifies(const item *x)
{
    return !x->has_subject && !x->quantity_count && !x->sex && !x->judge && !x->defined;
}

bool item_wants_bound(const item *x)
{
    return x->has_subject && x->subject.concept &&
           category_is_quantity(x->subject.concept->category) && !x->quantity_count &&
           !x->defined && !x->judge;
}

bool item_wants_subject(const item *x)
{
    return x->quantity_count && !x->has_subject && !x->age && !x->defined;
}

/* ---- an item's rule ---- */

static const rule_qualifier *qualifiers_of(const clause *c, const item *x, size_t *count)
{
    *count = x->qualifier_count;
    return x->qualifier_count
               ? arena_copy(c->arena, x->qualifiers, x->qualifier_count, sizeof *x->qualifiers)
               : NULL;
}

static eligo_span cover(eligo_span a, eligo_span b)
{
    return (eligo_span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}

static const concept *named(const clause *c, const char *id)
{
    return lexicon_concept(c->lx, id, strlen(id));
}

/* Which of the things of an item a bound is about: the nearest quantity before it, else the next
 * behind. */
static const part *quantity_thing(const item *x, const part *q)
{
    const part *best = NULL;

    for (size_t i = 0; i < x->thing_count; i++) {
        if (!x->things[i]->hit.quantity || strcmp(x->things[i]->hit.quantity->id, "sex") == 0)
            continue;
        if (x->things[i]->span.start < q->span.start)
            best = x->things[i];
        else if (!best)
            best = x->things[i];
    }
    return best;
}

static bool unit_is(const part *q, const char *ucum)
{
    return q->unit.ucum && strcmp(q->unit.ucum, ucum) == 0;
}

static const char *time_unit(char letter)
{
    switch (letter) {
    case 'a': return "a";
    case 'm': return "mo";
    case 'w': return "wk";
    case 'd': return "d";
    case 'h': return "h";
    case 'n': return "min";
    case 's': return "s";
    default: return NULL;
    }
}

static void set_bounds(rule *r, const part *q)
{
    r->low = q->low;
    r->high = q->high;
    r->values = q->values;
    r->value_count = q->value_count;
    r->unit = q->unit;
    if (q->period && time_unit(q->period))
        r->unit.ucum = time_unit(q->period);
    r->relative_to = q->relative;
    if (r->relative_to != RELATIVE_NONE)
        r->unit.ucum = NULL;
}

static const rule *compare_bounds(const clause *c, const item *x, const concept *about,
                                  category cat, eligo_span subject, const part *q);

/* Which of several values counts, by the word before the name: "peak troponin", "lowest
 * haemoglobin", "any glucose". */
static rule_pick picked(const clause *c, eligo_span subject)
{
    static const char *const highest[] = {"peak", "highest", NULL},
                             *const lowest[] = {"lowest", "nadir", NULL},
                             *const any[] = {"any", NULL};
    size_t end = subject.start, start;

    for (unsigned words = 0; words < 2; words++) {
        while (end > 0 && c->text[end - 1] == ' ')
            end--;
        for (start = end; start > 0 && isalpha((unsigned char)c->text[start - 1]);)
            start--;
        eligo_span word = {start, end};
        if (among(c->text, word, highest))
            return PICK_HIGHEST;
        if (among(c->text, word, lowest))
            return PICK_LOWEST;
        if (among(c->text, word, any))
            return PICK_ANY;
        end = start;
    }
    return PICK_LATEST;
}

/* The unknown words right before a quantity ("urinary creatinine", "fetal heart rate"): it is not
 * the plain one, and no value of the record is known to be it. And its other names. */
static const rule_qualifier *narrowed(const clause *c, const item *x, const concept *about,
                                      eligo_span subject, size_t *count)
{
    rule_qualifier *list = arena_array(c->arena, x->qualifier_count + 2, sizeof *list);
    size_t at = subject.start;
    bool named_again = false;

    *count = 0;
    if (!list)
        return NULL;
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (strcmp(x->qualifiers[i].kind, "label") == 0) {
            list[(*count)++] = x->qualifiers[i];
            named_again = named_again || (about && x->qualifiers[i].concept == about);
        }
    /* "pulse oxygen saturation (SpO2)": its short name says that it is the plain one */
    for (bool found = !named_again; found;) {
        found = false;
        for (size_t i = 0; i < x->qualifier_count; i++) {
            const rule_qualifier *k = &x->qualifiers[i];

            if ((strcmp(k->kind, "other") == 0 || strcmp(k->kind, "about") == 0) &&
                k->span.end <= at && at - k->span.end <= 2 && *count < x->qualifier_count) {
                if (picked(c, (eligo_span){k->span.end, k->span.end}) == PICK_LATEST)
                    list[(*count)++] = *k;
                at = k->span.start;
                found = true;
            }
        }
    }
    if (x->duration) { /* "for at least 6 months": no single value tells */
        eligo_span d = x->duration->span;
        const char *text = arena_text(c->arena, c->text + d.start, d.end - d.start);

        list[(*count)++] = (rule_qualifier){"other", text, text, d, NULL};
    }
    return *count ? list : NULL;
}

/* One compare of a subject against a bound; two readings where only the low end is said to be
 * included. */
static const rule *compare(const clause *c, const item *x, const concept *about, category cat,
                           eligo_span subject, const part *q)
{
    const rule *two[2];
    part open = *q;

    /* "> 30 and < 20" under exclusion: outside, on either side */
    if (c->exclusion && q->low.given && q->high.given && q->low.value > q->high.value &&
        !q->values) {
        part low = *q, high = *q;

        low.high = (rule_bound){0};
        high.low = (rule_bound){0};
        two[0] = compare_bounds(c, x, about, cat, subject, &low);
        two[1] = compare_bounds(c, x, about, cat, subject, &high);
        return two[0] && two[1] ? rule_join(c->arena, RULE_ANY, two[0]->span, two, 2) : NULL;
    }
    two[0] = compare_bounds(c, x, about, cat, subject, q);
    if (!q->high_open || !q->high.given || !q->high.inclusive)
        return two[0];
    open.high.inclusive = false;
    two[1] = compare_bounds(c, x, about, cat, subject, &open);
    return two[0] ? rule_readings(c->arena, two[0]->span, "boundary", two, 2) : NULL;
}

static const rule *compare_bounds(const clause *c, const item *x, const concept *about,
                                  category cat, eligo_span subject, const part *q)
{
    rule *r = rule_new(c->arena, RULE_COMPARE, cover(subject, q->span));

    if (!r)
        return NULL;
    r->subject.concept = about;
    r->subject.category = about ? about->category : cat;
    r->subject.span = subject;
    r->subject.text = arena_text(c->arena, c->text + subject.start, subject.end - subject.start);
    r->subject.who = x->who;
    set_bounds(r, q);
    /* "1000 mm3" of cells: the slash is lost, no volume can be meant */
    if (about && r->unit.ucum && !unit_fits(about, r->unit.ucum)) {
        const char *per = arena_printf(c->arena, "/%s", r->unit.ucum);
        if (per && unit_fits(about, per))
            r->unit.ucum = per;
    }
    if (about && strcmp(about->id, "age") == 0 && !r->unit.ucum && r->relative_to == RELATIVE_NONE)
        r->unit.ucum = "a"; /* an age without a unit is one in years */
    /* grades printed without comparator: what is listed */
    if (!r->values && q->value && strcmp(q->value, "grade") == 0 && r->low.given && r->high.given &&
        about && (about->category == CATEGORY_SCORE) && r->low.value == floor(r->low.value) &&
        r->high.value == floor(r->high.value) && r->high.value - r->low.value < 8) {
        size_t n = (size_t)(r->high.value - r->low.value) + 1;
        double *values = arena_array(c->arena, n, sizeof *values);

        if (!values)
            return NULL;
        for (size_t i = 0; i < n; i++)
            values[i] = r->low.value + (double)i;
        r->values = values;
        r->value_count = n;
        r->low = r->high = (rule_bound){0};
    }
    /* "or worse" and "or better" go the way of the scale */
    if (q->value && about && (strcmp(q->value, "worse") == 0 || strcmp(q->value, "better") == 0)) {
        bool low_is_better =
            (about->flags & CONCEPT_BETTER_LOW) || !(about->flags & CONCEPT_BETTER_HIGH);
        bool up = (strcmp(q->value, "worse") == 0) == low_is_better;
        rule_bound b = r->low.given ? r->low : r->high;

        r->low = up ? b : (rule_bound){0};
        r->high = up ? (rule_bound){0} : b;
    }
    if (x->window)
        r->window = x->window->window;
    r->pick = picked(c, subject);
    r->qualifiers = narrowed(c, x, about, subject, &r->qualifier_count);
    return r;
}

/* "140/90": two quantities. Above a limit either is enough, below it both are needed. */
static const rule *pressure_pair(const clause *c, const item *x, eligo_span subject, const part *q)
{
    const concept *systolic = named(c, "systolic_bp"), *diastolic = named(c, "diastolic_bp");
    part first = *q, second = *q;
    const rule *both[2];
    rule_bound *b;

    first.pair = second.pair = false;
    b = second.low.given ? &second.low : &second.high;
    b->value = q->second;
    if (second.low.given && second.high.given)
        second.high.value = q->second;
    both[0] = compare(c, x, systolic, CATEGORY_MEASUREMENT, subject, &first);
    both[1] = compare(c, x, diastolic, CATEGORY_MEASUREMENT, subject, &second);
    return rule_join(c->arena, q->low.given && !q->high.given ? RULE_ANY : RULE_ALL,
                     cover(subject, q->span), both, 2);
}

static const rule_amount *amount(const clause *c, const part *q)
{
    rule_amount *m = arena_alloc(c->arena, sizeof *m);

    if (!m)
        return NULL;
    m->low = q->low;
    m->high = q->high;
    m->unit = q->unit;
    if (q->period)
        m->unit.ucum = time_unit(q->period);
    m->span = q->span;
    m->text = arena_text(c->arena, c->text + q->span.start, q->span.end - q->span.start);
    return m;
}

/* A window out of a bare length of time behind an event ("infarction < 6 months"). */
static const rule_window *window_of(const clause *c, const part *q)
{
    const part *w = phrase_window(c->arena, q, NULL, q, NULL, c->text);

    return w ? w->window : NULL;
}

static bool is_treatment(const concept *k)
{
    return k && (k->category == CATEGORY_MEDICATION || k->category == CATEGORY_PROCEDURE ||
                 k->category == CATEGORY_IMMUNIZATION || k->category == CATEGORY_DEVICE ||
                 k->category == CATEGORY_ENCOUNTER);
}

static void set_tense(rule *r, const item *x)
{
    if (x->history)
        r->tense = TENSE_HISTORY;
    else if (x->planned)
        r->tense = TENSE_PLANNED;
    else if (x->current)
        r->tense = TENSE_CURRENT;
}

/* Is it the last time that the window is about? */
static bool speaks_of_last(const clause *c, const item *x, const rule_window *w)
{
    size_t at = x->subject.span.start;

    if (w->text && (strcasestr(w->text, "since") || strcasestr(w->text, "last ")))
        return true;
    return (at >= 5 && strncasecmp(c->text + at - 5, "last ", 5) == 0) ||
           (at >= 12 && strncasecmp(c->text + at - 12, "most recent ", 12) == 0);
}

/* One record of the thing; *other is what a negation may deny instead (NULL: nothing else). */
static rule *has_plain(const clause *c, const item *x, rule **other)
{
    rule *lasting = NULL, *r = rule_new(c->arena, RULE_HAS,
                                        x->has_subject ? cover(x->span, x->subject.span) : x->span);

    if (!r)
        return NULL;
    r->subject = x->subject;
    r->subject.who = x->who;
    set_tense(r, x);
    if (x->window)
        r->window = x->window->window;
    else if (x->event && x->event->window)
        r->window = x->event->window;
    if (x->planned && r->window && r->window->from_given && r->window->from.n < 0 &&
        r->window->to.n == 0 && x->window && !x->window->value[0]) {
        rule_window *ahead =
            arena_copy(c->arena, r->window, 1, sizeof *ahead); /* "planned within 6 months" */

        if (!ahead)
            return NULL;
        ahead->to = (period){-r->window->from.n, r->window->from.unit};
        ahead->from = (period){0, r->window->from.unit};
        ahead->from_open = false;
        r->window = ahead;
    }
    if (x->duration) {
        r->duration = amount(c, x->duration);
        if (!r->window && x->duration->window)
            r->window = x->duration->window;
        /* "off steroids for 4 weeks", "has not taken it for 7 days": none in that time */
        if (x->negated && !r->window && x->subject.concept && x->duration->low.given &&
            !x->duration->high.given) {
            part back = *x->duration;
            rule *none = arena_copy(c->arena, r, 1, sizeof *r);

            back.high = (rule_bound){true, true, back.low.value};
            back.low = (rule_bound){0};
            if (!none)
                return NULL;
            none->window = window_of(c, &back);
            none->duration = NULL;
            if (is_treatment(x->subject.concept) || (x->subject.concept->flags & CONCEPT_EVENT))
                r = none;
            else
                lasting = r, r = none;
        }
    }
    r->qualifiers = qualifiers_of(c, x, &r->qualifier_count);
    if (x->need) {
        item copy = *x;
        add_qualifier(c, &copy, "other", "needed", x->span, NULL);
        r->qualifiers = qualifiers_of(c, &copy, &r->qualifier_count);
    }
    *other = lasting;
    return r;
}

/* "4 weeks since the last dose": one by then, and none since. */
static const rule *none_since(arena *a, const rule *r)
{
    rule *since = arena_copy(a, r, 1, sizeof *r);
    rule_window *w = arena_copy(a, r->window, 1, sizeof *w);
    const rule *two[2];

    if (!since || !w)
        return NULL;
    w->from = w->to;
    w->from_given = true;
    w->from_open = !w->to_open;
    w->to = (period){0, w->from.unit};
    w->to_open = false;
    since->window = w;
    two[0] = r;
    two[1] = rule_not(a, since->span, since);
    return rule_join(a, RULE_ALL, r->span, two, 2);
}

static const rule *has(const clause *c, const item *x)
{
    rule *lasting = NULL, *r = has_plain(c, x, &lasting);

    if (!r)
        return NULL;
    if (r->window && r->window->to_given && !r->window->from_given && r->window->to.n < 0 &&
        !x->negated && speaks_of_last(c, x, r->window))
        return none_since(c->arena, r);
    if (lasting) { /* of a state: none in that time, or not for so long */
        const rule *two[2] = {r, lasting};

        lasting->qualifiers = r->qualifiers;
        lasting->qualifier_count = r->qualifier_count;
        return rule_readings(c->arena, r->span, "negation-scope", two, 2);
    }
    return r;
}

/* "stage III", "grade 2 to 4": the number of a stage, whose owner is the condition beside it. */
static bool staged(const clause *c, const item *x, const part *q)
{
    for (size_t back = 0; back < 14 && q->span.start >= x->span.start + back; back++) {
        size_t i = q->span.start - back, end = q->span.start;

        while (end > i && isspace((unsigned char)c->text[end - 1]))
            end--;
        if (i > 0 && isalpha((unsigned char)c->text[i - 1]))
            continue;
        if (among(c->text, (eligo_span){i, end}, stages))
            return true;
    }
    return false;
}

/* A number without comparator, range or unit of a measure measures nothing by itself ("ICD 10",
 * "DSM-5", "n = 20"). */
static bool bare(const part *q)
{
    bool point = q->low.given && q->high.given && q->low.value == q->high.value;

    if (q->values)
        return true;
    return (point || (q->value && strcmp(q->value, "grade") == 0)) &&
           !(q->value && strcmp(q->value, "=") == 0) && q->relative == RELATIVE_NONE;
}

static const char *const changes[] = {
    "change",    "changes",   "increase", "increases", "decrease",    "decreases", "reduction",
    "rise",      "drop",      "fall",     "decline",   "difference",  "variation", "improvement",
    "worsening", "elevation", "loss",     "gain",      "fluctuation", NULL};

/* A rule for a bound without a quantity in the lexicon: by its unit, or of the unknown words before
 * it. */
static const rule *bound_rule(const clause *c, const item *x, const part *q)
{
    const part *t = quantity_thing(x, q);
    const concept *about = t ? t->hit.quantity : NULL;
    eligo_span subject = t ? t->span : q->span;

    /* the name given twice, long and short: both are the subject */
    for (size_t i = 0; t && i < x->thing_count; i++)
        if (x->things[i] != t && x->things[i]->hit.quantity &&
            concept_is(x->things[i]->hit.quantity, about) &&
            x->things[i]->span.end <= t->span.start && t->span.start - x->things[i]->span.end < 24)
            subject = cover(subject, x->things[i]->span);

    if (q->pair && (!about || strcmp(about->id, "blood_pressure") == 0 ||
                    strcmp(about->id, "systolic_bp") == 0)) {
        if ((about || (x->subject.concept && x->subject.concept->category == CATEGORY_CONDITION)) &&
            q->second >= 20 && q->second < 200 && named(c, "systolic_bp"))
            return pressure_pair(c, x, about ? subject : x->subject.span, q);
    }
    /* "liver biopsy older than 6 months": how long ago, not whose age */
    if (q->age && q->period && !x->person && !x->grown && x->subject.concept &&
        is_treatment(x->subject.concept) && x->subject.span.end <= q->span.start &&
        q->span.start - x->subject.span.end < 4 && q->low.given != q->high.given) {
        rule *other, *r = has_plain(c, x, &other);

        if (r) {
            r->window = window_of(c, q);
            r->span = cover(r->span, q->span);
        }
        return r;
    }
    if (q->age && (q->period || (!q->unit.ucum && q->relative == RELATIVE_NONE && !q->values)) &&
        !(about && strcmp(about->id, "gestational_age") == 0 && t->span.start > q->span.end &&
          t->span.start < q->span.end + 12))
        return compare(c, x, named(c, "age"), CATEGORY_DEMOGRAPHIC, q->span, q);
    if (about && among(c->text, t->span, stages))
        about = NULL; /* "stage" alone is the stage of the condition beside it */
    /* "2-hour glucose load", "4 on a 10-point scale": part of a name, where another bound is there
     */
    if (about && bare(q) && !q->age && !q->values &&
        (q->period ? t->span.start >= q->span.end : true)) {
        /* "SpO2 < 90 % on 4 L": a number of something else */
        if (q->unit.ucum && !q->period && q->relative == RELATIVE_NONE &&
            !unit_fits(about, q->unit.ucum))
            return rule_opaque(c->arena, q->span, "a number of something else");
        if (q->period && memchr(c->text + q->span.start, '-', q->span.end - q->span.start))
            return NULL;
        for (size_t i = 0; i < x->quantity_count; i++)
            if (x->quantities[i] != q && !x->quantities[i]->age && !q->value[0] &&
                quantity_thing(x, x->quantities[i]) == t &&
                (!bare(x->quantities[i]) || x->quantities[i]->values) && !q->period &&
                !q->unit.text)
                return NULL;
    }
    /* "a decrease in haemoglobin of more than 2": the bound is the change's */
    if (about && x->has_subject && !x->subject.concept && x->subject.span.end <= t->span.start &&
        among(c->text, x->subject.span, changes))
        return compare(c, x, NULL, about->category, cover(x->subject.span, subject), q);
    /* "20/40": a fraction, whose top alone says nothing */
    if (about && q->pair && strcmp(about->id, "visual_acuity") == 0)
        return compare(c, x, NULL, about->category, subject, q);
    if (about) {
        /* the quantity's name must not be part of a longer one that is not known */
        bool unsure = x->has_subject && !x->subject.concept &&
                      x->subject.span.start <= t->span.start && x->subject.span.end >= t->span.end;

        if (strcmp(about->id, "age") == 0 || !unsure)
            return compare(c, x, about, about->category, subject, q);
        return compare(c, x, NULL, about->category, x->subject.span, q);
    }
    /* ages, whose name is mostly left out */
    if (q->period && (x->age || q->age)) {
        if (!x->has_subject || !x->subject.concept || !is_treatment(x->subject.concept))
            return compare(c, x, named(c, "age"), CATEGORY_DEMOGRAPHIC, q->span, q);
    }
    if (staged(c, x, q) && !q->unit.ucum && !q->period) {
        const part *owner = NULL;

        for (size_t i = 0; i < x->thing_count; i++)
            if (x->things[i]->hit.thing && (!owner || x->things[i]->span.end <= q->span.start))
                owner = x->things[i];
        if (owner) {
            /* of a cancer, the stage has a name of its own */
            const concept *cancer = named(c, "malignancy");
            const concept *stage =
                cancer && concept_is(owner->hit.thing, cancer) ? named(c, "cancer_stage") : NULL;

            return compare(c, x, stage, CATEGORY_SCORE, owner->span, q);
        }
        return compare(c, x, NULL, CATEGORY_SCORE, x->has_subject ? x->subject.span : q->span, q);
    }
    if (bare(q) && !q->age)
        return NULL;
    if (!about && x->has_subject && x->subject.span.end - x->subject.span.start == 1)
        return NULL; /* "n = 20" */
    if (x->age && !q->unit.ucum && !q->period && q->relative == RELATIVE_NONE)
        return compare(c, x, named(c, "age"), CATEGORY_DEMOGRAPHIC, q->span, q);
    if (q->period == 'a' && !x->has_subject && !x->event && !x->history && !x->current)
        return compare(c, x, named(c, "age"), CATEGORY_DEMOGRAPHIC, q->span, q);
    if (q->unit.text && text_starts_nocase(q->unit.text, strlen(q->unit.text), "pack") &&
        strstr(q->unit.text, "year") && named(c, "pack_years"))
        return compare(c, x, named(c, "pack_years"), CATEGORY_SOCIAL,
                       x->has_subject ? x->subject.span : q->span, q);
    if (unit_is(q, "kg/m2"))
        return compare(c, x, named(c, "bmi"), CATEGORY_MEASUREMENT,
                       x->has_subject ? x->subject.span : q->span, q);
    /* a length of time: of an event a window, of a state a duration */
    if (q->period && x->has_subject) {
        item copy = *x;
        rule *r, *other;

        r = has_plain(c, &copy, &other);
        if (!r)
            return NULL;
        r->span = cover(r->span, q->span);
        if (x->subject.concept &&
            ((x->subject.concept->flags & CONCEPT_EVENT) || is_treatment(x->subject.concept)) &&
            !q->low.given)
            r->window = window_of(c, q);
        else
            r->duration = amount(c, q);
        return r;
    }
    if (x->has_subject && x->subject.concept &&
        x->subject.concept->category == CATEGORY_MEDICATION && q->unit.ucum &&
        strchr(q->unit.ucum, 'L')) {
        /* "digoxin > 1.2 ng/mL": in the blood */
        char *text = arena_printf(c->arena, "%s level", x->subject.concept->name);
        atoms cut = text ? lexicon_cut(c->lx, text, strlen(text), c->arena) : (atoms){0};
        lexicon_hit hit;

        if (cut.count && lexicon_match(c->lx, &cut, 0, &hit) && hit.atoms == cut.count &&
            hit.quantity)
            return compare(c, x, hit.quantity, hit.quantity->category, x->subject.span, q);
    }
    if (x->has_subject && x->subject.concept &&
        x->subject.concept->category == CATEGORY_MEDICATION && q->unit.ucum) {
        rule *other, *r = has_plain(c, x, &other);

        if (r) {
            r->dose = amount(c, q);
            r->span = cover(r->span, q->span);
        }
        return r;
    }
    if (x->has_subject) {
        rule *r = (rule *)(void *)(uintptr_t)compare_bounds(c, x, NULL, CATEGORY_NONE,
                                                            x->subject.span, q);

        if (!r)
            return NULL;
        /* "two or more relapses", "at least 10 teeth": how many there are */
        if (!q->unit.ucum && !q->period && q->span.start < x->subject.span.start && !q->values) {
            r->counting = true;
            r->subject.concept = x->subject.concept;
            r->subject.category = x->subject.category;
            r->span = cover(r->span, x->subject.span);
        }
        return r;
    }
    return rule_opaque(c->arena, q->span, "a number without anything that it measures");
}

static const rule *sex_rule(const clause *c, const item *x)
{
    rule *r = rule_new(c->arena, RULE_HAS, x->sex->span);

    if (!r)
        return NULL;
    r->subject.concept = named(c, x->sex->value);
    r->subject.category = CATEGORY_DEMOGRAPHIC;
    r->subject.span = x->sex->span;
    r->subject.text =
        arena_text(c->arena, c->text + x->sex->span.start, x->sex->span.end - x->sex->span.start);
    return r;
}

/* What a judgement mentions, so that nothing named is lost. */
static const rule *judgement(const clause *c, const item *x)
{
    rule *r = rule_new(c->arena, RULE_JUDGEMENT, x->span);

    if (!r)
        return NULL;
    r->topic = x->judge;
    if (x->thing_count || x->judged) {
        rule_qualifier *q = arena_array(c->arena, x->thing_count + 1, sizeof *q);

        if (!q)
            return NULL;
        if (x->judged) {
            q[x->thing_count].kind = "about";
            q[x->thing_count].span = x->judged->span;
            q[x->thing_count].text = arena_text(c->arena, c->text + x->judged->span.start,
                                                x->judged->span.end - x->judged->span.start);
            q[x->thing_count].value = q[x->thing_count].text;
            q[x->thing_count].concept = thing_of(x->judged);
        }
        for (size_t i = 0; i < x->thing_count; i++) {
            q[i].kind = "about";
            q[i].span = x->things[i]->span;
            q[i].text =
                arena_text(c->arena, c->text + q[i].span.start, q[i].span.end - q[i].span.start);
            q[i].value = q[i].text;
            q[i].concept = thing_of(x->things[i]);
        }
        r->qualifiers = q;
        r->qualifier_count = x->thing_count + (x->judged != NULL);
    }
    return r;
}

/* Is it said how bad it must be ("severe liver disease (Child-Pugh C)")? The bracket then says what
 * is meant. */
static bool graded(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (strcmp(x->qualifiers[i].kind, "severity") == 0 ||
            strcmp(x->qualifiers[i].kind, "significance") == 0)
            return true;
    return false;
}

/* "1 to 6 months after infarction" and nothing else: the infarction is 1 to 6 months ago. */
static const rule *after_event(const clause *c, const item *x)
{
    const rule_window *w = x->window->window;
    rule_window *back = arena_copy(c->arena, w, 1, sizeof *w);
    rule *r = rule_new(c->arena, RULE_HAS, x->window->span);

    if (!back || !r)
        return NULL;
    if (strcmp(x->window->value, "of") == 0) { /* "less than 4 weeks from surgery" */
        r->subject.concept = w->anchor_concept;
        r->subject.category = w->anchor_concept->category;
        r->subject.text = w->anchor;
        r->subject.span = x->window->span;
        back->anchor = "unstated";
        back->anchor_concept = NULL;
        r->window = back;
        return back->to_given && !back->from_given && back->to.n < 0 ? none_since(c->arena, r) : r;
    }
    if (strcmp(x->window->value, "after") != 0 || !w->from_given ||
        (w->from.n == 0 && !w->to_given))
        return NULL;
    r->subject.concept = w->anchor_concept;
    r->subject.category = w->anchor_concept->category;
    r->subject.text = w->anchor;
    r->subject.span = x->window->span;
    back->from = (period){-w->to.n, w->to.unit};
    back->from_given = w->to_given;
    back->from_open = w->to_open;
    back->to = (period){-w->from.n, w->from.unit};
    back->to_given = true;
    back->to_open = w->from_open;
    back->anchor = "unstated";
    back->anchor_concept = NULL;
    r->window = back;
    return back->from_given || back->to.n >= 0 ? r : none_since(c->arena, r);
}

/* "3 x ULN", "haemoglobin 9 g/dL": a bound that lacks its comparator; on which side it lies is
 * open. */
static const rule *opened(const clause *c, const rule *r, const part *q)
{
    rule *first, *second;

    if (!r || r->op != RULE_COMPARE || r->value_count || r->counting || !r->low.given ||
        !r->high.given || r->low.value != r->high.value || q->value[0] ||
        !(r->relative_to != RELATIVE_NONE ||
          (r->subject.category == CATEGORY_MEASUREMENT && r->unit.text && !q->period)))
        return r;
    first = arena_copy(c->arena, r, 1, sizeof *first);
    second = arena_copy(c->arena, r, 1, sizeof *second);
    if (!first || !second)
        return NULL;
    first->low = second->high = (rule_bound){0};
    const rule *two[2] = {first, second};

    return rule_readings(c->arena, r->span, "boundary", two, 2);
}

const rule *item_rule(const clause *c, const item *x)
{
    const rule *of[ITEM_QUANTITIES +
                   6]; /* judgement, bounds, definition, thing, its stage's owner or sex, "also" */
    size_t n = 0;
    bool quantity_subject = x->has_subject && x->subject.concept &&
                            category_is_quantity(x->subject.concept->category) &&
                            x->subject.concept->category != CATEGORY_DEMOGRAPHIC;
    bool used_subject = false, age_only;
    const rule *r;

    if (x->overflow)
        return rule_opaque(c->arena, x->span, "more is said at once than is read as one clause");
    if (x->judge && !(x->quantity_count && (x->thing_count || x->age) &&
                      strcmp(x->judge, "investigator opinion") != 0))
        return judgement(c, x);
    if (x->judge)
        of[n++] = judgement(c, x);
    age_only = x->quantity_count && x->age;
    for (size_t i = 0; i < x->quantity_count; i++) {
        r = opened(c, bound_rule(c, x, x->quantities[i]), x->quantities[i]);
        if (!r)
            continue;
        if (r->op != RULE_COMPARE || r->counting || !r->subject.concept ||
            r->subject.span.start == x->subject.span.start ||
            (x->subject_part && (r->subject.concept == x->subject.concept ||
                                 r->subject.concept == x->subject_part->hit.quantity)))
            used_subject = true;
        of[n++] = r;
    }
    if (x->defined && x->has_subject && x->defined->op == RULE_COMPARE &&
        x->defined->subject.category == CATEGORY_SCORE && x->subject.concept &&
        x->subject.concept->category == CATEGORY_CONDITION && !x->defined_by_words && !graded(x)) {
        /* "heart failure (NYHA III)": how bad it must be, not what it is */
        of[n++] = x->defined;
    } else if (x->defined) {
        /* "obesity (BMI > 28)" is the limit; what it is called stays as a label */
        if (x->has_subject) {
            rule *labelled = arena_copy(c->arena, x->defined, 1, sizeof *labelled);
            rule_qualifier *q =
                arena_alloc(c->arena, (x->defined->qualifier_count + 1) * sizeof *q);

            if (!labelled || !q)
                return NULL;
            if (x->defined->qualifier_count)
                memcpy(q, x->defined->qualifiers, x->defined->qualifier_count * sizeof *q);
            q[x->defined->qualifier_count] = (rule_qualifier){
                "label", x->subject.text, x->subject.text, x->subject.span, x->subject.concept};
            labelled->qualifiers = q;
            labelled->qualifier_count = x->defined->qualifier_count + 1;
            labelled->span = cover(x->span, x->defined->span);
            of[n++] = labelled;
        } else
            of[n++] = x->defined;
        used_subject = true;
    }
    if (x->has_subject && !used_subject && !(quantity_subject && x->quantity_count)) {
        bool age_word = x->subject.concept && strcmp(x->subject.concept->id, "age") == 0;

        /* "adult patients > 18 years": the group is what the bound says again */
        if (!(age_only && !x->subject.concept) && !(age_word && n))
            if ((r = has(c, x)))
                of[n++] = r;
    }
    for (size_t i = 0; x->quantity_count && i < x->thing_count && n < ITEM_QUANTITIES; i++) {
        const part *t = x->things[i], *q = x->quantities[x->quantity_count - 1];

        /* "TNM stage I-II colorectal cancer": the condition stands right behind its stage */
        if (quantity_subject && t->hit.thing && !t->hit.quantity &&
            t->hit.thing->category == CATEGORY_CONDITION && t->span.start >= q->span.end &&
            t->span.start - q->span.end < 24 && n == 1 && of[0]->op == RULE_COMPARE &&
            of[0]->subject.category == CATEGORY_SCORE) {
            item other = {.span = t->span, .has_subject = true, .subject_part = t};

            other.subject.concept = t->hit.thing;
            other.subject.category = t->hit.thing->category;
            other.subject.span = t->span;
            other.subject.text =
                arena_text(c->arena, c->text + t->span.start, t->span.end - t->span.start);
            if ((r = has(c, &other)))
                of[n++] = r;
        }
    }
    if (x->sex) {
        bool implied =
            x->subject.concept && (x->subject.concept->flags & (CONCEPT_FEMALE | CONCEPT_MALE));

        if (!implied && (r = sex_rule(c, x)))
            of[n++] = r;
    }
    if (x->also)
        of[n++] = x->also;
    if (n == 0 && x->window && x->window->window && x->window->window->anchor_concept &&
        (r = after_event(c, x)))
        of[n++] = r;
    if (n == 0)
        return NULL;
    r = rule_join(c->arena, RULE_ALL, x->span, of, n);
    if (x->special && r) {
        clause inner = *c;

        inner.depth++;
        inner.special = true;
        const rule *limit =
            scope_bracket(&inner, x->special->inside, 0, x->special->inside_count, x);

        /* "(> 23 for Asians)": for whom is not understood */
        if (limit && limit->op == RULE_COMPARE)
            limit = rule_two(c->arena, RULE_ALL, limit,
                             rule_opaque(c->arena, x->special->span,
                                         "a limit for some, who are not understood"));
        r = combine_alternative(c->arena, r, limit);
    }
    if (x->exception && r)
        r = combine_except(c->arena, r, x->exception, x->unless, c->exclusion || x->negated);
    return r;
}
