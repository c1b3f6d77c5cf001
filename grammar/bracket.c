/* A bracket behind something: a remark, an abbreviation, a time, a limit, a definition, examples.
 */
#include "grammar/bracket.h"

#include "grammar/limit.h"
#include "grammar/except.h"
#include "grammar/list.h"
#include "grammar/measured.h"
#include "grammar/permit.h"
#include "grammar/status.h"
#include "rules/relatives.h"
#include "rules/sayings.h"

#include "engine/base/text.h"

#include <ctype.h>
#include <string.h>

bool bracket_has_kind(const part *list, size_t count, part_kind k)
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
           (strcmp(b->inside[0].value, "source") == 0 || part_found_by(&b->inside[0]));
}

/* "(to avoid a second operation)", "(in order to ensure follow-up)": why it is asked. What a drug
 * is given to prevent says which. */
static bool bracket_purpose(const clause *c, const part *b)
{
    size_t from = b->span.start + 1;

    return text_starts_any(c->text + from, b->span.end - from, saying_purpose);
}

/* "(as measured by the X questionnaire)": with what, and no bound of it. */
static bool bracket_measures(const clause *c, const part *b)
{
    return b->inside_count && b->inside[0].kind == PART_DEFINED &&
           part_is_any(c, &b->inside[0], saying_measured_by);
}

/* "(as determined by spirometry)", "(as evidenced by A or B)": what it shows by, and no examples of
 * it.
 */
static bool bracket_shows(const part *b)
{
    return b->inside_count && b->inside[0].kind == PART_DEFINED &&
           strcmp(b->inside[0].value, "by") == 0;
}

/* "(as determined by spirometry)", "(by CT or MRI)": by what it was found, in names of means alone.
 * A result ("low ferritin") says more. */
static bool bracket_finds(const clause *c, const part *b)
{
    bool means = false, by = text_starts_nocase(c->text + b->span.start, 4, "(by ");

    if (!bracket_shows(b) && !by)
        return false;
    for (size_t i = !by; i < b->inside_count; i++) {
        const part *p = &b->inside[i];

        if (by && i == 0 && p->kind == PART_FILL)
            continue;
        if (by && p->hit.thing && p->hit.thing->category == CATEGORY_CONDITION)
            return false; /* a cause */

        if (p->kind == PART_THING)
            means = true;
        if (!(p->kind == PART_THING && p->hit.quantity) && !part_links(p->kind) &&
            (p->kind == PART_QUAL || !part_may_be_source(c, b->inside, i)))
            return false;
    }
    return means;
}

/* "(treated with A, B or C)", "(requiring A or B)", "(with A or B)", "(taking A or B)": what is
 * asked of the thing before the bracket, and no examples of it. The part that says what; the count
 * of parts: it begins otherwise. */
