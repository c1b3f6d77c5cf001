#include "grammar/compile.h"

#include "engine/base/error.h"
#include "engine/base/limits.h"
#include "engine/base/text.h"
#include "grammar/account.h"
#include "grammar/clause.h"
#include "grammar/lint.h"
#include "grammar/outline.h"
#include "rules/audit.h"
#include "rules/words.h"

#include <nettle/sha2.h>
#include <string.h>

/* One trial being compiled. */
typedef struct compiler {
    const mapped *text; /* NULL: the text itself is the input */
    const lexicon *lx;
    arena *arena; /* for one criterion at a time: parts, items, rules on their way */
    arena *trial; /* for what stays */
    finding_list findings;
    const parts **read; /* of each item of the criterion, by its number: its own words, once read */
    bool forgotten;     /* the arena was reset since: they are gone */
} compiler;

/* ---- places ---- */

/* Everything of a rule moved from bytes of a piece of clean text to bytes of the input. */
static eligo_span moved(const compiler *c, eligo_span s, size_t base)
{
    if (s.end < s.start)
        s.end = s.start;
    if (!c->text)
        return (eligo_span){s.start + base, s.end + base};
    return mapped_span(c->text, s.start + base, s.end + base);
}

static const rule_amount *amount_moved(const compiler *c, const rule_amount *m, size_t base)
{
    rule_amount *copy = m ? arena_copy(c->arena, m, 1, sizeof *m) : NULL;

    if (copy)
        copy->span = moved(c, m->span, base);
    return copy;
}

static const rule *placed(const compiler *c, const rule *r, size_t base)
{
    rule *copy;

    if (!r || !(copy = arena_copy(c->arena, r, 1, sizeof *r)))
        return NULL;
    copy->span = moved(c, r->span, base);
    copy->subject.span = moved(c, r->subject.span, base);
    if (r->window) {
        rule_window *w = arena_copy(c->arena, r->window, 1, sizeof *w);
        if (w)
            w->span = moved(c, w->span, base);
        copy->window = w;
    }
    copy->duration = amount_moved(c, r->duration, base);
    copy->dose = amount_moved(c, r->dose, base);
    if (r->qualifier_count) {
        rule_qualifier *q = arena_copy(c->arena, r->qualifiers, r->qualifier_count, sizeof *q);
        for (size_t i = 0; q && i < r->qualifier_count; i++)
            q[i].span = moved(c, q[i].span, base);
        copy->qualifiers = q;
    }
    if (r->count) {
        const rule **of = arena_array(c->arena, r->count, sizeof *of);
        for (size_t i = 0; of && i < r->count; i++)
            of[i] = placed(c, r->of[i], base);
        copy->of = of;
    }
    return copy;
}

/* ---- items ---- */

typedef struct inherited {
    bool history, current, planned;
    const char *who;
    const part *window;
} inherited;

static clause clause_of(const compiler *c, const char *text, bool exclusion, const inherited *from)
{
    clause k = {.text = text, .lx = c->lx, .arena = c->arena, .exclusion = exclusion};

    if (from) {
        k.history = from->history;
        k.current = from->current;
        k.planned = from->planned;
        k.who = from->who;
        k.window = from->window;
    }
    return k;
}

static const char too_long[] = "longer than what is read as one criterion";

/* The rule of the parts of a piece of text; spans are bytes of the input. NULL: it says nothing. */
static const rule *piece(const compiler *c, const parts *p, size_t base, bool exclusion,
                         const inherited *from)
{
    clause k = clause_of(c, p->text, exclusion, from);
    taken unasked = {0};

    k.taken = &unasked;
    if (p->cut)
        return rule_opaque(c->arena, moved(c, (eligo_span){0, p->size}, base), too_long);
    return placed(c, account_rule(&k, p->list, 0, p->count, scope_rule(&k, p->list, 0, p->count)),
                  base);
}

static parts read_words(const compiler *c, eligo_span s)
{
    const char *text = c->text->text + s.start;
    size_t size = s.end - s.start;

    return size <= LIMIT_CRITERION_BYTES ? phrase_parts(text, size, c->lx, c->arena)
                                         : (parts){.text = text, .size = size, .cut = true};
}

