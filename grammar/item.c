#include "grammar/bound.h"
#include "grammar/permit.h"

#include "engine/base/text.h"

#include <assert.h>
#include <ctype.h>
#include <math.h>
#include <string.h>

/* ---- small words that the field uses without meaning much (rules/roles.tsv) ---- */

/* Behind the name of a thing these change nothing: "epilepsy disorder", "warfarin therapy". */
static bool light_behind(const part *p, const concept *about)
{
    if (!about)
        return p->roles & ROLE_LIGHT;
    if (category_is_quantity(about->category))
        return p->roles & (ROLE_LIGHT | ROLE_LIGHT_QUANTITY);
    if (about->category == CATEGORY_MEDICATION || about->category == CATEGORY_PROCEDURE ||
        about->category == CATEGORY_IMMUNIZATION || about->category == CATEGORY_DEVICE)
        return p->roles & (ROLE_LIGHT | ROLE_LIGHT_TREATMENT);
    return p->roles & (ROLE_LIGHT | ROLE_LIGHT_CONDITION);
}

/* Before the name of a quantity these say where it was taken or how, not what it is. Before others
 * most of them narrow: "preoperative chemotherapy". */
static bool light_before(const part *p, const concept *about)
{
    role_set light = ROLE_WEIGHTLESS;

    if (category_is_quantity(about->category))
        light |= ROLE_LIGHT_BEFORE;
    else if (about->category == CATEGORY_CONDITION)
        light |= ROLE_WEIGHTLESS_CONDITION;
    return p->roles & light;
}

/* "warfarin therapy", "CABG surgery": a name of the class behind the name of the thing. */
static bool adds_nothing(const part *p, const concept *about)
{
    const concept *k = p->hit.thing;

    return k && about && about != k &&
           (about->category == CATEGORY_MEDICATION || about->category == CATEGORY_PROCEDURE) &&
           ((k->flags & CONCEPT_WEAK) || (p->roles & ROLE_LIGHT_TREATMENT) ||
            concept_is(about, k)) &&
           light_behind(p, about);
}

/* A preposition, a copula or a relative word ends a noun phrase; an article does not. */
static bool ends_phrase(const part *p)
{
    switch (p->kind) {
    case PART_FILL: return !(p->roles & ROLE_ARTICLE);
    case PART_WORD:
    case PART_THING:
    case PART_QUAL:
    case PART_SEX: return false;
    case PART_PERSON: return false;
    default: return true;
    }
}

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

void item_qualify(const clause *c, item *x, const char *kind, const char *value, eligo_span s,
                  const concept *about)
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

const concept *part_concept(const part *p)
{
    return p->hit.thing ? p->hit.thing : p->hit.quantity;
}

bool part_drug(const part *p)
{
    return p->hit.thing && p->hit.thing->category == CATEGORY_MEDICATION;
}

static bool has_kind(const part *list, size_t count, part_kind k)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].kind == k)
            return true;
    return false;
}