static size_t bracket_asks(const clause *c, const part *b)
{
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
        if (!part_is_any(c, first, saying_given_now))
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

/* "(in remission, on A)": does a piece begin with what says how the thing before the bracket is,
 * and names no kind of it? */
static bool says_state(const clause *c, const part *p)
{
    static const char *const words[] = {"in", "on", "under", "off", NULL};

    return (p->kind == PART_FILL || p->kind == PART_CURRENT) && part_is_any(c, p, words);
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
    return part_is_any(c, p, saying_alone);
}

/* Is it the result of a test: "positive"? */
static bool is_result(const part *p)
{
    return p->kind == PART_QUAL &&
           (strcmp(p->value, "result:positive") == 0 || strcmp(p->value, "result:negative") == 0);
}

/* Does a word name a test, by what it is or as abbreviations of tests are printed: "FLT3"? */
static bool names_test(const clause *c, const part *word)
{
    return status_named(c->lx, c->arena, c->text, word->span) ||
           (capitals(c->text, word->span) &&
            !memchr(c->text + word->span.start, ' ', word->span.end - word->span.start));
}

/* "EGFR mutation", "anti-MuSK": a test whose name alone says what it found. */
static bool found_by_name(const part *p)
{
    return p->kind == PART_THING && part_concept(p) && part_concept(p)->flags & CONCEPT_POSITIVE;
}

/* "(HER2 negative)", "(ER+, PR-)", "(positive anti-CCP)": tests by name, each with its
 * result, or ("ER and/or PR positive") with that of the next, or with none that its name does not
 * say ("EGFR mutation"). */
static bool bracket_results(const clause *c, const part *b)
{
    size_t tests = 0, results = 0, pieces = 1, named = 0, found = 0; /* without a result yet */

    for (const part *p = b->inside; p < b->inside + b->inside_count; p++)
        switch (p->kind) {
        case PART_THING:
            if (!p->hit.quantity && !found_by_name(p) &&
                p->hit.thing->category != CATEGORY_CONDITION)
                return false;
            tests++;
            named++;
            found += found_by_name(p);
            break;
        case PART_WORD:
            if (!names_test(c, p))
                return false;
            tests++;
            named++;
            break;
        case PART_QUAL:
            if (!is_result(p))
                return false;
            results++;
            named = found = 0;
            break;
        case PART_COMMA:
        case PART_SLASH:
        case PART_SEMICOLON:
        case PART_AND:
        case PART_OR:
        case PART_ANDOR: pieces++; break;
        case PART_FILL: break;
        case PART_BRACKET: /* "HCV RNA [qualitative] detected" */
            if (p->inside_count != 1 || p->inside[0].kind != PART_WORD)
                return false;
            clause_take(c, p->span);
            break;
        default: return false;
        }
    return tests && tests == pieces && (results || tests > 1) &&
           (tests == results || named == found);
}

/* "Leukemia (FLT3 or NPM1 mutated)": does it name what was found in a condition, which is no kind
 * of it? `before` is what it stands behind, or NULL. */
static bool bracket_tests(const clause *c, const part *before, const part *b)
{
    const concept *of = before ? before->hit.thing : NULL;

    if (!of || before->hit.quantity || of->category != CATEGORY_CONDITION)
        return false;
    for (const part *p = b->inside; p < b->inside + b->inside_count; p++)
        if (found_by_name(p) || is_result(p) ||
            (p->kind == PART_WORD && status_of_gene(c->lx, c->arena, c->text, p->span)))
            return true;
    return false;
}

bool bracket_lists(const clause *c, const part *before, const part *b)
{
    size_t named = 0, links = 0;
    bool piece = false, include = false;

    if (bracket_remarks(b) || bracket_purpose(c, b) || bracket_shows(b) ||
        bracket_asks(c, b) < b->inside_count || bracket_alone(c, b) || bracket_results(c, b) ||
        bracket_tests(c, before, b))
        return false;

    /* "drug screen (positive for A or B)": which result of it */
    if (b->inside_count && is_result(&b->inside[0]))
        return false;
    for (size_t i = 0; i < b->inside_count; i++) {
        if (!piece && says_state(c, &b->inside[i]))
            return false;
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

bool bracket_times_only(const part *in, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (in[i].kind == PART_QUANTITY && (!in[i].period || in[i].age))
            return false;
    return true;
}

void bracket_count(bracket *k)
{
    k->things = k->words = k->quantities = k->windows = k->quals = k->others = 0;
    for (size_t i = 0; i < k->n; i++)
        switch (k->in[i].kind) {
        case PART_FILL:
        case PART_PERSON:
        case PART_OF:
        case PART_ANYOF:
        case PART_SEX:
        case PART_WITH: break;
        case PART_THING: k->things++; break;
        case PART_WORD: k->words++; break;
        case PART_QUANTITY: k->quantities++; break;
        case PART_WINDOW:
        case PART_DURATION:
        case PART_EVENT: k->windows++; break;
        case PART_QUAL:
        case PART_CURRENT:
        case PART_HISTORY:
        case PART_PLANNED: k->quals++; break;
        default: k->others++; break;
        }
    k->content = k->things + k->words + k->quantities;
}

bool bracket_has(const bracket *k, part_kind of)
{
    return bracket_has_kind(k->in, k->n, of);
}

const part *bracket_first(const bracket *k, part_kind of)
{
    const part *p = k->in;

    while (p->kind != of)
        p++;
    return p;
}

/* All of its words narrow what it stands behind, and nobody knows how. */
static bool leave_open(bracket *k)
{
    item_qualify(k->c, k->x, "other", NULL,
                 (eligo_span){k->in[0].span.start, k->in[k->n - 1].span.end}, NULL);
    return true;
}

/* "PSA < 4 ng/mL (or a negative biopsy if PSA is 4 to 10)": the condition is of what the bracket
 * holds alone (tag.c leaves the sign of such a one), and both are asked for. */
static bool read_alternative(bracket *k)
{
    const rule *r;

    if ((k->in[0].kind != PART_OR && k->in[0].kind != PART_ANDOR) ||
        text_is(k->in[0].value, "either"))
        return false;
    r = k->n > 1 ? scope_rule(&k->inner, k->in, 1, k->n) : NULL;
    if (r && r->op == RULE_IF)
        k->x->alternative = rule_two(k->c->arena, RULE_ALL, r->of[0], r->of[1]);
    else if (r && r->op == RULE_ALL)
        k->x->alternative = r;
    return k->x->alternative || leave_open(k);
}

/* "(according to the Berlin definition)", "(as measured by the X questionnaire)" */
static bool read_remark(bracket *k)
{
    if ((!bracket_remarks(k->b) && !bracket_purpose(k->c, k->b) && !bracket_measures(k->c, k->b) &&
         !bracket_finds(k->c, k->b)) ||
        bracket_has(k, PART_QUANTITY) || bracket_has(k, PART_NOT) || bracket_has(k, PART_EXCEPT))
        return false;
    if (bracket_has(k, PART_WINDOW) && !k->x->window) {
        k->x->window = bracket_first(k, PART_WINDOW);
        /* "gout (proven by X-ray within a year)": then it was found */
        if (part_found_by(&k->in[0]))
            item_qualify(k->c, k->x, "certainty", "confirmed", k->in[0].span, NULL);
    }
    clause_take(k->c, k->b->span);
    return true;
}

/* "eGFR < 30 (contraindication to gadolinium)": why there is such a limit, which asks for no more.
 */
static bool read_reason(bracket *k)
{
    static const part_kind others[] = {PART_QUANTITY, PART_NOT,  PART_EXCEPT,  PART_IF,
                                       PART_UNLESS,   PART_WHEN, PART_SEX,     PART_FORGROUP,
                                       PART_PERSON,   PART_WITH, PART_CURRENT, PART_HISTORY};
    const part *why = bracket_has(k, PART_JUDGE) ? bracket_first(k, PART_JUDGE) : NULL;

    if (!why || !k->x->quantity_count ||
        !text_starts_nocase(k->c->text + why->span.start, why->span.end - why->span.start,
                            "contraindic"))
        return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (bracket_has(k, others[i]))
            return false;
    clause_take(k->c, k->b->span);
    return true;
}

bool bracket_choice(const part *p)
{
    return p->kind == PART_OR || p->kind == PART_SLASH || p->kind == PART_ANDOR;
}

/* "(with or without depression)", "(may or may not be on insulin)", "(treated or not)" */
static bool read_either_way(bracket *k)
{
    const part *in = k->in;
    size_t n = k->n;
    bool before =
        n > 3 && bracket_choice(&in[1]) && in[2].kind == PART_NOT &&
        (in[0].kind == PART_WITH ||
         text_starts_nocase(k->c->text + in[2].span.start, in[2].span.end - in[2].span.start,
                            arena_text(k->c->arena, k->c->text + in[0].span.start,
                                       in[0].span.end - in[0].span.start)));
    bool behind = n > 2 && in[n - 1].kind == PART_NOT && bracket_choice(&in[n - 2]) &&
                  in[n - 1].span.end - in[n - 1].span.start == strlen("not");

    if (!before && !behind && !(in[0].kind == PART_FILL && text_is(in[0].value, "regardless")))
        return false;
    clause_take(k->c, k->b->span);
    return true;
}

static bool read_alone(bracket *k)
{
    if (!bracket_alone(k->c, k->b))
        return false;
    item_qualify(k->c, k->x, "other", NULL, k->b->span, NULL);
    return true;
}

static bool read_equality(bracket *k)
{
    if (!is_equality(k->in, k->n))
        return false;
    clause_take(k->c, k->b->span);
    return true;
}

static bool read_enumeration(bracket *k)
{
    return bracket_lists(k->c, item_last_thing(k->x), k->b); /* scope.c reads it */
}

/* "no surgery within 3 months (6 for bypass)": another time for some, which nothing says */
static bool read_other_time(bracket *k)
{
    const part *in = k->in;

    if (k->n > 2 && in[0].kind == PART_QUANTITY && (in[0].period || !in[0].unit.text) &&
        in[0].low.given && in[0].high.given &&
        (bracket_has(k, PART_THING) || bracket_has(k, PART_WORD)) &&
        text_equal_nocase(k->c->text + in[1].span.start, in[1].span.end - in[1].span.start, "for"))
        k->x->overflow = true;
    return false;
}

/* Is something that `r` names a kind of what stands before the bracket, or that of it? */
static bool names_kin(const rule *r, const concept *of)
{
    const concept *k = r->subject.concept;

    for (size_t i = 0; i < r->count; i++)
        if (names_kin(r->of[i], of))
            return true;
    return r->count ? false : !k || concept_is(k, of) || concept_is(of, k);
}

/* "(radiotherapy is excluded)" */
static bool read_excluded(bracket *k)
{
    const part *last = item_last_thing(k->x);
    clause inner;
    const rule *r;

    if (!bracket_has(k, PART_EXCLUDED) || bracket_has(k, PART_NOT))
        return false;
    inner = k->inner;
    inner.exclusion = true; /* what is named is what bars */
    r = scope_rule(&inner, k->in, 0, k->n);
    /* "asthma (COPD is excluded)": no kind of it, which whoever is asked for must not have */
    if (r && !k->c->exclusion && !k->x->also && last && last->hit.thing &&
        last->hit.thing->category == CATEGORY_CONDITION && !names_kin(r, last->hit.thing))
        k->x->also = rule_not(k->c->arena, r->span, r);
    else if (r && !k->x->exception)
        k->x->exception = r;
    return true;
}

/* "Statin (never)", "smoking (no)": whatever it says of the thing */
static bool read_no(bracket *k)
{
    return bracket_has(k, PART_NOT) && !k->content && !k->windows && !bracket_has(k, PART_QUAL) &&
           !bracket_has(k, PART_CURRENT) && !bracket_has(k, PART_PLANNED) && leave_open(k);
}

/* "(treated with A, B or C)": asked of what stands before it, too */
static bool read_asked(bracket *k)
{
    const clause *c = &k->inner;
    const part *b = k->b;
    size_t from = bracket_asks(k->c, b);
    clause inner = *c;

    if (from >= k->n || !has_link(k->in, k->n) || (!k->x->thing_count && !k->x->words) ||
        k->quantities || k->x->also || bracket_has(k, PART_NOT) || (!k->things && !k->words))
        return false;
    if (k->in[0].kind == PART_CAUSED && strcmp(k->in[0].value, "need") != 0) {
        item_qualify(c, k->x, "other", NULL, b->span, NULL); /* a cause is on no record */
        return true;
    }
    inner.exclusion = !bracket_has(k, PART_AND); /* "A, B": either */
    if (from)
        clause_take(c, k->in[0].span);
    k->x->also = scope_rule(&inner, k->in, from, k->n);
    k->x->asked = k->x->also != NULL;
    return true;
}

/* "Diabetes (type 1, on insulin)": all of it is asked of what stands before the bracket. */
static bool read_state(bracket *k)
{
    clause inner = k->inner;
    bool state = false;

    if (k->x->also || !k->x->thing_count || k->x->things[k->x->thing_count - 1]->hit.quantity ||
        !bracket_has(k, PART_COMMA) || bracket_has(k, PART_OR) || bracket_has(k, PART_NOT) ||
        bracket_has(k, PART_INCLUDE))
        return false;
    for (size_t i = 0; i < k->n && !state; i++)
        state = (i == 0 || k->in[i - 1].kind == PART_COMMA) && says_state(k->c, &k->in[i]);
    if (!state)
        return false;
    inner.exclusion = false;
    k->x->also = scope_rule(&inner, k->in, 0, k->n);
    return k->x->also != NULL;
}

/* "Hepatitis B (e.g. HBsAg positive)": by what it is found, for example. */
static bool read_shown(bracket *k)
{
    part rest = *k->b;
    size_t led = 1 + (k->n > 1 && k->in[1].kind == PART_COMMA); /* "e.g.," */

    if (k->in[0].kind != PART_INCLUDE || k->n < 2 || !k->x->thing_count ||
        !k->x->things[k->x->thing_count - 1]->hit.thing)
        return false;
    rest.inside += led;
    rest.inside_count -= led;
    if (!bracket_results(k->c, &rest))
        return false;
    for (size_t i = 1; i < k->n; i++)
        if ((is_result(&k->in[i]) && strcmp(k->in[i].value, "result:positive") != 0) ||
            (k->in[i].kind == PART_THING && !k->in[i].hit.quantity))
            return false;
    clause_take(k->c, k->b->span);
    return true;
}

/* "breast cancer (HER2 negative)": asked of what stands before it, whose own result it is not */
static bool read_results(bracket *k)
{
    clause inner = k->inner;

    if (k->x->also || !k->x->thing_count || !bracket_results(k->c, k->b) ||
        k->x->things[k->x->thing_count - 1]->hit.quantity)
        return false;
    inner.exclusion = false; /* "A+, B-": both; "EGFR mutation, ALK rearrangement": one of them */
    for (size_t i = 0; i < k->n && !inner.exclusion; i++)
        inner.exclusion = k->in[i].kind == PART_COMMA;
    for (size_t i = 0; i < k->n && inner.exclusion; i++)
        inner.exclusion = !is_result(&k->in[i]);
    k->x->also = scope_rule(&inner, k->in, 0, k->n);
    return true;
}

/* "leukemia (FLT3 or NPM1 mutated)": what was found in it, in words that are not understood */
static bool read_tests(bracket *k)
{
    return !k->quantities && !bracket_has(k, PART_NOT) && k->content > 1 && has_link(k->in, k->n) &&
           bracket_tests(k->c, item_last_thing(k->x), k->b) && leave_open(k);
}

/* The limits of `r`, of any value: "history of anemia (hemoglobin < 10 g/dL)". A pair of pressures
 * in two readings is 2 `deep`; what is deeper is left as it is. */
static const rule *of_any_value(arena *a, const rule *r, unsigned deep)
{
    rule *copy;
    const rule **of;

    if (r->op == RULE_COMPARE
            ? r->subject.category != CATEGORY_MEASUREMENT || r->counting || r->pick != PICK_LATEST
            : deep == 0 || (r->op != RULE_ANY && r->op != RULE_ALL && r->op != RULE_READINGS))
        return r;
    copy = arena_copy(a, r, 1, sizeof *copy);
    of = arena_array(a, r->count + 1, sizeof *of);
    if (!copy || !of)
        return NULL;
    if (r->op == RULE_COMPARE)
        copy->pick = PICK_ANY;
    for (size_t i = 0; i < r->count; i++)
        of[i] = of_any_value(a, r->of[i], deep - 1);
    if (r->count)
        copy->of = of;
    return copy;
}

/* "At least one comorbidity (LVEF < 50 %, creatinine > 2 mg/dL)", "two or more of": how many of
 * what the bracket lists are enough; 0: the words do not say. */
static unsigned enough(const bracket *k)
{
    const part *q = k->x->quantity_count == 1 ? k->x->quantities[0] : NULL;
    const item *x = k->x;

    if (q && number_counts(q) && q->low.given && !q->high.given && q->low.inclusive &&
        q->low.value >= 1 && q->low.value <= k->n)
        return (unsigned)q->low.value;
    for (size_t i = x->from; x->in && i < x->to && x->in[i].span.end <= k->b->span.start; i++)
        if (x->in[i].kind == PART_FILL && text_is(x->in[i].value, "one"))
            return 1;
    return !bracket_has(k, PART_AND) && x->in && x->from > 0 &&
           part_is(k->c, &x->in[x->from - 1], "any");
}

void bracket_define(bracket *k, const rule *r)
{
    if (!r || k->x->defined)
        return;
    if (r->op == RULE_READINGS && r->of[0]->op == RULE_ALL && enough(k))
        r = r->of[0]; /* the words say how many of them */
    if (r->op == RULE_ALL && r->count > 1 && enough(k)) {
        list_count n = {.op = RULE_AT_LEAST, .n = enough(k)};

        if (n.n <= r->count && !(r = scope_counted(k->c->arena, n, r->span, r->of, r->count)))
            return;
    }
    if (k->x->history && !k->x->treated)
        r = of_any_value(k->c->arena, r, 2);
    /* "mother with obesity (BMI > 30)": it is hers */
    if (k->x->who && !k->x->either)
        r = combine_of_somebody(k->c->arena, r, k->x->who);
    k->x->defined = r;
}

/* "(except asthma)", "(unless treated)", "(A is allowed)" */
static bool read_exception(bracket *k)
{
    clause outer = k->inner;
    const part *turn = k->in;
    size_t at;
    permission p;
    const rule *r;

    if (!bracket_has(k, PART_EXCEPT) && !bracket_has(k, PART_UNLESS))
        return false;
    outer.exclusion = k->c->exclusion || k->x->negated;
    p = permission_read(&outer, k->in, 0, k->n);
    if (p.what) {
        if (!k->x->permits && !k->x->exception) {
            k->x->permits = arena_copy(k->c->arena, &p, 1, sizeof p);
            k->x->exception = outer.exclusion ? permission_exempts(k->c, &p) : NULL;
        }
        return true;
    }
    while (turn->kind != PART_EXCEPT && turn->kind != PART_UNLESS)
        turn++;
    at = (size_t)(turn - k->in);
    /* "NYHA I-II (III allowed)": another limit, which is not understood */
    if (part_allows(turn) && !outer.exclusion && k->x->quantity_count && !k->things &&
        !k->x->permits && at > 0) {
        p.what = rule_opaque(k->c->arena, k->b->span, OPAQUE_NUMBER);
        k->x->permits = arena_copy(k->c->arena, &p, 1, sizeof p);
        return true;
    }
    if (outer.exclusion && !k->x->window && (k->x->window = except_long_ago(k->c, k->in, at, k->n)))
        return true;           /* "stroke (unless more than 6 months ago)" */
    k->inner.exclusion = true; /* each is enough */
    k->inner.special = true;
    if (turn->kind == PART_UNLESS && except_describes(k->in, at + 1, k->n))
        r = rule_opaque(k->c->arena, k->b->span, "an exception that is not understood");
    else if (turn->value[0] == 'a' || turn->value[0] == 'i')
        r = scope_rule(&k->inner, k->in, 0, at);
    else
        r = scope_rule(&k->inner, k->in, at + 1, k->n);
    r = except_cause(k->c, k->in, at + 1, k->n, r);
    if (turn->kind == PART_UNLESS)
        r = except_both(&k->inner, k->in, at + 1, k->n, r,
                        k->x->thing_count ? part_concept(k->x->things[k->x->thing_count - 1])
                                          : NULL);
    if (r && !k->x->exception) {
        k->x->exception = r;
        k->x->unless = turn->kind == PART_UNLESS;
    }
    return true;
}

/* "(EGFR positive)": the result of something else; "(PCR positive)" is one of what stands before.
 */
static bool foreign_result(const bracket *k)
{
    bool other = k->words > 0, result = false;

    for (size_t i = 0; i < k->n; i++) {
        const part *p = &k->in[i];

        result = result || is_result(p);
        other = other || (p->kind == PART_THING &&
                          (p->hit.quantity || p->hit.thing->category != CATEGORY_PROCEDURE));
    }
    return result && other;
}

/* "(HAP)", "(body mass index)": the same again */
static bool read_name_again(bracket *k)
{
    const clause *c = k->c;
    item *x = k->x;
    const part *before, *own;

    if (k->things != 1 || k->content != 1 || k->others || !x->thing_count || foreign_result(k))
        return false;
    before = x->things[x->thing_count - 1];
    own = bracket_first(k, PART_THING);
    if ((own->hit.thing && own->hit.thing == before->hit.thing) ||
        (own->hit.quantity && own->hit.quantity == before->hit.quantity)) {
        item_qualify(c, x, "label", NULL, own->span, part_concept(own));
        return true;
    }
    if (!capitals(c->text, own->span))
        return false;
    if (own->hit.quantity && !own->hit.thing && before->hit.quantity) {
        item_qualify(c, x, "label", NULL, own->span, NULL);
        return true;
    }
    if (own->span.end - own->span.start > 6 || k->windows)
        return false;
    /* "extracorporeal support (ECMO)": the abbreviation says which */
    if (own->hit.thing && before->hit.thing &&
        own->hit.thing->category == before->hit.thing->category)
        x->alias = own->hit.thing;
    item_qualify(c, x, "label", NULL, own->span, x->alias);
    return true;
}

/* An abbreviation that nobody knows; "T3N2" is none, and narrows. */
static bool read_short_form(bracket *k)
{
    const part *word;

    if (k->words != 1 || k->content != 1 || k->others || k->windows || foreign_result(k))
        return false;
    word = bracket_first(k, PART_WORD);
    if (!capitals(k->c->text, word->span) || word->span.end - word->span.start > 12 ||
        word_is_code(k->c->text + word->span.start, word->span.end - word->span.start))
        return false;
    item_qualify(k->c, k->x, "label", NULL, word->span, NULL);
    return true;
}

/* "(male)" */
static bool read_sex(bracket *k)
{
    if (k->content || !bracket_has(k, PART_SEX) || k->x->sex)
        return false;
    for (size_t i = 0; i < k->n; i++)
        if (k->in[i].kind == PART_SEX)
            k->x->sex = &k->in[i];
    return true;
}

/* "(women of childbearing potential)": it is asked of them. */
static bool read_people(bracket *k)
{
    const part *p;

    if (k->things != 1 || k->content != 1 || k->others || k->windows || k->x->people ||
        !k->x->thing_count)
        return false;
    p = bracket_first(k, PART_THING);
    if (!part_names_people(k->c, p))
        return false;
    k->x->people = p;
    return true;
}

/* "Mother", "siblings": how long the name is without the sign of its plural; 0: it is nobody of a
 * family. */
static size_t relative_named(const bracket *k, const part *p)
{
    const char *text = k->c->text + p->span.start;
    size_t size = p->span.end - p->span.start;

    size -= size > 1 && text[size - 1] == 's';
    return (p->kind == PART_WHO || p->kind == PART_WORD) && relative_known(text, size) ? size : 0;
}

/* "Family history of gout (parent or sibling)", "gout (mother)": whose it is. */
static bool read_relatives(bracket *k)
{
    enum { MOST = 6 };
    const part *last = k->x->thing_count ? k->x->things[k->x->thing_count - 1] : NULL;
    const concept *of = last ? part_concept(last) : NULL;
    const char *who = NULL;
    size_t count = 0;

    if (k->content != k->words || (k->x->who && !text_is(k->x->who, "family")) || !of ||
        of->category != CATEGORY_CONDITION)
        return false;
    for (const part *p = k->in; p < k->in + k->n; p++) {
        size_t size = relative_named(k, p);

        if (!size && (p->kind == PART_WHO || p->kind == PART_WORD))
            return false;
        if (!size || ++count > MOST)
            continue;
        who = arena_printf(k->c->arena, "%s%s%.*s", who ? who : "", who ? " or " : "", (int)size,
                           k->c->text + p->span.start);
    }
    if (!who || bracket_has(k, PART_NOT))
        return false;
    k->x->who = "family";
    item_qualify(k->c, k->x, "relative", who, k->b->span, NULL);
    return true;
}

void bracket_qualify(bracket *k)
{
    for (size_t i = 0; i < k->n; i++)
        if (k->in[i].kind == PART_QUAL)
            item_qualify_by(k->c, k->x, &k->in[i]);
}

/* "surgery (planned)", "pregnancy (current or planned)", "surgery (planned or within 3 months)":
 * when it is to come, and at which other time it is asked as well. Anything else about a plan is
 * not understood. */
static bool read_planned(bracket *k)
{
    item *x = k->x;
    size_t plan = 0, links = 0, times = 0;
    bool other = false;

    if (k->content || !bracket_has(k, PART_PLANNED) || !x->thing_count)
        return false;
    for (size_t i = 0; i < k->n; i++)
        switch (k->in[i].kind) {
        case PART_PLANNED: plan = i; break;
        case PART_OR:
        case PART_ANDOR:
        case PART_AND:
        case PART_SLASH: links++; break;
        case PART_HISTORY:
        case PART_CURRENT:
        case PART_WINDOW: times++; break;
        case PART_QUAL: other = other || strncmp(k->in[i].value, "recency:", 8) != 0; break;
        case PART_FILL: break;
        default: other = true;
        }
    bool ahead = plan + 1 < k->n && k->in[plan + 1].kind == PART_WINDOW;

    if (other || links > 1 || times > 1 || x->planned || x->history || x->current ||
        (k->windows && x->window) || (links && ahead)) {
        x->overflow = true;
        return true;
    }
    for (size_t i = 0; i < k->n; i++) {
        x->history = x->history_behind = x->history || k->in[i].kind == PART_HISTORY;
        x->ever_behind = x->ever_behind || k->in[i].kind == PART_CURRENT; /* as it is by itself */
        if (k->in[i].kind == PART_WINDOW)
            x->window = &k->in[i];
    }
    bracket_qualify(k);
    x->planned = x->planned_behind = true;
    x->two_times = links > 0;
    return true;
}

/* "(within 6 months)", "stroke (not within 6 months)" */
static bool read_time(bracket *k)
{
    if (k->content || !k->windows)
        return false;
    if (bracket_has(k, PART_NOT))
        return leave_open(k);
    for (size_t i = 0; i < k->n; i++) {
        if (k->in[i].kind == PART_WINDOW && !k->x->window)
            k->x->window = &k->in[i];
        if (k->in[i].kind == PART_DURATION && !k->x->duration)
            k->x->duration = &k->in[i];
    }
    bracket_qualify(k);
    return true;
}

/* "Peptic ulcer (active)" */
static bool read_now(bracket *k)
{
    for (size_t i = 0; i < k->n; i++)
        if (k->in[i].kind != PART_CURRENT && k->in[i].kind != PART_FILL)
            return false;
    if (!bracket_has(k, PART_CURRENT) || k->x->history || k->x->planned || !k->x->thing_count)
        return false;
    k->x->ever_behind = true; /* no other time is meant of it; what it names is there, by itself */
    return true;
}

/* "(mild or severe)", "(latent/active)": either of them, and not both. Of several routes any is
 * meant. */
static bool chooses_kind(const bracket *k)
{
    const char *first = NULL;
    size_t kinds = 0;
    bool link = false, comma = false, current = false, same = false;

    for (size_t i = 0; i < k->n; i++) {
        const part *p = &k->in[i];
        bool word = p->kind == PART_QUAL && strncmp(p->value, "route:", 6) != 0;

        kinds += word || p->kind == PART_CURRENT;
        current = current || p->kind == PART_CURRENT;
        same = same || (word && first && strcspn(first, ":") == strcspn(p->value, ":") &&
                        strncmp(first, p->value, strcspn(first, ":")) == 0);
        first = word && !first ? p->value : first;
        link = link || p->kind == PART_OR || p->kind == PART_ANDOR || p->kind == PART_SLASH;
        comma = comma || p->kind == PART_COMMA;
    }
    /* "(active, latent)", "(mild, moderate)", and no "(severe, uncontrolled)" */
    return (link || (comma && (current || same))) && kinds > 1;
}

/* "(severe)" */
static bool read_qualifiers(bracket *k)
{
    if (!k->content && chooses_kind(k))
        return leave_open(k);
    if (k->content || !k->quals || k->others || bracket_has(k, PART_HISTORY))
        return false;
    bracket_qualify(k);
    return true;
}

bool bracket_bounds(bracket *k, const part *q)
{
    if (k->x->quantity_count == ITEM_QUANTITIES)
        return false;
    k->x->quantities[k->x->quantity_count++] = q;
    return true;
}

/* "asthma (past or present)", "asthma (past)" */
static bool read_history(bracket *k)
{
    item *x = k->x;

    if (k->content || k->windows || !bracket_has(k, PART_HISTORY) || bracket_has(k, PART_NOT) ||
        bracket_has(k, PART_PLANNED) || !x->thing_count || x->planned)
        return false;
    x->history_behind = !x->history;
    x->history = true;
    x->current = false;
    bracket_qualify(k);
    return true;
}

/* Is what stands before the bracket bounded by something else than a time? */
static bool bounds_no_time(const item *x)
{
    return x->quantity_count && !x->quantities[x->quantity_count - 1]->period;
}

/* "(no transfusion within 14 days)", "(no transfusion <= 14 days)" behind a limit */
static bool read_denial(bracket *k)
{
    const rule *r;

    if (!bracket_has(k, PART_NOT) || (!k->things && !k->words) ||
        (k->quantities && !(bracket_times_only(k->in, k->n) && bounds_no_time(k->x))))
        return false;
    r = scope_rule(&k->inner, k->in, 0, k->n);
    if (r && !k->x->also)
        k->x->also = r;
    return true;
}

/* "recent (< 6 months) infarction", "chronic (> 10 days) diarrhea": a time of what comes behind */
static bool read_time_before(bracket *k)
{
    const clause *c = k->c;
    item *x = k->x;
    const part *q;

    if (k->quantities != 1 || k->content != 1 || k->others || x->sex || x->person || x->grown ||
        x->thing_count || x->words || x->age || x->quantity_count)
        return false;
    q = bracket_first(k, PART_QUANTITY);
    if (q->period && q->high.given && !x->window)
        x->window = phrase_window(c->arena, q, NULL, q, NULL, c->text);
    else if (q->period && q->low.given && !x->duration)
        x->duration = phrase_duration(c->arena, q, NULL, q, NULL, c->text);
    else
        return false;
    return true;
}

/* "asthma (as evidenced by wheezing)": what shows a thing is not yet the thing. */
static bool read_evidence(bracket *k)
{
    if (!bracket_shows(k->b) || k->quantities || !k->things)
        return false;
    item_qualify(k->c, k->x, "other", NULL, k->b->span, NULL);
    return true;
}

/* ">= 9 g/dL (may be transfused)": how the limit may be reached asks for nothing. "<= 1.5 mg/dL
 * (may be higher in B)" is another limit, of which nobody knows how far it goes. */
static bool read_permission(bracket *k)
{
    bool treated = k->things > 0;
    permission p = {0};

    if (k->c->exclusion || !k->x->quantity_count || k->quantities ||
        !permission_may(k->c, k->in, 0, k->n))
        return false;
    for (size_t i = 0; i < k->n; i++)
        switch (k->in[i].kind) {
        case PART_NOT:
        case PART_IF:
        case PART_BUT:
        case PART_UNLESS:
        case PART_EXCEPT: return false;
        case PART_THING: treated = treated && concept_is_treatment(k->in[i].hit.thing); break;
        default: break;
        }
    if (!treated) {
        if (k->x->permits)
            return false;
        p.what = rule_opaque(k->c->arena, k->b->span, OPAQUE_NUMBER);
        k->x->permits = arena_copy(k->c->arena, &p, 1, sizeof p);
        return true;
    }
    clause_take(k->c, k->b->span);
    return true;
}

/* "(defined as A with B)" */
static bool read_definition(bracket *k)
{
    const rule *r;

    if (k->in[0].kind != PART_DEFINED)
        return false;
    k->x->defined_by_words = true;
    r = scope_bracket(&k->inner, k->in, 1, k->n, k->x);
    if (k->things)
        bracket_define(k, r);
    return true;
}

/* Examples, an enumeration, words that nobody knows. */
static bool read_words(bracket *k)
{
    bool examples = k->things > 1 && !bracket_has(k, PART_NOT), other = foreign_result(k);

    for (const part *p = k->in; p < k->in + k->n; p++) {
        examples = examples || p->kind == PART_INCLUDE;
        if (p->kind == PART_THING)
            item_qualify(k->c, k->x, examples ? "example" : "about", NULL, p->span,
                         part_concept(p));
        else if (p->kind == PART_QUAL && !examples && !(other && is_result(p)))
            item_qualify_by(k->c, k->x, p);
        else if ((p->kind == PART_JUDGE && !examples && !k->things) || (other && is_result(p)))
            item_qualify(k->c, k->x, "other", NULL, p->span, NULL); /* whose result? */
    }
    if (!examples && !k->things && k->words)
        leave_open(k);
    return true;
}

void bracket_read(const clause *c, item *x, const part *b)
{
    static bracket_reading *const readings[] = {
        read_permission,
        read_alternative,
        read_remark,
        read_reason,
        read_either_way,
        read_alone,
        read_equality,
        read_enumeration,
        read_other_time,
        bracket_own_time,
        read_excluded,
        read_no,
        read_state,
        read_asked,
        read_shown,
        read_results,
        read_tests,
        bracket_limit_first,
        read_exception,
        read_name_again,
        read_short_form,
        read_sex,
        read_people,
        read_relatives,
        read_now,
        read_planned,
        read_time,
        read_qualifiers,
        bracket_stages,
        read_history,
        read_denial,
        read_time_before,
        bracket_limit_before,
        bracket_other_chart,
        bracket_times,
        bracket_special,
        bracket_special_length,
        bracket_limit_if,
        bracket_same_length,
        bracket_out_of,
        bracket_number,
        bracket_class_dose,
        bracket_kind_or_limit,
        bracket_limits,
        read_evidence,
        read_definition,
        read_words,
    };
    bracket k = {.c = c, .inner = *c, .x = x};

    if (b->inside_count == 0 || measured_has_name(c, x, b))
        return;
    k.b = b = limit_bare(c, x, b);
    k.in = b->inside;
    k.n = b->inside_count;
    if (k.in[0].kind == PART_DEFINED && text_is(k.in[0].value, "as") &&
        bracket_has(&k, PART_QUANTITY) && !bracket_has(&k, PART_THING) &&
        bracket_times_only(k.in, k.n)) {
        k.in++; /* "chronic use (defined as > 14 days)" */
        k.n--;
    }
    if (++k.inner.depth > CLAUSE_DEPTH) {
        x->overflow = true;
        return;
    }
    bracket_count(&k);
    for (size_t i = 0; i < sizeof readings / sizeof *readings && !readings[i](&k); i++)
        ;
}