/* The words of an item without those below it. */
static eligo_span own_words(const outline_item *x)
{
    return x->count ? x->head : x->span;
}

/* Their parts: read once, for the rule and for what is found in the words. */
static parts item_parts(const compiler *c, const outline_item *x)
{
    parts p, *kept;

    if (!c->forgotten && c->read[x->number])
        return *c->read[x->number];
    p = read_words(c, own_words(x));
    kept = c->forgotten || arena_failed(c->arena) ? NULL : arena_copy(c->arena, &p, 1, sizeof p);
    if (kept)
        c->read[x->number] = kept;
    return p;
}

/* How an item's own words end: in "or", "and", "and/or", which joins it to the next. */
static part_kind ending(const parts *p)
{
    for (size_t i = p->count; i-- > 0;) {
        part_kind k = p->list[i].kind;

        if (k == PART_OR || k == PART_AND || k == PART_ANDOR)
            return k;
        if (k != PART_COMMA && k != PART_SEMICOLON && k != PART_PERIOD && k != PART_COLON)
            break;
    }
    return PART_END;
}

static bool says_or(const atoms *words, size_t from)
{
    size_t covered;

    for (size_t i = from; i < words->count; i++) {
        const cue *k = cue_match(words, i, &covered);

        if (k && (strcmp(k->class, "OR") == 0 || strcmp(k->class, "ANDOR") == 0))
            return true;
    }
    return false;
}

/* Does an item end in "or", which joins it to the next? Nearly none does: its end is read by itself
 * only where such a word is among the last ones. */
static bool ends_in_or(const compiler *c, const outline_item *x)
{
    eligo_span s = x->span;
    const char *text = c->text->text;
    size_t tail = s.end - s.start > 12 ? s.end - 12 : s.start, first;
    parts p = item_parts(c, x), end;

    while (tail > s.start && text[tail - 1] != ' ' && text[tail - 1] != '\n')
        tail--;
    for (first = p.words.count; first > 0 && p.words.list[first - 1].end > tail - s.start;)
        first--;
    if (!p.cut && !says_or(&p.words, first))
        return false;
    end = phrase_parts(text + tail, s.end - tail, c->lx, c->arena);
    return ending(&end) == PART_OR || ending(&end) == PART_ANDOR;
}

static const rule *with_label(const compiler *c, const rule *r, const item *title, size_t base)
{
    return title->has_subject
               ? combine_label(c->arena, r, &title->subject, moved(c, title->span, base))
               : r;
}

static bool kind_in(const parts *p, size_t from, size_t to, part_kind k)
{
    for (size_t i = from; i < to && i < p->count; i++)
        if (p->list[i].kind == k)
            return true;
    return false;
}

/* "Additional condition for inclusion: ..." among the items of an exclusion: what it lists is taken
 * out. */
static bool allows(const compiler *c, const outline_item *x)
{
    size_t size = x->head.end - x->head.start;
    parts p;
    bool said = false;

    if (size == 0 || size > 120)
        return false;
    p = item_parts(c, x);
    for (size_t i = 0; i < p.count; i++) {
        if (p.list[i].kind == PART_EXCEPT || p.list[i].kind == PART_UNLESS)
            said = true;
        else if (p.list[i].kind == PART_THING || p.list[i].kind == PART_WORD ||
                 p.list[i].kind == PART_QUANTITY)
            return false;
    }
    return said;
}

static const rule *item_tree(const compiler *c, const outline_item *x, bool exclusion,
                             const inherited *from, unsigned depth);