static bool has_link(const part *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (part_links(list[i].kind))
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

/* "(as measured by the X questionnaire)": with what, and no bound of it. */
static bool bracket_measures(const clause *c, const part *b)
{
    static const char *const words[] = {"as measured by", "measured by", "as assessed by",
                                        "assessed by"};

    for (size_t i = 0; b->inside_count && i < sizeof words / sizeof *words; i++)
        if (b->inside[0].kind == PART_DEFINED &&
            text_equal_nocase(c->text + b->inside[0].span.start,
                              b->inside[0].span.end - b->inside[0].span.start, words[i]))
            return true;
    return false;
}

/* "(treated with A, B or C)", "(requiring A or B)", "(with A or B)", "(taking A or B)": what is
 * asked of the thing before the bracket, and no examples of it. The part that says what; the count
 * of parts: it begins otherwise. */
static size_t bracket_asks(const clause *c, const part *b)
{
    static const char *const words[] = {"receiving", "taking", "using", "undergoing", "on"};
    const part *first = b->inside;
    size_t n = b->inside_count, i = 0, w = 0;

    if (n < 2)
        return n;
    switch (first->kind) {
    case PART_QUAL:
        if (strcmp(first->value, "control:treated") != 0)
            return n;
        i = 1;
        break;
    case PART_HISTORY:
        if (!text_starts_nocase(c->text + first->span.start, first->span.end - first->span.start,
                                "treated"))
            return n;
        i = 1;
        break;
    case PART_CURRENT:
        while (w < sizeof words / sizeof *words &&
               !text_equal_nocase(c->text + first->span.start, first->span.end - first->span.start,
                                  words[w]))
            w++;
        if (w == sizeof words / sizeof *words)
            return n;
        break;
    case PART_CAUSED:
    case PART_NEED: break;
    case PART_WITH:
        i = 1;
        for (; w < n; w++)
            if (first[w].kind == PART_NOT || first[w].kind == PART_OR)
                break;
        if (w < n && first[w].kind == PART_NOT) /* "with or without" */
            return n;
        break;
    default: return n;
    }
    while (i < n && (b->inside[i].kind == PART_FILL || b->inside[i].kind == PART_WITH))
        i++;
    return i;
}

/* "(alone or in combination with A)": how it is taken, and no examples of it. */
static bool bracket_alone(const clause *c, const part *b)
{
    size_t i = 0;

    while (i < b->inside_count && b->inside[i].kind == PART_FILL)
        i++;
    return i + 1 < b->inside_count && part_alone(c, &b->inside[i]) &&
           has_link(b->inside, b->inside_count);
}

bool part_alone(const clause *c, const part *p)
{
    static const char *const words[] = {"alone", "monotherapy", "only"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal_nocase(c->text + p->span.start, p->span.end - p->span.start, words[i]))
            return true;
    return false;
}

bool bracket_lists(const clause *c, const part *b)
{
    size_t named = 0, links = 0;
    bool piece = false, include = false;

    if (bracket_remarks(b) || bracket_asks(c, b) < b->inside_count || bracket_alone(c, b))
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

/* Are its numbers lengths of time, and no ages? */
static bool times_only(const part *in, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (in[i].kind == PART_QUANTITY && (!in[i].period || in[i].age))
            return false;
    return true;
}

/* A limit, and behind a semicolon what is allowed. */
static bool limit_first(const part *in, size_t n)
{
    size_t end = 0;

    while (end < n && in[end].kind != PART_SEMICOLON)
        end++;
    return end < n && has_kind(in, end, PART_QUANTITY) && !has_kind(in, end, PART_EXCEPT) &&
           !has_kind(in, end, PART_UNLESS) && has_kind(in + end, n - end, PART_EXCEPT) &&
           has_kind(in + end, n - end, PART_QUANTITY);
}

static void ask(const clause *c, item *x, const part *b)
{
    clause inner = *c;
    size_t from = bracket_asks(c, b);
    const rule *r;

    if (b->inside[0].kind == PART_CAUSED && strcmp(b->inside[0].value, "need") != 0) {
        item_qualify(c, x, "other", NULL, b->span, NULL); /* a cause is on no record */
        return;
    }
    inner.exclusion = !has_kind(b->inside, b->inside_count, PART_AND); /* "A, B": either */
    if (from)
        clause_take(c, b->inside[0].span);
    r = scope_rule(&inner, b->inside, from, b->inside_count);
    x->also = r;
    x->asked = r != NULL;
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
    if ((bracket_remarks(b) || bracket_measures(c, b)) && !has_kind(in, n, PART_QUANTITY) &&
        !has_kind(in, n, PART_NOT) && !has_kind(in, n, PART_EXCEPT)) {
        for (size_t i = 0; i < n; i++)
            if (in[i].kind == PART_WINDOW && !x->window)
                x->window = &in[i];
        clause_take(c, b->span);
        return;
    }
    /* "(with or without depression)" */
    if (n > 3 && in[0].kind == PART_WITH &&
        (in[1].kind == PART_OR || in[1].kind == PART_SLASH || in[1].kind == PART_ANDOR) &&
        in[2].kind == PART_NOT) {
        clause_take(c, b->span);
        return;
    }
    if (bracket_alone(c, b)) {
        item_qualify(c, x, "other", NULL, b->span, NULL);
        return;
    }
    if (is_equality(in, n))
        clause_take(c, b->span);
    if (is_equality(in, n) || bracket_lists(c, b)) /* scope.c reads an enumeration */
        return;
    /* "no surgery within 3 months (6 for bypass)": another time for some */
    if (n > 2 && in[0].kind == PART_QUANTITY && (in[0].period || !in[0].unit.text) &&
        in[0].low.given && in[0].high.given &&
        (has_kind(in, n, PART_THING) || has_kind(in, n, PART_WORD)) &&
        text_equal_nocase(c->text + in[1].span.start, in[1].span.end - in[1].span.start, "for"))
        x->overflow = true;
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
    if (bracket_asks(c, b) < n && has_link(in, n) && (x->thing_count || x->words) && !quantities &&
        !x->also && !has_kind(in, n, PART_NOT) && (things || words)) {
        ask(&inner, x, b);
        return;
    }
    if (limit_first(in, n)) { /* "(BMI 20 to 25; up to 30 is allowed if ...)" */
        const rule *r = scope_bracket(&inner, in, 0, n, x);

        if (r && !x->defined)
            x->defined = r;
        return;
    }
    if (has_kind(in, n, PART_EXCEPT) || has_kind(in, n, PART_UNLESS)) {
        size_t at = 0;
        const rule *r;
        clause outer = inner;

        outer.exclusion = c->exclusion || x->negated;
        permission p = permission_read(&outer, in, 0, n);

        if (p.what) {
            if (!x->permits && !x->exception) {
                x->permits = arena_copy(c->arena, &p, 1, sizeof p);
                x->exception = outer.exclusion ? permission_exempts(c, &p) : NULL;
            }
            return;
        }
        while (in[at].kind != PART_EXCEPT && in[at].kind != PART_UNLESS)
            at++;
        inner.exclusion = true; /* each is enough */
        inner.special = true;
        r = in[at].value[0] == 'a' || in[at].value[0] == 'i' ? scope_rule(&inner, in, 0, at)
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
        if (!own)
            return;
        if ((own->hit.thing && own->hit.thing == before->hit.thing) ||
            (own->hit.quantity && own->hit.quantity == before->hit.quantity)) {
            item_qualify(c, x, "label", NULL, own->span, part_concept(own));
            return;
        }
        if (own->hit.quantity && !own->hit.thing && capitals(c->text, own->span) &&
            before->hit.quantity) {
            item_qualify(c, x, "label", NULL, own->span, NULL);
            return;
        }
        if (capitals(c->text, own->span) && own->span.end - own->span.start <= 6 && !windows) {
            /* "extracorporeal support (ECMO)": the abbreviation says which */
            if (own->hit.thing && before->hit.thing &&
                own->hit.thing->category == before->hit.thing->category)
                x->alias = own->hit.thing;
            item_qualify(c, x, "label", NULL, own->span, x->alias);
            return;
        }
    }
    if (words == 1 && content == 1 && others == 0 && !windows) {
        for (size_t i = 0; i < n; i++)
            if (in[i].kind == PART_WORD && capitals(c->text, in[i].span) &&
                in[i].span.end - in[i].span.start <= 12) {
                item_qualify(c, x, "label", NULL, in[i].span, NULL);
                return;
            }
    }
    if (content == 0 && has_kind(in, n, PART_SEX) && !x->sex) {
        for (size_t i = 0; i < n; i++)
            if (in[i].kind == PART_SEX)
                x->sex = &in[i];
        return;
    }
    /* "stroke (not within 6 months)" */
    if (content == 0 && windows && has_kind(in, n, PART_NOT)) {
        item_qualify(c, x, "other", NULL, (eligo_span){in[0].span.start, in[n - 1].span.end}, NULL);
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
            if ((in[i].kind == PART_WORD || in[i].kind == PART_THING) && in[i].roles & ROLE_STAGE &&
                x->quantity_count < ITEM_QUANTITIES) {
                /* "(stages I-III)": of what stands before the bracket */
                x->quantities[x->quantity_count++] = &in[n - 1];
                return;
            }
    }
    /* "asthma (past or present)" */
    if (content == 0 && has_kind(in, n, PART_HISTORY) && !has_kind(in, n, PART_NOT) &&
        x->thing_count && !x->planned && !has_kind(in, n, PART_PLANNED) && !windows) {
        x->history_behind = !x->history;
        x->history = true;
        x->current = false;
        return;
    }
    if (has_kind(in, n, PART_NOT) && (things || words) && !quantities) {
        const rule *r = scope_rule(&inner, in, 0, n); /* "(no transfusion within 14 days)" */

        if (r && !x->also)
            x->also = r;
        return;
    }
    /* "recent (< 6 months) infarction" */
    if (quantities == 1 && content == 1 && !x->sex && !x->person && !x->grown && !others &&
        !x->thing_count && !x->words && !x->age && !x->quantity_count)
        for (size_t i = 0; i < n; i++) {
            if (in[i].kind != PART_QUANTITY || !in[i].period)
                continue;
            if (in[i].high.given && !x->window) {
                x->window = phrase_window(c->arena, &in[i], NULL, &in[i], NULL, c->text);
                return;
            }
            if (in[i].low.given && !x->duration) { /* "chronic (> 10 days) diarrhea" */
                x->duration = phrase_duration(c->arena, &in[i], NULL, &in[i], NULL, c->text);
                return;
            }
        }
    if (quantities) {
        /* a length of time alone: "(< 48 h)" is a window of what it stands behind */
        if (content == 1 && !others && quantities == 1) {
            const part *q = NULL;

            for (size_t i = 0; i < n; i++)
                if (in[i].kind == PART_QUANTITY)
                    q = &in[i];
            /* the same value in another unit, or a bound of the quantity before it */
            if (x->quantity_count && q->unit.text) {
                clause_take(c, b->span);
                return;
            }
            /* "(stage III)": the stage of what stands before */
            if (!q->unit.ucum && !q->period &&
                (q->values || (q->value && strcmp(q->value, "grade") == 0)))
                ;
            else if (q->period == 'a' && !q->age && !x->thing_count &&
                     (x->grown || x->sex || x->person)) {
                part *age = arena_copy(c->arena, q, 1, sizeof *age);
                if (age && x->quantity_count < ITEM_QUANTITIES) {
                    x->age = true;
                    age->age = true;
                    x->quantities[x->quantity_count++] = age;
                }
                return;
            }
            if (x->quantity_count == 0 && (x->thing_count || x->age || x->words) &&
                x->quantity_count < ITEM_QUANTITIES &&
                (!x->thing_count || x->things[x->thing_count - 1]->hit.quantity || q->period ||
                 (q->unit.ucum && part_drug(x->things[x->thing_count - 1])))) {
                x->quantities[x->quantity_count++] = q; /* "metformin (>= 1500 mg/day)" */
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
        x->defined_by_words = x->defined_by_words ||
                              (!special && in[0].kind == PART_DEFINED && things <= 2 * quantities);
        if (special)
            x->special = b;
        else if (r && things && quantities && r->op == RULE_HAS && times_only(in, n) && x->window)
            /* "antidepressants within 2 weeks (fluoxetine 5 weeks)": another time for one of them
             */
            item_qualify(c, x, "other", NULL, b->span, NULL);
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
            item_qualify(c, x, examples ? "example" : "about", NULL, in[i].span,
                         part_concept(&in[i]));
        else if (in[i].kind == PART_QUAL && !examples)
            add_cue_qualifier(c, x, &in[i]);
        else if (in[i].kind == PART_JUDGE && !examples && !things)
            item_qualify(c, x, "other", NULL, in[i].span, NULL);
    }
    /* two or more are alternatives to what they stand for */
    (void)0;
    if (!examples && !things && words) {
        eligo_span s = {in[0].span.start, in[n - 1].span.end};
        item_qualify(c, x, "other", NULL, s, NULL);
    }
}

static bool says_result(const item *x)
{
    for (size_t i = 0; i < x->qualifier_count; i++)
        if (strcmp(x->qualifiers[i].kind, "result") == 0)
            return true;
    return false;
}

/* "Onset of X", "X that occurred": a window is about its beginning. */
static bool asks_onset(const clause *c, const part *p, const concept *about)
{
    return p->kind == PART_WORD && about && about->category == CATEGORY_CONDITION &&
           role_is_of(ROLE_BEGINS, c->text + p->span.start, p->span.end - p->span.start);
}

static void qualify_onset(const clause *c, item *x, const part *p)
{
    item_qualify(c, x, "course", "onset", p->span, NULL);
}

/* The head of the noun phrases of an item: the concept they are about, or unknown words. */
static void find_subject(const clause *c, const part *list, size_t from, size_t to, item *x)
{
    size_t i = from;
    bool light_head = false;
    const part *onset_of = NULL;

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
                if (p->kind == PART_THING &&
                    !(thing < to && adds_nothing(p, part_concept(&list[thing]))))
                    thing = k;
            } else if (content && ends_phrase(p))
                break;
        }
        if (!content)
            return;
        if (thing < to) {
            const part *t = &list[thing];
            const concept *about = part_concept(t);

            if (t->hit.quantity && t->hit.thing && says_result(x))
                about = t->hit.quantity; /* "positive occult blood test": the result, not that it
                                            was done */
            bool compound = false;

            assert(about); /* a thing has one or the other */
            for (size_t m = thing + 1; m <= last; m++)
                if (list[m].kind == PART_WORD && !light_behind(&list[m], about))
                    compound = true;
                else if (list[m].kind == PART_THING)
                    clause_take(c, list[m].span); /* "rifampicin therapy" */
            if (about->flags & CONCEPT_WEAK)
                compound = true; /* "airway disease": the unknown word is what matters */
            x->has_subject = true;
            x->subject.who = x->who;
            if (!compound) {
                x->subject.concept = about;
                x->subject.category = about->category;
                x->subject_part = t;
                x->subject.span = t->span;
                if (onset_of && asks_onset(c, onset_of, about))
                    qualify_onset(c, x, onset_of);
                for (size_t m = thing + 1; m <= last; m++)
                    if (asks_onset(c, &list[m], about))
                        qualify_onset(c, x, &list[m]);
                for (size_t m = first; m < thing; m++) {
                    if (asks_onset(c, &list[m], about))
                        qualify_onset(c, x, &list[m]);
                    else if (list[m].kind == PART_WORD && !light_before(&list[m], about))
                        item_qualify(c, x, "other", NULL, list[m].span, NULL);
                    else if (list[m].kind == PART_THING)
                        item_qualify(c, x, "about", NULL, list[m].span, part_concept(&list[m]));
                }
            } else {
                x->subject.concept = NULL;
                x->subject.category =
                    about->category == CATEGORY_CONDITION ? CATEGORY_NONE : about->category;
                x->subject.span = (eligo_span){list[first].span.start, list[last].span.end};
                for (size_t m = first; m <= last; m++)
                    if (list[m].kind == PART_THING)
                        item_qualify(c, x, "about", NULL, list[m].span, part_concept(&list[m]));
            }
        } else {
            eligo_span s = {list[first].span.start, list[last].span.end};
            bool of = k < to && (list[k].kind == PART_OF || list[k].kind == PART_WITH);

            if (first == last && of && (list[first].roles & ROLE_LIGHT_OF) && !light_head) {
                light_head = true;
                onset_of = &list[first];
                i = k + 1;
                continue;
            }
            /* verbs and remarks alone are no subject where a concept follows */
            if (first == last && k < to && (list[first].roles & ROLE_VERB)) {
                i = k;
                while (i < to && list[i].kind != PART_WORD && list[i].kind != PART_THING)
                    i++;
                if (i < to)
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
        if (k > i && k < to && list[k].kind == PART_THING) {
            x->object = &list[k];
            x->complement = part_concept(&list[k]);
        }
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
    for (; i < to; i++) {
        if (list[i].kind == PART_THING)
            item_qualify(c, x, "about", NULL, list[i].span, part_concept(&list[i]));
        else if (asks_onset(c, &list[i], x->subject.concept))
            qualify_onset(c, x, &list[i]);
        else if (list[i].kind == PART_WORD && !light_behind(&list[i], x->subject.concept) &&
                 !(x->subject.concept && category_is_quantity(x->subject.concept->category) &&
                   light_before(&list[i], x->subject.concept)))
            item_qualify(c, x, "other", NULL, list[i].span, NULL);
    }
    if (x->has_subject)
        x->subject.text = arena_text(c->arena, c->text + x->subject.span.start,
                                     x->subject.span.end - x->subject.span.start);
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
    static const char *const topics[] = {"inability", "refusal", "noncompliance"};

    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
        if (strcmp(p->value, topics[i]) == 0)
            return true;
    return strncmp(p->value, "unable", 6) == 0 || strncmp(p->value, "legally inc", 11) == 0;
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

static bool is_among(const char *word, const char *const *words)
{
    while (*words && strcmp(*words, word) != 0)
        words++;
    return *words;
}

/* "lives with a child", "at least one child": one that somebody has, and not the patient. */
static bool is_somebodys_child(const clause *c, const part *p)
{
    static const char *const numbers[] = {"one", "two", "three", "1", "2", "3", NULL};
    static const char *const bounds[] = {"least", "than", "only", NULL};
    static const char *const owns[] = {"with", "has", "have", "had", "having", NULL};
    static const char *const young[] = {"child", "children", "infant", "infants", NULL};
    char word[16];
    size_t at = word_before(c->text, p->span.end, word, sizeof word);

    if (!is_among(word, young))
        return false;
    at = word_before(c->text, at, word, sizeof word);
    if (is_among(word, numbers)) {
        (void)word_before(c->text, at, word, sizeof word);
        return is_among(word, bounds) || is_among(word, owns);
    }
    if (strcmp(word, "a") != 0 && strcmp(word, "an") != 0)
        return false;
    (void)word_before(c->text, at, word, sizeof word);
    return is_among(word, owns);
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
        then = then || (strcmp(x->qualifiers[i].kind, "certainty") == 0 &&
                        strcmp(x->qualifiers[i].value, "confirmed") == 0);
    if (!then || x->quantity_count != 1 || !x->subject.concept ||
        x->subject.category != CATEGORY_CONDITION || x->subject.concept->flags & CONCEPT_WEAK ||
        strstr(x->subject.concept->id, "pregnancy"))
        return;
    for (size_t i = 0; i < x->thing_count; i++) {
        const concept *k = x->things[i]->hit.quantity;

        if (k && strcmp(k->id, "gestational_age") == 0)
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
        if (!x->things[i]->hit.quantity || strcmp(x->things[i]->hit.quantity->id, "age") != 0)
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

void item_read(const clause *c, const part *list, size_t from, size_t to, item *x)
{
    size_t start = to, end = from, np = from;

    bool more = false; /* than a consent is spoken of */

    memset(x, 0, offsetof(item, qualifiers));
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
                    x->alone = x->negated = !x->negated;
                break;
            }
            x->negated = !x->negated;
            /* "insulin-naive (at most 10 days of it)": what is still called so is not read */
            if (i + 1 < to && list[i + 1].kind == PART_BRACKET && bracket_bounds(&list[i + 1]))
                x->overflow = true;
            /* "insulin-naive, asthma": of its own word; "naive to A or B" goes on */
            x->alone = x->negated && x->thing_count;
            x->history = x->history_own = true;
            break;
        case PART_PERSON:
            x->person = true;
            content = false;
            /* "surgical candidates": it is not done yet */
            if (x->thing_count &&
                concept_is_treatment(part_concept(x->things[x->thing_count - 1])) &&
                text_starts_nocase(c->text + p->span.start, p->span.end - p->span.start,
                                   "candidate"))
                item_qualify(c, x, "other", NULL, p->span, NULL);
            break;
        case PART_NOT:
            if (x->words && verbs_only(list, from, i) && !x->quantity_count && !x->negated) {
                /* "were asked to be free of X": the verb before it says nothing */
                bool named = false;

                for (size_t k = i + 1; k < to; k++)
                    named = named || list[k].kind == PART_THING || list[k].kind == PART_WORD;
                if (named) {
                    x->negated = true;
                    x->words = false;
                    np = i + 1;
                    break;
                }
            }
            if (x->thing_count || x->words || x->quantity_count) {
                /* "pain not controlled by": a restriction of what stands before it */
                item_qualify(c, x, "other", NULL, p->span, NULL);
            } else {
                x->negated = !x->negated;
                x->alone = strcmp(p->value, "one") == 0;
            }
            break;
        case PART_CURRENT:
            /* "surgery under anesthesia": how it is done, and not when */
            x->current = x->current || !(x->thing_count &&
                                         text_equal_nocase(c->text + p->span.start,
                                                           p->span.end - p->span.start, "under"));
            break;
        case PART_HISTORY:
            if (x->current && i > from && list[i - 1].kind == PART_CURRENT &&
                part_says(c, &list[i - 1], "current") && part_says(c, p, "treated with"))
                break; /* "currently treated with" */
            x->history_behind = !x->history && x->thing_count > 0;
            x->history = true;
            break;
        case PART_PLANNED:
            x->planned = true;
            x->planned_behind = x->thing_count > 0; /* "surgery scheduled within a week" */
            break;
        case PART_NEED: x->need = true; break;
        case PART_CAUSED:
            x->caused =
                x->caused || ((x->thing_count || x->words) && strcmp(p->value, "need") != 0);
            more = true; /* "that would preclude consent" */
            x->effect = x->effect || (strcmp(p->value, "effect") == 0 && i > from &&
                                      c->text[p->span.start - 1] != '-');
            /* "and requiring oxygen", "aged 50 years requiring surgery": nothing stands before it
             * that would require it */
            if (strcmp(p->value, "need") == 0 && needed_by_people(x))
                x->need = true;
            break;
        case PART_FAMILY:
            x->who = "family";
            x->either = p->either;
            break;
        case PART_WHO: {
            /* the word alone is a noun; with a thing behind it the thing is theirs */
            bool thing = false;
            for (size_t k = i + 1; k < to; k++)
                thing |= list[k].kind == PART_THING || list[k].kind == PART_QUANTITY;
            x->either = p->either;
            /* "pregnant partner": theirs as well; "transplant from a donor": a restriction */
            if ((thing && !x->thing_count) ||
                (i > from && list[i - 1].kind == PART_THING && x->thing_count == 1)) {
                x->who = p->value;
                x->who_behind = x->thing_count > 0;
            } else if (x->thing_count)
                item_qualify(c, x, "other", NULL, p->span, NULL);
            else {
                x->who = p->value;
                x->words = true;
            }
            break;
        }
        case PART_QUAL: add_cue_qualifier(c, x, p); break;
        case PART_SEX: x->sex = p; break;
        case PART_AGEWORD: x->age = true; break;
        case PART_JUDGE:
            if (!x->judge) {
                x->judge = p->value;
                x->judge_span = p->span;
            }
            x->denied = x->denied || denies(p);
            if (p->hit.atoms && !x->judged)
                x->judged = p;
            break;
        case PART_CONSENT:
            x->consent = true;
            if (!x->judge) {
                x->judge = "consent";
                x->judge_span = p->span;
            }
            break;
        case PART_THING:
            x->denied = x->denied || (role_may_begin(ROLE_DENIAL, c->text[p->span.start]) &&
                                      (part_first_role(c, p) & ROLE_DENIAL));
            if (x->thing_count < ITEM_THINGS)
                x->things[x->thing_count++] = p;
            if (p->hit.quantity && strcmp(p->hit.quantity->id, "age") == 0)
                x->age = true;
            break;
        case PART_WORD: {
            x->words = true;
            more = more || !(p->roles & ROLE_CONSENT);
            x->grown = x->grown || (p->roles & ROLE_AGE_GROUP);
            if ((p->roles & ROLE_AGE_GROUP) && !x->who && is_somebodys_child(c, p))
                x->who = "family";
            break;
        }
        case PART_QUANTITY:
            if (p->age && !x->also && (x->also = age_it_was_found(c, list, i, to)))
                break;
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
        case PART_BRACKET: {
            const rule *began = x->also ? NULL : age_it_began(c, list, from, i);

            if (began)
                x->also = began;
            else
                read_bracket(c, x, p);
            break;
        }
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
    x->consenting = !more && !x->thing_count && !x->quantity_count && !x->qualifier_count &&
                    !x->negated && !x->window && (x->words || x->consent) && !x->need;
    /* a signed consent answers what asks for one, not why somebody cannot give it */
    if (x->judge && strcmp(x->judge, "consent") == 0 &&
        (more || x->thing_count || x->quantity_count || x->need))
        x->judge = x->denied ? "inability" : "investigator opinion";
    /* "not suitable": the judgement is about the words as they are; a consent may be on record */
    if (x->judge && strcmp(x->judge, "consent") != 0) {
        x->refused = x->negated;
        x->negated = false;
    } else if (x->judge && x->negated && start < end && list[start].kind == PART_NOT)
        while (start < end && list[start].kind == PART_NOT) /* what is denied, without the denial */
            x->span.start = list[++start < to ? start : start - 1].span.start;
    find_subject(c, list, np, to, x);
    told_at_week(c, x);
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