/* The rules of the items below x, joined; what an item allows is taken from those before it. */
static const rule *items_below(const compiler *c, const outline_item *x, bool exclusion,
                               const inherited *below, list_count count, unsigned depth)
{
    const rule **of = arena_array(c->arena, x->count + 1, sizeof *of), *list, *allowed = NULL;
    size_t n = 0;

    if (!of)
        return NULL;
    for (size_t i = 0; i < x->count; i++) {
        const outline_item *y = &x->of[i];
        const rule *r;

        if (n && y->count && allows(c, y)) {
            r = items_below(c, y, true, below, (list_count){.op = RULE_ANY}, depth + 1);
            if (r && allowed) {
                const rule *two[2] = {allowed, r};
                r = rule_join(c->arena, RULE_ANY, r->span, two, 2);
            }
            allowed = r ? r : allowed;
            continue;
        }
        r = item_tree(c, y, exclusion, below, depth + 1);
        if (r)
            of[n++] = r;
    }
    list = scope_counted(
        c->arena, count,
        moved(c, (eligo_span){x->of[0].span.start, x->of[x->count - 1].span.end}, 0), of, n);
    if (list && allowed)
        list = combine_except(c->arena, list, allowed, false, exclusion);
    return list;
}

/* An item with what lies below it. */
static const rule *item_tree(const compiler *c, const outline_item *x, bool exclusion,
                             const inherited *from, unsigned depth)
{
    const char *text = c->text->text;
    const rule *list, *head = NULL;
    size_t at, past, base = x->head.start;
    list_count count;
    inherited below = from ? *from : (inherited){0};
    bool inner_exclusion = exclusion, label = false, negated = false;
    rule_op op;
    parts p;

    if (x->count == 0) {
        p = item_parts(c, x);
        return piece(c, &p, x->span.start, exclusion, from);
    }
    if (depth > LIMIT_OUTLINE_DEPTH)
        return rule_opaque(c->arena, moved(c, (eligo_span){x->span.start, x->span.end}, 0),
                           "nested too deeply");
    p = item_parts(c, x);
    if (p.cut) /* what the list means is said in its head */
        return rule_opaque(c->arena, moved(c, x->span, 0), too_long);
    count = scope_count(p.list, 0, p.count, &at, &past);
    op = count.said ? count.op : exclusion ? RULE_ANY : RULE_ALL;
    negated = count.negated;

    /* "Severe" or "critical": alternatives named in the head are its items */
    if (!count.said && !exclusion && kind_in(&p, 0, p.count, PART_OR) &&
        !kind_in(&p, 0, p.count, PART_QUANTITY) &&
        (kind_in(&p, 0, p.count, PART_FOLLOWING) || x->count == 2))
        op = RULE_ANY;
    if (!count.said && p.count && kind_in(&p, p.count > 3 ? p.count - 3 : 0, p.count, PART_INCLUDE))
        op = RULE_ANY;
    for (size_t i = 0; i < x->count; i++) {
        const outline_item *y = &x->of[i];

        if (!count.said && i + 1 < x->count && y->head.end - y->head.start < 2000 &&
            y->count == 0 && ends_in_or(c, y))
            op = RULE_ANY;
    }

    /* what the head says beside the list */
    if (p.count) {
        size_t end = count.said ? at : p.count;
        size_t colon = 0;
        clause k = clause_of(c, text + base, exclusion, from);
        item title;

        while (colon < end && p.list[colon].kind != PART_COLON)
            colon++;
        /* "Severe case: meet any of the following": a title, and what it means */
        size_t defined = end;
        while (defined > 0 && p.list[defined - 1].kind != PART_DEFINED)
            defined--;
        bool ends_defined = defined > 0;
        for (size_t i = defined; i < end && ends_defined; i++)
            ends_defined = p.list[i].kind != PART_THING && p.list[i].kind != PART_WORD &&
                           p.list[i].kind != PART_QUANTITY;
        label = (count.said && colon < end) || ends_defined ||
                (!count.said &&
                 (kind_in(&p, 0, p.count, PART_FOLLOWING) && !kind_in(&p, 0, end, PART_QUANTITY)));
        item_read(&k, p.list, 0, end, &title);
        if (!count.said && title.negated && !title.has_subject && !title.quantity_count)
            negated = true;
        if (!title.has_subject && !title.quantity_count && !title.judge && !title.sex) {
            below.history = below.history || title.history;
            below.current = below.current || title.current;
            below.planned = below.planned || title.planned;
            if (title.who)
                below.who = title.who;
            label = true;
        } else if (!count.said && !exclusion && title.negated && title.has_subject &&
                   !title.subject.concept) {
            negated = true;
            label = true;
        }
        if (!label) {
            head = placed(c, scope_rule(&k, p.list, 0, end), base);
        } else if (title.has_subject)
            head = NULL;
        for (size_t i = at; count.said && i < past; i++) {
            below.history = below.history || p.list[i].kind == PART_HISTORY;
            below.current = below.current || p.list[i].kind == PART_CURRENT;
        }
        if (negated)
            inner_exclusion = true;
        if (op != RULE_ALL && !exclusion && count.said)
            inner_exclusion = false;

        if (!count.said || count.op != RULE_AT_LEAST)
            count.op = negated && !count.said ? RULE_ANY : op;
        list = items_below(c, x, inner_exclusion, &below, count, depth);
        if (list && negated)
            list = rule_not(c->arena, list->span, list);
        if (label)
            list = with_label(c, list, &title, base);
    } else {
        count.op = op;
        list = items_below(c, x, exclusion, &below, count, depth);
    }
    if (x->tail.end > x->tail.start) {
        parts behind = read_words(c, x->tail);
        const rule *two[2] = {list, piece(c, &behind, x->tail.start, exclusion, from)};

        list = rule_join(c->arena, exclusion ? RULE_ANY : RULE_ALL,
                         moved(c, (eligo_span){x->span.start, x->span.end}, 0), two, 2);
    }
    if (head && list) {
        const rule *two[2] = {head, list};
        size_t last = p.count;

        while (last && (p.list[last - 1].kind == PART_COLON || p.list[last - 1].kind == PART_FILL ||
                        p.list[last - 1].kind == PART_FOLLOWING))
            last--;
        /* "... including:" before the list; a list under exclusion that says nothing else */
        bool open = (last && p.list[last - 1].kind == PART_INCLUDE) || (exclusion && !count.said);

        return rule_join(c->arena,
                         open && !kind_in(&p, 0, p.count, PART_COUNT) ? RULE_ANY : RULE_ALL,
                         moved(c, (eligo_span){x->span.start, x->span.end}, 0), two, 2);
    }
    return list ? list : head;
}

/* ---- documents ---- */

static void add_finding(compiler *c, finding f)
{
    finding *x = finding_add(&c->findings, f.code, f.span, f.suggestion, "%s", f.message);

    if (x) {
        const char *message = x->message;

        *x = f;
        x->message = message;
    }
}

/* What was drawn for a while is forgotten; that there was no memory for it is not. */
static void forget(compiler *c)
{
    if (arena_failed(c->arena) && !arena_full(c->arena))
        arena_fail(c->trial);
    arena_reset(c->arena);
}

static void lint_words(compiler *c, const outline_item *x, const parts *p, size_t base,
                       bool exclusion, bool below)
{
    size_t first = c->findings.count;
    lint_text t = {p->text, p->size, exclusion, x->count > 0, below};

    lint_piece(&t, p, c->lx, c->arena, &c->findings);
    for (size_t i = first; i < c->findings.count; i++)
        c->findings.list[i].span = moved(c, c->findings.list[i].span, base);
    if (c->forgotten)
        forget(c);
}

/* What the words of an item show, and those of the items below it. */
static void lint_item(compiler *c, const outline_item *x, bool exclusion, bool below,
                      unsigned depth)
{
    eligo_span own = own_words(x);

    if (own.end > own.start && own.end - own.start <= LIMIT_CRITERION_BYTES) {
        parts p = item_parts(c, x);

        lint_words(c, x, &p, own.start, exclusion, below);
    }
    if (x->tail.end > x->tail.start && x->tail.end - x->tail.start <= LIMIT_CRITERION_BYTES) {
        outline_item tail = {.span = x->tail};
        parts p = read_words(c, x->tail);

        lint_words(c, &tail, &p, x->tail.start, exclusion, true);
    }
    for (size_t i = 0; i < x->count && depth < LIMIT_OUTLINE_DEPTH; i++)
        lint_item(c, &x->of[i], exclusion, true, depth + 1);
}

static size_t opaque_bytes(const rule *r)
{
    size_t n = 0;

    if (r->op == RULE_OPAQUE)
        return r->span.end - r->span.start;
    if (r->op == RULE_READINGS)
        return r->count ? opaque_bytes(r->of[0]) : 0;
    for (size_t i = 0; i < r->count; i++)
        n += opaque_bytes(r->of[i]);
    return n;
}

static bool mentions(const rule *r, const char *id)
{
    if ((r->op == RULE_COMPARE || r->op == RULE_HAS) && r->subject.concept &&
        r->subject.concept->id[0] == id[0] && strcmp(r->subject.concept->id, id) == 0)
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (mentions(r->of[i], id))
            return true;
    return false;
}

/* Something of it is in the lexicon, or is a number's bound. */
static bool is_known(const rule *r)
{
    if (r->op == RULE_COMPARE || r->op == RULE_JUDGEMENT ||
        (r->op == RULE_HAS && r->subject.concept))
        return true;
    for (size_t i = 0; i < r->count; i++)
        if (is_known(r->of[i]))
            return true;
    return false;
}

/* Lines without a heading, a label, or one thing that is known: no criteria, but some other text.
 */
static bool is_other_text(const source *s, const criterion *list, size_t count)
{
    if (!s->bare || count < 2)
        return false;
    for (size_t i = 0; i < count; i++)
        if (list[i].label || is_known(list[i].rule))
            return false;
    return true;
}

/* The registry's own age and sex are criteria only where the text has nothing on the same thing. */
static const rule *registry_age_rule(const compiler *c, const source *s)
{
    rule *r = rule_new(c->arena, RULE_COMPARE,
                       s->minimum_age.given ? s->minimum_age.span : s->maximum_age.span);
    const rule *two[2] = {0};
    const registry_age *ends[2] = {&s->minimum_age, &s->maximum_age};
    const char units[] = "amwdhn";
    static const char *const ucum[] = {"a", "mo", "wk", "d", "h", "min"};

    (void)r;
    for (size_t i = 0; i < 2; i++) {
        const char *at;
        rule *k;

        if (!ends[i]->given)
            continue;
        k = rule_new(c->arena, RULE_COMPARE, ends[i]->span);
        at = strchr(units, ends[i]->unit);
        if (!k || !at || !*at)
            continue;
        k->subject.concept = lexicon_concept(c->lx, "age", 3);
        k->subject.category = CATEGORY_DEMOGRAPHIC;
        k->subject.text = "age";
        k->subject.span = ends[i]->span;
        *(i == 0 ? &k->low : &k->high) = (rule_bound){true, true, ends[i]->value};
        k->unit.ucum = ucum[at - units];
        two[i] = k;
    }
    return rule_join(c->arena, RULE_ALL, (eligo_span){0, 0}, two, 2);
}

static const rule *registry_sex_rule(const compiler *c, const source *s)
{
    rule *r = rule_new(c->arena, RULE_HAS, s->sex_span);

    if (!r)
        return NULL;
    r->subject.concept = lexicon_concept(c->lx, s->sex, strlen(s->sex));
    r->subject.category = CATEGORY_DEMOGRAPHIC;
    r->subject.text = s->sex;
    r->subject.span = s->sex_span;
    return r;
}

static void sum_of(const char *bytes, size_t size, char out[65])
{
    struct sha256_ctx sum;
    uint8_t digest[SHA256_DIGEST_SIZE];

    sha256_init(&sum);
    sha256_update(&sum, size, (const uint8_t *)bytes);
    sha256_digest(&sum, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        out[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        out[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    out[2 * sizeof digest] = 0;
}

/* The words of a criterion, as valid UTF-8. */
static const char *words_of(arena *a, const char *bytes, eligo_span s)
{
    size_t n = s.end - s.start, good = utf8_valid(bytes + s.start, n);
    buffer mended;
    const char *text;

    if (good == n)
        return arena_text(a, bytes + s.start, n);
    buffer_init(&mended, 0);
    utf8_mend(&mended, bytes + s.start, n);
    text = mended.failed ? NULL : arena_text(a, mended.data ? mended.data : "", mended.size);
    if (!text)
        arena_fail(a);
    buffer_free(&mended);
    return text;
}

/* The rule as it stays: settled, and drawn from the trial's arena alone. */
static const rule *kept(compiler *c, const rule *found, const char *id, eligo_span span)
{
    const rule *r = NULL;

    if (arena_failed(c->arena) && arena_full(c->arena)) {
        /* one criterion that needs more than all of a trial may: said, and the next one read */
        arena_reset(c->arena);
        c->forgotten = true;
        found = rule_opaque(c->arena, span, "needs more memory than one criterion may take");
    } else if (!found && !arena_failed(c->arena))
        found = rule_opaque(c->arena, span, "no condition was found in these words");
    if (found)
        r = rule_settle_to(c->trial, c->arena, found, id, span);
    if (!r || arena_failed(c->arena)) {
        arena_fail(c->trial);
        return NULL;
    }
    return r;
}

/* What the trial's criteria speak of: the registry's fields matter only where they are silent. */
typedef struct mentioned {
    bool age, sex;
} mentioned;

/* "I3" */
static const char *criterion_id(arena *a, char kind, size_t n)
{
    char id[24];
    size_t at = sizeof id;

    do
        id[--at] = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    id[--at] = kind;
    return arena_text(a, id + at, sizeof id - at);
}

static void compile_section(compiler *c, rules *r, criterion *list, const outline_section *x,
                            const char *bytes, size_t count[2], mentioned *seen)
{
    bool exclusion = x->kind == CRITERION_EXCLUSION;

    for (size_t k = 0; k < x->count && !arena_failed(c->trial); k++) {
        const outline_item *y = &x->items[k];
        criterion *m = &list[r->criterion_count];
        size_t size, lost;

        m->kind = x->kind;
        m->id = criterion_id(c->trial, exclusion ? 'E' : 'I', ++count[exclusion]);
        m->span = mapped_span(c->text, y->span.start, y->span.end);
        m->text = words_of(c->trial, bytes, m->span);
        if (y->label.end > y->label.start)
            m->label =
                arena_text(c->trial, c->text->text + y->label.start, y->label.end - y->label.start);
        if (!m->id || !m->text)
            return;
        m->rule = kept(c, item_tree(c, y, exclusion, NULL, 0), m->id, m->span);
        if (!m->rule)
            return;
        r->criterion_count++;
        audit_readings(m->rule, m, &c->findings);
        lint_item(c, y, exclusion, false, 0);
        forget(c);
        c->forgotten = false;
        seen->age = seen->age || mentions(m->rule, "age");
        seen->sex = seen->sex || mentions(m->rule, "female") || mentions(m->rule, "male");
        size = m->span.end - m->span.start;
        lost = opaque_bytes(m->rule);
        r->coverage_bytes += size;
        r->coverage_understood += lost > size ? 0 : size - lost;
    }
}

static void add_registry(compiler *c, rules *r, criterion *list, const char *id, const rule *found,
                         const char *bytes)
{
    criterion *m = &list[r->criterion_count];

    if (!found)
        return;
    m->kind = CRITERION_REGISTRY;
    m->id = id;
    m->span = found->span;
    m->text = words_of(c->trial, bytes, m->span);
    m->rule = kept(c, found, id, m->span);
    if (m->rule)
        r->criterion_count++;
    forget(c);
}

rules *compile_source(const source *s, arena *a, const lexicon *lx, const char *name,
                      const char *bytes, size_t size, eligo_error *err)
{
    compiler c = {.text = &s->criteria,
                  .lx = lx,
                  .trial = a,
                  .arena = arena_new(LIMIT_TRIAL_ARENA),
                  .findings = {.arena = a}};
    rules *r = arena_alloc(a, sizeof *r);
    size_t total = 0, count[2] = {0, 0};
    mentioned seen = {false, false};
    criterion *list;
    outline o;

    if (!r || !c.arena) {
        arena_delete(c.arena);
        error_memory(err, name);
        return NULL;
    }
    o = outline_read_lines(&s->criteria, s->lines, s->line_count, a);
    for (size_t i = 0; i < o.count; i++)
        total += o.sections[i].count;
    list = arena_array(a, total + 2, sizeof *list);
    c.read = arena_array(a, o.item_count, sizeof *c.read);
    for (size_t i = 0; i < s->finding_count; i++)
        add_finding(&c, s->findings[i]);
    for (size_t i = 0; i < o.finding_count; i++) {
        finding f = o.findings[i];

        /* "None" is no criterion, and no defect */
        if (strcmp(f.code, "not-a-criterion") == 0 &&
            words_entry(WORD_NONE, s->criteria.text + f.span.start, f.span.end - f.span.start)) {
            r->says_none = r->says_none || o.headed;
            continue;
        }
        f.span = mapped_span(&s->criteria, f.span.start, f.span.end);
        add_finding(&c, f);
    }
    for (size_t i = 0; list && c.read && i < o.count && !arena_failed(a); i++)
        compile_section(&c, r, list, &o.sections[i], bytes, count, &seen);
    if (list && !arena_failed(a) && is_other_text(s, list, r->criterion_count)) {
        arena_delete(c.arena);
        error_at(err, ELIGO_EPARSE, name, bytes, size, 0,
                 "no criteria found; put \"Inclusion Criteria:\" or \"Exclusion Criteria:\" in the "
                 "line above them");
        return NULL;
    }
    if (s->above.end > s->above.start)
        add_finding(
            &c, (finding){
                    .code = "not-a-criterion",
                    .severity = SEVERITY_NOTE,
                    .span = s->above,
                    .message =
                        "stands above the first heading: taken for a title, not for a criterion"});
    if (list && !seen.age && (s->minimum_age.given || s->maximum_age.given))
        add_registry(&c, r, list, "R1", registry_age_rule(&c, s), bytes);
    if (list && !seen.sex && s->sex && strcmp(s->sex, "all") != 0)
        add_registry(&c, r, list, "R2", registry_sex_rule(&c, s), bytes);
    r->arena = a;
    r->lexicon = lx;
    r->trial_id = s->trial_id;
    r->title = s->title;
    r->minimum_age = s->minimum_age;
    r->maximum_age = s->maximum_age;
    r->sex = s->sex;
    r->sex_span = s->sex_span;
    r->healthy_volunteers = s->healthy_volunteers;
    r->source_name = arena_text(a, name, strlen(name));
    r->source_bytes = size;
    sum_of(bytes, size, r->sha256);
    r->criteria = list;
    audit_rules(r, bytes, size, c.arena, &c.findings);
    audit_settle(r, &c.findings);
    forget(&c);
    arena_delete(c.arena);
    if (arena_failed(a)) {
        if (arena_full(a))
            error_set(err, ELIGO_ELIMIT, name, "needs more memory than a trial may take (%zu MiB)",
                      LIMIT_TRIAL_ARENA >> 20);
        else
            error_memory(err, name);
        return NULL;
    }
    r->findings = c.findings.list;
    r->finding_count = c.findings.count;
    return r;
}

const rule *compile_criterion(const char *text, size_t size, criterion_kind kind, const lexicon *lx,
                              arena *a)
{
    compiler c = {.lx = lx, .arena = a};
    parts p = size <= LIMIT_CRITERION_BYTES ? phrase_parts(text, size, lx, a)
                                            : (parts){.text = text, .size = size, .cut = true};
    const rule *r = piece(&c, &p, 0, kind == CRITERION_EXCLUSION, NULL);

    if (!r)
        r = rule_opaque(a, (eligo_span){0, size}, "no condition was found in these words");
    return rule_settle(a, r, kind == CRITERION_EXCLUSION ? "E1" : "I1", (eligo_span){0, size});
}

void rules_delete(rules *r)
{
    if (r)
        arena_delete(r->arena);
}
